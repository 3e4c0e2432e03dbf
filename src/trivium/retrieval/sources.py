"""Which files there are to index, and what a manifest says of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from trivium.errors import LoadError
from trivium.io.folders import nearby_metadata, plain_name, read_metadata, shape_files
from trivium.retrieval.indexing import Job
from trivium.retrieval.places import Places


def find_jobs(paths: Iterable[str | Path], metadata: str | Path | None, places: Places) -> list[Job]:
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
        known = read_metadata(metadata) if metadata else nearby_metadata(folder)
        for file in sorted(shape_files(root)) if root.is_dir() else [root]:
            jobs[str(file)] = _job(file, folder, known.get(str(file), {}), places)
    return list(jobs.values())


def _job(file: Path, root: Path, row: dict[str, str], places: Places) -> Job:
    category = row.get("category") or (file.parent.name if file.parent != root else "")
    return Job(
        str(file),
        places.id_of(file),
        row.get("name") or plain_name(file),
        category,
        row.get("licence") or row.get("license") or "",
    )


def chunks(values: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    return (values[i : i + size] for i in range(0, len(values), size))
