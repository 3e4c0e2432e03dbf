"""PointNeXt (Qian et al. 2022): PointNet++ with inverted residual MLPs, radii that grow and scaled offsets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn

from trivium.encoders.points.grouping import ball_query, farthest_points, gather
from trivium.encoders.points.patches import ChannelNorm


@dataclass(frozen=True, kw_only=True)
class PointNeXtConfig:
    """A first stage of stride 1 lifts the features; a later one takes all points as one group."""

    in_channels: int = 3
    width: int = 32
    blocks: tuple[int, ...] = (1, 1, 1, 1, 1, 1)
    strides: tuple[int, ...] = (1, 2, 2, 2, 2, 1)
    radius: float = 0.15
    radius_scaling: float = 1.5
    neighbors: int = 32
    layers: int = 2  # of the MLP of a set abstraction
    residual: bool = True  # of a set abstraction
    expansion: int = 4  # of an inverted residual MLP
    head: tuple[int, ...] = ()  # hidden widths
    head_bias: bool = True  # of the last layer
    out_dim: int | None = None  # None: the features of the last stage, maximum over points

    @property
    def widths(self) -> tuple[int, ...]:
        """After each stage: doubled by each stride."""
        found, width = [], self.width
        for stride in self.strides:
            width *= 2 if stride != 1 else 1
            found.append(width)
        return tuple(found)


OFFICIAL_KEYS = (
    (r"(?:encoder\.)?encoder\.(\d+)\.0\.skipconv\.0\.", r"stages.\1.0.skip."),
    (r"(?:encoder\.)?encoder\.(\d+)\.(\d+)\.convs\.convs\.(\d)\.", r"stages.\1.\2.local.\3."),
    (r"(?:encoder\.)?encoder\.(\d+)\.(\d+)\.pwconv\.(\d)\.", r"stages.\1.\2.pointwise.\3."),
    (r"(?:encoder\.)?encoder\.0\.0\.convs\.0\.0\.", "stages.0.0."),
    (r"(?:encoder\.)?encoder\.(\d+)\.(\d+)\.convs\.(\d)\.", r"stages.\1.\2.layers.\3."),
    (r"prediction\.head\.(\d+)\.([01])\.", r"head.\1.\2."),
)


def _layer(before: int, after: int, *, act: bool = True) -> nn.Sequential:
    layers = [nn.Linear(before, after, bias=False), ChannelNorm(after)]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if act else nn.Sequential(*layers)


class SetAbstraction(nn.Module):
    """Fewer points (B, N // stride, 3), each with the maximum over its ball."""

    def __init__(self, before: int, after: int, stride: int, radius: float, config: PointNeXtConfig) -> None:
        super().__init__()
        self.stride, self.radius, self.neighbors = stride, radius, config.neighbors
        self.residual = config.residual
        inner = [after // 2] * (config.layers - 1)
        widths = [3 + before, *inner, after]
        last = config.layers - 1
        self.layers = nn.Sequential(
            *(_layer(widths[i], widths[i + 1], act=not (config.residual and i == last)) for i in range(config.layers))
        )
        self.skip = nn.Linear(before, after) if self.residual and before != after else nn.Identity()

    def forward(self, points: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
        chosen = farthest_points(points, points.shape[1] // self.stride)
        centers = gather(points, chosen)
        around = _around(points, x, centers, self.radius, self.neighbors)
        y = self.layers(around).max(2).values  # not amax, whose gradient is slower
        return centers, torch.relu(y + self.skip(gather(x, chosen))) if self.residual else y


class Whole(nn.Module):
    """All points as one group: no offsets, no residual."""

    def __init__(self, before: int, after: int, layers: int) -> None:
        super().__init__()
        widths = [3 + before, *([after] * layers)]
        self.layers = nn.Sequential(*(_layer(a, b) for a, b in pairwise(widths)))

    def forward(self, points: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
        return points, self.layers(torch.cat([points.to(x.dtype), x], -1)).amax(1, keepdim=True)


class InvertedResidual(nn.Module):
    """A look around, then a wide MLP on each point, beside a shortcut."""

    def __init__(self, width: int, radius: float, config: PointNeXtConfig) -> None:
        super().__init__()
        self.radius, self.neighbors = radius, config.neighbors
        self.local = nn.Sequential(_layer(3 + width, width))
        wide = width * config.expansion
        self.pointwise = nn.Sequential(_layer(width, wide), _layer(wide, width, act=False))

    def forward(self, points: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:
        y = self.local(_around(points, x, points, self.radius, self.neighbors)).max(2).values
        return points, torch.relu(x + self.pointwise(y))


class Lift(nn.Linear):
    """The first stage: features alone."""

    def forward(self, points: Tensor, x: Tensor) -> tuple[Tensor, Tensor]:  # type: ignore[override]
        return points, super().forward(x)


def _around(points: Tensor, x: Tensor, centers: Tensor, radius: float, count: int) -> Tensor:
    """(B, G, K, 3 + C): offsets in radii, then features, of the points in the ball around each centre."""
    members = ball_query(points, centers, radius, count, strict=True)
    offsets = (gather(points, members) - centers[:, :, None]) / radius
    return torch.cat([offsets.to(x.dtype), gather(x, members)], -1)


class PointNeXt(nn.Module):
    """Clouds (B, N, 3 + in_channels), position first, to one vector (B, out_dim) each."""

    def __init__(self, config: PointNeXtConfig) -> None:
        super().__init__()
        self.config = config
        self.stages = nn.ModuleList()
        before, radius = config.in_channels, config.radius
        for i, (blocks, stride, after) in enumerate(zip(config.blocks, config.strides, config.widths, strict=True)):
            stage = nn.ModuleList()
            if stride == 1:
                stage.append(Lift(before, after) if i == 0 else Whole(before, after, config.layers))
            else:
                stage.append(SetAbstraction(before, after, stride, radius, config))
                radius *= config.radius_scaling
                stage.extend(InvertedResidual(after, radius, config) for _ in range(blocks - 1))
            self.stages.append(stage)
            before = after
        widths = (before, *config.head)
        self.out_dim = config.out_dim or before
        self.head = nn.ModuleDict() if config.out_dim else None
        if self.head is not None:
            for i, (a, b) in enumerate(pairwise(widths)):
                self.head[str(2 * i)] = _layer(a, b)  # odd ones are dropouts officially
            self.head[str(2 * len(config.head))] = nn.Sequential(
                nn.Linear(widths[-1], self.out_dim, bias=config.head_bias)
            )

    def stage_features(self, cloud: Tensor) -> list[tuple[Tensor, Tensor]]:
        """Points (B, N_i, 3) and features (B, N_i, C_i): the input, then after each stage."""
        dtype = next(self.parameters()).dtype  # positions are compared in float32, whatever the weights are
        points, x = cloud[..., :3].contiguous(), cloud[..., 3:].to(dtype)
        seen = [(points, x)]
        for stage in self.stages:
            for block in cast(nn.ModuleList, stage):
                points, x = block(points, x)
            seen.append((points, x))
        return seen

    def features(self, cloud: Tensor) -> Tensor:
        """(B, C): the maximum over the points of the last stage."""
        return self.stage_features(cloud)[-1][1].amax(1)

    def forward(self, cloud: Tensor) -> Tensor:
        x = self.features(cloud)
        for layer in (self.head or {}).values():
            x = layer(x)
        return x
