"""Surfaces refuse arrays that do not fit; instances, colours and transforms mean what the docs say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import Mesh, PointCloud, Surface

VERTICES = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
FACES = np.array([[0, 1, 2], [0, 2, 3]], np.int64)
UV = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
SQUARE = Surface(VERTICES, FACES, "square")
MIDDLE = np.full((1, 3), 1 / 3, np.float32)
FIRST = np.array([0])


@pytest.mark.parametrize(
    "change",
    [
        {"vertices": VERTICES[:, :2]},
        {"faces": FACES[:, :2]},
        {"faces": FACES + 1},
        {"faces": FACES - 1},
        {"uv": UV[:3]},
        {"uv": VERTICES},
        {"vertex_colors": VERTICES[:2]},
        {"face_colors": VERTICES},
        {"texture": np.zeros((2, 2, 3), np.uint8)},
        {"transforms": np.eye(4, dtype=np.float32)},
    ],
)
def test_wrong_arrays_are_refused(change: dict) -> None:
    with pytest.raises(ShapeError):
        replace(SQUARE, **change)


def test_empty_things_are_refused() -> None:
    with pytest.raises(ShapeError, match="at least one surface"):
        Mesh(())
    with pytest.raises(ShapeError, match="at least one point"):
        PointCloud(np.zeros((0, 3), np.float32))
    with pytest.raises(ShapeError, match="colors must be"):
        PointCloud(VERTICES, np.zeros((3, 3), np.float32))


def placed() -> Mesh:
    transforms = np.stack([np.eye(4), np.diag([2, 2, 2, 1])]).astype(np.float32)
    transforms[1, :3, 3] = (10, 0, 0)
    return Mesh((replace(SQUARE, transforms=transforms), Surface(VERTICES + 100, FACES[:1], "other")))


def test_instances_are_expanded_with_their_owners() -> None:
    mesh = placed()
    assert mesh.num_faces == len(mesh.triangles) == 5
    np.testing.assert_array_equal(mesh.triangles.surface, [0, 0, 0, 0, 1])
    np.testing.assert_array_equal(mesh.triangles.face, [0, 1, 0, 1, 0])
    np.testing.assert_allclose(mesh.triangles.corners[2], [[10, 0, 0], [12, 0, 0], [12, 2, 0]])
    np.testing.assert_allclose(mesh.bounds, [[0, 0, 0], [101, 101, 100]])
    assert mesh.area == pytest.approx(1 + 4 + 0.5, rel=1e-5)
    np.testing.assert_allclose(mesh.triangles.normals, np.tile([0, 0, 1], (5, 1)), atol=1e-6)


def test_transformed_shares_vertices() -> None:
    mesh = placed()
    turn = np.array([[0, -1, 0, 1], [1, 0, 0, 2], [0, 0, 1, 3], [0, 0, 0, 1]], np.float32)
    moved = mesh.transformed(turn)
    expected = mesh.triangles.corners @ turn[:3, :3].T + turn[:3, 3]
    np.testing.assert_allclose(moved.triangles.corners, expected, atol=1e-4)
    assert moved.surfaces[0].vertices is mesh.surfaces[0].vertices


def test_texture_lookup_is_upright_wraps_and_is_tinted() -> None:
    texture = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [255, 255, 255]]], np.uint8)
    corner = np.array([[1, 0, 0]], np.float32)
    cases = {(0.1, 0.9): (1, 0, 0), (0.9, 0.9): (0, 1, 0), (0.1, 0.1): (0, 0, 1), (1.1, -0.1): (1, 0, 0)}
    for uv, rgb in cases.items():
        surface = replace(SQUARE, texture=texture, uv=np.tile(np.float32(uv), (4, 1)))
        np.testing.assert_allclose(surface.colors_at(FIRST, corner)[0], rgb)
        tinted = replace(surface, color=(0.5, 0.5, 0.5)).colors_at(FIRST, corner)[0]
        np.testing.assert_allclose(tinted, np.array(rgb) / 2)


def test_the_most_specific_color_wins() -> None:
    looks = {"color": (0.1, 0.1, 0.1), "face_colors": np.full((2, 3), 0.2, np.float32)}
    assert Surface(VERTICES, FACES, **looks).colors_at(FIRST, MIDDLE)[0, 0] == pytest.approx(0.2)
    looks["vertex_colors"] = np.repeat(np.array([0, 0.3, 0.6, 1], np.float32)[:, None], 3, 1)
    assert Surface(VERTICES, FACES, **looks).colors_at(FIRST, MIDDLE)[0, 0] == pytest.approx(0.3)


def test_unknown_color() -> None:
    mesh = Mesh((SQUARE, replace(SQUARE, color=(1.0, 0.0, 0.0))))
    assert mesh.has_color and not SQUARE.has_color and not mesh.is_textured
    colors = mesh.colors_at(np.array([0, 2]), np.repeat(MIDDLE, 2, 0), fill=0.4)
    np.testing.assert_allclose(colors, [[0.4, 0.4, 0.4], [1, 0, 0]])
    assert not mesh.without_color().has_color


def test_cloud_normals_turn_with_the_inverse_transpose() -> None:
    cloud = PointCloud(VERTICES, VERTICES, np.tile(np.float32([0.6, 0.8, 0]), (4, 1)))
    moved = cloud.transformed(np.diag([2, 1, 1, 1]).astype(np.float32))
    np.testing.assert_allclose(moved.points, VERTICES * [2, 1, 1])
    np.testing.assert_allclose(moved.normals[0], np.array([0.3, 0.8, 0]) / np.hypot(0.3, 0.8), rtol=1e-5)
    part = cloud[np.array([2, 0])]
    np.testing.assert_array_equal(part.points, VERTICES[[2, 0]])
    np.testing.assert_array_equal(part.colors, VERTICES[[2, 0]])
    assert cloud.without_color().colors is None


@pytest.mark.parametrize(
    ("points", "colors", "says"),
    [
        (VERTICES * np.float32(np.nan), None, "NaN or infinite"),
        (VERTICES, np.full((4, 3), 255, np.float32), r"from 255 to 255, expected sRGB in \[0, 1\]: divide"),
        (VERTICES, np.full((4, 3), -0.5, np.float32), "expected sRGB"),
        (VERTICES, np.full((4, 3), np.nan, np.float32), "expected sRGB"),
    ],
)
def test_points_and_colors_must_be_what_they_say(points, colors, says) -> None:
    with pytest.raises(ShapeError, match=says):
        PointCloud(points, colors)
