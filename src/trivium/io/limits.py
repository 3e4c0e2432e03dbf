"""How much a file may cost, and the checks that need no parser."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

from trivium.errors import LoadError

MiB = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one file may cost before it is refused. The defaults let every honest file through."""

    max_bytes: int = 512 * MiB  # of the file, and of all files it refers to together
    max_faces: int = 5_000_000  # with instances expanded; also the most points of a cloud
    max_pixels: int = 32_000_000  # of one picture, read from its header before it is decoded
    max_texture_side: int = 2048  # larger textures are reduced while loading
    max_seconds: float = 60.0  # of processor and wall time in the isolated reader
    max_memory: int = 4096 * MiB  # address space of the isolated reader
    max_archive_bytes: int = 1024 * MiB  # unpacked size of a zipped format
    max_archive_ratio: float = 250.0  # unpacked / packed; honest XML stays below 50
    max_archive_files: int = 10_000


def check_bytes(path: Path, limits: Limits) -> None:
    """The file exists, is not empty and is not too large.

    Raises:
        LoadError: missing-file, unreadable, limit-exceeded.
    """
    if not path.is_file():
        raise LoadError("missing-file", f"no such file: {path}")
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LoadError("unreadable", f"{path.name} cannot be read: {error}") from error
    if size == 0:
        raise LoadError("unreadable", f"{path.name} is empty (0 bytes)")
    if size > limits.max_bytes:
        raise LoadError(
            "limit-exceeded",
            f"{path.name} has {size:,} bytes, at most {limits.max_bytes:,} are allowed: "
            "simplify the file or raise Limits.max_bytes",
        )


def check_archive(path: Path, limits: Limits) -> None:
    """The table of contents of a zip file promises a sane unpacked size, before anything is unpacked.

    Raises:
        LoadError: unreadable, limit-exceeded.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except Exception as error:  # zipfile raises half a dozen types on broken archives
        raise LoadError("unreadable", f"{path.name} is not a zip archive as its format requires: {error}") from error
    unpacked = sum(entry.file_size for entry in entries)
    ratio = unpacked / max(path.stat().st_size, 1)
    for value, most, name in (
        (len(entries), limits.max_archive_files, "max_archive_files"),
        (unpacked, limits.max_archive_bytes, "max_archive_bytes"),
        (ratio, limits.max_archive_ratio, "max_archive_ratio"),
    ):
        if value > most:
            raise LoadError("limit-exceeded", f"{path.name} unpacks to {value:,.0f}, at most {most:,} (Limits.{name})")
