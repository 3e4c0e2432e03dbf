"""What flies through space."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import DARK, WINDOW, along, wings
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    METALS,
    ORANGE,
    PLASTICS,
    RED,
    STEEL,
    WHITE,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    mirrored,
    rod,
    side_cut,
    sphere,
    torus,
)


@category("rocket", family="vehicles", also=("missile",))
def rocket(p: Parameters) -> Design:
    h, r, nose = p.real("height", 4, 12), p.real("radius", 0.06, 0.13), p.real("nose", 0.12, 0.35)
    fins, fin_size, boosters = p.whole("fins", 3, 6), p.real("fin_size", 0.8, 2.2), p.whole("boosters", 0, 4)
    paint, accent = p.material("paint", [*PLASTICS, *METALS[:1]]), p.material("accent", PLASTICS)
    r *= h
    design = Design([paint.name], [f"{number_word(fins)} {accent.name} fins"])
    top = h * (1 - nose)
    design.add("body", cylinder(r, top - 0.05 * h, segments=24).moved(y=0.05 * h), paint)
    design.add(
        "nose",
        lathe([(r, 0), (0.85 * r, 0.35 * nose * h), (0.45 * r, 0.75 * nose * h), (0.01, nose * h)], segments=24).moved(
            y=top
        ),
        accent,
    )
    design.add("band", cylinder(1.02 * r, 0.04 * h).moved(y=0.55 * h), accent)
    fin = (
        extrude([(0, 0), (fin_size * r, -0.3 * r), (fin_size * r, 0.6 * r), (0, 2.2 * r)], 0.08 * r)
        .rotated("x", -90)
        .moved(0.9 * r, 0.06 * h, 0)
    )
    design.add("fin", around(fin, fins), accent)
    design.add("nozzle", cylinder(0.75 * r, 0.06 * h, top_radius=0.4 * r), BLACK_METAL)
    if boosters > 1:
        pod = cylinder(0.4 * r, 0.45 * h, segments=14) + cylinder(
            0.4 * r, 0.08 * h, top_radius=0.02 * r, segments=14
        ).moved(y=0.45 * h)
        design.add("booster", around(pod.moved(1.4 * r, 0.03 * h), boosters, start=30), WHITE)
        design.features.append(f"{number_word(boosters)} boosters")
    return design


@category("space shuttle", family="transport", also=("spacecraft",))
def space_shuttle(p: Parameters) -> Design:
    length, r, span = p.real("length", 25, 37), p.real("radius", 0.07, 0.085), p.real("span", 0.28, 0.36)
    stack, doors, stripe = (
        p.choice("stack", ["orbiter", "launch stack"]),
        p.choice("doors", ["closed", "open"]),
        p.real("tile_line", 0.2, 0.5),
    )
    tank_paint = p.material(
        "tank", [Material("orange", (0.80, 0.42, 0.16)), WHITE, Material("rust", (0.62, 0.32, 0.15))]
    )
    paint, tiles = (
        p.material("hull", [WHITE, Material("light grey", (0.85, 0.86, 0.87))]),
        p.material("tiles", [DARK, Material("dark grey", (0.25, 0.25, 0.27))]),
    )
    r, half, reach = r * length, length / 2, span * length
    shape = [(0.95, -half), (1, 0.5 * half), (0.85, 0.75 * half), (0.45, 0.95 * half), (0.05, half)]
    orbiter = Design()
    orbiter.add("fuselage", along([(r * a, z) for a, z in shape], segments=24), paint)
    plan = [(0, 0.42 * half), (0.4 * reach, 0.1 * half), (reach, -0.62 * half), (reach, -0.8 * half), (0, -0.9 * half)]
    orbiter.add("wing", mirrored(extrude(plan, 0.22 * r)).moved(y=-0.75 * r), paint)
    orbiter.add(
        "tiles",
        mirrored(extrude([(x * 1.01, z) for x, z in plan], 0.1 * r)).moved(y=-0.86 * r)
        + along([(r * a * 0.98, z) for a, z in shape], segments=24)
        .scaled(1, stripe + 0.5, 1.004)
        .moved(y=-(0.56 - stripe) * r),
        tiles,
    )
    orbiter.add(
        "tiles", mirrored(rod((0.42 * reach, -0.65 * r, 0.1 * half), (reach, -0.65 * r, -0.62 * half), 0.13 * r)), tiles
    )
    orbiter.add("window", box(1.1 * r, 0.25 * r, 0.07 * half).rotated("x", 35).moved(0, 0.58 * r, 0.75 * half), DARK)
    fin = [(-0.62 * half, 0.8 * r), (-0.98 * half, 3.0 * r), (-1.15 * half, 3.0 * r), (-0.95 * half, 0.8 * r)]
    orbiter.add("fin", side_cut(fin, 0.2 * r), paint)
    orbiter.add(
        "pod",
        mirrored(
            along([(0.4 * r, -1.05 * half), (0.42 * r, -0.8 * half), (0.1 * r, -0.5 * half)], segments=14).moved(
                0.6 * r, 0.75 * r
            )
        ),
        paint,
    )
    orbiter.add(
        "engine",
        join(
            *(
                along([(0.42 * r, -1.13 * half), (0.2 * r, -0.95 * half)], segments=16).moved(x * r, y * r)
                for x, y in ((0, 0.4), (-0.45, -0.35), (0.45, -0.35))
            )
        ),
        BLACK_METAL,
    )
    if doors == "open":
        orbiter.add("bay", box(1.3 * r, 0.1 * r, 0.95 * half).moved(0, 0.83 * r, 0), STEEL)
        orbiter.add(
            "door", mirrored(box(0.9 * r, 0.06 * r, 0.95 * half).rotated("z", 35).moved(1.2 * r, 0.85 * r, 0)), paint
        )
        orbiter.features.append("open cargo doors")
    else:
        orbiter.add("flag", mirrored(box(0.05 * r, 0.3 * r, 0.2 * half).moved(0.985 * r, 0.15 * r, -0.3 * half)), BLUE)
    orbiter.adjectives, orbiter.features = (
        [paint.name],
        ["a black underside" if tiles.name == "black" else "a dark underside", "delta wings", *orbiter.features],
    )
    if stack == "launch stack":
        big = along(
            [(1.5 * r, -1.05 * half), (1.55 * r, 0.6 * half), (1.1 * r, 1.05 * half), (0.1 * r, 1.4 * half)],
            segments=24,
        )
        orbiter.add("fuel tank", big.moved(y=-2.75 * r), tank_paint)
        booster = along(
            [(0.85 * r, -1.3 * half), (0.65 * r, -1.15 * half), (0.65 * r, 0.85 * half), (0.05 * r, 1.1 * half)],
            segments=16,
        )
        orbiter.add("booster", mirrored(booster.moved(2.15 * r, -2.75 * r)), WHITE)
        orbiter.parts = [(n, s.rotated("x", -90).rotated("y", 180), m) for n, s, m in orbiter.parts]
        orbiter.features.append(f"a {tank_paint.name} fuel tank and two boosters")
    return orbiter


@category("satellite", family="transport", also=("spacecraft",))
def satellite(p: Parameters) -> Design:
    w, h, panels = p.real("width", 1.0, 1.8), p.real("height", 1.2, 2.4), p.whole("panels", 1, 4)
    body, dish, tilt = (
        p.choice("body", ["box", "hexagonal", "ball"]),
        p.real("dish", 0.5, 0.95),
        p.real("panel_tilt", -40, 40),
    )
    foil = p.material(
        "foil",
        [
            Material("gold", (0.83, 0.62, 0.2)),
            Material("silver", (0.76, 0.77, 0.79)),
            WHITE,
            Material("black", (0.14, 0.14, 0.15)),
        ],
    )
    cells, aerials = (
        p.material(
            "cells",
            [
                Material("blue", (0.1, 0.17, 0.45)),
                Material("dark blue", (0.08, 0.1, 0.25)),
                Material("violet", (0.2, 0.13, 0.4)),
            ],
        ),
        p.whole("aerials", 0, 3),
    )
    design = Design([foil.name], [f"{cells.name} solar panels", "a dish antenna"])
    core = {
        "box": box(w, h, w),
        "hexagonal": cylinder(0.55 * w, h, segments=6),
        "ball": sphere(0.6 * w, segments=18).moved(y=h / 2),
    }[body]
    design.add("body", core, foil)
    design.add(
        "band",
        box(1.02 * w, 0.08 * h, 1.02 * w).moved(y=0.8 * h)
        if body == "box"
        else cylinder(0.62 * w, 0.06 * h, segments=18).moved(y=0.47 * h),
        STEEL,
    )
    step, tall = 1.25 * w, 1.35 * w
    for i in range(panels):
        x = 0.75 * w + step * (i + 0.6)
        panel = box(0.94 * step, tall, 0.04).moved(y=-tall / 2)
        lines = join(
            *(box(0.95 * step, 0.02, 0.05).moved(y=tall * (k / 5 - 0.5)) for k in range(6)),
            *(box(0.02, tall, 0.05).moved(0.94 * step * (k / 3 - 0.5), -tall / 2) for k in range(4)),
        )
        for part, solid, colour in (("solar panel", panel, cells), ("panel frame", lines, STEEL)):
            design.add(part, mirrored(solid.rotated("x", tilt).moved(x, h / 2, 0)), colour)
    design.add("boom", rod((-0.75 * w - 0.3 * step, h / 2, 0), (0.75 * w + 0.3 * step, h / 2, 0), 0.05), STEEL)
    cup = lathe(
        [
            (0.05, 0),
            (0.6 * dish, 0.12 * dish),
            (dish, 0.38 * dish),
            (0.97 * dish, 0.4 * dish),
            (0.58 * dish, 0.15 * dish),
            (0.02, 0.04),
        ],
        segments=24,
    )
    feed = rod((0, 0.02, 0), (0, 0.6 * dish, 0), 0.03) + sphere(0.07, segments=8).moved(y=0.6 * dish)
    design.add("dish", cup.rotated("x", 35).moved(0, h + 0.25, 0.2 * w), WHITE)
    design.add(
        "feed",
        feed.rotated("x", 35).moved(0, h + 0.25, 0.2 * w) + rod((0, 0.8 * h, 0), (0, h + 0.3, 0.2 * w), 0.06),
        STEEL,
    )
    design.add(
        "aerial",
        join(
            cylinder(0.2 * w, 0.25, top_radius=0.3 * w, segments=16).moved(y=-0.2),
            *(
                rod((0.3 * w, h, 0), (0.5 * w * np.cos(a) * 2, -0.8, 0.9 * w * np.sin(a)), 0.02)
                for a in np.linspace(0.5, 4.5, aerials)
            ),
        ),
        BLACK_METAL,
    )
    if aerials:
        design.features.append(f"{number_word(aerials)} aerial{'s' * (aerials > 1)}")
    return design


@category("spaceship", family="transport", also=("spacecraft", "starship"))
def spaceship(p: Parameters) -> Design:
    kind, length, span = (
        p.choice("kind", ["saucer", "fighter", "cruiser"]),
        p.real("length", 9, 20),
        p.real("span", 0.3, 0.6),
    )
    engines, lights, guns = p.whole("engines", 2, 4), p.whole("lights", 6, 12), p.choice("guns", ["yes", "no"])
    paint = p.material(
        "hull",
        [
            Material("silver", (0.72, 0.74, 0.77)),
            WHITE,
            Material("grey", (0.45, 0.47, 0.5)),
            Material("dark grey", (0.22, 0.23, 0.26)),
            BLUE,
        ],
    )
    accent, glow = (
        p.material("accent", [RED, ORANGE, BLUE, YELLOW]),
        p.material(
            "glow",
            [
                Material("cyan", (0.35, 0.9, 1.0)),
                Material("orange", (1.0, 0.6, 0.15)),
                Material("green", (0.4, 1.0, 0.45)),
                Material("violet", (0.75, 0.45, 1.0)),
            ],
        ),
    )
    half = length / 2
    design = Design(
        [paint.name, kind],
        [f"{glow.name} lights" if kind == "saucer" else f"{number_word(engines)} glowing {glow.name} engines"],
    )
    if kind == "saucer":
        design.add(
            "hull",
            lathe(
                [
                    (0.1 * half, -0.16 * half),
                    (0.45 * half, -0.14 * half),
                    (half, 0),
                    (half, 0.04 * half),
                    (0.45 * half, 0.2 * half),
                    (0.05 * half, 0.22 * half),
                ],
                segments=32,
            ),
            paint,
        )
        design.add(
            "dome",
            sphere(0.38 * half, start=0, segments=20).scaled(y=0.6 + 0.6 * span).moved(y=0.18 * half),
            glow if guns == "yes" else WINDOW,
        )
        design.add("light", around(sphere(0.055 * half, segments=8).moved(0.78 * half, 0.11 * half), lights), glow)
        design.add("band", torus(half, 0.035 * half, segments=32, sides=6).moved(y=0.02 * half), accent)
        design.add(
            "leg",
            around(
                rod((0.4 * half, -0.1 * half, 0), (0.6 * half, -0.5 * half, 0), 0.035 * half)
                + cylinder(0.09 * half, 0.04 * half, segments=10).moved(0.6 * half, -0.53 * half),
                max(engines, 3),
            ),
            STEEL,
        )
        design.features.append("a dome on top")
        return design
    r, z = 0.13 * length if kind == "fighter" else 0.16 * length, -0.95 * half
    shape = [(0.7, -half), (1, -0.5 * half), (0.9, 0.1 * half), (0.35, 0.75 * half), (0.03, half)]
    design.add(
        "hull",
        along([(r * a, zz) for a, zz in shape], segments=8 if kind == "cruiser" else 18).scaled(1, 0.6, 1),
        paint,
    )
    design.add("stripe", along([(1.02 * r * a, zz) for a, zz in shape[1:4]], segments=18).scaled(0.25, 0.62, 1), accent)
    if kind == "fighter":
        plane = wings(0, span * length, 0.5 * length, 0.16 * length, 0.3 * length, 0.12 * r)
        design.add("wing", plane.moved(0, 0, -0.25 * half), paint)
        design.add(
            "wing tip",
            mirrored(box(0.12 * r, 0.9 * r, 0.24 * length).moved(span * length, -0.35 * r, -0.87 * half)),
            accent,
        )
        design.add(
            "canopy",
            sphere(1, segments=16).scaled(0.42 * r, 0.42 * r, 0.17 * length).moved(0, 0.38 * r, 0.3 * half),
            WINDOW,
        )
        design.features.append("swept wings")
    else:
        design.add(
            "deck",
            extrude(
                [
                    (-0.75 * span * length, -0.95 * half),
                    (0.75 * span * length, -0.95 * half),
                    (0.04 * length, 0.95 * half),
                    (-0.04 * length, 0.95 * half),
                ],
                0.3 * r,
                top_scale=0.93,
            ).moved(y=-0.2 * r),
            paint,
        )
        design.add(
            "bridge",
            box(1.3 * r, 0.7 * r, 0.12 * length).moved(0, 0.5 * r, -0.55 * half)
            + box(1.9 * r, 0.35 * r, 0.07 * length).moved(0, 1.15 * r, -0.6 * half),
            paint,
        )
        design.add("window", box(1.92 * r, 0.1 * r, 0.072 * length).moved(0, 1.27 * r, -0.6 * half), glow)
        design.features.append("a wedge-shaped hull")
    for x in (np.arange(engines) - (engines - 1) / 2) * 0.75 * r:
        design.add(
            "engine",
            along([(0.33 * r, -0.16 * half), (0.28 * r, 0.25 * half)], segments=14).moved(float(x), 0, z),
            BLACK_METAL,
        )
        design.add(
            "exhaust", along([(0.24 * r, -0.165 * half), (0.24 * r, 0)], segments=12).moved(float(x), 0, z), glow
        )
    if guns == "yes":
        design.add(
            "gun",
            mirrored(
                rod(
                    (0.55 * span * length, 0.12 * r, -0.75 * half),
                    (0.55 * span * length, 0.12 * r, 0.25 * half if kind == "fighter" else -0.2 * half),
                    0.07 * r,
                )
            ),
            DARK,
        )
        design.features.append("two guns")
    return design
