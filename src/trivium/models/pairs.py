"""The table of published pairs of image and text towers, in whose spaces the systems of ``zoo`` are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from trivium.encoders.text.clip import SIZES as CLIP_TEXTS
from trivium.encoders.text.siglip import SIZES as SIGLIP_TEXTS
from trivium.models.hub import WeightsFile
from trivium.models.preprocess import CLIP_PICTURES, IMAGENET_PICTURES, InputSpec
from trivium.models.released import Part, TowersEntry
from trivium.models.towers import PAIRS

CLIP_WORDS = WeightsFile(repo="openai/clip-vit-base-patch32", file="tokenizer.json", megabytes=2)
SIGLIP_WORDS = WeightsFile(
    repo="google/siglip2-base-patch16-224",
    file="tokenizer.json",
    megabytes=34,
    sha256="cb9140fae3ac5122c972d37adf83e1248471a38147ad76f8215c8872c6fd8322",
)
OPENAI: dict[str, Any] = {"licence": "MIT", "source": "Radford et al. 2021, openai/CLIP"}
LAION: dict[str, Any] = {"licence": "MIT", "source": "Cherti et al. 2023, mlfoundations/open_clip"}
SLIP_FILE = WeightsFile(
    repo="facebookresearch/SLIP",
    file="slip_base_100ep.pt",
    page="the README of github.com/facebookresearch/SLIP (ViT-B/16, 100 epochs)",
    megabytes=2000,
)


HALVES = replace(CLIP_PICTURES, image_mean=(0.5, 0.5, 0.5), image_std=(0.5, 0.5, 0.5))


def _clip(
    name: str, pair: str, about: dict[str, Any], *, pictures: InputSpec = CLIP_PICTURES, **file: Any
) -> TowersEntry:
    return TowersEntry(
        name=name,
        dim=CLIP_TEXTS[pair].out_dim,
        network=PAIRS[pair],
        parts=(Part(file=WeightsFile(**file)),),
        pictures=pictures,
        tokenizer=CLIP_WORDS,
        **about,
    )


def _siglip(size: str, pixels: int, **file: Any) -> TowersEntry:
    return TowersEntry(
        name=f"siglip2-{size}",
        dim=SIGLIP_TEXTS[size.partition("-patch")[0]].out_dim,
        licence="Apache-2.0",
        source="Tschannen et al. 2025, google/siglip2",
        network=PAIRS[f"siglip2-{size}"],
        parts=(Part(file=WeightsFile(repo=f"google/siglip2-{size}", file="model.safetensors", **file)),),
        pictures=replace(HALVES, image_size=pixels, image_fit="squash", image_resample="bilinear"),
        tokenizer=SIGLIP_WORDS,
        context=64,
    )


VIT_B32_OPENAI = _clip(
    "clip-vit-b32-openai", "ViT-B-32-quickgelu", OPENAI, repo="timm/vit_base_patch32_clip_224.openai",
    file="open_clip_model.safetensors", megabytes=605,
    sha256="e6d1bd7789aa45192b3bf90570a789b478bae1b74ebcce7eddd908e83a2b7c31",
)  # fmt: skip
VIT_B16_OPENAI = _clip(
    "clip-vit-b16-openai", "ViT-B-16-quickgelu", OPENAI, repo="timm/vit_base_patch16_clip_224.openai",
    file="open_clip_model.safetensors", megabytes=599,
)  # fmt: skip
VIT_L14_OPENAI = _clip(
    "clip-vit-l14-openai", "ViT-L-14-quickgelu", OPENAI, repo="openai/clip-vit-large-patch14",
    file="model.safetensors", megabytes=1710,
    sha256="a2bf730a0c7debf160f7a6b50b3aaf3703e7e88ac73de7a314903141db026dcb",
)  # fmt: skip
VIT_L14_336_OPENAI = _clip(
    "clip-vit-l14-336-openai", "ViT-L-14-336-quickgelu", OPENAI, pictures=replace(CLIP_PICTURES, image_size=336), repo="openai/clip-vit-large-patch14-336",
    file="pytorch_model.bin", megabytes=1710,
    sha256="c6032c2e0caae3dc2d4fba35535fa6307dbb49df59c7e182b1bc4b3329b81801",
)  # fmt: skip
VIT_B32_LAION = _clip(
    "clip-vit-b32-laion2b", "ViT-B-32", LAION, repo="laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
    file="open_clip_model.safetensors", megabytes=605,
    sha256="ac4f8c4b88af6d963118cbf40ad93176d092abbedfcb752601ae1866352656e6",
)  # fmt: skip
VIT_L14_LAION = _clip(
    "clip-vit-l14-laion2b", "ViT-L-14", LAION, pictures=HALVES, repo="laion/CLIP-ViT-L-14-laion2B-s32B-b82K",
    file="open_clip_pytorch_model.safetensors", megabytes=1710,
    sha256="7d129ed747e0ed53e82dfcc140382b51be66b56e6a9bdc3258afd2846e3bb019",
)  # fmt: skip
VIT_H14_LAION = _clip(
    "clip-vit-h14-laion2b", "ViT-H-14", LAION, repo="laion/CLIP-ViT-H-14-laion2B-s32B-b79K",
    file="open_clip_pytorch_model.bin", megabytes=3945,
    sha256="9a78ef8e8c73fd0df621682e7a8e8eb36c6916cb3c16b291a082ecd52ab79cc4",
)  # fmt: skip
VIT_G14_LAION = _clip(
    "clip-vit-g14-laion2b", "ViT-g-14", LAION, repo="laion/CLIP-ViT-g-14-laion2B-s34B-b88K",
    file="open_clip_pytorch_model.bin", megabytes=5470,
    sha256="9ef136f407986fb607cd37a823eba38a3b6f95e8ec702b3d1687252985d84750",
)  # fmt: skip
VIT_BIGG14_LAION = _clip(
    "clip-vit-bigg14-laion2b", "ViT-bigG-14", LAION, repo="laion/CLIP-ViT-bigG-14-laion2B-39B-b160k",
    file="open_clip_pytorch_model.safetensors", megabytes=10158,
    sha256="db71bd27925917762c506c1b8a08e191d236e5586b5cd99f77d11aced578ec34",
)  # fmt: skip
EVA02_E14_PLUS = _clip(
    "clip-eva02-e14-plus", "EVA02-E-14-plus", {"licence": "MIT", "source": "Sun et al. 2023, baaivision/EVA"},
    repo="timm/eva02_enormous_patch14_plus_clip_224.laion2b_s9b_b144k", file="open_clip_model.safetensors",
    megabytes=10100,
)  # fmt: skip
SIGLIP2_B16 = _siglip(
    "base-patch16-224", 224, megabytes=1501, sha256="612923381c76ec5a9bed335d1c48827e3f2e506ac31b044b63b2031fadee6a0b"
)
SIGLIP2_SO400M = _siglip("so400m-patch14-384", 384, megabytes=4544)
SLIP_VIT_B16 = TowersEntry(
    name="slip-vit-b16",
    dim=512,
    licence="MIT",
    source="Mu et al. 2022, facebookresearch/SLIP",
    network=PAIRS["SLIP-ViT-B-16"],
    parts=(Part(file=SLIP_FILE),),
    pictures=IMAGENET_PICTURES,
    tokenizer=CLIP_WORDS,
)
SLIP_IN_ULIP = replace(SLIP_VIT_B16, parts=(Part(file=None),))  # a file of ULIP holds the towers too
SLIP_PROMPTED = replace(
    SLIP_VIT_B16,
    name="slip-vit-b16 with CG3D's prompts",
    network=PAIRS["CG3D"],
    parts=(Part(file=SLIP_FILE), Part(file=None, entries={"visual_clip_model": "visual."})),
)

ALONE = (  # those that are models by themselves
    VIT_B32_OPENAI, VIT_B16_OPENAI, VIT_L14_OPENAI, VIT_L14_336_OPENAI, VIT_B32_LAION, VIT_L14_LAION, VIT_H14_LAION,
    VIT_G14_LAION, VIT_BIGG14_LAION, EVA02_E14_PLUS, SIGLIP2_B16, SIGLIP2_SO400M, SLIP_VIT_B16,
)  # fmt: skip
