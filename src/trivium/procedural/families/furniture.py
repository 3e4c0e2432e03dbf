"""Furniture: things to sit on, lie on, work at, and put things into."""

from __future__ import annotations

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.materials import BRASS, FABRICS, METALS, PLASTICS, STEEL, STONES, WOODS, Material
from trivium.procedural.solids import Solid, around, box, cylinder, join, lathe, row, sphere, sweep, torus


def four_legs(style: str, width: float, depth: float, height: float, thickness: float) -> Solid:
    """Legs at the corners of a rectangle, standing on the ground: square, round, tapered or turned."""
    t = thickness
    leg = {
        "square": box(2 * t, height, 2 * t),
        "round": cylinder(t, height, segments=12),
        "tapered": cylinder(0.5 * t, height, top_radius=t, segments=10),
        "turned": lathe(
            [
                (0.6 * t, 0),
                (t, 0.2 * height),
                (0.6 * t, 0.35 * height),
                (1.2 * t, 0.7 * height),
                (0.7 * t, 0.8 * height),
                (t, height),
            ],
            segments=12,
        ),
    }[style]
    x, z = width / 2 - 1.2 * t, depth / 2 - 1.2 * t
    return join(*(leg.moved(sx * x, 0, sz * z) for sx in (-1, 1) for sz in (-1, 1)))


def drawers(width: float, height: float, columns: int, rows: int) -> tuple[Solid, Solid]:
    """Fronts and knobs of a grid of drawers in the plane z = 0, facing +Z, bottom at y = 0."""
    w, h = width / columns, height / rows
    fronts, knobs = [], []
    for i in range(columns):
        for j in range(rows):
            x, y = (i - (columns - 1) / 2) * w, j * h
            fronts.append(box(0.92 * w, 0.9 * h, 0.02).moved(x, y + 0.05 * h, 0.01))
            knobs.append(sphere(min(0.02, 0.15 * h), segments=8).moved(x, y + h / 2, 0.035))
    return join(*fronts), join(*knobs)


LEGS = ("square", "round", "tapered", "turned")


@category("stool", family="furniture", also=("bar stool",))
def stool(p: Parameters) -> Design:
    height, radius = p.real("height", 0.4, 0.8), p.real("seat_radius", 0.15, 0.24)
    legs, splay = p.whole("legs", 3, 5), p.real("splay", 0, 14)
    seat, footrest = p.choice("seat", ["round", "square"]), p.choice("footrest", ["yes", "no"])
    frame, cover = p.material("frame", [*WOODS, *METALS]), p.material("cover", [*WOODS, *FABRICS])
    design = Design([seat, frame.name], [f"{number_word(legs)} {'splayed' if splay > 7 else 'straight'} legs"])
    top = cylinder(radius, 0.05) if seat == "round" else box(2 * radius, 0.05, 2 * radius, bevel=0.02)
    design.add("seat", top.moved(y=height), cover)
    leg = (
        lathe([(0.014, 0), (0.02, height)], segments=10)
        .moved(y=-height)
        .rotated("z", splay)
        .moved(radius * 0.7, height)
    )
    design.add("leg", around(leg, legs, start=45), frame)
    if footrest == "yes":
        design.add("footrest", torus(radius * 0.8, 0.01).moved(y=height * 0.4), frame)
        design.features.append("a foot ring")
    return design


@category("chair", family="furniture")
def chair(p: Parameters) -> Design:
    w, seat_y, back = p.real("width", 0.38, 0.52), p.real("seat_height", 0.4, 0.5), p.real("back_height", 0.3, 0.65)
    style, legs = p.choice("back", ["solid", "slatted", "ladder", "hoop"]), p.choice("legs", LEGS)
    slats, tilt = p.whole("slats", 3, 6), p.real("tilt", 2, 16)
    frame, cover = p.material("frame", WOODS), p.material("seat_material", [*WOODS, *FABRICS])
    design = Design([f"{style}-back", frame.name], [f"four {legs} legs", f"a {cover.name} seat"])
    design.add("seat", box(w, 0.05, w, bevel=0.03).moved(y=seat_y), cover)
    design.add("leg", four_legs(legs, w, w, seat_y, 0.02), frame)
    if style == "solid":
        rest = box(w, back, 0.03, bevel=0.01)
    elif style == "slatted":
        rest = row(box(0.025, back, 0.02), slats, step=(w / slats, 0, 0)) + box(w, 0.06, 0.03).moved(y=back)
        design.features.append(f"{number_word(slats)} slats")
    elif style == "ladder":
        rungs = join(*(box(w, 0.05, 0.02).moved(y=back * (i + 0.5) / slats) for i in range(slats)))
        rest = rungs + row(cylinder(0.016, back, segments=8), 2, step=(w - 0.03, 0, 0))
        design.features.append(f"{number_word(slats)} rungs")
    else:
        hoop = [
            (-w / 2, 0, 0),
            (-w / 2, 0.6 * back, 0),
            (-0.3 * w, 0.95 * back, 0),
            (0.3 * w, 0.95 * back, 0),
            (w / 2, 0.6 * back, 0),
            (w / 2, 0, 0),
        ]
        rest = sweep(hoop, 0.016) + row(cylinder(0.009, 0.9 * back, segments=8), slats, step=(0.7 * w / slats, 0, 0))
    design.add("backrest", rest.rotated("x", -tilt).moved(0, seat_y + 0.03, -w / 2 + 0.02), frame)
    return design


@category("armchair", family="furniture", also=("easy chair", "chair"))
def armchair(p: Parameters) -> Design:
    w, d, seat_y = p.real("width", 0.65, 0.95), p.real("depth", 0.6, 0.85), p.real("seat_height", 0.32, 0.45)
    back, arm = p.real("back_height", 0.35, 0.65), p.real("arm_width", 0.08, 0.2)
    arms, legs = p.choice("arms", ["boxy", "rolled"]), p.choice("legs", LEGS)
    cover, wood = p.material("cover", FABRICS), p.material("leg_material", [*WOODS, *METALS])
    design = Design([cover.name, arms], [f"{arms} arms", f"four {legs} legs"])
    foot = 0.12
    design.add("leg", four_legs(legs, w, d, foot, 0.025), wood)
    design.add(
        "seat",
        box(w, seat_y - foot, d, bevel=0.03).moved(y=foot) + box(w - 2 * arm, 0.1, d * 0.9, bevel=0.04).moved(y=seat_y),
        cover,
    )
    side = box(arm, 0.25, d, bevel=0.03)
    if arms == "rolled":
        side = side + cylinder(arm * 0.65, d, segments=16).rotated("x", 90).moved(y=0.25, z=-d / 2)
    design.add("arm", row(side.moved(y=seat_y), 2, step=(w - arm, 0, 0)), cover)
    design.add("backrest", box(w, back, 0.16, bevel=0.05).rotated("x", -8).moved(0, seat_y, -d / 2 + 0.1), cover)
    return design


@category("sofa", family="furniture", also=("couch", "settee"))
def sofa(p: Parameters) -> Design:
    seats, seat_w, d = p.whole("seats", 2, 4), p.real("seat_width", 0.5, 0.75), p.real("depth", 0.75, 1.0)
    back, arm = p.real("back_height", 0.3, 0.6), p.real("arm_width", 0.08, 0.25)
    legs, corner = p.choice("legs", LEGS), p.choice("corner", ["no", "left", "right"])
    cover, accent = p.material("cover", FABRICS), p.material("cushion", FABRICS)
    w = seats * seat_w + 2 * arm
    design = Design([cover.name, f"{number_word(seats)}-seat"], [f"{number_word(seats)} {accent.name} cushions"])
    design.add("base", box(w, 0.25, d, bevel=0.03).moved(y=0.12), cover)
    design.add("leg", four_legs(legs, w, d, 0.12, 0.03), WOODS[3])
    design.add(
        "cushion",
        row(box(0.94 * seat_w, 0.12, d - 0.2, bevel=0.05).moved(0, 0.37, 0.08), seats, step=(seat_w, 0, 0)),
        accent,
    )
    design.add("backrest", box(w, back, 0.2, bevel=0.06).moved(0, 0.37, -d / 2 + 0.1), cover)
    design.add("arm", row(box(arm, 0.3, d, bevel=0.03).moved(y=0.3), 2, step=(w - arm, 0, 0)), cover)
    if corner != "no":
        x = (-1 if corner == "left" else 1) * (w / 2 - seat_w / 2 - arm)
        design.add("base", box(seat_w, 0.25, 0.6, bevel=0.03).moved(x, 0.12, d / 2 + 0.3), cover)
        design.add("cushion", box(0.94 * seat_w, 0.12, 0.6, bevel=0.05).moved(x, 0.37, d / 2 + 0.28), accent)
        design.features.append("a chaise on one side")
    return design


@category("bench", family="furniture", also=("park bench", "seat"))
def bench(p: Parameters) -> Design:
    w, d, h = p.real("width", 1.0, 2.0), p.real("depth", 0.3, 0.5), p.real("height", 0.38, 0.5)
    slats, back = p.whole("slats", 2, 6), p.choice("back", ["none", "slatted", "solid"])
    ends = p.choice("ends", ["legs", "slabs", "frames"])
    seat, frame = p.material("seat_material", [*WOODS, *STONES]), p.material("frame", [*METALS, *WOODS, *STONES])
    design = Design(
        [seat.name],
        [
            f"{number_word(slats)} seat boards",
            {"legs": "four legs", "slabs": "slab ends", "frames": "frame ends"}[ends],
        ],
    )
    design.add("seat", row(box(w, 0.04, 0.85 * d / slats).moved(y=h), slats, step=(0, 0, d / slats)), seat)
    if ends == "legs":
        design.add("leg", four_legs("square", w, d, h, 0.03), frame)
    elif ends == "slabs":
        design.add("leg", row(box(0.06, h, d), 2, step=(0.8 * w, 0, 0)), frame)
    else:
        design.add(
            "leg",
            row(sweep([(0, 0, -d / 2), (0, h, -d / 2), (0, h, d / 2), (0, 0, d / 2)], 0.025), 2, step=(0.85 * w, 0, 0)),
            frame,
        )
    if back != "none":
        boards = (
            box(w, 0.4, 0.03) if back == "solid" else join(*(box(w, 0.09, 0.03).moved(y=0.15 * i) for i in range(3)))
        )
        posts = row(box(0.04, 0.45, 0.03).moved(z=-0.03), 2, step=(0.8 * w, 0, 0))
        design.add("backrest", (boards + posts).rotated("x", -10).moved(0, h + 0.05, -d / 2), seat)
        design.features.append(f"a {back} back")
    return design


@category("table", family="furniture", also=("dining table",))
def table(p: Parameters) -> Design:
    w, ratio, h = p.real("width", 0.7, 1.8), p.real("ratio", 0.5, 1.0), p.real("height", 0.4, 0.8)
    top, base = (
        p.choice("top", ["round", "rectangular", "oval", "hexagonal"]),
        p.choice("base", ["four", "pedestal", "trestle", "three"]),
    )
    legs, thick = p.choice("legs", LEGS), p.real("thickness", 0.02, 0.07)
    plate, wood = p.material("top_material", [*WOODS, *STONES]), p.material("leg_material", [*WOODS, *METALS])
    d = w * ratio
    style = {
        "four": f"four {legs} legs",
        "pedestal": "a central pedestal",
        "trestle": "two trestles",
        "three": f"three {legs} legs",
    }[base]
    design = Design(
        [top, plate.name], [style, f"{wood.name} legs" if base in ("four", "three") else f"a {wood.name} base"]
    )
    slab = {
        "round": lambda: cylinder(d / 2, thick, segments=32),
        "oval": lambda: cylinder(w / 2, thick, segments=32).scaled(1, 1, ratio),
        "hexagonal": lambda: cylinder(d / 2, thick, segments=6),
        "rectangular": lambda: box(w, thick, d, bevel=0.02),
    }[top]()
    design.add("top", slab.moved(y=h), plate)
    inner = 0.72 if top in ("round", "hexagonal", "oval") else 0.95
    wx = (d if top in ("round", "hexagonal") else w) * inner
    if base == "four":
        design.add("leg", four_legs(legs, wx, d * inner, h, 0.03), wood)
    elif base == "three":
        design.add("leg", around(four_legs(legs, 0.07, 0.07, h, 0.03).moved(0.3 * min(wx, d)), 3, start=30), wood)
    elif base == "pedestal":
        design.add(
            "pedestal",
            lathe([(0.3 * d, 0), (0.28 * d, 0.03), (0.05, 0.1), (0.04, h - 0.1), (0.15, h)], segments=20),
            wood,
        )
    else:
        trestle = box(0.05, h, 0.05).rotated("x", 12).moved(z=-d * 0.25) + box(0.05, h, 0.05).rotated("x", -12).moved(
            z=d * 0.25
        )
        design.add("trestle", row(trestle + box(0.05, 0.05, d * 0.5).moved(y=0.25 * h), 2, step=(0.7 * wx, 0, 0)), wood)
    return design


@category("desk", family="furniture", also=("writing desk", "workbench"))
def desk(p: Parameters) -> Design:
    w, d, h = p.real("width", 1.0, 1.8), p.real("depth", 0.5, 0.8), p.real("height", 0.68, 0.78)
    side, rows = p.choice("drawers", ["left", "right", "both", "none"]), p.whole("rows", 2, 4)
    panel, legs = p.choice("panel", ["open", "closed"]), p.choice("legs", LEGS[:3])
    top, body = p.material("top_material", WOODS), p.material("body", [*WOODS, *METALS])
    places = {"left": [-1], "right": [1], "both": [-1, 1], "none": []}[side]
    words = {
        0: f"four {legs} legs",
        1: f"a stack of {number_word(rows)} drawers",
        2: f"two stacks of {number_word(rows)} drawers",
    }[len(places)]
    design = Design([top.name], [words])
    design.add("top", box(w, 0.04, d).moved(y=h), top)
    design.add("leg", four_legs(legs, w, d, h, 0.025), body)
    for s in places:
        x = s * (w / 2 - 0.22)
        fronts, knobs = drawers(0.38, h - 0.1, 1, rows)
        design.add("cabinet", box(0.4, h - 0.08, d * 0.9).moved(x, 0.08), body)
        design.add("drawer", fronts.moved(x, 0.09, d * 0.45), top)
        design.add("knob", knobs.moved(x, 0.09, d * 0.45), STEEL)
    if panel == "closed":
        design.add("panel", box(w * 0.95, h * 0.6, 0.02).moved(0, h * 0.4, -d / 2 + 0.03), body)
        design.features.append("a closed back")
    return design


@category("bed", family="furniture", also=("single bed", "double bed"))
def bed(p: Parameters) -> Design:
    w, length, h = p.real("width", 0.9, 1.9), p.real("length", 1.9, 2.2), p.real("height", 0.25, 0.5)
    head, head_h = p.choice("headboard", ["solid", "slatted", "none"]), p.real("headboard_height", 0.3, 0.8)
    pillows, legs = p.whole("pillows", 1, 3), p.choice("legs", LEGS)
    wood, cover, sheet = (
        p.material("frame", [*WOODS, *METALS]),
        p.material("blanket", FABRICS),
        Material("white", (0.94, 0.94, 0.92)),
    )
    design = Design([wood.name], [f"{number_word(pillows)} pillow{'s' * (pillows > 1)}", f"a {cover.name} blanket"])
    design.add("leg", four_legs(legs, w, length, h, 0.035), wood)
    design.add("frame", box(w, 0.1, length).moved(y=h - 0.1), wood)
    design.add("mattress", box(w * 0.96, 0.2, length * 0.97, bevel=0.06).moved(y=h), sheet)
    design.add("blanket", box(w * 0.98, 0.06, length * 0.65, bevel=0.05).moved(0, h + 0.17, length * 0.16), cover)
    design.add(
        "pillow",
        row(
            sphere(0.5, segments=12).scaled(0.8 * w / pillows, 0.16, 0.4).moved(0, h + 0.24, -length * 0.36),
            pillows,
            step=(0.9 * w / pillows, 0, 0),
        ),
        sheet,
    )
    if head == "solid":
        design.add("headboard", box(w, head_h, 0.05).moved(0, h, -length / 2), wood)
    elif head == "slatted":
        slats = row(box(0.03, head_h, 0.03), 8, step=(w / 8, 0, 0)) + box(w, 0.06, 0.05).moved(y=head_h)
        design.add("headboard", slats.moved(0, h, -length / 2), wood)
    if head != "none":
        design.features.append(f"a {head} headboard")
    return design


@category("bookshelf", family="furniture", also=("bookcase", "shelf", "shelves"))
def bookshelf(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.5, 1.3), p.real("height", 0.8, 2.1), p.real("depth", 0.22, 0.4)
    shelves, back = p.whole("shelves", 2, 6), p.choice("back", ["open", "closed"])
    books, bay = p.whole("books", 0, 7), p.choice("middle", ["yes", "no"])
    wood, cloth = p.material("wood", [*WOODS, *METALS]), p.material("book_material", PLASTICS)
    design = Design([wood.name, back], [f"{number_word(shelves)} shelves"])
    design.add("side", row(box(0.03, h, d), 2, step=(w, 0, 0)), wood)
    design.add("shelf", join(*(box(w, 0.025, d).moved(y=h * i / shelves) for i in range(shelves + 1))), wood)
    if back == "closed":
        design.add("back", box(w, h, 0.01).moved(z=-d / 2), wood)
    if bay == "yes":
        design.add("side", box(0.025, h, d), wood)
        design.features.append("a middle wall")
    if books:
        spines = join(
            *(
                box(0.035, h / shelves * (0.5 + 0.08 * (i % 4)), d * 0.7).moved(-w / 2 + 0.06 + 0.045 * i)
                for i in range(books)
            )
        )
        design.add(
            "book", join(*(spines.moved((s % 2) * w * 0.5, h * s / shelves + 0.025) for s in range(shelves))), cloth
        )
        design.features.append(f"{cloth.name} books")
    return design


def _case(p: Parameters, design: Design, w: float, h: float, d: float) -> None:
    """Body, feet, and a front of drawers or doors: shared by cabinets, nightstands and wardrobes."""
    rows, columns = p.whole("rows", 1, 4), p.whole("columns", 1, 2)
    front, foot = p.choice("front", ["drawers", "doors"]), p.real("foot", 0.02, 0.2)
    body, face = p.material("body", WOODS), p.material("front_material", [*WOODS, *PLASTICS[:6]])
    design.adjectives.append(body.name)
    design.add("body", box(w, h - foot, d).moved(y=foot), body)
    design.add("leg", four_legs("tapered", w, d, foot, 0.025), body)
    if front == "drawers":
        fronts, knobs = drawers(w * 0.95, (h - foot) * 0.95, columns, rows)
        total = rows * columns
        design.features.append(f"{number_word(total)} {face.name} drawer{'s' * (total > 1)}")
    else:
        fronts, knobs = drawers(w * 0.95, (h - foot) * 0.95, columns, 1)
        knobs = knobs.scaled(1, 4, 1).moved(y=-1.5 * (h - foot))
        design.features.append(f"{number_word(columns)} {face.name} door{'s' * (columns > 1)}")
    design.add("drawer" if front == "drawers" else "door", fronts.moved(0, foot, d / 2), face)
    design.add("knob", knobs.moved(0, foot, d / 2), BRASS)
    if foot > 0.1:
        design.features.append("high feet")


@category("cabinet", family="furniture", also=("cupboard",))
def cabinet(p: Parameters) -> Design:
    design = Design()
    _case(p, design, p.real("width", 0.7, 1.5), p.real("height", 0.6, 1.1), p.real("depth", 0.35, 0.55))
    return design


@category("nightstand", family="furniture", also=("bedside table",))
def nightstand(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.35, 0.5), p.real("height", 0.4, 0.6), p.real("depth", 0.3, 0.42)
    design = Design()
    _case(p, design, w, h, d)
    if p.choice("lip", ["yes", "no"]) == "yes":
        design.add("lip", box(w * 1.1, 0.03, d * 1.12).moved(y=h), WOODS[0])
        design.features.append("an overhanging top")
    return design


@category("wardrobe", family="furniture", also=("closet", "armoire"))
def wardrobe(p: Parameters) -> Design:
    w, h, d = p.real("width", 0.8, 1.8), p.real("height", 1.7, 2.2), p.real("depth", 0.5, 0.65)
    design = Design()
    _case(p, design, w, h, d)
    crown = p.choice("crown", ["flat", "cornice", "arched"])
    if crown == "cornice":
        design.add("crown", box(w * 1.06, 0.08, d * 1.06).moved(y=h), WOODS[1])
    elif crown == "arched":
        design.add(
            "crown", cylinder(w / 2, d, segments=24).rotated("x", 90).scaled(1, 0.25, 1).moved(0, h, -d / 2), WOODS[1]
        )
    if crown != "flat":
        design.features.append(f"{'an' if crown == 'arched' else 'a'} {crown} top")
    return design


@category("office chair", family="furniture", also=("desk chair", "swivel chair"))
def office_chair(p: Parameters) -> Design:
    w, seat_y, back = p.real("width", 0.42, 0.55), p.real("seat_height", 0.4, 0.55), p.real("back_height", 0.35, 0.75)
    feet, arms = p.whole("feet", 4, 6), p.choice("arms", ["yes", "no"])
    headrest, curve = p.choice("headrest", ["yes", "no"]), p.real("curve", 0, 0.8)
    cover, frame = p.material("cover", [*FABRICS, *PLASTICS]), p.material("frame", METALS)
    design = Design([cover.name], [f"{number_word(feet)} feet on castors"])
    foot = box(0.05, 0.04, 0.3).moved(0, 0.06, 0.15) + sphere(0.035, segments=8).moved(0, 0.035, 0.29)
    design.add("foot", around(foot, feet), frame)
    design.add("column", cylinder(0.03, seat_y - 0.06, segments=12).moved(y=0.08), frame)
    design.add("seat", box(w, 0.08, w, bevel=0.08).moved(y=seat_y), cover)
    design.add("backrest", box(w * 0.9, back, 0.06, bevel=0.02).bent(curve).moved(0, seat_y + 0.12, -w / 2), cover)
    design.add("column", box(0.06, 0.2, 0.03).moved(0, seat_y, -w / 2 - 0.04), frame)
    if headrest == "yes":
        design.add("headrest", box(w * 0.5, 0.14, 0.06, bevel=0.02).moved(0, seat_y + back + 0.15, -w / 2), cover)
        design.features.append("a headrest")
    if arms == "yes":
        arm = sweep([(0, 0, 0), (0, 0.2, 0), (0, 0.2, 0.25)], 0.02)
        design.add("arm", row(arm.moved(0, seat_y + 0.04, -0.1), 2, step=(w + 0.08, 0, 0)), frame)
        design.features.append("armrests")
    return design


@category("floor lamp", family="furniture", also=("standing lamp", "lamp"))
def floor_lamp(p: Parameters) -> Design:
    h, shade_r, shade_h = (
        p.real("height", 1.2, 1.8),
        p.real("shade_radius", 0.12, 0.28),
        p.real("shade_height", 0.15, 0.35),
    )
    taper, base = p.real("taper", 0.4, 1.0), p.choice("base", ["disc", "tripod", "arc"])
    metal, shade = p.material("metal", [*METALS, *WOODS]), p.material("shade_material", [*FABRICS, *PLASTICS])
    design = Design([metal.name], [f"a {shade.name} shade"])
    x = 0.0
    if base == "disc":
        design.add("base", cylinder(0.16, 0.025), metal)
        design.add("pole", cylinder(0.012, h, segments=8), metal)
    elif base == "tripod":
        design.add("base", around(sweep([(0, 0.9 * h, 0), (0, 0, 0.35)], 0.015), 3), metal)
        design.add("pole", cylinder(0.012, 0.15 * h, segments=8).moved(y=0.87 * h), metal)
    else:
        x = 0.6
        design.add("base", cylinder(0.18, 0.04), metal)
        design.add(
            "pole",
            sweep(
                [
                    (0, 0, 0),
                    (0, 0.7 * h, 0),
                    (0.1, 0.95 * h, 0),
                    (0.3, 1.08 * h, 0),
                    (0.5, 1.1 * h, 0),
                    (x, 1.03 * h, 0),
                ],
                0.014,
            ),
            metal,
        )
    design.features.append({"disc": "a round base", "tripod": "a tripod base", "arc": "an arched pole"}[base])
    design.add("shade", cylinder(shade_r, shade_h, top_radius=shade_r * taper).moved(x, h - 0.1), shade)
    return design
