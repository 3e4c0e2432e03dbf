"""The workshop: hand and power tools, fittings, machines, hardware and safety gear."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, WOODS, Material
from trivium.procedural.solids import (
    Points,
    Solid,
    box,
    cylinder,
    extrude,
    lathe,
    loft,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY = PLASTICS[:8]
STEEL, BRASS, IRON, COPPER, CHROME, RUSTY = METALS
TOOL_COLORS = (RED, BLUE, GREEN, YELLOW, ORANGE, BLACK, Material("teal", (0.0, 0.42, 0.47)))
RAW_WOODS = (*WOODS[:3], Material("beech", (0.80, 0.62, 0.42)))
CAST = (IRON, Material("cast iron", (0.25, 0.26, 0.28)), Material("blue cast", (0.12, 0.25, 0.5)))
ALUMINIUM = Material("aluminium", (0.78, 0.79, 0.80))
BLADE_STEEL = Material("bright steel", (0.74, 0.75, 0.77))


def along_x(solid: Solid) -> Solid:
    """Turned so that what stood along +Y lies along +X."""
    return solid.rotated("z", -90)


def along_z(solid: Solid) -> Solid:
    """Turned so that what stood along +Y points to the front."""
    return solid.rotated("x", 90)


def pair(solid: Solid) -> Solid:
    """The solid and its mirror image in x."""
    return solid + solid.scaled(-1, 1, 1)


def slab(outline: Points, depth: float) -> Solid:
    """An upright plate with an (x, y) outline, centred in z."""
    return extrude(outline, depth).rotated("x", -90).moved(z=depth / 2)


def rounded(path: Points, times: int = 2) -> np.ndarray:
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


@category("drill", family="workshop", also=("power drill", "electric drill"))
def drill(p: Parameters) -> Design:
    length, r, grip = p.real("length", 0.17, 0.25), p.real("radius", 0.027, 0.036), p.real("grip", 0.1, 0.15)
    kind, tilt, bit = (
        p.choice("kind", ["cordless", "corded", "two-handed"]),
        p.real("tilt", 0, 0.04),
        p.real("bit", 0.04, 0.13),
    )
    paint, chuck = p.material("paint", TOOL_COLORS), p.material("chuck", [IRON, STEEL])
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
    path = rounded([(-0.1 * length, -0.3 * r), (-0.14 * length, -0.5 * grip), (foot, -grip)])
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
        design.add("cable", sweep(rounded(cable), 0.0045, sides=6), RUBBER)
        design.features.append("a power cable")
    if kind == "two-handed":
        side = lathe([(0.012, 0), (0.018, 0.03), (0.016, 0.11), (0.02, 0.13), (0.001, 0.135)], segments=14)
        design.add("side handle", along_z(side).moved(x1 + 0.06 * length), BLACK)
        design.add("side handle", along_x(cylinder(1.05 * r, 0.05 * length)).moved(x1 + 0.035 * length), IRON)
        design.features.append("a side handle")
    return design


@category("pliers", family="workshop", also=("hand pliers",))
def pliers(p: Parameters) -> Design:
    length, open_, bow = p.real("length", 0.15, 0.25), p.real("opening", 2, 14), p.real("bow", 0.16, 0.26)
    kind, thick = (
        p.choice("kind", ["combination", "needle-nose", "cutting", "bulldog"]),
        p.real("thickness", 0.05, 0.08),
    )
    grip, metal = p.material("grip", TOOL_COLORS), p.material("metal", [STEEL, CHROME, IRON])
    jaw, widths = {
        "combination": ([(0, 0), (0.055, 0.1), (0.045, 0.2), (0.035, 0.3)], [0.1, 0.1, 0.08, 0.06]),
        "needle-nose": ([(0, 0), (0.045, 0.1), (0.022, 0.25), (0.012, 0.48)], [0.1, 0.085, 0.04, 0.02]),
        "cutting": ([(0, 0), (0.08, 0.07), (0.07, 0.13), (0.01, 0.18)], [0.12, 0.13, 0.1, 0.03]),
        "bulldog": ([(0, 0), (0.07, 0.08), (0.075, 0.2), (0.02, 0.26)], [0.1, 0.1, 0.08, 0.05]),
    }[kind]
    design = Design([kind, grip.name], [f"{grip.name} handles", f"{metal.name} jaws"])
    leg = rounded([(0, 0), (-0.06, -0.12), (-bow, -0.25), (-bow, -0.5), (-0.62 * bow, -0.72)])

    def half(path: Points, width: Sequence[float] | float, depth: float, side: int) -> Solid:
        inset = 1.0 if side > 0 else 0.93
        return (
            strip(length * np.asarray(path), np.multiply(width, length).tolist(), depth * inset)
            .rotated("z", -open_ / 2)
            .scaled(side)
        )

    for side in (1, -1):
        design.add("jaws", half(rounded(jaw), widths, thick * length, side), metal)
        design.add("arms", half(leg[:7], [0.1, 0.06], thick * length, side), metal)
        design.add("handles", half(leg[5:], [0.06, 0.085, 0.08, 0.075, 0.06], 1.25 * thick * length, side), grip)
    pin = along_z(cylinder(0.045 * length, 1.25 * thick * length, segments=16))
    design.add("pivot", pin.moved(z=-0.62 * thick * length), other(metal, IRON, STEEL))
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
            arm = rounded([(0.02, 0.42), (0.16, 0.3), (0.06, 0.02), (-0.16, -0.2), (-0.2, -0.5)]) * s
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
        path = rounded(
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
        design.add("tommy bar", pair(sphere(0.3 * t, segments=10).moved(0.25 * s, bottom + 0.3 * t)), STEEL)
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
        wedge = slab([(-0.5 * head, -r), (0.5 * head, -r), (0.5 * head * flare, r), (-0.5 * head * flare, r)], 1.5 * r)
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
        design.add("bands", along_x(row(ring, 2, step=(0, 0.55 * head, 0))).moved(y=y), IRON)
        design.features.append("two iron bands")
    return design


@category("chisel", family="workshop", also=("hand chisel",))
def chisel(p: Parameters) -> Design:
    blade, width, hold = p.real("blade", 0.09, 0.17), p.real("width", 0.008, 0.04), p.real("handle_length", 0.09, 0.14)
    kind, thick = p.choice("kind", ["bench", "splitproof", "mason's"]), p.real("thickness", 0.003, 0.006)
    wood, cap = p.material("handle", [*RAW_WOODS, *TOOL_COLORS[:5]]), p.choice("cap", ["hoop", "plain"])
    paint = p.material("paint", [STEEL, IRON, YELLOW, RED, BLUE, GREEN])
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
    design.add("case", slab(outline, t), case)
    if trim == "rubber":
        design.add("trim", slab(outline * 1.04, 0.45 * t), other(case, BLACK, GREY))
        design.features.append("a rubber trim")
    design.add("label", along_z(cylinder(0.66 * h, 1.03 * t, segments=32)).moved(z=-0.515 * t), label)
    design.add(
        "emblem",
        slab([(-0.45 * h, -0.12 * h), (0.45 * h, -0.12 * h), (0.45 * h, 0.12 * h), (-0.45 * h, 0.12 * h)], 1.06 * t),
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
            "body", slab([(-l2, 0), (l2, 0), (l2, 0.5 * h), (0.75 * l2, h), (-0.75 * l2, h), (-l2, 0.5 * h)], d), body
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
        design.add("end cap", pair(box(0.25 * h, 1.03 * h, 1.06 * d).moved(l2, -0.015 * h)), cap)
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
    metal = p.material("metal", [STEEL, IRON, RUSTY, Material("dark steel", (0.36, 0.37, 0.39)), RED, BLUE])
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
    arm = rounded([(0, 0), (0.3 * half, 0), (0.7 * half, -0.35 * curve), (half, -curve)])
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
