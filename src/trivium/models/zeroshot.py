"""Zero-shot recognition (CG3D, sec. 3.4.1): the label whose words lie nearest to a shape or picture, and how sure that is.

A label's row is the mean over several prompts, as CLIP's. Cosines become probabilities by a softmax whose scale was fitted for
one model and one way of seeing (``Calibration``); "none of these" takes part in it as a label whose cosine is known beforehand, and is
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
SURE = 0.85
CLIP_SCALE = 100.0  # where CLIP's own logit scale ends; its heirs' too


def with_article(label: str) -> str:
    """ "chair" -> "a chair", "apple" -> "an apple": by how words mostly sound."""
    sound = label.lower()
    vowel = sound.startswith(tuple("aeiou")) and not sound.startswith(("eu", "one", "uku", "uni", "us", "ute"))
    return f"{'an' if vowel or sound.startswith(('heir', 'honest', 'hour', 'x-ray', 'xbox')) else 'a'} {label}"


def label_rows(model: AlignedModel, labels: Sequence[str], way: Way) -> Embeddings:
    """(L, dim) unit rows: each the mean of the unit rows of a label's prompts.

    Raises:
        QueryError: a label without words, or with more than the model reads.
    """
    prompts = DEPTH_PROMPTS if way == "depth" else PROMPTS
    texts = [prompt.format(label, a=with_article(label)) for label in labels for prompt in prompts]
    rows = model.encode_texts(texts).reshape(len(labels), len(prompts), -1).mean(1)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """How cosines become probabilities."""

    scale: float  # inverse temperature of the softmax
    none: float | None = None  # the cosine of "none of these" at one label; None: not known, so that is never said
    rise: float = (
        0.0  # of that cosine with the logarithm of how many labels there are: the best of more is nearer by chance
    )

    def none_cosine(self, labels: int) -> float | None:
        """What the best of so many labels must exceed."""
        return None if self.none is None else self.none + self.rise * math.log(labels)

    def probabilities(self, cosines: NDArray[np.floating]) -> NDArray[np.float64]:
        """(N, L + 1) from cosines (N, L); rows add up to 1. The last column is "none of these", 0 where that is not known."""
        return np.exp(self.log_probabilities(cosines))

    def log_probabilities(self, cosines: NDArray[np.floating]) -> NDArray[np.float64]:
        none = self.none_cosine(cosines.shape[1])
        column = np.full((len(cosines), 1), -np.inf if none is None else none)
        return log_softmax(self.scale * np.concatenate([cosines, column], 1).astype(np.float64), axis=1)


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
