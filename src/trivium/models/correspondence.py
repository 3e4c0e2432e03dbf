"""Places that are the same: of a photo and a shape, and of two shapes (the dense tasks of Tango3D).

A patch of a photo says little of where on an object it is; all of them together say where the whole object is. So a photo is laid
on a shape first, in the pose that explains all of its patches (PASR); what a pixel shows is then a matter of rays. Two shapes are laid on
each other by their boxes, and points are matched by their features near the place where they would then be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import grid_sample, normalize

from trivium.errors import WeightsError
from trivium.geometry import Shape, Views, normalized
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.shapes import Array, IntArray
from trivium.models.clicks import Growth, SeenSquare, grown
from trivium.models.framing import Box, PhotoPose, Picture, posed_in
from trivium.models.pasr import PASR, PointFeatures, drawn
from trivium.models.pose_inference import PoseInference, Templates
from trivium.models.tango3d import Tango
from trivium.rendering import render_views

VIEW = 256  # pixels that a photo's square is traced with
GROWN = 128  # pixels of the square in which a click grows
BESIDE = 0.03  # of the square: a pixel that misses the shape by less means its edge
HEAT_RADIUS = 0.2  # of the unit ball, around the point that a pixel shows
PLACE_RADIUS = 0.25  # of half a box: how far from where its box says a point's partner may be
FEATURE_SHARPNESS = 2.0  # times the cosine
TURN_SHARPNESS = 10.0  # the same while a turn is looked for: features know the front from the back, boxes hardly
TURNS = 8  # around the vertical, in which two shapes are tried on each other
COARSE = 512  # points, to choose the turn


@dataclass(frozen=True, eq=False)
class KnownShape:
    """What matching needs of a shape, made once."""

    shape: Shape  # in the unit ball
    features: PointFeatures  # PASR's: how it looks from anywhere
    places: PointFeatures  # Tango3D's: which places of two shapes, or of a photo and a shape, are the same
    templates: Templates
    made_by: str  # the fingerprints of both models: what others made cannot be compared


@dataclass(frozen=True, eq=False)
class Located:
    """Where on a shape pixels are: (K,) each, and (K, 3); NaN and -1 where a pixel does not show the shape."""

    points: Array  # in the unit ball
    triangles: IntArray
    scores: Array  # how well photo and shape agree there, -1 to 1; 0 beside the shape

    @property
    def there(self) -> NDArray[np.bool_]:
        return self.triangles >= 0


@dataclass(frozen=True, eq=False)
class Projected:
    """Where in a photo points are: pixels (K, 2), and whether they are seen there (K,), and not hidden by the shape itself or outside."""

    pixels: Array
    visible: NDArray[np.bool_]


class LaidPhoto:
    """A photo laid on a shape: what each of its pixels shows."""

    def __init__(self, photo: Picture, known: KnownShape, seen: PhotoPose, view: Views, places: Array, fit: Array):
        self.photo, self.known, self.seen, self._view = photo, known, seen, view
        self._places, self._fit = places, fit  # (D, G, G) of Tango3D and (G, G) of PASR, of the square

    def locate(self, pixels: Array) -> Located:
        """What pixels (K, 2), as x and y, show; the middle of the first is (0.5, 0.5)."""
        at = self._in_square(pixels)
        rows, columns = np.nonzero(self._view.mask[0])
        points, triangles = np.full((len(at), 3), np.nan, np.float32), np.full(len(at), -1)
        scores = np.zeros(len(at), np.float32)
        if len(rows):
            shown = ((np.stack([columns, rows], 1) + 0.5) / VIEW).astype(np.float32)
            nearest = nearest_neighbors(at, shown, 1)[:, 0]
            near = np.linalg.norm(at - shown[nearest], axis=1) < BESIDE
            hit = rows[nearest[near]], columns[nearest[near]]
            points[near], triangles[near] = self._view.points[0][hit], self._view.triangles[0][hit]
            scores[near] = _sampled(self._fit[None], shown[nearest[near]])[:, 0]
        return Located(points, triangles, scores)

    def project(self, points: Array) -> Projected:
        """Where points (K, 3) of the unit ball are in the photo."""
        square, camera = self.seen.framing, self.seen.pose.camera(VIEW)
        pixels, depth = (x[0] for x in camera.project(points))
        at = np.floor(pixels).astype(int)
        inside = ((at >= 0) & (at < VIEW)).all(1)
        column, row = at.clip(0, VIEW - 1).T
        around = np.stack([
            self._view.depth[0][(row + y).clip(0, VIEW - 1), (column + x).clip(0, VIEW - 1)] for y in (-1, 0, 1) for x in (-1, 0, 1)
        ])  # fmt: skip
        pixel = depth / float(camera.focal[0])  # how large one is there
        seen = np.abs(around - depth).min(0) < pixel + 0.003
        own = pixels / VIEW * square.side + [square.left, square.top]
        height, width = self.photo.shape[:2]
        within = ((own >= 0) & (own < [width, height])).all(1)
        return Projected(own.astype(np.float32), inside & within & seen)

    def heat(self, pixel: Array) -> Array:
        """(N,) how much each point of ``known.places`` looks like the place that a pixel (2,) shows: 0 to 1, around that place."""
        located = self.locate(np.asarray(pixel, np.float32)[None])
        if not located.there[0]:
            return np.zeros(len(self.known.places.points), np.float32)
        feature = _sampled(self._places, self._in_square(np.asarray(pixel, np.float32)[None]))[0]
        alike = unit(self.known.places) @ (feature / max(float(np.linalg.norm(feature)), 1e-9))
        away = np.linalg.norm(self.known.places.points - located.points[0], axis=1)
        heat = np.exp(alike - 1) * np.exp(-0.5 * (away / HEAT_RADIUS) ** 2)
        return (heat / heat.max()).astype(np.float32)

    @property
    def shown(self) -> tuple[Array, IntArray]:
        """(P, 2) places in the photo, evenly over all of the shape that is seen, and the triangle that each shows."""
        rows, columns = np.nonzero(self._view.mask[0])
        square = self.seen.framing
        at = (np.stack([columns, rows], 1) + 0.5) / VIEW * square.side + [square.left, square.top]
        return at.astype(np.float32), self._view.triangles[0][rows, columns].astype(np.int64)

    def grown(self, pixels: Array, growth: Growth = Growth()) -> NDArray[np.bool_]:
        """(H, W) the parts of the object that pixels (K, 2), as x and y, are on; see ``models.clicks``."""
        square, every = self.seen.framing, slice(VIEW // GROWN // 2, None, VIEW // GROWN)
        there, points, normals = (x[0][every, every] for x in (self._view.mask, self._view.points, self._view.normals))
        features = np.zeros((*there.shape, self.known.features.features.shape[1]), np.float32)
        nearest = nearest_neighbors(points[there], self.known.features.points, 1)[:, 0]
        features[there] = unit(self.known.features)[nearest]
        seen = SeenSquare(square.cut(self.photo, GROWN), there, points, normals, features)
        at = np.floor(self._in_square(pixels) * GROWN).astype(int).clip(0, GROWN - 1)
        part = grown(seen, at, growth)
        height, width = self.photo.shape[:2]
        columns, rows = (
            np.floor((np.arange(count) + 0.5 - start) / square.side * GROWN).astype(int)
            for count, start in ((width, square.left), (height, square.top))
        )
        inside = ((rows >= 0) & (rows < GROWN))[:, None] & ((columns >= 0) & (columns < GROWN))
        return part[rows.clip(0, GROWN - 1)][:, columns.clip(0, GROWN - 1)] & inside

    def _in_square(self, pixels: Array) -> Array:
        """(K, 2) from 0 to 1 within the square that was compared."""
        square = self.seen.framing
        return ((np.asarray(pixels, np.float32) - [square.left, square.top]) / square.side).astype(np.float32)


class Correspondence:
    """Lays photos on shapes, and shapes on each other."""

    def __init__(self, model: PASR, tango: Tango) -> None:
        self.model, self.tango = model, tango
        self.inference = PoseInference(model.basis, model.config.raster)
        self.fingerprint = f"{model.fingerprint} {tango.fingerprint}"

    def know(self, shape: Shape) -> KnownShape:
        """
        Raises:
            ShapeError: too few points, a mesh without area, coordinates that are not finite.
        """
        features = self.model.features_of(shape)
        places, templates = self.tango.features_of(shape), self.inference.templates(features)
        return KnownShape(normalized(shape), features, places, templates, self.fingerprint)

    def lay(self, photo: Picture, known: KnownShape, *, box: Box | None = None) -> LaidPhoto:
        """The photo (H, W, 3) in the pose that explains it best.

        Args:
            box: where in the photo: left, top, right, bottom in pixels; all of it if not given.

        Raises:
            WeightsError: other weights than these made ``known``.
        """
        self._check(known)
        seen = posed_in(photo, self.model, self.inference, [known.features], [known.templates], box=box)[0]
        features = self.model.map_of([seen.framing.cut(photo, self.model.config.input.image_size)])[0]
        angles = torch.tensor([[seen.pose.azimuth, seen.pose.elevation, seen.pose.roll]], dtype=torch.float32)
        points, values = (torch.from_numpy(x)[None].float() for x in (known.features.points, known.features.features))
        raster = self.model.config.raster
        with torch.inference_mode():
            maps, drawn_at = drawn(points, values, angles, raster, fov=seen.pose.fov, margin=seen.pose.margin)
            fit = (features * normalize(maps, dim=1)[0]).sum(0) * drawn_at[0]
        places = self.tango.map_of([seen.framing.cut(photo, self.tango.config.input.image_size)])[0]
        view = render_views(known.shape, seen.pose.camera(VIEW))
        return LaidPhoto(photo, known, seen, view, places.numpy(), fit.numpy())

    def between(self, source: KnownShape, target: KnownShape) -> ShapeMap:
        """Which point of ``target`` is each point of ``source``.

        Raises:
            WeightsError: other weights than these made one of them.
        """
        self._check(source)
        self._check(target)
        mine, theirs = source.places, target.places
        some = np.random.default_rng(0).permutation(len(mine.points))[:COARSE]
        others = np.random.default_rng(1).permutation(len(theirs.points))[: 2 * COARSE]
        boxes, features, own = boxed(theirs.points), unit(theirs), unit(mine)
        turns = [boxed(mine.points @ turn.T) for turn in map(turn_of, np.arange(TURNS) * 360 / TURNS)]
        fits = [_partners(t[some], own[some], boxes[others], features[others], TURN_SHARPNESS)[1].mean() for t in turns]
        best = int(np.argmax(fits))
        partner, score = _partners(turns[best], own, boxes, features, FEATURE_SHARPNESS)
        return ShapeMap(source, target, partner, score, 360.0 * best / TURNS)

    def _check(self, known: KnownShape) -> None:
        if known.made_by != self.fingerprint:
            raise WeightsError(
                f"what is known of '{known.shape.name}' was made by other weights ({known.made_by}), expected "
                f"{self.fingerprint}: features of different weights cannot be compared, let 'know' make them anew"
            )


@dataclass(frozen=True, eq=False)
class ShapeMap:
    """A partner in ``target`` for each point of ``source``."""

    source: KnownShape
    target: KnownShape
    partner: IntArray  # (N,) of the target's points
    scores: Array  # (N,) how well partners agree, in features and place
    turned: float  # degrees around the vertical that the source was turned by

    def points(self, points: Array) -> Array:
        """(K, 3) where points (K, 3) of the source are on the target, both in their unit balls."""
        nearest = nearest_neighbors(np.asarray(points, np.float32), self.source.places.points, 1)[:, 0]
        return self.target.places.points[self.partner[nearest]]


def unit(known: PointFeatures) -> Array:
    """(N, D) features of length 1."""
    features = known.features.astype(np.float32)
    return features / np.maximum(np.linalg.norm(features, axis=1, keepdims=True), 1e-9)


def _partners(
    places: Array, features: Array, others: Array, their_features: Array, sharpness: float
) -> tuple[IntArray, Array]:
    """(N,) the best of the others for each point, by features and place; and the score of both."""
    score = sharpness * features @ their_features.T
    squared = (places**2).sum(1)[:, None] + (others**2).sum(1) - 2 * places @ others.T
    score -= squared / (2 * PLACE_RADIUS**2)
    best = score.argmax(1)
    return best, score[np.arange(len(best)), best]


def boxed(points: Array, box: Array | None = None) -> Array:
    """(N, 3) each side of a box (2, 3) from -1 to 1; of the points' own if none is given."""
    low, high = (points.min(0), points.max(0)) if box is None else box
    return ((points - (low + high) / 2) / np.maximum((high - low) / 2, 1e-6)).astype(np.float32)


def turn_of(degrees: float) -> Array:
    """(3, 3) around the vertical."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]], np.float32)


def _sampled(maps: Array, at: Array) -> Array:
    """(K, D) of maps (D, G, G) at places (K, 2) from 0 to 1, interpolated."""
    places = torch.from_numpy(np.asarray(at, np.float32) * 2 - 1)[None, :, None]
    return grid_sample(torch.from_numpy(maps)[None], places, align_corners=False)[0, :, :, 0].T.numpy()
