"""Recipe of the image tower of pasr-mini: mini's own, trained on until its patches know which point of a surface they show.

Dense cross-view contrast: a point that two pictures of an object show must have nearly the same feature in both. Rivals
are other points of the same object, of other objects, and the background. The pictures are like careless photos. Beside it, a
small network must read from each feature where on the object it is: what tells the left leg from the right one.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import adaptive_avg_pool2d, affine_grid, cross_entropy, grid_sample, normalize

from trivium.data.augmentation import QueryAugmentation, gallery_pictures, query_pictures
from trivium.data.identity import digest
from trivium.data.render_cache import CHANNELS, RenderCache
from trivium.geometry import Pose
from trivium.geometry.shapes import Array
from trivium.models.pasr import DenseTower
from trivium.training.image_text import standardized
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import inverse, temperature

IN_PLACE = QueryAugmentation(scale=(1.0, 1.0), shift=0.0, turn=0.0, lens=0.0)  # what a pixel shows must stay known
NEAR = 0.05  # in depth, of the nearest point of a cell: behind it, a point is hidden
CELLS = 32  # a side


@dataclass(frozen=True, kw_only=True)
class DenseConfig:
    loop: LoopConfig = LoopConfig(steps=2000, learning_rate=5e-4, log_every=25)
    sizes: tuple[tuple[float, int], ...] = ((0.6, 64), (0.9, 96), (1.0, 128))  # until this share of the steps: pixels
    objects: int = 64  # a batch; two pictures of each
    points: int = 48  # of each object that both pictures show
    across_points: int = 12  # of these, in the contrast over all objects
    easy_share: float = 0.3  # of the steps, in which augmentation and turns between pictures come in little by little
    plain_share: float = 0.25  # of the pictures that are renderings on white
    scale: tuple[float, float] = (0.75, 1.35)
    shift: float = 0.12  # of the half width
    real_share: float = 0.25  # of the objects, as far as there are so many
    rival_distance: float = 0.12  # in radii: nearer points of the same object are no rivals
    background: int = 512  # rivals a batch
    across_weight: float = 0.5  # of the contrast over all objects beside that within one
    place_weight: float = 1.0
    augmentation: QueryAugmentation = IN_PLACE
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("dense", self.objects)


class DenseModel(nn.Module):
    """The tower, and what is only there while it is trained: a temperature, and the reader of places."""

    def __init__(self, tower: DenseTower) -> None:
        super().__init__()
        self.tower = tower
        self.scale = temperature(0.07)
        width = tower.head.config.out_dim
        self.place = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, 3))

    def forward(self, pictures: Tensor, places: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Maps (B, D, G, G); unit features (B, P, D) at ``places`` (B, P, 2); what is read from them (B, P, 3); logit factor."""
        maps = self.tower(standardized(pictures).to(memory_format=torch.channels_last))
        found = grid_sample(maps, places[:, :, None], align_corners=False)[..., 0].transpose(1, 2)
        found = normalize(found, dim=2)
        return maps, found, self.place(found), inverse(self.scale)


@dataclass(frozen=True)
class _Batch:
    pictures: Tensor  # (2N, 3, S, S): of N objects, then others of the same
    places: Tensor  # (2N, P, 2) where each shows the chosen points: x to the right and y down in [-1, 1]
    shown: Tensor  # (2N, P) whether that is inside of the picture
    points: Tensor  # (N, P, 3)
    masks: Tensor  # (2N, S, S) where the object is

    def to(self, device: torch.device) -> _Batch:
        return _Batch(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))


def train_dense(tower: DenseTower, cache: RenderCache, out: Path, config: DenseConfig) -> DenseTower:
    """Trains in place; goes on from ``out/dense.ckpt`` when it is there.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects or other first weights.
    """
    fabric = make_fabric(out)
    draw = _Batches(cache, config)

    def loss(module: Any, batch: _Batch) -> Losses:
        maps, found, read, scale = module(batch.pictures, batch.places)
        told = dense_contrast(maps, found, batch.shown, batch.points, batch.masks, scale, config)
        off = (read.float() - batch.points.repeat(2, 1, 1)).abs().sum(2)[batch.shown].mean()
        return {**told, "loss": told["loss"] + config.place_weight * off, "off its place": off}

    identity = asdict(config) | {"objects trained on": digest(cache.objects), "first weights": weights_digest(tower)}
    run = Run(out, "dense", config.loop, identity, 2 * config.objects)
    fit(fabric, DenseModel(tower), run, batch=lambda number: draw(number).to(fabric.device), loss=loss)
    return tower


def dense_contrast(
    maps: Tensor, found: Tensor, shown: Tensor, points: Tensor, masks: Tensor, scale: Tensor, config: DenseConfig
) -> Losses:
    """The same point in two pictures: within, against other points of its object; across, against points of all objects.

    Args:
        maps: (2N, D, G, G). found: (2N, P, D) their unit features at the points. The others as in ``_Batch``.
    """
    n = len(points)
    first, second, good = found[:n], found[n:], shown[:n] & shown[n:]
    distance = torch.cdist(points, points)
    itself = torch.eye(points.shape[1], dtype=torch.bool, device=points.device)
    no_rival = ((distance < config.rival_distance) & ~itself) | ~good[:, None]  # (N, P, P)
    own = (scale * first @ second.transpose(1, 2)).masked_fill(no_rival, -1e4)
    target = torch.arange(points.shape[1], device=points.device).expand(n, -1)
    within = cross_entropy(own[good], target[good])
    off = distance.gather(2, own.argmax(2, keepdim=True))[..., 0][good]

    few = slice(0, config.across_points)
    excluded = torch.block_diag(*no_rival[:, few, few]) | ~good[:, few].flatten()[None]
    logits = (scale * first[:, few].flatten(0, 1) @ second[:, few].flatten(0, 1).T).masked_fill(excluded, -1e4)
    empty = adaptive_avg_pool2d(masks[n:, None].float(), maps.shape[2])[:, 0] < 0.02
    behind = maps[n:].permute(0, 2, 3, 1)[empty]
    behind = behind[torch.randperm(len(behind), device=behind.device)[: config.background]]
    everything = torch.cat([logits, scale * first[:, few].flatten(0, 1) @ behind.T], 1)
    known, matching = good[:, few].flatten(), torch.arange(len(logits), device=logits.device)
    across = cross_entropy(everything[known], matching[known]) + cross_entropy(logits.T[known], matching[known])
    return {
        "loss": within + config.across_weight * across / 2, "within": within, "across": across / 2,
        "within a quarter": (off < 0.25).float().mean(), "scale": scale,
    }  # fmt: skip


class _Batches:
    """The batch of a number: a resumed run sees what the first would have seen."""

    def __init__(self, cache: RenderCache, config: DenseConfig) -> None:
        self.cache, self.config = cache, config
        self.pool = Pool(cache, views=2, real_share=config.real_share)

    def __call__(self, number: int) -> _Batch:
        config, cache = self.config, self.cache
        step = number // config.loop.accumulate
        difficulty = min(1.0, step / max(1.0, config.easy_share * config.loop.steps))
        size = next(pixels for share, pixels in config.sizes if step < share * config.loop.steps)
        rng, torch_rng = np.random.default_rng([config.seed, number]), torch.Generator().manual_seed(number)
        chosen = self.pool.drawn(config.objects, rng)
        pairs = [
            self._pair(cache.objects[i], np.asarray(cache.points[i, :, :3], np.float32), difficulty, rng)
            for i in chosen
        ]
        rows = [pair[0][0] for pair in pairs] + [pair[1][0] for pair in pairs]
        places = torch.from_numpy(np.stack([p[0][1] for p in pairs] + [p[1][1] for p in pairs]))
        views = torch.from_numpy(np.stack([cache.views[row] for row in rows]))
        views, places = self._framed(views, places, size, difficulty, torch_rng)
        behind = rng.choice(len(cache.backgrounds), len(rows), replace=len(cache.backgrounds) < len(rows))
        backgrounds = torch.from_numpy(np.stack([cache.backgrounds[j] for j in behind]))
        augmentation = config.augmentation.eased(difficulty)
        pictures = query_pictures(views, backgrounds, size, augmentation, torch_rng)
        plain = torch.rand(len(rows), generator=torch_rng) < config.plain_share
        if plain.any():
            grey = torch.rand(int(plain.sum()), generator=torch_rng) < 0.3
            pictures[plain] = gallery_pictures(views[plain], size, grey=grey, rng=torch_rng, in_place=True)
        points = torch.from_numpy(np.stack([pair[2] for pair in pairs]))
        return _Batch(pictures, places, (places.abs() < 1).all(2), points, views[..., 6])

    def _pair(
        self, row: dict[str, Any], points: Array, difficulty: float, rng: np.random.Generator
    ) -> tuple[tuple[int, Array], tuple[int, Array], Array]:
        """Two views of an object, as numbers of rows with the places of some points that both show, and these points."""
        count, both = self.config.points, np.zeros(0, int)
        for attempt in range(6):
            first, second = (int(v) for v in rng.choice(row["views"], 2, replace=False))
            turn = (row["poses"][first][0] - row["poses"][second][0] + math.pi) % (2 * math.pi) - math.pi
            if attempt < 4 and abs(turn) > 1.1 + 2 * difficulty:
                continue
            seen = [_seen(points, row["poses"][v]) for v in (first, second)]
            both = np.flatnonzero(seen[0][1] & seen[1][1])
            if len(both) >= count // 3:
                break
        if not len(both):  # opposite sides of something flat: nearly the edge
            both = np.arange(len(points))
        some = rng.choice(both, count, replace=len(both) < count)
        return (row["first"] + first, seen[0][0][some]), (row["first"] + second, seen[1][0][some]), points[some]

    def _framed(
        self, views: Tensor, places: Tensor, size: int, difficulty: float, rng: torch.Generator
    ) -> tuple[Tensor, Tensor]:
        """Zoomed and shifted at random, and resampled to the size of the pictures."""
        config, n = self.config, len(views)
        low, high = (math.log(s) * difficulty for s in config.scale)
        scale = torch.exp(low + (high - low) * torch.rand(n, generator=rng))
        offset = (torch.rand(n, 2, generator=rng) * 2 - 1) * config.shift * difficulty
        zero = torch.zeros(n)
        theta = torch.stack([
            torch.stack([1 / scale, zero, offset[:, 0]], 1), torch.stack([zero, 1 / scale, offset[:, 1]], 1)
        ], 1)  # fmt: skip
        grid = affine_grid(theta, [n, CHANNELS, size, size], align_corners=False)
        places = (places - offset[:, None]) * scale[:, None, None]
        return _sampled(views, grid), places


def resized(views: Tensor, size: int) -> Tensor:
    """Rows of a render cache (B, S, S, 7) as (B, size, size, 7), each pixel where it was."""
    theta = torch.eye(2, 3).expand(len(views), 2, 3)
    return _sampled(views, affine_grid(theta, [len(views), CHANNELS, size, size], align_corners=False))


def _sampled(views: Tensor, grid: Tensor) -> Tensor:
    moved = grid_sample(views.permute(0, 3, 1, 2).float(), grid, align_corners=False)
    return moved.round().to(torch.uint8).permute(0, 2, 3, 1).contiguous()


class Pool:
    """Objects with enough views to learn from, real and procedural."""

    def __init__(self, cache: RenderCache, *, views: int, real_share: float) -> None:
        usable = [i for i, row in enumerate(cache.objects) if row["views"] >= views]
        self.real = [i for i in usable if "/" in cache.objects[i]["key"]]
        self.made = [i for i in usable if "/" not in cache.objects[i]["key"]]
        self.real_share = real_share

    def drawn(self, count: int, rng: np.random.Generator) -> NDArray[np.integer]:
        """Numbers of ``count`` different objects; the share of real ones as far as there are so many of either."""
        from_real = min(len(self.real), max(round(count * self.real_share), count - len(self.made)))
        numbers = [(self.real, from_real), (self.made, count - from_real)]
        return np.concatenate([rng.choice(np.array(own, int), some, replace=False) for own, some in numbers])


def _seen(points: Array, pose: list[float]) -> tuple[Array, np.ndarray]:
    """Where a view shows points (P, 3): places (P, 2), x to the right and y down in [-1, 1], and which are not hidden."""
    azimuth, elevation, roll, fov = pose
    pixels, depth = Pose(azimuth, elevation, roll, fov, margin=1.0).camera(2).project(points)
    places, depth = pixels[0] - 1, depth[0]
    cells = np.clip(((places + 1) / 2 * CELLS).astype(int), 0, CELLS - 1)
    cell = cells[:, 1] * CELLS + cells[:, 0]
    nearest = np.full(CELLS * CELLS, np.inf, np.float32)
    np.minimum.at(nearest, cell, depth)
    return places, depth < nearest[cell] + NEAR
