"""Tools that are held in the hand, and ladders."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.workshop.parts import DARK_GREY, beam, oval_level
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    BRASS,
    CHROME,
    COPPER,
    GREEN,
    GREY,
    METALS,
    ORANGE,
    PLASTICS,
    RED,
    RUBBER,
    RUSTY,
    STEEL,
    WHITE,
    WOODS,
    YELLOW,
    Material,
)
from trivium.procedural.solids import (
    Points,
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
    mirrored,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
    upright,
)

TOOL_COLORS = (RED, BLUE, GREEN, YELLOW, ORANGE, BLACK, Material("teal", (0.0, 0.42, 0.47)))
RAW_WOODS = (*WOODS[:3], Material("beech", (0.80, 0.62, 0.42)))
CAST = (BLACK_METAL, Material("cast iron", (0.25, 0.26, 0.28)), Material("blue cast", (0.12, 0.25, 0.5)))
ALUMINIUM = Material("aluminium", (0.78, 0.79, 0.80))
BLADE_STEEL = Material("bright steel", (0.74, 0.75, 0.77))
LACQUERS = (RED, BLUE, GREEN, YELLOW, ORANGE, WHITE)
GRIPS = ("round", "waisted", "ribbed", "squared")


def softened(path: Points, times: int = 2) -> np.ndarray:
    """A path with its corners cut again and again, ends kept."""
    points = np.asarray(path, float)
    for _ in range(times):
        a, b = points[:-1], points[1:]
        cut = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], 1).reshape(-1, points.shape[1])
        points = np.concatenate([points[:1], cut, points[-1:]])
    return points


def spread(values: float | Sequence[float], count: int) -> np.ndarray:
    """A few values spread evenly over ``count`` points."""
    few = np.atleast_1d(np.asarray(values, float))
    return np.interp(np.linspace(0, 1, count), np.linspace(0, 1, len(few)), few)


def strip(path: Points, width: float | Sequence[float], depth: float | Sequence[float]) -> Solid:
    """A flat bar along an (x, y) path: ``width`` in the plane, ``depth`` in z, both may vary along it."""
    points = np.asarray(path, float)
    t = np.gradient(points, axis=0)
    t /= np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-12)
    n = np.stack([-t[:, 1], t[:, 0]], 1) * spread(width, len(points))[:, None] / 2
    z = spread(depth, len(points))[:, None] / 2
    sides = [np.concatenate([points + a * n, b * z], 1) for a, b in ((-1, 1), (1, 1), (1, -1), (-1, -1))]
    return loft(list(np.stack(sides, 1)))


def other(material: Material, first: Material, second: Material) -> Material:
    """The first, or the second where the first is the material itself."""
    return second if material.name == first.name else first


def grip(kind: str, length: float, radius: float) -> Solid:
    """A handle standing on the ground: round, waisted, ribbed or squared."""
    if kind == "squared":
        return box(1.8 * radius, length, 1.5 * radius, bevel=0.4 * radius)
    profile = {
        "round": [(0.8 * radius, 0), (radius, 0.15 * length), (radius, 0.85 * length), (0.7 * radius, length)],
        "waisted": [(radius, 0), (0.7 * radius, 0.4 * length), (radius, 0.75 * length), (0.6 * radius, length)],
        "ribbed": [(radius * (1 if i % 2 else 0.8), length * i / 12) for i in range(13)],
    }[kind]
    return lathe([(0.001, 0), *profile, (0.001, length)], segments=14)


@category("hammer", family="tools", also=("claw hammer",))
def hammer(p: Parameters) -> Design:
    length, r, head = p.real("length", 0.2, 0.4), p.real("radius", 0.011, 0.018), p.real("head", 0.08, 0.15)
    kind, hold = p.choice("head_kind", ["claw", "ball", "mallet", "sledge"]), p.choice("grip", GRIPS)
    wood, metal = p.material("handle", [*WOODS, *PLASTICS]), p.material("metal", [*METALS, RUBBER])
    design = Design([kind, wood.name], [f"a {metal.name} head", f"a {hold} grip"])
    design.add(
        "handle",
        grip(hold, length * 0.45, r) + cylinder(0.7 * r, length * 0.6, segments=12).moved(y=length * 0.4),
        wood,
    )
    face = cylinder(0.28 * head, 0.5 * head, segments=16 if kind != "sledge" else 8).rotated("z", -90)
    parts = [
        box(0.5 * head, 0.3 * head, 0.3 * head).moved(y=-0.15 * head),
        face.scaled(0.6, 0.6, 0.6).moved(0.2 * head)
        + cylinder(0.2 * head, 0.1 * head).rotated("z", -90).moved(0.5 * head),
    ]
    if kind == "claw":
        prong = sweep(
            [
                (-0.2 * head, 0, 0.05 * head),
                (-0.5 * head, -0.02 * head, 0.09 * head),
                (-0.75 * head, -0.2 * head, 0.12 * head),
            ],
            [0.09 * head, 0.07 * head, 0.02 * head],
        )
        parts.append(prong + prong.scaled(1, 1, -1))
    elif kind == "ball":
        parts.append(sphere(0.2 * head, segments=14).moved(-0.4 * head))
    else:
        parts = [
            cylinder(0.3 * head, head * 1.2, segments=20 if kind == "mallet" else 8)
            .moved(y=-0.6 * head)
            .rotated("z", 90)
        ]
    design.add("head", join(*parts).moved(y=length), metal)
    return design


@category("screwdriver", family="tools")
def screwdriver(p: Parameters) -> Design:
    blade, hold_l = p.real("blade", 0.06, 0.2), p.real("grip_length", 0.07, 0.12)
    r, thin = p.real("radius", 0.011, 0.02), p.real("thin", 0.002, 0.005)
    hold, tip = p.choice("grip", GRIPS), p.choice("tip", ["flat", "cross", "hex"])
    paint, metal, collar = (
        p.material("paint", [*PLASTICS, *WOODS]),
        p.material("metal", METALS),
        p.choice("collar", ["yes", "no"]),
    )
    design = Design([paint.name, f"{tip}-tip"], [f"{'a long' if blade > 0.13 else 'a short'} blade", f"a {hold} grip"])
    design.add("handle", grip(hold, hold_l, r), paint)
    design.add("blade", cylinder(thin, blade, segments=6 if tip == "hex" else 12).moved(y=hold_l), metal)
    if tip == "flat":
        design.add("tip", box(4 * thin, 0.015, 0.7 * thin).moved(y=hold_l + blade), metal)
    elif tip == "cross":
        design.add("tip", cylinder(1.3 * thin, 0.012, top_radius=0.0005, segments=4).moved(y=hold_l + blade), metal)
    if collar == "yes":
        design.add("collar", cylinder(0.6 * r, 0.012).moved(y=hold_l), metal)
        design.features.append("a metal collar")
    return design


@category("wrench", family="tools", also=("spanner",))
def wrench(p: Parameters) -> Design:
    length, jaw, thick = p.real("length", 0.12, 0.35), p.real("jaw", 0.08, 0.14), p.real("thickness", 0.02, 0.05)
    kind, waist = p.choice("kind", ["open-ended", "ring", "combination", "adjustable"]), p.real("waist", 0.25, 0.5)
    metal, cover = p.material("metal", [*METALS, *PLASTICS[:2]]), p.choice("cover", ["bare", "coated"])
    coat = p.material("coat", PLASTICS)
    r, t = jaw * length, thick * length
    design = Design([kind, metal.name], [])

    def open_end() -> Solid:
        a = np.radians(np.linspace(50, 310, 14))
        outer = np.stack([r * np.cos(a), r * np.sin(a)], 1)
        return join(
            *(
                box(0.55 * r, t, 0.5 * r).rotated("y", -np.degrees(x)).moved(0.72 * u, 0, 0.72 * v)
                for x, (u, v) in zip(a, outer, strict=True)
            )
        )

    def ring_end() -> Solid:
        return around(box(0.4 * r, t, 0.6 * r).moved(0.8 * r), 12)

    left, right = {
        "open-ended": (open_end, open_end),
        "ring": (ring_end, ring_end),
        "combination": (open_end, ring_end),
        "adjustable": (open_end, None),
    }[kind]
    design.add("shank", box(length, t, 2 * waist * r).moved(y=0), metal if cover == "bare" else coat)
    design.add("jaw", left().moved(length / 2 + 0.7 * r), metal)
    if right:
        design.add("jaw", right().rotated("y", 180).moved(-length / 2 - 0.7 * r), metal)
    else:
        design.add(
            "screw",
            cylinder(0.22 * r, 0.8 * r, segments=10).rotated("x", 90).moved(length / 2 - 0.2 * r, t, -0.4 * r),
            BRASS,
        )
        design.features.append("an adjusting screw")
    if cover == "coated":
        design.features.append(f"a {coat.name} coating")
    return design


@category("saw", family="tools", also=("handsaw",))
def saw(p: Parameters) -> Design:
    length, height, teeth = p.real("length", 0.25, 0.6), p.real("height", 0.06, 0.14), p.whole("teeth", 12, 30)
    kind, taper = p.choice("kind", ["hand", "back", "bow"]), p.real("taper", 0.4, 1.0)
    wood, metal = p.material("handle", [*WOODS, *PLASTICS]), p.material("metal", METALS)
    design = Design([f"{kind}", wood.name], [f"{teeth} teeth"])
    if kind == "bow":
        height *= 0.25
        design.add(
            "frame", sweep([(0, height, 0), (0.02, 0.16, 0), (length - 0.05, 0.18, 0), (length, height, 0)], 0.01), wood
        )
        taper = 1.0
    blade = extrude([(0, 0), (length, 0), (length, height * taper), (0, height)], 0.003).rotated("x", -90)
    tooth = extrude([(0, 0), (length / teeth, 0), (0, -0.012)], 0.003).rotated("x", -90)
    design.add("blade", blade + join(*(tooth.moved(length * i / teeth) for i in range(teeth))), metal)
    if kind == "back":
        design.add("spine", box(length, 0.015, 0.009).moved(length / 2, height), BRASS)
    hold = sweep(
        [(-0.01, 0, 0), (-0.09, -0.01, 0), (-0.11, 0.05, 0), (-0.08, 0.11, 0), (-0.01, 0.1, 0)], 0.014, closed=True
    )
    design.add("handle", hold, wood)
    return design


@category("shovel", family="tools", also=("spade",))
def shovel(p: Parameters) -> Design:
    length, width, blade = p.real("length", 0.8, 1.4), p.real("width", 0.16, 0.3), p.real("blade", 0.22, 0.35)
    form, hold, dish = (
        p.choice("form", ["pointed", "square", "round"]),
        p.choice("handle", ["straight", "D", "T"]),
        p.real("dish", 0.5, 4),
    )
    wood, metal = p.material("wood", [*WOODS, *PLASTICS]), p.material("metal", [*METALS, *PLASTICS[:3]])
    w = width / 2
    forms: dict[str, list[tuple[float, float]]] = {
        "pointed": [(w, 0.35 * blade), (0, 0), (-w, 0.35 * blade)],
        "square": [(w, 0), (0, 0), (-w, 0)],
        "round": [(w, 0.3 * blade), (0.6 * w, 0.08 * blade), (0, 0), (-0.6 * w, 0.08 * blade), (-w, 0.3 * blade)],
    }
    outline = [(w, blade), *forms[form], (-w, blade), (-0.4 * w, 1.08 * blade), (0.4 * w, 1.08 * blade)]
    design = Design([form, metal.name], [f"a {hold}-shaped handle" if hold != "straight" else "a straight handle"])
    design.add("blade", extrude(outline[::-1], 0.004).rotated("x", -90).bent(dish), metal)
    design.add("shaft", cylinder(0.017, length, segments=12).moved(y=blade * 0.9), wood)
    top = blade * 0.9 + length
    if hold == "D":
        design.add(
            "handle",
            sweep(
                [
                    (0, top - 0.02, 0),
                    (0.06, top + 0.05, 0),
                    (0.06, top + 0.11, 0),
                    (-0.06, top + 0.11, 0),
                    (-0.06, top + 0.05, 0),
                ],
                0.013,
                closed=True,
            ),
            wood,
        )
    elif hold == "T":
        design.add("handle", cylinder(0.018, 0.16, segments=10).moved(y=-0.08).rotated("z", 90).moved(y=top), wood)
    return design


@category("axe", family="tools", also=("hatchet",))
def axe(p: Parameters) -> Design:
    length, head, bend = p.real("length", 0.35, 0.9), p.real("head", 0.1, 0.2), p.real("bend", 0, 0.06)
    edge, kind = p.real("edge", 0.6, 1.5), p.choice("kind", ["single", "double"])
    wood, metal = p.material("wood", [*WOODS, *PLASTICS[:5]]), p.material("metal", [*METALS, *PLASTICS[:2]])
    design = Design(
        [f"{kind}-bladed", wood.name], [f"a {metal.name} head", f"{'a curved' if bend > 0.03 else 'a straight'} handle"]
    )
    design.add(
        "handle",
        sweep([(bend * 0.8, 0, 0), (-bend, length * 0.4, 0), (0, length * 1.02, 0)], [0.02, 0.015, 0.017]),
        wood,
    )
    side = (
        extrude(
            [
                (0, -0.3 * head),
                (0.7 * head, -0.5 * edge * head),
                (0.85 * head, 0),
                (0.7 * head, 0.5 * edge * head),
                (0, 0.3 * head),
            ],
            0.02,
        )
        .moved(y=-0.01)
        .rotated("x", 90)
    )
    blade = Solid(
        side.vertices
        * np.stack(
            [np.ones(len(side.vertices)), np.ones(len(side.vertices)), 1.6 - 1.7 * np.abs(side.vertices[:, 0]) / head],
            1,
        ),
        side.faces,
    )
    other = (
        blade.scaled(-1, 1, 1)
        if kind == "double"
        else box(0.35 * head, 0.5 * head, 0.035).moved(-0.12 * head, -0.25 * head)
    )
    design.add("head", (blade + other).moved(y=length * 0.93), metal)
    return design


@category("ladder", family="tools")
def ladder(p: Parameters) -> Design:
    h, w, rungs = p.real("height", 1.2, 3.5), p.real("width", 0.35, 0.55), p.whole("rungs", 4, 10)
    kind, form, taper = (
        p.choice("kind", ["straight", "step"]),
        p.choice("rung_form", ["round", "flat"]),
        p.real("taper", 0.7, 1.0),
    )
    metal, second = (
        p.material("material", [*WOODS, *METALS, *PLASTICS[:5]]),
        p.material("rung_material", [*WOODS, *METALS]),
    )
    design = Design([kind, metal.name], [f"{number_word(rungs)} {form} rungs"])

    def side(lean: float) -> Solid:
        rail = sweep([(w / 2, 0, 0), (w / 2 * taper, h, 0)], 0.022, sides=4)
        return (rail + rail.scaled(-1, 1, 1)).rotated("x", lean)

    def rung(i: int) -> Solid:
        t = (i + 0.7) / (rungs + 0.4)
        width = w * (1 + (taper - 1) * t)
        bar = (
            cylinder(0.014, width, segments=8).moved(y=-width / 2).rotated("z", 90)
            if form == "round"
            else box(width, 0.02, 0.08)
        )
        return bar.moved(y=h * t)

    lean = -14 if kind == "step" else 0
    design.add("rail", side(lean), metal)
    design.add("rung", join(*(rung(i) for i in range(rungs))).rotated("x", lean), second)
    if kind == "step":
        z = -2 * h * np.sin(np.radians(14))
        design.add("rail", side(14).moved(0, 0, z), metal)
        design.add("platform", box(w * taper, 0.03, 0.25).moved(0, h * 0.97, z / 2), second)
        design.features.append("a platform")
    return design


@category("flashlight", family="tools", also=("torch",))
def flashlight(p: Parameters) -> Design:
    length, r, head = p.real("length", 0.1, 0.25), p.real("radius", 0.012, 0.02), p.real("head", 1.1, 2.2)
    hold, loop, button = p.choice("grip", GRIPS), p.choice("loop", ["yes", "no"]), p.real("button", 0.3, 0.7)
    body, lens = p.material("body", [*PLASTICS, *METALS]), p.material("trim", [*PLASTICS, *METALS])
    design = Design([body.name], [f"a {'wide' if head > 1.6 else 'narrow'} head", f"a {hold} grip"])
    parts = grip(hold, length, r) + cylinder(r * 0.9, length, segments=16)
    design.add("body", parts.rotated("x", 90), body)
    design.add(
        "head",
        lathe(
            [
                (r, 0),
                (r * head, 0.3 * length),
                (r * head, 0.38 * length),
                (r * head * 0.9, 0.38 * length),
                (0.001, 0.34 * length),
            ],
            segments=22,
        )
        .moved(y=length)
        .rotated("x", 90),
        lens,
    )
    design.add("button", box(0.6 * r, 0.3 * r, 1.2 * r).moved(0, 0.9 * r, length * button), RED)
    if loop == "yes":
        design.add(
            "loop", sweep([(0, 0.3 * r, 0), (0, r, -2 * r), (0, -r, -2 * r), (0, -0.3 * r, 0)], 0.1 * r), BLACK_METAL
        )
        design.features.append("a loop")
    return design


@category("drill", family="workshop", also=("power drill", "electric drill"))
def drill(p: Parameters) -> Design:
    length, r, grip = p.real("length", 0.17, 0.25), p.real("radius", 0.027, 0.036), p.real("grip", 0.1, 0.15)
    kind, tilt, bit = (
        p.choice("kind", ["cordless", "corded", "two-handed"]),
        p.real("tilt", 0, 0.04),
        p.real("bit", 0.04, 0.13),
    )
    paint, chuck = p.material("paint", TOOL_COLORS), p.material("chuck", [BLACK_METAL, STEEL])
    design = Design([kind, paint.name], ["a drill bit", "a trigger"])
    x0, x1 = -0.5 * length, 0.25 * length
    shell = [
        (0.001, 0),
        (0.75 * r, 0),
        (r, 0.12 * length),
        (r, 0.6 * length),
        (0.85 * r, 0.76 * length),
        (0.001, 0.76 * length),
    ]
    design.add("body", along_x(lathe(shell, segments=20)).moved(x0), paint)
    design.add(
        "vents",
        row(along_x(cylinder(1.02 * r, 0.02 * length)), 3, step=(0.05 * length, 0, 0)).moved(-0.3 * length),
        BLACK,
    )
    design.add("collar", along_x(cylinder(0.88 * r, 0.12 * length)).moved(x1), BLACK)
    jaws = lathe([(0.72 * r, 0), (0.75 * r, 0.14 * length), (0.3 * r, 0.27 * length)], segments=16)
    design.add("chuck", along_x(jaws).moved(x1 + 0.12 * length), chuck)
    design.add("bit", along_x(cylinder(0.004, bit + 0.02, segments=8)).moved(x1 + 0.38 * length), BLADE_STEEL)
    foot = -0.12 * length - tilt
    path = softened([(-0.1 * length, -0.3 * r), (-0.14 * length, -0.5 * grip), (foot, -grip)])
    design.add("handle", strip(path, [0.06, 0.05, 0.048, 0.055], 0.036), paint)
    design.add("grip", strip(path[3:-2] - (0.012, 0), 0.034, 0.0385), RUBBER)
    design.add("trigger", box(0.02, 0.03, 0.018).moved(-0.1 * length + 0.03, -r - 0.026), other(paint, BLACK, RED))
    if kind == "cordless":
        design.add("shoe", box(0.09, 0.022, 0.062, bevel=0.01).moved(foot + 0.01, -grip - 0.02), paint)
        design.add("battery", box(0.115, 0.045, 0.075, bevel=0.012).moved(foot + 0.012, -grip - 0.062), BLACK)
        design.features.append("a battery pack")
    else:
        cable = [
            (foot, -grip, 0),
            (foot - 0.01, -grip - 0.06, 0),
            (foot - 0.1, -grip - 0.06, 0.02),
            (foot - 0.17, -grip - 0.02, 0),
        ]
        design.add("cable", sweep(softened(cable), 0.0045, sides=6), RUBBER)
        design.features.append("a power cable")
    if kind == "two-handed":
        side = lathe([(0.012, 0), (0.018, 0.03), (0.016, 0.11), (0.02, 0.13), (0.001, 0.135)], segments=14)
        design.add("side handle", along_z(side).moved(x1 + 0.06 * length), BLACK)
        design.add("side handle", along_x(cylinder(1.05 * r, 0.05 * length)).moved(x1 + 0.035 * length), BLACK_METAL)
        design.features.append("a side handle")
    return design


@category("pliers", family="workshop", also=("hand pliers",))
def pliers(p: Parameters) -> Design:
    length, open_, bow = p.real("length", 0.15, 0.25), p.real("opening", 2, 14), p.real("bow", 0.16, 0.26)
    kind, thick = (
        p.choice("kind", ["combination", "needle-nose", "cutting", "bulldog"]),
        p.real("thickness", 0.05, 0.08),
    )
    grip, metal = p.material("grip", TOOL_COLORS), p.material("metal", [STEEL, CHROME, BLACK_METAL])
    jaw, widths = {
        "combination": ([(0, 0), (0.055, 0.1), (0.045, 0.2), (0.035, 0.3)], [0.1, 0.1, 0.08, 0.06]),
        "needle-nose": ([(0, 0), (0.045, 0.1), (0.022, 0.25), (0.012, 0.48)], [0.1, 0.085, 0.04, 0.02]),
        "cutting": ([(0, 0), (0.08, 0.07), (0.07, 0.13), (0.01, 0.18)], [0.12, 0.13, 0.1, 0.03]),
        "bulldog": ([(0, 0), (0.07, 0.08), (0.075, 0.2), (0.02, 0.26)], [0.1, 0.1, 0.08, 0.05]),
    }[kind]
    design = Design([kind, grip.name], [f"{grip.name} handles", f"{metal.name} jaws"])
    leg = softened([(0, 0), (-0.06, -0.12), (-bow, -0.25), (-bow, -0.5), (-0.62 * bow, -0.72)])

    def half(path: Points, width: Sequence[float] | float, depth: float, side: int) -> Solid:
        inset = 1.0 if side > 0 else 0.93
        return (
            strip(length * np.asarray(path), np.multiply(width, length).tolist(), depth * inset)
            .rotated("z", -open_ / 2)
            .scaled(side)
        )

    for side in (1, -1):
        design.add("jaws", half(softened(jaw), widths, thick * length, side), metal)
        design.add("arms", half(leg[:7], [0.1, 0.06], thick * length, side), metal)
        design.add("handles", half(leg[5:], [0.06, 0.085, 0.08, 0.075, 0.06], 1.25 * thick * length, side), grip)
    pin = along_z(cylinder(0.045 * length, 1.25 * thick * length, segments=16))
    design.add("pivot", pin.moved(z=-0.62 * thick * length), other(metal, BLACK_METAL, STEEL))
    return design


@category("clamp", family="workshop", also=("cramp",))
def clamp(p: Parameters) -> Design:
    size, throat, gap = p.real("size", 0.1, 0.3), p.real("throat", 0.45, 0.8), p.real("gap", 0.1, 0.5)
    kind, thick = p.choice("kind", ["C", "bar", "spring"]), p.real("thickness", 0.1, 0.15)
    paint, second = (
        p.material("paint", [*TOOL_COLORS[:5], *CAST]),
        p.material("handle", [*RAW_WOODS, RED, BLACK, STEEL]),
    )
    s, t, d = size, thick * size, throat * size
    design = Design([{"C": "C-shaped", "bar": "F-shaped", "spring": "spring-loaded"}[kind], paint.name], [])
    if kind == "spring":
        for side in (1, -1):
            arm = softened([(0.02, 0.42), (0.16, 0.3), (0.06, 0.02), (-0.16, -0.2), (-0.2, -0.5)]) * s
            arm[:, 0] += gap * s * 0.1 * np.sign(arm[:, 1]) * np.minimum(1, np.abs(arm[:, 1]) / (0.2 * s))
            design.add(
                "jaws", strip(arm, [t * 0.8, 1.2 * t, 1.4 * t, t], 1.6 * t if side > 0 else 1.4 * t).scaled(side), paint
            )
            tip = box(0.07 * s, 0.13 * s, 1.9 * t).moved(arm[0, 0], arm[0, 1] - 0.07 * s)
            design.add("pads", tip.scaled(side), other(paint, ORANGE, BLACK))
            design.add("grips", strip(arm[-5:], 1.3 * t, 1.9 * t).scaled(side), second)
        design.add("spring", along_z(row(torus(0.07 * s, 0.015 * s), 3, step=(0, 0.03 * s, 0))).moved(z=t), STEEL)
        design.features = ["two pads", f"{second.name} grips"]
        return design
    if kind == "C":
        path = softened(
            [(0, 0.5 * s), (-0.2 * d, 0.5 * s), (-d, 0.5 * s), (-d, -0.5 * s), (-0.2 * d, -0.5 * s), (0, -0.5 * s)]
        )
        design.add("frame", strip(path, [t, 1.3 * t, 1.5 * t, 1.3 * t, t], 0.8 * t), paint)
        design.add("anvil pad", cylinder(0.8 * t, 0.5 * t).moved(y=0.45 * s - t * 0.3), paint)
        low = -0.5 * s
    else:
        tall = 1.9 * s
        design.add("bar", box(0.8 * t, tall, 0.35 * t).moved(-d, -0.75 * s), STEEL)
        for y in (0.5 * s, -0.5 * s):
            jaw = strip([(-d - t, y), (-0.5 * d, y), (0.6 * t, y)], [1.6 * t, 1.2 * t, 0.9 * t], [1.1 * t, t, 0.9 * t])
            design.add("jaws", jaw, paint)
        design.add("pads", cylinder(0.8 * t, 0.5 * t).moved(y=0.4 * s), RED)
        low = -0.5 * s
    top, bottom = (0.4 - 0.6 * gap) * s, low - (0.2 + 0.5 * gap) * s
    design.add("boss", cylinder(0.85 * t, 1.4 * t).moved(y=low - 0.7 * t), paint)
    design.add(
        "screw",
        lathe([(0.4 * t * (1 if i % 2 else 0.8), bottom + (top - bottom) * i / 30) for i in range(31)], segments=12),
        STEEL,
    )
    design.add("shoe", cylinder(0.8 * t, 0.35 * t).moved(y=top - 0.1 * t), STEEL)
    if kind == "C":
        design.add(
            "tommy bar", along_x(cylinder(0.18 * t, 0.5 * s, segments=10)).moved(-0.25 * s, bottom + 0.3 * t), STEEL
        )
        design.add("tommy bar", mirrored(sphere(0.3 * t, segments=10).moved(0.25 * s, bottom + 0.3 * t)), STEEL)
    else:
        hold = [(0.001, 0), (0.6 * t, 0), (0.8 * t, 0.1 * s), (0.6 * t, 0.38 * s), (0.4 * t, 0.42 * s)]
        design.add("handle", lathe(hold, segments=12).moved(y=bottom - 0.2 * s), second)
        design.features.append(f"a {second.name} handle")
    design.features.append("a screw spindle")
    return design


@category("mallet", family="workshop", also=("hammer",))
def mallet(p: Parameters) -> Design:
    length, head, fat = p.real("length", 0.26, 0.4), p.real("head", 0.09, 0.17), p.real("fatness", 0.5, 0.8)
    kind, flare = p.choice("kind", ["square", "round", "barrel-headed", "carver's"]), p.real("flare", 1.0, 1.3)
    faces = p.material(
        "head_material",
        [*RAW_WOODS, RUBBER, Material("white rubber", (0.9, 0.89, 0.85)), Material("black rubber", (0.13, 0.13, 0.14))],
    )
    wood, bands = p.material("handle", [*RAW_WOODS, YELLOW, RED]), p.choice("bands", ["yes", "no"])
    design = Design([kind, faces.name], [f"a thick {faces.name} head", f"a {wood.name} handle"])
    design.add(
        "handle",
        lathe([(0.001, 0), (0.012, 0), (0.017, 0.01), (0.014, 0.3 * length), (0.012, 1.03 * length)], segments=24),
        wood,
    )
    design.add("grip rings", row(cylinder(0.0185, 0.006), 2, step=(0, 0.03, 0)).moved(y=0.06), BLACK)
    r, y = 0.5 * fat * head, length - 0.3 * head
    if kind == "square":
        wedge = upright(
            [(-0.5 * head, -r), (0.5 * head, -r), (0.5 * head * flare, r), (-0.5 * head * flare, r)], 1.5 * r
        )
        design.add("head", wedge.moved(y=y), faces)
    elif kind == "carver's":
        y = 0.55 * length
        bell = lathe(
            [(0.016, 0), (0.45 * r + 0.01, 0.1 * head), (r, 1.2 * head), (0.9 * r, 1.35 * head), (0.001, 1.36 * head)],
            segments=20,
        )
        design.add("head", bell.moved(y=y), faces)
    else:
        mid = r * (flare if kind == "barrel-headed" else 1)
        half = 0.5 * head
        turned = lathe(
            [
                (0.001, -half),
                (0.92 * r, -half),
                (r, -0.9 * half),
                (mid, 0),
                (r, 0.9 * half),
                (0.92 * r, half),
                (0.001, half),
            ]
        )
        design.add("head", along_x(turned).moved(y=y), faces)
    if bands == "yes" and kind in ("round", "barrel-headed"):
        ring = tube(1.03 * (mid + r) / 2, 0.8 * r, 0.06 * head).moved(y=-0.03 * head)
        design.add("bands", along_x(row(ring, 2, step=(0, 0.55 * head, 0))).moved(y=y), BLACK_METAL)
        design.features.append("two iron bands")
    return design


@category("chisel", family="workshop", also=("hand chisel",))
def chisel(p: Parameters) -> Design:
    blade, width, hold = p.real("blade", 0.09, 0.17), p.real("width", 0.008, 0.04), p.real("handle_length", 0.09, 0.14)
    kind, thick = p.choice("kind", ["bench", "splitproof", "mason's"]), p.real("thickness", 0.003, 0.006)
    wood, cap = p.material("handle", [*RAW_WOODS, *TOOL_COLORS[:5]]), p.choice("cap", ["hoop", "plain"])
    paint = p.material("paint", [STEEL, BLACK_METAL, YELLOW, RED, BLUE, GREEN])
    design = Design([kind], [f"{'a wide' if width > 0.022 else 'a narrow'} bevelled blade"])
    w = width / 2
    if kind == "mason's":
        bar = 0.007 + 0.1 * width
        design.add("shaft", cylinder(bar, hold + 0.3 * blade, segments=8), paint)
        grip = row(cylinder(1.05 * bar, 0.005, segments=8), 7, step=(0, 0.009, 0))
        design.add("grip rings", grip.moved(y=0.55 * hold), paint)
        design.add(
            "striking end", lathe([(0.6 * bar, -0.03), (0.9 * bar, -0.025), (0.9 * bar, 0.01)], segments=8), STEEL
        )
        ring = [(0, 1.2 * bar, 0.9 * bar), (0.5, max(w, 1.2 * bar) * 1.2, 0.7 * bar), (1, 1.5 * w + bar, 0.0006)]
        edge = strip(
            [(0, hold + blade * (0.25 + 0.6 * t)) for t, _, _ in ring],
            [2 * a for _, a, _ in ring],
            [2 * b for _, _, b in ring],
        )
        design.add("blade", edge, BLADE_STEEL)
        if cap == "hoop":
            guard = lathe([(bar, 0), (4 * bar, 0.004), (4 * bar, 0.012), (1.5 * bar, 0.03)], segments=18)
            design.add("guard", guard.moved(y=0.01), other(paint, ORANGE, BLACK))
            design.features.append("a hand guard")
        design.adjectives.append(paint.name)
        return design
    profile = [
        (0.001, 0),
        (0.012, 0),
        (0.015, 0.01),
        (0.016, 0.35 * hold),
        (0.0125, 0.75 * hold),
        (0.012, hold),
        (0.001, hold),
    ]
    if kind == "splitproof":
        profile = [
            (0.001, 0),
            (0.013, 0),
            (0.0165, 0.01),
            (0.0165, 0.5 * hold),
            (0.011, 0.7 * hold),
            (0.015, 0.9 * hold),
            (0.001, hold),
        ]
    design.add("handle", lathe(profile, segments=14), wood)
    if cap == "hoop":
        design.add("hoop", tube(0.0165, 0.01, 0.012).moved(y=-0.002), STEEL)
        design.features.append("a steel hoop")
    design.add("ferrule", cylinder(0.0135, 0.018, top_radius=0.01).moved(y=hold - 0.004), BRASS)
    design.add("neck", cylinder(0.008, 0.04, top_radius=0.005, segments=12).moved(y=hold), STEEL)
    y = hold + 0.03
    path = [(0, y), (0, y + 0.02), (0, y + 0.85 * blade), (0, y + blade)]
    flat = loft(
        [
            np.array([(x, v, z) for x, z in ((-a, -b), (a, -b), (a, c), (-a, c))])
            for (_, v), a, b, c in zip(
                path,
                (0.004, w, w, w),
                (thick, thick, thick, thick),
                (thick, thick * 0.6, thick * 0.6, 0.0004 - thick),
                strict=True,
            )
        ]
    )
    design.add("blade", flat, BLADE_STEEL)
    design.adjectives.append(f"{wood.name}-handled")
    return design


@category("file", family="workshop", also=("metal file", "rasp", "hand file"))
def file(p: Parameters) -> Design:
    blade, width, hold = p.real("blade", 0.15, 0.28), p.real("width", 0.014, 0.032), p.real("handle_length", 0.09, 0.13)
    kind, taper = p.choice("section", ["flat", "half-round", "round", "triangular"]), p.real("taper", 0.35, 1.0)
    teeth, bare = p.whole("teeth", 14, 30), p.choice("collar", ["yes", "no"])
    metal, grip = (
        p.material("metal", [STEEL, Material("dark steel", (0.36, 0.37, 0.39))]),
        p.material("grip", [*RAW_WOODS, *TOOL_COLORS]),
    )
    design = Design(
        [kind, f"{grip.name}-handled"], ["a toothed blade", f"{'a tapered' if taper < 0.7 else 'an even'} tip"]
    )
    profile = [
        (0.001, 0),
        (0.011, 0),
        (0.016, 0.02),
        (0.0135, 0.55 * hold),
        (0.015, 0.8 * hold),
        (0.009, hold),
        (0.001, hold),
    ]
    design.add("handle", lathe(profile, segments=14), grip)
    if bare == "yes":
        design.add("collar", cylinder(0.0105, 0.016).moved(y=hold - 0.01), BRASS)
        design.features.append("a brass collar")
    w = width / 2
    a = np.radians(np.linspace(0, 180, 7))
    section = {
        "flat": np.array([(-w, -0.22 * w), (w, -0.22 * w), (w, 0.22 * w), (-w, 0.22 * w)]),
        "half-round": np.stack([w * np.cos(a), 0.55 * w * np.sin(a) - 0.2 * w], 1),
        "round": regular_outline(14, 0.5 * w),
        "triangular": np.array([(-0.75 * w, -0.45 * w), (0.75 * w, -0.45 * w), (0, 0.85 * w)]),
    }[kind]

    def ring(y: float, k: float) -> np.ndarray:
        return np.stack([section[:, 0] * k, np.full(len(section), y), section[:, 1] * k], 1)

    design.add("tang", cylinder(0.006, 0.04, segments=8).moved(y=hold - 0.01), metal)
    y0 = hold + 0.025
    design.add(
        "blade", loft([ring(y0 - 0.015, 0.4), ring(y0, 1), ring(y0 + 0.6 * blade, 1), ring(y0 + blade, taper)]), metal
    )
    ridge = Material("dark teeth", (0.27, 0.28, 0.3))
    for i in range(teeth):
        y = 0.04 + 0.9 * i / teeth
        k = 1.03 * (1 if y < 0.6 else 1 + (taper - 1) * (y - 0.6) / 0.4)
        design.add("teeth", loft([ring(y0 + y * blade, k), ring(y0 + (y + 0.35 / teeth) * blade, k)]), ridge)
    return design


@category("tape measure", family="workshop", also=("measuring tape",))
def tape_measure(p: Parameters) -> Design:
    size, thick, out = p.real("size", 0.05, 0.085), p.real("thickness", 0.4, 0.6), p.real("pulled_out", 0.02, 0.16)
    form, trim = p.choice("form", ["round", "square-cornered", "D-shaped"]), p.choice("trim", ["rubber", "plain"])
    case, label = (
        p.material("case", [YELLOW, RED, ORANGE, CHROME, BLACK, BLUE]),
        p.material("label", [BLACK, WHITE, YELLOW, RED]),
    )
    h, t = size / 2, thick * size
    outline = {
        "round": regular_outline(28, h),
        "square-cornered": np.array([(-1, -1), (1, -1), (1, 0.5), (0.8, 0.85), (0.5, 1), (-0.75, 1), (-1, 0.75)]) * h,
        "D-shaped": np.concatenate([[(-1, -1), (1.05, -1), (1.05, -0.5)], regular_outline(24, 1)[1:11]]) * h,
    }[form]
    design = Design(
        [case.name, form], [f"a {'long' if out > 0.09 else 'short'} piece of yellow tape", f"a {label.name} label"]
    )
    if form == "round":
        design.add("case", box(1.05 * h, 0.4 * h, 0.95 * t).moved(0.52 * h, -h), case)
    design.add("case", upright(outline, t), case)
    if trim == "rubber":
        design.add("trim", upright(outline * 1.04, 0.45 * t), other(case, BLACK, GREY))
        design.features.append("a rubber trim")
    design.add("label", along_z(cylinder(0.66 * h, 1.03 * t, segments=32)).moved(z=-0.515 * t), label)
    design.add(
        "emblem",
        upright([(-0.45 * h, -0.12 * h), (0.45 * h, -0.12 * h), (0.45 * h, 0.12 * h), (-0.45 * h, 0.12 * h)], 1.06 * t),
        other(label, WHITE, RED),
    )
    design.add("button", box(0.35 * h, 0.3 * h, 0.35 * t).moved(0.85 * h, -0.35 * h), other(case, RED, BLACK))
    y, x0 = -0.93 * h, 1.02 * h
    tape = Material("yellow tape", (0.96, 0.84, 0.2))
    design.add("tape", box(out + 0.1 * h, 0.0012, 0.62 * t).moved(x0 + out / 2 - 0.05 * h, y), tape)
    ticks = max(3, int(out / 0.005))
    tick = row(box(0.0009, 0.0003, 0.25 * t), ticks, step=(out / (ticks + 1), 0, 0))
    design.add("marks", tick.moved(x0 + out / 2, y + 0.0012, 0.18 * t), BLACK)
    design.add(
        "hook",
        box(0.002, 0.014, 0.55 * t).moved(x0 + out, y - 0.009)
        + box(0.012, 0.0012, 0.4 * t).moved(x0 + out - 0.005, y + 0.0014),
        STEEL,
    )
    return design


@category("spirit level", family="workshop", also=("level", "bubble level"))
def spirit_level(p: Parameters) -> Design:
    length, height, depth = p.real("length", 0.22, 0.9), p.real("height", 0.035, 0.065), p.real("depth", 0.3, 0.5)
    form, vials = p.choice("form", ["box", "I-beam", "torpedo"]), p.whole("vials", 1, 3)
    body, cap = (
        p.material("body", [YELLOW, RED, BLUE, ORANGE, ALUMINIUM, *RAW_WOODS[:2]]),
        p.material("cap", [BLACK, RED, GREY]),
    )
    h, d = height, depth * height
    design = Design([body.name, form], [f"{number_word(vials)} bubble vial{'s' * (vials > 1)}"])
    l2 = length / 2
    if form == "torpedo":
        design.add(
            "body",
            upright([(-l2, 0), (l2, 0), (l2, 0.5 * h), (0.75 * l2, h), (-0.75 * l2, h), (-l2, 0.5 * h)], d),
            body,
        )
    elif form == "I-beam":
        design.add(
            "body",
            box(length, h * 0.97, 0.35 * d).moved(y=0.01 * h)
            + box(length, 0.16 * h, d)
            + box(length, 0.16 * h, d).moved(y=0.84 * h),
            body,
        )
    else:
        design.add("body", box(length, h, d), body)
        design.add("stripe", box(0.97 * length, 0.1 * h, 1.03 * d).moved(y=0.16 * h), cap)
    if form != "torpedo":
        design.add("end cap", mirrored(box(0.25 * h, 1.03 * h, 1.06 * d).moved(l2, -0.015 * h)), cap)
    lime, bubble = Material("lime", (0.75, 0.9, 0.2)), Material("pale", (0.93, 0.98, 0.75))
    wide = min(1.1 * h, 0.2 * length)
    design.add("window", box(1.5 * wide, 0.66 * h, 1.09 * d).moved(0, 0.28 * h), BLACK)

    def glass(r: float, long: float, x: float, turn: float) -> None:
        for part, k, q, m in (("vial", 1.0, 1.0, lime), ("bubble", 1.05, 0.25, bubble), ("marks", 1.07, 0.03, BLACK)):
            bar = along_x(cylinder(r * k, long * q, segments=20).moved(y=-long * q / 2))
            many = row(bar, 2, step=(0.34 * long, 0, 0)) if part == "marks" else bar
            design.add(part, many.scaled(1, 1, max(1.0, 0.75 * d / r)).rotated("z", turn).moved(x, 0.62 * h), m)

    glass(0.16 * h, 1.3 * wide, 0, 0)
    for side, turn in ((1, 90), (-1, 45))[: vials - 1]:
        x = side * (0.7 if form != "torpedo" else 0.62) * l2
        design.add("window", along_z(cylinder(0.37 * h, 1.09 * d)).moved(x, 0.58 * h, -0.545 * d), BLACK)
        glass(0.11 * h, 0.6 * h, x, turn)
    return design


@category("pickaxe", family="workshop", also=("pick", "mattock"))
def pickaxe(p: Parameters) -> Design:
    length, span, curve = p.real("length", 0.6, 1.0), p.real("span", 0.38, 0.6), p.real("curve", 0.04, 0.13)
    kind, thick = p.choice("kind", ["double-pointed", "chisel-ended", "mattock"]), p.real("thickness", 0.018, 0.03)
    shaft = p.material("handle", [*RAW_WOODS, YELLOW, ORANGE, BLACK])
    metal = p.material("metal", [STEEL, BLACK_METAL, RUSTY, Material("dark steel", (0.36, 0.37, 0.39)), RED, BLUE])
    grip = p.choice("grip", ["bare", "wrapped"])
    ends = {"double-pointed": "two sharp points", "chisel-ended": "a point and a chisel end", "mattock": "a broad adze"}
    design = Design([kind, f"{shaft.name}-handled"], [ends[kind], f"a curved {metal.name} head"])
    design.add(
        "handle",
        strip(
            [(0, 0), (0, 0.3 * length), (0, 0.85 * length), (0, 1.03 * length)],
            [0.036, 0.03, 0.036, 0.056],
            [0.03, 0.026, 0.03, 0.038],
        ),
        shaft,
    )
    design.add("handle end", cylinder(0.021, 0.03, segments=12), shaft)
    if grip == "wrapped":
        design.add("grip", cylinder(0.024, 0.24 * length, segments=12).moved(y=0.03), RUBBER)
        design.add(
            "grip",
            row(cylinder(0.0255, 0.01, segments=12), 5, step=(0, 0.04 * length, 0)).moved(y=0.03 + 0.12 * length),
            RUBBER,
        )
        design.features.append("a rubber grip")
    half, y = span / 2, 0.94 * length
    arm = softened([(0, 0), (0.3 * half, 0), (0.7 * half, -0.35 * curve), (half, -curve)])
    point = strip(arm, [2.4 * thick, 1.5 * thick, thick, 0.15 * thick], [1.6 * thick, thick, 0.8 * thick, 0.15 * thick])
    edge = {
        "double-pointed": point,
        "chisel-ended": strip(
            arm, [2.4 * thick, 1.4 * thick, 0.9 * thick, 0.1 * thick], [1.6 * thick, thick, 1.4 * thick, 2 * thick]
        ),
        "mattock": strip(
            arm * (0.72, 1.2),
            [2.4 * thick, thick, 0.5 * thick, 0.12 * thick],
            [1.6 * thick, 2 * thick, 3.6 * thick, 4.4 * thick],
        ),
    }[kind]
    design.add("head", (point + edge.scaled(-1, 1, 0.99)).moved(y=y), metal)
    design.add(
        "eye", box(2.6 * thick + 0.03, 3.2 * thick, 0.02 + 1.6 * thick, bevel=0.012).moved(y=y - 1.6 * thick), metal
    )
    return design


def claw(width: float, length: float, thickness: float, *, split: bool) -> Solid:
    """A flat, tapering tip along +Y, with a V-notch between two prongs if split."""
    if not split:
        return extrude(np.array([(-0.5, 0), (0.5, 0), (0.75, 1), (-0.75, 1)]) * (width, length), thickness).rotated(
            "x", -90
        )
    prong = extrude(np.array([(-0.55, 0), (0.1, 0), (-0.2, 1), (-0.75, 1)]) * (width, length), thickness).rotated(
        "x", -90
    )
    return prong + prong.scaled(x=-1)


@category("crowbar", family="workshop", also=("pry bar", "wrecking bar"))
def crowbar(p: Parameters) -> Design:
    kind, length = p.choice("kind", ["gooseneck", "flat", "straight"]), p.real("length", 0.35, 0.7)
    r, curl, notch = p.real("bar", 0.011, 0.016), p.real("curl", 0.045, 0.07), p.choice("claw", ["forked", "plain"])
    paint, grip = (
        p.material("paint", [RED, BLUE, BLACK_METAL, Material("dark grey", (0.25, 0.26, 0.28)), ORANGE, YELLOW]),
        p.choice("grip", ["a rubber grip", "no grip"]),
    )
    sides = p.choice("section", ["hexagonal", "round"])
    n = 6 if sides == "hexagonal" else 14
    design = Design(
        [paint.name, kind], [f"a {notch} claw", f"a {sides} bar", *([grip] if grip == "a rubber grip" else [])]
    )
    sweep_to = {"gooseneck": 170.0, "flat": 75.0, "straight": 35.0}[kind]
    bow = arc(curl, 180, 180 - sweep_to, points=16) + np.array((curl, length, 0))
    path = np.concatenate([np.stack([np.zeros(9), np.linspace(0, length, 9), np.zeros(9)], 1)[:-1], bow])
    bar = sweep(path, r, sides=n)
    design.add("bar", bar.scaled(z=1.8) if kind == "flat" else bar, paint)
    tip = (
        claw(2.3 * r * (1.4 if kind == "flat" else 1), 0.055, 0.6 * r, split=notch == "forked")
        .moved(0, -0.004, 0.3 * r)
        .rotated("y", 90)
    )
    design.add("claw", tip.rotated("z", -sweep_to).moved(*bow[-1]), STEEL)
    end = claw(2 * r, 0.06, 0.6 * r, split=False).moved(0, -0.004, 0.3 * r).rotated("y", 90).rotated("z", 180 - 18)
    design.add("chisel end", end + sphere(1.05 * r, segments=12), STEEL)
    design.add(
        "neck", tube(1.12 * r, 0.9 * r, 0.012).scaled(z=1.8 if kind == "flat" else 1).moved(y=0.7 * length), STEEL
    )
    if grip == "a rubber grip":
        rubber = join(
            *(cylinder(1.35 * r, 0.016, segments=16).moved(y=0.12 * length + 0.018 * i) for i in range(9))
        ) + cylinder(1.25 * r, 0.16).moved(y=0.12 * length)
        design.add("grip", rubber.scaled(z=1.8 if kind == "flat" else 1), BLACK)
    return design


@category("paintbrush", family="workshop", also=("paint brush", "brush"))
def paintbrush(p: Parameters) -> Design:
    form, w = p.choice("form", ["flat", "angled", "round"]), p.real("width", 0.016, 0.045)
    grip, hair = p.real("handle_length", 0.11, 0.17), p.real("bristle_length", 0.04, 0.065)
    wood = p.material("handle", [*WOODS[:4], RED, BLUE, YELLOW, ORANGE, BLACK])
    bristle = p.material(
        "bristles", [BLACK, Material("blond", (0.83, 0.70, 0.47)), Material("white", (0.93, 0.92, 0.88))]
    )
    band, paint = p.material("ferrule", [CHROME, BRASS, COPPER]), p.material("paint", LACQUERS)
    state, shape = p.choice("state", ["clean", "dipped"]), p.choice("grip", ["beaver tail", "long thin"])
    w, d, sq = (w * 0.6, w * 0.6, 1.0) if form == "round" else (w, 0.006 + 0.12 * w, 0.5)
    tilt, tip = (0.45 if form == "angled" else 0), (0.5 if form == "round" else 1.04)
    design = Design([form, state], [f"{bristle.name} bristles", f"a {shape} handle"])

    def body(low: float, high: float, k: float) -> Solid:
        sizes = [(y, tip + (1 - tip) * y, 0.4 + 0.6 * y) for y in (low, high)]
        return loft([oval_level(w * a * k, d * b * k, hair * y, square=sq, tilt=tilt * (1 - y)) for y, a, b in sizes])

    design.add("bristles", body(0, 1, 1), bristle)
    shade = Material(bristle.name, tuple(0.72 * c + 0.03 for c in bristle.color))  # type: ignore[arg-type]
    for x in np.linspace(-0.8, 0.8, 11):
        deep = 2.08 * d * (1 - abs(x) ** (2 / sq)) ** (sq / 2)
        foot = np.array([x * w * tip, tilt * x * w * tip - 0.002, 0])
        strand = loft(
            [
                beam(foot, (0, 1, 0), w * 0.05, 0.4 * deep).vertices[:4],
                beam((x * w, hair, 0), (0, 1, 0), w * 0.05, deep).vertices[:4],
            ]
        )
        design.add("bristles", strand, shade)
    if state == "dipped":
        design.add("paint", body(-0.02, 0.45, 1.09), paint)
        design.features.append(f"{paint.name} paint on it")
    top = hair + 0.035
    metal = [
        oval_level(w * k, d * k, y, square=sq) for y, k in ((hair - 0.004, 1.05), (hair + 0.02, 1.06), (top, 1.02))
    ]
    crimps = [
        loft(
            [
                oval_level(w * 1.1, d * 1.12, hair + y, square=sq),
                oval_level(w * 1.1, d * 1.12, hair + y + 0.002, square=sq),
            ]
        )
        for y in (0.003, 0.027)
    ]
    design.add("ferrule", join(loft(metal), *crimps), band)
    design.add(
        "nails",
        row(along_z(cylinder(0.0014, 2.2 * d, segments=8)).moved(y=hair + 0.017, z=-1.1 * d), 2, step=(w, 0, 0)),
        DARK_GREY,
    )
    neck, tail = (0.34, 0.5) if shape == "beaver tail" else (0.26, 0.14)
    outline = (
        (-0.005, 0.97, 0.95),
        (0.08, 0.94, 1),
        (0.22, 0.6, 1.0),
        (0.42, neck, 0.75),
        (0.75, tail, 0.7),
        (0.93, tail * 0.9, 0.6),
        (1, tail * 0.45, 0.35),
    )
    kw, kd = max(w, 0.022), max(0.006, min(d, 0.011))
    rings = [
        oval_level(
            min(w, kw * a) if y < 0.3 else kw * a,
            min(d, kd * b) if y < 0.1 else kd * b,
            top + grip * y,
            square=max(sq, 0.75),
        )
        for y, a, b in outline
    ]
    design.add("handle", loft(rings), wood)
    design.add(
        "hole",
        along_z(cylinder(kw * tail * 0.35, kd * 1.5, segments=12)).moved(y=top + grip * 0.9, z=-kd * 0.75),
        BLACK,
    )
    return design


@category("paint roller", family="workshop", also=("roller", "paint roller brush"))
def paint_roller(p: Parameters) -> Design:
    w, r = p.real("width", 0.1, 0.27), p.real("radius", 0.018, 0.034)
    length, reach = p.real("handle_length", 0.11, 0.16), p.real("reach", 0.1, 0.2)
    frame, nap = (
        p.choice("frame", ["one-armed", "fork"]),
        p.material(
            "nap",
            [
                Material("white", (0.93, 0.92, 0.88)),
                Material("cream", (0.90, 0.84, 0.68)),
                Material("yellow foam", (0.95, 0.83, 0.35)),
                Material("grey", (0.6, 0.6, 0.6)),
            ],
        ),
    )
    grip, paint = (
        p.material("handle", [RED, BLUE, GREEN, YELLOW, ORANGE, BLACK, *WOODS[:3]]),
        p.material("paint", LACQUERS),
    )
    state, stripes = p.choice("state", ["clean", "wet"]), p.choice("sleeve", ["plain", "striped"])
    shape = p.choice("grip", ["waisted", "ribbed", "pole"])
    look = {"one-armed": "a wire frame bent to one side", "fork": "a fork that holds both ends"}[frame]
    design = Design([f"{nap.name} sleeved", state], [look, f"a {grip.name} {shape} handle"])
    sleeve = [(0.6 * r, 0), (0.9 * r, 0), (r, 0.1 * r), (r, w - 0.1 * r), (0.9 * r, w), (0.6 * r, w)]
    design.add("sleeve", along_x(lathe(sleeve, segments=32)).moved(x=-w / 2), nap)
    design.add("end cap", along_x(cylinder(0.62 * r, w + 0.006)).moved(x=-w / 2 - 0.003), DARK_GREY)
    if state == "wet":
        design.add("paint", along_x(cylinder(r * 1.03, w * 0.86, segments=32)).moved(x=-w * 0.43), paint)
        design.features.append(f"{paint.name} paint")
    elif stripes == "striped":
        bands = row(along_x(cylinder(r * 1.012, 0.003, segments=32)), max(3, int(w / 0.025)), step=(0.025, 0, 0))
        design.add("stripes", bands, Material("green yarn", (0.25, 0.50, 0.28)))
        design.features.append("a striped sleeve")
    side, y = w / 2 + 0.018, r + reach
    arm = [
        (w / 2 - 0.01, 0, 0),
        (side - 0.006, 0, 0),
        (side, 0.006, 0),
        (side, y * 0.6, 0),
        (side - 0.008, y * 0.6 + 0.008, 0),
    ]
    middle = [(0.01, y * 0.6 + 0.02, 0), (0, y * 0.6 + 0.032, 0), (0, y + 0.02, 0)]
    wire = sweep([*arm, *middle], 0.0035)
    design.add("frame", wire if frame == "one-armed" else mirrored(wire), CHROME)
    profiles = {
        "waisted": [(0.6, 0), (0.95, 0.05), (0.75, 0.25), (1.0, 0.6), (0.85, 0.9), (0.5, 1)],
        "ribbed": [(0.7, 0), *((0.9 + 0.12 * (i % 2), 0.05 + 0.07 * i) for i in range(13)), (0.6, 1)],
        "pole": [(0.8, 0), (0.8, 0.3), (0.55, 0.34), (0.55, 2.6), (0.3, 2.65)],
    }
    design.add("handle", lathe([(0.016 * a, length * b) for a, b in profiles[shape]], segments=18).moved(y=y), grip)
    design.add("collar", cylinder(0.012, 0.012, top_radius=0.014).moved(y=y - 0.007), DARK_GREY)
    return design


@category("broom", family="workshop", also=("sweeping brush", "brush"))
def broom(p: Parameters) -> Design:
    length, w, bristle = p.real("length", 1.0, 1.5), p.real("width", 0.2, 0.5), p.real("bristle", 0.08, 0.3)
    form, stick = (
        p.choice("form", ["push", "besom"]),
        p.material("stick", [*WOODS, RED, BLUE, STEEL]),
    )
    hair = p.material("hair", [Material("straw", (0.82, 0.68, 0.36)), BLACK, RED, GREEN])
    grip, tilt = p.choice("grip", ["plain", "capped"]), p.real("tilt", 0, 25)
    design = Design([stick.name], [f"{hair.name} bristles", f"a {'wide' if w > 0.35 else 'narrow'} head"])
    if form == "push":
        design.add("head", box(w, 0.04, 0.06, bevel=0.01).moved(y=bristle * 0.5), stick)
        tuft = box(0.012, bristle * 0.5, 0.05)
        design.add("bristles", row(tuft, int(w / 0.02), step=(0.02, 0, 0)), hair)
    else:
        design.add("bristles", cylinder(w * 0.4, bristle * 1.4, top_radius=0.025, segments=16).scaled(1, 1, 0.5), hair)
        design.add("binding", cylinder(w * 0.2, 0.02).scaled(1, 1, 0.6).moved(y=bristle * 0.9), RED)
    pole = join(
        cylinder(0.013, length),
        sphere(0.02, segments=10).moved(y=length) if grip == "capped" else box(0.012, 0.01, 0.012).moved(y=length),
    )
    design.add("handle", pole.rotated("x", tilt if form == "push" else 0).moved(y=bristle * 0.5), stick)
    return design
