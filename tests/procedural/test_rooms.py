"""Furnished rooms: the same for a seed, nothing in anything else, and every point knows its thing."""

import numpy as np
import pytest
from scipy.spatial import cKDTree

from trivium.errors import QueryError
from trivium.geometry import sample_surface
from trivium.procedural import generate
from trivium.procedural.rooms import GAP, THEMES, RoomConfig, room
from trivium.procedural.sizes import measured_sizes, typical_sizes


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_things_are_within_the_room_and_apart_from_each_other(theme):
    made = room(seed=5, config=RoomConfig(theme=theme))
    width, height, depth = made.size
    assert len(made.things) >= 6
    for i, thing in enumerate(made.things):
        low, high = thing.mesh.bounds
        assert low[1] > -2e-3 and high[1] < height
        assert np.abs([low[0], high[0]]).max() <= width / 2 and np.abs([low[2], high[2]]).max() <= depth / 2
        for other in made.things[:i]:
            gap = cKDTree(thing.points).query(other.points)[0].min()
            stacked = low[1] > 0.1 or other.mesh.bounds[0][1] > 0.1
            assert gap > GAP or stacked


def test_a_seed_is_a_room():
    one, again, other = (room(seed=s) for s in (3, 3, 4))
    assert one.categories == again.categories and np.array_equal(one.mesh.bounds, again.mesh.bounds)
    assert one.size != other.size


def test_things_are_turned_and_some_stand_on_others():
    made = [room(seed=s) for s in range(4)]
    heights = [t.mesh.bounds[0][1] for r in made for t in r.things]
    assert sum(h > 0.3 for h in heights) >= 4 and sum(h < 0.01 for h in heights) >= 20


def test_each_point_of_a_scan_lies_on_its_thing():
    made = room(seed=1)
    scene = made.scan(20_000, rng=np.random.default_rng(0), noise=0.0)
    assert scene.categories == made.categories and len(scene.cloud) <= 20_000
    for i, thing in enumerate(made.things):
        own = scene.cloud.points[scene.members(i)]
        if len(own):
            surface = sample_surface(thing.mesh, 20_000, rng=np.random.default_rng(0)).points
            assert np.percentile(cKDTree(surface).query(own)[0], 95) < 0.05
    structure = scene.cloud.points[scene.instances < 0]
    width, height, depth = made.size
    sides = np.abs(structure) - np.array([width / 2, 0, depth / 2])
    level = np.minimum(np.abs(structure[:, 1]), np.abs(structure[:, 1] - height))
    assert np.minimum(np.abs(sides[:, [0, 2]]).min(1), level).max() < 0.01


def test_noise_is_along_the_ray_and_as_large_as_told():
    made = room(seed=1)
    clean, noisy = (made.scan(20_000, rng=np.random.default_rng(0), noise=n) for n in (0.0, 0.01))
    floor = noisy.cloud.points[(noisy.instances < 0) & (np.abs(noisy.cloud.points[:, 1]) < 0.05)]
    assert 0.002 < floor[:, 1].std() < 0.01
    assert len(clean.cloud) == len(noisy.cloud)


def test_other_furniture_can_be_put_into_rooms():
    def only_chairs(category, seed):
        if category != "chair":
            raise KeyError(category)
        return generate("chair", seed=seed).mesh

    made = [room(seed=s, config=RoomConfig(theme="living room"), source=only_chairs) for s in range(6)]
    assert {c for r in made for c in r.categories} <= {"chair"}


def test_an_unknown_theme_is_said():
    with pytest.raises(QueryError, match="no theme 'cave'"):
        RoomConfig(theme="cave")


def test_the_table_of_sizes_is_what_is_drawn():
    names = ("bookshelf", "clock", "sofa")
    measured = measured_sizes(names)
    for name in names:
        np.testing.assert_allclose(typical_sizes()[name], measured[name], atol=2e-3)
