import numpy as np
import pytest

from trivium.data.occlusion import LEVELS, occluded_at
from trivium.errors import QueryError


def scene(seed: int):
    """A picture, and an object of odd shape in it."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:120, :160]
    mask = ((x - 70) ** 2 / rng.uniform(1, 4) + (y - 60) ** 2 < 1600) & ((x + y) % 50 > 8)
    return rng.integers(0, 256, (120, 160, 3), dtype=np.uint8), mask


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", range(8))
def test_as_much_is_hidden_as_the_level_says(level, seed):
    image, mask = scene(seed)
    hidden, visible = occluded_at(image, mask, level, np.random.default_rng(seed))
    low, high = LEVELS[level]
    assert low - 0.01 <= 1 - visible.sum() / mask.sum() <= high + 0.01
    assert not (visible & ~mask).any()
    assert (hidden[visible] == image[visible]).all()  # what is visible is as it was
    assert hidden.shape == image.shape and hidden.dtype == np.uint8


def test_the_same_generator_hides_the_same():
    image, mask = scene(0)
    first, second = (occluded_at(image, mask, "L3", np.random.default_rng(5))[0] for _ in range(2))
    assert (first == second).all()


def test_a_picture_without_an_object_stays():
    image, mask = scene(0)
    assert (occluded_at(image, np.zeros_like(mask), "L3", np.random.default_rng(0))[0] == image).all()


def test_other_levels_are_refused():
    with pytest.raises(QueryError, match=r"no level 'L4'.*L0, L1, L2, L3"):
        occluded_at(*scene(0), "L4", np.random.default_rng(0))
