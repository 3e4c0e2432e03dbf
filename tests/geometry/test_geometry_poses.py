import numpy as np
import pytest

from trivium.errors import ShapeError
from trivium.geometry import Pose, PoseGrid, orbit_cameras


def test_a_grid_has_as_many_poses_as_the_paper():
    grid = PoseGrid()
    angles = grid.angles()
    assert len(grid) == len(angles) == 192 == len(np.unique(angles, axis=0))
    assert len(PoseGrid(elevations=2, azimuths=6, rolls=2)) == 24
    assert len(PoseGrid(elevations=3, azimuths=9, rolls=3)) == 81
    assert len(PoseGrid(elevations=6, azimuths=18, rolls=6)) == 648


def test_a_grid_spreads_its_angles_evenly():
    angles = np.degrees(PoseGrid(elevations=3, lowest=-10, highest=50, azimuths=4, rolls=1).angles())
    assert np.allclose(np.unique(angles[:, 1].round(3)), [-10, 20, 50])
    assert np.allclose(np.unique(angles[:, 0].round(3)), [0, 90, 180, 270])
    assert (angles[:, 2] == 0).all()


def test_a_pose_is_its_camera():
    pose = Pose(0.3, 0.2, -0.1)
    camera, same = pose.camera(96), orbit_cameras(0.3, 0.2, roll=-0.1, size=96)
    assert np.allclose(camera.cam_from_world, same.cam_from_world) and np.allclose(camera.focal, same.focal)
    assert np.isclose(np.linalg.norm(camera.centers[0]), pose.distance)


@pytest.mark.parametrize(
    "wrong", [{"azimuth": np.nan}, {"elevation": np.inf}, {"fov": 0.0}, {"fov": 4.0}, {"margin": 0}]
)
def test_a_pose_is_made_of_numbers(wrong):
    with pytest.raises(ShapeError, match="expected finite angles"):
        Pose(**({"azimuth": 0.0, "elevation": 0.0} | wrong))


def test_a_pose_comes_back_from_its_rotation():
    rng = np.random.default_rng(0)
    for azimuth, elevation, roll in rng.uniform([0, -1.5, -3.1], [6.28, 1.5, 3.1], (50, 3)):
        rotation = Pose(azimuth, elevation, roll).camera(8).cam_from_world[0, :3, :3]
        found = Pose.of_rotation(rotation)
        assert np.allclose([found.azimuth, found.elevation, found.roll], [azimuth, elevation, roll], atol=1e-4)
