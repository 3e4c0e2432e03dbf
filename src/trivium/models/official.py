"""The networks of released checkpoints: how each is built, and how the tensors of its file become ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from torch import Tensor, nn

from trivium.encoders.adapters import AlignmentAdapter, ImageAdapter
from trivium.encoders.images import clip as clip_images
from trivium.encoders.images import dinov3, slip
from trivium.encoders.multiview import MultiView
from trivium.encoders.points import (
    dvae,
    michelangelo,
    openshape,
    pointmlp,
    pointnet2,
    pointnext,
    pointtransformer,
    uni3d,
    vecset,
)
from trivium.encoders.prompts import DeepPrompts
from trivium.encoders.text import clip as clip_text
from trivium.errors import WeightsError
from trivium.models.checkpoints import RenameTable, fitted, renamed

Tensors = Mapping[str, Tensor]


@dataclass(frozen=True)
class Network:
    """``convert`` takes the tensors of a file, wrapping prefixes removed, to those of ``build()``."""

    build: Callable[[], nn.Module]
    convert: Callable[[Tensors], dict[str, Tensor]]

    def filled(self, tensors: Tensors) -> nn.Module:
        """The network with these tensors in it, ready for use.

        Raises:
            WeightsError: tensors that are unknown, missing or of another shape.
        """
        module = self.build()
        try:
            module.load_state_dict(fitted(self.convert(tensors), module), strict=True, assign=True)
        except (RuntimeError, KeyError) as error:
            raise WeightsError(f"this is not a checkpoint of {type(module).__name__}: {error}") from error
        return module.eval()


def below(prefix: str, tensors: Tensors) -> dict[str, Tensor]:
    """The tensors whose names start with ``prefix``, without it."""
    return {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}


def projected(tensors: Tensors, table: RenameTable) -> dict[str, Tensor]:
    """ULIP's: a point encoder, and a matrix that its features are multiplied with from the right."""
    return renamed(below("point_encoder.", tensors), table) | {"head.weight": tensors["pc_projection"].T}


def openshape_network(config: openshape.PPATConfig) -> Network:
    return Network(lambda: openshape.PointPatchTransformer(config), lambda t: renamed(t, openshape.OFFICIAL_KEYS))


def uni3d_network(config: uni3d.Uni3DConfig) -> Network:
    return Network(
        lambda: uni3d.Uni3D(config),
        lambda t: uni3d.joined(renamed(below("point_encoder.", t), uni3d.OFFICIAL_KEYS), config),
    )


def ulip_pointbert_network(config: pointtransformer.PointTransformerConfig) -> Network:
    return Network(
        lambda: pointtransformer.PointTransformer(config), lambda t: projected(t, pointtransformer.OFFICIAL_KEYS)
    )


def ulip_pointnet2_network(config: pointnet2.PointNet2Config) -> Network:
    return Network(lambda: pointnet2.PointNet2(config), lambda t: projected(t, pointnet2.OFFICIAL_KEYS))


def ulip_pointmlp_network(config: pointmlp.PointMLPConfig) -> Network:
    return Network(lambda: pointmlp.PointMLP(config), lambda t: projected(t, pointmlp.OFFICIAL_KEYS))


def cg3d_pointtransformer_network(config: pointtransformer.PointTransformerConfig) -> Network:
    return Network(
        lambda: pointtransformer.PointTransformer(config), lambda t: renamed(t, pointtransformer.OFFICIAL_KEYS)
    )


def pointmlp_network(config: pointmlp.PointMLPConfig) -> Network:
    return Network(lambda: pointmlp.PointMLP(config), lambda t: renamed(t, pointmlp.OFFICIAL_KEYS))


def pointnext_network(config: pointnext.PointNeXtConfig) -> Network:
    return Network(lambda: pointnext.PointNeXt(config), lambda t: renamed(t, pointnext.OFFICIAL_KEYS))


def tokenizer_network(config: dvae.DVAEConfig) -> Network:
    return Network(lambda: dvae.PointTokenizer(config), lambda t: renamed(t, dvae.OFFICIAL_KEYS))


def vecset_network(config: vecset.VecSetConfig) -> Network:
    return Network(
        lambda: vecset.VecSet(config), lambda t: renamed(renamed(t, vecset.OFFICIAL_KEYS), vecset.INNER_KEYS)
    )


def michelangelo_network(config: michelangelo.MichelangeloConfig) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        ours = renamed(renamed(tensors, michelangelo.OFFICIAL_KEYS), michelangelo.INNER_KEYS)
        return michelangelo.repacked(ours, config.heads)

    return Network(lambda: michelangelo.Michelangelo(config), convert)


class TAMM(nn.Module):
    """OpenShape's encoder without projection, and an adapter each to the spaces of images and of texts."""

    def __init__(self, config: openshape.PPATConfig, *, hidden: int = 1024, out_dim: int = 1280) -> None:
        super().__init__()
        self.out_dim = out_dim
        self.model = openshape.PointPatchTransformer(replace(config, out_dim=None))
        self.image = AlignmentAdapter(config.width, hidden, out_dim, dropout=0.5)
        self.text = AlignmentAdapter(config.width, hidden, out_dim, dropout=0.2)

    def forward(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Features (B, out_dim) for comparison with images, and with texts."""
        x = self.model(cloud)
        return self.image(x), self.text(x)


def tamm_network(config: openshape.PPATConfig, *, hidden: int = 1024, out_dim: int = 1280) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        out = {f"model.{k}": v for k, v in renamed(below("model.", tensors), openshape.OFFICIAL_KEYS).items()}
        for ours in ("image", "text"):
            out |= {f"{ours}.{k}": v for k, v in below(f"{ours}_alignment_adapter.", tensors).items()}
        return out

    return Network(lambda: TAMM(config, hidden=hidden, out_dim=out_dim), convert)


def cia_network(width: int = 1280, *, reduction: int = 4, share: float = 0.2) -> Network:
    return Network(
        lambda: ImageAdapter(width, reduction=reduction, share=share), lambda t: renamed(t, ((r"adapter\.", ""),))
    )


class CLIP(nn.Module):
    """Both towers of a file in open_clip's format."""

    def __init__(self, images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig) -> None:
        super().__init__()
        self.images, self.texts = clip_images.CLIPImages(images), clip_text.CLIPTexts(texts)
        self.out_dim = images.out_dim


def clip_network(images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        image = clip_images.from_open_clip(renamed(tensors, clip_images.OPEN_CLIP_KEYS))
        text = clip_text.from_open_clip(renamed(tensors, clip_text.OPEN_CLIP_KEYS))
        return {f"images.net.{k}": v for k, v in image.items()} | {f"texts.net.{k}": v for k, v in text.items()}

    return Network(lambda: CLIP(images, texts), convert)


class DuoduoCLIP(nn.Module):
    """CLIP whose image tower sees several views at once from layer 6 on."""

    def __init__(self, images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig, *, first: int) -> None:
        super().__init__()
        clip = CLIP(images, texts)
        self.views, self.texts = MultiView(clip.images, first=first), clip.texts
        self.out_dim = images.out_dim


def duoduoclip_network(
    images: clip_images.CLIPImageConfig, texts: clip_text.CLIPTextConfig, *, first: int = 6
) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        both = clip_network(images, texts).convert(tensors)
        return {k.replace("images.", "views.tower.", 1) if k.startswith("images.") else k: v for k, v in both.items()}

    return Network(lambda: DuoduoCLIP(images, texts, first=first), convert)


def prompted_slip_network(config: slip.SLIPImageConfig, *, prompts: int = 5) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        import torch

        own = {"prompt_embeddings", "deep_prompt_embeddings"}
        tower = slip.from_timm(renamed({k: v for k, v in tensors.items() if k not in own}, slip.TIMM_KEYS))
        all_prompts = torch.cat([tensors["prompt_embeddings"], tensors["deep_prompt_embeddings"]])
        return {f"tower.net.{k}": v for k, v in tower.items()} | {"prompts": all_prompts}

    return Network(lambda: DeepPrompts(slip.SLIPImages(config), count=prompts), convert)


def dinov3_network(config: dinov3.DINOv3Config) -> Network:
    return Network(lambda: dinov3.DINOv3(config), lambda t: dinov3.from_official(renamed(t, dinov3.OFFICIAL_KEYS)))
