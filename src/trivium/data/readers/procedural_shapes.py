"""The shapes of ``trivium.procedural`` as a data set: no files, any number."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, ClassVar

from trivium import procedural
from trivium.data.readers.reader import Reader
from trivium.data.samples import Sample, SampleConfig, sample_of_shape
from trivium.errors import DatasetError


class ProceduralShapes(Reader):
    """``count`` shapes going round the categories; ``config.seed`` chooses them. Captions of three lengths."""

    layout: ClassVar[str] = "procedural"

    def __init__(self, count: int, config: SampleConfig = SampleConfig()) -> None:
        if count < 1:
            raise DatasetError(f"got {count} procedural shapes, expected 1 or more")
        self.count, self.config = count, config
        self.categories = sorted(procedural.CATEGORIES)

    def __len__(self) -> int:
        return self.count

    def name(self, index: int) -> tuple[str, str]:
        category, seed = self._chosen(index)
        return f"{category}-{seed}", ""

    def read(self, index: int) -> Sample:
        category, seed = self._chosen(index)
        made = procedural.generate(category, seed=seed)
        words = (made.captions.short, made.captions.medium, made.captions.long)
        id = self.name(index)[0]
        captions = tuple(dict.fromkeys(words))
        return sample_of_shape(made.mesh, self.config, id=id, captions=captions, category=category)

    def about(self) -> dict[str, Any]:
        return {**super().about(), **asdict(self.config)}

    def _chosen(self, index: int) -> tuple[str, int]:
        round, which = divmod(index, len(self.categories))
        return self.categories[which], self.config.seed + round
