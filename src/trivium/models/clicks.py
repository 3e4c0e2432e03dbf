"""A click on a photo, grown into the part that it means.

The photo has been laid on a shape, so of most pixels we know the place of the surface that they show. A part ends where a way from the click
gets too long: colours change along the way, the surface turns inwards (two parts meet in a groove; the edge between top and front of a
seat turns outwards, and is within it), something nearer hides it, or the object ends. What is of another colour than the click, or of other
features, is far from the start.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from trivium.geometry.shapes import Array, IntArray
from trivium.io.srgb import srgb_to_linear

Mask = NDArray[np.bool_]
STEPS = ((0, 1), (1, 0), (1, 1), (1, -1))  # to half of the neighbours of a pixel, and back
SMOOTHED = (3, 3, 1)  # pixels whose median counts as the colour of the middle one
TOUCHING = np.ones((3, 3))
FLAT, HIDING = 0.01, 0.06  # of the unit ball: so far off its neighbour's plane a pixel is still on it, surely no more
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float32)


@dataclass(frozen=True, kw_only=True)
class Growth:
    """What keeps a pixel apart from the click; with less than 1 in all, it is of the part.

    Chosen by random search on procedural shapes (docs/match.md). Colours are Lab, where black and white are 1 apart.
    """

    length: float = 0.26  # of a way across the whole square
    change: float = 1.21  # times the changes of colour along the way
    groove: float = 0.94  # times the turns inwards along the way; of a right angle, 1.4 on average
    hiding: float = 1.82  # where something nearer hides what goes on behind
    outline: float = 0.6  # to leave the shape
    outside: float = 6.5  # of a way across the square, beside the shape
    lightness: float = 1.21  # times the difference to the click
    hue: float = 2.3
    feature: float = 0.58  # times 1 - cosine


@dataclass(frozen=True, eq=False)
class SeenSquare:
    """A square of a photo, and what of a shape it shows there."""

    colors: NDArray[np.uint8]  # (S, S, 3) sRGB
    there: Mask  # (S, S) which pixels show the shape; what follows counts only there
    points: Array  # (S, S, 3)
    normals: Array  # (S, S, 3) towards the camera
    features: Array  # (S, S, D) of length 1


def grown(square: SeenSquare, clicks: IntArray, growth: Growth = Growth()) -> Mask:
    """(S, S) the part under each of the clicks (K, 2), as x and y; several are put together.

    A click beside the shape means the nearest of its pixels, since a photo is never laid to the pixel.
    """
    if not square.there.any():
        return np.zeros_like(square.there)
    size = len(square.there)
    colors = _lab(ndimage.median_filter(square.colors, SMOOTHED))
    around_click = ndimage.median_filter(colors, SMOOTHED)
    graph = _ways(square, colors, growth)
    _, (rows, columns) = ndimage.distance_transform_edt(~square.there, return_indices=True)
    weights = np.array([growth.lightness, growth.hue, growth.hue], np.float32)
    mask = np.zeros_like(square.there)
    for x, y in clicks:
        row, column = int(rows[y, x]), int(columns[y, x])
        far = dijkstra(graph, directed=False, indices=row * size + column, limit=1).reshape(size, size)
        far += np.linalg.norm((colors - around_click[y, x]) * weights, axis=2)
        far += growth.feature * (1 - square.features @ square.features[row, column]) * square.there
        own = far < 1
        own[row, column] = True
        pieces, _ = ndimage.label(own, TOUCHING)
        mask |= pieces == pieces[row, column]
    return mask


def _ways(square: SeenSquare, colors: Array, growth: Growth) -> coo_matrix:
    """What each step between neighbouring pixels costs: a graph of S * S nodes."""
    size = len(square.there)
    number = np.arange(size * size).reshape(size, size)
    one, other, costs = [], [], []
    for down, right in STEPS:
        here = (slice(0, size - down), slice(max(-right, 0), size - max(right, 0)))
        next_to = (slice(down, size), slice(max(right, 0), size + min(right, 0)))
        one.append(number[here].ravel())
        other.append(number[next_to].ravel())
        costs.append(_step(square, colors, here, next_to, growth).ravel())
    edges = (np.concatenate(one), np.concatenate(other))
    return coo_matrix((np.concatenate(costs), edges), shape=(size * size, size * size)).tocsr()


def _step(
    square: SeenSquare, colors: Array, here: tuple[slice, slice], next_to: tuple[slice, slice], growth: Growth
) -> Array:
    """(H, W) what it costs to go from the pixels ``here`` to those ``next_to`` them."""
    size = len(square.there)
    inside, inside_next = square.there[here], square.there[next_to]
    way = square.points[next_to] - square.points[here]
    normals, normals_next = square.normals[here], square.normals[next_to]
    turn = ((normals_next - normals) * way).sum(2) / np.maximum(np.linalg.norm(way, axis=2), 1e-9)  # below 0: inwards
    off = np.minimum(np.abs((normals * way).sum(2)), np.abs((normals_next * way).sum(2)))
    on_shape = growth.groove * np.maximum(-turn, 0) + growth.hiding * ((off - FLAT) / (HIDING - FLAT)).clip(0, 1)
    cost = growth.length / size + growth.change * np.linalg.norm(colors[next_to] - colors[here], axis=2)
    cost += np.where(inside & inside_next, on_shape, 0)
    cost += growth.outline * (inside != inside_next) + growth.outside / size * ~(inside | inside_next)
    return cost


def _lab(colors: NDArray[np.uint8]) -> Array:
    """(H, W, 3) CIE Lab of sRGB, divided by 100."""
    relative = srgb_to_linear(colors / 255) @ TO_XYZ.T / TO_XYZ.sum(1)
    x, y, z = np.moveaxis(np.where(relative > 0.008856, np.cbrt(relative), 7.787 * relative + 16 / 116), 2, 0)
    return np.stack([1.16 * y - 0.16, 5 * (x - y), 2 * (y - z)], 2).astype(np.float32)
