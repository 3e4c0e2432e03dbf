"""Which files there are to index, and what a manifest says of them."""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from trivium.errors import LoadError
from trivium.io import SHAPE_SUFFIXES
from trivium.retrieval.indexing import Job

Metadata = dict[str, dict[str, str]]  # absolute path -> row of a manifest


def item_id(path: str) -> str:
    """12 hex digits: the same path always has the same id."""
    return hashlib.sha256(path.encode()).hexdigest()[:12]


def find_jobs(paths: Iterable[str | Path], metadata: str | Path | None) -> list[Job]:
    """Every shape file under the paths, sorted, each once. Hidden files and libraries are left out.

    A file given by name is taken whatever it is called, so that a wrong extension is reported and not overlooked.

    Raises:
        LoadError: a path that does not exist, or a manifest without a ``path`` column.
    """
    jobs: dict[str, Job] = {}
    for given in paths:
        root = Path(given)
        if not root.exists():
            raise LoadError("missing-file", f"there is nothing at {root}")
        root = Path(os.path.abspath(root))  # not resolve(): a link stays where the user put it
        folder = root if root.is_dir() else root.parent
        known = read_metadata(metadata) if metadata else _nearby_metadata(folder)
        for file in sorted(_shape_files(root)) if root.is_dir() else [root]:
            jobs[str(file)] = _job(file, folder, known.get(str(file), {}))
    return list(jobs.values())


def _shape_files(root: Path) -> Iterable[Path]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if not n.startswith(".") and not n.endswith(".trivium"))
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in SHAPE_SUFFIXES:
                yield Path(folder) / name


def _job(file: Path, root: Path, row: dict[str, str]) -> Job:
    category = row.get("category") or (file.parent.name if file.parent != root else "")
    return Job(
        str(file),
        item_id(str(file)),
        row.get("name") or plain_name(file),
        category,
        row.get("licence") or row.get("license") or "",
    )


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


def _nearby_metadata(folder: Path) -> Metadata:
    """A ``manifest.csv`` in the folder or the one above it, if it is one of ours."""
    for place in (folder, folder.parent):
        if (place / "manifest.csv").is_file():
            try:
                return read_metadata(place / "manifest.csv")
            except LoadError:
                return {}  # somebody else's manifest: it was not asked for, so it is not an error
    return {}


def chunks(values: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    return (values[i : i + size] for i in range(0, len(values), size))
