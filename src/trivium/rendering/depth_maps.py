"""Depth maps of a point cloud: how PointCLIP (Zhang et al. 2022) shows points to a tower for pictures
without training."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trivium.geometry import Mesh, Shape, normalized, orbit_cameras, sample_surface
from trivium.rendering.raycast import render_views

AROUND = tuple((45.0 * i, 20.0) for i in range(8))  # azimuth and elevation in degrees: a turn, a little from above
SAMPLED = 10_000
FARTHEST = 0.75  # of white: what is far away must still stand out from the white behind it


def depth_maps(shape: Shape, *, around: tuple[tuple[float, float], ...] = AROUND, size: int = 224) -> NDArray[np.uint8]:
    """(V, size, size, 3) grey pictures of points from V directions; the nearer, the darker, white behind.

    Points are discs as large as their spacing, and the nearest wins; of a mesh, ``SAMPLED`` points are drawn. The unit ball
    around them goes from black in front to ``FARTHEST`` at the back. PointCLIP draws single pixels, from six sides, on black;
    towers that have seen renderings before white recognize more this way.

    Raises:
        ShapeError: a mesh without area.
    """
    cloud = sample_surface(shape, SAMPLED, rng=np.random.default_rng(0)) if isinstance(shape, Mesh) else shape
    azimuths, elevations = np.radians(around).T
    cameras = orbit_cameras(azimuths, elevations, size=size)
    seen = render_views(normalized(cloud), cameras)
    distance = np.linalg.norm(cameras.centers, axis=1)[:, None, None]
    nearness = np.clip((distance + 1 - seen.depth) / 2, 0, 1)  # 1 at the front of the unit ball, 0 at its back
    grey = np.where(seen.mask, FARTHEST * (1 - nearness), 1)
    return np.repeat((grey * 255).round().astype(np.uint8)[..., None], 3, axis=-1)
