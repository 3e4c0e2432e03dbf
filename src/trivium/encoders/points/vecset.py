"""3DShape2VecSet's autoencoder (Zhang et al. 2023): a cloud as a set of latent vectors, and back to occupancy."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from trivium.encoders.points.grouping import farthest_points, gather
from trivium.encoders.transformer import CrossAttention


@dataclass(frozen=True, kw_only=True)
class VecSetConfig:
    channels: int = 0  # of a point beside its position: normals, colours; the published network has none
    num_latents: int = 512
    latent_width: int = 512
    width: int = 512
    depth: int = 24  # of the decoder
    heads: int = 8
    head_dim: int = 64


OFFICIAL_KEYS = (
    (r"point_embed\.basis", "embed.basis"),
    (r"point_embed\.mlp\.", "embed.linear."),
    (r"cross_attend_blocks\.0\.", "look."),
    (r"cross_attend_blocks\.1\.", "think."),
    (r"layers\.(\d+)\.([01])\.", r"layers.\1.\2."),
    (r"decoder_cross_attn\.", "ask."),
    (r"to_outputs\.", "occupancy."),
    (r"proj\.", "lift."),
    (r"(mean|logvar)_fc\.", r"\1."),
)
INNER_KEYS = (  # after OFFICIAL_KEYS
    (r"(.*)\.fn\.to_q\.", r"\1.attention.query."),
    (r"(.*)\.fn\.to_kv\.", r"\1.attention.key_value."),
    (r"(.*)\.fn\.to_out\.", r"\1.attention.out."),
    (r"(.*)\.fn\.net\.0\.", r"\1.up."),
    (r"(.*)\.fn\.net\.2\.", r"\1.down."),
    (r"", ""),
)


class PointEmbedding(nn.Module):
    """Positions (B, N, 3) to (B, N, width): sines and cosines of 8 octaves, and the position itself."""

    basis: Tensor

    def __init__(self, width: int, *, octaves: int = 8) -> None:
        super().__init__()
        self.register_buffer("basis", torch.kron(torch.eye(3), 2.0 ** torch.arange(octaves) * math.pi))
        self.linear = nn.Linear(6 * octaves + 3, width)

    def forward(self, points: Tensor) -> Tensor:
        waves = points @ self.basis
        return self.linear(torch.cat([waves.sin(), waves.cos(), points], -1))


class Look(nn.Module):
    """Pre-norm attention to a context, or to itself."""

    def __init__(self, width: int, heads: int, head_dim: int, *, cross: bool) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.norm_context = nn.LayerNorm(width) if cross else None
        self.attention = CrossAttention(width, width, heads, head_dim)

    def forward(self, x: Tensor, context: Tensor | None = None) -> Tensor:
        x = self.norm(x)
        return self.attention(x, x if self.norm_context is None else self.norm_context(context))


class Think(nn.Module):
    """Pre-norm GEGLU (Shazeer 2020), four times as wide inside."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, 8 * width), nn.Linear(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        value, gate = self.up(self.norm(x)).chunk(2, -1)
        return self.down(value * gelu(gate))


class VecSet(nn.Module):
    """Clouds (B, N, 3 + channels) to latent sets (B, num_latents, latent_width): the mean of the posterior."""

    def __init__(self, config: VecSetConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.latent_width
        c, w = config, config.width
        self.embed = PointEmbedding(w)
        self.beside = nn.Linear(c.channels, w, bias=False) if c.channels else None
        self.look, self.think = Look(w, 1, w, cross=True), Think(w)
        self.mean, self.logvar = nn.Linear(w, c.latent_width), nn.Linear(w, c.latent_width)
        self.lift = nn.Linear(c.latent_width, w)
        self.layers = nn.ModuleList(
            nn.ModuleList([Look(w, c.heads, c.head_dim, cross=False), Think(w)]) for _ in range(c.depth)
        )
        self.ask = Look(w, 1, w, cross=True)
        self.occupancy = nn.Linear(w, 1)

    def located_tokens(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Where some of the points are (B, num_latents, 3), and what each sees of all of them (B, num_latents, width)."""
        some = gather(cloud, farthest_points(cloud[..., :3].contiguous(), self.config.num_latents))
        x = self._embedded(some)
        x = x + self.look(x, self._embedded(cloud))
        return some[..., :3], x + self.think(x)

    def tokens(self, cloud: Tensor) -> Tensor:
        """(B, num_latents, width)"""
        return self.located_tokens(cloud)[1]

    def _embedded(self, cloud: Tensor) -> Tensor:
        x = self.embed(cloud[..., :3])
        return x if self.beside is None else x + self.beside(cloud[..., 3:])

    def posterior(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log variance (unclamped) of the latents."""
        x = self.tokens(cloud)
        return self.mean(x), self.logvar(x)

    def decode(self, latents: Tensor, queries: Tensor) -> Tensor:
        """Occupancy logits (B, Q) at positions (B, Q, 3)."""
        x = self.lift(latents)
        for layer in self.layers:
            look, think = cast(nn.ModuleList, layer)
            x = x + look(x)
            x = x + think(x)
        return self.occupancy(self.ask(self.embed(queries), x))[..., 0]

    def forward(self, cloud: Tensor) -> Tensor:
        return self.posterior(cloud)[0]


def kl_divergence(mean: Tensor, logvar: Tensor) -> Tensor:
    """(B,) of a diagonal Gaussian (B, T, C) to the standard one, mean over its numbers."""
    logvar = logvar.clamp(-30, 20)
    return 0.5 * (mean.square() + logvar.exp() - 1 - logvar).mean((1, 2))
