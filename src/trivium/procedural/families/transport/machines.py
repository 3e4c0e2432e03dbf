"""Machines that drive over rough ground: on the field, at the building site, at war, on another planet."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import (
    CAMOUFLAGE,
    DARK,
    LEATHERS,
    LIGHT,
    add_wheels,
    along,
    cabin,
    wheel,
)
from trivium.procedural.materials import (
    BLACK_METAL,
    BRASS,
    CHROME,
    METALS,
    PLASTICS,
    RUBBER,
    RUSTY,
    STEEL,
    WHITE,
    Material,
)
from trivium.procedural.solids import (
    arc,
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
)

MACHINE_PAINTS = (
    Material("yellow", (0.95, 0.72, 0.08)),
    Material("orange", (0.90, 0.42, 0.08)),
    Material("ochre", (0.80, 0.58, 0.12)),
)


def crawler(design: Design, x: float, length: float, height: float, width: float, wheels: int, rim: Material) -> None:
    """A pair of caterpillar tracks on the ground, centred at ±x, with road wheels and tread plates."""
    r, straight = height / 2, length / 2 - height / 2
    ends = [
        arc(r, -90, 90, points=9, plane="zy") + np.array([0, r, straight]),
        arc(r, 90, 270, points=9, plane="zy") + np.array([0, r, -straight]),
    ]
    path = np.concatenate(ends)
    belt = side_cut([(float(q[2]), float(q[1])) for q in path], width)
    marks = np.linspace(-straight, straight, max(6, int(length / 0.28)))
    plate = box(width * 1.03, 0.07, 0.09)
    plates = join(*(plate.moved(0, y - 0.035, float(z)) for z in marks for y in (0, height)))
    curved = join(*(plate.moved(0, float(q[1]) - 0.035, float(q[2])) for q in path[1:-1]))
    small = 0.36 * height
    road = [
        wheel(small, width * 1.06).moved(0, 0.44 * height, float(z)) for z in np.linspace(-straight, straight, wheels)
    ]
    for side in (-1, 1):
        design.add("track", (belt + plates + curved).moved(side * x), RUBBER)
        design.add("road wheel", join(*road).moved(side * x), rim)


@category("tractor", family="vehicles")
def tractor(p: Parameters) -> Design:
    big, small, length = p.real("rear_wheel", 0.55, 0.9), p.real("front_wheel", 0.3, 0.5), p.real("length", 2.4, 3.6)
    cab, tool = p.choice("cab", ["cabin", "open", "roll bar"]), p.choice("tool", ["none", "bucket", "plough"])
    paint, rim = p.material("paint", PLASTICS), p.material("rim", [*PLASTICS[2:6], *METALS])
    pipe = p.real("pipe", 0.4, 1.1)
    half = length / 2
    design = Design(
        [paint.name],
        [f"{'a cabin' if cab == 'cabin' else 'an open seat' if cab == 'open' else 'a roll bar'}", f"{rim.name} rims"],
    )
    design.add("hood", box(0.7, 0.65, length * 0.55, bevel=0.08).moved(0, big * 0.8, half * 0.45), paint)
    design.add("body", box(0.9, 0.4, length * 0.45).moved(0, big * 0.7, -half * 0.45), paint)
    design.add("pipe", cylinder(0.05, pipe, segments=10).moved(0.2, big * 0.8 + 0.65, half * 0.6), BLACK_METAL)
    y = big * 0.7 + 0.4
    if cab == "cabin":
        design.add("window", box(0.95, 0.9, 0.95).moved(0, y, -half * 0.45), Material("glass", (0.3, 0.4, 0.46)))
        design.add("roof", box(1.1, 0.1, 1.15).moved(0, y + 0.9, -half * 0.45), paint)
    else:
        design.add(
            "seat",
            box(0.4, 0.1, 0.4).moved(0, y, -half * 0.5) + box(0.4, 0.4, 0.08).moved(0, y, -half * 0.66),
            BLACK_METAL,
        )
        if cab == "roll bar":
            design.add(
                "bar",
                sweep([(-0.45, y, 0), (-0.45, y + 0.9, 0), (0.45, y + 0.9, 0), (0.45, y, 0)], 0.04).moved(
                    z=-half * 0.75
                ),
                BLACK_METAL,
            )
    add_wheels(design, [-half * 0.5], 1.5, big, rim)
    add_wheels(design, [half * 0.75], 1.3, small, rim)
    if tool == "bucket":
        design.add(
            "bucket",
            extrude([(-0.8, -0.3), (0.8, -0.3), (0.8, 0.3), (-0.8, 0.3)], 0.6, top_scale=1.1).moved(0, 0.1, half + 0.55)
            + row(box(0.1, 0.1, half).moved(0, big * 0.8, half * 0.7), 2, step=(0.9, 0, 0)),
            STEEL,
        )
    elif tool == "plough":
        design.add(
            "plough",
            row(box(0.05, 0.6, 0.4).rotated("y", 25).moved(0, 0.05, -half - 0.4), 4, step=(0.4, 0, 0))
            + box(1.5, 0.1, 0.1).moved(0, 0.6, -half - 0.35),
            RUSTY,
        )
    if tool != "none":
        design.features.append(f"a {tool}")
    return design


@category("bulldozer", family="transport", also=("dozer",))
def bulldozer(p: Parameters) -> Design:
    length, width, wheels = p.real("length", 3.2, 4.4), p.real("width", 1.9, 2.6), p.whole("road_wheels", 4, 7)
    blade, lift, tool = p.real("blade_height", 0.8, 1.3), p.real("lift", 0, 0.4), p.choice("ripper", ["yes", "no"])
    paint, cab, steel = (
        p.material("paint", MACHINE_PAINTS),
        p.choice("cab", ["closed", "open"]),
        p.material("blade", (STEEL, Material("yellow", (0.95, 0.72, 0.08)), BLACK_METAL)),
    )
    half, th = length / 2, 0.85
    design = Design(
        [paint.name],
        [f"a wide {steel.name} blade", f"{'a closed' if cab == 'closed' else 'an open'} cab", "two tracks"],
    )
    crawler(design, width / 2 - 0.25, length, th, 0.5, wheels, paint)
    design.add("body", box(width - 0.9, 0.7, length * 0.9).moved(0, 0.45, 0), BLACK_METAL)
    design.add("hood", side_cut([(half * 0.95, 0.9), (half * 0.95, 1.45), (0, 1.6), (0, 0.9)], width * 0.42), paint)
    design.add("grille", row(box(width * 0.34, 0.03, 0.03), 6, step=(0, 0.07, 0)).moved(0, 1.15, half * 0.95), DARK)
    design.add("exhaust", cylinder(0.06, 0.6, segments=10).moved(0.12, 1.45, half * 0.4), BLACK_METAL)
    if cab == "closed":
        cabin(
            design, [(0.05, 1.0), (-0.05, 2.3), (-half * 0.75, 2.3), (-half * 0.75, 1.0)], width * 0.5, paint, panes=2
        )
    else:
        design.add(
            "post",
            mirrored(join(*(box(0.08, 1.3, 0.08).moved(width * 0.23, 1.0, z) for z in (0, -half * 0.7)))),
            BLACK_METAL,
        )
        design.add(
            "seat",
            box(0.55, 0.2, 0.5).moved(0, 1.1, -half * 0.4) + box(0.55, 0.5, 0.12).moved(0, 1.25, -half * 0.55),
            LEATHERS[0],
        )
    design.add("roof", box(width * 0.56, 0.1, half * 0.9).moved(0, 2.28, -half * 0.37), paint)
    reach = half + 0.55
    curve = [
        (float(z), float(y))
        for z, y in zip(0.25 * np.cos(np.linspace(0, np.pi, 8)) ** 2, np.linspace(0, blade, 8), strict=True)
    ]
    strip = [
        side_cut([(z, y), (z2, y2), (z2 - 0.1, y2), (z - 0.1, y)], width * 1.15) for (z, y), (z2, y2) in pairwise(curve)
    ]
    design.add("blade", join(*strip).moved(0, lift, reach), steel)
    design.add(
        "cutting edge",
        box(width * 1.16, 0.1, 0.06).moved(0, lift - 0.03, reach + 0.22),
        STEEL if steel.name != "steel" else BLACK_METAL,
    )
    design.add(
        "push arm",
        mirrored(
            rod((width * 0.53, 0.45, -0.2 * half), (width * 0.53, lift + 0.25, reach - 0.05), 0.09)
            + rod((width * 0.2, 1.25, half * 0.8), (width * 0.2, lift + 0.5 * blade, reach), 0.06)
        ),
        paint,
    )
    if tool == "yes":
        design.add(
            "ripper",
            box(width * 0.5, 0.2, 0.5).moved(0, 0.6, -half - 0.1)
            + row(
                side_cut([(-0.1, 0.8), (0.1, 0.8), (0.05, 0.15), (0.12, 0.02), (-0.05, 0.15)], 0.1),
                3,
                step=(0.4, 0, 0),
            ).moved(0, 0, -half - 0.25),
            BLACK_METAL,
        )
        design.features.append("a ripper at the back")
    return design


@category("excavator", family="transport", also=("digger",))
def excavator(p: Parameters) -> Design:
    length, width, wheels = p.real("length", 2.8, 3.8), p.real("width", 2.0, 2.6), p.whole("road_wheels", 4, 7)
    boom, stick, turn = p.real("boom", 3.0, 4.0), p.real("stick", 1.7, 2.5), p.real("turn", -35, 35)
    raise_, curl = p.real("boom_angle", 35, 58), p.real("stick_angle", -100, -55)
    paint, tool = (
        p.material("paint", [*MACHINE_PAINTS, Material("blue", (0.12, 0.35, 0.65))]),
        p.choice("tool", ["bucket", "hammer"]),
    )
    design = Design([paint.name], [f"a long arm with a {tool}", "two tracks"])
    crawler(design, width / 2 - 0.25, length, 0.75, 0.5, wheels, BLACK_METAL)
    design.add(
        "chassis",
        box(width - 0.8, 0.4, length * 0.6).moved(y=0.3) + cylinder(0.6, 0.3, segments=20).moved(y=0.65),
        BLACK_METAL,
    )
    upper = Design()
    upper.add(
        "body",
        box(width * 0.95, 0.3, length * 0.85).moved(0, 0.9, -0.2)
        + side_cut(
            [(-0.1, 1.2), (-0.1, 1.8), (-length * 0.5, 1.75), (-length * 0.62, 1.5), (-length * 0.62, 0.92)],
            width * 0.93,
        ),
        paint,
    )
    cabin(
        upper,
        [(length * 0.24, 1.15), (length * 0.17, 2.45), (-0.25, 2.45), (-0.25, 1.15)],
        width * 0.36,
        paint,
        panes=1,
    )
    upper.parts = [(n, s.moved(x=width * 0.28) if n in ("cab", "window") else s, m) for n, s, m in upper.parts]
    upper.add("vent", row(box(width * 0.95, 0.04, 0.5), 4, step=(0, 0.1, 0)).moved(0, 1.45, -length * 0.3), DARK)
    a, b = np.radians(raise_), np.radians(curl)
    foot = np.array([-width * 0.1, 1.15, length * 0.28])
    knee = foot + boom * 0.55 * np.array([0, np.sin(a + 0.25), np.cos(a + 0.25)])
    elbow = knee + boom * 0.5 * np.array([0, np.sin(a - 0.75), np.cos(a - 0.75)])
    wrist = elbow + stick * np.array([0, np.sin(b), np.cos(b)])
    upper.add("boom", sweep([foot, knee, elbow], [0.17, 0.26, 0.15], sides=4), paint)
    upper.add("stick", sweep([elbow - 0.2 * (wrist - elbow), elbow, wrist], [0.1, 0.2, 0.11], sides=4), paint)
    upper.add(
        "hydraulics",
        mirrored(rod((0.26, *(foot + np.array([0, 0, 0.25]))[1:]), (0.26, *(0.2 * foot + 0.8 * knee)[1:]), 0.06)).moved(
            x=foot[0]
        )
        + rod(tuple(knee + np.array([0, 0.32, 0])), tuple(elbow - 0.2 * (wrist - elbow)), 0.06),
        CHROME,
    )
    if tool == "bucket":
        scoop = side_cut([(0.1, 0.1), (0.45, -0.1), (0.5, -0.5), (0.2, -0.8), (-0.25, -0.75), (-0.35, -0.65)], 0.8)
        teeth = row(box(0.07, 0.08, 0.24).moved(0, -0.72, -0.42), 5, step=(0.17, 0, 0))
        upper.add("bucket", (scoop + teeth).moved(*wrist), BLACK_METAL)
    else:
        upper.add(
            "hammer",
            (box(0.4, 0.7, 0.4).moved(y=-0.6) + cylinder(0.02, 0.6, top_radius=0.09).moved(y=-1.15)).moved(*wrist),
            BLACK_METAL,
        )
    design.parts += [(n, s.rotated("y", turn), m) for n, s, m in upper.parts]
    return design


@category("tank", family="transport", also=("battle tank", "armored vehicle"))
def tank(p: Parameters) -> Design:
    length, width, wheels = p.real("length", 5.5, 7.2), p.real("width", 2.9, 3.5), p.whole("road_wheels", 5, 8)
    kind, gun, turn = (
        p.choice("turret", ["angular", "round", "wedge"]),
        p.real("gun", 2.6, 4.6),
        p.real("turn", -30, 30),
    )
    tilt, brake, skirts = (
        p.real("gun_angle", 0, 12),
        p.choice("muzzle_brake", ["yes", "no"]),
        p.choice("skirts", ["yes", "no"]),
    )
    paint, mark = p.material("paint", CAMOUFLAGE), p.choice("mark", ["star", "number", "none"])
    half, th = length / 2, 0.95
    design = Design(
        [paint.name],
        [
            f"{'an' if kind == 'angular' else 'a'} {kind} turret",
            "a long gun",
            f"{number_word(wheels)} road wheels a side",
        ],
    )
    crawler(design, width / 2 - 0.3, length * 0.95, th, 0.55, wheels, paint.tinted(np.full(3, -0.08)))
    design.add(
        "hull",
        side_cut(
            [
                (half, 0.75),
                (half * 0.72, 1.35),
                (-half * 0.95, 1.35),
                (-half, 0.8),
                (-half * 0.85, 0.4),
                (half * 0.8, 0.4),
            ],
            width - 1.15,
        ),
        paint,
    )
    design.add(
        "fender",
        box(width, 0.12, length * 0.9).moved(0, 1.02, -0.02 * length)
        + side_cut([(half * 0.7, 1.1), (half * 0.6, 1.36), (-half * 0.9, 1.36), (-half * 0.9, 1.1)], width * 0.92),
        paint,
    )
    if skirts == "yes":
        design.add(
            "skirt",
            mirrored(
                row(box(0.05, 0.55, length * 0.125), 6, step=(0, 0, length * 0.135)).moved(width / 2 + 0.02, 0.52, 0)
            ),
            paint.tinted(np.full(3, 0.05)),
        )
        design.features.append("side skirts")
    outline = {
        "angular": [(-0.9, -1.3), (0.9, -1.3), (1.05, 0.2), (0.5, 1.1), (-0.5, 1.1), (-1.05, 0.2)],
        "wedge": [(-1.1, -1.5), (1.1, -1.5), (1.15, 0.1), (0.25, 1.4), (-0.25, 1.4), (-1.15, 0.1)],
    }
    turret = (
        sphere(1.15, segments=22, start=0).scaled(1, 0.6, 1.15)
        if kind == "round"
        else extrude(outline[kind], 0.66, top_scale=0.78)
    )
    barrel = along(
        [(0.16, 0), (0.13, gun * 0.5), (0.17, gun * 0.5), (0.17, gun * 0.62), (0.1, gun * 0.62), (0.09, gun)],
        segments=12,
    )
    if brake == "yes":
        barrel += along([(0.15, gun - 0.3), (0.15, gun)], segments=10)
        design.features.append("a muzzle brake")
    upper = [
        ("turret", turret, paint),
        ("hatch", mirrored(cylinder(0.28, 0.12, segments=14).moved(0.4, 0.62, -0.3)), paint.tinted(np.full(3, -0.06))),
    ]
    upper += [
        ("gun", barrel.rotated("x", -tilt).moved(0, 0.36, 0.75) + box(0.6, 0.4, 0.4).moved(0, 0.16, 0.9), paint),
        (
            "machine gun",
            rod((0.4, 0.85, -0.5), (0.4, 0.9, 0.4), 0.035) + cylinder(0.03, 0.3, segments=6).moved(0.4, 0.6, -0.2),
            DARK,
        ),
    ]
    upper.append(("aerial", rod((-0.6, 0.5, -0.9), (-0.65, 1.9, -1.1), 0.012, sides=5), DARK))
    if mark != "none":
        sign = cylinder(0.24, 0.05, segments=5) if mark == "star" else row(box(0.12, 0.05, 0.4), 2, step=(0.22, 0, 0))
        design.add("mark", sign.moved(0, 1.33, -half * 0.8), WHITE)
        upper.append(("mark", mirrored(sign.rotated("z", -70).moved(0.98, 0.3, -0.3)), WHITE))
    design.parts += [(n, s.rotated("y", turn).moved(0, 1.34, -0.05 * length), m) for n, s, m in upper]
    design.add(
        "headlight",
        mirrored(cylinder(0.1, 0.08, segments=10).rotated("x", 90).moved(width * 0.32, 1.2, half * 0.68)),
        LIGHT,
    )
    return design


@category("rover", family="transport", also=("space rover",))
def rover(p: Parameters) -> Design:
    length, width, r = p.real("length", 1.6, 2.8), p.real("width", 1.3, 2.0), p.real("wheel_radius", 0.17, 0.28)
    kind, mast, dish = (
        p.choice("kind", ["solar", "laboratory", "buggy"]),
        p.real("mast", 0.8, 1.3),
        p.real("dish", 0.2, 0.38),
    )
    cells = p.material(
        "cells",
        [
            Material("blue", (0.1, 0.17, 0.42)),
            Material("dark blue", (0.08, 0.1, 0.22)),
            Material("violet", (0.22, 0.15, 0.38)),
        ],
    )
    paint, foil, wheels = (
        p.material("body", [WHITE, Material("gold", (0.82, 0.62, 0.22)), Material("silver", (0.74, 0.75, 0.77))]),
        p.material("wheels", [BLACK_METAL, STEEL, Material("grey", (0.45, 0.45, 0.46))]),
        p.choice("arm", ["yes", "no"]),
    )
    half, w, y = length / 2, width / 2, 2 * r + 0.12
    count = 4 if kind == "buggy" else 6
    design = Design(
        [kind if kind != "solar" else "solar-powered", paint.name],
        [f"{number_word(count)} wheels", "a camera mast" if kind != "buggy" else "two seats"],
    )
    places = [0.8 * half, -0.8 * half] if count == 4 else [0.9 * half, 0, -0.9 * half]
    tread = around(box(0.03, 1.1 * r, 0.03).moved(r, -0.55 * r), 12).rotated("z", 90)
    for z in places:
        for side in (-1, 1):
            design.add("wheel", (wheel(r, 1.0 * r) + tread).moved(side * w, r, z), foil)
            design.add("hub", wheel(0.45 * r, 1.14 * r).moved(side * w, r, z), BRASS)
        design.add(
            "suspension",
            mirrored(
                sweep([(w - 0.3 * r, r, z), (w - 0.65 * r, y, z * 0.75), (0.3 * w, y + 0.05, z * 0.3)], 0.035, sides=6)
            ),
            STEEL,
        )
    design.add("body", box(1.2 * w, 0.34 if kind != "buggy" else 0.1, 1.35 * half, bevel=0.08).moved(y=y - 0.05), paint)
    if kind == "solar":
        deck = [
            (-0.6 * w, half),
            (0.6 * w, half),
            (w * 1.05, 0.1 * half),
            (w * 0.9, -0.8 * half),
            (0.4 * w, -1.1 * half),
            (-0.4 * w, -1.1 * half),
            (-0.9 * w, -0.8 * half),
            (-w * 1.05, 0.1 * half),
        ]
        design.add("solar panel", extrude(deck, 0.04).moved(y=y + 0.3), cells)
        design.add(
            "panel line",
            row(box(0.025, 0.05, 1.7 * half), 4, step=(0.36 * w, 0, 0)).moved(0, y + 0.3, -0.05 * half)
            + row(box(1.6 * w, 0.05, 0.025), 4, step=(0, 0, 0.36 * half)).moved(0, y + 0.3, -0.1 * half),
            STEEL,
        )
        design.features.append(f"{cells.name} solar panels")
    elif kind == "laboratory":
        design.add(
            "deck",
            box(1.3 * w, 0.06, 1.5 * half).moved(y=y + 0.28)
            + row(box(0.3 * w, 0.14, 0.3 * half), 3, step=(0.4 * w, 0, -0.35 * half)).moved(y=y + 0.3),
            foil.tinted(np.full(3, 0.1)),
        )
        design.add(
            "generator",
            cylinder(0.2, 0.55, segments=12).rotated("x", -55).moved(0, y + 0.2, -0.8 * half)
            + around(box(0.06, 0.5, 0.02).moved(0.22), 8).rotated("x", -55).moved(0, y + 0.2, -0.8 * half),
            DARK,
        )
        design.features.append("a generator at the back")
    else:
        for x in (-0.45, 0.45):
            design.add(
                "seat",
                box(0.42, 0.08, 0.42).moved(x, y + 0.3, -0.1 * half)
                + box(0.42, 0.5, 0.06).rotated("x", -12).moved(x, y + 0.34, -0.1 * half - 0.22)
                + box(0.3, 0.28, 0.3).moved(x, y + 0.03, -0.1 * half),
                cells,
            )
        design.add(
            "fender",
            join(
                *(
                    sweep(arc(r + 0.06, 15, 165, points=8, plane="zy"), 0.02).scaled(x=6).moved(s * w, r, z)
                    for s in (-1, 1)
                    for z in places
                )
            ),
            Material("orange", (0.85, 0.5, 0.2)),
        )
        design.add("box", box(0.9 * w, 0.35, 0.4 * half).moved(0, y + 0.03, -0.65 * half), foil.tinted(np.full(3, 0.2)))
    at = (0.35 * w, y + 0.2, 0.6 * half)
    if kind != "buggy":
        design.add("mast", rod(at, (at[0], y + mast, at[2]), 0.045), paint)
        design.add("camera", box(0.4, 0.2, 0.2).moved(at[0], y + mast, at[2]), WHITE)
        design.add(
            "lens",
            row(cylinder(0.055, 0.04, segments=12).rotated("x", 90), 2, step=(0.22, 0, 0)).moved(
                at[0], y + mast + 0.1, at[2] + 0.1
            ),
            DARK,
        )
    cup = lathe([(0.02, 0), (dish, 0.3 * dish), (0.95 * dish, 0.33 * dish), (0.02, 0.06)], segments=18).rotated("x", 40)
    spot = (-0.4 * w, y + (0.65 if kind != "buggy" else mast), -0.3 * half if kind != "buggy" else 0.6 * half)
    design.add("dish", cup.moved(*spot), Material("gold", (0.85, 0.7, 0.35)) if kind == "buggy" else WHITE)
    design.add("stand", rod((spot[0], y, spot[2]), spot, 0.03), STEEL)
    if wheels == "yes":
        design.add(
            "arm",
            sweep(
                [(-0.3 * w, y + 0.1, 0.65 * half), (-0.3 * w, y + 0.35, half), (-0.3 * w, y - 0.05, half + 0.35)],
                0.04,
                sides=6,
            )
            + box(0.16, 0.18, 0.16).moved(-0.3 * w, y - 0.18, half + 0.35),
            STEEL,
        )
        design.features.append("a robot arm")
    return design
