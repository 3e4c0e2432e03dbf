"""Scanned rooms whose things are known, as they are published. Both sets are in metres, Z up: (x, y, z) becomes (x, z, -y), a rotation.

S3DIS (buildingparser.stanford.edu, Stanford3dDataset_v1.2_Aligned_Version.zip), a folder for each room:

    Area_1/office_1/office_1.txt                    x y z r g b, a point a line; not needed
    Area_1/office_1/Annotations/chair_1.txt         the same points, those of one instance
    Area_1/office_1/Annotations/ceiling_1.txt       floor, wall, ceiling, beam, column and clutter are no things

ScanNet v2 (scan-net.org), a folder for each scan:

    scene0000_00/scene0000_00_vh_clean_2.ply                     coloured vertices (and faces)
    scene0000_00/scene0000_00_vh_clean_2.0.010000.segs.json      {"segIndices": [...]}: a segment for each vertex
    scene0000_00/scene0000_00.aggregation.json                   {"segGroups": [{"label": "chair", "segments": [...]}, ...]}
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trivium.errors import DatasetError, LoadError
from trivium.geometry import Mesh, PointCloud, z_up_to_y_up
from trivium.geometry.scenes import LabelledScene
from trivium.io import load_shape

STRUCTURE = frozenset({"floor", "wall", "ceiling", "beam", "column", "clutter", "doorframe"})


def read_scans(folder: str | Path, *, most: int | None = None) -> Iterator[LabelledScene]:
    """The first rooms of S3DIS or scans of ScanNet anywhere below a folder, in the order of their names.

    Raises:
        DatasetError: there are none.
    """
    root = Path(folder)
    found: list[tuple[Path, Callable[[Path], LabelledScene]]]
    found = [(path.parent, read_s3dis) for path in root.rglob("Annotations") if path.is_dir()]
    found += [(path.parent, read_scannet) for path in root.rglob("*_vh_clean_2.ply")]
    if not found:
        raise DatasetError(f"below {root} are neither Annotations (S3DIS) nor *_vh_clean_2.ply (ScanNet)")
    for path, read in sorted(found, key=lambda pair: pair[0])[:most]:
        yield read(path)


def read_s3dis(room: str | Path) -> LabelledScene:
    """One room of S3DIS; what is no thing has instance -1.

    Raises:
        DatasetError: no Annotations.
        LoadError: a file that does not hold six numbers a line.
    """
    folder = Path(room) / "Annotations"
    files = sorted(
        folder.glob("*.txt"), key=lambda file: [int(x) if x.isdigit() else x for x in re.split(r"(\d+)", file.stem)]
    )
    if not files:
        raise DatasetError(f"no {folder}/*.txt: that is where a room of S3DIS has its instances")
    tables, owners, categories = [], [], list[str]()
    for file in files:
        table = _numbers(file)
        name = re.sub(r"_\d+$", "", file.stem).lower()
        owners.append(np.full(len(table), -1 if name in STRUCTURE else len(categories)))
        tables.append(table)
        if name not in STRUCTURE:
            categories.append(name.replace("_", " "))
    rows = np.concatenate(tables)
    cloud = PointCloud(rows[:, :3], np.clip(rows[:, 3:] / 255, 0, 1).astype(np.float32), None, Path(room).name)
    return LabelledScene(cloud.transformed(z_up_to_y_up()), np.concatenate(owners), tuple(categories))


def _numbers(file: Path) -> NDArray[np.float32]:
    """(N, 6)"""
    try:
        table = np.array(file.read_bytes().split(), np.float32).reshape(-1, 6)
    except ValueError as error:
        raise LoadError("unreadable", f"{file} must hold x y z r g b in each line: {error}") from error
    if not np.isfinite(table).all():
        raise LoadError("not-finite", f"{file} has numbers that are NaN or infinite")
    if not len(table):
        raise LoadError("no-geometry", f"{file} holds no points")
    return table


def read_scannet(scan: str | Path) -> LabelledScene:
    """One scan of ScanNet: the vertices of its cleaned mesh.

    Raises:
        DatasetError: a file that is missing, is not JSON, or does not fit the vertices.
        LoadError: a mesh that cannot be read.
    """
    folder = Path(scan)
    name = folder.name
    cloud = _vertices(folder / f"{name}_vh_clean_2.ply")
    segments = np.array(_json(folder / f"{name}_vh_clean_2.0.010000.segs.json", "segIndices"), np.int64)
    if segments.shape != (len(cloud),):
        raise DatasetError(
            f"{name} has {len(cloud):,} vertices and {len(segments):,} segment indices: they must be as many"
        )
    instances, categories = np.full(len(cloud), -1), list[str]()
    for group in _json(folder / f"{name}.aggregation.json", "segGroups"):
        if group["label"].lower() in STRUCTURE:
            continue
        instances[np.isin(segments, group["segments"])] = len(categories)
        categories.append(group["label"])
    return LabelledScene(cloud.transformed(z_up_to_y_up()), instances, tuple(categories))


def _vertices(file: Path) -> PointCloud:
    shape = load_shape(file)
    if not isinstance(shape, Mesh):
        return shape
    surface = shape.surfaces[0]
    return PointCloud(surface.vertices, surface.vertex_colors, None, shape.name)


def _json(file: Path, key: str) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))[key]
    except FileNotFoundError as error:
        raise DatasetError(f"there is no {file}: ScanNet keeps its instances in it") from error
    except (ValueError, KeyError, TypeError) as error:
        raise DatasetError(f"{file} has no '{key}': {error}") from error
