"""Broken, hostile and empty files end in a LoadError with the right code: never another exception, never a hang."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
import trimesh
from PIL import Image

from trivium.errors import LOAD_CODES, LoadError
from trivium.geometry import Mesh, PointCloud
from trivium.io import SHAPE_SUFFIXES, Limits, load_shape
from trivium.io.limits import check_archive

ISOLATED = {".3mf", ".dae", ".step"}  # each file costs a process: fewer of them
TRIANGLE = "v 0 0 0\nv 1 0 0\nv 0 1 0\n"
KEYS = [".glb", ".obj", ".ply", ".ply-ascii", ".stl", ".stl-ascii", ".off", ".xyz", ".3mf", ".dae", ".step"]
SOUND_WHEN_CUT = {".obj", ".xyz"}  # formats without an end: a part of a file is a file


def code_of(path: Path, limits: Limits | None = None) -> str:
    """The code of the LoadError that loading ends in, or the kind of the shape."""
    start = time.perf_counter()
    try:
        shape = load_shape(path, limits=limits)
    except LoadError as error:
        assert error.code in LOAD_CODES and len(str(error)) > 20
        return error.code
    finally:
        assert time.perf_counter() - start < 10
    assert isinstance(shape, Mesh | PointCloud)
    return type(shape).__name__


@pytest.mark.parametrize("key", KEYS)
def test_truncated(key: str, good_bytes, put) -> None:
    name = f"a{key.split('-')[0]}"
    assert code_of(put(name, good_bytes[key])) in ("Mesh", "PointCloud")
    allowed = {"unreadable", "Mesh", "PointCloud", "no-geometry"} if key in SOUND_WHEN_CUT else {"unreadable"}
    for percent in (50,) if key in ISOLATED else (10, 25, 50, 90):
        data = good_bytes[key]
        assert code_of(put(name, data[: len(data) * percent // 100])) in allowed, f"cut at {percent} %"


@pytest.mark.parametrize("suffix", sorted(SHAPE_SUFFIXES - {".stp"}))
def test_garbage_and_wrong_extension(suffix: str, put) -> None:
    png = io.BytesIO()
    Image.new("RGB", (64, 64), (1, 2, 3)).save(png, "PNG")
    rng = np.random.default_rng(0)
    contents = [png.getvalue()] if suffix in ISOLATED else [png.getvalue(), rng.bytes(3000), b"hello world\n" * 50]
    for data in contents:
        assert code_of(put(f"a{suffix}", data)) in ("unreadable", "no-geometry")


@pytest.mark.parametrize("key", [key for key in KEYS if key not in ISOLATED])
def test_flipped_bytes_raise_nothing_else(key: str, good_bytes, put) -> None:
    rng = np.random.default_rng(0)
    for _ in range(15):
        data = bytearray(good_bytes[key])
        for position in rng.integers(len(data), size=4):
            data[position] = rng.integers(256)
        code_of(put(f"a{key.split('-')[0]}", bytes(data)))


@pytest.mark.parametrize("suffix", sorted(SHAPE_SUFFIXES))
def test_zero_bytes(suffix: str, put) -> None:
    assert code_of(put(f"a{suffix}", b"")) == "unreadable"


def test_missing_directory_and_unsupported(tmp_path: Path, put) -> None:
    (tmp_path / "folder.glb").mkdir()
    assert code_of(tmp_path / "none.glb") == "missing-file"
    assert code_of(tmp_path / "folder.glb") == "missing-file"
    assert code_of(put("a.blend", b"x")) == "unsupported-format"
    assert code_of(put("noextension", b"x")) == "unsupported-format"


def ply(vertices: str, faces: str = "3 0 1 2\n", num_vertices: int = 3, num_faces: int = 1) -> str:
    properties = "".join(f"property float {axis}\n" for axis in "xyz")
    return (
        f"ply\nformat ascii 1.0\nelement vertex {num_vertices}\n{properties}element face {num_faces}\n"
        f"property list uchar int vertex_indices\nend_header\n{vertices}{faces}"
    )


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("nan.obj", "v nan 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "not-finite"),
        ("inf.ply", ply("inf 0 0\n1 0 0\n0 1 0\n"), "not-finite"),
        ("nan.off", "OFF\n3 1 0\nnan 0 0\n1 0 0\n0 1 0\n3 0 1 2\n", "not-finite"),
        ("huge.off", "OFF\n3 1 0\n1e300 0 0\n1 0 0\n0 1 0\n3 0 1 2\n", "not-finite"),
        ("far.off", "OFF\n3 1 0\n1e30 0 0\n1 1e30 0\n0 1 -1e30\n3 0 1 2\n", "not-finite"),
        ("flat.obj", TRIANGLE + "f 1 1 2\n", "zero-area"),
        ("line.off", "OFF\n3 1 0\n0 0 0\n1 0 0\n2 0 0\n3 0 1 2\n", "zero-area"),
        ("out.obj", TRIANGLE + "f 1 2 9\n", "unreadable"),
        ("out.off", "OFF\n3 1 0\n0 0 0\n1 0 0\n0 1 0\n3 0 1 7\n", "unreadable"),
        ("out.ply", ply("0 0 0\n1 0 0\n0 1 0\n", "3 0 1 7\n"), "unreadable"),
        ("negative.ply", ply("0 0 0\n1 0 0\n0 1 0\n", "3 0 1 -1\n"), "unreadable"),
        ("many.ply", ply("0 0 0\n1 0 0\n0 1 0\n", num_faces=4_000_000_000), "unreadable"),
        ("none.obj", "# nothing here\n", "no-geometry"),
        ("none.stl", "solid empty\nendsolid empty\n", "no-geometry"),
        ("none.ply", ply("", "", 0, 0), "no-geometry"),
        ("none.off", "OFF\n0 0 0\n", "no-geometry"),
    ],
)
def test_what_is_inside(name: str, text: str, code: str, put) -> None:
    assert code_of(put(name, text)) == code


def test_zero_faces_with_points_is_a_cloud(put) -> None:
    assert code_of(put("points.obj", TRIANGLE)) == "PointCloud"
    assert code_of(put("points.ply", ply("0 0 0\n1 0 0\n0 1 0\n", "", num_faces=0))) == "PointCloud"


def test_stl_headers_that_lie(put) -> None:
    facet = np.zeros(12, "<f4").tobytes() + b"\0\0"
    assert code_of(put("a.stl", bytes(80) + (1_000_000_000).to_bytes(4, "little") + facet)) == "unreadable"
    assert code_of(put("b.stl", bytes(84))) == "no-geometry"
    good = trimesh.creation.box((1, 1, 1)).export(file_type="stl")
    assert code_of(put("c.stl", b"solid of a liar".ljust(80) + good[80:])) == "Mesh"  # many CAD systems write this


def test_binary_ply_that_promises_too_much(put) -> None:
    head = ply("", "", 3, 2_000_000_000).replace("ascii", "binary_little_endian")
    assert code_of(put("a.ply", head.encode() + np.zeros(9, "<f4").tobytes() + b"\3" + bytes(12))) == "unreadable"


def gltf(**changes) -> str:
    header = json.loads(trimesh.creation.box((1, 1, 1)).export(file_type="gltf", embed_buffers=True)["model.gltf"])
    return json.dumps(header | changes)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "Mesh"),
        ({"accessors": [{"componentType": 5126, "type": "VEC3", "count": 10**11}] * 2}, "limit-exceeded"),
        ({"extensionsRequired": ["KHR_draco_mesh_compression"]}, "unsupported-format"),
        ({"nodes": []}, "unreadable"),
        ({"nodes": [{"children": [0], "mesh": 0}]}, "Mesh"),
        ({"meshes": []}, "no-geometry"),
        ({"scenes": [{"nodes": []}]}, "no-geometry"),
        ({"buffers": []}, "unreadable"),
        ({"materials": 7}, "unreadable"),
        ({"asset": None}, "unreadable"),
    ],
)
def test_gltf_headers(changes: dict, code: str, put) -> None:
    assert code_of(put("a.gltf", gltf(**changes))) == code


def test_a_million_instances(put) -> None:
    nodes = [{"mesh": 0} for _ in range(3000)]
    path = put("a.gltf", gltf(nodes=nodes, scenes=[{"nodes": list(range(3000))}]))
    assert code_of(path, Limits(max_faces=12 * 2999)) == "limit-exceeded"
    assert code_of(path, Limits(max_faces=12 * 3000)) == "Mesh"


@pytest.mark.parametrize(
    "uri",
    [
        "../secret.bin",
        "/etc/passwd",
        "..\\secret.bin",
        "%2e%2e/secret.bin",
        "sub/../../secret.bin",
    ],
)
def test_gltf_that_points_outside(uri: str, tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    header = json.loads(gltf())
    (tmp_path / "secret.bin").write_bytes(bytes(header["buffers"][0]["byteLength"]))
    header["buffers"][0]["uri"] = uri
    (inside / "a.gltf").write_text(json.dumps(header))
    assert code_of(inside / "a.gltf") == "unsafe-path"


def test_links_do_not_lead_outside(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "m.mtl").write_text("newmtl a\nKd 1 0 0\n")
    (inside / "m.mtl").symlink_to(tmp_path / "m.mtl")
    (inside / "a.obj").write_text("mtllib m.mtl\nusemtl a\n" + TRIANGLE + "f 1 2 3\n")
    assert code_of(inside / "a.obj") == "unsafe-path"


@pytest.mark.parametrize("name", ["../wood.png", "C:\\art\\wood.png"])
def test_textures_outside(name: str, put, tmp_path: Path) -> None:
    """Refused, but a picture of that name beside the model is what an unpacked archive means."""
    put("m.mtl", f"newmtl a\nmap_Kd {name}\n")
    path = put("a.obj", "mtllib m.mtl\nvt 0 0\nusemtl a\n" + TRIANGLE + "f 1/1 2/1 3/1\n")
    assert code_of(path) == "unsafe-path"
    Image.new("RGB", (4, 4), (255, 0, 0)).save(tmp_path / "wood.png")
    assert load_shape(path).is_textured


def test_limits_on_bytes_faces_and_referenced_files(put, good_bytes) -> None:
    path = put("a.stl", good_bytes[".stl"])
    assert code_of(path, Limits(max_bytes=100)) == "limit-exceeded"
    assert code_of(path, Limits(max_faces=10)) == "limit-exceeded"
    put("m.mtl", "# filler\n" * 1000 + "newmtl a\nKd 1 0 0\n")
    path = put("a.obj", "mtllib m.mtl\nusemtl a\n" + TRIANGLE + "f 1 2 3\n")
    assert code_of(path, Limits(max_bytes=5000)) == "limit-exceeded"


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return path


def test_zip_bombs(tmp_path: Path) -> None:
    bomb = archive(tmp_path / "a.3mf", {"3D/3dmodel.model": bytes(30_000_000)})
    many = archive(tmp_path / "b.3mf", {f"{i}": b"" for i in range(200)})
    for path, limits, words in (
        (bomb, Limits(), "max_archive_ratio"),
        (bomb, Limits(max_archive_bytes=1_000_000), "max_archive_bytes"),
        (many, Limits(max_archive_files=100), "max_archive_files"),
    ):
        with pytest.raises(LoadError, match=words) as caught:
            check_archive(path, limits)
        assert caught.value.code == "limit-exceeded"
    assert code_of(bomb) == "limit-exceeded"


def png_bomb(side: int) -> bytes:
    """A black grey-scale PNG of ``side`` x ``side``, about a thousand times smaller than its pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side + 1)) for _ in range(side)) + packer.flush()
    size = side.to_bytes(4, "big")
    header = chunk(b"IHDR", size * 2 + b"\x08\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_giant_texture_is_dropped_cheaply(tmp_path: Path) -> None:
    """13000 x 13000 pixels in a small file: the model loads without that texture, and memory stays small."""
    bomb = png_bomb(13_000)
    assert len(bomb) < 500_000
    (tmp_path / "wood.png").write_bytes(bomb)
    (tmp_path / "m.mtl").write_text("newmtl a\nKd 1 0 0\nmap_Kd wood.png\n")
    (tmp_path / "a.obj").write_text(f"mtllib m.mtl\nvt 0 0\nusemtl a\n{TRIANGLE}f 1/1 2/1 3/1\n")
    image = {"uri": "wood.png"}
    header = json.loads(gltf(images=[image], textures=[{"source": 0}]))
    header["materials"] = [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}]
    header["meshes"][0]["primitives"][0] |= {"material": 0}
    (tmp_path / "a.gltf").write_text(json.dumps(header))
    code = (
        "import resource, sys; from trivium.io import load_shape; import trivium.io.reading\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "shapes = [load_shape(p) for p in sys.argv[1:]]\n"
        "assert not any(s.has_color for s in shapes), 'a lost texture leaves an unknown colour'\n"
        "grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024\n"
        "assert grown < 100, f'{grown} MB'\n"
    )
    command = [sys.executable, "-W", "error", "-c", code, str(tmp_path / "a.obj"), str(tmp_path / "a.gltf")]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
