"""Solid building blocks: plain vertices and faces, Y up, metres. All angles in degrees, as a designer would say them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trivium.geometry import Mesh, Surface

Point = Sequence[float] | np.ndarray
Points = Sequence[Point] | np.ndarray  # (P, 3) points, or (n, 2) corners of an outline


@dataclass(frozen=True, eq=False)
class Solid:
    """Vertices (V, 3) and faces (F, 3). Every method returns a new solid; ``a + b`` joins two."""

    vertices: np.ndarray
    faces: np.ndarray

    def __add__(self, other: Solid) -> Solid:
        faces = np.concatenate([self.faces, other.faces + len(self.vertices)])
        return Solid(np.concatenate([self.vertices, other.vertices]), faces)

    def moved(self, x: float = 0, y: float = 0, z: float = 0) -> Solid:
        return Solid(self.vertices + np.array([x, y, z], float), self.faces)

    def scaled(self, x: float = 1, y: float = 1, z: float = 1) -> Solid:
        faces = self.faces[:, ::-1] if x * y * z < 0 else self.faces  # a mirror turns faces inside out: turn them back
        return Solid(self.vertices * (x, y, z), faces)

    def rotated(self, axis: str, degrees: float) -> Solid:
        """Turned about the axis "x", "y" or "z" through the origin, counter-clockwise seen from its tip."""
        c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        matrix = {
            "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
            "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
            "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
        }[axis]
        return Solid(self.vertices @ np.array(matrix).T, self.faces)

    def bent(self, curvature: float) -> Solid:
        """z pushed back by ``curvature * x**2``: a shallow curve, for backrests and screens."""
        vertices = self.vertices.copy()
        vertices[:, 2] += curvature * vertices[:, 0] ** 2
        return Solid(vertices, self.faces)

    @property
    def size(self) -> np.ndarray:
        return np.ptp(self.vertices, axis=0)


def join(*solids: Solid) -> Solid:
    """One solid of many."""
    offsets = np.cumsum([0, *(len(s.vertices) for s in solids)])
    faces = np.concatenate([s.faces + o for s, o in zip(solids, offsets, strict=False)])
    return Solid(np.concatenate([s.vertices for s in solids]), faces)


def around(solid: Solid, count: int, *, start: float = 0, sweep: float = 360) -> Solid:
    """``count`` copies turned about the Y axis, evenly over ``sweep`` degrees."""
    return join(*(solid.rotated("y", start + sweep * i / count) for i in range(count)))


def row(solid: Solid, count: int, *, step: Point) -> Solid:
    """``count`` copies in a straight row, centred on the solid's own place."""
    offsets = (np.arange(count) - (count - 1) / 2)[:, None] * np.asarray(step, float)
    return join(*(solid.moved(*o) for o in offsets))


def mirrored(solid: Solid) -> Solid:
    """The solid and its mirror image in x."""
    return solid + solid.scaled(-1, 1, 1)


def corners(solid: Solid, x: float, z: float) -> Solid:
    """Four copies at (+-x, +-z): legs."""
    return join(*(solid.moved(a, 0, b) for a in (-x, x) for b in (-z, z)))


def along_x(solid: Solid) -> Solid:
    """Turned so that what stood along +Y lies along +X."""
    return solid.rotated("z", -90)


def along_z(solid: Solid) -> Solid:
    """Turned so that what stood along +Y points to the front."""
    return solid.rotated("x", 90)


def box(width: float, height: float, depth: float, *, bevel: float = 0) -> Solid:
    """A box standing on the ground (y from 0 to height), centred in x and z; ``bevel`` cuts its upright edges."""
    w, d = width / 2, depth / 2
    if bevel <= 0:
        return extrude([(-w, -d), (w, -d), (w, d), (-w, d)], height)
    b = min(bevel, 0.95 * w, 0.95 * d)
    outline = [(-w + b, -d), (w - b, -d), (w, -d + b), (w, d - b), (w - b, d), (-w + b, d), (-w, d - b), (-w, -d + b)]
    return extrude(outline, height)


def extrude(outline: Points, height: float, *, top_scale: float = 1, hole: Points | None = None) -> Solid:
    """A prism on the ground: the (x, z) outline pulled up to ``height``; ``top_scale`` makes it a frustum.

    The outline may be concave if it is star-shaped about its centroid. ``hole`` must have as many points as the
    outline, in the same order, inside it.
    """
    ring = np.asarray(outline, float)
    if _signed_area(ring) < 0:
        ring, hole = ring[::-1], None if hole is None else list(hole)[::-1]
    if hole is not None:
        inner = np.asarray(hole, float)
        return _tube_between(
            [_lift(ring, 0), _lift(ring * top_scale, height), _lift(inner * top_scale, height), _lift(inner, 0)]
        )
    return loft([_lift(ring, 0), _lift(ring * top_scale, height)])


def slab(width: float, height: float, depth: float, radius: float, *, top_scale: float = 1) -> Solid:
    """A box on the ground with round upright edges."""
    return extrude(rounded(width, depth, radius), height, top_scale=top_scale)


def upright(outline: Points, depth: float, *, hole: Points | None = None) -> Solid:
    """A plate that stands: the (x, y) outline, ``depth`` thick, centred on z = 0. See ``extrude``."""
    return extrude(outline, depth, hole=hole).rotated("x", -90).moved(z=depth / 2)


def side_cut(outline: Points, width: float) -> Solid:
    """A body with this side view: the (z, y) outline, ``width`` wide, centred on x = 0. See ``extrude``."""
    flat = extrude(outline, width)
    return Solid(flat.vertices[:, [1, 2, 0]], flat.faces).moved(x=-width / 2)


def loft(rings: Sequence[np.ndarray], *, closed_ends: bool = True) -> Solid:
    """Skin over R rings of n points each (n, 3), in order from bottom to top, each counter-clockwise in (x, z)."""
    stack = np.stack([np.asarray(r, float) for r in rings])
    count, n = stack.shape[:2]
    vertices = stack.reshape(-1, 3)
    faces = [_ring_faces(i * n, (i + 1) * n, n) for i in range(count - 1)]
    if closed_ends:
        vertices = np.concatenate([vertices, stack[0].mean(0)[None], stack[-1].mean(0)[None]])
        k = np.arange(n)
        bottom, top, last = count * n, count * n + 1, (count - 1) * n
        faces.append(np.stack([np.full(n, bottom), k, (k + 1) % n], 1))
        faces.append(np.stack([np.full(n, top), last + (k + 1) % n, last + k], 1))
    return Solid(vertices, np.concatenate(faces))


def lathe(profile: Points, *, segments: int = 24) -> Solid:
    """Turned about the Y axis: profile of (radius, y), from bottom to top along the outside (then down the inside
    of a vessel, if hollow)."""
    angles = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)], 1)
    return loft([np.stack([r * circle[:, 0], np.full(segments, y), r * circle[:, 1]], 1) for r, y in profile])


def cylinder(radius: float, height: float, *, top_radius: float | None = None, segments: int = 24) -> Solid:
    """Standing on the ground; with ``top_radius`` a frustum (0 makes a cone). ``segments=6`` is a hexagonal bar."""
    return lathe([(radius, 0), (radius if top_radius is None else top_radius, height)], segments=segments)


def disc(radius: float, depth: float, *, segments: int = 20) -> Solid:
    """A round plate facing the front, its back at z = 0."""
    return along_z(cylinder(radius, depth, segments=segments))


def tube(outer: float, inner: float, height: float, *, segments: int = 24) -> Solid:
    """A pipe standing on the ground."""
    angles = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)], 1)
    return _tube_between(
        [
            _lift(circle * outer, 0),
            _lift(circle * outer, height),
            _lift(circle * inner, height),
            _lift(circle * inner, 0),
        ]
    )


def sphere(radius: float, *, segments: int = 20, start: float = -90, stop: float = 90) -> Solid:
    """Centred on the origin; from latitude ``start`` to ``stop`` in degrees (a dome is 0 to 90)."""
    latitudes = np.radians(np.linspace(start, stop, max(4, segments // 2)))
    return lathe([(radius * np.cos(a), radius * np.sin(a)) for a in latitudes], segments=segments)


def torus(ring_radius: float, tube_radius: float, *, segments: int = 24, sides: int = 10) -> Solid:
    """A ring lying in the xz plane, centred on the origin."""
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    turn = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    circle = np.stack([np.cos(turn), np.sin(turn)], 1)
    rings = [_lift(circle * (ring_radius + tube_radius * np.cos(a)), tube_radius * np.sin(a)) for a in angles]
    return _tube_between(rings)


def sweep(path: Points, radius: float | Sequence[float] | np.ndarray, *, sides: int = 8, closed: bool = False) -> Solid:
    """A round bar along a path (P, 3), with one radius or one for each point: handles, wires, branches, springs."""
    points = np.asarray(path, float)
    radii = np.broadcast_to(np.asarray(radius, float), len(points))
    tangents = np.roll(points, -1, 0) - np.roll(points, 1, 0) if closed else np.gradient(points, axis=0)
    tangents = tangents / np.maximum(np.linalg.norm(tangents, axis=1, keepdims=True), 1e-12)
    side = np.cross(tangents[0], [0.0, 1.0, 0.0] if abs(tangents[0, 1]) < 0.9 else [1.0, 0.0, 0.0])
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = []
    for point, tangent, r in zip(points, tangents, radii, strict=True):
        side = side - tangent * (side @ tangent)  # carry the frame along: no twist
        side = side / max(float(np.linalg.norm(side)), 1e-12)
        other = np.cross(tangent, side)
        rings.append(point + r * (np.cos(angles)[:, None] * side - np.sin(angles)[:, None] * other))
    return _tube_between(rings) if closed else loft(rings)


def rod(start: Point, end: Point, radius: float, *, sides: int = 8) -> Solid:
    """A straight round bar between two points."""
    return sweep([start, end], radius, sides=sides)


def smooth(points: Points, count: int = 18) -> np.ndarray:
    """A curve of ``count`` points through the P given ones (P, D): a Catmull-Rom spline."""
    p = np.asarray(points, float)
    p = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    t = np.linspace(0, len(p) - 3, count)
    i = np.minimum(t.astype(int), len(p) - 4)
    f = (t - i)[:, None]
    a, b, c, d = (p[i + k] for k in range(4))
    return 0.5 * (2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3)


def bezier(points: Points, *, count: int = 20) -> np.ndarray:
    """A curve of ``count`` points from the first to the last of the given ones (P, D), drawn to those between."""
    t, path = np.linspace(0, 1, count)[:, None], np.asarray(points, float)[:, None]
    while len(path) > 1:
        path = path[:-1] * (1 - t) + path[1:] * t
    return np.asarray(path[0])


def arc(radius: float, start: float, stop: float, *, points: int = 12, plane: str = "xy") -> np.ndarray:
    """(points, 3) path on a circle about the origin, degrees, in the plane "xy", "xz" or "zy"."""
    angles = np.radians(np.linspace(start, stop, points))
    path = np.zeros((points, 3))
    path[:, "xyz".index(plane[0])] = radius * np.cos(angles)
    path[:, "xyz".index(plane[1])] = radius * np.sin(angles)
    return path


def regular_outline(sides: int, radius: float, *, radius2: float | None = None) -> np.ndarray:
    """(n, 2) polygon for ``extrude``; with ``radius2`` every second corner uses it: stars and gears."""
    n = sides if radius2 is None else 2 * sides
    angles = np.linspace(0, 2 * np.pi, n, endpoint=False)
    radii = np.where(np.arange(n) % 2 == 0, radius, radius if radius2 is None else radius2)
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], 1)


def rounded(width: float, depth: float, radius: float, *, points: int = 5) -> np.ndarray:
    """(n, 2) outline of a rectangle with round corners of ``points`` points each."""
    r = min(radius, 0.49 * width, 0.49 * depth)
    angles = np.radians(np.concatenate([np.linspace(0, 90, points) + 90 * k for k in range(4)]))
    centers = np.repeat([(1, 1), (-1, 1), (-1, -1), (1, -1)], points, 0) * (width / 2 - r, depth / 2 - r)
    return centers + r * np.stack([np.cos(angles), np.sin(angles)], 1)


def to_surface(solid: Solid, **look: object) -> Surface:
    """The solid as a surface of a mesh."""
    return Surface(solid.vertices.astype(np.float32), solid.faces.astype(np.int64), **look)  # type: ignore[arg-type]


def to_mesh(solid: Solid) -> Mesh:
    return Mesh((to_surface(solid),))


def _signed_area(ring: np.ndarray) -> float:
    x, z = ring[:, 0], ring[:, 1]
    return float((x * np.roll(z, -1) - z * np.roll(x, -1)).sum() / 2)


def _lift(ring: np.ndarray, y: float) -> np.ndarray:
    return np.stack([ring[:, 0], np.full(len(ring), y), ring[:, 1]], 1)


def _ring_faces(low: int, high: int, n: int) -> np.ndarray:
    k = np.arange(n)
    a, b, c, d = low + k, low + (k + 1) % n, high + k, high + (k + 1) % n
    return np.concatenate([np.stack([a, c, b], 1), np.stack([b, c, d], 1)])


def _tube_between(rings: Sequence[np.ndarray]) -> Solid:
    """Skin over rings whose last joins the first again."""
    stack = np.stack([np.asarray(r, float) for r in rings])
    count, n = stack.shape[:2]
    faces = [_ring_faces(i * n, ((i + 1) % count) * n, n) for i in range(count)]
    return Solid(stack.reshape(-1, 3), np.concatenate(faces))
