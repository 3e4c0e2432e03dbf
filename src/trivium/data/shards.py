"""Samples in tar files that ``webdataset`` reads as well; shuffled, shared out and checked on the way back.

    FOLDER/
      shard-000000.tar    members KEY.json, KEY.points.npy, KEY.view00.webp ..., KEY.image_features.npy, KEY.text_features.npy
      index.json          samples of each shard, feature sizes, what made them; written last, so it says that all is there

Points and features are float16, views WebP of quality 90. ``KEY.json`` names the sample's members, so that a sample cut
in half is known. Reading trusts nothing: no pickles, one kind of tar entry, sizes limited. A shard that is damaged
gives the samples before the damage; the rest is counted and named, and the other shards are read.
"""

from __future__ import annotations

import io
import json
import logging
import os
import tarfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import numpy as np

from trivium.data.samples import Sample
from trivium.data.shard_format import DamagedShard, ShardLimits, groups_of, members_of, sample_of
from trivium.errors import DatasetError, LoadError, ShapeError

FORMAT = 1
SAMPLES_PER_SHARD = 128
INDEX = "index.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class ShardIndex:
    """What ``index.json`` says."""

    samples: dict[str, int]  # of each shard, by file name
    image_dim: int | None = None
    text_dim: int | None = None
    made_by: dict[str, Any] = field(default_factory=dict)  # the reader, its options, the model of the features
    format: int = FORMAT

    @property
    def total(self) -> int:
        return sum(self.samples.values())


@dataclass(frozen=True, kw_only=True)
class ReadOrder:
    """Which samples one process gets, and in which order.

    Every process gives the same ``seed`` and ``epoch``; together the ranks see each sample exactly once an epoch.
    Workers of a loader are ranks too: ``rank = process * workers + worker``, ``world_size = processes * workers``.
    """

    seed: int | None = None  # None: as written, not shuffled
    epoch: int = 0
    buffer: int = 1000  # samples in memory to shuffle among; shards are shuffled as well
    rank: int = 0
    world_size: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.rank < self.world_size or self.buffer < 1:
            raise DatasetError(f"got {self}, expected 0 <= rank < world_size and a buffer of 1 or more")


@dataclass(frozen=True, kw_only=True)
class Damage:
    """A shard, or a sample of it, that could not be used."""

    shard: str
    code: Literal["missing", "unreadable", "truncated", "bad-sample"]
    read: int  # samples of the shard that were used before
    lost: int | None  # samples that are gone; None if nobody knows
    message: str


# Writing


def shard_name(number: int) -> str:
    return f"shard-{number:06d}.tar"


def write_shards(
    samples: Iterable[Sample],
    folder: str | Path,
    *,
    samples_per_shard: int = SAMPLES_PER_SHARD,
    made_by: dict[str, Any] | None = None,
) -> ShardIndex:
    """Writes all samples into ``folder``, which must not hold shards yet, and the index at the end.

    Raises:
        DatasetError: there are shards already, or features of different sizes.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.glob("shard-*.tar")):
        raise DatasetError(f"there are shards in {folder} already: choose another folder, or delete them")
    parts = [write_shard(group, folder, number) for number, group in enumerate(_batched(samples, samples_per_shard))]
    index = joined_index(parts, made_by or {})
    write_index(index, folder)
    return index


def write_shard(samples: Iterable[Sample], folder: Path, number: int) -> ShardIndex:
    """One shard and what an index has to say of it. Under its final name once it is complete; no file if it is empty.

    Raises:
        DatasetError: features of different sizes.
    """
    name = shard_name(number)
    count, dims = 0, _Dims()
    temporary = folder / f".{name}.{os.getpid()}.part"
    try:
        with temporary.open("wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as tar:
                for sample in samples:
                    dims.see(sample)
                    for member, data in members_of(sample).items():
                        entry = tarfile.TarInfo(f"{number:06d}-{count:06d}.{member}")
                        entry.size = len(data)
                        tar.addfile(entry, io.BytesIO(data))
                    count += 1
            file.flush()
            os.fsync(file.fileno())
        if count:
            temporary.replace(folder / name)
    finally:
        temporary.unlink(missing_ok=True)
    return ShardIndex(samples={name: count} if count else {}, image_dim=dims.image, text_dim=dims.text)


def joined_index(parts: Iterable[ShardIndex], made_by: dict[str, Any]) -> ShardIndex:
    """One index of many.

    Raises:
        DatasetError: features of different sizes.
    """
    samples: dict[str, int] = {}
    dims = _Dims()
    for part in parts:
        samples |= part.samples
        dims.expect(part.image_dim, part.text_dim, next(iter(part.samples), ""))
    return ShardIndex(samples=samples, image_dim=dims.image, text_dim=dims.text, made_by=made_by)


def write_index(index: ShardIndex, folder: Path) -> None:
    replace_text(folder / INDEX, json.dumps(asdict(index), indent=1))


def replace_text(path: Path, text: str) -> None:
    """Writes beside the target, then moves over it: nobody ever sees half a file."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


@dataclass
class _Dims:
    image: int | None = None
    text: int | None = None

    def see(self, sample: Sample) -> None:
        image, text = (None if f is None else f.shape[1] for f in (sample.image_features, sample.text_features))
        self.expect(image, text, sample.id)

    def expect(self, image: int | None, text: int | None, where: str) -> None:
        for name, new in (("image", image), ("text", text)):
            old = getattr(self, name)
            if new is not None and old not in (None, new):
                raise DatasetError(f"{where} has {name} features of {new} numbers, those before have {old}")
            setattr(self, name, old if new is None else new)


def _batched(samples: Iterable[Sample], size: int) -> Iterator[Iterable[Sample]]:
    """Lazily: a shard is written as its samples come, and is never in memory as a whole."""
    numbered = enumerate(samples)
    for _, group in groupby(numbered, key=lambda pair: pair[0] // size):
        yield (sample for _, sample in group)


# Reading


def read_index(folder: str | Path) -> ShardIndex:
    """The index of a folder of shards.

    Raises:
        DatasetError: there is none, or it is damaged or of a newer format.
    """
    path = Path(folder) / INDEX
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        index = ShardIndex(**data)
        if not all(isinstance(n, str) and "/" not in n and isinstance(c, int) for n, c in index.samples.items()):
            raise TypeError("samples must be counts by file name")
    except FileNotFoundError as error:
        raise DatasetError(f"no {INDEX} in {folder}: 'trivium data build' writes it last; run it to its end") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise DatasetError(f"{path} is not an index of shards: {error}") from error
    if index.format != FORMAT:
        raise DatasetError(f"{path} has format {index.format}, this version reads {FORMAT}: build the shards again")
    return index


def read_shards(
    source: str | Path | Sequence[str | Path],
    order: ReadOrder = ReadOrder(),
    *,
    limits: ShardLimits = ShardLimits(),
    on_damage: Callable[[Damage], None] | None = None,
) -> Iterator[Sample]:
    """One epoch of samples: those of a folder with an index, or of the shards listed.

    Nothing is dropped and nothing repeated. What is damaged is logged as a warning and handed to ``on_damage``.

    Raises:
        DatasetError: no index, no shards, or fewer shards than processes.
    """
    paths, counts = _sources(source)
    if len(paths) < order.world_size:
        raise DatasetError(
            f"{len(paths)} shards for {order.world_size} processes: some would get nothing; "
            "build with fewer samples per shard"
        )
    if order.seed is not None:
        shards_rng = np.random.default_rng([order.seed, order.epoch])
        paths = [paths[i] for i in shards_rng.permutation(len(paths))]

    mine = paths[order.rank :: order.world_size]
    samples = (
        sample
        for path in mine
        for sample in read_shard(path, count=counts.get(path), limits=limits, on_damage=on_damage)
    )
    if order.seed is None:
        return samples
    return _shuffled(samples, order.buffer, np.random.default_rng([order.seed, order.epoch, order.rank]))


def _sources(source: str | Path | Sequence[str | Path]) -> tuple[list[Path], dict[Path, int]]:
    if not isinstance(source, (str, Path)):
        paths = [Path(p) for p in source]
        counts: dict[Path, int] = {}
    else:
        index = read_index(source)
        counts = {Path(source) / name: count for name, count in index.samples.items()}
        paths = list(counts)
    if not paths:
        raise DatasetError(f"no shards in {source}: nothing to read")
    return paths, counts


def _shuffled(samples: Iterator[Sample], size: int, rng: np.random.Generator) -> Iterator[Sample]:
    """Each sample once: a full buffer gives up one at random for each that comes in."""
    buffer: list[Sample] = []
    for sample in samples:
        buffer.append(sample)
        if len(buffer) > size:
            chosen = int(rng.integers(len(buffer)))
            buffer[chosen], buffer[-1] = buffer[-1], buffer[chosen]
            yield buffer.pop()
    for i in rng.permutation(len(buffer)):
        yield buffer[i]


def read_shard(
    path: Path,
    *,
    count: int | None = None,
    limits: ShardLimits = ShardLimits(),
    on_damage: Callable[[Damage], None] | None = None,
) -> Iterator[Sample]:
    """The samples of one shard, as written. ``count`` is how many there should be, if that is known."""
    used = bad = 0

    def damage(code: Literal["missing", "unreadable", "truncated", "bad-sample"], lost: int | None, why: str) -> None:
        _log.warning("%s: %s; %d samples of it used before, %s lost", path, why, used, "?" if lost is None else lost)
        if on_damage:
            on_damage(Damage(shard=str(path), code=code, read=used, lost=lost, message=why))

    def left() -> int | None:
        return None if count is None else max(count - used - bad, 0)

    try:
        with path.open("rb") as file:
            for key, members in groups_of(file, limits):
                try:
                    sample = sample_of(members, limits)
                except (LoadError, ShapeError) as error:
                    bad += 1
                    damage("bad-sample", 1, f"sample {key}: {error}")
                    continue
                used += 1
                yield sample
    except DamagedShard as error:
        damage("truncated" if used else "unreadable", left(), str(error))
    except OSError as error:
        damage("missing" if isinstance(error, FileNotFoundError) else "unreadable", left(), str(error))
    else:
        if left():
            damage("truncated", left(), f"it ends after {used + bad} samples, the index promises {count}")
