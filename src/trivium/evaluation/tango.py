"""The tables of ``trivium evaluate tango``, one for each task of Tango3D: what is asked, and whom a model has to beat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from trivium.evaluation.autoencoding import Decoded, evaluate_tokens, token_summary
from trivium.evaluation.correspondence import (
    ByFeatures,
    ByLiftedPatches,
    KeptEngine,
    evaluate_pixels,
    matchers_of,
    pixel_queries,
    pixel_summary,
)
from trivium.evaluation.cycles import (
    ByLaying,
    CycleErrors,
    Way,
    cycle_summary,
    evaluate_picture_cycles,
    evaluate_shape_cycles,
    picture_cycles,
)
from trivium.evaluation.part_transfer import (
    ByLaidMask,
    ByNearestSeen,
    ByTransfer,
    PartScore,
    evaluate_parts,
    part_queries,
    part_summary,
)
from trivium.evaluation.points_in_pictures import (
    ByLikestPixel,
    ByProjection,
    PointErrors,
    PointFinder,
    evaluate_points,
    point_queries,
    point_summary,
)
from trivium.evaluation.posed_scenes import PoseTestConfig, gallery_of
from trivium.evaluation.shape_maps import (
    ByLikestPoint,
    ByPlace,
    ByPlaceInBox,
    ByShapeMap,
    MapErrors,
    ShapeMatcher,
    evaluate_maps,
    map_summary,
    shape_queries,
)
from trivium.evaluation.whole_objects import Found, evaluate_wholes, whole_summary
from trivium.models.aligned import AlignedModel
from trivium.models.correspondence import Correspondence
from trivium.models.pasr import PASR
from trivium.models.tango3d import Tango

Progress = Callable[[int, int], None] | None


@dataclass(frozen=True, eq=False)
class Models:
    """PASR's, of which the rivals are made and the engine of ``trivium match``; and Tango3D's."""

    pasr: PASR
    tango: Tango

    def engine(self) -> KeptEngine:
        return KeptEngine(Correspondence(self.pasr, self.tango))


@dataclass(frozen=True)
class Table:
    """What is measured of one seed, and the lines that errors of several seeds become.

    ``measure`` takes the configuration, the models, how many pixels or points of each picture or pair, and a progress.
    """

    measure: Callable[[PoseTestConfig, Models, int, Progress], list[Any]]
    summary: Callable[[list[Any]], list[Any]]


def finders_of(models: Models, engine: KeptEngine) -> dict[str, PointFinder]:
    """From points to pixels."""
    return {
        "tango": ByLikestPixel(ByFeatures(models.tango)), "point features": ByLikestPixel(ByFeatures(models.pasr)),
        "lifted patches": ByLikestPixel(ByLiftedPatches(models.pasr)),
        "by pose": ByProjection(engine),
    }  # fmt: skip


def shape_matchers_of(models: Models, engine: KeptEngine) -> dict[str, ShapeMatcher]:
    """From shape to shape."""
    return {
        "tango": ByLikestPoint(ByFeatures(models.tango)), "point features": ByLikestPoint(ByFeatures(models.pasr)),
        "lifted patches": ByLikestPoint(ByLiftedPatches(models.pasr)),
        "nearest place": ByPlace(),
        "nearest place, boxes laid on each other": ByPlaceInBox(), "boxes, features and place": ByShapeMap(engine),
    }  # fmt: skip


def _pixels(config: PoseTestConfig, models: Models, points: int, progress: Progress) -> list[Any]:
    asked = list(pixel_queries(gallery_of(config), config, pixels=points))
    return evaluate_pixels(asked, matchers_of(models.pasr, models.tango), progress=progress)


def _reverse(config: PoseTestConfig, models: Models, points: int, progress: Progress) -> list[PointErrors]:
    asked = list(point_queries(gallery_of(config), config, points=points))
    return evaluate_points(asked, finders_of(models, models.engine()), progress=progress)


def _cycle(config: PoseTestConfig, models: Models, points: int, progress: Progress) -> list[CycleErrors]:
    gallery, engine = gallery_of(config), models.engine()
    forth = {
        "tango": ByFeatures(models.tango), "point features": ByFeatures(models.pasr),
        "lifted patches": ByLiftedPatches(models.pasr), "by pose": ByLaying(engine),
    }  # fmt: skip
    ways = {name: Way(forth[name], finder) for name, finder in finders_of(models, engine).items()}
    pictures = list(picture_cycles(gallery, config, pixels=points))
    pairs = list(shape_queries(gallery, config, points=points))
    return [
        *evaluate_picture_cycles(pictures, ways, progress=progress),
        *evaluate_shape_cycles(pairs, shape_matchers_of(models, engine), progress=progress),
    ]


def _parts(config: PoseTestConfig, models: Models, _: int, progress: Progress) -> list[PartScore]:
    engine = models.engine()
    matchers = {
        "by pose": ByLaidMask(engine), "by pose, then shape to shape": ByTransfer(engine),
        "true pose, nearest place": ByNearestSeen(),
    }  # fmt: skip
    return evaluate_parts(list(part_queries(gallery_of(config), config)), matchers, progress=progress)


def _shapes(config: PoseTestConfig, models: Models, points: int, progress: Progress) -> list[MapErrors]:
    pairs = list(shape_queries(gallery_of(config), config, points=points))
    return evaluate_maps(pairs, shape_matchers_of(models, models.engine()), progress=progress)


def _whole(config: PoseTestConfig, models: Models, _: int, progress: Progress) -> list[Found]:
    whole: dict[str, AlignedModel] = {"tango": models.tango, "mini": models.tango.mini}
    return evaluate_wholes(gallery_of(config), config, whole, progress=progress)


def _tokens(config: PoseTestConfig, models: Models, _: int, progress: Progress) -> list[Decoded]:
    return evaluate_tokens(gallery_of(config), config, models.tango, progress=progress)


TABLES = {
    "pixels": Table(_pixels, pixel_summary),
    "reverse": Table(_reverse, point_summary),
    "cycle": Table(_cycle, cycle_summary),
    "parts": Table(_parts, part_summary),
    "shapes": Table(_shapes, map_summary),
    "whole": Table(_whole, whole_summary),
    "tokens": Table(_tokens, token_summary),
}
