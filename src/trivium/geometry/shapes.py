"""The three domain types every other room speaks: Mesh, PointCloud, Views.

Convention: right-handed, Y up, front +Z (as glTF). Colours are sRGB in [0, 1]; *unknown is None*, never zeros.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from trivium.errors import ShapeError

Array = NDArray[np.float32]
IntArray = NDArray[np.int64]
COLOR_SLACK = 1e-3  # interpolation rounds


def _check(condition: bool, message: str) -> None:
    if not condition:
        raise ShapeError(message)


def _check_colors(name: str, colors: Array | None) -> None:
    if colors is not None and len(colors):
        low, high = float(colors.min()), float(colors.max())
        inside = low >= -COLOR_SLACK and high <= 1 + COLOR_SLACK  # False for NaN too
        advice = "divide bytes by 255" if high > 1 else "give None where colour is unknown"
        _check(inside, f"{name} go from {low:g} to {high:g}, expected sRGB in [0, 1]: {advice}")


@dataclass(frozen=True, eq=False)
class Surface:
    """One piece of a mesh: a geometry with one look, placed one or more times.

    Colour, from the most to the least specific, is ``texture`` with ``uv``, ``vertex_colors``, ``face_colors``,
    ``color``. All absent means that the colour is unknown. A texture is multiplied by ``color`` as in glTF.
    """

    vertices: Array  # (V, 3)
    faces: IntArray  # (F, 3) indices into vertices
    name: str = ""
    color: tuple[float, float, float] | None = None
    texture: NDArray[np.uint8] | None = None  # (H, W, 3) sRGB, first row is the top (v = 1)
    uv: Array | None = None  # (V, 2), v up
    vertex_colors: Array | None = None  # (V, 3)
    face_colors: Array | None = None  # (F, 3)
    transforms: Array = field(default_factory=lambda: np.eye(4, dtype=np.float32)[None])  # (K, 4, 4) instances

    def __post_init__(self) -> None:
        v, f = len(self.vertices), len(self.faces)
        _check(self.vertices.shape == (v, 3), f"vertices are {self.vertices.shape}, expected (V, 3)")
        _check(self.faces.shape == (f, 3), f"faces are {self.faces.shape}, expected (F, 3)")
        _check(f == 0 or (self.faces.min() >= 0 and self.faces.max() < v), f"a face names a vertex outside 0..{v - 1}")
        _check(self.transforms.shape[1:] == (4, 4), f"transforms are {self.transforms.shape}, expected (K, 4, 4)")
        for name, rows, columns in (("uv", v, 2), ("vertex_colors", v, 3), ("face_colors", f, 3)):
            value = getattr(self, name)
            _check(value is None or value.shape == (rows, columns), f"{name} must be ({rows}, {columns})")
        _check_colors("vertex_colors", self.vertex_colors)
        _check_colors("face_colors", self.face_colors)
        _check((self.texture is None) or (self.uv is not None), "a texture needs uv")

    @property
    def has_color(self) -> bool:
        return any(x is not None for x in (self.texture, self.vertex_colors, self.face_colors, self.color))

    def colors_at(self, faces: IntArray, barycentric: Array) -> Array:
        """sRGB (N, 3) at points of this surface; ``has_color`` must hold.

        Args:
            faces: (N,) face indices.
            barycentric: (N, 3) weights of the three corners.
        """
        if self.texture is not None and self.uv is not None:
            uv = _interpolated(self.uv, self.faces.take(faces, axis=0), barycentric)
            colors = _lookup(self.texture, uv)
            return colors * np.asarray(self.color, np.float32) if self.color is not None else colors
        if self.vertex_colors is not None:
            return _interpolated(self.vertex_colors, self.faces.take(faces, axis=0), barycentric)
        if self.face_colors is not None:
            return self.face_colors.take(faces, axis=0)
        return np.broadcast_to(np.asarray(self.color, np.float32), (len(faces), 3))


# Rows are picked with ``take``: several times faster than brackets, and pictures are made of little else.


def _interpolated(values: Array, corners: IntArray, barycentric: Array) -> Array:
    """(N, C) values (V, C) at points between three ``corners`` (N, 3)."""
    return np.einsum("nk,nkc->nc", barycentric, values.take(corners, axis=0))


def _lookup(texture: NDArray[np.uint8], uv: Array) -> Array:
    """Nearest texel with wrap-around (glTF's default wrap mode)."""
    height, width = texture.shape[:2]
    uv = uv - np.floor(uv)
    x = np.minimum((uv[:, 0] * width).astype(np.int64), width - 1)
    y = np.minimum(((1 - uv[:, 1]) * height).astype(np.int64), height - 1)
    return texture.reshape(-1, 3).take(y * width + x, axis=0).astype(np.float32) / 255


@dataclass(frozen=True, eq=False)
class Triangles:
    """All triangles of a mesh in world space, instances expanded, with the way back to their surface."""

    corners: Array  # (T, 3, 3)
    surface: IntArray  # (T,) index into mesh.surfaces
    face: IntArray  # (T,) face index within that surface

    def __len__(self) -> int:
        return len(self.corners)

    @cached_property
    def cross(self) -> Array:
        """(T, 3) edge cross products: direction is the normal, length twice the area."""
        a, b, c = (self.corners[:, i] for i in range(3))
        return np.cross(b - a, c - a)

    @cached_property
    def areas(self) -> Array:
        return np.linalg.norm(self.cross, axis=1) / 2

    @cached_property
    def normals(self) -> Array:
        """(T, 3) unit face normals; zero for degenerate triangles."""
        return (self.cross / np.maximum(2 * self.areas[:, None], 1e-30)).astype(np.float32)


@dataclass(frozen=True, eq=False)
class Mesh:
    """A 3D model: surfaces with their looks, in one frame. Part names are surface names."""

    surfaces: tuple[Surface, ...]
    name: str = ""

    def __post_init__(self) -> None:
        _check(len(self.surfaces) > 0, "a mesh needs at least one surface")

    @cached_property
    def triangles(self) -> Triangles:
        """World-space triangles of all instances. O(faces x instances) memory."""
        corners, surface, face = [], [], []
        for index, s in enumerate(self.surfaces):
            local = s.vertices[s.faces]
            for transform in s.transforms:
                corners.append(local @ transform[:3, :3].T + transform[:3, 3])
                surface.append(np.full(len(local), index))
                face.append(np.arange(len(local)))
        return Triangles(np.concatenate(corners).astype(np.float32), np.concatenate(surface), np.concatenate(face))

    @property
    def num_faces(self) -> int:
        return sum(len(s.faces) * len(s.transforms) for s in self.surfaces)

    @cached_property
    def bounds(self) -> Array:
        """(2, 3) smallest and largest corner."""
        corners = self.triangles.corners.reshape(-1, 3)
        return np.stack([corners.min(0), corners.max(0)])

    @property
    def area(self) -> float:
        return float(self.triangles.areas.sum(dtype=np.float64))

    @property
    def has_color(self) -> bool:
        return any(s.has_color for s in self.surfaces)

    @property
    def is_textured(self) -> bool:
        return any(s.texture is not None for s in self.surfaces)

    def colors_at(self, triangles: IntArray, barycentric: Array, *, fill: float = 0.5) -> Array:
        """sRGB (N, 3) at points of the mesh; surfaces of unknown colour get the grey ``fill``.

        Args:
            triangles: (N,) indices into ``self.triangles``.
            barycentric: (N, 3) weights of the three corners.
        """
        colors = np.full((len(triangles), 3), fill, np.float32)
        owner = self.triangles.surface.take(triangles)
        for index in np.flatnonzero(np.bincount(owner, minlength=len(self.surfaces))):
            surface = self.surfaces[index]
            if surface.has_color:
                rows = slice(None) if len(self.surfaces) == 1 else np.flatnonzero(owner == index)
                colors[rows] = surface.colors_at(self.triangles.face.take(triangles[rows]), barycentric[rows])
        return colors

    def transformed(self, matrix: Array) -> Mesh:
        """The mesh moved by a (4, 4) matrix; vertices are shared, only transforms change."""
        surfaces = (replace(s, transforms=(matrix @ s.transforms).astype(np.float32)) for s in self.surfaces)
        return replace(self, surfaces=tuple(surfaces))

    def without_color(self) -> Mesh:
        """The same geometry with all colour unknown."""
        surfaces = (
            replace(s, color=None, texture=None, uv=None, vertex_colors=None, face_colors=None) for s in self.surfaces
        )
        return replace(self, surfaces=tuple(surfaces))


@dataclass(frozen=True, eq=False)
class PointCloud:
    """Points with optional colour and normal."""

    points: Array  # (N, 3)
    colors: Array | None = None  # (N, 3) sRGB in [0, 1]
    normals: Array | None = None  # (N, 3) unit length
    name: str = ""

    def __post_init__(self) -> None:
        n = len(self.points)
        _check(n > 0, "a point cloud needs at least one point")
        for name in ("points", "colors", "normals"):
            value = getattr(self, name)
            _check(value is None or value.shape == (n, 3), f"{name} must be ({n}, 3)")
        for name in ("points", "normals"):
            value = getattr(self, name)
            _check(value is None or bool(np.isfinite(value).all()), f"{name} are NaN or infinite: remove them first")
        _check_colors("colors", self.colors)

    def __len__(self) -> int:
        return len(self.points)

    def __getitem__(self, index: IntArray | slice) -> PointCloud:
        colors = None if self.colors is None else self.colors[index]
        normals = None if self.normals is None else self.normals[index]
        return replace(self, points=self.points[index], colors=colors, normals=normals)

    @cached_property
    def bounds(self) -> Array:
        return np.stack([self.points.min(0), self.points.max(0)])

    def transformed(self, matrix: Array) -> PointCloud:
        """The cloud moved by a (4, 4) matrix; normals turn with its inverse transpose."""
        normals = self.normals
        if normals is not None:
            normals = normals @ np.linalg.inv(matrix[:3, :3]).astype(np.float32)
            normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        return replace(
            self, points=(self.points @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32), normals=normals
        )

    def without_color(self) -> PointCloud:
        return replace(self, colors=None)


Shape = Mesh | PointCloud


@dataclass(frozen=True, eq=False)
class Views:
    """Pictures of one shape from V cameras, and what each pixel shows."""

    images: NDArray[np.uint8]  # (V, H, W, 3) sRGB, lit, over the background
    albedo: NDArray[np.uint8]  # (V, H, W, 3) sRGB surface colour without light
    depth: Array  # (V, H, W) z along the camera axis; inf where nothing is hit
    normals: Array  # (V, H, W, 3) world space, towards the camera; 0 where nothing is hit
    points: Array  # (V, H, W, 3) world-space surface point; NaN where nothing is hit
    mask: NDArray[np.bool_]  # (V, H, W)
    triangles: NDArray[np.int32]  # (V, H, W) index into mesh.triangles (or points of a cloud); -1 where nothing is hit

    def __len__(self) -> int:
        return len(self.images)
