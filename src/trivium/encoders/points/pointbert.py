"""FusionBERT's normal-aware Point-BERT (sec. 3.2, fig. 3): patches of points as tokens of a transformer."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from trivium.encoders.points.grouping import group
from trivium.encoders.transformer import Block


@dataclass(frozen=True, kw_only=True)
class PointBERTConfig:
    in_channels: int = 9  # position, colour, normal (eq. 7)
    width: int = 512
    depth: int = 12
    heads: int = 8
    mlp_ratio: int = 3
    num_groups: int = 512  # patches per cloud
    group_size: int = 32  # points per patch
    out_dim: int | None = 512  # None: the class token as it is


class MiniPointNet(nn.Module):
    """A patch (B, G, M, C) to one token (B, G, width): two shared MLPs, each ended by a maximum over the points."""

    def __init__(self, in_channels: int, width: int) -> None:
        super().__init__()
        half = width // 2
        self.local = nn.Sequential(nn.Linear(in_channels, half), nn.LayerNorm(half), nn.GELU(), nn.Linear(half, half))
        self.both = nn.Sequential(nn.Linear(width, width), nn.LayerNorm(width), nn.GELU(), nn.Linear(width, width))

    def forward(self, patches: Tensor) -> Tensor:
        x = self.local(patches)
        whole = x.max(2, keepdim=True).values  # not amax, whose gradient is slower
        lift, rest = self.both[0], self.both[1:]
        assert isinstance(lift, nn.Linear)
        of_whole, of_point = lift.weight.split(x.shape[-1], 1)
        # The first layer of [whole, point], whose part for the whole is the same for all points of a patch.
        return rest(linear(whole, of_whole, lift.bias) + linear(x, of_point)).max(2).values


class PointBERT(nn.Module):
    """Clouds (B, N, in_channels) to one vector (B, out_dim) each: the class token after the transformer."""

    def __init__(self, config: PointBERTConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim or config.width
        w = config.width
        self.patch = MiniPointNet(config.in_channels, w)
        self.position = nn.Sequential(nn.Linear(3, 128), nn.GELU(), nn.Linear(128, w))
        self.cls = nn.Parameter(torch.randn(1, 1, w) * 0.02)
        self.blocks = nn.ModuleList(Block(w, config.heads, config.mlp_ratio * w) for _ in range(config.depth))
        self.norm = nn.LayerNorm(w)
        self.head = nn.Linear(w, config.out_dim, bias=False) if config.out_dim else nn.Identity()

    def tokens(self, cloud: Tensor) -> Tensor:
        """(B, 1 + num_groups, width): the class token, then one token a patch."""
        patches, centers = group(cloud, self.config.num_groups, self.config.group_size)
        dtype = self.cls.dtype
        x = self.patch(patches.to(dtype)) + self.position(centers.to(dtype))
        x = torch.cat([self.cls.expand(len(x), -1, -1), x], 1)
        for block in self.blocks:
            x = block(x)
        return self.norm(x)

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.tokens(cloud)[:, 0])
