"""Vehicles on wheels, rails, water and in the air. They face +Z."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, WOODS, Material
from trivium.procedural.solids import (
    Solid,
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
)

LIGHT = Material("headlight", (0.98, 0.95, 0.75))


def wheel(radius: float, width: float) -> Solid:
    """A tyre whose axle is the X axis."""
    return cylinder(radius, width, segments=20).moved(y=-width / 2).rotated("z", 90)


def add_wheels(design: Design, places: list[float], track: float, radius: float, rim: Material) -> None:
    """A pair of wheels at each z, standing on the ground."""
    for z in places:
        for side in (-1, 1):
            design.add("wheel", wheel(radius, radius * 0.55).moved(side * track / 2, radius, z), RUBBER)
            design.add("rim", wheel(radius * 0.6, radius * 0.6).moved(side * track / 2, radius, z), rim)


def profile_body(points: list[tuple[float, float]], width: float) -> Solid:
    """A side profile of (z, y), drawn from the front bottom counter-clockwise as seen from +X, pulled to a width."""
    slab = extrude(points, width)  # outline in (x, z), height in y
    return Solid(np.stack([slab.vertices[:, 1] - width / 2, slab.vertices[:, 2], slab.vertices[:, 0]], 1), slab.faces)


@category("car", family="vehicles", also=("automobile", "sedan", "hatchback"))
def car(p: Parameters) -> Design:
    length, width, h = p.real("length", 3.2, 4.9), p.real("width", 1.55, 1.95), p.real("height", 1.15, 1.8)
    kind, wheel_r = (
        p.choice("kind", ["saloon", "hatchback", "estate", "pickup", "sports"]),
        p.real("wheel_radius", 0.28, 0.42),
    )
    paint, rim, rack = (
        p.material("paint", [*PLASTICS, *METALS[:1]]),
        p.material("rim", METALS),
        p.choice("roof", ["plain", "rack", "sign"]),
    )
    stripe = p.choice("stripe", ["none", "one", "two"])
    half, base, belt = length / 2, wheel_r * 0.7, h * 0.55
    front, back = {
        "saloon": (0.32, -0.5),
        "hatchback": (0.35, -0.85),
        "estate": (0.38, -0.95),
        "pickup": (0.35, -0.1),
        "sports": (0.15, -0.55),
    }[kind]
    design = Design([paint.name, kind], ["four wheels", f"{rim.name} rims"])
    design.add("body", box(width, belt - base, length, bevel=0.15).moved(y=base), paint)
    cabin = [(front * half + 0.35, belt), (front * half - 0.1, h), (back * half + 0.25, h), (back * half - 0.05, belt)]
    design.add("window", profile_body(cabin, width * 0.9), Material("glass", (0.25, 0.32, 0.38)))
    design.add(
        "roof",
        box(width * 0.88, 0.05, (front - back) * half - 0.3).moved(0, h - 0.02, (front + back) / 2 * half + 0.07),
        paint,
    )
    if kind == "pickup":
        design.add(
            "bed", row(box(0.08, 0.35, half * 0.85), 2, step=(width - 0.1, 0, 0)).moved(0, belt, -half * 0.55), paint
        )
    design.add("light", row(box(0.3, 0.14, 0.06), 2, step=(width * 0.6, 0, 0)).moved(0, belt - 0.25, half), LIGHT)
    design.add(
        "light", row(box(0.25, 0.12, 0.06), 2, step=(width * 0.65, 0, 0)).moved(0, belt - 0.22, -half), PLASTICS[0]
    )
    design.add("bumper", box(width * 0.98, 0.14, length * 1.02).moved(y=base), METALS[2])
    add_wheels(design, [half * 0.62, -half * 0.62], width * 0.92, wheel_r, rim)
    if rack == "rack":
        design.add("rack", row(box(width * 0.9, 0.03, 0.05), 3, step=(0, 0, 0.4)).moved(0, h + 0.06, 0), METALS[0])
        design.features.append("a roof rack")
    elif rack == "sign":
        design.add("sign", box(0.5, 0.18, 0.2).moved(0, h + 0.02, 0), PLASTICS[3])
        design.features.append("a yellow roof sign")
    if stripe != "none":
        count = 1 if stripe == "one" else 2
        design.add("stripe", row(box(0.18, 0.015, length * 0.98).moved(y=belt), count, step=(0.4, 0, 0)), PLASTICS[5])
        design.features.append(f"{stripe} white stripe{'s' * (count - 1)}")
    return design


@category("truck", family="vehicles", also=("lorry",))
def truck(p: Parameters) -> Design:
    length, width, cab_h = p.real("length", 5, 9), p.real("width", 2.0, 2.5), p.real("cab_height", 1.8, 2.6)
    load, axles = p.choice("load", ["box", "flatbed", "tank", "tipper"]), p.whole("axles", 2, 4)
    hood, paint, cargo = (
        p.choice("hood", ["flat nose", "long nose"]),
        p.material("paint", PLASTICS),
        p.material("cargo", [*PLASTICS, *METALS, *WOODS]),
    )
    r, half = 0.48, length / 2
    design = Design([paint.name], [f"a {cargo.name} {load}", f"{number_word(axles)} axles", f"a {hood}"])
    design.add("chassis", box(width * 0.7, 0.25, length).moved(y=0.55), METALS[2])
    cab_z = half - (0.8 if hood == "flat nose" else 1.5)
    design.add("cab", box(width, cab_h, 1.5, bevel=0.12).moved(0, 0.6, cab_z), paint)
    design.add(
        "window",
        box(width * 0.9, cab_h * 0.35, 1.52).moved(0, 0.6 + cab_h * 0.55, cab_z + 0.02),
        Material("glass", (0.25, 0.32, 0.38)),
    )
    if hood == "long nose":
        design.add("hood", box(width * 0.8, 0.9, 1.1, bevel=0.1).moved(0, 0.6, half - 0.45), paint)
    design.add("light", row(box(0.3, 0.2, 0.05), 2, step=(width * 0.65, 0, 0)).moved(0, 0.8, half + 0.1), LIGHT)
    span = length - 2.6
    middle = -half + span / 2
    if load == "box":
        design.add("load", box(width, cab_h * 1.05, span).moved(0, 0.85, middle), cargo)
    elif load == "tank":
        design.add(
            "load",
            cylinder(width * 0.46, span, segments=24).rotated("x", 90).moved(0, 0.85 + width * 0.46, middle - span / 2),
            cargo,
        )
    elif load == "flatbed":
        design.add(
            "load",
            box(width, 0.15, span).moved(0, 0.8, middle)
            + row(box(width * 0.6, 0.7, span / 4), 2, step=(0, 0, span / 2.5)).moved(0, 0.95, middle),
            cargo,
        )
    else:
        design.add(
            "load",
            extrude(
                [
                    (-width / 2.4, -span / 2),
                    (width / 2.4, -span / 2),
                    (width / 2.4, span / 2),
                    (-width / 2.4, span / 2),
                ],
                1.1,
                top_scale=1.15,
            )
            .rotated("x", -8)
            .moved(0, 0.9, middle),
            cargo,
        )
    back = [-half + 0.6 + 1.1 * i for i in range(axles - 1)]
    add_wheels(design, [half - 0.9, *back], width * 0.9, r, METALS[0])
    return design


@category("bus", family="vehicles", also=("coach",))
def bus(p: Parameters) -> Design:
    length, width, h = p.real("length", 6, 12), p.real("width", 2.2, 2.6), p.real("height", 2.4, 3.0)
    windows, decks = p.whole("windows", 4, 9), p.whole("decks", 1, 2)
    paint, band, nose = (
        p.material("paint", PLASTICS),
        p.material("band", PLASTICS),
        p.choice("nose", ["flat", "hooded"]),
    )
    top = h * (1.0 if decks == 1 else 1.65)
    design = Design(
        [paint.name, "double-decker" if decks == 2 else "single-deck"],
        [f"{number_word(windows)} windows a side", f"a {band.name} band"],
    )
    design.add("body", box(width, top - 0.4, length, bevel=0.15).moved(y=0.4), paint)
    design.add("band", box(width * 1.005, 0.2, length * 1.002, bevel=0.15).moved(y=0.75), band)
    pane = box(width * 1.01, 0.8, length / windows * 0.75)
    for deck in range(decks):
        design.add(
            "window",
            row(pane.moved(y=1.2 + deck * h * 0.65), windows, step=(0, 0, length * 0.95 / windows)),
            Material("glass", (0.22, 0.3, 0.36)),
        )
    design.add("window", box(width * 0.85, 1.0, 0.05).moved(0, 1.2, length / 2), Material("glass", (0.22, 0.3, 0.36)))
    design.add("light", row(box(0.3, 0.2, 0.06), 2, step=(width * 0.7, 0, 0)).moved(0, 0.6, length / 2), LIGHT)
    if nose == "hooded":
        design.add("hood", box(width * 0.8, 0.8, 1.0, bevel=0.1).moved(0, 0.4, length / 2 + 0.4), paint)
        design.features.append("a hood")
    add_wheels(design, [length * 0.32, -length * 0.32], width * 0.95, 0.45, METALS[0])
    return design


@category("airplane", family="vehicles", also=("plane", "aircraft", "jet"))
def airplane(p: Parameters) -> Design:
    length, r, span = p.real("length", 6, 20), p.real("fuselage", 0.045, 0.075), p.real("span", 0.7, 1.25)
    sweep_back, engines = (
        p.real("sweep", 0, 0.35),
        p.choice("engines", ["nose propeller", "two jets", "four jets", "two propellers"]),
    )
    tail, wing_y = p.choice("tail", ["low", "T"]), p.choice("wing", ["low", "high"])
    paint, accent = p.material("paint", [*PLASTICS, METALS[0]]), p.material("accent", PLASTICS)
    r *= length
    body = (
        lathe(
            [(0.02 * r, 0), (0.6 * r, 0.05 * length), (r, 0.16 * length), (r, 0.6 * length), (0.15 * r, length)],
            segments=20,
        )
        .rotated("x", -90)
        .moved(z=length / 2)
    )
    design = Design(
        [paint.name],
        [
            engines if engines[0] != "n" else "a nose propeller",
            f"{accent.name} {wing_y} wings",
            f"a {'T' if tail == 'T' else 'low'} tail",
        ],
    )
    design.add("fuselage", body, paint)
    y = -0.5 * r if wing_y == "low" else 0.8 * r

    def wing(reach: float, chord: float, z: float, height: float) -> Solid:
        right = extrude(
            [(0, 0), (reach, -sweep_back * reach), (reach, -sweep_back * reach - 0.5 * chord), (0, -chord)],
            0.06 * chord,
        )
        return (right + right.scaled(-1, 1, 1)).moved(0, height, z)

    design.add("wing", wing(span * length / 2, 0.17 * length, 0.1 * length, y), accent)
    fin_h = 0.16 * length
    fin = profile_body(
        [(-0.34 * length, 0.4 * r), (-0.44 * length, fin_h), (-0.5 * length, fin_h), (-0.49 * length, 0.2 * r)],
        0.012 * length,
    )
    design.add("fin", fin, accent)
    design.add(
        "tailplane", wing(0.19 * length, 0.09 * length, -0.4 * length, fin_h if tail == "T" else 0.2 * r), accent
    )
    if engines == "nose propeller":
        design.add(
            "engine",
            around(box(0.1 * length, 0.02 * r, 0.02 * length).moved(0.05 * length), 3)
            .rotated("x", 90)
            .moved(z=length / 2 + 0.1 * r),
            METALS[2],
        )
    else:
        count = 2 if engines.startswith("two") else 4
        for i in range(count):
            x = (0.28 if i < 2 else 0.55) * span * length / 2 * (-1 if i % 2 else 1)
            pod = (
                cylinder(0.35 * r, 0.1 * length, segments=14)
                .rotated("x", 90)
                .moved(x, y - 0.4 * r, 0.02 * length - sweep_back * abs(x))
            )
            design.add("engine", pod, METALS[0])
            if "propellers" in engines:
                design.add(
                    "engine",
                    around(box(0.06 * length, 0.02 * r, 0.012 * length).moved(0.03 * length), 3)
                    .rotated("x", 90)
                    .moved(x, y - 0.4 * r, 0.125 * length),
                    METALS[2],
                )
    design.add(
        "window",
        box(0.9 * r, 0.35 * r, 0.05 * length).moved(0, 0.55 * r, 0.36 * length),
        Material("glass", (0.2, 0.28, 0.35)),
    )
    return design


@category("helicopter", family="vehicles", also=("chopper",))
def helicopter(p: Parameters) -> Design:
    r, tail = p.real("cabin", 0.9, 1.6), p.real("tail", 2.2, 4.0)
    blades, rotor = p.whole("blades", 2, 6), p.real("rotor", 2.5, 4.5)
    gear, paint, accent = (
        p.choice("gear", ["skids", "wheels"]),
        p.material("paint", PLASTICS),
        p.material("accent", [*PLASTICS, *METALS]),
    )
    egg = p.real("stretch", 1.1, 1.7)
    y = 0.5 + r * 0.8
    design = Design([paint.name], [f"{number_word(blades)} rotor blades", gear])
    design.add("cabin", sphere(r, segments=22).scaled(0.8, 0.8, egg).moved(y=y), paint)
    design.add(
        "window",
        sphere(r, segments=18, start=-10, stop=60).scaled(0.79, 0.7, 0.7).moved(0, y + 0.05, 0.42 * r * egg),
        Material("glass", (0.22, 0.3, 0.38)),
    )
    design.add("tail", sweep([(0, y + 0.2, -0.6 * r), (0, y + 0.35, -r - tail)], [0.35 * r, 0.1 * r]), paint)
    design.add("tail", box(0.06, 0.8, 0.5).moved(0, y + 0.2, -r - tail), accent)
    design.add(
        "rotor",
        cylinder(0.08, 0.5, segments=8).moved(y=y + 0.75 * r)
        + around(box(rotor, 0.03, 0.18).moved(rotor / 2, y + 0.75 * r + 0.45), blades),
        METALS[2],
    )
    if gear == "skids":
        skid = sweep([(0, 0.2, r * 1.2), (0, 0.05, r), (0, 0.05, -r)], 0.05) + row(
            sweep([(0, 0.05, 0), (-0.25 * r, y - 0.5 * r, 0)], 0.04), 2, step=(0, 0, r)
        )
        design.add("skid", (skid.moved(0.75 * r)) + skid.scaled(-1, 1, 1).moved(-0.75 * r), accent)
    else:
        add_wheels(design, [0.7 * r, -0.6 * r], 1.2 * r, 0.3, METALS[0])
        design.add("strut", row(box(0.1, y - 0.5 * r, 0.1).moved(y=0.3), 2, step=(0.9 * r, 0, 0)), accent)
    return design


@category("boat", family="vehicles", also=("rowing boat", "dinghy"))
def boat(p: Parameters) -> Design:
    length, width, h = p.real("length", 3, 9), p.real("width", 0.28, 0.42), p.real("height", 0.12, 0.25)
    kind, bow = p.choice("kind", ["rowing", "sailing", "motor", "fishing"]), p.real("bow", 0.1, 0.5)
    hull, deck, sail = p.material("hull", [*PLASTICS, *WOODS]), p.material("deck", WOODS), p.material("sail", PLASTICS)
    w, h = width * length / 2, h * length
    stations = [(-0.5, 0.75, 0.05), (-0.2, 1.0, 0), (0.15, 0.9, 0), (0.4, 0.4, bow * 0.4), (0.52, 0.03, bow)]
    rings = []
    for z, wide, lift in stations:
        b = w * wide
        section = [
            (0, lift * h),
            (b * 0.7, (lift + 0.2) * h),
            (b, (1 + 0.5 * lift) * h),
            (b * 0.8, (0.9 + 0.5 * lift) * h),
            (-b * 0.8, (0.9 + 0.5 * lift) * h),
            (-b, (1 + 0.5 * lift) * h),
            (-b * 0.7, (lift + 0.2) * h),
        ]
        rings.append(np.array([(x, y, z * length) for x, y in section]))
    design = Design([hull.name, f"{kind}"], [])
    design.add("hull", loft(rings), hull)
    if kind == "sailing":
        mast = 1.1 * length
        design.add("mast", cylinder(0.02 * length, mast, segments=8).moved(0, 0.8 * h, 0.1 * length), deck)
        sheet = profile_body(
            [(0.07 * length, 1.3 * h), (0.07 * length, mast), (-0.42 * length, 1.4 * h)], 0.01 * length
        )
        jib = profile_body(
            [(0.5 * length, 1.4 * h), (0.13 * length, mast * 0.9), (0.13 * length, 1.4 * h)], 0.01 * length
        )
        design.add("sail", sheet + jib, sail)
        design.features.append(f"two {sail.name} sails")
    elif kind == "rowing":
        design.add(
            "seat",
            row(box(1.5 * w, 0.03 * length, 0.08 * length).moved(y=0.95 * h), 3, step=(0, 0, 0.22 * length)),
            deck,
        )
        oar = sweep([(0.3 * w, 1.2 * h, 0), (2.2 * w, 0.6 * h, -0.1 * length)], 0.012 * length)
        design.add("oar", oar + oar.scaled(-1, 1, 1), deck)
        design.features.append("two oars")
    else:
        cabin_z = -0.1 * length if kind == "motor" else 0.12 * length
        design.add("cabin", box(1.1 * w, 1.1 * h, 0.25 * length, bevel=0.05).moved(0, 0.9 * h, cabin_z), sail)
        design.add(
            "window",
            box(1.12 * w, 0.35 * h, 0.2 * length).moved(0, 1.45 * h, cabin_z),
            Material("glass", (0.22, 0.3, 0.38)),
        )
        design.features.append(f"a {sail.name} cabin")
        if kind == "fishing":
            design.add(
                "mast",
                cylinder(0.02 * length, 0.6 * length, segments=8).moved(0, 0.9 * h, -0.15 * length)
                + sweep([(0, 1.5 * h, -0.15 * length), (0, 0.5 * length + h, -0.45 * length)], 0.012 * length),
                deck,
            )
            design.features.append("a boom")
    return design


@category("train", family="vehicles", also=("locomotive", "railway engine"))
def train(p: Parameters) -> Design:
    length, width = p.real("length", 5, 8), p.real("width", 1.8, 2.4)
    kind, wheels = p.choice("kind", ["steam", "diesel", "tram"]), p.whole("wheels", 2, 5)
    paint, accent, chimney = (
        p.material("paint", PLASTICS),
        p.material("accent", [*PLASTICS, *METALS]),
        p.real("chimney", 0.4, 1.0),
    )
    h = p.real("height", 2.0, 2.8)
    half = length / 2
    design = Design([paint.name, kind], [f"{number_word(wheels)} wheels a side"])
    design.add("frame", box(width, 0.3, length).moved(y=0.6), METALS[2])
    if kind == "steam":
        r = width * 0.36
        design.add(
            "boiler", cylinder(r, length * 0.62, segments=24).rotated("x", 90).moved(0, 0.9 + r, -0.12 * length), paint
        )
        design.add("cab", box(width, h * 0.8, length * 0.28).moved(0, 0.9, -half + 0.16 * length), accent)
        design.add(
            "roof", box(width * 1.1, 0.1, length * 0.34).moved(0, 0.9 + h * 0.8, -half + 0.16 * length), METALS[2]
        )
        design.add(
            "chimney",
            cylinder(0.18, chimney, top_radius=0.28, segments=16).moved(0, 0.9 + 2 * r, half * 0.75),
            METALS[2],
        )
        design.add("dome", sphere(0.3, start=0, segments=14).moved(0, 0.85 + 2 * r, 0), METALS[1])
        design.features.append("a chimney")
    else:
        design.add("body", box(width, h, length, bevel=0.25).moved(y=0.9), paint)
        design.add("band", box(width * 1.01, 0.35, length * 1.005, bevel=0.25).moved(y=1.3), accent)
        panes = row(
            box(width * 1.015, 0.7, length * 0.1),
            6 if kind == "tram" else 2,
            step=(0, 0, length * (0.15 if kind == "tram" else 0.7)),
        )
        design.add("window", panes.moved(y=0.9 + h * 0.55), Material("glass", (0.2, 0.28, 0.35)))
        design.add("roof", box(width * 0.7, 0.2 * chimney + 0.05, length * 0.6).moved(y=0.9 + h), METALS[0])
        design.features.append(f"a {accent.name} band")
    add_wheels(
        design,
        list(np.linspace(-half * 0.75, half * 0.75, wheels)),
        width * 0.8,
        min(0.45, 0.35 * length / wheels),
        accent,
    )
    return design


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
            METALS[0],
        )
    crank, seat, head = (0, r * 0.85, -0.05), (0, r + 0.5, -base * 0.24), (0, r + 0.45, base * 0.3)
    tubes = [(hubs[1], crank), (hubs[1], (0, r + 0.38, -base * 0.2)), (crank, seat), (crank, head), (head, hubs[0])]
    tubes.append(
        ((0, r + 0.4, -base * 0.21), head)
        if frame_kind == "diamond"
        else ((0, r + 0.15, -base * 0.12), (0, r + 0.38, base * 0.3))
    )
    design.add("frame", join(*(sweep([a, b], 0.018) for a, b in tubes)), paint)
    design.add("saddle", sphere(0.1, segments=12).scaled(0.7, 0.3, 1.3).moved(0, r + 0.53, -base * 0.25), METALS[2])
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
    design.add("handlebar", sweep([head, stem], 0.015) + sweep(np.array(shapes) + stem, 0.014), METALS[2])
    design.add(
        "crank",
        cylinder(0.09, 0.01, segments=16).rotated("z", 90).moved(*crank) + box(0.2, 0.02, 0.06).moved(*crank),
        METALS[0],
    )
    if extra == "basket":
        design.add("basket", box(0.32, 0.22, 0.24).moved(0, r + 0.4, base * 0.45), WOODS[2])
    elif extra == "rack":
        design.add("rack", box(0.14, 0.02, 0.4).moved(0, r * 2 + 0.05, -base * 0.55), METALS[2])
    if extra != "none":
        design.features.append(f"a {extra}")
    return design


@category("rocket", family="vehicles", also=("missile",))
def rocket(p: Parameters) -> Design:
    h, r, nose = p.real("height", 4, 12), p.real("radius", 0.06, 0.13), p.real("nose", 0.12, 0.35)
    fins, fin_size, boosters = p.whole("fins", 3, 6), p.real("fin_size", 0.8, 2.2), p.whole("boosters", 0, 4)
    paint, accent = p.material("paint", [*PLASTICS, *METALS[:1]]), p.material("accent", PLASTICS)
    r *= h
    design = Design([paint.name], [f"{number_word(fins)} {accent.name} fins"])
    top = h * (1 - nose)
    design.add("body", cylinder(r, top - 0.05 * h, segments=24).moved(y=0.05 * h), paint)
    design.add(
        "nose",
        lathe([(r, 0), (0.85 * r, 0.35 * nose * h), (0.45 * r, 0.75 * nose * h), (0.01, nose * h)], segments=24).moved(
            y=top
        ),
        accent,
    )
    design.add("band", cylinder(1.02 * r, 0.04 * h).moved(y=0.55 * h), accent)
    fin = (
        extrude([(0, 0), (fin_size * r, -0.3 * r), (fin_size * r, 0.6 * r), (0, 2.2 * r)], 0.08 * r)
        .rotated("x", -90)
        .moved(0.9 * r, 0.06 * h, 0)
    )
    design.add("fin", around(fin, fins), accent)
    design.add("nozzle", cylinder(0.75 * r, 0.06 * h, top_radius=0.4 * r), METALS[2])
    if boosters > 1:
        pod = cylinder(0.4 * r, 0.45 * h, segments=14) + cylinder(
            0.4 * r, 0.08 * h, top_radius=0.02 * r, segments=14
        ).moved(y=0.45 * h)
        design.add("booster", around(pod.moved(1.4 * r, 0.03 * h), boosters, start=30), PLASTICS[5])
        design.features.append(f"{number_word(boosters)} boosters")
    return design


@category("tractor", family="vehicles")
def tractor(p: Parameters) -> Design:
    big, small, length = p.real("rear_wheel", 0.55, 0.9), p.real("front_wheel", 0.3, 0.5), p.real("length", 2.4, 3.6)
    cab, tool = p.choice("cab", ["cabin", "open", "roll bar"]), p.choice("tool", ["none", "bucket", "plough"])
    paint, rim = p.material("paint", PLASTICS), p.material("rim", [*PLASTICS[2:6], *METALS])
    pipe = p.real("pipe", 0.4, 1.1)
    half = length / 2
    design = Design(
        [paint.name],
        [f"{'a cabin' if cab == 'cabin' else 'an open seat' if cab == 'open' else 'a roll bar'}", f"{rim.name} rims"],
    )
    design.add("hood", box(0.7, 0.65, length * 0.55, bevel=0.08).moved(0, big * 0.8, half * 0.45), paint)
    design.add("body", box(0.9, 0.4, length * 0.45).moved(0, big * 0.7, -half * 0.45), paint)
    design.add("pipe", cylinder(0.05, pipe, segments=10).moved(0.2, big * 0.8 + 0.65, half * 0.6), METALS[2])
    y = big * 0.7 + 0.4
    if cab == "cabin":
        design.add("window", box(0.95, 0.9, 0.95).moved(0, y, -half * 0.45), Material("glass", (0.3, 0.4, 0.46)))
        design.add("roof", box(1.1, 0.1, 1.15).moved(0, y + 0.9, -half * 0.45), paint)
    else:
        design.add(
            "seat",
            box(0.4, 0.1, 0.4).moved(0, y, -half * 0.5) + box(0.4, 0.4, 0.08).moved(0, y, -half * 0.66),
            METALS[2],
        )
        if cab == "roll bar":
            design.add(
                "bar",
                sweep([(-0.45, y, 0), (-0.45, y + 0.9, 0), (0.45, y + 0.9, 0), (0.45, y, 0)], 0.04).moved(
                    z=-half * 0.75
                ),
                METALS[2],
            )
    add_wheels(design, [-half * 0.5], 1.5, big, rim)
    add_wheels(design, [half * 0.75], 1.3, small, rim)
    if tool == "bucket":
        design.add(
            "bucket",
            extrude([(-0.8, -0.3), (0.8, -0.3), (0.8, 0.3), (-0.8, 0.3)], 0.6, top_scale=1.1).moved(0, 0.1, half + 0.55)
            + row(box(0.1, 0.1, half).moved(0, big * 0.8, half * 0.7), 2, step=(0.9, 0, 0)),
            METALS[0],
        )
    elif tool == "plough":
        design.add(
            "plough",
            row(box(0.05, 0.6, 0.4).rotated("y", 25).moved(0, 0.05, -half - 0.4), 4, step=(0.4, 0, 0))
            + box(1.5, 0.1, 0.1).moved(0, 0.6, -half - 0.35),
            METALS[5],
        )
    if tool != "none":
        design.features.append(f"a {tool}")
    return design
