"""What is left of a room without its walls, cut into pieces: where there is a gap, and along the tops that things stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.vq import kmeans2
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from trivium.geometry.shapes import Array, IntArray


@dataclass(frozen=True, kw_only=True)
class PieceConfig:
    """Lengths in cells, of which each holds one point at most."""

    reach: float = 2.2  # between two points of one piece
    upright: float = 0.9  # of a normal where things can stand
    flatness: float = 0.6  # how far from its plane a point of a top may be
    top_area: float = 0.03  # square metres of a place to stand on


def pieces_of(points: Array, normals: Array, cell: float, config: PieceConfig = PieceConfig()) -> IntArray:
    """(N,) numbers of pieces, 0 the largest, of an even cloud with one point in a ``cell``.

    Points within reach of each other are of one piece, unless one belongs to a top, a level plane large enough for something to stand
    on, and the other rises above it. A chair keeps its back where the legs run through; a lamp leaves its table.
    """
    pairs = cKDTree(points).query_pairs(config.reach * cell, output_type="ndarray")
    cut = np.zeros(len(pairs), bool)
    for top, height in _tops(points, normals, pairs, cell, config):
        above = ~top & (height > 0)
        cut |= (top[pairs[:, 0]] & above[pairs[:, 1]]) | (above[pairs[:, 0]] & top[pairs[:, 1]])
    return components(len(points), pairs[~cut])


def _tops(
    points: Array, normals: Array, pairs: IntArray, cell: float, config: PieceConfig
) -> Iterator[tuple[NDArray[np.bool_], Array]]:
    """Of each top: which points are part of it, and how high above its plane all are."""
    a, b = pairs[:, 0], pairs[:, 1]
    level = np.abs(normals[:, 1]) > config.upright
    even = np.abs(points[a, 1] - points[b, 1]) < config.flatness * cell
    patch = components(len(points), pairs[even & level[a] & level[b]])
    for number in np.flatnonzero(np.bincount(patch) * cell**2 >= config.top_area):
        own = points[(patch == number) & level].astype(np.float64)
        if len(own) * cell**2 < config.top_area:
            continue
        design = np.c_[own[:, 0], own[:, 2], np.ones(len(own))]
        x, z, offset = np.linalg.lstsq(design, own[:, 1], rcond=None)[0]
        height = points[:, 1] - (x * points[:, 0] + z * points[:, 2] + offset).astype(np.float32)
        (x0, _, z0), (x1, _, z1) = own.min(0), own.max(0)
        under = (height < -config.flatness * cell) & (points[:, 0] >= x0) & (points[:, 0] <= x1)
        if not (under & (points[:, 2] >= z0) & (points[:, 2] <= z1)).any():
            continue  # the bottom of something: its sides rise from it
        # Where a vase stands its normals mix with those of the table: what is as high as a top, and beside it, is top too.
        flat = np.abs(height) < config.flatness * cell
        top = flat & (patch == number)
        for _ in range(4):
            top[b[top[a] & flat[b]]] = True
            top[a[top[b] & flat[a]]] = True
        yield top, height


def components(count: int, pairs: IntArray) -> IntArray:
    """(count,) numbers of connected components, 0 the largest."""
    graph = coo_matrix((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), shape=(count, count))
    labels = connected_components(graph, directed=False)[1]
    return by_size(labels)


def by_size(labels: IntArray) -> IntArray:
    """The same labels, numbered so that 0 is the largest."""
    found, labels, counts = np.unique(labels, return_inverse=True, return_counts=True)
    rank = np.empty(len(found), np.int64)
    rank[np.argsort(-counts, kind="stable")] = np.arange(len(found))
    return rank[labels]


def kmeans_of(points: Array, k: int, *, seed: int = 0) -> IntArray:
    """(N,) numbers of ``k`` clusters of positions: how the paper cuts a scene (CG3D, sec. 3.4.2)."""
    return by_size(kmeans2(points.astype(np.float64), min(k, len(points)), minit="++", rng=seed)[1].astype(np.int64))
