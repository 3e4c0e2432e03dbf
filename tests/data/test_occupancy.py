"""Points inside and outside of shapes: what is said is so, and a killed build goes on."""

import numpy as np

from trivium.data import occupancy
from trivium.data.objects import procedural_objects
from trivium.data.occupancy import OccupancyConfig, build_occupancies, occupancy_of
from trivium.geometry import unit_sphere
from trivium.geometry.winding import inside

CONFIG = OccupancyConfig(num_points=64)


def test_what_is_stored_is_what_the_mesh_says(tmp_path):
    objects = list(procedural_objects(5, seed=3))
    found = build_occupancies(objects, tmp_path, CONFIG)
    assert found.points.shape == (5, 64, 3) and found.inside.shape == (5, 64)
    mesh = objects[2].load()
    mesh = mesh.transformed(unit_sphere(mesh))
    agree = inside(mesh, found.points[2].astype(np.float32)) == found.inside[2]
    assert agree.mean() > 0.95  # float16 moves some across the surface


def test_half_of_the_points_lie_near_the_surface():
    thing = next(iter(procedural_objects(1, seed=0)))
    points, within = occupancy_of(thing.load(), CONFIG, np.random.default_rng(0))
    again, _ = occupancy_of(thing.load(), CONFIG, np.random.default_rng(0))
    assert np.array_equal(points, again) and 0 < within.mean() < 1


def test_killed_it_goes_on_and_another_plan_begins_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(occupancy, "CHUNK", 2)
    objects = list(procedural_objects(4, seed=0))
    whole = build_occupancies(objects, tmp_path, CONFIG)
    (tmp_path / "chunk-000002.npz").unlink()
    before = (tmp_path / "chunk-000000.npz").stat().st_mtime_ns
    assert np.array_equal(build_occupancies(objects, tmp_path, CONFIG).points, whole.points)
    assert (tmp_path / "chunk-000000.npz").stat().st_mtime_ns == before
    other = build_occupancies(objects, tmp_path, OccupancyConfig(num_points=64, seed=1))
    assert not np.array_equal(other.points, whole.points)
