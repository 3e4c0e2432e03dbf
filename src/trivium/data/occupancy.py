"""Points inside and outside of procedural shapes: what an autoencoder of shapes learns to tell.

Half of the points lie anywhere in the shape's box, half near its surface, where it matters. Files of a folder:

    chunk-000000.npz   points (n, Q, 3) float16 in the unit ball, inside (n, Q) bool, of 64 shapes
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from trivium.data.objects import TrainingObject
from trivium.geometry import Mesh, sample_surface, unit_sphere
from trivium.geometry.shapes import Array
from trivium.geometry.winding import inside

CHUNK = 64  # shapes a worker does between two files
WIDER = 1.1  # times its box: a shape ends somewhere, and points beyond it say so


@dataclass(frozen=True, kw_only=True)
class OccupancyConfig:
    num_points: int = 2048
    near: tuple[float, float] = (0.02, 0.08)  # standard deviations of the distance from the surface, a quarter each
    seed: int = 0


@dataclass(frozen=True, eq=False)
class Occupancies:
    """Points (N, Q, 3) of the unit ball around N shapes, and which are inside (N, Q)."""

    points: NDArray[np.float16]
    inside: NDArray[np.bool_]


def build_occupancies(
    objects: Sequence[TrainingObject],
    folder: Path,
    config: OccupancyConfig = OccupancyConfig(),
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Occupancies:
    """Makes what is not there yet with one process a core. Killed, it goes on where it was."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = json.dumps({"config": asdict(config), "keys": [o.key for o in objects]})
    if not (folder / "plan.json").is_file() or (folder / "plan.json").read_text() != plan:
        for stale in folder.glob("chunk-*.npz"):
            stale.unlink()
        (folder / "plan.json").write_text(plan)
    files = [folder / f"chunk-{start:06}.npz" for start in range(0, len(objects), CHUNK)]
    jobs = [(file, objects[i * CHUNK : (i + 1) * CHUNK], config) for i, file in enumerate(files) if not file.is_file()]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for done, _ in enumerate(pool.map(_write_chunk, jobs), 1):
            if progress:
                progress(len(files) - len(jobs) + done, len(files))
    parts = [np.load(file) for file in files]
    return Occupancies(*(np.concatenate([part[name] for part in parts]) for name in ("points", "inside")))


def occupancy_of(mesh: Mesh, config: OccupancyConfig, rng: np.random.Generator) -> tuple[Array, NDArray[np.bool_]]:
    """Points (Q, 3) and which are inside (Q,), of a mesh in its own units."""
    low, high = mesh.bounds
    middle, half = (low + high) / 2, (high - low) / 2 * WIDER
    anywhere = middle + rng.uniform(-1, 1, (config.num_points // 2, 3)) * half
    surface = sample_surface(mesh, config.num_points - len(anywhere), rng=rng).points
    away = np.repeat(config.near, [len(surface) // 2, len(surface) - len(surface) // 2])[:, None]
    points = np.concatenate([anywhere, surface + rng.normal(size=surface.shape) * away]).astype(np.float32)
    return points, inside(mesh, points)


def _write_chunk(job: tuple[Path, Sequence[TrainingObject], OccupancyConfig]) -> None:
    file, objects, config = job
    points, insides = [], []
    for thing in objects:
        mesh = thing.load()
        rng = np.random.default_rng([config.seed, thing.seed, len(thing.key)])
        found = occupancy_of(mesh.transformed(unit_sphere(mesh)), config, rng)
        points.append(found[0].astype(np.float16))
        insides.append(found[1])
    partial = file.with_suffix(".partial.npz")
    np.savez(partial, points=np.stack(points), inside=np.stack(insides))
    partial.replace(file)
