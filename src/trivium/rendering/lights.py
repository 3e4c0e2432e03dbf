"""Lights: a soft ambient term and a few directional lights that travel with the camera."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trivium.geometry.shapes import Array


@dataclass(frozen=True)
class Lights:
    """Lambertian light. Directions point *towards* the light, in camera axes (x right, y down, z forward)."""

    ambient: float = 0.45
    directions: tuple[tuple[float, float, float], ...] = ((-0.4, -0.7, -0.6), (0.8, -0.1, -0.6))
    strengths: tuple[float, ...] = (0.5, 0.15)

    def shade(self, normals: Array) -> Array:
        """(N,) brightness of unit normals (N, 3) given in camera axes."""
        directions = np.asarray(self.directions, np.float32)
        directions = directions / np.linalg.norm(directions, axis=1, keepdims=True)
        lit = np.maximum(normals @ directions.T, 0) @ np.asarray(self.strengths, np.float32)
        return np.float32(self.ambient) + lit


def random_lights(rng: np.random.Generator) -> Lights:
    """One to three lights from the camera's half of the sky, for data augmentation."""
    count = int(rng.integers(1, 4))
    directions = rng.normal(size=(count, 3))
    directions[:, 2] = -np.abs(directions[:, 2]) - 0.2
    directions[:, 1] -= 0.5
    strengths = rng.uniform(0.15, 0.6, count) / np.sqrt(count)
    return Lights(
        float(rng.uniform(0.25, 0.65)),
        tuple((float(x), float(y), float(z)) for x, y, z in directions),
        tuple(float(s) for s in strengths),
    )
