"""DINOv2 (Oquab et al. 2023), also with registers (Darcet et al. 2024): patch features of pictures of any size."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate

from trivium.encoders.packing import join_qkv
from trivium.encoders.transformer import Block, GatedMLP
from trivium.errors import ShapeError

EPS = 1e-6  # of every norm


@dataclass(frozen=True, kw_only=True)
class DINOv2Config:
    image_size: int = 518  # whose grid of positions is learned: others are interpolated
    patch: int = 14
    width: int = 768
    depth: int = 12
    heads: int = 12
    hidden: int = 3072
    gated: bool = False
    registers: int = 0


SIZES: dict[str, DINOv2Config] = {
    "vits14": DINOv2Config(width=384, heads=6, hidden=1536),
    "vitb14": DINOv2Config(),
    "vitl14": DINOv2Config(width=1024, depth=24, heads=16, hidden=4096),
    "vitg14": DINOv2Config(width=1536, depth=40, heads=24, hidden=4096, gated=True),
}
SIZES |= {f"{name}_reg": replace(config, registers=4) for name, config in SIZES.items()}


META_KEYS = (
    (r"cls_token", "cls"),
    (r"register_tokens", "registers"),
    (r"pos_embed", "positions"),
    (r"mask_token", None),  # of training
    (r"patch_embed\.proj\.", "patch."),
    (r"blocks\.(\d+)\.norm(\d)\.", r"blocks.\1.norm\2."),
    (r"blocks\.(\d+)\.attn\.qkv\.", r"blocks.\1.attention.qkv."),
    (r"blocks\.(\d+)\.attn\.proj\.", r"blocks.\1.attention.out."),
    (r"blocks\.(\d+)\.ls(\d)\.gamma", r"blocks.\1.scale\2"),
    (r"blocks\.(\d+)\.mlp\.fc1\.", r"blocks.\1.mlp.0."),
    (r"blocks\.(\d+)\.mlp\.fc2\.", r"blocks.\1.mlp.2."),
    (r"blocks\.(\d+)\.mlp\.w12\.", r"blocks.\1.mlp.up."),
    (r"blocks\.(\d+)\.mlp\.w3\.", r"blocks.\1.mlp.down."),
    (r"norm\.", "norm."),
)
TRANSFORMERS_KEYS = (
    (r"embeddings\.cls_token", "cls"),
    (r"embeddings\.register_tokens", "registers"),
    (r"embeddings\.position_embeddings", "positions"),
    (r"embeddings\.mask_token", None),
    (r"embeddings\.patch_embeddings\.projection\.", "patch."),
    (r"encoder\.layer\.(\d+)\.norm(\d)\.", r"blocks.\1.norm\2."),
    (r"encoder\.layer\.(\d+)\.attention\.attention\.(query|key|value)\.", r"blocks.\1.attention.\2."),
    (r"encoder\.layer\.(\d+)\.attention\.output\.dense\.", r"blocks.\1.attention.out."),
    (r"encoder\.layer\.(\d+)\.layer_scale(\d)\.lambda1", r"blocks.\1.scale\2"),
    (r"encoder\.layer\.(\d+)\.mlp\.fc1\.", r"blocks.\1.mlp.0."),
    (r"encoder\.layer\.(\d+)\.mlp\.fc2\.", r"blocks.\1.mlp.2."),
    (r"encoder\.layer\.(\d+)\.mlp\.weights_in\.", r"blocks.\1.mlp.up."),
    (r"encoder\.layer\.(\d+)\.mlp\.weights_out\.", r"blocks.\1.mlp.down."),
    (r"layernorm\.", "norm."),
)


def from_official(tensors: Mapping[str, Tensor], config: DINOv2Config) -> dict[str, Tensor]:
    """Renamed tensors of either table to those of ``DINOv2``: what is only added or multiplied is folded in.

    The class token takes its position, and the last layer of each branch the LayerScale behind it.
    """
    out = join_qkv(tensors, ("query", "key", "value"), "qkv")
    cls, positions = out.pop("cls").flatten(), out.pop("positions").flatten(0, -2)
    registers = out.pop("registers", cls.new_empty(0)).reshape(-1, config.width)
    out |= {"first": torch.cat([(cls + positions[0])[None], registers]), "positions": positions[1:]}
    mlp = "mlp.down" if config.gated else "mlp.2"
    for i in range(config.depth):
        for scale, layer in (("scale1", "attention.out"), ("scale2", mlp)):
            factors = out.pop(f"blocks.{i}.{scale}")
            out[f"blocks.{i}.{layer}.weight"] = factors[:, None] * out[f"blocks.{i}.{layer}.weight"]
            out[f"blocks.{i}.{layer}.bias"] = factors * out[f"blocks.{i}.{layer}.bias"]
    return out


class DINOv2(nn.Module):
    """Pictures (B, 3, H, W), sides multiples of the patch, to the class token (B, width)."""

    def __init__(self, config: DINOv2Config) -> None:
        super().__init__()
        c, w = config, config.width
        self.config, self.out_dim = config, w
        self.patch = nn.Conv2d(3, w, c.patch, c.patch)
        self.first = nn.Parameter(torch.randn(1 + c.registers, w) * 0.02)  # class token, registers
        self.positions = nn.Parameter(torch.randn((c.image_size // c.patch) ** 2, w) * 0.02)
        self.blocks = nn.ModuleList(
            Block(w, c.heads, c.hidden, eps=EPS, mlp=GatedMLP(w, c.hidden) if c.gated else None) for _ in range(c.depth)
        )
        self.norm = nn.LayerNorm(w, EPS)

    def positions_of(self, rows: int, columns: int) -> Tensor:
        """(rows * columns, width): the learned grid, interpolated as Meta does it."""
        side = math.isqrt(len(self.positions))
        if rows == columns == side:
            return self.positions
        grid = self.positions.float().T.reshape(1, -1, side, side)
        if self.config.registers:
            grid = interpolate(grid, size=(rows, columns), mode="bicubic", antialias=True)
        else:  # Meta's scales are a little too large for the older models, from their training on
            scales = (rows + 0.1) / side, (columns + 0.1) / side
            grid = interpolate(grid, scale_factor=scales, mode="bicubic")
        return grid[0].flatten(1).T.to(self.positions.dtype)

    def all_tokens(self, images: Tensor, *, back: int = 0) -> Tensor:
        """(B, 1 + registers + patches, width), normed: of the last layer, or of one ``back`` from it."""
        rows, columns = self._grid(images)
        patches = self.patch(images).flatten(2).transpose(1, 2) + self.positions_of(rows, columns)
        x = torch.cat([self.first.expand(len(images), -1, -1), patches], 1)
        for block in self.blocks[: len(self.blocks) - back]:
            x = block(x)
        return self.norm(x)

    def patches(self, images: Tensor, *, back: int = 0) -> Tensor:
        """(B, width, H/patch, W/patch)"""
        x = self.all_tokens(images, back=back)[:, len(self.first) :]
        return x.transpose(1, 2).unflatten(2, self._grid(images))

    def forward(self, images: Tensor) -> Tensor:
        return self.all_tokens(images)[:, 0]

    def _grid(self, images: Tensor) -> tuple[int, int]:
        height, width = images.shape[-2:]
        patch = self.config.patch
        if height % patch or width % patch:
            raise ShapeError(f"got pictures of {height} x {width} pixels, expected multiples of {patch}: resize them")
        return height // patch, width // patch
