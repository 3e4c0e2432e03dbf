"""Recipe of mini's point tower: FusionBERT's first stage (sec. 3.3), on frozen image and text towers.

A cloud must find its object's rendered views (eq. 8-9 with the mean view as the image feature). Colours are dropped half
of the time, and so are the true normals' certainty (jitter), so that bare scans work.
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
from trivium.data.identity import digest
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT
from trivium.encoders.points import PointBERT
from trivium.training.image_text import standardized
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import info_nce, inverse, temperature


@dataclass(frozen=True, kw_only=True)
class PointsConfig:
    loop: LoopConfig = LoopConfig(steps=300, learning_rate=8e-4)
    objects: int = 128  # a batch
    num_points: int = 1024  # drawn anew each time from the cached ones
    image_size: int = 128
    colorless_share: float = 0.5
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
        bare = rng.random(len(chosen)) < config.colorless_share
        pairs = zip(chosen, bare, strict=True)
        clouds = np.stack([_cloud(cache.points[i], colorless, config, rng) for i, colorless in pairs])
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


def _cloud(cached: np.ndarray, colorless: bool, config: PointsConfig, rng: np.random.Generator) -> np.ndarray:
    """(num_points, 9) float32: a random part of the cached points, jittered, sometimes without colours."""
    rows = cached[rng.choice(len(cached), config.num_points, replace=False)].astype(np.float32)
    if colorless or np.isnan(rows[0, 3]):
        rows[:, 3:6] = config.color_fill
    rows[:, :3] = rows[:, :3] * rng.uniform(0.9, 1.0) + rng.normal(0, 0.004, (len(rows), 3))
    normals = rows[:, 6:9] + rng.normal(0, 0.1, (len(rows), 3))
    rows[:, 6:9] = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    return rows
