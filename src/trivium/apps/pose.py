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
    check_box(box, picture)
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
    left, top, right, bottom = _numbers(text, "box", "left,top,right,bottom in pixels, such as 310,220,480,400")
    return left, top, right, bottom


def parse_pixel(text: str) -> tuple[float, float]:
    """A pixel as people write it: "120,80".

    Raises:
        QueryError: not two numbers.
    """
    x, y = _numbers(text, "pixel", "x,y from the upper left corner, such as 120,80")
    return x, y


def parse_point(text: str) -> tuple[float, float, float]:
    """A point as people write it: "0.2,0.45,0.1".

    Raises:
        QueryError: not three numbers.
    """
    x, y, z = _numbers(text, "point", "x,y,z of the model, such as 0.2,0.45,0.1")
    return x, y, z


def _numbers(text: str, what: str, expected: str) -> tuple[float, ...]:
    """Numbers with commas between them, as many as the example at the end of ``expected`` has.

    Raises:
        QueryError: others than that.
    """
    try:
        numbers = tuple(float(number) for number in text.split(","))
    except ValueError:
        numbers = ()
    if len(numbers) != len(expected.split()[-1].split(",")):
        raise QueryError(f"the {what} is '{text}', expected {expected}")
    return numbers


def check_box(box: Box | None, picture: NDArray[np.uint8]) -> None:
    """
    Raises:
        QueryError: a box that is empty or outside of the picture (H, W, 3).
    """
    if box is None:
        return
    left, top, right, bottom = box
    if not (0 <= left < right <= picture.shape[1] and 0 <= top < bottom <= picture.shape[0]):
        size = f"{picture.shape[1]} x {picture.shape[0]}"
        raise QueryError(f"the box is {box}, expected left, top, right, bottom within a photo of {size} pixels")
