"""Boats and ships."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.transport.parts import DARK, PAINTS, WINDOW, along, wings
from trivium.procedural.materials import (
    BLACK_METAL,
    BLUE,
    BRASS,
    GREEN,
    ORANGE,
    PLASTICS,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    around,
    box,
    cylinder,
    extrude,
    join,
    loft,
    mirrored,
    rod,
    row,
    side_cut,
    sphere,
    sweep,
    tube,
)

SAILS = (
    Material("white", (0.95, 0.95, 0.93)),
    Material("cream", (0.92, 0.87, 0.75)),
    Material("red", (0.72, 0.15, 0.13)),
)


def hull(stations: list[tuple[float, float, float, float]], *, wall: float = 0.0) -> Solid:
    """Ribs (z, half width, keel y, deck y) from stern to bow, skinned; with a ``wall`` it is open on top."""
    rings = []
    for z, w, low, top in stations:
        outer = [(w, top), (0.95 * w, top - 0.5 * (top - low)), (0.6 * w, low + 0.12 * (top - low)), (0, low)]
        outer += [(-x, y) for x, y in reversed(outer[:3])]
        t = min(wall, 0.5 * w)
        inner = [(np.sign(x) * max(abs(x) - t, 0.0), y if y == top else max(y, low + wall)) for x, y in reversed(outer)]
        section = (inner if wall else []) + outer
        rings.append(np.array([(x, y, z) for x, y in section]))
    return loft(rings)


@category("boat", family="vehicles", also=("rowing boat", "dinghy"))
def boat(p: Parameters) -> Design:
    length, width, h = p.real("length", 3, 9), p.real("width", 0.28, 0.42), p.real("height", 0.12, 0.25)
    kind, bow = p.choice("kind", ["rowing", "sailing", "motor", "fishing"]), p.real("bow", 0.1, 0.5)
    hull, deck, sail = p.material("hull", [*PLASTICS, *WOODS]), p.material("deck", WOODS), p.material("sail", PLASTICS)
    w, h = width * length / 2, h * length
    stations = [(-0.5, 0.75, 0.05), (-0.2, 1.0, 0), (0.15, 0.9, 0), (0.4, 0.4, bow * 0.4), (0.52, 0.03, bow)]
    rings = []
    for z, wide, lift in stations:
        b = w * wide
        section = [
            (0, lift * h),
            (b * 0.7, (lift + 0.2) * h),
            (b, (1 + 0.5 * lift) * h),
            (b * 0.8, (0.9 + 0.5 * lift) * h),
            (-b * 0.8, (0.9 + 0.5 * lift) * h),
            (-b, (1 + 0.5 * lift) * h),
            (-b * 0.7, (lift + 0.2) * h),
        ]
        rings.append(np.array([(x, y, z * length) for x, y in section]))
    design = Design([hull.name, f"{kind}"], [])
    design.add("hull", loft(rings), hull)
    if kind == "sailing":
        mast = 1.1 * length
        design.add("mast", cylinder(0.02 * length, mast, segments=8).moved(0, 0.8 * h, 0.1 * length), deck)
        sheet = side_cut([(0.07 * length, 1.3 * h), (0.07 * length, mast), (-0.42 * length, 1.4 * h)], 0.01 * length)
        jib = side_cut([(0.5 * length, 1.4 * h), (0.13 * length, mast * 0.9), (0.13 * length, 1.4 * h)], 0.01 * length)
        design.add("sail", sheet + jib, sail)
        design.features.append(f"two {sail.name} sails")
    elif kind == "rowing":
        design.add(
            "seat",
            row(box(1.5 * w, 0.03 * length, 0.08 * length).moved(y=0.95 * h), 3, step=(0, 0, 0.22 * length)),
            deck,
        )
        oar = sweep([(0.3 * w, 1.2 * h, 0), (2.2 * w, 0.6 * h, -0.1 * length)], 0.012 * length)
        design.add("oar", oar + oar.scaled(-1, 1, 1), deck)
        design.features.append("two oars")
    else:
        cabin_z = -0.1 * length if kind == "motor" else 0.12 * length
        design.add("cabin", box(1.1 * w, 1.1 * h, 0.25 * length, bevel=0.05).moved(0, 0.9 * h, cabin_z), sail)
        design.add(
            "window",
            box(1.12 * w, 0.35 * h, 0.2 * length).moved(0, 1.45 * h, cabin_z),
            Material("glass", (0.22, 0.3, 0.38)),
        )
        design.features.append(f"a {sail.name} cabin")
        if kind == "fishing":
            design.add(
                "mast",
                cylinder(0.02 * length, 0.6 * length, segments=8).moved(0, 0.9 * h, -0.15 * length)
                + sweep([(0, 1.5 * h, -0.15 * length), (0, 0.5 * length + h, -0.45 * length)], 0.012 * length),
                deck,
            )
            design.features.append("a boom")
    return design


@category("sailboat", family="transport", also=("sailing boat", "yacht"))
def sailboat(p: Parameters) -> Design:
    length, beam, mast = p.real("length", 4, 11), p.real("beam", 0.13, 0.18), p.real("mast", 1.1, 1.4)
    rig, swing, keel = (
        p.choice("rig", ["one sail", "main sail and jib", "two masts", "lateen"]),
        p.real("boom_angle", -22, 22),
        p.choice("bottom", ["keel", "flat"]),
    )
    paint, deck, sail = (
        p.material("hull", [*PAINTS, WOODS[1], TURQUOISE]),
        p.material("deck", WOODS[:3]),
        p.material("sail", SAILS),
    )
    stripe, house = p.material("stripe", [RED, BLUE, PAINTS[2], YELLOW]), p.choice("cabin", ["yes", "no"])
    w, top, tall = beam * length, 0.1 * length, mast * length
    ribs = [
        (-0.48, 0.7, 0.5, 1.0),
        (-0.2, 1, 0.08, 0.95),
        (0.1, 0.95, 0, 1),
        (0.32, 0.55, 0.15, 1.12),
        (0.5, 0.02, 0.9, 1.3),
    ]
    sheer = [(z * length, w * b, low * top, high * top) for z, b, low, high in ribs]
    design = Design([paint.name], [rig if rig != "lateen" else "a lateen sail", f"a {stripe.name} stripe"])
    design.add("hull", hull(sheer), paint)
    design.add(
        "stripe",
        hull([(z, b * 1.012, y + 0.68 * (t - y), y + 0.85 * (t - y)) for z, b, y, t in sheer]).scaled(1.01, 1, 1.003),
        stripe,
    )
    design.add("deck", hull([(z, b * 0.93, t - 0.05 * top, t + 0.04 * top) for z, b, _, t in sheer]), deck)
    if house == "yes":
        design.add(
            "cabin",
            hull(
                [
                    (-0.16 * length, 0.5 * w, top * 0.9, 1.5 * top),
                    (0.08 * length, 0.5 * w, top * 0.9, 1.5 * top),
                    (0.2 * length, 0.25 * w, top, 1.3 * top),
                ]
            ),
            WHITE,
        )
        design.add(
            "window",
            row(box(1.03 * w, 0.18 * top, 0.05 * length), 3, step=(0, 0, 0.08 * length)).moved(
                0, 1.2 * top, -0.03 * length
            ),
            WINDOW,
        )
        design.features.append("a small cabin")
    if keel == "keel":
        design.add(
            "keel",
            side_cut(
                [
                    (0.1 * length, 0.05 * top),
                    (0.03 * length, -1.2 * top),
                    (-0.1 * length, -1.2 * top),
                    (-0.1 * length, 0.05 * top),
                ],
                0.06 * w,
            )
            + side_cut(
                [
                    (-0.44 * length, 0.6 * top),
                    (-0.45 * length, -0.5 * top),
                    (-0.5 * length, -0.5 * top),
                    (-0.49 * length, 0.7 * top),
                ],
                0.06 * w,
            ),
            BLACK_METAL,
        )
    spars = [(0.12, 1.0)] if rig != "two masts" else [(0.2, 1.0), (-0.22, 0.75)]
    for z, size in spars:
        z, up = z * length, tall * size
        design.add("mast", rod((0, top, z), (0, up, z), 0.009 * length), deck)
        reach, foot = (0.5 if rig != "two masts" else 0.34) * length * size, 1.9 * top
        if rig == "lateen":
            sheet, spar = (
                [(0.32 * length, 1.6 * top), (-0.2 * length, up * 1.1), (-0.42 * length, foot)],
                rod((0, 1.6 * top, 0.32 * length), (0, up * 1.1, -0.2 * length), 0.008 * length),
            )
        else:
            sheet, spar = (
                [
                    (-0.012 * length, foot),
                    (-0.012 * length, up * 0.97),
                    (-0.1 * reach, up * 0.9),
                    (-0.55 * reach, 0.5 * (up + foot)),
                    (-reach, foot),
                ],
                rod((0, foot, 0), (0, foot - 0.1 * top, -reach), 0.008 * length),
            )
        offset = 0 if rig == "lateen" else z
        design.add("sail", side_cut(sheet, 0.008 * length).rotated("y", swing).moved(z=offset), sail)
        design.add("boom", spar.rotated("y", swing).moved(z=offset), deck)
    if rig in ("main sail and jib", "two masts"):
        design.add(
            "jib",
            side_cut(
                [
                    (0.48 * length, 1.5 * top),
                    (spars[0][0] * length + 0.02 * length, 0.85 * tall),
                    (0.18 * length, 1.8 * top),
                ],
                0.008 * length,
            ),
            sail,
        )
        design.add(
            "stay",
            rod((0, 1.3 * top, 0.49 * length), (0, 0.95 * tall, spars[0][0] * length), 0.003 * length, sides=4),
            STEEL,
        )
    return design


@category("canoe", family="transport", also=("paddle boat", "boat"))
def canoe(p: Parameters) -> Design:
    length, beam, depth = p.real("length", 3.6, 5.4), p.real("beam", 0.36, 0.48), p.real("depth", 0.28, 0.4)
    bow, seats, paddles = p.real("bow", 1.15, 1.7), p.whole("seats", 1, 3), p.whole("paddles", 0, 2)
    paint, wood = (
        p.material(
            "hull",
            [
                RED,
                GREEN,
                YELLOW,
                WOODS[1],
                WOODS[0],
                BLUE,
                ORANGE,
                Material("birch bark", (0.72, 0.56, 0.36)),
            ],
        ),
        p.material("wood", WOODS[:3]),
    )
    stripe = p.material("stripe", [WHITE, DARK, Material("yellow", (0.95, 0.8, 0.2)), WOODS[1]])
    zs = np.linspace(-0.5, 0.5, 11)
    ribs = [
        (
            float(z * length),
            float(beam * max(1 - abs(2 * z) ** 2.2, 0.03)),
            float(0.25 * depth * abs(2 * z) ** 6),
            float(depth * (1 + (bow - 1) * abs(2 * z) ** 4)),
        )
        for z in zs
    ]
    design = Design(
        [paint.name, "slender"], ["two pointed ends", f"{number_word(seats)} wooden seat{'s' * (seats > 1)}"]
    )
    design.add("hull", hull(ribs, wall=0.03), paint)
    design.add(
        "stripe",
        mirrored(sweep([(0.985 * w, low + 0.72 * (t - low), z) for z, w, low, t in ribs], 0.02, sides=6)),
        stripe,
    )
    design.add("gunwale", mirrored(sweep([(w, t, z) for z, w, _, t in ribs], 0.022, sides=6)), wood)
    for i, z in enumerate(np.linspace(-0.28, 0.28, seats) if seats > 1 else [-0.2]):
        design.add("seat", box(2 * beam * (1 - abs(2 * z) ** 2.2), 0.03, 0.22).moved(0, 0.72 * depth, z * length), wood)
        if i < paddles:
            paddle = rod((0, 0, -0.7), (0, 0, 0.5), 0.016) + extrude(
                [(-0.03, 0.45), (0.03, 0.45), (0.1, 0.65), (0.09, 0.95), (-0.09, 0.95), (-0.1, 0.65)], 0.02
            ).moved(y=-0.01)
            design.add(
                "paddle", paddle.rotated("y", 80).rotated("z", -8).moved(0.1, depth + 0.03, z * length + 0.25), wood
            )
    if paddles:
        design.features.append("paddles" if min(paddles, seats) > 1 else "a paddle")
    return design


@category("ship", family="transport", also=("vessel", "boat"))
def ship(p: Parameters) -> Design:
    kind, length, beam = (
        p.choice("kind", ["container", "cruise", "war", "sailing"]),
        p.real("length", 30, 55),
        p.real("beam", 0.07, 0.1),
    )
    stacks, decks, funnels = p.whole("stacks", 4, 7), p.whole("decks", 3, 5), p.whole("funnels", 1, 3)
    paint = p.material(
        "hull",
        [
            Material("dark blue", (0.1, 0.17, 0.33)),
            Material("black", (0.1, 0.1, 0.11)),
            Material("red", (0.6, 0.12, 0.1)),
            Material("green", (0.1, 0.32, 0.25)),
            Material("white", (0.93, 0.93, 0.92)),
        ],
    )
    band, wood = p.material("funnel", [RED, BLUE, YELLOW, ORANGE]), p.material("wood", WOODS[:2])
    grey = Material("grey", (0.50, 0.53, 0.55))
    paint = {"war": grey, "sailing": wood, "cruise": WHITE if paint.name == "white" else paint}.get(kind, paint)
    u, top = length / 40, 0.085 * length
    w = beam * length
    ribs = [
        (-0.5, 0.7, 0.35, 1.1),
        (-0.4, 0.95, 0.0, 1),
        (0.2, 1, 0, 0.98),
        (0.36, 0.7, 0, 1.08),
        (0.47, 0.2, 0.1, 1.25),
        (0.52, 0.02, 0.9, 1.32),
    ]
    if kind == "sailing":
        ribs = [
            (-0.42, 0.75, 0.4, 1.75),
            (-0.3, 0.95, 0.0, 1.3),
            (0, 1, 0, 1.0),
            (0.25, 0.8, 0.05, 1.15),
            (0.38, 0.3, 0.35, 1.4),
            (0.43, 0.03, 0.9, 1.5),
        ]
    sheer = [(z * length, w * b, low * top, high * top) for z, b, low, high in ribs]
    design = Design([f"{kind}" if kind != "war" else "military", paint.name], [])
    design.add("hull", hull(sheer), paint)
    design.add(
        "waterline",
        hull([(z, b * 0.985 + 0.01, low - 0.01 * u, low + 0.3 * (t - low)) for z, b, low, t in sheer]).scaled(
            1.025, 1, 1.002
        ),
        Material("red lead", (0.55, 0.13, 0.1)) if kind != "sailing" else WOODS[3],
    )
    design.add(
        "deck",
        hull([(z, b * 0.95, t - 0.3, t + 0.05) for z, b, _, t in sheer]),
        WOODS[2] if kind in ("cruise", "sailing") else grey,
    )
    if kind == "container":
        colours = [RED, BLUE, ORANGE, GREEN, WHITE, Material("teal", (0.1, 0.45, 0.5)), WOODS[1]]
        span = 0.62 * length / stacks
        for i in range(stacks):
            for x in (-1, 0, 1):
                for k in range(2 + (i + x) % 2 + (0 < i < stacks - 1)):
                    design.add(
                        "container",
                        box(0.52 * w, 1.15 * u, span * 0.9).moved(
                            x * 0.55 * w, 0.95 * top + 1.17 * u * k, -0.24 * length + span * (i + 0.5)
                        ),
                        colours[(3 * i + 2 * x + 5 * k) % 7],
                    )
        design.add(
            "bridge",
            box(1.6 * w, 6.5 * u, 0.07 * length).moved(0, top, -0.32 * length)
            + box(2.1 * w, 0.8 * u, 0.05 * length).moved(0, top + 5.2 * u, -0.31 * length),
            WHITE,
        )
        design.add("window", box(2.12 * w, 0.4 * u, 0.052 * length).moved(0, top + 5.45 * u, -0.31 * length), WINDOW)
        design.add(
            "funnel",
            box(0.6 * w, 3 * u, 0.04 * length).moved(0, top + 4.5 * u, -0.385 * length)
            + box(0.9 * w, 4.6 * u, 0.06 * length).moved(0, top, -0.39 * length),
            band,
        )
        design.features += ["stacks of coloured containers", "a white bridge at the back"]
    elif kind == "cruise":
        for k in range(decks):
            a, b = (-0.42 + 0.03 * k) * length, (0.33 - 0.05 * k) * length
            design.add(
                "deckhouse",
                box(1.78 * w * (1 - 0.06 * k), 1.05 * u, b - a, bevel=0.5 * w).moved(
                    0, 0.98 * top + 1.1 * u * k, (a + b) / 2
                ),
                WHITE,
            )
            design.add(
                "window",
                row(
                    box(1.8 * w * (1 - 0.06 * k), 0.4 * u, 0.022 * length), 16 - 2 * k, step=(0, 0, 0.038 * length)
                ).moved(0, 0.98 * top + 1.1 * u * k + 0.4 * u, (a + b) / 2),
                WINDOW,
            )
        for i in range(funnels):
            roof, z = 0.95 * top + 1.1 * u * decks, (-0.2 + 0.14 * i) * length
            design.add(
                "funnel",
                cylinder(0.9 * u, 3.2 * u, top_radius=0.8 * u, segments=16)
                .scaled(0.8, 1, 1.3)
                .rotated("x", -10)
                .moved(0, roof, z),
                band,
            )
            design.add(
                "funnel",
                cylinder(0.84 * u, 0.5 * u, segments=16)
                .scaled(0.8, 1, 1.3)
                .rotated("x", -10)
                .moved(0, roof + 3.0 * u, z - 0.5 * u),
                DARK,
            )
        design.add(
            "lifeboat",
            mirrored(
                row(sphere(0.45 * u, segments=8).scaled(0.8, 0.8, 2), 5, step=(0, 0, 0.1 * length)).moved(
                    0.95 * w, 0.98 * top + 1.2 * u, -0.08 * length
                )
            ),
            ORANGE,
        )
        design.features += [
            f"{number_word(funnels)} {band.name} funnel{'s' * (funnels > 1)}",
            f"{number_word(decks)} white decks",
        ]
    elif kind == "war":
        design.add(
            "bridge",
            box(1.3 * w, 1.6 * u, 0.36 * length, bevel=0.4 * w).moved(0, top * 0.95, -0.03 * length)
            + extrude(
                [
                    (-0.5 * w, -0.06 * length),
                    (0.5 * w, -0.06 * length),
                    (0.5 * w, 0.06 * length),
                    (-0.5 * w, 0.06 * length),
                ],
                3.4 * u,
                top_scale=0.7,
            ).moved(0, top + 1.4 * u, 0.06 * length),
            grey,
        )
        design.add("window", box(0.86 * w, 0.4 * u, 0.096 * length).moved(0, top + 3.9 * u, 0.06 * length), WINDOW)
        design.add(
            "mast",
            rod((0, top + 4 * u, 0.03 * length), (0, top + 9 * u, 0.03 * length), 0.2 * u)
            + box(2.4 * u, 0.2 * u, 0.2 * u).moved(0, top + 7 * u, 0.03 * length)
            + sphere(0.8 * u, segments=12).moved(0, top + 2.6 * u, -0.16 * length),
            DARK,
        )
        design.add("funnel", box(0.7 * w, 2.2 * u, 0.05 * length).moved(0, top + 1.4 * u, -0.07 * length), grey)
        turret = extrude(
            [
                (-0.45 * w, -0.035 * length),
                (0.45 * w, -0.035 * length),
                (0.3 * w, 0.035 * length),
                (-0.3 * w, 0.035 * length),
            ],
            1.1 * u,
            top_scale=0.8,
        )
        gun = row(
            rod((0, 0.7 * u, 0.02 * length), (0, 1.1 * u, 0.11 * length), 0.13 * u, sides=6),
            funnels,
            step=(0.25 * w, 0, 0),
        )
        for z, flip, y in ((0.31, 0, 1.0), (0.22, 0, 1.15), (-0.3, 180, 1.0)):
            design.add("gun turret", turret.rotated("y", flip).moved(0, top * y, z * length), grey)
            design.add("gun", gun.rotated("y", flip).moved(0, top * y, z * length), DARK)
        design.features += ["three gun turrets", "a tall mast"]
    else:
        for z, size in ((0.22, 0.9), (0, 1.0), (-0.22, 0.8))[: 3 if decks > 3 else 2]:
            tall = 0.62 * length * size
            design.add("mast", rod((0, top, z * length), (0, top + tall, z * length), 0.35 * u), WOODS[1])
            for y, wide, high in ((0.12, 0.3, 0.34), (0.5, 0.24, 0.26), (0.8, 0.16, 0.15)):
                sheet = row(
                    box(wide * length * size / 6, high * tall, 0.15 * u), 6, step=(wide * length * size / 6, 0, 0)
                )
                curved = sheet.bent(-0.6 / (wide * length * size)).moved(
                    0, top + y * tall, z * length + 0.11 * wide * length + 0.3 * u
                )
                design.add("sail", curved, Material("cream", (0.92, 0.87, 0.75)))
                design.add(
                    "yard",
                    rod(
                        (-wide * length * size * 0.52, top + (y + high) * tall, z * length + 0.3 * u),
                        (wide * length * size * 0.52, top + (y + high) * tall, z * length + 0.3 * u),
                        0.2 * u,
                    ),
                    WOODS[1],
                )
        design.add("bowsprit", rod((0, 1.3 * top, 0.36 * length), (0, 2.1 * top, 0.58 * length), 0.25 * u), WOODS[1])
        design.add(
            "band",
            hull([(z, b * 1.01, low + 0.6 * (t - low), low + 0.72 * (t - low)) for z, b, low, t in sheer]).scaled(
                1.012, 1, 1
            ),
            Material("yellow", (0.85, 0.68, 0.3)),
        )
        design.features += [f"square sails on {'three' if decks > 3 else 'two'} masts", "a bowsprit"]
    return design


@category("submarine", family="transport", also=("sub",))
def submarine(p: Parameters) -> Design:
    length, r, tower = p.real("length", 8, 40), p.real("radius", 0.055, 0.1), p.real("tower_height", 0.9, 1.5)
    blades, scopes, ports = p.whole("blades", 3, 7), p.whole("periscopes", 1, 3), p.whole("portholes", 0, 6)
    paint = p.material(
        "hull",
        [
            Material("black", (0.12, 0.12, 0.14)),
            Material("grey", (0.38, 0.41, 0.44)),
            Material("yellow", (0.95, 0.76, 0.1)),
            Material("dark blue", (0.12, 0.19, 0.32)),
        ],
    )
    belly, planes = (
        p.material("belly", [Material("dark red", (0.5, 0.12, 0.1)), DARK, STEEL]),
        p.choice("planes", ["tower", "bow"]),
    )
    r, half = r * length, length / 2
    shape = [
        (0.1, -half),
        (0.55, -0.75 * half),
        (1, -0.4 * half),
        (1, 0.6 * half),
        (0.8, 0.82 * half),
        (0.45, 0.95 * half),
        (0.02, half),
    ]
    design = Design(
        [paint.name],
        [
            f"a tower with {number_word(scopes)} periscope{'s' * (scopes > 1)}",
            f"a {number_word(blades)}-bladed propeller",
        ],
    )
    design.add("hull", along([(r * a, z) for a, z in shape], segments=24), paint)
    design.add(
        "belly", along([(r * a, z) for a, z in shape[1:6]], segments=24).scaled(0.9, 0.9, 1).moved(y=-0.13 * r), belly
    )
    fin = [
        (0.32 * half, 0.8 * r),
        (0.28 * half, (1 + tower) * r),
        (0.02 * half, (1 + tower) * r),
        (-0.06 * half, 0.8 * r),
    ]
    design.add("tower", side_cut(fin, 0.45 * r), paint)
    for i in range(scopes):
        z = (0.08 + 0.07 * i) * half
        design.add(
            "periscope",
            rod((0, r, z), (0, (1.5 + tower + 0.2 * i) * r, z), 0.06 * r)
            + box(0.16 * r, 0.14 * r, 0.2 * r).moved(0, (1.45 + tower + 0.2 * i) * r, z + 0.06 * r),
            BLACK_METAL,
        )
    at = (0.16 * half, (0.75 + tower) * r) if planes == "tower" else (0.68 * half, 0.25 * r)
    design.add(
        "plane", wings(0, 1.7 * r, 0.1 * length, 0.05 * length, 0.02 * length, 0.08 * r).moved(0, at[1], at[0]), paint
    )
    rudder = wings(0, 1.15 * r, 0.09 * length, 0.05 * length, 0.03 * length, 0.08 * r)
    design.add("rudder", join(*(rudder.rotated("z", a).moved(z=-0.8 * half) for a in (0, 90))), paint)
    design.add(
        "propeller",
        around(box(0.75 * r, 0.07 * r, 0.3 * r).rotated("x", 30).moved(0.4 * r), blades)
        .rotated("x", 90)
        .moved(z=-half - 0.05 * r)
        + sphere(0.2 * r, segments=10).moved(z=-half),
        BRASS,
    )
    if ports:
        disc = tube(0.2 * r, 0.13 * r, 0.1 * r, segments=12).rotated("z", -90).moved(0.96 * r, 0.1 * r)
        design.add("porthole", mirrored(row(disc, ports, step=(0, 0, 0.8 * half / ports)).moved(z=0.1 * half)), BRASS)
        design.features.append("portholes")
    return design
