"""Inside is inside: of solids that overlap, are turned inside out, or lie beside each other."""

import numpy as np
import pytest

from trivium.geometry import Mesh
from trivium.geometry.winding import inside, winding_numbers
from trivium.procedural import generate
from trivium.procedural.solids import box, join, sphere, to_mesh


@pytest.fixture
def points():
    return np.random.default_rng(0).uniform(-1.2, 1.2, (800, 3)).astype(np.float32)


def naive(corners, points):
    """Solid angle by solid angle."""
    total = []
    for p in points.astype(np.float64):
        a, b, c = (corners[:, i] - p for i in range(3))
        la, lb, lc = (np.linalg.norm(v, axis=1) for v in (a, b, c))
        dots = (a * b).sum(1) * lc + (b * c).sum(1) * la + (c * a).sum(1) * lb
        total.append(np.arctan2((a * np.cross(b, c)).sum(1), la * lb * lc + dots).sum() / (2 * np.pi))
    return np.array(total)


def test_a_box_is_inside_of_its_sides(points):
    mesh = to_mesh(box(1, 1.4, 0.8).moved(y=-0.7))
    low, high = mesh.bounds
    assert np.array_equal(inside(mesh, points), ((points > low) & (points < high)).all(1))


@pytest.mark.parametrize("category", ["chair", "elephant", "mug"])
def test_as_the_naive_twin(category):
    mesh = generate(category, seed=5).mesh
    low, high = mesh.bounds
    points = np.random.default_rng(1).uniform(low, high, (200, 3)).astype(np.float32)
    wanted = naive(mesh.triangles.corners, points)
    assert np.abs(winding_numbers(mesh.triangles.corners, points) - wanted).max() < 0.02


def test_solids_that_reach_into_each_other_and_inside_out_ones_count(points):
    one, other = box(1, 1, 1), sphere(0.6).moved(x=0.5)
    both = inside(to_mesh(join(one, other)), points)
    assert np.array_equal(both, inside(to_mesh(one), points) | inside(to_mesh(other), points))
    mesh = to_mesh(one)
    surface = mesh.surfaces[0]
    flipped = Mesh((type(surface)(surface.vertices, surface.faces[:, ::-1]),))
    assert inside(flipped, points).any() and np.array_equal(inside(flipped, points), inside(mesh, points))


def test_a_sheet_has_no_inside(points):
    mesh = generate("mug", seed=0).mesh
    sheet = Mesh(
        (type(mesh.surfaces[0])(np.array([[-1, 0, -1], [1, 0, -1], [0, 0, 1]], np.float32), np.array([[0, 1, 2]])),)
    )
    assert inside(sheet, points).mean() < 0.02
