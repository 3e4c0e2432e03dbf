"""Frames: axis changes that say what they are, and the unit sphere."""

from __future__ import annotations

import numpy as np

from trivium.errors import ShapeError
from trivium.geometry.shapes import Array, Shape


def z_up_to_y_up() -> Array:
    """(4, 4) rotation (x, y, z) -> (x, z, -y): proper, keeps handedness."""
    return np.array([[1, 0, 0, 0], [0, 0, 1, 0], [0, -1, 0, 0], [0, 0, 0, 1]], np.float32)


def swap_yz(points: Array) -> Array:
    """(x, y, z) -> (x, z, y): *mirrors* the shape (determinant -1). For OpenShape-like checkpoints only."""
    return points[..., [0, 2, 1]]


def unit_sphere(shape: Shape) -> Array:
    """(4, 4) matrix that moves the centre of the bounding box to 0 and the farthest corner into the unit ball."""
    low, high = shape.bounds.astype(np.float64)
    center = (low + high) / 2
    points = getattr(shape, "points", None)
    points = shape.triangles.corners.reshape(-1, 3) if points is None else points  # type: ignore[union-attr]
    radius = float(np.sqrt(((points.astype(np.float64) - center) ** 2).sum(1).max()))
    scale = 1 / radius if radius > 0 else 1.0
    matrix = np.eye(4)
    matrix[:3, :3] *= scale
    matrix[:3, 3] = -center * scale
    return matrix.astype(np.float32)


def normalized(shape: Shape) -> Shape:
    """The shape moved into the unit ball around the centre of its bounding box."""
    return shape.transformed(unit_sphere(shape))


def unit_around_mean(points: Array) -> Array:
    """(N, 3) points moved to their mean and scaled into the unit ball, as OpenShape, ULIP and Uni3D do. Not by the box.

    Raises:
        ShapeError: all points are at one place, or too far away for float32.
    """
    centered = points - points.mean(0, dtype=np.float64)
    radius = float(np.sqrt((centered**2).sum(1).max()))
    if not np.isfinite(radius) or radius <= 1e-12 * max(1.0, float(abs(points).max())):
        raise ShapeError(f"the points are within {radius:g} of each other: there is no shape to see")
    return (centered / radius).astype(np.float32)
