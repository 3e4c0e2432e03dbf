"""TAMM (Zhang et al. 2024): OpenShape's encoder with an adapter each to the spaces of images and of texts.

A row is both, side by side, so that one inner product gives the score of the paper: words look at the text half, with half
the weight at the image half; pictures look at the image half alone.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.adapters import AlignmentAdapter, ImageAdapter
from trivium.encoders.points import openshape
from trivium.models.checkpoints import renamed
from trivium.models.networks import Network, Tensors, below
from trivium.models.released import Released

ALPHA = 0.5  # of the image half in the score of a text: official for ModelNet40, Objaverse-LVIS and ScanObjectNN


class TAMM(nn.Module):
    """OpenShape's encoder without projection, and an adapter each to the spaces of images and of texts."""

    def __init__(self, config: openshape.PPATConfig, *, hidden: int = 1024, out_dim: int = 1280) -> None:
        super().__init__()
        self.out_dim = out_dim
        self.model = openshape.PointPatchTransformer(replace(config, out_dim=None))
        self.image = AlignmentAdapter(config.width, hidden, out_dim, dropout=0.5)
        self.text = AlignmentAdapter(config.width, hidden, out_dim, dropout=0.2)

    def forward(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Features (B, out_dim) for comparison with images, and with texts."""
        x = self.model(cloud)
        return self.image(x), self.text(x)


PARTS = (
    (r"model\.", "model."),
    (r"(image|text)_alignment_adapter\.", r"\1."),
    (r"clip_adapter\.|logit_scale", None),  # CIA is for training the image side
)


def tamm_network(config: openshape.PPATConfig, *, hidden: int = 1024, out_dim: int = 1280) -> Network:
    def convert(tensors: Tensors) -> dict[str, Tensor]:
        parts = renamed(tensors, PARTS)
        encoder = renamed(below("model.", parts), openshape.OFFICIAL_KEYS)
        adapters = {k: v for k, v in parts.items() if not k.startswith("model.")}
        return {f"model.{k}": v for k, v in encoder.items()} | adapters

    return Network(lambda: TAMM(config, hidden=hidden, out_dim=out_dim), convert)


def cia_network(width: int = 1280, *, reduction: int = 4, share: float = 0.2) -> Network:
    return Network(
        lambda: ImageAdapter(width, reduction=reduction, share=share), lambda t: renamed(t, ((r"adapter\.", ""),))
    )


class TAMMModel(Released):
    """See the module's docstring. ``dim`` is twice that of CLIP."""

    def shape_row(self, points: Tensor) -> Tensor:
        image, text = self.network(points[None])
        return torch.cat([normalize(text[0], dim=0), normalize(image[0], dim=0)])

    def image_row(self, pictures: Tensor) -> Tensor:
        row = super().image_row(pictures)
        return torch.cat([torch.zeros_like(row), row])

    def text_rows(self, ids: Tensor) -> Tensor:
        rows = super().text_rows(ids)
        return torch.cat([rows, ALPHA * rows], 1)
