"""A shape laid over the photo that shows it: one look tells whether a pose is right."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from trivium.geometry import Cameras, Shape
from trivium.rendering.raycast import render_views

TINT = (255, 64, 160)  # seldom the colour of a thing
VISIBLE = 0.6  # of the shape over the photo


def overlaid(square: NDArray[np.uint8], shape: Shape, camera: Cameras) -> NDArray[np.uint8]:
    """(S, S, 3): the shape half transparent over the square that a photo was cut to, with its outline.

    Args:
        square: (S, S, 3), as large as the camera's picture.
        shape: in the camera's world; in the unit ball, for the camera of a ``Pose``.
    """
    seen = render_views(shape, camera)
    mask = seen.mask[0]
    wide = np.asarray(Image.fromarray(mask.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(5))) > 0
    out = square.astype(np.float32)
    out[mask] = (1 - VISIBLE) * out[mask] + VISIBLE * seen.images[0][mask]
    out[wide & ~mask] = TINT
    return out.round().astype(np.uint8)
