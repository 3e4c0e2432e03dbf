"""The isolated reader: killed when slow, survives a crash, and brings everything across."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pytest
import trimesh

from trivium.errors import LoadError
from trivium.geometry import Mesh, PointCloud, Surface
from trivium.io import FORMATS, Limits, load_mesh, load_shape, worker
from trivium.io.reading import read_shape

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture
def box(tmp_path: Path) -> Path:
    trimesh.creation.box((1, 2, 3)).export(tmp_path / "box.3mf")
    return tmp_path / "box.3mf"


def everything() -> Mesh:
    square = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int64)
    rng = np.random.default_rng(0)
    texture = rng.integers(0, 256, (4, 4, 3)).astype(np.uint8)
    three = np.stack([np.eye(4, dtype=np.float32)] * 3)
    return Mesh(
        (
            Surface(square, faces, name="ä.b", color=(0.1, 0.2, 0.3), transforms=three),
            Surface(square, faces, texture=texture, uv=square[:, :2]),
            Surface(square, faces, vertex_colors=rng.random((4, 3)).astype(np.float32)),
            Surface(square, faces, face_colors=rng.random((2, 3)).astype(np.float32)),
        ),
        "name",
    )


def test_every_field_crosses_the_border(tmp_path: Path) -> None:
    mesh = everything()
    worker._pack(mesh, tmp_path / "m.npz")
    back = worker._unpack(tmp_path, tmp_path / "m.npz")
    assert isinstance(back, Mesh) and back.name == mesh.name
    for one, other in zip(mesh.surfaces, back.surfaces, strict=True):
        assert (one.name, one.color) == (other.name, other.color)
        for name in ("vertices", "faces", "texture", "uv", "vertex_colors", "face_colors", "transforms"):
            a, b = getattr(one, name), getattr(other, name)
            assert (a is None) == (b is None), name
            if a is not None:
                np.testing.assert_array_equal(a, b)
                assert a.dtype == b.dtype


def test_clouds_cross_the_border(tmp_path: Path) -> None:
    cloud = PointCloud(np.ones((5, 3), np.float32), None, np.ones((5, 3), np.float32), "c")
    worker._pack(cloud, tmp_path / "c.npz")
    back = worker._unpack(tmp_path, tmp_path / "c.npz")
    assert isinstance(back, PointCloud) and back.colors is None and back.name == "c"
    np.testing.assert_array_equal(back.normals, cloud.normals)


def test_same_as_reading_here(box: Path) -> None:
    assert FORMATS[".3mf"].isolated
    np.testing.assert_array_equal(load_mesh(box).triangles.corners, read_shape(box, Limits()).triangles.corners)


def test_slow_files_are_killed(box: Path) -> None:
    start = time.perf_counter()
    with pytest.raises(LoadError, match="max_seconds") as caught:
        load_shape(box, limits=Limits(max_seconds=0.0005))
    assert caught.value.code == "timeout"
    assert time.perf_counter() - start < 10


def test_a_reader_that_hangs_before_its_clock_starts(box: Path, monkeypatch) -> None:
    monkeypatch.setattr(worker, "_STARTUP_SECONDS", 0.01)
    with pytest.raises(LoadError) as caught:
        load_shape(box, limits=Limits(max_seconds=0.01))
    assert caught.value.code == "timeout"


def test_a_reader_without_memory_dies_alone(box: Path) -> None:
    with pytest.raises(LoadError) as caught:
        load_shape(box, limits=Limits(max_memory=1 << 20))
    assert caught.value.code in ("reader-died", "limit-exceeded")


def test_a_crash_is_reported(box: Path, monkeypatch) -> None:
    monkeypatch.setattr(worker.sys, "executable", "/bin/false")
    with pytest.raises(LoadError, match="exit 1") as caught:
        load_shape(box)
    assert caught.value.code == "reader-died"


def test_errors_keep_their_code(put) -> None:
    with pytest.raises(LoadError, match=r"zip archive") as caught:
        load_shape(put("a.3mf", b"no zip"))
    assert caught.value.code == "unreadable"


def test_missing_cad_reader_names_the_extra(put, step_box, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "cascadio", None)
    with pytest.raises(LoadError, match=r"pip install 'trivium\[cad\]'") as caught:
        read_shape(put("a.step", step_box(1, 2, 3)), Limits())
    assert caught.value.code == "missing-dependency"
