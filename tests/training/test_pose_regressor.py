"""The rival of PASR learns poses from pictures, and says rotations."""

import logging
from dataclasses import replace

import pytest
import torch

from trivium.data.objects import procedural_objects
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.training.loop import LoopConfig
from trivium.training.pose_regressor import REGRESSOR, PoseRegressor, train_pose_regressor

pytest.importorskip("lightning", reason="training needs the extra [train]")


def test_it_says_rotations():
    torch.manual_seed(0)
    found = PoseRegressor().eval()(torch.randn(3, 3, 32, 32))
    torch.testing.assert_close(found @ found.transpose(1, 2), torch.eye(3).expand(3, 3, 3), atol=1e-5, rtol=0)
    assert (torch.linalg.det(found) > 0.999).all()


def test_it_learns(tmp_path, caplog):
    caplog.set_level(logging.INFO)
    config = CacheConfig(size=32, views_procedural=4, num_points=96, num_backgrounds=16)
    cache = build_cache(list(procedural_objects(4, seed=0)), tmp_path / "cache", config)
    loop = LoopConfig(steps=60, learning_rate=1e-3, warmup=1, log_every=10)
    train_pose_regressor(
        cache, tmp_path, replace(REGRESSOR, loop=loop, sizes=((1.0, 32),), objects=3, views=4, num_points=64)
    )
    losses = [float(m.split("loss ")[1].split()[0]) for m in caplog.messages if "loss " in m]
    assert losses[-1] < 0.8 * losses[0]
