"""Along a road: signs, lights, boxes and barriers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.street.parts import (
    DARK_GREEN,
    GALVANIZED,
    GRANITE,
    NIGHT,
    PANE,
    SILVER,
    TIMBER,
    WEATHERED,
    arch,
    gable,
)
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    CONCRETE,
    GLASS,
    GREEN,
    GREY,
    METALS,
    ORANGE,
    PINK,
    PLASTICS,
    PURPLE,
    RED,
    RUBBER,
    RUSTY,
    SANDSTONE,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Point,
    Solid,
    arc,
    around,
    box,
    corners,
    cylinder,
    disc,
    extrude,
    join,
    lathe,
    mirrored,
    regular_outline,
    rod,
    row,
    sphere,
    sweep,
    torus,
    tube,
    upright,
)

LAMP = Material("lamp", (0.98, 0.93, 0.7))
FONT = {
    "S": "###/#../###/..#/###",
    "T": "###/.#./.#./.#./.#.",
    "O": "###/#.#/#.#/#.#/###",
    "P": "###/#.#/###/#../#..",
    "B": "##./#.#/##./#.#/##.",
    "U": "#.#/#.#/#.#/#.#/###",
    "G": "###/#../#.#/#.#/###",
    "A": "###/#.#/###/#.#/#.#",
    "H": "#.#/#.#/###/#.#/#.#",
    "N": "##.#/#.##/#.##/#..#/#..#",
    "E": "###/#../##./#../###",
    "R": "##./#.#/##./#.#/#.#",
    "I": "#/#/#/#/#",
    "L": "#../#../#../#../###",
}


def letters(text: str, height: float, depth: float = 0.01) -> Solid:
    """Block letters, centred on the origin, facing +Z."""
    unit, solids, left = height / 5, [], 0.0
    for char in text:
        lines = FONT[char].split("/")
        for j, line in enumerate(lines):
            for run in re.finditer("#+", line):
                x = (left + (run.start() + run.end()) / 2) * unit
                solids.append(box(len(run[0]) * unit, unit, depth).moved(x, (1.5 - j) * unit))
        left += len(lines[0]) + 1
    return join(*solids).moved((1 - left) * unit / 2)


@category("fire hydrant", family="street", also=("hydrant", "fireplug"))
def fire_hydrant(p: Parameters) -> Design:
    h, r, kind = p.real("height", 0.6, 0.95), p.real("radius", 0.09, 0.13), p.choice("kind", ["domed", "flat", "slim"])
    paints = [RED, YELLOW, ORANGE, BLUE, SILVER, RED, YELLOW]
    paint, cap = p.material("paint", paints), p.material("cap_paint", [RED, YELLOW, WHITE, SILVER, BLUE, GREEN])
    bolts, front, chain = (
        p.whole("bolts", 6, 10),
        p.choice("front", ["large", "none"]),
        p.choice("chain", ["yes", "no"]),
    )
    r *= 0.75 if kind == "slim" else 1
    design = Design([paint.name, kind], [f"{cap.name} caps"])
    flange = cylinder(1.45 * r, 0.04) + around(cylinder(0.16 * r, 0.075, segments=6).moved(1.25 * r, -0.018), bolts)
    design.add("base", flange.moved(y=0.02) + cylinder(1.3 * r, 0.03), paint)
    design.add("barrel", cylinder(1.05 * r, 0.72 * h, top_radius=r), paint)
    design.add("flange", flange.moved(y=0.7 * h), paint)
    top = {
        "domed": [(1.25 * r, 0), (1.2 * r, 0.08 * h), (0.9 * r, 0.16 * h), (0.35 * r, 0.21 * h)],
        "flat": [(1.3 * r, 0), (1.3 * r, 0.12 * h), (0.6 * r, 0.15 * h)],
        "slim": [(1.2 * r, 0), (1.35 * r, 0.06 * h), (1.2 * r, 0.1 * h), (0.3 * r, 0.22 * h)],
    }[kind]
    design.add("bonnet", lathe(top).moved(y=0.74 * h), cap if kind == "domed" else paint)
    design.add("nut", cylinder(0.28 * r, 0.1 * h, segments=5).moved(y=0.88 * h), cap)
    nozzle = cylinder(0.5 * r, 1.5 * r) + cylinder(0.65 * r, 0.1 * r).moved(y=1.15 * r)
    lid = cylinder(0.62 * r, 0.35 * r, segments=8) + cylinder(0.2 * r, 0.6 * r, segments=5)
    turns = [(-90, 1.0), (90, 1.0)]
    design.add("outlet", join(*(nozzle.rotated("z", a).moved(y=0.55 * h) for a, _ in turns)), paint)
    design.add("cap", join(*(lid.moved(y=1.4 * r).rotated("z", a).moved(y=0.55 * h) for a, _ in turns)), cap)
    if front == "large":
        big = nozzle.scaled(1.5, 1, 1.5).rotated("x", 90).moved(y=0.5 * h)
        design.add("outlet", big, paint)
        design.add("cap", lid.scaled(1.5, 1, 1.5).moved(y=1.4 * r).rotated("x", 90).moved(y=0.5 * h), cap)
        design.features.append("a large front outlet")
    if chain == "yes":
        path = [(1.9 * r, 0.55 * h, 0), (1.6 * r, 0.42 * h, 0.2 * r), (0.9 * r, 0.48 * h, 0.4 * r)]
        design.add("chain", mirrored(sweep(path, 0.008, sides=5)), STEEL)
        design.features.append("chains")
    return design


@category("mailbox", family="street", also=("mail box", "letter box"))
def mailbox(p: Parameters) -> Design:
    kind, w = p.choice("kind", ["rural", "rural", "wall", "collection"]), p.real("width", 0.17, 0.26)
    post_h, flag = p.real("post_height", 0.8, 1.2), p.choice("flag", ["raised", "lowered"])
    paint = p.material("paint", [BLACK, SILVER, WHITE, DARK_GREEN, RED, GALVANIZED, BLUE])
    post, ratio = p.material("post", [*TIMBER, BLACK_METAL, WOODS[4]]), p.real("ratio", 1.1, 1.4)
    length, number = p.real("length", 1.8, 2.5), p.choice("number", ["numbered", "plain"])
    h, d = w * ratio, w * length
    flag_paint = RED if paint.name != "red" else YELLOW
    if kind == "collection":
        design = Design(["blue", "street"], ["a rounded top", "four legs"])
        blue = Material("blue", (0.12, 0.22, 0.5))
        w, d, h = 2.6 * w, 2.4 * w, 5 * w
        design.add("body", upright(arch(d, h * 0.9, h * 0.9 - d / 2), w).rotated("y", 90).moved(y=0.12), blue)
        design.add("leg", corners(box(0.06, 0.14, 0.06), w / 2 - 0.05, d / 2 - 0.05), blue)
        pull = box(0.7 * w, 0.16 * h, 0.03).rotated("x", -25).moved(0, 0.74 * h, 0.46 * d)
        design.add("chute", pull, GALVANIZED)
        design.add("handle", box(0.5 * w, 0.03, 0.06).moved(0, 0.85 * h, 0.44 * d), BLACK_METAL)
        design.add("label", box(0.6 * w, 0.2 * h, 0.01).moved(0, 0.4 * h, d / 2), WHITE)
        design.add("print", box(0.45 * w, 0.05 * h, 0.016).moved(0, 0.47 * h, d / 2), RED)
        design.add("label", box(w + 0.012, 0.12 * h, 0.5 * d).moved(0, 0.5 * h), WHITE)
        return design
    if kind == "wall":
        design = Design(["wall-mounted", paint.name], ["a slanted lid and a slot"])
        w, h, d = 1.7 * w, 1.5 * h, 0.55 * w
        side = [(-d / 2, 0), (d / 2, 0), (d / 2, 0.8 * h), (-d / 2, h)]
        design.add("body", upright(side, w).rotated("y", -90), paint)
        lid = box(1.06 * w, 0.012, 0.75 * d).moved(z=0.3 * d).rotated("x", np.degrees(np.arctan2(0.2 * h, d)))
        design.add("lid", lid.moved(0, 0.94 * h, -0.12 * d), paint)
        design.add("slot", box(0.75 * w, 0.03 * h, 0.012).moved(0, 0.7 * h, d / 2), NIGHT)
        design.add("label", box(0.35 * w, 0.08 * h, 0.014).moved(0, 0.5 * h, d / 2), WHITE)
        design.add("lock", disc(0.03 * w, 0.012).moved(0, 0.2 * h, d / 2), CHROME)
        design.add(
            "newspaper holder",
            mirrored(sweep(arc(0.06, 90, 400, plane="zy") + np.array([0.3 * w, -0.05, 0.0]), 0.008)),
            paint,
        )
        return design
    design = Design(["rural", paint.name], [f"a {flag} red flag" if flag_paint is RED else f"a {flag} yellow flag"])
    design.add("post", box(0.09, post_h, 0.09), post)
    design.add("shelf", box(0.8 * w, 0.03, 0.9 * d).moved(0, post_h - 0.01), post)
    design.add("brace", rod((0, post_h - 0.3, 0), (0, post_h, 0.35 * d), 0.03, sides=4), post)
    design.add("body", upright(arch(w, h, h - w / 2), d).moved(y=post_h + 0.02), paint)
    design.add("door", upright(arch(1.06 * w, 1.04 * h, h - w / 2), 0.02).moved(0, post_h + 0.015, d / 2), paint)
    design.add("latch", box(0.03, 0.05, 0.04).moved(0, post_h + 0.88 * h, d / 2 + 0.02), CHROME)
    arm = box(0.008, 0.2, 0.022) + box(0.009, 0.07, 0.1).moved(0, 0.14, 0.04)
    arm = arm if flag == "raised" else arm.rotated("x", -90)
    design.add("flag", arm.moved(w / 2 + 0.006, post_h + 0.55 * h, 0.2 * d), flag_paint)
    if number == "numbered":
        design.add("label", box(w + 0.006, 0.3 * h, 0.35 * d).moved(0, post_h + 0.25 * h, -0.15 * d), WHITE)
        design.features.append("a white number plate")
    return design


@category("postbox", family="street", also=("pillar box", "post box"))
def postbox(p: Parameters) -> Design:
    h, r, kind = (
        p.real("height", 1.3, 1.7),
        p.real("radius", 0.22, 0.3),
        p.choice("kind", ["round", "hexagonal", "square"]),
    )
    paint = p.material(
        "paint", [RED, RED, Material("yellow", (0.96, 0.76, 0.05)), DARK_GREEN, Material("blue", (0.1, 0.25, 0.55))]
    )
    base, notice = p.material("base", [BLACK, BLACK, GREY]), p.real("notice", 0.5, 0.8)
    slot, crest = p.real("slot", 0.6, 1.0), p.choice("crest", ["gold", "plain"])
    n, turn = {"round": (28, 0), "hexagonal": (6, 0), "square": (4, 45)}[kind]
    face = r * {"round": 1.0, "hexagonal": 0.866, "square": 0.707}[kind]
    design = Design([paint.name, kind], [f"a {base.name} base", "a wide slot" if slot > 0.8 else "a narrow slot"])

    def turned(profile: Sequence[Point]) -> Solid:
        return lathe(profile, segments=n).rotated("y", 30 if n == 6 else turn)

    design.add("base", turned([(1.1 * r, 0), (1.1 * r, 0.12 * h), (1.02 * r, 0.14 * h)]), base)
    design.add("body", turned([(r, 0.1 * h), (r, 0.86 * h)]), paint)
    lid = [(1.05 * r, 0.84 * h), (1.18 * r, 0.86 * h), (1.18 * r, 0.9 * h), (1.0 * r, 0.94 * h), (0.4 * r, h)]
    design.add("cap", turned(lid), paint)
    design.add("rim", turned([(1.06 * r, 0.79 * h), (1.06 * r, 0.81 * h)]), paint)
    design.add("slot", box(slot * r, 0.045, 0.06).moved(0, 0.72 * h, face - 0.02), NIGHT)
    design.add("hood", box(1.1 * slot * r, 0.02, 0.09).moved(0, 0.755 * h, face - 0.02), paint)
    design.add("label", box(notice * r, 0.16 * h, 0.06).moved(0, 0.52 * h, face - 0.02), WHITE)
    design.add(
        "print",
        row(box(0.7 * notice * r, 0.012, 0.066).moved(y=0.6 * h), 4, step=(0, 0.03 * h, 0)).moved(z=face - 0.02),
        BLACK,
    )
    design.add("door", box(0.85 * r, 0.3 * h, 0.05).moved(0, 0.18 * h, face - 0.018), paint)
    if crest == "gold":
        design.add("crest", disc(0.18 * r, 0.05).moved(0, 0.38 * h, face - 0.005), BRASS)
        design.features.append("a gold crest")
    return design


@category("traffic light", family="street", also=("traffic signal", "stoplight"))
def traffic_light(p: Parameters) -> Design:
    mount, r = p.choice("mount", ["pole", "hanging", "mast arm"]), p.real("lens_radius", 0.1, 0.15)
    case, pole = (
        p.material("case", [BLACK, YELLOW, DARK_GREEN, BLACK]),
        p.material("pole_paint", [STEEL, BLACK_METAL, GREY, DARK_GREEN]),
    )
    lit, visor = p.choice("lit", ["red", "yellow", "green"]), p.real("visor", 0.1, 0.24)
    backplate, way = p.choice("backplate", ["black", "none"]), p.choice("layout", ["upright", "upright", "sideways"])
    height, box_w = p.real("height", 2.4, 3.4), 2.7 * r
    tall = 3.1 * box_w
    design = Design(
        [case.name, way],
        [f"the {lit} light on", {"pole": "a pole", "hanging": "a hanging wire", "mast arm": "a long arm"}[mount]],
    )
    parts: list[tuple[str, Solid, Material]] = [
        ("case", box(box_w, tall, 0.8 * box_w, bevel=0.02).moved(y=-tall / 2), case)
    ]
    if backplate == "black":
        parts.append(
            (
                "backplate",
                box(1.7 * box_w, tall + 0.7 * box_w, 0.02).moved(0, -tall / 2 - 0.35 * box_w, -0.2 * box_w),
                BLACK,
            )
        )
        design.features.append("a backplate")
    hood = (
        sweep(arc(1.12 * r, -15, 195, points=13), 0.012, sides=4)
        .scaled(1, 1, visor / 0.024)
        .moved(z=0.4 * box_w + visor / 2)
    )
    glow = {"red": (0.98, 0.12, 0.08), "yellow": (1.0, 0.78, 0.08), "green": (0.1, 0.92, 0.45)}
    for i, (color, bright) in enumerate(glow.items()):
        y, dim = (1 - i) * box_w, 1.0 if color == lit else 0.38
        shade = Material(color, (dim * bright[0], dim * bright[1], dim * bright[2]))
        lens = sphere(r, start=0, segments=18).scaled(1, 0.35, 1).rotated("x", 90)
        flip = -90 if way == "sideways" else 0
        parts.append(("light", lens.moved(0, y, 0.4 * box_w), shade))
        parts.append(("visor", hood.rotated("z", flip).moved(0, y), case))
    turn = 90 if way == "sideways" else 0
    for name, solid, material in parts:
        design.add(name, solid.rotated("z", turn).moved(y=height), material)
    half = tall / 2 if way == "upright" else box_w / 2
    if mount == "pole":
        design.add("pole", cylinder(0.06, height - half) + cylinder(0.14, 0.08), pole)
    elif mount == "hanging":
        design.add("hanger", rod((0, height + half - 0.02, 0), (0, height + half + 0.35, 0), 0.03), pole)
        design.add(
            "wire",
            rod((-1.2, height + half + 0.42, 0), (1.2, height + half + 0.42, 0), 0.015)
            + box(0.1, 0.16, 0.06).moved(y=height + half + 0.3),
            BLACK_METAL,
        )
    else:
        top = height + 0.3 * half
        design.add("pole", cylinder(0.09, top + 0.25).moved(2.2) + cylinder(0.18, 0.1).moved(2.2), pole)
        design.add(
            "arm",
            rod((0, top, -0.5 * box_w), (2.2, top + 0.1, 0), 0.05) + rod((0, top, -0.5 * box_w), (0, top, 0), 0.03),
            pole,
        )
    return design


@category("stop sign", family="street", also=("road sign", "traffic sign"))
def stop_sign(p: Parameters) -> Design:
    r, h, rim = p.real("radius", 0.32, 0.46), p.real("height", 1.8, 2.6), p.real("rim", 0.87, 0.94)
    text, paint = (
        p.real("text", 0.26, 0.34),
        p.material("paint", [Material("red", (0.75, 0.07, 0.1)), Material("faded red", (0.72, 0.3, 0.27))]),
    )
    pole_kind, pole = (
        p.choice("pole", ["round", "square", "channel"]),
        p.material("pole_paint", [GALVANIZED, WOODS[0], DARK_GREEN, STEEL]),
    )
    tilt, second = p.real("lean", -6, 6), p.choice("second_plate", ["none", "below", "above"])
    design = Design([paint.name, "octagonal"], ["white letters", f"a {pole_kind} {pole.name} post"])
    outline = regular_outline(8, r) @ np.array(
        [[np.cos(np.pi / 8), -np.sin(np.pi / 8)], [np.sin(np.pi / 8), np.cos(np.pi / 8)]]
    )
    parts = [
        ("rim", upright(outline, 0.012), WHITE),
        ("plate", upright(outline * rim, 0.008).moved(z=0.006), paint),
        ("letter", letters("STOP", text * 2 * r * 0.85, 0.01).moved(z=0.009), WHITE),
    ]
    if second != "none":
        y = (-r - 0.12) if second == "below" else r + 0.12
        parts.append(
            ("second plate", box(1.1 * r, 0.16, 0.012).moved(0, y - 0.08), paint if second == "below" else GREEN)
        )
        parts.append(("print", box(0.8 * r, 0.05, 0.02).moved(0, y - 0.025), WHITE))
        design.features.append(f"a second plate {second}")
    back = {
        "round": cylinder(0.03, h + 0.1, segments=12),
        "square": box(0.06, h + 0.1, 0.06),
        "channel": box(0.07, h + 0.1, 0.02) + row(box(0.015, h + 0.1, 0.045), 2, step=(0.06, 0, 0)),
    }[pole_kind]
    for name, solid, material in parts:
        design.add(name, solid.moved(0, h, 0.035).rotated("z", tilt), material)
    top = 0.3 if second == "above" else 0.0
    design.add("post", back.scaled(1, (h + r * 0.8 + top) / (h + 0.1), 1).moved(z=-0.01).rotated("z", tilt), pole)
    return design


@category("parking meter", family="street", also=("meter",))
def parking_meter(p: Parameters) -> Design:
    kind, h, w = p.choice("kind", ["single", "double", "smart"]), p.real("height", 1.0, 1.3), p.real("width", 0.15, 0.2)
    case = p.material("case", [GREY, SILVER, Material("dark grey", (0.25, 0.26, 0.28)), BLUE, DARK_GREEN])
    pole, dome, base = (
        p.material("pole_paint", [STEEL, BLACK_METAL, GALVANIZED]),
        p.real("dome", 0.3, 0.55),
        p.choice("base", ["plate", "plain"]),
    )
    band = p.material("band", [RED, YELLOW, BLUE, WHITE])
    design = Design(
        [case.name, kind], ["a domed glass top" if kind != "smart" else "a small screen", f"a {band.name} label"]
    )
    head_h = 1.9 * w
    design.add("post", cylinder(0.035, h, segments=14), pole)
    if base == "plate":
        design.add("base", cylinder(0.1, 0.05, top_radius=0.05), pole)
        design.features.append("a base plate")
    places = [(-0.62 * w, 20), (0.62 * w, -20)] if kind == "double" else [(0.0, 0)]
    if kind == "double":
        design.add("yoke", box(1.9 * w, 0.06, 0.08).moved(y=h - 0.05), pole)
    for x, turn in places:
        outline = arch(w, head_h, head_h - dome * w) if kind != "smart" else arch(1.1 * w, head_h, head_h - 0.15 * w)
        parts = [
            ("case", upright([(0.72 * x_, y) if y == 0 else (x_, y) for x_, y in outline], 0.62 * w), case),
            ("neck", cylinder(0.045, 0.09, segments=14).moved(y=-0.07), case),
            ("label", box(0.6 * w, 0.22 * w, 0.66 * w).moved(y=0.3 * w), band),
            ("slot", box(0.05 * w, 0.22 * w, 0.64 * w).moved(-0.22 * w, 0.72 * w), NIGHT),
            ("knob", disc(0.13 * w, 0.1 * w).moved(0.2 * w, 0.8 * w, 0.31 * w), CHROME),
        ]
        window = (
            upright(arch(0.76 * w, 0.7 * w, 0.7 * w - 0.36 * w), 0.68 * w)
            if kind != "smart"
            else box(0.8 * w, 0.5 * w, 0.66 * w)
        )
        parts.append(
            (
                "window",
                window.moved(y=head_h - 0.82 * w),
                PANE if kind != "smart" else Material("green screen", (0.55, 0.66, 0.5)),
            )
        )
        parts.append(("dial", box(0.5 * w, 0.06 * w, 0.7 * w).moved(y=head_h - 0.7 * w), WHITE))
        for name, solid, material in parts:
            design.add(name, solid.rotated("y", -turn).moved(x, h + 0.05), material)
    return design


@category("barrier", family="street", also=("road barrier", "jersey barrier", "barricade"))
def barrier(p: Parameters) -> Design:
    kind, length, h = (
        p.choice("kind", ["concrete", "plastic", "board"]),
        p.real("length", 1.2, 2.4),
        p.real("height", 0.75, 1.1),
    )
    gray = p.material(
        "concrete",
        [CONCRETE, Material("weathered concrete", (0.52, 0.51, 0.48)), Material("white painted", (0.86, 0.86, 0.83))],
    )
    paint, second = p.material("paint", [RED, ORANGE, YELLOW]), p.material("second", [WHITE, BLACK])
    stripes, waist, boards = p.whole("stripes", 3, 7), p.real("waist", 0.3, 0.5), p.whole("boards", 1, 3)
    marking = p.choice("marking", ["stripes", "plain"])
    if kind == "board":
        design = Design(
            [f"{paint.name} striped"], [f"{number_word(boards)} striped board{'s' * (boards > 1)}", "splayed legs"]
        )
        leg = mirrored(
            rod((0, 0, 0.3), (0, h, 0), 0.025, sides=4).moved(0.42 * length)
            + rod((0, 0, -0.3), (0, h, 0), 0.025, sides=4).moved(0.42 * length)
        )
        design.add("leg", leg, GALVANIZED)
        tall, step = 0.2 * h, length / (2 * stripes + 1)
        for i in range(boards):
            y = h * (0.86 - 0.3 * i)
            z = 0.3 * (1 - y / h)
            design.add("board", box(length, tall, 0.03).moved(0, y - tall / 2, z + 0.03), second)
            stripe = upright(
                [(-step * 0.9, -tall / 2), (step * 0.1, -tall / 2), (step * 0.9, tall / 2), (-step * 0.1, tall / 2)],
                0.034,
            )
            design.add("stripe", row(stripe, stripes, step=(2 * step, 0, 0)).moved(0, y, z + 0.03), paint)
        design.add("light", mirrored(disc(0.07, 0.05).moved(0.38 * length, h + 0.06, -0.02)), YELLOW)
        return design
    body = gray if kind == "concrete" else paint
    w = 0.6 * h
    profile = [
        (-w / 2, 0),
        (w / 2, 0),
        (w / 2, 0.08 * h),
        (waist * w * 0.75, 0.36 * h),
        (waist * w * 0.5, h),
        (-waist * w * 0.5, h),
        (-waist * w * 0.75, 0.36 * h),
        (-w / 2, 0.08 * h),
    ]
    design = Design(
        [f"{body.name} plastic" if kind == "plastic" else body.name, "long" if length > 1.8 else "short"],
        ["a flared base"],
    )
    if kind == "concrete":
        design.add("body", upright(profile, length).rotated("y", 90), body)
        design.add("foot", row(box(0.2, 0.06, w + 0.02), 2, step=(0.5 * length, 0, 0)), NIGHT)
        if marking == "stripes":
            stripe = upright(
                [
                    (waist * w * 0.66, 0.55 * h),
                    (waist * w * 0.5, h * 0.95),
                    (-waist * w * 0.5, h * 0.95),
                    (-waist * w * 0.66, 0.55 * h),
                ],
                0.5 * length / stripes,
            ).rotated("y", 90)
            design.add("stripe", row(stripe.scaled(1, 1, 1.06), stripes, step=(length / stripes, 0, 0)), paint)
            design.features.append(f"{number_word(stripes)} {paint.name} stripes")
        return design
    segments = stripes
    for i in range(segments):
        x = (i - (segments - 1) / 2) * length / segments
        piece = upright(profile, 0.98 * length / segments).rotated("y", 90)
        design.add(
            "body" if i % 2 == 0 else "section", piece.moved(x), paint if i % 2 == 0 or marking == "plain" else WHITE
        )
    design.add("core", box(0.98 * length, 0.86 * h, 0.7 * waist * w), paint)
    design.add("cap", row(cylinder(0.05, 0.06, segments=14), 2, step=(0.6 * length, 0, 0)).moved(y=h), BLACK)
    design.add("foot", row(box(0.22, 0.07, 1.02 * w), 2, step=(0.5 * length, 0, 0)), NIGHT)
    design.features.append("white sections" if marking == "stripes" else "filler caps")
    return design


@category("traffic barrel", family="street", also=("construction barrel", "traffic drum"))
def traffic_barrel(p: Parameters) -> Design:
    h, r, taper = p.real("height", 0.85, 1.1), p.real("radius", 0.25, 0.32), p.real("taper", 0.68, 0.9)
    bands, steps = p.whole("bands", 2, 4), p.choice("shape", ["stepped", "straight"])
    paint, second = (
        p.material("paint", [ORANGE, Material("bright orange", (1.0, 0.36, 0.05)), RED]),
        p.material("band_paint", [WHITE, Material("silver", (0.8, 0.81, 0.82)), YELLOW]),
    )
    base, light = p.choice("base", ["tire ring", "square"]), p.choice("light", ["none", "lamp"])
    design = Design([paint.name, steps], [f"{number_word(bands)} {second.name} bands"])
    levels = 2 * bands + 1
    for i in range(levels):
        t0, t1 = i / levels, (i + 1) / levels
        low, high = r * (1 - (1 - taper) * t0), r * (1 - (1 - taper) * t1)
        profile = (
            [(low, 0), (low * 0.985, 0.97 * h / levels), (high, h / levels)]
            if steps == "stepped"
            else [(low, 0), (high, h / levels)]
        )
        design.add("band" if i % 2 else "body", lathe(profile).moved(y=0.06 + h * t0), second if i % 2 else paint)
    top = h + 0.06
    handle = box(0.03, 0.09, 0.05).moved(0.09) + box(0.0001 + 0.1, 0.03, 0.05).moved(0.05, 0.07)
    design.add("handle", cylinder(0.6 * r * taper, 0.03).moved(y=top - 0.01) + mirrored(handle).moved(y=top), paint)
    design.add(
        "base",
        torus(1.12 * r, 0.055, sides=8).moved(y=0.055)
        if base == "tire ring"
        else box(2.5 * r, 0.07, 2.5 * r, bevel=0.08),
        RUBBER,
    )
    design.features.append("a rubber ring" if base == "tire ring" else "a square rubber base")
    if light == "lamp":
        design.add("lamp", disc(0.09, 0.06).moved(0, top + 0.2, -0.03), YELLOW)
        design.add("lamp holder", box(0.14, 0.12, 0.08).moved(y=top + 0.02), BLACK)
        design.features.append("a warning lamp")
    return design


@category("bollard", family="street", also=("traffic post", "safety post"))
def bollard(p: Parameters) -> Design:
    kind = p.choice("kind", ["domed", "heritage", "concrete", "flexible", "slanted"])
    h, r = p.real("height", 0.75, 1.15), p.real("radius", 0.06, 0.11)
    paint = p.material("paint", [BLACK, DARK_GREEN, GREY, YELLOW, STEEL])
    stone = p.material("stone", [CONCRETE, GRANITE, SANDSTONE])
    bands, band, base = (
        p.whole("bands", 1, 3),
        p.material("band_paint", [WHITE, RED, YELLOW, SILVER]),
        p.choice("base", ["plate", "plain"]),
    )
    body = {"concrete": stone, "flexible": ORANGE}.get(kind, paint)
    band = WHITE if body.name == band.name else band
    design = Design(
        [body.name, kind if kind != "concrete" else "stout"],
        [f"{number_word(bands)} {band.name} band{'s' * (bands > 1)}"],
    )
    dome = [(0.87 * r, h - 0.4 * r), (0.5 * r, h - 0.1 * r), (0.1 * r, h)]
    profile = {
        "domed": [(r, 0), (r, h - r), *dome],
        "heritage": [
            (1.6 * r, 0),
            (1.6 * r, 0.1 * h),
            (1.2 * r, 0.14 * h),
            (r, 0.2 * h),
            (0.75 * r, 0.76 * h),
            (1.15 * r, 0.79 * h),
            (1.15 * r, 0.82 * h),
            (0.6 * r, 0.85 * h),
            (0.95 * r, 0.92 * h),
            (0.6 * r, 0.98 * h),
            (0.1 * r, h),
        ],
        "concrete": [(1.7 * r, 0), (1.7 * r, 0.9 * h), (1.5 * r, 0.96 * h), (0.8 * r, h)],
        "flexible": [(0.7 * r, 0), (0.7 * r, 0.96 * h), (0.5 * r, h)],
        "slanted": [(r, 0), (r, h)],
    }[kind]
    solid = lathe(profile)
    if kind == "slanted":
        top = solid.vertices[:, 1] > h / 2
        solid.vertices[top, 1] -= 0.9 * (solid.vertices[top, 2] + r)
    design.add("post", solid, body)
    wide = {"heritage": 0.9, "concrete": 1.7, "flexible": 0.7}.get(kind, 1.0) * r
    for i in range(bands):
        design.add(
            "band",
            cylinder(1.03 * wide, 0.06 * h, top_radius=(0.99 if kind == "heritage" else 1.03) * wide).moved(
                y=h * (0.64 - 0.14 * i)
            ),
            band,
        )
    if base == "plate":
        foot = cylinder(2 * r, 0.02) + around(cylinder(0.15 * r, 0.04, segments=6).moved(1.75 * r), 6)
        design.add(
            "base",
            foot if kind != "flexible" else cylinder(2.2 * r, 0.05, top_radius=1.2 * r),
            RUBBER if kind == "flexible" else body,
        )
        design.features.append("a base plate")
    return design


@category("bus stop", family="street", also=("bus shelter", "bus station"))
def bus_stop(p: Parameters) -> Design:
    kind, w, d = (
        p.choice("kind", ["flat-roofed", "curved", "pitched", "pole"]),
        p.real("width", 2.6, 4.2),
        p.real("depth", 1.2, 1.7),
    )
    h, bays, ad = p.real("height", 2.3, 2.8), p.whole("bays", 2, 4), p.choice("poster", ["yes", "no"])
    frame = p.material("frame", [BLACK_METAL, STEEL, DARK_GREEN, BLUE, WOODS[1]])
    seat, sign = p.material("seat", [*TIMBER[:2], STEEL, RED]), p.material("sign", [BLUE, YELLOW, RED, GREEN])
    poster = p.material("poster_paint", [RED, YELLOW, Material("sky blue", (0.45, 0.72, 0.92)), PINK])
    design = Design([kind if kind != "pole" else "simple"], [f"a {sign.name} sign"])
    x = w / 2 + 0.5
    pole_sign = box(0.5, 0.5, 0.04).moved(x, h + 0.1)
    design.add("pole", cylinder(0.035, h + 0.6, segments=10).moved(x, 0, -0.04), GALVANIZED)
    design.add("sign", pole_sign, sign)
    design.add("print", letters("BUS", 0.16, 0.06).moved(x, h + 0.4), WHITE if sign.name != "yellow" else BLACK)
    design.add("print", box(0.36, 0.08, 0.05).moved(x, h + 0.16), WHITE)
    design.add("timetable", box(0.3, 0.5, 0.03).moved(x, 1.2, 0.01), WHITE)
    bench = box(0.7 * w, 0.05, 0.36).moved(0, 0.45, -0.15 * d) + box(0.7 * w, 0.3, 0.03).moved(0, 0.6, -0.15 * d - 0.18)
    design.add("seat", bench, seat)
    design.add("seat leg", row(box(0.05, 0.47, 0.3), 2, step=(0.6 * w, 0, 0)).moved(z=-0.15 * d), frame)
    if kind == "pole":
        design.add("pavement", box(w + 1.6, 0.08, d).moved(y=-0.07), CONCRETE)
        design.features.append("a bench")
        return design
    design.add("pavement", box(w + 1.4, 0.06, d + 0.4).moved(y=-0.055), CONCRETE)
    post = box(0.07, h, 0.07)
    design.add(
        "frame",
        row(post, bays + 1, step=(w / bays, 0, 0)).moved(z=-d / 2) + row(post, 2, step=(w, 0, 0)).moved(z=0.3 * d),
        frame,
    )
    design.add(
        "frame",
        box(w, 0.06, 0.05).moved(0, 0.25, -d / 2)
        + row(box(0.05, 0.06, 0.8 * d).moved(0, h - 0.06, -0.1 * d), 2, step=(w, 0, 0)),
        frame,
    )
    design.add(
        "glass",
        box(w, 0.78 * h, 0.02).moved(0, 0.12 * h, -d / 2)
        + box(0.02, 0.78 * h, 0.75 * d).moved(-w / 2, 0.12 * h, -0.1 * d),
        GLASS,
    )
    if kind == "curved":
        roof = join(
            *(
                rod((-w / 2 - 0.15, 0, 0), (w / 2 + 0.15, 0, 0), 0.06, sides=6).moved(
                    0, 0.75 * d * np.sin(a) - 0.42 * d, 0.85 * d * np.cos(a)
                )
                for a in np.linspace(0.7, 2.44, 18)
            )
        )
        design.add("roof", roof.moved(0, h - 0.05, -0.05), frame)
    elif kind == "pitched":
        design.add("roof", gable(1.4 * d, w + 0.4, 0.35 * d).rotated("y", 90).moved(0, h, -0.05), frame)
    else:
        design.add("roof", box(w + 0.3, 0.14, 1.35 * d).moved(0, h, 0.02), frame)
    if ad == "yes":
        design.add("poster frame", box(0.14, 0.75 * h, 0.75 * d).moved(w / 2, 0.1 * h, -0.1 * d), frame)
        design.add("poster", box(0.16, 0.64 * h, 0.62 * d).moved(w / 2, 0.15 * h, -0.1 * d), poster)
        design.add("print", box(0.18, 0.12 * h, 0.45 * d).moved(w / 2, 0.5 * h, -0.1 * d), WHITE)
        design.features.append("a poster")
    design.features.append("a glass shelter and a bench")
    return design


@category("phone booth", family="street", also=("telephone booth", "phone box", "telephone box"))
def phone_booth(p: Parameters) -> Design:
    kind, w, h = (
        p.choice("kind", ["classic", "classic", "modern", "open"]),
        p.real("width", 0.8, 1.0),
        p.real("height", 2.2, 2.6),
    )
    paint = p.material(
        "paint", [Material("red", (0.76, 0.06, 0.09)), Material("dark red", (0.6, 0.08, 0.08)), DARK_GREEN, BLUE]
    )
    metal, rows, columns = (
        p.material("metal", [STEEL, BLACK_METAL, CHROME]),
        p.whole("rows", 5, 8),
        p.whole("columns", 2, 3),
    )
    phone, sign = (
        p.material("phone", [BLACK, GREY, BLUE, YELLOW]),
        p.material("sign", [BLUE, YELLOW, Material("pink", (0.88, 0.05, 0.45))]),
    )
    handset = rod((-0.1, 1.5, 0), (-0.1, 1.28, 0), 0.03) + row(sphere(0.045, segments=10), 2, step=(0, 0.22, 0)).moved(
        -0.1, 1.39
    )
    if kind == "open":
        w *= 0.85
        design = Design(["open", metal.name], [f"a {phone.name} telephone", "a hood on a post"])
        design.add("post", box(0.2, h * 0.9, 0.12).moved(z=-0.2) + box(0.5, 0.06, 0.5), metal)
        shell = (
            row(box(0.03, 1.0, 0.6), 2, step=(w, 0, 0))
            + box(w, 1.0, 0.03).moved(z=-0.3)
            + box(w + 0.03, 0.05, 0.62).moved(y=1.0)
        )
        design.add("hood", shell.moved(y=0.9 * h - 1.0), metal)
        design.add("sign", box(w + 0.05, 0.2, 0.66).moved(y=0.9 * h + 0.03), sign)
        design.add("print", letters("PHONE", 0.13, 0.68).moved(y=0.9 * h + 0.13), WHITE)
        y, z = 0.0, -0.16
    else:
        frame, modern = (paint, False) if kind == "classic" else (metal, True)
        design = Design(
            [frame.name, kind],
            [f"{number_word(rows)} rows of window panes" if not modern else "glass walls", f"a {phone.name} telephone"],
        )
        design.add("base", box(1.06 * w, 0.1, 1.06 * w), NIGHT if not modern else metal)
        design.add("frame", corners(box(0.09, h, 0.09), w / 2 - 0.045, w / 2 - 0.045), frame)
        design.add("frame", box(0.98 * w, 0.28, 0.98 * w).moved(y=h - 0.3), frame)
        low, high = 0.35, h - 0.32
        wall = box(0.86 * w, 0.3, 0.05).moved(y=0.08)
        bars = row(box(0.86 * w, 0.022, 0.03), rows - 1, step=(0, (high - low) / rows, 0)).moved(y=(low + high) / 2)
        bars = bars + row(box(0.03, high - low, 0.035), columns - 1, step=(0.8 * w / columns, 0, 0)).moved(y=low)
        sides = [a for a in (0, 90, 180, 270) if not (modern and a == 0)]
        design.add("wall", join(*(wall.moved(z=w / 2 - 0.05).rotated("y", a) for a in (90, 180, 270, 0))), frame)
        if not modern:
            design.add("window bar", join(*(bars.moved(z=w / 2 - 0.04).rotated("y", a) for a in sides)), frame)
        glass = box(0.84 * w, high - low, 0.012).moved(0, low, w / 2 - 0.06)
        design.add("glass", join(*(glass.rotated("y", a) for a in sides)), GLASS)
        board = WHITE if not modern else sign
        design.add(
            "sign",
            join(*(box(0.75 * w, 0.15, 0.03).moved(0, h - 0.24, 0.49 * w).rotated("y", a) for a in (0, 90, 180, 270))),
            board,
        )
        label = letters("TELEPHONE" if not modern else "PHONE", 0.08, 0.02).moved(0, h - 0.165, 0.49 * w + 0.01)
        design.add("print", join(*(label.rotated("y", a) for a in (0, 90, 180, 270))), BLACK if not modern else WHITE)
        design.add("handle", box(0.03, 0.2, 0.05).moved(0.36 * w, 1.1, w / 2), BRASS)
        if modern:
            design.add("roof", box(1.1 * w, 0.12, 1.1 * w, bevel=0.1).moved(y=h - 0.01), frame)
        else:
            design.add(
                "roof",
                box(1.04 * w, 0.07, 1.04 * w).moved(y=h - 0.02)
                + sphere(0.68 * w, start=0).scaled(1, 0.28, 1).moved(y=h + 0.04),
                frame,
            )
        y, z = 0.0, -w / 2 + 0.14
    design.add("telephone", (box(0.34, 0.5, 0.14) + box(0.2, 0.2, 0.16).moved(0.06, 0.25)).moved(0, y + 1.15, z), phone)
    design.add("handset", handset.moved(0, y, z + 0.1), BLACK if phone.name != "black" else SILVER)
    return design


@category("billboard", family="street", also=("hoarding", "advertising board"))
def billboard(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 6, 13), p.real("ratio", 0.32, 0.55), p.real("height", 3, 8)
    support, lamps = p.choice("support", ["one post", "two posts", "wooden posts"]), p.whole("lamps", 0, 4)
    paint = p.material("picture", [RED, YELLOW, Material("sky blue", (0.5, 0.76, 0.95)), WHITE, GREEN, PURPLE])
    second, frame = (
        p.material("accent", [BLUE, ORANGE, BLACK, PINK, TURQUOISE]),
        p.material("frame", [STEEL, BLACK_METAL, GREY, DARK_GREEN]),
    )
    subject, lines = p.choice("subject", ["circle", "bottle", "hill", "text"]), p.whole("lines", 1, 3)
    t = w * ratio
    design = Design(
        [paint.name, "wide" if ratio < 0.42 else "tall"],
        [support, f"{number_word(lines)} line{'s' * (lines > 1)} of print"],
    )
    design.add("frame", box(w + 0.3, t + 0.3, 0.3).moved(0, h - 0.15), frame)
    design.add("picture", box(w, t, 0.06).moved(0, h, 0.15), paint)
    motif = {
        "circle": disc(0.34 * t, 0.06, segments=28).moved(0.28 * w, 0.5 * t),
        "bottle": upright(
            [
                (-0.16 * t, 0.08 * t),
                (0.16 * t, 0.08 * t),
                (0.16 * t, 0.55 * t),
                (0.05 * t, 0.7 * t),
                (0.05 * t, 0.9 * t),
                (-0.05 * t, 0.9 * t),
                (-0.05 * t, 0.7 * t),
                (-0.16 * t, 0.55 * t),
            ],
            0.1,
        ).moved(0.3 * w),
        "hill": upright(
            [
                (-0.5 * w, 0),
                (0.5 * w, 0),
                (0.5 * w, 0.25 * t),
                (0.2 * w, 0.55 * t),
                (-0.1 * w, 0.2 * t),
                (-0.5 * w, 0.3 * t),
            ],
            0.1,
        ),
        "text": box(w, 0.3 * t, 0.1),
    }[subject]
    design.add("motif", motif.moved(0, h, 0.16), second)
    ink = WHITE if paint.name != "white" else RED
    for i in range(lines):
        design.add(
            "print",
            box(w * (0.45 - 0.07 * i), 0.1 * t, 0.1).moved(-0.22 * w - 0.035 * w * i, h + t * (0.75 - 0.18 * i), 0.16),
            ink,
        )
    leg = cylinder(0.35, h + 0.5 * t, segments=14) if support == "one post" else box(0.3, h + 0.9 * t, 0.3)
    count = {"one post": 1, "two posts": 2, "wooden posts": 4}[support]
    design.add(
        "post",
        row(leg, count, step=(0.85 * w / max(count - 1, 1) if count > 2 else 0.55 * w, 0, 0)).moved(z=-0.3),
        frame if count < 4 else WOODS[1],
    )
    if support == "one post":
        design.add("post", box(0.7 * w, 0.4, 0.3).moved(0, h + 0.3 * t, -0.3) + cylinder(0.6, 0.2), frame)
    design.add("catwalk", box(w, 0.08, 0.8).moved(0, h - 0.3, 0.5), frame)
    if lamps:
        lamp = rod((0, h - 0.28, 0.8), (0, h + 0.3, 1.4), 0.05) + box(0.5, 0.15, 0.25).moved(0, h + 0.25, 1.4)
        design.add("lamp", row(lamp, lamps, step=(0.8 * w / lamps, 0, 0)), frame)
        design.features.append(f"{number_word(lamps)} lamp{'s' * (lamps > 1)}")
    return design


@category("manhole cover", family="street", also=("manhole", "drain cover"))
def manhole_cover(p: Parameters) -> Design:
    r, t, pattern = (
        p.real("radius", 0.28, 0.4),
        p.real("thickness", 0.03, 0.06),
        p.choice("pattern", ["studs", "spokes", "bars", "rings"]),
    )
    count, plan = p.whole("count", 6, 12), p.choice("plan", ["round", "round", "square"])
    iron = p.material("iron", [Material("cast iron", (0.25, 0.25, 0.26)), RUSTY, GREY, BLACK_METAL])
    ground, rings = (
        p.material("ground", [Material("asphalt", (0.2, 0.2, 0.21)), CONCRETE, STEEL]),
        p.whole("rings", 2, 4),
    )
    design = Design([iron.name, plan], [f"a pattern of {pattern}", f"a {ground.name} surround"])
    n, turn = (40, 0) if plan == "round" else (4, 45)
    lift = Material("worn iron", (iron.color[0] * 0.7 + 0.2, iron.color[1] * 0.7 + 0.2, iron.color[2] * 0.7 + 0.2))
    design.add("surround", tube(1.3 * r, 1.1 * r, t, segments=n).rotated("y", turn), ground)
    design.add("frame", tube(1.12 * r, 1.02 * r, 1.1 * t, segments=n).rotated("y", turn), lift)
    design.add("cover", cylinder(r, t, segments=n).rotated("y", turn), iron)
    reach = 0.95 * r * (1 if plan == "round" else 0.7)
    relief: list[Solid] = [tube(0.2 * r, 0.15 * r, 0.3 * t, segments=20)]
    if pattern == "studs":
        relief += [
            around(
                cylinder(0.045 * r, 0.3 * t, segments=8).moved(reach * (i + 1) / (rings + 0.6)),
                count if i else count // 2,
            )
            for i in range(rings)
        ]
    elif pattern == "spokes":
        relief += [
            around(box(0.66 * reach, 0.3 * t, 0.05 * r).moved(0.55 * reach), count),
            tube(0.95 * reach, 0.87 * reach, 0.3 * t, segments=32),
        ]
    elif pattern == "bars":
        zs = (np.arange(count) - (count - 1) / 2) * 1.8 * reach / count
        relief += [
            box(2 * float(np.sqrt(max(reach**2 - z * z, 0.001))), 0.3 * t, 0.6 * reach / count).moved(z=z) for z in zs
        ]
    else:
        relief += [
            tube(reach * (i + 1) / rings, reach * (i + 1) / rings - 0.06 * r, 0.3 * t, segments=32)
            for i in range(rings)
        ]
        relief.append(around(box(0.2 * r, 0.3 * t, 0.04 * r).moved(0.6 * reach), count))
    design.add("relief", join(*relief).moved(y=t - 0.001), lift)
    design.add(
        "hole", row(cylinder(0.04 * r, 0.34 * t, segments=10), 2, step=(1.5 * reach, 0, 0)).moved(y=t - 0.001), NIGHT
    )
    return design


@category("utility pole", family="street", also=("telephone pole", "power pole", "electric pole"))
def utility_pole(p: Parameters) -> Design:
    h, arms, w = p.real("height", 8, 12), p.whole("crossarms", 1, 3), p.real("arm_width", 1.8, 2.8)
    pins, box_kind, lamp = (
        p.whole("insulators", 2, 3),
        p.choice("transformer", ["one", "two", "none"]),
        p.choice("lamp", ["yes", "no"]),
    )
    wood = p.material("pole_material", [WOODS[1], WEATHERED, WOODS[3], CONCRETE])
    glass, case, wires = (
        p.material("insulator", [WHITE, Material("brown ceramic", (0.35, 0.18, 0.12)), TURQUOISE]),
        p.material("case", [GREY, GALVANIZED]),
        p.choice("wires", ["yes", "no"]),
    )
    design = Design([wood.name, "tall" if h > 10 else "short"], [f"{number_word(arms)} crossarm{'s' * (arms > 1)}"])
    design.add("pole", cylinder(0.17, h, top_radius=0.12, segments=12), wood)
    for i in range(arms):
        y = h - 0.4 - 0.8 * i
        design.add("crossarm", box(w, 0.14, 0.12).moved(0, y, 0.14), wood)
        design.add("brace", mirrored(rod((0.3 * w, y, 0.14), (0, y - 0.5, 0.13), 0.025)), GALVANIZED)
        places = [w * (0.47 - 0.36 * k / pins) for k in range(pins)]
        pin = lathe([(0.03, 0), (0.07, 0.08), (0.05, 0.14), (0.07, 0.18), (0.03, 0.27)], segments=10).moved(y=y + 0.13)
        design.add("insulator", mirrored(join(*(pin.moved(x, 0, 0.14) for x in places))), glass)
        if wires == "yes":
            design.add(
                "wire",
                mirrored(
                    join(
                        *(
                            sweep([(x, y + 0.28, 2.0), (x, y + 0.36, 0.14), (x, y + 0.28, -1.8)], 0.025, sides=5)
                            for x in places
                        )
                    )
                ),
                BLACK,
            )
    can = (
        cylinder(0.26, 0.85, segments=16)
        + cylinder(0.28, 0.06, segments=16).moved(y=0.82)
        + row(cylinder(0.04, 0.2, segments=8), 2, step=(0.2, 0, 0)).moved(y=0.85)
    )
    y = h - 1.2 - 0.8 * arms
    if box_kind != "none":
        can = can.moved(0.42, y - 0.4)
        design.add("transformer", mirrored(can) if box_kind == "two" else can, case)
        design.features.append(f"{box_kind} transformer{'s' * (box_kind == 'two')}")
    if lamp == "yes":
        design.add(
            "lamp arm", sweep([(0, y - 1.2, 0), (0, y - 0.8, 0.7), (0, y - 0.75, 1.4)], 0.04, sides=6), GALVANIZED
        )
        design.add("lamp", box(0.25, 0.12, 0.5).moved(0, y - 0.84, 1.5), case)
        design.features.append("a street lamp")
    if wires == "yes":
        design.features.append("wires")
    return design


@category("street lamp", family="buildings", also=("streetlight", "lamppost"))
def street_lamp(p: Parameters) -> Design:
    h, r, base = p.real("height", 2.5, 6), p.real("radius", 0.04, 0.09), p.real("base", 1.5, 3)
    arms, head = p.whole("arms", 1, 4), p.choice("head", ["globe", "lantern", "flat"])
    reach, paint = p.real("reach", 0.3, 1.2), p.material("paint", [*METALS, *PLASTICS])
    design = Design([paint.name], [f"{number_word(arms)} {head} lamp{'s' * (arms > 1)}"])
    design.add("pole", lathe([(r * base, 0), (r * base, 0.15), (1.3 * r, 0.4), (r, h)], segments=14), paint)
    light = {
        "globe": sphere(0.2, segments=14),
        "lantern": cylinder(0.12, 0.35, top_radius=0.2, segments=6).moved(y=-0.15),
        "flat": box(0.5, 0.06, 0.2),
    }[head]
    if arms == 1 and head != "flat":
        design.add("lamp", light.moved(y=h + 0.15), LAMP)
    else:
        design.add(
            "arm", around(sweep([(0, h * 0.92, 0), (0.5 * reach, h * 1.02, 0), (reach, h, 0)], 0.5 * r), arms), paint
        )
        design.add("lamp", around(light.moved(reach, h), arms), LAMP)
    if head == "lantern":
        cap = cylinder(0.24, 0.12, top_radius=0.02, segments=6).moved(y=0.2)
        design.add("cap", cap.moved(y=h + 0.15) if arms == 1 else around(cap.moved(reach, h), arms), paint)
    return design


@category("traffic cone", family="buildings", also=("construction cone", "safety cone"))
def traffic_cone(p: Parameters) -> Design:
    h, r, tip = p.real("height", 0.3, 0.9), p.real("radius", 0.22, 0.34), p.real("tip", 0.05, 0.25)
    bands, base, size = (
        p.whole("bands", 1, 3),
        p.choice("base", ["square", "round", "octagonal"]),
        p.real("base_size", 1.2, 1.7),
    )
    paint, band = (
        p.material("paint", [ORANGE, RED, YELLOW, GREEN, BLUE]),
        p.material("band", [WHITE, YELLOW, STEEL]),
    )
    r *= h
    design = Design(
        [paint.name],
        [f"{number_word(bands)} {band.name} band{'s' * (bands > 1)}", f"{'an' if base[0] == 'o' else 'a'} {base} base"],
    )
    n = {"square": 4, "round": 28, "octagonal": 8}[base]
    design.add("base", cylinder(r * size * (1.2 if n == 4 else 1), 0.04 * h, segments=n).rotated("y", 45), paint)
    design.add("cone", cylinder(r, h, top_radius=r * tip, segments=26).moved(y=0.04 * h), paint)
    for i in range(bands):
        a, b = 0.3 + 0.22 * i, 0.42 + 0.22 * i
        width = [1.02 * (r + (tip - 1) * r * t) for t in (a, b)]
        design.add(
            "band", cylinder(width[0], (b - a) * h, top_radius=width[1], segments=26).moved(y=(0.04 + a) * h), band
        )
    return design


def _turn(degrees: float) -> np.ndarray:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s], [s, c]])


@category("sign", family="buildings", also=("road sign", "traffic sign"))
def sign(p: Parameters) -> Design:
    h, size, sides = (
        p.real("height", 1.2, 2.6),
        p.real("size", 0.25, 0.5),
        p.choice("form", ["round", "triangular", "octagonal", "square", "arrow"]),
    )
    rim, plates = p.real("rim", 0.75, 0.92), p.whole("plates", 1, 2)
    paint, edge, post = (
        p.material("paint", PLASTICS),
        p.material("edge", PLASTICS),
        p.material("post", [*METALS, *WOODS]),
    )
    mark = p.choice("mark", ["bar", "dot", "cross", "none"])
    design = Design([sides, paint.name], [f"a {edge.name} edge", f"a {post.name} post"])
    design.add("post", cylinder(0.03, h, segments=10), post)
    if sides == "arrow":
        outline = np.array([(-1.2, -0.4), (0.8, -0.4), (1.3, 0), (0.8, 0.4), (-1.2, 0.4)]) * size
    else:
        n = {"round": 30, "triangular": 3, "octagonal": 8, "square": 4}[sides]
        outline = regular_outline(n, size) @ _turn({3: 90, 8: 22.5, 4: 45}.get(n, 0))
    for i in range(plates):
        y = h - 0.3 * size - i * 1.9 * size
        plate = extrude(outline, 0.015).rotated("x", 90).scaled(1, -1, 1)
        design.add("edge", plate.moved(0, y, 0.03), edge)
        design.add("plate", plate.scaled(rim, rim, 1.2).moved(0, y, 0.035), paint)
        symbol = {
            "bar": box(size, 0.2 * size, 0.01).moved(y=-0.1 * size),
            "dot": cylinder(0.25 * size, 0.01).rotated("x", 90),
            "cross": (box(size, 0.16 * size, 0.01) + box(0.16 * size, size, 0.01).moved(y=-0.42 * size)).rotated(
                "z", 45
            ),
            "none": None,
        }[mark]
        if symbol is not None:
            design.add("mark", symbol.moved(0, y, 0.06), edge)
    if mark != "none":
        design.features.append(f"a {mark}")
    return design
