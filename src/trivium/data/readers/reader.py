"""What every data set looks like from outside: objects that are counted, named, and read one at a time."""

from __future__ import annotations

import json
import logging
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Literal

import numpy as np

from trivium.data.samples import Sample, cloud_rows, object_rng
from trivium.errors import DatasetError, LoadError, ShapeError
from trivium.geometry import PointCloud, normalized, subsample
from trivium.geometry.shapes import Array

_log = logging.getLogger(__name__)
_GREY_FILLS = (0.4, 100 / 255)  # what OpenShape and its heirs write where a surface has no colour


@dataclass(frozen=True, kw_only=True)
class FailedObject:
    """An object that could not be read: what it is called, its file, and a stable code (``errors.LOAD_CODES``)."""

    id: str
    path: str
    code: str
    message: str


class Reader(ABC):
    """A data set. Iterating gives every sample that can be read; those that cannot are logged by name."""

    layout: ClassVar[str]  # a stable name, stored with shards
    normals: ClassVar[Literal["face", "estimated"]] = "face"

    @abstractmethod
    def __len__(self) -> int:
        """Objects, readable or not."""

    @abstractmethod
    def name(self, index: int) -> tuple[str, str]:
        """Id of an object, and its file ("" if it has none). Nothing is read."""

    @abstractmethod
    def read(self, index: int) -> Sample:
        """One object.

        Raises:
            LoadError: with a stable code; the message names the file.
            ShapeError: arrays that do not fit together.
        """

    def __iter__(self) -> Iterator[Sample]:
        for index in range(len(self)):
            outcome = read_or_fail(self, index)
            if isinstance(outcome, Sample):
                yield outcome
            else:
                _log.warning("%s: %s (%s)", outcome.id, outcome.message, outcome.code)

    def about(self) -> dict[str, Any]:
        """What an index of shards says of where they come from. Everything that changes the samples is in it."""
        return {"layout": self.layout, "normals": self.normals}


def read_or_fail(reader: Reader, index: int) -> Sample | FailedObject:
    """A sample, or why there is none. Only our own faults raise."""
    id, path = reader.name(index)
    try:
        return reader.read(index)
    except LoadError as error:
        return FailedObject(id=id, path=path, code=error.code, message=str(error))
    except (ShapeError, OSError) as error:
        return FailedObject(id=id, path=path, code="unreadable", message=str(error))


def read_json(path: Path) -> Any:
    """A split or another list of a data set.

    Raises:
        DatasetError: it is missing or not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DatasetError(f"there is no {path}: it must list the objects of the data set") from error
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path} is not JSON: {error}") from error


def read_rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """A JSON list of objects that have at least these ``columns``, all text.

    Raises:
        DatasetError: it is something else.
    """
    rows = read_json(path)
    if not isinstance(rows, list):
        raise DatasetError(
            f"{path} holds a {type(rows).__name__}, expected a list of objects with {', '.join(columns)}"
        )
    for i, row in enumerate(rows):
        if not isinstance(row, dict) or not all(isinstance(row.get(c), str) for c in columns):
            raise DatasetError(f"entry {i} of {path} is {row!r:.120}, expected an object with {', '.join(columns)}")
    return rows


def rows_of_cloud(xyz: Array, rgb: Array | None, num_points: int, id: str) -> Array:
    """(num_points, 9) of stored points, Y up: moved into the unit ball, normals estimated, a grey fill made unknown.

    Args:
        xyz: (N, 3).
        rgb: (N, 3) sRGB in [0, 1], or None.

    Raises:
        ShapeError: arrays that are not (N, 3), or not finite.
    """
    if xyz.ndim != 2 or xyz.shape[1] != 3 or (rgb is not None and rgb.shape != xyz.shape):
        raise ShapeError(f"points {xyz.shape} with colours {None if rgb is None else rgb.shape}, expected both (N, 3)")
    colors = None if rgb is None or _is_fill(rgb) else np.clip(rgb, 0, 1).astype(np.float32)
    cloud = PointCloud(xyz.astype(np.float32), colors, None, id)
    cloud = subsample(normalized(cloud), num_points, rng=object_rng(id, 0))  # type: ignore[arg-type]
    return cloud_rows(cloud)


def _is_fill(rgb: Array) -> bool:
    return any(bool(np.abs(rgb - fill).max(initial=0) < 1e-3) for fill in _GREY_FILLS)
