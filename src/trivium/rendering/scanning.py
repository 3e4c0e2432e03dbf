"""A mesh as a laser scanner would see it: only what is visible from where the scanner stood, denser the nearer it was."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from trivium.geometry import Cameras, Mesh, PointCloud
from trivium.geometry.cameras import orbit_rotations
from trivium.geometry.shapes import IntArray
from trivium.rendering.raycast import render_views

_SIDES = ((0.0, 0.0), (90.0, 0.0), (180.0, 0.0), (270.0, 0.0), (0.0, 90.0), (0.0, -90.0))  # azimuth, elevation


@dataclass(frozen=True, eq=False)
class Scan:
    """Points of a mesh, with colours and face normals, and the triangle that each lies on, (N,) into ``mesh.triangles``."""

    cloud: PointCloud
    triangles: IntArray


def scanned(mesh: Mesh, positions: ArrayLike, num_points: int, *, rng: np.random.Generator, noise: float = 0.0) -> Scan:
    """What is seen of a mesh from ``positions`` (P, 3), in six square pictures of 90 degrees around each.

    Args:
        num_points: at most; fewer where rays leave the mesh.
        noise: standard deviation of the distance that is measured, in units of the mesh.
    """
    positions = np.atleast_2d(np.asarray(positions, np.float32))
    size = int(np.ceil(np.sqrt(num_points / (len(positions) * len(_SIDES)))))
    views = render_views(mesh, _cube_cameras(positions, size))
    seen = views.mask.reshape(-1)
    points, normals = (a.reshape(-1, 3)[seen] for a in (views.points, views.normals))
    if noise:
        eyes = np.repeat(positions, len(_SIDES) * size * size, axis=0)[seen]
        rays = points - eyes
        rays /= np.maximum(np.linalg.norm(rays, axis=1, keepdims=True), 1e-9)
        points = points + rays * rng.normal(0, noise, (len(points), 1)).astype(np.float32)
    colors = (views.albedo.reshape(-1, 3)[seen] / 255).astype(np.float32) if mesh.has_color else None
    kept = rng.permutation(len(points))[:num_points]
    cloud = PointCloud(points, colors, normals, mesh.name)[kept]
    return Scan(cloud, views.triangles.reshape(-1)[seen][kept].astype(np.int64))


def _cube_cameras(positions: np.ndarray, size: int) -> Cameras:
    azimuth, elevation = np.radians(_SIDES).T
    rotations = np.tile(orbit_rotations(azimuth, elevation), (len(positions), 1, 1))
    matrices = np.tile(np.eye(4, dtype=np.float32), (len(rotations), 1, 1))
    matrices[:, :3, :3] = rotations
    matrices[:, :3, 3] = -np.einsum("vij,vj->vi", rotations, np.repeat(positions, len(_SIDES), axis=0))
    return Cameras(matrices, np.full(len(rotations), size / 2, np.float32), (size, size))
