"""Every training object rendered once, without light or background: both are added anew each time a view is used.

A cache folder holds memory-mapped arrays, so that random access costs a page read and nothing is decoded:

    views.npy        (M, S, S, 7) uint8: albedo, normal in camera axes (as 128 + 127 n), mask
    points.npy       (N, P, 9) float16: position in the unit ball, colour (NaN if unknown), face normal
    backgrounds.npy  (K, S, S, 3) uint8
    objects.json     key, category, captions, first view, number of views, symmetry, and for each view its pose: azimuth,
                     elevation, roll, opening angle; an object that failed has no views
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from trivium.data.objects import TrainingObject
from trivium.errors import TriviumError
from trivium.geometry import Pose, sample_surface, unit_sphere
from trivium.geometry.symmetry import Symmetry, symmetry_of
from trivium.rendering import cluttered_background, render_views

log = logging.getLogger(__name__)
CHANNELS = 7
CHUNK = 64  # objects a worker does between two checkpoints


@dataclass(frozen=True, kw_only=True)
class CacheConfig:
    size: int = 144  # pixels
    views_real: int = 16
    views_procedural: int = 6
    num_points: int = 2048
    num_backgrounds: int = 2000
    seed: int = 0


@dataclass(frozen=True)
class RenderCache:
    """An open cache; see the module's docstring for the arrays."""

    views: np.ndarray
    points: np.ndarray
    backgrounds: np.ndarray
    objects: list[dict[str, Any]]

    @classmethod
    def open(cls, folder: Path) -> RenderCache:
        views, points, backgrounds = (
            np.load(folder / f"{n}.npy", mmap_mode="r") for n in ("views", "points", "backgrounds")
        )
        return cls(views, points, backgrounds, json.loads((folder / "objects.json").read_text()))


def build_cache(
    objects: list[TrainingObject],
    folder: Path,
    config: CacheConfig,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> RenderCache:
    """Renders what is not there yet with one process a core, and opens the cache. Killed, it goes on where it was."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = [config.views_real if o.real else config.views_procedural for o in objects]
    first = np.concatenate([[0], np.cumsum(counts)])
    plan = {"config": asdict(config), "keys": [o.key for o in objects]}
    if not (folder / "plan.json").is_file() or json.loads((folder / "plan.json").read_text()) != plan:
        s = config.size
        for name, shape, kind in (
            ("views", (int(first[-1]), s, s, CHANNELS), np.uint8),
            ("points", (len(objects), config.num_points, 9), np.float16),
            ("backgrounds", (config.num_backgrounds, s, s, 3), np.uint8),
        ):
            np.lib.format.open_memmap(folder / f"{name}.npy", mode="w+", dtype=kind, shape=shape).flush()
        for stale in folder.glob("chunk-*.json"):
            stale.unlink()
        (folder / "plan.json").write_text(json.dumps(plan))
    jobs = [
        (folder, config, start, objects[start : start + CHUNK], first[start : start + CHUNK + 1])
        for start in range(0, len(objects), CHUNK)
    ]
    jobs += [(folder, config, -1 - start, [], first[:0]) for start in range(0, config.num_backgrounds, 500)]
    todo = [job for job in jobs if not _receipt(folder, job[2]).is_file()]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for done, _ in enumerate(pool.map(_render_chunk, todo), 1):
            if progress:
                progress(len(jobs) - len(todo) + done, len(jobs))
    rows = []
    for start in range(0, len(objects), CHUNK):
        rows += json.loads(_receipt(folder, start).read_text())
    temporary = folder / "objects.json.new"
    temporary.write_text(json.dumps(rows))
    temporary.replace(folder / "objects.json")
    cache, failed = RenderCache.open(folder), [row["key"] for row in rows if not row["views"]]
    log.info("%d objects, %d views, %d objects failed: %s", len(rows), len(cache.views), len(failed), failed)
    return cache


def _receipt(folder: Path, start: int) -> Path:
    return folder / f"chunk-{start}.json"


def _render_chunk(job: tuple[Path, CacheConfig, int, list[TrainingObject], np.ndarray]) -> None:
    folder, config, start, objects, first = job
    if start < 0:
        _fill_backgrounds(folder, config, -1 - start)
    views = np.load(folder / "views.npy", mmap_mode="r+")
    points = np.load(folder / "points.npy", mmap_mode="r+")
    rows = []
    for i, thing in enumerate(objects):
        begin, end = int(first[i]), int(first[i + 1])
        row = {"key": thing.key, "category": thing.category, "captions": thing.captions, "first": begin, "views": 0}
        try:
            made = render_object(thing, end - begin, config)
            views[begin:end], points[start + i] = made.views, made.points
            row["views"], row["poses"] = end - begin, [[p.azimuth, p.elevation, p.roll, p.fov] for p in made.poses]
            row["symmetry"] = [made.symmetry.x, made.symmetry.y, made.symmetry.z]
        except TriviumError as error:
            row["error"] = str(error)
        rows.append(row)
    views.flush()
    points.flush()
    _receipt(folder, start).write_text(json.dumps(rows))


@dataclass(frozen=True, eq=False)
class RenderedObject:
    """One object in the unit ball."""

    views: np.ndarray  # (count, S, S, 7) from random poses
    points: np.ndarray  # (P, 9)
    poses: list[Pose]
    symmetry: Symmetry


def render_object(thing: TrainingObject, count: int, config: CacheConfig) -> RenderedObject:
    """
    Raises:
        TriviumError: it cannot be read, or has no surface.
    """
    rng = np.random.default_rng([config.seed, thing.seed, count])
    mesh = thing.load()
    mesh = mesh.transformed(unit_sphere(mesh))
    poses = _random_poses(count, rng)
    out = np.zeros((count, config.size, config.size, CHANNELS), np.uint8)
    for i, pose in enumerate(poses):
        camera = pose.camera(config.size)
        seen = render_views(mesh, camera)
        normals = seen.normals[0] @ camera.cam_from_world[0, :3, :3].T
        out[i, ..., :3] = seen.albedo[0]
        out[i, ..., 3:6] = np.where(seen.mask[0, ..., None], np.round(128 + 127 * normals), 0)
        out[i, ..., 6] = seen.mask[0] * 255
    cloud = sample_surface(mesh, config.num_points, rng=rng)
    colors = np.full_like(cloud.points, np.nan) if cloud.colors is None else cloud.colors
    points = np.concatenate([cloud.points, colors, cloud.normals], 1).astype(np.float16)
    return RenderedObject(out, points, poses, symmetry_of(cloud))


def _random_poses(count: int, rng: np.random.Generator) -> list[Pose]:
    azimuth = (np.arange(count) + rng.random(count)) / count * 2 * np.pi
    elevation = np.arcsin(rng.uniform(np.sin(np.radians(-30)), np.sin(np.radians(80)), count))
    poses = []
    for a, e in zip(azimuth, elevation, strict=True):
        fov, roll = np.radians(rng.uniform(20, 60)), rng.normal(0, 0.1)
        poses.append(Pose(float(a), float(e), float(roll), float(fov), margin=1.0))
    return poses


def _fill_backgrounds(folder: Path, config: CacheConfig, start: int) -> None:
    backgrounds = np.load(folder / "backgrounds.npy", mmap_mode="r+")
    for i in range(start, min(start + 500, config.num_backgrounds)):
        backgrounds[i] = cluttered_background(np.random.default_rng([config.seed, 99, i]), size=config.size)
    backgrounds.flush()
