"""Paper, pens and what is used with them."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.office.parts import (
    CREAM,
    GOLD,
    PALE,
    PAPER,
    PRINT,
    SCREEN,
    digits,
    lines,
    panel,
    pose,
    turn,
)
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
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
    box,
    cylinder,
    disc,
    extrude,
    join,
    lathe,
    mirrored,
    rounded,
    row,
    side_cut,
    sphere,
    sweep,
    torus,
    tube,
)

INKS = (RED, BLUE, GREEN, BLACK, PURPLE, ORANGE)


def front_cut(outline: list[tuple[float, float]], depth: float) -> Solid:
    """A sheet of the (x, y) outline, centred in z."""
    return along_z(extrude([(x, -y) for x, y in outline], depth)).moved(z=-depth / 2)


@category("pen", family="office", also=("ink pen", "writing pen"))
def pen(p: Parameters) -> Design:
    length, r, place = p.real("length", 0.125, 0.15), p.real("radius", 0.0045, 0.0072), pose(p)
    kind, split = p.choice("kind", ["ballpoint", "capped", "fountain"]), p.real("grip_length", 0.25, 0.42)
    barrel, grip = p.material("barrel", [*PLASTICS, *METALS[:2], CHROME]), p.material("grip", [BLACK, GREY, *INKS[:3]])
    metal = p.material("metal", [BRASS, CHROME, GOLD, STEEL])
    tip, middle, ink = 0.11 * length, split * length, grip if kind == "capped" else barrel
    design = Design([barrel.name, kind], [f"{'an' if metal.name[0] in 'aeiou' else 'a'} {metal.name} tip"])
    design.add("grip", lathe([(0.7 * r, tip), (r, 1.6 * tip), (r, middle)], segments=16), grip)
    sides = 6 if kind == "capped" else 20
    design.add("barrel", cylinder(1.02 * r, 0.94 * length - middle, segments=sides).moved(y=middle), barrel)
    clip = box(0.6 * r, 0.3 * length, 0.35 * r).moved(0, 0.6 * length, 1.5 * r)
    clip += box(0.6 * r, 0.02 * length, 0.9 * r).moved(0, 0.88 * length, 1.1 * r)
    if kind == "fountain":
        nib = [(-0.7 * r, tip * 1.1), (-0.8 * r, 0.6 * tip), (0, 0), (0.8 * r, 0.6 * tip), (0.7 * r, tip * 1.1)]
        design.add("tip", front_cut([(x, y) for x, y in nib], 0.25 * r), metal)
        design.add("tip", cylinder(0.1 * r, 0.75 * tip, top_radius=0.5 * r, segments=8).moved(y=0.3 * tip), BLACK)
    else:
        design.add("tip", lathe([(0.08 * r, 0), (0.2 * r, 0.25 * tip), (0.72 * r, tip)], segments=14), metal)
    if kind == "ballpoint":
        design.add("button", cylinder(0.5 * r, 0.08 * length, segments=12).moved(y=0.93 * length), metal)
        design.add("ring", cylinder(1.08 * r, 0.02 * length).moved(y=middle), metal)
        design.features.append("a push button")
    else:
        design.add("cap", lathe([(1.2 * r, 0.62 * length), (1.2 * r, length), (0.8 * r, 1.02 * length)]), ink)
        design.features.append("its cap on the back")
    if kind == "fountain":
        design.add("ring", cylinder(1.28 * r, 0.025 * length).moved(y=0.62 * length), metal)
    design.add("clip", clip, ink if kind == "capped" else metal)
    return turn(design, "z", 90) if place == "lying" else design


@category("pencil", family="office", also=("lead pencil",))
def pencil(p: Parameters) -> Design:
    length, r, place = p.real("length", 0.08, 0.19), p.real("radius", 0.0036, 0.0048), pose(p)
    point, sides, end = (
        p.real("point", 0.018, 0.03),
        p.choice("barrel_form", ["hexagonal", "hexagonal", "round", "three-sided"]),
        p.choice("end", ["eraser", "eraser", "dipped", "plain"]),
    )
    paint = p.material("paint", [YELLOW, YELLOW, ORANGE, RED, BLUE, GREEN, BLACK, PINK, PURPLE, TURQUOISE, WOODS[2]])
    tint, lead = p.material("second_colour", [BLACK, RED, WHITE, GOLD]), p.choice("lead", ["graphite", "coloured"])
    n = {"hexagonal": 6, "round": 18, "three-sided": 3}[sides]
    core = Material("graphite", (0.18, 0.18, 0.20)) if lead == "graphite" else paint
    design = Design([paint.name, sides, "long" if length > 0.13 else "short"], [f"a {core.name} point"])
    design.add("point", cylinder(0.0003, 0.3 * point, top_radius=0.3 * r, segments=36), core)
    wood = lathe([(0.3 * r, 0.3 * point), ({3: 0.6, 6: 0.9, 18: 0.97}[n] * r, point)], segments=36)
    design.add("sharpened wood", wood, Material("pale wood", (0.89, 0.73, 0.52)))
    design.add("barrel", cylinder(r, length - point, segments=n).moved(y=0.96 * point), paint)
    design.add("print", box(0.5 * r, 0.25 * length, 0.1 * r).moved(0, 0.6 * length, r * (0.9 if n > 3 else 0.48)), tint)
    if end == "eraser":
        metal = STEEL if n == 18 else BRASS
        ferrule = [(1.06 * r, 0), (1.06 * r, 0.005), (0.97 * r, 0.006), (1.06 * r, 0.007), (1.06 * r, 0.013)]
        design.add("ferrule", lathe(ferrule, segments=18).moved(y=length), metal)
        design.add("eraser", lathe([(r, 0.013), (r, 0.019), (0.7 * r, 0.022)], segments=16).moved(y=length), PINK)
        design.features.append(f"a pink eraser in a {metal.name} ferrule")
    elif end == "dipped":
        design.add("end", lathe([(1.03 * r, 0), (1.03 * r, 0.02), (0.5 * r, 0.023)], segments=n).moved(y=length), tint)
        design.features.append(f"a {tint.name} end")
    return turn(design, "z", 90) if place == "lying" else design


@category("marker", family="office", also=("felt-tip pen", "marker pen"))
def marker(p: Parameters) -> Design:
    length, r, place = p.real("length", 0.1, 0.13), p.real("radius", 0.007, 0.011), pose(p)
    kind, cap = p.choice("kind", ["permanent", "whiteboard", "highlighter"]), p.choice("cap", ["closed", "off", "off"])
    ink = p.material("ink", [*INKS, YELLOW, PINK, TURQUOISE])
    body, nib = p.material("body", [WHITE, BLACK, GREY, PALE]), p.real("cap_share", 0.3, 0.42)
    barrel = ink if kind == "highlighter" else body
    flat = 0.6 if kind == "highlighter" else 1
    design = Design([ink.name, kind], ["its cap on" if cap == "closed" else "its cap off"])
    parts = [("barrel", cylinder(r, 0.62 * length, segments=24).moved(y=0.36 * length), barrel)]
    neck = lathe([(0.45 * r, 0.2 * length), (0.85 * r, 0.27 * length), (0.9 * r, 0.37 * length)], segments=18)
    felt = cylinder(0.1 * r, 0.14 * length, top_radius=0.42 * r, segments=12).moved(y=0.1 * length)
    parts += [("neck", neck, BLACK if kind != "whiteboard" else barrel), ("nib", felt, ink)]
    parts.append(("end", cylinder(0.8 * r, 0.05 * length, segments=18).moved(y=0.97 * length), ink))
    parts.append(("label", cylinder(1.02 * r, 0.3 * length).moved(y=0.5 * length), WHITE if barrel == ink else ink))
    parts.append(("label", cylinder(1.04 * r, 0.03 * length).moved(y=0.62 * length), PRINT))
    hood = lathe([(0.7 * r, 0), (1.1 * r, 0.06 * length), (1.1 * r, nib * length)], segments=24)
    hood += box(0.7 * r, 0.8 * nib * length, 0.4 * r).moved(0, 0.15 * nib * length, 1.2 * r)
    if cap == "closed":
        parts.append(("cap", hood.moved(y=0.06 * length), ink if kind != "highlighter" else BLACK))
    else:
        parts.append(("cap", hood.rotated("z", 180).moved(y=1.18 * length), ink))
    for part, solid, material in parts:
        design.add(part, solid.scaled(1, 1, flat), material)
    return turn(design, "z", 90) if place == "lying" else design


@category("stapler", family="office", also=("desk stapler",))
def stapler(p: Parameters) -> Design:
    length, w, gape = p.real("length", 0.09, 0.17), p.real("width", 0.028, 0.042), p.real("opening", 5, 14)
    form, tall = p.choice("form", ["rounded", "straight", "angular"]), p.real("arm_height", 0.16, 0.26)
    paint = p.material("paint", [BLACK, BLACK, RED, BLUE, GREY, TURQUOISE, PALE, YELLOW])
    base, metal = p.choice("base", ["same colour", "black", "metal"]), p.material("metal", [STEEL, CHROME])
    foot = {"same colour": paint, "black": BLACK, "metal": metal}[base]
    h, reach = tall * length, 0.95 * length
    top = {
        "rounded": [(reach, 0.25 * h), (0.93 * reach, 0.75 * h), (0.7 * reach, h), (0.3 * reach, h), (0, 0.75 * h)],
        "straight": [(reach, 0), (reach, 0.75 * h), (0.95 * reach, 0.85 * h), (0, 0.8 * h), (-0.02 * reach, 0.3 * h)],
        "angular": [(reach, 0.1 * h), (0.8 * reach, h), (0.5 * reach, 0.85 * h), (0.1 * reach, h), (0, 0.6 * h)],
    }[form]
    arm, back = side_cut([(-0.04 * reach, 0), (0.97 * reach, 0), *top], w * 0.85), -0.47 * length
    lift = {"y": 0.014 + 0.02 * length, "z": back}
    design = Design([paint.name, form], [f"a {foot.name} base", f"{'an' if gape > 9 else 'a slightly'} open jaw"])
    design.add("base", extrude(rounded(w, 1.03 * length, 0.3 * w, points=8), 0.009).moved(y=0.003), foot)
    design.add("pad", extrude(rounded(0.95 * w, 0.98 * length, 0.3 * w, points=8), 0.004), RUBBER)
    design.add("anvil", box(0.6 * w, 0.003, 0.14 * length).moved(0, 0.011, 0.38 * length), metal)
    design.add(
        "magazine",
        box(0.55 * w, 0.01, 0.93 * reach).moved(z=0.48 * reach).rotated("x", -0.6 * gape).moved(**lift),
        metal,
    )
    design.add("arm", arm.moved(y=0.006).rotated("x", -gape).moved(**lift), paint)
    strip = box(0.5 * w, 0.006, 0.35 * reach).moved(0, 0.006 + 0.82 * h, 0.5 * reach)
    design.add("grip", strip.rotated("x", -gape).moved(**lift), BLACK if paint.name != "black" else GREY)
    cheek = box(1.02 * w, 0.35 * h + 0.02 * length + 0.012, 0.16 * length).moved(0, 0.006, back + 0.05 * length)
    design.add("hinge", cheek, foot)
    pin = cylinder(0.006, 1.1 * w, segments=12).rotated("z", 90).moved(0.55 * w, 0.016 + 0.02 * length, back + 0.02)
    design.add("pin", pin, metal)
    return design


@category("scissors", family="office", also=("shears",))
def scissors(p: Parameters) -> Design:
    blade, w, gape = p.real("blade", 0.06, 0.12), p.real("blade_width", 0.011, 0.017), p.real("opening", 8, 32)
    loop, long = p.real("loop", 0.016, 0.022), p.real("loop_stretch", 1.0, 1.6)
    tip, place = p.choice("tip", ["pointed", "rounded"]), pose(p)
    grip = p.material("grip", [BLACK, RED, ORANGE, BLUE, GREEN, PINK, YELLOW, STEEL])
    metal = p.material("metal", [STEEL, CHROME])
    end = [(0.1 * w, blade), (0.3 * w, blade)] if tip == "pointed" else [(-0.2 * w, 0.97 * blade), (0.3 * w, blade)]
    edge = front_cut([(-0.5 * w, -w), (-0.5 * w, 0.6 * w), *end, (0.5 * w, 0.9 * blade), (0.5 * w, -w)], 0.0024)
    x, y = 0.3 * w + 0.5 * loop, -w - 0.5 * blade * 0.4 - loop * long
    shank = sweep(
        [(0, -0.3 * w, 0), (0.3 * w, -1.5 * w, 0), (x * 0.5, y + 0.95 * loop * long, 0)], [0.004, 0.005, 0.006]
    )
    ring = along_z(torus(loop, 0.0045, segments=22, sides=8)).scaled(1, long, 1).moved(x, y)
    design = Design([f"{grip.name}-handled", tip], [f"{grip.name} finger loops", f"{metal.name} blades"])
    for side in (1, -1):
        for part, solid, material in (("blade", edge, metal), ("handle", shank + ring, grip)):
            half = solid.rotated("z", gape / 2).moved(z=0.0013)
            design.add(part, half if side > 0 else half.scaled(-1, 1, -1), material)
    design.add("pivot", disc(0.28 * w, 0.008, segments=14).moved(z=-0.004), GREY if metal.name == "chrome" else BRASS)
    return turn(design, "x", -90) if place == "lying" else design


@category("tape dispenser", family="office", also=("sticky tape dispenser",))
def tape_dispenser(p: Parameters) -> Design:
    r, w, reach = p.real("roll_radius", 0.026, 0.045), p.real("width", 0.018, 0.032), p.real("reach", 1.5, 2.2)
    form, core = p.choice("form", ["desk", "desk", "round", "flat"]), p.real("core", 0.4, 0.68)
    paint = p.material(
        "paint", [BLACK, BLACK, GREY, RED, BLUE, TURQUOISE, WHITE, PINK, Material("green", (0.1, 0.4, 0.25))]
    )
    tape = p.material("tape", [Material("clear", (0.86, 0.87, 0.83)), Material("amber", (0.83, 0.66, 0.38)), WHITE])
    hub, front, y = p.material("hub", [WHITE, GREY, BLACK, RED]), reach * r, 1.15 * r
    wide = 1.5 * w
    design = Design([paint.name, form], [f"a roll of {tape.name} tape", "a toothed cutter"])
    wheel = Solid(tube(r, core * r, w, segments=28).vertices[:, [1, 2, 0]], tube(r, core * r, w, segments=28).faces)
    design.add("roll", wheel.moved(-w / 2, y), tape)
    design.add("hub", tube(1.01 * core * r, 0.5 * core * r, 1.1 * w).rotated("z", -90).moved(-0.55 * w, y), hub)
    design.add("axle", cylinder(0.22 * r, wide).rotated("z", -90).moved(-wide / 2, y), paint)
    cheek = {
        "desk": [
            (-1.25 * r, 0),
            (front, 0),
            (front, 0.75 * y),
            (0.8 * front, 0.75 * y),
            (0.4 * r, 0.5 * y),
            (0.3 * r, 1.2 * y),
            (-0.3 * r, 1.2 * y),
            (-1.1 * r, 0.4 * y),
        ],
        "round": [
            (-0.9 * r, 0),
            (front, 0),
            (front, 0.3 * y),
            (0.6 * r, 1.0 * y),
            (-0.6 * r, 1.0 * y),
            (-1.1 * r, 0.4 * y),
        ],
        "flat": [
            (-1.3 * r, 0),
            (front, 0),
            (front, 0.6 * y),
            (0.7 * front, 0.6 * y),
            (0.5 * r, 0.4 * y),
            (-1.3 * r, 0.45 * y),
        ],
    }[form]
    plate = side_cut(cheek, 0.22 * w)
    design.add("side", mirrored(plate.moved(x=0.64 * w)), paint)
    design.add("base", box(wide * 1.02, 0.16 * r, front + 1.3 * r).moved(z=(front - 1.3 * r) / 2), paint)
    top = cheek[2][1]
    design.add("nose", box(wide * 1.02, top, 0.3 * r).moved(z=front - 0.13 * r), paint)
    teeth = row(cylinder(0.1 * w, 0.1 * r, top_radius=0, segments=4), 7, step=(0.16 * w, 0, 0))
    design.add("cutter", (box(1.15 * w, 0.1 * r, 0.05 * r) + teeth.moved(y=0.09 * r)).moved(0, top, front), STEEL)
    run = np.array([front - 0.02 * r - 0.35 * r, top + 0.04 * r - y - 0.93 * r])
    start = np.array([0.35 * r, y + 0.93 * r])
    strip = box(0.92 * w, 0.02 * r, float(np.hypot(*run))).moved(z=float(np.hypot(*run)) / 2)
    strip = strip.rotated("x", -float(np.degrees(np.arctan2(run[1], run[0])))).moved(0, start[1], start[0])
    design.add("tape", strip, tape)
    return design


@category("ruler", family="office", also=("measuring stick", "straightedge"))
def ruler(p: Parameters) -> Design:
    cm, w, t = p.whole("centimetres", 15, 31), p.real("width", 0.024, 0.042), p.real("thickness", 0.0018, 0.004)
    body = p.material(
        "body", [YELLOW, WOODS[2], WOODS[2], STEEL, WHITE, GREEN, ORANGE, PINK, Material("clear", (0.82, 0.9, 0.93))]
    )
    edge, hole, place = p.choice("second_scale", ["inches", "none"]), p.choice("hole", ["yes", "no"]), pose(p)
    ink, ends = p.material("ink", [BLACK, BLACK, RED, BLUE]), p.choice("ends", ["square", "round"])
    length = 0.01 * cm + 0.014
    design = Design([body.name, "long" if cm > 22 else "short"], [f"{ink.name} centimetre marks"])
    outline = rounded(length, w, 0.5 * w if ends == "round" else 0.001, points=6)
    design.add("body", extrude(outline, t), body)
    left, z, count = -0.005 * cm, 0.49 * w, 5 * cm + 1
    heights = [0.3 * w if i % 5 == 0 else 0.14 * w for i in range(count)]
    marks = [box(0.0006, 0.0003, h).moved(left + 0.002 * i, t, z - h / 2) for i, h in enumerate(heights)]
    design.add("mark", join(*marks), ink)
    numbers = [digits(str(i), 0.13 * w).rotated("x", -90).moved(left + 0.01 * i, t, 0.1 * w) for i in range(5, cm, 5)]
    design.add("number", join(*numbers), ink)
    if edge == "inches":
        inches = [box(0.0006, 0.0003, 0.2 * w).moved(left + 0.00635 * i, t, -0.38 * w) for i in range(int(cm / 0.635))]
        design.add("mark", join(*inches), ink)
        design.features.append("inches on the other edge")
    if hole == "yes":
        x = 0.005 * cm + (0.0 if ends == "square" else -0.002)
        design.add("hole", cylinder(0.08 * w, t + 0.0006, segments=14).moved(x, -0.0003, -0.1 * w), SCREEN)
        design.features.append("a hole at one end")
    return design if place == "lying" else turn(turn(design, "x", 90), "z", 90)


@category("eraser", family="office", also=("rubber",))
def eraser(p: Parameters) -> Design:
    length, w, t = p.real("length", 0.038, 0.065), p.real("width", 0.018, 0.026), p.real("thickness", 0.009, 0.015)
    form, share = p.choice("form", ["sleeved", "sleeved", "slanted", "two-coloured"]), p.real("sleeve", 0.5, 0.75)
    soft = p.material(
        "gum", [PINK, WHITE, WHITE, Material("light blue", (0.6, 0.78, 0.9)), Material("mint", (0.66, 0.87, 0.76))]
    )
    print_ = p.material("sleeve_colour", [BLUE, BLACK, GREEN, RED, WHITE])
    worn = p.real("wear", 0.1, 0.45) * t
    gum = Material("pink", (0.90, 0.48, 0.52)) if form == "slanted" else soft
    half, slope = length / 2, 1.0 if form == "slanted" else 0
    outline = [(x + slope * y, y + t / 2) for x, y in rounded(length, t, worn, points=10)]
    told = {"slanted": "slanted ends", "two-coloured": "a second half for ink"}
    design = Design([gum.name, form], [told.get(form, f"a {print_.name} sleeve")])
    block = front_cut(outline, w)
    block += front_cut([(x * 0.985, t * 0.06 + y * 0.88) for x, y in outline], 1.05 * w)
    design.add("body", block, gum)
    if form == "sleeved":
        middle = -half * 0.98 + share * half
        sleeve = box(share * length, 1.1 * t, 1.12 * w).moved(middle - 0.0002, -0.05 * t)
        design.add("sleeve", sleeve, print_)
        second = WHITE if print_.name != "white" else BLUE
        for x, wide in ((0.34, 0.14), (-0.34, 0.14)):
            design.add(
                "stripe",
                box(wide * share * length, 1.13 * t, 1.14 * w).moved(middle + x * share * length, -0.065 * t),
                second,
            )
        design.add("print", box(0.36 * share * length, 0.0004, 0.4 * w).moved(middle, 1.06 * t), second)
    elif form == "two-coloured":
        design.add(
            "ink half",
            box(share * 0.6 * length, 1.04 * t, 1.08 * w).moved(-half + 0.29 * share * length, -0.02 * t),
            print_,
        )
    else:
        design.add("print", box(0.4 * length, 0.0005, 0.4 * w).moved(y=t), PRINT)
    return design


@category("book", family="office", also=("hardcover", "volume"))
def book(p: Parameters) -> Design:
    w, h, t = p.real("width", 0.11, 0.21), p.real("ratio", 1.25, 1.55), p.real("thickness", 0.014, 0.05)
    state, ribbon = p.choice("state", ["standing", "lying", "open"]), p.choice("ribbon", ["yes", "no"])
    leather = (Material("brown leather", (0.40, 0.23, 0.13)), Material("dark green", (0.10, 0.27, 0.19)))
    cover = p.material("cover", [*PLASTICS[:3], BLACK, WHITE, PURPLE, ORANGE, TURQUOISE, *leather, *leather])
    title = p.material("title", [GOLD, GOLD, WHITE, BLACK, YELLOW])
    mark, page, art = (
        p.material("ribbon_colour", [RED, GOLD, BLUE]),
        p.material("pages", [PAPER, CREAM]),
        p.choice("cover_art", ["title", "framed", "picture"]),
    )
    h, gold = h * w, Material("blue", (0.2, 0.35, 0.5)) if title.name == cover.name else title
    design = Design([cover.name, "open" if state == "open" else "closed"], [f"{page.name} pages"])
    if state == "open":
        top = [(0, 0.5 * t), (0.12 * w, 0.88 * t), (0.3 * w, t), (0.7 * w, 0.92 * t), (w, 0.6 * t)]
        leaf = front_cut([(0, 0.003), (w, 0.003), *reversed(top)], 0.96 * h)
        design.add("pages", mirrored(leaf), page)
        design.add("cover", box(2.06 * w, 0.003, h), cover)
        design.add("cover", box(1.1 * t, 0.0045, 1.003 * h), cover)
        text = lines(0.36 * w, 0.8 * h, 16).rotated("x", -90).rotated("z", -8 * t / 0.07)
        design.add("print", mirrored(text.moved(0.5 * w, 0.965 * t + 0.001)), PRINT)
        design.features.append("two pages of print")
    else:
        design.add("cover", mirrored(box(0.003, h, w).moved(t / 2 + 0.0015)).rotated("y", 90), cover)
        design.add("pages", box(w * 0.965, h * 0.96, t).moved(-0.01 * w, 0.02 * h), page)
        spine = cylinder(t / 2 + 0.003, h, segments=20).scaled(0.4, 1, 1).moved(-w / 2)
        design.add("spine", spine, cover)
        band = spine.moved(w / 2).scaled(1.06, 0.012, 1.02).moved(-w / 2)
        design.add("band", join(*(band.moved(y=h * s) for s in (0.1, 0.16, 0.84, 0.9))), gold)
        z = t / 2 + 0.003
        design.add(
            "title",
            (
                panel(0.6 * w, 0.05 * h, 0.0008).moved(0, 0.8 * h)
                + panel(0.4 * w, 0.035 * h, 0.0008).moved(0, 0.71 * h)
            ).moved(z=z),
            gold,
        )
        if art == "framed":
            frame = (
                mirrored(panel(0.02 * w, 0.92 * h, 0.0008).moved(0.44 * w))
                + mirrored(panel(0.45 * w, 0.012 * h, 0.0007).moved(0.22 * w, 0.454 * h))
                + panel(0.9 * w, 0.012 * h, 0.0007).moved(0, -0.454 * h)
            )
            design.add("frame", frame.moved(0, h / 2, z), gold)
        elif art == "picture":
            design.add("picture", panel(0.66 * w, 0.42 * h, 0.0007).moved(0, 0.36 * h, z), mark)
            design.add("picture", disc(0.2 * w, 0.0014).moved(0, 0.36 * h, z), gold)
        design.features.append(f"a {gold.name} title")
    if ribbon == "yes":
        tail = box(0.006, 0.3 * h, 0.001)
        place = (
            tail.rotated("x", 90).moved(0.01, t * 0.6 + 0.001, 0.3 * h)
            if state == "open"
            else tail.moved(-0.3 * w, -0.06 * h, 0.1 * t)
        )
        design.add("ribbon", place, mark)
        design.features.append(f"a {mark.name} ribbon")
    return turn(design, "x", -90) if state == "lying" else design


@category("binder", family="office", also=("ring binder", "file folder"))
def binder(p: Parameters) -> Design:
    t, h, d = p.real("spine", 0.045, 0.085), p.real("height", 0.28, 0.33), p.real("depth_ratio", 0.8, 0.95)
    state, fill = p.choice("state", ["closed", "closed", "open"]), p.real("fill", 0.3, 0.85)
    cover = p.material(
        "cover", [BLACK, BLUE, RED, GREEN, GREY, WHITE, YELLOW, Material("marbled grey", (0.35, 0.36, 0.38))]
    )
    label, rings = p.choice("label", ["large", "small"]), p.whole("rings", 2, 4)
    d *= h
    white = WHITE if cover.name != "white" else BEIGE
    design = Design(
        [cover.name, state],
        [f"a {label} label on the spine" if state == "closed" else f"{number_word(rings)} metal rings"],
    )
    high = h * (0.45 if label == "large" else 0.22)
    if state == "closed":
        design.add("spine", box(t, h, 0.003).moved(z=d / 2), cover)
        design.add("cover", mirrored(box(0.003, h, d).moved(t / 2 - 0.001)), cover)
        design.add(
            "pages",
            box(fill * (t - 0.006), 0.9 * h, 0.8 * d).moved((fill - 1) * 0.5 * (t - 0.006), 0.03 * h, -0.05 * d),
            PAPER,
        )
        z = d / 2 + 0.003
        design.add("label", panel(0.75 * t, high, 0.001).moved(0, 0.93 * h - high / 2, z - 0.001), white)
        design.add("print", lines(0.55 * t, 0.4 * high, 3).moved(0, 0.93 * h - 0.4 * high, z), PRINT)
        hole = along_z(torus(0.013, 0.0025, sides=6)).moved(0, 0.2 * h, z - 0.0015)
        design.add("ring", hole, CHROME)
        design.add("finger hole", disc(0.012, 0.001).moved(0, 0.2 * h, z - 0.001), SCREEN)
        design.add("edge", mirrored(box(0.006, 0.004, 0.9 * d).moved(t / 2 - 0.001)), STEEL)
        design.features.append("a finger hole")
    else:
        design.add("cover", mirrored(box(d, 0.003, h).moved(t / 2 + d / 2)), cover)
        design.add("spine", box(t, 0.0025, 0.995 * h).moved(y=-0.0005), cover)
        stack = fill * 0.5 * t
        design.add("pages", box(0.82 * d, stack, 0.92 * h).moved(0.12 * t + 0.45 * d, 0.002), PAPER)
        design.add(
            "print", lines(0.6 * d, 0.75 * h, 18).rotated("x", -90).moved(0.2 * t + 0.47 * d, stack + 0.002), PRINT
        )
        ring = torus(0.38 * t, 0.003, segments=22, sides=6).rotated("x", 90).moved(0.05 * t, 0.36 * t)
        design.add("ring", row(ring, rings, step=(0, 0, 0.7 * h / (rings - 1))), CHROME)
        design.add("rail", box(0.35 * t, 0.006, 0.9 * h).moved(y=0.002), STEEL)
        design.add("label", box(0.4 * d, 0.0008, high).moved(-t / 2 - 0.5 * d, 0.003), white)
    return design


@category("clipboard", family="office", also=("clip board",))
def clipboard(p: Parameters) -> Design:
    w, h, lean = p.real("width", 0.21, 0.26), p.real("ratio", 1.3, 1.5), p.real("tilt", 0, 25)
    clip, sheet = p.choice("clip", ["wide", "arched"]), p.choice("paper", ["printed", "checklist", "no"])
    hard = (Material("hardboard", (0.52, 0.34, 0.20)), Material("light hardboard", (0.70, 0.50, 0.31)))
    board = p.material("board", [*hard, *hard, BLACK, BLUE, GREY, Material("clear", (0.8, 0.88, 0.92)), PINK])
    metal, stand = p.material("metal", [CHROME, STEEL, BLACK_METAL, BRASS]), pose(p, lying=1)
    h *= w
    design = Design([board.name], [f"{'an' if clip == 'arched' else 'a'} {clip} {metal.name} clip"])
    design.add("board", panel(w, h, 0.004, radius=0.07 * w), board)
    if sheet != "no":
        design.add("paper", panel(0.88 * w, 0.88 * h, 0.0012).moved(0, -0.035 * h, 0.0035), PAPER)
        indent = 0.06 * w if sheet == "checklist" else 0
        design.add(
            "print",
            lines(0.7 * w - indent, 0.66 * h, 14 if sheet == "printed" else 8).moved(indent, -0.08 * h, 0.0046),
            PRINT,
        )
        design.features.append("a sheet of paper" if sheet == "printed" else "a checklist")
    if sheet == "checklist":
        design.add(
            "tick",
            row(panel(0.05 * w, 0.05 * w, 0.0007).moved(-0.33 * w, -0.08 * h, 0.0046), 8, step=(0, 0.0825 * h, 0)),
            BLUE,
        )
    wide, y = (0.62 if clip == "wide" else 0.42) * w, 0.43 * h
    design.add("clip", panel(wide, 0.035 * h, 0.007).moved(0, y - 0.03 * h, 0.003), metal)
    design.add("clip", panel(0.8 * wide, 0.05 * h, 0.004, radius=0.01).moved(0, y, 0.006), metal)
    spring = cylinder(0.007, 0.9 * wide, segments=14).rotated("z", 90).moved(0.45 * wide, y + 0.015 * h, 0.007)
    design.add("clip", spring, metal)
    if clip == "arched":
        design.add("clip", sweep(arc(0.3 * wide, 0, 180) * (1, 1.1, 1) + (0, y + 0.01 * h, 0.012), 0.0045), metal)
    else:
        design.add("clip", along_z(tube(0.02, 0.009, 0.004)).moved(0, y + 0.035 * h, 0.005), metal)
    return turn(design, "x", -90 if stand == "lying" else -lean)


@category("magnifying glass", family="office", also=("magnifier", "hand lens"))
def magnifying_glass(p: Parameters) -> Design:
    r, rim, length = p.real("radius", 0.028, 0.055), p.real("rim", 0.05, 0.1), p.real("handle_length", 1.6, 2.6)
    grip = (
        p.material("grip", [BLACK, BLACK, *WOODS[:2], WOODS[3], RED]),
        p.choice("grip_form", ["straight", "turned", "flared"]),
    )
    frame, place, bulge = p.material("frame", [CHROME, BRASS, GOLD, BLACK, STEEL]), pose(p), p.real("bulge", 0.08, 0.2)
    handle, form = grip
    thick, long = 0.13 * r, length * r
    design = Design([f"{handle.name}-handled"], [f"a {frame.name} rim", f"a {form} {handle.name} handle"])
    design.add("lens", sphere(1, segments=28).scaled(0.99 * r, 0.99 * r, bulge * r), GLASS)
    design.add("rim", along_z(tube(r * (1 + rim), 0.95 * r, 0.2 * r, segments=36)).moved(z=-0.1 * r), frame)
    design.add(
        "collar",
        lathe([(1.15 * thick, 0), (1.15 * thick, 0.22 * r), (0.6 * thick, 0.3 * r), (0.6 * thick, 0.5 * r)]).moved(
            y=-1.42 * r
        ),
        frame,
    )
    curves: dict[str, list[tuple[float, float]]] = {
        "straight": [(1, 0), (1, 1)],
        "turned": [(0.8, 0), (1.4, 0.2), (1.0, 0.5), (1.3, 0.8), (0.9, 1)],
        "flared": [(1.5, 0), (1.3, 0.4), (0.9, 1)],
    }
    curve = curves[form]
    design.add(
        "handle", lathe([(thick * a, long * b) for a, b in curve], segments=20).moved(y=-1.35 * r - long), handle
    )
    design.add(
        "end cap", sphere(1.02 * thick * curve[0][0], segments=14).scaled(1, 0.6, 1).moved(y=-1.35 * r - long), frame
    )
    return turn(design, "x", -90) if place == "lying" else design
