"""Boxes, tins and bins."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.packages.parts import (
    BROWN,
    CREAM,
    DARK_GREEN,
    DARK_RED,
    GOLD,
    KRAFT,
    LIGHT_BLUE,
    NAVY,
    PRINTS,
    Body,
    Outline,
    decal,
    draw_look,
    dress,
    letters,
    loop,
    on,
    oval,
    rect,
    ribbed_cap,
    show,
    star,
    straight,
    turned,
)
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    RUSTY,
    STEEL,
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
    cylinder,
    extrude,
    join,
    lathe,
    loft,
    row,
    sphere,
    sweep,
    torus,
)

PULPS = (
    Material("grey cardboard", (0.62, 0.61, 0.58)),
    Material("brown cardboard", (0.66, 0.54, 0.40)),
    Material("pale blue", (0.62, 0.74, 0.82)),
    Material("pink", (0.87, 0.62, 0.62)),
    Material("white foam", (0.93, 0.93, 0.91)),
)
EGGS = (
    Material("white", (0.95, 0.93, 0.88)),
    Material("brown", (0.78, 0.53, 0.36)),
    Material("tan", (0.89, 0.73, 0.57)),
)


def fine_print(w: float, h: float, y: float) -> list[Outline]:
    """A table of facts and a bar code, as on the sides and backs of packages."""
    bars = [rect(0.02 * w * (1 + i % 3), 0.12 * h, (i - 4) * 0.07 * w, y + 0.06 * h) for i in range(9)]
    return [*bars, *(rect(w * (0.8 - 0.2 * (i % 2)), 0.02 * h, 0, y + h * (0.3 + 0.07 * i)) for i in range(8))]


def side_print(design: Design, w: float, h: float, d: float, ink: Material) -> None:
    """Fine print on both sides and the back of a box."""
    side = join(*(straight(d, h, w).printed(o[::4], 1, 1) for o in fine_print(d, h, 0)))
    back = join(*(straight(w, h, d).printed(o[::4], 1, 1) for o in fine_print(w * 0.8, h, 0)))
    design.add("print", join(side.rotated("y", 90), side.rotated("y", -90), back.rotated("y", 180)), ink)


@category("cereal box", family="packages", also=("grocery box", "food box", "box of cereal"))
def cereal_box(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.17, 0.22), p.real("height", 0.25, 0.33), p.real("depth", 0.045, 0.08)
    look, picture = draw_look(p), p.choice("picture", ["a bowl of cereal", "a cartoon face", "a logo"])
    shape, top = p.choice("format", ["upright", "upright", "wide"]), p.choice("top", ["closed", "open"])
    w, h = (w, h) if shape == "upright" else (h * 0.85, w)
    design = Design([look.paper.name, shape], [f"{picture} on the front", f"its top {top}"])
    body, m = straight(w, h, d), 0.8 * min(w, h)
    design.add("box", body.solid(), look.paper)
    side_print(design, w, h, d, on(look.paper))
    if picture == "a logo":
        dress(design, body, 0.03 * h, 0.97 * h, 0.97 * w, look, back=False)
    else:
        show(design, body, [rect(0.995 * w, 0.28 * h, 0, 0.68 * h, -4 if shape == "upright" else 0)], look.accent, 1.5)
        show(design, body, letters(0.84 * w, 0.16 * h, 0.74 * h), on(look.accent))
        y = 0.33 * h
        if picture == "a bowl of cereal":
            bits = [oval(0.07 * m, 0.06 * m, m * (i - 3) * 0.1, y + 0.08 * m * (i % 2) + 0.05 * m) for i in range(7)]
            show(design, body, [oval(0.42 * m, 0.12 * m, 0, y)], CREAM, 1.5)
            show(design, body, bits, GOLD, 2.5)
            bowl_side = np.array([(0.42 * m * np.cos(a), y + 0.36 * m * np.sin(a)) for a in np.linspace(-3.14, 0, 18)])
            show(design, body, [bowl_side], look.accent, 3)
        else:
            ears = [oval(0.13 * m, 0.13 * m, s * 0.28 * m, y + 0.28 * m) for s in (-1, 1)]
            show(design, body, [oval(0.38 * m, 0.34 * m, 0, y), *ears], ORANGE, 1.5)
            show(design, body, [oval(0.1 * m, 0.12 * m, s * 0.14 * m, y + 0.1 * m) for s in (-1, 1)], WHITE, 2.2)
            eyes = [oval(0.04 * m, 0.06 * m, s * 0.13 * m, y + 0.09 * m) for s in (-1, 1)]
            show(
                design,
                body,
                [*eyes, oval(0.08 * m, 0.05 * m, 0, y - 0.05 * m), rect(0.3 * m, 0.04 * m, 0, y - 0.2 * m)],
                BLACK,
            )
    if top == "open":
        design.add("flap", box(w, 0.002, d * 0.7).moved(0, 0, d * 0.35).rotated("x", -50).moved(0, h, d / 2), KRAFT)
        design.add("flap", box(w, 0.002, d * 0.7).moved(0, 0, -d * 0.35).rotated("x", 60).moved(0, h, -d / 2), KRAFT)
    return design


@category("milk carton", family="packages", also=("juice carton", "drink carton", "carton of milk"))
def milk_carton(p: Parameters) -> Design:
    w, h, gable = p.real("width", 0.065, 0.095), p.real("height", 0.11, 0.21), p.real("gable", 0.35, 0.6)
    look = draw_look(p, (WHITE, WHITE, CREAM, LIGHT_BLUE), (BLUE, RED, GREEN, LIGHT_BLUE, ORANGE, YELLOW))
    top, spout = p.choice("top", ["gable", "gable", "flat"]), p.choice("opening", ["screw cap", "plain"])
    splash = p.choice("print", ["cow patches", "band", "logo"])
    design = Design([look.paper.name, "gable-topped" if top == "gable" else "brick-shaped"], [])
    body, r = straight(w, h, w), w / 2
    design.add("carton", body.solid(), look.paper)
    if top == "gable":
        up, fin = gable * w, 0.14 * w
        design.add("top", Body([(h, r, r), (h + up, r, 0.02 * w)], 0).solid(), look.accent)
        design.add("top", box(w, fin, 0.04 * w).moved(y=h + up - 0.01 * w), look.paper)
        lean = np.degrees(np.arctan2(r, up))
        cap = ribbed_cap(0.2 * w, 0.13 * w).rotated("x", 90 - lean).moved(0, h + up * 0.45, r * 0.53)
    else:
        design.add("top", straight(w * 1.01, 0.04 * h, w * 1.01).solid().moved(y=h - 0.03 * h), look.accent)
        cap = ribbed_cap(0.2 * w, 0.13 * w).moved(0.18 * w, h, 0.15 * w)
    if spout == "screw cap":
        design.add("cap", cap, look.accent)
        design.features.append("a screw cap")
    if splash == "cow patches":
        spots = [(0.1, 0.2, 0.2, 0.14), (-0.26, 0.4, 0.16, 0.12), (0.28, 0.52, 0.15, 0.1), (-0.25, 0.08, 0.13, 0.07)]
        show(design, body, [oval(a * w, b * h * 0.8, x * w, y * h) for x, y, a, b in spots], BLACK, 1.5)
        show(design, body, letters(0.8 * w, 0.16 * h, 0.74 * h), look.accent)
    elif splash == "band":
        design.add("band", body.band(0, h * 0.42), look.accent)
        show(design, body, letters(0.8 * w, 0.2 * h, 0.58 * h), look.accent)
        show(design, body, [oval(0.22 * w, 0.3 * w, 0, 0.22 * h)], WHITE)
    else:
        dress(design, body, 0.04 * h, 0.96 * h, 0.96 * w, look, back=False)
    design.features.append({"cow patches": "printed cow patches", "band": "a coloured band"}.get(splash, look.says))
    side_print(design, w, h, w, look.accent)
    return design


@category("egg carton", family="packages", also=("egg box", "carton of eggs"))
def egg_carton(p: Parameters) -> Design:
    columns, rows, step = p.whole("columns", 3, 6), p.whole("rows", 2, 3), p.real("cup", 0.046, 0.054)
    pulp, shell, lid = p.material("pulp", PULPS), p.material("eggs", EGGS), p.choice("lid", ["open", "open", "closed"])
    missing, angle = p.whole("missing", 0, 3), p.real("lid_angle", 95, 140)
    accent = p.material("accent", (RED, GREEN, YELLOW, BLUE))
    w, d, h = columns * step + 0.012, rows * step + 0.012, 0.045
    design = Design([pulp.name, lid])
    cup = lathe([(0.3 * step, 0), (0.48 * step, h), (0.4 * step, h), (0.25 * step, 0.008)], segments=10)
    places = [
        ((i - (columns - 1) / 2) * step, (j - (rows - 1) / 2) * step) for i in range(columns) for j in range(rows)
    ]
    design.add("base", join(*(cup.moved(x, 0, z) for x, z in places)), pulp)
    outer, inner = rect(w + 0.02, d + 0.02, 0, -d / 2 - 0.01), rect(w - 0.012, d - 0.012, 0, -d / 2 + 0.006)
    design.add("rim", extrude(outer, 0.004, hole=inner).moved(y=h - 0.006), pulp)
    design.add("base", extrude(rect(w - 0.02, d - 0.02, 0, -d / 2 + 0.01), h * 0.55).moved(y=h * 0.3), pulp)
    cover = Body([(0, w / 2, d / 2), (0.036, w / 2 - 0.01, d / 2 - 0.01)], 5)
    roof = rect(w * 0.72, d * 0.5, 0, -d * 0.25)
    sticker = decal(roof, 1, 1).scaled(z=0.001)
    words = join(*(decal(o, 2, 1) for o in letters(w * 0.6, d * 0.2, -d * 0.1))).scaled(z=0.001)
    if lid == "closed":
        design.add("lid", cover.solid().moved(y=h), pulp)
        design.add("label", sticker.rotated("x", -90).moved(y=h + 0.036), accent)
        design.add("print", words.rotated("x", -90).moved(y=h + 0.036), on(accent))
        design.features = [f"a {accent.name} label on its lid", f"{number_word(columns)} bumps in a row"]
        return design
    wall = loft([cover.ring(0), cover.ring(0.036), cover.ring(0.033, 0.97), cover.ring(0.001, 0.95)])
    design.add("lid", wall.moved(0, 0, d / 2 + 0.004).rotated("x", -angle).moved(0, h, -d / 2 - 0.004), pulp)
    egg = sphere(0.021, segments=14).scaled(1, 1.28, 1).moved(y=h * 0.8)
    kept = places[missing:]
    design.add("egg", join(*(egg.moved(x, 0, z) for x, z in kept)), shell)
    design.features = [f"{number_word(len(kept))} {shell.name} eggs", "an open lid"]
    return design


@category("tin", family="packages", also=("biscuit tin", "cookie tin", "tin box"))
def tin(p: Parameters) -> Design:
    w, low, tall = p.real("width", 0.12, 0.22), p.real("height_ratio", 0.3, 0.5), p.real("tall_ratio", 1.1, 1.5)
    form = p.choice("form", ["round", "rectangular", "tall square", "octagonal"])
    look, lid = (
        draw_look(p, (RED, NAVY, GREEN, CREAM, GOLD, BLUE, DARK_RED)),
        p.choice("lid", ["same", "metal", "accent"]),
    )
    lid_h, knob = p.real("lid_height", 0.16, 0.28), p.choice("knob", ["yes", "no", "no"])
    w = w * 0.6 if form == "tall square" else w
    h, d = w * (tall if form == "tall square" else low), w * (0.65 if form == "rectangular" else 1)
    power = {"round": 2.0, "octagonal": 2.0}.get(form, 8.0)
    body = Body([(0, w / 2, d / 2), (h, w / 2, d / 2)], power, 8 if form == "octagonal" else 32)
    top = {"same": look.paper, "metal": STEEL, "accent": look.accent}[lid]
    design = Design([form, look.paper.name], [f"{with_article(top.name)} lid", look.says])
    turn = 22.5 if form == "octagonal" else 0
    front = Body([(0, w / 2, 0.925 * d / 2), (h, w / 2, 0.925 * d / 2)], 0) if turn else body
    cap_at = h * (1 - lid_h)
    design.add("tin", body.solid().rotated("y", turn), look.paper)
    design.add("lid", body.band(cap_at, h, 1.04).rotated("y", turn), top)
    step = Body([(h, 0.46 * w, 0.46 * d), (1.02 * h, 0.45 * w, 0.45 * d)], power, body.segments).solid()
    design.add("lid", step.rotated("y", turn), top)
    design.add("rim", body.band(0, 0.03 * h, 1.03).rotated("y", turn), STEEL)
    dress(design, front, 0.06 * h, cap_at - 0.02 * h, (0.38 if turn else 0.8) * w, look)
    prints = [(oval(0.36 * w, 0.36 * d), look.accent, 1), (oval(0.3 * w, 0.3 * d), CREAM, 2)]
    prints += [(o, look.accent, 3) for o in letters(0.45 * w, 0.12 * w, -0.06 * d)]
    for outline, ink, layer in prints:
        design.add("print", decal(outline, layer, 1).scaled(z=0.006 * h).rotated("x", -90).moved(y=1.02 * h), ink)
    if knob == "yes":
        ball = lathe([(0.03 * w, 0), (0.06 * w, 0.05 * w), (0.01 * w, 0.09 * w)], segments=14)
        design.add("knob", ball.moved(y=1.02 * h), BRASS)
        design.features.append("a knob")
    return design


@category("tuna can", family="packages", also=("fish can", "tin of fish", "can"))
def tuna_can(p: Parameters) -> Design:
    w, low, form = (
        p.real("width", 0.075, 0.11),
        p.real("height_ratio", 0.32, 0.5),
        p.choice("form", ["round", "round", "oblong"]),
    )
    paper = p.material("paper", (BLUE, NAVY, YELLOW, GREEN, RED, WHITE, TURQUOISE))
    accent, ring = p.material("accent", PRINTS), p.choice("lid", ["ring-pull", "plain"])
    accent = on(paper) if accent.name == paper.name else accent
    metal, picture = p.material("metal", (STEEL, CHROME, GOLD)), p.choice("picture", ["fish", "word"])
    w, d = (w * 1.2, w * 0.75) if form == "oblong" else (w, w)
    h = d * low
    body = Body([(0, w / 2, d / 2), (h, w / 2, d / 2)], 5 if form == "oblong" else 2, 40)
    design = Design([form, "flat", paper.name], [f"a {ring} lid", f"a printed {picture}"])
    design.add("can", body.solid(), metal)
    design.add("rim", body.band(0, 0.08 * h, 1.04) + body.band(0.93 * h, 1.03 * h, 1.04), metal)
    design.add("label", body.band(0.1 * h, 0.91 * h), paper)
    m = 0.5 * w
    if picture == "fish":
        tail = np.array([(0.3, 0.0), (0.62, -0.22), (0.54, 0.0), (0.62, 0.22)]) * m + (0, 0.52 * h)
        show(design, body, [oval(0.4 * m, 0.24 * h, -0.03 * m, 0.52 * h), tail], accent, 2)
        show(
            design,
            body,
            [oval(0.035 * m, 0.035 * m, -0.25 * m, 0.56 * h), rect(1.2 * m, 0.05 * h, 0, 0.14 * h)],
            on(paper),
        )
    else:
        show(design, body, [oval(0.75 * m, 0.36 * h, 0, 0.5 * h)], accent, 2)
        show(design, body, letters(1.05 * m, 0.3 * h, 0.36 * h), on(accent))
    lid = Body([(0, 0.44 * w, 0.44 * d), (0.01 * h, 0.42 * w, 0.42 * d)], body.power, 40).solid()
    design.add("lid", lid.moved(y=1.03 * h), CHROME)
    if ring == "ring-pull":
        pull = torus(0.1 * w, 0.012 * w, segments=18, sides=6).moved(0, 1.03 * h + 0.022 * w, 0.14 * d)
        design.add("ring", pull + box(0.04 * w, 0.02 * w, 0.12 * w).moved(0, 1.03 * h, 0.14 * d + 0.12 * w), STEEL)
    else:
        for s in (0.33, 0.2):
            groove = torus(1, 0.03, segments=30, sides=6).scaled(s * w, 0.2 * w, s * d)
            design.add("lid", groove.moved(y=1.035 * h), metal)
    return design


@category("gift box", family="packages", also=("present", "gift", "wrapped present"))
def gift_box(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.14, 0.3), p.real("height_ratio", 0.4, 1.05), p.real("depth_ratio", 0.7, 1.0)
    form, pattern = (
        p.choice("form", ["rectangular", "rectangular", "round"]),
        p.choice("pattern", ["plain", "dotted", "striped"]),
    )
    wrap, ribbon = (
        p.material("wrapping", (RED, BLUE, GREEN, WHITE, PURPLE, PINK, GOLD, TURQUOISE, KRAFT)),
        p.material("ribbon", (GOLD, RED, WHITE, GREEN, BLUE, PINK)),
    )
    lid_h, loops = p.real("lid_height", 0.18, 0.28), p.whole("loops", 2, 8)
    ribbon = on(wrap) if ribbon.name == wrap.name else ribbon
    h, d = w * tall, w * (1 if form == "round" else deep)
    body = straight(w, h, d, 2 if form == "round" else 0)
    design = Design([wrap.name, pattern, form], [f"{with_article(ribbon.name)} ribbon and bow"])
    design.add("box", body.solid(), wrap)
    design.add("lid", body.band(h * (1 - lid_h), h, 1.08), wrap)
    band = 0.13 * w
    for turn, wide in ((0, d), (90, w)):
        design.add("ribbon", box(band, h * 1.012, wide * 1.09 + 0.002).moved(y=0.001).rotated("y", turn), ribbon)
    if pattern != "plain":
        xs, ink = np.array([-0.36, -0.18, 0.18, 0.36]) * w, on(wrap)
        if pattern == "striped":
            marks = [rect(0.05 * w, 0.98 * h * (1 - lid_h), x, 0) for x in xs]
        else:
            ys = (0.1, 0.3, 0.5)
            marks = [
                oval(0.035 * w, 0.035 * w, x * (1 if form == "rectangular" else 0.85), h * y + 0.05 * w * (i % 2))
                for i, x in enumerate(xs)
                for y in ys
            ]
        dots = join(*(body.printed(o, 1, 2) for o in marks))
        design.add("print", dots + dots.rotated("y", 180), ink)
    petal = sweep(
        arc(1, 20, 340, points=14) * (0.13 * w, 0.07 * w, 1) + (0.14 * w, 0.05 * w, 0), 0.008 * w, sides=6
    ).scaled(z=6)
    design.add("bow", around(petal, loops, start=45).moved(y=h * 1.01), ribbon)
    design.add("bow", sphere(0.05 * w, segments=10).moved(y=1.01 * h + 0.05 * w), ribbon)
    tail = sweep([(0, 0.02 * w, 0), (0.12 * w, 0.04 * w, 0.1 * w), (0.22 * w, 0.015 * w, 0.25 * w)], 0.012 * w, sides=6)
    design.add("bow", (tail + tail.scaled(x=-1)).moved(y=h * 1.01), ribbon)
    return design


@category("cardboard box", family="packages", also=("carton", "moving box", "parcel"))
def cardboard_box(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.25, 0.6), p.real("height_ratio", 0.4, 0.95), p.real("depth_ratio", 0.6, 1.0)
    lid, angle = p.choice("lid", ["closed", "closed", "open"]), p.real("flap_angle", 20, 120)
    cards = (
        KRAFT,
        KRAFT,
        Material("tan cardboard", (0.80, 0.64, 0.44)),
        Material("white cardboard", (0.90, 0.89, 0.86)),
    )
    card, tape = (
        p.material("card", cards),
        p.material("tape", (Material("clear tan", (0.83, 0.72, 0.52)), BROWN, WHITE, RED)),
    )
    mark, grip = (
        p.choice("print", ["arrows", "address label", "fragile sticker", "word"]),
        p.choice("hand_holes", ["yes", "no"]),
    )
    h, d = w * tall, w * deep
    body, ink = straight(w, h, d), Material("black", (0.13, 0.11, 0.10))
    says = {"arrows": "printed arrows", "word": "a printed word"}.get(mark, with_article(mark))
    design = Design([lid, card.name.split()[0]], [says])
    if lid == "closed":
        design.add("box", body.solid(), card)
        design.add("tape", box(0.12 * w, 0.004 * w, d * 1.004).moved(y=h), tape)
        for z in (-1, 1):
            design.add("tape", box(0.12 * w, 0.25 * h, 0.008 * w).moved(0, 0.754 * h, z * d / 2), tape)
        design.features.append(f"{with_article(tape.name)} tape")
    else:
        outer, inner = rect(w, d, 0, -d / 2), rect(0.97 * w, 0.97 * d, 0, -0.485 * d)
        design.add("box", extrude(outer, h, hole=inner), card)
        design.add("bottom", box(0.98 * w, 0.02 * h, 0.98 * d).moved(y=0.005 * h), card)
        for turn, wide, reach in ((0, w, d), (90, d, w), (180, w, d), (270, d, w)):
            flap = (
                box(wide * 0.985, 0.012 * w, d * 0.45)
                .moved(0, 0, d * 0.225)
                .rotated("x", angle - 70 if turn % 180 else angle - 60)
            )
            design.add("flap", flap.moved(0, h - 0.01 * w, reach / 2 - 0.008 * w).rotated("y", turn), card)
        design.features.append("four open flaps")
    if mark == "arrows":
        head = np.array([(-0.07, 0.0), (0.07, 0.0), (0.0, 0.12)]) * w
        arrows = [
            o
            for x in (0.22, 0.38)
            for o in (rect(0.05 * w, 0.14 * h, x * w, 0.12 * h), np.add(head, (x * w, 0.26 * h)))
        ]
        show(design, body, [*arrows, rect(0.3 * w, 0.02 * h, 0.3 * w, 0.07 * h)], ink, 0.3)
    elif mark == "word":
        show(design, body, letters(0.6 * w, 0.2 * h, 0.35 * h), RED if h > 0.3 else ink, 0.3)
    else:
        paper = WHITE if mark == "address label" else RED
        show(design, body, [rect(0.45 * w, 0.38 * h, -0.15 * w, 0.18 * h)], paper, 0.3)
        lines = [rect(w * (0.36 - 0.08 * (i % 2)), 0.025 * h, -0.15 * w, h * (0.24 + 0.06 * i)) for i in range(4)]
        show(design, body, lines if paper is WHITE else letters(0.4 * w, 0.16 * h, 0.28 * h, -0.15 * w), on(paper), 0.6)
    side = straight(d, h, w)
    if grip == "yes":
        hole = join(*(side.printed(oval(0.13 * d, 0.04 * h, 0, 0.78 * h), 0.3, 2).rotated("y", t) for t in (90, -90)))
        design.add("hand hole", hole, BROWN)
        design.features.append("hand holes")
    return design


@category("trash can", family="packages", also=("garbage can", "waste bin", "dustbin"))
def trash_can(p: Parameters) -> Design:
    h, r, taper = p.real("height", 0.55, 0.85), p.real("radius", 0.2, 0.28), p.real("taper", 0.8, 0.93)
    form, ribs = p.choice("form", ["metal", "pedal", "wheeled", "mesh"]), p.whole("ribs", 16, 28)
    metal, plastic = (
        p.material("metal", (STEEL, Material("grey metal", (0.47, 0.49, 0.50)), CHROME)),
        p.material("plastic", (GREEN, DARK_GREEN, BLUE, BLACK, GREY, BROWN, YELLOW)),
    )
    lid, sign = p.material("lid", (BLACK, YELLOW, BLUE, GREEN, GREY)), p.choice("sign", ["none", "label"])
    skin = metal if form in ("metal", "pedal") else plastic
    design = Design([skin.name, {"metal": "ribbed"}.get(form, form)])
    if form == "wheeled":
        w, d, h = 2 * r, 2.2 * r, h * 1.3
        body = Body([(0, taper * 0.42 * w, taper * 0.4 * d), (h, w / 2, d / 2)], 8)
        design.add("body", body.solid(), skin)
        design.add("rim", body.band(0.94 * h, h, 1.08), skin)
        cap = Body([(0, 0.54 * w, 0.53 * d), (0.03 * h, 0.54 * w, 0.53 * d), (0.07 * h, 0.45 * w, 0.42 * d)], 8).solid()
        design.add("lid", cap.moved(0, h, 0.02 * d), lid)
        wheel = cylinder(0.13 * h, 0.08 * w, segments=18).rotated("z", 90).moved(y=0.1 * h)
        design.add("wheel", wheel.moved(0.5 * w, 0, -0.38 * d) + wheel.moved(-0.42 * w, 0, -0.38 * d), BLACK)
        design.add("handle", sweep([(-0.42 * w, 1.0 * h, -0.62 * d), (0.42 * w, h, -0.62 * d)], 0.025 * h), skin)
        arms = row(box(0.06 * w, 0.06 * h, 0.2 * d).moved(0, 0.965 * h, -0.54 * d), 2, step=(0.7 * w, 0, 0))
        design.add("handle", arms, skin)
        design.features = [f"{with_article(lid.name)} lid", "two wheels"]
    else:
        body = turned([(taper * r, 0), (r, h)])
        if form == "mesh":
            lines = around(sweep([(0, 0, taper * r), (0, h, r)], 0.008, sides=4), ribs)
            rings = join(
                *(torus(r * (taper + (1 - taper) * t), 0.009, sides=6).moved(y=t * h) for t in np.linspace(0, 1, 7))
            )
            design.add("body", lines + rings + cylinder(taper * r, 0.02), skin)
            design.add("bag", cylinder(0.9 * taper * r, 0.9 * h, top_radius=0.93 * r).moved(y=0.02), WHITE)
            design.features = ["wire sides", "a bag inside"]
        else:
            design.add("body", body.solid(), skin)
            design.add(
                "rim",
                body.band(0.005 * h, 0.05 * h, 1.04) + body.band(0.95 * h, h, 1.04),
                skin if form == "metal" else BLACK,
            )
        if form == "metal":
            rib = sweep([(0, 0.06 * h, taper * r), (0, 0.94 * h, r)], 0.016, sides=6)
            design.add("rib", around(rib, ribs), skin)
            dome = [(1.08 * r, 0), (1.06 * r, 0.05 * h), (0.7 * r, 0.11 * h), (0.1 * r, 0.14 * h)]
            design.add("lid", lathe(dome).moved(y=0.98 * h), skin)
            design.add("handle", loop(0.5 * r, 0.08 * h, 0.012).moved(y=1.1 * h), skin)
            ear = sweep(arc(1, -90, 90) * (0.3 * r, 0.07 * h, 1) + (0.96 * r, 0.75 * h, 0), 0.012)
            design.add("handle", around(ear, 2), skin)
            design.features = ["a domed lid", "two side handles"]
        elif form == "pedal":
            dome = [(1.03 * r, 0), (1.03 * r, 0.05 * h), (0.8 * r, 0.12 * h), (0.1 * r, 0.15 * h)]
            design.add("lid", lathe(dome).moved(y=0.99 * h), lid)
            design.add("pedal", box(0.4 * r, 0.03 * h, 0.4 * r).moved(0, 0.03 * h, r), BLACK)
            design.features = [f"{with_article(lid.name)} lid", "a foot pedal"]
    if sign == "label" and form != "mesh":
        show(design, body, [rect(0.8 * r, 0.22 * h, 0, 0.5 * h)], WHITE, 1.5 if form == "wheeled" else 4)
        show(design, body, letters(0.65 * r, 0.1 * h, 0.55 * h), GREEN, 2.5 if form == "wheeled" else 5)
        design.features.append("a white label")
    return design


@category("dumpster", family="packages", also=("skip", "garbage container", "waste container"))
def dumpster(p: Parameters) -> Design:
    w, d, h = p.real("width", 1.7, 2.4), p.real("depth", 1.1, 1.5), p.real("height", 1.1, 1.5)
    form, ribs = p.choice("form", ["sloped", "flat", "open skip"]), p.whole("ribs", 3, 7)
    paint = p.material("paint", (DARK_GREEN, GREEN, BLUE, GREY, BROWN, YELLOW, RED))
    lid, lean, sign = (
        p.material("lid", (BLACK, GREY, DARK_GREEN)),
        p.real("lid_angle", 0, 50),
        p.choice("sign", ["yes", "no"]),
    )
    design = Design([paint.name, form])
    if form == "open skip":
        w = w * 1.5
        lower, upper = rect(0.62 * w, d, 0, -d / 2), rect(w, d, 0, -d / 2)
        inner, floor = rect(0.95 * w, 0.92 * d, 0, -0.46 * d), rect(0.58 * w, 0.9 * d, 0, -0.45 * d)
        rings = [(lower, 0.0), (upper, h), (inner, h), (floor, 0.15 * h)]
        design.add("body", loft([np.stack([o[:, 0], np.full(16, y), o[:, 1]], 1) for o, y in rings]), paint)
        design.add("rim", extrude(rect(1.03 * w, 1.06 * d, 0, -0.53 * d), 0.08, hole=inner).moved(y=h - 0.06), paint)
        posts = row(box(0.07, 0.92 * h, 0.07), ribs, step=(0.6 * w / ribs, 0, 0))
        design.add("rib", posts.moved(0, 0.04, d / 2) + posts.moved(0, 0.04, -d / 2), paint)
        pin = cylinder(0.06, 1.25 * d, segments=12).rotated("x", 90).moved(0, 0.6 * h, -0.625 * d)
        design.add("lug", pin.moved(0.36 * w) + pin.moved(-0.36 * w), BLACK)
        heap = sphere(1, segments=16, start=0).scaled(0.4 * w, 0.18 * h, 0.42 * d).moved(y=0.83 * h)
        design.add("rubble", heap, Material("grey", (0.52, 0.47, 0.42)))
        design.features = ["sloping ends", f"{number_word(ribs)} ribs"]
    else:
        front = 0.72 if form == "sloped" else 1.0
        side = [(-d / 2, 0), (d * 0.42, 0), (d / 2, -h * front), (-d / 2, -h)]
        design.add(
            "body", extrude([(z, y) for z, y in side], w).moved(y=-w / 2).rotated("x", 90).rotated("y", -90), paint
        )
        design.add(
            "rib", row(box(0.07, 0.62 * h, 0.08), ribs, step=(0.9 * w / ribs, 0, 0)).moved(0, 0.05 * h, 0.46 * d), paint
        )
        design.add("rim", box(w * 1.03, 0.09, 0.1).moved(0, h * front - 0.1, d * 0.5), paint)
        tilt = float(np.degrees(np.arctan2(h * (1 - front), d)))
        for i, s in enumerate((-1, 1)):
            flap = box(0.48 * w, 0.05, 1.06 * np.hypot(d, h * (1 - front))).moved(0, 0, 0.53 * d)
            design.add("lid", flap.rotated("x", tilt - (lean if i else 0)).moved(s * 0.25 * w, h, -d / 2), lid)
        pocket = box(0.16, 0.16, 0.7 * d).moved(0, 0.5 * h, 0)
        design.add("fork pocket", pocket.moved(w / 2 + 0.06) + pocket.moved(-w / 2 - 0.06), paint)
        wheel = cylinder(0.09, 0.06, segments=14).rotated("z", 90).moved(0.03, -0.07)
        design.add(
            "wheel", join(*(wheel.moved(x * 0.42 * w, 0, z * 0.36 * d) for x in (-1, 1) for z in (-1, 1))), BLACK
        )
        design.features = [f"two {lid.name} lids", "four wheels"]
    if sign == "yes":
        face = straight(w, h, d * 1.09)
        show(design, face, [rect(0.5 * w, 0.28 * h, 0, 0.28 * h)], WHITE, 0.6)
        show(design, face, letters(0.42 * w, 0.14 * h, 0.35 * h), paint, 1)
        design.features.append("a white sign")
    return design


@category("chest", family="packages", also=("treasure chest", "trunk", "coffer"))
def chest(p: Parameters) -> Design:
    w, tall, deep = p.real("width", 0.6, 1.0), p.real("height_ratio", 0.34, 0.48), p.real("depth_ratio", 0.5, 0.65)
    wood, metal = (
        p.material("wood", (*WOODS[:4], DARK_RED, DARK_GREEN)),
        p.material("bands", (BRASS, BLACK_METAL, STEEL, RUSTY, GOLD)),
    )
    lid, bands, form = (
        p.choice("lid", ["closed", "open"]),
        p.whole("band_count", 2, 4),
        p.choice("form", ["domed", "domed", "flat"]),
    )
    angle, handles = p.real("lid_angle", 40, 100), p.choice("handles", ["yes", "no"])
    h, d = w * tall, w * deep
    design = Design([wood.name, form], [f"{number_word(bands)} {metal.name} bands", f"its lid {lid}"])
    outer, inner = rect(w, d, 0, -d / 2), rect(0.9 * w, 0.86 * d, 0, -0.43 * d)
    design.add("chest", extrude(outer, h, hole=inner) + box(0.95 * w, 0.04 * h, 0.95 * d).moved(y=0.01 * h), wood)
    design.add(
        "groove", extrude(rect(1.004 * w, 1.006 * d, 0, -0.503 * d), 0.02 * h, hole=inner).moved(y=0.36 * h), BROWN
    )
    turn = np.linspace(0, np.pi, 13)
    shape = (
        [(-np.cos(a) * d / 2, np.sin(a) * d * 0.38) for a in turn]
        if form == "domed"
        else [(-d / 2, 0), (-d / 2, 0.2 * h), (d / 2, 0.2 * h), (d / 2, 0)]
    )
    tilt = angle if lid == "open" else 0.0

    def roof(wide: float, grow: float) -> Solid:
        flat = extrude([(z * grow, -y * grow) for z, y in shape], wide).moved(y=-wide / 2)
        return flat.rotated("x", 90).rotated("y", -90).moved(0, 0, d / 2).rotated("x", -tilt).moved(0, h, -d / 2)

    design.add("lid", roof(w, 1.0), wood)
    for x in np.linspace(-0.44, 0.44, bands) * w:
        design.add("band", roof(0.07 * w, 1.04).moved(float(x)), metal)
        for z in (-1, 1):
            design.add("band", box(0.07 * w, 0.99 * h, 0.03 * d).moved(float(x), 0, z * 0.5 * d), metal)
    edge = extrude(rect(1.02 * w, 1.03 * d, 0, -0.515 * d), 0.09 * h, hole=inner)
    design.add("band", edge + edge.moved(y=0.905 * h), metal)
    design.add(
        "lock", box(0.13 * w, 0.3 * h, 0.06 * d).moved(0, 0.72 * h, 0.51 * d), GOLD if metal.name != "golden" else STEEL
    )
    design.add(
        "keyhole", cylinder(0.02 * w, 0.02 * d, segments=10).rotated("x", 90).moved(0, 0.86 * h, 0.535 * d), BLACK
    )
    if lid == "open":
        heap = sphere(1, segments=18, start=0).scaled(0.44 * w, 0.22 * h, 0.4 * d).moved(y=0.85 * h)
        coin = cylinder(0.035 * w, 0.012 * w, segments=10).rotated("x", 25)
        coins = [
            coin.rotated("y", 70 * i).moved(
                0.32 * w * np.cos(2.4 * i) * (i / 14), h * (1.05 - 0.009 * i), 0.3 * d * np.sin(2.4 * i) * (i / 14)
            )
            for i in range(14)
        ]
        design.add("gold", join(heap, *coins), GOLD)
        design.features.append("gold coins inside")
    if handles == "yes":
        ring = sweep(arc(1, 180, 360, points=10, plane="zy") * (1, 0.2 * h, 0.18 * d), 0.012 * w, sides=6).moved(
            0, 0.62 * h
        )
        design.add("handle", ring.moved(0.515 * w) + ring.moved(-0.515 * w), metal)
    return design


@category("piggy bank", family="packages", also=("money box", "coin bank", "money pig"))
def piggy_bank(p: Parameters) -> Design:
    r, long, tall = p.real("radius", 0.05, 0.08), p.real("length", 1.2, 1.45), p.real("height", 0.92, 1.08)
    pigs = (Material("pink", (0.94, 0.62, 0.68)), PINK, WHITE, BLUE, GOLD, RED)
    pig, marks = p.material("pig", pigs), p.choice("print", ["flowers", "plain", "dollar spot"])
    ears, coin = p.choice("ears", ["upright", "folded"]), p.choice("coin", ["yes", "no"])
    ink, legs = p.material("ink", (RED, BLUE, WHITE, GREEN)), p.real("legs", 0.3, 0.5)
    dark = (
        Material("dark pink", (0.78 * pig.color[0], 0.78 * pig.color[1], 0.78 * pig.color[2]))
        if "pink" in pig.name
        else pig
    )
    design = Design([pig.name, "round" if long < 1.32 else "long"], [f"{ears} ears"])
    y = (0.75 + legs) * r
    design.add("body", sphere(r, segments=28).scaled(long, tall, 1).moved(y=y), pig)
    leg = cylinder(0.22 * r, (0.4 + legs) * r, top_radius=0.28 * r, segments=14)
    design.add("leg", join(*(leg.moved(a * 0.6 * r, 0, b * 0.45 * r) for a in (-1, 1) for b in (-1, 1))), pig)
    front = -long * r
    snout = cylinder(0.33 * r, 0.35 * r, segments=18).rotated("z", 90)
    design.add("snout", snout.moved(front + 0.2 * r, y), dark)
    for z in (-1, 1):
        design.add("eye", sphere(0.09 * r, segments=10).moved(0.8 * front, y + 0.35 * r, z * 0.46 * r), BLACK)
        nostril = cylinder(0.06 * r, 0.03 * r, segments=8).rotated("z", 90)
        design.add("nostril", nostril.moved(front - 0.14 * r, y, z * 0.13 * r), BLACK)
        ear = cylinder(0.25 * r, 0.5 * r, top_radius=0.03 * r, segments=10).scaled(0.4, 1, 1)
        design.add(
            "ear",
            ear.rotated("z", 15 if ears == "upright" else 75)
            .rotated("x", z * 25)
            .moved(0.55 * front, y + 0.65 * r, z * 0.48 * r),
            dark,
        )
    t = np.linspace(0, 1, 16)
    curl = np.stack(
        [(long - 0.05) * r + 0.3 * r * t, y + 0.3 * r + 0.12 * r * np.sin(11 * t), 0.12 * r * np.cos(11 * t)], 1
    )
    design.add("tail", sweep(curl, 0.05 * r, sides=6), dark)
    design.add("slot", box(0.5 * r, 0.04 * r, 0.08 * r).moved(0, y + tall * r - 0.02 * r), BLACK)
    if coin == "yes":
        design.add(
            "coin", cylinder(0.26 * r, 0.05 * r, segments=20).rotated("x", 90).moved(0, y + tall * r + 0.1 * r), GOLD
        )
        design.features.append("a coin in its slot")
    if marks != "plain":
        side = Body(
            [
                (y + tall * r * v, long * r * u, r * u)
                for v, u in ((np.sin(a), np.cos(a)) for a in np.linspace(-1.1, 1.1, 9))
            ]
        )
        spots = (
            [oval(0.34 * r, 0.34 * r, 0, y)]
            if marks == "dollar spot"
            else [star(0.2 * r, x * r, y + v * r, tips=6) for x, v in ((-0.3, 0.2), (0.35, 0.3), (0.1, -0.3))]
        )
        ink = on(pig) if ink.name == pig.name else ink
        prints = join(*(side.printed(o, 2, 4) for o in spots))
        design.add("print", prints + prints.rotated("y", 180), ink)
        design.features.append(f"{ink.name} {'flowers' if marks == 'flowers' else 'spots'}")
    return design
