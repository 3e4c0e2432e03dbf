"""OpenShape's point patch transformer (Liu et al. 2023): ball patches as tokens, no positions but their coordinates.

TAMM uses it too; FusionBERT's point encoder is scaling 4 with nine channels.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn

from trivium.encoders.points.grouping import ball_query, farthest_points, gather
from trivium.encoders.points.patches import ChannelNorm, in_pieces
from trivium.encoders.transformer import Block


@dataclass(frozen=True, kw_only=True)
class PPATConfig:
    in_channels: int = 6  # of a point: position, colour (and normal)
    width: int = 512
    depth: int = 12
    heads: int = 8
    head_dim: int = 64
    hidden: int = 1536
    patch_width: int = 256  # of a patch before the transformer
    num_groups: int = 384
    group_size: int = 64
    radius: float = 0.2
    out_dim: int | None = 1280  # None: the class token as it is


# Width, depth, heads, hidden, patch width, patches, radius and points of a patch in the official "scalings".
SCALINGS: dict[int, PPATConfig] = {
    number: PPATConfig(width=w, depth=d, heads=h, hidden=m, patch_width=p, num_groups=g, radius=r, group_size=n)
    for number, (w, d, h, m, p, g, r, n) in {
        1: (256, 6, 4, 1024, 96, 64, 0.4, 256),
        2: (512, 6, 8, 1024, 128, 64, 0.4, 256),
        3: (512, 12, 8, 1024, 128, 128, 0.35, 128),
        4: (512, 12, 8, 1536, 256, 384, 0.2, 64),
        5: (768, 12, 12, 2304, 256, 512, 0.2, 64),
        6: (768, 24, 12, 3072, 256, 512, 0.2, 64),
    }.items()
}


OFFICIAL_KEYS = (
    (r"(?:ppat\.)?cls_token", "cls"),
    *((rf"(?:ppat\.)?sa\.mlp_convs\.{i}\.", f"patch.{3 * i}.") for i in range(3)),
    *((rf"(?:ppat\.)?sa\.mlp_bns\.{i}\.", f"patch.{3 * i + 1}.") for i in range(3)),
    (r"(?:ppat\.)?lift\.0\.", "lift.0."),
    (r"(?:ppat\.)?lift\.2\.", "lift.1."),
    (r"(?:ppat\.)?transformer\.layers\.(\d+)\.0\.norm\.", r"blocks.\1.norm1."),
    (r"(?:ppat\.)?transformer\.layers\.(\d+)\.0\.fn\.to_qkv\.", r"blocks.\1.attention.qkv."),
    (r"(?:ppat\.)?transformer\.layers\.(\d+)\.0\.fn\.to_out\.0\.", r"blocks.\1.attention.out."),
    (r"(?:ppat\.)?transformer\.layers\.(\d+)\.1\.norm\.", r"blocks.\1.norm2."),
    (r"(?:ppat\.)?transformer\.layers\.(\d+)\.1\.fn\.net\.0\.", r"blocks.\1.mlp.0."),
    (r"(?:ppat\.)?transformer\.layers\.(\d+)\.1\.fn\.net\.3\.", r"blocks.\1.mlp.2."),
    (r"proj\.", "head."),
    (r"logit_scale", None),
)


class PointPatchTransformer(nn.Module):
    """Clouds (B, N, in_channels), position first, to one vector (B, out_dim) each."""

    def __init__(self, config: PPATConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim or config.width
        c = config
        widths = (3 + c.in_channels, 64, 64, c.patch_width)
        layers: list[nn.Module] = []
        for before, after in pairwise(widths):
            layers += [nn.Linear(before, after), ChannelNorm(after), nn.ReLU(inplace=True)]
        self.patch = nn.Sequential(*layers)
        self.lift = nn.Sequential(nn.Linear(3 + c.patch_width, c.width), nn.LayerNorm(c.width))
        self.cls = nn.Parameter(torch.randn(c.width) * 0.02)
        self.blocks = nn.ModuleList(
            Block(c.width, c.heads, c.hidden, head_dim=c.head_dim, qkv_bias=False) for _ in range(c.depth)
        )
        self.head = nn.Linear(c.width, c.out_dim) if c.out_dim else nn.Identity()

    def groups(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Indices of the centres (B, G) and of the points of their balls (B, G, M)."""
        points = cloud[..., :3].float()
        chosen = farthest_points(points, self.config.num_groups)
        return chosen, ball_query(points, gather(points, chosen), self.config.radius, self.config.group_size)

    def patches(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Centres (B, G, 3) and what their patches look like (B, G, patch_width)."""
        chosen, members = self.groups(cloud)
        centers = gather(cloud[..., :3], chosen)
        inside = gather(cloud, members)
        relative = inside[..., :3] - centers[:, :, None]
        dtype = self.cls.dtype  # positions are compared in float32, whatever the weights are
        patches = torch.cat([relative, inside], -1).to(dtype)
        return centers.to(dtype), in_pieces(lambda part: self.patch(part).amax(2), patches)

    def tokens(self, cloud: Tensor) -> Tensor:
        """(B, 1 + G, width): what goes into the transformer, the class token first."""
        x = self.lift(torch.cat(self.patches(cloud), -1))
        return torch.cat([self.cls.expand(len(x), 1, -1), x], 1)

    def cls_token(self, tokens: Tensor) -> Tensor:
        """(B, width): the class token after the transformer (no final norm)."""
        *blocks, last = self.blocks
        for block in blocks:
            tokens = block(tokens)
        return last(tokens, queries=1)[:, 0]

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.cls_token(self.tokens(cloud)))
