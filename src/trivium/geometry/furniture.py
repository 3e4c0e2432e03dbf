"""A scanned room taken apart: walls, floor and ceiling away, and the rest in pieces. Geometry alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from trivium.errors import ShapeError
from trivium.geometry.neighbors import with_normals
from trivium.geometry.pieces import pieces_of
from trivium.geometry.shapes import Array, IntArray, PointCloud
from trivium.geometry.structure import Structure, StructureConfig, find_structure
from trivium.geometry.voxels import thinned

FEWEST_POINTS = 200  # of a scene
CELLS = (0.02, 0.15)  # metres: the finest and the coarsest grid
MOST_POINTS = 150_000  # of the furniture, thinned


@dataclass(frozen=True, eq=False)
class Furniture:
    """What stands in a room, thinned to one point a cell.

    Attributes:
        cloud: M points with normals, and colours where the scene has them.
        pieces: (M,) numbers of pieces.
        owner: (N,) for each point of the scene the index into ``cloud``; -1 for the structure.
        cell: metres.
    """

    cloud: PointCloud
    pieces: IntArray
    owner: IntArray
    structure: Structure
    cell: float


def take_apart(
    scene: PointCloud,
    *,
    cut: Callable[[Array, Array, float], IntArray] = pieces_of,
    structure: StructureConfig = StructureConfig(),
) -> Furniture:
    """Floor, ceiling and walls are found on a coarse grid, pieces on a fine one.

    Args:
        scene: in metres, Y up.
        cut: points (M, 3), normals (M, 3) and the cell to numbers of pieces (M,).

    Raises:
        ShapeError: fewer than ``FEWEST_POINTS``, or nothing but floor, ceiling and walls.
    """
    if len(scene) < FEWEST_POINTS:
        raise ShapeError(
            f"the scene has {len(scene)} points, expected {FEWEST_POINTS} or more: scan or sample it denser"
        )
    cell = _fitting_cell(scene)
    coarse = thinned(scene, 2 * cell)
    if len(coarse.cloud) < 16:
        raise ShapeError("all points of the scene are within a few centimetres: is it in metres?")
    found = find_structure(with_normals(coarse.cloud), structure)
    kept = np.flatnonzero(~found.mask[coarse.owner])
    if len(kept) < FEWEST_POINTS // 4:
        raise ShapeError(f"there is nothing in the room but floor, ceiling and {len(found.walls)} walls")
    fine = thinned(scene[kept], cell)
    while len(fine.cloud) > MOST_POINTS:
        cell *= 1.3
        fine = thinned(scene[kept], cell)
    cloud = with_normals(fine.cloud)
    assert cloud.normals is not None
    owner = np.full(len(scene), -1, np.int64)
    owner[kept] = fine.owner
    return Furniture(cloud, cut(cloud.points, cloud.normals, cell), owner, found, cell)


def _fitting_cell(scene: PointCloud) -> float:
    """As fine as the scan allows: most cells of a surface shall hold points."""
    step = max(1, len(scene) // 2000)
    nearest = cKDTree(scene.points, balanced_tree=False, compact_nodes=False).query(scene.points[::step], k=2)[0][:, 1]
    return float(np.clip(2.5 * np.median(nearest), *CELLS))
