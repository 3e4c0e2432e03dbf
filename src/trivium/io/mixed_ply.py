"""Binary PLY whose faces have different numbers of corners (as Blender writes them), which trimesh cannot read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

_TYPES = {
    "char": "i1",
    "uchar": "u1",
    "short": "i2",
    "ushort": "u2",
    "int": "i4",
    "uint": "u4",
    "float": "f4",
    "double": "f8",
    "int8": "i1",
    "uint8": "u1",
    "int16": "i2",
    "uint16": "u2",
    "int32": "i4",
    "uint32": "u4",
    "float32": "f4",
    "float64": "f8",
}
_INDICES = ("vertex_indices", "vertex_index")
_RGB = ("red", "green", "blue")


def read_mixed_ply(path: Path) -> dict[str, Any]:
    """Vertices, triangles (polygons as fans) and colours in the names trimesh's readers use; no textures.

    Expects scalars for each vertex, and for each face one index list between any scalars.

    Raises:
        ValueError, KeyError, IndexError: not such a file.
    """
    data = path.read_bytes()
    end = data.index(b"end_header") + len(b"end_header")
    position = data.index(b"\n", end) + 1
    order, elements = _header(data[:end].decode("ascii", "replace"))
    raw: dict[str, Any] = {}
    for name, (count, properties) in elements.items():
        if name == "face":
            raw |= _faces(data, position, count, properties, order)
            break  # nothing behind the faces is needed
        dtype = np.dtype([(field, order + kind) for field, kind, _ in properties])
        table = np.frombuffer(data, dtype, count, position)
        position += table.nbytes
        if name == "vertex":
            raw["vertices"] = np.stack([table[axis] for axis in "xyz"], -1)
            fields = set(dtype.names or ())
            raw["vertex_colors"] = np.stack([table[c] for c in _RGB], -1) if fields.issuperset(_RGB) else None
    return raw


def _header(text: str) -> tuple[str, dict[str, tuple[int, list[tuple[str, str, str | None]]]]]:
    """Byte order, and of each element its count and properties (name, type, type of the list length or None)."""
    order, elements, name = "<", {}, ""
    for words in (line.split() for line in text.splitlines()):
        if words[:1] == ["format"]:
            order = ">" if "big" in words[1] else "<"
        elif words[:1] == ["element"]:
            name = words[1]
            elements[name] = (int(words[2]), list[tuple[str, str, str | None]]())
        elif words[:2] == ["property", "list"]:
            elements[name][1].append((words[4], _TYPES[words[3]], _TYPES[words[2]]))
        elif words[:1] == ["property"]:
            elements[name][1].append((words[2], _TYPES[words[1]], None))
    return order, elements


def _faces(
    data: bytes, position: int, count: int, properties: list[tuple[str, str, str | None]], order: str
) -> dict[str, Any]:
    (at,) = (i for i, (name, _, _) in enumerate(properties) if name in _INDICES)
    before, after = (np.dtype([(n, order + k) for n, k, _ in part]) for part in (properties[:at], properties[at + 1 :]))
    if any(length for _, _, length in properties[:at] + properties[at + 1 :]):
        raise ValueError("faces with more than one list are not read")
    index, length = np.dtype(order + properties[at][1]), np.dtype(order + str(properties[at][2]))
    around = length.itemsize + before.itemsize
    if position + count * around > len(data):
        raise ValueError(f"{count:,} faces are promised, which the file cannot hold")
    byteorder: Literal["little", "big"] = "big" if order == ">" else "little"
    starts, corners = np.empty(count, np.int64), np.empty(count, np.int64)
    for row in range(count):  # each row begins where the one before ended
        start = position + around
        size = int.from_bytes(data[start - length.itemsize : start], byteorder)
        starts[row], corners[row] = start, size
        position = start + size * index.itemsize + after.itemsize
    if position > len(data):
        raise ValueError("the file ends within its faces")
    triangles, owner = [], []
    blob = np.frombuffer(data, np.uint8)
    for size in np.unique(corners[corners >= 3]):
        rows = np.flatnonzero(corners == size)
        polygons = _gather(blob, starts[rows], index, int(size)).astype(np.int64)
        for k in range(1, size - 1):
            triangles.append(polygons[:, [0, k, k + 1]])
            owner.append(rows)
    result: dict[str, Any] = {"faces": np.concatenate(triangles)}
    if set(after.names or ()).issuperset(_RGB):
        scalars = _gather(blob, starts + corners * index.itemsize, after, 1)[:, 0]
        result["face_colors"] = np.stack([scalars[c] for c in _RGB], -1)[np.concatenate(owner)]
    return result


def _gather(blob: NDArray[np.uint8], starts: NDArray[np.int64], dtype: np.dtype[Any], count: int) -> NDArray[Any]:
    """(len(starts), count) values that lie at byte offsets."""
    positions = starts[:, None] + np.arange(count * dtype.itemsize)
    return np.ascontiguousarray(blob[positions]).view(dtype).reshape(len(starts), count)
