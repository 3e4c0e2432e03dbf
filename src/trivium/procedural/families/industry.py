"""Painting, lifting and machinery: brushes and rollers, steps and trucks, gauges, pumps and generators."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, WOODS, Material
from trivium.procedural.solids import (
    Point,
    Solid,
    arc,
    around,
    box,
    cylinder,
    join,
    lathe,
    loft,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY = PLASTICS[:8]
STEEL, BRASS, IRON, CHROME = METALS[0], METALS[1], METALS[2], METALS[4]
ALUMINIUM = Material("aluminium", (0.78, 0.79, 0.80))
DARK = Material("dark grey", (0.20, 0.21, 0.22))
CARDBOARD = Material("cardboard", (0.72, 0.55, 0.36))
PAINTS = (RED, BLUE, GREEN, YELLOW, ORANGE, WHITE)


def along_x(solid: Solid) -> Solid:
    """Turned so that what stood along +Y lies along +X."""
    return solid.rotated("z", -90)


def along_z(solid: Solid) -> Solid:
    """Turned so that what stood along +Y points to the front."""
    return solid.rotated("x", 90)


def pair(solid: Solid) -> Solid:
    """The solid and its mirror image in x."""
    return solid + solid.scaled(-1, 1, 1)


def ring(hw: float, hd: float, y: float, *, z: float = 0, square: float = 1, tilt: float = 0) -> np.ndarray:
    """A level oval for ``loft``, squarer the smaller ``square`` is; ``tilt`` lifts it along x."""
    a = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    x, d = (np.sign(f) * np.abs(f) ** square for f in (np.cos(a), np.sin(a)))
    return np.stack([hw * x, y + tilt * hw * x, hd * d + z], 1)


def beam(low: Point, high: Point, width: float, depth: float) -> Solid:
    """A leaning rectangular bar from a low to a higher point, cut level at both ends."""
    corners = np.array([(-1, 0, -1), (1, 0, -1), (1, 0, 1), (-1, 0, 1)]) * (width / 2, 0, depth / 2)
    return loft([corners + np.asarray(low, float), corners + np.asarray(high, float)])


def wheel(design: Design, radius: float, width: float, hub: Material, *, at: Point) -> None:
    """A tyre with a hub on both sides, its axle along x."""
    x, y, z = at
    tyre = lathe([(radius * f, width * g) for f, g in ((0.55, 0), (0.9, 0), (1, 0.2), (1, 0.8), (0.9, 1), (0.55, 1))])
    design.add("wheel", along_x(tyre.moved(y=-width / 2)).moved(x, y, z), RUBBER)
    rim = cylinder(radius * 0.58, width * 1.06).moved(y=-width * 0.53)
    design.add("hub", along_x(rim + cylinder(radius * 0.2, width * 1.2).moved(y=-width * 0.6)).moved(x, y, z), hub)


@category("paintbrush", family="workshop", also=("paint brush", "brush"))
def paintbrush(p: Parameters) -> Design:
    form, w = p.choice("form", ["flat", "angled", "round"]), p.real("width", 0.016, 0.045)
    grip, hair = p.real("handle_length", 0.11, 0.17), p.real("bristle_length", 0.04, 0.065)
    wood = p.material("handle", [*WOODS[:4], RED, BLUE, YELLOW, ORANGE, BLACK])
    bristle = p.material(
        "bristles", [BLACK, Material("blond", (0.83, 0.70, 0.47)), Material("white", (0.93, 0.92, 0.88))]
    )
    band, paint = p.material("ferrule", [CHROME, BRASS, METALS[3]]), p.material("paint", PAINTS)
    state, shape = p.choice("state", ["clean", "dipped"]), p.choice("grip", ["beaver tail", "long thin"])
    w, d, sq = (w * 0.6, w * 0.6, 1.0) if form == "round" else (w, 0.006 + 0.12 * w, 0.5)
    tilt, tip = (0.45 if form == "angled" else 0), (0.5 if form == "round" else 1.04)
    design = Design([form, state], [f"{bristle.name} bristles", f"a {shape} handle"])

    def body(low: float, high: float, k: float) -> Solid:
        sizes = [(y, tip + (1 - tip) * y, 0.4 + 0.6 * y) for y in (low, high)]
        return loft([ring(w * a * k, d * b * k, hair * y, square=sq, tilt=tilt * (1 - y)) for y, a, b in sizes])

    design.add("bristles", body(0, 1, 1), bristle)
    shade = Material(bristle.name, tuple(0.72 * c + 0.03 for c in bristle.color))  # type: ignore[arg-type]
    for x in np.linspace(-0.8, 0.8, 11):
        deep = 2.08 * d * (1 - abs(x) ** (2 / sq)) ** (sq / 2)
        foot = np.array([x * w * tip, tilt * x * w * tip - 0.002, 0])
        strand = loft(
            [
                beam(foot, (0, 1, 0), w * 0.05, 0.4 * deep).vertices[:4],
                beam((x * w, hair, 0), (0, 1, 0), w * 0.05, deep).vertices[:4],
            ]
        )
        design.add("bristles", strand, shade)
    if state == "dipped":
        design.add("paint", body(-0.02, 0.45, 1.09), paint)
        design.features.append(f"{paint.name} paint on it")
    top = hair + 0.035
    metal = [ring(w * k, d * k, y, square=sq) for y, k in ((hair - 0.004, 1.05), (hair + 0.02, 1.06), (top, 1.02))]
    crimps = [
        loft([ring(w * 1.1, d * 1.12, hair + y, square=sq), ring(w * 1.1, d * 1.12, hair + y + 0.002, square=sq)])
        for y in (0.003, 0.027)
    ]
    design.add("ferrule", join(loft(metal), *crimps), band)
    design.add(
        "nails",
        row(along_z(cylinder(0.0014, 2.2 * d, segments=8)).moved(y=hair + 0.017, z=-1.1 * d), 2, step=(w, 0, 0)),
        DARK,
    )
    neck, tail = (0.34, 0.5) if shape == "beaver tail" else (0.26, 0.14)
    outline = (
        (-0.005, 0.97, 0.95),
        (0.08, 0.94, 1),
        (0.22, 0.6, 1.0),
        (0.42, neck, 0.75),
        (0.75, tail, 0.7),
        (0.93, tail * 0.9, 0.6),
        (1, tail * 0.45, 0.35),
    )
    kw, kd = max(w, 0.022), max(0.006, min(d, 0.011))
    rings = [
        ring(
            min(w, kw * a) if y < 0.3 else kw * a,
            min(d, kd * b) if y < 0.1 else kd * b,
            top + grip * y,
            square=max(sq, 0.75),
        )
        for y, a, b in outline
    ]
    design.add("handle", loft(rings), wood)
    design.add(
        "hole",
        along_z(cylinder(kw * tail * 0.35, kd * 1.5, segments=12)).moved(y=top + grip * 0.9, z=-kd * 0.75),
        BLACK,
    )
    return design


@category("paint roller", family="workshop", also=("roller", "paint roller brush"))
def paint_roller(p: Parameters) -> Design:
    w, r = p.real("width", 0.1, 0.27), p.real("radius", 0.018, 0.034)
    length, reach = p.real("handle_length", 0.11, 0.16), p.real("reach", 0.1, 0.2)
    frame, nap = (
        p.choice("frame", ["one-armed", "fork"]),
        p.material(
            "nap",
            [
                Material("white", (0.93, 0.92, 0.88)),
                Material("cream", (0.90, 0.84, 0.68)),
                Material("yellow foam", (0.95, 0.83, 0.35)),
                Material("grey", (0.6, 0.6, 0.6)),
            ],
        ),
    )
    grip, paint = (
        p.material("handle", [RED, BLUE, GREEN, YELLOW, ORANGE, BLACK, *WOODS[:3]]),
        p.material("paint", PAINTS),
    )
    state, stripes = p.choice("state", ["clean", "wet"]), p.choice("sleeve", ["plain", "striped"])
    shape = p.choice("grip", ["waisted", "ribbed", "pole"])
    look = {"one-armed": "a wire frame bent to one side", "fork": "a fork that holds both ends"}[frame]
    design = Design([f"{nap.name} sleeved", state], [look, f"a {grip.name} {shape} handle"])
    sleeve = [(0.6 * r, 0), (0.9 * r, 0), (r, 0.1 * r), (r, w - 0.1 * r), (0.9 * r, w), (0.6 * r, w)]
    design.add("sleeve", along_x(lathe(sleeve, segments=32)).moved(x=-w / 2), nap)
    design.add("end cap", along_x(cylinder(0.62 * r, w + 0.006)).moved(x=-w / 2 - 0.003), DARK)
    if state == "wet":
        design.add("paint", along_x(cylinder(r * 1.03, w * 0.86, segments=32)).moved(x=-w * 0.43), paint)
        design.features.append(f"{paint.name} paint")
    elif stripes == "striped":
        bands = row(along_x(cylinder(r * 1.012, 0.003, segments=32)), max(3, int(w / 0.025)), step=(0.025, 0, 0))
        design.add("stripes", bands, Material("green yarn", (0.25, 0.50, 0.28)))
        design.features.append("a striped sleeve")
    side, y = w / 2 + 0.018, r + reach
    arm = [
        (w / 2 - 0.01, 0, 0),
        (side - 0.006, 0, 0),
        (side, 0.006, 0),
        (side, y * 0.6, 0),
        (side - 0.008, y * 0.6 + 0.008, 0),
    ]
    middle = [(0.01, y * 0.6 + 0.02, 0), (0, y * 0.6 + 0.032, 0), (0, y + 0.02, 0)]
    wire = sweep([*arm, *middle], 0.0035)
    design.add("frame", wire if frame == "one-armed" else pair(wire), CHROME)
    profiles = {
        "waisted": [(0.6, 0), (0.95, 0.05), (0.75, 0.25), (1.0, 0.6), (0.85, 0.9), (0.5, 1)],
        "ribbed": [(0.7, 0), *((0.9 + 0.12 * (i % 2), 0.05 + 0.07 * i) for i in range(13)), (0.6, 1)],
        "pole": [(0.8, 0), (0.8, 0.3), (0.55, 0.34), (0.55, 2.6), (0.3, 2.65)],
    }
    design.add("handle", lathe([(0.016 * a, length * b) for a, b in profiles[shape]], segments=18).moved(y=y), grip)
    design.add("collar", cylinder(0.012, 0.012, top_radius=0.014).moved(y=y - 0.007), DARK)
    return design


@category("stepladder", family="workshop", also=("step ladder", "ladder"))
def stepladder(p: Parameters) -> Design:
    form, steps = p.choice("form", ["rear braced", "double sided", "platform"]), p.whole("steps", 3, 7)
    pitch, w = p.real("pitch", 0.22, 0.27), p.real("width", 0.36, 0.52)
    splay, flare = p.real("splay", 0.2, 0.32), p.real("flare", 0.0, 0.1)
    rail = p.material("rails", [ALUMINIUM, ALUMINIUM, YELLOW, ORANGE, RED, WHITE, WOODS[2]])
    tread, cap = p.material("treads", [ALUMINIUM, DARK, WOODS[2]]), p.material("cap", [RED, BLACK, YELLOW, BLUE, GREY])
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
        design.add("rails", pair(beam((x0, 0, z0), (x1, h, z1), 0.028, thick)), rail)
        design.add("feet", pair(beam((x0, -0.03, z0 + 0.008 * sign), (x0, 0.05, z0), 0.04, thick + 0.02)), BLACK)
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
    design.add("spreaders", pair(box(0.008, 0.02, 2 * z).moved(x=x + 0.018, y=h * 0.45)), STEEL)
    deep = 0.3 if form == "platform" else 0.2
    design.add("top", box(w + 0.06, 0.05, deep, bevel=0.02).moved(y=h - 0.01), cap)
    design.add("top tray", box(w * 0.8, 0.004, deep * 0.6, bevel=0.02).moved(y=h + 0.038), DARK)
    design.add("bolts", pair(along_x(cylinder(0.012, 0.07, segments=8)).moved(w / 2 - 0.005, h - 0.04, 0.05)), STEEL)
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
    design.add("frame", pair(post), paint)
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
        design.add("grip", pair(along_z(cylinder(0.024, 0.13)).moved(x, h, -0.24)), BLACK)
    for y in np.linspace(0.2, h - 0.36, bars):
        bow = [(u * x, y, -curve * (1 - u * u)) for u in np.linspace(-1, 1, 9)]
        design.add("crossbars", sweep(bow, 0.012), paint)
    design.add("spine", box(0.035, h - 0.5, 0.008).moved(y=0.18, z=-curve - 0.006), paint)
    design.add("toe plate", box(w + 0.1, 0.01, toe, bevel=0.03).moved(z=toe / 2 - 0.01), STEEL)
    design.add("toe plate", box(w + 0.06, 0.12, 0.008).moved(y=0.004, z=0.016), STEEL)
    out, back = x + 0.075, -r - 0.03
    design.add("axle", along_x(cylinder(0.011, 2 * out)).moved(-out, r, back), STEEL)
    strut = sweep([(x, 0.45, 0), (x, r + 0.06, back), (x, r - 0.02, back), (x, 0.06, 0)], 0.011)
    design.add("axle bracket", pair(strut), paint)
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
    weight = p.material("counterweight", [DARK, BLACK, GREY])
    power, load = p.choice("power", ["electric", "gas"]), p.choice("load", ["empty", "pallet", "boxes"])
    beacon, fork = p.choice("beacon", ["none", "orange"]), p.real("fork_length", 0.9, 1.2)
    hub = p.material("hub", [WHITE, STEEL, YELLOW])
    front, back, r = length / 2, -length / 2, 0.33
    raised = 0.08 + lift
    design = Design([paint.name, f"{power} powered"], ["a mast and two forks", "an overhead guard"])
    design.add("chassis", box(w * 0.82, 0.42, length * 0.9, bevel=0.05).moved(y=0.22), paint)
    design.add("fender", pair(box(w * 0.2, 0.12, 0.75, bevel=0.04).moved(x=w * 0.39, y=0.62, z=front - 0.42)), paint)
    hood = [ring(w * 0.4, 0.4, 0.6, z=back + 0.5, square=0.35), ring(w * 0.36, 0.36, 0.98, z=back + 0.52, square=0.35)]
    design.add("hood", loft(hood), paint)
    rear = [
        ring(w * a, b, y, z=back + 0.2, square=0.45)
        for a, b, y in ((0.4, 0.22, 0.2), (0.48, 0.32, 0.35), (0.48, 0.32, 0.8), (0.42, 0.22, 1.0))
    ]
    design.add("counterweight", loft(rear), weight)
    design.add("rear lights", pair(box(0.12, 0.08, 0.02).moved(w * 0.3, 0.84, back - 0.1)), RED)
    design.add("stripe", pair(box(0.01, 0.08, length * 0.35).moved(w * 0.412, 0.47, -0.05)), BLACK)
    design.add("dashboard", beam((0, 0.6, front - 0.2), (0, 1.15, front - 0.3), w * 0.6, 0.16), DARK)
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
    design.add("guard", pair(beam((w * 0.38, 0.65, front - 0.2), (w * 0.36, roof, zf), 0.06, 0.08)), DARK)
    design.add("guard", pair(beam((w * 0.36, 0.9, zb - 0.25), (w * 0.36, roof, zb), 0.06, 0.08)), DARK)
    design.add("roof", pair(box(0.07, 0.07, zf - zb + 0.16).moved(w * 0.36, roof, (zf + zb) / 2)), DARK)
    design.add(
        "roof",
        row(box(w * 0.72, 0.04, 0.05).moved(y=roof + 0.015, z=(zf + zb) / 2), 8, step=(0, 0, (zf - zb) / 7)),
        DARK,
    )
    if beacon == "orange":
        design.add("beacon", cylinder(0.06, 0.14, top_radius=0.05).moved(w * 0.2, roof + 0.05, zb), ORANGE)
        design.features.append("an orange beacon")
    if power == "gas":
        tank = lathe([(0.05, 0), (0.15, 0.05), (0.16, 0.12), (0.16, 0.6), (0.12, 0.68), (0.05, 0.7)])
        design.add("gas bottle", along_x(tank).moved(-0.35, 1.14, back + 0.2), WHITE)
        design.features.append("a gas bottle at the back")
    zm = front + 0.12
    design.add("mast", pair(box(0.08, mast, 0.14).moved(w * 0.3, 0.06, zm)), DARK)
    design.add("inner mast", pair(box(0.06, mast - 0.05, 0.1).moved(w * 0.23, 0.1 + lift * 0.6, zm)), IRON)
    for y, z in ((0.3, zm - 0.03), (mast - 0.08, zm - 0.03)):
        design.add("mast", box(w * 0.6, 0.1, 0.06).moved(y=y, z=z), DARK)
    design.add("inner mast", box(w * 0.46, 0.08, 0.05).moved(y=mast - 0.05 + lift * 0.6, z=zm), IRON)
    design.add("lift cylinder", cylinder(0.04, mast - 0.2).moved(0, 0.12, zm), STEEL)
    design.add("tilt cylinder", pair(along_z(cylinder(0.03, 0.45)).moved(w * 0.3, 0.7, zm - 0.45)), STEEL)
    zc = zm + 0.1
    carriage = (
        row(box(w * 0.8, 0.09, 0.05).moved(y=raised + 0.25, z=zc), 2, step=(0, 0.34, 0))
        + row(box(0.03, 1.0, 0.03).moved(y=raised + 0.1, z=zc), 5, step=(w * 0.17, 0, 0))
        + box(w * 0.72, 0.04, 0.04).moved(y=raised + 1.08, z=zc)
    )
    design.add("carriage", carriage, DARK)
    blade = box(0.12, 0.55, 0.045).moved(y=raised, z=zc + 0.04) + beam((0, 0, 0), (0, fork, 0), 0.12, 0.045).rotated(
        "x", 90
    ).moved(y=raised + 0.022, z=zc + 0.04)
    design.add("forks", row(blade, 2, step=(w * 0.45, 0, 0)), IRON)
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


@category("pressure gauge", family="workshop", also=("manometer", "gauge", "dial gauge"))
def pressure_gauge(p: Parameters) -> Design:
    r, depth = p.real("radius", 0.025, 0.08), p.real("depth", 0.4, 0.7)
    case, stem = p.material("case", [CHROME, STEEL, BLACK, BRASS, RED]), p.material("stem", [BRASS, STEEL])
    face, zone = p.choice("face", ["white", "black"]), p.choice("zone", ["plain", "red zone", "coloured zones"])
    reading, marks = p.real("reading", 0.0, 0.95), p.whole("marks", 6, 12)
    mount, hand = p.choice("mount", ["bottom", "back", "flange"]), p.material("hand", [BLACK, RED, BLUE])
    ink, paper = (BLACK, WHITE) if face == "white" else (WHITE, BLACK)
    needle = hand if (face, hand.name) != ("black", "black") else ORANGE
    design = Design([f"{case.name} cased", "round"], [f"a {face} dial", f"a {needle.name} needle"])
    d = depth * r
    shell = [
        (0.5, 0),
        (0.92, 0),
        (0.97, 0.08),
        (0.97, 0.75),
        (1.06, 0.78),
        (1.08, 0.9),
        (1.04, 1),
        (0.93, 1),
        (0.9, 0.88),
    ]
    design.add("case", along_z(lathe([(r * a, d * b) for a, b in shell], segments=40)), case)
    design.add("dial", along_z(cylinder(0.95 * r, 0.02 * r, segments=40)).moved(z=0.88 * d), paper)
    z = 0.88 * d + 0.02 * r

    def painted_zone(start: float, stop: float, color: Material) -> None:
        for a in np.linspace(225 - 270 * start, 225 - 270 * stop, max(3, int(30 * (stop - start)))):
            dot = box(0.09 * r, 0.15 * r, 0.02 * r).moved(y=0.58 * r, z=z).rotated("z", a - 90)
            design.add("zone", dot, color)

    spans: dict[str, list[tuple[float, float, Material]]] = {
        "plain": [],
        "red zone": [(0.75, 1, RED)],
        "coloured zones": [(0, 0.5, GREEN), (0.53, 0.75, YELLOW), (0.78, 1, RED)],
    }
    for start, stop, color in spans[zone]:
        painted_zone(start, stop, color)
    if zone != "plain":
        design.features.append("a red zone" if zone == "red zone" else "green, yellow and red zones")
    for i in range(marks * 5 + 1):
        long = i % 5 == 0
        tick = box(r * (0.035 if long else 0.015), r * (0.17 if long else 0.09), 0.014 * r).moved(
            y=r * (0.73 if long else 0.8), z=z + 0.005 * r
        )
        turn = 135 - 270 * i / (marks * 5)
        design.add("scale", tick.rotated("z", turn), ink)
        if i % 10 == 0:
            a = np.radians(turn + 90)
            design.add(
                "numbers",
                box(0.1 * r, 0.12 * r, 0.012 * r).moved(
                    0.46 * r * np.cos(a), 0.46 * r * np.sin(a) - 0.06 * r, z + 0.008 * r
                ),
                ink,
            )
    design.add("print", box(0.34 * r, 0.09 * r, 0.012 * r).moved(y=-0.42 * r, z=z), ink)
    pointer = beam((0, -0.25 * r, 0), (0, 0.76 * r, 0), 0.05 * r, 0.02 * r) + box(0.1 * r, 0.18 * r, 0.02 * r).moved(
        y=-0.3 * r
    )
    design.add("needle", pointer.rotated("z", 135 - 270 * reading).moved(z=z + 0.03 * r), needle)
    design.add("needle hub", along_z(cylinder(0.09 * r, 0.06 * r)).moved(z=z), DARK)
    k = 0.35 * r + 0.006
    fitting = cylinder(0.34 * k, 0.5 * k) + cylinder(0.62 * k, 0.75 * k, segments=6).moved(y=0.3 * k)
    thread = lathe([(k * (0.38 + 0.05 * (i % 2)), 1.0 * k + 0.09 * k * i) for i in range(13)], segments=16)
    whole = fitting + thread
    if mount == "bottom":
        design.add("stem", whole.rotated("x", 180).moved(y=-0.9 * r, z=d * 0.42), stem)
    else:
        design.add("stem", along_z(whole).rotated("y", 180).moved(z=0.05 * d), stem)
    if mount == "flange":
        design.add("flange", along_z(tube(1.4 * r, 0.9 * r, 0.05 * r, segments=40)).moved(z=0.55 * d), case)
        holes = around(cylinder(0.07 * r, 0.03 * r, segments=12).moved(x=1.22 * r, y=0.03 * r), 3, start=30)
        design.add("screws", along_z(holes).moved(z=0.55 * d), DARK)
    design.features.append(
        {"bottom": "a threaded stem below", "back": "a threaded stem behind", "flange": "a mounting flange"}[mount]
    )
    return design


@category("pump", family="workshop", also=("water pump",))
def pump(p: Parameters) -> Design:
    form, s = p.choice("form", ["centrifugal", "in-line", "hand"]), p.real("size", 0.8, 1.2)
    paint = p.material(
        "paint",
        [RED, BLUE, GREEN, Material("cast iron", (0.25, 0.26, 0.28)), GREY, Material("teal", (0.0, 0.42, 0.47))],
    )
    motor, metal = p.material("motor", [BLUE, GREY, BLACK, GREEN, STEEL]), p.material("fittings", [STEEL, BRASS, IRON])
    fins, long = p.whole("fins", 12, 24), p.real("length", 0.22, 0.36)
    swing, bolts = p.real("lever", -25, 25), p.whole("bolts", 4, 8)

    def flange(radius: float) -> Solid:
        return cylinder(radius, 0.018) + around(cylinder(0.008, 0.034, segments=6).moved(radius * 0.78, -0.008), bolts)

    def drive(r: float) -> Solid:
        ribs = around(box(0.005, long * 0.8, 0.024).moved(y=long * 0.08, z=r + 0.004), fins)
        return lathe([(r * 0.9, 0), (r, 0.02), (r, long * 0.85), (r * 0.98, long), (r * 0.8, long + 0.02)]) + ribs

    design = Design([form if form != "hand" else "hand operated", paint.name], [])
    if form == "hand":
        design.features += ["a long lever", "a spout"]
        body = [
            (0.11, 0),
            (0.11, 0.02),
            (0.05, 0.04),
            (0.045, 0.3),
            (0.06, 0.33),
            (0.085, 0.36),
            (0.085, 0.36 + long),
            (0.1, 0.38 + long),
            (0.1, 0.4 + long),
            (0.02, 0.42 + long),
        ]
        top, y = 0.4 + long, 0.3 + long
        design.add(
            "body", lathe([(r * s, h * s) for r, h in body]) + torus(0.088 * s, 0.008 * s).moved(y=0.45 * s), paint
        )
        design.add("base", flange(0.13 * s), paint)
        spout = sweep(
            np.array([(0, y, 0.06), (0, y + 0.01, 0.14), (0, y - 0.01, 0.2), (0, y - 0.08, 0.22)]) * s,
            np.array([0.045, 0.035, 0.03, 0.032]) * s,
            sides=14,
        )
        design.add("spout", spout, paint)
        design.add(
            "bracket", pair(box(0.014 * s, 0.2 * s, 0.05 * s).moved(0.018 * s, (top - 0.03) * s, -0.06 * s)), paint
        )
        lever = sweep(
            np.array([(0, 0.02, 0.09), (0, 0.02, 0), (0, -0.02, -0.12), (0, -0.16, -0.3), (0, -0.34, -0.4)]) * s,
            np.array([0.014, 0.02, 0.017, 0.014, 0.02]) * s,
        )
        design.add("lever", lever.rotated("x", swing * 0.6).moved(y=(top + 0.13) * s, z=-0.06 * s), paint)
        design.add("rod", cylinder(0.009 * s, 0.16 * s).moved(0, (top - 0.01) * s, 0.01 * s), metal)
        design.add(
            "pivot", along_x(cylinder(0.014 * s, 0.07 * s)).moved(-0.035 * s, (top + 0.13) * s, -0.06 * s), metal
        )
        return design
    if form == "centrifugal":
        design.features += ["a finned motor", "a flanged outlet on top"]
        volute = lathe(
            [(0.05, -0.06), (0.12, -0.05), (0.15, -0.02), (0.15, 0.02), (0.12, 0.05), (0.05, 0.06)], segments=32
        )
        design.add(
            "volute", along_x(volute).moved(y=0.2) + cylinder(0.045, 0.26, top_radius=0.05).moved(0, 0.2, 0.08), paint
        )
        design.add("outlet flange", flange(0.085).moved(0, 0.45, 0.08), metal)
        design.add("inlet", along_x(cylinder(0.06, 0.16)).moved(-0.18, 0.2), paint)
        design.add("inlet flange", along_x(flange(0.1)).moved(-0.19, 0.2), metal)
        design.add("coupling", along_x(cylinder(0.11, 0.04) + cylinder(0.06, 0.12)).moved(0.05, 0.2), paint)
        design.add("motor", along_x(drive(0.1)).moved(0.14, 0.2), motor)
        design.add("fan cover", along_x(cylinder(0.112, 0.06)).moved(0.14 + long * 0.88, 0.2), DARK)
        design.add("terminal box", box(0.11, 0.07, 0.09, bevel=0.01).moved(0.14 + long * 0.4, 0.29), DARK)
        design.add("base", row(box(long + 0.3, 0.03, 0.05).moved(x=0.1 + long / 2), 2, step=(0, 0, 0.16)), DARK)
        design.add(
            "feet", box(0.06, 0.17, 0.2).moved(0.14 + long * 0.45, 0.02) + box(0.06, 0.1, 0.2).moved(0, 0.02), paint
        )
    else:
        design.features += ["a motor on top", "two pipe flanges"]
        design.add("housing", sphere(0.13).scaled(1, 0.85, 1).moved(y=0.12), paint)
        design.add("pipe", along_x(cylinder(0.05, 0.46)).moved(-0.23, 0.12), paint)
        design.add("pipe flange", pair(along_x(flange(0.09)).moved(0.22, 0.12)), metal)
        design.add("neck", cylinder(0.1, 0.08, top_radius=0.12).moved(y=0.2) + flange(0.125).moved(y=0.27), paint)
        design.add("motor", drive(0.11).moved(y=0.28), motor)
        design.add(
            "fan cover", lathe([(0.12, 0), (0.12, 0.05), (0.08, 0.075), (0.02, 0.08)]).moved(y=0.28 + long * 0.9), DARK
        )
        design.add("terminal box", box(0.12, 0.1, 0.08, bevel=0.01).moved(0, 0.26 + long * 0.45, 0.14), DARK)
        design.add("base", cylinder(0.09, 0.05).moved(y=-0.01), paint)
    design.parts = [(part, solid.scaled(s, s, s), material) for part, solid, material in design.parts]
    return design


@category("generator", family="workshop", also=("power generator", "electric generator"))
def generator(p: Parameters) -> Design:
    form, w = p.choice("form", ["open frame", "suitcase", "enclosed"]), p.real("width", 0.9, 1.2)
    deep, high = p.real("depth", 0.9, 1.15), p.real("height", 0.9, 1.15)
    paint, frame = (
        p.material("paint", [RED, YELLOW, ORANGE, BLUE, GREEN, WHITE]),
        p.material("frame", [IRON, DARK, RED, YELLOW]),
    )
    sockets, wheels = p.whole("sockets", 2, 4), p.choice("wheels", ["none", "two"])
    vents, hub = p.whole("vents", 5, 9), p.material("hub", [WHITE, STEEL, BLACK])
    design = Design([paint.name, form], [f"{number_word(sockets)} sockets"])

    def panel(x: float, y: float, z: float, k: float) -> None:
        design.add("panel", box(0.26 * k, 0.16 * k, 0.02).moved(x, y, z), DARK)
        plate = along_z(cylinder(0.024 * k, 0.012)).moved(x, y + 0.05 * k, z + 0.008)
        design.add("socket", row(plate, sockets, step=(0.06 * k, 0, 0)), BLUE)
        design.add(
            "socket pins",
            row(along_z(cylinder(0.013 * k, 0.014)).moved(x, y + 0.05 * k, z + 0.009), sockets, step=(0.06 * k, 0, 0)),
            BLACK,
        )
        design.add("meter", box(0.06 * k, 0.04 * k, 0.012).moved(x - 0.08 * k, y + 0.1 * k, z + 0.008), WHITE)
        design.add("switch", box(0.03 * k, 0.04 * k, 0.02).moved(x + 0.08 * k, y + 0.1 * k, z + 0.008), RED)

    if form == "open frame":
        a, b, h = 0.34 * w, 0.24 * deep, 0.52 * high
        corner = [(a - 0.06, 0.03, b), (a, 0.07, b), (a, h - 0.06, b), (a - 0.06, h, b)]
        loop = sweep([*corner, *((-x, y, z) for x, y, z in corner[::-1])], 0.016, closed=True)
        design.add("frame", loop + loop.moved(z=-2 * b), frame)
        bars = [along_z(cylinder(0.015, 2 * b)).moved(x, y, -b) for x in (-a, a) for y in (0.1, h - 0.1)]
        design.add("frame", join(*bars) + row(box(2 * a, 0.02, 0.05).moved(y=0.05), 2, step=(0, 0, b)), frame)
        tank = [
            ring((a - 0.03) * k, (b - 0.02) * k, y, square=0.35)
            for k, y in ((0.9, h * 0.68), (1, h * 0.72), (1, h * 0.92), (0.85, h * 1.0))
        ]
        design.add("fuel tank", loft(tank), paint)
        design.add("fuel cap", cylinder(0.04, 0.03).moved(0, h * 0.99), BLACK)
        design.add(
            "engine",
            box(a * 0.8, h * 0.5, b * 1.3, bevel=0.03).moved(-a * 0.4, 0.07)
            + row(box(a * 0.9, 0.008, b * 1.5).moved(-a * 0.4, h * 0.4), vents, step=(0, 0.022, 0)),
            DARK,
        )
        starter = along_z(lathe([(0.1, 0), (0.1, 0.04), (0.07, 0.06), (0.02, 0.062)]))
        design.add("recoil starter", starter.moved(-a * 0.4, h * 0.32, b * 0.62), paint)
        design.add("alternator", along_x(cylinder(h * 0.24, a * 0.9)).moved(-0.05, h * 0.36), STEEL)
        design.add("muffler", along_z(cylinder(0.06, b * 1.4)).moved(a * 0.8, h * 0.52, -b * 0.8), CHROME)
        design.features.append("a fuel tank on top of a tube frame")
        panel(a * 0.45, h * 0.22, b - 0.02, 1.0)
        foot = (a, b)
    else:
        big = form == "enclosed"
        a, b, h = (0.7 * w, 0.4 * deep, 0.85 * high) if big else (0.27 * w, 0.16 * deep, 0.42 * high)
        sq, low = (0.12, 0.08) if big else (0.4, 0.03)
        levels = ((1, low), (1, h * 0.96), (0.97, h)) if big else ((0.94, low), (1, h * 0.2), (1, h * 0.7), (0.8, h))
        design.add("housing", loft([ring(a * k, b * k, y, square=sq) for k, y in levels]), paint)
        design.add(
            "base",
            loft([ring(a * 1.02, b * 1.02, 0, square=sq), ring(a * 1.02, b * 1.02, low + 0.01, square=sq)]),
            DARK,
        )
        slats = row(box(a * 0.7, h * 0.03, 0.02).moved(-a * 0.45, h * 0.42, b), vents, step=(0, h * 0.055, 0))
        design.add("vents", slats + slats.moved(z=-2 * b), BLACK)
        side = row(box(0.02, h * 0.03, b * 1.1).moved(a, h * 0.42), vents, step=(0, h * 0.055, 0))
        design.add("vents", pair(side), BLACK)
        panel(a * 0.45, h * 0.35, b - 0.004, 1.7 if big else 0.75)
        if big:
            design.add("doors", box(a * 0.9, h * 0.75, 0.008).moved(a * 0.45, h * 0.16, b), paint)
            design.add("door handle", box(0.03, 0.14, 0.03).moved(a * 0.06, h * 0.5, b + 0.01), BLACK)
            pipe = cylinder(0.05, 0.18) + cylinder(0.07, 0.1).moved(y=-0.02)
            design.add("exhaust", pipe.moved(-a * 0.6, h - 0.01, -b * 0.4), STEEL)
            design.features.append("a closed housing with an exhaust on top")
        else:
            grip = sweep(
                [
                    (-a * 0.6, h * 0.9, 0),
                    (-a * 0.5, h * 1.14, 0),
                    (-a * 0.3, h * 1.2, 0),
                    (a * 0.3, h * 1.2, 0),
                    (a * 0.5, h * 1.14, 0),
                    (a * 0.6, h * 0.9, 0),
                ],
                0.018,
            )
            design.add("handle", grip, BLACK)
            design.add("fuel cap", cylinder(0.028, 0.03).moved(a * 0.35, h * 0.985), BLACK)
            design.add("label", box(a * 0.7, h * 0.09, 0.008).moved(-a * 0.35, h * 0.75, b * 0.965), WHITE)
            design.features.append("a carrying handle")
        foot = (a, b)
    if wheels == "two":
        r = 0.2 if form == "enclosed" else 0.11 if form == "open frame" else 0.06
        for z in (-foot[1] - r * 0.25, foot[1] + r * 0.25):
            wheel(design, r, r * 0.5, hub, at=(0, 0, 0))
            part, hubs = design.parts[-2:]
            design.parts[-2:] = [
                (n, g.rotated("y", 90).moved(-foot[0] * 0.75, r * 0.7, z), m) for n, g, m in (part, hubs)
            ]
        design.add(
            "legs", row(box(0.05, r * 0.4, 0.05).moved(foot[0] * 0.75, -r * 0.3), 2, step=(0, 0, foot[1] * 1.5)), DARK
        )
        design.features.append("two wheels")
    else:
        design.add(
            "feet",
            row(
                row(cylinder(0.03, 0.05, segments=12).moved(y=-0.03), 2, step=(foot[0] * 1.4, 0, 0)),
                2,
                step=(0, 0, foot[1] * 1.4),
            ),
            RUBBER,
        )
    return design
