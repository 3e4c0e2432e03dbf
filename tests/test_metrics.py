import numpy as np
import pytest

from trivium import metrics


def test_ranks_count_ties_as_better():
    scores = np.array([[0.9, 0.5, 0.5], [0.1, 0.2, 0.3]])
    assert metrics.ranks(scores, np.array([1, 2])).tolist() == [3, 1]


def test_a_constant_scorer_never_looks_good():
    scores = np.zeros((4, 10))
    assert metrics.recall_at(metrics.ranks(scores, np.arange(4)), 5) == 0.0


@pytest.mark.parametrize("seed", range(3))
def test_mean_average_precision_matches_definition(seed):
    rng = np.random.default_rng(seed)
    scores, relevant = rng.random((5, 12)), rng.random((5, 12)) < 0.3
    naive = []
    for s, r in zip(scores, relevant, strict=True):
        found, precisions = 0, []
        for place, item in enumerate(sorted(range(12), key=lambda i: -s[i]), 1):
            if r[item]:
                found += 1
                precisions.append(found / place)
        if precisions:
            naive.append(sum(precisions) / len(precisions))
    assert metrics.mean_average_precision(scores, relevant) == pytest.approx(np.mean(naive))


def test_precision_and_top_k_accuracy():
    scores = np.array([[3.0, 2.0, 1.0], [1.0, 2.0, 3.0]])
    relevant = np.array([[True, False, True], [False, False, True]])
    assert metrics.precision_at(scores, relevant, 2) == pytest.approx((0.5 + 0.5) / 2)
    assert metrics.top_k_accuracy(scores, [1, 2], 1) == 0.5
    assert metrics.top_k_accuracy(scores, [1, 2], 2) == 1.0


def test_a_score_that_is_no_number_is_the_worst():
    """A model that has diverged must not look perfect."""
    scores = np.full((3, 5), np.nan)
    assert metrics.ranks(scores, np.arange(3)).tolist() == [5, 5, 5]
    scores = np.array([[np.nan, 0.2, 0.3]])
    assert metrics.ranks(scores, np.array([0])).tolist() == [3]


def test_calibration_error_is_the_gap_of_each_bin_by_its_share():
    rng = np.random.default_rng(0)
    confidence, right = rng.random(400), rng.random(400) < 0.5
    confidence[0] = 1.0
    naive = 0.0
    for low in np.arange(10) / 10:
        own = (confidence >= low) & (confidence < low + 0.1 if low < 0.9 else confidence <= 1)
        naive += own.mean() * abs(right[own].mean() - confidence[own].mean())
    assert metrics.calibration_error(confidence, right) == pytest.approx(naive)
    assert metrics.calibration_error(np.full(10, 0.9), np.arange(10) > 0) == pytest.approx(0)  # right in nine of ten
    assert metrics.calibration_error(np.ones(4), np.zeros(4, bool)) == 1
