"""Batches that are made ahead are those that would be made when they are asked for."""

import os

import pytest
import torch

from trivium.training.ahead import Ahead

pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # workers are forked


def draw(number: int) -> tuple[torch.Tensor, int]:
    return torch.randn(3, generator=torch.Generator().manual_seed(number)), os.getpid()


@pytest.mark.parametrize("workers", [0, 2])
@pytest.mark.parametrize("first", [0, 5])
def test_they_come_in_order_from_the_first_that_is_asked_for(workers, first):
    ahead = Ahead(draw, 9, workers)
    for number in range(first, 9):
        batch, _ = ahead(number)
        assert torch.equal(batch, draw(number)[0])


def test_workers_make_them():
    assert Ahead(draw, 2, 1)(0)[1] != os.getpid() == Ahead(draw, 2, 0)(0)[1]


def test_another_number_begins_anew():
    ahead = Ahead(draw, 9, 1)
    ahead(0)
    assert torch.equal(ahead(6)[0], draw(6)[0]) and torch.equal(ahead(7)[0], draw(7)[0])


def test_a_worker_that_fails_says_why():
    def failing(number: int) -> int:
        raise ValueError("no such picture")

    with pytest.raises(ValueError, match="no such picture"):
        Ahead(failing, 2, 1)(0)
