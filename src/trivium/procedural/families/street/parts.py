"""What street furniture and buildings are made of: stone, boards, arches, roofs, block letters."""

from __future__ import annotations

import numpy as np

from trivium.procedural.materials import WOODS, Material
from trivium.procedural.solids import Solid, extrude, mirrored, upright

PANE = Material("glass", (0.32, 0.44, 0.54))
NIGHT = Material("dark", (0.06, 0.06, 0.07))
GRANITE = Material("granite", (0.48, 0.47, 0.47))
MARBLE = Material("marble", (0.88, 0.87, 0.84))
GALVANIZED = Material("galvanized", (0.68, 0.7, 0.71))
DARK_GREEN = Material("dark green", (0.09, 0.27, 0.17))
SILVER = Material("silver", (0.75, 0.76, 0.78))
BARN_RED = Material("dark red", (0.55, 0.13, 0.11))
WEATHERED = Material("weathered", (0.55, 0.5, 0.44))
SHINGLE = Material("shingle", (0.3, 0.27, 0.25))
TIMBER = (WOODS[0], WOODS[1], WOODS[2], WEATHERED)


def arch(width: float, height: float, spring: float, points: int = 12) -> list[tuple[float, float]]:
    """An (x, y) outline on the ground: upright sides up to ``spring``, a half ellipse up to ``height``."""
    angles = np.linspace(0, np.pi, points)
    curve = [(width / 2 * float(np.cos(a)), spring + (height - spring) * float(np.sin(a))) for a in angles]
    return [(-width / 2, 0), (width / 2, 0), *curve]


def gable(width: float, depth: float, height: float) -> Solid:
    """A pitched roof, eaves at y = 0, its ridge along Z."""
    return upright([(-width / 2, 0), (width / 2, 0), (0, height)], depth)


def slopes(width: float, depth: float, height: float, thickness: float) -> Solid:
    """Two roof boards over a gable, its ridge along Z."""
    w, t = width / 2, thickness
    return mirrored(upright([(0, height), (w, 0), (w, t), (0, height + t)], depth))


def hip(width: float, depth: float, height: float, top: float = 0.02) -> Solid:
    w, d = width / 2, depth / 2
    return extrude([(-w, -d), (w, -d), (w, d), (-w, d)], height, top_scale=top)


def square(width: float, height: float, top: float) -> Solid:
    return hip(width, width, height, top)
