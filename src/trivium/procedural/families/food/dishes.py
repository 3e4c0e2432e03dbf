"""Meals, drinks, and what they are made from."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.food.parts import (
    BAKED,
    BLACK,
    CREAM,
    DOUGH,
    FRESH_GREEN,
    FRESH_ORANGE,
    FRESH_PINK,
    FRESH_RED,
    FRESH_YELLOW,
    FRUIT,
    MEAT,
    STALK,
    WHITE,
    WOOD,
    blade,
    halved,
    leaf,
    lumpy,
    plural,
    scattered,
    sector,
    split,
    strewn,
)
from trivium.procedural.materials import CERAMICS, GLASS, LEAF, PLASTICS, WOODS, Material, paint
from trivium.procedural.solids import (
    arc,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    regular_outline,
    row,
    smooth,
    sphere,
    sweep,
    torus,
    tube,
)

SAUCE = paint(ketchup=(0.75, 0.08, 0.05), mustard=(0.93, 0.72, 0.1))
TOPPINGS = (
    Material("pepperoni", (0.7, 0.16, 0.1)),
    Material("tomato", (0.88, 0.22, 0.14)),
    Material("mushroom", (0.85, 0.76, 0.64)),
    Material("olive", (0.16, 0.17, 0.1)),
)
FILLINGS = (
    Material("lettuce", (0.45, 0.68, 0.22)),
    Material("cheese", (0.97, 0.78, 0.25)),
    Material("tomato", (0.85, 0.16, 0.1)),
    Material("ham", (0.93, 0.6, 0.6)),
)
FISH = paint(salmon=(0.96, 0.5, 0.32), tuna=(0.75, 0.15, 0.2), prawn=(0.97, 0.7, 0.55), omelette=(0.97, 0.8, 0.3))


@category("burger", family="food", also=("hamburger", "cheeseburger"))
def burger(p: Parameters) -> Design:
    r, bun, patties = p.real("radius", 0.04, 0.065), p.real("bun", 0.4, 0.9), p.whole("patties", 1, 3)
    cheese, salad, seeds = p.choice("cheese", ["yes", "no"]), p.whole("salad", 0, 2), p.whole("seeds", 0, 14)
    dough, meat = p.material("dough", DOUGH), p.material("patty", [DOUGH[1], Material("chicken", (0.85, 0.6, 0.3))])
    design = Design([dough.name], [f"{number_word(patties)} {meat.name} patt{'ies' if patties > 1 else 'y'}"])
    y = 0.35 * r
    design.add("bun", lathe([(0.9 * r, 0), (r, 0.1 * r), (r, y)], segments=24), dough)
    for _ in range(patties):
        design.add("patty", lathe([(r, 0), (1.06 * r, 0.12 * r), (r, 0.24 * r)], segments=24).moved(y=y), meat)
        y += 0.24 * r
        if cheese == "yes":
            design.add("cheese", box(1.7 * r, 0.05 * r, 1.7 * r).rotated("y", 20).moved(y=y), FRUIT[2])
            y += 0.05 * r
    for i in range(salad):
        design.add(
            "salad", cylinder(1.12 * r, 0.07 * r, segments=11).rotated("y", 17 * i).moved(y=y), (LEAF, FRUIT[0])[i]
        )
        y += 0.07 * r
    design.add("bun", sphere(r, start=0, segments=24).scaled(1, bun, 1).moved(y=y), dough)
    for i in range(seeds):
        design.add(
            "seed",
            sphere(0.05 * r, segments=6)
            .scaled(1, 0.6, 1.5)
            .moved(0.45 * r * (0.5 + (i % 3) / 3), y + bun * r * 0.88)
            .rotated("y", 137.5 * i),
            DOUGH[2],
        )
    design.features += [
        w for w, there in (("cheese", cheese == "yes"), ("salad", salad > 0), ("seeds on top", seeds > 0)) if there
    ]
    return design


@category("pizza", family="food", also=("pizza pie",))
def pizza(p: Parameters) -> Design:
    r, rim, count = p.real("radius", 0.11, 0.2), p.real("rim", 0.05, 0.09), p.whole("toppings", 6, 14)
    form, basil = p.choice("form", ["whole", "whole", "with a slice missing", "slice"]), p.whole("basil_leaves", 0, 7)
    crust, topping = p.material("crust", BAKED), p.material("topping", TOPPINGS)
    cheese = p.material("cheese", paint(yellow=(0.96, 0.8, 0.4), pale=(0.96, 0.88, 0.62), red=(0.82, 0.3, 0.14)))
    start, stop = {"slice": (68, 112), "with a slice missing": (60, 365)}.get(form, (0, 360))
    design = Design([{"slice": "sliced", "whole": "round"}.get(form, "cut"), f"{crust.name}-crusted"], [])
    for part, k, low, high, material in (
        ("crust", 0.97, 0, 0.05, crust),
        ("sauce", 0.9, 0.02, 0.06, TOPPINGS[1]),
        ("cheese", 0.86, 0.03, 0.07, cheese),
    ):
        base = (
            cylinder(k * r, (high - low) * r, segments=30)
            if form == "whole"
            else sector(k * r, start, stop, (high - low) * r)
        )
        design.add(part, base.moved(y=low * r), material)
    edge = arc(0.95 * r, start, stop, points=30, plane="xz") + np.array([0, 0.05 * r, 0])
    design.add("rim", sweep(edge, rim * r, sides=8), crust)
    few, margin = (4, 6) if form == "slice" else (count, 12 * (form != "whole"))
    piece = (
        cylinder(0.1 * r, 0.03 * r, segments=12)
        if topping.name != "olive"
        else tube(0.07 * r, 0.03 * r, 0.04 * r, segments=10)
    )
    design.add("topping", strewn(piece, few, 0.74 * r, 0.06 * r, start + margin, stop - margin), topping)
    green = leaf(0.18 * r, 0.1 * r, 5)
    if basil:
        design.add(
            "basil", strewn(green, basil, 0.6 * r, 0.09 * r, start + 1.5 * margin, stop - 1.5 * margin), FRESH_GREEN
        )
        design.features.append("basil")
    design.features.insert(0, f"{topping.name} on top")
    return design


@category("sandwich", family="food", also=("toastie", "snack"))
def sandwich(p: Parameters) -> Design:
    w, bread, layers = p.real("width", 0.09, 0.12), p.real("bread", 0.012, 0.02), p.whole("layers", 2, 5)
    form, crust = p.choice("form", ["triangular", "square", "long"]), p.material("crust", BAKED)
    crumb, first = (
        p.material("crumb", paint(white=(0.96, 0.9, 0.78), wholemeal=(0.78, 0.6, 0.4))),
        p.whole("first_filling", 0, 3),
    )
    pick = p.choice("cocktail_stick", ["yes", "no"])
    outline = {
        "triangular": np.array([(-0.5, -0.4), (0.5, -0.4), (0.06, 0.4), (-0.06, 0.4)]) * 1.3,
        "square": np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.4), (0.4, 0.5), (-0.4, 0.5), (-0.5, 0.4)]),
        "long": np.array([(np.sign(c) * abs(c) ** 0.6 * 1.1, s * 0.38) for c, s in regular_outline(28, 1)]),
    }[form] * w
    dense = np.stack([outline + (np.roll(outline, -1, 0) - outline) * t for t in np.linspace(0, 0.9, 5)], 1)
    outline = dense.reshape(-1, 2)
    names = [FILLINGS[(first + i) % 4].name for i in range(layers)]
    design = Design(
        [form, f"{crumb.name}-bread"], [" and ".join(names[:2]), f"{number_word(layers)} layers of filling"]
    )

    def slab(part: str, y: float, high: float, size: float, material: Material, top: float = 1) -> None:
        design.add(part, extrude(outline * size, high, top_scale=top).moved(y=y), material)

    slab("crust", 0, bread, 1, crust)
    slab(
        "crumb",
        0.08 * bread if form != "long" else 0.7 * bread,
        0.85 * bread if form != "long" else 0.34 * bread,
        1.01,
        crumb,
    )
    y = 1.02 * bread
    for i in range(layers):
        filling, high = FILLINGS[(first + i) % 4], 0.006
        sheet = extrude(outline * (1.04 + 0.03 * np.sin(2 * i)), high)
        if filling.name == "lettuce":
            sheet = extrude(outline * (1.08 + 0.05 * (-1) ** np.arange(len(outline)))[:, None], high)
        design.add("filling", sheet.moved(y=y), filling)
        y += 1.1 * high
    if form == "long":
        slab("crumb", y, 0.3 * bread, 1.01, crumb)
        slab("crust", y + 0.2 * bread, bread, 1, crust, 0.94)
        slab("crust", y + 1.2 * bread, 0.7 * bread, 0.94, crust, 0.72)
        cutting = box(0.06 * w, 0.003, 0.4 * w).rotated("y", 25)
        design.add("cut", row(cutting, 4, step=(0.36 * w, 0, 0)).moved(y=y + 1.88 * bread), crumb)
    else:
        slab("crust", y, bread, 1, crust)
        slab("crumb", y + 0.08 * bread, 0.85 * bread, 1.01, crumb)
        slab("crumb", y + 0.9 * bread, 0.13 * bread, 0.94, crumb)
    top = y + (1 if form != "long" else 1.9) * bread
    if pick == "yes":
        design.add("stick", cylinder(0.0015, 0.05, segments=6).moved(y=top - 0.012), WOOD)
        design.add("olive", sphere(0.008, segments=10).moved(y=top + 0.025), FRESH_GREEN)
        design.features.append("an olive on a cocktail stick")
    return design


@category("hot dog", family="food", also=("sausage in a bun", "fast food"))
def hot_dog(p: Parameters) -> Design:
    length, r, stick_out = (
        p.real("length", 0.13, 0.19),
        p.real("radius", 0.011, 0.015),
        p.real("sausage_length", 1.02, 1.25),
    )
    plump, waves, salad = p.real("bun", 1.4, 1.9), p.whole("waves", 4, 9), p.choice("salad", ["yes", "no"])
    bun, sausage = (
        p.material("bun_colour", BAKED),
        p.material("sausage", paint(reddish=(0.72, 0.26, 0.16), brown=(0.56, 0.27, 0.14))),
    )
    sauce = p.material("sauce", SAUCE)
    t = np.linspace(-1, 1, 15)
    width = np.maximum((1 - np.abs(t) ** 4) ** 0.5, 0.08)
    path = np.stack([length / 2 * t, 0 * t, 0 * t], 1)
    side = sweep(path, plump * r * width, sides=14).scaled(1, 0.95, 0.8).moved(0, 0, 1.1 * r)
    design = Design(
        [f"{bun.name}-bunned"], [f"a line of {sauce.name}", "a long sausage" if stick_out > 1.13 else "a sausage"]
    )
    design.add("bun", side + side.scaled(1, 1, -1) + sweep(path, 0.9 * r * width, sides=10).moved(y=-0.6 * r), bun)
    design.add(
        "sausage",
        sweep(path * (stick_out, 1, 1) + np.stack([0 * t, (0.75 + 0.35 * t**2) * r, 0 * t], 1), r * width, sides=14),
        sausage,
    )
    s = np.linspace(-0.85, 0.85, 6 * waves)
    line = np.stack([s * length / 2, (1.75 + 0.25 * s**2) * r, 0.45 * r * np.sin(np.pi * waves * s)], 1)
    design.add("sauce", sweep(line, 0.16 * r, sides=6), sauce)
    if salad == "yes":
        green = blade(path * (0.92, 1, 1) + (0, 0.95 * r, 0), 4.2 * r, 0.1 * r, wave=0.3 * r)
        design.add("salad", green, FILLINGS[0])
        design.features.append("lettuce")
    return design


@category("sushi", family="food", also=("maki", "Japanese food"))
def sushi(p: Parameters) -> Design:
    r, count, form = (
        p.real("radius", 0.018, 0.026),
        p.whole("pieces", 1, 5),
        p.choice("form", ["maki", "nigiri", "mixed"]),
    )
    fish, nori = (
        p.material("fish", FISH),
        p.material("seaweed", paint(black_green=(0.08, 0.13, 0.09), dark_green=(0.1, 0.2, 0.12))),
    )
    plate, tall, long = (
        p.material("board", [*WOODS[:2], CERAMICS[4], CERAMICS[0]]),
        p.real("tall", 0.9, 1.4),
        p.real("long", 1.2, 1.6),
    )
    board = p.choice("base", ["a board", "nothing"])
    rice, maki, nigiri = Material("white rice", (0.95, 0.94, 0.9)), Design(), Design()
    maki.add("seaweed", tube(r, 0.93 * r, tall * r), nori)
    maki.add("rice", lumpy(cylinder(0.94 * r, 1.0 * tall * r), 0.015, 0.4 * r).moved(y=0.02 * r), rice)
    maki.add("fish", cylinder(0.42 * r, 1.08 * tall * r, segments=8), fish)
    maki.add("cucumber", box(0.26 * r, 1.1 * tall * r, 0.3 * r).moved(0.28 * r), FRESH_GREEN)
    grain = lumpy(sphere(0.75 * r, segments=18), 0.03, 0.3 * r).scaled(1, 0.75, 1.1 * long)
    nigiri.add("rice", grain.moved(y=0.5 * r), rice)
    t = np.linspace(-1, 1, 9)
    top = np.stack([0 * t, r * (1.25 - 0.3 * t**2), 1.35 * long * r * t], 1)
    nigiri.add("fish", blade(top, 1.25 * r, 0.28 * r, across=(1, 0, 0)), fish)
    nigiri.add(
        "stripe",
        join(
            *(
                blade(top[i : i + 2] + np.array([0, 0.15 * r, 0]), 1.15 * r, 0.03 * r, across=(1, 0, 0)).scaled(
                    1, 1, 0.9
                )
                for i in (1, 3, 5, 7)
            )
        ),
        fish.tinted(np.full(3, 0.14)),
    )
    nigiri.add(
        "seaweed",
        sweep(
            np.array(
                [(-0.8, 0.05, 0), (-0.8, 1.15, 0), (-0.6, 1.38, 0), (0.6, 1.38, 0), (0.8, 1.15, 0), (0.8, 0.05, 0)]
            )
            * r,
            0.07 * r,
            sides=4,
        ).scaled(1, 1, 3),
        nori,
    )
    design = Design([fish.name], ["seaweed", f"{plural(count, 'piece')} in a row"])
    for i in range(count):
        kind = maki if form == "maki" or (form == "mixed" and i % 2 == 0) else nigiri
        x = (i - (count - 1) / 2) * 2.3 * r
        design.parts += [(n, s.moved(x), m) for n, s, m in kind.parts]
    if board == "a board":
        wide = (2.3 * count + 1.2) * r
        design.add(
            "board",
            box(wide, 0.25 * r, 4.2 * r, bevel=0.2 * r).moved(y=-0.26 * r)
            + row(box(0.3 * r, 0.5 * r, 3.8 * r), 2, step=(0.6 * wide, 0, 0)).moved(y=-0.7 * r),
            plate,
        )
        design.features.append(f"a {plate.name} board")
    return design


@category("cheese", family="food", also=("block of cheese", "dairy"))
def cheese(p: Parameters) -> Design:
    r, h, wide = p.real("radius", 0.08, 0.14), p.real("height", 0.35, 0.7), p.real("wedge", 35, 70)
    form, holes, rind_ = (
        p.choice("form", ["wedge", "wedge", "wheel", "block"]),
        p.whole("holes", 4, 12),
        p.real("rind", 0.88, 0.97),
    )
    paste = p.material(
        "paste", paint(yellow=(0.97, 0.8, 0.3), pale_yellow=(0.97, 0.88, 0.58), orange=(0.95, 0.6, 0.15))
    )
    rind = p.material(
        "rind_colour",
        paint(golden=(0.85, 0.6, 0.2), red=(0.75, 0.1, 0.1), white=(0.95, 0.94, 0.88), brown=(0.6, 0.4, 0.2)),
    )
    y, dark = h * r, paste.tinted(np.full(3, -0.16))
    design = Design(
        [paste.name, form if form != "wedge" else "wedge-shaped"],
        [f"a {rind.name} rind" if form != "block" else f"{number_word(holes)} holes"],
    )
    hole = sphere(1, segments=10)
    if form == "block":
        w, d = 1.5 * r, 0.9 * r
        design.add("paste", box(w, y, d), paste)
        for i in range(holes):
            u, v, s = 0.8 * (i * 0.618 % 1 - 0.5), 0.1 + 0.8 * (i * 0.37 % 1), (0.05 + 0.04 * (i % 3)) * r
            disc = hole.scaled(s, s, 0.15 * s)
            design.add(
                "hole",
                disc.moved(u * w, v * y, d / 2) if i % 2 else disc.rotated("x", 90).moved(u * w, y, (v - 0.5) * d),
                dark,
            )
        design.add("slice", box(0.06 * r, y, d).rotated("z", 75).moved(w / 2 + 1.02 * y, 0.03 * r), paste)
        return design
    start, stop = (90 - wide / 2, 90 + wide / 2) if form == "wedge" else (90 + wide / 2, 450 - wide / 2)
    design.add("paste", sector(0.99 * rind_ * r, start, stop, y), paste)
    design.add("rind", sector(r, start, stop, y, inner=0.98 * rind_ * r), rind)
    if form == "wheel":
        design.add("rind", sector(0.995 * r, start + 0.5, stop - 0.5, 0.02 * r).moved(y=0.995 * y), rind)
    for i in range(holes):
        u, v, s = (0.25 + 0.6 * (i * 0.618 % 1)) * r, 0.12 + 0.76 * (i * 0.37 % 1), (0.03 + 0.025 * (i % 3)) * r
        disc = hole.scaled(s, s, 0.15 * s).moved(u, v * y)
        if i % 3 == 2 and form == "wedge":
            turned_up = hole.scaled(s, 0.15 * s, s).moved(u, y).rotated("y", -90 - 0.2 * wide * (-1) ** i)
            design.add("hole", turned_up, dark)
        else:
            design.add("hole", disc.rotated("y", -(start if i % 2 else stop)), dark)
    design.parts = [(n, s.rotated("y", 110 if form == "wedge" else 0), m) for n, s, m in design.parts]
    design.features.append(f"{number_word(holes)} holes")
    return design


@category("egg", family="food", also=("hen's egg", "chicken egg"))
def egg(p: Parameters) -> Design:
    r, tall, point = p.real("radius", 0.019, 0.025), p.real("tall", 1.2, 1.4), p.real("point", 0.1, 0.25)
    form, specks = p.choice("form", ["whole", "in an egg cup", "fried", "boiled and halved"]), p.whole("specks", 0, 30)
    shell = p.material(
        "shell",
        paint(white=(0.96, 0.94, 0.9), brown=(0.78, 0.54, 0.36), cream=(0.93, 0.84, 0.7), pale_blue=(0.74, 0.85, 0.84)),
    )
    cup, yolk = (
        p.material("cup", [*PLASTICS[:5], *CERAMICS[:2], WOODS[0]]),
        p.material("yolk", paint(yellow=(0.98, 0.75, 0.12), orange=(0.96, 0.58, 0.08))),
    )
    wide = p.real("white", 2.0, 2.8)
    a = np.radians(np.linspace(-90, 90, 18))
    body = lathe(
        np.stack([np.maximum(r * np.cos(a) * (1 - point * np.sin(a)), 0.0002), r * tall * np.sin(a)], 1), segments=24
    )
    if form == "fried":
        white = lumpy(lathe([(0.9, 0), (1, 0.03), (0.93, 0.08), (0.5, 0.11), (0.001, 0.12)], segments=36), 0.06, 1.1)
        design = Design([form, f"{yolk.name}-yolked"], ["a wide flat white" if wide > 2.4 else "a flat white"])
        design.add("white", white.scaled(wide * r, 1.6 * r, wide * r), WHITE)
        design.add("yolk", sphere(0.85 * r, start=0).scaled(1, 0.6, 1).moved(0.1 * r, 0.12 * r, 0.1 * r), yolk)
        return design
    if form == "boiled and halved":
        design = Design(["boiled", "halved"], [f"a {yolk.name} yolk"])
        lift = halved(design, body, WHITE, WHITE, 0.97)
        design.add("yolk", sphere(0.58 * r).scaled(1, 1, 0.35).moved(0, -0.15 * r, lift), yolk)
        design.parts = [(n, s.rotated("x", -40), m) for n, s, m in design.parts]
        return design
    design = Design(
        [shell.name, form.split()[0] if form == "whole" else "boiled"], ["speckles" if specks > 9 else "a plain shell"]
    )
    design.add("shell", body, shell)
    if specks > 9:
        spots = body.vertices[(np.arange(specks) * 41 + 50) % (len(body.vertices) - 60) + 24]
        design.add("speck", join(*(sphere(0.05 * r, segments=6).moved(*(v * 0.98)) for v in spots)), STALK)
    if form != "whole":
        holder = [
            (0.75, -2.4),
            (0.7, -2.25),
            (0.25, -2.0),
            (0.25, -1.7),
            (0.8, -1.2),
            (1.12, -0.2),
            (1.02, -0.2),
            (0.5, -1.0),
        ]
        design.add("cup", lathe(np.array(holder) * r, segments=24), cup)
        design.features.insert(0, f"a {cup.name} egg cup")
    return design


@category("sausage", family="food", also=("wurst", "banger"))
def sausage(p: Parameters) -> Design:
    length, r, bend = p.real("length", 0.09, 0.16), p.real("radius", 0.011, 0.018), p.real("bend", 10, 110)
    count, marks, form = p.whole("links", 1, 3), p.whole("grill_marks", 0, 5), p.choice("form", ["links", "on a fork"])
    skin = p.material(
        "skin",
        paint(brown=(0.52, 0.26, 0.14), reddish=(0.7, 0.26, 0.18), pink=(0.88, 0.58, 0.5), dark_red=(0.42, 0.1, 0.1)),
    )
    t = np.linspace(-1, 1, 19)
    radius, angle = length / np.radians(bend), np.radians(bend) / 2 * t
    path = np.stack([radius * np.sin(angle), 0 * t, radius * (1 - np.cos(angle))], 1)
    width = r * np.clip((1 - np.abs(t) ** 6) ** 0.5, 0.15, 1)
    design = Design(
        [skin.name, "curved" if bend > 50 else "straight"],
        [f"{number_word(marks)} grill marks" if marks > 1 else "a smooth skin"],
    )
    one = Design()
    one.add("skin", sweep(path, width, sides=16), skin)
    for x in (0, -1):
        tip = path[x] * 1.0
        one.add(
            "knot",
            cylinder(0.1 * r, 0.7 * r, top_radius=0.3 * r, segments=8).rotated("z", -90 if x else 90).moved(*tip),
            skin,
        )
    for i in range(marks if marks > 1 else 0):
        k = 3 + round(12 * (i + 0.5) / marks)
        mark = sweep(arc(1.01 * r, 20, 160, points=9, plane="zy"), 0.07 * r, sides=5).rotated("y", 25)
        one.add("grill mark", mark.moved(*path[k]), BLACK)
    for i in range(count):
        design.parts += [(n, s.moved(z=2.05 * r * (i - (count - 1) / 2)), m) for n, s, m in one.parts]
    if form == "on a fork":
        steel = Material("steel", (0.7, 0.72, 0.74))
        fork = sweep([(0, 0, 0), (0, 4 * r, 0), (0, 7 * r, 0)], [0.2 * r, 0.25 * r, 0.4 * r]) + box(
            1.3 * r, 0.3 * r, 0.2 * r
        ).moved(y=-0.2 * r)
        fork += row(cylinder(0.08 * r, 1.6 * r, segments=6), 3, step=(0.55 * r, 0, 0)).moved(y=-1.7 * r)
        design.add("fork", fork.moved(y=2.1 * r).rotated("z", -20).moved(0, 0, 2.05 * r * (0 - (count - 1) / 2)), steel)
        design.features.append("a fork in it")
    if count > 1:
        design.features.append(f"{number_word(count - 1)} more beside it")
    return design


@category("steak", family="food", also=("meat", "beef"))
def steak(p: Parameters) -> Design:
    r, thick, long = p.real("radius", 0.07, 0.11), p.real("thick", 0.18, 0.35), p.real("long", 1.15, 1.5)
    form, marks, veins = (
        p.choice("form", ["boneless", "T-bone", "on a plate"]),
        p.whole("grill_marks", 0, 6),
        p.whole("veins", 4, 10),
    )
    meat = p.material("meat", MEAT)
    fat = p.material("fat", paint(white=(0.94, 0.88, 0.8), golden=(0.85, 0.68, 0.42)))
    a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    k = 1 + 0.1 * np.cos(2 * a + 1) + 0.09 * np.cos(3 * a) + 0.03 * np.sin(5 * a)
    outline = np.stack([long * np.cos(a) * k, np.sin(a) * k], 1) * r
    h = thick * r
    design = Design([meat.name, "thick" if thick > 0.26 else "thin"], [f"a rim of {fat.name} fat"])
    design.add(
        "fat",
        extrude(outline, 0.5 * h, top_scale=1.03) + extrude(outline * 1.03, 0.45 * h, top_scale=0.97).moved(y=0.5 * h),
        fat,
    )
    design.add("meat", extrude(outline * 0.92 - (0, 0.015 * r), 1.0 * h, top_scale=0.98).moved(y=0.0 * h), meat)
    if marks > 1:
        bar = box(1.1 * r, 0.02 * r, 0.05 * r).rotated("y", 35)
        design.add("grill mark", row(bar, marks, step=(1.3 * long * r / marks, 0, 0)).moved(y=h), BLACK)
        design.features.append(f"{number_word(marks)} grill marks")
    else:
        vein = sweep(smooth([(-0.16 * r, 0, 0), (0, 0, 0.05 * r), (0.16 * r, 0, -0.02 * r)], 6), 0.016 * r, sides=5)
        design.add("marbling", strewn(vein, veins, 0.75 * r, 1.0 * h).scaled(long, 1, 1), fat)
        design.features.append("marbling")
    if form == "T-bone":
        bone = box(0.12 * r, 0.05 * r, 1.0 * r).moved(z=-0.25 * r) + box(1.0 * r, 0.05 * r, 0.16 * r).moved(z=-0.75 * r)
        design.add("bone", bone.moved(y=0.98 * h), WHITE)
        design.features.insert(0, "a T-shaped bone")
    elif form == "on a plate":
        plate = lathe(
            [
                (0.9 * r, -0.12 * r),
                (1.35 * r, -0.1 * r),
                (1.85 * r, 0.08 * r),
                (1.82 * r, 0.1 * r),
                (1.3 * r, -0.03 * r),
                (0.01, -0.03 * r),
            ],
            segments=32,
        )
        design.add("plate", plate, CERAMICS[0])
        design.add(
            "herb",
            join(*(leaf(0.45 * r, 0.2 * r, 10).rotated("y", 70 + 30 * i).moved(-0.3 * r, h) for i in range(3))),
            FRESH_GREEN,
        )
        design.features.insert(0, "a plate under it")
    return design


@category("french fries", family="food", also=("chips", "fries", "fast food"))
def french_fries(p: Parameters) -> Design:
    w, tall, count = p.real("width", 0.07, 0.11), p.real("tall", 0.8, 1.15), p.whole("fries", 20, 44)
    form, thick, out = (
        p.choice("form", ["carton", "carton", "paper cone", "bowl"]),
        p.real("thick", 0.007, 0.01),
        p.real("stick_out", 0.4, 0.8),
    )
    pack = p.material(
        "pack", [*PLASTICS[:2], *PLASTICS[3:4], Material("white", (0.93, 0.92, 0.9)), Material("red", (0.85, 0.1, 0.1))]
    )
    potato_ = p.material(
        "potato", paint(golden=(0.95, 0.76, 0.32), pale=(0.97, 0.86, 0.52), dark_golden=(0.85, 0.6, 0.22))
    )
    mark = p.material("mark", [Material("yellow", (0.98, 0.8, 0.1)), FRESH_RED, Material("white", (0.95, 0.95, 0.93))])
    h = w * tall
    design = Design([potato_.name, "thick-cut" if thick > 0.0085 else "thin-cut"], [f"a {pack.name} {form}"])
    deep = 0.42 if form == "carton" else 0.62
    places = scattered(count, 0.42 * w)
    for i, (x, z) in enumerate(places):
        long = h * (0.75 + out * (0.45 + 0.55 * np.sin(3.7 * i) ** 2))
        lean = (50 if form == "bowl" else 22) * x / (0.5 * w)
        one = (
            box(thick, long * (0.62 if form == "bowl" else 1), thick)
            .rotated("y", 31 * i)
            .rotated("z", -lean)
            .rotated("x", 30 * z / w)
        )
        design.add("fry", one.moved(x * 0.75, 0.3 * h, z * deep * 1.4), potato_)
    if form == "carton":
        t = np.linspace(-1, 1, 9)
        for side, high in ((1, 0.78 * h), (-1, 1.15 * h)):
            top = high - side * 0.12 * h * (1 - t**2) * (1 if side > 0 else -1.2)
            face = [(0.36 * w * t[0], 0), (0.36 * w, 0), *zip(t[::-1] * 0.5 * w, top[::-1], strict=True)]
            design.add("carton", extrude(face, 0.003).rotated("x", -90).moved(z=side * 0.24 * w), pack)
        flank = (
            extrude([(-0.16 * w, 0), (0.16 * w, 0), (0.25 * w, 0.79 * h), (-0.25 * w, 0.9 * h)], 0.003)
            .rotated("x", -90)
            .rotated("y", 90)
        )
        flank = flank.rotated("z", -np.degrees(np.arctan2(0.14 * w, 0.8 * h))).moved(0.36 * w)
        design.add("carton", flank + flank.scaled(-1, 1, 1) + box(0.72 * w, 0.003, 0.46 * w), pack)
        design.add(
            "mark",
            extrude(regular_outline(5, 0.17 * w, radius2=0.09 * w), 0.002)
            .rotated("x", 90)
            .rotated("z", 90)
            .moved(0, 0.38 * h, 0.24 * w + 0.003),
            mark,
        )
        design.features.append(f"a {mark.name} star on it")
    elif form == "paper cone":
        cone = lathe(
            [(0.06 * w, -0.5 * h), (0.5 * w, 0.75 * h), (0.47 * w, 0.75 * h), (0.02 * w, -0.4 * h)], segments=20
        )
        stripes, rest = split(cone, lambda c: np.cos(5 * np.arctan2(c[:, 2], c[:, 0])) > 0.3)
        design.add("cone", rest, pack)
        design.add("stripe", stripes, mark)
    else:
        bowl_ = lathe([(0.32 * w, 0), (0.62 * w, 0.62 * h), (0.59 * w, 0.62 * h), (0.3 * w, 0.05 * h)], segments=26)
        design.add("bowl", bowl_ + cylinder(0.5 * w, 0.02 * h).moved(y=0.4 * h), pack)
        design.add("band", tube(0.6 * w, 0.5 * w, 0.05 * h).moved(y=0.5 * h), mark)
    return design


@category("soup", family="food", also=("bowl of soup", "stew", "broth"))
def soup(p: Parameters) -> Design:
    r, deep, bits = p.real("radius", 0.06, 0.1), p.real("deep", 0.5, 0.8), p.whole("bits", 6, 22)
    form, spoon_, rim = (
        p.choice("bowl", ["round bowl", "bowl with a wide rim", "bowl with two handles"]),
        p.choice("spoon", ["yes", "no"]),
        p.real("foot", 0.4, 0.6),
    )
    broth = p.material(
        "broth",
        paint(
            tomato=(0.82, 0.25, 0.1),
            pumpkin=(0.93, 0.58, 0.15),
            pea=(0.48, 0.58, 0.2),
            chicken=(0.9, 0.75, 0.35),
            beetroot=(0.6, 0.08, 0.2),
        ),
    )
    clay, garnish = (
        p.material("clay", CERAMICS),
        p.choice("garnish", ["herbs", "cream swirl", "vegetables", "croutons"]),
    )
    h = deep * r
    wide = 1.35 if "rim" in form else 1.0
    design = Design(
        [broth.name, "hot"], [f"a {clay.name} {form}", garnish if garnish != "cream swirl" else "a cream swirl"]
    )
    outer = smooth([(rim, 0), (rim, 0.08), (0.85, 0.4), (1, 1)], 12)
    top = [(wide, 1.08), (wide, 1.14)] if wide > 1 else [(1.0, 1.04)]
    inner = [(0.95, 1.02), (0.9, 0.7), (0.5, 0.2), (0.01, 0.15)]
    design.add("bowl", lathe(np.array([*outer, *top, *inner]) * (r, h), segments=36), clay)
    y = 0.86 * h
    design.add("broth", cylinder(0.935 * r, 0.02 * h, segments=32).moved(y=y), broth)
    y += 0.02 * h
    if garnish == "herbs":
        design.add("herb", strewn(leaf(0.14 * r, 0.08 * r, 4), bits, 0.7 * r, y + 0.005 * r), FRESH_GREEN)
    elif garnish == "cream swirl":
        t = np.linspace(0.05, 1, 40)
        path = np.stack([0.6 * r * t * np.cos(14 * t), 0 * t + y, 0.6 * r * t * np.sin(14 * t)], 1)
        design.add("cream", sweep(path, 0.04 * r, sides=6).scaled(1, 1, 1), WHITE)
        design.add("herb", strewn(leaf(0.14 * r, 0.08 * r, 4), bits // 3 + 1, 0.4 * r, y + 0.04 * r), FRESH_GREEN)
    elif garnish == "vegetables":
        disc = cylinder(0.1 * r, 0.06 * r, segments=10)
        for i, material in enumerate((FRESH_ORANGE, FRESH_GREEN, CREAM)):
            design.add(
                "vegetable",
                strewn(disc.scaled(1 - 0.2 * i, 1, 1 - 0.2 * i), bits // 3 + 1, 0.75 * r, y - 0.02 * r).rotated(
                    "y", 40 * i
                ),
                material,
            )
    else:
        design.add("crouton", strewn(box(0.13 * r, 0.12 * r, 0.13 * r), bits, 0.65 * r, y - 0.03 * r), BAKED[0])
    if "handles" in form:
        ear = torus(0.2 * r, 0.05 * r, segments=16, sides=8).scaled(1, 1, 1.3).moved(1.03 * r, 0.85 * h)
        design.add("handle", ear + ear.scaled(-1, 1, 1), clay)
    if spoon_ == "yes":
        path = smooth(
            [(0.3 * r, y - 0.05 * r, 0.2 * r), (0.8 * r, 1.12 * h + 0.05 * r, 0.35 * r), (1.8 * r, 1.9 * h, 0.6 * r)],
            10,
        )
        steel = Material("steel", (0.72, 0.73, 0.75))
        design.add("spoon", sweep(path, np.linspace(0.035, 0.065, 10) * r), steel)
        design.add("spoon", sphere(0.24 * r, segments=12).scaled(1.3, 0.3, 0.9).moved(0.2 * r, y, 0.17 * r), steel)
        design.features.append("a spoon in it")
    return design


@category("coffee cup", family="food", also=("paper cup", "takeaway coffee", "disposable cup"))
def coffee_cup(p: Parameters) -> Design:
    r, tall, taper = p.real("radius", 0.038, 0.048), p.real("tall", 2.1, 3.6), p.real("taper", 0.68, 0.8)
    sleeve, mark = p.choice("sleeve", ["ribbed", "plain", "none"]), p.choice("mark", ["round", "bean", "stripe"])
    paper = p.material(
        "paper",
        paint(
            white=(0.95, 0.94, 0.92),
            brown=(0.72, 0.54, 0.36),
            black=(0.14, 0.13, 0.13),
            red=(0.72, 0.1, 0.12),
            teal=(0.16, 0.45, 0.42),
        ),
    )
    lid = p.material("lid", paint(white=(0.95, 0.95, 0.95), black=(0.12, 0.12, 0.12), brown=(0.36, 0.24, 0.17)))
    wrap = p.material(
        "sleeve_colour", paint(cardboard=(0.76, 0.58, 0.38), dark_brown=(0.36, 0.24, 0.16), green=(0.2, 0.45, 0.28))
    )
    logo, low = (
        p.material("logo", paint(green=(0.08, 0.42, 0.26), black=(0.12, 0.1, 0.1), cream=(0.95, 0.9, 0.76))),
        p.real("sleeve_height", 0.35, 0.5),
    )
    h = r * tall

    def at(t: float) -> float:
        return r * (taper + (1 - taper) * t)

    design = Design([paper.name, "tall" if tall > 2.9 else "short"], [f"a {lid.name} lid"])
    design.add("cup", cylinder(at(0), h, top_radius=r, segments=32), paper)
    design.add("rim", torus(at(0), 0.03 * r, segments=32, sides=6).moved(y=0.02 * r), paper)
    profile = [
        (1.0, -0.06),
        (1.06, -0.05),
        (1.06, 0.07),
        (0.98, 0.1),
        (0.94, 0.3),
        (0.88, 0.32),
        (0.84, 0.24),
        (0.01, 0.24),
    ]
    design.add("lid", lathe(np.array(profile) * r, segments=32).moved(y=h), lid)
    design.add("hole", sphere(0.12 * r, segments=8).scaled(1, 0.15, 0.5).moved(0, h + 0.245 * r, 0.62 * r), BLACK)
    outer = 1.01
    if sleeve != "none":
        a, b = 0.25, 0.25 + low
        if sleeve == "ribbed":
            outline = regular_outline(36, 1.06, radius2=1.025)
            band = extrude(outline * at(a), low * h, top_scale=at(b) / at(a))
        else:
            band = cylinder(1.04 * at(a), low * h, top_radius=1.04 * at(b), segments=32)
        design.add("sleeve", band.moved(y=a * h), wrap)
        design.features.append(f"a {sleeve} {wrap.name} sleeve")
        outer = 1.05
    t = 0.25 + low / 2
    if mark == "stripe":
        ring = cylinder(outer * 1.02 * at(t - 0.04), 0.08 * h, top_radius=outer * 1.02 * at(t + 0.04), segments=32)
        design.add("logo", ring.moved(y=(t - 0.04) * h), logo)
    else:
        disc = (
            sphere(0.36 * r, segments=18)
            .scaled(1 if mark == "round" else 0.65, 1, 0.42)
            .moved(0, t * h, outer * at(t) - 0.11 * r)
        )
        design.add("logo", disc, logo)
        line = box(0.05 * r, 0.5 * r, 0.1 * r) if mark == "bean" else box(0.3 * r, 0.12 * r, 0.1 * r).moved(y=0.19 * r)
        design.add(
            "print", line.moved(0, t * h - 0.25 * r, outer * at(t) - 0.01 * r), WHITE if logo.name != "cream" else BLACK
        )
    design.features.append(
        {"stripe": f"a {logo.name} stripe", "bean": f"a {logo.name} bean logo"}.get(mark, f"a round {logo.name} logo")
    )
    return design


@category("drink", family="food", also=("soft drink", "cocktail", "beverage"))
def drink(p: Parameters) -> Design:
    r, tall, taper = p.real("radius", 0.032, 0.045), p.real("tall", 2.4, 3.8), p.real("taper", 0.7, 0.95)
    form, level = p.choice("form", ["open glass", "dome lid", "flat lid"]), p.real("level", 0.6, 0.85)
    liquid = p.material(
        "liquid",
        paint(
            cola=(0.26, 0.12, 0.07),
            orange_juice=(0.97, 0.62, 0.12),
            lemonade=(0.97, 0.92, 0.55),
            strawberry=(0.93, 0.4, 0.45),
            mint=(0.5, 0.8, 0.55),
            iced_coffee=(0.7, 0.5, 0.34),
        ),
    )
    straw, garnish, ice = (
        p.material("straw", [*PLASTICS[:6], BLACK, FRESH_PINK]),
        p.choice("garnish", ["lemon slice", "none", "cherry"]),
        p.whole("ice_cubes", 0, 5),
    )
    cup = p.material("cup", [GLASS, GLASS, Material("clear", (0.86, 0.91, 0.93))])
    h = tall * r

    def at(t: float) -> float:
        return r * (taper + (1 - taper) * t)

    design = Design([liquid.name, "tall" if tall > 3.1 else "short"], [f"a {straw.name} straw"])
    design.add("cup", cylinder(0.98 * at(0), 0.08 * h), cup)
    design.add(
        "liquid", cylinder(at(0.06), (level - 0.06) * h, top_radius=at(level), segments=28).moved(y=0.06 * h), liquid
    )
    wall = lathe([(at(level), level * h), (r, h), (0.95 * r, h), (0.95 * at(level), level * h)], segments=28)
    design.add("cup", wall + torus(r, 0.03 * r, sides=6).moved(y=h), cup)
    top = h
    if form == "dome lid":
        design.add(
            "lid",
            sphere(1.03 * r, start=0, segments=24).scaled(1, 0.7, 1).moved(y=h)
            + tube(1.1 * r, 0.95 * r, 0.08 * r).moved(y=h),
            Material("clear", (0.9, 0.93, 0.94)),
        )
        top = h + 0.7 * r
    elif form == "flat lid":
        design.add(
            "lid",
            lathe(np.array([(1.02, -0.05), (1.09, 0), (1.06, 0.12), (0.9, 0.14), (0.01, 0.12)]) * r, segments=28).moved(
                y=h
            ),
            WHITE,
        )
    if form != "open glass":
        design.features.append(f"a {form}")
    bend = (
        [(0.1 * r, 0.5 * h, 0), (0.35 * r, top + 0.7 * r, 0), (1.1 * r, top + 1.05 * r, 0)]
        if form == "open glass"
        else [(0, 0.5 * h, 0), (0, top + 1.3 * r, 0)]
    )
    design.add("straw", sweep(bend, 0.09 * r, sides=10), straw)
    for i in range(3 if form == "open glass" else 5):
        base, tip = np.asarray(bend[0]), np.asarray(bend[1])
        c = base + (tip - base) * (1 - 0.05 * (1 + 2 * i) * (0.7 if form == "open glass" else 0.55))
        design.add("stripe", sweep([c, c + (tip - base) * 0.02], 0.1 * r, sides=10), WHITE)
    for i in range(ice):
        cube = box(0.45 * r, 0.4 * r, 0.45 * r, bevel=0.05 * r).rotated("z", 25 * i).rotated("y", 50 * i)
        design.add(
            "ice",
            cube.rotated("y", 0).moved(0.45 * r * np.cos(2.2 * i), level * h - 0.18 * r, 0.45 * r * np.sin(2.2 * i)),
            Material("ice", (0.88, 0.95, 0.98)),
        )
    if garnish == "lemon slice" and form == "open glass":
        disc, pulp = cylinder(0.5 * r, 0.1 * r), cylinder(0.42 * r, 0.12 * r)
        design.add("lemon", disc.rotated("x", 90).moved(-0.95 * r, h + 0.1 * r), FRESH_YELLOW)
        design.add(
            "lemon",
            pulp.rotated("x", 90).moved(-0.95 * r, h + 0.1 * r, -0.01 * r),
            Material("pale yellow", (0.98, 0.95, 0.65)),
        )
        design.features.append("a lemon slice")
    elif garnish == "cherry" and form == "open glass":
        design.add("cherry", sphere(0.24 * r, segments=12).moved(-0.2 * r, level * h + 0.1 * r, 0.3 * r), FRESH_RED)
        design.features.append("a cherry")
    else:
        design.add(
            "label",
            cylinder(1.01 * at(0.3), 0.16 * h, top_radius=1.015 * at(0.46), segments=28).moved(y=0.3 * h),
            straw,
        )
        design.features.append(f"a {straw.name} band")
    if ice:
        design.features.append("ice cubes")
    return design


@category("meal", family="food", also=("dinner", "plate of food", "lunch"))
def meal(p: Parameters) -> Design:
    r, form, main = (
        p.real("radius", 0.11, 0.14),
        p.choice("form", ["plate", "tray"]),
        p.choice("main", ["steak", "fish", "sausages", "fried egg"]),
    )
    side, greens = (
        p.choice("side", ["fries", "mashed potato", "rice"]),
        p.choice("greens", ["peas", "carrots", "salad", "broccoli"]),
    )
    amount, glass = p.whole("amount", 8, 20), p.choice("glass", ["yes", "no"])
    clay, tray_ = (
        p.material("plate", [CERAMICS[0], CERAMICS[0], CERAMICS[1], CERAMICS[3]]),
        p.material("tray", [*WOODS[:2], PLASTICS[7], *PLASTICS[:2]]),
    )
    meat = p.material("meat", paint(brown=(0.45, 0.25, 0.14), golden=(0.8, 0.55, 0.25), reddish=(0.66, 0.28, 0.18)))
    design = Design([meat.name], [main if main != "steak" else "a steak", f"{side} and {greens}"])
    design.features[0] = {"fried egg": "a fried egg", "fish": "a fish"}.get(main, design.features[0])
    design.add(
        "plate",
        lathe(np.array([(0.6, 0), (0.75, 0.03), (1, 0.12), (0.99, 0.14), (0.72, 0.07), (0.01, 0.07)]) * r, segments=36),
        clay,
    )
    food = Design()
    if main == "steak":
        food.add(
            "steak",
            lumpy(lathe([(0.3, 0), (0.36, 0.06), (0.3, 0.12), (0.01, 0.13)], segments=24), 0.05, 0.5).scaled(
                1.25, 1, 0.9
            ),
            meat,
        )
        food.add("grill mark", row(box(0.5, 0.01, 0.03), 3, step=(0, 0, 0.14)).rotated("y", 60).moved(y=0.12), BLACK)
    elif main == "fish":
        t = np.linspace(0, 1, 13)
        width = np.array([0.04, 0.13, 0.19, 0.22, 0.22, 0.2, 0.17, 0.13, 0.09, 0.06, 0.06, 0.14, 0.2])
        food.add(
            "fish", sweep(np.stack([t - 0.5, 0 * t, 0 * t], 1), width, sides=12).scaled(1, 0.45, 1).moved(y=0.07), meat
        )
        food.add("eye", sphere(0.03, segments=8).moved(-0.39, 0.13, 0.06), BLACK)
    elif main == "sausages":
        path = np.stack([(t := np.linspace(-1, 1, 11)) * 0.36, 0 * t, 0.1 * t**2], 1)
        one = sweep(path, 0.09 * np.clip((1 - t**6) ** 0.5, 0.2, 1), sides=12).moved(y=0.08)
        food.add("sausage", row(one, 2, step=(0, 0, 0.2)), meat)
    else:
        food.add("egg white", lumpy(lathe([(0.36, 0), (0.35, 0.03), (0.01, 0.05)], segments=26), 0.07, 0.5), WHITE)
        food.add("yolk", sphere(0.15, start=0, segments=16).scaled(1, 0.6, 1).moved(y=0.04), FRESH_YELLOW)
        food.add(
            "bacon",
            row(
                blade(np.stack([(t := np.linspace(-0.4, 0.4, 9)), 0.07 + 0.02 * np.sin(20 * t), 0 * t], 1), 0.1, 0.02),
                2,
                step=(0, 0, 0.14),
            ).moved(z=0.35),
            meat,
        )
    design.parts += [(n, s.scaled(r, r, r).moved(0, 0.07 * r, 0.26 * r), m) for n, s, m in food.parts]
    if side == "fries":
        fry = box(0.38 * r, 0.05 * r, 0.05 * r)
        design.add(
            "fries",
            join(
                *(strewn(fry, amount // 2, 0.22 * r, (0.07 + 0.05 * k) * r).rotated("y", 40 * k) for k in range(3))
            ).moved(-0.36 * r, 0, -0.3 * r),
            Material("golden", (0.95, 0.76, 0.32)),
        )
    else:
        mound = lumpy(
            sphere(0.34 * r, start=0, segments=24), 0.05, (0.3 if side == "mashed potato" else 0.1) * r
        ).scaled(1, 0.55, 1)
        design.add(
            side,
            mound.moved(-0.34 * r, 0.07 * r, -0.3 * r),
            WHITE if side == "rice" else Material("pale yellow", (0.96, 0.86, 0.56)),
        )
    if greens == "salad":
        pieces, colour = strewn(leaf(0.3 * r, 0.24 * r, 20), amount, 0.25 * r, 0.1 * r), FILLINGS[0]
        design.add(
            "tomato", strewn(sphere(0.09 * r, segments=8), 3, 0.2 * r, 0.2 * r).moved(0.36 * r, 0, -0.32 * r), FRESH_RED
        )
    elif greens == "broccoli":
        floret = lumpy(sphere(0.13 * r, segments=12), 0.1, 0.1 * r).moved(y=0.12 * r) + cylinder(
            0.05 * r, 0.1 * r, segments=6
        )
        pieces, colour = strewn(floret, amount // 3 + 2, 0.26 * r, 0.08 * r), Material("green", (0.16, 0.4, 0.15))
    else:
        ball = sphere(0.065 * r, segments=8) if greens == "peas" else cylinder(0.08 * r, 0.06 * r, segments=10)
        pieces, colour = (
            strewn(ball, amount, 0.28 * r, 0.12 * r) + strewn(ball, amount // 2, 0.17 * r, 0.19 * r),
            FRESH_GREEN if greens == "peas" else FRESH_ORANGE,
        )
    design.add(greens, pieces.moved(0.36 * r, 0, -0.32 * r), colour)
    steel = Material("steel", (0.72, 0.73, 0.75))
    fork = (
        box(0.05 * r, 0.03 * r, 0.8 * r).moved(z=0.25 * r)
        + box(0.16 * r, 0.03 * r, 0.12 * r).moved(z=-0.2 * r)
        + row(box(0.03 * r, 0.03 * r, 0.25 * r), 3, step=(0.06 * r, 0, 0)).moved(z=-0.36 * r)
    )
    knife = box(0.06 * r, 0.03 * r, 0.55 * r).moved(z=0.35 * r) + box(
        0.11 * r, 0.02 * r, 0.6 * r, bevel=0.05 * r
    ).moved(z=-0.2 * r)
    if form == "tray":
        design.add("tray", box(3.2 * r, 0.04 * r, 2.4 * r, bevel=0.2 * r).moved(y=-0.05 * r), tray_)
        rim = np.array([(-1.6, -1.2), (1.6, -1.2), (1.6, 1.2), (-1.6, 1.2)]) * r
        design.add("tray", extrude(rim, 0.15 * r, hole=rim * 0.95).moved(y=-0.05 * r), tray_)
        design.add("cutlery", fork.moved(-1.25 * r, 0, 0.1 * r) + knife.moved(1.18 * r, 0, 0.1 * r), steel)
        design.features.append(f"a {tray_.name} tray with cutlery")
        if glass == "yes":
            design.add("glass", cylinder(0.2 * r, 0.7 * r, top_radius=0.24 * r).moved(1.25 * r, 0, -0.8 * r), GLASS)
            design.add(
                "juice",
                cylinder(0.215 * r, 0.5 * r, top_radius=0.24 * r).moved(1.25 * r, 0.03 * r, -0.8 * r),
                FRESH_ORANGE,
            )
            design.features.append("a glass of juice")
    else:
        design.add("cutlery", fork.scaled(0.9, 1, 0.9).moved(-0.93 * r, 0.13 * r, 0.1 * r), steel)
        design.features.append("a fork on the rim")
    return design
