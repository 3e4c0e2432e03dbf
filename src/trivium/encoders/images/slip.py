"""SLIP's image tower (Mu et al. 2022): a ViT in timm's format, by ``transformers``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torch import Tensor, nn

from trivium.encoders.packing import split_qkv
from trivium.errors import require


@dataclass(frozen=True, kw_only=True)
class SLIPImageConfig:
    image_size: int = 224
    patch: int = 16
    width: int = 768
    depth: int = 12
    heads: int = 12


SIZES: dict[str, SLIPImageConfig] = {
    "ViT-S-16": SLIPImageConfig(width=384),
    "ViT-B-16": SLIPImageConfig(),
    "ViT-L-16": SLIPImageConfig(width=1024, depth=24, heads=16),
}


TIMM_KEYS = (
    (r"cls_token", "embeddings.cls_token"),
    (r"pos_embed", "embeddings.position_embeddings"),
    (r"patch_embed\.proj\.", "embeddings.patch_embeddings.projection."),
    (r"blocks\.(\d+)\.norm1\.", r"layers.\1.layernorm_before."),
    (r"blocks\.(\d+)\.norm2\.", r"layers.\1.layernorm_after."),
    (r"blocks\.(\d+)\.attn\.qkv\.", r"layers.\1.attention.packed."),
    (r"blocks\.(\d+)\.attn\.proj\.", r"layers.\1.attention.o_proj."),
    (r"blocks\.(\d+)\.mlp\.", r"layers.\1.mlp."),
    (r"norm\.", "layernorm."),
)


def from_timm(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Renamed tensors to those of ``SLIPImages.net``."""
    return split_qkv(tensors, "packed")


class SLIPImages(nn.Module):
    """Pictures (B, 3, H, W), standardized by ImageNet's mean and deviation, to the normed class token (B, width)."""

    class_tokens = 1

    def __init__(self, config: SLIPImageConfig) -> None:
        super().__init__()
        vit = require("transformers", "foundation")
        c = config
        self.config, self.out_dim = config, config.width
        self.net = vit.ViTModel(
            vit.ViTConfig(
                hidden_size=c.width,
                num_hidden_layers=c.depth,
                num_attention_heads=c.heads,
                intermediate_size=4 * c.width,
                image_size=c.image_size,
                patch_size=c.patch,
                layer_norm_eps=1e-6,
            ),
            add_pooling_layer=False,
        )

    @property
    def layers(self) -> nn.ModuleList:
        return self.net.layers

    def tokens(self, images: Tensor) -> Tensor:
        """(B, T, width): the class token, prompts if a wrapper adds them, then the patches, normed."""
        return self.net(images).last_hidden_state

    def forward(self, images: Tensor) -> Tensor:
        return self.tokens(images)[:, 0]
