"""Uni3D (Zhou et al. 2024): the patches of Point-BERT in front of a vision transformer of the EVA family."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from trivium.encoders.packing import with_key_bias
from trivium.encoders.points.grouping import group
from trivium.encoders.points.patches import PATCH_KEYS, PatchPointNet
from trivium.encoders.transformer import Block, GatedMLP

EPS = 1e-6  # of every norm: at 1e-5 the released models give other embeddings


@dataclass(frozen=True, kw_only=True)
class Uni3DConfig:
    width: int
    depth: int
    heads: int
    hidden: int  # of the MLP
    mlp: Literal["gelu", "gated", "gated-norm"]
    in_channels: int = 6  # position and colour
    patch_width: int = 512
    num_groups: int = 512
    group_size: int = 64
    out_dim: int = 1024


SIZES: dict[str, Uni3DConfig] = {
    "ti": Uni3DConfig(width=192, depth=12, heads=3, hidden=512, mlp="gated"),
    "s": Uni3DConfig(width=384, depth=12, heads=6, hidden=1024, mlp="gated"),
    "b": Uni3DConfig(width=768, depth=12, heads=12, hidden=2048, mlp="gated-norm"),
    "l": Uni3DConfig(width=1024, depth=24, heads=16, hidden=2730, mlp="gated-norm"),
    "g": Uni3DConfig(width=1408, depth=40, heads=16, hidden=6144, mlp="gelu"),
}


OFFICIAL_KEYS = (  # without the wrapping ``point_encoder.``
    *PATCH_KEYS,
    (r"cls_token", "cls"),
    (r"cls_pos", "cls_position"),
    (r"encoder2trans\.", "lift."),
    (r"trans2embed\.", "head."),
    (r"pos_embed\.(\d)", r"position.\1"),
    (r"visual\.blocks\.(\d+)\.norm(\d)", r"blocks.\1.norm\2"),
    (r"visual\.blocks\.(\d+)\.attn\.proj\.", r"blocks.\1.attention.out."),
    (r"visual\.blocks\.(\d+)\.attn\.", r"blocks.\1.attention."),
    (r"visual\.blocks\.(\d+)\.mlp\.", r"blocks.\1.mlp."),
    (r"visual\.fc_norm\.", "norm."),
    (r"visual\.(?:cls_token|pos_embed|patch_embed|head)", None),  # of the image model it was made from: not used
    (r"logit_scale", None),
)


def joined(tensors: dict[str, Tensor], config: Uni3DConfig) -> dict[str, Tensor]:
    """Makes one projection of the separate query, key and value, and of the gate and value of an MLP.

    The keys have no bias in any size.
    """
    out = dict(tensors)
    for i in range(config.depth):
        a, m = f"blocks.{i}.attention.", f"blocks.{i}.mlp."
        if f"{a}q_proj.weight" in out:
            out[f"{a}qkv.weight"] = torch.cat([out.pop(f"{a}{n}_proj.weight") for n in "qkv"])
            out[f"{a}q_bias"], out[f"{a}v_bias"] = out.pop(f"{a}q_proj.bias"), out.pop(f"{a}v_proj.bias")
        up, down = ("0", "2") if config.mlp == "gelu" else ("up", "down")
        for kind in ("weight", "bias"):
            if f"{m}fc1_g.{kind}" in out:
                out[f"{m}up.{kind}"] = torch.cat([out.pop(f"{m}fc1_g.{kind}"), out.pop(f"{m}fc1_x.{kind}")])
            for official, ours in (("fc1", up), ("fc2", down)):
                if f"{m}{official}.{kind}" in out:
                    out[f"{m}{ours}.{kind}"] = out.pop(f"{m}{official}.{kind}")
    return with_key_bias(out)


class Uni3D(nn.Module):
    """Clouds (B, N, 6) to one vector (B, out_dim) each."""

    def __init__(self, config: Uni3DConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim
        c, w = config, config.width
        self.patch = PatchPointNet(c.in_channels, c.patch_width)
        self.lift = nn.Linear(c.patch_width, w)
        self.position = nn.Sequential(nn.Linear(3, 128), nn.GELU(), nn.Linear(128, w))
        self.cls = nn.Parameter(torch.randn(w) * 0.02)
        self.cls_position = nn.Parameter(torch.randn(w) * 0.02)
        gated = c.mlp != "gelu"
        self.blocks = nn.ModuleList(
            Block(
                w,
                c.heads,
                c.hidden,
                eps=EPS,
                mlp=GatedMLP(w, c.hidden, inner_norm=c.mlp == "gated-norm", eps=EPS) if gated else None,
            )
            for _ in range(c.depth)
        )
        self.norm = nn.LayerNorm(w, EPS)
        self.head = nn.Linear(w, c.out_dim)

    def patches(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Centres (B, G, 3) and what their patches look like (B, G, patch_width)."""
        inside, centers = group(cloud, self.config.num_groups, self.config.group_size, skip_origin=True)
        return centers.to(self.cls.dtype), self.patch(inside)

    def tokens(self, cloud: Tensor) -> Tensor:
        """(B, 1 + G, width): what goes into the transformer, positions added."""
        centers, x = self.patches(cloud)
        first = (self.cls + self.cls_position).expand(len(x), 1, -1)
        return torch.cat([first, self.lift(x) + self.position(centers)], 1)

    def cls_token(self, tokens: Tensor) -> Tensor:
        """(B, width): the class token after the transformer and its norm. No rotary positions are used."""
        *blocks, last = self.blocks
        for block in blocks:
            tokens = block(tokens)
        return self.norm(last(tokens, queries=1)[:, 0])

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.cls_token(self.tokens(cloud)))
