"""Features of places in a picture: a head on two levels of a vision transformer, one vector for every 8 x 8 pixels.

A tower that was trained to tell objects apart mixes their parts: which leg a patch shows is lost. The head brings the
stem's finer map and the patches back together, and is trained so that the same point of a surface, seen in two pictures,
gets the same vector.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn.functional import interpolate

from trivium.encoders.images.vit import ViTConfig, sine_positions
from trivium.encoders.transformer import Block

STRIDE = 8  # pixels


@dataclass(frozen=True, kw_only=True)
class DenseHeadConfig:
    width: int = 192
    depth: int = 2
    heads: int = 4
    mlp_ratio: int = 4
    out_dim: int = 64


class DenseHead(nn.Module):
    """``ViT.pyramid`` to one vector for each place: (B, out_dim, H/8, W/8)."""

    def __init__(self, config: DenseHeadConfig, tower: ViTConfig) -> None:
        super().__init__()
        self.config = config
        w = config.width
        self.fine = nn.Conv2d(tower.width // 2, w, 1)
        self.coarse = nn.Conv2d(2 * tower.width, w, 1)
        self.blocks = nn.ModuleList(Block(w, config.heads, config.mlp_ratio * w) for _ in range(config.depth))
        self.norm = nn.LayerNorm(w)
        self.out = nn.Linear(w, config.out_dim)

    def tokens(self, fine: Tensor, coarse: Tensor) -> Tensor:
        """(B, H/8 * W/8, width): the places row by row, before they are projected."""
        coarse = interpolate(self.coarse(coarse), size=fine.shape[2:], mode="bilinear")
        x = (self.fine(fine) + coarse).flatten(2).transpose(1, 2)
        x = x + sine_positions(fine.shape[2], fine.shape[3], x.shape[2]).to(x)
        for block in self.blocks:
            x = block(x)
        return self.norm(x)

    def forward(self, fine: Tensor, coarse: Tensor) -> Tensor:
        return self.out(self.tokens(fine, coarse)).transpose(1, 2).unflatten(2, fine.shape[2:])
