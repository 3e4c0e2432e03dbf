"""First stage of Tango3D: an autoencoder of shapes, whose tokens later stages stand on.

3DShape2VecSet's objective (Zhang et al. 2023, sec. 5): binary cross-entropy of occupancy at points, and a little of the divergence
of the latents from a normal distribution.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from trivium.data.clouds import training_clouds
from trivium.data.identity import digest
from trivium.data.occupancy import Occupancies
from trivium.data.render_cache import RenderCache
from trivium.encoders.points.vecset import VecSet, kl_divergence
from trivium.training.loop import LoopConfig, Losses, Run, fit, make_fabric, weights_digest


@dataclass(frozen=True, kw_only=True)
class ShapeVAEConfig:
    loop: LoopConfig = LoopConfig(steps=1000, learning_rate=1e-3, weight_decay=0.01, log_every=50)
    objects: int = 24  # a batch
    num_points: int = 1024
    queries: int = 768
    divergence: float = 1e-3
    colorless_share: float = 0.4
    guessed_share: float = 0.2
    color_fill: float = 0.6
    seed: int = 0


def train_shape_vae(
    vae: VecSet, cache: RenderCache, rows: list[int], occupancies: Occupancies, out: Path, config: ShapeVAEConfig
) -> VecSet:
    """Trains in place; goes on from ``out/vae.ckpt`` when it is there.

    Args:
        rows: which object of the cache each row of ``occupancies`` is.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects or other first weights.
    """
    fabric = make_fabric(out)

    def batch(number: int) -> tuple[Tensor, Tensor, Tensor]:
        rng = np.random.default_rng([config.seed, number])
        chosen = rng.choice(len(rows), min(config.objects, len(rows)), replace=False)
        clouds = training_clouds(
            [cache.points[rows[i]] for i in chosen], config.num_points, colorless_share=config.colorless_share,
            guessed_share=config.guessed_share, color_fill=config.color_fill, rng=rng,
        )  # fmt: skip
        asked = rng.choice(occupancies.points.shape[1], config.queries, replace=False)
        points = occupancies.points[chosen][:, asked].astype(np.float32)
        found = (torch.from_numpy(x) for x in (clouds, points, occupancies.inside[chosen][:, asked]))
        clouds_, points_, inside = (x.to(fabric.device) for x in found)
        return clouds_, points_, inside

    def loss(module: Any, given: tuple[Tensor, Tensor, Tensor]) -> Losses:
        clouds, points, inside = given
        logits, mean, logvar = module(clouds, points)
        wrong = binary_cross_entropy_with_logits(logits.float(), inside.float())
        divergence = kl_divergence(mean.float(), logvar.float()).mean()
        return {
            "loss": wrong + config.divergence * divergence, "occupancy": wrong, "divergence": divergence,
            "IoU": iou(logits.detach() > 0, inside).mean(),
        }  # fmt: skip

    identity = asdict(config) | {
        "objects trained on": digest([cache.objects[i] for i in rows]), "first weights": weights_digest(vae),
    }  # fmt: skip
    trained = _Sampled(vae)
    fit(fabric, trained, Run(out, "vae", config.loop, identity, config.objects), batch=batch, loss=loss)
    trained.cpu()
    return vae


class _Sampled(torch.nn.Module):
    """Occupancy from latents that are drawn, as training has it."""

    def __init__(self, vae: VecSet) -> None:
        super().__init__()
        self.vae = vae

    def forward(self, clouds: Tensor, points: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        mean, logvar = self.vae.posterior(clouds)
        latents = mean + torch.randn_like(mean) * (logvar / 2).clamp(-15, 10).exp()
        return self.vae.decode(latents, points), mean, logvar


def iou(found: Tensor, true: Tensor) -> Tensor:
    """(B,) intersection over union of points (B, Q) inside; 1 where neither has any."""
    both, either = (found & true).sum(1), (found | true).sum(1)
    return torch.where(either > 0, both / either.clamp(min=1), 1.0)
