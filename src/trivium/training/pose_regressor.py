"""A rival of PASR: a convolutional network that tells a pose from a picture alone, whatever shape it shows.

It learns from the same pictures as pasr-mini, starting from the same stem of mini's tower, how likely each pose of a grid is, as viewpoint
networks do (Su et al. 2015): one rotation, fitted by its angle, ends between the sides of a thing that look alike. Of all turns that leave
the shape as it is, the nearest is the right one.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool2d, kl_div, log_softmax

from trivium.data.identity import digest
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT, ViTConfig
from trivium.geometry.poses import PoseGrid
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
GRID = PoseGrid(elevations=8, azimuths=24, rolls=3, lowest=-30, highest=80)
CELLS = 4  # the map of features is pooled to CELLS x CELLS: what is on the left is not what is on the right
AROUND = 25.0  # degrees around the likeliest pose, over which the answer is averaged


class PoseRegressor(nn.Module):
    """Standardized pictures (B, 3, H, W) to rotations (B, 3, 3), camera from world."""

    grid: Tensor

    def __init__(self, config: ViTConfig = ViTConfig()) -> None:
        super().__init__()
        self.stem = ViT(config).stem
        self.head = nn.Sequential(
            nn.Linear(CELLS * CELLS * config.width, 2 * config.width), nn.ReLU(inplace=True),
            nn.Linear(2 * config.width, len(GRID)),
        )  # fmt: skip
        self.register_buffer("grid", rotations_of(torch.from_numpy(GRID.angles())))

    def likely(self, pictures: Tensor) -> Tensor:
        """(B, P) the logarithm of how likely each pose of the grid is."""
        maps = adaptive_avg_pool2d(self.stem(pictures), CELLS)
        return log_softmax(self.head(maps.flatten(1)).float(), dim=1)

    def forward(self, pictures: Tensor) -> Tensor:
        likely = self.likely(pictures).exp()
        best = self.grid[likely.argmax(1)]
        near = degrees_between(best[:, None], self.grid) < AROUND
        u, _, v = torch.linalg.svd(torch.einsum("bp,pij->bij", likely * near, self.grid))
        return u @ v  # the nearest rotation to that mean: of turns this near to each other it is no reflection


class _Likely(PoseRegressor):
    """The network as the loop calls it."""

    def forward(self, pictures: Tensor) -> Tensor:
        return self.likely(pictures)


def degrees_between(a: Tensor, b: Tensor) -> Tensor:
    """(...) the angles between rotations (..., 3, 3)."""
    return (((a * b).sum((-2, -1)) - 1) / 2).clamp(-1, 1).acos().rad2deg()


def train_pose_regressor(cache: RenderCache, out: Path, config: SynthesisConfig = REGRESSOR) -> PoseRegressor:
    """Trained; goes on from ``out/regressor.ckpt`` when it is there."""
    torch.manual_seed(config.seed)
    model = _Likely()
    model.stem.load_state_dict(load_mini().image.float().stem.state_dict())
    fabric, batches = make_fabric(out), Batches(cache, config)
    draw = Ahead(batches, config.loop.steps * config.loop.accumulate, config.workers)

    def symmetric(number: int) -> tuple[Batch, list[Symmetry]]:
        rows = (cache.objects[i] for i in batches.chosen(number))
        return draw(number).to(fabric.device), [Symmetry(*row["symmetry"]) for row in rows]

    def loss(module: Any, given: tuple[Batch, list[Symmetry]]) -> Losses:
        batch, symmetries = given
        likely = module(standardized(batch.pictures).to(memory_format=torch.channels_last))
        off = []
        for true, own in zip(rotations_of(batch.poses), symmetries, strict=True):
            same = true[:, None] @ torch.from_numpy(own.rotations()).to(true)
            cosine = (torch.einsum("pij,vgij->vgp", model.grid.to(true), same).amax(1) - 1) / 2
            off.append(torch.zeros_like(cosine) if own.everywhere else cosine.clamp(-1, 1).acos().rad2deg())
        degrees = torch.cat(off)
        right = log_softmax(-0.5 * (degrees / config.spread) ** 2, dim=1)
        best = degrees.gather(1, likely.detach().argmax(1, keepdim=True))
        return {"loss": kl_div(likely, right, reduction="batchmean", log_target=True), "median": best.median()}

    identity = asdict(replace(config, workers=0)) | {
        "objects trained on": digest(cache.objects),
        "model": repr((ViTConfig(), GRID, CELLS)),
    }
    run = Run(out, "regressor", config.loop, identity, config.objects * config.views)
    fit(fabric, model, run, batch=symmetric, loss=loss)
    trained = PoseRegressor()
    trained.load_state_dict(model.state_dict())
    return trained.eval()
