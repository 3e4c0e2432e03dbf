"""Cameras: ``cam_from_world`` with x right, y down, z forward. Angles in radians.

A pose is azimuth, elevation, roll, distance around a target. Azimuth 0 looks at the front (+Z side) of the shape,
growing azimuth moves the camera towards +X; elevation lifts it towards +Y; roll turns the picture clockwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from trivium.errors import ShapeError
from trivium.geometry.shapes import Array


@dataclass(frozen=True, eq=False)
class Cameras:
    """V pinhole cameras with square pixels and one picture size."""

    cam_from_world: Array  # (V, 4, 4)
    focal: Array  # (V,) in pixels
    size: tuple[int, int]  # height, width

    def __post_init__(self) -> None:
        v = len(self.cam_from_world)
        if self.cam_from_world.shape != (v, 4, 4) or self.focal.shape != (v,):
            raise ShapeError(
                f"got cam_from_world {self.cam_from_world.shape} and focal {self.focal.shape}, "
                "expected (V, 4, 4) and (V,)"
            )

    def __len__(self) -> int:
        return len(self.focal)

    @property
    def centers(self) -> Array:
        """(V, 3) camera positions in the world."""
        rotation, translation = self.cam_from_world[:, :3, :3], self.cam_from_world[:, :3, 3]
        return -np.einsum("vji,vj->vi", rotation, translation)

    def rays(self) -> Array:
        """(V, H, W, 3) world directions through pixel centres, of length 1 along the camera axis (so t is depth)."""
        height, width = self.size
        x = (np.arange(width, dtype=np.float32) + 0.5 - width / 2) / self.focal[:, None]  # (V, W)
        y = (np.arange(height, dtype=np.float32) + 0.5 - height / 2) / self.focal[:, None]  # (V, H)
        right, down, forward = (self.cam_from_world[:, i, :3][:, None, None] for i in range(3))
        return x[:, None, :, None] * right + y[:, :, None, None] * down + forward

    def project(self, points: Array) -> tuple[Array, Array]:
        """Pixels (V, N, 2) as x, y and depths (V, N) of world points (N, 3)."""
        rotation, translation = self.cam_from_world[:, :3, :3], self.cam_from_world[:, :3, 3]
        local = np.einsum("vij,nj->vni", rotation, points) + translation[:, None]
        depth = local[..., 2]
        height, width = self.size
        scale = self.focal[:, None] / np.where(np.abs(depth) < 1e-12, 1e-12, depth)
        pixels = np.stack([local[..., 0] * scale + width / 2, local[..., 1] * scale + height / 2], -1)
        return pixels.astype(np.float32), depth.astype(np.float32)


def orbit_rotations(azimuth: ArrayLike, elevation: ArrayLike, roll: ArrayLike = 0.0) -> Array:
    """(V, 3, 3) camera-from-world rotations that look at the target from azimuth and elevation."""
    azimuth, elevation, roll = np.broadcast_arrays(*(np.asarray(a, np.float64) for a in (azimuth, elevation, roll)))
    azimuth, elevation, roll = (np.atleast_1d(a) for a in (azimuth, elevation, roll))
    zero = np.zeros_like(azimuth)
    back = np.stack([np.sin(azimuth) * np.cos(elevation), np.sin(elevation), np.cos(azimuth) * np.cos(elevation)], -1)
    right = np.stack([np.cos(azimuth), zero, -np.sin(azimuth)], -1)  # well defined also from straight above
    down = np.cross(-back, right)
    upright = np.stack([right, down, -back], -2)
    c, s = np.cos(roll), np.sin(roll)
    turn = np.stack([np.stack([c, -s, zero], -1), np.stack([s, c, zero], -1), np.stack([zero, zero, zero + 1], -1)], -2)
    return (turn @ upright).astype(np.float32)


def orbit_cameras(
    azimuth: ArrayLike,
    elevation: ArrayLike,
    *,
    roll: ArrayLike = 0.0,
    radius: float = 1.0,
    target: ArrayLike = (0.0, 0.0, 0.0),
    fov: float = np.radians(40.0),
    margin: float = 1.08,
    distance: float | None = None,
    size: int = 224,
) -> Cameras:
    """Cameras on a sphere around ``target`` that frame a ball of ``radius``.

    Args:
        azimuth, elevation, roll: radians, broadcast together to (V,).
        fov: full opening angle of the square picture, radians.
        margin: how much larger than the ball the frame is.
        distance: camera to target; by default as close as the margin allows.
        size: height and width in pixels.
    """
    rotations = orbit_rotations(azimuth, elevation, roll)
    if distance is None:
        distance = margin * radius / np.sin(fov / 2)
    matrices = np.tile(np.eye(4, dtype=np.float32), (len(rotations), 1, 1))
    matrices[:, :3, :3] = rotations
    matrices[:, :3, 3] = -rotations @ np.asarray(target, np.float32) + np.array([0, 0, distance], np.float32)
    focal = np.full(len(rotations), size / 2 / np.tan(fov / 2), np.float32)
    return Cameras(matrices, focal, (size, size))


def rotation_error(a: NDArray[np.floating], b: NDArray[np.floating]) -> NDArray[np.float64]:
    """Angle in radians between rotations (..., 3, 3): the geodesic distance on SO(3)."""
    trace = np.einsum("...ij,...ij->...", np.asarray(a, np.float64), np.asarray(b, np.float64))
    return np.arccos(np.clip((trace - 1) / 2, -1, 1))
