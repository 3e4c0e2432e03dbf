"""Where in a photo an object is, and how it is seen there.

PASR compares squares that an object fills. A photo is taken for one that is cut to its object, more or less closely; of a photo of
more than that, a box tells where the object is. (Squares all over the photo were tried as well: a small one on any part fits
some pose of nearly any shape.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from trivium.geometry import Pose, Shape, normalized
from trivium.models.pasr import PASR, PointFeatures
from trivium.models.pose_inference import PoseInference, Templates
from trivium.rendering.overlay import overlaid

Picture = NDArray[np.uint8]
Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels
AROUND = (1.25, 1.0)  # times the longer side of a box, around its middle: what was cut close needs room
DOUBTFUL = 0.2  # a score below it: most pictures without an object stay below, four in five photos of it above
AGREE = 3  # shapes whose best scores decide between the squares


@dataclass(frozen=True)
class Framing:
    """A square of a photo, in its pixels; it may reach beyond the borders."""

    left: float
    top: float
    side: float

    def cut(self, photo: Picture, size: int) -> Picture:
        """(size, size, 3) what is in the square; beyond the photo (H, W, 3), the median colour of its border."""
        border = np.concatenate([photo[0], photo[-1], photo[:, 0], photo[:, -1]])
        red, green, blue = np.median(border, axis=0).astype(int).tolist()
        canvas = Image.new("RGB", (size, size), (red, green, blue))
        height, width = photo.shape[:2]
        left, top = max(self.left, 0.0), max(self.top, 0.0)
        right, bottom = min(self.left + self.side, width), min(self.top + self.side, height)
        scale = size / self.side
        inner = (max(1, round((right - left) * scale)), max(1, round((bottom - top) * scale)))
        box = (left, top, right, bottom)
        part = Image.fromarray(photo).resize(inner, Image.Resampling.BICUBIC, box=box, reducing_gap=3.0)
        canvas.paste(part, (round((left - self.left) * scale), round((top - self.top) * scale)))
        return np.asarray(canvas)


@dataclass(frozen=True)
class PhotoPose:
    """How a photo shows a shape: from where, in which square of it, and how well they fit (the mean cosine of eq. 8)."""

    pose: Pose
    framing: Framing
    score: float

    @property
    def doubtful(self) -> bool:
        """Whether the photo fits the shape no better than photos of other things do."""
        return self.score < DOUBTFUL

    def to_json(self) -> dict[str, Any]:
        """Angles in degrees, the square in pixels of the photo."""
        pose, square = self.pose, self.framing
        angles = {name: round(float(np.degrees(getattr(pose, name))), 1) for name in ("azimuth", "elevation", "roll")}
        framing = {name: round(getattr(square, name), 1) for name in ("left", "top", "side")}
        return {
            **angles,
            "distance": round(pose.distance, 3),
            "score": round(self.score, 4),
            "doubtful": self.doubtful,
            "framing": framing,
        }


def framings(box: Box) -> list[Framing]:
    """The squares around a box that are tried."""
    left, top, right, bottom = box
    longer = max(right - left, bottom - top)
    return [Framing((left + right - s * longer) / 2, (top + bottom - s * longer) / 2, s * longer) for s in AROUND]


def posed_in(
    photo: Picture,
    model: PASR,
    inference: PoseInference,
    shapes: Sequence[PointFeatures],
    templates: Sequence[Templates],
    *,
    box: Box | None = None,
) -> list[PhotoPose]:
    """How a photo (H, W, 3) shows each of some shapes, in their order.

    Args:
        box: where in the photo; all of it if not given. The square around it in which some shapes fit best is taken for all.
    """
    squares = framings(box or (0, 0, photo.shape[1], photo.shape[0]))
    maps = model.map_of([square.cut(photo, model.config.input.image_size) for square in squares])
    best = np.sort(inference.coarse_scores(maps, templates).max(2), axis=1)[:, -AGREE:]
    chosen = int(best.mean(1).argmax())
    found = inference.infer(maps[chosen], shapes, templates)
    return [PhotoPose(p.pose, squares[chosen], p.score) for p in sorted(found, key=lambda p: p.index)]


def overlay(photo: Picture, shape: Shape, seen: PhotoPose, size: int = 320) -> Picture:
    """(size, size, 3): the shape, half transparent and outlined, over the square of the photo (H, W, 3) where it is seen."""
    return overlaid(seen.framing.cut(photo, size), normalized(shape), seen.pose.camera(size))
