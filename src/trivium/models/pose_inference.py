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

from trivium.errors import ConfigError
from trivium.geometry import Pose, PoseGrid
from trivium.models.pasr import PointFeatures, Raster, alignment, drawn

CHUNK = 48  # poses that are drawn at once: as many as fit the cache
LEVELS = 127  # of an int8
SAME = 1e-3  # radians: poses that are nearer are one
LOWEST = -1.0  # cosine: the score of what is no number


@dataclass(frozen=True, kw_only=True)
class PoseConfig:
    """How poses are looked for."""

    grid: PoseGrid = PoseGrid()
    fov: float = Pose.fov  # of the camera that pictures are taken for
    margin: float = Pose.margin
    prior: float = 0.05  # of ``alignment``: a share of the picture; none: the paper's score
    rescored: int = 30  # shapes of the search that are drawn exactly
    tried: int = 4  # poses of each of them
    refined: int = 10  # shapes that get a closer look; none: the initial search alone
    starts: int = 4  # poses of each that it begins from, of those that were tried
    pyramid: tuple[int, ...] = (3, 2, 1)  # poses that are kept at each finer spacing; none: the paper's closer look
    steps: int = 50
    learning_rate: float = 0.01
    weight_decay: float = 0.01

    def __post_init__(self) -> None:
        fits = 1 <= self.starts <= self.tried and self.rescored >= max(1, self.refined)
        if not fits or min(self.pyramid, default=1) < 1 or min(self.refined, self.steps, self.prior) < 0:
            raise ConfigError(
                f"got {self}: expected 1 to 'tried' starts, 0 to 'rescored' shapes to refine, one or more to rescore, "
                "0 or more steps, a prior of 0 or more, and one or more poses at each level of the pyramid"
            )

    @property
    def digest(self) -> str:
        """A short name of all that templates depend on."""
        return hashlib.sha256(repr((self.grid, self.fov, self.margin)).encode()).hexdigest()[:8]

    def pose(self, angles: Tensor) -> Pose:
        """Angles (3,) with this camera."""
        azimuth, elevation, roll = (float(a) for a in angles)
        return Pose(azimuth % (2 * np.pi), elevation, roll, self.fov, self.margin)


PAPER = PoseConfig(starts=1, pyramid=(), prior=0.0)  # sec. 3.3 to the letter


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
    score: float  # 1 - L of eq. 8: the mean cosine over the pixels that the shape covers, and the prior
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


def distinct(poses: Tensor) -> Tensor:
    """Poses (P, 3) without those that are the same: neighbours of two poses often coincide."""
    around = poses[:, [0, 2]]  # a whole turn of these changes nothing
    keys = torch.cat([around.cos(), around.sin(), poses[:, 1:2]], dim=1)
    _, kind = torch.unique((keys / SAME).round(), dim=0, return_inverse=True)
    first = torch.full((int(kind.max()) + 1,), len(poses), device=poses.device)
    first.scatter_reduce_(0, kind, torch.arange(len(poses), device=poses.device), "amin")
    return poses[first.sort().values]


class PoseInference:
    """Which of some shapes, seen from where, would give a picture. Works where ``basis`` is, on a processor or a GPU.

    Args:
        basis: (D, R) the directions that a search looks at first, from ``principal``.
    """

    def __init__(self, basis: Tensor, raster: Raster, config: PoseConfig = PoseConfig()) -> None:
        self.basis, self.raster, self.config, self.device = basis, raster, config, basis.device
        self.grid = torch.from_numpy(config.grid.angles()).to(self.device)
        self.neighbors = torch.cartesian_prod(*[torch.tensor([-1.0, 0.0, 1.0])] * 3).to(self.device)
        self.chunk = CHUNK if self.device.type == "cpu" else len(self.grid)

    def templates(self, shape: PointFeatures) -> Templates:
        """What a search needs of a shape, whatever the picture."""
        points, features = self._stacked([shape])
        few, values, counts = features @ self.basis, [], []
        with torch.inference_mode():
            for angles in self.grid.split(self.chunk):
                maps, seen = self._drawn(points, few, angles)
                values.append((normalize(maps, dim=1).flatten(2) * LEVELS).round().to(torch.int8))
                counts.append(seen.flatten(1).sum(1).to(torch.int16))
        return Templates(torch.cat(values).cpu().numpy(), torch.cat(counts).cpu().numpy())

    def infer(self, photo: Tensor, shapes: Sequence[PointFeatures], templates: Sequence[Templates]) -> list[Posed]:
        """All shapes, the best first: the ``refined`` of the search by their final scores, then the others.

        Args:
            photo: (D, G, G) unit map of a picture.
        """
        config, searched = self.config, self.search(photo, shapes, templates)
        posed = [Posed(s.index, s.score, config.pose(self.grid[s.poses[0]]), s.score) for s in searched]
        closer = [shapes[s.index] for s in searched[: config.refined]]
        if not closer:
            return posed
        poses = torch.tensor([s.poses[: config.starts] for s in searched[: len(closer)]], device=self.device)
        starts = self.finer(photo, closer, self.grid[poses])
        ranks = np.repeat(np.arange(len(closer)), starts.shape[1]).tolist()
        angles, scores = self.refine(photo, [closer[rank] for rank in ranks], starts.flatten(0, 1))
        for rank, own, score in zip(ranks, torch.from_numpy(angles), scores, strict=True):
            if score > posed[rank].score:
                posed[rank] = replace(posed[rank], score=float(score), pose=config.pose(own))
        return sorted(posed[: config.refined], key=lambda p: -p.score) + posed[config.refined :]

    def search(self, photo: Tensor, shapes: Sequence[PointFeatures], templates: Sequence[Templates]) -> list[Searched]:
        """Shapes by their best pose of the grid, the best first.

        The first ``rescored`` are ordered by exact scores, the others follow by nearly exact ones.
        """
        coarse = self.coarse_scores(photo[None], templates)[0]
        order = np.argsort(-coarse.max(1), kind="stable")
        closer, rest = np.split(order, [self.config.rescored])
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
        queries = torch.einsum("bdhw,dr->rhwb", photos, self.basis).flatten(0, 2) / LEVELS
        scores, cells = [], photos[0, 0].numel()
        for one in templates:
            values, counts = (torch.from_numpy(x).to(self.device) for x in (one.values, one.counts))
            mean = values.flatten(1).float() @ queries / (counts.clamp(min=1) + self.config.prior * cells)[:, None]
            scores.append(torch.where(counts[:, None] > 0, mean, LOWEST).T)
        return torch.stack(scores, 1).nan_to_num(LOWEST).cpu().numpy()

    def exact_scores(
        self, photo: Tensor, shapes: Sequence[PointFeatures], poses: NDArray[np.integer]
    ) -> NDArray[np.float32]:
        """(S, T) alignment of a picture with S shapes, each in T ``poses`` (S, T) of the grid."""
        together = 1 if self.device.type == "cpu" else len(shapes)  # so that they fit the cache
        scores = []
        with torch.inference_mode():
            for start in range(0, len(shapes), together):
                own = torch.from_numpy(poses[start : start + together]).long().to(self.device)
                points, features = self._stacked(shapes[start : start + together])
                if len(points) > 1:
                    points, features = (x.repeat_interleave(own.shape[1], 0) for x in (points, features))
                found = self._fit(photo, points, features, self.grid[own].flatten(0, 1))
                scores.append(found.view(own.shape))
        return torch.cat(scores).nan_to_num(LOWEST).cpu().numpy()

    def finer(self, photo: Tensor, shapes: Sequence[PointFeatures], poses: Tensor) -> Tensor:
        """Poses between those of the grid: the best among all neighbours at a third of its spacing, then at half of that ...

        What a closer look climbs is narrow, and a pose of the grid may lie beside it. Drawn by the few directions of the
        search, with every other point.

        Args:
            poses: (S, T, 3) where to begin, for each of S shapes.

        Returns:
            (S, B, 3) the best poses of the last level first; what it was given without a pyramid.
        """
        step = torch.from_numpy(self.config.grid.spacing).to(self.device) / 3
        query = torch.einsum("dhw,dr->rhw", photo, self.basis)
        with torch.inference_mode():
            for kept in self.config.pyramid:
                candidates = (poses[:, :, None] + step * self.neighbors).flatten(1, 2)
                found = []
                for shape, around in zip(shapes, candidates, strict=True):
                    own = distinct(around)
                    points, features = (x[:, ::2] for x in self._stacked([shape]))
                    few = features @ self.basis
                    scores = [self._fit(query, points, few, part) for part in own.split(self.chunk)]
                    found.append(own[torch.cat(scores).nan_to_num(LOWEST).topk(min(kept, len(own))).indices])
                poses, step = torch.stack(found), step / 2
        return poses.clone()

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
        points, features = self._stacked(shapes)
        few, query = features @ self.basis, torch.einsum("dhw,dr->rhw", photo, self.basis)
        angles = starts.clone().requires_grad_()
        optimizer = torch.optim.AdamW([angles], lr=self.config.learning_rate, weight_decay=self.config.weight_decay)
        best, score = starts.clone(), torch.full((len(starts),), -torch.inf, device=self.device)
        for _ in range(self.config.steps):
            found = self._fit(query, points, few, angles)
            better = found.detach() > score  # false for NaN
            score = torch.where(better, found.detach(), score)
            best = torch.where(better[:, None], angles.detach(), best)
            optimizer.zero_grad(set_to_none=True)
            (-found.sum()).backward()
            optimizer.step()
        with torch.inference_mode():
            last = torch.where(angles.isfinite(), angles, best)
            candidates = torch.stack([starts, best, last])
            exact = torch.stack([self._fit(photo, points, features, own) for own in candidates])
            score, which = exact.nan_to_num(LOWEST).max(0)
            kept = candidates[which, torch.arange(len(starts), device=self.device)]
            return kept.cpu().numpy(), score.cpu().numpy()

    def _fit(self, photo: Tensor, points: Tensor, features: Tensor, angles: Tensor) -> Tensor:
        """(B,) alignment of a picture with what is drawn."""
        return alignment(photo, *self._drawn(points, features, angles), self.config.prior)

    def _drawn(self, points: Tensor, features: Tensor, angles: Tensor) -> tuple[Tensor, Tensor]:
        return drawn(points, features, angles, self.raster, fov=self.config.fov, margin=self.config.margin)

    def _stacked(self, shapes: Sequence[PointFeatures]) -> tuple[Tensor, Tensor]:
        """(B, N, 3) and (B, N, D)."""
        points, features = (np.stack([getattr(s, name) for s in shapes]) for name in ("points", "features"))
        return torch.from_numpy(points).to(self.device), torch.from_numpy(features).to(self.device).float()
