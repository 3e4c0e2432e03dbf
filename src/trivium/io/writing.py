"""Shapes out: anything as GLB (glTF 2.0), a cloud as binary PLY. Written beside the target, then moved over it."""

from __future__ import annotations

import io
import json
import os
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from trivium.geometry import PointCloud, Shape, Surface
from trivium.geometry.shapes import Array
from trivium.io.srgb import srgb_to_linear

_FLOAT, _UINT, _USHORT = 5126, 5125, 5123
_VERTICES, _INDICES = 34962, 34963
_POINTS = 0  # mode of a primitive


def save_glb(shape: Shape, path: str | Path) -> None:
    """Writes ``to_glb`` of a shape into a file."""
    _replace(Path(path), to_glb(shape))


def to_glb(shape: Shape) -> bytes:
    """A mesh as GLB: names, instances, textures, vertex, face and base colours are kept. A cloud becomes points.

    Face colours become vertex colours of separated faces; colours are stored linear as glTF wants; an unknown colour
    is a material without ``baseColorFactor``, which ``load_mesh`` reads as unknown again. No normals are written.
    """
    glb = _Glb()
    if isinstance(shape, PointCloud):
        glb.add_points(shape)
    else:
        for surface in shape.surfaces:
            glb.add(surface)
    return glb.to_bytes(shape.name)


def save_ply(cloud: PointCloud, path: str | Path) -> None:
    """Write a cloud as binary PLY: points and normals as float32, colours as bytes."""
    columns: list[tuple[str, str, Any]] = [("float", axis, cloud.points[:, i]) for i, axis in enumerate("xyz")]
    if cloud.normals is not None:
        columns += [("float", f"n{axis}", cloud.normals[:, i]) for i, axis in enumerate("xyz")]
    if cloud.colors is not None:
        bytes_ = np.rint(np.clip(cloud.colors, 0, 1) * 255).astype(np.uint8)
        columns += [("uchar", name, bytes_[:, i]) for i, name in enumerate(("red", "green", "blue"))]
    table = np.empty(len(cloud), [(name, "<f4" if kind == "float" else "u1") for kind, name, _ in columns])
    for _, name, values in columns:
        table[name] = values
    header = ["ply", "format binary_little_endian 1.0", f"element vertex {len(cloud)}"]
    header += [f"property {kind} {name}" for kind, name, _ in columns]
    _replace(Path(path), "\n".join([*header, "end_header\n"]).encode() + table.tobytes())


class _Glb:
    """The growing JSON and binary halves of a GLB file."""

    def __init__(self) -> None:
        self.json: dict[str, list[Any]] = {
            key: [] for key in ("nodes", "meshes", "materials", "textures", "images", "accessors", "bufferViews")
        }
        self.binary = bytearray()
        self.textures: dict[int, int] = {}

    def add(self, surface: Surface) -> None:
        vertices, faces, uv, colors = _without_face_colors(surface)
        attributes = {"POSITION": self._array(vertices.astype("<f4"), _FLOAT, "VEC3", _VERTICES, bounds=True)}
        if surface.texture is not None and uv is not None:
            flipped = np.stack([uv[:, 0], 1 - uv[:, 1]], -1).astype("<f4")
            attributes["TEXCOORD_0"] = self._array(flipped, _FLOAT, "VEC2", _VERTICES)
        elif colors is not None:
            attributes["COLOR_0"] = self._colors(colors)
        primitive = {
            "attributes": attributes,
            "indices": self._array(faces.astype("<u4").reshape(-1), _UINT, "SCALAR", _INDICES),
            "material": self._material(surface, colors is not None),
        }
        self.json["meshes"].append({"name": surface.name, "primitives": [primitive]})
        for transform in surface.transforms:
            node = {"name": surface.name, "mesh": len(self.json["meshes"]) - 1}
            if not np.array_equal(transform, np.eye(4)):
                node["matrix"] = transform.astype(np.float64).T.reshape(-1).tolist()
            self.json["nodes"].append(node)

    def add_points(self, cloud: PointCloud) -> None:
        attributes = {"POSITION": self._array(cloud.points.astype("<f4"), _FLOAT, "VEC3", _VERTICES, bounds=True)}
        if cloud.colors is not None:
            attributes["COLOR_0"] = self._colors(cloud.colors)
        self.json["meshes"].append({"name": cloud.name, "primitives": [{"attributes": attributes, "mode": _POINTS}]})
        self.json["nodes"].append({"name": cloud.name, "mesh": len(self.json["meshes"]) - 1})

    def _colors(self, colors: Array) -> int:
        rgba = np.concatenate([srgb_to_linear(colors), np.ones((len(colors), 1), np.float32)], 1)
        return self._array(np.rint(rgba * 65535).astype("<u2"), _USHORT, "VEC4", _VERTICES, normalized=True)

    def to_bytes(self, name: str) -> bytes:
        header: dict[str, Any] = {key: value for key, value in self.json.items() if value}
        header |= {
            "asset": {"version": "2.0", "generator": "trivium"},
            "scene": 0,
            "scenes": [{"name": name, "nodes": list(range(len(self.json["nodes"])))}],
            "buffers": [{"byteLength": len(self.binary)}],
        }
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        head = struct.pack("<4sII", b"glTF", 2, 12 + 8 + len(text) + 8 + len(self.binary))
        return b"".join(
            [
                head,
                struct.pack("<I4s", len(text), b"JSON"),
                text,
                struct.pack("<I4s", len(self.binary), b"BIN\0"),
                self.binary,
            ]
        )

    def _view(self, data: bytes, **more: int) -> int:
        self.json["bufferViews"].append({"buffer": 0, "byteOffset": len(self.binary), "byteLength": len(data), **more})
        self.binary += data + b"\0" * (-len(data) % 4)
        return len(self.json["bufferViews"]) - 1

    def _array(
        self,
        values: NDArray[Any],
        component: int,
        kind: str,
        target: int,
        *,
        bounds: bool = False,
        normalized: bool = False,
    ) -> int:
        accessor: dict[str, Any] = {"componentType": component, "type": kind, "count": len(values)}
        accessor["bufferView"] = self._view(values.tobytes(), target=target)
        if bounds:
            accessor |= {"min": values.min(0).tolist(), "max": values.max(0).tolist()}
        if normalized:
            accessor["normalized"] = True
        self.json["accessors"].append(accessor)
        return len(self.json["accessors"]) - 1

    def _material(self, surface: Surface, colored: bool) -> int:
        look: dict[str, Any] = {"metallicFactor": 0.0, "roughnessFactor": 1.0}
        if surface.texture is not None:
            look["baseColorTexture"] = {"index": self._texture(surface.texture)}
        if surface.color is not None and (surface.texture is not None or not colored):
            look["baseColorFactor"] = [*srgb_to_linear(surface.color).tolist(), 1.0]
        name = f"{surface.name or 'material'}_{len(self.json['materials'])}"
        self.json["materials"].append({"name": name, "pbrMetallicRoughness": look, "doubleSided": True})
        return len(self.json["materials"]) - 1

    def _texture(self, pixels: NDArray[np.uint8]) -> int:
        if id(pixels) not in self.textures:
            png = io.BytesIO()
            Image.fromarray(pixels).save(png, "PNG")
            self.json["images"].append({"mimeType": "image/png", "bufferView": self._view(png.getvalue())})
            self.json["textures"].append({"source": len(self.json["images"]) - 1})
            self.textures[id(pixels)] = len(self.json["textures"]) - 1
        return self.textures[id(pixels)]


def _without_face_colors(surface: Surface) -> tuple[Array, NDArray[np.int64], Array | None, Array | None]:
    """Vertices, faces, uv and vertex colours; face colours need three vertices of each face's own."""
    if surface.face_colors is None or surface.vertex_colors is not None or surface.texture is not None:
        return surface.vertices, surface.faces, surface.uv, surface.vertex_colors
    own = np.arange(3 * len(surface.faces)).reshape(-1, 3)
    return surface.vertices[surface.faces.reshape(-1)], own, None, np.repeat(surface.face_colors, 3, axis=0)


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
