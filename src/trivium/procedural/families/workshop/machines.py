"""Machines of a workshop and a factory."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.workshop.parts import (
    DARK,
    DARK_GREY,
    PAINTS,
    SILVER,
    beam,
    block,
    ellipse,
    oval_level,
    wheel,
)
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    GLASS,
    GREEN,
    GREY,
    ORANGE,
    RED,
    RUBBER,
    RUSTY,
    STEEL,
    STONES,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    along_x,
    along_z,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    mirrored,
    rounded,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

CAST_IRON = Material("cast iron", (0.27, 0.28, 0.3))
ENAMELS = (
    BLUE,
    RED,
    GREY,
    Material("dark blue", (0.1, 0.2, 0.42)),
    Material("dark green", (0.12, 0.32, 0.22)),
    Material("orange", (0.9, 0.4, 0.1)),
)


def threaded(radius: float, length: float, *, turns: int, depth: float = 0.08) -> Solid:
    """A standing threaded rod, its thread as rings."""
    levels = np.linspace(0, length, 2 * turns + 1)
    return lathe([(radius * (1 - depth * (i % 2)), float(y)) for i, y in enumerate(levels)], segments=16)


@category("vise", family="workshop", also=("bench vise", "vice"))
def vise(p: Parameters) -> Design:
    w, opening, tall = p.real("width", 0.1, 0.16), p.real("opening", 0.01, 0.08), p.real("height", 0.12, 0.17)
    paint, bar = p.material("paint", [*ENAMELS, CAST_IRON]), p.real("bar", 0.14, 0.22)
    mount, back = p.choice("mount", ["swivel base", "bench plate", "table clamp"]), p.choice("anvil", ["yes", "no"])
    turn = p.real("turn", -60, 60)
    design = Design(
        [paint.name, "wide-open" if opening > 0.04 else "nearly closed"],
        [f"a {mount}", *(["a small anvil"] if back == "yes" else [])],
    )
    y = 0.45 * tall
    if mount == "swivel base":
        design.add(
            "base",
            lathe([(0.75 * w, 0), (0.75 * w, 0.015), (0.5 * w, 0.03), (0.5 * w, y)], segments=28)
            + around(cylinder(0.018, 0.016).moved(0.8 * w), 3, start=30),
            paint,
        )
    elif mount == "bench plate":
        design.add("base", block(1.3 * w, 0.018, 1.1 * w, radius=0.02) + block(0.7 * w, y, 0.8 * w, radius=0.02), paint)
        design.add(
            "bolt",
            join(
                *(
                    cylinder(0.01, 0.026, segments=6).moved(sx * 0.5 * w, 0, sz * 0.42 * w)
                    for sx in (-1, 1)
                    for sz in (-1, 1)
                )
            ),
            STEEL,
        )
    else:
        design.add(
            "base",
            block(0.7 * w, y, 0.6 * w, radius=0.01)
            + box(0.3 * w, 0.02, 0.9 * w).moved(0, -0.08, 0.1 * w)
            + box(0.3 * w, 0.1, 0.02).moved(0, -0.08, -0.3 * w),
            paint,
        )
        design.add(
            "clamp screw",
            threaded(0.008, 0.1, turns=9).moved(0, -0.13, 0.15 * w) + cylinder(0.02, 0.008).moved(0, -0.03, 0.15 * w),
            STEEL,
        )
    design.add(
        "fixed jaw",
        box(0.75 * w, 0.4 * tall, 0.75 * w, bevel=0.02).moved(0, y - 0.05 * tall, -0.3 * w)
        + block(w, 0.3 * tall, 0.3 * w, radius=0.01).moved(0, 0.7 * tall, -0.16 * w),
        paint,
    )
    z = opening
    design.add("slide", box(0.4 * w, 0.24 * tall, 0.9 * w + opening).moved(0, y + 0.05 * tall, 0.2 * w), paint)
    design.add(
        "moving jaw",
        block(w, 0.3 * tall, 0.28 * w, radius=0.01).moved(0, 0.7 * tall, 0.15 * w + z)
        + box(0.6 * w, 0.42 * tall, 0.4 * w, bevel=0.015).moved(0, y - 0.05 * tall, 0.24 * w + z),
        paint,
    )
    plate = box(0.96 * w, 0.14 * tall, 0.008).moved(y=0.87 * tall)
    design.add("jaw plate", plate.moved(z=-0.01 + 0.002) + plate.moved(z=z + 0.008), STEEL)
    if back == "yes":
        design.add("anvil", block(0.6 * w, 0.25 * tall, 0.4 * w, radius=0.01).moved(0, 0.68 * tall, -0.45 * w), STEEL)
    front = 0.44 * w + z
    design.add(
        "screw",
        along_z(cylinder(0.013, 0.06) + cylinder(0.021, 0.03).moved(y=0.03)).moved(0, y + 0.16 * tall, front),
        STEEL,
    )
    grip = (
        cylinder(0.006, bar, segments=12).moved(y=-bar / 2)
        + sphere(0.011, segments=12).moved(y=bar / 2)
        + sphere(0.011, segments=12).moved(y=-bar / 2)
    ).rotated("z", 90 + turn)
    design.add("handle", grip.moved(0, y + 0.16 * tall, front + 0.045), CHROME)
    return design


@category("anvil", family="workshop", also=("blacksmith's anvil", "iron block"))
def anvil(p: Parameters) -> Design:
    length, w = p.real("length", 0.3, 0.5), p.real("width", 0.08, 0.12)
    tall, horn = p.real("height", 0.2, 0.3), p.real("horn", 0.35, 0.6)
    waist, under = p.real("waist", 0.45, 0.65), p.choice("stand", ["a tree stump", "a steel stand", "no stand"])
    metal, horns = (
        p.material("metal", [CAST_IRON, BLACK_METAL, STEEL, RUSTY, Material("blue-grey", (0.36, 0.41, 0.47))]),
        p.choice("horns", ["one horn", "two horns"]),
    )
    design = Design(
        [metal.name, "long" if length > 0.4 else "short"], [horns, *([under] if under != "no stand" else [])]
    )
    outline, rings = rounded(1, 1, 0.06), []
    for s, z, y in (
        (1, 1.7, 0),
        (1, 1.7, 0.14),
        (0.8, 1.25, 0.24),
        (waist, 0.85, 0.42),
        (waist, 0.85, 0.5),
        (0.85, 0.95, 0.68),
        (1, 1, 0.74),
    ):
        rings.append(
            np.stack([outline[:, 0] * 0.62 * length * s, np.full(len(outline), y * tall), outline[:, 1] * w * z], 1)
        )
    design.add("body", loft(rings), metal)
    design.add("face", block(0.66 * length, 0.27 * tall, w, radius=0.004, edge=0.004).moved(0, 0.73 * tall), metal)
    reach = horn * length
    t = np.linspace(0, 1, 9)
    path = np.stack([0.31 * length + reach * t, tall * (0.86 + 0.08 * t**2), 0 * t], 1)
    design.add("horn", sweep(path, 0.47 * w * np.sqrt(1 - t * 0.98), sides=16), metal)
    design.add("step", block(0.1 * length, 0.2 * tall, 0.9 * w, radius=0.004).moved(0.36 * length, 0.74 * tall), metal)
    if horns == "two horns":
        back = extrude(np.array([(0.02, 0.5), (0.02, -0.5), (-1, -0.12), (-1, 0.12)]) * (0.7 * reach, w), 0.16 * tall)
        design.add("horn", back.moved(-0.32 * length, 0.825 * tall), metal)
    else:
        design.add(
            "heel",
            block(0.5 * reach, 0.16 * tall, 0.95 * w, radius=0.004).moved(-0.32 * length - 0.2 * reach, 0.83 * tall),
            metal,
        )
    design.add("hardy hole", box(0.18 * w, 0.002, 0.18 * w).moved(-0.27 * length, tall), DARK)
    if under == "a tree stump":
        design.add(
            "stump",
            lathe(
                [(0.5 * length, -0.45), (0.44 * length, -0.35), (0.43 * length, -0.01), (0.41 * length, 0)], segments=18
            ),
            Material("bark brown", (0.36, 0.25, 0.17)),
        )
        design.add("stump top", cylinder(0.4 * length, 0.004).moved(y=-0.0005), WOODS[2])
    elif under == "a steel stand":
        design.add(
            "stand",
            join(
                *(
                    sweep([(sx * 0.25 * length, 0, sz * 0.6 * w), (sx * 0.45 * length, -0.42, sz * 1.4 * w)], 0.02)
                    for sx in (-1, 1)
                    for sz in (-1, 1)
                )
            )
            + box(0.75 * length, 0.02, 2 * w).moved(y=-0.018),
            BLACK_METAL,
        )
    return design


def propeller_blade(chords: list[tuple[float, float, float]], thickness: float) -> Solid:
    """A twisted propeller blade along +X from (distance, chord, twist in degrees) stations."""
    form, rings = ellipse(0.5, 0.5, points=14), []
    for x, chord, twist in chords:
        a = np.radians(twist)
        u, v = form[:, 0] * chord, form[:, 1] * thickness * (0.4 + 0.6 * chord / max(c for _, c, _ in chords))
        rings.append(np.stack([u * np.cos(a) - v * np.sin(a), np.full(14, x), u * np.sin(a) + v * np.cos(a)], 1))
    return loft(rings).rotated("z", -90)


@category("propeller", family="workshop", also=("screw propeller", "airscrew", "rotor"))
def propeller(p: Parameters) -> Design:
    kind, count = p.choice("kind", ["ship", "aircraft", "drone"]), p.whole("blades", 2, 5)
    r, twist, fat = p.real("radius", 0.15, 1.2), p.real("twist", 20, 40), p.real("blade_width", 0.8, 1.2)
    tips = p.material("tips", [YELLOW, RED, WHITE, ORANGE])
    ship = p.material("ship_metal", [Material("bronze", (0.72, 0.53, 0.25)), BRASS, STEEL])
    air = p.material("air_material", [BLACK, Material("varnished wooden", (0.52, 0.3, 0.15)), GREY, SILVER])
    n = max(count, 3) if kind == "ship" else min(count, 4) if kind == "aircraft" else min(count, 3)
    metal, hub = (ship, 0.22 * r) if kind == "ship" else (air, 0.09 * r)
    design = Design([kind, metal.name], [f"{number_word(n)} {'broad' if kind == 'ship' else 'slender'} blades"])
    shape = (
        [(0.1, 0.3, 70), (0.35, 0.62, 55), (0.6, 0.8, 42), (0.8, 0.72, 33), (0.93, 0.45, 28), (1, 0.1, 26)]
        if kind == "ship"
        else [(0.02, 0.06, 60), (0.2, 0.13, 45), (0.45, 0.15, 30), (0.7, 0.13, 22), (0.92, 0.09, 15), (1, 0.03, 13)]
    )
    wide = fat if kind == "aircraft" or (kind == "ship" and n < 5) else 0.8 * fat
    stations = [(x * r, c * r * wide, t * twist / 30 * (1 if kind != "ship" else 0.8)) for x, c, t in shape]
    design.add("blade", along_z(around(propeller_blade(stations, 0.035 * r), n, start=90)), metal)
    if kind == "ship":
        design.add(
            "hub",
            along_z(
                lathe(
                    [
                        (0.85 * hub, -hub),
                        (hub, -0.6 * hub),
                        (hub, 0.6 * hub),
                        (0.7 * hub, 1.2 * hub),
                        (0.001, 1.6 * hub),
                    ],
                    segments=24,
                )
            ),
            metal,
        )
        design.add("shaft", along_z(cylinder(0.3 * hub, 1.2 * hub).moved(y=-2 * hub)), STEEL)
        return design
    design.add("hub", along_z(cylinder(hub, 1.2 * hub).moved(y=-0.6 * hub)), metal if kind == "drone" else BLACK)
    if kind == "aircraft":
        design.add(
            "spinner",
            along_z(
                lathe(
                    [(1.3 * hub, 0), (1.25 * hub, 0.7 * hub), (0.9 * hub, 1.6 * hub), (0.001, 2.4 * hub)], segments=24
                )
            ),
            tips,
        )
        ends = [
            (x * r, c * r * wide * 1.06, t * twist / 30)
            for x, c, t in ((0.86, 0.104, 17), (0.92, 0.09, 15), (1.003, 0.032, 13))
        ]
        design.add("tip", along_z(around(propeller_blade(ends, 0.036 * r), n, start=90)), tips)
        design.features.append(f"a {tips.name} spinner")
    else:
        design.add("motor", along_z(cylinder(1.5 * hub, 1.6 * hub).moved(y=-2.2 * hub)), STEEL)
        design.add(
            "nut",
            along_z(
                cylinder(0.6 * hub, 0.8 * hub, segments=6).moved(y=0.55 * hub)
                + sphere(0.5 * hub, segments=12).moved(y=1.3 * hub)
            ),
            tips,
        )
    return design


@category("pump", family="workshop", also=("water pump",))
def pump(p: Parameters) -> Design:
    form, s = p.choice("form", ["centrifugal", "in-line", "hand"]), p.real("size", 0.8, 1.2)
    paint = p.material(
        "paint",
        [RED, BLUE, GREEN, Material("cast iron", (0.25, 0.26, 0.28)), GREY, Material("teal", (0.0, 0.42, 0.47))],
    )
    motor, metal = (
        p.material("motor", [BLUE, GREY, BLACK, GREEN, STEEL]),
        p.material("fittings", [STEEL, BRASS, BLACK_METAL]),
    )
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
            "bracket", mirrored(box(0.014 * s, 0.2 * s, 0.05 * s).moved(0.018 * s, (top - 0.03) * s, -0.06 * s)), paint
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
        design.add("fan cover", along_x(cylinder(0.112, 0.06)).moved(0.14 + long * 0.88, 0.2), DARK_GREY)
        design.add("terminal box", box(0.11, 0.07, 0.09, bevel=0.01).moved(0.14 + long * 0.4, 0.29), DARK_GREY)
        design.add("base", row(box(long + 0.3, 0.03, 0.05).moved(x=0.1 + long / 2), 2, step=(0, 0, 0.16)), DARK_GREY)
        design.add(
            "feet", box(0.06, 0.17, 0.2).moved(0.14 + long * 0.45, 0.02) + box(0.06, 0.1, 0.2).moved(0, 0.02), paint
        )
    else:
        design.features += ["a motor on top", "two pipe flanges"]
        design.add("housing", sphere(0.13).scaled(1, 0.85, 1).moved(y=0.12), paint)
        design.add("pipe", along_x(cylinder(0.05, 0.46)).moved(-0.23, 0.12), paint)
        design.add("pipe flange", mirrored(along_x(flange(0.09)).moved(0.22, 0.12)), metal)
        design.add("neck", cylinder(0.1, 0.08, top_radius=0.12).moved(y=0.2) + flange(0.125).moved(y=0.27), paint)
        design.add("motor", drive(0.11).moved(y=0.28), motor)
        design.add(
            "fan cover",
            lathe([(0.12, 0), (0.12, 0.05), (0.08, 0.075), (0.02, 0.08)]).moved(y=0.28 + long * 0.9),
            DARK_GREY,
        )
        design.add("terminal box", box(0.12, 0.1, 0.08, bevel=0.01).moved(0, 0.26 + long * 0.45, 0.14), DARK_GREY)
        design.add("base", cylinder(0.09, 0.05).moved(y=-0.01), paint)
    design.parts = [(part, solid.scaled(s, s, s), material) for part, solid, material in design.parts]
    return design


@category("generator", family="workshop", also=("power generator", "electric generator"))
def generator(p: Parameters) -> Design:
    form, w = p.choice("form", ["open frame", "suitcase", "enclosed"]), p.real("width", 0.9, 1.2)
    deep, high = p.real("depth", 0.9, 1.15), p.real("height", 0.9, 1.15)
    paint, frame = (
        p.material("paint", [RED, YELLOW, ORANGE, BLUE, GREEN, WHITE]),
        p.material("frame", [BLACK_METAL, DARK_GREY, RED, YELLOW]),
    )
    sockets, wheels = p.whole("sockets", 2, 4), p.choice("wheels", ["none", "two"])
    vents, hub = p.whole("vents", 5, 9), p.material("hub", [WHITE, STEEL, BLACK])
    design = Design([paint.name, form], [f"{number_word(sockets)} sockets"])

    def panel(x: float, y: float, z: float, k: float) -> None:
        design.add("panel", box(0.26 * k, 0.16 * k, 0.02).moved(x, y, z), DARK_GREY)
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
            oval_level((a - 0.03) * k, (b - 0.02) * k, y, square=0.35)
            for k, y in ((0.9, h * 0.68), (1, h * 0.72), (1, h * 0.92), (0.85, h * 1.0))
        ]
        design.add("fuel tank", loft(tank), paint)
        design.add("fuel cap", cylinder(0.04, 0.03).moved(0, h * 0.99), BLACK)
        design.add(
            "engine",
            box(a * 0.8, h * 0.5, b * 1.3, bevel=0.03).moved(-a * 0.4, 0.07)
            + row(box(a * 0.9, 0.008, b * 1.5).moved(-a * 0.4, h * 0.4), vents, step=(0, 0.022, 0)),
            DARK_GREY,
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
        design.add("housing", loft([oval_level(a * k, b * k, y, square=sq) for k, y in levels]), paint)
        design.add(
            "base",
            loft([oval_level(a * 1.02, b * 1.02, 0, square=sq), oval_level(a * 1.02, b * 1.02, low + 0.01, square=sq)]),
            DARK_GREY,
        )
        slats = row(box(a * 0.7, h * 0.03, 0.02).moved(-a * 0.45, h * 0.42, b), vents, step=(0, h * 0.055, 0))
        design.add("vents", slats + slats.moved(z=-2 * b), BLACK)
        side = row(box(0.02, h * 0.03, b * 1.1).moved(a, h * 0.42), vents, step=(0, h * 0.055, 0))
        design.add("vents", mirrored(side), BLACK)
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
            "legs",
            row(box(0.05, r * 0.4, 0.05).moved(foot[0] * 0.75, -r * 0.3), 2, step=(0, 0, foot[1] * 1.5)),
            DARK_GREY,
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
    design.add("needle hub", along_z(cylinder(0.09 * r, 0.06 * r)).moved(z=z), DARK_GREY)
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
        design.add("screws", along_z(holes).moved(z=0.55 * d), DARK_GREY)
    design.features.append(
        {"bottom": "a threaded stem below", "back": "a threaded stem behind", "flange": "a mounting flange"}[mount]
    )
    return design


@category("robot arm", family="workshop", also=("industrial robot", "manipulator", "robot"))
def robot_arm(p: Parameters) -> Design:
    size, base = p.real("size", 0.3, 0.8), p.real("base", 0.3, 0.5)
    shoulder, elbow, wrist = p.real("shoulder", 10, 60), p.real("elbow", -130, -60), p.real("wrist", -60, 30)
    hand, turn = p.choice("hand", ["gripper", "suction cup", "welding torch"]), p.real("turn", -60, 60)
    paint = p.material("paint", [ORANGE, YELLOW, WHITE, BLUE, GREY])
    design = Design([paint.name], [f"a {hand}", "several joints"])
    dark, parts = BLACK, []
    at, angle = np.array([0.0, size * 0.45, 0.0]), 90.0 - shoulder
    for length, thick, bend in ((1.0, 0.13, 0.0), (0.85, 0.1, elbow), (0.3, 0.07, wrist)):
        angle += bend
        ahead = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle)), 0.0]) * size * length
        parts.append(("arm", sweep([at, at + ahead], [thick * size, thick * 0.75 * size], sides=12), paint))
        joint = cylinder(thick * 1.35 * size, thick * 2.6 * size).rotated("x", 90).moved(z=-thick * 1.3 * size)
        parts.append(("joint", joint.moved(*at), dark))
        at = at + ahead
    step = ahead / np.linalg.norm(ahead) * size * 0.18
    if hand == "gripper":
        for z in (-0.05, 0.05):
            parts.append(
                (
                    "hand",
                    sweep([at, at + step * 0.3 + (0, 0, 2 * z * size), at + step + (0, 0, z * size)], 0.02 * size),
                    STEEL,
                )
            )
    else:
        ends = [0.02 * size, 0.08 * size] if hand == "suction cup" else [0.03 * size, 0.01 * size]
        parts.append(("hand", sweep([at, at + step], ends), STEEL))
    design.add("base", cylinder(base * size, size * 0.12, segments=24), dark)
    design.add("base", cylinder(base * size * 0.7, size * 0.45, top_radius=size * 0.16), paint)
    for name, solid, stuff in parts:
        design.add(name, solid.rotated("y", turn), stuff)
    return design


@category("conveyor belt", family="workshop", also=("conveyor", "belt conveyor"))
def conveyor_belt(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.5, 4), p.real("width", 0.4, 0.9), p.real("height", 0.4, 0.9)
    legs, surface = p.whole("legs", 2, 4), p.choice("surface", ["belt", "rollers"])
    paint, count = p.material("paint", [*PAINTS, STEEL]), p.whole("boxes", 0, 3)
    load = p.material("load", [Material("cardboard", (0.72, 0.55, 0.36)), BLUE, WHITE])
    design = Design([paint.name, "long"], [f"a {surface} surface", f"{number_word(legs)} pairs of legs"])
    for z in (-1, 1):
        design.add("rail", box(length, 0.12, 0.04).moved(y=h - 0.06, z=z * (w / 2 + 0.02)), paint)
        leg = box(0.06, h, 0.06).moved(z=z * w / 2)
        design.add("leg", row(leg, legs, step=(length * 0.9 / (legs - 1), 0, 0)), paint)
    if surface == "belt":
        design.add("belt", box(length * 1.02, 0.06, w).moved(y=h - 0.01), RUBBER)
        end = cylinder(0.05, w).rotated("x", 90).moved(y=h, z=-w / 2)
        design.add("drum", join(end.moved(x=-length / 2), end.moved(x=length / 2)), STEEL)
    else:
        roller = cylinder(0.03, w, segments=12).rotated("x", 90).moved(y=h, z=-w / 2)
        design.add("rollers", row(roller, int(length / 0.12), step=(0.12, 0, 0)), STEEL)
    for i in range(count):
        side = w * (0.4 + 0.12 * i)
        design.add("load", box(side, side * 0.8, side).moved(x=(i - 1) * length * 0.28, y=h + 0.05), load)
    return design


@category("crane", family="street", also=("tower crane", "construction crane"))
def crane(p: Parameters) -> Design:
    h, jib, back = p.real("height", 8, 20), p.real("jib", 0.5, 0.9), p.real("back", 0.25, 0.45)
    w, drop, at = p.real("width", 0.5, 0.9), p.real("drop", 0.15, 0.6), p.real("trolley", 0.3, 0.95)
    paint, cabin = (
        p.material("paint", [YELLOW, ORANGE, RED, STEEL]),
        p.material("cabin", [GLASS, WHITE, GREY]),
    )
    weight = p.material("weight", STONES[:4])
    design = Design([paint.name, "tall"], ["a lattice mast", f"a {'long' if jib > 0.7 else 'short'} jib"])

    def lattice(length: float, side: float) -> Solid:
        posts = around(box(side * 0.12, length, side * 0.12).moved(x=side / 2, z=side / 2), 4)
        cells = max(2, int(length / (side * 1.4)))
        step = length / cells
        face = [
            sweep(
                [((-1) ** i * side / 2, i * step, side / 2), ((-1) ** (i + 1) * side / 2, (i + 1) * step, side / 2)],
                side * 0.05,
                sides=4,
            )
            for i in range(cells)
        ]
        return join(posts, around(join(*face), 4))

    design.add("mast", lattice(h, w), paint)
    design.add("foot", box(w * 2.5, 0.3, w * 2.5), weight)
    design.add("jib", along_x(lattice(h * jib, w * 0.7)).moved(y=h), paint)
    design.add("jib", along_x(lattice(h * back, w * 0.7)).rotated("y", 180).moved(y=h), paint)
    design.add("top", cylinder(w * 0.5, h * 0.15, top_radius=0.05, segments=4).moved(y=h), paint)
    design.add("cabin", box(w * 0.9, w * 1.2, w * 0.9).moved(x=w * 0.5, y=h - w * 1.2, z=w * 0.8), cabin)
    design.add("weight", box(w * 1.4, w * 1.5, w * 0.8).moved(x=-h * back * 0.9, y=h - w * 1.3), weight)
    for end in (h * jib * 0.9, -h * back * 0.9):
        design.add("stays", sweep([(0, h * 1.15, 0), (end, h + w * 0.3, 0)], 0.04, sides=6), STEEL)
    x = h * jib * at
    design.add("rope", sweep([(x, h, 0), (x, h * (1 - drop), 0)], 0.03, sides=6), STEEL)
    design.add("hook", box(w * 0.5, w * 0.6, w * 0.3).moved(x=x, y=h * (1 - drop) - w * 0.6), paint)
    return design


@category("sensor", family="workshop", also=("camera sensor", "laser scanner", "depth camera"))
def sensor(p: Parameters) -> Design:
    form, size = p.choice("form", ["bar", "puck", "barrel", "cube"]), p.real("size", 0.03, 0.15)
    lens, count = p.real("lens", 0.5, 0.85), p.whole("eyes", 1, 3)
    body = p.material("body", [BLACK, GREY, WHITE, BLUE, STEEL, ORANGE])
    glow, foot = (
        p.material("glow", [RED, GREEN, BLUE]),
        p.choice("foot", ["stand", "plate", "none"]),
    )
    cable, dark = p.real("cable", 0.5, 2), Material("lens glass", (0.05, 0.06, 0.1))
    design = Design([body.name, f"{form}-shaped"], [f"{number_word(count)} {'lens' if count == 1 else 'lenses'}"])
    h = size * {"bar": 0.3, "puck": 0.8, "barrel": 0.6, "cube": 0.9}[form]
    if form == "puck":
        design.add("body", cylinder(size * 0.5, h * 0.35), body)
        design.add("window", cylinder(size * 0.47, h * 0.3).moved(y=h * 0.35), dark)
        design.add("body", cylinder(size * 0.5, h * 0.35).moved(y=h * 0.65), body)
        front = size * 0.5
    elif form == "barrel":
        design.add("body", cylinder(h / 2, size * 1.2).rotated("x", 90).moved(y=h / 2, z=-size * 0.6), body)
        front = size * 0.6
    else:
        depth = size * (0.25 if form == "bar" else 0.8)
        design.add("body", box(size * (1.4 if form == "bar" else 0.9), h, depth, bevel=size * 0.05), body)
        front = depth / 2
    if form != "puck":
        eye = cylinder(h * lens / 2, size * 0.06).rotated("x", 90).moved(y=h / 2, z=front)
        shrink = 1 if form == "bar" or count == 1 else 0.5
        step = size * (0.45 if form == "bar" else 0.3 if form == "cube" else 0.16)
        design.add(
            "lens", row(eye.moved(y=-h / 2).scaled(shrink, shrink, 1).moved(y=h / 2), count, step=(step, 0, 0)), dark
        )
    design.add("light", sphere(size * 0.04, segments=10).moved(x=size * 0.3, y=h * 0.85, z=front * 0.8), glow)
    design.add(
        "cable",
        sweep(
            [
                (0, h / 2, -front * 0.8),
                (0, h / 2, -front - size * cable),
                (size * 0.2, -h * 0.1, -front - size * cable * 1.3),
            ],
            size * 0.03,
        ),
        RUBBER,
    )
    if foot == "stand":
        design.add("stand", cylinder(size * 0.06, size * 0.5).moved(y=-size * 0.5), STEEL)
        design.add("stand", cylinder(size * 0.35, size * 0.05).moved(y=-size * 0.54), BLACK)
        design.features.append("a stand")
    elif foot == "plate":
        design.add("plate", box(size * 1.1, size * 0.05, size * 0.5).moved(y=-size * 0.05), STEEL)
    return design
