"""What is remembered of names: the meaning of words says what a thing is, pictures say what it looks like.

Rows of text are moved towards the looks of the things that bear such names: kernel regression over names with known looks, in
the space of the rows. Names that are alike move alike, so synonyms and phrases follow; a word that is like none stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize


@dataclass(frozen=True, kw_only=True)
class NameMemoryConfig:
    count: int = 0  # names that are remembered; 0: rows stay as they are
    dim: int = 256
    width: float = 0.3  # of the kernel: how much less alike, in cosine, makes a name count 1/e
    share: float = 0.5  # of the way to the looks that a row is moved


class NameMemory(nn.Module):
    """Unit rows of texts (B, dim) to unit rows (B, dim). ``training.names`` fills it."""

    rows: Tensor
    moves: Tensor

    def __init__(self, config: NameMemoryConfig) -> None:
        super().__init__()
        self.config = config
        self.register_buffer("rows", torch.zeros(config.count, config.dim))  # of the names, unit length
        self.register_buffer("moves", torch.zeros(config.count, config.dim))

    def forward(self, rows: Tensor) -> Tensor:
        return self._moved(rows, self.config.share)

    def looks(self) -> Tensor:
        """(count, dim) what things of each name look like, as far as it is remembered."""
        return self._moved(self.rows, 1.0)

    def _moved(self, rows: Tensor, share: float) -> Tensor:
        return normalize(rows + share * kernel(rows, self.rows, self.config.width) @ self.moves, dim=1)


def kernel(a: Tensor, b: Tensor, width: float) -> Tensor:
    """(A, B) from unit rows (A, D) and (B, D): 1 where they are the same, exp(-1 / width) where they have nothing in common."""
    return torch.exp((a @ b.T - 1) / width)
