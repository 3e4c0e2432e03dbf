"""The machines of a kitchen."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word, with_article
from trivium.procedural.families.household.parts import (
    APPLIANCE,
    DARK_GLASS,
    LIT,
    RETRO,
    SCREEN,
    STAINLESS,
    bar,
    cushion,
    front,
    level,
    ring,
    turned,
)
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CERAMICS,
    CHROME,
    COPPER,
    GLASS,
    GREY,
    RED,
    RUBBER,
    STEEL,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Solid,
    arc,
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
    tube,
)


@category("refrigerator", family="household", also=("fridge",))
def refrigerator(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.55, 0.72), p.real("height", 1.45, 1.9), p.real("depth", 0.55, 0.72)
    layout = p.choice("layout", ["top freezer", "bottom freezer", "side by side", "french doors", "retro"])
    paint, grip = p.material("paint", [*APPLIANCE, *RETRO]), p.choice("handles", ["bar", "flat"])
    s, extra = p.real("split", 0.6, 0.72), p.choice("extra", ["none", "water dispenser", "magnets"])
    w, h = w * (1.35 if layout in ("side by side", "french doors") else 1), h * (0.8 if layout == "retro" else 1)
    round_ = 0.09 if layout == "retro" else 0.012
    places = {
        "top freezer": [(0.0, 1.0, 0.0, s), (0.0, 1.0, s, 1.0)],
        "bottom freezer": [(0.0, 1.0, 0.0, 1 - s), (0.0, 1.0, 1 - s, 1.0)],
        "side by side": [(0.0, 0.45, 0.0, 1.0), (0.45, 1.0, 0.0, 1.0)],
        "french doors": [(0.0, 1.0, 0.0, 1 - s), (0.0, 0.5, 1 - s, 1.0), (0.5, 1.0, 1 - s, 1.0)],
        "retro": [(0.0, 1.0, 0.0, 1.0)],
    }[layout]
    words = {"retro": "one rounded door", "french doors": "two doors above a drawer", "side by side": "two tall doors"}
    design = Design([paint.name, "wide" if w > 0.75 else "tall" if h > 1.6 else "small"])
    design.features = [words.get(layout, f"a {layout}")]
    design.add("body", front(w, h, 0.9 * d, round_).moved(y=0.06), paint)
    design.add("base", box(0.9 * w, 0.06, 0.8 * d).moved(y=0.01), BLACK)
    design.add("foot", corners(cylinder(0.025, 0.04, segments=12), 0.4 * w, 0.36 * d), BLACK)
    for x0, x1, y0, y1 in places:
        x, tall = ((x0 + x1) / 2 - 0.5) * w, (y1 - y0) * h
        door = front((x1 - x0) * w - 0.012, tall - 0.012, 0.06, round_).moved(x, 0.066 + y0 * h, 0.45 * d + 0.036)
        design.add("door", door, paint)
        pull = bar(min(0.5, 0.6 * tall), 0.012, 0.04) if grip == "bar" else box(0.03, min(0.3, 0.4 * tall), 0.02)
        if layout == "french doors" and x1 - x0 == 1:
            pull, at = pull.rotated("z", 90).moved(0.15), (0.0, 0.06 + 0.85 * tall)
        else:
            at = (x + (x1 - x0) * w * (0.42 if x1 < 0.9 else -0.42), 0.06 + y0 * h + (0.08 if y0 > 0.5 else 0.3 * tall))
        design.add("handle", pull.moved(*at, 0.45 * d + 0.062), CHROME)
    if extra == "water dispenser":
        design.add("dispenser", front(0.2, 0.32, 0.02, 0.02).moved(-0.24 * w, 0.62 * h, 0.45 * d + 0.066), DARK_GLASS)
        design.add("dispenser", box(0.12, 0.03, 0.01).moved(-0.24 * w, 0.62 * h + 0.27, 0.45 * d + 0.078), SCREEN)
        design.features.append("a water dispenser")
    elif extra == "magnets":
        for i, colour in enumerate((RED, YELLOW, BLUE, WHITE)):
            spot = (
                box(0.06, 0.07, 0.006).rotated("z", 20 * i - 30).moved(w * (0.1 * i - 0.08), h * (0.5 + 0.07 * (i % 3)))
            )
            design.add("magnet", spot.moved(z=0.45 * d + 0.068), colour)
        design.features.append("magnets and notes on the door")
    return design


@category("stove", family="household", also=("cooker", "kitchen range", "oven"))
def stove(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.5, 0.9), p.real("height", 0.82, 0.95), p.real("depth", 0.55, 0.68)
    hob, back = p.choice("hob", ["gas", "coil", "ceramic"]), p.choice("back", ["none", "panel", "clock panel"])
    paint, knobs = p.material("paint", [*APPLIANCE, RETRO[0], RETRO[3]]), p.whole("knobs", 4, 6)
    drawer, top = p.real("drawer", 0.12, 0.24), p.material("top", [BLACK, STAINLESS, WHITE])
    design = Design([hob, paint.name], ["four burners", "a glass oven door", f"{number_word(knobs)} knobs"])
    face = d / 2
    design.add("body", box(w, h - 0.05, d).moved(y=0.05), paint)
    design.add("base", box(0.94 * w, 0.06, 0.9 * d), BLACK)
    design.add("top", box(1.01 * w, 0.025, 1.02 * d).moved(y=h - 0.01), top)
    tall = h * 0.8 - 0.08 - drawer
    design.add("door", front(0.97 * w, tall, 0.03, 0.01).moved(0, 0.08 + drawer, face + 0.012), paint)
    design.add(
        "window", front(0.68 * w, 0.55 * tall, 0.01, 0.02).moved(0, 0.1 + drawer + 0.1 * tall, face + 0.026), DARK_GLASS
    )
    design.add("drawer", front(0.97 * w, drawer - 0.02, 0.03, 0.01).moved(0, 0.075, face + 0.012), paint)
    design.add(
        "handle",
        bar(0.8 * w, 0.011, 0.04).rotated("z", 90).moved(0.4 * w, 0.05 + drawer + 0.93 * tall, face + 0.026),
        CHROME,
    )
    design.add("panel", box(0.97 * w, 0.12 * h, 0.02).moved(0, 0.845 * h, face + 0.005), top)
    knob = disc(0.021, 0.03, segments=14) + box(0.006, 0.034, 0.036).moved(0, -0.017, 0.018)
    design.add("knob", row(knob.moved(0, 0.905 * h, face + 0.014), knobs, step=(0.85 * w / knobs, 0, 0)), CHROME)
    dark, y = (BLACK_METAL, h + 0.012)
    if hob == "gas":
        grate = join(*(box(0.36 * w, 0.012, 0.012).moved(y=0.03).rotated("y", a) for a in (0, 90)))
        grate = (
            grate
            + corners(box(0.014, 0.036, 0.014), 0.17 * w, 0)
            + row(box(0.36 * w, 0.012, 0.012).moved(y=0.03), 2, step=(0, 0, 0.42 * d))
        )
        design.add(
            "burner", corners(cylinder(0.09 * w, 0.012, segments=16) + grate, 0.25 * w, 0.23 * d).moved(y=y), dark
        )
    elif hob == "coil":
        coil = join(*(torus(r * w, 0.007, segments=18, sides=6) for r in (0.04, 0.08, 0.12, 0.15)))
        design.add("burner", corners(coil.moved(y=0.008), 0.25 * w, 0.23 * d).moved(y=y), dark)
    else:
        design.add("hob", box(0.96 * w, 0.008, 0.94 * d).moved(y=y), DARK_GLASS)
        design.add(
            "burner",
            corners(tube(0.15 * w, 0.14 * w, 0.004) + tube(0.07 * w, 0.06 * w, 0.004), 0.25 * w, 0.23 * d).moved(
                y=y + 0.007
            ),
            GREY,
        )
    if back != "none":
        design.add("back panel", box(w, 0.18, 0.05).moved(0, h, -face + 0.025), paint)
        design.features.append("a back panel")
        if back == "clock panel":
            design.add("clock", box(0.25 * w, 0.07, 0.01).moved(0, h + 0.08, -face + 0.053), DARK_GLASS)
            design.add("clock", box(0.14 * w, 0.03, 0.01).moved(0, h + 0.1, -face + 0.057), SCREEN)
    return design


@category("microwave", family="household", also=("microwave oven",))
def microwave(p: Parameters) -> Design:
    w, ratio, d = p.real("width", 0.42, 0.58), p.real("ratio", 0.52, 0.64), p.real("depth", 0.32, 0.45)
    control, grip = p.choice("control", ["keypad", "two dials"]), p.choice("handle", ["bar", "button"])
    case, door = p.material("case", [*APPLIANCE, *RETRO]), p.material("door", [BLACK, WHITE, STAINLESS])
    share, h = p.real("panel_share", 0.2, 0.3), ratio * w
    design = Design(
        [case.name, "low" if ratio < 0.58 else "tall"], [with_article(control) if control == "keypad" else control]
    )
    face, pw = d / 2, share * w
    design.add("case", front(w, h, d, 0.015).moved(y=0.015), case)
    design.add("foot", corners(cylinder(0.015, 0.02, segments=10), 0.4 * w, 0.35 * d), RUBBER)
    dw = w - pw - 0.02
    design.add("door", front(dw, 0.93 * h, 0.02, 0.012).moved(-pw / 2, 0.015 + 0.035 * h, face), door)
    design.add(
        "window",
        front(0.76 * dw, 0.62 * h, 0.01, 0.02).moved(-pw / 2 - 0.03 * dw, 0.015 + 0.19 * h, face + 0.008),
        DARK_GLASS,
    )
    x = (w - pw) / 2 - 0.004
    design.add("panel", box(pw - 0.01, 0.93 * h, 0.012).moved(x, 0.015 + 0.035 * h, face), BLACK)
    design.add("display", box(0.7 * pw, 0.1 * h, 0.006).moved(x, 0.015 + 0.8 * h, face + 0.006), SCREEN)
    if control == "keypad":
        key = row(row(box(0.19 * pw, 0.055 * h, 0.008), 3, step=(0.25 * pw, 0, 0)), 5, step=(0, 0.1 * h, 0))
        design.add("key", key.moved(x, 0.015 + 0.48 * h, face + 0.005), BEIGE)
    else:
        knob = disc(0.28 * pw, 0.03, segments=18) + box(0.06 * pw, 0.5 * pw, 0.01).moved(0, -0.25 * pw, 0.03)
        design.add("dial", row(knob, 2, step=(0, 0.3 * h, 0)).moved(x, 0.015 + 0.5 * h, face + 0.005), CHROME)
    if grip == "bar":
        design.add(
            "handle", bar(0.75 * h, 0.009, 0.035).moved(w / 2 - pw - 0.03, 0.015 + 0.13 * h, face + 0.01), CHROME
        )
        design.features.append("a bar handle")
    else:
        design.add("button", box(0.7 * pw, 0.1 * h, 0.012).moved(x, 0.015 + 0.07 * h, face + 0.005), door)
        design.features.append("a door button")
    return design


@category("toaster", family="household")
def toaster(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.26, 0.34), p.real("height", 0.17, 0.21), p.real("depth", 0.15, 0.2)
    slots, toast = p.whole("slots", 1, 4), p.choice("toast", ["none", "popped up"])
    body, trim = p.material("body", [*APPLIANCE, *RETRO]), p.material("trim", [BLACK, CHROME, WHITE])
    form, dial = p.choice("form", ["rounded", "boxy"]), p.real("dial", 0.1, 0.16)
    d = d * (1 + 0.22 * max(0, slots - 2))
    design = Design([body.name, form], [f"{number_word(slots)} slot{'s' * (slots > 1)}", "a lever"])
    radius = 0.32 * h if form == "rounded" else 0.02
    shell = extrude(rounded(h, d, radius), 0.9 * w).rotated("z", 90).moved(0.45 * w, h / 2 + 0.015)
    design.add("body", shell, body)
    cap = extrude(rounded(0.98 * h, 0.98 * d, radius), 0.05 * w).rotated("z", 90).moved(0.025 * w, h / 2 + 0.015)
    design.add("end", cap.moved(0.46 * w) + cap.moved(-0.46 * w), trim)
    design.add("foot", corners(cylinder(0.014, 0.025, segments=10), 0.36 * w, 0.3 * d), RUBBER)
    gap = 0.8 * d / (slots + 0.4)
    design.add("slot", row(box(0.68 * w, 0.006, 0.35 * gap + 0.008), slots, step=(0, 0, gap)).moved(y=h + 0.012), BLACK)
    if toast == "popped up":
        slice_ = extrude(rounded(0.1, 0.1, 0.03), 0.015).rotated("x", 90).moved(0, h + 0.005, -0.007)
        design.add("toast", row(slice_, slots, step=(0, 0, gap)), Material("toasted", (0.72, 0.48, 0.24)))
        design.features.append("toast popping up")
    design.add("lever", box(0.03, 0.015, 0.06).moved(0.495 * w, 0.62 * h), trim)
    design.add("lever", box(0.004, 0.5 * h, 0.012).moved(0.487 * w, 0.25 * h), BLACK)
    design.add(
        "dial", cylinder(dial * h, 0.02, segments=16).rotated("z", -90).moved(0.48 * w, 0.3 * h, 0.28 * d), CHROME
    )
    return design


@category("coffee machine", family="household", also=("coffee maker",))
def coffee_machine(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.18, 0.3), p.real("height", 0.3, 0.4), p.real("depth", 0.22, 0.32)
    kind, buttons = p.choice("kind", ["drip", "espresso", "capsule"]), p.whole("buttons", 1, 4)
    body, trim = p.material("body", [BLACK, WHITE, STAINLESS, *RETRO]), p.material("trim", [CHROME, BLACK, STAINLESS])
    cup, round_ = p.material("cup", [*CERAMICS[:2], CERAMICS[5]]), p.real("rounding", 0.01, 0.05)
    w = {"drip": 0.8 * w, "espresso": 1.1 * w, "capsule": 0.6 * w}[kind]
    design = Design([kind, body.name], [f"{number_word(buttons)} button{'s' * (buttons > 1)}"])
    back, z = 0.45 * d, 0.18 * d
    design.add("base", slab(w, 0.13 * h, d, round_), body)
    design.add("back", slab(w, 0.95 * h, back, round_).moved(z=-0.27 * d), body)
    design.add("head", slab(w, 0.27 * h, 0.95 * d, round_).moved(y=0.73 * h), body)
    design.add("plate", slab(0.8 * w, 0.012, 0.48 * d, 0.02).moved(0, 0.13 * h - 0.002, z), trim)
    button = disc(0.012, 0.008, segments=12)
    design.add("button", row(button, buttons, step=(0.2 * w, 0, 0)).moved(0, 0.9 * h, 0.475 * d), trim)
    y = 0.14 * h
    if kind == "drip":
        r = min(0.4 * w, 0.24 * d)
        pot = [(0.85, 0), (1, 0.15), (1, 0.55), (0.6, 0.85), (0.65, 1)]
        design.add("carafe", turned(pot, r, 0.46 * h).moved(0, y, z), GLASS)
        design.add(
            "coffee", turned(pot[:3], 1.015 * r, 0.46 * h).moved(0, y + 0.002, z), Material("brown", (0.20, 0.10, 0.05))
        )
        design.add("lid", cylinder(0.67 * r, 0.035 * h).moved(0, y + 0.45 * h, z), BLACK)
        design.add(
            "handle",
            sweep(
                bezier([(0, 0.42 * h, 0.5 * r), (0, 0.5 * h, 2.1 * r), (0, 0.06 * h, 2 * r), (0, 0.1 * h, 0.9 * r)]),
                0.008,
            ).moved(0, y, z),
            BLACK,
        )
        design.add("filter", turned([(0.5, 0), (1, 1)], 0.42 * w, 0.12 * h).moved(0, 0.63 * h, z), trim)
        design.features.append("a glass carafe")
    else:
        design.add("cup", turned([(0.6, 0), (1, 1), (0.9, 1), (0.5, 0.1)], 0.032, 0.055).moved(0, y + 0.008, z), cup)
        design.add("cup", ring(0.015, 0.004, segments=14).moved(0.035, y + 0.035, z), cup)
        design.add("spout", turned([(0.4, 0), (1, 0.6), (1, 1)], 0.03, 0.14 * h).moved(0, 0.6 * h, z), trim)
        design.features.append("a cup under the spout")
    if kind == "espresso":
        design.add(
            "portafilter",
            cylinder(0.036, 0.025).moved(0, 0.62 * h, z)
            + sweep([(0, 0.64 * h, z), (0, 0.62 * h, 0.9 * d)], [0.009, 0.014]),
            BLACK,
        )
        design.add(
            "steam wand",
            sweep(bezier([(0.42 * w, 0.75 * h, z), (0.5 * w, 0.75 * h, 0.5 * d), (0.46 * w, 0.2 * h, 0.5 * d)]), 0.006),
            CHROME,
        )
        design.add("gauge", disc(0.028, 0.008).moved(-0.32 * w, 0.87 * h, 0.475 * d), WHITE)
        design.add("gauge", ring(0.028, 0.004).moved(-0.32 * w, 0.87 * h, 0.482 * d), CHROME)
        design.add("knob", cylinder(0.022, 0.03, segments=12).rotated("z", -90).moved(0.5 * w, 0.86 * h), BLACK)
        design.features.append("a steam wand and a portafilter")
    elif kind == "capsule":
        design.add(
            "lever",
            sweep(arc(0.5 * w, 0, 180, points=14) * (1, 0.9, 1), 0.009).rotated("x", 55).moved(0, 0.96 * h, 0.1 * d),
            trim,
        )
        design.add("tank", slab(0.8 * w, 0.8 * h, 0.2 * d, 0.02).moved(0, 0.08 * h, -0.55 * d), GLASS)
        design.features.append("a water tank behind")
    return design


@category("kettle", family="household")
def kettle(p: Parameters) -> Design:
    r, tall = p.real("radius", 0.07, 0.09), p.real("height_ratio", 2.0, 2.6)
    kind = p.choice("kind", ["electric", "whistling", "gooseneck"])
    body, trim = (
        p.material("body", [STAINLESS, BLACK, WHITE, COPPER, *RETRO]),
        p.material("trim", [BLACK, WOODS[0], CHROME]),
    )
    taper, reach = p.real("taper", 0.7, 0.92), p.real("handle", 0.75, 1.0)
    design = Design([kind, body.name], [f"a {trim.name} handle"])
    h = tall * r if kind == "electric" else 1.25 * r if kind == "gooseneck" else 1.3 * r
    if kind == "electric":
        profile, top = [(1, 0), (1, 0.1), (taper, 0.92), (0.9 * taper, 1)], 0.9 * taper * r
        design.add("base", turned([(1.05, 0), (1.1, 0.6), (1, 1)], r, 0.03), BLACK)
        lip = loft(
            [
                level(0.5 * r, 0.5 * r, 0.1 * r, 0.72 * h, z=taper * r * 0.8),
                level(0.6 * r, 0.9 * r, 0.1 * r, 0.98 * h, z=taper * r * 0.85),
            ]
        )
        design.add("spout", lip.rotated("y", -90).moved(y=0.03), body)
        grip = bezier(
            [
                (0.85 * r, 0.97 * h, 0),
                (2.4 * reach * r, 1.1 * h, 0),
                (2.2 * reach * r, 0.1 * h, 0),
                (0.95 * r, 0.15 * h, 0),
            ]
        )
        design.add("handle", sweep(grip, 0.012).moved(y=0.03), trim)
        design.add("gauge", box(0.02, 0.45 * h, 0.02).moved(0, 0.25 * h, r * (0.5 + 0.4 * taper)), GLASS)
        design.features.append("a base with a water gauge")
        y = 0.03
    else:
        squat = [(1, 0), (1.12, 0.15), (1.05, 0.4), (0.8, 0.8), (0.55, 1)]
        straight = [(1, 0), (1, 0.1), (0.75 * taper, 0.9), (0.6 * taper, 1)]
        profile, top, y = (squat, 0.55 * r, 0.0) if kind == "whistling" else (straight, 0.6 * taper * r, 0.0)
        if kind == "whistling":
            design.add(
                "spout",
                sweep(
                    [(-0.8 * r, 0.5 * h, 0), (-1.2 * r, 0.75 * h, 0), (-1.5 * r, 1.0 * h, 0)],
                    [0.3 * r, 0.2 * r, 0.14 * r],
                ),
                body,
            )
            design.add("whistle", sphere(0.19 * r, segments=12).moved(-1.5 * r, 1.02 * h), trim)
            design.add(
                "handle", sweep(arc(0.85 * r, 0, 180, points=18) * (1, reach, 1) + (0, 0.95 * h, 0), 0.13 * r), trim
            )
            design.features.append("a whistle on its spout")
        else:
            neck = bezier(
                [(-0.8 * r, 0.15 * h, 0), (-2.6 * r, 0.1 * h, 0), (-1.0 * r, 1.3 * h, 0), (-2.4 * r, 1.25 * h, 0)]
            )
            design.add("spout", sweep(neck, np.linspace(0.14, 0.07, 20) * r), body)
            grip = bezier(
                [
                    (0.5 * r, 0.95 * h, 0),
                    (2.6 * reach * r, 1.25 * h, 0),
                    (2.0 * reach * r, 0.6 * h, 0),
                    (1.9 * r, 0.05 * h, 0),
                ]
            )
            design.add("handle", sweep(grip, 0.1 * r), trim)
            design.features.append("a thin curved spout")
    design.add("body", turned(profile, r, h, segments=30).moved(y=y), body)
    design.add("lid", turned([(1, 0), (0.8, 0.5), (0.15, 1)], top, 0.2 * r).moved(y=y + h - 0.002), body)
    design.add("knob", sphere(0.15 * r, segments=12).moved(y=y + h + 0.3 * r), trim)
    return design


@category("blender", family="household")
def blender(p: Parameters) -> Design:
    r, base, jar = p.real("radius", 0.07, 0.09), p.real("base", 0.12, 0.18), p.real("jar", 0.18, 0.26)
    fill = p.choice("contents", ["empty", "strawberry", "spinach", "orange"])
    body, trim = p.material("body", [*APPLIANCE, *RETRO]), p.choice("control", ["dial", "buttons"])
    sides, waist = p.choice("jar_form", ["round", "square"]), p.real("waist", 0.6, 0.75)
    n = 26 if sides == "round" else 4
    design = Design([body.name, f"{sides}-jar"], ["a dial" if trim == "dial" else "a row of buttons", "a glass jar"])

    def quarter(solid: Solid) -> Solid:
        return solid.rotated("y", 45) if n == 4 else solid

    design.add(
        "base", turned([(1.15, 0), (1.15, 0.15), (0.85, 0.9), (0.7, 1)], r, base, segments=n * 1).rotated("y", 45), body
    )
    design.add("collar", cylinder(waist * r * 1.08, 0.03).moved(y=base - 0.008), BLACK)
    y, top = base + 0.015, 1.05 * r
    design.add(
        "jar",
        quarter(turned([(waist, 0), (1.05, 1), (1.0, 1), (0.95 * waist, 0.03)], r, jar, segments=n)).moved(y=y),
        GLASS,
    )
    colour = {"strawberry": (0.85, 0.30, 0.38), "spinach": (0.45, 0.62, 0.22), "orange": (0.95, 0.62, 0.18)}
    if fill != "empty":
        level_ = turned([(1.02 * waist, 0.02), (waist + (1.05 - waist) * 0.7 + 0.02, 0.7)], r, jar, segments=n)
        design.add("smoothie", quarter(level_).moved(y=y), Material(fill, colour[fill]))
        design.features.append(f"{with_article(fill)} smoothie inside")
    design.add(
        "lid", quarter(turned([(1.08, 0), (1.08, 0.6), (0.9, 1)], r, 0.03, segments=n)).moved(y=y + jar - 0.004), BLACK
    )
    design.add("cap", cylinder(0.35 * top, 0.03, segments=16).moved(y=y + jar + 0.02), BLACK)
    reach = r * (1 if n > 4 else 0.75)
    design.add(
        "handle",
        sweep(
            bezier(
                [(reach, 0.9 * jar, 0), (2.2 * r, 1.0 * jar, 0), (1.9 * r, 0.1 * jar, 0), (0.85 * reach, 0.25 * jar, 0)]
            ),
            0.011,
        ).moved(y=y),
        BLACK,
    )
    face = r * (1.0 if n > 4 else 0.74)
    design.add("blade", around(box(0.05, 0.003, 0.012).rotated("z", 20), 4).moved(y=y + 0.04), STEEL)
    if trim == "dial":
        design.add(
            "dial",
            disc(0.28 * r, 0.02, segments=18).moved(0, 0.42 * base, face)
            + box(0.005, 0.3 * r, 0.008).moved(0, 0.42 * base, face + 0.02),
            CHROME,
        )
    else:
        design.add("button", row(box(0.016, 0.022, 0.024), 4, step=(0.024, 0, 0)).moved(0, 0.35 * base, face), CHROME)
    return design


@category("mixer", family="household", also=("food mixer", "kitchen mixer"))
def mixer(p: Parameters) -> Design:
    length, h = p.real("length", 0.3, 0.38), p.real("height", 0.3, 0.38)
    kind, tool = p.choice("kind", ["stand", "hand"]), p.choice("tool", ["whisk", "dough hook"])
    body, bowl = p.material("body", [*RETRO, WHITE, BLACK]), p.material("bowl", [STAINLESS, GLASS, WHITE])
    r, thick = p.real("bowl_radius", 0.1, 0.125), p.real("head", 0.1, 0.13)
    design = Design([kind, body.name], [f"a {tool}" if kind == "stand" else f"two {tool}s"])
    wires = join(
        *(sweep(arc(1, -90, 90, points=12) * (0.045, 0.06, 1), 0.0025, sides=5).rotated("y", 60 * i) for i in range(6))
    )
    if tool == "dough hook":
        t = np.linspace(0, 1, 22)
        wires = sweep(np.stack([0.03 * np.sin(9 * t), 0.06 - 0.12 * t, 0.03 * np.cos(9 * t)], 1), 0.007)
    if kind == "hand":
        design.add("body", cushion(0.085, 0.09, 0.2, power=0.6).moved(y=0.2), body)
        design.add(
            "handle", sweep(bezier([(0, 0.26, -0.09), (0, 0.39, -0.1), (0, 0.37, 0.05), (0, 0.28, 0.1)]), 0.014), body
        )
        design.add("switch", box(0.025, 0.02, 0.03).moved(0, 0.355, 0.02), GREY)
        design.add("vent", row(box(0.087, 0.004, 0.05), 4, step=(0, 0.01, 0)).moved(0, 0.235, -0.05), BLACK)
        design.add("shaft", row(cylinder(0.005, 0.14, segments=8).moved(0, 0.08, 0.05), 2, step=(0.05, 0, 0)), CHROME)
        small = wires.scaled(0.55 + r, 0.9, 0.55 + r).moved(0, 0.055, 0.05)
        design.add("beater", row(small, 2, step=(0.05, 0, 0)).scaled(length / 0.34, h / 0.34, thick / 0.115), CHROME)
        return design
    z, y = 0.2 * length, h - thick / 2
    design.add("base", slab(0.2, 0.035, length, 0.09), body)
    design.add(
        "column",
        loft([level(0.15, 0.13, 0.05, 0.02, z=-0.3 * length), level(0.1, 0.1, 0.04, h - 0.05, z=-0.3 * length)]),
        body,
    )
    design.add("head", cushion(length * 1.05, thick, thick, power=0.6).rotated("y", 90).moved(0, h - thick, 0.02), body)
    design.add("band", cylinder(0.51 * thick, 0.02).rotated("x", 90).moved(0, y, 0.02), CHROME)
    design.add("badge", disc(0.025, 0.02, segments=16).moved(0, y, 0.02 + 0.515 * length), CHROME)
    design.add("knob", sphere(0.014, segments=10).moved(0.5 * thick, y, 0), BLACK)
    tall = 0.55 * h
    design.add(
        "bowl",
        turned([(0.55, 0), (0.95, 0.35), (1, 1), (0.96, 1), (0.9, 0.4), (0.5, 0.05)], r, tall).moved(0, 0.034, z),
        bowl,
    )
    design.add("handle", sweep(arc(1, -90, 90) * (0.05, 0.3 * tall, 1) + (0.97 * r, 0.6 * tall, z), 0.007), bowl)
    design.add(
        "tool",
        wires.moved(0, 0.55 * h, z) + cylinder(0.016, 0.4 * h - thick / 2, segments=12).moved(0, 0.6 * h, z),
        CHROME,
    )
    return design


@category("range hood", family="household", also=("extractor hood", "cooker hood"))
def range_hood(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.6, 0.95), p.real("depth", 0.45, 0.55), p.real("height", 0.55, 0.9)
    kind = p.choice("kind", ["pyramid", "box", "glass", "slanted"])
    metal, trim = (
        p.material("metal", [STAINLESS, WHITE, BLACK, COPPER]),
        p.material("trim", [CHROME, BLACK, BRASS, WOODS[0]]),
    )
    chimney, buttons = p.real("chimney", 0.24, 0.36), p.whole("buttons", 3, 6)
    lamp = p.choice("lamps", ["on", "off"])
    design = Design([metal.name, kind], ["a chimney", f"{number_word(buttons)} buttons"])
    z, skirt = -d / 2 + 0.42 * chimney, 0.07
    if kind == "pyramid":
        design.add(
            "hood",
            loft(
                [
                    level(w, d, 0.003, skirt),
                    level(0.7 * w, 0.75 * d, 0.003, 0.28 * h, z=-0.1 * d),
                    level(1.1 * chimney, 0.9 * chimney, 0.003, 0.5 * h, z=z),
                ]
            ),
            metal,
        )
        design.add("skirt", slab(w, skirt + 0.002, d, 0.003), metal)
    elif kind == "box":
        design.add("hood", slab(w, 0.14, d, 0.003), metal)
        design.add("skirt", box(1.01 * w, 0.03, 0.01).moved(0, 0.01, d / 2), trim)
    elif kind == "glass":
        design.add("hood", slab(0.75 * w, 0.1, 0.85 * d, 0.01), metal)
        design.add("glass", slab(w, 0.012, d, 0.04).moved(y=0.075), GLASS)
    else:
        design.add("hood", extrude(rounded(w, 0.75 * h, 0.01), 0.09).rotated("x", 55).moved(0, 0.33 * h, 0), metal)
        design.add(
            "glass",
            extrude(rounded(0.8 * w, 0.45 * h, 0.02), 0.012).rotated("x", 55).moved(0, 0.33 * h + 0.052, 0.075),
            DARK_GLASS,
        )
    design.add(
        "chimney",
        box(chimney, h, 0.8 * chimney).moved(0, 0.1, z)
        + box(0.94 * chimney, 0.25 * h, 0.74 * chimney).moved(0, h + 0.08, z),
        metal,
    )
    if kind != "slanted":
        wide = 0.75 * w if kind == "glass" else w
        face = {"pyramid": d / 2, "box": d / 2 + 0.006, "glass": 0.425 * d}[kind]
        design.add(
            "filter",
            row(row(box(0.36 * wide, 0.006, 0.01), 2, step=(0.42 * wide, 0, 0)), 9, step=(0, 0, 0.07 * d)).moved(
                y=-0.004
            ),
            GREY,
        )
        design.add(
            "lamp",
            row(cylinder(0.03, 0.008, segments=16), 2, step=(0.5 * wide, 0, 0)).moved(0, -0.006, 0.38 * d),
            LIT if lamp == "on" else GREY,
        )
        design.add(
            "button", row(disc(0.011, 0.008, segments=12), buttons, step=(0.035, 0, 0)).moved(0, 0.035, face), trim
        )
    else:
        design.add(
            "button",
            row(disc(0.011, 0.01, segments=12), buttons, step=(0.035, 0, 0))
            .rotated("x", -35)
            .moved(0, 0.15 * h, 0.245 * h + 0.04),
            trim,
        )
        design.add(
            "lamp",
            row(cylinder(0.03, 0.01, segments=16), 2, step=(0.5 * w, 0, 0)).moved(0, 0.01, 0.17 * h),
            LIT if lamp == "on" else GREY,
        )
    design.features.append(f"its lamps {lamp}")
    return design
