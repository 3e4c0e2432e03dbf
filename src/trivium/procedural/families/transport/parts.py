"""What vehicles are made of: wheels, bodies, cabs, hulls, wings, tracks."""

from __future__ import annotations

import numpy as np

from trivium.procedural.design import Design
from trivium.procedural.materials import RED, RUBBER, WHITE, Material
from trivium.procedural.solids import Solid, box, cylinder, extrude, join, lathe, mirrored, row, side_cut

Spot = tuple[float, float]
WINDOW = Material("tinted glass", (0.18, 0.25, 0.31))
DARK = Material("black", (0.09, 0.09, 0.10))
AMBER = Material("amber", (0.95, 0.55, 0.1))
BEACON = Material("blue light", (0.1, 0.25, 0.9))
RIMS = (
    Material("silver", (0.75, 0.76, 0.78)),
    Material("black", (0.13, 0.13, 0.14)),
    Material("grey", (0.5, 0.5, 0.52)),
)
PAINTS = (
    Material("white", (0.93, 0.93, 0.92)),
    Material("silver", (0.70, 0.71, 0.73)),
    Material("black", (0.08, 0.08, 0.09)),
    Material("red", (0.68, 0.08, 0.08)),
    Material("blue", (0.10, 0.24, 0.55)),
    Material("grey", (0.36, 0.37, 0.39)),
    Material("dark green", (0.11, 0.27, 0.18)),
    Material("beige", (0.80, 0.74, 0.62)),
)
LEATHERS = (Material("black leather", (0.1, 0.09, 0.09)), Material("brown leather", (0.42, 0.25, 0.15)))
CAMOUFLAGE = (
    Material("olive", (0.33, 0.36, 0.21)),
    Material("sand", (0.73, 0.63, 0.44)),
    Material("dark green", (0.19, 0.27, 0.18)),
    Material("grey", (0.43, 0.45, 0.46)),
)
LIGHT = Material("headlight", (0.98, 0.95, 0.75))


def along(profile: list[Spot], *, segments: int = 20) -> Solid:
    """Turned about the Z axis: (radius, z) from the back to the front."""
    return lathe(profile, segments=segments).rotated("x", 90)


def wings(x: float, reach: float, root: float, tip: float, swept: float, thick: float) -> Solid:
    """A flat wing on both sides, its root centred on z = 0, its tip ``swept`` backwards."""
    plan = [(x, root / 2), (reach, root / 2 - swept), (reach, root / 2 - swept - tip), (x, -root / 2)]
    return mirrored(extrude(plan, thick))


def cabin(
    design: Design, quad: list[Spot], width: float, paint: Material, *, panes: int = 2, rear: bool = True
) -> None:
    """A cab of (z, y) corners (front bottom, front top, back top, back bottom), glazed all round."""
    front_low, front_high, back_high, back_low = (np.array(c, float) for c in quad)

    def at(u: float, v: float) -> np.ndarray:
        return (1 - v) * ((1 - u) * front_low + u * back_low) + v * ((1 - u) * front_high + u * back_high)

    def glaze(corners: list[np.ndarray], wide: float) -> None:
        design.add("window", side_cut([(float(z), float(y)) for z, y in corners], wide), WINDOW)

    design.add("cab", side_cut(quad, width), paint)
    for i in range(panes):
        a, b = 0.07 + 0.88 * i / panes, 0.02 + 0.88 * (i + 1) / panes
        glaze([at(a, 0.12), at(a, 0.86), at(b, 0.86), at(b, 0.12)], width * 1.012)
    for u, push in ((0.0, 0.03), (1.0, -0.03))[: 2 if rear else 1]:
        glaze(
            [at(u, 0.1), at(u, 0.88), at(u, 0.88) + np.array([push, 0.01]), at(u, 0.1) + np.array([push, 0.01])],
            width * 0.88,
        )


def shell(
    design: Design,
    length: float,
    width: float,
    base: float,
    belt: float,
    r: float,
    paint: Material,
    rim: Material,
    *,
    nose: float = 0.0,
    axles: tuple[float, ...] = (0.62, -0.6),
) -> None:
    """The lower body of a road vehicle with bumpers, lights, grille, wheel arches and wheels."""
    half = length / 2
    top = belt - nose
    side = [
        (half, base),
        (half, top - 0.12),
        (half - 0.2, top),
        (-half + 0.06, belt),
        (-half, belt - 0.1),
        (-half, base),
    ]
    design.add("body", side_cut(side, width), paint)
    design.add("bumper", join(*(box(width * 1.02, 0.15, 0.14).moved(0, base + 0.03, e * half) for e in (-1, 1))), DARK)
    design.add("grille", box(width * 0.5, 0.16, 0.04).moved(0, top - 0.34, half), DARK)
    design.add("plate", box(0.36, 0.1, 0.02).moved(0, base + 0.05, half + 0.08), WHITE)
    design.add(
        "headlight", row(box(width * 0.18, 0.16, 0.05), 2, step=(width * 0.74, 0, 0)).moved(0, top - 0.34, half), LIGHT
    )
    design.add("tail light", row(box(0.14, 0.24, 0.05), 2, step=(width * 0.86, 0, 0)).moved(0, belt - 0.4, -half), RED)
    for z in axles:
        design.add("wheel arch", wheel(r * 1.17, width * 1.004).moved(0, r, z * half), DARK)
    add_wheels(design, [z * half for z in axles], width - 0.3 * r, r, rim)


def mirrors(design: Design, x: float, y: float, z: float) -> None:
    design.add("mirror", mirrored(box(0.16, 0.16, 0.08).moved(x + 0.07, y, z)), DARK)


def light_bar(design: Design, y: float, z: float, width: float, second: Material) -> None:
    """Two flashing lights side by side on a dark foot."""
    design.add("light bar", box(width, 0.04, 0.26).moved(0, y, z), DARK)
    design.add("light bar", box(0.44 * width, 0.14, 0.22).moved(-0.24 * width, y + 0.03, z), RED)
    design.add("light bar", box(0.44 * width, 0.14, 0.22).moved(0.24 * width, y + 0.03, z), second)


def wheel(radius: float, width: float) -> Solid:
    """A tyre whose axle is the X axis."""
    return cylinder(radius, width, segments=20).moved(y=-width / 2).rotated("z", 90)


def add_wheels(design: Design, places: list[float], track: float, radius: float, rim: Material) -> None:
    """A pair of wheels at each z, standing on the ground."""
    for z in places:
        for side in (-1, 1):
            design.add("wheel", wheel(radius, radius * 0.55).moved(side * track / 2, radius, z), RUBBER)
            design.add("rim", wheel(radius * 0.6, radius * 0.6).moved(side * track / 2, radius, z), rim)
