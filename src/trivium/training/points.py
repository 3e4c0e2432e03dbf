"""Recipe of mini's point tower: FusionBERT's first stage (sec. 3.3), on frozen image and text towers.

A cloud must find its object's rendered views (eq. 8-9 with the mean view as the image feature) and its words. Colours
are dropped half of the time, and so are the true normals' certainty (jitter), so that bare scans work.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.data.augmentation import gallery_pictures
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT
from trivium.encoders.points import PointBERT
from trivium.errors import require
from trivium.training.image_text import standardized
from trivium.training.losses import info_nce

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class PointsConfig:
    steps: int = 300
    objects: int = 128  # a batch
    num_points: int = 1024  # drawn anew each time from the cached ones
    image_size: int = 128
    learning_rate: float = 8e-4
    weight_decay: float = 0.05
    warmup: int = 50
    colorless_share: float = 0.5
    color_fill: float = 0.6
    seed: int = 0
    log_every: int = 50
    save_every: int = 150


class PointsModel(nn.Module):
    def __init__(self, points: PointBERT) -> None:
        super().__init__()
        self.points = points
        self.scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))

    def forward(self, clouds: Tensor) -> Tensor:
        return normalize(self.points(clouds).float(), dim=1)


@torch.inference_mode()
def view_targets(image: ViT, cache: RenderCache, size: int, *, grey: bool, views: int = 6, batch: int = 40) -> Tensor:
    """(objects, D) unit mean embedding of some gallery views of each object; zeros for objects without views."""
    rng = torch.Generator().manual_seed(0)
    targets = torch.zeros(len(cache.objects), image.out_dim)
    usable = [(i, row["first"], min(row["views"], views)) for i, row in enumerate(cache.objects) if row["views"]]
    for start in range(0, len(usable), batch):
        part = usable[start : start + batch]
        rows = torch.from_numpy(np.concatenate([cache.views[first : first + count] for _, first, count in part]))
        pictures = gallery_pictures(rows, size, grey=torch.full((len(rows),), grey), rng=rng)
        with torch.autocast("cpu", torch.bfloat16):
            found = image(standardized(pictures).to(memory_format=torch.channels_last))
        unit = normalize(found.float(), dim=1).split([count for _, _, count in part])
        for (i, _, _), own in zip(part, unit, strict=True):
            targets[i] = normalize(own.mean(0), dim=0)
    return targets


def train_points(points: PointBERT, image: ViT, cache: RenderCache, out: Path, config: PointsConfig) -> PointBERT:
    """Trains in place; resumes from ``out/points.ckpt`` when it is there."""
    fabric = require("lightning", "train").Fabric(accelerator="auto", devices=1, precision="bf16-mixed")
    model = PointsModel(points)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay, betas=(0.9, 0.98)
    )
    wrapped, optimizer = fabric.setup(model, optimizer)
    checkpoint, step = out / "points.ckpt", 0
    if checkpoint.is_file():
        step = int(fabric.load(checkpoint, {"model": wrapped, "optimizer": optimizer})["step"])
    targets = {grey: view_targets(image, cache, config.image_size, grey=grey) for grey in (False, True)}
    usable = np.array([i for i, row in enumerate(cache.objects) if row["views"]])
    while step < config.steps:
        rng = np.random.default_rng([config.seed, step])
        for group in optimizer.param_groups:
            warm = min(1.0, (step + 1) / config.warmup)
            group["lr"] = config.learning_rate * warm * 0.5 * (1 + math.cos(math.pi * step / config.steps))
        chosen = rng.choice(usable, config.objects, replace=False)
        colorless = rng.random(len(chosen)) < config.colorless_share
        clouds = torch.from_numpy(
            np.stack([_cloud(cache.points[i], bare, config, rng) for i, bare in zip(chosen, colorless, strict=True)])
        )
        wanted = torch.where(torch.from_numpy(colorless)[:, None], targets[True][chosen], targets[False][chosen])
        found = wrapped(clouds)
        likeness = 1 - (found * wanted).sum(1).mean()
        contrast = info_nce(found, wanted, model.scale.exp())
        optimizer.zero_grad(set_to_none=True)
        fabric.backward(contrast + likeness)
        fabric.clip_gradients(wrapped, optimizer, max_norm=1.0)
        optimizer.step()
        with torch.no_grad():
            model.scale.clamp_(max=math.log(100))
        step += 1
        if step % config.log_every == 0:
            log.info(
                "points step %d/%d  contrast %.3f  cosine %.3f",
                step,
                config.steps,
                float(contrast.detach()),
                1 - float(likeness.detach()),
            )
        if step % config.save_every == 0 or step == config.steps:
            fabric.save(checkpoint, {"model": wrapped, "optimizer": optimizer, "step": step})
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
