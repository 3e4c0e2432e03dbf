"""One file -> one checked shape, in this process. ``loading`` decides who calls it."""

from __future__ import annotations

import io
import json
import logging
import re
import struct
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from trimesh.exchange.load import mesh_loaders
from trimesh.geometry import triangulate_quads
from trimesh.scene.transforms import SceneGraph

from trivium.errors import LoadError, MissingDependencyError, ShapeError, require
from trivium.geometry import Mesh, PointCloud, Shape, Surface
from trivium.geometry.shapes import Array
from trivium.io.formats import format_of, source_transform
from trivium.io.limits import Limits, check_archive
from trivium.io.looks import Palette, look_of, vertex_colors
from trivium.io.mixed_ply import read_mixed_ply
from trivium.io.resolver import FolderResolver, as_utf8

logging.getLogger("trimesh").addHandler(logging.NullHandler())  # else it warns on stderr about what is checked here
_TEXT = (".obj", ".ply", ".off", ".stl", ".xyz")
_NEEDS_DECODER = {"KHR_draco_mesh_compression", "EXT_meshopt_compression"}


def read_shape(path: Path, limits: Limits) -> Shape:
    """Parse, collect, check and turn upright.

    Raises:
        LoadError: any code but missing-file, timeout and reader-died.
    """
    palette = Palette(limits, linear_materials=format_of(path).linear_colors)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parsers warn about what is checked below
        warnings.filterwarnings("error", message="string or file could not be read")  # numpy met garbage
        raw = _parse(path, limits, palette)
        try:
            shape = _collect(path, raw, limits, palette)
        except (ShapeError, TypeError, ValueError, IndexError, KeyError) as error:
            raise LoadError("unreadable", f"{path.name} holds arrays that do not fit together: {error}") from error
    transform = source_transform(path)
    return shape if np.array_equal(transform, np.eye(4)) else shape.transformed(transform)


def _parse(path: Path, limits: Limits, palette: Palette) -> dict[str, Any]:
    """The arguments that trimesh's reader for the format makes; every failure becomes a LoadError."""
    suffix = path.suffix.lower()
    if suffix == ".3mf":
        check_archive(path, limits)
    resolver = FolderResolver(path, limits)
    try:
        if suffix in (".glb", ".gltf"):
            _check_gltf(_gltf_header(path), limits, palette)
        raw = _read(path, suffix, resolver)
        _check_complete(path, raw)
    except LoadError:
        raise
    except MissingDependencyError as error:
        raise LoadError("missing-dependency", str(error)) from error
    except MemoryError as error:
        raise LoadError("limit-exceeded", f"reading {path.name} needs more memory than there is") from error
    except Exception as error:  # third-party parsers raise anything on broken files
        if resolver.refused:
            raise resolver.refused from error
        why = str(error) or type(error).__name__
        raise LoadError("unreadable", f"{path.name} cannot be read as {suffix}: {why}") from error
    if resolver.refused:
        raise resolver.refused
    palette.missing_textures = bool(resolver.missing)
    if suffix == ".obj":
        palette.textured = _textured_in_mtl(resolver)
    return raw


def _read(path: Path, suffix: str, resolver: FolderResolver) -> dict[str, Any]:
    """trimesh's reader, helped over what it cannot read."""
    if suffix in (".step", ".stp"):
        require("cascadio", "cad")
    with path.open("rb") as file:
        source = io.BytesIO(_plain_text(suffix, file.read())) if suffix in _TEXT else file
        try:
            raw: dict[str, Any] = mesh_loaders[suffix[1:]](file_obj=source, file_type=suffix[1:], resolver=resolver)
        except ValueError as error:
            if "PLY is unexpected length" not in str(error):
                raise
            raw = read_mixed_ply(path)
    return raw


def _plain_text(suffix: str, data: bytes) -> bytes:
    """The text of a file, or the text at its head, as UTF-8: names and comments are often in older encodings."""
    if suffix == ".ply":
        head, end, rest = data.partition(b"end_header")
        return as_utf8(head) + end + rest
    if suffix == ".stl" and len(data) >= 84 and len(data) == 84 + 50 * int.from_bytes(data[80:84], "little"):
        return data
    if b"\0" in data:
        raise ValueError("it is binary, not text")
    if suffix == ".obj":  # comments behind data would end up as numbers
        data = re.sub(rb"[ \t]#[^\n]*", b"", data)
    return as_utf8(data)


def _gltf_header(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        if path.suffix.lower() == ".gltf":
            header = json.loads(file.read())
        else:
            magic, _, _, length, _ = struct.unpack("<4sIII4s", file.read(20))
            if magic != b"glTF":
                raise ValueError("it does not begin with 'glTF'")
            header = json.loads(file.read(length))
    if not isinstance(header, dict):
        raise ValueError("its header is not an object")
    return header


def _check_gltf(header: dict[str, Any], limits: Limits, palette: Palette) -> None:
    """Refuse what would decode to nothing or to too much; note what its colours mean."""
    compressed = _NEEDS_DECODER & set(header.get("extensionsRequired", ()))
    if compressed:
        raise LoadError("unsupported-format", f"it is compressed with {', '.join(sorted(compressed))}: export without")
    count = max((int(a["count"]) for a in header.get("accessors", ())), default=0)
    if count > 3 * limits.max_faces:
        raise LoadError("limit-exceeded", f"an accessor has {count:,} items, the limit is {limits.max_faces:,} faces")
    generator = str(header.get("asset", {}).get("generator", ""))
    palette.linear_vertices = "trimesh" not in generator  # trimesh stores sRGB against the specification
    materials = header.get("materials", ())
    names = [m.get("name") for m in materials]
    uses = Counter(names)
    looks = {name: m.get("pbrMetallicRoughness", {}) for name, m in zip(names, materials, strict=True)}
    palette.textured = frozenset(name for name, look in looks.items() if "baseColorTexture" in look)
    palette.factors = {
        name: look["baseColorFactor"] for name, look in looks.items() if "baseColorFactor" in look and uses[name] == 1
    }


def _check_complete(path: Path, raw: dict[str, Any]) -> None:
    """Text formats cut off in the middle parse happily: compare with what their header or last line promises."""
    suffix, whole = path.suffix.lower(), True
    if suffix == ".ply":
        for element in raw.get("metadata", {}).get("_ply_raw", {}).values():
            data = element.get("data")
            columns = list(data.values()) if isinstance(data, dict) else [data]
            whole &= all(x is not None and len(x) == element["length"] for x in columns) or not element["length"]
    elif suffix == ".off":
        _, _, body = re.sub(rb"#[^\n]*", b"", path.read_bytes()).partition(b"OFF")
        lines = [line for line in body.splitlines() if line.strip()]
        whole = len(lines) - 1 >= sum(int(count) for count in lines[0].split()[:2])
    elif suffix == ".stl" and raw.get("geometry") == {}:  # binary ones are checked by the parser
        data = path.read_bytes()
        whole = b"endsolid" in data.lower() or (len(data) == 84 and not any(data[80:]))
    if not whole:
        raise LoadError("unreadable", f"{path.name} is truncated: it holds less than it promises")


def _textured_in_mtl(resolver: FolderResolver) -> frozenset[str | None]:
    """Names of OBJ materials with a ``map_Kd`` line."""
    names: set[str | None] = set()
    for file, data in resolver.read.items():
        if file.lower().endswith(".mtl"):
            for block in re.split(r"(?im)^\s*newmtl\s+", data.decode("utf-8", "replace"))[1:]:
                if re.search(r"(?im)^\s*map_kd\s", block):
                    names.add(" ".join(block.splitlines()[0].split()))
    return frozenset(names)


def _collect(path: Path, raw: dict[str, Any], limits: Limits, palette: Palette) -> Shape:
    geometries, places = _instances(raw)
    surfaces, clouds, total = [], [], 0
    for name, geometry in geometries.items():
        if "entities" in geometry or geometry.get("vertices") is None:
            continue  # lines have no surface
        vertices = _finite(path, geometry["vertices"])
        transforms = _finite(path, np.asarray(places.get(name, ())).reshape(-1, 4, 4))
        faces = geometry.get("faces")
        total += (len(vertices) if faces is None else len(faces)) * len(transforms)
        if total > limits.max_faces:
            raise LoadError(
                "limit-exceeded",
                f"{path.name} has more than {limits.max_faces:,} faces or points with its instances: "
                "simplify the file or raise Limits.max_faces",
            )
        if faces is None:
            clouds.append((geometry, vertices, transforms))
        elif len(faces) and len(transforms):
            faces = _triangles(faces)
            look = look_of(geometry, len(vertices), len(faces), palette)
            surfaces.append(Surface(vertices, faces, name=str(name), transforms=transforms, **look))
    if surfaces:
        return _checked(path, Mesh(tuple(surfaces), path.stem))
    return _merge_clouds(path, clouds, palette)


def _instances(raw: dict[str, Any]) -> tuple[dict[str, dict[str, Any]], dict[str, list[NDArray[np.float64]]]]:
    """Geometries by name, and the (4, 4) matrices of the places where each stands."""
    if "geometry" not in raw:
        return {"": raw}, {"": [np.eye(4)]}
    geometries = raw["geometry"]
    if raw.get("graph") is None:
        return geometries, {name: [np.eye(4)] for name in geometries}
    graph = SceneGraph(base_frame=raw.get("base_frame", "world"))
    for edge in raw["graph"]:
        graph.update(**edge)
    places: dict[str, list[NDArray[np.float64]]] = {}
    nodes = {edge["frame_to"]: edge["geometry"] for edge in raw["graph"] if "geometry" in edge}
    for node, name in nodes.items():  # in the order of the file, not of trimesh's sets: results are reproducible
        places.setdefault(name, []).append(graph.get(node)[0])
    return geometries, places


def _finite(path: Path, values: Any) -> Array:
    with np.errstate(over="ignore", invalid="ignore"):
        array = np.asarray(values, np.float32)
    if not np.isfinite(array).all():
        raise LoadError("not-finite", f"{path.name} has NaN or infinite coordinates")
    return array


def _triangles(faces: Any) -> NDArray[np.int64]:
    if np.ndim(faces) != 2 or np.shape(faces)[1] != 3:
        faces = triangulate_quads(faces)
    return np.asarray(faces, np.int64)


def _checked(path: Path, mesh: Mesh) -> Mesh:
    with np.errstate(over="ignore", invalid="ignore"):
        area = mesh.area
    if not np.isfinite(area):
        raise LoadError("not-finite", f"{path.name} has coordinates too large to measure its area")
    if area <= 0:
        raise LoadError("zero-area", f"{path.name} has {mesh.num_faces:,} faces, all of area zero")
    return mesh


def _merge_clouds(path: Path, clouds: list[tuple[dict[str, Any], Array, Array]], palette: Palette) -> PointCloud:
    """All points of a file as one cloud; colours and normals only if every part has them."""
    parts: list[PointCloud] = []
    for geometry, vertices, transforms in clouds:
        if not len(vertices):
            continue
        colors = vertex_colors(geometry.get("vertex_colors"), len(vertices), palette)
        part = PointCloud(vertices, colors, _unit_normals(geometry.get("vertex_normals"), len(vertices)))
        parts.extend(part.transformed(matrix) for matrix in transforms)
    if not parts:
        raise LoadError("no-geometry", f"{path.name} has neither faces nor points")
    return PointCloud(
        np.concatenate([p.points for p in parts]),
        _joined([p.colors for p in parts]),
        _joined([p.normals for p in parts]),
        path.stem,
    )


def _joined(rows: list[Array | None]) -> Array | None:
    known = [row for row in rows if row is not None]
    return np.concatenate(known) if len(known) == len(rows) else None


def _unit_normals(raw: Any, count: int) -> Array | None:
    if raw is None or np.shape(raw) != (count, 3):
        return None
    normals = np.asarray(raw, np.float32)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    return normals / lengths if np.isfinite(lengths).all() and lengths.min() > 1e-6 else None
