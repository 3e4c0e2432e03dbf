"""Cluttered, photo-like backgrounds, occluders and camera faults: what stands between a clean render and a photo."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Picture = np.ndarray  # (H, W, 3) uint8


def cluttered_background(rng: np.random.Generator, *, size: int = 224) -> Picture:
    """A made-up scene (size, size, 3): surfaces, gradients, things in front of each other, grain.

    Nothing here is a photograph; the statistics that fool simple features are: edges everywhere, shading, colour casts.
    """
    canvas = Image.fromarray(_gradient(rng, size))
    canvas = Image.blend(canvas, Image.fromarray(_noise(rng, size)), float(rng.uniform(0.1, 0.6)))
    draw = ImageDraw.Draw(canvas)
    for _ in range(int(rng.integers(0, 4))):
        _stripes(draw, rng, size)
    for _ in range(int(rng.integers(3, 26))):
        _thing(draw, rng, size)
    if rng.random() < 0.5:
        canvas = canvas.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 3.5))))
        draw = ImageDraw.Draw(canvas)
        for _ in range(int(rng.integers(0, 10))):  # sharp things before a blurred depth
            _thing(draw, rng, size)
    pixels = np.asarray(canvas, np.float32)
    pixels = pixels * _light_falloff(rng, size)[..., None] + rng.normal(0, rng.uniform(0, 12), pixels.shape)
    return np.clip(pixels, 0, 255).astype(np.uint8)


def composite(image: Picture, mask: np.ndarray, background: Picture) -> Picture:
    """The shape of ``image`` (where mask (H, W) is true) in front of ``background``."""
    return np.where(mask[..., None], image, background)


def occlude(image: Picture, mask: np.ndarray, rng: np.random.Generator, *, share: float) -> tuple[Picture, np.ndarray]:
    """Covers about ``share`` of the masked pixels with one foreign thing that enters from a side.

    Returns:
        The picture (H, W, 3) and the mask (H, W) of what is still visible.
    """
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return image, mask
    angle = rng.uniform(0, 2 * np.pi)
    along = columns * np.cos(angle) + rows * np.sin(angle)
    edge = np.quantile(along, 1 - share)
    y, x = np.mgrid[: mask.shape[0], : mask.shape[1]]
    wobble = 0.04 * mask.shape[0] * np.sin((x * -np.sin(angle) + y * np.cos(angle)) / rng.uniform(8, 30) + angle)
    cover = x * np.cos(angle) + y * np.sin(angle) + wobble >= edge
    texture = cluttered_background(rng, size=mask.shape[0])[:, : mask.shape[1]]
    tint = rng.uniform(0, 255, 3)
    foreign = (0.35 * texture + 0.65 * tint).astype(np.uint8)
    return np.where(cover[..., None], foreign, image), mask & ~cover


def photograph(image: Picture, rng: np.random.Generator, *, strength: float = 1.0) -> Picture:
    """Faults of a real camera: colour cast, exposure, contrast, blur or grain, compression. Strength 0 does nothing."""
    pixels = image.astype(np.float32) / 255
    gamma = np.exp(rng.normal(0, 0.25 * strength))
    pixels = np.clip(pixels, 1e-4, 1) ** gamma * np.exp(rng.normal(0, 0.12 * strength, 3))
    mean = pixels.mean()
    pixels = (pixels - mean) * np.exp(rng.normal(0, 0.15 * strength)) + mean
    pixels = pixels + rng.normal(0, rng.uniform(0, 0.03) * strength, pixels.shape)
    picture = Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8))
    if rng.random() < 0.5 * strength:
        picture = picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 1.5) * strength)))
    return np.asarray(picture)


def _color(rng: np.random.Generator) -> tuple[int, int, int]:
    grey = rng.uniform(20, 235)
    r, g, b = np.clip(grey + rng.normal(0, rng.uniform(5, 70), 3), 0, 255).astype(int)
    return int(r), int(g), int(b)


def _gradient(rng: np.random.Generator, size: int) -> Picture:
    """A wall and a floor, or one smooth sweep of light."""
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[:size, :size] / size
    ramp = ((x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle) + 0.7)[..., None] / 1.4
    pixels = ramp * np.array(_color(rng)) + (1 - ramp) * np.array(_color(rng))
    if rng.random() < 0.5:
        pixels[y > rng.uniform(0.4, 0.8) + (x - 0.5) * rng.normal(0, 0.15)] = _color(rng)
    return pixels.astype(np.uint8)


def _noise(rng: np.random.Generator, size: int) -> Picture:
    """Fractal colour noise: octaves of random grids, enlarged."""
    total = np.zeros((size, size, 3), np.float32)
    for octave in range(1, int(rng.integers(2, 7))):
        cells = rng.integers(0, 256, (2**octave, 2**octave, 3), dtype=np.uint8)
        if rng.random() < 0.5:
            cells[:] = cells.mean(2, keepdims=True).astype(np.uint8)
        total += np.asarray(Image.fromarray(cells).resize((size, size), Image.Resampling.BICUBIC)) / 2**octave
    return np.clip(total / max(float(total.max()), 1.0) * 255, 0, 255).astype(np.uint8)


def _stripes(draw: ImageDraw.ImageDraw, rng: np.random.Generator, size: int) -> None:
    """Boards, tiles, blinds: parallel lines across the picture."""
    angle, step = rng.choice([0.0, np.pi / 2, rng.uniform(0, np.pi)]), rng.uniform(0.04, 0.25) * size
    color, width = _color(rng), int(rng.integers(1, max(2, size // 30)))
    c, s = np.cos(angle) * size * 1.5, np.sin(angle) * size * 1.5
    for offset in np.arange(-size, size, step):
        x, y = size / 2 - np.sin(angle) * offset, size / 2 + np.cos(angle) * offset
        draw.line([(x - c, y - s), (x + c, y + s)], fill=color, width=width)


def _thing(draw: ImageDraw.ImageDraw, rng: np.random.Generator, size: int) -> None:
    """One foreign object: a polygon, ellipse, box, line or bundle of letters-like marks, sometimes with an outline."""
    x, y = rng.uniform(-0.1, 1.1, 2) * size
    w, h = np.exp(rng.uniform(np.log(0.03), np.log(0.6), 2)) * size
    outline = _color(rng) if rng.random() < 0.3 else None
    kind = rng.integers(5)
    if kind == 0:
        n = int(rng.integers(3, 9))
        angles = np.sort(rng.uniform(0, 2 * np.pi, n))
        corners = [
            (x + w * np.cos(a) * r, y + h * np.sin(a) * r) for a, r in zip(angles, rng.uniform(0.4, 1, n), strict=True)
        ]
        draw.polygon(corners, fill=_color(rng), outline=outline)
    elif kind == 1:
        draw.ellipse([x - w / 2, y - h / 2, x + w / 2, y + h / 2], fill=_color(rng), outline=outline)
    elif kind == 2:
        draw.rectangle([x - w / 2, y - h / 2, x + w / 2, y + h / 2], fill=_color(rng), outline=outline)
    elif kind == 3:
        path = np.cumsum(rng.normal(0, size * 0.12, (6, 2)), 0) + np.array([x, y])
        draw.line(
            [(float(a), float(b)) for a, b in path], fill=_color(rng), width=int(rng.integers(1, max(2, size // 18)))
        )
    else:
        color = _color(rng)
        for i in range(int(rng.integers(3, 12))):
            mark = x + i * size * 0.02
            draw.line(
                [(mark, y), (mark + rng.normal(0, 3), y + rng.uniform(2, max(3, size * 0.06)))], fill=color, width=1
            )


def _light_falloff(rng: np.random.Generator, size: int) -> np.ndarray:
    """(size, size) smooth brightness: vignette and a soft shadow."""
    y, x = np.mgrid[:size, :size] / size - 0.5
    vignette = 1 - rng.uniform(0, 0.7) * (x**2 + y**2)
    cx, cy = rng.uniform(-0.5, 0.5, 2)
    shadow = 1 - rng.uniform(0, 0.5) * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / rng.uniform(0.01, 0.2))
    return vignette * shadow
