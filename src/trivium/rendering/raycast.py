"""Views of shapes by casting one ray through each pixel: colour, depth, normal, mask and surface point in one pass.

Meshes are traced with Embree; nothing else is needed: no display, no driver. Point clouds are splatted as round dots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trivium.geometry import Cameras, Mesh, PointCloud, Shape, Views, nearest_neighbors, with_normals
from trivium.geometry.shapes import Array, IntArray
from trivium.rendering.lights import Lights

UNKNOWN_GREY = 0.6  # how a surface without colour looks


def render_views(
    shape: Shape,
    cameras: Cameras,
    *,
    lights: Lights | Sequence[Lights] = Lights(),
    background: tuple[float, float, float] = (1.0, 1.0, 1.0),
) -> Views:
    """Pictures of ``shape`` from V ``cameras``, and what each pixel shows.

    Args:
        shape: in the world frame of the cameras (``geometry.normalized`` puts it into the unit ball).
        lights: one for all views or one for each.
        background: sRGB of pixels that hit nothing.
    """
    all_lights = [lights] * len(cameras) if isinstance(lights, Lights) else list(lights)
    v, (height, width) = len(cameras), cameras.size
    views = Views(
        images=np.empty((v, height, width, 3), np.uint8),
        albedo=np.empty((v, height, width, 3), np.uint8),
        depth=np.empty((v, height, width), np.float32),
        normals=np.empty((v, height, width, 3), np.float32),
        points=np.empty((v, height, width, 3), np.float32),
        mask=np.empty((v, height, width), bool),
        triangles=np.empty((v, height, width), np.int32),
    )
    tracer = _MeshTracer(shape) if isinstance(shape, Mesh) else _CloudSplatter(shape)
    for i in range(v):
        hits = tracer.hits(cameras, i)
        back = np.einsum("nc,nc->n", hits.normals, hits.points - cameras.centers[i]) > 0
        hits.normals[back] *= -1  # seen from behind: surfaces are two-sided
        shade = all_lights[i].shade(hits.normals @ cameras.cam_from_world[i, :3, :3].T)
        lit = _to_bytes(hits.albedo * shade[:, None])
        which = np.zeros(height * width, np.int64)  # 0: nothing; j + 1: hit j
        which[hits.pixels] = np.arange(1, len(hits.pixels) + 1)
        _paint(views.images[i], which, lit, _to_bytes(np.asarray(background)))
        _paint(views.albedo[i], which, _to_bytes(hits.albedo), 0)
        _paint(views.depth[i], which, hits.depth, np.inf)
        _paint(views.normals[i], which, hits.normals, 0)
        _paint(views.points[i], which, hits.points, np.nan)
        _paint(views.triangles[i], which, hits.ids, -1)
        np.not_equal(which, 0, out=views.mask[i].reshape(-1))
    return views


@dataclass(frozen=True, eq=False)
class _Hits:
    """What the H pixels of one view that show the shape see."""

    pixels: IntArray  # (H,) flat index into the picture
    ids: IntArray  # (H,) triangle or point
    depth: Array  # (H,)
    points: Array  # (H, 3)
    normals: Array  # (H, 3), a fresh array
    albedo: Array  # (H, 3)


class _MeshTracer:
    """Embree over the world-space triangles of a mesh; built once, then asked for each view."""

    def __init__(self, mesh: Mesh) -> None:
        from embreex.mesh_construction import TriangleMesh
        from embreex.rtcore_scene import EmbreeScene

        self.mesh = mesh
        self.scene = EmbreeScene()
        TriangleMesh(self.scene, *_indexed(mesh))

    def hits(self, cameras: Cameras, view: int) -> _Hits:
        top, bottom, left, right = _window(self.mesh, cameras, view)
        directions = _window_rays(cameras, view, top, bottom, left, right)
        origin = cameras.centers[view]
        origins = np.empty_like(directions)
        origins[:] = origin
        found = self.scene.run(origins, directions, query="INTERSECT", output=1)
        hit = np.flatnonzero(found["primID"] >= 0)
        # ``take`` is several times faster than brackets here.
        ids = found["primID"].take(hit).astype(np.int64)
        depth = found["tfar"].take(hit)  # rays have length 1 along the camera axis, so t is depth
        u, v = found["u"].take(hit), found["v"].take(hit)
        points = origin + directions.take(hit, axis=0) * depth[:, None]
        barycentric = np.stack([1 - u - v, u, v], 1)
        albedo = self.mesh.colors_at(ids, barycentric, fill=UNKNOWN_GREY)
        window = np.arange(top, bottom)[:, None] * cameras.size[1] + np.arange(left, right)
        pixels = window.reshape(-1).take(hit)
        return _Hits(pixels, ids, depth, points, self.mesh.triangles.normals.take(ids, axis=0), albedo)


def _indexed(mesh: Mesh) -> tuple[Array, NDArray[np.int32]]:
    """World-space vertices and faces in the order of ``mesh.triangles``: Embree builds a third faster on shared vertices."""
    vertices, faces, count = [], [], 0
    for surface in mesh.surfaces:
        for transform in surface.transforms:
            vertices.append(surface.vertices @ transform[:3, :3].T + transform[:3, 3])
            faces.append(surface.faces + count)
            count += len(surface.vertices)
    return np.concatenate(vertices).astype(np.float32), np.concatenate(faces).astype(np.int32)


class _CloudSplatter:
    """Points drawn as discs whose radius follows the spacing of the cloud; the nearest wins."""

    def __init__(self, cloud: PointCloud, *, max_points: int = 50_000) -> None:
        if len(cloud) > max_points:  # an even stride keeps this deterministic
            cloud = cloud[np.linspace(0, len(cloud) - 1, max_points).astype(np.int64)]
        self.cloud = with_normals(cloud)
        nearest = nearest_neighbors(cloud.points[:2000], cloud.points, min(6, len(cloud)))[:, -1]
        spacing = np.linalg.norm(cloud.points[nearest] - cloud.points[:2000], axis=1)
        self.radius = float(np.median(spacing)) * 0.8

    def hits(self, cameras: Cameras, view: int) -> _Hits:
        height, width = cameras.size
        one = Cameras(cameras.cam_from_world[view : view + 1], cameras.focal[view : view + 1], cameras.size)
        pixels, depth = (a[0] for a in one.project(self.cloud.points))
        reach = int(np.clip(np.round(self.radius * one.focal[0] / max(float(np.median(depth)), 1e-6)), 1, 12))
        offsets = np.stack(np.meshgrid(np.arange(-reach, reach + 1), np.arange(-reach, reach + 1)), -1).reshape(-1, 2)
        offsets = offsets[(offsets**2).sum(1) <= reach**2]
        spots = np.floor(pixels).astype(np.int64)[:, None] + offsets  # (N, K, 2)
        inside = ((spots >= 0) & (spots < (width, height))).all(2) & (depth > 1e-6)[:, None]
        owner, slot = np.nonzero(inside)
        flat = spots[owner, slot, 1] * width + spots[owner, slot, 0]
        order = np.lexsort((-depth[owner], flat))  # by pixel, the nearest last
        flat, owner = flat[order], owner[order]
        last = np.flatnonzero(np.r_[flat[1:] != flat[:-1], True]) if len(flat) else np.zeros(0, np.int64)
        ids = owner[last]
        colors = self.cloud.colors
        albedo = np.full((len(ids), 3), UNKNOWN_GREY, np.float32) if colors is None else colors[ids]
        assert self.cloud.normals is not None
        return _Hits(flat[last], ids, depth[ids], self.cloud.points[ids], self.cloud.normals[ids], albedo)


def _window(mesh: Mesh, cameras: Cameras, view: int) -> tuple[int, int, int, int]:
    """Rows and columns that the bounding box can touch: only these rays are cast."""
    height, width = cameras.size
    low, high = mesh.bounds
    corners = np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, -1).T.astype(np.float32)
    one = Cameras(cameras.cam_from_world[view : view + 1], cameras.focal[view : view + 1], cameras.size)
    pixels, depth = (a[0] for a in one.project(corners))
    if (depth <= 1e-6).any():  # the camera is inside or beside the box
        return 0, height, 0, width
    left, top = np.clip(np.floor(pixels.min(0)) - 1, 0, [width - 1, height - 1]).astype(int)
    right, bottom = np.clip(np.ceil(pixels.max(0)) + 1, [left + 1, top + 1], [width, height]).astype(int)
    return int(top), int(bottom), int(left), int(right)


def _window_rays(cameras: Cameras, view: int, top: int, bottom: int, left: int, right: int) -> Array:
    """(R, 3) directions of the pixels of a window, row by row; see ``Cameras.rays``."""
    height, width = cameras.size
    x = (np.arange(left, right, dtype=np.float32) + 0.5 - width / 2) / cameras.focal[view]
    y = (np.arange(top, bottom, dtype=np.float32) + 0.5 - height / 2) / cameras.focal[view]
    axes = cameras.cam_from_world[view, :3, :3]
    rays = np.empty((len(y), len(x), 3), np.float32)
    for c in range(3):
        rays[..., c] = x * axes[0, c] + (y * axes[1, c] + axes[2, c])[:, None]
    return rays.reshape(-1, 3)


def _paint(picture: NDArray[Any], which: IntArray, values: NDArray[Any], nothing: Any) -> None:
    """Fills ``picture`` (H, W, ...) with ``values[which - 1]``, and with ``nothing`` where ``which`` is 0."""
    rows = np.empty((len(values) + 1, *picture.shape[2:]), picture.dtype)
    rows[0], rows[1:] = nothing, values
    np.take(rows, which, axis=0, out=picture.reshape(which.shape + picture.shape[2:]), mode="clip")


def _to_bytes(colors: Array) -> np.ndarray:
    return (np.clip(colors, 0, 1) * 255 + 0.5).astype(np.uint8)
