"""Pix3D and Pascal3D+ in small: the layouts are theirs, and our poses project as their own formulas do."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from scipy.io import savemat

from trivium.data.posed_photos import read_pascal3d, read_pix3d
from trivium.errors import DatasetError
from trivium.geometry import Pose

POINTS = np.random.default_rng(0).uniform(-0.5, 0.5, (20, 3))


def projected(pose: Pose, points, *, focal: float, distance: float, size: int):
    """Pixels of a camera at ``distance`` from the origin with a focal length of ``focal`` pixels."""
    fov = 2 * np.arctan(size / 2 / focal)
    camera = replace(pose, fov=float(fov), margin=float(distance * np.sin(fov / 2))).camera(size)
    return camera.project(points.astype(np.float32))[0][0]


def pascal_pixels(points, azimuth, elevation, theta, distance, viewport, principal):
    """As published, in degrees: the camera's centre, a turn about z and one about x, y up, then the picture turned."""
    a, e, t = np.radians([azimuth, elevation, theta])
    center = distance * np.array([np.cos(e) * np.sin(a), -np.cos(e) * np.cos(a), np.sin(e)])
    a, e = -a, -(np.pi / 2 - e)
    z = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    x = np.array([[1, 0, 0], [0, np.cos(e), -np.sin(e)], [0, np.sin(e), np.cos(e)]])
    seen = (points - center) @ (x @ z).T
    flat = viewport * seen[:, :2] / -seen[:, 2:]
    flat = flat @ np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]]).T
    return flat * [1, -1] + principal


@pytest.fixture
def pascal(tmp_path):
    view = {"azimuth": 200.0, "elevation": 15.0, "theta": 8.0, "distance": 6.0, "focal": 1.0, "px": 100.0, "py": 100.0,
            "viewport": 3000.0}  # fmt: skip
    chair = {
        "class": "chair",
        "bbox": [10.0, 20.0, 90.0, 80.0],
        "cad_index": 3,
        "viewpoint": view,
        "occluded": 0,
        "truncated": 0,
    }
    coarse = chair | {"viewpoint": {"azimuth_coarse": 90.0, "distance": 0.0}}
    other = chair | {"class": "table"}
    folder = tmp_path / "Annotations" / "chair_imagenet"
    folder.mkdir(parents=True)
    savemat(folder / "n0_1.mat", {"record": {"filename": "n0_1.JPEG", "objects": [chair, coarse, other]}})
    savemat(folder / "n0_2.mat", {"record": {"filename": "n0_2.JPEG", "objects": chair | {"truncated": 1}}})
    (tmp_path / "Images" / "chair_imagenet").mkdir(parents=True)
    Image.new("RGB", (200, 200)).save(tmp_path / "Images" / "chair_imagenet" / "n0_1.JPEG")
    (tmp_path / "CAD" / "chair").mkdir(parents=True)
    (tmp_path / "CAD" / "chair" / "03.off").write_text("OFF\n3 1 0\n0 0 0\n1 0 0\n0 0 2\n3 0 1 2\n")
    return tmp_path


def test_pascal3d_is_read_as_it_is_published(pascal):
    first, second = read_pascal3d(pascal)
    assert first.photo == pascal / "Images/chair_imagenet/n0_1.JPEG" and first.model.name == "03.off"
    assert (first.category, first.box, first.hidden, second.hidden) == ("chair", (10, 20, 90, 80), False, True)
    assert np.degrees(first.pose.azimuth) == pytest.approx(200) and np.degrees(first.pose.elevation) == pytest.approx(
        15
    )
    assert first.load().bounds[1].tolist() == [1, 2, 0]  # what was up is up


def test_a_pose_of_pascal3d_projects_as_its_toolkit_does(pascal):
    pose = read_pascal3d(pascal)[0].pose
    y_up = POINTS[:, [0, 2, 1]] * [1, 1, -1]
    expected = pascal_pixels(POINTS, 200.0, 15.0, 8.0, 6.0, 3000.0, [1000.0, 1000.0])
    np.testing.assert_allclose(projected(pose, y_up, focal=3000, distance=6, size=2000), expected, atol=0.2)


@pytest.fixture
def pix3d(tmp_path):
    rng = np.random.default_rng(1)
    rotation, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    rotation *= np.sign(np.linalg.det(rotation))
    entry = {
        "img": "img/bed/0001.png", "mask": "mask/bed/0001.png", "model": "model/bed/A/model.obj", "category": "bed",
        "img_size": [200, 200], "rot_mat": rotation.tolist(), "trans_mat": [0.0, 0.0, 2.0], "focal_length": 35.0,
        "cam_position": (-rotation.T @ [0, 0, 2.0]).tolist(), "inplane_rotation": 0.1, "bbox": [1, 2, 150, 160],
        "truncated": False, "occluded": False, "slightly_occluded": True,
    }  # fmt: skip
    (tmp_path / "pix3d.json").write_text(json.dumps([entry]))
    return tmp_path, entry


def test_pix3d_is_read_as_it_is_published(pix3d):
    folder, entry = pix3d
    (photo,) = read_pix3d(folder)
    assert photo.photo == folder / "img/bed/0001.png" and photo.mask == folder / "mask/bed/0001.png"
    assert (photo.category, photo.box, photo.hidden) == ("bed", (1, 2, 150, 160), True)
    x, y, z = np.array(entry["cam_position"]) / 2
    assert np.sin(photo.pose.elevation) == pytest.approx(y) and np.cos(
        photo.pose.azimuth - np.arctan2(x, z)
    ) == pytest.approx(1)


def test_a_pose_of_pix3d_projects_as_its_authors_do(pix3d):
    """x to the left, y up, z inwards; the focal length in millimetres of a sensor 32 wide."""
    folder, entry = pix3d
    seen = POINTS @ np.array(entry["rot_mat"]).T + entry["trans_mat"]
    focal = entry["focal_length"] / 32 * 200
    expected = 100 - focal * seen[:, :2] / seen[:, 2:]
    np.testing.assert_allclose(
        projected(read_pix3d(folder)[0].pose, POINTS, focal=focal, distance=2, size=200), expected, atol=0.02
    )


@pytest.mark.parametrize("text", ["", "{}", '[{"img": "a.png"}]', '[{"bbox": [1]}]'])
def test_what_is_no_pix3d_is_said(tmp_path, text):
    (tmp_path / "pix3d.json").write_text(text)
    with pytest.raises(DatasetError, match=r"pix3d\.json"):
        read_pix3d(tmp_path)


def test_what_is_no_pascal3d_is_said(pascal, tmp_path):
    with pytest.raises(DatasetError, match="no Annotations"):
        read_pascal3d(tmp_path / "elsewhere")
    (pascal / "Annotations" / "chair_imagenet" / "n0_3.mat").write_bytes(b"no matlab")
    with pytest.raises(DatasetError, match=r"n0_3\.mat is not an annotation"):
        read_pascal3d(pascal)
