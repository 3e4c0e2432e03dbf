"""Things to wear and to bear: clothes, jewellery and weapons."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import FABRICS, PLASTICS, WOODS, Color, Material
from trivium.procedural.solids import (
    Point,
    Points,
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


def paint(**colors: Color) -> tuple[Material, ...]:
    """Materials by keyword: ``dark_green=(...)`` is called "dark green"."""
    return tuple(Material(name.replace("_", " "), color) for name, color in colors.items())


GOLD, SILVER, BRONZE, STEEL, IRON, BLACK, WHITE = paint(
    gold=(0.9, 0.7, 0.22),
    silver=(0.82, 0.83, 0.85),
    bronze=(0.62, 0.42, 0.2),
    steel=(0.68, 0.7, 0.73),
    iron=(0.3, 0.31, 0.33),
    black=(0.09, 0.09, 0.1),
    white=(0.94, 0.94, 0.92),
)
GEMS = paint(
    ruby=(0.82, 0.06, 0.18),
    emerald=(0.05, 0.6, 0.32),
    sapphire=(0.1, 0.22, 0.75),
    diamond=(0.82, 0.93, 0.97),
    amethyst=(0.56, 0.25, 0.75),
    topaz=(0.97, 0.72, 0.15),
)
LEATHER = paint(brown_leather=(0.42, 0.25, 0.14), black_leather=(0.1, 0.09, 0.09), tan_leather=(0.68, 0.45, 0.24))
CLOTH = (*FABRICS[:5], FABRICS[7], *paint(black=(0.1, 0.1, 0.12), blue=(0.2, 0.36, 0.68), white=(0.93, 0.93, 0.92)))
FELT = paint(
    brown=(0.4, 0.27, 0.17),
    black=(0.11, 0.1, 0.1),
    grey=(0.5, 0.5, 0.5),
    beige=(0.8, 0.7, 0.52),
    navy=(0.13, 0.18, 0.34),
)
DARK = Material("dark", (0.05, 0.05, 0.06))


def smooth(points: Points, count: int = 18) -> np.ndarray:
    """A curve of ``count`` points through the given ones (Catmull-Rom)."""
    q = np.asarray(points, float)
    q = np.concatenate([[2 * q[0] - q[1]], q, [2 * q[-1] - q[-2]]])
    t = np.linspace(0, len(q) - 3, count)
    i = np.minimum(t.astype(int), len(q) - 4)
    f = (t - i)[:, None]
    a, b, c, d = (q[i + k] for k in range(4))
    return 0.5 * (2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3)


def plate(outline: Points, thick: float) -> Solid:
    """An upright plate: the (x, y) outline, ``thick`` deep, centred on z = 0."""
    return extrude(np.asarray(outline, float) * (1, -1), thick).rotated("x", 90).moved(z=-thick / 2)


def stack(sections: list[tuple[float, float, float, float, float]], *, power: float = 1, sides: int = 24) -> Solid:
    """Skin over oval sections (x, y, z of the centre, half width, half depth), bottom to top; power < 1 squares them."""
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    c, s = (np.sign(f) * np.abs(f) ** power for f in (np.cos(a), np.sin(a)))
    return loft([np.stack([x + w * c, np.full(sides, y), z + d * s], 1) for x, y, z, w, d in sections])


def limb(path: Points, radii: Point, flat: float = 1) -> Solid:
    """A rounded sweep along a path, closed with balls at both ends, ``flat`` in z."""
    points, r = np.asarray(path, float), np.asarray(radii, float)
    ends = sphere(r[0], segments=10).moved(*points[0]) + sphere(r[-1], segments=10).moved(*points[-1])
    return (sweep(points, r, sides=12) + ends).scaled(1, 1, flat)


def pairs(design: Design, gap: float) -> None:
    """Repeats everything mirrored, ``gap`` apart: left and right."""
    design.parts = [(n, s.moved(gap / 2) + s.moved(gap / 2).scaled(-1, 1, 1), m) for n, s, m in design.parts]


@category("cap", family="wearables", also=("baseball cap", "hat"))
def cap(p: Parameters) -> Design:
    r, tall, peak = p.real("radius", 0.08, 0.095), p.real("tall", 0.85, 1.2), p.real("peak", 0.65, 1.0)
    form, curve = p.choice("form", ["six panels", "trucker mesh", "plain"]), p.real("curve", 0.0, 0.35)
    cloth, bill = p.material("cloth", [*CLOTH, *PLASTICS[:3]]), p.material("bill", [*CLOTH, *PLASTICS[:2]])
    badge = p.material("badge", [WHITE, BLACK, *PLASTICS[:4]])
    logo = p.choice("logo", ["round", "square", "star"])
    h = r * tall
    design = Design(
        [cloth.name, "tall" if tall > 1.02 else "low"], [f"a {bill.name} peak", f"a {badge.name} {logo} badge"]
    )
    dome = np.array([(1, -0.25), (1, 0.15), (0.95, 0.45), (0.8, 0.72), (0.55, 0.9), (0.28, 0.98), (0.005, 1)]) * (r, h)
    design.add("crown", lathe(dome, segments=36).scaled(1, 1, 1.12), WHITE if form == "trucker mesh" else cloth)
    if form == "trucker mesh":
        front = lathe(dome * (1.012, 1.008), segments=36).scaled(1, 1, 1.12)
        keep = front.vertices[front.faces].mean(1)[:, 2] > 0.25 * r
        design.add("front panel", Solid(front.vertices, front.faces[keep]), cloth)
        design.features.append("a white back")
    elif form == "six panels":
        seam = sweep([(x * 1.005, y * 1.005, 0) for x, y in dome], 0.012 * r, sides=5)
        design.add("seam", around(seam, 6, start=30).scaled(1, 1, 1.12), bill)
        design.features.append("six panels")
    design.add("button", sphere(0.09 * r, segments=10).scaled(1, 0.5, 1).moved(y=h), bill)
    a = np.linspace(0, np.pi, 19)
    reach = np.stack([np.cos(a), np.sin(a)], 1)
    inner = reach * (0.98, 1.02) * r
    outer = np.stack(
        [
            0.97 * r * np.sign(reach[:, 0]) * np.abs(reach[:, 0]) ** 0.7,
            1.02 * r * reach[:, 1] + peak * r * reach[:, 1] ** 0.6,
        ],
        1,
    )
    bows = [-curve * (x / r) ** 2 * r - 0.22 * h - 0.12 * max(z - r, 0) for x, z in np.concatenate([outer, inner])]
    top = np.column_stack([np.concatenate([outer, inner])[:, 0], bows, np.concatenate([outer, inner])[:, 1]])
    n = len(a)
    low = top - (0, 0.05 * r, 0)
    rings = [np.stack([low[n + i], low[i], top[i], top[n + i]]) for i in range(n)]
    design.add("peak", loft(rings[::-1]), bill)
    mark = {
        "round": regular_outline(20, 0.3 * r),
        "square": np.array([(-0.3, -0.2), (0.3, -0.2), (0.3, 0.2), (-0.3, 0.2)]) * r,
        "star": regular_outline(5, 0.32 * r, radius2=0.14 * r)[:, ::-1],
    }[logo]
    design.add("badge", plate(mark, 0.3 * r).bent(-0.5 / r).rotated("x", -22).moved(0, 0.38 * h, 0.98 * r), badge)
    design.add("strap", tube(1.01 * r, 0.9 * r, 0.07 * h, segments=32).moved(y=-0.25 * h).scaled(1, 1, 1.12), bill)
    return design


@category("cowboy hat", family="wearables", also=("western hat", "hat"))
def cowboy_hat(p: Parameters) -> Design:
    r, tall, brim = p.real("radius", 0.085, 0.1), p.real("tall", 1.25, 1.6), p.real("brim", 1.9, 2.4)
    curl, pinch, dip = p.real("curl", 0.5, 1.0), p.real("pinch", 0.15, 0.45), p.real("dip", 0.0, 0.3)
    felt = p.material(
        "felt",
        [*FELT[:2], FELT[3], *paint(tan=(0.7, 0.5, 0.3), white=(0.93, 0.91, 0.86), dark_brown=(0.26, 0.17, 0.1))],
    )
    band, star = p.material("band", [BLACK, *LEATHER, GOLD, PLASTICS[0]]), p.choice("badge", ["none", "star", "buckle"])
    h = r * tall
    crown = lathe(
        np.array([(1, 0), (0.97, 0.3), (0.9, 0.65), (0.82, 0.9), (0.66, 1), (0.35, 1), (0.01, 1)]) * (r, h), segments=36
    )
    v = crown.vertices.copy()
    up = np.clip(v[:, 1] / h - 0.55, 0, 1) / 0.45
    v[:, 1] -= up * h * 0.3 * np.exp(-((v[:, 0] / (0.25 * r)) ** 2)) * (0.6 + 0.4 * pinch)
    v[:, 0] *= 1 - pinch * up * np.clip(v[:, 2] / r, 0, 1)
    design = Design(
        [felt.name, "tall" if tall > 1.42 else "low"],
        ["a brim curled up at the sides", f"a {band.name} band", "a creased crown"],
    )
    design.add("crown", Solid(v, crown.faces).scaled(1, 1, 1.2), felt)
    flat = [
        (0.9, 0),
        (1.1, -0.01),
        (1.5, 0),
        (0.85 * brim, 0),
        (brim, 0.02),
        (brim, 0.06),
        (0.85 * brim, 0.05),
        (1.1, 0.05),
        (0.9, 0.06),
    ]
    rim = lathe(np.array(flat) * r, segments=40)
    w = rim.vertices.copy()
    w[:, 1] += curl * r * (np.abs(w[:, 0]) / (brim * r)) ** 2.5 - dip * r * (np.abs(w[:, 2]) / (brim * r)) ** 2.5
    w[:, 0] *= 1 - 0.25 * curl * (np.abs(w[:, 0]) / (brim * r)) ** 3
    design.add("brim", Solid(w, rim.faces).scaled(1, 1, 1.15), felt)
    design.add("band", tube(1.02 * r, 0.9 * r, 0.16 * r, segments=32).moved(y=0.07 * r).scaled(1, 1, 1.2), band)
    if star == "star":
        design.add(
            "badge",
            plate(regular_outline(5, 0.24 * r, radius2=0.1 * r)[:, ::-1], 0.06 * r).moved(0, 0.4 * h, 1.16 * r),
            GOLD,
        )
    elif star == "buckle":
        design.add(
            "badge",
            plate(np.array([(-0.13, -0.1), (0.13, -0.1), (0.13, 0.1), (-0.13, 0.1)]) * r, 0.08 * r).moved(
                0, 0.15 * r, 1.22 * r
            ),
            SILVER,
        )
    if star != "none":
        design.features.append(f"a {star}")
    return design


@category("crown", family="wearables", also=("royal crown", "king's crown"))
def crown(p: Parameters) -> Design:
    r, tall, points = p.real("radius", 0.08, 0.1), p.real("tall", 0.55, 1.0), p.whole("points", 5, 10)
    form, flare, band = (
        p.choice("form", ["pointed", "arched", "fleur"]),
        p.real("flare", 1.0, 1.25),
        p.real("band", 0.25, 0.4),
    )
    metal, jewel = (
        p.material("metal", [GOLD, GOLD, SILVER, *paint(rose_gold=(0.86, 0.6, 0.48))]),
        p.material("jewel", GEMS),
    )
    velvet = p.material("velvet", paint(red=(0.6, 0.06, 0.12), purple=(0.34, 0.1, 0.42), blue=(0.12, 0.16, 0.48)))
    h = tall * r
    design = Design(
        [metal.name, form if form != "fleur" else "royal"], [f"{number_word(points)} points", f"{jewel.name} jewels"]
    )
    n = 8 * points
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    wave = np.abs((np.arange(n) / 8) % 1 - 0.5) * 2
    high = band * r + h * (wave if form == "pointed" else 0.25 * wave**3)
    rings = []
    for k, lift in ((1.0, 0.0), (1.0, 1.0), (0.95, 1.0), (0.95, 0.0)):
        y = lift * high
        out = k * r * (1 + (flare - 1) * y / (h + band * r))
        rings.append(np.stack([out * np.cos(a), y, out * np.sin(a)], 1))
    design.add("crown", loft(rings, closed_ends=False), metal)
    design.add(
        "band",
        torus(1.0 * r, 0.05 * r, segments=40, sides=8).moved(y=0.04 * r)
        + torus(1.01 * r, 0.035 * r, segments=40, sides=8).moved(y=band * r),
        metal,
    )
    stone = sphere(0.085 * r, segments=8).moved(1.02 * r, 0.52 * band * r)
    design.add("jewel", around(stone, points), jewel)
    design.add(
        "jewel",
        around(stone.scaled(1, 1, 0.7), points, start=180 / points),
        GEMS[3] if jewel.name != "diamond" else GEMS[0],
    )
    tip = r * flare if form == "pointed" else r * (1 + (flare - 1) * 0.4)
    top = band * r + h * (1 if form == "pointed" else 0.25)
    if form == "fleur":
        petal = join(
            *(
                sphere(0.13 * r, segments=8).scaled(0.4, 1.6, 0.8).rotated("x", x).moved(0, 0.1 * r, z * r)
                for x, z in ((0, 0), (50, 0.13), (-50, -0.13))
            )
        )
        design.add("fleur", around(petal.moved(tip, top), points), metal)
    else:
        design.add("ball", around(sphere(0.08 * r, segments=10).moved(tip * 0.99, top), points), metal)
    if form == "arched":
        bow = sweep(
            smooth(
                [(tip, 0.8 * top, 0), (1.1 * r, top + 0.4 * h, 0), (0.6 * r, top + 0.85 * h, 0), (0, top + 0.7 * h, 0)],
                12,
            ),
            0.05 * r,
        )
        design.add("arch", around(bow, 4), metal)
        design.add("orb", sphere(0.14 * r, segments=12).moved(y=top + 0.82 * h), metal)
        design.add(
            "cross",
            box(0.06 * r, 0.3 * r, 0.06 * r).moved(y=top + 0.92 * h)
            + box(0.22 * r, 0.06 * r, 0.05 * r).moved(y=top + 0.92 * h + 0.15 * r),
            metal,
        )
        design.add(
            "velvet",
            sphere(0.93 * r, segments=24, start=0).scaled(1, (top + 0.6 * h - band * r) / r, 1).moved(y=0.5 * band * r),
            velvet,
        )
        design.features.append(f"{velvet.name} velvet inside")
    return design


def _sole(length: float, wide: float, *, narrow: float = 0.75) -> np.ndarray:
    """The outline of a foot in (x, z), heel at the back, toes towards +Z."""
    right = [(0, -0.5), (0.3, -0.47), (0.37, -0.3), (0.37 * narrow, -0.02), (0.45, 0.22), (0.4, 0.4), (0.18, 0.5)]
    left = [(-0.12, 0.49), (-0.35, 0.38), (-0.46, 0.2), (-0.4 * narrow, -0.02), (-0.36, -0.3), (-0.3, -0.47)]
    return smooth([*right, *left, (0, -0.5)], 32)[:-1] * (wide, length)


def _upper(length: float, wide: float, sections: list[tuple[float, float, float, float]]) -> Solid:
    """Slices of a shoe from heel to toe: (z, low, high, width), each an arch; standing on y = 0."""
    a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    rings = []
    for z, low, high, w in sections:
        c, s = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.7, np.sin(a)
        y = np.where(s > 0, low + (high - low) * s, low)
        rings.append(np.stack([0.5 * w * wide * c, y, np.full(20, z * length)], 1))
    return loft(rings[::-1])


@category("boot", family="wearables", also=("footwear", "shoe"))
def boot(p: Parameters) -> Design:
    length, tall, wide = p.real("length", 0.25, 0.31), p.real("tall", 0.5, 1.4), p.real("wide", 0.36, 0.44)
    form, heel = p.choice("form", ["lace-up", "rubber", "cowboy", "fur-lined"]), p.real("heel", 0.06, 0.16)
    upper = p.material(
        "upper", [*LEATHER, *paint(yellow=(0.9, 0.72, 0.15), green=(0.2, 0.36, 0.2), red=(0.7, 0.12, 0.12))]
    )
    sole, trim = (
        p.material("sole", [BLACK, *paint(brown=(0.3, 0.2, 0.12), cream=(0.85, 0.78, 0.64))]),
        p.material("trim", [WHITE, *paint(beige=(0.85, 0.74, 0.58), red=(0.7, 0.1, 0.1))]),
    )
    laces = p.whole("laces", 4, 7)
    w, h, lift = wide * length, tall * length, heel * length
    outline = _sole(length, w)
    design = Design([upper.name, form], ["a high shaft" if tall > 0.95 else "a short shaft"])
    design.add("sole", extrude(outline * 1.03, 0.06 * length).moved(y=lift - 0.05 * length), sole)
    design.add("heel", extrude(outline[(outline[:, 1] < -0.18 * length)] * 0.98, lift + 0.01 * length), sole)
    y = lift
    arch = [
        (-0.5, 0.02, 0.2, 0.4),
        (-0.46, 0, 0.36, 0.66),
        (-0.25, 0, 0.42, 0.76),
        (-0.02, 0, 0.4, 0.78),
        (0.15, 0, 0.31, 0.88),
        (0.33, 0, 0.25, 0.86),
        (0.45, 0, 0.2, 0.6),
        (0.5, 0.02, 0.1, 0.25),
    ]
    design.add("foot", _upper(length, w, [(z, a * length, b * length, c) for z, a, b, c in arch]).moved(y=y), upper)
    flare = 1.15 if form in ("rubber", "cowboy") else 1.0
    levels = [(0.1, 0.42, 0.24), (0.35, 0.4, 0.23), (0.6, 0.4, 0.22), (1.0, 0.44 * flare, 0.25 * flare)]
    rise = 0.3 * length + h * 0.75
    shaft = stack(
        [
            (0, y + t * rise + 0.1 * length * (1 - t), -0.23 * length - 0.01 * length * t, a * w * 1.05, b * length)
            for t, a, b in levels
        ]
    )
    design.add("shaft", shaft, upper)
    top = y + rise
    design.add(
        "opening",
        stack(
            [
                (0, top - 0.01 * length, -0.24 * length, 0.4 * w * flare, 0.22 * length * flare),
                (0, top + 0.003, -0.24 * length, 0.4 * w * flare, 0.22 * length * flare),
            ]
        ),
        DARK,
    )
    if form == "lace-up":
        for i in range(laces):
            t = i / (laces - 1)
            z, yy = 0.1 * length - 0.11 * length * min(t * 2.2, 1), y + 0.36 * length + t * (rise - 0.44 * length)
            design.add(
                "lace",
                sweep(
                    [
                        (-0.2 * w, yy, z - 0.03 * length),
                        (0, yy + 0.01 * length, z + 0.015 * length),
                        (0.2 * w, yy, z - 0.03 * length),
                    ],
                    0.014 * length,
                ),
                trim,
            )
        design.features.append(f"{number_word(laces)} rows of laces")
    elif form == "fur-lined":
        design.add(
            "fur",
            torus(1, 0.24, segments=28, sides=10)
            .scaled(0.42 * w, 0.22 * length, 0.24 * length)
            .moved(0, top, -0.24 * length),
            trim,
        )
        design.features.append(f"a {trim.name} fur collar")
    elif form == "rubber":
        design.add(
            "band", stack([(0, top - s * length, -0.24 * length, 0.53 * w, 0.3 * length) for s in (0.09, 0.03)]), trim
        )
        design.features.append(f"a {trim.name} band at the top")
    else:
        star = plate(regular_outline(5, 0.11 * length, radius2=0.05 * length)[:, ::-1], 0.04 * length).rotated("y", 90)
        design.add("star", row(star, 2, step=(0.9 * w * 1.02, 0, 0)).moved(0, y + 0.72 * rise, -0.23 * length), trim)
        design.features.append("stars on its sides")
    return design


@category("sandal", family="wearables", also=("flip-flop", "slipper", "footwear"))
def sandal(p: Parameters) -> Design:
    length, wide, thick = p.real("length", 0.23, 0.3), p.real("wide", 0.36, 0.42), p.real("thick", 0.06, 0.14)
    form, straps, count = (
        p.choice("form", ["flip-flop", "strapped", "slide"]),
        p.whole("straps", 2, 4),
        p.choice("number", ["one", "pair"]),
    )
    sole, strap = (
        p.material("sole", [*LEATHER, BLACK, *paint(cork=(0.76, 0.58, 0.38)), *PLASTICS[1:4]]),
        p.material("strap", [*LEATHER, *PLASTICS[:5], WHITE]),
    )
    bed, buckle = (
        p.material("footbed", [*paint(beige=(0.85, 0.74, 0.56), brown=(0.5, 0.34, 0.2), grey=(0.4, 0.4, 0.42))]),
        p.material("buckle", [GOLD, SILVER]),
    )
    w, h = wide * length, thick * length
    outline = _sole(length, w, narrow=0.85)
    design = Design([form, strap.name], [])
    design.add("sole", extrude(outline, h), sole)
    design.add("footbed", extrude(outline * 0.94, 0.02 * length).moved(y=0.99 * h), bed)
    y = h + 0.01 * length

    def band(z: float, wide_: float, high: float, part: str = "strap") -> None:
        half = 0.43 * w
        path = arc(1, 0, 180, points=15) * (half, high, 1) + np.array([0, y - 0.02 * length, 0])
        design.add(part, sweep(path, 0.012 * length, sides=8).scaled(1, 1, wide_ / 0.024).moved(z=z), strap)

    if form == "flip-flop":
        for side in (-1, 1):
            path = smooth(
                [
                    (0, y, 0.26 * length),
                    (0.14 * side * w, y + 0.13 * length, 0.16 * length),
                    (0.33 * side * w, y + 0.12 * length, 0.02 * length),
                    (0.36 * side * w, y - 0.02 * length, -0.12 * length),
                ],
                14,
            )
            design.add("strap", sweep(path, np.linspace(0.016, 0.026, 14) * length, sides=8), strap)
        design.features.append("a strap between the toes")
    elif form == "slide":
        band(0.12 * length, 0.3, 0.26 * length)
        design.add(
            "buckle",
            torus(1, 0.16, segments=16, sides=6)
            .rotated("z", 90)
            .scaled(0.02 * length, 0.05 * length, 0.06 * length)
            .moved(0.43 * w, y + 0.07 * length, 0.12 * length),
            buckle,
        )
        design.features.append("one broad strap")
    else:
        for i in range(straps):
            band((0.28 - 0.4 * i / (straps - 1)) * length, 0.07, (0.14 + 0.12 * i / (straps - 1)) * length)
        loop = arc(1, -15, 195, points=18, plane="xz") * (0.4 * w, 1, -0.22 * length) + np.array(
            [0, y + 0.2 * length, -0.26 * length]
        )
        design.add(
            "strap",
            sweep(loop, 0.02 * length)
            + row(
                sweep([(0, y, -0.2 * length), (0, y + 0.2 * length, -0.24 * length)], 0.018 * length),
                2,
                step=(0.78 * w, 0, 0),
            ),
            strap,
        )
        design.add(
            "strap",
            sweep(
                arc(1, 0, 180, points=12) * (0.4 * w, 0.12 * length, 1)
                + np.array([0, y + 0.19 * length, -0.2 * length]),
                0.018 * length,
            ),
            strap,
        )
        design.add(
            "buckle",
            box(0.03 * length, 0.06 * length, 0.06 * length).moved(0.4 * w, y + 0.17 * length, -0.22 * length),
            buckle,
        )
        design.features.append(f"{number_word(straps)} straps and an ankle strap")
    if count == "pair":
        pairs(design, 1.1 * w)
        design.features.append("its pair beside it")
    design.features.append("a thick sole" if thick > 0.1 else "a thin sole")
    return design


@category("glove", family="wearables", also=("mitten", "handwear"))
def glove(p: Parameters) -> Design:
    r, fingers_long, spread = p.real("radius", 0.038, 0.048), p.real("fingers", 1.6, 2.1), p.real("spread", 2, 9)
    form, cuff, thumb = (
        p.choice("form", ["five-finger", "five-finger", "mitten", "boxing"]),
        p.real("cuff", 0.7, 1.6),
        p.real("thumb_angle", 30, 55),
    )
    cloth, trim = (
        p.material("cloth", [*LEATHER, *CLOTH, PLASTICS[0], PLASTICS[3]]),
        p.material("trim", [*CLOTH[:5], BLACK, WHITE]),
    )
    stripes = p.whole("stripes", 0, 3)
    design = Design([cloth.name, form], [])
    fat = {"five-finger": 0.45, "mitten": 0.5, "boxing": 0.85}[form]
    palm = stack(
        [
            (0, 0, 0, 0.75 * r, 0.42 * r),
            (0, 0.5 * r, 0, 0.9 * r, fat * r),
            (0, 1.4 * r, 0, 1.05 * r, fat * r),
            (0, 2.0 * r, 0, 1.0 * r, 0.85 * fat * r),
            (0, 2.2 * r, 0, 0.85 * r, 0.6 * fat * r),
        ]
    )
    if form == "five-finger":
        for i, k in enumerate((0.82, 1.0, 0.95, 0.75)):
            x = (i - 1.5) * 0.5 * r
            lean = np.tan(np.radians((i - 1.5) * spread))
            base, tip = (x, 1.95 * r, 0), (x + lean * fingers_long * k * r, 2.0 * r + fingers_long * k * r, 0.1 * r)
            design.add("finger", limb([base, np.add(base, tip) / 2, tip], [0.28 * r, 0.26 * r, 0.22 * r]), cloth)
        design.add(
            "knuckle",
            row(
                sweep([(0, 0.8 * r, 0.44 * r), (0, 1.3 * r, 0.48 * r), (0, 1.8 * r, 0.44 * r)], 0.03 * r, sides=6),
                3,
                step=(0.45 * r, 0, 0),
            ),
            trim,
        )
        design.features.append("separate fingers")
    else:
        top = fingers_long * (0.85 if form == "mitten" else 0.7) * r
        hood = stack(
            [
                (0, 1.9 * r, 0, 1.02 * r, 0.9 * fat * r),
                (0, 2.0 * r + 0.5 * top, 0.05 * r, 1.0 * r, fat * r),
                (0, 2 * r + 0.85 * top, 0.08 * r, 0.75 * r, 0.8 * fat * r),
                (0, 2 * r + top, 0.08 * r, 0.3 * r, 0.4 * fat * r),
            ]
        )
        design.add("hand", hood, cloth)
        design.features.append("no separate fingers" if form == "mitten" else "thick padding")
    design.add("hand", palm, cloth)
    a = np.radians(thumb)
    end = np.array([-0.7 * r - 1.35 * r * np.sin(a), 0.7 * r + 1.35 * r * np.cos(a), 0.1 * r])
    k = 1 if form == "five-finger" else 1.25
    design.add(
        "thumb",
        limb(
            [(-0.5 * r, 0.65 * r, 0), (np.array([-0.6 * r, 0.8 * r, 0]) + end) / 2, end],
            np.array([0.38, 0.34, 0.27]) * k * r,
        ),
        cloth,
    )
    wide = 1.15 if form != "boxing" else 1.0
    design.add(
        "cuff", stack([(0, -cuff * r, 0, 0.85 * wide * r, 0.55 * wide * r), (0, 0.12 * r, 0, 0.8 * r, 0.48 * r)]), trim
    )
    for i in range(stripes):
        y = -cuff * r * (0.25 + 0.25 * i)
        design.add(
            "stripe",
            torus(1, 0.07, segments=24, sides=6)
            .scaled((0.8 + 0.03 * i) * wide * r, 0.8 * r, 0.54 * wide * r)
            .moved(y=y),
            cloth,
        )
    design.features.append(f"a {trim.name} cuff")
    return design


@category("shirt", family="wearables", also=("T-shirt", "clothing", "top"))
def shirt(p: Parameters) -> Design:
    w, long, sleeve = p.real("width", 0.42, 0.58), p.real("long", 1.2, 1.5), p.real("sleeve", 0.22, 0.36)
    form, collar, deep = (
        p.choice("form", ["T-shirt", "button-up shirt", "polo shirt", "jersey"]),
        p.real("neck", 0.14, 0.19),
        p.real("deep", 0.16, 0.24),
    )
    cloth, trim = p.material("cloth", [*CLOTH, *PLASTICS[:4]]), p.material("trim", [WHITE, BLACK, *PLASTICS[:4]])
    length, buttons, arms = (
        p.choice("sleeves", ["short", "long"]),
        p.whole("buttons", 5, 8),
        p.real("arm_angle", 15, 60),
    )
    h, d = w * long, w * deep
    design = Design([cloth.name, f"{length}-sleeved"], [])
    y = np.array([0, 0.3, 0.6, 0.8, 0.9, 0.97, 1.0])
    half = np.array([0.5, 0.48, 0.5, 0.5, 0.44, 0.28, collar]) * w
    thick = np.array([0.5, 0.48, 0.52, 0.5, 0.42, 0.3, collar * 2.2]) * d
    design.add("body", stack([(0, a * h, 0, b, c) for a, b, c in zip(y, half, thick, strict=True)], power=0.75), cloth)
    a = np.radians(arms)
    reach = sleeve * w * (1 if length == "short" else 2.6)
    start = np.array([0.38 * w, 0.87 * h, 0])
    end = start + (reach + 0.1 * w) * np.array([np.cos(a), -np.sin(a), 0])
    arm = sweep(
        [start, (start + end) / 2, end], np.array([0.165, 0.15, 0.14 if length == "short" else 0.1]) * w, sides=16
    ).scaled(1, 1, 0.5 * d / (0.16 * w))
    cuff = sweep(
        [end - 0.12 * (end - start) * (1 if length == "short" else 0.5), end * 1.003],
        np.array([0.147, 0.146] if length == "short" else [0.112, 0.11]) * w,
        sides=16,
    ).scaled(1, 1, 0.5 * d / (0.16 * w))
    design.add("sleeve", arm + arm.scaled(-1, 1, 1), cloth)
    design.add(
        "cuff",
        cuff + cuff.scaled(-1, 1, 1),
        trim if form in ("jersey", "polo shirt") else cloth.tinted(np.full(3, -0.06)),
    )
    design.add(
        "neck",
        stack(
            [
                (0, 0.985 * h, 0, 0.85 * collar * w, 0.85 * 2.2 * collar * d),
                (0, 1.003 * h, 0.1 * d, 0.85 * collar * w, 0.85 * 2.2 * collar * d),
            ]
        ),
        DARK,
    )
    ring = torus(1, 0.12, segments=28, sides=8).scaled(collar * w, 0.2 * w, 2.2 * collar * d).moved(y=h)
    design.add("collar", ring, trim if form in ("jersey", "polo shirt") else cloth.tinted(np.full(3, -0.06)))
    if form == "T-shirt":
        design.add(
            "print",
            plate(
                regular_outline(5, 0.16 * w, radius2=0.08 * w)[:, ::-1]
                if buttons % 2
                else regular_outline(20, 0.14 * w),
                0.08 * d,
            ).moved(0, 0.62 * h, 0.51 * d),
            trim,
        )
        design.features.append(f"a {trim.name} print on the chest")
    elif form == "jersey":
        for x in (-0.09, 0.09) if buttons > 6 else (0,):
            design.add(
                "number",
                box(0.05 * w, 0.22 * w, 0.04 * d).moved(x * w, 0.5 * h, 0.5 * d)
                + box(0.12 * w, 0.04 * w, 0.05 * d).moved(x * w, 0.5 * h, 0.5 * d),
                trim,
            )
        flank = stack(
            [(0, a * h, 0, b * 1.006, c * 0.3) for a, b, c in zip(y[:4], half[:4], thick[:4], strict=True)], power=0.75
        )
        design.add("side stripe", flank, trim)
        design.features.append(f"a {trim.name} number")
    else:
        wing = (
            plate(np.array([(0.0, 0), (0.13, 0.03), (0.15, -0.03), (0.05, -0.11)]) * w, 0.1 * d)
            .rotated("x", -20)
            .moved(0.01 * w, h, 0.4 * d)
        )
        design.add(
            "collar", wing + wing.scaled(-1, 1, 1), trim if form == "polo shirt" else cloth.tinted(np.full(3, 0.05))
        )
        low = 0.06 if form == "button-up shirt" else 0.7
        design.add(
            "placket",
            box(0.07 * w, (0.93 - low) * h, 0.06 * d).moved(0, low * h, 0.49 * d),
            cloth.tinted(np.full(3, -0.05)),
        )
        n = buttons if form == "button-up shirt" else 3
        dot = cylinder(0.016 * w, 0.04 * d, segments=10).rotated("x", 90)
        for i in range(n):
            design.add(
                "button",
                dot.moved(0, (low + 0.04 + (0.86 - low) * i / n) * h, 0.525 * d),
                trim if trim.name != cloth.name else BLACK,
            )
        design.add(
            "pocket",
            box(0.16 * w, 0.17 * w, 0.06 * d).moved(0.22 * w, 0.6 * h, 0.47 * d),
            cloth.tinted(np.full(3, -0.05)),
        )
        design.features.append(f"a collar and {number_word(n)} buttons")
    return design


@category("belt", family="wearables", also=("leather belt", "waist belt"))
def belt(p: Parameters) -> Design:
    r, tall, thick = p.real("radius", 0.12, 0.17), p.real("tall", 0.025, 0.045), p.real("thick", 0.003, 0.005)
    oval, holes, tail = p.real("oval", 0.6, 1.0), p.whole("holes", 3, 7), p.real("tail", 15, 45)
    strap = p.material(
        "strap", [*LEATHER, *paint(white=(0.93, 0.92, 0.9), red=(0.65, 0.1, 0.1), olive=(0.35, 0.36, 0.2))]
    )
    metal, form, studs = (
        p.material("metal", [GOLD, SILVER, STEEL, BLACK]),
        p.choice("buckle", ["frame", "plate", "round"]),
        p.whole("studs", 0, 12),
    )
    design = Design(
        [strap.name, "wide" if tall > 0.035 else "narrow"],
        [f"a {metal.name} {form} buckle", f"{number_word(holes)} holes"],
    )
    around_ = tube(r, r - thick, tall, segments=60).scaled(1, 1, oval)
    design.add("strap", around_, strap)
    z = oval * r
    angles = np.radians(np.linspace(90 - tail, 92, 14))
    flap = [
        np.array(
            [
                [k * r * np.cos(a), y, k * z * np.sin(a)]
                for y, k in ((0.0, 1.012), (0, 1.04), (tall, 1.04), (tall, 1.012))
            ]
        )
        for a in angles
    ]
    design.add("strap", loft(flap), strap)
    hole = cylinder(0.09 * tall, 0.002, segments=8).rotated("x", 90)
    for i in range(holes):
        a = np.radians(90 - tail * (0.25 + 0.65 * i / (holes - 1)))
        design.add(
            "hole",
            hole.rotated("y", 90 - np.degrees(a)).moved(1.04 * r * np.cos(a), tall / 2, 1.04 * z * np.sin(a)),
            DARK,
        )
    if form == "frame":
        frame = np.array([(-0.75, -0.62), (0.75, -0.62), (0.75, 0.62), (-0.75, 0.62)]) * tall
        design.add(
            "buckle",
            extrude(frame * (1, -1), 0.12 * tall, hole=frame * (0.75, -0.72))
            .rotated("x", 90)
            .moved(0, tall / 2, 1.045 * z),
            metal,
        )
        design.add(
            "pin",
            box(0.75 * tall, 0.1 * tall, 0.1 * tall).moved(0.35 * tall, 0.45 * tall, 1.05 * z + 0.1 * tall),
            metal,
        )
    else:
        outline = (
            regular_outline(24, 0.75 * tall)
            if form == "round"
            else np.array([(-0.9, -0.6), (0.9, -0.6), (0.9, 0.6), (-0.9, 0.6)]) * tall
        )
        design.add("buckle", plate(outline, 0.16 * tall).moved(0, tall / 2, 1.06 * z), metal)
        design.add(
            "emblem",
            plate(regular_outline(5, 0.42 * tall, radius2=0.19 * tall)[:, ::-1], 0.2 * tall).moved(
                0, tall / 2, 1.07 * z
            ),
            strap,
        )
    for edge in (0.12, 0.88):
        design.add(
            "stitching",
            torus(1.004 * r, 0.0009, segments=48, sides=4).scaled(1, 1, oval).moved(y=edge * tall),
            WHITE if "white" not in strap.name else BLACK,
        )
    stud = sphere(0.14 * tall, segments=8)
    for i in range(studs if studs > 3 else 0):
        a = np.radians(130 + 280 * i / (studs - 1))
        design.add("stud", stud.moved(r * np.cos(a), tall / 2, z * np.sin(a)), metal)
    if studs > 3:
        design.features.append(f"{number_word(studs)} studs")
    return design


def _brilliant(
    r: float, facets: int, *, table: float = 0.58, crown: float = 0.32, depth: float = 0.85
) -> tuple[Solid, Solid, Solid]:
    """Table, crown and pavilion of a cut stone whose girdle is at y = 0."""
    a = np.linspace(0, 2 * np.pi, facets, endpoint=False)
    half = np.pi / facets

    def ring(k: float, y: float, turn: float = 0) -> np.ndarray:
        return np.stack([k * r * np.cos(a + turn), np.full(facets, y * r), k * r * np.sin(a + turn)], 1)

    middle = (1 + table) / 2
    upper = loft([ring(1, 0), ring(middle * 1.04, 0.55 * crown, half), ring(table, crown, 2 * half)], closed_ends=False)
    lower = loft([ring(0.02, -depth), ring(0.55, -0.42 * depth, half), ring(1, -0.04), ring(1, 0)])
    return loft([ring(table, crown - 0.02), ring(table, crown)]), upper, lower


def _stone(design: Design, stone: tuple[Solid, Solid, Solid], gem_: Material, *place: float) -> None:
    for solid, shade in zip(stone, (0.1, 0.0, -0.09), strict=True):
        design.add("stone", solid.moved(*place), gem_.tinted(np.full(3, shade)))


@category("ring", family="wearables", also=("jewellery", "finger ring", "wedding ring"))
def ring(p: Parameters) -> Design:
    r, thick, wide = p.real("radius", 0.008, 0.0105), p.real("thick", 0.09, 0.16), p.real("wide", 0.18, 0.5)
    form, size = (
        p.choice("form", ["solitaire", "plain band", "signet", "three stones"]),
        p.real("stone_size", 0.32, 0.55),
    )
    metal, jewel = (
        p.material("metal", [GOLD, GOLD, SILVER, *paint(rose_gold=(0.86, 0.6, 0.48))]),
        p.material("stone", GEMS),
    )
    facets, prongs = p.whole("facets", 6, 10), p.whole("prongs", 4, 6)
    design = Design([metal.name, form.split()[0]], [])
    band = torus(1, thick, segments=48, sides=12).rotated("x", 90).scaled(r, r, r * wide / thick / 2)
    design.add("band", band, metal)
    top = (1 + thick) * r
    if form == "plain band":
        for side in (-1, 1):
            design.add(
                "groove",
                torus((1 + 0.75 * thick) * r, 0.02 * r, segments=40, sides=6)
                .rotated("x", 90)
                .moved(z=side * 0.3 * wide * r),
                metal.tinted(np.full(3, -0.18)),
            )
        design.features.append("two engraved grooves")
    elif form == "signet":
        design.add(
            "plate",
            cylinder(0.3 * r, 0.3 * r, top_radius=0.62 * r, segments=28).scaled(1.1, 1, 0.9).moved(y=top - 0.22 * r),
            metal,
        )
        mark = extrude(regular_outline(facets, 0.36 * r, radius2=0.18 * r), 0.03 * r).moved(y=top + 0.07 * r)
        design.add("emblem", mark, BLACK)
        design.features.append("an engraved seal")
    else:
        for x, k in ((0, 1.0),) if form == "solitaire" else ((0, 1.0), (-0.8, 0.65), (0.8, 0.65)):
            y = top + 0.75 * size * k * r - 0.25 * abs(x) * r
            _stone(design, _brilliant(size * k * r, facets), jewel, 1.05 * x * size * 2 * r, y)
            claw = sweep(
                smooth(
                    [
                        (0.05 * r, -0.85 * size * k * r, 0),
                        (0.75 * size * k * r, -0.35 * size * k * r, 0),
                        (1.02 * size * k * r, 0.12 * size * k * r, 0),
                    ],
                    7,
                ),
                0.045 * r,
                sides=6,
            )
            design.add("prong", around(claw, prongs, start=45).moved(1.05 * x * size * 2 * r, y), metal)
        design.features.append(f"a {jewel.name}" if form == "solitaire" else f"three {jewel.name} stones")
    return design


@category("necklace", family="wearables", also=("jewellery", "pendant", "chain"))
def necklace(p: Parameters) -> Design:
    r, long, beads = p.real("radius", 0.065, 0.09), p.real("long", 1.1, 1.6), p.whole("beads", 32, 48)
    form, hang = (
        p.choice("form", ["pearls", "chain", "coloured beads"]),
        p.choice("pendant", ["gem", "heart", "cross", "none"]),
    )
    metal, jewel = p.material("metal", [GOLD, SILVER, BRONZE]), p.material("stone", GEMS)
    pearl, size = (
        p.material("pearl", paint(white=(0.95, 0.93, 0.89), pink=(0.93, 0.8, 0.78), black=(0.2, 0.2, 0.24))),
        p.real("pendant_size", 0.2, 0.34),
    )
    a = np.linspace(0, 2 * np.pi, beads, endpoint=False)
    path = np.stack(
        [
            r * np.sin(a) * (1 - 0.18 * (1 - np.cos(a)) / 2),
            -r * long * (1 - np.cos(a)) / 2,
            0.35 * r * (np.cos(a) * -1),
        ],
        1,
    )
    step = float(np.linalg.norm(np.roll(path, -1, 0) - path, axis=1).max())
    design = Design(
        [{"pearls": f"{pearl.name} pearl", "chain": metal.name}.get(form, jewel.name)],
        ["a long loop" if long > 1.35 else "a short loop"],
    )
    if form == "chain":
        for i, (q, d) in enumerate(zip(path, np.roll(path, -1, 0) - np.roll(path, 1, 0), strict=True)):
            link = torus(0.42 * step, 0.12 * step, segments=10, sides=5).scaled(1.5, 1, 0.9).rotated("x", 90 * (i % 2))
            link = link.rotated("z", np.degrees(np.arctan2(d[1], np.hypot(d[0], d[2])))).rotated(
                "y", -np.degrees(np.arctan2(d[2], d[0]))
            )
            design.add("link", link.moved(*q), metal)
    else:
        design.add("string", sweep(path, 0.06 * step, sides=5, closed=True), metal)
        for i, q in enumerate(path):
            k = (0.38 + 0.14 * (1 - np.cos(a[i])) / 2) * step
            other = form == "coloured beads" and i % 2
            design.add(
                "bead", sphere(k, segments=10).moved(*q), pearl if form == "pearls" else metal if other else jewel
            )
    low, s = path[np.argmin(path[:, 1])] - (0, 0.4 * step, 0), size * r
    if hang != "none":
        design.add(
            "loop",
            torus(0.25 * s, 0.06 * s, segments=14, sides=6).rotated("x", 90).moved(*(low - (0, 0.1 * s, 0))),
            metal,
        )
        design.features.insert(0, f"a {jewel.name} pendant" if hang == "gem" else f"a {hang} pendant")
    if hang == "gem":
        place = low - (0, 1.25 * s, 0)
        stone = tuple(x.rotated("x", 90) for x in _brilliant(0.85 * s, 10, depth=0.5))
        _stone(design, (stone[0], stone[1], stone[2]), jewel, *place)
        design.add("setting", torus(0.87 * s, 0.08 * s, segments=24, sides=8).rotated("x", 90).moved(*place), metal)
    elif hang == "heart":
        t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
        heart = np.stack([np.sin(t) ** 3, 0.8 * np.cos(t) - 0.32 * np.cos(2 * t) - 0.12 * np.cos(3 * t)], 1) * s
        design.add("pendant", plate(heart, 0.3 * s).moved(*(low - (0, 0.75 * s, 0))), metal)
        design.add("pendant", plate(heart * 0.75, 0.36 * s).moved(*(low - (0, 0.75 * s, 0))), jewel)
    elif hang == "cross":
        design.add(
            "pendant",
            (box(0.3 * s, 2 * s, 0.22 * s) + box(1.2 * s, 0.3 * s, 0.2 * s).moved(y=1.25 * s)).moved(
                *(low - (0, 2.25 * s, 0))
            ),
            metal,
        )
    return design


@category("mask", family="wearables", also=("face mask", "carnival mask"))
def mask(p: Parameters) -> Design:
    w, tall, bulge = p.real("width", 0.15, 0.19), p.real("tall", 1.2, 1.5), p.real("bulge", 0.35, 0.6)
    form, nose = p.choice("form", ["theatre", "carnival half", "tribal", "hockey"]), p.real("nose", 0.08, 0.2)
    face = p.material(
        "face",
        [
            WHITE,
            GOLD,
            *paint(
                red=(0.75, 0.1, 0.12), wooden=(0.52, 0.33, 0.18), turquoise=(0.25, 0.62, 0.6), purple=(0.55, 0.25, 0.65)
            ),
        ],
    )
    trim, mood = p.material("trim", [GOLD, *PLASTICS[:4], SILVER]), p.choice("mood", ["smiling", "sad"])
    extras = p.whole("extras", 4, 9)
    h = w * tall if form != "carnival half" else 0.5 * w
    n, m = 33, 31
    u, v = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, m))

    def half(y: np.ndarray) -> np.ndarray:
        if form == "carnival half":
            return 1 - 0.12 * y**2
        return np.sqrt(np.clip(1 - 0.96 * np.abs(y) ** 2.4, 0.03, 1)) * np.where(y < 0, 1 + 0.22 * y, 1)

    def skin(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        bump = nose * 2 * np.exp(-((x / 0.16) ** 2)) * np.clip(1 - np.abs(y + 0.1) / 0.35, 0, 1)
        return bulge * w * (1 - 0.8 * x**2) * (1 - 0.35 * y**2) + bump * w * 0.5

    x = u * half(v)
    front = np.stack([x * w / 2, v * h / 2, skin(x, v)], 2)
    hx, hy = np.abs(x) * w / 2, v * h / 2
    eye_y = 0.06 * w if form == "carnival half" else 0.14 * h
    eye = ((hx - 0.21 * w) / (0.1 * w)) ** 2 + (
        (hy - eye_y - (hx - 0.21 * w) * 0.3) / (0.055 * w if form != "tribal" else 0.04 * w)
    ) ** 2 < 1
    curve = (1 if mood == "smiling" else -1) * 1.6 * hx**2 / w
    mouth = (np.abs(hy + 0.27 * h - curve) < 0.035 * w) & (hx < 0.2 * w) & (form in ("theatre", "tribal"))
    back = front - (0, 0, 0.04 * w)
    index = np.arange(n * m).reshape(m, n)
    q = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], 2).reshape(-1, 4)
    hollow = (eye | mouth).reshape(-1)[q].mean(1) >= 0.5
    tri = np.concatenate([q[:, [0, 1, 2]], q[:, [0, 2, 3]]])
    dark = np.concatenate([hollow, hollow])
    edge = np.concatenate([index[0], index[1:, -1], index[-1, -2::-1], index[-2:0:-1, 0]])
    points = np.concatenate([front.reshape(-1, 3), back.reshape(-1, 3)])
    k = n * m
    nxt = np.roll(edge, -1)
    rim = np.concatenate([np.stack([edge, edge + k, nxt], 1), np.stack([nxt, edge + k, nxt + k], 1)])
    design = Design([face.name, mood if form in ("theatre", "tribal") else form], ["two eye holes"])
    design.add("face", Solid(points, np.concatenate([tri[~dark], tri[:, ::-1] + k, rim])), face)
    design.add("hole", Solid(points, tri[dark]), DARK)
    border = sweep(points[edge] + np.array([0, 0, -0.01 * w]), 0.02 * w, sides=6, closed=True)
    if form in ("carnival half", "tribal"):
        design.add("border", border, trim)
        design.features.append(f"a {trim.name} border")
    if form == "carnival half":
        plume = plate([(0, 0), (0.07, 0.25), (0.09, 0.6), (0, 0.85), (-0.09, 0.6), (-0.07, 0.25)], 0.015).scaled(
            w, w, w
        )
        for i in range(extras):
            design.add(
                "feather",
                plume.rotated("z", 50 - 100 * i / (extras - 1)).moved(
                    (i / (extras - 1) - 0.5) * 0.6 * w, 0.42 * h, 0.55 * bulge * w
                ),
                (trim, face)[i % 2],
            )
        design.add("stick", cylinder(0.02 * w, 1.2 * w, segments=8).moved(0.47 * w, -1.2 * w, 0.25 * bulge * w), trim)
        design.features.append(f"{number_word(extras)} feathers")
    elif form == "hockey":
        for i in range(extras):
            a = 2 * np.pi * i / extras
            px, py = 0.38 * np.cos(a), 0.08 + 0.72 * np.sin(a)
            dot = (
                sphere(0.025 * w, segments=8)
                .scaled(1, 1, 0.5)
                .moved(px * w / 2, py * h / 2, float(skin(np.array(px), np.array(py))))
            )
            design.add("dot", dot, DARK)
        for py in (0.35, -0.35):
            strap = arc(1, 15, 165, points=12, plane="xz") * (0.52 * w, 1, -0.5 * w) + np.array(
                [0, py * h / 2, 0.1 * w]
            )
            design.add("strap", sweep(strap, 0.025 * w, sides=6), BLACK)
        design.features.append("a strap and air holes")
    else:
        for i in range(extras):
            y = (0.62 + 0.1 * (i % 3)) * h / 2
            px = (i / (extras - 1) - 0.5) * 0.6
            z = float(skin(np.array(px), np.array(2 * y / h)))
            design.add("paint", box(0.03 * w, 0.09 * w, 0.03 * w).moved(px * w / 2, y, z), trim)
        design.features.append(f"a {mood} mouth")
    return design


@category("shield", family="wearables", also=("knight's shield", "buckler"))
def shield(p: Parameters) -> Design:
    w, tall, curve = p.real("width", 0.45, 0.7), p.real("tall", 1.15, 1.5), p.real("curve", 0.1, 0.5)
    form, sign = (
        p.choice("form", ["heater", "round", "kite", "tower"]),
        p.choice("emblem", ["cross", "star", "stripes", "quarters"]),
    )
    face = p.material("face", [*PLASTICS[:3], STEEL, WOODS[0], WOODS[1], WHITE])
    sign_colour, metal = (
        p.material("emblem_colour", [GOLD, WHITE, BLACK, *PLASTICS[:2]]),
        p.material("rim", [STEEL, IRON, GOLD, BRONZE]),
    )
    rivets, boss = p.whole("rivets", 8, 20), p.choice("boss", ["yes", "no"])
    h = w * (1 if form == "round" else tall * (1.2 if form == "tower" else 1))
    if form == "round":
        outline = regular_outline(40, 0.5)
    elif form == "tower":
        outline = np.array([(-0.42, -0.5), (0.42, -0.5), (0.42, 0.45), (0.25, 0.5), (-0.25, 0.5), (-0.42, 0.45)])
    else:
        side = (
            [(0.5, 0.5), (0.5, 0.15), (0.4, -0.15), (0.2, -0.38), (0, -0.5)]
            if form == "heater"
            else [(0.2, 0.5), (0.46, 0.33), (0.44, 0.1), (0.22, -0.25), (0, -0.5)]
        )
        right = smooth(side, 16)
        outline = np.concatenate([right, (right * (-1, 1))[::-1][1:]])
    outline = outline * (w, h)
    edge = (
        np.concatenate([outline + (np.roll(outline, -1, 0) - outline) * t for t in (0, 0.25, 0.5, 0.75)])
        .reshape(4, -1, 2)
        .transpose(1, 0, 2)
        .reshape(-1, 2)
    )

    def dished(k: float, z: float, thick: float) -> Solid:
        rings = [
            np.column_stack([edge[:, 0] * s * k, edge[:, 1] * s * k, z + d - curve / w * (edge[:, 0] * s * k) ** 2])
            for s, d in (
                (0.02, -thick),
                (0.35, -thick),
                (0.7, -thick),
                (1, -thick),
                (1, 0),
                (0.7, 0),
                (0.35, 0),
                (0.02, 0),
            )
        ]
        return loft(rings) if _turn(edge) > 0 else loft([r[::-1] for r in rings])

    design = Design([face.name, form], [f"a {metal.name} rim"])
    design.add("board", dished(0.99, 0, 0.03 * w), face)
    path = np.column_stack([edge, -curve / w * edge[:, 0] ** 2 - 0.012 * w])
    design.add("rim", sweep(path[::2], 0.026 * w, sides=6, closed=True), metal)
    bar_h, flat = np.linspace(-0.94, 0.94, 15), 0.13 * w

    def strip(start: np.ndarray, stop: np.ndarray, wide: float) -> Solid:
        t = np.linspace(0, 1, 13)[:, None]
        q = start + (stop - start) * t
        d = np.array([-(stop - start)[1], (stop - start)[0]]) / np.linalg.norm(stop - start) * wide / 2
        rings = []
        for c in q:
            a, b = c - d, c + d
            z = [-curve / w * e[0] ** 2 for e in (a, b)]
            rings.append(
                np.array([[*a, z[0] - 0.01 * w], [*a, z[0] + 0.012 * w], [*b, z[1] + 0.012 * w], [*b, z[1] - 0.01 * w]])
            )
        return loft(rings[::-1])

    def inside(y: float) -> float:
        xs = edge[np.argsort(np.abs(edge[:, 1] - y))[:4], 0]
        return 0.95 * float(np.abs(xs).max())

    if sign == "cross":
        y = 0.12 * h if form != "round" else 0
        design.add(
            "emblem", strip(np.array([0, bar_h[0] * h / 2]), np.array([0, bar_h[-1] * h / 2]), flat), sign_colour
        )
        design.add("emblem", strip(np.array([-inside(y), y]), np.array([inside(y), y]), flat), sign_colour)
    elif sign == "stripes":
        for k in (-0.25, 0, 0.25) if form != "tower" else (-0.3, -0.1, 0.1, 0.3):
            design.add(
                "emblem",
                strip(np.array([-inside(k * h), k * h]), np.array([inside(k * h), k * h]), 0.7 * flat),
                sign_colour,
            )
    elif sign == "star":
        star = plate(regular_outline(6, 0.3 * w, radius2=0.13 * w), 0.06 * w)
        v = star.vertices.copy()
        v[:, 2] -= curve / w * v[:, 0] ** 2
        design.add("emblem", Solid(v, star.faces).moved(y=0.05 * h if form != "round" else 0), sign_colour)
    else:
        design.add(
            "emblem", strip(np.array([-0.2 * w, 0.02 * h]), np.array([-0.2 * w, 0.36 * h]), 0.38 * w), sign_colour
        )
        design.add(
            "emblem", strip(np.array([0.13 * w, -0.28 * h]), np.array([0.13 * w, -0.01 * h]), 0.24 * w), sign_colour
        )
    design.features.append(
        {"cross": f"a {sign_colour.name} cross", "star": f"a {sign_colour.name} star"}.get(
            sign, f"{sign_colour.name} {sign}"
        )
    )
    for i in np.linspace(0, len(path), rivets, endpoint=False).astype(int):
        design.add(
            "rivet",
            sphere(0.018 * w, segments=6).moved(*(path[i] * (0.985, 0.985, 1) + (0, 0, 0.025 * w))),
            GOLD if metal.name != "gold" else IRON,
        )
    if boss == "yes":
        design.add("boss", sphere(0.12 * w, segments=18).scaled(1, 1, 0.6), metal)
        design.features.append("a boss in the middle")
    design.add(
        "grip",
        box(0.3 * w, 0.05 * w, 0.03 * w).moved(0, 0, -0.1 * w)
        + row(box(0.05 * w, 0.05 * w, 0.11 * w), 2, step=(0.28 * w, 0, 0)).moved(0, 0, -0.06 * w),
        LEATHER[0],
    )
    return design


def _turn(ring_: np.ndarray) -> float:
    x, y = ring_.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())


def _slab(outline: Points, thick: float) -> Solid:
    """An upright plate in the plane of y and z: the (z, y) outline, ``thick`` wide in x."""
    return plate(outline, thick).rotated("y", -90)


def _barrel(r: float, length: float, bore: float) -> Solid:
    """A tube along +Z with a dark end still to be added."""
    return lathe([(r, 0), (r, length), (bore, length), (bore, 0.6 * length)], segments=16).rotated("x", 90)


GUNMETAL = (
    *paint(black=(0.11, 0.11, 0.12), gunmetal=(0.28, 0.29, 0.32)),
    SILVER,
    Material("olive", (0.32, 0.34, 0.22)),
)


@category("gun", family="wearables", also=("pistol", "handgun", "revolver"))
def gun(p: Parameters) -> Design:
    length, deep, grip = p.real("length", 0.16, 0.24), p.real("slide", 0.14, 0.2), p.real("grip", 0.45, 0.62)
    form, lean, thick = (
        p.choice("form", ["automatic", "automatic", "revolver"]),
        p.real("lean", 10, 24),
        p.real("thick", 0.11, 0.16),
    )
    metal, hold = (
        p.material("metal", GUNMETAL[:3]),
        p.material("grip_colour", [BLACK, WOODS[1], WOODS[0], Material("beige", (0.72, 0.64, 0.48)), IRON]),
    )
    lines, long = p.whole("grooves", 4, 8), p.real("barrel", 0.35, 0.6)
    s, w = length, thick * length
    a = np.tan(np.radians(lean)) * grip
    design = Design([metal.name, form], [f"a {hold.name} grip", "a trigger guard"])
    top, gh = deep * s, grip * s
    shape = np.array(
        [
            (-0.44, 0.02),
            (-0.18, 0.02),
            (-0.2 - a * 0.5, -0.5),
            (-0.22 - a, -1),
            (-0.5 - a, -1),
            (-0.46 - a * 0.4, -0.4),
            (-0.44, -0.15),
        ]
    )
    design.add("grip", _slab(shape * (s, gh), w), hold)
    for i in range(lines):
        y = -gh * (0.25 + 0.65 * i / lines)
        design.add("groove", box(1.06 * w, 0.012 * s, 0.17 * s).moved(0, y, -0.34 * s + a * y * s / gh), metal)
    guard = smooth(
        [
            (0, 0.0, -0.16 * s),
            (0, -0.16 * s, -0.17 * s),
            (0, -0.2 * s, -0.05 * s),
            (0, -0.13 * s, 0.06 * s),
            (0, 0.02 * s, 0.07 * s),
        ],
        14,
    )
    design.add("trigger guard", sweep(guard, 0.016 * s, sides=6), metal)
    design.add(
        "trigger",
        sweep(
            smooth([(0, 0, -0.07 * s), (0, -0.07 * s, -0.05 * s), (0, -0.13 * s, -0.06 * s)], 7) * (1, 1, 1),
            0.014 * s,
            sides=6,
        ),
        BLACK if metal.name != "black" else SILVER,
    )
    if form == "automatic":
        design.add(
            "frame", _slab(np.array([(-0.5, -0.06), (0.44, -0.06), (0.44, 0.05), (-0.5, 0.05)]) * s, 0.86 * w), hold
        )
        design.add("slide", box(w, top, 1.0 * s, bevel=0.01 * s).moved(0, 0.04 * s), metal)
        design.add(
            "serration",
            row(box(1.04 * w, 0.8 * top, 0.012 * s), lines, step=(0, 0, 0.03 * s)).moved(
                0, 0.04 * s + 0.1 * top, -0.34 * s
            ),
            BLACK if metal.name != "black" else IRON,
        )
        design.add(
            "ejection port",
            box(0.6 * w, 0.5 * top, 0.18 * s).moved(0.24 * w, 0.045 * s + 0.52 * top, 0.05 * s),
            STEEL if metal.name != "silver" else BLACK,
        )
        design.add(
            "muzzle",
            cylinder(0.27 * top, 0.05 * s, segments=14).rotated("x", 90).moved(0, 0.04 * s + 0.6 * top, 0.47 * s),
            IRON,
        )
        design.add(
            "muzzle",
            cylinder(0.17 * top, 0.052 * s, segments=12).rotated("x", 90).moved(0, 0.04 * s + 0.6 * top, 0.471 * s),
            DARK,
        )
        design.add(
            "sight",
            box(0.1 * w, 0.03 * s, 0.05 * s).moved(0, 0.04 * s + top, 0.44 * s)
            + row(box(0.2 * w, 0.035 * s, 0.04 * s), 2, step=(0.5 * w, 0, 0)).moved(0, 0.04 * s + top, -0.45 * s),
            BLACK,
        )
        design.features.append("a slide with grooves")
    else:
        y = 0.11 * s
        design.add(
            "frame",
            _slab(np.array([(-0.46, -0.1), (0.1, -0.05), (0.12, 0.2), (-0.3, 0.2), (-0.42, 0.08)]) * s, 0.7 * w),
            metal,
        )
        drum = (
            lathe([(0.11, -0.13), (0.12, -0.12), (0.12, 0.1), (0.1, 0.12)], segments=18)
            .scaled(s, s, s)
            .rotated("x", 90)
            .moved(0, 0.085 * s, -0.06 * s)
        )
        design.add("cylinder", drum, metal.tinted(np.full(3, 0.08)))
        design.add(
            "chamber",
            around(sphere(0.03 * s, segments=8).scaled(1, 3, 0.7).moved(0.12 * s), 6)
            .rotated("x", 90)
            .moved(0, 0.085 * s, -0.02 * s),
            IRON,
        )
        design.add("barrel", _barrel(0.055 * s, long * s, 0.03 * s).moved(0, y + 0.02 * s, 0.08 * s), metal)
        design.add("barrel", box(0.4 * w, 0.06 * s, 0.8 * long * s).moved(0, 0.04 * s, 0.1 * s + 0.4 * long * s), metal)
        design.add(
            "muzzle",
            cylinder(0.031 * s, 0.01 * s, segments=12).rotated("x", 90).moved(0, y + 0.02 * s, (0.07 + long) * s),
            DARK,
        )
        design.add(
            "sight",
            _slab(np.array([(0, 0), (0.1, 0), (0.08, 0.05)]) * s, 0.1 * w).moved(0, y + 0.07 * s, (long - 0.03) * s),
            metal,
        )
        design.add(
            "hammer",
            _slab(np.array([(-0.42, 0.08), (-0.36, 0.1), (-0.38, 0.2), (-0.5, 0.26), (-0.44, 0.18)]) * s, 0.25 * w),
            BLACK,
        )
        design.features.append("a revolving cylinder")
    return design


@category("rifle", family="wearables", also=("gun", "firearm", "assault rifle"))
def rifle(p: Parameters) -> Design:
    length, barrel, deep = p.real("length", 0.8, 1.15), p.real("barrel", 0.22, 0.36), p.real("deep", 0.055, 0.075)
    form, scope = p.choice("form", ["hunting", "assault", "shotgun"]), p.choice("scope", ["yes", "no"])
    metal, stock = (
        p.material("metal", GUNMETAL[:2]),
        p.material("stock", [*WOODS[:2], WOODS[3], BLACK, GUNMETAL[3], Material("tan", (0.7, 0.6, 0.42))]),
    )
    curve, sling, bands = (
        p.real("magazine_curve", 0.0, 0.5),
        p.choice("sling", ["yes", "no", "no"]),
        p.whole("bands", 2, 5),
    )
    s, d = length, deep * length
    w = 0.62 * d
    r = 0.011 * s
    design = Design([f"{stock.name}-stocked", form], ["a long barrel" if barrel > 0.29 else "a short barrel"])
    front = 0.5 - barrel
    if form == "assault":
        design.add(
            "stock",
            _slab(np.array([(-0.5, 0.3), (-0.22, 0.3), (-0.22, -0.35), (-0.3, -0.4), (-0.5, -1.6)]) * (s, d), 0.8 * w),
            stock,
        )
        design.add(
            "grip",
            _slab(np.array([(-0.18, -0.3), (-0.11, -0.3), (-0.15, -1.9), (-0.22, -1.8)]) * (s, d), 0.8 * w),
            stock,
        )
        design.add("receiver", box(w, 1.1 * d, 0.3 * s).moved(0, -0.5 * d, -0.08 * s), metal)
        t = np.linspace(0, 1, 8)
        line = np.stack([0 * t, -0.4 * d - 2.4 * d * t, 0.0 * s + 0.1 * s * curve * t**2], 1)
        mag = loft(
            [
                np.array(
                    [
                        (-0.35 * w, 0, -0.032 * s),
                        (0.35 * w, 0, -0.032 * s),
                        (0.35 * w, 0, 0.032 * s),
                        (-0.35 * w, 0, 0.032 * s),
                    ]
                )
                + q
                for q in line[::-1]
            ]
        )
        design.add("magazine", mag, metal.tinted(np.full(3, 0.06)))
        design.add(
            "handguard",
            box(1.1 * w, 0.85 * d, (front - 0.06) * s + 0.02 * s, bevel=0.2 * w).moved(
                0, -0.3 * d, (front + 0.08) / 2 * s
            ),
            stock,
        )
        for i in range(bands):
            z = (0.1 + (front - 0.12) * i / bands) * s
            design.add("vent", box(1.14 * w, 0.2 * d, 0.018 * s).moved(0, 0.1 * d, z), BLACK)
        design.add(
            "sight",
            _slab(np.array([(0.42, 0.3), (0.46, 0.3), (0.445, 1.15), (0.435, 1.15)]) * (s, d), 0.2 * w)
            + box(0.5 * w, 0.4 * d, 0.05 * s).moved(0, 0.5 * d, -0.16 * s),
            metal,
        )
        design.features.append("a curved magazine" if curve > 0.2 else "a straight magazine")
    else:
        butt = [
            (-0.5, 0.1),
            (-0.28, 0.15),
            (-0.2, 0.4),
            (front * 0.8, 0.4),
            (front, 0.2),
            (front, -0.25),
            (-0.02, -0.45),
            (-0.14, -0.4),
            (-0.2, -0.85),
            (-0.25, -0.8),
            (-0.5, -1.75),
        ]
        for a, b in (((0, 1, 8, 9, 10), 1), ((1, 2, 7, 8), 2), ((2, 3, 4, 5, 6, 7), 3)):
            design.add("stock", _slab(np.array([butt[i] for i in a]) * (s, d), w * (0.85 + 0.05 * b)), stock)
        design.add(
            "butt pad",
            _slab(np.array([(-0.51, 0.12), (-0.495, 0.12), (-0.495, -1.75), (-0.51, -1.75)]) * (s, d), 0.95 * w),
            BLACK,
        )
        design.add("receiver", box(0.8 * w, 0.7 * d, 0.26 * s, bevel=0.2 * w).moved(0, 0.05 * d, -0.06 * s), metal)
        design.add(
            "trigger guard",
            sweep(
                smooth(
                    [
                        (0, -0.4 * d, -0.13 * s),
                        (0, -1.0 * d, -0.11 * s),
                        (0, -1.0 * d, -0.06 * s),
                        (0, -0.4 * d, -0.03 * s),
                    ],
                    10,
                ),
                0.006 * s,
                sides=6,
            ),
            metal,
        )
        design.add("trigger", sweep([(0, -0.3 * d, -0.08 * s), (0, -0.85 * d, -0.085 * s)], 0.005 * s, sides=6), metal)
        if form == "hunting":
            design.add(
                "bolt",
                sweep(
                    [(0.3 * w, 0.5 * d, -0.1 * s), (1.3 * w, 0.3 * d, -0.11 * s), (1.6 * w, -0.1 * d, -0.115 * s)],
                    0.006 * s,
                    sides=6,
                )
                + sphere(0.012 * s, segments=8).moved(1.6 * w, -0.1 * d, -0.115 * s),
                STEEL,
            )
            design.features.append("a bolt handle")
        else:
            pump = (
                lathe([(0.026, 0), (0.03, 0.02), (0.03, 0.15), (0.026, 0.17)], segments=16)
                .scaled(s, s, s)
                .rotated("x", 90)
                .moved(0, -0.05 * d, front * s + 0.02 * s)
            )
            design.add("pump", pump, stock)
            for i in range(bands):
                design.add(
                    "groove",
                    torus(0.0305 * s, 0.002 * s, segments=16, sides=4)
                    .rotated("x", 90)
                    .moved(0, -0.05 * d, (front + 0.04 + 0.13 * i / bands) * s),
                    BLACK,
                )
            design.add(
                "tube", _barrel(0.95 * r, (barrel + 0.1) * s, 0.5 * r).moved(0, -0.05 * d, (front - 0.13) * s), metal
            )
            design.features.append("a pump grip")
    y = 0.3 * d
    design.add("barrel", _barrel(r, (barrel + 0.1) * s, 0.5 * r).moved(0, y, (0.4 - barrel) * s), metal)
    design.add("muzzle", cylinder(1.35 * r, 0.04 * s, segments=14).rotated("x", 90).moved(0, y, 0.46 * s), metal)
    design.add("muzzle", cylinder(0.8 * r, 0.041 * s, segments=12).rotated("x", 90).moved(0, y, 0.4605 * s), DARK)
    if scope == "yes":
        profile = [(1.5, -0.14), (1.5, -0.09), (1.0, -0.06), (1.0, 0.05), (1.7, 0.09), (1.7, 0.15)]
        sy = 0.6 * d + 2.2 * r
        design.add(
            "scope",
            lathe([(a * r, z * s) for a, z in profile], segments=18).rotated("x", 90).moved(0, sy, -0.08 * s),
            BLACK,
        )
        design.add(
            "lens",
            cylinder(1.4 * r, 0.003 * s, segments=16).rotated("x", 90).moved(0, sy, 0.069 * s),
            Material("blue", (0.35, 0.5, 0.75)),
        )
        design.add(
            "mount", row(box(0.3 * w, 2.4 * r, 0.02 * s), 2, step=(0, 0, 0.09 * s)).moved(0, 0.5 * d, -0.085 * s), metal
        )
        design.features.append("a scope")
    if sling == "yes":
        strap = smooth(
            [(0, -0.9 * d, -0.45 * s), (0, -2.6 * d, -0.2 * s), (0, -2.4 * d, 0.1 * s), (0, -0.2 * d, front * s)], 16
        )
        design.add("sling", sweep(strap, 0.01 * s, sides=6).scaled(0.5, 1, 1), LEATHER[0])
        design.features.append("a sling")
    return design
