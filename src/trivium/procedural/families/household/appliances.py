"""Appliances that wash, warm, cool and clean."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.household.parts import (
    APPLIANCE,
    DARK_GLASS,
    LIT,
    RETRO,
    SCREEN,
    STAINLESS,
    cushion,
    front,
    level,
    ring,
)
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    COPPER,
    GLASS,
    GREY,
    PINK,
    PLASTICS,
    PURPLE,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    around,
    bezier,
    box,
    corners,
    cylinder,
    disc,
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
    tube,
)


@category("washing machine", family="household", also=("washer", "laundry machine"))
def washing_machine(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.55, 0.68), p.real("height", 0.8, 0.95), p.real("depth", 0.48, 0.64)
    kind, r = (
        p.choice("kind", ["front-loading", "front-loading compact", "top-loading"]),
        p.real("door_radius", 0.26, 0.36),
    )
    paint, trim = (
        p.material("paint", [WHITE, APPLIANCE[3], Material("graphite", (0.25, 0.26, 0.28))]),
        p.material("trim", [CHROME, BLACK, GREY, WHITE]),
    )
    knob, laundry = p.choice("dial", ["left", "middle", "right"]), p.material("laundry", [*PLASTICS[:3], PINK])
    h = h * 0.85 if kind == "front-loading compact" else h
    design = Design([kind, paint.name], [f"a dial on the {knob}" if knob != "middle" else "a dial in the middle"])
    face, x = d / 2, {"left": -0.3 * w, "middle": 0, "right": 0.3 * w}[knob]
    design.add("body", front(w, h - 0.03, d, 0.02).moved(y=0.03), paint)
    design.add("foot", corners(cylinder(0.025, 0.04, segments=10), 0.4 * w, 0.4 * d), BLACK)
    dial = disc(0.038, 0.03, segments=20) + box(0.006, 0.03, 0.034).moved(y=0.005)
    if kind == "top-loading":
        design.add("panel", box(w, 0.16, 0.1).moved(0, h - 0.01, -face + 0.05), paint)
        design.add("strip", box(0.94 * w, 0.1, 0.01).moved(0, h + 0.02, -face + 0.101), GREY)
        design.add("dial", dial.moved(x, h + 0.07, -face + 0.105), trim)
        design.add(
            "button",
            row(disc(0.012, 0.01, segments=10), 4, step=(0.06, 0, 0)).moved(-0.4 * x, h + 0.07, -face + 0.105),
            WHITE,
        )
        design.add("lid", slab(0.84 * w, 0.02, 0.68 * d, 0.03).moved(0, h - 0.004, 0.09 * d), paint)
        design.add("window", slab(r * 1.9 * w, 0.006, 0.5 * d, 0.05).moved(0, h + 0.014, 0.09 * d), DARK_GLASS)
        design.add("grip", box(0.14, 0.015, 0.02).moved(0, h, 0.43 * d), trim)
        design.features.append("a lid on top")
        return design
    y = 0.45 * h
    design.add("panel", box(0.97 * w, 0.13 * h, 0.01).moved(0, 0.85 * h, face + 0.002), paint)
    design.add(
        "drawer",
        box(0.26 * w, 0.1 * h, 0.015).moved(-0.33 * w if knob != "left" else 0.33 * w, 0.865 * h, face + 0.006),
        GREY,
    )
    design.add("dial", dial.moved(x * 0.9, 0.915 * h, face + 0.006), trim)
    design.add(
        "display",
        box(0.16 * w, 0.06 * h, 0.01).moved(0.2 * w if knob != "right" else 0.05 * w, 0.885 * h, face + 0.006),
        DARK_GLASS,
    )
    design.add("door", tube(r * w, 0.74 * r * w, 0.03, segments=36).rotated("x", 90).moved(0, y, face), trim)
    design.add(
        "glass",
        sphere(0.75 * r * w, segments=24, start=0, stop=90).scaled(1, 0.35, 1).rotated("x", 90).moved(0, y, face),
        DARK_GLASS,
    )
    design.add(
        "laundry", sphere(0.5 * r * w, segments=14).scaled(1, 0.5, 0.48).moved(0, y - 0.3 * r * w, face), laundry
    )
    design.add("grip", box(0.03, 0.1, 0.02).moved(0.87 * r * w, y - 0.05, face + 0.025), CHROME)
    design.add("flap", box(0.12, 0.08, 0.01).moved(0.36 * w, 0.05, face), GREY)
    design.features.append(f"a round door, {laundry.name} laundry inside")
    return design


@category("water heater", family="household", also=("boiler", "hot water tank"))
def water_heater(p: Parameters) -> Design:
    r, h, kind = (
        p.real("radius", 0.2, 0.3),
        p.real("height", 0.8, 1.5),
        p.choice("kind", ["standing", "wall-hung", "tankless"]),
    )
    paint, band = (
        p.material("paint", [WHITE, BEIGE, GREY, APPLIANCE[3]]),
        p.material("label", [YELLOW, BLUE, RED]),
    )
    pipes, gauge = p.material("pipes", [COPPER, STEEL, BRASS]), p.real("gauge", 0.03, 0.05)
    ring_, insulation = p.choice("bands", ["yes", "no"]), p.real("dome", 0.15, 0.35)
    design = Design([paint.name, kind], [f"{pipes.name} pipes", f"{with_article(band.name)} label"])
    if kind == "tankless":
        w, tall, d = 1.5 * r, 0.65 * h, 0.8 * r
        design.add("body", front(w, tall, d, 0.03).moved(y=0.25), paint)
        design.add("flue", cylinder(0.06, 0.25).moved(y=0.24 + tall) + torus(0.065, 0.012).moved(y=0.27 + tall), STEEL)
        design.add("window", front(0.3 * w, 0.05, 0.01, 0.01).moved(0, 0.25 + 0.2 * tall, d / 2 + 0.002), DARK_GLASS)
        design.add("dial", row(disc(gauge, 0.02), 2, step=(0.4 * w, 0, 0)).moved(0, 0.25 + 0.1 * tall, d / 2), BLACK)
        design.add("label", box(0.4 * w, 0.06, 0.004).moved(0, 0.25 + 0.75 * tall, d / 2 + 0.001), band)
        design.add("pipe", row(cylinder(0.013, 0.3, segments=12), 4, step=(0.2 * w, 0, 0)), pipes)
        design.add("valve", row(sphere(0.024, segments=10), 2, step=(0.6 * w, 0, 0)).moved(y=0.12), BRASS)
        return design
    h = h if kind == "standing" else 0.65 * h
    y = 0.1 if kind == "standing" else 0.25
    dome = [(r * np.cos(a), insulation * r * np.sin(a)) for a in np.radians(np.linspace(0, 88, 7))]
    shell = [(a, -b) for a, b in reversed(dome)] if kind == "wall-hung" else [(r, 0)]
    design.add("tank", lathe([*shell, *((a, h + b) for a, b in dome)], segments=30).moved(y=y), paint)
    if ring_ == "yes":
        design.add(
            "band", join(*(cylinder(1.01 * r, 0.02, segments=30).moved(y=y + h * a) for a in (0.06, 0.92))), STEEL
        )
    design.add("label", cylinder(1.006 * r, 0.16 * h, segments=30).scaled(0.6, 1, 1).moved(y=y + 0.55 * h), band)
    design.add("label", cylinder(1.009 * r, 0.02 * h, segments=30).scaled(0.5, 1, 1).moved(y=y + 0.64 * h), WHITE)
    design.add("thermostat", box(0.16, 0.2, 0.06, bevel=0.01).moved(0, y + 0.12 * h, r - 0.01), GREY)
    design.add(
        "gauge",
        disc(gauge, 0.02).moved(0, y + 0.4 * h, r - 0.004) + ring(gauge, 0.006).moved(0, y + 0.4 * h, r + 0.014),
        WHITE,
    )
    design.add("needle", box(0.004, 0.8 * gauge, 0.004).rotated("z", 30).moved(0, y + 0.4 * h, r + 0.016), RED)
    if kind == "standing":
        design.add("leg", around(cylinder(0.025, 0.12, segments=10).moved(0.8 * r), 3, start=30), STEEL)
        design.add("pipe", row(cylinder(0.016, 0.3, segments=12), 2, step=(0.9 * r, 0, 0)).moved(y=y + h), pipes)
        design.add("flue", cylinder(0.05, 0.25).moved(y=y + h + 0.5 * insulation * r), STEEL)
        design.add(
            "valve",
            cylinder(0.014, 0.06).rotated("x", 90).moved(0, y + 0.05, r - 0.01)
            + ring(0.025, 0.006).moved(0, y + 0.05, r + 0.05),
            BRASS,
        )
    else:
        design.add("pipe", row(cylinder(0.013, 0.3, segments=12), 2, step=(0.5 * r, 0, 0)), pipes)
        design.add("bracket", row(box(0.5 * r, 0.06, 0.06), 2, step=(0, 0.7 * h, 0)).moved(0, y + 0.5 * h, -r), STEEL)
    return design


@category("radiator", family="household", also=("heater", "central heating radiator"))
def radiator(p: Parameters) -> Design:
    n, h, pitch = p.whole("sections", 6, 14), p.real("height", 0.45, 0.75), p.real("pitch", 0.045, 0.07)
    kind, depth = p.choice("kind", ["column", "panel", "towel"]), p.real("depth", 0.1, 0.16)
    paint = p.material(
        "paint", [WHITE, WOODS[4], BLACK_METAL, Material("silver painted", (0.72, 0.72, 0.72)), RETRO[3], STEEL]
    )
    valve, pipes = p.material("valve", [CHROME, BRASS, WHITE]), p.choice("pipes", ["floor", "wall"])
    w = n * pitch
    design = Design(
        [paint.name, kind],
        [f"{number_word(n)} {'rungs' if kind == 'towel' else 'ribs' if kind == 'panel' else 'columns'}"],
    )
    y = 0.09
    if kind == "column":
        fin = join(
            *(
                sweep(
                    bezier([(0, y, z), (0, y, z), (0, y + h / 2, z), (0, y + h, z), (0, y + h, z)], count=4),
                    0.4 * pitch,
                    sides=6,
                )
                for z in (-0.35 * depth, 0.0, 0.35 * depth)
            )
        )
        cap = cushion(0.96 * pitch, 1.1 * pitch, depth + 0.4 * pitch, power=0.7, segments=10)
        design.add(
            "column",
            row(fin + cap.moved(y=y - 0.4 * pitch) + cap.moved(y=y + h - 0.7 * pitch), n, step=(pitch, 0, 0)),
            paint,
        )
        design.add(
            "foot",
            row(
                sweep([(0, y, 0.3 * depth), (0, 0.03, 0.3 * depth), (0, 0, 0.45 * depth)], 0.018)
                + sweep([(0, y, -0.3 * depth), (0, 0.03, -0.3 * depth), (0, 0, -0.45 * depth)], 0.018),
                2,
                step=(w - pitch, 0, 0),
            ),
            paint,
        )
    elif kind == "panel":
        w *= 1.4
        design.add(
            "panel",
            front(w, h, 0.02, 0.015).moved(0, y, 0.3 * depth) + front(w, h, 0.02, 0.015).moved(0, y, -0.3 * depth),
            paint,
        )
        rib = slab(0.45 * pitch, 0.86 * h, 0.02, 0.008)
        design.add("rib", row(rib, n, step=(w / (n + 0.5), 0, 0)).moved(0, y + 0.07 * h, 0.3 * depth + 0.008), paint)
        design.add(
            "grille",
            row(box(0.006, 0.015, 0.6 * depth), 4 * n, step=(w / (4 * n + 1), 0, 0)).moved(y=y + h - 0.02),
            paint,
        )
        design.add(
            "bracket", row(box(0.03, 0.8 * h, 0.05), 2, step=(0.7 * w, 0, 0)).moved(0, y, -0.3 * depth - 0.03), STEEL
        )
    else:
        w, h = 0.5 + pitch, 1.5 * h
        design.add("upright", row(cylinder(0.018, h, segments=14), 2, step=(w, 0, 0)).moved(y=y), paint)
        for i in range(n):
            t = (i + 0.5 + 0.7 * (i * 3 // n)) / (n + 1.5)
            design.add(
                "rung",
                sweep([(-w / 2, y + h * t, 0), (0, y + h * t, 0.25 * depth), (w / 2, y + h * t, 0)], 0.012),
                paint,
            )
    x = w / 2 + 0.03
    design.add("valve", cylinder(0.024, 0.06, segments=16).rotated("z", -90).moved(x, y + 0.02), valve)
    turn = [(x, y + 0.02, 0), (x, -0.02, 0)] if pipes == "floor" else [(x, y + 0.02, 0), (x, y + 0.02, -depth)]
    design.add(
        "pipe",
        sweep(turn, 0.011)
        + sweep([(-w / 2, y + 0.02, 0), (-x, y + 0.02, 0)], 0.011)
        + sweep([(-a, b, c) for a, b, c in turn], 0.011),
        COPPER,
    )
    design.features.append(f"copper pipes to the {pipes}")
    return design


@category("vacuum cleaner", family="household", also=("hoover", "vacuum"))
def vacuum_cleaner(p: Parameters) -> Design:
    kind, h = p.choice("kind", ["canister", "upright", "stick"]), p.real("height", 0.9, 1.15)
    length, wheel = p.real("length", 0.34, 0.44), p.real("wheel", 0.06, 0.09)
    paint = p.material("paint", [*PLASTICS[:5], GREY, PURPLE])
    trim, head = p.material("trim", [BLACK, GREY, WHITE]), p.real("head_width", 0.24, 0.32)
    tilt = p.real("tilt", 15, 35)
    design = Design([kind, paint.name], [])
    nozzle = loft(
        [level(head, 0.11, 0.02, 0), level(0.96 * head, 0.1, 0.02, 0.025), level(0.3 * head, 0.05, 0.02, 0.06)]
    )
    s, c = np.sin(np.radians(tilt)), np.cos(np.radians(tilt))
    if kind == "canister":
        z = 0.75
        design.add("body", cushion(0.28, 0.24, length, power=0.7).moved(y=0.03), paint)
        design.add("bumper", cushion(0.3, 0.05, 1.03 * length, power=0.5).moved(y=0.07), trim)
        design.add(
            "wheel",
            row(cylinder(wheel, 0.03).rotated("z", 90).moved(0.015, wheel, -0.28 * length), 2, step=(0.29, 0, 0)),
            BLACK,
        )
        design.add(
            "hub",
            row(
                cylinder(0.5 * wheel, 0.036, segments=14).rotated("z", 90).moved(0.018, wheel, -0.28 * length),
                2,
                step=(0.29, 0, 0),
            ),
            paint,
        )
        design.add(
            "grip", sweep(bezier([(0, 0.24, -0.12), (0, 0.34, -0.1), (0, 0.34, 0.08), (0, 0.24, 0.1)]), 0.014), trim
        )
        design.add("button", row(cylinder(0.025, 0.02, segments=14), 2, step=(0.09, 0, 0)).moved(0, 0.24, -0.1), trim)
        top = (0, h * c, z - h * s + 0.05)
        t = np.linspace(0, 1, 46)
        hose = bezier([(0, 0.17, 0.45 * length), (0.55, 0.15, 0.55), (0.5, 1.1 * h, -0.5), top], count=46)
        design.add("hose", sweep(hose, 0.02 + 0.004 * np.cos(np.pi * np.arange(len(t))), sides=8), trim)
        design.add("tube", sweep([(0, 0.05, z), (0, 0.5 * h * c, z - 0.5 * h * s + 0.02), top], 0.016), CHROME)
        design.add("handle", sweep([top, (0, top[1] + 0.05, top[2] - 0.14)], 0.019), trim)
        design.add("nozzle", nozzle.moved(z=z), trim)
        design.features = ["a hose and a metal tube"]
        return design

    def lean(solid: Solid) -> Solid:
        return solid.rotated("x", -0.7 * tilt).moved(0, 0.08, -0.05)

    if kind == "upright":
        design.add(
            "body",
            lean(
                loft(
                    [
                        level(0.8 * head, 0.16, 0.05, 0),
                        level(0.75 * head, 0.18, 0.07, 0.35 * h),
                        level(0.3 * head, 0.08, 0.03, 0.68 * h),
                    ]
                )
            ),
            paint,
        )
        design.add("bin", lean(cylinder(0.075, 0.27 * h).moved(0, 0.12 * h, 0.07)), GLASS)
        design.add(
            "bin",
            lean(cylinder(0.078, 0.03).moved(0, 0.39 * h, 0.07) + cylinder(0.078, 0.02).moved(0, 0.11 * h, 0.07)),
            trim,
        )
        design.add(
            "handle",
            lean(
                sweep(
                    [
                        (0, 0.65 * h, 0),
                        (0, 0.85 * h, 0),
                        (0, h, 0.03),
                        (0, 1.03 * h, -0.06),
                        (0, 0.9 * h, -0.06),
                        (0, 0.85 * h, 0),
                    ],
                    0.015,
                )
            ),
            trim,
        )
        design.add(
            "head",
            loft(
                [
                    level(head, 0.28, 0.04, 0.012),
                    level(head, 0.28, 0.04, 0.06),
                    level(0.8 * head, 0.2, 0.04, 0.12, z=-0.02),
                ]
            ).moved(z=0.06),
            paint,
        )
        design.add("lamp", front(0.4 * head, 0.03, 0.02, 0.01).moved(0, 0.06, 0.18), LIT)
        design.add(
            "wheel",
            row(cylinder(0.6 * wheel, 0.025).rotated("z", 90).moved(0.012, 0.6 * wheel, -0.08), 2, step=(head, 0, 0)),
            BLACK,
        )
        design.features = ["a dust bin in front", "a lamp"]
        return design
    design.add("tube", lean(sweep([(0, -0.05, 0), (0, 0.72 * h, 0)], 0.016)), CHROME)
    body = cylinder(0.045, 0.24).rotated("x", 90).moved(0, 0.8 * h, -0.12)
    design.add("motor", lean(body), paint)
    design.add("bin", lean(cylinder(0.05, 0.2).moved(0, 0.66 * h, 0.06)), GLASS)
    design.add("battery", lean(box(0.08, 0.06, 0.12, bevel=0.01).moved(0, 0.62 * h, -0.12)), trim)
    design.add(
        "handle",
        lean(
            sweep(bezier([(0, 0.8 * h, -0.1), (0, 0.86 * h, -0.26), (0, 0.64 * h, -0.22), (0, 0.66 * h, -0.12)]), 0.015)
        ),
        trim,
    )
    design.add("head", nozzle.scaled(1, 1.3, 1), trim)
    design.add(
        "roller",
        cylinder(0.2 * wheel + 0.012, 0.94 * head).moved(y=-0.47 * head).rotated("z", 90).moved(0, 0.028, 0.05),
        paint,
    )
    design.features = ["a see-through bin", "a battery"]
    return design


@category("iron", family="household", also=("clothes iron", "flat iron"))
def iron(p: Parameters) -> Design:
    length, w, h = p.real("length", 0.23, 0.3), p.real("width", 0.1, 0.125), p.real("height", 0.11, 0.15)
    kind, handle = p.choice("kind", ["steam", "vintage", "cordless"]), p.real("handle", 0.7, 1.0)
    paint = p.material("paint", [*PLASTICS[:3], WHITE, PURPLE, TURQUOISE])
    plate, trim = (
        p.material("plate", [STAINLESS, CHROME, Material("dark ceramic", (0.18, 0.18, 0.20))]),
        p.material("trim", [BLACK, GREY, WOODS[1]]),
    )
    t = np.linspace(0, 1, 12)
    half = w / 2 * np.sqrt(np.clip(1 - t**2.2, 0, 1))
    outline = np.concatenate(
        [np.stack([half, length * (t - 0.5)], 1), np.stack([-half, length * (t - 0.5)], 1)[-2::-1]]
    )

    def at(scale: float, y: float, *, z: float = 0.0) -> np.ndarray:
        return np.stack([scale * outline[:, 0], np.full(len(outline), y), scale * outline[:, 1] + z], 1)[::-1]

    old = kind == "vintage"
    body, grip = (BLACK_METAL, WOODS[1]) if old else (paint, trim)
    design = Design([kind, body.name], [f"a pointed {plate.name} plate"])
    design.add("plate", loft([at(1, 0), at(1, 0.012), at(0.97, 0.014)]), plate)
    design.add(
        "body", loft([at(0.95, 0.012), at(0.92, 0.3 * h), at(0.62 if not old else 0.8, 0.5 * h, z=-0.1 * length)]), body
    )
    top = 1.1 * handle * h + 0.02
    if old:
        design.add(
            "post",
            row(sweep([(0, 0.4 * h, 0), (0, top, 0)], 0.008), 2, step=(0, 0, 0.42 * length)).moved(z=-0.08 * length),
            STEEL,
        )
        design.add(
            "handle",
            sweep(
                [(0, top, -0.34 * length), (0, top, -0.08 * length), (0, top, 0.18 * length)],
                [0.015, 0.02, 0.015],
                sides=14,
            ),
            grip,
        )
    else:
        path = bezier(
            [
                (0, 0.4 * h, 0.3 * length),
                (0, 1.3 * top, 0.26 * length),
                (0, 1.1 * top, -0.4 * length),
                (0, 1.15 * top, -0.52 * length),
                (0, 0.35 * h, -0.42 * length),
            ]
        )
        design.add("handle", sweep(path, 0.019, sides=12), grip)
        design.add("heel", box(0.7 * w, 0.5 * h, 0.02, bevel=0.005).moved(0, 0.05 * h, -0.48 * length), grip)
        design.add("dial", cylinder(0.024, 0.02, segments=18).moved(0, 0.48 * h, -0.06 * length), trim)
        design.add("spray", cylinder(0.008, 0.02, segments=10).rotated("x", 60).moved(0, 0.46 * h, 0.28 * length), trim)
        design.add("water tank", loft([at(0.5, 0.3 * h, z=0.1 * length), at(0.4, 0.56 * h, z=0.1 * length)]), GLASS)
        design.features.append("a dial")
    if kind == "steam":
        cord = bezier(
            [
                (0, 0.75 * top, -0.5 * length),
                (0, 0.5 * h, -0.9 * length),
                (0.1, 0, -0.7 * length),
                (0.25, 0, -1.0 * length),
                (0.05, 0.01, -1.4 * length),
            ],
            count=26,
        )
        design.add("cord", sweep(cord, 0.004, sides=6), BLACK)
        design.features.append("a cord")
    return design


@category("air conditioner", family="household", also=("air conditioning unit",))
def air_conditioner(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.75, 1.0), p.real("height", 0.26, 0.34), p.real("depth", 0.2, 0.27)
    kind, slats = p.choice("kind", ["split wall", "outdoor", "window", "portable"]), p.whole("slats", 5, 12)
    paint, trim = (
        p.material("paint", [WHITE, BEIGE, APPLIANCE[3], RETRO[3]]),
        p.material("trim", [GREY, BLACK, CHROME]),
    )
    flap, radius = p.real("flap", 20, 65), p.real("rounding", 0.02, 0.08)
    design = Design([kind, paint.name], [])
    face = d / 2
    if kind == "split wall":
        body = extrude(rounded(h, d, radius), w).rotated("z", 90).moved(w / 2, h / 2)
        design.add("body", body, paint)
        design.add("outlet", box(0.92 * w, 0.03, 0.02).moved(0, 0.06 * h, face - 0.05 * d - 0.012), BLACK)
        design.add("flap", box(0.92 * w, 0.006, 0.07).rotated("x", flap).moved(0, 0.08 * h, face - 0.01), paint)
        design.add(
            "slat", row(box(0.9 * w, 0.005, 0.006), slats, step=(0, 0, 0.7 * d / slats)).moved(y=h - 0.002), trim
        )
        design.add(
            "fin", row(box(0.004, 0.03, 0.02), 10, step=(0.085 * w, 0, 0)).moved(0, 0.06 * h, face - 0.05 * d), trim
        )
        design.add("seam", box(0.99 * w, 0.004, 0.004).moved(0, 0.3 * h, face - 0.001), GREY)
        design.add("display", box(0.06, 0.025, 0.004).moved(0.36 * w, 0.5 * h, face), SCREEN)
        design.add("logo", box(0.08, 0.015, 0.004).moved(-0.36 * w, 0.75 * h, face), trim)
        design.features = ["an open flap", "a small display"]
    elif kind == "outdoor":
        tall, deep = 2.1 * h, 1.2 * d
        r = 0.4 * tall
        design.add("body", front(w, tall, deep, 0.015).moved(y=0.06), paint)
        design.add("foot", row(box(0.06, 0.07, 1.2 * deep), 2, step=(0.7 * w, 0, 0)), BLACK)
        x = -0.14 * w
        hole = Material("dark opening", (0.13, 0.13, 0.14))
        design.add("opening", disc(r, 0.006, segments=32).moved(x, 0.06 + tall / 2, deep / 2), hole)
        blade = sphere(0.5, segments=10).scaled(0.75 * r, 0.01, 0.45 * r).moved(0.5 * r)
        design.add("fan", around(blade, 3).rotated("x", 90).moved(x, 0.06 + tall / 2, deep / 2 + 0.006), GREY)
        design.add(
            "guard",
            join(*(ring(r * i / slats, 0.004, segments=24) for i in range(2, slats + 1))).moved(
                x, 0.06 + tall / 2, deep / 2 + 0.02
            ),
            paint,
        )
        design.add(
            "guard",
            around(box(2 * r, 0.008, 0.008), 3, sweep=180).rotated("x", 90).moved(x, 0.06 + tall / 2, deep / 2 + 0.02),
            paint,
        )
        design.add("grip", box(0.16 * w, 0.08, 0.01).moved(0.37 * w, 0.06 + 0.7 * tall, deep / 2), trim)
        design.add("label", box(0.16 * w, 0.1, 0.004).moved(0.37 * w, 0.06 + 0.3 * tall, deep / 2), BLUE)
        design.features = ["a round fan behind a guard"]
    else:
        tall, wide, deep = (1.35 * h, 0.68 * w, 2.0 * d) if kind == "window" else (2.4 * h, 0.45 * w, 1.5 * d)
        y = 0.0 if kind == "window" else 0.05
        face = deep / 2
        design.add("body", front(wide, tall, deep, min(radius, 0.04)).moved(y=y), paint)
        low, share = (0.1, 0.8) if kind == "window" else (0.62, 0.3)
        grille = row(box(0.64 * wide, 0.45 * share * tall / slats, 0.012), slats, step=(0, share * tall / slats, 0))
        design.add("opening", box(0.68 * wide, share * tall, 0.006).moved(-0.1 * wide, y + low * tall, face), BLACK)
        design.add("slat", grille.moved(-0.1 * wide, y + (low + share / 2) * tall - 0.01, face + 0.004), paint)
        design.add(
            "panel",
            box(0.18 * wide, 0.8 * share * tall, 0.006).moved(0.37 * wide, y + (low + 0.1 * share) * tall, face),
            trim,
        )
        design.add(
            "knob",
            row(disc(0.022, 0.025, segments=14), 2, step=(0, 0.35 * share * tall, 0)).moved(
                0.37 * wide, y + (low + share / 2) * tall, face
            ),
            WHITE,
        )
        side = row(box(0.012, 0.012, 0.5 * deep), slats, step=(0, 0.7 * tall / slats, 0)).moved(
            wide / 2, y + tall / 2, -0.18 * deep
        )
        design.add("vent", side + side.scaled(-1, 1, 1), BLACK)
        design.features = ["slats in front", "two knobs"]
        if kind == "portable":
            design.add("castor", corners(sphere(0.03, segments=10).moved(y=0.03), 0.38 * wide, 0.38 * deep), BLACK)
            t = np.arange(30)
            path = bezier(
                [
                    (0, 0.7 * tall, -0.45 * deep),
                    (0, 0.7 * tall, -deep),
                    (0, 0.6 * tall, -1.1 * deep),
                    (0, 1.3 * tall, -1.4 * deep),
                ],
                count=30,
            )
            design.add("hose", sweep(path, 0.065 + 0.008 * np.cos(np.pi * t), sides=14), BEIGE)
            design.features.append("an exhaust hose")
        else:
            curtain_ = row(box(0.012, 0.95 * tall, 0.02), 5, step=(0.03, 0, 0)).moved(0.62 * wide, y)
            design.add(
                "side panel",
                curtain_ + curtain_.scaled(-1, 1, 1) + row(box(0.16, 0.96 * tall, 0.008), 2, step=(1.2 * wide, 0, 0)),
                paint,
            )
    return design
