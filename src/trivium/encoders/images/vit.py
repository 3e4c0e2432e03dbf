"""A small vision transformer on top of residual convolutions.

ViT (Dosovitskiy et al. 2021) whose patches are made by a short ResNet instead of one projection (the hybrid of the same
paper; early convolutions: Xiao et al. 2021): it learns much faster from little data. Fixed 2D sine positions let it run
at any multiple of the patch size.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trivium.encoders.transformer import Block


@dataclass(frozen=True, kw_only=True)
class ViTConfig:
    width: int = 256
    depth: int = 4
    stem_depth: int = 2  # residual blocks a stage
    heads: int = 4
    mlp_ratio: int = 4
    patch: int = 16  # the stem halves the picture four times
    out_dim: int = 256


class ViT(nn.Module):
    """Pictures (B, 3, H, W) to one vector (B, out_dim) each: the mean of their patch tokens, projected and centred."""

    class_tokens = 0

    def __init__(self, config: ViTConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim
        w = config.width
        self.stem = _conv_stem(config)
        self.blocks = nn.ModuleList(Block(w, config.heads, config.mlp_ratio * w) for _ in range(config.depth))
        self.norm = nn.LayerNorm(w)
        self.head = nn.Linear(w, config.out_dim, bias=False)
        # Without it all rows share a large common part: training starts slowly, and mixed queries drown in that part.
        self.center = nn.BatchNorm1d(config.out_dim, affine=False)

    @property
    def layers(self) -> nn.ModuleList:
        return self.blocks

    def tokens(self, images: Tensor) -> Tensor:
        """(B, H/patch * W/patch, width): the patches row by row."""
        return self._attended(self.stem(images))

    def _attended(self, x: Tensor) -> Tensor:
        positions = sine_positions(x.shape[2], x.shape[3], x.shape[1]).to(x)
        x = x.flatten(2).transpose(1, 2) + positions
        for block in self.blocks:
            x = block(x)
        return self.norm(x)

    def pyramid(self, images: Tensor) -> tuple[Tensor, Tensor]:
        """What a dense head stands on: the stem at stride 8 (B, width/2, H/8, W/8), and at stride 16 the stem beside the
        patches (B, 2 width, H/16, W/16)."""
        cut = 3 + 2 * self.config.stem_depth
        fine = self.stem[:cut](images)
        coarse = self.stem[cut:](fine)
        patches = self._attended(coarse).transpose(1, 2).unflatten(2, coarse.shape[2:])
        return fine, torch.cat([coarse, patches], 1)

    def forward(self, images: Tensor) -> Tensor:
        return self.center(self.head(self.tokens(images).mean(1)))


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions beside a shortcut (He et al. 2016); ``stride`` 2 halves the picture."""

    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(before, after, 3, stride, 1, bias=False),
            nn.BatchNorm2d(after),
            nn.ReLU(inplace=True),
            nn.Conv2d(after, after, 3, 1, 1, bias=False),
            nn.BatchNorm2d(after),
        )
        same = before == after and stride == 1
        self.shortcut = (
            nn.Identity()
            if same
            else nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))
        )

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.body(x) + self.shortcut(x))


def _conv_stem(config: ViTConfig) -> nn.Sequential:
    """Residual stages at strides 4, 8 and 16: (B, 3, H, W) to (B, width, H/16, W/16)."""
    w = config.width
    first = [nn.Conv2d(3, w // 8, 3, 2, 1, bias=False), nn.BatchNorm2d(w // 8), nn.ReLU(inplace=True)]
    stages: list[nn.Module] = []
    for before, after in ((w // 8, w // 4), (w // 4, w // 2), (w // 2, w)):
        stages.append(ResidualBlock(before, after, 2))
        stages += [ResidualBlock(after, after, 1) for _ in range(config.stem_depth - 1)]
    return nn.Sequential(*first, *stages)


def sine_positions(rows: int, columns: int, width: int) -> Tensor:
    """(rows * columns, width) fixed 2D positions on a grid scaled to [0, 8), so that resolution may change."""
    frequencies = 1.0 / 100 ** (torch.arange(width // 4) / (width // 4))
    y = (torch.arange(rows) + 0.5) * 8 / rows
    x = (torch.arange(columns) + 0.5) * 8 / columns
    waves_y, waves_x = y[:, None] * frequencies, x[:, None] * frequencies
    grid_y = torch.cat([waves_y.sin(), waves_y.cos()], 1)[:, None].expand(-1, columns, -1)
    grid_x = torch.cat([waves_x.sin(), waves_x.cos()], 1)[None].expand(rows, -1, -1)
    return torch.cat([grid_y, grid_x], 2).reshape(rows * columns, width)
