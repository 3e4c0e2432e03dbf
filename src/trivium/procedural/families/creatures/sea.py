"""Animals of the sea: fish, whales, crabs and shells."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.creatures.parts import (
    BLACK,
    BROWN,
    CREAM,
    DARK_GREY,
    GINGER,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    RED,
    TAN,
    WHITE,
    YELLOW,
    Paint,
    add_all,
    bands,
    below,
    blob,
    curve,
    eyes,
    limb,
    painted,
    skin,
    spiral,
    spots,
)
from trivium.procedural.materials import PLASTICS, Material
from trivium.procedural.solids import Solid, around, cylinder, extrude, join, loft, mirrored, side_cut, sphere, sweep


def swimmer(
    design: Design,
    size: float,
    coat: Material,
    belly: Material,
    fat: float,
    body: list[tuple[float, float, float, float]],
    under: float,
    bend: float,
) -> None:
    """A big swimmer's body from tail to nose, pale underneath, its tail swung up by ``bend``."""
    curved = [(z, y + bend * min(z, 0) ** 2, w * fat, h * fat) for z, y, w, h in body]
    pale: list[Paint] = [("belly", belly, lambda c: c[:, 1] - bend * np.minimum(c[:, 2], 0) ** 2 < under)]
    painted(design, "body", skin(curved, sides=24, steps=5), coat, pale, size)


def flipper(span: float, chord: float, x: float, y: float, z: float, droop: float) -> Solid:
    """A pair of swept-back side fins."""
    return mirrored(
        extrude([(0, 0), (span, -0.9 * chord), (0.85 * span, -1.1 * chord), (0, -chord)], 0.02)
        .rotated("z", -droop)
        .moved(x, y, z)
    )


@category("fish", family="creatures", also=("animal", "goldfish", "tropical fish"))
def fish(p: Parameters) -> Design:
    size, tall, fat = p.real("size", 0.08, 0.4), p.real("height", 0.16, 0.34), p.real("thickness", 0.07, 0.14)
    coat, fins = (
        p.material("coat", [ORANGE, RED, PLASTICS[1], YELLOW, Material("silver", (0.72, 0.76, 0.8)), GREEN]),
        p.material("fins", [ORANGE, YELLOW, BLACK, PLASTICS[1], GREY]),
    )
    marking, tail, seed = (
        p.choice("marking", ["plain", "striped", "spotted", "pale-bellied"]),
        p.choice("tail", ["forked", "fan", "pointed"]),
        p.real("pattern", 0, 1),
    )
    where = {
        "plain": below(-9),
        "striped": bands(2, 0.24, 0.35, 0.1),
        "spotted": spots(seed, 0.11),
        "pale-bellied": below(-0.3 * tall),
    }[marking]
    design = Design([coat.name, "round" if tall > 0.26 else "slim"], [f"a {tail} tail"])
    if marking in ("striped", "spotted"):
        design.features.append("white stripes" if marking == "striped" else "white spots")
    body = [
        (-0.36, 0, 0.02, 0.05),
        (-0.2, 0, 0.6 * fat, 0.55 * tall),
        (0.08, 0, fat, tall),
        (0.3, 0, 0.9 * fat, 0.75 * tall),
        (0.44, -0.01, 0.45 * fat, 0.35 * tall),
    ]
    ends = {
        "forked": [(-0.32, 0), (-0.42, 0.09), (-0.66, 0.25), (-0.52, 0), (-0.66, -0.25), (-0.42, -0.09)],
        "fan": [(-0.32, 0), (-0.42, 0.1), (-0.62, 0.2), (-0.66, 0), (-0.62, -0.2), (-0.42, -0.1)],
        "pointed": [(-0.3, 0), (-0.42, 0.11), (-0.55, 0.1), (-0.75, 0), (-0.55, -0.1), (-0.42, -0.11)],
    }[tail]
    painted(design, "body", skin(body, sides=24, steps=7), coat, [("marking", WHITE, where)], size)
    back = side_cut(
        [(0.2, 0.8 * tall), (0.05, 1.5 * tall), (-0.2, 1.15 * tall), (-0.28, 0.3 * tall), (0, 0.6 * tall)], 0.02
    )
    belly = side_cut([(-0.05, -0.8 * tall), (-0.2, -1.35 * tall), (-0.28, -0.3 * tall)], 0.02)
    side = (
        blob(0.012, 0.05, 0.11, at=(0, 0, -0.1)).rotated("y", 35).rotated("x", 15).moved(0.9 * fat, -0.2 * tall, 0.15)
    )
    for name, solid, material in [
        ("tail", side_cut(ends, 0.02), fins),
        ("back fin", back, fins),
        ("belly fin", belly, fins),
        ("side fin", mirrored(side), fins),
        ("mouth", blob(0.03, 0.025, 0.02, at=(0, -0.02, 0.475)), PINK),
        *eyes(0.78 * fat, 0.22 * tall, 0.31, 0.034, white=True),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    design.add(
        "eye",
        mirrored(sphere(0.019, segments=8).moved(0.78 * fat + 0.027, 0.22 * tall, 0.315)).scaled(size, size, size),
        BLACK,
    )
    return design


@category("shark", family="creatures", also=("animal", "great white shark"))
def shark(p: Parameters) -> Design:
    size, fat, bend = p.real("size", 1.5, 5), p.real("fatness", 0.85, 1.2), p.real("bend", -0.15, 0.3)
    coat, belly = (
        p.material("coat", [GREY, DARK_GREY, Material("blue-grey", (0.38, 0.47, 0.56))]),
        p.material("belly", [WHITE, CREAM]),
    )
    dorsal, mouth, head = (
        p.real("dorsal", 0.13, 0.22),
        p.choice("mouth", ["open", "closed"]),
        p.choice("head", ["pointed", "pointed", "pointed", "pointed", "hammer"]),
    )
    design = Design(
        [coat.name, "streamlined"],
        [
            "a tall triangular back fin",
            f"{'a hammer-shaped head' if head == 'hammer' else f'an {mouth} mouth' if mouth == 'open' else 'a pointed snout'}",
        ],
    )
    swimmer(
        design,
        size,
        coat,
        belly,
        fat,
        [
            (-0.46, 0.02, 0.02, 0.03),
            (-0.3, 0.01, 0.045, 0.055),
            (-0.05, 0, 0.095, 0.11),
            (0.2, 0, 0.105, 0.12),
            (0.38, 0.01, 0.075, 0.08),
            (0.5, 0.02, 0.025, 0.022),
        ],
        -0.03,
        bend,
    )
    lift = 0.02 + bend * 0.2
    parts = [
        (
            "tail fin",
            side_cut(
                [(-0.42, 0.02), (-0.5, 0.12), (-0.64, 0.26), (-0.55, 0.02), (-0.6, -0.13), (-0.48, -0.05)], 0.016
            ).moved(y=lift),
            coat,
        ),
        (
            "back fin",
            side_cut(
                [
                    (0.1, 0.09 * fat),
                    (-0.03, 0.09 * fat + dorsal),
                    (-0.07, 0.09 * fat + 0.95 * dorsal),
                    (-0.06, 0.06 * fat),
                ],
                0.018,
            ),
            coat,
        ),
        ("side fin", flipper(0.26, 0.13, 0.06 * fat, -0.03, 0.2, 22), coat),
        ("side fin", flipper(0.1, 0.06, 0.03, -0.03, -0.17, 25), coat),
        (
            "gill",
            mirrored(
                join(*(blob(0.006, 0.035, 0.004, at=(0.1 * fat, 0.01, 0.21 + 0.025 * k), segments=8) for k in range(4)))
            ),
            BLACK,
        ),
        (
            "eye",
            mirrored(
                sphere(0.013, segments=8).moved(
                    0.066 * fat if head == "pointed" else 0.205, 0.035, 0.41 if head == "pointed" else 0.46
                )
            ),
            BLACK,
        ),
    ]
    if head == "hammer":
        parts.append(("hammer", blob(0.2, 0.028, 0.055, at=(0, 0.03, 0.46), segments=16), coat))
    if mouth == "open":
        teeth = join(
            *(
                cylinder(0.008, 0.028, top_radius=0.001, segments=5)
                .rotated("x", 180)
                .moved(0.045 * np.sin(t) * fat, -0.02, 0.385 + 0.035 * np.cos(t))
                for t in np.linspace(-1.4, 1.4, 9)
            )
        )
        parts += [
            ("mouth", blob(0.058 * fat, 0.035, 0.05, at=(0, -0.035, 0.39)), Material("dark red", (0.45, 0.1, 0.1))),
            ("tooth", teeth, WHITE),
        ]
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("dolphin", family="creatures", also=("animal", "porpoise"))
def dolphin(p: Parameters) -> Design:
    size, fat, bend = p.real("size", 1.4, 2.8), p.real("fatness", 0.85, 1.15), p.real("bend", -0.7, -0.1)
    coat, belly = (
        p.material("coat", [GREY, Material("blue-grey", (0.42, 0.53, 0.64)), DARK_GREY]),
        p.material("belly", [WHITE, Material("pale grey", (0.8, 0.82, 0.84)), PINK]),
    )
    dorsal, beak, fluke = p.real("dorsal", 0.09, 0.15), p.real("beak", 0.06, 0.12), p.real("fluke", 0.14, 0.2)
    design = Design(
        [coat.name, "leaping" if bend < -0.4 else "smooth"],
        ["a beak-like snout", f"a {belly.name} belly", "a curved back fin"],
    )
    swimmer(
        design,
        size,
        coat,
        belly,
        fat,
        [
            (-0.48, 0, 0.02, 0.022),
            (-0.28, 0, 0.05, 0.06),
            (0, 0, 0.105, 0.115),
            (0.22, 0, 0.105, 0.112),
            (0.36, 0, 0.08, 0.085),
        ],
        -0.04,
        bend,
    )
    snout = skin(
        [(0.36, -0.03, 0.05, 0.045), (0.43, -0.035, 0.03, 0.026), (0.43 + beak, -0.035, 0.02, 0.016)], sides=12
    )
    tail = (
        mirrored(extrude([(-0.01, 0.04), (fluke, -0.1), (0.7 * fluke, -0.12), (-0.01, -0.07)], 0.015))
        .rotated("x", np.degrees(np.arctan(bend)))
        .moved(0, bend * 0.23 - 0.01, -0.48)
    )
    back = side_cut(
        [(0.07, 0.08 * fat), (-0.02, 0.1 * fat + 0.75 * dorsal), (-0.09, 0.09 * fat + dorsal), (-0.06, 0.07 * fat)],
        0.018,
    )
    for name, solid, material in [
        ("snout", snout, coat),
        ("tail fluke", tail, coat),
        ("back fin", back, coat),
        ("flipper", flipper(0.16, 0.09, 0.07 * fat, -0.04, 0.22, 35), coat),
        *eyes(0.085 * fat, 0.0, 0.35, 0.012),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("whale", family="creatures", also=("animal", "blue whale", "orca"))
def whale(p: Parameters) -> Design:
    kind, size, fat = p.choice("kind", ["blue", "sperm", "orca"]), p.real("size", 6, 20), p.real("fatness", 0.85, 1.15)
    bend, fluke, spout = p.real("bend", 0.1, 0.7), p.real("fluke", 0.16, 0.24), p.choice("spout", ["yes", "no"])
    coat = p.material(
        "coat", [Material("slate blue", (0.3, 0.4, 0.52)), DARK_GREY, Material("blue-grey", (0.42, 0.5, 0.58))]
    )
    coat, belly = (
        (BLACK, WHITE)
        if kind == "orca"
        else (coat, coat if kind == "sperm" else Material("pale grey", (0.8, 0.82, 0.84)))
    )
    design = Design(
        [coat.name, "huge"],
        [
            {"blue": "a grooved throat", "sperm": "a huge square head", "orca": "white patches behind the eyes"}[kind],
            *["a spout of water"] * (spout == "yes"),
        ],
    )
    head = (
        [(0.3, 0.01, 0.13, 0.16), (0.44, 0.02, 0.12, 0.15)]
        if kind == "sperm"
        else [(0.3, -0.01, 0.13, 0.13), (0.44, -0.02, 0.09, 0.07)]
    )
    swimmer(
        design,
        size,
        coat,
        belly,
        fat,
        [(-0.5, 0, 0.02, 0.022), (-0.3, 0, 0.055, 0.06), (-0.02, 0, 0.13, 0.14), *head],
        -0.035,
        bend,
    )
    tail = (
        mirrored(extrude([(-0.01, 0.05), (fluke, -0.07), (0.9 * fluke, -0.13), (-0.01, -0.06)], 0.02))
        .rotated("x", np.degrees(np.arctan(bend)))
        .moved(0, bend * 0.25 - 0.01, -0.5)
    )
    tall = 0.2 if kind == "orca" else 0.05
    back = side_cut(
        [(-0.02, 0.11 * fat), (-0.09, 0.1 * fat + tall), (-0.13, 0.1 * fat + tall), (-0.13, 0.08 * fat)], 0.02
    )
    parts = [
        ("tail fluke", tail, coat),
        ("back fin", back, coat),
        ("flipper", flipper(0.18, 0.11, 0.09 * fat, -0.05, 0.2, 30), coat),
        *eyes(0.127 * fat, -0.01, 0.33, 0.012),
    ]
    if kind == "orca":
        parts.append(("eye patch", mirrored(blob(0.015, 0.025, 0.05, at=(0.122 * fat, 0.04, 0.3))), WHITE))
    if kind == "blue":
        parts.append(
            (
                "groove",
                mirrored(
                    join(
                        *(
                            limb(
                                [(x, -0.115 * fat, 0.05), (x, -0.13 * fat, 0.2), (0.8 * x, -0.1 * fat, 0.42)],
                                [0.006] * 3,
                                sides=5,
                            )
                            for x in (0.015, 0.045, 0.075)
                        )
                    )
                ),
                GREY,
            )
        )
    if kind == "sperm":
        parts.append(("jaw", skin([(0.2, -0.15 * fat, 0.04, 0.02), (0.45, -0.145 * fat, 0.02, 0.012)], sides=10), GREY))
    if spout == "yes":
        jet = join(
            limb([(0, 0.1, 0.25), (0, 0.26, 0.25)], [0.012, 0.015]),
            *(
                limb(
                    [
                        (0, 0.25, 0.25),
                        (0.05 * np.cos(t), 0.3, 0.25 + 0.05 * np.sin(t)),
                        (0.1 * np.cos(t), 0.24, 0.25 + 0.1 * np.sin(t)),
                    ],
                    [0.014, 0.012, 0.006],
                    sides=5,
                )
                for t in np.arange(6)
            ),
        )
        parts.append(("spout", jet, Material("water blue", (0.6, 0.82, 0.93))))
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("crab", family="creatures", also=("animal", "shellfish"))
def crab(p: Parameters) -> Design:
    size, wide, claw = p.real("size", 0.05, 0.25), p.real("width", 0.42, 0.58), p.real("claws", 0.15, 0.25)
    coat, belly, pose = (
        p.material("coat", [RED, ORANGE, Material("blue-green", (0.25, 0.45, 0.5)), BROWN]),
        p.material("claw_tips", [BLACK, WHITE, CREAM]),
        p.choice("claws_pose", ["raised", "forward"]),
    )
    stalk, reach, gap = p.real("stalks", 0.08, 0.2), p.real("reach", 0.35, 0.5), p.real("gape", 10, 40)
    design = Design([coat.name, "broad"], [f"two {pose} pincers", "eyes on stalks", "eight legs"])
    body = sphere(1, segments=24).scaled(wide, 0.17, 0.34).moved(y=0.26)
    painted(design, "shell", body, coat, [("belly", CREAM, below(0.2))], size)
    legs = join(
        *(
            limb(
                [(0.75 * wide, 0.24, z), (wide + 0.5 * reach, 0.38, 1.6 * z), (wide + reach, 0.0, 2.2 * z - 0.03)],
                [0.045, 0.035, 0.008],
                sides=6,
            )
            for z in (0.14, 0.03, -0.08, -0.18)
        )
    )
    hand = (0.75 * wide, 0.55, 0.42) if pose == "raised" else (0.55 * wide, 0.25, 0.6)
    elbow = (wide + 0.18, 0.34, 0.32)
    palm, tilt = blob(0.62 * claw, 0.45 * claw, 0.8 * claw), -60 if pose == "raised" else 0
    finger = [(0.3 * claw, 0, 0.5 * claw), (0.62 * claw, 0, claw), (0.25 * claw, 0, 1.6 * claw)]
    pincers = limb(finger, [0.3 * claw, 0.22 * claw, 0.03 * claw]) + limb(
        [(-x, q, z) for x, q, z in finger], [0.25 * claw, 0.17 * claw, 0.03 * claw]
    ).rotated("y", -0.4 * gap)
    place = [s.rotated("x", tilt).rotated("y", -15).moved(*hand) for s in (palm, pincers)]
    add_all(
        design,
        size,
        [
            ("leg", mirrored(legs), coat),
            ("arm", mirrored(limb([(0.7 * wide, 0.26, 0.2), elbow, hand], [0.06, 0.06, 0.06])), coat),
            ("claw", mirrored(place[0]), coat),
            ("pincer", mirrored(place[1]), belly),
            ("stalk", mirrored(cylinder(0.022, stalk + 0.1, segments=8).moved(0.1, 0.3, 0.25)), coat),
            ("eye", mirrored(sphere(0.045, segments=10).moved(0.1, 0.42 + stalk, 0.25)), BLACK),
        ],
    )
    return design


@category("octopus", family="creatures", also=("animal", "squid"))
def octopus(p: Parameters) -> Design:
    size, tall, reach = p.real("size", 0.15, 0.6), p.real("head", 0.35, 0.6), p.real("arms", 0.7, 1.2)
    coat, sucker = (
        p.material("coat", [Material("reddish", (0.75, 0.3, 0.22)), ORANGE, PINK, PLASTICS[9], BROWN]),
        p.material("suckers", [CREAM, PINK, WHITE]),
    )
    wave, curl, seed, marking = (
        p.real("wave", 0.0, 0.35),
        p.real("curl", 0.1, 0.45),
        p.real("pattern", 0, 1),
        p.choice("marking", ["plain", "spotted"]),
    )
    design = Design(
        [coat.name, "soft-bodied"], ["eight curling arms with suckers", *["pale spots"] * (marking == "spotted")]
    )
    mantle = skin(
        [
            (0, 0.16, 0.26, 0.26),
            (-0.03, 0.32, 0.24, 0.24),
            (-0.12, 0.4 + tall * 0.5, 0.33, 0.34),
            (-0.2, 0.35 + tall, 0.22, 0.24),
        ],
        sides=20,
        steps=4,
    )
    dots = spots(seed, 0.14, 0.3)
    painted(design, "head", mantle, coat, [("spot", sucker, dots)] if marking == "spotted" else [], size)
    for i in range(8):
        swing = wave * (-1) ** i
        path = np.array(
            [
                (0.1, 0.16, 0),
                (0.38 * reach, 0.07, 0.5 * swing),
                (0.7 * reach, 0.06, -0.4 * swing),
                (reach, 0.08 + 0.3 * curl, 0.1),
                (0.95 * reach, 0.1 + curl, 0.2),
                (0.82 * reach, 0.06 + 0.8 * curl, 0.22),
            ]
        )
        arm = limb(path, [0.13, 0.085, 0.065, 0.045, 0.03, 0.012], sides=8)
        cups = join(
            *(
                sphere(0.028, segments=6).moved(q[0], q[1] + 0.055 - 0.02 * k, q[2] + 0.03)
                for k, q in enumerate(curve(path[1:5], 1))
            )
        )
        design.add("arm", arm.rotated("y", 22.5 + 45 * i).scaled(size, size, size), coat)
        design.add("sucker", cups.rotated("y", 22.5 + 45 * i).scaled(size, size, size), sucker)
    bulge = [
        ("brow", mirrored(sphere(0.09, segments=10).moved(0.17, 0.37, 0.16)), coat),
        ("eye", mirrored(sphere(0.075, segments=10).moved(0.18, 0.38, 0.195)), WHITE),
        ("pupil", mirrored(blob(0.05, 0.025, 0.03, at=(0.19, 0.38, 0.255))), BLACK),
    ]
    add_all(design, size, bulge)
    return design


@category("starfish", family="creatures", also=("sea star", "animal"))
def starfish(p: Parameters) -> Design:
    size, arms, core = p.real("size", 0.04, 0.2), p.whole("arms", 5, 7), p.real("core", 0.24, 0.36)
    coat, dot = (
        p.material("coat", [ORANGE, RED, PINK, TAN, PLASTICS[9], PLASTICS[1]]),
        p.material("bumps", [CREAM, WHITE, YELLOW]),
    )
    thick, bumps, wave = p.real("thickness", 0.09, 0.16), p.whole("bumps_count", 4, 8), p.real("wave", -0.15, 0.15)
    design = Design([coat.name, "flat"], [f"{number_word(arms)} tapering arms", f"rows of {dot.name} bumps"])
    arm = skin(
        [
            (0, 0, core, thick),
            (0.35, 0, 0.75 * core, 0.85 * thick),
            (0.7, 0, 0.42 * core, 0.6 * thick),
            (0.95, 0.01, 0.18 * core, 0.3 * thick),
        ],
        sides=12,
    )
    lumps = join(
        *(
            sphere(0.04 - 0.02 * z, segments=6).moved(0, thick * (1 - 0.55 * z**1.5), z)
            for z in np.linspace(0.08, 0.9, bumps)
        )
    )
    for part, solid, material in (("arm", arm, coat), ("bump", lumps, dot)):
        bent = Solid(solid.vertices + solid.vertices[:, 2:] ** 2 * (wave, 0, 0), solid.faces)
        design.add(part, around(bent, arms).scaled(size, size, size), material)
    return design


@category("seashell", family="creatures", also=("shell", "scallop", "conch"))
def seashell(p: Parameters) -> Design:
    kind, size, ribs = (
        p.choice("kind", ["scallop", "conch", "nautilus"]),
        p.real("size", 0.03, 0.15),
        p.whole("ribs", 7, 13),
    )
    coat, other = (
        p.material("coat", [CREAM, PINK, ORANGE, WHITE, TAN]),
        p.material("bands", [BROWN, Material("rosy", (0.85, 0.5, 0.45)), GINGER]),
    )
    share, bulge, turns = p.real("band_share", 0.15, 0.5), p.real("bulge", 0.2, 0.4), p.real("turns", 3, 5)
    names = {"scallop": "fan-shaped", "conch": "pointed", "nautilus": "spiral"}
    design = Design(
        [coat.name, names[kind]],
        [
            {"scallop": f"{number_word(ribs)} ribs", "conch": "a winding spire", "nautilus": "a wide mouth"}[kind],
            f"{other.name} bands",
        ],
    )
    if kind == "scallop":
        t = np.linspace(-1.15, 1.15, 8 * ribs)
        rib = 0.5 + 0.5 * np.cos((t + 1.15) / 2.3 * 2 * np.pi * ribs + np.pi)
        rings = []
        for r, h in (
            (0.03, 0.02),
            (0.25, 0.7),
            (0.5, 1),
            (0.75, 0.85),
            (1, 0.25),
            (1.0, 0.18),
            (0.75, 0.72),
            (0.5, 0.88),
            (0.25, 0.6),
            (0.03, 0.0),
        ):
            edge = r * (1 + 0.05 * rib * r)
            rings.append(
                np.stack([edge * np.sin(t), bulge * h * np.cos(0.9 * t) + 0.07 * r * rib, edge * np.cos(t)], 1)
            )
        fan = loft([np.vstack([a, b[::-1]]) for a, b in zip(rings[:5], rings[:4:-1], strict=True)])
        solid = fan.rotated("x", -60)
        painted(
            design,
            "shell",
            solid,
            coat,
            [("band", other, lambda c: (np.linalg.norm(c, axis=1) * 3.3) % 1 < share)],
            size,
        )
        design.add(
            "hinge",
            extrude([(-0.28, -0.1), (0.28, -0.1), (0.2, 0.15), (-0.2, 0.15)], 0.06)
            .moved(0, 0.02, 0)
            .rotated("x", -60)
            .scaled(size, size, size),
            coat,
        )
    elif kind == "conch":
        t = np.linspace(0, 1, 90)
        grow = (0.05 + 0.95 * t**1.6) * 0.3
        path = np.column_stack(
            [
                0.8 * grow * np.cos(2 * np.pi * turns * t),
                0.3 + 0.8 * grow * np.sin(2 * np.pi * turns * t),
                0.7 - 1.1 * t,
            ]
        )
        painted(
            design,
            "shell",
            sweep(path, 1.02 * grow * (0.75 + bulge), sides=14),
            coat,
            [("band", other, bands(2, 0.16, share, 0.2))],
            size,
        )
        lip = skin([(-0.7, 0.2, 0.04, 0.06), (-0.45, 0.28, 0.16, 0.24), (-0.2, 0.3, 0.2, 0.25)], sides=16).moved(0.22)
        design.add("lip", lip.scaled(size, size, size), PINK if coat.name != "pink" else CREAM)
    else:
        whorl = join(
            spiral(2.6, 0.45, 0.44 * (0.85 + 0.4 * bulge), 0.02), spiral(2.6, 0.45, 0.44 * (0.85 + 0.4 * bulge), -0.02)
        )
        painted(
            design,
            "shell",
            whorl,
            coat,
            [("band", other, lambda c: ((np.arctan2(c[:, 1], c[:, 2]) * ribs / 6.283) % 1 < share) & (c[:, 1] > -0.2))],
            size,
        )
    return design
