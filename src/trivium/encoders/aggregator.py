"""FusionBERT's multi-view visual aggregator (sec. 3.1): several views of an object to one vector."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.transformer import Attention, attend
from trivium.errors import ShapeError


@dataclass(frozen=True, kw_only=True)
class AggregatorConfig:
    width: int = 1280  # C, of a view's feature
    depth: int = 6  # L
    heads: int = 8  # H


class ViewAttention(nn.Module):
    """Eq. 3: views see each other. The norm comes after the sum."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.attention, self.norm = Attention(width, heads), nn.LayerNorm(width)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        return self.norm(x + self.attention(x, mask=mask))


class ConsensusPooling(nn.Module):
    """Eq. 4 and 5: the mean of the views asks which of them to listen to. A norm before, a norm after."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.before, self.after = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key, self.value = (nn.Linear(width, width, bias=False) for _ in range(3))

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        x = self.before(x)
        present = torch.ones(x.shape[:2], dtype=torch.bool, device=x.device) if mask is None else mask
        weight = present.to(x.dtype)[..., None]
        consensus = (x * weight).sum(1, keepdim=True) / weight.sum(1, keepdim=True)
        q, k, v = (f(y).unflatten(-1, (self.heads, -1)).transpose(1, 2) for f, y in self._pairs(consensus, x))
        pooled = attend(q, k, v, mask)
        return self.after(pooled.transpose(1, 2).flatten(2)[:, 0])

    def _pairs(self, consensus: Tensor, x: Tensor) -> tuple[tuple[nn.Linear, Tensor], ...]:
        return (self.query, consensus), (self.key, x), (self.value, x)


class ViewAggregator(nn.Module):
    """Features of the views of an object (B, V, C) to one unit row (B, C); in any order, any number of them.

    It begins as what it has to beat: every view keeps its feature and all count the same, which is mean pooling up to
    the norms. Training moves it from there.
    """

    def __init__(self, config: AggregatorConfig) -> None:
        super().__init__()
        self.config, self.out_dim = config, config.width
        self.layers = nn.ModuleList(ViewAttention(config.width, config.heads) for _ in range(config.depth))
        self.pooling = ConsensusPooling(config.width, config.heads)
        for name, parameter in self.layers.named_parameters():
            if ".attention.out." in name:
                nn.init.zeros_(parameter)
        nn.init.zeros_(self.pooling.query.weight)
        nn.init.eye_(self.pooling.value.weight)

    def forward(self, views: Tensor, mask: Tensor | None = None) -> Tensor:
        """(B, C)

        Args:
            mask: (B, V) true where there is a view, for objects with different numbers of them.

        Raises:
            ShapeError: no views, features of another width, or an object whose views are all masked.
        """
        if views.dim() != 3 or views.shape[1] == 0 or views.shape[2] != self.config.width:
            raise ShapeError(f"views are {tuple(views.shape)}, expected (B, 1 or more, {self.config.width})")
        if mask is not None and (mask.shape != views.shape[:2] or not bool(mask.any(1).all())):
            raise ShapeError(f"the mask is {tuple(mask.shape)}, expected {tuple(views.shape[:2])}, a view in each row")
        for layer in self.layers:
            views = layer(views, mask)
        return normalize(self.pooling(views, mask), dim=1)
