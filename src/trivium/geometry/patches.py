"""Patches of a mesh: faces that are joined by an edge and look alike. Parts seldom end within one."""

from __future__ import annotations

import numpy as np

from trivium.geometry.pieces import components
from trivium.geometry.shapes import Array, IntArray, Mesh

SAME_PLACE = 1e-4  # of the longest side: corners that are nearer are one
SAME_COLOR = 0.06  # of each of red, green and blue


def patches_of(mesh: Mesh) -> IntArray:
    """(T,) numbers of patches, 0 the one of most faces.

    Neither names nor surfaces count, only where corners are and what colour faces have in their middle: a model exported as one surface has
    the same patches. Of a photographed texture, patches are small.
    """
    triangles = mesh.triangles
    spacing = SAME_PLACE * max(float(np.ptp(mesh.bounds, axis=0).max()), 1e-12)
    cells = np.round((triangles.corners.reshape(-1, 3) - mesh.bounds[0]) / spacing).astype(np.int64)
    corner = np.unique(cells, axis=0, return_inverse=True)[1].reshape(len(triangles), 3)
    edges = np.sort(np.stack([corner, np.roll(corner, -1, axis=1)], -1).reshape(-1, 2), axis=1)
    keys = edges[:, 0] * (int(corner.max()) + 1) + edges[:, 1]
    order = np.argsort(keys, kind="stable")
    shared = np.flatnonzero(keys[order[1:]] == keys[order[:-1]])
    pairs = np.stack([order[shared], order[shared + 1]], 1) // 3
    colors = face_colors(mesh)
    alike = np.abs(colors[pairs[:, 0]] - colors[pairs[:, 1]]).max(1) < SAME_COLOR
    return components(len(triangles), pairs[alike])


def face_colors(mesh: Mesh) -> Array:
    """(T, 3) sRGB in the middle of each face."""
    count = len(mesh.triangles)
    return mesh.colors_at(np.arange(count), np.full((count, 3), 1 / 3, np.float32))
