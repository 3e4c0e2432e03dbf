"""How much of a shape the tokens of Tango3D's autoencoder hold: occupancy decoded from them, beside the truth.

Points are those of ``data.occupancy``, half anywhere in the shape's box and half near its surface, of procedural shapes, whose solids are closed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from trivium.data.occupancy import OccupancyConfig, occupancy_of
from trivium.data.samples import object_rng
from trivium.evaluation.posed_scenes import GalleryShape, PoseTestConfig, asked_of
from trivium.models.preprocess import point_rows
from trivium.models.tango3d import Tango

POINTS = OccupancyConfig(num_points=4096)


@dataclass(frozen=True, kw_only=True)
class Decoded:
    group: str
    iou: float


@dataclass(frozen=True, kw_only=True)
class DecodedLine:
    """Intersection over union of points inside, in percent."""

    group: str
    shapes: int
    mean: float
    median: float


@torch.inference_mode()
def evaluate_tokens(
    gallery: Sequence[GalleryShape],
    config: PoseTestConfig,
    tango: Tango,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Decoded]:
    asked, found = [gallery[i] for i in asked_of(gallery, config) if gallery[i].group != "packs"], []
    vae, spec = tango.network.vae, tango.config.input
    width = 3 + tango.config.tokens.channels
    for done, shape in enumerate(asked, 1):
        points, inside = occupancy_of(shape.mesh, POINTS, object_rng(shape.key, config.seed))
        cloud = torch.from_numpy(np.ascontiguousarray(point_rows(shape.mesh, spec)[:, :width]))[None]
        said = (vae.decode(vae(cloud), torch.from_numpy(points)[None])[0] > 0).numpy()
        iou = (said & inside).sum() / max((said | inside).sum(), 1)
        found.append(Decoded(group=shape.group, iou=float(iou)))
        if progress:
            progress(done, len(asked))
    return found


def token_summary(found: Sequence[Decoded]) -> list[DecodedLine]:
    """A line for each group."""
    lines = []
    for group in dict.fromkeys(f.group for f in found):
        own = 100 * np.array([f.iou for f in found if f.group == group])
        lines.append(DecodedLine(group=group, shapes=len(own), mean=float(own.mean()), median=float(np.median(own))))
    return lines
