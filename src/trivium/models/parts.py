"""Parts: which faces of a mesh a mask of a photo shows, and which faces of another mesh are the same part.

A mask is seldom laid quite right on a mesh, and of a part much is hidden. But parts seldom end within a patch (``geometry.patches``): where
a mask follows the mesh's patches, these are in the part or not as a whole, and so are those that are copies of them, the legs behind. A
mask that cuts through patches is taken face by face.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trivium.errors import ShapeError
from trivium.geometry import Mesh, Surface
from trivium.geometry.neighbors import nearest_neighbors
from trivium.geometry.patches import face_colors, patches_of
from trivium.geometry.shapes import Array, IntArray
from trivium.models.correspondence import KnownShape, LaidPhoto, ShapeMap, turn_of, unit

PLAIN, PAINTED = (0.72, 0.72, 0.74), (1.0, 0.25, 0.55)
SAMPLES = 8192
VOTERS = 8  # places that are known and speak for one that is not
REACH, STEPS = 0.07, 9  # of the square: how far a mask is moved at most to fit the patches, in how many steps across
PRICE = 0.3  # of the farthest move, in IoU
FOLLOWS = 0.35  # IoU of a mask and the patches that it covers, from which on it follows them
SAME_AREA, SAME_COLOR = 0.05, 0.06  # of copies: in its logarithm; of each of red, green and blue
MIN_FACES = 4  # of a copy: nearly all patches of one or two faces are copies
TURNED = 0.3  # of the unit ball: what opposite normals count for when parts go from shape to shape
Faces = NDArray[np.bool_]


def part_of(laid: LaidPhoto, mask: NDArray[np.bool_]) -> Faces:
    """(T,) which triangles are in the part that a mask (H, W) of the photo covers; none if it covers nothing of the shape.

    Of what no pixel shows, copies of what is seen decide, and then the places that are nearest in place, direction, colour and features.

    Raises:
        ShapeError: a point cloud.
    """
    mesh = _mesh(laid.known)
    pixels, triangles = laid.shown
    if not len(triangles):
        return np.zeros(len(mesh.triangles), bool)
    patches = patches_of(mesh)
    under, follows = _laid_on(mask, pixels, patches[triangles], laid.seen.framing.side)
    groups = patches if follows else np.arange(len(patches))
    seen = np.bincount(groups[triangles], minlength=groups.max() + 1)
    covered = np.bincount(groups[triangles], under, len(seen))
    decided, chosen = seen > 0, (seen > 0) & (covered >= 0.5 * seen)
    if follows:
        decided, chosen = _with_copies(mesh, patches, seen, chosen)
    inside, known = chosen[groups], decided[groups]
    samples = _Samples(mesh, laid.known)
    voters, asked = np.flatnonzero(known[samples.triangles]), np.flatnonzero(~known)
    if len(asked):
        places = samples.describe(mesh.triangles.corners[asked].mean(1), asked)
        nearest = nearest_neighbors(places, samples.described[voters], min(VOTERS, len(voters)))
        inside[asked] = inside[samples.triangles[voters]][nearest].mean(1) > 0.5
    return inside


def transferred(part: Faces, source: KnownShape, shapes: ShapeMap) -> Faces:
    """(T,) which triangles of another shape are in a ``part`` (T',) of ``source``.

    Args:
        shapes: from the other shape to ``source``.

    Raises:
        ShapeError: a point cloud.
    """
    owner, target = _mesh(source), _mesh(shapes.source)
    theirs, own = _Samples(owner, source), _Samples(target, shapes.source)
    normals = target.triangles.normals @ turn_of(shapes.turned).T
    asked = np.concatenate([shapes.points(own.points), TURNED * normals[own.triangles]], 1).astype(np.float32)
    places = np.concatenate([theirs.points, TURNED * owner.triangles.normals[theirs.triangles]], 1).astype(np.float32)
    nearest = nearest_neighbors(asked, places, min(VOTERS, len(places)))
    votes = part[theirs.triangles[nearest]].mean(1)

    patches, areas = patches_of(target), target.triangles.areas.astype(np.float64)
    weights = areas[own.triangles] / np.bincount(own.triangles, minlength=len(areas))[own.triangles]
    faces = np.bincount(own.triangles, votes) / np.bincount(own.triangles) > 0.5
    shares = np.bincount(patches[own.triangles], votes * weights) / np.maximum(np.bincount(patches, areas), 1e-30)
    whole = (shares > 0.5)[patches]
    return whole if _iou(whole, faces, areas) >= FOLLOWS else faces


def painted(mesh: Mesh, faces: IntArray) -> Mesh:
    """The mesh in grey, with some of its triangles in pink."""
    colors = np.full((len(mesh.triangles), 3), PLAIN, np.float32)
    colors[faces] = PAINTED
    vertices = mesh.triangles.corners.reshape(-1, 3)
    corners = np.arange(len(vertices)).reshape(-1, 3)
    return Mesh((Surface(vertices, corners, name="part", face_colors=colors),), name=mesh.name)


class _Samples:
    """Places of a mesh's surface that tell which places of it are alike: near, turned the same way, of like colours and features."""

    def __init__(self, mesh: Mesh, known: KnownShape) -> None:
        self.mesh, self.known, self.colors = mesh, known, face_colors(mesh)
        rng = np.random.default_rng(0)
        areas = mesh.triangles.areas.astype(np.float64)
        large = rng.choice(len(areas), SAMPLES, p=areas / areas.sum())
        self.triangles = np.concatenate([large, np.arange(len(areas))])  # each at least once
        weights = rng.dirichlet(np.ones(3), len(self.triangles)).astype(np.float32)
        self.points = np.einsum("nk,nkj->nj", weights, mesh.triangles.corners[self.triangles])
        self.described = self.describe(self.points, self.triangles)

    def describe(self, points: Array, triangles: IntArray) -> Array:
        """(K, 9 + D) of points (K, 3) on triangles (K,)."""
        nearest = nearest_neighbors(points.astype(np.float32), self.known.features.points, 1)[:, 0]
        features = unit(self.known.features)[nearest]
        normals, colors = self.mesh.triangles.normals[triangles], self.colors[triangles]
        return np.concatenate([points, 0.1 * normals, 0.3 * colors, 0.3 * features], 1).astype(np.float32)


def _laid_on(mask: NDArray[np.bool_], pixels: Array, patches: IntArray, side: float) -> tuple[NDArray[np.bool_], bool]:
    """Which pixels (P, 2) that show patches (P,) are under a mask, moved a little so that it fits them; and whether it follows them."""
    sizes, best = np.bincount(patches), _Fit(_under(mask, pixels), -np.inf, 0.0)
    for x in np.linspace(-REACH, REACH, STEPS):
        for y in np.linspace(-REACH, REACH, STEPS):
            under = _under(mask, pixels + np.array([x, y], np.float32) * np.float32(side))
            covered = np.bincount(patches, under, len(sizes))
            chosen = (covered >= 0.5 * sizes) & (sizes > 0)
            both = covered[chosen].sum()
            iou = float(both / max(sizes[chosen].sum() + under.sum() - both, 1))
            score = iou - PRICE * float(np.hypot(x, y)) / REACH
            if score > best.score:
                best = _Fit(under, score, iou)
    return best.under, best.iou >= FOLLOWS


@dataclass(frozen=True, eq=False)
class _Fit:
    under: NDArray[np.bool_]
    score: float
    iou: float


def _under(mask: NDArray[np.bool_], pixels: Array) -> NDArray[np.bool_]:
    """(P,) whether places (P, 2) of the photo are under a mask (H, W); none is outside of it."""
    x, y = np.floor(pixels).astype(int).T
    inside = (x >= 0) & (x < mask.shape[1]) & (y >= 0) & (y < mask.shape[0])
    under = np.zeros(len(pixels), bool)
    under[inside] = mask[y[inside], x[inside]]
    return under


def _with_copies(mesh: Mesh, patches: IntArray, seen: IntArray, chosen: Faces) -> tuple[Faces, Faces]:
    """Which patches (N,) are decided, and which of them are in the part, with those that are copies of some of which pixels are ``seen``."""
    faces, colors = np.bincount(patches), face_colors(mesh)
    areas = np.bincount(patches, mesh.triangles.areas.astype(np.float64))
    means = np.stack([np.bincount(patches, colors[:, i]) for i in range(3)], 1) / faces[:, None]
    kinds = np.column_stack([10 * faces, np.log(np.maximum(areas, 1e-12)) / SAME_AREA, means / SAME_COLOR])
    models, asked = np.flatnonzero(seen > 0), np.flatnonzero((seen == 0) & (faces >= MIN_FACES))
    decided, chosen = seen > 0, chosen.copy()
    if len(asked):
        nearest = models[nearest_neighbors(kinds[asked], kinds[models], min(VOTERS, len(models)))]
        alike = np.linalg.norm(kinds[nearest] - kinds[asked][:, None], axis=2) < 1
        weights = seen[nearest] * alike
        decided[asked] = alike.any(1)
        chosen[asked] = 2 * (weights * chosen[nearest]).sum(1) > weights.sum(1)
    return decided, chosen


def _iou(one: Faces, other: Faces, areas: NDArray[np.float64]) -> float:
    return float(areas[one & other].sum() / max(areas[one | other].sum(), 1e-30))


def _mesh(known: KnownShape) -> Mesh:
    if not isinstance(known.shape, Mesh):
        raise ShapeError(f"'{known.shape.name}' is a point cloud, and parts are made of faces: give a mesh")
    return known.shape
