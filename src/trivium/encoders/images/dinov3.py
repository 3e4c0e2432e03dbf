"""DINOv3 (Siméoni et al. 2025): patch features by ``transformers``, from files in its format or in Meta's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trivium.encoders.packing import split_qkv
from trivium.errors import require


@dataclass(frozen=True, kw_only=True)
class DINOv3Config:
    width: int = 768
    depth: int = 12
    heads: int = 12
    hidden: int = 3072
    gated: bool = False  # the "plus" models
    qkv_bias: bool = True
    registers: int = 4
    patch: int = 16


SIZES: dict[str, DINOv3Config] = {
    "vits16": DINOv3Config(width=384, heads=6, hidden=1536),
    "vits16plus": DINOv3Config(width=384, heads=6, hidden=1536, gated=True),
    "vitb16": DINOv3Config(),
    "vitl16": DINOv3Config(width=1024, depth=24, heads=16, hidden=4096),
    "vith16plus": DINOv3Config(width=1280, depth=32, heads=20, hidden=5120, gated=True),
    "vit7b16": DINOv3Config(width=4096, depth=40, heads=32, hidden=8192, gated=True, qkv_bias=False),
}

ROTARY_BASE = 100.0


OFFICIAL_KEYS = (
    (r"cls_token", "embeddings.cls_token"),
    (r"storage_tokens", "embeddings.register_tokens"),
    (r"mask_token", "embeddings.mask_token"),
    (r"patch_embed\.proj\.", "embeddings.patch_embeddings."),
    (r"rope_embed\.periods", "periods"),
    (r"blocks\.(\d+)\.norm(\d)\.", r"model.layer.\1.norm\2."),
    (r"blocks\.(\d+)\.attn\.qkv\.bias_mask", r"model.layer.\1.attention.mask"),
    (r"blocks\.(\d+)\.attn\.qkv\.", r"model.layer.\1.attention.packed."),
    (r"blocks\.(\d+)\.attn\.proj\.", r"model.layer.\1.attention.o_proj."),
    (r"blocks\.(\d+)\.ls(\d)\.gamma", r"model.layer.\1.layer_scale\2.lambda1"),
    (r"blocks\.(\d+)\.mlp\.(?:fc1|w2)\.", r"model.layer.\1.mlp.up_proj."),
    (r"blocks\.(\d+)\.mlp\.(?:fc2|w3)\.", r"model.layer.\1.mlp.down_proj."),
    (r"blocks\.(\d+)\.mlp\.w1\.", r"model.layer.\1.mlp.gate_proj."),
    (r"norm\.", "norm."),
    (r"local_cls_norm\.", None),  # of training crops
)
TRANSFORMERS_KEYS = (
    (r"(embeddings|norm)\.", r"net.\1."),
    (r"(?:model\.)?layer\.", "net.model.layer."),  # released before ``transformers`` put ``model.`` in front
)


def rotary_periods(config: DINOv3Config) -> Tensor:
    """(head width / 4,): Meta's files hold them, those of ``transformers`` do not."""
    return ROTARY_BASE ** torch.arange(0, 1, 4 / (config.width // config.heads))


def from_official(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Renamed tensors to those of ``DINOv3``. The keys' bias is masked away officially."""
    kept = {k: v for k, v in tensors.items() if not k.endswith("attention.mask")}
    out = {k: v for k, v in split_qkv(kept, "packed").items() if not k.endswith("k_proj.bias")}
    return {k if k == "periods" else f"net.{k}": v for k, v in out.items()}


def from_transformers(tensors: Mapping[str, Tensor], config: DINOv3Config) -> dict[str, Tensor]:
    """Renamed tensors to those of ``DINOv3``."""
    return {**tensors, "periods": rotary_periods(config)}


class DINOv3(nn.Module):
    """Pictures (B, 3, H, W), sides multiples of the patch, to the class token (B, width)."""

    periods: Tensor

    def __init__(self, config: DINOv3Config) -> None:
        super().__init__()
        dino = require("transformers", "foundation")
        c = config
        self.config, self.out_dim = config, config.width
        self.net = dino.DINOv3ViTModel(
            dino.DINOv3ViTConfig(
                patch_size=c.patch,
                hidden_size=c.width,
                intermediate_size=c.hidden,
                num_hidden_layers=c.depth,
                num_attention_heads=c.heads,
                num_register_tokens=c.registers,
                use_gated_mlp=c.gated,
                query_bias=c.qkv_bias,
                value_bias=c.qkv_bias,
                rope_theta=ROTARY_BASE,
                hidden_act="silu" if c.gated else "gelu",
            )
        )
        # Where a file holds rotary periods, they are used as they are, not computed anew from the base.
        self.register_buffer("periods", rotary_periods(c))
        self.register_load_state_dict_post_hook(lambda module, _: module._use_periods())

    def _use_periods(self) -> None:
        self.net.rope_embeddings.inv_freq = 1 / self.periods

    def all_tokens(self, images: Tensor, *, back: int = 0) -> Tensor:
        """(B, 1 + registers + patches, width), normed: of the last layer, or of one ``back`` from it."""
        seen = self.net(images, output_hidden_states=True).hidden_states
        return self.net.norm(seen[-1 - back])

    def patches(self, images: Tensor, *, back: int = 0) -> Tensor:
        """(B, width, H/patch, W/patch)"""
        h, w = (side // self.config.patch for side in images.shape[-2:])
        x = self.all_tokens(images, back=back)[:, 1 + self.config.registers :]
        return x.transpose(1, 2).unflatten(2, (h, w))

    def forward(self, images: Tensor) -> Tensor:
        return self.all_tokens(images)[:, 0]
