"""Text encoders: our own static one; those of CLIP and SigLIP by ``transformers`` (extra ``foundation``)."""

from trivium.encoders.text.clip import CLIPTextConfig, CLIPTexts
from trivium.encoders.text.names import NameMemory, NameMemoryConfig
from trivium.encoders.text.siglip import SigLIPTextConfig, SigLIPTexts
from trivium.encoders.text.static import StaticText, StaticTextConfig, tokenize

__all__ = [
    "CLIPTextConfig",
    "CLIPTexts",
    "NameMemory",
    "NameMemoryConfig",
    "SigLIPTextConfig",
    "SigLIPTexts",
    "StaticText",
    "StaticTextConfig",
    "tokenize",
]
