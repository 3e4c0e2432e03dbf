"""DuoduoCLIP (Lee et al. 2025): a shape is its rendered views, seen together by CLIP's image tower."""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor, nn

from trivium.encoders.images import clip as clip_images
from trivium.encoders.multiview import MultiView
from trivium.encoders.text import clip as clip_text
from trivium.models.networks import Network, Tensors, below
from trivium.models.preprocess import CLIP_PICTURES
from trivium.models.released import Released
from trivium.models.towers import CLIP, clip_network, prefixed

# Officially a random 208 x 208 crop is enlarged to 224, at test time too; here it is the middle, so that rows repeat.
INPUT = replace(
    CLIP_PICTURES,
    image_fit="pad",
    image_zoom=224 / 208,
    image_resample="bilinear",
    ring_views=12,
    num_points=0,
    channels=(),
)


class DuoduoCLIP(nn.Module):
    """CLIP whose image tower sees several views (B, F, 3, H, W) at once from layer 6 on: ``views``."""

    def __init__(self, images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig, *, first: int) -> None:
        super().__init__()
        clip = CLIP(images, texts)
        self.views, self.texts = MultiView(clip.images, first=first), clip.texts
        self.out_dim = clip.out_dim

    @property
    def images(self) -> clip_images.CLIPImages:
        """Pictures, each by itself."""
        return self.views.tower


def duoduoclip_network(
    images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig, *, first: int = 6
) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        both = clip_network(images, texts).convert(tensors)
        return prefixed("views.tower.", below("images.", both)) | prefixed("texts.", below("texts.", both))

    return Network(lambda: DuoduoCLIP(images, texts, first=first), convert)


class DuoduoModel(Released):
    """Shapes and objects of several photos take the same way."""

    network: DuoduoCLIP

    def image_row(self, pictures: Tensor) -> Tensor:
        return self.network.views(pictures[None])[0]
