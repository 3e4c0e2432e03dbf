"""What a room is made of rather than what is in it: floor, ceiling and walls, by RANSAC over points that have normals.

A plane through one point along its normal is a hypothesis already (Schnabel et al. 2007), and in a room only level and upright planes are
of interest: a few hundred draws are enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trivium.errors import ShapeError
from trivium.geometry.shapes import Array, PointCloud


@dataclass(frozen=True, kw_only=True)
class StructureConfig:
    """Lengths in metres."""

    tolerance: float = 0.03  # how far from a plane its points may be
    alignment: float = 0.85  # cosine between the normal of a point and of its plane
    draws: int = 200
    floor_share: float = 0.25  # of the area below the scene that a floor or ceiling covers at least
    headroom: float = 1.8  # a level plane lower than this above the floor is no ceiling
    below: float = 0.01  # of all points that may lie below a floor, or above a ceiling
    slab: float = 0.3  # how thick a floor or ceiling may be
    wall_height: float = 1.5  # that a wall spans at least
    wall_share: float = 0.4  # of the scene's width along a wall that it covers at least
    outside: float = 0.04  # of all points that may lie behind a wall
    most_walls: int = 12
    cell: float = 0.1  # of the grid in which areas are counted


@dataclass(frozen=True, eq=False)
class Plane:
    """Points x with ``normal @ x == offset``."""

    normal: Array  # (3,), towards the inside of the room
    offset: float

    def heights(self, points: Array) -> Array:
        """(N,) signed distances: positive inside."""
        return points @ self.normal - np.float32(self.offset)


@dataclass(frozen=True, eq=False)
class Structure:
    """Floor, ceiling and walls as far as they are there, and the points that belong to them, (N,) bools."""

    floor: Plane | None
    ceiling: Plane | None
    walls: tuple[Plane, ...]
    mask: NDArray[np.bool_]


def find_structure(cloud: PointCloud, config: StructureConfig = StructureConfig()) -> Structure:
    """Floor, ceiling and walls of an even cloud (``voxels.thinned``) with normals, in metres, Y up.

    Raises:
        ShapeError: a cloud without normals.
    """
    if cloud.normals is None:
        raise ShapeError("the cloud has no normals, which tell walls from furniture: with_normals comes first")
    points, rng = cloud.points, np.random.default_rng(0)
    mask = np.zeros(len(cloud), bool)
    ground = _cells(points[:, [0, 2]], config.cell)
    levels = [
        height
        for height, own in _levels(cloud, config, rng)
        if _cells(points[own][:, [0, 2]], config.cell) >= config.floor_share * ground
    ]
    floor = ceiling = None
    heights = points[:, 1]
    if levels and np.mean(heights < min(levels) - 2 * config.tolerance) < config.below:
        # Slabs have two sides: the inner ones count.
        floor = Plane(np.array([0, 1, 0], np.float32), max(y for y in levels if y <= min(levels) + config.slab))
        above = np.mean(heights > max(levels) + 2 * config.tolerance)
        if max(levels) - floor.offset >= config.headroom and above < config.below:
            inner = min(y for y in levels if y >= max(levels) - config.slab)
            ceiling = Plane(np.array([0, -1, 0], np.float32), -inner)
    for plane in (floor, ceiling):
        if plane is not None:
            mask |= _of(plane, cloud, config) | (plane.heights(points) < -config.tolerance)
    walls = _walls(cloud, mask, config, rng)
    for plane in walls:
        mask |= _of(plane, cloud, config) | (plane.heights(points) < -config.tolerance)
    return Structure(floor, ceiling, tuple(walls), mask)


def _of(plane: Plane, cloud: PointCloud, config: StructureConfig) -> NDArray[np.bool_]:
    """Points of a plane: close to it and turned like it, or so close that their normals are mixed with its own."""
    assert cloud.normals is not None
    near = np.abs(plane.heights(cloud.points))
    aligned = np.abs(cloud.normals @ plane.normal) > config.alignment
    return (near < config.tolerance) & aligned | (near < config.tolerance / 2)


def _levels(
    cloud: PointCloud, config: StructureConfig, rng: np.random.Generator
) -> Iterator[tuple[float, NDArray[np.bool_]]]:
    """Heights of level planes and their points, the largest first."""
    assert cloud.normals is not None
    free = np.abs(cloud.normals[:, 1]) > config.alignment
    heights = cloud.points[:, 1]
    for _ in range(6):
        rows = np.flatnonzero(free)
        if len(rows) < 50:
            return
        drawn = heights[rng.choice(rows, config.draws)]
        ordered = np.sort(heights[rows])
        inliers = np.searchsorted(ordered, drawn + config.tolerance) - np.searchsorted(
            ordered, drawn - config.tolerance
        )
        height = float(drawn[inliers.argmax()])
        own = free & (np.abs(heights - height) < config.tolerance)
        yield float(np.median(heights[own])), own
        free &= ~own


def _walls(
    cloud: PointCloud, taken: NDArray[np.bool_], config: StructureConfig, rng: np.random.Generator
) -> list[Plane]:
    """Upright planes at the border of the scene: high and long enough, with next to nothing behind them. Thick walls have two sides:
    what runs along a wall, a little before it and as far, is its inner side."""
    assert cloud.normals is not None
    points, normals = cloud.points, cloud.normals
    inside, free = points[~taken], ~taken & (np.abs(normals[:, 1]) < 0.3)
    walls: list[tuple[Plane, Array]] = []
    others: list[tuple[Plane, Array]] = []
    for _ in range(config.most_walls):
        rows = np.flatnonzero(free)
        if len(rows) < 50:
            break
        sample = rows if len(rows) < 8000 else rng.choice(rows, 8000, replace=False)
        seeds = rng.choice(rows, config.draws)
        directions = normals[seeds] * (1, 0, 1)
        directions /= np.linalg.norm(directions, axis=1, keepdims=True)
        offsets = np.einsum("ni,ni->n", directions, points[seeds])
        near = np.abs(points[sample] @ directions.T - offsets) < config.tolerance
        best = int((near & (np.abs(normals[sample] @ directions.T) > config.alignment)).sum(0).argmax())
        plane = _refined(Plane(directions[best].astype(np.float32), float(offsets[best])), points[rows], inside, config)
        own = free & _of(plane, cloud, config)
        if own.sum() < 50:
            break
        free &= ~own
        (walls if _is_wall(plane, points[own], inside, config) else others).append((plane, points[own]))
    inner = [plane for plane, own in others if any(_lines(plane, own, *wall, config) for wall in walls)]
    return [plane for plane, _ in walls] + inner


def _lines(plane: Plane, own: Array, wall: Plane, of_wall: Array, config: StructureConfig) -> bool:
    """Whether a plane is the inner side of a wall that was found."""
    before = plane.offset - wall.offset
    if plane.normal @ wall.normal < 0.99 or not 0 < before <= config.slab:
        return False
    along = np.array([wall.normal[2], 0, -wall.normal[0]], np.float32)
    spans = [
        [np.ptp(np.percentile(p @ axis, [2, 98])) for axis in (along, np.array([0, 1, 0]))] for p in (own, of_wall)
    ]
    return bool((np.array(spans[0]) >= 0.75 * np.array(spans[1])).all())


def _refined(plane: Plane, points: Array, inside: Array, config: StructureConfig) -> Plane:
    """Fitted to its points, and turned to where most of the scene is."""
    near = points[np.abs(plane.heights(points)) < config.tolerance]
    center = near.mean(0)
    flat = (near - center)[:, [0, 2]].astype(np.float64)
    across = np.linalg.eigh(flat.T @ flat)[1][:, 0]
    normal = np.array([across[0], 0, across[1]], np.float32)
    if np.mean(inside @ normal - center @ normal) < 0:
        normal = -normal
    return Plane(normal, float(center @ normal))


def _is_wall(plane: Plane, own: Array, inside: Array, config: StructureConfig) -> bool:
    along = np.array([plane.normal[2], 0, -plane.normal[0]], np.float32)
    reach, whole = (np.percentile(p @ along, [2, 98]) for p in (own, inside))
    heights = np.percentile(own[:, 1], [2, 98])
    behind = np.mean(plane.heights(inside) < -2 * config.tolerance)
    return bool(
        behind < config.outside
        and np.ptp(heights) >= config.wall_height
        and np.ptp(reach) >= config.wall_share * np.ptp(whole)
    )


def _cells(flat: Array, cell: float) -> int:
    """How many cells of a grid the points (N, 2) touch."""
    return len(np.unique(np.floor(flat / cell).astype(np.int64), axis=0))
