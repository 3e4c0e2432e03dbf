"""Fittings: of water, of electricity, of locks."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.workshop.parts import DARK, IVORY, PAINTS, SILVER, block, ellipse
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    CONCRETE,
    COPPER,
    GLASS,
    GREEN,
    GREY,
    METALS,
    ORANGE,
    RED,
    RUSTY,
    STEEL,
    TURQUOISE,
    WHITE,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    along_x,
    along_z,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    regular_outline,
    rounded,
    row,
    smooth,
    sphere,
    sweep,
    torus,
    tube,
)

GOLD = Material("golden", (0.85, 0.68, 0.3))
CABLES = (BLACK, WHITE, GREY)


@category("valve", family="workshop", also=("pipe valve", "gate valve", "tap"))
def valve(p: Parameters) -> Design:
    r, length = p.real("radius", 0.02, 0.05), p.real("length", 3.5, 6.0)
    form, control = p.choice("body", ["globe", "straight", "ball"]), p.choice("control", ["wheel", "lever", "motor"])
    stem, bolts = p.real("stem", 1.2, 3.0), p.whole("bolts", 4, 8)
    metal, paint = p.material("metal", [*METALS, BLUE, GREY]), p.material("paint", PAINTS)
    design = Design([metal.name], [f"a {paint.name} {control}", "two flanges"])
    half = r * length / 2
    design.add("pipe", along_x(tube(r, r * 0.75, 2 * half)).moved(x=-half), metal)
    for x in (-half, half - 0.25 * r):
        design.add("flange", along_x(tube(r * 1.8, r * 0.76, r * 0.25)).moved(x=x), metal)
        bolt = cylinder(r * 0.16, r * 0.5, segments=6).moved(z=r * 1.4)
        design.add("bolts", along_x(around(bolt, bolts)).moved(x=x - 0.12 * r), STEEL)
    body = {
        "globe": sphere(r * 1.5),
        "straight": box(r * 2, r * 3, r * 2.2, bevel=r * 0.4).moved(y=-r * 1.4),
        "ball": along_x(cylinder(r * 1.35, r * 2.4)).moved(x=-r * 1.2),
    }[form]
    design.add("body", body, metal)
    design.add("bonnet", cylinder(r * 0.9, r * 1.9, top_radius=r * 0.6), metal)
    design.add("stem", cylinder(r * 0.2, r * (1.6 + stem)), STEEL)
    top = r * (1.6 + stem)
    if control == "wheel":
        spokes = around(sweep([(0, 0, 0), (r * 1.5, 0, 0)], r * 0.12), 4)
        design.add("wheel", join(torus(r * 1.5, r * 0.2), spokes).moved(y=top), paint)
    elif control == "lever":
        design.add("lever", box(r * 4.5, r * 0.25, r * 0.6, bevel=r * 0.2).moved(x=r * 1.8, y=top), paint)
    else:
        design.add("motor", box(r * 3, r * 2, r * 2.2, bevel=r * 0.3).moved(y=top - r * 0.5), paint)
        design.add("motor", along_x(cylinder(r * 0.8, r * 2)).moved(x=r * 1.4, y=top + r * 0.5), paint)
    return design


@category("pipe", family="workshop", also=("tube", "piping", "water pipe"))
def pipe(p: Parameters) -> Design:
    form, r = p.choice("form", ["straight", "bent", "tee", "bundle"]), p.real("radius", 0.02, 0.12)
    length, wall = p.real("length", 6, 25), p.real("wall", 0.75, 0.9)
    end, count = p.choice("end", ["plain", "flanged", "socket"]), p.whole("count", 3, 6)
    stuff = p.material("material", [*METALS, GREY, ORANGE, TURQUOISE, CONCRETE])
    design = Design([stuff.name, form], [f"{end} ends", f"a {'thick' if wall < 0.82 else 'thin'} wall"])
    long = r * length
    straight = along_x(tube(r, r * wall, long)).moved(x=-long / 2)
    collar = along_x(tube(r * (1.7 if end == "flanged" else 1.2), r * wall, r * (0.3 if end == "flanged" else 1.2)))
    if form == "bundle":
        for i in range(count):
            design.add("pipe", straight.moved(y=(i % 2) * r * 1.75, z=i * r * 1.02), stuff)
    elif form == "bent":
        path = [(-long / 2, 0, 0), *(arc(r * 3, 90, 0) - (0, r * 3, 0)), (r * 3, -long / 2, 0)]
        design.add("pipe", sweep(path, r, sides=16), stuff)
    else:
        design.add("pipe", straight, stuff)
        if form == "tee":
            design.add("branch", tube(r, r * wall, long / 2).moved(y=r * 0.6), stuff)
    if end != "plain" and form != "bundle":
        design.add("end", collar.moved(x=-long / 2), stuff)
        if form == "tee":
            design.add("end", collar.moved(x=long / 2 - r * 0.3), stuff)
    return design


@category("hose", family="workshop", also=("garden hose", "fire hose", "water hose"))
def hose(p: Parameters) -> Design:
    turns, r = p.real("turns", 2.5, 6), p.real("ring", 0.12, 0.3)
    thick, tail = p.real("thickness", 0.05, 0.11), p.real("tail", 0.5, 2.5)
    form, fitting = p.choice("form", ["coil", "spiral"]), p.material("fitting", [*METALS[:4], YELLOW, ORANGE])
    skin = p.material("skin", [GREEN, RED, YELLOW, BLACK, BEIGE, BLUE])
    t = thick * r
    a = np.linspace(0, turns * 2 * np.pi, int(turns * 24))
    if form == "coil":
        wave = r * (1 + 0.5 * thick * np.sin(a * 0.37))
        path = np.stack([wave * np.cos(a), t + a / (2 * np.pi) * t * 1.6, wave * np.sin(a)], 1)
    else:
        wave = r * 0.3 + a / (2 * np.pi) * 2.1 * t
        path = np.stack([wave * np.cos(a), np.full_like(a, t), wave * np.sin(a)], 1)
    ahead = path[-1] - path[-2]
    ahead = ahead / np.linalg.norm(ahead)
    path = np.concatenate([path, [path[-1] + ahead * r * tail * s for s in (0.5, 1.0)]])
    design = Design([skin.name, "long"], [f"{number_word(int(turns))} turns", f"a {fitting.name} fitting"])
    design.add("hose", sweep(path, t), skin)
    design.add("fitting", sweep([path[-1], path[-1] + ahead * 4 * t], [1.4 * t, 1.1 * t], sides=12), fitting)
    design.add("fitting", sweep([path[0], path[0] - (path[1] - path[0])], 1.3 * t, sides=12), fitting)
    return design


@category("light bulb", family="workshop", also=("bulb", "lamp"))
def light_bulb(p: Parameters) -> Design:
    r, form = p.real("radius", 0.025, 0.045), p.choice("form", ["pear", "globe", "candle", "spiral"])
    neck, base = p.real("neck", 0.5, 0.9), p.real("base", 0.38, 0.55)
    glow = p.material("glow", [GLASS, Material("warm white", (0.98, 0.93, 0.75)), WHITE, YELLOW])
    cap, collar = p.material("cap", [STEEL, BRASS, CHROME]), p.choice("collar", ["plain", "finned"])
    design = Design([glow.name, form], [f"a {cap.name} screw base", f"a {collar} collar"])
    b = r * base
    for i in range(4):
        design.add("base", torus(b * 0.92, b * 0.12).moved(y=b * (0.5 + 0.4 * i)), cap)
    design.add("base", lathe([(b * 0.3, 0), (b * 0.9, b * 0.3), (b * 0.92, b * 2)]), cap)
    y = b * 2
    shapes = {
        "pear": [(b, 0), (r * 0.75, r * neck), (r, r * 1.6), (r * 0.8, r * 2.3), (r * 0.4, r * 2.6), (0.001, r * 2.7)],
        "globe": [(b, 0), (r * 0.9, r * 0.6), (r * 1.2, r * 1.4), (r * 0.9, r * 2.2), (0.001, r * 2.6)],
        "candle": [(b, 0), (r * 0.75, r * 0.8), (r * 0.6, r * 1.8), (r * 0.2, r * 2.8), (0.001, r * 3.1)],
    }
    if form == "spiral":
        a = np.linspace(0, 6 * np.pi, 60)
        coil = np.stack([r * 0.6 * np.cos(a), y + r * 0.7 + a * r * 0.11, r * 0.6 * np.sin(a)], 1)
        design.add("tube", sweep(coil, r * 0.17), glow)
        design.add("collar", cylinder(b * 1.3, r * 0.7).moved(y=y), WHITE)
    else:
        design.add("glass", lathe(shapes[form]).moved(y=y), glow)
    if collar == "finned":
        design.add("fins", around(box(b * 0.12, r * neck, b * 0.5).moved(z=b * 1.05), 10).moved(y=y), WHITE)
    return design


@category("key", family="workshop", also=("door key", "car key"))
def key(p: Parameters) -> Design:
    form, length = p.choice("form", ["flat", "skeleton"]), p.real("length", 0.05, 0.1)
    head, teeth = p.choice("head", ["round", "square", "clover"]), p.whole("teeth", 2, 5)
    metal, ring = p.material("metal", [*METALS[:2], *METALS[3:]]), p.choice("ring", ["bare", "ringed"])
    bite = p.real("bite", 0.5, 1.0)
    t = length * (0.03 if form == "flat" else 0.045)
    design = Design([metal.name, form], [f"a {head} head", f"{number_word(teeth)} teeth"])
    r = length * 0.2
    outer = {
        "round": regular_outline(20, r),
        "square": regular_outline(20, r) * 0
        + [
            (
                r * np.sign(np.cos(a)) * min(1, 1.3 * abs(np.cos(a))),
                r * np.sign(np.sin(a)) * min(1, 1.3 * abs(np.sin(a))),
            )
            for a in np.linspace(0, 2 * np.pi, 20, endpoint=False)
        ],
        "clover": regular_outline(10, r, radius2=r * 0.8),
    }[head]
    design.add("head", extrude(outer, t, hole=regular_outline(20, r * 0.45)).moved(x=-r), metal)
    blade = (
        box(length * 0.75, t, length * 0.09)
        if form == "flat"
        else along_x(cylinder(t * 0.8, length * 0.75)).moved(x=-length * 0.375, y=t / 2)
    )
    design.add("blade", blade.moved(x=length * 0.36), metal)
    for i in range(teeth):
        deep = length * 0.05 * (1 + bite * ((i * 7) % 3))
        design.add(
            "teeth",
            box(length * 0.05, t * 0.98, deep).moved(x=length * (0.7 - 0.085 * i), z=deep / 2 + length * 0.03),
            metal,
        )
    if ring == "ringed":
        design.add("ring", torus(r * 0.8, t * 0.5).moved(x=-r * 2, y=t), STEEL)
        design.features.append("a key ring")
    return design


@category("padlock", family="workshop", also=("lock",))
def padlock(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.03, 0.07), p.real("height", 0.75, 1.2), p.real("depth", 0.3, 0.5)
    form, shackle = p.choice("form", ["square", "round"]), p.real("shackle", 0.5, 1.2)
    body, bar = p.material("body", [*METALS, RED, BLUE]), p.real("bar", 0.07, 0.12)
    opened, seam = p.choice("state", ["closed", "open"]), p.choice("layers", ["solid", "laminated"])
    tall = w * h
    design = Design([body.name, opened], [f"a {seam} body", f"a {'long' if shackle > 0.85 else 'short'} shackle"])
    if form == "round":
        design.add("body", cylinder(w / 2, w * d).rotated("x", 90).moved(y=w / 2, z=-w * d / 2), body)
        tall = w * 0.95
    else:
        design.add("body", box(w, tall, w * d, bevel=w * 0.08), body)
    if seam == "laminated" and form == "square":
        layer = box(w * 1.04, tall * 0.08, w * d * 1.04, bevel=w * 0.08)
        design.add("layers", row(layer, 5, step=(0, tall * 0.18, 0)).moved(y=tall * 0.46), STEEL)
    lift = w * 0.3 if opened == "open" else 0
    bow = [
        (-w * 0.3, tall * 0.6, 0),
        *np.add(arc(w * 0.3, 180, 0), (0, tall + w * shackle * 0.5 + lift, 0)),
        (w * 0.3, tall + lift - (0 if lift else tall * 0.4), 0),
    ]
    design.add("shackle", sweep(bow, w * bar), CHROME)
    design.add("keyhole", cylinder(w * 0.07, w * d + 0.001).rotated("x", 90).moved(y=tall * 0.35, z=-w * d / 2), BLACK)
    return design


@category("hook", family="workshop", also=("crane hook", "coat hook"))
def hook(p: Parameters) -> Design:
    form, size, thick = (
        p.choice("form", ["crane", "wall", "S"]),
        p.real("size", 0.04, 0.2),
        p.real("thickness", 0.08, 0.16),
    )
    sweep_to, tip = p.real("curl", 150, 210), p.real("tip", 0.4, 0.9)
    metal, plate = p.material("metal", [*METALS, RED, YELLOW]), p.choice("plate", ["round", "square"])
    r, t = size * 0.4, size * thick
    design = Design([metal.name, form], [f"a {'sharp' if tip < 0.65 else 'blunt'} tip"])
    curl = np.add(arc(r, 90, 90 - sweep_to - 90, points=20), (0, r, 0))
    radii = np.linspace(t, t * tip, len(curl))
    if form == "S":
        both = np.concatenate([curl[::-1], (curl * (-1, -1, 1) + (0, 4 * r, 0))[1:]])
        design.add("hook", sweep(both, t * 0.8), metal)
    else:
        design.add("hook", sweep(curl, radii), metal)
        design.add("shank", sweep([(0, 2 * r, 0), (0, 2 * r + size * 0.4, 0)], t), metal)
        if form == "crane":
            eye = torus(t * 2, t * 0.8) if plate == "round" else torus(t * 2, t * 0.8, segments=4)
            design.add("eye", eye.rotated("x", 90).moved(y=2 * r + size * 0.4 + t * 2), metal)
        else:
            back = cylinder(size * 0.35, t) if plate == "round" else box(size * 0.6, t, size * 0.8).moved(z=0)
            design.add("plate", back.rotated("x", 90).moved(y=2 * r + size * 0.3, z=-t * 1.5), metal)
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
        along_z(
            loft([np.stack([form[:, 0] * s, np.full(len(form), y * length), form[:, 1] * s], 1) for s, y in levels])
        ),
        case,
    )
    pins: list[Solid] = []
    if kind == "American":
        pins = [along_z(box(0.0016, 0.018, 0.0065)).moved(x * size) for x in (-0.0064, 0.0064)]
    elif kind == "British":
        pins = [along_z(box(0.0064, 0.018, 0.004)).moved(x, -0.01) for x in (-0.011, 0.011)] + [
            along_z(box(0.004, 0.023, 0.008)).moved(y=0.012)
        ]
    else:
        pins = [
            along_z(lathe([(0.0024, 0), (0.0024, 0.017), (0.0012, 0.019)], segments=14)).moved(x)
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
        design.add("earth pin", along_z(cylinder(0.0024, 0.02, segments=12)).moved(0, -0.009, length - 0.0005), CHROME)
    design.add(
        "strain relief",
        join(
            *(
                along_z(cylinder(0.0065 - 0.0005 * i, 0.003, segments=14)).moved(z=0.001 - 0.0045 * i)
                for i in range(ribs)
            )
        ),
        case,
    )
    path = smooth(
        [(0, 0, 0.006), (0, 0, -0.03), (0.4 * side, -0.01, -0.03 - 0.4 * cable), (side, -0.02, -0.03 - cable)]
    )
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
    design.add("plate", along_z(block(wide, thick, tall, radius=corner, edge=0.3 * thick)), plate)
    z = thick - 0.0005
    for x in 0.85 * size * (np.arange(gangs) - (gangs - 1) / 2):
        if kind == "German":
            design.add("rim", along_z(tube(0.3 * size, 0.26 * size, 0.005)).moved(x, 0, z), inner)
            design.add(
                "recess",
                along_z(cylinder(0.262 * size, 0.0015)).moved(x, 0, z),
                Material("shade grey", (0.62, 0.62, 0.61)),
            )
            design.add(
                "hole",
                row(along_z(cylinder(0.034 * size, 0.001, segments=14)), 2, step=(0.24 * size, 0, 0)).moved(
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
                along_z(block(0.13 * size, 0.005, 0.24 * size, radius=0.005)).rotated("x", 8).moved(x, 0.26 * size, z),
                inner,
            )
            design.add("switch mark", box(0.09 * size, 0.02 * size, 0.003).moved(x, 0.345 * size, z + 0.003), RED)
            continue
        for y in (-0.36 * size, 0.36 * size):
            design.add(
                "insert",
                along_z(block(0.46 * size, 0.004, 0.5 * size, radius=0.16 * size)).moved(x, y, z - 0.001),
                inner,
            )
            slots = box(0.035 * size, 0.13 * size, 0.001).moved(-0.09 * size, 0.03 * size) + box(
                0.035 * size, 0.1 * size, 0.001
            ).moved(0.09 * size, 0.03 * size)
            hole = along_z(cylinder(0.05 * size, 0.001, segments=14)).moved(y=-0.1 * size)
            design.add("slot", (slots + hole).moved(x, y, z + 0.0033), DARK if inner.name != "black" else GREY)
        design.add("screw", along_z(cylinder(0.03 * size, 0.002, segments=12)).moved(x, 0, z), STEEL)
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
    design.add("plate", along_z(block(size + step * (gangs - 1), thick, tall, radius=corner, edge=0.3 * thick)), plate)
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
                along_z(block(0.44 * size, 0.007, h, radius=0.004)).rotated("x", 6 * up).moved(x, 0, thick - 0.001),
                lever,
            )
            design.add(
                "mark", box(0.04 * size, 0.012 * size, 0.006).moved(x, 0.32 * h, thick + 0.003 + 0.002 * up), RED
            )
        else:
            design.add(
                "knob",
                along_z(
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
            join(*(along_z(cylinder(0.035 * size, 0.002, segments=12)).moved(x, y, thick - 0.0005) for y in ys)),
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
        design.add("case", block(w, split * h, 0.36 * h, radius=0.06 * h, edge=0.001), main)
        design.add(
            "band", block(1.005 * w, (1 - split) * h, 0.364 * h, radius=0.06 * h, edge=0.001).moved(y=split * h), band
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
        design.add("case", block(w, tall, 0.17, radius=0.008, edge=0.003), BLACK if main.name == "silver" else main)
        design.add(
            "lid",
            block(1.03 * w, 0.16 * tall, 0.176, radius=0.01, edge=0.003).moved(y=tall * 0.94),
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
