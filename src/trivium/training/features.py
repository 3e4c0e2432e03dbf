"""Frozen towers run once: the picture and text features of shards, so that training reads numbers instead of pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from trivium.data.readers.reader import FailedObject
from trivium.data.samples import Sample
from trivium.data.shard_folder import ShardFolder
from trivium.data.shards import Damage, ShardIndex, read_index, read_shard, write_shard
from trivium.errors import DatasetError, QueryError

if TYPE_CHECKING:
    from trivium.models.aligned import AlignedModel


@dataclass(frozen=True, kw_only=True)
class FeaturesConfig:
    keep_views: bool = False  # pictures are most of a shard's bytes, and features stand for them
    batch: int = 16  # samples through the towers at once

    def __post_init__(self) -> None:
        if self.batch < 1:
            raise DatasetError(f"got a batch of {self.batch}, expected 1 or more")


@dataclass(frozen=True)
class FeaturesReport:
    """``failed`` is all that is not in the shards, what earlier runs left out included: samples, and parts of shards."""

    folder: Path
    index: ShardIndex
    failed: tuple[FailedObject, ...]


def add_features(
    shards: str | Path,
    out: str | Path,
    model: AlignedModel,
    config: FeaturesConfig = FeaturesConfig(),
    *,
    progress: Callable[[int, int], None] | None = None,
) -> FeaturesReport:
    """The samples of ``shards`` with features of ``model``, in ``out``: one row a view, one row a caption.

    Shard for shard; killed, it goes on with the shard it was at. What is damaged is left out and reported, and so are
    samples with a caption that the model cannot read. The index says which model made the features, by its fingerprint.

    Raises:
        DatasetError: no index in ``shards``, samples without views, or ``out`` was begun with another model.
    """
    source, target = Path(shards), ShardFolder(Path(out))
    index = read_index(source)
    if source.resolve() == target.path.resolve():
        raise DatasetError(f"{out} holds the shards themselves: features go to another folder")
    names = {"name": model.name, "fingerprint": model.fingerprint, "keep_views": config.keep_views}
    with target.opened({"shards": index.samples, "source": index.made_by, "features": names}):
        for number, (name, count) in enumerate(index.samples.items()):
            if not target.is_done(number):
                failed: list[FailedObject] = []
                samples = read_shard(source / name, count=count, on_damage=partial(_note, failed))
                part = write_shard(_with_features(samples, model, config, failed), target.path, number)
                target.finish(number, part, failed)
            if progress:
                progress(number + 1, len(index.samples))
        made, everything_failed = target.write_index(len(index.samples), {**index.made_by, "features": names})
    return FeaturesReport(target.path, made, tuple(everything_failed))


def _note(failed: list[FailedObject], damage: Damage) -> None:
    count = "an unknown number of" if damage.lost is None else damage.lost
    message = f"{count} samples lost: {damage.message}"
    failed.append(FailedObject(id=Path(damage.shard).name, path=damage.shard, code=damage.code, message=message))


def _with_features(
    samples: Iterator[Sample], model: AlignedModel, config: FeaturesConfig, failed: list[FailedObject]
) -> Iterator[Sample]:
    while group := list(islice(samples, config.batch)):
        try:
            yield from _group_with_features(group, model, config)
        except QueryError:  # of one of them; the others need not suffer
            for sample in group:
                try:
                    yield from _group_with_features([sample], model, config)
                except QueryError as error:
                    failed.append(FailedObject(id=sample.id, path="", code="unusable-caption", message=str(error)))


def _group_with_features(group: Sequence[Sample], model: AlignedModel, config: FeaturesConfig) -> Iterator[Sample]:
    if bare := [s.id for s in group if s.views is None]:
        raise DatasetError(f"sample '{bare[0]}' has no views to make features of: build the shards with some")
    images = iter(model.encode_images([view for s in group for view in s.views]))  # type: ignore[union-attr]
    captions = [caption for s in group for caption in s.captions]
    texts = iter(model.encode_texts(captions) if captions else ())
    for sample in group:
        assert sample.views is not None
        yield replace(
            sample,
            views=sample.views if config.keep_views else None,
            image_features=np.stack(list(islice(images, len(sample.views)))),
            text_features=np.stack(list(islice(texts, len(sample.captions)))) if sample.captions else None,
        )
