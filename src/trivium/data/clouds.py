"""Stored points to training clouds: other points each time, moved a little, without what scans lack."""

from __future__ import annotations

import numpy as np

from trivium.geometry.shapes import Array


def training_cloud(
    stored: Array, num_points: int, *, colorless: bool, color_fill: float, rng: np.random.Generator,
    guessed: bool = False, jitter: float = 0.004, shrink: float = 0.1,
) -> Array:  # fmt: skip
    """(num_points, 9) float32 from stored rows (N, 9) of position, colour (NaN: unknown) and normal, in the unit ball.

    Args:
        colorless: all colours become ``color_fill``, as unknown ones always do.
        guessed: normals point away from the centroid, as do those that are estimated for clouds without.
        shrink: how much smaller the cloud may become.
    """
    rows = stored[rng.choice(len(stored), num_points, replace=len(stored) < num_points)].astype(np.float32)
    unknown = np.isnan(rows[:, 3:6]).any(1)
    rows[slice(None) if colorless else unknown, 3:6] = color_fill
    rows[:, :3] = rows[:, :3] * rng.uniform(1 - shrink, 1.0) + rng.normal(0, jitter, (num_points, 3))
    normals = rows[:, 6:9] + rng.normal(0, 0.1, (num_points, 3))
    if guessed:
        outward = (normals * (rows[:, :3] - rows[:, :3].mean(0))).sum(1)
        normals[outward < 0] *= -1
    rows[:, 6:9] = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    return rows
