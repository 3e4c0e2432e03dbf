"""What a model wants to be fed, as data: its InputSpec, and the pure functions that obey it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from trivium.errors import ShapeError
from trivium.geometry import (
    Mesh,
    PointCloud,
    Shape,
    farthest_point_sampling,
    normalized,
    orbit_cameras,
    sample_surface,
    subsample,
    swap_yz,
    unit_around_mean,
    with_normals,
)
from trivium.geometry.shapes import Array, Views
from trivium.io.images import squared
from trivium.rendering import render_views

FEWEST_POINTS = 16  # a cloud of fewer says nothing about a shape
PREPROCESSING = 2  # raise it when the same file would give other tensors: stored embeddings become stale


Channel = Literal["position", "color", "normal", "height"]
WIDTHS: dict[Channel, int] = {"position": 3, "color": 3, "normal": 3, "height": 1}
RGB = tuple[float, float, float]


@dataclass(frozen=True, kw_only=True)
class InputSpec:
    """Conventions that belong to weights. Angles in degrees."""

    # Pictures
    image_size: int = 128
    image_mean: RGB = (0.5, 0.5, 0.5)
    image_std: RGB = (0.25, 0.25, 0.25)
    image_fit: Literal["pad", "crop", "squash"] = "pad"  # what happens to a picture that is not square
    image_resample: Literal["bicubic", "bilinear"] = "bicubic"
    image_zoom: float = 1.0  # the middle is magnified by it: DuoduoCLIP sees 208 of 224 pixels

    # Pictures of a mesh, rendered around it
    ring_views: int = 12  # a turntable: azimuth 0, 30, ...; 0 for models that see points alone
    ring_elevation: float = 20.0
    extra_views: tuple[tuple[float, float], ...] = ()
    view_size: int = 224  # pixels of a rendered view, before it is resized to image_size

    # Points
    num_points: int = 2048  # 0 for models that see pictures alone
    thinned_from: int = 0  # so many are drawn, and the farthest points of them kept; 0: as many as are kept
    channels: tuple[Channel, ...] = ("position", "color", "normal")
    color_fill: float = 0.6  # for points of unknown colour
    center: Literal["box", "mean"] = "box"  # of the unit ball: the middle of the bounding box, or of the points
    swap_yz: bool = False  # OpenShape's "z up", which is a mirror image

    @property
    def shapes_in_words(self) -> str:
        """What a model sees of a shape: "12 views", "10,000 points with color"."""
        views = self.ring_views + len(self.extra_views) if self.ring_views else 0
        more = [c for c in self.channels if c != "position"]
        points = f"{self.num_points:,} points" + (f" with {' and '.join(more)}" if more else "")
        return " and ".join([f"{views} views"] * bool(views) + [points] * bool(self.num_points))


CLIP_PICTURES = InputSpec(
    image_size=224,
    image_mean=(0.48145466, 0.4578275, 0.40821073),
    image_std=(0.26862954, 0.26130258, 0.27577711),
    image_fit="crop",
    ring_views=0,
)
IMAGENET_PICTURES = replace(
    CLIP_PICTURES, image_mean=(0.485, 0.456, 0.406), image_std=(0.229, 0.224, 0.225), image_resample="bilinear"
)


@dataclass(frozen=True, eq=False)
class PreparedShape:
    """A shape brought to the form a model encodes: the slow part that needs no network."""

    shape: Shape
    views: Views | None  # the turntable first, then extra views
    points: Array  # (num_points, channels)


def prepare_shape(shape: Shape, spec: InputSpec) -> PreparedShape:
    """Views and points of a shape. Always the same for the same shape: the sampling is seeded.

    Raises:
        ShapeError: coordinates that are not finite, too few points, a mesh without area.
    """
    if not np.isfinite(shape.bounds).all():
        raise ShapeError(f"'{shape.name}' has coordinates that are NaN or infinite: remove or repair them")
    drawn = spec.ring_views and (isinstance(shape, Mesh) or not spec.num_points)  # of a cloud the points alone are used
    views = ring_of_views(shape, spec) if drawn else None
    return PreparedShape(shape, views, point_rows(shape, spec))


def ring_of_views(shape: Shape, spec: InputSpec) -> Views:
    azimuths = [360.0 * i / spec.ring_views for i in range(spec.ring_views)] + [a for a, _ in spec.extra_views]
    elevations = [spec.ring_elevation] * spec.ring_views + [e for _, e in spec.extra_views]
    cameras = orbit_cameras(np.radians(azimuths), np.radians(elevations), size=spec.view_size)
    return render_views(normalized(shape), cameras)


def point_rows(shape: Shape, spec: InputSpec) -> Array:
    """(num_points, C) the channels of points of a shape in the unit ball: FusionBERT eq. 7, OpenShape, ULIP.

    Raises:
        ShapeError: a cloud of fewer than ``FEWEST_POINTS``, or a mesh without area.
    """
    if not spec.num_points:
        return np.zeros((0, 0), np.float32)
    rng = np.random.default_rng(0)
    shape = normalized(shape) if spec.center == "box" else shape
    drawn = max(spec.num_points, spec.thinned_from)
    if isinstance(shape, Mesh):
        return stack_rows(_thinned(sample_surface(shape, drawn, rng=rng, color_fill=spec.color_fill), spec), spec)
    if len(shape) < FEWEST_POINTS:
        raise ShapeError(
            f"a cloud of {len(shape)} points, expected {FEWEST_POINTS} or more: sample more of the surface"
        )
    if len(shape) > spec.num_points and spec.thinned_from:
        cloud = _thinned(subsample(shape, min(len(shape), drawn), rng=rng), spec)
    else:
        cloud = subsample(shape, spec.num_points, rng=rng)
    return stack_rows(with_normals(cloud) if "normal" in spec.channels else cloud, spec)


def _thinned(cloud: PointCloud, spec: InputSpec) -> PointCloud:
    return cloud[farthest_point_sampling(cloud.points, spec.num_points)] if spec.thinned_from else cloud


def stack_rows(cloud: PointCloud, spec: InputSpec) -> Array:
    """(N, C) in the order of ``spec.channels``."""
    points = unit_around_mean(cloud.points) if spec.center == "mean" else cloud.points
    values: dict[Channel, Array | None] = {
        "position": swap_yz(points) if spec.swap_yz else points,
        "color": np.full_like(points, spec.color_fill) if cloud.colors is None else cloud.colors,
        "normal": cloud.normals if cloud.normals is None or not spec.swap_yz else swap_yz(cloud.normals),
        "height": points[:, 1:2] - points[:, 1].min(),
    }
    columns = [values[channel] for channel in spec.channels]
    assert all(c is not None for c in columns), "a cloud without normals: with_normals comes first"
    return np.concatenate(columns, 1).astype(np.float32)  # type: ignore[arg-type]


def picture_tensor(pictures: Sequence[np.ndarray], spec: InputSpec) -> Tensor:
    """(B, 3, S, S) standardized pictures from uint8 (H, W, 3) of any size."""
    pixels = torch.from_numpy(np.stack([_resized(p, spec) for p in pictures])).permute(0, 3, 1, 2).float() / 255
    mean, std = (torch.tensor(v).view(3, 1, 1) for v in (spec.image_mean, spec.image_std))
    return ((pixels - mean) / std).contiguous(memory_format=torch.channels_last)


def _resized(picture: np.ndarray, spec: InputSpec) -> np.ndarray:
    """(S, S, 3): the part of the picture that the model looks at."""
    image = Image.fromarray(squared(picture) if spec.image_fit == "pad" else picture)
    width, height = image.size
    if spec.image_fit != "squash":
        width = height = min(width, height)
    half_w, half_h = width / spec.image_zoom / 2, height / spec.image_zoom / 2
    x, y = image.width / 2, image.height / 2
    box = (x - half_w, y - half_h, x + half_w, y + half_h)
    size = (spec.image_size, spec.image_size)
    return np.asarray(image.resize(size, Image.Resampling[spec.image_resample.upper()], box=box, reducing_gap=3.0))
