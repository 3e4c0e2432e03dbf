"""Street furniture, playgrounds, structures and landmarks, and parts of buildings."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import GLASS, METALS, PLASTICS, RUBBER, SOIL, STONES, WOODS, Material
from trivium.procedural.solids import (
    Point,
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY = PLASTICS[:8]
STEEL, BRASS, DARK, COPPER, CHROME, RUST = METALS
CONCRETE, BRICK, SANDSTONE, SLATE, PLASTER = STONES
PANE = Material("glass", (0.32, 0.44, 0.54))
NIGHT = Material("dark", (0.06, 0.06, 0.07))
LAMP = Material("lamp", (0.98, 0.93, 0.7))
WATER = Material("water", (0.45, 0.7, 0.86))
GRANITE = Material("granite", (0.48, 0.47, 0.47))
MARBLE = Material("marble", (0.88, 0.87, 0.84))
GALVANIZED = Material("galvanized", (0.68, 0.7, 0.71))
DARK_GREEN = Material("dark green", (0.09, 0.27, 0.17))
SILVER = Material("silver", (0.75, 0.76, 0.78))
BARN_RED = Material("dark red", (0.55, 0.13, 0.11))
WEATHERED = Material("weathered", (0.55, 0.5, 0.44))
SHINGLE = Material("shingle", (0.3, 0.27, 0.25))
TIMBER = (WOODS[0], WOODS[1], WOODS[2], WEATHERED)

FONT = {
    "S": "###/#../###/..#/###", "T": "###/.#./.#./.#./.#.", "O": "###/#.#/#.#/#.#/###", "P": "###/#.#/###/#../#..",
    "B": "##./#.#/##./#.#/##.", "U": "#.#/#.#/#.#/#.#/###", "G": "###/#../#.#/#.#/###", "A": "###/#.#/###/#.#/#.#",
    "H": "#.#/#.#/###/#.#/#.#", "N": "##.#/#.##/#.##/#..#/#..#", "E": "###/#../##./#../###", "R": "##./#.#/##./#.#/#.#",
    "I": "#/#/#/#/#", "L": "#../#../#../#../###",
}  # fmt: skip


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


def plate(outline: Sequence[Point] | np.ndarray, depth: float) -> Solid:
    """A prism along Z, centred in z, over an (x, y) outline."""
    return extrude([(q[0], -q[1]) for q in outline], depth).rotated("x", 90).moved(z=-depth / 2)


def arch(width: float, height: float, spring: float, points: int = 12) -> list[tuple[float, float]]:
    """An (x, y) outline on the ground: upright sides up to ``spring``, a half ellipse up to ``height``."""
    angles = np.linspace(0, np.pi, points)
    curve = [(width / 2 * float(np.cos(a)), spring + (height - spring) * float(np.sin(a))) for a in angles]
    return [(-width / 2, 0), (width / 2, 0), *curve]


def disc(radius: float, depth: float, *, segments: int = 20) -> Solid:
    """A round plate facing +Z, its back at z = 0."""
    return cylinder(radius, depth, segments=segments).rotated("x", 90)


def bar(a: Point, b: Point, radius: float, *, sides: int = 6) -> Solid:
    return sweep([a, b], radius, sides=sides)


def both(solid: Solid) -> Solid:
    return solid + solid.scaled(-1, 1, 1)


def corners(solid: Solid, x: float, z: float) -> Solid:
    return join(*(solid.moved(sx * x, 0, sz * z) for sx in (-1, 1) for sz in (-1, 1)))


def gable(width: float, depth: float, height: float) -> Solid:
    """A pitched roof, eaves at y = 0, its ridge along Z."""
    return plate([(-width / 2, 0), (width / 2, 0), (0, height)], depth)


def slopes(width: float, depth: float, height: float, thickness: float) -> Solid:
    """Two roof boards over a gable, its ridge along Z."""
    w, t = width / 2, thickness
    return both(plate([(0, height), (w, 0), (w, t), (0, height + t)], depth))


def hip(width: float, depth: float, height: float, top: float = 0.02) -> Solid:
    w, d = width / 2, depth / 2
    return extrude([(-w, -d), (w, -d), (w, d), (-w, d)], height, top_scale=top)


def square(width: float, height: float, top: float) -> Solid:
    return hip(width, width, height, top)


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
    top = {"domed": [(1.25 * r, 0), (1.2 * r, 0.08 * h), (0.9 * r, 0.16 * h), (0.35 * r, 0.21 * h)],
           "flat": [(1.3 * r, 0), (1.3 * r, 0.12 * h), (0.6 * r, 0.15 * h)],
           "slim": [(1.2 * r, 0), (1.35 * r, 0.06 * h), (1.2 * r, 0.1 * h), (0.3 * r, 0.22 * h)]}[kind]  # fmt: skip
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
        design.add("chain", both(sweep(path, 0.008, sides=5)), STEEL)
        design.features.append("chains")
    return design


@category("mailbox", family="street", also=("mail box", "letter box"))
def mailbox(p: Parameters) -> Design:
    kind, w = p.choice("kind", ["rural", "rural", "wall", "collection"]), p.real("width", 0.17, 0.26)
    post_h, flag = p.real("post_height", 0.8, 1.2), p.choice("flag", ["raised", "lowered"])
    paint = p.material("paint", [BLACK, SILVER, WHITE, DARK_GREEN, RED, GALVANIZED, BLUE])
    post, ratio = p.material("post", [*TIMBER, DARK, WOODS[4]]), p.real("ratio", 1.1, 1.4)
    length, number = p.real("length", 1.8, 2.5), p.choice("number", ["numbered", "plain"])
    h, d = w * ratio, w * length
    flag_paint = RED if paint.name != "red" else YELLOW
    if kind == "collection":
        design = Design(["blue", "street"], ["a rounded top", "four legs"])
        blue = Material("blue", (0.12, 0.22, 0.5))
        w, d, h = 2.6 * w, 2.4 * w, 5 * w
        design.add("body", plate(arch(d, h * 0.9, h * 0.9 - d / 2), w).rotated("y", 90).moved(y=0.12), blue)
        design.add("leg", corners(box(0.06, 0.14, 0.06), w / 2 - 0.05, d / 2 - 0.05), blue)
        pull = box(0.7 * w, 0.16 * h, 0.03).rotated("x", -25).moved(0, 0.74 * h, 0.46 * d)
        design.add("chute", pull, GALVANIZED)
        design.add("handle", box(0.5 * w, 0.03, 0.06).moved(0, 0.85 * h, 0.44 * d), DARK)
        design.add("label", box(0.6 * w, 0.2 * h, 0.01).moved(0, 0.4 * h, d / 2), WHITE)
        design.add("print", box(0.45 * w, 0.05 * h, 0.016).moved(0, 0.47 * h, d / 2), RED)
        design.add("label", box(w + 0.012, 0.12 * h, 0.5 * d).moved(0, 0.5 * h), WHITE)
        return design
    if kind == "wall":
        design = Design(["wall-mounted", paint.name], ["a slanted lid and a slot"])
        w, h, d = 1.7 * w, 1.5 * h, 0.55 * w
        side = [(-d / 2, 0), (d / 2, 0), (d / 2, 0.8 * h), (-d / 2, h)]
        design.add("body", plate(side, w).rotated("y", -90), paint)
        lid = box(1.06 * w, 0.012, 0.75 * d).moved(z=0.3 * d).rotated("x", np.degrees(np.arctan2(0.2 * h, d)))
        design.add("lid", lid.moved(0, 0.94 * h, -0.12 * d), paint)
        design.add("slot", box(0.75 * w, 0.03 * h, 0.012).moved(0, 0.7 * h, d / 2), NIGHT)
        design.add("label", box(0.35 * w, 0.08 * h, 0.014).moved(0, 0.5 * h, d / 2), WHITE)
        design.add("lock", disc(0.03 * w, 0.012).moved(0, 0.2 * h, d / 2), CHROME)
        design.add(
            "newspaper holder",
            both(sweep(arc(0.06, 90, 400, plane="zy") + np.array([0.3 * w, -0.05, 0.0]), 0.008)),
            paint,
        )
        return design
    design = Design(["rural", paint.name], [f"a {flag} red flag" if flag_paint is RED else f"a {flag} yellow flag"])
    design.add("post", box(0.09, post_h, 0.09), post)
    design.add("shelf", box(0.8 * w, 0.03, 0.9 * d).moved(0, post_h - 0.01), post)
    design.add("brace", bar((0, post_h - 0.3, 0), (0, post_h, 0.35 * d), 0.03, sides=4), post)
    design.add("body", plate(arch(w, h, h - w / 2), d).moved(y=post_h + 0.02), paint)
    design.add("door", plate(arch(1.06 * w, 1.04 * h, h - w / 2), 0.02).moved(0, post_h + 0.015, d / 2), paint)
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
        p.material("pole_paint", [STEEL, DARK, GREY, DARK_GREEN]),
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
        design.add("hanger", bar((0, height + half - 0.02, 0), (0, height + half + 0.35, 0), 0.03), pole)
        design.add(
            "wire",
            bar((-1.2, height + half + 0.42, 0), (1.2, height + half + 0.42, 0), 0.015)
            + box(0.1, 0.16, 0.06).moved(y=height + half + 0.3),
            DARK,
        )
    else:
        top = height + 0.3 * half
        design.add("pole", cylinder(0.09, top + 0.25).moved(2.2) + cylinder(0.18, 0.1).moved(2.2), pole)
        design.add(
            "arm",
            bar((0, top, -0.5 * box_w), (2.2, top + 0.1, 0), 0.05) + bar((0, top, -0.5 * box_w), (0, top, 0), 0.03),
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
    parts = [("rim", plate(outline, 0.012), WHITE), ("plate", plate(outline * rim, 0.008).moved(z=0.006), paint),
             ("letter", letters("STOP", text * 2 * r * 0.85, 0.01).moved(z=0.009), WHITE)]  # fmt: skip
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
        p.material("pole_paint", [STEEL, DARK, GALVANIZED]),
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
        parts = [("case", plate([(0.72 * x_, y) if y == 0 else (x_, y) for x_, y in outline], 0.62 * w), case),
                 ("neck", cylinder(0.045, 0.09, segments=14).moved(y=-0.07), case),
                 ("label", box(0.6 * w, 0.22 * w, 0.66 * w).moved(y=0.3 * w), band),
                 ("slot", box(0.05 * w, 0.22 * w, 0.64 * w).moved(-0.22 * w, 0.72 * w), NIGHT),
                 ("knob", disc(0.13 * w, 0.1 * w).moved(0.2 * w, 0.8 * w, 0.31 * w), CHROME)]  # fmt: skip
        window = (
            plate(arch(0.76 * w, 0.7 * w, 0.7 * w - 0.36 * w), 0.68 * w)
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
        leg = both(
            bar((0, 0, 0.3), (0, h, 0), 0.025, sides=4).moved(0.42 * length)
            + bar((0, 0, -0.3), (0, h, 0), 0.025, sides=4).moved(0.42 * length)
        )
        design.add("leg", leg, GALVANIZED)
        tall, step = 0.2 * h, length / (2 * stripes + 1)
        for i in range(boards):
            y = h * (0.86 - 0.3 * i)
            z = 0.3 * (1 - y / h)
            design.add("board", box(length, tall, 0.03).moved(0, y - tall / 2, z + 0.03), second)
            stripe = plate(
                [(-step * 0.9, -tall / 2), (step * 0.1, -tall / 2), (step * 0.9, tall / 2), (-step * 0.1, tall / 2)],
                0.034,
            )
            design.add("stripe", row(stripe, stripes, step=(2 * step, 0, 0)).moved(0, y, z + 0.03), paint)
        design.add("light", both(disc(0.07, 0.05).moved(0.38 * length, h + 0.06, -0.02)), YELLOW)
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
        design.add("body", plate(profile, length).rotated("y", 90), body)
        design.add("foot", row(box(0.2, 0.06, w + 0.02), 2, step=(0.5 * length, 0, 0)), NIGHT)
        if marking == "stripes":
            stripe = plate(
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
        piece = plate(profile, 0.98 * length / segments).rotated("y", 90)
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
    design.add("handle", cylinder(0.6 * r * taper, 0.03).moved(y=top - 0.01) + both(handle).moved(y=top), paint)
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
    frame = p.material("frame", [DARK, STEEL, DARK_GREEN, BLUE, WOODS[1]])
    seat, sign = p.material("seat", [*TIMBER[:2], STEEL, RED]), p.material("sign", [BLUE, YELLOW, RED, GREEN])
    poster = p.material("poster_paint", [RED, YELLOW, Material("sky blue", (0.45, 0.72, 0.92)), PLASTICS[8]])
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
                bar((-w / 2 - 0.15, 0, 0), (w / 2 + 0.15, 0, 0), 0.06, sides=6).moved(
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
    metal, rows, columns = p.material("metal", [STEEL, DARK, CHROME]), p.whole("rows", 5, 8), p.whole("columns", 2, 3)
    phone, sign = (
        p.material("phone", [BLACK, GREY, BLUE, YELLOW]),
        p.material("sign", [BLUE, YELLOW, Material("pink", (0.88, 0.05, 0.45))]),
    )
    handset = bar((-0.1, 1.5, 0), (-0.1, 1.28, 0), 0.03) + row(sphere(0.045, segments=10), 2, step=(0, 0.22, 0)).moved(
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
    paint = p.material("picture", [RED, YELLOW, Material("sky blue", (0.5, 0.76, 0.95)), WHITE, GREEN, PLASTICS[9]])
    second, frame = (
        p.material("accent", [BLUE, ORANGE, BLACK, PLASTICS[8], PLASTICS[10]]),
        p.material("frame", [STEEL, DARK, GREY, DARK_GREEN]),
    )
    subject, lines = p.choice("subject", ["circle", "bottle", "hill", "text"]), p.whole("lines", 1, 3)
    t = w * ratio
    design = Design(
        [paint.name, "wide" if ratio < 0.42 else "tall"],
        [support, f"{number_word(lines)} line{'s' * (lines > 1)} of print"],
    )
    design.add("frame", box(w + 0.3, t + 0.3, 0.3).moved(0, h - 0.15), frame)
    design.add("picture", box(w, t, 0.06).moved(0, h, 0.15), paint)
    motif = {"circle": disc(0.34 * t, 0.06, segments=28).moved(0.28 * w, 0.5 * t),
             "bottle": plate([(-0.16 * t, 0.08 * t), (0.16 * t, 0.08 * t), (0.16 * t, 0.55 * t), (0.05 * t, 0.7 * t), (0.05 * t, 0.9 * t), (-0.05 * t, 0.9 * t), (-0.05 * t, 0.7 * t), (-0.16 * t, 0.55 * t)], 0.1).moved(0.3 * w),
             "hill": plate([(-0.5 * w, 0), (0.5 * w, 0), (0.5 * w, 0.25 * t), (0.2 * w, 0.55 * t), (-0.1 * w, 0.2 * t), (-0.5 * w, 0.3 * t)], 0.1),
             "text": box(w, 0.3 * t, 0.1)}[subject]  # fmt: skip
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
        lamp = bar((0, h - 0.28, 0.8), (0, h + 0.3, 1.4), 0.05) + box(0.5, 0.15, 0.25).moved(0, h + 0.25, 1.4)
        design.add("lamp", row(lamp, lamps, step=(0.8 * w / lamps, 0, 0)), frame)
        design.features.append(f"{number_word(lamps)} lamp{'s' * (lamps > 1)}")
    return design


@category("fountain", family="street", also=("water fountain", "garden fountain"))
def fountain(p: Parameters) -> Design:
    r, tiers, h = p.real("radius", 1.2, 3), p.whole("tiers", 1, 3), p.real("height", 0.9, 1.6)
    plan, top = p.choice("basin", ["round", "octagonal", "square"]), p.choice("top", ["jet", "ball", "pineapple"])
    stone, wall = p.material("stone", [*STONES[:1], SANDSTONE, MARBLE, GRANITE, CONCRETE]), p.real("wall", 0.3, 0.6)
    water, jets = (
        p.material(
            "water", [WATER, Material("blue water", (0.25, 0.55, 0.75)), Material("green water", (0.4, 0.65, 0.6))]
        ),
        p.whole("jets", 0, 8),
    )
    n, turn = {"round": (32, 0), "octagonal": (8, 22.5), "square": (4, 45)}[plan]
    design = Design(
        [plan, stone.name],
        [
            f"{number_word(tiers)} tier{'s' * (tiers > 1)}",
            {"jet": "a jet of water", "ball": "a ball on top", "pineapple": "a pineapple on top"}[top],
        ],
    )
    rim = [
        (1.05 * r, 0),
        (1.05 * r, 0.1),
        (r, 0.14),
        (r, wall - 0.08),
        (1.06 * r, wall),
        (0.88 * r, wall),
        (0.88 * r, 0.1),
    ]
    design.add("basin", lathe(rim, segments=n).rotated("y", turn), stone)
    design.add("water", cylinder(0.9 * r, wall * 0.35, segments=n).rotated("y", turn).moved(y=0.4 * wall), water)
    y, size = 0.2, 0.55 * r
    for i in range(tiers):
        rise = h * (0.75**i)
        stem = [
            (0.35 * size, 0),
            (0.3 * size, 0.1 * rise),
            (0.16 * size, 0.3 * rise),
            (0.24 * size, 0.5 * rise),
            (0.14 * size, 0.75 * rise),
            (0.3 * size, rise),
        ]
        design.add("stem", lathe(stem, segments=16).moved(y=y), stone)
        y += rise
        bowl = [
            (0.25 * size, -0.05),
            (0.8 * size, 0.1 * size),
            (size, 0.3 * size),
            (1.03 * size, 0.33 * size),
            (0.94 * size, 0.33 * size),
            (0.9 * size, 0.26 * size),
        ]
        design.add("bowl", lathe(bowl).moved(y=y), stone)
        design.add("water", cylinder(0.93 * size, 0.02).moved(y=y + 0.3 * size), water)
        drop = sweep(
            [
                (size, y + 0.3 * size, 0),
                (1.12 * size, y + 0.2 * size, 0),
                (1.2 * size, y - 0.4 * rise, 0),
                (1.22 * size, y - rise + 0.2, 0),
            ],
            [0.02, 0.03, 0.03, 0.04],
            sides=5,
        )
        design.add("falling water", around(drop, 10, start=18 * i), water)
        y += 0.28 * size
        size *= 0.58
    if top == "jet":
        jet = sweep(
            [(0, y, 0), (0, y + 0.9 * size + 0.3, 0), (0.1, y + size + 0.4, 0), (0.32, y + 0.5 * size, 0)],
            [0.04, 0.03, 0.03, 0.02],
            sides=5,
        )
        design.add("jet", around(jet, 6), water)
    elif top == "ball":
        design.add(
            "finial",
            cylinder(0.3 * size, 0.4 * size).moved(y=y - 0.05)
            + sphere(0.5 * size, segments=16).moved(y=y + 0.7 * size),
            stone,
        )
    else:
        design.add(
            "finial",
            lathe(
                [
                    (0.3 * size, 0),
                    (0.2 * size, 0.3 * size),
                    (0.5 * size, 0.6 * size),
                    (0.5 * size, size),
                    (0.2 * size, 1.5 * size),
                    (0.35 * size, 1.9 * size),
                    (0.02, 1.8 * size),
                ],
                segments=10,
            ).moved(y=y - 0.05),
            stone,
        )
    if jets:
        spout = sweep(
            np.array([(0.8 * r - 0.3 * r * t, wall * 0.7 + 1.6 * t * (1 - t), 0) for t in np.linspace(0, 0.97, 8)]),
            0.025,
            sides=5,
        )
        design.add("jet", around(spout, jets), water)
        design.features.append(f"{number_word(jets)} side jet{'s' * (jets > 1)}")
    return design


def _figure(pose: str) -> Solid:
    """A person one metre tall, standing at the origin, facing +Z."""
    robed = pose == "robed"
    torso = lathe(
        [(0.1, 0.46), (0.105, 0.5), (0.09, 0.6), (0.125, 0.74), (0.13, 0.8), (0.05, 0.845), (0.04, 0.88)], segments=14
    ).scaled(1, 1, 0.62)
    head = sphere(0.062, segments=12).scaled(0.9, 1.15, 1).moved(y=0.93)
    foot = sphere(0.05, segments=8).scaled(0.8, 0.6, 1.6).moved(0.07, 0.02, 0.03)
    legs = both(sweep([(0.07, 0.02, 0), (0.065, 0.25, 0.01), (0.055, 0.5, 0)], [0.035, 0.045, 0.065]) + foot)
    skirt = lathe([(0.19, 0), (0.16, 0.2), (0.12, 0.45), (0.1, 0.6)], segments=14).scaled(1, 1, 0.75)
    ends = {
        "arm raised": [(0.2, 0.95, 0.03), (0.22, 1.12, 0.06)],
        "sword": [(0.17, 0.64, 0.06), (0.12, 0.58, 0.17)],
        "robed": [(0.17, 0.63, 0.06), (0.03, 0.66, 0.14)],
        "standing": [(0.18, 0.63, 0), (0.17, 0.47, 0.04)],
    }[pose]
    calm = [(0.18, 0.63, 0), (0.15, 0.5, 0.08)] if not robed else ends
    arms = sweep([(0.11, 0.8, 0), *ends], [0.045, 0.04, 0.03]) + sweep(
        [(0.11, 0.8, 0), *calm], [0.045, 0.04, 0.03]
    ).scaled(-1, 1, 1)
    tool = (
        box(0.025, 0.62, 0.012).moved(0.12, 0.02, 0.18) + box(0.13, 0.02, 0.025).moved(0.12, 0.52, 0.18)
        if pose == "sword"
        else torus(0.065, 0.012, segments=12, sides=5).moved(y=0.96)
    )
    return torso + head + (skirt if robed else legs) + arms + tool


@category("statue", family="street", also=("sculpture", "monument"))
def statue(p: Parameters) -> Design:
    kind = p.choice("kind", ["standing", "arm raised", "sword", "robed", "bust", "rider"])
    h, base_h = p.real("height", 1.6, 3), p.real("pedestal_height", 0.35, 1.0)
    stuff = p.material(
        "figure",
        [
            Material("bronze", (0.4, 0.28, 0.17)),
            Material("green bronze", (0.36, 0.56, 0.48)),
            MARBLE,
            CONCRETE,
            Material("golden", (0.83, 0.66, 0.22)),
            Material("dark bronze", (0.2, 0.17, 0.13)),
        ],
    )
    stone, plan = p.material("pedestal", [GRANITE, CONCRETE, SANDSTONE, MARBLE]), p.choice("plan", ["square", "round"])
    plaque, turn, steps = p.choice("plaque", ["brass", "none"]), p.real("turn", -25, 25), p.whole("steps", 1, 3)
    words = {
        "standing": "a standing figure",
        "arm raised": "a raised arm",
        "sword": "a figure with a sword",
        "robed": "a robed figure",
        "bust": "a head and shoulders",
        "rider": "a rider on a horse",
    }
    design = Design([stuff.name], [words[kind], f"a {plan} {stone.name} pedestal"])
    w, long = {"bust": (0.42, 0.42), "rider": (0.55, 1.15)}.get(kind, (0.5, 0.5))
    w, long, tall = w * h, long * h, base_h * h * (1.2 if kind == "bust" else 0.8)

    def block(s: float, y0: float, y1: float) -> Solid:
        solid = box(s * w, y1 - y0, s * w) if plan == "square" else cylinder(0.55 * s * w, y1 - y0)
        return solid.scaled(1, 1, long / w).moved(y=y0)

    for i in range(steps):
        design.add("step", block(1.6 - 0.2 * i, 0.1 * i - 0.01, 0.1 * i + 0.1), stone)
    y = 0.1 * steps
    design.add("pedestal", block(0.9, y - 0.02, y + tall) + block(1.05, y + tall - 0.08, y + tall + 0.06), stone)
    y += tall + 0.05
    if plaque == "brass":
        design.add(
            "plaque",
            box(0.5 * w, 0.3 * tall, 0.03).moved(0, y - 0.6 * tall, (0.45 if plan == "square" else 0.5) * long),
            BRASS,
        )
        design.features.append("a brass plaque")
    if kind == "bust":
        chest = lathe(
            [(0.1, 0), (0.08, 0.12), (0.2, 0.2), (0.3, 0.34), (0.28, 0.44), (0.1, 0.52), (0.085, 0.62)], segments=18
        ).scaled(1, 1, 0.62)
        head = sphere(0.16, segments=16).scaled(0.85, 1.2, 1).moved(0, 0.76, 0.02) + sphere(0.04, segments=8).scaled(
            0.7, 1.2, 1
        ).moved(0, 0.74, 0.18)
        figure = (chest + head).scaled(0.65, 0.65, 0.65)
    elif kind == "rider":
        horse = sphere(0.17, segments=14).scaled(0.85, 0.95, 2.0).moved(y=0.5)
        leg = [(0, 0.45, 0), (0, 0.25, 0.03), (0, 0, 0)]
        horse = horse + corners(sweep(leg, [0.06, 0.035, 0.035], sides=7), 0.09, 0.24)
        horse = (
            horse
            + sweep([(0, 0.55, 0.24), (0, 0.75, 0.38), (0, 0.84, 0.42)], [0.12, 0.08, 0.07])
            + sweep([(0, 0.85, 0.38), (0, 0.72, 0.6)], [0.075, 0.045])
        )
        horse = horse + sweep([(0, 0.58, -0.3), (0, 0.52, -0.42), (0, 0.2, -0.44)], [0.03, 0.05, 0.02])
        leg2 = both(sweep([(0.06, 0.66, -0.02), (0.17, 0.55, 0.08), (0.17, 0.34, 0.02)], [0.06, 0.05, 0.04]))
        man = _figure("arm raised")
        keep = (man.vertices[man.faces][:, :, 1] > 0.45).all(1)
        figure = (
            horse + leg2 + Solid(man.vertices, man.faces[keep]).moved(y=-0.48).scaled(0.75, 0.75, 0.75).moved(y=0.65)
        )
    else:
        figure = _figure(kind)
    design.add("figure", figure.scaled(h, h, h).rotated("y", turn if kind != "rider" else 0).moved(y=y - 0.01), stuff)
    return design


@category("gravestone", family="street", also=("tombstone", "headstone", "grave"))
def gravestone(p: Parameters) -> Design:
    kind = p.choice("kind", ["rounded", "cross", "pointed", "square", "obelisk", "celtic"])
    h, w, t = p.real("height", 0.6, 1.2), p.real("width", 0.45, 0.75), p.real("thickness", 0.1, 0.2)
    stone = p.material(
        "stone",
        [
            GRANITE,
            MARBLE,
            CONCRETE,
            SLATE,
            Material("black granite", (0.13, 0.13, 0.14)),
            Material("mossy", (0.45, 0.5, 0.38)),
        ],
    )
    lines, lean = p.whole("lines", 2, 5), p.real("lean", -8, 8)
    ground, base = p.choice("ground", ["mound", "grass", "none"]), p.choice("base", ["stepped", "plain"])
    design = Design([kind, stone.name], [f"{number_word(lines)} lines of writing"])
    ink = Material("gold", (0.8, 0.65, 0.3)) if stone.color[0] < 0.35 else Material("dark grey", (0.25, 0.25, 0.25))
    if kind in ("cross", "celtic"):
        solid = box(0.32 * w, 1.15 * h, t) + box(0.85 * w, 0.3 * w, 0.98 * t).moved(y=0.7 * h)
        if kind == "celtic":
            solid = solid + torus(0.4 * w, 0.07 * w).rotated("x", 90).moved(y=0.7 * h + 0.15 * w)
        wide, y0 = 0.24 * w, 0.5 * h
    elif kind == "obelisk":
        solid = (
            square(0.5 * w, 1.3 * h, 0.6)
            + square(0.31 * w, 0.2 * h, 0.05).moved(y=1.29 * h)
            + box(0.7 * w, 0.3 * h, 0.7 * w)
        )
        wide, y0, t = 0.5 * w, 0.18 * h, 0.72 * w
        lines = min(lines, 3)
        design.features = [f"{number_word(lines)} lines of writing"]
    else:
        outline = {
            "rounded": arch(w, h, h - 0.45 * w),
            "pointed": [
                (-w / 2, 0),
                (w / 2, 0),
                (w / 2, 0.7 * h),
                (0.25 * w, 0.88 * h),
                (0, h),
                (-0.25 * w, 0.88 * h),
                (-w / 2, 0.7 * h),
            ],
            "square": [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)],
        }[kind]
        solid, wide, y0 = plate(outline, t), 0.65 * w, 0.62 * h
        design.add(
            "emblem",
            (box(0.03 * w, 0.16 * h, t + 0.012) + box(0.12 * w, 0.03 * h, t + 0.012).moved(y=0.09 * h))
            .moved(y=0.74 * h)
            .rotated("z", lean),
            ink,
        )
    design.add("stone", solid.rotated("z", lean), stone)
    step = 0.07 * h if kind == "obelisk" else 0.1 * h
    for i in range(lines):
        design.add(
            "writing",
            box(wide * (1 - 0.15 * (i % 2)), 0.035 * h, t + 0.012).moved(y=y0 - step * i).rotated("z", lean),
            ink,
        )
    if base == "stepped":
        design.add(
            "base",
            box(1.2 * w, 0.1, 2 * t).moved(y=-0.02) + box(1.4 * w, 0.06, max(2.6 * t, 0.3)).moved(y=-0.05),
            stone,
        )
        design.features.append("a stepped base")
    if ground != "none":
        color = SOIL if ground == "mound" else Material("grass", (0.3, 0.47, 0.2))
        mound = sphere(0.5, start=0, segments=16).scaled(w, 0.3, 1.5) if ground == "mound" else box(1.6 * w, 0.04, 1.8)
        design.add(ground, mound.moved(0, -0.05, 0.75), color)
        design.features.append("a mound of soil" if ground == "mound" else "a patch of grass")
    return design


@category("well", family="street", also=("water well", "wishing well"))
def well(p: Parameters) -> Design:
    r, h, n = p.real("radius", 0.5, 0.8), p.real("wall_height", 0.6, 0.95), p.whole("stones", 9, 14)
    roof_kind, tall = p.choice("roof", ["gabled", "pointed", "none"]), p.real("post_height", 1.2, 1.7)
    stone, wood = p.material("stone", [CONCRETE, SANDSTONE, BRICK, SLATE, GRANITE]), p.material("wood", TIMBER)
    roof, courses = p.material("roof_material", [SHINGLE, BRICK, WOODS[1], WOODS[0]]), p.whole("courses", 3, 5)
    design = Design(
        [stone.name, "round"],
        [f"a {roof_kind} {roof.name} roof" if roof_kind != "none" else "an open top", "a bucket on a rope"],
    )
    design.add("core", tube(0.98 * r, 0.7 * r, 0.98 * h), Material("mortar", (0.4, 0.39, 0.37)))
    block = box(2 * np.pi * r / n * 0.88, 0.88 * h / courses, 0.3 * r, bevel=0.03)
    for i in range(courses):
        design.add("stone", around(block.moved(0, h * i / courses, 0.88 * r), n, start=(180 / n) * (i % 2)), stone)
    design.add("rim", tube(1.1 * r, 0.72 * r, 0.07).moved(y=h), stone)
    design.add("water", cylinder(0.72 * r, 0.1).moved(y=0.4 * h), WATER)
    design.add("post", both(box(0.1, h + tall, 0.12).moved(0.9 * r)), wood)
    y = h + 0.55 * tall
    design.add("axle", bar((-1.25 * r, y, 0), (1.05 * r, y, 0), 0.05, sides=8), wood)
    design.add("crank", sweep([(-1.25 * r, y, 0), (-1.25 * r, y - 0.25, 0.02), (-1.5 * r, y - 0.25, 0.02)], 0.02), DARK)
    rope = Material("rope", (0.76, 0.65, 0.45))
    design.add(
        "rope",
        bar((0, y, 0.05), (0, h + 0.25, 0.05), 0.015)
        + cylinder(0.075, 0.3, segments=10).rotated("z", 90).moved(0.15, y),
        rope,
    )
    design.add(
        "bucket",
        lathe([(0.1, 0), (0.14, 0.24), (0.12, 0.24), (0.09, 0.04)], segments=14).moved(0, h + 0.02, 0.05),
        wood,
    )
    if roof_kind == "gabled":
        design.add("roof", slopes(1.9 * r, 2.9 * r, 0.75 * r, 0.06).rotated("y", 90).moved(y=h + 0.85 * tall), roof)
        design.add("beam", box(2.4 * r, 0.08, 0.1).moved(y=h + tall), wood)
    elif roof_kind == "pointed":
        design.add("roof", cylinder(1.45 * r, 0.9 * r, top_radius=0.02, segments=8).moved(y=h + tall - 0.05), roof)
    else:
        design.add("beam", box(2.2 * r, 0.1, 0.12).moved(y=h + tall - 0.05), wood)
    return design


CANVAS = (
    ORANGE,
    Material("olive green", (0.36, 0.4, 0.24)),
    BLUE,
    Material("cream", (0.9, 0.85, 0.72)),
    RED,
    Material("khaki", (0.68, 0.6, 0.43)),
)


@category("tent", family="street", also=("camping tent", "canopy"))
def tent(p: Parameters) -> Design:
    kind, w, h = (
        p.choice("kind", ["ridge", "dome", "tipi", "bell"]),
        p.real("width", 1.8, 3.2),
        p.real("height", 0.5, 0.75),
    )
    length, sides = p.real("length", 1.1, 1.7), p.whole("panels", 6, 10)
    canvas, trim = p.material("canvas", CANVAS), p.material("trim", [GREY, WHITE, DARK_GREEN, WOODS[0]])
    door = p.choice("door", ["open", "closed"])
    h, d = h * w, length * w
    design = Design([kind, canvas.name], ["an open door" if door == "open" else "a zipped door", "a ground sheet"])
    dark = NIGHT if door == "open" else trim
    if kind == "ridge":
        design.add("canvas", gable(w, d, h), canvas)
        design.add("fly", slopes(1.05 * w, 0.9 * d, 1.02 * h, 0.03).moved(y=0.01), canvas)
        design.add("pole", row(cylinder(0.025, h + 0.08, segments=8), 2, step=(0, 0, d + 0.02)), trim)
        design.add("door", plate([(-0.22 * w, 0), (0.22 * w, 0), (0, 0.85 * h)], 0.02).moved(z=d / 2 + 0.005), dark)
        rope = bar((0, 0.98 * h, d / 2), (0, 0, d / 2 + 0.45 * h), 0.014, sides=5)
        design.add("rope", rope + rope.scaled(1, 1, -1), trim)
        plan = box(1.02 * w, 0.02, 1.02 * d)
    else:
        angles = np.radians(np.linspace(0, 88, 10))
        curve = {"dome": [(w / 2 * float(np.cos(a)), h * float(np.sin(a))) for a in angles],
                 "tipi": [(w / 2, 0), (0.04 * w, 1.9 * h)],
                 "bell": [(w / 2, 0), (w / 2, 0.35 * h), (0.02 * w, 1.25 * h)]}[kind]  # fmt: skip
        design.add("canvas", lathe(curve, segments=sides), canvas)
        seam = [(r, y, 0) for r, y in curve]
        if kind == "tipi":
            design.add("pole", around(bar((0.5 * w, 0, 0), (-0.08 * w, 2.25 * h, 0), 0.03), sides), WOODS[1])
        else:
            design.add("pole", around(sweep(seam, 0.02, sides=6), sides), trim)
        rings = []
        for y in np.linspace(0.01, 0.7 * curve[-1][1], 8):
            r = float(np.interp(y, [q[1] for q in curve], [q[0] for q in curve]))
            half = 0.17 * w * (1 - 0.75 * y / curve[-1][1])
            rings.append(np.array([(x, y, z * r) for x, z in ((-half, 0.7), (half, 0.7), (half, 1.02), (-half, 1.02))]))
        design.add("door", skin(rings), dark)
        if kind == "bell":
            design.add("rope", around(bar((0.5 * w, 0.35 * h, 0), (0.72 * w, 0, 0), 0.012), sides), trim)
        plan = cylinder(0.52 * w, 0.02, segments=sides)
    design.add("ground sheet", plan.moved(y=-0.005), trim)
    return design


@category("picnic table", family="street", also=("picnic bench", "garden table"))
def picnic_table(p: Parameters) -> Design:
    kind, w, h = p.choice("kind", ["long", "long", "round"]), p.real("width", 1.4, 2.2), p.real("height", 0.7, 0.8)
    planks, wood = p.whole("planks", 3, 6), p.material("wood", [*TIMBER, DARK_GREEN])
    frame, shade = p.material("frame", [WOODS[1], WEATHERED, DARK, WOODS[2]]), p.choice("shade", ["none", "parasol"])
    cloth, deep = p.material("cloth", [RED, GREEN, YELLOW, BLUE]), p.real("depth", 0.68, 0.85)
    design = Design(
        [kind, wood.name],
        [f"a top of {number_word(planks)} planks", "two benches" if kind == "long" else "four benches"],
    )
    plank = box(w, 0.04, 0.9 * deep / planks)
    seat_z = deep / 2 + 0.3
    seat = row(box(w, 0.04, 0.13), 2, step=(0, 0, 0.145)).moved(0, 0.42, seat_z)
    if kind == "long":
        design.add("top", row(plank, planks, step=(0, 0, deep / planks)).moved(y=h), wood)
        design.add("seat", seat + seat.scaled(1, 1, -1), wood)
        leg = bar((0, 0, 0.9 * seat_z), (0, h, 0.24), 0.055, sides=4)
        side = (
            leg
            + leg.scaled(1, 1, -1)
            + box(0.05, 0.1, 2 * seat_z + 0.2).moved(y=0.33)
            + box(0.05, 0.08, 0.9 * deep).moved(y=h - 0.08)
        )
        design.add("leg", both(side.moved(0.36 * w)), frame)
        design.add("brace", both(bar((0.33 * w, 0.37, 0), (0.05, h, 0), 0.03, sides=4)), frame)
    else:
        r = 0.32 * w
        lines = join(
            *(
                box(2 * np.sqrt(max(r * r - z * z, 0.02)), 0.04, 1.8 * r / planks).moved(0, h, z)
                for z in (np.arange(planks) - (planks - 1) / 2) * 2 * r / planks
            )
        )
        design.add("top", lines + cylinder(0.97 * r, 0.03).moved(y=h - 0.01), wood)
        bench = row(box(1.1 * r, 0.04, 0.14), 2, step=(0, 0, 0.15)).moved(0, 0.42, r + 0.4)
        design.add("seat", around(bench, 4), wood)
        design.add(
            "leg",
            around(
                bar((0, 0.36, r + 0.4), (0, 0.36, 0), 0.04, sides=4)
                + bar((0, 0, r + 0.2), (0, h, 0.3 * r), 0.045, sides=4),
                4,
            ),
            frame,
        )
    if shade == "parasol":
        design.add("pole", cylinder(0.025, 2.3, segments=8), frame)
        design.add("parasol", cylinder(0.62 * w, 0.4, top_radius=0.02, segments=8).moved(y=1.95), cloth)
        design.features.append(f"a {cloth.name} parasol")
    return design


PLAY = (RED, BLUE, GREEN, YELLOW, ORANGE, PLASTICS[9], PLASTICS[10])


def skin(rings: list[np.ndarray]) -> Solid:
    """Skin over rings in either direction, faces outwards."""
    solid = loft(rings)
    a, b, c = (solid.vertices[solid.faces[:, i]] for i in range(3))
    return solid if float((np.cross(a, b) * c).sum()) > 0 else loft([r[::-1] for r in rings])


def _chute(length: float, height: float, width: float, waves: float) -> tuple[Solid, Solid]:
    """The bed and the two rims of a slide that comes down from (0, height, 0) along +Z."""
    t = np.linspace(0, 1, 16)
    y = height * (1 - t) ** 1.35 + 0.22 * (1 - (1 - t) ** 4) + waves * 0.06 * height * np.sin(3 * np.pi * t) * (1 - t)
    z = t * length
    ring = [
        np.array([(x * width / 2, yy + dy, zz) for x, dy in ((-1, 0), (1, 0), (1, -0.04), (-1, -0.04))])
        for yy, zz in zip(y, z, strict=True)
    ]
    rim = sweep(np.stack([0 * t + width / 2, y + 0.09, z], 1), 0.035, sides=6)
    wall = [
        np.array([(width / 2 + dx, yy + dy, zz) for dx, dy in ((0, -0.03), (0.02, -0.03), (0.02, 0.1), (0, 0.1))])
        for yy, zz in zip(y, z, strict=True)
    ]
    return skin(ring), both(rim + skin(wall))


def _ladder(height: float, width: float, steps: int, lean: float) -> Solid:
    """A ladder behind z = 0 that leans forward to (0, height, 0), with hand rails."""
    rail = sweep(
        [
            (width / 2, 0, -lean),
            (width / 2, height, 0),
            (width / 2, height + 0.5, 0.02),
            (width / 2, height + 0.5, 0.3),
            (width / 2, height, 0.35),
        ],
        0.025,
        sides=6,
    )
    rungs = [
        box(width, 0.04, 0.12).moved(0, height * (i + 1) / (steps + 1), -lean * (1 - (i + 1) / (steps + 1)))
        for i in range(steps)
    ]
    return both(rail) + join(*rungs)


@category("playground", family="street", also=("play structure", "climbing frame", "play tower"))
def playground(p: Parameters) -> Design:
    deck, w, roof_kind = (
        p.real("deck_height", 1.2, 1.7),
        p.real("width", 1.1, 1.5),
        p.choice("roof", ["pointed", "gabled", "none"]),
    )
    swings, steps, waves = p.whole("swings", 0, 2), p.whole("steps", 3, 6), p.real("waves", 0, 1)
    wood, chute = p.material("frame", [*TIMBER, GREEN, BLUE]), p.material("chute", PLAY)
    roof, second = p.material("roof_paint", [*PLAY[:5], *TIMBER[:1]]), p.choice("second_tower", ["yes", "no"])
    design = Design([wood.name, "wavy" if waves > 0.5 else "straight"], [f"a {chute.name} slide", "a tower"])

    def tower(x: float, side: float) -> None:
        top = deck + 1.7
        design.add("post", corners(box(0.1, top, 0.1), side / 2, side / 2).moved(x), wood)
        design.add("deck", box(side + 0.1, 0.08, side + 0.1).moved(x, deck - 0.08), wood)
        pickets = row(box(0.09, 0.6, 0.03), 6, step=(side / 6, 0, 0)) + box(side, 0.06, 0.05).moved(y=0.55)
        design.add(
            "railing", join(*(pickets.moved(0, deck, side / 2).rotated("y", a) for a in (90, -90))).moved(x), roof
        )
        if roof_kind == "pointed":
            design.add("roof", square(side + 0.4, 0.8, 0.02).moved(x, top), roof)
        elif roof_kind == "gabled":
            design.add("roof", gable(side + 0.4, side + 0.3, 0.7).moved(x, top), roof)

    tower(0, w)
    bed, rims = _chute(2.0 * deck, deck, 0.5, waves)
    design.add("slide", (bed + rims).moved(z=w / 2), chute)
    design.add("ladder", _ladder(deck, 0.6, steps, 0.7).moved(z=-w / 2 - 0.05), wood)
    if roof_kind != "none":
        design.features.append(f"a {roof_kind} {roof.name} roof")
    if second == "yes":
        tower(-w - 1.4, 0.9 * w)
        design.add(
            "bridge",
            row(box(0.18, 0.05, 0.7 * w), 7, step=(0.24, 0, 0)).moved(-w / 2 - 0.75, deck - 0.1)
            + row(bar((-w / 2 - 1.5, deck + 0.5, 0), (-w / 2, deck + 0.5, 0), 0.03), 2, step=(0, 0, 0.7 * w)),
            wood,
        )
        design.features.append("a bridge to a second tower")
    if swings:
        long, top = 0.9 * swings + 0.5, deck + 0.7
        design.add("swing beam", bar((w / 2, top, 0), (w / 2 + long, top, 0), 0.06), wood)
        design.add(
            "swing leg",
            bar((w / 2 + long, top, 0), (w / 2 + long + 0.1, 0, 0.8), 0.06)
            + bar((w / 2 + long, top, 0), (w / 2 + long + 0.1, 0, -0.8), 0.06),
            wood,
        )
        hang = box(0.5, 0.04, 0.22).moved(y=0.5) + both(bar((0.24, 0.5, 0), (0.24, top, 0), 0.015, sides=5))
        design.add("swing", row(hang, swings, step=(0.85, 0, 0)).moved(w / 2 + long / 2), chute)
        design.features.append(f"{number_word(swings)} swing{'s' * (swings > 1)}")
    return design


@category("slide", family="street", also=("playground slide", "chute"))
def slide(p: Parameters) -> Design:
    h, ratio, w = p.real("height", 1.1, 2.2), p.real("length", 1.3, 1.9), p.real("width", 0.42, 0.6)
    steps, waves = p.whole("steps", 3, 7), p.choice("shape", ["straight", "wavy", "spiral"])
    chute, frame = p.material("chute", [*PLAY, STEEL]), p.material("frame", [STEEL, *PLAY[:4], WHITE])
    lean = p.real("lean", 0.3, 0.5)
    design = Design([waves, chute.name], [f"a ladder with {number_word(steps)} steps", f"a {frame.name} frame"])
    if waves == "spiral":
        for i in range(24):
            a, y = 18 * i, h * (1 - i / 24) + 0.12
            piece = box(w, 0.05, 0.45) + box(0.04, 0.2, 0.45).moved(w / 2) + box(0.04, 0.16, 0.45).moved(-w / 2)
            design.add(
                "chute",
                piece.rotated("x", 12).moved(-0.7 * w - 0.12).rotated("y", a).moved(0.7 * w + 0.12, y, 0.4),
                chute,
            )
        design.add("pole", cylinder(0.06, h + 0.7, segments=12).moved(0.7 * w + 0.12, 0, 0.4), frame)
        design.add("platform", box(w, 0.06, 0.6).moved(0, h, 0.1), frame)
    else:
        bed, rims = _chute(ratio * h, h, w, 1.0 if waves == "wavy" else 0.0)
        design.add("chute", bed.moved(z=0.35), chute)
        design.add("rim", rims.moved(z=0.35), chute)
        design.add("platform", box(w, 0.05, 0.42).moved(0, h - 0.05, 0.17), frame)
        design.add(
            "leg",
            both(
                bar((w / 2, 0.45 * h + 0.2, 0.35 + 0.45 * ratio * h), (w / 2 + 0.1, 0, 0.35 + 0.45 * ratio * h), 0.025)
            ),
            frame,
        )
    design.add("ladder", _ladder(h, w, steps, lean * h), frame)
    design.add("leg", both(bar((w / 2, h, 0.35), (w / 2, 0, 0.35), 0.025)), frame)
    return design


@category("swing", family="street", also=("swing set", "playground swing"))
def swing(p: Parameters) -> Design:
    h, spread, seats = p.real("height", 1.9, 2.5), p.real("spread", 0.5, 0.8), p.whole("seats", 1, 4)
    kind, angle = p.choice("seat_kind", ["board", "tire", "bucket"]), p.real("angle", -25, 25)
    frame, seat = (
        p.material("frame", [*TIMBER, RED, BLUE, STEEL, GREEN]),
        p.material("seat", [BLACK, RED, BLUE, YELLOW, WOODS[0]]),
    )
    brace = p.choice("brace", ["yes", "no"])
    w = 0.85 * seats + 0.5
    kind_word = {"board": "seat", "tire": "tire", "bucket": "bucket seat"}[kind]
    design = Design(
        [frame.name, "wide" if seats > 2 else "small"],
        [f"{number_word(seats)} {kind_word}{'s' * (seats > 1)} on chains"],
    )
    leg = bar((0, h, 0), (0.2, 0, spread), 0.05) + bar((0, h, 0), (0.2, 0, -spread), 0.05)
    design.add("beam", bar((-w / 2 - 0.08, h, 0), (w / 2 + 0.08, h, 0), 0.06, sides=8), frame)
    design.add("leg", both(leg.moved(w / 2)), frame)
    if brace == "yes":
        design.add(
            "brace", both(bar((w / 2 + 0.1, h / 2, -spread / 2), (w / 2 + 0.1, h / 2, spread / 2), 0.035)), frame
        )
        design.features.append("a cross brace at each end")
    drop = -(h - 0.45)
    place = {
        "board": box(0.48, 0.05, 0.2),
        "tire": torus(0.23, 0.09, segments=18, sides=8).moved(y=0.04),
        "bucket": lathe([(0.14, 0), (0.2, 0.1), (0.22, 0.28), (0.19, 0.28), (0.17, 0.1), (0.1, 0.04)], segments=14),
    }[kind]
    chain = both(bar((0.22, 0, 0), (0.22, drop, 0), 0.016, sides=5))
    for i in range(seats):
        x, turn = (i - (seats - 1) / 2) * 0.85, angle * (1 if i % 2 == 0 else -0.6)
        design.add("chain", chain.rotated("x", turn).moved(x, h), GALVANIZED)
        design.add("seat", place.moved(y=drop).rotated("x", turn).moved(x, h), seat if kind != "tire" else RUBBER)
    return design


@category("seesaw", family="street", also=("teeter-totter", "see-saw"))
def seesaw(p: Parameters) -> Design:
    length, h, tilt = p.real("length", 2.2, 3.2), p.real("height", 0.5, 0.7), p.real("tilt", 6, 17)
    stand, handle = p.choice("stand", ["triangle", "arch", "spring"]), p.choice("handle", ["hoop", "bar"])
    beam, seat = p.material("beam", [*TIMBER, *PLAY[:5]]), p.material("seat", [*PLAY[:5], BLACK])
    frame, backs = p.material("frame", [STEEL, *PLAY[:4], WOODS[1]]), p.choice("backrest", ["yes", "no"])
    design = Design(
        [beam.name, "long" if length > 2.7 else "short"], [f"{seat.name} seats", f"a {frame.name} {stand} stand"]
    )
    board = {"beam": box(length, 0.06, 0.22).moved(y=-0.03)}
    chair = box(0.34, 0.06, 0.36, bevel=0.05).moved(0.44 * length, 0.03)
    if backs == "yes":
        chair = chair + box(0.05, 0.3, 0.36).moved(0.44 * length + 0.17, 0.03)
        design.features.append("backrests")
    hoop = sweep(arc(0.13, 0, 180, plane="zy") + np.array([0.33 * length, 0.16, 0.0]), 0.02, sides=6) + row(
        bar((0.33 * length, 0, 0), (0.33 * length, 0.17, 0), 0.02), 2, step=(0, 0, 0.26)
    )
    stick = bar((0.33 * length, 0, 0), (0.33 * length, 0.3, 0), 0.025) + bar(
        (0.33 * length, 0.28, -0.18), (0.33 * length, 0.28, 0.18), 0.02
    )
    board |= {"seat": both(chair), "handle": both(hoop if handle == "hoop" else stick)}
    lift = max(h, 0.5 * length * float(np.sin(np.radians(tilt))) + 0.08)
    for name, solid in board.items():
        design.add(name, solid.rotated("z", tilt).moved(y=lift), {"beam": beam, "seat": seat, "handle": STEEL}[name])
    design.add("axle", bar((0, lift - 0.05, -0.25), (0, lift - 0.05, 0.25), 0.04, sides=8), STEEL)
    if stand == "triangle":
        design.add(
            "stand", row(plate([(-0.35, 0), (0.35, 0), (0.05, lift), (-0.05, lift)], 0.06), 2, step=(0, 0, 0.4)), frame
        )
    elif stand == "arch":
        design.add(
            "stand", row(sweep(arc(0.4, 0, 180, points=14) * (1, lift / 0.4, 1), 0.035), 2, step=(0, 0, 0.4)), frame
        )
    else:
        t = np.linspace(0, 1, 60)
        coil = np.stack([0.12 * np.cos(10 * np.pi * t), (lift - 0.1) * t + 0.03, 0.12 * np.sin(10 * np.pi * t)], 1)
        design.add("stand", sweep(coil, 0.025, sides=6) + cylinder(0.2, 0.04), frame)
    return design


@category("grill", family="street", also=("barbecue", "barbecue grill"))
def grill(p: Parameters) -> Design:
    kind, r, h = (
        p.choice("kind", ["kettle", "gas", "smoker"]),
        p.real("radius", 0.24, 0.34),
        p.real("leg_height", 0.45, 0.65),
    )
    paint, metal = (
        p.material("paint", [BLACK, RED, DARK, STEEL, DARK_GREEN]),
        p.material("metal", [CHROME, STEEL, DARK]),
    )
    lid, burners = p.choice("lid", ["closed", "open"]), p.whole("knobs", 2, 5)
    grip, w = p.material("grip", [*TIMBER[:3], BLACK]), p.real("width", 1.7, 2.4)
    design = Design([paint.name, kind], [{"open": "an open lid over a grate", "closed": "a closed lid"}[lid], "wheels"])
    wheel = cylinder(0.09, 0.04, segments=16).rotated("z", -90)
    wide = r * w
    if kind == "kettle":
        design.add(
            "bowl",
            lathe(
                [(0.3 * r, -0.75 * r), (0.75 * r, -0.6 * r), (r, -0.05 * r), (r, 0), (0.93 * r, 0), (0.7 * r, -0.5 * r)]
            ).moved(y=h + 0.6 * r),
            paint,
        )
        design.add("leg", around(bar((0.5 * r, h + 0.1 * r, 0), (0.95 * r, 0.05, 0), 0.016), 3, start=90), metal)
        design.add("ash pan", cylinder(0.45 * r, 0.03).moved(y=0.6 * h), metal)
        cover, y, z = sphere(r * 1.03, start=0).scaled(1, 0.62, 1), h + 0.6 * r, 0.0
        cover_grip = bar((-0.08, 0.75 * r, 0), (0.08, 0.75 * r, 0), 0.016, sides=8) + row(
            bar((0, 0.55 * r, 0), (0, 0.75 * r, 0), 0.01), 2, step=(0.14, 0, 0)
        )
        design.add("wheel", both(wheel.moved(0.62 * r, 0.09, -0.9 * r)), RUBBER)
        design.add("axle", bar((-0.63 * r, 0.09, -0.9 * r), (0.63 * r, 0.09, -0.9 * r), 0.014), metal)
        hinge = -r
    else:
        deep = 0.9 * r
        body = (
            box(2 * wide * 0.6, 0.5 * r, 2 * deep * 0.8)
            if kind == "gas"
            else cylinder(0.7 * r, 1.3 * wide).rotated("z", -90).moved(-0.65 * wide, 0.05)
        )
        design.add("firebox", body.moved(y=h + 0.1), paint)
        if kind == "gas":
            design.add("cabinet", box(1.1 * wide, h, 1.4 * deep).moved(y=0.1), metal)
            design.add(
                "door",
                row(box(0.5 * wide, 0.8 * h, 0.03), 2, step=(0.53 * wide, 0, 0)).moved(0, 0.15, 0.7 * deep),
                paint,
            )
            design.add(
                "knob",
                row(
                    disc(0.035, 0.04).moved(0, h + 0.1 + 0.25 * r, 0.8 * deep),
                    burners,
                    step=(0.9 * wide / burners, 0, 0),
                ),
                metal if metal.name != "black metal" else CHROME,
            )
            design.features.append(f"{number_word(burners)} knobs")
        else:
            design.add("leg", corners(bar((0, 0.04, 0), (0, h, 0), 0.022), 0.5 * wide, 0.4 * r), metal)
            design.add(
                "chimney",
                cylinder(0.06, 1.0 * r + 0.3, segments=12).moved(-0.52 * wide, h + 0.5 * r)
                + cylinder(0.09, 0.03, segments=12).moved(-0.52 * wide, h + 1.5 * r + 0.3),
                paint,
            )
            design.add(
                "side box", cylinder(0.42 * r, 0.5 * r, segments=16).rotated("z", -90).moved(0.6 * wide, h), paint
            )
        design.add(
            "shelf",
            box(0.45 * wide, 0.03, 1.3 * deep).moved(-0.8 * wide, h + 0.1 + 0.35 * r)
            if kind == "smoker"
            else both(box(0.45 * wide, 0.03, 1.3 * deep).moved(0.82 * wide, h + 0.1 + 0.4 * r)),
            grip,
        )
        design.add(
            "wheel",
            both(wheel.moved(0.5 * wide, 0.09, 0.5 * deep) + wheel.moved(0.5 * wide, 0.09, -0.5 * deep)),
            RUBBER,
        )
        cover = (
            plate(arch(1.5 * deep, 0.75 * r, 0.25 * r), 1.2 * wide).rotated("y", 90)
            if kind == "gas"
            else plate(arch(1.42 * r, 0.72 * r, 0.02), 1.2 * wide).rotated("y", 90)
        )
        y, z, hinge = h + 0.1 + (0.5 * r if kind == "gas" else 0.07), 0.0, -0.72 * deep
        front = 0.8 * deep
        cover_grip = bar((-0.4 * wide, 0.25 * r, front), (0.4 * wide, 0.25 * r, front), 0.018, sides=8) + row(
            bar((0, 0.25 * r, 0.6 * deep), (0, 0.25 * r, front), 0.012), 2, step=(0.7 * wide, 0, 0)
        )
    if lid == "open":
        bars = row(
            bar((0, y + 0.015, -0.6 * r), (0, y + 0.015, 0.6 * r), 0.008, sides=5),
            11,
            step=(0.13 * r if kind == "kettle" else 0.1 * wide, 0, 0),
        )
        design.add("grate", bars, CHROME)
        design.add(
            "coals",
            cylinder(0.85 * r, 0.02).moved(y=y - 0.03)
            if kind == "kettle"
            else box(1.1 * wide, 0.01, 1.2 * r).moved(y=y),
            Material("glowing", (0.5, 0.16, 0.06)),
        )
    for name, solid, stuff in (("lid", cover, paint), ("handle", cover_grip, grip)):
        solid = solid.moved(z=-hinge).rotated("x", -75).moved(z=hinge) if lid == "open" else solid
        design.add(name, solid.moved(0, y + (0.02 if lid == "open" else 0), z), stuff)
    return design


@category("birdhouse", family="street", also=("bird house", "nesting box", "nest box"))
def birdhouse(p: Parameters) -> Design:
    w, ratio, roof_h = p.real("width", 0.13, 0.2), p.real("ratio", 1.1, 1.6), p.real("roof_height", 0.35, 0.6)
    mount, hole = p.choice("mount", ["post", "hanging", "standing"]), p.real("hole", 0.13, 0.19)
    wall, roof = (
        p.material("wall", [*TIMBER, WHITE, BLUE, BARN_RED]),
        p.material("roof_paint", [SHINGLE, RED, GREEN, WOODS[1], COPPER]),
    )
    holes, shape = p.whole("holes", 1, 3), p.choice("roof", ["gabled", "slanted"])
    h = w * ratio * (1 + 0.35 * (holes - 1))
    design = Design(
        [wall.name, {"post": "post-mounted"}.get(mount, mount)],
        [f"a {shape} {roof.name} roof", f"{number_word(holes)} round hole{'s' * (holes > 1)}"],
    )
    y = 1.1 if mount == "post" else 0.0
    design.add("wall", box(w, h, w).moved(y=y), wall)
    rise = roof_h * w if shape == "gabled" else 0.25 * w
    if shape == "gabled":
        design.add("wall", gable(w, w, rise).moved(y=y + h - 0.001), wall)
        design.add("roof", slopes(1.35 * w, 1.3 * w, 1.25 * rise, 0.08 * w).moved(y=y + h - 0.1 * w), roof)
    else:
        design.add("roof", box(1.25 * w, 0.08 * w, 1.4 * w).rotated("x", 12).moved(0, y + h, 0.06 * w), roof)
    for i in range(holes):
        yy = y + h * (i + 0.62) / holes
        design.add("hole", disc(hole * w, 0.01).moved(0, yy, w / 2), NIGHT)
        design.add("perch", disc(0.03 * w, 0.3 * w, segments=8).moved(0, yy - 0.3 * w, w / 2), WOODS[1])
    design.add("floor", box(1.2 * w, 0.06 * w, 1.2 * w).moved(y=y - 0.03 * w), roof)
    if mount == "post":
        design.add("post", box(0.06, y, 0.06), WOODS[1])
    elif mount == "hanging":
        design.add(
            "ring",
            torus(0.2 * w, 0.025 * w, segments=14, sides=6).rotated("x", 90).moved(y=h + 1.3 * rise + 0.15 * w),
            DARK,
        )
    return design


@category("flagpole", family="street", also=("flag", "flag pole"))
def flagpole(p: Parameters) -> Design:
    h, ratio, wave = p.real("height", 5, 10), p.real("flag_ratio", 1.4, 1.9), p.real("wave", 0.03, 0.14)
    layout, size = (
        p.choice("layout", ["vertical bands", "horizontal bands", "cross", "disc"]),
        p.real("flag_size", 0.14, 0.22),
    )
    colors = [p.material(name, [RED, BLUE, GREEN, WHITE, YELLOW, BLACK]) for name in ("first", "second", "third")]
    pole, top, base = (
        p.material("pole_paint", [WHITE, SILVER, GALVANIZED, WOODS[1]]),
        p.choice("top", ["ball", "point"]),
        p.choice("base", ["stepped", "round"]),
    )
    fh = size * h
    fw = fh * ratio
    design = Design(
        [pole.name, "tall" if h > 7.5 else "short"],
        [
            f"a flag with {'a ' if layout in ('cross', 'disc') else ''}{layout}",
            f"a {'golden ball' if top == 'ball' else 'golden point'} on top",
        ],
    )
    design.add("pole", cylinder(0.012 * h, h, top_radius=0.007 * h, segments=14), pole)
    design.add(
        "finial",
        sphere(0.02 * h, segments=12).moved(y=h + 0.01 * h)
        if top == "ball"
        else cylinder(0.014 * h, 0.06 * h, top_radius=0.001, segments=10).moved(y=h),
        Material("golden", (0.85, 0.68, 0.2)),
    )
    design.add(
        "base",
        box(0.16 * h, 0.02 * h, 0.16 * h) + box(0.1 * h, 0.04 * h, 0.1 * h)
        if base == "stepped"
        else cylinder(0.06 * h, 0.03 * h),
        CONCRETE,
    )

    def cloth(x0: float, x1: float, y0: float, y1: float, thick: float) -> Solid:
        xs = np.linspace(x0, x1, 12)
        rings = [
            np.array(
                [
                    (x * fw, (y - 0.06 * x) * fh, wave * fw * np.sin(7 * x) * x**0.5 + z)
                    for y, z in ((y0, -thick), (y1, -thick), (y1, thick), (y0, thick))
                ]
            )
            for x in xs
        ]
        return skin(rings).moved(0.008 * h, 0.97 * h - fh)

    for i, paint in enumerate(colors):
        low, high = i / 3, (i + 1) / 3
        if layout == "vertical bands":
            design.add("flag", cloth(low, high, 0, 1, 0.008), paint)
        elif layout == "horizontal bands":
            design.add("flag", cloth(0, 1, low, high, 0.008), paint)
    if layout in ("cross", "disc"):
        design.add("flag", cloth(0, 1, 0, 1, 0.008), colors[0])
        mark = colors[1] if colors[1].name != colors[0].name else (WHITE if colors[0].name != "white" else RED)
        if layout == "cross":
            design.add("flag", cloth(0.28, 0.42, 0, 1, 0.012) + cloth(0, 1, 0.4, 0.6, 0.014), mark)
        else:
            design.add(
                "flag",
                join(
                    *(
                        cloth(0.5 - q / ratio, 0.5 + q / ratio, y - 0.026, y + 0.026, 0.014)
                        for y in np.linspace(0.25, 0.75, 11)
                        for q in (np.sqrt(0.0785 - (y - 0.5) ** 2),)
                    )
                ),
                mark,
            )
    design.add("rope", bar((0.016 * h, 0.12 * h, 0), (0.012 * h, 0.97 * h, 0), 0.01, sides=5), GREY)
    return design


@category("manhole cover", family="street", also=("manhole", "drain cover"))
def manhole_cover(p: Parameters) -> Design:
    r, t, pattern = (
        p.real("radius", 0.28, 0.4),
        p.real("thickness", 0.03, 0.06),
        p.choice("pattern", ["studs", "spokes", "bars", "rings"]),
    )
    count, plan = p.whole("count", 6, 12), p.choice("plan", ["round", "round", "square"])
    iron = p.material("iron", [Material("cast iron", (0.25, 0.25, 0.26)), RUST, GREY, DARK])
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
        p.material("insulator", [WHITE, Material("brown ceramic", (0.35, 0.18, 0.12)), PLASTICS[10]]),
        p.material("case", [GREY, GALVANIZED]),
        p.choice("wires", ["yes", "no"]),
    )
    design = Design([wood.name, "tall" if h > 10 else "short"], [f"{number_word(arms)} crossarm{'s' * (arms > 1)}"])
    design.add("pole", cylinder(0.17, h, top_radius=0.12, segments=12), wood)
    for i in range(arms):
        y = h - 0.4 - 0.8 * i
        design.add("crossarm", box(w, 0.14, 0.12).moved(0, y, 0.14), wood)
        design.add("brace", both(bar((0.3 * w, y, 0.14), (0, y - 0.5, 0.13), 0.025)), GALVANIZED)
        places = [w * (0.47 - 0.36 * k / pins) for k in range(pins)]
        pin = lathe([(0.03, 0), (0.07, 0.08), (0.05, 0.14), (0.07, 0.18), (0.03, 0.27)], segments=10).moved(y=y + 0.13)
        design.add("insulator", both(join(*(pin.moved(x, 0, 0.14) for x in places))), glass)
        if wires == "yes":
            design.add(
                "wire",
                both(
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
        design.add("transformer", both(can) if box_kind == "two" else can, case)
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


@category("lighthouse", family="street", also=("beacon", "light tower"))
def lighthouse(p: Parameters) -> Design:
    h, r, taper = p.real("height", 12, 28), p.real("radius", 0.13, 0.18), p.real("taper", 0.5, 0.75)
    bands, plan = p.whole("bands", 1, 4), p.choice("plan", ["round", "octagonal"])
    wall, second = p.material("wall", [WHITE, PLASTER, WHITE]), p.material("band_paint", [RED, RED, BLACK, BLUE])
    roof, cap, hut = (
        p.material("roof", [RED, BLACK, DARK_GREEN, GREY]),
        p.choice("cap", ["dome", "cone"]),
        p.choice("hut", ["yes", "no"]),
    )
    r, n = r * h, 28 if plan == "round" else 8
    design = Design(
        [f"{wall.name} and {second.name}", plan],
        [f"{number_word(bands)} {second.name} band{'s' * (bands > 1)}", "a lantern room"],
    )
    levels = 2 * bands + 1
    for i in range(levels):
        low, high = (r * (1 - (1 - taper) * t / levels) for t in (i, i + 1))
        design.add(
            "band" if i % 2 else "wall",
            cylinder(low, h / levels, top_radius=high, segments=n).moved(y=h * i / levels),
            second if i % 2 else wall,
        )
    top = r * taper
    design.add("base", cylinder(1.25 * r, 0.04 * h, top_radius=1.15 * r, segments=n).moved(y=-0.02 * h), GRANITE)
    design.add("gallery", cylinder(1.1 * top, 0.03 * h, top_radius=1.5 * top, segments=n).moved(y=h - 0.015 * h), roof)
    rail = torus(1.42 * top, 0.05, sides=5).moved(y=h + 0.07 * h) + around(
        bar((1.42 * top, h, 0), (1.42 * top, h + 0.07 * h, 0), 0.04, sides=5), 12
    )
    design.add("railing", rail, DARK)
    design.add("lantern", cylinder(0.72 * top, 0.14 * h, segments=n).moved(y=h), GLASS)
    design.add(
        "light",
        sphere(0.35 * top, segments=12).moved(y=1.08 * h)
        + cylinder(0.735 * top, 0.03 * h, segments=n).moved(y=1.06 * h),
        LAMP,
    )
    design.add("lantern bar", around(bar((0.74 * top, h, 0), (0.74 * top, 1.14 * h, 0), 0.05, sides=4), 8), roof)
    design.add(
        "roof",
        sphere(0.9 * top, start=0).scaled(1, 0.8, 1).moved(y=1.13 * h)
        if cap == "dome"
        else cylinder(0.95 * top, 0.9 * top, top_radius=0.02).moved(y=1.13 * h),
        roof,
    )
    design.add("spire", cylinder(0.06 * top, 0.7 * top, segments=6).moved(y=1.13 * h + 0.6 * top), DARK)
    design.add("door", plate(arch(0.5 * r, 0.85 * r, 0.6 * r), 0.3 * r).moved(z=0.9 * r), WOODS[1])
    for i in range(3):
        t = 0.3 + 0.2 * i
        window = plate(arch(0.22 * r, 0.35 * r, 0.25 * r), 0.2 * r).moved(0, t * h, 0.93 * r * (1 - (1 - taper) * t))
        design.add("window", window.rotated("y", 0 if i % 2 == 0 else 90), PANE)
    if hut == "yes":
        design.add("house", box(1.4 * r, 0.9 * r, 1.6 * r).moved(1.5 * r), wall)
        design.add("house roof", gable(1.7 * r, 1.8 * r, 0.6 * r).moved(1.5 * r, 0.88 * r), roof)
        design.add("window", box(0.3 * r, 0.3 * r, 1.62 * r).moved(1.6 * r, 0.35 * r), PANE)
        design.features.append("a keeper's house")
    return design


@category("satellite dish", family="street", also=("dish antenna", "parabolic antenna"))
def satellite_dish(p: Parameters) -> Design:
    r, depth, tilt = p.real("radius", 0.3, 1.2), p.real("depth", 0.18, 0.34), p.real("tilt", 15, 55)
    mount, feed = p.choice("mount", ["mast", "wall arm", "tripod"]), p.choice("feed", ["one arm", "three struts"])
    paint, metal = (
        p.material("paint", [WHITE, GREY, Material("cream", (0.88, 0.85, 0.76)), SLATE]),
        p.material("metal", [GALVANIZED, DARK, STEEL]),
    )
    turn, height = p.real("turn", -30, 30), p.real("mast_height", 0.9, 1.8)
    design = Design([paint.name, "deep" if depth > 0.26 else "shallow"], [f"a receiver on {feed}", f"a {mount}"])
    outer = [(q * r, depth * r * q * q) for q in np.linspace(0.02, 1, 9)]
    bowl = lathe([*outer, *[(q - 0.001, y + 0.025 * r) for q, y in outer[::-1]]], segments=32)
    focus = 1.05 * r
    strut = bar((r, depth * r, 0), (0, focus, 0), 0.02 * r)
    arms = strut.rotated("y", -90) if feed == "one arm" else around(strut, 3, start=-90)
    head = cylinder(0.09 * r, 0.22 * r, segments=12).moved(y=focus - 0.12 * r) + cylinder(
        0.13 * r, 0.06 * r, segments=12
    ).moved(y=focus - 0.15 * r)
    back = cylinder(0.12 * r, 0.23 * r, segments=10).moved(y=-0.22 * r)
    h = height * r
    for name, solid, stuff in (
        ("dish", bowl, paint),
        ("feed arm", arms, metal),
        ("receiver", head, GREY if paint.name != "grey" else WHITE),
        ("bracket", back, metal),
    ):
        design.add(name, solid.rotated("x", 90 - tilt).rotated("y", turn).moved(y=h), stuff)
    z = -0.2 * r
    if mount == "wall arm":
        path = [(0, h, z), (0, h - 0.4 * r, z - 0.1 * r), (0, h - 0.5 * r, z - 0.6 * r)]
        design.add(
            "mount", sweep(path, 0.06 * r) + box(0.4 * r, 0.6 * r, 0.04 * r).moved(0, h - 0.8 * r, z - 0.62 * r), metal
        )
    else:
        design.add("mount", cylinder(0.07 * r, h, segments=12).moved(z=z), metal)
        foot = bar((0, 0.5 * h, 0), (0.6 * r, 0, 0), 0.04 * r)
        design.add("foot", (around(foot, 3) if mount == "tripod" else cylinder(0.4 * r, 0.05 * r)).moved(z=z), metal)
    return design


@category("water tower", family="street", also=("water tank", "elevated tank"))
def water_tower(p: Parameters) -> Design:
    h, r, kind = p.real("height", 9, 22), p.real("radius", 2.5, 4.5), p.choice("kind", ["bulb", "barrel", "mushroom"])
    legs, roof_h = p.whole("legs", 4, 8), p.real("roof_height", 0.3, 0.7)
    paint = p.material(
        "paint",
        [WHITE, Material("light blue", (0.6, 0.75, 0.85)), Material("pale green", (0.66, 0.78, 0.68)), SILVER, RUST],
    )
    roof, wood = p.material("roof", [RED, GREY, SLATE, RUST]), p.material("wood", [*TIMBER])
    band = p.choice("band", ["painted", "plain"])
    tank = wood if kind == "barrel" else paint
    design = Design(
        [tank.name, {"bulb": "round", "barrel": "rooftop-style", "mushroom": "mushroom-shaped"}[kind]],
        ["a wide stem" if kind == "mushroom" else f"{number_word(legs)} legs"],
    )
    if kind == "barrel":
        design.add("tank", cylinder(r, 1.8 * r, segments=28).moved(y=h), wood)
        design.add(
            "hoop",
            join(
                *(
                    torus(1.005 * r, 0.05, segments=28, sides=5).moved(y=h + 1.8 * r * t)
                    for t in (0.08, 0.25, 0.42, 0.6, 0.8)
                )
            ),
            DARK,
        )
        design.add(
            "roof", cylinder(1.12 * r, roof_h * 1.6 * r, top_radius=0.02, segments=20).moved(y=h + 1.8 * r), roof
        )
        design.add("platform", cylinder(1.15 * r, 0.25).moved(y=h - 0.25), DARK)
    elif kind == "bulb":
        profile = [
            (0.25 * r, -0.75 * r),
            (0.7 * r, -0.55 * r),
            (r, 0),
            (r, 0.8 * r),
            (0.97 * r, 0.85 * r),
            (0.6 * r, (0.95 + 0.4 * roof_h) * r),
            (0.05 * r, (1 + 0.7 * roof_h) * r),
        ]
        design.add("tank", lathe(profile, segments=28).moved(y=h), paint)
        design.add(
            "catwalk",
            tube(1.2 * r, r, 0.12).moved(y=h)
            + torus(1.18 * r, 0.06, sides=5).moved(y=h + 1.0)
            + around(bar((1.18 * r, h, 0), (1.18 * r, h + 1, 0), 0.04, sides=4), 16),
            STEEL,
        )
        design.add("riser", cylinder(0.25 * r, h, segments=14), paint)
    else:
        profile = [
            (0.55 * r, 0),
            (0.3 * r, 0.15 * h),
            (0.3 * r, 0.75 * h),
            (0.5 * r, 0.9 * h),
            (1.2 * r, h),
            (1.35 * r, h + 0.5 * r),
            (1.2 * r, h + 0.9 * r),
            (0.6 * r, h + (1 + 0.3 * roof_h) * r),
            (0.05, h + (1.05 + 0.4 * roof_h) * r),
        ]
        design.add("tank", lathe(profile, segments=32), paint)
        design.add("door", box(0.3 * r, 0.5 * r, 0.3 * r).moved(0, 0, 0.4 * r), DARK)
    if kind != "mushroom":
        slant = 1.25 * r
        leg = bar((slant, 0, 0), (0.9 * r, h, 0), 0.16, sides=8)
        design.add("leg", around(leg, legs), paint if kind == "bulb" else DARK)
        for t in (0.33, 0.66):
            ring = regular_outline(legs, slant + (0.9 * r - slant) * t)
            path = np.stack([ring[:, 0], np.full(legs, t * h), ring[:, 1]], 1)
            design.add("brace", sweep(path, 0.08, sides=5, closed=True), STEEL)
    if band == "painted":
        wide, low = {
            "bulb": (1.01 * r, h + 0.3 * r),
            "barrel": (1.01 * r, h + 0.65 * 1.8 * r),
            "mushroom": (1.37 * r, h + 0.4 * r),
        }[kind]
        design.add("band", cylinder(wide, 0.3 * r, segments=32).moved(y=low), roof)
        design.features.append(f"a {roof.name} band")
    return design


@category("church", family="street", also=("chapel", "cathedral"))
def church(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 7, 11), p.real("length", 1.5, 2.3), p.real("height", 0.6, 0.9)
    place, top = p.choice("tower", ["front", "side", "ridge", "twin"]), p.choice("top", ["spire", "dome", "pitched"])
    wall = p.material("wall", [WHITE, PLASTER, SANDSTONE, BRICK, CONCRETE])
    roof, windows = (
        p.material(
            "roof",
            [SLATE, Material("red tiles", (0.6, 0.25, 0.16)), Material("green copper", (0.4, 0.62, 0.54)), SHINGLE],
        ),
        p.whole("windows", 3, 6),
    )
    tall, door = p.real("tower_height", 1.7, 2.4), p.material("door", TIMBER)
    h, d = h * w, ratio * w
    design = Design(
        [wall.name],
        [
            f"a {top} on {'two towers' if place == 'twin' else 'the ridge' if place == 'ridge' else 'a tower'}",
            f"{number_word(windows)} arched windows a side",
        ],
    )
    design.add("wall", box(w, h, d) + gable(w, d, 0.6 * w).moved(y=h - 0.01), wall)
    design.add("roof", slopes(1.1 * w, 1.04 * d, 0.66 * w, 0.3).moved(y=h - 0.25), roof)
    pane = plate(arch(0.45 * d / windows, 0.62 * h, 0.45 * h), 0.3).rotated("y", 90).moved(w / 2, 0.2 * h)
    design.add("window", both(row(pane, windows, step=(0, 0, 0.85 * d / windows))), PANE)
    s = {"front": 0.42, "side": 0.42, "ridge": 0.26, "twin": 0.32}[place] * w
    base, th = (h + 0.3 * w, 0.55 * tall * h) if place == "ridge" else (0.0, tall * h)
    xs = {"front": [0.0], "side": [w / 2 + 0.3 * s], "ridge": [0.0], "twin": [-0.45 * w, 0.45 * w]}[place]
    z = d / 2 - (0.6 * s if place == "ridge" else 0.2 * s)
    for x in xs:
        design.add("tower", box(s, th, s).moved(x, base, z), wall)
        opening = plate(arch(0.3 * s, 0.55 * s, 0.4 * s), 1.03 * s)
        design.add("window", (opening + opening.rotated("y", 90)).moved(x, base + th - 0.75 * s, z), NIGHT)
        design.add("cornice", box(1.12 * s, 0.06 * s, 1.12 * s).moved(x, base + th - 0.03 * s, z), wall)
        y = base + th + 0.02 * s
        if top == "spire":
            solid, rise = cylinder(0.72 * s, 2.0 * s, top_radius=0.02, segments=8), 1.95 * s
        elif top == "dome":
            solid, rise = sphere(0.56 * s, start=0).scaled(1, 1.2, 1), 0.67 * s
        else:
            solid, rise = square(1.15 * s, 0.7 * s, 0.02), 0.69 * s
        design.add("spire", solid.moved(x, y, z), roof)
        cross = box(0.06 * s, 0.55 * s, 0.06 * s) + box(0.3 * s, 0.06 * s, 0.058 * s).moved(y=0.33 * s)
        design.add("cross", cross.moved(x, y + rise - 0.03 * s, z), BRASS)
    front = z + s / 2 if place == "front" else d / 2
    design.add("door", plate(arch(0.2 * w, 0.36 * w, 0.26 * w), 0.3).moved(z=front), door)
    design.add("window", disc(0.08 * w, 0.2).moved(0, 0.55 * w if place == "front" else h, front), PANE)
    design.add("step", box(0.34 * w, 0.2, 1.4).moved(z=front + 0.5), CONCRETE)
    return design


@category("castle", family="street", also=("fortress", "fort"))
def castle(p: Parameters) -> Design:
    w, h, r = p.real("width", 16, 28), p.real("wall_height", 5, 8), p.real("tower_radius", 2, 3)
    tall, keep, roofs = (
        p.real("tower_height", 1.4, 2.0),
        p.choice("keep", ["square", "round", "none"]),
        p.choice("roof", ["cone", "battlements"]),
    )
    stone = p.material("stone", [CONCRETE, SANDSTONE, GRANITE, Material("light grey", (0.72, 0.72, 0.7))])
    roof, flag = (
        p.material("roof_paint", [RED, BLUE, SLATE, Material("red tiles", (0.62, 0.27, 0.18))]),
        p.material("flag", [RED, BLUE, YELLOW]),
    )
    plan = p.choice("plan", ["round", "square"])
    n, turn = (18, 0) if plan == "round" else (4, 45)
    design = Design(
        [stone.name],
        [f"four {plan} towers with {f'{roof.name} cones' if roofs == 'cone' else 'battlements'}", "an arched gate"],
    )

    def tower(x: float, z: float, radius: float, height: float, n: int, turn: float) -> None:
        design.add("tower", cylinder(radius, height, segments=n).rotated("y", turn).moved(x, 0, z), stone)
        design.add(
            "tower", cylinder(1.18 * radius, 0.8, segments=n).rotated("y", turn).moved(x, height - 0.1, z), stone
        )
        if roofs == "cone":
            design.add(
                "roof",
                cylinder(1.25 * radius, 2.2 * radius, top_radius=0.02, segments=n)
                .rotated("y", turn)
                .moved(x, height + 0.7, z),
                roof,
            )
            design.add(
                "flag",
                bar((x, height + 2 * radius, z), (x, height + 2.9 * radius + 1.2, z), 0.06)
                + box(1.3, 0.7, 0.05).moved(x + 0.65, height + 2.9 * radius + 0.5, z),
                flag,
            )
        else:
            merlon = box(0.5, 0.9, 0.55 * radius).moved((1.18 * radius - 0.3) * (1 if n > 4 else 0.72), height + 0.69)
            design.add("battlement", around(merlon, 8 if n > 4 else 4).moved(x, 0, z), stone)
        slit = box(0.25, 1.2, 2.05 * radius * (1 if n > 4 else 0.71))
        design.add("window", (slit + slit.rotated("y", 90)).moved(x, 0.6 * height, z), NIGHT)

    side = box(w, h, 1.0).moved(z=w / 2) + row(box(w / 15, 0.9, 0.6), 8, step=(w / 8, 0, 0)).moved(
        0, h - 0.05, w / 2 + 0.15
    )
    design.add("wall", around(side, 4), stone)
    for x, z in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        tower(x * w / 2, z * w / 2, r, h * tall, n, turn)
    design.add(
        "gatehouse",
        row(box(1.6, 1.3 * h, 2.6), 2, step=(5.2, 0, 0)).moved(z=w / 2)
        + box(4, 0.45 * h, 2.3).moved(0, 0.8 * h, w / 2),
        stone,
    )
    design.add("gate", plate(arch(3.6, 0.75 * h, 0.5 * h), 1.3).moved(z=w / 2), WOODS[3])
    if keep != "none":
        tower(0, -0.1 * w, 1.7 * r, 1.25 * h * tall, 18 if keep == "round" else 4, 0 if keep == "round" else 45)
        design.features.append(f"a {keep} keep")
    design.add(
        "ground", box(1.25 * w, 0.3, 1.25 * w, bevel=0.1 * w).moved(y=-0.25), Material("grass", (0.36, 0.5, 0.24))
    )
    return design


@category("barn", family="street", also=("farm building",))
def barn(p: Parameters) -> Design:
    w, h, ratio = p.real("width", 7, 11), p.real("height", 0.4, 0.6), p.real("length", 1.1, 1.9)
    shape, door = p.choice("roof", ["gambrel", "gabled"]), p.choice("door", ["closed", "open"])
    wall = p.material("wall", [BARN_RED, Material("red", (0.66, 0.16, 0.12)), WEATHERED, WHITE, WOODS[1]])
    roof, windows = p.material("roof_paint", [GREY, SHINGLE, GALVANIZED, DARK_GREEN, RUST]), p.whole("windows", 2, 5)
    extra = p.choice("extra", ["cupola", "none"])
    h, d = h * w, ratio * w
    trim = WHITE if wall.name != "white" else BARN_RED
    design = Design([wall.name], [f"a {shape} {roof.name} roof", f"{trim.name} trim"])
    knee = (
        [(w / 2, h), (0.34 * w, h + 0.3 * w), (0, h + 0.45 * w)]
        if shape == "gambrel"
        else [(w / 2, h), (0.25 * w, h + 0.2 * w), (0, h + 0.4 * w)]
    )
    design.add("wall", plate([(-w / 2, 0), (w / 2, 0), *knee, *[(-x, y) for x, y in knee[1::-1]]], d), wall)
    top = [(1.08 * x, y) for x, y in knee]
    for (x0, y0), (x1, y1) in ((top[0], top[1]), (top[1], top[2])):
        design.add("roof", both(plate([(x0, y0), (x0, y0 + 0.3), (x1, y1 + 0.3), (x1, y1)], 1.05 * d)), roof)
        design.add(
            "trim", both(plate([(x0, y0 - 0.25), (x0, y0 + 0.05), (x1, y1 + 0.05), (x1, y1 - 0.25)], 1.02 * d)), trim
        )
    dw, dh = 0.21 * w, 0.75 * h
    leaf = box(dw, dh, 0.12)
    frame = row(box(0.18, dh, 0.2), 2, step=(dw - 0.18, 0, 0)) + row(
        box(dw, 0.18, 0.19), 2, step=(0, dh - 0.18, 0)
    ).moved(y=dh / 2 - 0.09)
    cross = bar((-dw / 2, 0.1, 0.06), (dw / 2, dh - 0.1, 0.06), 0.1, sides=4)
    shift = dw * (0.52 if door == "closed" else 1.55)
    design.add("door", both(leaf.moved(shift, 0, d / 2 + 0.06)), wall)
    design.add("door trim", both((frame + cross + cross.scaled(-1, 1, 1)).moved(shift, 0, d / 2 + 0.06)), trim)
    if door == "open":
        design.add("doorway", box(2 * dw, dh, 0.1).moved(z=d / 2), NIGHT)
    design.features.append(f"{'open' if door == 'open' else 'closed'} double doors")
    loft_y = h + 0.08 * w
    design.add("hay door", box(0.16 * w, 0.15 * w, 0.12).moved(0, loft_y, d / 2), trim)
    design.add("hay door", box(0.12 * w, 0.11 * w, 0.2).moved(0, loft_y + 0.02 * w, d / 2), NIGHT)
    pane = box(0.16, 0.3 * h, 0.09 * w).moved(w / 2, 0.4 * h)
    design.add(
        "window frame",
        both(row(pane.scaled(1, 1, 1.25).moved(-0.03), windows, step=(0, 0, 0.8 * d / windows))),
        trim,
    )
    design.add("window", both(row(pane, windows, step=(0, 0, 0.8 * d / windows))), PANE)
    if extra == "cupola":
        y = h + 0.4 * w
        design.add("cupola", box(0.13 * w, 0.16 * w, 0.13 * w).moved(y=y), trim)
        design.add("cupola roof", square(0.19 * w, 0.1 * w, 0.03).moved(y=y + 0.155 * w), roof)
        design.features.append("a cupola")
    return design


@category("silo", family="street", also=("grain silo", "storage silo"))
def silo(p: Parameters) -> Design:
    h, ratio, top = p.real("height", 8, 16), p.real("ratio", 0.18, 0.28), p.choice("top", ["dome", "cone"])
    count, rings, legs = p.whole("count", 1, 3), p.whole("rings", 5, 10), p.choice("foot", ["ground", "legs"])
    wall = p.material("wall", [GALVANIZED, CONCRETE, WHITE, Material("dark blue", (0.12, 0.2, 0.4)), BARN_RED])
    cap = p.material("cap", [SILVER, WHITE, RED, GREY])
    r, y = ratio * h * (0.8 if count > 1 else 1), 0.22 * h if legs == "legs" else 0.0
    design = Design(
        [wall.name],
        [f"{number_word(count)} tank{'s' * (count > 1)}", f"a {cap.name} {top}", f"{number_word(rings)} rings"],
    )
    for i in range(count):
        x = (i - (count - 1) / 2) * 2.1 * r
        design.add("wall", cylinder(r, h).moved(x, y), wall)
        design.add(
            "ring",
            join(*(cylinder(1.025 * r, 0.015 * h).moved(x, y + h * (k + 0.5) / rings) for k in range(rings))),
            GREY if wall.name != "grey" else WHITE,
        )
        roof = (
            sphere(1.02 * r, start=0).scaled(1, 0.8, 1)
            if top == "dome"
            else cylinder(1.05 * r, 0.5 * r, top_radius=0.15 * r)
        )
        design.add("cap", roof.moved(x, y + h) + cylinder(0.17 * r, 0.9 * r, segments=10).moved(x, y + h), cap)
        if legs == "legs":
            design.add("funnel", cylinder(0.12 * r, 0.75 * y, top_radius=r).moved(x, 0.26 * y), wall)
            design.add("leg", around(cylinder(0.06 * r, 1.1 * y, segments=8).moved(0.93 * r), 6).moved(x), STEEL)
    x = (1 - count) / 2 * 2.1 * r
    rungs = row(bar((-0.2, 0, 0), (0.2, 0, 0), 0.03, sides=4), 20, step=(0, (h + y) / 20.5, 0)).moved(y=(h + y) / 2)
    design.add("ladder", (rungs + both(bar((0.2, 0, 0), (0.2, h + y, 0), 0.04, sides=4))).moved(x, 0, 1.06 * r), DARK)
    if legs == "legs":
        design.features.append("a funnel on legs")
    return design


@category("skyscraper", family="street", also=("high-rise", "office building", "building"))
def skyscraper(p: Parameters) -> Design:
    h, ratio, kind = (
        p.real("height", 35, 52),
        p.real("ratio", 0.2, 0.32),
        p.choice("kind", ["box", "stepped", "tapered", "round"]),
    )
    floors, ribs, top = p.whole("floors", 14, 26), p.whole("ribs", 4, 7), p.choice("top", ["antenna", "flat", "spire"])
    glass = p.material(
        "glass",
        [
            PANE,
            Material("dark glass", (0.15, 0.2, 0.27)),
            Material("green glass", (0.3, 0.5, 0.47)),
            Material("golden glass", (0.6, 0.48, 0.25)),
        ],
    )
    frame, style = (
        p.material("frame", [CONCRETE, STEEL, WHITE, SANDSTONE, DARK]),
        p.choice("lines", ["floors", "ribs", "grid"]),
    )
    w = ratio * h
    design = Design(
        [{"box": "square"}.get(kind, kind), glass.name],
        [f"{floors} floors", {"antenna": "an antenna", "flat": "a flat top", "spire": "a spire"}[top]],
    )
    n, turn = (24, 0) if kind == "round" else (4, 45)
    levels = {"stepped": [(0, 0.5, 1.0), (0.5, 0.78, 0.76), (0.78, 1.0, 0.5)]}.get(kind, [(0, 1.0, 1.0)])
    shrink = 0.55 if kind == "tapered" else 1.0
    radius = w / 2 * (1 if n > 4 else 2**0.5)
    for low, high, size in levels:

        def prism(y0: float, y1: float, grow: float, low: float = low, high: float = high, size: float = size) -> Solid:
            a, b = (size * grow * radius * (1 - (1 - shrink) * (y - low) / (high - low)) for y in (y0, y1))
            return cylinder(a, (y1 - y0) * h, top_radius=b, segments=n).rotated("y", turn).moved(y=y0 * h)

        design.add("glass", prism(low, high, 1.0), glass)
        design.add("roof", prism(high - 0.012, high + 0.004, 1.03), frame)
        if style != "ribs":
            steps = np.linspace(low, high, max(3, round(floors * (high - low)) + 1))[:-1]
            design.add("floor", join(*(prism(float(y), float(y) + 0.3 / floors, 1.015) for y in steps)), frame)
        if style != "floors":
            s = size * w / 2
            xs = np.linspace(-0.96, 0.96, ribs) * s
            ends = [(float(x), s) for x in xs] if n == 4 else [(0.0, s)]
            rib = join(
                *(sweep([(x, low * h, z), (x * shrink, high * h, z * shrink)], 0.025 * w, sides=4) for x, z in ends)
            )
            design.add("rib", around(rib, 4 if n == 4 else 2 * ribs), frame)
    tip = w * levels[-1][2] * shrink
    if top == "antenna":
        design.add(
            "antenna",
            cylinder(0.05 * tip, 0.1 * h, top_radius=0.02 * tip, segments=8).moved(y=h)
            + box(0.4 * tip, 0.02 * h, 0.4 * tip).moved(y=h),
            STEEL,
        )
    elif top == "spire":
        design.add(
            "spire", cylinder(0.6 * tip, 0.1 * h, top_radius=0.02, segments=n).rotated("y", turn).moved(y=h), frame
        )
    design.add("entrance", box(0.4 * w, 0.045 * h, 1.06 * w), NIGHT)
    design.add("base", box(1.3 * w, 0.01 * h, 1.3 * w).moved(y=-0.005 * h), CONCRETE)
    return design


@category("stairs", family="street", also=("staircase", "steps", "stairway"))
def stairs(p: Parameters) -> Design:
    steps, w, rise = p.whole("steps", 5, 14), p.real("width", 0.8, 1.6), p.real("rise", 0.15, 0.2)
    run, kind = p.real("run", 0.24, 0.32), p.choice("kind", ["solid", "open", "spiral"])
    tread, frame = (
        p.material("tread", [*TIMBER, CONCRETE, MARBLE]),
        p.material("frame", [CONCRETE, WHITE, DARK, STEEL, WOODS[1]]),
    )
    rail, rail_paint = (
        p.choice("railing", ["both sides", "one side", "no"]),
        p.material("rail_paint", [DARK, WOODS[0], STEEL, WHITE]),
    )
    design = Design([kind, tread.name], [f"{number_word(steps)} steps"])
    if kind == "spiral":
        for i in range(steps):
            wedge = plate([(0, -0.06), (w, -0.2), (w, 0.2), (0, 0.06)], 0.05).rotated("x", -90)
            post = bar((0.96 * w, 0, 0), (0.96 * w, 0.85, 0), 0.015)
            design.add("tread", wedge.rotated("y", 25 * i).moved(y=rise * (i + 1)), tread)
            if rail != "no":
                design.add("railing", post.rotated("y", 25 * i).moved(y=rise * (i + 1)), rail_paint)
        t = np.radians(25 * np.arange(steps))
        if rail != "no":
            design.add(
                "railing",
                sweep(
                    np.stack([0.96 * w * np.cos(t), rise * (np.arange(steps) + 1) + 0.85, -0.96 * w * np.sin(t)], 1),
                    0.025,
                ),
                rail_paint,
            )
        design.add("pole", cylinder(0.09, rise * steps + 1.0), frame)
    else:
        for i in range(steps):
            y, z = rise * (i + 1), -run * i
            design.add("tread", box(w, 0.045, run + 0.03).moved(0, y - 0.04, z + 0.015), tread)
            if kind == "solid":
                design.add("riser", box(0.97 * w, y - 0.02, run).moved(z=z), frame)
        if kind == "open":
            design.add(
                "stringer",
                both(
                    bar((0.45 * w, 0, 0.5 * run), (0.45 * w, rise * steps - 0.05, run * (0.5 - steps)), 0.07, sides=4)
                ),
                frame,
            )
        posts = [
            bar((0.47 * w, rise * (i + 1) - 0.03, -run * i), (0.47 * w, rise * (i + 1) + 0.85, -run * i), 0.015)
            for i in range(steps)
        ]
        hand = bar((0.47 * w, rise + 0.85, 0.0), (0.47 * w, rise * steps + 0.85, -run * (steps - 1)), 0.03, sides=8)
        if rail != "no":
            design.add("railing", both(join(hand, *posts)) if rail == "both sides" else join(hand, *posts), rail_paint)
    if rail != "no":
        design.features.append(f"a {rail_paint.name} railing")
    return design


@category("window", family="street", also=("window frame", "casement"))
def window(p: Parameters) -> Design:
    w, ratio, shape = p.real("width", 0.7, 1.5), p.real("ratio", 0.9, 1.7), p.choice("shape", ["rectangular", "arched"])
    rows, columns, t = p.whole("rows", 1, 4), p.whole("columns", 1, 4), p.real("frame_width", 0.05, 0.09)
    frame, glass = (
        p.material("frame", [WHITE, *TIMBER[:2], DARK, DARK_GREEN, GREY]),
        p.material("glass", [PANE, GLASS, Material("sky glass", (0.55, 0.75, 0.9))]),
    )
    extra, paint = (
        p.choice("extra", ["shutters", "flower box", "sill"]),
        p.material("shutter_paint", [GREEN, BLUE, BARN_RED, DARK_GREEN, WOODS[0]]),
    )
    panes = rows * columns + (2 if shape == "arched" else 0)
    h, rise = w * ratio, w / 2 if shape == "arched" else 0.0
    design = Design(
        [frame.name, shape],
        [
            f"{number_word(panes)} pane{'s' * (panes > 1)}",
            {"shutters": f"{paint.name} shutters", "flower box": "a flower box", "sill": "a sill"}[extra],
        ],
    )
    bars = row(box(0.03, h, 0.05), columns - 1, step=(w / columns, 0, 0)) if columns > 1 else box(0.03, 0.03, 0.03)
    lines = (
        row(box(w, 0.03, 0.048).moved(y=h / 2 - 0.015), rows - 1, step=(0, h / rows, 0))
        if rows > 1
        else box(0.03, 0.03, 0.03)
    )
    design.add(
        "glass",
        plate(arch(w, h + rise, h) if rise else [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)], 0.015),
        glass,
    )
    sides = both(box(t, h + t, 0.1).moved(w / 2, -t / 2)) + row(
        box(w + t, t, 0.099).moved(y=h / 2 - t / 2), 2, step=(0, h, 0)
    )
    design.add("frame", sides, frame)
    if rise:
        design.add(
            "frame",
            sweep(arc(w / 2, 0, 180, points=20) + np.array([0, h, 0]), t / 2, sides=6)
            + bar((0, h, 0), (0, h + rise, 0), 0.02),
            frame,
        )
    design.add("window bar", bars + lines, frame)
    design.add("handle", box(0.02, 0.12, 0.06).moved(0.44 * w, 0.45 * h, 0.05), BRASS)
    design.add("sill", box(w + 0.25, 0.05, 0.24).moved(0, -t / 2 - 0.05, 0.06), frame if extra != "sill" else CONCRETE)
    if extra == "shutters":
        shutter = box(0.48 * w, h, 0.03) + row(box(0.38 * w, 0.035, 0.05).moved(y=h / 2), 10, step=(0, 0.09 * h, 0))
        design.add("shutter", both(shutter.moved(0.75 * w + t / 2 + 0.01, 0, 0.02)), paint)
    elif extra == "flower box":
        design.add("flower box", box(w, 0.18, 0.2).moved(0, -t / 2 - 0.02, 0.17), paint)
        bloom = sphere(0.06, segments=8).moved(0, 0.22, 0.17)
        design.add("leaf", row(sphere(0.1, segments=8).moved(0, 0.14, 0.17), 6, step=(w / 6.5, 0, 0)), GREEN)
        design.add("flower", row(bloom, 5, step=(w / 6, 0, 0)), PLASTICS[8])
    return design


@category("door", family="street", also=("front door", "doorway"))
def door(p: Parameters) -> Design:
    w, h, panels = p.real("width", 0.8, 1.1), p.real("height", 1.95, 2.3), p.whole("rows", 1, 4)
    kind, angle = p.choice("kind", ["panelled", "glazed", "planks"]), p.real("angle", 0, 70)
    paint = p.material("paint", [*TIMBER[:3], RED, DARK_GREEN, BLUE, WHITE, BLACK])
    frame, metal = p.material("frame", [WHITE, *TIMBER[:2], GREY]), p.material("metal", [BRASS, CHROME, DARK])
    knob, letter = p.choice("handle", ["knob", "lever"]), p.choice("letter_slot", ["yes", "no"])
    words = {
        "panelled": f"{number_word(2 * panels)} panels",
        "planks": "upright planks",
        "glazed": f"{number_word(2 * panels)} glass panes",
    }
    design = Design([paint.name, kind if kind != "planks" else "planked"], [words[kind], f"a {metal.name} {knob}"])
    design.add(
        "frame", both(box(0.1, h + 0.1, 0.14).moved(w / 2 + 0.055)) + box(w, 0.1, 0.138).moved(y=h + 0.005), frame
    )
    design.add("threshold", box(w + 0.3, 0.04, 0.3).moved(y=-0.035), CONCRETE)
    dim = Material("shaded", (0.75 * paint.color[0], 0.75 * paint.color[1], 0.75 * paint.color[2]))
    parts = [("leaf", box(w, h - 0.02, 0.05).moved(y=0.01), paint)]
    if kind == "planks":
        parts.append(("groove", row(box(0.012, h - 0.06, 0.056).moved(y=0.03), 6, step=(w / 6, 0, 0)), dim))
        parts.append(("strap", row(box(0.7 * w, 0.06, 0.064).moved(-0.12 * w, h / 2), 2, step=(0, 0.65 * h, 0)), metal))
    else:
        step = 0.86 * h / panels
        panel = row(
            row(box(0.32 * w, step - 0.1, 0.062).moved(y=0.53 * h - step / 2), panels, step=(0, step, 0)),
            2,
            step=(0.43 * w, 0, 0),
        )
        rim = row(
            row(box(0.37 * w, step - 0.06, 0.056).moved(y=0.53 * h - step / 2 - 0.02), panels, step=(0, step, 0)),
            2,
            step=(0.43 * w, 0, 0),
        )
        parts += [("panel rim", rim, dim), ("panel", panel, paint if kind == "panelled" else PANE)]
    x = 0.45 * w
    grip = (
        sphere(0.035, segments=12).moved(x, 0.47 * h, 0.07)
        if knob == "knob"
        else bar((x, 0.47 * h, 0.07), (x - 0.12, 0.47 * h, 0.07), 0.012)
    )
    parts.append(
        ("handle", grip + disc(0.015, 0.07).moved(x, 0.47 * h) + box(0.04, 0.16, 0.06).moved(x, 0.47 * h - 0.1), metal)
    )
    if letter == "yes":
        parts.append(("letter slot", box(0.26, 0.05, 0.072).moved(0, 0.47 * h), metal))
        design.features.append("a letter slot")
    for name, solid, material in parts:
        design.add(name, solid.moved(w / 2).rotated("y", -angle).moved(-w / 2), material)
    design.features.append("a doorway standing open" if angle > 15 else "a closed leaf")
    return design
