"""Things with a human face or shape: people, robots, dolls, snowmen, skulls."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.creatures.parts import (
    BLACK,
    BROWN,
    CREAM,
    DARK_BROWN,
    GINGER,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    RED,
    TAN,
    WHITE,
    YELLOW,
    Where,
    add_all,
    blob,
    eyes,
    limb,
    painted,
    skin,
)
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, Material
from trivium.procedural.solids import Solid, box, cylinder, extrude, join, lathe, mirrored, row, side_cut, sphere, sweep

SKINS = (
    Material("light-skinned", (0.92, 0.75, 0.63)),
    Material("tan-skinned", (0.78, 0.57, 0.42)),
    Material("brown-skinned", (0.5, 0.33, 0.22)),
    Material("dark-skinned", (0.32, 0.2, 0.14)),
)
HAIR = (BLACK, DARK_BROWN, BROWN, Material("blond", (0.88, 0.73, 0.42)), GINGER, GREY)
CLOTHES = (
    RED,
    PLASTICS[1],
    GREEN,
    YELLOW,
    WHITE,
    BLACK,
    GREY,
    PLASTICS[8],
    Material("denim blue", (0.2, 0.29, 0.47)),
    Material("khaki", (0.64, 0.57, 0.41)),
)


def above(y: float) -> Where:
    return lambda c: np.asarray(c[:, 1] > y)


def near(x: float, y: float, reach: float) -> Where:
    """Within x of the middle, and within ``reach`` of the height y."""
    return lambda c: np.asarray((np.abs(c[:, 0]) < x) & (np.abs(c[:, 1] - y) < reach))


def figure(
    design: Design,
    size: float,
    head: float,
    stout: float,
    pose: str,
    flesh: Material,
    top: Material,
    bottom: Material,
    outfit: str,
    shoes: Material,
) -> float:
    """A clothed human body ``size`` high with a head of this half height; the head's centre height is returned."""
    neck = 1 - 2 * head
    hip, wide = 0.5 * neck + 0.08, 0.12 * stout
    swing = 0.16 if pose == "walking" else 0.0
    torso = [
        (0, hip - 0.04, 0.105 * stout, 0.075 * stout),
        (0, hip + 0.1, 0.095 * stout, 0.07 * stout),
        (0, neck - 0.09, 0.125 * stout, 0.08 * stout),
        (0, neck - 0.035, 0.1 * stout, 0.06 * stout),
    ]
    design.add("top", skin(torso, sides=18).scaled(size, size, size), top)
    design.add(
        "neck",
        cylinder(0.035 + 0.2 * head * 0.2, 0.09, segments=12).moved(0, neck - 0.04).scaled(size, size, size),
        flesh,
    )
    painted(design, "head", blob(0.76 * head, head, 0.85 * head, at=(0, neck + head, 0), segments=20), flesh, [], size)
    for s in (-1, 1):
        z = s * swing
        leg = limb(
            [
                (s * 0.06 * stout, hip, 0),
                (s * 0.065 * stout, 0.52 * hip, 0.5 * z + 0.015),
                (s * 0.065 * stout, 0.03, z - 0.01),
            ],
            [0.07 * stout, 0.052 * stout, 0.036 * stout],
            steps=6,
        )
        cover = {"trousers": 0.0, "shorts": 0.5 * hip, "dress": 2.0}[outfit]
        painted(
            design,
            "leg",
            leg,
            flesh,
            [("trousers" if outfit == "trousers" else "shorts", bottom, above(cover))],
            size,
        )
        design.add(
            "shoe",
            blob(0.036 * stout, 0.03, 0.07, at=(s * 0.065 * stout, 0.028, z + 0.03)).scaled(size, size, size),
            shoes,
        )
        y = neck - 0.07
        reach = {
            "standing": (0.06, -0.36, 0),
            "walking": (0.05, -0.34, -1.2 * z),
            "waving": (0.16, 0.3, 0.02) if s > 0 else (0.06, -0.36, 0),
            "arms out": (0.38, 0, 0),
        }[pose]
        elbow = (
            s * (wide + 0.55 * reach[0] + (0.08 if pose == "waving" and s > 0 else 0.015)),
            y + 0.45 * reach[1] - (0.08 if pose == "waving" and s > 0 else 0),
            0.3 * reach[2],
        )
        end = (s * (wide + reach[0]), y + reach[1], reach[2] + 0.03)
        arm = limb([(s * 0.85 * wide, y, 0), elbow, end], [0.045 * stout, 0.036, 0.027], steps=6)
        painted(
            design,
            "arm",
            arm,
            flesh,
            [("sleeve", top, near(abs(elbow[0]), y, abs(elbow[1] - y) + 0.06))],
            size,
        )
        design.add("hand", blob(0.03, 0.042, 0.03, at=end).scaled(size, size, size), flesh)
    if outfit == "dress":
        skirt = lathe(
            [
                (0.2 * stout, hip - 0.26),
                (0.21 * stout, hip - 0.25),
                (0.14 * stout, hip - 0.05),
                (0.098 * stout, hip + 0.1),
            ],
            segments=20,
        ).scaled(1, 1, 0.85)
        design.add("skirt", skirt.scaled(size, size, size), bottom)
    y = neck + head
    face = [
        ("nose", blob(0.1 * head, 0.14 * head, 0.14 * head, at=(0, y - 0.05 * head, 0.86 * head), segments=8), flesh),
        ("mouth", blob(0.25 * head, 0.05 * head, 0.06 * head, at=(0, y - 0.42 * head, 0.74 * head), segments=8), RED),
        (
            "ear",
            mirrored(blob(0.08 * head, 0.2 * head, 0.13 * head, at=(0.77 * head, y - 0.05 * head, 0), segments=8)),
            flesh,
        ),
        *eyes(0.28 * head, y + 0.12 * head, 0.76 * head, 0.1 * head),
    ]
    add_all(design, size, face)
    return y


def hairdo(style: str, head: float, y: float) -> Solid:
    """Hair on a head of this half height centred at y."""
    cap = (
        sphere(1, segments=20, start=-5)
        .scaled(0.84 * head, 1.04 * head, 0.95 * head)
        .rotated("x", -22)
        .moved(0, y + 0.06 * head, -0.06 * head)
    )
    more = {
        "short": blob(0.78 * head, 0.5 * head, 0.5 * head, at=(0, y + 0.0, -0.42 * head)),
        "long": skin(
            [
                (-0.45 * head, y - 1.5 * head, 0.75 * head, 0.15 * head),
                (-0.45 * head, y + 0.3 * head, 0.85 * head, 0.45 * head),
            ],
            sides=14,
        ),
        "bun": blob(0.4 * head, 0.4 * head, 0.4 * head, at=(0, y + 0.95 * head, -0.5 * head))
        + blob(0.78 * head, 0.5 * head, 0.5 * head, at=(0, y, -0.42 * head)),
        "pigtails": mirrored(
            limb(
                [
                    (0.75 * head, y + 0.3 * head, -0.2 * head),
                    (1.2 * head, y, -0.2 * head),
                    (1.15 * head, y - 0.9 * head, -0.1 * head),
                ],
                [0.2 * head, 0.28 * head, 0.1 * head],
            )
        ),
    }[style]
    return cap + more


@category("person", family="creatures", also=("human", "man", "woman"))
def person(p: Parameters) -> Design:
    size, stout, pose = (
        p.real("size", 1.1, 1.95),
        p.real("stoutness", 0.85, 1.3),
        p.choice("pose", ["standing", "walking", "waving", "arms out"]),
    )
    flesh, hair, style = (
        p.material("skin", SKINS),
        p.material("hair", HAIR),
        p.choice("hairstyle", ["short", "long", "bun", "short"]),
    )
    top, bottom, outfit = (
        p.material("top", CLOTHES),
        p.material("bottom", CLOTHES),
        p.choice("outfit", ["trousers", "trousers", "shorts", "dress"]),
    )
    shoes, hat = p.material("shoes", [BLACK, WHITE, BROWN, RED]), p.choice("hat", ["no", "no", "yes"])
    head = 0.065 + 0.02 * (1.95 - size)
    design = Design(
        [flesh.name, pose if pose != "arms out" else "upright"],
        [
            f"a {top.name} top and {bottom.name} {'skirt' if outfit == 'dress' else outfit}",
            f"{style} {hair.name} hair" if style != "bun" else f"{hair.name} hair in a bun",
        ],
    )
    y = figure(design, size, head, stout, pose, flesh, top, bottom, outfit, shoes)
    design.add("hair", hairdo(style, head, y).scaled(size, size, size), hair)
    if hat == "yes":
        brim = cylinder(1.5 * head, 0.15 * head, segments=20) + cylinder(
            0.98 * head, 0.9 * head, top_radius=0.8 * head, segments=20
        )
        design.add("hat", brim.rotated("x", -8).moved(0, y + 0.5 * head, -0.05 * head).scaled(size, size, size), bottom)
        design.features.append("a hat")
    return design


@category("robot", family="creatures", also=("android", "toy robot"))
def robot(p: Parameters) -> Design:
    size, wide, head = (
        p.real("size", 0.3, 1.8),
        p.real("width", 0.3, 0.5),
        p.choice("head", ["box", "dome", "cylinder"]),
    )
    base, metal, trim = (
        p.choice("base", ["legs", "wheels", "tracks"]),
        p.material("body", [*METALS[:1], *METALS[4:5], *PLASTICS[:6]]),
        p.material("trim", [*PLASTICS[:7], METALS[1]]),
    )
    glow, raised, dials = (
        p.material("eyes", [RED, YELLOW, PLASTICS[10], WHITE]),
        p.real("arm_angle", -75, 40),
        p.whole("dials", 2, 5),
    )
    aerial, h = p.choice("aerials", ["one", "two"]), 0.4
    design = Design(
        [metal.name, f"{head}-headed"],
        [
            f"glowing {glow.name} eyes",
            f"{aerial} aerial{'s' * (aerial == 'two')}",
            {"legs": "two legs", "wheels": "wheels", "tracks": "tracks"}[base],
        ],
    )
    d, y = 0.65 * wide, 0.3
    wheel = cylinder(0.1, 0.07, segments=16).rotated("z", 90)
    low = {
        "legs": mirrored(
            cylinder(0.055, 0.28, segments=12).moved(0.26 * wide, 0.04)
            + box(0.15, 0.07, 0.24, bevel=0.02).moved(0.26 * wide, 0, 0.03)
        ),
        "wheels": join(*(wheel.moved(sx * wide / 2 + 0.035, 0.1, sz * 0.3 * d) for sx in (-1, 1) for sz in (-1, 1)))
        + box(0.6 * wide, 0.25, 0.6 * d).moved(y=0.08),
        "tracks": mirrored(
            extrude([(-0.2, -0.02), (-0.15, 0.06), (0.15, 0.06), (0.2, -0.02), (0.15, -0.1), (-0.15, -0.1)], 0.12)
            .rotated("z", -90)
            .rotated("x", 90)
            .moved(0.3 * wide, 0.12)
        )
        + box(0.5 * wide, 0.2, 0.4 * d).moved(y=0.12),
    }[base]
    top = {
        "box": box(0.62 * wide, 0.2, 0.55 * d, bevel=0.01),
        "dome": cylinder(0.3 * wide, 0.1, segments=20) + sphere(0.3 * wide, segments=20, start=0).moved(y=0.099),
        "cylinder": cylinder(0.27 * wide, 0.22, segments=20),
    }[head]
    ny, face = y + h + 0.06, {"box": 0.275 * d, "dome": 0.29 * wide, "cylinder": 0.26 * wide}[head]
    arm = (
        join(
            cylinder(0.035, 0.3, segments=10).rotated("x", 180),
            sphere(0.06, segments=12),
            *(sphere(0.045, segments=8).moved(y=-0.1 * k) for k in (1, 2, 3)),
            *(box(0.025, 0.1, 0.05).moved(0.035 * s, -0.41) for s in (-1, 1)),
        )
        .rotated("x", raised)
        .moved(wide / 2 + 0.055, y + h - 0.08, 0)
    )
    bits = [
        (base[:-1] if base != "tracks" else "track", low, RUBBER if base != "legs" else trim),
        ("body", box(wide, h, d, bevel=0.02).moved(y=y), metal),
        ("neck", cylinder(0.05, 0.09, segments=12).moved(y=y + h - 0.01), trim),
        ("head", top.moved(y=ny), metal),
        ("arm", mirrored(arm), trim),
        (
            "eye",
            mirrored(cylinder(0.035, 0.03, segments=12).rotated("x", 90).moved(0.14 * wide, ny + 0.12, face - 0.015)),
            glow,
        ),
        ("mouth", box(0.24 * wide, 0.025, 0.02).moved(0, ny + 0.035, face), BLACK),
        ("panel", box(0.7 * wide, 0.2, 0.015).moved(0, y + 0.14, d / 2), trim),
        (
            "dial",
            row(cylinder(0.02, 0.02, segments=10).rotated("x", 90), dials, step=(0.6 * wide / dials, 0, 0)).moved(
                0, y + 0.28, d / 2
            ),
            glow,
        ),
        ("screen", box(0.4 * wide, 0.08, 0.012).moved(0, y + 0.16, d / 2 + 0.009), BLACK),
    ]
    stick = cylinder(0.008, 0.12, segments=6) + sphere(0.022, segments=8).moved(y=0.12)
    tip = ny + (0.1 + 0.28 * wide if head == "dome" else 0.2)
    bits.append(
        ("aerial", stick.moved(y=tip) if aerial == "one" else mirrored(stick.moved(0.12 * wide, tip - 0.02)), trim)
    )
    add_all(design, size, bits)
    return design


@category("snowman", family="creatures", also=("snow figure",))
def snowman(p: Parameters) -> Design:
    size, balls, fat = (
        p.real("size", 0.8, 2),
        p.choice("balls", ["two", "three", "three"]),
        p.real("fatness", 0.85, 1.15),
    )
    snow, scarf = (
        p.material("snow", [WHITE, Material("snow white", (0.96, 0.97, 0.99))]),
        p.material("scarf", [RED, GREEN, PLASTICS[1], ORANGE]),
    )
    hat, buttons, lift, nose = (
        p.choice("hat", ["top hat", "bobble hat", "bucket"]),
        p.whole("buttons", 2, 4),
        p.real("arm_lift", 10, 50),
        p.real("nose", 0.12, 0.25),
    )
    radii = [0.3, 0.22, 0.155] if balls == "three" else [0.33, 0.2]
    design = Design(
        [snow.name, "tall" if balls == "three" else "short"],
        [f"a carrot nose and a {hat}", f"a {scarf.name} scarf", f"{balls} balls"],
    )
    y, places = 0.0, []
    for r in radii:
        places.append((y + 0.85 * r, r))
        y += 1.62 * r
    for (at, r), part in zip(places, ["body"] * (len(radii) - 1) + ["head"], strict=True):
        design.add(part, blob(r * fat, r, r * fat, at=(0, at, 0), segments=22).scaled(size, size, size), snow)
    (low, wide), (at, r) = places[-2], places[-1]
    neck, f = at - 0.8 * r, fat * r
    twig = limb(
        [
            (0.8 * wide * fat, 0, 0),
            (wide * fat + 0.2, 0.25 * np.sin(np.radians(lift)), 0),
            (wide * fat + 0.36, 0.5 * np.sin(np.radians(lift)), 0.04),
        ],
        [0.02, 0.016, 0.01],
        sides=6,
    )
    twig += join(
        *(
            limb(
                [
                    (wide * fat + 0.28, 0.38 * np.sin(np.radians(lift)), 0.03),
                    (wide * fat + 0.34 + 0.03 * k, 0.38 * np.sin(np.radians(lift)) + 0.08 - 0.08 * k, 0.06),
                ],
                [0.01, 0.006],
                sides=5,
            )
            for k in (0, 1)
        )
    )
    coals = join(
        *(
            sphere(0.026, segments=8).moved(0, low + wide * np.sin(a), wide * fat * np.cos(a))
            for a in np.linspace(-0.3, 0.6, buttons)
        )
    )
    smile = join(
        *(
            sphere(0.015, segments=6).moved(
                0.62 * f * np.sin(t), at - 0.3 * r - 0.12 * r * np.cos(2 * t), 0.86 * f * np.cos(0.8 * t)
            )
            for t in np.linspace(-0.7, 0.7, 5)
        )
    )
    ring = sweep(
        [(0.72 * f * np.cos(t), neck, 0.72 * f * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 18, endpoint=False)],
        0.045,
        closed=True,
    )
    bits = [
        ("arm", mirrored(twig).moved(y=low + 0.2 * wide), DARK_BROWN),
        ("button", coals, BLACK),
        ("mouth", smile, BLACK),
        ("scarf", ring + box(0.09, 0.26, 0.03).rotated("x", -8).moved(0.4 * f, neck - 0.24, 0.85 * f), scarf),
        (
            "nose",
            cylinder(0.032, nose + 0.05, top_radius=0.004, segments=10).rotated("x", 90).moved(0, at, f - 0.05),
            ORANGE,
        ),
        *eyes(0.35 * f, at + 0.3 * r, 0.86 * f, 0.024),
    ]
    tall = at + 0.68 * r
    if hat == "top hat":
        bits += [
            (
                "hat",
                cylinder(1.1 * f, 0.025, segments=20).moved(y=tall)
                + cylinder(0.68 * f, 0.2, segments=20).moved(y=tall),
                BLACK,
            ),
            ("hat band", cylinder(0.7 * f, 0.045, segments=20).moved(y=tall + 0.03), scarf),
        ]
    elif hat == "bucket":
        bits.append(
            ("bucket", cylinder(0.85 * f, 0.2, top_radius=0.62 * f, segments=20).moved(y=tall - 0.02), METALS[0])
        )
    else:
        bits += [
            ("hat", sphere(0.9 * f, segments=18, start=0).moved(y=tall - 0.03), scarf),
            ("hat brim", cylinder(0.97 * f, 0.05, segments=18).moved(y=tall - 0.05), WHITE),
            ("bobble", sphere(0.06, segments=10).moved(y=tall + 0.9 * f), WHITE),
        ]
    add_all(design, size, bits)
    return design


@category("teddy bear", family="creatures", also=("teddy", "stuffed toy", "soft toy"))
def teddy_bear(p: Parameters) -> Design:
    size, fat, head = p.real("size", 0.2, 0.7), p.real("fatness", 0.88, 1.15), p.real("head", 0.23, 0.29)
    coat, pale = (
        p.material("coat", [BROWN, TAN, GINGER, CREAM, PINK, WHITE, DARK_BROWN]),
        p.material("muzzle", [CREAM, TAN, WHITE]),
    )
    pose, bow, arms = (
        p.choice("pose", ["sitting", "standing"]),
        p.choice("bow", ["red", "blue", "none"]),
        p.real("arm_angle", 20, 75),
    )
    ear = p.real("ears", 0.09, 0.13)
    pale = BROWN if pale.name == coat.name else pale
    design = Design(
        [coat.name, pose], [f"round ears and a {pale.name} muzzle", *[f"a {bow} bow tie"] * (bow != "none")]
    )
    y = 0.26 if pose == "sitting" else 0.42
    top = y + 0.24 + 0.75 * head
    leg = (
        limb([(0.14, 0.13, 0.05), (0.22, 0.11, 0.25), (0.26, 0.11, 0.36)], [0.12, 0.11, 0.1])
        if pose == "sitting"
        else limb([(0.13, 0.3, 0), (0.15, 0.15, 0), (0.16, 0.09, 0.02)], [0.12, 0.11, 0.1])
    )
    sole = (
        blob(0.075, 0.08, 0.02, at=(0.27, 0.11, 0.45))
        if pose == "sitting"
        else blob(0.08, 0.02, 0.1, at=(0.16, 0.0, 0.03))
    )
    arm = (
        limb([(0, 0, 0), (0, -0.17, 0.03), (0, -0.28, 0.08)], [0.085, 0.085, 0.07])
        .rotated("z", arms)
        .moved(0.19 * fat, y + 0.16, 0.02)
    )
    bits = [
        ("body", blob(0.25 * fat, 0.28, 0.22 * fat, at=(0, y, 0), segments=18), coat),
        ("tummy", blob(0.17 * fat, 0.19, 0.08, at=(0, y, 0.16 * fat)), pale),
        ("head", blob(1.05 * head, head, 0.95 * head, at=(0, top, 0.02), segments=20), coat),
        ("ear", mirrored(blob(ear, ear, 0.05, at=(0.75 * head, top + 0.8 * head, 0))), coat),
        ("inner ear", mirrored(blob(0.65 * ear, 0.65 * ear, 0.03, at=(0.75 * head, top + 0.8 * head, 0.035))), pale),
        ("muzzle", blob(0.48 * head, 0.38 * head, 0.4 * head, at=(0, top - 0.25 * head, 0.8 * head)), pale),
        ("nose", blob(0.17 * head, 0.12 * head, 0.1 * head, at=(0, top - 0.1 * head, 1.2 * head)), BLACK),
        (
            "mouth",
            sweep([(0, top - 0.15 * head, 1.22 * head), (0, top - 0.4 * head, 1.17 * head)], 0.008, sides=5),
            BLACK,
        ),
        ("leg", mirrored(leg), coat),
        ("sole", mirrored(sole), pale),
        ("arm", mirrored(arm), coat),
        *eyes(0.4 * head, top + 0.2 * head, 0.88 * head, 0.035),
    ]
    if bow != "none":
        wing = cylinder(0.03, 0.13, top_radius=0.075, segments=10).scaled(1, 1, 0.45).rotated("z", -90)
        bits.append(
            (
                "bow tie",
                (mirrored(wing) + sphere(0.035, segments=8)).moved(0, top - 1.02 * head, 0.22 * fat),
                RED if bow == "red" else PLASTICS[1],
            )
        )
    add_all(design, size, bits)
    return design


@category("skull", family="creatures", also=("human skull", "cranium"))
def skull(p: Parameters) -> Design:
    size, wide, tall = p.real("size", 0.1, 0.24), p.real("width", 0.66, 0.8), p.real("height", 0.62, 0.74)
    bone, teeth, jaw = (
        p.material("bone", [CREAM, WHITE, TAN, GREY]),
        p.whole("teeth", 6, 10),
        p.choice("jaw", ["closed", "open", "missing"]),
    )
    eye, gape, hollow = (
        p.real("sockets", 0.17, 0.23),
        p.real("gape", 10, 22),
        p.material("hollows", [BLACK, DARK_BROWN]),
    )
    design = Design(
        [bone.name, "bony"],
        [
            "deep eye sockets",
            "no lower jaw" if jaw == "missing" else f"an {jaw} jaw" if jaw == "open" else "a closed jaw",
            f"{number_word(teeth)} upper teeth",
        ],
    )
    y, w = 0.95, wide
    face = skin(
        [(0.48, 0.28, 0.2 * w / 0.7, 0.22), (0.45, 0.48, 0.27 * w / 0.7, 0.24), (0.36, 0.72, 0.42 * w / 0.7, 0.3)],
        sides=16,
    )
    cheek = mirrored(
        limb([(0.3, 0.46, 0.58), (0.56 * w / 0.7, 0.52, 0.36), (0.6 * w / 0.7, 0.56, 0.0)], [0.1, 0.08, 0.05])
    )
    arch = [(0.27 * np.sin(t) * w / 0.7, 0.32 + 0.38 * np.cos(t)) for t in np.linspace(-1.15, 1.15, teeth)]
    tooth = join(*(box(0.42 / teeth, 0.13, 0.06, bevel=0.01).moved(x, 0.08, z) for x, z in arch))
    bits = [
        ("cranium", blob(w, tall, 0.85, at=(0, y, -0.12), segments=24), bone),
        ("face", face, bone),
        ("cheekbone", cheek, bone),
        (
            "brow",
            mirrored(limb([(0.04, 0.84, 0.68), (0.25, 0.88, 0.66), (0.45, 0.78, 0.52)], [0.07, 0.075, 0.05])),
            bone,
        ),
        ("eye socket", mirrored(blob(eye, 0.9 * eye, 0.12, at=(0.25, 0.68, 0.62), segments=16)), hollow),
        ("nose hole", side_cut([(0, 0), (0.2, 0), (0.1, 0.2)], 0.12).rotated("y", 90).moved(-0.1, 0.38, 0.69), hollow),
        ("tooth", tooth, WHITE if bone.name != "white" else CREAM),
    ]
    if jaw != "missing":
        turn = gape if jaw == "open" else 3
        bar = mirrored(
            limb(
                [(0.5 * w / 0.7, 0.52, 0.0), (0.47 * w / 0.7, 0.1, 0.1), (0.3 * w / 0.7, -0.1, 0.5), (0, -0.12, 0.68)],
                [0.06, 0.1, 0.11, 0.12],
            )
        )
        lower = join(*(box(0.4 / teeth, 0.12, 0.06, bevel=0.01).moved(0.92 * x, -0.05, z) for x, z in arch))
        for name, solid in (("jaw", bar), ("tooth", lower)):
            bits.append(
                (name, solid.moved(y=-0.5).rotated("x", turn).moved(y=0.5), bone if name == "jaw" else bits[6][2])
            )
    add_all(design, 0.6 * size, bits)
    return design


@category("doll", family="creatures", also=("toy", "rag doll", "baby doll"))
def doll(p: Parameters) -> Design:
    size, head, stout = p.real("size", 0.2, 0.55), p.real("head", 0.14, 0.18), p.real("stoutness", 1.1, 1.5)
    flesh, hair, style = (
        p.material("skin", SKINS),
        p.material("hair", [*HAIR, RED]),
        p.choice("hairstyle", ["pigtails", "long", "bun"]),
    )
    dress, skirt = (
        p.material("top", [PLASTICS[8], RED, PLASTICS[1], YELLOW, PLASTICS[9], WHITE]),
        p.material("skirt", [PLASTICS[8], RED, PLASTICS[1], WHITE, GREEN]),
    )
    pose, shoes, bow = (
        p.choice("pose", ["standing", "arms out", "waving"]),
        p.material("shoes", [BLACK, RED, WHITE]),
        p.choice("bow", ["yes", "no"]),
    )
    design = Design(
        [flesh.name, "big-headed"],
        [
            f"{hair.name} hair {'in pigtails' if style == 'pigtails' else 'in a bun' if style == 'bun' else 'worn long'}",
            f"a {skirt.name} skirt",
            *["a bow in its hair"] * (bow == "yes"),
        ],
    )
    y = figure(design, size, head, stout, pose, flesh, dress, skirt, "dress", shoes)
    blush = mirrored(
        blob(0.16 * head, 0.12 * head, 0.06 * head, at=(0.45 * head, y - 0.2 * head, 0.66 * head), segments=8)
    )
    gaze = [
        (
            "eye white",
            mirrored(blob(0.17 * head, 0.19 * head, 0.1 * head, at=(0.3 * head, y + 0.1 * head, 0.74 * head))),
            WHITE,
        ),
        (
            "iris",
            mirrored(blob(0.11 * head, 0.14 * head, 0.06 * head, at=(0.3 * head, y + 0.1 * head, 0.82 * head))),
            PLASTICS[1] if hair.name != "black" else BROWN,
        ),
    ]
    add_all(design, size, [("cheek", blush, PINK), ("hair", hairdo(style, head, y), hair), *gaze])
    if bow == "yes":
        wing = (
            cylinder(0.05 * head, 0.45 * head, top_radius=0.25 * head, segments=10).scaled(1, 1, 0.45).rotated("z", -90)
        )
        design.add(
            "bow",
            (mirrored(wing) + sphere(0.12 * head, segments=8))
            .moved(0, y + 0.98 * head, 0.35 * head)
            .scaled(size, size, size),
            RED,
        )
    return design
