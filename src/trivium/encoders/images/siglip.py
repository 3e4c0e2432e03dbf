"""SigLIP 2's image tower (Tschannen et al. 2025), fixed resolutions, by ``transformers``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn

from trivium.errors import require


@dataclass(frozen=True, kw_only=True)
class SigLIPImageConfig:
    image_size: int = 224
    patch: int = 16
    width: int = 768
    depth: int = 12
    heads: int = 12
    hidden: int = 3072


LARGE: dict[str, Any] = {"width": 1024, "depth": 24, "heads": 16, "hidden": 4096}
SO400M: dict[str, Any] = {"width": 1152, "depth": 27, "heads": 16, "hidden": 4304}
GIANT: dict[str, Any] = {"width": 1536, "depth": 40, "heads": 16, "hidden": 6144}

SIZES: dict[str, SigLIPImageConfig] = {
    "base-patch32-256": SigLIPImageConfig(image_size=256, patch=32),
    "base-patch16-224": SigLIPImageConfig(),
    "base-patch16-256": SigLIPImageConfig(image_size=256),
    "base-patch16-384": SigLIPImageConfig(image_size=384),
    "base-patch16-512": SigLIPImageConfig(image_size=512),
    "large-patch16-256": SigLIPImageConfig(image_size=256, **LARGE),
    "large-patch16-384": SigLIPImageConfig(image_size=384, **LARGE),
    "large-patch16-512": SigLIPImageConfig(image_size=512, **LARGE),
    "so400m-patch14-224": SigLIPImageConfig(image_size=224, patch=14, **SO400M),
    "so400m-patch14-384": SigLIPImageConfig(image_size=384, patch=14, **SO400M),
    "so400m-patch16-256": SigLIPImageConfig(image_size=256, **SO400M),
    "so400m-patch16-384": SigLIPImageConfig(image_size=384, **SO400M),
    "so400m-patch16-512": SigLIPImageConfig(image_size=512, **SO400M),
    "giant-opt-patch16-256": SigLIPImageConfig(image_size=256, **GIANT),
    "giant-opt-patch16-384": SigLIPImageConfig(image_size=384, **GIANT),
}


class SigLIPImages(nn.Module):
    """Pictures (B, 3, image_size, image_size) in [-1, 1] to one vector (B, width) each: all patches, pooled by attention."""

    def __init__(self, config: SigLIPImageConfig) -> None:
        super().__init__()
        siglip = require("transformers", "foundation")
        c = config
        self.config, self.out_dim = config, config.width
        self.net = siglip.SiglipVisionModel(
            siglip.SiglipVisionConfig(
                hidden_size=c.width,
                intermediate_size=c.hidden,
                num_hidden_layers=c.depth,
                num_attention_heads=c.heads,
                image_size=c.image_size,
                patch_size=c.patch,
            )
        )

    def forward(self, images: Tensor) -> Tensor:
        return self.net(images).pooler_output
