"""Text encoders: our own static one; CLIP's by ``transformers`` (extra ``foundation``)."""

from trivium.encoders.text.clip import CLIPTextConfig, CLIPTexts
from trivium.encoders.text.static import StaticText, StaticTextConfig, tokenize

__all__ = ["CLIPTextConfig", "CLIPTexts", "StaticText", "StaticTextConfig", "tokenize"]
