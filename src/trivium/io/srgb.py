"""The sRGB transfer function: glTF stores linear light, trivium speaks sRGB."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def linear_to_srgb(values: Any) -> NDArray[np.float32]:
    """The sRGB transfer function on values in [0, 1] (IEC 61966-2-1)."""
    x = np.clip(np.asarray(values, np.float64), 0, 1)
    return np.where(x <= 0.0031308, 12.92 * x, 1.055 * x ** (1 / 2.4) - 0.055).astype(np.float32)


def srgb_to_linear(values: Any) -> NDArray[np.float32]:
    """The inverse of ``linear_to_srgb``."""
    x = np.clip(np.asarray(values, np.float64), 0, 1)
    return np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4).astype(np.float32)
