"""Pictures for pages: shrunk photos and turntable strips as WebP, inlined as data URIs."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from trivium.geometry import Shape, normalized, orbit_cameras
from trivium.io import load_image, to_webp
from trivium.rendering import render_views

FRAMES = 24  # 15 degrees apart: the coarsest step that still reads as a turn
FRAME_SIZE = 320  # pixels
OVERSAMPLED = 1.5  # rendered this much larger, for smooth edges
ELEVATION = 20.0  # degrees, as in the strips that a library stores
FIRST_LOOK = 30.0  # degrees of azimuth: three-quarter views say more than fronts


@dataclass(frozen=True)
class Turntable:
    """Frames of one whole turn, side by side in one WebP; each is square."""

    strip: bytes

    @property
    def picture(self) -> Image.Image:
        return Image.open(io.BytesIO(self.strip))

    @property
    def frames(self) -> int:
        width, height = self.picture.size
        return max(1, width // height)

    @property
    def start(self) -> int:
        """Index of the frame to show first."""
        return round(FIRST_LOOK / 360 * self.frames) % self.frames

    def still(self) -> bytes:
        """The first frame to show, as a WebP of its own."""
        picture = self.picture.convert("RGB")
        size = picture.height
        return to_webp(picture.crop((self.start * size, 0, (self.start + 1) * size, size)))


def turntable_of(shape: Shape) -> Turntable:
    """A whole turn of a shape over white; 0.5 to 1 s of one core."""
    azimuths = np.radians(np.arange(FRAMES) * 360 / FRAMES)
    cameras = orbit_cameras(azimuths, np.radians(ELEVATION), size=round(FRAME_SIZE * OVERSAMPLED))
    strip = Image.new("RGB", (FRAMES * FRAME_SIZE, FRAME_SIZE))
    for i, image in enumerate(render_views(normalized(shape), cameras).images):
        frame = Image.fromarray(image).resize((FRAME_SIZE, FRAME_SIZE), Image.Resampling.BOX)
        strip.paste(frame, (i * FRAME_SIZE, 0))
    return Turntable(to_webp(strip))


def shrunk_photo(source: str | Path, *, side: int = 480) -> bytes:
    """A photo as WebP whose longer side is at most ``side`` pixels.

    Raises:
        LoadError: a picture that cannot be read.
    """
    picture = Image.fromarray(load_image(source))
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    return to_webp(picture)


def data_uri(data: bytes) -> str:
    """A ``data:`` address of WebP bytes."""
    return "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
