"""What flies through air."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import (
    AMBER,
    CAMOUFLAGE,
    DARK,
    LEATHERS,
    PAINTS,
    WINDOW,
    add_wheels,
    along,
    wheel,
    wings,
)
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    GREEN,
    METALS,
    ORANGE,
    PLASTICS,
    PURPLE,
    RED,
    RUBBER,
    STEEL,
    TURQUOISE,
    WHITE,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    mirrored,
    rod,
    row,
    side_cut,
    sphere,
    sweep,
    torus,
)


@category("airplane", family="vehicles", also=("plane", "aircraft", "jet"))
def airplane(p: Parameters) -> Design:
    length, r, span = p.real("length", 6, 20), p.real("fuselage", 0.045, 0.075), p.real("span", 0.7, 1.25)
    sweep_back, engines = (
        p.real("sweep", 0, 0.35),
        p.choice("engines", ["nose propeller", "two jets", "four jets", "two propellers"]),
    )
    tail, wing_y = p.choice("tail", ["low", "T"]), p.choice("wing", ["low", "high"])
    paint, accent = p.material("paint", [*PLASTICS, STEEL]), p.material("accent", PLASTICS)
    r *= length
    body = (
        lathe(
            [(0.02 * r, 0), (0.6 * r, 0.05 * length), (r, 0.16 * length), (r, 0.6 * length), (0.15 * r, length)],
            segments=20,
        )
        .rotated("x", -90)
        .moved(z=length / 2)
    )
    design = Design(
        [paint.name],
        [
            engines if engines[0] != "n" else "a nose propeller",
            f"{accent.name} {wing_y} wings",
            f"a {'T' if tail == 'T' else 'low'} tail",
        ],
    )
    design.add("fuselage", body, paint)
    y = -0.5 * r if wing_y == "low" else 0.8 * r

    def wing(reach: float, chord: float, z: float, height: float) -> Solid:
        right = extrude(
            [(0, 0), (reach, -sweep_back * reach), (reach, -sweep_back * reach - 0.5 * chord), (0, -chord)],
            0.06 * chord,
        )
        return (right + right.scaled(-1, 1, 1)).moved(0, height, z)

    design.add("wing", wing(span * length / 2, 0.17 * length, 0.1 * length, y), accent)
    fin_h = 0.16 * length
    fin = side_cut(
        [(-0.34 * length, 0.4 * r), (-0.44 * length, fin_h), (-0.5 * length, fin_h), (-0.49 * length, 0.2 * r)],
        0.012 * length,
    )
    design.add("fin", fin, accent)
    design.add(
        "tailplane", wing(0.19 * length, 0.09 * length, -0.4 * length, fin_h if tail == "T" else 0.2 * r), accent
    )
    if engines == "nose propeller":
        design.add(
            "engine",
            around(box(0.1 * length, 0.02 * r, 0.02 * length).moved(0.05 * length), 3)
            .rotated("x", 90)
            .moved(z=length / 2 + 0.1 * r),
            BLACK_METAL,
        )
    else:
        count = 2 if engines.startswith("two") else 4
        for i in range(count):
            x = (0.28 if i < 2 else 0.55) * span * length / 2 * (-1 if i % 2 else 1)
            pod = (
                cylinder(0.35 * r, 0.1 * length, segments=14)
                .rotated("x", 90)
                .moved(x, y - 0.4 * r, 0.02 * length - sweep_back * abs(x))
            )
            design.add("engine", pod, STEEL)
            if "propellers" in engines:
                design.add(
                    "engine",
                    around(box(0.06 * length, 0.02 * r, 0.012 * length).moved(0.03 * length), 3)
                    .rotated("x", 90)
                    .moved(x, y - 0.4 * r, 0.125 * length),
                    BLACK_METAL,
                )
    design.add(
        "window",
        box(0.9 * r, 0.35 * r, 0.05 * length).moved(0, 0.55 * r, 0.36 * length),
        Material("glass", (0.2, 0.28, 0.35)),
    )
    return design


@category("helicopter", family="vehicles", also=("chopper",))
def helicopter(p: Parameters) -> Design:
    r, tail = p.real("cabin", 0.9, 1.6), p.real("tail", 2.2, 4.0)
    blades, rotor = p.whole("blades", 2, 6), p.real("rotor", 2.5, 4.5)
    gear, paint, accent = (
        p.choice("gear", ["skids", "wheels"]),
        p.material("paint", PLASTICS),
        p.material("accent", [*PLASTICS, *METALS]),
    )
    egg = p.real("stretch", 1.1, 1.7)
    y = 0.5 + r * 0.8
    design = Design([paint.name], [f"{number_word(blades)} rotor blades", gear])
    design.add("cabin", sphere(r, segments=22).scaled(0.8, 0.8, egg).moved(y=y), paint)
    design.add(
        "window",
        sphere(r, segments=18, start=-10, stop=60).scaled(0.79, 0.7, 0.7).moved(0, y + 0.05, 0.42 * r * egg),
        Material("glass", (0.22, 0.3, 0.38)),
    )
    design.add("tail", sweep([(0, y + 0.2, -0.6 * r), (0, y + 0.35, -r - tail)], [0.35 * r, 0.1 * r]), paint)
    design.add("tail", box(0.06, 0.8, 0.5).moved(0, y + 0.2, -r - tail), accent)
    design.add(
        "rotor",
        cylinder(0.08, 0.5, segments=8).moved(y=y + 0.75 * r)
        + around(box(rotor, 0.03, 0.18).moved(rotor / 2, y + 0.75 * r + 0.45), blades),
        BLACK_METAL,
    )
    if gear == "skids":
        skid = sweep([(0, 0.2, r * 1.2), (0, 0.05, r), (0, 0.05, -r)], 0.05) + row(
            sweep([(0, 0.05, 0), (-0.25 * r, y - 0.5 * r, 0)], 0.04), 2, step=(0, 0, r)
        )
        design.add("skid", (skid.moved(0.75 * r)) + skid.scaled(-1, 1, 1).moved(-0.75 * r), accent)
    else:
        add_wheels(design, [0.7 * r, -0.6 * r], 1.2 * r, 0.3, STEEL)
        design.add("strut", row(box(0.1, y - 0.5 * r, 0.1).moved(y=0.3), 2, step=(0.9 * r, 0, 0)), accent)
    return design


@category("hot air balloon", family="transport", also=("balloon",))
def hot_air_balloon(p: Parameters) -> Design:
    r, tall, gores = p.real("radius", 6, 9), p.real("stretch", 1.0, 1.25), p.whole("gores", 6, 9)
    pattern, drop, ropes = (
        p.choice("pattern", ["gores", "bands", "spiral", "plain"]),
        p.real("drop", 0.3, 0.5),
        p.whole("ropes", 4, 8),
    )
    colours = [RED, BLUE, YELLOW, ORANGE, GREEN, PURPLE, WHITE, TURQUOISE]
    one, two, three = (
        p.material("first", colours),
        p.material("second", colours[::-1]),
        p.material("third", [YELLOW, WHITE, RED, BLUE]),
    )
    wicker = p.material("basket", [Material("wicker", (0.62, 0.43, 0.24)), Material("dark wicker", (0.42, 0.27, 0.15))])
    two = (RED if one.name == "white" else WHITE) if two.name == one.name else two
    angles = np.radians(np.linspace(-62, 90, 16))
    curve = [(0.22 * r, -1.28 * r * tall), *((r * np.cos(a), r * tall * np.sin(a)) for a in angles)]
    n = 6 * gores if gores % 2 == 0 else 4 * gores
    skin = lathe([(max(a, 0.01), b) for a, b in curve], segments=n)
    centers = skin.vertices[skin.faces].mean(1)
    turn = (np.arctan2(centers[:, 2], centers[:, 0]) / (2 * np.pi) % 1) * gores
    level = (centers[:, 1] / (r * tall) + 1.3) * 3
    index = {
        "gores": np.floor(turn * 2),
        "bands": np.floor(level),
        "spiral": np.floor(turn * 1 + level * 0.8) % 3,
        "plain": np.where(abs(centers[:, 1]) < 0.3 * r, 1, 0),
    }[pattern]
    design = Design(
        [f"{one.name} and {two.name}"],
        [f"{'plain fabric with one band' if pattern == 'plain' else pattern}", f"a {wicker.name} basket on ropes"],
    )
    for k, colour in enumerate((one, two, three)):
        faces = skin.faces[index.astype(int) % 3 == k] if pattern != "gores" else skin.faces[index.astype(int) % 2 == k]
        if len(faces):
            design.add("envelope", Solid(skin.vertices, faces), colour)
    mouth, floor, w = -1.28 * r * tall, -(1.28 * tall + drop) * r, 0.13 * r
    design.add("mouth", cylinder(0.225 * r, 0.06 * r, segments=20).moved(y=mouth), DARK)
    design.add(
        "basket",
        extrude([(-w, -w), (w, -w), (w, w), (-w, w)], 0.22 * r, top_scale=1.1).moved(y=floor - 0.2 * r),
        wicker,
    )
    design.add("rim", box(2.35 * w, 0.03 * r, 2.35 * w).moved(y=floor), LEATHERS[1])
    design.add(
        "rope",
        join(
            *(
                rod(
                    (1.05 * w * np.cos(a), floor, 1.05 * w * np.sin(a)),
                    (0.21 * r * np.cos(a), mouth + 0.03 * r, 0.21 * r * np.sin(a)),
                    0.012 * r,
                    sides=5,
                )
                for a in np.linspace(0.4, 0.4 + 2 * np.pi, ropes, endpoint=False)
            )
        ),
        DARK,
    )
    design.add(
        "burner",
        cylinder(0.05 * r, 0.08 * r, segments=10).moved(y=floor + 0.45 * drop * r)
        + mirrored(rod((w, floor, 0), (0, floor + 0.5 * drop * r, 0), 0.012 * r, sides=5)),
        STEEL,
    )
    return design


@category("blimp", family="transport", also=("airship", "zeppelin"))
def blimp(p: Parameters) -> Design:
    length, r, fins = p.real("length", 20, 55), p.real("radius", 0.11, 0.17), p.real("fin", 0.8, 1.2)
    layout, nose, engines = p.choice("fins", ["plus", "cross"]), p.real("nose", 0.2, 0.4), p.whole("engines", 1, 2)
    paint = p.material(
        "envelope",
        [Material("silver", (0.74, 0.75, 0.77)), WHITE, Material("grey", (0.55, 0.57, 0.6)), BLUE, YELLOW],
    )
    accent, band = p.material("fins_paint", [RED, BLUE, YELLOW, DARK]), p.choice("band", ["yes", "no"])
    r, half = r * length, length / 2
    shape = [
        (0.03, -half),
        (0.4, -0.75 * half),
        (0.8, -0.35 * half),
        (1, 0.1 * half),
        (0.98, 0.4 * half),
        (0.75, (1 - nose) * half),
        (0.4, (1 - nose * 0.3) * half),
        (0.02, half),
    ]
    design = Design([paint.name, "cigar-shaped"], [f"{accent.name} tail fins", "a gondola below"])
    design.add("envelope", along([(r * a, z) for a, z in shape], segments=28), paint)
    if band == "yes":
        design.add(
            "band",
            along([(1.006 * r * a, z) for a, z in shape[2:5]], segments=28).scaled(1, 0.25, 1)
            + along([(0.42 * r, (1 - 0.32 * nose) * half), (0.03, 1.004 * half)]),
            accent,
        )
        design.features.append(f"a {accent.name} band")
    tail = wings(0.2 * r, 1.15 * r * fins, 0.15 * length, 0.09 * length, 0.03 * length, 0.04 * r).moved(z=-0.78 * half)
    turn = 0 if layout == "plus" else 45
    design.add("fin", tail.rotated("z", turn) + tail.rotated("z", turn + 90), accent)
    design.add(
        "gondola",
        box(0.42 * r, 0.35 * r, 0.2 * length, bevel=0.15 * r).moved(0, -1.22 * r, 0.2 * half),
        paint.tinted(np.full(3, -0.15)),
    )
    design.add("window", box(0.43 * r, 0.12 * r, 0.17 * length).moved(0, -1.08 * r, 0.22 * half), WINDOW)
    for i in range(engines):
        z = (0.1 - 0.35 * i) * half
        pod = along([(0.06 * r, -0.15 * r), (0.1 * r, 0), (0.08 * r, 0.2 * r)], segments=10) + around(
            box(0.3 * r, 0.02 * r, 0.05 * r).moved(0.15 * r), 3
        ).rotated("x", 90).moved(z=-0.17 * r)
        design.add(
            "engine",
            mirrored(pod.moved(0.5 * r, -1.05 * r, z) + rod((0.1 * r, -0.9 * r, z), (0.5 * r, -1.05 * r, z), 0.03 * r)),
            BLACK_METAL,
        )
    return design


@category("drone", family="transport", also=("multicopter",))
def drone(p: Parameters) -> Design:
    arms, span, size = p.choice("rotors", ["4", "6", "8"]), p.real("span", 0.12, 0.3), p.real("body", 0.25, 0.36)
    blade, skids, guard = (
        p.real("propeller", 0.3, 0.44),
        p.choice("gear", ["legs", "skids"]),
        p.choice("guards", ["yes", "no"]),
    )
    paint, accent = (
        p.material("paint", [WHITE, PAINTS[5], DARK, RED, ORANGE, BLUE]),
        p.material("propellers", [DARK, ORANGE, WHITE, RED]),
    )
    n = int(arms)
    b, blade = size * span, blade * span * (1.25 if n == 4 else 0.9 if n == 6 else 0.72)
    design = Design([paint.name], [f"{number_word(n)} {accent.name} propellers", "a camera below"])
    design.add(
        "body",
        sphere(b, segments=18).scaled(0.9, 0.42, 1.25) + box(b, 0.3 * b, 1.4 * b, bevel=0.3 * b).moved(y=0.2 * b),
        paint,
    )
    design.add(
        "camera",
        sphere(0.3 * b, segments=12).moved(0, -0.45 * b, 0.9 * b)
        + cylinder(0.15 * b, 0.15 * b, segments=12).rotated("x", 90).moved(0, -0.45 * b, 1.1 * b),
        DARK,
    )
    design.add("light", mirrored(box(0.15 * b, 0.08 * b, 0.1 * b).moved(0.4 * b, 0.1 * b, 1.05 * b)), RED)
    for i in range(n):
        a = 360 / n * (i + 0.5)
        arm = rod((0.5 * b, 0, 0), (span, 0.15 * b, 0), 0.13 * b)
        motor = cylinder(0.22 * b, 0.4 * b, segments=12).moved(span, 0.05 * b)
        design.add("arm", arm.rotated("y", a), paint)
        design.add("motor", motor.rotated("y", a), BLACK_METAL)
        prop = around(
            extrude([(0, -0.08 * b), (blade, -0.14 * b), (blade, 0.1 * b), (0, 0.08 * b)], 0.04 * b).rotated("x", 8),
            2,
            start=37 * i,
        ).moved(span, 0.48 * b)
        design.add("propeller", prop.rotated("y", a), accent)
        if guard == "yes":
            ring = torus(blade * 1.1, 0.06 * b, segments=20, sides=5).moved(span, 0.4 * b) + box(
                2.2 * blade, 0.05 * b, 0.07 * b
            ).moved(span, 0.36 * b)
            design.add("guard", ring.rotated("y", a), paint)
    if skids == "skids":
        design.add(
            "skid",
            mirrored(
                rod((0.9 * b, -1.2 * b, -b), (0.9 * b, -1.2 * b, b), 0.08 * b)
                + row(rod((0.4 * b, 0, 0), (0.9 * b, -1.2 * b, 0), 0.07 * b), 2, step=(0, 0, b))
            ),
            BLACK_METAL,
        )
    else:
        design.add("leg", around(rod((0.7 * span, 0, 0), (0.8 * span, -b, 0), 0.08 * b), 4, start=45), paint)
    design.features.append(f"{skids} to land on")
    if guard == "yes":
        design.features.append("propeller guards")
    return design


@category("fighter jet", family="transport", also=("jet fighter", "airplane"))
def fighter_jet(p: Parameters) -> Design:
    length, r, span = p.real("length", 12, 18), p.real("radius", 0.05, 0.065), p.real("span", 0.3, 0.38)
    wing, fins, engines = (
        p.choice("wing", ["delta", "swept", "trapezoid"]),
        p.whole("fins", 1, 2),
        p.whole("engines", 1, 2),
    )
    missiles = p.whole("missiles", 0, 3)
    paint = p.material(
        "paint",
        [
            Material("grey", (0.55, 0.58, 0.61)),
            Material("dark grey", (0.33, 0.36, 0.39)),
            *CAMOUFLAGE[:2],
            Material("blue", (0.15, 0.3, 0.6)),
        ],
    )
    accent = p.material("accent", [RED, YELLOW, DARK, BLUE])
    r, half, reach = r * length, length / 2, span * length
    design = Design(
        [paint.name, f"{wing}-winged"],
        [f"{number_word(fins)} tail fin{'s' * (fins > 1)}", f"{number_word(engines)} jet engine{'s' * (engines > 1)}"],
    )
    nose = [(0.9, -0.95 * half), (1, -0.4 * half), (0.95, 0.25 * half), (0.62, 0.65 * half), (0.02, half)]
    design.add("fuselage", along([(r * a, z) for a, z in nose]).scaled(1 + 0.35 * (engines - 1), 0.9, 1), paint)
    design.add(
        "nose",
        along([(0.36 * r, 0.8 * half), (0.03 * r, 1.03 * half)], segments=14).scaled(1 + 0.35 * (engines - 1), 0.9, 1),
        DARK,
    )
    design.add(
        "canopy", sphere(1, segments=16).scaled(0.5 * r, 0.65 * r, 0.15 * length).moved(0, 0.7 * r, 0.42 * half), WINDOW
    )
    design.add(
        "intake", mirrored(box(0.55 * r, 1.1 * r, 0.35 * length).moved((0.9 + 0.25 * engines) * r, -0.75 * r, 0)), paint
    )
    design.add(
        "intake",
        mirrored(box(0.45 * r, 0.9 * r, 0.02 * length).moved((0.9 + 0.25 * engines) * r, -0.65 * r, 0.17 * length)),
        DARK,
    )
    root, tip, back, z = {
        "delta": (0.46, 0.05, 0.24, -0.12),
        "swept": (0.26, 0.1, 0.22, 0.02),
        "trapezoid": (0.34, 0.12, 0.12, -0.08),
    }[wing]
    plane = wings(0.5 * r, reach, root * length, tip * length, back * length, 0.12 * r).moved(0, -0.1 * r, z * length)
    design.add("wing", plane, paint)
    design.add(
        "tailplane",
        wings(0.5 * r, 0.5 * reach, 0.14 * length, 0.07 * length, 0.09 * length, 0.1 * r).moved(
            0, -0.05 * r, -0.4 * length
        ),
        paint,
    )
    fin = side_cut(
        [(-0.22 * length, 0.6 * r), (-0.4 * length, 3.1 * r), (-0.48 * length, 3.1 * r), (-0.46 * length, 0.6 * r)],
        0.12 * r,
    )
    stripe = side_cut(
        [
            (-0.385 * length, 2.7 * r),
            (-0.41 * length, 3.12 * r),
            (-0.485 * length, 3.12 * r),
            (-0.478 * length, 2.7 * r),
        ],
        0.15 * r,
    )
    for name, part, colour in (("fin", fin, paint), ("fin tip", stripe, accent)):
        design.add(name, part if fins == 1 else mirrored(part.rotated("z", -14).moved(0.75 * r)), colour)
    for x in [0.0] if engines == 1 else [-0.6 * r, 0.6 * r]:
        design.add("nozzle", along([(0.55 * r, -0.54 * length), (0.78 * r, -0.45 * length)]).moved(x), BLACK_METAL)
        design.add(
            "nozzle", along([(0.42 * r, -0.543 * length), (0.42 * r, -0.5 * length)], segments=14).moved(x), AMBER
        )
    for i in range(missiles):
        x = reach * (0.45 + 0.22 * i)
        pod = along([(0.1 * r, -0.08 * length), (0.1 * r, 0.06 * length), (0.01, 0.08 * length)], segments=8)
        design.add("missile", mirrored(pod.moved(x, -0.35 * r, (z - 0.02) * length - back * x / 2.2)), WHITE)
    if missiles:
        design.features.append(f"{number_word(missiles)} missile{'s' * (missiles > 1)} under each wing")
    mark = cylinder(0.055 * reach * 2, 0.14 * r, segments=16).moved(
        0.55 * reach, -0.1 * r, z * length - 0.5 * back * length
    )
    design.add("mark", mirrored(mark), accent)
    return design


@category("glider", family="transport", also=("sailplane", "airplane"))
def glider(p: Parameters) -> Design:
    length, span, r = p.real("length", 6.5, 8.5), p.real("span", 1.0, 1.35), p.real("radius", 0.042, 0.06)
    tail, lift, taper = p.choice("tail", ["T", "V", "cross"]), p.real("dihedral", 1, 6), p.real("taper", 0.3, 0.7)
    paint = p.material("paint", [WHITE, Material("cream", (0.94, 0.92, 0.84)), YELLOW, RED])
    accent, winglet = p.material("accent", [RED, BLUE, ORANGE, DARK]), p.choice("winglets", ["yes", "no"])
    r, half, reach = r * length, length / 2, span * length
    design = Design(
        [paint.name, "slender"],
        ["very long thin wings", f"a {tail} tail" if tail != "cross" else "a cross-shaped tail"],
    )
    design.add(
        "fuselage",
        along(
            [
                (0.15 * r, -half),
                (0.25 * r, -0.5 * half),
                (0.75 * r, 0.15 * half),
                (r, 0.5 * half),
                (0.75 * r, 0.8 * half),
                (0.02, half),
            ]
        ).scaled(0.85, 1, 1),
        paint,
    )
    design.add(
        "canopy", sphere(1, segments=16).scaled(0.68 * r, 0.8 * r, 0.14 * length).moved(0, 0.45 * r, 0.6 * half), WINDOW
    )
    chord = 0.13 * length
    right = extrude(
        [(0, chord / 2), (reach, taper * chord / 2), (reach, -taper * chord / 2), (0, -chord / 2)], 0.15 * r
    )
    end = extrude(
        [
            (0.86 * reach, 0.51 * chord * (1 - 0.86 * (1 - taper))),
            (1.002 * reach, 0.51 * taper * chord),
            (1.002 * reach, -0.51 * taper * chord),
            (0.86 * reach, -0.51 * chord * (1 - 0.86 * (1 - taper))),
        ],
        0.19 * r,
    ).moved(y=-0.02 * r)
    design.add("wing", mirrored(right.rotated("z", lift)).moved(0, 0.5 * r, 0.2 * half), paint)
    design.add("wing tip", mirrored(end.rotated("z", lift)).moved(0, 0.5 * r, 0.2 * half), accent)
    if winglet == "yes":
        design.add(
            "winglet",
            mirrored(box(0.1 * r, 1.1 * r, taper * chord).moved(reach).rotated("z", lift)).moved(
                0, 0.5 * r, 0.2 * half
            ),
            accent,
        )
        design.features.append("winglets")
    plane = wings(0, 0.2 * length, 0.075 * length, 0.05 * length, 0.015 * length, 0.1 * r)
    fin = side_cut(
        [(-0.82 * half, 0), (-0.94 * half, 0.16 * length), (-1.05 * half, 0.16 * length), (-half, -0.1 * r)], 0.12 * r
    )
    if tail == "V":
        one = extrude(
            [(0, 0.05 * length), (0.2 * length, 0.01 * length), (0.2 * length, -0.04 * length), (0, -0.05 * length)],
            0.1 * r,
        )
        design.add("tail", mirrored(one.rotated("z", 40)).moved(z=-0.92 * half), paint)
    else:
        design.add("fin", fin, paint)
        design.add("tailplane", plane.moved(0, 0.155 * length if tail == "T" else 0.02 * length, -0.96 * half), accent)
    design.add("wheel", wheel(0.3 * r, 0.2 * r).moved(0, -0.95 * r, 0.3 * half), RUBBER)
    return design
