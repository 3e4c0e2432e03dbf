"""Transformer pieces that encoders of every modality share."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention, silu

FEW_TOKENS = 128  # up to here, the weights of all heads are small enough to be kept for a backward pass


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> Tensor:
    """softmax(q k^T / sqrt(D)) v, of (B, heads, T, D).

    Args:
        mask: (B, T) true where there is a token to look at.
    """
    if mask is not None:
        return scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None])
    written_out = q.dtype == torch.bfloat16 and q.device.type == "cpu"  # where the fused kernel takes twice as long
    if written_out and (k.shape[2] <= FEW_TOKENS or not torch.is_grad_enabled()):
        return (q * q.shape[-1] ** -0.5 @ k.contiguous().transpose(-1, -2)).softmax(-1) @ v.contiguous()
    return scaled_dot_product_attention(q, k, v)


class Attention(nn.Module):
    """Multi-head self-attention over tokens (B, T, C)."""

    def __init__(self, width: int, heads: int, *, head_dim: int | None = None, qkv_bias: bool = True) -> None:
        super().__init__()
        self.heads, self.head_dim = heads, head_dim or width // heads
        inner = self.heads * self.head_dim
        self.qkv = nn.Linear(width, 3 * inner, bias=qkv_bias)
        self.out = nn.Linear(inner, width)

    def forward(self, x: Tensor, queries: int | None = None, *, mask: Tensor | None = None) -> Tensor:
        """(B, T, C), or (B, queries, C): what only the first tokens see, where nobody reads the others.

        Args:
            mask: (B, T) true where there is a token to look at.
        """
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, self.head_dim).permute(2, 0, 3, 1, 4)
        return self.out(attend(q[:, :, :queries], k, v, mask).transpose(1, 2).flatten(2))


class Block(nn.Module):
    """Pre-norm transformer block. ``hidden`` is the width of its MLP, which another module may replace."""

    def __init__(
        self,
        width: int,
        heads: int,
        hidden: int,
        *,
        head_dim: int | None = None,
        qkv_bias: bool = True,
        eps: float = 1e-5,
        mlp: nn.Module | None = None,
    ) -> None:
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.attention = Attention(width, heads, head_dim=head_dim, qkv_bias=qkv_bias)
        self.mlp = mlp or nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Linear(hidden, width))

    def forward(self, x: Tensor, queries: int | None = None) -> Tensor:
        x = x[:, :queries] + self.attention(self.norm1(x), queries)
        return x + self.mlp(self.norm2(x))


class CrossAttention(nn.Module):
    """Tokens (B, T, C) look at a context (B, S, D)."""

    def __init__(self, width: int, context: int, heads: int, head_dim: int) -> None:
        super().__init__()
        self.heads, self.head_dim = heads, head_dim
        inner = heads * head_dim
        self.query = nn.Linear(width, inner, bias=False)
        self.key_value = nn.Linear(context, 2 * inner, bias=False)
        self.out = nn.Linear(inner, width)

    def forward(self, x: Tensor, context: Tensor) -> Tensor:
        b, t, _ = x.shape
        q = self.query(x).view(b, t, self.heads, self.head_dim).transpose(1, 2)
        k, v = self.key_value(context).view(b, -1, 2, self.heads, self.head_dim).permute(2, 0, 3, 1, 4)
        return self.out(attend(q, k, v).transpose(1, 2).flatten(2))


class GatedMLP(nn.Module):
    """SwiGLU (Shazeer 2020): half of the hidden units gate the other half; EVA-02 adds a norm inside."""

    def __init__(self, width: int, hidden: int, *, inner_norm: bool = False, eps: float = 1e-6) -> None:
        super().__init__()
        self.up = nn.Linear(width, 2 * hidden)  # gates first
        self.norm = nn.LayerNorm(hidden, eps) if inner_norm else nn.Identity()
        self.down = nn.Linear(hidden, width)

    def forward(self, x: Tensor) -> Tensor:
        gate, value = self.up(x).chunk(2, -1)
        return self.down(self.norm(silu(gate) * value))
