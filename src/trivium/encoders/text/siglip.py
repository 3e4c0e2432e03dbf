"""SigLIP 2's text tower (Tschannen et al. 2025), by ``transformers``."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from trivium.errors import require


@dataclass(frozen=True, kw_only=True)
class SigLIPTextConfig:
    context: int = 64
    vocabulary: int = 256000  # Gemma's
    width: int = 768
    depth: int = 12
    heads: int = 12
    hidden: int = 3072
    out_dim: int = 768


SIZES: dict[str, SigLIPTextConfig] = {  # one for all patches and resolutions of an image tower
    "base": SigLIPTextConfig(),
    "large": SigLIPTextConfig(width=1024, depth=24, heads=16, hidden=4096, out_dim=1024),
    "so400m": SigLIPTextConfig(width=1152, depth=27, heads=16, hidden=4304, out_dim=1152),
    "giant-opt": SigLIPTextConfig(width=1152, depth=27, heads=16, hidden=4304, out_dim=1536),
}


class SigLIPTexts(nn.Module):
    """Token ids (B, context) to one vector (B, out_dim) each.

    Texts must be padded to the whole context, as in training: the last token speaks for a text, padding or not, and
    every token sees every other.
    """

    def __init__(self, config: SigLIPTextConfig) -> None:
        super().__init__()
        siglip = require("transformers", "foundation")
        c = config
        self.config, self.out_dim = config, config.out_dim
        self.net = siglip.SiglipTextModel(
            siglip.SiglipTextConfig(
                vocab_size=c.vocabulary,
                hidden_size=c.width,
                intermediate_size=c.hidden,
                num_hidden_layers=c.depth,
                num_attention_heads=c.heads,
                max_position_embeddings=c.context,
                projection_size=c.out_dim,
                pad_token_id=None,
                bos_token_id=None,
                eos_token_id=None,
            )
        )

    def forward(self, ids: Tensor) -> Tensor:
        return self.net(ids).pooler_output
