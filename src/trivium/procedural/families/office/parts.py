"""What office goods are made of: sheets, lines of print, buttons in a grid, seven-segment figures."""

from __future__ import annotations

from trivium.procedural.design import Design, Parameters
from trivium.procedural.materials import Material
from trivium.procedural.solids import Solid, along_z, box, join, slab

GOLD, SILVER, BRONZE = (
    Material("golden", (0.85, 0.66, 0.20)),
    Material("silver", (0.77, 0.78, 0.80)),
    Material("bronze", (0.58, 0.38, 0.20)),
)
CHARCOAL, PALE = Material("dark grey", (0.23, 0.24, 0.26)), Material("light grey", (0.78, 0.79, 0.80))
PAPER, PRINT, CREAM = (
    Material("paper", (0.96, 0.95, 0.91)),
    Material("printed", (0.20, 0.20, 0.23)),
    Material("cream", (0.91, 0.86, 0.72)),
)
SCREEN, LCD = Material("dark", (0.05, 0.06, 0.08)), Material("pale green", (0.70, 0.76, 0.64))
RED_LIGHT, GREEN_LIGHT = Material("glowing red", (1.0, 0.22, 0.15)), Material("glowing green", (0.30, 0.95, 0.35))
SEGMENTS = dict(zip("0123456789", "abcdef bc abged abgcd fgbc afgcd afgedc abc abcdefg abcdfg".split(), strict=True))
BARS = {
    "a": (0.25, 1, 1),
    "b": (0.5, 0.75, 0),
    "c": (0.5, 0.25, 0),
    "d": (0.25, 0, 1),
    "e": (0, 0.25, 0),
    "f": (0, 0.75, 0),
    "g": (0.25, 0.5, 1),
}


def panel(width: float, height: float, thickness: float, *, radius: float = 0) -> Solid:
    """An upright sheet, centred in x and y, with its back at z = 0."""
    return along_z(slab(width, thickness, height, radius) if radius else box(width, thickness, height))


def lines(width: float, height: float, count: int, *, thickness: float = 0.0006) -> Solid:
    """Lines of print on an upright page, centred."""
    step = height / count
    shares = [(1, 0.93, 0.97, 0.6, 0.95, 0.9)[i % 6] for i in range(count)]
    places = [(width * (s - 1) / 2, height / 2 - step * (i + 0.5)) for i, s in enumerate(shares)]
    return join(
        *(panel(width * s, 0.35 * step, thickness).moved(x, y) for s, (x, y) in zip(shares, places, strict=True))
    )


def digits(text: str, height: float) -> Solid:
    """Seven-segment figures facing front, centred; a colon is two dots."""
    bars, t, x = [], 0.12 * height, 0.0
    for character in text:
        if character == ":":
            bars += [panel(t, t, 0.08 * height).moved(x, y * height) for y in (0.3, 0.7)]
        for name in SEGMENTS.get(character, ""):
            dx, dy, flat = BARS[name]
            size = (0.45 * height, t) if flat else (t, 0.42 * height)
            bars.append(panel(*size, 0.08 * height).moved(x + dx * height, dy * height))
        x += (0.3 if character == ":" else 0.8) * height
    solid = join(*bars)
    middle = (solid.vertices.max(0) + solid.vertices.min(0)) / 2
    return solid.moved(-middle[0], -middle[1])


def turn(design: Design, axis: str, degrees: float) -> Design:
    """The whole design turned about an axis through the origin."""
    design.parts = [(part, solid.rotated(axis, degrees), material) for part, solid, material in design.parts]
    return design


def pose(p: Parameters, *, lying: int = 2) -> str:
    """How a stick or sheet is shown: usually lying on the desk."""
    return p.choice("pose", ["lying"] * lying + ["upright"])
