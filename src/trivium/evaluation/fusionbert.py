"""FusionBERT's tables (sec. 4) from trained runs: pictures that look for the shape they show.

A run is a folder that ``trivium train fusionbert`` has written; runs that differ in their seed are put together, and a
number is their mean and its spread. The aggregator and mean pooling are compared within each run.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from trivium import metrics
from trivium.data.table import FeatureTable
from trivium.errors import QueryError, require
from trivium.models.fusionbert import FusionBERT, mean_pooled
from trivium.training.fusionbert import TrainFusionBERTConfig, read_run, shape_rows

TOP = (1, 3, 5, 10)
MOST_VIEWS = 12
DRAWS = 3  # sets of pictures an object


@dataclass(frozen=True)
class Measured:
    """One line of a table; recalls in percent, keyed by k, as (mean over runs, standard deviation)."""

    method: str
    dataset: str
    views: int
    runs: int
    queries: int
    recall: dict[int, tuple[float, float]]


@dataclass(frozen=True)
class _Method:
    """A line of a table: runs with or without normals, their pictures fused or averaged."""

    name: str
    normals: bool
    fused: bool


@dataclass(frozen=True)
class _Run:
    model: FusionBERT
    config: TrainFusionBERTConfig
    towers: str  # the fingerprint of the model whose features it was trained on

    encoded: dict[tuple[int, bool], Tensor] = field(default_factory=dict)

    @property
    def normals(self) -> bool:
        return self.config.model.points.in_channels == 9

    def shapes(self, table: FeatureTable, *, bare: bool) -> Tensor:
        """(N, D) rows of all shapes: encoded once, however many lines of a table ask for them."""
        key = (id(table), bare)
        if key not in self.encoded:
            whole = replace(self.config.shapes, num_points=table.points.shape[1])
            self.encoded[key] = shape_rows(self.model, table, whole, colorless=bare)
        return self.encoded[key]


def read_runs(folder: Path) -> list[_Run]:
    """Every finished run in or below ``folder``.

    Raises:
        QueryError: there is none.
    """
    found = sorted(path.parent for path in folder.rglob("fusionbert.json"))
    if not found:
        raise QueryError(f"no finished run below {folder}: train some with trivium train fusionbert")
    return [_Run(*read_run(path)) for path in found]


def comparison(folder: Path, tables: dict[str, FeatureTable], *, views: Sequence[int] = (1, 3)) -> list[Measured]:
    """Table 1: FusionBERT and its rivals, with one picture and three; each data set with and without its colours.

    The rival is what TAMM and OpenShape do: positions and colours, and the mean of the pictures.
    """
    runs = read_runs(folder)
    methods = (_Method("FusionBERT", True, True), _Method("without normals, mean pooling", False, False))
    return [
        line
        for dataset, table in tables.items()
        for bare in (False, True)
        for count in views
        for method in methods
        if (line := _measured(runs, method, dataset, table, count, bare=bare))
    ]


def ablation(folder: Path, tables: dict[str, FeatureTable], *, views: int = 3) -> list[Measured]:
    """Table 2: the aggregator (MVVA) and the normal-aware encoder (NA3DE), each with and without the other."""
    runs = read_runs(folder)
    methods = (
        _Method("neither", False, False),
        _Method("MVVA", False, True),
        _Method("NA3DE", True, False),
        _Method("MVVA and NA3DE", True, True),
    )
    return [
        line
        for dataset, table in tables.items()
        for bare in (False, True)
        for method in methods
        if (line := _measured(runs, method, dataset, table, views, bare=bare))
    ]


def curve(folder: Path, tables: dict[str, FeatureTable]) -> list[Measured]:
    """Figure 6: from one picture to twelve."""
    runs = read_runs(folder)
    methods = (_Method("FusionBERT", True, True), _Method("mean pooling", True, False))
    return [
        line
        for dataset, table in tables.items()
        for count in range(1, MOST_VIEWS + 1)
        for method in methods
        if (line := _measured(runs, method, dataset, table, count, bare=False))
    ]


TABLES: dict[str, Callable[[Path, dict[str, FeatureTable]], list[Measured]]] = {
    "1": comparison,
    "2": ablation,
    "views": curve,
}


def drawn(lines: Sequence[Measured], picture: Path, *, rank: int = 5) -> None:
    """Recall over the number of pictures, a line a method, a field a data set: figure 6."""
    plots = require("matplotlib.pyplot", "train")
    datasets = list(dict.fromkeys(m.dataset for m in lines))
    figure, fields = plots.subplots(1, len(datasets), figsize=(5 * len(datasets), 3.6), squeeze=False)
    for dataset, axes in zip(datasets, fields[0], strict=True):
        for method in dict.fromkeys(m.method for m in lines):
            own = [m for m in lines if (m.dataset, m.method) == (dataset, method)]
            means, spreads = zip(*(m.recall[rank] for m in own), strict=True)
            axes.errorbar([m.views for m in own], means, spreads, marker="o", markersize=3, capsize=2, label=method)
        axes.set(title=dataset, xlabel="pictures", ylabel=f"R@{rank} (%)", xticks=range(1, MOST_VIEWS + 1))
        axes.grid(alpha=0.3)
        axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(picture, dpi=110)
    plots.close(figure)


def _measured(
    runs: list[_Run], method: _Method, dataset: str, table: FeatureTable, views: int, *, bare: bool
) -> Measured | None:
    """None where no run or no object fits.

    Raises:
        QueryError: a table with features of other towers than those of a run.
    """
    chosen = [r for r in runs if r.normals == method.normals]
    for run in chosen:
        if (run.towers, run.config.model.joint_dim) != (table.model, table.dim):
            raise QueryError(
                f"'{dataset}' has features of {table.dim} numbers by model {table.model or '?'}, the run "
                f"{run.config.out} was trained on {run.config.model.joint_dim} by {run.towers or '?'}: use the same model"
            )
    queries, truth = pictures_of(table, views)
    if not chosen or not len(queries):
        return None
    recalls: dict[int, list[float]] = {k: [] for k in TOP}
    for run in chosen:
        shapes = run.shapes(table, bare=bare)
        with torch.inference_mode():
            pool: Callable[[Tensor], Tensor] = run.model.pictures if method.fused else mean_pooled
            rows = torch.cat([pool(part) for part in queries.split(512)])
        rank = metrics.ranks((rows @ shapes.T).numpy(), truth)
        for k in TOP:
            recalls[k].append(100 * metrics.recall_at(rank, k))
    told = {k: (float(np.mean(v)), float(np.std(v))) for k, v in recalls.items()}
    return Measured(method.name, f"{dataset}{' without colours' * bare}", views, len(chosen), len(queries), told)


def pictures_of(table: FeatureTable, count: int) -> tuple[Tensor, np.ndarray]:
    """Features (Q, count, D) of ``DRAWS`` sets of pictures of each object, always the same, and the objects' numbers.

    Objects with fewer pictures are left out.
    """
    rows = np.repeat(np.flatnonzero(table.views >= count), DRAWS)
    rng = np.random.default_rng([1, count])
    picked = [table.images[i, rng.choice(table.views[i], count, replace=False)] for i in rows]
    stacked = np.stack(picked) if picked else np.zeros((0, count, table.dim))
    return torch.from_numpy(stacked.astype(np.float32)), rows
