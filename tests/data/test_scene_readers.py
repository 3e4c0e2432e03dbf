"""S3DIS and ScanNet in their true layout, a few points of it."""

import json

import numpy as np
import pytest

from trivium.data.readers.scenes import read_s3dis, read_scannet, read_scans
from trivium.errors import DatasetError, LoadError


def s3dis_room(folder):
    parts = {
        "ceiling_1": [[0, 0, 3.0, 200, 200, 200]],
        "chair_1": [[1.0, 2.0, 0.5, 255, 0, 0], [1.1, 2.0, 0.6, 255, 0, 0]],
        "chair_2": [[3.0, 2.0, 0.5, 0, 255, 0]],
        "chair_10": [[4.0, 2.0, 0.5, 0, 0, 255]],
        "bookcase_1": [[0.5, 0.1, 1.8, 128, 64, 0]],
    }
    (folder / "Annotations").mkdir(parents=True)
    for name, rows in parts.items():
        text = "".join(" ".join(map(str, row)) + "\n" for row in rows)
        (folder / "Annotations" / f"{name}.txt").write_text(text)
    return folder


def test_a_room_of_s3dis_is_turned_up_and_keeps_its_instances(tmp_path):
    scene = read_s3dis(s3dis_room(tmp_path / "Area_1" / "office_1"))
    assert scene.categories == ("bookcase", "chair", "chair", "chair")
    assert scene.instances.tolist() == [0, -1, 1, 1, 2, 3]  # the ceiling is no thing; chair 10 comes after chair 2
    np.testing.assert_allclose(scene.cloud.points[2], [1.0, 0.5, -2.0])  # z up became y up, not mirrored
    np.testing.assert_allclose(scene.cloud.colors[2], [1, 0, 0])


def test_a_broken_room_of_s3dis_is_said(tmp_path):
    with pytest.raises(DatasetError, match="Annotations"):
        read_s3dis(tmp_path)
    room = s3dis_room(tmp_path / "office_1")
    (room / "Annotations" / "table_1.txt").write_text("1 2 3 4 5\n")
    with pytest.raises(LoadError, match=r"table_1.*x y z r g b"):
        read_s3dis(room)
    (room / "Annotations" / "table_1.txt").write_text("1 2 nan 4 5 6\n")
    with pytest.raises(LoadError, match="NaN"):
        read_s3dis(room)


def scannet_scan(folder, segments=(7, 7, 9, 3)):
    folder.mkdir(parents=True)
    name = folder.name
    vertices = [(0, 0, 0, 255, 0, 0), (1, 0, 0, 255, 0, 0), (0, 1, 2, 0, 255, 0), (5, 5, 0, 9, 9, 9)]
    dtype = [(axis, "<f4") for axis in "xyz"] + [(c, "u1") for c in ("red", "green", "blue", "alpha")]
    table = np.array([(*v, 255) for v in vertices], dtype)
    faces = np.array([(3, (0, 1, 2))], [("n", "u1"), ("v", "<i4", 3)])
    header = "ply\nformat binary_little_endian 1.0\nelement vertex 4\n"
    header += "".join(f"property float {a}\n" for a in "xyz")
    header += "".join(f"property uchar {c}\n" for c in ("red", "green", "blue", "alpha"))
    header += "element face 1\nproperty list uchar int vertex_indices\nend_header\n"
    (folder / f"{name}_vh_clean_2.ply").write_bytes(header.encode() + table.tobytes() + faces.tobytes())
    (folder / f"{name}_vh_clean_2.0.010000.segs.json").write_text(json.dumps({"segIndices": list(segments)}))
    groups = [
        {"id": 0, "label": "floor", "segments": [3]},
        {"id": 1, "label": "office chair", "segments": [7]},
        {"id": 2, "label": "desk", "segments": [9]},
    ]
    (folder / f"{name}.aggregation.json").write_text(json.dumps({"segGroups": groups}))
    return folder


def test_a_scan_of_scannet_has_a_label_for_each_vertex(tmp_path):
    scene = read_scannet(scannet_scan(tmp_path / "scene0000_00"))
    assert scene.categories == ("office chair", "desk")
    assert scene.instances.tolist() == [0, 0, 1, -1]
    np.testing.assert_allclose(scene.cloud.points[2], [0, 2, -1])
    np.testing.assert_allclose(scene.cloud.colors[2], [0, 1, 0], atol=1e-6)


def test_a_broken_scan_of_scannet_is_said(tmp_path):
    with pytest.raises(DatasetError, match="4 vertices and 2 segment"):
        read_scannet(scannet_scan(tmp_path / "scene0000_00", segments=(1, 2)))
    scan = scannet_scan(tmp_path / "scene0001_00")
    (scan / "scene0001_00.aggregation.json").write_text("{}")
    with pytest.raises(DatasetError, match="segGroups"):
        read_scannet(scan)
    (scan / "scene0001_00.aggregation.json").unlink()
    with pytest.raises(DatasetError, match="there is no"):
        read_scannet(scan)


def test_scans_are_found_below_a_folder(tmp_path):
    s3dis_room(tmp_path / "Area_1" / "office_1")
    scannet_scan(tmp_path / "scans" / "scene0000_00")
    assert [len(scene.categories) for scene in read_scans(tmp_path)] == [4, 2]
    assert len(list(read_scans(tmp_path, most=1))) == 1
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match="neither Annotations"):
        next(read_scans(tmp_path / "empty"))
