"""Zero-shot recognition (CG3D, sec. 3.4.1): the label whose words lie nearest to a shape or picture, and how sure that is.

A label's row is the mean over several prompts, as CLIP's. Labels of which a model has learned how such things look lie nearer to everything
than those that it knows by their words alone, and would outdo them: so from a cosine is taken how crowded the place of the label is, among
what the model remembers (``LabelRows``; cross-domain similarity local scaling, Conneau et al. 2018). What is left becomes a probability by a softmax whose scale was fitted for
one model and one way of seeing (``Calibration``); "none of these" takes part in it as a label whose score is known beforehand, and is
the answer when it is nearly certain (``SURE``): who gives labels mostly means that one of them fits.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_softmax

from trivium.errors import WeightsError
from trivium.models.aligned import AlignedModel, Embeddings
from trivium.models.hub import weights_folder

Way = Literal[
    "mesh", "cloud", "photos", "depth"
]  # what is seen: a mesh's views, points, pictures, depth maps of points
WAYS: tuple[Way, ...] = get_args(Way)

# {} is the label, {a} the label with its article.
PROMPTS = (
    "{}",
    "this is {a}",  # CG3D, eq. 10
    "a photo of {a}",
    "a photo of the {}",
    "a picture of one {}",
    "a rendering of {a}",
    "a 3D model of {a}",
)
DEPTH_PROMPTS = (
    "{}",
    "this is {a}",
    "a photo of {a}",
    "a 3D model of {a}",
    "a depth map of {a}",
)

PACKAGED = Path(__file__).with_name("calibrations.json")
# The probability from which "none of these" is the answer: of the calibration's shapes whose label is offered, 5 % at most are then turned away.
SURE = 0.9
NEIGHBORS = 5  # remembered looks around a label
CROWDING = 0.7  # of their mean cosine that a label loses
CLIP_SCALE = 100.0  # where CLIP's own logit scale ends; its heirs' too


def with_article(label: str) -> str:
    """ "chair" -> "a chair", "apple" -> "an apple": by how words mostly sound."""
    sound = label.lower()
    vowel = sound.startswith(tuple("aeiou")) and not sound.startswith(("eu", "one", "uku", "uni", "us", "ute"))
    return f"{'an' if vowel or sound.startswith(('heir', 'honest', 'hour', 'x-ray', 'xbox')) else 'a'} {label}"


@dataclass(frozen=True, eq=False)
class LabelRows:
    """Labels as a model knows them."""

    rows: Embeddings  # (L, dim) of length 1
    crowding: NDArray[
        np.float32
    ]  # (L,) the mean cosine with the nearest looks that the model remembers; 0 without such

    def scores(self, rows: Embeddings) -> NDArray[np.float32]:
        """(N, L) of rows (N, dim): cosines, less a share of the crowding."""
        return rows @ self.rows.T - CROWDING * self.crowding


def label_rows(model: AlignedModel, labels: Sequence[str], way: Way) -> LabelRows:
    """Each row is the mean of the unit rows of a label's prompts.

    Raises:
        QueryError: a label without words, or with more than the model reads.
    """
    prompts = DEPTH_PROMPTS if way == "depth" else PROMPTS
    texts = [prompt.format(label, a=with_article(label)) for label in labels for prompt in prompts]
    rows = model.encode_texts(texts).reshape(len(labels), len(prompts), -1).mean(1)
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    looks = model.known_looks()
    nearest = np.sort(rows @ looks.T, axis=1)[:, -NEIGHBORS:]
    return LabelRows(rows, nearest.mean(1) if len(looks) else np.zeros(len(rows), np.float32))


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """How scores become probabilities."""

    scale: float  # inverse temperature of the softmax
    none: float | None = None  # the score of "none of these" at one label; None: not known, so that is never said
    rise: float = (
        0.0  # of that score with the logarithm of how many labels there are: the best of more is nearer by chance
    )

    def none_score(self, labels: int) -> float | None:
        """What the best of so many labels must exceed."""
        return None if self.none is None else self.none + self.rise * math.log(labels)

    def probabilities(self, scores: NDArray[np.floating]) -> NDArray[np.float64]:
        """(N, L + 1) from scores (N, L); rows add up to 1. The last column is "none of these", 0 where that is not known."""
        return np.exp(self.log_probabilities(scores))

    def log_probabilities(self, scores: NDArray[np.floating]) -> NDArray[np.float64]:
        none = self.none_score(scores.shape[1])
        column = np.full((len(scores), 1), -np.inf if none is None else none)
        return log_softmax(self.scale * np.concatenate([scores, column], 1).astype(np.float64), axis=1)


def answers(probabilities: NDArray[np.floating], sure: float = SURE) -> NDArray[np.int64]:
    """(N,) which column of (N, L + 1) is the answer: the best label, or the last column where its probability reaches ``sure``."""
    none = probabilities.shape[1] - 1
    return np.where(probabilities[:, none] >= sure, none, probabilities[:, :none].argmax(1))


def calibration_of(model: AlignedModel, way: Way) -> Calibration:
    """What was fitted for exactly these weights and this way of seeing; otherwise CLIP's scale, and no "none of these".

    Raises:
        WeightsError: a damaged file of calibrations.
    """
    for entry in (*read_calibrations(own_calibrations()), *read_calibrations(PACKAGED)):
        if entry["fingerprint"] == model.fingerprint and way in entry["ways"]:
            return Calibration(**entry["ways"][way])
    return Calibration(scale=CLIP_SCALE)


def own_calibrations() -> Path:
    """The file of those that were fitted on this machine, beside fetched weights."""
    return weights_folder() / PACKAGED.name


def read_calibrations(path: Path) -> list[dict[str, Any]]:
    """Entries of a file: ``fingerprint`` of the model, ``ways`` to the numbers, and where they come from. None without a file.

    Raises:
        WeightsError: the file is damaged.
    """
    try:
        return list(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else []
    except (OSError, ValueError, TypeError) as error:
        raise WeightsError(f"the calibrations in {path} cannot be read: {error}; remove the file") from error


def keep_calibration(entry: dict[str, Any], path: Path) -> None:
    """Into a file of calibrations, instead of what was known of the same weights."""
    kept = [e for e in read_calibrations(path) if e["fingerprint"] != entry["fingerprint"]]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([*kept, entry], indent=1) + "\n", encoding="utf-8")
