"""Differentiable splatting of points with features, with the semantics of PyTorch3D's point rasterizer (PASR, supp. A).

Coordinates are normalized: x to the left, y up, z away from the camera; the shorter side of the picture spans [-1, 1].
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

import torch
from torch import Tensor

from trivium.errors import ShapeError

FAINTEST = 1e-4  # a sum of weights below it counts as this much


@dataclass(frozen=True, eq=False)
class Splats:
    """The nearest points of every pixel, nearest first.

    Attributes:
        indices: (B, H, W, K) of the points of the whole batch, point p of cloud b being b * N + p; -1 where there is none.
        depth: (B, H, W, K) z; -1 where there is none.
        squared: (B, H, W, K) squared distances to the pixel's centre; -1 where there is none.
        weights: (B, H, W, K) 1 - squared / radius^2; 0 where there is none.
    """

    indices: Tensor
    depth: Tensor
    squared: Tensor
    weights: Tensor


def rotations_of(angles: Tensor) -> Tensor:
    """(..., 3, 3) camera-from-world rotations of azimuth, elevation, roll (..., 3): ``orbit_rotations`` with gradients."""
    (sa, ca), (se, ce), (sr, cr) = ((x.sin()[..., None], x.cos()[..., None]) for x in angles.unbind(-1))
    zero = torch.zeros_like(sa)
    right = torch.cat([ca, zero, -sa], -1)
    down = torch.cat([sa * se, -ce, ca * se], -1)
    forward = torch.cat([-sa * ce, -se, -ca * ce], -1)
    return torch.stack([cr * right - sr * down, sr * right + cr * down, forward], -2)


def seen_from(points: Tensor, angles: Tensor, *, fov: Tensor | float, margin: float) -> Tensor:
    """Points (B, N, 3) of the unit ball as a camera around it sees them: (B, N, 3), x to the left, y up, and depth.

    Args:
        angles: (B, 3) azimuth, elevation, roll in radians.
        fov: opening angle of the square picture in radians, one for all or (B,).
        margin: how much larger than the ball the picture is; the camera is margin / sin(fov / 2) away.
    """
    half = torch.as_tensor(fov, dtype=points.dtype, device=points.device).reshape(-1, 1, 1) / 2
    local = points @ rotations_of(angles).transpose(-1, -2)
    depth = local[..., 2:] + margin / half.sin()
    # A point behind the camera keeps its depth below zero, which no pixel sees; dividing must only not blow up.
    across = -local[..., :2] / depth.where(depth.abs() > 1e-6, torch.full_like(depth, 1e-6)) / half.tan()
    return torch.cat([across, depth], -1)


def splat(points: Tensor, size: tuple[int, int], *, radius: float, per_pixel: int) -> Splats:
    """Rasterizes clouds (B, N, 3). Gradients flow to the points through depth, distances and weights.

    A point is seen by a pixel if it is in front (z >= 0) and nearer to its centre than ``radius`` (strictly); each
    pixel keeps its ``per_pixel`` nearest by z, and of equal ones the first.

    Args:
        size: height and width in pixels.

    Raises:
        ShapeError: points of another shape.
    """
    if points.dim() != 3 or points.shape[2] != 3:
        raise ShapeError(f"points are {tuple(points.shape)}, expected (B, N, 3)")
    flat = points.reshape(-1, 3)
    x, y = _centers(size, points)
    with torch.no_grad():
        indices = _nearest(points, size, radius, per_pixel)
    there = indices >= 0
    chosen = flat[indices.clamp(min=0)]
    squared = (chosen[..., 0] - x[:, None]) ** 2 + (chosen[..., 1] - y[:, None, None]) ** 2
    none = torch.full_like(squared, -1)
    return Splats(
        indices,
        torch.where(there, chosen[..., 2], none),
        torch.where(there, squared, none),
        torch.where(there, 1 - squared / radius**2, torch.zeros_like(squared)),
    )


def _nearest(points: Tensor, size: tuple[int, int], radius: float, per_pixel: int) -> Tensor:
    """``Splats.indices``: in one kernel on a GPU, else by sorting those pairs of point and pixel that see each other."""
    (b, n, _), (height, width) = points.shape, size
    if points.is_cuda and find_spec("triton"):  # some builds for GPUs come without
        from trivium.rendering.splatting_on_gpu import LARGEST, nearest_of_pixels

        if n <= LARGEST:
            return nearest_of_pixels(points, *_centers(size, points), radius=radius, per_pixel=per_pixel)
    by_depth = torch.sort(points[..., 2], stable=True).indices
    by_depth = (by_depth + n * torch.arange(b, device=points.device)[:, None]).flatten()
    pixel, seen = _pairs(points.reshape(-1, 3)[by_depth], n, size, radius)
    pixel, order = torch.sort(pixel, stable=True)  # by pixel, then z, then index
    point = by_depth[seen[order]]
    found = torch.bincount(pixel, minlength=b * height * width)
    place = torch.arange(len(pixel), device=pixel.device) - (found.cumsum(0) - found)[pixel]
    kept = place < per_pixel
    indices = torch.full((b * height * width, per_pixel), -1, dtype=torch.long, device=points.device)
    indices[pixel[kept].long(), place[kept]] = point[kept]
    return indices.view(b, height, width, per_pixel)


def norm_weighted(splats: Splats, features: Tensor) -> Tensor:
    """(B, C, H, W): the mean of the features (B N, C) of a pixel's points by their weights; zeros where there are none."""
    total = splats.weights.sum(-1, keepdim=True).clamp(min=FAINTEST)
    return (_summed(splats.weights, splats, features) / total).permute(0, 3, 1, 2)


def alpha_composited(splats: Splats, features: Tensor) -> Tensor:
    """(B, C, H, W): each point covers what is behind it by its weight."""
    through = torch.cumprod(1 - splats.weights, -1)
    through = torch.cat([torch.ones_like(through[..., :1]), through[..., :-1]], -1)
    return _summed(splats.weights * through, splats, features).permute(0, 3, 1, 2)


def _summed(weights: Tensor, splats: Splats, features: Tensor) -> Tensor:
    """(B, H, W, C): the weighted sum of the features (B N, C) of each pixel's points."""
    seen = features[splats.indices.clamp(min=0).flatten(0, 2)]  # (B H W, K, C)
    return (weights.flatten(0, 2)[:, None] @ seen)[:, 0].unflatten(0, weights.shape[:3])


def _centers(size: tuple[int, int], like: Tensor) -> tuple[Tensor, Tensor]:
    """x (W,) and y (H,) of the pixels' centres: column 0 is on the left, where x is largest; row 0 on top."""
    height, width = size
    shorter = min(size)
    columns, rows = (torch.arange(k, device=like.device, dtype=like.dtype) for k in (width, height))
    return width / shorter * (1 - (2 * columns + 1) / width), height / shorter * (1 - (2 * rows + 1) / height)


def _pairs(flat: Tensor, n: int, size: tuple[int, int], radius: float) -> tuple[Tensor, Tensor]:
    """Pixels and points (B n, 3) that see each other, as numbers, point by point: only the few pixels around it are looked at."""
    height, width = size
    pitch, wide = 2 / min(size), radius * (1 + 1e-4)  # a little wider than it is: rounding must not lose a pixel
    x, y = _centers(size, flat)
    around = torch.arange(int(2 * wide / pitch) + 1, device=flat.device, dtype=torch.int32)
    column = torch.ceil((x[0] - flat[:, 0] - wide) / pitch).clamp(-1e9, 1e9).int()[:, None] + around
    row = torch.ceil((y[0] - flat[:, 1] - wide) / pitch).clamp(-1e9, 1e9).int()[:, None] + around
    across = (flat[:, :1] - x[column.clamp(0, width - 1).long()]) ** 2
    down = (flat[:, 1:2] - y[row.clamp(0, height - 1).long()]) ** 2
    across[(column < 0) | (column >= width)] = torch.inf
    down[(row < 0) | (row >= height) | (flat[:, 2:] < 0)] = torch.inf
    point, i, j = (across[:, None] + down[:, :, None] < radius**2).nonzero(as_tuple=True)
    cloud = torch.div(point, n, rounding_mode="floor").int()
    return (cloud * height + row[point, i]) * width + column[point, j], point
