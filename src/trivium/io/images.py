"""Pictures in: files, bytes, PIL images and arrays become (H, W, 3) uint8 sRGB, at a cost known from the header."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from trivium.errors import LoadError
from trivium.io.limits import Limits, check_bytes

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff"})
IMAGE_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF")
_JPEG = ("JPEG", "MPO")  # MPO: several JPEGs in one file, as some phones write; opened as JPEG

ImageSource = str | Path | bytes | Image.Image | NDArray[Any]


def load_image(source: ImageSource, *, limits: Limits | None = None) -> NDArray[np.uint8]:
    """A picture as (H, W, 3) uint8 sRGB: EXIF orientation applied, transparency over white, first frame.

    Args:
        source: a path, the bytes of a file, a PIL image, or an array (H, W), (H, W, 3) or (H, W, 4), uint8.

    Raises:
        LoadError: missing-file, unreadable, limit-exceeded.
    """
    limits = limits or Limits()
    if isinstance(source, np.ndarray):
        return _from_array(source)
    if isinstance(source, Image.Image):
        name, image = "the image", source
    else:
        name, image = _open(source, limits)
    shrink_on_decode(image, limits)
    check_pixels(image, name, limits)
    try:
        return np.asarray(_over_white(ImageOps.exif_transpose(image)))
    except Exception as error:  # decoders raise OSError, SyntaxError, struct.error, zlib.error ...
        raise LoadError("unreadable", f"{name} is damaged: {error}") from error


def check_pixels(image: Image.Image, name: str, limits: Limits) -> None:
    """Raise limit-exceeded if decoding ``image`` would make more pixels than allowed."""
    width, height = image.size
    if width * height > limits.max_pixels:
        raise LoadError(
            "limit-exceeded",
            f"{name} has {width} x {height} pixels, at most {limits.max_pixels:,} are allowed: "
            "reduce it or raise Limits.max_pixels",
        )


def shrink_on_decode(image: Image.Image, limits: Limits, side: int | None = None) -> None:
    """Let a JPEG be decoded at 1/2, 1/4 or 1/8: phones take 48 megapixels, nobody needs them here.

    Progressive ones are left alone: they need memory for the full size anyway.
    """
    width, height = image.size
    if image.format in _JPEG and not image.info.get("progressive"):
        if side is not None:
            image.draft("RGB", (side, side))
        elif width * height > limits.max_pixels:
            image.draft("RGB", (width // 2, height // 2))


def open_quietly(stream: io.BytesIO) -> Image.Image:
    """``Image.open`` (reads the header only) without its warning on large pictures: ``check_pixels`` decides."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Image.open(stream, formats=IMAGE_FORMATS)


def to_rgb(image: Image.Image) -> Image.Image:
    """RGB without transparency; 16-bit grey is scaled, not clipped."""
    if image.mode.startswith("I") or image.mode == "F":
        values = np.asarray(image, np.float32)
        scale = 257.0 if image.mode.startswith("I") and values.max(initial=0) > 255 else 1.0
        image = Image.fromarray((values / scale).clip(0, 255).astype(np.uint8))
    return image.convert("RGB")


def squared(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture in the middle of a square of its border's median colour."""
    height, width = picture.shape[:2]
    if height == width:
        return picture
    side = max(height, width)
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    canvas = np.empty((side, side, 3), np.uint8)
    canvas[:] = np.median(border, axis=0).astype(np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    canvas[top : top + height, left : left + width] = picture
    return canvas


def to_webp(
    picture: NDArray[np.uint8] | Image.Image, *, quality: int = 84, method: int = 4, lossless: bool = False
) -> bytes:
    """The bytes of a WebP file; a larger ``method`` (0 to 6) is slower and makes smaller files."""
    out = io.BytesIO()
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    image.save(out, "WEBP", quality=quality, method=method, lossless=lossless)
    return out.getvalue()


def _open(source: str | Path | bytes, limits: Limits) -> tuple[str, Image.Image]:
    if isinstance(source, bytes):
        name, data = "the image", source
    else:
        path = Path(source)
        check_bytes(path, limits)
        name, data = path.name, path.read_bytes()
    try:
        return name, open_quietly(io.BytesIO(data))
    except Image.DecompressionBombError as error:
        raise LoadError("limit-exceeded", f"{name} has far too many pixels: {error}") from error
    except Exception as error:
        raise LoadError("unreadable", f"{name} is no picture of these formats: {', '.join(IMAGE_FORMATS)}") from error


def _over_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return to_rgb(image)
    rgba = image.convert("RGBA")
    white = Image.new("RGBA", rgba.size, (255, 255, 255, 255))
    return Image.alpha_composite(white, rgba).convert("RGB")


def _from_array(array: NDArray[Any]) -> NDArray[np.uint8]:
    if array.dtype != np.uint8 or not (array.ndim == 2 or (array.ndim == 3 and array.shape[2] in (3, 4))):
        raise LoadError(
            "unreadable",
            f"got an image array {array.shape} {array.dtype}, expected uint8 (H, W), (H, W, 3) or "
            "(H, W, 4): convert it first",
        )
    if 0 in array.shape:
        raise LoadError("unreadable", f"got an image array {array.shape} without pixels")
    if array.ndim == 3 and array.shape[2] == 3:
        return array
    return np.asarray(_over_white(Image.fromarray(array)))
