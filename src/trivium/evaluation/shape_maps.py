"""Which point of one shape is which point of another of its category?

Points are drawn from all of a procedural shape's surface; where they are on another is known by its parts (``procedural.correspondence``).
Both stand upright and face the front, and the rivals that go by place are not told otherwise; an engine tries turns.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trivium.data.samples import object_rng
from trivium.evaluation.correspondence import LIFTED_POINTS, Alike, KeptEngine, another_of, distances
from trivium.evaluation.posed_scenes import GalleryShape, PoseTestConfig, asked_of
from trivium.geometry import Mesh, sample_surface
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.shapes import Array
from trivium.metrics import share_within
from trivium.models.correspondence import boxed
from trivium.procedural.correspondence import corresponding_points


@dataclass(frozen=True, eq=False)
class ShapeQuery:
    """Points of one shape, which are looked for on another."""

    source: GalleryShape
    target: GalleryShape
    points: Array  # (K, 3) of the source


@dataclass(frozen=True, eq=False)
class KnownPair:
    """A query with its answer."""

    query: ShapeQuery
    truth: Array  # (K, 3) of the target


@dataclass(frozen=True, kw_only=True)
class MapErrors:
    """What one matcher said of one pair: (K,) distances in diameters."""

    matcher: str
    group: str
    errors: Array


def shape_queries(gallery: Sequence[GalleryShape], config: PoseTestConfig, *, points: int = 32) -> Iterator[KnownPair]:
    """For each procedural shape that is asked for: points that another of its category has too."""
    for index in asked_of(gallery, config):
        source = gallery[index]
        if source.group == "packs":
            continue
        target, rng = another_of(source), object_rng(source.key, config.seed + 3)
        triangles = source.mesh.triangles
        chosen = rng.choice(len(triangles), points, p=triangles.areas / triangles.areas.sum(dtype=np.float64))
        weights = rng.dirichlet(np.ones(3), points).astype(np.float32)
        places = np.einsum("nk,nkj->nj", weights, triangles.corners[chosen])
        truth = corresponding_points(source.mesh, chosen, places, target.mesh, rng=rng)
        there = np.isfinite(truth).all(1)
        if there.any():
            yield KnownPair(ShapeQuery(source, target, places[there]), truth[there])


class ShapeMatcher(ABC):
    """Something that is asked where points of one shape are on another."""

    @abstractmethod
    def points_of(self, query: ShapeQuery) -> Array:
        """(K, 3) of the target."""


class ByShapeMap(ShapeMatcher):
    """An engine's map from shape to shape."""

    def __init__(self, engine: KeptEngine) -> None:
        self.engine = engine

    def points_of(self, query: ShapeQuery) -> Array:
        return self.engine.between(query.source.mesh, query.target.mesh).points(query.points)


class ByLikestPoint(ShapeMatcher):
    """The point whose feature is most like that of the nearest of the source."""

    def __init__(self, features: Alike) -> None:
        self.features = features

    def points_of(self, query: ShapeQuery) -> Array:
        points, own = self.features.features_of(query.source.mesh)
        others, theirs = self.features.features_of(query.target.mesh)
        asked = own[nearest_neighbors(query.points, points, 1)[:, 0]]
        return others[(asked @ theirs.T).argmax(1).numpy()]


class ByPlace(ShapeMatcher):
    """The point at the nearest place of the unit ball."""

    def points_of(self, query: ShapeQuery) -> Array:
        others = _surface(query.target.mesh)
        return others[nearest_neighbors(query.points, others, 1)[:, 0]]


class ByPlaceInBox(ShapeMatcher):
    """The point at the nearest place, boxes laid on each other."""

    def points_of(self, query: ShapeQuery) -> Array:
        others = _surface(query.target.mesh)
        asked, places = boxed(query.points, query.source.mesh.bounds), boxed(others, query.target.mesh.bounds)
        return others[nearest_neighbors(asked, places, 1)[:, 0]]


def evaluate_maps(
    pairs: Sequence[KnownPair],
    matchers: Mapping[str, ShapeMatcher],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[MapErrors]:
    found = []
    for done, pair in enumerate(pairs, 1):
        target = pair.query.target
        for name, matcher in matchers.items():
            errors = distances(matcher.points_of(pair.query), pair.truth, target.symmetry)
            found.append(MapErrors(matcher=name, group=target.group, errors=errors))
        if progress:
            progress(done, len(pairs))
    return found


@dataclass(frozen=True, kw_only=True)
class MapLine:
    """PCK in percent: points whose partner is within a share of the diameter; the median in percent of it."""

    matcher: str
    group: str
    pairs: int
    points: int
    pck2: float
    pck5: float
    pck10: float
    median: float


def map_summary(errors: Sequence[MapErrors]) -> list[MapLine]:
    """A line for each group and matcher."""
    lines = []
    for group, matcher in dict.fromkeys((e.group, e.matcher) for e in errors):
        own = [e.errors for e in errors if (e.group, e.matcher) == (group, matcher)]
        away = np.concatenate(own)
        pck2, pck5, pck10 = (100 * share_within(away, share) for share in (0.02, 0.05, 0.1))
        lines.append(MapLine(
            matcher=matcher, group=group, pairs=len(own), points=len(away), pck2=pck2, pck5=pck5, pck10=pck10,
            median=100 * float(np.median(away)),
        ))  # fmt: skip
    return lines


def _surface(mesh: Mesh) -> Array:
    return sample_surface(mesh, LIFTED_POINTS, rng=np.random.default_rng(0)).points
