"""The verb pose with the packaged weights: the pose of a rendering is found, and what is no photo of it is said to be doubtful."""

import numpy as np
import pytest

from standin import tiny_pasr
from trivium.apps.pose import find_pose, parse_box
from trivium.errors import LoadError, QueryError, ShapeError
from trivium.geometry import Pose, normalized, rotation_error
from trivium.io import save_glb
from trivium.procedural import generate
from trivium.rendering import render_views


def photo_of(mesh, pose, size=224):
    return render_views(normalized(mesh), pose.camera(size)).images[0]


@pytest.mark.parametrize(("name", "azimuth"), [("chair", 0.5), ("car", 2.2), ("sofa", 5.6)])
def test_the_pose_of_a_rendering_is_found(name, azimuth, tmp_path):
    mesh, true = generate(name, seed=31).mesh, Pose(azimuth, 0.4)
    save_glb(mesh, tmp_path / "model.glb")
    answer = find_pose(photo_of(mesh, true), tmp_path / "model.glb")
    rotations = [p.camera(2).cam_from_world[0, :3, :3] for p in (answer.seen.pose, true)]
    assert np.degrees(rotation_error(*rotations)) < 25
    assert not answer.seen.doubtful and answer.overlay.shape == (320, 320, 3)


def test_a_photo_without_the_object_is_doubtful():
    mesh = generate("chair", seed=31).mesh
    for nothing in (
        np.full((90, 120, 3), 200, np.uint8),
        np.random.default_rng(0).integers(0, 256, (90, 120, 3), np.uint8),
    ):
        assert find_pose(nothing, mesh).seen.doubtful


def test_a_pose_is_never_nan():
    """Not of a photo of one pixel, nor of a shape that is a needle."""
    mesh = generate("pencil", seed=0).mesh
    answer = find_pose(np.zeros((1, 1, 3), np.uint8), mesh, model=tiny_pasr())
    assert np.isfinite(
        [answer.seen.pose.azimuth, answer.seen.pose.elevation, answer.seen.pose.roll, answer.seen.score]
    ).all()


def test_what_cannot_be_posed_is_said(tmp_path):
    from trivium.geometry import PointCloud

    photo = np.zeros((20, 20, 3), np.uint8)
    with pytest.raises(ShapeError, match="1 points"):
        find_pose(photo, PointCloud(points=np.zeros((1, 3), np.float32)), model=tiny_pasr())
    with pytest.raises(LoadError, match="no such file"):
        find_pose(photo, tmp_path / "gone.glb", model=tiny_pasr())


def test_a_box_tells_where_in_the_photo():
    mesh, true = generate("chair", seed=31).mesh, Pose(0.5, 0.4)
    photo = np.full((300, 400, 3), 255, np.uint8)
    photo[150:250, 250:350] = photo_of(mesh, true, 100)
    answer = find_pose(photo, mesh, box=(250, 150, 350, 250))
    rotations = [p.camera(2).cam_from_world[0, :3, :3] for p in (answer.seen.pose, true)]
    assert np.degrees(rotation_error(*rotations)) < 25
    assert parse_box("250,150,350,250") == (250, 150, 350, 250)
    with pytest.raises(QueryError, match="left,top,right,bottom"):
        parse_box("250,150,350")
    for outside in ((0, 0, 500, 10), (10, 10, 10, 20), (-1, 0, 5, 5)):
        with pytest.raises(QueryError, match="400 x 300 pixels"):
            find_pose(photo, mesh, box=outside)
