"""Fine-tuning on a few made-up shapes: a start's weights are where it begins, runs go on, and the classifier is used again."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from typer.testing import CliRunner

from trivium.data.labelled import labelled_split
from trivium.data.readers import ProceduralShapes
from trivium.data.samples import SampleConfig
from trivium.errors import ConfigError, WeightsError
from trivium.geometry import PointCloud
from trivium.io import save_glb
from trivium.models.shape_classifier import load_classifier
from trivium.procedural import generate

pytest.importorskip("lightning", reason="training needs the extra [train]")
pytest.importorskip("sklearn", reason="linear probes need the extra [train]")

from trivium.cli import app
from trivium.training import finetune as module
from trivium.training.finetune import SCRATCH, FinetuneConfig, Start, draw_outcomes, finetune, start_of
from trivium.training.loop import LoopConfig

SETTINGS = {"width": 32, "depth": 1, "heads": 2, "num_groups": 8, "group_size": 8}
LOOP = LoopConfig(steps=3, learning_rate=3e-3, warmup=1, save_every=1, log_every=1)
NAMES = ("banana", "chair", "mug")


@pytest.fixture(scope="module")
def data():
    return labelled_split(ProceduralShapes(36, SampleConfig(num_points=96, num_views=0), categories=NAMES))


def start(seed=5) -> Start:
    """An encoder that stands for a trained one."""
    plain = Start("CG3D", "pointbert", SETTINGS, 16, 64, 0.6, None)
    return replace(plain, weights=plain.network(NAMES, seed=seed).points.state_dict())


def config(out, **more) -> FinetuneConfig:
    given = {"loop": LOOP, "shares": (0.3, 1.0), "seeds": (0, 1), "precision": "32-true", "threads": 1, "objects": 8}
    return FinetuneConfig(out=out, **(given | more))


def test_a_line_for_each_start_share_and_way(tmp_path, data):
    outcomes = finetune(start(), data, config(tmp_path))
    assert [(o.start, o.how, o.share, o.objects) for o in outcomes] == [
        (name, how, share, count)
        for how in ("fine-tuned", "linear probe")
        for name in ("CG3D", SCRATCH)
        for share, count in ((0.3, 9), (1.0, 27))
    ]
    assert all(len(o.accuracies) == 2 and 0 <= o.mean <= 100 for o in outcomes)
    assert [line["share"] for line in json.loads((tmp_path / "finetune.json").read_text())] == [0.3, 1.0] * 4
    draw_outcomes(outcomes, tmp_path / "curve.png")
    assert (tmp_path / "curve.png").read_bytes()[:4] == b"\x89PNG"


def test_it_learns(tmp_path, data):
    """Three shapes as different as these are told apart after a hundred steps."""
    longer = replace(LOOP, steps=100, save_every=100, log_every=100)
    calm = replace(FinetuneConfig(out=tmp_path).augmentation, turn=10.0, drop=0.1)
    (tuned, *_) = finetune(
        start(), data, config(tmp_path, loop=longer, shares=(1.0,), seeds=(0,), augmentation=calm, objects=16)
    )
    assert tuned.mean >= 75
    classifier = load_classifier(tmp_path)
    meshes = [generate(name, seed=700).mesh for name in NAMES]
    assert (classifier.probabilities(meshes).argmax(1) == np.arange(3)).sum() >= 2


def test_training_begins_with_the_weights_of_the_start():
    begin = start()
    tuned, scratch = begin.network(NAMES, seed=0), begin.from_scratch().network(NAMES, seed=0)
    assert all(torch.equal(v, begin.weights[k]) for k, v in tuned.points.state_dict().items())
    assert not torch.equal(scratch.points.head.weight, tuned.points.head.weight)
    for a, b in zip(tuned.head.parameters(), scratch.head.parameters(), strict=True):
        assert torch.equal(a, b)  # the heads of both are the same: they differ in the encoder alone


def test_mini_is_a_start():
    begin = start_of(None)
    network = begin.network(("a", "b"), seed=0).eval()
    mini = module.load_mini()
    cloud = torch.rand(1, 128, 9)
    with torch.no_grad():
        expected = mini.points.float()(cloud)
        torch.testing.assert_close(network.points(cloud), expected)


def test_killed_and_resumed_is_the_run_that_was_not_killed(tmp_path, data, monkeypatch):
    small = {"shares": (1.0,), "seeds": (0,)}
    straight = finetune(start(), data, config(tmp_path / "a", **small))
    real, calls = module.augmented_cloud, []

    def dying(*given):
        calls.append(1)
        if len(calls) > 12:
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(module, "augmented_cloud", dying)
        finetune(start(), data, config(tmp_path / "b", **small))
    assert finetune(start(), data, config(tmp_path / "b", **small)) == straight
    files = [(tmp_path / x / "classifier.safetensors").read_bytes() for x in "ab"]
    assert files[0] == files[1]
    with pytest.raises(ConfigError, match=r"objects: 8 -> 6"):
        finetune(start(), data, config(tmp_path / "b", **small, objects=6))


def test_a_classifier_that_is_broken_is_said_to_be(tmp_path, data):
    finetune(start(), data, config(tmp_path, shares=(1.0,), seeds=(0,)))
    about = (tmp_path / "classifier.json").read_text()
    (tmp_path / "classifier.json").write_text(about.replace('"mug"', '"mug", "cup"'))
    with pytest.raises(WeightsError, match="does not fit its configuration"):
        load_classifier(tmp_path)
    (tmp_path / "classifier.json").write_text(about.replace('"mug"', '"chair"'))
    with pytest.raises(WeightsError, match="two or more, all different"):
        load_classifier(tmp_path)
    with pytest.raises(WeightsError, match=r"no classifier\.json"):
        load_classifier(tmp_path / "gone")


@pytest.mark.parametrize(
    "wrong", [{"shares": (0.0,)}, {"shares": (1.2,)}, {"shares": ()}, {"seeds": ()}, {"objects": 1}]
)
def test_what_cannot_be_asked_is_refused(wrong, tmp_path):
    with pytest.raises(ConfigError, match="expected shares above 0"):
        config(tmp_path, **wrong)


def test_the_command_writes_table_picture_and_classifier(tmp_path):
    for name in ("banana", "mug"):
        (tmp_path / "m" / name).mkdir(parents=True)
        for seed in range(3):
            save_glb(generate(name, seed=seed).mesh, tmp_path / "m" / name / f"{seed}.glb")
    out = tmp_path / "out"
    asked = ["finetune", str(tmp_path / "m"), "--out", str(out), "--steps", "1", "--share", "1", "--seed", "0"]
    done = CliRunner().invoke(app, [*asked, "--threads", "1"])
    assert done.exit_code == 0, done.output
    assert "fine-tuned" in done.output and "linear probe" in done.output and (out / "finetune.png").is_file()
    classifier = load_classifier(out)
    best = classifier.classify(tmp_path / "m" / "mug" / "0.glb")
    assert {name for name, _ in best} == {"banana", "mug"} and sum(p for _, p in best) == pytest.approx(1, abs=1e-5)
    points = np.random.default_rng(0).normal(size=(500, 3)).astype(np.float32)
    assert classifier.probabilities([PointCloud(points)]).shape == (1, 2)
    alone = CliRunner().invoke(app, ["finetune", str(tmp_path / "m" / "mug"), "--out", str(tmp_path / "x")])
    assert alone.exit_code == 3 and "got 1 classes" in alone.output
    neither = CliRunner().invoke(app, ["finetune", "--out", str(tmp_path / "x")])
    assert neither.exit_code == 2
