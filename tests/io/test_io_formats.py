"""Every format is read, upright, with its instances, and points-only files become clouds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import trimesh

from trivium.errors import LoadError
from trivium.geometry import Mesh, PointCloud
from trivium.io import FORMATS, SHAPE_SUFFIXES, load_mesh, load_point_cloud, load_shape, save_ply, source_transform

BOX = (1.0, 2.0, 3.0)  # different along every axis, so that a wrong axis shows


def box_file(folder: Path, suffix: str, step_box) -> Path:
    path = folder / f"box{suffix}"
    if suffix in (".step", ".stp"):
        path.write_text(step_box(1000, 2000, 3000))  # millimetres
    elif suffix == ".3mf":
        trimesh.creation.box((1000, 2000, 3000)).export(path)
    elif suffix == ".gltf":
        for name, data in trimesh.creation.box(BOX).export(file_type="gltf").items():
            (folder / name).write_bytes(data)
        (folder / "model.gltf").rename(path)
    else:
        trimesh.creation.box(BOX).export(path)
    return path


@pytest.mark.parametrize("suffix", sorted(SHAPE_SUFFIXES - {".xyz", ".stp"}))
def test_box_of_every_format_is_upright_and_in_metres(suffix: str, tmp_path: Path, step_box) -> None:
    mesh = load_mesh(box_file(tmp_path, suffix, step_box))
    z_up = FORMATS[suffix].up == "Z"
    expected = (1, 3, 2) if z_up else (1, 2, 3)
    np.testing.assert_allclose(np.ptp(mesh.bounds, axis=0), expected, rtol=1e-4)
    assert (mesh.num_faces, mesh.name) == (12, "box")
    assert mesh.area == pytest.approx(22, rel=1e-4)
    assert mesh.has_color == (suffix == ".dae"), "trimesh's stand-ins must not count as colours; its dae names one"


def test_z_up_turns_up_to_y_and_front_to_z(tmp_path: Path) -> None:
    path = tmp_path / "corner.stl"  # a triangle whose corners tell the axes apart
    trimesh.Trimesh([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[0, 1, 2]], process=False).export(path)
    corners = load_mesh(path).triangles.corners[0]
    np.testing.assert_allclose(corners, [[1, 0, 0], [0, 0, -1], [0, 1, 0]], atol=1e-6)
    transform = source_transform(path)
    np.testing.assert_allclose(corners @ transform[:3, :3], np.eye(3), atol=1e-6)  # the way back


@pytest.mark.parametrize(("axis", "expected"), [("Y", (1, 2, 3)), ("Z", (1, 3, 2)), ("X", (2, 1, 3))])
def test_dae_obeys_up_axis_and_unit(axis: str, expected: tuple[int, ...], tmp_path: Path) -> None:
    path = tmp_path / "box.dae"
    trimesh.creation.box(BOX).export(path)
    text = path.read_text()
    assert "<up_axis>Y_UP" in text
    path.write_text(text.replace("<up_axis>Y_UP", f'<unit name="inch" meter="0.0254"/><up_axis>{axis}_UP'))
    extents = np.ptp(load_mesh(path).bounds, axis=0)
    np.testing.assert_allclose(extents / 0.0254, expected, rtol=1e-4)
    assert np.linalg.det(source_transform(path)[:3, :3]) == pytest.approx(0.0254**3)


def test_3mf_unit(tmp_path: Path) -> None:
    path = tmp_path / "box.3mf"
    trimesh.creation.box(BOX).export(path)
    np.testing.assert_allclose(np.ptp(load_mesh(path).bounds, axis=0), [0.001, 0.003, 0.002], rtol=1e-4)


def test_uppercase_suffix(tmp_path: Path) -> None:
    trimesh.creation.box(BOX).export(tmp_path / "a.stl")
    assert load_mesh((tmp_path / "a.stl").rename(tmp_path / "A.STL")).num_faces == 12


def test_instances_share_one_surface(tmp_path: Path) -> None:
    scene, ball = trimesh.Scene(), trimesh.creation.icosphere(subdivisions=1)
    scene.add_geometry(ball, geom_name="ball", node_name="n0")
    for i in range(1, 5):
        scene.graph.update(
            frame_to=f"n{i}", matrix=trimesh.transformations.translation_matrix([3 * i, 0, 0]), geometry="ball"
        )
    scene.export(tmp_path / "five.glb")
    mesh = load_mesh(tmp_path / "five.glb")
    assert [(s.name, s.transforms.shape) for s in mesh.surfaces] == [("ball", (5, 4, 4))]
    assert mesh.num_faces == 5 * 80
    np.testing.assert_allclose(mesh.bounds[:, 0], [-1, 13], atol=0.1)


def test_nested_nodes_compose(put) -> None:
    header = json.loads(trimesh.creation.box(BOX).export(file_type="gltf", embed_buffers=True)["model.gltf"])
    header["nodes"] = [
        {"name": "root", "children": [1], "scale": [2, 2, 2]},
        {"name": "leaf", "mesh": 0, "translation": [5, 0, 0]},
    ]
    header["scenes"] = [{"nodes": [0]}]
    mesh = load_mesh(put("nested.gltf", json.dumps(header)))
    np.testing.assert_allclose(mesh.bounds.mean(0), [10, 0, 0], atol=1e-5)
    np.testing.assert_allclose(np.ptp(mesh.bounds, axis=0), [2, 4, 6], rtol=1e-5)


@pytest.mark.parametrize("binary", [True, False])
@pytest.mark.parametrize("extras", [(), ("colors",), ("normals",), ("colors", "normals")])
def test_points_only_ply(binary: bool, extras: tuple[str, ...], tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    points, colors, normals = rng.normal(size=(50, 3)), rng.integers(0, 256, (50, 3)), np.tile([0.0, 0.0, 1.0], (50, 1))
    columns, names = [points], ["float x", "float y", "float z"]
    if "normals" in extras:
        columns, names = [*columns, normals], [*names, "float nx", "float ny", "float nz"]
    if "colors" in extras:
        columns, names = [*columns, colors], [*names, "uchar red", "uchar green", "uchar blue"]
    path = tmp_path / "cloud.ply"
    kind = "binary_little_endian" if binary else "ascii"
    head = f"ply\nformat {kind} 1.0\nelement vertex 50\n" + "".join(f"property {n}\n" for n in names) + "end_header\n"
    rows = np.concatenate(columns, 1)
    if binary:
        dtype = np.dtype([(n, "<f4" if n.startswith("float") else "u1") for n in names])
        path.write_bytes(head.encode() + np.array([tuple(r) for r in rows], dtype).tobytes())
    else:
        path.write_text(head + "\n".join(" ".join(f"{v:.7g}" for v in r) for r in rows) + "\n")
    cloud = load_point_cloud(path)
    np.testing.assert_allclose(cloud.points, points, atol=1e-5)
    assert (cloud.colors is not None) == ("colors" in extras)
    assert (cloud.normals is not None) == ("normals" in extras)
    if cloud.colors is not None:
        np.testing.assert_allclose(cloud.colors, colors / 255, atol=1e-6)
    if cloud.normals is not None:
        np.testing.assert_allclose(cloud.normals, normals)


@pytest.mark.parametrize("suffix", [".obj", ".glb", ".xyz"])
def test_points_only_in_other_formats(suffix: str, tmp_path: Path) -> None:
    points = np.random.default_rng(0).normal(size=(20, 3))
    path = tmp_path / f"cloud{suffix}"
    if suffix == ".glb":
        trimesh.Scene(trimesh.PointCloud(points)).export(path)
    else:
        path.write_text("".join(("v " if suffix == ".obj" else "") + " ".join(map(str, p)) + "\n" for p in points))
    shape = load_shape(path)
    assert isinstance(shape, PointCloud) and len(shape) == 20
    np.testing.assert_allclose(shape.points, points, atol=1e-5)
    with pytest.raises(LoadError, match="load_point_cloud") as caught:
        load_mesh(path)
    assert caught.value.code == "no-geometry"


def test_load_point_cloud_refuses_a_mesh(tmp_path: Path) -> None:
    trimesh.creation.box(BOX).export(tmp_path / "box.stl")
    with pytest.raises(LoadError, match="sample_surface"):
        load_point_cloud(tmp_path / "box.stl")


def test_saved_cloud_comes_back(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    normals = rng.normal(size=(30, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    cloud = PointCloud(
        rng.normal(size=(30, 3)).astype(np.float32), rng.random((30, 3)).astype(np.float32), normals.astype(np.float32)
    )
    save_ply(cloud, tmp_path / "c.ply")
    back = load_point_cloud(tmp_path / "c.ply")
    np.testing.assert_array_equal(back.points, cloud.points)
    np.testing.assert_allclose(back.normals, cloud.normals, atol=1e-6)
    np.testing.assert_allclose(back.colors, cloud.colors, atol=0.5 / 255 + 1e-6)


@pytest.mark.parametrize(
    "text",
    [
        "v 0 0 0\r\nv 1 0 0\r\nv 0 1 0\r\nf 1 2 3\r\n",
        "# c\nv 0 0 0 # origin\nv 1 0 0\nv 0 1 0\nf 1 2 3 # face\n",
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nf -3 -2 -1\n",
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nvn 0 0 1\nf 1//1 2//1 3//1\n",
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 1 1 0\nvt 0 0\nf 1/1 2/1 3/1\nf 2/1 4/1 3/1\ng x\ns off\n",
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 1 1 0\nf 1 2 4 3\n",
        "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 1 1 0\nv 2 0 0\nf 1 2 4 3\nf 1 2 5\n",
    ],
)
def test_obj_dialects(text: str, put) -> None:
    mesh = load_mesh(put("dialect.obj", text))
    assert isinstance(mesh, Mesh) and mesh.area >= 0.5 and not mesh.has_color


def test_ply_of_mixed_polygons(put) -> None:
    """Triangles and quads in one binary file, as Blender writes them."""
    head = (
        "ply\nformat binary_little_endian 1.0\nelement vertex 5\nproperty float x\nproperty float y\n"
        "property float z\nelement face 2\nproperty list uchar int vertex_indices\nend_header\n"
    )
    vertices = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [2, 0, 0]], "<f4").tobytes()
    faces = b"\4" + np.array([0, 1, 2, 3], "<i4").tobytes() + b"\3" + np.array([1, 4, 2], "<i4").tobytes()
    mesh = load_mesh(put("mixed.ply", head.encode() + vertices + faces))
    assert mesh.num_faces == 3
    assert mesh.area == pytest.approx(1.5)


def test_names_and_comments_in_latin_1(put) -> None:
    triangle = "v 0 0 0\nv 1 0 0\nv 0 1 0\nusemtl Größe\nf 1 2 3\n"
    put("m.mtl", "newmtl Größe\nKd 1 0 0\n".encode("latin-1"))
    mesh = load_mesh(put("a.obj", ("mtllib m.mtl\n" + triangle).encode("latin-1")))
    assert mesh.surfaces[0].color == (1.0, 0.0, 0.0)
    facet = "facet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\n"
    head = (
        "ply\nformat ascii 1.0\ncomment café\nelement vertex 3\nproperty float x\nproperty float y\n"
        "property float z\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n"
    )
    for name, text in {
        "a.stl": f"solid Größe\n{facet}endsolid Größe\n",
        "a.off": "OFF\n# café\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n",
        "a.ply": head + "0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n",
    }.items():
        assert load_mesh(put(name, text.encode("latin-1"))).num_faces == 1, name


def test_off_with_comments(put) -> None:
    text = "# made by OFFICE\nOFF # header\n# counts\n3 1 0\n0 0 0\n1 0 0 # x\n\n0 1 0\n3 0 1 2\n"
    assert load_mesh(put("a.off", text)).area == pytest.approx(0.5)


def test_instances_come_in_a_fixed_order(put) -> None:
    """Not in that of a set of names, which differs from run to run and would change embeddings."""
    header = json.loads(trimesh.creation.box(BOX).export(file_type="gltf", embed_buffers=True)["model.gltf"])
    header["nodes"] = [{"name": f"{i * 7919 % 1000}", "mesh": 0, "translation": [i, 0, 0]} for i in range(12)]
    header["scenes"] = [{"nodes": list(range(12))}]
    steps = np.diff(load_mesh(put("a.gltf", json.dumps(header))).surfaces[0].transforms[:, 0, 3])
    assert len(set(steps.tolist())) == 1


def test_lines_in_a_glb_are_ignored(tmp_path: Path) -> None:
    scene = trimesh.Scene(trimesh.creation.box(BOX))
    scene.add_geometry(trimesh.load_path(np.array([[[0, 0, 0], [9, 9, 9]]])))
    scene.export(tmp_path / "lines.glb")
    assert load_mesh(tmp_path / "lines.glb").bounds.max() == pytest.approx(1.5)


def test_collection_files_load_fast(collection: Path) -> None:
    import time

    files = sorted((collection / "objects").glob("*.glb"))[::40] + sorted((collection / "parts").glob("*.stl"))[::40]
    load_shape(files[0])
    seconds = []
    for file in files:
        start = time.perf_counter()
        assert load_shape(file).area > 0
        seconds.append(time.perf_counter() - start)
    assert np.median(seconds) < 0.06
