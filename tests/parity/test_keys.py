"""Every table of official names and shapes fits the network that is built for it: full size, without memory."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from trivium.encoders.adapters import AlignmentAdapter
from trivium.encoders.images import SLIPImageConfig
from trivium.encoders.points import (
    DVAEConfig,
    PointMLPConfig,
    PointNeXtConfig,
    VecSetConfig,
    openshape,
    pointmlp,
    pointnet2,
)
from trivium.errors import WeightsError
from trivium.models import MODELS, networks, tamm, towers, ulip
from trivium.models.openshape import openshape_network

SHARED = Path(__file__).parents[3] / "shared"
OPENSHAPE_PNX = {"in_channels": 6, "strides": (1, 4, 4, 2, 2, 1), "head": (1024,), "out_dim": 1280}
S3DIS = {"in_channels": 4, "strides": (1, 4, 4, 2, 2), "layers": 1, "residual": False}
RELEASED = {  # what a row of the zoo builds
    "openshape_ppat_scaling1": "openshape-pointbert-shapenet",
    "openshape_ppat_scaling4": "openshape-pointbert-vitg14-rgb",
    "openshape_pointbert_vitl14_rgb": "openshape-pointbert-vitl14-rgb",
    "openshape_pointbert_vitb32_rgb": "openshape-pointbert-vitb32-rgb",
    **{f"uni3d_{size}": f"uni3d-{size}" for size in ("ti", "s", "b", "l", "g")},
    "ulip_pointbert_point_part": "ulip-pointbert",
    "ulip2_pointbert_colored_point_part": "ulip2-pointbert",
    "ulip_pointnet2_ssg_point_part": "ulip-pointnet2-ssg",
    "ulip_pointmlp_point_part": "ulip-pointmlp",
    "cg3d_pointtransformer_project": "cg3d-pointtransformer-1024",
    "cg3d_pointmlp_project": "cg3d-pointmlp-1024",
    "michelangelo_shapevae256_shape_part": "michelangelo",
    "duoduoclip_vitb32_mv": "duoduoclip",
}
NETWORKS = {
    **{table: MODELS[name].network for table, name in RELEASED.items()},
    **{f"openshape_ppat_scaling{n}": openshape_network(openshape.SCALINGS[n]) for n in (2, 3, 5, 6)},
    "ulip_pointnet2_msg_point_part": ulip.ulip_pointnet2_network(pointnet2.MSG),
    "cg3d_slip_vitb16_visual_promptdeep": towers.prompted_slip_network(SLIPImageConfig()),
    "pointmlp_pointMLP": networks.pointmlp_network(PointMLPConfig(out_dim=40, head_bias=True)),
    "pointmlp_pointMLPElite": networks.pointmlp_network(replace(pointmlp.ELITE, out_dim=40, head_bias=True)),
    "ulip_pointmlp_elite_encoder": networks.pointmlp_network(replace(pointmlp.ELITE, out_dim=None)),
    "pointnext_s_modelnet": networks.pointnext_network(PointNeXtConfig(head=(512, 256), out_dim=40)),
    "ulip_pointnext_s_encoder_and_head_without_last": networks.pointnext_network(
        PointNeXtConfig(in_channels=4, head=(512, 256), out_dim=40)
    ),
    "pointnext_b_s3dis_encoder": networks.pointnext_network(PointNeXtConfig(blocks=(1, 2, 3, 2, 2), **S3DIS)),
    "pointnext_l_s3dis_encoder": networks.pointnext_network(PointNeXtConfig(blocks=(1, 3, 5, 3, 3), **S3DIS)),
    "openshape_pointnext_s": networks.pointnext_network(PointNeXtConfig(**OPENSHAPE_PNX)),
    "openshape_pointnext_l": networks.pointnext_network(
        PointNeXtConfig(blocks=(1, 3, 5, 3, 3, 1), layers=1, residual=False, **OPENSHAPE_PNX)
    ),
    "openshape_pointnext_xl": networks.pointnext_network(
        PointNeXtConfig(blocks=(1, 4, 7, 4, 4, 1), width=64, layers=1, residual=False, **OPENSHAPE_PNX)
    ),
    "pointbert_dvae": networks.tokenizer_network(DVAEConfig()),
    "vecset_kl_d512_m512_l512": networks.vecset_network(VecSetConfig()),
    "tamm_pointbert_state_dict": openshape_network(replace(openshape.SCALINGS[4], out_dim=None)),
    "tamm_alignment_adapter": networks.Network(AlignmentAdapter, dict),
    "tamm_clip_image_adapter": tamm.cia_network(),
    "dinov3_vits16": towers.DENSE["dinov3_vits16"],
    "dinov3_vitsplus": towers.DENSE["dinov3_vits16plus"],
    "dinov3_vitb16": towers.DENSE["dinov3_vitb16"],
    "dinov3_vitl16": towers.DENSE["dinov3_vitl16"],
}


def table(name: str) -> dict[str, torch.Tensor]:
    file = SHARED / "parity" / "keys" / f"{name}.tsv"
    if not file.is_file():
        pytest.skip(f"no table of official names at {file}")
    rows = [line.split("\t") for line in file.read_text().splitlines()[1:]]
    return {
        key: torch.empty([int(n) for n in shape.strip("[]").split(",") if n], dtype=getattr(torch, kind), device="meta")
        for key, shape, kind in rows
    }


def test_every_table_has_a_network():
    folder = SHARED / "parity" / "keys"
    if not folder.is_dir():
        pytest.skip(f"no tables of official names in {folder}")
    assert {p.stem for p in folder.glob("*.tsv")} == set(NETWORKS)


@pytest.mark.parametrize("name", NETWORKS)
def test_official_names_load_strictly(name):
    tensors = table(name)
    with torch.device("meta"):
        network = NETWORKS[name].filled(tensors)
    assert all(p.is_meta for p in network.parameters())


def test_another_system_is_refused():
    with torch.device("meta"), pytest.raises(WeightsError, match="unknown tensors"):
        NETWORKS["openshape_ppat_scaling4"].filled(table("pointmlp_pointMLP"))
    with torch.device("meta"), pytest.raises(WeightsError, match="not a checkpoint of PointPatchTransformer"):
        NETWORKS["openshape_ppat_scaling4"].filled(table("openshape_ppat_scaling5"))


@pytest.mark.parametrize("name", ["ulip_pointbert_point_part", "uni3d_ti", "openshape_ppat_scaling4"])
def test_a_tensor_too_many_is_refused(name):
    with torch.device("meta"), pytest.raises(WeightsError, match=r"unknown tensors.*stranger"):
        NETWORKS[name].filled(table(name) | {"stranger.weight": torch.empty(2)})


def test_the_parts_of_tamms_files_make_one_network():
    adapter, encoder = table("tamm_alignment_adapter"), table("tamm_pointbert_state_dict")
    whole = {f"model.{k}": v for k, v in encoder.items()}
    whole |= {f"{part}_alignment_adapter.{k}": v for part in ("image", "text") for k, v in adapter.items()}
    with torch.device("meta"):
        MODELS["tamm-pointbert-ensemble"].network.filled(whole)


def test_ulips_pointnext_has_its_matrix_for_a_last_layer():
    official = table("ulip_pointnext_s_encoder_and_head_without_last")
    kept = {f"point_encoder.{k}": v for k, v in official.items() if not k.startswith("prediction.head.4.")}
    with torch.device("meta"):
        MODELS["ulip-pointnext"].network.filled(kept | {"pc_projection": torch.empty(256, 512)})
