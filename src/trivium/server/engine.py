"""What routes and page share: one library, its model, its jobs, and how many requests are worked on at once."""

from __future__ import annotations

import secrets
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Hashable
from contextlib import asynccontextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import anyio
import anyio.to_thread
import numpy as np

from trivium.errors import LibraryError, LoadCode, LoadError, QueryError, TriviumError
from trivium.geometry import Shape
from trivium.io import SHAPE_SUFFIXES, load_image, load_shape, to_glb
from trivium.models import load_model
from trivium.retrieval import Hit, Item, Library
from trivium.server.batching import BatchedModel
from trivium.server.config import MiB, ServerConfig
from trivium.server.jobs import Jobs
from trivium.server.metrics import Metrics
from trivium.server.queries import SavedQueries, SavedQuery
from trivium.server.uploads import Uploads

if TYPE_CHECKING:
    from trivium.apps.match import Laid
    from trivium.models.correspondence import Correspondence
    from trivium.models.framing import Box

T = TypeVar("T")
GLB_CACHE = 128 * MiB
LAID = 4
MAPPED = 10_000


class Overloaded(TriviumError):
    """As many requests as allowed are being worked on."""


class NotThere(TriviumError):
    """No item or job of that id."""


class Engine:
    """Made once for each server; see ``ServerConfig`` for its limits.

    Raises:
        LibraryError: no library there, or one that cannot be opened.
    """

    def __init__(self, path: str | Path, config: ServerConfig) -> None:
        self.config = config
        known = Library(path).info()
        from trivium.retrieval.meta import Meta

        meta = Meta.read(Path(path))
        assert meta is not None  # info() has asked
        self.model = BatchedModel(load_model(known.model, weights=meta.weights))
        self.library = Library(path, model=self.model)
        self.jobs = Jobs()
        self.queries = SavedQueries()
        self.metrics = Metrics(self)
        self._active = 0
        self._lookups = anyio.CapacityLimiter(4)
        self._glbs = _Glbs()
        self._laid: OrderedDict[tuple[Hashable, ...], Laid] = OrderedDict()
        self._laying = threading.Lock()
        self._kept, self._adding = Uploads(Path(path)), threading.Lock()
        self._passing = tempfile.TemporaryDirectory(prefix="trivium-uploads-")

    @property
    def active(self) -> int:
        return self._active

    def close(self) -> None:
        self.jobs.close()
        self.model.close()
        self._passing.cleanup()

    async def run(self, kind: str, work: Callable[[], T]) -> T:
        """``work`` in a thread, measured as ``kind``.

        Raises:
            Overloaded: at once, if as many as allowed are being worked on.
        """
        async with self._slot(), self.metrics.timed(kind):
            return await anyio.to_thread.run_sync(work)

    @asynccontextmanager
    async def _slot(self) -> AsyncIterator[None]:
        if self._active >= self.config.requests_at_once:
            raise Overloaded(f"{self._active} requests are being worked on, no more are allowed: try again in a second")
        self._active += 1
        try:
            yield
        finally:
            self._active -= 1

    def item(self, id: str) -> Item:
        """
        Raises:
            NotThere: no such item.
        """
        found = self.library.items(f"id={id}") if id.isalnum() else []
        if not found:
            raise NotThere(f"there is no item '{id[:40]}'")
        return found[0]

    async def look_up(self, work: Callable[[], T]) -> T:
        """``work`` in a thread of its own kind: too small to count."""
        return await anyio.to_thread.run_sync(work, limiter=self._lookups)

    def picture(self, id: str, kind: str) -> bytes:
        """
        Raises:
            NotThere: no such item.
        """
        self.item(id)
        return self.library.thumbnail(id) if kind == "thumbnail" else self.library.turntable(id)

    def similar(self, id: str, top_k: int) -> list[Hit]:
        """Items like one, without itself.

        Raises:
            NotThere: no such item.
        """
        item = self.item(id)
        _, rows = self.library.embeddings([item.id])
        found = self.library.search_embedding(rows[0], top_k=top_k + 1)
        return [hit for hit in found if hit.id != item.id][:top_k]

    def saved_query(self, id: str) -> SavedQuery:
        """
        Raises:
            NotThere: no such query, or it was too long ago.
        """
        found = self.queries.get(id)
        if found is None:
            raise NotThere("this search is not kept any more: give its photos again")
        return found

    def laid(self, picture: bytes, shape: tuple[str, bytes] | None, item: str | None, box: Box | None) -> Laid:
        """A photo laid on a shape or on an item's: the newest are kept, since questions about one photo come one after the other.

        Raises:
            QueryError: both a shape and an item, or neither; a box outside of the photo.
            NotThere: no such item.
            LoadError, ShapeError: see ``Matcher.lay``.
        """
        from trivium.apps.match import Matcher

        key = (picture, shape, item, box)
        if (kept := self._laid.get(key)) is not None:
            return kept
        known, photo = self.one_shape(shape, item), load_image(picture, limits=self.config.limits)
        made = Matcher(self._correspondence).lay(photo, known, box=box)
        with self._laying:
            self._laid[key] = made
            while len(self._laid) > LAID:
                self._laid.popitem(last=False)
        return made

    @cached_property
    def _correspondence(self) -> Correspondence:
        from trivium.models.correspondence import Correspondence
        from trivium.models.tango3d import load_tango

        return Correspondence(self.library.pose_model, load_tango())

    def one_shape(self, shape: tuple[str, bytes] | None, item: str | None) -> Shape:
        """
        Raises:
            QueryError: both, or neither.
            NotThere: no such item.
            LoadError: it cannot be read.
        """
        if (shape is None) == (item is None):
            raise QueryError("give the photo's object as a shape or as an item's id, one of them")
        return self.shape_of_upload(*shape) if shape else load_shape(self.item(item or "").path)

    def map(self) -> list[tuple[Item, float, float]]:
        """Items with their places, x and y in [0, 1]: the two main directions of their rows (PCA).

        Of more than ``MAPPED`` items, every so many are taken.
        """
        items = {i.id: i for i in self.library.items()}
        ids, rows = self.library.embeddings()
        order = sorted(range(len(ids)), key=lambda k: ids[k])[:: max(1, len(ids) // MAPPED)]
        order = [k for k in order if ids[k] in items]  # not those that came a moment ago
        if not order:
            return []
        centered = rows[order] - rows[order].mean(0)
        _, directions = np.linalg.eigh(centered.T @ centered)
        flat = centered @ directions[:, [-1, -2]]
        low, high = np.percentile(flat, [1, 99], axis=0)
        places = np.clip((flat - low) / np.maximum(high - low, 1e-9), 0, 1)
        return [(items[ids[k]], float(x), float(y)) for k, (x, y) in zip(order, places, strict=True)]

    def glb(self, id: str) -> bytes:
        """The model of an item, whatever its file's format, as GLB.

        Raises:
            NotThere: no such item.
            LoadError: its file is gone or has become unreadable.
        """
        item = self.item(id)
        return self._glbs.get((item.id, item.sha256), lambda: to_glb(load_shape(item.path)))

    def shape_of_upload(self, name: str, data: bytes) -> Shape:
        """A file that somebody sent, parsed in a process that is killed when it takes too long or too much.

        Its name tells its format and nothing else; it is kept under another and deleted at once.

        Raises:
            LoadError: with a stable code, whatever is wrong with it.
        """
        suffix = Path(name).suffix.lower()
        if suffix not in SHAPE_SUFFIXES:
            known = " ".join(sorted(SHAPE_SUFFIXES))
            raise LoadError(
                "unsupported-format", f"a file that ends with '{suffix[:20]}' is no 3D model; known are {known}"
            )
        with tempfile.TemporaryDirectory(dir=self._passing.name) as folder:
            file = Path(folder) / f"upload{suffix}"
            file.write_bytes(data)
            try:
                return load_shape(file, limits=self.config.limits, isolated=True)
            except LoadError as error:
                raise LoadError(
                    error.code, str(error).replace(str(file), "the file").replace(file.name, "the file")
                ) from error

    def add(self, upload: tuple[str, bytes], *, name: str, category: str, licence: str) -> Item:
        """Keeps a file that somebody sent, in the library's own folder, and indexes it. The same bytes are one item.

        Raises:
            LoadError: whatever is wrong with it; then it is not kept.
            LibraryError: another process is writing to the library, or the disk is full.
        """
        self.shape_of_upload(*upload)  # only what a process that may die has read is read here
        suffix = Path(upload[0]).suffix.lower()
        with self._adding:
            known = self._kept.path_of(upload[1], suffix).exists()
            path = self._kept.keep(upload[1], suffix, name=name, category=category, licence=licence)
            try:
                report = self.library.add(self._kept.folder, workers=1)
            except LibraryError:
                if not known:
                    self._kept.drop(path)
                raise
            if failure := next((f for f in report.failed if f.path == str(path)), None):
                self._kept.drop(path)
                raise LoadError(cast(LoadCode, failure.code), failure.message.replace(str(path), "the file"))
            return self.library.items([f"path={path}"])[0]

    def remove(self, id: str) -> int:
        """Forgets an item. Its file stays, unless it had been sent to be kept.

        Raises:
            NotThere: no such item.
        """
        item = self.item(id)
        with self._adding:
            removed = self.library.remove([item.id])
            if item.path in self._kept:
                self._kept.drop(Path(item.path))
        return removed

    def update(self) -> dict[str, Any]:
        """Starts a job that indexes what is new or changed; see ``Library.update``."""

        def work(progress: Callable[[int, int, str], None]) -> dict[str, Any]:
            report = self.library.update(progress=progress)
            return {
                "added": report.added, "updated": report.updated, "unchanged": report.unchanged,
                "failed": len(report.failed), "skipped": report.skipped,
            }  # fmt: skip

        return self.jobs.start("update", work).to_json()


class _Glbs:
    """The models that were looked at last, up to a number of bytes; one thread at a time makes one."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str], make: Callable[[], bytes]) -> bytes:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = make()
                while sum(map(len, self._kept.values())) > GLB_CACHE and len(self._kept) > 1:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def request_id() -> str:
    """What a person can tell who found a fault; the log has the same."""
    return f"{int(time.time()):x}-{secrets.token_hex(3)}"
