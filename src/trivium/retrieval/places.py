"""Where files are, as a library writes it down: relative to the folder that it lies in, where they are below that."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from trivium.retrieval.meta import Meta


@dataclass(frozen=True)
class Places:
    """``home`` is the absolute folder that stored paths start from. A path outside of it is stored as it is.

    So a library and its models may move together, to another disk or computer, and every id stays.
    """

    home: Path

    @classmethod
    def of(cls, library: Path, meta: Meta | None) -> Places:
        """The folder that the library is in now; if only the library has moved, the one that it was in."""
        here = cls(Path(os.path.abspath(library)).parent)
        if meta is None:
            return here
        before = cls(Path(meta.home))
        return next((p for p in (here, before) if meta.witness and Path(p.real(meta.witness)).exists()), here)

    def stored(self, path: str | Path) -> str:
        """``models/chair.glb`` for what is below home, else the absolute path."""
        absolute = Path(os.path.abspath(path))  # not resolve(): a link stays where the user put it
        return absolute.relative_to(self.home).as_posix() if absolute.is_relative_to(self.home) else str(absolute)

    def real(self, stored: str) -> str:
        """The absolute path."""
        return os.path.normpath(self.home / stored)

    def id_of(self, path: str | Path) -> str:
        """12 hex digits: the same stored path always has the same id."""
        return hashlib.sha256(self.stored(path).encode()).hexdigest()[:12]
