"""Which shape is it, as a whole? Of a picture among shapes, and of another shape of its category (Tango3D's global descriptors).

Pictures are those of PASR's tables, nothing hidden. A shape is asked for by another of its category with a seed of its own: what comes first
is right if it is of the category.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from trivium.evaluation.correspondence import another_of
from trivium.evaluation.posed_scenes import GalleryShape, PoseTestConfig, asked_of, pose_queries
from trivium.models.aligned import AlignedModel
from trivium.retrieval.views import view_scores


@dataclass(frozen=True, kw_only=True)
class Found:
    """At which place, from 0, a model found what was asked for."""

    model: str
    task: str  # "photo to shape" or "shape to shape"
    place: int


@dataclass(frozen=True, kw_only=True)
class WholeLine:
    """Recall in percent."""

    task: str
    model: str
    queries: int
    r1: float
    r5: float


def evaluate_wholes(
    gallery: Sequence[GalleryShape],
    config: PoseTestConfig,
    models: Mapping[str, AlignedModel],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Found]:
    pictures = list(pose_queries(gallery, config))
    others = [another_of(gallery[i]) for i in asked_of(gallery, config) if gallery[i].group != "packs"]
    categories, found = np.array([shape.category for shape in gallery]), []
    for done, (name, model) in enumerate(models.items(), 1):
        known = [model.encode_with_views(model.prepare_shape(shape.mesh)) for shape in gallery]
        views, rows = [k.views for k in known], np.stack([k.row for k in known])
        for query in pictures:
            scores = view_scores(model.encode_photos([query.picture]).photos, views)
            place = int(np.flatnonzero(np.argsort(-scores, kind="stable") == query.index)[0])
            found.append(Found(model=name, task="photo to shape", place=place))
        for other in others:
            order = np.argsort(-(rows @ model.encode_shapes([other.mesh])[0]), kind="stable")
            place = int(np.flatnonzero(categories[order] == other.category)[0])
            found.append(Found(model=name, task="shape to shape", place=place))
        if progress:
            progress(done, len(models))
    return found


def whole_summary(found: Sequence[Found]) -> list[WholeLine]:
    """A line for each task and model."""
    lines = []
    for task, model in dict.fromkeys((f.task, f.model) for f in found):
        places = np.array([f.place for f in found if (f.task, f.model) == (task, model)])
        r1, r5 = (100 * float((places < k).mean()) for k in (1, 5))
        lines.append(WholeLine(task=task, model=model, queries=len(places), r1=r1, r5=r5))
    return lines
