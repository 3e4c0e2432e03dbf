"""Parametric shapes with named parts, a canonical pose and captions: the built-in training and test set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from trivium.errors import QueryError
from trivium.procedural import families as _families  # noqa: F401  registers all categories
from trivium.procedural.design import CATEGORIES, Captions, Category, Parameters, ProceduralShape, Value, build

# No model is trained on these: the benchmark asks for them.
UNSEEN = ("banana", "bottle", "cactus", "desk lamp", "fork", "ice cream", "nut", "radio", "spring", "tray")

__all__ = ["CATEGORIES", "UNSEEN", "Captions", "Category", "Parameters", "ProceduralShape", "generate", "generate_many"]


def generate(category: str, *, seed: int, fixed: Mapping[str, Value] | None = None) -> ProceduralShape:
    """One shape. The same category, seed and fixed parameters give the same shape, bit for bit.

    Raises:
        QueryError: no such category, or a fixed parameter that the category does not have.
    """
    if category not in CATEGORIES:
        raise QueryError(f"no category '{category}'; there are: {', '.join(sorted(CATEGORIES))}")
    name_seed = int.from_bytes(category.encode()[:8].ljust(8), "little")
    parameters = Parameters(np.random.default_rng([name_seed, seed]), fixed)
    shape = build(CATEGORIES[category], parameters)
    if unknown := set(fixed or {}) - set(parameters.values):
        raise QueryError(f"'{category}' has no parameter {sorted(unknown)}; it has {sorted(parameters.values)}")
    return shape


def generate_many(count: int, *, seed: int) -> Iterator[ProceduralShape]:
    """``count`` shapes, going round the categories in order."""
    names = sorted(CATEGORIES)
    for i in range(count):
        yield generate(names[i % len(names)], seed=seed + i // len(names))
