"""PASR's figures: what its points know (Fig. 4), and what it finds, in which pose (Fig. 3)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn.functional import normalize

from trivium.evaluation.pasr import BySynthesis, Known
from trivium.evaluation.posed_scenes import GalleryShape, PoseQuery
from trivium.geometry import Pose
from trivium.models.framing import Framing, PhotoPose, overlay
from trivium.models.pasr import PASR, PointFeatures
from trivium.models.pose_inference import PoseConfig, principal
from trivium.rendering.splatting import norm_weighted, seen_from, splat

Picture = NDArray[np.uint8]
SIDE = 224
LOOKS = (Pose(0.6, 0.35), Pose(0.6 + np.pi, 0.35))  # three quarters from the front, and from behind
RIGHT, WRONG = (40, 160, 70), (200, 200, 200)
BORDER = 4


def draw_pasr(model: PASR, gallery: Sequence[GalleryShape], queries: Sequence[PoseQuery], folder: Path) -> list[Path]:
    """``features.png`` and ``found-L0.png`` ... of the queries of an evaluation. Returns the files."""
    method = BySynthesis(Known(model, gallery), PoseConfig())
    shown = [gallery[i] for i in sorted({q.index for q in queries})]
    panels = {"features": features_panel(model, shown)}
    for level in dict.fromkeys(q.level for q in queries):
        own = [q for q in queries if q.level == level]
        panels[f"found-{level}"] = retrieval_panel(own, gallery, method)
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.png" for name in panels]
    for file, panel in zip(files, panels.values(), strict=True):
        Image.fromarray(panel).save(file)
    return files


def features_panel(model: PASR, shapes: Sequence[GalleryShape]) -> Picture:
    """A row for each shape: itself, and its points' features as colours, from the front and from behind.

    The colours are the three directions in which the features of all these shapes differ most: the same colour is the same
    feature.
    """
    known = [model.features_of(shape.mesh) for shape in shapes]
    unit = [normalize(torch.from_numpy(k.features).float(), dim=1) for k in known]
    middle = torch.cat(unit).mean(0)
    basis = principal(torch.cat(unit) - middle, 3)
    seen = torch.cat([(u - middle) @ basis for u in unit])
    low, high = seen.quantile(0.02, 0), seen.quantile(0.98, 0)
    rows = []
    for shape, features, own in zip(shapes, known, unit, strict=True):
        colors = (((own - middle) @ basis - low) / (high - low)).clamp(0, 1)
        whole = Framing(0, 0, SIDE)
        blank = np.full((SIDE, SIDE, 3), 255, np.uint8)
        cells = []
        for pose in LOOKS:
            cells += [overlay(blank, shape.mesh, PhotoPose(pose, whole, 1.0), SIDE), _painted(features, colors, pose)]
        rows.append(np.concatenate(cells, 1))
    return np.concatenate(rows, 0)


def retrieval_panel(
    queries: Sequence[PoseQuery], gallery: Sequence[GalleryShape], method: BySynthesis, top: int = 5
) -> Picture:
    """A row for each query: the picture, then the first shapes over it in the poses that were found; the right one framed."""
    rows = []
    for query in queries:
        photo = method.known.model.map_of([query.picture])[0]
        posed = method.inference.infer(photo, method.known.features, method.templates)[:top]
        side = query.picture.shape[0]
        cells = [_framed(Framing(0, 0, side).cut(query.picture, SIDE), WRONG)]
        for found in posed:
            seen = PhotoPose(found.pose, Framing(0, 0, side), found.score)
            picture = overlay(query.picture, gallery[found.index].mesh, seen, SIDE)
            cells.append(_framed(picture, RIGHT if found.index == query.index else WRONG))
        rows.append(np.concatenate(cells, 1))
    return np.concatenate(rows, 0)


def _painted(known: PointFeatures, colors: Tensor, pose: Pose) -> Picture:
    points = torch.from_numpy(known.points)[None]
    angles = torch.tensor([[pose.azimuth, pose.elevation, pose.roll]])
    seen = seen_from(points, angles, fov=pose.fov, margin=pose.margin)
    # Only what lies in front shows: a pixel takes the nearest points, of which few fit.
    splats = splat(seen, (SIDE, SIDE), radius=0.035, per_pixel=4)
    maps = norm_weighted(splats, colors)[0].permute(1, 2, 0)
    there = (splats.indices[0, ..., 0] >= 0)[..., None]
    return (torch.where(there, maps, torch.ones_like(maps)) * 255).round().byte().numpy()


def _framed(picture: Picture, color: tuple[int, int, int]) -> Picture:
    out = np.empty((SIDE, SIDE, 3), np.uint8)
    out[:] = color
    out[BORDER:-BORDER, BORDER:-BORDER] = picture[BORDER:-BORDER, BORDER:-BORDER]
    return out
