"""``trivium train pasr``: render once, train tower and points by synthesis, then the points against the frozen tower.

PASR (sec. 3.2) has an image tower whose patches tell places of a surface apart, DINOv3, and trains points to predict them. What
mini's tower tells apart are whole objects: so the first stage trains it on, with the points, until the right shape in the
right pose explains a picture best. The second is the paper's (eq. 7-8), beside the contrast. With a published tower there is
the second alone, and nothing but the paper's objective.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from trivium.data.clouds import training_cloud
from trivium.data.objects import training_objects
from trivium.data.render_cache import CacheConfig, RenderCache, build_cache
from trivium.encoders.points import Pointwise
from trivium.models.mini import load_mini
from trivium.models.pasr import PASR, DenseTower, PASRConfig, build_tower, load_pasr
from trivium.models.pose_inference import principal
from trivium.training.loop import LoopConfig
from trivium.training.synthesis import SynthesisConfig, train_synthesis
from trivium.training.weights import in_int8, write_weights

log = logging.getLogger(__name__)
TOGETHER = SynthesisConfig(loop=LoopConfig(steps=3200, learning_rate=1e-3, log_every=50, save_every=200))
AGAINST_FROZEN = SynthesisConfig(
    loop=LoopConfig(steps=200, learning_rate=1e-3, weight_decay=0.01, log_every=50),
    fit=1.0, frozen_tower=True, sizes=((1.0, 128),), easy_share=0.0,
)  # fmt: skip


def against_foundation(image_size: int, steps: int = 1000) -> SynthesisConfig:
    """The paper's own stage, for pictures as a published tower sees them."""
    loop = replace(AGAINST_FROZEN.loop, steps=steps)
    return replace(AGAINST_FROZEN, loop=loop, contrast=0.0, sizes=((1.0, image_size),))


@dataclass(frozen=True, kw_only=True)
class TrainPASRConfig:
    """The whole run. ``collection`` is a folder of real models with a manifest; without it, only procedural shapes."""

    out: Path
    collection: Path | None = None
    num_procedural: int = 10512  # 24 of each category
    cache: CacheConfig = field(default_factory=CacheConfig)
    tower: SynthesisConfig = TOGETHER
    points: SynthesisConfig = AGAINST_FROZEN
    model: PASRConfig = field(default_factory=PASRConfig)
    search_width: int = 24  # directions of the features that a search looks at first
    seed: int = 0
    threads: int = 2


def train_pasr(config: TrainPASRConfig, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Trains pasr-mini and returns the folder with its weights. Killed, the same call goes on where it was."""
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    config.out.mkdir(parents=True, exist_ok=True)
    tower, points = build_tower(config.model), Pointwise(config.model.points)  # a file that is missing is said now
    objects = training_objects(config.num_procedural, config.collection, seed=config.seed)
    cache = build_cache(objects, config.out / "cache", config.cache, progress=progress)
    if isinstance(tower, DenseTower):
        tower.image.load_state_dict(load_mini().image.float().state_dict())
        train_synthesis("tower", tower, points, cache, config.out, config.model, config.tower)
    train_synthesis("points", tower, points, cache, config.out, config.model, config.points)
    write_pasr(config.out, config.model, tower, points, cache, search_width=config.search_width)
    log.info("wrote %s, fingerprint %s", config.out, load_pasr(config.out).fingerprint)
    return config.out


def write_pasr(
    out: Path, model: PASRConfig, tower: nn.Module, points: Pointwise, cache: RenderCache, *, search_width: int = 24
) -> None:
    """What ``load_pasr`` reads; a published tower stays where it is."""
    trained: dict[str, nn.Module] = {"points": points}
    if isinstance(tower, DenseTower):
        trained["tower"] = tower
    tensors = in_int8(trained) | {"basis": search_basis(points.eval(), cache, search_width)}
    write_weights(out, PASR.name, tensors, model.to_json())


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
