"""Bodies that can be printed on, and the artwork: words, emblems, stripes, fine print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trivium.procedural.design import Design, Parameters
from trivium.procedural.materials import BLUE, GREEN, ORANGE, PURPLE, RED, TURQUOISE, WHITE, YELLOW, Material
from trivium.procedural.solids import Solid, arc, extrude, join, loft, regular_outline, sweep

NAVY, CREAM = Material("navy", (0.10, 0.15, 0.35)), Material("cream", (0.95, 0.90, 0.76))
KRAFT, BROWN = Material("brown cardboard", (0.72, 0.54, 0.35)), Material("brown", (0.36, 0.21, 0.11))
GOLD, LIGHT_BLUE = Material("golden", (0.86, 0.67, 0.25)), Material("light blue", (0.55, 0.76, 0.92))
DARK_GREEN, DARK_RED = Material("dark green", (0.10, 0.27, 0.15)), Material("dark red", (0.45, 0.08, 0.10))
PRINTS = (RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, NAVY, CREAM, PURPLE, TURQUOISE)
LEATHERS = (
    Material("brown leather", (0.42, 0.25, 0.15)),
    Material("tan leather", (0.68, 0.44, 0.24)),
    Material("black leather", (0.11, 0.10, 0.10)),
    Material("dark red leather", (0.45, 0.10, 0.12)),
)
LAYOUTS = ("emblem", "banner", "stripes", "oval", "split", "burst")
Outline = np.ndarray


def rect(w: float, h: float, x: float = 0, y: float = 0, turn: float = 0) -> Outline:
    """A rectangle centred on x with its lower edge at y, turned about its centre."""
    t = np.linspace(-0.5, 0.5, 5)[:4]
    side = np.stack([t, np.full(4, -0.5)], 1)
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    points = np.concatenate([side, side[:, ::-1] * (-1, 1), -side, side[:, ::-1] * (1, -1)]) * (w, h)
    return points @ np.array([[c, s], [-s, c]]) + (x, y + h / 2)


def oval(a: float, b: float, x: float = 0, y: float = 0) -> Outline:
    return regular_outline(20, 1) * (a, b) + (x, y)


def star(radius: float, x: float = 0, y: float = 0, *, tips: int = 5, inner: float = 0.45) -> Outline:
    ring = regular_outline(tips, radius, radius2=radius * inner)
    return ring[:, ::-1] * (-1, 1) + (x, y)


def decal(outline: Outline, layer: float = 1, rings: int = 4) -> Solid:
    """A flat print in the xy plane; z counts layers of ink, and reaches one layer into what it lies on."""
    flat = (np.asarray(outline) * (1, -1))[::-1]
    centre = flat.mean(0)
    scales = np.linspace(1, 0, rings, endpoint=False)
    rims = [(flat, -1.0), *((centre + s * (flat - centre), layer) for s in scales)]
    return loft([np.stack([r[:, 0], np.full(len(r), z), r[:, 1]], 1) for r, z in rims]).rotated("x", 90)


@dataclass(frozen=True)
class Body:
    """A package lofted over levels (y, half width, half depth): power 2 is oval, more is boxier, 0 is a sharp box."""

    levels: Sequence[tuple[float, float, float]]
    power: float = 2
    segments: int = 32

    def half(self, y: float | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        ys, a, b = np.array(self.levels, float).T
        return np.interp(y, ys, a), np.interp(y, ys, b)

    def ring(self, y: float, grow: float = 1) -> np.ndarray:
        a, b = self.half(y)
        if self.power == 0:
            x, z = np.array([-1.0, 1, 1, -1]), np.array([-1.0, -1, 1, 1])
        else:
            turn = np.linspace(0, 2 * np.pi, self.segments, endpoint=False)
            c, s = np.cos(turn), np.sin(turn)
            x, z = (np.sign(v) * np.abs(v) ** (2 / self.power) for v in (c, s))
        rim = grow - 1 if grow != 1 else 0
        margin = rim * min(float(a), float(b))
        return np.stack([x * (a + margin), np.full(len(x), y), z * (b + margin)], 1)

    def solid(self) -> Solid:
        return loft([self.ring(y) for y, _, _ in self.levels])

    def band(self, low: float, high: float, grow: float = 1.02) -> Solid:
        inside = [y for y, _, _ in self.levels if low < y < high]
        return loft([self.ring(low, 0.97), *(self.ring(y, grow) for y in (low, *inside, high)), self.ring(high, 0.97)])

    def printed(self, outline: Outline, layer: float = 1, rings: int = 4) -> Solid:
        """The outline draped over the front."""
        flat = decal(outline, layer, rings)
        x, y, z = flat.vertices.T
        a, b = self.half(y)
        if self.power:
            b = b * (1 - np.minimum(np.abs(x / a), 0.985) ** self.power) ** (1 / self.power)
        ink = 0.018 * float(min(np.min(self.half(y)[0]), np.min(self.half(y)[1])))
        return Solid(np.stack([x, y, b + ink * z], 1), flat.faces)


def turned(profile: Sequence[tuple[float, float]]) -> Body:
    """A round body from (radius, y)."""
    return Body([(y, r, r) for r, y in profile])


def straight(w: float, h: float, d: float, power: float = 0) -> Body:
    return Body([(0, w / 2, d / 2), (h, w / 2, d / 2)], power)


def on(material: Material) -> Material:
    """The ink that can be read on a material."""
    return NAVY if np.dot(material.color, (0.3, 0.6, 0.1)) > 0.55 else WHITE


@dataclass(frozen=True)
class Look:
    paper: Material
    accent: Material
    layout: str

    @property
    def says(self) -> str:
        words = {
            "emblem": "a star emblem",
            "banner": "a printed banner",
            "stripes": "printed stripes",
            "oval": "an oval patch",
            "split": "a two-coloured print",
            "burst": "a star burst",
        }
        return words[self.layout]


def draw_look(p: Parameters, papers: Sequence[Material] = PRINTS, accents: Sequence[Material] = PRINTS) -> Look:
    paper, accent, layout = p.material("paper", papers), p.material("accent", accents), p.choice("layout", LAYOUTS)
    return Look(paper, on(paper) if accent.name == paper.name else accent, layout)


def letters(w: float, h: float, y: float, x: float = 0) -> list[Outline]:
    """A printed word: blocks of unequal height and width."""
    n = int(np.clip(round(w / (0.8 * h)), 3, 9))
    tall = [1, 0.72, 0.72, 0.95, 0.72, 1]
    return [
        rect(w / n * (0.72 if i % 4 else 0.55), h * tall[i % 6], x + (i + 0.5) * w / n - w / 2, y) for i in range(n)
    ]


def artwork(layout: str, w: float, h: float) -> list[tuple[Outline, str, int]]:
    """Prints of a label from y = 0 to h: (outline, "accent" | "ink" on paper | "light" on accent, layer)."""
    m = min(w, h)

    def word(wide: float, tall: float, y: float, role: str) -> list[tuple[Outline, str, int]]:
        return [(o, role, 3) for o in letters(wide * w, min(tall * h, 0.35 * w), y * h)]

    def lines(*ys: float, role: str = "ink") -> list[tuple[Outline, str, int]]:
        return [(rect(w * (0.7 - 0.15 * (i % 2)), 0.03 * h, 0, y * h), role, 3) for i, y in enumerate(ys)]

    if layout == "emblem":
        disc = [(oval(0.32 * m, 0.32 * m, 0, 0.65 * h), "accent", 2), (star(0.24 * m, 0, 0.65 * h), "light", 3)]
        return [*disc, *word(0.8, 0.13, 0.14, "ink"), *lines(0.06)]
    if layout == "banner":
        return [(rect(0.99 * w, 0.34 * h, 0, 0.46 * h), "accent", 2), *word(0.8, 0.2, 0.53, "light"), *lines(0.1, 0.2)]
    if layout == "stripes":
        bars = [(rect(0.99 * w, 0.07 * h, 0, y * h), "accent", 2) for y in (0.05, 0.18, 0.31)]
        return [*bars, *word(0.8, 0.2, 0.52, "ink"), *lines(0.85)]
    if layout == "oval":
        patch = (oval(0.46 * w, 0.25 * h, 0, 0.64 * h), "accent", 2)
        return [patch, *word(0.66, 0.17, 0.56, "light"), *lines(0.1, 0.18, 0.26)]
    if layout == "split":
        half, dot = (rect(0.99 * w, 0.45 * h, 0, 0.005 * h), "accent", 2), oval(0.24 * m, 0.24 * m, 0, 0.43 * h)
        return [half, (dot, "light", 3), *word(0.8, 0.15, 0.76, "ink"), *lines(0.08, role="light")]
    burst = (star(0.42 * m, 0, 0.6 * h, tips=10, inner=0.75), "accent", 2)
    return [burst, *word(0.55, 0.14, 0.54, "light"), (rect(0.9 * w, 0.1 * h, 0, 0.06 * h, 6), "accent", 2)]


def dress(
    design: Design,
    body: Body,
    low: float,
    high: float,
    width: float,
    look: Look,
    *,
    wrap: bool = False,
    back: bool = True,
) -> None:
    """A label from low to high on the front and, unless ``back`` is off, the back; ``wrap`` runs it all around."""
    inks = {"accent": look.accent, "ink": on(look.paper), "light": on(look.accent)}
    if wrap:
        design.add("label", body.band(low, high), look.paper)
    prints: dict[str, list[Solid]] = {"accent": [], "ink": [], "light": []}
    for outline, role, layer in artwork(look.layout, width, high - low):
        small = np.ptp(outline, axis=0).max() < 0.3 * width
        prints[role].append(body.printed(np.add(outline, (0, low)), layer, 1 if small else 4))
    for turn in (0, 180)[: 1 + back]:
        if not wrap:
            design.add("label", body.printed(rect(width, high - low, 0, low), 1, 6).rotated("y", turn), look.paper)
        for role, solids in prints.items():
            if solids:
                design.add("print", join(*solids).rotated("y", turn), inks[role])


def show(design: Design, body: Body, outlines: Sequence[Outline], ink: Material, layer: float = 3) -> None:
    design.add("print", join(*(body.printed(o, layer, 2) for o in outlines)), ink)


def loop(width: float, height: float, thick: float, *, points: int = 14) -> Solid:
    """A standing U-shaped handle over x, feet at y = 0."""
    return sweep(arc(1, 0, 180, points=points) * (width / 2, height, 1), thick)


def ribbed_cap(radius: float, height: float, ribs: int = 20) -> Solid:
    return extrude(regular_outline(ribs, radius, radius2=radius * 0.93), height)
