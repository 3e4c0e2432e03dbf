"""PASR's tables (sec. 4): which model and from where, of pictures with more and more of the object hidden.

The gallery holds procedural shapes whose seeds no model has seen, some of categories that none has seen, and the validation
packs of a collection. Each is photographed from a random pose, with random light, before a cluttered background.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trivium import procedural
from trivium.data.objects import real_objects
from trivium.data.occlusion import LEVELS, occluded_at
from trivium.data.readers.procedural_shapes import BENCHMARK_SEED
from trivium.data.samples import object_rng
from trivium.errors import TriviumError
from trivium.geometry import Mesh, Pose, rotation_error, sample_surface, unit_sphere
from trivium.geometry.symmetry import Symmetry, symmetry_of
from trivium.models.aligned import AlignedModel
from trivium.models.pasr import PASR
from trivium.models.pose_inference import PoseConfig, PoseInference
from trivium.procedural import UNSEEN
from trivium.rendering import cluttered_background, composite, photograph, random_lights, render_views
from trivium.retrieval.views import view_scores

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class PoseTestConfig:
    collection: Path | None = None  # whose validation packs join the gallery
    procedural: int = 300
    unseen_share: float = 0.1  # of them, of categories that no model was trained on
    queries: int | None = None  # of the gallery; None: one for each shape
    levels: tuple[str, ...] = tuple(LEVELS)
    size: int = 224
    seed: int = 0


@dataclass(frozen=True, eq=False)
class GalleryShape:
    """One shape of the gallery, in the unit ball."""

    key: str
    category: str
    group: str  # procedural | unseen | packs
    mesh: Mesh
    symmetry: Symmetry


@dataclass(frozen=True, eq=False)
class PoseQuery:
    """A picture of shape ``index`` of the gallery."""

    index: int
    level: str
    pose: Pose
    picture: NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one method said about one query; angles in degrees, NaN where it says nothing of poses."""

    method: str
    level: str
    group: str
    symmetric: bool
    rank: int
    category: bool  # whether the first is of the right category
    error: float  # of the pose that the first shape was given
    known: float  # the same, given the right shape


def gallery_of(config: PoseTestConfig) -> list[GalleryShape]:
    """Shapes that are broken are left out, and said."""
    names = sorted(set(procedural.CATEGORIES) - set(UNSEEN))
    rng = np.random.default_rng([config.seed, 11])
    unseen = round(config.procedural * config.unseen_share)
    chosen = rng.permutation(len(names))
    made = [(names[chosen[i % len(names)]], i // len(names), "procedural") for i in range(config.procedural - unseen)]
    made += [(sorted(UNSEEN)[i % len(UNSEEN)], i // len(UNSEEN), "unseen") for i in range(unseen)]
    shapes = []
    for name, number, group in made:
        seed = BENCHMARK_SEED + 1000 * (config.seed + 1) + number
        shapes.append(_gallery_shape(f"{name}-{seed}", name, group, procedural.generate(name, seed=seed).mesh))
    for thing in real_objects(config.collection, validation=True) if config.collection else ():
        try:
            shapes.append(_gallery_shape(thing.key, thing.category, "packs", thing.load()))
        except TriviumError as error:
            log.warning("left out: %s: %s", thing.key, error)
    return shapes


def _gallery_shape(key: str, category: str, group: str, mesh: Mesh) -> GalleryShape:
    mesh = mesh.transformed(unit_sphere(mesh))
    cloud = sample_surface(mesh, 3000, rng=np.random.default_rng(0))
    return GalleryShape(key, category, group, mesh, symmetry_of(cloud))


def pose_queries(gallery: Sequence[GalleryShape], config: PoseTestConfig) -> Iterable[PoseQuery]:
    """The same scene at every level: only what stands before the object differs."""
    rng = np.random.default_rng([config.seed, 12])
    count = len(gallery) if config.queries is None else min(config.queries, len(gallery))
    for index in sorted(rng.permutation(len(gallery))[:count].tolist()):
        shape = gallery[index]
        own = object_rng(shape.key, config.seed)
        azimuth, roll = own.uniform(0, 2 * np.pi), np.clip(own.normal(0, np.radians(5)), -0.25, 0.25)
        elevation = np.arcsin(own.uniform(np.sin(np.radians(-15)), np.sin(np.radians(65))))
        pose = Pose(float(azimuth), float(elevation), float(roll))
        view = render_views(shape.mesh, pose.camera(config.size), lights=[random_lights(own)])
        scene = composite(view.images[0], view.mask[0], cluttered_background(own, size=config.size))
        fault = int(own.integers(2**31))
        for level in config.levels:
            hidden, _ = occluded_at(
                scene, view.mask[0], level, np.random.default_rng([fault, list(LEVELS).index(level)])
            )
            yield PoseQuery(index, level, pose, photograph(hidden, np.random.default_rng(fault)))


def pose_error(found: Pose, true: Pose, symmetry: Symmetry) -> float:
    """Degrees between two poses, of all that look the same the least."""
    if symmetry.everywhere:
        return 0.0
    rotations = [p.camera(2).cam_from_world[0, :3, :3] for p in (found, true)]
    return float(np.degrees(rotation_error(rotations[0], rotations[1] @ symmetry.rotations()).min()))


class Rivals:
    """The methods that are compared, and what they know of a gallery before any query."""

    def __init__(
        self, gallery: Sequence[GalleryShape], model: PASR, rival: AlignedModel, config: PoseConfig = PoseConfig()
    ) -> None:
        self.gallery, self.model, self.rival = list(gallery), model, rival
        self.methods = {
            name: PoseInference(model.basis, model.config.raster, replace(config, steps=steps))
            for name, steps in (("initial search", 0), ("pose inference", config.steps))
        }
        self.features = [model.features_of(shape.mesh) for shape in gallery]
        self.templates = [self.methods["initial search"].templates(f) for f in self.features]
        self.views = [rival.encode_with_views(rival.prepare_shape(shape.mesh)).views for shape in gallery]

    def answers_to(self, query: PoseQuery) -> list[Answer]:
        """Of the global embedding, of PASR's search over the grid, and of PASR with test-time pose inference."""
        order = np.argsort(-view_scores(self.rival.encode_photos([query.picture]).photos, self.views), kind="stable")
        answers = [self._answer("global embedding", query, order.tolist(), None, None)]
        photo, own = self.model.map_of([query.picture])[0], query.index
        for name, method in self.methods.items():
            posed = method.infer(photo, self.features, self.templates)
            alone = method.infer(photo, [self.features[own]], [self.templates[own]])[0]
            answers.append(self._answer(name, query, [p.index for p in posed], posed[0].pose, alone.pose))
        return answers

    def _answer(self, method: str, query: PoseQuery, order: list[int], pose: Pose | None, known: Pose | None) -> Answer:
        shape, best = self.gallery[query.index], self.gallery[order[0]]
        error, alone = (np.nan if p is None else pose_error(p, query.pose, shape.symmetry) for p in (pose, known))
        return Answer(
            method=method, level=query.level, group=shape.group, symmetric=not shape.symmetry.trivial,
            rank=order.index(query.index) + 1, category=best.category == shape.category, error=error, known=alone,
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PoseLine:
    """One line of a table; in percent, and degrees for the errors."""

    method: str
    level: str
    queries: int
    top1: float
    top5: float
    category: float
    within_30: float  # Acc pi/6 of the pose that the first shape was given
    within_10: float  # Acc pi/18
    median: float
    known_within_30: float  # the same, given the right shape
    known_within_10: float
    known_median: float


def summary(
    answers: Sequence[Answer], *, poses_of: Callable[[Answer], bool] = lambda a: not a.symmetric
) -> list[PoseLine]:
    """A line for each method and level. Poses are counted where ``poses_of`` says so: of shapes without symmetry."""
    lines = []
    for method in dict.fromkeys(a.method for a in answers):
        for level in dict.fromkeys(a.level for a in answers):
            own = [a for a in answers if (a.method, a.level) == (method, level)]
            if not own:
                continue
            turned = [a for a in own if poses_of(a)]
            errors, alone = (np.array([getattr(a, name) for a in turned]) for name in ("error", "known"))
            lines.append(PoseLine(
                method=method, level=level, queries=len(own), top1=_percent(a.rank <= 1 for a in own),
                top5=_percent(a.rank <= 5 for a in own), category=_percent(a.category for a in own),
                within_30=_percent(errors <= 30), within_10=_percent(errors <= 10), median=_median(errors),
                known_within_30=_percent(alone <= 30), known_within_10=_percent(alone <= 10), known_median=_median(alone),
            ))  # fmt: skip
    return lines


def _percent(holds: Iterable[bool]) -> float:
    """NaN of nothing."""
    found = [bool(x) for x in holds]
    return 100 * sum(found) / len(found) if found else float("nan")


def _median(errors: NDArray[np.floating]) -> float:
    return float(np.median(errors)) if len(errors) else float("nan")
