import csv
import json

import numpy as np
import pytest

import trivium.models
from apps.color_model import ColorModel, write_painted
from trivium.apps import demo_files, pictures
from trivium.apps.demo import DemoConfig, run_demo
from trivium.errors import QueryError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_point_cloud, load_shape
from trivium.models import MODELS
from trivium.procedural import CATEGORIES, generate


@pytest.fixture
def standin(monkeypatch):
    monkeypatch.setattr(trivium.models, "load_model", lambda *_, **__: ColorModel())
    monkeypatch.setattr(pictures, "FRAME_SIZE", 32)  # the report's own tests look at its pictures


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(
        demo_files, "CATEGORIES", {name: CATEGORIES[name] for name in ("chair", "mug", "house", "sign")}
    )
    monkeypatch.setattr(demo_files, "FORMATS", ("glb", "obj", "ply", "stl"))


@pytest.mark.parametrize("kind", demo_files.WRITERS)
def test_every_writer_writes_what_our_readers_read(kind, tmp_path):
    mesh = generate("chair", seed=3).mesh
    path = tmp_path / f"chair.{'ply' if kind == 'scan' else kind}"
    demo_files.WRITERS[kind](mesh, path)
    read = load_shape(path)
    tolerance = 0.02 if kind == "scan" else 1e-4
    np.testing.assert_allclose(read.bounds, mesh.bounds, atol=tolerance)  # also: the right way up
    if kind == "scan":
        assert isinstance(read, PointCloud) and read.colors is not None
        return
    assert isinstance(read, Mesh) and read.num_faces == mesh.num_faces
    assert read.has_color == (kind != "stl")
    if read.has_color and kind != "obj":  # an OBJ has one colour a surface
        middle = np.full((mesh.num_faces, 3), 1 / 3, np.float32)
        some = np.arange(mesh.num_faces)
        np.testing.assert_allclose(read.colors_at(some, middle), mesh.colors_at(some, middle), atol=0.01)


def test_models_come_with_a_manifest_and_are_written_once(few, tmp_path):
    demo_files.write_models(tmp_path, copies=2, seed=0)
    rows = list(csv.DictReader((tmp_path / "manifest.csv").read_text().splitlines()))
    assert len(rows) == 8 and {r["category"] for r in rows} == {"chair", "mug", "house", "sign"}
    assert [r["name"] for r in rows if r["category"] == "sign"] == ["sign"] * 2  # STL: no colours to tell of
    assert len({r["name"] for r in rows}) == 7
    times = {r["path"]: (tmp_path / r["path"]).stat().st_mtime_ns for r in rows}
    demo_files.write_models(tmp_path, copies=2, seed=0)
    assert times == {r["path"]: (tmp_path / r["path"]).stat().st_mtime_ns for r in rows}


def test_demo_makes_everything_and_repeats_itself(few, standin, tmp_path):
    said, moved = [], []
    config = DemoConfig(out=tmp_path, copies=1, top_k=3, workers=1)
    result = run_demo(config, tell=said.append, progress=lambda done, total, path: moved.append((done, total)))
    assert result.indexed == 4 and moved[-1] == (4, 4) and len(said) >= 4
    photos, words, points, mix = result.searches
    assert (len(photos.query.images), photos.query.text, words.query.images) == (3, None, ())
    assert mix.query.images == photos.query.images[:1] and mix.query.text == "red" and not mix.answers
    assert all(len(s.hits) == 3 for s in result.searches)
    cloud = load_point_cloud(points.query.shape)
    assert len(cloud) == 4096 and cloud.colors is cloud.normals is None
    assert result.rank(words) in (None, 1, 2, 3) and result.rank(mix) is None
    assert result.page.read_text().count("<section") == 4
    again = run_demo(config)
    assert [[h.id for h in s.hits] for s in again.searches] == [[h.id for h in s.hits] for s in result.searches]


def test_demo_of_an_earlier_version_is_made_anew(few, standin, tmp_path, monkeypatch):
    config = DemoConfig(out=tmp_path, copies=1, top_k=3, workers=1)
    run_demo(config)
    monkeypatch.setattr(ColorModel, "fingerprint", "that of a newer version")
    assert run_demo(config).indexed == 4
    meta = next(tmp_path.rglob("meta.json"))
    meta.write_text(json.dumps(json.loads(meta.read_text()) | {"format": 1}))
    assert run_demo(config).indexed == 4


def test_demo_of_an_own_folder_forgets_the_one_before(few, standin, tmp_path):
    run_demo(DemoConfig(out=tmp_path, copies=1, top_k=2, workers=1))
    models = write_painted(tmp_path / "mine")
    result = run_demo(DemoConfig(out=tmp_path, models=models, top_k=9, workers=1))
    assert result.indexed == 4 and {h.category for s in result.searches for h in s.hits} == {""}
    assert result.rank(result.searches[1]) == 1  # words without a manifest are a name: "red mug"


def test_demo_of_a_folder_without_models_says_so(standin, tmp_path):
    (tmp_path / "mine").mkdir()
    with pytest.raises(QueryError, match="no model in"):
        run_demo(DemoConfig(out=tmp_path / "out", models=tmp_path / "mine"))


@pytest.mark.skipif(not MODELS["mini"].is_here, reason="the weights of mini are not packaged yet")
def test_demo_with_mini_finds_the_scanned_object(few, tmp_path):
    result = run_demo(DemoConfig(out=tmp_path, copies=1, workers=1))
    assert result.rank(result.searches[2]) == 1
