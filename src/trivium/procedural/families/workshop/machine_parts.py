"""Parts of machines, in millimetres."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import BLACK_METAL, BRASS, METALS, PLASTICS, RUBBER
from trivium.procedural.solids import (
    Solid,
    around,
    box,
    cylinder,
    extrude,
    join,
    lathe,
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
    tube,
)

MM = 0.001


def thread(radius: float, length: float, pitch: float) -> Solid:
    """A threaded rod standing on the ground, its ridges as rings."""
    steps = max(2, int(length / pitch))
    profile = [(radius * (1.0 if i % 2 else 0.84), length * i / (2 * steps)) for i in range(2 * steps + 1)]
    return lathe([(0.0001, 0), *profile, (0.0001, length)], segments=14)


def ring(outline: np.ndarray, bore: float, height: float) -> Solid:
    """A prism of any outline with a round hole through it."""
    angles = np.arctan2(outline[:, 1], outline[:, 0])
    return extrude(outline, height, hole=np.stack([np.cos(angles), np.sin(angles)], 1) * bore)


@category("bolt", family="machine parts", also=("screw", "machine screw"))
def bolt(p: Parameters) -> Design:
    r, length = p.real("radius", 2, 8) * MM, p.real("length", 2.5, 12)
    head, share = (
        p.choice("head", ["hexagonal", "socket", "countersunk", "domed", "square"]),
        p.real("threaded", 0.3, 1.0),
    )
    flange, metal = p.choice("flange", ["yes", "no"]), p.material("metal", METALS)
    size = p.real("head_size", 1.6, 2.1)
    length *= 2 * r
    design = Design(
        [metal.name, f"{head}-head"], ["a fully threaded shank" if share > 0.9 else "a partly threaded shank"]
    )
    design.add("shank", cylinder(r, length * (1 - share) + 1e-4, segments=16).moved(y=length * share), metal)
    design.add("thread", thread(r, length * share, 0.35 * r), metal)
    top = {
        "hexagonal": cylinder(size * r, 1.3 * r, segments=6),
        "square": cylinder(size * r, 1.2 * r, segments=4),
        "socket": tube(size * r, 0.9 * r, 1.8 * r) + cylinder(size * r, 0.7 * r),
        "countersunk": cylinder(r, 1.1 * r, top_radius=size * r),
        "domed": sphere(size * r, start=0).scaled(1, 0.6, 1),
    }[head]
    design.add("head", top.moved(y=length), metal)
    if flange == "yes":
        design.add("flange", cylinder(2.4 * r, 0.3 * r).moved(y=length), metal)
        design.features.append("a flange under the head")
    return design


def hexagon(radius: float) -> np.ndarray:
    """A hexagon with points on its edges too, so that a round hole fits."""
    corners = regular_outline(6, radius)
    return np.concatenate(
        [np.linspace(a, b, 4, endpoint=False) for a, b in zip(corners, np.roll(corners, -1, 0), strict=True)]
    )


@category("nut", family="machine parts")
def nut(p: Parameters) -> Design:
    r, h, wall = p.real("radius", 3, 15) * MM, p.real("height", 0.5, 1.3), p.real("wall", 1.5, 2.0)
    form, extra = (
        p.choice("form", ["hexagonal", "square", "round"]),
        p.choice("extra", ["plain", "flanged", "domed", "castle"]),
    )
    metal = p.material("metal", METALS)
    h *= r * 1.6
    outline = {
        "hexagonal": hexagon(r * wall),
        "square": regular_outline(4, r * wall * 1.2),
        "round": regular_outline(28, r * wall),
    }[form]
    if form == "square":
        outline = np.concatenate(
            [np.linspace(a, b, 6, endpoint=False) for a, b in zip(outline, np.roll(outline, -1, 0), strict=True)]
        )
    design = Design([form, metal.name], ["a wide bore" if wall < 1.7 else "thick walls"])
    design.add("body", ring(outline, r, h), metal)
    if extra == "flanged":
        design.add("flange", tube(r * wall * 1.35, r, h * 0.2), metal)
        design.features.append("a flange")
    elif extra == "domed":
        design.add("dome", sphere(r * wall * 0.85, start=0).moved(y=h), metal)
        design.features.append("a dome")
    elif extra == "castle":
        design.add("castle", around(box(0.35 * r, h * 0.4, 0.35 * r).moved(r * 1.25, h), 6), metal)
        design.features.append("six castle teeth")
    return design


@category("washer", family="machine parts", also=("ring washer",))
def washer(p: Parameters) -> Design:
    r, width, h = p.real("radius", 4, 25) * MM, p.real("width", 1.4, 2.8), p.real("thickness", 0.08, 0.3)
    kind, metal = (
        p.choice("kind", ["plain", "toothed", "split", "cupped"]),
        p.material("metal", [*METALS, RUBBER, *PLASTICS[:3]]),
    )
    teeth = p.whole("teeth", 6, 14)
    outer, h = r * width, h * r
    design = Design([kind, metal.name], ["a wide ring" if width > 2 else "a narrow ring"])
    if kind == "toothed":
        spikes = around(box(0.3 * r, h, 0.25 * r).moved(outer, 0), teeth)
        design.add("tooth", spikes, metal)
        design.features.append(f"{number_word(teeth)} teeth")
    if kind == "split":
        turns = np.radians(np.linspace(10, 350, 30))
        mid = (r + outer) / 2
        design.add(
            "body",
            sweep(
                np.stack([mid * np.cos(turns), np.linspace(0, 1.5 * h, 30), mid * np.sin(turns)], 1),
                (outer - r) / 2,
                sides=4,
            ),
            metal,
        )
    elif kind == "cupped":
        design.add("body", lathe([(r, 2 * h), (outer, 0), (outer, h), (r, 3 * h), (r, 2 * h)], segments=28), metal)
    else:
        design.add("body", tube(outer, r, h, segments=32), metal)
    return design


@category("gear", family="machine parts", also=("cogwheel", "gear wheel", "sprocket"))
def gear(p: Parameters) -> Design:
    teeth, module = p.whole("teeth", 8, 40), p.real("module", 1, 3) * MM
    width, bore, hub = p.real("width", 0.15, 0.7), p.real("bore", 0.15, 0.35), p.real("hub", 0.0, 0.5)
    kind, web = p.choice("kind", ["straight", "helical"]), p.choice("web", ["solid", "spoked"])
    metal = p.material("metal", [*METALS, *PLASTICS[:6]])
    r = teeth * module / 2
    height = width * r
    n = 4 * teeth
    angles = np.linspace(0, 2 * np.pi, n, endpoint=False)
    radii = np.tile([r - 1.2 * module, r - 1.0 * module, r + module, r + module], teeth)
    outline = np.stack([radii * np.cos(angles), radii * np.sin(angles)], 1)
    inner = r * (0.75 if web == "spoked" else bore)
    body = ring(outline, inner, height)
    if kind == "helical":
        turn = body.vertices[:, 1] / height * 0.35
        x, z = body.vertices[:, 0].copy(), body.vertices[:, 2].copy()
        body = Solid(
            np.stack(
                [x * np.cos(turn) - z * np.sin(turn), body.vertices[:, 1], x * np.sin(turn) + z * np.cos(turn)], 1
            ),
            body.faces,
        )
    design = Design(
        [kind, metal.name], [f"{number_word(teeth)} teeth", f"a {'spoked' if web == 'spoked' else 'solid'} web"]
    )
    design.add("rim", body, metal)
    if web == "spoked":
        design.add("spoke", around(box(0.55 * r, height * 0.6, 0.15 * r).moved(0.5 * r, 0.2 * height), 5), metal)
    if web == "spoked" or hub > 0.15:
        design.add("hub", tube(r * (bore + 0.12), r * bore, height * (1 + 2 * hub)), metal)
        design.features.append("a hub")
    return design


@category("bearing", family="machine parts", also=("ball bearing",))
def bearing(p: Parameters) -> Design:
    bore, outer = p.real("bore", 4, 20) * MM, p.real("outer", 1.9, 2.8)
    width, balls = p.real("width", 0.4, 0.9), p.whole("balls", 6, 14)
    kind, metal = p.choice("kind", ["ball", "roller", "sealed"]), p.material("metal", METALS[:5])
    cover = p.material("cover", [RUBBER, *METALS, *PLASTICS[:3]])
    big = bore * outer
    h, gap = (big - bore) * width, (big - bore)
    design = Design([metal.name, kind], [])
    design.add("inner ring", tube(bore + 0.25 * gap, bore, h), metal)
    design.add("outer ring", tube(big, big - 0.25 * gap, h), metal)
    mid = (bore + big) / 2
    if kind == "sealed":
        design.add("seal", tube(big - 0.25 * gap, bore + 0.25 * gap, h * 0.9).moved(y=0.05 * h), cover)
        design.features.append(f"a {cover.name} cover")
    else:
        rolling = (
            sphere(0.25 * gap, segments=10).moved(y=h / 2)
            if kind == "ball"
            else cylinder(0.22 * gap, 0.8 * h, segments=10).moved(y=0.1 * h)
        )
        design.add("ball" if kind == "ball" else "roller", around(rolling.moved(mid), balls), cover)
        design.features.append(f"{number_word(balls)} {'balls' if kind == 'ball' else 'rollers'}")
    return design


@category("flange", family="machine parts", also=("pipe flange",))
def flange(p: Parameters) -> Design:
    r, bore, h = p.real("radius", 40, 120) * MM, p.real("bore", 0.3, 0.6), p.real("thickness", 0.12, 0.25)
    holes, kind = p.whole("bolts", 4, 12), p.choice("kind", ["blind", "slip-on", "weld neck"])
    neck, metal, studs = p.real("neck", 0.3, 0.8), p.material("metal", METALS), p.material("stud_material", METALS)
    h *= r
    design = Design([kind, metal.name], [f"{number_word(holes)} bolts"])
    design.add("plate", cylinder(r, h, segments=36) if kind == "blind" else tube(r, r * bore, h, segments=36), metal)
    if kind == "blind":
        design.add("face", cylinder(r * 0.55, h * 0.15, segments=32).moved(y=h), metal)
    else:
        tall = neck * r * (1.0 if kind == "weld neck" else 0.35)
        low = r * bore + (0.25 if kind == "weld neck" else 0.12) * r
        design.add(
            "neck",
            lathe([(low, h), (r * bore + 0.1 * r, h + tall), (r * bore, h + tall), (r * bore, h)], segments=32),
            metal,
        )
        design.features.append("a long neck" if tall > 0.4 * r else "a short neck")
    design.add("bolt", around(cylinder(0.07 * r, 0.12 * r + h, segments=6).moved(0.82 * r, -0.06 * r), holes), studs)
    return design


@category("pipe elbow", family="machine parts", also=("elbow", "pipe fitting"))
def pipe_elbow(p: Parameters) -> Design:
    r, bend, turn = p.real("radius", 10, 40) * MM, p.real("bend", 1.5, 4.0), p.whole("angle", 3, 6) * 15
    straight, ends = p.real("straight", 0.2, 3.0), p.choice("ends", ["plain", "flanged", "threaded", "collared"])
    metal, collar = p.material("metal", [*METALS, *PLASTICS]), p.material("collar", [*METALS, *PLASTICS[:3]])
    design = Design([metal.name], [f"a {turn} degree bend", f"{ends} ends"])
    angles = np.radians(np.linspace(0, turn, 10))
    big, s = bend * r, straight * r
    path = np.stack([big - big * np.cos(angles), big * np.sin(angles), 0 * angles], 1)
    out = np.array([np.sin(angles[-1]), np.cos(angles[-1]), 0])
    design.add("pipe", sweep(np.concatenate([[[0, -s, 0]], path, [path[-1] + s * out]]), r, sides=18), metal)
    piece = {
        "plain": cylinder(r * 1.02, 0.1 * r),
        "flanged": cylinder(1.8 * r, 0.35 * r),
        "threaded": thread(1.12 * r, 0.9 * r, 0.15 * r),
        "collared": cylinder(1.25 * r, 0.8 * r),
    }[ends]
    design.add(
        "end",
        piece.moved(y=-1.03 * s - 0.02 * r)
        + piece.scaled(1, -1, 1).rotated("z", -turn).moved(*(path[-1] + (1.03 * s + 0.02 * r) * out)),
        collar,
    )
    return design


@category("spring", family="machine parts")
def spring(p: Parameters) -> Design:
    r, wire, turns = p.real("radius", 4, 20) * MM, p.real("wire", 0.08, 0.22), p.whole("turns", 4, 12)
    pitch, form = p.real("pitch", 0.3, 0.9), p.choice("form", ["straight", "conical", "barrel"])
    ends, metal = p.choice("ends", ["open", "hooked"]), p.material("metal", METALS)
    t = np.linspace(0, 1, 14 * turns)
    width = {"straight": 1 + 0 * t, "conical": 1 - 0.6 * t, "barrel": 0.6 + 0.4 * np.sin(np.pi * t)}[form] * r
    height = turns * pitch * r
    angle = 2 * np.pi * turns * t
    design = Design([form, metal.name], [f"{number_word(turns)} turns", "thick wire" if wire > 0.15 else "thin wire"])
    design.add(
        "coil", sweep(np.stack([width * np.cos(angle), height * t, width * np.sin(angle)], 1), wire * r, sides=7), metal
    )
    if ends == "hooked":
        hook = torus(0.5 * r, wire * r, segments=14, sides=6).rotated("x", 90)
        design.add("hook", hook.moved(y=height + 0.5 * r) + hook.moved(y=-0.5 * r), metal)
        design.features.append("hooked ends")
    return design


@category("bracket", family="machine parts", also=("angle bracket",))
def bracket(p: Parameters) -> Design:
    a, b, width = p.real("foot", 25, 100) * MM, p.real("upright", 25, 100) * MM, p.real("width", 15, 50) * MM
    thick, form = p.real("thickness", 2, 6) * MM, p.choice("form", ["L", "T", "U", "Z"])
    screws, rib = p.whole("screws", 1, 4), p.choice("rib", ["yes", "no"])
    metal, screw = p.material("metal", [*METALS, *PLASTICS[:7]]), p.material("screw", METALS)
    design = Design([f"{form}-shaped", metal.name], [f"{number_word(screws)} screw{'s' * (screws > 1)} a side"])
    foot = box(width, thick, a)
    upright = box(width, b, thick)
    placed = {
        "L": upright.moved(z=-a / 2),
        "T": upright,
        "U": upright.moved(z=-a / 2) + upright.moved(z=a / 2),
        "Z": upright.moved(z=-a / 2) + box(width, thick, a).moved(0, b, -a),
    }[form]
    design.add("plate", foot + placed, metal)
    head = cylinder(min(0.12 * width, 4 * MM), 1.5 * MM, segments=10)
    design.add(
        "screw",
        row(head.moved(0, thick, 0.22 * a), screws, step=(0.8 * width / screws, 0, 0))
        + row(
            head.rotated("x", 90).moved(0, 0.7 * b, -a / 2 * (form != "T") + thick),
            screws,
            step=(0.8 * width / screws, 0, 0),
        ),
        screw,
    )
    if rib == "yes":
        wedge = (
            extrude([(0, 0), (0.7 * b, 0), (0, 0.5 * a)], thick)
            .rotated("z", 90)
            .moved(0, thick, -a / 2 * (form != "T"))
        )
        design.add("rib", wedge.moved(x=thick / 2), metal)
        design.features.append("a stiffening rib")
    return design


@category("pulley", family="machine parts")
def pulley(p: Parameters) -> Design:
    r, width, groove = p.real("radius", 15, 80) * MM, p.real("width", 0.2, 0.6), p.real("groove", 0.08, 0.25)
    grooves, spokes, bore = p.whole("grooves", 1, 3), p.whole("spokes", 0, 6), p.real("bore", 0.1, 0.25)
    metal = p.material("metal", [*METALS, *PLASTICS])
    h = width * r
    profile: list[tuple[float, float]] = [(r * 0.7, 0)]
    for i in range(grooves):
        low, high = h * i / grooves, h * (i + 1) / grooves
        profile += [
            (r, low),
            (r, low + 0.1 * h / grooves),
            (r * (1 - groove), (low + high) / 2),
            (r, high - 0.1 * h / grooves),
            (r, high),
        ]
    design = Design([metal.name], [f"{number_word(grooves)} groove{'s' * (grooves > 1)}"])
    inner = 0.7 if spokes > 1 else bore
    design.add("rim", lathe([*profile, (r * inner, h), (r * inner, 0), (r * 0.7, 0)], segments=36), metal)
    if spokes > 1:
        design.add("spoke", around(box(0.6 * r, 0.5 * h, 0.12 * r).moved(0.42 * r, 0.25 * h), spokes), metal)
        design.features.append(f"{number_word(spokes)} spokes")
    design.add("hub", tube((bore + 0.12) * r, bore * r, 1.15 * h), metal)
    return design


@category("shaft", family="machine parts", also=("axle",))
def shaft(p: Parameters) -> Design:
    r, length, steps = p.real("radius", 5, 15) * MM, p.real("length", 6, 16), p.whole("steps", 2, 6)
    seed, key, ends = (
        p.real("swell", 0.2, 0.9),
        p.choice("key", ["yes", "no"]),
        p.choice("ends", ["plain", "threaded", "squared"]),
    )
    metal = p.material("metal", METALS)
    length *= r
    profile: list[tuple[float, float]] = []
    for i in range(steps):
        radius = r * (0.6 + seed * np.sin(np.pi * (i + 0.7) / steps) ** 2 + 0.1 * (i % 2))
        profile += [(radius, length * i / steps), (radius, length * (i + 1) / steps)]
    design = Design([metal.name, "stepped"], [f"{number_word(steps)} steps", f"{ends} ends"])
    design.add("body", lathe(profile, segments=24).rotated("z", 90), metal)
    if ends != "plain":
        end = thread(0.5 * r, 1.5 * r, 0.15 * r) if ends == "threaded" else box(0.8 * r, 1.5 * r, 0.8 * r)
        design.add("end", end.rotated("z", -90) + end.rotated("z", 90).moved(x=-length), metal)
    if key == "yes":
        design.add("key", box(length * 0.2, 0.25 * r, 0.3 * r).moved(-length * 0.5, r * (0.55 + seed)), BRASS)
        design.features.append("a key")
    return design


@category("hand wheel", family="machine parts", also=("handwheel", "valve wheel"))
def hand_wheel(p: Parameters) -> Design:
    r, rim = p.real("radius", 40, 160) * MM, p.real("rim", 0.06, 0.14)
    spokes, crank, dish = p.whole("spokes", 2, 6), p.choice("crank", ["yes", "no"]), p.real("dish", -0.2, 0.4)
    paint, metal = p.material("paint", [*PLASTICS, *METALS]), p.material("hub_material", METALS)
    stem = p.real("stem", 0.1, 1.5)
    y = stem * r
    design = Design([paint.name], [f"{number_word(spokes)} spokes"])
    design.add("rim", torus(r, rim * r, segments=36).moved(y=y), paint)
    design.add("spoke", around(sweep([(0.1 * r, y - dish * r, 0), (0.98 * r, y, 0)], 0.05 * r), spokes), paint)
    design.add("hub", cylinder(0.16 * r, 0.25 * r).moved(y=y - dish * r - 0.12 * r), metal)
    design.add("stem", cylinder(0.07 * r, max(y - dish * r, 0.02 * r), segments=12), metal)
    if crank == "yes":
        design.add(
            "crank",
            lathe([(0.06 * r, 0), (0.09 * r, 0.3 * r), (0.05 * r, 0.5 * r)], segments=12).moved(0.95 * r, y),
            metal,
        )
        design.features.append("a crank handle")
    return design


@category("motor", family="machine parts", also=("electric motor", "engine"))
def motor(p: Parameters) -> Design:
    size, length, fins = p.real("size", 25, 80) * MM, p.real("length", 0.6, 1.8), p.whole("fins", 0, 14)
    form, shaft_l = p.choice("form", ["square", "round"]), p.real("shaft", 0.3, 0.9)
    body, metal = p.material("body", [*METALS, *PLASTICS]), p.material("metal", METALS[:5])
    plug, flange_style = p.choice("box", ["yes", "no"]), p.choice("feet", ["yes", "no"])
    length *= size
    core = box(size, length, size, bevel=0.12 * size) if form == "square" else cylinder(size / 2, length, segments=28)
    design = Design([form, body.name], [f"{'a long' if shaft_l > 0.6 else 'a short'} shaft"])
    parts: list[tuple[str, Solid, object]] = [("body", core, body)]
    parts.append(
        (
            "plate",
            (
                box(size * 1.02, 0.08 * size, size * 1.02, bevel=0.1 * size)
                if form == "square"
                else cylinder(0.53 * size, 0.08 * size)
            ).moved(y=length),
            metal,
        )
    )
    parts.append(("shaft", cylinder(0.08 * size, shaft_l * size, segments=14).moved(y=length), metal))
    if fins:
        parts.append(
            ("fin", around(box(0.06 * size, 0.8 * length, 0.02 * size).moved(size * 0.53, 0.1 * length), fins), body)
        )
        design.features.append(f"{number_word(fins)} cooling fins")
    if plug == "yes":
        parts.append(
            ("box", box(0.35 * size, 0.4 * length, 0.25 * size).moved(0, 0.3 * length, -0.55 * size), BLACK_METAL)
        )
        design.features.append("a terminal box")
    for name, solid, material in parts:
        design.add(name, solid.rotated("x", 90), material)  # type: ignore[arg-type]
    if flange_style == "yes":
        design.add(
            "foot",
            row(
                box(0.2 * size, 0.1 * size, 0.8 * length).moved(0, -0.55 * size, length * 0.5),
                2,
                step=(0.8 * size, 0, 0),
            ),
            metal,
        )
        design.features.append("two feet")
    return design


@category("hinge", family="machine parts")
def hinge(p: Parameters) -> Design:
    w, h, angle = p.real("width", 15, 45) * MM, p.real("height", 25, 90) * MM, p.real("angle", 60, 180)
    knuckles, holes = p.whole("knuckles", 3, 7), p.whole("screws", 2, 4)
    metal, pin = p.material("metal", METALS), p.material("pin", METALS)
    t = 2 * MM
    leaf = box(w, h, t).moved(w / 2) + join(
        *(
            cylinder(0.1 * w, t, segments=10).rotated("x", 90).moved(0.6 * w, h * (i + 0.5) / holes, t / 2)
            for i in range(holes)
        )
    )
    design = Design(
        [metal.name, "open" if angle > 150 else "half-closed"],
        [f"{number_word(knuckles)} knuckles", f"{number_word(holes)} screws a leaf"],
    )
    design.add("leaf", leaf + leaf.scaled(1, 1, -1).rotated("y", angle), metal)
    design.add(
        "knuckle",
        join(*(cylinder(2.4 * t, h / knuckles * 0.9, segments=12).moved(y=h * i / knuckles) for i in range(knuckles))),
        metal,
    )
    design.add("pin", cylinder(1.2 * t, 1.1 * h, segments=10).moved(y=-0.05 * h), pin)
    return design
