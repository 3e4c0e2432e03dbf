"""From what a person gives (words, photos, a shape, a mix) to one unit row; and fusing two rankings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from trivium.errors import QueryError
from trivium.geometry import Mesh, PointCloud

if TYPE_CHECKING:
    from trivium.models.aligned import AlignedModel, ImageLike

MAX_VIEWS = 12
WEIGHTS = {"text": 1.0, "images": 1.0, "shape": 1.0, "without": 0.5}
RRF_K = 60  # Cormack et al. 2009


@dataclass(frozen=True, eq=False)
class Query:
    """What to look for, and the photos in it one by one, for a second look."""

    vector: NDArray[np.float32]  # (dim,) unit row
    photos: NDArray[np.float32]  # (P, dim) unit rows; P is 0 without photos, and for models that have no use for them
    fused_photos: NDArray[np.float32]  # (dim,) their one row in ``vector``
    photo_share: float  # its factor there


def make_query(
    model: AlignedModel,
    *,
    text: str | Sequence[str] | None = None,
    images: ImageLike | Sequence[ImageLike] | None = None,
    shape: str | Path | Mesh | PointCloud | None = None,
    without: str | Sequence[str] | None = None,
    weights: Mapping[str, float] | None = None,
) -> Query:
    """Its vector is the weighted sum of what is wanted, less what is not ("this photo, but in red").

    Raises:
        QueryError: nothing wanted, too many views, or an unknown weight.
        LoadError: a picture or shape that cannot be read.
    """
    factor = _checked(weights)
    total, photos, fused = np.zeros(model.dim), np.zeros((0, model.dim), np.float32), np.zeros(model.dim, np.float32)
    texts, unwanted, views = _words(text), _words(without), as_views(images)
    if not texts and not views and shape is None:
        raise QueryError("the query is empty: give words, pictures, a shape, or a mix of them")
    if len(views) > MAX_VIEWS:
        raise QueryError(f"{len(views)} pictures are too many: give 1 to {MAX_VIEWS} views of one object")
    if texts:
        total += factor["text"] * _unit(model.encode_texts(texts).sum(0))
    if views:
        seen = model.encode_photos(views)
        fused, photos = seen.row, seen.photos
        total += factor["images"] * fused
    if shape is not None:
        total += factor["shape"] * model.encode_shapes([shape])[0]
    if unwanted:
        total -= factor["without"] * _unit(model.encode_texts(unwanted).sum(0))
    if not np.linalg.norm(total) > 1e-6:
        raise QueryError("what is wanted and what is not cancel out: change the weights")
    share = factor["images"] / float(np.linalg.norm(total))
    return Query(_unit(total).astype(np.float32), photos, fused, share)


def fused_ranking(rankings: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
    """Ids by reciprocal rank fusion (Cormack et al. 2009), best first, scores scaled so that "first everywhere" is 1."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for place, id in enumerate(ranking, 1):
            scores[id] = scores.get(id, 0.0) + (RRF_K + 1) / (RRF_K + place) / len(rankings)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _checked(weights: Mapping[str, float] | None) -> dict[str, float]:
    if unknown := set(weights or {}) - set(WEIGHTS):
        raise QueryError(f"no weight {sorted(unknown)}; there are: {', '.join(WEIGHTS)}")
    return WEIGHTS | dict(weights or {})


def _words(text: str | Sequence[str] | None) -> list[str]:
    texts = [text] if isinstance(text, str) else list(text or [])
    return [t for t in texts if t.strip()]


def as_views(images: ImageLike | Sequence[ImageLike] | None) -> list[ImageLike]:
    """One picture, several or none, as a list."""
    if images is None:
        return []
    return list(images) if isinstance(images, (list, tuple)) else [images]  # type: ignore[list-item]


def _unit(row: NDArray[np.floating]) -> NDArray[np.floating]:
    return row / max(float(np.linalg.norm(row)), 1e-12)
