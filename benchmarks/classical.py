"""The classical rival beside mini, on the same pictures: HOG and a Lab histogram, best of 24 views.

python benchmarks/classical.py DIR [--packs gazebo,ycb,scan,classic] [--views 1,3] [--weights FOLDER]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from skimage.color import rgb2gray, rgb2lab
from skimage.feature import hog
from skimage.transform import resize

from trivium.evaluation.collection import EvaluateConfig, ModelMethod, evaluate_collection
from trivium.geometry import Shape, normalized, orbit_cameras
from trivium.rendering import render_views

HOG_SIZE, BINS = 96, (6, 6, 6)


class Classical:
    """Shape by histogram of oriented gradients, colour by Lab histogram; a gallery item is as good as its best view.

    It is helped where it can be: on a plain background the object is found and cropped, and the histogram counts its
    pixels only.
    """

    name = "HOG + Lab, best of 24"

    def describe_shape(self, shape: Shape) -> np.ndarray:
        azimuth = np.radians(np.tile(np.arange(8) * 45.0, 3))
        elevation = np.radians(np.repeat([-5.0, 20.0, 50.0], 8))
        views = render_views(normalized(shape), orbit_cameras(azimuth, elevation))
        return self.describe_pictures(views.images)

    def describe_pictures(self, pictures: np.ndarray) -> np.ndarray:
        return np.stack([_describe(p) for p in pictures]).astype(np.float32)

    def scores(self, queries: list[np.ndarray], gallery: list[np.ndarray]) -> np.ndarray:
        """Mean over the query's pictures of the best view: the sum of both cosines (both parts are unit rows)."""
        views = np.concatenate(gallery)
        per_item = len(gallery[0])
        rows = [(q @ views.T).reshape(len(q), len(gallery), per_item).max(2).mean(0) for q in queries]
        return np.stack(rows)


def _describe(picture: np.ndarray) -> np.ndarray:
    box, mask = _object(picture)
    cropped = picture[box].astype(np.float64) / 255
    gray = resize(rgb2gray(cropped), (HOG_SIZE, HOG_SIZE), anti_aliasing=True)
    shape = hog(gray, orientations=9, pixels_per_cell=(16, 16), cells_per_block=(2, 2))
    lab = rgb2lab(cropped)[mask[box]]
    ranges = ((0, 100), (-80, 80), (-80, 80))
    color = np.sqrt(np.histogramdd(lab, bins=BINS, range=ranges)[0].reshape(-1) / max(len(lab), 1))
    return np.concatenate([part / max(float(np.linalg.norm(part)), 1e-9) for part in (shape, color)])


def _object(picture: np.ndarray) -> tuple[tuple[slice, slice], np.ndarray]:
    """Bounding box and mask of what differs from a plain border; everything if the border is not plain."""
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]]).astype(np.int16)
    plain = np.median(border, axis=0)
    whole = (slice(None), slice(None)), np.ones(picture.shape[:2], bool)
    if (np.abs(border - plain).max(1) > 8).mean() > 0.3:
        return whole
    mask = np.abs(picture.astype(np.int16) - plain).max(2) > 8
    if not mask.any():
        return whole
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)), mask


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--packs", default="gazebo,ycb,scan,classic")
    parser.add_argument("--views", default="1,3")
    parser.add_argument("--protocols", default="clean,hard,occluded,nocolor")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--weights", default=None)
    options = parser.parse_args()
    config = EvaluateConfig(
        directory=options.directory,
        protocols=tuple(options.protocols.split(",")),
        views=tuple(int(v) for v in options.views.split(",")),
        packs=tuple(p for p in options.packs.split(",") if p),
        seed=options.seed,
    )
    report = evaluate_collection(
        config,
        [ModelMethod("mini", options.weights), ModelMethod("mini", options.weights, by_views=False), Classical()],
    )
    print(f"{'protocol':10} {'views':>5}  {'method':24} {'queries':>7}  R@1   R@3   R@5   R@10")
    for protocol in config.protocols:
        for views in config.views:
            for row in report.rows:
                if (row.protocol, row.views, row.pack) == (protocol, views, "all"):
                    numbers = " ".join(f"{v:5.1f}" for v in row.recall.values())
                    print(f"{protocol:10} {views:5}  {row.method:24} {row.queries:7} {numbers}")
    print(f"text: {report.text}\nfailed: {report.failed or 'none'}")


if __name__ == "__main__":
    main()
