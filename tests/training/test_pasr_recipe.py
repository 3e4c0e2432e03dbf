"""pasr-mini on a handful of shapes: every stage learns, goes on where it was killed, and the weights come back."""

import logging
from dataclasses import replace

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from models.test_towers import tensors, timm_shapes
from trivium.data.augmentation import QueryAugmentation
from trivium.data.objects import procedural_objects
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.encoders.images import DenseHeadConfig, ViTConfig
from trivium.encoders.points import PointNeXtConfig, Pointwise, PointwiseConfig
from trivium.errors import ConfigError, WeightsError
from trivium.geometry.symmetry import ANY, Symmetry
from trivium.models.checkpoints import read_tensors
from trivium.models.pasr import (
    DenseTower,
    FoundationTower,
    PASRConfig,
    Raster,
    alignment,
    drawn,
    foundation_config,
    load_pasr,
)
from trivium.models.preprocess import InputSpec
from trivium.procedural import generate
from trivium.training import synthesis
from trivium.training.loop import LoopConfig
from trivium.training.pasr import TrainPASRConfig, search_basis, train_pasr
from trivium.training.synthesis import SynthesisConfig, train_synthesis
from trivium.training.weights import in_int8, write_weights

pytest.importorskip("lightning", reason="training needs the extra [train]")
LOOP = LoopConfig(steps=4, learning_rate=1e-3, warmup=1, save_every=2, log_every=1)
CACHE = CacheConfig(size=32, views_procedural=4, num_points=96, num_backgrounds=16)
STAGE = SynthesisConfig(loop=LOOP, sizes=((1.0, 32),), objects=3, views=2, num_points=64, near=1, anywhere=3)
MODEL = PASRConfig(
    head=DenseHeadConfig(width=32, depth=1, heads=2, out_dim=12),
    points=PointwiseConfig(
        backbone=PointNeXtConfig(
            in_channels=9, width=8, strides=(1, 2, 2, 2), blocks=(1, 1, 1, 1), neighbors=8, radius=0.4
        ),
        out_dim=12,
    ),
    raster=Raster(size=4, radius=0.4, per_pixel=8),
    input=InputSpec(image_size=32, ring_views=0, num_points=128),
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return build_cache(list(procedural_objects(6, seed=0)), tmp_path_factory.mktemp("cache"), CACHE)


def tower() -> DenseTower:
    torch.manual_seed(0)
    return DenseTower(ViTConfig(width=32, depth=1, stem_depth=1, heads=2, out_dim=16), MODEL.head).eval()


def points() -> Pointwise:
    torch.manual_seed(1)
    return Pointwise(MODEL.points)


def trained_by(stage, cache, out):
    """(tower, points) after a stage."""
    made = tower(), points()
    train_synthesis("stage", *made, cache, out, MODEL, stage)
    return torch.nn.ModuleList(made)


@pytest.mark.parametrize("frozen", [False, True])
def test_killed_and_resumed_is_the_run_that_was_not_killed(cache, tmp_path, monkeypatch, frozen):
    stage = replace(STAGE, frozen_tower=frozen, fit=1.0)
    straight = trained_by(stage, cache, tmp_path / "a")
    calls = []
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        real = synthesis.query_pictures

        def dying(*given):
            calls.append(1)
            if len(calls) > 3:
                raise KeyboardInterrupt
            return real(*given)

        patch.setattr(synthesis, "query_pictures", dying)
        trained_by(stage, cache, tmp_path / "b")
    resumed = trained_by(stage, cache, tmp_path / "b")
    for a, b in zip(straight.state_dict().values(), resumed.state_dict().values(), strict=True):
        torch.testing.assert_close(a, b, atol=1e-6, rtol=1e-5)


def test_a_frozen_tower_stays_and_the_other_does_not(cache, tmp_path):
    before = tower().state_dict()
    frozen = trained_by(replace(STAGE, frozen_tower=True), cache, tmp_path / "a")[0].state_dict()
    moved = trained_by(STAGE, cache, tmp_path / "b")[0].state_dict()
    assert all(torch.equal(before[k], frozen[k]) for k in before)
    assert not torch.equal(before["head.out.weight"], moved["head.out.weight"])


def test_the_right_shape_and_pose_come_to_fit_best(cache, tmp_path, caplog):
    caplog.set_level(logging.INFO)
    loop = replace(LOOP, steps=60, learning_rate=5e-3, log_every=20)
    trained_by(replace(STAGE, loop=loop, augmentation=QueryAugmentation().eased(0)), cache, tmp_path)
    losses = [float(m.split("loss ")[1].split()[0]) for m in caplog.messages if "loss " in m]
    assert losses[-1] < 0.75 * losses[0]


def test_points_learn_what_pictures_show_by_the_papers_loss_alone(cache, tmp_path, caplog):
    caplog.set_level(logging.INFO)
    loop = replace(LOOP, steps=40, learning_rate=5e-3, log_every=20)
    trained_by(replace(STAGE, loop=loop, contrast=0.0, fit=1.0, frozen_tower=True), cache, tmp_path)
    fits = [float(m.split("fits ")[1].split()[0]) for m in caplog.messages if "fits " in m]
    assert fits[-1] > max(0.3, fits[0])


def test_other_first_weights_are_another_run(cache, tmp_path):
    trained_by(STAGE, cache, tmp_path)
    other = tower()
    torch.nn.init.normal_(other.head.out.weight)
    with pytest.raises(ConfigError, match="first weights"):
        train_synthesis("stage", other, points(), cache, tmp_path, MODEL, STAGE)


def test_a_batch_draws_as_inference_does(cache):
    """The fast product of weights and features, against ``drawn`` and ``alignment`` one pose at a time."""
    batch = synthesis.Batches(cache, STAGE)(1)
    features = torch.randn(3, 64, 5, generator=torch.Generator().manual_seed(0))
    maps = torch.nn.functional.normalize(torch.randn(6, 5, 4, 4, generator=torch.Generator().manual_seed(1)), dim=1)
    weights, seen = synthesis.drawing_weights(batch.clouds[..., :3], batch.poses, batch.fov, MODEL.raster)
    scores = synthesis.all_scores(maps, synthesis.drawings(weights, features), seen)
    assert scores.shape == (6, 3, batch.poses.shape[1])
    for thing in range(3):
        for pose in range(batch.poses.shape[1]):
            made = drawn(
                batch.clouds[thing : thing + 1, :, :3], features[thing : thing + 1], batch.poses[thing, pose : pose + 1],
                MODEL.raster, fov=batch.fov[thing, pose : pose + 1], margin=synthesis.MARGIN,
            )  # fmt: skip
            for picture in range(6):
                assert scores[picture, thing, pose] == pytest.approx(float(alignment(maps[picture], *made)), abs=0.01)


def test_the_first_poses_are_those_of_the_pictures_and_the_others_are_elsewhere(cache):
    batch = synthesis.Batches(cache, STAGE)(2)
    assert batch.closeness.shape == (3, 2, 2 + 2 * STAGE.near + STAGE.anywhere)
    assert (batch.closeness[:, [0, 1], [0, 1]] > 0.999).all()
    again = synthesis.Batches(cache, STAGE)(2)
    assert torch.equal(batch.pictures, again.pictures) and torch.equal(batch.poses, again.poses)


def test_poses_are_close_that_look_nearly_the_same():
    poses = np.radians([[10, 20, 0], [70, 20, 0], [100, 20, 0], [190, 20, 0], [20, 20, 0]]).astype(np.float32)
    close = lambda symmetry: synthesis.closeness(poses, 1, symmetry, 10.0)[0].astype(float).round(1).tolist()  # noqa: E731
    assert close(Symmetry()) == [1, 0, 0, 0, 0.6]  # a turn of 10 degrees is one spread: exp(-1/2)
    assert close(Symmetry(y=2)) == [1, 0, 0, 1, 0.6]
    assert close(Symmetry(y=4)) == [1, 0, 1, 1, 0.6]
    assert close(Symmetry(ANY, ANY, ANY)) == [1] * 5
    assert min(close(Symmetry(y=ANY))) > 0.9


def test_soft_targets_are_those_of_the_cross_entropy():
    logits = torch.randn(4, 6, generator=torch.Generator().manual_seed(0))
    hard = torch.tensor([0, 3, 5, 2])
    one_hot = torch.nn.functional.one_hot(hard, 6).float()
    expected = torch.nn.functional.cross_entropy(logits, hard)
    torch.testing.assert_close(synthesis.soft_cross_entropy(logits, 7 * one_hot), expected)
    both = synthesis.soft_cross_entropy(logits, torch.ones(4, 6))
    torch.testing.assert_close(both, -torch.log_softmax(logits, 1).mean())


def test_a_batch_of_one_is_no_contrast():
    with pytest.raises(ConfigError, match="objects is 1, expected 2 or more"):
        replace(STAGE, objects=1)


def test_the_basis_is_orthonormal(cache):
    basis = search_basis(points().eval(), cache, 5, shapes=3)
    torch.testing.assert_close(basis.T @ basis, torch.eye(5), atol=1e-5, rtol=0)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    out = tmp_path_factory.mktemp("pasr")
    loop = replace(LOOP, steps=1)
    config = TrainPASRConfig(
        out=out, num_procedural=4, cache=CACHE, model=MODEL, search_width=6, threads=1,
        tower=replace(STAGE, loop=loop), points=replace(STAGE, loop=loop, frozen_tower=True),
    )  # fmt: skip
    assert train_pasr(config) == out
    return out


def test_the_whole_recipe_writes_a_model_that_can_be_used(trained):
    model = load_pasr(trained)
    assert model.config == MODEL and model.basis.shape == (12, 6)
    maps = model.map_of([np.full((40, 30, 3), 200, np.uint8)])
    assert maps.shape == (1, 12, 4, 4)
    torch.testing.assert_close(maps.norm(dim=1), torch.ones(1, 4, 4), atol=1e-4, rtol=0)
    known = model.features_of(generate("mug", seed=3).mesh)
    assert known.points.shape == (128, 3) and known.features.shape == (128, 12)
    assert np.linalg.norm(known.points, axis=1).max() <= 1 + 1e-5
    again = model.features_of(generate("mug", seed=3).mesh)
    assert (again.features == known.features).all() and model.fingerprint == load_pasr(trained).fingerprint


@pytest.mark.parametrize("broken", ["pasr-mini.json", "pasr-mini.safetensors"])
def test_weights_that_are_missing_or_of_another_model_are_said(trained, tmp_path, broken):
    for name in ("pasr-mini.json", "pasr-mini.safetensors"):
        if name != broken:
            (tmp_path / name).write_bytes((trained / name).read_bytes())
    with pytest.raises(WeightsError, match=broken):
        load_pasr(tmp_path)
    (tmp_path / "pasr-mini.json").write_text((trained / "pasr-mini.json").read_text().replace('"width"', '"wide"'))
    with pytest.raises(WeightsError, match="not one of pasr"):
        load_pasr(tmp_path)


def test_points_learn_from_a_published_tower(tmp_path):
    """DINOv2's smallest, with weights of chance: the recipe trains the points alone, and its weights do not hold the tower."""
    file = tmp_path / "tower.safetensors"
    save_file(tensors(timm_shapes(384, 12, 1536, 37 * 37 + 1, 14, scaled=True)), file)
    model = foundation_config(FoundationTower(name="dinov2_vits14", weights=str(file)), 28)
    model = replace(
        model,
        points=replace(MODEL.points, out_dim=384),
        raster=replace(model.raster, per_pixel=4),
        input=replace(model.input, num_points=64),
    )
    stage = replace(STAGE, loop=replace(LOOP, steps=1), contrast=0.0, fit=1.0, frozen_tower=True, sizes=((1.0, 28),))
    config = TrainPASRConfig(
        out=tmp_path / "run", num_procedural=4, cache=CACHE, model=model, search_width=6, threads=1, points=stage,
    )  # fmt: skip
    trained = load_pasr(train_pasr(config))
    assert trained.config == model and trained.map_of([np.zeros((30, 30, 3), np.uint8)]).shape == (1, 384, 2, 2)
    assert (tmp_path / "run" / "pasr-mini.safetensors").stat().st_size < 1e6
    file.unlink()
    with pytest.raises(WeightsError, match="no weights at"):
        load_pasr(tmp_path / "run")


def test_a_tower_that_there_is_not_is_said():
    with pytest.raises(WeightsError, match="no dense tower 'dino'"):
        foundation_config(FoundationTower(name="dino", weights=""), 224)
    with pytest.raises(WeightsError, match="multiple of 14"):
        foundation_config(FoundationTower(name="dinov2_vits14", weights=""), 128)


def test_bytes_come_back_as_nearly_the_same_numbers(tmp_path):
    torch.manual_seed(0)
    net = torch.nn.Sequential(torch.nn.Conv2d(64, 128, 3), torch.nn.Linear(4, 4))
    write_weights(tmp_path, "net", in_int8({"net": net}), {})
    found = read_tensors(tmp_path / "net.safetensors")
    assert found.keys() == {f"net.{k}" for k in net.state_dict()}
    kept, exact = found["net.0.weight"], net[0].weight.detach()
    assert kept.shape == exact.shape and (kept - exact).abs().max() < exact.abs().max() / 127
    assert (tmp_path / "net.safetensors").stat().st_size < 1.1 * exact.numel()
