"""Patches of a point cloud: farthest points as centres, nearest neighbours around them. Batched, any device."""

from __future__ import annotations

import torch
from torch import Tensor


def farthest_points(points: Tensor, count: int) -> Tensor:
    """(B, count) indices into points (B, N, 3); starts at index 0. O(N count)."""
    b, n, _ = points.shape
    chosen = torch.zeros(b, count, dtype=torch.long, device=points.device)
    distance = torch.full((b, n), torch.inf, device=points.device)
    rows = torch.arange(b, device=points.device)
    for i in range(1, count):
        last = points[rows, chosen[:, i - 1]][:, None]
        distance = torch.minimum(distance, (points - last).square().sum(-1))
        chosen[:, i] = distance.argmax(1)
    return chosen


def group(cloud: Tensor, num_groups: int, group_size: int) -> tuple[Tensor, Tensor]:
    """Patches of a cloud whose first three channels are the position.

    Args:
        cloud: (B, N, C) with N >= num_groups and N >= group_size.

    Returns:
        Patches (B, G, M, C), positions relative to their centre, and centres (B, G, 3).
    """
    points = cloud[..., :3].float()
    rows = torch.arange(len(cloud), device=cloud.device)
    centers = points[rows[:, None], farthest_points(points, num_groups)]
    nearest = torch.cdist(centers, points).topk(group_size, largest=False).indices
    patches = cloud[rows[:, None, None], nearest]
    relative = patches[..., :3] - centers[:, :, None]
    return torch.cat([relative, patches[..., 3:]], -1), centers
