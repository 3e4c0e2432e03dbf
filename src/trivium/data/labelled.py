"""Labelled clouds: what a classifier of shapes learns from, and what it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trivium.data.readers.model_folder import ModelFolder
from trivium.data.readers.reader import FailedObject, Reader, read_or_fail
from trivium.data.samples import Sample, SampleConfig
from trivium.errors import DatasetError
from trivium.geometry.shapes import Array

SPLITS = ("train", "test")  # folders of these names say what is for what


@dataclass(frozen=True, eq=False)
class LabelledClouds:
    """Clouds and the numbers of their names."""

    points: Array  # (N, P, 9): position in the unit ball, colour (NaN if unknown), normal
    labels: NDArray[np.int64]  # (N,)
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.labels)

    def chosen(self, rows: NDArray[np.int64]) -> LabelledClouds:
        return replace(self, points=self.points[rows], labels=self.labels[rows])

    def share(self, share: float, *, seed: int) -> LabelledClouds:
        """So much of every class, at least one of each, at random; a larger share of the same seed holds the smaller ones."""
        rng, rows = np.random.default_rng([seed, 17]), []
        for label in range(len(self.names)):
            own = rng.permutation(np.flatnonzero(self.labels == label))
            rows.append(own[: max(1, round(share * len(own)))])
        return self.chosen(np.sort(np.concatenate(rows)))


@dataclass(frozen=True, eq=False)
class LabelledSplit:
    train: LabelledClouds
    test: LabelledClouds
    failed: tuple[FailedObject, ...]


def labelled_split(
    reader: Reader, *, test_share: float = 0.25, seed: int = 0, progress: Callable[[int, int], None] | None = None
) -> LabelledSplit:
    """A data set in two: by folders called ``train`` and ``test`` below those of the classes if it has both, else at random.

    Raises:
        DatasetError: fewer than two classes; or a class without an example to learn from, or without one to be asked.
    """
    samples, failed, places, names = [], [], [], []
    for index in range(len(reader)):
        outcome = read_or_fail(reader, index)
        if isinstance(outcome, Sample):
            place = _place(outcome.id)
            samples.append(outcome.points)
            places.append(place)
            names.append(outcome.category if outcome.category not in ("", *SPLITS) else place[0])
        else:
            failed.append(outcome)
        if progress:
            progress(index + 1, len(reader))
    if lost := sorted({_place(f.id)[0] for f in failed} - {name for name, _ in places}):
        raise DatasetError(f"nothing in the class '{lost[0]}' can be read: mend it, or take the folder away")
    classes = tuple(sorted(set(names)))
    if len(classes) < 2:
        raise DatasetError(
            f"got {len(classes)} classes ({', '.join(classes)}), expected a folder for each of two or more"
        )
    labels = np.array([classes.index(name) for name in names])
    given = {split for _, split in places} >= set(SPLITS)
    for_test = np.array([split == "test" for _, split in places]) if given else _drawn(labels, test_share, seed)
    for split, chosen in (("train", ~for_test), ("test", for_test)):
        missing = sorted(set(range(len(classes))) - set(labels[chosen].tolist()))
        if missing:
            raise DatasetError(
                f"the class '{classes[missing[0]]}' has no example to {'learn from' if split == 'train' else 'be asked'}: "
                "give each class two models or more" + " in both folders, train and test" * given
            )
    clouds = LabelledClouds(np.stack(samples), labels, classes)
    return LabelledSplit(
        clouds.chosen(np.flatnonzero(~for_test)), clouds.chosen(np.flatnonzero(for_test)), tuple(failed)
    )


def folder_of_classes(folder: str | Path, config: SampleConfig) -> ModelFolder:
    """A folder with a folder of models for each class.

    Raises:
        DatasetError: no models in it, or a class without any.
    """
    reader = ModelFolder(folder, config)
    known = {Path(file).parts[0] for file in reader.files}
    empty = [p.name for p in sorted(reader.folder.iterdir()) if p.is_dir() and p.name not in known]
    if empty := [name for name in empty if not name.startswith(".")]:
        raise DatasetError(f"the class '{empty[0]}' in {folder} has no models: give it some, or take the folder away")
    return reader


def _place(id: str) -> tuple[str, str]:
    """ "chair/train/a.off" -> ("chair", "train"): class and split that a path tells; "" where it tells none."""
    folders = Path(id).parts[:-1]
    split = next((f for f in folders if f in SPLITS), "")
    named = [f for f in folders if f not in SPLITS]
    return (named[-1] if named else ""), split


def _drawn(labels: NDArray[np.int64], share: float, seed: int) -> NDArray[np.bool_]:
    """Of each class that has two, at least one to be asked and one to learn from."""
    rng, out = np.random.default_rng([seed, 18]), np.zeros(len(labels), bool)
    for label in np.unique(labels):
        own = rng.permutation(np.flatnonzero(labels == label))
        out[own[: min(len(own) - 1, max(1, round(share * len(own))))]] = True
    return out
