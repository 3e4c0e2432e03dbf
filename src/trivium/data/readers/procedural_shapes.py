"""The shapes of ``trivium.procedural`` as data sets: any number to train on, and a fixed benchmark."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, ClassVar

from trivium import procedural
from trivium.data.readers.reader import Reader
from trivium.data.samples import Sample, SampleConfig, sample_of_shape
from trivium.errors import DatasetError
from trivium.procedural import UNSEEN

BENCHMARK_SEED = 1_000_000  # of its first shapes; seeds for training stay below


class ProceduralShapes(Reader):
    """``count`` shapes going round the categories; ``config.seed`` chooses them. Captions of three lengths.

    The categories of ``UNSEEN`` are left out: the benchmark asks for what no model has been trained on.
    """

    layout: ClassVar[str] = "procedural"

    def __init__(self, count: int, config: SampleConfig = SampleConfig()) -> None:
        if count < 1:
            raise DatasetError(f"got {count} procedural shapes, expected 1 or more")
        rounds = -(-count // (len(procedural.CATEGORIES) - len(UNSEEN)))
        if config.seed + rounds > BENCHMARK_SEED:
            raise DatasetError(
                f"seeds {config.seed} to {config.seed + rounds} reach those of the benchmark: below {BENCHMARK_SEED}"
            )
        self.count, self.config = count, config
        self.categories = sorted(set(procedural.CATEGORIES) - set(UNSEEN))

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


class BenchmarkShapes(ProceduralShapes):
    """1,000 shapes, the same until a category is added: 800 of known categories with seeds of their own, then 200 of ``UNSEEN`` categories."""

    layout: ClassVar[str] = "benchmark"
    known: ClassVar[int] = 800
    unseen: ClassVar[int] = 200

    def __init__(self, config: SampleConfig = SampleConfig()) -> None:
        super().__init__(self.known + self.unseen, config)

    def _chosen(self, index: int) -> tuple[str, int]:
        categories = self.categories if index < self.known else UNSEEN
        round, which = divmod(index if index < self.known else index - self.known, len(categories))
        return categories[which], BENCHMARK_SEED + round
