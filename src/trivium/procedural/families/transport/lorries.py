"""Lorries, buses and trains."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import (
    AMBER,
    BEACON,
    DARK,
    LIGHT,
    PAINTS,
    RIMS,
    WINDOW,
    add_wheels,
    cabin,
    light_bar,
    mirrors,
    shell,
    wheel,
)
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    GREEN,
    METALS,
    ORANGE,
    PLASTICS,
    RED,
    STEEL,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import box, cylinder, extrude, join, mirrored, rod, row, side_cut, sphere, sweep, torus


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
    design.add("chassis", box(width * 0.7, 0.25, length).moved(y=0.55), BLACK_METAL)
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
    add_wheels(design, [half - 0.9, *back], width * 0.9, r, STEEL)
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
    add_wheels(design, [length * 0.32, -length * 0.32], width * 0.95, 0.45, STEEL)
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
            side_cut([(front - 0.1, belt + 0.1), (front - 0.55, 1.9), (back, 1.9), (back, belt + 0.1)], width * 0.95),
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


@category("garbage truck", family="transport", also=("refuse truck", "dustcart"))
def garbage_truck(p: Parameters) -> Design:
    length, width, h = p.real("length", 6.5, 9), p.real("width", 2.3, 2.6), p.real("height", 2.7, 3.3)
    ribs, loader, axles = p.whole("ribs", 3, 6), p.choice("loader", ["rear", "front"]), p.whole("axles", 2, 3)
    paint = p.material("cab_paint", [PAINTS[0], GREEN, ORANGE, Material("blue", (0.1, 0.3, 0.6))])
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
        side_cut([(front, 1.0), (front, h - 0.15), (front - 0.25, h), (back, h), (back, 1.0)], width),
        bin_paint,
    )
    design.add(
        "rib",
        row(box(width * 1.03, h - 1.2, 0.12), ribs, step=(0, 0, body / ribs)).moved(0, 1.05, (front + back) / 2),
        bin_paint.tinted(np.full(3, -0.12)),
    )
    design.add(
        "hopper",
        side_cut(
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
            BLACK_METAL,
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
            YELLOW,
        )
        design.features.append("yellow warning stripes")
    design.add("beacon", mirrored(cylinder(0.09, 0.16, segments=10).moved(0.5, h - 0.4, half - 0.6)), AMBER)
    mirrors(design, width / 2, h - 1.0, half - 0.1)
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
            BLUE,
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
    design.add("body", side_cut([(half, y), (half - 0.04, y + 1.0), (-half + 0.04, y + 1.0), (-half, y)], width), paint)
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
            "bumper", join(*(box(width * 0.6, 0.2, 0.3).moved(0, y - 0.05, e * half) for e in (-1, 1))), BLACK_METAL
        )
    top = h + 0.25
    if pole == "pantograph":
        design.add(
            "pantograph",
            mirrored(sweep([(0.5, top, -0.6), (0.5, top + 0.5, 0.5), (0.5, top + 1.0, -0.3)], 0.04, sides=6))
            + box(1.7, 0.06, 0.2).moved(0, top + 1.0, -0.3)
            + box(1.2, 0.1, 1.2).moved(0, top - 0.05, -0.3),
            BLACK_METAL,
        )
    else:
        design.add(
            "pole",
            rod((0, top, 0), (0, top + 1.3, -0.42 * length), 0.05)
            + cylinder(0.25, 0.15, segments=12).moved(0, top - 0.05, 0),
            BLACK_METAL,
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
        BLACK_METAL,
    )
    if rails == "yes":
        design.add("rail", mirrored(box(0.1, 0.12, length * 1.15).moved(0.75, -0.1, 0)), STEEL)
        design.add("sleeper", row(box(2.2, 0.1, 0.22).moved(y=-0.18), 10, step=(0, 0, length * 0.12)), WOODS[1])
        design.features.append("a piece of track")
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
    design.add("frame", box(width, 0.3, length).moved(y=0.6), BLACK_METAL)
    if kind == "steam":
        r = width * 0.36
        design.add(
            "boiler", cylinder(r, length * 0.62, segments=24).rotated("x", 90).moved(0, 0.9 + r, -0.12 * length), paint
        )
        design.add("cab", box(width, h * 0.8, length * 0.28).moved(0, 0.9, -half + 0.16 * length), accent)
        design.add(
            "roof", box(width * 1.1, 0.1, length * 0.34).moved(0, 0.9 + h * 0.8, -half + 0.16 * length), BLACK_METAL
        )
        design.add(
            "chimney",
            cylinder(0.18, chimney, top_radius=0.28, segments=16).moved(0, 0.9 + 2 * r, half * 0.75),
            BLACK_METAL,
        )
        design.add("dome", sphere(0.3, start=0, segments=14).moved(0, 0.85 + 2 * r, 0), BRASS)
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
        design.add("roof", box(width * 0.7, 0.2 * chimney + 0.05, length * 0.6).moved(y=0.9 + h), STEEL)
        design.features.append(f"a {accent.name} band")
    add_wheels(
        design,
        list(np.linspace(-half * 0.75, half * 0.75, wheels)),
        width * 0.8,
        min(0.45, 0.35 * length / wheels),
        accent,
    )
    return design
