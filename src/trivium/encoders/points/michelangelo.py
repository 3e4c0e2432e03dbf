"""Michelangelo's aligned shape autoencoder (Zhao et al. 2023): 256 latent tokens, and one in the space of CLIP."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trivium.encoders.transformer import Block, CrossAttention


@dataclass(frozen=True, kw_only=True)
class MichelangeloConfig:
    num_latents: int = 256
    latent_width: int = 64
    width: int = 768
    heads: int = 12
    depth: int = 8  # self-attention blocks of the encoder
    decoder_depth: int = 16
    octaves: int = 8
    point_channels: int = 3  # beside the position: normals
    out_dim: int = 768


_BLOCK_KEYS = (
    (r"(.*)\.attn\.c_q\.", r"\1.attention.query."),
    (r"(.*)\.attn\.c_kv\.", r"\1.attention.key_value."),
    (r"(.*)\.attn\.c_qkv\.", r"\1.attention.qkv."),
    (r"(.*)\.attn\.c_proj\.", r"\1.attention.out."),
    (r"(.*)\.mlp\.c_fc\.", r"\1.mlp.0."),
    (r"(.*)\.mlp\.c_proj\.", r"\1.mlp.2."),
    (r"(.*)\.ln_(\d)\.", r"\1.norm\2."),
)
OFFICIAL_KEYS = (  # without the wrapping ``model.``
    (r"shape_projection", "head.weight"),
    (r"shape_model\.encoder\.query", "query"),
    (r"shape_model\.encoder\.input_proj\.", "lift."),
    (r"shape_model\.encoder\.cross_attn\.", "look."),
    (r"shape_model\.encoder\.self_attn\.resblocks\.", "blocks."),
    (r"shape_model\.encoder\.ln_post\.", "norm."),
    (r"shape_model\.pre_kl\.", "moments."),
    (r"shape_model\.post_kl\.", "decoder_lift."),
    (r"shape_model\.transformer\.resblocks\.", "decoder_blocks."),
    (r"shape_model\.geo_decoder\.query_proj\.", "ask_lift."),
    (r"shape_model\.geo_decoder\.cross_attn_decoder\.", "ask."),
    (r"shape_model\.geo_decoder\.ln_post\.", "ask_norm."),
    (r"shape_model\.geo_decoder\.output_proj\.", "occupancy."),
    (r"clip_model\.", None),  # the frozen towers
)
INNER_KEYS = (*_BLOCK_KEYS, (r"", ""))  # after OFFICIAL_KEYS


def repacked(tensors: dict[str, Tensor], heads: int) -> dict[str, Tensor]:
    """Queries, keys and values are packed head by head officially, one after the other here; x @ P becomes P^T."""

    def repack(key: str, value: Tensor) -> Tensor:
        if key == "head.weight":
            return value.T
        parts = {"attention.qkv.weight": 3, "attention.key_value.weight": 2}
        for name, count in parts.items():
            if key.endswith(name):
                return value.view(heads, count, -1, value.shape[1]).transpose(0, 1).reshape(value.shape)
        return value

    return {k: repack(k, v) for k, v in tensors.items()}


class CrossBlock(nn.Module):
    """Pre-norm attention to a context, then an MLP."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm1, self.norm2, self.norm3 = (nn.LayerNorm(width) for _ in range(3))
        self.attention = CrossAttention(width, width, heads, width // heads)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))

    def forward(self, x: Tensor, context: Tensor) -> Tensor:
        x = x + self.attention(self.norm1(x), self.norm2(context))
        return x + self.mlp(self.norm3(x))


class Michelangelo(nn.Module):
    """Clouds (B, N, 3 + point_channels), position and normal, to one vector (B, out_dim) each."""

    def __init__(self, config: MichelangeloConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim
        c, w = config, config.width
        waves = 3 + 6 * c.octaves
        self.query = nn.Parameter(torch.randn(1 + c.num_latents, w) * 0.02)
        self.lift = nn.Linear(waves + c.point_channels, w)
        self.look = CrossBlock(w, c.heads)
        self.blocks = nn.ModuleList(Block(w, c.heads, 4 * w, qkv_bias=False) for _ in range(c.depth))
        self.norm = nn.LayerNorm(w)
        self.head = nn.Linear(w, c.out_dim, bias=False)
        self.moments = nn.Linear(w, 2 * c.latent_width)
        self.decoder_lift = nn.Linear(c.latent_width, w)
        self.decoder_blocks = nn.ModuleList(Block(w, c.heads, 4 * w, qkv_bias=False) for _ in range(c.decoder_depth))
        self.ask_lift, self.ask, self.ask_norm = nn.Linear(waves, w), CrossBlock(w, c.heads), nn.LayerNorm(w)
        self.occupancy = nn.Linear(w, 1)

    def tokens(self, cloud: Tensor) -> Tensor:
        """(B, 1 + num_latents, width): the token of CLIP's space, then the latents."""
        context = self.lift(torch.cat([self._waves(cloud[..., :3]), cloud[..., 3:]], -1))
        x = self.look(self.query.expand(len(cloud), -1, -1), context)
        for block in self.blocks:
            x = block(x)
        return self.norm(x)

    def posterior(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and log variance of the latents (B, num_latents, latent_width)."""
        mean, logvar = self.moments(self.tokens(cloud)[:, 1:]).chunk(2, -1)
        return mean, logvar

    def decode(self, latents: Tensor, queries: Tensor) -> Tensor:
        """Occupancy logits (B, Q) at positions (B, Q, 3)."""
        x = self.decoder_lift(latents)
        for block in self.decoder_blocks:
            x = block(x)
        seen = self.ask(self.ask_lift(self._waves(queries)), x)
        return self.occupancy(self.ask_norm(seen))[..., 0]

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.tokens(cloud)[:, 0])

    def _waves(self, points: Tensor) -> Tensor:
        """(B, N, 3 + 6 octaves): position, then sines and cosines coordinate by coordinate."""
        octaves = 2.0 ** torch.arange(self.config.octaves, device=points.device)
        angles = (points[..., None] * octaves).flatten(-2)
        return torch.cat([points, angles.sin(), angles.cos()], -1)
