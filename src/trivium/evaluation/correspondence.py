"""Which point of a model does a pixel show? Of the model itself, and of another of its category (Tango3D's dense tasks).

Pictures are those of PASR's tables. What a pixel shows is known by ray casting, and where that is on another procedural shape of the
category by its parts (``procedural.correspondence``). Distances are Euclidean, in diameters of the unit ball, and of all
places that a shape's symmetry makes alike the nearest counts.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import grid_sample, normalize

from trivium import procedural
from trivium.data.samples import object_rng
from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, PoseTestConfig, gallery_shape, pose_queries
from trivium.geometry import Mesh, Pose, sample_surface
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.shapes import Array, IntArray
from trivium.geometry.symmetry import Symmetry
from trivium.metrics import share_within
from trivium.models.correspondence import Correspondence, KnownShape, LaidPhoto, ShapeMap
from trivium.models.framing import Picture
from trivium.models.pasr import PASR
from trivium.models.pose_inference import PoseInference
from trivium.models.preprocess import picture_tensor
from trivium.models.tango3d import Tango
from trivium.procedural.correspondence import corresponding_points
from trivium.rendering import render_views

DIAMETER = 2.0
OTHER_SEED = 500_000  # beyond that of the shape itself: another of its category
LIFTED_FROM = tuple(Pose(a, e) for e in (-0.2, 0.35, 0.9) for a in np.arange(8) * np.pi / 4)
LIFTED_POINTS = 4096


@dataclass(frozen=True, eq=False)
class PixelQuery:
    """Pixels of one picture, and where they are on a shape: the one that it shows, or another of its category."""

    picture: PoseQuery
    pixels: IntArray  # (K, 2) column and row
    shown: Array  # (K, 3) of the shape in the picture
    shape: GalleryShape  # that is asked for
    truth: Array  # (K, 3) of it
    task: str  # "own" or "other"


@dataclass(frozen=True, kw_only=True)
class PixelErrors:
    """What one matcher said of one query: (K,) distances in diameters."""

    matcher: str
    task: str
    group: str
    errors: Array


def pixel_queries(gallery: Sequence[GalleryShape], config: PoseTestConfig, *, pixels: int = 32) -> Iterator[PixelQuery]:
    """For each picture that PASR is asked about, pixels of the object that are seen; twice where there is another of its category."""
    for query in pose_queries(gallery, config):
        shape = gallery[query.index]
        rng = object_rng(shape.key, config.seed + 1)
        view = render_views(shape.mesh, query.pose.camera(query.picture.shape[0]))
        rows, columns = np.nonzero(view.mask[0])
        chosen = rng.choice(len(rows), pixels, replace=len(rows) < pixels)
        at = np.stack([columns[chosen], rows[chosen]], 1)
        shown = view.points[0][at[:, 1], at[:, 0]]
        yield PixelQuery(query, at, shown, shape, shown, "own")
        if shape.group == "packs":
            continue
        other = another_of(shape)
        truth = corresponding_points(
            shape.mesh, view.triangles[0][at[:, 1], at[:, 0]].astype(int), shown, other.mesh, rng=rng
        )
        there = np.isfinite(truth).all(1)
        if there.any():
            yield PixelQuery(query, at[there], shown[there], other, truth[there], "other")


def another_of(shape: GalleryShape) -> GalleryShape:
    """Another procedural shape of the category."""
    seed = int(shape.key.rsplit("-", 1)[1]) + OTHER_SEED
    mesh = procedural.generate(shape.category, seed=seed).mesh
    return gallery_shape(f"{shape.category}-{seed}", shape.category, shape.group, mesh)


class Matcher(ABC):
    """Something that is asked where on a shape a pixel is."""

    @abstractmethod
    def points_of(self, query: PixelQuery) -> Array:
        """(K, 3)"""


class Alike(Matcher):
    """The point whose feature is most like the pixel's."""

    @abstractmethod
    def map_of(self, picture: Picture) -> Tensor:
        """(1, D, G, G) features of a square picture."""

    @abstractmethod
    def features_of(self, mesh: Mesh) -> tuple[Array, Tensor]:
        """Points (N, 3) and unit features (N, D)."""

    def points_of(self, query: PixelQuery) -> Array:
        seen = at_pixels(self.map_of(query.picture.picture), query.pixels, query.picture.picture.shape[0])
        points, features = self.features_of(query.shape.mesh)
        return points[(seen @ features.T).argmax(1).numpy()]


class ByFeatures(Alike):
    """By those that a model has learned for both sides."""

    def __init__(self, model: PASR | Tango) -> None:
        self.model = model

    def map_of(self, picture: Picture) -> Tensor:
        return self.model.map_of([picture])

    def features_of(self, mesh: Mesh) -> tuple[Array, Tensor]:
        known = self.model.features_of(mesh)
        return known.points, normalize(torch.from_numpy(known.features).float(), dim=1)


class ByLiftedPatches(Alike):
    """The rival that learned nothing of points: raw patches of renderings, put back onto the points that they show.

    The patches are those of PASR's image tower before they are projected: what Tango3D stands on, too.
    """

    def __init__(self, model: PASR) -> None:
        self.model = model

    @torch.inference_mode()
    def map_of(self, picture: Picture) -> Tensor:
        return self.model.tower.tokens(picture_tensor([picture], self.model.config.input)).float()  # type: ignore[operator]

    def features_of(self, mesh: Mesh) -> tuple[Array, Tensor]:
        size = self.model.config.input.image_size
        points = sample_surface(mesh, LIFTED_POINTS, rng=np.random.default_rng(0)).points
        total = torch.zeros(len(points), self.map_of(np.zeros((size, size, 3), np.uint8)).shape[1])
        for pose in LIFTED_FROM:
            camera = pose.camera(size)
            view = render_views(mesh, camera)
            pixels, depth = (x[0] for x in camera.project(points))
            at = np.floor(pixels).astype(int).clip(0, size - 1)
            seen = np.flatnonzero(np.abs(view.depth[0][at[:, 1], at[:, 0]] - depth) < 0.03)
            total[seen] += at_pixels(self.map_of(view.images[0]), at[seen], size)
        return points, normalize(total, dim=1)


class ByPose(Matcher):
    """The pose that explains the picture, and what a ray through the pixel hits then."""

    def __init__(self, model: PASR) -> None:
        self.model, self.inference = model, PoseInference(model.basis, model.config.raster)

    def points_of(self, query: PixelQuery) -> Array:
        known = self.model.features_of(query.shape.mesh)
        photo = self.model.map_of([query.picture.picture])[0]
        pose = self.inference.infer(photo, [known], [self.inference.templates(known)])[0].pose
        view = render_views(query.shape.mesh, pose.camera(query.picture.picture.shape[0]))
        rows, columns = np.nonzero(view.mask[0])
        hit = np.stack([columns, rows], 1).astype(np.float32)
        nearest = nearest_neighbors(query.pixels.astype(np.float32), hit, 1)[:, 0]
        return view.points[0][rows[nearest], columns[nearest]]


class KeptEngine:
    """An engine that keeps what it made last: protocols ask much of a few shapes and pictures."""

    def __init__(self, engine: Correspondence) -> None:
        self.engine = engine
        self.know: Callable[[Mesh], KnownShape] = lru_cache(maxsize=4)(engine.know)
        self._lay = lru_cache(maxsize=4)(lambda picture, mesh: engine.lay(picture.picture, self.know(mesh)))
        self._between = lru_cache(maxsize=4)(
            lambda source, target: engine.between(self.know(source), self.know(target))
        )

    def lay(self, picture: PoseQuery, mesh: Mesh) -> LaidPhoto:
        """The picture on the mesh; the engine sees no more of the query than its pixels."""
        return self._lay(picture, mesh)

    def between(self, source: Mesh, target: Mesh) -> ShapeMap:
        return self._between(source, target)


class ByTruePlace(Matcher):
    """The rival that is told the true pose: the point at the nearest place of the normalized shape."""

    def points_of(self, query: PixelQuery) -> Array:
        points = sample_surface(query.shape.mesh, LIFTED_POINTS, rng=np.random.default_rng(0)).points
        return points[nearest_neighbors(query.shown, points, 1)[:, 0]]


def matchers_of(model: PASR, tango: Tango) -> dict[str, Matcher]:
    """The learned space, and whom it has to beat."""
    return {
        "tango": ByFeatures(tango), "point features": ByFeatures(model), "lifted patches": ByLiftedPatches(model), "by pose": ByPose(model),
        "true pose, nearest place": ByTruePlace(),
    }  # fmt: skip


def at_pixels(maps: Tensor, pixels: IntArray, size: int) -> Tensor:
    """(K, D) unit features of a map (1, D, G, G) at pixels (K, 2) of a picture of ``size`` pixels, interpolated."""
    places = torch.from_numpy((pixels.astype(np.float32) + 0.5) * (2 / size) - 1)
    return normalize(grid_sample(maps, places[None, :, None], align_corners=False)[0, :, :, 0].T, dim=1)


def errors_of(found: Array, query: PixelQuery) -> Array:
    """(K,) distances in diameters, to the nearest of all places that the shape's symmetry makes alike."""
    return distances(found, query.truth, query.shape.symmetry)


def distances(found: Array, truth: Array, symmetry: Symmetry) -> Array:
    """(K,) from points (K, 3) to those that are true, or what a symmetry makes of them, in diameters of the unit ball."""
    if symmetry.everywhere:  # a ball: how far from its middle is all there is to say
        return np.abs(np.linalg.norm(found, axis=1) - np.linalg.norm(truth, axis=1)) / DIAMETER
    alike = np.einsum("gij,kj->gki", symmetry.rotations(), truth)
    return np.linalg.norm(found - alike, axis=2).min(0) / DIAMETER


def evaluate_pixels(
    queries: Sequence[PixelQuery],
    matchers: Mapping[str, Matcher],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[PixelErrors]:
    found = []
    for done, query in enumerate(queries, 1):
        for name, matcher in matchers.items():
            errors = errors_of(matcher.points_of(query), query)
            found.append(PixelErrors(matcher=name, task=query.task, group=query.shape.group, errors=errors))
        if progress:
            progress(done, len(queries))
    return found


@dataclass(frozen=True, kw_only=True)
class PixelLine:
    """PCK in percent: pixels whose point is within a share of the diameter; the median in percent of it."""

    matcher: str
    task: str
    group: str
    pixels: int
    pck2: float
    pck5: float
    pck10: float
    median: float


def pixel_summary(errors: Sequence[PixelErrors]) -> list[PixelLine]:
    """A line for each task, group and matcher."""
    lines = []
    for task, group, matcher in dict.fromkeys((e.task, e.group, e.matcher) for e in errors):
        own = np.concatenate([e.errors for e in errors if (e.task, e.group, e.matcher) == (task, group, matcher)])
        pck2, pck5, pck10 = (100 * share_within(own, share) for share in (0.02, 0.05, 0.1))
        lines.append(PixelLine(
            matcher=matcher, task=task, group=group, pixels=len(own), pck2=pck2, pck5=pck5, pck10=pck10,
            median=100 * float(np.median(own)),
        ))  # fmt: skip
    return lines
