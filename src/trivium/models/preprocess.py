"""What a model wants to be fed, as data: its InputSpec, and the pure functions that obey it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from trivium.geometry import Mesh, PointCloud, Shape, normalized, orbit_cameras, sample_surface, subsample, with_normals
from trivium.geometry.shapes import Array, Views
from trivium.rendering import render_views

PREPROCESSING = 1  # raise it when the same file would give other tensors: stored embeddings become stale


@dataclass(frozen=True, kw_only=True)
class InputSpec:
    """Conventions that belong to weights. Angles in degrees."""

    image_size: int = 128
    image_mean: float = 0.5
    image_std: float = 0.25
    ring_views: int = 12  # a turntable: azimuth 0, 30, ...
    ring_elevation: float = 20.0
    extra_views: tuple[tuple[float, float], ...] = (
        (45.0, 55.0),
        (135.0, 55.0),
        (225.0, 55.0),
        (315.0, 55.0),
        (30.0, -20.0),
        (210.0, -20.0),
    )
    view_size: int = 224  # pixels of a rendered view, before it is resized to image_size
    num_points: int = 2048
    color_fill: float = 0.6  # for points of unknown colour


@dataclass(frozen=True, eq=False)
class PreparedShape:
    """A shape brought to the form a model encodes: the slow part that needs no network."""

    shape: Shape
    views: Views | None  # the turntable first, then extra views
    points: Array  # (num_points, 9) position in the unit ball, colour, normal


def prepare_shape(shape: Shape, spec: InputSpec) -> PreparedShape:
    """Views and points of a shape. Always the same for the same shape: the sampling is seeded."""
    unit = normalized(shape)
    azimuths = [360.0 * i / spec.ring_views for i in range(spec.ring_views)] + [a for a, _ in spec.extra_views]
    elevations = [spec.ring_elevation] * spec.ring_views + [e for _, e in spec.extra_views]
    cameras = orbit_cameras(np.radians(azimuths), np.radians(elevations), size=spec.view_size)
    return PreparedShape(shape, render_views(unit, cameras), point_rows(unit, spec))


def point_rows(unit: Shape, spec: InputSpec) -> Array:
    """(num_points, 9) position, colour, normal (FusionBERT eq. 7) of a shape in the unit ball."""
    rng = np.random.default_rng(0)
    if isinstance(unit, Mesh):
        cloud = sample_surface(unit, spec.num_points, rng=rng)
    else:
        cloud = with_normals(subsample(unit, spec.num_points, rng=rng))
    return stack_rows(cloud, spec)


def stack_rows(cloud: PointCloud, spec: InputSpec) -> Array:
    colors = np.full_like(cloud.points, spec.color_fill) if cloud.colors is None else cloud.colors
    assert cloud.normals is not None
    return np.concatenate([cloud.points, colors, cloud.normals], 1).astype(np.float32)


def picture_tensor(pictures: Sequence[np.ndarray], spec: InputSpec) -> Tensor:
    """(B, 3, S, S) standardized pictures from uint8 (H, W, 3) of any size; wide ones are padded, never cropped."""
    size = spec.image_size
    resized = [
        np.asarray(Image.fromarray(squared(p)).resize((size, size), Image.Resampling.BICUBIC, reducing_gap=3.0))
        for p in pictures
    ]
    pixels = torch.from_numpy(np.stack(resized)).permute(0, 3, 1, 2).float() / 255
    return ((pixels - spec.image_mean) / spec.image_std).contiguous(memory_format=torch.channels_last)


def squared(picture: np.ndarray) -> np.ndarray:
    """The picture in the middle of a square of its border's median colour."""
    height, width = picture.shape[:2]
    if height == width:
        return picture
    side = max(height, width)
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    canvas = np.empty((side, side, 3), np.uint8)
    canvas[:] = np.median(border, axis=0).astype(np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    canvas[top : top + height, left : left + width] = picture
    return canvas
