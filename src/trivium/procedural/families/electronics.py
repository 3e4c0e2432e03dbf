"""Electronics and musical instruments."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BRASS,
    CHROME,
    METALS,
    PLASTICS,
    STEEL,
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
    row,
    sphere,
    sweep,
    torus,
    tube,
)

SCREEN = Material("dark screen", (0.07, 0.09, 0.12))
PICTURES = (
    SCREEN,
    Material("blue screen", (0.2, 0.45, 0.85)),
    Material("green screen", (0.2, 0.6, 0.35)),
    Material("white screen", (0.93, 0.95, 0.97)),
)


@category("television", family="electronics", also=("tv", "screen"))
def television(p: Parameters) -> Design:
    w, ratio, depth = p.real("width", 0.5, 1.5), p.real("ratio", 0.55, 0.8), p.real("depth", 0.03, 0.4)
    stand, frame, knobs = (
        p.choice("stand", ["two feet", "a pedestal", "four legs"]),
        p.real("frame", 0.02, 0.08),
        p.whole("knobs", 0, 3),
    )
    case, picture = p.material("case", [*PLASTICS, *WOODS]), p.material("screen", PICTURES)
    aerial = p.choice("aerial", ["yes", "no"])
    h, y = w * ratio, 0.12
    design = Design([case.name, "flat" if depth < 0.12 else "boxy"], [stand, f"a {picture.name}"])
    design.add(
        "case", box(w, h, 0.04).moved(y=y) + box(w * 0.8, h * 0.8, depth).moved(0, y + 0.1 * h, -depth / 2), case
    )
    right = 0.12 * w if knobs else 0
    design.add(
        "screen",
        box(w - 2 * frame * w - right, h - 2 * frame * w, 0.01).moved(-right / 2, y + frame * w, 0.022),
        picture,
    )
    if knobs:
        knob = cylinder(0.03 * w, 0.02, segments=12).rotated("x", 90)
        design.add("knob", join(*(knob.moved(w * 0.44, y + h * (0.8 - 0.2 * i), 0.02) for i in range(knobs))), STEEL)
        design.features.append(f"{number_word(knobs)} knob{'s' * (knobs > 1)}")
    if stand == "two feet":
        design.add("stand", row(box(0.03, y, 0.22), 2, step=(0.7 * w, 0, 0)), BLACK_METAL)
    elif stand == "a pedestal":
        design.add("stand", box(0.4 * w, 0.02, 0.24) + box(0.08 * w, y, 0.04), BLACK_METAL)
    else:
        leg = cylinder(0.012, y, segments=8)
        design.add(
            "stand", join(*(leg.moved(sx * 0.4 * w, 0, sz * depth / 2) for sx in (-1, 1) for sz in (-1, 1))), WOODS[1]
        )
    if aerial == "yes":
        design.add(
            "aerial",
            sweep([(0, y + h, -0.02), (0.3 * w, y + 1.5 * h, -0.02)], 0.006)
            + sweep([(0, y + h, -0.02), (-0.3 * w, y + 1.5 * h, -0.02)], 0.006),
            STEEL,
        )
        design.features.append("an aerial")
    return design


@category("laptop", family="electronics", also=("notebook computer", "computer"))
def laptop(p: Parameters) -> Design:
    w, ratio, angle = p.real("width", 0.26, 0.42), p.real("ratio", 0.6, 0.75), p.real("angle", 30, 125)
    rows, thick, pad = p.whole("key_rows", 3, 6), p.real("thickness", 0.008, 0.03), p.real("pad", 0.2, 0.45)
    case, keys, picture = (
        p.material("case", [*PLASTICS, *METALS]),
        p.material("keys", PLASTICS[4:9]),
        p.material("screen", PICTURES),
    )
    d = w * ratio
    design = Design([case.name, "wide-open" if angle > 95 else "half-open"], [f"a {picture.name}", f"{keys.name} keys"])
    design.add("base", box(w, thick, d, bevel=0.01), case)
    for i in range(rows):
        design.add(
            "key",
            row(box(w * 0.07, 0.003, d * 0.42 / rows), 11, step=(w * 0.082, 0, 0)).moved(
                0, thick, -d * 0.38 + d * 0.5 * i / rows
            ),
            keys,
        )
    design.add("touchpad", box(w * pad, 0.002, d * 0.25).moved(0, thick, d * 0.32), STEEL)
    lid = box(w, d, 0.5 * thick).moved(z=0)
    design.add("lid", lid.rotated("x", 90 - angle).moved(0, thick, -d / 2), case)
    design.add(
        "screen",
        box(w * 0.93, d * 0.88, 0.002)
        .moved(0, d * 0.06, 0.26 * thick + 0.001)
        .rotated("x", 90 - angle)
        .moved(0, thick, -d / 2),
        picture,
    )
    return design


@category("keyboard", family="electronics", also=("computer keyboard",))
def keyboard(p: Parameters) -> Design:
    w, d, rows = p.real("width", 0.25, 0.5), p.real("depth", 0.1, 0.18), p.whole("rows", 4, 6)
    columns, pad, tilt = p.whole("columns", 10, 16), p.choice("number_pad", ["yes", "no"]), p.real("tilt", 0, 12)
    case, keys, accent = (
        p.material("case", [*PLASTICS, *METALS]),
        p.material("keys", PLASTICS),
        p.material("accent", PLASTICS),
    )
    design = Design([case.name], [f"{number_word(rows)} rows of {keys.name} keys", f"{accent.name} side keys"])
    design.add("case", box(w, 0.018, d, bevel=0.01).rotated("x", tilt), case)
    main = w * (0.74 if pad == "yes" else 0.94)
    step, deep = main / columns, 0.9 * d / rows
    for j in range(rows):
        z = (j - (rows - 1) / 2) * deep
        line = row(box(0.82 * step, 0.008, 0.8 * deep), columns - 2, step=(step, 0, 0)).moved(
            -(w * 0.94 - main) / 2, 0.018, z
        )
        ends = row(box(0.82 * step, 0.008, 0.8 * deep), 2, step=(step * (columns - 1), 0, 0)).moved(
            -(w * 0.94 - main) / 2, 0.018, z
        )
        design.add("key", line.rotated("x", tilt), keys)
        design.add("key", ends.rotated("x", tilt), accent)
        if pad == "yes":
            design.add(
                "key",
                row(box(0.82 * step, 0.008, 0.8 * deep), 3, step=(step, 0, 0))
                .moved(0.39 * w, 0.018, z)
                .rotated("x", tilt),
                keys,
            )
    if pad == "yes":
        design.features.append("a number pad")
    return design


@category("camera", family="electronics", also=("photo camera", "digital camera"))
def camera(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.09, 0.16), p.real("height", 0.06, 0.11), p.real("depth", 0.03, 0.07)
    lens, lens_l, hump = (
        p.real("lens", 0.5, 0.85),
        p.real("lens_length", 0.02, 0.12),
        p.choice("top", ["prism", "flat", "flash"]),
    )
    case, leather, strap = (
        p.material("case", [*METALS, *PLASTICS]),
        p.material("cover", PLASTICS),
        p.choice("strap", ["yes", "no"]),
    )
    design = Design(
        [case.name],
        [
            f"a {'long' if lens_l > 0.07 else 'short'} lens",
            {"prism": "a prism hump", "flat": "a flat top", "flash": "a flash"}[hump],
        ],
    )
    design.add("body", box(w, h, d, bevel=0.012), case)
    design.add("cover", box(w * 1.01, 0.55 * h, d * 1.01, bevel=0.012).moved(y=0.12 * h), leather)
    r = lens * h / 2
    design.add(
        "lens",
        lathe(
            [
                (r, 0),
                (0.92 * r, 0.5 * lens_l),
                (r, 0.6 * lens_l),
                (r, lens_l),
                (0.8 * r, lens_l),
                (0.7 * r, 0.9 * lens_l),
                (0.001, 0.88 * lens_l),
            ],
            segments=22,
        )
        .rotated("x", 90)
        .moved(0, 0.45 * h, d / 2),
        BLACK,
    )
    design.add("button", cylinder(0.008, 0.01).moved(0.35 * w, h), CHROME)
    if hump == "prism":
        design.add(
            "prism",
            extrude(
                [(-0.18 * w, -0.4 * d), (0.18 * w, -0.4 * d), (0.18 * w, 0.5 * d), (-0.18 * w, 0.5 * d)],
                0.28 * h,
                top_scale=0.6,
            ).moved(y=h),
            case,
        )
    elif hump == "flash":
        design.add("flash", box(0.3 * w, 0.3 * h, 0.5 * d).moved(-0.2 * w, h), WHITE)
    if strap == "yes":
        design.add(
            "strap",
            sweep(
                [
                    (-w / 2, 0.85 * h, 0),
                    (-0.9 * w, 1.3 * h, -d),
                    (0, 1.9 * h, -2 * d),
                    (0.9 * w, 1.3 * h, -d),
                    (w / 2, 0.85 * h, 0),
                ],
                0.004,
            ),
            leather,
        )
        design.features.append(f"a {leather.name} strap")
    return design


@category("phone", family="electronics", also=("mobile phone", "smartphone", "cell phone"))
def phone(p: Parameters) -> Design:
    w, ratio, thick = p.real("width", 0.05, 0.09), p.real("ratio", 1.6, 2.3), p.real("thickness", 0.007, 0.02)
    kind, lenses, frame = p.choice("kind", ["touch", "keypad"]), p.whole("lenses", 1, 4), p.real("frame", 0.02, 0.09)
    case, picture = p.material("case", [*PLASTICS, *METALS]), p.material("screen", PICTURES)
    h = w * ratio
    design = Design([case.name, kind], [f"{number_word(lenses)} rear lens{'es' * (lenses > 1)}", f"a {picture.name}"])
    design.add("case", box(w, h, thick, bevel=0.2 * thick), case)
    share = 1.0 if kind == "touch" else 0.45
    design.add(
        "screen",
        box(w * (1 - 2 * frame), h * share * (1 - 2 * frame), 0.001).moved(
            0, h * (1 - share) + h * share * frame, thick / 2
        ),
        picture,
    )
    if kind == "keypad":
        for j in range(4):
            design.add(
                "key",
                row(box(0.24 * w, 0.08 * h, 0.002), 3, step=(0.3 * w, 0, 0)).moved(0, h * (0.05 + 0.11 * j), thick / 2),
                WHITE,
            )
        design.features.append("twelve keys")
    lens = cylinder(0.08 * w, 0.003, segments=14).rotated("x", -90)
    design.add("lens", join(*(lens.moved(-0.28 * w, h * (0.92 - 0.1 * i), -thick / 2) for i in range(lenses))), SCREEN)
    return design


@category("speaker", family="electronics", also=("loudspeaker",))
def speaker(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.12, 0.35), p.real("ratio", 0.8, 2.2), p.real("depth", 0.6, 1.1)
    cones, size, feet = (
        p.whole("cones", 1, 3),
        p.real("cone", 0.28, 0.42),
        p.choice("feet", ["none", "spikes", "stand"]),
    )
    case, rim = p.material("case", [*WOODS, *PLASTICS]), p.material("rim", [*METALS, *PLASTICS])
    h, d = h * w, d * w
    y = {"none": 0.0, "spikes": 0.03, "stand": 0.5}[feet]
    design = Design(
        [case.name, "tall" if h > 1.3 * w else "short"],
        [f"{number_word(cones)} cone{'s' * (cones > 1)}", f"{rim.name} rings"],
    )
    design.add("case", box(w, h, d, bevel=0.01).moved(y=y), case)
    for i in range(cones):
        r = min(size * w, 0.45 * h / cones) * (1 - 0.18 * i)
        center = (0, y + h * (i + 0.5) / cones, d / 2)
        design.add("ring", torus(r, 0.1 * r, segments=24).rotated("x", 90).moved(*center), rim)
        design.add(
            "cone",
            lathe([(0.35 * r, 0), (0.9 * r, 0.15 * r), (0.001, 0.05 * r)], segments=22).rotated("x", 90).moved(*center),
            BLACK_METAL,
        )
    if feet == "spikes":
        design.add(
            "foot",
            join(
                *(
                    cylinder(0.002, y, top_radius=0.015, segments=8).moved(sx * 0.4 * w, 0, sz * 0.4 * d)
                    for sx in (-1, 1)
                    for sz in (-1, 1)
                )
            ),
            STEEL,
        )
    elif feet == "stand":
        design.add("stand", box(0.9 * w, 0.02, 0.9 * d) + cylinder(0.02, y), BLACK_METAL)
    if feet != "none":
        design.features.append("spiked feet" if feet == "spikes" else "a stand")
    return design


@category("clock", family="electronics", also=("wall clock",))
def clock(p: Parameters) -> Design:
    r, depth, rim = p.real("radius", 0.08, 0.2), p.real("depth", 0.15, 0.5), p.real("rim", 0.04, 0.14)
    hour, form = p.whole("hour", 1, 12), p.choice("form", ["round", "square", "alarm"])
    marks, case, face = (
        p.choice("marks", ["four", "twelve"]),
        p.material("case", [*WOODS, *METALS, *PLASTICS]),
        p.material("face", PLASTICS[4:12]),
    )
    d = depth * r
    design = Design([form, case.name], [f"{marks} marks", f"a {face.name} face"])
    body = (
        box(2 * r, 2 * r, d, bevel=0.02).moved(y=-r)
        if form == "square"
        else cylinder(r, d, segments=32).rotated("x", 90).moved(z=-d / 2)
    )
    design.add("case", body, case)
    design.add("face", cylinder(r * (1 - rim), 0.01, segments=32).rotated("x", 90).moved(z=d / 2), face)
    dark = BLACK if sum(face.color) > 1 else WHITE
    mark = box(0.04 * r, 0.14 * r, 0.004).moved(0, (0.8 - rim) * r, d / 2 + 0.01)
    design.add(
        "mark",
        join(
            *(mark.rotated("z", 360 / (4 if marks == "four" else 12) * i) for i in range(4 if marks == "four" else 12))
        ),
        dark,
    )
    design.add(
        "hand",
        box(0.05 * r, 0.5 * r, 0.004).rotated("z", -30 * hour).moved(0, 0, d / 2 + 0.013)
        + box(0.035 * r, 0.75 * r, 0.004).moved(0, 0, d / 2 + 0.016),
        dark,
    )
    if form == "alarm":
        bell = sphere(0.3 * r, start=0, segments=14)
        design.add(
            "bell",
            bell.rotated("z", 35).moved(-0.55 * r, 0.9 * r) + bell.rotated("z", -35).moved(0.55 * r, 0.9 * r),
            BRASS,
        )
        design.add("foot", row(cylinder(0.06 * r, 0.35 * r, segments=8).moved(y=-1.2 * r), 2, step=(r, 0, 0)), BRASS)
        design.features.append("two bells")
    return design


@category("desk lamp", family="electronics")
def desk_lamp(p: Parameters) -> Design:
    lower, upper, lean = p.real("lower_arm", 0.15, 0.3), p.real("upper_arm", 0.12, 0.3), p.real("lean", 5, 35)
    bend, shade, base = (
        p.real("bend", 50, 110),
        p.real("shade", 0.05, 0.1),
        p.choice("base", ["round", "square", "clamp"]),
    )
    paint, metal = p.material("paint", [*PLASTICS, *METALS]), p.material("metal", METALS)
    design = Design([paint.name], [f"a {base} base", f"a {metal.name} arm"])
    foot = {"round": cylinder(0.08, 0.02), "square": box(0.14, 0.02, 0.14), "clamp": box(0.05, 0.06, 0.05)}[base]
    design.add("base", foot, paint)
    elbow = _turned(lower, -lean)
    end = elbow + _turned(upper, bend - lean)
    design.add(
        "arm",
        sweep([(0, 0.01, 0), elbow], 0.007) + sweep([elbow, end], 0.007) + sphere(0.014, segments=10).moved(*elbow),
        metal,
    )
    head = lathe(
        [(0.25 * shade, shade), (0.35 * shade, 0.9 * shade), (shade, 0), (0.95 * shade, 0), (0.3 * shade, 0.8 * shade)],
        segments=22,
    )
    design.add("shade", head.moved(y=-0.9 * shade).rotated("x", 0.4 * (bend - lean) - 40).moved(*end), paint)
    design.add(
        "bulb",
        sphere(0.35 * shade, segments=10).moved(y=-0.6 * shade).rotated("x", 0.4 * (bend - lean) - 40).moved(*end),
        YELLOW,
    )
    return design


def _turned(length: float, degrees: float) -> np.ndarray:
    """The tip of an upright arm turned about X."""
    return np.array([0, length * np.cos(np.radians(degrees)), length * np.sin(np.radians(degrees))])


@category("guitar", family="instruments", also=("acoustic guitar",))
def guitar(p: Parameters) -> Design:
    length, waist, body = p.real("length", 0.8, 1.05), p.real("waist", 0.55, 0.85), p.real("body", 0.3, 0.4)
    kind, strings, depth = (
        p.choice("kind", ["acoustic", "electric"]),
        p.whole("strings", 4, 6),
        p.real("depth", 0.04, 0.11),
    )
    wood, neck = p.material("wood", [*WOODS, *PLASTICS]), p.material("neck", WOODS)
    w = body * 0.5
    outline = []
    for a in np.linspace(0, 2 * np.pi, 36, endpoint=False):
        y = np.cos(a)
        width = (1 - (1 - waist) * np.exp(-((y - 0.1) ** 2) / 0.06)) * (1.0 if y < 0 else 0.85)
        outline.append((w * np.sin(a) * width, w * 1.25 * y))
    thick = depth if kind == "acoustic" else 0.4 * depth
    design = Design([kind, wood.name], [f"{number_word(strings)} strings", f"a {neck.name} neck"])
    design.add("body", extrude(outline, thick).rotated("x", 90).moved(0, w * 1.25, 0), wood)
    top = w * 2.3
    design.add("neck", box(0.055, length - top, 0.025).moved(0, top - 0.02, thick * 0.9), neck)
    design.add("head", box(0.08, 0.16, 0.02).moved(0, length - 0.03, thick * 0.9), neck)
    design.add(
        "peg",
        row(
            cylinder(0.006, 0.12, segments=6).moved(y=-0.06).rotated("z", 90).moved(0, length + 0.04, thick * 0.9),
            1,
            step=(0, 0, 0),
        )
        + join(
            *(
                cylinder(0.006, 0.13, segments=6)
                .moved(y=-0.065)
                .rotated("z", 90)
                .moved(0, length + 0.02 + 0.04 * i, thick * 0.9)
                for i in range(strings // 2)
            )
        ),
        STEEL,
    )
    if kind == "acoustic":
        design.add("hole", cylinder(0.045, 0.002, segments=24).rotated("x", 90).moved(0, w * 1.55, thick), BLACK)
    else:
        design.add(
            "pickup",
            join(*(box(0.09, 0.025, 0.006).moved(0, w * (0.9 + 0.4 * i), thick) for i in range(2))),
            BLACK,
        )
    design.add("bridge", box(0.14, 0.02, 0.012).moved(0, w * 0.7, thick), neck)
    design.add(
        "string",
        row(
            box(0.0015, length - w * 0.7, 0.001).moved(0, w * 0.7, thick + 0.016), strings, step=(0.045 / strings, 0, 0)
        ),
        CHROME,
    )
    return design


@category("drum", family="instruments", also=("snare drum",))
def drum(p: Parameters) -> Design:
    r, h, lugs = p.real("radius", 0.12, 0.3), p.real("height", 0.5, 2.2), p.whole("lugs", 4, 10)
    taper, legs, sticks = (
        p.real("taper", 0.6, 1.0),
        p.choice("legs", ["none", "three"]),
        p.choice("sticks", ["yes", "no"]),
    )
    shell, metal = p.material("shell", [*WOODS, *PLASTICS]), p.material("metal", METALS)
    h *= r
    y = 0.25 if legs == "three" else 0.0
    design = Design([shell.name, "deep" if h > 1.3 * r else "flat"], [f"{number_word(lugs)} tension rods"])
    design.add("shell", cylinder(r * taper, h, top_radius=r, segments=30).moved(y=y), shell)
    design.add("skin", cylinder(0.97 * r, 0.01, segments=30).moved(y=y + h), Material("skin", (0.95, 0.93, 0.87)))
    design.add(
        "hoop",
        torus(1.02 * r, 0.02 * r + 0.004, sides=6).moved(y=y + h)
        + torus(1.02 * r * taper, 0.02 * r + 0.004, sides=6).moved(y=y),
        metal,
    )
    design.add("rod", around(sweep([(r * taper * 1.05, y, 0), (r * 1.05, y + h, 0)], 0.006, sides=5), lugs), metal)
    if legs == "three":
        design.add("leg", around(sweep([(0.9 * r * taper, y + 0.2 * h, 0), (1.2 * r, 0, 0)], 0.01), 3), metal)
        design.features.append("three legs")
    if sticks == "yes":
        design.add(
            "stick",
            row(
                sweep([(0, y + h + 0.02, -0.8 * r), (0, y + h + 0.05, 1.2 * r)], [0.012, 0.007]),
                2,
                step=(0.4 * r, 0, 0),
            ),
            WOODS[2],
        )
        design.features.append("two drumsticks")
    return design


@category("headphones", family="electronics", also=("headset", "earphones"))
def headphones(p: Parameters) -> Design:
    r, cup, thick = p.real("radius", 0.07, 0.1), p.real("cup", 0.03, 0.05), p.real("cup_depth", 0.02, 0.045)
    form, band, mic = (
        p.choice("cup_form", ["round", "oval", "square"]),
        p.real("band", 0.004, 0.012),
        p.choice("microphone", ["yes", "no"]),
    )
    paint, pad = p.material("paint", [*PLASTICS, *METALS]), p.material("pad", PLASTICS)
    design = Design([paint.name, f"{form}-cupped"], [f"{pad.name} pads"])
    design.add("band", sweep(arc(r, -5, 185, points=22) * (1, 1.1, 1) + (0, 0.1, 0), band), paint)
    shell = {
        "round": cylinder(cup, thick),
        "oval": cylinder(cup, thick).scaled(1.3, 1, 0.9),
        "square": box(1.8 * cup, thick, 1.8 * cup, bevel=0.3 * cup),
    }[form]
    right = shell.rotated("z", -90).moved(r - 0.3 * thick, 0.09)
    soft = shell.scaled(0.85, 0.6, 0.85).rotated("z", 90).moved(r - 0.3 * thick, 0.09)
    design.add("cup", right + right.scaled(-1, 1, 1), paint)
    design.add("pad", soft + soft.scaled(-1, 1, 1), pad)
    if mic == "yes":
        design.add(
            "microphone",
            sweep([(r, 0.08, 0.02), (r * 0.9, 0.04, 0.08), (0.4 * r, 0.03, 0.1)], 0.004)
            + sphere(0.009, segments=8).moved(0.4 * r, 0.03, 0.1),
            BLACK,
        )
        design.features.append("a microphone")
    return design


@category("fan", family="electronics", also=("electric fan", "ventilator"))
def fan(p: Parameters) -> Design:
    r, blades, twist = p.real("radius", 0.1, 0.25), p.whole("blades", 3, 7), p.real("twist", 15, 50)
    rings, stand, base = (
        p.whole("rings", 0, 4),
        p.real("stand", 0.1, 0.8),
        p.choice("base", ["round", "square", "cross"]),
    )
    paint, blade = p.material("paint", [*PLASTICS, *METALS]), p.material("blade", PLASTICS)
    y = stand + r
    design = Design(
        [paint.name, "tall" if stand > 0.4 else "low"],
        [
            f"{number_word(blades)} {blade.name} blades",
            f"{number_word(rings)} guard ring{'s' * (rings != 1)}" if rings else "no guard",
        ],
    )
    design.add(
        "blade",
        around(sphere(0.5, segments=10).scaled(0.85 * r, 0.03 * r, 0.5 * r).rotated("x", twist).moved(0.5 * r), blades)
        .rotated("x", 90)
        .moved(0, y, 0.1 * r),
        blade,
    )
    design.add("hub", sphere(0.16 * r, segments=12).moved(0, y, 0.14 * r), paint)
    design.add("motor", cylinder(0.22 * r, 0.4 * r).rotated("x", 90).moved(0, y, -0.4 * r), paint)
    for i in range(rings):
        design.add(
            "guard", torus(r * (1.1 - 0.25 * i), 0.012 * r, sides=5).rotated("x", 90).moved(0, y, 0.25 * r), STEEL
        )
    design.add("pole", cylinder(0.05 * r + 0.008, y, segments=10).moved(z=-0.25 * r), paint)
    design.add(
        "base",
        {
            "round": cylinder(0.8 * r, 0.03),
            "square": box(1.4 * r, 0.03, 1.4 * r),
            "cross": box(1.9 * r, 0.03, 0.25 * r) + box(0.25 * r, 0.03, 1.9 * r),
        }[base].moved(z=-0.2 * r),
        paint,
    )
    design.features.append(f"a {base} base")
    return design


@category("horn", family="instruments")
def horn(p: Parameters) -> Design:
    length, bell, flare = p.real("length", 0.25, 0.6), p.real("bell", 0.06, 0.14), p.real("flare", 1.5, 5.0)
    valves, loop, metal = (
        p.whole("valves", 0, 4),
        p.real("loop", 0.04, 0.09),
        p.material("metal", [*METALS, *PLASTICS[:4]]),
    )
    mouth = p.material("mouthpiece", METALS)
    t = np.linspace(0, 1, 12)
    profile = [(0.008 + (bell - 0.008) * a**flare, length * a) for a in t]
    design = Design(
        [metal.name],
        [
            f"{number_word(valves)} valve{'s' * (valves != 1)}" if valves else "no valves",
            f"{'a wide' if bell > 0.1 else 'a narrow'} bell",
        ],
    )
    design.add(
        "bell", lathe([*profile, *((r - 0.003, y) for r, y in reversed(profile))], segments=24).rotated("x", 90), metal
    )
    design.add(
        "tube",
        sweep(
            [
                (0, 0, 0.02),
                (0, 0, -0.2 * length),
                (0, -loop, -0.3 * length),
                (0, -2 * loop, -0.2 * length),
                (0, -2 * loop, 0.35 * length),
                (0, -loop, 0.45 * length),
                (0, 0, 0.35 * length),
            ],
            0.008,
        ),
        metal,
    )
    design.add(
        "mouthpiece",
        lathe([(0.006, 0), (0.014, 0.03), (0.011, 0.03), (0.004, 0.01)], segments=14)
        .rotated("x", -90)
        .moved(0, -loop, -0.3 * length),
        mouth,
    )
    for i in range(valves):
        design.add(
            "valve",
            cylinder(0.014, 2.4 * loop, segments=14).moved(0, -2.2 * loop, 0.04 * i)
            + cylinder(0.006, 0.03).moved(0, 0.2 * loop, 0.04 * i),
            mouth,
        )
    return design


@category("radio", family="electronics")
def radio(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.2, 0.45), p.real("ratio", 0.5, 0.85), p.real("depth", 0.08, 0.2)
    knobs, grille, handle = (
        p.whole("knobs", 1, 4),
        p.choice("grille", ["round", "slats", "two rounds"]),
        p.choice("handle", ["yes", "no"]),
    )
    case, cloth = p.material("case", [*WOODS, *PLASTICS]), p.material("grille_material", [*PLASTICS, *METALS])
    h *= w
    design = Design(
        [case.name],
        [
            f"a {grille} grille" if grille != "two rounds" else "two round grilles",
            f"{number_word(knobs)} knob{'s' * (knobs > 1)}",
        ],
    )
    design.add("case", box(w, h, d, bevel=0.02), case)
    face = d / 2
    if grille == "slats":
        design.add(
            "grille",
            join(*(box(0.5 * w, 0.05 * h, 0.01).moved(-0.18 * w, h * (0.3 + 0.1 * i), face) for i in range(6))),
            cloth,
        )
    else:
        disc = cylinder(0.3 * h, 0.01, segments=22).rotated("x", 90)
        places = [-0.22 * w] if grille == "round" else [-0.27 * w, 0.27 * w]
        design.add("grille", join(*(disc.moved(x, 0.6 * h, face) for x in places)), cloth)
    design.add(
        "dial",
        box(0.22 * w, 0.2 * h, 0.008).moved(0.25 * w if grille != "two rounds" else 0, 0.65 * h, face),
        YELLOW,
    )
    design.add(
        "knob",
        row(
            cylinder(0.06 * h, 0.02, segments=12).rotated("x", 90).moved(0, 0.14 * h, face),
            knobs,
            step=(0.7 * w / knobs, 0, 0),
        ),
        BRASS,
    )
    if handle == "yes":
        design.add(
            "handle",
            sweep([(-0.35 * w, h, 0), (-0.3 * w, 1.25 * h, 0), (0.3 * w, 1.25 * h, 0), (0.35 * w, h, 0)], 0.01),
            STEEL,
        )
        design.features.append("a handle")
    return design


@category("flute", family="instruments")
def flute(p: Parameters) -> Design:
    length, r, holes = p.real("length", 0.25, 0.65), p.real("radius", 0.007, 0.014), p.whole("holes", 4, 9)
    bell, rings, keys = p.real("bell", 1.0, 2.6), p.whole("rings", 0, 4), p.choice("keys", ["yes", "no"])
    body, metal = p.material("body", [*WOODS, *METALS, *PLASTICS]), p.material("metal", METALS)
    design = Design([body.name], [f"{number_word(holes)} holes"])
    pipe = lathe(
        [
            (0.8 * r, 0),
            (r, 0.1 * length),
            (r, 0.85 * length),
            (r * bell, length),
            (r * bell * 0.8, length),
            (0.6 * r, 0.9 * length),
        ],
        segments=18,
    )
    dot = cylinder(0.35 * r, 0.1 * r, segments=8).rotated("x", 90).moved(z=r)
    design.add("body", pipe, body)
    design.add("hole", join(*(dot.moved(y=length * (0.3 + 0.5 * i / holes)) for i in range(holes))), BLACK)
    for i in range(rings):
        design.add(
            "ring", tube(1.15 * r, 0.9 * r, 0.02 * length, segments=16).moved(y=length * (0.12 + 0.2 * i)), metal
        )
    if rings:
        design.features.append(f"{number_word(rings)} ring{'s' * (rings > 1)}")
    if keys == "yes":
        lever = sweep([(0.3 * r, 0, 1.4 * r), (0.3 * r, 0.18 * length, 1.5 * r)], 0.2 * r)
        design.add("key", join(*(lever.moved(y=length * (0.3 + 0.22 * i)) for i in range(2))), metal)
        design.features.append("keys")
    return design
