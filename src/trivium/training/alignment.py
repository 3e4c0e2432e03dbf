"""Tango3D's later stages: pixels and points brought into one space, alone and then together with whole objects.

What pairs a pixel with a point is the renderer: points of a shape are projected into its pictures, and those that are seen there belong to the
place where they are. A pixel must find its point among those of the shape and of shapes of other categories, a point its pixel; points that
a symmetry of the shape makes alike are right as well, and points that are nearly right are so by a bell curve.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import grid_sample, normalize, relu

from trivium.data.augmentation import QueryAugmentation
from trivium.data.clouds import training_clouds
from trivium.data.identity import digest
from trivium.data.render_cache import RenderCache
from trivium.geometry.symmetry import Symmetry
from trivium.models.preprocess import InputSpec
from trivium.models.tango3d import TangoNetwork
from trivium.rendering.splatting import rotations_of, seen_from, splat
from trivium.training.ahead import Ahead
from trivium.training.image_text import standardized
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import inverse, labelled_nce, temperature
from trivium.training.synthesis import (
    IN_PLACE,
    MARGIN,
    before_anything,
    real_and_made,
    resized,
    soft_cross_entropy,
    split_by_origin,
)

DEPTH_CELLS = 48  # a side: how finely it is looked what lies before what
BEHIND = 0.12  # of the unit ball: a point that is deeper than the nearest of its cell by more is hidden
TURNED_ALIKE = 0.8  # the cosine of a point's normal and of what a picture shows at its place: another surface is seen if it is less
NEAR_MISS = (0.1, 0.4)  # of the unit ball: points that are beside the right one, and not it


@dataclass(frozen=True, kw_only=True)
class AlignmentConfig:
    """One stage. ``dense`` and ``whole`` weigh the two objectives."""

    loop: LoopConfig
    dense: float = 1.0
    whole: float = 0.0
    frozen_tokens: bool = True
    size: int = 128  # pixels
    objects: int = 24  # a batch
    views: int = 2  # pictures of each
    num_points: int = 1024
    pairs: int = 64  # of a picture
    spread: float = 0.06  # of the unit ball: how fast a point beside the right one becomes wrong
    margin: float = 0.2  # by which the right point's cosine is to be larger than that of a near miss
    margin_weight: float = 1.0
    elsewhere: int = 32  # points of each other shape
    real_share: float = 0.25
    colorless_share: float = 0.4
    guessed_share: float = 0.2
    color_fill: float = 0.6
    augmentation: QueryAugmentation = replace(IN_PLACE, occluder_share=0.25, before_share=0.15)
    easy_share: float = 0.25
    workers: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("alignment", self.objects)


@dataclass(frozen=True)
class Pairs:
    """O objects of N points with V pictures each, and K places in each picture that show points."""

    clouds: Tensor  # (O, N, 9)
    pictures: Tensor  # (O V, 3, S, S)
    places: Tensor  # (O V, K, 2) from -1 to 1, as ``grid_sample`` has them
    points: Tensor  # (O, V K) numbers of points that are seen there
    there: Tensor  # (O, V K) false where a picture shows too little
    squared: Tensor  # (O, V K, N) squared distance of these points to all, the nearest of all that are alike
    categories: Tensor  # (O,)
    rows: Tensor  # (O, D) mini's row of each object

    def to(self, device: torch.device) -> Pairs:
        return Pairs(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))


class Aligned(nn.Module):
    """What is trained, and the frozen towers of pictures below it."""

    def __init__(
        self, network: TangoNetwork, tower: nn.Module, image: nn.Module, spec: InputSpec, *, frozen_tokens: bool
    ) -> None:
        super().__init__()
        self.network, self.spec = network, spec
        self.tower, self.image = tower.eval().requires_grad_(False), image.eval().requires_grad_(False)
        self.frozen_tokens = frozen_tokens
        network.vae.requires_grad_(not frozen_tokens)
        self.scale, self.whole_scale = temperature(0.05), temperature(0.07)

    def train(self, mode: bool = True) -> Aligned:
        super().train(mode)
        self.tower.eval()
        self.image.eval()
        return self

    def forward(self, pictures: Tensor, clouds: Tensor) -> tuple[Tensor, ...]:
        """Maps (B, D, G, G), features (O, N, D), rows of pictures (B, R), what tokens add to those of shapes (O, R), and the factors of
        the logits of places and of wholes."""
        with (
            torch.no_grad(),
            torch.autocast(pictures.device.type, enabled=False),
        ):  # what is in bfloat16 is faster as it is
            mean, std = (
                torch.tensor(v, device=pictures.device).view(3, 1, 1)
                for v in (self.spec.image_mean, self.spec.image_std)
            )
            tokens = self.tower.tokens(_as(self.tower, (pictures - mean) / std))  # type: ignore[operator]
            rows = normalize(self.image(_as(self.image, standardized(pictures))).float(), dim=1)
        maps, of_picture = self.network.patches(tokens.float())
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen_tokens):
            centers, found = self.network.vae.located_tokens(clouds)
        features, of_shape = self.network.points(centers, found, clouds)
        return (
            maps,
            features,
            normalize(rows + of_picture, dim=1),
            of_shape,
            inverse(self.scale),
            inverse(self.whole_scale),
        )


def _as(tower: nn.Module, pictures: Tensor) -> Tensor:
    return pictures.to(next(tower.parameters()).dtype, memory_format=torch.channels_last)


def train_alignment(
    name: str,
    network: TangoNetwork,
    tower: nn.Module,
    image: nn.Module,
    cache: RenderCache,
    rows: Tensor,
    out: Path,
    spec: InputSpec,
    config: AlignmentConfig,
) -> None:
    """Trains heads in place, and tokens where they are not frozen; goes on from ``out/NAME.ckpt`` when it is there.

    Args:
        tower: frozen, pictures to tokens. image: frozen, pictures to mini's rows.
        rows: (objects, D) mini's row of each object of the cache.
        spec: how the tower wants its pictures.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects or other first weights.
    """
    fabric = make_fabric(out)
    draw = Ahead(PairBatches(cache, rows, config), config.loop.steps * config.loop.accumulate, config.workers)
    identity = asdict(replace(config, workers=0)) | {
        "objects trained on": digest(cache.objects), "first weights": weights_digest(network),
    }  # fmt: skip

    def loss(module: Any, batch: Pairs) -> Losses:
        maps, features, of_pictures, of_shapes, scale, whole_scale = module(batch.pictures, batch.clouds)
        dense = dense_losses(maps, features, batch, scale, config)
        shapes = normalize(batch.rows + of_shapes, dim=1)
        same = torch.eye(config.objects, device=shapes.device, dtype=torch.bool).repeat_interleave(config.views, 0)
        whole = labelled_nce(of_pictures, shapes, same, whole_scale)
        total = config.dense * dense["loss"] + config.whole * whole
        return {"loss": total, **{f"dense {k}": v for k, v in dense.items()}, "whole": whole}

    run = Run(out, name, config.loop, identity, config.objects * config.views)
    trained = Aligned(network, tower, image, spec, frozen_tokens=config.frozen_tokens)
    fit(fabric, trained, run, batch=lambda number: draw(number).to(fabric.device), loss=loss)
    trained.cpu()


def dense_losses(maps: Tensor, features: Tensor, batch: Pairs, scale: Tensor, config: AlignmentConfig) -> Losses:
    """Of unit maps (O V, D, G, G) and unit features (O, N, D)."""
    objects, count, dim = features.shape
    seen = grid_sample(maps, batch.places[:, :, None], align_corners=False, padding_mode="border")[..., 0]
    seen = normalize(seen.transpose(1, 2), dim=2).reshape(objects, -1, dim)  # (O, V K, D)
    alike = seen @ features.transpose(1, 2)  # (O, V K, N)
    right = torch.exp(-batch.squared / (2 * config.spread**2))
    stride = max(1, count // config.elsewhere)
    others = features[:, ::stride].flatten(0, 1)
    foreign = batch.categories[:, None] != batch.categories  # (O, O)
    foreign = foreign.repeat_interleave(len(others) // objects, 1)[:, None]
    beside = (scale * (seen @ others.T)).masked_fill(~foreign, -1e4)
    there = batch.there
    wanted = torch.cat([right, torch.zeros_like(beside)], 2)
    by_pixel = soft_cross_entropy(torch.cat([scale * alike, beside], 2)[there], wanted[there])
    columns = batch.points[:, None].expand(-1, alike.shape[1], -1)
    back, back_right = alike.gather(2, columns), right.gather(2, columns)  # (O, V K, V K)
    back = (scale * back).masked_fill(~there[:, :, None], -1e4).transpose(1, 2)
    by_point = soft_cross_entropy(back[there], (back_right * there[:, :, None]).transpose(1, 2)[there] + 1e-9)
    best = alike.gather(2, batch.points[..., None])
    low, high = NEAR_MISS
    miss = (batch.squared > low**2) & (batch.squared < high**2) & there[..., None]
    nearly = (relu(alike - best + config.margin) * miss).sum() / miss.sum().clamp(min=1)
    with torch.no_grad():
        found = batch.squared.gather(2, alike.argmax(2, keepdim=True))[..., 0][there]
    return {
        "loss": by_pixel + 0.5 * by_point + config.margin_weight * nearly, "by pixel": by_pixel, "by point": by_point,
        "near miss": nearly, "within 10 %": (found < 0.2**2).float().mean(), "scale": scale,
    }  # fmt: skip


class PairBatches:
    """The batch of a number: a resumed run sees what the first would have seen."""

    def __init__(self, cache: RenderCache, rows: Tensor, config: AlignmentConfig) -> None:
        self.cache, self.rows, self.config = cache, rows, config
        self.real, self.made = split_by_origin(cache, config.views)
        names = sorted({row["category"] for row in cache.objects})
        self.category = {name: number for number, name in enumerate(names)}

    def __call__(self, number: int) -> Pairs:
        cache, config = self.cache, self.config
        rng, torch_rng = np.random.default_rng([config.seed, number]), torch.Generator().manual_seed(number)
        chosen = real_and_made(self.real, self.made, config.objects, config.real_share, rng)
        clouds = torch.from_numpy(training_clouds(
            [cache.points[i] for i in chosen], config.num_points, colorless_share=config.colorless_share,
            guessed_share=config.guessed_share, color_fill=config.color_fill, rng=rng,
        ))  # fmt: skip
        views = [cache.objects[i] for i in chosen]
        picked = [rng.choice(row["views"], config.views, replace=False) for row in views]
        numbers = [row["first"] + v for row, own in zip(views, picked, strict=True) for v in own]
        cameras = torch.tensor([row["poses"][v] for row, own in zip(views, picked, strict=True) for v in own])
        shown = resized(torch.from_numpy(np.stack([cache.views[j] for j in numbers])), config.size)
        share = number // config.loop.accumulate / config.loop.steps
        eased = config.augmentation.eased(min(1.0, 0.3 + share / max(config.easy_share, 1e-9)))
        pictures = before_anything(shown, cache, config.size, eased, rng, torch_rng)
        seen, visible = visible_points(clouds.repeat_interleave(config.views, 0), cameras[:, :3], cameras[:, 3], shown)
        there = visible.any(1)
        weights = visible.float() + 1e-9
        points = torch.multinomial(weights, config.pairs, replacement=True, generator=torch_rng)  # (O V, K)
        places = -seen[..., :2].gather(1, points[..., None].expand(-1, -1, 2))
        there = visible.gather(1, points) & there[:, None]
        points = points.view(len(chosen), -1)
        squared = torch.stack([
            squared_up_to_symmetry(cloud[own, :3], cloud[:, :3], Symmetry(*row["symmetry"]))
            for cloud, own, row in zip(clouds, points, views, strict=True)
        ])  # fmt: skip
        categories = torch.tensor([self.category[row["category"]] for row in views])
        return Pairs(
            clouds, pictures, places, points, there.view(len(chosen), -1), squared, categories, self.rows[chosen]
        )


def visible_points(clouds: Tensor, angles: Tensor, fov: Tensor, views: Tensor) -> tuple[Tensor, Tensor]:
    """Where cameras of a render cache see points, (B, N, 3) as ``seen_from`` has it, and which of them are not hidden (B, N).

    A point is seen when no other of the cloud is before it, and the picture shows a surface there that is turned as it is. Of what this
    says is seen, 94 % is; of what is, it finds 60 % (25 procedural shapes, against ray casting).

    Args:
        clouds: (B, N, 9) of position, colour, normal. angles, fov: (B, 3) and (B,). views: (B, S, S, 7) of the cache.
    """
    seen = seen_from(clouds[..., :3].contiguous(), angles, fov=fov, margin=MARGIN)
    normals = clouds[..., 6:9] @ rotations_of(angles).transpose(1, 2)
    nearest = splat(seen, (DEPTH_CELLS, DEPTH_CELLS), radius=2.4 / DEPTH_CELLS, per_pixel=1).depth
    front = _at(nearest, seen)[..., 0]
    shown = _at(views, seen).float()
    alike = ((shown[..., 3:6] - 128) / 127 * normals).sum(2)
    return seen, (seen[..., 2] < front + BEHIND) & (shown[..., 6] > 127) & (alike > TURNED_ALIKE)


def _at(pictures: Tensor, seen: Tensor) -> Tensor:
    """(B, N, C) what pictures (B, S, S, C) have where points (B, N, 3) are seen; at the edge, for those outside."""
    size = pictures.shape[1]
    column, row = ((1 - seen[..., :2]) / 2 * size).long().clamp(0, size - 1).unbind(2)
    cell = (row * size + column)[..., None].expand(-1, -1, pictures.shape[3])
    return pictures.flatten(1, 2).gather(1, cell)


def squared_up_to_symmetry(points: Tensor, cloud: Tensor, symmetry: Symmetry) -> Tensor:
    """(K, N) squared distances of points (K, 3) to a cloud (N, 3): of all places that are alike, the nearest counts."""
    if symmetry.everywhere:
        return (points.norm(dim=1)[:, None] - cloud.norm(dim=1)).square()
    alike = torch.einsum("gij,kj->gki", torch.from_numpy(symmetry.rotations()), points)
    across = cloud.square().sum(1) - 2 * (alike @ cloud.T).amax(
        0
    )  # a turn keeps lengths: the nearest has the largest product
    return (across + points.square().sum(1)[:, None]).clamp(min=0)
