"""pasr-mini on a handful of shapes: every stage learns, goes on where it was killed, and the weights come back."""

import logging
from dataclasses import replace

import numpy as np
import pytest
import torch

from trivium.data.objects import procedural_objects
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.encoders.images import DenseHeadConfig, ViTConfig
from trivium.encoders.points import PointNeXtConfig, Pointwise, PointwiseConfig
from trivium.errors import ConfigError, WeightsError
from trivium.models.pasr import DenseTower, PASRConfig, Raster, load_pasr
from trivium.models.preprocess import InputSpec
from trivium.procedural import generate
from trivium.training import pasr
from trivium.training.dense import DenseConfig
from trivium.training.loop import LoopConfig
from trivium.training.pasr import PointFeaturesConfig, TrainPASRConfig, search_basis, train_pasr, train_point_features

pytest.importorskip("lightning", reason="training needs the extra [train]")
LOOP = LoopConfig(steps=4, learning_rate=1e-3, warmup=1, save_every=2, log_every=1)
CACHE = CacheConfig(size=32, views_procedural=4, num_points=96, num_backgrounds=16)
POINTS = PointFeaturesConfig(loop=LOOP, objects=3, views=2, num_points=64, image_size=32)
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


def test_killed_and_resumed_is_the_run_that_was_not_killed(cache, tmp_path, monkeypatch):
    straight = train_point_features(points(), tower(), cache, tmp_path / "a", MODEL.raster, POINTS)
    calls = []
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        real = pasr.query_pictures

        def dying(*given):
            calls.append(1)
            if len(calls) > 3:
                raise KeyboardInterrupt
            return real(*given)

        patch.setattr(pasr, "query_pictures", dying)
        train_point_features(points(), tower(), cache, tmp_path / "b", MODEL.raster, POINTS)
    resumed = train_point_features(points(), tower(), cache, tmp_path / "b", MODEL.raster, POINTS)
    for a, b in zip(straight.state_dict().values(), resumed.state_dict().values(), strict=True):
        torch.testing.assert_close(a, b, atol=1e-6, rtol=1e-5)


def test_points_learn_what_pictures_show(cache, tmp_path, caplog):
    caplog.set_level(logging.INFO)
    loop = replace(LOOP, steps=40, learning_rate=5e-3, log_every=20)
    train_point_features(points(), tower(), cache, tmp_path, MODEL.raster, replace(POINTS, loop=loop))
    fits = [float(m.split("fits ")[1].split()[0]) for m in caplog.messages if "fits " in m]
    assert fits[-1] > max(0.3, fits[0])


def test_another_tower_is_another_run(cache, tmp_path):
    train_point_features(points(), tower(), cache, tmp_path, MODEL.raster, POINTS)
    other = tower()
    torch.nn.init.normal_(other.head.out.weight)
    with pytest.raises(ConfigError, match="tower"):
        train_point_features(points(), other, cache, tmp_path, MODEL.raster, POINTS)


def test_the_basis_is_orthonormal(cache):
    basis = search_basis(points().eval(), cache, 5, shapes=3)
    torch.testing.assert_close(basis.T @ basis, torch.eye(5), atol=1e-5, rtol=0)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    out = tmp_path_factory.mktemp("pasr")
    loop = replace(LOOP, steps=1)
    config = TrainPASRConfig(
        out=out, num_procedural=4, cache=CACHE, model=MODEL, search_width=6, threads=1,
        dense=DenseConfig(loop=loop, sizes=((1.0, 32),), objects=2, points=8), points=replace(POINTS, loop=loop),
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
