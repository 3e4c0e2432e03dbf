"""Sport, games, music and toys."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import (
    BLACK,
    BLACK_METAL,
    BLUE,
    CHROME,
    GREEN,
    GREY,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    STEEL,
    TURQUOISE,
    WHITE,
    WOODS,
    YELLOW,
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
    mirrored,
    row,
    sphere,
    sweep,
    torus,
    tube,
)


def seam(path: np.ndarray, radius: float, thick: float) -> Solid:
    """A closed line on a sphere about the origin."""
    return sweep(path / np.linalg.norm(path, axis=1, keepdims=True) * radius, thick, sides=5, closed=True)


def patches(solid: Solid, index: np.ndarray, colours: list[Material], design: Design, part: str) -> None:
    """The faces of the solid in the colours their index says."""
    for k, colour in enumerate(colours):
        if (index == k).any():
            design.add(part, Solid(solid.vertices, solid.faces[index == k]), colour)


@category("ball", family="leisure", also=("sports ball",))
def ball(p: Parameters) -> Design:
    kind, size = (
        p.choice("kind", ["soccer", "basket", "beach", "cricket", "tennis", "baseball"]),
        p.real("size", 0.92, 1.08),
    )
    line, segments, tilt = p.real("seam", 0.8, 1.3), p.whole("panels", 6, 8), p.real("tilt", -50, 50)
    turn, accent = p.real("turn", 0, 180), p.material("accent", [BLACK, RED, BLUE, GREEN])
    r = (
        size
        * {"soccer": 0.11, "basket": 0.12, "beach": 0.2, "cricket": 0.036, "tennis": 0.033, "baseball": 0.037}[kind]
    )
    colour = {
        "soccer": WHITE,
        "basket": Material("orange", (0.85, 0.42, 0.14)),
        "beach": WHITE,
        "cricket": Material("dark red", (0.55, 0.07, 0.08)),
        "tennis": Material("yellow-green", (0.80, 0.92, 0.22)),
        "baseball": Material("white", (0.95, 0.93, 0.88)),
    }[kind]
    words = {
        "soccer": f"{accent.name} pentagons",
        "basket": "the black lines of a basketball",
        "beach": "coloured wedges",
        "cricket": "a stitched white seam",
        "tennis": "a curved white line",
        "baseball": "red stitches",
    }
    made = Design([colour.name if kind in ("basket", "baseball") else kind, "round"], [words[kind]])
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    curve = np.stack(
        [0.75 * np.cos(t) + 0.25 * np.cos(3 * t), 0.75 * np.sin(t) - 0.25 * np.sin(3 * t), 0.87 * np.sin(2 * t)], 1
    )
    if kind == "beach":
        skin = sphere(r, segments=8 * segments)
        centers = skin.vertices[skin.faces].mean(1)
        wedge = np.floor((np.arctan2(centers[:, 2], centers[:, 0]) / (2 * np.pi) % 1) * segments + 1e-6).astype(int)
        wedge = np.where(abs(centers[:, 1]) > 0.96 * r, 0, wedge)
        patches(skin, wedge, [WHITE, accent, YELLOW, WHITE, ORANGE, BLUE, WHITE, RED][:segments], made, "panel")
    elif kind == "soccer":
        g = (1 + 5**0.5) / 2
        corners = np.array([q for a in (-1, 1) for b in (-g, g) for q in ((0, a, b), (a, b, 0), (b, 0, a))])
        made.add("skin", sphere(r, segments=28), colour)
        for c in corners:
            near = corners[np.argsort(np.linalg.norm(corners - c, axis=1))[1:6]]
            side = np.cross(c, near[0])
            around_c = near[np.argsort(np.arctan2((near - c) @ side, (near - c) @ np.cross(side, c)))]
            rim = [c + (q - c) / 3 for q in around_c]
            ring = [p0 + (p1 - p0) * h for p0, p1 in zip(rim, rim[1:] + rim[:1], strict=True) for h in (0, 0.5)]
            points = np.array([c, *(0.5 * (c + q) for q in ring), *ring])
            points *= 1.008 * r / np.linalg.norm(points, axis=1, keepdims=True)
            faces = [
                f
                for k in range(10)
                for f in (
                    (0, 1 + k, 1 + (k + 1) % 10),
                    (1 + k, 11 + k, 11 + (k + 1) % 10),
                    (1 + k, 11 + (k + 1) % 10, 1 + (k + 1) % 10),
                )
            ]
            normal = np.cross(points[1] - points[0], points[2] - points[0]) @ points[0]
            made.add("pentagon", Solid(points, np.array(faces)[:, :: 1 if normal > 0 else -1]), accent)
            for q in near:
                if tuple(q) > tuple(c):
                    path = np.linspace(c + (q - c) / 3, c + 2 * (q - c) / 3, 4)
                    made.add(
                        "seam",
                        sweep(path / np.linalg.norm(path, axis=1, keepdims=True) * r, 0.012 * r * line, sides=4),
                        GREY,
                    )
    else:
        made.add("skin", sphere(r, segments=32), colour)
    thick = 0.025 * r * line
    if kind == "basket":
        bow = [
            seam(
                np.stack([np.cos(t), np.sin(t), np.full(48, s * 0.75) - s * 0.55 * np.cos(t) ** 2], 1), r, thick
            ).rotated("y", 90)
            for s in (-1, 1)
        ]
        made.add(
            "line",
            torus(r, thick, segments=40, sides=5) + torus(r, thick, segments=40, sides=5).rotated("x", 90) + join(*bow),
            BLACK,
        )
    elif kind == "tennis":
        made.add("line", seam(curve, r, 1.8 * thick), WHITE)
    elif kind == "baseball":
        made.add(
            "stitch",
            seam(curve, r, 0.7 * thick)
            + join(*(sphere(0.035 * r, segments=6).moved(*(q / np.linalg.norm(q) * r * 1.005)) for q in curve)),
            RED,
        )
    elif kind == "cricket":
        made.add(
            "seam",
            join(
                *(
                    torus(r * (1 - 0.5 * h * h), 0.6 * thick, segments=36, sides=5).moved(y=h * r)
                    for h in (-0.12, -0.05, 0.05, 0.12)
                )
            ),
            WHITE,
        )
    made.parts = [(n, s.rotated("y", turn).rotated("z", tilt), m) for n, s, m in made.parts]
    return made


@category("baseball bat", family="leisure", also=("bat",))
def baseball_bat(p: Parameters) -> Design:
    length, r, grip = p.real("length", 0.65, 0.9), p.real("radius", 0.028, 0.035), p.real("grip", 0.22, 0.36)
    knob, band, end = (
        p.real("knob", 1.5, 2.1),
        p.choice("band", ["none", "one", "two"]),
        p.choice("end", ["round", "cupped"]),
    )
    body = p.material(
        "body",
        [
            Material("ash", (0.85, 0.70, 0.48)),
            Material("maple", (0.72, 0.5, 0.3)),
            Material("dark wooden", (0.3, 0.17, 0.1)),
            Material("aluminium", (0.75, 0.77, 0.79)),
            RED,
            BLACK,
        ],
    )
    tape, label = (
        p.material("tape", [BLACK, WHITE, RED, BLUE, Material("brown", (0.4, 0.25, 0.14))]),
        p.material("label", [BLACK, RED, BLUE, Material("gold", (0.8, 0.62, 0.25))]),
    )
    h = 0.42 * r
    design = Design([body.name, "tapered"], [f"a {tape.name} grip"])
    top = (
        [(r, 0.92 * length), (0.85 * r, 0.985 * length), (0.4 * r, length)]
        if end == "round"
        else [(r, 0.98 * length), (0.8 * r, length), (0.6 * r, length), (0.3 * r, 0.98 * length)]
    )
    design.add(
        "barrel",
        lathe([(h, 0.02), (h, grip * length), (0.6 * r, 0.5 * length), (0.95 * r, 0.72 * length), *top], segments=22),
        body,
    )
    design.add("knob", lathe([(0.7 * h, 0), (knob * h, 0.006), (knob * h, 0.014), (h, 0.024)], segments=20), body)
    design.add(
        "grip",
        cylinder(1.12 * h, (grip - 0.04) * length, segments=16).moved(y=0.03)
        + join(
            *(
                torus(1.1 * h, 0.08 * h, segments=14, sides=4).moved(y=0.035 + (grip - 0.05) * length * i / 9)
                for i in range(10)
            )
        ),
        tape,
    )
    for i in range(["none", "one", "two"].index(band)):
        design.add("band", tube(1.03 * r, 0.9 * r, 0.015, segments=22).moved(y=(0.8 + 0.05 * i) * length), label)
    if band != "none":
        design.features.append(f"{band} {label.name} band{'s' * (band == 'two')}")
    design.add("label", box(0.7 * r, 0.09 * length, 0.4 * r).moved(0, 0.66 * length, 0.72 * r), label)
    return design


@category("tennis racket", family="leisure", also=("racket", "racquet"))
def tennis_racket(p: Parameters) -> Design:
    width, tall, handle = (
        p.real("head_width", 0.115, 0.135),
        p.real("head_height", 0.15, 0.18),
        p.real("handle", 0.17, 0.21),
    )
    mains, throat = p.whole("strings", 10, 16), p.choice("throat", ["open", "single"])
    frame, accent = (
        p.material("frame", [BLACK, RED, BLUE, WHITE, YELLOW, WOODS[0], GREEN]),
        p.material("accent", [WHITE, RED, YELLOW, BLACK, BLUE]),
    )
    grip, string = (
        p.material("grip", [BLACK, WHITE, Material("brown leather", (0.42, 0.25, 0.15)), BLUE]),
        p.material("string", [Material("white", (0.95, 0.95, 0.9)), Material("yellow", (0.9, 0.85, 0.35)), BLACK]),
    )
    y = handle + 0.12 + tall
    oval = arc(1, 0, 345, points=24) * (width, tall, 1) + (0, y, 0)
    design = Design([frame.name, "oval-headed"], [f"a net of {string.name} strings", f"a {grip.name} grip"])
    design.add("frame", sweep(oval, 0.011, sides=8, closed=True), frame)
    design.add(
        "accent",
        sweep(arc(1, 55, 125, points=10) * (width, tall, 1) + (0, y, 0), 0.0125)
        + mirrored(sweep(arc(1, -30, 10, points=6) * (width, tall, 1) + (0, y, 0), 0.0125)),
        accent,
    )
    for u in np.linspace(-0.9, 0.9, mains):
        v = float(np.sqrt(1 - u * u))
        design.add(
            "string",
            box(0.0022, 2 * tall * v, 0.0022).moved(u * width, y - tall * v)
            + box(2 * width * v, 0.0022, 0.0022).moved(0, y + u * tall),
            string,
        )
    if throat == "open":
        design.add(
            "throat",
            mirrored(sweep([(0.012, handle, 0), (0.03, handle + 0.08, 0), (0.7 * width, y - 0.72 * tall, 0)], 0.011)),
            frame,
        )
        design.features.append("an open throat")
    else:
        design.add("throat", sweep([(0, handle, 0), (0, y - tall, 0)], 0.013), frame)
    design.add(
        "grip",
        cylinder(0.017, handle, segments=8)
        + cylinder(0.02, 0.012, segments=8)
        + join(*(torus(0.0168, 0.0012, segments=8, sides=4).moved(y=handle * (i + 1) / 9) for i in range(8))),
        grip,
    )
    return design


@category("skateboard", family="leisure", also=("board",))
def skateboard(p: Parameters) -> Design:
    length, width, kick = p.real("length", 0.7, 0.95), p.real("width", 0.18, 0.24), p.real("kick", 0.03, 0.07)
    r, nose = p.real("wheel", 0.025, 0.036), p.choice("nose", ["round", "pointed"])
    deck, wheels = (
        p.material("deck", [*WOODS[:3], RED, BLUE, GREEN, YELLOW]),
        p.material("wheels", [WHITE, RED, YELLOW, GREEN, ORANGE]),
    )
    top, art = (
        p.material("top", [BLACK, GREY, TURQUOISE, RED]),
        p.material("art", [RED, YELLOW, WHITE, BLUE, PURPLE]),
    )
    y, w, ends = 2 * r + 0.035, width / 2, 0.35 if nose == "pointed" else 0.6
    design = Design([deck.name, f"{nose}-nosed"], [f"four {wheels.name} wheels", f"a {top.name} top"])

    def board(low: float, high: float, scale: float) -> Solid:
        places = [
            (-0.5, ends),
            (-0.47, 0.85),
            (-0.4, 1),
            (-0.3, 1),
            (0, 1),
            (0.3, 1),
            (0.4, 1),
            (0.47, 0.85),
            (0.5, ends),
        ]
        lift = [max(abs(z) - 0.3, 0) / 0.2 * kick + y for z, _ in places]
        return loft(
            [
                np.array(
                    [
                        (-w * b * scale, u + high, z * length * scale),
                        (w * b * scale, u + high, z * length * scale),
                        (w * b * scale, u + low, z * length * scale),
                        (-w * b * scale, u + low, z * length * scale),
                    ]
                )
                for (z, b), u in zip(places, lift, strict=True)
            ]
        )

    design.add("deck", board(0, 0.012, 1), deck)
    design.add("grip tape", board(0.011, 0.0135, 0.985), top)
    design.add(
        "art",
        box(width * 0.6, 0.002, 0.22 * length).moved(y=y - 0.0015)
        + box(width * 0.3, 0.002, 0.34 * length).moved(y=y - 0.001),
        art,
    )
    for z in (-0.28 * length, 0.28 * length):
        design.add(
            "truck",
            box(0.06, 0.03, 0.08).moved(0, y - 0.03, z)
            + cylinder(0.009, width * 0.95, segments=8).rotated("z", 90).moved(width * 0.475, r, z),
            STEEL,
        )
        design.add("wheel", mirrored(cylinder(r, 0.035, segments=18).rotated("z", -90).moved(w - 0.03, r, z)), wheels)
        design.add(
            "hub", mirrored(cylinder(0.35 * r, 0.037, segments=12).rotated("z", -90).moved(w - 0.03, r, z)), BLACK_METAL
        )
    return design


@category("surfboard", family="leisure", also=("surf board",))
def surfboard(p: Parameters) -> Design:
    length, width, nose = p.real("length", 1.7, 2.8), p.real("width", 0.24, 0.29), p.real("nose", 0.05, 0.55)
    fins, tail, pose = (
        p.whole("fins", 1, 3),
        p.choice("tail", ["round", "swallow", "square"]),
        p.choice("pose", ["flat", "upright"]),
    )
    colours = [WHITE, YELLOW, TURQUOISE, RED, BLUE, Material("cream", (0.93, 0.88, 0.74)), WOODS[2]]
    body, stripe, style = (
        p.material("body", colours),
        p.material("stripe", [RED, BLUE, BLACK, ORANGE, GREEN, WHITE]),
        p.choice("stripes", ["middle", "sides", "cross"]),
    )
    end = {"round": 0.12, "swallow": 0.4, "square": 0.55}[tail]
    spots = [
        (-0.5, end * (0.5 if tail == "round" else 1)),
        (-0.44, 0.55 if tail == "round" else 0.68),
        (-0.25, 0.9),
        (0, 1),
        (0.2, 0.93),
        (0.36, 0.55 + 0.5 * nose * 0.8),
        (0.46, 0.25 + 0.9 * nose * 0.6),
        (0.5, 0.02 + 0.5 * nose),
    ]
    design = Design(
        [body.name, "long" if length > 2.3 else "short"],
        [f"{number_word(fins)} fin{'s' * (fins > 1)}", f"{stripe.name} stripes"],
    )

    def skin(a: float, b: float, grow: float) -> Solid:
        rings = []
        for z, part in spots:
            w, lift, thick = width * part, 0.5 * max(z, 0) ** 2 * length * 0.35, 0.03 * (1.05 - abs(z)) * grow
            xs = np.linspace(a, b, 9)
            top = [(x * w, lift + (1 - 0.4 * abs(x)) * thick, z * length) for x in xs]
            rings.append(np.array(top + [(x, 2 * lift - y, z) for x, y, z in reversed(top)]))
        return loft(rings)

    design.add("board", skin(-1, 1, 1), body)
    if style == "cross":
        design.add(
            "stripe",
            join(
                *(
                    box(1.9 * width * b, 0.064, 0.05).moved(0, -0.032 + 0.175 * length * max(z, 0) ** 2, z * length)
                    for z, b in ((-0.08, 1.0), (0.0, 1.02), (0.1, 0.98))
                )
            ),
            stripe,
        )
    else:
        for a, b in [(-0.08, 0.08)] if style == "middle" else [(-0.62, -0.42), (0.42, 0.62)]:
            design.add("stripe", skin(a, b, 1.12), stripe)
    fin = extrude([(-0.07, 0), (0.07, 0), (-0.02, -0.15), (-0.06, -0.17)], 0.012).rotated("y", 90).rotated("z", 90)
    design.add("fin", row(fin, fins, step=(0.13, 0, 0)).moved(0, -0.01, -0.4 * length), BLACK)
    if tail == "swallow":
        design.add("pad", box(0.6 * width, 0.06, 0.06 * length).moved(0, -0.024, -0.44 * length), BLACK)
        design.features.append("a tail pad")
    if pose == "upright":
        design.parts = [(n, s.rotated("x", -85), m) for n, s, m in design.parts]
    return design


@category("bowling pin", family="leisure", also=("skittle",))
def bowling_pin(p: Parameters) -> Design:
    h, belly, neck = p.real("height", 0.34, 0.4), p.real("belly", 0.055, 0.064), p.real("neck", 0.021, 0.027)
    head, stripes, base = p.real("head", 0.031, 0.036), p.whole("stripes", 1, 3), p.real("base", 0.026, 0.034)
    body, stripe = (
        p.material("body", [WHITE, Material("ivory", (0.93, 0.9, 0.8)), Material("maple", (0.85, 0.68, 0.46))]),
        p.material("stripe", [RED, Material("dark red", (0.6, 0.08, 0.1)), BLUE, BLACK]),
    )
    curve = np.array(
        [
            (base, 0),
            (base * 1.15, 0.02),
            (0.88 * belly, 0.16),
            (belly, 0.3),
            (0.92 * belly, 0.42),
            (0.6 * belly, 0.56),
            (neck, 0.68),
            (neck, 0.74),
            (0.9 * head, 0.84),
            (head, 0.9),
            (0.8 * head, 0.965),
            (0.35 * head, 0.998),
        ]
    )
    ys = np.linspace(0, 0.998, 36)
    rs = np.interp(ys, curve[:, 1], curve[:, 0])
    design = Design(
        [body.name],
        [f"{number_word(stripes)} {stripe.name} stripe{'s' * (stripes > 1)} round the neck", "a round head"],
    )
    design.add("pin", lathe([(r, y * h) for r, y in zip(rs, ys, strict=True)], segments=24), body)
    for i in range(stripes):
        y = np.array([0, 0.03]) + 0.655 + 0.055 * i
        r = np.interp(y, curve[:, 1], curve[:, 0]) + 0.0008
        design.add("stripe", lathe([(float(a), float(b * h)) for a, b in zip(r, y, strict=True)], segments=24), stripe)
    design.add("foot", cylinder(base * 1.03, 0.008, segments=24).moved(y=-0.001), BLACK)
    return design


def weights(design: Design, place: float, radii: list[float], thick: float, sides: int, paint: Material) -> float:
    """Discs on both ends of a bar along X, from ``place`` outwards; returns where they end."""
    for r in radii:
        disc = lathe(
            [
                (0.85 * r, 0),
                (r, 0.15 * thick),
                (r, 0.85 * thick),
                (0.85 * r, thick),
                (0.6 * r, 0.8 * thick),
                (0.3 * r, thick),
            ],
            segments=sides,
        )
        design.add("weight", mirrored(disc.rotated("z", -90).rotated("x", 90 / sides * 2).moved(place)), paint)
        place += thick * 1.04
    return place


@category("dumbbell", family="leisure", also=("hand weight", "weight"))
def dumbbell(p: Parameters) -> Design:
    kind, r, grip = (
        p.choice("kind", ["hexagonal", "round", "adjustable", "ball"]),
        p.real("radius", 0.045, 0.085),
        p.real("grip", 0.055, 0.07),
    )
    thick, plates = p.real("thickness", 0.05, 0.08), p.whole("plates", 2, 3)
    paint, metal = (
        p.material("weights", [BLACK, BLACK_METAL, STEEL, RED, BLUE, PINK, GREEN]),
        p.material("bar", (CHROME, STEEL, BLACK_METAL)),
    )
    design = Design([paint.name, kind], [f"a {metal.name} grip", "two equal heads"])
    design.add(
        "bar", lathe([(0.013, 0), (0.016, grip), (0.013, 2 * grip)], segments=16).rotated("z", -90).moved(-grip), metal
    )
    design.add(
        "knurling",
        join(
            *(
                torus(0.0152, 0.0012, segments=14, sides=4).rotated("z", 90).moved(x)
                for x in np.linspace(-0.6 * grip, 0.6 * grip, 9)
            )
        ),
        BLACK_METAL,
    )
    if kind == "ball":
        design.add("weight", mirrored(sphere(r, segments=22).moved(grip + 0.8 * r)), paint)
    elif kind == "adjustable":
        end = weights(design, grip, [r * (1.15 - 0.18 * i) for i in range(plates)], 0.4 * thick, 24, paint)
        design.add(
            "bar", mirrored(cylinder(0.012, end - grip + 0.05, segments=12).rotated("z", -90).moved(grip)), metal
        )
        design.add("collar", mirrored(cylinder(0.028, 0.015, segments=6).rotated("z", -90).moved(end)), metal)
        design.features.append(f"{number_word(plates)} plates a side")
    else:
        end = weights(design, grip, [r], thick, 6 if kind == "hexagonal" else 24, paint)
        design.add(
            "label", mirrored(cylinder(0.4 * r, 0.002, segments=18).rotated("z", -90).moved(end - 0.04 * thick)), WHITE
        )
    return design


@category("barbell", family="leisure", also=("weight bar",))
def barbell(p: Parameters) -> Design:
    length, r, plates = p.real("length", 1.5, 2.2), p.real("plate_radius", 0.16, 0.23), p.whole("plates", 1, 4)
    thick, shrink, curl = (
        p.real("thickness", 0.03, 0.055),
        p.real("shrink", 0.7, 1.0),
        p.choice("bar_shape", ["straight", "wavy"]),
    )
    paint, second = (
        p.material("plates_paint", [BLACK, RED, BLUE, YELLOW, GREEN, BLACK_METAL]),
        p.material("second", [BLACK, STEEL, RED, YELLOW, BLUE]),
    )
    metal = p.material("bar", (CHROME, STEEL, BLACK_METAL))
    half, place = length / 2, 0.3 * length
    design = Design(
        [curl, f"{paint.name}-plated"],
        [f"{number_word(plates)} plate{'s' * (plates > 1)} a side", f"a long {metal.name} bar"],
    )
    xs = np.linspace(-place, place, 25)
    wave = 0.03 * np.sin(xs / place * 2.5 * np.pi) * (curl == "wavy")
    design.add("bar", sweep(np.stack([xs, wave * (1 - (xs / place) ** 2), 0 * xs], 1), 0.015), metal)
    design.add(
        "sleeve",
        mirrored(
            cylinder(0.025, half - place, segments=16).rotated("z", -90).moved(place)
            + cylinder(0.04, 0.03, segments=18).rotated("z", -90).moved(place - 0.03)
        ),
        metal,
    )
    for i in range(plates):
        place = weights(design, place, [r * shrink**i], thick, 28, paint if i % 2 == 0 else second)
    design.add("collar", mirrored(tube(0.045, 0.02, 0.035, segments=14).rotated("z", -90).moved(place)), STEEL)
    return design


@category("dartboard", family="leisure", also=("dart board",))
def dartboard(p: Parameters) -> Design:
    r, darts, thick = p.real("radius", 0.2, 0.24), p.whole("darts", 0, 3), p.real("thickness", 0.03, 0.045)
    ring, bull, wide = (
        p.material("ring", [Material("black", (0.08, 0.08, 0.08)), RED, GREY]),
        p.real("bull", 0.035, 0.05),
        p.real("ring_width", 0.05, 0.075),
    )
    pale, flight = (
        p.material("pale", [Material("cream", (0.93, 0.87, 0.70)), WHITE, YELLOW]),
        p.material("flight", [RED, BLUE, YELLOW, WHITE]),
    )
    design = Design(["round", f"{pale.name} and black"], ["twenty wedges", "a red bullseye"])
    design.add("board", cylinder(r, thick, segments=40), ring)
    edge = [(bull * 2, 0.44), (0.44, 0.44 + wide), (0.44 + wide, 0.78 - wide), (0.78 - wide, 0.78)]
    for i in range(20):
        a, b = np.radians(18 * i - 9), np.radians(18 * i + 9)
        for k, (low, high) in enumerate(edge):
            corners = [
                (low * r * np.cos(a), low * r * np.sin(a)),
                (high * r * np.cos(a), high * r * np.sin(a)),
                (high * r * np.cos(b), high * r * np.sin(b)),
                (low * r * np.cos(b), low * r * np.sin(b)),
            ]
            colour = (pale, BLACK)[i % 2] if k % 2 == 0 else (GREEN, RED)[i % 2]
            design.add("wedge", extrude(corners, 0.002).moved(y=thick), colour)
        mark = box(0.02 * r, 0.002, 0.1 * r) + (
            box(0.06 * r, 0.002, 0.02 * r) if i % 3 else box(0.02 * r, 0.002, 0.1 * r).moved(0.05 * r)
        )
        design.add("number", mark.rotated("y", 90).moved(0.89 * r, thick).rotated("y", 18 * i), WHITE)
    design.add("bull", cylinder(2 * bull * r, 0.003, segments=20).moved(y=thick), GREEN)
    design.add("bull", cylinder(bull * r, 0.005, segments=16).moved(y=thick), RED)
    design.add("rim", torus(r, 0.008, segments=40, sides=6).moved(y=thick), BLACK_METAL)
    for i in range(darts):
        dart = lathe(
            [(0.001, -0.005), (0.002, 0.03), (0.004, 0.035), (0.004, 0.085), (0.002, 0.09), (0.002, 0.14)], segments=8
        )
        where = ((0.02, 0.03), (-0.08, -0.05), (0.05, -0.09))[i]
        design.add("dart", dart.rotated("x", 8 * i).moved(where[0], thick, where[1]), STEEL)
        design.add(
            "flight",
            around(box(0.018, 0.04, 0.001).moved(0.009, 0.105), 4).rotated("x", 8 * i).moved(where[0], thick, where[1]),
            flight,
        )
    if darts:
        design.features.append(f"{number_word(darts)} dart{'s' * (darts > 1)}")
    design.parts = [(n, s.rotated("x", 90), m) for n, s, m in design.parts]
    return design


@category("arcade machine", family="leisure", also=("arcade cabinet", "video game machine", "slot machine"))
def arcade_machine(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.55, 0.75), p.real("height", 1.5, 1.9), p.real("depth", 0.6, 0.85)
    side = p.material("side", [RED, BLUE, BLACK, PURPLE, YELLOW, WOODS[1]])
    sign, glow = (
        p.material("sign", [YELLOW, PINK, TURQUOISE, ORANGE]),
        p.material("picture", [BLUE, GREEN, PURPLE, BLACK]),
    )
    sticks, buttons, tilt = p.whole("sticks", 1, 2), p.whole("buttons", 2, 5), p.real("tilt", 0.1, 0.25)
    design = Design(
        [side.name], [f"a {sign.name} sign", f"{number_word(sticks)} {'joystick' if sticks == 1 else 'joysticks'}"]
    )
    outline = [
        (d / 2, 0),
        (d / 2, h * 0.45),
        (d * 0.62, h * 0.5),
        (d * 0.6, h * 0.54),
        (d * (0.5 - tilt), h * 0.6),
        (d * (0.2 - tilt), h * 0.85),
        (d * 0.4, h * 0.88),
        (d * 0.4, h),
        (-d / 2, h),
        (-d / 2, 0),
    ]
    panel = extrude([(x, -y) for x, y in outline], w * 0.06).rotated("x", 90).rotated("y", -90)
    panel = panel.moved(*(-panel.vertices.min(0) - (panel.size[0] / 2, 0, d / 2)))
    for x in (-w / 2, w / 2):
        design.add("side", panel.moved(x=x), side)
    design.add("body", box(w, h * 0.45, d * 0.9).moved(z=-d * 0.02), BLACK)
    design.add("body", box(w, h * 0.5, d * 0.45).moved(y=h * 0.45, z=-d * 0.25), BLACK)
    design.add("panel", box(w, h * 0.03, d * 0.3).rotated("x", 12).moved(y=h * 0.5, z=d * 0.45), sign)
    screen = box(w * 0.85, h * 0.24, 0.02).rotated("x", -22)
    design.add("screen", screen.moved(y=h * 0.58, z=d * (0.3 - tilt)), glow)
    design.add("sign", box(w * 0.98, h * 0.11, 0.03).moved(y=h * 0.87, z=d * 0.37), sign)
    design.add("sign", box(w * 0.5, h * 0.04, 0.02).moved(y=h * 0.905, z=d * 0.39), glow)
    stick = join(cylinder(0.008, 0.06), sphere(0.02, segments=10).moved(y=0.07))
    design.add("joystick", row(stick, sticks, step=(w * 0.45, 0, 0)).moved(x=-w * 0.1, y=h * 0.53, z=d * 0.45), RED)
    design.add(
        "buttons",
        row(cylinder(0.014, 0.02), buttons, step=(0.04, 0, 0)).moved(x=w * 0.25, y=h * 0.525, z=d * 0.5),
        WHITE,
    )
    design.add("coin door", box(w * 0.35, h * 0.18, 0.02).moved(y=h * 0.12, z=d * 0.43), STEEL)
    return design
