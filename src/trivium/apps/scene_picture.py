"""A picture of an answered scene: the room from above and one side, opened towards the camera, the best hit in its box."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from trivium.apps.scene import IndexedScene, SceneAnswer, SceneHit, faded, glow
from trivium.geometry import Cameras, PointCloud, orbit_cameras
from trivium.geometry.shapes import Array, IntArray
from trivium.rendering import Lights, render_views

SIZE = (720, 960)  # height, width
CORNERS = (45, 135, 225, 315)  # degrees of azimuth from which a room is looked at
MOST_DRAWN = 50_000  # points
_PALE = Lights(ambient=0.72, strengths=(0.25, 0.1))  # for walls and floor
_OVERSAMPLED = 2
_EDGES = ((0, 1), (1, 2), (2, 3), (3, 0), (4, 5), (5, 6), (6, 7), (7, 4), (0, 4), (1, 5), (2, 6), (3, 7))
_INK = (170, 60, 0)


def draw_scene(scene: IndexedScene, answer: SceneAnswer, *, top: int = 5) -> NDArray[np.uint8]:
    """(720, 960, 3): the first ``top`` hits in colour, from the corner of the room from where most of the best is seen."""
    label = scene.labels
    colors = faded(scene.cloud)
    for hit in reversed(answer.hits[:top]):
        colors[label == hit.segment] = glow(hit, answer)
    order = np.random.default_rng(0).permutation(len(label))[:MOST_DRAWN]  # files are often sorted
    things, label = PointCloud(scene.cloud.points, colors)[order], label[order]
    small = [_camera(scene, azimuth, (120, 160)) for azimuth in CORNERS]
    best = answer.hits[0]
    seen = [
        (_segments_shown(things, label, one) == best.segment).sum() * _facing(best, things.bounds.mean(0), one)
        for one in small
    ]
    camera = _camera(scene, CORNERS[int(np.argmax(seen))], (SIZE[0] * _OVERSAMPLED, SIZE[1] * _OVERSAMPLED))
    front, back = render_views(things, camera), render_views(_opened(scene, camera), camera, lights=_PALE)
    nearer = (front.depth <= back.depth + 0.1)[0, :, :, None]  # what hangs on a wall is before it
    picture = Image.fromarray(np.where(nearer, front.images[0], back.images[0]))
    return np.asarray(_labelled(picture, camera, answer, min(top, 3)).resize(SIZE[::-1], Image.Resampling.BOX))


def _camera(scene: IndexedScene, azimuth: float, size: tuple[int, int]) -> Cameras:
    points = np.concatenate([scene.cloud.points, scene.backdrop.points])
    low, high = np.percentile(points, [0.5, 99.5], axis=0)
    target = (low + high) / 2 - (0, 0.2 * (high - low)[1], 0)
    radius = float(np.linalg.norm(high - low)) / 2
    one = orbit_cameras(np.radians(azimuth), np.radians(42), target=target, radius=radius, margin=0.95, size=size[0])
    return Cameras(one.cam_from_world, one.focal, size)


def _facing(hit: SceneHit, room: Array, camera: Cameras) -> float:
    """2 for what stands in the far half of the room: what stands near the camera turns its back to it, to the wall left out."""
    depth, middle = (float(camera.project(p[None])[1][0, 0]) for p in (hit.box.center, room))
    return 2.0 if depth > middle else 1.0


def _segments_shown(things: PointCloud, label: IntArray, camera: Cameras) -> IntArray:
    shown = render_views(things, camera).triangles[0]
    return np.where(shown >= 0, label[np.maximum(shown, 0)], -1)


def _opened(scene: IndexedScene, camera: Cameras) -> PointCloud:
    """The structure in light colours, without the ceiling and the walls that the camera looks through."""
    kept = np.ones(len(scene.backdrop), bool)
    for plane in scene.inside:
        if plane.heights(camera.centers)[0] < 0:
            kept &= plane.heights(scene.backdrop.points) > 0.08
    part = np.flatnonzero(kept) if kept.any() else np.arange(1)
    part = np.random.default_rng(0).permutation(part)[:MOST_DRAWN]
    colors = 0.7 + 0.28 * faded(scene.backdrop)
    return PointCloud(scene.backdrop.points, colors)[part]


def _labelled(picture: Image.Image, camera: Cameras, answer: SceneAnswer, count: int) -> Image.Image:
    draw = ImageDraw.Draw(picture)
    for hit in reversed(answer.hits[:count]):
        best = hit.rank == 1
        corners = camera.project(hit.box.corners)[0][0]
        ink = _INK if best else (120, 125, 135)
        for a, b in _EDGES if best else ():
            draw.line([*map(float, corners[a]), *map(float, corners[b])], fill=ink, width=3)
        font = ImageFont.load_default(40 if best else 26)
        text = f"{_name(answer.query)}  {hit.score:.2f}" if best else f"{hit.rank}: {hit.score:.2f}"
        x, y = float(corners[:, 0].mean()), float(corners[:, 1].min()) - 12
        box = draw.textbbox((x, y), text, font=font, anchor="mb")
        draw.rounded_rectangle([box[0] - 12, box[1] - 8, box[2] + 12, box[3] + 8], 10, fill=(255, 255, 255))
        draw.text((x, y), text, font=font, anchor="mb", fill=ink)
    return picture


def _name(query: str) -> str:
    return query if len(query) <= 28 else f"…{query[-27:]}"
