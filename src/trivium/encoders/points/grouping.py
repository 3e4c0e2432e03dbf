"""Patches of a point cloud: which points are centres, and which belong to a centre. Batched, any device.

The field's systems differ in small ways that change every embedding; each is a named option here.
"""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import torch
from torch import Tensor

from trivium.errors import ShapeError
from trivium.geometry import farthest_point_sampling, nearest_neighbors, pairs_within

ORIGIN_RADIUS2 = 1e-3  # pointnet2_ops takes points this near the origin for padding


def farthest_points(points: Tensor, count: int, *, skip_origin: bool = False) -> Tensor:
    """(B, count) indices into points (B, N, 3), each the farthest from all before it. Starts at index 0.

    Args:
        skip_origin: as the CUDA kernel of ``pointnet2_ops`` does, never choose a point with |p|^2 <= 1e-3 after the
            first; when no other is left, index 0 repeats.

    Raises:
        ShapeError: fewer points than are to be chosen, or coordinates that are not finite.
    """
    check_cloud(points, count)
    if points.device.type == "cpu":
        rows = []
        for cloud in points.detach().float().numpy():
            allowed = (cloud**2).sum(1) > ORIGIN_RADIUS2 if skip_origin else None
            rows.append(farthest_point_sampling(cloud, count, allowed=allowed))
        return torch.from_numpy(np.stack(rows))
    if points.is_cuda and find_spec("triton"):  # some builds for GPUs come without
        from trivium.encoders.points.farthest_on_gpu import LARGEST, farthest_of_clouds

        if points.shape[1] <= LARGEST:
            return farthest_of_clouds(points, count, nothing_within=ORIGIN_RADIUS2 if skip_origin else -1.0)
    return farthest_loop(points, count, skip_origin=skip_origin)


def check_cloud(points: Tensor, count: int) -> None:
    """
    Raises:
        ShapeError: clouds (B, N, 3) of fewer than ``count`` points, or with coordinates that are not finite.
    """
    if points.dim() != 3 or points.shape[2] != 3:
        raise ShapeError(f"points are {tuple(points.shape)}, expected (B, N, 3)")
    if points.shape[1] < count:
        raise ShapeError(f"a cloud of {points.shape[1]} points, expected {count} or more: sample more of the surface")
    if not bool(points.isfinite().all()):
        raise ShapeError("a cloud with coordinates that are NaN or infinite: remove those points")


def farthest_loop(points: Tensor, count: int, *, skip_origin: bool) -> Tensor:
    """``farthest_points`` as tensor operations, for any device."""
    b, n, _ = points.shape
    chosen = torch.zeros(b, count, dtype=torch.long, device=points.device)
    distance = torch.full((b, n), torch.inf, device=points.device)
    if skip_origin:
        distance[points.square().sum(-1) <= ORIGIN_RADIUS2] = -1.0
    rows = torch.arange(b, device=points.device)
    for i in range(1, count):
        last = points[rows, chosen[:, i - 1]][:, None]
        distance = torch.minimum(distance, (points - last).square().sum(-1))
        best, index = distance.max(1)
        chosen[:, i] = torch.where(best >= 0, index, 0)
    return chosen


def ball_query(points: Tensor, centers: Tensor, radius: float, count: int, *, strict: bool = False) -> Tensor:
    """(B, G, count) indices of the first ``count`` points (by index) within ``radius``; padded with the first of them.

    Args:
        points, centers: (B, N, 3), (B, G, 3).
        strict: leave out points at exactly the radius (openpoints' CUDA kernel); else keep them (python versions).

    A ball without points gets index 0 (strict) or is an error of the caller: centres are points in all systems here.
    """
    b, g, _ = centers.shape
    find = _in_balls_on_cpu if points.device.type == "cpu" else in_balls
    row, column = find(points, centers, radius, strict=strict)
    found = torch.bincount(row, minlength=b * g)
    place = torch.arange(len(row), device=row.device) - (found.cumsum(0) - found)[row]
    kept = place < count
    indices = torch.full((b * g, count), -1, dtype=torch.long, device=row.device)
    indices[row[kept], place[kept]] = column[kept]
    first = indices[:, :1].clamp(min=0)
    return torch.where(indices < 0, first, indices).view(b, g, count)


def in_balls(points: Tensor, centers: Tensor, radius: float, *, strict: bool) -> tuple[Tensor, Tensor]:
    """Which points are in which of the (B G) balls: pairs of ball and index, by ball, then by index. For any device."""
    distance = torch.cdist(centers, points, compute_mode="donot_use_mm_for_euclid_dist")
    row, column = _inside(distance, radius, strict=strict).flatten(0, 1).nonzero(as_tuple=True)
    return row, column


def _in_balls_on_cpu(points: Tensor, centers: Tensor, radius: float, *, strict: bool) -> tuple[Tensor, Tensor]:
    """``in_balls`` by a tree, which need not measure all pairs."""
    g, n = centers.shape[1], points.shape[1]
    keys = []
    for b, (c, p) in enumerate(zip(centers.detach().float().numpy(), points.detach().float().numpy(), strict=True)):
        i, j, distance = pairs_within(c, p, radius * (1 + 1e-6))  # in float64: who is on the edge is decided in float32
        keys.append(torch.from_numpy((b * g + i) * n + j)[_inside(torch.from_numpy(distance), radius, strict=strict)])
    key = torch.cat(keys).sort().values
    return key // n, key % n


def _inside(distance: Tensor, radius: float, *, strict: bool) -> Tensor:
    squared = distance.square()
    return squared < radius**2 if strict else squared <= radius**2


def nearest_points(points: Tensor, centers: Tensor, count: int) -> Tensor:
    """(B, G, count) indices of the nearest points of (B, N, 3) to centres (B, G, 3), in no order; a centre is its own."""
    check_cloud(points, count)
    if points.device.type == "cpu":
        clouds = zip(centers.detach().float().numpy(), points.detach().float().numpy(), strict=True)
        return torch.from_numpy(np.stack([nearest_neighbors(c, p, count) for c, p in clouds]))
    return torch.cdist(centers.float(), points.float()).topk(count, largest=False, sorted=False).indices


def gather(values: Tensor, indices: Tensor) -> Tensor:
    """Rows of values (B, N, C) at indices (B, ...): (B, ..., C)."""
    offset = torch.arange(len(values), device=values.device) * values.shape[1]
    flat = (indices + offset.view(-1, *[1] * (indices.dim() - 1))).reshape(-1)
    return values.reshape(-1, values.shape[-1])[flat].view(*indices.shape, values.shape[-1])


def group(cloud: Tensor, num_groups: int, group_size: int, *, skip_origin: bool = False) -> tuple[Tensor, Tensor]:
    """Patches of a cloud whose first three channels are the position: farthest points and their nearest neighbours.

    Args:
        cloud: (B, N, C) with N >= num_groups and N >= group_size.

    Returns:
        Patches (B, G, M, C), positions relative to their centre, and centres (B, G, 3).
    """
    points = cloud[..., :3].float()
    centers = gather(points, farthest_points(points, num_groups, skip_origin=skip_origin))
    patches = gather(cloud, nearest_points(points, centers, group_size))
    relative = patches[..., :3] - centers[:, :, None]
    return torch.cat([relative, patches[..., 3:]], -1), centers
