"""Clouds made even: one point for each occupied cell of a grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trivium.geometry.shapes import Array, IntArray, PointCloud


@dataclass(frozen=True, eq=False)
class Thinned:
    """A thinned cloud, and for each of the N points it was made from the index of the one that stands for it."""

    cloud: PointCloud
    owner: IntArray  # (N,)


def thinned(cloud: PointCloud, cell: float) -> Thinned:
    """The mean of the points, and of their colours, in each cell of a grid; normals are dropped: a mean of both sides of a
    board is neither."""
    keys = np.floor((cloud.points - cloud.bounds[0]) / cell).astype(np.int64)
    span = keys.max(0) + 1
    flat = (keys[:, 0] * span[1] + keys[:, 1]) * span[2] + keys[:, 2]
    _, owner = np.unique(flat, return_inverse=True)
    counts = np.bincount(owner)
    colors = None if cloud.colors is None else _means(cloud.colors, owner, counts)
    return Thinned(PointCloud(_means(cloud.points, owner, counts), colors, None, cloud.name), owner)


def _means(values: Array, owner: IntArray, counts: IntArray) -> Array:
    sums = [np.bincount(owner, values[:, axis], len(counts)) for axis in range(values.shape[1])]
    return (np.stack(sums, 1) / counts[:, None]).astype(np.float32)
