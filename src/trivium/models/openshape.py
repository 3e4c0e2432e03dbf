"""OpenShape (Liu et al. 2023): a point patch transformer aligned to the towers of a frozen CLIP.

Clouds of 10,000 points with colours, 0.4 grey where there are none. The checkpoints beside ViT-bigG were trained with the y
and z axes swapped, which is a mirror image and not a rotation; the two smaller ones see y up.
"""

from __future__ import annotations

from dataclasses import replace

from trivium.encoders.points import openshape
from trivium.models.checkpoints import renamed
from trivium.models.networks import Network
from trivium.models.preprocess import CLIP_PICTURES

Y_UP = replace(
    CLIP_PICTURES, num_points=10_000, channels=("position", "color"), color_fill=0.4, center="mean", swap_yz=False
)
Z_UP = replace(Y_UP, swap_yz=True)

# The two smaller checkpoints have fewer and larger patches than any of the "scalings".
VIT_L14 = openshape.PPATConfig(hidden=1024, patch_width=128, num_groups=64, radius=0.4, group_size=256, out_dim=768)
VIT_B32 = replace(VIT_L14, out_dim=None)


def openshape_network(config: openshape.PPATConfig) -> Network:
    return Network(lambda: openshape.PointPatchTransformer(config), lambda t: renamed(t, openshape.OFFICIAL_KEYS))
