"""The home: kitchen and bathroom fittings, appliances, cooking tools, lights, textiles and small furniture."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import (
    CERAMICS,
    FABRICS,
    GLASS,
    METALS,
    PLASTICS,
    RUBBER,
    STONES,
    WOODS,
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
    tube,
)

WHITE, BLACK, GREY = PLASTICS[5], PLASTICS[6], PLASTICS[7]
STEEL, BRASS, BLACK_METAL, COPPER, CHROME = METALS[:5]
STAINLESS = Material("stainless steel", (0.70, 0.71, 0.72))
DARK_GLASS = Material("dark glass", (0.09, 0.10, 0.12))
SCREEN = Material("green lit", (0.35, 0.85, 0.55))
LIT = Material("lit", (1.0, 0.90, 0.55))
WAX = Material("wax", (0.95, 0.91, 0.80))
FLAME = Material("burning", (1.0, 0.66, 0.15))
APPLIANCE = (WHITE, STAINLESS, BLACK, Material("silver grey", (0.78, 0.79, 0.80)))
RETRO = (
    Material("red", (0.74, 0.12, 0.12)),
    Material("mint green", (0.66, 0.84, 0.76)),
    Material("pastel blue", (0.60, 0.77, 0.86)),
    Material("cream", (0.93, 0.88, 0.75)),
)
PORCELAIN = (
    Material("white porcelain", (0.96, 0.96, 0.95)),
    Material("ivory porcelain", (0.92, 0.88, 0.78)),
    Material("pastel green porcelain", (0.70, 0.82, 0.74)),
    Material("pink porcelain", (0.90, 0.72, 0.72)),
)
LINEN = (
    Material("white cotton", (0.94, 0.94, 0.93)),
    Material("sky blue cotton", (0.58, 0.74, 0.88)),
    Material("rose cotton", (0.88, 0.62, 0.66)),
    *FABRICS[:5],
    FABRICS[7],
)


def disc(radius: float, thick: float, *, segments: int = 24) -> Solid:
    """A round plate facing the front, z from 0 to ``thick``."""
    return cylinder(radius, thick, segments=segments).rotated("x", 90)


def ring(radius: float, thick: float, *, segments: int = 28) -> Solid:
    """A torus facing the front."""
    return torus(radius, thick, segments=segments, sides=8).rotated("x", 90)


def rounded(width: float, depth: float, radius: float, *, steps: int = 5) -> np.ndarray:
    """(n, 2) outline of a rectangle with round corners."""
    r = min(radius, 0.49 * width, 0.49 * depth)
    angles = np.radians(np.concatenate([np.linspace(0, 90, steps) + 90 * k for k in range(4)]))
    centers = np.repeat([(1, 1), (-1, 1), (-1, -1), (1, -1)], steps, 0) * (width / 2 - r, depth / 2 - r)
    return centers + r * np.stack([np.cos(angles), np.sin(angles)], 1)


def slab(width: float, height: float, depth: float, radius: float) -> Solid:
    """A box on the ground with round upright edges."""
    return extrude(rounded(width, depth, radius), height)


def front(width: float, height: float, depth: float, radius: float) -> Solid:
    """A box on the ground whose front and back have round corners."""
    return extrude(rounded(width, height, radius), depth).rotated("x", 90).moved(0, height / 2, -depth / 2)


def level(width: float, depth: float, radius: float, y: float, *, z: float = 0) -> np.ndarray:
    """One ring for ``loft``: a round-cornered rectangle at a height."""
    outline = rounded(width, depth, radius)
    return np.stack([outline[:, 0], np.full(len(outline), y), outline[:, 1] + z], 1)


def basin(width: float, height: float, depth: float, radius: float, *, wall: float, taper: float = 0.85) -> Solid:
    """A hollow tub, narrower at its foot."""
    w, d = width - 2 * wall, depth - 2 * wall
    sizes = [(width * taper, depth * taper, 0.0), (width, depth, height), (w, d, height), (w * taper, d * taper, wall)]
    return loft([level(a, b, radius, y) for a, b, y in sizes])


def cushion(width: float, height: float, depth: float, *, power: float = 0.5, segments: int = 28) -> Solid:
    """A soft block on the ground; a small ``power`` is boxy, 1 an ellipsoid."""
    ball = sphere(1, segments=segments)
    soft = Solid(np.sign(ball.vertices) * np.abs(ball.vertices) ** power, ball.faces)
    return soft.scaled(width / 2, height / 2, depth / 2).moved(y=height / 2)


def bar(length: float, thick: float, stand: float) -> Solid:
    """An upright bar handle that stands off a front."""
    return sweep([(0, 0, 0), (0, 0.02 * length, stand), (0, 0.98 * length, stand), (0, length, 0)], thick)


def corners(solid: Solid, x: float, z: float) -> Solid:
    """Four copies at (+-x, +-z)."""
    return join(*(solid.moved(a, 0, b) for a in (-x, x) for b in (-z, z)))


def turned(profile: list[tuple[float, float]], radius: float, height: float, *, segments: int = 20) -> Solid:
    """A lathe from a profile in units of radius and height."""
    return lathe([(max(r * radius, 0.0005), y * height) for r, y in profile], segments=segments)


def curve(points: list[tuple[float, float, float]], *, steps: int = 20) -> np.ndarray:
    """A smooth path near a coarse one (Bernstein blend of all points)."""
    t, path = np.linspace(0, 1, steps)[:, None], np.asarray(points, float)[:, None]
    while len(path) > 1:
        path = path[:-1] * (1 - t) + path[1:] * t
    return np.asarray(path[0])


def flame(height: float) -> Solid:
    return turned([(0, 0), (0.7, 0.15), (1, 0.35), (0.6, 0.65), (0, 1)], 0.28 * height, height, segments=12)


def an(phrase: str) -> str:
    return f"{'an' if phrase[0] in 'aeiou' else 'a'} {phrase}"


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
        for i, colour in enumerate((PLASTICS[0], PLASTICS[3], PLASTICS[1], PLASTICS[5])):
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
    design = Design([case.name, "low" if ratio < 0.58 else "tall"], [an(control) if control == "keypad" else control])
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
        design.add("key", key.moved(x, 0.015 + 0.48 * h, face + 0.005), PLASTICS[11])
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
                curve([(0, 0.42 * h, 0.5 * r), (0, 0.5 * h, 2.1 * r), (0, 0.06 * h, 2 * r), (0, 0.1 * h, 0.9 * r)]),
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
            sweep(curve([(0.42 * w, 0.75 * h, z), (0.5 * w, 0.75 * h, 0.5 * d), (0.46 * w, 0.2 * h, 0.5 * d)]), 0.006),
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
        grip = curve(
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
            neck = curve(
                [(-0.8 * r, 0.15 * h, 0), (-2.6 * r, 0.1 * h, 0), (-1.0 * r, 1.3 * h, 0), (-2.4 * r, 1.25 * h, 0)]
            )
            design.add("spout", sweep(neck, np.linspace(0.14, 0.07, 20) * r), body)
            grip = curve(
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
        design.features.append(f"{an(fill)} smoothie inside")
    design.add(
        "lid", quarter(turned([(1.08, 0), (1.08, 0.6), (0.9, 1)], r, 0.03, segments=n)).moved(y=y + jar - 0.004), BLACK
    )
    design.add("cap", cylinder(0.35 * top, 0.03, segments=16).moved(y=y + jar + 0.02), BLACK)
    reach = r * (1 if n > 4 else 0.75)
    design.add(
        "handle",
        sweep(
            curve(
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
            "handle", sweep(curve([(0, 0.26, -0.09), (0, 0.39, -0.1), (0, 0.37, 0.05), (0, 0.28, 0.1)]), 0.014), body
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


@category("washing machine", family="household", also=("washer", "laundry machine"))
def washing_machine(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.55, 0.68), p.real("height", 0.8, 0.95), p.real("depth", 0.48, 0.64)
    kind, r = (
        p.choice("kind", ["front-loading", "front-loading compact", "top-loading"]),
        p.real("door_radius", 0.26, 0.36),
    )
    paint, trim = (
        p.material("paint", [WHITE, APPLIANCE[3], Material("graphite", (0.25, 0.26, 0.28))]),
        p.material("trim", [CHROME, BLACK, GREY, WHITE]),
    )
    knob, laundry = p.choice("dial", ["left", "middle", "right"]), p.material("laundry", [*PLASTICS[:3], PLASTICS[8]])
    h = h * 0.85 if kind == "front-loading compact" else h
    design = Design([kind, paint.name], [f"a dial on the {knob}" if knob != "middle" else "a dial in the middle"])
    face, x = d / 2, {"left": -0.3 * w, "middle": 0, "right": 0.3 * w}[knob]
    design.add("body", front(w, h - 0.03, d, 0.02).moved(y=0.03), paint)
    design.add("foot", corners(cylinder(0.025, 0.04, segments=10), 0.4 * w, 0.4 * d), BLACK)
    dial = disc(0.038, 0.03, segments=20) + box(0.006, 0.03, 0.034).moved(y=0.005)
    if kind == "top-loading":
        design.add("panel", box(w, 0.16, 0.1).moved(0, h - 0.01, -face + 0.05), paint)
        design.add("strip", box(0.94 * w, 0.1, 0.01).moved(0, h + 0.02, -face + 0.101), GREY)
        design.add("dial", dial.moved(x, h + 0.07, -face + 0.105), trim)
        design.add(
            "button",
            row(disc(0.012, 0.01, segments=10), 4, step=(0.06, 0, 0)).moved(-0.4 * x, h + 0.07, -face + 0.105),
            WHITE,
        )
        design.add("lid", slab(0.84 * w, 0.02, 0.68 * d, 0.03).moved(0, h - 0.004, 0.09 * d), paint)
        design.add("window", slab(r * 1.9 * w, 0.006, 0.5 * d, 0.05).moved(0, h + 0.014, 0.09 * d), DARK_GLASS)
        design.add("grip", box(0.14, 0.015, 0.02).moved(0, h, 0.43 * d), trim)
        design.features.append("a lid on top")
        return design
    y = 0.45 * h
    design.add("panel", box(0.97 * w, 0.13 * h, 0.01).moved(0, 0.85 * h, face + 0.002), paint)
    design.add(
        "drawer",
        box(0.26 * w, 0.1 * h, 0.015).moved(-0.33 * w if knob != "left" else 0.33 * w, 0.865 * h, face + 0.006),
        GREY,
    )
    design.add("dial", dial.moved(x * 0.9, 0.915 * h, face + 0.006), trim)
    design.add(
        "display",
        box(0.16 * w, 0.06 * h, 0.01).moved(0.2 * w if knob != "right" else 0.05 * w, 0.885 * h, face + 0.006),
        DARK_GLASS,
    )
    design.add("door", tube(r * w, 0.74 * r * w, 0.03, segments=36).rotated("x", 90).moved(0, y, face), trim)
    design.add(
        "glass",
        sphere(0.75 * r * w, segments=24, start=0, stop=90).scaled(1, 0.35, 1).rotated("x", 90).moved(0, y, face),
        DARK_GLASS,
    )
    design.add(
        "laundry", sphere(0.5 * r * w, segments=14).scaled(1, 0.5, 0.48).moved(0, y - 0.3 * r * w, face), laundry
    )
    design.add("grip", box(0.03, 0.1, 0.02).moved(0.87 * r * w, y - 0.05, face + 0.025), CHROME)
    design.add("flap", box(0.12, 0.08, 0.01).moved(0.36 * w, 0.05, face), GREY)
    design.features.append(f"a round door, {laundry.name} laundry inside")
    return design


@category("sink", family="household", also=("washbasin", "basin"))
def sink(p: Parameters) -> Design:
    w, d, deep = p.real("width", 0.45, 0.65), p.real("depth", 0.38, 0.5), p.real("bowl_depth", 0.12, 0.2)
    kind = p.choice("kind", ["pedestal", "vanity", "kitchen", "wall-mounted"])
    clay, metal = p.material("clay", PORCELAIN), p.material("tap", [CHROME, BRASS, BLACK_METAL])
    wood, spout = p.material("cabinet", [*WOODS, GREY]), p.real("tap_height", 0.12, 0.28)
    outline = p.choice("outline", ["oval", "rectangular"])
    body, w, top = (STAINLESS, w * 1.8, 0.88) if kind == "kitchen" else (clay, w, 0.84)
    design = Design([kind, body.name], [f"{an(metal.name)} tap"])
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
                curve([(0, low + 0.02, 0), (0, low - 0.25, 0), (0, low - 0.2, -0.1), (0, low - 0.05, -0.7 * d)]), 0.018
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
        design.features.append(f"{an(wood.name)} cabinet below")
    pipe = curve([(0, 0, 0), (0, 1.6 * spout, 0), (0, 1.5 * spout, 0.5 * d), (0, 0.55 * spout, 0.4 * d)])
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
        [kind, metal.name], [f"{an(grip)} handle" if kind in ("straight", "garden") else f"two {grip} handles"]
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
        p.material("outside", [WHITE, PLASTICS[11], CERAMICS[1], STONES[3], WOODS[1]]),
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
        claw = sweep(curve([(0, 0.22, 0), (0.07, 0.2, 0.06), (0, 0.06, 0), (0.05, 0.03, 0.05)]), 0.025) + sphere(
            0.035, segments=10
        ).moved(0.04, 0.03, 0.04)
        feet = [
            claw.moved(0.33 * length * t, 0, 0.3 * w * t),
            claw.scaled(1, 1, -1).moved(0.33 * length * t, 0, -0.3 * w * t),
        ]
        design.add("foot", join(*feet, *(f.scaled(-1, 1, 1) for f in feet)), metal)
        design.features.append(f"four {metal.name} claw feet")
    tap = sweep(curve([(0, -0.05, 0), (0, 0.3, 0), (0.22, 0.24, 0), (0.16, 0.05, 0)]), 0.016) + sweep(
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
    design = Design([tile.name, "corner" if doors == "corner" else "walk-in"], [f"{an(head)} shower head"])
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
            "arm", sweep(curve([(0, h - 0.15, z), (0, h + 0.1, z), (0, h, 0.0), (0, h - 0.15, 0.0)]), 0.012), metal
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
                curve([(0, h - 0.45, z + 0.02), (0.3, 0.7, z + 0.1), (0.3, 0.2, z + 0.1), (0.02, 0.97, z + 0.03)]), 0.01
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
        p.material("towel", [*LINEN[:5], PLASTICS[10], PLASTICS[3]]),
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


@category("water heater", family="household", also=("boiler", "hot water tank"))
def water_heater(p: Parameters) -> Design:
    r, h, kind = (
        p.real("radius", 0.2, 0.3),
        p.real("height", 0.8, 1.5),
        p.choice("kind", ["standing", "wall-hung", "tankless"]),
    )
    paint, band = (
        p.material("paint", [WHITE, PLASTICS[11], GREY, APPLIANCE[3]]),
        p.material("label", [PLASTICS[3], PLASTICS[1], PLASTICS[0]]),
    )
    pipes, gauge = p.material("pipes", [COPPER, STEEL, BRASS]), p.real("gauge", 0.03, 0.05)
    ring_, insulation = p.choice("bands", ["yes", "no"]), p.real("dome", 0.15, 0.35)
    design = Design([paint.name, kind], [f"{pipes.name} pipes", f"{an(band.name)} label"])
    if kind == "tankless":
        w, tall, d = 1.5 * r, 0.65 * h, 0.8 * r
        design.add("body", front(w, tall, d, 0.03).moved(y=0.25), paint)
        design.add("flue", cylinder(0.06, 0.25).moved(y=0.24 + tall) + torus(0.065, 0.012).moved(y=0.27 + tall), STEEL)
        design.add("window", front(0.3 * w, 0.05, 0.01, 0.01).moved(0, 0.25 + 0.2 * tall, d / 2 + 0.002), DARK_GLASS)
        design.add("dial", row(disc(gauge, 0.02), 2, step=(0.4 * w, 0, 0)).moved(0, 0.25 + 0.1 * tall, d / 2), BLACK)
        design.add("label", box(0.4 * w, 0.06, 0.004).moved(0, 0.25 + 0.75 * tall, d / 2 + 0.001), band)
        design.add("pipe", row(cylinder(0.013, 0.3, segments=12), 4, step=(0.2 * w, 0, 0)), pipes)
        design.add("valve", row(sphere(0.024, segments=10), 2, step=(0.6 * w, 0, 0)).moved(y=0.12), BRASS)
        return design
    h = h if kind == "standing" else 0.65 * h
    y = 0.1 if kind == "standing" else 0.25
    dome = [(r * np.cos(a), insulation * r * np.sin(a)) for a in np.radians(np.linspace(0, 88, 7))]
    shell = [(a, -b) for a, b in reversed(dome)] if kind == "wall-hung" else [(r, 0)]
    design.add("tank", lathe([*shell, *((a, h + b) for a, b in dome)], segments=30).moved(y=y), paint)
    if ring_ == "yes":
        design.add(
            "band", join(*(cylinder(1.01 * r, 0.02, segments=30).moved(y=y + h * a) for a in (0.06, 0.92))), STEEL
        )
    design.add("label", cylinder(1.006 * r, 0.16 * h, segments=30).scaled(0.6, 1, 1).moved(y=y + 0.55 * h), band)
    design.add("label", cylinder(1.009 * r, 0.02 * h, segments=30).scaled(0.5, 1, 1).moved(y=y + 0.64 * h), WHITE)
    design.add("thermostat", box(0.16, 0.2, 0.06, bevel=0.01).moved(0, y + 0.12 * h, r - 0.01), GREY)
    design.add(
        "gauge",
        disc(gauge, 0.02).moved(0, y + 0.4 * h, r - 0.004) + ring(gauge, 0.006).moved(0, y + 0.4 * h, r + 0.014),
        WHITE,
    )
    design.add("needle", box(0.004, 0.8 * gauge, 0.004).rotated("z", 30).moved(0, y + 0.4 * h, r + 0.016), PLASTICS[0])
    if kind == "standing":
        design.add("leg", around(cylinder(0.025, 0.12, segments=10).moved(0.8 * r), 3, start=30), STEEL)
        design.add("pipe", row(cylinder(0.016, 0.3, segments=12), 2, step=(0.9 * r, 0, 0)).moved(y=y + h), pipes)
        design.add("flue", cylinder(0.05, 0.25).moved(y=y + h + 0.5 * insulation * r), STEEL)
        design.add(
            "valve",
            cylinder(0.014, 0.06).rotated("x", 90).moved(0, y + 0.05, r - 0.01)
            + ring(0.025, 0.006).moved(0, y + 0.05, r + 0.05),
            BRASS,
        )
    else:
        design.add("pipe", row(cylinder(0.013, 0.3, segments=12), 2, step=(0.5 * r, 0, 0)), pipes)
        design.add("bracket", row(box(0.5 * r, 0.06, 0.06), 2, step=(0, 0.7 * h, 0)).moved(0, y + 0.5 * h, -r), STEEL)
    return design


@category("radiator", family="household", also=("heater", "central heating radiator"))
def radiator(p: Parameters) -> Design:
    n, h, pitch = p.whole("sections", 6, 14), p.real("height", 0.45, 0.75), p.real("pitch", 0.045, 0.07)
    kind, depth = p.choice("kind", ["column", "panel", "towel"]), p.real("depth", 0.1, 0.16)
    paint = p.material(
        "paint", [WHITE, WOODS[4], BLACK_METAL, Material("silver painted", (0.72, 0.72, 0.72)), RETRO[3], METALS[0]]
    )
    valve, pipes = p.material("valve", [CHROME, BRASS, WHITE]), p.choice("pipes", ["floor", "wall"])
    w = n * pitch
    design = Design(
        [paint.name, kind],
        [f"{number_word(n)} {'rungs' if kind == 'towel' else 'ribs' if kind == 'panel' else 'columns'}"],
    )
    y = 0.09
    if kind == "column":
        fin = join(
            *(
                sweep(
                    curve([(0, y, z), (0, y, z), (0, y + h / 2, z), (0, y + h, z), (0, y + h, z)], steps=4),
                    0.4 * pitch,
                    sides=6,
                )
                for z in (-0.35 * depth, 0.0, 0.35 * depth)
            )
        )
        cap = cushion(0.96 * pitch, 1.1 * pitch, depth + 0.4 * pitch, power=0.7, segments=10)
        design.add(
            "column",
            row(fin + cap.moved(y=y - 0.4 * pitch) + cap.moved(y=y + h - 0.7 * pitch), n, step=(pitch, 0, 0)),
            paint,
        )
        design.add(
            "foot",
            row(
                sweep([(0, y, 0.3 * depth), (0, 0.03, 0.3 * depth), (0, 0, 0.45 * depth)], 0.018)
                + sweep([(0, y, -0.3 * depth), (0, 0.03, -0.3 * depth), (0, 0, -0.45 * depth)], 0.018),
                2,
                step=(w - pitch, 0, 0),
            ),
            paint,
        )
    elif kind == "panel":
        w *= 1.4
        design.add(
            "panel",
            front(w, h, 0.02, 0.015).moved(0, y, 0.3 * depth) + front(w, h, 0.02, 0.015).moved(0, y, -0.3 * depth),
            paint,
        )
        rib = slab(0.45 * pitch, 0.86 * h, 0.02, 0.008)
        design.add("rib", row(rib, n, step=(w / (n + 0.5), 0, 0)).moved(0, y + 0.07 * h, 0.3 * depth + 0.008), paint)
        design.add(
            "grille",
            row(box(0.006, 0.015, 0.6 * depth), 4 * n, step=(w / (4 * n + 1), 0, 0)).moved(y=y + h - 0.02),
            paint,
        )
        design.add(
            "bracket", row(box(0.03, 0.8 * h, 0.05), 2, step=(0.7 * w, 0, 0)).moved(0, y, -0.3 * depth - 0.03), STEEL
        )
    else:
        w, h = 0.5 + pitch, 1.5 * h
        design.add("upright", row(cylinder(0.018, h, segments=14), 2, step=(w, 0, 0)).moved(y=y), paint)
        for i in range(n):
            t = (i + 0.5 + 0.7 * (i * 3 // n)) / (n + 1.5)
            design.add(
                "rung",
                sweep([(-w / 2, y + h * t, 0), (0, y + h * t, 0.25 * depth), (w / 2, y + h * t, 0)], 0.012),
                paint,
            )
    x = w / 2 + 0.03
    design.add("valve", cylinder(0.024, 0.06, segments=16).rotated("z", -90).moved(x, y + 0.02), valve)
    turn = [(x, y + 0.02, 0), (x, -0.02, 0)] if pipes == "floor" else [(x, y + 0.02, 0), (x, y + 0.02, -depth)]
    design.add(
        "pipe",
        sweep(turn, 0.011)
        + sweep([(-w / 2, y + 0.02, 0), (-x, y + 0.02, 0)], 0.011)
        + sweep([(-a, b, c) for a, b, c in turn], 0.011),
        COPPER,
    )
    design.features.append(f"copper pipes to the {pipes}")
    return design


@category("vacuum cleaner", family="household", also=("hoover", "vacuum"))
def vacuum_cleaner(p: Parameters) -> Design:
    kind, h = p.choice("kind", ["canister", "upright", "stick"]), p.real("height", 0.9, 1.15)
    length, wheel = p.real("length", 0.34, 0.44), p.real("wheel", 0.06, 0.09)
    paint = p.material("paint", [*PLASTICS[:5], GREY, PLASTICS[9]])
    trim, head = p.material("trim", [BLACK, GREY, WHITE]), p.real("head_width", 0.24, 0.32)
    tilt = p.real("tilt", 15, 35)
    design = Design([kind, paint.name], [])
    nozzle = loft(
        [level(head, 0.11, 0.02, 0), level(0.96 * head, 0.1, 0.02, 0.025), level(0.3 * head, 0.05, 0.02, 0.06)]
    )
    s, c = np.sin(np.radians(tilt)), np.cos(np.radians(tilt))
    if kind == "canister":
        z = 0.75
        design.add("body", cushion(0.28, 0.24, length, power=0.7).moved(y=0.03), paint)
        design.add("bumper", cushion(0.3, 0.05, 1.03 * length, power=0.5).moved(y=0.07), trim)
        design.add(
            "wheel",
            row(cylinder(wheel, 0.03).rotated("z", 90).moved(0.015, wheel, -0.28 * length), 2, step=(0.29, 0, 0)),
            BLACK,
        )
        design.add(
            "hub",
            row(
                cylinder(0.5 * wheel, 0.036, segments=14).rotated("z", 90).moved(0.018, wheel, -0.28 * length),
                2,
                step=(0.29, 0, 0),
            ),
            paint,
        )
        design.add(
            "grip", sweep(curve([(0, 0.24, -0.12), (0, 0.34, -0.1), (0, 0.34, 0.08), (0, 0.24, 0.1)]), 0.014), trim
        )
        design.add("button", row(cylinder(0.025, 0.02, segments=14), 2, step=(0.09, 0, 0)).moved(0, 0.24, -0.1), trim)
        top = (0, h * c, z - h * s + 0.05)
        t = np.linspace(0, 1, 46)
        hose = curve([(0, 0.17, 0.45 * length), (0.55, 0.15, 0.55), (0.5, 1.1 * h, -0.5), top], steps=46)
        design.add("hose", sweep(hose, 0.02 + 0.004 * np.cos(np.pi * np.arange(len(t))), sides=8), trim)
        design.add("tube", sweep([(0, 0.05, z), (0, 0.5 * h * c, z - 0.5 * h * s + 0.02), top], 0.016), CHROME)
        design.add("handle", sweep([top, (0, top[1] + 0.05, top[2] - 0.14)], 0.019), trim)
        design.add("nozzle", nozzle.moved(z=z), trim)
        design.features = ["a hose and a metal tube"]
        return design

    def lean(solid: Solid) -> Solid:
        return solid.rotated("x", -0.7 * tilt).moved(0, 0.08, -0.05)

    if kind == "upright":
        design.add(
            "body",
            lean(
                loft(
                    [
                        level(0.8 * head, 0.16, 0.05, 0),
                        level(0.75 * head, 0.18, 0.07, 0.35 * h),
                        level(0.3 * head, 0.08, 0.03, 0.68 * h),
                    ]
                )
            ),
            paint,
        )
        design.add("bin", lean(cylinder(0.075, 0.27 * h).moved(0, 0.12 * h, 0.07)), GLASS)
        design.add(
            "bin",
            lean(cylinder(0.078, 0.03).moved(0, 0.39 * h, 0.07) + cylinder(0.078, 0.02).moved(0, 0.11 * h, 0.07)),
            trim,
        )
        design.add(
            "handle",
            lean(
                sweep(
                    [
                        (0, 0.65 * h, 0),
                        (0, 0.85 * h, 0),
                        (0, h, 0.03),
                        (0, 1.03 * h, -0.06),
                        (0, 0.9 * h, -0.06),
                        (0, 0.85 * h, 0),
                    ],
                    0.015,
                )
            ),
            trim,
        )
        design.add(
            "head",
            loft(
                [
                    level(head, 0.28, 0.04, 0.012),
                    level(head, 0.28, 0.04, 0.06),
                    level(0.8 * head, 0.2, 0.04, 0.12, z=-0.02),
                ]
            ).moved(z=0.06),
            paint,
        )
        design.add("lamp", front(0.4 * head, 0.03, 0.02, 0.01).moved(0, 0.06, 0.18), LIT)
        design.add(
            "wheel",
            row(cylinder(0.6 * wheel, 0.025).rotated("z", 90).moved(0.012, 0.6 * wheel, -0.08), 2, step=(head, 0, 0)),
            BLACK,
        )
        design.features = ["a dust bin in front", "a lamp"]
        return design
    design.add("tube", lean(sweep([(0, -0.05, 0), (0, 0.72 * h, 0)], 0.016)), CHROME)
    body = cylinder(0.045, 0.24).rotated("x", 90).moved(0, 0.8 * h, -0.12)
    design.add("motor", lean(body), paint)
    design.add("bin", lean(cylinder(0.05, 0.2).moved(0, 0.66 * h, 0.06)), GLASS)
    design.add("battery", lean(box(0.08, 0.06, 0.12, bevel=0.01).moved(0, 0.62 * h, -0.12)), trim)
    design.add(
        "handle",
        lean(
            sweep(curve([(0, 0.8 * h, -0.1), (0, 0.86 * h, -0.26), (0, 0.64 * h, -0.22), (0, 0.66 * h, -0.12)]), 0.015)
        ),
        trim,
    )
    design.add("head", nozzle.scaled(1, 1.3, 1), trim)
    design.add(
        "roller",
        cylinder(0.2 * wheel + 0.012, 0.94 * head).moved(y=-0.47 * head).rotated("z", 90).moved(0, 0.028, 0.05),
        paint,
    )
    design.features = ["a see-through bin", "a battery"]
    return design


@category("iron", family="household", also=("clothes iron", "flat iron"))
def iron(p: Parameters) -> Design:
    length, w, h = p.real("length", 0.23, 0.3), p.real("width", 0.1, 0.125), p.real("height", 0.11, 0.15)
    kind, handle = p.choice("kind", ["steam", "vintage", "cordless"]), p.real("handle", 0.7, 1.0)
    paint = p.material("paint", [*PLASTICS[:3], WHITE, PLASTICS[9], PLASTICS[10]])
    plate, trim = (
        p.material("plate", [STAINLESS, CHROME, Material("dark ceramic", (0.18, 0.18, 0.20))]),
        p.material("trim", [BLACK, GREY, WOODS[1]]),
    )
    t = np.linspace(0, 1, 12)
    half = w / 2 * np.sqrt(np.clip(1 - t**2.2, 0, 1))
    outline = np.concatenate(
        [np.stack([half, length * (t - 0.5)], 1), np.stack([-half, length * (t - 0.5)], 1)[-2::-1]]
    )

    def at(scale: float, y: float, *, z: float = 0.0) -> np.ndarray:
        return np.stack([scale * outline[:, 0], np.full(len(outline), y), scale * outline[:, 1] + z], 1)[::-1]

    old = kind == "vintage"
    body, grip = (BLACK_METAL, WOODS[1]) if old else (paint, trim)
    design = Design([kind, body.name], [f"a pointed {plate.name} plate"])
    design.add("plate", loft([at(1, 0), at(1, 0.012), at(0.97, 0.014)]), plate)
    design.add(
        "body", loft([at(0.95, 0.012), at(0.92, 0.3 * h), at(0.62 if not old else 0.8, 0.5 * h, z=-0.1 * length)]), body
    )
    top = 1.1 * handle * h + 0.02
    if old:
        design.add(
            "post",
            row(sweep([(0, 0.4 * h, 0), (0, top, 0)], 0.008), 2, step=(0, 0, 0.42 * length)).moved(z=-0.08 * length),
            STEEL,
        )
        design.add(
            "handle",
            sweep(
                [(0, top, -0.34 * length), (0, top, -0.08 * length), (0, top, 0.18 * length)],
                [0.015, 0.02, 0.015],
                sides=14,
            ),
            grip,
        )
    else:
        path = curve(
            [
                (0, 0.4 * h, 0.3 * length),
                (0, 1.3 * top, 0.26 * length),
                (0, 1.1 * top, -0.4 * length),
                (0, 1.15 * top, -0.52 * length),
                (0, 0.35 * h, -0.42 * length),
            ]
        )
        design.add("handle", sweep(path, 0.019, sides=12), grip)
        design.add("heel", box(0.7 * w, 0.5 * h, 0.02, bevel=0.005).moved(0, 0.05 * h, -0.48 * length), grip)
        design.add("dial", cylinder(0.024, 0.02, segments=18).moved(0, 0.48 * h, -0.06 * length), trim)
        design.add("spray", cylinder(0.008, 0.02, segments=10).rotated("x", 60).moved(0, 0.46 * h, 0.28 * length), trim)
        design.add("water tank", loft([at(0.5, 0.3 * h, z=0.1 * length), at(0.4, 0.56 * h, z=0.1 * length)]), GLASS)
        design.features.append("a dial")
    if kind == "steam":
        cord = curve(
            [
                (0, 0.75 * top, -0.5 * length),
                (0, 0.5 * h, -0.9 * length),
                (0.1, 0, -0.7 * length),
                (0.25, 0, -1.0 * length),
                (0.05, 0.01, -1.4 * length),
            ],
            steps=26,
        )
        design.add("cord", sweep(cord, 0.004, sides=6), BLACK)
        design.features.append("a cord")
    return design


@category("air conditioner", family="household", also=("air conditioning unit",))
def air_conditioner(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.75, 1.0), p.real("height", 0.26, 0.34), p.real("depth", 0.2, 0.27)
    kind, slats = p.choice("kind", ["split wall", "outdoor", "window", "portable"]), p.whole("slats", 5, 12)
    paint, trim = (
        p.material("paint", [WHITE, PLASTICS[11], APPLIANCE[3], RETRO[3]]),
        p.material("trim", [GREY, BLACK, CHROME]),
    )
    flap, radius = p.real("flap", 20, 65), p.real("rounding", 0.02, 0.08)
    design = Design([kind, paint.name], [])
    face = d / 2
    if kind == "split wall":
        body = extrude(rounded(h, d, radius), w).rotated("z", 90).moved(w / 2, h / 2)
        design.add("body", body, paint)
        design.add("outlet", box(0.92 * w, 0.03, 0.02).moved(0, 0.06 * h, face - 0.05 * d - 0.012), BLACK)
        design.add("flap", box(0.92 * w, 0.006, 0.07).rotated("x", flap).moved(0, 0.08 * h, face - 0.01), paint)
        design.add(
            "slat", row(box(0.9 * w, 0.005, 0.006), slats, step=(0, 0, 0.7 * d / slats)).moved(y=h - 0.002), trim
        )
        design.add(
            "fin", row(box(0.004, 0.03, 0.02), 10, step=(0.085 * w, 0, 0)).moved(0, 0.06 * h, face - 0.05 * d), trim
        )
        design.add("seam", box(0.99 * w, 0.004, 0.004).moved(0, 0.3 * h, face - 0.001), GREY)
        design.add("display", box(0.06, 0.025, 0.004).moved(0.36 * w, 0.5 * h, face), SCREEN)
        design.add("logo", box(0.08, 0.015, 0.004).moved(-0.36 * w, 0.75 * h, face), trim)
        design.features = ["an open flap", "a small display"]
    elif kind == "outdoor":
        tall, deep = 2.1 * h, 1.2 * d
        r = 0.4 * tall
        design.add("body", front(w, tall, deep, 0.015).moved(y=0.06), paint)
        design.add("foot", row(box(0.06, 0.07, 1.2 * deep), 2, step=(0.7 * w, 0, 0)), BLACK)
        x = -0.14 * w
        hole = Material("dark opening", (0.13, 0.13, 0.14))
        design.add("opening", disc(r, 0.006, segments=32).moved(x, 0.06 + tall / 2, deep / 2), hole)
        blade = sphere(0.5, segments=10).scaled(0.75 * r, 0.01, 0.45 * r).moved(0.5 * r)
        design.add("fan", around(blade, 3).rotated("x", 90).moved(x, 0.06 + tall / 2, deep / 2 + 0.006), GREY)
        design.add(
            "guard",
            join(*(ring(r * i / slats, 0.004, segments=24) for i in range(2, slats + 1))).moved(
                x, 0.06 + tall / 2, deep / 2 + 0.02
            ),
            paint,
        )
        design.add(
            "guard",
            around(box(2 * r, 0.008, 0.008), 3, sweep=180).rotated("x", 90).moved(x, 0.06 + tall / 2, deep / 2 + 0.02),
            paint,
        )
        design.add("grip", box(0.16 * w, 0.08, 0.01).moved(0.37 * w, 0.06 + 0.7 * tall, deep / 2), trim)
        design.add("label", box(0.16 * w, 0.1, 0.004).moved(0.37 * w, 0.06 + 0.3 * tall, deep / 2), PLASTICS[1])
        design.features = ["a round fan behind a guard"]
    else:
        tall, wide, deep = (1.35 * h, 0.68 * w, 2.0 * d) if kind == "window" else (2.4 * h, 0.45 * w, 1.5 * d)
        y = 0.0 if kind == "window" else 0.05
        face = deep / 2
        design.add("body", front(wide, tall, deep, min(radius, 0.04)).moved(y=y), paint)
        low, share = (0.1, 0.8) if kind == "window" else (0.62, 0.3)
        grille = row(box(0.64 * wide, 0.45 * share * tall / slats, 0.012), slats, step=(0, share * tall / slats, 0))
        design.add("opening", box(0.68 * wide, share * tall, 0.006).moved(-0.1 * wide, y + low * tall, face), BLACK)
        design.add("slat", grille.moved(-0.1 * wide, y + (low + share / 2) * tall - 0.01, face + 0.004), paint)
        design.add(
            "panel",
            box(0.18 * wide, 0.8 * share * tall, 0.006).moved(0.37 * wide, y + (low + 0.1 * share) * tall, face),
            trim,
        )
        design.add(
            "knob",
            row(disc(0.022, 0.025, segments=14), 2, step=(0, 0.35 * share * tall, 0)).moved(
                0.37 * wide, y + (low + share / 2) * tall, face
            ),
            WHITE,
        )
        side = row(box(0.012, 0.012, 0.5 * deep), slats, step=(0, 0.7 * tall / slats, 0)).moved(
            wide / 2, y + tall / 2, -0.18 * deep
        )
        design.add("vent", side + side.scaled(-1, 1, 1), BLACK)
        design.features = ["slats in front", "two knobs"]
        if kind == "portable":
            design.add("castor", corners(sphere(0.03, segments=10).moved(y=0.03), 0.38 * wide, 0.38 * deep), BLACK)
            t = np.arange(30)
            path = curve(
                [
                    (0, 0.7 * tall, -0.45 * deep),
                    (0, 0.7 * tall, -deep),
                    (0, 0.6 * tall, -1.1 * deep),
                    (0, 1.3 * tall, -1.4 * deep),
                ],
                steps=30,
            )
            design.add("hose", sweep(path, 0.065 + 0.008 * np.cos(np.pi * t), sides=14), PLASTICS[11])
            design.features.append("an exhaust hose")
        else:
            curtain_ = row(box(0.012, 0.95 * tall, 0.02), 5, step=(0.03, 0, 0)).moved(0.62 * wide, y)
            design.add(
                "side panel",
                curtain_ + curtain_.scaled(-1, 1, 1) + row(box(0.16, 0.96 * tall, 0.008), 2, step=(1.2 * wide, 0, 0)),
                paint,
            )
    return design


@category("mirror", family="household", also=("looking glass",))
def mirror(p: Parameters) -> Design:
    w, ratio, rim = p.real("width", 0.4, 0.7), p.real("ratio", 1.0, 1.8), p.real("rim", 0.03, 0.07)
    kind, shape = (
        p.choice("kind", ["wall", "standing", "table"]),
        p.choice("outline", ["oval", "rectangular", "arched"]),
    )
    frame, silver = p.material("frame", [*WOODS, BRASS, BLACK_METAL, CHROME]), Material("silvered", (0.78, 0.86, 0.90))
    beads, lean = p.whole("beads", 0, 24), p.real("lean", 5, 15)
    ratio = max(ratio, 1.3) * 1.7 if kind == "standing" else ratio
    w = 0.5 * w if kind == "table" else w
    rim, h = rim * w / 0.5, w * ratio
    a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    ellipse = np.stack([0.5 * np.cos(a), 0.5 * np.sin(a)], 1)
    arch = np.where(ellipse[:, 1:] < 0, np.sign(ellipse) * 0.5 * np.abs(2 * ellipse) ** 0.12, ellipse)
    unit = {"oval": ellipse, "rectangular": rounded(1, 1, 0.03, steps=10), "arched": arch}[shape]
    outer, inner = unit * (w, h), unit * (w - 2 * rim, h - 2 * rim)
    face = extrude(outer * (1, -1), 0.03, hole=inner * (1, -1)).rotated("x", 90)
    glass = extrude(1.01 * inner * (1, -1), 0.016).rotated("x", 90)
    back = extrude(0.98 * outer * (1, -1), 0.01).rotated("x", 90).moved(z=-0.008)
    y = h / 2 + (0.25 * w if kind == "table" else 0.06 if kind == "standing" else 0)

    def place(solid: Solid) -> Solid:
        return solid.rotated("x", -lean if kind != "wall" else 0).moved(y=y)

    design = Design([shape, kind], [f"{an(frame.name)} frame"])
    design.add("frame", place(face + back), frame)
    design.add("glass", place(glass), silver)
    shine = box(0.04 * w, 0.5 * min(w, h), 0.002).moved(0, -0.25 * min(w, h)).rotated("z", -35)
    design.add("glass", place(shine.moved(-0.06 * w, 0, 0.016) + shine.moved(0.06 * w, 0, 0.016)), WHITE)
    if beads:
        middle = (outer + inner) / 2
        spots = [middle[int(i * len(middle) / beads)] for i in range(beads)]
        design.add("bead", place(join(*(sphere(0.22 * rim, segments=8).moved(u, v, 0.03) for u, v in spots))), frame)
        design.features.append("beads on the frame")
    if kind == "standing":
        post = row(cylinder(0.02, 0.62 * h, segments=12), 2, step=(w + 0.08, 0, 0)) + row(
            box(0.05, 0.03, 0.45), 2, step=(w + 0.08, 0, 0)
        )
        design.add(
            "stand",
            post
            + sweep([(-w / 2 - 0.04, y, 0), (w / 2 + 0.04, y, 0)], 0.012)
            + box(w + 0.08, 0.04, 0.03).moved(y=0.06),
            frame,
        )
    elif kind == "table":
        yoke = sweep(arc(1, 180, 360, points=16) * (w / 2 + 0.012, h / 2 + 0.02, 1) + (0, y, -0.01), 0.008)
        design.add(
            "stand",
            yoke + cylinder(0.012, 0.25 * w, segments=12) + turned([(1, 0), (0.9, 0.5), (0.2, 1)], 0.35 * w, 0.03),
            frame,
        )
    return design


@category("rug", family="household", also=("carpet",))
def rug(p: Parameters) -> Design:
    length, ratio, thick = p.real("length", 1.5, 2.6), p.real("ratio", 0.5, 0.75), p.real("thickness", 0.008, 0.02)
    kind, borders = p.choice("kind", ["oriental", "striped", "round", "checked"]), p.whole("borders", 1, 3)
    wool = (*FABRICS[:5], FABRICS[7], Material("burgundy", (0.45, 0.10, 0.14)), Material("teal", (0.13, 0.42, 0.44)))
    ground, second, third = p.material("ground", wool), p.material("second", wool), p.material("third", wool)
    fringe, count = p.choice("fringe", ["yes", "no"]), p.whole("motifs", 4, 9)
    w, y = length * ratio, thick
    design = Design([kind, ground.name], [f"{second.name} patterns"])
    if kind == "round":
        r = 0.35 * length
        for i in range(2 * borders + 3):
            tone = (ground, second, third)[i % 3]
            design.add("ring", cylinder(r * (1 - i / (2 * borders + 3)), thick + 0.003 * i, segments=40), tone)
        return design
    design.add("pile", slab(length, thick, w, 0.01), ground)
    edge = 0.08 * w
    for i in range(borders):
        a, b, gap = length - 2 * edge * (i + 0.5), w - 2 * edge * (i + 0.5), 0.35 * edge
        frame = extrude(rounded(a, b, 0.002, steps=2), 0.003, hole=rounded(a - 2 * gap, b - 2 * gap, 0.002, steps=2))
        design.add("border", frame.moved(y=y), (second, third)[i % 2])
    a, b = length - 2 * edge * (borders + 0.5), w - 2 * edge * (borders + 0.5)
    if kind == "striped":
        design.add("stripe", row(box(0.5 * a / count, 0.003, b), count, step=(a / count, 0, 0)).moved(y=y), second)
        design.add("stripe", row(box(0.15 * a / count, 0.005, b), count, step=(a / count, 0, 0)).moved(y=y), third)
    elif kind == "checked":
        tile = box(0.98 * a / count, 0.003, 0.98 * b / 4)
        cells = [(i, j) for i in range(count) for j in range(4) if (i + j) % 2]
        design.add(
            "check",
            join(*(tile.moved((i + 0.5) * a / count - a / 2, y, (j + 0.5) * b / 4 - b / 2) for i, j in cells)),
            second,
        )
    else:
        diamond = cylinder(1, 0.003, segments=4)
        for i, tone in enumerate((second, third, ground, second)):
            design.add(
                "medallion",
                cylinder(1, 0.003 + 0.002 * i, segments=16)
                .scaled(a * (0.34 - 0.08 * i), 1, b * (0.4 - 0.1 * i))
                .moved(y=y),
                tone,
            )
        design.add("motif", corners(diamond.scaled(0.09 * a, 1, 0.13 * b).moved(y=y), 0.38 * a, 0.33 * b), third)
        design.add(
            "motif",
            row(
                row(diamond.scaled(0.3 * a / count, 1.2, 0.025 * b), count, step=(a / count, 0, 0)),
                2,
                step=(0, 0, 0.92 * b),
            ).moved(y=y),
            second,
        )
    tassel = row(box(0.06, 0.004, 0.008), 30, step=(0, 0, 0.98 * w / 30))
    if fringe == "yes":
        design.add("fringe", tassel.moved(length / 2 + 0.028) + tassel.moved(-length / 2 - 0.028), FABRICS[4])
        design.features.append("a fringe at both ends")
    return design


@category("curtain", family="household", also=("curtains", "drapes"))
def curtain(p: Parameters) -> Design:
    w, h, folds = p.real("width", 1.2, 2.0), p.real("height", 1.4, 2.4), p.whole("folds", 4, 8)
    kind, pleat = p.choice("kind", ["tied-back", "hanging", "drawn"]), p.real("pleat", 0.02, 0.05)
    cloth, rod = p.material("cloth", LINEN), p.material("rod", [*WOODS, BRASS, BLACK_METAL])
    knob, hem = p.choice("finial", ["ball", "cone"]), p.material("hem", [FABRICS[7], WHITE, *FABRICS[:2]])
    design = Design([kind, cloth.name], [f"{an(rod.name)} rod", "two panels"])
    share = {"tied-back": 0.48, "hanging": 0.3, "drawn": 0.5}[kind] * w

    def panel(low: float, high: float) -> Solid:
        t = np.linspace(0, 1, 6 * folds)
        rings = []
        for s in np.linspace(low, high, 9 if high == 1 else 2):
            pinch = 1 - 0.68 * np.exp(-(((s - 0.4) / 0.22) ** 2)) if kind == "tied-back" else 1.0
            x, z = -w / 2 + share * pinch * t, pleat * np.sin(2 * np.pi * folds * t)
            both = np.concatenate([np.stack([x, z + 0.004], 1), np.stack([x, z - 0.004], 1)[::-1]])[::-1]
            rings.append(np.stack([both[:, 0], np.full(len(both), s * h), both[:, 1]], 1))
        return loft(rings, closed_ends=False)

    one, foot = panel(0.04, 1), panel(0, 0.04)
    design.add("panel", one + one.scaled(-1, 1, 1), cloth)
    design.add("hem", foot + foot.scaled(-1, 1, 1), hem)
    design.add("rod", cylinder(0.016, 1.16 * w).moved(y=-0.58 * w).rotated("z", 90).moved(0, h + 0.02), rod)
    end = (
        sphere(0.04, segments=12)
        if knob == "ball"
        else cylinder(0.03, 0.09, top_radius=0.004, segments=14).rotated("z", -90)
    )
    design.add("finial", end.moved(0.58 * w, h + 0.02) + end.moved(0.58 * w, h + 0.02).scaled(-1, 1, 1), rod)
    places = [(-w / 2 + share * (i + 0.5) / folds) for i in range(folds)]
    hoop = torus(0.026, 0.005, segments=10, sides=4).rotated("z", 90)
    design.add("ring", join(*(hoop.moved(s * x, h + 0.012) for x in places for s in (1, -1))), rod)
    if kind == "tied-back":
        tie = (
            torus(1, 0.03, segments=24, sides=6)
            .scaled(0.18 * share, 1, pleat + 0.015)
            .moved(-w / 2 + 0.17 * share, 0.4 * h)
        )
        design.add("tie", tie + tie.scaled(-1, 1, 1), hem)
        design.features.append("ties")
    return design


@category("pillow", family="household", also=("cushion",))
def pillow(p: Parameters) -> Design:
    w, h, ratio = p.real("width", 0.4, 0.6), p.real("thickness", 0.1, 0.18), p.real("ratio", 0.6, 0.75)
    kind, decor = (
        p.choice("kind", ["throw", "bed", "bolster", "round"]),
        p.choice("decor", ["stripes", "button", "plain"]),
    )
    cloth, second = p.material("cloth", LINEN), p.material("second", [*FABRICS[:5], FABRICS[7], WHITE])
    stripes, plump = p.whole("stripes", 2, 6), p.real("plump", 0.55, 0.75)
    d = {"throw": w, "bed": 0.9 * ratio * w * 1.1, "bolster": 0.4 * w, "round": w}[kind]
    w = 1.3 * w if kind in ("bed", "bolster") else w
    design = Design([kind, cloth.name], [])
    if kind == "bolster":
        r = d / 2
        design.add(
            "body",
            lathe([(0.1 * r, 0), (0.9 * r, 0.02), (r, 0.06), (r, w - 0.06), (0.9 * r, w - 0.02), (0.1 * r, w)])
            .moved(y=-w / 2)
            .rotated("z", 90),
            cloth,
        )
        design.add("piping", row(torus(0.93 * r, 0.008).rotated("z", 90), 2, step=(w - 0.05, 0, 0)), second)
        design.add("button", row(cylinder(0.03, 0.02).moved(y=-0.01).rotated("z", 90), 2, step=(w, 0, 0)), second)
        if decor == "stripes":
            design.add(
                "stripe",
                row(cylinder(1.01 * r, 0.03).moved(y=-0.015).rotated("z", 90), stripes, step=(0.8 * w / stripes, 0, 0)),
                second,
            )
        design.features = [f"{second.name} piping"]
        return design
    u = np.linspace(-1, 1, 22)
    x, z = (g.ravel() for g in np.meshgrid(u, u))
    if kind == "round":
        x, z = x * np.sqrt(1 - z * z / 2), z * np.sqrt(1 - x * x / 2)
        high = np.clip(1 - x * x - z * z, 0, 1) ** plump
    else:
        high = ((1 - x**4) * (1 - z**4)) ** plump
        x, z = x * (1 - 0.07 * (1 - z * z)), z * (1 - 0.07 * (1 - x * x))
    if decor == "button":
        high = high * (1 - 0.5 * np.exp(-(x * x + z * z) / 0.03))
    k = np.arange(21 * 21)
    a = k // 21 * 22 + k % 21
    quads = np.concatenate([np.stack([a, a + 22, a + 1], 1), np.stack([a + 1, a + 22, a + 23], 1)])
    top = Solid(np.stack([x * w / 2, high * h / 2, z * d / 2], 1), quads)
    tilt = -65 if kind != "bed" else 0
    soft = top + top.scaled(1, -1, 1)
    if decor == "stripes":
        stripe = (np.floor((top.vertices[top.faces].mean(1)[:, 0] / w + 0.5) * (2 * stripes + 1)) % 2) > 0
        both = np.concatenate([stripe, stripe])
        design.add("body", Solid(soft.vertices, soft.faces[~both]).rotated("x", -tilt), cloth)
        design.add("stripe", Solid(soft.vertices, soft.faces[both]).rotated("x", -tilt), second)
        design.features = [f"{second.name} stripes"]
        return design
    design.add("body", soft.rotated("x", -tilt), cloth)
    if decor == "button":
        knob = sphere(0.022, segments=12).scaled(1, 0.5, 1).moved(y=0.26 * h)
        design.add("button", (knob + knob.scaled(1, -1, 1)).rotated("x", -tilt), second)
        design.features = [f"{an(second.name)} button"]
    else:
        edge = np.concatenate(
            [top.vertices[i] for i in (range(21), range(21, 483, 22), range(483, 462, -1), range(462, 0, -22))]
        )
        design.add("piping", sweep(edge, 0.006, sides=6, closed=True).rotated("x", -tilt), second)
        design.features = [f"{second.name} piping"]
    return design


@category("mattress", family="household")
def mattress(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.9, 2.1), p.real("width", 0.8, 1.8), p.real("height", 0.16, 0.32)
    rows_, tufts = p.whole("tufts", 3, 7), p.choice("top", ["tufted", "quilted", "striped"])
    cloth = p.material("cloth", [WHITE, LINEN[1], FABRICS[4], Material("light grey", (0.80, 0.81, 0.83))])
    side, trim = (
        p.material("side", [WHITE, GREY, LINEN[1], FABRICS[1], FABRICS[4]]),
        p.material("piping", [PLASTICS[1], GREY, FABRICS[7], WHITE]),
    )
    design = Design(["double" if w > 1.3 else "single", tufts], [f"{trim.name} piping", f"{an(side.name)} side"])
    r = 0.09
    design.add("side", slab(w, h, length, r), side)
    design.add(
        "top",
        loft(
            [
                level(w - 0.01, length - 0.01, r, h - 0.002),
                level(w - 0.04, length - 0.04, r, h + 0.02),
                level(0.9 * w, 0.9 * length, r, h + 0.03),
            ]
        ),
        cloth,
    )
    edge = level(w, length, r, 0)
    design.add("piping", join(*(sweep(np.add(edge, (0, y, 0)), 0.011, sides=6, closed=True) for y in (0.01, h))), trim)
    n = min(9, round(rows_ * length / w))
    if tufts == "tufted":
        knob = sphere(0.022, segments=6).scaled(1, 0.4, 1)
        design.add(
            "tuft",
            row(row(knob, rows_, step=(0.85 * w / rows_, 0, 0)), n, step=(0, 0, 0.87 * length / n)).moved(y=h + 0.029),
            trim,
        )
    elif tufts == "quilted":
        lines = row(box(0.01, 0.004, 0.88 * length), rows_, step=(0.85 * w / rows_, 0, 0)) + row(
            box(0.88 * w, 0.004, 0.01), n, step=(0, 0, 0.87 * length / n)
        )
        design.add("seam", lines.moved(y=h + 0.029), trim)
    else:
        design.add(
            "stripe",
            row(box(0.3 * w / rows_, 0.004, 0.89 * length), rows_, step=(0.88 * w / rows_, 0, 0)).moved(y=h + 0.029),
            trim,
        )
    design.add(
        "handle",
        row(
            sweep(arc(1, 0, 180, points=8) * (0.1, 0.03, 1), 0.01, sides=6).rotated("x", 90).rotated("y", 90),
            2,
            step=(0, 0, 0.8),
        ).moved(w / 2, h / 2),
        trim,
    )
    design.add("label", box(0.16, 0.5 * h, 0.004).moved(0.25 * w, 0.25 * h, length / 2 + 0.001), PLASTICS[1])
    return design


@category("candle", family="household")
def candle(p: Parameters) -> Design:
    r, h, lit = p.real("radius", 0.03, 0.045), p.real("height", 0.08, 0.16), p.choice("flame", ["lit", "unlit"])
    kind, count = p.choice("kind", ["pillar", "jar", "taper", "tea light"]), p.whole("candles", 1, 3)
    wax = p.material(
        "wax",
        [
            WAX,
            WHITE,
            PLASTICS[0],
            Material("ivory", (0.93, 0.88, 0.74)),
            Material("burgundy", (0.45, 0.08, 0.13)),
            LINEN[2],
        ],
    )
    holder, drip = p.material("holder", [BRASS, STEEL, GLASS, CERAMICS[0], WOODS[1]]), p.real("drip", 0.2, 0.6)
    n = count if kind == "pillar" else 1
    design = Design([wax.name, kind, lit], [f"{'a flame' if lit == 'lit' else 'a wick'}"])
    for i in range(n):
        x, z, tall = (0.0, 0.0, h) if n == 1 else (2.1 * r * (i - (n - 1) / 2), r * (i % 2), h * (1 - 0.25 * i))
        rad, y = r, 0.0
        if kind == "taper":
            rad, tall, y = 0.3 * r, 1.8 * h, 0.05
            design.add(
                "holder",
                turned([(1.4, 0), (1.4, 0.15), (0.5, 0.25), (0.3, 0.5), (0.55, 0.7), (0.45, 1)], r, 0.075),
                holder,
            )
            design.add("grip", torus(0.6 * r, 0.1 * r, segments=16).rotated("x", 90).moved(1.7 * r, 0.6 * r), holder)
        elif kind == "tea light":
            rad, tall = 0.65 * r, 0.02
            design.add("cup", turned([(1, 0), (1, 1), (0.94, 1), (0.94, 0.2)], 0.68 * r, 0.021), STEEL)
        elif kind == "jar":
            tall = 0.7 * h
            design.add("jar", turned([(1, 0), (1.08, 0.05), (1.08, 1), (1.03, 1), (1.03, 0.7)], r, h), GLASS)
            design.add("label", cylinder(1.1 * r, 0.3 * h, segments=28).moved(y=0.2 * h), holder)
        else:
            design.add("plate", turned([(1.25, 0), (1.45, 1), (1.3, 1), (1, 0.4)], r, 0.012).moved(x, 0, z), holder)
            y = 0.005
        spot = turned([(1, 0), (1, 0.97), (0.93, 1), (0.7, 0.975)], rad, tall).moved(x, y, z)
        design.add("wax", spot, wax)
        if kind in ("pillar", "taper"):
            runs = [
                sweep(
                    [
                        (rad, tall * 0.98, 0),
                        (1.03 * rad, tall * (1 - 0.5 * drip), 0),
                        (1.03 * rad, tall * (1 - drip), 0),
                    ],
                    [0.1 * rad, 0.12 * rad, 0.18 * rad],
                ).rotated("y", a)
                for a in (-70, 40, 170)
            ]
            design.add("drip", join(*runs).moved(x, y, z), wax)
        design.add("wick", cylinder(0.0015, 0.014, segments=6).moved(x, y + tall * 0.97, z), BLACK)
        if lit == "lit":
            design.add("flame", flame(0.032).moved(x, y + tall + 0.006, z), FLAME)
            design.add("glow", flame(0.016).scaled(1, 1, 1.9).moved(x, y + tall + 0.008, z), LIT)
    return design


@category("candlestick", family="household", also=("candle holder", "candelabra"))
def candlestick(p: Parameters) -> Design:
    h, r, arms = p.real("height", 0.16, 0.34), p.real("foot", 0.05, 0.075), p.whole("side_arms", 0, 4)
    metal, wax = (
        p.material("metal", [BRASS, Material("silver", (0.80, 0.80, 0.82)), BLACK_METAL, WOODS[1], GLASS]),
        p.material("wax", [WAX, WHITE, PLASTICS[0]]),
    )
    knots, tall, lit = p.whole("knots", 1, 4), p.real("candle", 0.08, 0.2), p.choice("flame", ["lit", "unlit"])
    spread = p.real("spread", 0.09, 0.14)
    design = Design(
        [metal.name, "branched" if arms else "single"], [f"{number_word(arms + 1)} {lit} candle{'s' * (arms > 0)}"]
    )
    t = np.linspace(0, 1, 10 * knots + 1)
    shaft = [(0.2 + 0.13 * np.cos(2 * np.pi * knots * a) * (1 - 0.3 * a), 0.12 + 0.86 * a) for a in t]
    design.add("foot", turned([(1, 0), (1, 0.03), (0.8, 0.06), (0.35, 0.1), (0.3, 0.13)], r, h), metal)
    design.add("shaft", turned([(float(a), float(b)) for a, b in shaft], r, h), metal)
    cup = turned([(0.35, 0), (0.8, 0.5), (1, 0.8), (0.9, 1), (0.5, 0.9)], 0.022, 0.03)
    stick = cylinder(0.011, tall, top_radius=0.009, segments=14).moved(y=0.022)
    tops = [(0.0, h, 0.0)]
    for i in range(arms):
        a = 2 * np.pi * i / arms
        end = (spread * np.cos(a), 0.92 * h, spread * np.sin(a))
        low = (1.2 * end[0], 0.35 * h, 1.2 * end[2])
        design.add(
            "arm", sweep(curve([(0, 0.6 * h, 0), (0.6 * end[0], 0.35 * h, 0.6 * end[2]), low, end]), 0.006), metal
        )
        tops.append(end)
    for x, y, z in tops:
        design.add("cup", cup.moved(x, y - 0.01, z), metal)
        design.add("candle", stick.moved(x, y - 0.01, z), wax)
        design.add("wick", cylinder(0.001, 0.01, segments=5).moved(x, y + tall + 0.008, z), BLACK)
        if lit == "lit":
            design.add("flame", flame(0.03).moved(x, y + tall + 0.014, z), FLAME)
    return design


@category("chandelier", family="household", also=("hanging lamp",))
def chandelier(p: Parameters) -> Design:
    r, arms, h = p.real("radius", 0.3, 0.5), p.whole("arms", 5, 8), p.real("height", 0.35, 0.55)
    kind, lamp = p.choice("kind", ["candle", "crystal", "ring"]), p.choice("lamp", ["candle", "shade", "globe"])
    metal, shade = (
        p.material("metal", [BRASS, BLACK_METAL, CHROME, COPPER]),
        p.material("shade", [FABRICS[4], WHITE, FABRICS[0], LIT]),
    )
    chain, curl = p.real("chain", 0.2, 0.5), p.real("curl", 0.3, 0.7)
    design = Design(
        [metal.name, kind], [f"{number_word(arms)} arms", f"{'bulbs like candles' if lamp == 'candle' else f'{lamp}s'}"]
    )
    if kind == "ring":
        design.add("wheel", torus(r, 0.018, segments=36, sides=6), metal)
        design.add("chain", around(sweep([(r, 0, 0), (0.02, h, 0)], 0.005, sides=5), 3), metal)
        design.add("spoke", around(sweep([(0, 0, 0), (r, 0, 0)], 0.008, sides=5), arms), metal)
        design.add("hub", sphere(0.035, segments=12), metal)
    else:
        column = [(0.1, -0.3), (0.7, -0.22), (1, -0.1), (0.4, 0), (0.3, 0.3), (0.7, 0.5), (0.3, 0.65), (0.15, 1)]
        design.add("column", turned(column, 0.06, h), metal)
        path = curve([(0.03, 0.02, 0), (0.3 * r, -curl * h, 0), (1.1 * r, -curl * h, 0), (r, 0.02, 0)], steps=13)
        design.add("arm", around(sweep(path, 0.009, sides=6), arms), metal)
    if kind == "crystal":
        drop = lathe([(0.001, -0.06), (0.014, -0.025), (0.001, 0)], segments=6)
        design.add(
            "crystal",
            around(drop.moved(r, 0.0), arms)
            + around(drop.moved(0.55 * r, -0.7 * curl * h + 0.05), arms)
            + drop.scaled(2, 2, 2).moved(y=-0.28 * h),
            GLASS,
        )
        string = sweep(
            curve([(0.02, 0.9 * h, 0), (0.3 * r, 0.1 * h, 0), (0.95 * r, 0.05 * h, 0)], steps=8), 0.007, sides=4
        )
        design.add("crystal", around(string, arms), GLASS)
    stand = turned([(0.3, 0), (1, 0.6), (1, 1)], 0.03, 0.03)
    light = {
        "candle": cylinder(0.011, 0.08, segments=8).moved(y=0.025),
        "shade": cylinder(0.062, 0.075, top_radius=0.035, segments=12).moved(y=0.06),
        "globe": sphere(0.05, segments=8).moved(y=0.07),
    }[lamp]
    design.add("cup", around(stand.moved(r), arms), metal)
    design.add("lamp", around(light.moved(r), arms), WAX if lamp == "candle" else shade)
    if lamp != "globe":
        design.add("bulb", around(flame(0.05).moved(r, 0.1), arms), LIT)
    link = torus(0.014, 0.003, segments=8, sides=4).rotated("x", 90).scaled(1, 1.5, 1)
    n = max(4, int(chain / 0.036))
    design.add(
        "chain", join(*(link.rotated("y", 90 * (i % 2)).moved(y=h + 0.015 + 0.036 * i) for i in range(n))), metal
    )
    design.add("ceiling cup", turned([(0.3, 0), (1, 0.7), (1, 1)], 0.06, 0.035).moved(y=h + 0.036 * n - 0.01), metal)
    return design


@category("lantern", family="household", also=("oil lamp",))
def lantern(p: Parameters) -> Design:
    r, h, kind = (
        p.real("radius", 0.06, 0.1),
        p.real("height_ratio", 2.2, 3.2),
        p.choice("kind", ["square", "hexagonal", "hurricane"]),
    )
    metal = p.material("metal", [BLACK_METAL, BRASS, COPPER, *RETRO[:1], WHITE, STEEL, METALS[5]])
    tilt, roof = p.real("handle_angle", 0, 70), p.real("roof", 0.4, 0.8)
    bars, wax = p.whole("bars", 0, 3), p.material("candle", [WAX, WHITE, PLASTICS[0]])
    design = Design([kind, metal.name], [])
    tall = h * r
    handle = sweep(arc(0.8 * r, 0, 180, points=16), 0.005, sides=6).rotated("x", tilt)
    if kind == "hurricane":
        design.add("tank", turned([(0.9, 0), (1.1, 0.2), (1.1, 0.7), (0.5, 1)], r, 0.28 * tall), metal)
        design.add("burner", cylinder(0.45 * r, 0.1 * tall, top_radius=0.6 * r).moved(y=0.27 * tall), BRASS)
        design.add(
            "globe",
            turned([(0.5, 0), (0.8, 0.35), (0.65, 0.75), (0.45, 1)], r, 0.4 * tall).moved(y=0.36 * tall),
            Material("glowing", (0.95, 0.86, 0.60)),
        )
        tube_ = curve(
            [(1.0 * r, 0.15 * tall, 0), (1.6 * r, 0.2 * tall, 0), (1.3 * r, 0.85 * tall, 0), (0.4 * r, 0.9 * tall, 0)]
        )
        design.add("frame", sweep(tube_, 0.09 * r) + sweep(tube_ * (-1, 1, -1), 0.09 * r), metal)
        design.add(
            "chimney",
            turned([(0.6, 0), (0.6, 0.4), (0.8, 0.5), (0.5, 0.8), (0.15, 1)], r, 0.3 * tall * (0.6 + roof)).moved(
                y=0.75 * tall
            ),
            metal,
        )
        wires = join(
            *(torus(0.83 * r, 0.004, segments=20, sides=5).moved(y=tall * (0.45 + 0.06 * i)) for i in range(bars + 1))
        )
        design.add("guard", wires, metal)
        design.add("handle", handle.scaled(1.6, 1.9, 1.9).moved(y=0.72 * tall), STEEL)
        design.features = ["a glowing glass", "a wire handle"]
        return design
    n = 4 if kind == "square" else 6
    frame = cylinder(1.05 * r, 0.1 * r, segments=n)
    design.add("base", cylinder(1.2 * r, 0.1 * r, segments=n) + frame.moved(y=0.09 * r), metal)
    design.add("post", around(box(0.1 * r, tall, 0.1 * r).moved(0.97 * r), n), metal)
    side = r * np.cos(np.pi / n)
    for i in range(bars):
        rod = sweep(
            [
                (0.97 * r * np.cos(a), tall * (i + 1) / (bars + 1), 0.97 * r * np.sin(a))
                for a in 2 * np.pi * np.arange(n) / n
            ],
            0.03 * r,
            sides=5,
            closed=True,
        )
        design.add("bar", rod, metal)
    design.add(
        "roof",
        frame.moved(y=tall)
        + lathe(
            [
                (1.25 * r, 0),
                (0.45 * r, roof * r),
                (0.45 * r, (roof + 0.2) * r),
                (0.55 * r, (roof + 0.22) * r),
                (0.05 * r, (roof + 0.5) * r),
            ],
            segments=n,
        ).moved(y=tall + 0.08 * r),
        metal,
    )
    design.add("candle", cylinder(0.45 * side, 0.45 * tall).moved(y=0.15 * r), wax)
    design.add("flame", flame(0.22 * tall).moved(y=0.47 * tall + 0.13 * r), FLAME)
    design.add("handle", handle.moved(y=tall + (roof + 0.4) * r), metal)
    design.features = ["a candle inside", "a ring handle"]
    return design


@category("bunk bed", family="household", also=("double-decker bed", "bed"))
def bunk_bed(p: Parameters) -> Design:
    length, w, h = p.real("length", 1.9, 2.1), p.real("width", 0.8, 1.0), p.real("height", 1.5, 1.8)
    frame = p.material("frame", [*WOODS, BLACK_METAL, PLASTICS[0], PLASTICS[1], STEEL])
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
    outline = {"teardrop": [(0.7, 0), (1, 0.12), (1, 0.3), (0.75, 0.6), (0.3, 0.9), (0.1, 0.99), (0, 1)],
               "chair": [(0.75, 0), (1, 0.14), (0.98, 0.35), (0.8, 0.65), (0.55, 0.9), (0.3, 0.99), (0, 1)],
               "round": [(0.7, 0), (1, 0.25), (0.98, 0.5), (0.8, 0.8), (0.5, 0.95), (0.2, 1), (0, 0.98)]}[kind]  # fmt: skip
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
        foot = curve([(0, 0.3, 0), (0.15, 0.3, 0), (0.2, 0.02, 0), (0.3, 0.015, 0)], steps=10)
        design.add("leg", around(sweep(foot, 0.018), legs), wood)
    else:
        design.add("base", turned([(1, 0), (1, 0.4), (0.4, 0.7), (0.1, 1)], 0.2 + 0.02 * legs, 0.06), wood)
    for y, n, turn in ((0.88 * h, hooks, 0.0), (0.7 * h, hooks // 2, 30.0)):
        path = curve(
            [(0, y - 0.1, 0), (reach, y - 0.12, 0), (0.8 * reach, y + 0.02, 0), (reach, y + 0.08, 0)], steps=10
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


@category("fireplace", family="household", also=("hearth",))
def fireplace(p: Parameters) -> Design:
    w, h, d = p.real("width", 1.2, 1.7), p.real("height", 1.0, 1.3), p.real("depth", 0.35, 0.5)
    kind, logs = p.choice("opening", ["square", "arched"]), p.whole("logs", 3, 6)
    stone = p.material("surround", [STONES[1], STONES[2], STONES[4], STONES[3], STONES[0], WOODS[4]])
    shelf, fire = p.material("mantel", [*WOODS, STONES[4], STONES[3]]), p.choice("fire", ["burning", "cold"])
    share, flue = p.real("opening_share", 0.45, 0.6), p.choice("chimney", ["yes", "no"])
    design = Design([stone.name, kind], [f"{an(shelf.name)} mantel", f"{number_word(logs)} logs"])
    soot, ow, oh = Material("sooty", (0.12, 0.10, 0.09)), share * w, 0.62 * h
    pier = box((w - ow) / 2, h, d).moved((w + ow) / 4)
    design.add("surround", pier + pier.scaled(-1, 1, 1) + box(ow + 0.01, h - oh, d).moved(y=oh), stone)
    if kind == "arched":
        a = np.linspace(0, np.pi / 2, 8)
        x, y = ow / 2 * np.cos(a), 0.32 * oh * np.sin(a)
        edge = np.concatenate([np.stack([x, y], 1), [(ow / 2, 0.33 * oh)]])
        spandrel = extrude(edge * (1, -1), 0.99 * d).rotated("x", 90).moved(0, 0.68 * oh, -0.495 * d)
        design.add("surround", spandrel + spandrel.scaled(-1, 1, 1), stone)
    design.add("back", box(ow, oh, 0.04).moved(z=-d / 2 + 0.02) + box(ow, 0.01, d).moved(y=0.045), soot)
    if stone.name == "brick":
        courses = [(i, h * i / 14) for i in range(1, 14)]
        joint = join(
            *(
                box((w - ow) / 2 if y < oh else w, 0.008, 0.004).moved(s * (w + ow) / 4 if y < oh else 0, y, d / 2)
                for _, y in courses
                for s in ((-1, 1) if y < oh else (1,))
            )
        )
        design.add("joint", joint, STONES[0])
    else:
        panel = front(0.6 * (w - ow) / 2, 0.7 * h, 0.02, 0.01).moved((w + ow) / 4, 0.12 * h, d / 2 + 0.005)
        design.add(
            "panel",
            panel
            + panel.scaled(-1, 1, 1)
            + front(0.8 * ow, 0.6 * (h - oh), 0.02, 0.01).moved(0, oh + 0.2 * (h - oh), d / 2 + 0.005),
            stone,
        )
    design.add(
        "mantel",
        box(1.14 * w, 0.06, 1.3 * d).moved(0, h, 0.1 * d) + box(1.06 * w, 0.05, 1.14 * d).moved(0, h - 0.045, 0.05 * d),
        shelf,
    )
    design.add("hearth", box(1.2 * w, 0.05, 1.7 * d).moved(z=0.4 * d), STONES[3])
    if flue == "yes":
        design.add("chimney breast", box(0.75 * w, 0.9, 0.8 * d).moved(0, h + 0.05, -0.1 * d), stone)
        design.features.append("a chimney breast")
    log = cylinder(0.045, 0.6 * ow, segments=12).moved(y=-0.3 * ow).rotated("z", 90)
    for i in range(logs):
        design.add(
            "log", log.rotated("y", 25 * (i % 3) - 25).moved(0, 0.11 + 0.07 * (i // 3), 0.1 * (i % 3) - 0.1), WOODS[1]
        )
    design.add(
        "grate",
        row(box(0.015, 0.16, 0.015), 7, step=(0.11 * ow, 0, 0)).moved(0, 0.05, 0.42 * d)
        + box(0.75 * ow, 0.015, 0.02).moved(0, 0.15, 0.42 * d),
        BLACK_METAL,
    )
    if fire == "burning":
        for i, tone in enumerate((FLAME, Material("burning", (0.93, 0.36, 0.08)), FLAME, LIT, FLAME)):
            design.add(
                "fire",
                flame((0.34, 0.3, 0.22, 0.2, 0.26)[i]).moved(ow * (0, -0.14, 0.2, 0.06, 0.11)[i], 0.15, 0.04 * (i % 2)),
                tone,
            )
        design.features.append("a burning fire")
    return design


@category("coffee table", family="household", also=("low table", "table"))
def coffee_table(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 0.8, 1.25), p.real("ratio", 0.5, 0.75), p.real("height", 0.34, 0.48)
    top, legs = (
        p.choice("top", ["rectangular", "round", "oval"]),
        p.choice("base", ["four legs", "hairpin", "block", "drum"]),
    )
    wood, metal = (
        p.material("top_material", [*WOODS, GLASS, STONES[4], STONES[3]]),
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
    outline = rounded(w, d, 0.03 if top == "rectangular" else 0.5 * w, steps=10)
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
        for i, tone in enumerate((PLASTICS[0], FABRICS[1], FABRICS[4])):
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
