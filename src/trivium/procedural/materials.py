"""Materials: a name that captions may say, a colour, and sometimes a pattern."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

Color = tuple[float, float, float]


@dataclass(frozen=True)
class Material:
    """sRGB ``color`` in [0, 1]; ``pattern`` is one of PATTERNS or ""; ``scale`` is pattern repeats per metre."""

    name: str
    color: Color
    pattern: str = ""
    second: Color = (1.0, 1.0, 1.0)
    scale: float = 2.0

    def tinted(self, jitter: np.ndarray) -> Material:
        r, g, b = (float(c) for c in np.clip(np.asarray(self.color) + jitter, 0, 1).round(3))
        return replace(self, color=(r, g, b))

    def look(self, vertices: np.ndarray, faces: np.ndarray) -> dict[str, object]:
        """Keyword arguments for ``Surface``: a plain colour, or colours by face that show the pattern."""
        if not self.pattern:
            return {"color": self.color}
        centers = vertices[faces].mean(1) * self.scale
        mix = PATTERNS[self.pattern](centers)[:, None]
        colors = np.asarray(self.color) * (1 - mix) + np.asarray(self.second) * mix
        return {"face_colors": colors.astype(np.float32)}


def _stripes(p: np.ndarray) -> np.ndarray:
    return (np.sin(2 * np.pi * p[:, 1]) > 0).astype(float)


def _rings(p: np.ndarray) -> np.ndarray:
    return (np.sin(2 * np.pi * np.hypot(p[:, 0], p[:, 2])) > 0).astype(float)


def _speckle(p: np.ndarray) -> np.ndarray:
    return (np.abs(np.sin(p @ np.array([127.1, 311.7, 74.7])) * 43758.5453) % 1 < 0.25).astype(float)


def _fade(p: np.ndarray) -> np.ndarray:
    y = p[:, 1]
    return (y - y.min()) / max(float(np.ptp(y)), 1e-9)


def paint(**colors: Color) -> tuple[Material, ...]:
    """Plain materials by keyword: ``dark_green=(...)`` is called "dark green"."""
    return tuple(Material(name.replace("_", " "), color) for name, color in colors.items())


PATTERNS = {"stripes": _stripes, "rings": _rings, "speckle": _speckle, "fade": _fade}


@lru_cache
def palette() -> dict[str, Material]:
    """All plain materials by name."""
    return {m.name: m for group in (WOODS, METALS, PLASTICS, FABRICS, CERAMICS, STONES) for m in group}


WOODS = (
    Material("oak", (0.72, 0.53, 0.33)),
    Material("walnut", (0.40, 0.26, 0.17)),
    Material("pine", (0.86, 0.70, 0.47)),
    Material("dark wooden", (0.25, 0.16, 0.11)),
    Material("white painted", (0.92, 0.91, 0.88)),
)
METALS = (
    Material("steel", (0.62, 0.64, 0.66)),
    Material("brass", (0.78, 0.62, 0.28)),
    Material("black metal", (0.12, 0.12, 0.13)),
    Material("copper", (0.72, 0.43, 0.28)),
    Material("chrome", (0.80, 0.82, 0.84)),
    Material("rusty", (0.45, 0.25, 0.16)),
)
PLASTICS = (
    Material("red", (0.80, 0.13, 0.12)),
    Material("blue", (0.13, 0.31, 0.72)),
    Material("green", (0.18, 0.55, 0.24)),
    Material("yellow", (0.95, 0.78, 0.15)),
    Material("orange", (0.93, 0.47, 0.12)),
    Material("white", (0.94, 0.94, 0.94)),
    Material("black", (0.08, 0.08, 0.09)),
    Material("grey", (0.50, 0.51, 0.53)),
    Material("pink", (0.93, 0.56, 0.68)),
    Material("purple", (0.45, 0.22, 0.60)),
    Material("turquoise", (0.20, 0.68, 0.68)),
    Material("beige", (0.86, 0.79, 0.66)),
)
FABRICS = (
    Material("red fabric", (0.62, 0.16, 0.17)),
    Material("navy fabric", (0.14, 0.20, 0.38)),
    Material("grey fabric", (0.55, 0.55, 0.55)),
    Material("green fabric", (0.27, 0.42, 0.30)),
    Material("cream fabric", (0.90, 0.85, 0.74)),
    Material("brown leather", (0.42, 0.25, 0.15)),
    Material("black leather", (0.10, 0.09, 0.09)),
    Material("mustard fabric", (0.80, 0.60, 0.18)),
)
CERAMICS = (
    Material("white ceramic", (0.95, 0.94, 0.92)),
    Material("blue ceramic", (0.24, 0.40, 0.62)),
    Material("terracotta", (0.76, 0.42, 0.28)),
    Material("green ceramic", (0.40, 0.56, 0.44)),
    Material("black ceramic", (0.13, 0.13, 0.14)),
    Material("red ceramic", (0.72, 0.20, 0.16)),
)
STONES = (
    Material("concrete", (0.66, 0.65, 0.62)),
    Material("brick", (0.62, 0.30, 0.22)),
    Material("sandstone", (0.84, 0.73, 0.54)),
    Material("slate", (0.30, 0.33, 0.37)),
    Material("white plaster", (0.93, 0.91, 0.86)),
)
BARKS = (
    Material("brown", (0.4, 0.27, 0.17)),
    Material("grey bark", (0.5, 0.47, 0.43)),
    Material("birch", (0.88, 0.86, 0.8)),
)
GLASS = Material("glass", (0.70, 0.84, 0.88))
RUBBER = Material("rubber", (0.10, 0.10, 0.10))
LEAF = Material("leafy", (0.24, 0.48, 0.18))
SOIL = Material("soil", (0.27, 0.18, 0.12))

# The same materials by name.
STEEL, BRASS, BLACK_METAL, COPPER, CHROME, RUSTY = METALS
RED, BLUE, GREEN, YELLOW, ORANGE, WHITE, BLACK, GREY, PINK, PURPLE, TURQUOISE, BEIGE = PLASTICS
CONCRETE, BRICK, SANDSTONE, SLATE, PLASTER = STONES
