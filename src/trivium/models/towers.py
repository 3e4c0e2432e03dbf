"""The networks of released image and text towers: pairs that share a space, and dense image towers.

A pair's module has ``images`` (B, 3, H, W) and ``texts`` (B, T) of token ids; both give rows (B, out_dim), not normalized.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from trivium.encoders.images import clip as clip_images
from trivium.encoders.images import dinov2, dinov3, eva, slip
from trivium.encoders.images import siglip as siglip_images
from trivium.encoders.prompts import DeepPrompts
from trivium.encoders.text import clip as clip_text
from trivium.encoders.text import siglip as siglip_text
from trivium.errors import WeightsError
from trivium.models.checkpoints import RenameTable, renamed
from trivium.models.networks import Network, Tensors, below

CLIP_FORMATS = {
    "open_clip": "visual.class_embedding",
    "transformers": "vision_model.embeddings.class_embedding",
}
DINO_FORMATS = {  # of both versions
    "Meta": "patch_embed.proj.weight",
    "transformers": "embeddings.cls_token",
}

CLIP_KEYS: RenameTable = (
    (r"(?:vision|text)_model\.embeddings\.position_ids", None),  # 0, 1, 2, ... in older files
    (r"(vision_model|visual_projection)\.", r"images.net.\1."),
    (r"(text_model|text_projection)\.", r"texts.net.\1."),
    (r"logit_scale", None),
)
EVA_CLIP_KEYS: RenameTable = (
    (r"visual\.trunk\.", "images."),
    (r"text\.", "texts."),
    (r"logit_scale", None),
)
SIGLIP_KEYS: RenameTable = (
    (r"(?:vision|text)_model\.embeddings\.position_ids", None),
    (r"vision_model\.", "images.net."),
    (r"text_model\.", "texts.net."),
    (r"logit_(?:scale|bias)", None),
)
SLIP_KEYS: RenameTable = (
    (r"visual\.", "images."),
    (r"image_projection", "projection"),
    (r"image_mlp\.", None),  # of SLIP's loss without texts
    (r"point_encoder\.|pc_projection", None),  # the rest of a file of ULIP
    (r"logit_scale", None),
    (r"", "texts."),
)


def format_of(tensors: Tensors, formats: dict[str, str]) -> str:
    """The name of the format of a file, told by a tensor that all its files have and those of the others do not.

    Raises:
        WeightsError: none of these formats.
    """
    found = [name for name, mark in formats.items() if mark in tensors]
    if len(found) != 1:
        expected = " or ".join(f"'{mark}' ({name}'s format)" for name, mark in formats.items())
        raise WeightsError(f"got {len(tensors)} tensors, {sorted(tensors)[:3]} first, expected one named {expected}")
    return found[0]


def prefixed(prefix: str, tensors: Tensors) -> dict[str, Tensor]:
    """The same tensors with ``prefix`` before their names."""
    return {prefix + k: v for k, v in tensors.items()}


class TwoTowers(nn.Module):
    """Rows of pictures and of texts in one space."""

    def __init__(self, images: nn.Module, texts: nn.Module, out_dim: int) -> None:
        super().__init__()
        self.images, self.texts, self.out_dim = images, texts, out_dim


class CLIP(TwoTowers):
    """OpenAI's and LAION's."""

    images: clip_images.CLIPImages

    def __init__(self, images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig) -> None:
        super().__init__(clip_images.CLIPImages(images), clip_text.CLIPTexts(texts), texts.out_dim)


def clip_network(images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig) -> Network:
    """From files in the format of open_clip, which is OpenAI's too, or of ``transformers``."""

    def convert(tensors: Tensors) -> dict[str, Tensor]:
        if format_of(tensors, CLIP_FORMATS) == "transformers":
            return renamed(tensors, CLIP_KEYS)
        image = clip_images.from_open_clip(renamed(tensors, clip_images.OPEN_CLIP_KEYS))
        text = clip_text.from_open_clip(renamed(tensors, clip_text.OPEN_CLIP_KEYS))
        return prefixed("images.net.", image) | prefixed("texts.net.", text)

    return Network(lambda: CLIP(images, texts), convert)


class EVACLIP(TwoTowers):
    """EVA's image tower, CLIP's text tower."""

    def __init__(self, images: eva.EVAImageConfig, texts: clip_text.CLIPTextConfig) -> None:
        super().__init__(eva.EVAImages(images), clip_text.CLIPTexts(texts), texts.out_dim)


def eva_clip_network(images: eva.EVAImageConfig, texts: clip_text.CLIPTextConfig) -> Network:
    """From files in open_clip's format."""

    def convert(tensors: Tensors) -> dict[str, Tensor]:
        both = renamed(tensors, EVA_CLIP_KEYS)
        image = eva.from_timm(renamed(below("images.", both), eva.TIMM_KEYS))
        text = clip_text.from_open_clip(renamed(below("texts.", both), clip_text.OPEN_CLIP_KEYS))
        return prefixed("images.", image) | prefixed("texts.net.", text)

    return Network(lambda: EVACLIP(images, texts), convert)


class SigLIP(TwoTowers):
    """SigLIP 2, fixed resolutions."""

    def __init__(self, images: siglip_images.SigLIPImageConfig, texts: siglip_text.SigLIPTextConfig) -> None:
        super().__init__(siglip_images.SigLIPImages(images), siglip_text.SigLIPTexts(texts), texts.out_dim)


def siglip_network(images: siglip_images.SigLIPImageConfig, texts: siglip_text.SigLIPTextConfig) -> Network:
    """From files in the format of ``transformers``."""
    return Network(lambda: SigLIP(images, texts), lambda t: renamed(t, SIGLIP_KEYS))


class SLIP(TwoTowers):
    """SLIP, whose space ULIP and CG3D share: the class token of a ViT, projected. CG3D puts ``prompts`` into the ViT."""

    def __init__(self, images: slip.SLIPImageConfig, texts: clip_text.CLIPTextConfig, *, prompts: int = 0) -> None:
        tower = slip.SLIPImages(images)
        projection = nn.Linear(images.width, texts.out_dim, bias=False)
        image = nn.Sequential(DeepPrompts(tower, count=prompts) if prompts else tower, projection)
        super().__init__(image, clip_text.CLIPTexts(texts), texts.out_dim)


def slip_network(images: slip.SLIPImageConfig, texts: clip_text.CLIPTextConfig, *, prompts: int = 0) -> Network:
    """From a whole file of SLIP or ULIP; for CG3D with its prompted image tower in place of ``visual.``."""

    def convert(tensors: Tensors) -> dict[str, Tensor]:
        parts = renamed(tensors, SLIP_KEYS)
        visual = below("images.", parts)
        if prompts:
            image = prompted_slip_network(images, prompts=prompts).convert(visual)
        else:
            image = prefixed("net.", slip.from_timm(renamed(visual, slip.TIMM_KEYS)))
        text = clip_text.from_open_clip(renamed(below("texts.", parts), clip_text.OPEN_CLIP_KEYS))
        projection = {"images.1.weight": parts["projection"].T}
        return prefixed("images.0.", image) | projection | prefixed("texts.net.", text)

    return Network(lambda: SLIP(images, texts, prompts=prompts), convert)


def prompted_slip_network(config: slip.SLIPImageConfig, *, prompts: int = 5) -> Network:
    """CG3D's image tower alone, before the projection."""

    def convert(tensors: Tensors) -> dict[str, Tensor]:
        own = {"prompt_embeddings", "deep_prompt_embeddings"}
        tower = slip.from_timm(renamed({k: v for k, v in tensors.items() if k not in own}, slip.TIMM_KEYS))
        all_prompts = torch.cat([tensors["prompt_embeddings"], tensors["deep_prompt_embeddings"]])
        return prefixed("tower.net.", tower) | {"prompts": all_prompts}

    return Network(lambda: DeepPrompts(slip.SLIPImages(config), count=prompts), convert)


def dinov2_network(config: dinov2.DINOv2Config) -> Network:
    """From files in Meta's format or in that of ``transformers``."""

    def convert(tensors: Tensors) -> dict[str, Tensor]:
        meta = format_of(tensors, DINO_FORMATS) == "Meta"
        return dinov2.from_official(renamed(tensors, dinov2.META_KEYS if meta else dinov2.TRANSFORMERS_KEYS), config)

    return Network(lambda: dinov2.DINOv2(config), convert)


def dinov3_network(config: dinov3.DINOv3Config) -> Network:
    """From files in Meta's format or in that of ``transformers``."""

    def convert(tensors: Tensors) -> dict[str, Tensor]:
        if format_of(tensors, DINO_FORMATS) == "Meta":
            return dinov3.from_official(renamed(tensors, dinov3.OFFICIAL_KEYS))
        return dinov3.from_transformers(renamed(tensors, dinov3.TRANSFORMERS_KEYS), config)

    return Network(lambda: dinov3.DINOv3(config), convert)


PAIRS: dict[str, Network] = {
    **{name: clip_network(config, clip_text.SIZES[name]) for name, config in clip_images.SIZES.items()},
    **{name: eva_clip_network(config, clip_text.SIZES[name]) for name, config in eva.SIZES.items()},
    **{
        f"siglip2-{name}": siglip_network(config, siglip_text.SIZES[name.partition("-patch")[0]])
        for name, config in siglip_images.SIZES.items()
    },
    **{f"SLIP-{name}": slip_network(config, clip_text.SIZES["SLIP"]) for name, config in slip.SIZES.items()},
    "CG3D": slip_network(slip.SIZES["ViT-B-16"], clip_text.SIZES["SLIP"], prompts=5),
}
DENSE: dict[str, Network] = {
    **{f"dinov2_{name}": dinov2_network(config) for name, config in dinov2.SIZES.items()},
    **{f"dinov3_{name}": dinov3_network(config) for name, config in dinov3.SIZES.items()},
}
