"""What a library keeps of each file."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from trivium.models.framing import PhotoPose


@dataclass(frozen=True, kw_only=True)
class Item:
    """One indexed file. ``size`` is the largest extent in the file's units, Y up."""

    id: str
    path: str
    name: str
    category: str
    licence: str
    kind: str  # mesh | points
    format: str  # glb, stl ...
    textured: str  # yes | colours | no
    faces: int
    points: int
    size: float
    bytes: int
    mtime: float
    sha256: str

    @property
    def text(self) -> str:
        """What full-text search sees."""
        return f"{self.name} {self.category} {self.path.rsplit('/', 1)[-1]}"


@dataclass(frozen=True, eq=False)
class Record:
    """An item with what is too large for a table of results."""

    item: Item
    vector: NDArray[np.float32]  # (dim,) unit length
    views: NDArray[np.float32]  # (V, dim) unit rows of single views; V may be 0
    thumbnail: bytes  # WebP
    turntable: bytes  # WebP strip, frames side by side


@dataclass(frozen=True, eq=False)
class Neighbor:
    """An item near a query."""

    item: Item
    score: float  # cosine of the query and ``row``
    row: NDArray[np.float32]  # (dim,)
    views: NDArray[np.float32]  # (V, dim)


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A file that could not be indexed, and which reader said so: it is tried again when either changes."""

    path: str
    code: str
    message: str
    bytes: int
    mtime: float
    reader: str


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One search result; ``score`` is a cosine, for photos a soft maximum of some, or a fused rank when names were searched too.

    After a re-ranking by pose, ``poses`` tell how each photo of the query shows it, and ``overlays`` show it.
    """

    id: str
    path: str
    score: float
    name: str
    category: str
    licence: str
    faces: int
    size: float
    textured: str
    kind: str
    poses: tuple[PhotoPose, ...] = ()
    overlays: tuple[bytes, ...] = field(default=(), repr=False)  # WebP, 320 x 320: the shape over each photo

    @classmethod
    def of(cls, item: Item, score: float) -> Hit:
        own = {f.name for f in fields(cls)} - {"score"}
        return cls(score=round(float(score), 6), **{k: v for k, v in asdict(item).items() if k in own})

    def to_json(self) -> dict[str, Any]:
        """Without pictures; with poses only where there are any."""
        plain = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("poses", "overlays")}
        return plain | ({"poses": [p.to_json() for p in self.poses]} if self.poses else {})


@dataclass(frozen=True)
class AddReport:
    """What ``Library.add`` did; ``failed`` are the files that failed in this run."""

    added: int
    updated: int
    unchanged: int
    failed: tuple[Failure, ...]
    skipped: int  # failed before and unchanged since

    @property
    def total(self) -> int:
        return self.added + self.updated + self.unchanged + len(self.failed) + self.skipped


@dataclass(frozen=True)
class LibraryInfo:
    path: str
    model: str
    fingerprint: str
    dim: int
    items: int
    failed: int
    bytes_on_disk: int
    categories: dict[str, int]
    formats: dict[str, int]


@dataclass(frozen=True)
class VerifyReport:
    """What is wrong with a library; empty everywhere means sound."""

    items: int
    doubled: tuple[str, ...] = ()  # ids that occur twice
    bad_vectors: tuple[str, ...] = ()  # not finite or not of length 1
    without_picture: tuple[str, ...] = ()
    files_missing: tuple[str, ...] = ()  # paths that are not on disk any more
    files_changed: tuple[str, ...] = ()  # paths whose size or time differ from what was indexed

    @property
    def sound(self) -> bool:
        """Files that moved or changed are the user's business: only the library's own faults count."""
        return not (self.doubled or self.bad_vectors or self.without_picture)


def to_row(item: Item) -> dict[str, Any]:
    return asdict(item) | {"text": item.text}
