"""Bottles, cans and other vessels for liquids and gases."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.packages.parts import (
    BROWN,
    CREAM,
    DARK_GREEN,
    DARK_RED,
    GOLD,
    LEATHERS,
    LIGHT_BLUE,
    NAVY,
    Body,
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
    turned,
)
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    COPPER,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    arc,
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
    torus,
    tube,
)

BROWN_GLASS, GREEN_GLASS = Material("brown glass", (0.33, 0.17, 0.06)), Material("green glass", (0.10, 0.33, 0.16))
CLEAR = Material("clear plastic", (0.78, 0.88, 0.93))
SAUCES = (
    Material("red ketchup", (0.74, 0.08, 0.06)),
    Material("yellow mustard", (0.93, 0.76, 0.10)),
    Material("brown barbecue", (0.30, 0.12, 0.06)),
    Material("dark soy", (0.14, 0.07, 0.05)),
    Material("red chilli", (0.83, 0.22, 0.08)),
    Material("white mayonnaise", (0.95, 0.92, 0.80)),
)


@category("spray bottle", family="packages", also=("cleaner bottle", "trigger spray", "cleaning spray"))
def spray_bottle(p: Parameters) -> Design:
    h, a, flat = p.real("height", 0.17, 0.22), p.real("half_width", 0.04, 0.052), p.real("flatness", 0.55, 0.8)
    form, look = p.choice("form", ["waisted", "shouldered", "round"]), draw_look(p)
    liquid, head = (
        p.material("bottle", (CLEAR, LIGHT_BLUE, WHITE, YELLOW, GREEN, PINK, ORANGE)),
        p.material("head", (WHITE, RED, BLUE, BLACK, GREEN, GREY)),
    )
    b = a * (1 if form == "round" else flat)
    curve = {
        "waisted": ((0, 0.95), (0.04, 1), (0.5, 0.97), (0.68, 0.72), (0.82, 0.5), (0.95, 0.36), (1, 0.3)),
        "shouldered": ((0, 0.95), (0.04, 1), (0.68, 1), (0.8, 0.8), (0.88, 0.36), (1, 0.3)),
        "round": ((0, 0.95), (0.04, 1), (0.6, 1), (0.75, 0.85), (0.86, 0.5), (0.92, 0.33), (1, 0.3)),
    }[form]
    body = Body([(h * y, a * s, max(b * s, a * 0.28)) for y, s in curve], 2 if form == "round" else 2.6)
    design = Design([liquid.name, form], [f"a {head.name} trigger head", f"a {look.paper.name} label"])
    design.add("bottle", body.solid(), liquid)
    dress(design, body, 0.1 * h, (0.46 if form == "waisted" else 0.6) * h, 1.5 * a, look)
    u = a / 0.045
    design.add("collar", ribbed_cap(0.017 * u, 0.022 * u).moved(y=h - 0.004), head)
    profile = [(-0.055, 0.014), (0.028, 0.006), (0.032, 0.026), (0.02, 0.034), (-0.055, 0.034)]
    hood = extrude([(x * u, -y * u) for x, y in profile], 0.024 * u).moved(y=-0.012 * u).rotated("x", 90)
    design.add("head", hood.moved(y=h + 0.015 * u), head)
    design.add("head", cylinder(0.011 * u, 0.025 * u, segments=12).moved(y=h + 0.012 * u), head)
    tip = cylinder(0.009 * u, 0.014 * u, segments=12).rotated("z", 90).moved(-0.054 * u, h + 0.039 * u)
    design.add("nozzle", tip, look.accent)
    pull = [(-0.022, 0.032), (-0.034, 0.012), (-0.035, -0.012), (-0.046, -0.034)]
    trigger = sweep([(x * u, y * u, 0) for x, y in pull], 0.006 * u).scaled(1, 1, 1.4)
    design.add("trigger", trigger.moved(y=h + 0.015 * u), look.accent)
    return design


@category("spray can", family="packages", also=("aerosol can", "spray paint", "aerosol"))
def spray_can(p: Parameters) -> Design:
    h, r = p.real("height", 0.13, 0.2), p.real("radius", 0.025, 0.034)
    look, top = draw_look(p), p.choice("top", ["cap", "nozzle", "small cap"])
    low, high = p.real("label_low", 0.0, 0.08), p.real("label_high", 0.9, 0.98)
    cap = p.material("cap", (BLACK, WHITE, RED, GREY))
    paint = look.accent if top == "cap" else cap
    body = turned([(r, 0), (r, h)])
    design = Design(
        [look.paper.name],
        [with_article(f"small {paint.name} cap" if top == "small cap" else f"{paint.name} {top}"), look.says],
    )
    design.add("can", body.solid(), STEEL)
    rim = lathe([(0.97 * r, 0), (1.03 * r, 0.004), (1.03 * r, 0.008), (0.97 * r, 0.01)])
    design.add("rim", rim.moved(y=-0.003) + rim.moved(y=h - 0.004), CHROME)
    dress(design, body, max(low * h, 0.01), high * h, 1.5 * r, look, wrap=True)
    design.add("dome", lathe([(r, 0), (0.85 * r, 0.25 * r), (0.5 * r, 0.45 * r), (0.4 * r, 0.6 * r)]).moved(y=h), STEEL)
    if top == "cap":
        design.add("cap", lathe([(0.94 * r, 0), (0.9 * r, 1.3 * r), (0.8 * r, 1.4 * r)]).moved(y=h), paint)
    elif top == "small cap":
        design.add("cap", lathe([(0.6 * r, 0), (0.55 * r, 1.1 * r), (0.4 * r, 1.25 * r)]).moved(y=h + 0.3 * r), paint)
    else:
        design.add("nozzle", cylinder(0.2 * r, 0.5 * r, segments=14).moved(y=h + 0.55 * r), paint)
        hole = cylinder(0.06 * r, 0.08 * r, segments=8).rotated("x", 90).moved(0, h + 0.9 * r, 0.16 * r)
        design.add("nozzle", hole, on(paint))
    return design


@category("detergent bottle", family="packages", also=("laundry detergent", "detergent", "bleach bottle"))
def detergent_bottle(p: Parameters) -> Design:
    h, a, b = p.real("height", 0.22, 0.3), p.real("half_width", 0.08, 0.11), p.real("half_depth", 0.04, 0.055)
    plastic = p.material("bottle", (ORANGE, BLUE, WHITE, RED, GREEN, PURPLE, YELLOW, NAVY))
    look, cap = draw_look(p), p.material("cap", (BLUE, WHITE, RED, GREEN, ORANGE, YELLOW))
    side, lean, measure = p.choice("handle", ["left", "right"]), p.real("lean", 0.3, 0.45), p.real("cap_size", 0.7, 0.9)
    s = 1 if side == "right" else -1
    design = Design([plastic.name, "squat" if h < 2.6 * a else "tall"])
    design.features = [f"a handle on its {side}", f"{with_article(cap.name)} cap"]
    body = Body([(0, a * 0.95, b * 0.9), (0.04 * h, a, b), (0.5 * h, a, b), (0.66 * h, 0.82 * a, b * 0.85)], 3)
    design.add("bottle", body.solid(), plastic)
    neck = Body([(0.6 * h, a * 0.42, b * 0.85), (0.88 * h, a * 0.36, b * 0.75), (0.95 * h, a * 0.27, a * 0.27)], 2.5)
    design.add("bottle", neck.solid().moved(-s * lean * a), plastic)
    grip = [(-0.3, 0.9), (0.25, 0.93), (0.62, 0.85), (0.76, 0.7), (0.72, 0.55)]
    design.add("handle", sweep([(s * x * a, y * h, 0) for x, y in grip], 0.13 * a, sides=10), plastic)
    lid = extrude(regular_outline(18, 0.4 * a * measure / 0.8, radius2=0.38 * a * measure / 0.8), 0.14 * h)
    design.add("cap", lid.moved(-s * lean * a, 0.93 * h), cap)
    dress(design, body, 0.08 * h, 0.54 * h, 1.6 * a, look)
    return design


@category("water bottle", family="packages", also=("drinking bottle", "drink bottle"))
def water_bottle(p: Parameters) -> Design:
    h, r, ribs = p.real("height", 0.18, 0.26), p.real("radius", 0.03, 0.038), p.whole("ribs", 2, 5)
    form, look = p.choice("form", ["disposable", "sports", "insulated"]), draw_look(p)
    water = p.material("plastic", (CLEAR, LIGHT_BLUE, Material("pale green", (0.72, 0.88, 0.78))))
    shell = p.material("shell", (BLUE, STEEL, PINK, BLACK, TURQUOISE, RED, GREEN, WHITE))
    cap = p.material("cap", (BLUE, WHITE, BLACK, RED, GREY))
    design = Design([form, (water if form == "disposable" else shell).name])
    if form == "disposable":
        profile: list[tuple[float, float]] = [(0.85 * r, 0), (r, 0.02 * h)]
        for i in range(ribs):
            y = 0.05 + 0.4 * i / ribs
            profile += [(r, y * h), (0.93 * r, (y + 0.12 / ribs) * h), (r, (y + 0.24 / ribs) * h)]
        profile += [(r, 0.45 * h), (r, 0.7 * h), (0.8 * r, 0.8 * h), (0.45 * r, 0.89 * h), (0.36 * r, 0.97 * h)]
        body = turned(profile)
        design.add("bottle", body.solid(), water)
        dress(design, body, 0.47 * h, 0.68 * h, 1.4 * r, look, wrap=True)
        design.add("cap", ribbed_cap(0.42 * r, 0.07 * h).moved(y=0.95 * h), cap)
        design.features = [f"{with_article(look.paper.name)} label", f"{with_article(cap.name)} screw cap"]
        return design
    waist = 0.85 if form == "sports" else 1
    body = turned([(0.95 * r, 0), (r, 0.02 * h), (r, 0.5 * h), (waist * r, 0.6 * h), (r, 0.72 * h), (0.9 * r, 0.8 * h)])
    design.add("bottle", body.solid(), shell)
    show(design, body, [star(0.4 * r, 0, 0.36 * h), *letters(1.2 * r, 0.3 * r, 0.2 * h)], on(shell))
    if form == "sports":
        design.add("cap", lathe([(0.98 * r, 0), (0.98 * r, 0.07 * h), (0.4 * r, 0.1 * h)]).moved(y=0.79 * h), cap)
        spout = lathe([(0.3 * r, 0), (0.24 * r, 0.07 * h), (0.34 * r, 0.08 * h), (0.3 * r, 0.12 * h)], segments=16)
        design.add("spout", spout.moved(y=0.88 * h), look.accent)
        design.features = [f"a pull spout on {with_article(cap.name)} cap"]
    else:
        design.add("cap", lathe([(0.7 * r, 0), (0.7 * r, 0.12 * h), (0.6 * r, 0.13 * h)]).moved(y=0.79 * h), cap)
        design.add("handle", loop(1.1 * r, 0.1 * h, 0.1 * r).moved(y=0.88 * h), cap)
        design.add("band", body.band(0.03 * h, 0.03 * h + 0.04 * h), look.accent)
        design.features = ["a loop handle on its cap"]
    return design


@category("beer bottle", family="packages", also=("bottle of beer", "glass bottle"))
def beer_bottle(p: Parameters) -> Design:
    h, r, neck = p.real("height", 0.2, 0.26), p.real("radius", 0.029, 0.034), p.real("neck", 0.38, 0.46)
    form, foil = p.choice("form", ["long-necked", "stubby", "sloping"]), p.choice("neck_label", ["yes", "no", "foil"])
    glass = p.material("glass", (BROWN_GLASS, BROWN_GLASS, GREEN_GLASS, Material("clear glass", (0.80, 0.86, 0.84))))
    look = draw_look(p, (WHITE, CREAM, RED, YELLOW, GREEN, NAVY, GOLD), (RED, GOLD, GREEN, NAVY, BLACK, BLUE))
    cap = p.material("cap", (GOLD, STEEL, RED, BLUE, BLACK))
    h = h * (0.78 if form == "stubby" else 1)
    shoulder = {"long-necked": (0.55, 0.66), "stubby": (0.62, 0.76), "sloping": (0.45, 0.78)}[form]
    body = turned(
        [
            (0.92 * r, 0),
            (r, 0.02 * h),
            (r, shoulder[0] * h),
            (0.88 * r, (0.7 * shoulder[0] + 0.3 * shoulder[1]) * h),
            (neck * 1.15 * r, shoulder[1] * h),
            (neck * r, 0.94 * h),
            (neck * 1.12 * r, 0.95 * h),
            (neck * r, 0.985 * h),
        ]
    )
    design = Design(
        [glass.name, form], [f"{with_article(look.paper.name)} label", f"{with_article(cap.name)} crown cap"]
    )
    design.add("bottle", body.solid(), glass)
    dress(design, body, 0.12 * h, (shoulder[0] - 0.04) * h, 1.6 * r, look, wrap=True)
    if foil != "no":
        top = 0.9 if foil == "yes" else 0.97
        design.add("neck label", body.band((shoulder[1] + 0.03) * h, top * h, 1.04), look.accent)
    design.add("cap", ribbed_cap(neck * 1.28 * r, 0.03 * h, 21).moved(y=0.975 * h), cap)
    return design


@category("wine bottle", family="packages", also=("bottle of wine", "glass bottle"))
def wine_bottle(p: Parameters) -> Design:
    h, r, neck = p.real("height", 0.28, 0.33), p.real("radius", 0.036, 0.042), p.real("neck", 0.34, 0.42)
    form = p.choice("form", ["square-shouldered", "slope-shouldered", "slender", "champagne"])
    wines = (
        Material("dark green glass", (0.07, 0.17, 0.10)),
        GREEN_GLASS,
        Material("pale yellow glass", (0.82, 0.80, 0.50)),
        Material("pink glass", (0.92, 0.62, 0.60)),
        Material("dark red glass", (0.22, 0.04, 0.07)),
    )
    glass, foil = p.material("glass", wines), p.material("foil", (DARK_RED, GOLD, BLACK, RED, NAVY, WHITE))
    look, closed = (
        draw_look(p, (WHITE, CREAM, BLACK, GOLD), (DARK_RED, GOLD, NAVY, BLACK, GREEN)),
        p.choice("closure", ["foil", "cork"]),
    )
    low = {"square-shouldered": 0.62, "slope-shouldered": 0.5, "slender": 0.42, "champagne": 0.48}[form]
    high = {"square-shouldered": 0.72, "slope-shouldered": 0.74, "slender": 0.82, "champagne": 0.78}[form]
    r = r * {"slender": 0.88, "champagne": 1.1}.get(form, 1)
    t = np.linspace(0, 1, 7)[1:]
    ease = [(r * (1 + (neck - 1) * (3 * u * u - 2 * u**3)), h * (low + (high - low) * u)) for u in t]
    body = turned([(0.9 * r, 0), (r, 0.015 * h), (r, low * h), *ease, (neck * 0.95 * r, 0.97 * h), (neck * r, h)])
    design = Design([glass.name, form], [f"{with_article(look.paper.name)} label"])
    design.add("bottle", body.solid(), glass)
    dress(design, body, 0.14 * h, (low - 0.06) * h, 1.65 * r, look)
    if closed == "foil" or form == "champagne":
        start = high - 0.06 if form == "champagne" else 0.8
        design.add("foil", body.band(start * h, 0.999 * h, 1.08), foil)
        design.features.append(f"{with_article(foil.name)} foil")
    else:
        design.add("cork", cylinder(neck * 0.75 * r, 0.04 * h, segments=14).moved(y=h - 0.015 * h), WOODS[2])
        design.add("neck ring", body.band(0.94 * h, 0.97 * h, 1.15), glass)
        design.features.append("a cork")
    return design


@category("thermos", family="packages", also=("vacuum flask", "thermos flask", "insulated flask"))
def thermos(p: Parameters) -> Design:
    h, r, cup = p.real("height", 0.22, 0.32), p.real("radius", 0.036, 0.05), p.real("cup", 0.17, 0.26)
    shell = p.material("shell", (STEEL, GREEN, DARK_GREEN, RED, BLUE, NAVY, BLACK, CREAM))
    lid, grip = p.material("lid", (STEEL, BLACK, RED, WHITE, CREAM)), p.choice("handle", ["side", "none", "side"])
    pattern, mug = p.choice("pattern", ["plain", "tartan", "banded"]), p.choice("mug_ear", ["yes", "no"])
    accent = p.material("accent", (RED, WHITE, YELLOW, BLACK, ORANGE))
    top = h * (1 - cup)
    body = turned([(0.97 * r, 0), (r, 0.01 * h), (r, top - 0.12 * h), (0.82 * r, top)])
    design = Design([shell.name, pattern], [f"{with_article(lid.name)} cup lid"])
    design.add("flask", body.solid(), shell)
    design.add("rim", body.band(0.002, 0.035 * h, 1.05) + body.band(top - 0.15 * h, top - 0.12 * h, 1.05), STEEL)
    if pattern == "tartan":
        for i in range(5):
            design.add("band", body.band((0.1 + 0.11 * i) * h, (0.13 + 0.11 * i) * h, 1.015), accent)
        upright = box(0.2 * r, 0.48 * h, 0.02 * r).moved(0, 0.08 * h, r * 1.005)
        design.add("band", around(upright, 8), accent)
    elif pattern == "banded":
        design.add("band", body.band(0.3 * h, 0.42 * h, 1.015), accent)
        show(design, body, letters(1.1 * r, 0.06 * h, 0.33 * h), on(accent))
    design.add("lid", lathe([(0.84 * r, 0), (0.8 * r, cup * h), (0.72 * r, cup * h + 0.01 * h)]).moved(y=top), lid)
    if grip == "side":
        path = [(0.9, 0.62), (1.6, 0.6), (1.75, 0.5), (1.7, 0.25), (0.95, 0.18)]
        design.add("handle", sweep([(x * r, y * h, 0) for x, y in path], 0.13 * r), BLACK)
        design.features.append("a side handle")
    if mug == "yes":
        ear = sweep(arc(1, -90, 90, points=9) * (0.45 * r, 0.35 * cup * h, 1), 0.09 * r)
        design.add("lid", ear.moved(0.78 * r, top + 0.5 * cup * h), lid)
    return design


@category("canteen", family="packages", also=("water canteen", "army canteen", "field bottle"))
def canteen(p: Parameters) -> Design:
    r, deep, form = p.real("radius", 0.08, 0.11), p.real("depth", 0.3, 0.42), p.choice("form", ["round", "oval"])
    covers = (Material("olive", (0.33, 0.36, 0.20)), Material("khaki", (0.64, 0.56, 0.37)), STEEL, BROWN, NAVY)
    cover, strap = p.material("cover", covers), p.material("strap", (BROWN, BLACK, BEIGE, LEATHERS[1]))
    cap, loop_h = p.material("cap", (BLACK, STEEL, BRASS)), p.real("strap_height", 1.3, 2.0)
    emblem, metal = p.choice("front", ["star", "ring", "pocket flap"]), p.material("trim", (BRASS, STEEL, CREAM))
    design = Design([cover.name, form], [f"{with_article(strap.name)} strap", f"a {emblem} on the front"])
    d = deep * r
    if form == "round":
        profile = [(0.4 * r, -d), (0.8 * r, -0.85 * d), (r, -0.3 * d), (r, 0.3 * d), (0.8 * r, 0.85 * d), (0.4 * r, d)]
        design.add("flask", lathe(profile, segments=32).rotated("x", 90).moved(y=r), cover)
        design.add("seam", torus(r, 0.05 * r, segments=32, sides=6).rotated("x", 90).moved(y=r), strap)
        height = 2 * r
    else:
        height = 2.2 * r
        steps = ((0, 0.7), (0.1, 0.95), (0.4, 1), (0.75, 0.9), (0.93, 0.6), (1, 0.3))
        design.add("flask", Body([(height * y, 0.8 * r * s, 1.1 * d * s) for y, s in steps], 2.6).solid(), cover)
        design.add("seam", box(1.6 * r, 0.09 * r, 2.2 * d, bevel=d).scaled(1.02, 1, 1.03).moved(y=0.62 * height), strap)
    front = (
        Body([(0, r, d * 1.0), (height, r, d)], 0) if form == "round" else Body([(0, r, 1.12 * d), (height, r, d)], 0)
    )
    y = height * 0.42
    if emblem == "star":
        show(design, front, [star(0.35 * r, 0, y)], metal)
    elif emblem == "ring":
        show(design, front, [oval(0.35 * r, 0.35 * r, 0, y)], metal, 2)
        show(design, front, [oval(0.25 * r, 0.25 * r, 0, y)], cover, 3.5)
    else:
        show(design, front, [rect(0.75 * r, 0.5 * r, 0, y - 0.25 * r)], strap, 2)
        show(design, front, [oval(0.07 * r, 0.07 * r, 0, y - 0.1 * r)], metal, 4)
    design.add("neck", cylinder(0.2 * r, 0.3 * r, segments=16).moved(y=height - 0.08 * r), STEEL)
    design.add("cap", ribbed_cap(0.27 * r, 0.25 * r).moved(y=height + 0.15 * r), cap)
    chain = [(0.2 * r, height + 0.3 * r, 0), (0.42 * r, height + 0.1 * r, 0), (0.4 * r, height - 0.25 * r, 0)]
    design.add("chain", sweep(chain, 0.02 * r, sides=6), STEEL)
    w = 0.97 if form == "round" else 0.78
    over = arc(1, 0, 180, points=17) * (w * r, loop_h * r + 0.5 * height, 1) + (0, 0.5 * height, 0)
    design.add("strap", sweep(over, 0.03 * r, sides=6).scaled(1, 1, 3), strap)
    return design


@category("sauce bottle", family="packages", also=("ketchup bottle", "mustard bottle", "ketchup"))
def sauce_bottle(p: Parameters) -> Design:
    h, a, form = (
        p.real("height", 0.15, 0.23),
        p.real("half_width", 0.03, 0.038),
        p.choice("form", ["squeeze", "upside-down", "glass", "diner"]),
    )
    sauce, look = (
        p.material("sauce", (*SAUCES[:2], *SAUCES[:2], *SAUCES)),
        draw_look(p, (WHITE, RED, YELLOW, GREEN, CREAM)),
    )
    cap, flat, tip = (
        p.material("cap", (WHITE, RED, GREEN, BLACK)),
        p.real("flatness", 0.6, 0.8),
        p.real("tip", 0.8, 1.2),
    )
    design = Design([sauce.name, form])
    if form == "glass":
        body = Body(
            [(h * y, a * s, a * s) for y, s in ((0, 0.95), (0.03, 1), (0.45, 1), (0.72, 0.5), (0.9, 0.42))], 2, 10
        )
        design.add("bottle", body.solid(), sauce)
        dress(design, turned([(0.97 * r, y) for y, r, _ in body.levels]), 0.08 * h, 0.42 * h, 1.4 * a, look, wrap=True)
        design.add("neck label", turned([(r, y) for y, r, _ in body.levels]).band(0.74 * h, 0.84 * h, 1.03), look.paper)
        design.add("cap", ribbed_cap(0.5 * a, 0.13 * h).moved(y=0.88 * h), cap)
        design.features = [f"{with_article(cap.name)} screw cap", "a long neck"]
    elif form == "diner":
        body = turned([(0.95 * a, 0), (a, 0.02 * h), (a, 0.62 * h), (0.85 * a, 0.67 * h)])
        design.add("bottle", body.solid(), sauce)
        design.add("rib", join(*(torus(a, 0.05 * a, sides=6).moved(y=h * y) for y in (0.08, 0.16, 0.52, 0.6))), sauce)
        show(design, body, letters(1.3 * a, 0.1 * h, 0.3 * h), on(sauce))
        cone = [(0.95 * a, 0), (0.9 * a, 0.06 * h), (0.3 * a, 0.12 * h), (0.1 * a, 0.36 * h * tip)]
        design.add("cap", lathe(cone).moved(y=0.65 * h), sauce)
        design.features = ["a pointed nozzle"]
    else:
        curve = [(0, 0.9), (0.04, 1), (0.5, 0.95), (0.68, 0.9), (0.8, 0.7), (0.86, 0.45)]
        if form == "upside-down":
            curve = [(0.14, 0.55), (0.22, 0.75), (0.4, 0.97), (0.75, 1), (0.93, 0.88), (1, 0.6)]
        body = Body([(h * y, a * s, a * s * flat) for y, s in curve], 2.4)
        design.add("bottle", body.solid(), sauce)
        low, high = (0.32, 0.82) if form == "upside-down" else (0.12, 0.62)
        dress(design, body, low * h, high * h, 1.5 * a, look)
        if form == "upside-down":
            design.add(
                "cap",
                Body([(0, a * 0.85, a * 0.66), (0.13 * h, a * 0.8, a * 0.6), (0.17 * h, a * 0.6, a * 0.5)]).solid(),
                cap,
            )
            design.features = [f"{with_article(cap.name)} cap it stands on"]
        else:
            cone = [(0.5 * a, 0), (0.5 * a, 0.06 * h), (0.2 * a, 0.08 * h), (0.1 * a, 0.17 * h * tip)]
            design.add("cap", lathe(cone).moved(y=0.85 * h), cap)
            design.features = [f"{with_article(cap.name)} pointed cap"]
        design.features.append(f"{with_article(look.paper.name)} label")
    return design


@category("glue bottle", family="packages", also=("glue", "school glue", "bottle of glue"))
def glue_bottle(p: Parameters) -> Design:
    h, a, flat = p.real("height", 0.1, 0.15), p.real("half_width", 0.024, 0.034), p.real("flatness", 0.55, 0.75)
    form, look = (
        p.choice("form", ["oval", "round", "tapered"]),
        draw_look(p, (BLUE, WHITE, YELLOW, RED, GREEN), (RED, ORANGE, BLUE, YELLOW)),
    )
    glue = p.material("bottle", (WHITE, WHITE, CREAM, CLEAR, YELLOW))
    tip, tip_h = p.material("nozzle", (ORANGE, ORANGE, RED, BLUE, YELLOW)), p.real("nozzle_height", 0.2, 0.3)
    b, top = a * (1 if form == "round" else flat), h * (1 - tip_h)
    curve = {
        "oval": ((0, 0.94), (0.04, 1), (0.72, 1), (0.86, 0.85), (0.96, 0.55), (1, 0.4)),
        "round": ((0, 0.95), (0.03, 1), (0.85, 1), (0.93, 0.8), (1, 0.5)),
        "tapered": ((0, 0.97), (0.03, 1), (0.4, 0.92), (0.8, 0.72), (0.95, 0.58), (1, 0.5)),
    }[form]
    body = Body([(top * y, a * s, max(b * s, 0.4 * a)) for y, s in curve], 2.3)
    design = Design([glue.name, form], [f"{with_article(tip.name)} nozzle", f"{with_article(look.paper.name)} label"])
    design.add("bottle", body.solid(), glue)
    dress(design, body, 0.1 * top, 0.68 * top, (1.2 if form == "tapered" else 1.5) * a, look)
    design.add("collar", ribbed_cap(0.55 * a, 0.08 * h).moved(y=top - 0.005 * h), tip)
    cone = [(0.46 * a, 0), (0.3 * a, 0.35 * tip_h * h), (0.22 * a, 0.4 * tip_h * h), (0.12 * a, 0.85 * tip_h * h)]
    design.add("nozzle", lathe([*cone, (0.05 * a, tip_h * h)], segments=18).moved(y=top + 0.06 * h), tip)
    wings = box(0.9 * a, 0.3 * tip_h * h, 0.1 * a).moved(y=top + 0.07 * h)
    design.add("nozzle", wings, tip)
    return design


@category("shampoo bottle", family="packages", also=("shampoo", "lotion bottle", "shower gel"))
def shampoo_bottle(p: Parameters) -> Design:
    h, a, flat = p.real("height", 0.16, 0.23), p.real("half_width", 0.03, 0.04), p.real("flatness", 0.5, 0.72)
    form, top = (
        p.choice("form", ["oval", "tapered", "boxy", "round"]),
        p.choice("top", ["flip cap", "pump", "disc cap"]),
    )
    liquid = p.material("bottle", (WHITE, PINK, PURPLE, TURQUOISE, GREEN, BLUE, GOLD, CREAM, BLACK, LIGHT_BLUE))
    look, cap = draw_look(p), p.material("cap", (WHITE, BLACK, GOLD, BLUE, PINK, GREY))
    curve = {
        "oval": ((0, 0.85), (0.04, 0.94), (0.4, 1), (0.75, 0.95), (0.92, 0.75), (1, 0.5)),
        "tapered": ((0, 0.98), (0.03, 1), (0.5, 0.88), (0.85, 0.7), (0.96, 0.6), (1, 0.45)),
        "boxy": ((0, 0.96), (0.03, 1), (0.85, 1), (0.93, 0.9), (1, 0.5)),
        "round": ((0, 0.96), (0.03, 1), (0.85, 1), (0.92, 0.85), (0.97, 0.5), (1, 0.42)),
    }[form]
    tall = 0.85 * h
    b = a if form == "round" else a * flat
    body = Body([(tall * y, a * s, b * s) for y, s in curve], {"boxy": 6.0, "round": 2.0}.get(form, 2.3))
    design = Design([liquid.name, form], [f"{with_article(cap.name)} {top}", f"{with_article(look.paper.name)} label"])
    design.add("bottle", body.solid(), liquid)
    dress(design, body, 0.12 * tall, 0.78 * tall, (1.15 if form == "tapered" else 1.4) * a, look)
    if top == "pump":
        design.add("cap", ribbed_cap(0.4 * a, 0.09 * h).moved(y=tall - 0.01 * h), cap)
        design.add("pump", cylinder(0.13 * a, 0.17 * h, segments=10).moved(y=tall + 0.05 * h), cap)
        head = Body([(0, 0.3 * a, 0.25 * a), (0.03 * h, 0.26 * a, 0.22 * a)]).solid().moved(y=tall + 0.19 * h)
        beak = [(0, 0.015 * h, 0), (-0.75 * a, 0.012 * h, 0), (-1.05 * a, -0.015 * h, 0)]
        design.add("pump", head + sweep(beak, [0.17 * a, 0.13 * a, 0.1 * a]).moved(y=tall + 0.195 * h), cap)
    else:
        wide = 0.85 if top == "flip cap" else 0.5
        lid = Body(
            [
                (0, wide * a, wide * b),
                (0.1 * h, wide * 0.95 * a, wide * 0.95 * b),
                (0.115 * h, wide * 0.8 * a, wide * 0.8 * b),
            ],
            2.4,
        )
        design.add("cap", lid.solid().moved(y=tall - 0.02 * h), cap)
        design.add("seam", lid.band(0.06 * h, 0.068 * h, 1.03).moved(y=tall - 0.02 * h), on(cap))
    return design


@category("pill bottle", family="packages", also=("medicine bottle", "prescription bottle", "pills"))
def pill_bottle(p: Parameters) -> Design:
    h, r, cap_h = p.real("height", 0.06, 0.1), p.real("radius", 0.018, 0.027), p.real("cap_height", 0.17, 0.28)
    kind, look = (
        p.choice("kind", ["prescription", "prescription", "vitamin"]),
        draw_look(p, (GREEN, BLUE, YELLOW, RED, ORANGE)),
    )
    amber = p.material("amber", (Material("orange", (0.88, 0.43, 0.08)), Material("amber", (0.66, 0.30, 0.06))))
    jar, cap = p.material("jar", (WHITE, BROWN_GLASS, DARK_GREEN)), p.material("cap", (WHITE, WHITE, BLUE, BLACK))
    head, pills = p.material("label_head", (RED, BLUE, GREEN, NAVY)), p.whole("pills", 0, 4)
    top = h * (1 - cap_h)
    neck = [(r, top - 0.12 * h), (0.8 * r, top - 0.03 * h)] if kind == "vitamin" else [(r, top - 0.02 * h)]
    body = turned([(0.95 * r, 0), (r, 0.02 * h), *neck, (0.85 * r, top + 0.02 * h)])
    shell = amber if kind == "prescription" else jar
    design = Design([shell.name, kind], [f"{with_article(cap.name)} ribbed cap"])
    design.add("bottle", body.solid(), shell)
    if kind == "prescription":
        low, high = 0.12 * h, top - 0.12 * h
        design.add("label", body.printed(rect(1.75 * r, high - low, 0, low), 1, 6), WHITE)
        show(design, body, [rect(1.7 * r, 0.2 * (high - low), 0, low + 0.78 * (high - low))], head, 2)
        text = [
            rect(
                r * (1.3 - 0.3 * (i % 2)),
                0.06 * (high - low),
                -0.1 * r * (i % 2),
                low + (0.1 + 0.13 * i) * (high - low),
            )
            for i in range(5)
        ]
        show(design, body, text, NAVY)
        design.features.append("a white prescription label")
    else:
        dress(design, body, 0.08 * h, top - 0.16 * h, 1.6 * r, look, wrap=True)
        design.features.append(f"{with_article(look.paper.name)} label")
    design.add("cap", extrude(regular_outline(28, 1.08 * r, radius2=1.02 * r), cap_h * h).moved(y=top), cap)
    design.add("cap", lathe([(0.95 * r, 0), (0.85 * r, 0.02 * h)]).moved(y=h), cap)
    pill = sphere(0.3 * r, segments=12).scaled(1.5, 0.75, 0.75)
    for i in range(pills):
        spot = pill.rotated("y", 70 * i).moved((i - 1.2) * 0.95 * r, 0.22 * r, (1.7 + 0.4 * (i % 2)) * r)
        design.add("pill", spot, (WHITE, head)[i % 2])
    if pills:
        design.features.append(f"{number_word(pills)} pill{'s' * (pills > 1)} in front of it")
    return design


@category("jerrycan", family="packages", also=("jerry can", "fuel can", "petrol can"))
def jerrycan(p: Parameters) -> Design:
    h, w, d = p.real("height", 0.36, 0.48), p.real("width", 0.28, 0.36), p.real("depth", 0.13, 0.18)
    form, side = p.choice("form", ["metal", "metal", "plastic"]), p.choice("spout_side", ["left", "right"])
    army = (Material("olive", (0.29, 0.32, 0.18)), DARK_GREEN, RED, Material("sand", (0.72, 0.63, 0.44)), NAVY)
    steel, plastic = p.material("steel", army), p.material("plastic", (RED, BLUE, WHITE, BLACK, GREEN, YELLOW))
    cap, cross = p.material("cap", (BLACK, STEEL, YELLOW, RED)), p.real("cross", 0.3, 0.4)
    s = 1 if side == "right" else -1
    skin = steel if form == "metal" else plastic
    body = Body(
        [(0, 0.46 * w, 0.44 * d), (0.03 * h, w / 2, d / 2), (0.8 * h, w / 2, d / 2), (0.88 * h, 0.44 * w, 0.4 * d)], 7
    )
    design = Design([skin.name, form] if form == "plastic" else [skin.name], [f"{with_article(cap.name)} cap"])
    design.add("can", body.solid(), skin)
    if form == "metal":
        for turn in (0, 180):
            ribs = [
                sweep([(sx * cross * w, 0.12 * h, d / 2), (-sx * cross * w, 0.74 * h, d / 2)], 0.035 * d, sides=6)
                for sx in (-1, 1)
            ]
            design.add("cross", join(*ribs).rotated("y", turn), skin)
        design.add("seam", box(1.02 * w, 0.86 * h, 0.05 * d, bevel=0.01).moved(y=0.02 * h), skin)
        grip = [(-0.28, 0.86), (-0.24, 0.98), (0.16, 0.98), (0.2, 0.86)]
        bars = row(sweep([(-s * x * w, y * h, 0) for x, y in grip], 0.07 * d), 3, step=(0, 0, 0.3 * d))
        design.features.append("three handles")
        design.features.append("an embossed cross")
    else:
        grip = [(-0.36, 0.85), (-0.34, 1.0), (-0.1, 1.03), (0.14, 1.0), (0.16, 0.85)]
        bars = sweep([(-s * x * w, y * h, 0) for x, y in grip], 0.12 * d)
        show(design, body, [rect(0.07 * w, 0.5 * h, -0.36 * w, 0.12 * h)], on(skin), 1.5)
        show(design, body, [rect(0.5 * w, 0.3 * h, 0.1 * w, 0.25 * h)], cap, 1.5)
        show(design, body, letters(0.4 * w, 0.09 * h, 0.36 * h, 0.1 * w), on(cap))
        design.features.append("one handle")
    design.add("handle", bars, skin)
    spout = cylinder(0.22 * d, 0.1 * h, segments=16) + cylinder(0.26 * d, 0.02 * h, segments=16).moved(y=0.05 * h)
    place = {"x": -s * 0.37 * w, "y": 0.86 * h}
    design.add("spout", spout.rotated("z", s * 22).moved(**place), skin)
    design.add("cap", ribbed_cap(0.28 * d, 0.05 * h).moved(y=0.08 * h).rotated("z", s * 22).moved(**place), cap)
    return design


@category("gas cylinder", family="packages", also=("gas bottle", "propane tank", "gas tank"))
def gas_cylinder(p: Parameters) -> Design:
    h, r, form = p.real("height", 0.4, 0.58), p.real("radius", 0.13, 0.17), p.choice("form", ["squat", "squat", "tall"])
    paints = (WHITE, GREY, BLUE, RED, ORANGE, GREEN, Material("light grey", (0.74, 0.75, 0.76)))
    paint, shoulder = p.material("paint", paints), p.material("shoulder", (RED, YELLOW, GREEN, BLACK, WHITE, BLUE))
    sign, collar = p.choice("sign", ["flame diamond", "warning label"]), p.real("collar", 0.55, 0.75)
    neck = p.choice("two_coloured", ["yes", "no"])
    h, r = (h * 2.6, r * 0.75) if form == "tall" else (h, r)
    dome = 0.6 * r
    t = np.radians(np.linspace(0, 80, 6))
    lower = [] if form == "tall" else [(0.7 * r, 0.02 * h), (0.92 * r, 0.07 * h)]
    start = [(r, 0.0)] if form == "tall" else [(0.5 * r, 0.01 * h)]
    body = turned(
        [*start, *lower, (r, 0.14 * h), (r, h - dome), *((r * np.cos(a), h - dome + dome * np.sin(a)) for a in t[1:])]
    )
    design = Design([form, paint.name], [])
    design.add("cylinder", body.solid(), paint)
    if neck == "yes":
        design.add("shoulder", body.band(h - dome, 0.97 * h, 1.015), shoulder)
        design.features.append(f"{with_article(shoulder.name)} shoulder")
    design.add("valve", cylinder(0.14 * r, 0.35 * r, segments=12).moved(y=0.95 * h), BRASS)
    outlet = cylinder(0.09 * r, 0.35 * r, segments=10).rotated("x", 90)
    design.add("valve", outlet.moved(0, 0.98 * h + 0.15 * r), BRASS)
    design.add("wheel", ribbed_cap(0.24 * r, 0.12 * r).moved(y=0.95 * h + 0.36 * r), RED if neck == "no" else BLACK)
    if form == "squat":
        foot = tube(0.75 * r, 0.7 * r, 0.12 * h).moved(y=-0.05 * h)
        ring = torus(collar * r, 0.05 * r, segments=24, sides=8).moved(y=h + 0.5 * r)
        plate = sweep(np.add(arc(collar * r, 25, 155, points=8, plane="xz"), (0, h + 0.25 * r, 0)), 0.03 * r)
        posts = around(box(0.5 * collar * r, 0.75 * r, 0.05 * r).moved(0, h - 0.25 * r, collar * r), 3, start=60)
        design.add("foot", foot, paint)
        design.add("collar", ring + posts + plate, paint)
        design.add("weld", body.band(0.5 * h, 0.525 * h, 1.02), paint)
        design.features.append("a collar round its valve")
    else:
        design.add("ring", body.band(0.01 * h, 0.04 * h, 1.04), BLACK)
        design.features.append("a domed top")
    if sign == "flame diamond":
        show(design, body, [rect(0.75 * r, 0.75 * r, 0, 0.62 * h - dome * 0.5, 45)], RED, 2)
        show(design, body, [star(0.26 * r, 0, 0.62 * h - dome * 0.5 + 0.375 * r, tips=7)], WHITE)
    else:
        show(design, body, [rect(1.1 * r, 0.6 * r, 0, 0.3 * h)], YELLOW, 2)
        show(design, body, letters(0.9 * r, 0.25 * r, 0.3 * h + 0.18 * r), BLACK)
    design.features.append(f"a {sign}")
    return design


@category("keg", family="packages", also=("beer keg", "beer barrel", "cask"))
def keg(p: Parameters) -> Design:
    h, r, rolls = p.real("height", 0.42, 0.6), p.real("radius", 0.17, 0.21), p.whole("rings", 2, 3)
    form, tap = p.choice("form", ["steel", "steel", "wooden"]), p.choice("tap", ["yes", "no"])
    wood, band = p.material("wood", WOODS[:4]), p.material("band", (BLUE, RED, GREEN, BLACK, YELLOW))
    metal, label = (
        p.material("metal", (STEEL, CHROME, Material("grey metal", (0.52, 0.54, 0.56)))),
        p.choice("label", ["oval", "band", "none"]),
    )
    skin = metal if form == "steel" else wood
    bulge = [(r * (0.84 + 0.16 * np.sin(np.pi * t)), h * t) for t in np.linspace(0, 1, 11)]
    rounded = [
        (0.7 * r, 0.07 * h),
        (0.92 * r, 0.13 * h),
        (r, 0.2 * h),
        (r, 0.8 * h),
        (0.92 * r, 0.87 * h),
        (0.5 * r, 0.93 * h),
    ]
    body = turned(rounded if form == "steel" else bulge)
    design = Design(["steel" if form == "steel" else skin.name], [f"{number_word(rolls)} rolling rings"])
    design.add("keg", body.solid(), skin)
    if form == "steel":
        for y in np.linspace(0.32, 0.68, rolls) * h:
            design.add("ring", torus(r, 0.05 * r, segments=28, sides=8).moved(y=float(y)), skin)
        collar = tube(0.93 * r, 0.86 * r, 0.15 * h, segments=28)
        design.add("collar", collar + collar.moved(y=0.85 * h), skin)
        slot = Body([(0, 0.28 * r, 0.06 * r), (0.06 * h, 0.28 * r, 0.06 * r)], 3).solid().moved(0, 0.91 * h, 0.9 * r)
        design.add("hand hole", around(slot, 2, start=30), BLACK)
        design.features.append("a collar with hand holes")
    else:
        design.features[0] = f"{number_word(2 * rolls)} metal hoops"
        for t in np.linspace(0.04, 0.3, rolls):
            for y in (t, 0.95 - t):
                design.add("hoop", body.band(y * h, (y + 0.05) * h, 1.02), BLACK_METAL)
        design.add("lid", cylinder(0.76 * r, 0.01).moved(y=h - 0.005), WOODS[2])
    if tap == "yes":
        top = 0.93 * h
        design.add("tap", cylinder(0.16 * r, 0.18 * h, segments=14).moved(y=top - 0.01 * h), CHROME)
        design.add(
            "tap",
            sweep([(0, top + 0.13 * h, 0), (0.5 * r, top + 0.17 * h, 0), (0.9 * r, top + 0.17 * h, 0)], 0.06 * r),
            BLACK,
        )
        design.features.append("a tap on top")
    if label == "band":
        design.add("band", body.band(0.42 * h, 0.58 * h, 1.015), band)
        show(design, body, letters(1.2 * r, 0.1 * h, 0.45 * h), on(band), 1.8)
    elif label == "oval":
        show(design, body, [oval(0.6 * r, 0.15 * h, 0, 0.5 * h)], band, 3)
        show(design, body, letters(0.85 * r, 0.1 * h, 0.45 * h), on(band), 4)
    if label != "none":
        design.features.append(f"{with_article(band.name)} label")
    return design


@category("urn", family="packages", also=("funeral urn", "amphora"))
def urn(p: Parameters) -> Design:
    h, slim, belly = p.real("height", 0.22, 0.5), p.real("slimness", 0.3, 0.4), p.real("belly", 0.52, 0.68)
    neck, lid = p.real("neck", 0.4, 0.6), p.choice("lid", ["domed lid", "knobbed lid", "open mouth"])
    clays = (
        BRASS,
        COPPER,
        Material("marble", (0.88, 0.87, 0.84)),
        NAVY,
        BLACK,
        Material("terracotta", (0.72, 0.40, 0.26)),
        DARK_GREEN,
        Material("pewter", (0.50, 0.51, 0.52)),
    )
    clay, trim = p.material("clay", clays), p.material("trim", (GOLD, CHROME, BLACK, CREAM))
    handles, bands = p.choice("handles", ["two", "no", "two"]), p.whole("bands", 1, 3)
    r = h * slim
    shape = [
        (0.5, 0),
        (0.52, 0.03),
        (0.3, 0.07),
        (0.26, 0.11),
        (0.5, 0.22),
        (0.86, belly * 0.72),
        (1, belly),
        (0.9, belly + 0.11),
        (neck, 0.84),
        (neck * 0.95, 0.88),
        (neck * 1.3, 0.94),
    ]
    ys = np.linspace(0.11, 0.88, 14)
    smooth = [(float(np.interp(y, [q[1] for q in shape], [q[0] for q in shape])), float(y)) for y in ys]
    body = turned([(a * r, y * h) for a, y in [*shape[:3], *smooth, (neck * 1.3, 0.92), (neck * 1.3, 0.94)]])
    design = Design([clay.name, "slender" if slim < 0.35 else "wide"], ["a foot", f"{with_article(lid)}"])
    design.add("urn", body.solid(), clay)
    for i in range(bands):
        y = (belly - 0.09 + 0.08 * i) * h
        design.add("band", body.band(y, y + 0.025 * h, 1.03), trim)
    if lid == "open mouth":
        design.add("mouth", cylinder(1.12 * neck * r, 0.003 * h).moved(y=0.94 * h), BLACK)
    else:
        dome = [
            (1.25 * neck * r, 0),
            (1.1 * neck * r, 0.04 * h),
            (0.6 * neck * r, 0.09 * h),
            (0.1 * neck * r, 0.11 * h),
        ]
        design.add("lid", lathe(dome).moved(y=0.94 * h), clay)
        if lid == "knobbed lid":
            design.add("knob", sphere(0.22 * neck * r + 0.02 * h, segments=14).moved(y=1.06 * h), trim)
    if handles == "two":
        path = [(neck * 0.95, 0.88), (neck + 0.35, 0.93), (1.12, 0.86), (1.1, belly + 0.12), (0.9, belly + 0.04)]
        design.add("handle", around(sweep([(a * r, y * h, 0) for a, y in path], 0.07 * r), 2), trim)
        design.features.append("two handles")
    return design


@category("watering can", family="packages", also=("watering pot", "garden can"))
def watering_can(p: Parameters) -> Design:
    h, r, taper = p.real("height", 0.16, 0.3), p.real("radius", 0.09, 0.13), p.real("taper", 0.75, 1.0)
    form, rise = (
        p.choice("handle", ["over the top", "at the back", "from top to back"]),
        p.real("spout_rise", 0.95, 1.3),
    )
    paint = p.material("paint", (GREEN, STEEL, BLUE, RED, YELLOW, DARK_GREEN, COPPER, PINK))
    rose, picture = p.choice("rose", ["yes", "yes", "no"]), p.choice("picture", ["none", "flower", "band"])
    trim = p.material("trim", (BRASS, WHITE, YELLOW, BLACK))
    h = min(h, 2 * r)
    body = turned([(r, 0), (r, 0.05 * h), (taper * r, h)])
    design = Design([paint.name, "tapered" if taper < 0.9 else "straight"], ["a long spout", f"a handle {form}"])
    design.add("can", body.solid(), paint)
    design.add("rim", body.band(0.002, 0.05 * h, 1.03) + body.band(0.94 * h, h, 1.04), paint)
    design.add("opening", cylinder(0.6 * taper * r, 0.004).moved(y=h), BLACK)
    tip = np.array([-2.3 * r, rise * h, 0])
    design.add(
        "spout",
        sweep([(-0.8 * r, 0.18 * h, 0), (-1.4 * r, 0.5 * h * rise, 0), tip], [0.24 * r, 0.16 * r, 0.11 * r]),
        paint,
    )
    if rose == "yes":
        head = cylinder(0.1 * r, 0.32 * r, top_radius=0.4 * r, segments=20) + cylinder(
            0.4 * r, 0.06 * r, segments=20
        ).moved(y=0.32 * r)
        holes = around(cylinder(0.03 * r, 0.02 * r, segments=6).moved(0.25 * r, 0.375 * r), 8)
        for name, solid, ink in (("rose", head, trim), ("hole", holes, BLACK)):
            design.add(name, solid.rotated("z", 50).moved(*np.add(tip, (0.03 * r, -0.03 * r, 0))), ink)
        design.features.append("a sprinkler rose")
    if form == "over the top":
        path = arc(1, 0, 180, points=14) * (taper * r * 0.95, 0.6 * h, 1) + (0, 0.95 * h, 0)
    elif form == "at the back":
        path = arc(1, -85, 90, points=14) * (0.8 * r, 0.38 * h, 1) + (0.9 * taper * r, 0.55 * h, 0)
    else:
        path = np.array([(-0.75, 0.95), (-0.5, 1.3), (0.1, 1.45), (0.9, 1.3), (1.45, 0.9), (1.4, 0.5), (0.92, 0.3)])
        path = np.stack([path[:, 0] * r * np.where(path[:, 0] < 0, taper, 1), path[:, 1] * h, 0 * path[:, 0]], 1)
    design.add("handle", sweep(path, 0.075 * r), paint)
    if picture == "flower":
        show(design, body, [star(0.38 * r, 0, 0.5 * h, tips=6, inner=0.5)], trim, 1)
        show(design, body, [oval(0.12 * r, 0.12 * r, 0, 0.5 * h)], RED, 2)
    elif picture == "band":
        design.add("band", body.band(0.42 * h, 0.6 * h, 1.02), trim)
    if picture != "none":
        design.features.append(f"a printed {picture}")
    return design
