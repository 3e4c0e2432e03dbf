"""Soft things, and the mirror above them."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, with_article
from trivium.procedural.families.household.parts import LINEN, level, turned
from trivium.procedural.materials import BLACK_METAL, BLUE, BRASS, CHROME, FABRICS, GREY, WHITE, WOODS, Material
from trivium.procedural.solids import (
    Solid,
    arc,
    box,
    corners,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    rounded,
    row,
    slab,
    sphere,
    sweep,
    torus,
)


@category("rug", family="household", also=("carpet",))
def rug(p: Parameters) -> Design:
    length, ratio, thick = p.real("length", 1.5, 2.6), p.real("ratio", 0.5, 0.75), p.real("thickness", 0.008, 0.02)
    kind, borders = p.choice("kind", ["oriental", "striped", "round", "checked"]), p.whole("borders", 1, 3)
    wool = (*FABRICS[:5], FABRICS[7], Material("burgundy", (0.45, 0.10, 0.14)), Material("teal", (0.13, 0.42, 0.44)))
    ground, second, third = p.material("ground", wool), p.material("second", wool), p.material("third", wool)
    fringe, count = p.choice("fringe", ["yes", "no"]), p.whole("motifs", 4, 9)
    w, y = length * ratio, thick
    design = Design([kind, ground.name], [f"{second.name} patterns"])
    if kind == "round":
        r = 0.35 * length
        for i in range(2 * borders + 3):
            tone = (ground, second, third)[i % 3]
            design.add("ring", cylinder(r * (1 - i / (2 * borders + 3)), thick + 0.003 * i, segments=40), tone)
        return design
    design.add("pile", slab(length, thick, w, 0.01), ground)
    edge = 0.08 * w
    for i in range(borders):
        a, b, gap = length - 2 * edge * (i + 0.5), w - 2 * edge * (i + 0.5), 0.35 * edge
        frame = extrude(rounded(a, b, 0.002, points=2), 0.003, hole=rounded(a - 2 * gap, b - 2 * gap, 0.002, points=2))
        design.add("border", frame.moved(y=y), (second, third)[i % 2])
    a, b = length - 2 * edge * (borders + 0.5), w - 2 * edge * (borders + 0.5)
    if kind == "striped":
        design.add("stripe", row(box(0.5 * a / count, 0.003, b), count, step=(a / count, 0, 0)).moved(y=y), second)
        design.add("stripe", row(box(0.15 * a / count, 0.005, b), count, step=(a / count, 0, 0)).moved(y=y), third)
    elif kind == "checked":
        tile = box(0.98 * a / count, 0.003, 0.98 * b / 4)
        cells = [(i, j) for i in range(count) for j in range(4) if (i + j) % 2]
        design.add(
            "check",
            join(*(tile.moved((i + 0.5) * a / count - a / 2, y, (j + 0.5) * b / 4 - b / 2) for i, j in cells)),
            second,
        )
    else:
        diamond = cylinder(1, 0.003, segments=4)
        for i, tone in enumerate((second, third, ground, second)):
            design.add(
                "medallion",
                cylinder(1, 0.003 + 0.002 * i, segments=16)
                .scaled(a * (0.34 - 0.08 * i), 1, b * (0.4 - 0.1 * i))
                .moved(y=y),
                tone,
            )
        design.add("motif", corners(diamond.scaled(0.09 * a, 1, 0.13 * b).moved(y=y), 0.38 * a, 0.33 * b), third)
        design.add(
            "motif",
            row(
                row(diamond.scaled(0.3 * a / count, 1.2, 0.025 * b), count, step=(a / count, 0, 0)),
                2,
                step=(0, 0, 0.92 * b),
            ).moved(y=y),
            second,
        )
    tassel = row(box(0.06, 0.004, 0.008), 30, step=(0, 0, 0.98 * w / 30))
    if fringe == "yes":
        design.add("fringe", tassel.moved(length / 2 + 0.028) + tassel.moved(-length / 2 - 0.028), FABRICS[4])
        design.features.append("a fringe at both ends")
    return design


@category("curtain", family="household", also=("curtains", "drapes"))
def curtain(p: Parameters) -> Design:
    w, h, folds = p.real("width", 1.2, 2.0), p.real("height", 1.4, 2.4), p.whole("folds", 4, 8)
    kind, pleat = p.choice("kind", ["tied-back", "hanging", "drawn"]), p.real("pleat", 0.02, 0.05)
    cloth, rod = p.material("cloth", LINEN), p.material("rod", [*WOODS, BRASS, BLACK_METAL])
    knob, hem = p.choice("finial", ["ball", "cone"]), p.material("hem", [FABRICS[7], WHITE, *FABRICS[:2]])
    design = Design([kind, cloth.name], [f"{with_article(rod.name)} rod", "two panels"])
    share = {"tied-back": 0.48, "hanging": 0.3, "drawn": 0.5}[kind] * w

    def panel(low: float, high: float) -> Solid:
        t = np.linspace(0, 1, 6 * folds)
        rings = []
        for s in np.linspace(low, high, 9 if high == 1 else 2):
            pinch = 1 - 0.68 * np.exp(-(((s - 0.4) / 0.22) ** 2)) if kind == "tied-back" else 1.0
            x, z = -w / 2 + share * pinch * t, pleat * np.sin(2 * np.pi * folds * t)
            both = np.concatenate([np.stack([x, z + 0.004], 1), np.stack([x, z - 0.004], 1)[::-1]])[::-1]
            rings.append(np.stack([both[:, 0], np.full(len(both), s * h), both[:, 1]], 1))
        return loft(rings, closed_ends=False)

    one, foot = panel(0.04, 1), panel(0, 0.04)
    design.add("panel", one + one.scaled(-1, 1, 1), cloth)
    design.add("hem", foot + foot.scaled(-1, 1, 1), hem)
    design.add("rod", cylinder(0.016, 1.16 * w).moved(y=-0.58 * w).rotated("z", 90).moved(0, h + 0.02), rod)
    end = (
        sphere(0.04, segments=12)
        if knob == "ball"
        else cylinder(0.03, 0.09, top_radius=0.004, segments=14).rotated("z", -90)
    )
    design.add("finial", end.moved(0.58 * w, h + 0.02) + end.moved(0.58 * w, h + 0.02).scaled(-1, 1, 1), rod)
    places = [(-w / 2 + share * (i + 0.5) / folds) for i in range(folds)]
    hoop = torus(0.026, 0.005, segments=10, sides=4).rotated("z", 90)
    design.add("ring", join(*(hoop.moved(s * x, h + 0.012) for x in places for s in (1, -1))), rod)
    if kind == "tied-back":
        tie = (
            torus(1, 0.03, segments=24, sides=6)
            .scaled(0.18 * share, 1, pleat + 0.015)
            .moved(-w / 2 + 0.17 * share, 0.4 * h)
        )
        design.add("tie", tie + tie.scaled(-1, 1, 1), hem)
        design.features.append("ties")
    return design


@category("pillow", family="household", also=("cushion",))
def pillow(p: Parameters) -> Design:
    w, h, ratio = p.real("width", 0.4, 0.6), p.real("thickness", 0.1, 0.18), p.real("ratio", 0.6, 0.75)
    kind, decor = (
        p.choice("kind", ["throw", "bed", "bolster", "round"]),
        p.choice("decor", ["stripes", "button", "plain"]),
    )
    cloth, second = p.material("cloth", LINEN), p.material("second", [*FABRICS[:5], FABRICS[7], WHITE])
    stripes, plump = p.whole("stripes", 2, 6), p.real("plump", 0.55, 0.75)
    d = {"throw": w, "bed": 0.9 * ratio * w * 1.1, "bolster": 0.4 * w, "round": w}[kind]
    w = 1.3 * w if kind in ("bed", "bolster") else w
    design = Design([kind, cloth.name], [])
    if kind == "bolster":
        r = d / 2
        design.add(
            "body",
            lathe([(0.1 * r, 0), (0.9 * r, 0.02), (r, 0.06), (r, w - 0.06), (0.9 * r, w - 0.02), (0.1 * r, w)])
            .moved(y=-w / 2)
            .rotated("z", 90),
            cloth,
        )
        design.add("piping", row(torus(0.93 * r, 0.008).rotated("z", 90), 2, step=(w - 0.05, 0, 0)), second)
        design.add("button", row(cylinder(0.03, 0.02).moved(y=-0.01).rotated("z", 90), 2, step=(w, 0, 0)), second)
        if decor == "stripes":
            design.add(
                "stripe",
                row(cylinder(1.01 * r, 0.03).moved(y=-0.015).rotated("z", 90), stripes, step=(0.8 * w / stripes, 0, 0)),
                second,
            )
        design.features = [f"{second.name} piping"]
        return design
    u = np.linspace(-1, 1, 22)
    x, z = (g.ravel() for g in np.meshgrid(u, u))
    if kind == "round":
        x, z = x * np.sqrt(1 - z * z / 2), z * np.sqrt(1 - x * x / 2)
        high = np.clip(1 - x * x - z * z, 0, 1) ** plump
    else:
        high = ((1 - x**4) * (1 - z**4)) ** plump
        x, z = x * (1 - 0.07 * (1 - z * z)), z * (1 - 0.07 * (1 - x * x))
    if decor == "button":
        high = high * (1 - 0.5 * np.exp(-(x * x + z * z) / 0.03))
    k = np.arange(21 * 21)
    a = k // 21 * 22 + k % 21
    quads = np.concatenate([np.stack([a, a + 22, a + 1], 1), np.stack([a + 1, a + 22, a + 23], 1)])
    top = Solid(np.stack([x * w / 2, high * h / 2, z * d / 2], 1), quads)
    tilt = -65 if kind != "bed" else 0
    soft = top + top.scaled(1, -1, 1)
    if decor == "stripes":
        stripe = (np.floor((top.vertices[top.faces].mean(1)[:, 0] / w + 0.5) * (2 * stripes + 1)) % 2) > 0
        both = np.concatenate([stripe, stripe])
        design.add("body", Solid(soft.vertices, soft.faces[~both]).rotated("x", -tilt), cloth)
        design.add("stripe", Solid(soft.vertices, soft.faces[both]).rotated("x", -tilt), second)
        design.features = [f"{second.name} stripes"]
        return design
    design.add("body", soft.rotated("x", -tilt), cloth)
    if decor == "button":
        knob = sphere(0.022, segments=12).scaled(1, 0.5, 1).moved(y=0.26 * h)
        design.add("button", (knob + knob.scaled(1, -1, 1)).rotated("x", -tilt), second)
        design.features = [f"{with_article(second.name)} button"]
    else:
        edge = np.concatenate(
            [top.vertices[i] for i in (range(21), range(21, 483, 22), range(483, 462, -1), range(462, 0, -22))]
        )
        design.add("piping", sweep(edge, 0.006, sides=6, closed=True).rotated("x", -tilt), second)
        design.features = [f"{second.name} piping"]
    return design


@category("mattress", family="household")
def mattress(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.9, 2.1), p.real("width", 0.8, 1.8), p.real("height", 0.16, 0.32)
    rows_, tufts = p.whole("tufts", 3, 7), p.choice("top", ["tufted", "quilted", "striped"])
    cloth = p.material("cloth", [WHITE, LINEN[1], FABRICS[4], Material("light grey", (0.80, 0.81, 0.83))])
    side, trim = (
        p.material("side", [WHITE, GREY, LINEN[1], FABRICS[1], FABRICS[4]]),
        p.material("piping", [BLUE, GREY, FABRICS[7], WHITE]),
    )
    design = Design(
        ["double" if w > 1.3 else "single", tufts], [f"{trim.name} piping", f"{with_article(side.name)} side"]
    )
    r = 0.09
    design.add("side", slab(w, h, length, r), side)
    design.add(
        "top",
        loft(
            [
                level(w - 0.01, length - 0.01, r, h - 0.002),
                level(w - 0.04, length - 0.04, r, h + 0.02),
                level(0.9 * w, 0.9 * length, r, h + 0.03),
            ]
        ),
        cloth,
    )
    edge = level(w, length, r, 0)
    design.add("piping", join(*(sweep(np.add(edge, (0, y, 0)), 0.011, sides=6, closed=True) for y in (0.01, h))), trim)
    n = min(9, round(rows_ * length / w))
    if tufts == "tufted":
        knob = sphere(0.022, segments=6).scaled(1, 0.4, 1)
        design.add(
            "tuft",
            row(row(knob, rows_, step=(0.85 * w / rows_, 0, 0)), n, step=(0, 0, 0.87 * length / n)).moved(y=h + 0.029),
            trim,
        )
    elif tufts == "quilted":
        lines = row(box(0.01, 0.004, 0.88 * length), rows_, step=(0.85 * w / rows_, 0, 0)) + row(
            box(0.88 * w, 0.004, 0.01), n, step=(0, 0, 0.87 * length / n)
        )
        design.add("seam", lines.moved(y=h + 0.029), trim)
    else:
        design.add(
            "stripe",
            row(box(0.3 * w / rows_, 0.004, 0.89 * length), rows_, step=(0.88 * w / rows_, 0, 0)).moved(y=h + 0.029),
            trim,
        )
    design.add(
        "handle",
        row(
            sweep(arc(1, 0, 180, points=8) * (0.1, 0.03, 1), 0.01, sides=6).rotated("x", 90).rotated("y", 90),
            2,
            step=(0, 0, 0.8),
        ).moved(w / 2, h / 2),
        trim,
    )
    design.add("label", box(0.16, 0.5 * h, 0.004).moved(0.25 * w, 0.25 * h, length / 2 + 0.001), BLUE)
    return design


@category("mirror", family="household", also=("looking glass",))
def mirror(p: Parameters) -> Design:
    w, ratio, rim = p.real("width", 0.4, 0.7), p.real("ratio", 1.0, 1.8), p.real("rim", 0.03, 0.07)
    kind, shape = (
        p.choice("kind", ["wall", "standing", "table"]),
        p.choice("outline", ["oval", "rectangular", "arched"]),
    )
    frame, silver = p.material("frame", [*WOODS, BRASS, BLACK_METAL, CHROME]), Material("silvered", (0.78, 0.86, 0.90))
    beads, lean = p.whole("beads", 0, 24), p.real("lean", 5, 15)
    ratio = max(ratio, 1.3) * 1.7 if kind == "standing" else ratio
    w = 0.5 * w if kind == "table" else w
    rim, h = rim * w / 0.5, w * ratio
    a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ellipse = np.stack([0.5 * np.cos(a), 0.5 * np.sin(a)], 1)
    arch = np.where(ellipse[:, 1:] < 0, np.sign(ellipse) * 0.5 * np.abs(2 * ellipse) ** 0.12, ellipse)
    unit = {"oval": ellipse, "rectangular": rounded(1, 1, 0.03, points=10), "arched": arch}[shape]
    outer, inner = unit * (w, h), unit * (w - 2 * rim, h - 2 * rim)
    face = extrude(outer * (1, -1), 0.03, hole=inner * (1, -1)).rotated("x", 90)
    glass = extrude(1.01 * inner * (1, -1), 0.016).rotated("x", 90)
    back = extrude(0.98 * outer * (1, -1), 0.01).rotated("x", 90).moved(z=-0.008)
    y = h / 2 + (0.25 * w if kind == "table" else 0.06 if kind == "standing" else 0)

    def place(solid: Solid) -> Solid:
        return solid.rotated("x", -lean if kind != "wall" else 0).moved(y=y)

    design = Design([shape, kind], [f"{with_article(frame.name)} frame"])
    design.add("frame", place(face + back), frame)
    design.add("glass", place(glass), silver)
    shine = box(0.04 * w, 0.5 * min(w, h), 0.002).moved(0, -0.25 * min(w, h)).rotated("z", -35)
    design.add("glass", place(shine.moved(-0.06 * w, 0, 0.016) + shine.moved(0.06 * w, 0, 0.016)), WHITE)
    if beads:
        middle = (outer + inner) / 2
        spots = [middle[int(i * len(middle) / beads)] for i in range(beads)]
        design.add("bead", place(join(*(sphere(0.22 * rim, segments=8).moved(u, v, 0.03) for u, v in spots))), frame)
        design.features.append("beads on the frame")
    if kind == "standing":
        post = row(cylinder(0.02, 0.62 * h, segments=12), 2, step=(w + 0.08, 0, 0)) + row(
            box(0.05, 0.03, 0.45), 2, step=(w + 0.08, 0, 0)
        )
        design.add(
            "stand",
            post
            + sweep([(-w / 2 - 0.04, y, 0), (w / 2 + 0.04, y, 0)], 0.012)
            + box(w + 0.08, 0.04, 0.03).moved(y=0.06),
            frame,
        )
    elif kind == "table":
        yoke = sweep(arc(1, 180, 360, points=16) * (w / 2 + 0.012, h / 2 + 0.02, 1) + (0, y, -0.01), 0.008)
        design.add(
            "stand",
            yoke + cylinder(0.012, 0.25 * w, segments=12) + turned([(1, 0), (0.9, 0.5), (0.2, 1)], 0.35 * w, 0.03),
            frame,
        )
    return design
