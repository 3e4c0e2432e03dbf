"""Which point of a procedural shape is which point of another of its category: its parts and their faces tell.

The truth that learned correspondences are measured against. A part that two shapes build of the same faces is mapped face by
face: the middle of a seat is the middle of the other seat, however wide it is. A part of other faces (five legs, not four)
is laid box on box.
"""

from __future__ import annotations

import numpy as np

from trivium.geometry import Mesh, sample_surface
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.shapes import Array, IntArray

SAMPLES = 4000  # points of a part, among which the nearest in its box is looked for
THIN = 1e-6


def corresponding_points(
    source: Mesh, triangles: IntArray, points: Array, target: Mesh, *, rng: np.random.Generator
) -> Array:
    """(N, 3) where points of ``source`` are on ``target``; NaN where it has no such part.

    Args:
        triangles: (N,) of ``source.triangles`` that the points (N, 3) lie on.
        target: another shape of the same category, or the same in another frame.
    """
    found = np.full(points.shape, np.nan, np.float32)
    parts = np.array([surface.name for surface in source.surfaces])[source.triangles.surface[triangles]]
    for part in np.unique(parts):
        rows = np.flatnonzero(parts == part)
        before, after = (_of_part(mesh, part) for mesh in (source, target))
        if not len(after):
            continue
        if _same_faces(source, before, target, after):
            place = np.full(len(source.triangles), -1)
            place[before] = after
            weights = barycentric(source.triangles.corners[triangles[rows]], points[rows])
            found[rows] = np.einsum("nk,nkj->nj", weights, target.triangles.corners[place[triangles[rows]]])
        else:
            found[rows] = _box_on_box(source.triangles.corners[before], points[rows], target, part, rng)
    return found


def barycentric(corners: Array, points: Array) -> Array:
    """(N, 3) weights of the corners (N, 3, 3) of triangles at points (N, 3) in their planes; even ones where there is no area."""
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    inside = points - corners[:, 0]
    aa, ab, bb = ((x * y).sum(1) for x, y in ((first, first), (first, second), (second, second)))
    ca, cb = (inside * first).sum(1), (inside * second).sum(1)
    area = aa * bb - ab * ab
    flat = area <= 1e-20
    area = np.where(flat, 1, area)
    v, w = (bb * ca - ab * cb) / area, (aa * cb - ab * ca) / area
    weights = np.stack([1 - v - w, v, w], 1).clip(0, 1)
    weights = np.where(flat[:, None], 1, weights)
    return (weights / weights.sum(1, keepdims=True)).astype(np.float32)


def _of_part(mesh: Mesh, part: str) -> IntArray:
    """The triangles of all surfaces of that name."""
    named = np.array([surface.name == part for surface in mesh.surfaces])
    return np.flatnonzero(named[mesh.triangles.surface])


def _same_faces(source: Mesh, before: IntArray, target: Mesh, after: IntArray) -> bool:
    """Whether both build the part of as many surfaces with the same faces, one after the other."""
    if len(before) != len(after):
        return False
    a, b = ([mesh.surfaces[i].faces for i in np.unique(mesh.triangles.surface[rows])]
            for mesh, rows in ((source, before), (target, after)))  # fmt: skip
    return len(a) == len(b) and all(np.array_equal(x, y) for x, y in zip(a, b, strict=True))


def _box_on_box(corners: Array, points: Array, target: Mesh, part: str, rng: np.random.Generator) -> Array:
    own = Mesh(tuple(surface for surface in target.surfaces if surface.name == part))
    candidates = sample_surface(own, SAMPLES, rng=rng).points
    low, high = corners.reshape(-1, 3).min(0), corners.reshape(-1, 3).max(0)
    start, end = own.bounds
    wanted = start + (points - low) / np.maximum(high - low, THIN) * (end - start)
    return candidates[nearest_neighbors(wanted.astype(np.float32), candidates, 1)[:, 0]]
