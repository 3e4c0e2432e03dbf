"""Recipe of mini's point tower: FusionBERT's first stage (sec. 3.3), on frozen image and text towers.

A cloud must find its object's rendered views (eq. 8-9 with the mean view as the image feature). Colours are dropped half
of the time, and normals turned to the side that would be guessed for a scan, so that bare scans work.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.data.augmentation import gallery_pictures
from trivium.data.clouds import training_cloud
from trivium.data.identity import digest
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT
from trivium.encoders.points import PointBERT
from trivium.training.image_text import standardized
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import info_nce, inverse, temperature


@dataclass(frozen=True, kw_only=True)
class PointsConfig:
    loop: LoopConfig = LoopConfig(steps=600, learning_rate=8e-4)
    objects: int = 128  # a batch
    num_points: int = 2048  # as many as it will see: patches are as large as they are dense
    image_size: int = 128
    colorless_share: float = 0.5
    guessed_share: float = 0.5
    color_fill: float = 0.6
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("points", self.objects)


class PointsModel(nn.Module):
    def __init__(self, points: PointBERT) -> None:
        super().__init__()
        self.points = points
        self.scale = temperature(0.07)

    def forward(self, clouds: Tensor) -> tuple[Tensor, Tensor]:
        return normalize(self.points(clouds).float(), dim=1), inverse(self.scale)


@torch.no_grad()
def view_targets(image: ViT, cache: RenderCache, size: int, *, grey: bool, views: int = 3, batch: int = 80) -> Tensor:
    """(objects, D) unit mean embedding of some gallery views of each object; zeros for objects without views."""
    device, rng = next(image.parameters()).device, torch.Generator().manual_seed(0)
    targets = torch.zeros(len(cache.objects), image.out_dim)
    usable = [(i, row["first"], min(row["views"], views)) for i, row in enumerate(cache.objects) if row["views"]]
    for start in range(0, len(usable), batch):
        part = usable[start : start + batch]
        rows = torch.from_numpy(np.concatenate([cache.views[first : first + count] for _, first, count in part]))
        pictures = gallery_pictures(rows, size, grey=torch.full((len(rows),), grey), rng=rng)
        with torch.autocast(device.type, torch.bfloat16):
            found = image(standardized(pictures).to(device, memory_format=torch.channels_last))
        unit = normalize(found.float().cpu(), dim=1).split([count for _, _, count in part])
        for (i, _, _), own in zip(part, unit, strict=True):
            targets[i] = normalize(own.mean(0), dim=0)
    return targets


def train_points(points: PointBERT, image: ViT, cache: RenderCache, out: Path, config: PointsConfig) -> PointBERT:
    """Trains in place; goes on from ``out/points.ckpt`` when it is there.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects, another image tower or first weights.
    """
    fabric = make_fabric(out)
    targets = {grey: view_targets(image, cache, config.image_size, grey=grey) for grey in (False, True)}
    usable = np.array([i for i, row in enumerate(cache.objects) if row["views"]])

    def batch(number: int) -> tuple[Tensor, Tensor]:
        rng = np.random.default_rng([config.seed, number])
        chosen = rng.choice(usable, config.objects, replace=False)
        bare, guessed = (rng.random(len(chosen)) < share for share in (config.colorless_share, config.guessed_share))
        clouds = np.stack(
            [
                training_cloud(
                    cache.points[i], config.num_points, colorless=b, guessed=g, color_fill=config.color_fill, rng=rng
                )
                for i, b, g in zip(chosen, bare, guessed, strict=True)
            ]
        )
        wanted = torch.where(torch.from_numpy(bare)[:, None], targets[True][chosen], targets[False][chosen])
        return fabric.to_device(torch.from_numpy(clouds)), fabric.to_device(wanted)

    def loss(module: Any, pair: tuple[Tensor, Tensor]) -> Losses:
        clouds, wanted = pair
        found, scale = module(clouds)
        likeness, contrast = (found * wanted).sum(1).mean(), info_nce(found, wanted, scale)
        return {"loss": contrast + 1 - likeness, "contrast": contrast, "cosine": likeness}

    identity = asdict(config) | {
        "objects trained on": digest(cache.objects),
        "image tower": weights_digest(image),
        "first weights": weights_digest(points),
    }
    run = Run(out, "points", config.loop, identity, config.objects)
    fit(fabric, PointsModel(points), run, batch=batch, loss=loss)
    return points
