"""Precomputed features of all objects as arrays: what FusionBERT's recipe draws its batches from.

A folder holds memory-mapped arrays, so that a random batch of a data set larger than memory costs page reads:

    points.npy       (N, P, 9) float16: position in the unit ball, colour (NaN if unknown), face normal
    images.npy       (N, V, D) float16: features of pictures; unused rows are zero
    texts.npy        (N, T, D) float16: features of captions; unused rows are zero
    counts.npy       (N, 2) int32: pictures and captions of each object
    caption_ids.npy  (N, T) int64: the same number for the same words
    objects.json     ids and categories, and which model made the features; written last
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trivium.data.samples import Sample
from trivium.data.shards import read_index, read_shards, replace_text
from trivium.errors import ConfigError

ARRAYS = ("points", "images", "texts", "counts", "caption_ids")


@dataclass(frozen=True, eq=False)
class FeatureTable:
    """An open table; see the module's docstring."""

    points: np.ndarray
    images: np.ndarray
    texts: np.ndarray
    counts: np.ndarray
    caption_ids: np.ndarray
    ids: tuple[str, ...]
    categories: tuple[str, ...]
    model: str  # the fingerprint of the model whose features these are; "" if nobody said

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def dim(self) -> int:
        """Of a feature."""
        return int(self.images.shape[2])

    @property
    def views(self) -> np.ndarray:
        """(N,) pictures of each object."""
        return self.counts[:, 0]

    @property
    def captions(self) -> np.ndarray:
        """(N,) captions of each object."""
        return self.counts[:, 1]

    @classmethod
    def open(cls, folder: Path) -> FeatureTable:
        """
        Raises:
            ConfigError: the folder is no table, or its arrays do not fit together.
        """
        missing = [f"{n}.npy" for n in ARRAYS if not (folder / f"{n}.npy").is_file()]
        if missing or not (folder / "objects.json").is_file():
            raise ConfigError(f"{folder} is no table of features: {', '.join(missing or ['objects.json'])} missing")
        points, images, texts, counts, said = (
            np.load(folder / f"{n}.npy", mmap_mode="r", allow_pickle=False) for n in ARRAYS
        )
        try:
            about = json.loads((folder / "objects.json").read_text(encoding="utf-8"))
            objects, model = about["objects"], str(about["model"])
            ids, categories = (tuple(str(o[key]) for o in objects) for key in ("id", "category"))
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError(
                f"{folder / 'objects.json'} is damaged or of an older version ({error!r}): make the table anew"
            ) from error
        table = cls(points, images, texts, counts, said, ids, categories, model)
        arrays = {name: getattr(table, name) for name in ARRAYS}
        if {len(a) for a in arrays.values()} != {len(objects)} or table.texts.shape[2] != table.dim:
            shapes = ", ".join(f"{name} {a.shape}" for name, a in arrays.items())
            raise ConfigError(f"the arrays in {folder} do not fit together: {len(objects)} objects, {shapes}")
        return table

    def check_fits(self, other: FeatureTable, name: str) -> None:
        """
        Raises:
            ConfigError: ``other`` has features of another model; they cannot be compared.
        """
        if (self.dim, self.model) != (other.dim, other.model):
            raise ConfigError(
                f"{name} has features of {other.dim} numbers by model {other.model or '?'}, expected {self.dim} by "
                f"{self.model or '?'}: make them with the same model"
            )


def write_table(
    folder: Path,
    *,
    points: np.ndarray,
    images: Sequence[np.ndarray],
    texts: Sequence[np.ndarray],
    captions: Sequence[Sequence[str]],
    ids: Sequence[str],
    categories: Sequence[str],
    model: str = "",
) -> FeatureTable:
    """Writes a table of objects that are in memory.

    Args:
        points: (N, P, 9).
        images, texts: N arrays (V_i, D) and (T_i, D); each object needs at least one of both.
        captions: N lists of T_i texts.
        model: the fingerprint of the model that made the features.

    Raises:
        ConfigError: an object without a picture or a caption.
    """
    folder.mkdir(parents=True, exist_ok=True)
    empty = [i for i, a, b in zip(ids, images, texts, strict=True) if not len(a) or not len(b)]
    if empty:
        raise ConfigError(f"{len(empty)} objects have no picture or no caption, first of them '{empty[0]}'")
    numbers: dict[str, int] = {}
    said = np.full((len(ids), max(len(c) for c in captions)), -1, np.int64)
    for i, texts_of_one in enumerate(captions):
        said[i, : len(texts_of_one)] = [numbers.setdefault(t, len(numbers)) for t in texts_of_one]
    (folder / "objects.json").unlink(missing_ok=True)  # from here until it is there again, this is no table
    np.save(folder / "points.npy", points.astype(np.float16))
    np.save(folder / "images.npy", _padded(images))
    np.save(folder / "texts.npy", _padded(texts))
    np.save(folder / "counts.npy", np.array([[len(a), len(b)] for a, b in zip(images, texts, strict=True)], np.int32))
    np.save(folder / "caption_ids.npy", said)
    return _finished(folder, [{"id": i, "category": c} for i, c in zip(ids, categories, strict=True)], model)


def table_of_shards(shards: Sequence[Path], folder: Path) -> FeatureTable:
    """Writes one table of folders of shards with features, however large: two passes, one sample in memory at a time.

    Samples without a picture's or a caption's feature are left out. Clouds get the size of the first, by repetition or
    by leaving points out.

    Raises:
        DatasetError: no shards there.
        ConfigError: shards in which no sample has features, or whose features are of several models or widths.
    """
    makers = {(read_index(s).made_by.get("features") or {}).get("fingerprint", "") for s in shards}
    if len(makers) > 1:
        told = ", ".join(sorted(makers))
        raise ConfigError(f"these shards have features of {len(makers)} models ({told}): use one model for all")
    known = [
        (len(images), len(texts), (images.shape[1], texts.shape[1]), len(sample.points))
        for sample in _samples(shards)
        for images, texts in _features(sample)
    ]
    if not known:
        told = ", ".join(map(str, shards))
        raise ConfigError(f"no sample in {told} has features of pictures and captions: trivium data features first")
    views, captions, dims, sizes = (np.array(column) for column in zip(*known, strict=True))
    if len(widths := set(dims.flatten().tolist())) > 1:
        raise ConfigError(
            f"features of {sorted(widths)} numbers cannot stand in one table: use one model for all shards"
        )
    folder.mkdir(parents=True, exist_ok=True)
    n, dim = len(known), widths.pop()
    (folder / "objects.json").unlink(missing_ok=True)  # from here until it is there again, this is no table

    def array(name: str, shape: tuple[int, ...], kind: type) -> np.memmap:
        return np.lib.format.open_memmap(folder / f"{name}.npy", mode="w+", dtype=kind, shape=shape)

    points = array("points", (n, int(sizes[0]), 9), np.float16)
    images = array("images", (n, int(views.max()), dim), np.float16)
    texts = array("texts", (n, int(captions.max()), dim), np.float16)
    said = array("caption_ids", (n, int(captions.max())), np.int64)
    said[:] = -1
    numbers: dict[str, int] = {}
    objects: list[dict[str, str]] = []
    for sample in _samples(shards):
        for image_rows, text_rows in _features(sample):
            i, count = len(objects), len(sample.points)
            points[i] = sample.points[np.arange(points.shape[1]) * count // points.shape[1]]
            images[i, : len(image_rows)] = image_rows
            texts[i, : len(text_rows)] = text_rows
            said[i, : len(sample.captions)] = [numbers.setdefault(t, len(numbers)) for t in sample.captions]
            objects.append({"id": sample.id, "category": sample.category})
    for filled in (points, images, texts, said):
        filled.flush()
    np.save(folder / "counts.npy", np.stack([views, captions], 1).astype(np.int32))
    return _finished(folder, objects, makers.pop())


def _finished(folder: Path, objects: list[dict[str, str]], model: str) -> FeatureTable:
    replace_text(folder / "objects.json", json.dumps({"objects": objects, "model": model}))
    return FeatureTable.open(folder)


def _samples(shards: Sequence[Path]) -> Iterator[Sample]:
    for folder in shards:
        yield from read_shards(folder)


def _features(sample: Sample) -> list[tuple[np.ndarray, np.ndarray]]:
    """Those of its pictures and captions; empty without both."""
    images, texts = sample.image_features, sample.text_features
    return [(images, texts)] if images is not None and texts is not None and len(images) and len(texts) else []


def _padded(rows: Sequence[np.ndarray]) -> np.ndarray:
    out = np.zeros((len(rows), max(map(len, rows)), rows[0].shape[1]), np.float16)
    for i, own in enumerate(rows):
        out[i, : len(own)] = own
    return out
