"""Vegetables and mushrooms."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.food.parts import (
    BLACK,
    CREAM,
    DOUGH,
    FRESH_GREEN,
    FRESH_PURPLE,
    FRESH_RED,
    FRUIT,
    MEAT,
    WHITE,
    blade,
    dimpled,
    halved,
    leaf,
    lumpy,
    plural,
    split,
    turned,
)
from trivium.procedural.materials import BARKS, LEAF, Material, paint
from trivium.procedural.solids import (
    Solid,
    around,
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
)


def lobed(solid: Solid, lobes: int, depth: float) -> Solid:
    """Pressed in along ``lobes`` upright grooves."""
    x, y, z = solid.vertices.T
    k = 1 - depth * (1 - np.abs(np.cos(lobes * np.arctan2(z, x) / 2)) ** 0.7)
    return Solid(np.stack([x * k, y, z * k], 1), solid.faces)


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
        design.add("ring", torus(r * (0.72 + 0.07 * i), 0.001, segments=14, sides=4).moved(y=y), BARKS[0])
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


@category("pumpkin", family="food", also=("squash", "vegetable"))
def pumpkin(p: Parameters) -> Design:
    r, tall, lobes = p.real("radius", 0.1, 0.22), p.real("tall", 0.65, 1.0), p.whole("lobes", 8, 14)
    groove, stalk, face = (
        p.real("groove", 0.08, 0.2),
        p.real("stalk", 0.25, 0.55),
        p.choice("face", ["none", "none", "carved"]),
    )
    skin = p.material(
        "skin",
        [
            *paint(orange=(0.93, 0.46, 0.08), pale_orange=(0.9, 0.6, 0.25)),
            *paint(dark_orange=(0.82, 0.34, 0.05), green=(0.25, 0.38, 0.18)),
        ],
    )
    design = Design([skin.name, "tall" if tall > 0.85 else "flat"], [f"{number_word(lobes)} ribs", "a green stalk"])
    design.add("skin", lobed(dimpled(r, tall, 0.2, 6 * lobes), lobes, groove if face == "none" else 0.4 * groove), skin)
    top, bend = 0.72 * r * tall, smooth([(0, 0, 0), (0, 0.6, 0.05), (0.35, 1, 0.1)], 6) * stalk * r
    design.add(
        "stalk",
        sweep(bend + np.array([0, top, 0]), np.linspace(0.16, 0.09, 6) * r, sides=6),
        Material("green", (0.35, 0.4, 0.18)),
    )
    if face == "carved":
        eye = extrude(regular_outline(3, 0.19 * r), 0.3 * r).rotated("y", 90).rotated("x", 90)
        mouth = [
            (-0.5, 0),
            (-0.2, 0.13),
            (0, 0.06),
            (0.2, 0.13),
            (0.5, 0),
            (0.3, -0.17),
            (0.1, -0.2),
            (0, -0.13),
            (-0.1, -0.2),
            (-0.3, -0.17),
        ]
        eyes = row(eye, 2, step=(0.66 * r, 0, 0)).moved(0, 0.22 * r * tall, 0.67 * r)
        grin = (
            extrude(np.array(mouth) * (r, -r), 0.3 * r)
            .rotated("x", 90)
            .bent(-0.6 / r)
            .moved(0, -0.3 * r * tall, 0.68 * r)
        )
        nose = eye.scaled(0.6, 0.6, 1).moved(0, 0, 0.74 * r)
        design.add("face", join(eyes, grin, nose).moved(z=-0.03 * r), BLACK)
        design.features.insert(0, "a carved face")
    return design


@category("tomato", family="food", also=("vegetable", "fruit"))
def tomato(p: Parameters) -> Design:
    r, tall, lobes = p.real("radius", 0.025, 0.042), p.real("tall", 0.72, 1.05), p.whole("lobes", 4, 7)
    form, count = p.choice("form", ["whole", "whole", "halved", "vine"]), p.whole("count", 2, 4)
    skin, depth = (
        p.material(
            "skin", [FRESH_RED, *paint(orange=(0.92, 0.4, 0.1), dark_red=(0.6, 0.1, 0.1), yellow=(0.95, 0.75, 0.2))]
        ),
        p.real("ribs", 0, 0.1),
    )
    body = lobed(dimpled(r, tall, 0.12, 24), lobes, depth)
    top = 0.88 * r * tall
    crown = around(leaf(0.62 * r, 0.2 * r, 5), 5).moved(y=top) + cylinder(0.07 * r, 0.25 * r, segments=6).moved(y=top)
    design = Design([skin.name, "ribbed" if depth > 0.05 else "smooth"], [])
    if form == "halved":
        lift = halved(design, body, skin, Material("light red", (0.92, 0.4, 0.3)))
        chamber = sphere(0.3 * r).scaled(1, 0.7, 0.15).moved(0.48 * r).rotated("z", 45)
        design.add("flesh", join(*(chamber.rotated("z", 90 * i) for i in range(4))).moved(z=lift), skin)
        design.features.append("its seed chambers showing")
    elif form == "vine":
        design.add("skin", row(body, count, step=(1.95 * r, 0, 0)), skin)
        design.add("leaf", row(crown, count, step=(1.95 * r, 0, 0)), FRESH_GREEN)
        w = r * count
        design.add(
            "stalk",
            sweep([(-w, top + 0.35 * r, 0), (0, top + 0.22 * r, 0), (w, top + 0.3 * r, 0)], 0.08 * r),
            FRESH_GREEN,
        )
        design.features.append(f"{number_word(count - 1)} more on the vine")
    else:
        design.add("skin", body, skin)
        design.add("leaf", crown, FRESH_GREEN)
        design.features.append("a green star of leaves")
    return design


@category("cucumber", family="food", also=("vegetable", "gherkin"))
def cucumber(p: Parameters) -> Design:
    length, r, bend = p.real("length", 0.14, 0.3), p.real("radius", 0.018, 0.025), p.real("bend", 0.0, 0.1)
    stripes, slices, bumps = p.whole("stripes", 4, 8), p.whole("slices", 0, 4), p.whole("bumps", 0, 40)
    skin = p.material(
        "skin", paint(dark_green=(0.12, 0.33, 0.12), green=(0.25, 0.48, 0.16), light_green=(0.42, 0.6, 0.25))
    )
    t = np.linspace(0, 1, 26)
    path = np.stack([length * (t - 0.5), 0 * t, -bend * length * np.sin(np.pi * t)], 1)
    width = r * np.clip(np.sin(np.pi * (0.02 + 0.96 * t)), 0.02, 1) ** 0.3
    width[-1] = r if slices else 0.2 * r
    body = sweep(path, width, sides=24)
    pale, rest = split(body, lambda c: np.cos(stripes * np.arctan2(c[:, 1], c[:, 2])) > 0.85)
    design = Design(
        [skin.name, "curved" if bend > 0.05 else "straight"],
        [plural(slices, "slice") + " cut off" if slices else "rounded ends"],
    )
    design.add("skin", rest, skin)
    design.add("stripe", pale, Material("pale green", (0.55, 0.68, 0.35)))
    for i in range(bumps):
        x, angle = length * 0.85 * (i * 0.618 % 1 - 0.5), 137.5 * i
        one = (
            sphere(0.08 * r, segments=6)
            .moved(y=1.0 * r)
            .rotated("x", angle)
            .moved(x, 0, -bend * length * np.cos(np.pi * x / length))
        )
        design.add("bump", one, skin)
    disc = cylinder(0.88 * r, 0.004, segments=20).rotated("z", -90)
    seeds = around(sphere(0.12 * r, segments=6).scaled(1.6, 0.3, 0.7).moved(0.45 * r), 6).rotated("z", -90)
    for i in range(slices + (slices > 0)):
        x = length / 2 + (0.004 if i == 0 else 0.006 + 0.013 * i)
        if i:
            design.add("slice", cylinder(r, 0.005, segments=20).rotated("z", -90).moved(x - 0.002), skin)
        design.add("slice", disc.moved(x - 0.0005 * (i == 0)), Material("pale green", (0.82, 0.9, 0.62)))
        design.add("seed", seeds.moved(x + 0.004), CREAM)
    return design


@category("corn", family="food", also=("corn cob", "sweetcorn"))
def corn(p: Parameters) -> Design:
    length, r, husk = p.real("length", 0.15, 0.22), p.real("radius", 0.02, 0.027), p.whole("husk_leaves", 0, 5)
    rows, along, open_ = p.whole("rows", 10, 14), p.whole("along", 14, 20), p.real("open", 0.2, 1.2)
    kernel = p.material(
        "kernels", paint(yellow=(0.97, 0.8, 0.2), pale_yellow=(0.97, 0.88, 0.5), golden=(0.93, 0.66, 0.12))
    )
    reach = p.real("husk_length", 0.45, 0.9)
    t = np.linspace(0.02, 0.98, along)
    width = r * (1 - 0.75 * t**3.5)
    design = Design([kernel.name, "slender" if length > 8 * r else "plump"], [f"{rows} rows of kernels"])
    design.add(
        "cob",
        lathe([(0.8 * r, 0), *zip(0.93 * width, t * length, strict=True), (0.001, length * 1.01)], segments=rows),
        kernel.tinted(np.full(3, -0.15)),
    )
    for ti, w in zip(t, width, strict=True):
        one = cylinder(0.7, 0.12 * r, top_radius=0.5, segments=4).rotated("y", 45).rotated("z", -90)
        one = one.scaled(1, 0.93 * length / along, 5.8 * w / rows).moved(0.9 * w)
        design.add("kernel", around(one, rows).moved(y=ti * length), kernel)
    s = np.linspace(0, 1, 9)
    path = np.stack(
        [
            r * (0.7 + 0.5 * np.sin(np.pi * np.minimum(s * 1.4, 0.5)) + open_ * 2 * s**2),
            reach * length * s - 0.01,
            0 * s,
        ],
        1,
    )
    if husk:
        design.add(
            "husk", around(blade(path, 1.7 * r * np.sin(np.pi * (0.12 + 0.87 * s)) ** 0.7, 0.001), husk), FRESH_GREEN
        )
        design.features.append(f"{number_word(husk)} green husk lea{'f' if husk == 1 else 'ves'}")
    design.add("stalk", cylinder(0.4 * r, 0.03, segments=10).moved(y=-0.028), FRESH_GREEN)
    return design


@category("potato", family="food", also=("vegetable", "spud"))
def potato(p: Parameters) -> Design:
    r, long, flat = p.real("radius", 0.025, 0.04), p.real("long", 1.2, 1.9), p.real("flat", 0.75, 1.0)
    lumps, eyes, count = p.real("lumps", 0.02, 0.07), p.whole("eyes", 3, 12), p.whole("count", 1, 3)
    skin = p.material("skin", paint(brown=(0.62, 0.46, 0.28), yellow=(0.82, 0.68, 0.4), reddish=(0.62, 0.32, 0.28)))
    eye = sphere(0.07 * r, segments=6).scaled(1.6, 0.6, 1)
    design = Design(
        [skin.name, "long" if long > 1.55 else "round"],
        [f"{number_word(eyes)} eyes" if count == 1 else f"{number_word(count - 1)} more beside it"],
    )
    for i in range(count):
        size = 1 - 0.12 * i
        unit = lumpy(sphere(r, segments=26), lumps, 2.6 * r)
        places = unit.vertices[(np.arange(eyes) * 37 + 60) % len(unit.vertices)]
        whole = [("skin", unit, skin), ("eye", join(*(eye.moved(*(v * 0.99)) for v in places)), MEAT[0])]
        spot = ((0, 0, 0), (0.5 * r, 0, 2.05 * r), (1.15 * r, 1.35 * r, 1.0 * r))[i]
        design.parts += [
            (n, s.scaled(long * size, flat * size, size).rotated("y", 50 * i).moved(*spot), m) for n, s, m in whole
        ]
    return design


@category("onion", family="food", also=("vegetable",))
def onion(p: Parameters) -> Design:
    r, tall, neck = p.real("radius", 0.028, 0.045), p.real("tall", 0.75, 1.15), p.real("neck", 0.3, 0.8)
    form, lines, roots = (
        p.choice("form", ["whole", "whole", "halved"]),
        p.whole("lines", 8, 14),
        p.whole("roots", 6, 14),
    )
    skin = p.material("skin", paint(golden_brown=(0.78, 0.5, 0.2), purple=(0.5, 0.13, 0.28), white=(0.93, 0.91, 0.84)))
    profile = [
        (0.12, -0.92),
        (0.6, -0.8),
        (1, -0.1),
        (0.75, 0.6),
        (0.25, 0.95),
        (0.1, 1.05 + 0.5 * neck),
        (0.13, 1.1 + neck),
    ]
    body = turned(np.array(profile) * (r, r * tall), 20, 4 * lines)
    design = Design([skin.name, form], [])
    if form == "halved":
        lift = halved(design, body, skin, WHITE, 0.95)
        for _i, k in enumerate((0.8, 0.62, 0.44, 0.27)):
            ring = torus(k * r, 0.025 * r, sides=5).rotated("x", 90).scaled(1, tall * 0.95, 0.7).moved(z=lift)
            design.add(
                "ring", ring, FRESH_PURPLE if skin.name == "purple" else Material("pale green", (0.8, 0.82, 0.6))
            )
        design.features.append("rings inside")
    else:
        dark, rest = split(body, lambda c: np.cos(lines * np.arctan2(c[:, 2], c[:, 0])) > 0.6)
        design.add("skin", rest, skin)
        design.add("line", dark, skin.tinted(np.full(3, -0.09)))
        design.features.append("a papery skin")
    design.features.append("a long neck" if neck > 0.55 else "a short neck")
    root = sweep([(0, 0, 0), (0.12 * r, -0.1 * r, 0), (0.2 * r, -0.16 * r, 0)], 0.015 * r, sides=4)
    design.add("root", around(root, roots).moved(y=-0.9 * r * tall), CREAM)
    return design


@category("broccoli", family="food", also=("vegetable",))
def broccoli(p: Parameters) -> Design:
    r, stem, florets = p.real("radius", 0.05, 0.09), p.real("stem", 0.7, 1.3), p.whole("florets", 6, 9)
    thick, dome, size = p.real("thick", 0.2, 0.34), p.real("dome", 0.4, 0.8), p.real("floret", 0.32, 0.42)
    head = p.material(
        "head", paint(dark_green=(0.14, 0.36, 0.14), green=(0.25, 0.48, 0.17), bluish_green=(0.16, 0.36, 0.25))
    )
    design = Design(
        [head.name, "tall" if stem > 1 else "squat"],
        [f"{florets * 2 + 1} florets", "a thick stem" if thick > 0.27 else "a slim stem"],
    )
    pale = Material("pale green", (0.58, 0.7, 0.35))
    design.add("stem", cylinder(thick * r, stem * r, top_radius=1.3 * thick * r, segments=9), pale)
    bud = lumpy(sphere(size * r, segments=18), 0.13, 0.28 * r)
    top = stem * r
    for count, out, up in ((1, 0.0, 0.95), (florets // 2 + 1, 0.45, 0.72), (florets, 0.8, 0.2)):
        y = top + up * dome * r
        design.add("floret", around(bud.moved(out * r), count, start=30 * count).moved(y=y), head)
        design.add(
            "branch",
            around(sweep([(0, 0.6 * top, 0), (out * r, y, 0)], 0.12 * r, sides=6), count, start=30 * count),
            pale,
        )
    return design


@category("bell pepper", family="food", also=("sweet pepper", "capsicum"))
def bell_pepper(p: Parameters) -> Design:
    r, tall, lobes = p.real("radius", 0.03, 0.045), p.real("tall", 1.8, 2.8), p.whole("lobes", 3, 4)
    groove, taper, stalk = p.real("groove", 0.1, 0.22), p.real("taper", 0.55, 0.85), p.real("stalk", 0.4, 0.9)
    skin = p.material(
        "skin",
        [
            *paint(red=(0.8, 0.07, 0.07), green=(0.2, 0.45, 0.12)),
            *paint(yellow=(0.97, 0.78, 0.1), orange=(0.95, 0.5, 0.08)),
        ],
    )
    h = r * tall
    profile = [
        (0, 0.08 * h),
        (0.55 * taper * r, 0),
        (taper * r, 0.18 * h),
        (0.95 * r, 0.65 * h),
        (r, 0.85 * h),
        (0.6 * r, h),
        (0.2 * r, 0.92 * h),
        (0, 0.88 * h),
    ]
    design = Design([skin.name, "long" if tall > 2.3 else "blocky"], [f"{number_word(lobes)} lobes", "a green stalk"])
    design.add("skin", lobed(turned(profile, 24, 12 * lobes), lobes, groove), skin)
    bend = smooth([(0, 0.88 * h, 0), (0, h, 0), (0.15 * r, 0.95 * h + stalk * r, 0)], 7)
    design.add("stalk", sweep(bend, np.array([0.22, 0.14, 0.1, 0.09, 0.1, 0.11, 0.13]) * r), FRESH_GREEN)
    design.add("crown", cylinder(0.34 * r, 0.06 * r, top_radius=0.15 * r, segments=10).moved(y=0.9 * h), FRESH_GREEN)
    return design


@category("eggplant", family="food", also=("aubergine", "vegetable"))
def eggplant(p: Parameters) -> Design:
    r, long, neck = p.real("radius", 0.03, 0.05), p.real("long", 3.2, 5.0), p.real("neck", 0.45, 0.75)
    bend, leaves, pose = p.real("bend", 0, 0.8), p.whole("leaves", 4, 6), p.choice("pose", ["upright", "lying"])
    skin = p.material("skin", paint(dark_purple=(0.2, 0.07, 0.2), purple=(0.36, 0.12, 0.38), violet=(0.5, 0.25, 0.52)))
    h, t = r * long, np.linspace(0, 1, 22)
    width = np.interp(t, [0, 0.03, 0.12, 0.3, 0.65, 0.95, 1], [0.05, 0.4, 0.8, 1, neck * 1.1, neck * 0.8, 0.3]) * r
    path = np.stack([bend * r * t**2, h * t, 0 * t], 1)
    design = Design([skin.name, "slender" if long > 4 else "plump"], ["a green cap", "a stalk"])
    tip = path[-1] + (0, -0.02 * h, 0)
    crown = around(leaf(1.15 * r * (0.5 + neck / 2), 0.55 * r, -48), leaves) + sphere(
        neck * 0.75 * r, segments=12, start=0
    )
    stem = sweep(smooth([(0, 0, 0), (0, 0.5 * r, 0), (0.25 * r, 1.1 * r, 0)], 6), np.linspace(0.22, 0.13, 6) * r)
    turn = 80 if pose == "lying" else 0
    for part, solid, material in (
        ("skin", sweep(path, width, sides=24), skin),
        ("cap", crown.moved(*tip), FRESH_GREEN),
        ("stalk", stem.moved(*tip).moved(y=0.4 * r), FRESH_GREEN),
    ):
        design.add(part, solid.rotated("z", turn), material)
    return design


@category("garlic", family="food", also=("garlic bulb", "vegetable"))
def garlic(p: Parameters) -> Design:
    r, tall, cloves = p.real("radius", 0.022, 0.032), p.real("tall", 0.8, 1.1), p.whole("cloves", 6, 10)
    groove, neck, loose = p.real("groove", 0.1, 0.22), p.real("neck", 0.5, 1.3), p.whole("loose_cloves", 0, 2)
    skin = p.material("skin", paint(white=(0.95, 0.92, 0.88), purplish=(0.82, 0.7, 0.78), cream=(0.93, 0.87, 0.74)))
    profile = np.array([(0.25, 0.04), (0.7, 0.05), (1, 0.55), (0.75, 1.1), (0.3, 1.5), (0.16, 1.7), (0.14, 1.7 + neck)])
    design = Design([skin.name, "tall" if tall > 0.95 else "flat"], [f"{number_word(cloves)} cloves", "a pointed neck"])
    design.add("bulb", lobed(turned(profile * (r, r * tall), 20, 6 * cloves), cloves, groove), skin)
    design.add("root", cylinder(0.3 * r, 0.1 * r, segments=12).moved(y=-0.04 * r), Material("brown", (0.6, 0.48, 0.34)))
    one = turned(np.array([(0, -1), (0.4, -0.9), (0.55, -0.3), (0.3, 0.5), (0, 1)]) * 0.7 * r, 10, 10).rotated("z", 80)
    for i in range(loose):
        design.add("clove", one.rotated("y", 70 - 120 * i).moved((1.5 - 2.6 * i) * r, 0.38 * r, 0.8 * r), skin)
    if loose:
        design.features.append(f"{plural(loose, 'loose clove')}")
    return design


@category("lettuce", family="food", also=("salad", "vegetable"))
def lettuce(p: Parameters) -> Design:
    r, layers, leaves = p.real("radius", 0.07, 0.12), p.whole("layers", 3, 4), p.whole("leaves", 5, 7)
    ruffle, tall, form = p.real("ruffle", 0.03, 0.1), p.real("tall", 0.8, 1.1), p.choice("form", ["round", "tall"])
    green = p.material(
        "leaf_colour",
        paint(
            green=(0.42, 0.65, 0.2),
            light_green=(0.6, 0.78, 0.32),
            dark_green=(0.2, 0.45, 0.16),
            reddish=(0.5, 0.22, 0.2),
        ),
    )
    design = Design([green.name, form], [f"{number_word(layers)} layers of ruffled leaves"])
    t, high = np.linspace(0, 1, 9), tall * (1.7 if form == "tall" else 1.0)
    for i in range(layers):
        k = 1 - i / (layers + 1)
        out = r * k * (np.sin(np.pi * 0.62 * t) if form == "round" else 0.6 * t**0.5)
        path = np.stack([0.08 * r + out, r * high * (0.75 + 0.12 * i) * t**1.25, 0 * t], 1)
        width = (1.25 if form == "round" else 0.85) * r * (0.45 + 0.55 * k) * np.sin(np.pi * (0.1 + 0.72 * t))
        shade = green.tinted(np.full(3, 0.07 * i))
        design.add("leaf", around(blade(path, width, 0.02 * r, wave=ruffle * r), leaves - i, start=25 * i), shade)
        design.add(
            "rib",
            around(
                sweep(path[:7] + np.array([0.015 * r, 0, 0]), np.linspace(0.05, 0.01, 7) * r, sides=4),
                leaves - i,
                start=25 * i,
            ),
            CREAM,
        )
    design.add(
        "heart", sphere(0.35 * r).scaled(1, 1.2 * high, 1).moved(y=0.45 * r * high), green.tinted(np.full(3, 0.12))
    )
    design.add("stem", cylinder(0.16 * r, 0.1 * r, segments=12).moved(y=-0.05 * r), CREAM)
    return design
