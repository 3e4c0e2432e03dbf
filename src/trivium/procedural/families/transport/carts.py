"""What is ridden, pushed or drawn: cycles, carts, carriages, and the wheel itself."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import (
    DARK,
    LEATHERS,
    LIGHT,
    PAINTS,
    RIMS,
    WINDOW,
    add_wheels,
    cabin,
    wheel,
)
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    CHROME,
    GREEN,
    METALS,
    ORANGE,
    PINK,
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
from trivium.procedural.solids import (
    Solid,
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
    torus,
    tube,
)


def spoked(
    design: Design,
    hub: tuple[float, float, float],
    r: float,
    tyre: float,
    spokes: int,
    rim: Material,
    thick: float = 0.004,
) -> None:
    """A thin wheel with an X axle: tyre, rim, hub and spokes; ``r`` is its outer radius."""
    design.add("tyre", torus(r - tyre, tyre, segments=28, sides=8).rotated("z", 90).moved(*hub), RUBBER)
    ring = torus(r - 2 * tyre, 0.5 * tyre, segments=24, sides=6)
    spoke = cylinder(thick, 2 * (r - 2 * tyre), segments=5).moved(y=tyre - r + tyre).rotated("x", 90)
    hubcap = cylinder(0.12 * r, 2.4 * tyre, segments=12).moved(y=-1.2 * tyre)
    design.add("rim", (ring + around(spoke, spokes, sweep=180) + hubcap).rotated("z", 90).moved(*hub), rim)


@category("bicycle", family="vehicles", also=("bike", "cycle"))
def bicycle(p: Parameters) -> Design:
    r, base, tyre = p.real("wheel_radius", 0.25, 0.37), p.real("wheelbase", 0.9, 1.15), p.real("tyre", 0.012, 0.03)
    frame_kind, bars = p.choice("frame", ["diamond", "step-through"]), p.choice("bars", ["flat", "drop", "cruiser"])
    spokes, extra, paint = (
        p.whole("spokes", 6, 14),
        p.choice("extra", ["none", "basket", "rack"]),
        p.material("paint", [*PLASTICS, *METALS]),
    )
    design = Design([paint.name, frame_kind], [f"{bars} handlebars"])
    hubs = [(0, r, base / 2), (0, r, -base / 2)]
    for hub in hubs:
        tire = torus(r, tyre, segments=28, sides=8).rotated("z", 90).moved(*hub)
        design.add("tyre", tire, RUBBER)
        design.add(
            "spoke",
            around(cylinder(0.002, 2 * r, segments=4).moved(y=-r).rotated("x", 90), spokes, sweep=180)
            .rotated("z", 90)
            .moved(*hub),
            STEEL,
        )
    crank, seat, head = (0, r * 0.85, -0.05), (0, r + 0.5, -base * 0.24), (0, r + 0.45, base * 0.3)
    tubes = [(hubs[1], crank), (hubs[1], (0, r + 0.38, -base * 0.2)), (crank, seat), (crank, head), (head, hubs[0])]
    tubes.append(
        ((0, r + 0.4, -base * 0.21), head)
        if frame_kind == "diamond"
        else ((0, r + 0.15, -base * 0.12), (0, r + 0.38, base * 0.3))
    )
    design.add("frame", join(*(sweep([a, b], 0.018) for a, b in tubes)), paint)
    design.add("saddle", sphere(0.1, segments=12).scaled(0.7, 0.3, 1.3).moved(0, r + 0.53, -base * 0.25), BLACK_METAL)
    shapes = {
        "flat": [(-0.3, 0, 0), (0.3, 0, 0)],
        "drop": [
            (-0.2, -0.12, 0),
            (-0.2, -0.02, 0.12),
            (-0.18, 0, 0),
            (0.18, 0, 0),
            (0.2, -0.02, 0.12),
            (0.2, -0.12, 0),
        ],
        "cruiser": [(-0.3, 0.08, -0.25), (-0.25, 0.08, 0), (0, 0, 0.02), (0.25, 0.08, 0), (0.3, 0.08, -0.25)],
    }[bars]
    stem = (0, r + 0.55, base * 0.27)
    design.add("handlebar", sweep([head, stem], 0.015) + sweep(np.array(shapes) + stem, 0.014), BLACK_METAL)
    design.add(
        "crank",
        cylinder(0.09, 0.01, segments=16).rotated("z", 90).moved(*crank) + box(0.2, 0.02, 0.06).moved(*crank),
        STEEL,
    )
    if extra == "basket":
        design.add("basket", box(0.32, 0.22, 0.24).moved(0, r + 0.4, base * 0.45), WOODS[2])
    elif extra == "rack":
        design.add("rack", box(0.14, 0.02, 0.4).moved(0, r * 2 + 0.05, -base * 0.55), BLACK_METAL)
    if extra != "none":
        design.features.append(f"a {extra}")
    return design


@category("motorcycle", family="transport", also=("motorbike",))
def motorcycle(p: Parameters) -> Design:
    r, base, tyre = p.real("wheel_radius", 0.29, 0.35), p.real("wheelbase", 1.3, 1.6), p.real("tyre", 0.05, 0.075)
    kind, bags = (
        p.choice("kind", ["sport", "cruiser", "naked", "dirt"]),
        p.choice("luggage", ["none", "side bags", "top box"]),
    )
    paint = p.material("paint", [*PAINTS[:6], YELLOW, ORANGE, GREEN])
    metal, leather = p.material("metal", (CHROME, BLACK_METAL, STEEL)), p.material("seat", LEATHERS)
    z, seat = base / 2, {"sport": 0.82, "cruiser": 0.68, "naked": 0.78, "dirt": 0.9}[kind]
    rake, bar = (0.45, 0.3) if kind == "cruiser" else (0.27, 0.14)
    head = (0.0, seat + 0.14, z - rake)
    design = Design([paint.name, kind], ["two wheels and an engine", f"a {leather.name} seat"])
    for end in (-z, z):
        spoked(
            design,
            (0, r, end),
            r,
            tyre,
            5 if kind in ("sport", "naked") else 12,
            metal,
            0.014 if kind in ("sport", "naked") else 0.005,
        )
        design.add(
            "fender",
            sweep(arc(r + 0.03, 30, 150, points=9, plane="zy"), 0.028)
            .scaled(x=2.6)
            .moved(0, r + 0.1 * (kind == "dirt"), end),
            paint,
        )
    design.add("fork", mirrored(rod((0.1, r, z), (0.1, head[1] + 0.03, head[2]), 0.025)), metal)
    design.add(
        "handlebar",
        sweep([(-0.38, bar, -0.2), (-0.2, bar, -0.08), (0, 0, 0), (0.2, bar, -0.08), (0.38, bar, -0.2)], 0.016).moved(
            *head
        ),
        DARK,
    )
    design.add("tank", sphere(1, segments=16).scaled(0.15, 0.14, 0.27).moved(0, seat + 0.06, 0.16), paint)
    design.add(
        "seat",
        side_cut(
            [(-0.02, seat), (-0.02, seat - 0.08), (-0.55, seat - 0.03), (-0.6, seat + 0.1), (-0.3, seat + 0.03)], 0.24
        ),
        leather,
    )
    design.add(
        "tail",
        side_cut([(0, seat - 0.07), (0, seat - 0.2), (-0.5, seat - 0.1), (-0.72, seat + 0.06), (-0.5, seat)], 0.18),
        paint,
    )
    design.add("tail light", box(0.12, 0.06, 0.04).moved(0, seat, -0.7), RED)
    fins = row(box(0.24, 0.02, 0.22).moved(y=0.1), 5, step=(0, 0.05, 0))
    design.add(
        "engine",
        box(0.3, 0.3, 0.4).moved(0, r * 0.75, 0)
        + fins.rotated("x", 25).moved(0, r + 0.2, 0.12)
        + fins.rotated("x", -25).moved(0, r + 0.2, -0.08),
        metal,
    )
    design.add(
        "frame",
        mirrored(
            rod((0.08, head[1], head[2]), (0.1, r, 0.15), 0.022)
            + rod((0.1, r, -0.1), (0.1, r, -z), 0.028)
            + rod((0.09, r + 0.05, -z), (0.09, seat - 0.05, -0.35), 0.02)
        ),
        DARK,
    )
    design.add(
        "exhaust",
        sweep(
            [
                (0.12, r + 0.1, 0.25),
                (0.16, r * 0.6, 0.2),
                (0.17, r * 0.7, -0.2),
                (0.19, r + (0.25 if kind == "dirt" else 0.08), -z - 0.05),
            ],
            [0.025, 0.03, 0.04, 0.055],
        ),
        metal,
    )
    design.add("headlight", sphere(0.09, segments=12).moved(0, head[1], head[2] + 0.1), LIGHT)
    if kind == "sport":
        design.add(
            "fairing",
            sphere(1, segments=16).scaled(0.2, 0.2, 0.34).moved(0, seat + 0.08, z - 0.2)
            + side_cut([(z - 0.1, seat + 0.05), (0.1, seat - 0.1), (-0.1, r * 0.5), (0.35, r * 0.5)], 0.34),
            paint,
        )
        design.add("windscreen", sphere(1, segments=12).scaled(0.14, 0.16, 0.2).moved(0, seat + 0.2, z - 0.24), WINDOW)
        design.features.append("a full fairing")
    if bags == "side bags":
        design.add("side bag", mirrored(box(0.14, 0.28, 0.4, bevel=0.04).moved(0.22, seat - 0.36, -0.5)), leather)
    elif bags == "top box":
        design.add("top box", box(0.4, 0.28, 0.34, bevel=0.06).moved(0, seat + 0.1, -0.72), DARK)
    if bags != "none":
        design.features.append(f"{'a ' if bags == 'top box' else ''}{bags}")
    return design


@category("scooter", family="transport", also=("two-wheeler",))
def scooter(p: Parameters) -> Design:
    kind, r, base = p.choice("kind", ["motor", "kick"]), p.real("wheel", 0.9, 1.15), p.real("length", 0.92, 1.1)
    paint = p.material(
        "paint", [Material("mint", (0.6, 0.82, 0.73)), Material("cream", (0.93, 0.88, 0.76)), *PAINTS[:5], YELLOW]
    )
    leather, metal = p.material("seat", LEATHERS), p.material("metal", (CHROME, BLACK_METAL, STEEL))
    tall, extra = p.real("handlebar_height", 0.94, 1.08), p.choice("extra", ["none", "box"])
    design = Design([f"{paint.name} {kind}"], [])
    if kind == "kick":
        r, base = 0.1 * r, 0.85 * base
        head = (0.0, tall, 0.5 * base - 0.12)
        for end in (-0.5, 0.5):
            spoked(design, (0, r, end * base), r, 0.25 * r, 4, metal, 0.008)
        design.add("deck", box(0.15, 0.05, 0.68 * base, bevel=0.03).moved(0, r * 0.8, -0.1 * base), paint)
        design.add("grip tape", box(0.13, 0.01, 0.55 * base).moved(0, r * 0.8 + 0.045, -0.12 * base), DARK)
        design.add(
            "fender",
            sweep(arc(r + 0.02, 60, 160, points=7, plane="zy"), 0.012).scaled(x=3).moved(0, r, -0.5 * base),
            paint,
        )
        design.add(
            "stem",
            rod((0, r * 2 + 0.03, base / 2 - 0.02), head, 0.024)
            + rod((0, r * 1.1, 0.22 * base), (0, r * 2.6, 0.48 * base), 0.03),
            paint,
        )
        design.add("fork", mirrored(rod((0.035, r, base / 2), (0.03, 2 * r + 0.04, base / 2 - 0.02), 0.012)), metal)
        design.add("handlebar", rod((-0.24, head[1], head[2]), (0.24, head[1], head[2]), 0.014), metal)
        design.add("grip", mirrored(rod((0.15, head[1], head[2]), (0.27, head[1], head[2]), 0.021)), DARK)
        design.features += ["a flat deck", "a tall handlebar"]
        if extra == "box":
            design.add("battery", box(0.1, 0.25, 0.08).moved(0, 0.4, base / 2 - 0.02), DARK)
            design.features.append("a battery")
        return design
    r, z = 0.23 * r, 0.62 * base
    for end in (-z, z):
        spoked(design, (0, r, end), r, 0.055, 6, metal, 0.02)
    head = (0.0, tall, z - 0.22)
    design.add(
        "body",
        sphere(1, segments=20).scaled(0.2, 0.24, 0.5).moved(0, 0.48, -z + 0.22)
        + box(0.3, 0.1, 0.5, bevel=0.06).moved(0, 0.24, 0.12),
        paint,
    )
    shield = [(z - 0.14, 0.26), (z - 0.2, 0.86), (z - 0.26, 0.86), (z - 0.26, 0.3)]
    design.add("leg shield", side_cut(shield, 0.42) + rod((0, 0.3, z - 0.1), head, 0.05), paint)
    design.add("fender", sphere(1, segments=16, start=0).scaled(0.1, 0.22, 0.28).moved(0, r + 0.02, z), paint)
    design.add(
        "seat",
        side_cut([(0.08, 0.76), (0.06, 0.66), (-z + 0.02, 0.66), (-z - 0.08, 0.78), (-0.3, 0.77)], 0.26),
        leather,
    )
    design.add(
        "handlebar",
        sweep([(-0.34, 0.05, -0.08), (-0.1, 0, 0), (0.1, 0, 0), (0.34, 0.05, -0.08)], 0.03).moved(*head),
        metal,
    )
    design.add("headlight", cylinder(0.085, 0.06, segments=16).rotated("x", 90).moved(0, tall, z - 0.18), LIGHT)
    design.add("head", sphere(0.11, segments=14).moved(0, tall, z - 0.22), paint)
    design.add(
        "mirror",
        mirrored(
            rod((0.2, tall, head[2]), (0.3, tall + 0.2, head[2] - 0.05), 0.008)
            + cylinder(0.055, 0.012, segments=12).rotated("x", 90).moved(0.3, tall + 0.22, head[2] - 0.05)
        ),
        metal,
    )
    design.add("tail light", box(0.12, 0.07, 0.04).moved(0, 0.55, -z - 0.26), RED)
    design.features += ["a step-through floor", f"a {leather.name} seat"]
    if extra == "box":
        design.add("box", box(0.44, 0.4, 0.4).moved(0, 0.78, -z - 0.1), RED)
        design.features.append("a delivery box")
    return design


@category("tricycle", family="transport", also=("trike",))
def tricycle(p: Parameters) -> Design:
    big, small, length = (
        p.real("front_wheel", 0.14, 0.19),
        p.real("rear_wheel", 0.09, 0.13),
        p.real("length", 0.42, 0.55),
    )
    track, extra, spokes = (
        p.real("track", 0.34, 0.46),
        p.choice("extra", ["none", "basket", "push handle", "tassels"]),
        p.whole("spokes", 4, 8),
    )
    paint, rim = (
        p.material("paint", [RED, BLUE, YELLOW, PINK, GREEN, TURQUOISE]),
        p.material("rim", [WHITE, CHROME, YELLOW, RED]),
    )
    seat = p.material("seat", [DARK, LEATHERS[1], WHITE, BLUE])
    front, back = (0.0, big, length / 2), -length / 2
    head, y = (0.0, 0.56, length / 2 - 0.1), 0.33
    design = Design([paint.name], ["three wheels", f"a {seat.name} seat"])
    spoked(design, front, big, 0.02, spokes, rim, 0.005)
    for side in (-1, 1):
        spoked(design, (side * track / 2, small, back), small, 0.018, spokes, rim, 0.005)
    design.add("axle", rod((-track / 2, small, back), (track / 2, small, back), 0.014), STEEL)
    design.add(
        "frame",
        sweep([(0, 0.4, length / 2 - 0.06), (0, 0.27, 0.05), (0, small + 0.06, back), (0, small, back)], 0.024)
        + rod((0, 0.24, -0.03), (0, y, -0.08), 0.02),
        paint,
    )
    design.add(
        "fork",
        mirrored(rod((0.035, big, length / 2), (0.03, 2 * big + 0.05, length / 2 - 0.04), 0.012))
        + rod((0, 2 * big + 0.04, length / 2 - 0.04), head, 0.018)
        + sweep(arc(big + 0.02, 30, 150, points=8, plane="zy"), 0.012).scaled(x=2.4).moved(*front),
        paint,
    )
    design.add(
        "handlebar",
        sweep([(-0.2, 0.04, -0.1), (-0.1, 0.03, -0.02), (0, 0, 0), (0.1, 0.03, -0.02), (0.2, 0.04, -0.1)], 0.012).moved(
            *head
        ),
        CHROME,
    )
    design.add("grip", mirrored(rod((0.16, 0.6, head[2] - 0.07), (0.23, 0.605, head[2] - 0.12), 0.018)), seat)
    design.add(
        "pedal",
        rod((-0.1, big - 0.05, length / 2), (0, big, length / 2), 0.008)
        + rod((0.1, big + 0.05, length / 2), (0, big, length / 2), 0.008)
        + box(0.07, 0.02, 0.05).moved(0.12, big + 0.045, length / 2)
        + box(0.07, 0.02, 0.05).moved(-0.12, big - 0.06, length / 2),
        DARK,
    )
    design.add(
        "seat",
        sphere(1, segments=14).scaled(0.1, 0.035, 0.13).moved(0, y + 0.02, -0.09)
        + box(0.16, 0.1, 0.025).moved(0, y + 0.03, -0.21),
        seat,
    )
    design.add("step", box(track * 0.8, 0.02, 0.12).moved(0, small + 0.05, back), paint)
    if extra == "basket":
        design.add(
            "basket",
            extrude([(-0.1, -0.06), (0.1, -0.06), (0.1, 0.06), (-0.1, 0.06)], 0.13, top_scale=1.25).moved(
                0, 0.45, head[2] + 0.12
            ),
            Material("wicker", (0.75, 0.58, 0.36)),
        )
    elif extra == "push handle":
        design.add(
            "push handle",
            sweep([(0, small + 0.05, back), (0, 0.8, back - 0.28), (0.001, 0.86, back - 0.34)], 0.012)
            + rod((-0.12, 0.86, back - 0.34), (0.12, 0.86, back - 0.34), 0.016),
            paint,
        )
    elif extra == "tassels":
        design.add(
            "tassel",
            mirrored(
                join(
                    *(
                        rod(
                            (0.22, 0.6, head[2] - 0.11),
                            (0.25 + 0.02 * k, 0.46, head[2] - 0.14 + 0.02 * k),
                            0.006,
                            sides=5,
                        )
                        for k in range(4)
                    )
                )
            ),
            PINK,
        )
    if extra != "none":
        design.features.append(extra if extra == "tassels" else f"a {extra}")
    return design


@category("wheelchair", family="transport", also=("wheel chair",))
def wheelchair(p: Parameters) -> Design:
    kind, r, width = (
        p.choice("kind", ["manual", "electric"]),
        p.real("wheel_radius", 0.28, 0.33),
        p.real("width", 0.42, 0.52),
    )
    spokes, back, arms = p.whole("spokes", 8, 14), p.real("back", 0.36, 0.5), p.choice("armrests", ["padded", "none"])
    cloth = p.material(
        "seat",
        [
            Material("black", (0.1, 0.1, 0.11)),
            Material("navy", (0.12, 0.17, 0.38)),
            Material("red", (0.65, 0.12, 0.12)),
            Material("grey", (0.4, 0.41, 0.43)),
        ],
    )
    frame, w, y = p.material("frame", (CHROME, BLACK_METAL, RED, BLUE)), width / 2, 0.5
    design = Design(
        [kind, cloth.name],
        ["two big rear wheels with hand rims" if kind == "manual" else "a joystick and a battery", "two footrests"],
    )
    design.add("seat", box(width * 0.95, 0.05, 0.42).moved(0, y - 0.04, 0), cloth)
    design.add("back", box(width * 0.95, back, 0.045).rotated("x", -8).moved(0, y + 0.03, -0.2), cloth)
    bz, by = -0.22 - 0.14 * back, y + back + 0.03
    design.add(
        "frame",
        mirrored(
            sweep([(w, 0.2, -0.2), (w, y, -0.21), (w, by, bz), (w, by + 0.06, bz - 0.13)], 0.013, sides=6)
            + sweep([(w, y, -0.2), (w, y, 0.22), (w, 0.2, 0.34), (w - 0.03, 0.12, 0.42)], 0.013, sides=6)
            + rod((w, 0.2, -0.2), (w, 0.2, 0.3), 0.012)
        ),
        frame,
    )
    design.add(
        "cross", rod((-w, 0.2, 0), (w, y - 0.04, 0), 0.012) + rod((w, 0.2, 0.02), (-w, y - 0.04, 0.02), 0.012), frame
    )
    design.add("grip", mirrored(rod((w, by + 0.055, bz - 0.06), (w, by + 0.065, bz - 0.16), 0.019)), DARK)
    design.add("footrest", mirrored(box(0.14, 0.015, 0.17).rotated("x", -15).moved(w - 0.09, 0.1, 0.45)), DARK)
    if arms == "padded":
        design.add("armrest", mirrored(box(0.06, 0.04, 0.34).moved(w + 0.01, y + 0.2, -0.05)), DARK)
        design.add("frame", mirrored(rod((w, y, 0.1), (w, y + 0.21, 0.1), 0.011)), frame)
        design.features.append("padded armrests")
    if kind == "manual":
        for side in (-1, 1):
            spoked(design, (side * (w + 0.06), r, -0.18), r, 0.016, spokes, CHROME, 0.003)
        design.add(
            "hand rim",
            mirrored(torus(r * 0.86, 0.009, segments=24, sides=6).rotated("z", 90).moved(w + 0.1, r, -0.18)),
            frame,
        )
        design.add("axle", rod((-w - 0.08, r, -0.18), (w + 0.08, r, -0.18), 0.015), frame)
    else:
        design.add("battery", box(width * 0.8, 0.22, 0.4).moved(0, 0.16, -0.08), DARK)
        add_wheels(design, [-0.2], width + 0.16, 0.5 * r + 0.03, STEEL)
        design.add(
            "joystick",
            mirrored(box(0.05, 0.05, 0.1).moved(w + 0.01, y + (0.23 if arms == "padded" else 0.0), 0.15))
            + rod((w + 0.01, y, 0.18), (w + 0.01, y + 0.36, 0.18), 0.012),
            BLACK_METAL,
        )
    design.add("caster", mirrored(wheel(0.09, 0.035).moved(w, 0.09, 0.3)), RUBBER)
    design.add("fork", mirrored(box(0.05, 0.13, 0.03).moved(w, 0.1, 0.3)), frame)
    return design


def grid(corners: list[tuple[float, float, float]], across: int, up: int, radius: float) -> Solid:
    """A wire panel between four corners, given around."""
    a, b, c, d = (np.array(q, float) for q in corners)
    bars = [sweep([a + (b - a) * t, d + (c - d) * t], radius, sides=4) for t in np.linspace(0, 1, across)]
    return join(*bars, *(sweep([a + (d - a) * t, b + (c - b) * t], radius, sides=4) for t in np.linspace(0, 1, up)))


@category("shopping cart", family="transport", also=("shopping trolley", "trolley"))
def shopping_cart(p: Parameters) -> Design:
    length, width, h = p.real("length", 0.75, 1.0), p.real("width", 0.45, 0.6), p.real("height", 0.85, 1.0)
    wires, deep, kind = (
        p.whole("wires", 6, 10),
        p.real("basket_depth", 0.36, 0.5),
        p.choice("basket", ["wire", "plastic"]),
    )
    metal = p.material("metal", (CHROME, STEEL, Material("grey", (0.55, 0.56, 0.58))))
    grip, child = (
        p.material("handle", [RED, BLUE, GREEN, ORANGE, DARK]),
        p.choice("child_seat", ["yes", "no"]),
    )
    body = metal if kind == "wire" else grip
    half, low = length / 2, h - deep
    design = Design([kind], [f"a {grip.name} handle", "four small wheels"])
    wt, wb, ft, fb = width / 2, width * 0.4, width * 0.36, width * 0.32
    top = [(wt, h, -half), (-wt, h, -half), (-ft, h - 0.06, half), (ft, h - 0.06, half)]
    bottom = [(wb, low, -half), (-wb, low, -half), (-fb, low + 0.06, half * 0.86), (fb, low + 0.06, half * 0.86)]
    thick = 0.004 if kind == "wire" else 0.007
    for i in range(4):
        j = (i + 1) % 4
        design.add(
            "basket", grid([bottom[i], bottom[j], top[j], top[i]], wires if i % 2 == 0 else wires + 3, 6, thick), body
        )
    design.add("basket", grid(bottom, wires, wires, thick), body)
    design.add("rim", sweep(top, 0.011, closed=True, sides=6), body)
    design.add(
        "frame",
        mirrored(
            sweep(
                [(wt, h, -half), (wt, low * 0.7, -half + 0.02), (wt, 0.17, -half + 0.02), (ft, 0.17, half * 0.8)],
                0.013,
                sides=6,
            )
            + rod((wb, low, -half + 0.1), (fb, 0.17, half * 0.6), 0.012)
        ),
        metal,
    )
    design.add("frame", row(box(width * 0.85, 0.015, 0.015), 5, step=(0, 0, 0.2 * length)).moved(0, 0.165, 0), metal)
    design.add("handle", rod((-wt - 0.01, h + 0.06, -half - 0.1), (wt + 0.01, h + 0.06, -half - 0.1), 0.018), grip)
    design.add("frame", mirrored(rod((wt, h - 0.02, -half), (wt, h + 0.06, -half - 0.1), 0.013)), metal)
    if child == "yes":
        design.add(
            "child seat",
            box(width * 0.75, 0.015, 0.2).moved(0, h - 0.17, -half + 0.12)
            + box(width * 0.75, 0.2, 0.012).moved(0, h - 0.17, -half + 0.22),
            grip,
        )
        design.features.append("a child seat")
    for x, z in ((wt, -half + 0.04), (ft, half * 0.76)):
        design.add("caster", mirrored(box(0.03, 0.1, 0.04).moved(x, 0.09, z)), metal)
        design.add("wheel", mirrored(wheel(0.065, 0.03).moved(x, 0.065, z - 0.02)), RUBBER)
    return design


@category("carriage", family="transport", also=("horse carriage", "coach"))
def carriage(p: Parameters) -> Design:
    kind, length, spokes = (
        p.choice("kind", ["closed", "open", "pumpkin", "covered"]),
        p.real("length", 1.7, 2.3),
        p.whole("spokes", 8, 14),
    )
    big, small = p.real("rear_wheel", 0.58, 0.72), p.real("front_wheel", 0.4, 0.52)
    paint = p.material(
        "paint",
        [
            Material("dark red", (0.45, 0.08, 0.08)),
            DARK,
            Material("white", (0.93, 0.91, 0.86)),
            Material("dark green", (0.1, 0.25, 0.15)),
            Material("navy", (0.1, 0.14, 0.32)),
            WOODS[1],
        ],
    )
    trim, seat = (
        p.material("trim", [Material("gold", (0.85, 0.66, 0.22)), WOODS[0], BLACK_METAL, RED]),
        p.material("seat", [Material("red velvet", (0.55, 0.08, 0.12)), LEATHERS[1], LEATHERS[0]]),
    )
    half, y, w = length / 2, 0.72, 1.15
    design = Design(
        [kind if kind != "pumpkin" else "fairy-tale", paint.name],
        [f"four {trim.name} spoked wheels", "two shafts for a horse"],
    )
    for z, r in ((-half * 0.85, big), (half * 0.95, small)):
        for side in (-1, 1):
            spoked(design, (side * 0.72, r, z), r, 0.035, spokes, trim, 0.018)
        design.add("axle", rod((-0.72, r, z), (0.72, r, z), 0.035), BLACK_METAL)
    design.add(
        "frame",
        mirrored(
            sweep(
                [
                    (0.35, big, -half * 0.9),
                    (0.35, y, -half * 0.3),
                    (0.35, y - 0.02, half * 0.4),
                    (0.35, small + 0.2, half),
                ],
                0.04,
            )
        ),
        trim,
    )
    design.add(
        "shaft", mirrored(sweep([(0.3, small, half), (0.38, 0.75, half + 0.7), (0.38, 0.85, half + 1.9)], 0.03)), trim
    )
    if kind == "pumpkin":
        ribs = [(0.3, -0.75), (0.75, -0.5), (0.95, 0), (0.75, 0.5), (0.25, 0.75)]
        design.add("body", lathe(ribs, segments=16).scaled(0.85, 0.95, 0.95).moved(y=y + 0.75), paint)
        design.add(
            "trim",
            join(
                *(
                    sweep(
                        [(r * 0.87 * np.cos(a), h * 0.96 + y + 0.75, r * 0.97 * np.sin(a)) for r, h in ribs],
                        0.03,
                        sides=6,
                    )
                    for a in np.linspace(0, 2 * np.pi, 8, endpoint=False)
                )
            )
            + sphere(0.12, segments=10).moved(y=y + 1.55),
            trim,
        )
        design.add(
            "window", mirrored(cylinder(0.3, 0.04, segments=16).rotated("z", -90).moved(0.79, y + 0.8, 0)), WINDOW
        )
    else:
        tub = [(half * 0.55, y + 0.75), (half * 0.4, y), (-half * 0.45, y), (-half * 0.75, y + 0.75)]
        design.add("body", side_cut(tub, w), paint)
        design.add(
            "trim",
            mirrored(rod((w / 2, y + 0.75, half * 0.55), (w / 2, y + 0.75, -half * 0.75), 0.03))
            + row(box(w * 1.02, 0.7, 0.04), 2, step=(0, 0, 0.5)).moved(0, y + 0.02, -0.1 * half),
            trim,
        )
        design.add(
            "seat",
            box(w * 0.85, 0.16, 0.5).moved(0, y + 0.7, -half * 0.45)
            + box(w * 0.85, 0.5, 0.14).moved(0, y + 0.75, -half * 0.72),
            seat,
        )
        if kind == "closed":
            cabin(
                design,
                [(half * 0.52, y + 0.74), (half * 0.52, y + 1.5), (-half * 0.74, y + 1.5), (-half * 0.74, y + 0.74)],
                w * 0.98,
                paint,
            )
            design.add(
                "roof",
                side_cut(
                    [(half * 0.62, y + 1.5), (half * 0.3, y + 1.66), (-half * 0.5, y + 1.66), (-half * 0.85, y + 1.5)],
                    w * 1.08,
                ),
                trim,
            )
        elif kind == "covered":
            top = cylinder(w * 0.56, length * 0.72, segments=20).rotated("x", 90).moved(0, y + 0.95, -half * 0.8)
            design.add("canvas", top, Material("canvas", (0.88, 0.83, 0.70)))
            design.add(
                "hoop",
                row(cylinder(w * 0.57, 0.06, segments=20).rotated("x", 90), 3, step=(0, 0, 0.33 * length)).moved(
                    0, y + 0.95, -half * 0.12
                ),
                trim,
            )
        else:
            hood = (
                sphere(1, segments=16, start=0)
                .rotated("x", -35)
                .scaled(w * 0.52, 0.62, 0.55)
                .moved(0, y + 0.95, -half * 0.62)
            )
            design.add("hood", hood, LEATHERS[0])
            design.add("lamp", mirrored(box(0.1, 0.2, 0.1).moved(w / 2 + 0.04, y + 0.8, half * 0.5)), LIGHT)
    design.add(
        "driver seat",
        box(0.9, 0.1, 0.4).moved(0, y + 0.62, half * 0.95)
        + box(0.9, 0.3, 0.08).moved(0, y + 0.68, half * 0.78)
        + box(0.7, 0.3 + y - small, 0.12).moved(0, small + 0.3, half * 0.88),
        seat,
    )
    return design


@category("trailer", family="transport", also=("vehicle trailer",))
def trailer(p: Parameters) -> Design:
    kind, length, width = (
        p.choice("kind", ["utility", "cargo", "semi", "camper"]),
        p.real("length", 0.8, 1.2),
        p.real("width", 0.9, 1.1),
    )
    axles, board, tall = p.whole("axles", 1, 3), p.real("board", 0.35, 0.6), p.real("height", 0.9, 1.1)
    paint, frame = (
        p.material("paint", [*PAINTS[:6], WOODS[2], ORANGE]),
        p.material("frame", (BLACK_METAL, STEEL, RED)),
    )
    stripe = p.material("stripe", [RED, BLUE, ORANGE, GREEN, PAINTS[5]])
    long, wide, high = {
        "utility": (2.6, 1.5, board),
        "cargo": (3.4, 1.8, 1.8),
        "semi": (11.0, 2.5, 2.6),
        "camper": (4.6, 2.1, 2.0),
    }[kind]
    long, wide, high = long * length, wide * width, high * (1 if kind == "utility" else tall)
    r, y = (0.5, 1.1) if kind == "semi" else (0.32, 0.6)
    design = Design([paint.name, kind], [f"{number_word(axles)} axle{'s' * (axles > 1)}"])
    design.add("frame", box(wide * 0.8, 0.14, long).moved(0, y - 0.12, 0), frame)
    if kind == "utility":
        rim = mirrored(box(0.05, high, long).moved(wide / 2, y, 0)) + join(
            *(box(wide, high, 0.05).moved(0, y, e * long / 2) for e in (-1, 1))
        )
        design.add("side board", rim, paint)
        design.add("floor", box(wide, 0.04, long).moved(y=y), WOODS[1])
        design.add(
            "stake",
            mirrored(row(box(0.07, high + 0.04, 0.07), 4, step=(0, 0, long / 3.2)).moved(wide / 2 + 0.03, y - 0.02, 0)),
            frame,
        )
        design.features.append("low side boards")
    elif kind == "camper":
        design.add(
            "body",
            side_cut(
                [
                    (long / 2, y + 0.5),
                    (long * 0.42, y + high),
                    (-long * 0.45, y + high),
                    (-long / 2, y + 0.4),
                    (-long * 0.46, y),
                    (long * 0.44, y),
                ],
                wide,
            ),
            paint,
        )
        design.add(
            "window",
            box(wide * 1.012, 0.55, long * 0.25).moved(0, y + high * 0.5, long * 0.2)
            + box(wide * 1.012, 0.55, long * 0.16).moved(0, y + high * 0.5, -long * 0.3),
            WINDOW,
        )
        design.add(
            "door", box(0.03, high * 0.8, 0.65).moved(wide / 2, y + 0.08, -0.05 * long), paint.tinted(np.full(3, -0.12))
        )
        design.add("stripe", box(wide * 1.008, 0.14, long * 0.95).moved(0, y + 0.35, 0), stripe)
        design.features.append(f"windows and a {stripe.name} stripe")
    else:
        design.add("body", box(wide, high, long, bevel=0.03).moved(y=y), paint)
        design.add("stripe", box(wide * 1.008, 0.15, long * 0.97).moved(0, y + 0.2 * high, 0), stripe)
        design.add(
            "door",
            mirrored(box(0.46 * wide, high * 0.93, 0.03).moved(0.24 * wide, y + 0.05, -long / 2))
            + mirrored(box(0.04, high * 0.9, 0.03).moved(0.06, y + 0.07, -long / 2 - 0.02)),
            STEEL,
        )
        design.features.append(f"a closed body with a {stripe.name} stripe")
    if kind == "semi":
        design.add(
            "leg",
            mirrored(
                box(0.14, 1.0, 0.14).moved(0.7, 0.05, long * 0.24) + box(0.3, 0.05, 0.3).moved(0.7, 0, long * 0.24)
            ),
            BLACK_METAL,
        )
        places = [-long * 0.3 - 1.1 * i + 0.55 * (axles - 1) for i in range(axles)]
    else:
        front = long / 2 + 0.9
        design.add(
            "drawbar",
            mirrored(rod((wide * 0.35, y - 0.08, long / 2 - 0.2), (0.03, y - 0.1, front), 0.05))
            + sphere(0.09, segments=10).moved(0, y - 0.1, front),
            frame,
        )
        design.add(
            "jockey wheel",
            cylinder(0.03, y - 0.1, segments=8).moved(0.1, 0.1, front - 0.25)
            + wheel(0.1, 0.06).moved(0.1, 0.1, front - 0.25),
            DARK,
        )
        places = [0.7 * (i - (axles - 1) / 2) - 0.1 for i in range(axles)]
        design.add(
            "mudguard",
            mirrored(join(*(box(0.26, 0.05, 0.75).moved(wide / 2 + 0.05, 2 * r + 0.06, z) for z in places))),
            DARK,
        )
    add_wheels(design, places, wide + (0.1 if kind != "semi" else -0.2), r, RIMS[0])
    design.add("tail light", mirrored(box(0.2, 0.1, 0.05).moved(wide * 0.4, y - 0.1, -long / 2 - 0.02)), RED)
    return design


@category("golf cart", family="transport", also=("golf buggy",))
def golf_cart(p: Parameters) -> Design:
    length, width, h = p.real("length", 2.2, 2.8), p.real("width", 1.1, 1.3), p.real("height", 1.7, 1.95)
    rows, bags, shield = (
        p.choice("seats", ["two", "four"]),
        p.whole("bags", 0, 2),
        p.choice("windscreen", ["yes", "no"]),
    )
    paint, roof = (
        p.material("paint", [*PAINTS, GREEN]),
        p.material("roof", [WHITE, Material("beige", (0.85, 0.8, 0.68)), DARK]),
    )
    seat = p.material(
        "seat",
        [
            Material("beige", (0.85, 0.79, 0.66)),
            Material("black", (0.12, 0.12, 0.12)),
            Material("white", (0.9, 0.9, 0.88)),
        ],
    )
    length += 0.7 * (rows == "four")
    half, r = length / 2, 0.23
    design = Design([paint.name, f"{rows}-seat"], ["a flat roof on four posts", f"a {seat.name} bench"])
    design.add(
        "body",
        side_cut([(half, 0.3), (half - 0.08, 0.6), (half - 0.5, 0.85), (half - 0.6, 0.3)], width * 0.95)
        + side_cut([(0.05, 0.3), (0.05, 0.62), (-half + 0.1, 0.68), (-half, 0.32)], width * 0.95),
        paint,
    )
    design.add("floor", box(width * 0.93, 0.08, length * 0.96).moved(y=0.25), DARK)
    for z in [-0.2, 0.55] if rows == "four" else [-0.25]:
        design.add(
            "seat",
            box(width * 0.88, 0.14, 0.46).moved(0, 0.62, z)
            + box(width * 0.88, 0.42, 0.1).rotated("x", -12).moved(0, 0.78, z - 0.25),
            seat,
        )
        design.add("seat base", box(width * 0.86, 0.36, 0.42).moved(0, 0.28, z), paint)
    posts = [
        rod((0.45 * width, 0.6, half - 0.35), (0.42 * width, h, half - 0.7), 0.02),
        rod((0.45 * width, 0.6, -half + 0.35), (0.42 * width, h, -half + 0.35), 0.02),
    ]
    design.add("post", mirrored(join(*posts)), BLACK_METAL)
    design.add("roof", box(width, 0.07, length * 0.82, bevel=0.12).moved(0, h - 0.02, -0.04 * length), roof)
    if shield == "yes":
        design.add(
            "windscreen",
            side_cut(
                [(half - 0.42, 0.85), (half - 0.68, h - 0.02), (half - 0.7, h - 0.02), (half - 0.44, 0.85)],
                width * 0.85,
            ),
            Material("glass", (0.66, 0.78, 0.82)),
        )
        design.features.append("a windscreen")
    design.add(
        "steering wheel",
        torus(0.17, 0.018, segments=16, sides=6).rotated("x", 60).moved(0.25, 0.98, half - 0.75)
        + rod((0.25, 0.6, half - 0.5), (0.25, 0.98, half - 0.75), 0.02),
        DARK,
    )
    design.add("headlight", mirrored(box(0.2, 0.08, 0.05).moved(0.33 * width, 0.52, half - 0.04)), LIGHT)
    for i in range(bags):
        x = 0.25 * (1 - 2 * i) if bags == 2 else 0.0
        design.add("golf bag", rod((x, 0.4, -half + 0.02), (x, 1.15, -half - 0.12), 0.13, sides=12), (RED, BLUE)[i])
        design.add(
            "golf club",
            join(
                *(
                    rod((x + d, 1.1, -half - 0.1), (x + 1.6 * d, 1.45, -half - 0.15), 0.012, sides=5)
                    + sphere(0.04, segments=8).moved(x + 1.6 * d, 1.46, -half - 0.14)
                    for d in (-0.06, 0, 0.06)
                )
            ),
            STEEL,
        )
    if bags:
        design.features.append(f"{number_word(bags)} golf bag{'s' * (bags > 1)}")
    add_wheels(design, [half - 0.35, -half + 0.4], width - 0.12, r, WHITE)
    return design


@category("wheel", family="transport", also=("vehicle wheel",))
def a_wheel(p: Parameters) -> Design:
    kind, r, width = (
        p.choice("kind", ["car", "wagon", "bicycle", "truck"]),
        p.real("radius", 0.26, 0.45),
        p.real("width", 0.5, 0.75),
    )
    spokes, hub, tread = p.whole("spokes", 5, 12), p.real("hub", 0.14, 0.2), p.whole("tread_blocks", 18, 32)
    metal, wood = (
        p.material("rim", (*RIMS, CHROME, Material("gold", (0.78, 0.62, 0.25)))),
        p.material("wood", WOODS[:4]),
    )
    design = Design([kind], [])
    if kind == "wagon":
        design.add("rim", tube(r, 0.86 * r, 0.07 * r + 0.03, segments=36), wood)
        design.add("tyre", tube(1.03 * r, 0.995 * r, 0.06 * r + 0.02, segments=36).moved(y=0.005), BLACK_METAL)
        bar = sweep([(0.1 * r, 0, 0), (0.9 * r, 0, 0)], [0.055 * r, 0.04 * r]).moved(y=0.035 * r + 0.015)
        design.add("spoke", around(bar, spokes), wood)
        design.add(
            "hub",
            lathe(
                [(0.7 * hub * r, -0.1 * r), (hub * r, 0), (hub * r, 0.12 * r), (0.6 * hub * r, 0.24 * r)], segments=18
            ),
            wood,
        )
        design.add("band", cylinder(1.06 * hub * r, 0.03 * r, segments=18).moved(y=0.13 * r), BLACK_METAL)
        design.features += [f"{number_word(spokes)} wooden spokes", "an iron band"]
    elif kind == "bicycle":
        design.add("tyre", torus(r, 0.05 * r * width / 0.6, segments=40, sides=8), RUBBER)
        design.add("rim", torus(0.93 * r, 0.03 * r, segments=40, sides=6), metal)
        design.add(
            "spoke",
            around(
                rod((0, 0.1 * r, 0.05 * r), (0.93 * r, 0, 0.12 * r), 0.005 * r, sides=4)
                + rod((0, -0.1 * r, -0.05 * r), (0.93 * r, 0, -0.12 * r), 0.005 * r, sides=4),
                2 * spokes,
            ),
            CHROME,
        )
        design.add("hub", cylinder(0.3 * hub * r, 0.3 * r, segments=14).moved(y=-0.15 * r), BLACK_METAL)
        design.features += ["thin wire spokes", "a narrow tyre"]
    else:
        wide, rim = width * r, (0.72 if kind == "car" else 0.6) * r
        round_ = [
            (rim, 0),
            (0.93 * r, 0.02 * wide),
            (r, 0.18 * wide),
            (r, 0.82 * wide),
            (0.93 * r, 0.98 * wide),
            (rim, wide),
        ]
        design.add("tyre", lathe([*round_, (0.9 * rim, 0.5 * wide), (rim, 0)], segments=40), RUBBER)
        block = box(0.04 * r, 0.28 * wide, 0.11 * r).moved(1.0 * r)
        design.add(
            "tread",
            around(block.moved(y=0.08 * wide), tread)
            + around(block.moved(y=0.37 * wide), tread, start=5)
            + around(block.moved(y=0.65 * wide), tread),
            Material("dark rubber", (0.16, 0.16, 0.16)),
        )
        design.add(
            "rim",
            lathe(
                [
                    (rim, 0.02 * wide),
                    (rim, 0.97 * wide),
                    (0.92 * rim, 0.97 * wide),
                    (0.86 * rim, 0.6 * wide),
                    (0.86 * rim, 0.02 * wide),
                ],
                segments=32,
            ),
            metal,
        )
        if kind == "car":
            spoke = extrude(
                [(0, -0.09 * r), (0.9 * rim, -0.05 * r), (0.9 * rim, 0.05 * r), (0, 0.09 * r)], 0.12 * wide
            ).moved(y=0.78 * wide)
            design.add("disc", cylinder(0.85 * rim, 0.1 * wide, segments=28).moved(y=0.4 * wide), DARK)
            design.add("spoke", around(spoke, spokes), metal)
            design.add("hub", cylinder(hub * r, 0.08 * wide, segments=18).moved(y=0.86 * wide), metal)
            design.features.append(f"{number_word(spokes)} {metal.name} spokes")
        else:
            design.add(
                "disc",
                lathe(
                    [(0.9 * rim, 0.45 * wide), (0.9 * rim, 0.55 * wide), (0.6 * rim, 0.75 * wide), (0.02, 0.75 * wide)],
                    segments=28,
                ),
                metal,
            )
            design.add(
                "hole",
                around(cylinder(0.13 * rim, 0.05 * wide, segments=10).moved(0.76 * rim, 0.64 * wide), spokes),
                DARK,
            )
            design.add(
                "hub",
                cylinder(hub * 1.3 * r, 0.3 * wide, segments=18).moved(y=0.7 * wide)
                + around(cylinder(0.03 * r, 0.06 * r, segments=6).moved(0.45 * rim, 0.76 * wide), 8),
                BLACK_METAL,
            )
            design.features.append(f"a {metal.name} disc")
        design.features.append("a rubber tyre")
    design.parts = [(n, s.rotated("x", 90), m) for n, s, m in design.parts]
    return design
