"""CG3D's table 3 and what it says of forgetting (sec. 3.3): runs that were trained differently, asked for names without training.

A shape is asked for by its points, a picture by the image tower that the run has tuned; the labels are words (eq. 10).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from trivium import metrics
from trivium.data.readers import Reader
from trivium.errors import QueryError
from trivium.geometry.shapes import Array
from trivium.io import load_image
from trivium.models.aligned import AlignedModel, Embeddings
from trivium.models.cg3d import CG3D, load_cg3d
from trivium.models.preprocess import picture_tensor
from trivium.training.cg3d import TEMPLATES

TOP = (1, 5)
TOWERS = {"frozen": "frozen tower", "prompts": "prompted tower", "tuned": "tuned tower"}


@dataclass(frozen=True, eq=False)
class NamedThings:
    """What is asked for: clouds (N, P, 9), pictures, or both, and their true names."""

    categories: tuple[str, ...]
    labels: tuple[str, ...]  # what is chosen from
    clouds: Array | None = None
    pictures: Sequence[NDArray[np.uint8]] = ()


@dataclass(frozen=True)
class Named:
    """One line of a table: accuracies in percent, keyed by k, as (mean over runs, standard deviation)."""

    method: str
    things: str
    seen: str  # points or pictures
    labels: int
    count: int
    runs: int
    accuracy: dict[int, tuple[float, float]]


def things_of(reader: Reader, labels: Sequence[str] = ()) -> NamedThings:
    """The shapes of a data set, each with its first view; among its own categories where no ``labels`` are given.

    Raises:
        QueryError: nothing in it can be read.
    """
    samples = [s for s in reader if s.category]
    if not samples:
        raise QueryError("no shape with a category could be read")
    categories = tuple(s.category for s in samples)
    views = [s.views[0] for s in samples if s.views is not None]
    return NamedThings(
        categories, tuple(labels) or tuple(sorted(set(categories))), np.stack([s.points for s in samples]), views
    )


def photos_of(rows: Sequence[Mapping[str, str]], folder: Path) -> NamedThings:
    """Photos by a list of their ``path`` and ``category``, among their own categories."""
    categories = tuple(row["category"] for row in rows)
    pictures = [load_image(folder / row["path"]) for row in rows]
    return NamedThings(categories, tuple(sorted(set(categories))), pictures=pictures)


def label_rows(model: AlignedModel, labels: Sequence[str]) -> Embeddings:
    """(L, dim) the mean direction of each label in all templates of the training."""
    rows = model.encode_texts([template.format(label) for label in labels for template in TEMPLATES])
    mean = rows.reshape(len(labels), len(TEMPLATES), -1).mean(1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def ranks_of_names(model: AlignedModel, rows: Embeddings, things: NamedThings) -> NDArray[np.int64]:
    """(N,) place of the true label of each row, 1 is best."""
    truth = np.array([things.labels.index(c) for c in things.categories])
    return metrics.ranks(rows @ label_rows(model, things.labels).T, truth)


@torch.inference_mode()
def rows_of_clouds(model: CG3D, clouds: Array, *, batch: int = 64) -> Embeddings:
    """(N, dim) rows of stored clouds (N, P, 9), the first points of each, many at once."""
    spec, rows = model.input, []
    for start in range(0, len(clouds), batch):
        part = clouds[start : start + batch, : spec.num_points, : 3 * len(spec.channels)].copy()
        colors = part[..., 3:6]
        colors[np.isnan(colors)] = spec.color_fill
        rows.append(model.networks.shapes(torch.from_numpy(part)))
    return torch.cat(rows).numpy()


@torch.inference_mode()
def rows_of_pictures(model: CG3D, pictures: Sequence[NDArray[np.uint8]], *, batch: int = 64) -> Embeddings:
    """(N, dim) rows of single pictures, many at once."""
    parts = [pictures[start : start + batch] for start in range(0, len(pictures), batch)]
    return torch.cat([model.networks.pictures(picture_tensor(part, model.input)) for part in parts]).numpy()


def zero_shot_table(runs: Mapping[str, Sequence[Path]], asked: Mapping[str, NamedThings]) -> list[Named]:
    """Lines for each set of things: of the points of each method, of which there are runs of several seeds, and of the image tower
    of each kind. A frozen tower is the same in all runs, and measured once."""
    found: dict[tuple[str, str, str], list[NDArray[np.int64]]] = {}
    for method, folders in runs.items():
        for folder in folders:
            model = load_cg3d(folder)
            tower = TOWERS[model.config.tower]
            for name, things in asked.items():
                if things.clouds is not None:
                    rank = ranks_of_names(model, rows_of_clouds(model, things.clouds), things)
                    found.setdefault((name, "points", method), []).append(rank)
                if things.pictures and not (model.config.tower == "frozen" and (name, "pictures", tower) in found):
                    rank = ranks_of_names(model, rows_of_pictures(model, things.pictures), things)
                    found.setdefault((name, "pictures", tower), []).append(rank)
    lines = []
    for (name, seen, method), ranks in sorted(found.items(), key=lambda entry: entry[0][:2]):
        shares = {k: [100 * metrics.recall_at(rank, k) for rank in ranks] for k in TOP}
        accuracy = {k: (float(np.mean(v)), float(np.std(v))) for k, v in shares.items()}
        lines.append(Named(method, name, seen, len(asked[name].labels), len(ranks[0]), len(ranks), accuracy))
    return lines
