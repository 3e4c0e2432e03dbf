"""Photos whose pose is known: readers for Pix3D and Pascal3D+, in the layouts that they are published in.

    PIX3D/pix3d.json                     a list of photos: img, mask, model, category, rot_mat, bbox, truncated, occluded ...
    PIX3D/img/, mask/, model/            what it names, relative to the folder

    PASCAL3D/Annotations/CATEGORY_SOURCE/NAME.mat     record.objects: class, bbox, cad_index, viewpoint, truncated, occluded
    PASCAL3D/Images/CATEGORY_SOURCE/NAME.jpg (or JPEG)
    PASCAL3D/CAD/CATEGORY/01.off ...                  Z up; ``PosedPhoto.load`` turns them Y up

Sun et al., Pix3D, CVPR 2018; Xiang et al., Beyond PASCAL, WACV 2014. Neither may be passed on with this software.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from trivium.errors import DatasetError
from trivium.geometry import Mesh, Pose, z_up_to_y_up
from trivium.geometry.shapes import Array
from trivium.io import load_mesh

IMAGE_SUFFIXES = (".jpg", ".JPEG", ".jpeg", ".png")
FROM_PIX3D = np.diag([-1.0, -1.0, 1.0])  # its camera has x to the left, y up and z inwards
FROM_PASCAL = np.diag([1.0, -1.0, -1.0])  # its camera has x to the right, y up and looks along -z


@dataclass(frozen=True)
class PosedPhoto:
    """A photo of an object, its model, and from where it is seen."""

    photo: Path
    model: Path
    category: str
    pose: Pose  # angles alone are known: opening angle and margin are the usual ones
    box: tuple[float, float, float, float]  # left, top, right, bottom in pixels
    hidden: bool  # something stands before it, or it reaches beyond the photo
    mask: Path | None = None
    z_up: bool = False  # the file's

    def load(self) -> Mesh:
        """The model, Y up, as the pose sees it.

        Raises:
            LoadError: a file that cannot be read.
        """
        mesh = load_mesh(self.model)
        return mesh.transformed(z_up_to_y_up()) if self.z_up else mesh


def read_pix3d(folder: str | Path) -> list[PosedPhoto]:
    """All photos of ``pix3d.json``, in its order.

    Raises:
        DatasetError: no such file, or one that holds something else.
    """
    root = Path(folder)
    entries = _json(root / "pix3d.json")
    try:
        return [_of_pix3d(root, entry) for entry in entries]
    except (KeyError, TypeError, ValueError) as error:
        raise DatasetError(f"{root / 'pix3d.json'} is not Pix3D's: {type(error).__name__} {error}") from error


def _of_pix3d(root: Path, entry: dict[str, Any]) -> PosedPhoto:
    left, top, right, bottom = (float(v) for v in entry["bbox"])
    return PosedPhoto(
        photo=root / entry["img"],
        mask=root / entry["mask"],
        model=root / entry["model"],
        category=str(entry["category"]),
        pose=Pose.of_rotation(FROM_PIX3D @ np.asarray(entry["rot_mat"], float).reshape(3, 3)),
        box=(left, top, right, bottom),
        hidden=bool(entry["truncated"] or entry["occluded"] or entry["slightly_occluded"]),
    )


def read_pascal3d(folder: str | Path) -> list[PosedPhoto]:
    """All objects with a whole pose, by annotation file; those with a coarse azimuth alone are left out.

    Raises:
        DatasetError: no annotations there, or a file that is none.
    """
    root = Path(folder)
    files = sorted((root / "Annotations").glob("*/*.mat"))
    if not files:
        raise DatasetError(f"there are no Annotations/CATEGORY_SOURCE/*.mat in {root}")
    return [photo for file in files for photo in _of_pascal3d(root, file)]


def _of_pascal3d(root: Path, file: Path) -> Iterator[PosedPhoto]:
    from scipy.io import loadmat
    from scipy.io.matlab import MatReadError

    try:
        record = loadmat(file, squeeze_me=True, struct_as_record=False)["record"]
        objects = np.atleast_1d(record.objects)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, NotImplementedError, MatReadError) as error:
        raise DatasetError(f"{file} is not an annotation of Pascal3D+: {error}") from error
    category = file.parent.name.rpartition("_")[0]
    stem = root / "Images" / file.parent.name / file.stem
    photo = next((p for s in IMAGE_SUFFIXES if (p := stem.with_suffix(s)).is_file()), stem.with_suffix(".jpg"))
    for thing in objects:
        view = getattr(thing, "viewpoint", None)
        if getattr(thing, "class", "") != category or not float(getattr(view, "distance", 0) or 0):
            continue
        left, top, right, bottom = (float(v) for v in np.asarray(thing.bbox).ravel())
        turned = _pascal_rotation(*(np.radians(float(getattr(view, k))) for k in ("azimuth", "elevation", "theta")))
        yield PosedPhoto(
            photo=photo,
            model=root / "CAD" / category / f"{int(thing.cad_index):02d}.off",
            category=category,
            pose=Pose.of_rotation(FROM_PASCAL @ turned @ z_up_to_y_up()[:3, :3].T),
            box=(left, top, right, bottom),
            hidden=bool(thing.occluded or thing.truncated),
            z_up=True,
        )


def _pascal_rotation(azimuth: float, elevation: float, theta: float) -> Array:
    """(3, 3) from its Z-up world to its camera, as its toolkit's ``project_3d`` has it, the turn of the picture included."""
    a, e = -azimuth, elevation - np.pi / 2
    about_z = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, np.cos(e), -np.sin(e)], [0, np.sin(e), np.cos(e)]])
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]) @ about_x @ about_z


def _json(path: Path) -> list[dict[str, Any]]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DatasetError(f"there is no {path.name} in {path.parent}") from error
    except ValueError as error:
        raise DatasetError(f"{path} is not JSON: {error}") from error
    if not isinstance(found, list):
        raise DatasetError(f"{path} holds a {type(found).__name__}, expected a list of photos")
    return found
