"""How long ``trivium match`` takes, and its pictures in docs/: ``python benchmarks/matching.py --pictures docs/pictures``.

Medians over some pairs of procedural chairs. What is known of a shape is made once; then come photos, pixels, clicks, other shapes.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageDraw

from trivium.apps.match import Laid, Matcher, Part
from trivium.geometry import Mesh, PointCloud, Pose, normalized
from trivium.procedural import generate
from trivium.rendering import cluttered_background, composite, render_views

POSE, SIZE = Pose(0.6, 0.35), 300
SHOWN = (("chair", 41, 11, (0.55, 0.58)), ("desk lamp", 3, 8, (0.5, 0.22)))  # category, seeds, a click in the picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--pictures", type=Path, help="a folder for match-pixel, match-shapes and match-click")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    matcher = Matcher()
    engine, taken = matcher.engine, {}

    def timed(name: str, work: Callable[..., Any], *given: Any) -> Any:
        started = time.perf_counter()
        found = work(*given)
        taken.setdefault(name, []).append(time.perf_counter() - started)
        return found

    for seed in range(arguments.pairs):
        one, other = (generate("chair", seed=s).mesh for s in (seed, seed + 100))
        photo = render_views(normalized(one), POSE.camera(SIZE)).images[0]
        first, second = timed("know a shape", engine.know, one), engine.know(other)
        laid = Laid(one, timed("lay a photo on a shape that is known", engine.lay, photo, first))
        pixel = middle_of(laid)
        timed("a pixel", laid.pixel, pixel)
        timed("a click", laid.grow, [pixel])
        timed("shape to shape, both known", engine.between, first, second)
    for name, seconds in taken.items():
        print(f"{name:38} {1000 * median(seconds):8.1f} ms")
    if arguments.pictures:
        draw(matcher, arguments.pictures)


def middle_of(laid: Laid) -> tuple[float, float]:
    """A pixel that shows the shape."""
    (x, y), *_ = laid.laid.shown[0][len(laid.laid.shown[0]) // 2 :].tolist()
    return x, y


def draw(matcher: Matcher, folder: Path) -> None:
    rows = []
    for category, seed, another, (x, y) in SHOWN:
        shape, other = (generate(category, seed=s).mesh for s in (seed, another))
        view = render_views(normalized(shape), POSE.camera(SIZE))
        background = cluttered_background(np.random.default_rng(0), size=SIZE)
        photo = composite(view.images[0], view.mask[0], background)
        laid, click = matcher.lay(photo, shape), (x * SIZE, y * SIZE)
        mask = laid.grow([click])
        part = laid.part(np.repeat(mask[..., None], 3, 2))
        pink = np.where(mask[..., None] > 0, photo // 2 + np.array([127, 32, 70], np.uint8), photo).astype(np.uint8)
        rows.append([marked(photo, click), pink, shown(part), shown(matcher.transfer(part, other))])
        if category == "chair":
            heat = laid.pixel(click).heat
            save([[marked(photo, click), cloud(heat, POSE)]], folder / "match-pixel.webp")
            one, two = matcher.shapes(shape, other).colored()
            save(
                [[cloud(one, POSE), cloud(two, POSE), cloud(two, Pose(POSE.azimuth + np.pi, 0.35))]],
                folder / "match-shapes.webp",
            )
    save(rows, folder / "match-click.webp")


def marked(photo: np.ndarray, at: tuple[float, float]) -> np.ndarray:
    image = Image.fromarray(photo)
    x, y = at
    for line in ((x - 12, y, x + 12, y), (x, y - 12, x, y + 12)):
        ImageDraw.Draw(image).line(line, fill=(230, 20, 30), width=3)
    return np.asarray(image)


def shown(part: Part) -> np.ndarray:
    return picture(part.colored())


def cloud(points: PointCloud, pose: Pose) -> np.ndarray:
    return picture(points, pose)


def picture(shape: Mesh | PointCloud, pose: Pose = POSE) -> np.ndarray:
    return render_views(normalized(shape), pose.camera(SIZE)).images[0]


def save(rows: list[list[np.ndarray]], file: Path) -> None:
    Image.fromarray(np.concatenate([np.concatenate(row, 1) for row in rows])).save(file, quality=90)


if __name__ == "__main__":
    main()
