"""Sampling, neighbours and frames."""

from __future__ import annotations

import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import (
    Mesh,
    PointCloud,
    Surface,
    estimate_normals,
    farthest_point_sampling,
    nearest_neighbors,
    normalized,
    sample_surface,
    subsample,
    swap_yz,
    unit_sphere,
    with_normals,
    z_up_to_y_up,
)


def triangles(*corners: list[list[float]], **look) -> Mesh:
    vertices = np.array(corners, np.float32).reshape(-1, 3)
    return Mesh((Surface(vertices, np.arange(len(vertices)).reshape(-1, 3), **look),), "t")


SMALL = [[0, 0, 0], [1, 0, 0], [0, 1, 0]]  # area 0.5, in z = 0
LARGE = [[0, 0, 5], [3, 0, 5], [0, 0, 8]]  # area 4.5, in y = 0
FLAT = [[0, 0, 9], [0, 0, 9], [1, 1, 9]]  # no area


def test_samples_lie_on_the_surface_in_proportion_to_area() -> None:
    cloud = sample_surface(triangles(SMALL, FLAT, LARGE), 1000, rng=np.random.default_rng(0))
    on_small = cloud.points[:, 2] < 1
    assert on_small.sum() == 100, "stratified: exactly a tenth, not about a tenth"
    small, large = cloud.points[on_small], cloud.points[~on_small]
    np.testing.assert_allclose(small[:, 2], 0, atol=1e-6)
    assert (small[:, :2] >= -1e-6).all() and (small[:, :2].sum(1) <= 1 + 1e-5).all()
    np.testing.assert_allclose(large[:, 1], 0, atol=1e-6)
    assert (large[:, 0] + large[:, 2] - 5 <= 3 + 1e-4).all()
    np.testing.assert_allclose(large.mean(0), [1, 0, 6], atol=0.1)  # even within the triangle


def test_sample_normals_are_the_faces() -> None:
    cloud = sample_surface(triangles(SMALL, LARGE), 200, rng=np.random.default_rng(0))
    expected = np.where((cloud.points[:, 2] < 1)[:, None], [0, 0, 1], [0, -1, 0])
    np.testing.assert_allclose(cloud.normals, expected, atol=1e-6)


def test_sample_order_is_shuffled_and_repeatable() -> None:
    mesh = triangles(SMALL, LARGE)
    one, two = (sample_surface(mesh, 500, rng=np.random.default_rng(7)) for _ in range(2))
    np.testing.assert_array_equal(one.points, two.points)
    assert 10 < (one.points[:250, 2] < 1).sum() < 40, "any prefix is a sample: unshuffled it would hold all 50"


def test_samples_carry_colors_of_each_surface() -> None:
    red = triangles(SMALL, color=(1.0, 0.0, 0.0)).surfaces[0]
    unknown = triangles(LARGE).surfaces[0]
    cloud = sample_surface(Mesh((red, unknown)), 100, rng=np.random.default_rng(0))
    on_red = cloud.points[:, 2] < 1
    np.testing.assert_allclose(cloud.colors[on_red], np.tile([1, 0, 0], (on_red.sum(), 1)))
    np.testing.assert_allclose(cloud.colors[~on_red], 0.5)
    assert sample_surface(triangles(SMALL), 10, rng=np.random.default_rng(0)).colors is None


def test_a_mesh_without_area_cannot_be_sampled() -> None:
    with pytest.raises(ShapeError, match="zero area"):
        sample_surface(triangles(FLAT), 10, rng=np.random.default_rng(0))


def test_fps_matches_a_naive_loop() -> None:
    points = np.random.default_rng(0).normal(size=(300, 3)).astype(np.float32)
    chosen, distance = [0], np.full(300, np.inf)
    for _ in range(31):
        distance = np.minimum(distance, ((points - points[chosen[-1]]) ** 2).sum(1))
        chosen.append(int(distance.argmax()))
    np.testing.assert_array_equal(farthest_point_sampling(points, 32), chosen)


def test_fps_needs_enough_points() -> None:
    with pytest.raises(ShapeError, match="has 5 points, 6 were asked"):
        farthest_point_sampling(np.zeros((5, 3), np.float32), 6)


def test_subsample_is_exact_without_needless_repetition() -> None:
    cloud = PointCloud(np.arange(30, dtype=np.float32).reshape(10, 3))
    fewer = subsample(cloud, 4, rng=np.random.default_rng(0))
    assert len(np.unique(fewer.points[:, 0])) == 4
    more = subsample(cloud, 25, rng=np.random.default_rng(0))
    assert len(more) == 25 and len(np.unique(more.points[:, 0])) == 10


@pytest.mark.parametrize("k", [1, 5])
def test_nearest_neighbors_match_brute_force(k: int) -> None:
    rng = np.random.default_rng(0)
    queries, points = rng.normal(size=(20, 3)), rng.normal(size=(50, 3))
    expected = np.argsort(((queries[:, None] - points) ** 2).sum(-1), axis=1)[:, :k]
    np.testing.assert_array_equal(nearest_neighbors(queries, points, k), expected)


def test_estimated_normals_of_a_sphere_point_outwards() -> None:
    points = np.random.default_rng(0).normal(size=(2000, 3))
    points = (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)
    assert (np.einsum("ni,ni->n", estimate_normals(points), points) > 0.95).all()
    cloud = PointCloud(points)
    assert with_normals(cloud).normals is not None and with_normals(with_normals(cloud)).normals is not None
    known = PointCloud(points, normals=points)
    assert with_normals(known) is known


def test_unit_sphere_and_normalized() -> None:
    mesh = triangles([[10, 0, 0], [14, 0, 0], [10, 2, 0]])
    ball = normalized(mesh)
    radius = np.linalg.norm(ball.triangles.corners.reshape(-1, 3), axis=1)
    assert radius.max() == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(ball.bounds.mean(0), 0, atol=1e-6)
    cloud = PointCloud(mesh.triangles.corners.reshape(-1, 3))
    np.testing.assert_allclose(unit_sphere(cloud), unit_sphere(mesh), atol=1e-6)
    point = normalized(PointCloud(np.array([[3, 4, 5]], np.float32)))
    np.testing.assert_allclose(point.points, 0, atol=1e-6)


def test_axis_changes() -> None:
    turn = z_up_to_y_up()
    np.testing.assert_allclose(turn[:3, :3] @ [0, 0, 1], [0, 1, 0])
    assert np.linalg.det(turn) == pytest.approx(1)
    np.testing.assert_array_equal(swap_yz(np.array([[1, 2, 3]])), [[1, 3, 2]])
