"""Rooms taken apart: even clouds, planes, pieces, boxes, and frames that are guessed."""

import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import PointCloud, sample_surface, with_normals
from trivium.geometry.boxes import upright_box
from trivium.geometry.furniture import take_apart
from trivium.geometry.pieces import kmeans_of, pieces_of
from trivium.geometry.scanned_frames import metres_per_unit, up_axis
from trivium.geometry.scenes import LabelledScene
from trivium.geometry.structure import find_structure
from trivium.geometry.voxels import thinned
from trivium.procedural.solids import box, to_mesh

RNG = np.random.default_rng(3)


def cloud_of(*solids, density=3000):
    """Even points on boxes, so many a square metre."""
    parts = [to_mesh(solid) for solid in solids]
    return PointCloud(
        np.concatenate([sample_surface(m, int(density * m.area), rng=RNG).points for m in parts]).astype(np.float32)
    )


def room(*solids, thick=0.0, ceiling=True):
    """A room of 4 x 2.5 x 3 metres around solids; walls are sheets, or slabs."""
    t = max(thick, 1e-4)
    shell = [box(4, t, 3).moved(y=-t), *([box(4, t, 3).moved(y=2.5)] if ceiling else [])]
    shell += [box(t, 2.5, 3).moved(x=s * (2 + t / 2)) for s in (-1, 1)]
    shell += [box(4, 2.5, t).moved(z=s * (1.5 + t / 2)) for s in (-1, 1)]
    return cloud_of(*shell, *solids, density=1500)


def test_thinning_is_the_mean_of_each_cell():
    points = RNG.uniform(0, 1, (500, 3)).astype(np.float32)
    colors = RNG.uniform(0, 1, (500, 3)).astype(np.float32)
    thin = thinned(PointCloud(points, colors), 0.2)
    cells = {}
    for i, cell in enumerate(map(tuple, np.floor((points - points.min(0)) / 0.2).astype(int))):
        cells.setdefault(cell, []).append(i)
    assert len(thin.cloud) == len(cells)
    for own in cells.values():
        assert len(set(thin.owner[own])) == 1
        np.testing.assert_allclose(thin.cloud.points[thin.owner[own[0]]], points[own].mean(0), atol=1e-5)
        np.testing.assert_allclose(thin.cloud.colors[thin.owner[own[0]]], colors[own].mean(0), atol=1e-5)


@pytest.mark.parametrize("thick", [0.0, 0.15])
def test_the_structure_of_a_room_is_found_and_its_wardrobe_left(thick):
    wardrobe = box(1.4, 2.0, 0.6).moved(x=0.5, z=-1.15)
    cloud = thinned(room(wardrobe, thick=thick), 0.04).cloud
    found = find_structure(with_normals(cloud))
    assert abs(found.floor.offset) < 0.02 and abs(found.ceiling.offset + 2.5) < 0.02
    inner = sorted(round(float(abs(w.offset)), 1) for w in found.walls)
    assert inner.count(1.5) >= 2 and inner.count(2.0) >= 2
    front = np.abs(cloud.points[:, 2] + 0.85) < 0.02
    inside = (np.abs(cloud.points[:, 0] - 0.5) < 0.6) & (np.abs(cloud.points[:, 1] - 1) < 0.8)
    assert found.mask[front & inside].mean() < 0.05
    assert found.mask[cloud.points[:, 1] < 0.01].mean() > 0.95


def test_a_room_without_floor_walls_or_ceiling_has_none():
    found = find_structure(with_normals(thinned(cloud_of(box(0.5, 0.9, 0.5)), 0.03).cloud))
    assert not found.walls and found.ceiling is None
    with pytest.raises(ShapeError, match="with_normals"):
        find_structure(PointCloud(np.zeros((5, 3), np.float32)))


def table(height=0.7):
    legs = [box(0.06, height, 0.06).moved(x=x, z=z) for x in (-0.5, 0.5) for z in (-0.3, 0.3)]
    top = box(1.2, 0.03, 0.8).moved(y=height)
    solid = top
    for leg in legs:
        solid = solid + leg
    return solid


def test_what_stands_on_a_table_is_cut_from_it_and_its_legs_are_not():
    on_it = box(0.15, 0.3, 0.15).moved(y=0.732, x=0.2)
    cloud = with_normals(thinned(cloud_of(table(), on_it, density=8000), 0.02).cloud)
    pieces = pieces_of(cloud.points, cloud.normals, 0.02)
    above = cloud.points[:, 1] > 0.77
    below = cloud.points[:, 1] < 0.7
    assert len(set(pieces[above])) == 1
    assert set(pieces[below]) == {0} and 0 not in pieces[above]  # 0 is the largest


def test_things_apart_are_pieces_and_kmeans_gives_as_many_as_it_is_told():
    cloud = with_normals(thinned(cloud_of(box(0.3, 0.5, 0.3), box(0.3, 0.3, 0.3).moved(x=0.5)), 0.02).cloud)
    pieces = pieces_of(cloud.points, cloud.normals, 0.02)
    assert sorted(set(pieces)) == [0, 1] and (pieces[cloud.points[:, 0] > 0.3] == 1).all()
    assert sorted(set(kmeans_of(cloud.points, 5))) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("degrees", [0, 20, 65, 89])
def test_an_upright_box_is_turned_as_its_content(degrees):
    points = cloud_of(box(1.2, 0.4, 0.5).rotated("y", degrees).moved(1, 2, 3), density=4000).points
    found = upright_box(points)
    np.testing.assert_allclose(found.center, [1, 2.2, 3], atol=0.02)
    np.testing.assert_allclose(sorted(found.size), [0.4, 0.5, 1.2], atol=0.03)
    assert 0 <= found.yaw < np.pi / 2
    assert all(found.contains(p) for p in points[:50]) and not found.contains(np.array([1, 2.2, 4.3]))
    low, high = found.corners.min(0), found.corners.max(0)
    np.testing.assert_allclose([low, high], [points.min(0), points.max(0)], atol=0.06)


def test_a_line_and_a_point_have_a_box_too():
    line = np.stack([np.linspace(0, 1, 20), np.zeros(20), np.linspace(0, 1, 20)], 1).astype(np.float32)
    assert max(upright_box(line).size) == pytest.approx(2**0.5, abs=1e-3)
    assert (upright_box(line[:1]).size == 0).all()


def test_up_and_unit_are_guessed():
    lying = room(box(0.6, 0.9, 0.6))
    standing = PointCloud(lying.points[:, [0, 2, 1]])
    assert (up_axis(lying), up_axis(standing)) == ("y", "z")
    assert [metres_per_unit(PointCloud(lying.points * s)) for s in (1, 100, 1000)] == [1.0, 0.01, 0.001]


def test_a_room_is_taken_apart():
    made = take_apart(room(box(0.6, 0.9, 0.6)))
    largest = made.pieces == 0
    assert np.ptp(made.cloud.points[largest], axis=0) == pytest.approx([0.6, 0.9, 0.6], abs=0.1)
    assert largest.mean() > 0.97 and (made.owner < 0).mean() > 0.8
    for nothing, message in ((room(), "nothing in the room"), (PointCloud(np.zeros((10, 3), np.float32)), "10 points")):
        with pytest.raises(ShapeError, match=message):
            take_apart(nothing)
    with pytest.raises(ShapeError, match="centimetres"):
        take_apart(PointCloud(RNG.uniform(0, 0.01, (500, 3)).astype(np.float32)))


def test_labels_fit_their_cloud():
    cloud = PointCloud(np.zeros((3, 3), np.float32))
    assert LabelledScene(cloud, np.array([0, -1, 0]), ("chair",)).members(0).tolist() == [0, 2]
    for wrong in (np.array([0, 1]), np.array([0, 1, 0]), np.array([-2, 0, 0])):
        with pytest.raises(ShapeError, match="instance"):
            LabelledScene(cloud, wrong, ("chair",))
