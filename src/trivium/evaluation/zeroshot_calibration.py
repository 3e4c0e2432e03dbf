"""Which scale turns a model's scores into probabilities, and which score stands for "none of
these" (``models.zeroshot``).

Fitted on procedural shapes whose seeds are neither trained on nor tested, of categories that models are trained on, with lists
of 2 to 128 labels drawn by chance of which half lack the true one: by the likelihood of the true answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from trivium.data.readers.procedural_shapes import BENCHMARK_SEED
from trivium.evaluation.zeroshot import SEEN, LabelledSet, Scores, ZeroShotConfig, halved, procedural_things, score
from trivium.models.aligned import AlignedModel
from trivium.models.zeroshot import Calibration

CALIBRATION_SEED = 2 * BENCHMARK_SEED  # training stays below 1, tests below 2
SHORTEST, LONGEST = 2, 128  # lists of labels
DRAWS = 10  # lists for each thing


def calibrate(
    model: AlignedModel, config: ZeroShotConfig, *, progress: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """An entry for the calibrations of ``models.zeroshot``, fitted on ``config.shapes`` shapes, each seen in ``config.ways``."""
    order = np.random.default_rng([config.seed, 31]).permutation(len(SEEN))
    things = procedural_things([SEEN[i] for i in order], config.shapes, CALIBRATION_SEED)
    scores = score(model, [LabelledSet("calibration", SEEN, things)], config, progress=progress)
    ways = {s.way: fit(drawn(s, np.random.default_rng([config.seed, 32]))) for s in scores}
    return {
        "fingerprint": model.fingerprint,
        "model": model.name,
        "command": f"trivium evaluate zeroshot --calibrate --model {model.name} --shapes {config.shapes}",
        "fitted_on": f"{config.shapes} procedural shapes, seeds from {CALIBRATION_SEED:,}, "
        f"{DRAWS} lists of {SHORTEST} to {LONGEST} labels each, half without the true one",
        "ways": {way: {name: round(value, 4) for name, value in asdict(c).items()} for way, c in ways.items()},
    }


@dataclass(frozen=True, eq=False)
class Lists:
    """Lists of one length."""

    values: NDArray[np.float32]  # (Q, size)
    truth: NDArray[np.int64]  # (Q,) which label is true; ``size`` if none is


def drawn(scores: Scores, rng: np.random.Generator) -> list[Lists]:
    """Lists of labels for every thing, their lengths even on a logarithmic scale."""
    longest = min(LONGEST, len(scores.labels) - 1)
    lists = []
    for size in np.exp(rng.uniform(np.log(SHORTEST), np.log(longest + 1), DRAWS)).astype(int).tolist():
        values, missing = halved(scores, size, rng)
        lists.append(Lists(values, np.where(missing, size, 0)))
    return lists


def fit(lists: Sequence[Lists]) -> Calibration:
    """The numbers under which the true answers are likeliest."""

    def calibration(values: NDArray[np.float64]) -> Calibration:
        return Calibration(scale=float(np.exp(values[0])), none=float(values[1]), rise=float(values[2]))

    def surprise(values: NDArray[np.float64]) -> float:
        fitted = calibration(values)
        logs = [fitted.log_probabilities(li.values)[np.arange(len(li.truth)), li.truth] for li in lists]
        return -float(np.concatenate(logs).mean())

    return calibration(minimize(surprise, (np.log(20.0), 0.3, 0.0), method="Nelder-Mead").x)
