"""CLIP's text tower (Radford et al. 2021), by ``transformers``; files in open_clip's format fit through ``from_open_clip``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from torch import Tensor, nn

from trivium.encoders.packing import split_qkv
from trivium.errors import require

LARGEST_IS_LAST = 2  # ``transformers`` then reads the vector of the token with the largest id: CLIP's end of text


@dataclass(frozen=True, kw_only=True)
class CLIPTextConfig:
    context: int = 77
    vocabulary: int = 49408
    width: int = 512
    depth: int = 12
    heads: int = 8
    hidden: int = 2048
    quick_gelu: bool = False  # OpenAI's and SLIP's; LAION's are exact
    out_dim: int = 512


SIZES: dict[str, CLIPTextConfig] = {  # by the names of the image towers in whose space they are
    "ViT-B-32-quickgelu": CLIPTextConfig(quick_gelu=True),
    "ViT-B-16-quickgelu": CLIPTextConfig(quick_gelu=True),
    "ViT-L-14-quickgelu": CLIPTextConfig(width=768, heads=12, hidden=3072, quick_gelu=True, out_dim=768),
    "ViT-L-14-336-quickgelu": CLIPTextConfig(width=768, heads=12, hidden=3072, quick_gelu=True, out_dim=768),
    "ViT-B-32": CLIPTextConfig(),
    "ViT-B-16": CLIPTextConfig(),
    "ViT-L-14": CLIPTextConfig(width=768, heads=12, hidden=3072, out_dim=768),
    "ViT-H-14": CLIPTextConfig(width=1024, depth=24, heads=16, hidden=4096, out_dim=1024),
    "ViT-g-14": CLIPTextConfig(width=1024, depth=24, heads=16, hidden=4096, out_dim=1024),
    "ViT-bigG-14": CLIPTextConfig(width=1280, depth=32, heads=20, hidden=5120, out_dim=1280),
    "EVA02-E-14-plus": CLIPTextConfig(width=1280, depth=32, heads=20, hidden=5120, out_dim=1024),
    "SLIP": CLIPTextConfig(quick_gelu=True),
}


OPEN_CLIP_KEYS = (
    (r"token_embedding\.", "text_model.embeddings.token_embedding."),
    (r"positional_embedding", "text_model.embeddings.position_embedding.weight"),
    (r"ln_final\.", "text_model.final_layer_norm."),
    (r"transformer\.resblocks\.(\d+)\.ln_(\d)\.", r"text_model.encoder.layers.\1.layer_norm\2."),
    (r"transformer\.resblocks\.(\d+)\.attn\.in_proj_", r"text_model.encoder.layers.\1.self_attn.packed."),
    (r"transformer\.resblocks\.(\d+)\.attn\.out_proj\.", r"text_model.encoder.layers.\1.self_attn.out_proj."),
    (r"transformer\.resblocks\.(\d+)\.mlp\.c_fc\.", r"text_model.encoder.layers.\1.mlp.fc1."),
    (r"transformer\.resblocks\.(\d+)\.mlp\.c_proj\.", r"text_model.encoder.layers.\1.mlp.fc2."),
    (r"text_projection", "text_projection.weight"),
    (r"visual\.|logit_scale|attn_mask", None),
    (r"input_resolution|context_length|vocab_size", None),  # numbers that OpenAI's files hold as tensors
)


def from_open_clip(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Renamed tensors to those of ``CLIPTexts.net``."""
    out = split_qkv(tensors, "packed")
    out["text_projection.weight"] = out["text_projection.weight"].T
    return out


class CLIPTexts(nn.Module):
    """Token ids (B, T), causal, padded behind the end of text, to one vector (B, out_dim) each."""

    def __init__(self, config: CLIPTextConfig) -> None:
        super().__init__()
        clip = require("transformers", "foundation")
        c = config
        self.config, self.out_dim = config, config.out_dim
        self.net = clip.CLIPTextModelWithProjection(
            clip.CLIPTextConfig(
                vocab_size=c.vocabulary,
                hidden_size=c.width,
                intermediate_size=c.hidden,
                num_hidden_layers=c.depth,
                num_attention_heads=c.heads,
                max_position_embeddings=c.context,
                hidden_act="quick_gelu" if c.quick_gelu else "gelu",
                projection_dim=c.out_dim,
                bos_token_id=None,
                eos_token_id=LARGEST_IS_LAST,
            )
        )

    def forward(self, ids: Tensor) -> Tensor:
        return self.net(ids).text_embeds
