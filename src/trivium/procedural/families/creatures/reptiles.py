"""Frogs, reptiles and what is drawn like them: dinosaurs and dragons."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category
from trivium.procedural.families.creatures.parts import (
    BLACK,
    BROWN,
    CREAM,
    DARK_BROWN,
    GREEN,
    GREY,
    ORANGE,
    RED,
    TAN,
    WHITE,
    YELLOW,
    Paint,
    add_all,
    bands,
    blob,
    cracks,
    curve,
    eyes,
    limb,
    painted,
    skin,
    spots,
)
from trivium.procedural.materials import PLASTICS, Material
from trivium.procedural.solids import Solid, cylinder, extrude, join, mirrored, side_cut, sphere, sweep


def spikes(path: np.ndarray, height: float, length: float, *, thick: float = 0.015) -> Solid:
    """Upright pointed plates along (z, y), the middle ones highest."""
    tall = np.sin(np.linspace(0.35, np.pi - 0.35, len(path)))
    return join(
        *(
            side_cut(
                [
                    (-length * t, -0.02),
                    (length * t, -0.02),
                    (0.3 * length * t, 0.6 * height * t),
                    (-0.3 * length * t, height * t),
                ],
                thick,
            ).moved(0, y, z)
            for (z, y), t in zip(path, tall, strict=True)
        )
    )


@category("turtle", family="creatures", also=("animal", "tortoise", "sea turtle"))
def turtle(p: Parameters) -> Design:
    size, dome, kind = p.real("size", 0.15, 0.9), p.real("dome", 0.22, 0.45), p.choice("kind", ["land", "sea"])
    shell, coat = (
        p.material("shell", [BROWN, DARK_BROWN, Material("olive", (0.36, 0.4, 0.2)), GREEN]),
        p.material("skin", [Material("olive green", (0.5, 0.58, 0.3)), GREEN, TAN]),
    )
    seam, plates, neck = (
        p.material("seams", [CREAM, BLACK, YELLOW]),
        p.real("plates", 0.22, 0.32),
        p.real("neck", 0.1, 0.25),
    )
    seed = p.real("pattern", 0, 1)
    tall = dome if kind == "land" else 0.55 * dome
    design = Design(
        [shell.name, "domed" if tall > 0.3 else "flat"],
        ["a patterned shell", "four flippers" if kind == "sea" else "four stumpy legs"],
    )
    y = 0.14
    painted(
        design,
        "shell",
        sphere(1, segments=36, start=-8).scaled(0.4, tall, 0.5).moved(y=y),
        shell,
        [("seam", seam, cracks(seed, plates, 0.12))],
        size,
    )
    head = skin(
        [
            (0.4, y, 0.07, 0.065),
            (0.5 + 0.5 * neck, y + 0.5 * neck, 0.065, 0.065),
            (0.55 + neck, y + 0.7 * neck, 0.095, 0.085),
            (0.66 + neck, y + 0.65 * neck, 0.06, 0.055),
        ],
        sides=14,
    )
    paddle = blob(0.3, 0.02, 0.1, at=(0.3, 0, 0)).rotated("y", 25).rotated("z", -10).moved(0.25, y, 0.28) + blob(
        0.16, 0.02, 0.07, at=(0.15, 0, 0)
    ).rotated("y", 40).moved(0.25, y - 0.02, -0.35)
    stumps = join(
        *(limb([(0.25, y, z), (0.36, 0.12, 1.1 * z), (0.38, 0.02, 1.15 * z)], [0.1, 0.085, 0.08]) for z in (0.3, -0.3))
    )
    for name, solid, material in [
        (
            "rim",
            sphere(1, segments=28, start=-60, stop=20).scaled(0.43, 0.08, 0.53).moved(y=y),
            seam if seam.name != "black" else coat,
        ),
        ("head", head, coat),
        ("flipper" if kind == "sea" else "leg", mirrored(paddle if kind == "sea" else stumps), coat),
        ("tail", limb([(0, y - 0.03, -0.45), (0, y - 0.06, -0.66)], [0.05, 0.01]), coat),
        *eyes(0.075, y + 0.7 * neck + 0.035, 0.6 + neck, 0.02),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("frog", family="creatures", also=("animal", "toad"))
def frog(p: Parameters) -> Design:
    size, fat, gaze = p.real("size", 0.05, 0.12), p.real("fatness", 0.85, 1.15), p.real("eyes", 0.1, 0.15)
    coat, belly = (
        p.material(
            "coat", [GREEN, Material("lime green", (0.5, 0.72, 0.2)), Material("olive", (0.42, 0.45, 0.2)), BROWN, RED]
        ),
        p.material("belly", [CREAM, YELLOW, WHITE]),
    )
    marking, seed, iris, rise = (
        p.choice("marking", ["plain", "spotted", "striped"]),
        p.real("pattern", 0, 1),
        p.material("iris", [ORANGE, YELLOW, RED]),
        p.real("rise", 10, 35),
    )
    design = Design(
        [coat.name, "squat"],
        [
            "bulging eyes",
            "long folded hind legs",
            *[f"dark {'spots' if marking == 'spotted' else 'stripes'}"] * (marking != "plain"),
        ],
    )
    dots, lines = spots(seed, 0.2), bands(0, 0.2, 0.3, 0.1)
    marks: list[Paint] = [
        ("belly", belly, lambda c: (c[:, 1] < 0.26 + 0.25 * c[:, 2]) & (np.abs(c[:, 0]) < 0.36)),
        ("marking", DARK_BROWN, lambda c: (dots(c) if marking == "spotted" else lines(c)) & (marking != "plain")),
    ]
    body = (
        skin(
            [
                (-0.5, -0.08, 0.14, 0.12),
                (-0.2, 0, 0.3 * fat, 0.24),
                (0.15, 0.03, 0.33 * fat, 0.24),
                (0.42, 0.02, 0.24 * fat, 0.15),
            ],
            sides=24,
            steps=6,
        )
        .rotated("x", -rise)
        .moved(y=0.36)
    )
    painted(design, "body", body, coat, marks, size)
    up, z = 0.42 + 0.3 * np.sin(np.radians(rise)), 0.3
    hind = limb(
        [(0.2, 0.2, -0.35), (0.48, 0.38, -0.02), (0.45, 0.2, 0.0), (0.42, 0.08, -0.4), (0.4, 0.04, -0.38)],
        [0.13, 0.13, 0.09, 0.06, 0.05],
        steps=5,
    )
    fore = limb([(0.25, 0.35, 0.2), (0.38, 0.2, 0.25), (0.34, 0.03, 0.4)], [0.08, 0.06, 0.045])
    toes = join(
        *(
            limb([(x, 0.03, z0), (x + 0.22 * np.sin(t), 0.02, z0 + reach * np.cos(t))], [0.035, 0.022], sides=6)
            + sphere(0.035, segments=6).moved(x + 0.22 * np.sin(t), 0.03, z0 + reach * np.cos(t))
            for x, z0, reach in ((0.42, -0.38, 0.42), (0.34, 0.4, 0.17))
            for t in (-0.5, 0.1, 0.8)
        )
    )
    parts = [
        ("leg", mirrored(hind + fore), coat),
        ("foot", mirrored(toes), coat),
        ("eyelid", mirrored(sphere(gaze, segments=12).moved(0.19, up + 0.06, z)), coat),
        ("iris", mirrored(sphere(0.85 * gaze, segments=12).moved(0.215, up + 0.08, z + 0.05)), iris),
        (
            "pupil",
            mirrored(
                blob(0.35 * gaze, 0.25 * gaze, 0.45 * gaze, at=(0.215 + 0.4 * gaze, up + 0.09, z + 0.05 + 0.6 * gaze))
            ),
            BLACK,
        ),
    ]
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("snake", family="creatures", also=("animal", "serpent", "cobra"))
def snake(p: Parameters) -> Design:
    pose, size, thick = (
        p.choice("pose", ["coiled", "slithering", "rearing"]),
        p.real("size", 0.3, 1.0),
        p.real("thickness", 0.035, 0.055),
    )
    coat, other = (
        p.material("coat", [GREEN, BROWN, YELLOW, BLACK, TAN, RED]),
        p.material("bands", [BLACK, DARK_BROWN, CREAM, ORANGE]),
    )
    turns, width, hood = p.real("turns", 2, 3.2), p.real("band_width", 0.09, 0.2), p.choice("hood", ["no", "yes"])
    design = Design([coat.name, pose], ["a forked tongue", f"{other.name} bands", *["a spread hood"] * (hood == "yes")])
    t = np.linspace(0, 1, 90)
    if pose == "slithering":
        path = np.column_stack([0.14 * np.sin(t * turns * 2 * np.pi), 0 * t + thick, t - 0.5])
        path[:, 1] += 0.12 * np.clip((t - 0.9) / 0.1, 0, 1) ** 2
    else:
        radius = 0.3 - 0.09 * t if pose == "coiled" else 0.26 - 0.06 * t
        path = np.column_stack(
            [
                radius * np.cos(t * turns * 2 * np.pi),
                thick + 1.5 * thick * turns * t,
                radius * np.sin(t * turns * 2 * np.pi),
            ]
        )
        neck, tall = path[-1], 0.14 if pose == "coiled" else 0.4
        path = np.vstack(
            [
                path,
                curve(
                    [
                        neck,
                        neck * (0.4, 1, 0.4) + (0, 0.35 * tall, 0),
                        (0, neck[1] + 0.8 * tall, -0.03),
                        (0, neck[1] + tall, 0.08),
                    ],
                    8,
                )[1:],
            ]
        )
    run = np.linspace(0, 1, len(path))
    body = sweep(path, thick * np.clip(np.minimum(8 * run + 0.1, 1.0), 0, 1) * np.where(run > 0.85, 0.8, 1), sides=12)
    ring = (np.arange(len(path)) // max(1, int(width * 24))) % 2 == 1
    along = np.repeat(ring, 12)[body.faces[:, 0].clip(0, 12 * len(path) - 1)]
    painted(design, "body", body, coat, [("band", other, lambda c: along)], size)
    x, y, z = path[-1]
    parts = [
        (
            "head",
            skin(
                [
                    (-0.04, 0, 0.7 * thick, 0.65 * thick),
                    (0.02, 0.005, 1.25 * thick, 0.8 * thick),
                    (0.09, -0.005, 0.7 * thick, 0.45 * thick),
                ],
                sides=14,
            ),
            coat,
        ),
        *eyes(0.95 * thick, 0.45 * thick, 0.05, 0.014),
    ]
    tongue = limb([(0, -0.01, 0.1), (0, -0.005, 0.17)], [0.005, 0.005], sides=5) + mirrored(
        limb([(0, -0.005, 0.165), (0.02, 0.005, 0.2)], [0.005, 0.003], sides=5)
    )
    parts.append(("tongue", tongue, RED))
    if hood == "yes":
        parts.append(
            (
                "hood",
                blob(2.4 * thick, 2.8 * thick, 0.35 * thick, at=(0, -1.6 * thick, -0.02 - 0.6 * thick))
                if pose != "slithering"
                else blob(2.3 * thick, 0.4 * thick, 2.6 * thick, at=(0, -0.4 * thick, -2.4 * thick)),
                coat,
            )
        )
    for name, solid, material in parts:
        design.add(name, solid.moved(x, y, z).scaled(size, size, size), material)
    return design


@category("crocodile", family="creatures", also=("animal", "alligator"))
def crocodile(p: Parameters) -> Design:
    size, fat, gape = p.real("size", 1.2, 4.5), p.real("fatness", 0.85, 1.15), p.real("gape", 0, 28)
    coat, belly = (
        p.material("coat", [Material("olive", (0.33, 0.38, 0.2)), Material("dark green", (0.18, 0.3, 0.17)), BROWN]),
        p.material("belly", [CREAM, Material("pale green", (0.66, 0.7, 0.46))]),
    )
    swing, scutes, snout = p.real("tail_swing", -0.25, 0.25), p.whole("scutes", 9, 14), p.real("snout", 0.17, 0.25)
    design = Design(
        [coat.name, "low"],
        ["open toothed jaws" if gape > 8 else "closed toothed jaws", "a ridged back and a long tail"],
    )
    body = skin(
        [
            (-0.62, 0.05, 0.012, 0.02),
            (-0.35, 0.07, 0.035, 0.045),
            (-0.12, 0.09, 0.08 * fat, 0.06 * fat),
            (0.08, 0.1, 0.1 * fat, 0.07 * fat),
            (0.25, 0.1, 0.07, 0.055),
            (0.34, 0.11, 0.07, 0.05),
        ],
        sides=20,
        steps=5,
    )

    def swung(s: Solid) -> Solid:
        return Solid(s.vertices + np.minimum(s.vertices[:, 2:] + 0.1, 0) ** 2 * (3.5 * swing, 0, 0), s.faces)

    painted(design, "body", swung(body), coat, [("belly", belly, lambda c: c[:, 1] < 0.062)], size)
    spike = cylinder(0.017, 0.035, top_radius=0.002, segments=4)
    rows = join(
        *(
            spike.moved(x, 0.145 - 0.35 * max(0, 0.02 - z) ** 1.4 * 0.5 - abs(x) * 0.3, z)
            for z in np.linspace(-0.5, 0.2, scutes)
            for x in (-0.035, 0.035)
        )
    )
    upper = skin([(-0.03, 0, 0.065, 0.035), (0.05, 0, 0.05, 0.025), (snout, -0.005, 0.038, 0.018)], sides=14)
    teeth = mirrored(
        join(
            *(
                cylinder(0.006, 0.022, top_radius=0.001, segments=5)
                .rotated("x", 180)
                .moved(0.045 - 0.04 * t, -0.008, 0.03 + snout * 0.85 * t)
                for t in np.linspace(0, 1, 8)
            )
        )
    )
    lower = skin([(-0.03, 0, 0.06, 0.02), (0.05, 0, 0.045, 0.014), (0.95 * snout, 0, 0.033, 0.01)], sides=14)
    leg = join(
        *(
            limb(
                [(0.06 * fat, 0.09, z), (0.14, 0.1, z - 0.01), (0.16, 0.015, z + 0.02), (0.18, 0.01, z + 0.07)],
                [0.035, 0.03, 0.022, 0.012],
            )
            for z in (0.2, -0.12)
        )
    )
    at = (0, 0.125, 0.36)
    parts = [
        ("scute", swung(rows), DARK_BROWN),
        ("leg", mirrored(leg), coat),
        ("upper jaw", upper.rotated("x", -gape * 0.7).moved(*at), coat),
        ("tooth", teeth.rotated("x", -gape * 0.7).moved(*at), WHITE),
        ("lower jaw", lower.rotated("x", gape * 0.15).moved(0, 0.092, 0.36), belly),
        ("tooth", teeth.scaled(0.9, -0.9, 0.93).rotated("x", gape * 0.15).moved(0, 0.095, 0.365), WHITE),
        ("brow", mirrored(blob(0.022, 0.025, 0.025, at=(0.04, 0.165, 0.36))), coat),
        *eyes(0.05, 0.17, 0.37, 0.013),
    ]
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("dinosaur", family="creatures", also=("animal", "tyrannosaurus", "brontosaurus"))
def dinosaur(p: Parameters) -> Design:
    kind, size = p.choice("kind", ["tyrannosaurus", "long-necked", "triceratops", "stegosaurus"]), p.real("size", 2, 6)
    coat, belly = (
        p.material("coat", [GREEN, Material("olive", (0.4, 0.42, 0.22)), BROWN, GREY, ORANGE]),
        p.material("belly", [CREAM, TAN, YELLOW]),
    )
    marking, fat, swing = (
        p.choice("marking", ["plain", "striped", "spotted"]),
        p.real("fatness", 0.88, 1.15),
        p.real("tail_swing", -0.3, 0.3),
    )
    plate, seed = p.material("plates", [RED, ORANGE, DARK_BROWN]), p.real("pattern", 0, 1)
    shape, hips = {
        "tyrannosaurus": (
            [
                (-0.95, 0.6, 0.02, 0.02),
                (-0.55, 0.58, 0.07, 0.08),
                (-0.1, 0.62, 0.17, 0.21),
                (0.18, 0.68, 0.15, 0.2),
                (0.36, 0.86, 0.09, 0.13),
                (0.46, 1.0, 0.1, 0.12),
            ],
            [(-0.08, 0.13)],
        ),
        "long-necked": (
            [
                (-1.2, 0.3, 0.015, 0.015),
                (-0.7, 0.42, 0.06, 0.06),
                (-0.25, 0.55, 0.19, 0.19),
                (0.15, 0.58, 0.21, 0.23),
                (0.42, 0.78, 0.1, 0.11),
                (0.66, 1.2, 0.065, 0.065),
                (0.82, 1.42, 0.055, 0.055),
            ],
            [(-0.25, 0.12), (0.2, 0.12)],
        ),
        "triceratops": (
            [
                (-0.8, 0.25, 0.02, 0.02),
                (-0.5, 0.38, 0.1, 0.1),
                (-0.15, 0.46, 0.23, 0.24),
                (0.2, 0.45, 0.22, 0.23),
                (0.42, 0.46, 0.13, 0.14),
            ],
            [(-0.22, 0.13), (0.22, 0.13)],
        ),
        "stegosaurus": (
            [
                (-0.95, 0.3, 0.02, 0.02),
                (-0.55, 0.45, 0.07, 0.08),
                (-0.15, 0.58, 0.2, 0.26),
                (0.2, 0.45, 0.16, 0.2),
                (0.42, 0.32, 0.07, 0.08),
                (0.56, 0.3, 0.06, 0.06),
            ],
            [(-0.2, 0.13), (0.22, 0.1)],
        ),
    }[kind]
    body = [(z, y, w * fat, h * fat) for z, y, w, h in shape]
    design = Design(
        [coat.name, kind if kind == "long-necked" else "prehistoric"],
        [
            {
                "tyrannosaurus": "huge toothed jaws and tiny arms",
                "long-necked": "a long neck and tail",
                "triceratops": "three horns and a neck frill",
                "stegosaurus": "plates along its back",
            }[kind],
            f"a {belly.name} belly",
        ],
    )
    line, dots = bands(2, 0.2, 0.35, 0.2), spots(seed, 0.16)
    spine = curve(body, 6)

    def swung(s: Solid) -> Solid:
        return Solid(s.vertices + np.minimum(s.vertices[:, 2:] + 0.15, 0) ** 2 * (swing, 0, 0), s.faces)

    def under(c: np.ndarray) -> np.ndarray:
        return np.asarray(c[:, 1] < np.interp(c[:, 2], spine[:, 0], spine[:, 1] - 0.5 * spine[:, 3]))

    marks: list[Paint] = [
        ("belly", belly, under),
        ("marking", DARK_BROWN, lambda c: (line(c) if marking == "striped" else dots(c)) & (marking != "plain")),
    ]
    painted(design, "body", swung(skin(body, sides=18, steps=6)), coat, marks, size)
    _, ny, nz = 0, shape[-1][1], shape[-1][0]
    bits: list[tuple[str, Solid, Material]] = []
    for z, x in hips:
        bent = kind == "tyrannosaurus"
        path = (
            [(x, 0.55, z), (1.25 * x, 0.38, z + 0.14), (1.2 * x, 0.18, z - 0.06), (1.2 * x, 0.03, z + 0.03)]
            if bent
            else [(x, 0.45, z), (1.2 * x, 0.25, z + 0.02), (1.2 * x, 0.03, z)]
        )
        leg = limb(path, [0.15, 0.12, 0.06, 0.055] if bent else [0.12, 0.09, 0.075], steps=4) + join(
            *(
                limb([(1.2 * x, 0.03, z), (1.2 * x + 0.06 * k, 0.02, z + 0.14)], [0.04, 0.015], sides=6)
                for k in (-1, 0, 1)
            )
        )
        bits.append(("leg", mirrored(leg), coat))
    if kind == "tyrannosaurus":
        teeth = mirrored(
            join(
                *(
                    cylinder(0.014, 0.05, top_radius=0.002, segments=5)
                    .rotated("x", 180)
                    .moved(0.085 - 0.04 * t, ny - 0.02, nz + 0.12 + 0.25 * t)
                    for t in np.linspace(0, 1, 6)
                )
            )
        )
        arm = limb([(0.12, 0.72, 0.3), (0.16, 0.62, 0.36), (0.15, 0.6, 0.46)], [0.04, 0.03, 0.012])
        bits += [
            (
                "upper jaw",
                skin(
                    [
                        (nz, ny + 0.03, 0.1, 0.1),
                        (nz + 0.2, ny + 0.03, 0.095, 0.075),
                        (nz + 0.38, ny + 0.01, 0.065, 0.05),
                    ],
                    sides=14,
                ),
                coat,
            ),
            ("lower jaw", skin([(nz, ny - 0.06, 0.08, 0.04), (nz + 0.34, ny - 0.13, 0.05, 0.025)], sides=12), belly),
            ("tooth", teeth, WHITE),
            ("arm", mirrored(arm), coat),
            *eyes(0.09, ny + 0.08, nz + 0.12, 0.022),
        ]
    else:
        big = 1.7 if kind == "triceratops" else 1.0
        bits += [
            (
                "head",
                skin(
                    [
                        (nz - 0.02, ny, 0.07 * big, 0.07 * big),
                        (nz + 0.08, ny, 0.07 * big, 0.07 * big),
                        (nz + 0.1 + 0.12 * big, ny - 0.04, 0.035 * big, 0.035 * big),
                    ],
                    sides=14,
                ),
                coat,
            ),
            *eyes(0.06 * big, ny + 0.03 * big, nz + 0.1, 0.016 * big**0.5),
        ]
    if kind == "triceratops":
        frill = cylinder(0.29, 0.03, segments=20).rotated("x", 65).moved(0, ny + 0.13, nz - 0.02)
        pair = limb(
            [(0.08, ny + 0.1, nz + 0.08), (0.1, ny + 0.22, nz + 0.2), (0.1, ny + 0.28, nz + 0.36)],
            [0.035, 0.027, 0.005],
        )
        bits += [
            ("frill", frill, plate),
            ("horn", mirrored(pair), CREAM),
            ("horn", limb([(0, ny + 0.02, nz + 0.24), (0, ny + 0.14, nz + 0.32)], [0.04, 0.005]), CREAM),
        ]
    if kind == "stegosaurus":
        ridge = spine[3:-7:2, [0, 1]] + np.column_stack([0 * spine[3:-7:2, 0], 0.9 * spine[3:-7:2, 3]])
        tail = mirrored(
            join(*(limb([(0, 0.33, z), (0.12, 0.45, z - 0.06)], [0.02, 0.004], sides=6) for z in (-0.9, -0.8)))
        )
        bits += [
            ("plate", swung(mirrored(spikes(ridge, 0.3, 0.1).rotated("z", -8).moved(-0.06))), plate),
            ("spike", swung(tail), CREAM),
        ]
    add_all(design, size, bits)
    return design


@category("dragon", family="creatures", also=("monster", "fire dragon"))
def dragon(p: Parameters) -> Design:
    size, span, lift = p.real("size", 1.5, 6), p.real("span", 0.7, 1.2), p.real("wing_lift", 10, 50)
    coat, belly = (
        p.material("coat", [GREEN, RED, Material("dark blue", (0.16, 0.24, 0.48)), BLACK, PLASTICS[9]]),
        p.material("belly", [YELLOW, CREAM, TAN]),
    )
    wing, fire, fat = (
        p.material("wings", [ORANGE, Material("dark red", (0.5, 0.12, 0.12)), PLASTICS[9], TAN]),
        p.choice("fire", ["no", "yes"]),
        p.real("fatness", 0.85, 1.2),
    )
    horn, swing = p.real("horns", 0.1, 0.24), p.real("tail_swing", -0.35, 0.35)
    design = Design(
        [coat.name, "winged"],
        [f"{wing.name} bat-like wings", "two horns and a spiked back", *["a breath of fire"] * (fire == "yes")],
    )
    body = [
        (-1.1, 0.15, 0.015, 0.015),
        (-0.7, 0.2, 0.05, 0.05),
        (-0.35, 0.36, 0.12 * fat, 0.13 * fat),
        (0, 0.44, 0.17 * fat, 0.18 * fat),
        (0.25, 0.55, 0.12 * fat, 0.13 * fat),
        (0.4, 0.8, 0.075, 0.075),
        (0.55, 1.0, 0.07, 0.07),
    ]
    spine = curve(body, 5)

    def swung(s: Solid) -> Solid:
        return Solid(s.vertices + np.minimum(s.vertices[:, 2:] + 0.2, 0) ** 2 * (swing, 0, 0), s.faces)

    def under(c: np.ndarray) -> np.ndarray:
        return np.asarray(
            (c[:, 1] < np.interp(c[:, 2], spine[:, 0], spine[:, 1] - 0.55 * spine[:, 3])) & (np.abs(c[:, 0]) < 0.11)
        )

    painted(design, "body", swung(skin(body, sides=18, steps=5)), coat, [("belly", belly, under)], size)
    ridge = spine[2:-2:2, :2] + np.column_stack(
        [-0.4 * spine[2:-2:2, 3] * (spine[2:-2:2, 0] > 0.25), 0.9 * spine[2:-2:2, 3]]
    )
    head = skin(
        [(0.5, 1.03, 0.085, 0.085), (0.62, 1.04, 0.095, 0.09), (0.75, 1.0, 0.06, 0.05), (0.88, 0.98, 0.05, 0.045)],
        sides=14,
    )
    jaw = skin([(0.58, 0.96, 0.06, 0.03), (0.82, 0.9, 0.035, 0.02)], sides=10)
    bones = [(0, 0), (0.45 * span, 0.2), (0.62 * span, 0.0)]
    membrane = [
        (0, 0.06),
        (0.45 * span, 0.22),
        (1.05 * span, -0.1),
        (0.8 * span, -0.17),
        (0.72 * span, -0.38),
        (0.5 * span, -0.27),
        (0.36 * span, -0.42),
        (0.2 * span, -0.27),
        (0, -0.32),
    ]
    tips = [(1.05 * span, -0.1), (0.72 * span, -0.38), (0.36 * span, -0.42)]
    arm = limb([(x, 0, z) for x, z in bones[:2]], [0.04, 0.03]) + join(
        *(sweep([(0.45 * span, 0, 0.2), (x, 0, z)], [0.025, 0.008], sides=6) for x, z in tips)
    )
    sail, arms = (mirrored(s.rotated("z", lift).moved(0.08, 0.6, 0.08)) for s in (extrude(membrane, 0.014), arm))
    fore = limb([(0.1, 0.5, 0.18), (0.17, 0.28, 0.16), (0.16, 0.04, 0.24)], [0.08, 0.06, 0.045]) + limb(
        [(0.12, 0.38, -0.2), (0.2, 0.28, -0.08), (0.19, 0.14, -0.22), (0.19, 0.04, -0.16)], [0.14, 0.11, 0.06, 0.05]
    )
    claws = join(
        *(
            limb([(x, 0.03, z), (x + 0.04 * k, 0.01, z + 0.1)], [0.025, 0.004], sides=5)
            for x, z in ((0.16, 0.26), (0.19, -0.13))
            for k in (-1, 0, 1)
        )
    )
    arrow = extrude([(-0.02, 0.08), (0.02, 0.08), (0.1, 0.03), (0, -0.14), (-0.1, 0.03)], 0.03).moved(0, 0.135, -1.12)
    bits = [
        ("head", head, coat),
        ("jaw", jaw, belly),
        ("wing", sail, wing),
        ("wing arm", arms, coat),
        ("leg", mirrored(fore), coat),
        ("claw", mirrored(claws), CREAM),
        ("tail tip", swung(arrow), wing),
        ("spike", swung(spikes(ridge, 0.11, 0.05)), wing),
        (
            "horn",
            mirrored(
                limb(
                    [(0.05, 1.1, 0.55), (0.08, 1.12 + 0.6 * horn, 0.5), (0.09, 1.12 + horn, 0.5 - 0.8 * horn)],
                    [0.03, 0.022, 0.004],
                )
            ),
            CREAM,
        ),
        *eyes(0.075, 1.08, 0.66, 0.022),
        ("nostril", mirrored(blob(0.015, 0.012, 0.012, at=(0.03, 1.02, 0.9), segments=8)), BLACK),
    ]
    if fire == "yes":
        bits += [
            ("flame", limb([(0, 0.94, 0.8), (0, 0.9, 1.05), (0, 0.88, 1.3)], [0.025, 0.11, 0.01]), ORANGE),
            ("flame", limb([(0, 0.95, 0.8), (0, 0.93, 1.1), (0, 0.95, 1.4)], [0.02, 0.07, 0.005]), YELLOW),
        ]
    add_all(design, size, bits)
    return design
