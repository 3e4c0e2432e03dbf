from dataclasses import replace

import numpy as np
import pytest

from trivium.data.clouds import CloudAugmentation, augmented_cloud, training_cloud
from trivium.errors import ConfigError
from trivium.geometry.neighbors import estimate_normals


@pytest.fixture
def sphere() -> np.ndarray:
    """Rows of a sphere around (0.2, 0, 0) whose normals point inwards; red, but for one point of unknown colour."""
    points = np.random.default_rng(0).normal(size=(600, 3))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    red = np.tile([1.0, 0, 0], (600, 1))
    red[5] = np.nan
    return np.concatenate([points * 0.7 + (0.2, 0, 0), red, -points], 1).astype(np.float16)


def drawn(stored: np.ndarray, count: int = 500, *, colorless: bool = False, guessed: bool = False) -> np.ndarray:
    rng = np.random.default_rng(1)
    return training_cloud(stored, count, colorless=colorless, guessed=guessed, color_fill=0.6, rng=rng)


def test_colours_are_kept_unless_unknown_or_asked_away(sphere):
    rows = drawn(sphere, 600)
    assert rows.shape == (600, 9) and rows.dtype == np.float32
    assert (rows[:, 3:6] == (1, 0, 0)).all(1).sum() == 599 and (rows[:, 3:6] == np.float32(0.6)).all(1).sum() == 1
    assert (drawn(sphere, colorless=True)[:, 3:6] == np.float32(0.6)).all()


def test_guessed_normals_are_on_the_side_that_an_estimate_would_choose(sphere):
    def outward(rows: np.ndarray) -> float:
        return float(((rows[:, 6:9] * (rows[:, :3] - rows[:, :3].mean(0))).sum(1) > 0).mean())

    assert outward(drawn(sphere)) == 0.0 and outward(drawn(sphere, guessed=True)) == 1.0
    rows = drawn(sphere, guessed=True)
    assert ((estimate_normals(rows[:, :3]) * rows[:, 6:9]).sum(1) > 0.8).mean() > 0.95
    np.testing.assert_allclose(np.linalg.norm(rows[:, 6:9], axis=1), 1, atol=1e-5)


def test_points_repeat_only_where_there_are_too_few(sphere):
    assert len(np.unique(drawn(sphere, 600)[:, 6:9].round(6), axis=0)) == 600
    assert drawn(sphere[:10], 64).shape == (64, 9)


PLAIN = CloudAugmentation(scale=(1.0, 1.0), turn=0.0, tilt=0.0, drop=0.0)


def augmented(rows: np.ndarray, **change) -> np.ndarray:
    return augmented_cloud(rows, replace(PLAIN, **change), np.random.default_rng(2))


def test_without_augmentation_a_cloud_stays_as_it_is(sphere):
    rows = drawn(sphere)
    back = augmented(rows)
    order = [np.lexsort(x.T) for x in (rows, back)]
    np.testing.assert_allclose(back[order[1]], rows[order[0]], atol=1e-6)


def test_a_turned_cloud_is_the_same_shape_at_the_same_height(sphere):
    rows = drawn(sphere)
    turned = augmented(rows, turn=180.0)
    np.testing.assert_allclose(np.sort(turned[:, 1]), np.sort(rows[:, 1]), atol=1e-6)
    assert np.abs(np.sort(turned[:, 0]) - np.sort(rows[:, 0])).max() > 0.05
    for x in (rows, turned):  # normals go with their points: those of a ball look at its middle
        middle = x[:, :3] + 0.7 * x[:, 6:9]
        assert np.abs(middle - middle.mean(0)).max() < 0.35 and middle.std(0).max() < 0.1


def test_scale_and_tilt_keep_lengths_in_proportion(sphere):
    rows = drawn(sphere)
    large = augmented(rows, scale=(1.5, 1.5), tilt=20.0)
    for column, factor in ((slice(0, 3), 1.5), (slice(6, 9), 1.0)):
        lengths = [np.sort(np.linalg.norm(x[:, column], axis=1)) for x in (rows, large)]
        np.testing.assert_allclose(lengths[1], factor * lengths[0], rtol=1e-4)
    assert np.abs(np.sort(large[:, 1]) - 1.5 * np.sort(rows[:, 1])).max() > 0.01


def test_dropped_points_are_replaced_by_others(sphere):
    rows = drawn(sphere, 500)
    thinned = augmented(rows, drop=0.9)
    assert thinned.shape == rows.shape
    left = {r.tobytes() for r in thinned}
    assert left < {r.tobytes() for r in rows} and len(left) < 490


@pytest.mark.parametrize("change", [{"scale": (1.2, 0.8)}, {"scale": (0.0, 1.0)}, {"drop": 1.0}, {"jitter": -0.1}])
def test_an_augmentation_that_cannot_be_is_refused(change):
    with pytest.raises(ConfigError, match="low first"):
        replace(PLAIN, **change)
