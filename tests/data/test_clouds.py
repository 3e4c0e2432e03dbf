import numpy as np
import pytest

from trivium.data.clouds import training_cloud
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
