"""The verb *classify*: which of some labels fits a shape or photos best, without training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from trivium.errors import QueryError

if TYPE_CHECKING:
    from pathlib import Path

    from trivium.geometry import Mesh, PointCloud
    from trivium.models.aligned import AlignedModel, ImageLike

PROMPT = "a photo of a {}"


def classify(
    model: AlignedModel,
    labels: Sequence[str],
    *,
    images: Sequence[ImageLike] | None = None,
    shape: str | Path | Mesh | PointCloud | None = None,
    top_k: int = 5,
) -> list[tuple[str, float]]:
    """The ``top_k`` best labels with their cosines, best first.

    Raises:
        QueryError: fewer than two labels, or not exactly one of pictures and shape.
        LoadError: a picture or shape that cannot be read.
    """
    different = list(dict.fromkeys(label.strip() for label in labels if label.strip()))
    if len(different) < 2:
        raise QueryError(f"got {len(different)} labels, expected two or more to choose from")
    if (shape is None) == (not images):
        raise QueryError("give either pictures of one object or a shape to classify")
    row = model.encode_shapes([shape])[0] if shape is not None else model.encode_images([list(images or [])])[0]
    scores = model.encode_texts([PROMPT.format(label) for label in different]) @ row
    order = (-scores).argsort(kind="stable")[:top_k]
    return [(different[i], float(scores[i])) for i in order]
