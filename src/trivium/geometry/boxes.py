"""Boxes that stand upright and are turned as their content is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from trivium.geometry.shapes import Array


@dataclass(frozen=True, eq=False)
class UprightBox:
    """Lengths in the units of the points; ``yaw`` in radians about +Y, in [0, pi/2): a box has no front."""

    center: Array  # (3,)
    size: Array  # (3,) along its own x, y and z
    yaw: float

    @property
    def corners(self) -> Array:
        """(8, 3): four below, then four above, each around."""
        signs = np.array([(x, y, z) for y in (-1, 1) for x, z in ((-1, -1), (1, -1), (1, 1), (-1, 1))], np.float32)
        return self._turned((signs * self.size / 2).astype(np.float32)) + self.center

    def contains(self, point: Array) -> bool:
        c, s = np.cos(self.yaw), np.sin(self.yaw)
        x, y, z = np.asarray(point) - self.center
        return bool((np.abs([c * x - s * z, y, s * x + c * z]) <= self.size / 2 + 1e-6).all())

    def _turned(self, points: Array) -> Array:
        c, s = np.cos(self.yaw), np.sin(self.yaw)
        return np.stack([c * points[:, 0] + s * points[:, 2], points[:, 1], -s * points[:, 0] + c * points[:, 2]], 1)


def upright_box(points: Array) -> UprightBox:
    """The upright box of least area seen from above; one of its sides is a side of the convex hull (Freeman and Shapira 1975)."""
    flat = points[:, [0, 2]].astype(np.float64)
    try:
        hull = flat[ConvexHull(flat).vertices]
    except (QhullError, ValueError):  # all on one line, or too few
        hull = flat
    sides = np.roll(hull, -1, axis=0) - hull
    angles = np.unique(np.round(np.arctan2(-sides[:, 1], sides[:, 0]) % (np.pi / 2), 4))
    c, s = np.cos(angles)[:, None], np.sin(angles)[:, None]
    x, z = c * hull[:, 0] - s * hull[:, 1], s * hull[:, 0] + c * hull[:, 1]
    best = int((np.ptp(x, axis=1) * np.ptp(z, axis=1) + 1e-6 * (np.ptp(x, axis=1) + np.ptp(z, axis=1))).argmin())
    yaw = float(angles[best])
    low, high = (np.array([f(x[best]), f(points[:, 1]), f(z[best])], np.float32) for f in (np.min, np.max))
    local = UprightBox(((low + high) / 2).astype(np.float32), high - low, yaw)
    return UprightBox(local._turned(local.center[None])[0].astype(np.float32), local.size, yaw)
