"""The shapes of ``trivium.procedural`` as data sets: any number to train on, and a fixed benchmark."""

from __future__ import annotations

from collections.abc import Sequence
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

    Of all categories but ``UNSEEN``, for the benchmark asks for what no model has been trained on; or of those that are given.
    """

    layout: ClassVar[str] = "procedural"

    def __init__(
        self, count: int, config: SampleConfig = SampleConfig(), *, categories: Sequence[str] | None = None
    ) -> None:
        """
        Raises:
            DatasetError: no shapes, no such category, or seeds that reach those of the benchmark.
        """
        if count < 1:
            raise DatasetError(f"got {count} procedural shapes, expected 1 or more")
        known = sorted(set(procedural.CATEGORIES) - set(UNSEEN))
        self.categories = known if categories is None else sorted(set(categories))
        if unknown := sorted(set(self.categories) - set(procedural.CATEGORIES)):
            raise DatasetError(f"there are no procedural shapes of {', '.join(unknown)}")
        rounds = -(-count // len(self.categories))
        if config.seed + rounds > BENCHMARK_SEED:
            raise DatasetError(
                f"seeds {config.seed} to {config.seed + rounds} reach those of the benchmark: below {BENCHMARK_SEED}"
            )
        self.count, self.config = count, config

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
        every = len(self.categories) == len(procedural.CATEGORIES) - len(UNSEEN)
        return {**super().about(), **asdict(self.config), **({} if every else {"categories": self.categories})}

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
