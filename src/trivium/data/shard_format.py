"""One shard from the inside: samples to tar members and back. What comes back is checked, never trusted."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import numpy as np
from PIL import Image

from trivium.data.samples import CHANNELS, Sample
from trivium.errors import LoadError, ShapeError
from trivium.geometry.shapes import Array
from trivium.io import Limits, load_image

_BLOCK = 512  # bytes: tar files are made of these


@dataclass(frozen=True, kw_only=True)
class ShardLimits:
    """What a shard may ask of the reader. The defaults let every honest one through."""

    max_member_bytes: int = 64 << 20
    max_sample_bytes: int = 256 << 20
    max_members: int = 1000  # of one sample
    image: Limits = field(default_factory=Limits)


class DamagedShard(Exception):
    """From here on a shard makes no sense."""


def members_of(sample: Sample) -> dict[str, bytes]:
    members = {"points.npy": _npy(sample.points)}
    for i, view in enumerate(sample.views if sample.views is not None else ()):
        members[f"view{i:02d}.webp"] = _webp(view)
    for name in ("image_features", "text_features"):
        if (features := getattr(sample, name)) is not None:
            members[f"{name}.npy"] = _npy(features)
    about = {"id": sample.id, "captions": sample.captions, "category": sample.category, "members": sorted(members)}
    return members | {"json": json.dumps(about, ensure_ascii=False).encode()}


def _npy(array: Array) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array.astype(np.float16), allow_pickle=False)
    return buffer.getvalue()


def _webp(picture: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "WEBP", quality=90, method=2)
    return buffer.getvalue()


def groups_of(file: BinaryIO, limits: ShardLimits) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Members of one key after another. The last group before a cut is given only if nothing of it is missing."""
    group: dict[str, bytes] = {}
    current = None
    try:
        for name, data in _entries(file, limits):
            key, _, member = name.partition(".")
            if key != current and current is not None:
                yield current, group
                group = {}
            current = key
            group[member] = data
            if len(group) > limits.max_members or sum(map(len, group.values())) > limits.max_sample_bytes:
                raise DamagedShard(f"sample {key} is larger than ShardLimits allow")
    except DamagedShard:
        if current is not None and _is_whole(group):
            yield current, group
        raise
    if current is not None:
        yield current, group


def _entries(file: BinaryIO, limits: ShardLimits) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each entry. Not ``tarfile``: it takes a damaged header for the end, and follows links."""
    while True:
        at = file.tell()
        block = file.read(_BLOCK)
        if block == bytes(_BLOCK):
            return
        if len(block) < _BLOCK:
            raise DamagedShard(f"it is cut off at byte {at + len(block)}")
        try:
            entry = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except tarfile.HeaderError as error:
            raise DamagedShard(f"no tar header at byte {at}: {error}") from error
        if entry.type not in (tarfile.REGTYPE, tarfile.AREGTYPE):
            raise DamagedShard(f"the entry at byte {at} is no plain file")
        if not 0 <= entry.size <= limits.max_member_bytes:
            raise DamagedShard(
                f"the entry at byte {at} says {entry.size:,} bytes: not 0 to {limits.max_member_bytes:,}"
            )
        data = file.read(entry.size)
        if len(data) < entry.size or len(file.read(-entry.size % _BLOCK)) < -entry.size % _BLOCK:
            raise DamagedShard(f"it is cut off inside the entry at byte {at}")
        yield entry.name, data


def _is_whole(group: dict[str, bytes]) -> bool:
    try:
        return set(_about(group)["members"]) <= set(group)
    except LoadError:
        return False


def _about(group: dict[str, bytes]) -> dict[str, Any]:
    try:
        about = json.loads(group["json"])
        texts = [about["id"], about["category"], *about["captions"], *about["members"]]
    except (KeyError, TypeError, ValueError) as error:
        raise LoadError("unreadable", f"its json is missing or damaged ({error!r})") from error
    if not all(isinstance(text, str) for text in texts):
        raise LoadError("unreadable", "its json holds something else than text")
    return about


def sample_of(group: dict[str, bytes], limits: ShardLimits) -> Sample:
    """Raises LoadError or ShapeError for members that are missing or not what they should be."""
    about = _about(group)
    if missing := sorted(set(about["members"]) - set(group)):
        raise LoadError("unreadable", f"{', '.join(missing)} is missing")
    views = [load_image(group[m], limits=limits.image) for m in about["members"] if m.endswith(".webp")]
    if len({v.shape for v in views}) > 1:
        raise ShapeError("its views differ in size")
    return Sample(
        id=about["id"],
        points=_array(group.get("points.npy"), CHANNELS),
        views=np.stack(views) if views else None,
        captions=tuple(about["captions"]),
        category=about["category"],
        image_features=_array(group["image_features.npy"]) if "image_features.npy" in group else None,
        text_features=_array(group["text_features.npy"]) if "text_features.npy" in group else None,
    )


def _array(data: bytes | None, columns: int | None = None) -> Array:
    """(N, D) float32 of the bytes of a float16 npy file; its header is believed only as far as there are bytes."""
    if data is None:
        raise LoadError("unreadable", "it has no points")
    stream = io.BytesIO(data)
    try:
        if np.lib.format.read_magic(stream) != (1, 0):
            raise ValueError("not version 1.0")
        shape, fortran, dtype = np.lib.format.read_array_header_1_0(stream)
    except (ValueError, SyntaxError, TypeError) as error:
        raise LoadError("unreadable", f"an array is not an npy file: {error}") from error
    body = data[stream.tell() :]
    fits = len(shape) == 2 and min(shape) > 0 and columns in (None, shape[1]) and len(body) == 2 * shape[0] * shape[1]
    if dtype != np.float16 or fortran or not fits:
        expected = f"(N, {columns or 'D'}) float16"
        raise LoadError("unreadable", f"an array is {shape} {dtype} in {len(body)} bytes, expected {expected}")
    return np.frombuffer(body, np.float16).reshape(shape).astype(np.float32)
