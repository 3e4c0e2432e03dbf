"""Machines of a desk: to reckon, to print, to talk, to play."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.office.parts import (
    BRONZE,
    CHARCOAL,
    CREAM,
    GOLD,
    GREEN_LIGHT,
    LCD,
    PALE,
    PAPER,
    PRINT,
    RED_LIGHT,
    SCREEN,
    SILVER,
    digits,
    lines,
    panel,
    pose,
    turn,
)
from trivium.procedural.materials import (
    BEIGE,
    BLACK,
    BLUE,
    BRASS,
    CHROME,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    RUBBER,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
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
    rounded,
    row,
    side_cut,
    slab,
    sphere,
    sweep,
    torus,
    tube,
)

CASES = (BLACK, CHARCOAL, GREY, PALE, WHITE, BEIGE)


def grid(solid: Solid, columns: int, rows: int, dx: float, dy: float) -> Solid:
    """Copies side by side and one above the other."""
    return row(row(solid, columns, step=(dx, 0, 0)), rows, step=(0, dy, 0))


@category("calculator", family="office", also=("pocket calculator",))
def calculator(p: Parameters) -> Design:
    w, ratio, t = p.real("width", 0.065, 0.12), p.real("ratio", 1.3, 1.9), p.real("thickness", 0.008, 0.022)
    columns, rows, tilt = p.whole("columns", 4, 6), p.whole("rows", 4, 7), p.real("tilt", 0, 10)
    body, tops = p.material("case", [*CASES, BLUE, PINK]), p.material("keys", [WHITE, BLACK, GREY, PALE])
    accent, solar = p.material("accent", [ORANGE, RED, BLUE, GREEN, YELLOW]), p.choice("solar_cell", ["yes", "no"])
    shape, number = p.choice("key_form", ["square", "round"]), p.whole("number", 100, 99999)
    h = ratio * w
    keys = tops if tops.name != body.name else CHARCOAL if body.name != "black" else PALE
    design = Design([body.name], [f"{number_word(rows)} rows of {keys.name} keys", f"{accent.name} function keys"])
    design.add("case", panel(w, h, t, radius=0.08 * w), body)
    design.add(
        "screen frame", panel(0.88 * w, 0.19 * h, 0.001).moved(0, 0.3 * h, t), SCREEN if body.name != "black" else GREY
    )
    design.add("screen", panel(0.82 * w, 0.15 * h, 0.001).moved(0, 0.3 * h, t + 0.0006), LCD)
    figures = digits(str(number), 0.085 * h)
    design.add("number", figures.moved(0.38 * w - figures.vertices[:, 0].max(), 0.3 * h, t + 0.0012), PRINT)
    if solar == "yes":
        design.add(
            "solar cell",
            row(panel(0.09 * w, 0.05 * h, 0.001), 4, step=(0.1 * w, 0, 0)).moved(0.2 * w, 0.445 * h, t),
            Material("brown", (0.25, 0.13, 0.10)),
        )
        design.features.append("a solar cell")
    dx, dy = 0.9 * w / columns, 0.64 * h / rows
    key = (
        panel(0.76 * dx, 0.7 * dy, 0.004, radius=0.1 * dx)
        if shape == "square"
        else disc(0.38 * min(dx, dy), 0.004, segments=14)
    )
    for i in range(columns):
        for j in range(rows):
            special = i == columns - 1 or j == rows - 1
            where = ((i + 0.5 - columns / 2) * dx, -0.46 * h + (j + 0.5) * dy, t - 0.001)
            design.add("function key" if special else "key", key.moved(*where), accent if special else keys)
    return turn(design, "x", -90 + tilt)


@category("monitor", family="office", also=("computer monitor", "computer screen", "display"))
def monitor(p: Parameters) -> Design:
    w, kind, tilt = (
        p.real("width", 0.42, 0.65),
        p.choice("kind", ["flat", "flat", "curved", "tube"]),
        p.real("tilt", -2, 12),
    )
    case, stand = (
        p.material("case", [BLACK, BLACK, CHARCOAL, SILVER, WHITE]),
        p.choice("stand", ["round", "square", "two-legged"]),
    )
    show = p.choice("picture", ["dark", "windows", "wallpaper"])
    wall, neck = (
        p.material("wallpaper", [BLUE, TURQUOISE, PURPLE, Material("grey blue", (0.35, 0.47, 0.62))]),
        p.real("neck", 0.14, 0.24),
    )
    shell = BEIGE if kind == "tube" else case
    w *= {"flat": 1, "curved": 1.4, "tube": 0.75}[kind]
    h, y = w * {"flat": 0.58, "curved": 0.42, "tube": 0.8}[kind], neck + 0.02
    bend = 0.35 if kind == "curved" else 0
    bezel = 0.03 * w if kind != "tube" else 0.09 * w
    slices = row(panel(1, 1, 1), 24, step=(1, 0, 0))
    front = slices.scaled(w / 24, h, 0.03).moved(z=-0.03).bent(bend)
    glass = slices.scaled((w - bezel) / 24, h - bezel, 0.002).bent(bend)
    design = Design(
        [kind if kind != "tube" else "old", shell.name], [f"a {'dark' if show == 'dark' else wall.name} screen"]
    )
    parts = [("case", front, shell), ("screen", glass, SCREEN if show == "dark" else wall)]
    if show == "windows":
        for x, v, s in ((-0.2, 0.06, 0.36), (0.18, -0.1, 0.4)):
            pane, bar = panel(s * w, 0.52 * h, 0.001), panel(s * w, 0.06 * h, 0.0015)
            parts += [
                ("window", pane.moved(x * w, v * h, 0.003).bent(bend), WHITE),
                ("title bar", bar.moved(x * w, (v + 0.23) * h, 0.003).bent(bend), CHARCOAL),
            ]
            parts.append(
                ("print", lines(0.8 * s * w, 0.38 * h, 8).moved(x * w, (v - 0.03) * h, 0.0045).bent(bend), PRINT)
            )
        design.features.append("two open windows")
    parts.append(("light", disc(0.006 * w, 0.004).moved(0.44 * w, -0.485 * h, -0.003).bent(bend), GREEN_LIGHT))
    if kind == "tube":
        hump = extrude(rounded(0.94 * w, 0.94 * h, 0.05 * w), 0.7 * w, top_scale=0.55).rotated("x", -90)
        parts.append(("back", hump.moved(z=-0.01), shell))
        y = 0.06
    for part, solid, paint in parts:
        design.add(part, solid.rotated("x", -tilt).moved(0, y + h / 2), paint)
    if kind != "tube":
        design.add("neck", box(0.09 * w, y + 0.4 * h, 0.025, bevel=0.006).moved(z=-0.065), shell)
        design.add("mount", box(0.2 * w, 0.3 * h, 0.05).moved(0, y + 0.35 * h, -0.055), shell)
    z = -0.03 if kind != "tube" else -0.25 * w
    leg = sweep([(0, 0.02, -0.06), (0.3 * w, 0.008, 0.12)], 0.009)
    foot = {
        "round": cylinder(0.2 * w, 0.012, segments=32).scaled(1.2, 1, 0.9),
        "square": box(0.42 * w, 0.012, 0.3 * w, bevel=0.02),
        "two-legged": mirrored(leg),
    }
    design.add("base", foot[stand if kind != "tube" else "round"].moved(z=z), shell)
    if kind == "tube":
        design.add("neck", cylinder(0.18 * w, 0.1, segments=24).moved(z=z), shell)
    else:
        design.features.append(f"a {stand} base")
    return design


@category("computer mouse", family="office", also=("pc mouse",))
def computer_mouse(p: Parameters) -> Design:
    length, w, h = p.real("length", 0.095, 0.125), p.real("width_ratio", 0.52, 0.64), p.real("height_ratio", 0.28, 0.4)
    shell = p.material("shell", [BLACK, BLACK, WHITE, CHARCOAL, BEIGE, SILVER, RED, PINK])
    button, light = (
        p.material("buttons", [BLACK, CHARCOAL, WHITE, GREY]),
        p.material("light", [GREEN_LIGHT, RED_LIGHT, BLUE]),
    )
    link, style, hump = (
        p.choice("link", ["cable", "wireless"]),
        p.choice("style", ["plain", "glowing", "two-tone"]),
        p.real("hump", -0.15, 0.1),
    )
    w, h = w * length, h * length
    dome = sphere(1, segments=40, start=0, stop=90).vertices
    stretch = np.sign(dome) * np.abs(dome) ** (0.8, 0.9, 0.8)
    back = np.stack(
        [
            stretch[:, 0] * w / 2 * (1 - 0.1 * stretch[:, 2]),
            stretch[:, 1] * h,
            (stretch[:, 2] + hump * stretch[:, 1]) * length / 2,
        ],
        1,
    )
    faces = sphere(1, segments=40, start=0, stop=90).faces
    centre = back[faces].mean(1)
    front = (centre[:, 2] > 0.08 * length) & (centre[:, 1] > 0.2 * h)
    top = button if style == "two-tone" else shell
    design = Design(
        [shell.name, link if link == "wireless" else "wired"], [f"two {top.name} buttons", "a scroll wheel"]
    )
    design.add("body", Solid(back, faces[~front]), shell)
    design.add("button", Solid(back, faces[front]), top)
    ridge = [
        (
            0,
            h * float(np.cos(a)) ** 0.9 + 0.0002,
            length / 2 * (float(np.sin(a)) ** 0.8 + hump * float(np.cos(a)) ** 0.9),
        )
        for a in np.linspace(0.12, 1.45, 14)
    ]
    seam = SCREEN if top.name not in ("black", "dark grey") else GREY
    design.add("seam", sweep(ridge[2:], 0.0009, sides=5), seam)
    _, y, z = ridge[6]
    wheel = cylinder(0.1 * length, 0.11 * w, segments=18).rotated("z", 90).moved(0.055 * w, y - 0.06 * length, z)
    design.add("wheel", wheel, GREY if shell.name == "black" else RUBBER)
    belt = slab(w * 0.93, 0.004, length * 0.93, 0.45 * w)
    design.add("sole", belt.moved(y=-0.003), light if style == "glowing" else CHARCOAL)
    if style == "glowing":
        design.add(
            "logo", sphere(0.08 * length, segments=14).scaled(1, 0.3, 1).moved(0, h * 0.91, -0.2 * length), light
        )
        design.features.append(f"a {light.name} light")
    if link == "cable":
        path = [
            (0, 0.2 * h, 0.45 * length),
            (0, 0.2 * h, 0.7 * length),
            (0.15 * w, 0.003, 0.95 * length),
            (0.6 * w, 0.003, 1.2 * length),
        ]
        design.add("cable", sweep(path, 0.002), shell)
        design.features.append("a cable")
    return design


@category("printer", family="office", also=("office printer",))
def printer(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.38, 0.5), p.real("height_ratio", 0.35, 0.75), p.real("depth_ratio", 0.7, 0.9)
    case, trim = p.material("case", [WHITE, PALE, BLACK, CHARCOAL, BEIGE]), p.material("trim", [BLACK, CHARCOAL, GREY])
    lid, buttons, sheets = (
        p.choice("top", ["scanner lid", "paper feeder"]),
        p.whole("buttons", 3, 7),
        p.real("sheet", 0.4, 0.8),
    )
    h, d = h * w, d * w
    dark = trim if case.name != trim.name else GREY if trim.name != "grey" else BLACK
    z = d / 2
    design = Design([case.name, "tall" if h > 0.55 * w else "low"], ["a sheet of paper in the tray", f"a {lid}"])
    design.add(
        "case",
        slab(w, 0.32 * h, d, 0.03 * w) + slab(w, 0.4 * h, 0.75 * d, 0.03 * w).moved(0, 0.3 * h, -0.125 * d),
        case,
    )
    design.add(
        "case",
        mirrored(box(0.14 * w, 0.4 * h, d * 0.99).moved(0.425 * w, 0.31 * h))
        + slab(w, 0.3 * h, d, 0.03 * w).moved(y=0.7 * h),
        case,
    )
    design.add("opening", box(0.72 * w, 0.36 * h, 0.01).moved(0, 0.33 * h, 0.25 * d), SCREEN)
    design.add("tray", box(0.68 * w, 0.02 * h, 0.55 * d).rotated("x", 6).moved(0, 0.36 * h, z), dark)
    design.add(
        "paper", box(0.55 * w, 0.008, sheets * d).rotated("x", 6).moved(0, 0.39 * h, 0.25 * d + sheets * d / 2), PAPER
    )
    design.add(
        "print",
        lines(0.42 * w, 0.5 * sheets * d, 8)
        .rotated("x", -84)
        .moved(0, 0.39 * h + 0.009, 0.25 * d + 0.6 * sheets * d)
        .moved(y=-0.012 * d),
        PRINT,
    )
    design.add("drawer", panel(0.8 * w, 0.2 * h, 0.008).moved(0, 0.15 * h, z - 0.003), dark)
    design.add("handle", panel(0.25 * w, 0.05 * h, 0.014).moved(0, 0.19 * h, z - 0.003), case)
    design.add("panel", panel(0.86 * w, 0.2 * h, 0.012).moved(0, 0.85 * h, z - 0.003), dark)
    design.add(
        "screen",
        panel(0.22 * w, 0.15 * h, 0.004).moved(-0.25 * w, 0.85 * h, z + 0.008),
        Material("light blue", (0.5, 0.75, 0.92)),
    )
    key = disc(0.035 * h, 0.006, segments=12).moved(0.17 * w, 0.85 * h, z + 0.007)
    design.add("button", row(key, buttons, step=(0.42 * w / buttons, 0, 0)), PALE)
    design.add("button", disc(0.045 * h, 0.007, segments=12).moved(-0.08 * w, 0.85 * h, z + 0.007), GREEN_LIGHT)
    if lid == "scanner lid":
        design.add("lid", slab(0.98 * w, 0.09 * h, 0.95 * d, 0.04 * w, top_scale=0.97).moved(y=1.01 * h), dark)
    else:
        design.add("feeder", box(0.64 * w, 0.5 * h, 0.02).rotated("x", -20).moved(0, 0.97 * h, -0.3 * d), dark)
        design.add("paper", box(0.56 * w, 0.7 * h, 0.012).rotated("x", -20).moved(0, 0.96 * h, -0.3 * d + 0.018), PAPER)
    return design


@category("remote control", family="office", also=("tv remote", "remote"))
def remote_control(p: Parameters) -> Design:
    length, w, t = p.real("length", 0.14, 0.22), p.real("width", 0.036, 0.054), p.real("thickness", 0.012, 0.022)
    shell, form = (
        p.material("shell", [BLACK, BLACK, CHARCOAL, SILVER, WHITE]),
        p.choice("form", ["straight", "waisted", "round-ended"]),
    )
    keys, rows = p.material("keys", [PALE, GREY, WHITE, BLACK]), p.whole("number_rows", 0, 4)
    pad, coloured, stand = (
        p.choice("pad", ["ring", "cross"]),
        p.choice("coloured_keys", ["yes", "no"]),
        pose(p, lying=3),
    )
    key = keys if keys.name != shell.name else GREY
    design = Design([shell.name, form], ["a round direction pad" if pad == "ring" else "four arrow keys"])
    outline = np.array(rounded(w, length, 0.48 * w if form == "round-ended" else 0.15 * w, points=7))
    if form == "waisted":
        side = [(w / 2 * (0.78 + 0.22 * abs(2 * y) ** 2), y * length) for y in np.linspace(-0.5, 0.5, 15)]
        outline = np.array(side + [(-x, y) for x, y in reversed(side)])
    design.add("shell", along_z(extrude(outline, t) + extrude(outline * 0.95, 1.12 * t)), shell)
    z, y = 1.1 * t, 0.42 * length
    dot = disc(0.07 * w, 0.003, segments=10)
    design.add("power key", disc(0.09 * w, 0.003).moved(-0.28 * w, y, z), RED)
    design.add("key", (dot.moved(0.05 * w, y) + dot.moved(0.28 * w, y)).moved(z=z), key)
    design.add(
        "sensor", panel(0.4 * w, 0.6 * t, 0.02 * length).rotated("x", -90).moved(0, 0.49 * length, 0.55 * t), SCREEN
    )
    if rows:
        design.add("number key", grid(dot, 3, rows, 0.24 * w, 0.055 * length).moved(0, 0.25 * length, z), key)
        design.features.append(f"{number_word(rows)} row{'s' * (rows > 1)} of number keys")
    middle = (0.0, -0.03 * length, z)
    arrows = around(box(0.14 * w, 0.003, 0.14 * w).moved(z=0.22 * w), 4)
    design.add(
        "direction pad", along_z(tube(0.31 * w, 0.16 * w, 0.003) if pad == "ring" else arrows).moved(*middle), key
    )
    design.add("key", disc(0.11 * w, 0.004).moved(*middle), key)
    if coloured == "yes":
        for i, paint in enumerate((RED, GREEN, YELLOW, BLUE)):
            design.add(
                "coloured key",
                panel(0.12 * w, 0.02 * length, 0.003).moved((i - 1.5) * 0.2 * w, -0.17 * length, z),
                paint,
            )
        design.features.append("four coloured keys")
    rocker = panel(0.15 * w, 0.09 * length, 0.003, radius=0.07 * w).moved(0.22 * w, -0.27 * length, z)
    design.add("rocker", mirrored(rocker), key)
    design.add("key", grid(dot, 3, 2, 0.26 * w, 0.05 * length).moved(0, -0.38 * length, z), key)
    return design if stand == "upright" else turn(design, "x", -90)


@category("joystick", family="office", also=("flight stick", "control stick"))
def joystick(p: Parameters) -> Design:
    w, h, lean = p.real("base_width", 0.12, 0.2), p.real("stick_height", 0.11, 0.2), p.real("lean", -12, 12)
    kind, buttons = p.choice("kind", ["flight", "retro", "arcade"]), p.whole("buttons", 1, 4)
    base, knob = p.material("base", [BLACK, CHARCOAL, GREY, BEIGE]), p.material("knob", [RED, BLACK, YELLOW, BLUE])
    key, outline = p.material("button_colour", [RED, ORANGE, YELLOW, GREEN]), p.choice("base_form", ["square", "round"])
    low = 0.28 * w
    design = Design(
        [base.name, kind], [f"{number_word(buttons)} {key.name} button{'s' * (buttons > 1)}", f"a {outline} base"]
    )
    foot = (
        slab(w, low, w, 0.12 * w, top_scale=0.88)
        if outline == "square"
        else lathe([(0.52 * w, 0), (0.5 * w, 0.6 * low), (0.4 * w, low)])
    )
    design.add("base", foot, base)
    design.add(
        "boot",
        lathe([(0.28 * w, 0), (0.2 * w, 0.05 * w), (0.22 * w, 0.08 * w), (0.12 * w, 0.14 * w)]).moved(y=0.98 * low),
        RUBBER,
    )
    up: list[tuple[str, Solid, Material]] = []
    if kind == "arcade":
        up = [
            ("stick", cylinder(0.045 * w, h, segments=12), CHROME),
            ("knob", sphere(0.17 * w, segments=22).moved(y=h), knob),
        ]
    elif kind == "retro":
        up = [
            (
                "stick",
                lathe([(0.07 * w, 0), (0.06 * w, 0.5 * h), (0.1 * w, 0.9 * h), (0.08 * w, h), (0.01 * w, 1.02 * h)]),
                BLACK,
            )
        ]
    else:
        r = 0.13 * w
        rings = [
            (0.8, 0, 0),
            (1.15, 0.15, 0),
            (1.0, 0.3, 0.1),
            (0.95, 0.6, 0),
            (1.0, 0.8, -0.1),
            (1.25, 0.95, 0.15),
            (1.0, 1.12, 0.3),
        ]
        grip = sweep([(0, y * h, z * r) for _, y, z in rings], [r * s for s, _, _ in rings], sides=16)
        up = [
            ("grip", grip.scaled(0.9, 1, 1.15), base),
            ("trigger", sweep(np.add(arc(0.6 * r, -60, 70, plane="zy"), (0, 0.78 * h, r * 0.8)), 0.22 * r), knob),
        ]
        up.append(("thumb button", sphere(0.28 * r, segments=12).moved(0, 1.12 * h, 0.2 * r), knob))
        up.append(("hand rest", cylinder(1.7 * r, 0.05 * h, segments=20).scaled(1, 1, 1.15).moved(y=0.1 * h), base))
    for part, solid, paint in up:
        design.add(part, solid.rotated("z", lean).moved(y=low), paint)
    push = lathe([(0.07 * w, 0), (0.07 * w, 0.05 * w), (0.04 * w, 0.065 * w)], segments=16).moved(
        0, 0.97 * low, 0.33 * w
    )
    design.add("button", row(push, buttons, step=(0.17 * w, 0, 0)), key)
    return design


@category("game controller", family="office", also=("gamepad", "controller"))
def game_controller(p: Parameters) -> Design:
    w, t, kind = (
        p.real("width", 0.13, 0.165),
        p.real("thickness", 0.022, 0.034),
        p.choice("kind", ["modern", "modern", "retro"]),
    )
    shell, trim = (
        p.material("shell", [BLACK, WHITE, CHARCOAL, PALE, RED, BLUE]),
        p.material("trim", [BLACK, CHARCOAL, GREY]),
    )
    sticks, spread, stand = (
        p.choice("sticks", ["level", "staggered"]),
        p.real("grip_spread", 8, 26),
        p.choice("pose", ["lying", "tilted"]),
    )
    dark = trim if trim.name != shell.name else GREY if trim.name != "grey" else BLACK
    design = Design([shell.name, kind], ["a direction pad", "four coloured buttons"])
    r, x, y = 0.02 * w, 0.32 * w, 0.06 * w
    if kind == "modern":
        body = sphere(1, segments=28).scaled(0.36 * w, 0.24 * w, 0.5 * t).moved(y=0.04 * w)
        lobe = sphere(1, segments=24).scaled(0.2 * w, 0.2 * w, 0.55 * t).moved(x, y)
        grip = (
            sphere(1, segments=24)
            .scaled(0.11 * w, 0.27 * w, 0.5 * t)
            .moved(y=-0.14 * w)
            .rotated("z", spread)
            .moved(0.34 * w, 0.04 * w)
        )
        design.add("shell", body, shell)
        design.add("grip", mirrored(lobe + grip), shell)
        design.add(
            "trigger", mirrored(slab(0.2 * w, 0.09 * w, 0.6 * t, 0.02 * w).moved(0.32 * w, 0.2 * w, -0.1 * t)), dark
        )
        z = 0.46 * t
        places = {"level": [(-0.15, -0.07), (0.15, -0.07)], "staggered": [(-0.32, 0.08), (0.15, -0.07)]}[sticks]
        stick = along_z(
            lathe(
                [
                    (0.04 * w, 0),
                    (0.035 * w, 0.05 * w),
                    (0.06 * w, 0.06 * w),
                    (0.06 * w, 0.085 * w),
                    (0.04 * w, 0.075 * w),
                ]
            )
        )
        design.add("thumbstick", join(*(stick.moved(a * w, b * w, z - 0.02 * w) for a, b in places)), dark)
        design.add("thumbstick ring", join(*(disc(0.08 * w, 0.003).moved(a * w, b * w, z) for a, b in places)), dark)
        design.features.insert(0, "two thumbsticks")
        pad = (-0.32 * w, 0.08 * w) if sticks == "level" else (-0.15 * w, -0.07 * w)
    else:
        design.add(
            "shell", panel(0.95 * w, 0.42 * w, 0.7 * t, radius=0.06 * w + 0.006 * spread * w).moved(z=-0.3 * t), shell
        )
        z, y, pad = 0.39 * t, 0.0, (-0.3 * w, 0.0)
        design.add("face", panel(0.8 * w, 0.25 * w, 0.002, radius=0.03 * w).moved(z=z), dark)
    cross = panel(0.05 * w, 0.15 * w, 0.008) + panel(0.15 * w, 0.05 * w, 0.0075)
    design.add("direction pad", cross.moved(*pad, z), BLACK if dark.name != "black" else GREY)
    for i, paint in enumerate((BLUE, RED, GREEN, YELLOW)):
        dx, dy = 0.06 * w * np.array([(1, 0), (-1, 0), (0, -1), (0, 1)][[1, 0, 2, 3][i]])
        design.add("button", disc(1.35 * r, 0.008, segments=14).moved(x + dx, y + dy, z + 0.003), paint)
    pill = panel(0.05 * w, 0.02 * w, 0.004, radius=0.01 * w).moved(
        0, 0.07 * w if kind == "modern" else -0.03 * w, z + 0.001
    )
    design.add("menu button", row(pill, 2, step=(0.11 * w, 0, 0)), GREY)
    return turn(design, "x", -80 if stand == "lying" else -35)


@category("microphone", family="office", also=("mic",))
def microphone(p: Parameters) -> Design:
    r, length, kind = (
        p.real("radius", 0.022, 0.03),
        p.real("length", 0.12, 0.18),
        p.choice("kind", ["handheld", "studio", "vintage"]),
    )
    body, mesh = (
        p.material("body", [BLACK, BLACK, CHARCOAL, SILVER, RED]),
        p.material("grille", [SILVER, STEEL, GOLD, CHARCOAL]),
    )
    stand, base, tilt = p.real("stand", 0.08, 0.2), p.real("base", 0.05, 0.075), p.real("tilt", 0, 30)
    metal, held = p.material("stand_material", [BLACK, CHROME]), p.choice("support", ["desk stand", "none"])
    supported = held == "desk stand" or kind != "handheld"
    case = CHROME if kind == "vintage" else body
    design = Design(
        [case.name, kind], [f"a {mesh.name} grille", *(["a desk stand"] if supported else ["a tapered handle"])]
    )
    if kind == "handheld":
        parts = [
            (
                "handle",
                lathe([(0.5 * r, 0), (0.55 * r, 0.02 * length), (0.75 * r, length), (0.9 * r, 1.08 * length)]),
                case,
            )
        ]
        parts += [("grille", sphere(1.08 * r, segments=28).scaled(1, 1.1, 1).moved(y=length + r), mesh)]
        parts += [("ring", cylinder(1.14 * r, 0.22 * r, segments=28).moved(y=length + r), metal)]
        parts += [
            (
                "grille",
                join(
                    *(
                        torus(1.08 * r, 0.025 * r, sides=4).rotated("x", 90).rotated("y", a).moved(y=length + r)
                        for a in (0, 45, 90, 135)
                    )
                ),
                metal,
            )
        ]
        parts += [("switch", panel(0.35 * r, 0.12 * length, 0.003).moved(0, 0.75 * length, 0.66 * r), GREY)]
    elif kind == "studio":
        parts = [("body", lathe([(0.6 * r, 0), (r, 0.1 * length), (r, 0.55 * length)]), case)]
        parts += [
            (
                "grille",
                lathe([(0.97 * r, 0.5 * length), (0.97 * r, 0.85 * length), (0.6 * r, length), (0.01, 1.02 * length)]),
                mesh,
            )
        ]
        parts += [
            ("ring", tube(1.05 * r, 0.9 * r, 0.03 * length).moved(y=length * y), case) for y in (0.52, 0.68, 0.84)
        ]
        parts += [("badge", disc(0.3 * r, 0.002).moved(0, 0.35 * length, r), GOLD)]
    else:
        parts = [("body", sphere(1, segments=24).scaled(0.95 * r, 0.5 * length, 0.8 * r).moved(y=0.5 * length), mesh)]
        rib = sphere(1, segments=24).scaled(0.14 * r, 0.54 * length, 0.95 * r).moved(y=0.5 * length)
        parts += [
            (
                "rib",
                row(rib.scaled(1, s, s).moved(y=0.5 * length * (1 - s)), 2 if s < 1 else 1, step=(1.1 * r, 0, 0)),
                case,
            )
            for s in (1.0, 0.88)
        ]
        parts += [
            ("band", cylinder(1.05 * r, 0.12 * length, segments=24).scaled(1, 1, 0.95).moved(y=0.44 * length), case)
        ]
    for part, solid, paint in parts:
        design.add(
            part,
            solid.moved(y=-0.3 * length).rotated("x", tilt if supported else 90).moved(y=stand + 0.32 * length),
            paint,
        )
    if supported:
        design.add("stand", cylinder(0.22 * r, stand + 0.12 * length, segments=12).moved(z=-0.2 * r), metal)
        design.add(
            "clip",
            tube(0.95 * r if kind != "studio" else 1.25 * r, 0.4 * r, 0.035)
            .moved(y=-0.1 * length)
            .rotated("x", tilt)
            .moved(y=stand + 0.26 * length),
            metal,
        )
        design.add("base", lathe([(base, 0), (base, 0.008), (0.3 * base, 0.018), (0.01, 0.022)], segments=32), metal)
    return design


@category("router", family="office", also=("wifi router", "wireless router"))
def router(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.16, 0.27), p.real("depth_ratio", 0.55, 0.8), p.real("height", 0.026, 0.045)
    aerials, tall, spread = p.whole("antennas", 2, 6), p.real("antenna_length", 0.1, 0.19), p.real("spread", 0, 25)
    case, lights = p.material("case", [BLACK, BLACK, WHITE, CHARCOAL, PALE]), p.whole("lights", 4, 9)
    form, lamp = (
        p.choice("form", ["flat", "wedge", "ribbed"]),
        p.material("light", [GREEN_LIGHT, Material("blue", (0.3, 0.6, 1.0)), ORANGE]),
    )
    d *= w
    design = Design([case.name, form], [f"{number_word(aerials)} antennas", f"a row of {lamp.name} lights"])
    body = (
        side_cut([(-d / 2, 0), (d / 2, 0), (d / 2, 0.45 * h), (-d / 2, 1.1 * h)], w)
        if form == "wedge"
        else slab(w, h, d, 0.12 * d, top_scale=0.94)
    )
    design.add("case", body, case)
    dark, front = BLACK if case.name != "black" else CHARCOAL, 0.5 * d
    if form == "ribbed":
        design.add("rib", row(box(0.02 * w, 0.006, 0.7 * d).moved(y=h - 0.002), 9, step=(0.08 * w, 0, 0)), dark)
    led = panel(0.02 * w, 0.1 * h, 0.004).moved(0, 0.25 * h, front - 0.001)
    design.add("light", row(led, lights, step=(0.07 * w, 0, 0)), lamp)
    design.add(
        "port",
        row(panel(0.08 * w, 0.4 * h, 0.004).moved(-0.06 * w, 0.5 * h, -d / 2 - 0.002), 4, step=(0.11 * w, 0, 0)),
        SCREEN,
    )
    design.add("port", panel(0.08 * w, 0.4 * h, 0.004).moved(0.28 * w, 0.5 * h, -d / 2 - 0.002), BLUE)
    design.add(
        "foot",
        grid(cylinder(0.012, 0.006, segments=12).rotated("x", 90), 2, 2, 0.7 * w, 0.6 * d).rotated("x", 90),
        RUBBER,
    )
    rod = lathe([(0.006, 0), (0.0085, 0.02), (0.0065, tall), (0.004, tall + 0.004)], segments=12).scaled(1, 1, 0.7)
    for i in range(aerials):
        share = i / (aerials - 1) - 0.5
        design.add(
            "antenna",
            (rod.rotated("z", -2 * spread * share) + sphere(0.009, segments=10)).moved(
                0.86 * w * share, 0.6 * h, -d / 2 - 0.005
            ),
            case,
        )
    return design


@category("telephone", family="office", also=("landline phone", "desk telephone"))
def telephone(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.17, 0.23), p.real("depth_ratio", 0.85, 1.1), p.real("height_ratio", 0.38, 0.6)
    kind, trim = (
        p.choice("kind", ["rotary", "rotary", "push-button", "office"]),
        p.material("trim", [WHITE, SILVER, BRASS, PALE]),
    )
    paint = p.material("paint", [BLACK, BLACK, RED, CREAM, GREEN, BEIGE, GREY, TURQUOISE])
    cord, finger = p.choice("cord", ["yes", "no"]), p.whole("holes", 9, 11)
    d, h = d * w, h * w
    if kind != "rotary":
        h *= 0.6
    design = Design(
        [paint.name, kind],
        ["a dial with finger holes" if kind == "rotary" else "rows of number keys", "a handset on its cradle"],
    )
    slope = float(np.degrees(np.arctan2(0.6 * h, 0.55 * d)))
    profile = [(-d / 2, 0), (d / 2, 0), (d / 2, 0.3 * h), (-0.05 * d, 0.9 * h), (-0.35 * d, 0.9 * h), (-d / 2, 0.6 * h)]
    design.add("body", side_cut(profile, 0.92 * w) + slab(w, 0.15 * h, 1.04 * d, 0.1 * w), paint)

    def on_slope(solid: Solid) -> Solid:
        return solid.rotated("x", slope - 90).moved(0, 0.6 * h, 0.225 * d)

    if kind == "rotary":
        r = 0.3 * w
        design.add("dial", on_slope(disc(1.05 * r, 0.006, segments=32)), WHITE if paint.name != "cream" else BLACK)
        design.add("dial", on_slope(disc(r, 0.012, segments=32)), trim if trim.name != "white" else paint)
        hole = disc(0.13 * r, 0.013, segments=12).moved(0.76 * r)
        design.add(
            "finger hole", on_slope(join(*(hole.rotated("z", 300 * i / finger - 30) for i in range(finger)))), SCREEN
        )
        design.add("label", on_slope(disc(0.42 * r, 0.014, segments=20)), PAPER)
    else:
        shift = 0.0 if kind == "push-button" else 0.2 * w
        keys = grid(panel(0.1 * w, 0.08 * w, 0.008), 3, 4, 0.14 * w, 0.12 * w).moved(shift, -0.02 * d)
        design.add("key", on_slope(keys), trim if trim.name != paint.name else BLACK)
        if kind == "office":
            design.add("screen", on_slope(panel(0.36 * w, 0.16 * d, 0.004).moved(-0.22 * w, 0.12 * d)), LCD)
            design.add(
                "key",
                on_slope(grid(panel(0.15 * w, 0.04 * w, 0.005), 2, 3, 0.19 * w, 0.08 * w).moved(-0.22 * w, -0.12 * d)),
                GREY,
            )
    y, z = 0.9 * h, -0.2 * d
    design.add(
        "cradle",
        mirrored(box(0.08 * w, 0.12 * w, 0.2 * d).moved(0.28 * w, y - 0.02 * w, z)),
        trim if kind == "rotary" else paint,
    )
    bar = sweep([(x * w, y + (0.17 - 0.25 * x * x) * w, z) for x in np.linspace(-0.55, 0.55, 13)], 0.055 * w, sides=10)
    cup = lathe([(0.1 * w, 0), (0.13 * w, 0.03 * w), (0.1 * w, 0.1 * w), (0.04 * w, 0.13 * w)], segments=18)
    design.add("handset", bar + mirrored(cup.moved(0.52 * w, y + 0.0 * w, z)), paint)
    if cord == "yes":
        a = np.linspace(0, 1, 90)
        coil = np.stack(
            [
                -0.55 * w - 0.1 * w * np.sin(np.pi * a) + 0.02 * w * np.cos(90 * a),
                0.02 * w + y * (1 - a) + 0.02 * w * np.sin(90 * a),
                z + 0.5 * d * a,
            ],
            1,
        )
        design.add("cord", sweep(coil, 0.0035, sides=5), paint)
        design.features.append("a coiled cord")
    return design


@category("typewriter", family="office", also=("manual typewriter",))
def typewriter(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.28, 0.36), p.real("depth_ratio", 0.85, 1.05), p.real("height_ratio", 0.34, 0.5)
    paint = p.material(
        "paint", [BLACK, BLACK, RED, TURQUOISE, CREAM, Material("olive green", (0.36, 0.42, 0.30)), GREY, BLUE]
    )
    keys, form = p.material("keys", [BLACK, WHITE, CREAM, CHARCOAL]), p.choice("key_form", ["round", "round", "square"])
    sheet, columns = p.real("sheet", 0.3, 0.8), p.whole("columns", 9, 12)
    d, h = d * w, h * w
    cap = keys if keys.name != paint.name else WHITE if paint.name != "white" else BLACK
    design = Design([paint.name], [f"four rows of {form} {cap.name} keys", "a sheet of paper in the roller"])
    design.add(
        "body",
        slab(w, 0.28 * h, d, 0.1 * w)
        + side_cut([(-d / 2, 0), (0.1 * d, 0), (0.05 * d, 0.62 * h), (-0.15 * d, 0.9 * h), (-d / 2, 0.8 * h)], 0.9 * w),
        paint,
    )
    design.add(
        "side",
        mirrored(
            side_cut(
                [(-0.4 * d, 0), (0.46 * d, 0), (0.46 * d, 0.3 * h), (0.1 * d, 0.6 * h), (-0.4 * d, 0.7 * h)], 0.06 * w
            ).moved(0.46 * w)
        ),
        paint,
    )
    top = cylinder(0.03 * w, 0.02 * w, segments=12) if form == "round" else box(0.055 * w, 0.02 * w, 0.055 * w)
    for i in range(4):
        x, y, z = (0.012 * (i % 2) - 0.006) * w, (0.34 + 0.09 * i) * h, (0.4 - 0.1 * i) * d
        design.add("key", row(top.moved(x, y, z), columns, step=(0.78 * w / columns, 0, 0)), cap)
        design.add(
            "lever",
            row(
                box(0.012 * w, 0.12 * h, 0.012 * w).moved(x, y - 0.11 * h, z), columns, step=(0.78 * w / columns, 0, 0)
            ),
            STEEL,
        )
    design.add("space bar", box(0.45 * w, 0.02 * w, 0.04 * w).moved(0, 0.3 * h, 0.48 * d), cap)
    basket = extrude([(0.2 * w * np.cos(a), 0.14 * d * np.sin(a)) for a in np.linspace(0, np.pi, 12)], 0.02 * h)
    design.add("type basket", basket.rotated("x", 35).moved(0, 0.7 * h, -0.02 * d), SCREEN)
    y, z, r = 0.95 * h, -0.22 * d, 0.06 * w
    design.add(
        "roller",
        cylinder(r, 1.02 * w, segments=18).rotated("z", 90).moved(0.51 * w, y, z),
        BLACK if paint.name != "black" else CHARCOAL,
    )
    design.add(
        "knob", mirrored(cylinder(0.7 * r, 0.06 * w, segments=16).rotated("z", -90).moved(0.54 * w, y, z)), BLACK
    )
    design.add(
        "carriage",
        box(1.0 * w, 0.06 * h, 0.2 * d).moved(0, y - 1.1 * r, z)
        + mirrored(box(0.02 * w, 2.2 * r, 0.2 * d).moved(0.49 * w, y - r, z)),
        STEEL,
    )
    design.add(
        "carriage lever",
        sweep(
            [(-0.5 * w, y + r, z), (-0.56 * w, y + r, z + 0.1 * d), (-0.6 * w, y + 1.2 * r, z + 0.28 * d)], 0.012 * w
        ),
        CHROME,
    )
    tall = sheet * w
    design.add("paper", box(0.66 * w, tall + r, 0.002).moved(z=-0.95 * r).rotated("x", -12).moved(0, y, z), PAPER)
    design.add(
        "print",
        lines(0.5 * w, 0.5 * tall, 5).moved(0, 0.55 * tall + r, -0.95 * r + 0.0012).rotated("x", -12).moved(0, y, z),
        PRINT,
    )
    return design


@category("cash register", family="office", also=("till",))
def cash_register(p: Parameters) -> Design:
    w, d, h = p.real("width", 0.34, 0.46), p.real("depth_ratio", 0.85, 1.05), p.real("height_ratio", 0.5, 0.7)
    kind, slide = p.choice("kind", ["electronic", "antique"]), p.real("drawer_open", 0, 0.45)
    case, metal = (
        p.material("case", [BLACK, CHARCOAL, PALE, BEIGE, WHITE]),
        p.material("old_metal", [BRASS, BRONZE, SILVER]),
    )
    accent, columns, price = (
        p.material("accent", [RED, GREEN, BLUE, YELLOW]),
        p.whole("columns", 6, 9),
        p.whole("price", 100, 9999),
    )
    d, h, old = d * w, h * w, kind == "antique"
    body = metal if old else case
    design = Design(
        [body.name, kind],
        [f"{'an open' if slide > 0.08 else 'a closed'} drawer", "a price display", f"{accent.name} keys"],
    )
    low, z = 0.26 * h, slide * d
    design.add("base", box(w, low, d), WOODS[1] if old else case)
    design.add(
        "drawer",
        box(0.9 * w, 0.7 * low, 0.9 * d).moved(0, 0.14 * low, 0.07 * d + z),
        CHARCOAL if case.name != "dark grey" else GREY,
    )
    design.add("lock", disc(0.03 * w, 0.012).moved(0, 0.5 * low, 0.52 * d + z), metal if old else CHROME)
    if slide > 0.08:
        design.add(
            "money",
            row(box(0.13 * w, 0.004, 0.8 * z), 5, step=(0.17 * w, 0, 0)).moved(0, 0.845 * low, 0.5 * d + z / 2),
            Material("banknote", (0.55, 0.68, 0.5)),
        )
    profile = [
        (-0.45 * d, low),
        (0.48 * d, low),
        (0.48 * d, 1.25 * low),
        (-0.1 * d, 0.62 * h),
        (-0.15 * d, 0.8 * h),
        (-0.45 * d, 0.8 * h),
    ]
    design.add("body", side_cut(profile, 0.94 * w), body)
    slope = float(np.degrees(np.arctan2(0.62 * h - 1.25 * low, 0.58 * d)))
    key = disc(0.028 * w, 0.02, segments=12) if old else panel(0.065 * w, 0.075 * d, 0.012)
    for i in range(columns):
        paint = accent if i >= columns - 2 else (PAPER if body.name != "white" else GREY)
        keys = grid(key, 1, 4, 0, 0.12 * d).moved((i + 0.5 - columns / 2) * 0.82 * w / columns)
        design.add("key", keys.rotated("x", slope - 90).moved(0, 0.31 * h + 0.625 * low, 0.19 * d), paint)
    y = 0.8 * h
    if old:
        design.add(
            "crown",
            box(0.8 * w, 0.32 * h, 0.16 * d).moved(0, y - 0.02, -0.3 * d)
            + disc(0.25 * w, 0.15 * d, segments=28).moved(0, y + 0.28 * h, -0.375 * d),
            metal,
        )
        design.add(
            "crank",
            sweep([(0.46 * w, 0.5 * h, 0), (0.58 * w, 0.5 * h, 0), (0.58 * w, 0.72 * h, 0.1 * d)], 0.014 * w),
            metal,
        )
    else:
        design.add("pole", cylinder(0.03 * w, 0.3 * h).moved(-0.22 * w, y - 0.05 * h, -0.3 * d), case)
        design.add("crown", box(0.42 * w, 0.24 * h, 0.08 * d).moved(-0.22 * w, y + 0.08 * h, -0.3 * d), case)
        design.add(
            "receipt", box(0.16 * w, 0.22 * h, 0.003).rotated("x", -14).moved(0.25 * w, y - 0.02, -0.3 * d), PAPER
        )
        design.add(
            "printer",
            box(0.3 * w, 0.05 * h, 0.22 * d).moved(0.25 * w, y, -0.3 * d),
            BLACK if case.name != "black" else GREY,
        )
    x, y, z = (0.0, y + 0.15 * h, -0.22 * d) if old else (-0.22 * w, y + 0.2 * h, -0.26 * d)
    design.add("screen", panel(0.36 * w, 0.16 * h, 0.004).moved(x, y, z - 0.001), PAPER if old else SCREEN)
    design.add("price", digits(str(price), 0.11 * h).moved(x, y, z + 0.003), PRINT if old else GREEN_LIGHT)
    return design
