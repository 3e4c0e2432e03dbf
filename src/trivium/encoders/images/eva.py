"""EVA-02's largest image tower (Sun et al. 2023), as in EVA02-E-14-plus: a ViT whose norms follow attention and MLP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trivium.encoders.packing import with_key_bias
from trivium.encoders.transformer import Block

EPS = 1e-6  # of every norm


@dataclass(frozen=True, kw_only=True)
class EVAImageConfig:
    image_size: int = 224
    patch: int = 14
    width: int = 1792
    depth: int = 64
    heads: int = 16
    hidden: int = 15360
    out_dim: int = 1024


SIZES: dict[str, EVAImageConfig] = {"EVA02-E-14-plus": EVAImageConfig()}


TIMM_KEYS = (
    (r"cls_token", "cls"),
    (r"pos_embed", "positions"),
    (r"patch_embed\.proj\.", "patch."),
    (r"blocks\.(\d+)\.norm(\d)\.", r"blocks.\1.norm\2."),
    (r"blocks\.(\d+)\.attn\.proj\.", r"blocks.\1.attention.out."),
    (r"blocks\.(\d+)\.attn\.", r"blocks.\1.attention."),
    (r"blocks\.(\d+)\.mlp\.fc1\.", r"blocks.\1.mlp.0."),
    (r"blocks\.(\d+)\.mlp\.fc2\.", r"blocks.\1.mlp.2."),
    (r"norm\.", "norm."),
    (r"head\.", "head."),
)


def from_timm(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Renamed tensors to those of ``EVAImages``."""
    return with_key_bias(tensors)


class PostNormBlock(Block):
    """What attention and MLP give is normed, not what they take."""

    def forward(self, x: Tensor, queries: int | None = None) -> Tensor:
        x = x[:, :queries] + self.norm1(self.attention(x, queries))
        return x + self.norm2(self.mlp(x))


class EVAImages(nn.Module):
    """Pictures (B, 3, H, W), standardized as CLIP's, to one vector (B, out_dim) each: the class token, projected."""

    def __init__(self, config: EVAImageConfig) -> None:
        super().__init__()
        c, w = config, config.width
        self.config, self.out_dim = config, config.out_dim
        self.patch = nn.Conv2d(3, w, c.patch, c.patch)
        self.cls = nn.Parameter(torch.randn(w) * 0.02)
        self.positions = nn.Parameter(torch.randn(1 + (c.image_size // c.patch) ** 2, w) * 0.02)
        self.blocks = nn.ModuleList(PostNormBlock(w, c.heads, c.hidden, eps=EPS) for _ in range(c.depth))
        self.norm = nn.LayerNorm(w, EPS)
        self.head = nn.Linear(w, c.out_dim)

    def forward(self, images: Tensor) -> Tensor:
        patches = self.patch(images).flatten(2).transpose(1, 2)
        x = torch.cat([self.cls.expand(len(images), 1, -1), patches], 1) + self.positions
        *blocks, last = self.blocks
        for block in blocks:
            x = block(x)
        return self.head(self.norm(last(x, queries=1)[:, 0]))
