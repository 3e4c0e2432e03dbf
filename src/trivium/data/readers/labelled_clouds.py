"""Clouds and class numbers in HDF5 files: how ModelNet40 and ScanObjectNN are passed around for point networks.

    data    (N, 2048, 3) float32: points
    label   (N,) or (N, 1): numbers of classes
    normal  (N, 2048, 3) float32, in some

Y up as stored in both sets below (their authors' own code turns clouds around axis 1), so nothing is turned here. No colours.

ModelNet40 as PointNet's authors sampled it (github.com/charlesq34/pointnet, shapenet.cs.stanford.edu/media/modelnet40_ply_hdf5_2048.zip):

    modelnet40_ply_hdf5_2048/shape_names.txt      40 names, as night_stand
    modelnet40_ply_hdf5_2048/test_files.txt       data/modelnet40_ply_hdf5_2048/ply_data_test0.h5 ...; train_files.txt
    modelnet40_ply_hdf5_2048/ply_data_test0.h5    data, label, normal, faceId

ScanObjectNN (Uy et al. 2019, github.com/hkust-vgd/scanobjectnn, h5_files.zip): scans of real things, cut from rooms.

    h5_files/main_split_nobg/test_objectdataset.h5                    OBJ_ONLY: the object alone
    h5_files/main_split/test_objectdataset.h5                         OBJ_BG: with what stands around it in its box
    h5_files/main_split/test_objectdataset_augmentedrot_scale75.h5    PB_T50_RS: boxes moved by half, turned, scaled; the hardest
    and training_*.h5; data, label, mask
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np

from trivium.data.label_lists import SCANOBJECTNN
from trivium.data.readers.reader import Reader
from trivium.data.samples import Sample, cloud_rows, object_rng
from trivium.errors import DatasetError, LoadError
from trivium.geometry import PointCloud, normalized, subsample
from trivium.geometry.shapes import Array, IntArray
from trivium.io import Limits
from trivium.io.hdf5 import read_hdf5

_ONE_LARGE_FILE = Limits(max_bytes=2 << 30)  # 11,416 clouds of 2,048 points, and their masks
Variant = Literal["obj_only", "obj_bg", "pb_t50_rs"]
VARIANTS: dict[Variant, str] = {
    "obj_only": "main_split_nobg/{}_objectdataset.h5",
    "obj_bg": "main_split/{}_objectdataset.h5",
    "pb_t50_rs": "main_split/{}_objectdataset_augmentedrot_scale75.h5",
}


class LabelledClouds(Reader):
    """The clouds of some HDF5 files, in their order. ``names`` are the classes by number, as they are written there."""

    def __init__(self, files: Sequence[Path], names: Sequence[str], *, num_points: int) -> None:
        """
        Raises:
            DatasetError: labels that are missing or that have no name.
            LoadError: a file that cannot be read.
        """
        self.files, self.names, self.num_points = list(files), tuple(names), num_points
        self.labels = [_labels(file, len(self.names)) for file in self.files]
        self._starts = np.cumsum([0, *(len(labels) for labels in self.labels)])

    @abstractmethod
    def about(self) -> dict[str, Any]:
        return {**super().about(), "num_points": self.num_points}

    def __len__(self) -> int:
        return int(self._starts[-1])

    def name(self, index: int) -> tuple[str, str]:
        file, row = self._place(index)
        return f"{self.files[file].stem}-{row:05d}", str(self.files[file])

    @property
    def categories(self) -> list[str]:
        """All classes in words, by number."""
        return [name.replace("_", " ") for name in self.names]

    def category(self, index: int) -> str:
        """The class of an object in words."""
        file, row = self._place(index)
        return self.categories[self.labels[file][row]]

    def shape(self, index: int) -> PointCloud:
        """An object as it is stored.

        Raises:
            LoadError: its file is damaged.
            ShapeError: points that are not finite.
        """
        file, row = self._place(index)
        points, normals = self._clouds[file]
        return PointCloud(points[row], None, None if normals is None else normals[row], self.name(index)[0])

    def read(self, index: int) -> Sample:
        id, _ = self.name(index)
        cloud = subsample(normalized(self.shape(index)), self.num_points, rng=object_rng(id, 0))  # type: ignore[arg-type]
        category = self.category(index)
        return Sample(id=id, points=cloud_rows(cloud), captions=(category,), category=category)

    def _place(self, index: int) -> tuple[int, int]:
        """Number of the file and row within it."""
        file = int(np.searchsorted(self._starts, index, side="right")) - 1
        return file, index - int(self._starts[file])

    @cached_property
    def _clouds(self) -> list[tuple[Array, Array | None]]:
        """Points and normals of each file, read when the first object is asked for."""
        return [_points(file, len(labels)) for file, labels in zip(self.files, self.labels, strict=True)]


class ModelNet40HDF5(LabelledClouds):
    """ModelNet40 as 2,048 points with normals of its surfaces."""

    layout: ClassVar[str] = "modelnet40-hdf5"

    def __init__(self, folder: str | Path, part: str, *, num_points: int = 2048) -> None:
        """
        Args:
            folder: ``modelnet40_ply_hdf5_2048``.
            part: train or test.

        Raises:
            DatasetError: no such files there.
            LoadError: one that cannot be read.
        """
        _check_part(part)
        self.folder, self.part = Path(folder), part
        listed = [Path(line).name for line in _lines(self.folder / f"{part}_files.txt")]
        super().__init__(
            [self.folder / name for name in listed], _lines(self.folder / "shape_names.txt"), num_points=num_points
        )

    def about(self) -> dict[str, Any]:
        return {**super().about(), "part": self.part}


class ScanObjectNN(LabelledClouds):
    """One half of one variant; ``folder`` is ``h5_files``, or what is called so elsewhere."""

    layout: ClassVar[str] = "scanobjectnn"
    normals: ClassVar[Literal["face", "estimated"]] = "estimated"

    def __init__(self, folder: str | Path, part: str, variant: Variant, *, num_points: int = 2048) -> None:
        """
        Raises:
            DatasetError: no such file there.
            LoadError: it cannot be read.
        """
        _check_part(part)
        if variant not in VARIANTS:
            raise DatasetError(f"got variant '{variant}', expected one of {', '.join(VARIANTS)}")
        self.part, self.variant = part, variant
        file = Path(folder) / VARIANTS[variant].format("training" if part == "train" else "test")
        if not file.is_file():
            raise DatasetError(
                f"there is no {file}: give the folder h5_files, with main_split and main_split_nobg in it"
            )
        super().__init__([file], SCANOBJECTNN, num_points=num_points)

    def about(self) -> dict[str, Any]:
        return {**super().about(), "part": self.part, "variant": self.variant}


def _check_part(part: str) -> None:
    if part not in ("train", "test"):
        raise DatasetError(f"got part '{part}', expected train or test")


def _lines(path: Path) -> list[str]:
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path} cannot be read: {error}; give the folder modelnet40_ply_hdf5_2048") from error
    if not lines:
        raise DatasetError(f"{path} is empty")
    return lines


def _labels(file: Path, classes: int) -> IntArray:
    found = read_hdf5(file, ["label"], limits=_ONE_LARGE_FILE)
    if "label" not in found:
        raise DatasetError(f"{file} has no array 'label'")
    labels = found["label"].reshape(-1).astype(np.int64)
    if len(labels) and not 0 <= labels.min() <= labels.max() < classes:
        raise DatasetError(f"labels in {file} go from {labels.min()} to {labels.max()}, expected 0 to {classes - 1}")
    return labels


def _points(file: Path, count: int) -> tuple[Array, Array | None]:
    arrays = read_hdf5(file, ["data", "normal"], limits=_ONE_LARGE_FILE)
    for name, array in arrays.items():
        if array.ndim != 3 or array.shape[0] != count or array.shape[2] != 3:
            raise LoadError("unreadable", f"'{name}' in {file} is {array.shape}, expected ({count}, points, 3)")
    if "data" not in arrays:
        raise LoadError("no-geometry", f"{file} has no array 'data'")
    normals = arrays.get("normal")
    return arrays["data"].astype(np.float32), None if normals is None else normals.astype(np.float32)
