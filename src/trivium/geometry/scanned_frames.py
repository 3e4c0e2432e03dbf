"""Which way is up in a scan, and how long its unit is: files of points seldom say it."""

from __future__ import annotations

from typing import Literal

import numpy as np

from trivium.geometry.shapes import PointCloud

UpAxis = Literal["y", "z"]
LARGEST_ROOM = 100.0  # metres; what seems larger is in centimetres or millimetres


def up_axis(cloud: PointCloud) -> UpAxis:
    """The axis along which a scene is lower than it is wide; where that does not tell, the one along which most of it lies low."""
    low, high = np.percentile(cloud.points, [1, 99], axis=0)
    extent = np.maximum(high - low, 1e-9)
    if not 0.9 < extent[1] / extent[2] < 1.1:
        return "y" if extent[1] < extent[2] else "z"
    middle = (cloud.points.mean(0) - low) / extent
    return "z" if middle[2] < middle[1] - 0.05 else "y"


def metres_per_unit(cloud: PointCloud) -> float:
    """1, 0.01 or 0.001: no room is longer than ``LARGEST_ROOM``."""
    longest = float(np.ptp(np.percentile(cloud.points, [1, 99], axis=0), axis=0).max())
    if longest <= LARGEST_ROOM:
        return 1.0
    return 0.01 if longest <= 10 * LARGEST_ROOM else 0.001
