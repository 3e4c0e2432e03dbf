"""CG3D (Hegde et al. 2023): point encoders aligned to SLIP, whose image tower is tuned with deep prompts."""

from __future__ import annotations

from dataclasses import replace

from trivium.encoders.points import pointmlp, pointtransformer
from trivium.models.checkpoints import renamed
from trivium.models.networks import Network
from trivium.models.preprocess import IMAGENET_PICTURES

INPUT = replace(IMAGENET_PICTURES, num_points=8192, channels=("position",), center="mean")
POINTMLP_INPUT = replace(INPUT, num_points=1024)

POINT_TRANSFORMER = pointtransformer.PointTransformerConfig(num_groups=64, head_bias=True, classes=55)
POINTMLP = pointmlp.PointMLPConfig(hidden=(), head_bias=True, skip_origin=True)


def cg3d_pointtransformer_network(config: pointtransformer.PointTransformerConfig) -> Network:
    return Network(
        lambda: pointtransformer.PointTransformer(config), lambda t: renamed(t, pointtransformer.OFFICIAL_KEYS)
    )
