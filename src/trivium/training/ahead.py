"""Batches that worker processes make before they are asked for: on a GPU, pictures take longer to make than to learn from."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from torch.utils.data import DataLoader, Dataset

B = TypeVar("B")


class Ahead(Generic[B]):
    """``draw``, whose batches from the number that is asked for first up to ``count`` are made ahead, in their order.

    A batch is the same whoever makes it, since it is a function of its number. With no workers it is made when it is asked for.
    """

    def __init__(self, draw: Callable[[int], B], count: int, workers: int) -> None:
        self.draw, self.count, self.workers = draw, count, workers
        self._made: Iterator[B] | None = None
        self._next = 0

    def __call__(self, number: int) -> B:
        if not self.workers:
            return self.draw(number)
        if self._made is None or number != self._next:
            numbers = range(number, self.count)
            self._made, self._next = iter(self._loader(numbers)), number
        self._next += 1
        return next(self._made)

    def _loader(self, numbers: range) -> DataLoader[B]:
        # forked: what a batch is made of is mapped from disk, and need not be sent to the workers
        return DataLoader(
            _Numbered(self.draw, numbers), batch_size=None, num_workers=self.workers, collate_fn=_as_it_is,
            multiprocessing_context=multiprocessing.get_context("fork"),
        )  # fmt: skip


class _Numbered(Dataset[B]):
    def __init__(self, draw: Callable[[int], B], numbers: range) -> None:
        self.draw, self.numbers = draw, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: int) -> B:
        return self.draw(self.numbers[place])


def _as_it_is(batch: B) -> B:
    return batch
