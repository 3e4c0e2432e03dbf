"""Insects, and the other small ones of a garden: spiders and snails."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category
from trivium.procedural.families.creatures.parts import (
    BLACK,
    BROWN,
    CREAM,
    DARK_BROWN,
    GREY,
    ORANGE,
    RED,
    TAN,
    WHITE,
    YELLOW,
    add_all,
    bands,
    below,
    blob,
    curve,
    limb,
    painted,
    skin,
    spiral,
    spots,
)
from trivium.procedural.materials import PLASTICS, Material
from trivium.procedural.solids import Solid, cylinder, extrude, join, mirrored, sphere


@category("spider", family="creatures", also=("animal", "tarantula"))
def spider(p: Parameters) -> Design:
    size, reach, high = p.real("size", 0.02, 0.12), p.real("reach", 0.8, 1.3), p.real("knees", 0.35, 0.7)
    coat, legs = p.material("coat", [BLACK, DARK_BROWN, BROWN, TAN]), p.material("legs", [BLACK, DARK_BROWN, BROWN])
    marking, fat, thick = (
        p.choice("marking", ["plain", "red mark", "pale spots"]),
        p.real("abdomen", 0.26, 0.42),
        p.real("thickness", 0.03, 0.06),
    )
    design = Design(
        [coat.name, "thick-legged" if thick > 0.045 else "thin-legged"],
        [
            "eight jointed legs",
            *[f"{'a red mark' if marking == 'red mark' else 'pale spots'} on its back"] * (marking != "plain"),
        ],
    )
    y = 0.26
    for s in (-1, 1):
        for t in (50, 20, -15, -50):
            c, d = s * np.cos(np.radians(t)), np.sin(np.radians(t))
            design.add(
                "leg",
                limb(
                    [
                        (a * c, h, a * d)
                        for a, h in (
                            (0.12, y),
                            (0.4 * reach, y + high),
                            (0.75 * reach, 0.7 * y + 0.3 * high),
                            (reach, 0.01),
                        )
                    ],
                    [thick, thick, 0.7 * thick, 0.3 * thick],
                    sides=7,
                ).scaled(size, size, size),
                legs,
            )
    dots = spots(0.3, 0.15)
    where = {
        "plain": below(-1),
        "red mark": lambda c: (np.abs(c[:, 0]) < 0.12) & (c[:, 1] > y + 0.2 * fat) & (np.abs(c[:, 2] + 0.5) < 0.2),
        "pale spots": lambda c: dots(c) & (c[:, 1] > y),
    }[marking]
    painted(
        design,
        "abdomen",
        blob(0.9 * fat, 0.8 * fat, 1.15 * fat, at=(0, y + 0.1, -0.15 - fat), segments=24),
        coat,
        [("mark", RED if marking == "red mark" else CREAM, where)],
        size,
    )
    add_all(
        design,
        size,
        [
            ("head", blob(0.19, 0.14, 0.24, at=(0, y, 0.02)), coat),
            (
                "fang",
                mirrored(limb([(0.06, y, 0.22), (0.06, y - 0.06, 0.32), (0.03, y - 0.18, 0.3)], [0.05, 0.04, 0.008])),
                legs,
            ),
            (
                "eye",
                mirrored(
                    join(*(sphere(0.03, segments=6).moved(x, y + 0.1, z) for x, z in ((0.04, 0.19), (0.1, 0.14))))
                ),
                RED if coat.name == "black" else BLACK,
            ),
        ],
    )
    return design


@category("butterfly", family="creatures", also=("insect", "moth"))
def butterfly(p: Parameters) -> Design:
    size, raise_, upper = p.real("size", 0.03, 0.09), p.real("wing_angle", 5, 65), p.real("upper", 0.85, 1.15)
    wing, edge, dot = (
        p.material("wings", [ORANGE, PLASTICS[1], YELLOW, WHITE, PLASTICS[9], RED]),
        p.material("edge", [BLACK, DARK_BROWN]),
        p.material("spots", [WHITE, YELLOW, ORANGE]),
    )
    tail, feel = p.choice("lower_wings", ["round", "tailed"]), p.real("antennae", 0.25, 0.5)
    design = Design(
        [wing.name, "colourful"], [f"four wings with {edge.name} edges", f"{tail} lower wings", f"{dot.name} spots"]
    )
    top = (
        curve([(0.03, 0.12), (0.3, 0.52), (0.72, 0.72), (0.85, 0.6), (0.72, 0.2), (0.4, -0.02), (0.03, -0.02)], 4)
        * upper
    )
    low = curve(
        [
            (0.03, 0.02),
            (0.4, 0.03),
            (0.6, -0.18),
            (0.5, -0.45),
            *([(0.42, -0.8)] if tail == "tailed" else []),
            (0.3, -0.48),
            (0.12, -0.35),
            (0.03, -0.1),
        ],
        4,
    )

    def lift(s: Solid) -> Solid:
        return mirrored(s.moved(y=0.02).rotated("z", raise_)).moved(y=0.05).scaled(size, size, size)

    for outline, y in ((top, 0.0), (low, -0.025)):
        middle = outline.mean(0)
        design.add("wing edge", lift(extrude(outline, 0.014).moved(y=y)), edge)
        design.add("wing", lift(extrude((outline - middle) * 0.8 + middle, 0.024).moved(y=y - 0.005)), wing)
        marks = join(
            *(
                cylinder(0.035, 0.034, segments=8).moved(q[0], y - 0.01, q[1])
                for q in (outline[6::3] - middle) * 0.88 + middle
            )
        )
        design.add("spot", lift(marks), dot)
    horn = mirrored(
        limb([(0.02, 0.1, 0.3), (0.1, 0.2, 0.3 + 0.6 * feel), (0.2, 0.22, 0.3 + feel)], [0.012, 0.01, 0.012], sides=5)
        + sphere(0.025, segments=6).moved(0.2, 0.22, 0.3 + feel)
    )
    body = skin(
        [(-0.42, 0.05, 0.025, 0.025), (-0.15, 0.06, 0.045, 0.045), (0.08, 0.07, 0.07, 0.07), (0.22, 0.08, 0.05, 0.05)],
        sides=12,
    )
    add_all(
        design,
        size,
        [("body", body, edge), ("head", sphere(0.06, segments=10).moved(0, 0.09, 0.29), edge), ("antenna", horn, edge)],
    )
    return design


@category("bee", family="creatures", also=("insect", "bumblebee", "wasp"))
def bee(p: Parameters) -> Design:
    size, fat, stripes = p.real("size", 0.012, 0.04), p.real("fatness", 0.8, 1.25), p.real("stripe", 0.13, 0.2)
    coat, dark = (
        p.material("coat", [YELLOW, Material("golden", (0.9, 0.62, 0.12)), ORANGE]),
        p.material("stripes", [BLACK, DARK_BROWN]),
    )
    wing, spread, feel = (
        p.material("wings", [Material("clear", (0.8, 0.87, 0.92)), WHITE]),
        p.real("wing_angle", 15, 50),
        p.real("antennae", 0.15, 0.3),
    )
    design = Design(
        [coat.name, "plump" if fat > 1 else "slim"],
        [f"{dark.name} stripes", f"two pairs of {wing.name} wings and a sting"],
    )
    body = skin(
        [
            (-0.55, 0.3, 0.06, 0.06),
            (-0.35, 0.34, 0.19 * fat, 0.19 * fat),
            (-0.12, 0.36, 0.22 * fat, 0.22 * fat),
            (0.05, 0.38, 0.13, 0.13),
        ],
        sides=20,
        steps=7,
    )
    painted(design, "abdomen", body, coat, [("stripe", dark, bands(2, stripes, 0.5, 0))], size)
    wings = blob(0.34, 0.012, 0.14, at=(0.34, 0, 0)).rotated("y", 28).rotated("z", spread).moved(
        0.08, 0.53, 0.1
    ) + blob(0.24, 0.012, 0.1, at=(0.24, 0, 0)).rotated("y", 55).rotated("z", 0.7 * spread).moved(0.08, 0.52, 0.05)
    legs = join(
        *(
            limb([(0.1, 0.3, z), (0.25, 0.25, 1.4 * z), (0.28, 0.02, 1.8 * z - 0.05)], [0.025, 0.022, 0.012], sides=6)
            for z in (0.22, 0.1, -0.03)
        )
    )
    horn = limb([(0.05, 0.47, 0.43), (0.08, 0.5 + feel, 0.5), (0.12, 0.48 + feel, 0.62)], [0.016] * 3, sides=6)
    add_all(
        design,
        size,
        [
            ("thorax", blob(0.19, 0.19, 0.2, at=(0, 0.4, 0.15), segments=16), coat if fat > 1 else dark),
            ("head", blob(0.15, 0.15, 0.12, at=(0, 0.38, 0.38)), dark),
            (
                "eye",
                mirrored(blob(0.06, 0.09, 0.07, at=(0.1, 0.41, 0.42))),
                Material("dark red", (0.3, 0.1, 0.1)) if dark.name == "black" else BLACK,
            ),
            ("wing", mirrored(wings), wing),
            ("leg", mirrored(legs), dark),
            ("antenna", mirrored(horn), dark),
            ("sting", cylinder(0.03, 0.12, top_radius=0.002, segments=8).rotated("x", -95).moved(0, 0.3, -0.58), dark),
        ],
    )
    return design


@category("snail", family="creatures", also=("animal", "garden snail"))
def snail(p: Parameters) -> Design:
    size, turns, big = p.real("size", 0.02, 0.08), p.real("turns", 2.2, 3.6), p.real("shell_size", 0.16, 0.22)
    shell, coat = (
        p.material("shell", [BROWN, TAN, ORANGE, YELLOW, CREAM]),
        p.material("body", [TAN, GREY, CREAM, Material("olive", (0.45, 0.45, 0.28))]),
    )
    line, stalk, marking = (
        p.material("lines", [DARK_BROWN, CREAM, BLACK]),
        p.real("stalks", 0.12, 0.25),
        p.choice("marking", ["striped", "plain"]),
    )
    design = Design(
        [shell.name, "soft-bodied"],
        ["a spiral shell", "two eye stalks", *[f"{line.name} stripes on the shell"] * (marking == "striped")],
    )
    foot = skin(
        [
            (-0.65, 0.03, 0.03, 0.02),
            (-0.3, 0.07, 0.13, 0.07),
            (0.1, 0.08, 0.14, 0.08),
            (0.35, 0.13, 0.1, 0.1),
            (0.52, 0.25, 0.1, 0.1),
            (0.6, 0.3, 0.07, 0.07),
        ],
        sides=16,
        steps=5,
    )
    coil = spiral(turns, big, 0.95 * big, 0.1)
    wound = join(coil, spiral(turns, big, 0.95 * big, -0.1), blob(0.08, 0.6 * big, 0.6 * big)).moved(
        0, 0.12 + 1.75 * big, -0.12
    )
    ring = np.arange(len(wound.faces)) // 28 % 6 < 2
    painted(design, "shell", wound, shell, [("stripe", line, lambda c: ring & (marking == "striped"))], size)
    horn = limb(
        [(0.05, 0.34, 0.58), (0.09, 0.34 + 0.8 * stalk, 0.62), (0.12, 0.36 + stalk, 0.66)], [0.025, 0.02, 0.018]
    ) + limb([(0.05, 0.27, 0.64), (0.07, 0.25, 0.73)], [0.018, 0.014])
    add_all(
        design,
        size,
        [
            ("body", foot, coat),
            ("stalk", mirrored(horn), coat),
            ("eye", mirrored(sphere(0.03, segments=8).moved(0.12, 0.37 + stalk, 0.67)), BLACK),
        ],
    )
    return design
