"""What save_glb writes comes back from load_mesh, and other programs can read it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest
import trimesh

from trivium.geometry import Mesh, Surface
from trivium.io import load_mesh, save_glb

VERTICES = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], np.float32)
FACES = np.array([[0, 1, 2], [0, 2, 3]], np.int64)
UV = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
TEXTURE = np.random.default_rng(0).integers(0, 256, (6, 4, 3)).astype(np.uint8)


def square(**look) -> Surface:
    return Surface(VERTICES, FACES, name="square", **look)


def round_trip(folder: Path, *surfaces: Surface) -> Mesh:
    save_glb(Mesh(surfaces, "m"), folder / "m.glb")
    assert [p.name for p in folder.iterdir()] == ["m.glb"], "no temporary file stays behind"
    return load_mesh(folder / "m.glb")


def test_geometry_names_and_instances(tmp_path: Path) -> None:
    transforms = np.stack([np.eye(4), np.diag([2, 2, 2, 1.0])]).astype(np.float32)
    transforms[1, :3, 3] = (5, 6, 7)
    back = round_trip(tmp_path, square(transforms=transforms), Surface(VERTICES + 9, FACES, name="other"))
    assert [s.name for s in back.surfaces] == ["square", "other"]
    np.testing.assert_array_equal(back.surfaces[0].vertices, VERTICES)
    np.testing.assert_array_equal(back.surfaces[0].faces, FACES)
    order = np.argsort(back.surfaces[0].transforms[:, 0, 0])
    np.testing.assert_allclose(back.surfaces[0].transforms[order], transforms)
    np.testing.assert_array_equal(back.surfaces[1].vertices, VERTICES + 9)


@pytest.mark.parametrize("color", [(0.5, 0.25, 0.75), (0.01, 0.02, 0.05), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)])
def test_base_color(color: tuple[float, float, float], tmp_path: Path) -> None:
    np.testing.assert_allclose(round_trip(tmp_path, square(color=color)).surfaces[0].color, color, atol=1e-5)
    data = (tmp_path / "m.glb").read_bytes()
    header = json.loads(data[20 : 20 + struct.unpack("<I", data[12:16])[0]])
    factor = header["materials"][0]["pbrMetallicRoughness"]["baseColorFactor"]
    assert factor[0] <= color[0] + 1e-6, "linear values are never above sRGB"


def test_unknown_color_stays_unknown(tmp_path: Path) -> None:
    assert not round_trip(tmp_path, square()).has_color


def test_texture_with_tint(tmp_path: Path) -> None:
    looks = {"texture": TEXTURE, "uv": UV, "color": (0.5, 1.0, 1.0)}
    back = round_trip(tmp_path, square(**looks), square(**looks)).surfaces
    np.testing.assert_array_equal(back[0].texture, TEXTURE)
    np.testing.assert_allclose(back[0].uv, UV, atol=1e-6)
    np.testing.assert_allclose(back[0].color, (0.5, 1, 1), atol=1e-5)
    assert back[0].texture is back[1].texture, "a picture used twice is stored and decoded once"


def test_vertex_colors(tmp_path: Path) -> None:
    colors = np.random.default_rng(0).random((4, 3)).astype(np.float32)
    np.testing.assert_allclose(
        round_trip(tmp_path, square(vertex_colors=colors)).surfaces[0].vertex_colors, colors, atol=1e-3
    )


def test_face_colors_look_the_same(tmp_path: Path) -> None:
    colors = np.array([[1, 0, 0], [0, 0.5, 1]], np.float32)
    back = round_trip(tmp_path, square(face_colors=colors))
    middle = np.full((2, 3), 1 / 3, np.float32)
    np.testing.assert_allclose(back.colors_at(np.array([0, 1]), middle), colors, atol=1e-3)


def test_trimesh_agrees(tmp_path: Path) -> None:
    round_trip(tmp_path, square(color=(1.0, 0.5, 0.0)), Surface(VERTICES, FACES, name="b", texture=TEXTURE, uv=UV))
    scene = trimesh.load_scene(tmp_path / "m.glb")
    assert sorted(scene.geometry) == ["b", "square"]
    assert scene.area == pytest.approx(2)
    assert scene.geometry["b"].visual.material.baseColorTexture.size == (4, 6)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch) -> None:
    mesh = Mesh((square(),))
    save_glb(mesh, tmp_path / "m.glb")
    before = (tmp_path / "m.glb").read_bytes()

    def full(self: Path, data: bytes) -> int:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="disk full"):
        save_glb(mesh, tmp_path / "m.glb")
    assert (tmp_path / "m.glb").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1
