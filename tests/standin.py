"""A stand-in model: no learning, all arithmetic. Same interface, so libraries can be tested without waiting for a network."""

import hashlib

import numpy as np
import torch

from trivium.encoders.images import DenseHeadConfig, ViTConfig
from trivium.encoders.points import PointNeXtConfig, Pointwise, PointwiseConfig, VecSetConfig
from trivium.geometry import normalized
from trivium.io import load_image
from trivium.models.aligned import AlignedModel
from trivium.models.mini import load_mini
from trivium.models.pasr import PASR, DenseTower, PASRConfig, Raster
from trivium.models.preprocess import InputSpec, PreparedShape
from trivium.models.tango3d import HeadConfig, Tango, TangoConfig, TangoNetwork

DIM = 32


def unit(row):
    return (row / max(float(np.linalg.norm(row)), 1e-9)).astype(np.float32)


class StandIn(AlignedModel):
    """Shapes by extents and mean colour, pictures by mean colour, words by hash. ``die_on`` kills the process."""

    name = "stand-in"
    dim = DIM

    def __init__(self, version="1", die_on=""):
        self.fingerprint, self.die_on = f"stand-in-{version}", die_on

    def prepare_shape(self, shape):
        return PreparedShape(shape, None, np.zeros((1, 9), np.float32))

    def encode_prepared(self, prepared):
        return np.stack([self._shape_row(p.shape) for p in prepared])

    def encode_views(self, objects):
        return np.stack(
            [self._color_row(np.mean([load_image(v).mean((0, 1)) / 255 for v in views], 0)) for views in objects]
        )

    def encode_texts(self, texts):
        seeds = [int(hashlib.sha256(t.encode()).hexdigest()[:8], 16) for t in texts]
        return np.stack([unit(np.random.default_rng(s).normal(size=DIM)) for s in seeds])

    def _shape_row(self, shape):
        if self.die_on and shape.name == self.die_on:
            import os

            os._exit(13)
        low, high = normalized(shape).bounds
        row = np.zeros(DIM)
        row[:3] = high - low
        faces = getattr(shape, "num_faces", None)
        row[3] = np.log10(faces) if faces else 0
        surface = getattr(shape, "surfaces", [None])[0]
        if surface is not None and surface.color is not None:
            row[4:7] = surface.color
        return unit(row)

    def _color_row(self, color):
        row = np.zeros(DIM)
        row[4:7] = color
        return unit(row)


def tiny_pasr(fingerprint: str = "one") -> PASR:
    """An untrained pose model of a few thousand weights: its answers are real ones, only not good ones."""
    torch.manual_seed(0)
    backbone = PointNeXtConfig(
        in_channels=9, width=8, strides=(1, 2, 2, 2), blocks=(1, 1, 1, 1), neighbors=8, radius=0.4
    )
    config = PASRConfig(
        image=ViTConfig(width=32, depth=1, heads=2, stem_depth=1, out_dim=16),
        head=DenseHeadConfig(width=32, depth=1, heads=2, out_dim=12),
        points=PointwiseConfig(backbone=backbone, out_dim=12),
        raster=Raster(size=4, radius=0.3, per_pixel=8),
        input=InputSpec(image_size=32, ring_views=0, num_points=128),
    )
    return PASR(
        config, DenseTower(config.image, config.head), Pointwise(config.points), torch.eye(12)[:, :6], fingerprint
    )


def tiny_tango() -> Tango:
    """An untrained model of places: its answers are real ones, only not good ones."""
    torch.manual_seed(0)
    heads = HeadConfig(width=32, depth=1, heads=2)
    config = TangoConfig(
        tokens=VecSetConfig(channels=6, num_latents=16, latent_width=8, width=32, depth=1, heads=2, head_dim=16),
        patches=heads, points=heads, tower_width=32, out_dim=12,
        input=InputSpec(image_size=32, ring_views=0, num_points=128),
    )  # fmt: skip
    tower = DenseTower(
        ViTConfig(width=32, depth=1, heads=2, stem_depth=1, out_dim=16),
        DenseHeadConfig(width=32, depth=1, heads=2, out_dim=12),
    )
    return Tango(config, tower, TangoNetwork(config), load_mini(), "one")
