"""What tools are made of: grips, ovals, beams."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design
from trivium.procedural.materials import BLUE, GREEN, GREY, ORANGE, RED, RUBBER, YELLOW, Material
from trivium.procedural.solids import Point, Solid, along_x, cylinder, lathe, loft, rounded

DARK_GREY = Material("dark grey", (0.20, 0.21, 0.22))
PAINTS = (RED, BLUE, GREEN, YELLOW, ORANGE, GREY)
DARK = Material("dark", (0.05, 0.05, 0.06))
IVORY = Material("ivory", (0.93, 0.9, 0.8))
SILVER = Material("silver", (0.76, 0.77, 0.79))


def oval_level(hw: float, hd: float, y: float, *, z: float = 0, square: float = 1, tilt: float = 0) -> np.ndarray:
    """A level oval for ``loft``, squarer the smaller ``square`` is; ``tilt`` lifts it along x."""
    a = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    x, d = (np.sign(f) * np.abs(f) ** square for f in (np.cos(a), np.sin(a)))
    return np.stack([hw * x, y + tilt * hw * x, hd * d + z], 1)


def beam(low: Point, high: Point, width: float, depth: float) -> Solid:
    """A leaning rectangular bar from a low to a higher point, cut level at both ends."""
    corners = np.array([(-1, 0, -1), (1, 0, -1), (1, 0, 1), (-1, 0, 1)]) * (width / 2, 0, depth / 2)
    return loft([corners + np.asarray(low, float), corners + np.asarray(high, float)])


def wheel(design: Design, radius: float, width: float, hub: Material, *, at: Point) -> None:
    """A tyre with a hub on both sides, its axle along x."""
    x, y, z = at
    tyre = lathe([(radius * f, width * g) for f, g in ((0.55, 0), (0.9, 0), (1, 0.2), (1, 0.8), (0.9, 1), (0.55, 1))])
    design.add("wheel", along_x(tyre.moved(y=-width / 2)).moved(x, y, z), RUBBER)
    rim = cylinder(radius * 0.58, width * 1.06).moved(y=-width * 0.53)
    design.add("hub", along_x(rim + cylinder(radius * 0.2, width * 1.2).moved(y=-width * 0.6)).moved(x, y, z), hub)


def block(width: float, height: float, depth: float, *, radius: float, edge: float = 0.0) -> Solid:
    """A block on the ground with round upright edges and, by ``edge``, broken top and bottom edges."""
    e = edge or 0.12 * min(width, height, depth)
    sizes = [(2 * e, 0.0), (0.5 * e, 0.3 * e), (0, e), (0, height - e), (0.5 * e, height - 0.3 * e), (2 * e, height)]
    rings = []
    for inset, y in sizes:
        flat = rounded(width, depth, radius) * (1 - inset / width, 1 - inset / depth)
        rings.append(np.stack([flat[:, 0], np.full(len(flat), y), flat[:, 1]], 1))
    return loft(rings)


def ellipse(a: float, b: float, *, points: int = 32) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.stack([a * np.cos(t), b * np.sin(t)], 1)
