"""``meta.json``: what a library was made with, and which folders it follows."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from trivium.errors import LibraryError

FORMAT = 3  # of everything in a library's folder; raise it when older code could not read it


@dataclass(frozen=True)
class Meta:
    format: int
    model: str
    weights: str | None
    fingerprint: str
    dim: int
    home: str  # the folder that stored paths start from
    witness: str  # one of the files below it, if there are any: where that is, home is
    roots: tuple[str, ...]  # stored paths

    @classmethod
    def read(cls, folder: Path) -> Meta | None:
        """None where a library may be made: nothing is there, or an empty folder.

        Raises:
            LibraryError: something else is there, or the library is damaged or newer than this version.
        """
        file = folder / "meta.json"
        if not file.is_file():
            started = ("meta.json.", "writer.lock")  # all that a run killed before its first commit leaves behind
            if folder.is_file() or (folder.is_dir() and any(not p.name.startswith(started) for p in folder.iterdir())):
                raise LibraryError(f"{folder} is there and is not a library: choose another path")
            return None
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            if data["format"] > FORMAT:
                raise LibraryError(
                    f"{folder} was made by a newer trivium (format {data['format']}, this one reads {FORMAT}): upgrade"
                )
            if data["format"] < FORMAT:
                raise LibraryError(
                    f"{folder} was made by an older trivium (format {data['format']}, this one reads {FORMAT}): index the "
                    "files anew, with 'trivium index FOLDER --library NEW.trivium'"
                )
            return cls(**(data | {"roots": tuple(data["roots"])}))
        except (ValueError, KeyError, TypeError) as error:
            raise LibraryError(
                f"{file} is damaged ({error}): restore it from a copy, or index the files anew"
            ) from error

    def write(self, folder: Path) -> None:
        """Whole or not at all: written beside, forced to disk, renamed."""
        temporary = folder / f"meta.json.{os.getpid()}"
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / "meta.json")
