"""PASR's inference as the paper writes it: every shape is drawn from every pose for every picture.

The twin that ``models/pose_inference.py`` is measured against: in what it finds, and in time.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from trivium.models.pasr import PointFeatures, Raster, alignment, drawn
from trivium.models.pose_inference import PoseConfig, Posed

BATCH = 64  # poses (sec. 4.1)


def literal_inference(
    photo: Tensor, shapes: Sequence[PointFeatures], raster: Raster, config: PoseConfig
) -> list[Posed]:
    """Sec. 3.3: the search, then the first ``refined`` of it once more, from the pose that it found.

    Args:
        photo: (D, G, G) unit map.
    """
    return literal_refinement(photo, shapes, literal_search(photo, shapes, raster, config), raster, config)


def literal_search(photo: Tensor, shapes: Sequence[PointFeatures], raster: Raster, config: PoseConfig) -> list[Posed]:
    """Every shape by its best pose of the grid, the best first."""
    grid = torch.from_numpy(config.grid.angles())
    camera = {"fov": config.fov, "margin": config.margin}
    found = []
    for index, shape in enumerate(shapes):
        points, features = torch.from_numpy(shape.points)[None], torch.from_numpy(shape.features).float()[None]
        with torch.inference_mode():
            scores = torch.cat([
                alignment(photo, *drawn(points, features, angles, raster, **camera)) for angles in grid.split(BATCH)
            ])  # fmt: skip
        best = int(scores.argmax())
        found.append(Posed(index, float(scores[best]), config.pose(grid[best]), float(scores[best])))
    return sorted(found, key=lambda p: -p.score)


def literal_refinement(
    photo: Tensor, shapes: Sequence[PointFeatures], found: list[Posed], raster: Raster, config: PoseConfig
) -> list[Posed]:
    """The first ``refined`` by what the closer look finds, one after the other; then the others as they were."""
    first = [_refined(photo, shapes[p.index], p, raster, config) for p in found[: config.refined]]
    return sorted(first, key=lambda p: -p.score) + found[config.refined :]


def _refined(photo: Tensor, shape: PointFeatures, start: Posed, raster: Raster, config: PoseConfig) -> Posed:
    points, features = torch.from_numpy(shape.points)[None], torch.from_numpy(shape.features).float()[None]
    angles = torch.tensor([[start.pose.azimuth, start.pose.elevation, start.pose.roll]], requires_grad=True)
    optimizer = torch.optim.AdamW([angles], lr=config.learning_rate, weight_decay=config.weight_decay)
    best = start
    for _ in range(config.steps + 1):
        maps, seen = drawn(points, features, angles, raster, fov=config.fov, margin=config.margin)
        score = alignment(photo, maps, seen)[0]
        if score.item() > best.score:
            best = Posed(start.index, score.item(), config.pose(angles[0].detach()), start.searched)
        optimizer.zero_grad()
        (-score).backward()
        optimizer.step()
    return best
