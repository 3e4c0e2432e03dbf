"""What wearables are made of."""

from __future__ import annotations

from trivium.procedural.materials import Material, paint

GOLD, SILVER, BRONZE, BRIGHT_STEEL, IRON, SOFT_BLACK, SOFT_WHITE = paint(
    gold=(0.9, 0.7, 0.22),
    silver=(0.82, 0.83, 0.85),
    bronze=(0.62, 0.42, 0.2),
    steel=(0.68, 0.7, 0.73),
    iron=(0.3, 0.31, 0.33),
    black=(0.09, 0.09, 0.1),
    white=(0.94, 0.94, 0.92),
)
LEATHER = paint(brown_leather=(0.42, 0.25, 0.14), black_leather=(0.1, 0.09, 0.09), tan_leather=(0.68, 0.45, 0.24))
DARK = Material("dark", (0.05, 0.05, 0.06))
