"""Buildings and the street."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, STONES, WOODS, Material
from trivium.procedural.solids import (
    Solid,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    regular_outline,
    row,
    sphere,
    sweep,
)

PANE = Material("glass", (0.3, 0.42, 0.52))
LAMP = Material("lamp", (0.98, 0.93, 0.7))


def gable(width: float, depth: float, height: float, overhang: float) -> Solid:
    """A pitched roof with its ridge along X, eaves at y = 0."""
    w, d = width / 2 + overhang, depth / 2 + overhang
    slab = extrude([(-d, 0), (d, 0), (0, height)], 2 * w)
    return Solid(np.stack([slab.vertices[:, 1] - w, slab.vertices[:, 2], slab.vertices[:, 0]], 1), slab.faces)


@category("house", family="buildings", also=("building", "home", "cottage"))
def house(p: Parameters) -> Design:
    w, d, storey = p.real("width", 5, 11), p.real("depth", 4, 8), p.real("storey", 2.4, 3.2)
    storeys, windows = p.whole("storeys", 1, 3), p.whole("windows", 2, 5)
    roof_kind, pitch = p.choice("roof", ["gabled", "hipped", "flat"]), p.real("pitch", 0.3, 0.9)
    wall, roof, extra = (
        p.material("wall", [*STONES, *PLASTICS, *WOODS]),
        p.material("roof_material", [STONES[1], STONES[3], *WOODS[:3], *PLASTICS[:3]]),
        p.choice("extra", ["chimney", "porch", "none"]),
    )
    h = storey * storeys
    design = Design(
        [wall.name, f"{number_word(storeys)}-storey"],
        [f"a {roof_kind} {roof.name} roof", f"{number_word(windows)} windows a row"],
    )
    design.add("wall", box(w, h, d), wall)
    if roof_kind == "gabled":
        design.add("roof", gable(w, d, pitch * d, 0.35).moved(y=h), roof)
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
            PANE,
        )
    design.add("door", box(1.0, 2.1, 0.16).moved(0.45 * w * (1 / windows if windows % 2 else 0), 0, d / 2), WOODS[3])
    if extra == "chimney":
        design.add("chimney", box(0.7, pitch * d + 1.2, 0.7).moved(w * 0.3, h, 0), STONES[1])
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
        p.material("roof", [STONES[1], STONES[3], *PLASTICS[:3], *METALS]),
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
            PANE,
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
    design.add("cap", sphere(r * taper * 1.1, start=0, segments=16).moved(y=h), STONES[3])
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
        design.add("cable", row(sweep(cable, 0.08) + join(*hang), 2, step=(0, 0, w)), METALS[2])
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


@category("fence", family="buildings", also=("railing",))
def fence(p: Parameters) -> Design:
    length, h, boards = p.real("length", 1.5, 4), p.real("height", 0.7, 1.6), p.whole("boards", 6, 18)
    kind, rails, fill = (
        p.choice("kind", ["pointed", "flat", "round"]),
        p.whole("rails", 2, 3),
        p.real("fill", 0.35, 0.85),
    )
    wood, post = p.material("wood", [*WOODS, *METALS, *PLASTICS[:6]]), p.material("post", [*WOODS, *STONES, *METALS])
    w = length / boards * fill
    design = Design([wood.name, f"{kind}-topped"], [f"{number_word(boards)} boards", f"{number_word(rails)} rails"])
    one = cylinder(w / 2, h, segments=10) if kind == "round" else box(w, h, 0.025)
    if kind == "pointed":
        one = one + extrude([(-w / 2, 0), (w / 2, 0), (0, w)], 0.025).rotated("x", -90).moved(0, h, 0.0125)
    design.add("board", row(one, boards, step=(length / boards, 0, 0)), wood)
    design.add(
        "rail",
        join(*(box(length, 0.07, 0.04).moved(0, h * (0.2 + 0.6 * i / (rails - 1)), -0.04) for i in range(rails))),
        wood,
    )
    design.add("post", row(box(0.1, h * 1.1, 0.1).moved(z=-0.06), 2, step=(length, 0, 0)), post)
    return design


@category("street lamp", family="buildings", also=("streetlight", "lamppost"))
def street_lamp(p: Parameters) -> Design:
    h, r, base = p.real("height", 2.5, 6), p.real("radius", 0.04, 0.09), p.real("base", 1.5, 3)
    arms, head = p.whole("arms", 1, 4), p.choice("head", ["globe", "lantern", "flat"])
    reach, paint = p.real("reach", 0.3, 1.2), p.material("paint", [*METALS, *PLASTICS])
    design = Design([paint.name], [f"{number_word(arms)} {head} lamp{'s' * (arms > 1)}"])
    design.add("pole", lathe([(r * base, 0), (r * base, 0.15), (1.3 * r, 0.4), (r, h)], segments=14), paint)
    light = {
        "globe": sphere(0.2, segments=14),
        "lantern": cylinder(0.12, 0.35, top_radius=0.2, segments=6).moved(y=-0.15),
        "flat": box(0.5, 0.06, 0.2),
    }[head]
    if arms == 1 and head != "flat":
        design.add("lamp", light.moved(y=h + 0.15), LAMP)
    else:
        design.add(
            "arm", around(sweep([(0, h * 0.92, 0), (0.5 * reach, h * 1.02, 0), (reach, h, 0)], 0.5 * r), arms), paint
        )
        design.add("lamp", around(light.moved(reach, h), arms), LAMP)
    if head == "lantern":
        cap = cylinder(0.24, 0.12, top_radius=0.02, segments=6).moved(y=0.2)
        design.add("cap", cap.moved(y=h + 0.15) if arms == 1 else around(cap.moved(reach, h), arms), paint)
    return design


@category("traffic cone", family="buildings", also=("construction cone", "safety cone"))
def traffic_cone(p: Parameters) -> Design:
    h, r, tip = p.real("height", 0.3, 0.9), p.real("radius", 0.22, 0.34), p.real("tip", 0.05, 0.25)
    bands, base, size = (
        p.whole("bands", 1, 3),
        p.choice("base", ["square", "round", "octagonal"]),
        p.real("base_size", 1.2, 1.7),
    )
    paint, band = (
        p.material("paint", [PLASTICS[4], PLASTICS[0], PLASTICS[3], PLASTICS[2], PLASTICS[1]]),
        p.material("band", [PLASTICS[5], PLASTICS[3], METALS[0]]),
    )
    r *= h
    design = Design(
        [paint.name],
        [f"{number_word(bands)} {band.name} band{'s' * (bands > 1)}", f"{'an' if base[0] == 'o' else 'a'} {base} base"],
    )
    n = {"square": 4, "round": 28, "octagonal": 8}[base]
    design.add("base", cylinder(r * size * (1.2 if n == 4 else 1), 0.04 * h, segments=n).rotated("y", 45), paint)
    design.add("cone", cylinder(r, h, top_radius=r * tip, segments=26).moved(y=0.04 * h), paint)
    for i in range(bands):
        a, b = 0.3 + 0.22 * i, 0.42 + 0.22 * i
        width = [1.02 * (r + (tip - 1) * r * t) for t in (a, b)]
        design.add(
            "band", cylinder(width[0], (b - a) * h, top_radius=width[1], segments=26).moved(y=(0.04 + a) * h), band
        )
    return design


@category("sign", family="buildings", also=("road sign", "traffic sign"))
def sign(p: Parameters) -> Design:
    h, size, sides = (
        p.real("height", 1.2, 2.6),
        p.real("size", 0.25, 0.5),
        p.choice("form", ["round", "triangular", "octagonal", "square", "arrow"]),
    )
    rim, plates = p.real("rim", 0.75, 0.92), p.whole("plates", 1, 2)
    paint, edge, post = (
        p.material("paint", PLASTICS),
        p.material("edge", PLASTICS),
        p.material("post", [*METALS, *WOODS]),
    )
    mark = p.choice("mark", ["bar", "dot", "cross", "none"])
    design = Design([sides, paint.name], [f"a {edge.name} edge", f"a {post.name} post"])
    design.add("post", cylinder(0.03, h, segments=10), post)
    if sides == "arrow":
        outline = np.array([(-1.2, -0.4), (0.8, -0.4), (1.3, 0), (0.8, 0.4), (-1.2, 0.4)]) * size
    else:
        n = {"round": 30, "triangular": 3, "octagonal": 8, "square": 4}[sides]
        outline = regular_outline(n, size) @ _turn({3: 90, 8: 22.5, 4: 45}.get(n, 0))
    for i in range(plates):
        y = h - 0.3 * size - i * 1.9 * size
        plate = extrude(outline, 0.015).rotated("x", 90).scaled(1, -1, 1)
        design.add("edge", plate.moved(0, y, 0.03), edge)
        design.add("plate", plate.scaled(rim, rim, 1.2).moved(0, y, 0.035), paint)
        symbol = {
            "bar": box(size, 0.2 * size, 0.01).moved(y=-0.1 * size),
            "dot": cylinder(0.25 * size, 0.01).rotated("x", 90),
            "cross": (box(size, 0.16 * size, 0.01) + box(0.16 * size, size, 0.01).moved(y=-0.42 * size)).rotated(
                "z", 45
            ),
            "none": None,
        }[mark]
        if symbol is not None:
            design.add("mark", symbol.moved(0, y, 0.06), edge)
    if mark != "none":
        design.features.append(f"a {mark}")
    return design


def _turn(degrees: float) -> np.ndarray:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s], [s, c]])
