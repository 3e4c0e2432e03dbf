"""Patches end where faces are not joined, and where they look otherwise."""

import numpy as np

from trivium.geometry import Mesh, Surface
from trivium.geometry.patches import patches_of

RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
SQUARE = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
FACES = np.array([[0, 1, 2], [0, 2, 3]])


def strip(*squares):
    """Unit squares at (x, colour), each a surface of its own."""
    return Mesh(tuple(Surface(SQUARE + np.float32([x, 0, 0]), FACES, color=color) for x, color in squares))


def test_surfaces_that_meet_in_an_edge_are_one_patch_if_they_look_alike():
    assert patches_of(strip((0, RED), (1, RED), (2, BLUE))).tolist() == [0, 0, 0, 0, 1, 1]


def test_what_is_apart_is_apart_in_one_surface_as_well():
    vertices = np.concatenate([SQUARE, SQUARE + np.float32([3, 0, 0])]).astype(np.float32)
    one = Mesh((Surface(vertices, np.concatenate([FACES, FACES + 4]), color=RED),))
    assert len(set(patches_of(one).tolist())) == 2
    assert np.array_equal(patches_of(one), patches_of(strip((0, RED), (3, RED))))


def test_unknown_colour_and_single_faces_have_patches():
    mesh = Mesh((Surface(SQUARE, FACES[:1]),))
    assert patches_of(mesh).tolist() == [0]
