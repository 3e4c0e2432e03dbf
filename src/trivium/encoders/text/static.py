"""A static text encoder: a table of token vectors, averaged, and a small learned head. 16 microseconds a text.

The table is distilled from a sentence transformer (``training.distill_text``), so words that were never in a training
caption still lie near their synonyms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding_bag, normalize


@dataclass(frozen=True, kw_only=True)
class StaticTextConfig:
    vocabulary: int = 30522
    width: int = 256
    out_dim: int = 256


class StaticText(nn.Module):
    """Token ids to one vector (B, out_dim) each. The table is a buffer: it is distilled, never trained on."""

    table: Tensor

    def __init__(self, config: StaticTextConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim
        self.register_buffer("table", torch.zeros(config.vocabulary, config.width, dtype=torch.float16))
        self.hidden = nn.Sequential(nn.Linear(config.width, 2 * config.width), nn.GELU())
        self.residual = nn.Linear(2 * config.width, config.out_dim)
        self.linear = nn.Linear(config.width, config.out_dim, bias=False)
        self.center = nn.BatchNorm1d(config.out_dim, affine=False)  # as the image rows are

    def average(self, ids: Sequence[Sequence[int]]) -> Tensor:
        """(B, width) unit-length mean token vectors; a text without tokens gets zeros."""
        device = self.table.device
        flat = torch.tensor([i for row in ids for i in row], dtype=torch.long, device=device)
        lengths = torch.tensor([0, *(len(row) for row in ids)], device=device)
        used, flat = torch.unique(flat, return_inverse=True)  # convert only the rows that are needed
        return normalize(embedding_bag(flat, self.table[used].float(), lengths.cumsum(0)[:-1], mode="mean"), dim=1)

    def forward(self, averaged: Tensor) -> Tensor:
        """(B, out_dim) from ``average``'s rows."""
        return self.center(self.linear(averaged) + self.residual(self.hidden(averaged)))


def tokenize(tokenizer: object, texts: Sequence[str]) -> list[list[int]]:
    """Token ids without special tokens, case folded; ``tokenizer`` is a ``tokenizers.Tokenizer``."""
    encoded = tokenizer.encode_batch([t.lower() for t in texts], add_special_tokens=False)  # type: ignore[attr-defined]
    return [e.ids for e in encoded]
