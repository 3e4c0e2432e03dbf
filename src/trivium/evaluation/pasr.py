"""PASR's tables (sec. 4): which model and from where, of pictures with more and more of the object hidden.

What is asked is in ``posed_scenes``; here is who is asked, and how the answers are counted.
"""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, pose_error
from trivium.geometry import Pose, PoseGrid
from trivium.models.aligned import AlignedModel
from trivium.models.pasr import PASR
from trivium.models.pose_inference import PAPER, PoseConfig, PoseInference, Templates
from trivium.retrieval.rerank import RERANKED, with_pose
from trivium.retrieval.views import view_scores

SEARCHES = {"initial search": PoseConfig(refined=0), "pose inference": PoseConfig()}


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

    def to_json(self) -> dict[str, Any]:
        """What there is no number for is null."""
        return _plain(asdict(self))


class Known:
    """What a model knows of a gallery before any query; methods of one model share it."""

    def __init__(self, model: PASR, gallery: Sequence[GalleryShape]) -> None:
        self.model = model
        self.features = [model.features_of(shape.mesh) for shape in gallery]
        self._templates: dict[str, list[Templates]] = {}

    def templates(self, inference: PoseInference) -> list[Templates]:
        name = inference.config.digest
        if name not in self._templates:
            self._templates[name] = [inference.templates(f) for f in self.features]
        return self._templates[name]


class Method(ABC):
    """Something that is asked which shape of a gallery a picture shows, and from where."""

    @abstractmethod
    def order(self, picture: NDArray[np.uint8]) -> tuple[list[int], Pose | None]:
        """All shapes, the best first, and the pose that the first is seen in, for methods that know of poses."""

    def pose_of(self, picture: NDArray[np.uint8], index: int) -> Pose | None:
        """The pose, given the right shape."""
        return None


class GlobalEmbedding(Method):
    """A photo's row among the rows of the shapes' views."""

    def __init__(self, model: AlignedModel, gallery: Sequence[GalleryShape]) -> None:
        self.model = model
        self.views = [model.encode_with_views(model.prepare_shape(shape.mesh)).views for shape in gallery]

    def scores(self, picture: NDArray[np.uint8]) -> NDArray[np.floating]:
        return view_scores(self.model.encode_photos([picture]).photos, self.views)

    def order(self, picture: NDArray[np.uint8]) -> tuple[list[int], Pose | None]:
        return np.argsort(-self.scores(picture), kind="stable").tolist(), None


class BySynthesis(Method):
    """PASR among all shapes."""

    def __init__(self, known: Known, config: PoseConfig) -> None:
        self.known, self.inference = known, PoseInference(known.model.basis, known.model.config.raster, config)
        self.templates = known.templates(self.inference)

    def order(self, picture: NDArray[np.uint8]) -> tuple[list[int], Pose | None]:
        posed = self.inference.infer(self.known.model.map_of([picture])[0], self.known.features, self.templates)
        return [p.index for p in posed], posed[0].pose

    def pose_of(self, picture: NDArray[np.uint8], index: int) -> Pose:
        photo = self.known.model.map_of([picture])[0]
        return self.inference.infer(photo, [self.known.features[index]], [self.templates[index]])[0].pose


class GlobalThenPose(Method):
    """What ``Library.search(rerank="pose")`` does, with pictures that are cut already: the first by the global embedding,
    ordered by both scores."""

    def __init__(self, first: GlobalEmbedding, second: BySynthesis) -> None:
        self.first, self.second = first, second

    def order(self, picture: NDArray[np.uint8]) -> tuple[list[int], Pose | None]:
        whole, known = self.first.scores(picture), self.second.known
        order = np.argsort(-whole, kind="stable")
        near, rest = order[:RERANKED], order[RERANKED:]
        posed = self.second.inference.infer(
            known.model.map_of([picture])[0],
            [known.features[i] for i in near],
            [self.second.templates[i] for i in near],
        )
        both = [(with_pose(float(whole[near[p.index]]), p.score), p) for p in posed]
        both.sort(key=lambda pair: -pair[0])
        return [int(near[p.index]) for _, p in both] + rest.tolist(), both[0][1].pose


def answers_to(query: PoseQuery, gallery: Sequence[GalleryShape], methods: Mapping[str, Method]) -> list[Answer]:
    shape, answers = gallery[query.index], []
    for name, method in methods.items():
        order, pose = method.order(query.picture)
        known = method.pose_of(query.picture, query.index)
        error, alone = (np.nan if p is None else pose_error(p, query.pose, shape.symmetry) for p in (pose, known))
        answers.append(Answer(
            method=name, level=query.level, group=shape.group, symmetric=not shape.symmetry.trivial,
            rank=order.index(query.index) + 1, category=gallery[order[0]].category == shape.category,
            error=error, known=alone,
        ))  # fmt: skip
    return answers


def models_methods(gallery: Sequence[GalleryShape], model: PASR, rival: AlignedModel) -> dict[str, Method]:
    """Tables 9 and 10: what a model with another tower or other stages finds."""
    known = Known(model, gallery)
    return {name: BySynthesis(known, config) for name, config in SEARCHES.items()}


def main_methods(gallery: Sequence[GalleryShape], model: PASR, rival: AlignedModel) -> dict[str, Method]:
    """Tables 1 to 6: both searches, with and without pose inference, and what a library does."""
    whole, own = GlobalEmbedding(rival, gallery), models_methods(gallery, model, rival)
    inference = own["pose inference"]
    assert isinstance(inference, BySynthesis)
    return {"global embedding": whole, **own, "re-ranked by pose": GlobalThenPose(whole, inference)}


def steps_methods(gallery: Sequence[GalleryShape], model: PASR, rival: AlignedModel) -> dict[str, Method]:
    """Table 7."""
    known = Known(model, gallery)
    paper = {f"{n} steps, the paper's": replace(PAPER, steps=n) for n in (10, 20, 30, 50)}
    ours = {f"{n} steps": replace(PoseConfig(), steps=n) for n in (0, 10, 50)}
    configs = {"initial search": SEARCHES["initial search"]} | paper | ours
    return {name: BySynthesis(known, config) for name, config in configs.items()}


def poses_methods(gallery: Sequence[GalleryShape], model: PASR, rival: AlignedModel) -> dict[str, Method]:
    """Table 8: the initial search over more and fewer poses."""
    known = Known(model, gallery)
    grids = [PoseGrid(elevations=e, azimuths=a, rolls=r) for e, a, r in ((2, 6, 2), (3, 9, 3), (4, 12, 4), (6, 18, 6))]
    return {f"{len(grid)} poses": BySynthesis(known, replace(PoseConfig(), grid=grid, refined=0)) for grid in grids}


TABLES = {"main": main_methods, "steps": steps_methods, "poses": poses_methods, "models": models_methods}


def methods_of(
    table: str, gallery: Sequence[GalleryShape], models: Mapping[str, PASR], rival: AlignedModel
) -> dict[str, Method]:
    """The lines of one of ``TABLES``; those of several models carry their names."""
    methods = {}
    for name, model in models.items():
        for method, own in TABLES[table](gallery, model, rival).items():
            methods[f"{name}: {method}" if len(models) > 1 else method] = own
    return methods


def evaluate_pasr(
    gallery: Sequence[GalleryShape],
    queries: Sequence[PoseQuery],
    methods: Mapping[str, Method],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Answer]:
    """What each method says of each query."""
    answers = []
    for done, query in enumerate(queries, 1):
        answers += answers_to(query, gallery, methods)
        if progress:
            progress(done, len(queries))
    return answers


@dataclass(frozen=True, kw_only=True)
class PoseLine:
    """One line of a table; in percent, and degrees for the errors."""

    method: str
    level: str
    group: str  # of the shapes that were asked for
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

    def to_json(self) -> dict[str, Any]:
        """What there is no number for is null."""
        return _plain(asdict(self))


def summary(
    answers: Sequence[Answer],
    *,
    by_group: bool = False,
    poses_of: Callable[[Answer], bool] = lambda a: not a.symmetric,
) -> list[PoseLine]:
    """A line for each method and level, of all queries, and then of each group. Poses are counted where ``poses_of`` says
    so: of shapes without symmetry."""
    groups = ["all", *(dict.fromkeys(a.group for a in answers) if by_group else ())]
    methods, levels = (dict.fromkeys(getattr(a, name) for a in answers) for name in ("method", "level"))
    lines = []
    for group, method, level in itertools.product(groups, methods, levels):
        own = [a for a in answers if (a.method, a.level) == (method, level) and group in ("all", a.group)]
        if not own:
            continue
        turned = [a for a in own if poses_of(a)]
        errors, alone = (np.array([getattr(a, name) for a in turned]) for name in ("error", "known"))
        errors, alone = errors[~np.isnan(errors)], alone[~np.isnan(alone)]  # not of methods that know no poses
        lines.append(PoseLine(
            method=method, level=level, group=group, queries=len(own), top1=_percent(a.rank <= 1 for a in own),
            top5=_percent(a.rank <= 5 for a in own), category=_percent(a.category for a in own),
            within_30=_percent(errors <= 30), within_10=_percent(errors <= 10), median=_median(errors),
            known_within_30=_percent(alone <= 30), known_within_10=_percent(alone <= 10), known_median=_median(alone),
        ))  # fmt: skip
    return lines


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {k: None if isinstance(v, float) and np.isnan(v) else v for k, v in values.items()}


def _percent(holds: Iterable[bool]) -> float:
    """NaN of nothing."""
    found = [bool(x) for x in holds]
    return 100 * sum(found) / len(found) if found else float("nan")


def _median(errors: NDArray[np.floating]) -> float:
    return float(np.median(errors)) if len(errors) else float("nan")
