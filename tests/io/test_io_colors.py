"""Colours arrive as sRGB whatever the file calls them, and unknown stays unknown."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image
from trimesh.visual import TextureVisuals
from trimesh.visual.material import PBRMaterial

from trivium.geometry import sample_surface
from trivium.io import Limits, load_mesh, load_point_cloud
from trivium.io.srgb import linear_to_srgb, srgb_to_linear

SQUARE = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "faces": [[0, 1, 2], [0, 2, 3]], "process": False}
UV = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], float)
OBJ = "mtllib m.mtl\nv 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\nusemtl a\nf 1/1 2/2 3/3 4/4\n"


def quadrants() -> Image.Image:
    """Top left red, top right green, bottom left blue, bottom right white."""
    pixels = np.zeros((8, 8, 3), np.uint8)
    pixels[:4, :4], pixels[:4, 4:], pixels[4:, :4], pixels[4:, 4:] = (255, 0, 0), (0, 255, 0), (0, 0, 255), 255
    return Image.fromarray(pixels)


def color_at(mesh, x: float, y: float) -> np.ndarray:
    """Colour of the unit square near (x, y), by sampling."""
    cloud = sample_surface(mesh, 4000, rng=np.random.default_rng(0))
    return cloud.colors[np.argmin(((cloud.points[:, :2] - (x, y)) ** 2).sum(1))]


def glb(folder: Path, visual) -> Path:
    trimesh.Trimesh(**SQUARE, visual=visual).export(folder / "square.glb")
    return folder / "square.glb"


def edit_header(path: Path, change) -> Path:
    """Rewrite the JSON of a GLB."""
    data = path.read_bytes()
    (length,) = struct.unpack("<I", data[12:16])
    header = json.loads(data[20 : 20 + length])
    change(header)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 4)
    rest = data[20 + length :]
    path.write_bytes(struct.pack("<4sIII4s", b"glTF", 2, 20 + len(text) + len(rest), len(text), b"JSON") + text + rest)
    return path


def test_transfer_function() -> None:
    values = np.linspace(0, 1, 257)
    np.testing.assert_allclose(srgb_to_linear(linear_to_srgb(values)), values, atol=1e-6)
    assert linear_to_srgb(0.214041) == pytest.approx(0.5, abs=1e-5)


def test_gltf_base_color_is_linear(tmp_path: Path) -> None:
    path = glb(tmp_path, TextureVisuals(material=PBRMaterial(baseColorFactor=[0.2, 0.5, 0.01, 1.0])))
    factor = [0.214041, 1, 0.001, 1]
    edit_header(path, lambda h: h["materials"][0]["pbrMetallicRoughness"].update(baseColorFactor=factor))
    expected = [0.5, 1.0, 0.01292]  # the dark one would be 0 after trimesh's rounding to a byte
    np.testing.assert_allclose(load_mesh(path).surfaces[0].color, expected, atol=1e-4)


def test_gltf_texture_stands_the_right_way_up(tmp_path: Path) -> None:
    mesh = load_mesh(glb(tmp_path, TextureVisuals(uv=UV, material=PBRMaterial(baseColorTexture=quadrants()))))
    assert mesh.is_textured
    for (x, y), rgb in {
        (0.2, 0.8): (1, 0, 0),
        (0.8, 0.8): (0, 1, 0),
        (0.2, 0.2): (0, 0, 1),
        (0.8, 0.2): (1, 1, 1),
    }.items():
        np.testing.assert_allclose(color_at(mesh, x, y), rgb, atol=0.02)


def test_gltf_factor_tints_the_texture(tmp_path: Path) -> None:
    material = PBRMaterial(baseColorTexture=quadrants(), baseColorFactor=[0.25, 1.0, 1.0, 1.0])
    surface = load_mesh(glb(tmp_path, TextureVisuals(uv=UV, material=material))).surfaces[0]
    np.testing.assert_allclose(surface.color, linear_to_srgb([0.25, 1, 1]), atol=0.005)


def test_gltf_without_material_is_unknown(tmp_path: Path) -> None:
    trimesh.Trimesh(**SQUARE).export(tmp_path / "a.glb")
    assert not load_mesh(tmp_path / "a.glb").has_color


@pytest.mark.parametrize(("generator", "expected"), [("someone", "linear"), ("github.com/mikedh/trimesh", "srgb")])
def test_gltf_vertex_colors(generator: str, expected: str, tmp_path: Path) -> None:
    colors = np.array([[55, 0, 0, 255], [0, 55, 0, 255], [0, 0, 55, 255], [255, 255, 255, 255]], np.uint8)
    trimesh.Trimesh(**SQUARE, vertex_colors=colors).export(tmp_path / "a.glb")
    path = edit_header(tmp_path / "a.glb", lambda h: h["asset"].update(generator=generator))
    value = linear_to_srgb(55 / 255) if expected == "linear" else 55 / 255
    np.testing.assert_allclose(load_mesh(path).surfaces[0].vertex_colors[0], [value, 0, 0], atol=1e-4)


@pytest.mark.parametrize("suffix", [".ply", ".obj"])
def test_vertex_colors_of_other_formats(suffix: str, tmp_path: Path) -> None:
    colors = np.array([[255, 0, 0, 255], [0, 128, 0, 255], [0, 0, 255, 255], [10, 20, 30, 255]], np.uint8)
    trimesh.Trimesh(**SQUARE, vertex_colors=colors).export(tmp_path / f"a{suffix}")
    surface = load_mesh(tmp_path / f"a{suffix}").surfaces[0]
    np.testing.assert_allclose(np.sort(surface.vertex_colors, 0), np.sort(colors[:, :3] / 255, 0), atol=1e-3)


def test_ply_face_colors(tmp_path: Path) -> None:
    colors = np.array([[255, 0, 0, 255], [0, 128, 0, 255]], np.uint8)
    trimesh.Trimesh(**SQUARE, face_colors=colors).export(tmp_path / "a.ply")
    np.testing.assert_allclose(load_mesh(tmp_path / "a.ply").surfaces[0].face_colors, colors[:, :3] / 255)


def test_step_color(put, step_box) -> None:
    color = load_mesh(put("box.step", step_box(1, 2, 3, colored=True))).surfaces[0].color
    np.testing.assert_allclose(color, [0.5, 0.25, 0.75], atol=0.01)


def test_obj_kd_is_srgb(put) -> None:
    put("m.mtl", "newmtl a\nKd 0.5 0.25 0.75\n")
    np.testing.assert_allclose(load_mesh(put("a.obj", OBJ)).surfaces[0].color, [0.5, 0.25, 0.75], atol=0.003)


def test_obj_texture_is_not_darkened_by_kd(put, tmp_path: Path) -> None:
    quadrants().save(tmp_path / "wood.png")
    put("m.mtl", "newmtl a\nKd 0 0 0\nmap_Kd wood.png\n")
    mesh = load_mesh(put("a.obj", OBJ))
    np.testing.assert_allclose(color_at(mesh, 0.2, 0.8), [1, 0, 0], atol=0.02)


@pytest.mark.parametrize(
    "mtl",
    [
        None,
        "newmtl a\nNs 10\n",
        "newmtl a\nKd 0.8 0.8 0.8\nmap_Kd lost.png\n",
        "newmtl other\nKd 1 0 0\n",
    ],
)
def test_obj_without_known_color(mtl: str | None, put) -> None:
    """No file, no Kd, a lost texture, another material: trimesh fills in a grey or a stand-in picture each time."""
    if mtl is not None:
        put("m.mtl", mtl)
    assert not load_mesh(put("a.obj", OBJ)).has_color


def test_gltf_with_a_lost_texture_is_unknown(tmp_path: Path) -> None:
    material = PBRMaterial(baseColorTexture=quadrants(), baseColorFactor=[1.0, 1.0, 1.0, 1.0])
    path = glb(tmp_path, TextureVisuals(uv=UV, material=material))

    def lose(header) -> None:
        header["images"] = [{"uri": "lost.png"}]

    assert not load_mesh(edit_header(path, lose)).has_color


def test_damaged_texture_is_unknown(put) -> None:
    put("wood.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    put("m.mtl", "newmtl a\nKd 1 0 0\nmap_Kd wood.png\n")
    assert not load_mesh(put("a.obj", OBJ)).has_color


def test_texture_is_reduced_and_shared(put, tmp_path: Path) -> None:
    quadrants().resize((400, 200), Image.Resampling.NEAREST).save(tmp_path / "wood.png")
    put("m.mtl", "newmtl a\nmap_Kd wood.png\n")
    surface = load_mesh(put("a.obj", OBJ), limits=Limits(max_texture_side=100)).surfaces[0]
    assert surface.texture.shape == (50, 100, 3)


def test_alpha_of_textures_is_dropped(put, tmp_path: Path) -> None:
    image = quadrants().convert("RGBA")
    image.putalpha(0)
    image.save(tmp_path / "wood.png")
    put("m.mtl", "newmtl a\nmap_Kd wood.png\n")
    np.testing.assert_allclose(color_at(load_mesh(put("a.obj", OBJ)), 0.2, 0.8), [1, 0, 0], atol=0.02)


def test_points_of_a_glb_keep_colors(tmp_path: Path) -> None:
    colors = np.random.default_rng(0).integers(0, 256, (9, 4)).astype(np.uint8)
    trimesh.Scene(trimesh.PointCloud(np.random.default_rng(0).normal(size=(9, 3)), colors)).export(tmp_path / "p.glb")
    np.testing.assert_allclose(load_point_cloud(tmp_path / "p.glb").colors, colors[:, :3] / 255, atol=1e-5)
