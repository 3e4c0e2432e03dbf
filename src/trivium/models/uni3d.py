"""Uni3D (Zhou et al. 2024): a vision transformer over point patches, aligned to EVA02-CLIP-E+. Five sizes."""

from __future__ import annotations

from trivium.encoders.points import uni3d
from trivium.models.checkpoints import renamed
from trivium.models.networks import Network
from trivium.models.openshape import Y_UP

INPUT = Y_UP  # as OpenShape's two smaller checkpoints


WRAPPED = ((r"point_encoder\.", ""), (r"logit_scale", None))


def uni3d_network(config: uni3d.Uni3DConfig) -> Network:
    return Network(
        lambda: uni3d.Uni3D(config),
        lambda t: uni3d.joined(renamed(renamed(t, WRAPPED), uni3d.OFFICIAL_KEYS), config),
    )
