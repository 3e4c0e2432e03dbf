"""Office and desk things: stationery, devices, and the small objects that stand beside them."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import GLASS, METALS, PLASTICS, RUBBER, WOODS, Material
from trivium.procedural.solids import (
    Points,
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY, PINK, PURPLE, TURQUOISE, BEIGE = PLASTICS
STEEL, BRASS, BLACK_METAL, COPPER, CHROME, _ = METALS
GOLD, SILVER, BRONZE = (
    Material("golden", (0.85, 0.66, 0.20)),
    Material("silver", (0.77, 0.78, 0.80)),
    Material("bronze", (0.58, 0.38, 0.20)),
)
CHARCOAL, PALE = Material("dark grey", (0.23, 0.24, 0.26)), Material("light grey", (0.78, 0.79, 0.80))
PAPER, PRINT, CREAM = (
    Material("paper", (0.96, 0.95, 0.91)),
    Material("printed", (0.20, 0.20, 0.23)),
    Material("cream", (0.91, 0.86, 0.72)),
)
SCREEN, LCD = Material("dark", (0.05, 0.06, 0.08)), Material("pale green", (0.70, 0.76, 0.64))
RED_LIGHT, GREEN_LIGHT = Material("glowing red", (1.0, 0.22, 0.15)), Material("glowing green", (0.30, 0.95, 0.35))
CASES = (BLACK, CHARCOAL, GREY, PALE, WHITE, BEIGE)
INKS = (RED, BLUE, GREEN, BLACK, PURPLE, ORANGE)
SEGMENTS = dict(zip("0123456789", "abcdef bc abged abgcd fgbc afgcd afgedc abc abcdefg abcdfg".split(), strict=True))
BARS = {
    "a": (0.25, 1, 1),
    "b": (0.5, 0.75, 0),
    "c": (0.5, 0.25, 0),
    "d": (0.25, 0, 1),
    "e": (0, 0.25, 0),
    "f": (0, 0.75, 0),
    "g": (0.25, 0.5, 1),
}


def rounded(width: float, depth: float, radius: float, *, points: int = 4) -> list[tuple[float, float]]:
    """A rectangle with round corners, as an outline."""
    r = min(radius, 0.49 * width, 0.49 * depth)
    corners = [(1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270)]
    return [
        (sx * (width / 2 - r) + r * float(np.cos(a)), sz * (depth / 2 - r) + r * float(np.sin(a)))
        for sx, sz, start in corners
        for a in np.radians(np.linspace(start, start + 90, points))
    ]


def slab(width: float, height: float, depth: float, radius: float, *, top: float = 1) -> Solid:
    """A box with round upright edges, standing on the ground."""
    return extrude(rounded(width, depth, radius), height, top_scale=top)


def facing(solid: Solid) -> Solid:
    """What pointed up now points to the front."""
    return solid.rotated("x", 90)


def panel(width: float, height: float, thickness: float, *, radius: float = 0) -> Solid:
    """An upright sheet, centred in x and y, with its back at z = 0."""
    return facing(slab(width, thickness, height, radius) if radius else box(width, thickness, height))


def disc(radius: float, thickness: float, *, segments: int = 20) -> Solid:
    return facing(cylinder(radius, thickness, segments=segments))


def front_cut(outline: list[tuple[float, float]], depth: float) -> Solid:
    """A sheet of the (x, y) outline, centred in z."""
    return facing(extrude([(x, -y) for x, y in outline], depth)).moved(z=-depth / 2)


def side_cut(outline: list[tuple[float, float]], width: float) -> Solid:
    """A body of the (z, y) outline seen from the side, centred in x."""
    solid = extrude(outline, width)
    return Solid(solid.vertices[:, [1, 2, 0]], solid.faces).moved(x=-width / 2)


def grid(solid: Solid, columns: int, rows: int, dx: float, dy: float) -> Solid:
    """Copies side by side and one above the other."""
    return row(row(solid, columns, step=(dx, 0, 0)), rows, step=(0, dy, 0))


def mirrored(solid: Solid) -> Solid:
    return solid + solid.scaled(x=-1)


def lines(width: float, height: float, count: int, *, thickness: float = 0.0006) -> Solid:
    """Lines of print on an upright page, centred."""
    step = height / count
    shares = [(1, 0.93, 0.97, 0.6, 0.95, 0.9)[i % 6] for i in range(count)]
    places = [(width * (s - 1) / 2, height / 2 - step * (i + 0.5)) for i, s in enumerate(shares)]
    return join(
        *(panel(width * s, 0.35 * step, thickness).moved(x, y) for s, (x, y) in zip(shares, places, strict=True))
    )


def digits(text: str, height: float) -> Solid:
    """Seven-segment figures facing front, centred; a colon is two dots."""
    bars, t, x = [], 0.12 * height, 0.0
    for character in text:
        if character == ":":
            bars += [panel(t, t, 0.08 * height).moved(x, y * height) for y in (0.3, 0.7)]
        for name in SEGMENTS.get(character, ""):
            dx, dy, flat = BARS[name]
            size = (0.45 * height, t) if flat else (t, 0.42 * height)
            bars.append(panel(*size, 0.08 * height).moved(x + dx * height, dy * height))
        x += (0.3 if character == ":" else 0.8) * height
    solid = join(*bars)
    middle = (solid.vertices.max(0) + solid.vertices.min(0)) / 2
    return solid.moved(-middle[0], -middle[1])


def turn(design: Design, axis: str, degrees: float) -> Design:
    """The whole design turned about an axis through the origin."""
    design.parts = [(part, solid.rotated(axis, degrees), material) for part, solid, material in design.parts]
    return design


def pose(p: Parameters, *, lying: int = 2) -> str:
    """How a stick or sheet is shown: usually lying on the desk."""
    return p.choice("pose", ["lying"] * lying + ["upright"])


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
    ring = facing(torus(loop, 0.0045, segments=22, sides=8)).scaled(1, long, 1).moved(x, y)
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
        "desk": [(-1.25 * r, 0), (front, 0), (front, 0.75 * y), (0.8 * front, 0.75 * y), (0.4 * r, 0.5 * y), (0.3 * r, 1.2 * y), (-0.3 * r, 1.2 * y), (-1.1 * r, 0.4 * y)],
        "round": [(-0.9 * r, 0), (front, 0), (front, 0.3 * y), (0.6 * r, 1.0 * y), (-0.6 * r, 1.0 * y), (-1.1 * r, 0.4 * y)],
        "flat": [(-1.3 * r, 0), (front, 0), (front, 0.6 * y), (0.7 * front, 0.6 * y), (0.5 * r, 0.4 * y), (-1.3 * r, 0.45 * y)],
    }[form]  # fmt: skip
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
        hole = facing(torus(0.013, 0.0025, sides=6)).moved(0, 0.2 * h, z - 0.0015)
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
        design.add("clip", facing(tube(0.02, 0.009, 0.004)).moved(0, y + 0.035 * h, 0.005), metal)
    return turn(design, "x", -90 if stand == "lying" else -lean)


WORLD = (
    "....................................",
    ".....##.#####.####.......##..###....",
    "#.########..####....######.#########",
    "..########...#....##################",
    "....#######......##################.",
    ".....######......####.###########.#.",
    ".....#####......####...#########.#..",
    "......##.......########.########....",
    ".......##......########..#.##.#.....",
    "..........###...#########..#..#.....",
    "..........#####....#####......###...",
    "..........#####....####........#.#..",
    "...........####....###.#......####..",
    "...........###.....##.......######..",
    "...........##......................#",
    "...........#.......................#",
    "....................................",
    "####################################",
)  # 10 degrees a character, north up, from 180 degrees west


@category("globe", family="office", also=("world globe", "desk globe"))
def globe(p: Parameters) -> Design:
    r, tilt, base_r = p.real("radius", 0.08, 0.16), p.real("tilt", 10, 28), p.real("base", 0.5, 0.8)
    sea = p.material(
        "sea",
        [
            Material("blue", (0.16, 0.40, 0.72)),
            Material("light blue", (0.45, 0.68, 0.86)),
            CREAM,
            Material("dark blue", (0.10, 0.17, 0.36)),
        ],
    )
    land = p.material(
        "land",
        [
            Material("green", (0.35, 0.58, 0.28)),
            Material("tan", (0.80, 0.66, 0.40)),
            Material("brown", (0.55, 0.38, 0.2)),
        ],
    )
    stand, frame = (
        p.choice("stand", ["half", "half", "full"]),
        p.material("stand_material", [BRASS, BLACK, *WOODS[:2], CHROME]),
    )
    spin = p.real("spin", 0, 360)
    ball = lathe([(r * np.cos(a), r * np.sin(a)) for a in np.radians(np.linspace(-90, 90, 31))], segments=60)
    centre = ball.vertices[ball.faces].mean(1)
    north = np.clip((90 - np.degrees(np.arcsin(np.clip(centre[:, 1] / r, -1, 1)))) // 10, 0, 17).astype(int)
    east = ((180 - np.degrees(np.arctan2(centre[:, 2], centre[:, 0]))) // 10 % 36).astype(int)
    dry = np.array([WORLD[i][j] == "#" for i, j in zip(north, east, strict=True)])
    y, foot = 1.5 * r, base_r * r
    design = Design([sea.name], [f"{land.name} continents", f"a {stand} {frame.name} ring", f"a {frame.name} base"])
    for part, keep, paint in (("sea", ~dry, sea), ("land", dry, land)):
        design.add(
            part, Solid(ball.vertices, ball.faces[keep]).rotated("y", spin).rotated("z", -tilt).moved(y=y), paint
        )
    ring = arc(1.1 * r, 0, 360, points=40)[:-1] if stand == "full" else arc(1.1 * r, -90, 90, points=24)
    design.add("ring", sweep(ring, 0.03 * r, closed=stand == "full").rotated("z", -tilt).moved(y=y), frame)
    axle = cylinder(0.03 * r, 2.3 * r, segments=8).moved(y=-1.15 * r)
    design.add("axle", axle.rotated("z", -tilt).moved(y=y), BRASS)
    design.add("stem", cylinder(0.06 * r, 0.42 * r, segments=12), frame)
    design.add("base", lathe([(foot, 0), (foot, 0.06 * r), (0.8 * foot, 0.12 * r), (0.1 * r, 0.22 * r)]), frame)
    return design


@category("calculator", family="office", also=("pocket calculator",))
def calculator(p: Parameters) -> Design:
    w, ratio, t = p.real("width", 0.065, 0.12), p.real("ratio", 1.3, 1.9), p.real("thickness", 0.008, 0.022)
    columns, rows, tilt = p.whole("columns", 4, 6), p.whole("rows", 4, 7), p.real("tilt", 0, 10)
    body, tops = p.material("case", [*CASES, BLUE, PINK]), p.material("keys", [WHITE, BLACK, GREY, PALE])
    accent, solar = p.material("accent", [ORANGE, RED, BLUE, GREEN, YELLOW]), p.choice("solar_cell", ["yes", "no"])
    shape, number = p.choice("key_form", ["square", "round"]), p.whole("number", 100, 99999)
    h = ratio * w
    keys = tops if tops.name != body.name else CHARCOAL if body.name != "black" else PALE
    design = Design([body.name], [f"{number_word(rows)} rows of {keys.name} keys", f"{accent.name} function keys"])
    design.add("case", panel(w, h, t, radius=0.08 * w), body)
    design.add(
        "screen frame", panel(0.88 * w, 0.19 * h, 0.001).moved(0, 0.3 * h, t), SCREEN if body.name != "black" else GREY
    )
    design.add("screen", panel(0.82 * w, 0.15 * h, 0.001).moved(0, 0.3 * h, t + 0.0006), LCD)
    figures = digits(str(number), 0.085 * h)
    design.add("number", figures.moved(0.38 * w - figures.vertices[:, 0].max(), 0.3 * h, t + 0.0012), PRINT)
    if solar == "yes":
        design.add(
            "solar cell",
            row(panel(0.09 * w, 0.05 * h, 0.001), 4, step=(0.1 * w, 0, 0)).moved(0.2 * w, 0.445 * h, t),
            Material("brown", (0.25, 0.13, 0.10)),
        )
        design.features.append("a solar cell")
    dx, dy = 0.9 * w / columns, 0.64 * h / rows
    key = (
        panel(0.76 * dx, 0.7 * dy, 0.004, radius=0.1 * dx)
        if shape == "square"
        else disc(0.38 * min(dx, dy), 0.004, segments=14)
    )
    for i in range(columns):
        for j in range(rows):
            special = i == columns - 1 or j == rows - 1
            where = ((i + 0.5 - columns / 2) * dx, -0.46 * h + (j + 0.5) * dy, t - 0.001)
            design.add("function key" if special else "key", key.moved(*where), accent if special else keys)
    return turn(design, "x", -90 + tilt)


@category("monitor", family="office", also=("computer monitor", "computer screen", "display"))
def monitor(p: Parameters) -> Design:
    w, kind, tilt = (
        p.real("width", 0.42, 0.65),
        p.choice("kind", ["flat", "flat", "curved", "tube"]),
        p.real("tilt", -2, 12),
    )
    case, stand = (
        p.material("case", [BLACK, BLACK, CHARCOAL, SILVER, WHITE]),
        p.choice("stand", ["round", "square", "two-legged"]),
    )
    show = p.choice("picture", ["dark", "windows", "wallpaper"])
    wall, neck = (
        p.material("wallpaper", [BLUE, TURQUOISE, PURPLE, Material("grey blue", (0.35, 0.47, 0.62))]),
        p.real("neck", 0.14, 0.24),
    )
    shell = BEIGE if kind == "tube" else case
    w *= {"flat": 1, "curved": 1.4, "tube": 0.75}[kind]
    h, y = w * {"flat": 0.58, "curved": 0.42, "tube": 0.8}[kind], neck + 0.02
    bend = 0.35 if kind == "curved" else 0
    bezel = 0.03 * w if kind != "tube" else 0.09 * w
    slices = row(panel(1, 1, 1), 24, step=(1, 0, 0))
    front = slices.scaled(w / 24, h, 0.03).moved(z=-0.03).bent(bend)
    glass = slices.scaled((w - bezel) / 24, h - bezel, 0.002).bent(bend)
    design = Design(
        [kind if kind != "tube" else "old", shell.name], [f"a {'dark' if show == 'dark' else wall.name} screen"]
    )
    parts = [("case", front, shell), ("screen", glass, SCREEN if show == "dark" else wall)]
    if show == "windows":
        for x, v, s in ((-0.2, 0.06, 0.36), (0.18, -0.1, 0.4)):
            pane, bar = panel(s * w, 0.52 * h, 0.001), panel(s * w, 0.06 * h, 0.0015)
            parts += [
                ("window", pane.moved(x * w, v * h, 0.003).bent(bend), WHITE),
                ("title bar", bar.moved(x * w, (v + 0.23) * h, 0.003).bent(bend), CHARCOAL),
            ]
            parts.append(
                ("print", lines(0.8 * s * w, 0.38 * h, 8).moved(x * w, (v - 0.03) * h, 0.0045).bent(bend), PRINT)
            )
        design.features.append("two open windows")
    parts.append(("light", disc(0.006 * w, 0.004).moved(0.44 * w, -0.485 * h, -0.003).bent(bend), GREEN_LIGHT))
    if kind == "tube":
        hump = extrude(rounded(0.94 * w, 0.94 * h, 0.05 * w), 0.7 * w, top_scale=0.55).rotated("x", -90)
        parts.append(("back", hump.moved(z=-0.01), shell))
        y = 0.06
    for part, solid, paint in parts:
        design.add(part, solid.rotated("x", -tilt).moved(0, y + h / 2), paint)
    if kind != "tube":
        design.add("neck", box(0.09 * w, y + 0.4 * h, 0.025, bevel=0.006).moved(z=-0.065), shell)
        design.add("mount", box(0.2 * w, 0.3 * h, 0.05).moved(0, y + 0.35 * h, -0.055), shell)
    z = -0.03 if kind != "tube" else -0.25 * w
    leg = sweep([(0, 0.02, -0.06), (0.3 * w, 0.008, 0.12)], 0.009)
    foot = {
        "round": cylinder(0.2 * w, 0.012, segments=32).scaled(1.2, 1, 0.9),
        "square": box(0.42 * w, 0.012, 0.3 * w, bevel=0.02),
        "two-legged": mirrored(leg),
    }
    design.add("base", foot[stand if kind != "tube" else "round"].moved(z=z), shell)
    if kind == "tube":
        design.add("neck", cylinder(0.18 * w, 0.1, segments=24).moved(z=z), shell)
    else:
        design.features.append(f"a {stand} base")
    return design


@category("computer mouse", family="office", also=("pc mouse",))
def computer_mouse(p: Parameters) -> Design:
    length, w, h = p.real("length", 0.095, 0.125), p.real("width_ratio", 0.52, 0.64), p.real("height_ratio", 0.28, 0.4)
    shell = p.material("shell", [BLACK, BLACK, WHITE, CHARCOAL, BEIGE, SILVER, RED, PINK])
    button, light = (
        p.material("buttons", [BLACK, CHARCOAL, WHITE, GREY]),
        p.material("light", [GREEN_LIGHT, RED_LIGHT, BLUE]),
    )
    link, style, hump = (
        p.choice("link", ["cable", "wireless"]),
        p.choice("style", ["plain", "glowing", "two-tone"]),
        p.real("hump", -0.15, 0.1),
    )
    w, h = w * length, h * length
    dome = sphere(1, segments=40, start=0, stop=90).vertices
    stretch = np.sign(dome) * np.abs(dome) ** (0.8, 0.9, 0.8)
    back = np.stack(
        [
            stretch[:, 0] * w / 2 * (1 - 0.1 * stretch[:, 2]),
            stretch[:, 1] * h,
            (stretch[:, 2] + hump * stretch[:, 1]) * length / 2,
        ],
        1,
    )
    faces = sphere(1, segments=40, start=0, stop=90).faces
    centre = back[faces].mean(1)
    front = (centre[:, 2] > 0.08 * length) & (centre[:, 1] > 0.2 * h)
    top = button if style == "two-tone" else shell
    design = Design(
        [shell.name, link if link == "wireless" else "wired"], [f"two {top.name} buttons", "a scroll wheel"]
    )
    design.add("body", Solid(back, faces[~front]), shell)
    design.add("button", Solid(back, faces[front]), top)
    ridge = [
        (
            0,
            h * float(np.cos(a)) ** 0.9 + 0.0002,
            length / 2 * (float(np.sin(a)) ** 0.8 + hump * float(np.cos(a)) ** 0.9),
        )
        for a in np.linspace(0.12, 1.45, 14)
    ]
    seam = SCREEN if top.name not in ("black", "dark grey") else GREY
    design.add("seam", sweep(ridge[2:], 0.0009, sides=5), seam)
    _, y, z = ridge[6]
    wheel = cylinder(0.1 * length, 0.11 * w, segments=18).rotated("z", 90).moved(0.055 * w, y - 0.06 * length, z)
    design.add("wheel", wheel, GREY if shell.name == "black" else RUBBER)
    belt = slab(w * 0.93, 0.004, length * 0.93, 0.45 * w)
    design.add("sole", belt.moved(y=-0.003), light if style == "glowing" else CHARCOAL)
    if style == "glowing":
        design.add(
            "logo", sphere(0.08 * length, segments=14).scaled(1, 0.3, 1).moved(0, h * 0.91, -0.2 * length), light
        )
        design.features.append(f"a {light.name} light")
    if link == "cable":
        path = [
            (0, 0.2 * h, 0.45 * length),
            (0, 0.2 * h, 0.7 * length),
            (0.15 * w, 0.003, 0.95 * length),
            (0.6 * w, 0.003, 1.2 * length),
        ]
        design.add("cable", sweep(path, 0.002), shell)
        design.features.append("a cable")
    return design


@category("printer", family="office", also=("office printer",))
def printer(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.38, 0.5), p.real("height_ratio", 0.35, 0.75), p.real("depth_ratio", 0.7, 0.9)
    case, trim = p.material("case", [WHITE, PALE, BLACK, CHARCOAL, BEIGE]), p.material("trim", [BLACK, CHARCOAL, GREY])
    lid, buttons, sheets = (
        p.choice("top", ["scanner lid", "paper feeder"]),
        p.whole("buttons", 3, 7),
        p.real("sheet", 0.4, 0.8),
    )
    h, d = h * w, d * w
    dark = trim if case.name != trim.name else GREY if trim.name != "grey" else BLACK
    z = d / 2
    design = Design([case.name, "tall" if h > 0.55 * w else "low"], ["a sheet of paper in the tray", f"a {lid}"])
    design.add(
        "case",
        slab(w, 0.32 * h, d, 0.03 * w) + slab(w, 0.4 * h, 0.75 * d, 0.03 * w).moved(0, 0.3 * h, -0.125 * d),
        case,
    )
    design.add(
        "case",
        mirrored(box(0.14 * w, 0.4 * h, d * 0.99).moved(0.425 * w, 0.31 * h))
        + slab(w, 0.3 * h, d, 0.03 * w).moved(y=0.7 * h),
        case,
    )
    design.add("opening", box(0.72 * w, 0.36 * h, 0.01).moved(0, 0.33 * h, 0.25 * d), SCREEN)
    design.add("tray", box(0.68 * w, 0.02 * h, 0.55 * d).rotated("x", 6).moved(0, 0.36 * h, z), dark)
    design.add(
        "paper", box(0.55 * w, 0.008, sheets * d).rotated("x", 6).moved(0, 0.39 * h, 0.25 * d + sheets * d / 2), PAPER
    )
    design.add(
        "print",
        lines(0.42 * w, 0.5 * sheets * d, 8)
        .rotated("x", -84)
        .moved(0, 0.39 * h + 0.009, 0.25 * d + 0.6 * sheets * d)
        .moved(y=-0.012 * d),
        PRINT,
    )
    design.add("drawer", panel(0.8 * w, 0.2 * h, 0.008).moved(0, 0.15 * h, z - 0.003), dark)
    design.add("handle", panel(0.25 * w, 0.05 * h, 0.014).moved(0, 0.19 * h, z - 0.003), case)
    design.add("panel", panel(0.86 * w, 0.2 * h, 0.012).moved(0, 0.85 * h, z - 0.003), dark)
    design.add(
        "screen",
        panel(0.22 * w, 0.15 * h, 0.004).moved(-0.25 * w, 0.85 * h, z + 0.008),
        Material("light blue", (0.5, 0.75, 0.92)),
    )
    key = disc(0.035 * h, 0.006, segments=12).moved(0.17 * w, 0.85 * h, z + 0.007)
    design.add("button", row(key, buttons, step=(0.42 * w / buttons, 0, 0)), PALE)
    design.add("button", disc(0.045 * h, 0.007, segments=12).moved(-0.08 * w, 0.85 * h, z + 0.007), GREEN_LIGHT)
    if lid == "scanner lid":
        design.add("lid", slab(0.98 * w, 0.09 * h, 0.95 * d, 0.04 * w, top=0.97).moved(y=1.01 * h), dark)
    else:
        design.add("feeder", box(0.64 * w, 0.5 * h, 0.02).rotated("x", -20).moved(0, 0.97 * h, -0.3 * d), dark)
        design.add("paper", box(0.56 * w, 0.7 * h, 0.012).rotated("x", -20).moved(0, 0.96 * h, -0.3 * d + 0.018), PAPER)
    return design


@category("remote control", family="office", also=("tv remote", "remote"))
def remote_control(p: Parameters) -> Design:
    length, w, t = p.real("length", 0.14, 0.22), p.real("width", 0.036, 0.054), p.real("thickness", 0.012, 0.022)
    shell, form = (
        p.material("shell", [BLACK, BLACK, CHARCOAL, SILVER, WHITE]),
        p.choice("form", ["straight", "waisted", "round-ended"]),
    )
    keys, rows = p.material("keys", [PALE, GREY, WHITE, BLACK]), p.whole("number_rows", 0, 4)
    pad, coloured, stand = (
        p.choice("pad", ["ring", "cross"]),
        p.choice("coloured_keys", ["yes", "no"]),
        pose(p, lying=3),
    )
    key = keys if keys.name != shell.name else GREY
    design = Design([shell.name, form], ["a round direction pad" if pad == "ring" else "four arrow keys"])
    outline = np.array(rounded(w, length, 0.48 * w if form == "round-ended" else 0.15 * w, points=7))
    if form == "waisted":
        side = [(w / 2 * (0.78 + 0.22 * abs(2 * y) ** 2), y * length) for y in np.linspace(-0.5, 0.5, 15)]
        outline = np.array(side + [(-x, y) for x, y in reversed(side)])
    design.add("shell", facing(extrude(outline, t) + extrude(outline * 0.95, 1.12 * t)), shell)
    z, y = 1.1 * t, 0.42 * length
    dot = disc(0.07 * w, 0.003, segments=10)
    design.add("power key", disc(0.09 * w, 0.003).moved(-0.28 * w, y, z), RED)
    design.add("key", (dot.moved(0.05 * w, y) + dot.moved(0.28 * w, y)).moved(z=z), key)
    design.add(
        "sensor", panel(0.4 * w, 0.6 * t, 0.02 * length).rotated("x", -90).moved(0, 0.49 * length, 0.55 * t), SCREEN
    )
    if rows:
        design.add("number key", grid(dot, 3, rows, 0.24 * w, 0.055 * length).moved(0, 0.25 * length, z), key)
        design.features.append(f"{number_word(rows)} row{'s' * (rows > 1)} of number keys")
    middle = (0.0, -0.03 * length, z)
    arrows = around(box(0.14 * w, 0.003, 0.14 * w).moved(z=0.22 * w), 4)
    design.add(
        "direction pad", facing(tube(0.31 * w, 0.16 * w, 0.003) if pad == "ring" else arrows).moved(*middle), key
    )
    design.add("key", disc(0.11 * w, 0.004).moved(*middle), key)
    if coloured == "yes":
        for i, paint in enumerate((RED, GREEN, YELLOW, BLUE)):
            design.add(
                "coloured key",
                panel(0.12 * w, 0.02 * length, 0.003).moved((i - 1.5) * 0.2 * w, -0.17 * length, z),
                paint,
            )
        design.features.append("four coloured keys")
    rocker = panel(0.15 * w, 0.09 * length, 0.003, radius=0.07 * w).moved(0.22 * w, -0.27 * length, z)
    design.add("rocker", mirrored(rocker), key)
    design.add("key", grid(dot, 3, 2, 0.26 * w, 0.05 * length).moved(0, -0.38 * length, z), key)
    return design if stand == "upright" else turn(design, "x", -90)


@category("joystick", family="office", also=("flight stick", "control stick"))
def joystick(p: Parameters) -> Design:
    w, h, lean = p.real("base_width", 0.12, 0.2), p.real("stick_height", 0.11, 0.2), p.real("lean", -12, 12)
    kind, buttons = p.choice("kind", ["flight", "retro", "arcade"]), p.whole("buttons", 1, 4)
    base, knob = p.material("base", [BLACK, CHARCOAL, GREY, BEIGE]), p.material("knob", [RED, BLACK, YELLOW, BLUE])
    key, outline = p.material("button_colour", [RED, ORANGE, YELLOW, GREEN]), p.choice("base_form", ["square", "round"])
    low = 0.28 * w
    design = Design(
        [base.name, kind], [f"{number_word(buttons)} {key.name} button{'s' * (buttons > 1)}", f"a {outline} base"]
    )
    foot = (
        slab(w, low, w, 0.12 * w, top=0.88)
        if outline == "square"
        else lathe([(0.52 * w, 0), (0.5 * w, 0.6 * low), (0.4 * w, low)])
    )
    design.add("base", foot, base)
    design.add(
        "boot",
        lathe([(0.28 * w, 0), (0.2 * w, 0.05 * w), (0.22 * w, 0.08 * w), (0.12 * w, 0.14 * w)]).moved(y=0.98 * low),
        RUBBER,
    )
    up: list[tuple[str, Solid, Material]] = []
    if kind == "arcade":
        up = [
            ("stick", cylinder(0.045 * w, h, segments=12), CHROME),
            ("knob", sphere(0.17 * w, segments=22).moved(y=h), knob),
        ]
    elif kind == "retro":
        up = [
            (
                "stick",
                lathe([(0.07 * w, 0), (0.06 * w, 0.5 * h), (0.1 * w, 0.9 * h), (0.08 * w, h), (0.01 * w, 1.02 * h)]),
                BLACK,
            )
        ]
    else:
        r = 0.13 * w
        rings = [
            (0.8, 0, 0),
            (1.15, 0.15, 0),
            (1.0, 0.3, 0.1),
            (0.95, 0.6, 0),
            (1.0, 0.8, -0.1),
            (1.25, 0.95, 0.15),
            (1.0, 1.12, 0.3),
        ]
        grip = sweep([(0, y * h, z * r) for _, y, z in rings], [r * s for s, _, _ in rings], sides=16)
        up = [
            ("grip", grip.scaled(0.9, 1, 1.15), base),
            ("trigger", sweep(np.add(arc(0.6 * r, -60, 70, plane="zy"), (0, 0.78 * h, r * 0.8)), 0.22 * r), knob),
        ]
        up.append(("thumb button", sphere(0.28 * r, segments=12).moved(0, 1.12 * h, 0.2 * r), knob))
        up.append(("hand rest", cylinder(1.7 * r, 0.05 * h, segments=20).scaled(1, 1, 1.15).moved(y=0.1 * h), base))
    for part, solid, paint in up:
        design.add(part, solid.rotated("z", lean).moved(y=low), paint)
    push = lathe([(0.07 * w, 0), (0.07 * w, 0.05 * w), (0.04 * w, 0.065 * w)], segments=16).moved(
        0, 0.97 * low, 0.33 * w
    )
    design.add("button", row(push, buttons, step=(0.17 * w, 0, 0)), key)
    return design


@category("game controller", family="office", also=("gamepad", "controller"))
def game_controller(p: Parameters) -> Design:
    w, t, kind = (
        p.real("width", 0.13, 0.165),
        p.real("thickness", 0.022, 0.034),
        p.choice("kind", ["modern", "modern", "retro"]),
    )
    shell, trim = (
        p.material("shell", [BLACK, WHITE, CHARCOAL, PALE, RED, BLUE]),
        p.material("trim", [BLACK, CHARCOAL, GREY]),
    )
    sticks, spread, stand = (
        p.choice("sticks", ["level", "staggered"]),
        p.real("grip_spread", 8, 26),
        p.choice("pose", ["lying", "tilted"]),
    )
    dark = trim if trim.name != shell.name else GREY if trim.name != "grey" else BLACK
    design = Design([shell.name, kind], ["a direction pad", "four coloured buttons"])
    r, x, y = 0.02 * w, 0.32 * w, 0.06 * w
    if kind == "modern":
        body = sphere(1, segments=28).scaled(0.36 * w, 0.24 * w, 0.5 * t).moved(y=0.04 * w)
        lobe = sphere(1, segments=24).scaled(0.2 * w, 0.2 * w, 0.55 * t).moved(x, y)
        grip = (
            sphere(1, segments=24)
            .scaled(0.11 * w, 0.27 * w, 0.5 * t)
            .moved(y=-0.14 * w)
            .rotated("z", spread)
            .moved(0.34 * w, 0.04 * w)
        )
        design.add("shell", body, shell)
        design.add("grip", mirrored(lobe + grip), shell)
        design.add(
            "trigger", mirrored(slab(0.2 * w, 0.09 * w, 0.6 * t, 0.02 * w).moved(0.32 * w, 0.2 * w, -0.1 * t)), dark
        )
        z = 0.46 * t
        places = {"level": [(-0.15, -0.07), (0.15, -0.07)], "staggered": [(-0.32, 0.08), (0.15, -0.07)]}[sticks]
        stick = facing(
            lathe(
                [
                    (0.04 * w, 0),
                    (0.035 * w, 0.05 * w),
                    (0.06 * w, 0.06 * w),
                    (0.06 * w, 0.085 * w),
                    (0.04 * w, 0.075 * w),
                ]
            )
        )
        design.add("thumbstick", join(*(stick.moved(a * w, b * w, z - 0.02 * w) for a, b in places)), dark)
        design.add("thumbstick ring", join(*(disc(0.08 * w, 0.003).moved(a * w, b * w, z) for a, b in places)), dark)
        design.features.insert(0, "two thumbsticks")
        pad = (-0.32 * w, 0.08 * w) if sticks == "level" else (-0.15 * w, -0.07 * w)
    else:
        design.add(
            "shell", panel(0.95 * w, 0.42 * w, 0.7 * t, radius=0.06 * w + 0.006 * spread * w).moved(z=-0.3 * t), shell
        )
        z, y, pad = 0.39 * t, 0.0, (-0.3 * w, 0.0)
        design.add("face", panel(0.8 * w, 0.25 * w, 0.002, radius=0.03 * w).moved(z=z), dark)
    cross = panel(0.05 * w, 0.15 * w, 0.008) + panel(0.15 * w, 0.05 * w, 0.0075)
    design.add("direction pad", cross.moved(*pad, z), BLACK if dark.name != "black" else GREY)
    for i, paint in enumerate((BLUE, RED, GREEN, YELLOW)):
        dx, dy = 0.06 * w * np.array([(1, 0), (-1, 0), (0, -1), (0, 1)][[1, 0, 2, 3][i]])
        design.add("button", disc(1.35 * r, 0.008, segments=14).moved(x + dx, y + dy, z + 0.003), paint)
    pill = panel(0.05 * w, 0.02 * w, 0.004, radius=0.01 * w).moved(
        0, 0.07 * w if kind == "modern" else -0.03 * w, z + 0.001
    )
    design.add("menu button", row(pill, 2, step=(0.11 * w, 0, 0)), GREY)
    return turn(design, "x", -80 if stand == "lying" else -35)


@category("microphone", family="office", also=("mic",))
def microphone(p: Parameters) -> Design:
    r, length, kind = (
        p.real("radius", 0.022, 0.03),
        p.real("length", 0.12, 0.18),
        p.choice("kind", ["handheld", "studio", "vintage"]),
    )
    body, mesh = (
        p.material("body", [BLACK, BLACK, CHARCOAL, SILVER, RED]),
        p.material("grille", [SILVER, STEEL, GOLD, CHARCOAL]),
    )
    stand, base, tilt = p.real("stand", 0.08, 0.2), p.real("base", 0.05, 0.075), p.real("tilt", 0, 30)
    metal, held = p.material("stand_material", [BLACK, CHROME]), p.choice("support", ["desk stand", "none"])
    supported = held == "desk stand" or kind != "handheld"
    case = CHROME if kind == "vintage" else body
    design = Design(
        [case.name, kind], [f"a {mesh.name} grille", *(["a desk stand"] if supported else ["a tapered handle"])]
    )
    if kind == "handheld":
        parts = [
            (
                "handle",
                lathe([(0.5 * r, 0), (0.55 * r, 0.02 * length), (0.75 * r, length), (0.9 * r, 1.08 * length)]),
                case,
            )
        ]
        parts += [("grille", sphere(1.08 * r, segments=28).scaled(1, 1.1, 1).moved(y=length + r), mesh)]
        parts += [("ring", cylinder(1.14 * r, 0.22 * r, segments=28).moved(y=length + r), metal)]
        parts += [
            (
                "grille",
                join(
                    *(
                        torus(1.08 * r, 0.025 * r, sides=4).rotated("x", 90).rotated("y", a).moved(y=length + r)
                        for a in (0, 45, 90, 135)
                    )
                ),
                metal,
            )
        ]
        parts += [("switch", panel(0.35 * r, 0.12 * length, 0.003).moved(0, 0.75 * length, 0.66 * r), GREY)]
    elif kind == "studio":
        parts = [("body", lathe([(0.6 * r, 0), (r, 0.1 * length), (r, 0.55 * length)]), case)]
        parts += [
            (
                "grille",
                lathe([(0.97 * r, 0.5 * length), (0.97 * r, 0.85 * length), (0.6 * r, length), (0.01, 1.02 * length)]),
                mesh,
            )
        ]
        parts += [
            ("ring", tube(1.05 * r, 0.9 * r, 0.03 * length).moved(y=length * y), case) for y in (0.52, 0.68, 0.84)
        ]
        parts += [("badge", disc(0.3 * r, 0.002).moved(0, 0.35 * length, r), GOLD)]
    else:
        parts = [("body", sphere(1, segments=24).scaled(0.95 * r, 0.5 * length, 0.8 * r).moved(y=0.5 * length), mesh)]
        rib = sphere(1, segments=24).scaled(0.14 * r, 0.54 * length, 0.95 * r).moved(y=0.5 * length)
        parts += [
            (
                "rib",
                row(rib.scaled(1, s, s).moved(y=0.5 * length * (1 - s)), 2 if s < 1 else 1, step=(1.1 * r, 0, 0)),
                case,
            )
            for s in (1.0, 0.88)
        ]
        parts += [
            ("band", cylinder(1.05 * r, 0.12 * length, segments=24).scaled(1, 1, 0.95).moved(y=0.44 * length), case)
        ]
    for part, solid, paint in parts:
        design.add(
            part,
            solid.moved(y=-0.3 * length).rotated("x", tilt if supported else 90).moved(y=stand + 0.32 * length),
            paint,
        )
    if supported:
        design.add("stand", cylinder(0.22 * r, stand + 0.12 * length, segments=12).moved(z=-0.2 * r), metal)
        design.add(
            "clip",
            tube(0.95 * r if kind != "studio" else 1.25 * r, 0.4 * r, 0.035)
            .moved(y=-0.1 * length)
            .rotated("x", tilt)
            .moved(y=stand + 0.26 * length),
            metal,
        )
        design.add("base", lathe([(base, 0), (base, 0.008), (0.3 * base, 0.018), (0.01, 0.022)], segments=32), metal)
    return design


@category("router", family="office", also=("wifi router", "wireless router"))
def router(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.16, 0.27), p.real("depth_ratio", 0.55, 0.8), p.real("height", 0.026, 0.045)
    aerials, tall, spread = p.whole("antennas", 2, 6), p.real("antenna_length", 0.1, 0.19), p.real("spread", 0, 25)
    case, lights = p.material("case", [BLACK, BLACK, WHITE, CHARCOAL, PALE]), p.whole("lights", 4, 9)
    form, lamp = (
        p.choice("form", ["flat", "wedge", "ribbed"]),
        p.material("light", [GREEN_LIGHT, Material("blue", (0.3, 0.6, 1.0)), ORANGE]),
    )
    d *= w
    design = Design([case.name, form], [f"{number_word(aerials)} antennas", f"a row of {lamp.name} lights"])
    body = (
        side_cut([(-d / 2, 0), (d / 2, 0), (d / 2, 0.45 * h), (-d / 2, 1.1 * h)], w)
        if form == "wedge"
        else slab(w, h, d, 0.12 * d, top=0.94)
    )
    design.add("case", body, case)
    dark, front = BLACK if case.name != "black" else CHARCOAL, 0.5 * d
    if form == "ribbed":
        design.add("rib", row(box(0.02 * w, 0.006, 0.7 * d).moved(y=h - 0.002), 9, step=(0.08 * w, 0, 0)), dark)
    led = panel(0.02 * w, 0.1 * h, 0.004).moved(0, 0.25 * h, front - 0.001)
    design.add("light", row(led, lights, step=(0.07 * w, 0, 0)), lamp)
    design.add(
        "port",
        row(panel(0.08 * w, 0.4 * h, 0.004).moved(-0.06 * w, 0.5 * h, -d / 2 - 0.002), 4, step=(0.11 * w, 0, 0)),
        SCREEN,
    )
    design.add("port", panel(0.08 * w, 0.4 * h, 0.004).moved(0.28 * w, 0.5 * h, -d / 2 - 0.002), BLUE)
    design.add(
        "foot",
        grid(cylinder(0.012, 0.006, segments=12).rotated("x", 90), 2, 2, 0.7 * w, 0.6 * d).rotated("x", 90),
        RUBBER,
    )
    rod = lathe([(0.006, 0), (0.0085, 0.02), (0.0065, tall), (0.004, tall + 0.004)], segments=12).scaled(1, 1, 0.7)
    for i in range(aerials):
        share = i / (aerials - 1) - 0.5
        design.add(
            "antenna",
            (rod.rotated("z", -2 * spread * share) + sphere(0.009, segments=10)).moved(
                0.86 * w * share, 0.6 * h, -d / 2 - 0.005
            ),
            case,
        )
    return design


@category("telephone", family="office", also=("landline phone", "desk telephone"))
def telephone(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.17, 0.23), p.real("depth_ratio", 0.85, 1.1), p.real("height_ratio", 0.38, 0.6)
    kind, trim = (
        p.choice("kind", ["rotary", "rotary", "push-button", "office"]),
        p.material("trim", [WHITE, SILVER, BRASS, PALE]),
    )
    paint = p.material("paint", [BLACK, BLACK, RED, CREAM, GREEN, BEIGE, GREY, TURQUOISE])
    cord, finger = p.choice("cord", ["yes", "no"]), p.whole("holes", 9, 11)
    d, h = d * w, h * w
    if kind != "rotary":
        h *= 0.6
    design = Design(
        [paint.name, kind],
        ["a dial with finger holes" if kind == "rotary" else "rows of number keys", "a handset on its cradle"],
    )
    slope = float(np.degrees(np.arctan2(0.6 * h, 0.55 * d)))
    profile = [(-d / 2, 0), (d / 2, 0), (d / 2, 0.3 * h), (-0.05 * d, 0.9 * h), (-0.35 * d, 0.9 * h), (-d / 2, 0.6 * h)]
    design.add("body", side_cut(profile, 0.92 * w) + slab(w, 0.15 * h, 1.04 * d, 0.1 * w), paint)

    def on_slope(solid: Solid) -> Solid:
        return solid.rotated("x", slope - 90).moved(0, 0.6 * h, 0.225 * d)

    if kind == "rotary":
        r = 0.3 * w
        design.add("dial", on_slope(disc(1.05 * r, 0.006, segments=32)), WHITE if paint.name != "cream" else BLACK)
        design.add("dial", on_slope(disc(r, 0.012, segments=32)), trim if trim.name != "white" else paint)
        hole = disc(0.13 * r, 0.013, segments=12).moved(0.76 * r)
        design.add(
            "finger hole", on_slope(join(*(hole.rotated("z", 300 * i / finger - 30) for i in range(finger)))), SCREEN
        )
        design.add("label", on_slope(disc(0.42 * r, 0.014, segments=20)), PAPER)
    else:
        shift = 0.0 if kind == "push-button" else 0.2 * w
        keys = grid(panel(0.1 * w, 0.08 * w, 0.008), 3, 4, 0.14 * w, 0.12 * w).moved(shift, -0.02 * d)
        design.add("key", on_slope(keys), trim if trim.name != paint.name else BLACK)
        if kind == "office":
            design.add("screen", on_slope(panel(0.36 * w, 0.16 * d, 0.004).moved(-0.22 * w, 0.12 * d)), LCD)
            design.add(
                "key",
                on_slope(grid(panel(0.15 * w, 0.04 * w, 0.005), 2, 3, 0.19 * w, 0.08 * w).moved(-0.22 * w, -0.12 * d)),
                GREY,
            )
    y, z = 0.9 * h, -0.2 * d
    design.add(
        "cradle",
        mirrored(box(0.08 * w, 0.12 * w, 0.2 * d).moved(0.28 * w, y - 0.02 * w, z)),
        trim if kind == "rotary" else paint,
    )
    bar = sweep([(x * w, y + (0.17 - 0.25 * x * x) * w, z) for x in np.linspace(-0.55, 0.55, 13)], 0.055 * w, sides=10)
    cup = lathe([(0.1 * w, 0), (0.13 * w, 0.03 * w), (0.1 * w, 0.1 * w), (0.04 * w, 0.13 * w)], segments=18)
    design.add("handset", bar + mirrored(cup.moved(0.52 * w, y + 0.0 * w, z)), paint)
    if cord == "yes":
        a = np.linspace(0, 1, 90)
        coil = np.stack(
            [
                -0.55 * w - 0.1 * w * np.sin(np.pi * a) + 0.02 * w * np.cos(90 * a),
                0.02 * w + y * (1 - a) + 0.02 * w * np.sin(90 * a),
                z + 0.5 * d * a,
            ],
            1,
        )
        design.add("cord", sweep(coil, 0.0035, sides=5), paint)
        design.features.append("a coiled cord")
    return design


@category("typewriter", family="office", also=("manual typewriter",))
def typewriter(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.28, 0.36), p.real("depth_ratio", 0.85, 1.05), p.real("height_ratio", 0.34, 0.5)
    paint = p.material(
        "paint", [BLACK, BLACK, RED, TURQUOISE, CREAM, Material("olive green", (0.36, 0.42, 0.30)), GREY, BLUE]
    )
    keys, form = p.material("keys", [BLACK, WHITE, CREAM, CHARCOAL]), p.choice("key_form", ["round", "round", "square"])
    sheet, columns = p.real("sheet", 0.3, 0.8), p.whole("columns", 9, 12)
    d, h = d * w, h * w
    cap = keys if keys.name != paint.name else WHITE if paint.name != "white" else BLACK
    design = Design([paint.name], [f"four rows of {form} {cap.name} keys", "a sheet of paper in the roller"])
    design.add(
        "body",
        slab(w, 0.28 * h, d, 0.1 * w)
        + side_cut([(-d / 2, 0), (0.1 * d, 0), (0.05 * d, 0.62 * h), (-0.15 * d, 0.9 * h), (-d / 2, 0.8 * h)], 0.9 * w),
        paint,
    )
    design.add(
        "side",
        mirrored(
            side_cut(
                [(-0.4 * d, 0), (0.46 * d, 0), (0.46 * d, 0.3 * h), (0.1 * d, 0.6 * h), (-0.4 * d, 0.7 * h)], 0.06 * w
            ).moved(0.46 * w)
        ),
        paint,
    )
    top = cylinder(0.03 * w, 0.02 * w, segments=12) if form == "round" else box(0.055 * w, 0.02 * w, 0.055 * w)
    for i in range(4):
        x, y, z = (0.012 * (i % 2) - 0.006) * w, (0.34 + 0.09 * i) * h, (0.4 - 0.1 * i) * d
        design.add("key", row(top.moved(x, y, z), columns, step=(0.78 * w / columns, 0, 0)), cap)
        design.add(
            "lever",
            row(
                box(0.012 * w, 0.12 * h, 0.012 * w).moved(x, y - 0.11 * h, z), columns, step=(0.78 * w / columns, 0, 0)
            ),
            STEEL,
        )
    design.add("space bar", box(0.45 * w, 0.02 * w, 0.04 * w).moved(0, 0.3 * h, 0.48 * d), cap)
    basket = extrude([(0.2 * w * np.cos(a), 0.14 * d * np.sin(a)) for a in np.linspace(0, np.pi, 12)], 0.02 * h)
    design.add("type basket", basket.rotated("x", 35).moved(0, 0.7 * h, -0.02 * d), SCREEN)
    y, z, r = 0.95 * h, -0.22 * d, 0.06 * w
    design.add(
        "roller",
        cylinder(r, 1.02 * w, segments=18).rotated("z", 90).moved(0.51 * w, y, z),
        BLACK if paint.name != "black" else CHARCOAL,
    )
    design.add(
        "knob", mirrored(cylinder(0.7 * r, 0.06 * w, segments=16).rotated("z", -90).moved(0.54 * w, y, z)), BLACK
    )
    design.add(
        "carriage",
        box(1.0 * w, 0.06 * h, 0.2 * d).moved(0, y - 1.1 * r, z)
        + mirrored(box(0.02 * w, 2.2 * r, 0.2 * d).moved(0.49 * w, y - r, z)),
        STEEL,
    )
    design.add(
        "carriage lever",
        sweep(
            [(-0.5 * w, y + r, z), (-0.56 * w, y + r, z + 0.1 * d), (-0.6 * w, y + 1.2 * r, z + 0.28 * d)], 0.012 * w
        ),
        CHROME,
    )
    tall = sheet * w
    design.add("paper", box(0.66 * w, tall + r, 0.002).moved(z=-0.95 * r).rotated("x", -12).moved(0, y, z), PAPER)
    design.add(
        "print",
        lines(0.5 * w, 0.5 * tall, 5).moved(0, 0.55 * tall + r, -0.95 * r + 0.0012).rotated("x", -12).moved(0, y, z),
        PRINT,
    )
    return design


@category("cash register", family="office", also=("till",))
def cash_register(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.34, 0.46), p.real("depth_ratio", 0.85, 1.05), p.real("height_ratio", 0.5, 0.7)
    kind, slide = p.choice("kind", ["electronic", "antique"]), p.real("drawer_open", 0, 0.45)
    case, metal = (
        p.material("case", [BLACK, CHARCOAL, PALE, BEIGE, WHITE]),
        p.material("old_metal", [BRASS, BRONZE, SILVER]),
    )
    accent, columns, price = (
        p.material("accent", [RED, GREEN, BLUE, YELLOW]),
        p.whole("columns", 6, 9),
        p.whole("price", 100, 9999),
    )
    d, h, old = d * w, h * w, kind == "antique"
    body = metal if old else case
    design = Design(
        [body.name, kind],
        [f"{'an open' if slide > 0.08 else 'a closed'} drawer", "a price display", f"{accent.name} keys"],
    )
    low, z = 0.26 * h, slide * d
    design.add("base", box(w, low, d), WOODS[1] if old else case)
    design.add(
        "drawer",
        box(0.9 * w, 0.7 * low, 0.9 * d).moved(0, 0.14 * low, 0.07 * d + z),
        CHARCOAL if case.name != "dark grey" else GREY,
    )
    design.add("lock", disc(0.03 * w, 0.012).moved(0, 0.5 * low, 0.52 * d + z), metal if old else CHROME)
    if slide > 0.08:
        design.add(
            "money",
            row(box(0.13 * w, 0.004, 0.8 * z), 5, step=(0.17 * w, 0, 0)).moved(0, 0.845 * low, 0.5 * d + z / 2),
            Material("banknote", (0.55, 0.68, 0.5)),
        )
    profile = [
        (-0.45 * d, low),
        (0.48 * d, low),
        (0.48 * d, 1.25 * low),
        (-0.1 * d, 0.62 * h),
        (-0.15 * d, 0.8 * h),
        (-0.45 * d, 0.8 * h),
    ]
    design.add("body", side_cut(profile, 0.94 * w), body)
    slope = float(np.degrees(np.arctan2(0.62 * h - 1.25 * low, 0.58 * d)))
    key = disc(0.028 * w, 0.02, segments=12) if old else panel(0.065 * w, 0.075 * d, 0.012)
    for i in range(columns):
        paint = accent if i >= columns - 2 else (PAPER if body.name != "white" else GREY)
        keys = grid(key, 1, 4, 0, 0.12 * d).moved((i + 0.5 - columns / 2) * 0.82 * w / columns)
        design.add("key", keys.rotated("x", slope - 90).moved(0, 0.31 * h + 0.625 * low, 0.19 * d), paint)
    y = 0.8 * h
    if old:
        design.add(
            "crown",
            box(0.8 * w, 0.32 * h, 0.16 * d).moved(0, y - 0.02, -0.3 * d)
            + disc(0.25 * w, 0.15 * d, segments=28).moved(0, y + 0.28 * h, -0.375 * d),
            metal,
        )
        design.add(
            "crank",
            sweep([(0.46 * w, 0.5 * h, 0), (0.58 * w, 0.5 * h, 0), (0.58 * w, 0.72 * h, 0.1 * d)], 0.014 * w),
            metal,
        )
    else:
        design.add("pole", cylinder(0.03 * w, 0.3 * h).moved(-0.22 * w, y - 0.05 * h, -0.3 * d), case)
        design.add("crown", box(0.42 * w, 0.24 * h, 0.08 * d).moved(-0.22 * w, y + 0.08 * h, -0.3 * d), case)
        design.add(
            "receipt", box(0.16 * w, 0.22 * h, 0.003).rotated("x", -14).moved(0.25 * w, y - 0.02, -0.3 * d), PAPER
        )
        design.add(
            "printer",
            box(0.3 * w, 0.05 * h, 0.22 * d).moved(0.25 * w, y, -0.3 * d),
            BLACK if case.name != "black" else GREY,
        )
    x, y, z = (0.0, y + 0.15 * h, -0.22 * d) if old else (-0.22 * w, y + 0.2 * h, -0.26 * d)
    design.add("screen", panel(0.36 * w, 0.16 * h, 0.004).moved(x, y, z - 0.001), PAPER if old else SCREEN)
    design.add("price", digits(str(price), 0.11 * h).moved(x, y, z + 0.003), PRINT if old else GREEN_LIGHT)
    return design


@category("filing cabinet", family="office", also=("file cabinet", "drawer cabinet"))
def filing_cabinet(p: Parameters) -> Design:
    w, d, drawers = p.real("width", 0.38, 0.48), p.real("depth", 0.4, 0.65), p.whole("drawers", 2, 5)
    each, opened = p.real("drawer_height", 0.26, 0.33), p.whole("open_drawer", 0, 5)
    paint = p.material(
        "paint",
        [GREY, PALE, BEIGE, BLACK, CHARCOAL, Material("olive green", (0.40, 0.44, 0.33)), BLUE, WOODS[0], WHITE],
    )
    metal, grip, wide = (
        p.material("metal", [CHROME, STEEL, BRASS]),
        p.choice("handle", ["bar", "cup", "bow"]),
        p.choice("form", ["upright", "upright", "lateral"]),
    )
    w *= 2 if wide == "lateral" else 1
    h = each * drawers + 0.06
    design = Design([paint.name, wide], [f"{number_word(drawers)} drawers", f"{metal.name} {grip} handles"])
    design.add("case", slab(w, h, d, 0.01), paint)
    design.add("plinth", box(0.96 * w, 0.03, 0.97 * d).moved(y=-0.03), BLACK)
    for i in range(drawers):
        y, z = 0.03 + (i + 0.5) * each, d / 2 + (0.55 * d if i + 1 == opened else 0)
        design.add("gap", panel(0.95 * w, 0.965 * each, 0.002).moved(0, y, d / 2), SCREEN)
        design.add("drawer", panel(0.93 * w, 0.93 * each, 0.018, radius=0.008).moved(0, y, z), paint)
        design.add("label", panel(0.09, 0.045, 0.002).moved(0, y + 0.26 * each, z + 0.018), PAPER)
        frame = sweep(
            [(-0.05, -0.027, 0), (0.05, -0.027, 0), (0.05, 0.027, 0), (-0.05, 0.027, 0)], 0.004, closed=True, sides=4
        )
        design.add("label holder", frame.moved(0, y + 0.26 * each, z + 0.019), metal)
        bow: dict[str, Points] = {
            "bar": [(-0.07, 0, 0), (-0.07, 0, 0.03), (0.07, 0, 0.03), (0.07, 0, 0)],
            "bow": arc(0.06, 180, 0, plane="xz") * (1, 1, 0.6),
        }
        pull = panel(0.12, 0.04, 0.025, radius=0.012) if grip == "cup" else sweep(bow[grip], 0.007)
        design.add("handle", pull.moved(0, y, z + 0.016), metal)
        if i + 1 == opened:
            design.add("tray", box(0.86 * w, 0.6 * each, 0.57 * d).moved(0, y - 0.45 * each, z - 0.275 * d), paint)
            design.add(
                "folder",
                row(box(0.8 * w, 0.8 * each, 0.006).moved(0, y - 0.42 * each, z - 0.28 * d), 9, step=(0, 0, 0.05 * d)),
                Material("manila", (0.88, 0.76, 0.50)),
            )
            design.features.append("an open drawer of folders")
    design.add("lock", disc(0.011, 0.012).moved(0.43 * w, h - 0.018, d / 2), metal)
    return design


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
    design.add("rim", facing(tube(r * (1 + rim), 0.95 * r, 0.2 * r, segments=36)).moved(z=-0.1 * r), frame)
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


@category("trophy", family="office", also=("trophy cup", "award"))
def trophy(p: Parameters) -> Design:
    h, r, base = p.real("height", 0.2, 0.42), p.real("radius_ratio", 0.24, 0.36), p.choice("base", ["round", "square"])
    kind, metal = p.choice("kind", ["cup", "cup", "cup", "star"]), p.material("metal", [GOLD, GOLD, SILVER, BRONZE])
    plinth, handles = (
        p.material("plinth", [BLACK, *WOODS[:2], Material("marble", (0.88, 0.87, 0.84))]),
        p.choice("handles", ["round", "tall"]),
    )
    stem, lid = p.real("stem", 0.15, 0.3), p.choice("lid", ["yes", "no", "no"])
    r, low, foot = r * h, 0.2 * h, 0.75 * r * h
    design = Design(
        [metal.name, f"{kind}-shaped"],
        ["two handles" if kind == "cup" else "a star on top", f"a {base} {plinth.name} base"],
    )
    block = (
        cylinder(foot, low, top_radius=0.9 * foot)
        if base == "round"
        else slab(1.8 * foot, low, 1.8 * foot, 0.1 * foot, top=0.92)
    )
    design.add("base", block, plinth)
    design.add("plaque", panel(0.9 * foot, 0.45 * low, 0.004).moved(0, 0.5 * low, 0.93 * foot - 0.001), metal)
    y = low + stem * h
    design.add(
        "stem",
        lathe(
            [
                (0.7 * foot, low),
                (0.6 * foot, low + 0.02 * h),
                (0.08 * h, low + 0.05 * h),
                (0.025 * h, low + 0.6 * stem * h),
                (0.045 * h, y - 0.03 * h),
                (0.03 * h, y + 0.01 * h),
            ]
        ),
        metal,
    )
    top = h - y
    if kind == "star":
        outline = regular_outline(5, 0.32 * h, radius2=0.13 * h)
        design.add(
            "star",
            facing(extrude(outline, 0.05 * h) + extrude(outline * 0.8, 0.07 * h).moved(y=-0.01 * h))
            .rotated("z", 18)
            .moved(0, y + 0.13 * h, -0.025 * h),
            metal,
        )
    else:
        cup = [(0.03 * h, 0), (0.6 * r, 0.12 * top), (0.85 * r, 0.45 * top), (r, top), (1.06 * r, 1.02 * top)]
        design.add(
            "cup",
            lathe([*cup, (0.95 * r, top), (0.8 * r, 0.45 * top), (0.01, 0.15 * top)], segments=32).moved(y=y),
            metal,
        )
        reach, tall = (0.5 * r, 0.3 * top) if handles == "round" else (0.7 * r, 0.42 * top)
        loop = sweep(arc(1, -105, 105, points=16) * (reach, tall, 1) + (0.88 * r, y + 0.58 * top, 0), 0.014 * h)
        design.add("handle", mirrored(loop), metal)
        if lid == "yes":
            design.add(
                "lid",
                lathe(
                    [
                        (1.02 * r, 0),
                        (0.7 * r, 0.15 * top),
                        (0.1 * r, 0.25 * top),
                        (0.06 * r, 0.32 * top),
                        (0.14 * r, 0.4 * top),
                        (0.01 * r, 0.48 * top),
                    ]
                ).moved(y=y + top),
                metal,
            )
            design.features.append("a lid")
    return design


@category("hourglass", family="office", also=("sand timer", "sandglass"))
def hourglass(p: Parameters) -> Design:
    h, r, neck = p.real("height", 0.1, 0.28), p.real("radius_ratio", 0.17, 0.27), p.real("neck", 0.08, 0.16)
    posts, run, plate = (
        p.whole("posts", 2, 5),
        p.real("sand_run", 0.15, 0.85),
        p.choice("plate", ["round", "polygonal"]),
    )
    wood = p.material("frame", [*WOODS[:4], BRASS, BLACK])
    sand = p.material("sand", [Material("sandy", (0.86, 0.72, 0.45)), WHITE, BLUE, RED, PINK, BLACK])
    post_form, r = p.choice("post_form", ["plain", "turned"]), r * h
    t, outer = 0.05 * h, 1.35 * r
    inside = h - 2 * t
    design = Design(
        [f"{wood.name}-framed"],
        [f"{sand.name} sand" if sand.name != "sandy" else "yellow sand", f"{number_word(posts)} {post_form} posts"],
    )
    sides = 32 if plate == "round" else max(posts, 3) * 2
    for y in (0, h - t):
        design.add(
            "plate",
            lathe(
                [(outer, 0), (outer, 0.7 * t), (0.93 * outer, t)]
                if y == 0
                else [(0.93 * outer, 0), (outer, 0.3 * t), (outer, t)],
                segments=sides,
            ).moved(y=y),
            wood,
        )
    share = np.linspace(-1, 1, 25)
    bulb = r * (
        neck + (1 - neck) * np.sin(np.pi * np.minimum(np.abs(share), 0.93) ** 0.9) ** 0.6 * (np.abs(share) > 0.02)
    )
    bulb = np.where(np.abs(share) > 0.5, np.maximum(bulb, 0.75 * r), bulb)
    level_low, level_top = -1 + 0.15 + 0.45 * run, 0.15 + 0.5 * (1 - run)
    heights = t + inside * (share + 1) / 2
    for part, keep, paint, swell in (
        ("glass", (share >= level_top) | (share <= 0) & (share >= level_low), GLASS, 1.0),
        ("sand", share <= level_low, sand, 1.0),
        ("sand", (share <= level_top) & (share >= 0), sand, 1.0),
    ):
        if part == "glass":
            for half in (share >= level_top, (share <= 0.01) & (share >= level_low - 0.05)):
                design.add(
                    part,
                    lathe([(a * swell, b) for a, b in zip(bulb[half], heights[half], strict=True)], segments=24),
                    paint,
                )
        else:
            design.add(
                part,
                lathe([(a * 1.003, b) for a, b in zip(bulb[keep], heights[keep], strict=True)], segments=24),
                paint,
            )
    turned = [(1.3, 0), (0.7, 0.1), (1.1, 0.3), (0.7, 0.45), (1.5, 0.5), (0.7, 0.55), (1.1, 0.7), (0.7, 0.9), (1.3, 1)]
    post = lathe(
        [(0.032 * h * a, inside * b) for a, b in (turned if post_form == "turned" else [(0.8, 0), (0.8, 1)])],
        segments=12,
    )
    design.add("post", around(post.moved(1.15 * r, t), posts, start=45), wood)
    return design


@category("alarm clock", family="office", also=("bedside clock", "table clock"))
def alarm_clock(p: Parameters) -> Design:
    r, kind, t = (
        p.real("radius", 0.04, 0.065),
        p.choice("kind", ["twin-bell", "twin-bell", "digital", "square"]),
        p.real("depth", 0.6, 1.0),
    )
    case, metal = (
        p.material("case", [RED, BLACK, WHITE, TURQUOISE, PINK, YELLOW, BRASS, CHROME]),
        p.material("metal", [CHROME, BRASS, STEEL]),
    )
    face, hour, minute = p.material("face", [WHITE, CREAM, BLACK]), p.whole("hour", 1, 12), p.whole("minute", 10, 59)
    glow, t = p.material("digits", [RED_LIGHT, GREEN_LIGHT, Material("glowing blue", (0.35, 0.7, 1.0))]), t * r
    dark = PRINT if face.name != "black" else WHITE
    if kind == "digital":
        w, h = 3.2 * r, 1.3 * r
        design = Design([case.name, kind], [f"{glow.name} digits", "a snooze bar"])
        design.add("case", slab(w, h, 1.4 * r, 0.2 * r, top=0.94), case)
        design.add("screen", panel(0.9 * w, 0.7 * h, 0.06 * r).moved(0, 0.5 * h, 0.68 * r), SCREEN)
        design.add("number", digits(f"{hour:02d}:{minute:02d}", 0.5 * h).moved(0, 0.5 * h, 0.74 * r), glow)
        design.add("snooze bar", box(0.5 * w, 0.08 * r, 0.3 * r).moved(0, h - 0.01 * r, 0.2 * r), metal)
        design.add(
            "button", row(box(0.2 * r, 0.06 * r, 0.15 * r).moved(0, h, -0.3 * r), 5, step=(0.45 * r, 0, 0)), GREY
        )
        return design
    y, z = 1.15 * r, t / 2
    design = Design([case.name, kind], ["two bells" if kind == "twin-bell" else "a square case", f"a {face.name} face"])
    ring = facing(tube(r, 0.88 * r, 1.1 * t, segments=36)).moved(z=-0.5 * t) + disc(
        0.98 * r, 0.8 * t, segments=36
    ).moved(z=-0.5 * t)
    design.add(
        "case",
        (
            ring
            if kind == "twin-bell"
            else slab(2.2 * r, 1.05 * t, 2.2 * r, 0.3 * r).rotated("x", 90).moved(z=-0.65 * t)
        ).moved(y=y),
        case,
    )
    design.add("face", disc(0.89 * r, 0.15 * t, segments=36).moved(0, y, 0.3 * t), face)
    z = 0.45 * t
    ticks = join(
        *(
            panel(0.05 * r, (0.18 if i % 3 == 0 else 0.1) * r, 0.02 * r).moved(y=0.74 * r).rotated("z", 30 * i)
            for i in range(12)
        )
    )
    design.add("mark", ticks.moved(0, y, z), dark)
    for name, turn_by, long, wide in (
        ("hour hand", -30 * hour - minute / 2, 0.45, 0.08),
        ("minute hand", -6 * minute, 0.66, 0.05),
    ):
        design.add(
            name,
            panel(wide * r, long * r, 0.02 * r)
            .moved(y=0.42 * long * r)
            .rotated("z", turn_by)
            .moved(0, y, z + (0.03 if name[0] == "h" else 0.06) * r),
            dark,
        )
    design.add("hub", disc(0.07 * r, 0.1 * r, segments=12).moved(0, y, z), metal)
    if kind == "twin-bell":
        bell = (
            sphere(0.42 * r, segments=20, start=0, stop=90) + cylinder(0.05 * r, 0.3 * r, segments=8).moved(y=-0.28 * r)
        ).moved(y=1.15 * r)
        design.add("bell", mirrored(bell.rotated("z", -32).moved(0, y)), metal)
        design.add(
            "hammer",
            cylinder(0.03 * r, 0.45 * r, segments=8).moved(y=y + 0.95 * r)
            + sphere(0.1 * r, segments=10).moved(y=y + 1.4 * r),
            metal,
        )
        design.add("handle", sweep(arc(0.75 * r, 15, 165) * (1, 0.9, 1) + (0, y + 1.25 * r, 0), 0.035 * r), metal)
        design.add("foot", mirrored(sweep([(0.55 * r, y - 0.75 * r, 0), (0.8 * r, 0, 0)], [0.06 * r, 0.1 * r])), metal)
        design.features.append("a hammer")
    else:
        design.add("button", box(0.6 * r, 0.1 * r, 0.3 * t).moved(0, y + 1.08 * r), metal)
        design.add("foot", mirrored(box(0.3 * r, 0.12 * r, 0.8 * t).moved(0.7 * r, 0)), metal)
    return design
