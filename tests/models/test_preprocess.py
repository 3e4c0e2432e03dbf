import numpy as np
import pytest

from trivium.geometry import PointCloud
from trivium.models.preprocess import InputSpec, picture_tensor, prepare_shape, squared
from trivium.procedural.solids import box, to_mesh

SPEC = InputSpec(view_size=48, num_points=128)


def test_prepared_shapes_are_the_same_every_time():
    mesh = to_mesh(box(1, 2, 1))
    a, b = prepare_shape(mesh, SPEC), prepare_shape(mesh, SPEC)
    assert a.views is not None and b.views is not None
    assert len(a.views) == SPEC.ring_views + len(SPEC.extra_views)
    np.testing.assert_array_equal(a.views.images, b.views.images)
    np.testing.assert_array_equal(a.points, b.points)


def test_scale_and_place_do_not_matter():
    small, large = to_mesh(box(1, 2, 1)), to_mesh(box(100, 200, 100).moved(5, 6, 7))
    a, b = prepare_shape(small, SPEC), prepare_shape(large, SPEC)
    np.testing.assert_allclose(a.points, b.points, atol=1e-4)


def test_unknown_colour_is_the_fill_of_the_spec():
    rows = prepare_shape(to_mesh(box(1, 1, 1)), SPEC).points
    assert rows.shape == (128, 9) and (rows[:, 3:6] == np.float32(SPEC.color_fill)).all()


@pytest.mark.parametrize("count", [20, 1000])
def test_clouds_of_any_size_give_the_number_of_points_asked_for(count):
    points = np.random.default_rng(0).normal(size=(count, 3)).astype(np.float32)
    rows = prepare_shape(PointCloud(points), SPEC).points
    assert rows.shape == (128, 9)
    np.testing.assert_allclose(np.linalg.norm(rows[:, 6:], axis=1), 1, atol=1e-5)


def test_wide_pictures_are_padded_with_their_border_never_cropped():
    picture = np.full((10, 30, 3), 40, np.uint8)
    picture[4:6, 14:16] = 255
    square = squared(picture)
    assert square.shape == (30, 30, 3) and (square[0] == 40).all()
    np.testing.assert_array_equal(square[10:20], picture)


def test_picture_tensor_is_standardized():
    tensor = picture_tensor([np.full((20, 20, 3), 255, np.uint8), np.zeros((7, 9, 3), np.uint8)], SPEC)
    assert tensor.shape == (2, 3, SPEC.image_size, SPEC.image_size)
    assert tensor[0].min() == pytest.approx(2) and tensor[1].max() == pytest.approx(-2)
