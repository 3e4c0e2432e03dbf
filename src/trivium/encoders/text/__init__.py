"""Text encoders."""

from trivium.encoders.text.static import StaticText, StaticTextConfig, tokenize

__all__ = ["StaticText", "StaticTextConfig", "tokenize"]
