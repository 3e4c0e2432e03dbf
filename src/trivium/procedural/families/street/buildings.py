"""Buildings and other tall structures."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.street.parts import (
    BARN_RED,
    DARK_GREEN,
    GALVANIZED,
    GRANITE,
    NIGHT,
    PANE,
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
    CONCRETE,
    GLASS,
    GREY,
    METALS,
    PLASTER,
    PLASTICS,
    RED,
    RUSTY,
    SANDSTONE,
    SLATE,
    STEEL,
    STONES,
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
    disc,
    extrude,
    join,
    lathe,
    mirrored,
    regular_outline,
    rod,
    row,
    side_cut,
    sphere,
    sweep,
    torus,
    tube,
    upright,
)

WINDOW_PANE = Material("glass", (0.3, 0.42, 0.52))
LAMP = Material("lamp", (0.98, 0.93, 0.7))


def pitched_roof(width: float, depth: float, height: float, overhang: float) -> Solid:
    """A pitched roof with its ridge along X, eaves at y = 0."""
    w, d = width / 2 + overhang, depth / 2 + overhang
    return side_cut([(-d, 0), (d, 0), (0, height)], 2 * w)


@category("house", family="buildings", also=("building", "home", "cottage"))
def house(p: Parameters) -> Design:
    w, d, storey = p.real("width", 5, 11), p.real("depth", 4, 8), p.real("storey", 2.4, 3.2)
    storeys, windows = p.whole("storeys", 1, 3), p.whole("windows", 2, 5)
    roof_kind, pitch = p.choice("roof", ["gabled", "hipped", "flat"]), p.real("pitch", 0.3, 0.9)
    wall, roof, extra = (
        p.material("wall", [*STONES, *PLASTICS, *WOODS]),
        p.material("roof_material", [BRICK, SLATE, *WOODS[:3], *PLASTICS[:3]]),
        p.choice("extra", ["chimney", "porch", "none"]),
    )
    h = storey * storeys
    design = Design(
        [wall.name, f"{number_word(storeys)}-storey"],
        [f"a {roof_kind} {roof.name} roof", f"{number_word(windows)} windows a row"],
    )
    design.add("wall", box(w, h, d), wall)
    if roof_kind == "gabled":
        design.add("roof", pitched_roof(w, d, pitch * d, 0.35).moved(y=h), roof)
    elif roof_kind == "hipped":
        design.add(
            "roof",
            extrude(
                [
                    (-w / 2 - 0.3, -d / 2 - 0.3),
                    (w / 2 + 0.3, -d / 2 - 0.3),
                    (w / 2 + 0.3, d / 2 + 0.3),
                    (-w / 2 - 0.3, d / 2 + 0.3),
                ],
                pitch * d * 0.8,
                top_scale=0.15,
            ).moved(y=h),
            roof,
        )
    else:
        design.add("roof", box(w + 0.5, 0.3, d + 0.5).moved(y=h), roof)
    pane = box(w / windows * 0.45, storey * 0.45, 0.1)
    for level in range(storeys):
        design.add(
            "window",
            row(pane.moved(0, storey * (level + 0.35), d / 2), windows, step=(0.9 * w / windows, 0, 0))
            + row(pane.moved(0, storey * (level + 0.35), -d / 2), windows, step=(0.9 * w / windows, 0, 0)),
            WINDOW_PANE,
        )
    design.add("door", box(1.0, 2.1, 0.16).moved(0.45 * w * (1 / windows if windows % 2 else 0), 0, d / 2), WOODS[3])
    if extra == "chimney":
        design.add("chimney", box(0.7, pitch * d + 1.2, 0.7).moved(w * 0.3, h, 0), BRICK)
    elif extra == "porch":
        design.add(
            "porch",
            box(2.6, 0.15, 1.6).moved(0, 2.4, d / 2 + 0.8)
            + row(cylinder(0.1, 2.4, segments=8), 2, step=(2.2, 0, 0)).moved(0, 0, d / 2 + 1.4),
            WOODS[4],
        )
    if extra != "none":
        design.features.append(f"a {extra}")
    return design


@category("tower", family="buildings", also=("building",))
def tower(p: Parameters) -> Design:
    r, h, taper = p.real("radius", 2, 4), p.real("height", 8, 20), p.real("taper", 0.6, 1.0)
    sides, top = (
        p.choice("plan", ["round", "square", "octagonal"]),
        p.choice("top", ["battlements", "cone", "dome", "flat"]),
    )
    windows, wall, roof = (
        p.whole("windows", 2, 6),
        p.material("wall", STONES),
        p.material("roof", [BRICK, SLATE, *PLASTICS[:3], *METALS]),
    )
    n = {"round": 28, "square": 4, "octagonal": 8}[sides]
    design = Design(
        [sides, wall.name],
        [
            {
                "battlements": "battlements",
                "cone": f"a {roof.name} spire",
                "dome": f"a {roof.name} dome",
                "flat": "a flat top",
            }[top],
            f"{number_word(windows)} windows",
        ],
    )
    design.add("wall", cylinder(r, h, top_radius=r * taper, segments=n).rotated("y", 45 if n == 4 else 0), wall)
    rt = r * taper * 1.15
    design.add("crown", cylinder(rt, 0.6, segments=n).rotated("y", 45 if n == 4 else 0).moved(y=h), wall)
    if top == "battlements":
        design.add("crown", around(box(0.5, 0.9, 0.8).moved(rt * 0.92 * (0.8 if n == 4 else 1), h + 0.6), 10), wall)
    elif top == "cone":
        design.add(
            "roof",
            cylinder(rt * 1.1, 1.8 * r, top_radius=0.01, segments=n).rotated("y", 45 if n == 4 else 0).moved(y=h + 0.6),
            roof,
        )
    elif top == "dome":
        design.add("roof", sphere(rt, start=0, segments=24).moved(y=h + 0.6), roof)
    for i in range(windows):
        y = h * (0.2 + 0.7 * i / windows)
        design.add(
            "window",
            box(0.5, 1.0, 0.4)
            .moved(0, y, (r + (taper - 1) * r * y / h) * (0.71 if n == 4 else 0.97))
            .rotated("y", 90 * (i % 4)),
            WINDOW_PANE,
        )
    design.add("door", box(1.2, 2.2, 0.6).moved(0, 0, r * (0.68 if n == 4 else 0.93)), WOODS[3])
    return design


@category("windmill", family="buildings", also=("wind mill",))
def windmill(p: Parameters) -> Design:
    r, h, taper = p.real("radius", 2, 3.5), p.real("height", 6, 11), p.real("taper", 0.5, 0.8)
    sails, reach, turn = p.whole("sails", 3, 6), p.real("reach", 3.5, 6), p.real("turn", 0, 80)
    wall, sail, plan = (
        p.material("wall", [*STONES, *WOODS]),
        p.material("sail", [*WOODS, *PLASTICS]),
        p.choice("plan", ["round", "octagonal", "post"]),
    )
    design = Design([wall.name, plan], [f"{number_word(sails)} {sail.name} sails"])
    if plan == "post":
        design.add(
            "post",
            cylinder(0.4, h * 0.5, segments=8) + around(sweep([(0, 0.4 * h, 0), (0.8 * r, 0, 0)], 0.2), 4),
            WOODS[1],
        )
        design.add("wall", box(1.4 * r, 0.6 * h, 1.4 * r).moved(y=0.45 * h), wall)
        face = 0.75 * r
    else:
        design.add("wall", cylinder(r, h, top_radius=r * taper, segments=28 if plan == "round" else 8), wall)
        face = r * taper * 1.05
    design.add("cap", sphere(r * taper * 1.1, start=0, segments=16).moved(y=h), SLATE)
    blade = box(0.12, reach, 0.1) + box(0.9, 0.75 * reach, 0.05).moved(0.4, 0.22 * reach)
    design.add(
        "sail",
        join(*(blade.rotated("z", turn + 360 * i / sails) for i in range(sails))).moved(0, h * 0.97, face + 0.5),
        sail,
    )
    design.add("axle", cylinder(0.2, 1.0, segments=8).rotated("x", 90).moved(0, h * 0.97, face - 0.3), WOODS[1])
    design.add("door", box(1, 2, 0.4).moved(0, 0, r * 0.95 if plan != "post" else 0.1), WOODS[3])
    return design


@category("bridge", family="buildings")
def bridge(p: Parameters) -> Design:
    length, w, rise = p.real("length", 8, 20), p.real("width", 2, 4.5), p.real("rise", 0, 2.5)
    kind, bays, rail = (
        p.choice("kind", ["arched", "truss", "suspension"]),
        p.whole("bays", 2, 6),
        p.choice("rail", ["yes", "no"]),
    )
    deck, frame = p.material("deck", [*WOODS, *STONES]), p.material("frame", [*STONES, *METALS, *PLASTICS[:3]])
    x = np.linspace(-length / 2, length / 2, 13)
    y = 2.5 + rise * (1 - (2 * x / length) ** 2)
    design = Design([kind, frame.name], [f"a {deck.name} deck", f"{number_word(bays)} bays"])
    design.add(
        "deck",
        join(
            *(
                box(length / 12 * 1.03, 0.3, w)
                .rotated("z", np.degrees(np.arctan2(y[i + 1] - y[i], x[1] - x[0])))
                .moved((x[i] + x[i + 1]) / 2, (y[i] + y[i + 1]) / 2)
                for i in range(12)
            )
        ),
        deck,
    )
    posts = np.linspace(-length / 2, length / 2, bays + 1)
    if kind == "arched":
        for a, b in pairwise(posts):
            t = np.linspace(0, np.pi, 9)
            arch = np.stack([(a + b) / 2 - (b - a) / 2 * np.cos(t), 2.2 * np.sin(t), 0 * t], 1)
            design.add("arch", row(sweep(arch, 0.25), 2, step=(0, 0, w * 0.8)), frame)
        design.add("pier", join(*(box(0.5, 2.3, w).moved(q) for q in posts)), frame)
    elif kind == "truss":
        side = [sweep([(a, 2.5, 0), ((a + b) / 2, 5.0, 0), (b, 2.5, 0)], 0.12) for a, b in pairwise(posts)]
        design.add(
            "truss",
            row(
                join(
                    *side,
                    sweep([(-length / 2 + length / bays / 2, 5, 0), (length / 2 - length / bays / 2, 5, 0)], 0.14),
                ),
                2,
                step=(0, 0, w),
            ).moved(y=rise * 0.4),
            frame,
        )
    else:
        design.add("tower", row(row(box(0.4, 8, 0.4), 2, step=(0.55 * length, 0, 0)), 2, step=(0, 0, w)), frame)
        c = np.linspace(-1, 1, 13)
        cable = np.stack([c * 0.275 * length, 3.4 + 4.5 * c**2, 0 * c], 1)
        hang = [cylinder(0.04, float(cy - 2.5), segments=5).moved(float(cx), 2.5) for cx, cy, _ in cable[1:-1]]
        design.add("cable", row(sweep(cable, 0.08) + join(*hang), 2, step=(0, 0, w)), BLACK_METAL)
    if rail == "yes" and kind != "truss":
        design.add(
            "rail",
            row(
                sweep(np.stack([x, y + 1.1, 0 * x], 1), 0.06)
                + join(
                    *(cylinder(0.04, 1.0, segments=5).moved(a, b + 0.1) for a, b in zip(x[::2], y[::2], strict=True))
                ),
                2,
                step=(0, 0, w * 0.95),
            ),
            frame,
        )
        design.features.append("railings")
    return design


@category("church", family="street", also=("chapel", "cathedral"))
def church(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 7, 11), p.real("length", 1.5, 2.3), p.real("height", 0.6, 0.9)
    place, top = p.choice("tower", ["front", "side", "ridge", "twin"]), p.choice("top", ["spire", "dome", "pitched"])
    wall = p.material("wall", [WHITE, PLASTER, SANDSTONE, BRICK, CONCRETE])
    roof, windows = (
        p.material(
            "roof",
            [SLATE, Material("red tiles", (0.6, 0.25, 0.16)), Material("green copper", (0.4, 0.62, 0.54)), SHINGLE],
        ),
        p.whole("windows", 3, 6),
    )
    tall, door = p.real("tower_height", 1.7, 2.4), p.material("door", TIMBER)
    h, d = h * w, ratio * w
    design = Design(
        [wall.name],
        [
            f"a {top} on {'two towers' if place == 'twin' else 'the ridge' if place == 'ridge' else 'a tower'}",
            f"{number_word(windows)} arched windows a side",
        ],
    )
    design.add("wall", box(w, h, d) + gable(w, d, 0.6 * w).moved(y=h - 0.01), wall)
    design.add("roof", slopes(1.1 * w, 1.04 * d, 0.66 * w, 0.3).moved(y=h - 0.25), roof)
    pane = upright(arch(0.45 * d / windows, 0.62 * h, 0.45 * h), 0.3).rotated("y", 90).moved(w / 2, 0.2 * h)
    design.add("window", mirrored(row(pane, windows, step=(0, 0, 0.85 * d / windows))), PANE)
    s = {"front": 0.42, "side": 0.42, "ridge": 0.26, "twin": 0.32}[place] * w
    base, th = (h + 0.3 * w, 0.55 * tall * h) if place == "ridge" else (0.0, tall * h)
    xs = {"front": [0.0], "side": [w / 2 + 0.3 * s], "ridge": [0.0], "twin": [-0.45 * w, 0.45 * w]}[place]
    z = d / 2 - (0.6 * s if place == "ridge" else 0.2 * s)
    for x in xs:
        design.add("tower", box(s, th, s).moved(x, base, z), wall)
        opening = upright(arch(0.3 * s, 0.55 * s, 0.4 * s), 1.03 * s)
        design.add("window", (opening + opening.rotated("y", 90)).moved(x, base + th - 0.75 * s, z), NIGHT)
        design.add("cornice", box(1.12 * s, 0.06 * s, 1.12 * s).moved(x, base + th - 0.03 * s, z), wall)
        y = base + th + 0.02 * s
        if top == "spire":
            solid, rise = cylinder(0.72 * s, 2.0 * s, top_radius=0.02, segments=8), 1.95 * s
        elif top == "dome":
            solid, rise = sphere(0.56 * s, start=0).scaled(1, 1.2, 1), 0.67 * s
        else:
            solid, rise = square(1.15 * s, 0.7 * s, 0.02), 0.69 * s
        design.add("spire", solid.moved(x, y, z), roof)
        cross = box(0.06 * s, 0.55 * s, 0.06 * s) + box(0.3 * s, 0.06 * s, 0.058 * s).moved(y=0.33 * s)
        design.add("cross", cross.moved(x, y + rise - 0.03 * s, z), BRASS)
    front = z + s / 2 if place == "front" else d / 2
    design.add("door", upright(arch(0.2 * w, 0.36 * w, 0.26 * w), 0.3).moved(z=front), door)
    design.add("window", disc(0.08 * w, 0.2).moved(0, 0.55 * w if place == "front" else h, front), PANE)
    design.add("step", box(0.34 * w, 0.2, 1.4).moved(z=front + 0.5), CONCRETE)
    return design


@category("castle", family="street", also=("fortress", "fort"))
def castle(p: Parameters) -> Design:
    w, h, r = p.real("width", 16, 28), p.real("wall_height", 5, 8), p.real("tower_radius", 2, 3)
    tall, keep, roofs = (
        p.real("tower_height", 1.4, 2.0),
        p.choice("keep", ["square", "round", "none"]),
        p.choice("roof", ["cone", "battlements"]),
    )
    stone = p.material("stone", [CONCRETE, SANDSTONE, GRANITE, Material("light grey", (0.72, 0.72, 0.7))])
    roof, flag = (
        p.material("roof_paint", [RED, BLUE, SLATE, Material("red tiles", (0.62, 0.27, 0.18))]),
        p.material("flag", [RED, BLUE, YELLOW]),
    )
    plan = p.choice("plan", ["round", "square"])
    n, turn = (18, 0) if plan == "round" else (4, 45)
    design = Design(
        [stone.name],
        [f"four {plan} towers with {f'{roof.name} cones' if roofs == 'cone' else 'battlements'}", "an arched gate"],
    )

    def tower(x: float, z: float, radius: float, height: float, n: int, turn: float) -> None:
        design.add("tower", cylinder(radius, height, segments=n).rotated("y", turn).moved(x, 0, z), stone)
        design.add(
            "tower", cylinder(1.18 * radius, 0.8, segments=n).rotated("y", turn).moved(x, height - 0.1, z), stone
        )
        if roofs == "cone":
            design.add(
                "roof",
                cylinder(1.25 * radius, 2.2 * radius, top_radius=0.02, segments=n)
                .rotated("y", turn)
                .moved(x, height + 0.7, z),
                roof,
            )
            design.add(
                "flag",
                rod((x, height + 2 * radius, z), (x, height + 2.9 * radius + 1.2, z), 0.06)
                + box(1.3, 0.7, 0.05).moved(x + 0.65, height + 2.9 * radius + 0.5, z),
                flag,
            )
        else:
            merlon = box(0.5, 0.9, 0.55 * radius).moved((1.18 * radius - 0.3) * (1 if n > 4 else 0.72), height + 0.69)
            design.add("battlement", around(merlon, 8 if n > 4 else 4).moved(x, 0, z), stone)
        slit = box(0.25, 1.2, 2.05 * radius * (1 if n > 4 else 0.71))
        design.add("window", (slit + slit.rotated("y", 90)).moved(x, 0.6 * height, z), NIGHT)

    side = box(w, h, 1.0).moved(z=w / 2) + row(box(w / 15, 0.9, 0.6), 8, step=(w / 8, 0, 0)).moved(
        0, h - 0.05, w / 2 + 0.15
    )
    design.add("wall", around(side, 4), stone)
    for x, z in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        tower(x * w / 2, z * w / 2, r, h * tall, n, turn)
    design.add(
        "gatehouse",
        row(box(1.6, 1.3 * h, 2.6), 2, step=(5.2, 0, 0)).moved(z=w / 2)
        + box(4, 0.45 * h, 2.3).moved(0, 0.8 * h, w / 2),
        stone,
    )
    design.add("gate", upright(arch(3.6, 0.75 * h, 0.5 * h), 1.3).moved(z=w / 2), WOODS[3])
    if keep != "none":
        tower(0, -0.1 * w, 1.7 * r, 1.25 * h * tall, 18 if keep == "round" else 4, 0 if keep == "round" else 45)
        design.features.append(f"a {keep} keep")
    design.add(
        "ground", box(1.25 * w, 0.3, 1.25 * w, bevel=0.1 * w).moved(y=-0.25), Material("grass", (0.36, 0.5, 0.24))
    )
    return design


@category("barn", family="street", also=("farm building",))
def barn(p: Parameters) -> Design:
    w, h, ratio = p.real("width", 7, 11), p.real("height", 0.4, 0.6), p.real("length", 1.1, 1.9)
    shape, door = p.choice("roof", ["gambrel", "gabled"]), p.choice("door", ["closed", "open"])
    wall = p.material("wall", [BARN_RED, Material("red", (0.66, 0.16, 0.12)), WEATHERED, WHITE, WOODS[1]])
    roof, windows = p.material("roof_paint", [GREY, SHINGLE, GALVANIZED, DARK_GREEN, RUSTY]), p.whole("windows", 2, 5)
    extra = p.choice("extra", ["cupola", "none"])
    h, d = h * w, ratio * w
    trim = WHITE if wall.name != "white" else BARN_RED
    design = Design([wall.name], [f"a {shape} {roof.name} roof", f"{trim.name} trim"])
    knee = (
        [(w / 2, h), (0.34 * w, h + 0.3 * w), (0, h + 0.45 * w)]
        if shape == "gambrel"
        else [(w / 2, h), (0.25 * w, h + 0.2 * w), (0, h + 0.4 * w)]
    )
    design.add("wall", upright([(-w / 2, 0), (w / 2, 0), *knee, *[(-x, y) for x, y in knee[1::-1]]], d), wall)
    top = [(1.08 * x, y) for x, y in knee]
    for (x0, y0), (x1, y1) in ((top[0], top[1]), (top[1], top[2])):
        design.add("roof", mirrored(upright([(x0, y0), (x0, y0 + 0.3), (x1, y1 + 0.3), (x1, y1)], 1.05 * d)), roof)
        design.add(
            "trim",
            mirrored(upright([(x0, y0 - 0.25), (x0, y0 + 0.05), (x1, y1 + 0.05), (x1, y1 - 0.25)], 1.02 * d)),
            trim,
        )
    dw, dh = 0.21 * w, 0.75 * h
    leaf = box(dw, dh, 0.12)
    frame = row(box(0.18, dh, 0.2), 2, step=(dw - 0.18, 0, 0)) + row(
        box(dw, 0.18, 0.19), 2, step=(0, dh - 0.18, 0)
    ).moved(y=dh / 2 - 0.09)
    cross = rod((-dw / 2, 0.1, 0.06), (dw / 2, dh - 0.1, 0.06), 0.1, sides=4)
    shift = dw * (0.52 if door == "closed" else 1.55)
    design.add("door", mirrored(leaf.moved(shift, 0, d / 2 + 0.06)), wall)
    design.add("door trim", mirrored((frame + cross + cross.scaled(-1, 1, 1)).moved(shift, 0, d / 2 + 0.06)), trim)
    if door == "open":
        design.add("doorway", box(2 * dw, dh, 0.1).moved(z=d / 2), NIGHT)
    design.features.append(f"{'open' if door == 'open' else 'closed'} double doors")
    loft_y = h + 0.08 * w
    design.add("hay door", box(0.16 * w, 0.15 * w, 0.12).moved(0, loft_y, d / 2), trim)
    design.add("hay door", box(0.12 * w, 0.11 * w, 0.2).moved(0, loft_y + 0.02 * w, d / 2), NIGHT)
    pane = box(0.16, 0.3 * h, 0.09 * w).moved(w / 2, 0.4 * h)
    design.add(
        "window frame",
        mirrored(row(pane.scaled(1, 1, 1.25).moved(-0.03), windows, step=(0, 0, 0.8 * d / windows))),
        trim,
    )
    design.add("window", mirrored(row(pane, windows, step=(0, 0, 0.8 * d / windows))), PANE)
    if extra == "cupola":
        y = h + 0.4 * w
        design.add("cupola", box(0.13 * w, 0.16 * w, 0.13 * w).moved(y=y), trim)
        design.add("cupola roof", square(0.19 * w, 0.1 * w, 0.03).moved(y=y + 0.155 * w), roof)
        design.features.append("a cupola")
    return design


@category("silo", family="street", also=("grain silo", "storage silo"))
def silo(p: Parameters) -> Design:
    h, ratio, top = p.real("height", 8, 16), p.real("ratio", 0.18, 0.28), p.choice("top", ["dome", "cone"])
    count, rings, legs = p.whole("count", 1, 3), p.whole("rings", 5, 10), p.choice("foot", ["ground", "legs"])
    wall = p.material("wall", [GALVANIZED, CONCRETE, WHITE, Material("dark blue", (0.12, 0.2, 0.4)), BARN_RED])
    cap = p.material("cap", [SILVER, WHITE, RED, GREY])
    r, y = ratio * h * (0.8 if count > 1 else 1), 0.22 * h if legs == "legs" else 0.0
    design = Design(
        [wall.name],
        [f"{number_word(count)} tank{'s' * (count > 1)}", f"a {cap.name} {top}", f"{number_word(rings)} rings"],
    )
    for i in range(count):
        x = (i - (count - 1) / 2) * 2.1 * r
        design.add("wall", cylinder(r, h).moved(x, y), wall)
        design.add(
            "ring",
            join(*(cylinder(1.025 * r, 0.015 * h).moved(x, y + h * (k + 0.5) / rings) for k in range(rings))),
            GREY if wall.name != "grey" else WHITE,
        )
        roof = (
            sphere(1.02 * r, start=0).scaled(1, 0.8, 1)
            if top == "dome"
            else cylinder(1.05 * r, 0.5 * r, top_radius=0.15 * r)
        )
        design.add("cap", roof.moved(x, y + h) + cylinder(0.17 * r, 0.9 * r, segments=10).moved(x, y + h), cap)
        if legs == "legs":
            design.add("funnel", cylinder(0.12 * r, 0.75 * y, top_radius=r).moved(x, 0.26 * y), wall)
            design.add("leg", around(cylinder(0.06 * r, 1.1 * y, segments=8).moved(0.93 * r), 6).moved(x), STEEL)
    x = (1 - count) / 2 * 2.1 * r
    rungs = row(rod((-0.2, 0, 0), (0.2, 0, 0), 0.03, sides=4), 20, step=(0, (h + y) / 20.5, 0)).moved(y=(h + y) / 2)
    design.add(
        "ladder",
        (rungs + mirrored(rod((0.2, 0, 0), (0.2, h + y, 0), 0.04, sides=4))).moved(x, 0, 1.06 * r),
        BLACK_METAL,
    )
    if legs == "legs":
        design.features.append("a funnel on legs")
    return design


@category("skyscraper", family="street", also=("high-rise", "office building", "building"))
def skyscraper(p: Parameters) -> Design:
    h, ratio, kind = (
        p.real("height", 35, 52),
        p.real("ratio", 0.2, 0.32),
        p.choice("kind", ["box", "stepped", "tapered", "round"]),
    )
    floors, ribs, top = p.whole("floors", 14, 26), p.whole("ribs", 4, 7), p.choice("top", ["antenna", "flat", "spire"])
    glass = p.material(
        "glass",
        [
            PANE,
            Material("dark glass", (0.15, 0.2, 0.27)),
            Material("green glass", (0.3, 0.5, 0.47)),
            Material("golden glass", (0.6, 0.48, 0.25)),
        ],
    )
    frame, style = (
        p.material("frame", [CONCRETE, STEEL, WHITE, SANDSTONE, BLACK_METAL]),
        p.choice("lines", ["floors", "ribs", "grid"]),
    )
    w = ratio * h
    design = Design(
        [{"box": "square"}.get(kind, kind), glass.name],
        [f"{floors} floors", {"antenna": "an antenna", "flat": "a flat top", "spire": "a spire"}[top]],
    )
    n, turn = (24, 0) if kind == "round" else (4, 45)
    levels = {"stepped": [(0, 0.5, 1.0), (0.5, 0.78, 0.76), (0.78, 1.0, 0.5)]}.get(kind, [(0, 1.0, 1.0)])
    shrink = 0.55 if kind == "tapered" else 1.0
    radius = w / 2 * (1 if n > 4 else 2**0.5)
    for low, high, size in levels:

        def prism(y0: float, y1: float, grow: float, low: float = low, high: float = high, size: float = size) -> Solid:
            a, b = (size * grow * radius * (1 - (1 - shrink) * (y - low) / (high - low)) for y in (y0, y1))
            return cylinder(a, (y1 - y0) * h, top_radius=b, segments=n).rotated("y", turn).moved(y=y0 * h)

        design.add("glass", prism(low, high, 1.0), glass)
        design.add("roof", prism(high - 0.012, high + 0.004, 1.03), frame)
        if style != "ribs":
            steps = np.linspace(low, high, max(3, round(floors * (high - low)) + 1))[:-1]
            design.add("floor", join(*(prism(float(y), float(y) + 0.3 / floors, 1.015) for y in steps)), frame)
        if style != "floors":
            s = size * w / 2
            xs = np.linspace(-0.96, 0.96, ribs) * s
            ends = [(float(x), s) for x in xs] if n == 4 else [(0.0, s)]
            rib = join(
                *(sweep([(x, low * h, z), (x * shrink, high * h, z * shrink)], 0.025 * w, sides=4) for x, z in ends)
            )
            design.add("rib", around(rib, 4 if n == 4 else 2 * ribs), frame)
    tip = w * levels[-1][2] * shrink
    if top == "antenna":
        design.add(
            "antenna",
            cylinder(0.05 * tip, 0.1 * h, top_radius=0.02 * tip, segments=8).moved(y=h)
            + box(0.4 * tip, 0.02 * h, 0.4 * tip).moved(y=h),
            STEEL,
        )
    elif top == "spire":
        design.add(
            "spire", cylinder(0.6 * tip, 0.1 * h, top_radius=0.02, segments=n).rotated("y", turn).moved(y=h), frame
        )
    design.add("entrance", box(0.4 * w, 0.045 * h, 1.06 * w), NIGHT)
    design.add("base", box(1.3 * w, 0.01 * h, 1.3 * w).moved(y=-0.005 * h), CONCRETE)
    return design


@category("lighthouse", family="street", also=("beacon", "light tower"))
def lighthouse(p: Parameters) -> Design:
    h, r, taper = p.real("height", 12, 28), p.real("radius", 0.13, 0.18), p.real("taper", 0.5, 0.75)
    bands, plan = p.whole("bands", 1, 4), p.choice("plan", ["round", "octagonal"])
    wall, second = p.material("wall", [WHITE, PLASTER, WHITE]), p.material("band_paint", [RED, RED, BLACK, BLUE])
    roof, cap, hut = (
        p.material("roof", [RED, BLACK, DARK_GREEN, GREY]),
        p.choice("cap", ["dome", "cone"]),
        p.choice("hut", ["yes", "no"]),
    )
    r, n = r * h, 28 if plan == "round" else 8
    design = Design(
        [f"{wall.name} and {second.name}", plan],
        [f"{number_word(bands)} {second.name} band{'s' * (bands > 1)}", "a lantern room"],
    )
    levels = 2 * bands + 1
    for i in range(levels):
        low, high = (r * (1 - (1 - taper) * t / levels) for t in (i, i + 1))
        design.add(
            "band" if i % 2 else "wall",
            cylinder(low, h / levels, top_radius=high, segments=n).moved(y=h * i / levels),
            second if i % 2 else wall,
        )
    top = r * taper
    design.add("base", cylinder(1.25 * r, 0.04 * h, top_radius=1.15 * r, segments=n).moved(y=-0.02 * h), GRANITE)
    design.add("gallery", cylinder(1.1 * top, 0.03 * h, top_radius=1.5 * top, segments=n).moved(y=h - 0.015 * h), roof)
    rail = torus(1.42 * top, 0.05, sides=5).moved(y=h + 0.07 * h) + around(
        rod((1.42 * top, h, 0), (1.42 * top, h + 0.07 * h, 0), 0.04, sides=5), 12
    )
    design.add("railing", rail, BLACK_METAL)
    design.add("lantern", cylinder(0.72 * top, 0.14 * h, segments=n).moved(y=h), GLASS)
    design.add(
        "light",
        sphere(0.35 * top, segments=12).moved(y=1.08 * h)
        + cylinder(0.735 * top, 0.03 * h, segments=n).moved(y=1.06 * h),
        LAMP,
    )
    design.add("lantern bar", around(rod((0.74 * top, h, 0), (0.74 * top, 1.14 * h, 0), 0.05, sides=4), 8), roof)
    design.add(
        "roof",
        sphere(0.9 * top, start=0).scaled(1, 0.8, 1).moved(y=1.13 * h)
        if cap == "dome"
        else cylinder(0.95 * top, 0.9 * top, top_radius=0.02).moved(y=1.13 * h),
        roof,
    )
    design.add("spire", cylinder(0.06 * top, 0.7 * top, segments=6).moved(y=1.13 * h + 0.6 * top), BLACK_METAL)
    design.add("door", upright(arch(0.5 * r, 0.85 * r, 0.6 * r), 0.3 * r).moved(z=0.9 * r), WOODS[1])
    for i in range(3):
        t = 0.3 + 0.2 * i
        window = upright(arch(0.22 * r, 0.35 * r, 0.25 * r), 0.2 * r).moved(0, t * h, 0.93 * r * (1 - (1 - taper) * t))
        design.add("window", window.rotated("y", 0 if i % 2 == 0 else 90), PANE)
    if hut == "yes":
        design.add("house", box(1.4 * r, 0.9 * r, 1.6 * r).moved(1.5 * r), wall)
        design.add("house roof", gable(1.7 * r, 1.8 * r, 0.6 * r).moved(1.5 * r, 0.88 * r), roof)
        design.add("window", box(0.3 * r, 0.3 * r, 1.62 * r).moved(1.6 * r, 0.35 * r), PANE)
        design.features.append("a keeper's house")
    return design


@category("water tower", family="street", also=("water tank", "elevated tank"))
def water_tower(p: Parameters) -> Design:
    h, r, kind = p.real("height", 9, 22), p.real("radius", 2.5, 4.5), p.choice("kind", ["bulb", "barrel", "mushroom"])
    legs, roof_h = p.whole("legs", 4, 8), p.real("roof_height", 0.3, 0.7)
    paint = p.material(
        "paint",
        [WHITE, Material("light blue", (0.6, 0.75, 0.85)), Material("pale green", (0.66, 0.78, 0.68)), SILVER, RUSTY],
    )
    roof, wood = p.material("roof", [RED, GREY, SLATE, RUSTY]), p.material("wood", [*TIMBER])
    band = p.choice("band", ["painted", "plain"])
    tank = wood if kind == "barrel" else paint
    design = Design(
        [tank.name, {"bulb": "round", "barrel": "rooftop-style", "mushroom": "mushroom-shaped"}[kind]],
        ["a wide stem" if kind == "mushroom" else f"{number_word(legs)} legs"],
    )
    if kind == "barrel":
        design.add("tank", cylinder(r, 1.8 * r, segments=28).moved(y=h), wood)
        design.add(
            "hoop",
            join(
                *(
                    torus(1.005 * r, 0.05, segments=28, sides=5).moved(y=h + 1.8 * r * t)
                    for t in (0.08, 0.25, 0.42, 0.6, 0.8)
                )
            ),
            BLACK_METAL,
        )
        design.add(
            "roof", cylinder(1.12 * r, roof_h * 1.6 * r, top_radius=0.02, segments=20).moved(y=h + 1.8 * r), roof
        )
        design.add("platform", cylinder(1.15 * r, 0.25).moved(y=h - 0.25), BLACK_METAL)
    elif kind == "bulb":
        profile = [
            (0.25 * r, -0.75 * r),
            (0.7 * r, -0.55 * r),
            (r, 0),
            (r, 0.8 * r),
            (0.97 * r, 0.85 * r),
            (0.6 * r, (0.95 + 0.4 * roof_h) * r),
            (0.05 * r, (1 + 0.7 * roof_h) * r),
        ]
        design.add("tank", lathe(profile, segments=28).moved(y=h), paint)
        design.add(
            "catwalk",
            tube(1.2 * r, r, 0.12).moved(y=h)
            + torus(1.18 * r, 0.06, sides=5).moved(y=h + 1.0)
            + around(rod((1.18 * r, h, 0), (1.18 * r, h + 1, 0), 0.04, sides=4), 16),
            STEEL,
        )
        design.add("riser", cylinder(0.25 * r, h, segments=14), paint)
    else:
        profile = [
            (0.55 * r, 0),
            (0.3 * r, 0.15 * h),
            (0.3 * r, 0.75 * h),
            (0.5 * r, 0.9 * h),
            (1.2 * r, h),
            (1.35 * r, h + 0.5 * r),
            (1.2 * r, h + 0.9 * r),
            (0.6 * r, h + (1 + 0.3 * roof_h) * r),
            (0.05, h + (1.05 + 0.4 * roof_h) * r),
        ]
        design.add("tank", lathe(profile, segments=32), paint)
        design.add("door", box(0.3 * r, 0.5 * r, 0.3 * r).moved(0, 0, 0.4 * r), BLACK_METAL)
    if kind != "mushroom":
        slant = 1.25 * r
        leg = rod((slant, 0, 0), (0.9 * r, h, 0), 0.16, sides=8)
        design.add("leg", around(leg, legs), paint if kind == "bulb" else BLACK_METAL)
        for t in (0.33, 0.66):
            ring = regular_outline(legs, slant + (0.9 * r - slant) * t)
            path = np.stack([ring[:, 0], np.full(legs, t * h), ring[:, 1]], 1)
            design.add("brace", sweep(path, 0.08, sides=5, closed=True), STEEL)
    if band == "painted":
        wide, low = {
            "bulb": (1.01 * r, h + 0.3 * r),
            "barrel": (1.01 * r, h + 0.65 * 1.8 * r),
            "mushroom": (1.37 * r, h + 0.4 * r),
        }[kind]
        design.add("band", cylinder(wide, 0.3 * r, segments=32).moved(y=low), roof)
        design.features.append(f"a {roof.name} band")
    return design


@category("satellite dish", family="street", also=("dish antenna", "parabolic antenna"))
def satellite_dish(p: Parameters) -> Design:
    r, depth, tilt = p.real("radius", 0.3, 1.2), p.real("depth", 0.18, 0.34), p.real("tilt", 15, 55)
    mount, feed = p.choice("mount", ["mast", "wall arm", "tripod"]), p.choice("feed", ["one arm", "three struts"])
    paint, metal = (
        p.material("paint", [WHITE, GREY, Material("cream", (0.88, 0.85, 0.76)), SLATE]),
        p.material("metal", [GALVANIZED, BLACK_METAL, STEEL]),
    )
    turn, height = p.real("turn", -30, 30), p.real("mast_height", 0.9, 1.8)
    design = Design([paint.name, "deep" if depth > 0.26 else "shallow"], [f"a receiver on {feed}", f"a {mount}"])
    outer = [(q * r, depth * r * q * q) for q in np.linspace(0.02, 1, 9)]
    bowl = lathe([*outer, *[(q - 0.001, y + 0.025 * r) for q, y in outer[::-1]]], segments=32)
    focus = 1.05 * r
    strut = rod((r, depth * r, 0), (0, focus, 0), 0.02 * r)
    arms = strut.rotated("y", -90) if feed == "one arm" else around(strut, 3, start=-90)
    head = cylinder(0.09 * r, 0.22 * r, segments=12).moved(y=focus - 0.12 * r) + cylinder(
        0.13 * r, 0.06 * r, segments=12
    ).moved(y=focus - 0.15 * r)
    back = cylinder(0.12 * r, 0.23 * r, segments=10).moved(y=-0.22 * r)
    h = height * r
    for name, solid, stuff in (
        ("dish", bowl, paint),
        ("feed arm", arms, metal),
        ("receiver", head, GREY if paint.name != "grey" else WHITE),
        ("bracket", back, metal),
    ):
        design.add(name, solid.rotated("x", 90 - tilt).rotated("y", turn).moved(y=h), stuff)
    z = -0.2 * r
    if mount == "wall arm":
        path = [(0, h, z), (0, h - 0.4 * r, z - 0.1 * r), (0, h - 0.5 * r, z - 0.6 * r)]
        design.add(
            "mount", sweep(path, 0.06 * r) + box(0.4 * r, 0.6 * r, 0.04 * r).moved(0, h - 0.8 * r, z - 0.62 * r), metal
        )
    else:
        design.add("mount", cylinder(0.07 * r, h, segments=12).moved(z=z), metal)
        foot = rod((0, 0.5 * h, 0), (0.6 * r, 0, 0), 0.04 * r)
        design.add("foot", (around(foot, 3) if mount == "tripod" else cylinder(0.4 * r, 0.05 * r)).moved(z=z), metal)
    return design
