"""Jewellery, crowns and masks."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design, Parameters, category, number_word
from trivium.procedural.families.wearables.parts import BRONZE, DARK, GOLD, SILVER, SOFT_BLACK, SOFT_WHITE
from trivium.procedural.materials import PLASTICS, Material, paint
from trivium.procedural.solids import (
    Solid,
    arc,
    around,
    box,
    cylinder,
    extrude,
    join,
    loft,
    regular_outline,
    smooth,
    sphere,
    sweep,
    torus,
    upright,
)

GEMS = paint(
    ruby=(0.82, 0.06, 0.18),
    emerald=(0.05, 0.6, 0.32),
    sapphire=(0.1, 0.22, 0.75),
    diamond=(0.82, 0.93, 0.97),
    amethyst=(0.56, 0.25, 0.75),
    topaz=(0.97, 0.72, 0.15),
)


def _brilliant(
    r: float, facets: int, *, table: float = 0.58, crown: float = 0.32, depth: float = 0.85
) -> tuple[Solid, Solid, Solid]:
    """Table, crown and pavilion of a cut stone whose girdle is at y = 0."""
    a = np.linspace(0, 2 * np.pi, facets, endpoint=False)
    half = np.pi / facets

    def ring(k: float, y: float, turn: float = 0) -> np.ndarray:
        return np.stack([k * r * np.cos(a + turn), np.full(facets, y * r), k * r * np.sin(a + turn)], 1)

    middle = (1 + table) / 2
    upper = loft([ring(1, 0), ring(middle * 1.04, 0.55 * crown, half), ring(table, crown, 2 * half)], closed_ends=False)
    lower = loft([ring(0.02, -depth), ring(0.55, -0.42 * depth, half), ring(1, -0.04), ring(1, 0)])
    return loft([ring(table, crown - 0.02), ring(table, crown)]), upper, lower


def _stone(design: Design, stone: tuple[Solid, Solid, Solid], gem_: Material, *place: float) -> None:
    for solid, shade in zip(stone, (0.1, 0.0, -0.09), strict=True):
        design.add("stone", solid.moved(*place), gem_.tinted(np.full(3, shade)))


@category("crown", family="wearables", also=("royal crown", "king's crown"))
def crown(p: Parameters) -> Design:
    r, tall, points = p.real("radius", 0.08, 0.1), p.real("tall", 0.55, 1.0), p.whole("points", 5, 10)
    form, flare, band = (
        p.choice("form", ["pointed", "arched", "fleur"]),
        p.real("flare", 1.0, 1.25),
        p.real("band", 0.25, 0.4),
    )
    metal, jewel = (
        p.material("metal", [GOLD, GOLD, SILVER, *paint(rose_gold=(0.86, 0.6, 0.48))]),
        p.material("jewel", GEMS),
    )
    velvet = p.material("velvet", paint(red=(0.6, 0.06, 0.12), purple=(0.34, 0.1, 0.42), blue=(0.12, 0.16, 0.48)))
    h = tall * r
    design = Design(
        [metal.name, form if form != "fleur" else "royal"], [f"{number_word(points)} points", f"{jewel.name} jewels"]
    )
    n = 8 * points
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    wave = np.abs((np.arange(n) / 8) % 1 - 0.5) * 2
    high = band * r + h * (wave if form == "pointed" else 0.25 * wave**3)
    rings = []
    for k, lift in ((1.0, 0.0), (1.0, 1.0), (0.95, 1.0), (0.95, 0.0)):
        y = lift * high
        out = k * r * (1 + (flare - 1) * y / (h + band * r))
        rings.append(np.stack([out * np.cos(a), y, out * np.sin(a)], 1))
    design.add("crown", loft(rings, closed_ends=False), metal)
    design.add(
        "band",
        torus(1.0 * r, 0.05 * r, segments=40, sides=8).moved(y=0.04 * r)
        + torus(1.01 * r, 0.035 * r, segments=40, sides=8).moved(y=band * r),
        metal,
    )
    stone = sphere(0.085 * r, segments=8).moved(1.02 * r, 0.52 * band * r)
    design.add("jewel", around(stone, points), jewel)
    design.add(
        "jewel",
        around(stone.scaled(1, 1, 0.7), points, start=180 / points),
        GEMS[3] if jewel.name != "diamond" else GEMS[0],
    )
    tip = r * flare if form == "pointed" else r * (1 + (flare - 1) * 0.4)
    top = band * r + h * (1 if form == "pointed" else 0.25)
    if form == "fleur":
        petal = join(
            *(
                sphere(0.13 * r, segments=8).scaled(0.4, 1.6, 0.8).rotated("x", x).moved(0, 0.1 * r, z * r)
                for x, z in ((0, 0), (50, 0.13), (-50, -0.13))
            )
        )
        design.add("fleur", around(petal.moved(tip, top), points), metal)
    else:
        design.add("ball", around(sphere(0.08 * r, segments=10).moved(tip * 0.99, top), points), metal)
    if form == "arched":
        bow = sweep(
            smooth(
                [(tip, 0.8 * top, 0), (1.1 * r, top + 0.4 * h, 0), (0.6 * r, top + 0.85 * h, 0), (0, top + 0.7 * h, 0)],
                12,
            ),
            0.05 * r,
        )
        design.add("arch", around(bow, 4), metal)
        design.add("orb", sphere(0.14 * r, segments=12).moved(y=top + 0.82 * h), metal)
        design.add(
            "cross",
            box(0.06 * r, 0.3 * r, 0.06 * r).moved(y=top + 0.92 * h)
            + box(0.22 * r, 0.06 * r, 0.05 * r).moved(y=top + 0.92 * h + 0.15 * r),
            metal,
        )
        design.add(
            "velvet",
            sphere(0.93 * r, segments=24, start=0).scaled(1, (top + 0.6 * h - band * r) / r, 1).moved(y=0.5 * band * r),
            velvet,
        )
        design.features.append(f"{velvet.name} velvet inside")
    return design


@category("ring", family="wearables", also=("jewellery", "finger ring", "wedding ring"))
def ring(p: Parameters) -> Design:
    r, thick, wide = p.real("radius", 0.008, 0.0105), p.real("thick", 0.09, 0.16), p.real("wide", 0.18, 0.5)
    form, size = (
        p.choice("form", ["solitaire", "plain band", "signet", "three stones"]),
        p.real("stone_size", 0.32, 0.55),
    )
    metal, jewel = (
        p.material("metal", [GOLD, GOLD, SILVER, *paint(rose_gold=(0.86, 0.6, 0.48))]),
        p.material("stone", GEMS),
    )
    facets, prongs = p.whole("facets", 6, 10), p.whole("prongs", 4, 6)
    design = Design([metal.name, form.split()[0]], [])
    band = torus(1, thick, segments=48, sides=12).rotated("x", 90).scaled(r, r, r * wide / thick / 2)
    design.add("band", band, metal)
    top = (1 + thick) * r
    if form == "plain band":
        for side in (-1, 1):
            design.add(
                "groove",
                torus((1 + 0.75 * thick) * r, 0.02 * r, segments=40, sides=6)
                .rotated("x", 90)
                .moved(z=side * 0.3 * wide * r),
                metal.tinted(np.full(3, -0.18)),
            )
        design.features.append("two engraved grooves")
    elif form == "signet":
        design.add(
            "plate",
            cylinder(0.3 * r, 0.3 * r, top_radius=0.62 * r, segments=28).scaled(1.1, 1, 0.9).moved(y=top - 0.22 * r),
            metal,
        )
        mark = extrude(regular_outline(facets, 0.36 * r, radius2=0.18 * r), 0.03 * r).moved(y=top + 0.07 * r)
        design.add("emblem", mark, SOFT_BLACK)
        design.features.append("an engraved seal")
    else:
        for x, k in ((0, 1.0),) if form == "solitaire" else ((0, 1.0), (-0.8, 0.65), (0.8, 0.65)):
            y = top + 0.75 * size * k * r - 0.25 * abs(x) * r
            _stone(design, _brilliant(size * k * r, facets), jewel, 1.05 * x * size * 2 * r, y)
            claw = sweep(
                smooth(
                    [
                        (0.05 * r, -0.85 * size * k * r, 0),
                        (0.75 * size * k * r, -0.35 * size * k * r, 0),
                        (1.02 * size * k * r, 0.12 * size * k * r, 0),
                    ],
                    7,
                ),
                0.045 * r,
                sides=6,
            )
            design.add("prong", around(claw, prongs, start=45).moved(1.05 * x * size * 2 * r, y), metal)
        design.features.append(f"a {jewel.name}" if form == "solitaire" else f"three {jewel.name} stones")
    return design


@category("necklace", family="wearables", also=("jewellery", "pendant", "chain"))
def necklace(p: Parameters) -> Design:
    r, long, beads = p.real("radius", 0.065, 0.09), p.real("long", 1.1, 1.6), p.whole("beads", 32, 48)
    form, hang = (
        p.choice("form", ["pearls", "chain", "coloured beads"]),
        p.choice("pendant", ["gem", "heart", "cross", "none"]),
    )
    metal, jewel = p.material("metal", [GOLD, SILVER, BRONZE]), p.material("stone", GEMS)
    pearl, size = (
        p.material("pearl", paint(white=(0.95, 0.93, 0.89), pink=(0.93, 0.8, 0.78), black=(0.2, 0.2, 0.24))),
        p.real("pendant_size", 0.2, 0.34),
    )
    a = np.linspace(0, 2 * np.pi, beads, endpoint=False)
    path = np.stack(
        [
            r * np.sin(a) * (1 - 0.18 * (1 - np.cos(a)) / 2),
            -r * long * (1 - np.cos(a)) / 2,
            0.35 * r * (np.cos(a) * -1),
        ],
        1,
    )
    step = float(np.linalg.norm(np.roll(path, -1, 0) - path, axis=1).max())
    design = Design(
        [{"pearls": f"{pearl.name} pearl", "chain": metal.name}.get(form, jewel.name)],
        ["a long loop" if long > 1.35 else "a short loop"],
    )
    if form == "chain":
        for i, (q, d) in enumerate(zip(path, np.roll(path, -1, 0) - np.roll(path, 1, 0), strict=True)):
            link = torus(0.42 * step, 0.12 * step, segments=10, sides=5).scaled(1.5, 1, 0.9).rotated("x", 90 * (i % 2))
            link = link.rotated("z", np.degrees(np.arctan2(d[1], np.hypot(d[0], d[2])))).rotated(
                "y", -np.degrees(np.arctan2(d[2], d[0]))
            )
            design.add("link", link.moved(*q), metal)
    else:
        design.add("string", sweep(path, 0.06 * step, sides=5, closed=True), metal)
        for i, q in enumerate(path):
            k = (0.38 + 0.14 * (1 - np.cos(a[i])) / 2) * step
            other = form == "coloured beads" and i % 2
            design.add(
                "bead", sphere(k, segments=10).moved(*q), pearl if form == "pearls" else metal if other else jewel
            )
    low, s = path[np.argmin(path[:, 1])] - (0, 0.4 * step, 0), size * r
    if hang != "none":
        design.add(
            "loop",
            torus(0.25 * s, 0.06 * s, segments=14, sides=6).rotated("x", 90).moved(*(low - (0, 0.1 * s, 0))),
            metal,
        )
        design.features.insert(0, f"a {jewel.name} pendant" if hang == "gem" else f"a {hang} pendant")
    if hang == "gem":
        place = low - (0, 1.25 * s, 0)
        stone = tuple(x.rotated("x", 90) for x in _brilliant(0.85 * s, 10, depth=0.5))
        _stone(design, (stone[0], stone[1], stone[2]), jewel, *place)
        design.add("setting", torus(0.87 * s, 0.08 * s, segments=24, sides=8).rotated("x", 90).moved(*place), metal)
    elif hang == "heart":
        t = np.linspace(0, 2 * np.pi, 36, endpoint=False)
        heart = np.stack([np.sin(t) ** 3, 0.8 * np.cos(t) - 0.32 * np.cos(2 * t) - 0.12 * np.cos(3 * t)], 1) * s
        design.add("pendant", upright(heart, 0.3 * s).moved(*(low - (0, 0.75 * s, 0))), metal)
        design.add("pendant", upright(heart * 0.75, 0.36 * s).moved(*(low - (0, 0.75 * s, 0))), jewel)
    elif hang == "cross":
        design.add(
            "pendant",
            (box(0.3 * s, 2 * s, 0.22 * s) + box(1.2 * s, 0.3 * s, 0.2 * s).moved(y=1.25 * s)).moved(
                *(low - (0, 2.25 * s, 0))
            ),
            metal,
        )
    return design


@category("mask", family="wearables", also=("face mask", "carnival mask"))
def mask(p: Parameters) -> Design:
    w, tall, bulge = p.real("width", 0.15, 0.19), p.real("tall", 1.2, 1.5), p.real("bulge", 0.35, 0.6)
    form, nose = p.choice("form", ["theatre", "carnival half", "tribal", "hockey"]), p.real("nose", 0.08, 0.2)
    face = p.material(
        "face",
        [
            SOFT_WHITE,
            GOLD,
            *paint(
                red=(0.75, 0.1, 0.12), wooden=(0.52, 0.33, 0.18), turquoise=(0.25, 0.62, 0.6), purple=(0.55, 0.25, 0.65)
            ),
        ],
    )
    trim, mood = p.material("trim", [GOLD, *PLASTICS[:4], SILVER]), p.choice("mood", ["smiling", "sad"])
    extras = p.whole("extras", 4, 9)
    h = w * tall if form != "carnival half" else 0.5 * w
    n, m = 33, 31
    u, v = np.meshgrid(np.linspace(-1, 1, n), np.linspace(-1, 1, m))

    def half(y: np.ndarray) -> np.ndarray:
        if form == "carnival half":
            return 1 - 0.12 * y**2
        return np.sqrt(np.clip(1 - 0.96 * np.abs(y) ** 2.4, 0.03, 1)) * np.where(y < 0, 1 + 0.22 * y, 1)

    def skin(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        bump = nose * 2 * np.exp(-((x / 0.16) ** 2)) * np.clip(1 - np.abs(y + 0.1) / 0.35, 0, 1)
        return bulge * w * (1 - 0.8 * x**2) * (1 - 0.35 * y**2) + bump * w * 0.5

    x = u * half(v)
    front = np.stack([x * w / 2, v * h / 2, skin(x, v)], 2)
    hx, hy = np.abs(x) * w / 2, v * h / 2
    eye_y = 0.06 * w if form == "carnival half" else 0.14 * h
    eye = ((hx - 0.21 * w) / (0.1 * w)) ** 2 + (
        (hy - eye_y - (hx - 0.21 * w) * 0.3) / (0.055 * w if form != "tribal" else 0.04 * w)
    ) ** 2 < 1
    curve = (1 if mood == "smiling" else -1) * 1.6 * hx**2 / w
    mouth = (np.abs(hy + 0.27 * h - curve) < 0.035 * w) & (hx < 0.2 * w) & (form in ("theatre", "tribal"))
    back = front - (0, 0, 0.04 * w)
    index = np.arange(n * m).reshape(m, n)
    q = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], 2).reshape(-1, 4)
    hollow = (eye | mouth).reshape(-1)[q].mean(1) >= 0.5
    tri = np.concatenate([q[:, [0, 1, 2]], q[:, [0, 2, 3]]])
    dark = np.concatenate([hollow, hollow])
    edge = np.concatenate([index[0], index[1:, -1], index[-1, -2::-1], index[-2:0:-1, 0]])
    points = np.concatenate([front.reshape(-1, 3), back.reshape(-1, 3)])
    k = n * m
    nxt = np.roll(edge, -1)
    rim = np.concatenate([np.stack([edge, edge + k, nxt], 1), np.stack([nxt, edge + k, nxt + k], 1)])
    design = Design([face.name, mood if form in ("theatre", "tribal") else form], ["two eye holes"])
    design.add("face", Solid(points, np.concatenate([tri[~dark], tri[:, ::-1] + k, rim])), face)
    design.add("hole", Solid(points, tri[dark]), DARK)
    border = sweep(points[edge] + np.array([0, 0, -0.01 * w]), 0.02 * w, sides=6, closed=True)
    if form in ("carnival half", "tribal"):
        design.add("border", border, trim)
        design.features.append(f"a {trim.name} border")
    if form == "carnival half":
        plume = upright([(0, 0), (0.07, 0.25), (0.09, 0.6), (0, 0.85), (-0.09, 0.6), (-0.07, 0.25)], 0.015).scaled(
            w, w, w
        )
        for i in range(extras):
            design.add(
                "feather",
                plume.rotated("z", 50 - 100 * i / (extras - 1)).moved(
                    (i / (extras - 1) - 0.5) * 0.6 * w, 0.42 * h, 0.55 * bulge * w
                ),
                (trim, face)[i % 2],
            )
        design.add("stick", cylinder(0.02 * w, 1.2 * w, segments=8).moved(0.47 * w, -1.2 * w, 0.25 * bulge * w), trim)
        design.features.append(f"{number_word(extras)} feathers")
    elif form == "hockey":
        for i in range(extras):
            a = 2 * np.pi * i / extras
            px, py = 0.38 * np.cos(a), 0.08 + 0.72 * np.sin(a)
            dot = (
                sphere(0.025 * w, segments=8)
                .scaled(1, 1, 0.5)
                .moved(px * w / 2, py * h / 2, float(skin(np.array(px), np.array(py))))
            )
            design.add("dot", dot, DARK)
        for py in (0.35, -0.35):
            strap = arc(1, 15, 165, points=12, plane="xz") * (0.52 * w, 1, -0.5 * w) + np.array(
                [0, py * h / 2, 0.1 * w]
            )
            design.add("strap", sweep(strap, 0.025 * w, sides=6), SOFT_BLACK)
        design.features.append("a strap and air holes")
    else:
        for i in range(extras):
            y = (0.62 + 0.1 * (i % 3)) * h / 2
            px = (i / (extras - 1) - 0.5) * 0.6
            z = float(skin(np.array(px), np.array(2 * y / h)))
            design.add("paint", box(0.03 * w, 0.09 * w, 0.03 * w).moved(px * w / 2, y, z), trim)
        design.features.append(f"a {mood} mouth")
    return design
