"""How large everyday things are: height and sides of each category in metres, as the parametric shapes are drawn.

``sizes.json`` is what ``measured_sizes`` gives, kept because drawing all categories takes seconds.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np

from trivium.procedural import CATEGORIES, generate

FILE = Path(__file__).with_name("sizes.json")
SEEDS = range(500, 506)

Sizes = dict[str, list[list[float]]]  # category: mean and deviation of the log of height, longer and shorter side


@cache
def typical_sizes() -> Sizes:
    """Of all categories, from the file."""
    sizes: Sizes = json.loads(FILE.read_text(encoding="utf-8"))
    return sizes


def measured_sizes(categories: tuple[str, ...] = tuple(sorted(CATEGORIES))) -> Sizes:
    """Drawn anew."""
    return {name: _measured(name) for name in categories}


def _measured(category: str) -> list[list[float]]:
    logs = np.log([extents(np.ptp(generate(category, seed=seed).mesh.bounds, axis=0)) for seed in SEEDS])
    return [[round(float(x), 3) for x in row] for row in (logs.mean(0), logs.std(0))]


def extents(size: np.ndarray) -> list[float]:
    x, y, z = (max(float(s), 1e-3) for s in size)
    return [y, max(x, z), min(x, z)]
