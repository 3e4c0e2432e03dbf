"""Clothes, shoes and hats."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.wearables.parts import (
    BRIGHT_STEEL,
    DARK,
    GOLD,
    LEATHER,
    SILVER,
    SOFT_BLACK,
    SOFT_WHITE,
)
from trivium.procedural.materials import (
    BLACK,
    BLUE,
    FABRICS,
    GREEN,
    GREY,
    ORANGE,
    PLASTICS,
    RED,
    WHITE,
    YELLOW,
    Material,
    paint,
)
from trivium.procedural.solids import (
    Point,
    Points,
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    lathe,
    loft,
    regular_outline,
    rounded,
    row,
    smooth,
    sphere,
    sweep,
    torus,
    tube,
    upright,
)

CLOTH = (*FABRICS[:5], FABRICS[7], *paint(black=(0.1, 0.1, 0.12), blue=(0.2, 0.36, 0.68), white=(0.93, 0.93, 0.92)))
FELT = paint(
    brown=(0.4, 0.27, 0.17),
    black=(0.11, 0.1, 0.1),
    grey=(0.5, 0.5, 0.5),
    beige=(0.8, 0.7, 0.52),
    navy=(0.13, 0.18, 0.34),
)


def stack(sections: list[tuple[float, float, float, float, float]], *, power: float = 1, sides: int = 24) -> Solid:
    """Skin over oval sections (x, y, z of the centre, half width, half depth), bottom to top; power < 1 squares them."""
    a = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    c, s = (np.sign(f) * np.abs(f) ** power for f in (np.cos(a), np.sin(a)))
    return loft([np.stack([x + w * c, np.full(sides, y), z + d * s], 1) for x, y, z, w, d in sections])


def _sole(length: float, wide: float, *, narrow: float = 0.75) -> np.ndarray:
    """The outline of a foot in (x, z), heel at the back, toes towards +Z."""
    right = [(0, -0.5), (0.3, -0.47), (0.37, -0.3), (0.37 * narrow, -0.02), (0.45, 0.22), (0.4, 0.4), (0.18, 0.5)]
    left = [(-0.12, 0.49), (-0.35, 0.38), (-0.46, 0.2), (-0.4 * narrow, -0.02), (-0.36, -0.3), (-0.3, -0.47)]
    return smooth([*right, *left, (0, -0.5)], 32)[:-1] * (wide, length)


@category("cap", family="wearables", also=("baseball cap", "hat"))
def cap(p: Parameters) -> Design:
    r, tall, peak = p.real("radius", 0.08, 0.095), p.real("tall", 0.85, 1.2), p.real("peak", 0.65, 1.0)
    form, curve = p.choice("form", ["six panels", "trucker mesh", "plain"]), p.real("curve", 0.0, 0.35)
    cloth, bill = p.material("cloth", [*CLOTH, *PLASTICS[:3]]), p.material("bill", [*CLOTH, *PLASTICS[:2]])
    badge = p.material("badge", [SOFT_WHITE, SOFT_BLACK, *PLASTICS[:4]])
    logo = p.choice("logo", ["round", "square", "star"])
    h = r * tall
    design = Design(
        [cloth.name, "tall" if tall > 1.02 else "low"], [f"a {bill.name} peak", f"a {badge.name} {logo} badge"]
    )
    dome = np.array([(1, -0.25), (1, 0.15), (0.95, 0.45), (0.8, 0.72), (0.55, 0.9), (0.28, 0.98), (0.005, 1)]) * (r, h)
    design.add("crown", lathe(dome, segments=36).scaled(1, 1, 1.12), SOFT_WHITE if form == "trucker mesh" else cloth)
    if form == "trucker mesh":
        front = lathe(dome * (1.012, 1.008), segments=36).scaled(1, 1, 1.12)
        keep = front.vertices[front.faces].mean(1)[:, 2] > 0.25 * r
        design.add("front panel", Solid(front.vertices, front.faces[keep]), cloth)
        design.features.append("a white back")
    elif form == "six panels":
        seam = sweep([(x * 1.005, y * 1.005, 0) for x, y in dome], 0.012 * r, sides=5)
        design.add("seam", around(seam, 6, start=30).scaled(1, 1, 1.12), bill)
        design.features.append("six panels")
    design.add("button", sphere(0.09 * r, segments=10).scaled(1, 0.5, 1).moved(y=h), bill)
    a = np.linspace(0, np.pi, 19)
    reach = np.stack([np.cos(a), np.sin(a)], 1)
    inner = reach * (0.98, 1.02) * r
    outer = np.stack(
        [
            0.97 * r * np.sign(reach[:, 0]) * np.abs(reach[:, 0]) ** 0.7,
            1.02 * r * reach[:, 1] + peak * r * reach[:, 1] ** 0.6,
        ],
        1,
    )
    bows = [-curve * (x / r) ** 2 * r - 0.22 * h - 0.12 * max(z - r, 0) for x, z in np.concatenate([outer, inner])]
    top = np.column_stack([np.concatenate([outer, inner])[:, 0], bows, np.concatenate([outer, inner])[:, 1]])
    n = len(a)
    low = top - (0, 0.05 * r, 0)
    rings = [np.stack([low[n + i], low[i], top[i], top[n + i]]) for i in range(n)]
    design.add("peak", loft(rings[::-1]), bill)
    mark = {
        "round": regular_outline(20, 0.3 * r),
        "square": np.array([(-0.3, -0.2), (0.3, -0.2), (0.3, 0.2), (-0.3, 0.2)]) * r,
        "star": regular_outline(5, 0.32 * r, radius2=0.14 * r)[:, ::-1],
    }[logo]
    design.add("badge", upright(mark, 0.3 * r).bent(-0.5 / r).rotated("x", -22).moved(0, 0.38 * h, 0.98 * r), badge)
    design.add("strap", tube(1.01 * r, 0.9 * r, 0.07 * h, segments=32).moved(y=-0.25 * h).scaled(1, 1, 1.12), bill)
    return design


@category("cowboy hat", family="wearables", also=("western hat", "hat"))
def cowboy_hat(p: Parameters) -> Design:
    r, tall, brim = p.real("radius", 0.085, 0.1), p.real("tall", 1.25, 1.6), p.real("brim", 1.9, 2.4)
    curl, pinch, dip = p.real("curl", 0.5, 1.0), p.real("pinch", 0.15, 0.45), p.real("dip", 0.0, 0.3)
    felt = p.material(
        "felt",
        [*FELT[:2], FELT[3], *paint(tan=(0.7, 0.5, 0.3), white=(0.93, 0.91, 0.86), dark_brown=(0.26, 0.17, 0.1))],
    )
    band, star = (
        p.material("band", [SOFT_BLACK, *LEATHER, GOLD, PLASTICS[0]]),
        p.choice("badge", ["none", "star", "buckle"]),
    )
    h = r * tall
    crown = lathe(
        np.array([(1, 0), (0.97, 0.3), (0.9, 0.65), (0.82, 0.9), (0.66, 1), (0.35, 1), (0.01, 1)]) * (r, h), segments=36
    )
    v = crown.vertices.copy()
    up = np.clip(v[:, 1] / h - 0.55, 0, 1) / 0.45
    v[:, 1] -= up * h * 0.3 * np.exp(-((v[:, 0] / (0.25 * r)) ** 2)) * (0.6 + 0.4 * pinch)
    v[:, 0] *= 1 - pinch * up * np.clip(v[:, 2] / r, 0, 1)
    design = Design(
        [felt.name, "tall" if tall > 1.42 else "low"],
        ["a brim curled up at the sides", f"a {band.name} band", "a creased crown"],
    )
    design.add("crown", Solid(v, crown.faces).scaled(1, 1, 1.2), felt)
    flat = [
        (0.9, 0),
        (1.1, -0.01),
        (1.5, 0),
        (0.85 * brim, 0),
        (brim, 0.02),
        (brim, 0.06),
        (0.85 * brim, 0.05),
        (1.1, 0.05),
        (0.9, 0.06),
    ]
    rim = lathe(np.array(flat) * r, segments=40)
    w = rim.vertices.copy()
    w[:, 1] += curl * r * (np.abs(w[:, 0]) / (brim * r)) ** 2.5 - dip * r * (np.abs(w[:, 2]) / (brim * r)) ** 2.5
    w[:, 0] *= 1 - 0.25 * curl * (np.abs(w[:, 0]) / (brim * r)) ** 3
    design.add("brim", Solid(w, rim.faces).scaled(1, 1, 1.15), felt)
    design.add("band", tube(1.02 * r, 0.9 * r, 0.16 * r, segments=32).moved(y=0.07 * r).scaled(1, 1, 1.2), band)
    if star == "star":
        design.add(
            "badge",
            upright(regular_outline(5, 0.24 * r, radius2=0.1 * r)[:, ::-1], 0.06 * r).moved(0, 0.4 * h, 1.16 * r),
            GOLD,
        )
    elif star == "buckle":
        design.add(
            "badge",
            upright(np.array([(-0.13, -0.1), (0.13, -0.1), (0.13, 0.1), (-0.13, 0.1)]) * r, 0.08 * r).moved(
                0, 0.15 * r, 1.22 * r
            ),
            SILVER,
        )
    if star != "none":
        design.features.append(f"a {star}")
    return design


@category("hat", family="wearables", also=("sun hat", "fedora", "headwear"))
def hat(p: Parameters) -> Design:
    r, tall, brim = p.real("radius", 0.08, 0.11), p.real("crown", 0.6, 1.6), p.real("brim", 1.2, 2.2)
    form, curl = p.choice("form", ["round", "flat", "pointed", "pinched"]), p.real("curl", -0.15, 0.35)
    felt = p.material("felt", [*FABRICS, Material("straw", (0.86, 0.74, 0.48))])
    ribbon, width = (
        p.material("ribbon", [BLACK, RED, WHITE, FABRICS[1]]),
        p.real("ribbon_width", 0.12, 0.3),
    )
    h = r * tall
    design = Design([felt.name, form], [f"a {ribbon.name} ribbon", f"a {'wide' if brim > 1.7 else 'narrow'} brim"])
    top = {
        "round": [(r * 0.95, h * 0.6), (r * 0.6, h * 0.92), (0.001, h)],
        "flat": [(r * 0.98, h), (0.001, h * 1.01)],
        "pointed": [(r * 0.5, h), (0.001, h * 2.2)],
        "pinched": [(r * 0.85, h), (r * 0.5, h * 1.05), (0.001, h * 0.85)],
    }[form]
    design.add("crown", lathe([(r, 0), *top], segments=28).scaled(0.9, 1, 1.1), felt)
    design.add(
        "brim",
        lathe(
            [(r * 0.99, 0), (r * brim, r * curl * 0.8), (r * brim, r * curl * 0.8 + 0.004), (r * 0.99, 0.006)],
            segments=28,
        ).scaled(0.9, 1, 1.1),
        felt,
    )
    design.add("ribbon", tube(r * 1.03, r * 0.9, r * width).scaled(0.9, 1, 1.1).moved(y=0.006), ribbon)
    return design


@category("hard hat", family="workshop", also=("safety helmet", "construction helmet", "helmet"))
def hard_hat(p: Parameters) -> Design:
    r, tall, brim = p.real("radius", 0.11, 0.14), p.real("height", 0.75, 1.0), p.real("brim", 1.15, 1.4)
    ridges, form = p.whole("ridges", 1, 3), p.choice("brim_form", ["peak", "full brim"])
    shell, band = (
        p.material("shell", [YELLOW, WHITE, ORANGE, RED, BLUE]),
        p.real("band", 0.02, 0.035),
    )
    badge = p.choice("badge", ["plain", "badged"])
    design = Design([shell.name], [f"a {form}", f"{number_word(ridges)} {'ridge' if ridges == 1 else 'ridges'}"])
    dome = sphere(r, segments=28, start=0, stop=90).scaled(0.9, tall, 1.1)
    design.add("shell", dome, shell)
    if form == "full brim":
        design.add("brim", tube(r * brim, r * 0.9, 0.006).scaled(0.9, 1, 1.1), shell)
    else:
        design.add(
            "brim",
            extrude([(x * r * 0.85, z * r) for x, z in ((-1, 0.4), (1, 0.4), (0.8, brim), (-0.8, brim))], 0.008),
            shell,
        )
    for i in range(ridges):
        x = (i - (ridges - 1) / 2) * r * 0.4
        lift = np.sqrt(max(0.05, 1 - (x / (0.9 * r)) ** 2))
        design.add(
            "ridge", sweep(arc(r * 1.02, 20, 160, plane="zy") * (1, tall * lift, 1.1 * lift) + (x, 0, 0), 0.008), shell
        )
    design.add("band", tube(r * 0.9, r * 0.87, band).scaled(0.95, 1, 1.15).moved(y=-band), BLACK)
    if badge == "badged":
        design.add("badge", box(r * 0.4, r * 0.3, 0.008).moved(y=r * tall * 0.3, z=r * 1.04), WHITE)
    return design


def ellipse(a: float, b: float, *, points: int = 32) -> np.ndarray:
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.stack([a * np.cos(t), b * np.sin(t)], 1)


def strap(path: np.ndarray, height: float, thickness: float) -> Solid:
    """A flat band on edge along a level path."""
    return sweep(path, thickness, sides=6).scaled(y=height / (2 * thickness))


@category("goggles", family="workshop", also=("safety goggles", "safety glasses", "ski goggles"))
def goggles(p: Parameters) -> Design:
    kind = p.choice("kind", ["safety", "ski", "swimming", "welding"])
    w, h, bend = p.real("width", 0.15, 0.18), p.real("height", 0.07, 0.095), p.real("bend", 3, 6)
    lens = p.material(
        "lens",
        [
            Material("clear", (0.78, 0.88, 0.92)),
            Material("amber", (0.9, 0.55, 0.15)),
            Material("mirror blue", (0.2, 0.4, 0.8)),
            Material("smoky", (0.16, 0.17, 0.19)),
        ],
    )
    frame, band = (
        p.material("frame", [BLACK, GREY, BLUE, WHITE, RED, GREEN]),
        p.material("strap", [BLACK, GREY, BLUE, RED]),
    )
    deep = p.real("head", 0.08, 0.12)
    double = kind in ("swimming", "welding")
    design = Design(
        [kind, frame.name],
        [f"{'two' if double else 'one wide'} {lens.name} {'lenses' if double else 'lens'}", f"a {band.name} strap"],
    )
    if double:
        a, b = (0.24 * w, 0.26 * h) if kind == "swimming" else (0.2 * w, 0.2 * w)
        cup, glass = (
            upright(ellipse(a, b), 0.035, hole=ellipse(0.78 * a, 0.76 * b)),
            upright(ellipse(0.8 * a, 0.8 * b), 0.012),
        )
        for s in (-1, 1):
            design.add("frame", cup.rotated("y", 12 * s).moved(s * 0.25 * w), frame)
            design.add("lens", glass.rotated("y", 12 * s).moved(s * 0.25 * w, 0, 0.01), lens)
        design.add("bridge", sweep(arc(0.06 * w, 0, 180) * (1, 0.5, 1) + (0, 0, 0.005), 0.005), frame)
    else:
        form = rounded(w, h, 0.45 * h, points=12)
        notch = 1 - 0.45 * np.exp(-((form[:, 0] / (0.16 * w)) ** 2)) * (form[:, 1] < 0)
        form = form * np.stack([np.ones(len(form)), notch], 1)
        design.add("frame", upright(form, 0.035, hole=0.84 * form).bent(-bend), frame)
        design.add("lens", upright(0.86 * form, 0.012).moved(z=0.01).bent(-bend), lens)
        vent = row(box(0.012, 0.008, 0.012), 4, step=(0.02, 0, 0))
        design.add("vent", vent.moved(y=0.485 * h).bent(-bend), DARK)
    side = 0.47 * w
    start = -0.01 if double else -bend * side**2
    path = arc(1, 180, 360, points=24, plane="xz") * (side, 1, deep) + (0, 0, start)
    design.add("strap", strap(path, 0.014 if kind == "swimming" else 0.032, 0.0025), band)
    return design


def _upper(length: float, wide: float, sections: list[tuple[float, float, float, float]]) -> Solid:
    """Slices of a shoe from heel to toe: (z, low, high, width), each an arch; standing on y = 0."""
    a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    rings = []
    for z, low, high, w in sections:
        c, s = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.7, np.sin(a)
        y = np.where(s > 0, low + (high - low) * s, low)
        rings.append(np.stack([0.5 * w * wide * c, y, np.full(20, z * length)], 1))
    return loft(rings[::-1])


@category("boot", family="wearables", also=("footwear", "shoe"))
def boot(p: Parameters) -> Design:
    length, tall, wide = p.real("length", 0.25, 0.31), p.real("tall", 0.5, 1.4), p.real("wide", 0.36, 0.44)
    form, heel = p.choice("form", ["lace-up", "rubber", "cowboy", "fur-lined"]), p.real("heel", 0.06, 0.16)
    upper = p.material(
        "upper", [*LEATHER, *paint(yellow=(0.9, 0.72, 0.15), green=(0.2, 0.36, 0.2), red=(0.7, 0.12, 0.12))]
    )
    sole, trim = (
        p.material("sole", [SOFT_BLACK, *paint(brown=(0.3, 0.2, 0.12), cream=(0.85, 0.78, 0.64))]),
        p.material("trim", [SOFT_WHITE, *paint(beige=(0.85, 0.74, 0.58), red=(0.7, 0.1, 0.1))]),
    )
    laces = p.whole("laces", 4, 7)
    w, h, lift = wide * length, tall * length, heel * length
    outline = _sole(length, w)
    design = Design([upper.name, form], ["a high shaft" if tall > 0.95 else "a short shaft"])
    design.add("sole", extrude(outline * 1.03, 0.06 * length).moved(y=lift - 0.05 * length), sole)
    design.add("heel", extrude(outline[(outline[:, 1] < -0.18 * length)] * 0.98, lift + 0.01 * length), sole)
    y = lift
    arch = [
        (-0.5, 0.02, 0.2, 0.4),
        (-0.46, 0, 0.36, 0.66),
        (-0.25, 0, 0.42, 0.76),
        (-0.02, 0, 0.4, 0.78),
        (0.15, 0, 0.31, 0.88),
        (0.33, 0, 0.25, 0.86),
        (0.45, 0, 0.2, 0.6),
        (0.5, 0.02, 0.1, 0.25),
    ]
    design.add("foot", _upper(length, w, [(z, a * length, b * length, c) for z, a, b, c in arch]).moved(y=y), upper)
    flare = 1.15 if form in ("rubber", "cowboy") else 1.0
    levels = [(0.1, 0.42, 0.24), (0.35, 0.4, 0.23), (0.6, 0.4, 0.22), (1.0, 0.44 * flare, 0.25 * flare)]
    rise = 0.3 * length + h * 0.75
    shaft = stack(
        [
            (0, y + t * rise + 0.1 * length * (1 - t), -0.23 * length - 0.01 * length * t, a * w * 1.05, b * length)
            for t, a, b in levels
        ]
    )
    design.add("shaft", shaft, upper)
    top = y + rise
    design.add(
        "opening",
        stack(
            [
                (0, top - 0.01 * length, -0.24 * length, 0.4 * w * flare, 0.22 * length * flare),
                (0, top + 0.003, -0.24 * length, 0.4 * w * flare, 0.22 * length * flare),
            ]
        ),
        DARK,
    )
    if form == "lace-up":
        for i in range(laces):
            t = i / (laces - 1)
            z, yy = 0.1 * length - 0.11 * length * min(t * 2.2, 1), y + 0.36 * length + t * (rise - 0.44 * length)
            design.add(
                "lace",
                sweep(
                    [
                        (-0.2 * w, yy, z - 0.03 * length),
                        (0, yy + 0.01 * length, z + 0.015 * length),
                        (0.2 * w, yy, z - 0.03 * length),
                    ],
                    0.014 * length,
                ),
                trim,
            )
        design.features.append(f"{number_word(laces)} rows of laces")
    elif form == "fur-lined":
        design.add(
            "fur",
            torus(1, 0.24, segments=28, sides=10)
            .scaled(0.42 * w, 0.22 * length, 0.24 * length)
            .moved(0, top, -0.24 * length),
            trim,
        )
        design.features.append(f"a {trim.name} fur collar")
    elif form == "rubber":
        design.add(
            "band", stack([(0, top - s * length, -0.24 * length, 0.53 * w, 0.3 * length) for s in (0.09, 0.03)]), trim
        )
        design.features.append(f"a {trim.name} band at the top")
    else:
        star = upright(regular_outline(5, 0.11 * length, radius2=0.05 * length)[:, ::-1], 0.04 * length).rotated(
            "y", 90
        )
        design.add("star", row(star, 2, step=(0.9 * w * 1.02, 0, 0)).moved(0, y + 0.72 * rise, -0.23 * length), trim)
        design.features.append("stars on its sides")
    return design


@category("shoe", family="wearables", also=("sneaker", "footwear", "boot"))
def shoe(p: Parameters) -> Design:
    length, w = p.real("length", 0.24, 0.31), p.real("width", 0.34, 0.4)
    form, high = p.choice("form", ["sneaker", "boot", "loafer"]), p.real("ankle", 0.3, 0.9)
    skin, sole = (
        p.material("upper", [*FABRICS, *PLASTICS[:7]]),
        p.material("sole", [WHITE, BLACK, FABRICS[5], RED]),
    )
    stripe, thick, laces = (
        p.material("stripe", [WHITE, BLACK, RED, YELLOW]),
        p.real("sole_height", 0.015, 0.04),
        p.whole("laces", 3, 6),
    )
    half = length * w / 2
    foot = np.array(
        [
            (
                np.cos(a)
                * half
                * (1.0 if np.sin(a) > 0 else 0.8)
                * (1 - 0.18 * np.exp(-((np.sin(a) + 0.1) ** 2) * 12)),
                np.sin(a) * length / 2,
            )
            for a in np.linspace(0, 2 * np.pi, 28, endpoint=False)
        ]
    )
    design = Design([skin.name, form], [f"a {sole.name} sole"])
    design.add("sole", extrude(foot * 1.04, thick), sole)

    def ring(y: float, front: float, scale: float) -> np.ndarray:
        z = np.where(foot[:, 1] > 0, foot[:, 1] * front, foot[:, 1] * scale)
        return np.stack([foot[:, 0] * scale, np.full(len(foot), y), z], 1)

    tall = thick + {"sneaker": 0.09, "boot": 0.1 + 0.2 * high, "loafer": 0.065}[form]
    skins = [
        ring(thick, 1, 1),
        ring(thick + 0.03, 0.97, 1),
        ring(thick + 0.06, 0.45, 0.92),
        ring(tall, -0.05 if form != "boot" else 0.1, 0.8),
    ]
    design.add("upper", loft(skins), skin)
    design.add(
        "opening",
        loft(
            [
                ring(tall, -0.05 if form != "boot" else 0.1, 0.7),
                ring(tall + 0.003, -0.05 if form != "boot" else 0.1, 0.68),
            ]
        ),
        BLACK,
    )
    for i in range(laces if form != "loafer" else 0):
        t = i / max(1, laces - 1)
        design.add(
            "laces",
            sweep(
                [
                    (-half * 0.4, thick + 0.06 + 0.03 * (1 - t), length * (0.08 + 0.17 * t)),
                    (half * 0.4, thick + 0.06 + 0.03 * (1 - t), length * (0.08 + 0.17 * t)),
                ],
                0.004,
                sides=6,
            ),
            stripe,
        )
    for s in (-1, 1):
        design.add(
            "stripe", box(0.004, 0.03, length * 0.2).moved(x=s * half * 0.93, y=thick + 0.015, z=-length * 0.15), stripe
        )
    return design


def pairs(design: Design, gap: float) -> None:
    """Repeats everything mirrored, ``gap`` apart: left and right."""
    design.parts = [(n, s.moved(gap / 2) + s.moved(gap / 2).scaled(-1, 1, 1), m) for n, s, m in design.parts]


@category("sandal", family="wearables", also=("flip-flop", "slipper", "footwear"))
def sandal(p: Parameters) -> Design:
    length, wide, thick = p.real("length", 0.23, 0.3), p.real("wide", 0.36, 0.42), p.real("thick", 0.06, 0.14)
    form, straps, count = (
        p.choice("form", ["flip-flop", "strapped", "slide"]),
        p.whole("straps", 2, 4),
        p.choice("number", ["one", "pair"]),
    )
    sole, strap = (
        p.material("sole", [*LEATHER, SOFT_BLACK, *paint(cork=(0.76, 0.58, 0.38)), *PLASTICS[1:4]]),
        p.material("strap", [*LEATHER, *PLASTICS[:5], SOFT_WHITE]),
    )
    bed, buckle = (
        p.material("footbed", [*paint(beige=(0.85, 0.74, 0.56), brown=(0.5, 0.34, 0.2), grey=(0.4, 0.4, 0.42))]),
        p.material("buckle", [GOLD, SILVER]),
    )
    w, h = wide * length, thick * length
    outline = _sole(length, w, narrow=0.85)
    design = Design([form, strap.name], [])
    design.add("sole", extrude(outline, h), sole)
    design.add("footbed", extrude(outline * 0.94, 0.02 * length).moved(y=0.99 * h), bed)
    y = h + 0.01 * length

    def band(z: float, wide_: float, high: float, part: str = "strap") -> None:
        half = 0.43 * w
        path = arc(1, 0, 180, points=15) * (half, high, 1) + np.array([0, y - 0.02 * length, 0])
        design.add(part, sweep(path, 0.012 * length, sides=8).scaled(1, 1, wide_ / 0.024).moved(z=z), strap)

    if form == "flip-flop":
        for side in (-1, 1):
            path = smooth(
                [
                    (0, y, 0.26 * length),
                    (0.14 * side * w, y + 0.13 * length, 0.16 * length),
                    (0.33 * side * w, y + 0.12 * length, 0.02 * length),
                    (0.36 * side * w, y - 0.02 * length, -0.12 * length),
                ],
                14,
            )
            design.add("strap", sweep(path, np.linspace(0.016, 0.026, 14) * length, sides=8), strap)
        design.features.append("a strap between the toes")
    elif form == "slide":
        band(0.12 * length, 0.3, 0.26 * length)
        design.add(
            "buckle",
            torus(1, 0.16, segments=16, sides=6)
            .rotated("z", 90)
            .scaled(0.02 * length, 0.05 * length, 0.06 * length)
            .moved(0.43 * w, y + 0.07 * length, 0.12 * length),
            buckle,
        )
        design.features.append("one broad strap")
    else:
        for i in range(straps):
            band((0.28 - 0.4 * i / (straps - 1)) * length, 0.07, (0.14 + 0.12 * i / (straps - 1)) * length)
        loop = arc(1, -15, 195, points=18, plane="xz") * (0.4 * w, 1, -0.22 * length) + np.array(
            [0, y + 0.2 * length, -0.26 * length]
        )
        design.add(
            "strap",
            sweep(loop, 0.02 * length)
            + row(
                sweep([(0, y, -0.2 * length), (0, y + 0.2 * length, -0.24 * length)], 0.018 * length),
                2,
                step=(0.78 * w, 0, 0),
            ),
            strap,
        )
        design.add(
            "strap",
            sweep(
                arc(1, 0, 180, points=12) * (0.4 * w, 0.12 * length, 1)
                + np.array([0, y + 0.19 * length, -0.2 * length]),
                0.018 * length,
            ),
            strap,
        )
        design.add(
            "buckle",
            box(0.03 * length, 0.06 * length, 0.06 * length).moved(0.4 * w, y + 0.17 * length, -0.22 * length),
            buckle,
        )
        design.features.append(f"{number_word(straps)} straps and an ankle strap")
    if count == "pair":
        pairs(design, 1.1 * w)
        design.features.append("its pair beside it")
    design.features.append("a thick sole" if thick > 0.1 else "a thin sole")
    return design


def limb(path: Points, radii: Point, flat: float = 1) -> Solid:
    """A rounded sweep along a path, closed with balls at both ends, ``flat`` in z."""
    points, r = np.asarray(path, float), np.asarray(radii, float)
    ends = sphere(r[0], segments=10).moved(*points[0]) + sphere(r[-1], segments=10).moved(*points[-1])
    return (sweep(points, r, sides=12) + ends).scaled(1, 1, flat)


@category("glove", family="wearables", also=("mitten", "handwear"))
def glove(p: Parameters) -> Design:
    r, fingers_long, spread = p.real("radius", 0.038, 0.048), p.real("fingers", 1.6, 2.1), p.real("spread", 2, 9)
    form, cuff, thumb = (
        p.choice("form", ["five-finger", "five-finger", "mitten", "boxing"]),
        p.real("cuff", 0.7, 1.6),
        p.real("thumb_angle", 30, 55),
    )
    cloth, trim = (
        p.material("cloth", [*LEATHER, *CLOTH, PLASTICS[0], PLASTICS[3]]),
        p.material("trim", [*CLOTH[:5], SOFT_BLACK, SOFT_WHITE]),
    )
    stripes = p.whole("stripes", 0, 3)
    design = Design([cloth.name, form], [])
    fat = {"five-finger": 0.45, "mitten": 0.5, "boxing": 0.85}[form]
    palm = stack(
        [
            (0, 0, 0, 0.75 * r, 0.42 * r),
            (0, 0.5 * r, 0, 0.9 * r, fat * r),
            (0, 1.4 * r, 0, 1.05 * r, fat * r),
            (0, 2.0 * r, 0, 1.0 * r, 0.85 * fat * r),
            (0, 2.2 * r, 0, 0.85 * r, 0.6 * fat * r),
        ]
    )
    if form == "five-finger":
        for i, k in enumerate((0.82, 1.0, 0.95, 0.75)):
            x = (i - 1.5) * 0.5 * r
            lean = np.tan(np.radians((i - 1.5) * spread))
            base, tip = (x, 1.95 * r, 0), (x + lean * fingers_long * k * r, 2.0 * r + fingers_long * k * r, 0.1 * r)
            design.add("finger", limb([base, np.add(base, tip) / 2, tip], [0.28 * r, 0.26 * r, 0.22 * r]), cloth)
        design.add(
            "knuckle",
            row(
                sweep([(0, 0.8 * r, 0.44 * r), (0, 1.3 * r, 0.48 * r), (0, 1.8 * r, 0.44 * r)], 0.03 * r, sides=6),
                3,
                step=(0.45 * r, 0, 0),
            ),
            trim,
        )
        design.features.append("separate fingers")
    else:
        top = fingers_long * (0.85 if form == "mitten" else 0.7) * r
        hood = stack(
            [
                (0, 1.9 * r, 0, 1.02 * r, 0.9 * fat * r),
                (0, 2.0 * r + 0.5 * top, 0.05 * r, 1.0 * r, fat * r),
                (0, 2 * r + 0.85 * top, 0.08 * r, 0.75 * r, 0.8 * fat * r),
                (0, 2 * r + top, 0.08 * r, 0.3 * r, 0.4 * fat * r),
            ]
        )
        design.add("hand", hood, cloth)
        design.features.append("no separate fingers" if form == "mitten" else "thick padding")
    design.add("hand", palm, cloth)
    a = np.radians(thumb)
    end = np.array([-0.7 * r - 1.35 * r * np.sin(a), 0.7 * r + 1.35 * r * np.cos(a), 0.1 * r])
    k = 1 if form == "five-finger" else 1.25
    design.add(
        "thumb",
        limb(
            [(-0.5 * r, 0.65 * r, 0), (np.array([-0.6 * r, 0.8 * r, 0]) + end) / 2, end],
            np.array([0.38, 0.34, 0.27]) * k * r,
        ),
        cloth,
    )
    wide = 1.15 if form != "boxing" else 1.0
    design.add(
        "cuff", stack([(0, -cuff * r, 0, 0.85 * wide * r, 0.55 * wide * r), (0, 0.12 * r, 0, 0.8 * r, 0.48 * r)]), trim
    )
    for i in range(stripes):
        y = -cuff * r * (0.25 + 0.25 * i)
        design.add(
            "stripe",
            torus(1, 0.07, segments=24, sides=6)
            .scaled((0.8 + 0.03 * i) * wide * r, 0.8 * r, 0.54 * wide * r)
            .moved(y=y),
            cloth,
        )
    design.features.append(f"a {trim.name} cuff")
    return design


@category("shirt", family="wearables", also=("T-shirt", "clothing", "top"))
def shirt(p: Parameters) -> Design:
    w, long, sleeve = p.real("width", 0.42, 0.58), p.real("long", 1.2, 1.5), p.real("sleeve", 0.22, 0.36)
    form, collar, deep = (
        p.choice("form", ["T-shirt", "button-up shirt", "polo shirt", "jersey"]),
        p.real("neck", 0.14, 0.19),
        p.real("deep", 0.16, 0.24),
    )
    cloth, trim = (
        p.material("cloth", [*CLOTH, *PLASTICS[:4]]),
        p.material("trim", [SOFT_WHITE, SOFT_BLACK, *PLASTICS[:4]]),
    )
    length, buttons, arms = (
        p.choice("sleeves", ["short", "long"]),
        p.whole("buttons", 5, 8),
        p.real("arm_angle", 15, 60),
    )
    h, d = w * long, w * deep
    design = Design([cloth.name, f"{length}-sleeved"], [])
    y = np.array([0, 0.3, 0.6, 0.8, 0.9, 0.97, 1.0])
    half = np.array([0.5, 0.48, 0.5, 0.5, 0.44, 0.28, collar]) * w
    thick = np.array([0.5, 0.48, 0.52, 0.5, 0.42, 0.3, collar * 2.2]) * d
    design.add("body", stack([(0, a * h, 0, b, c) for a, b, c in zip(y, half, thick, strict=True)], power=0.75), cloth)
    a = np.radians(arms)
    reach = sleeve * w * (1 if length == "short" else 2.6)
    start = np.array([0.38 * w, 0.87 * h, 0])
    end = start + (reach + 0.1 * w) * np.array([np.cos(a), -np.sin(a), 0])
    arm = sweep(
        [start, (start + end) / 2, end], np.array([0.165, 0.15, 0.14 if length == "short" else 0.1]) * w, sides=16
    ).scaled(1, 1, 0.5 * d / (0.16 * w))
    cuff = sweep(
        [end - 0.12 * (end - start) * (1 if length == "short" else 0.5), end * 1.003],
        np.array([0.147, 0.146] if length == "short" else [0.112, 0.11]) * w,
        sides=16,
    ).scaled(1, 1, 0.5 * d / (0.16 * w))
    design.add("sleeve", arm + arm.scaled(-1, 1, 1), cloth)
    design.add(
        "cuff",
        cuff + cuff.scaled(-1, 1, 1),
        trim if form in ("jersey", "polo shirt") else cloth.tinted(np.full(3, -0.06)),
    )
    design.add(
        "neck",
        stack(
            [
                (0, 0.985 * h, 0, 0.85 * collar * w, 0.85 * 2.2 * collar * d),
                (0, 1.003 * h, 0.1 * d, 0.85 * collar * w, 0.85 * 2.2 * collar * d),
            ]
        ),
        DARK,
    )
    ring = torus(1, 0.12, segments=28, sides=8).scaled(collar * w, 0.2 * w, 2.2 * collar * d).moved(y=h)
    design.add("collar", ring, trim if form in ("jersey", "polo shirt") else cloth.tinted(np.full(3, -0.06)))
    if form == "T-shirt":
        design.add(
            "print",
            upright(
                regular_outline(5, 0.16 * w, radius2=0.08 * w)[:, ::-1]
                if buttons % 2
                else regular_outline(20, 0.14 * w),
                0.08 * d,
            ).moved(0, 0.62 * h, 0.51 * d),
            trim,
        )
        design.features.append(f"a {trim.name} print on the chest")
    elif form == "jersey":
        for x in (-0.09, 0.09) if buttons > 6 else (0,):
            design.add(
                "number",
                box(0.05 * w, 0.22 * w, 0.04 * d).moved(x * w, 0.5 * h, 0.5 * d)
                + box(0.12 * w, 0.04 * w, 0.05 * d).moved(x * w, 0.5 * h, 0.5 * d),
                trim,
            )
        flank = stack(
            [(0, a * h, 0, b * 1.006, c * 0.3) for a, b, c in zip(y[:4], half[:4], thick[:4], strict=True)], power=0.75
        )
        design.add("side stripe", flank, trim)
        design.features.append(f"a {trim.name} number")
    else:
        wing = (
            upright(np.array([(0.0, 0), (0.13, 0.03), (0.15, -0.03), (0.05, -0.11)]) * w, 0.1 * d)
            .rotated("x", -20)
            .moved(0.01 * w, h, 0.4 * d)
        )
        design.add(
            "collar", wing + wing.scaled(-1, 1, 1), trim if form == "polo shirt" else cloth.tinted(np.full(3, 0.05))
        )
        low = 0.06 if form == "button-up shirt" else 0.7
        design.add(
            "placket",
            box(0.07 * w, (0.93 - low) * h, 0.06 * d).moved(0, low * h, 0.49 * d),
            cloth.tinted(np.full(3, -0.05)),
        )
        n = buttons if form == "button-up shirt" else 3
        dot = cylinder(0.016 * w, 0.04 * d, segments=10).rotated("x", 90)
        for i in range(n):
            design.add(
                "button",
                dot.moved(0, (low + 0.04 + (0.86 - low) * i / n) * h, 0.525 * d),
                trim if trim.name != cloth.name else SOFT_BLACK,
            )
        design.add(
            "pocket",
            box(0.16 * w, 0.17 * w, 0.06 * d).moved(0.22 * w, 0.6 * h, 0.47 * d),
            cloth.tinted(np.full(3, -0.05)),
        )
        design.features.append(f"a collar and {number_word(n)} buttons")
    return design


@category("belt", family="wearables", also=("leather belt", "waist belt"))
def belt(p: Parameters) -> Design:
    r, tall, thick = p.real("radius", 0.12, 0.17), p.real("tall", 0.025, 0.045), p.real("thick", 0.003, 0.005)
    oval, holes, tail = p.real("oval", 0.6, 1.0), p.whole("holes", 3, 7), p.real("tail", 15, 45)
    strap = p.material(
        "strap", [*LEATHER, *paint(white=(0.93, 0.92, 0.9), red=(0.65, 0.1, 0.1), olive=(0.35, 0.36, 0.2))]
    )
    metal, form, studs = (
        p.material("metal", [GOLD, SILVER, BRIGHT_STEEL, SOFT_BLACK]),
        p.choice("buckle", ["frame", "plate", "round"]),
        p.whole("studs", 0, 12),
    )
    design = Design(
        [strap.name, "wide" if tall > 0.035 else "narrow"],
        [f"a {metal.name} {form} buckle", f"{number_word(holes)} holes"],
    )
    around_ = tube(r, r - thick, tall, segments=60).scaled(1, 1, oval)
    design.add("strap", around_, strap)
    z = oval * r
    angles = np.radians(np.linspace(90 - tail, 92, 14))
    flap = [
        np.array(
            [
                [k * r * np.cos(a), y, k * z * np.sin(a)]
                for y, k in ((0.0, 1.012), (0, 1.04), (tall, 1.04), (tall, 1.012))
            ]
        )
        for a in angles
    ]
    design.add("strap", loft(flap), strap)
    hole = cylinder(0.09 * tall, 0.002, segments=8).rotated("x", 90)
    for i in range(holes):
        a = np.radians(90 - tail * (0.25 + 0.65 * i / (holes - 1)))
        design.add(
            "hole",
            hole.rotated("y", 90 - np.degrees(a)).moved(1.04 * r * np.cos(a), tall / 2, 1.04 * z * np.sin(a)),
            DARK,
        )
    if form == "frame":
        frame = np.array([(-0.75, -0.62), (0.75, -0.62), (0.75, 0.62), (-0.75, 0.62)]) * tall
        design.add(
            "buckle",
            extrude(frame * (1, -1), 0.12 * tall, hole=frame * (0.75, -0.72))
            .rotated("x", 90)
            .moved(0, tall / 2, 1.045 * z),
            metal,
        )
        design.add(
            "pin",
            box(0.75 * tall, 0.1 * tall, 0.1 * tall).moved(0.35 * tall, 0.45 * tall, 1.05 * z + 0.1 * tall),
            metal,
        )
    else:
        outline = (
            regular_outline(24, 0.75 * tall)
            if form == "round"
            else np.array([(-0.9, -0.6), (0.9, -0.6), (0.9, 0.6), (-0.9, 0.6)]) * tall
        )
        design.add("buckle", upright(outline, 0.16 * tall).moved(0, tall / 2, 1.06 * z), metal)
        design.add(
            "emblem",
            upright(regular_outline(5, 0.42 * tall, radius2=0.19 * tall)[:, ::-1], 0.2 * tall).moved(
                0, tall / 2, 1.07 * z
            ),
            strap,
        )
    for edge in (0.12, 0.88):
        design.add(
            "stitching",
            torus(1.004 * r, 0.0009, segments=48, sides=4).scaled(1, 1, oval).moved(y=edge * tall),
            SOFT_WHITE if "white" not in strap.name else SOFT_BLACK,
        )
    stud = sphere(0.14 * tall, segments=8)
    for i in range(studs if studs > 3 else 0):
        a = np.radians(130 + 280 * i / (studs - 1))
        design.add("stud", stud.moved(r * np.cos(a), tall / 2, z * np.sin(a)), metal)
    if studs > 3:
        design.features.append(f"{number_word(studs)} studs")
    return design
