import json
import shutil

import numpy as np
import pytest
import torch

from trivium.errors import LoadError, QueryError, WeightsError
from trivium.geometry import sample_surface
from trivium.io import save_glb
from trivium.models import MODELS, load_model
from trivium.models.mini import WEIGHTS
from trivium.procedural import generate


@pytest.fixture(scope="module")
def mini():
    return load_model("mini")


@pytest.fixture(scope="module")
def mesh():
    return generate("mug", seed=3).mesh


def photo(mesh, model, view=1):
    return model.prepare_shape(mesh).views.images[view]


def test_rows_are_unit_float32(mini, mesh):
    picture = photo(mesh, mini)
    for rows in (
        mini.encode_shapes([mesh, mesh]),
        mini.encode_images([picture, [picture, picture]]),
        mini.encode_texts(["a mug", "a red office chair"]),
    ):
        assert rows.shape == (2, mini.dim) and rows.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_nothing_in_gives_nothing_out(mini):
    assert mini.encode_shapes([]).shape == mini.encode_images([]).shape == mini.encode_texts([]).shape == (0, mini.dim)


def test_same_file_same_bits_whatever_else_is_in_the_batch(mini, mesh, tmp_path):
    path = save_glb(mesh, tmp_path / "mug.glb") or tmp_path / "mug.glb"
    other = generate("chair", seed=1).mesh
    alone, together = mini.encode_shapes([path]), mini.encode_shapes([other, path, other])
    np.testing.assert_array_equal(alone[0], together[1])


def test_one_thread_and_two_give_the_same_bits(mini, mesh):
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(1)
        one = mini.encode_shapes([mesh])
        torch.set_num_threads(2)
        np.testing.assert_array_equal(one, mini.encode_shapes([mesh]))
    finally:
        torch.set_num_threads(before)


def test_photo_words_and_cloud_find_the_right_shape(mini):
    """The main job in small: five everyday things, asked for in three ways."""
    names = ["mug", "chair", "car", "guitar", "table"]
    meshes = [generate(n, seed=11).mesh for n in names]
    shapes = mini.encode_shapes(meshes)
    photos = mini.encode_images([photo(m, mini, view=2) for m in meshes])
    words = mini.encode_texts([f"a photo of a {n}" for n in names])
    clouds = mini.encode_shapes([sample_surface(m, 3000, rng=np.random.default_rng(0)).without_color() for m in meshes])
    for queries, wanted in ((photos, 5), (words, 4), (clouds, 4)):
        assert ((queries @ shapes.T).argmax(1) == np.arange(5)).sum() >= wanted


def test_bad_input_is_refused(mini, tmp_path):
    with pytest.raises(QueryError, match="no pictures"):
        mini.encode_images([[]])
    with pytest.raises(QueryError, match="no words"):
        mini.encode_texts(["  "])
    with pytest.raises(LoadError):
        mini.encode_images([tmp_path / "nowhere.png"])
    with pytest.raises(LoadError):
        mini.encode_shapes([tmp_path / "nowhere.glb"])


def test_fingerprint_follows_weights_and_conventions(mini, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(WEIGHTS, copy)
    assert load_model("mini", weights=copy).fingerprint == mini.fingerprint
    config = json.loads((copy / "mini.json").read_text())
    config["input"]["ring_elevation"] = 21.0
    (copy / "mini.json").write_text(json.dumps(config))
    assert load_model("mini", weights=copy).fingerprint != mini.fingerprint


@pytest.mark.parametrize("damage", ["truncate", "key", "missing", "json"])
def test_damaged_weights_are_refused(tmp_path, damage):
    copy = tmp_path / "copy"
    shutil.copytree(WEIGHTS, copy)
    if damage == "truncate":
        (copy / "mini.safetensors").write_bytes((copy / "mini.safetensors").read_bytes()[:5000])
    elif damage == "key":
        config = json.loads((copy / "mini.json").read_text())
        config["image"]["depth"] += 1
        (copy / "mini.json").write_text(json.dumps(config))
    elif damage == "missing":
        (copy / "mini-table.safetensors").unlink()
    else:
        (copy / "mini.json").write_text("{")
    with pytest.raises(WeightsError):
        load_model("mini", weights=copy)


def test_unknown_model_names_those_that_exist():
    with pytest.raises(WeightsError, match="mini"):
        load_model("maxi")


def test_the_packaged_weights_stay_small_and_have_a_card():
    assert MODELS["mini"].is_here
    for name, most in (("mini", 40e6), ("pasr-mini", 15e6), ("tango-mini", 15e6)):
        assert sum(f.stat().st_size for f in WEIGHTS.iterdir() if f.name.startswith(name)) < most
        assert (WEIGHTS / f"{name}.md").is_file()
