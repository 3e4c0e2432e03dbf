"""PointNet++ (Qi et al. 2017), with one radius a level (SSG) or several (MSG), as ULIP uses it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import cast

import torch
from torch import Tensor, nn

from trivium.encoders.points.grouping import ball_query, farthest_points, gather
from trivium.encoders.points.patches import ChannelNorm, in_pieces


@dataclass(frozen=True, kw_only=True)
class Level:
    """One set abstraction: centres, then for each scale a radius, the points of a ball and the widths of an MLP."""

    num_groups: int
    radii: tuple[float, ...]
    group_sizes: tuple[int, ...]
    widths: tuple[tuple[int, ...], ...]

    @property
    def out(self) -> int:
        return sum(w[-1] for w in self.widths)


@dataclass(frozen=True, kw_only=True)
class PointNet2Config:
    levels: tuple[Level, ...]
    whole: tuple[int, ...] = (256, 512, 1024)  # widths of the MLP over all that is left
    hidden: tuple[int, int] = (512, 256)
    features_first: bool = False  # the official MSG puts features before coordinates
    out_dim: int = 512


SSG = PointNet2Config(
    levels=(
        Level(num_groups=512, radii=(0.2,), group_sizes=(32,), widths=((64, 64, 128),)),
        Level(num_groups=128, radii=(0.4,), group_sizes=(64,), widths=((128, 128, 256),)),
    )
)
MSG = PointNet2Config(
    levels=(
        Level(
            num_groups=512,
            radii=(0.1, 0.2, 0.4),
            group_sizes=(16, 32, 128),
            widths=((32, 32, 64), (64, 64, 128), (64, 96, 128)),
        ),
        Level(
            num_groups=128,
            radii=(0.2, 0.4, 0.8),
            group_sizes=(32, 64, 128),
            widths=((64, 64, 128), (128, 128, 256), (128, 128, 256)),
        ),
    ),
    features_first=True,
)
OFFICIAL_KEYS = (  # without the wrapping ``point_encoder.``
    (r"sa3\.mlp_convs\.(\d)\.", r"whole.\1.0."),
    (r"sa3\.mlp_bns\.(\d)\.", r"whole.\1.1."),
    *((rf"sa{n}\.mlp_convs\.(\d)\.", rf"levels.{n - 1}.0.\1.0.") for n in (1, 2)),
    *((rf"sa{n}\.mlp_bns\.(\d)\.", rf"levels.{n - 1}.0.\1.1.") for n in (1, 2)),
    *((rf"sa{n}\.conv_blocks\.(\d)\.(\d)\.", rf"levels.{n - 1}.\1.\2.0.") for n in (1, 2)),
    *((rf"sa{n}\.bn_blocks\.(\d)\.(\d)\.", rf"levels.{n - 1}.\1.\2.1.") for n in (1, 2)),
    (r"fc1\.", "hidden.0.0."),
    (r"bn1\.", "hidden.0.1."),
    (r"fc2\.", "hidden.1.0."),
    (r"bn2\.", "hidden.1.1."),
    (r"fc3\.", None),  # a classifier that ULIP does not use
)


def _mlp(widths: tuple[int, ...]) -> nn.Sequential:
    return nn.Sequential(
        *(nn.Sequential(nn.Linear(a, b), ChannelNorm(b), nn.ReLU(inplace=True)) for a, b in pairwise(widths))
    )


def _largest(mlp: nn.Module, patches: Tensor) -> Tensor:
    """(B, G, out): over the points of a patch."""
    return mlp(patches).amax(2)


class PointNet2(nn.Module):
    """Clouds (B, N, 3) to one vector (B, out_dim) each."""

    def __init__(self, config: PointNet2Config) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim
        self.levels, before = nn.ModuleList(), 0
        for level in config.levels:
            self.levels.append(nn.ModuleList(_mlp((3 + before, *widths)) for widths in level.widths))
            before = level.out
        self.whole = _mlp((3 + before, *config.whole))
        self.hidden = _mlp((config.whole[-1], *config.hidden))
        self.head = nn.Linear(config.hidden[-1], config.out_dim, bias=False)

    def level(self, number: int, points: Tensor, features: Tensor | None) -> tuple[Tensor, Tensor]:
        """Centres (B, G, 3) and features (B, G, out) of a level from those before it."""
        level = self.config.levels[number]
        centers = gather(points, farthest_points(points, level.num_groups))
        seen = []
        for radius, size, mlp in zip(
            level.radii, level.group_sizes, cast(nn.ModuleList, self.levels[number]), strict=True
        ):
            members = ball_query(points, centers, radius, size)
            x = gather(points, members) - centers[:, :, None]
            if features is not None:
                inside = gather(features, members)
                x = torch.cat([inside, x] if self.config.features_first else [x, inside], -1)
            seen.append(in_pieces(partial(_largest, mlp), x.to(self.head.weight.dtype)))
        return centers, torch.cat(seen, -1)

    def features(self, cloud: Tensor) -> Tensor:
        """(B, hidden)"""
        points, x = cloud, None
        for number in range(len(self.levels)):
            points, x = self.level(number, points, x)
        assert x is not None
        return self.hidden(self.whole(torch.cat([points.to(x.dtype), x], -1)).amax(1))

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.features(cloud))
