"""CG3D's recipe on a handful of shapes and mini's towers: the equations, whose turn it is, exact resume, and what is read again."""

import math
import pickle
from dataclasses import replace

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from trivium.data.objects import procedural_objects
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.encoders.points import build_encoder, channels_of
from trivium.errors import ConfigError, WeightsError
from trivium.models import load_model
from trivium.models.cg3d import CG3DConfig, CG3DNetworks, load_cg3d, open_towers
from trivium.procedural import generate
from trivium.retrieval import Library

pytest.importorskip("lightning", reason="training needs the extra [train]")

from trivium.cli import app
from trivium.training import cg3d
from trivium.training.cg3d import RECIPES, TrainCG3DConfig, fit_cg3d
from trivium.training.config import read_config
from trivium.training.loop import LoopConfig

OBJECTS = 8
MODEL = CG3DConfig(
    settings={"width": 32, "depth": 1, "heads": 2, "num_groups": 8, "group_size": 8}, image_size=32, num_points=64
)
LOOP = LoopConfig(steps=6, learning_rate=1e-3, warmup=1, save_every=2, log_every=1)


@pytest.fixture(scope="module")
def towers():
    return open_towers("mini")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    objects = list(procedural_objects(OBJECTS, seed=0))
    config = CacheConfig(size=32, views_procedural=2, num_points=96, num_backgrounds=1)
    return build_cache(objects, tmp_path_factory.mktemp("cache"), config)


def config(out, tower="prompts", **more) -> TrainCG3DConfig:
    given = {"loop": LOOP, "objects": OBJECTS, "precision": "32-true", "threads": 1}
    return TrainCG3DConfig(out=out, model=replace(MODEL, tower=tower), **(given | more))


def saved(folder) -> dict[str, torch.Tensor]:
    from trivium.models.checkpoints import read_tensors

    return read_tensors(folder / "cg3d.safetensors")


def first(towers, tower="prompts", seed=0) -> CG3DNetworks:
    torch.manual_seed(seed)
    return CG3DNetworks(replace(MODEL, tower=tower), towers)


def naive_nce(a, b, classes, tau):
    """Eq. 6 with loops: rows of a look for rows of b; the mean over all of the same class, and over the rows."""
    total = 0.0
    for i, row in enumerate(a):
        bottom = sum(math.exp(row @ other / tau) for other in b)
        own = [j for j, c in enumerate(classes) if c == classes[i]]
        total += sum(-math.log(math.exp(row @ b[j] / tau) / bottom) for j in own) / len(own)
    return total / len(a)


def test_losses_are_equations_4_to_9(tmp_path, towers, cache, monkeypatch):
    """The loss that the loop is given, in both turns, against loops over classes of which some come twice."""
    told, rng = {}, np.random.default_rng(0)
    rows = {name: rng.normal(size=(5, 16)).astype(np.float32) for name in ("shapes", "images", "texts")}
    rows = {k: v / np.linalg.norm(v, axis=1, keepdims=True) for k, v in rows.items()}
    classes = np.array([3, 1, 3, 2, 1])
    monkeypatch.setattr(cg3d, "fit", lambda *_, loss, **__: told.update(loss=loss))
    fit_cg3d(config(tmp_path, temperature=0.1, image_weight=0.5), towers, cache)
    t = {k: torch.from_numpy(v) for k, v in rows.items()}
    batch = cg3d._Batch(None, None, t["texts"], torch.from_numpy(classes))

    def both_ways(a, b):
        return (naive_nce(rows[a], rows[b], classes, 0.1) + naive_nce(rows[b], rows[a], classes, 0.1)) / 2

    of_points = told["loss"](lambda *_: (t["shapes"], t["images"]), batch)
    assert float(of_points["image"]) == pytest.approx(both_ways("shapes", "images"), rel=1e-5)
    assert float(of_points["text"]) == pytest.approx(both_ways("shapes", "texts"), rel=1e-5)
    assert float(of_points["loss"]) == pytest.approx(
        0.5 * float(of_points["image"]) + float(of_points["text"]), rel=1e-6
    )
    of_prompts = told["loss"](lambda *_: (None, t["images"]), batch)
    assert float(of_prompts["prompts"]) == pytest.approx(both_ways("images", "texts"), rel=1e-5)


@pytest.mark.parametrize("tower", ["prompts", "tuned"])
def test_points_and_tower_take_turns(tower, tmp_path, towers, cache):
    """The first iteration is of the points alone, the second of the tower alone."""
    start = first(towers, tower).own_tensors()
    short = replace(LOOP, save_every=1, steps=1)
    one = saved(fit_cg3d(config(tmp_path / "1", tower, loop=short), towers, cache))
    two = saved(fit_cg3d(config(tmp_path / "2", tower, loop=replace(short, steps=2, warmup=0)), towers, cache))
    of_points = [k for k in start if k.startswith("points.")]
    of_tower = [k for k in start if k.startswith("images.")]
    assert of_tower and any(not torch.equal(one[k], start[k]) for k in of_points)
    assert all(torch.equal(one[k], start[k]) for k in of_tower)
    assert any(not torch.equal(two[k], start[k]) for k in of_tower)


def test_what_is_frozen_stays_and_only_prompts_are_saved(tmp_path, towers, cache):
    before = {k: v.clone() for k, v in towers.images.state_dict().items()}
    tensors = saved(fit_cg3d(config(tmp_path), towers, cache))
    assert [k for k in tensors if k.startswith("images.")] == ["images.prompts"]
    assert tensors["images.prompts"].shape == (4, 5, 256)
    assert all(torch.equal(v, before[k]) for k, v in towers.images.state_dict().items())
    model = load_cg3d(tmp_path)
    own = model.networks.images.tower.state_dict()  # batch norms too: they measured nothing new
    assert all(torch.equal(v.float(), own[k].float()) for k, v in before.items())


def test_killed_and_resumed_is_the_run_that_was_not_killed(tmp_path, towers, cache, monkeypatch):
    straight = saved(fit_cg3d(config(tmp_path / "a"), towers, cache))
    real, calls = cg3d.augmented_cloud, []

    def dying(*given):
        calls.append(1)
        if len(calls) > 2 * OBJECTS:  # in the third step of the points, the fifth of all
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(cg3d, "augmented_cloud", dying)
        fit_cg3d(config(tmp_path / "b"), towers, cache)
    resumed = saved(fit_cg3d(config(tmp_path / "b"), towers, cache))
    assert straight.keys() == resumed.keys()
    for name, tensor in straight.items():
        assert torch.equal(tensor, resumed[name]), name
    with pytest.raises(ConfigError, match=r"temperature: 0\.07 -> 0\.2"):
        fit_cg3d(config(tmp_path / "b", temperature=0.2), towers, cache)


def test_it_learns_to_name_what_it_has_seen(tmp_path, towers, cache):
    longer = replace(LOOP, steps=100, learning_rate=3e-3, save_every=100, log_every=100)
    plain = {"turn": 0.0, "tilt": 0.0, "drop": 0.0}
    given = config(tmp_path, "frozen", loop=longer, augmentation=replace(TrainCG3DConfig.augmentation, **plain))
    model = load_cg3d(fit_cg3d(given, towers, cache))
    names = [row["category"] for row in cache.objects]
    shapes = model.encode_shapes([generate(name, seed=0).mesh for name in names])
    found = (shapes @ model.encode_texts([f"a {name}" for name in names]).T).argmax(1)
    assert (found == np.arange(OBJECTS)).mean() >= 0.75  # by chance 0.125


def test_a_run_is_a_model(tmp_path, towers, cache):
    """By its name and folder: rows of all three, the same in another process, and a library that opens by itself."""
    folder = fit_cg3d(config(tmp_path / "run"), towers, cache)
    model = load_model("cg3d", weights=folder)
    mesh, picture = generate("chair", seed=1).mesh, np.zeros((40, 50, 3), np.uint8)
    rows = [model.encode_shapes([mesh]), model.encode_images([[picture, picture]]), model.encode_texts(["a chair"])]
    for row in rows:
        assert row.shape == (1, 256) and row.dtype == np.float32
        np.testing.assert_allclose(np.linalg.norm(row, axis=1), 1, atol=1e-5)
    np.testing.assert_array_equal(rows[2], load_model("mini").encode_texts(["a chair"]))
    again = pickle.loads(pickle.dumps(model))
    assert again.fingerprint == model.fingerprint
    np.testing.assert_array_equal(again.encode_shapes([mesh]), rows[0])
    from trivium.io import save_glb

    save_glb(mesh, tmp_path / "chair.glb")
    Library(tmp_path / "own.trivium", model).add(tmp_path / "chair.glb", workers=1)
    assert Library(tmp_path / "own.trivium").search(text="a chair")[0].name == "chair"


def test_runs_that_are_broken_are_said_to_be(tmp_path, towers, cache):
    folder = fit_cg3d(config(tmp_path), towers, cache)
    about = (folder / "cg3d.json").read_text()
    (folder / "cg3d.json").write_text(about.replace(towers.model.fingerprint, "f" * 16))
    with pytest.raises(WeightsError, match="was trained on the towers of mini ffff"):
        load_cg3d(folder)
    (folder / "cg3d.json").write_text(about.replace('"prompts": 5', '"prompts": 4'))
    with pytest.raises(WeightsError, match="does not fit its configuration"):
        load_cg3d(folder)
    (folder / "cg3d.json").write_text(about.replace('"tower": "prompts"', '"tower": "frozen"', 1))
    with pytest.raises(WeightsError, match=r"does not hold the tensors.*images\.prompts"):
        load_cg3d(folder)
    (folder / "cg3d.json").write_text("{}")
    with pytest.raises(WeightsError, match="not the configuration of a CG3D run"):
        load_cg3d(folder)
    with pytest.raises(WeightsError, match=r"no cg3d\.json"):
        load_cg3d(tmp_path / "nothing")
    with pytest.raises(WeightsError, match="a model of your own: train one with 'trivium train cg3d'"):
        load_model("cg3d")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"objects": 1}, "expected 2 or more"),
        ({"image_weight": 0.0, "text_weight": 0.0}, "one of them above 0"),
        ({"temperature": 0.0}, "expected more than 0"),
    ],
)
def test_what_cannot_be_trained_is_refused(change, said, tmp_path):
    with pytest.raises(ConfigError, match=said):
        config(tmp_path, **change)


def test_what_the_model_cannot_be_is_refused(tmp_path, towers, cache):
    with pytest.raises(ConfigError, match="frozen, prompts, tuned"):
        replace(MODEL, tower="melted")
    for wrong, said in (
        ({"encoder": "pointbret"}, "there are: .*pointbert"),
        ({"settings": {"widht": 3}}, "no setting widht"),
    ):
        with pytest.raises(ConfigError, match=said):
            fit_cg3d(replace(config(tmp_path), model=replace(MODEL, **wrong)), towers, cache)
    with pytest.raises(ConfigError, match="needs 9 different objects and there are 8"):
        fit_cg3d(config(tmp_path, objects=9), towers, cache)


@pytest.mark.parametrize("name", RECIPES)
def test_recipes_are_read_and_their_encoders_built(name, tmp_path):
    found = read_config(TrainCG3DConfig, RECIPES[name], [f'out="{tmp_path}"'])
    encoder = build_encoder(found.model.encoder, found.model.settings, out_dim=512)
    assert channels_of(encoder) == (9 if name == "mini" else 3)
    pointmlp = ["model.encoder=pointmlp", "model.settings={hidden=[], skip_origin=true}"]
    other = read_config(TrainCG3DConfig, RECIPES[name], [f'out="{tmp_path}"', *pointmlp])
    assert channels_of(build_encoder(other.model.encoder, other.model.settings, out_dim=512)) == 3


def test_the_command_trains_and_says_where(tmp_path):
    small = [
        "num_procedural=4", "objects=4", "loop.steps=2", "cache.size=32", "cache.num_points=64", "model.num_points=64",
        "model.image_size=32", "model.settings={width=32, depth=1, heads=2, num_groups=8, group_size=8}", "threads=1",
    ]  # fmt: skip
    done = CliRunner().invoke(app, ["train", "cg3d", "--config", "mini", f"out={tmp_path / 'run'}", *small])
    assert done.exit_code == 0, done.output
    assert load_cg3d(tmp_path / "run").config.tower == "prompts"
    wrong = CliRunner().invoke(app, ["train", "cg3d", "--config", "mini", f"out={tmp_path}", "tower.lr=1.0"])
    assert wrong.exit_code == 3 and "unknown key 'tower.lr'" in wrong.output


def test_a_published_pair_is_prompted_too(tmp_path, cache):
    """SLIP, as in the paper, in a tiny size: prompts behind its class token, its projection frozen."""
    pytest.importorskip("transformers", reason="SLIP needs the extra [foundation]")
    from standin import DIM, StandIn
    from trivium.encoders.images import SLIPImageConfig
    from trivium.encoders.text import CLIPTextConfig
    from trivium.models.cg3d import Towers
    from trivium.models.preprocess import IMAGENET_PICTURES
    from trivium.models.towers import SLIP

    torch.manual_seed(0)
    texts = CLIPTextConfig(context=7, vocabulary=50, width=32, depth=1, heads=4, hidden=64, out_dim=DIM)
    pair = SLIP(SLIPImageConfig(image_size=32, width=32, depth=2, heads=4), texts)
    towers = Towers(StandIn(), pair.images, IMAGENET_PICTURES)
    before = {k: v.clone() for k, v in pair.images.state_dict().items()}
    tensors = saved(fit_cg3d(config(tmp_path), towers, cache))
    start = CG3DNetworks(config(tmp_path).model, towers)
    assert tensors["images.0.prompts"].shape == (2, 5, 32)
    assert [k for k in tensors if k.startswith("images.")] == ["images.0.prompts"]
    pictures = torch.randn(2, 3, 32, 32)
    with torch.no_grad():
        start.eval().images[0].prompts.copy_(tensors["images.0.prompts"])
        assert start.pictures(pictures).shape == (2, DIM)
    assert all(torch.equal(v, before[k]) for k, v in pair.images.state_dict().items())


def test_a_run_beside_itself_before_training_and_without_prompts(tmp_path, towers, cache):
    """For figures 6 and 7: one differs in shapes alone, the other in pictures alone, and neither by chance."""
    from trivium.apps.embeddings import beside
    from trivium.errors import QueryError

    quick = replace(cg3d.TowerOptimizer(), learning_rate=5.0)
    model = load_cg3d(fit_cg3d(replace(config(tmp_path), tower=quick), towers, cache))
    mesh, picture = generate("chair", seed=1).mesh, np.random.default_rng(0).integers(0, 256, (32, 32, 3), np.uint8)

    def rows(m):
        return m.encode_shapes([mesh]), m.encode_images([picture])

    (shape, image), plain = rows(model), load_model("mini")
    before, bare = rows(beside(model, "untrained")), rows(beside(model, "unprompted"))
    assert not np.allclose(before[0], shape, atol=1e-2) and np.array_equal(bare[0], shape)
    assert not np.allclose(bare[1], image, atol=1e-4)
    np.testing.assert_array_equal(before[0], rows(beside(model, "untrained"))[0])
    with pytest.raises(QueryError, match="needs a CG3D run"):
        beside(plain, "untrained")
    frozen = load_cg3d(fit_cg3d(config(tmp_path / "frozen", "frozen"), towers, cache))
    with pytest.raises(QueryError, match="no prompts to be without"):
        beside(frozen, "unprompted")
