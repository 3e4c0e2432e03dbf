"""Photos compared with the single views of a shape.

The mean of its views finds a shape quickly among a million, but a photo shows one side: it should not count against a
shape what its other sides look like. So the first few hundred are scored once more, view by view.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHARPNESS = 30.0  # between the mean of the views (0) and the best of them (infinity)


def view_scores(photos: NDArray[np.floating], shapes: Sequence[NDArray[np.floating]]) -> NDArray[np.float64]:
    """(N,) how well photos of one object fit each of N shapes: for each photo the soft maximum over the views.

    log(mean(exp(s cosine))) / s with s the ``SHARPNESS``, and the mean of that over the photos.

    Args:
        photos: (P, D) unit rows.
        shapes: N times (V, D) unit rows, V at least 1.
    """
    counts = np.array([len(views) for views in shapes])
    starts = np.cumsum(counts) - counts
    cosines = np.asarray(photos, np.float64) @ np.concatenate(list(shapes)).T.astype(np.float64)  # (P, all views)
    best = np.maximum.reduceat(cosines, starts, axis=1)
    near = np.exp(SHARPNESS * (cosines - np.repeat(best, counts, axis=1)))
    soft = np.log(np.add.reduceat(near, starts, axis=1) / counts) / SHARPNESS
    return (best + soft).mean(0)
