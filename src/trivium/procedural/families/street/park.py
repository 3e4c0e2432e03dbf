"""In a park, a garden or a churchyard."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.street.parts import (
    BARN_RED,
    DARK_GREEN,
    GALVANIZED,
    GRANITE,
    MARBLE,
    NIGHT,
    SHINGLE,
    SILVER,
    TIMBER,
    WEATHERED,
    arch,
    gable,
    slopes,
    square,
)
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    BRICK,
    CHROME,
    CONCRETE,
    COPPER,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    RUBBER,
    SANDSTONE,
    SLATE,
    SOIL,
    STEEL,
    STONES,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    box,
    corners,
    cylinder,
    disc,
    join,
    lathe,
    loft,
    mirrored,
    rod,
    row,
    sphere,
    sweep,
    torus,
    tube,
    upright,
)

WATER = Material("water", (0.45, 0.7, 0.86))
CANVAS = (
    ORANGE,
    Material("olive green", (0.36, 0.4, 0.24)),
    BLUE,
    Material("cream", (0.9, 0.85, 0.72)),
    RED,
    Material("khaki", (0.68, 0.6, 0.43)),
)
PLAY = (RED, BLUE, GREEN, YELLOW, ORANGE, PURPLE, TURQUOISE)


def skin(rings: list[np.ndarray]) -> Solid:
    """Skin over rings in either direction, faces outwards."""
    solid = loft(rings)
    a, b, c = (solid.vertices[solid.faces[:, i]] for i in range(3))
    return solid if float((np.cross(a, b) * c).sum()) > 0 else loft([r[::-1] for r in rings])


def _chute(length: float, height: float, width: float, waves: float) -> tuple[Solid, Solid]:
    """The bed and the two rims of a slide that comes down from (0, height, 0) along +Z."""
    t = np.linspace(0, 1, 16)
    y = height * (1 - t) ** 1.35 + 0.22 * (1 - (1 - t) ** 4) + waves * 0.06 * height * np.sin(3 * np.pi * t) * (1 - t)
    z = t * length
    ring = [
        np.array([(x * width / 2, yy + dy, zz) for x, dy in ((-1, 0), (1, 0), (1, -0.04), (-1, -0.04))])
        for yy, zz in zip(y, z, strict=True)
    ]
    rim = sweep(np.stack([0 * t + width / 2, y + 0.09, z], 1), 0.035, sides=6)
    wall = [
        np.array([(width / 2 + dx, yy + dy, zz) for dx, dy in ((0, -0.03), (0.02, -0.03), (0.02, 0.1), (0, 0.1))])
        for yy, zz in zip(y, z, strict=True)
    ]
    return skin(ring), mirrored(rim + skin(wall))


def _ladder(height: float, width: float, steps: int, lean: float) -> Solid:
    """A ladder behind z = 0 that leans forward to (0, height, 0), with hand rails."""
    rail = sweep(
        [
            (width / 2, 0, -lean),
            (width / 2, height, 0),
            (width / 2, height + 0.5, 0.02),
            (width / 2, height + 0.5, 0.3),
            (width / 2, height, 0.35),
        ],
        0.025,
        sides=6,
    )
    rungs = [
        box(width, 0.04, 0.12).moved(0, height * (i + 1) / (steps + 1), -lean * (1 - (i + 1) / (steps + 1)))
        for i in range(steps)
    ]
    return mirrored(rail) + join(*rungs)


@category("fountain", family="street", also=("water fountain", "garden fountain"))
def fountain(p: Parameters) -> Design:
    r, tiers, h = p.real("radius", 1.2, 3), p.whole("tiers", 1, 3), p.real("height", 0.9, 1.6)
    plan, top = p.choice("basin", ["round", "octagonal", "square"]), p.choice("top", ["jet", "ball", "pineapple"])
    stone, wall = p.material("stone", [*STONES[:1], SANDSTONE, MARBLE, GRANITE, CONCRETE]), p.real("wall", 0.3, 0.6)
    water, jets = (
        p.material(
            "water", [WATER, Material("blue water", (0.25, 0.55, 0.75)), Material("green water", (0.4, 0.65, 0.6))]
        ),
        p.whole("jets", 0, 8),
    )
    n, turn = {"round": (32, 0), "octagonal": (8, 22.5), "square": (4, 45)}[plan]
    design = Design(
        [plan, stone.name],
        [
            f"{number_word(tiers)} tier{'s' * (tiers > 1)}",
            {"jet": "a jet of water", "ball": "a ball on top", "pineapple": "a pineapple on top"}[top],
        ],
    )
    rim = [
        (1.05 * r, 0),
        (1.05 * r, 0.1),
        (r, 0.14),
        (r, wall - 0.08),
        (1.06 * r, wall),
        (0.88 * r, wall),
        (0.88 * r, 0.1),
    ]
    design.add("basin", lathe(rim, segments=n).rotated("y", turn), stone)
    design.add("water", cylinder(0.9 * r, wall * 0.35, segments=n).rotated("y", turn).moved(y=0.4 * wall), water)
    y, size = 0.2, 0.55 * r
    for i in range(tiers):
        rise = h * (0.75**i)
        stem = [
            (0.35 * size, 0),
            (0.3 * size, 0.1 * rise),
            (0.16 * size, 0.3 * rise),
            (0.24 * size, 0.5 * rise),
            (0.14 * size, 0.75 * rise),
            (0.3 * size, rise),
        ]
        design.add("stem", lathe(stem, segments=16).moved(y=y), stone)
        y += rise
        bowl = [
            (0.25 * size, -0.05),
            (0.8 * size, 0.1 * size),
            (size, 0.3 * size),
            (1.03 * size, 0.33 * size),
            (0.94 * size, 0.33 * size),
            (0.9 * size, 0.26 * size),
        ]
        design.add("bowl", lathe(bowl).moved(y=y), stone)
        design.add("water", cylinder(0.93 * size, 0.02).moved(y=y + 0.3 * size), water)
        drop = sweep(
            [
                (size, y + 0.3 * size, 0),
                (1.12 * size, y + 0.2 * size, 0),
                (1.2 * size, y - 0.4 * rise, 0),
                (1.22 * size, y - rise + 0.2, 0),
            ],
            [0.02, 0.03, 0.03, 0.04],
            sides=5,
        )
        design.add("falling water", around(drop, 10, start=18 * i), water)
        y += 0.28 * size
        size *= 0.58
    if top == "jet":
        jet = sweep(
            [(0, y, 0), (0, y + 0.9 * size + 0.3, 0), (0.1, y + size + 0.4, 0), (0.32, y + 0.5 * size, 0)],
            [0.04, 0.03, 0.03, 0.02],
            sides=5,
        )
        design.add("jet", around(jet, 6), water)
    elif top == "ball":
        design.add(
            "finial",
            cylinder(0.3 * size, 0.4 * size).moved(y=y - 0.05)
            + sphere(0.5 * size, segments=16).moved(y=y + 0.7 * size),
            stone,
        )
    else:
        design.add(
            "finial",
            lathe(
                [
                    (0.3 * size, 0),
                    (0.2 * size, 0.3 * size),
                    (0.5 * size, 0.6 * size),
                    (0.5 * size, size),
                    (0.2 * size, 1.5 * size),
                    (0.35 * size, 1.9 * size),
                    (0.02, 1.8 * size),
                ],
                segments=10,
            ).moved(y=y - 0.05),
            stone,
        )
    if jets:
        spout = sweep(
            np.array([(0.8 * r - 0.3 * r * t, wall * 0.7 + 1.6 * t * (1 - t), 0) for t in np.linspace(0, 0.97, 8)]),
            0.025,
            sides=5,
        )
        design.add("jet", around(spout, jets), water)
        design.features.append(f"{number_word(jets)} side jet{'s' * (jets > 1)}")
    return design


def _figure(pose: str) -> Solid:
    """A person one metre tall, standing at the origin, facing +Z."""
    robed = pose == "robed"
    torso = lathe(
        [(0.1, 0.46), (0.105, 0.5), (0.09, 0.6), (0.125, 0.74), (0.13, 0.8), (0.05, 0.845), (0.04, 0.88)], segments=14
    ).scaled(1, 1, 0.62)
    head = sphere(0.062, segments=12).scaled(0.9, 1.15, 1).moved(y=0.93)
    foot = sphere(0.05, segments=8).scaled(0.8, 0.6, 1.6).moved(0.07, 0.02, 0.03)
    legs = mirrored(sweep([(0.07, 0.02, 0), (0.065, 0.25, 0.01), (0.055, 0.5, 0)], [0.035, 0.045, 0.065]) + foot)
    skirt = lathe([(0.19, 0), (0.16, 0.2), (0.12, 0.45), (0.1, 0.6)], segments=14).scaled(1, 1, 0.75)
    ends = {
        "arm raised": [(0.2, 0.95, 0.03), (0.22, 1.12, 0.06)],
        "sword": [(0.17, 0.64, 0.06), (0.12, 0.58, 0.17)],
        "robed": [(0.17, 0.63, 0.06), (0.03, 0.66, 0.14)],
        "standing": [(0.18, 0.63, 0), (0.17, 0.47, 0.04)],
    }[pose]
    calm = [(0.18, 0.63, 0), (0.15, 0.5, 0.08)] if not robed else ends
    arms = sweep([(0.11, 0.8, 0), *ends], [0.045, 0.04, 0.03]) + sweep(
        [(0.11, 0.8, 0), *calm], [0.045, 0.04, 0.03]
    ).scaled(-1, 1, 1)
    tool = (
        box(0.025, 0.62, 0.012).moved(0.12, 0.02, 0.18) + box(0.13, 0.02, 0.025).moved(0.12, 0.52, 0.18)
        if pose == "sword"
        else torus(0.065, 0.012, segments=12, sides=5).moved(y=0.96)
    )
    return torso + head + (skirt if robed else legs) + arms + tool


@category("statue", family="street", also=("sculpture", "monument"))
def statue(p: Parameters) -> Design:
    kind = p.choice("kind", ["standing", "arm raised", "sword", "robed", "bust", "rider"])
    h, base_h = p.real("height", 1.6, 3), p.real("pedestal_height", 0.35, 1.0)
    stuff = p.material(
        "figure",
        [
            Material("bronze", (0.4, 0.28, 0.17)),
            Material("green bronze", (0.36, 0.56, 0.48)),
            MARBLE,
            CONCRETE,
            Material("golden", (0.83, 0.66, 0.22)),
            Material("dark bronze", (0.2, 0.17, 0.13)),
        ],
    )
    stone, plan = p.material("pedestal", [GRANITE, CONCRETE, SANDSTONE, MARBLE]), p.choice("plan", ["square", "round"])
    plaque, turn, steps = p.choice("plaque", ["brass", "none"]), p.real("turn", -25, 25), p.whole("steps", 1, 3)
    words = {
        "standing": "a standing figure",
        "arm raised": "a raised arm",
        "sword": "a figure with a sword",
        "robed": "a robed figure",
        "bust": "a head and shoulders",
        "rider": "a rider on a horse",
    }
    design = Design([stuff.name], [words[kind], f"a {plan} {stone.name} pedestal"])
    w, long = {"bust": (0.42, 0.42), "rider": (0.55, 1.15)}.get(kind, (0.5, 0.5))
    w, long, tall = w * h, long * h, base_h * h * (1.2 if kind == "bust" else 0.8)

    def block(s: float, y0: float, y1: float) -> Solid:
        solid = box(s * w, y1 - y0, s * w) if plan == "square" else cylinder(0.55 * s * w, y1 - y0)
        return solid.scaled(1, 1, long / w).moved(y=y0)

    for i in range(steps):
        design.add("step", block(1.6 - 0.2 * i, 0.1 * i - 0.01, 0.1 * i + 0.1), stone)
    y = 0.1 * steps
    design.add("pedestal", block(0.9, y - 0.02, y + tall) + block(1.05, y + tall - 0.08, y + tall + 0.06), stone)
    y += tall + 0.05
    if plaque == "brass":
        design.add(
            "plaque",
            box(0.5 * w, 0.3 * tall, 0.03).moved(0, y - 0.6 * tall, (0.45 if plan == "square" else 0.5) * long),
            BRASS,
        )
        design.features.append("a brass plaque")
    if kind == "bust":
        chest = lathe(
            [(0.1, 0), (0.08, 0.12), (0.2, 0.2), (0.3, 0.34), (0.28, 0.44), (0.1, 0.52), (0.085, 0.62)], segments=18
        ).scaled(1, 1, 0.62)
        head = sphere(0.16, segments=16).scaled(0.85, 1.2, 1).moved(0, 0.76, 0.02) + sphere(0.04, segments=8).scaled(
            0.7, 1.2, 1
        ).moved(0, 0.74, 0.18)
        figure = (chest + head).scaled(0.65, 0.65, 0.65)
    elif kind == "rider":
        horse = sphere(0.17, segments=14).scaled(0.85, 0.95, 2.0).moved(y=0.5)
        leg = [(0, 0.45, 0), (0, 0.25, 0.03), (0, 0, 0)]
        horse = horse + corners(sweep(leg, [0.06, 0.035, 0.035], sides=7), 0.09, 0.24)
        horse = (
            horse
            + sweep([(0, 0.55, 0.24), (0, 0.75, 0.38), (0, 0.84, 0.42)], [0.12, 0.08, 0.07])
            + sweep([(0, 0.85, 0.38), (0, 0.72, 0.6)], [0.075, 0.045])
        )
        horse = horse + sweep([(0, 0.58, -0.3), (0, 0.52, -0.42), (0, 0.2, -0.44)], [0.03, 0.05, 0.02])
        leg2 = mirrored(sweep([(0.06, 0.66, -0.02), (0.17, 0.55, 0.08), (0.17, 0.34, 0.02)], [0.06, 0.05, 0.04]))
        man = _figure("arm raised")
        keep = (man.vertices[man.faces][:, :, 1] > 0.45).all(1)
        figure = (
            horse + leg2 + Solid(man.vertices, man.faces[keep]).moved(y=-0.48).scaled(0.75, 0.75, 0.75).moved(y=0.65)
        )
    else:
        figure = _figure(kind)
    design.add("figure", figure.scaled(h, h, h).rotated("y", turn if kind != "rider" else 0).moved(y=y - 0.01), stuff)
    return design


@category("gravestone", family="street", also=("tombstone", "headstone", "grave"))
def gravestone(p: Parameters) -> Design:
    kind = p.choice("kind", ["rounded", "cross", "pointed", "square", "obelisk", "celtic"])
    h, w, t = p.real("height", 0.6, 1.2), p.real("width", 0.45, 0.75), p.real("thickness", 0.1, 0.2)
    stone = p.material(
        "stone",
        [
            GRANITE,
            MARBLE,
            CONCRETE,
            SLATE,
            Material("black granite", (0.13, 0.13, 0.14)),
            Material("mossy", (0.45, 0.5, 0.38)),
        ],
    )
    lines, lean = p.whole("lines", 2, 5), p.real("lean", -8, 8)
    ground, base = p.choice("ground", ["mound", "grass", "none"]), p.choice("base", ["stepped", "plain"])
    design = Design([kind, stone.name], [f"{number_word(lines)} lines of writing"])
    ink = Material("gold", (0.8, 0.65, 0.3)) if stone.color[0] < 0.35 else Material("dark grey", (0.25, 0.25, 0.25))
    if kind in ("cross", "celtic"):
        solid = box(0.32 * w, 1.15 * h, t) + box(0.85 * w, 0.3 * w, 0.98 * t).moved(y=0.7 * h)
        if kind == "celtic":
            solid = solid + torus(0.4 * w, 0.07 * w).rotated("x", 90).moved(y=0.7 * h + 0.15 * w)
        wide, y0 = 0.24 * w, 0.5 * h
    elif kind == "obelisk":
        solid = (
            square(0.5 * w, 1.3 * h, 0.6)
            + square(0.31 * w, 0.2 * h, 0.05).moved(y=1.29 * h)
            + box(0.7 * w, 0.3 * h, 0.7 * w)
        )
        wide, y0, t = 0.5 * w, 0.18 * h, 0.72 * w
        lines = min(lines, 3)
        design.features = [f"{number_word(lines)} lines of writing"]
    else:
        outline = {
            "rounded": arch(w, h, h - 0.45 * w),
            "pointed": [
                (-w / 2, 0),
                (w / 2, 0),
                (w / 2, 0.7 * h),
                (0.25 * w, 0.88 * h),
                (0, h),
                (-0.25 * w, 0.88 * h),
                (-w / 2, 0.7 * h),
            ],
            "square": [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)],
        }[kind]
        solid, wide, y0 = upright(outline, t), 0.65 * w, 0.62 * h
        design.add(
            "emblem",
            (box(0.03 * w, 0.16 * h, t + 0.012) + box(0.12 * w, 0.03 * h, t + 0.012).moved(y=0.09 * h))
            .moved(y=0.74 * h)
            .rotated("z", lean),
            ink,
        )
    design.add("stone", solid.rotated("z", lean), stone)
    step = 0.07 * h if kind == "obelisk" else 0.1 * h
    for i in range(lines):
        design.add(
            "writing",
            box(wide * (1 - 0.15 * (i % 2)), 0.035 * h, t + 0.012).moved(y=y0 - step * i).rotated("z", lean),
            ink,
        )
    if base == "stepped":
        design.add(
            "base",
            box(1.2 * w, 0.1, 2 * t).moved(y=-0.02) + box(1.4 * w, 0.06, max(2.6 * t, 0.3)).moved(y=-0.05),
            stone,
        )
        design.features.append("a stepped base")
    if ground != "none":
        color = SOIL if ground == "mound" else Material("grass", (0.3, 0.47, 0.2))
        mound = sphere(0.5, start=0, segments=16).scaled(w, 0.3, 1.5) if ground == "mound" else box(1.6 * w, 0.04, 1.8)
        design.add(ground, mound.moved(0, -0.05, 0.75), color)
        design.features.append("a mound of soil" if ground == "mound" else "a patch of grass")
    return design


@category("well", family="street", also=("water well", "wishing well"))
def well(p: Parameters) -> Design:
    r, h, n = p.real("radius", 0.5, 0.8), p.real("wall_height", 0.6, 0.95), p.whole("stones", 9, 14)
    roof_kind, tall = p.choice("roof", ["gabled", "pointed", "none"]), p.real("post_height", 1.2, 1.7)
    stone, wood = p.material("stone", [CONCRETE, SANDSTONE, BRICK, SLATE, GRANITE]), p.material("wood", TIMBER)
    roof, courses = p.material("roof_material", [SHINGLE, BRICK, WOODS[1], WOODS[0]]), p.whole("courses", 3, 5)
    design = Design(
        [stone.name, "round"],
        [f"a {roof_kind} {roof.name} roof" if roof_kind != "none" else "an open top", "a bucket on a rope"],
    )
    design.add("core", tube(0.98 * r, 0.7 * r, 0.98 * h), Material("mortar", (0.4, 0.39, 0.37)))
    block = box(2 * np.pi * r / n * 0.88, 0.88 * h / courses, 0.3 * r, bevel=0.03)
    for i in range(courses):
        design.add("stone", around(block.moved(0, h * i / courses, 0.88 * r), n, start=(180 / n) * (i % 2)), stone)
    design.add("rim", tube(1.1 * r, 0.72 * r, 0.07).moved(y=h), stone)
    design.add("water", cylinder(0.72 * r, 0.1).moved(y=0.4 * h), WATER)
    design.add("post", mirrored(box(0.1, h + tall, 0.12).moved(0.9 * r)), wood)
    y = h + 0.55 * tall
    design.add("axle", rod((-1.25 * r, y, 0), (1.05 * r, y, 0), 0.05, sides=8), wood)
    design.add(
        "crank", sweep([(-1.25 * r, y, 0), (-1.25 * r, y - 0.25, 0.02), (-1.5 * r, y - 0.25, 0.02)], 0.02), BLACK_METAL
    )
    rope = Material("rope", (0.76, 0.65, 0.45))
    design.add(
        "rope",
        rod((0, y, 0.05), (0, h + 0.25, 0.05), 0.015)
        + cylinder(0.075, 0.3, segments=10).rotated("z", 90).moved(0.15, y),
        rope,
    )
    design.add(
        "bucket",
        lathe([(0.1, 0), (0.14, 0.24), (0.12, 0.24), (0.09, 0.04)], segments=14).moved(0, h + 0.02, 0.05),
        wood,
    )
    if roof_kind == "gabled":
        design.add("roof", slopes(1.9 * r, 2.9 * r, 0.75 * r, 0.06).rotated("y", 90).moved(y=h + 0.85 * tall), roof)
        design.add("beam", box(2.4 * r, 0.08, 0.1).moved(y=h + tall), wood)
    elif roof_kind == "pointed":
        design.add("roof", cylinder(1.45 * r, 0.9 * r, top_radius=0.02, segments=8).moved(y=h + tall - 0.05), roof)
    else:
        design.add("beam", box(2.2 * r, 0.1, 0.12).moved(y=h + tall - 0.05), wood)
    return design


@category("tent", family="street", also=("camping tent", "canopy"))
def tent(p: Parameters) -> Design:
    kind, w, h = (
        p.choice("kind", ["ridge", "dome", "tipi", "bell"]),
        p.real("width", 1.8, 3.2),
        p.real("height", 0.5, 0.75),
    )
    length, sides = p.real("length", 1.1, 1.7), p.whole("panels", 6, 10)
    canvas, trim = p.material("canvas", CANVAS), p.material("trim", [GREY, WHITE, DARK_GREEN, WOODS[0]])
    door = p.choice("door", ["open", "closed"])
    h, d = h * w, length * w
    design = Design([kind, canvas.name], ["an open door" if door == "open" else "a zipped door", "a ground sheet"])
    dark = NIGHT if door == "open" else trim
    if kind == "ridge":
        design.add("canvas", gable(w, d, h), canvas)
        design.add("fly", slopes(1.05 * w, 0.9 * d, 1.02 * h, 0.03).moved(y=0.01), canvas)
        design.add("pole", row(cylinder(0.025, h + 0.08, segments=8), 2, step=(0, 0, d + 0.02)), trim)
        design.add("door", upright([(-0.22 * w, 0), (0.22 * w, 0), (0, 0.85 * h)], 0.02).moved(z=d / 2 + 0.005), dark)
        rope = rod((0, 0.98 * h, d / 2), (0, 0, d / 2 + 0.45 * h), 0.014, sides=5)
        design.add("rope", rope + rope.scaled(1, 1, -1), trim)
        plan = box(1.02 * w, 0.02, 1.02 * d)
    else:
        angles = np.radians(np.linspace(0, 88, 10))
        curve = {
            "dome": [(w / 2 * float(np.cos(a)), h * float(np.sin(a))) for a in angles],
            "tipi": [(w / 2, 0), (0.04 * w, 1.9 * h)],
            "bell": [(w / 2, 0), (w / 2, 0.35 * h), (0.02 * w, 1.25 * h)],
        }[kind]
        design.add("canvas", lathe(curve, segments=sides), canvas)
        seam = [(r, y, 0) for r, y in curve]
        if kind == "tipi":
            design.add("pole", around(rod((0.5 * w, 0, 0), (-0.08 * w, 2.25 * h, 0), 0.03), sides), WOODS[1])
        else:
            design.add("pole", around(sweep(seam, 0.02, sides=6), sides), trim)
        rings = []
        for y in np.linspace(0.01, 0.7 * curve[-1][1], 8):
            r = float(np.interp(y, [q[1] for q in curve], [q[0] for q in curve]))
            half = 0.17 * w * (1 - 0.75 * y / curve[-1][1])
            rings.append(np.array([(x, y, z * r) for x, z in ((-half, 0.7), (half, 0.7), (half, 1.02), (-half, 1.02))]))
        design.add("door", skin(rings), dark)
        if kind == "bell":
            design.add("rope", around(rod((0.5 * w, 0.35 * h, 0), (0.72 * w, 0, 0), 0.012), sides), trim)
        plan = cylinder(0.52 * w, 0.02, segments=sides)
    design.add("ground sheet", plan.moved(y=-0.005), trim)
    return design


@category("picnic table", family="street", also=("picnic bench", "garden table"))
def picnic_table(p: Parameters) -> Design:
    kind, w, h = p.choice("kind", ["long", "long", "round"]), p.real("width", 1.4, 2.2), p.real("height", 0.7, 0.8)
    planks, wood = p.whole("planks", 3, 6), p.material("wood", [*TIMBER, DARK_GREEN])
    frame, shade = (
        p.material("frame", [WOODS[1], WEATHERED, BLACK_METAL, WOODS[2]]),
        p.choice("shade", ["none", "parasol"]),
    )
    cloth, deep = p.material("cloth", [RED, GREEN, YELLOW, BLUE]), p.real("depth", 0.68, 0.85)
    design = Design(
        [kind, wood.name],
        [f"a top of {number_word(planks)} planks", "two benches" if kind == "long" else "four benches"],
    )
    plank = box(w, 0.04, 0.9 * deep / planks)
    seat_z = deep / 2 + 0.3
    seat = row(box(w, 0.04, 0.13), 2, step=(0, 0, 0.145)).moved(0, 0.42, seat_z)
    if kind == "long":
        design.add("top", row(plank, planks, step=(0, 0, deep / planks)).moved(y=h), wood)
        design.add("seat", seat + seat.scaled(1, 1, -1), wood)
        leg = rod((0, 0, 0.9 * seat_z), (0, h, 0.24), 0.055, sides=4)
        side = (
            leg
            + leg.scaled(1, 1, -1)
            + box(0.05, 0.1, 2 * seat_z + 0.2).moved(y=0.33)
            + box(0.05, 0.08, 0.9 * deep).moved(y=h - 0.08)
        )
        design.add("leg", mirrored(side.moved(0.36 * w)), frame)
        design.add("brace", mirrored(rod((0.33 * w, 0.37, 0), (0.05, h, 0), 0.03, sides=4)), frame)
    else:
        r = 0.32 * w
        lines = join(
            *(
                box(2 * np.sqrt(max(r * r - z * z, 0.02)), 0.04, 1.8 * r / planks).moved(0, h, z)
                for z in (np.arange(planks) - (planks - 1) / 2) * 2 * r / planks
            )
        )
        design.add("top", lines + cylinder(0.97 * r, 0.03).moved(y=h - 0.01), wood)
        bench = row(box(1.1 * r, 0.04, 0.14), 2, step=(0, 0, 0.15)).moved(0, 0.42, r + 0.4)
        design.add("seat", around(bench, 4), wood)
        design.add(
            "leg",
            around(
                rod((0, 0.36, r + 0.4), (0, 0.36, 0), 0.04, sides=4)
                + rod((0, 0, r + 0.2), (0, h, 0.3 * r), 0.045, sides=4),
                4,
            ),
            frame,
        )
    if shade == "parasol":
        design.add("pole", cylinder(0.025, 2.3, segments=8), frame)
        design.add("parasol", cylinder(0.62 * w, 0.4, top_radius=0.02, segments=8).moved(y=1.95), cloth)
        design.features.append(f"a {cloth.name} parasol")
    return design


@category("playground", family="street", also=("play structure", "climbing frame", "play tower"))
def playground(p: Parameters) -> Design:
    deck, w, roof_kind = (
        p.real("deck_height", 1.2, 1.7),
        p.real("width", 1.1, 1.5),
        p.choice("roof", ["pointed", "gabled", "none"]),
    )
    swings, steps, waves = p.whole("swings", 0, 2), p.whole("steps", 3, 6), p.real("waves", 0, 1)
    wood, chute = p.material("frame", [*TIMBER, GREEN, BLUE]), p.material("chute", PLAY)
    roof, second = p.material("roof_paint", [*PLAY[:5], *TIMBER[:1]]), p.choice("second_tower", ["yes", "no"])
    design = Design([wood.name, "wavy" if waves > 0.5 else "straight"], [f"a {chute.name} slide", "a tower"])

    def tower(x: float, side: float) -> None:
        top = deck + 1.7
        design.add("post", corners(box(0.1, top, 0.1), side / 2, side / 2).moved(x), wood)
        design.add("deck", box(side + 0.1, 0.08, side + 0.1).moved(x, deck - 0.08), wood)
        pickets = row(box(0.09, 0.6, 0.03), 6, step=(side / 6, 0, 0)) + box(side, 0.06, 0.05).moved(y=0.55)
        design.add(
            "railing", join(*(pickets.moved(0, deck, side / 2).rotated("y", a) for a in (90, -90))).moved(x), roof
        )
        if roof_kind == "pointed":
            design.add("roof", square(side + 0.4, 0.8, 0.02).moved(x, top), roof)
        elif roof_kind == "gabled":
            design.add("roof", gable(side + 0.4, side + 0.3, 0.7).moved(x, top), roof)

    tower(0, w)
    bed, rims = _chute(2.0 * deck, deck, 0.5, waves)
    design.add("slide", (bed + rims).moved(z=w / 2), chute)
    design.add("ladder", _ladder(deck, 0.6, steps, 0.7).moved(z=-w / 2 - 0.05), wood)
    if roof_kind != "none":
        design.features.append(f"a {roof_kind} {roof.name} roof")
    if second == "yes":
        tower(-w - 1.4, 0.9 * w)
        design.add(
            "bridge",
            row(box(0.18, 0.05, 0.7 * w), 7, step=(0.24, 0, 0)).moved(-w / 2 - 0.75, deck - 0.1)
            + row(rod((-w / 2 - 1.5, deck + 0.5, 0), (-w / 2, deck + 0.5, 0), 0.03), 2, step=(0, 0, 0.7 * w)),
            wood,
        )
        design.features.append("a bridge to a second tower")
    if swings:
        long, top = 0.9 * swings + 0.5, deck + 0.7
        design.add("swing beam", rod((w / 2, top, 0), (w / 2 + long, top, 0), 0.06), wood)
        design.add(
            "swing leg",
            rod((w / 2 + long, top, 0), (w / 2 + long + 0.1, 0, 0.8), 0.06)
            + rod((w / 2 + long, top, 0), (w / 2 + long + 0.1, 0, -0.8), 0.06),
            wood,
        )
        hang = box(0.5, 0.04, 0.22).moved(y=0.5) + mirrored(rod((0.24, 0.5, 0), (0.24, top, 0), 0.015, sides=5))
        design.add("swing", row(hang, swings, step=(0.85, 0, 0)).moved(w / 2 + long / 2), chute)
        design.features.append(f"{number_word(swings)} swing{'s' * (swings > 1)}")
    return design


@category("slide", family="street", also=("playground slide", "chute"))
def slide(p: Parameters) -> Design:
    h, ratio, w = p.real("height", 1.1, 2.2), p.real("length", 1.3, 1.9), p.real("width", 0.42, 0.6)
    steps, waves = p.whole("steps", 3, 7), p.choice("shape", ["straight", "wavy", "spiral"])
    chute, frame = p.material("chute", [*PLAY, STEEL]), p.material("frame", [STEEL, *PLAY[:4], WHITE])
    lean = p.real("lean", 0.3, 0.5)
    design = Design([waves, chute.name], [f"a ladder with {number_word(steps)} steps", f"a {frame.name} frame"])
    if waves == "spiral":
        for i in range(24):
            a, y = 18 * i, h * (1 - i / 24) + 0.12
            piece = box(w, 0.05, 0.45) + box(0.04, 0.2, 0.45).moved(w / 2) + box(0.04, 0.16, 0.45).moved(-w / 2)
            design.add(
                "chute",
                piece.rotated("x", 12).moved(-0.7 * w - 0.12).rotated("y", a).moved(0.7 * w + 0.12, y, 0.4),
                chute,
            )
        design.add("pole", cylinder(0.06, h + 0.7, segments=12).moved(0.7 * w + 0.12, 0, 0.4), frame)
        design.add("platform", box(w, 0.06, 0.6).moved(0, h, 0.1), frame)
    else:
        bed, rims = _chute(ratio * h, h, w, 1.0 if waves == "wavy" else 0.0)
        design.add("chute", bed.moved(z=0.35), chute)
        design.add("rim", rims.moved(z=0.35), chute)
        design.add("platform", box(w, 0.05, 0.42).moved(0, h - 0.05, 0.17), frame)
        design.add(
            "leg",
            mirrored(
                rod((w / 2, 0.45 * h + 0.2, 0.35 + 0.45 * ratio * h), (w / 2 + 0.1, 0, 0.35 + 0.45 * ratio * h), 0.025)
            ),
            frame,
        )
    design.add("ladder", _ladder(h, w, steps, lean * h), frame)
    design.add("leg", mirrored(rod((w / 2, h, 0.35), (w / 2, 0, 0.35), 0.025)), frame)
    return design


@category("swing", family="street", also=("swing set", "playground swing"))
def swing(p: Parameters) -> Design:
    h, spread, seats = p.real("height", 1.9, 2.5), p.real("spread", 0.5, 0.8), p.whole("seats", 1, 4)
    kind, angle = p.choice("seat_kind", ["board", "tire", "bucket"]), p.real("angle", -25, 25)
    frame, seat = (
        p.material("frame", [*TIMBER, RED, BLUE, STEEL, GREEN]),
        p.material("seat", [BLACK, RED, BLUE, YELLOW, WOODS[0]]),
    )
    brace = p.choice("brace", ["yes", "no"])
    w = 0.85 * seats + 0.5
    kind_word = {"board": "seat", "tire": "tire", "bucket": "bucket seat"}[kind]
    design = Design(
        [frame.name, "wide" if seats > 2 else "small"],
        [f"{number_word(seats)} {kind_word}{'s' * (seats > 1)} on chains"],
    )
    leg = rod((0, h, 0), (0.2, 0, spread), 0.05) + rod((0, h, 0), (0.2, 0, -spread), 0.05)
    design.add("beam", rod((-w / 2 - 0.08, h, 0), (w / 2 + 0.08, h, 0), 0.06, sides=8), frame)
    design.add("leg", mirrored(leg.moved(w / 2)), frame)
    if brace == "yes":
        design.add(
            "brace", mirrored(rod((w / 2 + 0.1, h / 2, -spread / 2), (w / 2 + 0.1, h / 2, spread / 2), 0.035)), frame
        )
        design.features.append("a cross brace at each end")
    drop = -(h - 0.45)
    place = {
        "board": box(0.48, 0.05, 0.2),
        "tire": torus(0.23, 0.09, segments=18, sides=8).moved(y=0.04),
        "bucket": lathe([(0.14, 0), (0.2, 0.1), (0.22, 0.28), (0.19, 0.28), (0.17, 0.1), (0.1, 0.04)], segments=14),
    }[kind]
    chain = mirrored(rod((0.22, 0, 0), (0.22, drop, 0), 0.016, sides=5))
    for i in range(seats):
        x, turn = (i - (seats - 1) / 2) * 0.85, angle * (1 if i % 2 == 0 else -0.6)
        design.add("chain", chain.rotated("x", turn).moved(x, h), GALVANIZED)
        design.add("seat", place.moved(y=drop).rotated("x", turn).moved(x, h), seat if kind != "tire" else RUBBER)
    return design


@category("seesaw", family="street", also=("teeter-totter", "see-saw"))
def seesaw(p: Parameters) -> Design:
    length, h, tilt = p.real("length", 2.2, 3.2), p.real("height", 0.5, 0.7), p.real("tilt", 6, 17)
    stand, handle = p.choice("stand", ["triangle", "arch", "spring"]), p.choice("handle", ["hoop", "bar"])
    beam, seat = p.material("beam", [*TIMBER, *PLAY[:5]]), p.material("seat", [*PLAY[:5], BLACK])
    frame, backs = p.material("frame", [STEEL, *PLAY[:4], WOODS[1]]), p.choice("backrest", ["yes", "no"])
    design = Design(
        [beam.name, "long" if length > 2.7 else "short"], [f"{seat.name} seats", f"a {frame.name} {stand} stand"]
    )
    board = {"beam": box(length, 0.06, 0.22).moved(y=-0.03)}
    chair = box(0.34, 0.06, 0.36, bevel=0.05).moved(0.44 * length, 0.03)
    if backs == "yes":
        chair = chair + box(0.05, 0.3, 0.36).moved(0.44 * length + 0.17, 0.03)
        design.features.append("backrests")
    hoop = sweep(arc(0.13, 0, 180, plane="zy") + np.array([0.33 * length, 0.16, 0.0]), 0.02, sides=6) + row(
        rod((0.33 * length, 0, 0), (0.33 * length, 0.17, 0), 0.02), 2, step=(0, 0, 0.26)
    )
    stick = rod((0.33 * length, 0, 0), (0.33 * length, 0.3, 0), 0.025) + rod(
        (0.33 * length, 0.28, -0.18), (0.33 * length, 0.28, 0.18), 0.02
    )
    board |= {"seat": mirrored(chair), "handle": mirrored(hoop if handle == "hoop" else stick)}
    lift = max(h, 0.5 * length * float(np.sin(np.radians(tilt))) + 0.08)
    for name, solid in board.items():
        design.add(name, solid.rotated("z", tilt).moved(y=lift), {"beam": beam, "seat": seat, "handle": STEEL}[name])
    design.add("axle", rod((0, lift - 0.05, -0.25), (0, lift - 0.05, 0.25), 0.04, sides=8), STEEL)
    if stand == "triangle":
        design.add(
            "stand",
            row(upright([(-0.35, 0), (0.35, 0), (0.05, lift), (-0.05, lift)], 0.06), 2, step=(0, 0, 0.4)),
            frame,
        )
    elif stand == "arch":
        design.add(
            "stand", row(sweep(arc(0.4, 0, 180, points=14) * (1, lift / 0.4, 1), 0.035), 2, step=(0, 0, 0.4)), frame
        )
    else:
        t = np.linspace(0, 1, 60)
        coil = np.stack([0.12 * np.cos(10 * np.pi * t), (lift - 0.1) * t + 0.03, 0.12 * np.sin(10 * np.pi * t)], 1)
        design.add("stand", sweep(coil, 0.025, sides=6) + cylinder(0.2, 0.04), frame)
    return design


@category("grill", family="street", also=("barbecue", "barbecue grill"))
def grill(p: Parameters) -> Design:
    kind, r, h = (
        p.choice("kind", ["kettle", "gas", "smoker"]),
        p.real("radius", 0.24, 0.34),
        p.real("leg_height", 0.45, 0.65),
    )
    paint, metal = (
        p.material("paint", [BLACK, RED, BLACK_METAL, STEEL, DARK_GREEN]),
        p.material("metal", [CHROME, STEEL, BLACK_METAL]),
    )
    lid, burners = p.choice("lid", ["closed", "open"]), p.whole("knobs", 2, 5)
    grip, w = p.material("grip", [*TIMBER[:3], BLACK]), p.real("width", 1.7, 2.4)
    design = Design([paint.name, kind], [{"open": "an open lid over a grate", "closed": "a closed lid"}[lid], "wheels"])
    wheel = cylinder(0.09, 0.04, segments=16).rotated("z", -90)
    wide = r * w
    if kind == "kettle":
        design.add(
            "bowl",
            lathe(
                [(0.3 * r, -0.75 * r), (0.75 * r, -0.6 * r), (r, -0.05 * r), (r, 0), (0.93 * r, 0), (0.7 * r, -0.5 * r)]
            ).moved(y=h + 0.6 * r),
            paint,
        )
        design.add("leg", around(rod((0.5 * r, h + 0.1 * r, 0), (0.95 * r, 0.05, 0), 0.016), 3, start=90), metal)
        design.add("ash pan", cylinder(0.45 * r, 0.03).moved(y=0.6 * h), metal)
        cover, y, z = sphere(r * 1.03, start=0).scaled(1, 0.62, 1), h + 0.6 * r, 0.0
        cover_grip = rod((-0.08, 0.75 * r, 0), (0.08, 0.75 * r, 0), 0.016, sides=8) + row(
            rod((0, 0.55 * r, 0), (0, 0.75 * r, 0), 0.01), 2, step=(0.14, 0, 0)
        )
        design.add("wheel", mirrored(wheel.moved(0.62 * r, 0.09, -0.9 * r)), RUBBER)
        design.add("axle", rod((-0.63 * r, 0.09, -0.9 * r), (0.63 * r, 0.09, -0.9 * r), 0.014), metal)
        hinge = -r
    else:
        deep = 0.9 * r
        body = (
            box(2 * wide * 0.6, 0.5 * r, 2 * deep * 0.8)
            if kind == "gas"
            else cylinder(0.7 * r, 1.3 * wide).rotated("z", -90).moved(-0.65 * wide, 0.05)
        )
        design.add("firebox", body.moved(y=h + 0.1), paint)
        if kind == "gas":
            design.add("cabinet", box(1.1 * wide, h, 1.4 * deep).moved(y=0.1), metal)
            design.add(
                "door",
                row(box(0.5 * wide, 0.8 * h, 0.03), 2, step=(0.53 * wide, 0, 0)).moved(0, 0.15, 0.7 * deep),
                paint,
            )
            design.add(
                "knob",
                row(
                    disc(0.035, 0.04).moved(0, h + 0.1 + 0.25 * r, 0.8 * deep),
                    burners,
                    step=(0.9 * wide / burners, 0, 0),
                ),
                metal if metal.name != "black metal" else CHROME,
            )
            design.features.append(f"{number_word(burners)} knobs")
        else:
            design.add("leg", corners(rod((0, 0.04, 0), (0, h, 0), 0.022), 0.5 * wide, 0.4 * r), metal)
            design.add(
                "chimney",
                cylinder(0.06, 1.0 * r + 0.3, segments=12).moved(-0.52 * wide, h + 0.5 * r)
                + cylinder(0.09, 0.03, segments=12).moved(-0.52 * wide, h + 1.5 * r + 0.3),
                paint,
            )
            design.add(
                "side box", cylinder(0.42 * r, 0.5 * r, segments=16).rotated("z", -90).moved(0.6 * wide, h), paint
            )
        design.add(
            "shelf",
            box(0.45 * wide, 0.03, 1.3 * deep).moved(-0.8 * wide, h + 0.1 + 0.35 * r)
            if kind == "smoker"
            else mirrored(box(0.45 * wide, 0.03, 1.3 * deep).moved(0.82 * wide, h + 0.1 + 0.4 * r)),
            grip,
        )
        design.add(
            "wheel",
            mirrored(wheel.moved(0.5 * wide, 0.09, 0.5 * deep) + wheel.moved(0.5 * wide, 0.09, -0.5 * deep)),
            RUBBER,
        )
        cover = (
            upright(arch(1.5 * deep, 0.75 * r, 0.25 * r), 1.2 * wide).rotated("y", 90)
            if kind == "gas"
            else upright(arch(1.42 * r, 0.72 * r, 0.02), 1.2 * wide).rotated("y", 90)
        )
        y, z, hinge = h + 0.1 + (0.5 * r if kind == "gas" else 0.07), 0.0, -0.72 * deep
        front = 0.8 * deep
        cover_grip = rod((-0.4 * wide, 0.25 * r, front), (0.4 * wide, 0.25 * r, front), 0.018, sides=8) + row(
            rod((0, 0.25 * r, 0.6 * deep), (0, 0.25 * r, front), 0.012), 2, step=(0.7 * wide, 0, 0)
        )
    if lid == "open":
        bars = row(
            rod((0, y + 0.015, -0.6 * r), (0, y + 0.015, 0.6 * r), 0.008, sides=5),
            11,
            step=(0.13 * r if kind == "kettle" else 0.1 * wide, 0, 0),
        )
        design.add("grate", bars, CHROME)
        design.add(
            "coals",
            cylinder(0.85 * r, 0.02).moved(y=y - 0.03)
            if kind == "kettle"
            else box(1.1 * wide, 0.01, 1.2 * r).moved(y=y),
            Material("glowing", (0.5, 0.16, 0.06)),
        )
    for name, solid, stuff in (("lid", cover, paint), ("handle", cover_grip, grip)):
        solid = solid.moved(z=-hinge).rotated("x", -75).moved(z=hinge) if lid == "open" else solid
        design.add(name, solid.moved(0, y + (0.02 if lid == "open" else 0), z), stuff)
    return design


@category("birdhouse", family="street", also=("bird house", "nesting box", "nest box"))
def birdhouse(p: Parameters) -> Design:
    w, ratio, roof_h = p.real("width", 0.13, 0.2), p.real("ratio", 1.1, 1.6), p.real("roof_height", 0.35, 0.6)
    mount, hole = p.choice("mount", ["post", "hanging", "standing"]), p.real("hole", 0.13, 0.19)
    wall, roof = (
        p.material("wall", [*TIMBER, WHITE, BLUE, BARN_RED]),
        p.material("roof_paint", [SHINGLE, RED, GREEN, WOODS[1], COPPER]),
    )
    holes, shape = p.whole("holes", 1, 3), p.choice("roof", ["gabled", "slanted"])
    h = w * ratio * (1 + 0.35 * (holes - 1))
    design = Design(
        [wall.name, {"post": "post-mounted"}.get(mount, mount)],
        [f"a {shape} {roof.name} roof", f"{number_word(holes)} round hole{'s' * (holes > 1)}"],
    )
    y = 1.1 if mount == "post" else 0.0
    design.add("wall", box(w, h, w).moved(y=y), wall)
    rise = roof_h * w if shape == "gabled" else 0.25 * w
    if shape == "gabled":
        design.add("wall", gable(w, w, rise).moved(y=y + h - 0.001), wall)
        design.add("roof", slopes(1.35 * w, 1.3 * w, 1.25 * rise, 0.08 * w).moved(y=y + h - 0.1 * w), roof)
    else:
        design.add("roof", box(1.25 * w, 0.08 * w, 1.4 * w).rotated("x", 12).moved(0, y + h, 0.06 * w), roof)
    for i in range(holes):
        yy = y + h * (i + 0.62) / holes
        design.add("hole", disc(hole * w, 0.01).moved(0, yy, w / 2), NIGHT)
        design.add("perch", disc(0.03 * w, 0.3 * w, segments=8).moved(0, yy - 0.3 * w, w / 2), WOODS[1])
    design.add("floor", box(1.2 * w, 0.06 * w, 1.2 * w).moved(y=y - 0.03 * w), roof)
    if mount == "post":
        design.add("post", box(0.06, y, 0.06), WOODS[1])
    elif mount == "hanging":
        design.add(
            "ring",
            torus(0.2 * w, 0.025 * w, segments=14, sides=6).rotated("x", 90).moved(y=h + 1.3 * rise + 0.15 * w),
            BLACK_METAL,
        )
    return design


@category("flagpole", family="street", also=("flag", "flag pole"))
def flagpole(p: Parameters) -> Design:
    h, ratio, wave = p.real("height", 5, 10), p.real("flag_ratio", 1.4, 1.9), p.real("wave", 0.03, 0.14)
    layout, size = (
        p.choice("layout", ["vertical bands", "horizontal bands", "cross", "disc"]),
        p.real("flag_size", 0.14, 0.22),
    )
    colors = [p.material(name, [RED, BLUE, GREEN, WHITE, YELLOW, BLACK]) for name in ("first", "second", "third")]
    pole, top, base = (
        p.material("pole_paint", [WHITE, SILVER, GALVANIZED, WOODS[1]]),
        p.choice("top", ["ball", "point"]),
        p.choice("base", ["stepped", "round"]),
    )
    fh = size * h
    fw = fh * ratio
    design = Design(
        [pole.name, "tall" if h > 7.5 else "short"],
        [
            f"a flag with {'a ' if layout in ('cross', 'disc') else ''}{layout}",
            f"a {'golden ball' if top == 'ball' else 'golden point'} on top",
        ],
    )
    design.add("pole", cylinder(0.012 * h, h, top_radius=0.007 * h, segments=14), pole)
    design.add(
        "finial",
        sphere(0.02 * h, segments=12).moved(y=h + 0.01 * h)
        if top == "ball"
        else cylinder(0.014 * h, 0.06 * h, top_radius=0.001, segments=10).moved(y=h),
        Material("golden", (0.85, 0.68, 0.2)),
    )
    design.add(
        "base",
        box(0.16 * h, 0.02 * h, 0.16 * h) + box(0.1 * h, 0.04 * h, 0.1 * h)
        if base == "stepped"
        else cylinder(0.06 * h, 0.03 * h),
        CONCRETE,
    )

    def cloth(x0: float, x1: float, y0: float, y1: float, thick: float) -> Solid:
        xs = np.linspace(x0, x1, 12)
        rings = [
            np.array(
                [
                    (x * fw, (y - 0.06 * x) * fh, wave * fw * np.sin(7 * x) * x**0.5 + z)
                    for y, z in ((y0, -thick), (y1, -thick), (y1, thick), (y0, thick))
                ]
            )
            for x in xs
        ]
        return skin(rings).moved(0.008 * h, 0.97 * h - fh)

    for i, paint in enumerate(colors):
        low, high = i / 3, (i + 1) / 3
        if layout == "vertical bands":
            design.add("flag", cloth(low, high, 0, 1, 0.008), paint)
        elif layout == "horizontal bands":
            design.add("flag", cloth(0, 1, low, high, 0.008), paint)
    if layout in ("cross", "disc"):
        design.add("flag", cloth(0, 1, 0, 1, 0.008), colors[0])
        mark = colors[1] if colors[1].name != colors[0].name else (WHITE if colors[0].name != "white" else RED)
        if layout == "cross":
            design.add("flag", cloth(0.28, 0.42, 0, 1, 0.012) + cloth(0, 1, 0.4, 0.6, 0.014), mark)
        else:
            design.add(
                "flag",
                join(
                    *(
                        cloth(0.5 - q / ratio, 0.5 + q / ratio, y - 0.026, y + 0.026, 0.014)
                        for y in np.linspace(0.25, 0.75, 11)
                        for q in (np.sqrt(0.0785 - (y - 0.5) ** 2),)
                    )
                ),
                mark,
            )
    design.add("rope", rod((0.016 * h, 0.12 * h, 0), (0.012 * h, 0.97 * h, 0), 0.01, sides=5), GREY)
    return design
