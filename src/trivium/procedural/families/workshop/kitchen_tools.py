"""Tools of a kitchen."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.workshop.parts import DARK, IVORY, SILVER, block
from trivium.procedural.materials import (
    BLACK,
    BLUE,
    BRASS,
    CHROME,
    COPPER,
    GREEN,
    GREY,
    METALS,
    ORANGE,
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
    along_z,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    rounded,
    row,
    smooth,
    sphere,
    sweep,
    torus,
    tube,
    upright,
)

BAMBOO = Material("bamboo", (0.83, 0.66, 0.4))
KITCHEN = (STEEL, CHROME, BLACK, WOODS[1], WOODS[2], RED, Material("teal", (0.15, 0.5, 0.52)))


def grip(kind: str, length: float, radius: float) -> Solid:
    """A kitchen tool's handle from y = 0 up, with a hanging loop at its end."""
    loop = torus(0.8 * radius, 0.25 * radius, segments=18, sides=8).rotated("x", 90).moved(y=length + 0.8 * radius)
    if kind == "flat":
        return (
            along_z(block(2.4 * radius, 0.7 * radius, length, radius=radius)).moved(0, length / 2, -0.35 * radius)
            + loop
        )
    mid = {"turned": 1.2, "straight": 1.0}[kind]
    return (
        lathe(
            [
                (0.6 * radius, 0),
                (radius, 0.06 * length),
                (0.8 * radius, 0.2 * length),
                (mid * radius, 0.6 * length),
                (radius, 0.95 * length),
                (0.5 * radius, length),
            ]
            if kind == "turned"
            else [(radius, 0), (radius, 0.97 * length), (0.6 * radius, length)],
            segments=16,
        )
        + loop
    )


@category("cutting board", family="workshop", also=("chopping board", "board"))
def cutting_board(p: Parameters) -> Design:
    shape, w = p.choice("shape", ["rectangular", "paddle", "round"]), p.real("width", 0.28, 0.42)
    ratio, thick = p.real("ratio", 0.6, 0.75), p.real("thickness", 0.012, 0.03)
    extra, pose = (
        p.choice("extra", ["a juice groove", "stripes", "a knife and chopped carrot"]),
        p.choice("pose", ["lying", "upright"]),
    )
    wood = p.material("wood", [BAMBOO, WOODS[0], WOODS[1], WOODS[2], WHITE, GREEN])
    corner, grip = p.real("corner", 0.01, 0.04), p.real("grip", 0.08, 0.14)
    d = w * ratio if shape != "round" else w
    things = extra == "a knife and chopped carrot" and pose == "lying"
    design = Design(
        [shape, wood.name],
        [
            extra if things or extra != "a knife and chopped carrot" else "a plain face",
            *(["a handle"] if shape != "rectangular" else ["a hanging hole"]),
        ],
    )
    tone = Material("dark strip", (wood.color[0] * 0.68, wood.color[1] * 0.64, wood.color[2] * 0.6))
    pieces: list[tuple[str, Solid, Material]] = [
        ("board", block(w, thick, d, radius=0.5 * d if shape == "round" else corner, edge=0.003), wood)
    ]
    if shape != "rectangular":
        pieces.append(
            (
                "handle",
                block(grip + 0.04, 0.98 * thick, 0.06, radius=0.028, edge=0.003).moved(
                    0.5 * w + 0.5 * grip - 0.02, 0.01 * thick
                ),
                wood,
            )
        )
    hole_x = 0.5 * w + grip - 0.03 if shape != "rectangular" else 0.5 * w - 0.035
    pieces.append(
        (
            "hole",
            block(0.018, thick + 0.002, 0.018 if shape != "rectangular" else 0.08, radius=0.009, edge=0.0005).moved(
                hole_x, -0.001
            ),
            DARK,
        )
    )
    if extra == "a juice groove":
        k = 0.5 if shape == "round" else 0
        outer, inner = (
            rounded(0.86 * w - 0.05, 0.88 * d, max(corner, k * w)),
            rounded(0.86 * w - 0.066, 0.88 * d - 0.016, max(corner, k * w)),
        )
        pieces.append(("groove", extrude(outer, 0.001, hole=inner).moved(-0.012, thick - 0.0003), tone))
    elif extra == "stripes":
        pieces.append(
            (
                "stripe",
                row(
                    block(0.035, thick + 0.001, 0.8 * d if shape == "round" else 0.985 * d, radius=0.001, edge=0.0005),
                    3,
                    step=(0.2 * w, 0, 0),
                ).moved(-0.04 * w, -0.0005),
                tone,
            )
        )
    elif things:
        knife = extrude(np.array([(0, 0), (0.16, 0.004), (0.11, 0.028), (0, 0.03)]), 0.002).moved(y=0.006)
        pieces += [
            ("knife blade", knife.moved(-0.05, thick, 0.02), CHROME),
            ("knife handle", block(0.1, 0.014, 0.022, radius=0.008).moved(-0.095, thick, 0.036), BLACK),
        ]
        pieces.append(
            (
                "carrot",
                join(
                    *(
                        cylinder(0.014, 0.005, segments=14)
                        .rotated("x", 6 * i)
                        .moved(-0.08 + 0.022 * i, thick, -0.05 + 0.008 * (i % 2))
                        for i in range(6)
                    )
                ),
                ORANGE,
            )
        )
    for part, solid, m in pieces:
        design.add(part, solid.rotated("z", 90).rotated("y", -90).rotated("x", -8) if pose == "upright" else solid, m)
    return design


@category("whisk", family="workshop", also=("egg whisk", "egg beater", "balloon whisk"))
def whisk(p: Parameters) -> Design:
    kind, wires = p.choice("kind", ["balloon", "French", "ball"]), p.whole("wires", 4, 8)
    head, w, length = p.real("head", 0.11, 0.17), p.real("width", 0.03, 0.045), p.real("handle", 0.1, 0.15)
    handle, form = p.material("grip", KITCHEN), p.choice("handle_form", ["turned", "straight"])
    wire = p.material("wire", [CHROME, STEEL, BLACK, Material("teal", (0.15, 0.5, 0.52)), COPPER])
    wide = w * {"balloon": 1.35, "French": 0.7, "ball": 1.3}[kind]
    design = Design(
        [kind, handle.name],
        [f"{2 * wires} {wire.name} prongs" if kind == "ball" else f"{wires} {wire.name} loops", f"a {form} handle"],
    )
    if kind == "ball":
        prong = sweep(
            smooth([(0.004, 0, 0), (0.4 * wide, -0.5 * head, 0), (wide, -head, 0)], count=8), 0.0014, sides=6
        ) + sphere(0.0045, segments=10).moved(wide, -head)
        design.add("wire", around(prong, 2 * wires) + sweep([(0, 0, 0), (0, -head, 0)], 0.0014, sides=6), wire)
    else:
        t = np.linspace(0, 1, 26)
        a = np.pi * t
        down = -head * np.abs(np.sin(a)) ** 0.8
        x = np.where(np.abs(down) < 1e-6, 0.004 * np.sign(np.cos(a)), wide * np.cos(a) * np.abs(np.sin(a)) ** 0.7 * 1.7)
        loop = sweep(np.stack([x, down, 0 * t], 1), 0.0013, sides=6)
        design.add(
            "wire", join(*(loop.rotated("y", 180 * i / wires).scaled(y=1 - 0.015 * i) for i in range(wires))), wire
        )
    design.add("collar", lathe([(0.007, -0.012), (0.011, 0), (0.011, 0.012)], segments=18), CHROME)
    design.add("handle", grip(form, length, 0.011), handle)
    return design


@category("ladle", family="workshop", also=("soup ladle", "scoop", "spoon"))
def ladle(p: Parameters) -> Design:
    r, depth, length = p.real("bowl", 0.035, 0.055), p.real("depth", 0.6, 1), p.real("length", 0.22, 0.3)
    kind, end = p.choice("kind", ["round", "spouted", "slotted"]), p.choice("end", ["hook", "grip", "loop"])
    metal, handle = (
        p.material("metal", [STEEL, CHROME, BLACK, WOODS[2], RED, Material("teal", (0.15, 0.5, 0.52))]),
        p.material("handle", [BLACK, WOODS[1], GREY, RED, WOODS[2]]),
    )
    lean = p.real("lean", 5, 22)
    design = Design(
        [metal.name, kind],
        [
            f"a {'deep' if depth > 0.8 else 'shallow'} bowl",
            f"a {handle.name} grip" if end == "grip" else f"a {end} at the end of the handle",
        ],
    )
    angles = np.radians(np.linspace(-88, 0, 9))
    outer = [(r * float(np.cos(a)), r * depth * float(np.sin(a))) for a in angles]
    bowl = lathe([*outer, *((0.93 * x, 0.93 * y + 0.0006) for x, y in reversed(outer))], segments=28)
    if kind == "spouted":
        lip = bowl.vertices.copy()
        pull = np.clip(np.abs(lip[:, 2]) / r - 0.75, 0, 1) * np.clip(1 + lip[:, 1] / (0.6 * r), 0, 1)
        lip[:, 2] *= 1 + 1.1 * pull
        bowl = Solid(lip, bowl.faces)
    design.add("bowl", bowl, metal)
    if kind != "spouted":
        design.add("rim", torus(0.965 * r, 0.0018, segments=28, sides=6), metal)
    if kind == "slotted":
        hole = cylinder(0.09 * r, 0.002, segments=10)
        design.add(
            "hole",
            join(
                *(
                    hole.rotated("x", t)
                    .moved(0, -0.93 * r * depth * np.cos(np.radians(0.8 * t)) + 0.001, -0.5 * r * np.sin(np.radians(t)))
                    .rotated("y", 60 * i)
                    for i in range(6)
                    for t in (28, 62)
                )
            ),
            DARK,
        )
    path = smooth(
        [
            (-0.96 * r, -0.15 * r, 0),
            (-1.0 * r, 0.4 * r, 0),
            (-1.0 * r - 0.3 * length * np.sin(np.radians(lean)), 0.35 * length, 0),
            (-1.0 * r - length * np.sin(np.radians(lean)), length, 0),
        ],
        count=14,
    )
    design.add("handle", sweep(path, 0.0032, sides=10).scaled(z=2), metal)
    top = tuple(path[-1])
    if end == "hook":
        design.add(
            "hook",
            sweep(arc(0.016, 0, 210, points=12) - (0.016, 0, 0), 0.0032, sides=10)
            .scaled(z=1.8)
            .rotated("z", lean)
            .moved(*top),
            metal,
        )
    elif end == "grip":
        design.add(
            "grip",
            grip("turned", 0.1, 0.009)
            .rotated("z", lean)
            .moved(top[0] + 0.05 * np.sin(np.radians(lean)), top[1] - 0.05),
            handle,
        )
    else:
        design.add("loop", torus(0.011, 0.003, segments=20).rotated("x", 90).moved(top[0], top[1] + 0.01, 0), metal)
    return design


@category("spatula", family="workshop", also=("turner", "fish slice", "scraper"))
def spatula(p: Parameters) -> Design:
    kind, slots = p.choice("kind", ["turner", "scraper", "palette"]), p.whole("slots", 0, 5)
    w, long, shaft = p.real("width", 0.07, 0.1), p.real("blade", 0.09, 0.13), p.real("shaft", 0.08, 0.14)
    form, handle = p.choice("handle_form", ["turned", "straight", "flat"]), p.material("grip", KITCHEN)
    head, bend = (
        p.material("head", [STEEL, BLACK, CHROME, RED, BLUE, Material("teal", (0.15, 0.5, 0.52)), WOODS[2]]),
        p.real("bend", 8, 30),
    )
    slots = slots if kind == "turner" else 0
    design = Design(
        [head.name, {"turner": "wide", "scraper": "rubber-bladed", "palette": "narrow"}[kind]],
        [f"{number_word(slots)} slots" if slots > 1 else "a solid blade", f"a {form} {handle.name} handle"],
    )
    if kind == "turner":
        outline = rounded(w, long, 0.012)
        outline[:, 0] *= 0.86 - 0.28 * outline[:, 1] / long
        if slots > 1:
            bars = slots + 1
            pitch = 0.74 * w / bars
            top, low = (
                along_z(block(0.74 * w, 0.002, 0.22 * long, radius=0.01)).moved(y=-0.11 * long),
                along_z(block(0.86 * w, 0.002, 0.2 * long, radius=0.008)).moved(y=-0.9 * long),
            )
            ribs = row(box(0.5 * pitch, 0.7 * long, 0.0018), bars, step=(1.1 * pitch, 0, 0)).moved(
                0, -0.84 * long, 0.0002
            )
            blade_ = top + low + ribs
        else:
            blade_ = upright(outline, 0.002).moved(y=-0.5 * long)
    elif kind == "scraper":
        blade_ = along_z(block(0.68 * w, 0.009, long, radius=0.02)).moved(0, -0.5 * long, -0.0045)
    else:
        blade_ = along_z(block(0.4 * w, 0.002, 2 * long, radius=0.02)).moved(0, -long, 0)
    tilt = bend if kind != "scraper" else 0.0
    design.add("blade", blade_.rotated("x", -tilt), head)
    rod = np.array([(0, -0.015, 0), (0, 0.01, 0), (0, 0.03, 0), (0, shaft + 0.01, 0)])
    design.add(
        "shaft",
        sweep(rod, [0.003, 0.0045, 0.004, 0.004], sides=10).scaled(x=1.6),
        CHROME if handle.name not in ("chrome", "steel") else handle,
    )
    design.add("neck", sphere(0.007, segments=12).scaled(1.5, 1.2, 0.6), head)
    design.add("handle", grip(form, 0.12, 0.01).moved(y=shaft), handle)
    return design


@category("scale", family="workshop", also=("scales", "weighing scale", "balance"))
def scale(p: Parameters) -> Design:
    kind = p.choice("kind", ["bathroom", "kitchen", "balance", "dial"])
    size, tilt, pan = p.real("size", 0.8, 1.2), p.real("tilt", -12, 12), p.choice("pan", ["bowl", "plate"])
    case = p.material("case", [WHITE, BLACK, SILVER, RED, Material("mint", (0.6, 0.82, 0.74)), IVORY])
    metal, hand = p.material("metal", [BRASS, STEEL, CHROME]), p.real("hand", -130, 130)
    design = Design(
        [kind, case.name if kind != "balance" else metal.name],
        [
            {
                "bathroom": "a display window",
                "kitchen": f"a {pan} and a display",
                "balance": "two hanging pans",
                "dial": f"a round dial and a {pan}",
            }[kind]
        ],
    )
    dish = lathe(
        [(0.3, 0), (0.7, 0.1), (1, 0.55), (1.03, 0.57), (1.0, 0.6), (0.6, 0.16), (0.001, 0.1)]
        if pan == "bowl"
        else [(0.9, 0), (1, 0.06), (1.02, 0.1), (0.94, 0.08), (0.001, 0.06)],
        segments=32,
    )
    if kind == "bathroom":
        w = 0.3 * size
        design.add("platform", block(w, 0.03, w, radius=0.04), case)
        design.add(
            "foot mat",
            row(block(0.26 * w, 0.003, 0.62 * w, radius=0.12 * w), 2, step=(0.42 * w, 0, 0)).moved(0, 0.029, 0.1 * w),
            GREY if case.name != "silver" else BLACK,
        )
        design.add("display", block(0.36 * w, 0.004, 0.16 * w, radius=0.01).moved(0, 0.029, -0.36 * w), DARK)
        design.add(
            "digits",
            row(box(0.05 * w, 0.002, 0.09 * w), 3, step=(0.08 * w, 0, 0)).moved(0, 0.032, -0.36 * w),
            Material("lit green", (0.6, 0.85, 0.6)),
        )
        design.add("pointer", box(0.02 * w, 0.002, 0.05 * w).rotated("y", hand).moved(0, 0.0295, -0.24 * w), RED)
    elif kind == "balance":
        h, arm = 0.4 * size, 0.2 * size
        design.add(
            "base",
            lathe(
                [(0.11, 0), (0.11, 0.015), (0.08, 0.02), (0.04, 0.035), (0.012, 0.06), (0.012, 0.1)], segments=28
            ).scaled(size, 1, size),
            case,
        )
        design.add(
            "pillar",
            lathe(
                [
                    (0.011, 0.03),
                    (0.009, 0.5 * h),
                    (0.016, 0.52 * h),
                    (0.009, 0.55 * h),
                    (0.008, h),
                    (0.014, 1.02 * h),
                    (0.003, 1.1 * h),
                ],
                segments=16,
            ),
            metal,
        )
        beam = sweep(
            np.stack([np.linspace(-arm, arm, 15), 0.02 * np.cos(np.linspace(-4.7, 4.7, 15)), np.zeros(15)], 1), 0.007
        )
        design.add("beam", beam.rotated("z", tilt).moved(y=h), metal)
        for s in (-1, 1):
            x, y = s * arm * float(np.cos(np.radians(tilt))), h + s * arm * float(np.sin(np.radians(tilt)))
            design.add("pan", dish.scaled(0.09 * size, 0.05, 0.09 * size).moved(x, y - 0.52 * h), metal)
            design.add(
                "string",
                around(
                    sweep(
                        [(0.085 * size, -0.52 * h + (0.028 if pan == "bowl" else 0.004), 0), (0, 0, 0)], 0.0018, sides=5
                    ),
                    3,
                    start=30,
                ).moved(x, y),
                GREY,
            )
    elif kind == "kitchen":
        w = 0.2 * size
        design.add("body", block(w, 0.025, 1.2 * w, radius=0.02), case)
        design.add(
            "display",
            block(0.4 * w, 0.003, 0.16 * w, radius=0.004).moved(0, 0.024, 0.46 * w),
            Material("display green", (0.55, 0.65, 0.5)),
        )
        design.add(
            "digits", row(box(0.04 * w, 0.001, 0.09 * w), 3, step=(0.08 * w, 0, 0)).moved(0, 0.027, 0.46 * w), DARK
        )
        design.add("button", row(cylinder(0.05 * w, 0.003), 2, step=(0.7 * w, 0, 0)).moved(0, 0.024, 0.46 * w), GREY)
        design.add(pan, dish.scaled(0.52 * w, 0.6 * w, 0.52 * w).moved(0, 0.024, -0.1 * w), metal)
    else:
        w, h = 0.2 * size, 0.2 * size
        design.add("body", block(w, h, 0.7 * w, radius=0.03), case)
        design.add("neck", cylinder(0.12 * w, 0.2 * h).moved(y=0.95 * h), metal)
        design.add("pan", dish.scaled(0.75 * w, 0.6 * w, 0.75 * w).moved(0, 1.1 * h), metal)
        z = 0.35 * w
        design.add("bezel", along_z(torus(0.38 * w, 0.03 * w, segments=28)).moved(0, 0.5 * h, z), metal)
        design.add(
            "dial",
            along_z(cylinder(0.37 * w, 0.004, segments=32)).moved(0, 0.5 * h, z),
            WHITE if case.name != "white" else IVORY,
        )
        design.add(
            "tick",
            along_z(around(box(0.06 * w, 0.001, 0.014 * w).moved(0.31 * w), 12)).moved(0, 0.5 * h, z + 0.004),
            DARK,
        )
        design.add("hand", box(0.025 * w, 0.3 * w, 0.002).rotated("z", hand).moved(0, 0.5 * h, z + 0.006), RED)
    return design


@category("dish rack", family="household", also=("drying rack", "plate rack", "rack"))
def dish_rack(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.35, 0.55), p.real("depth", 0.55, 0.8), p.real("height", 0.08, 0.16)
    slots, tray = p.whole("slots", 6, 14), p.choice("tray", ["open", "tray below"])
    wire = p.material("wire", [*METALS, WHITE, BLACK])
    cup, plates = p.choice("cutlery", ["none", "holder"]), p.whole("plates", 0, 3)
    glaze = p.material("plate", [WHITE, BLUE, TURQUOISE, YELLOW])
    deep = w * d
    design = Design([wire.name], [f"{number_word(slots) if slots < 13 else slots} slots", tray])
    for y in (0.03, h):
        loop = [(-w / 2, y, -deep / 2), (w / 2, y, -deep / 2), (w / 2, y, deep / 2), (-w / 2, y, deep / 2)]
        design.add("frame", sweep(loop, 0.004, closed=True), wire)
    for i in range(slots):
        x = -w * 0.45 + w * 0.9 * i / (slots - 1)
        path = [(x, h, -deep / 2), (x, 0.03, -deep / 2), (x, 0.03, deep / 2), (x, h, deep / 2)]
        design.add("wires", sweep(path, 0.0025, sides=6), wire)
        design.add("wires", sweep([(x, 0.03, 0), (x, h * 0.9, deep * 0.08)], 0.0025, sides=6), wire)
    if tray != "open":
        design.add("tray", box(w * 1.05, 0.015, deep * 1.05, bevel=0.02), GREY)
    if cup == "holder":
        design.add("holder", tube(0.04, 0.036, h * 1.1).moved(x=w / 2 + 0.04, y=0.03), WHITE)
        design.features.append("a cutlery holder")
    for i in range(plates):
        disc = cylinder(h * 0.85, 0.006).rotated("z", 90).moved(x=-w * 0.3 + 0.09 * i, y=h * 0.9 + 0.02)
        design.add("plates", disc, glaze)
    return design
