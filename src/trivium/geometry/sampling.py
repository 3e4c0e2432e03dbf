"""Points on surfaces, and choosing few of many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trivium.errors import ShapeError
from trivium.geometry.shapes import Array, IntArray, Mesh, PointCloud


def sample_surface(mesh: Mesh, num_points: int, *, rng: np.random.Generator, color_fill: float = 0.5) -> PointCloud:
    """``num_points`` points spread evenly over the area, with colour and *face* normal (FusionBERT, sec. 3.2).

    Stratified along the cumulative area: point i falls in the i-th of N equal slices, which halves the noise of
    independent draws. The order is then shuffled. Colours are None if no surface has a known colour; where only some have,
    the others are grey, ``color_fill``.

    Raises:
        ShapeError: the mesh has no area to sample.
    """
    triangles = mesh.triangles
    cumulative = np.cumsum(triangles.areas, dtype=np.float64)
    if not len(cumulative) or not cumulative[-1] > 0:
        raise ShapeError(f"the mesh '{mesh.name}' has zero area: there is no surface to sample")
    targets = (np.arange(num_points) + rng.random(num_points)) / num_points * cumulative[-1]
    picked = np.minimum(np.searchsorted(cumulative, targets, side="right"), len(cumulative) - 1)
    rng.shuffle(picked)
    r1, r2 = np.sqrt(rng.random(num_points)), rng.random(num_points)  # uniform in a triangle (Osada et al. 2002)
    barycentric = np.stack([1 - r1, r1 * (1 - r2), r1 * r2], -1).astype(np.float32)
    points = np.einsum("nk,nkc->nc", barycentric, triangles.corners[picked])
    colors = mesh.colors_at(picked, barycentric, fill=color_fill) if mesh.has_color else None
    return PointCloud(points, colors, triangles.normals[picked], mesh.name)


def farthest_point_sampling(points: Array, num_points: int, *, allowed: NDArray[np.bool_] | None = None) -> IntArray:
    """(num_points,) indices, each point farthest from those chosen before (Gonzalez 1985).

    Starts at index 0, not at random, so embeddings are reproducible.

    Args:
        allowed: (N,) bools; after the first, only these points are chosen, and index 0 where there are none.

    Raises:
        ShapeError: fewer points than asked for.
    """
    if len(points) < num_points:
        raise ShapeError(f"the cloud has {len(points)} points, {num_points} were asked for; sample more of the surface")
    points = np.asarray(points, np.float32)
    nearest = np.full(len(points), np.inf, np.float32)  # squared distance to what is chosen
    if allowed is not None:
        nearest[~allowed] = -1
    columns, axes = points[:, :, None], np.ascontiguousarray(points.T)
    offsets = np.empty_like(axes)
    squared = offsets[0]
    chosen = np.zeros(num_points, np.int64)
    for i in range(1, num_points):  # a few passes over flat arrays in cache: half the time of compiled samplers
        np.subtract(axes, columns[chosen[i - 1]], out=offsets)
        np.square(offsets, out=offsets)
        np.add(squared, offsets[1], out=squared)
        np.add(squared, offsets[2], out=squared)
        np.minimum(nearest, squared, out=nearest)
        best = nearest.argmax()
        chosen[i] = best if nearest[best] >= 0 else 0
    return chosen


def subsample(cloud: PointCloud, num_points: int, *, rng: np.random.Generator) -> PointCloud:
    """Exactly ``num_points`` points: without repetition if there are enough, else each at least once.

    In a new order: files are often sorted, and a ball query takes the first points by index.
    """
    n = len(cloud)
    chosen = rng.permutation(n)[:num_points]
    return cloud[np.concatenate([chosen, rng.integers(0, n, num_points - len(chosen))])]
