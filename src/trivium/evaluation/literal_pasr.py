"""PASR's inference as the paper writes it: every shape is drawn from every pose for every picture, one after the other.

A configuration with more starts and a pyramid is done just as literally; ``PAPER`` is the paper's. The twin that
``models/pose_inference.py`` is measured against: in what it finds, and in time.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import torch
from torch import Tensor

from trivium.models.pasr import PointFeatures, Raster, alignment, drawn
from trivium.models.pose_inference import PoseConfig, Posed, Searched, distinct

BATCH = 64  # poses (sec. 4.1)


def literal_inference(
    photo: Tensor, shapes: Sequence[PointFeatures], raster: Raster, config: PoseConfig
) -> list[Posed]:
    """Sec. 3.3: the search, then the first ``refined`` of it once more, from the poses that it found.

    Args:
        photo: (D, G, G) unit map.
    """
    return literal_refinement(photo, shapes, literal_search(photo, shapes, raster, config), raster, config)


def literal_search(
    photo: Tensor, shapes: Sequence[PointFeatures], raster: Raster, config: PoseConfig
) -> list[Searched]:
    """Every shape by its best poses of the grid, the best first."""
    grid = torch.from_numpy(config.grid.angles()).to(photo.device)
    found = []
    for index, shape in enumerate(shapes):
        scores = _scores(photo, shape, grid, raster, config)
        best = torch.sort(scores, descending=True, stable=True).indices[: config.starts]
        found.append(Searched(index, best.tolist(), float(scores[best[0]])))
    return sorted(found, key=lambda s: -s.score)


def literal_refinement(
    photo: Tensor, shapes: Sequence[PointFeatures], found: list[Searched], raster: Raster, config: PoseConfig
) -> list[Posed]:
    """The first ``refined`` by what the closer look finds, one after the other; then the others as they were."""
    grid = torch.from_numpy(config.grid.angles()).to(photo.device)
    posed = [Posed(s.index, s.score, config.pose(grid[s.poses[0]]), s.score) for s in found]
    step = torch.from_numpy(config.grid.spacing).to(photo.device) / 3
    for rank, searched in enumerate(found[: config.refined]):
        shape, poses = shapes[searched.index], grid[searched.poses[: config.starts]]
        for level, kept in enumerate(config.pyramid):
            offsets = itertools.product((-1, 0, 1), repeat=3)
            around = torch.cat([poses + step / 2**level * torch.tensor(o, device=photo.device) for o in offsets])
            around = distinct(around)
            poses = around[_scores(photo, shape, around, raster, config).topk(min(kept, len(around))).indices]
        for pose in poses:
            posed[rank] = _refined(photo, shape, pose, posed[rank], raster, config)
    return sorted(posed[: config.refined], key=lambda p: -p.score) + posed[config.refined :]


@torch.inference_mode()
def _scores(photo: Tensor, shape: PointFeatures, poses: Tensor, raster: Raster, config: PoseConfig) -> Tensor:
    """(P,) alignment in each pose (P, 3)."""
    points, features = _tensors(shape, photo.device)
    camera = {"fov": config.fov, "margin": config.margin}
    return torch.cat([
        alignment(photo, *drawn(points, features, angles, raster, **camera), config.prior) for angles in poses.split(BATCH)
    ])  # fmt: skip


def _refined(
    photo: Tensor, shape: PointFeatures, start: Tensor, best: Posed, raster: Raster, config: PoseConfig
) -> Posed:
    """What AdamW finds from one pose (3,), if it is better than ``best``."""
    points, features = _tensors(shape, photo.device)
    angles = start.clone()[None].requires_grad_()
    optimizer = torch.optim.AdamW([angles], lr=config.learning_rate, weight_decay=config.weight_decay)
    for _ in range(config.steps + 1):
        maps, seen = drawn(points, features, angles, raster, fov=config.fov, margin=config.margin)
        score = alignment(photo, maps, seen, config.prior)[0]
        if score.item() > best.score:
            best = Posed(best.index, score.item(), config.pose(angles[0].detach()), best.searched)
        optimizer.zero_grad()
        (-score).backward()
        optimizer.step()
    return best


def _tensors(shape: PointFeatures, device: torch.device) -> tuple[Tensor, Tensor]:
    """(1, N, 3) and (1, N, D)."""
    return torch.from_numpy(shape.points)[None].to(device), torch.from_numpy(shape.features)[None].to(device).float()
