"""Hardware and kitchen tools: goggles, chains, electrical fittings, workshop iron and things for the worktop."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, WOODS, Material
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

STEEL, BRASS, BLACK_METAL, COPPER, CHROME, RUSTY = METALS
RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY = PLASTICS[:8]
DARK = Material("dark", (0.05, 0.05, 0.06))
GOLD = Material("golden", (0.85, 0.68, 0.3))
IVORY = Material("ivory", (0.93, 0.9, 0.8))
SILVER = Material("silver", (0.76, 0.77, 0.79))
IRON = Material("cast iron", (0.27, 0.28, 0.3))
BAMBOO = Material("bamboo", (0.83, 0.66, 0.4))
CABLES = (BLACK, WHITE, GREY)
PAINTS = (
    BLUE,
    RED,
    GREY,
    Material("dark blue", (0.1, 0.2, 0.42)),
    Material("dark green", (0.12, 0.32, 0.22)),
    Material("orange", (0.9, 0.4, 0.1)),
)
KITCHEN = (STEEL, CHROME, BLACK, WOODS[1], WOODS[2], RED, Material("teal", (0.15, 0.5, 0.52)))


def rounded(width: float, depth: float, radius: float, *, points: int = 8) -> np.ndarray:
    """The (x, z) outline of a rectangle with round corners, ``points`` to a corner."""
    r = min(radius, 0.499 * width, 0.499 * depth)
    turn = np.radians(np.linspace(0, 90, points))
    corners = [(1, 1, 0.0), (-1, 1, 0.5), (-1, -1, 1.0), (1, -1, 1.5)]
    parts = [
        np.stack(
            [sx * (width / 2 - r) + r * np.cos(turn + a * np.pi), sz * (depth / 2 - r) + r * np.sin(turn + a * np.pi)],
            1,
        )
        for sx, sz, a in corners
    ]
    return np.concatenate(parts)


def slab(width: float, height: float, depth: float, *, radius: float, edge: float = 0.0) -> Solid:
    """A block on the ground with round upright edges and, by ``edge``, broken top and bottom edges."""
    e = edge or 0.12 * min(width, height, depth)
    sizes = [(2 * e, 0.0), (0.5 * e, 0.3 * e), (0, e), (0, height - e), (0.5 * e, height - 0.3 * e), (2 * e, height)]
    rings = []
    for inset, y in sizes:
        flat = rounded(width, depth, radius) * (1 - inset / width, 1 - inset / depth)
        rings.append(np.stack([flat[:, 0], np.full(len(flat), y), flat[:, 1]], 1))
    return loft(rings)


def facing(solid: Solid) -> Solid:
    """What lies on the ground stood up: its top looks to +Z, its +Z edge points down."""
    return solid.rotated("x", 90)


def upright(outline: np.ndarray, thickness: float, hole: np.ndarray | None = None) -> Solid:
    """An (x, y) outline as a plate centred on z = 0."""
    return extrude(outline, thickness, hole=hole).rotated("x", -90).moved(z=thickness / 2)


def ellipse(a: float, b: float, *, points: int = 32) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.stack([a * np.cos(t), b * np.sin(t)], 1)


def strap(path: np.ndarray, height: float, thickness: float) -> Solid:
    """A flat band on edge along a level path."""
    return sweep(path, thickness, sides=6).scaled(y=height / (2 * thickness))


def curve(points: list[tuple[float, float, float]], *, count: int = 24) -> np.ndarray:
    """A smooth path through the points."""
    p = np.asarray(points, float)
    p = np.concatenate([[2 * p[0] - p[1]], p, [2 * p[-1] - p[-2]]])
    path = []
    for t in np.linspace(0, len(points) - 1.0001, count):
        i = int(t)
        u, (a, b, c, d) = t - i, p[i : i + 4]
        path.append(0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3))
    return np.array(path)


def threaded(radius: float, length: float, *, turns: int, depth: float = 0.08) -> Solid:
    """A standing threaded rod, its thread as rings."""
    levels = np.linspace(0, length, 2 * turns + 1)
    return lathe([(radius * (1 - depth * (i % 2)), float(y)) for i, y in enumerate(levels)], segments=16)


@category("goggles", family="workshop", also=("safety goggles", "safety glasses", "ski goggles"))
def goggles(p: Parameters) -> Design:
    kind = p.choice("kind", ["safety", "ski", "swimming", "welding"])
    w, h, bend = p.real("width", 0.15, 0.18), p.real("height", 0.07, 0.095), p.real("bend", 3, 6)
    lens = p.material(
        "lens",
        [
            Material("clear", (0.78, 0.88, 0.92)),
            Material("amber", (0.9, 0.55, 0.15)),
            Material("mirror blue", (0.2, 0.4, 0.8)),
            Material("smoky", (0.16, 0.17, 0.19)),
        ],
    )
    frame, band = (
        p.material("frame", [BLACK, GREY, BLUE, WHITE, RED, GREEN]),
        p.material("strap", [BLACK, GREY, BLUE, RED]),
    )
    deep = p.real("head", 0.08, 0.12)
    double = kind in ("swimming", "welding")
    design = Design(
        [kind, frame.name],
        [f"{'two' if double else 'one wide'} {lens.name} {'lenses' if double else 'lens'}", f"a {band.name} strap"],
    )
    if double:
        a, b = (0.24 * w, 0.26 * h) if kind == "swimming" else (0.2 * w, 0.2 * w)
        cup, glass = (
            upright(ellipse(a, b), 0.035, hole=ellipse(0.78 * a, 0.76 * b)),
            upright(ellipse(0.8 * a, 0.8 * b), 0.012),
        )
        for s in (-1, 1):
            design.add("frame", cup.rotated("y", 12 * s).moved(s * 0.25 * w), frame)
            design.add("lens", glass.rotated("y", 12 * s).moved(s * 0.25 * w, 0, 0.01), lens)
        design.add("bridge", sweep(arc(0.06 * w, 0, 180) * (1, 0.5, 1) + (0, 0, 0.005), 0.005), frame)
    else:
        form = rounded(w, h, 0.45 * h, points=12)
        notch = 1 - 0.45 * np.exp(-((form[:, 0] / (0.16 * w)) ** 2)) * (form[:, 1] < 0)
        form = form * np.stack([np.ones(len(form)), notch], 1)
        design.add("frame", upright(form, 0.035, hole=0.84 * form).bent(-bend), frame)
        design.add("lens", upright(0.86 * form, 0.012).moved(z=0.01).bent(-bend), lens)
        vent = row(box(0.012, 0.008, 0.012), 4, step=(0.02, 0, 0))
        design.add("vent", vent.moved(y=0.485 * h).bent(-bend), DARK)
    side = 0.47 * w
    start = -0.01 if double else -bend * side**2
    path = arc(1, 180, 360, points=24, plane="xz") * (side, 1, deep) + (0, 0, start)
    design.add("strap", strap(path, 0.014 if kind == "swimming" else 0.032, 0.0025), band)
    return design


@category("chain", family="workshop", also=("steel chain", "iron chain"))
def chain(p: Parameters) -> Design:
    links, r = p.whole("links", 6, 13), p.real("bar", 0.003, 0.009)
    stretch, form = p.real("stretch", 1.4, 2.2), p.choice("form", ["straight", "hanging", "coiled"])
    metal = p.material("metal", [STEEL, CHROME, BLACK_METAL, RUSTY, GOLD, Material("red", (0.75, 0.1, 0.1))])
    end, tight = p.choice("end", ["nothing", "a ring"]), p.real("tightness", 0.55, 1)
    a, b = 2.4 * r * stretch, 2.4 * r
    oval = np.concatenate(
        [arc(b, -90, 90, points=7) + np.array((a - b, 0, 0)), arc(b, 90, 270, points=7) - (a - b, 0, 0)]
    )
    link = sweep(oval, r, sides=7, closed=True)
    design = Design([form, metal.name], [f"{links} links", *([end] if end == "a ring" else [])])
    step = 2 * (a - r) * 0.98
    x = step * (np.arange(links) - (links - 1) / 2)
    for i, s in enumerate(x):
        one = link.rotated("x", 90 * (i % 2) + 20)
        if form == "coiled":
            turn = 330 * tight / links
            radius = 0.5 * step / np.tan(np.radians(turn / 2))
            design.add("link", one.moved(z=radius).rotated("y", turn * (i - links / 2)), metal)
        else:
            u = s / max(x[-1], 1e-9) * (1.1 * tight if form == "hanging" else 0.001)
            scale = x[-1] / (1.1 * tight if form == "hanging" else 0.001)
            design.add(
                "link",
                one.rotated("z", float(np.degrees(u))).moved(scale * float(np.sin(u)), scale * float(1 - np.cos(u))),
                metal,
            )
    if end == "a ring":
        ring = torus(1.5 * b, r, segments=24).rotated("x", 90)
        u = 1.1 * tight if form == "hanging" else 0.001
        if form == "coiled":
            where = ring.rotated("x", 90).moved(-step / 2 - 1.1 * b, 0, radius).rotated("y", turn * (-links / 2))
        else:
            scale = x[-1] / u
            where = (
                ring.moved(step / 2 + 1.4 * b)
                .rotated("z", float(np.degrees(u)))
                .moved(scale * float(np.sin(u)), scale * float(1 - np.cos(u)))
            )
        design.add("ring", where, metal)
    return design


@category("power plug", family="workshop", also=("plug", "electric plug", "mains plug"))
def power_plug(p: Parameters) -> Design:
    kind, cable = (
        p.choice("kind", ["American", "flat European", "British", "grounded European"]),
        p.real("cable", 0.04, 0.09),
    )
    size, length, side = p.real("size", 0.9, 1.2), p.real("length", 0.03, 0.045), p.real("side", -0.1, 0.1)
    case, wire = p.material("case", [BLACK, WHITE, GREY, ORANGE]), p.material("wire", CABLES)
    ribs = p.whole("ribs", 3, 6)
    design = Design(
        [kind, case.name],
        [
            "two flat blades" if kind == "American" else "three square pins" if kind == "British" else "two round pins",
            f"a {wire.name} cable",
        ],
    )
    form = {
        "American": rounded(0.032, 0.026, 0.008),
        "flat European": rounded(0.034, 0.015, 0.0074),
        "British": rounded(0.05, 0.046, 0.012),
        "grounded European": ellipse(0.019, 0.019),
    }[kind] * size
    levels = [(0.3, 0.0), (0.45, 0.15), (0.95, 0.55), (1, 0.62), (1, 0.97), (0.96, 1)]
    design.add(
        "body",
        facing(
            loft([np.stack([form[:, 0] * s, np.full(len(form), y * length), form[:, 1] * s], 1) for s, y in levels])
        ),
        case,
    )
    pins: list[Solid] = []
    if kind == "American":
        pins = [facing(box(0.0016, 0.018, 0.0065)).moved(x * size) for x in (-0.0064, 0.0064)]
    elif kind == "British":
        pins = [facing(box(0.0064, 0.018, 0.004)).moved(x, -0.01) for x in (-0.011, 0.011)] + [
            facing(box(0.004, 0.023, 0.008)).moved(y=0.012)
        ]
    else:
        pins = [
            facing(lathe([(0.0024, 0), (0.0024, 0.017), (0.0012, 0.019)], segments=14)).moved(x)
            for x in (-0.0095, 0.0095)
        ]
    design.add("pin", join(*pins).moved(z=length - 0.0005), BRASS if kind == "British" else CHROME)
    if kind == "grounded European":
        design.add(
            "contact",
            row(box(0.006, 0.002, 0.012), 2, step=(0, 0.0378 * size - 0.0005, 0)).moved(0, -0.001, length - 0.008),
            BRASS,
        )
    if kind == "American":
        design.add("earth pin", facing(cylinder(0.0024, 0.02, segments=12)).moved(0, -0.009, length - 0.0005), CHROME)
    design.add(
        "strain relief",
        join(
            *(
                facing(cylinder(0.0065 - 0.0005 * i, 0.003, segments=14)).moved(z=0.001 - 0.0045 * i)
                for i in range(ribs)
            )
        ),
        case,
    )
    path = curve([(0, 0, 0.006), (0, 0, -0.03), (0.4 * side, -0.01, -0.03 - 0.4 * cable), (side, -0.02, -0.03 - cable)])
    design.add("cable", sweep(path, 0.0037), wire)
    return design


@category("wall socket", family="workshop", also=("power outlet", "electrical outlet", "socket"))
def wall_socket(p: Parameters) -> Design:
    kind, gangs = p.choice("kind", ["American", "German", "British"]), p.whole("gangs", 1, 3)
    size, thick, corner = p.real("size", 0.075, 0.09), p.real("thickness", 0.007, 0.012), p.real("corner", 0.003, 0.012)
    plate = p.material("plate", [WHITE, WHITE, IVORY, SILVER, BLACK])
    inner = p.material("insert", [WHITE, IVORY, BLACK, GREY])
    tall = 1.55 * size if kind == "American" else size
    design = Design(
        [kind, plate.name],
        [
            f"{number_word(gangs)} units side by side" if gangs > 1 else "one socket unit",
            f"a {inner.name} insert",
        ],
    )
    wide = size * (0.96 + 0.85 * (gangs - 1))
    design.add("plate", facing(slab(wide, thick, tall, radius=corner, edge=0.3 * thick)), plate)
    z = thick - 0.0005
    for x in 0.85 * size * (np.arange(gangs) - (gangs - 1) / 2):
        if kind == "German":
            design.add("rim", facing(tube(0.3 * size, 0.26 * size, 0.005)).moved(x, 0, z), inner)
            design.add(
                "recess",
                facing(cylinder(0.262 * size, 0.0015)).moved(x, 0, z),
                Material("shade grey", (0.62, 0.62, 0.61)),
            )
            design.add(
                "hole",
                row(facing(cylinder(0.034 * size, 0.001, segments=14)), 2, step=(0.24 * size, 0, 0)).moved(
                    x, 0, z + 0.002
                ),
                DARK,
            )
            design.add(
                "contact",
                row(box(0.06 * size, 0.07 * size, 0.004), 2, step=(0, 0.47 * size, 0)).moved(
                    x, -0.035 * size, z + 0.002
                ),
                BRASS,
            )
            continue
        if kind == "British":
            design.add(
                "hole",
                box(0.09 * size, 0.17 * size, 0.001).moved(x, 0.1 * size, z + 0.001)
                + row(box(0.14 * size, 0.08 * size, 0.001), 2, step=(0.28 * size, 0, 0)).moved(
                    x, -0.18 * size, z + 0.001
                ),
                DARK,
            )
            design.add(
                "switch",
                facing(slab(0.13 * size, 0.005, 0.24 * size, radius=0.005)).rotated("x", 8).moved(x, 0.26 * size, z),
                inner,
            )
            design.add("switch mark", box(0.09 * size, 0.02 * size, 0.003).moved(x, 0.345 * size, z + 0.003), RED)
            continue
        for y in (-0.36 * size, 0.36 * size):
            design.add(
                "insert", facing(slab(0.46 * size, 0.004, 0.5 * size, radius=0.16 * size)).moved(x, y, z - 0.001), inner
            )
            slots = box(0.035 * size, 0.13 * size, 0.001).moved(-0.09 * size, 0.03 * size) + box(
                0.035 * size, 0.1 * size, 0.001
            ).moved(0.09 * size, 0.03 * size)
            hole = facing(cylinder(0.05 * size, 0.001, segments=14)).moved(y=-0.1 * size)
            design.add("slot", (slots + hole).moved(x, y, z + 0.0033), DARK if inner.name != "black" else GREY)
        design.add("screw", facing(cylinder(0.03 * size, 0.002, segments=12)).moved(x, 0, z), STEEL)
    return design


@category("light switch", family="workshop", also=("wall switch", "switch"))
def light_switch(p: Parameters) -> Design:
    kind, gangs = p.choice("kind", ["toggle", "rocker", "dimmer"]), p.whole("gangs", 1, 3)
    size, shape, thick = (
        p.real("size", 0.07, 0.09),
        p.choice("shape", ["tall", "square"]),
        p.real("thickness", 0.006, 0.011),
    )
    state, corner = p.choice("state", ["on", "off"]), p.real("corner", 0.002, 0.012)
    plate, lever = (
        p.material("plate", [WHITE, WHITE, IVORY, SILVER, BLACK, BRASS]),
        p.material("lever", [WHITE, IVORY, BLACK, GREY]),
    )
    tall, up = size * (1.6 if shape == "tall" else 1.05), 1 if state == "on" else -1
    step = 0.62 * size
    design = Design(
        [shape, plate.name],
        [
            f"{number_word(gangs)} {lever.name} {kind}{'s' * (gangs > 1)}",
            f"the {kind} {state}" if kind != "dimmer" else "a round knob",
        ],
    )
    design.add("plate", facing(slab(size + step * (gangs - 1), thick, tall, radius=corner, edge=0.3 * thick)), plate)
    for x in step * (np.arange(gangs) - (gangs - 1) / 2):
        if kind == "toggle":
            design.add("slot", box(0.17 * size, 0.34 * size, 0.002).moved(x, -0.17 * size, thick), DARK)
            design.add(
                "lever",
                cylinder(0.07 * size, 0.25 * size, top_radius=0.055 * size, segments=12)
                .rotated("x", 90 - 32 * up)
                .moved(x, 0, thick - 0.002),
                lever,
            )
        elif kind == "rocker":
            h = 0.62 * size if shape == "square" else 0.9 * size
            design.add("frame", box(0.5 * size, h + 0.06 * size, 0.0016).moved(x, -0.5 * h - 0.03 * size, thick), GREY)
            design.add(
                "rocker",
                facing(slab(0.44 * size, 0.007, h, radius=0.004)).rotated("x", 6 * up).moved(x, 0, thick - 0.001),
                lever,
            )
            design.add(
                "mark", box(0.04 * size, 0.012 * size, 0.006).moved(x, 0.32 * h, thick + 0.003 + 0.002 * up), RED
            )
        else:
            design.add(
                "knob",
                facing(
                    lathe(
                        [(0.2 * size, 0), (0.2 * size, 0.006), (0.17 * size, 0.02), (0.15 * size, 0.022)], segments=24
                    )
                ).moved(x, 0, thick - 0.001),
                lever,
            )
            design.add(
                "pointer",
                box(0.02 * size, 0.13 * size, 0.002).moved(x, 0.02 * size, thick + 0.0205),
                DARK if lever.name != "black" else WHITE,
            )
        ys = (-0.4 * tall, 0.4 * tall)
        design.add(
            "screw",
            join(*(facing(cylinder(0.035 * size, 0.002, segments=12)).moved(x, y, thick - 0.0005) for y in ys)),
            STEEL,
        )
    return design


@category("battery", family="workshop", also=("power cell", "cell"))
def battery(p: Parameters) -> Design:
    kind = p.choice("kind", ["round", "nine-volt", "car", "coin"])
    fat, h, split = p.real("fatness", 0.26, 0.55), p.real("height", 0.045, 0.062), p.real("split", 0.55, 0.78)
    main = p.material("main", [BLACK, BLACK, RED, GREEN, BLUE, Material("silver", (0.72, 0.73, 0.75))])
    band, count = p.material("band", [COPPER, GOLD, ORANGE, YELLOW, WHITE]), p.whole("count", 1, 4)
    design = Design([main.name, kind], [f"a {band.name} band"])
    plus = Material("print white", (0.96, 0.96, 0.95)) if main.name != "silver" else DARK
    if kind == "round":
        r = 0.5 * fat * h
        cell = [
            lathe([(0.93 * r, 0), (r, 0.02 * h), (r, split * h)], segments=26),
            lathe([(r, split * h), (r, 0.97 * h), (0.9 * r, 0.985 * h)], segments=26),
            cylinder(0.34 * r, 0.04 * h, segments=16).moved(y=0.98 * h),
            cylinder(0.8 * r, 0.01, segments=20).moved(y=-0.012 * h),
        ]
        mark = box(0.5 * r, 0.12 * r, 0.1 * r).moved(0, (split + 0.1) * h - 0.06 * r, 0.95 * r) + box(
            0.12 * r, 0.5 * r, 0.1 * r
        ).moved(0, (split + 0.1) * h - 0.25 * r, 0.95 * r)
        label = tube(1.012 * r, 0.9 * r, 0.05 * h).moved(y=0.15 * h)
        for part, solid, m in (
            ("case", cell[0], main),
            ("band", cell[1], band),
            ("terminal", cell[2] + cell[3], SILVER),
            ("plus", mark, DARK),
            ("print", label, plus),
        ):
            design.add(part, row(solid, count, step=(2.02 * r, 0, 0)), m)
        design.features.insert(0, f"{number_word(count)} cells in a row" if count > 1 else "a raised terminal")
    elif kind == "nine-volt":
        w = 0.55 * h
        design.add("case", slab(w, split * h, 0.36 * h, radius=0.06 * h, edge=0.001), main)
        design.add(
            "band", slab(1.005 * w, (1 - split) * h, 0.364 * h, radius=0.06 * h, edge=0.001).moved(y=split * h), band
        )
        design.add(
            "terminal",
            cylinder(0.1 * h, 0.07 * h).moved(-0.14 * h, h)
            + lathe([(0.1 * h, 0), (0.09 * h, 0.04 * h), (0.13 * h, 0.08 * h), (0.05 * h, 0.08 * h)], segments=6).moved(
                0.14 * h, h
            ),
            SILVER,
        )
        design.add(
            "print",
            box(0.7 * w, 0.06 * h, 0.001).moved(0, 0.2 * h, 0.18 * h)
            + box(0.5 * w, 0.12 * h, 0.001).moved(0, 0.33 * h, 0.18 * h),
            plus,
        )
        design.features.insert(0, "two snap terminals")
    elif kind == "car":
        w, tall = 0.26, 3.2 * h
        design.add("case", slab(w, tall, 0.17, radius=0.008, edge=0.003), BLACK if main.name == "silver" else main)
        design.add(
            "lid",
            slab(1.03 * w, 0.16 * tall, 0.176, radius=0.01, edge=0.003).moved(y=tall * 0.94),
            Material("charcoal", (0.2, 0.2, 0.21)),
        )
        post = cylinder(0.011, 0.03, top_radius=0.009).moved(0, 1.08 * tall, 0.055)
        design.add("terminal", row(post, 2, step=(0.76 * w, 0, 0)), SILVER)
        design.add("plus ring", tube(0.019, 0.01, 0.012).moved(0.38 * w, 1.09 * tall, 0.055), RED)
        design.add("minus ring", tube(0.019, 0.01, 0.012).moved(-0.38 * w, 1.09 * tall, 0.055), DARK)
        design.add(
            "filler cap",
            row(cylinder(0.013, 0.008, segments=16), 6, step=(0.036, 0, 0)).moved(0, 1.095 * tall, -0.02),
            GREY,
        )
        design.add("band", box(0.8 * w, (1 - split) * tall, 0.002).moved(0, 0.3 * tall, 0.085), band)
        design.add("print", box(0.55 * w, 0.06 * tall, 0.002).moved(0, 0.2 * tall, 0.0855), plus)
        design.adjectives = [kind, "black" if main.name == "silver" else main.name]
        design.features.insert(0, "two lead posts")
    else:
        coin = lathe([(0.9, 0), (1, 0.06), (1, 0.26), (0.96, 0.3)], segments=36)
        cells = join(*(coin.moved(0.12 * (i % 2), 0.31 * i, 0.1 * (i % 3)) for i in range(count))).scaled(
            0.2 * h, 0.2 * h, 0.2 * h
        )
        design.add("case", cells, SILVER)
        y, size = 0.2 * h * (0.31 * (count - 1) + 0.3), 0.2 * h
        where = (0.12 * ((count - 1) % 2) * size, y, 0.1 * ((count - 1) % 3) * size)
        design.add(
            "plus",
            (box(0.8 * size, 0.0003, 0.16 * size) + box(0.16 * size, 0.0004, 0.8 * size)).moved(*where),
            Material("engraved grey", (0.4, 0.4, 0.42)),
        )
        design.add("band", tube(1.012 * size, 0.9 * size, 0.1 * size, segments=36).moved(0, 0.12 * size, 0), band)
        design.adjectives = ["silver", kind]
        design.features.insert(0, f"{number_word(count)} flat cell{'s' * (count > 1)}")
    return design


@category("vise", family="workshop", also=("bench vise", "vice"))
def vise(p: Parameters) -> Design:
    w, opening, tall = p.real("width", 0.1, 0.16), p.real("opening", 0.01, 0.08), p.real("height", 0.12, 0.17)
    paint, bar = p.material("paint", [*PAINTS, IRON]), p.real("bar", 0.14, 0.22)
    mount, back = p.choice("mount", ["swivel base", "bench plate", "table clamp"]), p.choice("anvil", ["yes", "no"])
    turn = p.real("turn", -60, 60)
    design = Design(
        [paint.name, "wide-open" if opening > 0.04 else "nearly closed"],
        [f"a {mount}", *(["a small anvil"] if back == "yes" else [])],
    )
    y = 0.45 * tall
    if mount == "swivel base":
        design.add(
            "base",
            lathe([(0.75 * w, 0), (0.75 * w, 0.015), (0.5 * w, 0.03), (0.5 * w, y)], segments=28)
            + around(cylinder(0.018, 0.016).moved(0.8 * w), 3, start=30),
            paint,
        )
    elif mount == "bench plate":
        design.add("base", slab(1.3 * w, 0.018, 1.1 * w, radius=0.02) + slab(0.7 * w, y, 0.8 * w, radius=0.02), paint)
        design.add(
            "bolt",
            join(
                *(
                    cylinder(0.01, 0.026, segments=6).moved(sx * 0.5 * w, 0, sz * 0.42 * w)
                    for sx in (-1, 1)
                    for sz in (-1, 1)
                )
            ),
            STEEL,
        )
    else:
        design.add(
            "base",
            slab(0.7 * w, y, 0.6 * w, radius=0.01)
            + box(0.3 * w, 0.02, 0.9 * w).moved(0, -0.08, 0.1 * w)
            + box(0.3 * w, 0.1, 0.02).moved(0, -0.08, -0.3 * w),
            paint,
        )
        design.add(
            "clamp screw",
            threaded(0.008, 0.1, turns=9).moved(0, -0.13, 0.15 * w) + cylinder(0.02, 0.008).moved(0, -0.03, 0.15 * w),
            STEEL,
        )
    design.add(
        "fixed jaw",
        box(0.75 * w, 0.4 * tall, 0.75 * w, bevel=0.02).moved(0, y - 0.05 * tall, -0.3 * w)
        + slab(w, 0.3 * tall, 0.3 * w, radius=0.01).moved(0, 0.7 * tall, -0.16 * w),
        paint,
    )
    z = opening
    design.add("slide", box(0.4 * w, 0.24 * tall, 0.9 * w + opening).moved(0, y + 0.05 * tall, 0.2 * w), paint)
    design.add(
        "moving jaw",
        slab(w, 0.3 * tall, 0.28 * w, radius=0.01).moved(0, 0.7 * tall, 0.15 * w + z)
        + box(0.6 * w, 0.42 * tall, 0.4 * w, bevel=0.015).moved(0, y - 0.05 * tall, 0.24 * w + z),
        paint,
    )
    plate = box(0.96 * w, 0.14 * tall, 0.008).moved(y=0.87 * tall)
    design.add("jaw plate", plate.moved(z=-0.01 + 0.002) + plate.moved(z=z + 0.008), STEEL)
    if back == "yes":
        design.add("anvil", slab(0.6 * w, 0.25 * tall, 0.4 * w, radius=0.01).moved(0, 0.68 * tall, -0.45 * w), STEEL)
    front = 0.44 * w + z
    design.add(
        "screw",
        facing(cylinder(0.013, 0.06) + cylinder(0.021, 0.03).moved(y=0.03)).moved(0, y + 0.16 * tall, front),
        STEEL,
    )
    grip = (
        cylinder(0.006, bar, segments=12).moved(y=-bar / 2)
        + sphere(0.011, segments=12).moved(y=bar / 2)
        + sphere(0.011, segments=12).moved(y=-bar / 2)
    ).rotated("z", 90 + turn)
    design.add("handle", grip.moved(0, y + 0.16 * tall, front + 0.045), CHROME)
    return design


@category("anvil", family="workshop", also=("blacksmith's anvil", "iron block"))
def anvil(p: Parameters) -> Design:
    length, w = p.real("length", 0.3, 0.5), p.real("width", 0.08, 0.12)
    tall, horn = p.real("height", 0.2, 0.3), p.real("horn", 0.35, 0.6)
    waist, under = p.real("waist", 0.45, 0.65), p.choice("stand", ["a tree stump", "a steel stand", "no stand"])
    metal, horns = (
        p.material("metal", [IRON, BLACK_METAL, STEEL, RUSTY, Material("blue-grey", (0.36, 0.41, 0.47))]),
        p.choice("horns", ["one horn", "two horns"]),
    )
    design = Design(
        [metal.name, "long" if length > 0.4 else "short"], [horns, *([under] if under != "no stand" else [])]
    )
    outline, rings = rounded(1, 1, 0.06), []
    for s, z, y in (
        (1, 1.7, 0),
        (1, 1.7, 0.14),
        (0.8, 1.25, 0.24),
        (waist, 0.85, 0.42),
        (waist, 0.85, 0.5),
        (0.85, 0.95, 0.68),
        (1, 1, 0.74),
    ):
        rings.append(
            np.stack([outline[:, 0] * 0.62 * length * s, np.full(len(outline), y * tall), outline[:, 1] * w * z], 1)
        )
    design.add("body", loft(rings), metal)
    design.add("face", slab(0.66 * length, 0.27 * tall, w, radius=0.004, edge=0.004).moved(0, 0.73 * tall), metal)
    reach = horn * length
    t = np.linspace(0, 1, 9)
    path = np.stack([0.31 * length + reach * t, tall * (0.86 + 0.08 * t**2), 0 * t], 1)
    design.add("horn", sweep(path, 0.47 * w * np.sqrt(1 - t * 0.98), sides=16), metal)
    design.add("step", slab(0.1 * length, 0.2 * tall, 0.9 * w, radius=0.004).moved(0.36 * length, 0.74 * tall), metal)
    if horns == "two horns":
        back = extrude(np.array([(0.02, 0.5), (0.02, -0.5), (-1, -0.12), (-1, 0.12)]) * (0.7 * reach, w), 0.16 * tall)
        design.add("horn", back.moved(-0.32 * length, 0.825 * tall), metal)
    else:
        design.add(
            "heel",
            slab(0.5 * reach, 0.16 * tall, 0.95 * w, radius=0.004).moved(-0.32 * length - 0.2 * reach, 0.83 * tall),
            metal,
        )
    design.add("hardy hole", box(0.18 * w, 0.002, 0.18 * w).moved(-0.27 * length, tall), DARK)
    if under == "a tree stump":
        design.add(
            "stump",
            lathe(
                [(0.5 * length, -0.45), (0.44 * length, -0.35), (0.43 * length, -0.01), (0.41 * length, 0)], segments=18
            ),
            Material("bark brown", (0.36, 0.25, 0.17)),
        )
        design.add("stump top", cylinder(0.4 * length, 0.004).moved(y=-0.0005), WOODS[2])
    elif under == "a steel stand":
        design.add(
            "stand",
            join(
                *(
                    sweep([(sx * 0.25 * length, 0, sz * 0.6 * w), (sx * 0.45 * length, -0.42, sz * 1.4 * w)], 0.02)
                    for sx in (-1, 1)
                    for sz in (-1, 1)
                )
            )
            + box(0.75 * length, 0.02, 2 * w).moved(y=-0.018),
            BLACK_METAL,
        )
    return design


@category("scale", family="workshop", also=("scales", "weighing scale", "balance"))
def scale(p: Parameters) -> Design:
    kind = p.choice("kind", ["bathroom", "kitchen", "balance", "dial"])
    size, tilt, pan = p.real("size", 0.8, 1.2), p.real("tilt", -12, 12), p.choice("pan", ["bowl", "plate"])
    case = p.material("case", [WHITE, BLACK, SILVER, RED, Material("mint", (0.6, 0.82, 0.74)), IVORY])
    metal, hand = p.material("metal", [BRASS, STEEL, CHROME]), p.real("hand", -130, 130)
    design = Design(
        [kind, case.name if kind != "balance" else metal.name],
        [
            {
                "bathroom": "a display window",
                "kitchen": f"a {pan} and a display",
                "balance": "two hanging pans",
                "dial": f"a round dial and a {pan}",
            }[kind]
        ],
    )
    dish = lathe(
        [(0.3, 0), (0.7, 0.1), (1, 0.55), (1.03, 0.57), (1.0, 0.6), (0.6, 0.16), (0.001, 0.1)]
        if pan == "bowl"
        else [(0.9, 0), (1, 0.06), (1.02, 0.1), (0.94, 0.08), (0.001, 0.06)],
        segments=32,
    )
    if kind == "bathroom":
        w = 0.3 * size
        design.add("platform", slab(w, 0.03, w, radius=0.04), case)
        design.add(
            "foot mat",
            row(slab(0.26 * w, 0.003, 0.62 * w, radius=0.12 * w), 2, step=(0.42 * w, 0, 0)).moved(0, 0.029, 0.1 * w),
            GREY if case.name != "silver" else BLACK,
        )
        design.add("display", slab(0.36 * w, 0.004, 0.16 * w, radius=0.01).moved(0, 0.029, -0.36 * w), DARK)
        design.add(
            "digits",
            row(box(0.05 * w, 0.002, 0.09 * w), 3, step=(0.08 * w, 0, 0)).moved(0, 0.032, -0.36 * w),
            Material("lit green", (0.6, 0.85, 0.6)),
        )
        design.add("pointer", box(0.02 * w, 0.002, 0.05 * w).rotated("y", hand).moved(0, 0.0295, -0.24 * w), RED)
    elif kind == "balance":
        h, arm = 0.4 * size, 0.2 * size
        design.add(
            "base",
            lathe(
                [(0.11, 0), (0.11, 0.015), (0.08, 0.02), (0.04, 0.035), (0.012, 0.06), (0.012, 0.1)], segments=28
            ).scaled(size, 1, size),
            case,
        )
        design.add(
            "pillar",
            lathe(
                [
                    (0.011, 0.03),
                    (0.009, 0.5 * h),
                    (0.016, 0.52 * h),
                    (0.009, 0.55 * h),
                    (0.008, h),
                    (0.014, 1.02 * h),
                    (0.003, 1.1 * h),
                ],
                segments=16,
            ),
            metal,
        )
        beam = sweep(
            np.stack([np.linspace(-arm, arm, 15), 0.02 * np.cos(np.linspace(-4.7, 4.7, 15)), np.zeros(15)], 1), 0.007
        )
        design.add("beam", beam.rotated("z", tilt).moved(y=h), metal)
        for s in (-1, 1):
            x, y = s * arm * float(np.cos(np.radians(tilt))), h + s * arm * float(np.sin(np.radians(tilt)))
            design.add("pan", dish.scaled(0.09 * size, 0.05, 0.09 * size).moved(x, y - 0.52 * h), metal)
            design.add(
                "string",
                around(
                    sweep(
                        [(0.085 * size, -0.52 * h + (0.028 if pan == "bowl" else 0.004), 0), (0, 0, 0)], 0.0018, sides=5
                    ),
                    3,
                    start=30,
                ).moved(x, y),
                GREY,
            )
    elif kind == "kitchen":
        w = 0.2 * size
        design.add("body", slab(w, 0.025, 1.2 * w, radius=0.02), case)
        design.add(
            "display",
            slab(0.4 * w, 0.003, 0.16 * w, radius=0.004).moved(0, 0.024, 0.46 * w),
            Material("display green", (0.55, 0.65, 0.5)),
        )
        design.add(
            "digits", row(box(0.04 * w, 0.001, 0.09 * w), 3, step=(0.08 * w, 0, 0)).moved(0, 0.027, 0.46 * w), DARK
        )
        design.add("button", row(cylinder(0.05 * w, 0.003), 2, step=(0.7 * w, 0, 0)).moved(0, 0.024, 0.46 * w), GREY)
        design.add(pan, dish.scaled(0.52 * w, 0.6 * w, 0.52 * w).moved(0, 0.024, -0.1 * w), metal)
    else:
        w, h = 0.2 * size, 0.2 * size
        design.add("body", slab(w, h, 0.7 * w, radius=0.03), case)
        design.add("neck", cylinder(0.12 * w, 0.2 * h).moved(y=0.95 * h), metal)
        design.add("pan", dish.scaled(0.75 * w, 0.6 * w, 0.75 * w).moved(0, 1.1 * h), metal)
        z = 0.35 * w
        design.add("bezel", facing(torus(0.38 * w, 0.03 * w, segments=28)).moved(0, 0.5 * h, z), metal)
        design.add(
            "dial",
            facing(cylinder(0.37 * w, 0.004, segments=32)).moved(0, 0.5 * h, z),
            WHITE if case.name != "white" else IVORY,
        )
        design.add(
            "tick",
            facing(around(box(0.06 * w, 0.001, 0.014 * w).moved(0.31 * w), 12)).moved(0, 0.5 * h, z + 0.004),
            DARK,
        )
        design.add("hand", box(0.025 * w, 0.3 * w, 0.002).rotated("z", hand).moved(0, 0.5 * h, z + 0.006), RED)
    return design


def blade(chords: list[tuple[float, float, float]], thickness: float) -> Solid:
    """A twisted propeller blade along +X from (distance, chord, twist in degrees) stations."""
    form, rings = ellipse(0.5, 0.5, points=14), []
    for x, chord, twist in chords:
        a = np.radians(twist)
        u, v = form[:, 0] * chord, form[:, 1] * thickness * (0.4 + 0.6 * chord / max(c for _, c, _ in chords))
        rings.append(np.stack([u * np.cos(a) - v * np.sin(a), np.full(14, x), u * np.sin(a) + v * np.cos(a)], 1))
    return loft(rings).rotated("z", -90)


@category("propeller", family="workshop", also=("screw propeller", "airscrew", "rotor"))
def propeller(p: Parameters) -> Design:
    kind, count = p.choice("kind", ["ship", "aircraft", "drone"]), p.whole("blades", 2, 5)
    r, twist, fat = p.real("radius", 0.15, 1.2), p.real("twist", 20, 40), p.real("blade_width", 0.8, 1.2)
    tips = p.material("tips", [YELLOW, RED, WHITE, ORANGE])
    ship = p.material("ship_metal", [Material("bronze", (0.72, 0.53, 0.25)), BRASS, STEEL])
    air = p.material("air_material", [BLACK, Material("varnished wooden", (0.52, 0.3, 0.15)), GREY, SILVER])
    n = max(count, 3) if kind == "ship" else min(count, 4) if kind == "aircraft" else min(count, 3)
    metal, hub = (ship, 0.22 * r) if kind == "ship" else (air, 0.09 * r)
    design = Design([kind, metal.name], [f"{number_word(n)} {'broad' if kind == 'ship' else 'slender'} blades"])
    shape = (
        [(0.1, 0.3, 70), (0.35, 0.62, 55), (0.6, 0.8, 42), (0.8, 0.72, 33), (0.93, 0.45, 28), (1, 0.1, 26)]
        if kind == "ship"
        else [(0.02, 0.06, 60), (0.2, 0.13, 45), (0.45, 0.15, 30), (0.7, 0.13, 22), (0.92, 0.09, 15), (1, 0.03, 13)]
    )
    wide = fat if kind == "aircraft" or (kind == "ship" and n < 5) else 0.8 * fat
    stations = [(x * r, c * r * wide, t * twist / 30 * (1 if kind != "ship" else 0.8)) for x, c, t in shape]
    design.add("blade", facing(around(blade(stations, 0.035 * r), n, start=90)), metal)
    if kind == "ship":
        design.add(
            "hub",
            facing(
                lathe(
                    [
                        (0.85 * hub, -hub),
                        (hub, -0.6 * hub),
                        (hub, 0.6 * hub),
                        (0.7 * hub, 1.2 * hub),
                        (0.001, 1.6 * hub),
                    ],
                    segments=24,
                )
            ),
            metal,
        )
        design.add("shaft", facing(cylinder(0.3 * hub, 1.2 * hub).moved(y=-2 * hub)), STEEL)
        return design
    design.add("hub", facing(cylinder(hub, 1.2 * hub).moved(y=-0.6 * hub)), metal if kind == "drone" else BLACK)
    if kind == "aircraft":
        design.add(
            "spinner",
            facing(
                lathe(
                    [(1.3 * hub, 0), (1.25 * hub, 0.7 * hub), (0.9 * hub, 1.6 * hub), (0.001, 2.4 * hub)], segments=24
                )
            ),
            tips,
        )
        ends = [
            (x * r, c * r * wide * 1.06, t * twist / 30)
            for x, c, t in ((0.86, 0.104, 17), (0.92, 0.09, 15), (1.003, 0.032, 13))
        ]
        design.add("tip", facing(around(blade(ends, 0.036 * r), n, start=90)), tips)
        design.features.append(f"a {tips.name} spinner")
    else:
        design.add("motor", facing(cylinder(1.5 * hub, 1.6 * hub).moved(y=-2.2 * hub)), STEEL)
        design.add(
            "nut",
            facing(
                cylinder(0.6 * hub, 0.8 * hub, segments=6).moved(y=0.55 * hub)
                + sphere(0.5 * hub, segments=12).moved(y=1.3 * hub)
            ),
            tips,
        )
    return design


def claw(width: float, length: float, thickness: float, *, split: bool) -> Solid:
    """A flat, tapering tip along +Y, with a V-notch between two prongs if split."""
    if not split:
        return extrude(np.array([(-0.5, 0), (0.5, 0), (0.75, 1), (-0.75, 1)]) * (width, length), thickness).rotated(
            "x", -90
        )
    prong = extrude(np.array([(-0.55, 0), (0.1, 0), (-0.2, 1), (-0.75, 1)]) * (width, length), thickness).rotated(
        "x", -90
    )
    return prong + prong.scaled(x=-1)


@category("crowbar", family="workshop", also=("pry bar", "wrecking bar"))
def crowbar(p: Parameters) -> Design:
    kind, length = p.choice("kind", ["gooseneck", "flat", "straight"]), p.real("length", 0.35, 0.7)
    r, curl, notch = p.real("bar", 0.011, 0.016), p.real("curl", 0.045, 0.07), p.choice("claw", ["forked", "plain"])
    paint, grip = (
        p.material("paint", [RED, BLUE, BLACK_METAL, Material("dark grey", (0.25, 0.26, 0.28)), ORANGE, YELLOW]),
        p.choice("grip", ["a rubber grip", "no grip"]),
    )
    sides = p.choice("section", ["hexagonal", "round"])
    n = 6 if sides == "hexagonal" else 14
    design = Design(
        [paint.name, kind], [f"a {notch} claw", f"a {sides} bar", *([grip] if grip == "a rubber grip" else [])]
    )
    sweep_to = {"gooseneck": 170.0, "flat": 75.0, "straight": 35.0}[kind]
    bow = arc(curl, 180, 180 - sweep_to, points=16) + np.array((curl, length, 0))
    path = np.concatenate([np.stack([np.zeros(9), np.linspace(0, length, 9), np.zeros(9)], 1)[:-1], bow])
    bar = sweep(path, r, sides=n)
    design.add("bar", bar.scaled(z=1.8) if kind == "flat" else bar, paint)
    tip = (
        claw(2.3 * r * (1.4 if kind == "flat" else 1), 0.055, 0.6 * r, split=notch == "forked")
        .moved(0, -0.004, 0.3 * r)
        .rotated("y", 90)
    )
    design.add("claw", tip.rotated("z", -sweep_to).moved(*bow[-1]), STEEL)
    end = claw(2 * r, 0.06, 0.6 * r, split=False).moved(0, -0.004, 0.3 * r).rotated("y", 90).rotated("z", 180 - 18)
    design.add("chisel end", end + sphere(1.05 * r, segments=12), STEEL)
    design.add(
        "neck", tube(1.12 * r, 0.9 * r, 0.012).scaled(z=1.8 if kind == "flat" else 1).moved(y=0.7 * length), STEEL
    )
    if grip == "a rubber grip":
        rubber = join(
            *(cylinder(1.35 * r, 0.016, segments=16).moved(y=0.12 * length + 0.018 * i) for i in range(9))
        ) + cylinder(1.25 * r, 0.16).moved(y=0.12 * length)
        design.add("grip", rubber.scaled(z=1.8 if kind == "flat" else 1), BLACK)
    return design


@category("cutting board", family="workshop", also=("chopping board", "board"))
def cutting_board(p: Parameters) -> Design:
    shape, w = p.choice("shape", ["rectangular", "paddle", "round"]), p.real("width", 0.28, 0.42)
    ratio, thick = p.real("ratio", 0.6, 0.75), p.real("thickness", 0.012, 0.03)
    extra, pose = (
        p.choice("extra", ["a juice groove", "stripes", "a knife and chopped carrot"]),
        p.choice("pose", ["lying", "upright"]),
    )
    wood = p.material("wood", [BAMBOO, WOODS[0], WOODS[1], WOODS[2], WHITE, GREEN])
    corner, grip = p.real("corner", 0.01, 0.04), p.real("grip", 0.08, 0.14)
    d = w * ratio if shape != "round" else w
    things = extra == "a knife and chopped carrot" and pose == "lying"
    design = Design(
        [shape, wood.name],
        [
            extra if things or extra != "a knife and chopped carrot" else "a plain face",
            *(["a handle"] if shape != "rectangular" else ["a hanging hole"]),
        ],
    )
    tone = Material("dark strip", (wood.color[0] * 0.68, wood.color[1] * 0.64, wood.color[2] * 0.6))
    pieces: list[tuple[str, Solid, Material]] = [
        ("board", slab(w, thick, d, radius=0.5 * d if shape == "round" else corner, edge=0.003), wood)
    ]
    if shape != "rectangular":
        pieces.append(
            (
                "handle",
                slab(grip + 0.04, 0.98 * thick, 0.06, radius=0.028, edge=0.003).moved(
                    0.5 * w + 0.5 * grip - 0.02, 0.01 * thick
                ),
                wood,
            )
        )
    hole_x = 0.5 * w + grip - 0.03 if shape != "rectangular" else 0.5 * w - 0.035
    pieces.append(
        (
            "hole",
            slab(0.018, thick + 0.002, 0.018 if shape != "rectangular" else 0.08, radius=0.009, edge=0.0005).moved(
                hole_x, -0.001
            ),
            DARK,
        )
    )
    if extra == "a juice groove":
        k = 0.5 if shape == "round" else 0
        outer, inner = (
            rounded(0.86 * w - 0.05, 0.88 * d, max(corner, k * w)),
            rounded(0.86 * w - 0.066, 0.88 * d - 0.016, max(corner, k * w)),
        )
        pieces.append(("groove", extrude(outer, 0.001, hole=inner).moved(-0.012, thick - 0.0003), tone))
    elif extra == "stripes":
        pieces.append(
            (
                "stripe",
                row(
                    slab(0.035, thick + 0.001, 0.8 * d if shape == "round" else 0.985 * d, radius=0.001, edge=0.0005),
                    3,
                    step=(0.2 * w, 0, 0),
                ).moved(-0.04 * w, -0.0005),
                tone,
            )
        )
    elif things:
        knife = extrude(np.array([(0, 0), (0.16, 0.004), (0.11, 0.028), (0, 0.03)]), 0.002).moved(y=0.006)
        pieces += [
            ("knife blade", knife.moved(-0.05, thick, 0.02), CHROME),
            ("knife handle", slab(0.1, 0.014, 0.022, radius=0.008).moved(-0.095, thick, 0.036), BLACK),
        ]
        pieces.append(
            (
                "carrot",
                join(
                    *(
                        cylinder(0.014, 0.005, segments=14)
                        .rotated("x", 6 * i)
                        .moved(-0.08 + 0.022 * i, thick, -0.05 + 0.008 * (i % 2))
                        for i in range(6)
                    )
                ),
                ORANGE,
            )
        )
    for part, solid, m in pieces:
        design.add(part, solid.rotated("z", 90).rotated("y", -90).rotated("x", -8) if pose == "upright" else solid, m)
    return design


def grip(kind: str, length: float, radius: float) -> Solid:
    """A kitchen tool's handle from y = 0 up, with a hanging loop at its end."""
    loop = torus(0.8 * radius, 0.25 * radius, segments=18, sides=8).rotated("x", 90).moved(y=length + 0.8 * radius)
    if kind == "flat":
        return (
            facing(slab(2.4 * radius, 0.7 * radius, length, radius=radius)).moved(0, length / 2, -0.35 * radius) + loop
        )
    mid = {"turned": 1.2, "straight": 1.0}[kind]
    return (
        lathe(
            [
                (0.6 * radius, 0),
                (radius, 0.06 * length),
                (0.8 * radius, 0.2 * length),
                (mid * radius, 0.6 * length),
                (radius, 0.95 * length),
                (0.5 * radius, length),
            ]
            if kind == "turned"
            else [(radius, 0), (radius, 0.97 * length), (0.6 * radius, length)],
            segments=16,
        )
        + loop
    )


@category("whisk", family="workshop", also=("egg whisk", "egg beater", "balloon whisk"))
def whisk(p: Parameters) -> Design:
    kind, wires = p.choice("kind", ["balloon", "French", "ball"]), p.whole("wires", 4, 8)
    head, w, length = p.real("head", 0.11, 0.17), p.real("width", 0.03, 0.045), p.real("handle", 0.1, 0.15)
    handle, form = p.material("grip", KITCHEN), p.choice("handle_form", ["turned", "straight"])
    wire = p.material("wire", [CHROME, STEEL, BLACK, Material("teal", (0.15, 0.5, 0.52)), COPPER])
    wide = w * {"balloon": 1.35, "French": 0.7, "ball": 1.3}[kind]
    design = Design(
        [kind, handle.name],
        [f"{2 * wires} {wire.name} prongs" if kind == "ball" else f"{wires} {wire.name} loops", f"a {form} handle"],
    )
    if kind == "ball":
        prong = sweep(
            curve([(0.004, 0, 0), (0.4 * wide, -0.5 * head, 0), (wide, -head, 0)], count=8), 0.0014, sides=6
        ) + sphere(0.0045, segments=10).moved(wide, -head)
        design.add("wire", around(prong, 2 * wires) + sweep([(0, 0, 0), (0, -head, 0)], 0.0014, sides=6), wire)
    else:
        t = np.linspace(0, 1, 26)
        a = np.pi * t
        down = -head * np.abs(np.sin(a)) ** 0.8
        x = np.where(np.abs(down) < 1e-6, 0.004 * np.sign(np.cos(a)), wide * np.cos(a) * np.abs(np.sin(a)) ** 0.7 * 1.7)
        loop = sweep(np.stack([x, down, 0 * t], 1), 0.0013, sides=6)
        design.add(
            "wire", join(*(loop.rotated("y", 180 * i / wires).scaled(y=1 - 0.015 * i) for i in range(wires))), wire
        )
    design.add("collar", lathe([(0.007, -0.012), (0.011, 0), (0.011, 0.012)], segments=18), CHROME)
    design.add("handle", grip(form, length, 0.011), handle)
    return design


@category("ladle", family="workshop", also=("soup ladle", "scoop", "spoon"))
def ladle(p: Parameters) -> Design:
    r, depth, length = p.real("bowl", 0.035, 0.055), p.real("depth", 0.6, 1), p.real("length", 0.22, 0.3)
    kind, end = p.choice("kind", ["round", "spouted", "slotted"]), p.choice("end", ["hook", "grip", "loop"])
    metal, handle = (
        p.material("metal", [STEEL, CHROME, BLACK, WOODS[2], RED, Material("teal", (0.15, 0.5, 0.52))]),
        p.material("handle", [BLACK, WOODS[1], GREY, RED, WOODS[2]]),
    )
    lean = p.real("lean", 5, 22)
    design = Design(
        [metal.name, kind],
        [
            f"a {'deep' if depth > 0.8 else 'shallow'} bowl",
            f"a {handle.name} grip" if end == "grip" else f"a {end} at the end of the handle",
        ],
    )
    angles = np.radians(np.linspace(-88, 0, 9))
    outer = [(r * float(np.cos(a)), r * depth * float(np.sin(a))) for a in angles]
    bowl = lathe([*outer, *((0.93 * x, 0.93 * y + 0.0006) for x, y in reversed(outer))], segments=28)
    if kind == "spouted":
        lip = bowl.vertices.copy()
        pull = np.clip(np.abs(lip[:, 2]) / r - 0.75, 0, 1) * np.clip(1 + lip[:, 1] / (0.6 * r), 0, 1)
        lip[:, 2] *= 1 + 1.1 * pull
        bowl = Solid(lip, bowl.faces)
    design.add("bowl", bowl, metal)
    if kind != "spouted":
        design.add("rim", torus(0.965 * r, 0.0018, segments=28, sides=6), metal)
    if kind == "slotted":
        hole = cylinder(0.09 * r, 0.002, segments=10)
        design.add(
            "hole",
            join(
                *(
                    hole.rotated("x", t)
                    .moved(0, -0.93 * r * depth * np.cos(np.radians(0.8 * t)) + 0.001, -0.5 * r * np.sin(np.radians(t)))
                    .rotated("y", 60 * i)
                    for i in range(6)
                    for t in (28, 62)
                )
            ),
            DARK,
        )
    path = curve(
        [
            (-0.96 * r, -0.15 * r, 0),
            (-1.0 * r, 0.4 * r, 0),
            (-1.0 * r - 0.3 * length * np.sin(np.radians(lean)), 0.35 * length, 0),
            (-1.0 * r - length * np.sin(np.radians(lean)), length, 0),
        ],
        count=14,
    )
    design.add("handle", sweep(path, 0.0032, sides=10).scaled(z=2), metal)
    top = tuple(path[-1])
    if end == "hook":
        design.add(
            "hook",
            sweep(arc(0.016, 0, 210, points=12) - (0.016, 0, 0), 0.0032, sides=10)
            .scaled(z=1.8)
            .rotated("z", lean)
            .moved(*top),
            metal,
        )
    elif end == "grip":
        design.add(
            "grip",
            grip("turned", 0.1, 0.009)
            .rotated("z", lean)
            .moved(top[0] + 0.05 * np.sin(np.radians(lean)), top[1] - 0.05),
            handle,
        )
    else:
        design.add("loop", torus(0.011, 0.003, segments=20).rotated("x", 90).moved(top[0], top[1] + 0.01, 0), metal)
    return design


@category("spatula", family="workshop", also=("turner", "fish slice", "scraper"))
def spatula(p: Parameters) -> Design:
    kind, slots = p.choice("kind", ["turner", "scraper", "palette"]), p.whole("slots", 0, 5)
    w, long, shaft = p.real("width", 0.07, 0.1), p.real("blade", 0.09, 0.13), p.real("shaft", 0.08, 0.14)
    form, handle = p.choice("handle_form", ["turned", "straight", "flat"]), p.material("grip", KITCHEN)
    head, bend = (
        p.material("head", [STEEL, BLACK, CHROME, RED, BLUE, Material("teal", (0.15, 0.5, 0.52)), WOODS[2]]),
        p.real("bend", 8, 30),
    )
    slots = slots if kind == "turner" else 0
    design = Design(
        [head.name, {"turner": "wide", "scraper": "rubber-bladed", "palette": "narrow"}[kind]],
        [f"{number_word(slots)} slots" if slots > 1 else "a solid blade", f"a {form} {handle.name} handle"],
    )
    if kind == "turner":
        outline = rounded(w, long, 0.012)
        outline[:, 0] *= 0.86 - 0.28 * outline[:, 1] / long
        if slots > 1:
            bars = slots + 1
            pitch = 0.74 * w / bars
            top, low = (
                facing(slab(0.74 * w, 0.002, 0.22 * long, radius=0.01)).moved(y=-0.11 * long),
                facing(slab(0.86 * w, 0.002, 0.2 * long, radius=0.008)).moved(y=-0.9 * long),
            )
            ribs = row(box(0.5 * pitch, 0.7 * long, 0.0018), bars, step=(1.1 * pitch, 0, 0)).moved(
                0, -0.84 * long, 0.0002
            )
            blade_ = top + low + ribs
        else:
            blade_ = upright(outline, 0.002).moved(y=-0.5 * long)
    elif kind == "scraper":
        blade_ = facing(slab(0.68 * w, 0.009, long, radius=0.02)).moved(0, -0.5 * long, -0.0045)
    else:
        blade_ = facing(slab(0.4 * w, 0.002, 2 * long, radius=0.02)).moved(0, -long, 0)
    tilt = bend if kind != "scraper" else 0.0
    design.add("blade", blade_.rotated("x", -tilt), head)
    rod = np.array([(0, -0.015, 0), (0, 0.01, 0), (0, 0.03, 0), (0, shaft + 0.01, 0)])
    design.add(
        "shaft",
        sweep(rod, [0.003, 0.0045, 0.004, 0.004], sides=10).scaled(x=1.6),
        CHROME if handle.name not in ("chrome", "steel") else handle,
    )
    design.add("neck", sphere(0.007, segments=12).scaled(1.5, 1.2, 0.6), head)
    design.add("handle", grip(form, 0.12, 0.01).moved(y=shaft), handle)
    return design
