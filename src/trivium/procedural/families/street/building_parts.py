"""Fences, stairs, windows, doors."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.street.parts import BARN_RED, DARK_GREEN, MARBLE, PANE, TIMBER, arch
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    CONCRETE,
    GLASS,
    GREEN,
    GREY,
    METALS,
    PINK,
    PLASTICS,
    RED,
    STEEL,
    STONES,
    WHITE,
    WOODS,
    Material,
)
from trivium.procedural.solids import (
    arc,
    box,
    cylinder,
    disc,
    extrude,
    join,
    mirrored,
    rod,
    row,
    sphere,
    sweep,
    upright,
)


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


@category("stairs", family="street", also=("staircase", "steps", "stairway"))
def stairs(p: Parameters) -> Design:
    steps, w, rise = p.whole("steps", 5, 14), p.real("width", 0.8, 1.6), p.real("rise", 0.15, 0.2)
    run, kind = p.real("run", 0.24, 0.32), p.choice("kind", ["solid", "open", "spiral"])
    tread, frame = (
        p.material("tread", [*TIMBER, CONCRETE, MARBLE]),
        p.material("frame", [CONCRETE, WHITE, BLACK_METAL, STEEL, WOODS[1]]),
    )
    rail, rail_paint = (
        p.choice("railing", ["both sides", "one side", "no"]),
        p.material("rail_paint", [BLACK_METAL, WOODS[0], STEEL, WHITE]),
    )
    design = Design([kind, tread.name], [f"{number_word(steps)} steps"])
    if kind == "spiral":
        for i in range(steps):
            wedge = upright([(0, -0.06), (w, -0.2), (w, 0.2), (0, 0.06)], 0.05).rotated("x", -90)
            post = rod((0.96 * w, 0, 0), (0.96 * w, 0.85, 0), 0.015)
            design.add("tread", wedge.rotated("y", 25 * i).moved(y=rise * (i + 1)), tread)
            if rail != "no":
                design.add("railing", post.rotated("y", 25 * i).moved(y=rise * (i + 1)), rail_paint)
        t = np.radians(25 * np.arange(steps))
        if rail != "no":
            design.add(
                "railing",
                sweep(
                    np.stack([0.96 * w * np.cos(t), rise * (np.arange(steps) + 1) + 0.85, -0.96 * w * np.sin(t)], 1),
                    0.025,
                ),
                rail_paint,
            )
        design.add("pole", cylinder(0.09, rise * steps + 1.0), frame)
    else:
        for i in range(steps):
            y, z = rise * (i + 1), -run * i
            design.add("tread", box(w, 0.045, run + 0.03).moved(0, y - 0.04, z + 0.015), tread)
            if kind == "solid":
                design.add("riser", box(0.97 * w, y - 0.02, run).moved(z=z), frame)
        if kind == "open":
            design.add(
                "stringer",
                mirrored(
                    rod((0.45 * w, 0, 0.5 * run), (0.45 * w, rise * steps - 0.05, run * (0.5 - steps)), 0.07, sides=4)
                ),
                frame,
            )
        posts = [
            rod((0.47 * w, rise * (i + 1) - 0.03, -run * i), (0.47 * w, rise * (i + 1) + 0.85, -run * i), 0.015)
            for i in range(steps)
        ]
        hand = rod((0.47 * w, rise + 0.85, 0.0), (0.47 * w, rise * steps + 0.85, -run * (steps - 1)), 0.03, sides=8)
        if rail != "no":
            design.add(
                "railing", mirrored(join(hand, *posts)) if rail == "both sides" else join(hand, *posts), rail_paint
            )
    if rail != "no":
        design.features.append(f"a {rail_paint.name} railing")
    return design


@category("window", family="street", also=("window frame", "casement"))
def window(p: Parameters) -> Design:
    w, ratio, shape = p.real("width", 0.7, 1.5), p.real("ratio", 0.9, 1.7), p.choice("shape", ["rectangular", "arched"])
    rows, columns, t = p.whole("rows", 1, 4), p.whole("columns", 1, 4), p.real("frame_width", 0.05, 0.09)
    frame, glass = (
        p.material("frame", [WHITE, *TIMBER[:2], BLACK_METAL, DARK_GREEN, GREY]),
        p.material("glass", [PANE, GLASS, Material("sky glass", (0.55, 0.75, 0.9))]),
    )
    extra, paint = (
        p.choice("extra", ["shutters", "flower box", "sill"]),
        p.material("shutter_paint", [GREEN, BLUE, BARN_RED, DARK_GREEN, WOODS[0]]),
    )
    panes = rows * columns + (2 if shape == "arched" else 0)
    h, rise = w * ratio, w / 2 if shape == "arched" else 0.0
    design = Design(
        [frame.name, shape],
        [
            f"{number_word(panes)} pane{'s' * (panes > 1)}",
            {"shutters": f"{paint.name} shutters", "flower box": "a flower box", "sill": "a sill"}[extra],
        ],
    )
    bars = row(box(0.03, h, 0.05), columns - 1, step=(w / columns, 0, 0)) if columns > 1 else box(0.03, 0.03, 0.03)
    lines = (
        row(box(w, 0.03, 0.048).moved(y=h / 2 - 0.015), rows - 1, step=(0, h / rows, 0))
        if rows > 1
        else box(0.03, 0.03, 0.03)
    )
    design.add(
        "glass",
        upright(arch(w, h + rise, h) if rise else [(-w / 2, 0), (w / 2, 0), (w / 2, h), (-w / 2, h)], 0.015),
        glass,
    )
    sides = mirrored(box(t, h + t, 0.1).moved(w / 2, -t / 2)) + row(
        box(w + t, t, 0.099).moved(y=h / 2 - t / 2), 2, step=(0, h, 0)
    )
    design.add("frame", sides, frame)
    if rise:
        design.add(
            "frame",
            sweep(arc(w / 2, 0, 180, points=20) + np.array([0, h, 0]), t / 2, sides=6)
            + rod((0, h, 0), (0, h + rise, 0), 0.02),
            frame,
        )
    design.add("window bar", bars + lines, frame)
    design.add("handle", box(0.02, 0.12, 0.06).moved(0.44 * w, 0.45 * h, 0.05), BRASS)
    design.add("sill", box(w + 0.25, 0.05, 0.24).moved(0, -t / 2 - 0.05, 0.06), frame if extra != "sill" else CONCRETE)
    if extra == "shutters":
        shutter = box(0.48 * w, h, 0.03) + row(box(0.38 * w, 0.035, 0.05).moved(y=h / 2), 10, step=(0, 0.09 * h, 0))
        design.add("shutter", mirrored(shutter.moved(0.75 * w + t / 2 + 0.01, 0, 0.02)), paint)
    elif extra == "flower box":
        design.add("flower box", box(w, 0.18, 0.2).moved(0, -t / 2 - 0.02, 0.17), paint)
        bloom = sphere(0.06, segments=8).moved(0, 0.22, 0.17)
        design.add("leaf", row(sphere(0.1, segments=8).moved(0, 0.14, 0.17), 6, step=(w / 6.5, 0, 0)), GREEN)
        design.add("flower", row(bloom, 5, step=(w / 6, 0, 0)), PINK)
    return design


@category("door", family="street", also=("front door", "doorway"))
def door(p: Parameters) -> Design:
    w, h, panels = p.real("width", 0.8, 1.1), p.real("height", 1.95, 2.3), p.whole("rows", 1, 4)
    kind, angle = p.choice("kind", ["panelled", "glazed", "planks"]), p.real("angle", 0, 70)
    paint = p.material("paint", [*TIMBER[:3], RED, DARK_GREEN, BLUE, WHITE, BLACK])
    frame, metal = p.material("frame", [WHITE, *TIMBER[:2], GREY]), p.material("metal", [BRASS, CHROME, BLACK_METAL])
    knob, letter = p.choice("handle", ["knob", "lever"]), p.choice("letter_slot", ["yes", "no"])
    words = {
        "panelled": f"{number_word(2 * panels)} panels",
        "planks": "upright planks",
        "glazed": f"{number_word(2 * panels)} glass panes",
    }
    design = Design([paint.name, kind if kind != "planks" else "planked"], [words[kind], f"a {metal.name} {knob}"])
    design.add(
        "frame", mirrored(box(0.1, h + 0.1, 0.14).moved(w / 2 + 0.055)) + box(w, 0.1, 0.138).moved(y=h + 0.005), frame
    )
    design.add("threshold", box(w + 0.3, 0.04, 0.3).moved(y=-0.035), CONCRETE)
    dim = Material("shaded", (0.75 * paint.color[0], 0.75 * paint.color[1], 0.75 * paint.color[2]))
    parts = [("leaf", box(w, h - 0.02, 0.05).moved(y=0.01), paint)]
    if kind == "planks":
        parts.append(("groove", row(box(0.012, h - 0.06, 0.056).moved(y=0.03), 6, step=(w / 6, 0, 0)), dim))
        parts.append(("strap", row(box(0.7 * w, 0.06, 0.064).moved(-0.12 * w, h / 2), 2, step=(0, 0.65 * h, 0)), metal))
    else:
        step = 0.86 * h / panels
        panel = row(
            row(box(0.32 * w, step - 0.1, 0.062).moved(y=0.53 * h - step / 2), panels, step=(0, step, 0)),
            2,
            step=(0.43 * w, 0, 0),
        )
        rim = row(
            row(box(0.37 * w, step - 0.06, 0.056).moved(y=0.53 * h - step / 2 - 0.02), panels, step=(0, step, 0)),
            2,
            step=(0.43 * w, 0, 0),
        )
        parts += [("panel rim", rim, dim), ("panel", panel, paint if kind == "panelled" else PANE)]
    x = 0.45 * w
    grip = (
        sphere(0.035, segments=12).moved(x, 0.47 * h, 0.07)
        if knob == "knob"
        else rod((x, 0.47 * h, 0.07), (x - 0.12, 0.47 * h, 0.07), 0.012)
    )
    parts.append(
        ("handle", grip + disc(0.015, 0.07).moved(x, 0.47 * h) + box(0.04, 0.16, 0.06).moved(x, 0.47 * h - 0.1), metal)
    )
    if letter == "yes":
        parts.append(("letter slot", box(0.26, 0.05, 0.072).moved(0, 0.47 * h), metal))
        design.features.append("a letter slot")
    for name, solid, material in parts:
        design.add(name, solid.moved(w / 2).rotated("y", -angle).moved(-w / 2), material)
    design.features.append("a doorway standing open" if angle > 15 else "a closed leaf")
    return design
