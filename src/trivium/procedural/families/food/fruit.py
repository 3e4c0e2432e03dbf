"""Fruit, whole or halved."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.food.parts import (
    BLACK,
    CREAM,
    FRESH_GREEN,
    FRESH_YELLOW,
    FRUIT,
    MEAT,
    STALK,
    WHITE,
    blade,
    cut,
    dimpled,
    halved,
    leaf,
    lumpy,
    sector,
    split,
    strewn,
    turned,
)
from trivium.procedural.materials import BARKS, LEAF, Material, paint
from trivium.procedural.solids import Solid, arc, around, cylinder, extrude, lathe, smooth, sphere, sweep


def _citrus(p: Parameters, design: Design, body: Solid, r: float, skins: tuple[Material, ...], flesh: Material) -> None:
    """A whole fruit with stalk and leaves, or a half with its segments."""
    skin, form = p.material("skin", skins), p.choice("form", ["whole", "halved", "whole, a half beside it"])
    leaves, segments = p.whole("leaves", 0, 2), p.whole("segments", 8, 11)
    design.adjectives += [skin.name]
    if form != "halved":
        design.add("skin", body, skin)
        top = float(body.vertices[:, 1].max()) - 0.05 * r
        design.add("stalk", cylinder(0.1 * r, 0.12 * r, segments=6).moved(y=top), STALK)
        if leaves:
            design.add("leaf", around(leaf(1.1 * r, 0.55 * r), leaves, start=30).moved(y=top + 0.05 * r), LEAF)
            design.features.append("a leaf" if leaves == 1 else "two leaves")
        else:
            design.features.append("a stalk end")
    if form != "whole":
        half, place = Design(), (0 if form == "halved" else 1.9 * r, 0, 0 if form == "halved" else 0.7 * r)
        halved(half, body.scaled(1, r / float(body.vertices[:, 1].max()), 1), skin, WHITE)
        piece = extrude([(0.1 * r, 0), (0.8 * r, 0.22 * r), (0.85 * r, 0), (0.8 * r, -0.22 * r)], 0.03 * r)
        half.add(
            "flesh", around(piece.scaled(1, 1, 11 / segments), segments).rotated("x", 90).moved(z=0.035 * r), flesh
        )
        design.parts += [(n, s.rotated("x", -25).moved(*place), m) for n, s, m in half.parts]
        design.features.append(f"{number_word(segments)} juicy segments")


def flat_leaf(length: float, width: float) -> Solid:
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
    design.add("stalk", sweep([(0, top - 0.004, 0), (0.002, top + stalk, 0)], 0.0015), BARKS[0])
    if leaves:
        design.add("leaf", around(flat_leaf(0.03, 0.015).rotated("z", 25), leaves).moved(y=top + 0.5 * stalk), LEAF)
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
    design.add("stalk", sphere(0.45 * r * (1 + 0.4 * count), segments=8).moved(*path[-1]), BARKS[0])
    return design


@category("orange", family="food", also=("fruit", "citrus fruit"))
def orange(p: Parameters) -> Design:
    r, tall = p.real("radius", 0.032, 0.045), p.real("tall", 0.9, 1.03)
    skins = paint(bright_orange=(0.97, 0.55, 0.08), deep_orange=(0.9, 0.42, 0.06), golden=(0.98, 0.65, 0.14))
    design = Design(["round"])
    _citrus(p, design, dimpled(r, tall, 0.04), r, skins, Material("orange", (0.98, 0.62, 0.15)))
    return design


@category("lemon", family="food", also=("fruit", "citrus fruit"))
def lemon(p: Parameters) -> Design:
    r, tall, nose = p.real("radius", 0.024, 0.032), p.real("tall", 1.15, 1.45), p.real("nose", 0.1, 0.3)
    skins = paint(yellow=(0.98, 0.85, 0.15), pale_yellow=(0.97, 0.9, 0.4), lime_green=(0.5, 0.72, 0.15))
    profile = [(0, -1 - nose), (0.2, -1 - 0.7 * nose), (0.45, -0.85), (0.85, -0.5), (1, 0), (0.85, 0.5), (0.45, 0.85)]
    body = turned(np.array([*profile, (0.2, 1 + 0.7 * nose), (0, 1 + nose)]) * (r, r * tall / (1 + nose)), 22)
    design = Design(["pointed" if nose > 0.2 else "oval"])
    _citrus(p, design, body, r, skins, Material("yellow", (0.97, 0.9, 0.45)))
    return design


@category("pear", family="food", also=("fruit",))
def pear(p: Parameters) -> Design:
    r, long, neck = p.real("radius", 0.03, 0.042), p.real("long", 0.85, 1.25), p.real("neck", 0.38, 0.6)
    skin = p.material(
        "skin", [FRESH_GREEN, *paint(yellow=(0.88, 0.8, 0.3), brown=(0.62, 0.46, 0.2), red=(0.66, 0.2, 0.15))]
    )
    form, lean = p.choice("form", ["whole", "whole", "halved"]), p.real("stalk_lean", -0.5, 0.5)
    leaves, stalk = p.whole("leaves", 0, 2), p.real("stalk", 0.4, 0.9)
    profile = [(0.02, 0.1), (0.45, 0), (0.9, 0.4), (1, 0.85), (0.8, 1.4), (neck, 1.9), (0.8 * neck, 2.25), (0.02, 2.4)]
    body = turned(np.array(profile) * (r, r * long))
    design = Design([skin.name, form], ["a slender neck" if neck < 0.48 else "a thick neck", "a stalk"])
    if form == "halved":
        lift = halved(design, body, skin, CREAM)
        design.add("core", sphere(0.2 * r).scaled(0.8, 1.4, 0.3).moved(0, 0.85 * r * long, lift), STALK)
    else:
        design.add("skin", body, skin)
    top = 2.3 * r * long
    design.add(
        "stalk",
        sweep([(0, top, 0), (0.2 * lean * r, top + stalk * r / 2, 0), (lean * r, top + stalk * r, 0)], 0.002),
        STALK,
    )
    if leaves:
        design.add("leaf", around(leaf(1.1 * r, 0.5 * r), leaves).moved(y=top + 0.2 * r), LEAF)
    return design


@category("peach", family="food", also=("fruit", "nectarine"))
def peach(p: Parameters) -> Design:
    r, tall, dent = p.real("radius", 0.03, 0.042), p.real("tall", 0.85, 1.0), p.real("dent", 0.08, 0.2)
    skin = p.material("skin", paint(orange=(0.96, 0.66, 0.36), yellow=(0.97, 0.78, 0.42), pink=(0.93, 0.55, 0.45)))
    cheek = p.material("cheek", paint(red=(0.82, 0.25, 0.2), rosy=(0.9, 0.42, 0.35)))
    form, cleft, leaves = (
        p.choice("form", ["whole", "whole", "halved"]),
        p.real("cleft", 0.06, 0.16),
        p.whole("leaves", 0, 2),
    )
    x, y, z = (body := dimpled(r, tall, dent, 48)).vertices.T
    k = 1 - cleft * np.exp(-((np.arctan2(x, z) / 0.16) ** 2))
    body = Solid(np.stack([x * k, y, z * k], 1), body.faces)
    design = Design([skin.name, form], [f"a {cheek.name} cheek", "a cleft down its side"])
    if form == "halved":
        lift = halved(design, body, skin, Material("yellow", (0.97, 0.75, 0.32)))
        design.add("stone", lumpy(sphere(0.42 * r), 0.04, 0.2 * r).scaled(0.8, 1, 0.6).moved(z=lift), MEAT[0])
        design.features = [f"a {skin.name} skin", "a stone in the middle"]
    else:
        blush, rest = split(body, lambda c: c[:, 0] + 0.3 * c[:, 1] + 0.12 * r * np.sin(c[:, 1] * 9 / r) > 0.1 * r)
        design.add("skin", rest, skin)
        design.add("cheek", blush, cheek)
        top = r * tall * (1 - dent)
        design.add("stalk", cylinder(0.06 * r, 0.25 * r, segments=6).moved(y=top - 0.05 * r), STALK)
        if leaves:
            design.add("leaf", around(leaf(1.3 * r, 0.45 * r, 15), leaves, start=40).moved(y=top), LEAF)
    return design


@category("strawberry", family="food", also=("berry", "fruit"))
def strawberry(p: Parameters) -> Design:
    r, long, tip = p.real("radius", 0.012, 0.02), p.real("long", 1.6, 2.5), p.real("tip", 0.3, 0.6)
    rows, leaves, stalk = p.whole("seed_rows", 4, 7), p.whole("leaves", 6, 10), p.real("stalk", 0.2, 1.0)
    skin = p.material("skin", paint(red=(0.85, 0.08, 0.1), dark_red=(0.65, 0.05, 0.08), light_red=(0.92, 0.3, 0.28)))
    profile = smooth(np.array([(0, 0), (tip, 0.14), (0.85, 0.55), (1, 0.8), (0.7, 0.97), (0.05, 0.95)]) * (r, r * long))
    design = Design(
        [skin.name, "long" if long > 2 else "plump"], ["yellow seeds", f"{number_word(leaves)} green leaves"]
    )
    design.add("flesh", lathe(np.maximum(profile, (0.0002, 0))), skin)
    seed = sphere(0.06 * r, segments=6).scaled(0.6, 1.3, 0.6)
    for i, (radius, y) in enumerate(profile[np.linspace(3, 13, rows).astype(int)]):
        design.add("seed", around(seed.moved(radius * 1.01), 5 + 6 * min(i, 1), start=23 * i).moved(y=y), FRESH_YELLOW)
    design.add("leaf", around(leaf(0.95 * r, 0.45 * r, 8), leaves).moved(y=0.95 * r * long), LEAF)
    design.add("stalk", cylinder(0.1 * r, (0.2 + stalk) * r, segments=8).moved(y=0.94 * r * long), FRESH_GREEN)
    return design


@category("pineapple", family="food", also=("fruit", "tropical fruit"))
def pineapple(p: Parameters) -> Design:
    r, tall, crown = p.real("radius", 0.05, 0.07), p.real("tall", 2.2, 3.2), p.real("crown", 1.2, 2.4)
    rows, columns, leaves = p.whole("rows", 7, 10), p.whole("columns", 10, 13), p.whole("leaves", 7, 9)
    skin = p.material("skin", paint(golden=(0.85, 0.58, 0.15), brown=(0.6, 0.4, 0.16), green=(0.5, 0.52, 0.2)))
    design = Design(
        [skin.name, "tall" if tall > 2.7 else "stout"], ["a spiky green crown", f"{number_word(rows)} rows of scales"]
    )
    h = r * tall
    design.add(
        "flesh", turned([(0.6 * r, 0), (0.95 * r, 0.2 * h), (r, 0.5 * h), (0.9 * r, 0.8 * h), (0.5 * r, h)]), STALK
    )
    scale = (
        cylinder(0.5, 0.3, top_radius=0.08, segments=4).rotated("z", -90).scaled(0.55 * r, 1, 2 * np.pi * r / columns)
    )
    for i in range(rows):
        t = (i + 0.5) / rows
        radius = float(np.interp(t, [0, 0.2, 0.5, 0.8, 1], [0.6, 0.93, 0.97, 0.87, 0.45])) * r
        one = scale.scaled(1, 1.7 * h / rows, radius / r).moved(radius - 0.02 * r)
        design.add("scale", around(one, columns, start=180 / columns * (i % 2)).moved(y=t * h), skin)
    for k in range(4):
        s, lean = np.linspace(0, 1, 5), 0.75 - 0.2 * k
        path = np.stack([0.12 * r + r * lean * crown / 1.6 * s**1.6, (0.45 + 0.18 * k) * crown * r * s, 0 * s], 1)
        design.add(
            "crown",
            around(blade(path, 0.34 * r * (1 - s**2) + 0.001, 0.03 * r), leaves - k, start=17 * k).moved(y=0.96 * h),
            LEAF,
        )
    return design


@category("watermelon", family="food", also=("melon", "fruit"))
def watermelon(p: Parameters) -> Design:
    r, long, stripes = p.real("radius", 0.1, 0.14), p.real("long", 1.0, 1.4), p.whole("stripes", 7, 11)
    form, seeds = p.choice("form", ["whole", "halved", "sliced"]), p.whole("seeds", 8, 24)
    rind, dark = (
        p.material("rind", paint(light_green=(0.5, 0.68, 0.3), green=(0.25, 0.5, 0.2))),
        paint(dark=(0.07, 0.25, 0.1))[0],
    )
    flesh, wide = p.material("flesh", paint(red=(0.9, 0.2, 0.22), pink=(0.95, 0.38, 0.4))), p.real("slice", 60, 120)
    design = Design([form, rind.name], [])
    seed = sphere(0.05 * r, segments=6).scaled(0.6, 0.5, 1)
    if form == "sliced":
        start, stop, t = 90 - wide / 2, 90 + wide / 2, 0.35 * r
        whole = [
            ("rind", sector(r, start, stop, t, inner=0.92 * r), dark),
            ("flesh", sector(0.88 * r, start, stop, t), flesh),
        ]
        whole += [("rind", sector(0.93 * r, start, stop, 0.99 * t, inner=0.86 * r).moved(y=0.005 * t), WHITE)]
        pips = strewn(seed, seeds, 0.75 * r, 0, start + 8, stop - 8)
        whole += [("seed", pips.moved(y=1.0 * t), BLACK), ("seed", pips, BLACK)]
        design.parts += [(n, s.rotated("x", 90), m) for n, s, m in whole]
        design.features += ["a green rind", "black seeds"]
        return design
    body = lathe(arc(r, -90, 90, points=14)[:, :2], segments=5 * stripes).scaled(1, long, 1)
    band = split(body, lambda c: np.cos(stripes * np.arctan2(c[:, 2], c[:, 0]) + np.sin(c[:, 1] * 40)) > 0.2)
    if form == "whole":
        for piece, material in zip(band, (dark, rind), strict=True):
            design.add("rind", piece.rotated("z", 90), material)
        design.add(
            "stalk",
            sweep(
                smooth([(long * r * 0.98, 0, 0), (long * r * 1.1, 0.03 * r, 0), (long * r * 1.15, 0.15 * r, 0)], 6),
                0.04 * r,
            ),
            STALK,
        )
        design.features += [f"{number_word(stripes)} dark stripes"]
    else:
        for piece, material in zip(band, (dark, rind), strict=True):
            design.add("rind", cut(piece), material)
        design.add("rind", cut(body.scaled(0.97, 0.97, 0.97), 0.02 * r).moved(z=0.02 * r), WHITE)
        design.add("flesh", cut(body.scaled(0.9, 0.9, 0.9), 0.02 * r).moved(z=0.035 * r), flesh)
        design.add(
            "seed", strewn(seed, seeds, 0.7 * r, 0).scaled(1, 1, long).rotated("x", 90).moved(z=0.035 * r), BLACK
        )
        design.parts = [(n, s.rotated("x", -35), m) for n, s, m in design.parts]
        design.features += [f"{flesh.name} flesh", "black seeds"]
    return design


@category("grapes", family="food", also=("bunch of grapes", "fruit"))
def grapes(p: Parameters) -> Design:
    r, rows, wide = p.real("radius", 0.008, 0.012), p.whole("rows", 4, 6), p.real("wide", 1.6, 2.6)
    oval, leaves, stalk = p.real("oval", 1.0, 1.3), p.whole("leaves", 0, 2), p.real("stalk", 2.0, 4.0)
    skin = p.material(
        "skin",
        paint(purple=(0.32, 0.12, 0.36), green=(0.62, 0.74, 0.28), red=(0.56, 0.14, 0.2), dark_blue=(0.14, 0.13, 0.3)),
    )
    design = Design([skin.name, "oval" if oval > 1.15 else "round"], [])
    grape, count = sphere(r, segments=10).scaled(1, oval, 1), 0
    for i in range(rows + 1):
        out = wide * r * np.sin(np.pi * min(0.1 + 0.9 * i / rows, 0.62)) if i else 0
        n = max(1, min(9, round(2 * np.pi * out / (1.75 * r))))
        count += n
        design.add("berry", around(grape.moved(out), n, start=31 * i).moved(y=1.55 * r * oval * i), skin)
    top = 1.55 * r * oval * rows
    design.add(
        "stalk",
        sweep([(0, 0, 0), (0, top, 0), (0.1 * r, top + r, 0), (0.8 * r, top + stalk * r, 0)], 0.16 * r, sides=6),
        STALK,
    )
    design.features.append(f"about {5 * round(count / 5)} berries")
    if leaves:
        t = np.array(
            [
                [4, 0],
                [1.6, 1],
                [2.6, 2.6],
                [0.6, 1.8],
                [-1, 2.2],
                [-0.6, 0],
                [-1, -2.2],
                [0.6, -1.8],
                [2.6, -2.6],
                [1.6, -1],
            ]
        )
        one = extrude(t * r * 0.8, 0.12 * r).rotated("z", -20).moved(0.4 * r, top + 1.2 * r)
        design.add("leaf", around(one, leaves), LEAF)
        design.features.append("a leaf" if leaves == 1 else "two leaves")
    return design


@category("cherry", family="food", also=("cherries", "fruit"))
def cherry(p: Parameters) -> Design:
    r, stalk, count = p.real("radius", 0.009, 0.014), p.real("stalk", 2.5, 5.0), p.whole("count", 1, 3)
    tall, dent, leaves = p.real("tall", 0.85, 1.0), p.real("dent", 0.1, 0.25), p.whole("leaves", 0, 2)
    skin = p.material("skin", paint(red=(0.78, 0.06, 0.1), dark_red=(0.42, 0.03, 0.08), bright_red=(0.93, 0.16, 0.14)))
    design = Design(
        [skin.name, "round" if tall > 0.92 else "flat"], ["a long stalk" if stalk > 3.7 else "a short stalk"]
    )
    fruit = dimpled(r, tall, dent, 22)
    for i in range(count):
        x, z = (1.5 * r * np.cos(2.1 * i), 1.5 * r * np.sin(2.1 * i)) if count > 1 else (0, 0)
        design.add("fruit", fruit.moved(x, 0, z), skin)
        path = smooth(
            [(x, r * tall * 0.8, z), (0.75 * x, (0.8 + 0.6 * stalk) * r, 0.7 * z), (0.3 * r, (1 + stalk) * r, 0)], 9
        )
        design.add("stalk", sweep(path, np.linspace(0.06, 0.09, 9) * r, sides=6), FRESH_GREEN)
    top = (1 + stalk) * r
    design.add("stalk", sphere(0.15 * r, segments=8).moved(0.3 * r, top), STALK)
    if leaves:
        design.add("leaf", around(leaf(2.6 * r, 1.2 * r, 5), leaves).moved(0.3 * r, top), LEAF)
        design.features.append("a leaf" if leaves == 1 else "two leaves")
    if count > 1:
        design.features.append(f"{number_word(count - 1)} more on the same stalk")
    return design


@category("avocado", family="food", also=("fruit", "avocado pear"))
def avocado(p: Parameters) -> Design:
    r, long, neck = p.real("radius", 0.03, 0.04), p.real("long", 0.85, 1.2), p.real("neck", 0.4, 0.65)
    form, pit = p.choice("form", ["whole", "halved", "halved", "pair"]), p.real("pit", 0.4, 0.58)
    skin = p.material(
        "skin", paint(dark_green=(0.14, 0.25, 0.1), green=(0.26, 0.42, 0.14), purple_black=(0.14, 0.1, 0.11))
    )
    stone, tilt = (
        p.material("stone", paint(brown=(0.42, 0.24, 0.12), light_brown=(0.6, 0.38, 0.2))),
        p.real("tilt", 10, 40),
    )
    profile = [(0, 0), (0.55, 0.1), (1, 0.8), (0.85, 1.4), (neck, 2.0), (0.55 * neck, 2.3), (0, 2.4)]
    body = lumpy(turned(np.array(profile) * (r, r * long)), 0.008, 0.3 * r)
    design = Design([skin.name, "whole" if form == "whole" else "halved"], [])
    if form == "whole":
        design.add("skin", body, skin)
        design.add("stalk", cylinder(0.12 * r, 0.15 * r, segments=8).moved(y=2.33 * r * long), stone)
        design.features.append("a stalk")
        return design
    half = Design()
    lift = halved(half, body, skin, Material("green", (0.66, 0.74, 0.3)), 0.94)
    halved(
        half,
        body.moved(y=-r * long).scaled(0.85, 0.85, 1).moved(0, r * long),
        skin,
        Material("yellow green", (0.88, 0.86, 0.5)),
    )
    half.parts[-1] = ("flesh", half.parts[-1][1].moved(z=0.01 * r), half.parts[-1][2])
    half.parts.pop(2)
    hollow = sphere(pit * r, segments=24).moved(0, 0.8 * r * long, 0.6 * lift)
    design.parts += [(n, s.rotated("x", -tilt), m) for n, s, m in [*half.parts, ("stone", hollow, stone)]]
    if form == "pair":
        hole = cylinder(pit * r, 0.02 * r).rotated("x", 90).moved(0, 0.8 * r * long, 0.06 * r)
        other = [*half.parts, ("hollow", hole, Material("olive", (0.62, 0.6, 0.26)))]
        design.parts += [
            (n, s.rotated("x", -tilt).rotated("y", -12).moved(2.15 * r, 0, 0.1 * r), m) for n, s, m in other
        ]
        design.features.append("its other half beside it")
    design.features += [f"a {stone.name} stone", "green flesh"]
    return design
