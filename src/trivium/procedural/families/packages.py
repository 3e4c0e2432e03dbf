"""Packages and containers with printed faces: boxes, cartons, bottles, cans, tubes and bags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.materials import METALS, PLASTICS, WOODS, Material
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY, PINK, PURPLE, TURQUOISE, BEIGE = PLASTICS
STEEL, BRASS, BLACK_METAL, COPPER, CHROME, RUSTY = METALS
NAVY, CREAM = Material("navy", (0.10, 0.15, 0.35)), Material("cream", (0.95, 0.90, 0.76))
KRAFT, BROWN = Material("brown cardboard", (0.72, 0.54, 0.35)), Material("brown", (0.36, 0.21, 0.11))
GOLD, LIGHT_BLUE = Material("golden", (0.86, 0.67, 0.25)), Material("light blue", (0.55, 0.76, 0.92))
DARK_GREEN, DARK_RED = Material("dark green", (0.10, 0.27, 0.15)), Material("dark red", (0.45, 0.08, 0.10))
BROWN_GLASS, GREEN_GLASS = Material("brown glass", (0.33, 0.17, 0.06)), Material("green glass", (0.10, 0.33, 0.16))
CLEAR = Material("clear plastic", (0.78, 0.88, 0.93))
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


def fine_print(w: float, h: float, y: float) -> list[Outline]:
    """A table of facts and a bar code, as on the sides and backs of packages."""
    bars = [rect(0.02 * w * (1 + i % 3), 0.12 * h, (i - 4) * 0.07 * w, y + 0.06 * h) for i in range(9)]
    return [*bars, *(rect(w * (0.8 - 0.2 * (i % 2)), 0.02 * h, 0, y + h * (0.3 + 0.07 * i)) for i in range(8))]


def side_print(design: Design, w: float, h: float, d: float, ink: Material) -> None:
    """Fine print on both sides and the back of a box."""
    side = join(*(straight(d, h, w).printed(o[::4], 1, 1) for o in fine_print(d, h, 0)))
    back = join(*(straight(w, h, d).printed(o[::4], 1, 1) for o in fine_print(w * 0.8, h, 0)))
    design.add("print", join(side.rotated("y", 90), side.rotated("y", -90), back.rotated("y", 180)), ink)


def loop(width: float, height: float, thick: float, *, points: int = 14) -> Solid:
    """A standing U-shaped handle over x, feet at y = 0."""
    return sweep(arc(1, 0, 180, points=points) * (width / 2, height, 1), thick)


def ribbed_cap(radius: float, height: float, ribs: int = 20) -> Solid:
    return extrude(regular_outline(ribs, radius, radius2=radius * 0.93), height)


@category("cereal box", family="packages", also=("grocery box", "food box", "box of cereal"))
def cereal_box(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.17, 0.22), p.real("height", 0.25, 0.33), p.real("depth", 0.045, 0.08)
    look, picture = draw_look(p), p.choice("picture", ["a bowl of cereal", "a cartoon face", "a logo"])
    shape, top = p.choice("format", ["upright", "upright", "wide"]), p.choice("top", ["closed", "open"])
    w, h = (w, h) if shape == "upright" else (h * 0.85, w)
    design = Design([look.paper.name, shape], [f"{picture} on the front", f"its top {top}"])
    body, m = straight(w, h, d), 0.8 * min(w, h)
    design.add("box", body.solid(), look.paper)
    side_print(design, w, h, d, on(look.paper))
    if picture == "a logo":
        dress(design, body, 0.03 * h, 0.97 * h, 0.97 * w, look, back=False)
    else:
        show(design, body, [rect(0.995 * w, 0.28 * h, 0, 0.68 * h, -4 if shape == "upright" else 0)], look.accent, 1.5)
        show(design, body, letters(0.84 * w, 0.16 * h, 0.74 * h), on(look.accent))
        y = 0.33 * h
        if picture == "a bowl of cereal":
            bits = [oval(0.07 * m, 0.06 * m, m * (i - 3) * 0.1, y + 0.08 * m * (i % 2) + 0.05 * m) for i in range(7)]
            show(design, body, [oval(0.42 * m, 0.12 * m, 0, y)], CREAM, 1.5)
            show(design, body, bits, GOLD, 2.5)
            bowl_side = np.array([(0.42 * m * np.cos(a), y + 0.36 * m * np.sin(a)) for a in np.linspace(-3.14, 0, 18)])
            show(design, body, [bowl_side], look.accent, 3)
        else:
            ears = [oval(0.13 * m, 0.13 * m, s * 0.28 * m, y + 0.28 * m) for s in (-1, 1)]
            show(design, body, [oval(0.38 * m, 0.34 * m, 0, y), *ears], ORANGE, 1.5)
            show(design, body, [oval(0.1 * m, 0.12 * m, s * 0.14 * m, y + 0.1 * m) for s in (-1, 1)], WHITE, 2.2)
            eyes = [oval(0.04 * m, 0.06 * m, s * 0.13 * m, y + 0.09 * m) for s in (-1, 1)]
            show(
                design,
                body,
                [*eyes, oval(0.08 * m, 0.05 * m, 0, y - 0.05 * m), rect(0.3 * m, 0.04 * m, 0, y - 0.2 * m)],
                BLACK,
            )
    if top == "open":
        design.add("flap", box(w, 0.002, d * 0.7).moved(0, 0, d * 0.35).rotated("x", -50).moved(0, h, d / 2), KRAFT)
        design.add("flap", box(w, 0.002, d * 0.7).moved(0, 0, -d * 0.35).rotated("x", 60).moved(0, h, -d / 2), KRAFT)
    return design


@category("milk carton", family="packages", also=("juice carton", "drink carton", "carton of milk"))
def milk_carton(p: Parameters) -> Design:
    w, h, gable = p.real("width", 0.065, 0.095), p.real("height", 0.11, 0.21), p.real("gable", 0.35, 0.6)
    look = draw_look(p, (WHITE, WHITE, CREAM, LIGHT_BLUE), (BLUE, RED, GREEN, LIGHT_BLUE, ORANGE, YELLOW))
    top, spout = p.choice("top", ["gable", "gable", "flat"]), p.choice("opening", ["screw cap", "plain"])
    splash = p.choice("print", ["cow patches", "band", "logo"])
    design = Design([look.paper.name, "gable-topped" if top == "gable" else "brick-shaped"], [])
    body, r = straight(w, h, w), w / 2
    design.add("carton", body.solid(), look.paper)
    if top == "gable":
        up, fin = gable * w, 0.14 * w
        design.add("top", Body([(h, r, r), (h + up, r, 0.02 * w)], 0).solid(), look.accent)
        design.add("top", box(w, fin, 0.04 * w).moved(y=h + up - 0.01 * w), look.paper)
        lean = np.degrees(np.arctan2(r, up))
        cap = ribbed_cap(0.2 * w, 0.13 * w).rotated("x", 90 - lean).moved(0, h + up * 0.45, r * 0.53)
    else:
        design.add("top", straight(w * 1.01, 0.04 * h, w * 1.01).solid().moved(y=h - 0.03 * h), look.accent)
        cap = ribbed_cap(0.2 * w, 0.13 * w).moved(0.18 * w, h, 0.15 * w)
    if spout == "screw cap":
        design.add("cap", cap, look.accent)
        design.features.append("a screw cap")
    if splash == "cow patches":
        spots = [(0.1, 0.2, 0.2, 0.14), (-0.26, 0.4, 0.16, 0.12), (0.28, 0.52, 0.15, 0.1), (-0.25, 0.08, 0.13, 0.07)]
        show(design, body, [oval(a * w, b * h * 0.8, x * w, y * h) for x, y, a, b in spots], BLACK, 1.5)
        show(design, body, letters(0.8 * w, 0.16 * h, 0.74 * h), look.accent)
    elif splash == "band":
        design.add("band", body.band(0, h * 0.42), look.accent)
        show(design, body, letters(0.8 * w, 0.2 * h, 0.58 * h), look.accent)
        show(design, body, [oval(0.22 * w, 0.3 * w, 0, 0.22 * h)], WHITE)
    else:
        dress(design, body, 0.04 * h, 0.96 * h, 0.96 * w, look, back=False)
    design.features.append({"cow patches": "printed cow patches", "band": "a coloured band"}.get(splash, look.says))
    side_print(design, w, h, w, look.accent)
    return design


PULPS = (
    Material("grey cardboard", (0.62, 0.61, 0.58)),
    Material("brown cardboard", (0.66, 0.54, 0.40)),
    Material("pale blue", (0.62, 0.74, 0.82)),
    Material("pink", (0.87, 0.62, 0.62)),
    Material("white foam", (0.93, 0.93, 0.91)),
)
EGGS = (
    Material("white", (0.95, 0.93, 0.88)),
    Material("brown", (0.78, 0.53, 0.36)),
    Material("tan", (0.89, 0.73, 0.57)),
)


@category("egg carton", family="packages", also=("egg box", "carton of eggs"))
def egg_carton(p: Parameters) -> Design:
    columns, rows, step = p.whole("columns", 3, 6), p.whole("rows", 2, 3), p.real("cup", 0.046, 0.054)
    pulp, shell, lid = p.material("pulp", PULPS), p.material("eggs", EGGS), p.choice("lid", ["open", "open", "closed"])
    missing, angle = p.whole("missing", 0, 3), p.real("lid_angle", 95, 140)
    accent = p.material("accent", (RED, GREEN, YELLOW, BLUE))
    w, d, h = columns * step + 0.012, rows * step + 0.012, 0.045
    design = Design([pulp.name, lid])
    cup = lathe([(0.3 * step, 0), (0.48 * step, h), (0.4 * step, h), (0.25 * step, 0.008)], segments=10)
    places = [
        ((i - (columns - 1) / 2) * step, (j - (rows - 1) / 2) * step) for i in range(columns) for j in range(rows)
    ]
    design.add("base", join(*(cup.moved(x, 0, z) for x, z in places)), pulp)
    outer, inner = rect(w + 0.02, d + 0.02, 0, -d / 2 - 0.01), rect(w - 0.012, d - 0.012, 0, -d / 2 + 0.006)
    design.add("rim", extrude(outer, 0.004, hole=inner).moved(y=h - 0.006), pulp)
    design.add("base", extrude(rect(w - 0.02, d - 0.02, 0, -d / 2 + 0.01), h * 0.55).moved(y=h * 0.3), pulp)
    cover = Body([(0, w / 2, d / 2), (0.036, w / 2 - 0.01, d / 2 - 0.01)], 5)
    roof = rect(w * 0.72, d * 0.5, 0, -d * 0.25)
    sticker = decal(roof, 1, 1).scaled(z=0.001)
    words = join(*(decal(o, 2, 1) for o in letters(w * 0.6, d * 0.2, -d * 0.1))).scaled(z=0.001)
    if lid == "closed":
        design.add("lid", cover.solid().moved(y=h), pulp)
        design.add("label", sticker.rotated("x", -90).moved(y=h + 0.036), accent)
        design.add("print", words.rotated("x", -90).moved(y=h + 0.036), on(accent))
        design.features = [f"a {accent.name} label on its lid", f"{number_word(columns)} bumps in a row"]
        return design
    wall = loft([cover.ring(0), cover.ring(0.036), cover.ring(0.033, 0.97), cover.ring(0.001, 0.95)])
    design.add("lid", wall.moved(0, 0, d / 2 + 0.004).rotated("x", -angle).moved(0, h, -d / 2 - 0.004), pulp)
    egg = sphere(0.021, segments=14).scaled(1, 1.28, 1).moved(y=h * 0.8)
    kept = places[missing:]
    design.add("egg", join(*(egg.moved(x, 0, z) for x, z in kept)), shell)
    design.features = [f"{number_word(len(kept))} {shell.name} eggs", "an open lid"]
    return design


@category("spray bottle", family="packages", also=("cleaner bottle", "trigger spray", "cleaning spray"))
def spray_bottle(p: Parameters) -> Design:
    h, a, flat = p.real("height", 0.17, 0.22), p.real("half_width", 0.04, 0.052), p.real("flatness", 0.55, 0.8)
    form, look = p.choice("form", ["waisted", "shouldered", "round"]), draw_look(p)
    liquid, head = (
        p.material("bottle", (CLEAR, LIGHT_BLUE, WHITE, YELLOW, GREEN, PINK, ORANGE)),
        p.material("head", (WHITE, RED, BLUE, BLACK, GREEN, GREY)),
    )
    b = a * (1 if form == "round" else flat)
    curve = {
        "waisted": ((0, 0.95), (0.04, 1), (0.5, 0.97), (0.68, 0.72), (0.82, 0.5), (0.95, 0.36), (1, 0.3)),
        "shouldered": ((0, 0.95), (0.04, 1), (0.68, 1), (0.8, 0.8), (0.88, 0.36), (1, 0.3)),
        "round": ((0, 0.95), (0.04, 1), (0.6, 1), (0.75, 0.85), (0.86, 0.5), (0.92, 0.33), (1, 0.3)),
    }[form]
    body = Body([(h * y, a * s, max(b * s, a * 0.28)) for y, s in curve], 2 if form == "round" else 2.6)
    design = Design([liquid.name, form], [f"a {head.name} trigger head", f"a {look.paper.name} label"])
    design.add("bottle", body.solid(), liquid)
    dress(design, body, 0.1 * h, (0.46 if form == "waisted" else 0.6) * h, 1.5 * a, look)
    u = a / 0.045
    design.add("collar", ribbed_cap(0.017 * u, 0.022 * u).moved(y=h - 0.004), head)
    profile = [(-0.055, 0.014), (0.028, 0.006), (0.032, 0.026), (0.02, 0.034), (-0.055, 0.034)]
    hood = extrude([(x * u, -y * u) for x, y in profile], 0.024 * u).moved(y=-0.012 * u).rotated("x", 90)
    design.add("head", hood.moved(y=h + 0.015 * u), head)
    design.add("head", cylinder(0.011 * u, 0.025 * u, segments=12).moved(y=h + 0.012 * u), head)
    tip = cylinder(0.009 * u, 0.014 * u, segments=12).rotated("z", 90).moved(-0.054 * u, h + 0.039 * u)
    design.add("nozzle", tip, look.accent)
    pull = [(-0.022, 0.032), (-0.034, 0.012), (-0.035, -0.012), (-0.046, -0.034)]
    trigger = sweep([(x * u, y * u, 0) for x, y in pull], 0.006 * u).scaled(1, 1, 1.4)
    design.add("trigger", trigger.moved(y=h + 0.015 * u), look.accent)
    return design


@category("spray can", family="packages", also=("aerosol can", "spray paint", "aerosol"))
def spray_can(p: Parameters) -> Design:
    h, r = p.real("height", 0.13, 0.2), p.real("radius", 0.025, 0.034)
    look, top = draw_look(p), p.choice("top", ["cap", "nozzle", "small cap"])
    low, high = p.real("label_low", 0.0, 0.08), p.real("label_high", 0.9, 0.98)
    cap = p.material("cap", (BLACK, WHITE, RED, GREY))
    paint = look.accent if top == "cap" else cap
    body = turned([(r, 0), (r, h)])
    design = Design(
        [look.paper.name],
        [with_article(f"small {paint.name} cap" if top == "small cap" else f"{paint.name} {top}"), look.says],
    )
    design.add("can", body.solid(), STEEL)
    rim = lathe([(0.97 * r, 0), (1.03 * r, 0.004), (1.03 * r, 0.008), (0.97 * r, 0.01)])
    design.add("rim", rim.moved(y=-0.003) + rim.moved(y=h - 0.004), CHROME)
    dress(design, body, max(low * h, 0.01), high * h, 1.5 * r, look, wrap=True)
    design.add("dome", lathe([(r, 0), (0.85 * r, 0.25 * r), (0.5 * r, 0.45 * r), (0.4 * r, 0.6 * r)]).moved(y=h), STEEL)
    if top == "cap":
        design.add("cap", lathe([(0.94 * r, 0), (0.9 * r, 1.3 * r), (0.8 * r, 1.4 * r)]).moved(y=h), paint)
    elif top == "small cap":
        design.add("cap", lathe([(0.6 * r, 0), (0.55 * r, 1.1 * r), (0.4 * r, 1.25 * r)]).moved(y=h + 0.3 * r), paint)
    else:
        design.add("nozzle", cylinder(0.2 * r, 0.5 * r, segments=14).moved(y=h + 0.55 * r), paint)
        hole = cylinder(0.06 * r, 0.08 * r, segments=8).rotated("x", 90).moved(0, h + 0.9 * r, 0.16 * r)
        design.add("nozzle", hole, on(paint))
    return design


@category("detergent bottle", family="packages", also=("laundry detergent", "detergent", "bleach bottle"))
def detergent_bottle(p: Parameters) -> Design:
    h, a, b = p.real("height", 0.22, 0.3), p.real("half_width", 0.08, 0.11), p.real("half_depth", 0.04, 0.055)
    plastic = p.material("bottle", (ORANGE, BLUE, WHITE, RED, GREEN, PURPLE, YELLOW, NAVY))
    look, cap = draw_look(p), p.material("cap", (BLUE, WHITE, RED, GREEN, ORANGE, YELLOW))
    side, lean, measure = p.choice("handle", ["left", "right"]), p.real("lean", 0.3, 0.45), p.real("cap_size", 0.7, 0.9)
    s = 1 if side == "right" else -1
    design = Design([plastic.name, "squat" if h < 2.6 * a else "tall"])
    design.features = [f"a handle on its {side}", f"{with_article(cap.name)} cap"]
    body = Body([(0, a * 0.95, b * 0.9), (0.04 * h, a, b), (0.5 * h, a, b), (0.66 * h, 0.82 * a, b * 0.85)], 3)
    design.add("bottle", body.solid(), plastic)
    neck = Body([(0.6 * h, a * 0.42, b * 0.85), (0.88 * h, a * 0.36, b * 0.75), (0.95 * h, a * 0.27, a * 0.27)], 2.5)
    design.add("bottle", neck.solid().moved(-s * lean * a), plastic)
    grip = [(-0.3, 0.9), (0.25, 0.93), (0.62, 0.85), (0.76, 0.7), (0.72, 0.55)]
    design.add("handle", sweep([(s * x * a, y * h, 0) for x, y in grip], 0.13 * a, sides=10), plastic)
    lid = extrude(regular_outline(18, 0.4 * a * measure / 0.8, radius2=0.38 * a * measure / 0.8), 0.14 * h)
    design.add("cap", lid.moved(-s * lean * a, 0.93 * h), cap)
    dress(design, body, 0.08 * h, 0.54 * h, 1.6 * a, look)
    return design


@category("water bottle", family="packages", also=("drinking bottle", "drink bottle"))
def water_bottle(p: Parameters) -> Design:
    h, r, ribs = p.real("height", 0.18, 0.26), p.real("radius", 0.03, 0.038), p.whole("ribs", 2, 5)
    form, look = p.choice("form", ["disposable", "sports", "insulated"]), draw_look(p)
    water = p.material("plastic", (CLEAR, LIGHT_BLUE, Material("pale green", (0.72, 0.88, 0.78))))
    shell = p.material("shell", (BLUE, STEEL, PINK, BLACK, TURQUOISE, RED, GREEN, WHITE))
    cap = p.material("cap", (BLUE, WHITE, BLACK, RED, GREY))
    design = Design([form, (water if form == "disposable" else shell).name])
    if form == "disposable":
        profile: list[tuple[float, float]] = [(0.85 * r, 0), (r, 0.02 * h)]
        for i in range(ribs):
            y = 0.05 + 0.4 * i / ribs
            profile += [(r, y * h), (0.93 * r, (y + 0.12 / ribs) * h), (r, (y + 0.24 / ribs) * h)]
        profile += [(r, 0.45 * h), (r, 0.7 * h), (0.8 * r, 0.8 * h), (0.45 * r, 0.89 * h), (0.36 * r, 0.97 * h)]
        body = turned(profile)
        design.add("bottle", body.solid(), water)
        dress(design, body, 0.47 * h, 0.68 * h, 1.4 * r, look, wrap=True)
        design.add("cap", ribbed_cap(0.42 * r, 0.07 * h).moved(y=0.95 * h), cap)
        design.features = [f"{with_article(look.paper.name)} label", f"{with_article(cap.name)} screw cap"]
        return design
    waist = 0.85 if form == "sports" else 1
    body = turned([(0.95 * r, 0), (r, 0.02 * h), (r, 0.5 * h), (waist * r, 0.6 * h), (r, 0.72 * h), (0.9 * r, 0.8 * h)])
    design.add("bottle", body.solid(), shell)
    show(design, body, [star(0.4 * r, 0, 0.36 * h), *letters(1.2 * r, 0.3 * r, 0.2 * h)], on(shell))
    if form == "sports":
        design.add("cap", lathe([(0.98 * r, 0), (0.98 * r, 0.07 * h), (0.4 * r, 0.1 * h)]).moved(y=0.79 * h), cap)
        spout = lathe([(0.3 * r, 0), (0.24 * r, 0.07 * h), (0.34 * r, 0.08 * h), (0.3 * r, 0.12 * h)], segments=16)
        design.add("spout", spout.moved(y=0.88 * h), look.accent)
        design.features = [f"a pull spout on {with_article(cap.name)} cap"]
    else:
        design.add("cap", lathe([(0.7 * r, 0), (0.7 * r, 0.12 * h), (0.6 * r, 0.13 * h)]).moved(y=0.79 * h), cap)
        design.add("handle", loop(1.1 * r, 0.1 * h, 0.1 * r).moved(y=0.88 * h), cap)
        design.add("band", body.band(0.03 * h, 0.03 * h + 0.04 * h), look.accent)
        design.features = ["a loop handle on its cap"]
    return design


@category("beer bottle", family="packages", also=("bottle of beer", "glass bottle"))
def beer_bottle(p: Parameters) -> Design:
    h, r, neck = p.real("height", 0.2, 0.26), p.real("radius", 0.029, 0.034), p.real("neck", 0.38, 0.46)
    form, foil = p.choice("form", ["long-necked", "stubby", "sloping"]), p.choice("neck_label", ["yes", "no", "foil"])
    glass = p.material("glass", (BROWN_GLASS, BROWN_GLASS, GREEN_GLASS, Material("clear glass", (0.80, 0.86, 0.84))))
    look = draw_look(p, (WHITE, CREAM, RED, YELLOW, GREEN, NAVY, GOLD), (RED, GOLD, GREEN, NAVY, BLACK, BLUE))
    cap = p.material("cap", (GOLD, STEEL, RED, BLUE, BLACK))
    h = h * (0.78 if form == "stubby" else 1)
    shoulder = {"long-necked": (0.55, 0.66), "stubby": (0.62, 0.76), "sloping": (0.45, 0.78)}[form]
    body = turned(
        [
            (0.92 * r, 0),
            (r, 0.02 * h),
            (r, shoulder[0] * h),
            (0.88 * r, (0.7 * shoulder[0] + 0.3 * shoulder[1]) * h),
            (neck * 1.15 * r, shoulder[1] * h),
            (neck * r, 0.94 * h),
            (neck * 1.12 * r, 0.95 * h),
            (neck * r, 0.985 * h),
        ]
    )
    design = Design(
        [glass.name, form], [f"{with_article(look.paper.name)} label", f"{with_article(cap.name)} crown cap"]
    )
    design.add("bottle", body.solid(), glass)
    dress(design, body, 0.12 * h, (shoulder[0] - 0.04) * h, 1.6 * r, look, wrap=True)
    if foil != "no":
        top = 0.9 if foil == "yes" else 0.97
        design.add("neck label", body.band((shoulder[1] + 0.03) * h, top * h, 1.04), look.accent)
    design.add("cap", ribbed_cap(neck * 1.28 * r, 0.03 * h, 21).moved(y=0.975 * h), cap)
    return design


@category("wine bottle", family="packages", also=("bottle of wine", "glass bottle"))
def wine_bottle(p: Parameters) -> Design:
    h, r, neck = p.real("height", 0.28, 0.33), p.real("radius", 0.036, 0.042), p.real("neck", 0.34, 0.42)
    form = p.choice("form", ["square-shouldered", "slope-shouldered", "slender", "champagne"])
    wines = (
        Material("dark green glass", (0.07, 0.17, 0.10)),
        GREEN_GLASS,
        Material("pale yellow glass", (0.82, 0.80, 0.50)),
        Material("pink glass", (0.92, 0.62, 0.60)),
        Material("dark red glass", (0.22, 0.04, 0.07)),
    )
    glass, foil = p.material("glass", wines), p.material("foil", (DARK_RED, GOLD, BLACK, RED, NAVY, WHITE))
    look, closed = (
        draw_look(p, (WHITE, CREAM, BLACK, GOLD), (DARK_RED, GOLD, NAVY, BLACK, GREEN)),
        p.choice("closure", ["foil", "cork"]),
    )
    low = {"square-shouldered": 0.62, "slope-shouldered": 0.5, "slender": 0.42, "champagne": 0.48}[form]
    high = {"square-shouldered": 0.72, "slope-shouldered": 0.74, "slender": 0.82, "champagne": 0.78}[form]
    r = r * {"slender": 0.88, "champagne": 1.1}.get(form, 1)
    t = np.linspace(0, 1, 7)[1:]
    ease = [(r * (1 + (neck - 1) * (3 * u * u - 2 * u**3)), h * (low + (high - low) * u)) for u in t]
    body = turned([(0.9 * r, 0), (r, 0.015 * h), (r, low * h), *ease, (neck * 0.95 * r, 0.97 * h), (neck * r, h)])
    design = Design([glass.name, form], [f"{with_article(look.paper.name)} label"])
    design.add("bottle", body.solid(), glass)
    dress(design, body, 0.14 * h, (low - 0.06) * h, 1.65 * r, look)
    if closed == "foil" or form == "champagne":
        start = high - 0.06 if form == "champagne" else 0.8
        design.add("foil", body.band(start * h, 0.999 * h, 1.08), foil)
        design.features.append(f"{with_article(foil.name)} foil")
    else:
        design.add("cork", cylinder(neck * 0.75 * r, 0.04 * h, segments=14).moved(y=h - 0.015 * h), WOODS[2])
        design.add("neck ring", body.band(0.94 * h, 0.97 * h, 1.15), glass)
        design.features.append("a cork")
    return design


@category("thermos", family="packages", also=("vacuum flask", "thermos flask", "insulated flask"))
def thermos(p: Parameters) -> Design:
    h, r, cup = p.real("height", 0.22, 0.32), p.real("radius", 0.036, 0.05), p.real("cup", 0.17, 0.26)
    shell = p.material("shell", (STEEL, GREEN, DARK_GREEN, RED, BLUE, NAVY, BLACK, CREAM))
    lid, grip = p.material("lid", (STEEL, BLACK, RED, WHITE, CREAM)), p.choice("handle", ["side", "none", "side"])
    pattern, mug = p.choice("pattern", ["plain", "tartan", "banded"]), p.choice("mug_ear", ["yes", "no"])
    accent = p.material("accent", (RED, WHITE, YELLOW, BLACK, ORANGE))
    top = h * (1 - cup)
    body = turned([(0.97 * r, 0), (r, 0.01 * h), (r, top - 0.12 * h), (0.82 * r, top)])
    design = Design([shell.name, pattern], [f"{with_article(lid.name)} cup lid"])
    design.add("flask", body.solid(), shell)
    design.add("rim", body.band(0.002, 0.035 * h, 1.05) + body.band(top - 0.15 * h, top - 0.12 * h, 1.05), STEEL)
    if pattern == "tartan":
        for i in range(5):
            design.add("band", body.band((0.1 + 0.11 * i) * h, (0.13 + 0.11 * i) * h, 1.015), accent)
        upright = box(0.2 * r, 0.48 * h, 0.02 * r).moved(0, 0.08 * h, r * 1.005)
        design.add("band", around(upright, 8), accent)
    elif pattern == "banded":
        design.add("band", body.band(0.3 * h, 0.42 * h, 1.015), accent)
        show(design, body, letters(1.1 * r, 0.06 * h, 0.33 * h), on(accent))
    design.add("lid", lathe([(0.84 * r, 0), (0.8 * r, cup * h), (0.72 * r, cup * h + 0.01 * h)]).moved(y=top), lid)
    if grip == "side":
        path = [(0.9, 0.62), (1.6, 0.6), (1.75, 0.5), (1.7, 0.25), (0.95, 0.18)]
        design.add("handle", sweep([(x * r, y * h, 0) for x, y in path], 0.13 * r), BLACK)
        design.features.append("a side handle")
    if mug == "yes":
        ear = sweep(arc(1, -90, 90, points=9) * (0.45 * r, 0.35 * cup * h, 1), 0.09 * r)
        design.add("lid", ear.moved(0.78 * r, top + 0.5 * cup * h), lid)
    return design


@category("canteen", family="packages", also=("water canteen", "army canteen", "field bottle"))
def canteen(p: Parameters) -> Design:
    r, deep, form = p.real("radius", 0.08, 0.11), p.real("depth", 0.3, 0.42), p.choice("form", ["round", "oval"])
    covers = (Material("olive", (0.33, 0.36, 0.20)), Material("khaki", (0.64, 0.56, 0.37)), STEEL, BROWN, NAVY)
    cover, strap = p.material("cover", covers), p.material("strap", (BROWN, BLACK, BEIGE, LEATHERS[1]))
    cap, loop_h = p.material("cap", (BLACK, STEEL, BRASS)), p.real("strap_height", 1.3, 2.0)
    emblem, metal = p.choice("front", ["star", "ring", "pocket flap"]), p.material("trim", (BRASS, STEEL, CREAM))
    design = Design([cover.name, form], [f"{with_article(strap.name)} strap", f"a {emblem} on the front"])
    d = deep * r
    if form == "round":
        profile = [(0.4 * r, -d), (0.8 * r, -0.85 * d), (r, -0.3 * d), (r, 0.3 * d), (0.8 * r, 0.85 * d), (0.4 * r, d)]
        design.add("flask", lathe(profile, segments=32).rotated("x", 90).moved(y=r), cover)
        design.add("seam", torus(r, 0.05 * r, segments=32, sides=6).rotated("x", 90).moved(y=r), strap)
        height = 2 * r
    else:
        height = 2.2 * r
        steps = ((0, 0.7), (0.1, 0.95), (0.4, 1), (0.75, 0.9), (0.93, 0.6), (1, 0.3))
        design.add("flask", Body([(height * y, 0.8 * r * s, 1.1 * d * s) for y, s in steps], 2.6).solid(), cover)
        design.add("seam", box(1.6 * r, 0.09 * r, 2.2 * d, bevel=d).scaled(1.02, 1, 1.03).moved(y=0.62 * height), strap)
    front = (
        Body([(0, r, d * 1.0), (height, r, d)], 0) if form == "round" else Body([(0, r, 1.12 * d), (height, r, d)], 0)
    )
    y = height * 0.42
    if emblem == "star":
        show(design, front, [star(0.35 * r, 0, y)], metal)
    elif emblem == "ring":
        show(design, front, [oval(0.35 * r, 0.35 * r, 0, y)], metal, 2)
        show(design, front, [oval(0.25 * r, 0.25 * r, 0, y)], cover, 3.5)
    else:
        show(design, front, [rect(0.75 * r, 0.5 * r, 0, y - 0.25 * r)], strap, 2)
        show(design, front, [oval(0.07 * r, 0.07 * r, 0, y - 0.1 * r)], metal, 4)
    design.add("neck", cylinder(0.2 * r, 0.3 * r, segments=16).moved(y=height - 0.08 * r), STEEL)
    design.add("cap", ribbed_cap(0.27 * r, 0.25 * r).moved(y=height + 0.15 * r), cap)
    chain = [(0.2 * r, height + 0.3 * r, 0), (0.42 * r, height + 0.1 * r, 0), (0.4 * r, height - 0.25 * r, 0)]
    design.add("chain", sweep(chain, 0.02 * r, sides=6), STEEL)
    w = 0.97 if form == "round" else 0.78
    over = arc(1, 0, 180, points=17) * (w * r, loop_h * r + 0.5 * height, 1) + (0, 0.5 * height, 0)
    design.add("strap", sweep(over, 0.03 * r, sides=6).scaled(1, 1, 3), strap)
    return design


@category("tin", family="packages", also=("biscuit tin", "cookie tin", "tin box"))
def tin(p: Parameters) -> Design:
    w, low, tall = p.real("width", 0.12, 0.22), p.real("height_ratio", 0.3, 0.5), p.real("tall_ratio", 1.1, 1.5)
    form = p.choice("form", ["round", "rectangular", "tall square", "octagonal"])
    look, lid = (
        draw_look(p, (RED, NAVY, GREEN, CREAM, GOLD, BLUE, DARK_RED)),
        p.choice("lid", ["same", "metal", "accent"]),
    )
    lid_h, knob = p.real("lid_height", 0.16, 0.28), p.choice("knob", ["yes", "no", "no"])
    w = w * 0.6 if form == "tall square" else w
    h, d = w * (tall if form == "tall square" else low), w * (0.65 if form == "rectangular" else 1)
    power = {"round": 2.0, "octagonal": 2.0}.get(form, 8.0)
    body = Body([(0, w / 2, d / 2), (h, w / 2, d / 2)], power, 8 if form == "octagonal" else 32)
    top = {"same": look.paper, "metal": STEEL, "accent": look.accent}[lid]
    design = Design([form, look.paper.name], [f"{with_article(top.name)} lid", look.says])
    turn = 22.5 if form == "octagonal" else 0
    front = Body([(0, w / 2, 0.925 * d / 2), (h, w / 2, 0.925 * d / 2)], 0) if turn else body
    cap_at = h * (1 - lid_h)
    design.add("tin", body.solid().rotated("y", turn), look.paper)
    design.add("lid", body.band(cap_at, h, 1.04).rotated("y", turn), top)
    step = Body([(h, 0.46 * w, 0.46 * d), (1.02 * h, 0.45 * w, 0.45 * d)], power, body.segments).solid()
    design.add("lid", step.rotated("y", turn), top)
    design.add("rim", body.band(0, 0.03 * h, 1.03).rotated("y", turn), STEEL)
    dress(design, front, 0.06 * h, cap_at - 0.02 * h, (0.38 if turn else 0.8) * w, look)
    prints = [(oval(0.36 * w, 0.36 * d), look.accent, 1), (oval(0.3 * w, 0.3 * d), CREAM, 2)]
    prints += [(o, look.accent, 3) for o in letters(0.45 * w, 0.12 * w, -0.06 * d)]
    for outline, ink, layer in prints:
        design.add("print", decal(outline, layer, 1).scaled(z=0.006 * h).rotated("x", -90).moved(y=1.02 * h), ink)
    if knob == "yes":
        ball = lathe([(0.03 * w, 0), (0.06 * w, 0.05 * w), (0.01 * w, 0.09 * w)], segments=14)
        design.add("knob", ball.moved(y=1.02 * h), BRASS)
        design.features.append("a knob")
    return design


@category("tuna can", family="packages", also=("fish can", "tin of fish", "can"))
def tuna_can(p: Parameters) -> Design:
    w, low, form = (
        p.real("width", 0.075, 0.11),
        p.real("height_ratio", 0.32, 0.5),
        p.choice("form", ["round", "round", "oblong"]),
    )
    paper = p.material("paper", (BLUE, NAVY, YELLOW, GREEN, RED, WHITE, TURQUOISE))
    accent, ring = p.material("accent", PRINTS), p.choice("lid", ["ring-pull", "plain"])
    accent = on(paper) if accent.name == paper.name else accent
    metal, picture = p.material("metal", (STEEL, CHROME, GOLD)), p.choice("picture", ["fish", "word"])
    w, d = (w * 1.2, w * 0.75) if form == "oblong" else (w, w)
    h = d * low
    body = Body([(0, w / 2, d / 2), (h, w / 2, d / 2)], 5 if form == "oblong" else 2, 40)
    design = Design([form, "flat", paper.name], [f"a {ring} lid", f"a printed {picture}"])
    design.add("can", body.solid(), metal)
    design.add("rim", body.band(0, 0.08 * h, 1.04) + body.band(0.93 * h, 1.03 * h, 1.04), metal)
    design.add("label", body.band(0.1 * h, 0.91 * h), paper)
    m = 0.5 * w
    if picture == "fish":
        tail = np.array([(0.3, 0.0), (0.62, -0.22), (0.54, 0.0), (0.62, 0.22)]) * m + (0, 0.52 * h)
        show(design, body, [oval(0.4 * m, 0.24 * h, -0.03 * m, 0.52 * h), tail], accent, 2)
        show(
            design,
            body,
            [oval(0.035 * m, 0.035 * m, -0.25 * m, 0.56 * h), rect(1.2 * m, 0.05 * h, 0, 0.14 * h)],
            on(paper),
        )
    else:
        show(design, body, [oval(0.75 * m, 0.36 * h, 0, 0.5 * h)], accent, 2)
        show(design, body, letters(1.05 * m, 0.3 * h, 0.36 * h), on(accent))
    lid = Body([(0, 0.44 * w, 0.44 * d), (0.01 * h, 0.42 * w, 0.42 * d)], body.power, 40).solid()
    design.add("lid", lid.moved(y=1.03 * h), CHROME)
    if ring == "ring-pull":
        pull = torus(0.1 * w, 0.012 * w, segments=18, sides=6).moved(0, 1.03 * h + 0.022 * w, 0.14 * d)
        design.add("ring", pull + box(0.04 * w, 0.02 * w, 0.12 * w).moved(0, 1.03 * h, 0.14 * d + 0.12 * w), STEEL)
    else:
        for s in (0.33, 0.2):
            groove = torus(1, 0.03, segments=30, sides=6).scaled(s * w, 0.2 * w, s * d)
            design.add("lid", groove.moved(y=1.035 * h), metal)
    return design


@category("jerrycan", family="packages", also=("jerry can", "fuel can", "petrol can"))
def jerrycan(p: Parameters) -> Design:
    h, w, d = p.real("height", 0.36, 0.48), p.real("width", 0.28, 0.36), p.real("depth", 0.13, 0.18)
    form, side = p.choice("form", ["metal", "metal", "plastic"]), p.choice("spout_side", ["left", "right"])
    army = (Material("olive", (0.29, 0.32, 0.18)), DARK_GREEN, RED, Material("sand", (0.72, 0.63, 0.44)), NAVY)
    steel, plastic = p.material("steel", army), p.material("plastic", (RED, BLUE, WHITE, BLACK, GREEN, YELLOW))
    cap, cross = p.material("cap", (BLACK, STEEL, YELLOW, RED)), p.real("cross", 0.3, 0.4)
    s = 1 if side == "right" else -1
    skin = steel if form == "metal" else plastic
    body = Body(
        [(0, 0.46 * w, 0.44 * d), (0.03 * h, w / 2, d / 2), (0.8 * h, w / 2, d / 2), (0.88 * h, 0.44 * w, 0.4 * d)], 7
    )
    design = Design([skin.name, form] if form == "plastic" else [skin.name], [f"{with_article(cap.name)} cap"])
    design.add("can", body.solid(), skin)
    if form == "metal":
        for turn in (0, 180):
            ribs = [
                sweep([(sx * cross * w, 0.12 * h, d / 2), (-sx * cross * w, 0.74 * h, d / 2)], 0.035 * d, sides=6)
                for sx in (-1, 1)
            ]
            design.add("cross", join(*ribs).rotated("y", turn), skin)
        design.add("seam", box(1.02 * w, 0.86 * h, 0.05 * d, bevel=0.01).moved(y=0.02 * h), skin)
        grip = [(-0.28, 0.86), (-0.24, 0.98), (0.16, 0.98), (0.2, 0.86)]
        bars = row(sweep([(-s * x * w, y * h, 0) for x, y in grip], 0.07 * d), 3, step=(0, 0, 0.3 * d))
        design.features.append("three handles")
        design.features.append("an embossed cross")
    else:
        grip = [(-0.36, 0.85), (-0.34, 1.0), (-0.1, 1.03), (0.14, 1.0), (0.16, 0.85)]
        bars = sweep([(-s * x * w, y * h, 0) for x, y in grip], 0.12 * d)
        show(design, body, [rect(0.07 * w, 0.5 * h, -0.36 * w, 0.12 * h)], on(skin), 1.5)
        show(design, body, [rect(0.5 * w, 0.3 * h, 0.1 * w, 0.25 * h)], cap, 1.5)
        show(design, body, letters(0.4 * w, 0.09 * h, 0.36 * h, 0.1 * w), on(cap))
        design.features.append("one handle")
    design.add("handle", bars, skin)
    spout = cylinder(0.22 * d, 0.1 * h, segments=16) + cylinder(0.26 * d, 0.02 * h, segments=16).moved(y=0.05 * h)
    place = {"x": -s * 0.37 * w, "y": 0.86 * h}
    design.add("spout", spout.rotated("z", s * 22).moved(**place), skin)
    design.add("cap", ribbed_cap(0.28 * d, 0.05 * h).moved(y=0.08 * h).rotated("z", s * 22).moved(**place), cap)
    return design


@category("gas cylinder", family="packages", also=("gas bottle", "propane tank", "gas tank"))
def gas_cylinder(p: Parameters) -> Design:
    h, r, form = p.real("height", 0.4, 0.58), p.real("radius", 0.13, 0.17), p.choice("form", ["squat", "squat", "tall"])
    paints = (WHITE, GREY, BLUE, RED, ORANGE, GREEN, Material("light grey", (0.74, 0.75, 0.76)))
    paint, shoulder = p.material("paint", paints), p.material("shoulder", (RED, YELLOW, GREEN, BLACK, WHITE, BLUE))
    sign, collar = p.choice("sign", ["flame diamond", "warning label"]), p.real("collar", 0.55, 0.75)
    neck = p.choice("two_coloured", ["yes", "no"])
    h, r = (h * 2.6, r * 0.75) if form == "tall" else (h, r)
    dome = 0.6 * r
    t = np.radians(np.linspace(0, 80, 6))
    lower = [] if form == "tall" else [(0.7 * r, 0.02 * h), (0.92 * r, 0.07 * h)]
    start = [(r, 0.0)] if form == "tall" else [(0.5 * r, 0.01 * h)]
    body = turned(
        [*start, *lower, (r, 0.14 * h), (r, h - dome), *((r * np.cos(a), h - dome + dome * np.sin(a)) for a in t[1:])]
    )
    design = Design([form, paint.name], [])
    design.add("cylinder", body.solid(), paint)
    if neck == "yes":
        design.add("shoulder", body.band(h - dome, 0.97 * h, 1.015), shoulder)
        design.features.append(f"{with_article(shoulder.name)} shoulder")
    design.add("valve", cylinder(0.14 * r, 0.35 * r, segments=12).moved(y=0.95 * h), BRASS)
    outlet = cylinder(0.09 * r, 0.35 * r, segments=10).rotated("x", 90)
    design.add("valve", outlet.moved(0, 0.98 * h + 0.15 * r), BRASS)
    design.add("wheel", ribbed_cap(0.24 * r, 0.12 * r).moved(y=0.95 * h + 0.36 * r), RED if neck == "no" else BLACK)
    if form == "squat":
        foot = tube(0.75 * r, 0.7 * r, 0.12 * h).moved(y=-0.05 * h)
        ring = torus(collar * r, 0.05 * r, segments=24, sides=8).moved(y=h + 0.5 * r)
        plate = sweep(np.add(arc(collar * r, 25, 155, points=8, plane="xz"), (0, h + 0.25 * r, 0)), 0.03 * r)
        posts = around(box(0.5 * collar * r, 0.75 * r, 0.05 * r).moved(0, h - 0.25 * r, collar * r), 3, start=60)
        design.add("foot", foot, paint)
        design.add("collar", ring + posts + plate, paint)
        design.add("weld", body.band(0.5 * h, 0.525 * h, 1.02), paint)
        design.features.append("a collar round its valve")
    else:
        design.add("ring", body.band(0.01 * h, 0.04 * h, 1.04), BLACK)
        design.features.append("a domed top")
    if sign == "flame diamond":
        show(design, body, [rect(0.75 * r, 0.75 * r, 0, 0.62 * h - dome * 0.5, 45)], RED, 2)
        show(design, body, [star(0.26 * r, 0, 0.62 * h - dome * 0.5 + 0.375 * r, tips=7)], WHITE)
    else:
        show(design, body, [rect(1.1 * r, 0.6 * r, 0, 0.3 * h)], YELLOW, 2)
        show(design, body, letters(0.9 * r, 0.25 * r, 0.3 * h + 0.18 * r), BLACK)
    design.features.append(f"a {sign}")
    return design


@category("pill bottle", family="packages", also=("medicine bottle", "prescription bottle", "pills"))
def pill_bottle(p: Parameters) -> Design:
    h, r, cap_h = p.real("height", 0.06, 0.1), p.real("radius", 0.018, 0.027), p.real("cap_height", 0.17, 0.28)
    kind, look = (
        p.choice("kind", ["prescription", "prescription", "vitamin"]),
        draw_look(p, (GREEN, BLUE, YELLOW, RED, ORANGE)),
    )
    amber = p.material("amber", (Material("orange", (0.88, 0.43, 0.08)), Material("amber", (0.66, 0.30, 0.06))))
    jar, cap = p.material("jar", (WHITE, BROWN_GLASS, DARK_GREEN)), p.material("cap", (WHITE, WHITE, BLUE, BLACK))
    head, pills = p.material("label_head", (RED, BLUE, GREEN, NAVY)), p.whole("pills", 0, 4)
    top = h * (1 - cap_h)
    neck = [(r, top - 0.12 * h), (0.8 * r, top - 0.03 * h)] if kind == "vitamin" else [(r, top - 0.02 * h)]
    body = turned([(0.95 * r, 0), (r, 0.02 * h), *neck, (0.85 * r, top + 0.02 * h)])
    shell = amber if kind == "prescription" else jar
    design = Design([shell.name, kind], [f"{with_article(cap.name)} ribbed cap"])
    design.add("bottle", body.solid(), shell)
    if kind == "prescription":
        low, high = 0.12 * h, top - 0.12 * h
        design.add("label", body.printed(rect(1.75 * r, high - low, 0, low), 1, 6), WHITE)
        show(design, body, [rect(1.7 * r, 0.2 * (high - low), 0, low + 0.78 * (high - low))], head, 2)
        text = [
            rect(
                r * (1.3 - 0.3 * (i % 2)),
                0.06 * (high - low),
                -0.1 * r * (i % 2),
                low + (0.1 + 0.13 * i) * (high - low),
            )
            for i in range(5)
        ]
        show(design, body, text, NAVY)
        design.features.append("a white prescription label")
    else:
        dress(design, body, 0.08 * h, top - 0.16 * h, 1.6 * r, look, wrap=True)
        design.features.append(f"{with_article(look.paper.name)} label")
    design.add("cap", extrude(regular_outline(28, 1.08 * r, radius2=1.02 * r), cap_h * h).moved(y=top), cap)
    design.add("cap", lathe([(0.95 * r, 0), (0.85 * r, 0.02 * h)]).moved(y=h), cap)
    pill = sphere(0.3 * r, segments=12).scaled(1.5, 0.75, 0.75)
    for i in range(pills):
        spot = pill.rotated("y", 70 * i).moved((i - 1.2) * 0.95 * r, 0.22 * r, (1.7 + 0.4 * (i % 2)) * r)
        design.add("pill", spot, (WHITE, head)[i % 2])
    if pills:
        design.features.append(f"{number_word(pills)} pill{'s' * (pills > 1)} in front of it")
    return design


@category("toothpaste", family="packages", also=("toothpaste tube", "tube of toothpaste"))
def toothpaste(p: Parameters) -> Design:
    long, r, wide = p.real("length", 0.12, 0.18), p.real("radius", 0.017, 0.024), p.real("end_width", 1.3, 1.6)
    tube_ink, accent = (
        p.material("tube", (WHITE, WHITE, BLUE, RED, TURQUOISE, GREEN)),
        p.material("accent", (RED, BLUE, GREEN, TURQUOISE)),
    )
    pose, cap = p.choice("pose", ["lying", "lying", "standing"]), p.choice("cap", ["flip cap", "screw cap"])
    paste, art = p.choice("paste", ["yes", "no"]), p.choice("print", ["swoosh", "stripes", "block"])
    lid = p.material("cap_colour", (WHITE, BLUE, RED, GREEN))
    accent = on(tube_ink) if accent.name == tube_ink.name else accent
    cap_h = 1.3 * r if cap == "flip cap" else 0.8 * r
    curve = [
        (0, 0.5, 0.5),
        (0.02, 0.98, 0.98),
        (0.3, 1.02, 0.9),
        (0.6, 1.1, 0.62),
        (0.85, wide * 0.92, 0.25),
        (1, wide, 0.07),
    ]
    body = Body([(cap_h + long * y, a * r, b * r) for y, a, b in curve])
    parts: list[tuple[str, Solid, Material]] = [("tube", body.solid(), tube_ink)]
    end = box(2 * wide * r, 0.07 * long, 0.2 * r).moved(y=cap_h + 0.95 * long)
    parts.append(("crimp", end, accent if art == "stripes" else tube_ink))
    parts.append(("cap", ribbed_cap(0.9 * r if cap == "flip cap" else 0.55 * r, cap_h + 0.02 * long), lid))
    y = cap_h
    word = [o @ np.array([[0, 1], [-1, 0]]) + (0.3 * r, y + 0.52 * long) for o in letters(0.55 * long, 0.7 * r, 0)]
    prints = {
        "swoosh": [oval(0.6 * r, 0.3 * long, 0.1 * r, y + 0.5 * long)],
        "stripes": [rect(0.2 * r, 0.85 * long, x * r, y + 0.06 * long) for x in (-0.75, 0.7)],
        "block": [rect(1.6 * r, 0.3 * long, 0, y + 0.06 * long), rect(1.6 * r, 0.06 * long, 0, y + 0.8 * long)],
    }[art]
    parts += [("print", body.printed(o, 2), accent) for o in prints]
    ink = on(accent) if art == "swoosh" else RED if art == "block" else accent
    parts += [("print", join(*(body.printed(o, 3.5, 1) for o in word)), ink)]
    if paste == "yes" and pose == "lying":
        blob = sweep(
            [(0, 0.1 * r, 0), (0, -0.8 * r, -0.2 * r), (0.3 * r, -1.8 * r, -0.55 * r)], [0.3 * r, 0.34 * r, 0.2 * r]
        )
        parts.append(("paste", blob, TURQUOISE))
    design = Design([tube_ink.name, pose], [f"{with_article(lid.name)} {cap}", f"a printed {art}"])
    for name, solid, material in parts:
        design.add(name, solid.rotated("x", -90).rotated("y", -90) if pose == "lying" else solid, material)
    return design


@category("toothbrush", family="packages", also=("dental brush", "brush"))
def toothbrush(p: Parameters) -> Design:
    long, thick, wave = p.real("length", 0.16, 0.2), p.real("thickness", 0.0045, 0.006), p.real("wave", 0.0, 0.006)
    kind, rows = p.choice("kind", ["manual", "manual", "electric"]), p.whole("bristle_rows", 5, 9)
    body = p.material("handle", (BLUE, RED, GREEN, PINK, WHITE, ORANGE, TURQUOISE, PURPLE, WOODS[2]))
    rubber, bristle = (
        p.material("grip", (WHITE, BLACK, BLUE, GREEN, YELLOW)),
        p.material("bristles", (WHITE, LIGHT_BLUE, GREEN, PINK)),
    )
    tall = p.real("bristle_height", 0.01, 0.014)
    design = Design([body.name, kind], [f"{bristle.name} bristles"])
    x = np.linspace(-0.5, 0.5, 17) * long
    u = (x / long) + 0.5
    size = (
        np.interp(u, (0, 0.05, 0.25, 0.5, 0.62, 0.78, 0.84, 0.97, 1), (0.5, 1, 1.15, 1, 0.6, 0.5, 0.9, 0.95, 0.5))
        * thick
    )
    if kind == "electric":
        size = np.where(u < 0.58, 2.3 * thick, size)
        rubber_size = 2.36 * thick
        design.add("grip", sweep([(xx, 0, 0.004) for xx in (-0.38 * long, -0.05 * long)], rubber_size), rubber)
        design.add(
            "button",
            cylinder(0.006, 2.7 * thick, segments=14).moved(-0.08 * long),
            BLUE if rubber.name != "blue" else RED,
        )
        design.features.append("a thick handle with a button")
    path = np.stack([x, wave * np.sin(2 * np.pi * u), np.zeros(17)], 1)
    flat = 1.0 if kind == "electric" else 1.45
    design.add("handle", sweep(path, size, sides=10).scaled(1, 1, flat), body)
    head_y = float(np.interp(0.9, u, path[:, 1]))
    if kind == "manual":
        grip = [tuple(np.add(q, (0, 0.25 * thick, 0))) for q in path[2:8]]
        design.add("grip", sweep(grip, [0.4 * thick, *[0.95 * thick] * 4, 0.4 * thick]).scaled(1, 1, 1.2), rubber)
        step = 0.15 * long / rows
        for z in (-1, 0, 1):
            tuft = row(cylinder(0.38 * step, tall + 0.002 * abs(z), segments=8), rows, step=(step, 0, 0))
            edge = bristle if z else (BLUE if bristle.name == "white" else WHITE)
            design.add("bristles", tuft.moved(0.41 * long, head_y, z * 0.9 * thick), edge)
    else:
        disc = cylinder(1.6 * thick, tall, segments=18).moved(0.45 * long, head_y)
        design.add(
            "head", cylinder(1.8 * thick, 0.7 * thick, segments=18).moved(0.45 * long, head_y - 0.2 * thick), WHITE
        )
        design.add("bristles", disc, bristle)
        tufts = around(cylinder(0.35 * thick, 1.1 * tall, segments=6).moved(1.2 * thick), rows)
        design.add("bristles", tufts.moved(0.45 * long, head_y), BLUE)
    return design


@category("glue bottle", family="packages", also=("glue", "school glue", "bottle of glue"))
def glue_bottle(p: Parameters) -> Design:
    h, a, flat = p.real("height", 0.1, 0.15), p.real("half_width", 0.024, 0.034), p.real("flatness", 0.55, 0.75)
    form, look = (
        p.choice("form", ["oval", "round", "tapered"]),
        draw_look(p, (BLUE, WHITE, YELLOW, RED, GREEN), (RED, ORANGE, BLUE, YELLOW)),
    )
    glue = p.material("bottle", (WHITE, WHITE, CREAM, CLEAR, YELLOW))
    tip, tip_h = p.material("nozzle", (ORANGE, ORANGE, RED, BLUE, YELLOW)), p.real("nozzle_height", 0.2, 0.3)
    b, top = a * (1 if form == "round" else flat), h * (1 - tip_h)
    curve = {
        "oval": ((0, 0.94), (0.04, 1), (0.72, 1), (0.86, 0.85), (0.96, 0.55), (1, 0.4)),
        "round": ((0, 0.95), (0.03, 1), (0.85, 1), (0.93, 0.8), (1, 0.5)),
        "tapered": ((0, 0.97), (0.03, 1), (0.4, 0.92), (0.8, 0.72), (0.95, 0.58), (1, 0.5)),
    }[form]
    body = Body([(top * y, a * s, max(b * s, 0.4 * a)) for y, s in curve], 2.3)
    design = Design([glue.name, form], [f"{with_article(tip.name)} nozzle", f"{with_article(look.paper.name)} label"])
    design.add("bottle", body.solid(), glue)
    dress(design, body, 0.1 * top, 0.68 * top, (1.2 if form == "tapered" else 1.5) * a, look)
    design.add("collar", ribbed_cap(0.55 * a, 0.08 * h).moved(y=top - 0.005 * h), tip)
    cone = [(0.46 * a, 0), (0.3 * a, 0.35 * tip_h * h), (0.22 * a, 0.4 * tip_h * h), (0.12 * a, 0.85 * tip_h * h)]
    design.add("nozzle", lathe([*cone, (0.05 * a, tip_h * h)], segments=18).moved(y=top + 0.06 * h), tip)
    wings = box(0.9 * a, 0.3 * tip_h * h, 0.1 * a).moved(y=top + 0.07 * h)
    design.add("nozzle", wings, tip)
    return design


SAUCES = (
    Material("red ketchup", (0.74, 0.08, 0.06)),
    Material("yellow mustard", (0.93, 0.76, 0.10)),
    Material("brown barbecue", (0.30, 0.12, 0.06)),
    Material("dark soy", (0.14, 0.07, 0.05)),
    Material("red chilli", (0.83, 0.22, 0.08)),
    Material("white mayonnaise", (0.95, 0.92, 0.80)),
)


@category("sauce bottle", family="packages", also=("ketchup bottle", "mustard bottle", "ketchup"))
def sauce_bottle(p: Parameters) -> Design:
    h, a, form = (
        p.real("height", 0.15, 0.23),
        p.real("half_width", 0.03, 0.038),
        p.choice("form", ["squeeze", "upside-down", "glass", "diner"]),
    )
    sauce, look = (
        p.material("sauce", (*SAUCES[:2], *SAUCES[:2], *SAUCES)),
        draw_look(p, (WHITE, RED, YELLOW, GREEN, CREAM)),
    )
    cap, flat, tip = (
        p.material("cap", (WHITE, RED, GREEN, BLACK)),
        p.real("flatness", 0.6, 0.8),
        p.real("tip", 0.8, 1.2),
    )
    design = Design([sauce.name, form])
    if form == "glass":
        body = Body(
            [(h * y, a * s, a * s) for y, s in ((0, 0.95), (0.03, 1), (0.45, 1), (0.72, 0.5), (0.9, 0.42))], 2, 10
        )
        design.add("bottle", body.solid(), sauce)
        dress(design, turned([(0.97 * r, y) for y, r, _ in body.levels]), 0.08 * h, 0.42 * h, 1.4 * a, look, wrap=True)
        design.add("neck label", turned([(r, y) for y, r, _ in body.levels]).band(0.74 * h, 0.84 * h, 1.03), look.paper)
        design.add("cap", ribbed_cap(0.5 * a, 0.13 * h).moved(y=0.88 * h), cap)
        design.features = [f"{with_article(cap.name)} screw cap", "a long neck"]
    elif form == "diner":
        body = turned([(0.95 * a, 0), (a, 0.02 * h), (a, 0.62 * h), (0.85 * a, 0.67 * h)])
        design.add("bottle", body.solid(), sauce)
        design.add("rib", join(*(torus(a, 0.05 * a, sides=6).moved(y=h * y) for y in (0.08, 0.16, 0.52, 0.6))), sauce)
        show(design, body, letters(1.3 * a, 0.1 * h, 0.3 * h), on(sauce))
        cone = [(0.95 * a, 0), (0.9 * a, 0.06 * h), (0.3 * a, 0.12 * h), (0.1 * a, 0.36 * h * tip)]
        design.add("cap", lathe(cone).moved(y=0.65 * h), sauce)
        design.features = ["a pointed nozzle"]
    else:
        curve = [(0, 0.9), (0.04, 1), (0.5, 0.95), (0.68, 0.9), (0.8, 0.7), (0.86, 0.45)]
        if form == "upside-down":
            curve = [(0.14, 0.55), (0.22, 0.75), (0.4, 0.97), (0.75, 1), (0.93, 0.88), (1, 0.6)]
        body = Body([(h * y, a * s, a * s * flat) for y, s in curve], 2.4)
        design.add("bottle", body.solid(), sauce)
        low, high = (0.32, 0.82) if form == "upside-down" else (0.12, 0.62)
        dress(design, body, low * h, high * h, 1.5 * a, look)
        if form == "upside-down":
            design.add(
                "cap",
                Body([(0, a * 0.85, a * 0.66), (0.13 * h, a * 0.8, a * 0.6), (0.17 * h, a * 0.6, a * 0.5)]).solid(),
                cap,
            )
            design.features = [f"{with_article(cap.name)} cap it stands on"]
        else:
            cone = [(0.5 * a, 0), (0.5 * a, 0.06 * h), (0.2 * a, 0.08 * h), (0.1 * a, 0.17 * h * tip)]
            design.add("cap", lathe(cone).moved(y=0.85 * h), cap)
            design.features = [f"{with_article(cap.name)} pointed cap"]
        design.features.append(f"{with_article(look.paper.name)} label")
    return design


@category("shampoo bottle", family="packages", also=("shampoo", "lotion bottle", "shower gel"))
def shampoo_bottle(p: Parameters) -> Design:
    h, a, flat = p.real("height", 0.16, 0.23), p.real("half_width", 0.03, 0.04), p.real("flatness", 0.5, 0.72)
    form, top = (
        p.choice("form", ["oval", "tapered", "boxy", "round"]),
        p.choice("top", ["flip cap", "pump", "disc cap"]),
    )
    liquid = p.material("bottle", (WHITE, PINK, PURPLE, TURQUOISE, GREEN, BLUE, GOLD, CREAM, BLACK, LIGHT_BLUE))
    look, cap = draw_look(p), p.material("cap", (WHITE, BLACK, GOLD, BLUE, PINK, GREY))
    curve = {
        "oval": ((0, 0.85), (0.04, 0.94), (0.4, 1), (0.75, 0.95), (0.92, 0.75), (1, 0.5)),
        "tapered": ((0, 0.98), (0.03, 1), (0.5, 0.88), (0.85, 0.7), (0.96, 0.6), (1, 0.45)),
        "boxy": ((0, 0.96), (0.03, 1), (0.85, 1), (0.93, 0.9), (1, 0.5)),
        "round": ((0, 0.96), (0.03, 1), (0.85, 1), (0.92, 0.85), (0.97, 0.5), (1, 0.42)),
    }[form]
    tall = 0.85 * h
    b = a if form == "round" else a * flat
    body = Body([(tall * y, a * s, b * s) for y, s in curve], {"boxy": 6.0, "round": 2.0}.get(form, 2.3))
    design = Design([liquid.name, form], [f"{with_article(cap.name)} {top}", f"{with_article(look.paper.name)} label"])
    design.add("bottle", body.solid(), liquid)
    dress(design, body, 0.12 * tall, 0.78 * tall, (1.15 if form == "tapered" else 1.4) * a, look)
    if top == "pump":
        design.add("cap", ribbed_cap(0.4 * a, 0.09 * h).moved(y=tall - 0.01 * h), cap)
        design.add("pump", cylinder(0.13 * a, 0.17 * h, segments=10).moved(y=tall + 0.05 * h), cap)
        head = Body([(0, 0.3 * a, 0.25 * a), (0.03 * h, 0.26 * a, 0.22 * a)]).solid().moved(y=tall + 0.19 * h)
        beak = [(0, 0.015 * h, 0), (-0.75 * a, 0.012 * h, 0), (-1.05 * a, -0.015 * h, 0)]
        design.add("pump", head + sweep(beak, [0.17 * a, 0.13 * a, 0.1 * a]).moved(y=tall + 0.195 * h), cap)
    else:
        wide = 0.85 if top == "flip cap" else 0.5
        lid = Body(
            [
                (0, wide * a, wide * b),
                (0.1 * h, wide * 0.95 * a, wide * 0.95 * b),
                (0.115 * h, wide * 0.8 * a, wide * 0.8 * b),
            ],
            2.4,
        )
        design.add("cap", lid.solid().moved(y=tall - 0.02 * h), cap)
        design.add("seam", lid.band(0.06 * h, 0.068 * h, 1.03).moved(y=tall - 0.02 * h), on(cap))
    return design


SOAPS = (
    WHITE,
    CREAM,
    PINK,
    LIGHT_BLUE,
    Material("pale green", (0.70, 0.85, 0.68)),
    Material("lavender", (0.74, 0.66, 0.85)),
)


def soap_bar(w: float, h: float, d: float, power: float) -> Solid:
    steps = ((0, 0.82), (0.15, 0.94), (0.4, 1), (0.6, 1), (0.85, 0.94), (1, 0.82))
    return Body([(h * y, w / 2 * s, d / 2 * s) for y, s in steps], power).solid()


@category("soap", family="packages", also=("bar of soap", "soap bar"))
def soap(p: Parameters) -> Design:
    w, ratio, thick = p.real("width", 0.07, 0.1), p.real("depth_ratio", 0.58, 0.72), p.real("thickness", 0.022, 0.034)
    form, bar = p.choice("form", ["rectangular", "oval", "rounded"]), p.material("soap", SOAPS)
    foam, mark = p.whole("bubbles", 0, 14), p.choice("mark", ["oval frame", "paper band", "word"])
    band = p.material("band", (BLUE, GREEN, PURPLE, KRAFT, PINK))
    d, bubble = w * ratio, Material("white", (0.90, 0.95, 0.98))
    design = Design([bar.name, form], [{"oval frame": "an embossed oval"}.get(mark, f"a {mark}")])
    power = {"rectangular": 7.0, "oval": 2.0, "rounded": 3.5}[form]
    design.add("soap", soap_bar(w, thick, d, power), bar)
    if mark == "oval frame":
        ring = torus(1, 0.05, segments=28, sides=6).scaled(0.3 * w, 0.03, 0.3 * d)
        design.add("mark", ring.moved(y=thick), bar)
    if mark == "paper band":
        wrap = Body([(y, a, b) for y, a, b in ((-0.001, 0.2 * w, 0.515 * d), (thick + 0.001, 0.2 * w, 0.515 * d))], 8)
        design.add("band", wrap.solid(), band)
    ink = on(band) if mark == "paper band" else band
    word = letters(0.34 * w if mark == "paper band" else 0.42 * w, 0.2 * d, -0.1 * d)
    marks = join(*(decal(o, 2, 1) for o in word)).scaled(z=0.0008).rotated("x", -90)
    design.add("mark", marks.moved(y=thick), ink)
    for i in range(foam):
        turn, r = 2.4 * i, 0.05 * w * (1 + 0.5 * (i % 3))
        spot = (0.55 * w * np.cos(turn), r * 0.8, 0.6 * d * np.sin(turn))
        design.add("bubble", sphere(r, segments=10).moved(*spot), bubble)
    if foam:
        design.features.append("foam bubbles around it")
    return design


@category("soap dish", family="packages", also=("soap holder", "soap tray"))
def soap_dish(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 0.11, 0.15), p.real("depth_ratio", 0.62, 0.75), p.real("height", 0.018, 0.035)
    form, slats = p.choice("form", ["oval", "rectangular"]), p.whole("ridges", 4, 7)
    china = (WHITE, LIGHT_BLUE, TURQUOISE, PINK, GREY, STEEL, *WOODS[:3])
    dish, bar = p.material("dish", china), p.material("soap", SOAPS)
    filled, shape = p.choice("filled", ["with", "with", "without"]), p.choice("bar", ["oval", "rounded"])
    d, power = w * ratio, 2.2 if form == "oval" else 7.0
    design = Design([dish.name, form], [f"{number_word(slats)} ridges"])
    shell = Body([(0, 0.38 * w, 0.38 * d), (0.2 * h, 0.4 * w, 0.4 * d), (h, w / 2, d / 2)], power)
    inside = [shell.ring(h, 0.93), shell.ring(0.45 * h, 0.9)]
    design.add("dish", loft([*(shell.ring(y) for y in (0, 0.2 * h, h)), *inside]), dish)
    ridge = box(0.025 * w, 0.3 * h, 0.55 * d, bevel=0.005).moved(y=0.4 * h)
    design.add("ridge", row(ridge, slats, step=(0.55 * w / slats, 0, 0)), dish)
    if filled == "with":
        design.add(
            "soap", soap_bar(0.62 * w, 0.75 * h + 0.01, 0.6 * d, 2.2 if shape == "oval" else 4).moved(y=0.68 * h), bar
        )
        design.features.insert(0, f"a {shape} bar of {bar.name} soap".replace("a oval", "an oval"))
    return design


@category("gift box", family="packages", also=("present", "gift", "wrapped present"))
def gift_box(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.14, 0.3), p.real("height_ratio", 0.4, 1.05), p.real("depth_ratio", 0.7, 1.0)
    form, pattern = (
        p.choice("form", ["rectangular", "rectangular", "round"]),
        p.choice("pattern", ["plain", "dotted", "striped"]),
    )
    wrap, ribbon = (
        p.material("wrapping", (RED, BLUE, GREEN, WHITE, PURPLE, PINK, GOLD, TURQUOISE, KRAFT)),
        p.material("ribbon", (GOLD, RED, WHITE, GREEN, BLUE, PINK)),
    )
    lid_h, loops = p.real("lid_height", 0.18, 0.28), p.whole("loops", 2, 8)
    ribbon = on(wrap) if ribbon.name == wrap.name else ribbon
    h, d = w * tall, w * (1 if form == "round" else deep)
    body = straight(w, h, d, 2 if form == "round" else 0)
    design = Design([wrap.name, pattern, form], [f"{with_article(ribbon.name)} ribbon and bow"])
    design.add("box", body.solid(), wrap)
    design.add("lid", body.band(h * (1 - lid_h), h, 1.08), wrap)
    band = 0.13 * w
    for turn, wide in ((0, d), (90, w)):
        design.add("ribbon", box(band, h * 1.012, wide * 1.09 + 0.002).moved(y=0.001).rotated("y", turn), ribbon)
    if pattern != "plain":
        xs, ink = np.array([-0.36, -0.18, 0.18, 0.36]) * w, on(wrap)
        if pattern == "striped":
            marks = [rect(0.05 * w, 0.98 * h * (1 - lid_h), x, 0) for x in xs]
        else:
            ys = (0.1, 0.3, 0.5)
            marks = [
                oval(0.035 * w, 0.035 * w, x * (1 if form == "rectangular" else 0.85), h * y + 0.05 * w * (i % 2))
                for i, x in enumerate(xs)
                for y in ys
            ]
        dots = join(*(body.printed(o, 1, 2) for o in marks))
        design.add("print", dots + dots.rotated("y", 180), ink)
    petal = sweep(
        arc(1, 20, 340, points=14) * (0.13 * w, 0.07 * w, 1) + (0.14 * w, 0.05 * w, 0), 0.008 * w, sides=6
    ).scaled(z=6)
    design.add("bow", around(petal, loops, start=45).moved(y=h * 1.01), ribbon)
    design.add("bow", sphere(0.05 * w, segments=10).moved(y=1.01 * h + 0.05 * w), ribbon)
    tail = sweep([(0, 0.02 * w, 0), (0.12 * w, 0.04 * w, 0.1 * w), (0.22 * w, 0.015 * w, 0.25 * w)], 0.012 * w, sides=6)
    design.add("bow", (tail + tail.scaled(x=-1)).moved(y=h * 1.01), ribbon)
    return design


@category("cardboard box", family="packages", also=("carton", "moving box", "parcel"))
def cardboard_box(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.25, 0.6), p.real("height_ratio", 0.4, 0.95), p.real("depth_ratio", 0.6, 1.0)
    lid, angle = p.choice("lid", ["closed", "closed", "open"]), p.real("flap_angle", 20, 120)
    cards = (
        KRAFT,
        KRAFT,
        Material("tan cardboard", (0.80, 0.64, 0.44)),
        Material("white cardboard", (0.90, 0.89, 0.86)),
    )
    card, tape = (
        p.material("card", cards),
        p.material("tape", (Material("clear tan", (0.83, 0.72, 0.52)), BROWN, WHITE, RED)),
    )
    mark, grip = (
        p.choice("print", ["arrows", "address label", "fragile sticker", "word"]),
        p.choice("hand_holes", ["yes", "no"]),
    )
    h, d = w * tall, w * deep
    body, ink = straight(w, h, d), Material("black", (0.13, 0.11, 0.10))
    says = {"arrows": "printed arrows", "word": "a printed word"}.get(mark, with_article(mark))
    design = Design([lid, card.name.split()[0]], [says])
    if lid == "closed":
        design.add("box", body.solid(), card)
        design.add("tape", box(0.12 * w, 0.004 * w, d * 1.004).moved(y=h), tape)
        for z in (-1, 1):
            design.add("tape", box(0.12 * w, 0.25 * h, 0.008 * w).moved(0, 0.754 * h, z * d / 2), tape)
        design.features.append(f"{with_article(tape.name)} tape")
    else:
        outer, inner = rect(w, d, 0, -d / 2), rect(0.97 * w, 0.97 * d, 0, -0.485 * d)
        design.add("box", extrude(outer, h, hole=inner), card)
        design.add("bottom", box(0.98 * w, 0.02 * h, 0.98 * d).moved(y=0.005 * h), card)
        for turn, wide, reach in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
            flap = (
                box(wide * 0.985, 0.012 * w, d * 0.45)
                .moved(0, 0, d * 0.225)
                .rotated("x", angle - 70 if turn % 180 else angle - 60)
            )
            design.add("flap", flap.moved(0, h - 0.01 * w, reach / 2 - 0.008 * w).rotated("y", turn), card)
        design.features.append("four open flaps")
    if mark == "arrows":
        head = np.array([(-0.07, 0.0), (0.07, 0.0), (0.0, 0.12)]) * w
        arrows = [
            o
            for x in (0.22, 0.38)
            for o in (rect(0.05 * w, 0.14 * h, x * w, 0.12 * h), np.add(head, (x * w, 0.26 * h)))
        ]
        show(design, body, [*arrows, rect(0.3 * w, 0.02 * h, 0.3 * w, 0.07 * h)], ink, 0.3)
    elif mark == "word":
        show(design, body, letters(0.6 * w, 0.2 * h, 0.35 * h), RED if h > 0.3 else ink, 0.3)
    else:
        paper = WHITE if mark == "address label" else RED
        show(design, body, [rect(0.45 * w, 0.38 * h, -0.15 * w, 0.18 * h)], paper, 0.3)
        lines = [rect(w * (0.36 - 0.08 * (i % 2)), 0.025 * h, -0.15 * w, h * (0.24 + 0.06 * i)) for i in range(4)]
        show(design, body, lines if paper is WHITE else letters(0.4 * w, 0.16 * h, 0.28 * h, -0.15 * w), on(paper), 0.6)
    side = straight(d, h, w)
    if grip == "yes":
        hole = join(*(side.printed(oval(0.13 * d, 0.04 * h, 0, 0.78 * h), 0.3, 2).rotated("y", t) for t in (90, -90)))
        design.add("hand hole", hole, BROWN)
        design.features.append("hand holes")
    return design


@category("trash can", family="packages", also=("garbage can", "waste bin", "dustbin"))
def trash_can(p: Parameters) -> Design:
    h, r, taper = p.real("height", 0.55, 0.85), p.real("radius", 0.2, 0.28), p.real("taper", 0.8, 0.93)
    form, ribs = p.choice("form", ["metal", "pedal", "wheeled", "mesh"]), p.whole("ribs", 16, 28)
    metal, plastic = (
        p.material("metal", (STEEL, Material("grey metal", (0.47, 0.49, 0.50)), CHROME)),
        p.material("plastic", (GREEN, DARK_GREEN, BLUE, BLACK, GREY, BROWN, YELLOW)),
    )
    lid, sign = p.material("lid", (BLACK, YELLOW, BLUE, GREEN, GREY)), p.choice("sign", ["none", "label"])
    skin = metal if form in ("metal", "pedal") else plastic
    design = Design([skin.name, {"metal": "ribbed"}.get(form, form)])
    if form == "wheeled":
        w, d, h = 2 * r, 2.2 * r, h * 1.3
        body = Body([(0, taper * 0.42 * w, taper * 0.4 * d), (h, w / 2, d / 2)], 8)
        design.add("body", body.solid(), skin)
        design.add("rim", body.band(0.94 * h, h, 1.08), skin)
        cap = Body([(0, 0.54 * w, 0.53 * d), (0.03 * h, 0.54 * w, 0.53 * d), (0.07 * h, 0.45 * w, 0.42 * d)], 8).solid()
        design.add("lid", cap.moved(0, h, 0.02 * d), lid)
        wheel = cylinder(0.13 * h, 0.08 * w, segments=18).rotated("z", 90).moved(y=0.1 * h)
        design.add("wheel", wheel.moved(0.5 * w, 0, -0.38 * d) + wheel.moved(-0.42 * w, 0, -0.38 * d), BLACK)
        design.add("handle", sweep([(-0.42 * w, 1.0 * h, -0.62 * d), (0.42 * w, h, -0.62 * d)], 0.025 * h), skin)
        arms = row(box(0.06 * w, 0.06 * h, 0.2 * d).moved(0, 0.965 * h, -0.54 * d), 2, step=(0.7 * w, 0, 0))
        design.add("handle", arms, skin)
        design.features = [f"{with_article(lid.name)} lid", "two wheels"]
    else:
        body = turned([(taper * r, 0), (r, h)])
        if form == "mesh":
            lines = around(sweep([(0, 0, taper * r), (0, h, r)], 0.008, sides=4), ribs)
            rings = join(
                *(torus(r * (taper + (1 - taper) * t), 0.009, sides=6).moved(y=t * h) for t in np.linspace(0, 1, 7))
            )
            design.add("body", lines + rings + cylinder(taper * r, 0.02), skin)
            design.add("bag", cylinder(0.9 * taper * r, 0.9 * h, top_radius=0.93 * r).moved(y=0.02), WHITE)
            design.features = ["wire sides", "a bag inside"]
        else:
            design.add("body", body.solid(), skin)
            design.add(
                "rim",
                body.band(0.005 * h, 0.05 * h, 1.04) + body.band(0.95 * h, h, 1.04),
                skin if form == "metal" else BLACK,
            )
        if form == "metal":
            rib = sweep([(0, 0.06 * h, taper * r), (0, 0.94 * h, r)], 0.016, sides=6)
            design.add("rib", around(rib, ribs), skin)
            dome = [(1.08 * r, 0), (1.06 * r, 0.05 * h), (0.7 * r, 0.11 * h), (0.1 * r, 0.14 * h)]
            design.add("lid", lathe(dome).moved(y=0.98 * h), skin)
            design.add("handle", loop(0.5 * r, 0.08 * h, 0.012).moved(y=1.1 * h), skin)
            ear = sweep(arc(1, -90, 90) * (0.3 * r, 0.07 * h, 1) + (0.96 * r, 0.75 * h, 0), 0.012)
            design.add("handle", around(ear, 2), skin)
            design.features = ["a domed lid", "two side handles"]
        elif form == "pedal":
            dome = [(1.03 * r, 0), (1.03 * r, 0.05 * h), (0.8 * r, 0.12 * h), (0.1 * r, 0.15 * h)]
            design.add("lid", lathe(dome).moved(y=0.99 * h), lid)
            design.add("pedal", box(0.4 * r, 0.03 * h, 0.4 * r).moved(0, 0.03 * h, r), BLACK)
            design.features = [f"{with_article(lid.name)} lid", "a foot pedal"]
    if sign == "label" and form != "mesh":
        show(design, body, [rect(0.8 * r, 0.22 * h, 0, 0.5 * h)], WHITE, 1.5 if form == "wheeled" else 4)
        show(design, body, letters(0.65 * r, 0.1 * h, 0.55 * h), GREEN, 2.5 if form == "wheeled" else 5)
        design.features.append("a white label")
    return design


@category("dumpster", family="packages", also=("skip", "garbage container", "waste container"))
def dumpster(p: Parameters) -> Design:
    w, d, h = p.real("width", 1.7, 2.4), p.real("depth", 1.1, 1.5), p.real("height", 1.1, 1.5)
    form, ribs = p.choice("form", ["sloped", "flat", "open skip"]), p.whole("ribs", 3, 7)
    paint = p.material("paint", (DARK_GREEN, GREEN, BLUE, GREY, BROWN, YELLOW, RED))
    lid, lean, sign = (
        p.material("lid", (BLACK, GREY, DARK_GREEN)),
        p.real("lid_angle", 0, 50),
        p.choice("sign", ["yes", "no"]),
    )
    design = Design([paint.name, form])
    if form == "open skip":
        w = w * 1.5
        lower, upper = rect(0.62 * w, d, 0, -d / 2), rect(w, d, 0, -d / 2)
        inner, floor = rect(0.95 * w, 0.92 * d, 0, -0.46 * d), rect(0.58 * w, 0.9 * d, 0, -0.45 * d)
        rings = [(lower, 0.0), (upper, h), (inner, h), (floor, 0.15 * h)]
        design.add("body", loft([np.stack([o[:, 0], np.full(16, y), o[:, 1]], 1) for o, y in rings]), paint)
        design.add("rim", extrude(rect(1.03 * w, 1.06 * d, 0, -0.53 * d), 0.08, hole=inner).moved(y=h - 0.06), paint)
        posts = row(box(0.07, 0.92 * h, 0.07), ribs, step=(0.6 * w / ribs, 0, 0))
        design.add("rib", posts.moved(0, 0.04, d / 2) + posts.moved(0, 0.04, -d / 2), paint)
        pin = cylinder(0.06, 1.25 * d, segments=12).rotated("x", 90).moved(0, 0.6 * h, -0.625 * d)
        design.add("lug", pin.moved(0.36 * w) + pin.moved(-0.36 * w), BLACK)
        heap = sphere(1, segments=16, start=0).scaled(0.4 * w, 0.18 * h, 0.42 * d).moved(y=0.83 * h)
        design.add("rubble", heap, Material("grey", (0.52, 0.47, 0.42)))
        design.features = ["sloping ends", f"{number_word(ribs)} ribs"]
    else:
        front = 0.72 if form == "sloped" else 1.0
        side = [(-d / 2, 0), (d * 0.42, 0), (d / 2, -h * front), (-d / 2, -h)]
        design.add(
            "body", extrude([(z, y) for z, y in side], w).moved(y=-w / 2).rotated("x", 90).rotated("y", -90), paint
        )
        design.add(
            "rib", row(box(0.07, 0.62 * h, 0.08), ribs, step=(0.9 * w / ribs, 0, 0)).moved(0, 0.05 * h, 0.46 * d), paint
        )
        design.add("rim", box(w * 1.03, 0.09, 0.1).moved(0, h * front - 0.1, d * 0.5), paint)
        tilt = float(np.degrees(np.arctan2(h * (1 - front), d)))
        for i, s in enumerate((-1, 1)):
            flap = box(0.48 * w, 0.05, 1.06 * np.hypot(d, h * (1 - front))).moved(0, 0, 0.53 * d)
            design.add("lid", flap.rotated("x", tilt - (lean if i else 0)).moved(s * 0.25 * w, h, -d / 2), lid)
        pocket = box(0.16, 0.16, 0.7 * d).moved(0, 0.5 * h, 0)
        design.add("fork pocket", pocket.moved(w / 2 + 0.06) + pocket.moved(-w / 2 - 0.06), paint)
        wheel = cylinder(0.09, 0.06, segments=14).rotated("z", 90).moved(0.03, -0.07)
        design.add(
            "wheel", join(*(wheel.moved(x * 0.42 * w, 0, z * 0.36 * d) for x in (-1, 1) for z in (-1, 1))), BLACK
        )
        design.features = [f"two {lid.name} lids", "four wheels"]
    if sign == "yes":
        face = straight(w, h, d * 1.09)
        show(design, face, [rect(0.5 * w, 0.28 * h, 0, 0.28 * h)], WHITE, 0.6)
        show(design, face, letters(0.42 * w, 0.14 * h, 0.35 * h), paint, 1)
        design.features.append("a white sign")
    return design


@category("suitcase", family="packages", also=("luggage", "travel case", "trolley case"))
def suitcase(p: Parameters) -> Design:
    h, ratio, d = p.real("height", 0.5, 0.75), p.real("width_ratio", 0.64, 0.74), p.real("depth", 0.2, 0.3)
    form, ribs, pull = (
        p.choice("form", ["hard-shell", "vintage", "hard-shell"]),
        p.whole("ribs", 4, 8),
        p.real("pull", 0.1, 0.4),
    )
    shell = p.material("shell", (RED, BLUE, BLACK, GREY, PINK, TURQUOISE, YELLOW, NAVY))
    hide, strap = p.material("leather", LEATHERS), p.material("trim", (BROWN, BLACK, CREAM, LEATHERS[1]))
    w = h * ratio
    if form == "vintage":
        body, w, h = straight(h, w, d, 9), h, w
        design = Design([hide.name, form], [f"two {strap.name} straps", "a top handle"])
        design.add("case", body.solid(), hide)
        for x in (-0.28, 0.28):
            design.add("strap", box(0.06 * w, 1.02 * h, 1.03 * d).moved(x * w, -0.01 * h), strap)
            design.add("buckle", box(0.08 * w, 0.08 * h, 0.02).moved(x * w, 0.7 * h, 0.52 * d), BRASS)
        corner = box(0.1 * w, 0.14 * h, 1.02 * d)
        for x in (-0.46, 0.46):
            design.add("corner", corner.moved(x * w, -0.01 * h) + corner.moved(x * w, 0.87 * h), strap)
        design.add("handle", loop(0.26 * w, 0.13 * h, 0.014).moved(y=h), strap)
        show(design, body, [rect(0.2 * w, 0.2 * h, 0, 0.25 * h, 12)], CREAM, 0.3)
        return design
    body = Body(
        [(0.05 * h, 0.45 * w, 0.42 * d), (0.09 * h, w / 2, d / 2), (0.96 * h, w / 2, d / 2), (h, 0.45 * w, 0.42 * d)], 6
    )
    design = Design([shell.name, form], [f"{number_word(ribs)} ribs", "a pull-out handle", "wheels"])
    design.add("case", body.solid(), shell)
    rib = box(0.05 * w, 0.78 * h, 0.03 * d).moved(0, 0.13 * h, d / 2)
    ribbing = row(rib, ribs, step=(0.8 * w / ribs, 0, 0))
    design.add("rib", ribbing + ribbing.rotated("y", 180), shell)
    design.add("zip", box(1.015 * w, 0.88 * h, 0.04 * d, bevel=0.01).moved(y=0.08 * h), BLACK)
    path = [
        (-0.2 * w, 0.9 * h, -0.35 * d),
        (-0.2 * w, (1 + pull) * h, -0.35 * d),
        (0.2 * w, (1 + pull) * h, -0.35 * d),
        (0.2 * w, 0.9 * h, -0.35 * d),
    ]
    design.add("pull handle", sweep(path, 0.011), STEEL)
    design.add("pull handle", box(0.44 * w, 0.03, 0.035).moved(0, (1 + pull) * h - 0.015, -0.35 * d), BLACK)
    design.add("handle", loop(0.24 * w, 0.05 * h, 0.012).moved(y=0.99 * h), BLACK)
    wheel = cylinder(0.035 * h, 0.05 * w, segments=14).rotated("z", 90).moved(0.02 * w, 0.035 * h)
    design.add("wheel", join(*(wheel.moved(x * 0.38 * w, 0, z * 0.32 * d) for x in (-1, 1) for z in (-1, 1))), BLACK)
    return design


@category("backpack", family="packages", also=("rucksack", "school bag", "bag"))
def backpack(p: Parameters) -> Design:
    h, w, d = p.real("height", 0.4, 0.52), p.real("width", 0.28, 0.34), p.real("depth", 0.15, 0.2)
    form, pocket_h = p.choice("form", ["zipped", "flap-topped"]), p.real("pocket_height", 0.32, 0.45)
    cloth = p.material("cloth", (RED, BLUE, NAVY, BLACK, GREEN, DARK_GREEN, PURPLE, PINK, GREY, ORANGE, KRAFT))
    trim, emblem = (
        p.material("trim", (BLACK, YELLOW, BROWN, WHITE, RED, LIGHT_BLUE)),
        p.choice("emblem", ["star", "none"]),
    )
    roll = p.choice("bedroll", ["no", "no", "yes"])
    trim = on(cloth) if trim.name == cloth.name else trim
    steps = ((0, 0.9), (0.04, 1), (0.6, 0.98), (0.82, 0.9), (0.94, 0.68), (1, 0.4))
    body = Body([(h * y, w / 2 * s, d / 2 * s) for y, s in steps], 3.2)
    design = Design([cloth.name, form], [f"{with_article(trim.name)} front pocket", "two shoulder straps"])
    design.add("bag", body.solid(), cloth)
    pocket = Body(
        [(0, 0.36 * w, 0.2 * d), (0.85 * pocket_h * h, 0.36 * w, 0.2 * d), (pocket_h * h, 0.3 * w, 0.12 * d)], 4
    )
    design.add("pocket", pocket.solid().moved(0, 0.05 * h, 0.45 * d), trim)
    zips = [[(-0.3 * w, (0.05 + 0.75 * pocket_h) * h, 0.66 * d), (0.3 * w, (0.05 + 0.75 * pocket_h) * h, 0.66 * d)]]
    if emblem == "star":
        spot = star(0.09 * w, 0, 0.4 * pocket_h * h)
        design.add("emblem", pocket.printed(spot, 1, 2).moved(0, 0.05 * h, 0.45 * d), on(trim))
        design.features.append("a star")
    for x in (-1.0, 1.0):
        side = Body([(0, 0.1 * w, 0.3 * d), (0.3 * h, 0.1 * w, 0.32 * d)], 3).solid()
        design.add("side pocket", side.moved(x * 0.48 * w, 0.03 * h), trim)
        path = [(0.12, 0.93, -0.3), (0.2, 0.88, -0.75), (0.25, 0.6, -0.95), (0.27, 0.3, -0.8), (0.3, 0.07, -0.4)]
        design.add("strap", sweep([(x * a * w, b * h, c * d) for a, b, c in path], 0.05 * w, sides=6), trim)
    if form == "flap-topped":
        flap = Body(
            [
                (0.66 * h, 0.5 * w, 0.54 * d),
                (0.84 * h, 0.48 * w, 0.52 * d),
                (0.98 * h, 0.34 * w, 0.38 * d),
                (1.03 * h, 0.18 * w, 0.2 * d),
            ],
            3.2,
        )
        design.add("flap", flap.solid(), cloth)
        for x in (-0.2, 0.2):
            design.add("strap", box(0.06 * w, 0.34 * h, 0.02).moved(x * w, 0.5 * h, 0.56 * d), trim)
            design.add("buckle", box(0.09 * w, 0.05 * h, 0.025).moved(x * w, 0.53 * h, 0.57 * d), STEEL)
    else:
        line = arc(1, 10, 170, points=14) * (0.44 * w, 0.42 * h, 1) + (0, 0.5 * h, 0)
        half = body.half(line[:, 1])[1]
        zips.append([(float(x), float(y), float(0.72 * b)) for (x, y, _), b in zip(line, half, strict=True)])
    design.add("zip", join(*(sweep(z, 0.012 * w, sides=6) for z in zips)), BLACK if trim.name != "black" else STEEL)
    design.add("handle", loop(0.24 * w, 0.09 * h, 0.03 * w).moved(0, 0.98 * h, -0.1 * d), trim)
    if roll == "yes":
        design.add(
            "bedroll", cylinder(0.3 * d, 1.15 * w, segments=18).rotated("z", 90).moved(0.575 * w, 1.06 * h), KRAFT
        )
        design.features.append("a bedroll on top")
    return design


@category("handbag", family="packages", also=("purse", "ladies' bag", "bag"))
def handbag(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.24, 0.36), p.real("height_ratio", 0.62, 0.85), p.real("depth_ratio", 0.3, 0.42)
    form, handles = p.choice("form", ["flap", "tote", "bowling"]), p.choice("handles", ["one", "two"])
    skin = p.material("leather", (*LEATHERS, RED, PINK, CREAM, TURQUOISE, NAVY, YELLOW))
    metal, rise, flap = (
        p.material("clasp", (GOLD, CHROME)),
        p.real("handle_height", 0.4, 0.7),
        p.real("flap", 0.35, 0.55),
    )
    trim = p.material("trim", (BROWN, BLACK, CREAM, LEATHERS[1]))
    h, d = w * tall, w * deep
    top = {"flap": (0.9, 0.7), "tote": (1.12, 0.55), "bowling": (0.62, 0.35)}[form]
    mid = 1.0 if form != "tote" else 1.04
    body = Body(
        [
            (0, 0.47 * w, 0.48 * d),
            (0.06 * h, w / 2, d / 2),
            (0.6 * h, mid * w / 2, 0.45 * d),
            (h, top[0] * w / 2, top[1] * d / 2),
        ],
        4,
    )
    design = Design([skin.name, form], [f"{handles} handle{'s' * (handles == 'two')}", f"a {metal.name} clasp"])
    design.add("bag", body.solid(), skin)
    design.add("base", body.band(0.01 * h, 0.12 * h, 1.03), trim)
    if form == "flap":
        cover = np.array(
            [
                (-0.42, 1.0),
                (-0.4, 1 - flap * 0.7),
                (-0.2, 1 - flap),
                (0.2, 1 - flap),
                (0.4, 1 - flap * 0.7),
                (0.42, 1.0),
            ]
        )
        design.add("flap", body.printed(cover * (w, h), 3, 5), trim)
    y = (1 - flap) * h if form == "flap" else 0.72 * h
    show(design, body, [rect(0.11 * w, 0.1 * h, 0, y - 0.02 * h)], metal, 5)
    for z in (-0.22, 0.22) if handles == "two" else (0.0,):
        design.add("handle", loop(0.5 * w, rise * h, 0.02 * w).moved(0, 0.97 * h, z * d), trim)
        rings = [
            torus(0.03 * w, 0.008 * w, segments=12, sides=6).rotated("x", 90).moved(x * w, h, z * d)
            for x in (-0.25, 0.25)
        ]
        design.add("ring", join(*rings), metal)
    return design


@category("briefcase", family="packages", also=("attache case", "business case", "document case"))
def briefcase(p: Parameters) -> Design:
    w, tall, d = p.real("width", 0.38, 0.46), p.real("height_ratio", 0.64, 0.76), p.real("depth", 0.08, 0.13)
    form, skin = p.choice("form", ["hard", "satchel"]), p.material("skin", (*LEATHERS, STEEL, BLACK))
    metal, trim, grip = (
        p.material("locks", (BRASS, CHROME)),
        p.material("trim", (BLACK, BROWN, STEEL)),
        p.real("grip", 0.24, 0.34),
    )
    flap = p.real("flap", 0.4, 0.6)
    h = w * tall
    body = straight(w, h, d, 10)
    design = Design([skin.name, form], ["a top handle", f"two {metal.name} locks"])
    design.add("case", body.solid(), skin)
    if form == "hard":
        design.add("seam", box(1.01 * w, 1.01 * h, 0.1 * d, bevel=0.004).moved(y=-0.005 * h), metal)
        corners = [rect(0.1 * w, 0.1 * w, x * w, y) for x in (-0.43, 0.43) for y in (0.01 * h, 0.99 * h - 0.1 * w)]
        design.add("corner", join(*(body.printed(o, 2, 1) for o in corners)), trim)
        for x in (-0.3, 0.3):
            design.add("lock", box(0.09 * w, 0.05 * h, 0.3 * d).moved(x * w, 0.97 * h, 0.1 * d), metal)
            design.add("lock", box(0.07 * w, 0.1 * h, 0.03 * d).moved(x * w, 0.86 * h, 0.52 * d), metal)
    else:
        design.add("flap", box(0.98 * w, flap * h, 0.1 * d).moved(0, (1.015 - flap) * h, 0.5 * d), skin)
        for x in (-0.27, 0.27):
            design.add("strap", box(0.08 * w, 0.72 * h, 0.04 * d).moved(x * w, 0.3 * h, 0.56 * d), trim)
            design.add("lock", box(0.1 * w, 0.08 * h, 0.05 * d).moved(x * w, (0.95 - flap) * h, 0.58 * d), metal)
        design.add("pocket", box(0.86 * w, 0.3 * h, 0.08 * d).moved(0, 0.05 * h, 0.5 * d), skin)
    path = [
        (-grip / 2, 0.98),
        (-grip / 2, 1.1),
        (-0.4 * grip, 1.14),
        (0.4 * grip, 1.14),
        (grip / 2, 1.1),
        (grip / 2, 0.98),
    ]
    design.add("handle", sweep([(x * w, y * h, 0) for x, y in path], 0.009), trim)
    return design


@category("piggy bank", family="packages", also=("money box", "coin bank", "money pig"))
def piggy_bank(p: Parameters) -> Design:
    r, long, tall = p.real("radius", 0.05, 0.08), p.real("length", 1.2, 1.45), p.real("height", 0.92, 1.08)
    pigs = (Material("pink", (0.94, 0.62, 0.68)), PINK, WHITE, BLUE, GOLD, RED)
    pig, marks = p.material("pig", pigs), p.choice("print", ["flowers", "plain", "dollar spot"])
    ears, coin = p.choice("ears", ["upright", "folded"]), p.choice("coin", ["yes", "no"])
    ink, legs = p.material("ink", (RED, BLUE, WHITE, GREEN)), p.real("legs", 0.3, 0.5)
    dark = (
        Material("dark pink", (0.78 * pig.color[0], 0.78 * pig.color[1], 0.78 * pig.color[2]))
        if "pink" in pig.name
        else pig
    )
    design = Design([pig.name, "round" if long < 1.32 else "long"], [f"{ears} ears"])
    y = (0.75 + legs) * r
    design.add("body", sphere(r, segments=28).scaled(long, tall, 1).moved(y=y), pig)
    leg = cylinder(0.22 * r, (0.4 + legs) * r, top_radius=0.28 * r, segments=14)
    design.add("leg", join(*(leg.moved(a * 0.6 * r, 0, b * 0.45 * r) for a in (-1, 1) for b in (-1, 1))), pig)
    front = -long * r
    snout = cylinder(0.33 * r, 0.35 * r, segments=18).rotated("z", 90)
    design.add("snout", snout.moved(front + 0.2 * r, y), dark)
    for z in (-1, 1):
        design.add("eye", sphere(0.09 * r, segments=10).moved(0.8 * front, y + 0.35 * r, z * 0.46 * r), BLACK)
        nostril = cylinder(0.06 * r, 0.03 * r, segments=8).rotated("z", 90)
        design.add("nostril", nostril.moved(front - 0.14 * r, y, z * 0.13 * r), BLACK)
        ear = cylinder(0.25 * r, 0.5 * r, top_radius=0.03 * r, segments=10).scaled(0.4, 1, 1)
        design.add(
            "ear",
            ear.rotated("z", 15 if ears == "upright" else 75)
            .rotated("x", z * 25)
            .moved(0.55 * front, y + 0.65 * r, z * 0.48 * r),
            dark,
        )
    t = np.linspace(0, 1, 16)
    curl = np.stack(
        [(long - 0.05) * r + 0.3 * r * t, y + 0.3 * r + 0.12 * r * np.sin(11 * t), 0.12 * r * np.cos(11 * t)], 1
    )
    design.add("tail", sweep(curl, 0.05 * r, sides=6), dark)
    design.add("slot", box(0.5 * r, 0.04 * r, 0.08 * r).moved(0, y + tall * r - 0.02 * r), BLACK)
    if coin == "yes":
        design.add(
            "coin", cylinder(0.26 * r, 0.05 * r, segments=20).rotated("x", 90).moved(0, y + tall * r + 0.1 * r), GOLD
        )
        design.features.append("a coin in its slot")
    if marks != "plain":
        side = Body(
            [
                (y + tall * r * v, long * r * u, r * u)
                for v, u in ((np.sin(a), np.cos(a)) for a in np.linspace(-1.1, 1.1, 9))
            ]
        )
        spots = (
            [oval(0.34 * r, 0.34 * r, 0, y)]
            if marks == "dollar spot"
            else [star(0.2 * r, x * r, y + v * r, tips=6) for x, v in ((-0.3, 0.2), (0.35, 0.3), (0.1, -0.3))]
        )
        ink = on(pig) if ink.name == pig.name else ink
        prints = join(*(side.printed(o, 2, 4) for o in spots))
        design.add("print", prints + prints.rotated("y", 180), ink)
        design.features.append(f"{ink.name} {'flowers' if marks == 'flowers' else 'spots'}")
    return design


@category("chest", family="packages", also=("treasure chest", "trunk", "coffer"))
def chest(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.6, 1.0), p.real("height_ratio", 0.34, 0.48), p.real("depth_ratio", 0.5, 0.65)
    wood, metal = (
        p.material("wood", (*WOODS[:4], DARK_RED, DARK_GREEN)),
        p.material("bands", (BRASS, BLACK_METAL, STEEL, RUSTY, GOLD)),
    )
    lid, bands, form = (
        p.choice("lid", ["closed", "open"]),
        p.whole("band_count", 2, 4),
        p.choice("form", ["domed", "domed", "flat"]),
    )
    angle, handles = p.real("lid_angle", 40, 100), p.choice("handles", ["yes", "no"])
    h, d = w * tall, w * deep
    design = Design([wood.name, form], [f"{number_word(bands)} {metal.name} bands", f"its lid {lid}"])
    outer, inner = rect(w, d, 0, -d / 2), rect(0.9 * w, 0.86 * d, 0, -0.43 * d)
    design.add("chest", extrude(outer, h, hole=inner) + box(0.95 * w, 0.04 * h, 0.95 * d).moved(y=0.01 * h), wood)
    design.add(
        "groove", extrude(rect(1.004 * w, 1.006 * d, 0, -0.503 * d), 0.02 * h, hole=inner).moved(y=0.36 * h), BROWN
    )
    turn = np.linspace(0, np.pi, 13)
    shape = (
        [(-np.cos(a) * d / 2, np.sin(a) * d * 0.38) for a in turn]
        if form == "domed"
        else [(-d / 2, 0), (-d / 2, 0.2 * h), (d / 2, 0.2 * h), (d / 2, 0)]
    )
    tilt = angle if lid == "open" else 0.0

    def roof(wide: float, grow: float) -> Solid:
        flat = extrude([(z * grow, -y * grow) for z, y in shape], wide).moved(y=-wide / 2)
        return flat.rotated("x", 90).rotated("y", -90).moved(0, 0, d / 2).rotated("x", -tilt).moved(0, h, -d / 2)

    design.add("lid", roof(w, 1.0), wood)
    for x in np.linspace(-0.44, 0.44, bands) * w:
        design.add("band", roof(0.07 * w, 1.04).moved(float(x)), metal)
        for z in (-1, 1):
            design.add("band", box(0.07 * w, 0.99 * h, 0.03 * d).moved(float(x), 0, z * 0.5 * d), metal)
    edge = extrude(rect(1.02 * w, 1.03 * d, 0, -0.515 * d), 0.09 * h, hole=inner)
    design.add("band", edge + edge.moved(y=0.905 * h), metal)
    design.add(
        "lock", box(0.13 * w, 0.3 * h, 0.06 * d).moved(0, 0.72 * h, 0.51 * d), GOLD if metal.name != "golden" else STEEL
    )
    design.add(
        "keyhole", cylinder(0.02 * w, 0.02 * d, segments=10).rotated("x", 90).moved(0, 0.86 * h, 0.535 * d), BLACK
    )
    if lid == "open":
        heap = sphere(1, segments=18, start=0).scaled(0.44 * w, 0.22 * h, 0.4 * d).moved(y=0.85 * h)
        coin = cylinder(0.035 * w, 0.012 * w, segments=10).rotated("x", 25)
        coins = [
            coin.rotated("y", 70 * i).moved(
                0.32 * w * np.cos(2.4 * i) * (i / 14), h * (1.05 - 0.009 * i), 0.3 * d * np.sin(2.4 * i) * (i / 14)
            )
            for i in range(14)
        ]
        design.add("gold", join(heap, *coins), GOLD)
        design.features.append("gold coins inside")
    if handles == "yes":
        ring = sweep(arc(1, 180, 360, points=10, plane="zy") * (1, 0.2 * h, 0.18 * d), 0.012 * w, sides=6).moved(
            0, 0.62 * h
        )
        design.add("handle", ring.moved(0.515 * w) + ring.moved(-0.515 * w), metal)
    return design


@category("watering can", family="packages", also=("watering pot", "garden can"))
def watering_can(p: Parameters) -> Design:
    h, r, taper = p.real("height", 0.16, 0.3), p.real("radius", 0.09, 0.13), p.real("taper", 0.75, 1.0)
    form, rise = (
        p.choice("handle", ["over the top", "at the back", "from top to back"]),
        p.real("spout_rise", 0.95, 1.3),
    )
    paint = p.material("paint", (GREEN, STEEL, BLUE, RED, YELLOW, DARK_GREEN, COPPER, PINK))
    rose, picture = p.choice("rose", ["yes", "yes", "no"]), p.choice("picture", ["none", "flower", "band"])
    trim = p.material("trim", (BRASS, WHITE, YELLOW, BLACK))
    h = min(h, 2 * r)
    body = turned([(r, 0), (r, 0.05 * h), (taper * r, h)])
    design = Design([paint.name, "tapered" if taper < 0.9 else "straight"], ["a long spout", f"a handle {form}"])
    design.add("can", body.solid(), paint)
    design.add("rim", body.band(0.002, 0.05 * h, 1.03) + body.band(0.94 * h, h, 1.04), paint)
    design.add("opening", cylinder(0.6 * taper * r, 0.004).moved(y=h), BLACK)
    tip = np.array([-2.3 * r, rise * h, 0])
    design.add(
        "spout",
        sweep([(-0.8 * r, 0.18 * h, 0), (-1.4 * r, 0.5 * h * rise, 0), tip], [0.24 * r, 0.16 * r, 0.11 * r]),
        paint,
    )
    if rose == "yes":
        head = cylinder(0.1 * r, 0.32 * r, top_radius=0.4 * r, segments=20) + cylinder(
            0.4 * r, 0.06 * r, segments=20
        ).moved(y=0.32 * r)
        holes = around(cylinder(0.03 * r, 0.02 * r, segments=6).moved(0.25 * r, 0.375 * r), 8)
        for name, solid, ink in (("rose", head, trim), ("hole", holes, BLACK)):
            design.add(name, solid.rotated("z", 50).moved(*np.add(tip, (0.03 * r, -0.03 * r, 0))), ink)
        design.features.append("a sprinkler rose")
    if form == "over the top":
        path = arc(1, 0, 180, points=14) * (taper * r * 0.95, 0.6 * h, 1) + (0, 0.95 * h, 0)
    elif form == "at the back":
        path = arc(1, -85, 90, points=14) * (0.8 * r, 0.38 * h, 1) + (0.9 * taper * r, 0.55 * h, 0)
    else:
        path = np.array([(-0.75, 0.95), (-0.5, 1.3), (0.1, 1.45), (0.9, 1.3), (1.45, 0.9), (1.4, 0.5), (0.92, 0.3)])
        path = np.stack([path[:, 0] * r * np.where(path[:, 0] < 0, taper, 1), path[:, 1] * h, 0 * path[:, 0]], 1)
    design.add("handle", sweep(path, 0.075 * r), paint)
    if picture == "flower":
        show(design, body, [star(0.38 * r, 0, 0.5 * h, tips=6, inner=0.5)], trim, 1)
        show(design, body, [oval(0.12 * r, 0.12 * r, 0, 0.5 * h)], RED, 2)
    elif picture == "band":
        design.add("band", body.band(0.42 * h, 0.6 * h, 1.02), trim)
    if picture != "none":
        design.features.append(f"a printed {picture}")
    return design


@category("shopping bag", family="packages", also=("paper bag", "carrier bag", "bag"))
def shopping_bag(p: Parameters) -> Design:
    h, ratio, deep = p.real("height", 0.28, 0.44), p.real("width_ratio", 0.65, 0.95), p.real("depth_ratio", 0.3, 0.55)
    look = draw_look(p, (KRAFT, KRAFT, WHITE, RED, PINK, TURQUOISE, BLACK, YELLOW, BLUE))
    handles, content = (
        p.choice("handles", ["cord", "flat", "none"]),
        p.choice("content", ["none", "groceries", "tissue paper"]),
    )
    cord, rise = p.material("cord", (WHITE, BLACK, BROWN, RED)), p.real("handle_height", 0.16, 0.3)
    w, d = h * ratio, h * ratio * deep
    body = straight(w, h, d)
    design = Design(
        [look.paper.name.replace("cardboard", "paper")],
        [f"{handles} handles" if handles != "none" else "an open top", look.says],
    )
    rings = [
        body.ring(0),
        body.ring(h),
        body.ring(h) * (0.975, 1, 0.95),
        body.ring(0) * (0.975, 1, 0.95) + (0, 0.02 * h, 0),
    ]
    design.add("bag", loft(rings), look.paper)
    dress(design, body, 0.1 * h, 0.85 * h, 0.85 * w, look)
    for x in (-1, 1):
        fold = sweep([(x * w * 0.501, 0.35 * h, 0), (x * w * 0.501, 0.99 * h, 0)], 0.008 * w, sides=4)
        design.add("fold", fold, look.paper)
    if handles != "none":
        for z in (-0.47, 0.47):
            bow = loop(0.42 * w, rise * h, 0.008 * h if handles == "cord" else 0.006 * h, points=18)
            design.add("handle", bow.scaled(1, 1, 1 if handles == "cord" else 3).moved(0, 0.95 * h, z * d), cord)
    if content == "groceries":
        loaf = sphere(1, segments=14).scaled(0.13 * w, 0.5 * h, 0.13 * w).rotated("z", -12)
        design.add("bread", loaf.moved(0.2 * w, 0.9 * h), Material("golden", (0.80, 0.56, 0.28)))
        leaf = around(
            sweep([(0, 0, 0), (0.06 * w, 0.2 * h, 0), (0.18 * w, 0.3 * h, 0)], [0.02 * w, 0.05 * w, 0.01 * w]), 6
        )
        design.add("greens", leaf.moved(-0.22 * w, 0.88 * h), GREEN)
        design.add("apple", sphere(0.16 * w, segments=14).moved(-0.02 * w, h, 0.05 * d), RED)
        design.features.append("groceries in it")
    elif content == "tissue paper":
        peak = cylinder(0.16 * w, 0.16 * h, top_radius=0.01 * w, segments=5).moved(0, 0.94 * h)
        design.add("tissue", row(peak, 4, step=(0.2 * w, 0, 0)), PINK if look.paper.name != "pink" else WHITE)
        design.features.append("tissue paper in it")
    return design


@category("sack", family="packages", also=("burlap sack", "bag of grain", "bag"))
def sack(p: Parameters) -> Design:
    h, r, sag = p.real("height", 0.45, 0.75), p.real("radius", 0.17, 0.26), p.real("sag", 1.0, 1.2)
    form, neck = p.choice("form", ["tied", "open", "tied"]), p.real("neck", 0.2, 0.32)
    jute = (
        Material("burlap", (0.71, 0.57, 0.38)),
        Material("tan", (0.80, 0.68, 0.48)),
        CREAM,
        Material("brown", (0.52, 0.38, 0.24)),
    )
    cloth, rope = p.material("cloth", jute), p.material("rope", (BROWN, RED, CREAM, KRAFT))
    grain = p.material(
        "content",
        (
            Material("grain", (0.85, 0.68, 0.32)),
            WHITE,
            Material("coffee beans", (0.27, 0.15, 0.09)),
            Material("potatoes", (0.72, 0.55, 0.33)),
        ),
    )
    mark, patch = p.choice("print", ["dollar sign", "stripes", "word", "plain"]), p.choice("patch", ["yes", "no"])
    curve = [
        (0, 0.75),
        (0.05, 0.95),
        (0.25, sag),
        (0.55, 0.97),
        (0.75, 0.72),
        (0.84, neck),
        (0.88, neck * 0.95),
        (1, neck * 2.2),
    ]
    if form == "open":
        curve = [(0, 0.75), (0.05, 0.95), (0.25, sag), (0.6, 0.98), (0.76, 0.9), (0.8, 0.97), (0.84, 0.97), (0.86, 0.9)]
    body = Body([(h * y, r * s, r * s * 0.85) for y, s in curve], 2.4)
    design = Design([cloth.name, form], [])
    design.add("sack", body.solid(), cloth)
    if form == "open":
        roll = torus(0.9, 0.1, segments=28, sides=8).scaled(r, 0.5 * r, 0.85 * r).moved(y=0.85 * h)
        heap = sphere(1, segments=20, start=0).scaled(0.85 * r, 0.13 * h, 0.72 * r).moved(y=0.84 * h)
        design.add("rolled rim", roll, cloth)
        lump = sphere(0.09 * r, segments=8)
        spots = [
            (
                0.7 * r * (i / 16) ** 0.5 * np.cos(2.4 * i),
                h * (0.97 - 0.0055 * i),
                0.6 * r * (i / 16) ** 0.5 * np.sin(2.4 * i),
            )
            for i in range(16)
        ]
        design.add("content", join(heap, *(lump.moved(*s) for s in spots)), grain)
        design.features.append(
            f"{grain.name} {'filling' if grain.name == 'white' else 'in it'}".replace("white", "a white")
        )
    else:
        coil = torus(neck * 1.05, 0.035, sides=6).scaled(r, r, 0.9 * r)
        design.add("rope", coil.moved(y=0.85 * h) + coil.moved(y=0.87 * h), rope)
        end = sweep(
            [(0, 0.86 * h, neck * r), (0.1 * r, 0.78 * h, 0.75 * r), (0.12 * r, 0.68 * h, 0.86 * r)], 0.03 * r, sides=6
        )
        design.add("rope", end + end.scaled(x=-1), rope)
        design.features.append(f"{with_article(rope.name)} rope round its neck")
    ink = Material("dark ink", (0.18, 0.14, 0.12))
    if mark == "dollar sign":
        upper, lower = arc(0.22 * r, 10, 270, points=9), arc(0.22 * r, 90, -170, points=9)
        bends = np.concatenate([np.add(upper, (0, 0.22 * r, 0)), np.add(lower, (0, -0.22 * r, 0))])
        strokes = [oval(0.07 * r, 0.07 * r, x, 0.37 * h + y) for x, y, _ in bends]
        show(design, body, [*strokes, rect(0.07 * r, 1.15 * r, 0, 0.37 * h - 0.575 * r)], ink, 2)
    elif mark == "word":
        show(design, body, letters(1.1 * r, 0.13 * h, 0.36 * h), ink, 2)
        show(design, body, [rect(1.0 * r, 0.02 * h, 0, 0.3 * h), rect(0.7 * r, 0.02 * h, 0, 0.25 * h)], ink, 2)
    elif mark == "stripes":
        design.add("stripe", body.band(0.15 * h, 0.2 * h, 1.02) + body.band(0.24 * h, 0.27 * h, 1.02), rope)
    if mark != "plain":
        design.features.append("printed stripes" if mark == "stripes" else f"a printed {mark}")
    if patch == "yes":
        show(design, body, [rect(0.4 * r, 0.4 * r, -0.45 * r, 0.08 * h, 10)], rope, 1)
        design.features.append("a patch")
    return design


@category("keg", family="packages", also=("beer keg", "beer barrel", "cask"))
def keg(p: Parameters) -> Design:
    h, r, rolls = p.real("height", 0.42, 0.6), p.real("radius", 0.17, 0.21), p.whole("rings", 2, 3)
    form, tap = p.choice("form", ["steel", "steel", "wooden"]), p.choice("tap", ["yes", "no"])
    wood, band = p.material("wood", WOODS[:4]), p.material("band", (BLUE, RED, GREEN, BLACK, YELLOW))
    metal, label = (
        p.material("metal", (STEEL, CHROME, Material("grey metal", (0.52, 0.54, 0.56)))),
        p.choice("label", ["oval", "band", "none"]),
    )
    skin = metal if form == "steel" else wood
    bulge = [(r * (0.84 + 0.16 * np.sin(np.pi * t)), h * t) for t in np.linspace(0, 1, 11)]
    rounded = [
        (0.7 * r, 0.07 * h),
        (0.92 * r, 0.13 * h),
        (r, 0.2 * h),
        (r, 0.8 * h),
        (0.92 * r, 0.87 * h),
        (0.5 * r, 0.93 * h),
    ]
    body = turned(rounded if form == "steel" else bulge)
    design = Design(["steel" if form == "steel" else skin.name], [f"{number_word(rolls)} rolling rings"])
    design.add("keg", body.solid(), skin)
    if form == "steel":
        for y in np.linspace(0.32, 0.68, rolls) * h:
            design.add("ring", torus(r, 0.05 * r, segments=28, sides=8).moved(y=float(y)), skin)
        collar = tube(0.93 * r, 0.86 * r, 0.15 * h, segments=28)
        design.add("collar", collar + collar.moved(y=0.85 * h), skin)
        slot = Body([(0, 0.28 * r, 0.06 * r), (0.06 * h, 0.28 * r, 0.06 * r)], 3).solid().moved(0, 0.91 * h, 0.9 * r)
        design.add("hand hole", around(slot, 2, start=30), BLACK)
        design.features.append("a collar with hand holes")
    else:
        design.features[0] = f"{number_word(2 * rolls)} metal hoops"
        for t in np.linspace(0.04, 0.3, rolls):
            for y in (t, 0.95 - t):
                design.add("hoop", body.band(y * h, (y + 0.05) * h, 1.02), BLACK_METAL)
        design.add("lid", cylinder(0.76 * r, 0.01).moved(y=h - 0.005), WOODS[2])
    if tap == "yes":
        top = 0.93 * h
        design.add("tap", cylinder(0.16 * r, 0.18 * h, segments=14).moved(y=top - 0.01 * h), CHROME)
        design.add(
            "tap",
            sweep([(0, top + 0.13 * h, 0), (0.5 * r, top + 0.17 * h, 0), (0.9 * r, top + 0.17 * h, 0)], 0.06 * r),
            BLACK,
        )
        design.features.append("a tap on top")
    if label == "band":
        design.add("band", body.band(0.42 * h, 0.58 * h, 1.015), band)
        show(design, body, letters(1.2 * r, 0.1 * h, 0.45 * h), on(band), 1.8)
    elif label == "oval":
        show(design, body, [oval(0.6 * r, 0.15 * h, 0, 0.5 * h)], band, 3)
        show(design, body, letters(0.85 * r, 0.1 * h, 0.45 * h), on(band), 4)
    if label != "none":
        design.features.append(f"{with_article(band.name)} label")
    return design


@category("urn", family="packages", also=("funeral urn", "amphora"))
def urn(p: Parameters) -> Design:
    h, slim, belly = p.real("height", 0.22, 0.5), p.real("slimness", 0.3, 0.4), p.real("belly", 0.52, 0.68)
    neck, lid = p.real("neck", 0.4, 0.6), p.choice("lid", ["domed lid", "knobbed lid", "open mouth"])
    clays = (
        BRASS,
        COPPER,
        Material("marble", (0.88, 0.87, 0.84)),
        NAVY,
        BLACK,
        Material("terracotta", (0.72, 0.40, 0.26)),
        DARK_GREEN,
        Material("pewter", (0.50, 0.51, 0.52)),
    )
    clay, trim = p.material("clay", clays), p.material("trim", (GOLD, CHROME, BLACK, CREAM))
    handles, bands = p.choice("handles", ["two", "no", "two"]), p.whole("bands", 1, 3)
    r = h * slim
    shape = [
        (0.5, 0),
        (0.52, 0.03),
        (0.3, 0.07),
        (0.26, 0.11),
        (0.5, 0.22),
        (0.86, belly * 0.72),
        (1, belly),
        (0.9, belly + 0.11),
        (neck, 0.84),
        (neck * 0.95, 0.88),
        (neck * 1.3, 0.94),
    ]
    ys = np.linspace(0.11, 0.88, 14)
    smooth = [(float(np.interp(y, [q[1] for q in shape], [q[0] for q in shape])), float(y)) for y in ys]
    body = turned([(a * r, y * h) for a, y in [*shape[:3], *smooth, (neck * 1.3, 0.92), (neck * 1.3, 0.94)]])
    design = Design([clay.name, "slender" if slim < 0.35 else "wide"], ["a foot", f"{with_article(lid)}"])
    design.add("urn", body.solid(), clay)
    for i in range(bands):
        y = (belly - 0.09 + 0.08 * i) * h
        design.add("band", body.band(y, y + 0.025 * h, 1.03), trim)
    if lid == "open mouth":
        design.add("mouth", cylinder(1.12 * neck * r, 0.003 * h).moved(y=0.94 * h), BLACK)
    else:
        dome = [
            (1.25 * neck * r, 0),
            (1.1 * neck * r, 0.04 * h),
            (0.6 * neck * r, 0.09 * h),
            (0.1 * neck * r, 0.11 * h),
        ]
        design.add("lid", lathe(dome).moved(y=0.94 * h), clay)
        if lid == "knobbed lid":
            design.add("knob", sphere(0.22 * neck * r + 0.02 * h, segments=14).moved(y=1.06 * h), trim)
    if handles == "two":
        path = [(neck * 0.95, 0.88), (neck + 0.35, 0.93), (1.12, 0.86), (1.1, belly + 0.12), (0.9, belly + 0.04)]
        design.add("handle", around(sweep([(a * r, y * h, 0) for a, y in path], 0.07 * r), 2), trim)
        design.features.append("two handles")
    return design
