"""PASR's inference (sec. 3.3): search over many poses of many shapes, then a closer look at the few best.

The paper draws every shape from every pose for every picture. But what a shape looks like does not depend on the picture:
it is drawn once, in few dimensions and small numbers (``Templates``), and a search is a product of these with the picture.
The best are then drawn exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import normalize

from trivium.geometry import Pose, PoseGrid
from trivium.models.pasr import PointFeatures, Raster, alignment, drawn

CHUNK = 48  # poses that are drawn at once: as many as fit the cache
LEVELS = 127  # of an int8


@dataclass(frozen=True, kw_only=True)
class PoseConfig:
    """How poses are looked for."""

    grid: PoseGrid = PoseGrid()
    camera: Pose = Pose(0.0, 0.0)  # its opening angle and margin: the frame that pictures are expected to have
    refined: int = 10  # shapes that get a closer look
    starts: int = 2  # poses of each that it begins from
    steps: int = 50
    learning_rate: float = 0.01
    weight_decay: float = 0.01
    rescored: int = 3  # times as many shapes as are refined are drawn exactly
    tried: int = 4  # poses of each of them


@dataclass(frozen=True, eq=False)
class Templates:
    """A shape from all poses of a grid, in the few directions in which features differ most.

    Attributes:
        values: (P, R, G * G) int8: 127 times the unit features, zero where nothing is drawn.
        counts: (P,) pixels that are drawn.
    """

    values: NDArray[np.int8]
    counts: NDArray[np.int16]


@dataclass(frozen=True, eq=False)
class Posed:
    """A shape that was compared with a picture."""

    index: int  # of the shape
    score: float  # 1 - L of eq. 8: the mean cosine over the pixels that the shape covers
    pose: Pose
    searched: float  # the score of the best pose of the grid, before the closer look
    crop: int = 0  # of the picture, where the object is taken to be


@dataclass(frozen=True, eq=False)
class Searched:
    """A shape after the initial search."""

    index: int
    starts: list[tuple[int, int]]  # pose of the grid and crop of the picture, the best first
    score: float  # of the first


def principal(features: Tensor, width: int) -> Tensor:
    """(D, width) orthonormal directions in which unit features (N, D) are largest."""
    unit = normalize(features.double(), dim=1)
    _, vectors = torch.linalg.eigh(unit.T @ unit)
    return vectors.flip(1)[:, :width].float()


def make_templates(shape: PointFeatures, basis: Tensor, raster: Raster, config: PoseConfig) -> Templates:
    """
    Args:
        basis: (D, R) from ``principal``.
    """
    values, counts = [], []
    with torch.inference_mode():
        points, features = _stacked([shape])
        features = features @ basis
        for angles in torch.from_numpy(config.grid.angles()).split(CHUNK):
            maps, seen = drawn(points, features, angles, raster, fov=config.camera.fov, margin=config.camera.margin)
            few = normalize(maps, dim=1).flatten(2)
            values.append((few * LEVELS).round().to(torch.int8))
            counts.append(seen.flatten(1).sum(1).to(torch.int16))
    return Templates(torch.cat(values).numpy(), torch.cat(counts).numpy())


def coarse_scores(crops: Tensor, templates: Iterable[Templates], basis: Tensor) -> NDArray[np.float32]:
    """(S, P, C) nearly the alignment of each shape in each pose with each crop's map (C, D, G, G); -1 where nothing is drawn."""
    query = torch.einsum("cdhw,dr->crhw", crops, basis).flatten(1).T.numpy() / LEVELS
    scores = []
    for one in templates:
        flat = one.values.reshape(len(one.values), -1).astype(np.float32)
        count = one.counts[:, None]
        scores.append(np.where(count > 0, flat @ query / np.maximum(count, 1), -1))
    return np.asarray(scores, np.float32)


def initial_search(
    crops: Tensor, shapes: Sequence[PointFeatures], templates: Sequence[Templates], basis: Tensor, raster: Raster,
    config: PoseConfig,
) -> list[Searched]:  # fmt: skip
    """Shapes by their best pose of the grid, the best first.

    The first ``rescored * refined`` are ordered by exact scores, the others follow by nearly exact ones.
    """
    coarse = coarse_scores(crops, templates, basis)
    flat = coarse.reshape(len(shapes), -1)
    order = np.argsort(-flat.max(1), kind="stable")
    closer = order[: config.rescored * config.refined]
    best = np.argsort(-flat[closer], axis=1, kind="stable")[:, : config.tried]
    poses, which = np.divmod(best, coarse.shape[2])
    exact = exact_scores(crops, which, [shapes[i] for i in closer], poses, raster, config)
    found = []
    for i, scores, *own in zip(closer, exact, poses, which, strict=True):
        sequence = np.argsort(-scores, kind="stable")
        starts = [(int(own[0][k]), int(own[1][k])) for k in sequence]
        found.append(Searched(int(i), starts, float(scores[sequence[0]])))
    found.sort(key=lambda f: -f.score)
    for i in order[len(closer) :]:
        pose, crop = divmod(int(flat[i].argmax()), coarse.shape[2])
        found.append(Searched(int(i), [(pose, crop)], float(flat[i].max())))
    return found


def exact_scores(
    crops: Tensor, which: NDArray[np.integer], shapes: Sequence[PointFeatures], poses: NDArray[np.integer],
    raster: Raster, config: PoseConfig,
) -> NDArray[np.float32]:  # fmt: skip
    """(S, T) alignment of S shapes, each in T ``poses`` (S, T) of the grid, with the crops ``which`` (S, T)."""
    angles = torch.from_numpy(config.grid.angles())[torch.from_numpy(poses).long()]
    scores = []
    with torch.inference_mode():
        for shape, own, crop in zip(shapes, angles, which, strict=True):
            points, features = _stacked([shape])
            maps, seen = drawn(points, features, own, raster, fov=config.camera.fov, margin=config.camera.margin)
            scores.append(alignment(crops[torch.from_numpy(crop).long()], maps, seen))
    return torch.stack(scores).numpy()


def refine(
    crops: Tensor, shapes: Sequence[PointFeatures], starts: Tensor, basis: Tensor, raster: Raster, config: PoseConfig
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Test-time pose inference: AdamW on the three angles of all shapes and starts at once.

    The steps go by the few directions of the search; what they found is drawn exactly, beside the start.

    Args:
        crops: (B, D, G, G) the map that each of B shapes is compared with, or (1, D, G, G) for all.
        starts: (B, 3) a first pose for each.

    Returns:
        Angles (B, 3) and their exact alignment (B,): never worse than the start.
    """
    points, features = _stacked(shapes)
    few, query = features @ basis, torch.einsum("bdhw,dr->brhw", crops, basis)
    angles = starts.clone().requires_grad_()
    optimizer = torch.optim.AdamW([angles], lr=config.learning_rate, weight_decay=config.weight_decay)
    best, score = starts.clone(), torch.full((len(starts),), -torch.inf)
    camera = config.camera
    for _ in range(config.steps):
        found = alignment(query, *drawn(points, few, angles, raster, fov=camera.fov, margin=camera.margin))
        better = found.detach() > score  # false for NaN, which is never returned
        score = torch.where(better, found.detach(), score)
        best = torch.where(better[:, None], angles.detach(), best)
        optimizer.zero_grad(set_to_none=True)
        (-found.sum()).backward()
        optimizer.step()
    with torch.inference_mode():
        last = torch.where(angles.isfinite(), angles, best)
        candidates = torch.stack([starts, best, last])
        exact = torch.stack([
            alignment(crops, *drawn(points, features, own, raster, fov=camera.fov, margin=camera.margin))
            for own in candidates
        ]).nan_to_num(-1.0)  # fmt: skip
        score, which = exact.max(0)
        return candidates[which, torch.arange(len(starts))].numpy(), score.numpy()


def infer(
    crops: Tensor, shapes: Sequence[PointFeatures], templates: Sequence[Templates], basis: Tensor, raster: Raster,
    config: PoseConfig,
) -> list[Posed]:  # fmt: skip
    """All shapes, the best first: the ``refined`` of the initial search by their final scores, then the others.

    Args:
        crops: (C, D, G, G) unit maps: of the picture, or of several parts of it that may be the object.
    """
    searched = initial_search(crops, shapes, templates, basis, raster, config)
    grid = torch.from_numpy(config.grid.angles())
    posed = [Posed(s.index, s.score, pose_of(grid[s.starts[0][0]], config), s.score, s.starts[0][1]) for s in searched]
    closer = [
        (rank, *start) for rank, s in enumerate(searched[: config.refined]) for start in s.starts[: config.starts]
    ]
    if not closer or not config.steps:
        return posed
    ranks, poses, which = zip(*closer, strict=True)
    angles, scores = refine(
        crops[list(which)], [shapes[posed[r].index] for r in ranks], grid[list(poses)], basis, raster, config
    )
    for rank, crop, own, score in zip(ranks, which, torch.from_numpy(angles), scores, strict=True):
        if score > posed[rank].score:
            posed[rank] = replace(posed[rank], score=float(score), pose=pose_of(own, config), crop=crop)
    return sorted(posed[: config.refined], key=lambda p: -p.score) + posed[config.refined :]


def pose_of(angles: Tensor, config: PoseConfig) -> Pose:
    """Angles (3,) with the camera of ``config``."""
    azimuth, elevation, roll = (float(a) for a in angles)
    return Pose(azimuth % (2 * np.pi), elevation, roll, config.camera.fov, config.camera.margin)


def _stacked(shapes: Sequence[PointFeatures]) -> tuple[Tensor, Tensor]:
    """(B, N, 3) and (B, N, D)."""
    return (
        torch.from_numpy(np.stack([s.points for s in shapes])),
        torch.from_numpy(np.stack([s.features for s in shapes]).astype(np.float32)),
    )
