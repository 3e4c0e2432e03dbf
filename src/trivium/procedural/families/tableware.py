"""Tableware and containers: things that hold food, drink and goods."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import (
    CERAMICS,
    CHROME,
    GLASS,
    METALS,
    ORANGE,
    PLASTICS,
    STEEL,
    WHITE,
    WOODS,
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
    regular_outline,
    row,
    sphere,
    sweep,
    torus,
)


def vessel(profile: list[tuple[float, float]], wall: float, *, segments: int = 28) -> Solid:
    """A hollow body of revolution: the outer profile from the bottom up, and back down inside by ``wall``."""
    inner = [(max(r - wall, 0.001), max(y, wall)) for r, y in reversed(profile)]
    return lathe([(0.001, 0), *profile, *inner, (0.001, wall)], segments=segments)


def handle(height: float, reach: float, thickness: float, *, y: float, x: float) -> Solid:
    """A C-shaped handle on the +X side, from x outwards, centred at height y."""
    return sweep(arc(1, -90, 90) * (reach, height / 2, 1) + (x, y, 0), thickness)


@category("mug", family="tableware", also=("coffee mug", "cup"))
def mug(p: Parameters) -> Design:
    h, r = p.real("height", 0.07, 0.13), p.real("radius", 0.033, 0.05)
    form, taper = p.choice("form", ["straight", "conical", "barrel"]), p.real("taper", 0.6, 0.9)
    grip, reach = p.choice("handle", ["round", "angular"]), p.real("reach", 0.02, 0.04)
    clay, band = p.material("clay", [*CERAMICS, *PLASTICS]), p.choice("band", ["none", "ring", "wide"])
    design = Design([clay.name, form], [f"{'an' if grip == 'angular' else 'a'} {grip} handle"])
    profiles = {
        "straight": [(r, 0), (r, h)],
        "conical": [(r * taper, 0), (r, h)],
        "barrel": [(r * taper, 0), (r, h * 0.5), (r * 0.9, h)],
    }
    design.add("body", vessel(profiles[form], 0.004), clay)
    x = r * (0.9 if form != "straight" else 0.97)
    path = [(x, h * 0.8, 0), (x + reach, h * 0.8, 0), (x + reach, h * 0.25, 0), (x, h * 0.25, 0)]
    design.add(
        "handle", sweep(path, 0.005) if grip == "angular" else handle(h * 0.6, reach, 0.005, y=h * 0.52, x=x), clay
    )
    if band != "none":
        other = PLASTICS[int(h * 1e4) % 12]
        tall = h * (0.12 if band == "ring" else 0.4)
        design.add("band", cylinder(r * 1.02, tall, segments=28).moved(y=h * 0.3), other)
        design.features.append(f"a {other.name} band")
    return design


@category("wine glass", family="tableware", also=("goblet",))
def wine_glass(p: Parameters) -> Design:
    bowl_r, bowl_h = p.real("bowl_radius", 0.03, 0.055), p.real("bowl_height", 0.06, 0.13)
    stem, foot, mouth = p.real("stem", 0.04, 0.12), p.real("foot", 0.028, 0.042), p.real("mouth", 0.6, 1.1)
    form, drink = (
        p.choice("form", ["round", "flute", "cone"]),
        p.material(
            "drink",
            [
                Material("red wine", (0.45, 0.05, 0.12)),
                Material("white wine", (0.93, 0.87, 0.55)),
                Material("empty", (0.75, 0.86, 0.9)),
            ],
        ),
    )
    design = Design([f"{form}-bowled"], [f"{'a long' if stem > 0.08 else 'a short'} stem"])
    curve = {
        "round": [(0.5, 0.15), (1, 0.5), (mouth, 1)],
        "flute": [(0.5, 0.1), (0.6, 0.5), (0.6 * mouth, 1)],
        "cone": [(0.35, 0.35), (0.7, 0.7), (1, 1)],
    }[form]
    design.add("foot", lathe([(foot, 0), (foot, 0.003), (0.005, 0.01)], segments=24), GLASS)
    design.add("stem", cylinder(0.004, stem, segments=10), GLASS)
    design.add("bowl", vessel([(0.005, 0), *((bowl_r * a, bowl_h * b) for a, b in curve)], 0.002).moved(y=stem), GLASS)
    if drink.name != "empty":
        design.add(
            "drink",
            lathe(
                [
                    (0.004, 0.004),
                    *((bowl_r * a * 0.97, bowl_h * b) for a, b in curve[:2]),
                    (0.001, bowl_h * curve[1][1]),
                ],
                segments=24,
            ).moved(y=stem),
            drink,
        )
        design.features.append(drink.name)
    return design


@category("bowl", family="tableware", also=("dish",))
def bowl(p: Parameters) -> Design:
    r, depth = p.real("radius", 0.06, 0.18), p.real("depth", 0.35, 0.8)
    foot, rim = p.real("foot", 0.3, 0.6), p.choice("rim", ["plain", "flared", "rolled"])
    clay, sides = p.material("clay", [*CERAMICS, *WOODS, *METALS]), p.choice("outline", ["round", "octagonal"])
    design = Design([sides, clay.name], [f"a {rim} rim", f"{'a wide' if foot > 0.45 else 'a narrow'} foot"])
    h = r * depth * 1.3
    top = {"plain": [(r, h)], "flared": [(r * 0.9, h * 0.9), (r * 1.12, h)], "rolled": [(r, h), (r * 1.05, h * 0.97)]}[
        rim
    ]
    profile = [(r * foot, 0), (r * foot, h * 0.1), (r * 0.85, h * 0.5), *top]
    design.add("body", vessel(profile, 0.005, segments=32 if sides == "round" else 8), clay)
    return design


@category("plate", family="tableware", also=("dish", "dinner plate"))
def plate(p: Parameters) -> Design:
    r, h, lip = p.real("radius", 0.08, 0.16), p.real("height", 0.012, 0.035), p.real("lip", 0.5, 0.8)
    outline = p.choice("outline", ["round", "square", "octagonal"])
    clay, band = p.material("clay", [*CERAMICS, *PLASTICS]), p.material("band", [*PLASTICS, *METALS])
    edge = p.choice("edge", ["plain", "banded"])
    design = Design([outline, clay.name], [f"{'a wide' if lip < 0.65 else 'a narrow'} rim"])
    n = {"round": 36, "square": 4, "octagonal": 8}[outline]
    body = vessel([(r * lip, 0), (r * lip, h * 0.3), (r, h)], 0.004, segments=n)
    design.add("body", body.rotated("y", 45), clay)
    if edge == "banded":
        design.add(
            "rim",
            lathe([(r * 0.97, h), (r * 1.01, h * 0.9), (r * 1.01, h * 1.05), (r * 0.97, h * 1.05)], segments=n).rotated(
                "y", 45
            ),
            band,
        )
        design.features.append(f"a {band.name} edge")
    return design


@category("bottle", family="tableware")
def bottle(p: Parameters) -> Design:
    h, r = p.real("height", 0.16, 0.34), p.real("radius", 0.025, 0.05)
    neck_r, neck_h, shoulder = (
        p.real("neck_radius", 0.25, 0.6),
        p.real("neck_height", 0.12, 0.35),
        p.real("shoulder", 0.04, 0.25),
    )
    form, cap = (
        p.choice("form", ["round", "square", "waisted"]),
        p.choice("cap", ["screw cap", "cork", "pump", "open mouth"]),
    )
    body, label = (
        p.material(
            "body",
            [*PLASTICS, GLASS, Material("green glass", (0.15, 0.38, 0.2)), Material("brown glass", (0.36, 0.2, 0.08))],
        ),
        p.material("label", PLASTICS),
    )
    top = h * (1 - neck_h)
    low = top - h * shoulder
    waist = [(r, 0), (r * 0.75, low * 0.55), (r, low)] if form == "waisted" else [(r, 0), (r, low)]
    n = 4 if form == "square" else 28
    design = Design([body.name, form], [f"a {label.name} label", f"{'an' if cap[0] == 'o' else 'a'} {cap}"])
    design.add("body", lathe([*waist, (r * neck_r, top)], segments=n).rotated("y", 45), body)
    design.add("neck", cylinder(r * neck_r, h - top, segments=20).moved(y=top), body)
    if form != "waisted":
        design.add("label", cylinder(r * 1.02, low * 0.5, segments=n).rotated("y", 45).moved(y=low * 0.25), label)
    else:
        design.features[0] = "a narrow waist"
    if cap == "screw cap":
        design.add("cap", cylinder(r * neck_r * 1.15, h * 0.08, segments=16).moved(y=h), label)
    elif cap == "cork":
        design.add("cap", cylinder(r * neck_r * 0.8, h * 0.05, segments=12).moved(y=h), WOODS[2])
    elif cap == "pump":
        pump = cylinder(r * 0.15, h * 0.12, segments=8) + sweep(
            [(0, h * 0.12, 0), (r * 0.8, h * 0.12, 0), (r, h * 0.1, 0)], r * 0.13
        )
        design.add("cap", pump.moved(y=h), WHITE)
    return design


@category("teapot", family="tableware", also=("tea pot",))
def teapot(p: Parameters) -> Design:
    r, squash = p.real("radius", 0.06, 0.1), p.real("height_ratio", 0.6, 1.2)
    spout, grip = p.real("spout", 0.6, 1.2), p.choice("handle", ["side", "top"])
    knob, clay = p.choice("knob", ["ball", "flat"]), p.material("clay", [*CERAMICS, *METALS])
    lid = p.material("lid_material", [*CERAMICS, *WOODS])
    design = Design(
        [clay.name, "round" if squash > 0.85 else "squat"],
        [f"a handle {'on its side' if grip == 'side' else 'over the top'}", f"a {lid.name} lid"],
    )
    y = r * squash
    design.add("body", sphere(r, segments=28, start=-65, stop=70).scaled(1, squash, 1).moved(y=y), clay)
    path = [(-0.85 * r, y * 0.8, 0), (-1.3 * r, y, 0), (-(1 + 0.6 * spout) * r, y * (1.1 + 0.6 * spout), 0)]
    design.add("spout", sweep(path, [0.28 * r, 0.18 * r, 0.12 * r]), clay)
    if grip == "side":
        design.add("handle", handle(1.1 * y, 0.55 * r, 0.1 * r, y=1.05 * y, x=0.85 * r), clay)
    else:
        design.add("handle", sweep(arc(0.8 * r, 0, 180) * (1, 1.2, 1) + (0, 1.5 * y, 0), 0.07 * r), STEEL)
    design.add("lid", lathe([(0.45 * r, 0), (0.4 * r, 0.1 * r), (0.02, 0.2 * r)], segments=20).moved(y=1.9 * y), lid)
    top = sphere(0.12 * r, segments=10) if knob == "ball" else cylinder(0.15 * r, 0.06 * r, segments=12)
    design.add("knob", top.moved(y=1.9 * y + 0.28 * r), lid)
    return design


@category("pan", family="tableware", also=("frying pan", "skillet"))
def pan(p: Parameters) -> Design:
    r, h, slope = p.real("radius", 0.09, 0.17), p.real("height", 0.03, 0.07), p.real("slope", 0.7, 1.0)
    length, rise = p.real("handle_length", 0.12, 0.24), p.real("rise", 0, 0.08)
    metal, grip = p.material("metal", METALS), p.material("grip", [*PLASTICS[:7], *WOODS])
    loop = p.choice("second_handle", ["yes", "no"])
    design = Design(
        [metal.name, "deep" if h > 0.05 else "shallow"],
        [f"a {'long' if length > 0.18 else 'short'} {grip.name} handle"],
    )
    design.add("body", vessel([(r * slope, 0), (r, h)], 0.004), metal)
    design.add(
        "handle",
        sweep(
            [(r * 0.98, h * 0.8, 0), (r + 0.3 * length, h * 0.8 + 0.4 * rise, 0), (r + length, h * 0.8 + rise, 0)],
            [0.007, 0.011, 0.012],
        ),
        grip,
    )
    if loop == "yes":
        design.add(
            "handle", handle(0.05, 0.025, 0.004, y=0, x=0).rotated("x", 90).scaled(-1, 1, 1).moved(-r, h * 0.8), metal
        )
        design.features.append("a second loop handle")
    return design


@category("pot", family="tableware", also=("cooking pot", "saucepan"))
def pot(p: Parameters) -> Design:
    r, h = p.real("radius", 0.08, 0.16), p.real("height", 0.07, 0.2)
    lid, bulge = p.choice("lid", ["domed", "flat", "no"]), p.real("bulge", 1.0, 1.15)
    metal, knob = (
        p.material("metal", [*METALS, *PLASTICS[:3], ORANGE]),
        p.material("knob", [*METALS, *PLASTICS[:7]]),
    )
    handles = p.choice("handles", ["two loops", "one long handle"])
    design = Design([metal.name, "tall" if h > r * 1.3 else "low"], [handles])
    design.add("body", vessel([(r, 0), (r * bulge, h / 2), (r, h)], 0.004), metal)
    if handles == "two loops":
        loop = handle(0.08, 0.035, 0.006, y=0, x=0).rotated("x", 90)
        design.add("handle", (loop.moved(r) + loop.scaled(-1, 1, 1).moved(-r)).moved(y=h * 0.8), knob)
    else:
        design.add("handle", sweep([(r, h * 0.85, 0), (r + 0.18, h * 0.9, 0)], 0.01), knob)
    if lid != "no":
        high = r * (0.35 if lid == "domed" else 0.08)
        design.add("lid", lathe([(r * 1.02, 0), (r * 0.7, high * 0.75), (0.01, high)], segments=28).moved(y=h), metal)
        design.add("knob", lathe([(0.008, 0), (0.018, 0.02), (0.001, 0.028)], segments=12).moved(y=h + high), knob)
        design.features.append(f"a {lid} lid")
    return design


@category("vase", family="tableware", also=("flower vase",))
def vase(p: Parameters) -> Design:
    h, r = p.real("height", 0.15, 0.45), p.real("radius", 0.05, 0.12)
    belly, waist, mouth = p.real("belly", 0.3, 0.7), p.real("waist", 0.25, 0.7), p.real("mouth", 0.4, 1.0)
    clay, facets = p.material("clay", [*CERAMICS, GLASS, *METALS[:4]]), p.choice("surface", ["smooth", "faceted"])
    ears = p.choice("handles", ["none", "two"])
    design = Design([surface_word := facets, clay.name], ["a narrow neck" if waist < 0.45 else "a wide neck"])
    assert surface_word
    profile = [(r * 0.55, 0), (r, h * belly * 0.9), (r * waist, h * 0.85), (r * mouth, h)]
    smooth = [
        (float(np.interp(y, [q[1] for q in profile], [q[0] for q in profile])), float(y)) for y in np.linspace(0, h, 12)
    ]
    design.add(
        "body", vessel(smooth if facets == "smooth" else profile, 0.004, segments=28 if facets == "smooth" else 7), clay
    )
    if ears == "two":
        ear = handle(h * 0.3, r * 0.5, 0.006, y=h * 0.75, x=r * waist)
        design.add("handle", around(ear, 2), clay)
        design.features.append("two handles")
    return design


@category("bucket", family="tableware", also=("pail",))
def bucket(p: Parameters) -> Design:
    h, r, taper = p.real("height", 0.2, 0.36), p.real("radius", 0.11, 0.17), p.real("taper", 0.65, 0.95)
    bail, rings = p.real("handle_angle", -70, 90), p.whole("rings", 0, 3)
    body, grip = p.material("body", [*METALS, *PLASTICS, *WOODS]), p.material("grip", METALS)
    design = Design([body.name], ["a wire handle"])
    design.add("body", vessel([(r * taper, 0), (r, h)], 0.005), body)
    design.add("handle", sweep(arc(r * 1.02, 0, 180, points=20), 0.005).rotated("x", bail).moved(y=h * 0.94), grip)
    for i in range(rings):
        y = h * (i + 1) / (rings + 1)
        design.add("ring", torus(r * (taper + (1 - taper) * y / h), 0.006, sides=6).moved(y=y), grip)
    if rings:
        design.features.append(f"{number_word(rings)} ring{'s' * (rings > 1)}")
    return design


@category("barrel", family="tableware", also=("cask", "drum"))
def barrel(p: Parameters) -> Design:
    h, r, bulge = p.real("height", 0.5, 1.0), p.real("radius", 0.2, 0.35), p.real("bulge", 1.0, 1.3)
    hoops, staves = p.whole("hoops", 2, 6), p.whole("staves", 10, 24)
    body, metal = p.material("body", [*WOODS, *METALS, *PLASTICS]), p.material("hoop_material", METALS)
    design = Design(
        [body.name, "bulging" if bulge > 1.12 else "straight"], [f"{number_word(hoops)} {metal.name} hoops"]
    )
    curve = [(r * (1 + (bulge - 1) * np.sin(np.pi * t)), h * t) for t in np.linspace(0, 1, 9)]
    design.add("body", lathe([(r * 0.9, 0.03), *curve, (r * 0.9, h - 0.03)], segments=staves), body)
    for i in range(hoops):
        t = (i + 0.5) / hoops
        design.add(
            "hoop",
            cylinder(r * (1 + (bulge - 1) * np.sin(np.pi * t)) * 1.01, 0.05, segments=staves).moved(y=h * t - 0.025),
            metal,
        )
    return design


@category("jar", family="tableware", also=("glass jar",))
def jar(p: Parameters) -> Design:
    h, r = p.real("height", 0.08, 0.18), p.real("radius", 0.035, 0.06)
    lid_h, shoulder = p.real("lid_height", 0.1, 0.25), p.real("shoulder", 0.7, 0.95)
    body, lid = (
        p.material("filling", [GLASS, *PLASTICS, *CERAMICS]),
        p.material("lid_material", [*METALS, *PLASTICS, *WOODS]),
    )
    sides, label = p.choice("outline", ["round", "hexagonal", "square"]), p.choice("label", ["plain", "labelled"])
    n = {"round": 28, "hexagonal": 6, "square": 4}[sides]
    design = Design([sides, body.name], [f"a {lid.name} lid"])
    design.add(
        "body",
        lathe([(r * 0.95, 0), (r, 0.1 * h), (r, 0.75 * h), (r * shoulder, 0.9 * h), (r * shoulder, h)], segments=n),
        body,
    )
    design.add("lid", cylinder(r * shoulder * 1.05, h * lid_h, segments=24).moved(y=h * 0.95), lid)
    if label == "labelled":
        design.add("label", cylinder(r * 1.02, h * 0.4, segments=n).moved(y=h * 0.2), WHITE)
        design.features.append("a white label")
    return design


@category("can", family="tableware", also=("soda can", "beer can", "tin can"))
def can(p: Parameters) -> Design:
    h, r = p.real("height", 0.05, 0.17), p.real("radius", 0.026, 0.05)
    neck, bands = p.real("neck", 0.75, 1.0), p.whole("bands", 0, 3)
    paint, second = p.material("paint", PLASTICS), p.material("band_material", [*PLASTICS, *METALS])
    top = p.choice("top", ["ring pull", "plain"])
    design = Design(
        [paint.name, "tall" if h > 2.4 * r else "flat"],
        [f"{number_word(bands)} {second.name} band{'s' * (bands != 1)}" if bands else "a plain wrapper"],
    )
    design.add("body", lathe([(r * 0.9, 0), (r, 0.05 * h), (r, 0.92 * h), (r * neck, h)], segments=32), paint)
    design.add(
        "lid",
        lathe(
            [(r * neck, 0), (r * neck, 0.003), (r * neck * 0.92, 0.0035), (r * neck * 0.9, 0.001)], segments=32
        ).moved(y=h),
        CHROME,
    )
    for i in range(bands):
        design.add("band", cylinder(r * 1.01, h * 0.09, segments=32).moved(y=h * (0.2 + 0.25 * i)), second)
    if top == "ring pull":
        design.add("ring", torus(0.008, 0.002, segments=12, sides=6).scaled(1.4, 1, 1).moved(r * 0.3, h + 0.004), STEEL)
        design.features.append("a ring pull")
    return design


@category("box", family="tableware", also=("carton", "package"))
def carton(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.08, 0.4), p.real("height", 0.05, 0.35), p.real("depth", 0.05, 0.35)
    kind, paint = (
        p.choice("kind", ["closed", "open", "lidded"]),
        p.material("paint", [*PLASTICS, Material("cardboard", (0.72, 0.56, 0.38)), *WOODS]),
    )
    tape, stripe = p.choice("tape", ["taped", "plain"]), p.material("print", PLASTICS)
    flaps = p.real("flap_angle", 20, 130)
    design = Design([kind, paint.name], [])
    if kind == "open":
        t = 0.004
        walls = row(box(t, h, d), 2, step=(w, 0, 0)) + row(box(w, h, t), 2, step=(0, 0, d)) + box(w, t, d)
        design.add("body", walls, paint)
        flap = box(t, w * 0.3, d).rotated("z", -flaps).moved(w / 2, h)
        design.add("flap", flap + flap.scaled(-1, 1, 1), paint)
        design.features.append("open flaps")
    else:
        design.add("body", box(w, h, d), paint)
        if kind == "lidded":
            design.add("lid", box(w * 1.05, h * 0.25, d * 1.05).moved(y=h * 0.8), stripe)
            design.features.append(f"a {stripe.name} lid")
    design.add("print", box(w * 0.7, h * 0.3, d + 0.002).moved(y=h * 0.3), stripe)
    design.features.append(f"a {stripe.name} print")
    if tape == "taped" and kind == "closed":
        design.add("tape", box(w * 1.01, h * 1.01, d * 0.12), Material("tape", (0.85, 0.78, 0.6)))
        design.features.append("tape")
    return design


@category("pitcher", family="tableware", also=("jug",))
def pitcher(p: Parameters) -> Design:
    h, r, waist = p.real("height", 0.16, 0.3), p.real("radius", 0.05, 0.09), p.real("waist", 0.55, 0.95)
    reach, lip = p.real("reach", 0.03, 0.06), p.real("lip", 1.0, 1.6)
    clay, grip = p.material("clay", [*CERAMICS, *PLASTICS, *METALS, GLASS]), p.choice("handle", ["round", "angular"])
    design = Design(
        [clay.name],
        [f"{'an angular' if grip == 'angular' else 'a round'} handle", "a long lip" if lip > 1.3 else "a short lip"],
    )
    body = vessel([(r * 0.8, 0), (r, h * 0.35), (r * waist, h * 0.75), (r * 0.9, h)], 0.004)
    vertices = body.vertices.copy()
    pulled = (vertices[:, 1] > h * 0.9) & (vertices[:, 0] < -0.5 * r * waist)
    vertices[pulled, 0] *= lip
    design.add("body", Solid(vertices, body.faces), clay)
    x, y = r * waist, h * 0.6
    path = [(x, h * 0.88, 0), (x + reach, h * 0.88, 0), (x + reach, h * 0.35, 0), (x + 0.01, h * 0.35, 0)]
    design.add("handle", sweep(path, 0.007) if grip == "angular" else handle(h * 0.55, reach, 0.007, y=y, x=x), clay)
    return design


def _cutlery(p: Parameters) -> tuple[Design, float, Solid, Material]:
    length, width = p.real("length", 0.14, 0.24), p.real("width", 0.012, 0.022)
    bend, grip = p.real("bend", 0, 1.2), p.choice("grip", ["flat", "round", "flared"])
    metal, hold = p.material("metal", METALS), p.material("grip_material", [*METALS, *PLASTICS, *WOODS])
    wide = {"flat": (0.7, 0.7), "round": (0.5, 0.5), "flared": (0.4, 1.0)}[grip]
    bar = sweep(
        [(0, 0, 0), (0, 0, length * 0.25), (0, 0, length * 0.55)], [0.3 * width, wide[0] * width, wide[1] * width]
    )
    shaft = bar.scaled(1, 0.35 if grip != "round" else 0.9, 1)
    design = Design([metal.name], [f"a {grip} {hold.name} handle"])
    design.add("handle", shaft, hold)
    return design, length, sweep([(0, 0, 0), (0, 0.01 * bend, -length * 0.12)], [0.25 * width, 0.3 * width]), metal


@category("spoon", family="tableware")
def spoon(p: Parameters) -> Design:
    design, length, neck, metal = _cutlery(p)
    size, ratio = p.real("bowl", 0.7, 1.4), p.real("bowl_ratio", 0.55, 1.0)
    scoop = (
        sphere(length * 0.15 * size, segments=16, start=-90, stop=0)
        .scaled(ratio, 0.35, 1)
        .moved(0, 0.012, -length * 0.12 - length * 0.13 * size)
    )
    design.add("neck", neck, metal)
    design.add("bowl", scoop, metal)
    design.adjectives.append("wide" if ratio > 0.8 else "narrow")
    return design


@category("fork", family="tableware")
def fork(p: Parameters) -> Design:
    design, length, neck, metal = _cutlery(p)
    tines, spread = p.whole("tines", 2, 4), p.real("spread", 0.02, 0.035)
    design.add("neck", neck, metal)
    design.add("head", box(spread, 0.003, length * 0.07).moved(0, 0.008, -length * 0.15), metal)
    tine = sweep(
        [(0, 0.009, -length * 0.17), (0, 0.006, -length * 0.25), (0, 0.014, -length * 0.34)],
        [0.0022, 0.002, 0.001],
        sides=6,
    )
    design.add("tine", row(tine, tines, step=(spread * 0.9 / max(tines - 1, 1), 0, 0)), metal)
    design.features.append(f"{number_word(tines)} tines")
    return design


@category("knife", family="tableware", also=("kitchen knife",))
def knife(p: Parameters) -> Design:
    design, length, _, metal = _cutlery(p)
    blade, height, tip = (
        p.real("blade", 0.5, 1.1),
        p.real("blade_height", 0.015, 0.05),
        p.choice("tip", ["pointed", "round", "square"]),
    )
    long = length * blade
    ends = {
        "pointed": [(0, 0), (long * 0.7, 0), (long, height * 0.9), (0, height)],
        "square": [(0, 0), (long, 0), (long, height), (0, height)],
        "round": [(0, 0), (long * 0.85, 0), (long, height * 0.4), (long * 0.95, height), (0, height)],
    }[tip]
    outline = [(x, y) for x, y in ends]
    slab = extrude(outline, 0.002).rotated("y", 90)
    design.add("blade", slab.rotated("z", 90).moved(0.0, -height * 0.0, 0), metal)
    design.add("bolster", cylinder(0.008, 0.012, segments=10).rotated("x", 90), metal)
    design.adjectives.append(tip)
    return design


@category("basket", family="tableware", also=("wicker basket", "hamper"))
def basket(p: Parameters) -> Design:
    r, h, flare = p.real("radius", 0.1, 0.25), p.real("height", 0.1, 0.3), p.real("flare", 1.0, 1.5)
    ribs, hoops = p.whole("ribs", 10, 24), p.whole("hoops", 3, 8)
    grip, cane = p.choice("handle", ["arched", "two loops", "no"]), p.material("cane", [*WOODS, *PLASTICS[:4]])
    design = Design([cane.name], [f"{ribs} ribs"])
    rib = sweep([(r, 0, 0), (r * flare, h, 0)], 0.006, sides=5)
    design.add(
        "wall",
        around(rib, ribs)
        + join(
            *(torus(r * (1 + (flare - 1) * i / hoops), 0.005, sides=5).moved(y=h * i / hoops) for i in range(hoops + 1))
        ),
        cane,
    )
    design.add("bottom", cylinder(r, 0.008), cane)
    top = r * flare
    if grip == "arched":
        design.add("handle", sweep(arc(top, 0, 180, points=16) * (1, 0.8, 1) + (0, h, 0), 0.01), cane)
    elif grip == "two loops":
        design.add(
            "handle",
            row(sweep(arc(0.05, 0, 180, plane="zy") + np.array([0, h, 0]), 0.008), 2, step=(2 * top, 0, 0)),
            cane,
        )
    if grip != "no":
        design.features.append("an arched handle" if grip == "arched" else "two loop handles")
    return design


@category("crate", family="tableware", also=("wooden crate",))
def crate(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.3, 0.7), p.real("height", 0.2, 0.6), p.real("depth", 0.25, 0.6)
    boards, lid = p.whole("boards", 2, 5), p.choice("lid", ["closed", "open"])
    brace, wood = p.choice("brace", ["none", "cross", "diagonal"]), p.material("wood", [*WOODS, *PLASTICS[:4], *METALS])
    edge = p.material("edge", [*WOODS, *METALS])
    design = Design([wood.name, lid], [f"{number_word(boards)} boards a side"])
    tall = 0.85 * h / boards
    for i in range(boards):
        y = h * i / boards
        design.add(
            "board",
            row(box(w, tall, 0.02).moved(y=y), 2, step=(0, 0, d))
            + row(box(0.02, tall, d).moved(y=y), 2, step=(w, 0, 0)),
            wood,
        )
    design.add(
        "post", join(*(box(0.04, h, 0.04).moved(sx * w / 2, 0, sz * d / 2) for sx in (-1, 1) for sz in (-1, 1))), edge
    )
    design.add("board", box(w, 0.02, d), wood)
    if lid == "closed":
        design.add("lid", box(w * 1.05, 0.02, d * 1.05).moved(y=h), wood)
    if brace != "none":
        bar = sweep([(-w / 2, 0.03, d / 2 + 0.015), (w / 2, h - 0.03, d / 2 + 0.015)], 0.015, sides=4)
        design.add("brace", bar if brace == "diagonal" else bar + bar.scaled(-1, 1, 1), edge)
        design.features.append(f"a {brace} brace")
    return design


@category("tray", family="tableware")
def tray(p: Parameters) -> Design:
    r, h, sides = p.real("radius", 0.12, 0.25), p.real("height", 0.015, 0.06), p.whole("sides", 4, 8)
    wall, cups = p.real("wall", 0.88, 0.97), p.whole("cups", 0, 4)
    body, clay = p.material("body", [*WOODS, *METALS, *PLASTICS]), p.material("cup_material", CERAMICS)
    design = Design([body.name], [f"{number_word(sides)} sides"])
    outline = regular_outline(sides, r)
    design.add("rim", extrude(outline, h, hole=outline * wall), body)
    design.add("bottom", extrude(outline, 0.005), body)
    if cups:
        design.add(
            "cup", around(vessel([(0.025, 0), (0.032, 0.06)], 0.003, segments=16).moved(r * 0.45, 0.005), cups), clay
        )
        design.features.append(f"{number_word(cups)} {clay.name} cup{'s' * (cups > 1)}")
    return design
