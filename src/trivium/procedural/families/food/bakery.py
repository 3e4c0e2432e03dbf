"""What is baked."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.food.parts import (
    BAKED,
    CHOCOLATE,
    CREAM,
    DOUGH,
    FRESH_ORANGE,
    FRESH_PINK,
    FRESH_RED,
    FRESH_YELLOW,
    FRUIT,
    WHITE,
    blade,
    lumpy,
    sector,
    split,
    strewn,
)
from trivium.procedural.materials import CERAMICS, PLASTICS, YELLOW, Material, paint
from trivium.procedural.solids import (
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    regular_outline,
    smooth,
    sphere,
    sweep,
    torus,
)


@category("bread", family="food", also=("loaf",))
def bread(p: Parameters) -> Design:
    length, w, h = p.real("length", 0.12, 0.45), p.real("width", 0.06, 0.13), p.real("height", 0.5, 0.9)
    cuts, crust, form = p.whole("cuts", 0, 6), p.material("crust", DOUGH), p.choice("form", ["loaf", "toast", "roll"])
    slope = p.real("cut_angle", -40, 40)
    h *= w
    if form == "roll":
        length = w * 1.15
    design = Design(
        [crust.name, form], [f"{number_word(cuts)} cut{'s' * (cuts > 1)} on top" if cuts else "a smooth crust"]
    )
    if form == "toast":
        design.add(
            "crust",
            box(w, 0.8 * h, length, bevel=0.01)
            + cylinder(w * 0.55, length, segments=16).rotated("x", 90).scaled(1, 0.5, 1).moved(0, 0.8 * h, -length / 2),
            crust,
        )
        design.add("crumb", box(0.9 * w, 0.75 * h, length * 1.005).moved(y=0.03 * h), DOUGH[2])
    else:
        design.add("crust", sphere(0.5, segments=20, start=-30).scaled(w, 2 * h * 0.8, length), crust)
    top = 0.8 * h if form != "toast" else 1.05 * h
    for i in range(cuts):
        z = length * 0.7 * ((i + 0.5) / cuts - 0.5)
        design.add(
            "cut",
            box(0.5 * w, 0.02 * w + 0.008, 0.012)
            .rotated("y", slope)
            .moved(0, top * (1 - (1.3 * z / length) ** 2) - 0.006, z),
            DOUGH[2],
        )
    return design


@category("cake", family="food")
def cake(p: Parameters) -> Design:
    r, tiers, h = p.real("radius", 0.1, 0.2), p.whole("tiers", 1, 4), p.real("tier_height", 0.05, 0.1)
    candles, shrink = p.whole("candles", 0, 8), p.real("shrink", 0.6, 0.85)
    icing, dough = p.material("icing", PLASTICS), p.material("dough", DOUGH)
    outline, cherries = p.choice("outline", ["round", "square"]), p.whole("cherries", 0, 10)
    n = 30 if outline == "round" else 4
    design = Design([icing.name, outline], [f"{number_word(tiers)} tier{'s' * (tiers > 1)}"])
    for i in range(tiers):
        radius = r * shrink**i
        design.add("dough", cylinder(radius, 0.7 * h, segments=n).moved(y=i * h), dough)
        design.add("icing", cylinder(1.02 * radius, 0.3 * h, segments=n).moved(y=i * h + 0.7 * h), icing)
    top, radius = tiers * h, r * shrink ** (tiers - 1) * 0.7
    if candles:
        stick = cylinder(0.004, 0.05, segments=8) + sphere(0.005, segments=6).scaled(1, 2, 1).moved(y=0.058)
        design.add("candle", around(stick.moved(radius * (0.9 if n == 30 else 0.7)), candles).moved(y=top), YELLOW)
        design.features.append(f"{number_word(candles)} candle{'s' * (candles > 1)}")
    if cherries:
        design.add(
            "cherry",
            around(sphere(0.012, segments=10).moved(r * 0.85 * (1 if n == 30 else 0.75)), cherries).moved(
                y=h if tiers > 1 else top
            ),
            FRUIT[0],
        )
        design.features.append("cherries")
    return design


@category("donut", family="food", also=("doughnut",))
def donut(p: Parameters) -> Design:
    r, thick, flat = p.real("radius", 0.03, 0.05), p.real("thickness", 0.35, 0.6), p.real("flat", 0.6, 1.0)
    icing, dough, sprinkles = p.material("icing", PLASTICS), p.material("dough", DOUGH), p.whole("sprinkles", 0, 24)
    bite = p.real("cover", 1.0, 1.06)
    t = thick * r
    design = Design([icing.name], [f"{sprinkles} sprinkles" if sprinkles > 1 else "plain icing", f"{dough.name} dough"])
    design.add("dough", torus(r, t).scaled(1, flat, 1), dough)
    design.add("icing", torus(r, t * bite).scaled(1, 0.55 * flat, 1).moved(y=0.55 * t * flat), icing)
    for i in range(sprinkles if sprinkles > 1 else 0):
        one = (
            cylinder(0.0015, 0.008, segments=5)
            .rotated("z", 90)
            .rotated("y", 47 * i)
            .moved(r + 0.5 * t * np.sin(5 * i), t * flat * 1.02, 0)
        )
        design.add("sprinkle", one.rotated("y", 137.5 * i), PLASTICS[(3 + i) % 4])
    return design


@category("croissant", family="food", also=("pastry",))
def croissant(p: Parameters) -> Design:
    r, thick, curl = p.real("radius", 0.04, 0.06), p.real("thick", 0.4, 0.58), p.real("curl", 175, 250)
    folds, step, flat = p.whole("folds", 5, 9), p.real("step", 0.1, 0.3), p.real("flat", 0.7, 0.95)
    crust = p.material("crust", paint(golden=(0.85, 0.57, 0.24), brown=(0.66, 0.38, 0.15), pale=(0.93, 0.74, 0.42)))
    topping = p.choice("topping", ["none", "none", "chocolate", "almonds"])
    n = 8 * folds + 1
    t = np.linspace(-1, 1, n)
    width = thick * r * np.maximum((1 - np.abs(t) ** 1.7) ** 0.75, 0.1)
    saw = 1 - step * (np.abs(t) * folds / 2 * 2 % 1)
    angle = np.radians(90 + t * curl / 2)
    path = np.stack([r * np.cos(angle), 0 * t, -r * np.sin(angle)], 1)
    body = sweep(path, width * saw, sides=14).scaled(1, flat, 1)
    seams, rest = split(
        body,
        lambda c: (
            np.zeros(len(c), bool)
            | (np.abs(np.abs(90 - np.degrees(np.arctan2(-c[:, 2], c[:, 0]))) * 2 / curl * folds % 1 - 0.5) > 0.4)
        ),
    )
    design = Design([crust.name, "tightly curled" if curl > 215 else "crescent-shaped"], [f"{folds} folds"])
    design.add("crust", rest, crust)
    design.add("fold", seams, crust.tinted(np.full(3, -0.12)))
    top = path[::4] + np.stack([0 * t, width * saw * flat, 0 * t], 1)[::4]
    if topping == "chocolate":
        k = len(top)
        zig = (
            top * (1, 1, 1)
            + (0, 0.03 * r, 0)
            + np.stack([0 * top[:, 0], 0 * top[:, 0], 0.12 * r * (-1.0) ** np.arange(k)], 1)
        )
        design.add("topping", sweep(zig[1:-1], 0.035 * r, sides=5), CHOCOLATE)
    elif topping == "almonds":
        design.add(
            "topping",
            join(
                *(
                    sphere(0.09 * r, segments=8).scaled(1.5, 0.4, 1).rotated("y", 70 * i).moved(*q)
                    for i, q in enumerate(top[2:-2])
                )
            ),
            CREAM,
        )
    if topping != "none":
        design.features.append(f"{topping} on top")
    return design


@category("pretzel", family="food", also=("soft pretzel", "snack"))
def pretzel(p: Parameters) -> Design:
    r, thick, grains = p.real("radius", 0.04, 0.08), p.real("thick", 0.1, 0.17), p.whole("salt_grains", 0, 40)
    ends, wide, lift = p.real("ends", 3.8, 4.3), p.real("wide", 0.9, 1.15), p.real("belly", 0.8, 1.3)
    pose = p.choice("pose", ["flat", "upright"])
    crust = p.material(
        "crust", paint(brown=(0.55, 0.28, 0.1), golden=(0.78, 0.48, 0.18), dark_brown=(0.38, 0.18, 0.08))
    )
    t = np.linspace(-ends, ends, 64)
    path = np.stack(
        [
            (3.3 - 0.4 * t**2) * np.sin(t) * wide,
            0.25 * np.tanh(3 * t / ends) * np.exp(-((np.abs(t) - 3.0) ** 2)),
            (2.5 - 0.3 * t**2) * np.cos(t),
        ],
        1,
    )
    path = path * r / 3
    width = thick * r * (0.75 + 0.25 * lift * np.exp(-(t**2)) + 0.15 * np.exp(-((np.abs(t) - ends) ** 2) * 4))
    design = Design(
        [crust.name, "thick" if thick > 0.135 else "thin"],
        ["a crossed knot", "coarse salt" if grains > 5 else "a smooth crust"],
    )
    design.add("crust", sweep(path, width, sides=12), crust)
    design.add(
        "split",
        blade(path[26:39] + np.array([0, 1, 0]) * width[26:39, None] * 0.98, 0.6 * width[26:39], 0.04 * thick * r),
        Material("pale", (0.93, 0.82, 0.6)),
    )
    grain = box(0.045 * r, 0.04 * r, 0.05 * r)
    for i in range(grains if grains > 5 else 0):
        k = (i * 23 + 7) % 64
        turn = grain.rotated("y", 50 * i).moved(0, width[k] * 0.93, 0.3 * width[k] * np.sin(3 * i))
        design.add("salt", turn.moved(*path[k]), WHITE)
    if pose == "upright":
        design.parts = [(n, s.rotated("x", 80), m) for n, s, m in design.parts]
    return design


@category("cookie", family="food", also=("biscuit",))
def cookie(p: Parameters) -> Design:
    r, thick, chips = p.real("radius", 0.025, 0.045), p.real("thick", 0.18, 0.35), p.whole("chips", 6, 18)
    form, count = p.choice("form", ["chocolate chip", "sandwich", "jam", "heart-shaped"]), p.whole("stack", 1, 3)
    dough = p.material("dough", [*BAKED, CHOCOLATE])
    filling = p.material("filling", [WHITE, FRESH_PINK, *paint(red_jam=(0.75, 0.08, 0.1), apricot=(0.95, 0.6, 0.15))])
    h, disc = thick * r, Design()
    if form == "chocolate chip":
        disc.add(
            "dough",
            lumpy(
                lathe([(0.9 * r, 0), (r, 0.3 * h), (0.88 * r, 0.75 * h), (0.5 * r, 0.95 * h), (0.001, h)], segments=26),
                0.02,
                0.6 * r,
            ),
            dough,
        )
        disc.add(
            "chip",
            strewn(sphere(0.1 * r, segments=6), chips, 0.85 * r, 0.82 * h),
            Material("dark chocolate", (0.2, 0.1, 0.06)),
        )
    elif form == "sandwich":
        ridged = extrude(regular_outline(30, r, radius2=0.95 * r), 0.35 * h)
        disc.add("dough", ridged + ridged.moved(y=0.65 * h), dough)
        disc.add("filling", cylinder(0.93 * r, 0.5 * h).moved(y=0.25 * h), filling)
        disc.add(
            "dough",
            torus(0.62 * r, 0.05 * r, sides=6).moved(y=h)
            + around(sphere(0.07 * r, segments=6).moved(0.8 * r), 12).moved(y=h)
            + cylinder(0.3 * r, 0.05 * h, segments=6).moved(y=h),
            dough,
        )
    else:
        a = np.linspace(0, 2 * np.pi, 36, endpoint=False)
        heart = np.stack([np.sin(a) ** 3, -(0.8 * np.cos(a) - 0.32 * np.cos(2 * a) - 0.12 * np.cos(3 * a))], 1)
        outline = heart * r if form == "heart-shaped" else regular_outline(18, r, radius2=0.9 * r)
        disc.add("dough", extrude(outline, 0.7 * h, top_scale=0.96), dough)
        disc.add("filling", extrude(outline * (0.8 if form != "jam" else 0.45), 0.5 * h).moved(y=0.27 * h), filling)
    design = Design([form, dough.name], [])
    for i in range(count):
        design.parts += [
            (n, s.rotated("y", 40 * i).moved(0.06 * r * i, 1.05 * h * i, 0.05 * r * i), m) for n, s, m in disc.parts
        ]
    design.features.append(
        {"chocolate chip": f"{chips} chips"}.get(
            form, f"a {filling.name} {'filling' if form != 'heart-shaped' else 'icing'}"
        )
    )
    if count > 1:
        design.features.append(f"{number_word(count - 1)} more underneath")
    return design


@category("cupcake", family="food", also=("muffin", "fairy cake"))
def cupcake(p: Parameters) -> Design:
    r, h, turns = p.real("radius", 0.028, 0.038), p.real("height", 0.9, 1.3), p.whole("turns", 2, 4)
    pleats, topping, sprinkles = (
        p.whole("pleats", 14, 22),
        p.choice("topping", ["cherry", "candle", "berry", "nothing"]),
        p.whole("sprinkles", 0, 16),
    )
    icing = p.material(
        "icing",
        [
            FRESH_PINK,
            WHITE,
            CHOCOLATE,
            *paint(mint=(0.62, 0.88, 0.76), lilac=(0.76, 0.62, 0.88), yellow=(0.98, 0.9, 0.5)),
        ],
    )
    paper = p.material("paper", [*PLASTICS[:3], FRESH_PINK, CHOCOLATE, Material("white", (0.93, 0.92, 0.88))])
    dough = p.material("dough", [*BAKED, CHOCOLATE])
    design = Design([f"{icing.name}-iced"], [f"a {paper.name} paper case", f"{number_word(turns)} swirls of icing"])
    design.add("case", extrude(regular_outline(pleats, 0.72 * r, radius2=0.66 * r), h * r, top_scale=1.4), paper)
    design.add(
        "cake",
        lathe([(0.9 * r, 0), (1.05 * r, 0.08 * r), (0.9 * r, 0.3 * r), (0.3 * r, 0.4 * r)], segments=22).moved(y=h * r),
        dough,
    )
    t = np.linspace(0, 1, 20 * turns)
    out, y = r * 0.72 * (1 - t) ** 0.8, h * r + 0.3 * r + 1.15 * r * t
    path = np.stack([out * np.cos(2 * np.pi * turns * t), y, out * np.sin(2 * np.pi * turns * t)], 1)
    design.add(
        "icing",
        sweep(path, r * (0.36 - 0.24 * t), sides=8)
        + cylinder(0.7 * r, 1.0 * r, top_radius=0.1 * r).moved(y=h * r + 0.25 * r),
        icing,
    )
    top = h * r + 1.5 * r
    if topping == "cherry":
        design.add("cherry", sphere(0.24 * r, segments=12).moved(y=top + 0.08 * r), FRESH_RED)
    elif topping == "berry":
        design.add(
            "berry",
            around(sphere(0.16 * r, segments=10).moved(0.16 * r), 3).moved(y=top),
            Material("blue", (0.2, 0.22, 0.5)),
        )
    elif topping == "candle":
        design.add("candle", cylinder(0.09 * r, 0.9 * r, segments=8).moved(y=top - 0.1 * r), FRESH_YELLOW)
        design.add("flame", sphere(0.11 * r, segments=8).scaled(1, 1.8, 1).moved(y=top + 0.95 * r), FRESH_ORANGE)
    for i in range(sprinkles):
        k = (i * 11 + 3) % (16 * turns)
        one = cylinder(0.03 * r, 0.2 * r, segments=5).rotated("z", 70).rotated("y", 60 * i)
        design.add("sprinkle", one.moved(*(path[k] * (1.28, 1, 1.28) + (0, 0.2 * r, 0))), PLASTICS[i % 5])
    if topping != "nothing":
        design.features.append(f"a {topping} on top")
    return design


@category("pie", family="food", also=("tart",))
def pie(p: Parameters) -> Design:
    r, h, flutes = p.real("radius", 0.1, 0.14), p.real("height", 0.25, 0.4), p.whole("flutes", 16, 28)
    top, strips, form = (
        p.choice("top", ["lattice", "closed", "open", "lattice"]),
        p.whole("strips", 4, 6),
        p.choice("form", ["whole", "whole", "slice"]),
    )
    crust, dish = (
        p.material("crust", BAKED),
        p.material("dish", [*CERAMICS[:2], Material("tin", (0.72, 0.73, 0.75)), CERAMICS[5]]),
    )
    fruit = p.material(
        "filling",
        paint(
            cherry=(0.6, 0.06, 0.1), apple=(0.85, 0.66, 0.3), blueberry=(0.22, 0.14, 0.36), pumpkin=(0.8, 0.42, 0.12)
        ),
    )
    y = h * r
    if form == "slice":
        design = Design(["sliced", f"{fruit.name}-filled"], [f"a {crust.name} crust"])
        for part, k, low, high, material in (
            ("crust", 0.96, 0, 0.2, crust),
            ("filling", 0.9, 0.18, 0.82, fruit),
            ("crust", 0.96, 0.8, 1, crust),
        ):
            design.add(part, sector(k * r, 62, 118, (high - low) * y).moved(y=low * y), material)
        design.add(
            "rim", sweep(arc(0.95 * r, 62, 118, points=12, plane="xz") + np.array([0, 0.9 * y, 0]), 0.11 * r), crust
        )
        design.add("crust", sector(0.96 * r, 62, 118, y, inner=0.86 * r), crust)
        for i in range(strips if top == "lattice" else 2):
            design.add(
                "slit", box(0.25 * r * (i + 2) / 6, 0.01 * r, 0.03 * r).moved(0, y, (0.25 + 0.11 * i) * r), fruit
            )
        return design
    design = Design(
        [f"{fruit.name}-filled", "round"],
        [
            {"lattice": "a lattice top", "closed": "a closed lid with slits"}.get(top, "an open top"),
            f"a {crust.name} crust",
        ],
    )
    design.add(
        "dish", lathe([(0.78 * r, 0), (1.0 * r, 0.85 * y), (1.0 * r, 0.9 * y), (0.8 * r, 0.85 * y)], segments=32), dish
    )
    design.add("filling", cylinder(0.93 * r, 0.15 * y, segments=32).moved(y=0.8 * y), fruit)
    design.add(
        "rim", around(sphere(0.085 * r, segments=8).scaled(1, 1, 1.4).moved(0.98 * r), flutes).moved(y=0.97 * y), crust
    )
    if top == "lattice":
        for i in range(strips):
            x = (i - (strips - 1) / 2) * 1.75 / strips
            strip = box(2 * r * np.sqrt(0.9 - x * x), 0.04 * r, 0.15 * r).moved(0, 0.94 * y, x * r)
            design.add("lattice", strip + strip.rotated("y", 90).moved(y=0.02 * r), crust)
    elif top == "closed":
        design.add("lid", sphere(0.95 * r, segments=28, start=0).scaled(1, 0.22, 1).moved(y=0.9 * y), crust)
        slit = sphere(0.2 * r, segments=8).scaled(1, 0.1, 0.16).rotated("z", -11).moved(0.42 * r, 0.9 * y + 0.19 * r)
        design.add("slit", around(slit, strips), fruit)
    else:
        design.add(
            "filling",
            strewn(sphere(0.1 * r, segments=8), 5 * strips, 0.8 * r, 0.95 * y),
            fruit.tinted(np.full(3, 0.06)),
        )
    return design


@category("pancake", family="food", also=("pancakes", "flapjack"))
def pancake(p: Parameters) -> Design:
    r, thick, count = p.real("radius", 0.05, 0.09), p.real("thick", 0.13, 0.22), p.whole("count", 2, 6)
    topping, plate = (
        p.choice("topping", ["butter", "butter", "berries", "cream"]),
        p.material("plate", [*CERAMICS[:2], CERAMICS[3]]),
    )
    drips, shift = p.whole("drips", 0, 7), p.real("shift", 0, 0.12)
    crust = p.material("crust", paint(golden=(0.83, 0.57, 0.26), brown=(0.68, 0.42, 0.18), pale=(0.9, 0.7, 0.4)))
    syrup = p.material(
        "syrup",
        paint(maple_syrup=(0.5, 0.22, 0.05), chocolate_sauce=(0.24, 0.12, 0.07), strawberry_sauce=(0.75, 0.1, 0.15)),
    )
    h = thick * r
    design = Design(
        [crust.name, "thick" if thick > 0.175 else "thin"],
        [f"{number_word(count - 1)} more underneath", f"{topping} on top"],
    )
    design.add(
        "plate",
        lathe(
            [
                (0.8 * r, -0.14 * r),
                (1.1 * r, -0.1 * r),
                (1.5 * r, 0.02 * r),
                (1.48 * r, 0.04 * r),
                (1.1 * r, -0.02 * r),
                (0.01, -0.02 * r),
            ],
            segments=32,
        ),
        plate,
    )
    pale = Material("pale", (0.95, 0.83, 0.58))
    for i in range(count):
        x, z, k = shift * r * np.sin(2.4 * i), shift * r * np.cos(1.7 * i), 1 - 0.02 * i
        design.add(
            "edge",
            lathe(np.array([(0.93, 0.1), (1, 0.35), (1, 0.65), (0.93, 0.9)]) * (k * r, h), segments=28).moved(
                x, i * h, z
            ),
            pale,
        )
        face = lathe(np.array([(0.85, 0), (0.965, 0.16), (0.965, 0.84), (0.85, 1.0)]) * (k * r, h), segments=28)
        design.add("crust", face.moved(x, i * h, z), crust)
    top = count * h
    if drips:
        design.add("syrup", lumpy(cylinder(0.62 * r, 0.05 * r, segments=30), 0.06, 0.9 * r).moved(y=0.99 * top), syrup)
        for i in range(drips):
            low = top - h * (0.6 + (i * 0.62 % 1) * (count - 0.8))
            path = smooth(
                [(0.5 * r, top + 0.02 * r, 0), (0.93 * r, top, 0), (1.04 * r, top - 0.4 * h, 0), (1.04 * r, low, 0)], 10
            )
            design.add(
                "syrup",
                around(sweep(path, np.linspace(0.07, 0.085, 10) * r, sides=7), 1, start=360 / drips * i + 20),
                syrup,
            )
        design.features.append(syrup.name)
    if topping == "butter":
        design.add(
            "butter",
            box(0.45 * r, 0.14 * r, 0.42 * r, bevel=0.04 * r).rotated("y", 25).moved(y=top + 0.02 * r),
            Material("butter yellow", (0.98, 0.88, 0.45)),
        )
    elif topping == "berries":
        berry = sphere(0.15 * r, segments=10)
        for i, material in enumerate((FRESH_RED, Material("blue", (0.2, 0.2, 0.45)))):
            design.add(
                "berry", around(berry.moved(0.3 * r), 3, start=60 * i).moved(y=top + (0.1 + 0.04 * i) * r), material
            )
    else:
        whip = lathe(
            np.array([(0.4, 0), (0.45, 0.12), (0.3, 0.26), (0.33, 0.34), (0.15, 0.5), (0.01, 0.62)]) * r, segments=20
        )
        design.add("cream", whip.moved(y=top), WHITE)
    return design
