"""What household goods are made of: cases with round corners, tubs, cushions, handles, flames."""

from __future__ import annotations

import numpy as np

from trivium.procedural.materials import BLACK, FABRICS, WHITE, Material
from trivium.procedural.solids import Solid, extrude, lathe, rounded, sphere, sweep, torus

STAINLESS = Material("stainless steel", (0.70, 0.71, 0.72))
DARK_GLASS = Material("dark glass", (0.09, 0.10, 0.12))
SCREEN = Material("green lit", (0.35, 0.85, 0.55))
LIT = Material("lit", (1.0, 0.90, 0.55))
APPLIANCE = (WHITE, STAINLESS, BLACK, Material("silver grey", (0.78, 0.79, 0.80)))
RETRO = (
    Material("red", (0.74, 0.12, 0.12)),
    Material("mint green", (0.66, 0.84, 0.76)),
    Material("pastel blue", (0.60, 0.77, 0.86)),
    Material("cream", (0.93, 0.88, 0.75)),
)
LINEN = (
    Material("white cotton", (0.94, 0.94, 0.93)),
    Material("sky blue cotton", (0.58, 0.74, 0.88)),
    Material("rose cotton", (0.88, 0.62, 0.66)),
    *FABRICS[:5],
    FABRICS[7],
)


def ring(radius: float, thick: float, *, segments: int = 28) -> Solid:
    """A torus facing the front."""
    return torus(radius, thick, segments=segments, sides=8).rotated("x", 90)


def front(width: float, height: float, depth: float, radius: float) -> Solid:
    """A box on the ground whose front and back have round corners."""
    return extrude(rounded(width, height, radius), depth).rotated("x", 90).moved(0, height / 2, -depth / 2)


def level(width: float, depth: float, radius: float, y: float, *, z: float = 0) -> np.ndarray:
    """One ring for ``loft``: a round-cornered rectangle at a height."""
    outline = rounded(width, depth, radius)
    return np.stack([outline[:, 0], np.full(len(outline), y), outline[:, 1] + z], 1)


def cushion(width: float, height: float, depth: float, *, power: float = 0.5, segments: int = 28) -> Solid:
    """A soft block on the ground; a small ``power`` is boxy, 1 an ellipsoid."""
    ball = sphere(1, segments=segments)
    soft = Solid(np.sign(ball.vertices) * np.abs(ball.vertices) ** power, ball.faces)
    return soft.scaled(width / 2, height / 2, depth / 2).moved(y=height / 2)


def bar(length: float, thick: float, stand: float) -> Solid:
    """An upright bar handle that stands off a front."""
    return sweep([(0, 0, 0), (0, 0.02 * length, stand), (0, 0.98 * length, stand), (0, length, 0)], thick)


def turned(profile: list[tuple[float, float]], radius: float, height: float, *, segments: int = 20) -> Solid:
    """A lathe from a profile in units of radius and height."""
    return lathe([(max(r * radius, 0.0005), y * height) for r, y in profile], segments=segments)
