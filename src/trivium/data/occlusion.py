"""Levels of occlusion (PASR sec. 4.1): how much of an object foreign things hide."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from trivium.errors import QueryError
from trivium.rendering import cluttered_background

LEVELS: dict[str, tuple[float, float]] = {  # share of the object's area
    "L0": (0.0, 0.0),
    "L1": (0.02, 0.10),
    "L2": (0.10, 0.20),
    "L3": (0.20, 0.40),
}
CLOSE = 0.005  # to the share that is wanted
ATTEMPTS = 40


def occluded_at(
    image: NDArray[np.uint8], mask: NDArray[np.bool_], level: str, rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Puts one to three things in front of the object, so that a share of it within the level's bounds is hidden.

    Args:
        image: (H, W, 3). mask: (H, W) where the object is.

    Returns:
        The picture and the mask of what is still visible.

    Raises:
        QueryError: no such level.
    """
    if level not in LEVELS:
        raise QueryError(f"no level '{level}' of occlusion; there are {', '.join(LEVELS)}")
    low, high = LEVELS[level]
    if high == 0 or not mask.any():
        return image, mask
    wanted = rng.uniform(low, high)
    things = [_thing(rng, mask) for _ in range(int(rng.integers(1, 4)))]
    cover = _grown(things, mask, wanted)
    foreign = cluttered_background(rng, size=max(mask.shape))[: mask.shape[0], : mask.shape[1]]
    tint = rng.uniform(0, 255, 3)
    look = (rng.uniform(0.2, 0.8) * (foreign - tint) + tint).clip(0, 255).astype(np.uint8)
    return np.where(cover[..., None], look, image), mask & ~cover


_Outline = NDArray[np.float64]  # (K, 2) corners around (0, 0), and the place in the picture


def _thing(rng: np.random.Generator, mask: NDArray[np.bool_]) -> tuple[_Outline, _Outline]:
    """A star of 5 to 12 corners around a pixel of the object; more size never hides less, as it holds its middle."""
    corners = int(rng.integers(5, 13))
    angles = (np.arange(corners) + rng.random(corners)) / corners * 2 * np.pi
    stretch = np.exp(rng.normal(0, 0.4, 2))
    outline = np.stack([np.cos(angles), np.sin(angles)], 1) * rng.uniform(0.5, 1.0, (corners, 1)) * stretch
    rows, columns = np.nonzero(mask)
    chosen = int(rng.integers(len(rows)))
    return outline, np.array([columns[chosen], rows[chosen]], float)


def _grown(things: list[tuple[_Outline, _Outline]], mask: NDArray[np.bool_], wanted: float) -> NDArray[np.bool_]:
    """The things at the one size at which they hide the wanted share, found by halving."""
    small, large, total = 0.0, 2.0 * max(mask.shape), mask.sum()
    cover = np.zeros_like(mask)
    for _ in range(ATTEMPTS):
        size = (small + large) / 2
        cover = _drawn(things, size, mask.shape)
        share = float((cover & mask).sum() / total)
        if abs(share - wanted) < CLOSE:
            break
        small, large = (size, large) if share < wanted else (small, size)
    return cover


def _drawn(things: list[tuple[_Outline, _Outline]], size: float, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    canvas = Image.new("1", (shape[1], shape[0]))
    draw = ImageDraw.Draw(canvas)
    for outline, place in things:
        draw.polygon([(float(x), float(y)) for x, y in outline * size + place], fill=1)
    return np.asarray(canvas)
