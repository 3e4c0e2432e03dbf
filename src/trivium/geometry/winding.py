"""Which points are inside of a mesh: generalized winding numbers (Jacobson et al. 2013)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trivium.geometry.shapes import Array, Mesh

CHUNK = 100_000  # pairs of points and triangles at once: they stay in the cache of a processor


def inside(mesh: Mesh, points: Array) -> NDArray[np.bool_]:
    """(Q,) whether points (Q, 3) are inside of any surface of a mesh.

    Surface by surface, so that solids that reach into each other, or are turned inside out, count as what they are.
    """
    found = np.zeros(len(points), bool)
    for number in np.unique(mesh.triangles.surface):
        found |= np.abs(winding_numbers(mesh.triangles.corners[mesh.triangles.surface == number], points)) > 0.5
    return found


def winding_numbers(corners: Array, points: Array) -> Array:
    """(Q,) how often triangles (T, 3, 3) go around points (Q, 3): 1 inside of a closed surface that faces outwards, 0 outside.

    The sum of their solid angles (van Oosterom and Strackee 1983).
    """
    total = np.zeros(len(points), np.float32)
    a, b, c = (corners[:, i].astype(np.float32) for i in range(3))
    across = np.cross(a, b) + np.cross(b, c) + np.cross(c, a)
    volumes = np.einsum("tk,tk->t", a, np.cross(b, c))
    step = max(1, CHUNK // max(len(corners), 1))
    for start in range(0, len(points), step):
        p = points[start : start + step].astype(np.float32)
        square = (p**2).sum(1)[:, None]

        def dots(x: Array, y: Array, p: Array = p, square: Array = square) -> Array:
            """(Q, T) (x - p) . (y - p)"""
            return (x * y).sum(1) - p @ (x + y).T + square

        la, lb, lc = (np.sqrt(np.maximum(dots(v, v), 0)) for v in (a, b, c))
        around = la * lb * lc + dots(a, b) * lc + dots(b, c) * la + dots(c, a) * lb
        total[start : start + step] = np.arctan2(volumes - p @ across.T, around).sum(1) / (2 * np.pi)
    return total
