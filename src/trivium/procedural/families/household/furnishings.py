"""Smaller and softer furniture."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.household.parts import LINEN, RETRO, bar, cushion, front, level, ring, turned
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CERAMICS,
    CHROME,
    FABRICS,
    GLASS,
    GREY,
    PLASTER,
    PLASTICS,
    RED,
    SLATE,
    STEEL,
    WHITE,
    WOODS,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    around,
    bezier,
    box,
    corners,
    cylinder,
    disc,
    extrude,
    join,
    loft,
    rounded,
    row,
    slab,
    sphere,
    sweep,
    torus,
)


@category("bunk bed", family="household", also=("double-decker bed", "bed"))
def bunk_bed(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.9, 2.1), p.real("width", 0.8, 1.0), p.real("height", 1.5, 1.8)
    frame = p.material("frame", [*WOODS, BLACK_METAL, RED, BLUE, STEEL])
    sheet, cover = p.material("sheet", LINEN[:3]), p.material("blanket", [*FABRICS[:4], FABRICS[7], LINEN[1], LINEN[2]])
    rungs, slats, side = p.whole("rungs", 3, 6), p.whole("slats", 3, 9), p.choice("ladder", ["left", "right"])
    low, thick = p.real("lower_bed", 0.3, 0.42), p.real("post", 0.035, 0.07)
    design = Design(
        [frame.name, "tall" if h > 1.65 else "low"], [f"a ladder with {number_word(rungs)} rungs", "two beds"]
    )
    design.add("post", corners(box(thick, h + 0.25, thick), length / 2, w / 2), frame)
    for y in (low, h - 0.25):
        rail = (
            row(box(length, 0.12, 0.03), 2, step=(0, 0, w))
            + row(box(0.03, 0.12, w), 2, step=(length, 0, 0))
            + box(length, 0.02, w)
        )
        design.add("rail", rail.moved(y=y), frame)
        head = row(box(0.02, 0.3, 0.04), slats, step=(0, 0, 0.95 * w / slats)) + box(0.04, 0.05, w).moved(y=0.28)
        design.add("headboard", row(head.moved(y=y + 0.1), 2, step=(length, 0, 0)), frame)
        design.add("mattress", cushion(0.97 * length, 0.2, 0.95 * w, power=0.25).moved(y=y + 0.03), sheet)
        design.add("blanket", cushion(0.64 * length, 0.22, 0.99 * w, power=0.2).moved(0.16 * length, y + 0.035), cover)
        design.add("pillow", cushion(0.3, 0.12, 0.6 * w, power=0.6).moved(-0.39 * length, y + 0.2), WHITE)
    guard = row(box(0.66 * length, 0.06, 0.025), 2, step=(0, 0.13, 0))
    s = 1 if side == "right" else -1
    design.add(
        "guard rail",
        guard.moved(-0.17 * length * s, h + 0.09, w / 2)
        + row(box(length, 0.06, 0.025), 2, step=(0, 0.13, 0)).moved(0, h + 0.09, -w / 2),
        frame,
    )
    step = box(0.38, 0.03, 0.04)
    ladder = row(box(0.04, h + 0.2, 0.04), 2, step=(0.38, 0, 0)) + join(
        *(step.moved(y=(h - 0.1) * (i + 1) / (rungs + 1)) for i in range(rungs))
    )
    design.add("ladder", ladder.moved(0.36 * length * s, 0, w / 2 + 0.05), frame)
    return design


@category("ottoman", family="household", also=("footstool", "pouf"))
def ottoman(p: Parameters) -> Design:
    w, h, ratio = p.real("width", 0.45, 0.7), p.real("height", 0.32, 0.46), p.real("ratio", 0.65, 1.0)
    kind, feet = p.choice("kind", ["square", "round", "knitted"]), p.real("feet", 0.04, 0.12)
    cloth, wood = p.material("cloth", FABRICS), p.material("feet_material", [*WOODS[:4], BRASS, BLACK_METAL])
    piping, buttons = p.material("piping", [FABRICS[4], FABRICS[7], BLACK, FABRICS[1]]), p.whole("buttons", 2, 4)
    design = Design([kind, cloth.name], [f"{wood.name} feet" if kind != "knitted" else "thick ribs"])
    if kind == "knitted":
        n = 6 + 2 * buttons
        a = np.linspace(0, 2 * np.pi, 96, endpoint=False)
        ribs = 1 - 0.1 * np.abs(np.cos(a * n / 2)) ** 6
        circle = np.stack([ribs * np.cos(a), np.zeros(96), ribs * np.sin(a)], 1) * w / 2
        form = ((0.5, 0), (0.85, 0.08), (1, 0.35), (1, 0.6), (0.85, 0.9), (0.5, 0.99), (0.08, 0.97))
        design.add("body", loft([circle * s + np.array([0, y * h * (1 - feet), 0]) for s, y in form]), cloth)
        line = [(0.46 * w * s, y * h * (1 - feet), 0.0) for s, y in form]
        design.add("seam", around(sweep(line, 0.009, sides=5), n), piping)
        design.add("button", sphere(0.03, segments=10).scaled(1, 0.5, 1).moved(y=0.98 * h * (1 - feet)), piping)
        return design
    d, leg = (w * ratio, cylinder(0.018, feet + 0.02, top_radius=0.03, segments=12))
    if kind == "round":
        design.add(
            "body", turned([(0.97, 0), (1, 0.05), (1, 0.72), (0.97, 0.75)], w / 2, h - feet).moved(y=feet), cloth
        )
        design.add(
            "cushion",
            turned([(1, 0), (1.03, 0.3), (0.97, 0.8), (0.7, 1), (0, 1.05)], w / 2, 0.28 * h).moved(
                y=0.73 * h + 0.2 * feet
            ),
            cloth,
        )
        design.add(
            "piping",
            torus(w / 2 + 0.004, 0.009).moved(y=0.74 * h + 0.2 * feet) + torus(w / 2, 0.009).moved(y=feet + 0.02),
            piping,
        )
        design.add("foot", around(leg.moved(0.4 * w), 4, start=45), wood)
        d = w
    else:
        design.add("body", slab(w, 0.75 * h - feet, d, 0.03).moved(y=feet), cloth)
        design.add("cushion", cushion(1.03 * w, 0.3 * h, 1.03 * d, power=0.3).moved(y=0.7 * h), cloth)
        design.add("piping", sweep(level(1.01 * w, 1.01 * d, 0.03, 0.75 * h), 0.009, sides=6, closed=True), piping)
        design.add("foot", corners(leg, 0.42 * w, 0.42 * d), wood)
    knob = sphere(0.016, segments=8).scaled(1, 0.6, 1)
    design.add(
        "button",
        row(row(knob, buttons, step=(0.6 * w / buttons, 0, 0)), buttons, step=(0, 0, 0.6 * d / buttons)).moved(
            y=h if kind == "square" else 1.01 * h + 0.2 * feet
        ),
        piping,
    )
    return design


@category("bean bag", family="household", also=("bean bag chair",))
def bean_bag(p: Parameters) -> Design:
    r, h, seat = p.real("radius", 0.4, 0.52), p.real("height", 0.65, 0.95), p.real("seat", 0.3, 0.5)
    kind, seams = p.choice("kind", ["teardrop", "chair", "round"]), p.whole("seams", 4, 8)
    cloth, piping = (
        p.material("cloth", [*PLASTICS[:6], *FABRICS[1:3], FABRICS[5], *PLASTICS[8:11]]),
        p.material("seam", [BLACK, WHITE, GREY]),
    )
    knob = p.choice("top", ["loop", "button"])
    design = Design([cloth.name, kind], [f"{number_word(seams)} seams", f"a {knob} on top"])
    h = 0.62 * h if kind == "round" else h
    outline = {
        "teardrop": [(0.7, 0), (1, 0.12), (1, 0.3), (0.75, 0.6), (0.3, 0.9), (0.1, 0.99), (0, 1)],
        "chair": [(0.75, 0), (1, 0.14), (0.98, 0.35), (0.8, 0.65), (0.55, 0.9), (0.3, 0.99), (0, 1)],
        "round": [(0.7, 0), (1, 0.25), (0.98, 0.5), (0.8, 0.8), (0.5, 0.95), (0.2, 1), (0, 0.98)],
    }[kind]
    fine = np.linspace(0, 1, 22)
    stations = np.linspace(0, 1, len(outline))
    profile = [
        (float(np.interp(s, stations, [q[0] for q in outline])), float(np.interp(s, stations, [q[1] for q in outline])))
        for s in fine
    ]

    def slump(solid: Solid) -> Solid:
        v = solid.vertices.copy()
        high = np.clip(v[:, 1] / h, 0, 1)
        dent = (
            seat
            * h
            * np.exp(-((v[:, 0] / (0.55 * r)) ** 2) - ((v[:, 2] - 0.5 * r) / (0.45 * r)) ** 2)
            * np.clip(high - 0.25, 0, 1)
        )
        v[:, 1] -= dent * (0.4 if kind == "round" else 1.0)
        v[:, 2] -= 0.28 * r * high**2 * (kind != "round")
        v[:, 0] += 0.02 * r * np.sin(9 * high + 3 * np.arctan2(v[:, 2], v[:, 0]))
        return Solid(v, solid.faces)

    design.add("body", slump(turned(profile, r, h, segments=36)), cloth)
    line = np.array([(1.003 * a * r, b * h, 0.0) for a, b in profile])
    design.add("seam", slump(around(sweep(line, 0.007, sides=5), seams, start=20)), piping)
    top = (
        ring(0.045, 0.012, segments=16).moved(y=h + 0.02)
        if knob == "loop"
        else cylinder(0.05, 0.02, segments=16).moved(y=0.985 * h)
    )
    design.add("top", slump(top), piping)
    return design


@category("coat rack", family="household", also=("coat stand", "hat stand"))
def coat_rack(p: Parameters) -> Design:
    h, hooks, reach = p.real("height", 1.6, 1.95), p.whole("hooks", 4, 8), p.real("reach", 0.14, 0.24)
    wood, legs, base = (
        p.material("wood", [*WOODS, BLACK_METAL, BRASS]),
        p.whole("legs", 3, 5),
        p.choice("base", ["legs", "disc"]),
    )
    hung, cloth = (
        p.choice("hung", ["nothing", "a hat", "a coat"]),
        p.material("cloth", [*FABRICS[:4], FABRICS[5], FABRICS[7]]),
    )
    knob, thick = p.choice("tip", ["ball", "hook"]), p.real("pole", 0.016, 0.026)
    design = Design(
        [wood.name, "tall"],
        [f"{number_word(hooks)} hooks", f"{number_word(legs)} legs" if base == "legs" else "a round base"],
    )
    design.add(
        "pole",
        cylinder(thick, h, segments=16)
        + sphere(2 * thick, segments=14).moved(y=h)
        + cylinder(1.5 * thick, 0.04, segments=16).moved(y=0.8 * h),
        wood,
    )
    if base == "legs":
        foot = bezier([(0, 0.3, 0), (0.15, 0.3, 0), (0.2, 0.02, 0), (0.3, 0.015, 0)], count=10)
        design.add("leg", around(sweep(foot, 0.018), legs), wood)
    else:
        design.add("base", turned([(1, 0), (1, 0.4), (0.4, 0.7), (0.1, 1)], 0.2 + 0.02 * legs, 0.06), wood)
    for y, n, turn in ((0.88 * h, hooks, 0.0), (0.7 * h, hooks // 2, 30.0)):
        path = bezier(
            [(0, y - 0.1, 0), (reach, y - 0.12, 0), (0.8 * reach, y + 0.02, 0), (reach, y + 0.08, 0)], count=10
        )
        tip = sphere(0.022, segments=10) if knob == "ball" else sphere(0.013, segments=8)
        design.add("hook", around(sweep(path, 0.011) + tip.moved(reach, y + 0.08), n, start=turn), wood)
    if hung == "a hat":
        hat = turned([(1, 0), (1, 0.06), (0.56, 0.12), (0.52, 0.85), (0.35, 1), (0, 0.9)], 0.16, 0.13)
        design.add("hat", hat.rotated("z", -20).moved(reach, 0.88 * h + 0.05), cloth)
        design.add("hat band", cylinder(0.092, 0.025).rotated("z", -20).moved(reach + 0.006, 0.88 * h + 0.067), BLACK)
    elif hung == "a coat":
        coat = loft(
            [
                level(0.3, 0.42, 0.08, 0),
                level(0.22, 0.34, 0.08, 0.45),
                level(0.2, 0.36, 0.06, 0.75),
                level(0.06, 0.1, 0.02, 0.95),
            ]
        )
        sleeve = sweep([(0, 0.8, 0.15), (0, 0.6, 0.22), (0, 0.25, 0.23)], [0.05, 0.055, 0.045])
        design.add("coat", (coat + sleeve + sleeve.scaled(1, 1, -1)).moved(reach - 0.02, 0.88 * h - 0.88), cloth)
    if hung != "nothing":
        design.features.append(f"{hung} on a hook")
    return design


@category("coffee table", family="household", also=("low table", "table"))
def coffee_table(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 0.8, 1.25), p.real("ratio", 0.5, 0.75), p.real("height", 0.34, 0.48)
    top, legs = (
        p.choice("top", ["rectangular", "round", "oval"]),
        p.choice("base", ["four legs", "hairpin", "block", "drum"]),
    )
    wood, metal = (
        p.material("top_material", [*WOODS, GLASS, PLASTER, SLATE]),
        p.material("base_material", [*WOODS[:4], BLACK_METAL, BRASS, CHROME]),
    )
    thick, shelf, decor = (
        p.real("thickness", 0.02, 0.05),
        p.choice("shelf", ["yes", "no"]),
        p.choice("on_top", ["nothing", "books", "a bowl"]),
    )
    d = w * ratio if top != "round" else w
    words = {"four legs": "four legs", "hairpin": "hairpin legs", "block": "a solid base", "drum": "a drum base"}
    design = Design([top, wood.name, "low"], [words[legs]])
    outline = rounded(w, d, 0.03 if top == "rectangular" else 0.5 * w, points=10)
    if top != "rectangular":
        a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
        outline = np.stack([w / 2 * np.cos(a), d / 2 * np.sin(a)], 1)
    design.add("top", extrude(outline, thick).moved(y=h - thick), wood)
    x, z = (0.44 * w, 0.42 * d) if top == "rectangular" else (0.31 * w, 0.31 * d)
    if legs == "four legs":
        design.add("leg", corners(cylinder(0.02, h - 0.5 * thick, top_radius=0.03, segments=12), x, z), metal)
        design.add("apron", row(box(2 * x, 0.05, 0.02), 2, step=(0, 0, 2 * z)).moved(y=h - thick - 0.045), metal)
    elif legs == "hairpin":
        pin = sweep(
            [(-0.06, h - thick, 0), (-0.008, 0.012, 0), (0.008, 0.012, 0), (0.06, h - thick, 0)], 0.007, sides=6
        )
        design.add("leg", corners(pin + box(0.15, 0.006, 0.05).moved(y=h - thick - 0.004), 0.9 * x, z), metal)
    elif legs == "block":
        design.add(
            "base",
            row(box(0.05, h - thick, 1.7 * z), 2, step=(1.6 * x, 0, 0))
            + box(1.6 * x, 0.1, 0.04).moved(y=h - thick - 0.1),
            metal,
        )
        design.add("glide", corners(cylinder(0.018, 0.012, segments=14).moved(y=-0.01), 0.8 * x, 0.7 * z), BLACK)
    else:
        design.add("plinth", cylinder(0.7, 0.025, segments=32).scaled(1.3 * x, 1, 1.3 * z), metal)
        design.add("base", cylinder(0.55, h - thick, segments=32).scaled(x, 1, z).scaled(1.5, 1, 1.5), metal)
    if shelf == "yes" and legs != "drum":
        design.add("shelf", extrude(0.8 * outline, 0.02).moved(y=0.3 * h), wood)
        if legs == "hairpin":
            design.add(
                "shelf",
                corners(
                    cylinder(0.006, 0.7 * h, segments=8), 0.32 * w * (1 if top == "rectangular" else 0.8), 0.24 * d
                ).moved(y=0.3 * h),
                metal,
            )
        design.features.append("a shelf below")
    if decor == "books":
        for i, tone in enumerate((RED, FABRICS[1], FABRICS[4])):
            design.add(
                "book", box(0.24 - 0.02 * i, 0.03, 0.17).rotated("y", 12 * i).moved(-0.15 * w, h + 0.029 * i), tone
            )
    elif decor == "a bowl":
        design.add(
            "bowl",
            turned([(0.4, 0), (0.8, 0.4), (1, 1), (0.95, 1), (0.7, 0.4), (0, 0.2)], 0.13, 0.08).moved(y=h),
            CERAMICS[1],
        )
    if decor != "nothing":
        design.features.append(f"{decor} on it")
    return design


@category("dresser", family="household", also=("chest of drawers",))
def dresser(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.75, 1.4), p.real("height", 0.75, 1.1), p.real("depth", 0.42, 0.52)
    rows_, columns = p.whole("rows", 3, 5), p.whole("columns", 1, 3)
    wood, metal = (
        p.material("wood", [*WOODS, RETRO[1], GREY]),
        p.material("handles", [BRASS, CHROME, BLACK_METAL, WHITE]),
    )
    pull, feet, glass = (
        p.choice("pulls", ["knob", "bar", "ring"]),
        p.real("feet", 0.05, 0.16),
        p.choice("mirror", ["yes", "no"]),
    )
    n = rows_ * columns
    design = Design(
        [wood.name, "wide" if w > 1.1 * h else "tall"], [f"{number_word(n)} drawers", f"{metal.name} {pull}s"]
    )
    tall = h - feet - 0.03
    design.add("body", box(w, tall, d).moved(y=feet), wood)
    design.add("top", slab(1.04 * w, 0.03, 1.05 * d, 0.01).moved(y=h - 0.032), wood)
    design.add("foot", corners(cylinder(0.018, feet + 0.01, top_radius=0.03, segments=12), 0.43 * w, 0.4 * d), wood)
    cw, ch = 0.96 * w / columns, 0.96 * tall / rows_
    gap = box(0.985 * cw, 0.97 * ch, 0.006).moved(y=0.01 * ch)
    face = front(0.95 * cw, 0.9 * ch, 0.02, 0.006).moved(0, 0.05 * ch, 0.012)
    two = row(join(sphere(0.016, segments=8).scaled(1, 1, 0.8)), 1 if cw < 0.42 else 2, step=(0.5 * cw, 0, 0))
    handle = {
        "knob": two.moved(z=0.035),
        "bar": bar(0.4 * cw, 0.007, 0.028).rotated("z", 90).moved(0.2 * cw, 0, 0.02),
        "ring": ring(0.022, 0.004, segments=12).moved(0, -0.02, 0.032) + disc(0.018, 0.012, segments=12).moved(z=0.02),
    }[pull].moved(y=0.5 * ch)

    def grid(solid: Solid) -> Solid:
        return row(row(solid, columns, step=(cw, 0, 0)), rows_, step=(0, ch, 0)).moved(
            0, feet + 0.5 * tall - 0.5 * ch, d / 2
        )

    design.add("gap", grid(gap), WOODS[3])
    design.add("drawer", grid(face), wood)
    design.add("handle", grid(handle), metal)
    if glass == "yes":
        a = 0.6 * w
        design.add(
            "mirror frame",
            front(a, 0.6, 0.03, 0.1).moved(0, h + 0.06, -0.4 * d)
            + row(box(0.03, 0.5, 0.03), 2, step=(a + 0.04, 0, 0)).moved(0, h - 0.01, -0.4 * d)
            + box(a + 0.06, 0.03, 0.03).moved(0, h + 0.3, -0.4 * d - 0.02),
            wood,
        )
        design.add(
            "mirror",
            front(a - 0.08, 0.52, 0.02, 0.08).moved(0, h + 0.1, -0.4 * d + 0.012),
            Material("silvered", (0.78, 0.86, 0.90)),
        )
        design.features.append("a mirror on top")
    return design
