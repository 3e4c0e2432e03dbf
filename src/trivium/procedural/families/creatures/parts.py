"""What animals are made of: bodies, limbs, eyes and ears, and the markings of their coats."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from trivium.procedural.design import Design
from trivium.procedural.materials import Material
from trivium.procedural.solids import Points, Solid, loft, mirrored, smooth, sphere, sweep

Where = Callable[[np.ndarray], np.ndarray]  # which of the points (F, 3) a marking covers
Paint = tuple[str, Material, Where]
BLACK, WHITE = Material("black", (0.09, 0.08, 0.08)), Material("white", (0.93, 0.92, 0.9))
BROWN, DARK_BROWN = Material("brown", (0.45, 0.28, 0.16)), Material("dark brown", (0.25, 0.16, 0.1))
TAN, CREAM = Material("tan", (0.76, 0.58, 0.37)), Material("cream", (0.92, 0.85, 0.7))
GREY, DARK_GREY = Material("grey", (0.55, 0.54, 0.53)), Material("dark grey", (0.3, 0.3, 0.31))
GINGER, CHESTNUT = Material("ginger", (0.85, 0.48, 0.18)), Material("chestnut", (0.5, 0.24, 0.12))
PINK, HORN = Material("pink", (0.93, 0.66, 0.65)), Material("horn", (0.83, 0.77, 0.64))
YELLOW, ORANGE = Material("yellow", (0.96, 0.76, 0.15)), Material("orange", (0.94, 0.52, 0.12))
RED, GREEN = Material("red", (0.8, 0.13, 0.1)), Material("green", (0.3, 0.55, 0.2))


def curve(points: Points, steps: int = 4) -> np.ndarray:
    """A smooth curve through the points, ``steps`` pieces between two."""
    return smooth(points, steps * (len(np.asarray(points)) - 1) + 1)


def skin(stations: Points, *, sides: int = 18, steps: int = 4) -> Solid:
    """A body symmetric about x = 0: stations (z, y, half width, half height), smoothed, with domed ends."""
    s = curve(stations, steps)
    s[:, 2:] = np.maximum(s[:, 2:], 1e-4)
    way = np.gradient(s[:, :2], axis=0)
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    out, thin = np.sin(np.radians([86, 62, 33]))[:, None], np.cos(np.radians([86, 62, 33]))[:, None]
    first = np.hstack([s[0, :2] - way[0] * s[0, 2:].min() * out, s[0, 2:] * thin])
    last = np.hstack([s[-1, :2] + way[-1] * s[-1, 2:].min() * out, s[-1, 2:] * thin])[::-1]
    full = np.vstack([first, s, last])[:, :, None]
    way = np.vstack([way[:1]] * 3 + [way] + [way[-1:]] * 3)[:, :, None]
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False)[None]
    drop = full[:, 3] * np.sin(a)
    rings = np.stack([full[:, 2] * np.cos(a), full[:, 1] - drop * way[:, 0], full[:, 0] + drop * way[:, 1]], 2)
    return loft(list(rings))


def blob(x: float, y: float, z: float, *, at: Sequence[float] = (0, 0, 0), segments: int = 12) -> Solid:
    """An ellipsoid with these half axes, centred at ``at``."""
    return sphere(1, segments=segments).scaled(x, y, z).moved(*at)


def limb(points: Points, radii: Sequence[float], *, sides: int = 8, steps: int = 3) -> Solid:
    """A smooth round limb through the points, one radius for each."""
    s = curve(np.column_stack([np.asarray(points, float), radii]), steps)
    return sweep(s[:, :3], np.maximum(s[:, 3], 1e-4), sides=sides)


def painted(design: Design, part: str, solid: Solid, coat: Material, paints: Sequence[Paint], size: float = 1) -> None:
    """Adds the solid, ``size`` times as large, in its coat; the faces under a marking in that marking's material."""
    centers = solid.vertices[solid.faces].mean(1)
    left = np.ones(len(centers), bool)
    for name, material, where in [*paints, (part, coat, lambda c: np.ones(len(c), bool))]:
        mask = left & where(centers)
        left &= ~mask
        if mask.any():
            used, faces = np.unique(solid.faces[mask], return_inverse=True)
            design.add(name, Solid(solid.vertices[used] * size, faces.reshape(-1, 3)), material)


def spots(seed: float, spacing: float, radius: float = 0.32) -> Where:
    """Round spots on a shaken lattice; ``radius`` as a share of the spacing."""

    def where(c: np.ndarray) -> np.ndarray:
        q = c / spacing + seed * 10
        cell = np.floor(q)
        shake = 0.2 * np.sin(cell @ np.array([[12.9, 78.2, 37.7], [39.3, 11.1, 93.9], [73.1, 52.2, 9.1]]) * 3.7)
        return np.asarray(np.linalg.norm(q - cell - 0.5 - shake, axis=1) < radius)

    return where


def cracks(seed: float, spacing: float, gap: float = 0.14) -> Where:
    """The net between irregular cells: a giraffe's lines, a shell's seams."""
    around_cell = np.stack(np.meshgrid(*[[-1, 0, 1]] * 3), -1).reshape(-1, 3)

    def where(c: np.ndarray) -> np.ndarray:
        q = c / spacing + seed * 10
        cells = np.floor(q)[:, None] + around_cell
        shake = 0.4 * np.sin(cells @ np.array([[12.9, 78.2, 37.7], [39.3, 11.1, 93.9], [73.1, 52.2, 9.1]]) * 3.7)
        near = np.partition(np.linalg.norm(q[:, None] - cells - 0.5 - shake, axis=2), 1, axis=1)
        return np.asarray(near[:, 1] - near[:, 0] < gap)

    return where


def bands(axis: int, spacing: float, share: float = 0.45, wobble: float = 0.3) -> Where:
    """Stripes across an axis (0 x, 1 y, 2 z), a little wavy."""

    def where(c: np.ndarray) -> np.ndarray:
        wave = c[:, axis] / spacing + wobble * np.sin(c[:, (axis + 2) % 3] / spacing * 1.7)
        return np.asarray(wave % 1 < share)

    return where


def eyes(x: float, y: float, z: float, r: float, *, white: bool = False) -> list[tuple[str, Solid, Material]]:
    """A pair of eyes; with ``white`` a white ball with a black pupil to the front."""
    ball = mirrored(blob(r, r, r, at=(x, y, z), segments=8))
    if not white:
        return [("eye", ball, BLACK)]
    pupil = mirrored(blob(0.6 * r, 0.6 * r, 0.6 * r, at=(x * 1.05, y, z + 0.6 * r), segments=8))
    return [("eye", ball, WHITE), ("pupil", pupil, BLACK)]


def below(y: float) -> Where:
    return lambda c: np.asarray(c[:, 1] < y)


def add_all(design: Design, size: float, parts: Sequence[tuple[str, Solid, Material]]) -> None:
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)


def spiral(turns: float, radius: float, thick: float, rise: float, *, sides: int = 14) -> Solid:
    """A shell wound in the plane x = 0 (z, y), growing from its centre and standing out to +X by ``rise``."""
    t = np.linspace(0.04, 1, 70)
    grow = 1.9 ** (turns * (t - 1))
    path = np.column_stack(
        [
            rise * (1 - grow),
            radius * grow * np.sin(2 * np.pi * turns * (t - 1) - 1.2),
            -radius * grow * np.cos(2 * np.pi * turns * (t - 1) - 1.2),
        ]
    )
    return sweep(path, thick * grow, sides=sides)
