"""Birds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from trivium.procedural.design import Design, Parameters, category
from trivium.procedural.families.creatures.parts import (
    BLACK,
    BROWN,
    CHESTNUT,
    CREAM,
    DARK_BROWN,
    DARK_GREY,
    GINGER,
    GREEN,
    GREY,
    ORANGE,
    RED,
    TAN,
    WHITE,
    YELLOW,
    Paint,
    blob,
    eyes,
    limb,
    painted,
    skin,
    spots,
)
from trivium.procedural.materials import PLASTICS, Material
from trivium.procedural.solids import Solid, box, cylinder, extrude, join, mirrored, sphere, sweep


def bird_body(
    design: Design,
    size: float,
    coat: Material,
    paints: Sequence[Paint] = (),
    *,
    girth: tuple[float, float] = (0.24, 0.26),
    pitch: float = 25,
    neck: tuple[float, float, float] = (0.1, 0.16, 60),
    head: float = 0.2,
    beak: tuple[str, float, Material] = ("cone", 0.2, YELLOW),
    legs: tuple[float, float, Material] = (0.35, 0.025, ORANGE),
    tail: tuple[float, float, float] = (0.4, 0.12, 0),
    wing: tuple[str, float, Material] = ("folded", 0.75, BROWN),
    eye: float = 0.04,
    tail_coat: Material | None = None,
) -> Callable[[Solid], Solid]:
    """A bird whose body is ``size`` metres long; all other lengths are shares of that.

    Args:
        pitch: how upright the body is, in degrees; a wing is "folded", "raised" or "spread".
        neck: length, thickness, rise. legs: length, thickness, material. tail: length, half width, rise.

    Returns:
        what takes a solid from the head's frame (its centre, beak to +Z) to its place.
    """
    (w, d), (n, nr, rise), (long, thin, leg_coat) = girth, neck, legs
    ground = long + d * 0.9

    def bodily(solid: Solid) -> Solid:
        return solid.rotated("x", -pitch).moved(y=ground)

    trunk = [
        (-0.5, 0.04, 0.3 * w, 0.3 * d),
        (-0.28, 0.01, 0.78 * w, 0.8 * d),
        (0, 0, w, d),
        (0.25, 0.03, 0.9 * w, 0.9 * d),
        (0.4, 0.07, 0.6 * w, 0.62 * d),
    ]
    painted(design, "body", bodily(skin(trunk, steps=4)), coat, paints, size)
    base = bodily(Solid(np.array([[0, 0.09, 0.34]]), np.zeros((0, 3), int))).vertices[0]
    up = np.radians(rise)
    z, y = base[2] + (n + 0.5 * head) * np.cos(up), base[1] + (n + 0.5 * head) * np.sin(up)
    path = [
        (base[2], base[1], 1.25 * nr, 1.25 * nr),
        ((base[2] + z) / 2 + 0.05 * n, (base[1] + y) / 2, nr, nr),
        (z, y, 0.9 * nr, 0.9 * nr),
    ]
    painted(design, "neck", skin(path, sides=12), coat, paints, size)
    painted(design, "head", blob(0.92 * head, head, 1.08 * head, at=(0, y, z), segments=16), coat, paints, size)

    def on_head(solid: Solid) -> Solid:
        return solid.moved(0, y, z).scaled(size, size, size)

    kind, b, beak_coat = beak
    bill = {
        "cone": lambda: (
            cylinder(0.32 * b + 0.02, b + 0.3 * head, top_radius=0.004, segments=8)
            .rotated("x", 90)
            .moved(z=0.75 * head)
        ),
        "hooked": lambda: skin(
            [
                (0.75 * head, 0, 0.3 * b, 0.38 * b),
                (head + 0.45 * b, 0, 0.2 * b, 0.3 * b),
                (head + 0.75 * b, -0.3 * b, 0.07 * b, 0.12 * b),
                (head + 0.72 * b, -0.6 * b, 0.02 * b, 0.04 * b),
            ],
            sides=10,
        ),
        "flat": lambda: skin(
            [
                (0.7 * head, -0.02, 0.3 * b, 0.3 * b),
                (head + 0.4 * b, -0.05, 0.28 * b, 0.13 * b),
                (head + b, -0.05, 0.34 * b, 0.07 * b),
            ],
            sides=12,
        ),
    }[kind]()
    design.add("beak", on_head(bill), beak_coat)
    for name, ball, material in eyes(0.8 * head, 0.25 * head, 0.6 * head, eye):
        design.add(name, on_head(ball), material)
    fan, half, tilt = tail
    feathers = extrude([(-0.5 * half, 0), (0.5 * half, 0), (half, -fan), (0, -1.1 * fan), (-half, -fan)], 0.04).rotated(
        "x", -tilt
    )
    design.add("tail", bodily(feathers.moved(0, 0.02, -0.42)).scaled(size, size, size), tail_coat or wing[2])
    pose, span, wing_coat = wing
    if pose == "folded":
        shape = [
            (0.34, 0.06, 0.03, 0.3 * d),
            (0.1, 0.02, 0.05, 0.62 * d),
            (0.1 - 0.45 * span, -0.02, 0.045, 0.42 * d),
            (0.32 - span, 0.0, 0.015, 0.08 * d),
        ]
        side = skin(shape[::-1], sides=10).moved(0.93 * w)
        design.add("wing", bodily(mirrored(side)).scaled(size, size, size), wing_coat)
    else:
        chord = [
            (0, 0.24),
            (0.35 * span, 0.3),
            (0.7 * span, 0.22),
            (span, 0.02),
            (0.96 * span, -0.12),
            (0.7 * span, -0.16),
            (0.35 * span, -0.22),
            (0, -0.22),
        ]
        side = extrude(chord, 0.035).rotated("z", 35 if pose == "raised" else 8).moved(0.5 * w, 0.3 * d, 0.05)
        tips = (
            extrude([(0.72 * span, 0.16), (span, 0.0), (0.98 * span, -0.16), (0.7 * span, -0.2)], 0.045)
            .rotated("z", 35 if pose == "raised" else 8)
            .moved(0.5 * w, 0.3 * d - 0.005, 0.045)
        )
        design.add("wing", bodily(mirrored(side)).scaled(size, size, size), wing_coat)
        design.add("wing tip", bodily(mirrored(tips)).scaled(size, size, size), tail_coat or DARK_BROWN)
    if long:
        leg = sweep([(0.45 * w, ground - 0.6 * d, -0.02), (0.45 * w, 0.02, 0.02)], thin, sides=6)
        toes = [
            sweep([(0.45 * w, 0.02, 0.02), (0.45 * w + dx, 0.012, 0.02 + dz)], [thin, 0.5 * thin], sides=5)
            for dx, dz in ((0, 0.17), (0.08, 0.13), (-0.08, 0.13), (0, -0.09))
        ]
        design.add("leg", mirrored(join(leg, *toes)).scaled(size, size, size), leg_coat)
    return on_head


def web(design: Design, size: float, x: float, z: float, reach: float, material: Material) -> None:
    """A pair of webbed feet on the ground."""
    foot = extrude(
        [
            (-0.03, -0.05),
            (0.03, -0.05),
            (0.12, reach),
            (0.05, 0.85 * reach),
            (0, 1.08 * reach),
            (-0.05, 0.85 * reach),
            (-0.12, reach),
        ],
        0.035,
    )
    design.add("foot", mirrored(foot.rotated("y", 15).moved(x, 0, z)).scaled(size, size, size), material)


@category("bird", family="creatures", also=("animal", "songbird", "sparrow"))
def bird(p: Parameters) -> Design:
    size, fat, pitch = p.real("size", 0.08, 0.2), p.real("fatness", 0.85, 1.15), p.real("pitch", 12, 45)
    coat = p.material(
        "coat", [PLASTICS[1], RED, BROWN, YELLOW, BLACK, GREY, Material("sky blue", (0.35, 0.62, 0.86)), GREEN]
    )
    breast, wing_coat = (
        p.material("breast", [WHITE, ORANGE, CREAM, YELLOW]),
        p.material("wings", [DARK_GREY, BROWN, PLASTICS[1], BLACK]),
    )
    pose, tail, crest = (
        p.choice("wings_pose", ["folded", "folded", "spread", "raised"]),
        p.real("tail", 0.3, 0.65),
        p.choice("crest", ["no", "yes"]),
    )
    design = Design([coat.name, "small"], [f"{pose} {wing_coat.name} wings", f"a {breast.name} breast"])
    legs = 0.25 if pose == "folded" else 0.12
    low = legs + 0.2
    on_head = bird_body(
        design,
        size,
        coat,
        [("breast", breast, lambda c: (c[:, 1] < low + 0.15) & (c[:, 2] > -0.15))],
        girth=(0.22 * fat, 0.24 * fat),
        pitch=pitch,
        neck=(0.02, 0.16, 60),
        head=0.19,
        beak=("cone", 0.16, ORANGE if coat.name != "orange" else BLACK),
        legs=(legs, 0.018, DARK_BROWN),
        tail=(tail, 0.1, -pitch / 3),
        wing=(pose, 0.75, wing_coat),
    )
    if crest == "yes":
        design.add(
            "crest",
            on_head(
                cylinder(0.09, 0.24, top_radius=0.01, segments=8)
                .scaled(0.5, 1, 1)
                .rotated("x", -35)
                .moved(0, 0.12, -0.02)
            ),
            coat,
        )
        design.features.append("a crest")
    return design


@category("duck", family="creatures", also=("bird", "mallard", "duckling"))
def duck(p: Parameters) -> Design:
    kind, size, neck = (
        p.choice("kind", ["mallard", "white", "yellow", "brown"]),
        p.real("size", 0.2, 0.42),
        p.real("neck", 0.14, 0.32),
    )
    fat, pose, afloat = (
        p.real("fatness", 0.9, 1.15),
        p.choice("wings_pose", ["folded", "folded", "spread"]),
        p.choice("pose", ["standing", "swimming"]),
    )
    bill = p.real("bill", 0.22, 0.3)
    coat = {"mallard": GREY, "white": WHITE, "yellow": YELLOW, "brown": BROWN}[kind]
    beak = p.material("bill_colour", [ORANGE, YELLOW])
    beak = ORANGE if kind == "yellow" else beak
    design = Design(
        [kind if kind != "mallard" else "green-headed", afloat],
        [
            f"a flat {beak.name} bill",
            *(["a white neck ring"] if kind == "mallard" else ["webbed feet"] if afloat == "standing" else []),
        ],
    )
    legs = 0.18 if afloat == "standing" else 0
    low = legs + 0.27
    marks: list[Paint] = []
    if kind == "mallard":
        marks = [
            ("head", Material("bottle green", (0.05, 0.35, 0.2)), lambda c: (c[:, 1] > low + 0.32) & (c[:, 2] > 0.15)),
            ("ring", WHITE, lambda c: (c[:, 1] > low + 0.26) & (c[:, 2] > 0.2)),
            ("breast", CHESTNUT, lambda c: c[:, 2] > 0.22),
        ]
    bird_body(
        design,
        size,
        coat,
        marks,
        girth=(0.27 * fat, 0.24 * fat),
        pitch=8,
        neck=(neck, 0.1, 75),
        head=0.155,
        beak=("flat", bill, beak),
        legs=(legs, 0.025, ORANGE),
        tail=(0.25, 0.12, 25),
        wing=(pose, 0.8, DARK_BROWN if kind in ("mallard", "brown") else coat),
        tail_coat=coat,
    )
    if afloat == "standing":
        web(design, size, 0.12, 0, 0.24, ORANGE)
    return design


@category("owl", family="creatures", also=("bird", "barn owl", "eagle owl"))
def owl(p: Parameters) -> Design:
    size, fat, tufts = p.real("size", 0.2, 0.5), p.real("fatness", 0.9, 1.1), p.choice("tufts", ["yes", "no"])
    coat, disc = p.material("coat", [BROWN, GREY, WHITE, TAN, DARK_BROWN]), p.material("face", [CREAM, WHITE, TAN])
    iris, pose, seed = (
        p.material("eyes", [YELLOW, ORANGE]),
        p.choice("wings_pose", ["folded", "folded", "spread"]),
        p.real("pattern", 0, 1),
    )
    design = Design(
        [coat.name, "round-headed"],
        [f"big {iris.name} eyes", "ear tufts" if tufts == "yes" else "no ear tufts", f"{pose} wings"],
    )
    dots = spots(seed, 0.12, 0.34)
    front: list[Paint] = [
        ("breast", BROWN if coat.name != "brown" else DARK_BROWN, lambda c: (c[:, 2] > 0.1) & dots(c)),
        ("breast", disc, lambda c: (c[:, 2] > 0.12) & (c[:, 1] < 0.75)),
    ]
    wings = DARK_BROWN if coat.name in ("brown", "tan") else GREY if coat.name == "white" else coat
    on_head = bird_body(
        design,
        size,
        coat,
        front,
        girth=(0.29 * fat, 0.28 * fat),
        pitch=72,
        neck=(0.0, 0.24, 80),
        head=0.29,
        beak=("cone", 0.001, BLACK),
        legs=(0.2, 0.04, CREAM),
        tail=(0.22, 0.14, 0),
        wing=(pose, 0.85, wings),
        eye=0.01,
    )
    design.add("face", on_head(mirrored(blob(0.17, 0.19, 0.06, at=(0.11, 0.02, 0.25)).rotated("y", 8))), disc)
    design.add("iris", on_head(mirrored(blob(0.085, 0.085, 0.05, at=(0.12, 0.04, 0.28)))), iris)
    design.add("pupil", on_head(mirrored(blob(0.048, 0.048, 0.03, at=(0.12, 0.04, 0.315), segments=10))), BLACK)
    design.add(
        "beak",
        on_head(cylinder(0.045, 0.16, top_radius=0.004, segments=8).rotated("x", 165).moved(0, 0.02, 0.31)),
        DARK_GREY if iris.name == "orange" else ORANGE,
    )
    if tufts == "yes":
        design.add(
            "tuft",
            on_head(
                mirrored(
                    cylinder(0.07, 0.2, top_radius=0.005, segments=8)
                    .scaled(1, 1, 0.5)
                    .rotated("z", -25)
                    .moved(0.15, 0.2, 0.03)
                )
            ),
            coat,
        )
    return design


@category("penguin", family="creatures", also=("bird", "emperor penguin"))
def penguin(p: Parameters) -> Design:
    size, fat, spread = p.real("size", 0.35, 0.9), p.real("fatness", 0.88, 1.15), p.real("flippers", 8, 60)
    coat, patch = (
        p.material("coat", [BLACK, Material("slate", (0.2, 0.22, 0.27)), Material("bluish black", (0.1, 0.12, 0.2))]),
        p.material("patch", [YELLOW, ORANGE, WHITE]),
    )
    beak, lean, hat = (
        p.material("beak", [ORANGE, BLACK, RED]),
        p.real("lean", -6, 8),
        p.choice("scarf", ["no", "no", "yes"]),
    )
    design = Design([coat.name, "fat" if fat > 1.02 else "slim"], ["a white belly", f"{patch.name} neck patches"])
    y = np.array([0.06, 0.16, 0.4, 0.62, 0.76, 0.84, 0.95])
    half = np.array([0.15, 0.2, 0.23, 0.18, 0.125, 0.13, 0.09])
    body = skin(
        [(0.01 * np.sin(7 * t), t, r * fat if t < 0.7 else r, 0.92 * r) for t, r in zip(y, half, strict=True)],
        sides=24,
        steps=6,
    )

    marks: list[Paint] = [
        (
            "neck patch",
            patch,
            lambda c: (c[:, 1] > 0.72) & (c[:, 1] < 0.84) & (np.abs(c[:, 0]) > 0.07) & (c[:, 2] > -0.06),
        ),
        ("belly", WHITE, lambda c: (c[:, 1] < 0.74) & (c[:, 2] > 0.0) & (np.abs(c[:, 0]) < 0.16 * fat)),
    ]
    painted(design, "body", body.rotated("x", lean), coat, marks, size)
    flipper = blob(0.03, 0.22, 0.085, at=(0, -0.2, 0)).rotated("z", spread).moved(0.17 * fat, 0.66, 0)
    bits = [
        ("flipper", mirrored(flipper), coat),
        ("beak", limb([(0, 0.9, 0.07), (0, 0.89, 0.19), (0, 0.86, 0.25)], [0.045, 0.025, 0.005]), beak),
        ("tail", cylinder(0.08, 0.15, top_radius=0.02, segments=8).rotated("x", -115).moved(0, 0.1, -0.15), coat),
        ("eye", mirrored(sphere(0.024, segments=8).moved(0.09, 0.92, 0.075)), WHITE),
        ("pupil", mirrored(sphere(0.015, segments=8).moved(0.1, 0.92, 0.09)), BLACK),
    ]
    if hat == "yes":
        bits.append(
            (
                "scarf",
                limb([(0.16 * np.cos(t), 0.72, 0.15 * np.sin(t)) for t in np.linspace(0, 6.4, 12)], [0.035] * 12),
                RED,
            )
        )
        bits.append(("scarf", box(0.07, 0.24, 0.03).rotated("x", -6).moved(0.07, 0.5, 0.21), RED))
        design.features.append("a red scarf")
    for name, solid, material in bits:
        design.add(name, solid.rotated("x", lean).scaled(size, size, size), material)
    web(design, size, 0.1, 0.05, 0.17, ORANGE if beak.name != "black" else BLACK)
    return design


@category("chicken", family="creatures", also=("bird", "hen", "rooster"))
def chicken(p: Parameters) -> Design:
    size, fat, sex = p.real("size", 0.22, 0.36), p.real("fatness", 0.9, 1.15), p.choice("sex", ["hen", "rooster"])
    coat, wing_coat = (
        p.material("coat", [WHITE, CHESTNUT, BROWN, BLACK, GINGER]),
        p.material("wings", [BROWN, WHITE, DARK_BROWN]),
    )
    neck, comb, rise = p.real("neck", 0.16, 0.32), p.real("comb", 0.08, 0.16), p.real("tail_rise", 40, 70)
    wing_coat = coat if coat.name in ("white", "black") else wing_coat
    design = Design(
        [coat.name, "plump"],
        ["a red comb and wattles", "long arched tail feathers" if sex == "rooster" else "a short upright tail"],
    )
    on_head = bird_body(
        design,
        size,
        coat,
        [("hackle", ORANGE, lambda c: (c[:, 1] > 0.78) & (c[:, 2] > 0.1))] if sex == "rooster" else [],
        girth=(0.28 * fat, 0.3 * fat),
        pitch=18,
        neck=(neck, 0.12, 72),
        head=0.125,
        beak=("cone", 0.11, YELLOW),
        legs=(0.3, 0.026, YELLOW),
        tail=(0.3, 0.13, rise),
        wing=("folded", 0.7, wing_coat),
        eye=0.025,
        tail_coat=coat,
    )
    crest = join(
        *(
            blob(0.022, comb * (1 - 0.2 * abs(k - 1)), 0.05, at=(0, 0.11 + 0.3 * comb, 0.06 - 0.06 * k), segments=8)
            for k in (0, 1, 2)
        )
    )
    design.add("comb", on_head(crest), RED)
    design.add("wattle", on_head(mirrored(blob(0.025, 0.075, 0.04, at=(0.035, -0.14, 0.11), segments=8))), RED)
    if sex == "rooster":
        for i in range(5):
            plume = limb(
                [
                    (0.03 * (i - 2), 0.62, -0.4),
                    (0.05 * (i - 2), 0.95 - 0.04 * i, -0.6 - 0.03 * i),
                    (0.06 * (i - 2), 0.85 - 0.08 * i, -0.95 + 0.02 * i),
                    (0.07 * (i - 2), 0.6 - 0.07 * i, -1.02),
                ],
                [0.06, 0.06, 0.045, 0.01],
                sides=6,
            )
            design.add("plume", plume.scaled(size, size, size), Material("green-black", (0.06, 0.2, 0.16)))
    return design


@category("eagle", family="creatures", also=("bird", "bald eagle", "hawk"))
def eagle(p: Parameters) -> Design:
    size, span, pose = (
        p.real("size", 0.35, 0.6),
        p.real("span", 1.2, 1.7),
        p.choice("wings_pose", ["spread", "spread", "raised", "folded"]),
    )
    coat, crown = (
        p.material("coat", [DARK_BROWN, BROWN, BLACK]),
        p.material("head", [WHITE, WHITE, Material("golden", (0.75, 0.55, 0.28))]),
    )
    tail, hook, pitch = p.real("tail", 0.35, 0.6), p.real("beak", 0.2, 0.28), p.real("pitch", 5, 30)
    design = Design([coat.name, "mighty"], [f"{pose} wings", f"a {crown.name} head and a hooked beak"])
    upright = 58 if pose == "folded" else pitch
    at = 0.42 if pose == "folded" else 0.36
    bird_body(
        design,
        size,
        coat,
        [("head", crown, lambda c: (c[:, 1] > 0.9) if pose == "folded" else c[:, 2] > at)],
        girth=(0.2, 0.21),
        pitch=upright,
        neck=(0.08, 0.13, 60 if pose == "folded" else 25),
        head=0.14,
        beak=("hooked", hook, YELLOW),
        legs=(0.16, 0.035, YELLOW),
        tail=(tail, 0.2, 0),
        wing=(pose, 0.95 if pose == "folded" else span, coat),
        tail_coat=crown if crown.name == "white" else coat,
        eye=0.022,
    )
    if pose != "folded":
        tilt, out = (35, 0.5 * 0.2) if pose == "raised" else (8, 0.1)
        finger = join(
            *(
                blob(0.17, 0.014, 0.035, at=(0.14, 0, 0))
                .rotated("y", 6 + 16 * k)
                .moved(0.93 * span, 0.02, 0.0 - 0.035 * k)
                for k in range(5)
            )
        )
        wings = (
            mirrored(finger.rotated("z", tilt).moved(out, 0.063, 0.05))
            .rotated("x", -upright)
            .moved(y=0.16 + 0.9 * 0.21)
        )
        design.add("feather", wings.scaled(size, size, size), BLACK if coat.name != "black" else DARK_BROWN)
    return design
