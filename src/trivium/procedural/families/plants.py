"""Plants."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import BARKS, CERAMICS, LEAF, PLASTICS, SOIL, WOODS, Material
from trivium.procedural.solids import Solid, around, cylinder, join, lathe, sphere, sweep

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


def flat_leaf(length: float, width: float) -> Solid:
    """A flat pointed leaf along +X, rising a little."""
    return sphere(0.5, segments=8).scaled(length, 0.04 * length, width).moved(length / 2)


@category("tree", family="plants", also=("oak tree", "pine tree"))
def tree(p: Parameters) -> Design:
    h, crown, trunk = p.real("height", 2.5, 9), p.real("crown", 0.25, 0.5), p.real("trunk", 0.025, 0.06)
    kind, tiers, clear = (
        p.choice("kind", ["round", "conifer", "palm", "bare", "poplar"]),
        p.whole("tiers", 2, 6),
        p.real("clear", 0.15, 0.5),
    )
    bark, green = p.material("bark", BARKS), p.material("leaf", GREENS)
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
            one = (
                flat_leaf(0.6 * tall, 0.35 * tall)
                .rotated("z", 20 + 50 * i / leaves)
                .moved(0.02, 0.5 * tall * i / leaves)
            )
        else:
            one = flat_leaf(0.25 * tall, 0.12 * tall).rotated("z", 25).moved(0.02, tall * (0.3 + 0.7 * i / leaves))
        design.add("leaf", one.rotated("y", turn).moved(y=0.85 * h), green)
    if kind in ("stemmed", "broad-leaved"):
        design.add("stem", cylinder(0.012, tall, top_radius=0.006, segments=8).moved(y=0.85 * h), BARKS[0])
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
        design.add("flower", around(flat_leaf(0.5 * r, 0.25 * r).rotated("z", 40), 6).moved(y=0.75 * r + h), FRUIT[0])
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
    design.add("petal", around(flat_leaf(size, size * width).rotated("z", tilt), petals).moved(y=h), color)
    design.add("heart", sphere(0.28 * size, segments=12).scaled(1, 0.5, 1).moved(y=h), heart)
    if leaves:
        design.add(
            "leaf",
            join(
                *(
                    flat_leaf(0.3 * h, 0.1 * h).rotated("z", 35).rotated("y", 137 * i).moved(y=0.12 * h * (i + 1))
                    for i in range(leaves)
                )
            ),
            LEAF,
        )
    return design
