"""Michelangelo (Zhao et al. 2023): a shape autoencoder whose class token lies in the space of CLIP ViT-L/14.

It sees 4,096 points with normals; that its frame is y up and its unit ball around the box is not verified officially.
"""

from __future__ import annotations

from dataclasses import replace

from torch import Tensor

from trivium.encoders.points import michelangelo
from trivium.models.checkpoints import renamed
from trivium.models.networks import Network, Tensors
from trivium.models.preprocess import CLIP_PICTURES

INPUT = replace(CLIP_PICTURES, num_points=4096, channels=("position", "normal"))


def michelangelo_network(config: michelangelo.MichelangeloConfig) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        ours = renamed(renamed(tensors, michelangelo.OFFICIAL_KEYS), michelangelo.INNER_KEYS)
        return michelangelo.repacked(ours, config.heads)

    return Network(lambda: michelangelo.Michelangelo(config), convert)
