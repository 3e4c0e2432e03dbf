"""A confusion matrix as a picture: what is taken for what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trivium.errors import ConfigError, require

MOST = 24  # classes that a picture can name


def most_confused(counts: NDArray[np.int64], most: int = MOST) -> NDArray[np.int64]:
    """Numbers of at most ``most`` classes, sorted: the pairs that are confused most often come in first.

    Args:
        counts: (L, L) how often things of a class (rows) were given a label (columns).
    """
    wrong = counts * (1 - np.eye(len(counts), dtype=np.int64))
    pairs = np.argwhere(np.triu(wrong + wrong.T) > 0)
    pairs = pairs[np.argsort(-(wrong + wrong.T)[pairs[:, 0], pairs[:, 1]], kind="stable")]
    chosen: dict[int, None] = {}
    for pair in pairs.tolist():
        if len({*chosen, *pair}) <= most:
            chosen.update(dict.fromkeys(pair))
    asked = np.flatnonzero(counts.sum(1)).tolist()
    for i in asked:  # classes that are never confused, if there is room
        if len(chosen) < most:
            chosen[i] = None
    return np.array(sorted(chosen), np.int64)


def draw_confusion(
    labels: Sequence[str], counts: NDArray[np.int64], picture: Path, *, title: str = "", most: int = MOST
) -> Path:
    """Shares of each class's things by the label they were given, in percent; only the ``most`` confused classes.

    The last column is everything that was given another label than those shown.

    Raises:
        ConfigError: nothing to draw.
        MissingDependencyError: without matplotlib.
    """
    chosen = most_confused(counts, most)
    chosen = chosen[counts[chosen].sum(1) > 0]
    if not len(chosen):
        raise ConfigError("nothing to draw: no thing was asked for")
    plots: Any = require("matplotlib.pyplot", "train")
    total = counts[chosen].sum(1, keepdims=True)
    shown = counts[np.ix_(chosen, chosen)]
    shares = 100 * np.concatenate([shown, total - shown.sum(1, keepdims=True)], 1) / total
    names = [labels[i] for i in chosen]
    figure, axes = plots.subplots(figsize=(0.36 * len(names) + 3.2, 0.33 * len(names) + 2.2))
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=100, aspect="auto")
    for (row, column), share in np.ndenumerate(shares):
        if share >= 0.5:
            axes.text(
                column,
                row,
                f"{share:.0f}",
                ha="center",
                va="center",
                fontsize=7,
                color="white" if share > 55 else "black",
            )
    axes.set_xticks(range(len(names) + 1), [*names, "another"], rotation=60, ha="right", fontsize=8)
    axes.set_yticks(range(len(names)), [f"{n} ({t})" for n, t in zip(names, total[:, 0], strict=True)], fontsize=8)
    axes.set_xticks(np.arange(len(names) + 2) - 0.5, minor=True)
    axes.set_yticks(np.arange(len(names) + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="white", linewidth=1)
    axes.tick_params(which="both", length=0)
    axes.set(xlabel="told", ylabel="true (how many were asked for)", title=title)
    for side in axes.spines.values():
        side.set_visible(False)
    figure.tight_layout()
    figure.savefig(picture, dpi=110)
    plots.close(figure)
    return picture
