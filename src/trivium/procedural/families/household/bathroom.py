"""The bathroom."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.household.parts import LINEN, STAINLESS, bar, front, level
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLACK_METAL,
    BRASS,
    CERAMICS,
    CHROME,
    FABRICS,
    GLASS,
    GREY,
    METALS,
    SLATE,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    arc,
    bezier,
    box,
    cylinder,
    disc,
    extrude,
    join,
    lathe,
    loft,
    rounded,
    row,
    slab,
    sphere,
    sweep,
)

PORCELAIN = (
    Material("white porcelain", (0.96, 0.96, 0.95)),
    Material("ivory porcelain", (0.92, 0.88, 0.78)),
    Material("pastel green porcelain", (0.70, 0.82, 0.74)),
    Material("pink porcelain", (0.90, 0.72, 0.72)),
)


def basin(width: float, height: float, depth: float, radius: float, *, wall: float, taper: float = 0.85) -> Solid:
    """A hollow tub, narrower at its foot."""
    w, d = width - 2 * wall, depth - 2 * wall
    sizes = [(width * taper, depth * taper, 0.0), (width, depth, height), (w, d, height), (w * taper, d * taper, wall)]
    return loft([level(a, b, radius, y) for a, b, y in sizes])


@category("sink", family="household", also=("washbasin", "basin"))
def sink(p: Parameters) -> Design:
    w, d, deep = p.real("width", 0.45, 0.65), p.real("depth", 0.38, 0.5), p.real("bowl_depth", 0.12, 0.2)
    kind = p.choice("kind", ["pedestal", "vanity", "kitchen", "wall-mounted"])
    clay, metal = p.material("clay", PORCELAIN), p.material("tap", [CHROME, BRASS, BLACK_METAL])
    wood, spout = p.material("cabinet", [*WOODS, GREY]), p.real("tap_height", 0.12, 0.28)
    outline = p.choice("outline", ["oval", "rectangular"])
    body, w, top = (STAINLESS, w * 1.8, 0.88) if kind == "kitchen" else (clay, w, 0.84)
    design = Design([kind, body.name], [f"{with_article(metal.name)} tap"])
    tub = basin(0.9 * w, deep, 0.9 * d, 0.45 * d if outline == "oval" else 0.06, wall=0.02, taper=0.7)
    rim_hole, rim = (
        rounded(0.86 * w, 0.86 * d, 0.43 * d if outline == "oval" else 0.06),
        rounded(w, d * 1.2, 0.2 if outline == "oval" else 0.04),
    )
    if kind == "kitchen":
        tub = join(*(basin(0.3 * w, deep, 0.8 * d, 0.05, wall=0.012, taper=0.9).moved(x * w) for x in (-0.33, 0.0)))
        tub += row(box(0.012, 0.008, 0.75 * d), 8, step=(0.035, 0, 0)).moved(0.34 * w, deep - 0.002)
        tub += box(0.03 * w, 0.01, 0.86 * d).moved(-0.165 * w, deep - 0.004) + box(0.34 * w, 0.01, 0.86 * d).moved(
            0.335 * w, deep - 0.006
        )
        edge = extrude(rounded(1.03 * w, 1.3 * d, 0.03), 0.012, hole=rounded(w, 0.84 * d, 0.02)).moved(
            0, deep - 0.01, -0.08 * d
        )
        design.add("basin", (tub + edge).moved(y=top - deep), body)
        design.features.append("two bowls and a drainer")
    else:
        edge = extrude(rim - (0, 0.1 * d), 0.03, hole=rim_hole).moved(y=deep - 0.025)
        design.add("basin", (tub + edge).moved(y=top - deep), body)
    low = top - deep
    if kind == "pedestal":
        design.add(
            "pedestal",
            lathe([(0.13, 0), (0.13, 0.03), (0.085, 0.12), (0.08, 0.5), (0.12, low + 0.02)], segments=24).scaled(
                1, 1, 0.9
            ),
            body,
        )
        design.features.append("a pedestal")
    elif kind == "wall-mounted":
        design.add(
            "trap",
            sweep(
                bezier([(0, low + 0.02, 0), (0, low - 0.25, 0), (0, low - 0.2, -0.1), (0, low - 0.05, -0.7 * d)]), 0.018
            ),
            CHROME,
        )
        design.add("bracket", box(0.7 * w, 0.8 * deep, 0.1 * d).moved(0, low, -0.5 * d), body)
        design.features.append("a chrome trap below")
    else:
        cab_d = 1.2 * d
        design.add(
            "cabinet",
            box(0.99 * w, top - 0.09, cab_d * 0.3).moved(0, 0.07, -0.45 * d)
            + box(0.99 * w, low - 0.08, cab_d * 0.98).moved(0, 0.07, -0.1 * d),
            wood,
        )
        apron = box(0.99 * w, deep - 0.02, 0.02).moved(0, low - 0.01, 0.48 * d)
        side = box(0.02, deep - 0.02, cab_d * 0.98).moved(0.485 * w, low - 0.01, -0.1 * d)
        design.add("cabinet", apron + side + side.scaled(-1, 1, 1), wood)
        design.add("plinth", box(0.92 * w, 0.08, 0.9 * d).moved(z=-0.1 * d), BLACK)
        n = 3 if kind == "kitchen" else 2
        design.add(
            "door",
            row(front(0.95 * w / n - 0.01, top - 0.16, 0.02, 0.005), n, step=(0.96 * w / n, 0, 0)).moved(
                0, 0.1, 0.495 * d
            ),
            wood,
        )
        design.add(
            "handle", row(bar(0.12, 0.006, 0.025), n, step=(0.75 * w / n, 0, 0)).moved(0, 0.52 * top, 0.5 * d), metal
        )
        design.features.append(f"{with_article(wood.name)} cabinet below")
    pipe = bezier([(0, 0, 0), (0, 1.6 * spout, 0), (0, 1.5 * spout, 0.5 * d), (0, 0.55 * spout, 0.4 * d)])
    lever = box(0.012, 0.012, 0.07).moved(0.03, 0.035, 0.01).rotated("z", 12)
    tap = sweep(pipe, 0.013) + cylinder(0.024, 0.03) + lever
    design.add("tap", tap.moved(0, top, -0.52 * d), metal)
    return design


@category("faucet", family="household", also=("tap", "water tap"))
def faucet(p: Parameters) -> Design:
    h, reach, r = p.real("height", 0.16, 0.34), p.real("reach", 0.12, 0.22), p.real("radius", 0.011, 0.016)
    kind = p.choice("kind", ["gooseneck", "straight", "bridge", "garden"])
    metal, grip = p.material("metal", [*METALS[:5]]), p.choice("handle", ["lever", "cross"])
    knob = p.material("knob", [CHROME, WHITE, BRASS, BLACK_METAL])
    design = Design(
        [kind, metal.name],
        [f"{with_article(grip)} handle" if kind in ("straight", "garden") else f"two {grip} handles"],
    )
    lever = cylinder(0.016, 0.03, segments=14) + sweep([(0, 0.03, 0), (0, 0.045, 0.07)], [0.008, 0.005])
    cross = cylinder(0.012, 0.03, segments=12) + join(
        *(
            sweep([(-0.035, 0.03, 0), (0, 0.03, 0), (0.035, 0.03, 0)], [0.008, 0.005, 0.008]).rotated("y", a)
            for a in (0, 90)
        )
    )
    turn = lever if grip == "lever" else cross
    tip = cylinder(1.2 * r, 0.03, segments=16)
    if kind == "garden":
        pipe = sweep(
            [(0, 0, -0.6 * reach), (0, 0, 0), (0, -0.01, 0.35 * reach), (0, -0.25 * h, 0.55 * reach)],
            [1.5 * r, 1.9 * r, 1.5 * r, 1.2 * r],
            sides=12,
        )
        design.add("spout", pipe, metal)
        design.add("flange", disc(3 * r, 0.008).moved(z=-0.6 * reach), metal)
        design.add("nut", cylinder(1.7 * r, 0.02, segments=6).moved(0, -0.27 * h, 0.55 * reach), metal)
        design.add("stem", cylinder(r, 0.25 * h), metal)
        design.add("handle", turn.scaled(1.2, 1, 1.2).moved(y=0.22 * h), knob)
        return design
    if kind == "straight":
        design.add("body", cylinder(1.8 * r, 0.45 * h, top_radius=1.6 * r) + cylinder(2.4 * r, 0.008), metal)
        design.add("spout", sweep([(0, 0.28 * h, 0), (0, 0.42 * h, reach)], [1.5 * r, r], sides=12), metal)
        design.add("tip", tip.scaled(0.9, 0.6, 0.9).moved(0, 0.42 * h - 0.02, 0.97 * reach), CHROME)
        design.add("handle", turn.moved(y=0.44 * h), knob)
        return design
    bend = np.add(arc(reach / 2, 0, 180, points=18, plane="zy"), (0, h - reach / 2, reach / 2))
    neck = np.concatenate([[(0, h - reach / 2 - 0.04, reach)], bend, [(0, 0.02, 0)]])
    design.add("spout", sweep(neck, r, sides=12) + cylinder(1.7 * r, 0.05, top_radius=1.3 * r), metal)
    design.add("tip", tip.moved(0, h - reach / 2 - 0.06, reach), CHROME)
    if kind == "bridge":
        design.add(
            "bridge",
            sweep([(-0.1, 0.06, 0), (0.1, 0.06, 0)], r) + row(cylinder(1.5 * r, 0.08), 2, step=(0.2, 0, 0)),
            metal,
        )
    else:
        design.add(
            "base",
            slab(0.26, 0.014, 0.06, 0.03) + row(cylinder(1.8 * r, 0.05, top_radius=1.3 * r), 2, step=(0.2, 0, 0)),
            metal,
        )
    design.add("handle", row(turn.moved(y=0.075 if kind == "bridge" else 0.045), 2, step=(0.2, 0, 0)), knob)
    return design


@category("bathtub", family="household", also=("bath", "tub"))
def bathtub(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.4, 1.8), p.real("width", 0.65, 0.8), p.real("height", 0.5, 0.62)
    kind, fill = (
        p.choice("kind", ["clawfoot", "built-in", "freestanding"]),
        p.choice("filled", ["empty", "water", "foam"]),
    )
    clay, metal = p.material("clay", PORCELAIN), p.material("metal", [CHROME, BRASS, BLACK_METAL])
    outside, slope = (
        p.material("outside", [WHITE, BEIGE, CERAMICS[1], SLATE, WOODS[1]]),
        p.real("slope", 0.7, 0.85),
    )
    painted = outside if kind != "freestanding" else clay
    design = Design([kind, clay.name], [{"empty": "an open tub", "water": "water in it", "foam": "foam in it"}[fill]])
    y, tall, round_ = (0.13, h - 0.08, w / 2) if kind == "clawfoot" else (0.0, h, 0.12 if kind == "built-in" else w / 2)
    t = 1.0 if kind == "built-in" else slope
    wall, inner = 0.03, (length - 0.14, w - 0.12)
    if kind == "built-in":
        hole, wall = rounded(0.98 * inner[0], 0.98 * inner[1], round_), 0.06
        shell = extrude(rounded(0.985 * length, 0.97 * w, 0.03), 0.93 * tall, hole=hole)
    else:
        rings = [level(length * t, w * t, round_, 0), level(0.97 * length, 0.95 * w, round_, 0.9 * tall)]
        shell = loft(rings, closed_ends=False)
    design.add("outside", shell.moved(y=y), painted)
    corner = 0.03 if kind == "built-in" else round_
    hollow = [
        level(length, w, corner, 0.9 * tall),
        level(length, w, corner, tall),
        level(*inner, round_, tall),
        level(0.94 * inner[0], 0.9 * inner[1], round_, 0.5 * tall),
        level(0.8 * inner[0], 0.7 * inner[1], round_, wall + 0.05),
    ]
    bottom = loft(
        [
            level(0.8 * inner[0], 0.7 * inner[1], round_, wall),
            level(0.8 * inner[0], 0.7 * inner[1], round_, wall + 0.052),
        ]
    )
    design.add("tub", (loft(hollow, closed_ends=False) + bottom).moved(y=y), clay)
    if kind != "built-in":
        design.add(
            "base",
            loft([level(length * t, w * t, round_, 0.0), level(length * t * 1.01, w * t * 1.01, round_, 0.03)]).moved(
                y=y
            ),
            painted,
        )
    if fill != "empty":
        design.add(
            "water",
            loft(
                [
                    level(0.85 * inner[0], 0.75 * inner[1], round_, 0.4 * tall),
                    level(0.965 * inner[0], 0.95 * inner[1], round_, 0.75 * tall),
                ]
            ).moved(y=y),
            Material("blue", (0.62, 0.82, 0.90)),
        )
    if fill == "foam":
        spots = [(np.sin(7 * i) * 0.36 * length, np.cos(11 * i) * 0.26 * w) for i in range(14)]
        design.add(
            "foam",
            join(*(sphere(0.085, segments=10).scaled(1, 0.7, 1).moved(x, y + 0.76 * tall, z) for x, z in spots)),
            WHITE,
        )
    if kind == "clawfoot":
        claw = sweep(bezier([(0, 0.22, 0), (0.07, 0.2, 0.06), (0, 0.06, 0), (0.05, 0.03, 0.05)]), 0.025) + sphere(
            0.035, segments=10
        ).moved(0.04, 0.03, 0.04)
        feet = [
            claw.moved(0.33 * length * t, 0, 0.3 * w * t),
            claw.scaled(1, 1, -1).moved(0.33 * length * t, 0, -0.3 * w * t),
        ]
        design.add("foot", join(*feet, *(f.scaled(-1, 1, 1) for f in feet)), metal)
        design.features.append(f"four {metal.name} claw feet")
    tap = sweep(bezier([(0, -0.05, 0), (0, 0.3, 0), (0.22, 0.24, 0), (0.16, 0.05, 0)]), 0.016) + sweep(
        [(0, 0.03, -0.09), (0, 0.03, 0.09)], [0.02, 0.02]
    )
    design.add("tap", tap.moved(-length / 2 + 0.035, y + tall), metal)
    return design


@category("toilet", family="household", also=("lavatory", "toilet bowl"))
def toilet(p: Parameters) -> Design:
    w, length, h = p.real("width", 0.35, 0.4), p.real("length", 0.44, 0.54), p.real("height", 0.36, 0.43)
    tank = p.choice("tank", ["close", "high", "hidden"])
    lid, clay = p.choice("lid", ["open", "closed"]), p.material("clay", PORCELAIN)
    seat, tank_h = p.material("seat", [WHITE, BLACK, WOODS[0], WOODS[1]]), p.real("tank_height", 0.3, 0.4)
    metal = p.material("metal", [CHROME, BRASS])
    design = Design(
        [clay.name, {"close": "two-piece", "high": "old-fashioned", "hidden": "modern"}[tank]], [f"its lid {lid}"]
    )

    def oval(scale: float, y: float, *, z: float = 0.0) -> np.ndarray:
        a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
        return np.stack(
            [
                scale * w / 2 * np.cos(a),
                np.full(28, y),
                scale * length * np.where(np.sin(a) > 0, 0.55, 0.45) * np.sin(a) + z,
            ],
            1,
        )

    bowl = [
        oval(0.6, 0, z=-0.05),
        oval(0.55, 0.12 * h, z=-0.05),
        oval(0.62, 0.45 * h, z=-0.03),
        oval(0.96, 0.85 * h),
        oval(1, h),
    ]
    design.add("bowl", loft([*bowl, oval(0.75, h), oval(0.45, 0.6 * h), oval(0.3, 0.5 * h)]), clay)
    design.add("water", loft([oval(0.4, 0.6 * h), oval(0.5, 0.64 * h)]), Material("blue", (0.62, 0.80, 0.88)))

    def flat(scale: float) -> np.ndarray:
        return oval(scale, 0)[:, [0, 2]]

    design.add("seat", extrude(flat(1.04), 0.022, hole=flat(0.66)).moved(y=h + 0.004), seat)
    cover = extrude(flat(1.04), 0.018)
    if lid == "open":
        cover = cover.moved(z=0.45 * length).rotated("x", -98).moved(0, h + 0.03, -0.43 * length)
    design.add("lid", cover if lid == "open" else cover.moved(y=h + 0.03), seat)
    back, deep = -0.45 * length - 0.1, 0.17
    design.add("neck", slab(0.6 * w, 0.95 * h, 0.24, 0.06).moved(0, 0, -0.45 * length), clay)
    if tank == "hidden":
        design.add("wall plate", front(0.26, 0.17, 0.012, 0.015).moved(0, 0.98, back - 0.015), metal)
        design.add(
            "button", row(front(0.1, 0.12, 0.01, 0.02), 2, step=(0.115, 0, 0)).moved(0, 1.005, back - 0.006), WHITE
        )
        design.add("wall", box(0.62, 1.2, 0.05).moved(z=back - 0.045), Material("tiled", (0.80, 0.84, 0.84)))
        design.features.append("a flush plate on the wall")
        return design
    y = h - 0.02 if tank == "close" else 1.3
    design.add(
        "tank",
        loft([level(1.05 * w, deep, 0.04, y), level(1.2 * w, deep + 0.03, 0.04, y + tank_h)]).moved(z=back),
        clay,
    )
    design.add("tank lid", slab(1.26 * w, 0.03, deep + 0.05, 0.04).moved(0, y + tank_h, back), clay)
    if tank == "close":
        design.add(
            "flush lever",
            sweep(
                [
                    (0.42 * w, y + 0.85 * tank_h, back + 0.09),
                    (0.42 * w, y + 0.85 * tank_h, back + 0.12),
                    (0.2 * w, y + 0.8 * tank_h, back + 0.125),
                ],
                0.009,
            ),
            metal,
        )
        design.features.append("a tank behind")
    else:
        design.add("pipe", cylinder(0.02, y - 0.7 * h, segments=14).moved(0, 0.72 * h, back), metal)
        design.add("chain", sweep([(0.5 * w, y + 0.1, back + 0.08), (0.5 * w, 0.75, back + 0.08)], 0.005), metal)
        design.add(
            "grip", cylinder(0.016, 0.09, top_radius=0.011, segments=12).moved(0.5 * w, 0.68, back + 0.08), WOODS[1]
        )
        design.features.append("a high tank with a chain")
    return design


@category("shower", family="household", also=("shower cabin", "shower stall"))
def shower(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.8, 1.1), p.real("depth", 0.75, 0.95), p.real("height", 1.9, 2.2)
    head, doors = p.choice("head", ["rain", "hand-held"]), p.choice("screen", ["corner", "one side", "none"])
    tile = p.material(
        "tiles",
        [
            Material("white tiled", (0.90, 0.91, 0.91)),
            Material("blue tiled", (0.45, 0.65, 0.78)),
            Material("grey tiled", (0.60, 0.61, 0.62)),
            Material("green tiled", (0.55, 0.70, 0.60)),
            Material("beige tiled", (0.82, 0.75, 0.64)),
        ],
    )
    metal, rows_ = p.material("metal", [CHROME, BRASS, BLACK_METAL]), p.whole("tile_rows", 6, 12)
    r, tray = p.real("head_radius", 0.08, 0.14), p.material("tray", [WHITE, GREY, BLACK])
    design = Design([tile.name, "corner" if doors == "corner" else "walk-in"], [f"{with_article(head)} shower head"])
    joint = Material("joint", (0.74, 0.75, 0.74)) if sum(tile.color) > 2.4 else WHITE
    design.add("tray", slab(w, 0.08, d, 0.03), tray)
    design.add("drain", cylinder(0.05, 0.006, segments=18).moved(y=0.079), CHROME)
    design.add("wall", box(w, h, 0.04).moved(0, 0.04, -d / 2) + box(0.04, h, d + 0.04).moved(-w / 2, 0.04), tile)
    for i in range(1, rows_):
        y = 0.08 + (h - 0.04) * i / rows_
        design.add(
            "wall",
            box(w, 0.008, 0.01).moved(0, y, -d / 2 + 0.018) + box(0.01, 0.008, d).moved(-w / 2 + 0.018, y),
            joint,
        )
    for i in range(1, 6):
        design.add(
            "wall",
            box(0.008, h - 0.05, 0.01).moved(w * (i / 6 - 0.5), 0.08, -d / 2 + 0.018)
            + box(0.01, h - 0.05, 0.008).moved(-w / 2 + 0.018, 0.08, d * (i / 6 - 0.5)),
            joint,
        )
    z = -d / 2 + 0.06
    design.add("rail", sweep([(0, 0.95, z), (0, h - 0.1, z)], 0.012) + box(0.22, 0.05, 0.07).moved(0, 0.95, z), metal)
    design.add(
        "knob",
        row(cylinder(0.03, 0.05).rotated("z", -90).moved(-0.025), 2, step=(0.25, 0, 0)).moved(0, 0.975, z),
        metal,
    )
    rose = lathe([(0.015, 0.05), (0.02, 0.02), (r, 0.01), (r, 0)][::-1], segments=26)
    if head == "rain":
        design.add(
            "arm", sweep(bezier([(0, h - 0.15, z), (0, h + 0.1, z), (0, h, 0.0), (0, h - 0.15, 0.0)]), 0.012), metal
        )
        design.add("head", rose.scaled(1.2, 1, 1.2).moved(0, h - 0.2, 0), metal)
    else:
        design.add(
            "head",
            rose.scaled(0.8, 1.4, 0.8).rotated("x", -50).moved(0, h - 0.28, z + 0.1)
            + sweep([(0, h - 0.45, z + 0.02), (0, h - 0.24, z + 0.08)], 0.016),
            metal,
        )
        design.add(
            "hose",
            sweep(
                bezier([(0, h - 0.45, z + 0.02), (0.3, 0.7, z + 0.1), (0.3, 0.2, z + 0.1), (0.02, 0.97, z + 0.03)]),
                0.01,
            ),
            metal,
        )
    frame = row(box(0.03, h - 0.06, 0.03), 2, step=(w - 0.03, 0, 0)) + box(w, 0.03, 0.03).moved(y=h - 0.09)
    if doors != "none":
        pane = frame.scaled(d / w, 1, 1).rotated("y", 90).moved(w / 2 - 0.015, 0.08)
        design.add("frame", pane, metal)
        design.add("glass", box(0.008, h - 0.08, d - 0.05).moved(w / 2 - 0.015, 0.08), GLASS)
        design.features.append("a glass screen")
    if doors == "corner":
        design.add("frame", frame.moved(0, 0.08, d / 2 - 0.015), metal)
        design.add("glass", box(0.48 * w, h - 0.08, 0.008).moved(0.25 * w, 0.08, d / 2 - 0.015), GLASS)
        design.add("grip", bar(0.3, 0.01, 0.04).moved(0.04 * w, 0.95, d / 2 - 0.01), metal)
    return design


@category("towel rack", family="household", also=("towel rail", "towel holder"))
def towel_rack(p: Parameters) -> Design:
    w, h, bars = p.real("width", 0.5, 0.75), p.real("height", 0.75, 1.0), p.whole("bars", 2, 4)
    kind, towels = p.choice("kind", ["standing", "wall-mounted"]), p.whole("towels", 0, 2)
    frame, towel = (
        p.material("frame", [*METALS[:5], *WOODS]),
        p.material("towel", [*LINEN[:5], TURQUOISE, YELLOW]),
    )
    drop, stripe = p.real("drop", 0.28, 0.5), p.material("stripe", [WHITE, *FABRICS[:2], FABRICS[7]])
    design = Design([kind, frame.name], [f"{number_word(bars)} bars"])
    if kind == "standing":
        places = [(h * (1 - 0.12 * i), 0.12 * (bars / 2 - i)) for i in range(bars)]
        foot = sweep([(0, 0.015, -0.18), (0, 0.015, 0.18)], 0.014) + sweep(
            [(0, 0.015, 0), (0, places[-1][0], 0)], 0.014
        )
        arm = join(*(sweep([(0, places[-1][0], 0), (0, y, z)], 0.011) for y, z in places))
        design.add(
            "stand",
            row(foot + arm, 2, step=(w, 0, 0)) + sweep([(-w / 2, 0.2 * h, 0), (w / 2, 0.2 * h, 0)], 0.01),
            frame,
        )
    else:
        places = [(0.6 - 0.09 * i, 0.06 + 0.07 * (bars - 1 - i)) for i in range(bars)]
        arm = join(*(sweep([(0, y, 0), (0, y, z)], 0.01) for y, z in places)) + box(
            0.06, 0.09 * bars + 0.08, 0.015
        ).moved(0, 0.6 - 0.09 * bars)
        design.add("bracket", row(arm, 2, step=(w, 0, 0)), frame)
    design.add("bar", join(*(sweep([(-0.53 * w, y, z), (0.53 * w, y, z)], 0.011, sides=12) for y, z in places)), frame)
    design.add(
        "cap", join(*(sphere(0.018, segments=10).moved(s * 0.53 * w, y, z) for y, z in places for s in (-1, 1))), frame
    )
    for i in range(towels):
        y, z = places[0 if i == 0 else -1]
        x, wide, long_ = (
            (-0.05 if i else 0.05) * w,
            (0.5 if i else 0.62) * w,
            min(drop, y - 0.05) * (1 if not i else 0.75),
        )
        cloth = box(wide, long_, 0.012).moved(x, y - long_, z + 0.016) + box(wide, 0.8 * long_, 0.012).moved(
            x, y - 0.8 * long_, z - 0.016
        )
        design.add(
            "towel",
            cloth + cylinder(0.022, wide, segments=14).moved(y=-wide / 2).rotated("z", 90).moved(x, y, z),
            towel,
        )
        design.add(
            "stripe",
            row(box(1.004 * wide, 0.02, 0.014), 2, step=(0, 0.035, 0)).moved(x, y - 0.85 * long_, z + 0.016),
            stripe,
        )
    if towels:
        design.features.append(f"{number_word(towels)} {towel.name} towel{'s' * (towels > 1)}")
    return design
