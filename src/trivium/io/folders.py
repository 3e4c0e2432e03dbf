"""Folders of models: which shape files there are, what a manifest says of them, and what to call them without one."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

from trivium.errors import LoadError
from trivium.io.formats import SHAPE_SUFFIXES
from trivium.io.images import IMAGE_SUFFIXES

Metadata = dict[str, dict[str, str]]  # absolute path -> row of a manifest


def shape_files(root: Path) -> Iterator[Path]:
    """Every shape file below a folder, in no order. Hidden files and libraries are left out."""
    return _files(root, SHAPE_SUFFIXES)


def picture_files(root: Path) -> Iterator[Path]:
    """Every picture below a folder, likewise."""
    return _files(root, IMAGE_SUFFIXES)


def _files(root: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith(".") and not n.endswith(".trivium"))
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(folder) / name


def plain_name(file: Path) -> str:
    """ "kenney__table_round-01.glb" -> "table round 01": words, as a person would search for them."""
    stem = file.stem.split("__")[-1]
    return re.sub(r"\s+", " ", re.sub(r"[_\-.]+", " ", stem)).strip() or file.stem


def read_metadata(path: str | Path) -> Metadata:
    """Rows of a CSV by absolute path; relative paths start at the CSV's folder.

    Raises:
        LoadError: it cannot be read, or has no ``path`` column.
    """
    path = Path(path)
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            if "path" not in (reader.fieldnames or ()):
                raise LoadError("unreadable", f"{path} has columns {reader.fieldnames}, it needs one called 'path'")
            return {
                os.path.abspath(path.parent / row["path"]): {k: v or "" for k, v in row.items() if k} for row in reader
            }
    except FileNotFoundError as error:
        raise LoadError("missing-file", f"there is no {path}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise LoadError("unreadable", f"{path} is not a CSV file: {error}") from error


def nearby_metadata(folder: Path) -> Metadata:
    """A ``manifest.csv`` in the folder or the one above it, if it is one of ours."""
    for place in (folder, folder.parent):
        if (place / "manifest.csv").is_file():
            try:
                return read_metadata(place / "manifest.csv")
            except LoadError:
                return {}  # somebody else's manifest: it was not asked for, so it is not an error
    return {}
