"""ULIP and ULIP-2 (Xue et al. 2023, 2024): point encoders aligned to SLIP, and to a CLIP ViT-bigG.

A file of ULIP holds the frozen towers too. Two releases share the name ULIP-2: the earlier has ULIP's layout and space.
"""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor

from trivium.encoders.points import pointmlp, pointnet2, pointnext, pointtransformer
from trivium.models.checkpoints import RenameTable, renamed
from trivium.models.networks import Network, Tensors, below
from trivium.models.openshape import Y_UP
from trivium.models.preprocess import IMAGENET_PICTURES

INPUT = replace(IMAGENET_PICTURES, num_points=8192, thinned_from=16_384, channels=("position",), center="mean")
WITH_HEIGHT = replace(INPUT, channels=("position", "height"))
COLORED = Y_UP  # ULIP-2's: as those of OpenShape that see y up

POINTNEXT = pointnext.PointNeXtConfig(in_channels=4, head=(512, 256), out_dim=512, head_bias=False)
ULIP2 = pointtransformer.PointTransformerConfig(in_channels=6, depth=18, out_dim=1280)


TOWERS = (  # SLIP's, in the same file
    (r"(?:visual|transformer|ln_final)\.", None),
    (r"(?:token_embedding|positional_embedding|image_projection|text_projection|logit_scale)", None),
)


def projected(tensors: Tensors, table: RenameTable, last: str = "head.weight") -> dict[str, Tensor]:
    """A point encoder, and a matrix that its features are multiplied with from the right: our ``last`` layer."""
    rest = renamed(tensors, (*TOWERS, (r"point_encoder\.", "point_encoder."), (r"pc_projection", "pc_projection")))
    return renamed(below("point_encoder.", rest), table) | {last: rest["pc_projection"].T}


def ulip_pointbert_network(config: pointtransformer.PointTransformerConfig) -> Network:
    return Network(
        lambda: pointtransformer.PointTransformer(config), lambda t: projected(t, pointtransformer.OFFICIAL_KEYS)
    )


def ulip_pointnet2_network(config: pointnet2.PointNet2Config) -> Network:
    return Network(lambda: pointnet2.PointNet2(config), lambda t: projected(t, pointnet2.OFFICIAL_KEYS))


def ulip_pointmlp_network(config: pointmlp.PointMLPConfig) -> Network:
    return Network(lambda: pointmlp.PointMLP(config), lambda t: projected(t, pointmlp.OFFICIAL_KEYS))


def ulip_pointnext_network(config: pointnext.PointNeXtConfig) -> Network:
    last = f"head.{2 * len(config.head)}.0.weight"  # ULIP's matrix stands in its place
    return Network(lambda: pointnext.PointNeXt(config), lambda t: projected(t, pointnext.OFFICIAL_KEYS, last))
