"""CLIP's image tower (Radford et al. 2021), by ``transformers``; files in open_clip's format fit through ``from_open_clip``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torch import Tensor, nn

from trivium.encoders.packing import split_qkv
from trivium.errors import require


@dataclass(frozen=True, kw_only=True)
class CLIPImageConfig:
    image_size: int = 224
    patch: int = 32
    width: int = 768
    depth: int = 12
    heads: int = 12
    hidden: int = 3072
    quick_gelu: bool = False  # OpenAI's and SLIP's; LAION's are exact
    out_dim: int = 512


SIZES: dict[str, CLIPImageConfig] = {  # by open_clip's names: OpenAI's with QuickGELU, LAION's without
    "ViT-B-32-quickgelu": CLIPImageConfig(quick_gelu=True),
    "ViT-B-16-quickgelu": CLIPImageConfig(patch=16, quick_gelu=True),
    "ViT-L-14-quickgelu": CLIPImageConfig(
        patch=14, width=1024, depth=24, heads=16, hidden=4096, quick_gelu=True, out_dim=768
    ),
    "ViT-L-14-336-quickgelu": CLIPImageConfig(
        image_size=336, patch=14, width=1024, depth=24, heads=16, hidden=4096, quick_gelu=True, out_dim=768
    ),
    "ViT-B-32": CLIPImageConfig(),
    "ViT-B-16": CLIPImageConfig(patch=16),
    "ViT-L-14": CLIPImageConfig(patch=14, width=1024, depth=24, heads=16, hidden=4096, out_dim=768),
    "ViT-H-14": CLIPImageConfig(patch=14, width=1280, depth=32, heads=16, hidden=5120, out_dim=1024),
    "ViT-g-14": CLIPImageConfig(patch=14, width=1408, depth=40, heads=16, hidden=6144, out_dim=1024),
    "ViT-bigG-14": CLIPImageConfig(patch=14, width=1664, depth=48, heads=16, hidden=8192, out_dim=1280),
}


OPEN_CLIP_KEYS = (
    (r"visual\.class_embedding", "vision_model.embeddings.class_embedding"),
    (r"visual\.positional_embedding", "vision_model.embeddings.position_embedding.weight"),
    (r"visual\.conv1\.", "vision_model.embeddings.patch_embedding."),
    (r"visual\.ln_pre\.", "vision_model.pre_layrnorm."),
    (r"visual\.ln_post\.", "vision_model.post_layernorm."),
    (r"visual\.transformer\.resblocks\.(\d+)\.ln_(\d)\.", r"vision_model.encoder.layers.\1.layer_norm\2."),
    (r"visual\.transformer\.resblocks\.(\d+)\.attn\.in_proj_", r"vision_model.encoder.layers.\1.self_attn.packed."),
    (r"visual\.transformer\.resblocks\.(\d+)\.attn\.out_proj\.", r"vision_model.encoder.layers.\1.self_attn.out_proj."),
    (r"visual\.transformer\.resblocks\.(\d+)\.mlp\.c_fc\.", r"vision_model.encoder.layers.\1.mlp.fc1."),
    (r"visual\.transformer\.resblocks\.(\d+)\.mlp\.c_proj\.", r"vision_model.encoder.layers.\1.mlp.fc2."),
    (r"visual\.proj$", "visual_projection.weight"),
    (r"(?!visual\.)", None),  # the text tower and the temperature
)


def from_open_clip(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Renamed tensors to those of ``CLIPImages.net``."""
    out = split_qkv(tensors, "packed")
    out["visual_projection.weight"] = out["visual_projection.weight"].T
    return out


class CLIPImages(nn.Module):
    """Pictures (B, 3, H, W), standardized, to one vector (B, out_dim) each."""

    def __init__(self, config: CLIPImageConfig) -> None:
        super().__init__()
        clip = require("transformers", "foundation")
        c = config
        self.config, self.out_dim = config, config.out_dim
        self.net = clip.CLIPVisionModelWithProjection(
            clip.CLIPVisionConfig(
                hidden_size=c.width,
                intermediate_size=c.hidden,
                num_hidden_layers=c.depth,
                num_attention_heads=c.heads,
                image_size=c.image_size,
                patch_size=c.patch,
                hidden_act="quick_gelu" if c.quick_gelu else "gelu",
                projection_dim=c.out_dim,
            )
        )

    @property
    def layers(self) -> nn.ModuleList:
        return self.net.vision_model.encoder.layers

    def forward(self, images: Tensor) -> Tensor:
        return self.net.visual_projection(self.net.vision_model(images).pooler_output)
