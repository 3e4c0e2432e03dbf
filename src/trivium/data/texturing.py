"""New instances of known geometry: other colours, printed textures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trivium.geometry import Mesh, Surface
from trivium.rendering import cluttered_background


def retextured(mesh: Mesh, rng: np.random.Generator) -> Mesh:
    """The mesh with made-up printed textures: packages, fabrics, labels. One to three prints over all surfaces."""
    prints = [cluttered_background(rng, size=128) for _ in range(int(rng.integers(1, 4)))]
    low, high = mesh.bounds
    extent = float((high - low).max()) or 1.0

    def printed(surface: Surface) -> Surface:
        axes = np.linalg.qr(rng.normal(size=(3, 3)))[0][:2].astype(np.float32)
        placed = surface.vertices @ surface.transforms[0, :3, :3].T
        uv = placed @ axes.T / extent * np.float32(rng.uniform(0.7, 2.5))
        texture = prints[int(rng.integers(len(prints)))]
        return replace(
            surface, color=None, vertex_colors=None, face_colors=None, texture=texture, uv=uv.astype(np.float32)
        )

    return replace(mesh, surfaces=tuple(printed(s) for s in mesh.surfaces))


def recolored(mesh: Mesh, rng: np.random.Generator) -> Mesh:
    """The mesh with its colours mixed anew by one random matrix, so that equal colours stay equal."""
    mix = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    shift = rng.uniform(0.2, 0.8, 3) - mix @ np.full(3, 0.5)

    def change(colors: np.ndarray) -> np.ndarray:
        return np.clip(colors @ mix.T + shift, 0, 1).astype(np.float32)

    def dyed(surface: Surface) -> Surface:
        if surface.texture is not None:
            texture = (change(surface.texture.astype(np.float32) / 255) * 255).astype(np.uint8)
            return replace(surface, texture=texture)
        if surface.vertex_colors is not None:
            return replace(surface, vertex_colors=change(surface.vertex_colors))
        if surface.face_colors is not None:
            return replace(surface, face_colors=change(surface.face_colors))
        r, g, b = (float(c) for c in change(np.asarray(surface.color or rng.uniform(0, 1, 3))))
        return replace(surface, color=(r, g, b))

    return replace(mesh, surfaces=tuple(dyed(s) for s in mesh.surfaces))
