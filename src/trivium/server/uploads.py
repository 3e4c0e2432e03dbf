"""Models that were sent to be kept: files in the library's own folder, and a manifest of what they are called."""

from __future__ import annotations

import csv
import hashlib
import os
from pathlib import Path

from trivium.retrieval.store import writing

COLUMNS = ("path", "name", "category", "licence")
LONGEST = 200  # letters of a name


class Uploads:
    """A file is called by the hash of what is in it, so that the same one is kept once; its sender's name is not used."""

    def __init__(self, library: Path) -> None:
        self.folder = Path(os.path.abspath(library)) / "uploads"

    def __contains__(self, path: str | Path) -> bool:
        return Path(path).parent == self.folder

    def path_of(self, data: bytes, suffix: str) -> Path:
        return self.folder / f"{hashlib.sha256(data).hexdigest()[:24]}{suffix}"

    def keep(self, data: bytes, suffix: str, *, name: str, category: str, licence: str) -> Path:
        """Where it is. One that is there already gets a new date and the new name, and so is indexed again.

        Raises:
            LibraryError: the disk is full, or nothing may be written there.
        """
        path = self.path_of(data, suffix)
        told = {"path": path.name, "name": name or "upload", "category": category, "licence": licence}
        with writing(self.folder):
            self.folder.mkdir(exist_ok=True)
            self._list({**self._listed(), path.name: {k: _one_line(v) for k, v in told.items()}})
            _written(path, data)  # last: killed before, there is no model without a name
        return path

    def drop(self, path: Path) -> None:
        with writing(self.folder):
            path.unlink(missing_ok=True)
            self._list({k: v for k, v in self._listed().items() if k != path.name})

    def _listed(self) -> dict[str, dict[str, str]]:
        manifest = self.folder / "manifest.csv"
        if not manifest.is_file():
            return {}
        with manifest.open(newline="", encoding="utf-8") as file:
            return {row["path"]: row for row in csv.DictReader(file)}

    def _list(self, rows: dict[str, dict[str, str]]) -> None:
        part = self.folder / "manifest.csv.part"
        with part.open("w", newline="", encoding="utf-8") as file:
            table = csv.DictWriter(file, COLUMNS)
            table.writeheader()
            table.writerows(rows.values())
        part.replace(self.folder / "manifest.csv")


def _written(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
