"""Around a building site or a warehouse: to carry, to lift, to store, to be safe."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.workshop.parts import DARK_GREY, PAINTS, beam, oval_level, wheel
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRICK,
    CHROME,
    CONCRETE,
    GREEN,
    GREY,
    ORANGE,
    PLASTICS,
    RED,
    RUBBER,
    SANDSTONE,
    STEEL,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    along_x,
    along_z,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    mirrored,
    row,
    sweep,
    torus,
)

ALUMINIUM = Material("aluminium", (0.78, 0.79, 0.80))
CARDBOARD = Material("cardboard", (0.72, 0.55, 0.36))


@category("pallet", family="workshop", also=("wooden pallet", "euro pallet", "skid"))
def pallet(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.9, 1.3), p.real("depth", 0.7, 1.1), p.real("height", 0.11, 0.17)
    boards, gap = p.whole("boards", 4, 8), p.real("gap", 0.1, 0.4)
    feet, stuff = p.choice("feet", ["blocks", "beams"]), p.material("material", [*WOODS[:3], BLUE, BLACK])
    design = Design([stuff.name], [f"{number_word(boards)} deck boards", f"{feet} below"])
    board = box(w, h * 0.15, d / boards * (1 - gap))
    design.add("deck", row(board, boards, step=(0, 0, d / boards)).moved(y=h * 0.86), stuff)
    across = box(w * 0.1, h * 0.15, d).moved(y=h * 0.71)
    design.add("stringers", row(across, 3, step=(w * 0.45, 0, 0)), stuff)
    foot = box(w * 0.1, h * 0.57, d * 0.12 if feet == "blocks" else d * 0.98).moved(y=h * 0.14)
    grid = row(foot, 3, step=(0, 0, d * 0.43)) if feet == "blocks" else foot
    design.add("feet", row(grid, 3, step=(w * 0.45, 0, 0)), stuff)
    design.add("skids", row(box(w * 0.1, h * 0.14, d), 3, step=(w * 0.45, 0, 0)), stuff)
    return design


@category("brick", family="workshop", also=("cinder block", "building block", "concrete block"))
def brick(p: Parameters) -> Design:
    form, length = p.choice("form", ["solid", "hollow", "frogged", "pierced"]), p.real("length", 0.19, 0.4)
    depth, height = p.real("depth", 0.42, 0.55), p.real("height", 0.28, 0.5)
    stuff = p.material("material", [BRICK, CONCRETE, SANDSTONE, Material("red clay", (0.66, 0.28, 0.2))])
    holes, wall = p.whole("holes", 2, 3), p.real("wall", 0.16, 0.24)
    w, d, h = length, length * depth, length * height
    design = Design([stuff.name, form], [f"{number_word(holes)} chambers" if form == "hollow" else "straight edges"])
    dark = Material("shadow", (0.2, 0.17, 0.15))
    if form == "hollow":
        t = d * wall
        design.add("walls", row(box(w, h, t), 2, step=(0, 0, d - t)), stuff)
        design.add("webs", row(box(t, h * 0.995, d * 0.98), holes + 1, step=((w - t) / holes, 0, 0)), stuff)
    else:
        design.add("body", box(w, h, d, bevel=w * 0.01), stuff)
    if form == "frogged":
        design.add("frog", box(w * 0.75, h * 0.01, d * 0.5, bevel=d * 0.1).moved(y=h), dark)
    if form == "pierced":
        dot = cylinder(d * wall * 0.7, h * 1.004, segments=16)
        design.add("holes", row(row(dot, holes + 2, step=(w / (holes + 3), 0, 0)), 2, step=(0, 0, d * 0.4)), dark)
    return design


@category("wheelbarrow", family="workshop", also=("barrow", "garden cart"))
def wheelbarrow(p: Parameters) -> Design:
    w, length, deep = p.real("width", 0.45, 0.7), p.real("length", 0.7, 1.0), p.real("depth", 0.2, 0.35)
    wheel, flare, reach = p.real("wheel", 0.14, 0.2), p.real("flare", 1.15, 1.5), p.real("reach", 0.5, 0.8)
    paint, frame = p.material("tray", [*PAINTS, STEEL]), p.material("frame", [STEEL, BLACK_METAL, WOODS[0]])
    design = Design([paint.name], ["one wheel", f"two {frame.name} handles"])
    bottom = [
        (-length * 0.38, -w * 0.35),
        (length * 0.3, -w * 0.35),
        (length * 0.3, w * 0.35),
        (-length * 0.38, w * 0.35),
    ]
    inner = [(x * 0.97, z * 0.95) for x, z in bottom]
    design.add("tray", extrude(bottom, deep, top_scale=flare, hole=inner).moved(y=wheel * 2), paint)
    design.add("tray", extrude(bottom, 0.01).moved(y=wheel * 2), paint)
    for s in (-1, 1):
        path = [
            (length * 0.75, wheel, s * 0.05),
            (0, wheel * 1.9, s * w * 0.3),
            (-length * reach, wheel * 2.4, s * w * 0.42),
        ]
        design.add("handle", sweep(path, 0.016), frame)
        leg = [(-length * 0.2, wheel * 2, s * w * 0.3), (-length * 0.25, 0.01, s * w * 0.3)]
        design.add("leg", sweep(leg, 0.014), frame)
        design.add("grip", sweep([path[2], (-length * (reach + 0.14), wheel * 2.45, s * w * 0.44)], 0.022), RUBBER)
    tyre = join(torus(wheel * 0.8, wheel * 0.2), cylinder(wheel * 0.35, wheel * 0.3).moved(y=-wheel * 0.15))
    design.add("wheel", tyre.rotated("x", 90).moved(x=length * 0.75, y=wheel), RUBBER)
    return design


@category("toolbox", family="workshop", also=("tool case", "tool chest"))
def toolbox(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.35, 0.6), p.real("height", 0.35, 0.55), p.real("depth", 0.4, 0.6)
    grip, latch = p.choice("handle", ["bar", "arch"]), p.whole("latches", 1, 2)
    body = p.material("body", [*PAINTS, STEEL, BLACK_METAL])
    lid, roof = p.material("lid", [BLACK, RED, YELLOW, STEEL]), p.real("roof", 0.5, 0.95)
    tall, deep = w * h, w * d
    design = Design([body.name], [f"a {lid.name} lid", f"a {grip} handle"])
    design.add("body", box(w, tall * 0.6, deep, bevel=w * 0.02), body)
    top = extrude(
        [(-w / 2, -deep / 2), (w / 2, -deep / 2), (w / 2, deep / 2), (-w / 2, deep / 2)], tall * 0.3, top_scale=roof
    )
    design.add("lid", top.scaled(1.02, 1, 1.02).moved(y=tall * 0.6), lid)
    y = tall * 0.88
    path = [(-w * 0.3, y, 0), (-w * 0.28, y + w * 0.1, 0), (w * 0.28, y + w * 0.1, 0), (w * 0.3, y, 0)]
    curve = arc(w * 0.3, 180, 0) * (1, 0.55, 1) + (0, y, 0)
    design.add("handle", sweep(path if grip == "bar" else curve, w * 0.025), RUBBER)
    latches = row(box(w * 0.09, tall * 0.2, w * 0.03), latch, step=(w * 0.5, 0, 0))
    design.add("latch", latches.moved(y=tall * 0.5, z=deep / 2), STEEL)
    return design


@category("organizer", family="household", also=("desk organizer", "pen holder", "storage tray"))
def organizer(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.15, 0.35), p.real("depth", 0.4, 0.9), p.real("height", 0.2, 0.6)
    columns, rows, step = p.whole("columns", 1, 4), p.whole("rows", 1, 3), p.real("step", 0.5, 1.0)
    stuff = p.material("material", [*PLASTICS, *WOODS[:2], BLACK_METAL])
    things, deep = p.whole("pens", 0, 5), w * d
    wall = 0.004
    design = Design(
        [stuff.name], [f"{number_word(columns * rows)} {'compartment' if columns * rows == 1 else 'compartments'}"]
    )
    design.add("floor", box(w, wall, deep), stuff)
    for j in range(rows + 1):
        tall = w * h * (1 - (1 - step) * j / rows)
        design.add("wall", box(w, tall, wall).moved(z=-deep / 2 + deep * j / rows), stuff)
    for i in range(columns + 1):
        for j in range(rows):
            tall = w * h * (1 - (1 - step) * (j + 1) / rows) * 0.99
            x, z = -w / 2 + w * i / columns, -deep / 2 + deep * (j + 0.5) / rows
            design.add("divider", box(wall, tall, deep / rows).moved(x=x, z=z), stuff)
    for i in range(things):
        pen = cylinder(0.004, w * h * 1.5 + 0.05, segments=8).rotated("z", -8 + 4 * i)
        design.add(
            "pen",
            pen.moved(x=-w / 2 + w / columns / 2 + 0.008 * (i - 2), y=wall, z=-deep / 2 + deep / rows / 2),
            PAINTS[i],
        )
    return design


@category("stepladder", family="workshop", also=("step ladder", "ladder"))
def stepladder(p: Parameters) -> Design:
    form, steps = p.choice("form", ["rear braced", "double sided", "platform"]), p.whole("steps", 3, 7)
    pitch, w = p.real("pitch", 0.22, 0.27), p.real("width", 0.36, 0.52)
    splay, flare = p.real("splay", 0.2, 0.32), p.real("flare", 0.0, 0.1)
    rail = p.material("rails", [ALUMINIUM, ALUMINIUM, YELLOW, ORANGE, RED, WHITE, WOODS[2]])
    tread, cap = (
        p.material("treads", [ALUMINIUM, DARK_GREY, WOODS[2]]),
        p.material("cap", [RED, BLACK, YELLOW, BLUE, GREY]),
    )
    h = steps * pitch
    top = h + (0.5 if form == "platform" else 0)
    design = Design(
        [f"{number_word(steps)} step", f"{rail.name} railed"],
        [
            {
                "rear braced": "a braced back",
                "double sided": "steps on both sides",
                "platform": "a platform and a hand rail",
            }[form]
        ],
    )

    def spot(y: float, sign: float = 1) -> tuple[float, float]:
        return w / 2 + flare * (h - y), sign * (0.05 + splay * (h - y))

    for sign in (1, -1):
        (x0, z0), (x1, z1) = spot(0, sign), spot(h, sign)
        thick = 0.07 if sign > 0 or form == "double sided" else 0.04
        design.add("rails", mirrored(beam((x0, 0, z0), (x1, h, z1), 0.028, thick)), rail)
        design.add("feet", mirrored(beam((x0, -0.03, z0 + 0.008 * sign), (x0, 0.05, z0), 0.04, thick + 0.02)), BLACK)
        for i in range(1, steps):
            x, z = spot(i * pitch, sign)
            if sign > 0 or form == "double sided":
                design.add("treads", box(2 * x, 0.03, 0.09).moved(y=i * pitch - 0.015, z=z), tread)
                design.add(
                    "grip strips",
                    row(box(1.9 * x, 0.004, 0.012).moved(y=i * pitch + 0.014, z=z), 3, step=(0, 0, 0.026)),
                    BLACK,
                )
            elif i % 2:
                design.add("braces", box(2 * x, 0.03, 0.015).moved(y=i * pitch, z=z), rail)
    x, z = spot(h * 0.45)
    design.add("spreaders", mirrored(box(0.008, 0.02, 2 * z).moved(x=x + 0.018, y=h * 0.45)), STEEL)
    deep = 0.3 if form == "platform" else 0.2
    design.add("top", box(w + 0.06, 0.05, deep, bevel=0.02).moved(y=h - 0.01), cap)
    design.add("top tray", box(w * 0.8, 0.004, deep * 0.6, bevel=0.02).moved(y=h + 0.038), DARK_GREY)
    design.add(
        "bolts", mirrored(along_x(cylinder(0.012, 0.07, segments=8)).moved(w / 2 - 0.005, h - 0.04, 0.05)), STEEL
    )
    if form == "platform":
        bow = [(w / 2, h, -0.05), (w / 2, top - 0.06, -0.08), (w / 2 - 0.05, top, -0.08)]
        design.add("hand rail", sweep([*bow, *((-a, b, c) for a, b, c in bow[::-1])], 0.014), rail)
        design.add("grip", along_x(cylinder(0.019, w * 0.5)).moved(-w * 0.25, top, -0.08), BLACK)
    return design


@category("hand truck", family="workshop", also=("sack truck", "dolly", "trolley"))
def hand_truck(p: Parameters) -> Design:
    h, w = p.real("height", 1.05, 1.4), p.real("width", 0.28, 0.4)
    grip, bars = p.choice("handle", ["loop", "two grips", "P shaped"]), p.whole("crossbars", 2, 5)
    paint = p.material("frame", [RED, BLUE, GREEN, ORANGE, ALUMINIUM, BLACK, YELLOW])
    hub, wheels = p.material("hub", [WHITE, RED, STEEL, YELLOW]), p.choice("wheels", ["two", "stair climbing"])
    r, toe = p.real("wheel_radius", 0.1, 0.15), p.real("toe", 0.18, 0.3)
    curve = p.real("curve", 0.0, 0.08)
    design = Design(
        [paint.name, "two wheeled" if wheels == "two" else "stair climbing"],
        [f"a {grip} handle" if grip != "two grips" else "two rubber grips", "a flat toe plate"],
    )
    x, t = w / 2, 0.016
    ends: list[tuple[float, float, float]] = {
        "loop": [(x, h - 0.12, -0.05), (x * 0.85, h - 0.03, -0.09), (x * 0.5, h, -0.1), (0, h, -0.1)],
        "two grips": [(x, h - 0.08, 0), (x, h - 0.03, -0.03), (x, h, -0.09), (x, h, -0.22)],
        "P shaped": [],
    }[grip]
    post = sweep([(x, 0.01, 0), (x, h * 0.5, 0), (x, h - 0.3, 0), *ends], t)
    design.add("frame", mirrored(post), paint)
    if grip == "P shaped":
        bow = [(x, h - 0.3, 0), *(arc(x, 0, 180, points=14) * (1, 0.5, 1) + (0, h - 0.3, 0)), (-x, h - 0.3, 0)]
        neck = [
            (0, h - 0.31 + x / 2, 0),
            (0, h - 0.08, -0.03),
            (0, h, -0.08),
            (0, h - 0.02, -0.2),
            (0, h - 0.14, -0.22),
            (0, h - 0.22, -0.05),
            (0, h - 0.3 + x / 2, 0),
        ]
        design.add("frame", sweep(bow[1:-1], t) + sweep(neck, t), paint)
        design.add("grip", along_z(cylinder(0.022, 0.1)).rotated("x", -9).moved(0, h - 0.017, -0.19), BLACK)
    elif grip == "loop":
        design.add("grip", along_x(cylinder(0.024, x * 0.9)).moved(-x * 0.45, h, -0.1), BLACK)
    else:
        design.add("grip", mirrored(along_z(cylinder(0.024, 0.13)).moved(x, h, -0.24)), BLACK)
    for y in np.linspace(0.2, h - 0.36, bars):
        bow = [(u * x, y, -curve * (1 - u * u)) for u in np.linspace(-1, 1, 9)]
        design.add("crossbars", sweep(bow, 0.012), paint)
    design.add("spine", box(0.035, h - 0.5, 0.008).moved(y=0.18, z=-curve - 0.006), paint)
    design.add("toe plate", box(w + 0.1, 0.01, toe, bevel=0.03).moved(z=toe / 2 - 0.01), STEEL)
    design.add("toe plate", box(w + 0.06, 0.12, 0.008).moved(y=0.004, z=0.016), STEEL)
    out, back = x + 0.075, -r - 0.03
    design.add("axle", along_x(cylinder(0.011, 2 * out)).moved(-out, r, back), STEEL)
    strut = sweep([(x, 0.45, 0), (x, r + 0.06, back), (x, r - 0.02, back), (x, 0.06, 0)], 0.011)
    design.add("axle bracket", mirrored(strut), paint)
    for side in (-out, out):
        if wheels == "two":
            wheel(design, r, 0.06, hub, at=(side, r, back))
        else:
            plate = around(box(0.035, 0.012, r * 0.9).moved(z=r * 0.45), 3).moved(y=-0.006)
            design.add("wheel carrier", along_x(plate.rotated("y", 30)).moved(side * 0.94, r, back), hub)
            for a in (90, 210, 330):
                c, s = np.cos(np.radians(a)), np.sin(np.radians(a))
                wheel(design, r * 0.62, 0.045, hub, at=(side, r * 1.08 + r * 0.8 * s, back + r * 0.8 * c))
    return design


@category("forklift", family="workshop", also=("forklift truck", "fork lift", "lift truck"))
def forklift(p: Parameters) -> Design:
    length, w = p.real("length", 1.7, 2.4), p.real("width", 1.0, 1.25)
    mast, lift = p.real("mast_height", 2.0, 2.7), p.real("lift", 0.0, 1.0)
    paint = p.material("paint", [YELLOW, YELLOW, ORANGE, RED, GREEN, BLUE, WHITE])
    weight = p.material("counterweight", [DARK_GREY, BLACK, GREY])
    power, load = p.choice("power", ["electric", "gas"]), p.choice("load", ["empty", "pallet", "boxes"])
    beacon, fork = p.choice("beacon", ["none", "orange"]), p.real("fork_length", 0.9, 1.2)
    hub = p.material("hub", [WHITE, STEEL, YELLOW])
    front, back, r = length / 2, -length / 2, 0.33
    raised = 0.08 + lift
    design = Design([paint.name, f"{power} powered"], ["a mast and two forks", "an overhead guard"])
    design.add("chassis", box(w * 0.82, 0.42, length * 0.9, bevel=0.05).moved(y=0.22), paint)
    design.add(
        "fender", mirrored(box(w * 0.2, 0.12, 0.75, bevel=0.04).moved(x=w * 0.39, y=0.62, z=front - 0.42)), paint
    )
    hood = [
        oval_level(w * 0.4, 0.4, 0.6, z=back + 0.5, square=0.35),
        oval_level(w * 0.36, 0.36, 0.98, z=back + 0.52, square=0.35),
    ]
    design.add("hood", loft(hood), paint)
    rear = [
        oval_level(w * a, b, y, z=back + 0.2, square=0.45)
        for a, b, y in ((0.4, 0.22, 0.2), (0.48, 0.32, 0.35), (0.48, 0.32, 0.8), (0.42, 0.22, 1.0))
    ]
    design.add("counterweight", loft(rear), weight)
    design.add("rear lights", mirrored(box(0.12, 0.08, 0.02).moved(w * 0.3, 0.84, back - 0.1)), RED)
    design.add("stripe", mirrored(box(0.01, 0.08, length * 0.35).moved(w * 0.412, 0.47, -0.05)), BLACK)
    design.add("dashboard", beam((0, 0.6, front - 0.2), (0, 1.15, front - 0.3), w * 0.6, 0.16), DARK_GREY)
    seat = box(0.46, 0.12, 0.45, bevel=0.05).moved(y=0.96, z=-0.2) + beam((0, 1.0, -0.4), (0, 1.5, -0.5), 0.44, 0.1)
    design.add("seat", seat, BLACK)
    steering = (
        torus(0.17, 0.016)
        + cylinder(0.03, 0.02)
        + around(box(0.02, 0.012, 0.16).moved(z=0.08), 3)
        + cylinder(0.02, 0.3).moved(y=-0.3)
    )
    design.add("steering wheel", steering.rotated("x", -35 + 80).moved(0, 1.28, front - 0.48), BLACK)
    roof, zf, zb = 2.1, front - 0.45, back + 0.5
    design.add("guard", mirrored(beam((w * 0.38, 0.65, front - 0.2), (w * 0.36, roof, zf), 0.06, 0.08)), DARK_GREY)
    design.add("guard", mirrored(beam((w * 0.36, 0.9, zb - 0.25), (w * 0.36, roof, zb), 0.06, 0.08)), DARK_GREY)
    design.add("roof", mirrored(box(0.07, 0.07, zf - zb + 0.16).moved(w * 0.36, roof, (zf + zb) / 2)), DARK_GREY)
    design.add(
        "roof",
        row(box(w * 0.72, 0.04, 0.05).moved(y=roof + 0.015, z=(zf + zb) / 2), 8, step=(0, 0, (zf - zb) / 7)),
        DARK_GREY,
    )
    if beacon == "orange":
        design.add("beacon", cylinder(0.06, 0.14, top_radius=0.05).moved(w * 0.2, roof + 0.05, zb), ORANGE)
        design.features.append("an orange beacon")
    if power == "gas":
        tank = lathe([(0.05, 0), (0.15, 0.05), (0.16, 0.12), (0.16, 0.6), (0.12, 0.68), (0.05, 0.7)])
        design.add("gas bottle", along_x(tank).moved(-0.35, 1.14, back + 0.2), WHITE)
        design.features.append("a gas bottle at the back")
    zm = front + 0.12
    design.add("mast", mirrored(box(0.08, mast, 0.14).moved(w * 0.3, 0.06, zm)), DARK_GREY)
    design.add("inner mast", mirrored(box(0.06, mast - 0.05, 0.1).moved(w * 0.23, 0.1 + lift * 0.6, zm)), BLACK_METAL)
    for y, z in ((0.3, zm - 0.03), (mast - 0.08, zm - 0.03)):
        design.add("mast", box(w * 0.6, 0.1, 0.06).moved(y=y, z=z), DARK_GREY)
    design.add("inner mast", box(w * 0.46, 0.08, 0.05).moved(y=mast - 0.05 + lift * 0.6, z=zm), BLACK_METAL)
    design.add("lift cylinder", cylinder(0.04, mast - 0.2).moved(0, 0.12, zm), STEEL)
    design.add("tilt cylinder", mirrored(along_z(cylinder(0.03, 0.45)).moved(w * 0.3, 0.7, zm - 0.45)), STEEL)
    zc = zm + 0.1
    carriage = (
        row(box(w * 0.8, 0.09, 0.05).moved(y=raised + 0.25, z=zc), 2, step=(0, 0.34, 0))
        + row(box(0.03, 1.0, 0.03).moved(y=raised + 0.1, z=zc), 5, step=(w * 0.17, 0, 0))
        + box(w * 0.72, 0.04, 0.04).moved(y=raised + 1.08, z=zc)
    )
    design.add("carriage", carriage, DARK_GREY)
    blade = box(0.12, 0.55, 0.045).moved(y=raised, z=zc + 0.04) + beam((0, 0, 0), (0, fork, 0), 0.12, 0.045).rotated(
        "x", 90
    ).moved(y=raised + 0.022, z=zc + 0.04)
    design.add("forks", row(blade, 2, step=(w * 0.45, 0, 0)), BLACK_METAL)
    for x, z, size in ((w * 0.4, front - 0.3, r), (w * 0.38, back + 0.4, r * 0.8)):
        for side in (-x, x):
            wheel(design, size, 0.22, hub, at=(side, size, z))
    if load != "empty":
        y, z = raised + 0.03, zc + 0.09 + fork * 0.5
        slats = row(box(1.1, 0.025, 0.12).moved(y=y + 0.1, z=z), 6, step=(0, 0, fork * 0.17)) + row(
            box(0.1, 0.1, fork * 0.95).moved(y=y + 0.005, z=z), 3, step=(0.48, 0, 0)
        )
        design.add("pallet", slats, WOODS[2])
        design.features.append("a pallet on the forks" if load == "pallet" else "a pallet of boxes on the forks")
    if load == "boxes":
        crate = row(
            row(box(0.5, 0.36, fork * 0.44).moved(y=y + 0.13, z=z), 2, step=(0.52, 0, 0)), 2, step=(0, 0, fork * 0.46)
        )
        design.add("boxes", crate + crate.moved(y=0.37), CARDBOARD)
    return design


@category("fire extinguisher", family="workshop", also=("extinguisher",))
def fire_extinguisher(p: Parameters) -> Design:
    r, h = p.real("radius", 0.05, 0.09), p.real("height", 4.0, 6.5)
    shoulder, nozzle = p.real("shoulder", 0.4, 0.9), p.choice("nozzle", ["hose", "horn", "spout"])
    paint = p.material("paint", [RED, RED, Material("dark red", (0.6, 0.06, 0.07)), CHROME])
    label, band = p.real("label", 0.25, 0.45), p.material("band", [WHITE, YELLOW, BLACK, BLUE])
    tall = r * h
    design = Design([paint.name], [f"a black {nozzle}", f"a {band.name} label"])
    profile = [
        (r * 0.96, 0),
        (r, r * 0.1),
        (r, tall),
        (r * 0.7, tall + r * shoulder * 0.6),
        (r * 0.3, tall + r * shoulder),
    ]
    design.add("tank", lathe(profile), paint)
    patch = arc(r * 1.012, 30, 150, plane="xz")[:, [0, 2]]
    back = arc(r * 0.9, 150, 30, plane="xz")[:, [0, 2]]
    design.add("label", extrude(np.concatenate([patch, back]), tall * label).moved(y=tall * 0.35), band)
    y = tall + r * shoulder
    design.add("valve", cylinder(r * 0.3, r * 0.6).moved(y=y), STEEL)
    for k, tilt in ((0.5, 8.0), (0.75, -14.0)):
        lever = box(r * 2, r * 0.12, r * 0.35).moved(x=-r * 0.9).rotated("z", tilt)
        design.add("lever", lever.moved(y=y + r * k), BLACK)
    design.add("gauge", cylinder(r * 0.22, r * 0.2).rotated("x", 90).moved(y=y + r * 0.3, z=r * 0.25), WHITE)
    if nozzle == "spout":
        design.add("nozzle", sweep([(0, y + r * 0.4, 0), (r * 1.5, y + r * 0.3, 0)], [r * 0.12, r * 0.22]), RUBBER)
    else:
        path = [(0, y + r * 0.4, 0), (r * 1.1, y + r * 0.3, 0), (r * 1.3, y - r, 0), (r * 1.2, tall * 0.35, 0)]
        design.add("hose", sweep(path, r * 0.12), RUBBER)
        wide = r * (0.45 if nozzle == "horn" else 0.18)
        design.add("nozzle", sweep([(r * 1.2, tall * 0.4, 0), (r * 1.2, tall * 0.1, 0)], [r * 0.15, wide]), RUBBER)
    return design
