"""Rotations that leave a shape as it is: from where it looks the same, no picture can tell."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from trivium.geometry.shapes import Array, PointCloud

ANY = 36  # stands for every turn about an axis
ORDERS = (ANY, 8, 6, 5, 4, 3, 2)
UNEVEN = (41.0, 97.0, 166.0)  # degrees: whoever stands these stands any turn
TOLERANCE = 4.0  # times the distance between neighbouring points
ALMOST_ALL = 0.97  # of the points: one in a handle must not drown among those of the mug
COLOR_WEIGHT = 0.5  # of a difference in colour beside one in place, in radii


@dataclass(frozen=True)
class Symmetry:
    """How often a shape looks the same in a full turn about each axis; 1 is never but once, ``ANY`` always."""

    x: int = 1
    y: int = 1
    z: int = 1

    @property
    def trivial(self) -> bool:
        return self == Symmetry()

    @property
    def everywhere(self) -> bool:
        """As a ball does: any turn about two axes is any turn at all."""
        return (self.x, self.y, self.z).count(ANY) >= 2

    def rotations(self) -> Array:
        """(G, 3, 3) all turns about the axes, and of two of them one after the other."""
        turns = [[_turn(axis, 2 * np.pi * i / n) for i in range(n)] for axis, n in enumerate((self.x, self.y, self.z))]
        about_x, about_y, about_z = turns
        pairs = [(about_y, about_x), (about_y, about_z), (about_x, about_z)]
        found = [a @ b for first, second in pairs for a, b in itertools.product(first, second)]
        _, kept = np.unique(np.round(np.stack(found).reshape(-1, 9), 4), axis=0, return_index=True)
        return np.stack([found[i] for i in kept]).astype(np.float32)


def symmetry_of(cloud: PointCloud) -> Symmetry:
    """The symmetry of a sampled shape about the axes through the middle of its box, colours included.

    A turn is one of the shape's if almost all turned points, as places and colours, are as near to it as its own are to
    each other.
    """
    low, high = cloud.points.min(0), cloud.points.max(0)
    points = (cloud.points - (low + high) / 2) / max(float(np.linalg.norm(high - low)) / 2, 1e-9)
    colors = np.zeros_like(points) if cloud.colors is None else cloud.colors * COLOR_WEIGHT
    tree = cKDTree(np.concatenate([points, colors], 1))
    own = tree.query(tree.data, k=2)[0][:, 1]
    near = TOLERANCE * float(own.mean())

    def holds(axis: int, degrees: float) -> bool:
        turned = np.concatenate([points @ _turn(axis, np.radians(degrees)).T, colors], 1)
        return float(np.isfinite(tree.query(turned, distance_upper_bound=near)[0]).mean()) >= ALMOST_ALL

    def order(axis: int) -> int:
        if all(holds(axis, degrees) for degrees in UNEVEN):
            return ANY
        return next((n for n in ORDERS[1:] if holds(axis, 360 / n)), 1)

    return Symmetry(*(order(axis) for axis in range(3)))


def _turn(axis: int, angle: float) -> Array:
    c, s = np.cos(angle), np.sin(angle)
    turn = np.eye(3, dtype=np.float32)
    a, b = (axis + 1) % 3, (axis + 2) % 3
    turn[a, a], turn[a, b], turn[b, a], turn[b, b] = c, -s, s, c
    return turn
