"""Who is near whom: k nearest neighbours, and normals estimated from them."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from trivium.geometry.shapes import Array, IntArray, PointCloud


def nearest_neighbors(queries: Array, points: Array, k: int) -> IntArray:
    """(Q, k) indices of the k points nearest to each query, the nearest first."""
    tree = cKDTree(points, balanced_tree=False, compact_nodes=False)
    indices = tree.query(queries, k=k)[1]
    return indices.reshape(len(queries), k).astype(np.int64)


def pairs_within(queries: Array, points: Array, radius: float) -> tuple[IntArray, IntArray, Array]:
    """Every query and point at most ``radius`` apart, in no order: indices of both, and the distances."""
    trees = [cKDTree(side, balanced_tree=False, compact_nodes=False) for side in (queries, points)]
    found = trees[0].sparse_distance_matrix(trees[1], radius, output_type="ndarray")
    return found["i"], found["j"], found["v"].astype(np.float32)


def estimate_normals(points: Array, *, k: int = 16) -> Array:
    """(N, 3) unit normals by local planes, pointing away from the centroid (a guess: the true side is unknown)."""
    neighbors = points[nearest_neighbors(points, points, min(k, len(points)))].astype(np.float64)
    centered = neighbors - neighbors.mean(1, keepdims=True)
    _, axes = np.linalg.eigh(np.einsum("nki,nkj->nij", centered, centered))
    normals = axes[:, :, 0]
    outward = np.einsum("ni,ni->n", normals, points - points.mean(0))
    return (normals * np.where(outward < 0, -1, 1)[:, None]).astype(np.float32)


def with_normals(cloud: PointCloud) -> PointCloud:
    """The cloud itself if it has normals, else a copy with estimated ones."""
    if cloud.normals is not None:
        return cloud
    return PointCloud(cloud.points, cloud.colors, estimate_normals(cloud.points), cloud.name)
