"""Recipe of mini's memory of names: kernel ridge regression from the rows of names to the looks of the things that bear them.

The towers learn words and pictures together, and words lag behind: a linear classifier on the rows of pictures names 84 % of unseen
procedural shapes where the rows of words name 34 % (docs/mini.md). What is missing has a closed form, so nothing is iterated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.functional import normalize

from trivium.encoders.text import NameMemory, NameMemoryConfig
from trivium.encoders.text.names import kernel
from trivium.errors import ConfigError
from trivium.training.image_text import is_name


@dataclass(frozen=True, kw_only=True)
class NamesConfig:
    width: float = 0.3  # of the kernel, in cosine
    ridge: float = 0.3
    share: float = 0.5  # of the way from a name to the looks; names that nobody has shown are outdone by those at 1
    views: int = 16  # of each object, at most
    image_size: int = 128

    def __post_init__(self) -> None:
        if self.width <= 0 or self.ridge <= 0 or not 0 <= self.share <= 1 or self.views < 1:
            raise ConfigError(f"got {self}: expected a width and a ridge above 0, a share from 0 to 1, and views")


def looks_of_names(captions: Sequence[Sequence[str]], looks: Tensor) -> tuple[list[str], Tensor]:
    """All names among the captions of M objects, and of each (N, D) the mean direction of the objects that bear it.

    Args:
        looks: (M, D) unit rows; an object that was never seen has zeros, and does not count.
    """
    bearers: dict[str, list[int]] = {}
    for number, own in enumerate(captions):
        if looks[number].any():
            for caption in filter(is_name, own):
                bearers.setdefault(caption, []).append(number)
    names = sorted(bearers)
    means = [looks[bearers[name]].mean(0) for name in names]
    return names, normalize(torch.stack(means), dim=1) if means else looks[:0]


def remember(rows: Tensor, looks: Tensor, config: NamesConfig) -> NameMemory:
    """The memory that moves the rows (N, D) of names towards their looks (N, D), as near as ``ridge`` lets it come."""
    rows, looks = rows.double(), looks.double()
    likeness = kernel(rows, rows, config.width)
    weights = torch.linalg.solve(likeness + config.ridge * torch.eye(len(rows)).double(), looks - rows)
    count, dim = rows.shape
    memory = NameMemory(NameMemoryConfig(count=count, dim=dim, width=config.width, share=config.share))
    memory.rows.copy_(rows)
    memory.moves.copy_(weights)
    return memory
