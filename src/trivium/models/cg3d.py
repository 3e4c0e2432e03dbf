"""CG3D (Hegde et al. 2023): point encoders aligned to SLIP, whose image tower is tuned with deep prompts.

Its own zero-shot evaluation compares with text features that are not of length 1; rows here always are, so that a class
whose texts are long there does not win for it, and accuracies differ from the published ones.
"""

from __future__ import annotations

from dataclasses import replace

from trivium.encoders.points import pointmlp, pointtransformer
from trivium.models.checkpoints import renamed
from trivium.models.networks import Network
from trivium.models.preprocess import IMAGENET_PICTURES

INPUT = replace(IMAGENET_PICTURES, num_points=8192, thinned_from=16_384, channels=("position",), center="mean")

POINT_TRANSFORMER = pointtransformer.PointTransformerConfig(num_groups=64, head_bias=True, classes=55)
POINTMLP = pointmlp.PointMLPConfig(hidden=(), head_bias=True, skip_origin=True)


def cg3d_pointtransformer_network(config: pointtransformer.PointTransformerConfig) -> Network:
    return Network(
        lambda: pointtransformer.PointTransformer(config), lambda t: renamed(t, pointtransformer.OFFICIAL_KEYS)
    )
