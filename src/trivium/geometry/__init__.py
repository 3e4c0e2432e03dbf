"""Shapes, sampling, neighbours, frames and cameras: numpy only, no files, no networks."""

from trivium.geometry.cameras import Cameras, orbit_cameras, orbit_rotations, rotation_error
from trivium.geometry.frames import normalized, swap_yz, unit_around_mean, unit_sphere, z_up_to_y_up
from trivium.geometry.neighbors import estimate_normals, nearest_neighbors, pairs_within, with_normals
from trivium.geometry.poses import Pose, PoseGrid
from trivium.geometry.sampling import farthest_point_sampling, sample_surface, subsample
from trivium.geometry.shapes import Mesh, PointCloud, Shape, Surface, Triangles, Views

__all__ = [
    "Cameras",
    "Mesh",
    "PointCloud",
    "Pose",
    "PoseGrid",
    "Shape",
    "Surface",
    "Triangles",
    "Views",
    "estimate_normals",
    "farthest_point_sampling",
    "nearest_neighbors",
    "normalized",
    "orbit_cameras",
    "orbit_rotations",
    "pairs_within",
    "rotation_error",
    "sample_surface",
    "subsample",
    "swap_yz",
    "unit_around_mean",
    "unit_sphere",
    "with_normals",
    "z_up_to_y_up",
]
