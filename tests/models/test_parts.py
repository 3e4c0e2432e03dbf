"""Masks follow patches, cut through them, or lie beside them; hidden copies go with what is seen."""

from types import SimpleNamespace

import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import Mesh, PointCloud, Pose, Surface, normalized
from trivium.models.correspondence import KnownShape, LaidPhoto, ShapeMap
from trivium.models.framing import Framing, PhotoPose
from trivium.models.parts import part_of, transferred
from trivium.models.pasr import PointFeatures
from trivium.procedural import generate
from trivium.rendering import render_views

SIZE = 128
FRONT = Pose(0.0, 0.2)


def known(shape):
    """A shape whose features are all the same: places alone tell."""
    shape = normalized(shape)
    points = shape.points if isinstance(shape, PointCloud) else shape.triangles.corners.mean(1)
    alike = PointFeatures(points, np.ones((len(points), 4), np.float16))
    return KnownShape(shape, alike, alike, None, "these")


def laid(shape, pose=FRONT):
    """A picture laid on a shape in its true pose, and what its pixels show."""
    own = known(shape)
    seen = PhotoPose(pose, Framing(0, 0, SIZE), 1.0)
    photo = LaidPhoto(
        np.zeros((SIZE, SIZE, 3), np.uint8), own, seen, render_views(own.shape, pose.camera(256)), *[None] * 2
    )
    return photo, render_views(own.shape, pose.camera(SIZE)).triangles[0]


def cube(at, size, color):
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float32) * size + at
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    faces = np.array([f for a, b, c, d in quads for f in ((a, b, c), (a, c, d))])
    return Surface(corners, faces, color=color)


@pytest.fixture
def table():
    """A top, and a leg before it that is seen and one behind it that a wall hides: triangles 0, 12, 24 and 36 on."""
    grey = (0.5, 0.5, 0.5)
    return Mesh((
        cube((0, 1, 0), (1, 0.1, 1), (0.9, 0.1, 0.1)), cube((0.8, 0, 0.8), (0.1, 0.8, 0.1), grey),
        cube((-0.8, 0, -0.8), (0.1, 0.8, 0.1), grey), cube((-0.35, 0, 0), (0.68, 0.88, 0.1), (0.1, 0.1, 0.9)),
    ))  # fmt: skip


def test_a_part_is_whole_and_its_hidden_copy_goes_with_it(table):
    photo, triangles = laid(table)
    found = part_of(photo, (triangles >= 12) & (triangles < 24))
    assert not np.isin(np.arange(24, 36), triangles).any()
    assert found.tolist() == [False] * 12 + [True] * 24 + [False] * 12


def test_a_mask_that_lies_a_little_beside_is_moved(table):
    photo, triangles = laid(table)
    mask = np.roll((triangles >= 12) & (triangles < 24), 6, axis=1)
    assert part_of(photo, mask)[12:24].all() and not part_of(photo, mask)[:12].any()


def test_a_mask_that_cuts_through_a_patch_takes_faces():
    sphere = normalized(generate("ball", seed=3).mesh).without_color()
    photo, triangles = laid(sphere)
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    mask = (np.hypot(rows - SIZE / 2, columns - SIZE / 2) < 12) & (triangles >= 0)
    found = part_of(photo, mask)
    areas = sphere.triangles.areas
    assert 0 < areas[found].sum() < 0.1 * areas.sum() and found[np.unique(triangles[mask])].mean() > 0.5


def test_nothing_under_the_mask_is_no_part(table):
    photo, triangles = laid(table)
    assert not part_of(photo, np.zeros_like(triangles, bool)).any()
    corner = np.zeros_like(triangles, bool)
    corner[:2, :2] = True
    assert not part_of(photo, corner).any()


def test_a_part_goes_to_a_turned_shape_and_a_cloud_has_none(table):
    own = known(table)
    same = ShapeMap(own, own, np.arange(len(table.triangles)), np.ones(len(table.triangles)), 0.0)
    part = np.arange(48) < 12
    assert np.array_equal(transferred(part, own, same), part)
    cloud = known(PointCloud(np.eye(3, dtype=np.float32)))
    with pytest.raises(ShapeError, match="give a mesh"):
        transferred(part, cloud, same)
    with pytest.raises(ShapeError, match="give a mesh"):
        part_of(SimpleNamespace(known=cloud), np.ones((4, 4), bool))
