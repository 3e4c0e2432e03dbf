"""``trivium evaluate collection DIR``: how well a model finds the models of a folder by photos and words."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from trivium import metrics
from trivium.data.objects import pack_of, read_manifest
from trivium.errors import LoadError, QueryError, ShapeError
from trivium.evaluation.queries import PROTOCOLS, Pictures, queries_of
from trivium.geometry import Shape
from trivium.io import SHAPE_SUFFIXES, load_shape
from trivium.retrieval.views import view_scores

TOP = (1, 3, 5, 10)


@dataclass(frozen=True, kw_only=True)
class EvaluateConfig:
    """What is measured. ``packs`` are prefixes of file names ("ycb"); empty means all files."""

    directory: Path
    protocols: tuple[str, ...] = ("clean", "hard", "nocolor")
    views: tuple[int, ...] = (1, 3, 6)
    packs: tuple[str, ...] = ()
    repeats: int = 2  # query sets a model
    seed: int = 0
    workers: int | None = None

    def __post_init__(self) -> None:
        if unknown := set(self.protocols) - set(PROTOCOLS):
            raise QueryError(f"no protocol {sorted(unknown)}; there are: {', '.join(PROTOCOLS)}")
        if not self.views or min(self.views) < 1 or self.repeats < 1:
            raise QueryError(f"got views {self.views} and {self.repeats} repeats, expected each to be 1 or more")


@dataclass(frozen=True)
class Entry:
    """One model file under test."""

    path: Path
    pack: str
    category: str


@dataclass(frozen=True)
class Row:
    """One line of the retrieval table; recalls are in percent, keyed by k."""

    method: str
    protocol: str
    views: int
    pack: str  # "all" is every model
    queries: int
    recall: dict[int, float]


@dataclass(frozen=True)
class TextRow:
    """Category names as queries, in percent."""

    categories: int
    models: int
    top1: float
    top5: float
    precision_at_5: float
    best_precision_at_5: float  # that any model could have: many categories have fewer than five models
    mean_average_precision: float


@dataclass(frozen=True)
class Report:
    rows: list[Row]
    text: TextRow | None
    failed: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


class Method(Protocol):
    """Something that can be compared: it describes shapes and pictures, and scores one against the other."""

    name: str

    def describe_shape(self, shape: Shape) -> np.ndarray: ...

    def describe_pictures(self, pictures: Pictures) -> np.ndarray:
        """(V, ...) one description a picture; a query of several is a slice of it."""
        ...

    def scores(self, queries: list[np.ndarray], gallery: list[np.ndarray]) -> np.ndarray:
        """(Q, N) from query descriptions (each of one or several pictures) and shape descriptions."""
        ...


class ModelMethod:
    """An aligned model as a method; it is loaded by name where it is used, so that worker processes can.

    Photos are compared with the single views of a shape where the model has such, as in a library; ``by_views=False``
    compares them with its one row.
    """

    def __init__(self, name: str, weights: str | None = None, *, by_views: bool = True) -> None:
        self.model_name, self.weights, self.by_views = name, weights, by_views
        self.name = name if by_views else f"{name}, one row a shape"

    @property
    def model(self) -> Any:
        return _loaded(self.model_name, self.weights)

    def describe_shape(self, shape: Shape) -> np.ndarray:
        """(1 + V, dim): the row of the whole, then those of its views."""
        return _described_by(self.model_name, self.weights, shape)

    def describe_pictures(self, pictures: Pictures) -> np.ndarray:
        return self.model.encode_images(list(pictures))

    def scores(self, queries: list[np.ndarray], gallery: list[np.ndarray]) -> np.ndarray:
        if self.by_views:  # clouds have nothing but their one row
            seen = [rows[1:] if len(rows) > 1 else rows for rows in gallery]
            return np.stack([view_scores(q, seen) for q in queries])
        fused = np.stack([q.mean(0) / max(float(np.linalg.norm(q.mean(0))), 1e-12) for q in queries])
        return fused @ np.stack([rows[0] for rows in gallery]).T


@lru_cache(maxsize=2)  # one shape with and without colours, for methods that share a model
def _described_by(name: str, weights: str | None, shape: Shape) -> np.ndarray:
    model = _loaded(name, weights)
    rows = model.encode_with_views(model.prepare_shape(shape))
    return np.concatenate([rows.row[None], rows.views])


_MODELS: dict[tuple[str, str | None], Any] = {}


def _loaded(name: str, weights: str | None) -> Any:
    from trivium.models import load_model

    if (name, weights) not in _MODELS:
        _MODELS[name, weights] = load_model(name, weights=weights)
    return _MODELS[name, weights]


def find_entries(config: EvaluateConfig) -> list[Entry]:
    """Shape files of the directory, with categories from its manifest if there is one.

    Raises:
        QueryError: nothing to evaluate.
    """
    try:
        categories = {str(Path(r["path"])): r["category"] for r in read_manifest(config.directory)}
    except LoadError:
        categories = {}
    files = sorted(p for p in config.directory.rglob("*") if p.suffix.lower() in SHAPE_SUFFIXES)
    entries = [Entry(p, pack_of(p), categories.get(str(p.relative_to(config.directory)), "")) for p in files]
    if config.packs:
        entries = [e for e in entries if e.pack.startswith(config.packs)]
    if not entries:
        raise QueryError(f"no 3D files of packs {config.packs or 'any'} in {config.directory}")
    return entries


@dataclass(frozen=True)
class _Described:
    shapes: list[list[np.ndarray]]  # [method][0 with colour, 1 without]
    pictures: list[dict[str, np.ndarray]]  # [method][protocol] (count, ...)


def evaluate_collection(
    config: EvaluateConfig, methods: Sequence[Method], *, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Renders queries of every model, searches them among the same models, and tells the recalls.

    All methods see the same pictures. A file that cannot be read is listed in ``failed`` and left out for all.

    Raises:
        QueryError: no files, or none that can be read.
    """
    entries = find_entries(config)
    described: list[_Described] = []
    kept, failed = [], {}
    for done, (entry, result) in enumerate(_describe_all(entries, config, methods), 1):
        if isinstance(result, str):
            failed[str(entry.path)] = result
        else:
            kept.append(entry)
            described.append(result)
        if progress:
            progress(done, len(entries))
    if not kept:
        raise QueryError(
            f"none of the {len(entries)} files in {config.directory} can be used: {next(iter(failed.values()))}"
        )
    rows = [row for i, method in enumerate(methods) for row in _retrieval_rows(config, kept, described, i, method)]
    text = _text_row(kept, described, methods[0]) if isinstance(methods[0], ModelMethod) else None
    return Report(rows, text, failed)


def _describe_all(
    entries: list[Entry], config: EvaluateConfig, methods: Sequence[Method]
) -> Iterator[tuple[Entry, _Described | str]]:
    work = partial(_describe, config=config, methods=list(methods))
    workers = config.workers if config.workers is not None else os.cpu_count()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_one_thread) as pool:
        yield from zip(entries, pool.map(work, entries), strict=True)


def _one_thread() -> None:
    import torch

    torch.set_num_threads(1)


def _describe(entry: Entry, *, config: EvaluateConfig, methods: list[Method]) -> _Described | str:
    count = max(config.views) * config.repeats
    try:
        shape = load_shape(entry.path)
        pictures = queries_of(shape, entry.path, count, seed=config.seed, protocols=config.protocols)
        looks = [shape, shape.without_color()] if "nocolor" in config.protocols else [shape]
        return _Described(
            [[m.describe_shape(look) for look in looks] for m in methods],
            [{p: m.describe_pictures(seen) for p, seen in pictures.items()} for m in methods],
        )
    except LoadError as error:
        return f"{error.code}: {error}"
    except ShapeError as error:
        return f"unusable: {error}"


def _retrieval_rows(
    config: EvaluateConfig, entries: list[Entry], described: list[_Described], index: int, method: Method
) -> list[Row]:
    packs = np.array([e.pack for e in entries])
    rows = []
    for protocol in config.protocols:
        gallery = [d.shapes[index][1 if protocol == "nocolor" else 0] for d in described]
        for views in config.views:
            starts = [r * max(config.views) for r in range(config.repeats)]
            queries = [d.pictures[index][protocol][s : s + views] for s in starts for d in described]
            rank = metrics.ranks(method.scores(queries, gallery), np.tile(np.arange(len(entries)), config.repeats))
            groups = {"all": np.ones(len(packs), bool)} | {str(p): packs == p for p in np.unique(packs)}
            for name, members in groups.items():
                chosen = rank[np.tile(members, config.repeats)]
                recall = {k: round(100 * metrics.recall_at(chosen, k), 1) for k in TOP}
                rows.append(Row(method.name, protocol, views, name, len(chosen), recall))
    return rows


def _text_row(entries: list[Entry], described: list[_Described], method: ModelMethod) -> TextRow | None:
    named = [i for i, e in enumerate(entries) if e.category]
    if not named:
        return None
    categories = sorted({entries[i].category for i in named})
    texts = method.model.encode_texts([f"a photo of a {c}" for c in categories])
    shapes = np.stack([described[i].shapes[0][0][0] for i in named])
    labels = np.array([categories.index(entries[i].category) for i in named])
    scores = shapes @ texts.T
    relevant = labels[None] == np.arange(len(categories))[:, None]
    numbers = (
        metrics.top_k_accuracy(scores, labels, 1),
        metrics.top_k_accuracy(scores, labels, 5),
        metrics.precision_at(scores.T, relevant, 5),
        metrics.precision_at(relevant.astype(float), relevant, 5),
        metrics.mean_average_precision(scores.T, relevant),
    )
    return TextRow(len(categories), len(named), *(round(100 * n, 1) for n in numbers))
