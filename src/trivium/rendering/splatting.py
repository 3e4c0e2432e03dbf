"""Differentiable splatting of points with features, with the semantics of PyTorch3D's point rasterizer (PASR, supp. A).

Coordinates are normalized: x to the left, y up, z away from the camera; the shorter side of the picture spans [-1, 1].
"""

from __future__ import annotations

from dataclasses import dataclass

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
    b, n, _ = points.shape
    height, width = size
    flat = points.reshape(-1, 3)
    with torch.no_grad():
        pixel, point = _pairs(flat, b, n, size, radius)
        order = torch.sort(flat[point, 2], stable=True).indices
        order = order[torch.sort(pixel[order], stable=True).indices]  # by pixel, then z, then index
        pixel, point = pixel[order], point[order]
        found = torch.bincount(pixel, minlength=b * height * width)
        place = torch.arange(len(pixel), device=pixel.device) - (found.cumsum(0) - found)[pixel]
        kept = place < per_pixel
        indices = torch.full((b * height * width, per_pixel), -1, dtype=torch.long, device=points.device)
        indices[pixel[kept], place[kept]] = point[kept]
        indices = indices.view(b, height, width, per_pixel)
    there = indices >= 0
    chosen = flat[indices.clamp(min=0)]
    x, y = _centers(size, points)
    squared = (chosen[..., 0] - x[:, None]) ** 2 + (chosen[..., 1] - y[:, None, None]) ** 2
    none = torch.full_like(squared, -1)
    return Splats(
        indices,
        torch.where(there, chosen[..., 2], none),
        torch.where(there, squared, none),
        torch.where(there, 1 - squared / radius**2, torch.zeros_like(squared)),
    )


def norm_weighted(splats: Splats, features: Tensor) -> Tensor:
    """(B, C, H, W): the mean of the features (B N, C) of a pixel's points by their weights; zeros where there are none."""
    seen = features[splats.indices.clamp(min=0)]
    total = splats.weights.sum(-1).clamp(min=FAINTEST)
    return ((splats.weights[..., None] * seen).sum(-2) / total[..., None]).permute(0, 3, 1, 2)


def alpha_composited(splats: Splats, features: Tensor) -> Tensor:
    """(B, C, H, W): each point covers what is behind it by its weight."""
    through = torch.cumprod(1 - splats.weights, -1)
    through = torch.cat([torch.ones_like(through[..., :1]), through[..., :-1]], -1)
    seen = features[splats.indices.clamp(min=0)]
    return ((splats.weights * through)[..., None] * seen).sum(-2).permute(0, 3, 1, 2)


def _centers(size: tuple[int, int], like: Tensor) -> tuple[Tensor, Tensor]:
    """x (W,) and y (H,) of the pixels' centres: column 0 is on the left, where x is largest; row 0 on top."""
    height, width = size
    shorter = min(size)
    columns, rows = (torch.arange(k, device=like.device, dtype=like.dtype) for k in (width, height))
    return width / shorter * (1 - (2 * columns + 1) / width), height / shorter * (1 - (2 * rows + 1) / height)


def _pairs(flat: Tensor, b: int, n: int, size: tuple[int, int], radius: float) -> tuple[Tensor, Tensor]:
    """Pixels and points that see each other, as numbers: only the few pixels around each point are looked at."""
    height, width = size
    pitch = 2 / min(size)
    x, y = _centers(size, flat)
    reach = int(radius / pitch) + 1
    around = torch.arange(-reach, reach + 1, device=flat.device)
    column = torch.floor((x[0] + pitch / 2 - flat[:, 0]) / pitch).long()[:, None] + around
    row = torch.floor((y[0] + pitch / 2 - flat[:, 1]) / pitch).long()[:, None] + around
    inside_x, inside_y = (column >= 0) & (column < width), (row >= 0) & (row < height)
    across = (flat[:, :1] - x[column.clamp(0, width - 1)]) ** 2
    down = (flat[:, 1:2] - y[row.clamp(0, height - 1)]) ** 2
    seen = (across[:, None] + down[:, :, None] < radius**2) & inside_x[:, None] & inside_y[:, :, None]
    seen &= (flat[:, 2] >= 0)[:, None, None]
    point, i, j = seen.nonzero(as_tuple=True)
    cloud = torch.div(point, n, rounding_mode="floor")
    return (cloud * height + row[point, i]) * width + column[point, j], point
