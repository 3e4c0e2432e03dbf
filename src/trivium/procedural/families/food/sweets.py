"""Sweets."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.food.parts import (
    CHOCOLATE,
    CREAM,
    DOUGH,
    FRESH_GREEN,
    FRESH_PINK,
    FRESH_PURPLE,
    FRESH_RED,
    FRESH_YELLOW,
    FRUIT,
    WHITE,
    WOOD,
    plural,
    split,
)
from trivium.procedural.materials import PLASTICS, WOODS, Material, paint
from trivium.procedural.solids import Solid, box, cylinder, extrude, lathe, loft, regular_outline, row, sphere, sweep

SWEETS = (*PLASTICS[:5], FRESH_PINK, FRESH_PURPLE, Material("turquoise", (0.25, 0.75, 0.75)))


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
    stripe = p.material("stripe", [FRESH_RED, FRESH_RED, FRESH_GREEN, FRESH_PINK, PLASTICS[1]])
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
            FRESH_GREEN if stripe.name == "red" else FRESH_RED,
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
        p.material("wrapper", [*PLASTICS[:3], FRESH_PURPLE, *paint(brown=(0.36, 0.2, 0.12), gold=(0.85, 0.65, 0.2))]),
        p.material("band", [WHITE, FRESH_YELLOW, FRESH_PINK, CREAM]),
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
