"""Image encoders: our own ViT, DINOv2 and EVA; CLIP, SLIP, SigLIP and DINOv3 by ``transformers`` (extra ``foundation``)."""

from trivium.encoders.images.clip import CLIPImageConfig, CLIPImages
from trivium.encoders.images.dense import DenseHead, DenseHeadConfig
from trivium.encoders.images.dinov2 import DINOv2, DINOv2Config
from trivium.encoders.images.dinov3 import DINOv3, DINOv3Config
from trivium.encoders.images.eva import EVAImageConfig, EVAImages
from trivium.encoders.images.siglip import SigLIPImageConfig, SigLIPImages
from trivium.encoders.images.slip import SLIPImageConfig, SLIPImages
from trivium.encoders.images.vit import ViT, ViTConfig

__all__ = [
    "CLIPImageConfig",
    "CLIPImages",
    "DINOv2",
    "DINOv2Config",
    "DINOv3",
    "DINOv3Config",
    "DenseHead",
    "DenseHeadConfig",
    "EVAImageConfig",
    "EVAImages",
    "SLIPImageConfig",
    "SLIPImages",
    "SigLIPImageConfig",
    "SigLIPImages",
    "ViT",
    "ViTConfig",
]
