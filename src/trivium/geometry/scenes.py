"""A scene whose things are known: points, and which thing each belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trivium.errors import ShapeError
from trivium.geometry.shapes import IntArray, PointCloud


@dataclass(frozen=True, eq=False)
class LabelledScene:
    """Points in metres, Y up, and the instances in them.

    Attributes:
        instances: (N,) index into ``categories``; -1 for walls, floors, ceilings and what has no label.
        categories: the everyday noun of each instance.
    """

    cloud: PointCloud
    instances: IntArray
    categories: tuple[str, ...]

    def __post_init__(self) -> None:
        n, k = len(self.cloud), len(self.categories)
        if self.instances.shape != (n,):
            raise ShapeError(f"instances are {self.instances.shape}, expected ({n},): one for each point")
        if self.instances.min() < -1 or self.instances.max() >= k:
            raise ShapeError(f"an instance is outside -1..{k - 1}: there are {k} categories")

    def members(self, instance: int) -> IntArray:
        """Indices of the points of an instance."""
        return np.flatnonzero(self.instances == instance)
