"""One click on a part of a photo: how much of the part grows from it? ``python benchmarks/clicks.py [--seed 0] [--queries 40]``.

Pictures are those of ``trivium evaluate tango``: procedural shapes whose seeds no model has seen, some of unseen categories, lit, before
clutter. Of each part that a shape names, the largest piece that is seen is clicked in its middle; it counts with 0.5 % of the picture or
more. Printed is the mean overlap (IoU) of the mask with the piece, and with all that is seen of the part (four legs, of which one is
clicked). The photo is laid on the shape as a user's is: nobody tells the pose.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage

from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery, PoseTestConfig, gallery_of, pose_queries
from trivium.models.clicks import TOUCHING, Growth
from trivium.models.correspondence import Correspondence, LaidPhoto
from trivium.models.pasr import load_pasr
from trivium.models.tango3d import load_tango
from trivium.rendering import render_views

Mask = NDArray[np.bool_]
Grow = Callable[[LaidPhoto, "Click"], Mask]
LEAST = 0.005  # of a picture: what is smaller, nobody clicks
# their own best values, by the same search on the same pictures
BY_SURFACE = Growth(
    length=0.9, change=1.45, groove=0.55, hiding=1.16, outline=0.41, outside=5.1, lightness=1.24, hue=3.11, feature=0
)
BY_COLOR = Growth(length=1.54, change=1.1, groove=0, hiding=0, outline=0, outside=0, lightness=3.06, hue=4.5, feature=0)


@dataclass(frozen=True, eq=False)
class Click:
    """A pixel (2,), and what it means: masks (H, W) of the piece and of all that is seen of the part, and its faces (T,)."""

    pixel: NDArray[np.float32]
    piece: Mask
    part: Mask
    faces: Mask


def clicks_on(shape: GalleryShape, query: PoseQuery) -> Iterator[Click]:
    side = query.picture.shape[0]
    triangles = render_views(shape.mesh, query.pose.camera(side)).triangles[0]
    names = np.array([surface.name for surface in shape.mesh.surfaces])[shape.mesh.triangles.surface]
    seen = np.where(triangles >= 0, names[triangles], "")
    for name in sorted(set(names)):
        pieces, count = ndimage.label(seen == name, TOUCHING)
        sizes = np.bincount(pieces.ravel(), minlength=count + 1)[1:]
        if not count or sizes.max() < LEAST * side**2:
            continue
        piece = pieces == 1 + int(sizes.argmax())
        depth = ndimage.distance_transform_edt(np.pad(piece, 1))[1:-1, 1:-1]
        row, column = np.unravel_index(depth.argmax(), depth.shape)
        yield Click(np.array([column + 0.5, row + 0.5], np.float32), piece, seen == name, names == name)


def by_growth(growth: Growth) -> Grow:
    return lambda laid, click: laid.grown(click.pixel[None], growth)


def whole_object(laid: LaidPhoto, click: Click) -> Mask:
    """The rival that takes all of the object."""
    return shown(laid) >= 0


def told_parts(laid: LaidPhoto, click: Click) -> Mask:
    """Who knows the model's parts and lays them as found: what is missing is the pose's fault."""
    triangles = shown(laid)
    pieces, _ = ndimage.label((triangles >= 0) & click.faces[triangles], TOUCHING)
    column, row = click.pixel.astype(int)
    return (pieces == pieces[row, column]) & (pieces > 0)


def shown(laid: LaidPhoto) -> NDArray[np.int64]:
    """(H, W) the triangle that each pixel shows; -1 beside the object."""
    rows, columns = np.mgrid[: laid.photo.shape[0], : laid.photo.shape[1]]
    return laid.locate(np.stack([columns, rows], -1).reshape(-1, 2) + np.float32(0.5)).triangles.reshape(rows.shape)


WAYS: dict[str, Grow] = {
    "click": by_growth(Growth()), "no features": by_growth(BY_SURFACE), "colour only": by_growth(BY_COLOR),
    "the whole object": whole_object, "told the parts": told_parts,
}  # fmt: skip


def overlap(found: Mask, true: Mask) -> float:
    return float((found & true).sum() / (found | true).sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shapes", type=int, default=100)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    config = PoseTestConfig(
        procedural=arguments.shapes, queries=arguments.queries, levels=("L0",), seed=arguments.seed,
    )  # fmt: skip
    gallery, engine = gallery_of(config), Correspondence(load_pasr(), load_tango())
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
    pictures = 0
    for query in pose_queries(gallery, config):
        clicks = list(clicks_on(gallery[query.index], query))
        if len(clicks) < 2:  # one part is the whole object
            continue
        pictures += 1
        laid = engine.lay(query.picture, engine.know(gallery[query.index].mesh))
        for click in clicks:
            for name, grow in WAYS.items():
                mask = grow(laid, click)
                found[name].append((overlap(mask, click.piece), overlap(mask, click.part)))
    print(f"{len(found['click'])} clicks in {pictures} pictures, seed {arguments.seed}: mean IoU in percent")
    print("                 | piece | part | pieces with IoU above 50")
    for name, rows in found.items():
        table = 100 * np.array(rows)
        piece, part = table.mean(0)
        print(f"{name:16} | {piece:5.1f} | {part:4.1f} | {np.mean(table[:, 0] > 50) * 100:.0f} %")


if __name__ == "__main__":
    main()
