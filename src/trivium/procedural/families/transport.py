"""More transport: road vehicles, machines on tracks, carts, ships, aircraft and spacecraft. They face +Z."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.vehicles import LIGHT, add_wheels, profile_body, wheel
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, WOODS, Material
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

Spot = tuple[float, float]

WINDOW = Material("tinted glass", (0.18, 0.25, 0.31))
DARK = Material("black", (0.09, 0.09, 0.10))
STEEL, CHROME = METALS[0], METALS[4]
RED, WHITE = PLASTICS[0], PLASTICS[5]
AMBER = Material("amber", (0.95, 0.55, 0.1))
BEACON = Material("blue light", (0.1, 0.25, 0.9))
RIMS = (
    Material("silver", (0.75, 0.76, 0.78)),
    Material("black", (0.13, 0.13, 0.14)),
    Material("grey", (0.5, 0.5, 0.52)),
)
PAINTS = (
    Material("white", (0.93, 0.93, 0.92)),
    Material("silver", (0.70, 0.71, 0.73)),
    Material("black", (0.08, 0.08, 0.09)),
    Material("red", (0.68, 0.08, 0.08)),
    Material("blue", (0.10, 0.24, 0.55)),
    Material("grey", (0.36, 0.37, 0.39)),
    Material("dark green", (0.11, 0.27, 0.18)),
    Material("beige", (0.80, 0.74, 0.62)),
)
MACHINE_PAINTS = (
    Material("yellow", (0.95, 0.72, 0.08)),
    Material("orange", (0.90, 0.42, 0.08)),
    Material("ochre", (0.80, 0.58, 0.12)),
)
LEATHERS = (Material("black leather", (0.1, 0.09, 0.09)), Material("brown leather", (0.42, 0.25, 0.15)))
SAILS = (
    Material("white", (0.95, 0.95, 0.93)),
    Material("cream", (0.92, 0.87, 0.75)),
    Material("red", (0.72, 0.15, 0.13)),
)
CAMOUFLAGE = (
    Material("olive", (0.33, 0.36, 0.21)),
    Material("sand", (0.73, 0.63, 0.44)),
    Material("dark green", (0.19, 0.27, 0.18)),
    Material("grey", (0.43, 0.45, 0.46)),
)


def mirrored(solid: Solid) -> Solid:
    """The solid on +X and its mirror image on -X."""
    return solid + solid.scaled(-1, 1, 1)


def rod(a: tuple[float, ...], b: tuple[float, ...], radius: float, sides: int = 8) -> Solid:
    return sweep([a, b], radius, sides=sides)


def along(profile: list[Spot], *, segments: int = 20) -> Solid:
    """Turned about the Z axis: (radius, z) from the back to the front."""
    return lathe(profile, segments=segments).rotated("x", 90)


def wings(x: float, reach: float, root: float, tip: float, swept: float, thick: float) -> Solid:
    """A flat wing on both sides, its root centred on z = 0, its tip ``swept`` backwards."""
    plan = [(x, root / 2), (reach, root / 2 - swept), (reach, root / 2 - swept - tip), (x, -root / 2)]
    return mirrored(extrude(plan, thick))


def cabin(
    design: Design, quad: list[Spot], width: float, paint: Material, *, panes: int = 2, rear: bool = True
) -> None:
    """A cab of (z, y) corners (front bottom, front top, back top, back bottom), glazed all round."""
    front_low, front_high, back_high, back_low = (np.array(c, float) for c in quad)

    def at(u: float, v: float) -> np.ndarray:
        return (1 - v) * ((1 - u) * front_low + u * back_low) + v * ((1 - u) * front_high + u * back_high)

    def glaze(corners: list[np.ndarray], wide: float) -> None:
        design.add("window", profile_body([(float(z), float(y)) for z, y in corners], wide), WINDOW)

    design.add("cab", profile_body(quad, width), paint)
    for i in range(panes):
        a, b = 0.07 + 0.88 * i / panes, 0.02 + 0.88 * (i + 1) / panes
        glaze([at(a, 0.12), at(a, 0.86), at(b, 0.86), at(b, 0.12)], width * 1.012)
    for u, push in ((0.0, 0.03), (1.0, -0.03))[: 2 if rear else 1]:
        glaze(
            [at(u, 0.1), at(u, 0.88), at(u, 0.88) + np.array([push, 0.01]), at(u, 0.1) + np.array([push, 0.01])],
            width * 0.88,
        )


def shell(
    design: Design, length: float, width: float, base: float, belt: float, r: float, paint: Material, rim: Material,
    *, nose: float = 0.0, axles: tuple[float, ...] = (0.62, -0.6)
) -> None:  # fmt: skip
    """The lower body of a road vehicle with bumpers, lights, grille, wheel arches and wheels."""
    half = length / 2
    top = belt - nose
    side = [
        (half, base),
        (half, top - 0.12),
        (half - 0.2, top),
        (-half + 0.06, belt),
        (-half, belt - 0.1),
        (-half, base),
    ]
    design.add("body", profile_body(side, width), paint)
    design.add("bumper", join(*(box(width * 1.02, 0.15, 0.14).moved(0, base + 0.03, e * half) for e in (-1, 1))), DARK)
    design.add("grille", box(width * 0.5, 0.16, 0.04).moved(0, top - 0.34, half), DARK)
    design.add("plate", box(0.36, 0.1, 0.02).moved(0, base + 0.05, half + 0.08), WHITE)
    design.add(
        "headlight", row(box(width * 0.18, 0.16, 0.05), 2, step=(width * 0.74, 0, 0)).moved(0, top - 0.34, half), LIGHT
    )
    design.add("tail light", row(box(0.14, 0.24, 0.05), 2, step=(width * 0.86, 0, 0)).moved(0, belt - 0.4, -half), RED)
    for z in axles:
        design.add("wheel arch", wheel(r * 1.17, width * 1.004).moved(0, r, z * half), DARK)
    add_wheels(design, [z * half for z in axles], width - 0.3 * r, r, rim)


def mirrors(design: Design, x: float, y: float, z: float) -> None:
    design.add("mirror", mirrored(box(0.16, 0.16, 0.08).moved(x + 0.07, y, z)), DARK)


def light_bar(design: Design, y: float, z: float, width: float, second: Material) -> None:
    """Two flashing lights side by side on a dark foot."""
    design.add("light bar", box(width, 0.04, 0.26).moved(0, y, z), DARK)
    design.add("light bar", box(0.44 * width, 0.14, 0.22).moved(-0.24 * width, y + 0.03, z), RED)
    design.add("light bar", box(0.44 * width, 0.14, 0.22).moved(0.24 * width, y + 0.03, z), second)


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


def crawler(design: Design, x: float, length: float, height: float, width: float, wheels: int, rim: Material) -> None:
    """A pair of caterpillar tracks on the ground, centred at ±x, with road wheels and tread plates."""
    r, straight = height / 2, length / 2 - height / 2
    ends = [
        arc(r, -90, 90, points=9, plane="zy") + np.array([0, r, straight]),
        arc(r, 90, 270, points=9, plane="zy") + np.array([0, r, -straight]),
    ]
    path = np.concatenate(ends)
    belt = profile_body([(float(q[2]), float(q[1])) for q in path], width)
    marks = np.linspace(-straight, straight, max(6, int(length / 0.28)))
    plate = box(width * 1.03, 0.07, 0.09)
    plates = join(*(plate.moved(0, y - 0.035, float(z)) for z in marks for y in (0, height)))
    curved = join(*(plate.moved(0, float(q[1]) - 0.035, float(q[2])) for q in path[1:-1]))
    small = 0.36 * height
    road = [
        wheel(small, width * 1.06).moved(0, 0.44 * height, float(z)) for z in np.linspace(-straight, straight, wheels)
    ]
    for side in (-1, 1):
        design.add("track", (belt + plates + curved).moved(side * x), RUBBER)
        design.add("road wheel", join(*road).moved(side * x), rim)


def hull(stations: list[tuple[float, float, float, float]], *, wall: float = 0.0) -> Solid:
    """Ribs (z, half width, keel y, deck y) from stern to bow, skinned; with a ``wall`` it is open on top."""
    rings = []
    for z, w, low, top in stations:
        outer = [(w, top), (0.95 * w, top - 0.5 * (top - low)), (0.6 * w, low + 0.12 * (top - low)), (0, low)]
        outer += [(-x, y) for x, y in reversed(outer[:3])]
        t = min(wall, 0.5 * w)
        inner = [(np.sign(x) * max(abs(x) - t, 0.0), y if y == top else max(y, low + wall)) for x, y in reversed(outer)]
        section = (inner if wall else []) + outer
        rings.append(np.array([(x, y, z) for x, y in section]))
    return loft(rings)


@category("motorcycle", family="transport", also=("motorbike",))
def motorcycle(p: Parameters) -> Design:
    r, base, tyre = p.real("wheel_radius", 0.29, 0.35), p.real("wheelbase", 1.3, 1.6), p.real("tyre", 0.05, 0.075)
    kind, bags = (
        p.choice("kind", ["sport", "cruiser", "naked", "dirt"]),
        p.choice("luggage", ["none", "side bags", "top box"]),
    )
    paint = p.material("paint", [*PAINTS[:6], PLASTICS[3], PLASTICS[4], PLASTICS[2]])
    metal, leather = p.material("metal", (CHROME, METALS[2], STEEL)), p.material("seat", LEATHERS)
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
        profile_body(
            [(-0.02, seat), (-0.02, seat - 0.08), (-0.55, seat - 0.03), (-0.6, seat + 0.1), (-0.3, seat + 0.03)], 0.24
        ),
        leather,
    )
    design.add(
        "tail",
        profile_body([(0, seat - 0.07), (0, seat - 0.2), (-0.5, seat - 0.1), (-0.72, seat + 0.06), (-0.5, seat)], 0.18),
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
            + profile_body([(z - 0.1, seat + 0.05), (0.1, seat - 0.1), (-0.1, r * 0.5), (0.35, r * 0.5)], 0.34),
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
        "paint", [Material("mint", (0.6, 0.82, 0.73)), Material("cream", (0.93, 0.88, 0.76)), *PAINTS[:5], PLASTICS[3]]
    )
    leather, metal = p.material("seat", LEATHERS), p.material("metal", (CHROME, METALS[2], STEEL))
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
    design.add("leg shield", profile_body(shield, 0.42) + rod((0, 0.3, z - 0.1), head, 0.05), paint)
    design.add("fender", sphere(1, segments=16, start=0).scaled(0.1, 0.22, 0.28).moved(0, r + 0.02, z), paint)
    design.add(
        "seat",
        profile_body([(0.08, 0.76), (0.06, 0.66), (-z + 0.02, 0.66), (-z - 0.08, 0.78), (-0.3, 0.77)], 0.26),
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
    paint, rim = p.material("paint", [*PAINTS, PLASTICS[3], PLASTICS[10]]), p.material("rim", RIMS)
    second, rack = (
        p.material("band", [PLASTICS[0], PLASTICS[1], PLASTICS[2], PLASTICS[4], WHITE]),
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
        pane = profile_body(
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
            METALS[2],
        )
    elif rack == "vent":
        design.add("vent", box(0.6, 0.14, 0.8, bevel=0.1).moved(0, h - 0.01, -0.1 * length), RIMS[2])
    if rack != "plain":
        design.features.append(f"a roof {rack}")
    return design


@category("ambulance", family="transport", also=("emergency vehicle",))
def ambulance(p: Parameters) -> Design:
    length, width, h = p.real("length", 5.2, 6.4), p.real("width", 1.95, 2.2), p.real("height", 2.3, 2.8)
    kind, rim = p.choice("kind", ["van", "box"]), p.material("rim", RIMS)
    paint = p.material(
        "paint", [PAINTS[0], Material("yellow", (0.95, 0.85, 0.2)), Material("cream", (0.94, 0.91, 0.82))]
    )
    stripe = p.material(
        "stripe",
        [
            Material("red", (0.8, 0.08, 0.08)),
            Material("orange", (0.92, 0.4, 0.08)),
            Material("blue", (0.08, 0.25, 0.62)),
        ],
    )
    sign, size, bands = p.choice("sign", ["cross", "star"]), p.real("sign_size", 0.5, 0.75), p.whole("stripes", 1, 2)
    half, belt, r = length / 2, 1.05, 0.38
    design = Design(
        [paint.name, f"{kind}-bodied"],
        [
            f"a {stripe.name} {sign}",
            "a flashing light bar",
            f"{number_word(bands)} {stripe.name} stripe{'s' * (bands > 1)}",
        ],
    )
    shell(design, length, width * 0.94, 0.32, belt, r, paint, rim, nose=0.05)
    front, back = half - 0.85, 0.1 * length
    if kind == "box":
        cabin(
            design,
            [(front, belt - 0.05), (front - 0.5, 1.95), (back - 0.1, 1.95), (back - 0.1, belt - 0.05)],
            width * 0.92,
            paint,
            panes=1,
            rear=False,
        )
        design.add("box", box(width, h - 0.5, back + half).moved(0, 0.5, (back - half) / 2 + 0.001), paint)
    else:
        cabin(
            design,
            [(front, belt - 0.05), (front - 0.75, h), (-half + 0.1, h), (-half + 0.02, belt - 0.05)],
            width * 0.94,
            paint,
            panes=0,
        )
        design.add(
            "window",
            profile_body(
                [(front - 0.1, belt + 0.1), (front - 0.55, 1.9), (back, 1.9), (back, belt + 0.1)], width * 0.95
            ),
            WINDOW,
        )
    for i in range(bands):
        design.add("stripe", box(width * 1.01, 0.16, length * 0.93).moved(0, 0.82 + 0.25 * i, -0.03 * length), stripe)
    plus = box(size, size / 3, 0.02).moved(y=-size / 6)
    blades = join(*(plus.rotated("z", a) for a in ((0, 90) if sign == "cross" else (30, 90, 150))))
    design.add(
        "sign",
        mirrored(blades.rotated("y", 90).moved(width * 0.5 + 0.005, 1.65, -0.22 * length))
        + blades.scaled(0.8, 0.8, 1).moved(0, 1.75, -half + 0.02),
        stripe,
    )
    design.add("window", row(box(0.5, 0.4, 0.05), 2, step=(0.75, 0, 0)).moved(0, h - 0.5, -half + 0.03), WINDOW)
    roof = 1.95 if kind == "box" else h
    light_bar(design, roof if kind == "van" else h, front - 1.0 if kind == "van" else back - 0.2, width * 0.75, BEACON)
    mirrors(design, width * 0.46, belt + 0.15, front - 0.15)
    return design


@category("fire truck", family="transport", also=("fire engine",))
def fire_truck(p: Parameters) -> Design:
    length, width, h = p.real("length", 7.0, 10), p.real("width", 2.3, 2.6), p.real("height", 2.6, 3.1)
    kind, shutters, tilt = (
        p.choice("kind", ["ladder", "pumper"]),
        p.whole("shutters", 3, 5),
        p.real("ladder_angle", 0, 14),
    )
    paint = p.material(
        "paint",
        [
            Material("red", (0.78, 0.07, 0.07)),
            Material("dark red", (0.6, 0.06, 0.07)),
            Material("yellow", (0.9, 0.8, 0.1)),
        ],
    )
    band, rim = (
        p.material("band", [WHITE, Material("yellow", (0.95, 0.82, 0.15)), Material("silver", (0.75, 0.77, 0.79))]),
        p.material("rim", (CHROME, RIMS[0], RED)),
    )
    axles = p.whole("axles", 2, 3)
    half, r = length / 2, 0.5
    design = Design(
        [paint.name],
        [
            "a long ladder" if kind == "ladder" else "hoses on the roof",
            f"a {band.name} band",
            f"{number_word(shutters)} metal shutters a side",
        ],
    )
    shell(
        design,
        length,
        width,
        0.5,
        1.15,
        r,
        paint,
        rim,
        axles=(0.66, -0.55) if axles == 2 else (0.66, -0.45, -0.45 - 2.3 * r / half),
    )
    cab = half - 2.0
    cabin(
        design, [(half - 0.03, 1.1), (half - 0.15, h), (cab, h), (cab, 1.1)], width * 0.98, paint, panes=2, rear=False
    )
    body = cab - 0.1 + half
    design.add("body", box(width, h - 1.35, body).moved(0, 1.1, -half + body / 2), paint)
    design.add(
        "shutter",
        row(box(width * 1.01, 0.9, body / shutters * 0.82), shutters, step=(0, 0, body / shutters)).moved(
            0, 1.35, -half + body / 2
        ),
        STEEL,
    )
    design.add("band", box(width * 1.015, 0.18, length * 0.985).moved(0, 0.98, 0), band)
    light_bar(design, h, half - 0.7, width * 0.7, BEACON)
    roof = h - 0.25
    if kind == "ladder":
        span = 0.8 * length
        rungs = row(box(0.6, 0.05, 0.05), 16, step=(0, 0, span / 16))
        rails = mirrored(
            box(0.08, 0.18, span).moved(0.32, -0.05)
            + box(0.05, 0.06, span).moved(0.32, 0.3)
            + row(box(0.04, 0.35, 0.04), 10, step=(0, 0, span / 10)).moved(0.32)
        )
        design.add(
            "ladder",
            (rungs + rails).moved(z=span / 2).rotated("x", -tilt).moved(0, roof + 0.5, -half + 0.5),
            Material("silver", (0.82, 0.83, 0.85)),
        )
        design.add("turntable", cylinder(0.55, 0.5, segments=18).moved(0, roof, -half + 0.9), STEEL)
        design.add(
            "rest",
            box(0.7, 0.45 + 0.7 * span * np.sin(np.radians(tilt)), 0.15).moved(0, roof, -half + 0.5 + 0.68 * span),
            STEEL,
        )
    else:
        design.add(
            "hose",
            join(
                *(
                    torus(0.32, 0.07, segments=18, sides=6).moved(0, roof + 0.07 + 0.13 * i, -0.1 * length)
                    for i in range(3)
                )
            ),
            Material("canvas", (0.85, 0.8, 0.6)),
        )
        design.add(
            "water cannon",
            cylinder(0.2, 0.3).moved(0, roof, 0.05 * length)
            + rod((0, roof + 0.3, 0.05 * length), (0, roof + 0.5 + 0.02 * tilt, 0.05 * length + 0.8), 0.09),
            STEEL,
        )
        design.add("rail", mirrored(box(0.06, 0.3, body * 0.96).moved(width / 2 - 0.1, roof, -half + body / 2)), CHROME)
    mirrors(design, width / 2, h - 0.7, half - 0.15)
    return design


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
        profile_body([(0.12, h - 0.02), (0.07, h + 0.2), (-0.07, h + 0.2), (-0.12, h - 0.02)], sign).moved(
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
            DARK if paint.name != "black" else PLASTICS[3],
        )
        design.features.append("striped sides")
    return design


@category("school bus", family="transport", also=("bus",))
def school_bus(p: Parameters) -> Design:
    length, width, h = p.real("length", 7.0, 11.5), p.real("width", 2.2, 2.5), p.real("height", 2.7, 3.1)
    windows, bands = p.whole("windows", 6, 10), p.whole("bands", 1, 3)
    paint = p.material(
        "paint",
        [
            Material("yellow", (0.96, 0.68, 0.05)),
            Material("golden yellow", (0.93, 0.60, 0.03)),
            Material("orange yellow", (0.95, 0.57, 0.05)),
        ],
    )
    roof, nose, rim = (
        p.material("roof", [WHITE, Material("yellow", (0.96, 0.68, 0.05))]),
        p.choice("nose", ["hooded", "flat"]),
        p.material("rim", (DARK, RIMS[0], Material("yellow", (0.9, 0.65, 0.1)))),
    )
    half, r = length / 2, 0.48
    design = Design(
        [paint.name, f"{nose}-nosed" if nose == "flat" else nose],
        [
            f"{number_word(windows)} windows a side",
            f"{number_word(bands)} black band{'s' * (bands > 1)}",
            "a stop sign",
        ],
    )
    shell(design, length, width * 0.99, 0.45, 1.25, r, paint, rim, axles=(0.72 if nose == "hooded" else 0.55, -0.5))
    front = half - (1.35 if nose == "hooded" else 0.03)
    body = front + half
    design.add("body", box(width, h - 0.75, body, bevel=0.06).moved(0, 0.6, front - body / 2), paint)
    lid = cylinder(width / 2, body, segments=20).rotated("x", 90).scaled(y=0.28).moved(0, h - 0.17, -half)
    design.add("roof", lid, roof)
    design.add(
        "window",
        row(
            box(width * 1.012, 0.62, 0.82 * body / (windows + 0.4)), windows, step=(0, 0, body / (windows + 0.4))
        ).moved(0, 1.72, front - body / 2 - 0.1),
        WINDOW,
    )
    design.add(
        "windshield", row(box(width * 0.42, 0.75, 0.06), 2, step=(width * 0.45, 0, 0)).moved(0, 1.6, front), WINDOW
    )
    for i in range(bands):
        design.add("band", box(width * 1.015, 0.06, body * 0.99).moved(0, 0.85 + 0.27 * i, front - body / 2), DARK)
    design.add(
        "flasher",
        join(*(box(0.2, 0.16, body + 0.06).moved(x * width * 0.36, h - 0.36, front - body / 2) for x in (-1, 1))),
        RED,
    )
    design.add(
        "flasher",
        join(*(box(0.2, 0.16, body + 0.06).moved(x * width * 0.22, h - 0.36, front - body / 2) for x in (-1, 1))),
        AMBER,
    )
    stop = (
        cylinder(0.26, 0.03, segments=8).rotated("z", 90).rotated("x", 22.5).moved(width / 2 + 0.06, 1.45, front - 0.9)
    )
    design.add("stop sign", stop, RED)
    design.add("letters", box(0.02, 0.1, 0.34).moved(width / 2 + 0.065, 1.4, front - 0.9), WHITE)
    mirrors(design, width / 2, 1.9, front + 0.1)
    return design


@category("race car", family="transport", also=("racing car", "sports car"))
def race_car(p: Parameters) -> Design:
    length, width, r = p.real("length", 4.3, 5.3), p.real("width", 1.8, 2.0), p.real("wheel_radius", 0.31, 0.37)
    kind, wing = p.choice("kind", ["formula", "coupe", "vintage"]), p.real("wing_height", 0.85, 1.1)
    paint = p.material(
        "paint",
        [
            RED,
            PLASTICS[1],
            PLASTICS[3],
            PLASTICS[4],
            PAINTS[0],
            PAINTS[2],
            Material("green", (0.05, 0.35, 0.25)),
            Material("silver", (0.7, 0.72, 0.75)),
        ],
    )
    accent, rim, stripes = (
        p.material("accent", [WHITE, DARK, PLASTICS[3], RED]),
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
                METALS[2],
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
            profile_body([(-0.25 * half, 0.6), (-0.25 * half, 1.0), (-0.35 * half, 1.0), (-0.85 * half, 0.5)], 0.24),
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
    paint = p.material("paint", [CAMOUFLAGE[0], CAMOUFLAGE[1], RED, PLASTICS[3], PAINTS[2], PAINTS[0], PLASTICS[4]])
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
                    profile_body(
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
            profile_body(
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


@category("garbage truck", family="transport", also=("refuse truck", "dustcart"))
def garbage_truck(p: Parameters) -> Design:
    length, width, h = p.real("length", 6.5, 9), p.real("width", 2.3, 2.6), p.real("height", 2.7, 3.3)
    ribs, loader, axles = p.whole("ribs", 3, 6), p.choice("loader", ["rear", "front"]), p.whole("axles", 2, 3)
    paint = p.material("cab_paint", [PAINTS[0], PLASTICS[2], PLASTICS[4], Material("blue", (0.1, 0.3, 0.6))])
    bin_paint = p.material(
        "body_paint",
        [
            Material("green", (0.2, 0.5, 0.25)),
            Material("orange", (0.9, 0.45, 0.1)),
            Material("white", (0.9, 0.9, 0.88)),
            Material("grey", (0.55, 0.57, 0.58)),
        ],
    )
    stripe = p.choice("warning", ["yes", "no"])
    half, r = length / 2, 0.48
    design = Design([bin_paint.name], [f"a {loader} loader", f"a {paint.name} cab"])
    shell(
        design,
        length,
        width * 0.95,
        0.5,
        1.0,
        r,
        DARK,
        RIMS[0],
        axles=(0.68, -0.4) if axles == 2 else (0.68, -0.3, -0.3 - 2.3 * r / half),
    )
    cabin(
        design,
        [(half - 0.02, 0.8), (half - 0.2, h - 0.4), (half - 1.6, h - 0.4), (half - 1.6, 0.8)],
        width * 0.97,
        paint,
        panes=1,
    )
    front, back = half - 1.75, -half + 1.1
    body = front - back
    design.add(
        "container",
        profile_body([(front, 1.0), (front, h - 0.15), (front - 0.25, h), (back, h), (back, 1.0)], width),
        bin_paint,
    )
    design.add(
        "rib",
        row(box(width * 1.03, h - 1.2, 0.12), ribs, step=(0, 0, body / ribs)).moved(0, 1.05, (front + back) / 2),
        bin_paint.tinted(np.full(3, -0.12)),
    )
    design.add(
        "hopper",
        profile_body(
            [
                (back + 0.02, h - 0.05),
                (-half + 0.1, h - 0.5),
                (-half - 0.35, 1.5),
                (-half - 0.3, 0.75),
                (back + 0.02, 0.75),
            ],
            width * 0.94,
        ),
        bin_paint.tinted(np.full(3, -0.05)),
    )
    design.add("opening", box(width * 0.8, 0.6, 0.1).moved(0, 0.95, -half - 0.3), DARK)
    design.add(
        "bin",
        box(0.55, 0.9, 0.5).moved(0, 0.5, -half - 0.65) + box(0.6, 0.08, 0.56).moved(0, 1.38, -half - 0.65),
        Material("dark green", (0.12, 0.3, 0.18)),
    )
    if loader == "front":
        design.add(
            "lift arm",
            mirrored(
                sweep(
                    [
                        (width * 0.53, 1.6, front - 0.4),
                        (width * 0.53, h + 0.25, half - 0.6),
                        (width * 0.53, h - 0.2, half + 0.5),
                        (width * 0.53, 0.9, half + 0.75),
                        (width * 0.53, 0.8, half + 1.5),
                    ],
                    0.11,
                    sides=6,
                )
            ),
            METALS[2],
        )
    else:
        design.add(
            "cylinder", mirrored(rod((width * 0.49, 1.2, -half), (width * 0.49, h - 0.2, back + 0.3), 0.07)), CHROME
        )
    if stripe == "yes":
        design.add(
            "warning stripe",
            row(box(0.22, 0.18, 0.04), 5, step=(0.42, 0, 0)).moved(0, 0.72, half + 0.08)
            + mirrored(box(0.02, 0.14, body).moved(width / 2 + 0.04, 1.1, (front + back) / 2)),
            PLASTICS[3],
        )
        design.features.append("yellow warning stripes")
    design.add("beacon", mirrored(cylinder(0.09, 0.16, segments=10).moved(0.5, h - 0.4, half - 0.6)), AMBER)
    mirrors(design, width / 2, h - 1.0, half - 0.1)
    return design


@category("bulldozer", family="transport", also=("dozer",))
def bulldozer(p: Parameters) -> Design:
    length, width, wheels = p.real("length", 3.2, 4.4), p.real("width", 1.9, 2.6), p.whole("road_wheels", 4, 7)
    blade, lift, tool = p.real("blade_height", 0.8, 1.3), p.real("lift", 0, 0.4), p.choice("ripper", ["yes", "no"])
    paint, cab, steel = (
        p.material("paint", MACHINE_PAINTS),
        p.choice("cab", ["closed", "open"]),
        p.material("blade", (STEEL, Material("yellow", (0.95, 0.72, 0.08)), METALS[2])),
    )
    half, th = length / 2, 0.85
    design = Design(
        [paint.name],
        [f"a wide {steel.name} blade", f"{'a closed' if cab == 'closed' else 'an open'} cab", "two tracks"],
    )
    crawler(design, width / 2 - 0.25, length, th, 0.5, wheels, paint)
    design.add("body", box(width - 0.9, 0.7, length * 0.9).moved(0, 0.45, 0), METALS[2])
    design.add("hood", profile_body([(half * 0.95, 0.9), (half * 0.95, 1.45), (0, 1.6), (0, 0.9)], width * 0.42), paint)
    design.add("grille", row(box(width * 0.34, 0.03, 0.03), 6, step=(0, 0.07, 0)).moved(0, 1.15, half * 0.95), DARK)
    design.add("exhaust", cylinder(0.06, 0.6, segments=10).moved(0.12, 1.45, half * 0.4), METALS[2])
    if cab == "closed":
        cabin(
            design, [(0.05, 1.0), (-0.05, 2.3), (-half * 0.75, 2.3), (-half * 0.75, 1.0)], width * 0.5, paint, panes=2
        )
    else:
        design.add(
            "post",
            mirrored(join(*(box(0.08, 1.3, 0.08).moved(width * 0.23, 1.0, z) for z in (0, -half * 0.7)))),
            METALS[2],
        )
        design.add(
            "seat",
            box(0.55, 0.2, 0.5).moved(0, 1.1, -half * 0.4) + box(0.55, 0.5, 0.12).moved(0, 1.25, -half * 0.55),
            LEATHERS[0],
        )
    design.add("roof", box(width * 0.56, 0.1, half * 0.9).moved(0, 2.28, -half * 0.37), paint)
    reach = half + 0.55
    curve = [
        (float(z), float(y))
        for z, y in zip(0.25 * np.cos(np.linspace(0, np.pi, 8)) ** 2, np.linspace(0, blade, 8), strict=True)
    ]
    strip = [
        profile_body([(z, y), (z2, y2), (z2 - 0.1, y2), (z - 0.1, y)], width * 1.15)
        for (z, y), (z2, y2) in pairwise(curve)
    ]
    design.add("blade", join(*strip).moved(0, lift, reach), steel)
    design.add(
        "cutting edge",
        box(width * 1.16, 0.1, 0.06).moved(0, lift - 0.03, reach + 0.22),
        METALS[0] if steel.name != "steel" else METALS[2],
    )
    design.add(
        "push arm",
        mirrored(
            rod((width * 0.53, 0.45, -0.2 * half), (width * 0.53, lift + 0.25, reach - 0.05), 0.09)
            + rod((width * 0.2, 1.25, half * 0.8), (width * 0.2, lift + 0.5 * blade, reach), 0.06)
        ),
        paint,
    )
    if tool == "yes":
        design.add(
            "ripper",
            box(width * 0.5, 0.2, 0.5).moved(0, 0.6, -half - 0.1)
            + row(
                profile_body([(-0.1, 0.8), (0.1, 0.8), (0.05, 0.15), (0.12, 0.02), (-0.05, 0.15)], 0.1),
                3,
                step=(0.4, 0, 0),
            ).moved(0, 0, -half - 0.25),
            METALS[2],
        )
        design.features.append("a ripper at the back")
    return design


@category("excavator", family="transport", also=("digger",))
def excavator(p: Parameters) -> Design:
    length, width, wheels = p.real("length", 2.8, 3.8), p.real("width", 2.0, 2.6), p.whole("road_wheels", 4, 7)
    boom, stick, turn = p.real("boom", 3.0, 4.0), p.real("stick", 1.7, 2.5), p.real("turn", -35, 35)
    raise_, curl = p.real("boom_angle", 35, 58), p.real("stick_angle", -100, -55)
    paint, tool = (
        p.material("paint", [*MACHINE_PAINTS, Material("blue", (0.12, 0.35, 0.65))]),
        p.choice("tool", ["bucket", "hammer"]),
    )
    design = Design([paint.name], [f"a long arm with a {tool}", "two tracks"])
    crawler(design, width / 2 - 0.25, length, 0.75, 0.5, wheels, METALS[2])
    design.add(
        "chassis",
        box(width - 0.8, 0.4, length * 0.6).moved(y=0.3) + cylinder(0.6, 0.3, segments=20).moved(y=0.65),
        METALS[2],
    )
    upper = Design()
    upper.add(
        "body",
        box(width * 0.95, 0.3, length * 0.85).moved(0, 0.9, -0.2)
        + profile_body(
            [(-0.1, 1.2), (-0.1, 1.8), (-length * 0.5, 1.75), (-length * 0.62, 1.5), (-length * 0.62, 0.92)],
            width * 0.93,
        ),
        paint,
    )
    cabin(
        upper,
        [(length * 0.24, 1.15), (length * 0.17, 2.45), (-0.25, 2.45), (-0.25, 1.15)],
        width * 0.36,
        paint,
        panes=1,
    )
    upper.parts = [(n, s.moved(x=width * 0.28) if n in ("cab", "window") else s, m) for n, s, m in upper.parts]
    upper.add("vent", row(box(width * 0.95, 0.04, 0.5), 4, step=(0, 0.1, 0)).moved(0, 1.45, -length * 0.3), DARK)
    a, b = np.radians(raise_), np.radians(curl)
    foot = np.array([-width * 0.1, 1.15, length * 0.28])
    knee = foot + boom * 0.55 * np.array([0, np.sin(a + 0.25), np.cos(a + 0.25)])
    elbow = knee + boom * 0.5 * np.array([0, np.sin(a - 0.75), np.cos(a - 0.75)])
    wrist = elbow + stick * np.array([0, np.sin(b), np.cos(b)])
    upper.add("boom", sweep([foot, knee, elbow], [0.17, 0.26, 0.15], sides=4), paint)
    upper.add("stick", sweep([elbow - 0.2 * (wrist - elbow), elbow, wrist], [0.1, 0.2, 0.11], sides=4), paint)
    upper.add(
        "hydraulics",
        mirrored(rod((0.26, *(foot + np.array([0, 0, 0.25]))[1:]), (0.26, *(0.2 * foot + 0.8 * knee)[1:]), 0.06)).moved(
            x=foot[0]
        )
        + rod(tuple(knee + np.array([0, 0.32, 0])), tuple(elbow - 0.2 * (wrist - elbow)), 0.06),
        CHROME,
    )
    if tool == "bucket":
        scoop = profile_body([(0.1, 0.1), (0.45, -0.1), (0.5, -0.5), (0.2, -0.8), (-0.25, -0.75), (-0.35, -0.65)], 0.8)
        teeth = row(box(0.07, 0.08, 0.24).moved(0, -0.72, -0.42), 5, step=(0.17, 0, 0))
        upper.add("bucket", (scoop + teeth).moved(*wrist), METALS[2])
    else:
        upper.add(
            "hammer",
            (box(0.4, 0.7, 0.4).moved(y=-0.6) + cylinder(0.02, 0.6, top_radius=0.09).moved(y=-1.15)).moved(*wrist),
            METALS[2],
        )
    design.parts += [(n, s.rotated("y", turn), m) for n, s, m in upper.parts]
    return design


@category("tank", family="transport", also=("battle tank", "armored vehicle"))
def tank(p: Parameters) -> Design:
    length, width, wheels = p.real("length", 5.5, 7.2), p.real("width", 2.9, 3.5), p.whole("road_wheels", 5, 8)
    kind, gun, turn = (
        p.choice("turret", ["angular", "round", "wedge"]),
        p.real("gun", 2.6, 4.6),
        p.real("turn", -30, 30),
    )
    tilt, brake, skirts = (
        p.real("gun_angle", 0, 12),
        p.choice("muzzle_brake", ["yes", "no"]),
        p.choice("skirts", ["yes", "no"]),
    )
    paint, mark = p.material("paint", CAMOUFLAGE), p.choice("mark", ["star", "number", "none"])
    half, th = length / 2, 0.95
    design = Design(
        [paint.name],
        [
            f"{'an' if kind == 'angular' else 'a'} {kind} turret",
            "a long gun",
            f"{number_word(wheels)} road wheels a side",
        ],
    )
    crawler(design, width / 2 - 0.3, length * 0.95, th, 0.55, wheels, paint.tinted(np.full(3, -0.08)))
    design.add(
        "hull",
        profile_body(
            [
                (half, 0.75),
                (half * 0.72, 1.35),
                (-half * 0.95, 1.35),
                (-half, 0.8),
                (-half * 0.85, 0.4),
                (half * 0.8, 0.4),
            ],
            width - 1.15,
        ),
        paint,
    )
    design.add(
        "fender",
        box(width, 0.12, length * 0.9).moved(0, 1.02, -0.02 * length)
        + profile_body([(half * 0.7, 1.1), (half * 0.6, 1.36), (-half * 0.9, 1.36), (-half * 0.9, 1.1)], width * 0.92),
        paint,
    )
    if skirts == "yes":
        design.add(
            "skirt",
            mirrored(
                row(box(0.05, 0.55, length * 0.125), 6, step=(0, 0, length * 0.135)).moved(width / 2 + 0.02, 0.52, 0)
            ),
            paint.tinted(np.full(3, 0.05)),
        )
        design.features.append("side skirts")
    outline = {
        "angular": [(-0.9, -1.3), (0.9, -1.3), (1.05, 0.2), (0.5, 1.1), (-0.5, 1.1), (-1.05, 0.2)],
        "wedge": [(-1.1, -1.5), (1.1, -1.5), (1.15, 0.1), (0.25, 1.4), (-0.25, 1.4), (-1.15, 0.1)],
    }
    turret = (
        sphere(1.15, segments=22, start=0).scaled(1, 0.6, 1.15)
        if kind == "round"
        else extrude(outline[kind], 0.66, top_scale=0.78)
    )
    barrel = along(
        [(0.16, 0), (0.13, gun * 0.5), (0.17, gun * 0.5), (0.17, gun * 0.62), (0.1, gun * 0.62), (0.09, gun)],
        segments=12,
    )
    if brake == "yes":
        barrel += along([(0.15, gun - 0.3), (0.15, gun)], segments=10)
        design.features.append("a muzzle brake")
    upper = [
        ("turret", turret, paint),
        ("hatch", mirrored(cylinder(0.28, 0.12, segments=14).moved(0.4, 0.62, -0.3)), paint.tinted(np.full(3, -0.06))),
    ]
    upper += [
        ("gun", barrel.rotated("x", -tilt).moved(0, 0.36, 0.75) + box(0.6, 0.4, 0.4).moved(0, 0.16, 0.9), paint),
        (
            "machine gun",
            rod((0.4, 0.85, -0.5), (0.4, 0.9, 0.4), 0.035) + cylinder(0.03, 0.3, segments=6).moved(0.4, 0.6, -0.2),
            DARK,
        ),
    ]
    upper.append(("aerial", rod((-0.6, 0.5, -0.9), (-0.65, 1.9, -1.1), 0.012, 5), DARK))
    if mark != "none":
        sign = cylinder(0.24, 0.05, segments=5) if mark == "star" else row(box(0.12, 0.05, 0.4), 2, step=(0.22, 0, 0))
        design.add("mark", sign.moved(0, 1.33, -half * 0.8), WHITE)
        upper.append(("mark", mirrored(sign.rotated("z", -70).moved(0.98, 0.3, -0.3)), WHITE))
    design.parts += [(n, s.rotated("y", turn).moved(0, 1.34, -0.05 * length), m) for n, s, m in upper]
    design.add(
        "headlight",
        mirrored(cylinder(0.1, 0.08, segments=10).rotated("x", 90).moved(width * 0.32, 1.2, half * 0.68)),
        LIGHT,
    )
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
        p.material("paint", [*PAINTS, PLASTICS[2]]),
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
        profile_body([(half, 0.3), (half - 0.08, 0.6), (half - 0.5, 0.85), (half - 0.6, 0.3)], width * 0.95)
        + profile_body([(0.05, 0.3), (0.05, 0.62), (-half + 0.1, 0.68), (-half, 0.32)], width * 0.95),
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
    design.add("post", mirrored(join(*posts)), METALS[2])
    design.add("roof", box(width, 0.07, length * 0.82, bevel=0.12).moved(0, h - 0.02, -0.04 * length), roof)
    if shield == "yes":
        design.add(
            "windscreen",
            profile_body(
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
        design.add("golf bag", rod((x, 0.4, -half + 0.02), (x, 1.15, -half - 0.12), 0.13, 12), (RED, PLASTICS[1])[i])
        design.add(
            "golf club",
            join(
                *(
                    rod((x + d, 1.1, -half - 0.1), (x + 1.6 * d, 1.45, -half - 0.15), 0.012, 5)
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


@category("trailer", family="transport", also=("vehicle trailer",))
def trailer(p: Parameters) -> Design:
    kind, length, width = (
        p.choice("kind", ["utility", "cargo", "semi", "camper"]),
        p.real("length", 0.8, 1.2),
        p.real("width", 0.9, 1.1),
    )
    axles, board, tall = p.whole("axles", 1, 3), p.real("board", 0.35, 0.6), p.real("height", 0.9, 1.1)
    paint, frame = (
        p.material("paint", [*PAINTS[:6], WOODS[2], PLASTICS[4]]),
        p.material("frame", (METALS[2], STEEL, RED)),
    )
    stripe = p.material("stripe", [PLASTICS[0], PLASTICS[1], PLASTICS[4], PLASTICS[2], PAINTS[5]])
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
            profile_body(
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
            METALS[2],
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
        p.material("trim", [Material("gold", (0.85, 0.66, 0.22)), WOODS[0], METALS[2], RED]),
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
        design.add("axle", rod((-0.72, r, z), (0.72, r, z), 0.035), METALS[2])
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
        design.add("body", profile_body(tub, w), paint)
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
                profile_body(
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
        p.material("handle", [RED, PLASTICS[1], PLASTICS[2], PLASTICS[4], DARK]),
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
    frame, w, y = p.material("frame", (CHROME, METALS[2], RED, PLASTICS[1])), width / 2, 0.5
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
            METALS[2],
        )
    design.add("caster", mirrored(wheel(0.09, 0.035).moved(w, 0.09, 0.3)), RUBBER)
    design.add("fork", mirrored(box(0.05, 0.13, 0.03).moved(w, 0.1, 0.3)), frame)
    return design


@category("sailboat", family="transport", also=("sailing boat", "yacht"))
def sailboat(p: Parameters) -> Design:
    length, beam, mast = p.real("length", 4, 11), p.real("beam", 0.13, 0.18), p.real("mast", 1.1, 1.4)
    rig, swing, keel = (
        p.choice("rig", ["one sail", "main sail and jib", "two masts", "lateen"]),
        p.real("boom_angle", -22, 22),
        p.choice("bottom", ["keel", "flat"]),
    )
    paint, deck, sail = (
        p.material("hull", [*PAINTS, WOODS[1], PLASTICS[10]]),
        p.material("deck", WOODS[:3]),
        p.material("sail", SAILS),
    )
    stripe, house = p.material("stripe", [RED, PLASTICS[1], PAINTS[2], PLASTICS[3]]), p.choice("cabin", ["yes", "no"])
    w, top, tall = beam * length, 0.1 * length, mast * length
    ribs = [
        (-0.48, 0.7, 0.5, 1.0),
        (-0.2, 1, 0.08, 0.95),
        (0.1, 0.95, 0, 1),
        (0.32, 0.55, 0.15, 1.12),
        (0.5, 0.02, 0.9, 1.3),
    ]
    sheer = [(z * length, w * b, low * top, high * top) for z, b, low, high in ribs]
    design = Design([paint.name], [rig if rig != "lateen" else "a lateen sail", f"a {stripe.name} stripe"])
    design.add("hull", hull(sheer), paint)
    design.add(
        "stripe",
        hull([(z, b * 1.012, y + 0.68 * (t - y), y + 0.85 * (t - y)) for z, b, y, t in sheer]).scaled(1.01, 1, 1.003),
        stripe,
    )
    design.add("deck", hull([(z, b * 0.93, t - 0.05 * top, t + 0.04 * top) for z, b, _, t in sheer]), deck)
    if house == "yes":
        design.add(
            "cabin",
            hull(
                [
                    (-0.16 * length, 0.5 * w, top * 0.9, 1.5 * top),
                    (0.08 * length, 0.5 * w, top * 0.9, 1.5 * top),
                    (0.2 * length, 0.25 * w, top, 1.3 * top),
                ]
            ),
            WHITE,
        )
        design.add(
            "window",
            row(box(1.03 * w, 0.18 * top, 0.05 * length), 3, step=(0, 0, 0.08 * length)).moved(
                0, 1.2 * top, -0.03 * length
            ),
            WINDOW,
        )
        design.features.append("a small cabin")
    if keel == "keel":
        design.add(
            "keel",
            profile_body(
                [
                    (0.1 * length, 0.05 * top),
                    (0.03 * length, -1.2 * top),
                    (-0.1 * length, -1.2 * top),
                    (-0.1 * length, 0.05 * top),
                ],
                0.06 * w,
            )
            + profile_body(
                [
                    (-0.44 * length, 0.6 * top),
                    (-0.45 * length, -0.5 * top),
                    (-0.5 * length, -0.5 * top),
                    (-0.49 * length, 0.7 * top),
                ],
                0.06 * w,
            ),
            METALS[2],
        )
    spars = [(0.12, 1.0)] if rig != "two masts" else [(0.2, 1.0), (-0.22, 0.75)]
    for z, size in spars:
        z, up = z * length, tall * size
        design.add("mast", rod((0, top, z), (0, up, z), 0.009 * length), deck)
        reach, foot = (0.5 if rig != "two masts" else 0.34) * length * size, 1.9 * top
        if rig == "lateen":
            sheet, spar = (
                [(0.32 * length, 1.6 * top), (-0.2 * length, up * 1.1), (-0.42 * length, foot)],
                rod((0, 1.6 * top, 0.32 * length), (0, up * 1.1, -0.2 * length), 0.008 * length),
            )
        else:
            sheet, spar = (
                [
                    (-0.012 * length, foot),
                    (-0.012 * length, up * 0.97),
                    (-0.1 * reach, up * 0.9),
                    (-0.55 * reach, 0.5 * (up + foot)),
                    (-reach, foot),
                ],
                rod((0, foot, 0), (0, foot - 0.1 * top, -reach), 0.008 * length),
            )
        offset = 0 if rig == "lateen" else z
        design.add("sail", profile_body(sheet, 0.008 * length).rotated("y", swing).moved(z=offset), sail)
        design.add("boom", spar.rotated("y", swing).moved(z=offset), deck)
    if rig in ("main sail and jib", "two masts"):
        design.add(
            "jib",
            profile_body(
                [
                    (0.48 * length, 1.5 * top),
                    (spars[0][0] * length + 0.02 * length, 0.85 * tall),
                    (0.18 * length, 1.8 * top),
                ],
                0.008 * length,
            ),
            sail,
        )
        design.add(
            "stay", rod((0, 1.3 * top, 0.49 * length), (0, 0.95 * tall, spars[0][0] * length), 0.003 * length, 4), STEEL
        )
    return design


@category("canoe", family="transport", also=("paddle boat", "boat"))
def canoe(p: Parameters) -> Design:
    length, beam, depth = p.real("length", 3.6, 5.4), p.real("beam", 0.36, 0.48), p.real("depth", 0.28, 0.4)
    bow, seats, paddles = p.real("bow", 1.15, 1.7), p.whole("seats", 1, 3), p.whole("paddles", 0, 2)
    paint, wood = (
        p.material(
            "hull",
            [
                RED,
                PLASTICS[2],
                PLASTICS[3],
                WOODS[1],
                WOODS[0],
                PLASTICS[1],
                PLASTICS[4],
                Material("birch bark", (0.72, 0.56, 0.36)),
            ],
        ),
        p.material("wood", WOODS[:3]),
    )
    stripe = p.material("stripe", [WHITE, DARK, Material("yellow", (0.95, 0.8, 0.2)), WOODS[1]])
    zs = np.linspace(-0.5, 0.5, 11)
    ribs = [
        (
            float(z * length),
            float(beam * max(1 - abs(2 * z) ** 2.2, 0.03)),
            float(0.25 * depth * abs(2 * z) ** 6),
            float(depth * (1 + (bow - 1) * abs(2 * z) ** 4)),
        )
        for z in zs
    ]
    design = Design(
        [paint.name, "slender"], ["two pointed ends", f"{number_word(seats)} wooden seat{'s' * (seats > 1)}"]
    )
    design.add("hull", hull(ribs, wall=0.03), paint)
    design.add(
        "stripe",
        mirrored(sweep([(0.985 * w, low + 0.72 * (t - low), z) for z, w, low, t in ribs], 0.02, sides=6)),
        stripe,
    )
    design.add("gunwale", mirrored(sweep([(w, t, z) for z, w, _, t in ribs], 0.022, sides=6)), wood)
    for i, z in enumerate(np.linspace(-0.28, 0.28, seats) if seats > 1 else [-0.2]):
        design.add("seat", box(2 * beam * (1 - abs(2 * z) ** 2.2), 0.03, 0.22).moved(0, 0.72 * depth, z * length), wood)
        if i < paddles:
            paddle = rod((0, 0, -0.7), (0, 0, 0.5), 0.016) + extrude(
                [(-0.03, 0.45), (0.03, 0.45), (0.1, 0.65), (0.09, 0.95), (-0.09, 0.95), (-0.1, 0.65)], 0.02
            ).moved(y=-0.01)
            design.add(
                "paddle", paddle.rotated("y", 80).rotated("z", -8).moved(0.1, depth + 0.03, z * length + 0.25), wood
            )
    if paddles:
        design.features.append("paddles" if min(paddles, seats) > 1 else "a paddle")
    return design


@category("ship", family="transport", also=("vessel", "boat"))
def ship(p: Parameters) -> Design:
    kind, length, beam = (
        p.choice("kind", ["container", "cruise", "war", "sailing"]),
        p.real("length", 30, 55),
        p.real("beam", 0.07, 0.1),
    )
    stacks, decks, funnels = p.whole("stacks", 4, 7), p.whole("decks", 3, 5), p.whole("funnels", 1, 3)
    paint = p.material(
        "hull",
        [
            Material("dark blue", (0.1, 0.17, 0.33)),
            Material("black", (0.1, 0.1, 0.11)),
            Material("red", (0.6, 0.12, 0.1)),
            Material("green", (0.1, 0.32, 0.25)),
            Material("white", (0.93, 0.93, 0.92)),
        ],
    )
    band, wood = p.material("funnel", [RED, PLASTICS[1], PLASTICS[3], PLASTICS[4]]), p.material("wood", WOODS[:2])
    grey = Material("grey", (0.50, 0.53, 0.55))
    paint = {"war": grey, "sailing": wood, "cruise": WHITE if paint.name == "white" else paint}.get(kind, paint)
    u, top = length / 40, 0.085 * length
    w = beam * length
    ribs = [
        (-0.5, 0.7, 0.35, 1.1),
        (-0.4, 0.95, 0.0, 1),
        (0.2, 1, 0, 0.98),
        (0.36, 0.7, 0, 1.08),
        (0.47, 0.2, 0.1, 1.25),
        (0.52, 0.02, 0.9, 1.32),
    ]
    if kind == "sailing":
        ribs = [
            (-0.42, 0.75, 0.4, 1.75),
            (-0.3, 0.95, 0.0, 1.3),
            (0, 1, 0, 1.0),
            (0.25, 0.8, 0.05, 1.15),
            (0.38, 0.3, 0.35, 1.4),
            (0.43, 0.03, 0.9, 1.5),
        ]
    sheer = [(z * length, w * b, low * top, high * top) for z, b, low, high in ribs]
    design = Design([f"{kind}" if kind != "war" else "military", paint.name], [])
    design.add("hull", hull(sheer), paint)
    design.add(
        "waterline",
        hull([(z, b * 0.985 + 0.01, low - 0.01 * u, low + 0.3 * (t - low)) for z, b, low, t in sheer]).scaled(
            1.025, 1, 1.002
        ),
        Material("red lead", (0.55, 0.13, 0.1)) if kind != "sailing" else WOODS[3],
    )
    design.add(
        "deck",
        hull([(z, b * 0.95, t - 0.3, t + 0.05) for z, b, _, t in sheer]),
        WOODS[2] if kind in ("cruise", "sailing") else grey,
    )
    if kind == "container":
        colours = [RED, PLASTICS[1], PLASTICS[4], PLASTICS[2], WHITE, Material("teal", (0.1, 0.45, 0.5)), WOODS[1]]
        span = 0.62 * length / stacks
        for i in range(stacks):
            for x in (-1, 0, 1):
                for k in range(2 + (i + x) % 2 + (0 < i < stacks - 1)):
                    design.add(
                        "container",
                        box(0.52 * w, 1.15 * u, span * 0.9).moved(
                            x * 0.55 * w, 0.95 * top + 1.17 * u * k, -0.24 * length + span * (i + 0.5)
                        ),
                        colours[(3 * i + 2 * x + 5 * k) % 7],
                    )
        design.add(
            "bridge",
            box(1.6 * w, 6.5 * u, 0.07 * length).moved(0, top, -0.32 * length)
            + box(2.1 * w, 0.8 * u, 0.05 * length).moved(0, top + 5.2 * u, -0.31 * length),
            WHITE,
        )
        design.add("window", box(2.12 * w, 0.4 * u, 0.052 * length).moved(0, top + 5.45 * u, -0.31 * length), WINDOW)
        design.add(
            "funnel",
            box(0.6 * w, 3 * u, 0.04 * length).moved(0, top + 4.5 * u, -0.385 * length)
            + box(0.9 * w, 4.6 * u, 0.06 * length).moved(0, top, -0.39 * length),
            band,
        )
        design.features += ["stacks of coloured containers", "a white bridge at the back"]
    elif kind == "cruise":
        for k in range(decks):
            a, b = (-0.42 + 0.03 * k) * length, (0.33 - 0.05 * k) * length
            design.add(
                "deckhouse",
                box(1.78 * w * (1 - 0.06 * k), 1.05 * u, b - a, bevel=0.5 * w).moved(
                    0, 0.98 * top + 1.1 * u * k, (a + b) / 2
                ),
                WHITE,
            )
            design.add(
                "window",
                row(
                    box(1.8 * w * (1 - 0.06 * k), 0.4 * u, 0.022 * length), 16 - 2 * k, step=(0, 0, 0.038 * length)
                ).moved(0, 0.98 * top + 1.1 * u * k + 0.4 * u, (a + b) / 2),
                WINDOW,
            )
        for i in range(funnels):
            roof, z = 0.95 * top + 1.1 * u * decks, (-0.2 + 0.14 * i) * length
            design.add(
                "funnel",
                cylinder(0.9 * u, 3.2 * u, top_radius=0.8 * u, segments=16)
                .scaled(0.8, 1, 1.3)
                .rotated("x", -10)
                .moved(0, roof, z),
                band,
            )
            design.add(
                "funnel",
                cylinder(0.84 * u, 0.5 * u, segments=16)
                .scaled(0.8, 1, 1.3)
                .rotated("x", -10)
                .moved(0, roof + 3.0 * u, z - 0.5 * u),
                DARK,
            )
        design.add(
            "lifeboat",
            mirrored(
                row(sphere(0.45 * u, segments=8).scaled(0.8, 0.8, 2), 5, step=(0, 0, 0.1 * length)).moved(
                    0.95 * w, 0.98 * top + 1.2 * u, -0.08 * length
                )
            ),
            PLASTICS[4],
        )
        design.features += [
            f"{number_word(funnels)} {band.name} funnel{'s' * (funnels > 1)}",
            f"{number_word(decks)} white decks",
        ]
    elif kind == "war":
        design.add(
            "bridge",
            box(1.3 * w, 1.6 * u, 0.36 * length, bevel=0.4 * w).moved(0, top * 0.95, -0.03 * length)
            + extrude(
                [
                    (-0.5 * w, -0.06 * length),
                    (0.5 * w, -0.06 * length),
                    (0.5 * w, 0.06 * length),
                    (-0.5 * w, 0.06 * length),
                ],
                3.4 * u,
                top_scale=0.7,
            ).moved(0, top + 1.4 * u, 0.06 * length),
            grey,
        )
        design.add("window", box(0.86 * w, 0.4 * u, 0.096 * length).moved(0, top + 3.9 * u, 0.06 * length), WINDOW)
        design.add(
            "mast",
            rod((0, top + 4 * u, 0.03 * length), (0, top + 9 * u, 0.03 * length), 0.2 * u)
            + box(2.4 * u, 0.2 * u, 0.2 * u).moved(0, top + 7 * u, 0.03 * length)
            + sphere(0.8 * u, segments=12).moved(0, top + 2.6 * u, -0.16 * length),
            DARK,
        )
        design.add("funnel", box(0.7 * w, 2.2 * u, 0.05 * length).moved(0, top + 1.4 * u, -0.07 * length), grey)
        turret = extrude(
            [
                (-0.45 * w, -0.035 * length),
                (0.45 * w, -0.035 * length),
                (0.3 * w, 0.035 * length),
                (-0.3 * w, 0.035 * length),
            ],
            1.1 * u,
            top_scale=0.8,
        )
        gun = row(
            rod((0, 0.7 * u, 0.02 * length), (0, 1.1 * u, 0.11 * length), 0.13 * u, 6), funnels, step=(0.25 * w, 0, 0)
        )
        for z, flip, y in ((0.31, 0, 1.0), (0.22, 0, 1.15), (-0.3, 180, 1.0)):
            design.add("gun turret", turret.rotated("y", flip).moved(0, top * y, z * length), grey)
            design.add("gun", gun.rotated("y", flip).moved(0, top * y, z * length), DARK)
        design.features += ["three gun turrets", "a tall mast"]
    else:
        for z, size in ((0.22, 0.9), (0, 1.0), (-0.22, 0.8))[: 3 if decks > 3 else 2]:
            tall = 0.62 * length * size
            design.add("mast", rod((0, top, z * length), (0, top + tall, z * length), 0.35 * u), WOODS[1])
            for y, wide, high in ((0.12, 0.3, 0.34), (0.5, 0.24, 0.26), (0.8, 0.16, 0.15)):
                sheet = row(
                    box(wide * length * size / 6, high * tall, 0.15 * u), 6, step=(wide * length * size / 6, 0, 0)
                )
                curved = sheet.bent(-0.6 / (wide * length * size)).moved(
                    0, top + y * tall, z * length + 0.11 * wide * length + 0.3 * u
                )
                design.add("sail", curved, Material("cream", (0.92, 0.87, 0.75)))
                design.add(
                    "yard",
                    rod(
                        (-wide * length * size * 0.52, top + (y + high) * tall, z * length + 0.3 * u),
                        (wide * length * size * 0.52, top + (y + high) * tall, z * length + 0.3 * u),
                        0.2 * u,
                    ),
                    WOODS[1],
                )
        design.add("bowsprit", rod((0, 1.3 * top, 0.36 * length), (0, 2.1 * top, 0.58 * length), 0.25 * u), WOODS[1])
        design.add(
            "band",
            hull([(z, b * 1.01, low + 0.6 * (t - low), low + 0.72 * (t - low)) for z, b, low, t in sheer]).scaled(
                1.012, 1, 1
            ),
            Material("yellow", (0.85, 0.68, 0.3)),
        )
        design.features += [f"square sails on {'three' if decks > 3 else 'two'} masts", "a bowsprit"]
    return design


@category("submarine", family="transport", also=("sub",))
def submarine(p: Parameters) -> Design:
    length, r, tower = p.real("length", 8, 40), p.real("radius", 0.055, 0.1), p.real("tower_height", 0.9, 1.5)
    blades, scopes, ports = p.whole("blades", 3, 7), p.whole("periscopes", 1, 3), p.whole("portholes", 0, 6)
    paint = p.material(
        "hull",
        [
            Material("black", (0.12, 0.12, 0.14)),
            Material("grey", (0.38, 0.41, 0.44)),
            Material("yellow", (0.95, 0.76, 0.1)),
            Material("dark blue", (0.12, 0.19, 0.32)),
        ],
    )
    belly, planes = (
        p.material("belly", [Material("dark red", (0.5, 0.12, 0.1)), DARK, STEEL]),
        p.choice("planes", ["tower", "bow"]),
    )
    r, half = r * length, length / 2
    shape = [
        (0.1, -half),
        (0.55, -0.75 * half),
        (1, -0.4 * half),
        (1, 0.6 * half),
        (0.8, 0.82 * half),
        (0.45, 0.95 * half),
        (0.02, half),
    ]
    design = Design(
        [paint.name],
        [
            f"a tower with {number_word(scopes)} periscope{'s' * (scopes > 1)}",
            f"a {number_word(blades)}-bladed propeller",
        ],
    )
    design.add("hull", along([(r * a, z) for a, z in shape], segments=24), paint)
    design.add(
        "belly", along([(r * a, z) for a, z in shape[1:6]], segments=24).scaled(0.9, 0.9, 1).moved(y=-0.13 * r), belly
    )
    fin = [
        (0.32 * half, 0.8 * r),
        (0.28 * half, (1 + tower) * r),
        (0.02 * half, (1 + tower) * r),
        (-0.06 * half, 0.8 * r),
    ]
    design.add("tower", profile_body(fin, 0.45 * r), paint)
    for i in range(scopes):
        z = (0.08 + 0.07 * i) * half
        design.add(
            "periscope",
            rod((0, r, z), (0, (1.5 + tower + 0.2 * i) * r, z), 0.06 * r)
            + box(0.16 * r, 0.14 * r, 0.2 * r).moved(0, (1.45 + tower + 0.2 * i) * r, z + 0.06 * r),
            METALS[2],
        )
    at = (0.16 * half, (0.75 + tower) * r) if planes == "tower" else (0.68 * half, 0.25 * r)
    design.add(
        "plane", wings(0, 1.7 * r, 0.1 * length, 0.05 * length, 0.02 * length, 0.08 * r).moved(0, at[1], at[0]), paint
    )
    rudder = wings(0, 1.15 * r, 0.09 * length, 0.05 * length, 0.03 * length, 0.08 * r)
    design.add("rudder", join(*(rudder.rotated("z", a).moved(z=-0.8 * half) for a in (0, 90))), paint)
    design.add(
        "propeller",
        around(box(0.75 * r, 0.07 * r, 0.3 * r).rotated("x", 30).moved(0.4 * r), blades)
        .rotated("x", 90)
        .moved(z=-half - 0.05 * r)
        + sphere(0.2 * r, segments=10).moved(z=-half),
        METALS[1],
    )
    if ports:
        disc = tube(0.2 * r, 0.13 * r, 0.1 * r, segments=12).rotated("z", -90).moved(0.96 * r, 0.1 * r)
        design.add(
            "porthole", mirrored(row(disc, ports, step=(0, 0, 0.8 * half / ports)).moved(z=0.1 * half)), METALS[1]
        )
        design.features.append("portholes")
    return design


@category("hot air balloon", family="transport", also=("balloon",))
def hot_air_balloon(p: Parameters) -> Design:
    r, tall, gores = p.real("radius", 6, 9), p.real("stretch", 1.0, 1.25), p.whole("gores", 6, 9)
    pattern, drop, ropes = (
        p.choice("pattern", ["gores", "bands", "spiral", "plain"]),
        p.real("drop", 0.3, 0.5),
        p.whole("ropes", 4, 8),
    )
    colours = [RED, PLASTICS[1], PLASTICS[3], PLASTICS[4], PLASTICS[2], PLASTICS[9], WHITE, PLASTICS[10]]
    one, two, three = (
        p.material("first", colours),
        p.material("second", colours[::-1]),
        p.material("third", [PLASTICS[3], WHITE, RED, PLASTICS[1]]),
    )
    wicker = p.material("basket", [Material("wicker", (0.62, 0.43, 0.24)), Material("dark wicker", (0.42, 0.27, 0.15))])
    two = (RED if one.name == "white" else WHITE) if two.name == one.name else two
    angles = np.radians(np.linspace(-62, 90, 16))
    curve = [(0.22 * r, -1.28 * r * tall), *((r * np.cos(a), r * tall * np.sin(a)) for a in angles)]
    n = 6 * gores if gores % 2 == 0 else 4 * gores
    skin = lathe([(max(a, 0.01), b) for a, b in curve], segments=n)
    centers = skin.vertices[skin.faces].mean(1)
    turn = (np.arctan2(centers[:, 2], centers[:, 0]) / (2 * np.pi) % 1) * gores
    level = (centers[:, 1] / (r * tall) + 1.3) * 3
    index = {
        "gores": np.floor(turn * 2),
        "bands": np.floor(level),
        "spiral": np.floor(turn * 1 + level * 0.8) % 3,
        "plain": np.where(abs(centers[:, 1]) < 0.3 * r, 1, 0),
    }[pattern]
    design = Design(
        [f"{one.name} and {two.name}"],
        [f"{'plain fabric with one band' if pattern == 'plain' else pattern}", f"a {wicker.name} basket on ropes"],
    )
    for k, colour in enumerate((one, two, three)):
        faces = skin.faces[index.astype(int) % 3 == k] if pattern != "gores" else skin.faces[index.astype(int) % 2 == k]
        if len(faces):
            design.add("envelope", Solid(skin.vertices, faces), colour)
    mouth, floor, w = -1.28 * r * tall, -(1.28 * tall + drop) * r, 0.13 * r
    design.add("mouth", cylinder(0.225 * r, 0.06 * r, segments=20).moved(y=mouth), DARK)
    design.add(
        "basket",
        extrude([(-w, -w), (w, -w), (w, w), (-w, w)], 0.22 * r, top_scale=1.1).moved(y=floor - 0.2 * r),
        wicker,
    )
    design.add("rim", box(2.35 * w, 0.03 * r, 2.35 * w).moved(y=floor), LEATHERS[1])
    design.add(
        "rope",
        join(
            *(
                rod(
                    (1.05 * w * np.cos(a), floor, 1.05 * w * np.sin(a)),
                    (0.21 * r * np.cos(a), mouth + 0.03 * r, 0.21 * r * np.sin(a)),
                    0.012 * r,
                    5,
                )
                for a in np.linspace(0.4, 0.4 + 2 * np.pi, ropes, endpoint=False)
            )
        ),
        DARK,
    )
    design.add(
        "burner",
        cylinder(0.05 * r, 0.08 * r, segments=10).moved(y=floor + 0.45 * drop * r)
        + mirrored(rod((w, floor, 0), (0, floor + 0.5 * drop * r, 0), 0.012 * r, 5)),
        STEEL,
    )
    return design


@category("blimp", family="transport", also=("airship", "zeppelin"))
def blimp(p: Parameters) -> Design:
    length, r, fins = p.real("length", 20, 55), p.real("radius", 0.11, 0.17), p.real("fin", 0.8, 1.2)
    layout, nose, engines = p.choice("fins", ["plus", "cross"]), p.real("nose", 0.2, 0.4), p.whole("engines", 1, 2)
    paint = p.material(
        "envelope",
        [Material("silver", (0.74, 0.75, 0.77)), WHITE, Material("grey", (0.55, 0.57, 0.6)), PLASTICS[1], PLASTICS[3]],
    )
    accent, band = p.material("fins_paint", [RED, PLASTICS[1], PLASTICS[3], DARK]), p.choice("band", ["yes", "no"])
    r, half = r * length, length / 2
    shape = [
        (0.03, -half),
        (0.4, -0.75 * half),
        (0.8, -0.35 * half),
        (1, 0.1 * half),
        (0.98, 0.4 * half),
        (0.75, (1 - nose) * half),
        (0.4, (1 - nose * 0.3) * half),
        (0.02, half),
    ]
    design = Design([paint.name, "cigar-shaped"], [f"{accent.name} tail fins", "a gondola below"])
    design.add("envelope", along([(r * a, z) for a, z in shape], segments=28), paint)
    if band == "yes":
        design.add(
            "band",
            along([(1.006 * r * a, z) for a, z in shape[2:5]], segments=28).scaled(1, 0.25, 1)
            + along([(0.42 * r, (1 - 0.32 * nose) * half), (0.03, 1.004 * half)]),
            accent,
        )
        design.features.append(f"a {accent.name} band")
    tail = wings(0.2 * r, 1.15 * r * fins, 0.15 * length, 0.09 * length, 0.03 * length, 0.04 * r).moved(z=-0.78 * half)
    turn = 0 if layout == "plus" else 45
    design.add("fin", tail.rotated("z", turn) + tail.rotated("z", turn + 90), accent)
    design.add(
        "gondola",
        box(0.42 * r, 0.35 * r, 0.2 * length, bevel=0.15 * r).moved(0, -1.22 * r, 0.2 * half),
        paint.tinted(np.full(3, -0.15)),
    )
    design.add("window", box(0.43 * r, 0.12 * r, 0.17 * length).moved(0, -1.08 * r, 0.22 * half), WINDOW)
    for i in range(engines):
        z = (0.1 - 0.35 * i) * half
        pod = along([(0.06 * r, -0.15 * r), (0.1 * r, 0), (0.08 * r, 0.2 * r)], segments=10) + around(
            box(0.3 * r, 0.02 * r, 0.05 * r).moved(0.15 * r), 3
        ).rotated("x", 90).moved(z=-0.17 * r)
        design.add(
            "engine",
            mirrored(pod.moved(0.5 * r, -1.05 * r, z) + rod((0.1 * r, -0.9 * r, z), (0.5 * r, -1.05 * r, z), 0.03 * r)),
            METALS[2],
        )
    return design


@category("drone", family="transport", also=("multicopter",))
def drone(p: Parameters) -> Design:
    arms, span, size = p.choice("rotors", ["4", "6", "8"]), p.real("span", 0.12, 0.3), p.real("body", 0.25, 0.36)
    blade, skids, guard = (
        p.real("propeller", 0.3, 0.44),
        p.choice("gear", ["legs", "skids"]),
        p.choice("guards", ["yes", "no"]),
    )
    paint, accent = (
        p.material("paint", [WHITE, PAINTS[5], DARK, RED, PLASTICS[4], PLASTICS[1]]),
        p.material("propellers", [DARK, PLASTICS[4], WHITE, RED]),
    )
    n = int(arms)
    b, blade = size * span, blade * span * (1.25 if n == 4 else 0.9 if n == 6 else 0.72)
    design = Design([paint.name], [f"{number_word(n)} {accent.name} propellers", "a camera below"])
    design.add(
        "body",
        sphere(b, segments=18).scaled(0.9, 0.42, 1.25) + box(b, 0.3 * b, 1.4 * b, bevel=0.3 * b).moved(y=0.2 * b),
        paint,
    )
    design.add(
        "camera",
        sphere(0.3 * b, segments=12).moved(0, -0.45 * b, 0.9 * b)
        + cylinder(0.15 * b, 0.15 * b, segments=12).rotated("x", 90).moved(0, -0.45 * b, 1.1 * b),
        DARK,
    )
    design.add("light", mirrored(box(0.15 * b, 0.08 * b, 0.1 * b).moved(0.4 * b, 0.1 * b, 1.05 * b)), RED)
    for i in range(n):
        a = 360 / n * (i + 0.5)
        arm = rod((0.5 * b, 0, 0), (span, 0.15 * b, 0), 0.13 * b)
        motor = cylinder(0.22 * b, 0.4 * b, segments=12).moved(span, 0.05 * b)
        design.add("arm", arm.rotated("y", a), paint)
        design.add("motor", motor.rotated("y", a), METALS[2])
        prop = around(
            extrude([(0, -0.08 * b), (blade, -0.14 * b), (blade, 0.1 * b), (0, 0.08 * b)], 0.04 * b).rotated("x", 8),
            2,
            start=37 * i,
        ).moved(span, 0.48 * b)
        design.add("propeller", prop.rotated("y", a), accent)
        if guard == "yes":
            ring = torus(blade * 1.1, 0.06 * b, segments=20, sides=5).moved(span, 0.4 * b) + box(
                2.2 * blade, 0.05 * b, 0.07 * b
            ).moved(span, 0.36 * b)
            design.add("guard", ring.rotated("y", a), paint)
    if skids == "skids":
        design.add(
            "skid",
            mirrored(
                rod((0.9 * b, -1.2 * b, -b), (0.9 * b, -1.2 * b, b), 0.08 * b)
                + row(rod((0.4 * b, 0, 0), (0.9 * b, -1.2 * b, 0), 0.07 * b), 2, step=(0, 0, b))
            ),
            METALS[2],
        )
    else:
        design.add("leg", around(rod((0.7 * span, 0, 0), (0.8 * span, -b, 0), 0.08 * b), 4, start=45), paint)
    design.features.append(f"{skids} to land on")
    if guard == "yes":
        design.features.append("propeller guards")
    return design


@category("fighter jet", family="transport", also=("jet fighter", "airplane"))
def fighter_jet(p: Parameters) -> Design:
    length, r, span = p.real("length", 12, 18), p.real("radius", 0.05, 0.065), p.real("span", 0.3, 0.38)
    wing, fins, engines = (
        p.choice("wing", ["delta", "swept", "trapezoid"]),
        p.whole("fins", 1, 2),
        p.whole("engines", 1, 2),
    )
    missiles = p.whole("missiles", 0, 3)
    paint = p.material(
        "paint",
        [
            Material("grey", (0.55, 0.58, 0.61)),
            Material("dark grey", (0.33, 0.36, 0.39)),
            *CAMOUFLAGE[:2],
            Material("blue", (0.15, 0.3, 0.6)),
        ],
    )
    accent = p.material("accent", [RED, PLASTICS[3], DARK, PLASTICS[1]])
    r, half, reach = r * length, length / 2, span * length
    design = Design(
        [paint.name, f"{wing}-winged"],
        [f"{number_word(fins)} tail fin{'s' * (fins > 1)}", f"{number_word(engines)} jet engine{'s' * (engines > 1)}"],
    )
    nose = [(0.9, -0.95 * half), (1, -0.4 * half), (0.95, 0.25 * half), (0.62, 0.65 * half), (0.02, half)]
    design.add("fuselage", along([(r * a, z) for a, z in nose]).scaled(1 + 0.35 * (engines - 1), 0.9, 1), paint)
    design.add(
        "nose",
        along([(0.36 * r, 0.8 * half), (0.03 * r, 1.03 * half)], segments=14).scaled(1 + 0.35 * (engines - 1), 0.9, 1),
        DARK,
    )
    design.add(
        "canopy", sphere(1, segments=16).scaled(0.5 * r, 0.65 * r, 0.15 * length).moved(0, 0.7 * r, 0.42 * half), WINDOW
    )
    design.add(
        "intake", mirrored(box(0.55 * r, 1.1 * r, 0.35 * length).moved((0.9 + 0.25 * engines) * r, -0.75 * r, 0)), paint
    )
    design.add(
        "intake",
        mirrored(box(0.45 * r, 0.9 * r, 0.02 * length).moved((0.9 + 0.25 * engines) * r, -0.65 * r, 0.17 * length)),
        DARK,
    )
    root, tip, back, z = {
        "delta": (0.46, 0.05, 0.24, -0.12),
        "swept": (0.26, 0.1, 0.22, 0.02),
        "trapezoid": (0.34, 0.12, 0.12, -0.08),
    }[wing]
    plane = wings(0.5 * r, reach, root * length, tip * length, back * length, 0.12 * r).moved(0, -0.1 * r, z * length)
    design.add("wing", plane, paint)
    design.add(
        "tailplane",
        wings(0.5 * r, 0.5 * reach, 0.14 * length, 0.07 * length, 0.09 * length, 0.1 * r).moved(
            0, -0.05 * r, -0.4 * length
        ),
        paint,
    )
    fin = profile_body(
        [(-0.22 * length, 0.6 * r), (-0.4 * length, 3.1 * r), (-0.48 * length, 3.1 * r), (-0.46 * length, 0.6 * r)],
        0.12 * r,
    )
    stripe = profile_body(
        [
            (-0.385 * length, 2.7 * r),
            (-0.41 * length, 3.12 * r),
            (-0.485 * length, 3.12 * r),
            (-0.478 * length, 2.7 * r),
        ],
        0.15 * r,
    )
    for name, part, colour in (("fin", fin, paint), ("fin tip", stripe, accent)):
        design.add(name, part if fins == 1 else mirrored(part.rotated("z", -14).moved(0.75 * r)), colour)
    for x in [0.0] if engines == 1 else [-0.6 * r, 0.6 * r]:
        design.add("nozzle", along([(0.55 * r, -0.54 * length), (0.78 * r, -0.45 * length)]).moved(x), METALS[2])
        design.add(
            "nozzle", along([(0.42 * r, -0.543 * length), (0.42 * r, -0.5 * length)], segments=14).moved(x), AMBER
        )
    for i in range(missiles):
        x = reach * (0.45 + 0.22 * i)
        pod = along([(0.1 * r, -0.08 * length), (0.1 * r, 0.06 * length), (0.01, 0.08 * length)], segments=8)
        design.add("missile", mirrored(pod.moved(x, -0.35 * r, (z - 0.02) * length - back * x / 2.2)), WHITE)
    if missiles:
        design.features.append(f"{number_word(missiles)} missile{'s' * (missiles > 1)} under each wing")
    mark = cylinder(0.055 * reach * 2, 0.14 * r, segments=16).moved(
        0.55 * reach, -0.1 * r, z * length - 0.5 * back * length
    )
    design.add("mark", mirrored(mark), accent)
    return design


@category("glider", family="transport", also=("sailplane", "airplane"))
def glider(p: Parameters) -> Design:
    length, span, r = p.real("length", 6.5, 8.5), p.real("span", 1.0, 1.35), p.real("radius", 0.042, 0.06)
    tail, lift, taper = p.choice("tail", ["T", "V", "cross"]), p.real("dihedral", 1, 6), p.real("taper", 0.3, 0.7)
    paint = p.material("paint", [WHITE, Material("cream", (0.94, 0.92, 0.84)), PLASTICS[3], RED])
    accent, winglet = p.material("accent", [RED, PLASTICS[1], PLASTICS[4], DARK]), p.choice("winglets", ["yes", "no"])
    r, half, reach = r * length, length / 2, span * length
    design = Design(
        [paint.name, "slender"],
        ["very long thin wings", f"a {tail} tail" if tail != "cross" else "a cross-shaped tail"],
    )
    design.add(
        "fuselage",
        along(
            [
                (0.15 * r, -half),
                (0.25 * r, -0.5 * half),
                (0.75 * r, 0.15 * half),
                (r, 0.5 * half),
                (0.75 * r, 0.8 * half),
                (0.02, half),
            ]
        ).scaled(0.85, 1, 1),
        paint,
    )
    design.add(
        "canopy", sphere(1, segments=16).scaled(0.68 * r, 0.8 * r, 0.14 * length).moved(0, 0.45 * r, 0.6 * half), WINDOW
    )
    chord = 0.13 * length
    right = extrude(
        [(0, chord / 2), (reach, taper * chord / 2), (reach, -taper * chord / 2), (0, -chord / 2)], 0.15 * r
    )
    end = extrude(
        [
            (0.86 * reach, 0.51 * chord * (1 - 0.86 * (1 - taper))),
            (1.002 * reach, 0.51 * taper * chord),
            (1.002 * reach, -0.51 * taper * chord),
            (0.86 * reach, -0.51 * chord * (1 - 0.86 * (1 - taper))),
        ],
        0.19 * r,
    ).moved(y=-0.02 * r)
    design.add("wing", mirrored(right.rotated("z", lift)).moved(0, 0.5 * r, 0.2 * half), paint)
    design.add("wing tip", mirrored(end.rotated("z", lift)).moved(0, 0.5 * r, 0.2 * half), accent)
    if winglet == "yes":
        design.add(
            "winglet",
            mirrored(box(0.1 * r, 1.1 * r, taper * chord).moved(reach).rotated("z", lift)).moved(
                0, 0.5 * r, 0.2 * half
            ),
            accent,
        )
        design.features.append("winglets")
    plane = wings(0, 0.2 * length, 0.075 * length, 0.05 * length, 0.015 * length, 0.1 * r)
    fin = profile_body(
        [(-0.82 * half, 0), (-0.94 * half, 0.16 * length), (-1.05 * half, 0.16 * length), (-half, -0.1 * r)], 0.12 * r
    )
    if tail == "V":
        one = extrude(
            [(0, 0.05 * length), (0.2 * length, 0.01 * length), (0.2 * length, -0.04 * length), (0, -0.05 * length)],
            0.1 * r,
        )
        design.add("tail", mirrored(one.rotated("z", 40)).moved(z=-0.92 * half), paint)
    else:
        design.add("fin", fin, paint)
        design.add("tailplane", plane.moved(0, 0.155 * length if tail == "T" else 0.02 * length, -0.96 * half), accent)
    design.add("wheel", wheel(0.3 * r, 0.2 * r).moved(0, -0.95 * r, 0.3 * half), RUBBER)
    return design


@category("space shuttle", family="transport", also=("spacecraft",))
def space_shuttle(p: Parameters) -> Design:
    length, r, span = p.real("length", 25, 37), p.real("radius", 0.07, 0.085), p.real("span", 0.28, 0.36)
    stack, doors, stripe = (
        p.choice("stack", ["orbiter", "launch stack"]),
        p.choice("doors", ["closed", "open"]),
        p.real("tile_line", 0.2, 0.5),
    )
    tank_paint = p.material(
        "tank", [Material("orange", (0.80, 0.42, 0.16)), WHITE, Material("rust", (0.62, 0.32, 0.15))]
    )
    paint, tiles = (
        p.material("hull", [WHITE, Material("light grey", (0.85, 0.86, 0.87))]),
        p.material("tiles", [DARK, Material("dark grey", (0.25, 0.25, 0.27))]),
    )
    r, half, reach = r * length, length / 2, span * length
    shape = [(0.95, -half), (1, 0.5 * half), (0.85, 0.75 * half), (0.45, 0.95 * half), (0.05, half)]
    orbiter = Design()
    orbiter.add("fuselage", along([(r * a, z) for a, z in shape], segments=24), paint)
    plan = [(0, 0.42 * half), (0.4 * reach, 0.1 * half), (reach, -0.62 * half), (reach, -0.8 * half), (0, -0.9 * half)]
    orbiter.add("wing", mirrored(extrude(plan, 0.22 * r)).moved(y=-0.75 * r), paint)
    orbiter.add(
        "tiles",
        mirrored(extrude([(x * 1.01, z) for x, z in plan], 0.1 * r)).moved(y=-0.86 * r)
        + along([(r * a * 0.98, z) for a, z in shape], segments=24)
        .scaled(1, stripe + 0.5, 1.004)
        .moved(y=-(0.56 - stripe) * r),
        tiles,
    )
    orbiter.add(
        "tiles", mirrored(rod((0.42 * reach, -0.65 * r, 0.1 * half), (reach, -0.65 * r, -0.62 * half), 0.13 * r)), tiles
    )
    orbiter.add("window", box(1.1 * r, 0.25 * r, 0.07 * half).rotated("x", 35).moved(0, 0.58 * r, 0.75 * half), DARK)
    fin = [(-0.62 * half, 0.8 * r), (-0.98 * half, 3.0 * r), (-1.15 * half, 3.0 * r), (-0.95 * half, 0.8 * r)]
    orbiter.add("fin", profile_body(fin, 0.2 * r), paint)
    orbiter.add(
        "pod",
        mirrored(
            along([(0.4 * r, -1.05 * half), (0.42 * r, -0.8 * half), (0.1 * r, -0.5 * half)], segments=14).moved(
                0.6 * r, 0.75 * r
            )
        ),
        paint,
    )
    orbiter.add(
        "engine",
        join(
            *(
                along([(0.42 * r, -1.13 * half), (0.2 * r, -0.95 * half)], segments=16).moved(x * r, y * r)
                for x, y in ((0, 0.4), (-0.45, -0.35), (0.45, -0.35))
            )
        ),
        METALS[2],
    )
    if doors == "open":
        orbiter.add("bay", box(1.3 * r, 0.1 * r, 0.95 * half).moved(0, 0.83 * r, 0), STEEL)
        orbiter.add(
            "door", mirrored(box(0.9 * r, 0.06 * r, 0.95 * half).rotated("z", 35).moved(1.2 * r, 0.85 * r, 0)), paint
        )
        orbiter.features.append("open cargo doors")
    else:
        orbiter.add(
            "flag", mirrored(box(0.05 * r, 0.3 * r, 0.2 * half).moved(0.985 * r, 0.15 * r, -0.3 * half)), PLASTICS[1]
        )
    orbiter.adjectives, orbiter.features = (
        [paint.name],
        ["a black underside" if tiles.name == "black" else "a dark underside", "delta wings", *orbiter.features],
    )
    if stack == "launch stack":
        big = along(
            [(1.5 * r, -1.05 * half), (1.55 * r, 0.6 * half), (1.1 * r, 1.05 * half), (0.1 * r, 1.4 * half)],
            segments=24,
        )
        orbiter.add("fuel tank", big.moved(y=-2.75 * r), tank_paint)
        booster = along(
            [(0.85 * r, -1.3 * half), (0.65 * r, -1.15 * half), (0.65 * r, 0.85 * half), (0.05 * r, 1.1 * half)],
            segments=16,
        )
        orbiter.add("booster", mirrored(booster.moved(2.15 * r, -2.75 * r)), WHITE)
        orbiter.parts = [(n, s.rotated("x", -90).rotated("y", 180), m) for n, s, m in orbiter.parts]
        orbiter.features.append(f"a {tank_paint.name} fuel tank and two boosters")
    return orbiter


@category("satellite", family="transport", also=("spacecraft",))
def satellite(p: Parameters) -> Design:
    w, h, panels = p.real("width", 1.0, 1.8), p.real("height", 1.2, 2.4), p.whole("panels", 1, 4)
    body, dish, tilt = (
        p.choice("body", ["box", "hexagonal", "ball"]),
        p.real("dish", 0.5, 0.95),
        p.real("panel_tilt", -40, 40),
    )
    foil = p.material(
        "foil",
        [
            Material("gold", (0.83, 0.62, 0.2)),
            Material("silver", (0.76, 0.77, 0.79)),
            WHITE,
            Material("black", (0.14, 0.14, 0.15)),
        ],
    )
    cells, aerials = (
        p.material(
            "cells",
            [
                Material("blue", (0.1, 0.17, 0.45)),
                Material("dark blue", (0.08, 0.1, 0.25)),
                Material("violet", (0.2, 0.13, 0.4)),
            ],
        ),
        p.whole("aerials", 0, 3),
    )
    design = Design([foil.name], [f"{cells.name} solar panels", "a dish antenna"])
    core = {
        "box": box(w, h, w),
        "hexagonal": cylinder(0.55 * w, h, segments=6),
        "ball": sphere(0.6 * w, segments=18).moved(y=h / 2),
    }[body]
    design.add("body", core, foil)
    design.add(
        "band",
        box(1.02 * w, 0.08 * h, 1.02 * w).moved(y=0.8 * h)
        if body == "box"
        else cylinder(0.62 * w, 0.06 * h, segments=18).moved(y=0.47 * h),
        STEEL,
    )
    step, tall = 1.25 * w, 1.35 * w
    for i in range(panels):
        x = 0.75 * w + step * (i + 0.6)
        panel = box(0.94 * step, tall, 0.04).moved(y=-tall / 2)
        lines = join(
            *(box(0.95 * step, 0.02, 0.05).moved(y=tall * (k / 5 - 0.5)) for k in range(6)),
            *(box(0.02, tall, 0.05).moved(0.94 * step * (k / 3 - 0.5), -tall / 2) for k in range(4)),
        )
        for part, solid, colour in (("solar panel", panel, cells), ("panel frame", lines, STEEL)):
            design.add(part, mirrored(solid.rotated("x", tilt).moved(x, h / 2, 0)), colour)
    design.add("boom", rod((-0.75 * w - 0.3 * step, h / 2, 0), (0.75 * w + 0.3 * step, h / 2, 0), 0.05), STEEL)
    cup = lathe(
        [
            (0.05, 0),
            (0.6 * dish, 0.12 * dish),
            (dish, 0.38 * dish),
            (0.97 * dish, 0.4 * dish),
            (0.58 * dish, 0.15 * dish),
            (0.02, 0.04),
        ],
        segments=24,
    )
    feed = rod((0, 0.02, 0), (0, 0.6 * dish, 0), 0.03) + sphere(0.07, segments=8).moved(y=0.6 * dish)
    design.add("dish", cup.rotated("x", 35).moved(0, h + 0.25, 0.2 * w), WHITE)
    design.add(
        "feed",
        feed.rotated("x", 35).moved(0, h + 0.25, 0.2 * w) + rod((0, 0.8 * h, 0), (0, h + 0.3, 0.2 * w), 0.06),
        STEEL,
    )
    design.add(
        "aerial",
        join(
            cylinder(0.2 * w, 0.25, top_radius=0.3 * w, segments=16).moved(y=-0.2),
            *(
                rod((0.3 * w, h, 0), (0.5 * w * np.cos(a) * 2, -0.8, 0.9 * w * np.sin(a)), 0.02)
                for a in np.linspace(0.5, 4.5, aerials)
            ),
        ),
        METALS[2],
    )
    if aerials:
        design.features.append(f"{number_word(aerials)} aerial{'s' * (aerials > 1)}")
    return design


@category("spaceship", family="transport", also=("spacecraft", "starship"))
def spaceship(p: Parameters) -> Design:
    kind, length, span = (
        p.choice("kind", ["saucer", "fighter", "cruiser"]),
        p.real("length", 9, 20),
        p.real("span", 0.3, 0.6),
    )
    engines, lights, guns = p.whole("engines", 2, 4), p.whole("lights", 6, 12), p.choice("guns", ["yes", "no"])
    paint = p.material(
        "hull",
        [
            Material("silver", (0.72, 0.74, 0.77)),
            WHITE,
            Material("grey", (0.45, 0.47, 0.5)),
            Material("dark grey", (0.22, 0.23, 0.26)),
            PLASTICS[1],
        ],
    )
    accent, glow = (
        p.material("accent", [RED, PLASTICS[4], PLASTICS[1], PLASTICS[3]]),
        p.material(
            "glow",
            [
                Material("cyan", (0.35, 0.9, 1.0)),
                Material("orange", (1.0, 0.6, 0.15)),
                Material("green", (0.4, 1.0, 0.45)),
                Material("violet", (0.75, 0.45, 1.0)),
            ],
        ),
    )
    half = length / 2
    design = Design(
        [paint.name, kind],
        [f"{glow.name} lights" if kind == "saucer" else f"{number_word(engines)} glowing {glow.name} engines"],
    )
    if kind == "saucer":
        design.add(
            "hull",
            lathe(
                [
                    (0.1 * half, -0.16 * half),
                    (0.45 * half, -0.14 * half),
                    (half, 0),
                    (half, 0.04 * half),
                    (0.45 * half, 0.2 * half),
                    (0.05 * half, 0.22 * half),
                ],
                segments=32,
            ),
            paint,
        )
        design.add(
            "dome",
            sphere(0.38 * half, start=0, segments=20).scaled(y=0.6 + 0.6 * span).moved(y=0.18 * half),
            glow if guns == "yes" else WINDOW,
        )
        design.add("light", around(sphere(0.055 * half, segments=8).moved(0.78 * half, 0.11 * half), lights), glow)
        design.add("band", torus(half, 0.035 * half, segments=32, sides=6).moved(y=0.02 * half), accent)
        design.add(
            "leg",
            around(
                rod((0.4 * half, -0.1 * half, 0), (0.6 * half, -0.5 * half, 0), 0.035 * half)
                + cylinder(0.09 * half, 0.04 * half, segments=10).moved(0.6 * half, -0.53 * half),
                max(engines, 3),
            ),
            STEEL,
        )
        design.features.append("a dome on top")
        return design
    r, z = 0.13 * length if kind == "fighter" else 0.16 * length, -0.95 * half
    shape = [(0.7, -half), (1, -0.5 * half), (0.9, 0.1 * half), (0.35, 0.75 * half), (0.03, half)]
    design.add(
        "hull",
        along([(r * a, zz) for a, zz in shape], segments=8 if kind == "cruiser" else 18).scaled(1, 0.6, 1),
        paint,
    )
    design.add("stripe", along([(1.02 * r * a, zz) for a, zz in shape[1:4]], segments=18).scaled(0.25, 0.62, 1), accent)
    if kind == "fighter":
        plane = wings(0, span * length, 0.5 * length, 0.16 * length, 0.3 * length, 0.12 * r)
        design.add("wing", plane.moved(0, 0, -0.25 * half), paint)
        design.add(
            "wing tip",
            mirrored(box(0.12 * r, 0.9 * r, 0.24 * length).moved(span * length, -0.35 * r, -0.87 * half)),
            accent,
        )
        design.add(
            "canopy",
            sphere(1, segments=16).scaled(0.42 * r, 0.42 * r, 0.17 * length).moved(0, 0.38 * r, 0.3 * half),
            WINDOW,
        )
        design.features.append("swept wings")
    else:
        design.add(
            "deck",
            extrude(
                [
                    (-0.75 * span * length, -0.95 * half),
                    (0.75 * span * length, -0.95 * half),
                    (0.04 * length, 0.95 * half),
                    (-0.04 * length, 0.95 * half),
                ],
                0.3 * r,
                top_scale=0.93,
            ).moved(y=-0.2 * r),
            paint,
        )
        design.add(
            "bridge",
            box(1.3 * r, 0.7 * r, 0.12 * length).moved(0, 0.5 * r, -0.55 * half)
            + box(1.9 * r, 0.35 * r, 0.07 * length).moved(0, 1.15 * r, -0.6 * half),
            paint,
        )
        design.add("window", box(1.92 * r, 0.1 * r, 0.072 * length).moved(0, 1.27 * r, -0.6 * half), glow)
        design.features.append("a wedge-shaped hull")
    for x in (np.arange(engines) - (engines - 1) / 2) * 0.75 * r:
        design.add(
            "engine",
            along([(0.33 * r, -0.16 * half), (0.28 * r, 0.25 * half)], segments=14).moved(float(x), 0, z),
            METALS[2],
        )
        design.add(
            "exhaust", along([(0.24 * r, -0.165 * half), (0.24 * r, 0)], segments=12).moved(float(x), 0, z), glow
        )
    if guns == "yes":
        design.add(
            "gun",
            mirrored(
                rod(
                    (0.55 * span * length, 0.12 * r, -0.75 * half),
                    (0.55 * span * length, 0.12 * r, 0.25 * half if kind == "fighter" else -0.2 * half),
                    0.07 * r,
                )
            ),
            DARK,
        )
        design.features.append("two guns")
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
        p.material("paint", [RED, PLASTICS[1], PLASTICS[3], PLASTICS[8], PLASTICS[2], PLASTICS[10]]),
        p.material("rim", [WHITE, CHROME, PLASTICS[3], RED]),
    )
    seat = p.material("seat", [DARK, LEATHERS[1], WHITE, PLASTICS[1]])
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
                        rod((0.22, 0.6, head[2] - 0.11), (0.25 + 0.02 * k, 0.46, head[2] - 0.14 + 0.02 * k), 0.006, 5)
                        for k in range(4)
                    )
                )
            ),
            PLASTICS[8],
        )
    if extra != "none":
        design.features.append(extra if extra == "tassels" else f"a {extra}")
    return design


@category("tram", family="transport", also=("streetcar", "trolley car"))
def tram(p: Parameters) -> Design:
    length, width, h = p.real("length", 8, 14), p.real("width", 2.2, 2.5), p.real("height", 2.9, 3.3)
    kind, windows, pole = (
        p.choice("kind", ["modern", "classic", "open"]),
        p.whole("windows", 5, 8),
        p.choice("collector", ["pantograph", "pole"]),
    )
    paint = p.material(
        "paint",
        [
            Material("red", (0.72, 0.1, 0.1)),
            Material("yellow", (0.95, 0.75, 0.1)),
            Material("green", (0.1, 0.35, 0.22)),
            PLASTICS[1],
            PAINTS[1],
        ],
    )
    upper, rails = (
        p.material("upper", [Material("cream", (0.93, 0.88, 0.74)), WHITE, PAINTS[1]]),
        p.choice("rails", ["yes", "no"]),
    )
    half, y = length / 2, 0.45
    design = Design(
        [f"{paint.name} and {upper.name}" if paint.name != upper.name else paint.name, kind],
        [f"{number_word(windows)} windows a side", f"a {pole} on the roof"],
    )
    slope = 0.7 if kind == "modern" else 0.12
    design.add(
        "body", profile_body([(half, y), (half - 0.04, y + 1.0), (-half + 0.04, y + 1.0), (-half, y)], width), paint
    )
    side = [(half - 0.05, y + 0.99), (half - slope, h), (-half + slope, h), (-half + 0.05, y + 0.99)]
    cabin(design, side, width * 0.98, upper, panes=0)
    span = (length - 2 * slope - 0.5) / windows
    design.add(
        "window",
        row(box(width * 1.0, 1.0 if kind != "open" else 1.25, span * 0.84), windows, step=(0, 0, span)).moved(
            y=y + 1.12
        ),
        WINDOW if kind != "open" else DARK,
    )
    design.add(
        "door",
        row(box(width * 1.012, 1.85, 0.9), 2, step=(0, 0, 2 * span * (windows // 2))).moved(0, y + 0.08, 0),
        WINDOW if kind == "modern" else paint.tinted(np.full(3, -0.15)),
    )
    design.add("band", box(width * 1.016, 0.12, length - 0.2).moved(0, y + 0.55, 0), upper)
    if kind == "modern":
        design.add(
            "joint", box(width * 1.01, h - y - 0.15, 0.3).moved(0, y + 0.08, 0.5 * span * ((windows + 1) % 2)), DARK
        )
        design.add("roof", box(width * 0.8, 0.25, length * 0.6, bevel=0.1).moved(y=h - 0.02), upper)
    else:
        design.add(
            "roof",
            box(width * 1.04, 0.1, length * 1.01, bevel=0.2).moved(y=h - 0.02)
            + box(width * 0.6, 0.32, length * 0.8, bevel=0.15).moved(y=h),
            Material("grey", (0.45, 0.46, 0.46)),
        )
        design.add(
            "bumper", join(*(box(width * 0.6, 0.2, 0.3).moved(0, y - 0.05, e * half) for e in (-1, 1))), METALS[2]
        )
    top = h + 0.25
    if pole == "pantograph":
        design.add(
            "pantograph",
            mirrored(sweep([(0.5, top, -0.6), (0.5, top + 0.5, 0.5), (0.5, top + 1.0, -0.3)], 0.04, sides=6))
            + box(1.7, 0.06, 0.2).moved(0, top + 1.0, -0.3)
            + box(1.2, 0.1, 1.2).moved(0, top - 0.05, -0.3),
            METALS[2],
        )
    else:
        design.add(
            "pole",
            rod((0, top, 0), (0, top + 1.3, -0.42 * length), 0.05)
            + cylinder(0.25, 0.15, segments=12).moved(0, top - 0.05, 0),
            METALS[2],
        )
    design.add(
        "headlight",
        cylinder(0.17, 0.08, segments=16).rotated("x", 90).moved(0, y + 0.62, half - 0.02)
        if kind != "modern"
        else row(box(0.4, 0.12, 0.06).moved(0, y + 0.5, half), 2, step=(1.4, 0, 0)),
        LIGHT,
    )
    design.add(
        "sign",
        box(width * 0.6, 0.26, length - 2 * slope + 0.14).moved(0, h - 0.3, 0),
        AMBER if kind == "modern" else DARK,
    )
    for z in (0.62, 0.42, -0.42, -0.62):
        design.add("wheel", mirrored(wheel(0.34, 0.15).moved(0.75, 0.34, z * half)), STEEL)
    design.add(
        "bogie",
        join(*(box(width * 0.75, 0.35, 0.34 * half).moved(0, 0.2, e * 0.52 * half) for e in (-1, 1))),
        METALS[2],
    )
    if rails == "yes":
        design.add("rail", mirrored(box(0.1, 0.12, length * 1.15).moved(0.75, -0.1, 0)), STEEL)
        design.add("sleeper", row(box(2.2, 0.1, 0.22).moved(y=-0.18), 10, step=(0, 0, length * 0.12)), WOODS[1])
        design.features.append("a piece of track")
    return design


@category("rover", family="transport", also=("space rover",))
def rover(p: Parameters) -> Design:
    length, width, r = p.real("length", 1.6, 2.8), p.real("width", 1.3, 2.0), p.real("wheel_radius", 0.17, 0.28)
    kind, mast, dish = (
        p.choice("kind", ["solar", "laboratory", "buggy"]),
        p.real("mast", 0.8, 1.3),
        p.real("dish", 0.2, 0.38),
    )
    cells = p.material(
        "cells",
        [
            Material("blue", (0.1, 0.17, 0.42)),
            Material("dark blue", (0.08, 0.1, 0.22)),
            Material("violet", (0.22, 0.15, 0.38)),
        ],
    )
    paint, foil, wheels = (
        p.material("body", [WHITE, Material("gold", (0.82, 0.62, 0.22)), Material("silver", (0.74, 0.75, 0.77))]),
        p.material("wheels", [METALS[2], STEEL, Material("grey", (0.45, 0.45, 0.46))]),
        p.choice("arm", ["yes", "no"]),
    )
    half, w, y = length / 2, width / 2, 2 * r + 0.12
    count = 4 if kind == "buggy" else 6
    design = Design(
        [kind if kind != "solar" else "solar-powered", paint.name],
        [f"{number_word(count)} wheels", "a camera mast" if kind != "buggy" else "two seats"],
    )
    places = [0.8 * half, -0.8 * half] if count == 4 else [0.9 * half, 0, -0.9 * half]
    tread = around(box(0.03, 1.1 * r, 0.03).moved(r, -0.55 * r), 12).rotated("z", 90)
    for z in places:
        for side in (-1, 1):
            design.add("wheel", (wheel(r, 1.0 * r) + tread).moved(side * w, r, z), foil)
            design.add("hub", wheel(0.45 * r, 1.14 * r).moved(side * w, r, z), METALS[1])
        design.add(
            "suspension",
            mirrored(
                sweep([(w - 0.3 * r, r, z), (w - 0.65 * r, y, z * 0.75), (0.3 * w, y + 0.05, z * 0.3)], 0.035, sides=6)
            ),
            STEEL,
        )
    design.add("body", box(1.2 * w, 0.34 if kind != "buggy" else 0.1, 1.35 * half, bevel=0.08).moved(y=y - 0.05), paint)
    if kind == "solar":
        deck = [
            (-0.6 * w, half),
            (0.6 * w, half),
            (w * 1.05, 0.1 * half),
            (w * 0.9, -0.8 * half),
            (0.4 * w, -1.1 * half),
            (-0.4 * w, -1.1 * half),
            (-0.9 * w, -0.8 * half),
            (-w * 1.05, 0.1 * half),
        ]
        design.add("solar panel", extrude(deck, 0.04).moved(y=y + 0.3), cells)
        design.add(
            "panel line",
            row(box(0.025, 0.05, 1.7 * half), 4, step=(0.36 * w, 0, 0)).moved(0, y + 0.3, -0.05 * half)
            + row(box(1.6 * w, 0.05, 0.025), 4, step=(0, 0, 0.36 * half)).moved(0, y + 0.3, -0.1 * half),
            STEEL,
        )
        design.features.append(f"{cells.name} solar panels")
    elif kind == "laboratory":
        design.add(
            "deck",
            box(1.3 * w, 0.06, 1.5 * half).moved(y=y + 0.28)
            + row(box(0.3 * w, 0.14, 0.3 * half), 3, step=(0.4 * w, 0, -0.35 * half)).moved(y=y + 0.3),
            foil.tinted(np.full(3, 0.1)),
        )
        design.add(
            "generator",
            cylinder(0.2, 0.55, segments=12).rotated("x", -55).moved(0, y + 0.2, -0.8 * half)
            + around(box(0.06, 0.5, 0.02).moved(0.22), 8).rotated("x", -55).moved(0, y + 0.2, -0.8 * half),
            DARK,
        )
        design.features.append("a generator at the back")
    else:
        for x in (-0.45, 0.45):
            design.add(
                "seat",
                box(0.42, 0.08, 0.42).moved(x, y + 0.3, -0.1 * half)
                + box(0.42, 0.5, 0.06).rotated("x", -12).moved(x, y + 0.34, -0.1 * half - 0.22)
                + box(0.3, 0.28, 0.3).moved(x, y + 0.03, -0.1 * half),
                cells,
            )
        design.add(
            "fender",
            join(
                *(
                    sweep(arc(r + 0.06, 15, 165, points=8, plane="zy"), 0.02).scaled(x=6).moved(s * w, r, z)
                    for s in (-1, 1)
                    for z in places
                )
            ),
            Material("orange", (0.85, 0.5, 0.2)),
        )
        design.add("box", box(0.9 * w, 0.35, 0.4 * half).moved(0, y + 0.03, -0.65 * half), foil.tinted(np.full(3, 0.2)))
    at = (0.35 * w, y + 0.2, 0.6 * half)
    if kind != "buggy":
        design.add("mast", rod(at, (at[0], y + mast, at[2]), 0.045), paint)
        design.add("camera", box(0.4, 0.2, 0.2).moved(at[0], y + mast, at[2]), WHITE)
        design.add(
            "lens",
            row(cylinder(0.055, 0.04, segments=12).rotated("x", 90), 2, step=(0.22, 0, 0)).moved(
                at[0], y + mast + 0.1, at[2] + 0.1
            ),
            DARK,
        )
    cup = lathe([(0.02, 0), (dish, 0.3 * dish), (0.95 * dish, 0.33 * dish), (0.02, 0.06)], segments=18).rotated("x", 40)
    spot = (-0.4 * w, y + (0.65 if kind != "buggy" else mast), -0.3 * half if kind != "buggy" else 0.6 * half)
    design.add("dish", cup.moved(*spot), Material("gold", (0.85, 0.7, 0.35)) if kind == "buggy" else WHITE)
    design.add("stand", rod((spot[0], y, spot[2]), spot, 0.03), STEEL)
    if wheels == "yes":
        design.add(
            "arm",
            sweep(
                [(-0.3 * w, y + 0.1, 0.65 * half), (-0.3 * w, y + 0.35, half), (-0.3 * w, y - 0.05, half + 0.35)],
                0.04,
                sides=6,
            )
            + box(0.16, 0.18, 0.16).moved(-0.3 * w, y - 0.18, half + 0.35),
            STEEL,
        )
        design.features.append("a robot arm")
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
        design.add("tyre", tube(1.03 * r, 0.995 * r, 0.06 * r + 0.02, segments=36).moved(y=0.005), METALS[2])
        bar = sweep([(0.1 * r, 0, 0), (0.9 * r, 0, 0)], [0.055 * r, 0.04 * r]).moved(y=0.035 * r + 0.015)
        design.add("spoke", around(bar, spokes), wood)
        design.add(
            "hub",
            lathe(
                [(0.7 * hub * r, -0.1 * r), (hub * r, 0), (hub * r, 0.12 * r), (0.6 * hub * r, 0.24 * r)], segments=18
            ),
            wood,
        )
        design.add("band", cylinder(1.06 * hub * r, 0.03 * r, segments=18).moved(y=0.13 * r), METALS[2])
        design.features += [f"{number_word(spokes)} wooden spokes", "an iron band"]
    elif kind == "bicycle":
        design.add("tyre", torus(r, 0.05 * r * width / 0.6, segments=40, sides=8), RUBBER)
        design.add("rim", torus(0.93 * r, 0.03 * r, segments=40, sides=6), metal)
        design.add(
            "spoke",
            around(
                rod((0, 0.1 * r, 0.05 * r), (0.93 * r, 0, 0.12 * r), 0.005 * r, 4)
                + rod((0, -0.1 * r, -0.05 * r), (0.93 * r, 0, -0.12 * r), 0.005 * r, 4),
                2 * spokes,
            ),
            CHROME,
        )
        design.add("hub", cylinder(0.3 * hub * r, 0.3 * r, segments=14).moved(y=-0.15 * r), METALS[2])
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
                METALS[2],
            )
            design.features.append(f"a {metal.name} disc")
        design.features.append("a rubber tyre")
    design.parts = [(n, s.rotated("x", 90), m) for n, s, m in design.parts]
    return design
