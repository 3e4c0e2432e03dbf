"""Names to models: the table of what can be loaded, where it is published, and by which conventions it works.

Sizes and sha256 are those that the publishers' own pages state; where none is stated, none is checked.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from trivium.encoders.images.clip import SIZES as CLIP_IMAGES
from trivium.encoders.points import PointMLPConfig, PointTransformerConfig, openshape, pointnet2, uni3d
from trivium.encoders.points.michelangelo import MichelangeloConfig
from trivium.encoders.text.clip import SIZES as CLIP_TEXTS
from trivium.encoders.text.siglip import SIZES as SIGLIP_TEXTS
from trivium.errors import WeightsError
from trivium.models import cg3d, duoduoclip, tamm, ulip
from trivium.models import michelangelo as michelangelo_model
from trivium.models import openshape as openshape_model
from trivium.models import uni3d as uni3d_model
from trivium.models.aligned import AlignedModel
from trivium.models.hub import WeightsFile
from trivium.models.mini import MINI_INPUT, WEIGHTS, load_mini
from trivium.models.networks import Network, pointmlp_network
from trivium.models.preprocess import CLIP_PICTURES, IMAGENET_PICTURES, InputSpec
from trivium.models.released import ModelEntry, Part, Released, TowersEntry, load_released
from trivium.models.towers import PAIRS

# Towers -------------------------------------------------------------------------------------------------------------

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
        pictures=replace(HALVES, image_size=pixels, image_fit="squash"),
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

# Models -------------------------------------------------------------------------------------------------------------

ULIP_1 = "ULIP-1/pretrained_models/ckpt_zero-sho_classification"
ULIP_2 = "ULIP-2/pretrained_models"
DRIVE = "https://drive.google.com/file/d"
MINI = ModelEntry(
    name="mini",
    summary="in the wheel: small, offline, on a laptop CPU",
    licence="Apache-2.0",
    source="this package: trivium train mini",
    dim=256,
    input=MINI_INPUT,
    weights=WeightsFile(repo="in the wheel", file="mini.safetensors", megabytes=17, folder=WEIGHTS),
    system=None,
)


def _openshape(
    name: str,
    summary: str,
    licence: str,
    config: openshape.PPATConfig,
    *,
    megabytes: int,
    sha256: str,
    repo: str | None = None,
    input: InputSpec = openshape_model.Z_UP,
    towers: TowersEntry = VIT_BIGG14_LAION,
    **row: Any,
) -> ModelEntry:
    return ModelEntry(
        name=f"openshape-pointbert-{name}",
        summary=summary,
        licence=licence,
        source="Liu et al. 2023, Colin97/OpenShape_code",
        dim=config.out_dim or config.width,
        input=input,
        weights=WeightsFile(
            repo=repo or f"OpenShape/openshape-pointbert-{name}", file="model.pt", megabytes=megabytes, sha256=sha256
        ),
        system=Released,
        network=openshape_model.openshape_network(config),
        towers=towers,
        **row,
    )


# The published file has the size of scaling 1, its training command says 4: the tensors decide.
SHAPENET: dict[str, Any] = {
    "repo": "OpenShape/openshape-pointbert-shapenet",
    "megabytes": 61,
    "sha256": "7149164a98b7a011bfbd40cf11a5f5e7eb198e4993e9c99ff7744dc4f2c9e7cd",
}
OPENSHAPE_SHAPENET_4 = _openshape(
    "shapenet-scaling4", "ShapeNet, as large as its training command says", "MIT",
    openshape.SCALINGS[4], **SHAPENET,
)  # fmt: skip
OPENSHAPE = (
    _openshape(
        "vitg14-rgb", "Objaverse and three more", "unstated (code Apache-2.0)", openshape.SCALINGS[4],
        megabytes=388, sha256="34949c162aca01b6fd3147ed7ccf34b448a34bdebc4a857605ea62412ad54fb9",
    ),
    _openshape(
        "no-lvis", "the same without LVIS", "MIT", openshape.SCALINGS[4],
        megabytes=388, sha256="b2063df60de050a039bba694920157ae6ce942991fe463ce76f5b89d95a2e0cb",
    ),
    _openshape(
        "shapenet", "ShapeNet", "MIT", openshape.SCALINGS[1], alike=(OPENSHAPE_SHAPENET_4,),
        **SHAPENET,
    ),
    OPENSHAPE_SHAPENET_4,
    _openshape(
        "vitl14-rgb", "Objaverse without LVIS; CLIP ViT-L/14", "unstated (code Apache-2.0)", openshape_model.VIT_L14,
        towers=VIT_L14_OPENAI, input=openshape_model.Y_UP, entries={}, below="pc_encoder.",
        megabytes=103, sha256="2ce4eb7a6997aed26390c7fd0ed5edfeb833eb7f160f1f790cc87dc733cd432a",
    ),
    _openshape(
        "vitb32-rgb", "Objaverse; CLIP ViT-B/32", "MIT", openshape_model.VIT_B32,
        towers=VIT_B32_OPENAI, input=openshape_model.Y_UP, entries={}, below="pc_encoder.",
        megabytes=101, sha256="491a08f1922713df67099dfb7ffceaa6e039fd3953f99f80ecd7178d727c7f3f",
    ),
)  # fmt: skip


def _ulip(
    name: str, summary: str, network: Network, file: str, *, input: InputSpec = ulip.INPUT, dim: int = 512, **row: Any
) -> ModelEntry:
    known = {k: row.pop(k) for k in ("megabytes", "sha256") if k in row}
    return ModelEntry(
        name=name,
        summary=summary,
        licence="unstated (code BSD-3-Clause)",
        source="Xue et al. 2023 and 2024, salesforce/ULIP",
        dim=dim,
        input=input,
        weights=WeightsFile(repo="SFXX/ulip", dataset=True, file=file, **known),
        system=Released,
        network=network,
        **({"towers": SLIP_IN_ULIP} | row),
    )


ULIP2_XYZ = _ulip(
    "ulip2-pointbert-xyz", "Objaverse; SLIP",
    ulip.ulip_pointbert_network(PointTransformerConfig()),
    f"{ULIP_2}/ULIP-2-PointBERT-8k-xyz-pc-slip_vit_b-objaverse-pretrained.pt",
)  # fmt: skip
ULIP = (
    _ulip(
        "ulip-pointbert", "ShapeNet; SLIP", ulip.ulip_pointbert_network(PointTransformerConfig()),
        f"{ULIP_1}/checkpoint_pointbert.pt",
    ),
    _ulip(
        "ulip-pointmlp", "ShapeNet; SLIP", ulip.ulip_pointmlp_network(PointMLPConfig()),
        f"{ULIP_1}/checkpoint_pointmlp.pt",
    ),
    _ulip(
        "ulip-pointnet2-ssg", "ShapeNet; SLIP", ulip.ulip_pointnet2_network(pointnet2.SSG),
        f"{ULIP_1}/checkpoint_pointnet2_ssg.pt",
    ),
    _ulip(
        "ulip-pointnext", "ShapeNet; SLIP", ulip.ulip_pointnext_network(ulip.POINTNEXT),
        f"{ULIP_1}/checkpoint_pointnext.pt", input=ulip.WITH_HEIGHT,
    ),
    # Two releases go by the name of ULIP-2; a file is told by the shapes of its tensors.
    _ulip(
        "ulip2-pointbert", "Objaverse, ShapeNet; CLIP ViT-bigG/14", ulip.ulip_pointbert_network(ulip.ULIP2),
        f"{ULIP_2}/ULIP-2-PointBERT-10k-xyzrgb-pc-vit_g-objaverse_shapenet-pretrained.pt",
        input=ulip.COLORED, dim=1280, towers=VIT_BIGG14_LAION, alike=(ULIP2_XYZ,),
        megabytes=402, sha256="a4b5ed9799d5841a1646e0fb7d24cb8dcdd3b3e6fab2e2575de2531f71274adb",
    ),
    ULIP2_XYZ,
)  # fmt: skip


def _uni3d(name: str, size: str, megabytes: int, sha256: str) -> ModelEntry:
    return ModelEntry(
        name=f"uni3d-{name}",
        summary="the same without LVIS" if "no-lvis" in name else "Objaverse and three more",
        licence="unstated (code MIT)",
        source="Zhou et al. 2024, baaivision/Uni3D",
        dim=1024,
        input=uni3d_model.INPUT,
        weights=WeightsFile(
            repo="BAAI/Uni3D", file=f"modelzoo/uni3d-{name}/model.pt", megabytes=megabytes, sha256=sha256
        ),
        system=Released,
        network=uni3d_model.uni3d_network(uni3d.SIZES[size]),
        entries={"module": "", "state_dict": ""},
        towers=EVA02_E14_PLUS,
    )


UNI3D = (
    _uni3d("ti", "ti", 13, "6ff7e821e6997cb814b529e6dc3b224ad8349500471c8517e491685a718688e0"),
    _uni3d("ti-no-lvis", "ti", 13, "4acc1369542311ba3c813b1e5160c897c04eb5a06bd1f0ab47e8c289e0b43719"),
    _uni3d("s", "s", 46, "9a6342fda2245f00fa0200eb7fc667ee67fee9a953c82961e04d242130a3350f"),
    _uni3d("s-no-lvis", "s", 46, "b0198692d98b2cde7b8ad19ffdba81a2d07553781189861eced37a4bdd2720ac"),
    _uni3d("b", "b", 178, "bb533f918957e939f0e500376bef5166437883443da10fd9adccde0d1b512fba"),
    _uni3d("b-no-lvis", "b", 178, "da0da5bc124f2e8e38bf754de0ebce7075a1eb9dbb0d468027adbf6bc8974a9f"),
    _uni3d("l", "l", 615, "540a3cafac52c251cbda1844d109bc598f142b4f5a2118db87cd722b01800c20"),
    _uni3d("l-no-lvis", "l", 615, "b3bbdb3eb51426c6cdf7d7d43460c7cb7dabdcfef5bd390655796791883c0268"),
    _uni3d("g", "g", 2035, "aa1f163bb8c34d7eb4bbb7187e8aaf78879b29df02d08acfbeb0671e2a218c3f"),
    _uni3d("g-no-lvis", "g", 2035, "6ab35a98481d9862c98ebab1d2c25102ce968b214a6324d9f38fa8091f33babc"),
)


def _tamm(data: str, summary: str, *, scaling: int = 4, alike: tuple[ModelEntry, ...] = ()) -> ModelEntry:
    return ModelEntry(
        name=f"tamm-pointbert-{data}" if scaling == 4 else f"tamm-pointbert-{data}-scaling{scaling}",
        summary=summary,
        licence="Apache-2.0 (code unstated)",
        source="Zhang et al. 2024, alanzhangcs/TAMM",
        dim=2560,
        input=openshape_model.Z_UP,
        weights=WeightsFile(repo="zhihao406/tamm-models", file=f"tamm_pointbert_{data.replace('-', '_')}.pt"),
        system=tamm.TAMMModel,
        network=tamm.tamm_network(openshape.SCALINGS[scaling]),
        entries={
            "state_dict": "model.",
            "image_alignment_adapter": "image_alignment_adapter.",
            "text_alignment_adapter": "text_alignment_adapter.",
        },
        towers=VIT_BIGG14_LAION,
        alike=alike,
    )


TAMM_SHAPENET_1 = _tamm("shapenet", "ShapeNet, as small as OpenShape's", scaling=1)
TAMM = (
    _tamm("ensemble", "Objaverse and three more"),
    _tamm("no-lvis", "the same without LVIS"),
    _tamm("shapenet", "ShapeNet", alike=(TAMM_SHAPENET_1,)),
    TAMM_SHAPENET_1,
)


def _cg3d(name: str, network: Network, num_points: int, drive: str) -> ModelEntry:
    return ModelEntry(
        name=f"cg3d-{name}-{num_points}",
        summary="ShapeNet; SLIP with prompts",
        licence="none given",
        source="Hegde et al. 2023, deeptibhegde/CLIP-goes-3D",
        dim=512,
        input=replace(cg3d.INPUT, num_points=num_points),
        weights=WeightsFile(repo="deeptibhegde/CLIP-goes-3D", file=f"{name}-{num_points}.pth", page=f"{DRIVE}/{drive}"),
        system=Released,
        network=network,
        entries={"base_model": ""},
        towers=SLIP_PROMPTED,
    )


CG3D_TRANSFORMER = cg3d.cg3d_pointtransformer_network(cg3d.POINT_TRANSFORMER)
CG3D_POINTMLP = pointmlp_network(cg3d.POINTMLP)
CG3D = (
    _cg3d("pointtransformer", CG3D_TRANSFORMER, 1024, "14aFau0H5Zn4byH6ahq7_PI7xzBSL18Ao"),
    _cg3d("pointtransformer", CG3D_TRANSFORMER, 8192, "1L_BPO45_AQEroLSYXhaUbPNYEB1YBCFV"),
    _cg3d("pointmlp", CG3D_POINTMLP, 1024, "1V66h1iGbfY-KEYGyMzV_T2QbKYsZa5p9"),
    _cg3d("pointmlp", CG3D_POINTMLP, 8192, "1NX0x1FRgnZrZiEdaIRcp_V6Enb6WZolX"),
)
MICHELANGELO = ModelEntry(
    name="michelangelo",
    summary="ShapeNet, Objaverse; CLIP ViT-L/14; an autoencoder too",
    licence="unstated (code GPL-3.0)",
    source="Zhao et al. 2023, NeuralCarver/Michelangelo",
    dim=768,
    input=michelangelo_model.INPUT,
    weights=WeightsFile(
        repo="Maikou/Michelangelo", file="checkpoints/aligned_shape_latents/shapevae-256.ckpt", megabytes=3930
    ),
    system=Released,
    network=michelangelo_model.michelangelo_network(MichelangeloConfig()),
    below="model.",
    towers=VIT_L14_OPENAI,
)
DUODUOCLIP = ModelEntry(
    name="duoduoclip",
    summary="the views of an object see each other",
    licence="as OpenCLIP (code MIT)",
    source="Lee et al. 2025, 3dlg-hcvc/DuoduoCLIP",
    dim=512,
    input=duoduoclip.INPUT,
    weights=WeightsFile(
        repo="3dlg-hcvc/DuoduoCLIP", file="Four_1to6F_bs1600_LT6.ckpt", megabytes=605,
        sha256="ce4dea222c694d8f3586be4cfaa30447ebed5aa57c9414f02188a76305a6de3a",
    ),
    system=duoduoclip.DuoduoModel,
    network=duoduoclip.duoduoclip_network(CLIP_IMAGES["ViT-B-32"], CLIP_TEXTS["ViT-B-32"]),
    below="duoduoclip.",
    towers=replace(VIT_B32_LAION, name="its own", parts=()),
)  # fmt: skip


def _views(pair: TowersEntry) -> ModelEntry:
    """A pair of towers as a model of its own: a shape is the mean of its rendered views."""
    (part,) = pair.parts
    assert part.file is not None
    return ModelEntry(
        name=pair.name,
        summary="any shape by the mean of its views",
        licence=pair.licence,
        source=pair.source,
        dim=pair.dim,
        input=replace(pair.pictures, ring_views=12, view_size=pair.pictures.image_size, num_points=0, channels=()),
        weights=part.file,
        system=Released,
        network=pair.network,
        entries=part.entries,
        towers=replace(pair, name="its own", parts=()),
    )


PAIRS_ALONE = (
    VIT_B32_OPENAI, VIT_B16_OPENAI, VIT_L14_OPENAI, VIT_L14_336_OPENAI, VIT_B32_LAION, VIT_L14_LAION, VIT_H14_LAION,
    VIT_G14_LAION, VIT_BIGG14_LAION, EVA02_E14_PLUS, SIGLIP2_B16, SIGLIP2_SO400M, SLIP_VIT_B16,
)  # fmt: skip

MODELS: dict[str, ModelEntry] = {
    entry.name: entry
    for entry in (MINI, *OPENSHAPE, *ULIP, *UNI3D, *TAMM, DUODUOCLIP, *CG3D, MICHELANGELO, *map(_views, PAIRS_ALONE))
}


def find_entry(name: str) -> ModelEntry:
    """
    Raises:
        WeightsError: no such model; names those that are spelled alike.
    """
    if name not in MODELS:
        near = get_close_matches(name, MODELS, cutoff=0.5) or list(MODELS)[:8]
        raise WeightsError(f"no model '{name}'; there is {', '.join(near)}; all: trivium models")
    return MODELS[name]


def load_model(name: str = "mini", *, weights: str | Path | None = None) -> AlignedModel:
    """A model by name.

    Args:
        weights: a file in the layout of the published one, to be used instead of it; for ``mini`` a folder that
            ``trivium train mini`` has written.

    Raises:
        WeightsError: no such model, or its weights are missing, damaged, or of another model.
    """
    entry = find_entry(name)
    path = Path(weights) if weights is not None else None
    return load_mini(path or WEIGHTS) if entry.network is None else load_released(entry, path)
