"""What a model is trained on, object by object: points, pictures, words, and features that were computed beforehand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trivium.errors import ShapeError
from trivium.geometry import (
    Cameras,
    Mesh,
    PointCloud,
    Shape,
    normalized,
    orbit_cameras,
    sample_surface,
    subsample,
    with_normals,
)
from trivium.geometry.shapes import Array
from trivium.rendering import cluttered_background, composite, occlude, photograph, random_lights, render_views

CHANNELS = 9  # FusionBERT eq. 7: position, colour, normal
LARGEST = 65504.0  # that a float16 can hold
OCCLUDED = 0.3  # of the pictures that are like photos: 5 to 30 % of the object are hidden


@dataclass(frozen=True, eq=False, kw_only=True)
class Sample:
    """One object. Y up, as everywhere; what is not known is None, and unknown colour is NaN.

    Attributes:
        points: (N, 9) float32: position in the unit ball, sRGB in [0, 1] or NaN, normal.
        views: (V, H, W, 3) uint8 sRGB: renderings or photos.
        captions: T texts, none of them blank; no captions is allowed.
        image_features: (V, D) float32, one row for each view if there are views.
        text_features: (T, D) float32, one row for each caption.

    Raises:
        ShapeError: arrays that do not fit together, features that float16 cannot hold, blank captions.
    """

    id: str
    points: Array
    views: NDArray[np.uint8] | None = None
    captions: tuple[str, ...] = ()
    category: str = ""
    image_features: Array | None = None
    text_features: Array | None = None

    def __post_init__(self) -> None:
        texts = (self.id, self.category, *self.captions)
        if not all(isinstance(t, str) for t in texts) or not all(c.strip() for c in self.captions):
            raise ShapeError(
                f"id, category and captions are {texts!r:.200}, expected texts, and captions with words in them"
            )
        _check_columns(self, "points", self.points, CHANNELS)
        if not len(self.points):
            raise ShapeError(f"sample '{self.id}' has no points, expected one or more")
        views = self.views
        if views is not None and (views.ndim != 4 or views.shape[3] != 3 or views.dtype != np.uint8):
            raise ShapeError(f"views of '{self.id}' are {views.shape} {views.dtype}, expected (V, H, W, 3) uint8")
        self._check_features("image_features", None if views is None else len(views), "views")
        self._check_features("text_features", len(self.captions), "captions")

    def _check_features(self, name: str, rows: int | None, of: str) -> None:
        features = getattr(self, name)
        if features is None:
            return
        _check_columns(self, name, features, None)
        if not len(features) or not (np.abs(features) <= LARGEST).all():  # not ">": that is false of NaN
            raise ShapeError(
                f"{name} of '{self.id}' are {features.shape}, expected rows of numbers up to {LARGEST:,.0f}"
            )
        if rows is not None and len(features) != rows:
            raise ShapeError(f"'{self.id}' has {len(features)} rows of {name} for {rows} {of}: give each its own")


@dataclass(frozen=True, kw_only=True)
class SampleConfig:
    """How a shape becomes a sample."""

    num_points: int = 10_000  # as OpenShape, TAMM and FusionBERT
    num_views: int = 12
    view_size: int = 224  # pixels
    photo_share: float = 0.0  # of the views, by chance: pictures like careless photos instead of renderings on white
    seed: int = 0

    def __post_init__(self) -> None:
        if self.num_points < 1 or self.num_views < 0 or self.view_size < 8:
            raise ShapeError(f"got {self}, expected at least 1 point, 0 views and 8 pixels")
        if not 0 <= self.photo_share <= 1:
            raise ShapeError(f"got a share of photos of {self.photo_share}, expected 0 to 1")


def sample_of_shape(
    shape: Shape, config: SampleConfig, *, id: str, captions: tuple[str, ...] = (), category: str = ""
) -> Sample:
    """Points and renderings of a shape, always the same for the same id and config.

    Views go round the object on white, at even azimuths moved by chance, elevations from -20 to 70 degrees even on the
    sphere, and an opening angle from 25 to 50 degrees: from where photos are taken, so more from above than below. The
    ``photo_share`` of them has a random light, a cluttered background, now and then something in front, a camera's faults.

    Raises:
        ShapeError: a mesh without area.
    """
    rng = object_rng(id, config.seed)
    shape = normalized(shape)
    return Sample(
        id=id,
        points=_points(shape, config.num_points, rng),
        views=_views(shape, config, rng) if config.num_views else None,
        captions=captions,
        category=category,
    )


def object_rng(id: str, seed: int) -> np.random.Generator:
    """A generator of an object's own: what it draws does not depend on which objects came before."""
    return np.random.default_rng([seed, int.from_bytes(hashlib.sha256(id.encode()).digest()[:8])])


def cloud_rows(cloud: PointCloud) -> Array:
    """(N, 9) of a cloud in the unit ball; normals are estimated where it has none."""
    cloud = with_normals(cloud)
    assert cloud.normals is not None
    colors = np.full_like(cloud.points, np.nan) if cloud.colors is None else cloud.colors
    return np.concatenate([cloud.points, colors, cloud.normals], 1).astype(np.float32)


def _points(shape: Shape, num_points: int, rng: np.random.Generator) -> Array:
    if isinstance(shape, Mesh):
        return cloud_rows(sample_surface(shape, num_points, rng=rng))
    return cloud_rows(subsample(with_normals(shape), num_points, rng=rng))


def _views(shape: Shape, config: SampleConfig, rng: np.random.Generator) -> NDArray[np.uint8]:
    v = config.num_views
    azimuth = (np.arange(v) + rng.random(v)) / v * 2 * np.pi
    low, high = np.sin(np.radians([-20, 70]))
    elevation = np.arcsin(rng.uniform(low, high, v))
    opening = np.radians(rng.uniform(25, 50, v))
    cameras = [
        orbit_cameras(a, e, fov=float(fov), size=config.view_size)
        for a, e, fov in zip(azimuth, elevation, opening, strict=True)
    ]
    like_photos = rng.random(v) < config.photo_share
    return np.stack(
        [
            _photo(shape, c, rng) if photo else render_views(shape, c).images[0]
            for c, photo in zip(cameras, like_photos, strict=True)
        ]
    )


def _photo(shape: Shape, camera: Cameras, rng: np.random.Generator) -> NDArray[np.uint8]:
    view = render_views(shape, camera, lights=[random_lights(rng)])
    scene = composite(view.images[0], view.mask[0], cluttered_background(rng, size=len(view.images[0])))
    if rng.random() < OCCLUDED:
        scene, _ = occlude(scene, view.mask[0], rng, share=rng.uniform(0.05, 0.3))
    return photograph(scene, rng)


def _check_columns(sample: Sample, name: str, array: Array, columns: int | None) -> None:
    if array.ndim != 2 or array.dtype != np.float32 or (columns is not None and array.shape[1] != columns):
        expected = f"(N, {columns or 'D'}) float32"
        raise ShapeError(f"{name} of '{sample.id}' are {array.shape} {array.dtype}, expected {expected}")
