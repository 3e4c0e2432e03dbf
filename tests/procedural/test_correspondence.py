"""Points of one shape on another of its category: parts stay parts, ends stay ends."""

import numpy as np
import pytest

from trivium.geometry import Mesh, normalized
from trivium.procedural import CATEGORIES, generate
from trivium.procedural.correspondence import barycentric, corresponding_points

RNG = np.random.default_rng(0)


def on_surface(mesh: Mesh, count: int, seed: int = 0):
    """(triangles, points) drawn by area."""
    rng = np.random.default_rng(seed)
    areas = mesh.triangles.areas.astype(float)
    chosen = rng.choice(len(areas), count, p=areas / areas.sum())
    weights = rng.dirichlet([1, 1, 1], count).astype(np.float32)
    return chosen, np.einsum("nk,nkj->nj", weights, mesh.triangles.corners[chosen])


def test_barycentric_weights_give_the_point_again():
    corners = RNG.normal(size=(50, 3, 3)).astype(np.float32)
    weights = RNG.dirichlet([1, 1, 1], 50).astype(np.float32)
    points = np.einsum("nk,nkj->nj", weights, corners)
    np.testing.assert_allclose(barycentric(corners, points), weights, atol=1e-3)
    np.testing.assert_allclose(barycentric(np.zeros((1, 3, 3), np.float32), np.zeros((1, 3), np.float32)), 1 / 3)


@pytest.mark.parametrize("category", sorted(CATEGORIES)[::16])
def test_a_shape_is_where_it_is_in_another_frame(category):
    mesh = generate(category, seed=3).mesh
    turned = normalized(mesh)
    triangles, points = on_surface(mesh, 200)
    found = corresponding_points(mesh, triangles, points, turned, rng=RNG)
    scale = np.ptp(turned.bounds, axis=0).max() / np.ptp(mesh.bounds, axis=0).max()
    expected = (points - mesh.bounds.mean(0)) * scale + turned.bounds.mean(0)
    np.testing.assert_allclose(found, expected, atol=2e-3)


@pytest.mark.parametrize("category", ["chair", "table", "mug", "guitar", "hammer", "dog"])
def test_points_stay_on_their_part_and_there_and_back_is_near(category):
    a, b = (normalized(generate(category, seed=seed).mesh) for seed in (1, 2))
    triangles, points = on_surface(a, 300)
    found = corresponding_points(a, triangles, points, b, rng=RNG)
    there = np.isfinite(found).all(1)
    parts = {s.name for s in a.surfaces} & {s.name for s in b.surfaces}
    named = np.array([s.name for s in a.surfaces])[a.triangles.surface[triangles]]
    assert (there == np.isin(named, list(parts))).all() and there.mean() > 0.5
    for part in parts:
        own = Mesh(tuple(s for s in b.surfaces if s.name == part))
        rows = there & (named == part)
        low, high = own.bounds
        assert ((found[rows] >= low - 1e-3) & (found[rows] <= high + 1e-3)).all()


def test_a_part_of_other_faces_is_laid_box_on_box():
    four, five = (normalized(generate("stool", seed=1, fixed={"legs": n}).mesh) for n in (4, 5))
    triangles, points = on_surface(four, 300)
    found = corresponding_points(four, triangles, points, five, rng=RNG)
    named = np.array([s.name for s in four.surfaces])[four.triangles.surface[triangles]]
    legs = np.array(["leg" in n for n in named])
    assert legs.any() and np.isfinite(found[legs]).all()
    assert np.corrcoef(points[legs, 1], found[legs, 1])[0, 1] > 0.9  # feet stay feet


def test_what_the_other_lacks_is_nowhere():
    mesh = normalized(generate("stool", seed=1).mesh)
    without = Mesh(mesh.surfaces[:1])
    triangles, points = on_surface(mesh, 200)
    found = corresponding_points(mesh, triangles, points, without, rng=RNG)
    kept = {without.surfaces[0].name}
    named = np.array([s.name for s in mesh.surfaces])[mesh.triangles.surface[triangles]]
    assert (np.isfinite(found).all(1) == np.isin(named, list(kept))).all()
