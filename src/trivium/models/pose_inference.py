"""PASR's inference (sec. 3.3): search over many poses of many shapes, then a closer look at the few best.

The paper draws every shape from every pose for every picture. But what a shape looks like does not depend on the picture:
it is drawn once, in few dimensions and small numbers (``Templates``), and a search is a product of these with the picture.
The best are then drawn exactly.
"""

from __future__ import annotations

import hashlib
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
LOWEST = -1.0  # cosine: the score of what is no number


@dataclass(frozen=True, kw_only=True)
class PoseConfig:
    """How poses are looked for."""

    grid: PoseGrid = PoseGrid()
    fov: float = Pose.fov  # of the camera that pictures are taken for
    margin: float = Pose.margin
    refined: int = 10  # shapes that get a closer look
    starts: int = 2  # poses of each that it begins from
    steps: int = 50
    learning_rate: float = 0.01
    weight_decay: float = 0.01
    rescored: int = 3  # times as many shapes as are refined are drawn exactly
    tried: int = 4  # poses of each of them

    @property
    def digest(self) -> str:
        """A short name of all that templates depend on."""
        return hashlib.sha256(repr((self.grid, self.fov, self.margin)).encode()).hexdigest()[:8]

    def pose(self, angles: Tensor) -> Pose:
        """Angles (3,) with this camera."""
        azimuth, elevation, roll = (float(a) for a in angles)
        return Pose(azimuth % (2 * np.pi), elevation, roll, self.fov, self.margin)


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


@dataclass(frozen=True, eq=False)
class Searched:
    """A shape after the initial search."""

    index: int
    poses: list[int]  # of the grid, the best first
    score: float  # of the first


def principal(features: Tensor, width: int) -> Tensor:
    """(D, width) orthonormal directions in which unit features (N, D) are largest."""
    unit = normalize(features.double(), dim=1)
    _, vectors = torch.linalg.eigh(unit.T @ unit)
    return vectors.flip(1)[:, :width].float()


class PoseInference:
    """Which of some shapes, seen from where, would give a picture.

    Args:
        basis: (D, R) the directions that a search looks at first, from ``principal``.
    """

    def __init__(self, basis: Tensor, raster: Raster, config: PoseConfig = PoseConfig()) -> None:
        self.basis, self.raster, self.config = basis, raster, config
        self.grid = torch.from_numpy(config.grid.angles())

    def templates(self, shape: PointFeatures) -> Templates:
        """What a search needs of a shape, whatever the picture."""
        points, features = _stacked([shape])
        few, values, counts = features @ self.basis, [], []
        with torch.inference_mode():
            for angles in self.grid.split(CHUNK):
                maps, seen = self._drawn(points, few, angles)
                values.append((normalize(maps, dim=1).flatten(2) * LEVELS).round().to(torch.int8))
                counts.append(seen.flatten(1).sum(1).to(torch.int16))
        return Templates(torch.cat(values).numpy(), torch.cat(counts).numpy())

    def infer(self, photo: Tensor, shapes: Sequence[PointFeatures], templates: Sequence[Templates]) -> list[Posed]:
        """All shapes, the best first: the ``refined`` of the search by their final scores, then the others.

        Args:
            photo: (D, G, G) unit map of a picture.
        """
        config, searched = self.config, self.search(photo, shapes, templates)
        posed = [Posed(s.index, s.score, config.pose(self.grid[s.poses[0]]), s.score) for s in searched]
        closer = [
            (rank, pose) for rank, s in enumerate(searched[: config.refined]) for pose in s.poses[: config.starts]
        ]
        if not closer or not config.steps:
            return posed
        ranks, poses = zip(*closer, strict=True)
        angles, scores = self.refine(photo, [shapes[posed[r].index] for r in ranks], self.grid[list(poses)])
        for rank, own, score in zip(ranks, torch.from_numpy(angles), scores, strict=True):
            if score > posed[rank].score:
                posed[rank] = replace(posed[rank], score=float(score), pose=config.pose(own))
        return sorted(posed[: config.refined], key=lambda p: -p.score) + posed[config.refined :]

    def search(self, photo: Tensor, shapes: Sequence[PointFeatures], templates: Sequence[Templates]) -> list[Searched]:
        """Shapes by their best pose of the grid, the best first.

        The first ``rescored * refined`` are ordered by exact scores, the others follow by nearly exact ones.
        """
        coarse = self.coarse_scores(photo[None], templates)[0]
        order = np.argsort(-coarse.max(1), kind="stable")
        closer, rest = np.split(order, [self.config.rescored * self.config.refined])
        poses = np.argsort(-coarse[closer], axis=1, kind="stable")[:, : self.config.tried]
        found = []
        for i, own, scores in zip(
            closer, poses, self.exact_scores(photo, [shapes[i] for i in closer], poses), strict=True
        ):
            best = np.argsort(-scores, kind="stable")
            found.append(Searched(int(i), own[best].tolist(), float(scores[best[0]])))
        found.sort(key=lambda s: -s.score)
        return found + [Searched(int(i), [int(coarse[i].argmax())], float(coarse[i].max())) for i in rest]

    def coarse_scores(self, photos: Tensor, templates: Iterable[Templates]) -> NDArray[np.float32]:
        """(B, S, P) nearly the alignment of pictures with each shape in each pose; ``LOWEST`` where nothing is drawn.

        Args:
            photos: (B, D, G, G) unit maps.
        """
        queries = torch.einsum("bdhw,dr->rhwb", photos, self.basis).flatten(0, 2).numpy() / LEVELS
        scores = []
        for one in templates:
            sums = one.values.reshape(len(one.values), -1).astype(np.float32) @ queries
            counts = one.counts[:, None]
            scores.append(np.where(counts > 0, sums / np.maximum(counts, 1), LOWEST).T)
        return np.nan_to_num(np.stack(scores, 1).astype(np.float32), nan=LOWEST)

    def exact_scores(
        self, photo: Tensor, shapes: Sequence[PointFeatures], poses: NDArray[np.integer]
    ) -> NDArray[np.float32]:
        """(S, T) alignment of a picture with S shapes, each in T ``poses`` (S, T) of the grid."""
        scores = np.empty(poses.shape, np.float32)
        with torch.inference_mode():
            for i, shape in enumerate(shapes):
                points, features = _stacked([shape])
                angles = self.grid[torch.from_numpy(poses[i]).long()]
                scores[i] = alignment(photo, *self._drawn(points, features, angles))
        return np.nan_to_num(scores, nan=LOWEST)

    def refine(
        self, photo: Tensor, shapes: Sequence[PointFeatures], starts: Tensor
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Test-time pose inference: AdamW on the three angles of all shapes and starts at once.

        The steps go by the few directions of the search; what they found is drawn exactly, beside the start.

        Args:
            starts: (B, 3) a first pose for each of B shapes.

        Returns:
            Angles (B, 3) and their exact alignment (B,): never worse than the start, and never no numbers.
        """
        points, features = _stacked(shapes)
        few, query = features @ self.basis, torch.einsum("dhw,dr->rhw", photo, self.basis)
        angles = starts.clone().requires_grad_()
        optimizer = torch.optim.AdamW([angles], lr=self.config.learning_rate, weight_decay=self.config.weight_decay)
        best, score = starts.clone(), torch.full((len(starts),), -torch.inf)
        for _ in range(self.config.steps):
            found = alignment(query, *self._drawn(points, few, angles))
            better = found.detach() > score  # false for NaN
            score = torch.where(better, found.detach(), score)
            best = torch.where(better[:, None], angles.detach(), best)
            optimizer.zero_grad(set_to_none=True)
            (-found.sum()).backward()
            optimizer.step()
        with torch.inference_mode():
            last = torch.where(angles.isfinite(), angles, best)
            candidates = torch.stack([starts, best, last])
            exact = torch.stack([alignment(photo, *self._drawn(points, features, own)) for own in candidates])
            score, which = exact.nan_to_num(LOWEST).max(0)
            return candidates[which, torch.arange(len(starts))].numpy(), score.numpy()

    def _drawn(self, points: Tensor, features: Tensor, angles: Tensor) -> tuple[Tensor, Tensor]:
        return drawn(points, features, angles, self.raster, fov=self.config.fov, margin=self.config.margin)


def _stacked(shapes: Sequence[PointFeatures]) -> tuple[Tensor, Tensor]:
    """(B, N, 3) and (B, N, D)."""
    return (
        torch.from_numpy(np.stack([s.points for s in shapes])),
        torch.from_numpy(np.stack([s.features for s in shapes]).astype(np.float32)),
    )
