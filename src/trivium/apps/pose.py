"""The verb *pose*: from where a photo shows a model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from trivium.errors import QueryError
from trivium.io import load_image, load_shape

if TYPE_CHECKING:
    from trivium.geometry import Shape
    from trivium.models.aligned import ImageLike
    from trivium.models.framing import Box, PhotoPose
    from trivium.models.pasr import PASR


@dataclass(frozen=True, eq=False)
class PoseAnswer:
    """How a photo shows a shape, and a picture of both (S, S, 3): the shape half transparent over the photo."""

    seen: PhotoPose
    overlay: NDArray[np.uint8]


def find_pose(
    photo: ImageLike, shape: str | Path | Shape, *, box: Box | None = None, model: PASR | None = None
) -> PoseAnswer:
    """From where ``photo`` shows ``shape``; 1 to 3 s of one core.

    Args:
        shape: a file, or what was loaded from one, in any units.
        box: where in the photo: left, top, right, bottom in pixels; all of it if not given.
        model: the packaged one if not given.

    Raises:
        QueryError: a box that is empty or outside of the photo.
        LoadError: a photo or file that cannot be read.
        ShapeError: a shape without area, of too few points, or with coordinates that are not finite.
    """
    from trivium.models.framing import overlay, posed_in
    from trivium.models.pasr import load_pasr
    from trivium.models.pose_inference import PoseInference

    picture = load_image(photo)
    loaded = load_shape(shape) if isinstance(shape, (str, Path)) else shape
    if box is not None and not _within(box, picture):
        size = f"{picture.shape[1]} x {picture.shape[0]}"
        raise QueryError(f"the box is {box}, expected left, top, right, bottom within a photo of {size} pixels")
    model = model or load_pasr()
    inference = PoseInference(model.basis, model.config.raster)
    known = model.features_of(loaded)
    seen = posed_in(picture, model, inference, [known], [inference.templates(known)], box=box)[0]
    return PoseAnswer(seen, overlay(picture, loaded, seen))


def parse_box(text: str) -> Box:
    """A box as people write it: "310,220,480,400".

    Raises:
        QueryError: not four numbers.
    """
    try:
        left, top, right, bottom = (float(number) for number in text.split(","))
    except ValueError as error:
        raise QueryError(
            f"the box is '{text}', expected left,top,right,bottom in pixels, such as 310,220,480,400"
        ) from error
    return left, top, right, bottom


def _within(box: Box, picture: NDArray[np.uint8]) -> bool:
    left, top, right, bottom = box
    return 0 <= left < right <= picture.shape[1] and 0 <= top < bottom <= picture.shape[0]
