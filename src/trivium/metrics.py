"""Retrieval and classification metrics: pure numpy, no files, no models."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating]


def ranks(scores: Scores, truth: NDArray[np.integer]) -> NDArray[np.int64]:
    """(Q,) rank of the right answer, 1 is best; others with the same score count as better, so ties never help.

    Args:
        scores: (Q, N) larger is better; a right answer whose score is no number comes last.
        truth: (Q,) column of the right answer.
    """
    right = scores[np.arange(len(truth)), truth]
    return (~(scores < right[:, None])).sum(1).astype(np.int64)  # not ">=": that is false of NaN


def recall_at(rank: NDArray[np.integer], k: int) -> float:
    """Share of queries whose right answer is among the first ``k``."""
    return float((rank <= k).mean())


def precision_at(scores: Scores, relevant: NDArray[np.bool_], k: int) -> float:
    """Mean over queries of the share of relevant items among the first ``k``; (Q, N) both."""
    first = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    return float(np.take_along_axis(relevant, first, 1).mean())


def mean_average_precision(scores: Scores, relevant: NDArray[np.bool_]) -> float:
    """Mean over queries of the average precision of the full ranking; queries without relevant items are left out."""
    order = np.argsort(-scores, axis=1, kind="stable")
    hits = np.take_along_axis(relevant, order, 1)
    precision = hits.cumsum(1) / np.arange(1, hits.shape[1] + 1)
    total = hits.sum(1)
    kept = total > 0
    return float(((precision * hits).sum(1)[kept] / total[kept]).mean()) if kept.any() else 0.0


def top_k_accuracy(scores: Scores, labels: Sequence[int] | NDArray[np.integer], k: int) -> float:
    """Share of rows whose label is among their ``k`` best columns."""
    return recall_at(ranks(scores, np.asarray(labels)), k)


def share_within(errors: NDArray[np.floating], bound: float) -> float:
    """Share of errors that are at most ``bound``: PCK, accuracy of poses. NaN is within nothing."""
    return float((errors <= bound).mean())


def calibration_error(confidence: NDArray[np.floating], right: NDArray[np.bool_], *, bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015): mean distance of confidence and accuracy over bins of equal width.

    Args:
        confidence: (Q,) probability that each answer was given, 0 to 1.
        right: (Q,) whether it was.
    """
    which = np.minimum((confidence * bins).astype(np.int64), bins - 1)
    gaps = [abs(float((right[which == b] - confidence[which == b]).sum())) for b in range(bins)]
    return sum(gaps) / len(confidence)
