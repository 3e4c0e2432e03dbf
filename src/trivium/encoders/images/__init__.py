"""Image encoders: our own ViT; CLIP, SLIP and DINOv3 by ``transformers`` (extra ``foundation``)."""

from trivium.encoders.images.clip import CLIPImageConfig, CLIPImages
from trivium.encoders.images.dinov3 import DINOv3, DINOv3Config
from trivium.encoders.images.slip import SLIPImageConfig, SLIPImages
from trivium.encoders.images.vit import ViT, ViTConfig

__all__ = [
    "CLIPImageConfig",
    "CLIPImages",
    "DINOv3",
    "DINOv3Config",
    "SLIPImageConfig",
    "SLIPImages",
    "ViT",
    "ViTConfig",
]
