"""Bags and cases."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.packages.parts import (
    BROWN,
    CREAM,
    DARK_GREEN,
    GOLD,
    KRAFT,
    LEATHERS,
    LIGHT_BLUE,
    NAVY,
    Body,
    draw_look,
    dress,
    letters,
    loop,
    on,
    oval,
    rect,
    show,
    star,
    straight,
)
from trivium.procedural.materials import (
    BLACK,
    BLUE,
    BRASS,
    CHROME,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    YELLOW,
    Material,
)
from trivium.procedural.solids import arc, around, box, cylinder, join, loft, row, sphere, sweep, torus


@category("suitcase", family="packages", also=("luggage", "travel case", "trolley case"))
def suitcase(p: Parameters) -> Design:
    h, ratio, d = p.real("height", 0.5, 0.75), p.real("width_ratio", 0.64, 0.74), p.real("depth", 0.2, 0.3)
    form, ribs, pull = (
        p.choice("form", ["hard-shell", "vintage", "hard-shell"]),
        p.whole("ribs", 4, 8),
        p.real("pull", 0.1, 0.4),
    )
    shell = p.material("shell", (RED, BLUE, BLACK, GREY, PINK, TURQUOISE, YELLOW, NAVY))
    hide, strap = p.material("leather", LEATHERS), p.material("trim", (BROWN, BLACK, CREAM, LEATHERS[1]))
    w = h * ratio
    if form == "vintage":
        body, w, h = straight(h, w, d, 9), h, w
        design = Design([hide.name, form], [f"two {strap.name} straps", "a top handle"])
        design.add("case", body.solid(), hide)
        for x in (-0.28, 0.28):
            design.add("strap", box(0.06 * w, 1.02 * h, 1.03 * d).moved(x * w, -0.01 * h), strap)
            design.add("buckle", box(0.08 * w, 0.08 * h, 0.02).moved(x * w, 0.7 * h, 0.52 * d), BRASS)
        corner = box(0.1 * w, 0.14 * h, 1.02 * d)
        for x in (-0.46, 0.46):
            design.add("corner", corner.moved(x * w, -0.01 * h) + corner.moved(x * w, 0.87 * h), strap)
        design.add("handle", loop(0.26 * w, 0.13 * h, 0.014).moved(y=h), strap)
        show(design, body, [rect(0.2 * w, 0.2 * h, 0, 0.25 * h, 12)], CREAM, 0.3)
        return design
    body = Body(
        [(0.05 * h, 0.45 * w, 0.42 * d), (0.09 * h, w / 2, d / 2), (0.96 * h, w / 2, d / 2), (h, 0.45 * w, 0.42 * d)], 6
    )
    design = Design([shell.name, form], [f"{number_word(ribs)} ribs", "a pull-out handle", "wheels"])
    design.add("case", body.solid(), shell)
    rib = box(0.05 * w, 0.78 * h, 0.03 * d).moved(0, 0.13 * h, d / 2)
    ribbing = row(rib, ribs, step=(0.8 * w / ribs, 0, 0))
    design.add("rib", ribbing + ribbing.rotated("y", 180), shell)
    design.add("zip", box(1.015 * w, 0.88 * h, 0.04 * d, bevel=0.01).moved(y=0.08 * h), BLACK)
    path = [
        (-0.2 * w, 0.9 * h, -0.35 * d),
        (-0.2 * w, (1 + pull) * h, -0.35 * d),
        (0.2 * w, (1 + pull) * h, -0.35 * d),
        (0.2 * w, 0.9 * h, -0.35 * d),
    ]
    design.add("pull handle", sweep(path, 0.011), STEEL)
    design.add("pull handle", box(0.44 * w, 0.03, 0.035).moved(0, (1 + pull) * h - 0.015, -0.35 * d), BLACK)
    design.add("handle", loop(0.24 * w, 0.05 * h, 0.012).moved(y=0.99 * h), BLACK)
    wheel = cylinder(0.035 * h, 0.05 * w, segments=14).rotated("z", 90).moved(0.02 * w, 0.035 * h)
    design.add("wheel", join(*(wheel.moved(x * 0.38 * w, 0, z * 0.32 * d) for x in (-1, 1) for z in (-1, 1))), BLACK)
    return design


@category("backpack", family="packages", also=("rucksack", "school bag", "bag"))
def backpack(p: Parameters) -> Design:
    h, w, d = p.real("height", 0.4, 0.52), p.real("width", 0.28, 0.34), p.real("depth", 0.15, 0.2)
    form, pocket_h = p.choice("form", ["zipped", "flap-topped"]), p.real("pocket_height", 0.32, 0.45)
    cloth = p.material("cloth", (RED, BLUE, NAVY, BLACK, GREEN, DARK_GREEN, PURPLE, PINK, GREY, ORANGE, KRAFT))
    trim, emblem = (
        p.material("trim", (BLACK, YELLOW, BROWN, WHITE, RED, LIGHT_BLUE)),
        p.choice("emblem", ["star", "none"]),
    )
    roll = p.choice("bedroll", ["no", "no", "yes"])
    trim = on(cloth) if trim.name == cloth.name else trim
    steps = ((0, 0.9), (0.04, 1), (0.6, 0.98), (0.82, 0.9), (0.94, 0.68), (1, 0.4))
    body = Body([(h * y, w / 2 * s, d / 2 * s) for y, s in steps], 3.2)
    design = Design([cloth.name, form], [f"{with_article(trim.name)} front pocket", "two shoulder straps"])
    design.add("bag", body.solid(), cloth)
    pocket = Body(
        [(0, 0.36 * w, 0.2 * d), (0.85 * pocket_h * h, 0.36 * w, 0.2 * d), (pocket_h * h, 0.3 * w, 0.12 * d)], 4
    )
    design.add("pocket", pocket.solid().moved(0, 0.05 * h, 0.45 * d), trim)
    zips = [[(-0.3 * w, (0.05 + 0.75 * pocket_h) * h, 0.66 * d), (0.3 * w, (0.05 + 0.75 * pocket_h) * h, 0.66 * d)]]
    if emblem == "star":
        spot = star(0.09 * w, 0, 0.4 * pocket_h * h)
        design.add("emblem", pocket.printed(spot, 1, 2).moved(0, 0.05 * h, 0.45 * d), on(trim))
        design.features.append("a star")
    for x in (-1.0, 1.0):
        side = Body([(0, 0.1 * w, 0.3 * d), (0.3 * h, 0.1 * w, 0.32 * d)], 3).solid()
        design.add("side pocket", side.moved(x * 0.48 * w, 0.03 * h), trim)
        path = [(0.12, 0.93, -0.3), (0.2, 0.88, -0.75), (0.25, 0.6, -0.95), (0.27, 0.3, -0.8), (0.3, 0.07, -0.4)]
        design.add("strap", sweep([(x * a * w, b * h, c * d) for a, b, c in path], 0.05 * w, sides=6), trim)
    if form == "flap-topped":
        flap = Body(
            [
                (0.66 * h, 0.5 * w, 0.54 * d),
                (0.84 * h, 0.48 * w, 0.52 * d),
                (0.98 * h, 0.34 * w, 0.38 * d),
                (1.03 * h, 0.18 * w, 0.2 * d),
            ],
            3.2,
        )
        design.add("flap", flap.solid(), cloth)
        for x in (-0.2, 0.2):
            design.add("strap", box(0.06 * w, 0.34 * h, 0.02).moved(x * w, 0.5 * h, 0.56 * d), trim)
            design.add("buckle", box(0.09 * w, 0.05 * h, 0.025).moved(x * w, 0.53 * h, 0.57 * d), STEEL)
    else:
        line = arc(1, 10, 170, points=14) * (0.44 * w, 0.42 * h, 1) + (0, 0.5 * h, 0)
        half = body.half(line[:, 1])[1]
        zips.append([(float(x), float(y), float(0.72 * b)) for (x, y, _), b in zip(line, half, strict=True)])
    design.add("zip", join(*(sweep(z, 0.012 * w, sides=6) for z in zips)), BLACK if trim.name != "black" else STEEL)
    design.add("handle", loop(0.24 * w, 0.09 * h, 0.03 * w).moved(0, 0.98 * h, -0.1 * d), trim)
    if roll == "yes":
        design.add(
            "bedroll", cylinder(0.3 * d, 1.15 * w, segments=18).rotated("z", 90).moved(0.575 * w, 1.06 * h), KRAFT
        )
        design.features.append("a bedroll on top")
    return design


@category("handbag", family="packages", also=("purse", "ladies' bag", "bag"))
def handbag(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.24, 0.36), p.real("height_ratio", 0.62, 0.85), p.real("depth_ratio", 0.3, 0.42)
    form, handles = p.choice("form", ["flap", "tote", "bowling"]), p.choice("handles", ["one", "two"])
    skin = p.material("leather", (*LEATHERS, RED, PINK, CREAM, TURQUOISE, NAVY, YELLOW))
    metal, rise, flap = (
        p.material("clasp", (GOLD, CHROME)),
        p.real("handle_height", 0.4, 0.7),
        p.real("flap", 0.35, 0.55),
    )
    trim = p.material("trim", (BROWN, BLACK, CREAM, LEATHERS[1]))
    h, d = w * tall, w * deep
    top = {"flap": (0.9, 0.7), "tote": (1.12, 0.55), "bowling": (0.62, 0.35)}[form]
    mid = 1.0 if form != "tote" else 1.04
    body = Body(
        [
            (0, 0.47 * w, 0.48 * d),
            (0.06 * h, w / 2, d / 2),
            (0.6 * h, mid * w / 2, 0.45 * d),
            (h, top[0] * w / 2, top[1] * d / 2),
        ],
        4,
    )
    design = Design([skin.name, form], [f"{handles} handle{'s' * (handles == 'two')}", f"a {metal.name} clasp"])
    design.add("bag", body.solid(), skin)
    design.add("base", body.band(0.01 * h, 0.12 * h, 1.03), trim)
    if form == "flap":
        cover = np.array(
            [
                (-0.42, 1.0),
                (-0.4, 1 - flap * 0.7),
                (-0.2, 1 - flap),
                (0.2, 1 - flap),
                (0.4, 1 - flap * 0.7),
                (0.42, 1.0),
            ]
        )
        design.add("flap", body.printed(cover * (w, h), 3, 5), trim)
    y = (1 - flap) * h if form == "flap" else 0.72 * h
    show(design, body, [rect(0.11 * w, 0.1 * h, 0, y - 0.02 * h)], metal, 5)
    for z in (-0.22, 0.22) if handles == "two" else (0.0,):
        design.add("handle", loop(0.5 * w, rise * h, 0.02 * w).moved(0, 0.97 * h, z * d), trim)
        rings = [
            torus(0.03 * w, 0.008 * w, segments=12, sides=6).rotated("x", 90).moved(x * w, h, z * d)
            for x in (-0.25, 0.25)
        ]
        design.add("ring", join(*rings), metal)
    return design


@category("briefcase", family="packages", also=("attache case", "business case", "document case"))
def briefcase(p: Parameters) -> Design:
    w, tall, d = p.real("width", 0.38, 0.46), p.real("height_ratio", 0.64, 0.76), p.real("depth", 0.08, 0.13)
    form, skin = p.choice("form", ["hard", "satchel"]), p.material("skin", (*LEATHERS, STEEL, BLACK))
    metal, trim, grip = (
        p.material("locks", (BRASS, CHROME)),
        p.material("trim", (BLACK, BROWN, STEEL)),
        p.real("grip", 0.24, 0.34),
    )
    flap = p.real("flap", 0.4, 0.6)
    h = w * tall
    body = straight(w, h, d, 10)
    design = Design([skin.name, form], ["a top handle", f"two {metal.name} locks"])
    design.add("case", body.solid(), skin)
    if form == "hard":
        design.add("seam", box(1.01 * w, 1.01 * h, 0.1 * d, bevel=0.004).moved(y=-0.005 * h), metal)
        corners = [rect(0.1 * w, 0.1 * w, x * w, y) for x in (-0.43, 0.43) for y in (0.01 * h, 0.99 * h - 0.1 * w)]
        design.add("corner", join(*(body.printed(o, 2, 1) for o in corners)), trim)
        for x in (-0.3, 0.3):
            design.add("lock", box(0.09 * w, 0.05 * h, 0.3 * d).moved(x * w, 0.97 * h, 0.1 * d), metal)
            design.add("lock", box(0.07 * w, 0.1 * h, 0.03 * d).moved(x * w, 0.86 * h, 0.52 * d), metal)
    else:
        design.add("flap", box(0.98 * w, flap * h, 0.1 * d).moved(0, (1.015 - flap) * h, 0.5 * d), skin)
        for x in (-0.27, 0.27):
            design.add("strap", box(0.08 * w, 0.72 * h, 0.04 * d).moved(x * w, 0.3 * h, 0.56 * d), trim)
            design.add("lock", box(0.1 * w, 0.08 * h, 0.05 * d).moved(x * w, (0.95 - flap) * h, 0.58 * d), metal)
        design.add("pocket", box(0.86 * w, 0.3 * h, 0.08 * d).moved(0, 0.05 * h, 0.5 * d), skin)
    path = [
        (-grip / 2, 0.98),
        (-grip / 2, 1.1),
        (-0.4 * grip, 1.14),
        (0.4 * grip, 1.14),
        (grip / 2, 1.1),
        (grip / 2, 0.98),
    ]
    design.add("handle", sweep([(x * w, y * h, 0) for x, y in path], 0.009), trim)
    return design


@category("shopping bag", family="packages", also=("paper bag", "carrier bag", "bag"))
def shopping_bag(p: Parameters) -> Design:
    h, ratio, deep = p.real("height", 0.28, 0.44), p.real("width_ratio", 0.65, 0.95), p.real("depth_ratio", 0.3, 0.55)
    look = draw_look(p, (KRAFT, KRAFT, WHITE, RED, PINK, TURQUOISE, BLACK, YELLOW, BLUE))
    handles, content = (
        p.choice("handles", ["cord", "flat", "none"]),
        p.choice("content", ["none", "groceries", "tissue paper"]),
    )
    cord, rise = p.material("cord", (WHITE, BLACK, BROWN, RED)), p.real("handle_height", 0.16, 0.3)
    w, d = h * ratio, h * ratio * deep
    body = straight(w, h, d)
    design = Design(
        [look.paper.name.replace("cardboard", "paper")],
        [f"{handles} handles" if handles != "none" else "an open top", look.says],
    )
    rings = [
        body.ring(0),
        body.ring(h),
        body.ring(h) * (0.975, 1, 0.95),
        body.ring(0) * (0.975, 1, 0.95) + (0, 0.02 * h, 0),
    ]
    design.add("bag", loft(rings), look.paper)
    dress(design, body, 0.1 * h, 0.85 * h, 0.85 * w, look)
    for x in (-1, 1):
        fold = sweep([(x * w * 0.501, 0.35 * h, 0), (x * w * 0.501, 0.99 * h, 0)], 0.008 * w, sides=4)
        design.add("fold", fold, look.paper)
    if handles != "none":
        for z in (-0.47, 0.47):
            bow = loop(0.42 * w, rise * h, 0.008 * h if handles == "cord" else 0.006 * h, points=18)
            design.add("handle", bow.scaled(1, 1, 1 if handles == "cord" else 3).moved(0, 0.95 * h, z * d), cord)
    if content == "groceries":
        loaf = sphere(1, segments=14).scaled(0.13 * w, 0.5 * h, 0.13 * w).rotated("z", -12)
        design.add("bread", loaf.moved(0.2 * w, 0.9 * h), Material("golden", (0.80, 0.56, 0.28)))
        leaf = around(
            sweep([(0, 0, 0), (0.06 * w, 0.2 * h, 0), (0.18 * w, 0.3 * h, 0)], [0.02 * w, 0.05 * w, 0.01 * w]), 6
        )
        design.add("greens", leaf.moved(-0.22 * w, 0.88 * h), GREEN)
        design.add("apple", sphere(0.16 * w, segments=14).moved(-0.02 * w, h, 0.05 * d), RED)
        design.features.append("groceries in it")
    elif content == "tissue paper":
        peak = cylinder(0.16 * w, 0.16 * h, top_radius=0.01 * w, segments=5).moved(0, 0.94 * h)
        design.add("tissue", row(peak, 4, step=(0.2 * w, 0, 0)), PINK if look.paper.name != "pink" else WHITE)
        design.features.append("tissue paper in it")
    return design


@category("sack", family="packages", also=("burlap sack", "bag of grain", "bag"))
def sack(p: Parameters) -> Design:
    h, r, sag = p.real("height", 0.45, 0.75), p.real("radius", 0.17, 0.26), p.real("sag", 1.0, 1.2)
    form, neck = p.choice("form", ["tied", "open", "tied"]), p.real("neck", 0.2, 0.32)
    jute = (
        Material("burlap", (0.71, 0.57, 0.38)),
        Material("tan", (0.80, 0.68, 0.48)),
        CREAM,
        Material("brown", (0.52, 0.38, 0.24)),
    )
    cloth, rope = p.material("cloth", jute), p.material("rope", (BROWN, RED, CREAM, KRAFT))
    grain = p.material(
        "content",
        (
            Material("grain", (0.85, 0.68, 0.32)),
            WHITE,
            Material("coffee beans", (0.27, 0.15, 0.09)),
            Material("potatoes", (0.72, 0.55, 0.33)),
        ),
    )
    mark, patch = p.choice("print", ["dollar sign", "stripes", "word", "plain"]), p.choice("patch", ["yes", "no"])
    curve = [
        (0, 0.75),
        (0.05, 0.95),
        (0.25, sag),
        (0.55, 0.97),
        (0.75, 0.72),
        (0.84, neck),
        (0.88, neck * 0.95),
        (1, neck * 2.2),
    ]
    if form == "open":
        curve = [(0, 0.75), (0.05, 0.95), (0.25, sag), (0.6, 0.98), (0.76, 0.9), (0.8, 0.97), (0.84, 0.97), (0.86, 0.9)]
    body = Body([(h * y, r * s, r * s * 0.85) for y, s in curve], 2.4)
    design = Design([cloth.name, form], [])
    design.add("sack", body.solid(), cloth)
    if form == "open":
        roll = torus(0.9, 0.1, segments=28, sides=8).scaled(r, 0.5 * r, 0.85 * r).moved(y=0.85 * h)
        heap = sphere(1, segments=20, start=0).scaled(0.85 * r, 0.13 * h, 0.72 * r).moved(y=0.84 * h)
        design.add("rolled rim", roll, cloth)
        lump = sphere(0.09 * r, segments=8)
        spots = [
            (
                0.7 * r * (i / 16) ** 0.5 * np.cos(2.4 * i),
                h * (0.97 - 0.0055 * i),
                0.6 * r * (i / 16) ** 0.5 * np.sin(2.4 * i),
            )
            for i in range(16)
        ]
        design.add("content", join(heap, *(lump.moved(*s) for s in spots)), grain)
        design.features.append(
            f"{grain.name} {'filling' if grain.name == 'white' else 'in it'}".replace("white", "a white")
        )
    else:
        coil = torus(neck * 1.05, 0.035, sides=6).scaled(r, r, 0.9 * r)
        design.add("rope", coil.moved(y=0.85 * h) + coil.moved(y=0.87 * h), rope)
        end = sweep(
            [(0, 0.86 * h, neck * r), (0.1 * r, 0.78 * h, 0.75 * r), (0.12 * r, 0.68 * h, 0.86 * r)], 0.03 * r, sides=6
        )
        design.add("rope", end + end.scaled(x=-1), rope)
        design.features.append(f"{with_article(rope.name)} rope round its neck")
    ink = Material("dark ink", (0.18, 0.14, 0.12))
    if mark == "dollar sign":
        upper, lower = arc(0.22 * r, 10, 270, points=9), arc(0.22 * r, 90, -170, points=9)
        bends = np.concatenate([np.add(upper, (0, 0.22 * r, 0)), np.add(lower, (0, -0.22 * r, 0))])
        strokes = [oval(0.07 * r, 0.07 * r, x, 0.37 * h + y) for x, y, _ in bends]
        show(design, body, [*strokes, rect(0.07 * r, 1.15 * r, 0, 0.37 * h - 0.575 * r)], ink, 2)
    elif mark == "word":
        show(design, body, letters(1.1 * r, 0.13 * h, 0.36 * h), ink, 2)
        show(design, body, [rect(1.0 * r, 0.02 * h, 0, 0.3 * h), rect(0.7 * r, 0.02 * h, 0, 0.25 * h)], ink, 2)
    elif mark == "stripes":
        design.add("stripe", body.band(0.15 * h, 0.2 * h, 1.02) + body.band(0.24 * h, 0.27 * h, 1.02), rope)
    if mark != "plain":
        design.features.append("printed stripes" if mark == "stripes" else f"a printed {mark}")
    if patch == "yes":
        show(design, body, [rect(0.4 * r, 0.4 * r, -0.45 * r, 0.08 * h, 10)], rope, 1)
        design.features.append("a patch")
    return design
