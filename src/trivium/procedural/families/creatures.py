"""Creatures and figures: animals of land, air and water, and things with a face."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, Material
from trivium.procedural.solids import (
    Points,
    Solid,
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
)

Where = Callable[[np.ndarray], np.ndarray]  # which of the points (F, 3) a marking covers
Paint = tuple[str, Material, Where]

BLACK, WHITE = Material("black", (0.09, 0.08, 0.08)), Material("white", (0.93, 0.92, 0.9))
BROWN, DARK_BROWN = Material("brown", (0.45, 0.28, 0.16)), Material("dark brown", (0.25, 0.16, 0.1))
TAN, CREAM = Material("tan", (0.76, 0.58, 0.37)), Material("cream", (0.92, 0.85, 0.7))
GREY, DARK_GREY = Material("grey", (0.55, 0.54, 0.53)), Material("dark grey", (0.3, 0.3, 0.31))
GINGER, CHESTNUT = Material("ginger", (0.85, 0.48, 0.18)), Material("chestnut", (0.5, 0.24, 0.12))
PINK, HORN = Material("pink", (0.93, 0.66, 0.65)), Material("horn", (0.83, 0.77, 0.64))
YELLOW, ORANGE = Material("yellow", (0.96, 0.76, 0.15)), Material("orange", (0.94, 0.52, 0.12))
RED, GREEN = Material("red", (0.8, 0.13, 0.1)), Material("green", (0.3, 0.55, 0.2))


def smooth(points: Points, steps: int = 4) -> np.ndarray:
    """A curve through the points (Catmull-Rom), ``steps`` pieces between two."""
    p = np.asarray(points, float)
    q = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = [
        b + ((c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3) / 2
        for a, b, c, d in zip(q, q[1:], q[2:], q[3:], strict=False)
    ]
    return np.vstack([*pieces, p[-1:]])


def skin(stations: Points, *, sides: int = 18, steps: int = 4) -> Solid:
    """A body symmetric about x = 0: stations (z, y, half width, half height), smoothed, with domed ends."""
    s = smooth(stations, steps)
    s[:, 2:] = np.maximum(s[:, 2:], 1e-4)
    way = np.gradient(s[:, :2], axis=0)
    way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
    out, thin = np.sin(np.radians([86, 62, 33]))[:, None], np.cos(np.radians([86, 62, 33]))[:, None]
    first = np.hstack([s[0, :2] - way[0] * s[0, 2:].min() * out, s[0, 2:] * thin])
    last = np.hstack([s[-1, :2] + way[-1] * s[-1, 2:].min() * out, s[-1, 2:] * thin])[::-1]
    full = np.vstack([first, s, last])[:, :, None]
    way = np.vstack([way[:1]] * 3 + [way] + [way[-1:]] * 3)[:, :, None]
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False)[None]
    drop = full[:, 3] * np.sin(a)
    rings = np.stack([full[:, 2] * np.cos(a), full[:, 1] - drop * way[:, 0], full[:, 0] + drop * way[:, 1]], 2)
    return loft(list(rings))


def blob(x: float, y: float, z: float, *, at: Sequence[float] = (0, 0, 0), segments: int = 12) -> Solid:
    """An ellipsoid with these half axes, centred at ``at``."""
    return sphere(1, segments=segments).scaled(x, y, z).moved(*at)


def limb(points: Points, radii: Sequence[float], *, sides: int = 8, steps: int = 3) -> Solid:
    """A smooth round limb through the points, one radius for each."""
    s = smooth(np.column_stack([np.asarray(points, float), radii]), steps)
    return sweep(s[:, :3], np.maximum(s[:, 3], 1e-4), sides=sides)


def fin(outline: Points, thickness: float) -> Solid:
    """A thin upright plate in the plane x = 0 from an outline of (z, y)."""
    flat = extrude(outline, thickness).moved(y=-thickness / 2)
    return Solid(flat.vertices[:, [1, 2, 0]], flat.faces)


def mirrored(solid: Solid) -> Solid:
    return solid + solid.scaled(-1, 1, 1)


def painted(design: Design, part: str, solid: Solid, coat: Material, paints: Sequence[Paint], size: float = 1) -> None:
    """Adds the solid, ``size`` times as large, in its coat; the faces under a marking in that marking's material."""
    centers = solid.vertices[solid.faces].mean(1)
    left = np.ones(len(centers), bool)
    for name, material, where in [*paints, (part, coat, lambda c: np.ones(len(c), bool))]:
        mask = left & where(centers)
        left &= ~mask
        if mask.any():
            used, faces = np.unique(solid.faces[mask], return_inverse=True)
            design.add(name, Solid(solid.vertices[used] * size, faces.reshape(-1, 3)), material)


def blotches(seed: float, size: float, share: float = 0.4) -> Where:
    """Large irregular patches, about ``size`` across, over a ``share`` of the skin."""
    rng = np.random.default_rng(int(seed * 1e6))
    waves, phases = rng.normal(0, 2.2 / size, (3, 5)), rng.uniform(0, 6.28, 5)

    def where(c: np.ndarray) -> np.ndarray:
        return np.asarray(np.sin(np.abs(c) @ waves + c[:, :1] + phases).sum(1) > 3.2 * (0.5 - share))

    return where


def spots(seed: float, spacing: float, radius: float = 0.32) -> Where:
    """Round spots on a shaken lattice; ``radius`` as a share of the spacing."""

    def where(c: np.ndarray) -> np.ndarray:
        q = c / spacing + seed * 10
        cell = np.floor(q)
        shake = 0.2 * np.sin(cell @ np.array([[12.9, 78.2, 37.7], [39.3, 11.1, 93.9], [73.1, 52.2, 9.1]]) * 3.7)
        return np.asarray(np.linalg.norm(q - cell - 0.5 - shake, axis=1) < radius)

    return where


def cracks(seed: float, spacing: float, gap: float = 0.14) -> Where:
    """The net between irregular cells: a giraffe's lines, a shell's seams."""
    around_cell = np.stack(np.meshgrid(*[[-1, 0, 1]] * 3), -1).reshape(-1, 3)

    def where(c: np.ndarray) -> np.ndarray:
        q = c / spacing + seed * 10
        cells = np.floor(q)[:, None] + around_cell
        shake = 0.4 * np.sin(cells @ np.array([[12.9, 78.2, 37.7], [39.3, 11.1, 93.9], [73.1, 52.2, 9.1]]) * 3.7)
        near = np.partition(np.linalg.norm(q[:, None] - cells - 0.5 - shake, axis=2), 1, axis=1)
        return np.asarray(near[:, 1] - near[:, 0] < gap)

    return where


def bands(axis: int, spacing: float, share: float = 0.45, wobble: float = 0.3) -> Where:
    """Stripes across an axis (0 x, 1 y, 2 z), a little wavy."""

    def where(c: np.ndarray) -> np.ndarray:
        wave = c[:, axis] / spacing + wobble * np.sin(c[:, (axis + 2) % 3] / spacing * 1.7)
        return np.asarray(wave % 1 < share)

    return where


def eyes(x: float, y: float, z: float, r: float, *, white: bool = False) -> list[tuple[str, Solid, Material]]:
    """A pair of eyes; with ``white`` a white ball with a black pupil to the front."""
    ball = mirrored(blob(r, r, r, at=(x, y, z), segments=8))
    if not white:
        return [("eye", ball, BLACK)]
    pupil = mirrored(blob(0.6 * r, 0.6 * r, 0.6 * r, at=(x * 1.05, y, z + 0.6 * r), segments=8))
    return [("eye", ball, WHITE), ("pupil", pupil, BLACK)]


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


def below(y: float) -> Where:
    return lambda c: np.asarray(c[:, 1] < y)


def above(y: float) -> Where:
    return lambda c: np.asarray(c[:, 1] > y)


def near(x: float, y: float, reach: float) -> Where:
    """Within x of the middle, and within ``reach`` of the height y."""
    return lambda c: np.asarray((np.abs(c[:, 0]) < x) & (np.abs(c[:, 1] - y) < reach))


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
        design, size, coat, [("marking", other, where)], length=1.45, girth=(0.17 * stout, 0.21 * stout), leg=0.06,
        ear=("pointed", 0.22), tail=(tail, 0.95), pose=pose, nod=5, eye=0.01, nose=PINK, **face,
    )  # fmt: skip
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
        design, size, coat, [("marking", other, where)], length=1.2 if small else 1.1, girth=(0.17, 0.22 if small else 0.2),
        leg=0.052, neck=(0.55, rise, 0.22, 0.1), head=(0.085, 0.12, 0.1), muzzle=(0.24, 0.062, 0.04), ear=("pointed", 0.11),
        tail=("hair", 0.6), foot="hoof", pose=pose, nod=42, tip=hair, sole=DARK_GREY, eye=0.018,
    )  # fmt: skip
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


def horns(path: Points, radius: float) -> Solid:
    """A pair of tapering horns along a path in the head's frame."""
    return mirrored(limb(path, np.linspace(radius, 0.15 * radius, len(path)).tolist(), steps=4))


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
        design, size, coat, [("patch", other, where)], length=1.4, girth=(0.25, 0.28), belly=1.1, leg=0.065,
        neck=(0.36, 22, thick, 0.16), head=(0.13, 0.14, 0.12), muzzle=(0.2, 0.095, 0.05), ear=("drooping", 0.17),
        tail=("tufted", 0.7), foot="hoof", pose=pose, nod=low, nose=PINK, tip=other, sole=DARK_GREY, eye=0.02,
    )  # fmt: skip
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
        design, size, coat, [("marking", other, where)], length=long, girth=(0.31 * fat, 0.35 * fat), leg=0.085,
        neck=(0.2, 15, 0.31 * fat, 0.25), head=(0.21, 0.22, 0.2), muzzle=(0.18, 0.12, 0.06), ear=(ear, 0.24),
        tail=("corkscrew", 0.22), foot="hoof", pose=pose, nod=nod, nose=PINK, sole=DARK_GREY, eye=0.028,
    )  # fmt: skip
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
        design, size, face, length=1.35, girth=(0.26, 0.28), leg=0.06, neck=(0.3, 42, 0.22, 0.15), head=(0.12, 0.13, 0.12),
        muzzle=(0.16, 0.075, 0.05), ear=("drooping", 0.19), tail=("stub", 0.08), foot="hoof", pose=pose, nod=nod, sole=BLACK, eye=0.022,
    )  # fmt: skip
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
        design, size, coat, length=1.25, girth=(0.3, 0.33), belly=1.05, leg=0.11, neck=(0.22, 25, 0.29, 0.22),
        head=(0.19, 0.23, 0.18), muzzle=(0.02, 0.12, 0.1), ear=("fan", ear), tail=("tufted", 0.45), pose=pose, nod=5, nose=coat, eye=0.02, tip=DARK_GREY,
    )  # fmt: skip
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
        design, size, coat, pale, length=0.86, girth=(0.14, 0.19), leg=0.045, neck=(long, rise, 0.2, 0.06), head=(0.065, 0.07, 0.07),
        muzzle=(0.15, 0.042, 0.02), ear=("side", 0.12), tail=("tufted", 0.45), foot="hoof", pose=pose, nod=28, nose=DARK_BROWN, tip=DARK_BROWN, eye=0.015,
    )  # fmt: skip
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
        design, size, coat, pale, length=1.45, girth=(0.19 * fluff, 0.23 * fluff), leg=0.075, neck=(0.34, 35, 0.22, 0.16),
        head=(0.16, 0.16, 0.16), muzzle=(0.13, 0.095, 0.05), ear=("round", 0.12), tail=("tufted", 0.8), pose=pose, nod=8, nose=DARK_BROWN, tip=hair, eye=0.022,
    )  # fmt: skip
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
        ("ear", mirrored(outer), coat), ("inner ear", mirrored(inner), PINK), ("leg", legs, coat), ("tail", sphere(0.14, segments=10).moved(0, 0.35, -0.85), WHITE if marking != "plain" else coat),
        ("nose", blob(0.035, 0.025, 0.025, at=(0, y + 0.01, z + 0.325)), PINK), *eyes(0.15, y + 0.05, z + 0.1, 0.035),
    ]:  # fmt: skip
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
        design, size, coat, marks, length=1.2, girth=(0.145, 0.19), leg=0.04, neck=(0.46, rise, 0.17, 0.085), head=(0.085, 0.095, 0.09),
        muzzle=(0.17, 0.05, 0.03), ear=("side", 0.2), tail=("stub", 0.07), foot="hoof", pose=pose, nod=22, tip=WHITE, eye=0.022,
    )  # fmt: skip
    if sex == "stag":
        beam = np.array(
            [
                (0.04, 0.08, -0.03),
                (0.35 * span, 0.35 * span, -0.2),
                (0.6 * span, 0.75 * span, -0.12),
                (0.5 * span, 1.05 * span, 0.05),
            ]
        )
        curve = smooth(beam, 5)
        antler = sweep(curve, np.linspace(0.026, 0.009, len(curve)), sides=6)
        for i in range(tines):
            root = curve[int((0.2 + 0.65 * i / tines) * len(curve))]
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
        design, size, kind, marks, length=1.6, girth=(0.3 * fat, 0.33 * fat), belly=1.05, leg=0.12, neck=(0.3, 18, 0.3, 0.22),
        head=(0.2, 0.19, 0.18), muzzle=(0.13, 0.09, 0.06), ear=("round", ear), tail=("stub", 0.06), pose=pose, nod=nod, eye=0.022, inside=snout,
    )  # fmt: skip
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
        design, size, coat, marks, length=1.35, girth=(0.155 * slim, 0.185 * slim), leg=0.048, neck=(0.3, 45, 0.16, 0.11),
        head=(0.165, 0.14, 0.14), muzzle=(0.22, 0.05, 0.06), ear=("pointed", ear), tail=("bushy", brush), pose=pose, nod=nod, eye=0.024, inside=BLACK,
    )  # fmt: skip
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
        ("ear", mirrored(disc[0]), coat), ("inner ear", mirrored(disc[1]), PINK), ("tail", limb(course, np.linspace(0.05, 0.015, 8).tolist()), PINK), ("paw", paws, PINK), ("whisker", hairs, DARK_GREY),
        ("nose", sphere(0.045, segments=8).moved(0, 0.31 + lift, 0.91), PINK), *eyes(0.15, 0.44 + lift, 0.63, 0.045),
    ]:  # fmt: skip
        design.add(name, solid.scaled(size, size, size), material)
    return design


def bird_body(
    design: Design,
    size: float,
    coat: Material,
    paints: Sequence[Paint] = (),
    *,
    girth: tuple[float, float] = (0.24, 0.26),
    pitch: float = 25,
    neck: tuple[float, float, float] = (0.1, 0.16, 60),
    head: float = 0.2,
    beak: tuple[str, float, Material] = ("cone", 0.2, YELLOW),
    legs: tuple[float, float, Material] = (0.35, 0.025, ORANGE),
    tail: tuple[float, float, float] = (0.4, 0.12, 0),
    wing: tuple[str, float, Material] = ("folded", 0.75, BROWN),
    eye: float = 0.04,
    tail_coat: Material | None = None,
) -> Callable[[Solid], Solid]:
    """A bird whose body is ``size`` metres long; all other lengths are shares of that.

    Args:
        pitch: how upright the body is, in degrees; a wing is "folded", "raised" or "spread".
        neck: length, thickness, rise. legs: length, thickness, material. tail: length, half width, rise.

    Returns:
        what takes a solid from the head's frame (its centre, beak to +Z) to its place.
    """
    (w, d), (n, nr, rise), (long, thin, leg_coat) = girth, neck, legs
    ground = long + d * 0.9

    def bodily(solid: Solid) -> Solid:
        return solid.rotated("x", -pitch).moved(y=ground)

    trunk = [
        (-0.5, 0.04, 0.3 * w, 0.3 * d),
        (-0.28, 0.01, 0.78 * w, 0.8 * d),
        (0, 0, w, d),
        (0.25, 0.03, 0.9 * w, 0.9 * d),
        (0.4, 0.07, 0.6 * w, 0.62 * d),
    ]
    painted(design, "body", bodily(skin(trunk, steps=4)), coat, paints, size)
    base = bodily(Solid(np.array([[0, 0.09, 0.34]]), np.zeros((0, 3), int))).vertices[0]
    up = np.radians(rise)
    z, y = base[2] + (n + 0.5 * head) * np.cos(up), base[1] + (n + 0.5 * head) * np.sin(up)
    path = [
        (base[2], base[1], 1.25 * nr, 1.25 * nr),
        ((base[2] + z) / 2 + 0.05 * n, (base[1] + y) / 2, nr, nr),
        (z, y, 0.9 * nr, 0.9 * nr),
    ]
    painted(design, "neck", skin(path, sides=12), coat, paints, size)
    painted(design, "head", blob(0.92 * head, head, 1.08 * head, at=(0, y, z), segments=16), coat, paints, size)

    def on_head(solid: Solid) -> Solid:
        return solid.moved(0, y, z).scaled(size, size, size)

    kind, b, beak_coat = beak
    bill = {
        "cone": lambda: (
            cylinder(0.32 * b + 0.02, b + 0.3 * head, top_radius=0.004, segments=8)
            .rotated("x", 90)
            .moved(z=0.75 * head)
        ),
        "hooked": lambda: skin(
            [
                (0.75 * head, 0, 0.3 * b, 0.38 * b),
                (head + 0.45 * b, 0, 0.2 * b, 0.3 * b),
                (head + 0.75 * b, -0.3 * b, 0.07 * b, 0.12 * b),
                (head + 0.72 * b, -0.6 * b, 0.02 * b, 0.04 * b),
            ],
            sides=10,
        ),
        "flat": lambda: skin(
            [
                (0.7 * head, -0.02, 0.3 * b, 0.3 * b),
                (head + 0.4 * b, -0.05, 0.28 * b, 0.13 * b),
                (head + b, -0.05, 0.34 * b, 0.07 * b),
            ],
            sides=12,
        ),
    }[kind]()
    design.add("beak", on_head(bill), beak_coat)
    for name, ball, material in eyes(0.8 * head, 0.25 * head, 0.6 * head, eye):
        design.add(name, on_head(ball), material)
    fan, half, tilt = tail
    feathers = extrude([(-0.5 * half, 0), (0.5 * half, 0), (half, -fan), (0, -1.1 * fan), (-half, -fan)], 0.04).rotated(
        "x", -tilt
    )
    design.add("tail", bodily(feathers.moved(0, 0.02, -0.42)).scaled(size, size, size), tail_coat or wing[2])
    pose, span, wing_coat = wing
    if pose == "folded":
        shape = [
            (0.34, 0.06, 0.03, 0.3 * d),
            (0.1, 0.02, 0.05, 0.62 * d),
            (0.1 - 0.45 * span, -0.02, 0.045, 0.42 * d),
            (0.32 - span, 0.0, 0.015, 0.08 * d),
        ]
        side = skin(shape[::-1], sides=10).moved(0.93 * w)
        design.add("wing", bodily(mirrored(side)).scaled(size, size, size), wing_coat)
    else:
        chord = [
            (0, 0.24),
            (0.35 * span, 0.3),
            (0.7 * span, 0.22),
            (span, 0.02),
            (0.96 * span, -0.12),
            (0.7 * span, -0.16),
            (0.35 * span, -0.22),
            (0, -0.22),
        ]
        side = extrude(chord, 0.035).rotated("z", 35 if pose == "raised" else 8).moved(0.5 * w, 0.3 * d, 0.05)
        tips = (
            extrude([(0.72 * span, 0.16), (span, 0.0), (0.98 * span, -0.16), (0.7 * span, -0.2)], 0.045)
            .rotated("z", 35 if pose == "raised" else 8)
            .moved(0.5 * w, 0.3 * d - 0.005, 0.045)
        )
        design.add("wing", bodily(mirrored(side)).scaled(size, size, size), wing_coat)
        design.add("wing tip", bodily(mirrored(tips)).scaled(size, size, size), tail_coat or DARK_BROWN)
    if long:
        leg = sweep([(0.45 * w, ground - 0.6 * d, -0.02), (0.45 * w, 0.02, 0.02)], thin, sides=6)
        toes = [
            sweep([(0.45 * w, 0.02, 0.02), (0.45 * w + dx, 0.012, 0.02 + dz)], [thin, 0.5 * thin], sides=5)
            for dx, dz in ((0, 0.17), (0.08, 0.13), (-0.08, 0.13), (0, -0.09))
        ]
        design.add("leg", mirrored(join(leg, *toes)).scaled(size, size, size), leg_coat)
    return on_head


def web(design: Design, size: float, x: float, z: float, reach: float, material: Material) -> None:
    """A pair of webbed feet on the ground."""
    foot = extrude(
        [
            (-0.03, -0.05),
            (0.03, -0.05),
            (0.12, reach),
            (0.05, 0.85 * reach),
            (0, 1.08 * reach),
            (-0.05, 0.85 * reach),
            (-0.12, reach),
        ],
        0.035,
    )
    design.add("foot", mirrored(foot.rotated("y", 15).moved(x, 0, z)).scaled(size, size, size), material)


@category("bird", family="creatures", also=("animal", "songbird", "sparrow"))
def bird(p: Parameters) -> Design:
    size, fat, pitch = p.real("size", 0.08, 0.2), p.real("fatness", 0.85, 1.15), p.real("pitch", 12, 45)
    coat = p.material(
        "coat", [PLASTICS[1], RED, BROWN, YELLOW, BLACK, GREY, Material("sky blue", (0.35, 0.62, 0.86)), GREEN]
    )
    breast, wing_coat = (
        p.material("breast", [WHITE, ORANGE, CREAM, YELLOW]),
        p.material("wings", [DARK_GREY, BROWN, PLASTICS[1], BLACK]),
    )
    pose, tail, crest = (
        p.choice("wings_pose", ["folded", "folded", "spread", "raised"]),
        p.real("tail", 0.3, 0.65),
        p.choice("crest", ["no", "yes"]),
    )
    design = Design([coat.name, "small"], [f"{pose} {wing_coat.name} wings", f"a {breast.name} breast"])
    legs = 0.25 if pose == "folded" else 0.12
    low = legs + 0.2
    on_head = bird_body(
        design, size, coat, [("breast", breast, lambda c: (c[:, 1] < low + 0.15) & (c[:, 2] > -0.15))], girth=(0.22 * fat, 0.24 * fat), pitch=pitch, neck=(0.02, 0.16, 60),
        head=0.19, beak=("cone", 0.16, ORANGE if coat.name != "orange" else BLACK), legs=(legs, 0.018, DARK_BROWN), tail=(tail, 0.1, -pitch / 3), wing=(pose, 0.75, wing_coat),
    )  # fmt: skip
    if crest == "yes":
        design.add(
            "crest",
            on_head(
                cylinder(0.09, 0.24, top_radius=0.01, segments=8)
                .scaled(0.5, 1, 1)
                .rotated("x", -35)
                .moved(0, 0.12, -0.02)
            ),
            coat,
        )
        design.features.append("a crest")
    return design


@category("duck", family="creatures", also=("bird", "mallard", "duckling"))
def duck(p: Parameters) -> Design:
    kind, size, neck = (
        p.choice("kind", ["mallard", "white", "yellow", "brown"]),
        p.real("size", 0.2, 0.42),
        p.real("neck", 0.14, 0.32),
    )
    fat, pose, afloat = (
        p.real("fatness", 0.9, 1.15),
        p.choice("wings_pose", ["folded", "folded", "spread"]),
        p.choice("pose", ["standing", "swimming"]),
    )
    bill = p.real("bill", 0.22, 0.3)
    coat = {"mallard": GREY, "white": WHITE, "yellow": YELLOW, "brown": BROWN}[kind]
    beak = p.material("bill_colour", [ORANGE, YELLOW])
    beak = ORANGE if kind == "yellow" else beak
    design = Design(
        [kind if kind != "mallard" else "green-headed", afloat],
        [
            f"a flat {beak.name} bill",
            *(["a white neck ring"] if kind == "mallard" else ["webbed feet"] if afloat == "standing" else []),
        ],
    )
    legs = 0.18 if afloat == "standing" else 0
    low = legs + 0.27
    marks: list[Paint] = []
    if kind == "mallard":
        marks = [
            ("head", Material("bottle green", (0.05, 0.35, 0.2)), lambda c: (c[:, 1] > low + 0.32) & (c[:, 2] > 0.15)),
            ("ring", WHITE, lambda c: (c[:, 1] > low + 0.26) & (c[:, 2] > 0.2)),
            ("breast", CHESTNUT, lambda c: c[:, 2] > 0.22),
        ]
    bird_body(
        design, size, coat, marks, girth=(0.27 * fat, 0.24 * fat), pitch=8, neck=(neck, 0.1, 75), head=0.155, beak=("flat", bill, beak),
        legs=(legs, 0.025, ORANGE), tail=(0.25, 0.12, 25), wing=(pose, 0.8, DARK_BROWN if kind in ("mallard", "brown") else coat), tail_coat=coat,
    )  # fmt: skip
    if afloat == "standing":
        web(design, size, 0.12, 0, 0.24, ORANGE)
    return design


@category("owl", family="creatures", also=("bird", "barn owl", "eagle owl"))
def owl(p: Parameters) -> Design:
    size, fat, tufts = p.real("size", 0.2, 0.5), p.real("fatness", 0.9, 1.1), p.choice("tufts", ["yes", "no"])
    coat, disc = p.material("coat", [BROWN, GREY, WHITE, TAN, DARK_BROWN]), p.material("face", [CREAM, WHITE, TAN])
    iris, pose, seed = (
        p.material("eyes", [YELLOW, ORANGE]),
        p.choice("wings_pose", ["folded", "folded", "spread"]),
        p.real("pattern", 0, 1),
    )
    design = Design(
        [coat.name, "round-headed"],
        [f"big {iris.name} eyes", "ear tufts" if tufts == "yes" else "no ear tufts", f"{pose} wings"],
    )
    dots = spots(seed, 0.12, 0.34)
    front: list[Paint] = [
        ("breast", BROWN if coat.name != "brown" else DARK_BROWN, lambda c: (c[:, 2] > 0.1) & dots(c)),
        ("breast", disc, lambda c: (c[:, 2] > 0.12) & (c[:, 1] < 0.75)),
    ]
    wings = DARK_BROWN if coat.name in ("brown", "tan") else GREY if coat.name == "white" else coat
    on_head = bird_body(
        design, size, coat, front, girth=(0.29 * fat, 0.28 * fat), pitch=72, neck=(0.0, 0.24, 80), head=0.29, beak=("cone", 0.001, BLACK),
        legs=(0.2, 0.04, CREAM), tail=(0.22, 0.14, 0), wing=(pose, 0.85, wings), eye=0.01,
    )  # fmt: skip
    design.add("face", on_head(mirrored(blob(0.17, 0.19, 0.06, at=(0.11, 0.02, 0.25)).rotated("y", 8))), disc)
    design.add("iris", on_head(mirrored(blob(0.085, 0.085, 0.05, at=(0.12, 0.04, 0.28)))), iris)
    design.add("pupil", on_head(mirrored(blob(0.048, 0.048, 0.03, at=(0.12, 0.04, 0.315), segments=10))), BLACK)
    design.add(
        "beak",
        on_head(cylinder(0.045, 0.16, top_radius=0.004, segments=8).rotated("x", 165).moved(0, 0.02, 0.31)),
        DARK_GREY if iris.name == "orange" else ORANGE,
    )
    if tufts == "yes":
        design.add(
            "tuft",
            on_head(
                mirrored(
                    cylinder(0.07, 0.2, top_radius=0.005, segments=8)
                    .scaled(1, 1, 0.5)
                    .rotated("z", -25)
                    .moved(0.15, 0.2, 0.03)
                )
            ),
            coat,
        )
    return design


@category("penguin", family="creatures", also=("bird", "emperor penguin"))
def penguin(p: Parameters) -> Design:
    size, fat, spread = p.real("size", 0.35, 0.9), p.real("fatness", 0.88, 1.15), p.real("flippers", 8, 60)
    coat, patch = (
        p.material("coat", [BLACK, Material("slate", (0.2, 0.22, 0.27)), Material("bluish black", (0.1, 0.12, 0.2))]),
        p.material("patch", [YELLOW, ORANGE, WHITE]),
    )
    beak, lean, hat = (
        p.material("beak", [ORANGE, BLACK, RED]),
        p.real("lean", -6, 8),
        p.choice("scarf", ["no", "no", "yes"]),
    )
    design = Design([coat.name, "fat" if fat > 1.02 else "slim"], ["a white belly", f"{patch.name} neck patches"])
    y = np.array([0.06, 0.16, 0.4, 0.62, 0.76, 0.84, 0.95])
    half = np.array([0.15, 0.2, 0.23, 0.18, 0.125, 0.13, 0.09])
    body = skin(
        [(0.01 * np.sin(7 * t), t, r * fat if t < 0.7 else r, 0.92 * r) for t, r in zip(y, half, strict=True)],
        sides=24,
        steps=6,
    )

    marks: list[Paint] = [
        (
            "neck patch",
            patch,
            lambda c: (c[:, 1] > 0.72) & (c[:, 1] < 0.84) & (np.abs(c[:, 0]) > 0.07) & (c[:, 2] > -0.06),
        ),
        ("belly", WHITE, lambda c: (c[:, 1] < 0.74) & (c[:, 2] > 0.0) & (np.abs(c[:, 0]) < 0.16 * fat)),
    ]
    painted(design, "body", body.rotated("x", lean), coat, marks, size)
    flipper = blob(0.03, 0.22, 0.085, at=(0, -0.2, 0)).rotated("z", spread).moved(0.17 * fat, 0.66, 0)
    bits = [
        ("flipper", mirrored(flipper), coat), ("beak", limb([(0, 0.9, 0.07), (0, 0.89, 0.19), (0, 0.86, 0.25)], [0.045, 0.025, 0.005]), beak),
        ("tail", cylinder(0.08, 0.15, top_radius=0.02, segments=8).rotated("x", -115).moved(0, 0.1, -0.15), coat), ("eye", mirrored(sphere(0.024, segments=8).moved(0.09, 0.92, 0.075)), WHITE),
        ("pupil", mirrored(sphere(0.015, segments=8).moved(0.1, 0.92, 0.09)), BLACK),
    ]  # fmt: skip
    if hat == "yes":
        bits.append(
            (
                "scarf",
                limb([(0.16 * np.cos(t), 0.72, 0.15 * np.sin(t)) for t in np.linspace(0, 6.4, 12)], [0.035] * 12),
                RED,
            )
        )
        bits.append(("scarf", box(0.07, 0.24, 0.03).rotated("x", -6).moved(0.07, 0.5, 0.21), RED))
        design.features.append("a red scarf")
    for name, solid, material in bits:
        design.add(name, solid.rotated("x", lean).scaled(size, size, size), material)
    web(design, size, 0.1, 0.05, 0.17, ORANGE if beak.name != "black" else BLACK)
    return design


@category("chicken", family="creatures", also=("bird", "hen", "rooster"))
def chicken(p: Parameters) -> Design:
    size, fat, sex = p.real("size", 0.22, 0.36), p.real("fatness", 0.9, 1.15), p.choice("sex", ["hen", "rooster"])
    coat, wing_coat = (
        p.material("coat", [WHITE, CHESTNUT, BROWN, BLACK, GINGER]),
        p.material("wings", [BROWN, WHITE, DARK_BROWN]),
    )
    neck, comb, rise = p.real("neck", 0.16, 0.32), p.real("comb", 0.08, 0.16), p.real("tail_rise", 40, 70)
    wing_coat = coat if coat.name in ("white", "black") else wing_coat
    design = Design(
        [coat.name, "plump"],
        ["a red comb and wattles", "long arched tail feathers" if sex == "rooster" else "a short upright tail"],
    )
    on_head = bird_body(
        design, size, coat, [("hackle", ORANGE, lambda c: (c[:, 1] > 0.78) & (c[:, 2] > 0.1))] if sex == "rooster" else [], girth=(0.28 * fat, 0.3 * fat), pitch=18, neck=(neck, 0.12, 72),
        head=0.125, beak=("cone", 0.11, YELLOW), legs=(0.3, 0.026, YELLOW), tail=(0.3, 0.13, rise), wing=("folded", 0.7, wing_coat), eye=0.025, tail_coat=coat,
    )  # fmt: skip
    crest = join(
        *(
            blob(0.022, comb * (1 - 0.2 * abs(k - 1)), 0.05, at=(0, 0.11 + 0.3 * comb, 0.06 - 0.06 * k), segments=8)
            for k in (0, 1, 2)
        )
    )
    design.add("comb", on_head(crest), RED)
    design.add("wattle", on_head(mirrored(blob(0.025, 0.075, 0.04, at=(0.035, -0.14, 0.11), segments=8))), RED)
    if sex == "rooster":
        for i in range(5):
            plume = limb(
                [
                    (0.03 * (i - 2), 0.62, -0.4),
                    (0.05 * (i - 2), 0.95 - 0.04 * i, -0.6 - 0.03 * i),
                    (0.06 * (i - 2), 0.85 - 0.08 * i, -0.95 + 0.02 * i),
                    (0.07 * (i - 2), 0.6 - 0.07 * i, -1.02),
                ],
                [0.06, 0.06, 0.045, 0.01],
                sides=6,
            )
            design.add("plume", plume.scaled(size, size, size), Material("green-black", (0.06, 0.2, 0.16)))
    return design


@category("eagle", family="creatures", also=("bird", "bald eagle", "hawk"))
def eagle(p: Parameters) -> Design:
    size, span, pose = (
        p.real("size", 0.35, 0.6),
        p.real("span", 1.2, 1.7),
        p.choice("wings_pose", ["spread", "spread", "raised", "folded"]),
    )
    coat, crown = (
        p.material("coat", [DARK_BROWN, BROWN, BLACK]),
        p.material("head", [WHITE, WHITE, Material("golden", (0.75, 0.55, 0.28))]),
    )
    tail, hook, pitch = p.real("tail", 0.35, 0.6), p.real("beak", 0.2, 0.28), p.real("pitch", 5, 30)
    design = Design([coat.name, "mighty"], [f"{pose} wings", f"a {crown.name} head and a hooked beak"])
    upright = 58 if pose == "folded" else pitch
    at = 0.42 if pose == "folded" else 0.36
    bird_body(
        design, size, coat, [("head", crown, lambda c: (c[:, 1] > 0.9) if pose == "folded" else c[:, 2] > at)], girth=(0.2, 0.21), pitch=upright, neck=(0.08, 0.13, 60 if pose == "folded" else 25), head=0.14,
        beak=("hooked", hook, YELLOW), legs=(0.16, 0.035, YELLOW), tail=(tail, 0.2, 0), wing=(pose, 0.95 if pose == "folded" else span, coat), tail_coat=crown if crown.name == "white" else coat, eye=0.022,
    )  # fmt: skip
    if pose != "folded":
        tilt, out = (35, 0.5 * 0.2) if pose == "raised" else (8, 0.1)
        finger = join(
            *(
                blob(0.17, 0.014, 0.035, at=(0.14, 0, 0))
                .rotated("y", 6 + 16 * k)
                .moved(0.93 * span, 0.02, 0.0 - 0.035 * k)
                for k in range(5)
            )
        )
        wings = (
            mirrored(finger.rotated("z", tilt).moved(out, 0.063, 0.05))
            .rotated("x", -upright)
            .moved(y=0.16 + 0.9 * 0.21)
        )
        design.add("feather", wings.scaled(size, size, size), BLACK if coat.name != "black" else DARK_BROWN)
    return design


@category("fish", family="creatures", also=("animal", "goldfish", "tropical fish"))
def fish(p: Parameters) -> Design:
    size, tall, fat = p.real("size", 0.08, 0.4), p.real("height", 0.16, 0.34), p.real("thickness", 0.07, 0.14)
    coat, fins = (
        p.material("coat", [ORANGE, RED, PLASTICS[1], YELLOW, Material("silver", (0.72, 0.76, 0.8)), GREEN]),
        p.material("fins", [ORANGE, YELLOW, BLACK, PLASTICS[1], GREY]),
    )
    marking, tail, seed = (
        p.choice("marking", ["plain", "striped", "spotted", "pale-bellied"]),
        p.choice("tail", ["forked", "fan", "pointed"]),
        p.real("pattern", 0, 1),
    )
    where = {
        "plain": below(-9),
        "striped": bands(2, 0.24, 0.35, 0.1),
        "spotted": spots(seed, 0.11),
        "pale-bellied": below(-0.3 * tall),
    }[marking]
    design = Design([coat.name, "round" if tall > 0.26 else "slim"], [f"a {tail} tail"])
    if marking in ("striped", "spotted"):
        design.features.append("white stripes" if marking == "striped" else "white spots")
    body = [
        (-0.36, 0, 0.02, 0.05),
        (-0.2, 0, 0.6 * fat, 0.55 * tall),
        (0.08, 0, fat, tall),
        (0.3, 0, 0.9 * fat, 0.75 * tall),
        (0.44, -0.01, 0.45 * fat, 0.35 * tall),
    ]
    ends = {
        "forked": [(-0.32, 0), (-0.42, 0.09), (-0.66, 0.25), (-0.52, 0), (-0.66, -0.25), (-0.42, -0.09)],
        "fan": [(-0.32, 0), (-0.42, 0.1), (-0.62, 0.2), (-0.66, 0), (-0.62, -0.2), (-0.42, -0.1)],
        "pointed": [(-0.3, 0), (-0.42, 0.11), (-0.55, 0.1), (-0.75, 0), (-0.55, -0.1), (-0.42, -0.11)],
    }[tail]
    painted(design, "body", skin(body, sides=24, steps=7), coat, [("marking", WHITE, where)], size)
    back = fin([(0.2, 0.8 * tall), (0.05, 1.5 * tall), (-0.2, 1.15 * tall), (-0.28, 0.3 * tall), (0, 0.6 * tall)], 0.02)
    belly = fin([(-0.05, -0.8 * tall), (-0.2, -1.35 * tall), (-0.28, -0.3 * tall)], 0.02)
    side = (
        blob(0.012, 0.05, 0.11, at=(0, 0, -0.1)).rotated("y", 35).rotated("x", 15).moved(0.9 * fat, -0.2 * tall, 0.15)
    )
    for name, solid, material in [
        ("tail", fin(ends, 0.02), fins),
        ("back fin", back, fins),
        ("belly fin", belly, fins),
        ("side fin", mirrored(side), fins),
        ("mouth", blob(0.03, 0.025, 0.02, at=(0, -0.02, 0.475)), PINK),
        *eyes(0.78 * fat, 0.22 * tall, 0.31, 0.034, white=True),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    design.add(
        "eye",
        mirrored(sphere(0.019, segments=8).moved(0.78 * fat + 0.027, 0.22 * tall, 0.315)).scaled(size, size, size),
        BLACK,
    )
    return design


def swimmer(
    design: Design,
    size: float,
    coat: Material,
    belly: Material,
    fat: float,
    body: list[tuple[float, float, float, float]],
    under: float,
    bend: float,
) -> None:
    """A big swimmer's body from tail to nose, pale underneath, its tail swung up by ``bend``."""
    curved = [(z, y + bend * min(z, 0) ** 2, w * fat, h * fat) for z, y, w, h in body]
    pale: list[Paint] = [("belly", belly, lambda c: c[:, 1] - bend * np.minimum(c[:, 2], 0) ** 2 < under)]
    painted(design, "body", skin(curved, sides=24, steps=5), coat, pale, size)


def flipper(span: float, chord: float, x: float, y: float, z: float, droop: float) -> Solid:
    """A pair of swept-back side fins."""
    return mirrored(
        extrude([(0, 0), (span, -0.9 * chord), (0.85 * span, -1.1 * chord), (0, -chord)], 0.02)
        .rotated("z", -droop)
        .moved(x, y, z)
    )


@category("shark", family="creatures", also=("animal", "great white shark"))
def shark(p: Parameters) -> Design:
    size, fat, bend = p.real("size", 1.5, 5), p.real("fatness", 0.85, 1.2), p.real("bend", -0.15, 0.3)
    coat, belly = (
        p.material("coat", [GREY, DARK_GREY, Material("blue-grey", (0.38, 0.47, 0.56))]),
        p.material("belly", [WHITE, CREAM]),
    )
    dorsal, mouth, head = (
        p.real("dorsal", 0.13, 0.22),
        p.choice("mouth", ["open", "closed"]),
        p.choice("head", ["pointed", "pointed", "pointed", "pointed", "hammer"]),
    )
    design = Design(
        [coat.name, "streamlined"],
        [
            "a tall triangular back fin",
            f"{'a hammer-shaped head' if head == 'hammer' else f'an {mouth} mouth' if mouth == 'open' else 'a pointed snout'}",
        ],
    )
    swimmer(
        design,
        size,
        coat,
        belly,
        fat,
        [
            (-0.46, 0.02, 0.02, 0.03),
            (-0.3, 0.01, 0.045, 0.055),
            (-0.05, 0, 0.095, 0.11),
            (0.2, 0, 0.105, 0.12),
            (0.38, 0.01, 0.075, 0.08),
            (0.5, 0.02, 0.025, 0.022),
        ],
        -0.03,
        bend,
    )
    lift = 0.02 + bend * 0.2
    parts = [
        ("tail fin", fin([(-0.42, 0.02), (-0.5, 0.12), (-0.64, 0.26), (-0.55, 0.02), (-0.6, -0.13), (-0.48, -0.05)], 0.016).moved(y=lift), coat), ("back fin", fin([(0.1, 0.09 * fat), (-0.03, 0.09 * fat + dorsal), (-0.07, 0.09 * fat + 0.95 * dorsal), (-0.06, 0.06 * fat)], 0.018), coat),
        ("side fin", flipper(0.26, 0.13, 0.06 * fat, -0.03, 0.2, 22), coat), ("side fin", flipper(0.1, 0.06, 0.03, -0.03, -0.17, 25), coat), ("gill", mirrored(join(*(blob(0.006, 0.035, 0.004, at=(0.1 * fat, 0.01, 0.21 + 0.025 * k), segments=8) for k in range(4)))), BLACK),
        ("eye", mirrored(sphere(0.013, segments=8).moved(0.066 * fat if head == "pointed" else 0.205, 0.035, 0.41 if head == "pointed" else 0.46)), BLACK),
    ]  # fmt: skip
    if head == "hammer":
        parts.append(("hammer", blob(0.2, 0.028, 0.055, at=(0, 0.03, 0.46), segments=16), coat))
    if mouth == "open":
        teeth = join(
            *(
                cylinder(0.008, 0.028, top_radius=0.001, segments=5)
                .rotated("x", 180)
                .moved(0.045 * np.sin(t) * fat, -0.02, 0.385 + 0.035 * np.cos(t))
                for t in np.linspace(-1.4, 1.4, 9)
            )
        )
        parts += [
            ("mouth", blob(0.058 * fat, 0.035, 0.05, at=(0, -0.035, 0.39)), Material("dark red", (0.45, 0.1, 0.1))),
            ("tooth", teeth, WHITE),
        ]
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("dolphin", family="creatures", also=("animal", "porpoise"))
def dolphin(p: Parameters) -> Design:
    size, fat, bend = p.real("size", 1.4, 2.8), p.real("fatness", 0.85, 1.15), p.real("bend", -0.7, -0.1)
    coat, belly = (
        p.material("coat", [GREY, Material("blue-grey", (0.42, 0.53, 0.64)), DARK_GREY]),
        p.material("belly", [WHITE, Material("pale grey", (0.8, 0.82, 0.84)), PINK]),
    )
    dorsal, beak, fluke = p.real("dorsal", 0.09, 0.15), p.real("beak", 0.06, 0.12), p.real("fluke", 0.14, 0.2)
    design = Design(
        [coat.name, "leaping" if bend < -0.4 else "smooth"],
        ["a beak-like snout", f"a {belly.name} belly", "a curved back fin"],
    )
    swimmer(
        design,
        size,
        coat,
        belly,
        fat,
        [
            (-0.48, 0, 0.02, 0.022),
            (-0.28, 0, 0.05, 0.06),
            (0, 0, 0.105, 0.115),
            (0.22, 0, 0.105, 0.112),
            (0.36, 0, 0.08, 0.085),
        ],
        -0.04,
        bend,
    )
    snout = skin(
        [(0.36, -0.03, 0.05, 0.045), (0.43, -0.035, 0.03, 0.026), (0.43 + beak, -0.035, 0.02, 0.016)], sides=12
    )
    tail = (
        mirrored(extrude([(-0.01, 0.04), (fluke, -0.1), (0.7 * fluke, -0.12), (-0.01, -0.07)], 0.015))
        .rotated("x", np.degrees(np.arctan(bend)))
        .moved(0, bend * 0.23 - 0.01, -0.48)
    )
    back = fin(
        [(0.07, 0.08 * fat), (-0.02, 0.1 * fat + 0.75 * dorsal), (-0.09, 0.09 * fat + dorsal), (-0.06, 0.07 * fat)],
        0.018,
    )
    for name, solid, material in [
        ("snout", snout, coat),
        ("tail fluke", tail, coat),
        ("back fin", back, coat),
        ("flipper", flipper(0.16, 0.09, 0.07 * fat, -0.04, 0.22, 35), coat),
        *eyes(0.085 * fat, 0.0, 0.35, 0.012),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("whale", family="creatures", also=("animal", "blue whale", "orca"))
def whale(p: Parameters) -> Design:
    kind, size, fat = p.choice("kind", ["blue", "sperm", "orca"]), p.real("size", 6, 20), p.real("fatness", 0.85, 1.15)
    bend, fluke, spout = p.real("bend", 0.1, 0.7), p.real("fluke", 0.16, 0.24), p.choice("spout", ["yes", "no"])
    coat = p.material(
        "coat", [Material("slate blue", (0.3, 0.4, 0.52)), DARK_GREY, Material("blue-grey", (0.42, 0.5, 0.58))]
    )
    coat, belly = (
        (BLACK, WHITE)
        if kind == "orca"
        else (coat, coat if kind == "sperm" else Material("pale grey", (0.8, 0.82, 0.84)))
    )
    design = Design(
        [coat.name, "huge"],
        [
            {"blue": "a grooved throat", "sperm": "a huge square head", "orca": "white patches behind the eyes"}[kind],
            *["a spout of water"] * (spout == "yes"),
        ],
    )
    head = (
        [(0.3, 0.01, 0.13, 0.16), (0.44, 0.02, 0.12, 0.15)]
        if kind == "sperm"
        else [(0.3, -0.01, 0.13, 0.13), (0.44, -0.02, 0.09, 0.07)]
    )
    swimmer(
        design,
        size,
        coat,
        belly,
        fat,
        [(-0.5, 0, 0.02, 0.022), (-0.3, 0, 0.055, 0.06), (-0.02, 0, 0.13, 0.14), *head],
        -0.035,
        bend,
    )
    tail = (
        mirrored(extrude([(-0.01, 0.05), (fluke, -0.07), (0.9 * fluke, -0.13), (-0.01, -0.06)], 0.02))
        .rotated("x", np.degrees(np.arctan(bend)))
        .moved(0, bend * 0.25 - 0.01, -0.5)
    )
    tall = 0.2 if kind == "orca" else 0.05
    back = fin([(-0.02, 0.11 * fat), (-0.09, 0.1 * fat + tall), (-0.13, 0.1 * fat + tall), (-0.13, 0.08 * fat)], 0.02)
    parts = [
        ("tail fluke", tail, coat),
        ("back fin", back, coat),
        ("flipper", flipper(0.18, 0.11, 0.09 * fat, -0.05, 0.2, 30), coat),
        *eyes(0.127 * fat, -0.01, 0.33, 0.012),
    ]
    if kind == "orca":
        parts.append(("eye patch", mirrored(blob(0.015, 0.025, 0.05, at=(0.122 * fat, 0.04, 0.3))), WHITE))
    if kind == "blue":
        parts.append(
            (
                "groove",
                mirrored(
                    join(
                        *(
                            limb(
                                [(x, -0.115 * fat, 0.05), (x, -0.13 * fat, 0.2), (0.8 * x, -0.1 * fat, 0.42)],
                                [0.006] * 3,
                                sides=5,
                            )
                            for x in (0.015, 0.045, 0.075)
                        )
                    )
                ),
                GREY,
            )
        )
    if kind == "sperm":
        parts.append(("jaw", skin([(0.2, -0.15 * fat, 0.04, 0.02), (0.45, -0.145 * fat, 0.02, 0.012)], sides=10), GREY))
    if spout == "yes":
        jet = join(
            limb([(0, 0.1, 0.25), (0, 0.26, 0.25)], [0.012, 0.015]),
            *(
                limb(
                    [
                        (0, 0.25, 0.25),
                        (0.05 * np.cos(t), 0.3, 0.25 + 0.05 * np.sin(t)),
                        (0.1 * np.cos(t), 0.24, 0.25 + 0.1 * np.sin(t)),
                    ],
                    [0.014, 0.012, 0.006],
                    sides=5,
                )
                for t in np.arange(6)
            ),
        )
        parts.append(("spout", jet, Material("water blue", (0.6, 0.82, 0.93))))
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("turtle", family="creatures", also=("animal", "tortoise", "sea turtle"))
def turtle(p: Parameters) -> Design:
    size, dome, kind = p.real("size", 0.15, 0.9), p.real("dome", 0.22, 0.45), p.choice("kind", ["land", "sea"])
    shell, coat = (
        p.material("shell", [BROWN, DARK_BROWN, Material("olive", (0.36, 0.4, 0.2)), GREEN]),
        p.material("skin", [Material("olive green", (0.5, 0.58, 0.3)), GREEN, TAN]),
    )
    seam, plates, neck = (
        p.material("seams", [CREAM, BLACK, YELLOW]),
        p.real("plates", 0.22, 0.32),
        p.real("neck", 0.1, 0.25),
    )
    seed = p.real("pattern", 0, 1)
    tall = dome if kind == "land" else 0.55 * dome
    design = Design(
        [shell.name, "domed" if tall > 0.3 else "flat"],
        ["a patterned shell", "four flippers" if kind == "sea" else "four stumpy legs"],
    )
    y = 0.14
    painted(
        design,
        "shell",
        sphere(1, segments=36, start=-8).scaled(0.4, tall, 0.5).moved(y=y),
        shell,
        [("seam", seam, cracks(seed, plates, 0.12))],
        size,
    )
    head = skin(
        [
            (0.4, y, 0.07, 0.065),
            (0.5 + 0.5 * neck, y + 0.5 * neck, 0.065, 0.065),
            (0.55 + neck, y + 0.7 * neck, 0.095, 0.085),
            (0.66 + neck, y + 0.65 * neck, 0.06, 0.055),
        ],
        sides=14,
    )
    paddle = blob(0.3, 0.02, 0.1, at=(0.3, 0, 0)).rotated("y", 25).rotated("z", -10).moved(0.25, y, 0.28) + blob(
        0.16, 0.02, 0.07, at=(0.15, 0, 0)
    ).rotated("y", 40).moved(0.25, y - 0.02, -0.35)
    stumps = join(
        *(limb([(0.25, y, z), (0.36, 0.12, 1.1 * z), (0.38, 0.02, 1.15 * z)], [0.1, 0.085, 0.08]) for z in (0.3, -0.3))
    )
    for name, solid, material in [
        (
            "rim",
            sphere(1, segments=28, start=-60, stop=20).scaled(0.43, 0.08, 0.53).moved(y=y),
            seam if seam.name != "black" else coat,
        ),
        ("head", head, coat),
        ("flipper" if kind == "sea" else "leg", mirrored(paddle if kind == "sea" else stumps), coat),
        ("tail", limb([(0, y - 0.03, -0.45), (0, y - 0.06, -0.66)], [0.05, 0.01]), coat),
        *eyes(0.075, y + 0.7 * neck + 0.035, 0.6 + neck, 0.02),
    ]:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("frog", family="creatures", also=("animal", "toad"))
def frog(p: Parameters) -> Design:
    size, fat, gaze = p.real("size", 0.05, 0.12), p.real("fatness", 0.85, 1.15), p.real("eyes", 0.1, 0.15)
    coat, belly = (
        p.material(
            "coat", [GREEN, Material("lime green", (0.5, 0.72, 0.2)), Material("olive", (0.42, 0.45, 0.2)), BROWN, RED]
        ),
        p.material("belly", [CREAM, YELLOW, WHITE]),
    )
    marking, seed, iris, rise = (
        p.choice("marking", ["plain", "spotted", "striped"]),
        p.real("pattern", 0, 1),
        p.material("iris", [ORANGE, YELLOW, RED]),
        p.real("rise", 10, 35),
    )
    design = Design(
        [coat.name, "squat"],
        [
            "bulging eyes",
            "long folded hind legs",
            *[f"dark {'spots' if marking == 'spotted' else 'stripes'}"] * (marking != "plain"),
        ],
    )
    dots, lines = spots(seed, 0.2), bands(0, 0.2, 0.3, 0.1)
    marks: list[Paint] = [
        ("belly", belly, lambda c: (c[:, 1] < 0.26 + 0.25 * c[:, 2]) & (np.abs(c[:, 0]) < 0.36)),
        ("marking", DARK_BROWN, lambda c: (dots(c) if marking == "spotted" else lines(c)) & (marking != "plain")),
    ]
    body = (
        skin(
            [
                (-0.5, -0.08, 0.14, 0.12),
                (-0.2, 0, 0.3 * fat, 0.24),
                (0.15, 0.03, 0.33 * fat, 0.24),
                (0.42, 0.02, 0.24 * fat, 0.15),
            ],
            sides=24,
            steps=6,
        )
        .rotated("x", -rise)
        .moved(y=0.36)
    )
    painted(design, "body", body, coat, marks, size)
    up, z = 0.42 + 0.3 * np.sin(np.radians(rise)), 0.3
    hind = limb(
        [(0.2, 0.2, -0.35), (0.48, 0.38, -0.02), (0.45, 0.2, 0.0), (0.42, 0.08, -0.4), (0.4, 0.04, -0.38)],
        [0.13, 0.13, 0.09, 0.06, 0.05],
        steps=5,
    )
    fore = limb([(0.25, 0.35, 0.2), (0.38, 0.2, 0.25), (0.34, 0.03, 0.4)], [0.08, 0.06, 0.045])
    toes = join(
        *(
            limb([(x, 0.03, z0), (x + 0.22 * np.sin(t), 0.02, z0 + reach * np.cos(t))], [0.035, 0.022], sides=6)
            + sphere(0.035, segments=6).moved(x + 0.22 * np.sin(t), 0.03, z0 + reach * np.cos(t))
            for x, z0, reach in ((0.42, -0.38, 0.42), (0.34, 0.4, 0.17))
            for t in (-0.5, 0.1, 0.8)
        )
    )
    parts = [
        ("leg", mirrored(hind + fore), coat),
        ("foot", mirrored(toes), coat),
        ("eyelid", mirrored(sphere(gaze, segments=12).moved(0.19, up + 0.06, z)), coat),
        ("iris", mirrored(sphere(0.85 * gaze, segments=12).moved(0.215, up + 0.08, z + 0.05)), iris),
        (
            "pupil",
            mirrored(
                blob(0.35 * gaze, 0.25 * gaze, 0.45 * gaze, at=(0.215 + 0.4 * gaze, up + 0.09, z + 0.05 + 0.6 * gaze))
            ),
            BLACK,
        ),
    ]
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


@category("snake", family="creatures", also=("animal", "serpent", "cobra"))
def snake(p: Parameters) -> Design:
    pose, size, thick = (
        p.choice("pose", ["coiled", "slithering", "rearing"]),
        p.real("size", 0.3, 1.0),
        p.real("thickness", 0.035, 0.055),
    )
    coat, other = (
        p.material("coat", [GREEN, BROWN, YELLOW, BLACK, TAN, RED]),
        p.material("bands", [BLACK, DARK_BROWN, CREAM, ORANGE]),
    )
    turns, width, hood = p.real("turns", 2, 3.2), p.real("band_width", 0.09, 0.2), p.choice("hood", ["no", "yes"])
    design = Design([coat.name, pose], ["a forked tongue", f"{other.name} bands", *["a spread hood"] * (hood == "yes")])
    t = np.linspace(0, 1, 90)
    if pose == "slithering":
        path = np.column_stack([0.14 * np.sin(t * turns * 2 * np.pi), 0 * t + thick, t - 0.5])
        path[:, 1] += 0.12 * np.clip((t - 0.9) / 0.1, 0, 1) ** 2
    else:
        radius = 0.3 - 0.09 * t if pose == "coiled" else 0.26 - 0.06 * t
        path = np.column_stack(
            [
                radius * np.cos(t * turns * 2 * np.pi),
                thick + 1.5 * thick * turns * t,
                radius * np.sin(t * turns * 2 * np.pi),
            ]
        )
        neck, tall = path[-1], 0.14 if pose == "coiled" else 0.4
        path = np.vstack(
            [
                path,
                smooth(
                    [
                        neck,
                        neck * (0.4, 1, 0.4) + (0, 0.35 * tall, 0),
                        (0, neck[1] + 0.8 * tall, -0.03),
                        (0, neck[1] + tall, 0.08),
                    ],
                    8,
                )[1:],
            ]
        )
    run = np.linspace(0, 1, len(path))
    body = sweep(path, thick * np.clip(np.minimum(8 * run + 0.1, 1.0), 0, 1) * np.where(run > 0.85, 0.8, 1), sides=12)
    ring = (np.arange(len(path)) // max(1, int(width * 24))) % 2 == 1
    along = np.repeat(ring, 12)[body.faces[:, 0].clip(0, 12 * len(path) - 1)]
    painted(design, "body", body, coat, [("band", other, lambda c: along)], size)
    x, y, z = path[-1]
    parts = [
        (
            "head",
            skin(
                [
                    (-0.04, 0, 0.7 * thick, 0.65 * thick),
                    (0.02, 0.005, 1.25 * thick, 0.8 * thick),
                    (0.09, -0.005, 0.7 * thick, 0.45 * thick),
                ],
                sides=14,
            ),
            coat,
        ),
        *eyes(0.95 * thick, 0.45 * thick, 0.05, 0.014),
    ]
    tongue = limb([(0, -0.01, 0.1), (0, -0.005, 0.17)], [0.005, 0.005], sides=5) + mirrored(
        limb([(0, -0.005, 0.165), (0.02, 0.005, 0.2)], [0.005, 0.003], sides=5)
    )
    parts.append(("tongue", tongue, RED))
    if hood == "yes":
        parts.append(
            (
                "hood",
                blob(2.4 * thick, 2.8 * thick, 0.35 * thick, at=(0, -1.6 * thick, -0.02 - 0.6 * thick))
                if pose != "slithering"
                else blob(2.3 * thick, 0.4 * thick, 2.6 * thick, at=(0, -0.4 * thick, -2.4 * thick)),
                coat,
            )
        )
    for name, solid, material in parts:
        design.add(name, solid.moved(x, y, z).scaled(size, size, size), material)
    return design


@category("crocodile", family="creatures", also=("animal", "alligator"))
def crocodile(p: Parameters) -> Design:
    size, fat, gape = p.real("size", 1.2, 4.5), p.real("fatness", 0.85, 1.15), p.real("gape", 0, 28)
    coat, belly = (
        p.material("coat", [Material("olive", (0.33, 0.38, 0.2)), Material("dark green", (0.18, 0.3, 0.17)), BROWN]),
        p.material("belly", [CREAM, Material("pale green", (0.66, 0.7, 0.46))]),
    )
    swing, scutes, snout = p.real("tail_swing", -0.25, 0.25), p.whole("scutes", 9, 14), p.real("snout", 0.17, 0.25)
    design = Design(
        [coat.name, "low"],
        ["open toothed jaws" if gape > 8 else "closed toothed jaws", "a ridged back and a long tail"],
    )
    body = skin(
        [
            (-0.62, 0.05, 0.012, 0.02),
            (-0.35, 0.07, 0.035, 0.045),
            (-0.12, 0.09, 0.08 * fat, 0.06 * fat),
            (0.08, 0.1, 0.1 * fat, 0.07 * fat),
            (0.25, 0.1, 0.07, 0.055),
            (0.34, 0.11, 0.07, 0.05),
        ],
        sides=20,
        steps=5,
    )

    def swung(s: Solid) -> Solid:
        return Solid(s.vertices + np.minimum(s.vertices[:, 2:] + 0.1, 0) ** 2 * (3.5 * swing, 0, 0), s.faces)

    painted(design, "body", swung(body), coat, [("belly", belly, lambda c: c[:, 1] < 0.062)], size)
    spike = cylinder(0.017, 0.035, top_radius=0.002, segments=4)
    rows = join(
        *(
            spike.moved(x, 0.145 - 0.35 * max(0, 0.02 - z) ** 1.4 * 0.5 - abs(x) * 0.3, z)
            for z in np.linspace(-0.5, 0.2, scutes)
            for x in (-0.035, 0.035)
        )
    )
    upper = skin([(-0.03, 0, 0.065, 0.035), (0.05, 0, 0.05, 0.025), (snout, -0.005, 0.038, 0.018)], sides=14)
    teeth = mirrored(
        join(
            *(
                cylinder(0.006, 0.022, top_radius=0.001, segments=5)
                .rotated("x", 180)
                .moved(0.045 - 0.04 * t, -0.008, 0.03 + snout * 0.85 * t)
                for t in np.linspace(0, 1, 8)
            )
        )
    )
    lower = skin([(-0.03, 0, 0.06, 0.02), (0.05, 0, 0.045, 0.014), (0.95 * snout, 0, 0.033, 0.01)], sides=14)
    leg = join(
        *(
            limb(
                [(0.06 * fat, 0.09, z), (0.14, 0.1, z - 0.01), (0.16, 0.015, z + 0.02), (0.18, 0.01, z + 0.07)],
                [0.035, 0.03, 0.022, 0.012],
            )
            for z in (0.2, -0.12)
        )
    )
    at = (0, 0.125, 0.36)
    parts = [
        ("scute", swung(rows), DARK_BROWN),
        ("leg", mirrored(leg), coat),
        ("upper jaw", upper.rotated("x", -gape * 0.7).moved(*at), coat),
        ("tooth", teeth.rotated("x", -gape * 0.7).moved(*at), WHITE),
        ("lower jaw", lower.rotated("x", gape * 0.15).moved(0, 0.092, 0.36), belly),
        ("tooth", teeth.scaled(0.9, -0.9, 0.93).rotated("x", gape * 0.15).moved(0, 0.095, 0.365), WHITE),
        ("brow", mirrored(blob(0.022, 0.025, 0.025, at=(0.04, 0.165, 0.36))), coat),
        *eyes(0.05, 0.17, 0.37, 0.013),
    ]
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)
    return design


def add_all(design: Design, size: float, parts: Sequence[tuple[str, Solid, Material]]) -> None:
    for name, solid, material in parts:
        design.add(name, solid.scaled(size, size, size), material)


@category("spider", family="creatures", also=("animal", "tarantula"))
def spider(p: Parameters) -> Design:
    size, reach, high = p.real("size", 0.02, 0.12), p.real("reach", 0.8, 1.3), p.real("knees", 0.35, 0.7)
    coat, legs = p.material("coat", [BLACK, DARK_BROWN, BROWN, TAN]), p.material("legs", [BLACK, DARK_BROWN, BROWN])
    marking, fat, thick = (
        p.choice("marking", ["plain", "red mark", "pale spots"]),
        p.real("abdomen", 0.26, 0.42),
        p.real("thickness", 0.03, 0.06),
    )
    design = Design(
        [coat.name, "thick-legged" if thick > 0.045 else "thin-legged"],
        [
            "eight jointed legs",
            *[f"{'a red mark' if marking == 'red mark' else 'pale spots'} on its back"] * (marking != "plain"),
        ],
    )
    y = 0.26
    for s in (-1, 1):
        for t in (50, 20, -15, -50):
            c, d = s * np.cos(np.radians(t)), np.sin(np.radians(t))
            design.add(
                "leg",
                limb(
                    [
                        (a * c, h, a * d)
                        for a, h in (
                            (0.12, y),
                            (0.4 * reach, y + high),
                            (0.75 * reach, 0.7 * y + 0.3 * high),
                            (reach, 0.01),
                        )
                    ],
                    [thick, thick, 0.7 * thick, 0.3 * thick],
                    sides=7,
                ).scaled(size, size, size),
                legs,
            )
    dots = spots(0.3, 0.15)
    where = {
        "plain": below(-1),
        "red mark": lambda c: (np.abs(c[:, 0]) < 0.12) & (c[:, 1] > y + 0.2 * fat) & (np.abs(c[:, 2] + 0.5) < 0.2),
        "pale spots": lambda c: dots(c) & (c[:, 1] > y),
    }[marking]
    painted(
        design,
        "abdomen",
        blob(0.9 * fat, 0.8 * fat, 1.15 * fat, at=(0, y + 0.1, -0.15 - fat), segments=24),
        coat,
        [("mark", RED if marking == "red mark" else CREAM, where)],
        size,
    )
    add_all(
        design,
        size,
        [
            ("head", blob(0.19, 0.14, 0.24, at=(0, y, 0.02)), coat),
            (
                "fang",
                mirrored(limb([(0.06, y, 0.22), (0.06, y - 0.06, 0.32), (0.03, y - 0.18, 0.3)], [0.05, 0.04, 0.008])),
                legs,
            ),
            (
                "eye",
                mirrored(
                    join(*(sphere(0.03, segments=6).moved(x, y + 0.1, z) for x, z in ((0.04, 0.19), (0.1, 0.14))))
                ),
                RED if coat.name == "black" else BLACK,
            ),
        ],
    )
    return design


@category("crab", family="creatures", also=("animal", "shellfish"))
def crab(p: Parameters) -> Design:
    size, wide, claw = p.real("size", 0.05, 0.25), p.real("width", 0.42, 0.58), p.real("claws", 0.15, 0.25)
    coat, belly, pose = (
        p.material("coat", [RED, ORANGE, Material("blue-green", (0.25, 0.45, 0.5)), BROWN]),
        p.material("claw_tips", [BLACK, WHITE, CREAM]),
        p.choice("claws_pose", ["raised", "forward"]),
    )
    stalk, reach, gap = p.real("stalks", 0.08, 0.2), p.real("reach", 0.35, 0.5), p.real("gape", 10, 40)
    design = Design([coat.name, "broad"], [f"two {pose} pincers", "eyes on stalks", "eight legs"])
    body = sphere(1, segments=24).scaled(wide, 0.17, 0.34).moved(y=0.26)
    painted(design, "shell", body, coat, [("belly", CREAM, below(0.2))], size)
    legs = join(
        *(
            limb(
                [(0.75 * wide, 0.24, z), (wide + 0.5 * reach, 0.38, 1.6 * z), (wide + reach, 0.0, 2.2 * z - 0.03)],
                [0.045, 0.035, 0.008],
                sides=6,
            )
            for z in (0.14, 0.03, -0.08, -0.18)
        )
    )
    hand = (0.75 * wide, 0.55, 0.42) if pose == "raised" else (0.55 * wide, 0.25, 0.6)
    elbow = (wide + 0.18, 0.34, 0.32)
    palm, tilt = blob(0.62 * claw, 0.45 * claw, 0.8 * claw), -60 if pose == "raised" else 0
    finger = [(0.3 * claw, 0, 0.5 * claw), (0.62 * claw, 0, claw), (0.25 * claw, 0, 1.6 * claw)]
    pincers = limb(finger, [0.3 * claw, 0.22 * claw, 0.03 * claw]) + limb(
        [(-x, q, z) for x, q, z in finger], [0.25 * claw, 0.17 * claw, 0.03 * claw]
    ).rotated("y", -0.4 * gap)
    place = [s.rotated("x", tilt).rotated("y", -15).moved(*hand) for s in (palm, pincers)]
    add_all(
        design,
        size,
        [
            ("leg", mirrored(legs), coat),
            ("arm", mirrored(limb([(0.7 * wide, 0.26, 0.2), elbow, hand], [0.06, 0.06, 0.06])), coat),
            ("claw", mirrored(place[0]), coat),
            ("pincer", mirrored(place[1]), belly),
            ("stalk", mirrored(cylinder(0.022, stalk + 0.1, segments=8).moved(0.1, 0.3, 0.25)), coat),
            ("eye", mirrored(sphere(0.045, segments=10).moved(0.1, 0.42 + stalk, 0.25)), BLACK),
        ],
    )
    return design


@category("octopus", family="creatures", also=("animal", "squid"))
def octopus(p: Parameters) -> Design:
    size, tall, reach = p.real("size", 0.15, 0.6), p.real("head", 0.35, 0.6), p.real("arms", 0.7, 1.2)
    coat, sucker = (
        p.material("coat", [Material("reddish", (0.75, 0.3, 0.22)), ORANGE, PINK, PLASTICS[9], BROWN]),
        p.material("suckers", [CREAM, PINK, WHITE]),
    )
    wave, curl, seed, marking = (
        p.real("wave", 0.0, 0.35),
        p.real("curl", 0.1, 0.45),
        p.real("pattern", 0, 1),
        p.choice("marking", ["plain", "spotted"]),
    )
    design = Design(
        [coat.name, "soft-bodied"], ["eight curling arms with suckers", *["pale spots"] * (marking == "spotted")]
    )
    mantle = skin(
        [
            (0, 0.16, 0.26, 0.26),
            (-0.03, 0.32, 0.24, 0.24),
            (-0.12, 0.4 + tall * 0.5, 0.33, 0.34),
            (-0.2, 0.35 + tall, 0.22, 0.24),
        ],
        sides=20,
        steps=4,
    )
    dots = spots(seed, 0.14, 0.3)
    painted(design, "head", mantle, coat, [("spot", sucker, dots)] if marking == "spotted" else [], size)
    for i in range(8):
        swing = wave * (-1) ** i
        path = np.array(
            [
                (0.1, 0.16, 0),
                (0.38 * reach, 0.07, 0.5 * swing),
                (0.7 * reach, 0.06, -0.4 * swing),
                (reach, 0.08 + 0.3 * curl, 0.1),
                (0.95 * reach, 0.1 + curl, 0.2),
                (0.82 * reach, 0.06 + 0.8 * curl, 0.22),
            ]
        )
        arm = limb(path, [0.13, 0.085, 0.065, 0.045, 0.03, 0.012], sides=8)
        cups = join(
            *(
                sphere(0.028, segments=6).moved(q[0], q[1] + 0.055 - 0.02 * k, q[2] + 0.03)
                for k, q in enumerate(smooth(path[1:5], 1))
            )
        )
        design.add("arm", arm.rotated("y", 22.5 + 45 * i).scaled(size, size, size), coat)
        design.add("sucker", cups.rotated("y", 22.5 + 45 * i).scaled(size, size, size), sucker)
    bulge = [
        ("brow", mirrored(sphere(0.09, segments=10).moved(0.17, 0.37, 0.16)), coat),
        ("eye", mirrored(sphere(0.075, segments=10).moved(0.18, 0.38, 0.195)), WHITE),
        ("pupil", mirrored(blob(0.05, 0.025, 0.03, at=(0.19, 0.38, 0.255))), BLACK),
    ]
    add_all(design, size, bulge)
    return design


@category("butterfly", family="creatures", also=("insect", "moth"))
def butterfly(p: Parameters) -> Design:
    size, raise_, upper = p.real("size", 0.03, 0.09), p.real("wing_angle", 5, 65), p.real("upper", 0.85, 1.15)
    wing, edge, dot = (
        p.material("wings", [ORANGE, PLASTICS[1], YELLOW, WHITE, PLASTICS[9], RED]),
        p.material("edge", [BLACK, DARK_BROWN]),
        p.material("spots", [WHITE, YELLOW, ORANGE]),
    )
    tail, feel = p.choice("lower_wings", ["round", "tailed"]), p.real("antennae", 0.25, 0.5)
    design = Design(
        [wing.name, "colourful"], [f"four wings with {edge.name} edges", f"{tail} lower wings", f"{dot.name} spots"]
    )
    top = (
        smooth([(0.03, 0.12), (0.3, 0.52), (0.72, 0.72), (0.85, 0.6), (0.72, 0.2), (0.4, -0.02), (0.03, -0.02)], 4)
        * upper
    )
    low = smooth(
        [
            (0.03, 0.02),
            (0.4, 0.03),
            (0.6, -0.18),
            (0.5, -0.45),
            *([(0.42, -0.8)] if tail == "tailed" else []),
            (0.3, -0.48),
            (0.12, -0.35),
            (0.03, -0.1),
        ],
        4,
    )

    def lift(s: Solid) -> Solid:
        return mirrored(s.moved(y=0.02).rotated("z", raise_)).moved(y=0.05).scaled(size, size, size)

    for outline, y in ((top, 0.0), (low, -0.025)):
        middle = outline.mean(0)
        design.add("wing edge", lift(extrude(outline, 0.014).moved(y=y)), edge)
        design.add("wing", lift(extrude((outline - middle) * 0.8 + middle, 0.024).moved(y=y - 0.005)), wing)
        marks = join(
            *(
                cylinder(0.035, 0.034, segments=8).moved(q[0], y - 0.01, q[1])
                for q in (outline[6::3] - middle) * 0.88 + middle
            )
        )
        design.add("spot", lift(marks), dot)
    horn = mirrored(
        limb([(0.02, 0.1, 0.3), (0.1, 0.2, 0.3 + 0.6 * feel), (0.2, 0.22, 0.3 + feel)], [0.012, 0.01, 0.012], sides=5)
        + sphere(0.025, segments=6).moved(0.2, 0.22, 0.3 + feel)
    )
    body = skin(
        [(-0.42, 0.05, 0.025, 0.025), (-0.15, 0.06, 0.045, 0.045), (0.08, 0.07, 0.07, 0.07), (0.22, 0.08, 0.05, 0.05)],
        sides=12,
    )
    add_all(
        design,
        size,
        [("body", body, edge), ("head", sphere(0.06, segments=10).moved(0, 0.09, 0.29), edge), ("antenna", horn, edge)],
    )
    return design


@category("bee", family="creatures", also=("insect", "bumblebee", "wasp"))
def bee(p: Parameters) -> Design:
    size, fat, stripes = p.real("size", 0.012, 0.04), p.real("fatness", 0.8, 1.25), p.real("stripe", 0.13, 0.2)
    coat, dark = (
        p.material("coat", [YELLOW, Material("golden", (0.9, 0.62, 0.12)), ORANGE]),
        p.material("stripes", [BLACK, DARK_BROWN]),
    )
    wing, spread, feel = (
        p.material("wings", [Material("clear", (0.8, 0.87, 0.92)), WHITE]),
        p.real("wing_angle", 15, 50),
        p.real("antennae", 0.15, 0.3),
    )
    design = Design(
        [coat.name, "plump" if fat > 1 else "slim"],
        [f"{dark.name} stripes", f"two pairs of {wing.name} wings and a sting"],
    )
    body = skin(
        [
            (-0.55, 0.3, 0.06, 0.06),
            (-0.35, 0.34, 0.19 * fat, 0.19 * fat),
            (-0.12, 0.36, 0.22 * fat, 0.22 * fat),
            (0.05, 0.38, 0.13, 0.13),
        ],
        sides=20,
        steps=7,
    )
    painted(design, "abdomen", body, coat, [("stripe", dark, bands(2, stripes, 0.5, 0))], size)
    wings = blob(0.34, 0.012, 0.14, at=(0.34, 0, 0)).rotated("y", 28).rotated("z", spread).moved(
        0.08, 0.53, 0.1
    ) + blob(0.24, 0.012, 0.1, at=(0.24, 0, 0)).rotated("y", 55).rotated("z", 0.7 * spread).moved(0.08, 0.52, 0.05)
    legs = join(
        *(
            limb([(0.1, 0.3, z), (0.25, 0.25, 1.4 * z), (0.28, 0.02, 1.8 * z - 0.05)], [0.025, 0.022, 0.012], sides=6)
            for z in (0.22, 0.1, -0.03)
        )
    )
    horn = limb([(0.05, 0.47, 0.43), (0.08, 0.5 + feel, 0.5), (0.12, 0.48 + feel, 0.62)], [0.016] * 3, sides=6)
    add_all(
        design,
        size,
        [
            ("thorax", blob(0.19, 0.19, 0.2, at=(0, 0.4, 0.15), segments=16), coat if fat > 1 else dark),
            ("head", blob(0.15, 0.15, 0.12, at=(0, 0.38, 0.38)), dark),
            (
                "eye",
                mirrored(blob(0.06, 0.09, 0.07, at=(0.1, 0.41, 0.42))),
                Material("dark red", (0.3, 0.1, 0.1)) if dark.name == "black" else BLACK,
            ),
            ("wing", mirrored(wings), wing),
            ("leg", mirrored(legs), dark),
            ("antenna", mirrored(horn), dark),
            ("sting", cylinder(0.03, 0.12, top_radius=0.002, segments=8).rotated("x", -95).moved(0, 0.3, -0.58), dark),
        ],
    )
    return design


def spiral(turns: float, radius: float, thick: float, rise: float, *, sides: int = 14) -> Solid:
    """A shell wound in the plane x = 0 (z, y), growing from its centre and standing out to +X by ``rise``."""
    t = np.linspace(0.04, 1, 70)
    grow = 1.9 ** (turns * (t - 1))
    path = np.column_stack(
        [
            rise * (1 - grow),
            radius * grow * np.sin(2 * np.pi * turns * (t - 1) - 1.2),
            -radius * grow * np.cos(2 * np.pi * turns * (t - 1) - 1.2),
        ]
    )
    return sweep(path, thick * grow, sides=sides)


@category("snail", family="creatures", also=("animal", "garden snail"))
def snail(p: Parameters) -> Design:
    size, turns, big = p.real("size", 0.02, 0.08), p.real("turns", 2.2, 3.6), p.real("shell_size", 0.16, 0.22)
    shell, coat = (
        p.material("shell", [BROWN, TAN, ORANGE, YELLOW, CREAM]),
        p.material("body", [TAN, GREY, CREAM, Material("olive", (0.45, 0.45, 0.28))]),
    )
    line, stalk, marking = (
        p.material("lines", [DARK_BROWN, CREAM, BLACK]),
        p.real("stalks", 0.12, 0.25),
        p.choice("marking", ["striped", "plain"]),
    )
    design = Design(
        [shell.name, "soft-bodied"],
        ["a spiral shell", "two eye stalks", *[f"{line.name} stripes on the shell"] * (marking == "striped")],
    )
    foot = skin(
        [
            (-0.65, 0.03, 0.03, 0.02),
            (-0.3, 0.07, 0.13, 0.07),
            (0.1, 0.08, 0.14, 0.08),
            (0.35, 0.13, 0.1, 0.1),
            (0.52, 0.25, 0.1, 0.1),
            (0.6, 0.3, 0.07, 0.07),
        ],
        sides=16,
        steps=5,
    )
    coil = spiral(turns, big, 0.95 * big, 0.1)
    wound = join(coil, spiral(turns, big, 0.95 * big, -0.1), blob(0.08, 0.6 * big, 0.6 * big)).moved(
        0, 0.12 + 1.75 * big, -0.12
    )
    ring = np.arange(len(wound.faces)) // 28 % 6 < 2
    painted(design, "shell", wound, shell, [("stripe", line, lambda c: ring & (marking == "striped"))], size)
    horn = limb(
        [(0.05, 0.34, 0.58), (0.09, 0.34 + 0.8 * stalk, 0.62), (0.12, 0.36 + stalk, 0.66)], [0.025, 0.02, 0.018]
    ) + limb([(0.05, 0.27, 0.64), (0.07, 0.25, 0.73)], [0.018, 0.014])
    add_all(
        design,
        size,
        [
            ("body", foot, coat),
            ("stalk", mirrored(horn), coat),
            ("eye", mirrored(sphere(0.03, segments=8).moved(0.12, 0.37 + stalk, 0.67)), BLACK),
        ],
    )
    return design


@category("starfish", family="creatures", also=("sea star", "animal"))
def starfish(p: Parameters) -> Design:
    size, arms, core = p.real("size", 0.04, 0.2), p.whole("arms", 5, 7), p.real("core", 0.24, 0.36)
    coat, dot = (
        p.material("coat", [ORANGE, RED, PINK, TAN, PLASTICS[9], PLASTICS[1]]),
        p.material("bumps", [CREAM, WHITE, YELLOW]),
    )
    thick, bumps, wave = p.real("thickness", 0.09, 0.16), p.whole("bumps_count", 4, 8), p.real("wave", -0.15, 0.15)
    design = Design([coat.name, "flat"], [f"{number_word(arms)} tapering arms", f"rows of {dot.name} bumps"])
    arm = skin(
        [
            (0, 0, core, thick),
            (0.35, 0, 0.75 * core, 0.85 * thick),
            (0.7, 0, 0.42 * core, 0.6 * thick),
            (0.95, 0.01, 0.18 * core, 0.3 * thick),
        ],
        sides=12,
    )
    lumps = join(
        *(
            sphere(0.04 - 0.02 * z, segments=6).moved(0, thick * (1 - 0.55 * z**1.5), z)
            for z in np.linspace(0.08, 0.9, bumps)
        )
    )
    for part, solid, material in (("arm", arm, coat), ("bump", lumps, dot)):
        bent = Solid(solid.vertices + solid.vertices[:, 2:] ** 2 * (wave, 0, 0), solid.faces)
        design.add(part, around(bent, arms).scaled(size, size, size), material)
    return design


@category("seashell", family="creatures", also=("shell", "scallop", "conch"))
def seashell(p: Parameters) -> Design:
    kind, size, ribs = (
        p.choice("kind", ["scallop", "conch", "nautilus"]),
        p.real("size", 0.03, 0.15),
        p.whole("ribs", 7, 13),
    )
    coat, other = (
        p.material("coat", [CREAM, PINK, ORANGE, WHITE, TAN]),
        p.material("bands", [BROWN, Material("rosy", (0.85, 0.5, 0.45)), GINGER]),
    )
    share, bulge, turns = p.real("band_share", 0.15, 0.5), p.real("bulge", 0.2, 0.4), p.real("turns", 3, 5)
    names = {"scallop": "fan-shaped", "conch": "pointed", "nautilus": "spiral"}
    design = Design(
        [coat.name, names[kind]],
        [
            {"scallop": f"{number_word(ribs)} ribs", "conch": "a winding spire", "nautilus": "a wide mouth"}[kind],
            f"{other.name} bands",
        ],
    )
    if kind == "scallop":
        t = np.linspace(-1.15, 1.15, 8 * ribs)
        rib = 0.5 + 0.5 * np.cos((t + 1.15) / 2.3 * 2 * np.pi * ribs + np.pi)
        rings = []
        for r, h in (
            (0.03, 0.02),
            (0.25, 0.7),
            (0.5, 1),
            (0.75, 0.85),
            (1, 0.25),
            (1.0, 0.18),
            (0.75, 0.72),
            (0.5, 0.88),
            (0.25, 0.6),
            (0.03, 0.0),
        ):
            edge = r * (1 + 0.05 * rib * r)
            rings.append(
                np.stack([edge * np.sin(t), bulge * h * np.cos(0.9 * t) + 0.07 * r * rib, edge * np.cos(t)], 1)
            )
        fan = loft([np.vstack([a, b[::-1]]) for a, b in zip(rings[:5], rings[:4:-1], strict=True)])
        solid = fan.rotated("x", -60)
        painted(
            design,
            "shell",
            solid,
            coat,
            [("band", other, lambda c: (np.linalg.norm(c, axis=1) * 3.3) % 1 < share)],
            size,
        )
        design.add(
            "hinge",
            extrude([(-0.28, -0.1), (0.28, -0.1), (0.2, 0.15), (-0.2, 0.15)], 0.06)
            .moved(0, 0.02, 0)
            .rotated("x", -60)
            .scaled(size, size, size),
            coat,
        )
    elif kind == "conch":
        t = np.linspace(0, 1, 90)
        grow = (0.05 + 0.95 * t**1.6) * 0.3
        path = np.column_stack(
            [
                0.8 * grow * np.cos(2 * np.pi * turns * t),
                0.3 + 0.8 * grow * np.sin(2 * np.pi * turns * t),
                0.7 - 1.1 * t,
            ]
        )
        painted(
            design,
            "shell",
            sweep(path, 1.02 * grow * (0.75 + bulge), sides=14),
            coat,
            [("band", other, bands(2, 0.16, share, 0.2))],
            size,
        )
        lip = skin([(-0.7, 0.2, 0.04, 0.06), (-0.45, 0.28, 0.16, 0.24), (-0.2, 0.3, 0.2, 0.25)], sides=16).moved(0.22)
        design.add("lip", lip.scaled(size, size, size), PINK if coat.name != "pink" else CREAM)
    else:
        whorl = join(
            spiral(2.6, 0.45, 0.44 * (0.85 + 0.4 * bulge), 0.02), spiral(2.6, 0.45, 0.44 * (0.85 + 0.4 * bulge), -0.02)
        )
        painted(
            design,
            "shell",
            whorl,
            coat,
            [("band", other, lambda c: ((np.arctan2(c[:, 1], c[:, 2]) * ribs / 6.283) % 1 < share) & (c[:, 1] > -0.2))],
            size,
        )
    return design


def spikes(path: np.ndarray, height: float, length: float, *, thick: float = 0.015) -> Solid:
    """Upright pointed plates along (z, y), the middle ones highest."""
    tall = np.sin(np.linspace(0.35, np.pi - 0.35, len(path)))
    return join(
        *(
            fin(
                [
                    (-length * t, -0.02),
                    (length * t, -0.02),
                    (0.3 * length * t, 0.6 * height * t),
                    (-0.3 * length * t, height * t),
                ],
                thick,
            ).moved(0, y, z)
            for (z, y), t in zip(path, tall, strict=True)
        )
    )


@category("dinosaur", family="creatures", also=("animal", "tyrannosaurus", "brontosaurus"))
def dinosaur(p: Parameters) -> Design:
    kind, size = p.choice("kind", ["tyrannosaurus", "long-necked", "triceratops", "stegosaurus"]), p.real("size", 2, 6)
    coat, belly = (
        p.material("coat", [GREEN, Material("olive", (0.4, 0.42, 0.22)), BROWN, GREY, ORANGE]),
        p.material("belly", [CREAM, TAN, YELLOW]),
    )
    marking, fat, swing = (
        p.choice("marking", ["plain", "striped", "spotted"]),
        p.real("fatness", 0.88, 1.15),
        p.real("tail_swing", -0.3, 0.3),
    )
    plate, seed = p.material("plates", [RED, ORANGE, DARK_BROWN]), p.real("pattern", 0, 1)
    shape, hips = {
        "tyrannosaurus": ([(-0.95, 0.6, 0.02, 0.02), (-0.55, 0.58, 0.07, 0.08), (-0.1, 0.62, 0.17, 0.21), (0.18, 0.68, 0.15, 0.2), (0.36, 0.86, 0.09, 0.13), (0.46, 1.0, 0.1, 0.12)], [(-0.08, 0.13)]),
        "long-necked": ([(-1.2, 0.3, 0.015, 0.015), (-0.7, 0.42, 0.06, 0.06), (-0.25, 0.55, 0.19, 0.19), (0.15, 0.58, 0.21, 0.23), (0.42, 0.78, 0.1, 0.11), (0.66, 1.2, 0.065, 0.065), (0.82, 1.42, 0.055, 0.055)], [(-0.25, 0.12), (0.2, 0.12)]),
        "triceratops": ([(-0.8, 0.25, 0.02, 0.02), (-0.5, 0.38, 0.1, 0.1), (-0.15, 0.46, 0.23, 0.24), (0.2, 0.45, 0.22, 0.23), (0.42, 0.46, 0.13, 0.14)], [(-0.22, 0.13), (0.22, 0.13)]),
        "stegosaurus": ([(-0.95, 0.3, 0.02, 0.02), (-0.55, 0.45, 0.07, 0.08), (-0.15, 0.58, 0.2, 0.26), (0.2, 0.45, 0.16, 0.2), (0.42, 0.32, 0.07, 0.08), (0.56, 0.3, 0.06, 0.06)], [(-0.2, 0.13), (0.22, 0.1)]),
    }[kind]  # fmt: skip
    body = [(z, y, w * fat, h * fat) for z, y, w, h in shape]
    design = Design(
        [coat.name, kind if kind == "long-necked" else "prehistoric"],
        [
            {
                "tyrannosaurus": "huge toothed jaws and tiny arms",
                "long-necked": "a long neck and tail",
                "triceratops": "three horns and a neck frill",
                "stegosaurus": "plates along its back",
            }[kind],
            f"a {belly.name} belly",
        ],
    )
    line, dots = bands(2, 0.2, 0.35, 0.2), spots(seed, 0.16)
    spine = smooth(body, 6)

    def swung(s: Solid) -> Solid:
        return Solid(s.vertices + np.minimum(s.vertices[:, 2:] + 0.15, 0) ** 2 * (swing, 0, 0), s.faces)

    def under(c: np.ndarray) -> np.ndarray:
        return np.asarray(c[:, 1] < np.interp(c[:, 2], spine[:, 0], spine[:, 1] - 0.5 * spine[:, 3]))

    marks: list[Paint] = [
        ("belly", belly, under),
        ("marking", DARK_BROWN, lambda c: (line(c) if marking == "striped" else dots(c)) & (marking != "plain")),
    ]
    painted(design, "body", swung(skin(body, sides=18, steps=6)), coat, marks, size)
    _, ny, nz = 0, shape[-1][1], shape[-1][0]
    bits: list[tuple[str, Solid, Material]] = []
    for z, x in hips:
        bent = kind == "tyrannosaurus"
        path = (
            [(x, 0.55, z), (1.25 * x, 0.38, z + 0.14), (1.2 * x, 0.18, z - 0.06), (1.2 * x, 0.03, z + 0.03)]
            if bent
            else [(x, 0.45, z), (1.2 * x, 0.25, z + 0.02), (1.2 * x, 0.03, z)]
        )
        leg = limb(path, [0.15, 0.12, 0.06, 0.055] if bent else [0.12, 0.09, 0.075], steps=4) + join(
            *(
                limb([(1.2 * x, 0.03, z), (1.2 * x + 0.06 * k, 0.02, z + 0.14)], [0.04, 0.015], sides=6)
                for k in (-1, 0, 1)
            )
        )
        bits.append(("leg", mirrored(leg), coat))
    if kind == "tyrannosaurus":
        teeth = mirrored(
            join(
                *(
                    cylinder(0.014, 0.05, top_radius=0.002, segments=5)
                    .rotated("x", 180)
                    .moved(0.085 - 0.04 * t, ny - 0.02, nz + 0.12 + 0.25 * t)
                    for t in np.linspace(0, 1, 6)
                )
            )
        )
        arm = limb([(0.12, 0.72, 0.3), (0.16, 0.62, 0.36), (0.15, 0.6, 0.46)], [0.04, 0.03, 0.012])
        bits += [
            (
                "upper jaw",
                skin(
                    [
                        (nz, ny + 0.03, 0.1, 0.1),
                        (nz + 0.2, ny + 0.03, 0.095, 0.075),
                        (nz + 0.38, ny + 0.01, 0.065, 0.05),
                    ],
                    sides=14,
                ),
                coat,
            ),
            ("lower jaw", skin([(nz, ny - 0.06, 0.08, 0.04), (nz + 0.34, ny - 0.13, 0.05, 0.025)], sides=12), belly),
            ("tooth", teeth, WHITE),
            ("arm", mirrored(arm), coat),
            *eyes(0.09, ny + 0.08, nz + 0.12, 0.022),
        ]
    else:
        big = 1.7 if kind == "triceratops" else 1.0
        bits += [
            (
                "head",
                skin(
                    [
                        (nz - 0.02, ny, 0.07 * big, 0.07 * big),
                        (nz + 0.08, ny, 0.07 * big, 0.07 * big),
                        (nz + 0.1 + 0.12 * big, ny - 0.04, 0.035 * big, 0.035 * big),
                    ],
                    sides=14,
                ),
                coat,
            ),
            *eyes(0.06 * big, ny + 0.03 * big, nz + 0.1, 0.016 * big**0.5),
        ]
    if kind == "triceratops":
        frill = cylinder(0.29, 0.03, segments=20).rotated("x", 65).moved(0, ny + 0.13, nz - 0.02)
        pair = limb(
            [(0.08, ny + 0.1, nz + 0.08), (0.1, ny + 0.22, nz + 0.2), (0.1, ny + 0.28, nz + 0.36)],
            [0.035, 0.027, 0.005],
        )
        bits += [
            ("frill", frill, plate),
            ("horn", mirrored(pair), CREAM),
            ("horn", limb([(0, ny + 0.02, nz + 0.24), (0, ny + 0.14, nz + 0.32)], [0.04, 0.005]), CREAM),
        ]
    if kind == "stegosaurus":
        ridge = spine[3:-7:2, [0, 1]] + np.column_stack([0 * spine[3:-7:2, 0], 0.9 * spine[3:-7:2, 3]])
        tail = mirrored(
            join(*(limb([(0, 0.33, z), (0.12, 0.45, z - 0.06)], [0.02, 0.004], sides=6) for z in (-0.9, -0.8)))
        )
        bits += [
            ("plate", swung(mirrored(spikes(ridge, 0.3, 0.1).rotated("z", -8).moved(-0.06))), plate),
            ("spike", swung(tail), CREAM),
        ]
    add_all(design, size, bits)
    return design


@category("dragon", family="creatures", also=("monster", "fire dragon"))
def dragon(p: Parameters) -> Design:
    size, span, lift = p.real("size", 1.5, 6), p.real("span", 0.7, 1.2), p.real("wing_lift", 10, 50)
    coat, belly = (
        p.material("coat", [GREEN, RED, Material("dark blue", (0.16, 0.24, 0.48)), BLACK, PLASTICS[9]]),
        p.material("belly", [YELLOW, CREAM, TAN]),
    )
    wing, fire, fat = (
        p.material("wings", [ORANGE, Material("dark red", (0.5, 0.12, 0.12)), PLASTICS[9], TAN]),
        p.choice("fire", ["no", "yes"]),
        p.real("fatness", 0.85, 1.2),
    )
    horn, swing = p.real("horns", 0.1, 0.24), p.real("tail_swing", -0.35, 0.35)
    design = Design(
        [coat.name, "winged"],
        [f"{wing.name} bat-like wings", "two horns and a spiked back", *["a breath of fire"] * (fire == "yes")],
    )
    body = [
        (-1.1, 0.15, 0.015, 0.015),
        (-0.7, 0.2, 0.05, 0.05),
        (-0.35, 0.36, 0.12 * fat, 0.13 * fat),
        (0, 0.44, 0.17 * fat, 0.18 * fat),
        (0.25, 0.55, 0.12 * fat, 0.13 * fat),
        (0.4, 0.8, 0.075, 0.075),
        (0.55, 1.0, 0.07, 0.07),
    ]
    spine = smooth(body, 5)

    def swung(s: Solid) -> Solid:
        return Solid(s.vertices + np.minimum(s.vertices[:, 2:] + 0.2, 0) ** 2 * (swing, 0, 0), s.faces)

    def under(c: np.ndarray) -> np.ndarray:
        return np.asarray(
            (c[:, 1] < np.interp(c[:, 2], spine[:, 0], spine[:, 1] - 0.55 * spine[:, 3])) & (np.abs(c[:, 0]) < 0.11)
        )

    painted(design, "body", swung(skin(body, sides=18, steps=5)), coat, [("belly", belly, under)], size)
    ridge = spine[2:-2:2, :2] + np.column_stack(
        [-0.4 * spine[2:-2:2, 3] * (spine[2:-2:2, 0] > 0.25), 0.9 * spine[2:-2:2, 3]]
    )
    head = skin(
        [(0.5, 1.03, 0.085, 0.085), (0.62, 1.04, 0.095, 0.09), (0.75, 1.0, 0.06, 0.05), (0.88, 0.98, 0.05, 0.045)],
        sides=14,
    )
    jaw = skin([(0.58, 0.96, 0.06, 0.03), (0.82, 0.9, 0.035, 0.02)], sides=10)
    bones = [(0, 0), (0.45 * span, 0.2), (0.62 * span, 0.0)]
    membrane = [
        (0, 0.06),
        (0.45 * span, 0.22),
        (1.05 * span, -0.1),
        (0.8 * span, -0.17),
        (0.72 * span, -0.38),
        (0.5 * span, -0.27),
        (0.36 * span, -0.42),
        (0.2 * span, -0.27),
        (0, -0.32),
    ]
    tips = [(1.05 * span, -0.1), (0.72 * span, -0.38), (0.36 * span, -0.42)]
    arm = limb([(x, 0, z) for x, z in bones[:2]], [0.04, 0.03]) + join(
        *(sweep([(0.45 * span, 0, 0.2), (x, 0, z)], [0.025, 0.008], sides=6) for x, z in tips)
    )
    sail, arms = (mirrored(s.rotated("z", lift).moved(0.08, 0.6, 0.08)) for s in (extrude(membrane, 0.014), arm))
    fore = limb([(0.1, 0.5, 0.18), (0.17, 0.28, 0.16), (0.16, 0.04, 0.24)], [0.08, 0.06, 0.045]) + limb(
        [(0.12, 0.38, -0.2), (0.2, 0.28, -0.08), (0.19, 0.14, -0.22), (0.19, 0.04, -0.16)], [0.14, 0.11, 0.06, 0.05]
    )
    claws = join(
        *(
            limb([(x, 0.03, z), (x + 0.04 * k, 0.01, z + 0.1)], [0.025, 0.004], sides=5)
            for x, z in ((0.16, 0.26), (0.19, -0.13))
            for k in (-1, 0, 1)
        )
    )
    arrow = extrude([(-0.02, 0.08), (0.02, 0.08), (0.1, 0.03), (0, -0.14), (-0.1, 0.03)], 0.03).moved(0, 0.135, -1.12)
    bits = [
        ("head", head, coat),
        ("jaw", jaw, belly),
        ("wing", sail, wing),
        ("wing arm", arms, coat),
        ("leg", mirrored(fore), coat),
        ("claw", mirrored(claws), CREAM),
        ("tail tip", swung(arrow), wing),
        ("spike", swung(spikes(ridge, 0.11, 0.05)), wing),
        (
            "horn",
            mirrored(
                limb(
                    [(0.05, 1.1, 0.55), (0.08, 1.12 + 0.6 * horn, 0.5), (0.09, 1.12 + horn, 0.5 - 0.8 * horn)],
                    [0.03, 0.022, 0.004],
                )
            ),
            CREAM,
        ),
        *eyes(0.075, 1.08, 0.66, 0.022),
        ("nostril", mirrored(blob(0.015, 0.012, 0.012, at=(0.03, 1.02, 0.9), segments=8)), BLACK),
    ]
    if fire == "yes":
        bits += [
            ("flame", limb([(0, 0.94, 0.8), (0, 0.9, 1.05), (0, 0.88, 1.3)], [0.025, 0.11, 0.01]), ORANGE),
            ("flame", limb([(0, 0.95, 0.8), (0, 0.93, 1.1), (0, 0.95, 1.4)], [0.02, 0.07, 0.005]), YELLOW),
        ]
    add_all(design, size, bits)
    return design


SKINS = (
    Material("light-skinned", (0.92, 0.75, 0.63)),
    Material("tan-skinned", (0.78, 0.57, 0.42)),
    Material("brown-skinned", (0.5, 0.33, 0.22)),
    Material("dark-skinned", (0.32, 0.2, 0.14)),
)
HAIR = (BLACK, DARK_BROWN, BROWN, Material("blond", (0.88, 0.73, 0.42)), GINGER, GREY)
CLOTHES = (
    RED,
    PLASTICS[1],
    GREEN,
    YELLOW,
    WHITE,
    BLACK,
    GREY,
    PLASTICS[8],
    Material("denim blue", (0.2, 0.29, 0.47)),
    Material("khaki", (0.64, 0.57, 0.41)),
)


def figure(
    design: Design,
    size: float,
    head: float,
    stout: float,
    pose: str,
    flesh: Material,
    top: Material,
    bottom: Material,
    outfit: str,
    shoes: Material,
) -> float:
    """A clothed human body ``size`` high with a head of this half height; the head's centre height is returned."""
    neck = 1 - 2 * head
    hip, wide = 0.5 * neck + 0.08, 0.12 * stout
    swing = 0.16 if pose == "walking" else 0.0
    torso = [
        (0, hip - 0.04, 0.105 * stout, 0.075 * stout),
        (0, hip + 0.1, 0.095 * stout, 0.07 * stout),
        (0, neck - 0.09, 0.125 * stout, 0.08 * stout),
        (0, neck - 0.035, 0.1 * stout, 0.06 * stout),
    ]
    design.add("top", skin(torso, sides=18).scaled(size, size, size), top)
    design.add(
        "neck",
        cylinder(0.035 + 0.2 * head * 0.2, 0.09, segments=12).moved(0, neck - 0.04).scaled(size, size, size),
        flesh,
    )
    painted(design, "head", blob(0.76 * head, head, 0.85 * head, at=(0, neck + head, 0), segments=20), flesh, [], size)
    for s in (-1, 1):
        z = s * swing
        leg = limb(
            [
                (s * 0.06 * stout, hip, 0),
                (s * 0.065 * stout, 0.52 * hip, 0.5 * z + 0.015),
                (s * 0.065 * stout, 0.03, z - 0.01),
            ],
            [0.07 * stout, 0.052 * stout, 0.036 * stout],
            steps=6,
        )
        cover = {"trousers": 0.0, "shorts": 0.5 * hip, "dress": 2.0}[outfit]
        painted(
            design,
            "leg",
            leg,
            flesh,
            [("trousers" if outfit == "trousers" else "shorts", bottom, above(cover))],
            size,
        )
        design.add(
            "shoe",
            blob(0.036 * stout, 0.03, 0.07, at=(s * 0.065 * stout, 0.028, z + 0.03)).scaled(size, size, size),
            shoes,
        )
        y = neck - 0.07
        reach = {
            "standing": (0.06, -0.36, 0),
            "walking": (0.05, -0.34, -1.2 * z),
            "waving": (0.16, 0.3, 0.02) if s > 0 else (0.06, -0.36, 0),
            "arms out": (0.38, 0, 0),
        }[pose]
        elbow = (
            s * (wide + 0.55 * reach[0] + (0.08 if pose == "waving" and s > 0 else 0.015)),
            y + 0.45 * reach[1] - (0.08 if pose == "waving" and s > 0 else 0),
            0.3 * reach[2],
        )
        end = (s * (wide + reach[0]), y + reach[1], reach[2] + 0.03)
        arm = limb([(s * 0.85 * wide, y, 0), elbow, end], [0.045 * stout, 0.036, 0.027], steps=6)
        painted(
            design,
            "arm",
            arm,
            flesh,
            [("sleeve", top, near(abs(elbow[0]), y, abs(elbow[1] - y) + 0.06))],
            size,
        )
        design.add("hand", blob(0.03, 0.042, 0.03, at=end).scaled(size, size, size), flesh)
    if outfit == "dress":
        skirt = lathe(
            [
                (0.2 * stout, hip - 0.26),
                (0.21 * stout, hip - 0.25),
                (0.14 * stout, hip - 0.05),
                (0.098 * stout, hip + 0.1),
            ],
            segments=20,
        ).scaled(1, 1, 0.85)
        design.add("skirt", skirt.scaled(size, size, size), bottom)
    y = neck + head
    face = [
        ("nose", blob(0.1 * head, 0.14 * head, 0.14 * head, at=(0, y - 0.05 * head, 0.86 * head), segments=8), flesh),
        ("mouth", blob(0.25 * head, 0.05 * head, 0.06 * head, at=(0, y - 0.42 * head, 0.74 * head), segments=8), RED),
        (
            "ear",
            mirrored(blob(0.08 * head, 0.2 * head, 0.13 * head, at=(0.77 * head, y - 0.05 * head, 0), segments=8)),
            flesh,
        ),
        *eyes(0.28 * head, y + 0.12 * head, 0.76 * head, 0.1 * head),
    ]
    add_all(design, size, face)
    return y


def hairdo(style: str, head: float, y: float) -> Solid:
    """Hair on a head of this half height centred at y."""
    cap = (
        sphere(1, segments=20, start=-5)
        .scaled(0.84 * head, 1.04 * head, 0.95 * head)
        .rotated("x", -22)
        .moved(0, y + 0.06 * head, -0.06 * head)
    )
    more = {
        "short": blob(0.78 * head, 0.5 * head, 0.5 * head, at=(0, y + 0.0, -0.42 * head)),
        "long": skin(
            [
                (-0.45 * head, y - 1.5 * head, 0.75 * head, 0.15 * head),
                (-0.45 * head, y + 0.3 * head, 0.85 * head, 0.45 * head),
            ],
            sides=14,
        ),
        "bun": blob(0.4 * head, 0.4 * head, 0.4 * head, at=(0, y + 0.95 * head, -0.5 * head))
        + blob(0.78 * head, 0.5 * head, 0.5 * head, at=(0, y, -0.42 * head)),
        "pigtails": mirrored(
            limb(
                [
                    (0.75 * head, y + 0.3 * head, -0.2 * head),
                    (1.2 * head, y, -0.2 * head),
                    (1.15 * head, y - 0.9 * head, -0.1 * head),
                ],
                [0.2 * head, 0.28 * head, 0.1 * head],
            )
        ),
    }[style]
    return cap + more


@category("person", family="creatures", also=("human", "man", "woman"))
def person(p: Parameters) -> Design:
    size, stout, pose = (
        p.real("size", 1.1, 1.95),
        p.real("stoutness", 0.85, 1.3),
        p.choice("pose", ["standing", "walking", "waving", "arms out"]),
    )
    flesh, hair, style = (
        p.material("skin", SKINS),
        p.material("hair", HAIR),
        p.choice("hairstyle", ["short", "long", "bun", "short"]),
    )
    top, bottom, outfit = (
        p.material("top", CLOTHES),
        p.material("bottom", CLOTHES),
        p.choice("outfit", ["trousers", "trousers", "shorts", "dress"]),
    )
    shoes, hat = p.material("shoes", [BLACK, WHITE, BROWN, RED]), p.choice("hat", ["no", "no", "yes"])
    head = 0.065 + 0.02 * (1.95 - size)
    design = Design(
        [flesh.name, pose if pose != "arms out" else "upright"],
        [
            f"a {top.name} top and {bottom.name} {'skirt' if outfit == 'dress' else outfit}",
            f"{style} {hair.name} hair" if style != "bun" else f"{hair.name} hair in a bun",
        ],
    )
    y = figure(design, size, head, stout, pose, flesh, top, bottom, outfit, shoes)
    design.add("hair", hairdo(style, head, y).scaled(size, size, size), hair)
    if hat == "yes":
        brim = cylinder(1.5 * head, 0.15 * head, segments=20) + cylinder(
            0.98 * head, 0.9 * head, top_radius=0.8 * head, segments=20
        )
        design.add("hat", brim.rotated("x", -8).moved(0, y + 0.5 * head, -0.05 * head).scaled(size, size, size), bottom)
        design.features.append("a hat")
    return design


@category("robot", family="creatures", also=("android", "toy robot"))
def robot(p: Parameters) -> Design:
    size, wide, head = (
        p.real("size", 0.3, 1.8),
        p.real("width", 0.3, 0.5),
        p.choice("head", ["box", "dome", "cylinder"]),
    )
    base, metal, trim = (
        p.choice("base", ["legs", "wheels", "tracks"]),
        p.material("body", [*METALS[:1], *METALS[4:5], *PLASTICS[:6]]),
        p.material("trim", [*PLASTICS[:7], METALS[1]]),
    )
    glow, raised, dials = (
        p.material("eyes", [RED, YELLOW, PLASTICS[10], WHITE]),
        p.real("arm_angle", -75, 40),
        p.whole("dials", 2, 5),
    )
    aerial, h = p.choice("aerials", ["one", "two"]), 0.4
    design = Design(
        [metal.name, f"{head}-headed"],
        [
            f"glowing {glow.name} eyes",
            f"{aerial} aerial{'s' * (aerial == 'two')}",
            {"legs": "two legs", "wheels": "wheels", "tracks": "tracks"}[base],
        ],
    )
    d, y = 0.65 * wide, 0.3
    wheel = cylinder(0.1, 0.07, segments=16).rotated("z", 90)
    low = {
        "legs": mirrored(
            cylinder(0.055, 0.28, segments=12).moved(0.26 * wide, 0.04)
            + box(0.15, 0.07, 0.24, bevel=0.02).moved(0.26 * wide, 0, 0.03)
        ),
        "wheels": join(*(wheel.moved(sx * wide / 2 + 0.035, 0.1, sz * 0.3 * d) for sx in (-1, 1) for sz in (-1, 1)))
        + box(0.6 * wide, 0.25, 0.6 * d).moved(y=0.08),
        "tracks": mirrored(
            extrude([(-0.2, -0.02), (-0.15, 0.06), (0.15, 0.06), (0.2, -0.02), (0.15, -0.1), (-0.15, -0.1)], 0.12)
            .rotated("z", -90)
            .rotated("x", 90)
            .moved(0.3 * wide, 0.12)
        )
        + box(0.5 * wide, 0.2, 0.4 * d).moved(y=0.12),
    }[base]
    top = {
        "box": box(0.62 * wide, 0.2, 0.55 * d, bevel=0.01),
        "dome": cylinder(0.3 * wide, 0.1, segments=20) + sphere(0.3 * wide, segments=20, start=0).moved(y=0.099),
        "cylinder": cylinder(0.27 * wide, 0.22, segments=20),
    }[head]
    ny, face = y + h + 0.06, {"box": 0.275 * d, "dome": 0.29 * wide, "cylinder": 0.26 * wide}[head]
    arm = (
        join(
            cylinder(0.035, 0.3, segments=10).rotated("x", 180),
            sphere(0.06, segments=12),
            *(sphere(0.045, segments=8).moved(y=-0.1 * k) for k in (1, 2, 3)),
            *(box(0.025, 0.1, 0.05).moved(0.035 * s, -0.41) for s in (-1, 1)),
        )
        .rotated("x", raised)
        .moved(wide / 2 + 0.055, y + h - 0.08, 0)
    )
    bits = [
        (base[:-1] if base != "tracks" else "track", low, RUBBER if base != "legs" else trim),
        ("body", box(wide, h, d, bevel=0.02).moved(y=y), metal),
        ("neck", cylinder(0.05, 0.09, segments=12).moved(y=y + h - 0.01), trim),
        ("head", top.moved(y=ny), metal),
        ("arm", mirrored(arm), trim),
        (
            "eye",
            mirrored(cylinder(0.035, 0.03, segments=12).rotated("x", 90).moved(0.14 * wide, ny + 0.12, face - 0.015)),
            glow,
        ),
        ("mouth", box(0.24 * wide, 0.025, 0.02).moved(0, ny + 0.035, face), BLACK),
        ("panel", box(0.7 * wide, 0.2, 0.015).moved(0, y + 0.14, d / 2), trim),
        (
            "dial",
            row(cylinder(0.02, 0.02, segments=10).rotated("x", 90), dials, step=(0.6 * wide / dials, 0, 0)).moved(
                0, y + 0.28, d / 2
            ),
            glow,
        ),
        ("screen", box(0.4 * wide, 0.08, 0.012).moved(0, y + 0.16, d / 2 + 0.009), BLACK),
    ]
    stick = cylinder(0.008, 0.12, segments=6) + sphere(0.022, segments=8).moved(y=0.12)
    tip = ny + (0.1 + 0.28 * wide if head == "dome" else 0.2)
    bits.append(
        ("aerial", stick.moved(y=tip) if aerial == "one" else mirrored(stick.moved(0.12 * wide, tip - 0.02)), trim)
    )
    add_all(design, size, bits)
    return design


@category("snowman", family="creatures", also=("snow figure",))
def snowman(p: Parameters) -> Design:
    size, balls, fat = (
        p.real("size", 0.8, 2),
        p.choice("balls", ["two", "three", "three"]),
        p.real("fatness", 0.85, 1.15),
    )
    snow, scarf = (
        p.material("snow", [WHITE, Material("snow white", (0.96, 0.97, 0.99))]),
        p.material("scarf", [RED, GREEN, PLASTICS[1], ORANGE]),
    )
    hat, buttons, lift, nose = (
        p.choice("hat", ["top hat", "bobble hat", "bucket"]),
        p.whole("buttons", 2, 4),
        p.real("arm_lift", 10, 50),
        p.real("nose", 0.12, 0.25),
    )
    radii = [0.3, 0.22, 0.155] if balls == "three" else [0.33, 0.2]
    design = Design(
        [snow.name, "tall" if balls == "three" else "short"],
        [f"a carrot nose and a {hat}", f"a {scarf.name} scarf", f"{balls} balls"],
    )
    y, places = 0.0, []
    for r in radii:
        places.append((y + 0.85 * r, r))
        y += 1.62 * r
    for (at, r), part in zip(places, ["body"] * (len(radii) - 1) + ["head"], strict=True):
        design.add(part, blob(r * fat, r, r * fat, at=(0, at, 0), segments=22).scaled(size, size, size), snow)
    (low, wide), (at, r) = places[-2], places[-1]
    neck, f = at - 0.8 * r, fat * r
    twig = limb(
        [
            (0.8 * wide * fat, 0, 0),
            (wide * fat + 0.2, 0.25 * np.sin(np.radians(lift)), 0),
            (wide * fat + 0.36, 0.5 * np.sin(np.radians(lift)), 0.04),
        ],
        [0.02, 0.016, 0.01],
        sides=6,
    )
    twig += join(
        *(
            limb(
                [
                    (wide * fat + 0.28, 0.38 * np.sin(np.radians(lift)), 0.03),
                    (wide * fat + 0.34 + 0.03 * k, 0.38 * np.sin(np.radians(lift)) + 0.08 - 0.08 * k, 0.06),
                ],
                [0.01, 0.006],
                sides=5,
            )
            for k in (0, 1)
        )
    )
    coals = join(
        *(
            sphere(0.026, segments=8).moved(0, low + wide * np.sin(a), wide * fat * np.cos(a))
            for a in np.linspace(-0.3, 0.6, buttons)
        )
    )
    smile = join(
        *(
            sphere(0.015, segments=6).moved(
                0.62 * f * np.sin(t), at - 0.3 * r - 0.12 * r * np.cos(2 * t), 0.86 * f * np.cos(0.8 * t)
            )
            for t in np.linspace(-0.7, 0.7, 5)
        )
    )
    ring = sweep(
        [(0.72 * f * np.cos(t), neck, 0.72 * f * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 18, endpoint=False)],
        0.045,
        closed=True,
    )
    bits = [
        ("arm", mirrored(twig).moved(y=low + 0.2 * wide), DARK_BROWN),
        ("button", coals, BLACK),
        ("mouth", smile, BLACK),
        ("scarf", ring + box(0.09, 0.26, 0.03).rotated("x", -8).moved(0.4 * f, neck - 0.24, 0.85 * f), scarf),
        (
            "nose",
            cylinder(0.032, nose + 0.05, top_radius=0.004, segments=10).rotated("x", 90).moved(0, at, f - 0.05),
            ORANGE,
        ),
        *eyes(0.35 * f, at + 0.3 * r, 0.86 * f, 0.024),
    ]
    tall = at + 0.68 * r
    if hat == "top hat":
        bits += [
            (
                "hat",
                cylinder(1.1 * f, 0.025, segments=20).moved(y=tall)
                + cylinder(0.68 * f, 0.2, segments=20).moved(y=tall),
                BLACK,
            ),
            ("hat band", cylinder(0.7 * f, 0.045, segments=20).moved(y=tall + 0.03), scarf),
        ]
    elif hat == "bucket":
        bits.append(
            ("bucket", cylinder(0.85 * f, 0.2, top_radius=0.62 * f, segments=20).moved(y=tall - 0.02), METALS[0])
        )
    else:
        bits += [
            ("hat", sphere(0.9 * f, segments=18, start=0).moved(y=tall - 0.03), scarf),
            ("hat brim", cylinder(0.97 * f, 0.05, segments=18).moved(y=tall - 0.05), WHITE),
            ("bobble", sphere(0.06, segments=10).moved(y=tall + 0.9 * f), WHITE),
        ]
    add_all(design, size, bits)
    return design


@category("teddy bear", family="creatures", also=("teddy", "stuffed toy", "soft toy"))
def teddy_bear(p: Parameters) -> Design:
    size, fat, head = p.real("size", 0.2, 0.7), p.real("fatness", 0.88, 1.15), p.real("head", 0.23, 0.29)
    coat, pale = (
        p.material("coat", [BROWN, TAN, GINGER, CREAM, PINK, WHITE, DARK_BROWN]),
        p.material("muzzle", [CREAM, TAN, WHITE]),
    )
    pose, bow, arms = (
        p.choice("pose", ["sitting", "standing"]),
        p.choice("bow", ["red", "blue", "none"]),
        p.real("arm_angle", 20, 75),
    )
    ear = p.real("ears", 0.09, 0.13)
    pale = BROWN if pale.name == coat.name else pale
    design = Design(
        [coat.name, pose], [f"round ears and a {pale.name} muzzle", *[f"a {bow} bow tie"] * (bow != "none")]
    )
    y = 0.26 if pose == "sitting" else 0.42
    top = y + 0.24 + 0.75 * head
    leg = (
        limb([(0.14, 0.13, 0.05), (0.22, 0.11, 0.25), (0.26, 0.11, 0.36)], [0.12, 0.11, 0.1])
        if pose == "sitting"
        else limb([(0.13, 0.3, 0), (0.15, 0.15, 0), (0.16, 0.09, 0.02)], [0.12, 0.11, 0.1])
    )
    sole = (
        blob(0.075, 0.08, 0.02, at=(0.27, 0.11, 0.45))
        if pose == "sitting"
        else blob(0.08, 0.02, 0.1, at=(0.16, 0.0, 0.03))
    )
    arm = (
        limb([(0, 0, 0), (0, -0.17, 0.03), (0, -0.28, 0.08)], [0.085, 0.085, 0.07])
        .rotated("z", arms)
        .moved(0.19 * fat, y + 0.16, 0.02)
    )
    bits = [
        ("body", blob(0.25 * fat, 0.28, 0.22 * fat, at=(0, y, 0), segments=18), coat),
        ("tummy", blob(0.17 * fat, 0.19, 0.08, at=(0, y, 0.16 * fat)), pale),
        ("head", blob(1.05 * head, head, 0.95 * head, at=(0, top, 0.02), segments=20), coat),
        ("ear", mirrored(blob(ear, ear, 0.05, at=(0.75 * head, top + 0.8 * head, 0))), coat),
        ("inner ear", mirrored(blob(0.65 * ear, 0.65 * ear, 0.03, at=(0.75 * head, top + 0.8 * head, 0.035))), pale),
        ("muzzle", blob(0.48 * head, 0.38 * head, 0.4 * head, at=(0, top - 0.25 * head, 0.8 * head)), pale),
        ("nose", blob(0.17 * head, 0.12 * head, 0.1 * head, at=(0, top - 0.1 * head, 1.2 * head)), BLACK),
        (
            "mouth",
            sweep([(0, top - 0.15 * head, 1.22 * head), (0, top - 0.4 * head, 1.17 * head)], 0.008, sides=5),
            BLACK,
        ),
        ("leg", mirrored(leg), coat),
        ("sole", mirrored(sole), pale),
        ("arm", mirrored(arm), coat),
        *eyes(0.4 * head, top + 0.2 * head, 0.88 * head, 0.035),
    ]
    if bow != "none":
        wing = cylinder(0.03, 0.13, top_radius=0.075, segments=10).scaled(1, 1, 0.45).rotated("z", -90)
        bits.append(
            (
                "bow tie",
                (mirrored(wing) + sphere(0.035, segments=8)).moved(0, top - 1.02 * head, 0.22 * fat),
                RED if bow == "red" else PLASTICS[1],
            )
        )
    add_all(design, size, bits)
    return design


@category("skull", family="creatures", also=("human skull", "cranium"))
def skull(p: Parameters) -> Design:
    size, wide, tall = p.real("size", 0.1, 0.24), p.real("width", 0.66, 0.8), p.real("height", 0.62, 0.74)
    bone, teeth, jaw = (
        p.material("bone", [CREAM, WHITE, TAN, GREY]),
        p.whole("teeth", 6, 10),
        p.choice("jaw", ["closed", "open", "missing"]),
    )
    eye, gape, hollow = (
        p.real("sockets", 0.17, 0.23),
        p.real("gape", 10, 22),
        p.material("hollows", [BLACK, DARK_BROWN]),
    )
    design = Design(
        [bone.name, "bony"],
        [
            "deep eye sockets",
            "no lower jaw" if jaw == "missing" else f"an {jaw} jaw" if jaw == "open" else "a closed jaw",
            f"{number_word(teeth)} upper teeth",
        ],
    )
    y, w = 0.95, wide
    face = skin(
        [(0.48, 0.28, 0.2 * w / 0.7, 0.22), (0.45, 0.48, 0.27 * w / 0.7, 0.24), (0.36, 0.72, 0.42 * w / 0.7, 0.3)],
        sides=16,
    )
    cheek = mirrored(
        limb([(0.3, 0.46, 0.58), (0.56 * w / 0.7, 0.52, 0.36), (0.6 * w / 0.7, 0.56, 0.0)], [0.1, 0.08, 0.05])
    )
    arch = [(0.27 * np.sin(t) * w / 0.7, 0.32 + 0.38 * np.cos(t)) for t in np.linspace(-1.15, 1.15, teeth)]
    tooth = join(*(box(0.42 / teeth, 0.13, 0.06, bevel=0.01).moved(x, 0.08, z) for x, z in arch))
    bits = [
        ("cranium", blob(w, tall, 0.85, at=(0, y, -0.12), segments=24), bone),
        ("face", face, bone),
        ("cheekbone", cheek, bone),
        (
            "brow",
            mirrored(limb([(0.04, 0.84, 0.68), (0.25, 0.88, 0.66), (0.45, 0.78, 0.52)], [0.07, 0.075, 0.05])),
            bone,
        ),
        ("eye socket", mirrored(blob(eye, 0.9 * eye, 0.12, at=(0.25, 0.68, 0.62), segments=16)), hollow),
        ("nose hole", fin([(0, 0), (0.2, 0), (0.1, 0.2)], 0.12).rotated("y", 90).moved(-0.1, 0.38, 0.69), hollow),
        ("tooth", tooth, WHITE if bone.name != "white" else CREAM),
    ]
    if jaw != "missing":
        turn = gape if jaw == "open" else 3
        bar = mirrored(
            limb(
                [(0.5 * w / 0.7, 0.52, 0.0), (0.47 * w / 0.7, 0.1, 0.1), (0.3 * w / 0.7, -0.1, 0.5), (0, -0.12, 0.68)],
                [0.06, 0.1, 0.11, 0.12],
            )
        )
        lower = join(*(box(0.4 / teeth, 0.12, 0.06, bevel=0.01).moved(0.92 * x, -0.05, z) for x, z in arch))
        for name, solid in (("jaw", bar), ("tooth", lower)):
            bits.append(
                (name, solid.moved(y=-0.5).rotated("x", turn).moved(y=0.5), bone if name == "jaw" else bits[6][2])
            )
    add_all(design, 0.6 * size, bits)
    return design


@category("doll", family="creatures", also=("toy", "rag doll", "baby doll"))
def doll(p: Parameters) -> Design:
    size, head, stout = p.real("size", 0.2, 0.55), p.real("head", 0.14, 0.18), p.real("stoutness", 1.1, 1.5)
    flesh, hair, style = (
        p.material("skin", SKINS),
        p.material("hair", [*HAIR, RED]),
        p.choice("hairstyle", ["pigtails", "long", "bun"]),
    )
    dress, skirt = (
        p.material("top", [PLASTICS[8], RED, PLASTICS[1], YELLOW, PLASTICS[9], WHITE]),
        p.material("skirt", [PLASTICS[8], RED, PLASTICS[1], WHITE, GREEN]),
    )
    pose, shoes, bow = (
        p.choice("pose", ["standing", "arms out", "waving"]),
        p.material("shoes", [BLACK, RED, WHITE]),
        p.choice("bow", ["yes", "no"]),
    )
    design = Design(
        [flesh.name, "big-headed"],
        [
            f"{hair.name} hair {'in pigtails' if style == 'pigtails' else 'in a bun' if style == 'bun' else 'worn long'}",
            f"a {skirt.name} skirt",
            *["a bow in its hair"] * (bow == "yes"),
        ],
    )
    y = figure(design, size, head, stout, pose, flesh, dress, skirt, "dress", shoes)
    blush = mirrored(
        blob(0.16 * head, 0.12 * head, 0.06 * head, at=(0.45 * head, y - 0.2 * head, 0.66 * head), segments=8)
    )
    gaze = [
        (
            "eye white",
            mirrored(blob(0.17 * head, 0.19 * head, 0.1 * head, at=(0.3 * head, y + 0.1 * head, 0.74 * head))),
            WHITE,
        ),
        (
            "iris",
            mirrored(blob(0.11 * head, 0.14 * head, 0.06 * head, at=(0.3 * head, y + 0.1 * head, 0.82 * head))),
            PLASTICS[1] if hair.name != "black" else BROWN,
        ),
    ]
    add_all(design, size, [("cheek", blush, PINK), ("hair", hairdo(style, head, y), hair), *gaze])
    if bow == "yes":
        wing = (
            cylinder(0.05 * head, 0.45 * head, top_radius=0.25 * head, segments=10).scaled(1, 1, 0.45).rotated("z", -90)
        )
        design.add(
            "bow",
            (mirrored(wing) + sphere(0.12 * head, segments=8))
            .moved(0, y + 0.98 * head, 0.35 * head)
            .scaled(size, size, size),
            RED,
        )
    return design
