"""Hand tools and things of the workshop. They lie or stand as they would in a catalogue."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import METALS, PLASTICS, RUBBER, WOODS
from trivium.procedural.solids import Solid, around, box, cylinder, extrude, join, lathe, sphere, sweep


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


GRIPS = ("round", "waisted", "ribbed", "squared")


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
            METALS[1],
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
        design.add("spine", box(length, 0.015, 0.009).moved(length / 2, height), METALS[1])
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
    design.add("button", box(0.6 * r, 0.3 * r, 1.2 * r).moved(0, 0.9 * r, length * button), PLASTICS[0])
    if loop == "yes":
        design.add(
            "loop", sweep([(0, 0.3 * r, 0), (0, r, -2 * r), (0, -r, -2 * r), (0, -0.3 * r, 0)], 0.1 * r), METALS[2]
        )
        design.features.append("a loop")
    return design
