"""Zero-shot recognition measured: of which category a thing is by names alone, how sure that is, and whether any name fits.

Things are procedural shapes of seeds that no model was trained on, some of categories that none was trained on, the validation
packs of a collection, or a published set. Each is seen in several ways (``Way``); the names that are offered are all of its set,
or as many as asked, drawn by chance with the true one among them. To ask for "none of these", half of the lists lack the true one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trivium import metrics, procedural
from trivium.data.objects import real_objects
from trivium.data.readers import LabelledClouds, ModelNet40HDF5, ModelNet40Meshes, ScanObjectNN
from trivium.data.readers.procedural_shapes import BENCHMARK_SEED
from trivium.data.samples import object_rng
from trivium.errors import ConfigError, LoadError, ShapeError
from trivium.geometry import Mesh, Shape, normalized, orbit_cameras, sample_surface
from trivium.models.aligned import AlignedModel
from trivium.models.zeroshot import WAYS, Calibration, Way, answers, calibration_of, label_rows
from trivium.procedural import UNSEEN
from trivium.rendering import cluttered_background, composite, depth_maps, photograph, random_lights, render_views

log = logging.getLogger(__name__)
CLOUD_POINTS = 10_000
SEEN = tuple(sorted(set(procedural.CATEGORIES) - set(UNSEEN)))  # the categories that models are trained on


@dataclass(frozen=True, kw_only=True)
class ZeroShotConfig:
    shapes: int = 120  # procedural, of categories that models are trained on; of a published set as many things
    unseen: int = 40  # procedural, of categories that no model is trained on
    labels: tuple[str, ...] | None = None  # only these are offered, and procedural shapes of these categories asked for
    collection: Path | None = None  # whose validation packs are asked for, too
    ways: tuple[Way, ...] = WAYS
    offered: int = 64  # labels, beside the lines for all
    seed: int = 0

    def __post_init__(self) -> None:
        if unknown := [way for way in self.ways if way not in WAYS]:
            raise ConfigError(f"no way {', '.join(unknown)}; there are: {', '.join(WAYS)}")
        if self.shapes < 1 or self.unseen < 0 or self.offered < 2:
            raise ConfigError(f"got {self}, expected at least 1 shape and 2 labels")


@dataclass(frozen=True, eq=False)
class Thing:
    """Something of a known category. ``load`` may raise a LoadError."""

    key: str
    category: str
    load: Callable[[], Shape]


@dataclass(frozen=True, eq=False)
class LabelledSet:
    """Things, and the names that are offered for them."""

    group: str
    labels: tuple[str, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, eq=False)
class Scores:
    """Scores of the things of a set, seen in one way, with its labels."""

    group: str
    way: Way
    labels: tuple[str, ...]
    truth: NDArray[np.int64]  # (Q,) columns
    values: NDArray[np.float32]  # (Q, L)


def sets_of(config: ZeroShotConfig) -> list[LabelledSet]:
    """Procedural shapes, those of unseen categories, and the validation packs of a collection if one is given.

    Raises:
        ConfigError: nothing to ask for.
    """
    offered = config.labels or tuple(sorted(procedural.CATEGORIES))
    known, unseen = ([name for name in names if name in offered] for names in (SEEN, UNSEEN))
    base = BENCHMARK_SEED + 1000 * (config.seed + 1)
    order = np.random.default_rng([config.seed, 21]).permutation(len(known))
    sets = [
        LabelledSet("procedural", offered, procedural_things([known[i] for i in order], config.shapes, base)),
        LabelledSet("unseen", offered, procedural_things(unseen, config.unseen, base)),
    ]
    if config.collection is not None:
        real = real_objects(config.collection, validation=True)
        labels = tuple(sorted({r.category for r in real}))
        sets.append(LabelledSet("packs", labels, tuple(Thing(r.key, r.category, r.load) for r in real)))
    if not (asked := [s for s in sets if s.things]):
        raise ConfigError(f"none of the {len(offered)} labels is a procedural category: there is nothing to ask for")
    return asked


def procedural_things(categories: Sequence[str], count: int, first_seed: int) -> tuple[Thing, ...]:
    """``count`` shapes going round the categories, with seeds from ``first_seed``; none where there are no categories."""
    count = count if categories else 0
    return tuple(
        Thing(f"{name}-{seed}", name, partial(_procedural, name, seed))
        for name, seed in ((categories[i % len(categories)], first_seed + i // len(categories)) for i in range(count))
    )


def published_sets(
    config: ZeroShotConfig,
    *,
    modelnet: Path | None = None,
    scanobjectnn: Path | None = None,
    variant: str = "pb_t50_rs",
) -> list[LabelledSet]:
    """``config.shapes`` things of the test half of each set whose folder is given.

    Raises:
        DatasetError: a folder that is not laid out like the set.
        LoadError: a file of it that cannot be read.
    """
    sets = []
    if modelnet is not None:
        listed = (modelnet / "shape_names.txt").is_file()
        reader = ModelNet40HDF5(modelnet, "test") if listed else ModelNet40Meshes(modelnet, "test")
        sets.append(published_set("modelnet", reader, config))
    if scanobjectnn is not None:
        sets.append(published_set(variant, ScanObjectNN(scanobjectnn, "test", variant), config))  # type: ignore[arg-type]
    return sets


def published_set(group: str, reader: LabelledClouds | ModelNet40Meshes, config: ZeroShotConfig) -> LabelledSet:
    """``config.shapes`` things of a set, chosen by the seed; all its categories are offered."""
    chosen = np.sort(np.random.default_rng([config.seed, 22]).permutation(len(reader))[: config.shapes]).tolist()
    things = (Thing(reader.name(i)[0], reader.category(i), partial(reader.shape, i)) for i in chosen)
    return LabelledSet(group, tuple(reader.categories), tuple(things))


def score(
    model: AlignedModel, sets: Iterable[LabelledSet], config: ZeroShotConfig, *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Scores]:  # fmt: skip
    """What the model says of all things; those that cannot be read or used are left out, and said."""
    sets = list(sets)
    done, total = 0, sum(len(s.things) for s in sets)
    scores = []
    for labelled in sets:
        rows: dict[Way, list[tuple[int, NDArray[np.float32]]]] = {way: [] for way in config.ways}
        for thing in labelled.things:
            try:
                seen = rows_of(model, thing, config)
            except (LoadError, ShapeError) as error:
                log.warning("left out: %s: %s", thing.key, error)
                seen = {}
            for way, row in seen.items():
                rows[way].append((labelled.labels.index(thing.category), row))
            done += 1
            if progress:
                progress(done, total)
        for way, found in rows.items():
            if found:
                truth, stacked = zip(*found, strict=True)
                told = label_rows(model, labelled.labels, way).scores(np.stack(stacked))
                scores.append(Scores(labelled.group, way, labelled.labels, np.array(truth, np.int64), told))
    return scores


def rows_of(model: AlignedModel, thing: Thing, config: ZeroShotConfig) -> dict[Way, NDArray[np.float32]]:
    """A unit row for each way in which a thing can be seen: of a cloud there are neither views nor photos."""
    shape = thing.load()
    sees: dict[Way, Callable[[], NDArray[np.float32]]] = {
        "cloud": lambda: model.encode_shapes([_cloud(shape)])[0],
        "depth": lambda: model.encode_images([list(depth_maps(_cloud(shape)))])[0],
    }
    if isinstance(shape, Mesh):
        sees["mesh"] = lambda: model.encode_shapes([shape])[0]
        sees["photos"] = lambda: model.encode_images([_photo(shape, object_rng(thing.key, config.seed))])[0]
    return {way: sees[way]() for way in config.ways if way in sees}


def _procedural(name: str, seed: int) -> Shape:
    return procedural.generate(name, seed=seed).mesh


def _cloud(shape: Shape) -> Shape:
    return sample_surface(shape, CLOUD_POINTS, rng=np.random.default_rng(0)) if isinstance(shape, Mesh) else shape


def _photo(mesh: Mesh, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Rendered from a random side, in random light, before clutter, with a camera's faults."""
    elevation = np.arcsin(rng.uniform(np.sin(np.radians(-15)), np.sin(np.radians(65))))
    view = render_views(
        normalized(mesh), orbit_cameras(rng.uniform(0, 2 * np.pi), elevation), lights=[random_lights(rng)]
    )
    scene = composite(view.images[0], view.mask[0], cluttered_background(rng, size=len(view.images[0])))
    return photograph(scene, rng)


# Lists of labels


def offered_lists(
    truth: NDArray[np.int64], labels: int, size: int, missing: NDArray[np.bool_], rng: np.random.Generator
) -> NDArray[np.int64]:
    """(Q, size) columns of labels drawn by chance; the true one is the first, but in lists that are ``missing`` it.

    Args:
        truth: (Q,) column of the true label, of ``labels`` columns.
        size: at most ``labels``, or one less if a list is missing the true one.
    """
    lists = np.empty((len(truth), size), np.int64)
    for q, true in enumerate(truth):
        others = rng.permutation(np.delete(np.arange(labels), true))
        lists[q] = others[:size] if missing[q] else [true, *others[: size - 1]]
    return lists


@dataclass(frozen=True)
class ZeroShotLine:
    """One line of the table, in percent; means over seeds."""

    group: str
    way: str
    labels: int  # that are offered
    queries: int
    top1: float
    spread: float  # of top1: the standard deviation over seeds
    top3: float
    top5: float
    class_mean: float  # top-1, each category counting the same
    # Of lists of which half lack the true label:
    turned_away: float | None  # "none of these" is told, though it is there; None without calibration, or such lists
    none_told: float | None  # the same where it is not
    calibration_error: float  # of the probability of what is most probable, "none of these" included


def summary(runs: Sequence[Sequence[Scores]], model: AlignedModel, config: ZeroShotConfig) -> list[ZeroShotLine]:
    """Lines from the scores of each seed: for each set and way all labels, and as many as are offered by chance."""
    lines = []
    for key in dict.fromkeys((s.group, s.way) for run in runs for s in run):
        same = [s for run in runs for s in run if (s.group, s.way) == key]
        smallest = min(len(s.labels) for s in same)
        for size in dict.fromkeys((smallest, min(config.offered, smallest))):
            measured = [_measured(s, size, calibration_of(model, s.way), config.seed + i) for i, s in enumerate(same)]
            lines.append(_line(*key, size, same, measured))
    return lines


@dataclass(frozen=True, eq=False)
class _Measured:
    """Of each query of one run."""

    rank: NDArray[np.int64]
    missing: NDArray[np.bool_]  # which lists lack the true label
    said_none: NDArray[np.bool_] | None
    confidence: NDArray[np.float64]  # of what is most probable in these lists
    right: NDArray[np.bool_]  # whether that is so


def _measured(scores: Scores, size: int, calibration: Calibration, seed: int) -> _Measured:
    rng, truth, labels = np.random.default_rng([seed, 23]), scores.truth, len(scores.labels)
    given = offered_lists(truth, labels, size, np.zeros(len(truth), bool), rng)
    rank = metrics.ranks(np.take_along_axis(scores.values, given, 1), np.zeros(len(truth), np.int64))
    values, missing = halved(scores, min(size, labels - 1), rng)
    probabilities = calibration.probabilities(values)
    said_none = None if calibration.none is None else answers(probabilities) == values.shape[1]
    likeliest, true = probabilities.argmax(1), np.where(missing, values.shape[1], 0)
    return _Measured(rank, missing, said_none, probabilities.max(1), likeliest == true)


def halved(scores: Scores, size: int, rng: np.random.Generator) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Cosines (Q, size) with drawn labels, the true one first, and which half (Q,) of the lists lack it."""
    missing = rng.permutation(len(scores.truth)) % 2 == 0
    lists = offered_lists(scores.truth, len(scores.labels), size, missing, rng)
    return np.take_along_axis(scores.values, lists, 1), missing


def _line(group: str, way: str, size: int, same: Sequence[Scores], measured: Sequence[_Measured]) -> ZeroShotLine:
    within = {k: [100 * metrics.recall_at(m.rank, k) for m in measured] for k in (1, 3, 5)}
    rank, truth = np.concatenate([m.rank for m in measured]), np.concatenate([s.truth for s in same])
    by_class = [metrics.recall_at(rank[truth == c], 1) for c in np.unique(truth)]
    missing = np.concatenate([m.missing for m in measured])
    told = [m.said_none for m in measured if m.said_none is not None]
    said_none = np.concatenate(told) if told else None
    confidence = np.concatenate([m.confidence for m in measured])
    right = np.concatenate([m.right for m in measured])
    return ZeroShotLine(
        group=group, way=way, labels=size, queries=len(rank), top1=float(np.mean(within[1])),
        spread=float(np.std(within[1])), top3=float(np.mean(within[3])), top5=float(np.mean(within[5])),
        class_mean=100 * float(np.mean(by_class)),
        turned_away=None if said_none is None else _percent(said_none[~missing]),
        none_told=None if said_none is None else _percent(said_none[missing]),
        calibration_error=100 * metrics.calibration_error(confidence, right),
    )  # fmt: skip


def _percent(holds: NDArray[np.bool_]) -> float | None:
    """None of nothing."""
    return 100 * float(holds.mean()) if len(holds) else None


@dataclass(frozen=True)
class CategoryLine:
    """How one category fares among all labels of its set."""

    group: str
    way: str
    category: str
    queries: int
    top1: float  # percent
    mistaken_for: str  # most often; "" if never


def by_category(runs: Sequence[Sequence[Scores]]) -> list[CategoryLine]:
    """Lines for every category that was asked for, those that fare worst first."""
    lines = []
    for group, way in dict.fromkeys((s.group, s.way) for run in runs for s in run):
        labels, counts = confusion(runs, group, way)
        for i in np.flatnonzero(counts.sum(1)):
            wrong = np.where(np.arange(len(labels)) == i, 0, counts[i])
            mistaken = labels[int(wrong.argmax())] if wrong.any() else ""
            total = int(counts[i].sum())
            lines.append(CategoryLine(group, way, labels[i], total, 100 * float(counts[i, i]) / total, mistaken))
    return sorted(lines, key=lambda line: (line.group, line.way, line.top1, line.category))


def confusion(runs: Sequence[Sequence[Scores]], group: str, way: Way) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """All labels of a set, and how often (true, told) things seen in one way were given them.

    Raises:
        ConfigError: nothing of the kind was scored.
    """
    same = [s for run in runs for s in run if (s.group, s.way) == (group, way)]
    if not same:
        raise ConfigError(f"nothing of '{group}' was seen as {way}")
    labels = tuple(sorted({label for s in same for label in s.labels}))
    counts = np.zeros((len(labels), len(labels)), np.int64)
    for s in same:
        column = np.array([labels.index(label) for label in s.labels])
        np.add.at(counts, (column[s.truth], column[s.values.argmax(1)]), 1)
    return labels, counts
