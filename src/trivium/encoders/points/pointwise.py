"""A feature for each point: several stages of PointNeXt, interpolated to all points (PASR sec. 3.2, eq. 1-6)."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from trivium.encoders.points.grouping import gather, nearest_points
from trivium.encoders.points.pointnext import PointNeXt, PointNeXtConfig
from trivium.errors import ConfigError

POINTNEXT_S = PointNeXtConfig(in_channels=9, strides=(1, 2, 2, 2, 2), blocks=(1, 1, 1, 1, 1))


@dataclass(frozen=True, kw_only=True)
class PointwiseConfig:
    backbone: PointNeXtConfig = field(default_factory=lambda: POINTNEXT_S)
    stages: tuple[int, ...] = (-3, -2, -1)  # whose features are used
    neighbors: int = 3
    temperature: float = 0.05  # of the softmax of squared distances
    out_dim: int = 64

    def __post_init__(self) -> None:
        stages = len(self.backbone.strides)
        if not self.stages or not all(-stages <= s < 0 for s in self.stages):
            raise ConfigError(f"stages are {self.stages}, expected numbers from {-stages} to -1, the last stage")


class Pointwise(nn.Module):
    """Clouds (B, N, in_channels), position first, to features (B, N, out_dim).

    The position is a feature too, as openpoints has it: the network sees offsets alone otherwise, and left would be right.
    """

    def __init__(self, config: PointwiseConfig) -> None:
        super().__init__()
        self.config = config
        self.backbone = PointNeXt(config.backbone)
        width = sum(config.backbone.widths[s] for s in config.stages)
        self.mlp = nn.Sequential(
            nn.Linear(width, width // 2),
            nn.LayerNorm(width // 2),
            nn.ReLU(inplace=True),
            nn.Linear(width // 2, config.out_dim),
        )

    def forward(self, cloud: Tensor) -> Tensor:
        points, c = cloud[..., :3].contiguous(), self.config
        stages = self.backbone.stage_features(torch.cat([points, cloud], -1))
        scales = [interpolated(*stages[s], points, c.neighbors, c.temperature) for s in c.stages]
        return self.mlp(torch.cat(scales, -1))


def interpolated(centers: Tensor, features: Tensor, points: Tensor, neighbors: int, temperature: float) -> Tensor:
    """(B, N, C) features (B, M, C) of centres (B, M, 3) at points (B, N, 3).

    The mean over the nearest centres, weighted by a softmax of their squared distances over ``temperature``: eq. 2-5.
    """
    nearest = nearest_points(centers, points, min(neighbors, centers.shape[1]))
    squared = (points[:, :, None] - gather(centers, nearest)).square().sum(-1)
    weights = torch.softmax(-squared / temperature, -1)
    return (weights[..., None].to(features.dtype) * gather(features, nearest)).sum(2)
