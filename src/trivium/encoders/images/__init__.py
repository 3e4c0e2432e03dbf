"""Image encoders."""

from trivium.encoders.images.vit import ViT, ViTConfig

__all__ = ["ViT", "ViTConfig"]
