"""There and back: does one come out where one began?

- *same picture*: a pixel, the point that it shows, the pixel that shows that point. In sides of the picture.
- *other picture*: a pixel, the point that it shows, the pixel of that point in another picture. It did not begin there, so what counts is how
  far it is from the pixel that truly shows the place; asked for where the other picture shows it.
- *shapes*: a point, its partner on another shape of the category, and that one's partner on the first. In diameters.

Who goes by one pose for all pixels comes back to the same picture whether the pose is right or not, and so the second line says more than the
first. Of places that a symmetry makes alike the nearest counts; what finds nothing is as far away as a side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trivium.data.samples import object_rng
from trivium.evaluation.correspondence import KeptEngine, Matcher, PixelQuery, distances
from trivium.evaluation.points_in_pictures import (
    PointFinder,
    PointQuery,
    TruePixels,
    pixel_distances,
    true_pixels,
)
from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, PoseTestConfig, asked_of, pictures_of
from trivium.evaluation.shape_maps import KnownPair, ShapeMatcher, ShapeQuery
from trivium.geometry.shapes import Array, IntArray
from trivium.metrics import share_within
from trivium.rendering import render_views

LOST = 1.0  # of the side: the distance of what was not found


@dataclass(frozen=True, eq=False)
class PictureCycle:
    """Pixels of one picture of a shape, and another picture of it."""

    shape: GalleryShape
    start: PoseQuery
    other: PoseQuery
    pixels: IntArray  # (K, 2) column and row, in the first
    shown: Array  # (K, 3) what they truly show


@dataclass(frozen=True, eq=False)
class Way:
    """From pixels to points, and from points to pixels."""

    forth: Matcher
    back: PointFinder


@dataclass(frozen=True, kw_only=True)
class CycleErrors:
    """How far from where it began one matcher ended: (K,) in sides or in diameters."""

    matcher: str
    task: str  # "same picture", "other picture" or "shapes"
    group: str
    errors: Array


class ByLaying(Matcher):
    """Lays the picture on the shape; a pixel that then shows nothing is at no point."""

    def __init__(self, engine: KeptEngine) -> None:
        self.engine = engine

    def points_of(self, query: PixelQuery) -> Array:
        return self.engine.lay(query.picture, query.shape.mesh).locate(query.pixels + 0.5).points


def picture_cycles(
    gallery: Sequence[GalleryShape], config: PoseTestConfig, *, pixels: int = 32
) -> Iterator[PictureCycle]:
    for index in asked_of(gallery, config):
        shape, (start, other) = gallery[index], pictures_of(gallery, index, 2, config)
        rng = object_rng(shape.key, config.seed + 4)
        view = render_views(shape.mesh, start.pose.camera(config.size))
        rows, columns = np.nonzero(view.mask[0])
        chosen = rng.choice(len(rows), pixels, replace=len(rows) < pixels)
        at = np.stack([columns[chosen], rows[chosen]], 1)
        yield PictureCycle(shape, start, other, at, view.points[0][at[:, 1], at[:, 0]])


def evaluate_picture_cycles(
    cycles: Sequence[PictureCycle],
    ways: Mapping[str, Way],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[CycleErrors]:
    found = []
    for done, cycle in enumerate(cycles, 1):
        asked = PixelQuery(cycle.start, cycle.pixels, cycle.shown, cycle.shape, cycle.shown, "own")
        ends = (("same picture", cycle.start), ("other picture", cycle.other))
        truths = {task: true_pixels(cycle.shown, cycle.shape, picture) for task, picture in ends}
        for name, way in ways.items():
            points = way.forth.points_of(asked)
            for task, picture in ends:
                there = truths[task].shown
                if there.any():
                    errors = _ends(way.back, points[there], cycle.shape, picture, truths[task].of(there))
                    found.append(CycleErrors(matcher=name, task=task, group=cycle.shape.group, errors=errors))
        if progress:
            progress(done, len(cycles))
    return found


def evaluate_shape_cycles(
    pairs: Sequence[KnownPair],
    matchers: Mapping[str, ShapeMatcher],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[CycleErrors]:
    found = []
    for done, query in enumerate((pair.query for pair in pairs), 1):
        for name, matcher in matchers.items():
            there = matcher.points_of(query)
            back = matcher.points_of(ShapeQuery(query.target, query.source, there))
            errors = distances(back, query.points, query.source.symmetry)
            found.append(CycleErrors(matcher=name, task="shapes", group=query.source.group, errors=errors))
        if progress:
            progress(done, len(pairs))
    return found


@dataclass(frozen=True, kw_only=True)
class CycleLine:
    """In percent of the side or the diameter: what ends within 5 and 10 of where it began, and the median."""

    matcher: str
    task: str
    group: str
    asked: int
    within5: float
    within10: float
    median: float


def cycle_summary(errors: Sequence[CycleErrors]) -> list[CycleLine]:
    """A line for each task, group and matcher."""
    lines = []
    for task, group, matcher in dict.fromkeys((e.task, e.group, e.matcher) for e in errors):
        away = np.concatenate([e.errors for e in errors if (e.task, e.group, e.matcher) == (task, group, matcher)])
        within5, within10 = (100 * share_within(away, share) for share in (0.05, 0.1))
        lines.append(CycleLine(
            matcher=matcher, task=task, group=group, asked=len(away), within5=within5, within10=within10,
            median=100 * float(np.median(away)),
        ))  # fmt: skip
    return lines


def _ends(finder: PointFinder, points: Array, shape: GalleryShape, picture: PoseQuery, truth: TruePixels) -> Array:
    """(K,) how far from the truth the pixels of points (K, 3) are, some of which may be no points."""
    errors, found = np.full(len(points), LOST), np.logical_and.reduce(np.isfinite(points), axis=1)
    if found.any():
        pixels = finder.pixels_of(PointQuery(picture, shape, points[found])).pixels
        errors[found] = pixel_distances(pixels, truth.of(found), picture.picture.shape[0]).clip(max=LOST)
    return errors
