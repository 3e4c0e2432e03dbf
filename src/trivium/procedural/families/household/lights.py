"""Candles and what burns with a flame."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.household.parts import LINEN, LIT, RETRO, front, turned
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BRASS,
    BRICK,
    CERAMICS,
    CHROME,
    CONCRETE,
    COPPER,
    FABRICS,
    GLASS,
    PLASTER,
    RED,
    RUSTY,
    SANDSTONE,
    SLATE,
    STEEL,
    WHITE,
    WOODS,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    bezier,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    row,
    sphere,
    sweep,
    torus,
)

WAX = Material("wax", (0.95, 0.91, 0.80))
FLAME = Material("burning", (1.0, 0.66, 0.15))


def flame(height: float) -> Solid:
    return turned([(0, 0), (0.7, 0.15), (1, 0.35), (0.6, 0.65), (0, 1)], 0.28 * height, height, segments=12)


@category("candle", family="household")
def candle(p: Parameters) -> Design:
    r, h, lit = p.real("radius", 0.03, 0.045), p.real("height", 0.08, 0.16), p.choice("flame", ["lit", "unlit"])
    kind, count = p.choice("kind", ["pillar", "jar", "taper", "tea light"]), p.whole("candles", 1, 3)
    wax = p.material(
        "wax",
        [
            WAX,
            WHITE,
            RED,
            Material("ivory", (0.93, 0.88, 0.74)),
            Material("burgundy", (0.45, 0.08, 0.13)),
            LINEN[2],
        ],
    )
    holder, drip = p.material("holder", [BRASS, STEEL, GLASS, CERAMICS[0], WOODS[1]]), p.real("drip", 0.2, 0.6)
    n = count if kind == "pillar" else 1
    design = Design([wax.name, kind, lit], [f"{'a flame' if lit == 'lit' else 'a wick'}"])
    for i in range(n):
        x, z, tall = (0.0, 0.0, h) if n == 1 else (2.1 * r * (i - (n - 1) / 2), r * (i % 2), h * (1 - 0.25 * i))
        rad, y = r, 0.0
        if kind == "taper":
            rad, tall, y = 0.3 * r, 1.8 * h, 0.05
            design.add(
                "holder",
                turned([(1.4, 0), (1.4, 0.15), (0.5, 0.25), (0.3, 0.5), (0.55, 0.7), (0.45, 1)], r, 0.075),
                holder,
            )
            design.add("grip", torus(0.6 * r, 0.1 * r, segments=16).rotated("x", 90).moved(1.7 * r, 0.6 * r), holder)
        elif kind == "tea light":
            rad, tall = 0.65 * r, 0.02
            design.add("cup", turned([(1, 0), (1, 1), (0.94, 1), (0.94, 0.2)], 0.68 * r, 0.021), STEEL)
        elif kind == "jar":
            tall = 0.7 * h
            design.add("jar", turned([(1, 0), (1.08, 0.05), (1.08, 1), (1.03, 1), (1.03, 0.7)], r, h), GLASS)
            design.add("label", cylinder(1.1 * r, 0.3 * h, segments=28).moved(y=0.2 * h), holder)
        else:
            design.add("plate", turned([(1.25, 0), (1.45, 1), (1.3, 1), (1, 0.4)], r, 0.012).moved(x, 0, z), holder)
            y = 0.005
        spot = turned([(1, 0), (1, 0.97), (0.93, 1), (0.7, 0.975)], rad, tall).moved(x, y, z)
        design.add("wax", spot, wax)
        if kind in ("pillar", "taper"):
            runs = [
                sweep(
                    [
                        (rad, tall * 0.98, 0),
                        (1.03 * rad, tall * (1 - 0.5 * drip), 0),
                        (1.03 * rad, tall * (1 - drip), 0),
                    ],
                    [0.1 * rad, 0.12 * rad, 0.18 * rad],
                ).rotated("y", a)
                for a in (-70, 40, 170)
            ]
            design.add("drip", join(*runs).moved(x, y, z), wax)
        design.add("wick", cylinder(0.0015, 0.014, segments=6).moved(x, y + tall * 0.97, z), BLACK)
        if lit == "lit":
            design.add("flame", flame(0.032).moved(x, y + tall + 0.006, z), FLAME)
            design.add("glow", flame(0.016).scaled(1, 1, 1.9).moved(x, y + tall + 0.008, z), LIT)
    return design


@category("candlestick", family="household", also=("candle holder", "candelabra"))
def candlestick(p: Parameters) -> Design:
    h, r, arms = p.real("height", 0.16, 0.34), p.real("foot", 0.05, 0.075), p.whole("side_arms", 0, 4)
    metal, wax = (
        p.material("metal", [BRASS, Material("silver", (0.80, 0.80, 0.82)), BLACK_METAL, WOODS[1], GLASS]),
        p.material("wax", [WAX, WHITE, RED]),
    )
    knots, tall, lit = p.whole("knots", 1, 4), p.real("candle", 0.08, 0.2), p.choice("flame", ["lit", "unlit"])
    spread = p.real("spread", 0.09, 0.14)
    design = Design(
        [metal.name, "branched" if arms else "single"], [f"{number_word(arms + 1)} {lit} candle{'s' * (arms > 0)}"]
    )
    t = np.linspace(0, 1, 10 * knots + 1)
    shaft = [(0.2 + 0.13 * np.cos(2 * np.pi * knots * a) * (1 - 0.3 * a), 0.12 + 0.86 * a) for a in t]
    design.add("foot", turned([(1, 0), (1, 0.03), (0.8, 0.06), (0.35, 0.1), (0.3, 0.13)], r, h), metal)
    design.add("shaft", turned([(float(a), float(b)) for a, b in shaft], r, h), metal)
    cup = turned([(0.35, 0), (0.8, 0.5), (1, 0.8), (0.9, 1), (0.5, 0.9)], 0.022, 0.03)
    stick = cylinder(0.011, tall, top_radius=0.009, segments=14).moved(y=0.022)
    tops = [(0.0, h, 0.0)]
    for i in range(arms):
        a = 2 * np.pi * i / arms
        end = (spread * np.cos(a), 0.92 * h, spread * np.sin(a))
        low = (1.2 * end[0], 0.35 * h, 1.2 * end[2])
        design.add(
            "arm", sweep(bezier([(0, 0.6 * h, 0), (0.6 * end[0], 0.35 * h, 0.6 * end[2]), low, end]), 0.006), metal
        )
        tops.append(end)
    for x, y, z in tops:
        design.add("cup", cup.moved(x, y - 0.01, z), metal)
        design.add("candle", stick.moved(x, y - 0.01, z), wax)
        design.add("wick", cylinder(0.001, 0.01, segments=5).moved(x, y + tall + 0.008, z), BLACK)
        if lit == "lit":
            design.add("flame", flame(0.03).moved(x, y + tall + 0.014, z), FLAME)
    return design


@category("chandelier", family="household", also=("hanging lamp",))
def chandelier(p: Parameters) -> Design:
    r, arms, h = p.real("radius", 0.3, 0.5), p.whole("arms", 5, 8), p.real("height", 0.35, 0.55)
    kind, lamp = p.choice("kind", ["candle", "crystal", "ring"]), p.choice("lamp", ["candle", "shade", "globe"])
    metal, shade = (
        p.material("metal", [BRASS, BLACK_METAL, CHROME, COPPER]),
        p.material("shade", [FABRICS[4], WHITE, FABRICS[0], LIT]),
    )
    chain, curl = p.real("chain", 0.2, 0.5), p.real("curl", 0.3, 0.7)
    design = Design(
        [metal.name, kind], [f"{number_word(arms)} arms", f"{'bulbs like candles' if lamp == 'candle' else f'{lamp}s'}"]
    )
    if kind == "ring":
        design.add("wheel", torus(r, 0.018, segments=36, sides=6), metal)
        design.add("chain", around(sweep([(r, 0, 0), (0.02, h, 0)], 0.005, sides=5), 3), metal)
        design.add("spoke", around(sweep([(0, 0, 0), (r, 0, 0)], 0.008, sides=5), arms), metal)
        design.add("hub", sphere(0.035, segments=12), metal)
    else:
        column = [(0.1, -0.3), (0.7, -0.22), (1, -0.1), (0.4, 0), (0.3, 0.3), (0.7, 0.5), (0.3, 0.65), (0.15, 1)]
        design.add("column", turned(column, 0.06, h), metal)
        path = bezier([(0.03, 0.02, 0), (0.3 * r, -curl * h, 0), (1.1 * r, -curl * h, 0), (r, 0.02, 0)], count=13)
        design.add("arm", around(sweep(path, 0.009, sides=6), arms), metal)
    if kind == "crystal":
        drop = lathe([(0.001, -0.06), (0.014, -0.025), (0.001, 0)], segments=6)
        design.add(
            "crystal",
            around(drop.moved(r, 0.0), arms)
            + around(drop.moved(0.55 * r, -0.7 * curl * h + 0.05), arms)
            + drop.scaled(2, 2, 2).moved(y=-0.28 * h),
            GLASS,
        )
        string = sweep(
            bezier([(0.02, 0.9 * h, 0), (0.3 * r, 0.1 * h, 0), (0.95 * r, 0.05 * h, 0)], count=8), 0.007, sides=4
        )
        design.add("crystal", around(string, arms), GLASS)
    stand = turned([(0.3, 0), (1, 0.6), (1, 1)], 0.03, 0.03)
    light = {
        "candle": cylinder(0.011, 0.08, segments=8).moved(y=0.025),
        "shade": cylinder(0.062, 0.075, top_radius=0.035, segments=12).moved(y=0.06),
        "globe": sphere(0.05, segments=8).moved(y=0.07),
    }[lamp]
    design.add("cup", around(stand.moved(r), arms), metal)
    design.add("lamp", around(light.moved(r), arms), WAX if lamp == "candle" else shade)
    if lamp != "globe":
        design.add("bulb", around(flame(0.05).moved(r, 0.1), arms), LIT)
    link = torus(0.014, 0.003, segments=8, sides=4).rotated("x", 90).scaled(1, 1.5, 1)
    n = max(4, int(chain / 0.036))
    design.add(
        "chain", join(*(link.rotated("y", 90 * (i % 2)).moved(y=h + 0.015 + 0.036 * i) for i in range(n))), metal
    )
    design.add("ceiling cup", turned([(0.3, 0), (1, 0.7), (1, 1)], 0.06, 0.035).moved(y=h + 0.036 * n - 0.01), metal)
    return design


@category("lantern", family="household", also=("oil lamp",))
def lantern(p: Parameters) -> Design:
    r, h, kind = (
        p.real("radius", 0.06, 0.1),
        p.real("height_ratio", 2.2, 3.2),
        p.choice("kind", ["square", "hexagonal", "hurricane"]),
    )
    metal = p.material("metal", [BLACK_METAL, BRASS, COPPER, *RETRO[:1], WHITE, STEEL, RUSTY])
    tilt, roof = p.real("handle_angle", 0, 70), p.real("roof", 0.4, 0.8)
    bars, wax = p.whole("bars", 0, 3), p.material("candle", [WAX, WHITE, RED])
    design = Design([kind, metal.name], [])
    tall = h * r
    handle = sweep(arc(0.8 * r, 0, 180, points=16), 0.005, sides=6).rotated("x", tilt)
    if kind == "hurricane":
        design.add("tank", turned([(0.9, 0), (1.1, 0.2), (1.1, 0.7), (0.5, 1)], r, 0.28 * tall), metal)
        design.add("burner", cylinder(0.45 * r, 0.1 * tall, top_radius=0.6 * r).moved(y=0.27 * tall), BRASS)
        design.add(
            "globe",
            turned([(0.5, 0), (0.8, 0.35), (0.65, 0.75), (0.45, 1)], r, 0.4 * tall).moved(y=0.36 * tall),
            Material("glowing", (0.95, 0.86, 0.60)),
        )
        tube_ = bezier(
            [(1.0 * r, 0.15 * tall, 0), (1.6 * r, 0.2 * tall, 0), (1.3 * r, 0.85 * tall, 0), (0.4 * r, 0.9 * tall, 0)]
        )
        design.add("frame", sweep(tube_, 0.09 * r) + sweep(tube_ * (-1, 1, -1), 0.09 * r), metal)
        design.add(
            "chimney",
            turned([(0.6, 0), (0.6, 0.4), (0.8, 0.5), (0.5, 0.8), (0.15, 1)], r, 0.3 * tall * (0.6 + roof)).moved(
                y=0.75 * tall
            ),
            metal,
        )
        wires = join(
            *(torus(0.83 * r, 0.004, segments=20, sides=5).moved(y=tall * (0.45 + 0.06 * i)) for i in range(bars + 1))
        )
        design.add("guard", wires, metal)
        design.add("handle", handle.scaled(1.6, 1.9, 1.9).moved(y=0.72 * tall), STEEL)
        design.features = ["a glowing glass", "a wire handle"]
        return design
    n = 4 if kind == "square" else 6
    frame = cylinder(1.05 * r, 0.1 * r, segments=n)
    design.add("base", cylinder(1.2 * r, 0.1 * r, segments=n) + frame.moved(y=0.09 * r), metal)
    design.add("post", around(box(0.1 * r, tall, 0.1 * r).moved(0.97 * r), n), metal)
    side = r * np.cos(np.pi / n)
    for i in range(bars):
        rod = sweep(
            [
                (0.97 * r * np.cos(a), tall * (i + 1) / (bars + 1), 0.97 * r * np.sin(a))
                for a in 2 * np.pi * np.arange(n) / n
            ],
            0.03 * r,
            sides=5,
            closed=True,
        )
        design.add("bar", rod, metal)
    design.add(
        "roof",
        frame.moved(y=tall)
        + lathe(
            [
                (1.25 * r, 0),
                (0.45 * r, roof * r),
                (0.45 * r, (roof + 0.2) * r),
                (0.55 * r, (roof + 0.22) * r),
                (0.05 * r, (roof + 0.5) * r),
            ],
            segments=n,
        ).moved(y=tall + 0.08 * r),
        metal,
    )
    design.add("candle", cylinder(0.45 * side, 0.45 * tall).moved(y=0.15 * r), wax)
    design.add("flame", flame(0.22 * tall).moved(y=0.47 * tall + 0.13 * r), FLAME)
    design.add("handle", handle.moved(y=tall + (roof + 0.4) * r), metal)
    design.features = ["a candle inside", "a ring handle"]
    return design


@category("fireplace", family="household", also=("hearth",))
def fireplace(p: Parameters) -> Design:
    w, h, d = p.real("width", 1.2, 1.7), p.real("height", 1.0, 1.3), p.real("depth", 0.35, 0.5)
    kind, logs = p.choice("opening", ["square", "arched"]), p.whole("logs", 3, 6)
    stone = p.material("surround", [BRICK, SANDSTONE, PLASTER, SLATE, CONCRETE, WOODS[4]])
    shelf, fire = p.material("mantel", [*WOODS, PLASTER, SLATE]), p.choice("fire", ["burning", "cold"])
    share, flue = p.real("opening_share", 0.45, 0.6), p.choice("chimney", ["yes", "no"])
    design = Design([stone.name, kind], [f"{with_article(shelf.name)} mantel", f"{number_word(logs)} logs"])
    soot, ow, oh = Material("sooty", (0.12, 0.10, 0.09)), share * w, 0.62 * h
    pier = box((w - ow) / 2, h, d).moved((w + ow) / 4)
    design.add("surround", pier + pier.scaled(-1, 1, 1) + box(ow + 0.01, h - oh, d).moved(y=oh), stone)
    if kind == "arched":
        a = np.linspace(0, np.pi / 2, 8)
        x, y = ow / 2 * np.cos(a), 0.32 * oh * np.sin(a)
        edge = np.concatenate([np.stack([x, y], 1), [(ow / 2, 0.33 * oh)]])
        spandrel = extrude(edge * (1, -1), 0.99 * d).rotated("x", 90).moved(0, 0.68 * oh, -0.495 * d)
        design.add("surround", spandrel + spandrel.scaled(-1, 1, 1), stone)
    design.add("back", box(ow, oh, 0.04).moved(z=-d / 2 + 0.02) + box(ow, 0.01, d).moved(y=0.045), soot)
    if stone.name == "brick":
        courses = [(i, h * i / 14) for i in range(1, 14)]
        joint = join(
            *(
                box((w - ow) / 2 if y < oh else w, 0.008, 0.004).moved(s * (w + ow) / 4 if y < oh else 0, y, d / 2)
                for _, y in courses
                for s in ((-1, 1) if y < oh else (1,))
            )
        )
        design.add("joint", joint, CONCRETE)
    else:
        panel = front(0.6 * (w - ow) / 2, 0.7 * h, 0.02, 0.01).moved((w + ow) / 4, 0.12 * h, d / 2 + 0.005)
        design.add(
            "panel",
            panel
            + panel.scaled(-1, 1, 1)
            + front(0.8 * ow, 0.6 * (h - oh), 0.02, 0.01).moved(0, oh + 0.2 * (h - oh), d / 2 + 0.005),
            stone,
        )
    design.add(
        "mantel",
        box(1.14 * w, 0.06, 1.3 * d).moved(0, h, 0.1 * d) + box(1.06 * w, 0.05, 1.14 * d).moved(0, h - 0.045, 0.05 * d),
        shelf,
    )
    design.add("hearth", box(1.2 * w, 0.05, 1.7 * d).moved(z=0.4 * d), SLATE)
    if flue == "yes":
        design.add("chimney breast", box(0.75 * w, 0.9, 0.8 * d).moved(0, h + 0.05, -0.1 * d), stone)
        design.features.append("a chimney breast")
    log = cylinder(0.045, 0.6 * ow, segments=12).moved(y=-0.3 * ow).rotated("z", 90)
    for i in range(logs):
        design.add(
            "log", log.rotated("y", 25 * (i % 3) - 25).moved(0, 0.11 + 0.07 * (i // 3), 0.1 * (i % 3) - 0.1), WOODS[1]
        )
    design.add(
        "grate",
        row(box(0.015, 0.16, 0.015), 7, step=(0.11 * ow, 0, 0)).moved(0, 0.05, 0.42 * d)
        + box(0.75 * ow, 0.015, 0.02).moved(0, 0.15, 0.42 * d),
        BLACK_METAL,
    )
    if fire == "burning":
        for i, tone in enumerate((FLAME, Material("burning", (0.93, 0.36, 0.08)), FLAME, LIT, FLAME)):
            design.add(
                "fire",
                flame((0.34, 0.3, 0.22, 0.2, 0.26)[i]).moved(ow * (0, -0.14, 0.2, 0.06, 0.11)[i], 0.15, 0.04 * (i % 2)),
                tone,
            )
        design.features.append("a burning fire")
    return design
