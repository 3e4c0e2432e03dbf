import numpy as np
import pytest

from trivium import procedural
from trivium.geometry import PointCloud, normalized, sample_surface
from trivium.geometry.symmetry import ANY, Symmetry, symmetry_of


def cloud_of(category: str, seed: int = 0) -> PointCloud:
    return sample_surface(normalized(procedural.generate(category, seed=seed).mesh), 3000, rng=np.random.default_rng(0))


@pytest.mark.parametrize(
    ("category", "about_y"), [("plate", ANY), ("bowl", ANY), ("chair", 1), ("mug", 1), ("sofa", 1), ("guitar", 1)]
)
def test_what_is_turned_on_a_wheel_looks_the_same_from_all_sides(category, about_y):
    assert symmetry_of(cloud_of(category)).y == about_y


def test_a_cube_has_quarter_turns_until_one_side_is_painted():
    rng = np.random.default_rng(0)
    points = rng.uniform(-1, 1, (6000, 3)).astype(np.float32)
    axis = np.arange(6000) % 3
    points[np.arange(6000), axis] = np.sign(points[np.arange(6000), axis])
    colors = np.full_like(points, 0.5)
    assert symmetry_of(PointCloud(points, colors)) == Symmetry(4, 4, 4)
    colors[points[:, 2] == 1] = (1, 0, 0)
    assert symmetry_of(PointCloud(points, colors)) == Symmetry(1, 1, 4)
    assert symmetry_of(PointCloud(points)) == Symmetry(4, 4, 4)


def test_rotations_are_a_set_that_holds_the_one_that_turns_nothing():
    for symmetry, count in ((Symmetry(), 1), (Symmetry(y=4), 4), (Symmetry(2, 2, 2), 4), (Symmetry(y=ANY), ANY)):
        turns = symmetry.rotations()
        assert len(turns) == count and np.isclose(turns, np.eye(3), atol=1e-5).all((1, 2)).any()
        assert np.allclose(turns @ turns.transpose(0, 2, 1), np.eye(3), atol=1e-5)
        assert np.allclose(np.linalg.det(turns), 1, atol=1e-5)
    assert Symmetry().trivial and not Symmetry(x=2).trivial
