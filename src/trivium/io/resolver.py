"""The files a model refers to (materials, textures, buffers), only from its own folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from trimesh.resolvers import Resolver

from trivium.errors import LoadError
from trivium.io.limits import Limits


def as_utf8(text: bytes) -> bytes:
    """Text in UTF-8; what is not is taken as Latin-1, in which every byte means something."""
    try:
        text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1").encode()
    return text


class FolderResolver(Resolver):  # type: ignore[misc]  # trimesh is not typed strictly
    """Gives bytes by name, remembers what it refused: trimesh swallows errors of textures, so callers ask afterwards.

    A name that points outside (``../wood.png``, ``C:\\art\\wood.png``) may still mean a file of that name
    beside the model, as archives of models often do; nothing else is ever read.
    """

    def __init__(self, model: Path, limits: Limits) -> None:
        self.folder = model.parent.resolve()
        self.file_name = model.name
        self.left = limits.max_bytes
        self.read: dict[str, bytes] = {}
        self.missing: list[str] = []
        self.refused: LoadError | None = None

    def get(self, name: str) -> bytes:
        plain = unquote(name.strip())
        for candidate in (name.strip(), plain, plain.replace("\\", "/").rsplit("/", 1)[-1]):
            path = (self.folder / candidate).resolve()
            if candidate and path.is_relative_to(self.folder) and path.is_file():
                return self._take(name, path)
        self.missing.append(name)
        if self._escapes(plain):
            self._refuse(LoadError("unsafe-path", f"{self.file_name} refers to '{name}', outside its own folder"))
        raise FileNotFoundError(name)

    def _escapes(self, name: str) -> bool:
        windows = name.replace("\\", "/")
        drive = len(windows) > 1 and windows[1] == ":"
        return drive or not (self.folder / windows).resolve().is_relative_to(self.folder)

    def _take(self, name: str, path: Path) -> bytes:
        self.left -= path.stat().st_size
        if self.left < 0:
            self._refuse(LoadError("limit-exceeded", f"the files {self.file_name} refers to exceed Limits.max_bytes"))
        data = path.read_bytes()
        self.read[name] = as_utf8(data) if path.suffix.lower() == ".mtl" else data
        return self.read[name]

    def _refuse(self, error: LoadError) -> None:
        self.refused = self.refused or error
        raise error

    def keys(self) -> Iterator[str]:
        return (p.name for p in self.folder.iterdir())

    def namespaced(self, namespace: str) -> FolderResolver:
        return self  # only archives of archives ask for it; the folder stays the border

    def write(self, name: str, data: str | bytes) -> None:
        raise PermissionError(f"'{name}': files of users are never written")
