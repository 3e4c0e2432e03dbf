"""Which pixel of a picture shows a point of the model, and is it seen there? (Tango3D's reverse grounding.)

Points are chosen among those that some pictures of a shape show, and asked for in all of these pictures: in some they are hidden.
Pixels count in shares of the picture's side. Of places that a shape's symmetry makes alike the nearest that is seen counts; whether a point
is seen is asked only where all of them are, or none is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from trivium.data.samples import object_rng
from trivium.evaluation.correspondence import DIAMETER, Alike, KeptEngine, at_pixels
from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, PoseTestConfig, asked_of, pictures_of
from trivium.geometry import Mesh
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.shapes import Array
from trivium.metrics import share_within
from trivium.models.correspondence import Projected
from trivium.rendering import render_views

PICTURES = 3  # of each shape
FINE = 2  # times the picture's side: what is seen is told by a larger one
SLACK = 0.01  # of the unit ball: a surface no nearer than that before a point does not hide it
STEP = 2  # pixels between those among which the one most like a point is looked for
LEADS_BACK = 0.1  # of the diameter: so near the point must be that its pixel is most like


@dataclass(frozen=True, eq=False)
class PointQuery:
    """Points of a shape, and the picture in which they are asked for."""

    picture: PoseQuery
    shape: GalleryShape
    points: Array  # (K, 3)


@dataclass(frozen=True, eq=False)
class TruePixels:
    """Where a picture shows points, and all G places that are alike: (G, K, 2) and (G, K)."""

    pixels: Array
    seen: NDArray[np.bool_]

    @property
    def shown(self) -> NDArray[np.bool_]:
        """(K,) whether any of the places is seen."""
        return np.logical_or.reduce(self.seen, axis=0)

    @property
    def sure(self) -> NDArray[np.bool_]:
        """(K,) whether all of the places are seen, or none is."""
        return np.logical_and.reduce(self.seen, axis=0) == self.shown

    def of(self, which: NDArray[np.bool_]) -> TruePixels:
        """Of some of the points (K,)."""
        return TruePixels(self.pixels[:, which], self.seen[:, which])


@dataclass(frozen=True, kw_only=True)
class PointErrors:
    """What one finder said of one query.

    Attributes:
        errors: (S,) of the points that are seen, in sides of the picture.
        hidden, called_hidden: (U,) of the points of which symmetry does not change whether they are seen.
    """

    matcher: str
    group: str
    errors: Array
    hidden: NDArray[np.bool_]
    called_hidden: NDArray[np.bool_]


def point_queries(gallery: Sequence[GalleryShape], config: PoseTestConfig, *, points: int = 32) -> Iterator[PointQuery]:
    """Of each shape that is asked for, some points that its pictures show, in each of them."""
    for index in asked_of(gallery, config):
        shape, pictures = gallery[index], pictures_of(gallery, index, PICTURES, config)
        rng = object_rng(shape.key, config.seed + 2)
        shown = np.concatenate([_shown(shape, picture) for picture in pictures])
        chosen = shown[rng.choice(len(shown), points, replace=len(shown) < points)]
        for picture in pictures:
            yield PointQuery(picture, shape, chosen)


class PointFinder(ABC):
    """Something that is asked where in a picture points of a shape are, and whether they are seen."""

    @abstractmethod
    def pixels_of(self, query: PointQuery) -> Projected: ...


class ByProjection(PointFinder):
    """Lays the picture on the shape, and projects."""

    def __init__(self, engine: KeptEngine) -> None:
        self.engine = engine

    def pixels_of(self, query: PointQuery) -> Projected:
        return self.engine.lay(query.picture, query.shape.mesh).project(query.points)


class ByLikestPixel(PointFinder):
    """The pixel whose feature is most like the point's; the point is seen there if no point far from it is more like that pixel."""

    def __init__(self, features: Alike) -> None:
        self.features = features
        self._features: Callable[[Mesh], tuple[Array, Tensor]] = lru_cache(maxsize=4)(features.features_of)

    def pixels_of(self, query: PointQuery) -> Projected:
        size = query.picture.picture.shape[0]
        rows, columns = np.mgrid[0:size:STEP, 0:size:STEP]
        pixels = np.stack([columns.ravel(), rows.ravel()], 1)
        seen = at_pixels(self.features.map_of(query.picture.picture), pixels, size)
        points, features = self._features(query.shape.mesh)
        own = features[nearest_neighbors(query.points, points, 1)[:, 0]]
        best = (own @ seen.T).argmax(1)
        back = points[(seen[best] @ features.T).argmax(1).numpy()]
        near = np.linalg.norm(back - query.points, axis=1) <= LEADS_BACK * DIAMETER
        return Projected((pixels[best.numpy()] + 0.5).astype(np.float32), near)


def true_pixels(points: Array, shape: GalleryShape, picture: PoseQuery) -> TruePixels:
    """Where points (K, 3) of the shape are in a picture of it."""
    size = picture.picture.shape[0]
    camera = picture.pose.camera(FINE * size)
    alike = np.einsum("gij,kj->gki", shape.symmetry.rotations(), points)
    pixels, depth = (x[0] for x in camera.project(alike.reshape(-1, 3)))
    nearest = np.pad(render_views(shape.mesh, camera).depth[0], 1, constant_values=np.inf)
    column, row = np.floor(pixels).astype(int).clip(0, FINE * size - 1).T
    farthest_around = np.max([
        np.where(np.isfinite(own := nearest[row + y, column + x]), own, -np.inf) for y in range(3) for x in range(3)
    ], axis=0)  # fmt: skip
    seen = depth <= farthest_around + SLACK
    return TruePixels((pixels / FINE).reshape(*alike.shape[:2], 2), seen.reshape(alike.shape[:2]))


def pixel_distances(found: Array, truth: TruePixels, size: int) -> Array:
    """(K,) from pixels (K, 2) to the nearest place that is seen and alike, in sides of the picture; infinite where none is seen."""
    away = np.linalg.norm(found - truth.pixels, axis=2) / size
    return np.where(truth.seen, away, np.inf).min(0)


def evaluate_points(
    queries: Sequence[PointQuery],
    finders: Mapping[str, PointFinder],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[PointErrors]:
    found = []
    for done, query in enumerate(queries, 1):
        truth = true_pixels(query.points, query.shape, query.picture)
        for name, finder in finders.items():
            said = finder.pixels_of(query)
            found.append(PointErrors(
                matcher=name, group=query.shape.group, hidden=~truth.shown[truth.sure], called_hidden=~said.visible[truth.sure],
                errors=pixel_distances(said.pixels, truth, query.picture.picture.shape[0])[truth.shown],
            ))  # fmt: skip
        if progress:
            progress(done, len(queries))
    return found


@dataclass(frozen=True, kw_only=True)
class PointLine:
    """In percent: points whose pixel is within a share of the side; the median of it; and of "not seen": how much of it is so, how much
    of what is so is said. None where nothing is hidden, or said to be."""

    matcher: str
    group: str
    points: int
    within2: float
    within5: float
    within10: float
    median: float
    hidden: float
    precision: float | None
    recall: float | None


def point_summary(errors: Sequence[PointErrors]) -> list[PointLine]:
    """A line for each group and matcher."""
    lines = []
    for group, matcher in dict.fromkeys((e.group, e.matcher) for e in errors):
        own = [e for e in errors if (e.group, e.matcher) == (group, matcher)]
        away, hidden, called = (
            np.concatenate([getattr(e, n) for e in own]) for n in ("errors", "hidden", "called_hidden")
        )
        within2, within5, within10 = (100 * share_within(away, share) for share in (0.02, 0.05, 0.1))
        lines.append(PointLine(
            matcher=matcher, group=group, points=len(away), within2=within2, within5=within5, within10=within10,
            median=100 * float(np.median(away)), hidden=100 * float(hidden.mean()),
            precision=_percent(hidden[called]), recall=_percent(called[hidden]),
        ))  # fmt: skip
    return lines


def _percent(right: NDArray[np.bool_]) -> float | None:
    return 100 * float(right.mean()) if len(right) else None


def _shown(shape: GalleryShape, picture: PoseQuery) -> Array:
    view = render_views(shape.mesh, picture.pose.camera(picture.picture.shape[0]))
    return view.points[0][view.mask[0]]
