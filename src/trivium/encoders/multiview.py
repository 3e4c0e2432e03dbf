"""Multi-view attention (DuoduoCLIP, Lee et al. 2025): the later layers of an image tower see all views of an object."""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from trivium.encoders.images.clip import CLIPImages
from trivium.encoders.transformer import attend


class MultiView(nn.Module):
    """A tower whose layers from ``first`` on attend across views. Adds no parameter and changes none.

    Views (B, F, 3, H, W) to one vector (B, out_dim): the mean of the views' class tokens, projected.
    """

    def __init__(self, tower: CLIPImages, *, first: int) -> None:
        super().__init__()
        self.tower, self.first, self.out_dim = tower, first, tower.out_dim

    def forward(self, views: Tensor) -> Tensor:
        b, f = views.shape[:2]
        net = self.tower.net.vision_model
        x = net.pre_layrnorm(net.embeddings(views.flatten(0, 1)))
        _, t, width = x.shape
        *layers, last = self.tower.layers
        for layer in layers[: self.first]:
            x = through(layer, x)
        if self.first < len(self.tower.layers):
            x = x.reshape(b, f * t, width)  # attention does not care about the order of tokens
        for layer in layers[self.first :]:
            x = through(layer, x)
        x = through(last, x, slice(None, None, t))  # the class tokens: nobody reads the others
        return self.tower.net.visual_projection(net.post_layernorm(x).view(b, f, width).mean(1))


def through(layer: Any, x: Tensor, rows: slice = slice(None)) -> Tensor:
    """Tokens (B, T, C) after a layer of ``transformers``' CLIP, or only some ``rows`` of them."""
    attention, seen = layer.self_attn, layer.layer_norm1(x)
    pairs = ((attention.q_proj, seen[:, rows]), (attention.k_proj, seen), (attention.v_proj, seen))
    q, k, v = (project(y).unflatten(-1, (attention.num_heads, -1)).transpose(1, 2) for project, y in pairs)
    x = x[:, rows] + attention.out_proj(attend(q, k, v).transpose(1, 2).flatten(2))
    return x + layer.mlp(layer.layer_norm2(x))
