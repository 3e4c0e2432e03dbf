"""Names to models: the table of what can be loaded, where it is published, and by which conventions it works.

Sizes and sha256 are those that the publishers' own pages state; where none is stated, none is checked.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from trivium.encoders.images.clip import SIZES as CLIP_IMAGES
from trivium.encoders.points import PointMLPConfig, PointTransformerConfig, openshape, pointnet2, uni3d
from trivium.encoders.points.michelangelo import MichelangeloConfig
from trivium.encoders.text.clip import SIZES as CLIP_TEXTS
from trivium.errors import WeightsError
from trivium.models import cg3d, duoduoclip, pairs, tamm, ulip
from trivium.models import michelangelo as michelangelo_model
from trivium.models import openshape as openshape_model
from trivium.models import uni3d as uni3d_model
from trivium.models.aligned import AlignedModel
from trivium.models.hub import WeightsFile
from trivium.models.mini import MINI_INPUT, WEIGHTS, load_mini
from trivium.models.networks import Network, pointmlp_network
from trivium.models.preprocess import InputSpec
from trivium.models.released import ModelEntry, TowersEntry, load_released
from trivium.models.tango3d import load_tango

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
    load=lambda _, folder: load_mini(folder or WEIGHTS),
)
TANGO_MINI = ModelEntry(
    name="tango-mini",
    summary="in the wheel: mini's rows, corrected by what places of pictures and shapes say",
    licence="Apache-2.0",
    source="this package: trivium train tango",
    dim=256,
    input=MINI_INPUT,
    weights=WeightsFile(repo="in the wheel", file="tango-mini.safetensors", megabytes=6, folder=WEIGHTS),
    load=lambda _, folder: load_tango(folder or WEIGHTS),
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
    towers: TowersEntry = pairs.VIT_BIGG14_LAION,
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
        load=load_released,
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
        towers=pairs.VIT_L14_OPENAI, input=openshape_model.Y_UP, entries={}, below="pc_encoder.",
        megabytes=103, sha256="2ce4eb7a6997aed26390c7fd0ed5edfeb833eb7f160f1f790cc87dc733cd432a",
    ),
    _openshape(
        "vitb32-rgb", "Objaverse; CLIP ViT-B/32", "MIT", openshape_model.VIT_B32,
        towers=pairs.VIT_B32_OPENAI, input=openshape_model.Y_UP, entries={}, below="pc_encoder.",
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
        load=load_released,
        network=network,
        **({"towers": pairs.SLIP_IN_ULIP} | row),
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
        input=ulip.COLORED, dim=1280, towers=pairs.VIT_BIGG14_LAION, alike=(ULIP2_XYZ,),
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
        load=load_released,
        network=uni3d_model.uni3d_network(uni3d.SIZES[size]),
        entries={"module": "", "state_dict": ""},
        towers=pairs.EVA02_E14_PLUS,
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
        load=partial(load_released, system=tamm.TAMMModel),
        network=tamm.tamm_network(openshape.SCALINGS[scaling]),
        entries={
            "state_dict": "model.",
            "image_alignment_adapter": "image_alignment_adapter.",
            "text_alignment_adapter": "text_alignment_adapter.",
        },
        towers=pairs.VIT_BIGG14_LAION,
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
        load=load_released,
        network=network,
        entries={"base_model": ""},
        towers=pairs.SLIP_PROMPTED,
    )


CG3D_TRANSFORMER = cg3d.cg3d_pointtransformer_network(cg3d.POINT_TRANSFORMER)
CG3D_POINTMLP = pointmlp_network(cg3d.POINTMLP)
CG3D = (
    _cg3d("pointtransformer", CG3D_TRANSFORMER, 1024, "14aFau0H5Zn4byH6ahq7_PI7xzBSL18Ao"),
    _cg3d("pointtransformer", CG3D_TRANSFORMER, 8192, "1L_BPO45_AQEroLSYXhaUbPNYEB1YBCFV"),
    _cg3d("pointmlp", CG3D_POINTMLP, 1024, "1V66h1iGbfY-KEYGyMzV_T2QbKYsZa5p9"),
    _cg3d("pointmlp", CG3D_POINTMLP, 8192, "1NX0x1FRgnZrZiEdaIRcp_V6Enb6WZolX"),
)


def _own_cg3d(_: ModelEntry, folder: Path | None) -> AlignedModel:
    if folder is None:
        raise WeightsError(
            "cg3d is a model of your own: train one with 'trivium train cg3d', and give its folder as weights"
        )
    return cg3d.load_cg3d(folder)


CG3D_RUN = ModelEntry(
    name="cg3d",
    summary="your own: a folder of trivium train cg3d, given as weights",
    licence="yours",
    source="Hegde et al. 2023, this package: trivium train cg3d",
    dim=256,
    input=cg3d.INPUT,
    weights=WeightsFile(repo="cg3d", file="cg3d.safetensors", page="your own training"),
    load=_own_cg3d,
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
    load=load_released,
    network=michelangelo_model.michelangelo_network(MichelangeloConfig()),
    below="model.",
    towers=pairs.VIT_L14_OPENAI,
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
    load=partial(load_released, system=duoduoclip.DuoduoModel),
    network=duoduoclip.duoduoclip_network(CLIP_IMAGES["ViT-B-32"], CLIP_TEXTS["ViT-B-32"]),
    below="duoduoclip.",
    towers=replace(pairs.VIT_B32_LAION, name="its own", parts=()),
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
        load=load_released,
        network=pair.network,
        entries=part.entries,
        towers=replace(pair, name="its own", parts=()),
    )


MODELS: dict[str, ModelEntry] = {
    entry.name: entry
    for entry in (
        MINI,
        TANGO_MINI,
        *OPENSHAPE,
        *ULIP,
        *UNI3D,
        *TAMM,
        DUODUOCLIP,
        *CG3D,
        CG3D_RUN,
        MICHELANGELO,
        *map(_views, pairs.ALONE),
    )
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
    return entry.load(entry, Path(weights) if weights is not None else None)
