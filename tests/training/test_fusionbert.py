"""FusionBERT's recipe on a few made-up objects whose shapes and pictures have something in common."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn.functional import normalize
from typer.testing import CliRunner

from trivium.data.table import FeatureTable, write_table
from trivium.encoders.aggregator import AggregatorConfig
from trivium.encoders.points import PointBERTConfig
from trivium.errors import ConfigError, ShapeError
from trivium.models.fusionbert import FusionBERT, FusionBERTConfig, mean_pooled

pytest.importorskip("lightning", reason="training needs the extra [train]")

from trivium.cli import app
from trivium.training import fusionbert
from trivium.training.config import read_config
from trivium.training.fusionbert import RECIPES, ShapesConfig, TrainFusionBERTConfig, ViewsConfig, train_fusionbert
from trivium.training.loop import LoopConfig

OBJECTS, DIM = 24, 16
MODEL = FusionBERTConfig(
    points=PointBERTConfig(width=32, depth=2, heads=2, num_groups=16, group_size=8, out_dim=None),
    aggregator=AggregatorConfig(width=DIM, depth=1, heads=2),
    adapter_hidden=32,
)
LOOP = LoopConfig(steps=6, learning_rate=3e-3, warmup=2, save_every=2, validate_every=3, log_every=3)


def make_table(folder: Path, *, seed: int = 0) -> FeatureTable:
    """Ellipsoids: their axes are what a picture's feature tells, with noise; every third object has no colours."""
    rng = np.random.default_rng(seed)
    axes = rng.uniform(0.2, 1, (OBJECTS, 3))
    look = np.random.default_rng(99).normal(size=(3, DIM))
    ball = rng.normal(size=(OBJECTS, 128, 3))
    ball /= np.linalg.norm(ball, axis=2, keepdims=True)
    normals = ball / axes[:, None]
    normals /= np.linalg.norm(normals, axis=2, keepdims=True)
    colors = np.full((OBJECTS, 128, 3), 0.5)
    colors[::3] = np.nan
    core = (axes - 0.6) @ look
    views = [core[i] + rng.normal(0, 0.3, (int(rng.integers(2, 6)), DIM)) for i in range(OBJECTS)]
    return write_table(
        folder, points=np.concatenate([ball * axes[:, None], colors, normals], 2), images=views,
        texts=[c[None] for c in core], captions=[(f"thing {i % 20}",) for i in range(OBJECTS)],
        ids=[str(i) for i in range(OBJECTS)], categories=["thing"] * OBJECTS,
    )  # fmt: skip


@pytest.fixture(scope="module")
def table(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("table")
    make_table(folder)
    return folder


def config(out: Path, table: Path, **more) -> TrainFusionBERTConfig:
    return TrainFusionBERTConfig(
        out=out, features=table, validation=table, model=MODEL, precision="32-true", threads=1,
        shapes=ShapesConfig(loop=LOOP, objects=8, num_points=64), views=ViewsConfig(loop=LOOP, objects=8, most_views=4),
        **more,
    )  # fmt: skip


def test_it_learns(tmp_path, table):
    """After some steps shapes are found by their pictures, and fused pictures find them too."""
    given = config(tmp_path, table)
    longer = replace(LOOP, steps=120, validate_every=60, save_every=60)
    given = replace(
        given, shapes=replace(given.shapes, loop=longer, objects=24), views=replace(given.views, loop=longer)
    )
    model = train_fusionbert(given).eval()
    opened = FeatureTable.open(table)
    assert fusionbert.recall_of_shapes(model, opened, given.shapes)["R@1"] > 4 / OBJECTS
    assert fusionbert.recall_of_views(model, opened, given.shapes)["R@1"] > 4 / OBJECTS
    assert (tmp_path / "fusionbert.safetensors").is_file()


@pytest.mark.parametrize("where", ["shapes", "views"])
def test_killed_and_resumed_is_the_run_that_was_not_killed(where, tmp_path, table, monkeypatch):
    straight = train_fusionbert(config(tmp_path / "a", table))
    real, calls = fusionbert._turn, []

    def dying(*given):
        calls.append(1)
        if len(calls) > (3 if where == "shapes" else 9):
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(fusionbert, "_turn", dying)
        train_fusionbert(config(tmp_path / "b", table))
    resumed = train_fusionbert(config(tmp_path / "b", table))
    for (name, x), y in zip(straight.state_dict().items(), resumed.state_dict().values(), strict=True):
        torch.testing.assert_close(x, y, msg=name, atol=1e-6, rtol=1e-5)


def test_the_second_stage_leaves_the_shapes_as_they_are(tmp_path, table):
    model = train_fusionbert(config(tmp_path, table))
    again = FusionBERT(MODEL)
    state = torch.load(tmp_path / "shapes-best.ckpt", weights_only=True)["model"]  # noqa: TID251 (safe mode)
    again.load_state_dict({k: v for k, v in state.items() if "scale" not in k}, strict=False)
    for (name, x), y in zip(model.points.named_parameters(), again.points.parameters(), strict=True):
        assert torch.equal(x, y), name


def test_another_width_of_features_is_refused(tmp_path, table):
    wide = replace(MODEL, aggregator=AggregatorConfig(width=32, depth=1, heads=2))
    with pytest.raises(
        ConfigError, match=r"features of 16 numbers, the model expects 32: set model\.aggregator\.width=16"
    ):
        train_fusionbert(replace(config(tmp_path, table), model=wide))


class Device:
    def __init__(self, rank: int, size: int) -> None:
        self.global_rank, self.world_size = rank, size


def test_every_object_comes_once_an_epoch():
    for size in (1, 2):
        batches = [
            fusionbert._turn(OBJECTS, 4, number, Device(rank, size), 0)
            for number in range(OBJECTS // (4 * size))
            for rank in range(size)
        ]
        assert sorted(np.concatenate(batches)) == list(range(OBJECTS))


def test_no_object_is_its_own_rival():
    """Not even where one epoch ends within a batch."""
    for number in range(30):
        assert len(set(fusionbert._turn(OBJECTS, 7, number, Device(0, 1), 0))) == 7


def test_what_is_held_back_is_for_the_second_stage_alone(tmp_path, table, monkeypatch):
    real, asked = fusionbert.training_cloud, []

    def noted(stored, *given, **named):
        asked.append(stored.tobytes())
        return real(stored, *given, **named)

    monkeypatch.setattr(fusionbert, "training_cloud", noted)
    given = replace(config(tmp_path, table), held_back=0.4)
    known, fresh = fusionbert._split(OBJECTS, given)
    assert (len(known), len(fresh)) == (14, 10) and not set(known) & set(fresh)
    train_fusionbert(given)
    points = FeatureTable.open(table).points
    assert set(asked) == {points[i].tobytes() for i in known}
    with pytest.raises(ConfigError, match=r"held_back is 1\.0"):
        replace(given, held_back=1.0)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"held_back": 0.2}, r"stage 'views' needs 8 different objects, and 5 of the 24 are for it: .*views\.objects"),
        ({"held_back": 0.9}, r"stage 'shapes' needs 8 different objects, and 2 of the 24"),
        ({"shapes": ShapesConfig(loop=LOOP, objects=25)}, "stage 'shapes' needs 25 different objects"),
    ],
)
def test_what_cannot_be_trained_is_refused_before_anything_is(change, message, tmp_path, table):
    with pytest.raises(ConfigError, match=message):
        train_fusionbert(replace(config(tmp_path, table), **change))
    assert not (tmp_path / "shapes.ckpt").is_file()


def test_a_validation_table_that_does_not_fit_is_refused_before_anything_is_trained(tmp_path, table):
    opened = FeatureTable.open(table)
    parts = {
        "points": opened.points,
        "captions": [("x",)] * OBJECTS,
        "ids": opened.ids,
        "categories": opened.categories,
    }
    rows = [np.ones((2, DIM))] * OBJECTS
    write_table(tmp_path / "few", images=rows, texts=rows, **parts)
    wide = [np.ones((3, DIM + 1))] * OBJECTS
    write_table(tmp_path / "wide", images=wide, texts=wide, **parts)
    other = [np.ones((3, DIM))] * OBJECTS
    write_table(tmp_path / "other", images=other, texts=other, model="another", **parts)
    given = config(tmp_path / "out", table)
    for name, message in (("few", "no object with 3 pictures"), ("wide", "17 numbers"), ("other", "by model another")):
        with pytest.raises(ConfigError, match=message):
            train_fusionbert(replace(given, validation=tmp_path / name))
    assert not (tmp_path / "out" / "shapes.ckpt").is_file()


def test_another_table_in_the_same_folder_is_another_run(tmp_path, table):
    train_fusionbert(config(tmp_path / "out", table))
    opened = FeatureTable.open(table)
    rows = [np.ones((3, DIM))] * OBJECTS
    write_table(
        tmp_path / "table", points=opened.points, images=rows, texts=rows, captions=[("x",)] * OBJECTS,
        ids=[f"another {i}" for i in opened.ids], categories=opened.categories,
    )  # fmt: skip
    moved = replace(config(tmp_path / "out", table), features=tmp_path / "table", validation=None)
    with pytest.raises(ConfigError, match="objects trained on"):
        train_fusionbert(moved)


def test_normals_can_be_left_out(table):
    model = FusionBERT(MODEL.without_normals()).eval()
    clouds = torch.rand(2, 64, 9)
    changed = torch.cat([clouds[..., :6], torch.rand(2, 64, 3)], 2)
    torch.testing.assert_close(model.shapes(clouds), model.shapes(changed))
    with pytest.raises(ShapeError, match="6 channels, expected 9"):
        FusionBERT(MODEL).shapes(clouds[..., :6])


def test_mean_pooling_of_ragged_views():
    x = torch.randn(2, 3, DIM)
    mask = torch.tensor([[True, True, True], [True, False, False]])
    rows = mean_pooled(x, mask)
    torch.testing.assert_close(rows[1], normalize(x[1, 0], dim=0))
    torch.testing.assert_close(rows[:1], mean_pooled(x[:1]))


def test_concatenation_ranks_as_the_mean_does():
    """The paper's other rival: [u1 ... uV] against a shape's row V times, both of length 1. It is no rival of its own."""
    rng = torch.Generator().manual_seed(0)
    pictures, shapes = torch.randn(20, 3, 8, generator=rng), normalize(torch.randn(50, 8, generator=rng), dim=1)
    unit = normalize(pictures, dim=2)
    side_by_side = normalize(unit.flatten(1), dim=1) @ normalize(shapes.repeat(1, 3), dim=1).T
    mean = mean_pooled(pictures) @ shapes.T
    assert torch.equal(side_by_side.argsort(1), mean.argsort(1))
    per_query = side_by_side / mean
    torch.testing.assert_close(per_query, per_query[:, :1].expand_as(per_query), rtol=1e-3, atol=1e-4)


def test_tables_say_what_is_wrong(tmp_path, table):
    with pytest.raises(ConfigError, match=r"is no table of features: points\.npy"):
        FeatureTable.open(tmp_path)
    make_table(tmp_path)
    np.save(tmp_path / "texts.npy", np.zeros((3, 1, DIM), np.float16))
    with pytest.raises(ConfigError, match="do not fit together: 24 objects, points"):
        FeatureTable.open(tmp_path)
    with pytest.raises(ConfigError, match="1 objects have no picture or no caption, first of them 'b'"):
        write_table(
            tmp_path, points=np.zeros((2, 4, 9)), images=[np.zeros((1, 4)), np.zeros((0, 4))],
            texts=[np.zeros((1, 4))] * 2, captions=[("x",), ("y",)], ids=["a", "b"], categories=["", ""],
        )  # fmt: skip


@pytest.mark.parametrize("name", RECIPES)
def test_packaged_recipes_can_be_read(name, tmp_path):
    found = read_config(
        TrainFusionBERTConfig, RECIPES[name], [f'out="{tmp_path}"', 'features="x"', "views.loop.steps=5"]
    )
    assert found.views.loop.steps == 5 and found.model.points.in_channels == 9


def test_the_command_line_trains(tmp_path, table):
    changes = [
        f"out={tmp_path}", f"features={table}", "model.aggregator.width=16", "model.aggregator.heads=2", "threads=1",
        "model.points.width=32", "model.points.heads=2", "model.points.depth=1", "model.points.num_groups=16",
        "model.points.group_size=8", "shapes.objects=8", "shapes.num_points=64", "shapes.loop.steps=2", "views.objects=8",
        "views.loop.steps=2",
    ]  # fmt: skip
    done = CliRunner().invoke(app, ["train", "fusionbert", "--config", "mini", *changes])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "fusionbert.safetensors").is_file()
    typo = CliRunner().invoke(app, ["train", "fusionbert", "--config", "mini", *changes, "shapes.loop.stps=3"])
    assert typo.exit_code != 0


@pytest.mark.slow
def test_the_papers_size_takes_a_step(tmp_path):
    """One real step of both stages at full size: 1280 numbers, 10,000 points."""
    rng = np.random.default_rng(0)
    count = 4
    write_table(
        tmp_path / "table", points=rng.normal(size=(count, 10_000, 9)), images=list(rng.normal(size=(count, 12, 1280))),
        texts=list(rng.normal(size=(count, 2, 1280))), captions=[(f"a{i}", f"b{i}") for i in range(count)],
        ids=[str(i) for i in range(count)], categories=[""] * count,
    )  # fmt: skip
    changes = [f'out="{tmp_path}"', f'features="{tmp_path}/table"', "shapes.objects=4", "views.objects=4"]
    given = read_config(
        TrainFusionBERTConfig, RECIPES["paper"], [*changes, "shapes.loop.steps=1", "views.loop.steps=1"]
    )
    model = train_fusionbert(given)
    sizes = {n: sum(p.numel() for p in m.parameters()) / 1e6 for n, m in model.named_children()}
    assert 20 < sizes["points"] < 40 and 40 < sizes["aggregator"] < 50
    assert all(p.isfinite().all() for p in model.parameters())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("shapes.objects=1", "shapes.objects is 1, expected 2 or more"),
        ("views.objects=0", "views.objects is 0"),
        ("views.fewest_views=0", "views go from 0 to 6"),
        ("views.fewest_views=9", "views go from 9 to 6"),
    ],
)
def test_batches_that_teach_nothing_are_refused(change, says):
    with pytest.raises(ConfigError, match=says):
        read_config(TrainFusionBERTConfig, RECIPES["mini"], ['out="a"', 'features="b"', change])
