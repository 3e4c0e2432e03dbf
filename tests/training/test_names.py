"""The memory of names: what it solves, what it leaves alone, and the recipe that fills it."""

import json

import numpy as np
import pytest
import torch
from torch.nn.functional import normalize

from trivium.data.render_cache import CacheConfig
from trivium.encoders.text import NameMemory, NameMemoryConfig
from trivium.errors import ConfigError, WeightsError
from trivium.models.mini import load_mini
from trivium.training.names import NamesConfig, looks_of_names, remember

pytest.importorskip("lightning", reason="training needs the extra [train]")


def unit(count: int, dim: int = 16, seed: int = 0) -> torch.Tensor:
    return normalize(torch.randn(count, dim, generator=torch.Generator().manual_seed(seed)), dim=1)


def test_it_is_kernel_ridge_regression():
    """Held to the textbook: minimize |K W - R|^2 + ridge W' K W by its normal equations, one column at a time."""
    rows, looks, asked = unit(7), unit(7, seed=1), unit(3, seed=2)
    memory = remember(rows, looks, NamesConfig(width=0.5, ridge=0.2, share=1.0))
    near = np.array([[np.exp((float(a @ b) - 1) / 0.5) for b in rows] for a in rows])
    moves = np.stack(
        [
            np.linalg.lstsq(near @ near + 0.2 * near, near @ column, rcond=None)[0]
            for column in (looks - rows).numpy().astype(float).T
        ],
        1,
    )
    for row, found in zip(asked, memory(asked), strict=True):
        moved = row.numpy() + np.array([np.exp((float(row @ b) - 1) / 0.5) for b in rows]) @ moves
        np.testing.assert_allclose(found.numpy(), moved / np.linalg.norm(moved), atol=1e-4)


def test_names_come_near_to_their_looks_and_what_is_like_none_stays():
    rows, looks = unit(5, 64), unit(5, 64, seed=1)
    likeness = [
        float((remember(rows, looks, NamesConfig(share=share, width=0.1))(rows) * looks).sum(1).mean())
        for share in (0.0, 0.3, 0.6, 1.0)
    ]
    assert likeness == sorted(likeness) and likeness[-1] > likeness[0] + 0.3
    memory = remember(rows, looks, NamesConfig(width=0.05))
    stranger = normalize(unit(1, 64, seed=2) - unit(1, 64, seed=2) @ rows.T @ torch.linalg.pinv(rows).T, dim=1)
    torch.testing.assert_close(memory(stranger), stranger, atol=1e-3, rtol=0)


def test_an_empty_memory_changes_nothing():
    rows = unit(4)
    torch.testing.assert_close(NameMemory(NameMemoryConfig(dim=16))(rows), rows)


def test_looks_are_means_over_those_that_bear_a_name():
    looks = unit(4)
    looks[3] = 0  # was never seen
    captions = [["cup", "mug"], ["cup"], ["a red cup of clay", "nut m6"], ["ghost", "cup"]]
    names, means = looks_of_names(captions, looks)
    assert names == ["cup", "mug"]
    torch.testing.assert_close(means, torch.stack([normalize(looks[0] + looks[1], dim=0), looks[0]]))


@pytest.mark.parametrize("wrong", [{"width": 0}, {"ridge": 0}, {"share": 1.5}, {"views": 0}])
def test_wrong_settings_are_refused(wrong):
    with pytest.raises(ConfigError, match="width and a ridge"):
        NamesConfig(**wrong)


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    from trivium.training.mini import TrainMiniConfig, train_mini

    cache = CacheConfig(size=64, views_procedural=2, num_points=64, num_backgrounds=1)
    out = tmp_path_factory.mktemp("names")
    return train_mini(TrainMiniConfig(out=out, num_procedural=8, cache=cache, names_only=True))


def test_names_alone_are_learned_beside_the_towers_of_the_package(learned):
    mini = load_mini()
    model = load_mini(learned)
    assert model.config.names.count == json.loads((learned / "mini.json").read_text())["names"]["count"] > 8
    assert model.fingerprint != mini.fingerprint
    cloud = torch.randn(1, 2048, 9)
    torch.testing.assert_close(model.points(cloud.to(model.dtype)), mini.points(cloud.to(mini.dtype)))
    known = json.loads((learned / "cache" / "objects.json").read_text())[0]["category"]
    assert not np.allclose(model.encode_texts([known]), mini.encode_texts([known]), atol=1e-2)


def test_a_memory_that_is_missing_or_of_another_size_is_refused(learned, tmp_path):
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(learned, copy, ignore=shutil.ignore_patterns("cache"))
    config = json.loads((copy / "mini.json").read_text())
    config["names"]["count"] += 1
    (copy / "mini.json").write_text(json.dumps(config))
    with pytest.raises(WeightsError):
        load_mini(copy)
    (copy / "mini-names.safetensors").unlink()
    with pytest.raises(WeightsError, match="mini-names"):
        load_mini(copy)
