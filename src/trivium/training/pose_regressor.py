"""A rival of PASR: a convolutional network that tells a pose from a picture alone, whatever shape it shows.

It learns from the same pictures as pasr-mini, starting from the same stem of mini's tower. The rotation is read from six
numbers (Zhou et al. 2019); of all turns that leave the shape as it is, the nearest is the right one.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.data.identity import digest
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT, ViTConfig
from trivium.geometry.symmetry import Symmetry
from trivium.models.mini import load_mini
from trivium.rendering.splatting import rotations_of
from trivium.training.ahead import Ahead
from trivium.training.image_text import standardized
from trivium.training.loop import LoopConfig, Losses, Run, fit, make_fabric
from trivium.training.synthesis import Batch, Batches, SynthesisConfig

REGRESSOR = SynthesisConfig(
    loop=LoopConfig(steps=1500, learning_rate=1e-3, log_every=25), sizes=((0.7, 96), (1.0, 128)), near=0, anywhere=0,
)  # fmt: skip


class PoseRegressor(nn.Module):
    """Standardized pictures (B, 3, H, W) to rotations (B, 3, 3), camera from world."""

    def __init__(self, config: ViTConfig = ViTConfig()) -> None:
        super().__init__()
        self.stem = ViT(config).stem
        w = config.width
        self.head = nn.Sequential(nn.Linear(2 * w, w), nn.ReLU(inplace=True), nn.Linear(w, 6))

    def forward(self, pictures: Tensor) -> Tensor:
        maps = self.stem(pictures)
        # What is on the left and what on the right is lost in a mean: the mean of left against right stands beside it.
        places = torch.linspace(-1, 1, maps.shape[3], device=maps.device, dtype=maps.dtype)
        pooled = torch.cat([maps.mean((2, 3)), (maps * places).mean((2, 3))], 1)
        first, second = self.head(pooled).float().chunk(2, 1)
        x = normalize(first, dim=1)
        y = normalize(second - (x * second).sum(1, keepdim=True) * x, dim=1)
        return torch.stack([x, y, torch.linalg.cross(x, y)], 1)


def train_pose_regressor(cache: RenderCache, out: Path, config: SynthesisConfig = REGRESSOR) -> PoseRegressor:
    """Trained; goes on from ``out/regressor.ckpt`` when it is there."""
    torch.manual_seed(config.seed)
    model = PoseRegressor()
    model.stem.load_state_dict(load_mini().image.float().stem.state_dict())
    fabric, batches = make_fabric(out), Batches(cache, config)
    draw = Ahead(batches, config.loop.steps * config.loop.accumulate, config.workers)

    def symmetric(number: int) -> tuple[Batch, list[Symmetry]]:
        rows = (cache.objects[i] for i in batches.chosen(number))
        return draw(number).to(fabric.device), [Symmetry(*row["symmetry"]) for row in rows]

    def loss(module: Any, given: tuple[Batch, list[Symmetry]]) -> Losses:
        batch, symmetries = given
        found = module(standardized(batch.pictures).to(memory_format=torch.channels_last))
        off = []
        for rotations, true, own in zip(found.split(config.views), rotations_of(batch.poses), symmetries, strict=True):
            same = true[:, None] @ torch.from_numpy(own.rotations()).to(true)
            cosine = (torch.einsum("vij,vgij->vg", rotations, same).amax(1) - 1) / 2
            off.append(torch.ones_like(cosine) if own.everywhere else cosine)
        cosines = torch.cat(off).clamp(-1, 1)
        return {"loss": 1 - cosines.mean(), "median": cosines.detach().acos().rad2deg().median()}

    identity = asdict(replace(config, workers=0)) | {
        "objects trained on": digest(cache.objects),
        "model": repr(ViTConfig()),
    }
    run = Run(out, "regressor", config.loop, identity, config.objects * config.views)
    fit(fabric, model, run, batch=symmetric, loss=loss)
    return model.cpu().eval()
