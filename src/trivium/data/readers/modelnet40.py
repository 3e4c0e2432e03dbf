"""ModelNet40 and ModelNet10 in two of the forms they are passed around in.

As OpenShape's release has it, test set only (github.com/Colin97/OpenShape_code, ``src/data.py``, class ModelNet40Test):

    modelnet40/test_split.json   [{"name": "airplane_0627", "category": "airplane"}, ...]
    modelnet40/test_pc.npy       an object array (or a pickled list) of {"xyz": (10000, 3), "rgb": (10000, 3) bytes}, in that order

    Y up as stored. Every rgb is 100, a fill: unknown colour here.

As Princeton published it (modelnet.cs.princeton.edu, ModelNet40.zip and ModelNet10.zip, which unpack alike):

    ModelNet40/airplane/train/airplane_0001.off ...   and test/

    Z up: (x, y, z) becomes (x, z, -y), a rotation. No colours. ModelNet10's were all turned to face one way, ModelNet40's were not.

As 2,048 points in HDF5 files: ``labelled_clouds``.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np

from trivium.data.readers.openshape import is_given, points_of_object
from trivium.data.readers.reader import Reader, read_rows
from trivium.data.samples import Sample, SampleConfig, sample_of_shape
from trivium.errors import DatasetError, LoadError
from trivium.geometry import Shape, z_up_to_y_up
from trivium.io import Limits, load_shape
from trivium.io.object_arrays import load_object_array, load_pickled_arrays

_ONE_LARGE_FILE = Limits(max_bytes=4 << 30)  # 2,468 clouds of 10,000 points in float64


class ModelNet40Clouds(Reader):
    """The test clouds of OpenShape's release."""

    layout: ClassVar[str] = "modelnet40-clouds"
    normals: ClassVar[Literal["face", "estimated"]] = "estimated"

    def __init__(self, clouds: str | Path, split: str | Path, *, num_points: int = 10_000) -> None:
        """
        Args:
            clouds: ``test_pc.npy``, or the same as ``.pkl``.
            split: ``test_split.json``.

        Raises:
            DatasetError: a split that is missing or of another form.
        """
        self.path, self.num_points = Path(clouds), num_points
        self.rows = read_rows(Path(split), ("name", "category"))

    def __len__(self) -> int:
        return len(self.rows)

    def name(self, index: int) -> tuple[str, str]:
        return self.rows[index]["name"], str(self.path)

    def read(self, index: int) -> Sample:
        id, category, cloud = self.rows[index]["name"], self.rows[index]["category"], self._clouds[index]
        if not isinstance(cloud, dict):
            raise LoadError(
                "unreadable", f"entry {index} of {self.path} is a {type(cloud).__name__}, expected xyz and rgb"
            )
        if is_given(cloud.get("rgb")):
            cloud = {**cloud, "rgb": np.asarray(cloud["rgb"]) / 255}
        points = points_of_object(cloud, self.num_points, id, self.path)
        return Sample(id=id, points=points, captions=(category.replace("_", " "),), category=category)

    def about(self) -> dict[str, Any]:
        return {**super().about(), "num_points": self.num_points}

    @cached_property
    def _clouds(self) -> Any:
        """All of them: it is one file, read when the first is asked for."""
        load = load_object_array if self.path.suffix == ".npy" else load_pickled_arrays
        clouds = load(self.path, limits=_ONE_LARGE_FILE)
        if not isinstance(clouds, (list, np.ndarray)) or len(clouds) != len(self.rows):
            raise LoadError(
                "unreadable", f"{self.path} must be a list of {len(self.rows)} clouds, as the split has names"
            )
        return clouds


class ModelNet40Meshes(Reader):
    """The meshes of one half of ModelNet40 or ModelNet10, category by category. Ids are those of the files, as ``airplane_0627``."""

    layout: ClassVar[str] = "modelnet40"

    def __init__(self, folder: str | Path, part: str, config: SampleConfig = SampleConfig()) -> None:
        """
        Raises:
            DatasetError: no such folders.
        """
        if part not in ("train", "test"):
            raise DatasetError(f"got part '{part}', expected train or test")
        self.folder, self.part, self.config = Path(folder), part, config
        self.files = sorted(self.folder.glob(f"*/{part}/*.off"))
        if not self.files:
            raise DatasetError(f"no {folder}/CATEGORY/{part}/*.off: that is how ModelNet40.zip unpacks")

    def __len__(self) -> int:
        return len(self.files)

    def name(self, index: int) -> tuple[str, str]:
        return self.files[index].stem, str(self.files[index])

    @property
    def categories(self) -> list[str]:
        """All classes in words, sorted."""
        return sorted({self.category(i) for i in range(len(self))})

    def category(self, index: int) -> str:
        """The class of an object in words."""
        return self.files[index].parent.parent.name.replace("_", " ")

    def shape(self, index: int) -> Shape:
        """An object, Y up.

        Raises:
            LoadError: its file cannot be read.
        """
        return load_shape(self.files[index]).transformed(z_up_to_y_up())

    def read(self, index: int) -> Sample:
        file = self.files[index]
        return sample_of_shape(
            self.shape(index),
            self.config,
            id=file.stem,
            captions=(self.category(index),),
            category=file.parent.parent.name,
        )

    def about(self) -> dict[str, Any]:
        return {**super().about(), "part": self.part, **asdict(self.config)}
