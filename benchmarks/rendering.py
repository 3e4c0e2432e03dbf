"""Milliseconds of one core for one 224-pixel view of a bumpy textured sphere: ``python benchmarks/rendering.py``."""

from __future__ import annotations

import time

import numpy as np

from trivium.geometry import Mesh, Surface, normalized, orbit_cameras
from trivium.procedural.solids import sphere
from trivium.rendering import render_views

TARGET_MS = 15.0


def bumpy_sphere(faces: int) -> Mesh:
    segments = int(np.sqrt(faces)) // 2 * 2
    solid = sphere(1.0, segments=segments)
    bumps = 1 + 0.05 * np.sin(solid.vertices @ np.array([9.0, 7.0, 11.0]))
    vertices = (solid.vertices * bumps[:, None]).astype(np.float32)
    texture = np.random.default_rng(0).integers(0, 255, (256, 256, 3), dtype=np.uint8)
    uv = (vertices[:, :2] + 1) / 2
    return Mesh((Surface(vertices, solid.faces.astype(np.int64), texture=texture, uv=uv),))


def main() -> None:
    cameras = orbit_cameras(np.radians(np.arange(12) * 30), np.radians(20), size=224)
    print("  faces   ms a view (one core, BVH included, median of 7 runs of 12 views)")
    for faces in (5_000, 50_000, 500_000):
        mesh = normalized(bumpy_sphere(faces))
        times = []
        for _ in range(7):
            start = time.process_time()
            render_views(mesh, cameras)
            times.append((time.process_time() - start) / len(cameras) * 1000)
        median = float(np.median(times))
        verdict = ("reached" if median <= TARGET_MS else "MISSED") if faces <= 50_000 else "no target"
        print(f"{mesh.num_faces:7}   {median:5.1f}   target {TARGET_MS:.0f}: {verdict}")


if __name__ == "__main__":
    main()
