"""``trivium train tango``: Tango3D's three stages, each on what the one before has learned.

1. an autoencoder of shapes, whose tokens are then frozen (``shape_vae``);
2. heads that bring patches and points into one space (``alignment``, dense alone);
3. the same, and whole objects beside; the dense objective goes on, so that it does not collapse.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from trivium.data.objects import TrainingObject, training_objects
from trivium.data.occupancy import OccupancyConfig, build_occupancies
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.models.mini import load_mini
from trivium.models.tango3d import Tango, TangoConfig, TangoNetwork, build_tango, load_tango
from trivium.training.alignment import AlignmentConfig, train_alignment
from trivium.training.loop import LoopConfig
from trivium.training.points import view_targets
from trivium.training.shape_vae import ShapeVAEConfig, train_shape_vae
from trivium.training.weights import in_int8, write_weights

log = logging.getLogger(__name__)
DENSE = AlignmentConfig(loop=LoopConfig(steps=1000, learning_rate=1e-3, log_every=50))
TOGETHER = AlignmentConfig(loop=LoopConfig(steps=300, learning_rate=3e-4, log_every=50), whole=1.0)


@dataclass(frozen=True, kw_only=True)
class TrainTangoConfig:
    """The whole run. ``collection`` is a folder of real models with a manifest; without it, only procedural shapes."""

    out: Path
    collection: Path | None = None
    num_procedural: int = 10512  # 24 of each category
    num_occupied: int = 3072  # of them, that the autoencoder learns from
    cache: CacheConfig = field(default_factory=CacheConfig)
    occupancy: OccupancyConfig = field(default_factory=OccupancyConfig)
    vae: ShapeVAEConfig = field(default_factory=ShapeVAEConfig)
    dense: AlignmentConfig = DENSE
    together: AlignmentConfig = TOGETHER
    model: TangoConfig = field(default_factory=TangoConfig)
    joint: bool = False  # the ablation: no autoencoder, all objectives at once, for as many steps as both later stages
    seed: int = 0
    threads: int = 2


def train_tango(config: TrainTangoConfig, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Trains tango-mini and returns the folder with its weights. Killed, the same call goes on where it was."""
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    config.out.mkdir(parents=True, exist_ok=True)
    tower, network = build_tango(config.model)  # a file that is missing is said now
    objects = training_objects(config.num_procedural, config.collection, seed=config.seed)
    cache = build_cache(objects, config.out / "cache", config.cache, progress=progress)
    tower, image = tower.bfloat16(), load_mini().image.bfloat16()
    stages = {"dense": config.dense, "together": config.together}
    if config.joint:
        steps = sum(stage.loop.steps for stage in stages.values())
        loop = replace(config.dense.loop, steps=steps)
        stages = {"joint": replace(config.dense, loop=loop, whole=config.together.whole, frozen_tokens=False)}
    elif config.model.autoencoder is None:
        own = occupied(objects, config.num_occupied)
        chosen = [objects[i] for i in own]
        occupancies = build_occupancies(chosen, config.out / "occupancy", config.occupancy, progress=progress)
        train_shape_vae(network.vae, cache, own, occupancies, config.out, config.vae)
    rows = torch.zeros(len(cache.objects), config.model.whole_dim)
    for name, stage in stages.items():
        if stage.whole:
            rows = view_targets(image, cache, stage.size, grey=False)
        train_alignment(name, network, tower, image, cache, rows, config.out, config.model.input, stage)
        if name != "together":
            write_tango(config.out / f"after-{name}", config.model, network)
    write_tango(config.out, config.model, network)
    log.info("wrote %s, fingerprint %s", config.out, load_tango(config.out).fingerprint)
    return config.out


def write_tango(out: Path, model: TangoConfig, network: TangoNetwork) -> None:
    """What ``load_tango`` reads; published files stay where they are."""
    out.mkdir(exist_ok=True)
    trained: dict[str, nn.Module] = {"patches": network.patches, "points": network.points}
    if model.autoencoder is None:
        trained["vae"] = network.vae
    write_weights(out, Tango.name, in_int8(trained), model.to_json())


def occupied(objects: Sequence[TrainingObject], count: int) -> list[int]:
    """Which objects the autoencoder learns from: procedural ones as they are, whose solids are closed, spread over all."""
    own = [i for i, thing in enumerate(objects) if not thing.real and thing.look == "own"]
    if len(own) <= count:
        return own
    return [own[i] for i in np.linspace(0, len(own) - 1, count).round().astype(int)]
