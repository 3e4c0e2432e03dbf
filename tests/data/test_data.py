import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from trivium.data.augmentation import QueryAugmentation, gallery_pictures, query_pictures
from trivium.data.objects import VALIDATION_PACKS, pack_of, procedural_objects, real_objects
from trivium.data.render_cache import CacheConfig, build_cache, render_object
from trivium.data.texturing import recolored, retextured
from trivium.errors import LoadError
from trivium.procedural import generate
from trivium.rendering import UNKNOWN_GREY

TINY = CacheConfig(size=32, views_procedural=4, num_points=64, num_backgrounds=3)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return build_cache(list(procedural_objects(3, seed=0)), tmp_path_factory.mktemp("cache"), TINY)


def test_validation_packs_are_never_trained_on(collection):
    train, held_out = (real_objects(collection, validation=v) for v in (False, True))
    assert not {o.source for o in train} & {o.source for o in held_out}
    assert {pack_of(o.source) for o in held_out} == set(VALIDATION_PACKS)


def test_a_folder_without_manifest_is_refused(tmp_path):
    with pytest.raises(LoadError, match=r"manifest\.csv"):
        real_objects(tmp_path, validation=False)


def test_cache_holds_what_was_rendered(cache):
    assert cache.views.shape == (12, 32, 32, 7) and cache.points.shape == (3, 64, 9)
    assert [row["views"] for row in cache.objects] == [4, 4, 4]
    assert (cache.views[..., 6] > 0).any((1, 2)).all() and cache.backgrounds.std() > 5
    assert np.abs(np.linalg.norm(cache.points[..., 6:].astype(np.float32), axis=-1) - 1).max() < 0.01


def test_a_killed_build_goes_on_where_it_was(cache, tmp_path):
    objects = list(procedural_objects(3, seed=0))
    build_cache(objects, tmp_path, TINY)
    receipt = tmp_path / "chunk-0.json"
    marked = json.loads(receipt.read_text())
    marked[0]["category"] = "kept from before"
    receipt.write_text(json.dumps(marked))
    again = build_cache(objects, tmp_path, TINY)
    assert again.objects[0]["category"] == "kept from before"  # a chunk with a receipt is not rendered again
    np.testing.assert_array_equal(again.views, cache.views)
    other = build_cache(objects[:2], tmp_path, TINY)
    assert len(other.objects) == 2 and other.objects[0]["category"] != "kept from before"  # another plan starts anew


def test_views_are_seeded():
    thing = next(iter(procedural_objects(1, seed=4)))
    a, b = render_object(thing, 2, TINY), render_object(thing, 2, TINY)
    np.testing.assert_array_equal(a.views, b.views)
    np.testing.assert_array_equal(a.points, b.points)
    assert (a.poses, a.symmetry) == (b.poses, b.symmetry)


def test_gallery_pictures_are_white_around_and_grey_on_demand(cache):
    views = torch.from_numpy(np.array(cache.views[:2]))
    pictures = gallery_pictures(views, 32, grey=torch.tensor([False, True]), rng=torch.Generator().manual_seed(0))
    assert pictures.shape == (2, 3, 32, 32) and (pictures[:, :, 0, 0] == 1).all()
    spread = (pictures[1] - pictures[1].mean(0)).abs().max()
    assert spread < 1e-5 and pictures[1].min() < UNKNOWN_GREY


def test_another_object_may_stand_before_it(cache):
    views, behind = torch.from_numpy(np.array(cache.views[:3])), torch.from_numpy(np.array(cache.backgrounds))
    clean = QueryAugmentation().eased(0.0)
    alone, hidden = (
        query_pictures(views, behind, 32, config, torch.Generator().manual_seed(1))
        for config in (clean, replace(clean, before_share=1.0))
    )
    changed = (alone != hidden).any(1).flatten(1).float().mean(1)
    assert changed.max() > 0 and changed.max() < 0.9


def test_query_pictures_are_pictures_and_differ(cache):
    views, behind = torch.from_numpy(np.array(cache.views[:3])), torch.from_numpy(np.array(cache.backgrounds))
    make = lambda seed: query_pictures(views, behind, 32, QueryAugmentation(), torch.Generator().manual_seed(seed))  # noqa: E731
    a, b = make(0), make(1)
    assert a.shape == (3, 3, 32, 32) and 0 <= a.min() and a.max() <= 1
    torch.testing.assert_close(a, make(0))
    assert (a - b).abs().mean() > 0.02


@pytest.mark.parametrize("change", [retextured, recolored])
def test_new_looks_keep_the_geometry(change):
    mesh = generate("stool", seed=1).mesh
    other = change(mesh, np.random.default_rng(0))
    np.testing.assert_array_equal(other.triangles.corners, mesh.triangles.corners)
    everywhere = np.arange(mesh.num_faces)
    third = np.full((mesh.num_faces, 3), 1 / 3, np.float32)
    assert np.abs(other.colors_at(everywhere, third) - mesh.colors_at(everywhere, third)).mean() > 0.05
