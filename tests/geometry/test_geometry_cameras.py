"""Cameras: conventions in words of the docs, and arithmetic against naive loops."""

from __future__ import annotations

import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import Cameras, orbit_cameras, orbit_rotations, rotation_error

RNG = np.random.default_rng(0)
HALF = np.pi / 2


def test_projection_matches_a_naive_loop() -> None:
    cameras = orbit_cameras([0.3, -2.0, 4.0], [0.2, -0.7, 1.2], roll=[0, 0.5, -3], size=64, fov=0.6)
    points = RNG.normal(size=(20, 3)).astype(np.float32)
    pixels, depth = cameras.project(points)
    for v in range(3):
        for n in range(20):
            x, y, z, _ = cameras.cam_from_world[v] @ np.append(points[n], 1)
            expected = [x / z * cameras.focal[v] + 32, y / z * cameras.focal[v] + 32]
            np.testing.assert_allclose(pixels[v, n], expected, rtol=1e-4, atol=1e-3)
            assert depth[v, n] == pytest.approx(z, rel=1e-5)


def test_rays_invert_projection() -> None:
    cameras = orbit_cameras([0.4, 2.5], [0.3, -0.2], roll=0.7, size=16, target=(1, 2, 3))
    rays = cameras.rays()
    depth = RNG.uniform(1, 5, (2, 16, 16, 1)).astype(np.float32)
    points = cameras.centers[:, None, None] + rays * depth
    for v in range(2):
        pixels, z = cameras.project(points[v].reshape(-1, 3))
        grid = np.stack(np.meshgrid(np.arange(16) + 0.5, np.arange(16) + 0.5), -1)
        np.testing.assert_allclose(pixels[v].reshape(16, 16, 2), grid, atol=1e-3)
        np.testing.assert_allclose(z[v].reshape(16, 16), depth[v, :, :, 0], rtol=1e-4)


@pytest.mark.parametrize(
    ("azimuth", "elevation", "side"),
    [
        (0, 0, (0, 0, 1)),
        (HALF, 0, (1, 0, 0)),
        (-HALF, 0, (-1, 0, 0)),
        (np.pi, 0, (0, 0, -1)),
        (0, HALF, (0, 1, 0)),
        (0, -HALF, (0, -1, 0)),
    ],
)
def test_where_the_camera_stands(azimuth: float, elevation: float, side: tuple[float, ...]) -> None:
    cameras = orbit_cameras(azimuth, elevation, distance=5.0, target=(1, 2, 3))
    np.testing.assert_allclose(cameras.centers[0], np.array([1, 2, 3]) + 5 * np.array(side), atol=1e-5)
    np.testing.assert_allclose(cameras.cam_from_world[0, 2, :3], -np.array(side), atol=1e-6)  # looks at the target


def test_up_is_up_and_right_is_right() -> None:
    pixels, _ = orbit_cameras(0, 0, size=100).project(np.array([[0.5, 0, 0], [0, 0.5, 0]], np.float32))
    assert pixels[0, 0, 0] > 60 and pixels[0, 0, 1] == pytest.approx(50)  # +X is to the right seen from the front
    assert pixels[0, 1, 1] < 40 and pixels[0, 1, 0] == pytest.approx(50, abs=1e-3)  # +Y is up: y grows downwards


def test_roll_turns_the_picture_clockwise() -> None:
    top = np.array([[0, 0.5, 0]], np.float32)
    pixels, _ = orbit_cameras(0, 0, roll=HALF, size=100).project(top)
    assert pixels[0, 0, 0] > 60 and pixels[0, 0, 1] == pytest.approx(50, abs=1e-3)


def test_the_ball_just_fits() -> None:
    points = RNG.normal(size=(5000, 3))
    points = (2.5 * points / np.linalg.norm(points, axis=1, keepdims=True) + (1, 0, -1)).astype(np.float32)
    cameras = orbit_cameras([0.1, 2.0], [0.5, -0.5], radius=2.5, target=(1, 0, -1), size=200)
    pixels, _ = cameras.project(points)
    assert pixels.min() > 0 and pixels.max() < 200
    assert pixels.min() < 12, "the margin is small"


def test_rotations_are_proper_even_at_the_poles() -> None:
    rotations = orbit_rotations([0, 1, 2, 3], [HALF, -HALF, 0.3, 0], [0, 1, 2, 3])
    np.testing.assert_allclose(rotations @ rotations.transpose(0, 2, 1), np.tile(np.eye(3), (4, 1, 1)), atol=1e-6)
    np.testing.assert_allclose(np.linalg.det(rotations), 1, atol=1e-6)


@pytest.mark.parametrize("angle", [0.0, 1e-3, 0.5, 3.0, np.pi])
def test_rotation_error_is_the_angle(angle: float) -> None:
    c, s = np.cos(angle), np.sin(angle)
    base = orbit_rotations(0.3, 0.4, 0.5)[0].astype(np.float64)
    base = np.linalg.svd(base)[0] @ np.linalg.svd(base)[2]
    turned = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]) @ base
    assert rotation_error(base, turned) == pytest.approx(angle, abs=1e-6)
    assert rotation_error(np.stack([base] * 3), turned).shape == (3,)


def test_wrong_shapes_are_refused() -> None:
    with pytest.raises(ShapeError, match=r"expected \(V, 4, 4\)"):
        Cameras(np.zeros((2, 3, 3), np.float32), np.ones(2, np.float32), (8, 8))
    with pytest.raises(ShapeError):
        Cameras(np.zeros((2, 4, 4), np.float32), np.ones(3, np.float32), (8, 8))
