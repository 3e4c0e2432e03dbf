"""Learning by synthesis: a picture must be fitted best by the right shape, drawn from the right pose.

The rivals are the same shape from other poses, near and far, and other shapes: thousands for each picture, which costs
little, since a drawing is a product of weights, which depend on geometry alone, with the features of the points. It is
what a search by pose does later (PASR sec. 3.3), and trains the picture's features and the points' together; with a frozen
image tower and nothing but the fit of the true pose it is the paper's own objective (eq. 7-8).
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import affine_grid, grid_sample, log_softmax, normalize

from trivium.data.augmentation import QueryAugmentation, query_pictures
from trivium.data.clouds import training_clouds
from trivium.data.identity import digest
from trivium.data.render_cache import CHANNELS, RenderCache
from trivium.geometry.symmetry import Symmetry
from trivium.models.pasr import PASRConfig, Raster
from trivium.models.preprocess import InputSpec
from trivium.rendering.splatting import rotations_of, seen_from, splat
from trivium.training.ahead import Ahead
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import inverse, temperature

IN_PLACE = QueryAugmentation(
    scale=(1.0, 1.0), shift=0.0, turn=0.0, lens=0.0,  # what a pixel shows must stay known
    clutter_share=0.8, occluder_share=0.5, before_share=0.25,  # and much of the object be hidden
)  # fmt: skip
MARGIN = 1.0  # of the cameras of a render cache


@dataclass(frozen=True, kw_only=True)
class SynthesisConfig:
    """One stage. ``contrast`` and ``fit`` weigh the two objectives; both may be there."""

    loop: LoopConfig
    contrast: float = 1.0
    fit: float = 0.0  # of eq. 8: one minus the cosine under the true pose
    frozen_tower: bool = False
    sizes: tuple[tuple[float, int], ...] = ((0.7, 96), (1.0, 128))  # until this share of the steps: pixels
    easy_share: float = 0.25  # of the steps, in which the pictures become as careless as ``augmentation`` says
    objects: int = 32  # a batch
    views: int = 5  # pictures of each
    num_points: int = 1024
    near: int = 2  # rival poses around that of each picture
    anywhere: int = 24  # rival poses of each object
    spread: float = 10.0  # degrees: how fast a pose beside the right one becomes wrong
    real_share: float = 0.25  # of the objects, as far as there are so many
    colorless_share: float = 0.4
    guessed_share: float = 0.2  # clouds whose normals are estimated
    color_fill: float = 0.6
    augmentation: QueryAugmentation = IN_PLACE
    workers: int = 0  # processes that make batches; as many as there are cores beside a GPU
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("synthesis", self.objects)


@dataclass(frozen=True)
class Batch:
    """O objects with V pictures each, and K poses to draw each object from: those of its pictures first."""

    clouds: Tensor  # (O, N, 9)
    pictures: Tensor  # (O V, 3, S, S)
    poses: Tensor  # (O, K, 3)
    fov: Tensor  # (O, K)
    closeness: Tensor  # (O, V, K) from 0 to 1: how nearly each pose is that of each picture

    def to(self, device: torch.device) -> Batch:
        return Batch(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))


class Synthesis(nn.Module):
    """What is trained: the features of points and of pictures, and the temperature of their contrast."""

    def __init__(self, tower: nn.Module, points: nn.Module, spec: InputSpec, *, frozen_tower: bool) -> None:
        super().__init__()
        self.spec = spec
        self.points, self.scale = points, temperature(0.05)
        self.tower = tower.eval() if frozen_tower else tower
        self.frozen_tower = frozen_tower
        tower.requires_grad_(not frozen_tower)

    def train(self, mode: bool = True) -> Synthesis:
        super().train(mode)
        if self.frozen_tower:
            self.tower.eval()
        return self

    def forward(self, pictures: Tensor, clouds: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Unit maps (B, D, G, G), features of points (O, N, D), and the factor of the logits."""
        mean, std = (
            torch.tensor(v, device=pictures.device).view(3, 1, 1) for v in (self.spec.image_mean, self.spec.image_std)
        )
        maps = self.tower(((pictures - mean) / std).to(memory_format=torch.channels_last))
        return normalize(maps.float(), dim=1), self.points(clouds).float(), inverse(self.scale)


def train_synthesis(
    name: str,
    tower: nn.Module,
    points: nn.Module,
    cache: RenderCache,
    out: Path,
    model: PASRConfig,
    config: SynthesisConfig,
) -> None:
    """Trains in place; goes on from ``out/NAME.ckpt`` when it is there.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects or other first weights.
    """
    fabric = make_fabric(out)
    draw = Ahead(Batches(cache, config), config.loop.steps * config.loop.accumulate, config.workers)
    identity = asdict(replace(config, workers=0)) | {
        "objects trained on": digest(cache.objects), "model": model.placeless.to_json(),
        "first weights": weights_digest(nn.ModuleList([tower, points])),
    }  # fmt: skip

    def loss(module: Any, batch: Batch) -> Losses:
        maps, features, scale = module(batch.pictures, batch.clouds)
        return synthesis_losses(maps, features, batch, model.raster, scale, config)

    run = Run(out, name, config.loop, identity, config.objects * config.views)
    trained = Synthesis(tower, points, model.input, frozen_tower=config.frozen_tower)
    fit(fabric, trained, run, batch=lambda number: draw(number).to(fabric.device), loss=loss)
    trained.cpu()  # what comes next is written, or looked at, wherever it was trained


def synthesis_losses(
    maps: Tensor, features: Tensor, batch: Batch, raster: Raster, scale: Tensor, config: SynthesisConfig
) -> Losses:
    """Of unit maps (O V, D, G, G) of the pictures, and features (O, N, D) of the objects' points."""
    size = maps.shape[2]
    own = replace(raster, size=size, radius=raster.radius * raster.size / size)
    with torch.no_grad():
        weights, seen = drawing_weights(batch.clouds[..., :3], batch.poses, batch.fov, own)
    scores = all_scores(maps, drawings(weights, features), seen)
    pictures = torch.arange(len(maps), device=maps.device)
    thing, view = pictures // config.views, pictures % config.views
    right = scores[pictures, thing, view]
    wanted = torch.zeros_like(scores)
    wanted[pictures, thing] = batch.closeness.flatten(0, 1)
    by_picture = soft_cross_entropy(scale * scores.flatten(1), wanted.flatten(1))
    shown = (x[:, :, : config.views].flatten(1).T for x in (scale * scores, wanted))
    by_drawing = soft_cross_entropy(*shown)
    with torch.no_grad():
        shape_right = scores.amax(2).argmax(1) == thing
        pose_right = batch.closeness.flatten(0, 1).gather(1, scores[pictures, thing].argmax(1, keepdim=True)) > 0.3
    return {
        "loss": config.contrast * (by_picture + 0.5 * by_drawing) + config.fit * (1 - right.mean()),
        "fits": right.mean(), "other poses": scores[pictures, thing].mean(), "other shapes": scores.mean(),
        "pose right": pose_right.float().mean(), "shape right": shape_right.float().mean(), "scale": scale,
    }  # fmt: skip


def soft_cross_entropy(logits: Tensor, wanted: Tensor) -> Tensor:
    """The mean over rows (B, C) of the cross-entropy with shares that are proportional to ``wanted`` (B, C)."""
    shares = wanted / wanted.sum(1, keepdim=True)
    return -(shares * log_softmax(logits, 1)).sum(1).mean()


def drawing_weights(points: Tensor, poses: Tensor, fov: Tensor, raster: Raster) -> tuple[Tensor, Tensor]:
    """Objects (O, N, 3) drawn from poses (O, K, 3) with opening angles (O, K): what each point adds to each pixel.

    Returns:
        (O, K G G, N) in bfloat16, each row a mean, and which pixels show anything (O, K, G, G).
    """
    (objects, count, _), many, g = points.shape, poses.shape[1], raster.size
    seen = seen_from(points.repeat_interleave(many, 0), poses.flatten(0, 1), fov=fov.flatten(), margin=MARGIN)
    splats = splat(seen, (g, g), radius=raster.radius, per_pixel=raster.per_pixel)
    means = splats.weights / splats.weights.sum(-1, keepdim=True).clamp(min=1e-4)
    rows = torch.zeros(objects, many * g * g, count, dtype=torch.bfloat16, device=points.device)
    there = splats.indices >= 0
    pixel = torch.arange(len(there) * g * g, device=points.device).view(-1, g, g, 1).expand_as(there)[there]
    rows.view(-1, count)[pixel, splats.indices[there] % count] = means[there].bfloat16()  # no point twice in a pixel
    return rows, there[..., 0].unflatten(0, (objects, many))


def drawings(weights: Tensor, features: Tensor) -> Tensor:
    """(O, K G G, D) features (O, N, D) as ``drawing_weights`` draws them."""
    return torch.bmm(weights, features.bfloat16()).float()


def all_scores(maps: Tensor, drawn: Tensor, seen: Tensor) -> Tensor:
    """(B, O, K): the alignment (eq. 8) of each picture with each object from each pose.

    Args:
        maps: (B, D, G, G) of unit features. drawn: (O, K G G, D). seen: (O, K, G, G).
    """
    shares = seen / seen.sum((2, 3), keepdim=True).clamp(min=1)
    rows = normalize(drawn, dim=2).unflatten(1, (seen.shape[1], -1)) * shares.flatten(2)[..., None]  # (O, K, G G, D)
    return torch.einsum(
        "bp,op->bo", maps.flatten(2).transpose(1, 2).flatten(1), rows.flatten(2).flatten(0, 1)
    ).unflatten(1, seen.shape[:2])


def closeness(poses: NDArray[np.float32], views: int, symmetry: Symmetry, spread: float) -> NDArray[np.float32]:
    """(V, K) from 0 to 1: how nearly a shape looks from each of ``poses`` (K, 3) as it does from the first ``views`` of them.

    A bell curve of the angle between them; of all turns that leave the shape as it is, the nearest counts.

    Args:
        spread: its standard deviation in degrees.
    """
    if symmetry.everywhere:
        return np.ones((views, len(poses)), np.float32)
    rotations = rotations_of(torch.from_numpy(poses)).numpy()
    same = rotations[:views, None] @ symmetry.rotations()  # (V, G, 3, 3)
    cosine = (np.einsum("kij,vgij->vkg", rotations, same).max(2) - 1) / 2
    angle = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
    return np.exp(-0.5 * (angle / spread) ** 2).astype(np.float32)


class Batches:
    """The batch of a number: a resumed run sees what the first would have seen."""

    def __init__(self, cache: RenderCache, config: SynthesisConfig) -> None:
        self.cache, self.config = cache, config
        self.real, self.made = split_by_origin(cache, config.views)

    def __call__(self, number: int) -> Batch:
        cache, config = self.cache, self.config
        share = number // config.loop.accumulate / config.loop.steps
        size = next(pixels for until, pixels in config.sizes if share < until)
        rng, torch_rng = np.random.default_rng([config.seed, number, 1]), torch.Generator().manual_seed(number)
        chosen = self.chosen(number)
        clouds = training_clouds(
            [cache.points[i] for i in chosen], config.num_points, colorless_share=config.colorless_share,
            guessed_share=config.guessed_share, color_fill=config.color_fill, rng=rng,
        )  # fmt: skip
        rows, cameras = [], []
        for i in chosen:
            row = cache.objects[i]
            for view in rng.choice(row["views"], config.views, replace=False):
                rows.append(row["first"] + view)
                cameras.append(row["poses"][view])
        views = resized(torch.from_numpy(np.stack([cache.views[j] for j in rows])), size)
        augmentation = config.augmentation.eased(min(1.0, 0.3 + share / max(config.easy_share, 1e-9)))
        pictures = before_anything(views, cache, size, augmentation, rng, torch_rng)
        true = torch.tensor(cameras, dtype=torch.float32).unflatten(0, (len(chosen), config.views))
        poses, fov = with_rivals(true[..., :3], true[..., 3], config.near, config.anywhere, torch_rng)
        near = np.stack([
            closeness(own.numpy(), config.views, Symmetry(*cache.objects[i]["symmetry"]), config.spread)
            for i, own in zip(chosen, poses, strict=True)
        ])  # fmt: skip
        return Batch(torch.from_numpy(clouds), pictures, poses, fov, torch.from_numpy(near))

    def chosen(self, number: int) -> NDArray[np.integer]:
        """The different objects of a batch; the share of real ones as far as there are so many of either."""
        config, rng = self.config, np.random.default_rng([self.config.seed, number])
        return real_and_made(self.real, self.made, config.objects, config.real_share, rng)


def split_by_origin(cache: RenderCache, views: int) -> tuple[list[int], list[int]]:
    """Real and procedural objects of a cache with as many views or more."""
    usable = [i for i, row in enumerate(cache.objects) if row["views"] >= views]
    return [i for i in usable if "/" in cache.objects[i]["key"]], [
        i for i in usable if "/" not in cache.objects[i]["key"]
    ]


def real_and_made(
    real: list[int], made: list[int], count: int, real_share: float, rng: np.random.Generator
) -> NDArray[np.integer]:
    """(count,) different objects, the share of real ones first; as far as there are so many of either."""
    many = min(len(real), max(round(count * real_share), count - len(made)))
    parts = [(real, many), (made, count - many)]
    return np.concatenate([rng.choice(np.array(own, int), n, replace=False) for own, n in parts])


def before_anything(
    views: Tensor, cache: RenderCache, size: int, augmentation: QueryAugmentation, rng: np.random.Generator,
    torch_rng: torch.Generator,
) -> Tensor:  # fmt: skip
    """(B, 3, size, size) photo-like pictures of ``resized`` views (B, size, size, 7), before backgrounds of the cache."""
    behind = rng.choice(len(cache.backgrounds), len(views), replace=len(cache.backgrounds) < len(views))
    backgrounds = torch.from_numpy(np.stack([cache.backgrounds[j] for j in behind]))
    return query_pictures(views, backgrounds, size, augmentation, torch_rng)


def with_rivals(true: Tensor, fov: Tensor, near: int, anywhere: int, rng: torch.Generator) -> tuple[Tensor, Tensor]:
    """Poses (O, V, 3) of pictures, then ``near`` around each (turned by 8 to 45 degrees), then ``anywhere`` of each object.

    Returns:
        (O, K, 3) angles, and the opening angle (O, K) for each.
    """
    objects, views, _ = true.shape
    turn, side = (
        8 + 37 * torch.rand(objects, views, near, generator=rng),
        torch.rand(objects, views, near, generator=rng),
    )
    turn = torch.where(side < 0.5, turn, -turn)
    tilt, roll = (degrees * torch.randn(objects, views, near, generator=rng) for degrees in (10, 8))
    beside = true[:, :, None] + torch.deg2rad(torch.stack([turn, tilt, roll], -1))
    beside[..., 1] = beside[..., 1].clamp(math.radians(-35), math.radians(80))
    low, high = math.sin(math.radians(-20)), math.sin(math.radians(68))
    around, up, roll = torch.rand(3, objects, anywhere, generator=rng)
    far = torch.stack(
        [2 * math.pi * around, torch.asin(low + (high - low) * up), (2 * roll - 1) * math.radians(15)], -1
    )
    borrowed = torch.randint(views, (anywhere,), generator=rng)
    opening = torch.cat([fov, fov.repeat_interleave(near, 1), fov[:, borrowed]], 1)
    return torch.cat([true, beside.flatten(1, 2), far], 1), opening


def resized(views: Tensor, size: int) -> Tensor:
    """Rows of a render cache (B, S, S, 7) as (B, size, size, 7), each pixel where it was."""
    theta = torch.eye(2, 3).expand(len(views), 2, 3)
    grid = affine_grid(theta, [len(views), CHANNELS, size, size], align_corners=False)
    moved = grid_sample(views.permute(0, 3, 1, 2).float(), grid, align_corners=False)
    return moved.round().to(torch.uint8).permute(0, 2, 3, 1).contiguous()
