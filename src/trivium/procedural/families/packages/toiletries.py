"""Soap, toothpaste and what goes with them."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.packages.parts import (
    CREAM,
    KRAFT,
    LIGHT_BLUE,
    Body,
    decal,
    letters,
    on,
    oval,
    rect,
    ribbed_cap,
)
from trivium.procedural.materials import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import Solid, around, box, cylinder, join, loft, row, sphere, sweep, torus

SOAPS = (
    WHITE,
    CREAM,
    PINK,
    LIGHT_BLUE,
    Material("pale green", (0.70, 0.85, 0.68)),
    Material("lavender", (0.74, 0.66, 0.85)),
)


def soap_bar(w: float, h: float, d: float, power: float) -> Solid:
    steps = ((0, 0.82), (0.15, 0.94), (0.4, 1), (0.6, 1), (0.85, 0.94), (1, 0.82))
    return Body([(h * y, w / 2 * s, d / 2 * s) for y, s in steps], power).solid()


@category("toothpaste", family="packages", also=("toothpaste tube", "tube of toothpaste"))
def toothpaste(p: Parameters) -> Design:
    long, r, wide = p.real("length", 0.12, 0.18), p.real("radius", 0.017, 0.024), p.real("end_width", 1.3, 1.6)
    tube_ink, accent = (
        p.material("tube", (WHITE, WHITE, BLUE, RED, TURQUOISE, GREEN)),
        p.material("accent", (RED, BLUE, GREEN, TURQUOISE)),
    )
    pose, cap = p.choice("pose", ["lying", "lying", "standing"]), p.choice("cap", ["flip cap", "screw cap"])
    paste, art = p.choice("paste", ["yes", "no"]), p.choice("print", ["swoosh", "stripes", "block"])
    lid = p.material("cap_colour", (WHITE, BLUE, RED, GREEN))
    accent = on(tube_ink) if accent.name == tube_ink.name else accent
    cap_h = 1.3 * r if cap == "flip cap" else 0.8 * r
    curve = [
        (0, 0.5, 0.5),
        (0.02, 0.98, 0.98),
        (0.3, 1.02, 0.9),
        (0.6, 1.1, 0.62),
        (0.85, wide * 0.92, 0.25),
        (1, wide, 0.07),
    ]
    body = Body([(cap_h + long * y, a * r, b * r) for y, a, b in curve])
    parts: list[tuple[str, Solid, Material]] = [("tube", body.solid(), tube_ink)]
    end = box(2 * wide * r, 0.07 * long, 0.2 * r).moved(y=cap_h + 0.95 * long)
    parts.append(("crimp", end, accent if art == "stripes" else tube_ink))
    parts.append(("cap", ribbed_cap(0.9 * r if cap == "flip cap" else 0.55 * r, cap_h + 0.02 * long), lid))
    y = cap_h
    word = [o @ np.array([[0, 1], [-1, 0]]) + (0.3 * r, y + 0.52 * long) for o in letters(0.55 * long, 0.7 * r, 0)]
    prints = {
        "swoosh": [oval(0.6 * r, 0.3 * long, 0.1 * r, y + 0.5 * long)],
        "stripes": [rect(0.2 * r, 0.85 * long, x * r, y + 0.06 * long) for x in (-0.75, 0.7)],
        "block": [rect(1.6 * r, 0.3 * long, 0, y + 0.06 * long), rect(1.6 * r, 0.06 * long, 0, y + 0.8 * long)],
    }[art]
    parts += [("print", body.printed(o, 2), accent) for o in prints]
    ink = on(accent) if art == "swoosh" else RED if art == "block" else accent
    parts += [("print", join(*(body.printed(o, 3.5, 1) for o in word)), ink)]
    if paste == "yes" and pose == "lying":
        blob = sweep(
            [(0, 0.1 * r, 0), (0, -0.8 * r, -0.2 * r), (0.3 * r, -1.8 * r, -0.55 * r)], [0.3 * r, 0.34 * r, 0.2 * r]
        )
        parts.append(("paste", blob, TURQUOISE))
    design = Design([tube_ink.name, pose], [f"{with_article(lid.name)} {cap}", f"a printed {art}"])
    for name, solid, material in parts:
        design.add(name, solid.rotated("x", -90).rotated("y", -90) if pose == "lying" else solid, material)
    return design


@category("toothbrush", family="packages", also=("dental brush", "brush"))
def toothbrush(p: Parameters) -> Design:
    long, thick, wave = p.real("length", 0.16, 0.2), p.real("thickness", 0.0045, 0.006), p.real("wave", 0.0, 0.006)
    kind, rows = p.choice("kind", ["manual", "manual", "electric"]), p.whole("bristle_rows", 5, 9)
    body = p.material("handle", (BLUE, RED, GREEN, PINK, WHITE, ORANGE, TURQUOISE, PURPLE, WOODS[2]))
    rubber, bristle = (
        p.material("grip", (WHITE, BLACK, BLUE, GREEN, YELLOW)),
        p.material("bristles", (WHITE, LIGHT_BLUE, GREEN, PINK)),
    )
    tall = p.real("bristle_height", 0.01, 0.014)
    design = Design([body.name, kind], [f"{bristle.name} bristles"])
    x = np.linspace(-0.5, 0.5, 17) * long
    u = (x / long) + 0.5
    size = (
        np.interp(u, (0, 0.05, 0.25, 0.5, 0.62, 0.78, 0.84, 0.97, 1), (0.5, 1, 1.15, 1, 0.6, 0.5, 0.9, 0.95, 0.5))
        * thick
    )
    if kind == "electric":
        size = np.where(u < 0.58, 2.3 * thick, size)
        rubber_size = 2.36 * thick
        design.add("grip", sweep([(xx, 0, 0.004) for xx in (-0.38 * long, -0.05 * long)], rubber_size), rubber)
        design.add(
            "button",
            cylinder(0.006, 2.7 * thick, segments=14).moved(-0.08 * long),
            BLUE if rubber.name != "blue" else RED,
        )
        design.features.append("a thick handle with a button")
    path = np.stack([x, wave * np.sin(2 * np.pi * u), np.zeros(17)], 1)
    flat = 1.0 if kind == "electric" else 1.45
    design.add("handle", sweep(path, size, sides=10).scaled(1, 1, flat), body)
    head_y = float(np.interp(0.9, u, path[:, 1]))
    if kind == "manual":
        grip = [tuple(np.add(q, (0, 0.25 * thick, 0))) for q in path[2:8]]
        design.add("grip", sweep(grip, [0.4 * thick, *[0.95 * thick] * 4, 0.4 * thick]).scaled(1, 1, 1.2), rubber)
        step = 0.15 * long / rows
        for z in (-1, 0, 1):
            tuft = row(cylinder(0.38 * step, tall + 0.002 * abs(z), segments=8), rows, step=(step, 0, 0))
            edge = bristle if z else (BLUE if bristle.name == "white" else WHITE)
            design.add("bristles", tuft.moved(0.41 * long, head_y, z * 0.9 * thick), edge)
    else:
        disc = cylinder(1.6 * thick, tall, segments=18).moved(0.45 * long, head_y)
        design.add(
            "head", cylinder(1.8 * thick, 0.7 * thick, segments=18).moved(0.45 * long, head_y - 0.2 * thick), WHITE
        )
        design.add("bristles", disc, bristle)
        tufts = around(cylinder(0.35 * thick, 1.1 * tall, segments=6).moved(1.2 * thick), rows)
        design.add("bristles", tufts.moved(0.45 * long, head_y), BLUE)
    return design


@category("soap", family="packages", also=("bar of soap", "soap bar"))
def soap(p: Parameters) -> Design:
    w, ratio, thick = p.real("width", 0.07, 0.1), p.real("depth_ratio", 0.58, 0.72), p.real("thickness", 0.022, 0.034)
    form, bar = p.choice("form", ["rectangular", "oval", "rounded"]), p.material("soap", SOAPS)
    foam, mark = p.whole("bubbles", 0, 14), p.choice("mark", ["oval frame", "paper band", "word"])
    band = p.material("band", (BLUE, GREEN, PURPLE, KRAFT, PINK))
    d, bubble = w * ratio, Material("white", (0.90, 0.95, 0.98))
    design = Design([bar.name, form], [{"oval frame": "an embossed oval"}.get(mark, f"a {mark}")])
    power = {"rectangular": 7.0, "oval": 2.0, "rounded": 3.5}[form]
    design.add("soap", soap_bar(w, thick, d, power), bar)
    if mark == "oval frame":
        ring = torus(1, 0.05, segments=28, sides=6).scaled(0.3 * w, 0.03, 0.3 * d)
        design.add("mark", ring.moved(y=thick), bar)
    if mark == "paper band":
        wrap = Body([(y, a, b) for y, a, b in ((-0.001, 0.2 * w, 0.515 * d), (thick + 0.001, 0.2 * w, 0.515 * d))], 8)
        design.add("band", wrap.solid(), band)
    ink = on(band) if mark == "paper band" else band
    word = letters(0.34 * w if mark == "paper band" else 0.42 * w, 0.2 * d, -0.1 * d)
    marks = join(*(decal(o, 2, 1) for o in word)).scaled(z=0.0008).rotated("x", -90)
    design.add("mark", marks.moved(y=thick), ink)
    for i in range(foam):
        turn, r = 2.4 * i, 0.05 * w * (1 + 0.5 * (i % 3))
        spot = (0.55 * w * np.cos(turn), r * 0.8, 0.6 * d * np.sin(turn))
        design.add("bubble", sphere(r, segments=10).moved(*spot), bubble)
    if foam:
        design.features.append("foam bubbles around it")
    return design


@category("soap dish", family="packages", also=("soap holder", "soap tray"))
def soap_dish(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 0.11, 0.15), p.real("depth_ratio", 0.62, 0.75), p.real("height", 0.018, 0.035)
    form, slats = p.choice("form", ["oval", "rectangular"]), p.whole("ridges", 4, 7)
    china = (WHITE, LIGHT_BLUE, TURQUOISE, PINK, GREY, STEEL, *WOODS[:3])
    dish, bar = p.material("dish", china), p.material("soap", SOAPS)
    filled, shape = p.choice("filled", ["with", "with", "without"]), p.choice("bar", ["oval", "rounded"])
    d, power = w * ratio, 2.2 if form == "oval" else 7.0
    design = Design([dish.name, form], [f"{number_word(slats)} ridges"])
    shell = Body([(0, 0.38 * w, 0.38 * d), (0.2 * h, 0.4 * w, 0.4 * d), (h, w / 2, d / 2)], power)
    inside = [shell.ring(h, 0.93), shell.ring(0.45 * h, 0.9)]
    design.add("dish", loft([*(shell.ring(y) for y in (0, 0.2 * h, h)), *inside]), dish)
    ridge = box(0.025 * w, 0.3 * h, 0.55 * d, bevel=0.005).moved(y=0.4 * h)
    design.add("ridge", row(ridge, slats, step=(0.55 * w / slats, 0, 0)), dish)
    if filled == "with":
        design.add(
            "soap", soap_bar(0.62 * w, 0.75 * h + 0.01, 0.6 * d, 2.2 if shape == "oval" else 4).moved(y=0.68 * h), bar
        )
        design.features.insert(0, f"a {shape} bar of {bar.name} soap".replace("a oval", "an oval"))
    return design
