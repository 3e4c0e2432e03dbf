"""Every table of official names and shapes fits the network that is built for it: full size, without memory."""

from pathlib import Path

import pytest
import torch

from trivium.encoders.adapters import AlignmentAdapter
from trivium.encoders.images import CLIPImageConfig, DINOv3Config, SLIPImageConfig
from trivium.encoders.points import (
    DVAEConfig,
    MichelangeloConfig,
    PointMLPConfig,
    PointNeXtConfig,
    PointTransformerConfig,
    VecSetConfig,
    openshape,
    pointmlp,
    pointnet2,
    uni3d,
)
from trivium.encoders.text import CLIPTextConfig
from trivium.errors import WeightsError
from trivium.models import official

SHARED = Path(__file__).parents[3] / "shared"
PATCHES_64 = openshape.PPATConfig(hidden=1024, patch_width=128, num_groups=64, radius=0.4, group_size=256, out_dim=768)
OPENSHAPE_PNX = {"in_channels": 6, "strides": (1, 4, 4, 2, 2, 1), "head": (1024,), "out_dim": 1280}
S3DIS = {"in_channels": 4, "strides": (1, 4, 4, 2, 2), "layers": 1, "residual": False}
NETWORKS = {
    **{f"openshape_ppat_scaling{n}": official.openshape_network(c) for n, c in openshape.SCALINGS.items()},
    "openshape_pointbert_vitl14_rgb": official.openshape_network(PATCHES_64),
    "openshape_pointbert_vitb32_rgb": official.openshape_network(
        openshape.PPATConfig(**(vars(PATCHES_64) | {"out_dim": None}))
    ),
    **{f"uni3d_{n}": official.uni3d_network(c) for n, c in uni3d.SIZES.items()},
    "ulip_pointbert_point_part": official.ulip_pointbert_network(PointTransformerConfig()),
    "ulip2_pointbert_colored_point_part": official.ulip_pointbert_network(
        PointTransformerConfig(in_channels=6, depth=18, out_dim=1280)
    ),
    "ulip_pointnet2_ssg_point_part": official.ulip_pointnet2_network(pointnet2.SSG),
    "ulip_pointnet2_msg_point_part": official.ulip_pointnet2_network(pointnet2.MSG),
    "ulip_pointmlp_point_part": official.ulip_pointmlp_network(PointMLPConfig()),
    "cg3d_pointtransformer_project": official.cg3d_pointtransformer_network(
        PointTransformerConfig(num_groups=64, head_bias=True)
    ),
    "cg3d_pointmlp_project": official.pointmlp_network(PointMLPConfig(hidden=(), head_bias=True, skip_origin=True)),
    "cg3d_slip_vitb16_visual_promptdeep": official.prompted_slip_network(SLIPImageConfig()),
    "pointmlp_pointMLP": official.pointmlp_network(PointMLPConfig(out_dim=40, head_bias=True)),
    "pointmlp_pointMLPElite": official.pointmlp_network(
        PointMLPConfig(**(vars(pointmlp.ELITE) | {"out_dim": 40, "head_bias": True}))
    ),
    "ulip_pointmlp_elite_encoder": official.pointmlp_network(
        PointMLPConfig(**(vars(pointmlp.ELITE) | {"out_dim": None}))
    ),
    "pointnext_s_modelnet": official.pointnext_network(PointNeXtConfig(head=(512, 256), out_dim=40)),
    "ulip_pointnext_s_encoder_and_head_without_last": official.pointnext_network(
        PointNeXtConfig(in_channels=4, head=(512, 256), out_dim=40)
    ),
    "pointnext_b_s3dis_encoder": official.pointnext_network(PointNeXtConfig(blocks=(1, 2, 3, 2, 2), **S3DIS)),
    "pointnext_l_s3dis_encoder": official.pointnext_network(PointNeXtConfig(blocks=(1, 3, 5, 3, 3), **S3DIS)),
    "openshape_pointnext_s": official.pointnext_network(PointNeXtConfig(**OPENSHAPE_PNX)),
    "openshape_pointnext_l": official.pointnext_network(
        PointNeXtConfig(blocks=(1, 3, 5, 3, 3, 1), layers=1, residual=False, **OPENSHAPE_PNX)
    ),
    "openshape_pointnext_xl": official.pointnext_network(
        PointNeXtConfig(blocks=(1, 4, 7, 4, 4, 1), width=64, layers=1, residual=False, **OPENSHAPE_PNX)
    ),
    "pointbert_dvae": official.tokenizer_network(DVAEConfig()),
    "vecset_kl_d512_m512_l512": official.vecset_network(VecSetConfig()),
    "michelangelo_shapevae256_shape_part": official.michelangelo_network(MichelangeloConfig()),
    "tamm_pointbert_state_dict": official.openshape_network(
        openshape.PPATConfig(**(vars(openshape.SCALINGS[4]) | {"out_dim": None}))
    ),
    "tamm_alignment_adapter": official.Network(AlignmentAdapter, dict),
    "tamm_clip_image_adapter": official.cia_network(),
    "duoduoclip_vitb32_mv": official.duoduoclip_network(CLIPImageConfig(), CLIPTextConfig()),
    "dinov3_vits16": official.dinov3_network(DINOv3Config(width=384, heads=6, hidden=1536)),
    "dinov3_vitsplus": official.dinov3_network(DINOv3Config(width=384, heads=6, hidden=1536, gated=True)),
    "dinov3_vitb16": official.dinov3_network(DINOv3Config()),
    "dinov3_vitl16": official.dinov3_network(DINOv3Config(width=1024, depth=24, heads=16, hidden=4096)),
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
