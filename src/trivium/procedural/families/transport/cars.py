"""Cars."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import (
    BEACON,
    CAMOUFLAGE,
    DARK,
    LEATHERS,
    LIGHT,
    PAINTS,
    RIMS,
    WINDOW,
    add_wheels,
    along,
    cabin,
    light_bar,
    mirrors,
    shell,
)
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    CHROME,
    GREEN,
    METALS,
    ORANGE,
    PLASTICS,
    RED,
    RUBBER,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import arc, box, cylinder, join, mirrored, rod, row, side_cut, sphere, sweep, torus


def saloon(
    design: Design, length: float, width: float, h: float, paint: Material, roof: Material, rim: Material
) -> float:
    """A four-door car with a roof in a second paint; returns the height of its belt line."""
    half, r = length / 2, 0.32
    belt = 0.56 * h + 0.08
    shell(design, length, width, 0.22, belt, r, paint, rim, nose=0.08)
    cabin(
        design,
        [(0.36 * half, belt - 0.03), (0.08 * half, h), (-0.45 * half, h), (-0.72 * half, belt - 0.03)],
        width * 0.9,
        roof,
    )
    design.add(
        "door gap",
        row(box(width * 1.004, belt - 0.4, 0.015), 3, step=(0, 0, 0.23 * length)).moved(0, 0.34, -0.08 * length),
        DARK,
    )
    mirrors(design, width * 0.47, belt, 0.3 * half)
    return belt


@category("car", family="vehicles", also=("automobile", "sedan", "hatchback"))
def car(p: Parameters) -> Design:
    length, width, h = p.real("length", 3.2, 4.9), p.real("width", 1.55, 1.95), p.real("height", 1.15, 1.8)
    kind, wheel_r = (
        p.choice("kind", ["saloon", "hatchback", "estate", "pickup", "sports"]),
        p.real("wheel_radius", 0.28, 0.42),
    )
    paint, rim, rack = (
        p.material("paint", [*PLASTICS, *METALS[:1]]),
        p.material("rim", METALS),
        p.choice("roof", ["plain", "rack", "sign"]),
    )
    stripe = p.choice("stripe", ["none", "one", "two"])
    half, base, belt = length / 2, wheel_r * 0.7, h * 0.55
    front, back = {
        "saloon": (0.32, -0.5),
        "hatchback": (0.35, -0.85),
        "estate": (0.38, -0.95),
        "pickup": (0.35, -0.1),
        "sports": (0.15, -0.55),
    }[kind]
    design = Design([paint.name, kind], ["four wheels", f"{rim.name} rims"])
    design.add("body", box(width, belt - base, length, bevel=0.15).moved(y=base), paint)
    cabin = [(front * half + 0.35, belt), (front * half - 0.1, h), (back * half + 0.25, h), (back * half - 0.05, belt)]
    design.add("window", side_cut(cabin, width * 0.9), Material("glass", (0.25, 0.32, 0.38)))
    design.add(
        "roof",
        box(width * 0.88, 0.05, (front - back) * half - 0.3).moved(0, h - 0.02, (front + back) / 2 * half + 0.07),
        paint,
    )
    if kind == "pickup":
        design.add(
            "bed", row(box(0.08, 0.35, half * 0.85), 2, step=(width - 0.1, 0, 0)).moved(0, belt, -half * 0.55), paint
        )
    design.add("light", row(box(0.3, 0.14, 0.06), 2, step=(width * 0.6, 0, 0)).moved(0, belt - 0.25, half), LIGHT)
    design.add("light", row(box(0.25, 0.12, 0.06), 2, step=(width * 0.65, 0, 0)).moved(0, belt - 0.22, -half), RED)
    design.add("bumper", box(width * 0.98, 0.14, length * 1.02).moved(y=base), BLACK_METAL)
    add_wheels(design, [half * 0.62, -half * 0.62], width * 0.92, wheel_r, rim)
    if rack == "rack":
        design.add("rack", row(box(width * 0.9, 0.03, 0.05), 3, step=(0, 0, 0.4)).moved(0, h + 0.06, 0), STEEL)
        design.features.append("a roof rack")
    elif rack == "sign":
        design.add("sign", box(0.5, 0.18, 0.2).moved(0, h + 0.02, 0), YELLOW)
        design.features.append("a yellow roof sign")
    if stripe != "none":
        count = 1 if stripe == "one" else 2
        design.add("stripe", row(box(0.18, 0.015, length * 0.98).moved(y=belt), count, step=(0.4, 0, 0)), WHITE)
        design.features.append(f"{stripe} white stripe{'s' * (count - 1)}")
    return design


@category("pickup truck", family="transport", also=("pickup",))
def pickup_truck(p: Parameters) -> Design:
    length, width, r = p.real("length", 4.8, 5.8), p.real("width", 1.8, 2.05), p.real("wheel_radius", 0.36, 0.46)
    doors, load = (
        p.choice("cab", ["single", "double"]),
        p.choice("load", ["empty", "cover", "crates", "toolbox", "roll bar"]),
    )
    paint, rim, lower = p.material("paint", PAINTS), p.material("rim", RIMS), p.choice("tone", ["one", "two"])
    half, belt = length / 2, r * 0.75 + 0.85
    design = Design(
        [paint.name, f"{doors}-cab"], ["an open bed" if load != "cover" else "a covered bed", f"{rim.name} rims"]
    )
    shell(design, length, width, r * 0.75, belt - 0.12, r, paint, rim)
    back = 0.02 if doors == "single" else -0.16
    cabin(
        design,
        [
            (0.42 * half, belt - 0.14),
            (0.24 * half, belt + 0.62),
            (back * half, belt + 0.62),
            ((back - 0.08) * half, belt - 0.14),
        ],
        width * 0.93,
        paint,
        panes=1 if doors == "single" else 2,
    )
    mirrors(design, width * 0.48, belt, 0.36 * half)
    bed = (back - 0.12) * half + half
    middle = -half + bed / 2
    sides = mirrored(box(0.09, 0.22, bed).moved(width / 2 - 0.06, belt - 0.15, middle)) + box(
        width * 0.98, 0.22, 0.09
    ).moved(0, belt - 0.15, -half + 0.05)
    design.add("bed", sides, paint)
    design.add("bed floor", box(width - 0.2, 0.02, bed - 0.1).moved(0, belt - 0.125, middle), DARK)
    if lower == "two":
        design.add("band", box(width * 1.008, 0.28, length * 0.99).moved(0, r * 0.75 + 0.1, 0), RIMS[2])
        design.features.append("a grey lower half")
    if load == "cover":
        design.add("cover", box(width * 0.97, 0.06, bed).moved(0, belt + 0.06, middle), DARK)
    elif load == "crates":
        design.add(
            "crate",
            join(
                *(
                    box(0.5, 0.4 + 0.15 * i, 0.5).moved(
                        -0.3 + 0.5 * (i % 2), belt - 0.1, middle - 0.3 + 0.55 * (i // 2)
                    )
                    for i in range(3)
                )
            ),
            WOODS[2],
        )
    elif load == "toolbox":
        design.add("toolbox", box(width * 0.9, 0.3, 0.4).moved(0, belt - 0.1, -half + bed - 0.3), STEEL)
    elif load == "roll bar":
        hoop = [(-0.44 * width, 0, 0), (-0.4 * width, 0.7, 0), (0.4 * width, 0.7, 0), (0.44 * width, 0, 0)]
        design.add("roll bar", sweep(np.array(hoop) + np.array([0, belt, -half + bed - 0.15]), 0.05), CHROME)
    if load in ("crates", "toolbox", "roll bar"):
        design.features.append(load if load == "crates" else f"a {load}")
    return design


@category("van", family="transport", also=("minivan", "vehicle"))
def van(p: Parameters) -> Design:
    length, width, h = p.real("length", 4.4, 5.9), p.real("width", 1.8, 2.1), p.real("height", 1.9, 2.5)
    kind, slope = p.choice("kind", ["delivery", "passenger", "camper"]), p.real("nose_slope", 0.35, 0.9)
    paint, rim = p.material("paint", [*PAINTS, YELLOW, TURQUOISE]), p.material("rim", RIMS)
    second, rack = (
        p.material("band", [RED, BLUE, GREEN, ORANGE, WHITE]),
        p.choice("roof", ["plain", "rack", "vent"]),
    )
    half, r, belt = length / 2, 0.34, 1.0
    design = Design([paint.name, kind], ["a tall boxy body", f"{rim.name} rims"])
    shell(design, length, width, 0.28, belt, r, paint, rim, nose=0.1 if kind != "camper" else 0)
    front = half - (0.75 if kind != "camper" else 0.12)
    cabin(
        design,
        [(front, belt - 0.08), (front - slope, h), (-half + 0.12, h), (-half + 0.02, belt - 0.08)],
        width * 0.97,
        paint,
        panes=4 if kind != "delivery" else 0,
    )
    if kind == "delivery":
        pane = side_cut(
            [
                (front - 0.1, belt + 0.05),
                (front - slope, h - 0.2),
                (front - slope - 0.6, h - 0.2),
                (front - 0.75, belt + 0.05),
            ],
            width * 0.982,
        )
        design.add("window", pane, WINDOW)
        design.add("logo", box(width * 0.985, 0.4, length * 0.3).moved(0, belt + 0.15, -0.2 * length), second)
        design.features.append(f"a {second.name} panel on the side")
    else:
        design.add(
            "band",
            box(width * 1.008, 0.14 if kind == "passenger" else 0.5, length * 0.97).moved(
                0, belt - (0.2 if kind == "passenger" else 0.55), 0
            ),
            second,
        )
        design.features.append(f"a {second.name} band")
    design.add(
        "door",
        box(width * 1.01, 0.9, 0.02).moved(0, 0.4, -0.05 * length)
        + box(width * 1.01, 0.9, 0.02).moved(0, 0.4, 0.18 * length),
        DARK,
    )
    mirrors(design, width / 2, belt + 0.1, front - 0.1)
    if rack == "rack":
        design.add(
            "roof rack",
            row(box(width * 0.9, 0.05, 0.06), 4, step=(0, 0, 0.5)).moved(0, h, -0.1 * length)
            + mirrored(box(0.05, 0.05, 1.9).moved(0.4 * width, h + 0.04, -0.1 * length)),
            BLACK_METAL,
        )
    elif rack == "vent":
        design.add("vent", box(0.6, 0.14, 0.8, bevel=0.1).moved(0, h - 0.01, -0.1 * length), RIMS[2])
    if rack != "plain":
        design.features.append(f"a roof {rack}")
    return design


@category("police car", family="transport", also=("patrol car", "car"))
def police_car(p: Parameters) -> Design:
    length, width, h = p.real("length", 4.4, 5.2), p.real("width", 1.75, 2.0), p.real("height", 1.4, 1.6)
    livery, bull = (
        p.choice("livery", ["black and white", "white and blue", "silver and green", "white and checkered"]),
        p.choice("push_bumper", ["yes", "no"]),
    )
    rim, sign, bar = p.material("rim", RIMS), p.choice("sign", ["shield", "star"]), p.real("light_bar", 0.6, 0.78)
    silver, navy, green = PAINTS[1], Material("blue", (0.07, 0.2, 0.6)), Material("green", (0.1, 0.5, 0.25))
    body, accent = {"black and white": (PAINTS[2], WHITE), "silver and green": (silver, green)}.get(
        livery, (WHITE, navy)
    )
    design = Design([livery], ["a flashing light bar", f"a {sign} on the door"])
    roof = WHITE if livery == "black and white" else body
    belt = saloon(design, length, width, h, body, roof, rim)
    light_bar(design, h, -0.08 * length, width * bar, BEACON)
    tall = belt - 0.38
    if livery == "black and white":
        design.add("door", box(width * 1.006, tall, 0.46 * length).moved(0, 0.32, -0.08 * length), accent)
    elif livery == "white and checkered":
        for j in range(2):
            design.add(
                "checks",
                row(box(width * 1.007, 0.13, 0.2), 10, step=(0, 0, 0.4)).moved(
                    0, belt - 0.42 + 0.13 * j, 0.2 * j - 0.1
                ),
                accent,
            )
    else:
        design.add("stripe", box(width * 1.006, 0.28, length * 0.97).moved(0, belt - 0.42, 0), accent)
        design.add(
            "hood", box(width * 0.7, 0.03, 0.2 * length).moved(0, belt - 0.06, 0.33 * length).rotated("x", 1.5), accent
        )
    badge = (
        cylinder(0.15, 0.01, segments=6 if sign == "shield" else 5)
        .rotated("z", -90)
        .moved(width * 0.505, belt - 0.3, 0.06 * length)
    )
    design.add("badge", mirrored(badge), Material("gold", (0.85, 0.68, 0.2)))
    if bull == "yes":
        design.add(
            "push bumper",
            mirrored(box(0.06, 0.42, 0.08).moved(0.3, 0.3, length / 2 + 0.12))
            + row(box(0.8, 0.05, 0.06), 2, step=(0, 0.2, 0)).moved(0, 0.5, length / 2 + 0.12),
            DARK,
        )
        design.features.append("a push bumper")
    return design


@category("taxi", family="transport", also=("cab", "car"))
def taxi(p: Parameters) -> Design:
    length, width, h = p.real("length", 4.3, 5.0), p.real("width", 1.7, 1.95), p.real("height", 1.4, 1.68)
    paint = p.material(
        "paint",
        [
            Material("yellow", (0.97, 0.78, 0.08)),
            Material("golden yellow", (0.95, 0.70, 0.05)),
            Material("black", (0.08, 0.08, 0.09)),
            Material("ivory", (0.91, 0.87, 0.72)),
            Material("green", (0.12, 0.55, 0.35)),
        ],
    )
    trim, sign, rim = (
        p.choice("trim", ["checks", "stripe", "plain"]),
        p.real("sign_width", 0.4, 0.75),
        p.material("rim", RIMS),
    )
    roof = WHITE if p.choice("roof", ["body colour", "white"]) == "white" else paint
    light = p.material("sign", [Material("white", (0.96, 0.96, 0.9)), Material("amber", (0.98, 0.7, 0.1))])
    design = Design([paint.name], [f"a {light.name} taxi sign on the roof"])
    belt = saloon(design, length, width, h, paint, roof, rim)
    design.add(
        "sign",
        side_cut([(0.12, h - 0.02), (0.07, h + 0.2), (-0.07, h + 0.2), (-0.12, h - 0.02)], sign).moved(
            z=-0.08 * length
        ),
        light,
    )
    design.add(
        "letters",
        row(box(0.11 * sign, 0.09, 0.19), 4, step=(0.2 * sign, 0, 0)).moved(0, h + 0.06, -0.08 * length),
        DARK,
    )
    if trim == "checks":
        for j in range(2):
            design.add(
                "checks",
                row(box(width * 1.007, 0.09, 0.12), int(length / 0.3), step=(0, 0, 0.24)).moved(
                    0, belt - 0.32 + 0.09 * j, 0.12 * j - 0.06
                ),
                DARK if paint.name != "black" else WHITE,
            )
        design.features.append("checkered sides")
    elif trim == "stripe":
        design.add(
            "stripe",
            box(width * 1.006, 0.1, length * 0.95).moved(0, belt - 0.3, 0),
            DARK if paint.name != "black" else YELLOW,
        )
        design.features.append("striped sides")
    return design


@category("race car", family="transport", also=("racing car", "sports car"))
def race_car(p: Parameters) -> Design:
    length, width, r = p.real("length", 4.3, 5.3), p.real("width", 1.8, 2.0), p.real("wheel_radius", 0.31, 0.37)
    kind, wing = p.choice("kind", ["formula", "coupe", "vintage"]), p.real("wing_height", 0.85, 1.1)
    paint = p.material(
        "paint",
        [
            RED,
            BLUE,
            YELLOW,
            ORANGE,
            PAINTS[0],
            PAINTS[2],
            Material("green", (0.05, 0.35, 0.25)),
            Material("silver", (0.7, 0.72, 0.75)),
        ],
    )
    accent, rim, stripes = (
        p.material("accent", [WHITE, DARK, YELLOW, RED]),
        p.material("rim", (*RIMS, Material("gold", (0.8, 0.65, 0.2)))),
        p.whole("stripes", 1, 2),
    )
    half = length / 2
    design = Design([paint.name, kind], [f"a {accent.name} racing number"])
    if kind == "coupe":
        shell(design, length, width, 0.12, 0.74, r, paint, rim, nose=0.16)
        cabin(
            design,
            [(0.34 * half, 0.7), (0.02 * half, 1.12), (-0.3 * half, 1.12), (-0.72 * half, 0.72)],
            width * 0.82,
            paint,
            panes=1,
        )
        design.add(
            "stripe",
            row(
                box(0.16, 0.02, 0.3 * length).rotated("x", 2.2).moved(0, 0.69, 0.34 * length), stripes, step=(0.3, 0, 0)
            )
            + row(box(0.16, 0.02, 0.145 * length).moved(0, 1.112, -0.07 * length), stripes, step=(0.3, 0, 0)),
            accent,
        )
        design.add(
            "wing",
            box(width * 0.9, 0.05, 0.32).moved(0, wing + 0.15, -half + 0.15)
            + mirrored(box(0.04, wing - 0.5, 0.2).moved(0.3 * width, 0.68, -half + 0.18)),
            DARK,
        )
        design.add("splitter", box(width * 1.04, 0.04, 0.4).moved(0, 0.1, half - 0.1), DARK)
        design.add(
            "number",
            mirrored(cylinder(0.25, 0.01, segments=18).rotated("z", -90).moved(width / 2, 0.45, -0.05 * length)),
            accent,
        )
    else:
        slim = 0.5 if kind == "formula" else 0.62
        tip = 0.25 if kind == "formula" else 0.7
        profile = [
            (0.3, -half * 0.95),
            (0.75, -0.55 * half),
            (1, -0.15 * half),
            (0.85, 0.3 * half),
            (tip, 0.93 * half),
            (0.02, half),
        ]
        design.add(
            "body", along([(slim * a, z) for a, z in profile], segments=18).scaled(1, 0.62, 1).moved(y=0.42), paint
        )
        design.add(
            "stripe",
            along([(slim * a * 1.012, z) for a, z in profile[2:5]], segments=18)
            .scaled(0.3 * stripes, 0.63, 1)
            .moved(y=0.42),
            accent,
        )
        design.add(
            "cockpit", sphere(1, segments=14).scaled(0.28, 0.14, 0.42).moved(0, 0.42 + slim * 0.55, -0.05 * half), DARK
        )
        design.add("driver", sphere(0.14, segments=14).moved(0, 0.62 + slim * 0.45, -0.12 * half), accent)
        for z in (0.62, -0.66):
            design.add(
                "axle",
                rod((-width / 2, r, z * half), (width / 2, r, z * half), 0.03)
                + rod((-width / 2, r, z * half), (0, 0.5, z * half + 0.2), 0.02),
                BLACK_METAL,
            )
        add_wheels(design, [0.62 * half, -0.66 * half], width - 0.2, r, rim)
        design.add(
            "number",
            sphere(1, segments=14)
            .scaled(0.15, 0.1, 0.25)
            .moved(0, 0.36 + slim * (0.35 if kind == "formula" else 0.53), 0.5 * half),
            accent,
        )
    if kind == "formula":
        design.add(
            "front wing",
            box(width * 0.95, 0.03, 0.38).moved(0, 0.14, half - 0.05)
            + mirrored(box(0.03, 0.2, 0.42).moved(width * 0.475, 0.1, half - 0.05)),
            accent,
        )
        design.add(
            "rear wing",
            row(box(width * 0.55, 0.03, 0.3), 2, step=(0, 0.14, -0.1)).moved(0, wing - 0.05, -half + 0.1)
            + mirrored(box(0.03, wing - 0.3, 0.48).moved(width * 0.275, 0.4, -half + 0.1)),
            accent,
        )
        design.add(
            "sidepod", mirrored(box(0.36, 0.4, 0.34 * length, bevel=0.1).moved(0.48, 0.16, -0.12 * length)), paint
        )
        design.add(
            "air box",
            side_cut([(-0.25 * half, 0.6), (-0.25 * half, 1.0), (-0.35 * half, 1.0), (-0.85 * half, 0.5)], 0.24),
            paint,
        )
        design.add(
            "halo",
            sweep(
                arc(0.36, 180, 360, points=9, plane="xz") * (1, 1, -1.3) + np.array([0, 0.86, -0.05 * half]),
                0.03,
            )
            + rod((0, 0.86, 0.2 * half), (0, 0.6, 0.28 * half), 0.03),
            DARK,
        )
        design.features.append("front and rear wings")
    elif kind == "coupe":
        design.features.append("a rear wing")
    else:
        design.add("exhaust", mirrored(rod((0.52, 0.4, 0.3 * half), (0.5, 0.35, -0.8 * half), 0.05)), CHROME)
        design.add(
            "grille",
            cylinder(0.3, 0.06, segments=18).rotated("x", 90).scaled(1, 0.8, 1).moved(0, 0.42, half - 0.14),
            DARK,
        )
        design.features.append("side exhausts")
    return design


@category("jeep", family="transport", also=("off-road car", "off-roader"))
def jeep(p: Parameters) -> Design:
    length, width, r = p.real("length", 3.4, 4.3), p.real("width", 1.55, 1.85), p.real("wheel_radius", 0.37, 0.48)
    top, slots, spare = (
        p.choice("top", ["open", "soft top", "hard top"]),
        p.whole("slots", 5, 9),
        p.choice("spare", ["back", "none"]),
    )
    paint = p.material("paint", [CAMOUFLAGE[0], CAMOUFLAGE[1], RED, YELLOW, PAINTS[2], PAINTS[0], ORANGE])
    rim, cloth = (
        p.material("rim", RIMS),
        p.material("cloth", [Material("black", (0.12, 0.12, 0.12)), Material("tan", (0.70, 0.60, 0.44))]),
    )
    half, y, belt = length / 2, r * 0.95, r * 0.95 + 0.55
    design = Design(
        [paint.name],
        [
            "an open top" if top == "open" else f"a {cloth.name if top == 'soft top' else paint.name} {top}",
            f"a grille of {number_word(slots)} slots",
        ],
    )
    design.add(
        "body",
        box(width * 0.86, belt - y, length * 0.98).moved(0, y, 0)
        + box(width * 0.72, 0.1, 0.42 * length).moved(0, belt - 0.02, 0.28 * length),
        paint,
    )
    design.add(
        "fender",
        mirrored(
            join(
                *(
                    side_cut(
                        [
                            (z + 1.45 * r, y + 0.1),
                            (z + 0.9 * r, 2 * r + 0.12),
                            (z - 0.9 * r, 2 * r + 0.12),
                            (z - 1.45 * r, y + 0.1),
                        ],
                        width * 0.14,
                    ).moved(width * 0.45)
                    for z in (0.62 * half, -0.6 * half)
                )
            )
        ),
        paint,
    )
    design.add("grille", row(box(0.05, 0.32, 0.03), slots, step=(0.75 / slots, 0, 0)).moved(0, belt - 0.42, half), DARK)
    design.add(
        "headlight",
        mirrored(cylinder(0.11, 0.05, segments=16).rotated("x", 90).moved(width * 0.33, belt - 0.22, half - 0.02)),
        LIGHT,
    )
    design.add("bumper", join(*(box(width, 0.14, 0.12).moved(0, y - 0.02, e * (half + 0.08)) for e in (-1, 1))), DARK)
    add_wheels(design, [0.62 * half, -0.6 * half], width - 0.25 * r, r, rim)
    frame = [(-0.4 * width, 0, 0), (-0.38 * width, 0.55, -0.12), (0.38 * width, 0.55, -0.12), (0.4 * width, 0, 0)]
    shield = 0.14 * half
    if top == "hard top":
        cabin(
            design,
            [(shield, belt), (shield - 0.15, belt + 0.6), (-half + 0.05, belt + 0.6), (-half + 0.02, belt)],
            width * 0.82,
            paint,
        )
    else:
        design.add("windshield", sweep(np.array(frame) + np.array([0, belt, shield]), 0.035), paint)
        design.add(
            "window",
            side_cut(
                [(shield, belt), (shield - 0.12, belt + 0.54), (shield - 0.14, belt + 0.54), (shield - 0.02, belt)],
                width * 0.76,
            ),
            WINDOW,
        )
        design.add(
            "seat",
            join(
                *(
                    box(0.45, 0.3, 0.45).moved(x, belt - 0.1, z) + box(0.45, 0.55, 0.12).moved(x, belt, z - 0.25)
                    for x in (-0.32, 0.32)
                    for z in (-0.25 * half,)
                )
            ),
            LEATHERS[0],
        )
        design.add("floor", box(width * 0.76, 0.02, 0.52 * length).moved(0, belt, -0.21 * length), DARK)
        design.add(
            "steering wheel",
            torus(0.17, 0.02, segments=16, sides=6).rotated("x", 65).moved(0.32, belt + 0.22, shield - 0.3),
            DARK,
        )
        design.add("roll bar", sweep(np.array(frame) * (1, 1.05, 0) + (0, belt, -0.5 * half), 0.04), DARK)
        if top == "soft top":
            design.add(
                "soft top",
                box(width * 0.82, 0.06, half + shield).moved(0, belt + 0.56, (shield - half) / 2)
                + box(width * 0.81, 0.58, 0.06).moved(0, belt, -half + 0.06)
                + mirrored(box(0.03, 0.58, 0.45 * half).moved(0.4 * width, belt, -half * 0.76)),
                cloth,
            )
    if spare == "back":
        design.add(
            "spare wheel",
            cylinder(r * 0.9, 0.24, segments=20).rotated("x", 90).moved(0, belt - 0.1, -half - 0.28),
            RUBBER,
        )
        design.add(
            "spare wheel", cylinder(r * 0.5, 0.26, segments=16).rotated("x", 90).moved(0, belt - 0.1, -half - 0.29), rim
        )
        design.features.append("a spare wheel on the back")
    return design
