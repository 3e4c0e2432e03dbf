"""Poses: from where an object is seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trivium.errors import ShapeError
from trivium.geometry.cameras import Cameras, orbit_cameras
from trivium.geometry.shapes import Array


@dataclass(frozen=True)
class Pose:
    """From where a shape, brought into the unit ball, is seen. Angles in radians.

    Azimuth 0 looks at the front (+Z); growing azimuth moves the camera towards +X, elevation lifts it, roll turns the
    picture clockwise. ``fov`` is the opening angle of the square picture, ``margin`` how much larger than the ball it is.
    """

    azimuth: float
    elevation: float
    roll: float = 0.0
    fov: float = float(np.radians(40.0))
    margin: float = 1.08

    def __post_init__(self) -> None:
        numbers = (self.azimuth, self.elevation, self.roll, self.fov, self.margin)
        if not np.isfinite(numbers).all() or not 0 < self.fov < np.pi or self.margin <= 0:
            raise ShapeError(f"got {self}, expected finite angles, an opening angle from 0 to pi, and a margin above 0")

    @property
    def distance(self) -> float:
        """Of the camera from the middle, in radii of the ball."""
        return float(self.margin / np.sin(self.fov / 2))

    @classmethod
    def of_rotation(cls, cam_from_world: Array) -> Pose:
        """The pose whose camera is turned like this (3, 3)."""
        right, down, forward = np.asarray(cam_from_world, np.float64)
        azimuth, elevation = np.arctan2(-forward[0], -forward[2]), np.arcsin(np.clip(-forward[1], -1, 1))
        level = np.array([np.cos(azimuth), 0, -np.sin(azimuth)])  # to the right, of a camera that is not rolled
        return cls(float(azimuth % (2 * np.pi)), float(elevation), float(np.arctan2(down @ level, right @ level)))

    def camera(self, size: int = 224) -> Cameras:
        return orbit_cameras(self.azimuth, self.elevation, roll=self.roll, fov=self.fov, margin=self.margin, size=size)


@dataclass(frozen=True, kw_only=True)
class PoseGrid:
    """Evenly spread poses: ``elevations`` x ``azimuths`` x ``rolls`` (PASR sec. 3.3: 4 x 12 x 4 = 192). Degrees here."""

    elevations: int = 4
    azimuths: int = 12
    rolls: int = 4
    lowest: float = -15.0
    highest: float = 65.0
    steepest_roll: float = 15.0

    def angles(self) -> Array:
        """(P, 3) azimuth, elevation, roll in radians; rolls vary fastest, then azimuths."""
        elevation = _spread(self.lowest, self.highest, self.elevations)
        azimuth = np.arange(self.azimuths) * (360.0 / self.azimuths)
        roll = _spread(-self.steepest_roll, self.steepest_roll, self.rolls)
        e, a, r = np.meshgrid(elevation, azimuth, roll, indexing="ij")
        return np.radians(np.stack([a, e, r], -1).reshape(-1, 3)).astype(np.float32)

    @property
    def spacing(self) -> Array:
        """(3,) radians from one azimuth, elevation and roll to the next; all of the range where there is but one."""
        ranges = (self.highest - self.lowest, 2 * self.steepest_roll)
        gaps = [width / max(1, count - 1) for width, count in zip(ranges, (self.elevations, self.rolls), strict=True)]
        return np.radians(np.array([360.0 / self.azimuths, *gaps], np.float32))

    def __len__(self) -> int:
        return self.elevations * self.azimuths * self.rolls


def _spread(low: float, high: float, count: int) -> Array:
    return np.linspace(low, high, count, dtype=np.float32) if count > 1 else np.array([(low + high) / 2], np.float32)
