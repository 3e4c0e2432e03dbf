"""Arms and shields."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category
from trivium.procedural.families.wearables.parts import (
    BRIGHT_STEEL,
    BRONZE,
    DARK,
    GOLD,
    IRON,
    LEATHER,
    SILVER,
    SOFT_BLACK,
    SOFT_WHITE,
)
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    COPPER,
    FABRICS,
    PLASTICS,
    RED,
    RUSTY,
    STEEL,
    WOODS,
    Material,
    paint,
)
from trivium.procedural.solids import (
    Solid,
    around,
    box,
    cylinder,
    lathe,
    loft,
    regular_outline,
    row,
    side_cut,
    smooth,
    sphere,
    sweep,
    torus,
    upright,
)

GUNMETAL = (
    *paint(black=(0.11, 0.11, 0.12), gunmetal=(0.28, 0.29, 0.32)),
    SILVER,
    Material("olive", (0.32, 0.34, 0.22)),
)


def _barrel(r: float, length: float, bore: float) -> Solid:
    """A tube along +Z with a dark end still to be added."""
    return lathe([(r, 0), (r, length), (bore, length), (bore, 0.6 * length)], segments=16).rotated("x", 90)


def _turn(ring_: np.ndarray) -> float:
    x, y = ring_.T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())


@category("shield", family="wearables", also=("knight's shield", "buckler"))
def shield(p: Parameters) -> Design:
    w, tall, curve = p.real("width", 0.45, 0.7), p.real("tall", 1.15, 1.5), p.real("curve", 0.1, 0.5)
    form, sign = (
        p.choice("form", ["heater", "round", "kite", "tower"]),
        p.choice("emblem", ["cross", "star", "stripes", "quarters"]),
    )
    face = p.material("face", [*PLASTICS[:3], BRIGHT_STEEL, WOODS[0], WOODS[1], SOFT_WHITE])
    sign_colour, metal = (
        p.material("emblem_colour", [GOLD, SOFT_WHITE, SOFT_BLACK, *PLASTICS[:2]]),
        p.material("rim", [BRIGHT_STEEL, IRON, GOLD, BRONZE]),
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
        star = upright(regular_outline(6, 0.3 * w, radius2=0.13 * w), 0.06 * w)
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


@category("sword", family="wearables", also=("blade", "longsword"))
def sword(p: Parameters) -> Design:
    length, w = p.real("length", 0.6, 1.1), p.real("width", 0.03, 0.07)
    guard, form = p.real("guard", 0.12, 0.26), p.choice("guard_form", ["straight", "curved", "disc"])
    steel, hilt = (
        p.material("blade", [STEEL, CHROME, RUSTY]),
        p.material("hilt", [BRASS, BLACK_METAL, COPPER, RED]),
    )
    grip, bow, pommel = (
        p.material("grip", [*WOODS[:2], FABRICS[5], FABRICS[6], BLUE]),
        p.real("bow", -0.25, 0.25),
        p.choice("pommel", ["ball", "disc"]),
    )
    design = Design([steel.name], [f"a {form} {hilt.name} guard", f"a {grip.name} grip"])
    s = np.linspace(0, 1, 10)

    def ring(k: float) -> np.ndarray:
        return np.stack(
            [
                np.array([1, 0, -1, 0]) * w / 2 * (1 - k**6) + bow * length * k * k * 0.5,
                np.full(4, 0.2 + k * length),
                np.array([0, 1, 0, -1]) * 0.006 * (1 - 0.9 * k),
            ],
            1,
        )

    design.add("blade", loft([ring(k)[::-1] for k in s]), steel)
    path = {
        "straight": [(-guard / 2, 0.2, 0), (guard / 2, 0.2, 0)],
        "curved": [(-guard / 2, 0.24, 0), (0, 0.2, 0), (guard / 2, 0.24, 0)],
    }
    if form == "disc":
        design.add("guard", cylinder(guard * 0.3, 0.012).moved(y=0.195), hilt)
    else:
        design.add("guard", sweep(path[form], 0.012), hilt)
    design.add("grip", cylinder(0.014, 0.17, segments=12).moved(y=0.03), grip)
    knob = sphere(0.025, segments=14) if pommel == "ball" else cylinder(0.03, 0.015).rotated("x", 90)
    design.add("pommel", knob.moved(y=0.02), hilt)
    return design


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
        p.material("grip_colour", [SOFT_BLACK, WOODS[1], WOODS[0], Material("beige", (0.72, 0.64, 0.48)), IRON]),
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
    design.add("grip", side_cut(shape * (s, gh), w), hold)
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
        SOFT_BLACK if metal.name != "black" else SILVER,
    )
    if form == "automatic":
        design.add(
            "frame", side_cut(np.array([(-0.5, -0.06), (0.44, -0.06), (0.44, 0.05), (-0.5, 0.05)]) * s, 0.86 * w), hold
        )
        design.add("slide", box(w, top, 1.0 * s, bevel=0.01 * s).moved(0, 0.04 * s), metal)
        design.add(
            "serration",
            row(box(1.04 * w, 0.8 * top, 0.012 * s), lines, step=(0, 0, 0.03 * s)).moved(
                0, 0.04 * s + 0.1 * top, -0.34 * s
            ),
            SOFT_BLACK if metal.name != "black" else IRON,
        )
        design.add(
            "ejection port",
            box(0.6 * w, 0.5 * top, 0.18 * s).moved(0.24 * w, 0.045 * s + 0.52 * top, 0.05 * s),
            BRIGHT_STEEL if metal.name != "silver" else SOFT_BLACK,
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
            SOFT_BLACK,
        )
        design.features.append("a slide with grooves")
    else:
        y = 0.11 * s
        design.add(
            "frame",
            side_cut(np.array([(-0.46, -0.1), (0.1, -0.05), (0.12, 0.2), (-0.3, 0.2), (-0.42, 0.08)]) * s, 0.7 * w),
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
            side_cut(np.array([(0, 0), (0.1, 0), (0.08, 0.05)]) * s, 0.1 * w).moved(0, y + 0.07 * s, (long - 0.03) * s),
            metal,
        )
        design.add(
            "hammer",
            side_cut(np.array([(-0.42, 0.08), (-0.36, 0.1), (-0.38, 0.2), (-0.5, 0.26), (-0.44, 0.18)]) * s, 0.25 * w),
            SOFT_BLACK,
        )
        design.features.append("a revolving cylinder")
    return design


@category("rifle", family="wearables", also=("gun", "firearm", "assault rifle"))
def rifle(p: Parameters) -> Design:
    length, barrel, deep = p.real("length", 0.8, 1.15), p.real("barrel", 0.22, 0.36), p.real("deep", 0.055, 0.075)
    form, scope = p.choice("form", ["hunting", "assault", "shotgun"]), p.choice("scope", ["yes", "no"])
    metal, stock = (
        p.material("metal", GUNMETAL[:2]),
        p.material("stock", [*WOODS[:2], WOODS[3], SOFT_BLACK, GUNMETAL[3], Material("tan", (0.7, 0.6, 0.42))]),
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
            side_cut(
                np.array([(-0.5, 0.3), (-0.22, 0.3), (-0.22, -0.35), (-0.3, -0.4), (-0.5, -1.6)]) * (s, d), 0.8 * w
            ),
            stock,
        )
        design.add(
            "grip",
            side_cut(np.array([(-0.18, -0.3), (-0.11, -0.3), (-0.15, -1.9), (-0.22, -1.8)]) * (s, d), 0.8 * w),
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
            design.add("vent", box(1.14 * w, 0.2 * d, 0.018 * s).moved(0, 0.1 * d, z), SOFT_BLACK)
        design.add(
            "sight",
            side_cut(np.array([(0.42, 0.3), (0.46, 0.3), (0.445, 1.15), (0.435, 1.15)]) * (s, d), 0.2 * w)
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
            design.add("stock", side_cut(np.array([butt[i] for i in a]) * (s, d), w * (0.85 + 0.05 * b)), stock)
        design.add(
            "butt pad",
            side_cut(np.array([(-0.51, 0.12), (-0.495, 0.12), (-0.495, -1.75), (-0.51, -1.75)]) * (s, d), 0.95 * w),
            SOFT_BLACK,
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
                BRIGHT_STEEL,
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
                    SOFT_BLACK,
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
            SOFT_BLACK,
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
