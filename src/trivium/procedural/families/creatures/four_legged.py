"""Animals on four legs that have fur or hide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from trivium.procedural.design import Design, Parameters, category
from trivium.procedural.families.creatures.parts import (
    BLACK,
    BROWN,
    CHESTNUT,
    CREAM,
    DARK_BROWN,
    DARK_GREY,
    GINGER,
    GREEN,
    GREY,
    HORN,
    ORANGE,
    PINK,
    RED,
    TAN,
    WHITE,
    YELLOW,
    Paint,
    Where,
    bands,
    below,
    blob,
    cracks,
    curve,
    eyes,
    limb,
    painted,
    skin,
    spots,
)
from trivium.procedural.materials import METALS, PLASTICS, Material
from trivium.procedural.solids import Points, Solid, around, box, cylinder, join, lathe, mirrored, sphere, sweep

TAILS: dict[str, tuple[list[tuple[float, float]], list[float]]] = {  # (back, up) and thickness, in tail lengths
    "sabre": ([(-0.1, 0), (0.25, 0.25), (0.45, 0.6), (0.45, 0.9)], [0.13, 0.11, 0.08, 0.04]),
    "hanging": ([(-0.1, -0.05), (0.12, -0.05), (0.2, -0.4), (0.2, -0.9)], [0.1, 0.1, 0.09, 0.05]),
    "hair": ([(-0.05, 0.0), (0.12, 0.02), (0.22, -0.4), (0.2, -0.95)], [0.05, 0.1, 0.13, 0.04]),
    "tufted": ([(-0.05, 0), (0.06, -0.05), (0.1, -0.4), (0.1, -0.85)], [0.05, 0.04, 0.03, 0.025]),
    "raised": ([(-0.1, 0), (0.2, 0.1), (0.3, 0.45), (0.22, 0.8), (0.34, 1)], [0.07, 0.065, 0.06, 0.055, 0.045]),
    "bushy": ([(-0.1, 0), (0.2, -0.1), (0.55, -0.25), (0.85, -0.2), (1.05, -0.1)], [0.06, 0.1, 0.17, 0.15, 0.02]),
    "curled": ([(-0.1, 0), (0.15, 0.35), (0, 0.7), (-0.3, 0.65), (-0.3, 0.35)], [0.17, 0.18, 0.19, 0.17, 0.08]),
    "trailing": ([(-0.1, 0), (0.3, -0.2), (0.6, -0.24), (1, -0.2)], [0.05, 0.04, 0.03, 0.012]),
}


def blotches(seed: float, size: float, share: float = 0.4) -> Where:
    """Large irregular patches, about ``size`` across, over a ``share`` of the skin."""
    rng = np.random.default_rng(int(seed * 1e6))
    waves, phases = rng.normal(0, 2.2 / size, (3, 5)), rng.uniform(0, 6.28, 5)

    def where(c: np.ndarray) -> np.ndarray:
        return np.asarray(np.sin(np.abs(c) @ waves + c[:, :1] + phases).sum(1) > 3.2 * (0.5 - share))

    return where


def ears(kind: str, e: float, hw: float, hh: float, hl: float) -> tuple[Solid, Solid | None]:
    """The pair of ears of length e on a head of these half sizes, and their inside where it shows."""
    if kind == "pointed":
        cone = cylinder(0.42 * e, e, top_radius=0.04 * e, segments=8).scaled(1, 1, 0.4).rotated("z", -12)
        cone = cone.moved(0.62 * hw, 0.65 * hh, -0.3 * hl)
        inner = cylinder(0.26 * e, 0.7 * e, top_radius=0.02 * e, segments=6).scaled(1, 1, 0.3).rotated("z", -12)
        return mirrored(cone), mirrored(inner.moved(0.64 * hw, 0.78 * hh, -0.3 * hl + 0.12 * e))
    if kind == "round":
        disc, inner = blob(0.5 * e, 0.5 * e, 0.2 * e), blob(0.32 * e, 0.32 * e, 0.1 * e, at=(0, 0, 0.15 * e))
        place = (0.8 * hw + 0.1 * e, 0.8 * hh + 0.25 * e, -0.3 * hl)
        return mirrored(disc.moved(*place)), mirrored(inner.moved(*place))
    if kind == "long":
        long = blob(0.15 * e, 0.52 * e, 0.09 * e, at=(0, 0.45 * e, 0))
        inner = blob(0.09 * e, 0.4 * e, 0.04 * e, at=(0, 0.45 * e, 0.065 * e))
        turned = [s.rotated("z", -8).rotated("x", -14).moved(0.45 * hw, 0.7 * hh, -0.4 * hl) for s in (long, inner)]
        return mirrored(turned[0]), mirrored(turned[1])
    if kind == "floppy":
        flap = blob(0.12 * e, 0.55 * e, 0.34 * e).rotated("z", 12).moved(hw + 0.04 * e, 0.55 * hh - 0.35 * e, -0.3 * hl)
        return mirrored(flap), None
    if kind == "fan":
        flap = blob(0.5 * e, 0.62 * e, 0.05 * e, at=(0.45 * e, -0.1 * e, 0), segments=18).rotated("y", 32)
        return mirrored(flap.moved(0.75 * hw, 0.2 * hh, -0.2 * hl)), None
    side = blob(0.55 * e, 0.22 * e, 0.14 * e, at=(0.5 * e, 0, 0), segments=8).rotated(
        "z", -5 if kind == "drooping" else 22
    )
    inner = blob(0.4 * e, 0.14 * e, 0.05 * e, at=(0.5 * e, 0, 0.11 * e), segments=8).rotated(
        "z", -5 if kind == "drooping" else 22
    )
    return tuple(mirrored(s.moved(0.75 * hw, 0.5 * hh, -0.5 * hl)) for s in (side, inner))  # type: ignore[return-value]


def beast(
    design: Design,
    size: float,
    coat: Material,
    paints: Sequence[Paint] = (),
    *,
    length: float,
    girth: tuple[float, float],
    leg: float,
    neck: tuple[float, float, float, float],
    head: tuple[float, float, float],
    muzzle: tuple[float, float, float],
    ear: tuple[str, float],
    tail: tuple[str, float],
    foot: str = "paw",
    pose: str = "standing",
    nod: float = 15,
    belly: float = 1.0,
    eye: float = 0.018,
    nose: Material = BLACK,
    sole: Material = DARK_BROWN,
    tip: Material | None = None,
    inside: Material = PINK,
) -> Callable[[Solid], Solid]:
    """A four-legged body ``size`` metres high at the shoulder; all other lengths are shares of that.

    Args:
        girth: half width and half height of the trunk.
        neck: length, rise in degrees, thickness at the chest and at the head.
        head: half width, half height and half length of the skull.
        muzzle: length, thickness and drop.
        ear, tail: kind and length.
        nod: how far the nose points down, in degrees.

    Returns:
        what takes a solid from the head's frame (the skull's centre, nose to +Z) to its place.
    """
    (w, d), (hw, hh, hl), (ml, mr, drop) = girth, head, muzzle
    fine = 5 if paints else 3
    sit = 48 if pose == "sitting" else 0
    yc, hip = 1 - d, -0.32 * length
    trunk = [
        (-0.5 * length + 0.6 * d, yc, 0.8 * w, 0.86 * d),
        (-0.25 * length, yc - 0.02, w, 0.96 * d),
        (0.02, yc - (belly - 1) * d, w * belly, d * belly),
        (0.27 * length, yc, w, d),
        (0.5 * length - 0.55 * d, yc + 0.04, 0.72 * w, 0.85 * d),
    ]

    def bodily(solid: Solid) -> Solid:
        raised = solid.moved(0, -yc, -hip).rotated("x", -sit)
        return raised.moved(0, 0.9 * d if sit else yc, hip)

    painted(design, "body", bodily(skin(trunk, sides=20, steps=fine)), coat, paints, size)
    base = bodily(Solid(np.array([[0, yc + 0.25 * d, 0.36 * length]]), np.zeros((0, 3), int))).vertices[0]
    n, rise, thick, thin = neck
    up = np.radians(min(rise + sit * 0.6, 85))
    steps = [(base[2] + n * t * np.cos(up), base[1] + n * t * np.sin(up)) for t in (0, 0.4, 0.75, 1)]
    sizes = [thick, 0.55 * thick + 0.45 * thin, 0.2 * thick + 0.8 * thin, thin]
    stations = [(z, y, 0.8 * r, r) for (z, y), r in zip(steps, sizes, strict=True)]
    painted(design, "neck", skin(stations, sides=14, steps=fine), coat, paints, size)

    def on_head(solid: Solid) -> Solid:
        return solid.rotated("x", nod).moved(0, steps[-1][1], steps[-1][0] + 0.3 * hl).scaled(size, size, size)

    skull = [
        (-0.6 * hl, 0, 0.8 * hw, 0.8 * hh),
        (0, 0, hw, hh),
        (hl, -0.55 * drop, (hw + 1.2 * mr) / 2.2, (hh + 1.2 * mr) / 2.2),
        (hl + 0.4 * ml, -0.9 * drop, mr, mr),
        (hl + ml, -drop, 0.85 * mr, 0.8 * mr),
    ]
    front = on_head(skin(skull, sides=16, steps=3))
    painted(design, "head", front.scaled(1 / size, 1 / size, 1 / size), coat, paints, size)
    reach = hl + ml + 0.55 * mr
    design.add("nose", on_head(blob(0.5 * mr, 0.35 * mr, 0.35 * mr, at=(0, 0.35 * mr - drop, reach))), nose)
    for name, ball, material in eyes(0.82 * hw, 0.35 * hh, 0.6 * hl, eye):
        design.add(name, on_head(ball), material)
    outer, inner = ears(*ear, hw, hh, hl)
    ear_coat = tip if tip is not None and ear[0] in ("pointed", "floppy") else coat
    design.add("ear", on_head(outer), ear_coat)
    if inner is not None:
        design.add("inner ear", on_head(inner), inside)
    shoulder = 0.36 * length - 0.3 * leg
    top = 1 - 1.05 * d
    for side, (front_step, back_step) in ((1, (0.16, -0.14)), (-1, (-0.14, 0.16))):
        if pose != "walking":
            front_step = back_step = 0.0
        x = side * 0.62 * w
        fore = [(x, top, shoulder), (x, 0.5 * top, shoulder), (x, 0.22 * top, shoulder), (x, 0.03, shoulder)]
        hind = [(x, top, hip), (x, 0.55 * top, hip + 0.05), (x, 0.3 * top, hip - 0.07), (x, 0.03, hip - 0.02)]
        legs = [(fore, [1.6, 1.15, 0.85, 0.8], front_step), (hind, [2, 1.4, 0.85, 0.8], back_step)]
        if sit:
            z = base[2] - 0.02
            fore = [(x, base[1] - 0.4 * d, z - 0.08), (x, 0.5 * base[1], z), (x, 0.03, z + 0.02)]
            hind = [(1.5 * x, 0.55 * d, hip + 0.1), (1.6 * x, 0.35 * d, hip + 0.28), (1.6 * x, 0.05, hip + 0.36)]
            legs = [(fore, [1.6, 1, 0.85], 0), (hind, [0.6 * d / leg, 0.4 * d / leg, 0.9], 0)]
        for path, radii, step in legs:
            moved = [(px, py, pz + step * (1 - py / top)) for px, py, pz in path]
            painted(design, "leg", limb(moved, [r * leg for r in radii], steps=fine), coat, paints, size)
            end = moved[-1]
            if foot == "hoof":
                shoe = cylinder(1.05 * leg, 0.075, top_radius=0.85 * leg, segments=10).moved(end[0], 0, end[2])
                design.add("hoof", shoe.scaled(size, size, size), sole)
            else:
                paw = blob(1.15 * leg, 0.75 * leg, 1.5 * leg, at=(end[0], 0.65 * leg, end[2] + 0.5 * leg))
                painted(design, "paw", paw, coat, paints, size)
    kind, long = tail
    start = bodily(Solid(np.array([[0, yc + 0.5 * d, -0.5 * length + 0.12 * d]]), np.zeros((0, 3), int))).vertices[0]
    if kind == "stub":
        painted(design, "tail", blob(0.8 * long, long, long, at=(0, start[1], start[2])), coat, paints, size)
    elif kind == "corkscrew":
        turn = np.linspace(0, 11, 24)
        screw = np.column_stack([0.3 * np.sin(turn), 0.3 * np.cos(turn) - 0.1, -0.1 - turn / 14]) * long
        design.add("tail", sweep((screw + start) * size, 0.1 * long * size, sides=6), coat)
    else:
        course, thickness = TAILS[kind]
        if sit:
            course, start = [(b, max(0.05, 0.12 * abs(u))) for b, u in course], np.array([0, 0.02, start[2] + 0.08])
        rope_path = np.array([(start[0], start[1] + u * long, start[2] - b * long) for b, u in course])
        rope_path[:, 1] = np.maximum(rope_path[:, 1], 0.06)
        rope = limb(rope_path, [t * long for t in thickness], steps=6)
        painted(design, "tail", rope, coat if tip is None or kind != "hair" else tip, paints, size)
        if kind == "tufted":
            tuft = blob(0.07 * long, 0.17 * long, 0.07 * long, at=rope_path[-1])
            design.add("tuft", tuft.scaled(size, size, size), tip or coat)
    return on_head


def horns(path: Points, radius: float) -> Solid:
    """A pair of tapering horns along a path in the head's frame."""
    return mirrored(limb(path, np.linspace(radius, 0.15 * radius, len(path)).tolist(), steps=4))


@category("dog", family="creatures", also=("animal", "puppy", "hound"))
def dog(p: Parameters) -> Design:
    build = p.choice("build", ["hound", "shepherd", "dachshund", "spitz", "bulldog"])
    pose, size, coat = (
        p.choice("pose", ["standing", "walking", "sitting"]),
        p.real("size", 0.8, 1.2),
        p.material("coat", [BROWN, TAN, BLACK, WHITE, CREAM, GINGER, GREY]),
    )
    marking, seed = p.choice("marking", ["plain", "spotted", "patched", "saddled"]), p.real("pattern", 0, 1)
    collar = p.material("collar", [RED, PLASTICS[1], BLACK, GREEN])
    other = WHITE if coat.name in ("brown", "tan", "black", "ginger") else BLACK if coat.name == "white" else BROWN
    where = {
        "plain": lambda c: c[:, 1] < -1,
        "spotted": spots(seed, 0.17, 0.33),
        "patched": blotches(seed, 0.6, 0.35),
        "saddled": lambda c: (
            (c[:, 2] < -0.1) & (c[:, 1] > 0.35) if pose == "sitting" else (c[:, 1] > 0.82) & (c[:, 2] < 0.45)
        ),
    }[marking]
    form: dict[str, Any] = {
        "hound": {"length": 1.15, "girth": (0.15, 0.2), "leg": 0.055, "ear": ("floppy", 0.25), "tail": ("sabre", 0.5)},
        "shepherd": {
            "length": 1.25,
            "girth": (0.17, 0.22),
            "leg": 0.055,
            "ear": ("pointed", 0.17),
            "tail": ("bushy", 0.6),
        },
        "dachshund": {
            "length": 2.3,
            "girth": (0.24, 0.29),
            "leg": 0.09,
            "ear": ("floppy", 0.42),
            "tail": ("sabre", 0.7),
        },
        "spitz": {"length": 1.1, "girth": (0.22, 0.27), "leg": 0.06, "ear": ("pointed", 0.15), "tail": ("curled", 0.4)},
        "bulldog": {
            "length": 1.25,
            "girth": (0.26, 0.28),
            "leg": 0.09,
            "ear": ("floppy", 0.18),
            "tail": ("stub", 0.06),
        },
    }[build]
    nose = {"bulldog": (0.08, 0.12, 0.03), "dachshund": (0.3, 0.09, 0.06)}.get(build, (0.17, 0.065, 0.04))
    skull = {"bulldog": (0.19, 0.17, 0.15), "dachshund": (0.15, 0.15, 0.17)}.get(build, (0.12, 0.12, 0.13))
    thick = {"bulldog": (0.2, 35, 0.24, 0.17), "dachshund": (0.45, 50, 0.2, 0.13), "spitz": (0.27, 55, 0.22, 0.15)}
    high = size * {"dachshund": 0.24, "bulldog": 0.38, "spitz": 0.4}.get(build, 0.58)
    neck = thick.get(build, (0.36, 52, 0.16, 0.1))
    design = Design(
        [coat.name, pose],
        [f"{'floppy' if 'floppy' in str(form['ear']) else 'pointed'} ears", f"a {collar.name} collar"],
    )
    paint = [("marking", other, where)]
    on_head = beast(
        design, high, coat, paint, neck=neck, head=skull, muzzle=nose, pose=pose, eye=0.022, tip=other, **form
    )
    ring = lathe([(0.9, -0.025), (1.08, -0.025), (1.08, 0.025), (0.9, 0.025)], segments=16).scaled(
        neck[3], 1, 1.15 * neck[3]
    )
    place = on_head(ring.rotated("x", 20).moved(0, -skull[1] * 0.75, -0.75 * skull[2]))
    design.add("collar", place, collar)
    if marking != "plain":
        design.features.append(f"{other.name} markings")
    return design


@category("cat", family="creatures", also=("animal", "kitten", "house cat"))
def cat(p: Parameters) -> Design:
    pose, size, seed = (
        p.choice("pose", ["standing", "walking", "sitting"]),
        p.real("size", 0.22, 0.32),
        p.real("pattern", 0, 1),
    )
    coat = p.material("coat", [GINGER, GREY, BLACK, WHITE, CREAM, TAN])
    marking, gaze = p.choice("marking", ["plain", "tabby", "patched", "pointed"]), p.choice("eyes", ["green", "yellow"])
    stout, tail = p.real("stoutness", 0.9, 1.25), p.choice("tail", ["raised", "hanging"])
    pale = coat.name in ("white", "cream", "tan")
    other = {"tabby": BROWN if pale or coat.name == "ginger" else BLACK, "patched": BLACK if pale else WHITE}.get(
        marking, DARK_BROWN
    )
    where = {
        "plain": lambda c: c[:, 1] < -1,
        "tabby": bands(1 if pose == "sitting" else 2, 0.14, 0.38),
        "patched": blotches(seed, 0.6, 0.4),
        "pointed": lambda c: (c[:, 1] < 0.2) | (c[:, 2] < -0.8) | (c[:, 2] > 1.02),
    }[marking]
    design = Design(
        [coat.name, pose], ["pointed ears and whiskers", f"a {tail} tail" if pose != "sitting" else f"{gaze} eyes"]
    )
    face: dict[str, Any] = {
        "head": (0.2, 0.18, 0.17),
        "muzzle": (0.04, 0.075, 0.05),
        "neck": (0.3, 45, 0.18 * stout, 0.13),
    }
    on_head = beast(
        design,
        size,
        coat,
        [("marking", other, where)],
        length=1.45,
        girth=(0.17 * stout, 0.21 * stout),
        leg=0.06,
        ear=("pointed", 0.22),
        tail=(tail, 0.95),
        pose=pose,
        nod=5,
        eye=0.01,
        nose=PINK,
        **face,
    )
    design.add("iris", on_head(eyes(0.1, 0.05, 0.145, 0.038)[0][1]), GREEN if gaze == "green" else YELLOW)
    pupil = mirrored(blob(0.012, 0.03, 0.012, at=(0.1, 0.05, 0.178), segments=8))
    design.add("pupil", on_head(pupil), BLACK)
    hairs = [sweep([(0.05, -0.05, 0.22), (0.24, -0.05 + 0.03 * k, 0.2)], 0.004, sides=3) for k in (-1, 0, 1)]
    design.add("whisker", on_head(mirrored(join(*hairs))), WHITE if coat.name in ("black", "grey") else DARK_GREY)
    return design


@category("horse", family="creatures", also=("animal", "pony", "stallion"))
def horse(p: Parameters) -> Design:
    size, rise, pose = p.real("size", 0.9, 1.7), p.real("neck_rise", 35, 60), p.choice("pose", ["standing", "walking"])
    coat = p.material("coat", [CHESTNUT, BROWN, BLACK, WHITE, GREY, TAN, DARK_BROWN])
    hair = p.material("mane", [BLACK, CREAM, DARK_BROWN, WHITE])
    marking, seed, saddle = (
        p.choice("marking", ["plain", "socks", "pinto"]),
        p.real("pattern", 0, 1),
        p.choice("saddle", ["yes", "no"]),
    )
    other = BROWN if coat.name == "white" else WHITE
    where = {"plain": below(-1), "socks": below(0.22), "pinto": blotches(seed, 0.7, 0.4)}[marking]
    small = size < 1.25
    design = Design([coat.name, "small" if small else "tall"], [f"a {hair.name} mane and tail"])
    on_head = beast(
        design,
        size,
        coat,
        [("marking", other, where)],
        length=1.2 if small else 1.1,
        girth=(0.17, 0.22 if small else 0.2),
        leg=0.052,
        neck=(0.55, rise, 0.22, 0.1),
        head=(0.085, 0.12, 0.1),
        muzzle=(0.24, 0.062, 0.04),
        ear=("pointed", 0.11),
        tail=("hair", 0.6),
        foot="hoof",
        pose=pose,
        nod=42,
        tip=hair,
        sole=DARK_GREY,
        eye=0.018,
    )
    a = np.radians(rise)
    ridge = [
        (
            0.45 + 0.55 * t * np.cos(a) - 0.13 * np.sin(a) * (1.1 - 0.5 * t),
            0.86 + 0.55 * t * np.sin(a) + 0.16 * np.cos(a) * (1.2 - 0.6 * t),
        )
        for t in (-0.1, 0.3, 0.65, 1)
    ]
    mane = skin([(z, y, 0.045, 0.11) for z, y in ridge], sides=10)
    design.add("mane", mane.moved(0.02).scaled(size, size, size), hair)
    design.add("mane", on_head(blob(0.04, 0.04, 0.12, at=(0, 0.12, 0.02))), hair)
    if saddle == "yes":
        seat = skin([(-0.16, 1.0, 0.12, 0.05), (0, 0.98, 0.12, 0.045), (0.14, 1.01, 0.1, 0.06)], sides=12)
        flap = mirrored(box(0.02, 0.3, 0.2, bevel=0.005).moved(0.175, 0.66, 0))
        design.add("saddle", (seat + flap).scaled(size, size, size), BROWN if coat.name != "brown" else BLACK)
        design.features.append("a saddle")
    if marking != "plain":
        design.features.append(f"{other.name} {'socks' if marking == 'socks' else 'patches'}")
    return design


@category("cow", family="creatures", also=("animal", "cattle", "bull"))
def cow(p: Parameters) -> Design:
    size, pose, seed = p.real("size", 1.2, 1.55), p.choice("pose", ["standing", "walking"]), p.real("pattern", 0, 1)
    coat, kind = (
        p.material("coat", [WHITE, WHITE, BROWN, BLACK, TAN]),
        p.choice("marking", ["patched", "patched", "plain", "pale-faced"]),
    )
    horn, sex, low = (
        p.choice("horns", ["short", "long", "none"]),
        p.choice("sex", ["cow", "bull"]),
        p.real("nod", 20, 50),
    )
    bell = p.choice("bell", ["yes", "no"])
    dark = p.material("patches", [BLACK, BROWN])
    kind = "patched" if coat.name == "white" else kind
    other = dark if coat.name == "white" else WHITE
    where = {"plain": below(-1), "pale-faced": lambda c: c[:, 2] > 0.86}.get(kind, blotches(seed, 0.3, 0.5))
    design = Design([coat.name, "stocky"], ["an udder" if sex == "cow" else "a thick neck"])
    thick = 0.24 if sex == "cow" else 0.3
    on_head = beast(
        design,
        size,
        coat,
        [("patch", other, where)],
        length=1.4,
        girth=(0.25, 0.28),
        belly=1.1,
        leg=0.065,
        neck=(0.36, 22, thick, 0.16),
        head=(0.13, 0.14, 0.12),
        muzzle=(0.2, 0.095, 0.05),
        ear=("drooping", 0.17),
        tail=("tufted", 0.7),
        foot="hoof",
        pose=pose,
        nod=low,
        nose=PINK,
        tip=other,
        sole=DARK_GREY,
        eye=0.02,
    )
    design.add("snout", on_head(blob(0.1, 0.085, 0.06, at=(0, -0.055, 0.335))), PINK)
    if sex == "cow":
        udder = blob(0.13, 0.1, 0.15, at=(0, 0.42, -0.33)) + around(
            cylinder(0.02, 0.08, segments=6).moved(0.06, 0.28, 0), 4
        ).moved(z=-0.33)
        design.add("udder", udder.scaled(size, size, size), PINK)
    if kind in ("patched", "pale-faced"):
        design.features.append(f"{other.name} patches" if kind == "patched" else f"a {other.name} face")
    if horn != "none":
        h = 0.16 if horn == "short" else 0.32
        design.add(
            "horn",
            on_head(
                horns([(0.07, 0.11, -0.04), (0.1 + 0.6 * h, 0.13, -0.04), (0.1 + 0.9 * h, 0.13 + 0.7 * h, 0)], 0.035)
            ),
            HORN,
        )
        design.features.append(f"{horn} horns")
    if bell == "yes":
        design.add(
            "bell",
            on_head(cylinder(0.08, 0.13, top_radius=0.04, segments=12).rotated("x", -low).moved(0, -0.32, -0.04)),
            METALS[1],
        )
        design.features.append("a bell")
    return design


@category("pig", family="creatures", also=("animal", "piglet", "hog"))
def pig(p: Parameters) -> Design:
    size, fat, pose = p.real("size", 0.3, 0.8), p.real("fatness", 0.9, 1.15), p.choice("pose", ["standing", "walking"])
    coat, marking, seed = (
        p.material("coat", [PINK, PINK, PINK, BLACK, GINGER]),
        p.choice("marking", ["plain", "spotted", "belted"]),
        p.real("pattern", 0, 1),
    )
    ear, long, nod = p.choice("ears", ["pointed", "floppy"]), p.real("length", 1.5, 1.85), p.real("nod", 5, 35)
    other = BLACK if coat.name == "pink" else PINK
    where = {
        "plain": below(-1),
        "spotted": spots(seed, 0.4, 0.36),
        "belted": lambda c: (c[:, 2] > 0.2) & (c[:, 2] < 0.5),
    }[marking]
    design = Design([coat.name, "fat" if fat > 1.02 else "plump"], ["a flat snout and a curly tail", f"{ear} ears"])
    on_head = beast(
        design,
        size,
        coat,
        [("marking", other, where)],
        length=long,
        girth=(0.31 * fat, 0.35 * fat),
        leg=0.085,
        neck=(0.2, 15, 0.31 * fat, 0.25),
        head=(0.21, 0.22, 0.2),
        muzzle=(0.18, 0.12, 0.06),
        ear=(ear, 0.24),
        tail=("corkscrew", 0.22),
        foot="hoof",
        pose=pose,
        nod=nod,
        nose=PINK,
        sole=DARK_GREY,
        eye=0.028,
    )
    snout = Material("rosy", (0.87, 0.5, 0.52))
    design.add("snout", on_head(cylinder(0.135, 0.07, segments=16).rotated("x", 90).moved(0, -0.05, 0.4)), snout)
    design.add("nostril", on_head(mirrored(blob(0.03, 0.045, 0.015, at=(0.05, -0.05, 0.47)))), DARK_BROWN)
    if marking != "plain":
        design.features.append(f"{other.name} {'spots' if marking == 'spotted' else 'belt'}")
    return design


@category("sheep", family="creatures", also=("animal", "lamb", "ram"))
def sheep(p: Parameters) -> Design:
    size, fluff, pose = p.real("size", 0.5, 0.8), p.real("fluff", 0.12, 0.16), p.choice("pose", ["standing", "walking"])
    wool, face = p.material("wool", [WHITE, CREAM, CREAM, DARK_GREY]), p.material("face", [BLACK, BLACK, CREAM, BROWN])
    horn, nod, curls = p.choice("horns", ["none", "curled"]), p.real("nod", 15, 45), p.whole("curls", 5, 7)
    design = Design([wool.name, "woolly"], [f"a {face.name} face and legs"])
    on_head = beast(
        design,
        size,
        face,
        length=1.35,
        girth=(0.26, 0.28),
        leg=0.06,
        neck=(0.3, 42, 0.22, 0.15),
        head=(0.12, 0.13, 0.12),
        muzzle=(0.16, 0.075, 0.05),
        ear=("drooping", 0.19),
        tail=("stub", 0.08),
        foot="hoof",
        pose=pose,
        nod=nod,
        sole=BLACK,
        eye=0.022,
    )
    design.add("fleece", blob(0.32, 0.32, 0.62, at=(0, 0.74, -0.02), segments=16).scaled(size, size, size), wool)
    for j in range(4):
        angle, tall = np.radians(-60 + 40 * j), range(curls)
        turn = [2 * np.pi * (i + 0.5 * (j % 2)) / curls for i in tall]
        lumps = [
            (0.3 * np.cos(t) * np.cos(angle), 0.74 + 0.3 * np.sin(t) * np.cos(angle), 0.62 * np.sin(angle))
            for t in turn
        ]
        lump = sphere(fluff, segments=6)
        design.add("fleece", join(*(lump.moved(*at) for at in lumps)).scaled(size, size, size), wool)
    design.add(
        "fleece",
        on_head(blob(0.12, 0.09, 0.11, at=(0, 0.11, -0.05)) + blob(0.19, 0.2, 0.15, at=(0, -0.05, -0.22))),
        wool,
    )
    if horn == "curled":
        t = np.linspace(0.3, 5.2, 6)
        curl = np.column_stack([0.12 + 0.02 * t, 0.02 + 0.14 * np.cos(t), -0.08 - 0.14 * np.sin(t)])
        design.add("horn", on_head(horns(curl, 0.06)), HORN)
        design.features.append("curled horns")
    return design


@category("elephant", family="creatures", also=("animal",))
def elephant(p: Parameters) -> Design:
    size, ear, pose = p.real("size", 1.6, 3.4), p.real("ears", 0.4, 0.58), p.choice("pose", ["standing", "walking"])
    coat, tusk = (
        p.material("coat", [GREY, DARK_GREY, Material("brownish grey", (0.5, 0.45, 0.41))]),
        p.real("tusks", 0.1, 0.4),
    )
    trunk, cloth = p.choice("trunk", ["hanging", "curled", "raised"]), p.choice("cloth", ["none", "none", "red"])
    design = Design(
        [coat.name, "huge"],
        [
            f"a {trunk} trunk",
            f"{'large' if ear > 0.48 else 'small'} ears",
            f"{'long' if tusk > 0.22 else 'short'} tusks",
        ],
    )
    on_head = beast(
        design,
        size,
        coat,
        length=1.25,
        girth=(0.3, 0.33),
        belly=1.05,
        leg=0.11,
        neck=(0.22, 25, 0.29, 0.22),
        head=(0.19, 0.23, 0.18),
        muzzle=(0.02, 0.12, 0.1),
        ear=("fan", ear),
        tail=("tufted", 0.45),
        pose=pose,
        nod=5,
        nose=coat,
        eye=0.02,
        tip=DARK_GREY,
    )
    course = {
        "hanging": [(0.15, -0.08), (0.31, -0.25), (0.34, -0.5), (0.36, -0.72), (0.43, -0.8)],
        "curled": [(0.15, -0.08), (0.32, -0.25), (0.33, -0.55), (0.5, -0.68), (0.6, -0.52)],
        "raised": [(0.15, -0.08), (0.36, -0.12), (0.5, 0.08), (0.5, 0.34), (0.62, 0.46)],
    }[trunk]
    shape = [(z, y, r, r) for (z, y), r in zip(course, [0.12, 0.095, 0.075, 0.06, 0.045], strict=True)]
    design.add("trunk", on_head(skin(shape, sides=12, steps=5)), coat)
    design.add(
        "tusk",
        on_head(
            horns(
                [
                    (0.11, -0.13, 0.14),
                    (0.13, -0.22, 0.26),
                    (0.13, -0.24, 0.28 + tusk),
                ],
                0.035,
            )
        ),
        CREAM,
    )
    if cloth == "red":
        sheet = skin([(-0.3, 0.68, 0.325, 0.36), (0, 0.67, 0.335, 0.37), (0.25, 0.68, 0.325, 0.36)], sides=20)
        painted(design, "cloth", sheet, RED, [("fringe", YELLOW, below(0.6))], size)
        design.features.append("a red cloth on its back")
    return design


@category("giraffe", family="creatures", also=("animal",))
def giraffe(p: Parameters) -> Design:
    size, rise, pose = p.real("size", 1.6, 2.9), p.real("neck_rise", 58, 78), p.choice("pose", ["standing", "walking"])
    long, gap, spacing = p.real("neck", 0.8, 1.0), p.real("gap", 0.1, 0.22), p.real("spacing", 0.13, 0.2)
    coat, net, seed = (
        p.material("coat", [GINGER, BROWN, Material("orange-brown", (0.72, 0.42, 0.17))]),
        p.material("net", [CREAM, Material("pale yellow", (0.93, 0.82, 0.55))]),
        p.real("pattern", 0, 1),
    )
    design = Design([coat.name, "long-necked"], [f"{coat.name} patches on {net.name} fur", "two short horns"])
    pale: list[Paint] = [
        ("net", net, below(0.28)),
        ("net", net, cracks(seed, spacing, gap)),
        ("face", net, lambda c: c[:, 2] > 0.35 + long * np.cos(np.radians(rise)) + 0.28),
    ]
    on_head = beast(
        design,
        size,
        coat,
        pale,
        length=0.86,
        girth=(0.14, 0.19),
        leg=0.045,
        neck=(long, rise, 0.2, 0.06),
        head=(0.065, 0.07, 0.07),
        muzzle=(0.15, 0.042, 0.02),
        ear=("side", 0.12),
        tail=("tufted", 0.45),
        foot="hoof",
        pose=pose,
        nod=28,
        nose=DARK_BROWN,
        tip=DARK_BROWN,
        eye=0.015,
    )
    knob = cylinder(0.013, 0.1, segments=8).moved(0.03, 0.05, -0.02) + blob(
        0.02, 0.02, 0.02, at=(0.03, 0.15, -0.02), segments=8
    )
    design.add("horn", on_head(mirrored(knob)), DARK_BROWN)
    a = np.radians(rise)
    ridge = [
        (
            0.31 + long * t * np.cos(a) - (0.15 - 0.1 * t) * np.sin(a),
            0.9 + long * t * np.sin(a) + (0.16 - 0.1 * t) * np.cos(a),
        )
        for t in (0.1, 0.5, 1)
    ]
    design.add("mane", skin([(z, y, 0.012, 0.03) for z, y in ridge], sides=6).scaled(size, size, size), DARK_BROWN)
    return design


@category("lion", family="creatures", also=("animal", "lioness", "big cat"))
def lion(p: Parameters) -> Design:
    size, pose, sex = (
        p.real("size", 0.8, 1.2),
        p.choice("pose", ["standing", "walking", "sitting"]),
        p.choice("sex", ["male", "male", "male", "female"]),
    )
    coat, hair = (
        p.material("coat", [TAN, Material("golden", (0.8, 0.6, 0.3)), CREAM]),
        p.material("mane", [BROWN, DARK_BROWN, GINGER]),
    )
    bulk, fluff = p.real("mane_size", 0.24, 0.32), p.real("stoutness", 0.95, 1.15)
    design = Design([coat.name, pose], [f"a {hair.name} mane" if sex == "male" else "no mane", "a tufted tail"])
    pale: list[Paint] = [("muzzle", CREAM, lambda c: c[:, 2] > 1.05)] if pose != "sitting" else []
    on_head = beast(
        design,
        size,
        coat,
        pale,
        length=1.45,
        girth=(0.19 * fluff, 0.23 * fluff),
        leg=0.075,
        neck=(0.34, 35, 0.22, 0.16),
        head=(0.16, 0.16, 0.16),
        muzzle=(0.13, 0.095, 0.05),
        ear=("round", 0.12),
        tail=("tufted", 0.8),
        pose=pose,
        nod=8,
        nose=DARK_BROWN,
        tip=hair,
        eye=0.022,
    )
    if sex == "male":
        ring = [
            blob(0.1, 0.1, 0.13, at=(0.8 * bulk * np.cos(t), -0.02 + 0.8 * bulk * np.sin(t), -0.06), segments=8)
            for t in np.linspace(0, 5.5, 8)
        ]
        design.add("mane", on_head(join(blob(bulk, bulk, 0.15, at=(0, -0.02, -0.1)), *ring)), hair)
        design.add("mane", on_head(blob(0.8 * bulk, 1.25 * bulk, 0.2, at=(0, -0.2, -0.22))), hair)
    return design


@category("rabbit", family="creatures", also=("animal", "bunny", "hare"))
def rabbit(p: Parameters) -> Design:
    size, ear, fat = p.real("size", 0.14, 0.24), p.real("ears", 0.45, 0.75), p.real("fatness", 0.9, 1.15)
    coat, marking, seed = (
        p.material("coat", [WHITE, GREY, BROWN, TAN, BLACK]),
        p.choice("marking", ["plain", "patched", "white-bellied"]),
        p.real("pattern", 0, 1),
    )
    pose, spread = p.choice("pose", ["crouching", "upright"]), p.real("ear_spread", 4, 24)
    other = DARK_BROWN if coat.name == "white" else WHITE
    where = {"plain": below(-1), "patched": blotches(seed, 0.6, 0.4), "white-bellied": below(0.3)}[marking]
    design = Design([coat.name, pose], ["long ears", f"a {'white' if marking != 'plain' else coat.name} fluffy tail"])
    lift = 0.25 if pose == "upright" else 0
    back = [
        (-0.62, 0.34, 0.22 * fat, 0.26),
        (-0.3, 0.42, 0.34 * fat, 0.4),
        (0.1, 0.4 + 0.4 * lift, 0.28 * fat, 0.33),
        (0.38, 0.42 + 1.3 * lift, 0.19, 0.24),
    ]
    paint: list[Paint] = [("marking", other, where)]
    painted(design, "body", skin(back, steps=6), coat, paint, size)
    y, z = 0.72 + 1.6 * lift, 0.5
    painted(
        design,
        "head",
        skin([(z - 0.12, y, 0.17, 0.18), (z + 0.06, y, 0.17, 0.18), (z + 0.2, y - 0.04, 0.11, 0.12)], steps=5),
        coat,
        paint,
        size,
    )
    outer, inner = (
        s.rotated("z", -spread).rotated("x", -14).moved(0.08, y + 0.12, z - 0.08)
        for s in (
            blob(0.16 * ear, 0.55 * ear, 0.09 * ear, at=(0, 0.45 * ear, 0)),
            blob(0.09 * ear, 0.42 * ear, 0.04 * ear, at=(0, 0.45 * ear, 0.07 * ear)),
        )
    )
    legs = mirrored(
        blob(0.13, 0.27, 0.27, at=(0.24 * fat, 0.3, -0.32))
        + blob(0.075, 0.07, 0.25, at=(0.25, 0.06, -0.18))
        + limb([(0.12, 0.4 + lift, 0.34), (0.12, 0.2, 0.4), (0.12, 0.05, 0.44)], [0.11, 0.075, 0.06])
        + blob(0.065, 0.055, 0.11, at=(0.12, 0.05, 0.48))
    )
    for name, solid, material in [
        ("ear", mirrored(outer), coat),
        ("inner ear", mirrored(inner), PINK),
        ("leg", legs, coat),
        ("tail", sphere(0.14, segments=10).moved(0, 0.35, -0.85), WHITE if marking != "plain" else coat),
        ("nose", blob(0.035, 0.025, 0.025, at=(0, y + 0.01, z + 0.325)), PINK),
        *eyes(0.15, y + 0.05, z + 0.1, 0.035),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("deer", family="creatures", also=("animal", "stag", "reindeer"))
def deer(p: Parameters) -> Design:
    size, rise, pose = p.real("size", 0.7, 1.3), p.real("neck_rise", 48, 68), p.choice("pose", ["standing", "walking"])
    coat, sex, spotted = (
        p.material("coat", [BROWN, CHESTNUT, TAN, GINGER]),
        p.choice("sex", ["stag", "stag", "doe"]),
        p.choice("spotted", ["yes", "no"]),
    )
    span, tines, seed = p.real("antlers", 0.4, 0.75), p.whole("tines", 2, 4), p.real("pattern", 0, 1)
    marks: list[Paint] = [
        ("belly", CREAM, lambda c: (c[:, 1] < 0.66) & (c[:, 1] > 0.54)),
        ("rump", WHITE, lambda c: (c[:, 2] < -0.53) & (c[:, 1] > 0.7)),
    ]
    if spotted == "yes":
        dots = spots(seed, 0.11, 0.33)
        marks.append(("spot", WHITE, lambda c: dots(c) & (c[:, 1] > 0.72) & (c[:, 1] < 1.03)))
    design = Design(
        [coat.name, "slender"],
        ["branching antlers" if sex == "stag" else "large ears and no antlers", *["white spots"] * (spotted == "yes")],
    )
    on_head = beast(
        design,
        size,
        coat,
        marks,
        length=1.2,
        girth=(0.145, 0.19),
        leg=0.04,
        neck=(0.46, rise, 0.17, 0.085),
        head=(0.085, 0.095, 0.09),
        muzzle=(0.17, 0.05, 0.03),
        ear=("side", 0.2),
        tail=("stub", 0.07),
        foot="hoof",
        pose=pose,
        nod=22,
        tip=WHITE,
        eye=0.022,
    )
    if sex == "stag":
        beam = np.array(
            [
                (0.04, 0.08, -0.03),
                (0.35 * span, 0.35 * span, -0.2),
                (0.6 * span, 0.75 * span, -0.12),
                (0.5 * span, 1.05 * span, 0.05),
            ]
        )
        bend = curve(beam, 5)
        antler = sweep(bend, np.linspace(0.026, 0.009, len(bend)), sides=6)
        for i in range(tines):
            root = bend[int((0.2 + 0.65 * i / tines) * len(bend))]
            antler += limb(
                [
                    root,
                    root + np.array([0.02, 0.08, 0.1]) * span / 0.5,
                    root + np.array([0.02, 0.2, 0.14]) * span / 0.5,
                ],
                [0.017, 0.013, 0.004],
                sides=5,
            )
        design.add("antler", on_head(mirrored(antler)), TAN)
    return design


@category("bear", family="creatures", also=("animal", "grizzly", "polar bear"))
def bear(p: Parameters) -> Design:
    size, pose, fat = (
        p.real("size", 0.7, 1.3),
        p.choice("pose", ["standing", "walking", "sitting"]),
        p.real("fatness", 0.92, 1.12),
    )
    kind, ear, nod = (
        p.material("coat", [BROWN, DARK_BROWN, BLACK, WHITE]),
        p.real("ears", 0.11, 0.17),
        p.real("nod", 5, 28),
    )
    snout, chest = p.material("muzzle", [TAN, CREAM]), p.choice("chest", ["plain", "pale"])
    snout = kind if kind.name == "white" else snout
    design = Design([kind.name, "bulky"], ["small round ears", f"a {snout.name} muzzle"])
    marks: list[Paint] = (
        [("chest", snout, lambda c: (c[:, 2] > 0.6) & (c[:, 1] < 0.72) & (c[:, 1] > 0.5))] if chest == "pale" else []
    )
    on_head = beast(
        design,
        size,
        kind,
        marks,
        length=1.6,
        girth=(0.3 * fat, 0.33 * fat),
        belly=1.05,
        leg=0.12,
        neck=(0.3, 18, 0.3, 0.22),
        head=(0.2, 0.19, 0.18),
        muzzle=(0.13, 0.09, 0.06),
        ear=("round", ear),
        tail=("stub", 0.06),
        pose=pose,
        nod=nod,
        eye=0.022,
        inside=snout,
    )
    muzzle = skin([(0.17, -0.045, 0.105, 0.1), (0.3, -0.06, 0.085, 0.08)], sides=14)
    design.add("muzzle", on_head(muzzle), snout)
    design.add("nose", on_head(blob(0.05, 0.035, 0.03, at=(0, -0.01, 0.38))), BLACK)
    claws = [
        limb([(0.186 * fat + k, 0.1, z), (0.186 * fat + k, 0.03, z + 0.08)], [0.018, 0.005], sides=5)
        for k in (-0.07, 0, 0.07)
        for z in (0.69,)
    ]
    if pose == "standing":
        design.add("claw", mirrored(join(*claws)).scaled(size, size, size), HORN if kind.name != "brown" else BLACK)
    return design


@category("fox", family="creatures", also=("animal", "red fox"))
def fox(p: Parameters) -> Design:
    size, pose, brush = (
        p.real("size", 0.33, 0.45),
        p.choice("pose", ["standing", "walking", "sitting"]),
        p.real("tail", 0.75, 1.05),
    )
    coat, sock, ear = (
        p.material("coat", [ORANGE, GINGER, Material("rusty red", (0.76, 0.33, 0.12))]),
        p.material("socks", [BLACK, DARK_BROWN]),
        p.real("ears", 0.22, 0.3),
    )
    nod, slim = p.real("nod", 5, 25), p.real("stoutness", 0.9, 1.15)
    far = (-0.3 if pose == "sitting" else -0.65) - 0.66 * brush
    marks: list[Paint] = [
        (
            "sock",
            sock,
            lambda c: (c[:, 1] < 0.3) & (c[:, 2] > -0.6 if pose != "sitting" else (c[:, 2] > 0.3) & (c[:, 1] < 0.25)),
        ),
        ("tail tip", WHITE, lambda c: c[:, 2] < far),
        ("bib", WHITE, lambda c: (c[:, 2] > 0.42) & (c[:, 1] < 0.8) & (c[:, 1] > 0.5) & (np.abs(c[:, 0]) < 0.13)),
    ]
    design = Design([coat.name, pose], ["a bushy tail with a white tip", f"{sock.name} socks"])
    on_head = beast(
        design,
        size,
        coat,
        marks,
        length=1.35,
        girth=(0.155 * slim, 0.185 * slim),
        leg=0.048,
        neck=(0.3, 45, 0.16, 0.11),
        head=(0.165, 0.14, 0.14),
        muzzle=(0.22, 0.05, 0.06),
        ear=("pointed", ear),
        tail=("bushy", brush),
        pose=pose,
        nod=nod,
        eye=0.024,
        inside=BLACK,
    )
    cheek = mirrored(
        cylinder(0.08, 0.17, top_radius=0.005, segments=8).scaled(1, 1, 0.7).rotated("z", -110).moved(0.07, -0.05, 0.05)
    )
    chin = skin([(0.02, -0.09, 0.12, 0.07), (0.16, -0.085, 0.075, 0.045), (0.34, -0.085, 0.04, 0.03)], sides=10)
    design.add("cheek", on_head(cheek + chin), WHITE)
    return design


@category("mouse", family="creatures", also=("animal", "rat"))
def mouse(p: Parameters) -> Design:
    size, fat, ear = p.real("size", 0.03, 0.06), p.real("fatness", 0.85, 1.15), p.real("ears", 0.3, 0.48)
    coat, tail, pose = (
        p.material("coat", [GREY, WHITE, BROWN, DARK_GREY, TAN]),
        p.real("tail", 1.0, 1.6),
        p.choice("pose", ["crouching", "upright"]),
    )
    curl, belly = p.real("tail_curl", 0.2, 0.9), p.choice("belly", ["plain", "pale"])
    design = Design([coat.name, pose], ["large round ears", f"a {'long' if tail > 1.3 else 'short'} thin pink tail"])
    lift = 0.3 if pose == "upright" else 0.0
    back = [
        (-0.6, 0.3, 0.25 * fat, 0.26),
        (-0.25, 0.37, 0.36 * fat, 0.36),
        (0.15, 0.38 + lift / 2, 0.3 * fat, 0.31),
        (0.42, 0.4 + lift, 0.22, 0.24),
        (0.66, 0.36 + lift, 0.13, 0.14),
        (0.85, 0.31 + lift, 0.05, 0.05),
    ]
    painted(design, "body", skin(back, steps=5), coat, [("belly", WHITE, below(0.2))] if belly == "pale" else [], size)
    y = 0.6 + lift
    disc = (
        blob(0.5 * ear, 0.5 * ear, 0.07).rotated("y", 20).moved(0.24, y + 0.2 * ear, 0.38),
        blob(0.37 * ear, 0.37 * ear, 0.05, at=(0, 0, 0.04)).rotated("y", 20).moved(0.24, y + 0.2 * ear, 0.38),
    )
    turn = np.linspace(0, 1, 8)
    course = np.column_stack([curl * np.sin(turn * 4) * 0.4, 0.2 - 0.15 * turn, -0.75 - tail * turn])
    paws = mirrored(
        blob(0.06, 0.04, 0.13, at=(0.2, 0.04, 0.45))
        + blob(0.07, 0.05, 0.2, at=(0.26, 0.05, -0.25))
        + limb([(0.16, 0.35 + lift, 0.4), (0.2, 0.05, 0.42)], [0.09, 0.05])
    )
    hairs = mirrored(
        join(
            *(
                sweep([(0.03, 0.3 + lift, 0.82), (0.32, 0.3 + lift + 0.07 * k, 0.75)], 0.007, sides=3)
                for k in (-1, 0, 1)
            )
        )
    )
    for name, solid, material in [
        ("ear", mirrored(disc[0]), coat),
        ("inner ear", mirrored(disc[1]), PINK),
        ("tail", limb(course, np.linspace(0.05, 0.015, 8).tolist()), PINK),
        ("paw", paws, PINK),
        ("whisker", hairs, DARK_GREY),
        ("nose", sphere(0.045, segments=8).moved(0, 0.31 + lift, 0.91), PINK),
        *eyes(0.15, 0.44 + lift, 0.63, 0.045),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    return design
