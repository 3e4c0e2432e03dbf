"""``trivium train pasr``: render once, train the image tower's patches, then points that predict them (PASR sec. 3.2).

The second stage is the paper's: features of points, drawn from the true pose, against the frozen features of the picture
(eq. 7-8). Some of the clouds lose their colours, so that shapes without any are found as well.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from trivium.data.augmentation import QueryAugmentation, query_pictures
from trivium.data.clouds import training_cloud
from trivium.data.identity import digest
from trivium.data.objects import training_objects
from trivium.data.render_cache import CacheConfig, RenderCache, build_cache
from trivium.encoders.points import Pointwise
from trivium.models.mini import load_mini
from trivium.models.pasr import PASR, DenseTower, PASRConfig, Raster, alignment, drawn, load_pasr
from trivium.models.pose_inference import principal
from trivium.training.dense import IN_PLACE, DenseConfig, Pool, resized, train_dense
from trivium.training.image_text import standardized
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.weights import in_bfloat16, write_weights

log = logging.getLogger(__name__)
MARGIN = 1.0  # of the cameras of a render cache


@dataclass(frozen=True, kw_only=True)
class PointFeaturesConfig:
    loop: LoopConfig = LoopConfig(steps=1000, learning_rate=2e-3, weight_decay=0.01)
    objects: int = 12  # a batch
    views: int = 4  # of each
    num_points: int = 2048
    image_size: int = 128
    colorless_share: float = 0.4
    guessed_share: float = 0.2  # clouds whose normals are estimated
    color_fill: float = 0.6
    real_share: float = 0.25
    augmentation: QueryAugmentation = IN_PLACE
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("points", self.objects)


@dataclass(frozen=True, kw_only=True)
class TrainPASRConfig:
    """The whole run. ``collection`` is a folder of real models with a manifest; without it, only procedural shapes."""

    out: Path
    collection: Path | None = None
    num_procedural: int = 10512  # 24 of each category
    cache: CacheConfig = field(default_factory=CacheConfig)
    dense: DenseConfig = field(default_factory=DenseConfig)
    points: PointFeaturesConfig = field(default_factory=PointFeaturesConfig)
    model: PASRConfig = field(default_factory=PASRConfig)
    search_width: int = 24  # directions of the features that a search looks at first
    seed: int = 0
    threads: int = 2


@dataclass(frozen=True)
class _Batch:
    clouds: Tensor  # (N, P, 9)
    pictures: Tensor  # (N V, 3, S, S)
    angles: Tensor  # (N V, 3)
    fov: Tensor  # (N V,)

    def to(self, device: torch.device) -> _Batch:
        return _Batch(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))


def train_pasr(config: TrainPASRConfig, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Trains pasr-mini and returns the folder with its weights. Killed, the same call goes on where it was."""
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    config.out.mkdir(parents=True, exist_ok=True)
    objects = training_objects(config.num_procedural, config.collection, seed=config.seed)
    cache = build_cache(objects, config.out / "cache", config.cache, progress=progress)
    tower, points = DenseTower(config.model.image, config.model.head), Pointwise(config.model.points)
    tower.image.load_state_dict(load_mini().image.float().state_dict())
    train_dense(tower, cache, config.out, config.dense)
    tower.eval().requires_grad_(False)
    train_point_features(points, tower, cache, config.out, config.model.raster, config.points)
    basis = search_basis(points.eval(), cache, config.search_width)
    tensors = in_bfloat16({"tower": tower, "points": points}) | {"basis": basis}
    write_weights(config.out, PASR.name, tensors, config.model.to_json())
    log.info("wrote %s, fingerprint %s", config.out, load_pasr(config.out).fingerprint)
    return config.out


def train_point_features(
    points: Pointwise, tower: nn.Module, cache: RenderCache, out: Path, raster: Raster, config: PointFeaturesConfig
) -> Pointwise:
    """Trains in place, against the frozen ``tower``; goes on from ``out/point-features.ckpt`` when it is there.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects, another tower or first weights.
    """
    fabric = make_fabric(out)
    frozen = fabric.to_device(tower)
    draw = _Batches(cache, config)

    def loss(module: Any, batch: _Batch) -> Losses:
        with torch.no_grad(), torch.autocast(fabric.device.type, torch.bfloat16):
            wanted = frozen(standardized(batch.pictures).to(memory_format=torch.channels_last)).float()
        places = batch.clouds[..., :3].repeat_interleave(config.views, 0)
        features = module(batch.clouds).float().repeat_interleave(config.views, 0)
        maps, seen = drawn(places, features, batch.angles, raster, fov=batch.fov, margin=MARGIN)
        fits = alignment(wanted, maps, seen)
        with torch.no_grad():  # what it is worth: the same shape as other views show it, and another shape
            others = wanted.unflatten(0, (-1, config.views))
            turned = alignment(others.roll(1, 1).flatten(0, 1), maps, seen).mean()
            foreign = alignment(others.roll(1, 0).flatten(0, 1), maps, seen).mean()
        return {"loss": 1 - fits.mean(), "fits": fits.mean(), "other pose": turned, "other shape": foreign}

    identity = asdict(config) | {
        "objects trained on": digest(cache.objects), "tower": weights_digest(tower),
        "first weights": weights_digest(points), "raster": asdict(raster),
    }  # fmt: skip
    run = Run(out, "point-features", config.loop, identity, config.objects)
    fit(fabric, points, run, batch=lambda number: draw(number).to(fabric.device), loss=loss)
    return points


class _Batches:
    """The batch of a number: a resumed run sees what the first would have seen."""

    def __init__(self, cache: RenderCache, config: PointFeaturesConfig) -> None:
        self.cache, self.config = cache, config
        self.pool = Pool(cache, views=config.views, real_share=config.real_share)

    def __call__(self, number: int) -> _Batch:
        cache, config = self.cache, self.config
        rng, torch_rng = np.random.default_rng([config.seed, number]), torch.Generator().manual_seed(number)
        chosen = self.pool.drawn(config.objects, rng)
        clouds = [
            training_cloud(
                cache.points[i], config.num_points, colorless=rng.random() < config.colorless_share,
                guessed=rng.random() < config.guessed_share, color_fill=config.color_fill, shrink=0.0, rng=rng,
            )
            for i in chosen
        ]  # fmt: skip
        rows, poses = [], []
        for i in chosen:
            row = cache.objects[i]
            for view in rng.choice(row["views"], config.views, replace=False):
                rows.append(row["first"] + view)
                poses.append(row["poses"][view])
        views = resized(torch.from_numpy(np.stack([cache.views[j] for j in rows])), config.image_size)
        behind = rng.choice(len(cache.backgrounds), len(rows), replace=len(cache.backgrounds) < len(rows))
        backgrounds = torch.from_numpy(np.stack([cache.backgrounds[j] for j in behind]))
        pictures = query_pictures(views, backgrounds, config.image_size, config.augmentation, torch_rng)
        seen_from = torch.tensor(poses, dtype=torch.float32)
        return _Batch(torch.from_numpy(np.stack(clouds)), pictures, seen_from[:, :3], seen_from[:, 3])


@torch.no_grad()
def search_basis(points: Pointwise, cache: RenderCache, width: int, *, shapes: int = 64) -> Tensor:
    """(D, width) the directions in which features of some shapes differ most."""
    usable = [i for i, row in enumerate(cache.objects) if row["views"]]
    rng, found = np.random.default_rng(0), []
    for i in usable[:: max(1, len(usable) // shapes)][:shapes]:
        cloud = training_cloud(
            cache.points[i], cache.points.shape[1], colorless=False, color_fill=0.6, shrink=0.0, rng=rng
        )
        found.append(points(torch.from_numpy(cloud)[None])[0].float())
    return principal(torch.cat(found), width).contiguous()
