"""Which faces of a model are a part that a picture's mask shows? Of the model itself, and of another of its category.

Procedural shapes know their parts: surfaces of one name are one part, four legs as one leg. A picture shows some of it, and a mask of just
these pixels is given; asked for are all faces of that name, those behind included. Parts of which little is seen are left
out, and shapes that are all one part.

IoU is weighted by area, and hidden faces count as those that are seen. A symmetric shape may be laid on a picture in any of the turns that
leave it as it is, and what is then found is the part turned by as much: of all these turns, the one that fits best counts, the same one
for all faces of the part.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trivium.evaluation.correspondence import KeptEngine, another_of
from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, PoseTestConfig, asked_of, pictures_of
from trivium.geometry import Mesh, Views
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.shapes import Array, IntArray
from trivium.models.correspondence import boxed
from trivium.models.parts import part_of, transferred
from trivium.rendering import render_views

MIN_PIXELS = 64  # of a part that is asked for: 8 x 8 in a picture of 224 x 224
VOTERS = 8  # seen places that say whether a face is in the part
BALL_TURNS = 24  # of a ball, which has more than need to be tried
Faces = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class PartQuery:
    """A part of which a picture shows something, looked for on a shape: the one in the picture, or another of its category."""

    picture: PoseQuery
    shown: GalleryShape
    part: str
    mask: NDArray[np.bool_]  # (H, W) the pixels that show the part
    shape: GalleryShape  # that is asked for
    truth: Faces  # (T,) of it
    task: str  # "own" or "other"


@dataclass(frozen=True, kw_only=True)
class PartScore:
    matcher: str
    task: str
    group: str
    shape: str
    part: str
    iou: float


def part_queries(gallery: Sequence[GalleryShape], config: PoseTestConfig) -> Iterator[PartQuery]:
    """Each part that is seen in a picture of each procedural shape that is asked for; twice where another of its category has it."""
    for index in asked_of(gallery, config):
        shape = gallery[index]
        if shape.group == "packs" or len({surface.name for surface in shape.mesh.surfaces}) == 1:
            continue
        picture = pictures_of(gallery, index, 1, config)[0]
        other, view = another_of(shape), render_views(shape.mesh, picture.pose.camera(config.size))
        names = _names(shape.mesh)
        for part in sorted(set(names)):
            mask = view.mask[0] & (names == part)[view.triangles[0]]
            if mask.sum() < MIN_PIXELS:
                continue
            for task, asked in (("own", shape), ("other", other)):
                truth = _names(asked.mesh) == part
                if truth.any():
                    yield PartQuery(picture, shape, part, mask, asked, truth, task)


class PartMatcher(ABC):
    """Something that is asked which faces of a shape are a part."""

    tasks: tuple[str, ...] = ("own", "other")

    @abstractmethod
    def faces_of(self, query: PartQuery) -> Faces:
        """(T,) of ``query.shape.mesh.triangles``."""


class ByLaidMask(PartMatcher):
    """Lays the picture on the shape that is asked for, whichever it is."""

    def __init__(self, engine: KeptEngine) -> None:
        self.engine = engine

    def faces_of(self, query: PartQuery) -> Faces:
        return part_of(self.engine.lay(query.picture, query.shape.mesh), query.mask)


class ByTransfer(ByLaidMask):
    """The part of the shape in the picture, and from there to the other by the map between them."""

    tasks = ("other",)

    def faces_of(self, query: PartQuery) -> Faces:
        own, other = query.shown.mesh, query.shape.mesh
        laid = self.engine.lay(query.picture, own)
        return transferred(part_of(laid, query.mask), laid.known, self.engine.between(other, own))


class ByNearestSeen(PartMatcher):
    """The rival that is told the true pose: a face is in the part if the seen places nearest to it are, boxes laid on each other."""

    def faces_of(self, query: PartQuery) -> Faces:
        places, inside = _seen_places(query)
        target = query.shape.mesh
        asked = boxed(target.triangles.corners.mean(1), target.bounds)
        voters = nearest_neighbors(asked, boxed(places, query.shown.mesh.bounds), min(VOTERS, len(places)))
        return inside[voters].mean(1) > 0.5


def evaluate_parts(
    queries: Sequence[PartQuery],
    matchers: Mapping[str, PartMatcher],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[PartScore]:
    found = []
    for done, query in enumerate(queries, 1):
        for name, matcher in matchers.items():
            if query.task in matcher.tasks:
                found.append(PartScore(
                    matcher=name, task=query.task, group=query.shape.group, shape=query.shape.key, part=query.part,
                    iou=part_iou(matcher.faces_of(query), query.truth, query.shape),
                ))  # fmt: skip
        if progress:
            progress(done, len(queries))
    return found


def part_iou(found: Faces, truth: Faces, shape: GalleryShape) -> float:
    """Of the area of faces (T,), with the truth in whichever turn of the shape's symmetry fits best."""
    areas = shape.mesh.triangles.areas.astype(np.float64)
    best = 0.0
    for turned in _turned(shape):
        true = truth[turned]
        best = max(best, float(areas[found & true].sum() / max(areas[found | true].sum(), 1e-12)))
    return best


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """In percent: mean IoU over parts, the median, and parts whose IoU is half or more."""

    matcher: str
    task: str
    group: str
    shapes: int
    parts: int
    miou: float
    median: float
    over50: float


def part_summary(scores: Sequence[PartScore]) -> list[PartLine]:
    """A line for each task, group and matcher."""
    lines = []
    for task, group, matcher in dict.fromkeys((s.task, s.group, s.matcher) for s in scores):
        own = [s for s in scores if (s.task, s.group, s.matcher) == (task, group, matcher)]
        ious = 100 * np.array([s.iou for s in own])
        lines.append(PartLine(
            matcher=matcher, task=task, group=group, shapes=len({s.shape for s in own}), parts=len(own),
            miou=float(ious.mean()), median=float(np.median(ious)), over50=100 * float((ious >= 50).mean()),
        ))  # fmt: skip
    return lines


def _names(mesh: Mesh) -> NDArray[np.str_]:
    """(T,) the part of each triangle."""
    return np.array([surface.name for surface in mesh.surfaces])[mesh.triangles.surface]


def _seen_places(query: PartQuery) -> tuple[Array, NDArray[np.bool_]]:
    """(P, 3) what the picture shows, and whether it is under the mask."""
    view: Views = render_views(query.shown.mesh, query.picture.pose.camera(query.mask.shape[0]))
    return view.points[0][view.mask[0]], query.mask[view.mask[0]]


def _turned(shape: GalleryShape) -> Iterator[IntArray]:
    """(T,) for each turn of the symmetry, the triangle that lies where each triangle is turned to; the first leaves all as it is."""
    middles = shape.mesh.triangles.corners.mean(1)
    yield np.arange(len(middles))
    if shape.symmetry.trivial:
        return
    rotations = shape.symmetry.rotations()
    for turn in rotations[:: max(1, len(rotations) // BALL_TURNS)]:
        yield nearest_neighbors((middles @ turn.T).astype(np.float32), middles, 1)[:, 0]
