"""What decorates a desk or stands beside it."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.office.parts import (
    BRONZE,
    CHARCOAL,
    CREAM,
    GOLD,
    GREEN_LIGHT,
    PALE,
    PAPER,
    PRINT,
    RED_LIGHT,
    SCREEN,
    SILVER,
    digits,
    panel,
)
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLUE,
    BRASS,
    CHROME,
    GLASS,
    GREY,
    PINK,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Points,
    Solid,
    along_z,
    arc,
    around,
    box,
    cylinder,
    disc,
    extrude,
    join,
    lathe,
    mirrored,
    regular_outline,
    row,
    slab,
    sphere,
    sweep,
    tube,
)

WORLD = (
    "....................................",
    ".....##.#####.####.......##..###....",
    "#.########..####....######.#########",
    "..########...#....##################",
    "....#######......##################.",
    ".....######......####.###########.#.",
    ".....#####......####...#########.#..",
    "......##.......########.########....",
    ".......##......########..#.##.#.....",
    "..........###...#########..#..#.....",
    "..........#####....#####......###...",
    "..........#####....####........#.#..",
    "...........####....###.#......####..",
    "...........###.....##.......######..",
    "...........##......................#",
    "...........#.......................#",
    "....................................",
    "####################################",
)  # 10 degrees a character, north up, from 180 degrees west


@category("globe", family="office", also=("world globe", "desk globe"))
def globe(p: Parameters) -> Design:
    r, tilt, base_r = p.real("radius", 0.08, 0.16), p.real("tilt", 10, 28), p.real("base", 0.5, 0.8)
    sea = p.material(
        "sea",
        [
            Material("blue", (0.16, 0.40, 0.72)),
            Material("light blue", (0.45, 0.68, 0.86)),
            CREAM,
            Material("dark blue", (0.10, 0.17, 0.36)),
        ],
    )
    land = p.material(
        "land",
        [
            Material("green", (0.35, 0.58, 0.28)),
            Material("tan", (0.80, 0.66, 0.40)),
            Material("brown", (0.55, 0.38, 0.2)),
        ],
    )
    stand, frame = (
        p.choice("stand", ["half", "half", "full"]),
        p.material("stand_material", [BRASS, BLACK, *WOODS[:2], CHROME]),
    )
    spin = p.real("spin", 0, 360)
    ball = lathe([(r * np.cos(a), r * np.sin(a)) for a in np.radians(np.linspace(-90, 90, 31))], segments=60)
    centre = ball.vertices[ball.faces].mean(1)
    north = np.clip((90 - np.degrees(np.arcsin(np.clip(centre[:, 1] / r, -1, 1)))) // 10, 0, 17).astype(int)
    east = ((180 - np.degrees(np.arctan2(centre[:, 2], centre[:, 0]))) // 10 % 36).astype(int)
    dry = np.array([WORLD[i][j] == "#" for i, j in zip(north, east, strict=True)])
    y, foot = 1.5 * r, base_r * r
    design = Design([sea.name], [f"{land.name} continents", f"a {stand} {frame.name} ring", f"a {frame.name} base"])
    for part, keep, paint in (("sea", ~dry, sea), ("land", dry, land)):
        design.add(
            part, Solid(ball.vertices, ball.faces[keep]).rotated("y", spin).rotated("z", -tilt).moved(y=y), paint
        )
    ring = arc(1.1 * r, 0, 360, points=40)[:-1] if stand == "full" else arc(1.1 * r, -90, 90, points=24)
    design.add("ring", sweep(ring, 0.03 * r, closed=stand == "full").rotated("z", -tilt).moved(y=y), frame)
    axle = cylinder(0.03 * r, 2.3 * r, segments=8).moved(y=-1.15 * r)
    design.add("axle", axle.rotated("z", -tilt).moved(y=y), BRASS)
    design.add("stem", cylinder(0.06 * r, 0.42 * r, segments=12), frame)
    design.add("base", lathe([(foot, 0), (foot, 0.06 * r), (0.8 * foot, 0.12 * r), (0.1 * r, 0.22 * r)]), frame)
    return design


@category("filing cabinet", family="office", also=("file cabinet", "drawer cabinet"))
def filing_cabinet(p: Parameters) -> Design:
    w, d, drawers = p.real("width", 0.38, 0.48), p.real("depth", 0.4, 0.65), p.whole("drawers", 2, 5)
    each, opened = p.real("drawer_height", 0.26, 0.33), p.whole("open_drawer", 0, 5)
    paint = p.material(
        "paint",
        [GREY, PALE, BEIGE, BLACK, CHARCOAL, Material("olive green", (0.40, 0.44, 0.33)), BLUE, WOODS[0], WHITE],
    )
    metal, grip, wide = (
        p.material("metal", [CHROME, STEEL, BRASS]),
        p.choice("handle", ["bar", "cup", "bow"]),
        p.choice("form", ["upright", "upright", "lateral"]),
    )
    w *= 2 if wide == "lateral" else 1
    h = each * drawers + 0.06
    design = Design([paint.name, wide], [f"{number_word(drawers)} drawers", f"{metal.name} {grip} handles"])
    design.add("case", slab(w, h, d, 0.01), paint)
    design.add("plinth", box(0.96 * w, 0.03, 0.97 * d).moved(y=-0.03), BLACK)
    for i in range(drawers):
        y, z = 0.03 + (i + 0.5) * each, d / 2 + (0.55 * d if i + 1 == opened else 0)
        design.add("gap", panel(0.95 * w, 0.965 * each, 0.002).moved(0, y, d / 2), SCREEN)
        design.add("drawer", panel(0.93 * w, 0.93 * each, 0.018, radius=0.008).moved(0, y, z), paint)
        design.add("label", panel(0.09, 0.045, 0.002).moved(0, y + 0.26 * each, z + 0.018), PAPER)
        frame = sweep(
            [(-0.05, -0.027, 0), (0.05, -0.027, 0), (0.05, 0.027, 0), (-0.05, 0.027, 0)], 0.004, closed=True, sides=4
        )
        design.add("label holder", frame.moved(0, y + 0.26 * each, z + 0.019), metal)
        bow: dict[str, Points] = {
            "bar": [(-0.07, 0, 0), (-0.07, 0, 0.03), (0.07, 0, 0.03), (0.07, 0, 0)],
            "bow": arc(0.06, 180, 0, plane="xz") * (1, 1, 0.6),
        }
        pull = panel(0.12, 0.04, 0.025, radius=0.012) if grip == "cup" else sweep(bow[grip], 0.007)
        design.add("handle", pull.moved(0, y, z + 0.016), metal)
        if i + 1 == opened:
            design.add("tray", box(0.86 * w, 0.6 * each, 0.57 * d).moved(0, y - 0.45 * each, z - 0.275 * d), paint)
            design.add(
                "folder",
                row(box(0.8 * w, 0.8 * each, 0.006).moved(0, y - 0.42 * each, z - 0.28 * d), 9, step=(0, 0, 0.05 * d)),
                Material("manila", (0.88, 0.76, 0.50)),
            )
            design.features.append("an open drawer of folders")
    design.add("lock", disc(0.011, 0.012).moved(0.43 * w, h - 0.018, d / 2), metal)
    return design


@category("trophy", family="office", also=("trophy cup", "award"))
def trophy(p: Parameters) -> Design:
    h, r, base = p.real("height", 0.2, 0.42), p.real("radius_ratio", 0.24, 0.36), p.choice("base", ["round", "square"])
    kind, metal = p.choice("kind", ["cup", "cup", "cup", "star"]), p.material("metal", [GOLD, GOLD, SILVER, BRONZE])
    plinth, handles = (
        p.material("plinth", [BLACK, *WOODS[:2], Material("marble", (0.88, 0.87, 0.84))]),
        p.choice("handles", ["round", "tall"]),
    )
    stem, lid = p.real("stem", 0.15, 0.3), p.choice("lid", ["yes", "no", "no"])
    r, low, foot = r * h, 0.2 * h, 0.75 * r * h
    design = Design(
        [metal.name, f"{kind}-shaped"],
        ["two handles" if kind == "cup" else "a star on top", f"a {base} {plinth.name} base"],
    )
    block = (
        cylinder(foot, low, top_radius=0.9 * foot)
        if base == "round"
        else slab(1.8 * foot, low, 1.8 * foot, 0.1 * foot, top_scale=0.92)
    )
    design.add("base", block, plinth)
    design.add("plaque", panel(0.9 * foot, 0.45 * low, 0.004).moved(0, 0.5 * low, 0.93 * foot - 0.001), metal)
    y = low + stem * h
    design.add(
        "stem",
        lathe(
            [
                (0.7 * foot, low),
                (0.6 * foot, low + 0.02 * h),
                (0.08 * h, low + 0.05 * h),
                (0.025 * h, low + 0.6 * stem * h),
                (0.045 * h, y - 0.03 * h),
                (0.03 * h, y + 0.01 * h),
            ]
        ),
        metal,
    )
    top = h - y
    if kind == "star":
        outline = regular_outline(5, 0.32 * h, radius2=0.13 * h)
        design.add(
            "star",
            along_z(extrude(outline, 0.05 * h) + extrude(outline * 0.8, 0.07 * h).moved(y=-0.01 * h))
            .rotated("z", 18)
            .moved(0, y + 0.13 * h, -0.025 * h),
            metal,
        )
    else:
        cup = [(0.03 * h, 0), (0.6 * r, 0.12 * top), (0.85 * r, 0.45 * top), (r, top), (1.06 * r, 1.02 * top)]
        design.add(
            "cup",
            lathe([*cup, (0.95 * r, top), (0.8 * r, 0.45 * top), (0.01, 0.15 * top)], segments=32).moved(y=y),
            metal,
        )
        reach, tall = (0.5 * r, 0.3 * top) if handles == "round" else (0.7 * r, 0.42 * top)
        loop = sweep(arc(1, -105, 105, points=16) * (reach, tall, 1) + (0.88 * r, y + 0.58 * top, 0), 0.014 * h)
        design.add("handle", mirrored(loop), metal)
        if lid == "yes":
            design.add(
                "lid",
                lathe(
                    [
                        (1.02 * r, 0),
                        (0.7 * r, 0.15 * top),
                        (0.1 * r, 0.25 * top),
                        (0.06 * r, 0.32 * top),
                        (0.14 * r, 0.4 * top),
                        (0.01 * r, 0.48 * top),
                    ]
                ).moved(y=y + top),
                metal,
            )
            design.features.append("a lid")
    return design


@category("hourglass", family="office", also=("sand timer", "sandglass"))
def hourglass(p: Parameters) -> Design:
    h, r, neck = p.real("height", 0.1, 0.28), p.real("radius_ratio", 0.17, 0.27), p.real("neck", 0.08, 0.16)
    posts, run, plate = (
        p.whole("posts", 2, 5),
        p.real("sand_run", 0.15, 0.85),
        p.choice("plate", ["round", "polygonal"]),
    )
    wood = p.material("frame", [*WOODS[:4], BRASS, BLACK])
    sand = p.material("sand", [Material("sandy", (0.86, 0.72, 0.45)), WHITE, BLUE, RED, PINK, BLACK])
    post_form, r = p.choice("post_form", ["plain", "turned"]), r * h
    t, outer = 0.05 * h, 1.35 * r
    inside = h - 2 * t
    design = Design(
        [f"{wood.name}-framed"],
        [f"{sand.name} sand" if sand.name != "sandy" else "yellow sand", f"{number_word(posts)} {post_form} posts"],
    )
    sides = 32 if plate == "round" else max(posts, 3) * 2
    for y in (0, h - t):
        design.add(
            "plate",
            lathe(
                [(outer, 0), (outer, 0.7 * t), (0.93 * outer, t)]
                if y == 0
                else [(0.93 * outer, 0), (outer, 0.3 * t), (outer, t)],
                segments=sides,
            ).moved(y=y),
            wood,
        )
    share = np.linspace(-1, 1, 25)
    bulb = r * (
        neck + (1 - neck) * np.sin(np.pi * np.minimum(np.abs(share), 0.93) ** 0.9) ** 0.6 * (np.abs(share) > 0.02)
    )
    bulb = np.where(np.abs(share) > 0.5, np.maximum(bulb, 0.75 * r), bulb)
    level_low, level_top = -1 + 0.15 + 0.45 * run, 0.15 + 0.5 * (1 - run)
    heights = t + inside * (share + 1) / 2
    for part, keep, paint, swell in (
        ("glass", (share >= level_top) | (share <= 0) & (share >= level_low), GLASS, 1.0),
        ("sand", share <= level_low, sand, 1.0),
        ("sand", (share <= level_top) & (share >= 0), sand, 1.0),
    ):
        if part == "glass":
            for half in (share >= level_top, (share <= 0.01) & (share >= level_low - 0.05)):
                design.add(
                    part,
                    lathe([(a * swell, b) for a, b in zip(bulb[half], heights[half], strict=True)], segments=24),
                    paint,
                )
        else:
            design.add(
                part,
                lathe([(a * 1.003, b) for a, b in zip(bulb[keep], heights[keep], strict=True)], segments=24),
                paint,
            )
    turned = [(1.3, 0), (0.7, 0.1), (1.1, 0.3), (0.7, 0.45), (1.5, 0.5), (0.7, 0.55), (1.1, 0.7), (0.7, 0.9), (1.3, 1)]
    post = lathe(
        [(0.032 * h * a, inside * b) for a, b in (turned if post_form == "turned" else [(0.8, 0), (0.8, 1)])],
        segments=12,
    )
    design.add("post", around(post.moved(1.15 * r, t), posts, start=45), wood)
    return design


@category("alarm clock", family="office", also=("bedside clock", "table clock"))
def alarm_clock(p: Parameters) -> Design:
    r, kind, t = (
        p.real("radius", 0.04, 0.065),
        p.choice("kind", ["twin-bell", "twin-bell", "digital", "square"]),
        p.real("depth", 0.6, 1.0),
    )
    case, metal = (
        p.material("case", [RED, BLACK, WHITE, TURQUOISE, PINK, YELLOW, BRASS, CHROME]),
        p.material("metal", [CHROME, BRASS, STEEL]),
    )
    face, hour, minute = p.material("face", [WHITE, CREAM, BLACK]), p.whole("hour", 1, 12), p.whole("minute", 10, 59)
    glow, t = p.material("digits", [RED_LIGHT, GREEN_LIGHT, Material("glowing blue", (0.35, 0.7, 1.0))]), t * r
    dark = PRINT if face.name != "black" else WHITE
    if kind == "digital":
        w, h = 3.2 * r, 1.3 * r
        design = Design([case.name, kind], [f"{glow.name} digits", "a snooze bar"])
        design.add("case", slab(w, h, 1.4 * r, 0.2 * r, top_scale=0.94), case)
        design.add("screen", panel(0.9 * w, 0.7 * h, 0.06 * r).moved(0, 0.5 * h, 0.68 * r), SCREEN)
        design.add("number", digits(f"{hour:02d}:{minute:02d}", 0.5 * h).moved(0, 0.5 * h, 0.74 * r), glow)
        design.add("snooze bar", box(0.5 * w, 0.08 * r, 0.3 * r).moved(0, h - 0.01 * r, 0.2 * r), metal)
        design.add(
            "button", row(box(0.2 * r, 0.06 * r, 0.15 * r).moved(0, h, -0.3 * r), 5, step=(0.45 * r, 0, 0)), GREY
        )
        return design
    y, z = 1.15 * r, t / 2
    design = Design([case.name, kind], ["two bells" if kind == "twin-bell" else "a square case", f"a {face.name} face"])
    ring = along_z(tube(r, 0.88 * r, 1.1 * t, segments=36)).moved(z=-0.5 * t) + disc(
        0.98 * r, 0.8 * t, segments=36
    ).moved(z=-0.5 * t)
    design.add(
        "case",
        (
            ring
            if kind == "twin-bell"
            else slab(2.2 * r, 1.05 * t, 2.2 * r, 0.3 * r).rotated("x", 90).moved(z=-0.65 * t)
        ).moved(y=y),
        case,
    )
    design.add("face", disc(0.89 * r, 0.15 * t, segments=36).moved(0, y, 0.3 * t), face)
    z = 0.45 * t
    ticks = join(
        *(
            panel(0.05 * r, (0.18 if i % 3 == 0 else 0.1) * r, 0.02 * r).moved(y=0.74 * r).rotated("z", 30 * i)
            for i in range(12)
        )
    )
    design.add("mark", ticks.moved(0, y, z), dark)
    for name, turn_by, long, wide in (
        ("hour hand", -30 * hour - minute / 2, 0.45, 0.08),
        ("minute hand", -6 * minute, 0.66, 0.05),
    ):
        design.add(
            name,
            panel(wide * r, long * r, 0.02 * r)
            .moved(y=0.42 * long * r)
            .rotated("z", turn_by)
            .moved(0, y, z + (0.03 if name[0] == "h" else 0.06) * r),
            dark,
        )
    design.add("hub", disc(0.07 * r, 0.1 * r, segments=12).moved(0, y, z), metal)
    if kind == "twin-bell":
        bell = (
            sphere(0.42 * r, segments=20, start=0, stop=90) + cylinder(0.05 * r, 0.3 * r, segments=8).moved(y=-0.28 * r)
        ).moved(y=1.15 * r)
        design.add("bell", mirrored(bell.rotated("z", -32).moved(0, y)), metal)
        design.add(
            "hammer",
            cylinder(0.03 * r, 0.45 * r, segments=8).moved(y=y + 0.95 * r)
            + sphere(0.1 * r, segments=10).moved(y=y + 1.4 * r),
            metal,
        )
        design.add("handle", sweep(arc(0.75 * r, 15, 165) * (1, 0.9, 1) + (0, y + 1.25 * r, 0), 0.035 * r), metal)
        design.add("foot", mirrored(sweep([(0.55 * r, y - 0.75 * r, 0), (0.8 * r, 0, 0)], [0.06 * r, 0.1 * r])), metal)
        design.features.append("a hammer")
    else:
        design.add("button", box(0.6 * r, 0.1 * r, 0.3 * t).moved(0, y + 1.08 * r), metal)
        design.add("foot", mirrored(box(0.3 * r, 0.12 * r, 0.8 * t).moved(0.7 * r, 0)), metal)
    return design
