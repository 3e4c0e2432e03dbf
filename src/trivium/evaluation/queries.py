"""Query pictures of a model from random cameras, under named protocols. Every method that is compared sees the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from trivium.geometry import Shape, Views, normalized, orbit_cameras
from trivium.rendering import cluttered_background, composite, occlude, photograph, render_views

Pictures = np.ndarray  # (V, H, W, 3) uint8


def query_views(shape: Shape, count: int, rng: np.random.Generator, *, size: int = 224) -> Views:
    """``count`` views from random cameras: any azimuth, elevation from -20 to 60 degrees, a little roll."""
    azimuth = rng.uniform(0, 2 * np.pi, count)
    elevation = np.arcsin(rng.uniform(np.sin(np.radians(-20)), np.sin(np.radians(60)), count))
    cameras = orbit_cameras(azimuth, elevation, roll=rng.normal(0, np.radians(4), count), size=size)
    return render_views(normalized(shape), cameras)


def clean(views: Views, rng: np.random.Generator) -> Pictures:
    """As rendered: plain background, plain light."""
    return views.images


def occluded(views: Views, rng: np.random.Generator) -> Pictures:
    """Plain background, 20 to 40 % of the object hidden by something foreign."""
    pairs = zip(views.images, views.mask, strict=True)
    return np.stack([occlude(i, m, rng, share=rng.uniform(0.2, 0.4))[0] for i, m in pairs])


def hard(views: Views, rng: np.random.Generator) -> Pictures:
    """Like a careless photo: cluttered background, tint, blur, grain, and a frame that cuts or misses the middle."""
    return np.stack([_hard_photo(i, m, rng) for i, m in zip(views.images, views.mask, strict=True)])


def _hard_photo(image: np.ndarray, mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    size = len(image)
    photo = composite(image, mask, cluttered_background(rng, size=size))
    window = int(size * rng.uniform(0.75, 1.0))
    top, left = (int(rng.integers(0, size - window + 1)) for _ in range(2))
    cropped = Image.fromarray(photo[top : top + window, left : left + window])
    return photograph(np.asarray(cropped.resize((size, size), Image.Resampling.BILINEAR)), rng)


PROTOCOLS: dict[str, Callable[[Views, np.random.Generator], Pictures]] = {
    "clean": clean,
    "hard": hard,
    "occluded": occluded,
    "nocolor": clean,  # the queries keep their colours, the library's shapes lose theirs
}


def queries_of(
    shape: Shape, path: str | Path, count: int, *, seed: int, protocols: tuple[str, ...]
) -> dict[str, Pictures]:
    """Pictures (count, H, W, 3) for each protocol; they depend on file name and seed alone."""
    name_seed = [seed, *Path(path).name.encode()]
    views = query_views(shape, count, np.random.default_rng(name_seed))
    return {p: PROTOCOLS[p](views, np.random.default_rng([*name_seed, 1])) for p in protocols}
