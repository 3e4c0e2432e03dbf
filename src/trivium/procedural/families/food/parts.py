"""What food is made of: lumpy, lobed and halved bodies, leaves, slices, things strewn over others."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from trivium.procedural.design import Design, number_word
from trivium.procedural.materials import Material, paint
from trivium.procedural.solids import Point, Points, Solid, extrude, join, lathe, loft, smooth

WHITE, CREAM = paint(white=(0.96, 0.95, 0.91), cream=(0.95, 0.89, 0.7))
BLACK, CHOCOLATE = paint(black=(0.08, 0.07, 0.07), chocolate=(0.3, 0.17, 0.1))
STALK, WOOD = paint(brown=(0.38, 0.27, 0.15), wooden=(0.85, 0.7, 0.48))
FRESH_RED, FRESH_GREEN, FRESH_YELLOW, FRESH_ORANGE, FRESH_PINK, FRESH_PURPLE = paint(
    red=(0.82, 0.1, 0.09),
    green=(0.36, 0.6, 0.17),
    yellow=(0.97, 0.82, 0.22),
    orange=(0.95, 0.52, 0.1),
    pink=(0.95, 0.55, 0.65),
    purple=(0.38, 0.13, 0.36),
)
BAKED = paint(golden=(0.86, 0.61, 0.29), brown=(0.64, 0.38, 0.16), pale=(0.93, 0.78, 0.5))
MEAT = paint(brown=(0.42, 0.22, 0.13), dark_brown=(0.3, 0.15, 0.09), raw_red=(0.72, 0.2, 0.2))
DOUGH = (
    Material("golden", (0.85, 0.6, 0.28)),
    Material("dark brown", (0.45, 0.26, 0.13)),
    Material("pale", (0.93, 0.82, 0.62)),
)
FRUIT = (
    Material("red", (0.78, 0.1, 0.1)),
    Material("green", (0.48, 0.7, 0.2)),
    Material("yellow", (0.95, 0.82, 0.25)),
    Material("orange", (0.95, 0.55, 0.12)),
    Material("purple", (0.4, 0.15, 0.4)),
)


def turned(points: Points, count: int = 18, segments: int = 24) -> Solid:
    """A smooth body of revolution."""
    return lathe(np.maximum(smooth(points, count), (0.0002, -9)), segments=segments)


def dimpled(r: float, tall: float, dent: float, segments: int = 28) -> Solid:
    """A globe pressed in at the top, and a little at the bottom."""
    s = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 16))
    y = r * tall * (s - dent * np.abs(s) ** 8 * np.where(s > 0, 1, -0.4))
    return lathe(np.stack([np.maximum(r * np.sqrt(1 - s**2), 0.0002), y], 1), segments=segments)


def lumpy(solid: Solid, amount: float, period: float) -> Solid:
    """Dented irregularly, the dents about ``period`` apart."""
    w = 2 * np.pi / period
    x, y, z = solid.vertices.T
    k = 1 + amount * (np.sin(w * x + 1) * np.cos(w * z * 0.8) + np.sin(w * y * 1.2 + 2 * np.cos(w * z * 0.6)))
    return Solid(solid.vertices * k[:, None], solid.faces)


def split(solid: Solid, test: Callable[[np.ndarray], np.ndarray]) -> tuple[Solid, Solid]:
    """The faces whose centres (F, 3) pass the test, and the others."""
    mask = test(solid.vertices[solid.faces].mean(1))
    return Solid(solid.vertices, solid.faces[mask]), Solid(solid.vertices, solid.faces[~mask])


def cut(solid: Solid, depth: float = 9.0) -> Solid:
    """The back half (z <= 0), its cut face flat towards +Z; a slice of it if ``depth`` is small."""
    return Solid(np.clip(solid.vertices, (-9, -9, -depth), (9, 9, 0)), solid.faces)


def halved(design: Design, body: Solid, skin: Material, flesh: Material, rind: float = 0.93) -> float:
    """Adds the back half of the body with its flesh showing; returns how far the flesh stands out."""
    lift = 0.02 * float(body.size[0])
    middle = (body.vertices.max(0) + body.vertices.min(0)) / 2
    core = body.moved(*-middle).scaled(rind, rind, rind).moved(*middle)
    design.add("skin", cut(body), skin)
    design.add("flesh", cut(core, 0.02 * float(body.size[0])).moved(z=lift), flesh)
    return lift


def blade(path: Points, widths: Point | float, thick: float, *, across: Point = (0, 0, 1), wave: float = 0) -> Solid:
    """A flat strip along a path: leaves, slices, ribbons; ``wave`` ruffles it lengthwise at its edges."""
    points, side = np.asarray(path, float), np.asarray(across, float)
    half = np.broadcast_to(np.asarray(widths, float), len(points)) / 2
    u = np.linspace(1, -1, 5)[:, None]
    rings = []
    for i, (point, tangent, w) in enumerate(zip(points, np.gradient(points, axis=0), half, strict=True)):
        normal = np.cross(side, tangent / max(float(np.linalg.norm(tangent)), 1e-9))
        line = point + u * w * side + u**2 * wave * (-1) ** i * normal
        rings.append(np.concatenate([line + normal * thick / 2, line[::-1] - normal * thick / 2]))
    return loft(rings)


def leaf(length: float, width: float, rise: float = 25) -> Solid:
    """A pointed leaf along +X."""
    t = np.linspace(0, 1, 7)
    path = np.stack([length * t, 0.2 * length * np.sin(np.pi * t), 0 * t], 1)
    return blade(path, width * np.sin(np.pi * t * 0.97 + 0.05) ** 0.8, 0.03 * length).rotated("z", rise)


def sector(r: float, start: float, stop: float, height: float, *, inner: float = 0) -> Solid:
    """A slice of a round cake between two angles; with ``inner`` only its outer wall."""
    angles = np.radians(np.linspace(start, stop, 28))
    circle = np.stack([np.cos(angles), np.sin(angles)], 1)
    if inner:
        return join(
            *(extrude([*(circle[i : i + 2] * r), *(circle[i : i + 2][::-1] * inner)], height) for i in range(27))
        )
    return extrude(np.concatenate([r * circle, [[0, 0]]]), height)


def scattered(count: int, radius: float, start: float = 0, stop: float = 360) -> list[tuple[float, float]]:
    """``count`` places (x, z) spread evenly over a disc or a sector of it."""
    i = np.arange(count) + 0.5
    angle = np.radians(start + (stop - start) * (i * 0.618034 % 1))
    distance = radius * np.sqrt(i / count)
    return list(zip(distance * np.cos(angle), distance * np.sin(angle), strict=True))


def strewn(solid: Solid, count: int, radius: float, y: float, start: float = 0, stop: float = 360) -> Solid:
    """``count`` copies lying about on a disc at height y, each turned another way."""
    places = scattered(count, radius, start, stop)
    return join(*(solid.rotated("y", 77 * i).moved(x, y, z) for i, (x, z) in enumerate(places)))


def plural(count: int, noun: str) -> str:
    return f"{number_word(count)} {noun}{'' if count == 1 else 's'}"
