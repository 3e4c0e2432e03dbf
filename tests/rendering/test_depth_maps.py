"""Depth maps against what geometry says: the depth at which the ray of each pixel meets a sphere."""

import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import Mesh, PointCloud, Surface, orbit_cameras
from trivium.procedural import generate
from trivium.rendering.depth_maps import AROUND, FARTHEST, depth_maps


def ball(count, center=(0.0, 0.0, 0.0), radius=1.0):
    """Points spread evenly over a sphere (a golden spiral)."""
    height = 1 - 2 * (np.arange(count) + 0.5) / count
    turn = np.pi * (3 - np.sqrt(5)) * np.arange(count)
    flat = np.sqrt(1 - height**2)
    points = np.stack([flat * np.cos(turn), height, flat * np.sin(turn)], 1)
    return PointCloud((np.asarray(center) + radius * points).astype(np.float32))


def depth_of_unit_sphere(camera):
    """(H, W) along the camera's axis, by the quadratic of each ray; inf where it misses."""
    height, width = camera.size
    y, x = (np.mgrid[:height, :width] + 0.5 - height / 2) / camera.focal[0]
    rays = np.stack([x, y, np.ones_like(x)], -1)  # in the camera's frame; the sphere is straight ahead
    distance = np.linalg.norm(camera.centers[0])
    a, b = (rays**2).sum(-1), rays[..., 2] * distance
    root = b**2 - a * (distance**2 - 1)
    return np.where(root > 0, (b - np.sqrt(np.maximum(root, 0))) / a, np.inf)


def test_a_ball_is_as_deep_as_its_rays_say():
    (picture,) = depth_maps(ball(40_000), around=((30.0, 20.0),))
    camera = orbit_cameras(np.radians(30), np.radians(20))
    depth = depth_of_unit_sphere(camera)
    distance = np.linalg.norm(camera.centers[0])
    expected = FARTHEST * (1 - np.clip((distance + 1 - depth) / 2, 0, 1))
    inner = depth < distance - 0.6  # beyond it the ball is seen too flat: a disc spans much depth
    assert inner.mean() > 0.2
    error = np.abs(picture[..., 0] / 255 - expected)[inner]
    assert error.max() < 0.04 and error.mean() < 0.02
    far_out = ~np.isfinite(depth_of_unit_sphere(orbit_cameras(0, 0, margin=1.0)))
    assert (picture[far_out] == 255).all()


def test_the_nearest_point_wins_and_is_darkest():
    near_and_far = PointCloud(np.array([[0, 0, 1], [0, 0, -1], [0.5, 0, -1], [-0.5, 0, -1]], np.float32))
    front, back = (depth_maps(near_and_far, around=((a, 0.0),), size=65)[0, 32, 32, 0] for a in (0.0, 180.0))
    assert front < 30 and back < 30  # from both sides the middle shows the nearer of two points


def test_size_and_place_do_not_matter_and_nothing_is_random():
    here, there = depth_maps(ball(2000), size=48), depth_maps(ball(2000, (3, -70, 9), 40.0), size=48)
    assert here.shape == (len(AROUND), 48, 48, 3) and here.dtype == np.uint8
    assert (np.abs(here.astype(int) - there) > 8).mean() < 0.01
    chair = generate("chair", seed=0).mesh
    np.testing.assert_array_equal(depth_maps(chair, size=32), depth_maps(chair, size=32))


def test_a_mesh_without_area_is_refused():
    flat = Mesh((Surface(np.zeros((3, 3), np.float32), np.array([[0, 1, 2]])),))
    with pytest.raises(ShapeError, match="zero area"):
        depth_maps(flat)
