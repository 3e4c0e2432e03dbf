"""The verb scene with the packaged weights: things are found by words and photos, scenes are kept, and bad ones are said."""

import numpy as np
import pytest
from PIL import Image

from trivium.apps import scene as app
from trivium.apps.scene import ask_scene, cached_scene, index_scene, painted, read_scene
from trivium.apps.scene_picture import draw_scene
from trivium.errors import LoadError, QueryError, ShapeError
from trivium.geometry import Mesh, PointCloud, normalized, orbit_cameras, sample_surface
from trivium.io import save_glb, save_ply
from trivium.models import load_model
from trivium.models.scenes import Judge
from trivium.procedural import generate
from trivium.procedural.rooms import Room, Thing, empty_shell, standing_at
from trivium.rendering import render_views

PLACES = {"sofa": (-1.2, -1.0, 0.0), "bookshelf": (1.2, -1.5, 0.0), "potted plant": (1.3, 1.2, 0.4)}


@pytest.fixture(scope="module")
def model():
    return load_model("mini")


@pytest.fixture(scope="module")
def made():
    """A small room with three things that are not alike."""
    things = []
    for name, (x, z, yaw) in PLACES.items():
        mesh = generate(name, seed=41).mesh.transformed(standing_at(x, 0, z, yaw))
        things.append(Thing(name, mesh, mesh.triangles.corners[:, 0]))
    size = (4.4, 2.5, 4.0)
    return Room(empty_shell(size, True, np.random.default_rng(0)), tuple(things), size)


@pytest.fixture(scope="module")
def scan(made):
    return made.scan(60_000, rng=np.random.default_rng(0))


@pytest.fixture(scope="module")
def indexed(scan, model):
    return index_scene(app.ReadScene(scan.cloud), model)


def middle(made, name):
    low, high = made.things[list(PLACES).index(name)].mesh.bounds
    return (low + high) / 2


@pytest.mark.parametrize("name", sorted(PLACES))
def test_words_find_their_thing(name, indexed, made, model):
    best = ask_scene(indexed, name, Judge(model)).hits[0]
    assert np.abs(best.box.center - middle(made, name)).max() < 0.35
    assert 0 < best.score < 1 and best.num_points == len(indexed.segments[best.segment].points)


def test_a_photo_finds_its_thing(indexed, made, model, tmp_path):
    camera = orbit_cameras(0.6, 0.3, size=200)
    for i, name in enumerate(PLACES):
        photo = render_views(normalized(made.things[i].mesh), camera).images[0]
        Image.fromarray(photo).save(tmp_path / "photo.png")
        best = ask_scene(indexed, str(tmp_path / "photo.png"), Judge(model)).hits[0]
        assert np.abs(best.box.center - middle(made, name)).max() < 0.35


def test_each_point_knows_its_segment(indexed, scan):
    assert indexed.owner.shape == (len(scan.cloud),)
    found = indexed.owner[scan.members(0)]
    best = np.bincount(found[found >= 0]).argmax()
    union = ((indexed.owner == best) | (scan.instances == 0)).sum()
    assert ((indexed.owner == best) & (scan.instances == 0)).sum() / union > 0.7


def test_the_best_is_painted_and_drawn(indexed, scan, model):
    answer = ask_scene(indexed, "sofa", Judge(model))
    colored = painted(scan.cloud, indexed.owner, answer, top=2).colors
    best = indexed.owner == answer.hits[0].segment
    assert (colored[best, 0] - colored[best, 2]).min() > 0.5  # orange
    assert np.abs(colored[indexed.owner < 0].max(1) - colored[indexed.owner < 0].min(1)).max() < 0.2  # nearly grey
    picture = draw_scene(indexed, answer)
    assert picture.shape == (720, 960, 3)
    orange = (picture[..., 0] > 200) & (picture[..., 2] < 80)
    assert 2000 < orange.sum() < 200_000


def test_a_scene_is_kept_and_asked_again(scan, model, tmp_path, monkeypatch):
    save_ply(scan.cloud, tmp_path / "room.ply")
    first = cached_scene(tmp_path / "room.ply", model, folder=tmp_path / "kept")
    monkeypatch.setattr(app, "index_scene", lambda *a, **k: pytest.fail("it was made again"))
    again = cached_scene(tmp_path / "room.ply", model, folder=tmp_path / "kept")
    judge = Judge(model)
    one, other = (ask_scene(s, "bookshelf", judge).to_json() for s in (first, again))
    assert one == other and again.notes == first.notes
    assert np.array_equal(first.owner, again.owner) and np.array_equal(first.backdrop.points, again.backdrop.points)


def test_a_broken_cache_is_made_again_and_another_unit_is_another_scene(model, tmp_path):
    cloud = sample_surface(generate("armchair", seed=3).mesh, 4000, rng=np.random.default_rng(0))
    save_ply(PointCloud(cloud.points), tmp_path / "one.ply")
    first = cached_scene(tmp_path / "one.ply", model, folder=tmp_path)
    (kept,) = tmp_path.glob("*.npz")
    kept.write_bytes(kept.read_bytes()[:1000])
    again = cached_scene(tmp_path / "one.ply", model, folder=tmp_path)
    assert len(again.segments) == len(first.segments) and kept.stat().st_size > 1000
    cached_scene(tmp_path / "one.ply", model, folder=tmp_path, metres=1.0)
    assert len(list(tmp_path.glob("*.npz"))) == 2


def test_up_and_unit_are_guessed_and_said(scan, tmp_path):
    standing = PointCloud(scan.cloud.points[:, [0, 2, 1]] * (1, -1, 1) * np.float32(1000), scan.cloud.colors)
    save_ply(standing, tmp_path / "room.ply")
    read = read_scene(tmp_path / "room.ply")
    np.testing.assert_allclose(read.cloud.bounds, scan.cloud.bounds, atol=1e-3)
    assert [("z was taken as up" in n, "millimetres" in n) for n in read.notes] == [(True, False), (False, True)]
    told = read_scene(tmp_path / "room.ply", up="z", metres=0.001)
    assert not told.notes and np.array_equal(told.cloud.points, read.cloud.points)
    with pytest.raises(ShapeError, match="expected a positive number"):
        read_scene(tmp_path / "room.ply", metres=0)


def test_a_mesh_is_sampled(made, tmp_path):
    save_glb(made.mesh, tmp_path / "room.glb")
    read = read_scene(tmp_path / "room.glb")
    assert len(read.cloud) == app.SAMPLED and read.cloud.colors is not None and not read.notes


def test_one_thing_without_room_floor_or_colours_is_a_scene(model, tmp_path):
    mesh = generate("chair", seed=3).mesh
    save_glb(Mesh(mesh.surfaces).without_color(), tmp_path / "one.glb")
    indexed = index_scene(read_scene(tmp_path / "one.glb"), model)
    assert indexed.notes == ("no floor was found",)
    answer = ask_scene(indexed, "chair", Judge(model))
    assert np.abs(answer.hits[0].box.center - mesh.bounds.mean(0)).max() < 0.2
    assert draw_scene(indexed, answer).shape == (720, 960, 3)


def test_what_is_no_scene_is_said(model, tmp_path):
    save_ply(PointCloud(np.random.default_rng(0).uniform(0, 3, (10, 3)).astype(np.float32)), tmp_path / "ten.ply")
    with pytest.raises(ShapeError, match="10 points, expected 200"):
        cached_scene(tmp_path / "ten.ply", model, folder=tmp_path)
    (tmp_path / "nan.xyz").write_text("0 0 nan\n" * 300)
    with pytest.raises(LoadError, match="NaN"):
        cached_scene(tmp_path / "nan.xyz", model, folder=tmp_path)
    with pytest.raises(LoadError, match="no such file"):
        cached_scene(tmp_path / "gone.ply", model, folder=tmp_path)


def test_an_empty_query_and_a_missing_photo_are_said(indexed, model, tmp_path):
    with pytest.raises(QueryError, match="nothing to look for"):
        ask_scene(indexed, "  ", Judge(model))
    with pytest.raises(LoadError, match="no such file"):
        ask_scene(indexed, str(tmp_path / "gone.jpg"), Judge(model))
