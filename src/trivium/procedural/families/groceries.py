"""Groceries: fruit, vegetables, dishes, sweets and drinks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import CERAMICS, GLASS, LEAF, PLASTICS, WOODS, Material
from trivium.procedural.solids import (
    Point,
    Points,
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

Color = tuple[float, float, float]


def paint(**colors: Color) -> tuple[Material, ...]:
    """Materials by keyword: ``dark_green=(...)`` is called "dark green"."""
    return tuple(Material(name.replace("_", " "), color) for name, color in colors.items())


WHITE, CREAM = paint(white=(0.96, 0.95, 0.91), cream=(0.95, 0.89, 0.7))
BLACK, CHOCOLATE = paint(black=(0.08, 0.07, 0.07), chocolate=(0.3, 0.17, 0.1))
STALK, WOOD = paint(brown=(0.38, 0.27, 0.15), wooden=(0.85, 0.7, 0.48))
RED, GREEN, YELLOW, ORANGE, PINK, PURPLE = paint(
    red=(0.82, 0.1, 0.09),
    green=(0.36, 0.6, 0.17),
    yellow=(0.97, 0.82, 0.22),
    orange=(0.95, 0.52, 0.1),
    pink=(0.95, 0.55, 0.65),
    purple=(0.38, 0.13, 0.36),
)
BAKED = paint(golden=(0.86, 0.61, 0.29), brown=(0.64, 0.38, 0.16), pale=(0.93, 0.78, 0.5))
MEAT = paint(brown=(0.42, 0.22, 0.13), dark_brown=(0.3, 0.15, 0.09), raw_red=(0.72, 0.2, 0.2))
SAUCE = paint(ketchup=(0.75, 0.08, 0.05), mustard=(0.93, 0.72, 0.1))


def smooth(points: Points, count: int = 18) -> np.ndarray:
    """A curve of ``count`` points through the given ones (Catmull-Rom)."""
    q = np.asarray(points, float)
    q = np.concatenate([[2 * q[0] - q[1]], q, [2 * q[-1] - q[-2]]])
    t = np.linspace(0, len(q) - 3, count)
    i = np.minimum(t.astype(int), len(q) - 4)
    f = (t - i)[:, None]
    a, b, c, d = (q[i + k] for k in range(4))
    return 0.5 * (2 * b + (c - a) * f + (2 * a - 5 * b + 4 * c - d) * f**2 + (3 * b - a - 3 * c + d) * f**3)


def turned(points: Points, count: int = 18, segments: int = 24) -> Solid:
    """A smooth body of revolution."""
    return lathe(np.maximum(smooth(points, count), (0.0002, -9)), segments=segments)


def dimpled(r: float, tall: float, dent: float, segments: int = 28) -> Solid:
    """A globe pressed in at the top, and a little at the bottom."""
    s = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 16))
    y = r * tall * (s - dent * np.abs(s) ** 8 * np.where(s > 0, 1, -0.4))
    return lathe(np.stack([np.maximum(r * np.sqrt(1 - s**2), 0.0002), y], 1), segments=segments)


def lobed(solid: Solid, lobes: int, depth: float) -> Solid:
    """Pressed in along ``lobes`` upright grooves."""
    x, y, z = solid.vertices.T
    k = 1 - depth * (1 - np.abs(np.cos(lobes * np.arctan2(z, x) / 2)) ** 0.7)
    return Solid(np.stack([x * k, y, z * k], 1), solid.faces)


def lumpy(solid: Solid, amount: float, period: float) -> Solid:
    """Dented irregularly, the dents about ``period`` apart."""
    w = 2 * np.pi / period
    x, y, z = solid.vertices.T
    k = 1 + amount * (np.sin(w * x + 1) * np.cos(w * z * 0.8) + np.sin(w * y * 1.2 + 2 * np.cos(w * z * 0.6)))
    return Solid(solid.vertices * k[:, None], solid.faces)


def split(solid: Solid, test: Callable[[np.ndarray], np.ndarray]) -> tuple[Solid, Solid]:
    """The faces whose centres (F, 3) pass the test, and the others."""
    mask = test(solid.vertices[solid.faces].mean(1))
    return Solid(solid.vertices, solid.faces[mask]), Solid(solid.vertices, solid.faces[~mask])


def cut(solid: Solid, depth: float = 9.0) -> Solid:
    """The back half (z <= 0), its cut face flat towards +Z; a slice of it if ``depth`` is small."""
    return Solid(np.clip(solid.vertices, (-9, -9, -depth), (9, 9, 0)), solid.faces)


def halved(design: Design, body: Solid, skin: Material, flesh: Material, rind: float = 0.93) -> float:
    """Adds the back half of the body with its flesh showing; returns how far the flesh stands out."""
    lift = 0.02 * float(body.size[0])
    middle = (body.vertices.max(0) + body.vertices.min(0)) / 2
    core = body.moved(*-middle).scaled(rind, rind, rind).moved(*middle)
    design.add("skin", cut(body), skin)
    design.add("flesh", cut(core, 0.02 * float(body.size[0])).moved(z=lift), flesh)
    return lift


def blade(path: Points, widths: Point | float, thick: float, *, across: Point = (0, 0, 1), wave: float = 0) -> Solid:
    """A flat strip along a path: leaves, slices, ribbons; ``wave`` ruffles it lengthwise at its edges."""
    points, side = np.asarray(path, float), np.asarray(across, float)
    half = np.broadcast_to(np.asarray(widths, float), len(points)) / 2
    u = np.linspace(1, -1, 5)[:, None]
    rings = []
    for i, (point, tangent, w) in enumerate(zip(points, np.gradient(points, axis=0), half, strict=True)):
        normal = np.cross(side, tangent / max(float(np.linalg.norm(tangent)), 1e-9))
        line = point + u * w * side + u**2 * wave * (-1) ** i * normal
        rings.append(np.concatenate([line + normal * thick / 2, line[::-1] - normal * thick / 2]))
    return loft(rings)


def leaf(length: float, width: float, rise: float = 25) -> Solid:
    """A pointed leaf along +X."""
    t = np.linspace(0, 1, 7)
    path = np.stack([length * t, 0.2 * length * np.sin(np.pi * t), 0 * t], 1)
    return blade(path, width * np.sin(np.pi * t * 0.97 + 0.05) ** 0.8, 0.03 * length).rotated("z", rise)


def sector(r: float, start: float, stop: float, height: float, *, inner: float = 0) -> Solid:
    """A slice of a round cake between two angles; with ``inner`` only its outer wall."""
    angles = np.radians(np.linspace(start, stop, 28))
    circle = np.stack([np.cos(angles), np.sin(angles)], 1)
    if inner:
        return join(
            *(extrude([*(circle[i : i + 2] * r), *(circle[i : i + 2][::-1] * inner)], height) for i in range(27))
        )
    return extrude(np.concatenate([r * circle, [[0, 0]]]), height)


def scattered(count: int, radius: float, start: float = 0, stop: float = 360) -> list[tuple[float, float]]:
    """``count`` places (x, z) spread evenly over a disc or a sector of it."""
    i = np.arange(count) + 0.5
    angle = np.radians(start + (stop - start) * (i * 0.618034 % 1))
    distance = radius * np.sqrt(i / count)
    return list(zip(distance * np.cos(angle), distance * np.sin(angle), strict=True))


def strewn(solid: Solid, count: int, radius: float, y: float, start: float = 0, stop: float = 360) -> Solid:
    """``count`` copies lying about on a disc at height y, each turned another way."""
    places = scattered(count, radius, start, stop)
    return join(*(solid.rotated("y", 77 * i).moved(x, y, z) for i, (x, z) in enumerate(places)))


def plural(count: int, noun: str) -> str:
    return f"{number_word(count)} {noun}{'' if count == 1 else 's'}"


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
    skin = p.material("skin", [GREEN, *paint(yellow=(0.88, 0.8, 0.3), brown=(0.62, 0.46, 0.2), red=(0.66, 0.2, 0.15))])
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
        design.add("seed", around(seed.moved(radius * 1.01), 5 + 6 * min(i, 1), start=23 * i).moved(y=y), YELLOW)
    design.add("leaf", around(leaf(0.95 * r, 0.45 * r, 8), leaves).moved(y=0.95 * r * long), LEAF)
    design.add("stalk", cylinder(0.1 * r, (0.2 + stalk) * r, segments=8).moved(y=0.94 * r * long), GREEN)
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
        p.material("skin", [RED, *paint(orange=(0.92, 0.4, 0.1), dark_red=(0.6, 0.1, 0.1), yellow=(0.95, 0.75, 0.2))]),
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
        design.add("leaf", row(crown, count, step=(1.95 * r, 0, 0)), GREEN)
        w = r * count
        design.add(
            "stalk", sweep([(-w, top + 0.35 * r, 0), (0, top + 0.22 * r, 0), (w, top + 0.3 * r, 0)], 0.08 * r), GREEN
        )
        design.features.append(f"{number_word(count - 1)} more on the vine")
    else:
        design.add("skin", body, skin)
        design.add("leaf", crown, GREEN)
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
        design.add("husk", around(blade(path, 1.7 * r * np.sin(np.pi * (0.12 + 0.87 * s)) ** 0.7, 0.001), husk), GREEN)
        design.features.append(f"{number_word(husk)} green husk lea{'f' if husk == 1 else 'ves'}")
    design.add("stalk", cylinder(0.4 * r, 0.03, segments=10).moved(y=-0.028), GREEN)
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
            design.add("ring", ring, PURPLE if skin.name == "purple" else Material("pale green", (0.8, 0.82, 0.6)))
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
        design.add("stalk", sweep(path, np.linspace(0.06, 0.09, 9) * r, sides=6), GREEN)
    top = (1 + stalk) * r
    design.add("stalk", sphere(0.15 * r, segments=8).moved(0.3 * r, top), STALK)
    if leaves:
        design.add("leaf", around(leaf(2.6 * r, 1.2 * r, 5), leaves).moved(0.3 * r, top), LEAF)
        design.features.append("a leaf" if leaves == 1 else "two leaves")
    if count > 1:
        design.features.append(f"{number_word(count - 1)} more on the same stalk")
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
    design.add("stalk", sweep(bend, np.array([0.22, 0.14, 0.1, 0.09, 0.1, 0.11, 0.13]) * r), GREEN)
    design.add("crown", cylinder(0.34 * r, 0.06 * r, top_radius=0.15 * r, segments=10).moved(y=0.9 * h), GREEN)
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
        ("cap", crown.moved(*tip), GREEN),
        ("stalk", stem.moved(*tip).moved(y=0.4 * r), GREEN),
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


TOPPINGS = (
    Material("pepperoni", (0.7, 0.16, 0.1)),
    Material("tomato", (0.88, 0.22, 0.14)),
    Material("mushroom", (0.85, 0.76, 0.64)),
    Material("olive", (0.16, 0.17, 0.1)),
)


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
        design.add("basil", strewn(green, basil, 0.6 * r, 0.09 * r, start + 1.5 * margin, stop - 1.5 * margin), GREEN)
        design.features.append("basil")
    design.features.insert(0, f"{topping.name} on top")
    return design


FILLINGS = (
    Material("lettuce", (0.45, 0.68, 0.22)),
    Material("cheese", (0.97, 0.78, 0.25)),
    Material("tomato", (0.85, 0.16, 0.1)),
    Material("ham", (0.93, 0.6, 0.6)),
)


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
        design.add("olive", sphere(0.008, segments=10).moved(y=top + 0.025), GREEN)
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
    filling = p.material("filling", [WHITE, PINK, *paint(red_jam=(0.75, 0.08, 0.1), apricot=(0.95, 0.6, 0.15))])
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
        [PINK, WHITE, CHOCOLATE, *paint(mint=(0.62, 0.88, 0.76), lilac=(0.76, 0.62, 0.88), yellow=(0.98, 0.9, 0.5))],
    )
    paper = p.material("paper", [*PLASTICS[:3], PINK, CHOCOLATE, Material("white", (0.93, 0.92, 0.88))])
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
        design.add("cherry", sphere(0.24 * r, segments=12).moved(y=top + 0.08 * r), RED)
    elif topping == "berry":
        design.add(
            "berry",
            around(sphere(0.16 * r, segments=10).moved(0.16 * r), 3).moved(y=top),
            Material("blue", (0.2, 0.22, 0.5)),
        )
    elif topping == "candle":
        design.add("candle", cylinder(0.09 * r, 0.9 * r, segments=8).moved(y=top - 0.1 * r), YELLOW)
        design.add("flame", sphere(0.11 * r, segments=8).scaled(1, 1.8, 1).moved(y=top + 0.95 * r), ORANGE)
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


FISH = paint(salmon=(0.96, 0.5, 0.32), tuna=(0.75, 0.15, 0.2), prawn=(0.97, 0.7, 0.55), omelette=(0.97, 0.8, 0.3))


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
    maki.add("cucumber", box(0.26 * r, 1.1 * tall * r, 0.3 * r).moved(0.28 * r), GREEN)
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
            GREEN,
        )
        design.features.insert(0, "a plate under it")
    return design


SWEETS = (*PLASTICS[:5], PINK, PURPLE, Material("turquoise", (0.25, 0.75, 0.75)))


def _stick(r: float, length: float) -> Solid:
    """A stick hanging down from the origin."""
    return cylinder(r, length, segments=10).moved(y=-length)


@category("lollipop", family="food", also=("lolly", "sucker", "candy"))
def lollipop(p: Parameters) -> Design:
    r, thick, stick = p.real("radius", 0.014, 0.045), p.real("thick", 0.25, 0.4), p.real("stick", 2.5, 4.5)
    form, turns, bow = (
        p.choice("form", ["swirl", "swirl", "ball"]),
        p.whole("turns", 2, 4),
        p.choice("bow", ["yes", "no"]),
    )
    first, second = p.material("first", SWEETS), p.material("second", [*SWEETS, WHITE, WHITE, WHITE, WHITE])
    second = WHITE if second.name == first.name else second
    design = Design([form, first.name], ["a long stick" if stick > 3.5 else "a short stick", f"{second.name} stripes"])
    if form == "swirl":
        profile = [(0.98, -0.3), (1, 0), (0.98, 0.3), *((k, 0.5 + 0.5 * (1 - k**4)) for k in np.linspace(0.9, 0.01, 9))]
        profile = [*((k, -y) for k, y in reversed(profile[3:])), *profile]
        body = lathe(np.array(profile) * (r, 0.5 * thick * r), segments=72).rotated("x", 90)
    else:
        body = sphere(r, segments=40).rotated("z", 25)

    def striped(c: np.ndarray) -> np.ndarray:
        if form == "ball":
            return np.sin(c[:, 1] / r * np.pi * turns + 0.8) > 0.2
        return np.sin(2 * np.arctan2(c[:, 1], c[:, 0]) + np.hypot(c[:, 0], c[:, 1]) / r * turns * 3) > 0

    for piece, material in zip(split(body, striped), (second, first), strict=True):
        design.add("candy", piece, material)
    design.add("stick", _stick(0.07 * r + 0.001, stick * r).moved(y=-0.8 * r), Material("white", (0.94, 0.93, 0.9)))
    if bow == "yes":
        loop = sphere(0.3 * r, segments=10).scaled(1.3, 0.8, 0.4).moved(0.36 * r) + box(
            0.14 * r, 0.6 * r, 0.04 * r
        ).rotated("z", 28).moved(0.38 * r, -0.7 * r)
        design.add(
            "bow", (loop + loop.scaled(-1, 1, 1) + sphere(0.14 * r, segments=8)).moved(0, -1.25 * r, 0.12 * r), first
        )
        design.features.append("a bow")
    return design


@category("candy cane", family="food", also=("candy stick", "Christmas candy"))
def candy_cane(p: Parameters) -> Design:
    length, r, hook = p.real("length", 0.09, 0.16), p.real("radius", 0.004, 0.008), p.real("hook", 0.02, 0.034)
    turns, share, sweep_ = p.real("turns", 5, 10), p.real("share", -0.3, 0.4), p.real("hook_angle", 165, 215)
    stripe = p.material("stripe", [RED, RED, GREEN, PINK, PLASTICS[1]])
    base, bow = (
        p.material("base", [WHITE, WHITE, Material("pale green", (0.8, 0.93, 0.78))]),
        p.choice("bow", ["yes", "no", "no"]),
    )
    angle = np.radians(np.linspace(0, sweep_, 34))
    bend = np.stack([hook * np.cos(angle) - hook, length + hook * np.sin(angle), 0 * angle], 1)
    path = np.concatenate([np.stack([0 * (y := np.linspace(0, length, 46)[:-1]), y, 0 * y], 1), bend])
    cane = sweep(path, r, sides=16)
    mask = np.zeros(len(cane.faces), bool)
    n = 16 * 2
    for i in range(len(path) - 1):
        s = i / len(path) * turns * 2 * np.pi
        wave = np.sin(np.linspace(0, 2 * np.pi, 16, endpoint=False) + s) > share
        mask[i * n : (i + 1) * n] = np.concatenate([wave, wave])
    design = Design(
        [f"{stripe.name} and {base.name}"],
        [f"{stripe.name} stripes", "a wide hook" if hook > 0.027 else "a narrow hook"],
    )
    design.add("stripe", Solid(cane.vertices, cane.faces[mask]), stripe)
    design.add("cane", Solid(cane.vertices, cane.faces[~mask]), base)
    if bow == "yes":
        loop = sphere(1.9 * r, segments=10).scaled(1.2, 0.8, 0.4).moved(2.2 * r) + box(0.9 * r, 4 * r, 0.3 * r).rotated(
            "z", 28
        ).moved(2.4 * r, -4 * r)
        design.add(
            "bow",
            (loop + loop.scaled(-1, 1, 1) + sphere(r, segments=8)).moved(0, 0.6 * length, 1.2 * r),
            GREEN if stripe.name == "red" else RED,
        )
        design.features.append("a bow")
    return design


@category("popsicle", family="food", also=("ice lolly", "ice pop"))
def popsicle(p: Parameters) -> Design:
    w, tall, thick = p.real("width", 0.035, 0.055), p.real("tall", 1.5, 2.3), p.real("thick", 0.3, 0.45)
    form, layers, bite = (
        p.choice("form", ["rounded", "twin", "rocket"]),
        p.whole("layers", 1, 3),
        p.choice("bitten", ["yes", "no", "no"]),
    )
    first, second, third = (
        p.material("first", [*SWEETS, CHOCOLATE]),
        p.material("second", [*SWEETS, CREAM]),
        p.material("third", SWEETS),
    )
    stick, h = p.real("stick", 0.6, 0.9), w * tall
    design = Design(
        [first.name, form if form != "twin" else "double"],
        [plural(layers, "coloured layer"), "two sticks" if form == "twin" else "a wooden stick"],
    )
    s = np.linspace(0, 1, 25)
    if form == "rocket":
        width = np.where(s < 0.6, 1 - 0.2 * (np.floor(s * 7) % 2), (1 - s) / 0.4 * 0.85 + 0.1)
    else:
        width = np.minimum(1, 0.86 + 2 * s) * np.sqrt(np.clip(1 - np.clip((s - 0.75) / 0.26, 0, 1) ** 2, 0.01, 1))
    a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    ring = (
        np.sign(np.stack([np.cos(a), np.sin(a)], 1))
        * np.abs(np.stack([np.cos(a), np.sin(a)], 1)) ** 0.6
        * (w / 2, w * (thick if form != "rocket" else 0.9) / 2)
    )
    rings = [
        np.stack([ring[:, 0] * k, np.full(28, t * h), ring[:, 1] * (0.4 + 0.6 * k)], 1)
        for k, t in zip(width, s, strict=True)
    ]
    body = loft(rings)
    if bite == "yes":
        v = body.vertices.copy()
        d = v[:, :2] - np.array([0.5 * w, h])
        far = np.maximum(np.linalg.norm(d, axis=1), 1e-9)[:, None]
        v[:, :2] += d / far * np.maximum(0.3 * w - far, 0)
        body = Solid(np.minimum(v, (9, h, 9)), body.faces)
        design.features.append("a bite taken out")
    copies = (-0.46, 0.46) if form == "twin" else (0,)
    for x in copies:
        squeeze = 0.85 if form == "twin" else 1
        for i, material in enumerate((first, second, third)[:layers]):
            low, high = i * h / layers, (i + 1) * h / layers if i + 1 < layers else 9
            piece = split(body, lambda c, low=low, high=high: (c[:, 1] >= low) & (c[:, 1] < high))[0]  # type: ignore[misc]
            design.add("ice", piece.scaled(squeeze, 1, 1).moved(x * w), material)
        design.add("stick", box(0.22 * w, stick * w + 0.3 * h, 0.07 * w, bevel=0.03 * w).moved(x * w, -stick * w), WOOD)
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
    mark = p.material("mark", [Material("yellow", (0.98, 0.8, 0.1)), RED, Material("white", (0.95, 0.95, 0.93))])
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
        for i, material in enumerate((RED, Material("blue", (0.2, 0.2, 0.45)))):
            design.add(
                "berry", around(berry.moved(0.3 * r), 3, start=60 * i).moved(y=top + (0.1 + 0.04 * i) * r), material
            )
    else:
        whip = lathe(
            np.array([(0.4, 0), (0.45, 0.12), (0.3, 0.26), (0.33, 0.34), (0.15, 0.5), (0.01, 0.62)]) * r, segments=20
        )
        design.add("cream", whip.moved(y=top), WHITE)
    return design


@category("chocolate bar", family="food", also=("bar of chocolate", "candy bar"))
def chocolate_bar(p: Parameters) -> Design:
    w, piece, thick = p.real("width", 0.06, 0.09), p.real("piece", 0.7, 1.1), p.real("thick", 0.07, 0.14)
    columns, rows, form = (
        p.whole("columns", 3, 5),
        p.whole("rows", 5, 8),
        p.choice("form", ["half wrapped", "unwrapped", "half wrapped", "bitten"]),
    )
    brown = p.material("chocolate", paint(milk=(0.45, 0.26, 0.15), dark=(0.25, 0.14, 0.09), white=(0.95, 0.88, 0.7)))
    paper, band = (
        p.material("wrapper", [*PLASTICS[:3], PURPLE, *paint(brown=(0.36, 0.2, 0.12), gold=(0.85, 0.65, 0.2))]),
        p.material("band", [WHITE, YELLOW, PINK, CREAM]),
    )
    open_ = p.real("wrapped", 0.4, 0.6)
    sx, h = w / columns, thick * w
    sz = piece * sx
    length = rows * sz
    design = Design(
        [brown.name, form],
        [f"{columns * rows} squares" if form == "unwrapped" else f"{number_word(columns)} columns of squares"],
    )
    block = extrude(
        [(-0.48 * sx, -0.48 * sz), (0.48 * sx, -0.48 * sz), (0.48 * sx, 0.48 * sz), (-0.48 * sx, 0.48 * sz)],
        0.45 * h,
        top_scale=0.75,
    )
    for i in range(columns):
        for j in range(rows):
            if form == "bitten" and i + rows - 1 - j < 2:
                continue
            x, z = (i - (columns - 1) / 2) * sx, (j - (rows - 1) / 2) * sz
            design.add("square", block.moved(x, 0.55 * h, z) + box(sx, 0.56 * h, sz).moved(x, 0, z), brown)
            design.add("mark", box(0.35 * sx, 0.02 * h, 0.1 * sz).moved(x, 1.0 * h, z), brown.tinted(np.full(3, -0.06)))
    if form != "unwrapped":
        long = open_ * length
        z = -length / 2 + long / 2 - 0.02 * w
        foil = Material("silver foil", (0.8, 0.81, 0.83))
        teeth = regular_outline(12, 0.07 * w, radius2=0.04 * w)
        design.add("wrapper", box(1.06 * w, 1.16 * h, long, bevel=0.01 * w).moved(0, -0.06 * h, z), paper)
        design.add("foil", box(1.04 * w, 1.12 * h, long + 0.16 * w).moved(0, -0.04 * h, z), foil)
        design.add(
            "foil",
            row(extrude(teeth, 0.02 * h), 9, step=(0.118 * w, 0, 0)).moved(0, 1.09 * h, z + long / 2 + 0.08 * w),
            foil,
        )
        design.add("label", box(0.8 * w, 0.02 * h, 0.4 * long).moved(0, 1.1 * h, z), band)
        design.add(
            "label",
            box(0.6 * w, 0.02 * h, 0.08 * long).moved(0, 1.13 * h, z)
            + box(0.4 * w, 0.02 * h, 0.05 * long).moved(0, 1.13 * h, z + 0.1 * long),
            brown,
        )
        design.features.append(f"a {paper.name} wrapper")
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
        design.add("herb", strewn(leaf(0.14 * r, 0.08 * r, 4), bits, 0.7 * r, y + 0.005 * r), GREEN)
    elif garnish == "cream swirl":
        t = np.linspace(0.05, 1, 40)
        path = np.stack([0.6 * r * t * np.cos(14 * t), 0 * t + y, 0.6 * r * t * np.sin(14 * t)], 1)
        design.add("cream", sweep(path, 0.04 * r, sides=6).scaled(1, 1, 1), WHITE)
        design.add("herb", strewn(leaf(0.14 * r, 0.08 * r, 4), bits // 3 + 1, 0.4 * r, y + 0.04 * r), GREEN)
    elif garnish == "vegetables":
        disc = cylinder(0.1 * r, 0.06 * r, segments=10)
        for i, material in enumerate((ORANGE, GREEN, CREAM)):
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
        p.material("straw", [*PLASTICS[:6], BLACK, PINK]),
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
        design.add("lemon", disc.rotated("x", 90).moved(-0.95 * r, h + 0.1 * r), YELLOW)
        design.add(
            "lemon",
            pulp.rotated("x", 90).moved(-0.95 * r, h + 0.1 * r, -0.01 * r),
            Material("pale yellow", (0.98, 0.95, 0.65)),
        )
        design.features.append("a lemon slice")
    elif garnish == "cherry" and form == "open glass":
        design.add("cherry", sphere(0.24 * r, segments=12).moved(-0.2 * r, level * h + 0.1 * r, 0.3 * r), RED)
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
        food.add("yolk", sphere(0.15, start=0, segments=16).scaled(1, 0.6, 1).moved(y=0.04), YELLOW)
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
            "tomato", strewn(sphere(0.09 * r, segments=8), 3, 0.2 * r, 0.2 * r).moved(0.36 * r, 0, -0.32 * r), RED
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
            GREEN if greens == "peas" else ORANGE,
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
                "juice", cylinder(0.215 * r, 0.5 * r, top_radius=0.24 * r).moved(1.25 * r, 0.03 * r, -0.8 * r), ORANGE
            )
            design.features.append("a glass of juice")
    else:
        design.add("cutlery", fork.scaled(0.9, 1, 0.9).moved(-0.93 * r, 0.13 * r, 0.1 * r), steel)
        design.features.append("a fork on the rim")
    return design
