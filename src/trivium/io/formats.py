"""The table of shape formats: which way is up in them, and which are read in an isolated process."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from trivium.errors import LoadError
from trivium.geometry import z_up_to_y_up
from trivium.geometry.shapes import Array

Up = Literal["X", "Y", "Z"]


@dataclass(frozen=True)
class Format:
    """What is known about a format without looking into the file."""

    up: Up | None  # the axis that points up; None: the file says it
    isolated: bool  # read in a killable process
    linear_colors: bool = False  # material colours are linear light, not sRGB


# Isolated are the formats where a small file can cost much: STEP runs a native CAD kernel (it can crash or tessellate
# for minutes), 3MF is a zip of XML with nested references, DAE is XML read by a slow pure-Python parser. The others
# are flat arrays or lines whose cost is proportional to the size of the file, which is limited.
FORMATS: dict[str, Format] = {
    ".glb": Format(up="Y", isolated=False, linear_colors=True),  # glTF fixes the axis
    ".gltf": Format(up="Y", isolated=False, linear_colors=True),
    ".obj": Format(up="Y", isolated=False),  # no rule; most tools write Y up
    ".ply": Format(up="Y", isolated=False),  # no rule; taken as it is
    ".off": Format(up="Y", isolated=False),  # no rule; taken as it is
    ".xyz": Format(up="Y", isolated=False),  # no rule; taken as it is
    ".stl": Format(up="Z", isolated=False),  # CAD and printing custom
    ".3mf": Format(up="Z", isolated=True),  # the specification: the printer's Z points up
    ".dae": Format(up=None, isolated=True),  # <up_axis>
    ".step": Format(up="Z", isolated=True, linear_colors=True),  # CAD custom; comes through glTF
    ".stp": Format(up="Z", isolated=True, linear_colors=True),
}
SHAPE_SUFFIXES = frozenset(FORMATS)


def format_of(path: Path) -> Format:
    """The row of a file.

    Raises:
        LoadError: unsupported-format.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise LoadError(
            "unsupported-format",
            f"no reader for '{suffix or path.name}' ({path.name}); there are readers for " + " ".join(sorted(FORMATS)),
        )
    return FORMATS[suffix]


def source_transform(path: str | Path) -> Array:
    """(4, 4) matrix that ``load_shape`` applies to bring a file to Y up and, if it names its unit, to metres.

    Its inverse leads back to the coordinates of the file (for STEP: to those in metres). Looks into dae and 3mf files.

    Raises:
        LoadError: unsupported-format, missing-file, unreadable.
    """
    path = Path(path)
    up: str = format_of(path).up or "Y"
    metres = 1.0
    if path.suffix.lower() == ".dae":
        head = _head(path)
        up = _found(rb"<up_axis>\s*([XYZ])_UP", head) or up
        metres = _positive(_found(rb"<unit\b[^>]*\bmeter\s*=\s*[\"']([^\"']+)", head) or "1")
    elif path.suffix.lower() == ".3mf":
        metres = _METRES.get(_found(rb"<model\b[^>]*\bunit\s*=\s*[\"'](\w+)", _head(path)) or "millimeter", 1e-3)
    return _TO_Y_UP[up] @ np.diag(np.array([metres, metres, metres, 1], np.float32))


_METRES = {"micron": 1e-6, "millimeter": 1e-3, "centimeter": 1e-2, "inch": 0.0254, "foot": 0.3048, "meter": 1.0}
_TO_Y_UP = {
    "X": np.array([[0, -1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], np.float32),  # as COLLADA defines X_UP
    "Y": np.eye(4, dtype=np.float32),
    "Z": z_up_to_y_up(),
}


def _head(path: Path) -> bytes:
    """The first 64 KiB of a file, or of the model inside a 3MF archive."""
    size = 1 << 16
    try:
        if path.suffix.lower() != ".3mf":
            with path.open("rb") as file:
                return file.read(size)
        with zipfile.ZipFile(path) as archive:
            model = next(name for name in archive.namelist() if "3d/3dmodel.model" in name.lower())
            with archive.open(model) as file:
                return file.read(size)
    except FileNotFoundError as error:
        raise LoadError("missing-file", f"no such file: {path}") from error
    except Exception as error:  # zipfile raises half a dozen types on broken archives
        raise LoadError("unreadable", f"the frame of {path.name} cannot be read: {error}") from error


def _found(pattern: bytes, text: bytes) -> str | None:
    match = re.search(pattern, text)
    return match[1].decode("ascii", "replace") if match else None


def _positive(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 1.0
    return value if 1e-9 < value < 1e9 else 1.0
