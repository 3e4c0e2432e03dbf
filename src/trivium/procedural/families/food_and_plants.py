"""Food and plants."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import CERAMICS, LEAF, PLASTICS, SOIL, WOODS, Material
from trivium.procedural.solids import Solid, around, box, cylinder, join, lathe, sphere, sweep, torus

BARK = (
    Material("brown", (0.4, 0.27, 0.17)),
    Material("grey bark", (0.5, 0.47, 0.43)),
    Material("birch", (0.88, 0.86, 0.8)),
)
GREENS = (
    LEAF,
    Material("dark green", (0.1, 0.32, 0.14)),
    Material("autumn red", (0.72, 0.25, 0.12)),
    Material("yellow green", (0.6, 0.7, 0.2)),
    Material("blossoming", (0.95, 0.7, 0.78)),
)
DOUGH = (
    Material("golden", (0.85, 0.6, 0.28)),
    Material("dark brown", (0.45, 0.26, 0.13)),
    Material("pale", (0.93, 0.82, 0.62)),
)
FRUIT = (
    Material("red", (0.78, 0.1, 0.1)),
    Material("green", (0.48, 0.7, 0.2)),
    Material("yellow", (0.95, 0.82, 0.25)),
    Material("orange", (0.95, 0.55, 0.12)),
    Material("purple", (0.4, 0.15, 0.4)),
)


def leaf(length: float, width: float) -> Solid:
    """A flat pointed leaf along +X, rising a little."""
    return sphere(0.5, segments=8).scaled(length, 0.04 * length, width).moved(length / 2)


@category("apple", family="food")
def apple(p: Parameters) -> Design:
    r, tall, dent = p.real("radius", 0.03, 0.045), p.real("tall", 0.8, 1.1), p.real("dent", 0.05, 0.3)
    waist, stalk, skin = p.real("taper", 0.0, 0.3), p.real("stalk", 0.01, 0.025), p.material("skin", FRUIT[:3])
    leaves = p.whole("leaves", 0, 2)
    t = np.linspace(-np.pi / 2, np.pi / 2, 14)
    profile = [
        (
            max(r * np.cos(a) * (1 - waist * (0.5 - np.sin(a) / 2)), 0.0005),
            r * tall * (np.sin(a) - dent * np.abs(np.sin(a)) ** 8 * (1 + np.sin(a)) / 2),
        )
        for a in t
    ]
    design = Design(
        [skin.name, "tall" if tall > 0.95 else "flat"],
        ["a stalk" if not leaves else f"a stalk and {number_word(leaves)} {'leaf' if leaves == 1 else 'leaves'}"],
    )
    design.add("flesh", lathe(profile, segments=24), skin)
    top = r * tall * (1 - dent)
    design.add("stalk", sweep([(0, top - 0.004, 0), (0.002, top + stalk, 0)], 0.0015), BARK[0])
    if leaves:
        design.add("leaf", around(leaf(0.03, 0.015).rotated("z", 25), leaves).moved(y=top + 0.5 * stalk), LEAF)
    return design


@category("banana", family="food")
def banana(p: Parameters) -> Design:
    length, r, bend = p.real("length", 0.13, 0.22), p.real("radius", 0.013, 0.022), p.real("bend", 60, 130)
    count, skin, sides = (
        p.whole("count", 1, 4),
        p.material("skin", [FRUIT[2], FRUIT[1], Material("brown", (0.4, 0.27, 0.12))]),
        p.whole("sides", 5, 8),
    )
    t = np.linspace(0, 1, 14)
    radius = length / np.radians(bend)
    angle = np.radians(bend) * (t - 0.5)
    path = np.stack([radius * np.sin(angle), radius * (1 - np.cos(angle)), 0 * t], 1)
    width = r * np.clip(1.15 * np.sin(np.pi * (0.06 + 0.88 * t)) ** 0.45, 0.2, 1)
    one = sweep(path, width, sides=sides)
    design = Design([skin.name], [f"{number_word(count)} fruit in a bunch" if count > 1 else "a curved body"])
    for i in range(count):
        design.add("flesh", one.rotated("x", (i - (count - 1) / 2) * 28).moved(z=(i - (count - 1) / 2) * 1.6 * r), skin)
    design.add("stalk", sphere(0.45 * r * (1 + 0.4 * count), segments=8).moved(*path[-1]), BARK[0])
    return design


@category("carrot", family="food")
def carrot(p: Parameters) -> Design:
    length, r, taper = p.real("length", 0.1, 0.22), p.real("radius", 0.012, 0.03), p.real("taper", 0.05, 0.5)
    leaves, spread, rings = p.whole("leaves", 3, 9), p.real("leaf_length", 0.05, 0.14), p.whole("rings", 0, 5)
    skin = p.material("skin", [FRUIT[3], FRUIT[4], FRUIT[2], FRUIT[0]])
    design = Design([skin.name, "long" if length > 6 * r else "stout"], [f"{number_word(leaves)} green leaves"])
    profile = [(r * taper * 0.3, 0), (r * (taper + 0.3), 0.4 * length), (r, 0.9 * length), (0.5 * r, length)]
    design.add("root", lathe(profile, segments=16), skin)
    for i in range(rings):
        y = length * (0.4 + 0.1 * i)
        design.add("ring", torus(r * (0.72 + 0.07 * i), 0.001, segments=14, sides=4).moved(y=y), BARK[0])
    design.add(
        "leaf",
        around(
            sweep(
                [(0, length, 0), (0.25 * spread, length + 0.7 * spread, 0), (0.6 * spread, length + spread, 0)],
                [0.002, 0.004, 0.006],
            ),
            leaves,
        ),
        LEAF,
    )
    return design


@category("mushroom", family="food")
def mushroom(p: Parameters) -> Design:
    h, r, cap = p.real("height", 0.04, 0.12), p.real("stem", 0.12, 0.3), p.real("cap", 0.35, 0.8)
    dome, spots, form = (
        p.real("dome", 0.3, 0.9),
        p.whole("spots", 0, 9),
        p.choice("form", ["domed", "pointed", "funnel"]),
    )
    skin, flesh = (
        p.material("skin", [FRUIT[0], *DOUGH, FRUIT[3]]),
        p.material("flesh", [Material("white", (0.95, 0.93, 0.88)), DOUGH[2]]),
    )
    r, cap = r * h, cap * h
    design = Design(
        [skin.name, form],
        [
            f"{number_word(spots)} white spots" if spots else "a plain cap",
            "a thick stem" if r > 0.2 * h else "a thin stem",
        ],
    )
    design.add("stem", lathe([(1.2 * r, 0), (r, 0.3 * h), (r, h)], segments=16), flesh)
    high = cap * dome
    profile = {
        "domed": [(0.2 * cap, -0.1 * high), (cap, 0), (0.8 * cap, 0.6 * high), (0.3 * cap, 0.95 * high), (0.001, high)],
        "pointed": [(0.2 * cap, 0), (cap, -0.1 * high), (0.4 * cap, 0.7 * high), (0.001, 1.4 * high)],
        "funnel": [(r, -0.6 * high), (cap, 0.2 * high), (cap * 0.95, 0.3 * high), (0.001, -0.1 * high)],
    }[form]
    design.add("cap", lathe(profile, segments=22).moved(y=h), skin)
    if spots and form == "domed":
        dot = sphere(0.12 * cap, segments=8).scaled(1, 0.4, 1).moved(0.62 * cap, h + 0.72 * high)
        design.add("spot", around(dot, spots), flesh)
    elif spots:
        design.features[0] = "a plain cap"
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
        design.add("candle", around(stick.moved(radius * (0.9 if n == 30 else 0.7)), candles).moved(y=top), PLASTICS[3])
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


@category("ice cream", family="food")
def ice_cream(p: Parameters) -> Design:
    r, scoops, cone = p.real("radius", 0.022, 0.035), p.whole("scoops", 1, 3), p.real("cone", 2.0, 4.0)
    holder, topping = p.choice("holder", ["cone", "cup", "stick"]), p.choice("topping", ["none", "cherry", "wafer"])
    first, second, waffle = (
        p.material("first", PLASTICS),
        p.material("second", PLASTICS),
        p.material("waffle", [DOUGH[0], DOUGH[2], *PLASTICS[:3]]),
    )
    h = cone * r
    design = Design([first.name], [])
    if holder == "stick":
        design.add("stick", box(0.35 * r, 1.6 * r, 0.1 * r), WOODS[2])
        design.add("ice", box(1.8 * r, 1.2 * h, 0.8 * r, bevel=0.35 * r).moved(y=1.4 * r), first)
        design.add(
            "ice",
            box(1.82 * r, (0.15 + 0.2 * scoops) * h, 0.82 * r, bevel=0.35 * r).moved(
                y=1.4 * r + (1.06 - 0.2 * scoops) * h
            ),
            second,
        )
        design.features.append("a wooden stick")
        base = 1.4 * r + 1.2 * h
    else:
        design.add(
            "cone" if holder == "cone" else "cup",
            cylinder(
                0.1 * r if holder == "cone" else 0.8 * r, h if holder == "cone" else 0.4 * h, top_radius=r, segments=18
            ),
            waffle,
        )
        base = h if holder == "cone" else 0.4 * h
        for i in range(scoops):
            design.add(
                "ice",
                sphere(r * (1.05 - 0.08 * i), segments=16).moved(y=base + 0.3 * r + 1.25 * r * i),
                (first, second)[i % 2],
            )
        base += 0.3 * r + 1.25 * r * (scoops - 1) + r
        design.features.append(f"{number_word(scoops)} scoop{'s' * (scoops > 1)} in a {holder}")
    if topping == "cherry":
        design.add("cherry", sphere(0.3 * r, segments=10).moved(y=base + 0.2 * r), FRUIT[0])
    elif topping == "wafer":
        design.add(
            "wafer", cylinder(0.15 * r, 1.8 * r, segments=8).rotated("z", 20).moved(0.2 * r, base - 0.6 * r), DOUGH[0]
        )
    if topping != "none":
        design.features.append(f"a {topping}")
    return design


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


@category("tree", family="plants", also=("oak tree", "pine tree"))
def tree(p: Parameters) -> Design:
    h, crown, trunk = p.real("height", 2.5, 9), p.real("crown", 0.25, 0.5), p.real("trunk", 0.025, 0.06)
    kind, tiers, clear = (
        p.choice("kind", ["round", "conifer", "palm", "bare", "poplar"]),
        p.whole("tiers", 2, 6),
        p.real("clear", 0.15, 0.5),
    )
    bark, green = p.material("bark", BARK), p.material("leaf", GREENS)
    r, w = trunk * h, crown * h
    design = Design([green.name if kind != "bare" else bark.name, kind], [f"a {bark.name} trunk"])
    tall = h * (0.95 if kind in ("palm", "bare") else clear + 0.2)
    design.add("trunk", sweep([(0, 0, 0), (0.3 * r, 0.5 * tall, 0.2 * r), (0, tall, 0)], [1.2 * r, r, 0.6 * r]), bark)
    if kind == "conifer":
        step = h * (1 - clear) / tiers
        for i in range(tiers):
            design.add(
                "leaf",
                cylinder(w * (1 - i / (tiers + 0.5)), 1.5 * step, top_radius=0.01, segments=12).moved(
                    y=h * clear + i * step
                ),
                green,
            )
    elif kind == "palm":
        frond = sweep(
            [(0, 0, 0), (0.5 * w, 0.2 * w, 0), (w, 0.05 * w, 0), (1.3 * w, -0.4 * w, 0)],
            [0.03 * w, 0.11 * w, 0.09 * w, 0.01 * w],
            sides=4,
        ).scaled(1, 1, 1.6)
        design.add("leaf", around(frond, 4 + tiers).moved(y=tall), green)
    elif kind == "poplar":
        design.add(
            "leaf",
            sphere(0.5, segments=14).scaled(0.7 * w, h * (1 - clear), 0.7 * w).moved(y=h * (1 + clear) / 2),
            green,
        )
    else:
        for i in range(2 * tiers):
            turn = np.radians(137.5 * i)
            tip = np.array([0.6 * w * np.cos(turn), tall * (0.75 + 0.35 * i / (2 * tiers)), 0.6 * w * np.sin(turn)])
            design.add("branch", sweep([(0, 0.6 * tall, 0), tip], [0.5 * r, 0.15 * r]), bark)
            if kind == "round":
                design.add("leaf", sphere(w * (0.42 + 0.1 * (i % 3)), segments=10).moved(*tip), green)
    design.features.append(
        {"conifer": f"{number_word(tiers)} tiers", "palm": f"{number_word(4 + tiers)} fronds"}.get(
            kind, f"{number_word(2 * tiers)} branches" if kind != "poplar" else "a slim crown"
        )
    )
    return design


@category("potted plant", family="plants", also=("plant", "houseplant", "flower pot"))
def potted_plant(p: Parameters) -> Design:
    r, h, taper = p.real("pot_radius", 0.06, 0.18), p.real("pot_height", 0.1, 0.3), p.real("taper", 0.6, 1.0)
    kind, leaves, tall = (
        p.choice("kind", ["bushy", "bladed", "broad-leaved", "stemmed"]),
        p.whole("leaves", 6, 16),
        p.real("plant_height", 0.15, 0.6),
    )
    clay, green = p.material("pot", [*CERAMICS, *PLASTICS, *WOODS]), p.material("leaf", GREENS[:4])
    design = Design([kind, green.name], [f"a {clay.name} pot", f"{number_word(leaves)} leaves"])
    design.add(
        "pot", lathe([(r * taper, 0), (r, h), (0.9 * r, h), (0.85 * r, 0.85 * h), (0.001, 0.85 * h)], segments=22), clay
    )
    design.add("soil", cylinder(0.88 * r, 0.02).moved(y=0.85 * h), SOIL)
    for i in range(leaves):
        turn = 137.5 * i
        if kind == "bushy":
            one = sphere(0.28 * tall, segments=9).moved(
                0.3 * tall * (0.3 + i / leaves), 0.3 * tall + 0.5 * tall * ((i * 7) % leaves) / leaves
            )
        elif kind == "bladed":
            one = sweep(
                [(0.1 * r, 0, 0), (0.3 * r, 0.6 * tall, 0), (0.3 * r + 0.4 * tall * (i % 3) / 2, tall, 0)],
                [0.02, 0.03, 0.003],
                sides=4,
            ).scaled(1, 1, 0.6)
        elif kind == "broad-leaved":
            one = leaf(0.6 * tall, 0.35 * tall).rotated("z", 20 + 50 * i / leaves).moved(0.02, 0.5 * tall * i / leaves)
        else:
            one = leaf(0.25 * tall, 0.12 * tall).rotated("z", 25).moved(0.02, tall * (0.3 + 0.7 * i / leaves))
        design.add("leaf", one.rotated("y", turn).moved(y=0.85 * h), green)
    if kind in ("stemmed", "broad-leaved"):
        design.add("stem", cylinder(0.012, tall, top_radius=0.006, segments=8).moved(y=0.85 * h), BARK[0])
    return design


@category("cactus", family="plants")
def cactus(p: Parameters) -> Design:
    h, r, ribs = p.real("height", 0.15, 0.6), p.real("radius", 0.12, 0.35), p.whole("ribs", 6, 14)
    arms, flower, pot = (
        p.whole("arms", 0, 4),
        p.choice("flower", ["yes", "no"]),
        p.material("pot", [*CERAMICS, *PLASTICS]),
    )
    green = p.material("skin", [LEAF, GREENS[1], GREENS[3], Material("blue green", (0.3, 0.5, 0.45))])
    r *= h
    design = Design(
        [green.name, "round" if r > 0.25 * h else "tall"],
        [f"{number_word(arms)} arm{'s' * (arms != 1)}" if arms else "no arms", f"a {pot.name} pot"],
    )
    design.add(
        "pot", lathe([(0.9 * r, 0), (1.3 * r, 0.8 * r), (1.1 * r, 0.8 * r), (0.001, 0.75 * r)], segments=20), pot
    )
    t = np.linspace(0, 1, 9)
    ridge = lathe([(max(r * (1 - a**6), 0.001), 0.75 * r + h * a) for a in t], segments=2 * ribs)
    v = ridge.vertices.copy()
    wave = 1 + 0.09 * np.cos(ribs * np.arctan2(v[:, 2], v[:, 0]))
    design.add("body", Solid(v * np.stack([wave, np.ones(len(v)), wave], 1), ridge.faces), green)
    for i in range(arms):
        y = 0.75 * r + h * (0.35 + 0.12 * i)
        design.add(
            "arm",
            sweep(
                [(0.8 * r, y, 0), (1.7 * r, y, 0), (1.9 * r, y + 0.2 * h, 0), (1.9 * r, y + 0.35 * h, 0)], 0.3 * r
            ).rotated("y", 150 * i),
            green,
        )
    if flower == "yes":
        design.add("flower", around(leaf(0.5 * r, 0.25 * r).rotated("z", 40), 6).moved(y=0.75 * r + h), FRUIT[0])
        design.features.append("a red flower")
    return design


@category("flower", family="plants", also=("blossom",))
def flower(p: Parameters) -> Design:
    h, petals, size = p.real("height", 0.2, 0.6), p.whole("petals", 4, 14), p.real("petal", 0.06, 0.16)
    width, tilt, leaves = p.real("petal_width", 0.3, 0.8), p.real("tilt", -10, 70), p.whole("leaves", 0, 4)
    color, heart = p.material("color", PLASTICS), p.material("heart", [FRUIT[2], DOUGH[1], FRUIT[3]])
    design = Design([color.name], [f"{number_word(petals)} petals", f"a {heart.name} heart"])
    size *= h * 2
    design.add("stem", sweep([(0, 0, 0), (0.03 * h, 0.5 * h, 0), (0, h, 0)], 0.015 * h), LEAF)
    design.add("petal", around(leaf(size, size * width).rotated("z", tilt), petals).moved(y=h), color)
    design.add("heart", sphere(0.28 * size, segments=12).scaled(1, 0.5, 1).moved(y=h), heart)
    if leaves:
        design.add(
            "leaf",
            join(
                *(
                    leaf(0.3 * h, 0.1 * h).rotated("z", 35).rotated("y", 137 * i).moved(y=0.12 * h * (i + 1))
                    for i in range(leaves)
                )
            ),
            LEAF,
        )
    return design


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
