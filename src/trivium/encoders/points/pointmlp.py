"""PointMLP (Ma et al. 2022): residual MLPs over neighbourhoods scaled by their own spread, as ULIP and CG3D use it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from trivium.encoders.points.grouping import farthest_points, gather, nearest_points
from trivium.encoders.points.patches import ChannelNorm, in_pieces


@dataclass(frozen=True, kw_only=True)
class PointMLPConfig:
    num_points: int = 1024  # the first stage keeps 1 / reducers[0] of them, whatever the cloud has
    width: int = 64
    growth: tuple[int, ...] = (2, 2, 2, 2)
    before: tuple[int, ...] = (2, 2, 2, 2)  # residual MLPs a stage before the maximum over neighbours
    after: tuple[int, ...] = (2, 2, 2, 2)  # and after it
    neighbors: tuple[int, ...] = (24, 24, 24, 24)
    reducers: tuple[int, ...] = (2, 2, 2, 2)
    expansion: float = 1.0  # of the hidden width of a residual MLP
    skip_origin: bool = False  # the farthest points of pointnet2_ops (CG3D)
    hidden: tuple[int, ...] = (512, 256)  # of the MLP behind the trunk; CG3D has none
    out_dim: int | None = 512  # None: the features as they are
    head_bias: bool = False


ELITE = PointMLPConfig(width=32, growth=(2, 2, 2, 1), before=(1, 1, 2, 1), after=(1, 1, 2, 1), expansion=0.25)
OFFICIAL_KEYS = (  # without the wrapping ``point_encoder.``
    (r"embedding\.net\.", "lift."),
    (r"local_grouper_list\.(\d)\.affine_alpha", r"stages.\1.scale"),
    (r"local_grouper_list\.(\d)\.affine_beta", r"stages.\1.shift"),
    (r"pre_blocks_list\.(\d)\.transfer\.net\.", r"stages.\1.transfer."),
    *(
        (rf"pre_blocks_list\.(\d)\.operation\.(\d)\.net{n}\.", rf"stages.\1.before.\2.{w}.")
        for n, w in ((1, "first"), (2, "second"))
    ),
    *(
        (rf"pos_blocks_list\.(\d)\.operation\.(\d)\.net{n}\.", rf"stages.\1.after.\2.{w}.")
        for n, w in ((1, "first"), (2, "second"))
    ),
    (r"classifier\.([01])\.", r"hidden.0.\1."),
    (r"classifier\.4\.", "hidden.1.0."),
    (r"classifier\.5\.", "hidden.1.1."),
    (r"classifier\.8\.", "head."),
    (r"projection\.", "head."),  # CG3D
)


def _layer(before: int, after: int, *, bias: bool = False) -> nn.Sequential:
    return nn.Sequential(nn.Linear(before, after, bias=bias), ChannelNorm(after), nn.ReLU(inplace=True))


class ResidualMLP(nn.Module):
    def __init__(self, width: int, expansion: float) -> None:
        super().__init__()
        inner = int(width * expansion)
        self.first = _layer(width, inner)
        self.second = nn.Sequential(nn.Linear(inner, width, bias=False), ChannelNorm(width))

    def forward(self, x: Tensor) -> Tensor:
        return self.second(self.first(x)).add_(x).relu_()


class Stage(nn.Module):
    """Fewer points, each with what its neighbourhood looks like: eq. 1 to 3 of the paper."""

    def __init__(self, width: int, out: int, before: int, after: int, expansion: float) -> None:
        super().__init__()
        self.scale, self.shift = nn.Parameter(torch.ones(width)), nn.Parameter(torch.zeros(width))
        self.transfer = _layer(2 * width, out)
        self.before = nn.Sequential(*(ResidualMLP(out, expansion) for _ in range(before)))
        self.after = nn.Sequential(*(ResidualMLP(out, expansion) for _ in range(after)))

    def forward(self, x: Tensor, chosen: Tensor, members: Tensor) -> Tensor:
        """(B, G, out) from x (B, N, width), centres (B, G) and their neighbours (B, G, K)."""
        anchor = gather(x, chosen)
        inside = gather(x, members) - anchor[:, :, None]
        spread = inside.flatten(1).float().std(1)[:, None, None]  # of the whole cloud: the code, not the paper
        entry = cast(nn.Linear, self.transfer[0])
        for_inside, for_anchor = entry.weight.chunk(2, 1)
        # W (scale (n - a) / spread + shift) is a difference of two products, made once a point, not once a neighbour.
        each = linear(x, for_inside * self.scale) / (spread + 1e-5).to(x.dtype)
        bias = linear(self.shift, for_inside, entry.bias)
        center = linear(anchor, for_anchor, bias) - gather(each, chosen)

        def tokens(members: Tensor, center: Tensor) -> Tensor:
            y = gather(each, members).add_(center[:, :, None])
            return self.before(self.transfer[1:](y)).amax(2)

        return self.after(in_pieces(tokens, members, center))


class PointMLP(nn.Module):
    """Clouds (B, N, 3) to one vector (B, out_dim) each."""

    def __init__(self, config: PointMLPConfig) -> None:
        super().__init__()
        self.config = config
        c, width = config, config.width
        self.lift = _layer(3, width)
        self.stages = nn.ModuleList()
        for growth, before, after in zip(c.growth, c.before, c.after, strict=True):
            self.stages.append(Stage(width, width * growth, before, after, c.expansion))
            width *= growth
        widths = (width, *c.hidden)
        self.hidden = nn.Sequential(*(_layer(a, b, bias=True) for a, b in pairwise(widths)))
        self.out_dim = c.out_dim or widths[-1]
        self.head = nn.Linear(widths[-1], c.out_dim, bias=c.head_bias) if c.out_dim else nn.Identity()

    def stage_features(self, cloud: Tensor) -> list[Tensor]:
        """Features (B, G_i, C_i) after each stage."""
        points, x, seen = cloud, self.lift(cloud.to(next(self.parameters()).dtype)), []
        for i, stage in enumerate(self.stages):
            count = self.config.num_points // prod(self.config.reducers[: i + 1])
            chosen = farthest_points(points, count, skip_origin=self.config.skip_origin)
            centers = gather(points, chosen)
            x = stage(x, chosen, nearest_points(points, centers, self.config.neighbors[i]))
            points = centers
            seen.append(x)
        return seen

    def features(self, cloud: Tensor) -> Tensor:
        """(B, hidden): what the head projects."""
        return self.hidden(self.stage_features(cloud)[-1].amax(1))

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.features(cloud))
