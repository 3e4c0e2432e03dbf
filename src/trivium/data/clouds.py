"""Stored points to training clouds: other points each time, moved a little, without what scans lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trivium.errors import ConfigError
from trivium.geometry.shapes import Array


@dataclass(frozen=True, kw_only=True)
class CloudAugmentation:
    """How far a training cloud may be from the stored one: CG3D's scaling, rotation, random drop and perturbation."""

    scale: tuple[float, float] = (0.8, 1.2)
    turn: float = 180.0  # degrees about the vertical, to either side
    tilt: float = 3.0  # degrees about the other axes, standard deviation
    drop: float = 0.5  # at most this share of the points
    jitter: float = 0.01

    def __post_init__(self) -> None:
        low, high = self.scale
        if not 0 < low <= high or not 0 <= self.drop < 1 or min(self.turn, self.tilt, self.jitter) < 0:
            raise ConfigError(
                f"got {self}: expected 0 < scale, low first, 0 <= drop < 1, and no negative angle or jitter"
            )


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


def training_clouds(
    stored: Sequence[Array], num_points: int, *, colorless_share: float, guessed_share: float, color_fill: float,
    rng: np.random.Generator,
) -> Array:  # fmt: skip
    """(O, num_points, 9) ``training_cloud`` of each, full-size; a share of them without colours, a share with guessed normals."""
    return np.stack([
        training_cloud(
            rows, num_points, colorless=rng.random() < colorless_share, guessed=rng.random() < guessed_share,
            color_fill=color_fill, shrink=0.0, rng=rng,
        )
        for rows in stored
    ])  # fmt: skip


def augmented_cloud(rows: Array, config: CloudAugmentation, rng: np.random.Generator) -> Array:
    """Rows (N, 9) of ``training_cloud`` scaled, turned, and some of them dropped: others stand in for these, N stays."""
    yaw, *tilts = np.radians([rng.uniform(-config.turn, config.turn), *rng.normal(0, config.tilt, 2)])
    rotation = np.eye(3)
    for axis, angle in ((1, yaw), (0, tilts[0]), (2, tilts[1])):
        a, b = (i for i in range(3) if i != axis)
        turn = np.eye(3)
        turn[[a, a, b, b], [a, b, a, b]] = np.cos(angle), -np.sin(angle), np.sin(angle), np.cos(angle)
        rotation = turn @ rotation
    out = rows.copy()
    out[:, :3] = rows[:, :3] @ rotation.T * rng.uniform(*config.scale)
    out[:, 6:9] = rows[:, 6:9] @ rotation.T
    kept = rng.permutation(len(rows))[: max(1, round(len(rows) * (1 - rng.uniform(0, config.drop))))]
    return out[np.concatenate([kept, rng.choice(kept, len(rows) - len(kept))])]
