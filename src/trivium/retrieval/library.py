"""A library: a folder that remembers models and finds them again.

library = Library("my-assets.trivium")
library.add("models/")
library.search(text="office chair", images=["photo.jpg"], top_k=10)
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from trivium.errors import LibraryError, QueryError, TriviumError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_image, load_shape, to_webp
from trivium.retrieval.filters import any_of, to_sql
from trivium.retrieval.indexing import READER, Job, file_hash, index_files
from trivium.retrieval.meta import FORMAT, Meta
from trivium.retrieval.places import Places
from trivium.retrieval.query import Query, as_views, fused_ranking, make_query
from trivium.retrieval.records import AddReport, Failure, Hit, Item, LibraryInfo, Neighbor, Record, VerifyReport
from trivium.retrieval.sources import chunks, find_jobs
from trivium.retrieval.store import BatchWriter, LanceStore, writing
from trivium.retrieval.views import view_scores

if TYPE_CHECKING:
    from trivium.models.aligned import AlignedModel, ImageLike
    from trivium.models.pasr import PASR

TOP_K = 10
CANDIDATES = 200  # are compared with photos view by view
Progress = Callable[[int, int, str], None]  # done, total, path


class Library:
    """Opens a library, or describes one that the first ``add`` will make; opening writes nothing.

    Args:
        path: its folder, by custom ``something.trivium``.
        model: a model, a name, or None for the model it was made with (``mini`` for a new one).
        pose_model: for ``search(rerank="pose")``; None for the packaged one.

    Raises:
        LibraryError: the folder is something else, is newer than this version, or was made with another model.
    """

    def __init__(
        self, path: str | Path, model: AlignedModel | str | None = None, *, pose_model: PASR | None = None
    ) -> None:
        self.path = Path(path)
        self._given, self._pose_model = model, pose_model
        self._loaded: AlignedModel | None = None
        self._meta = Meta.read(self.path)
        self._places = Places.of(self.path, self._meta)
        if self._meta is not None and model is not None and not isinstance(model, str):
            self._check_model(model)
        if self._meta is not None and isinstance(model, str) and model != self._meta.model:
            raise self._wrong_model(model, "unknown yet")
        self._opened: LanceStore | None = None

    # -- what it is ---------------------------------------------------------------------------------------------

    @property
    def exists(self) -> bool:
        return self._meta is not None

    @property
    def model(self) -> AlignedModel:
        """Loaded when first needed, and checked against the library's fingerprint."""
        if self._loaded is None:
            self._loaded = self._load_model()
            if self._meta is not None:
                self._check_model(self._loaded)
        return self._loaded

    @property
    def pose_model(self) -> PASR:
        """Loaded when first needed."""
        if self._pose_model is None:
            from trivium.models.pasr import load_pasr

            self._pose_model = load_pasr()
        return self._pose_model

    def __len__(self) -> int:
        return self._store.count() if self.exists else 0

    def items(self, filter: str | Sequence[str] | None = None) -> list[Item]:
        """All items that pass the filter, by path."""
        return sorted(self._store.items(self._where(filter)), key=lambda item: item.path)

    def failed(self) -> list[Failure]:
        """Files that could not be indexed, with stable codes (``errors.LOAD_CODES``), by path."""
        return sorted(self._store.failures(), key=lambda failure: failure.path)

    def info(self) -> LibraryInfo:
        meta, items = self._require_meta(), self.items()
        size = sum(f.stat().st_size for f in self.path.rglob("*") if f.is_file())
        categories, formats = Counter(i.category for i in items), Counter(i.format for i in items)
        return LibraryInfo(
            str(self.path), meta.model, meta.fingerprint, meta.dim, len(items), len(self.failed()), size,
            dict(categories.most_common()), dict(formats.most_common()),
        )  # fmt: skip

    def thumbnail(self, id: str) -> bytes:
        """WebP, 224 x 224."""
        return self._picture(id, "thumbnail")

    def turntable(self, id: str) -> bytes:
        """WebP, 12 frames of 160 x 160 side by side, one every 30 degrees."""
        return self._picture(id, "turntable")

    def embeddings(self, ids: Sequence[str] | None = None) -> tuple[list[str], NDArray[np.float32]]:
        """Ids and their unit rows (N, dim)."""
        return self._store.vectors(ids)

    # -- what goes in and out -----------------------------------------------------------------------------------

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        workers: int | None = None,
        progress: Progress | None = None,
        metadata: str | Path | None = None,
        retry_failed: bool = False,
    ) -> AddReport:
        """Indexes files and folders, recursively. What is there and unchanged is skipped, so a killed run goes on.

        Args:
            workers: processes; by default one a core. 1 works in this process.
            progress: called after each file with done, total and its path.
            metadata: a CSV with a ``path`` column, and name, category, licence; a ``manifest.csv`` in the folder
                or above it is found by itself.
            retry_failed: also tries files again that failed before and have not changed.

        Raises:
            LoadError: a path that does not exist.
            LibraryError: another process is writing to this library.
        """
        given = [paths] if isinstance(paths, (str, Path)) else list(paths)
        jobs = find_jobs(given, metadata, self._places)
        self._create()
        with self._writer():
            self._remember(given, jobs)
            return self._add(jobs, workers, progress, retry_failed)

    def update(self, *, workers: int | None = None, progress: Progress | None = None) -> AddReport:
        """Indexes what is new or changed under all folders added so far, and drops items whose file is gone.

        A folder that is not there at all (an unplugged disk) loses nothing.
        """
        roots = [self._places.real(r) for r in self._require_meta().roots]
        present = [r for r in roots if Path(r).exists()]
        report = self.add(present, workers=workers, progress=progress)
        gone = [i.id for i in self.items() if not Path(i.path).exists() and any(_under(i.path, r) for r in present)]
        self.remove(gone)
        return report

    def remove(self, ids_or_paths: Iterable[str | Path]) -> int:
        """Forgets items by id or path; files stay untouched. Returns how many were there."""
        wanted = {str(x) for x in ids_or_paths}
        wanted |= {self._places.id_of(x) for x in wanted}
        with self._writer():
            found = [i.id for part in chunks(sorted(wanted)) for i in self._store.items(any_of("id", part))]
            for part in chunks(found):
                self._store.remove(part)
        return len(found)

    def verify(self) -> VerifyReport:
        """Looks for faults, in the library and against the files on disk. Changes nothing."""
        items, (ids, rows) = self._store.items(), self._store.vectors()
        good = np.isfinite(rows).all(1) & (np.abs(np.linalg.norm(rows, axis=1) - 1) < 1e-3)
        pictures = self._store.picture_ids()
        here = {i.path: Path(i.path) for i in items}
        missing = tuple(sorted(p for p, file in here.items() if not file.exists()))
        changed = tuple(
            sorted(i.path for i in items if i.path not in missing and _stat(here[i.path]) != (i.bytes, i.mtime))
        )
        return VerifyReport(
            items=len(items),
            doubled=tuple(sorted(id for id, n in Counter(ids).items() if n > 1)),
            bad_vectors=tuple(sorted(id for id, ok in zip(ids, good, strict=True) if not ok)),
            without_picture=tuple(sorted(set(ids) - pictures)),
            files_missing=missing,
            files_changed=changed,
        )

    def repair(self, *, workers: int | None = None, progress: Progress | None = None) -> VerifyReport:
        """Forgets what ``verify`` finds faulty and indexes those files anew, where they are still there.

        Returns:
            What was found; ``verify`` afterwards finds the library sound.
        """
        report = self.verify()
        faulty = {*report.doubled, *report.bad_vectors, *report.without_picture}
        jobs = {
            i.id: Job(i.path, i.id, i.name, i.category, i.licence)
            for i in self._store.items()
            if i.id in faulty and Path(i.path).exists()
        }
        if faulty:
            self.remove(faulty)
            with self._writer():
                self._add(list(jobs.values()), workers, progress, retry_failed=True)
        return report

    # -- search -------------------------------------------------------------------------------------------------

    def search(
        self,
        *,
        text: str | Sequence[str] | None = None,
        images: ImageLike | Sequence[ImageLike] | None = None,
        shape: str | Path | Mesh | PointCloud | None = None,
        without: str | Sequence[str] | None = None,
        weights: Mapping[str, float] | None = None,
        filter: str | Sequence[str] | None = None,
        names: bool = False,
        rerank: Literal["pose"] | None = None,
        top_k: int = TOP_K,
        progress: Callable[[int, int], None] | None = None,
    ) -> list[Hit]:
        """The ``top_k`` best items for words, 1 to 12 views of one object, a shape, or a mix of them.

        Args:
            without: what to take away from the query: ``images=[photo], without="red"``.
            weights: of "text", "images", "shape", "without".
            filter: expressions such as ``"faces<5000"`` (see ``retrieval.filters``).
            names: also searches names, categories and file names for ``text``, and fuses both rankings.
            rerank: "pose" asks of each of the first 50 which would give the photos, seen from where (PASR): for
                objects that are partly hidden, and to know the pose. What it learns of a model is kept in the library;
                a model that it sees for the first time takes about a second.
            progress: called while that happens, with done and total.

        Raises:
            QueryError: an empty query, an unknown filter, a re-ranking without photos.
            LoadError: a picture or shape that cannot be read.
        """
        self._require_meta()
        where = self._where(filter, top_k)
        words = text if isinstance(text, str) else " ".join(text or [])
        if names and not words.strip():
            raise QueryError("names=True searches names for the words of the query, and there are none: give text")
        if rerank not in (None, "pose"):
            raise QueryError(f"rerank is '{rerank}', expected 'pose' or nothing")
        if rerank and names:
            raise QueryError("names=True ranks by words and rerank='pose' by photos: ask for one of them")
        if rerank and not as_views(images):
            raise QueryError("rerank='pose' compares photos with shapes, and there are none: give images")
        query = make_query(self.model, text=text, images=images, shape=shape, without=without, weights=weights)
        if rerank is not None:
            return self._by_pose(as_views(images), query, top_k, where, progress)
        if not names:
            return [Hit.of(item, score) for item, score in self._near(query, top_k, where)]
        depth = max(50, 5 * top_k)
        near = [item for item, _ in self._near(query, depth, where)]
        named = self._store.named(words, depth, where)
        by_id = {i.id: i for i in (*near, *named)}
        ranking = fused_ranking([[item.id for item in near], [item.id for item in named]])
        return [Hit.of(by_id[id], score) for id, score in ranking[:top_k]]

    def search_embedding(
        self, vector: NDArray[np.floating], *, filter: str | Sequence[str] | None = None, top_k: int = TOP_K
    ) -> list[Hit]:
        """The best items for a row of the library's space (dim,).

        Raises:
            QueryError: a row of another length or without direction.
        """
        dim, row = self._require_meta().dim, np.asarray(vector, np.float32)
        length = float(np.linalg.norm(row))
        if row.shape != (dim,) or not np.isfinite(length) or length == 0:
            raise QueryError(f"got a row of shape {row.shape} and length {length}, expected ({dim},) and not zero")
        near = self._store.nearest(row / length, top_k, self._where(filter, top_k))
        return [Hit.of(n.item, n.score) for n in near]

    # -- inside -------------------------------------------------------------------------------------------------

    def _where(self, filter: str | Sequence[str] | None, top_k: int = TOP_K) -> str | None:
        if top_k < 1:
            raise QueryError(f"top_k is {top_k}, it must be at least 1")
        return to_sql(filter, self._places.stored)

    @property
    def _store(self) -> LanceStore:
        if self._opened is None:
            self._opened = LanceStore(self.path / "store", self._require_meta().dim, self._places)
        return self._opened

    def _near(self, query: Query, top_k: int, where: str | None) -> list[tuple[Item, float]]:
        """By the rows of whole shapes; where there are photos, their part of the score is then told view by view."""
        if not len(query.photos):
            return [(n.item, n.score) for n in self._store.nearest(query.vector, top_k, where)]
        near = self._store.nearest(query.vector, max(CANDIDATES, top_k), where)
        scores = [n.score + query.photo_share * _gain(query, n) for n in near]
        order = sorted(range(len(near)), key=lambda i: -scores[i])[:top_k]
        return [(near[i].item, scores[i]) for i in order]

    def _by_pose(
        self,
        photos: list[ImageLike],
        query: Query,
        top_k: int,
        where: str | None,
        progress: Callable[[int, int], None] | None,
    ) -> list[Hit]:
        """The first of a global search, ordered by both what they are and how well a pose explains the photos."""
        from trivium.models.framing import overlay
        from trivium.retrieval.rerank import RERANKED, PoseReranker, with_pose

        near = self._near(query, max(RERANKED, top_k), where)
        pictures = [load_image(photo) for photo in photos]
        ranked = PoseReranker(self.path / "poses", self.pose_model).rank(
            pictures, [i for i, _ in near], progress=progress
        )
        whole = {item.id: score for item, score in near}
        scores = [with_pose(whole[r.item.id], r.score) for r in ranked]
        hits = []
        for i in sorted(range(len(ranked)), key=lambda i: -scores[i])[:top_k]:
            found, hit = ranked[i], Hit.of(ranked[i].item, scores[i])
            if found.poses:
                with suppress(TriviumError, OSError):  # gone since it was compared
                    shape = load_shape(found.item.path)
                    drawn = [to_webp(overlay(p, shape, s)) for p, s in zip(pictures, found.poses, strict=True)]
                    hit = replace(hit, poses=found.poses, overlays=tuple(drawn))
            hits.append(hit)
        return hits

    def _picture(self, id: str, kind: str) -> bytes:
        picture = self._store.picture(id, kind)
        if picture is None:
            raise LibraryError(f"there is no item '{id}' in {self.path}")
        return picture

    def _add(self, jobs: list[Job], workers: int | None, progress: Progress | None, retry_failed: bool) -> AddReport:
        known = {i.id: i for i in self._store.items()}
        before = {f.path: f for f in self._store.failures()}
        todo, copies, unchanged, skipped = [], [], 0, 0
        by_hash = {i.sha256: i for i in known.values()}
        for job in jobs:
            item, failure, now = known.get(job.id), before.get(job.path), _stat(Path(job.path))
            if item is not None and now == (item.bytes, item.mtime):
                unchanged += 1
            elif (
                failure is not None
                and not retry_failed
                and now == (failure.bytes, failure.mtime)
                and failure.reader == READER
            ):
                skipped += 1
            elif (twin := self._twin(job, by_hash)) is not None:
                copies.append(self._copy(job, twin))
            else:
                todo.append(job)
        writer = BatchWriter(self._store, before)
        for record in copies:  # the same bytes under another path or with a newer date need no second embedding
            writer.put(record)
        report = Counter(("updated" if r.item.id in known else "added") for r in copies)
        total, done, failed = len(jobs), len(jobs) - len(todo), []
        for job, outcome in index_files(todo, self.model, workers) if todo else ():
            writer.put(outcome)
            if isinstance(outcome, Failure):
                failed.append(outcome)
            else:
                report["updated" if outcome.item.id in known else "added"] += 1
            done += 1
            if progress:
                progress(done, total, job.path)
        writer.flush()
        lost = [self._places.id_of(f.path) for f in failed]  # what was indexed is not what is there now
        self._store.remove([id for id in lost if id in known])
        if todo or copies:
            self._store.tidy()
        return AddReport(report["added"], report["updated"], unchanged, tuple(failed), skipped)

    def _twin(self, job: Job, by_hash: dict[str, Item]) -> Item | None:
        """An item with the same bytes, looked for only among items of the same size."""
        size = _stat(Path(job.path))[0]
        if not any(i.bytes == size for i in by_hash.values()):
            return None
        return by_hash.get(file_hash(Path(job.path)))

    def _copy(self, job: Job, twin: Item) -> Record:
        size, mtime = _stat(Path(job.path))
        item = replace(
            twin,
            id=job.id,
            path=job.path,
            name=job.name,
            category=job.category,
            licence=job.licence,
            bytes=size,
            mtime=mtime,
        )
        vector, views = self._store.vectors([twin.id])[1][0], self._store.views(twin.id)
        return Record(item, vector, views, self.thumbnail(twin.id), self.turntable(twin.id))

    def _load_model(self) -> AlignedModel:
        from trivium.models import load_model

        if self._given is not None and not isinstance(self._given, str):
            return self._given
        if self._meta is not None:
            return load_model(self._meta.model, weights=self._meta.weights)
        return load_model(self._given or "mini")

    def _check_model(self, model: AlignedModel) -> None:
        if self._meta is not None and model.fingerprint != self._meta.fingerprint:
            raise self._wrong_model(model.name, model.fingerprint)

    def _wrong_model(self, name: str, fingerprint: str) -> LibraryError:
        meta = self._require_meta()
        return LibraryError(
            f"{self.path} was made with the model '{meta.model}' (fingerprint {meta.fingerprint}), got '{name}' "
            f"({fingerprint}): their embeddings cannot be compared. Use the first model, or index the files anew: "
            f"trivium index FOLDER --library NEW.trivium --model {name}"
        )

    def _require_meta(self) -> Meta:
        if self._meta is None:
            self._meta = Meta.read(self.path)  # another process may have made it meanwhile
        if self._meta is None:
            raise LibraryError(
                f"there is no library at {self.path}: make one with 'trivium index FOLDER --library {self.path}'"
            )
        return self._meta

    def _create(self) -> None:
        if self._meta is None:
            with writing(self.path):
                self.path.mkdir(parents=True, exist_ok=True)
            model, home = self.model, str(self._places.home)
            self._write(Meta(FORMAT, model.name, model.weights, model.fingerprint, model.dim, home, "", ()))

    def _remember(self, given: Sequence[str | Path], jobs: Sequence[Job]) -> None:
        """The folders to follow, and where they are now."""
        meta, places = self._require_meta(), self._places
        roots = tuple(dict.fromkeys([*meta.roots, *(places.stored(p) for p in given)]))
        beside = (stored for stored in (places.stored(job.path) for job in jobs) if not os.path.isabs(stored))
        now = replace(meta, roots=roots, home=str(places.home), witness=next(beside, meta.witness))
        if now != meta:
            self._write(now)

    def _write(self, meta: Meta) -> None:
        with writing(self.path):
            meta.write(self.path)
        self._meta = meta

    @contextmanager
    def _writer(self) -> Iterator[None]:
        """One writer at a time; the lock dies with its process."""
        from filelock import FileLock, Timeout

        self._require_meta()
        lock = FileLock(self.path / "writer.lock", timeout=0)
        with writing(self.path):
            try:
                lock.acquire()
            except Timeout as error:
                raise LibraryError(
                    f"another process is writing to {self.path}: wait until it is done, or stop it"
                ) from error
        try:
            yield
        finally:
            lock.release()


def _gain(query: Query, neighbor: Neighbor) -> float:
    """What the photos say view by view, less what their mean said of the whole.

    A shape without views, a cloud, is seen as its one row by each photo: the mean of several photos is nearer to everything
    than they are, and would put clouds first.
    """
    views = neighbor.views if len(neighbor.views) else neighbor.row[None]
    return float(view_scores(query.photos, [views])[0] - query.fused_photos @ neighbor.row)


def _stat(path: Path) -> tuple[int, float]:
    try:
        stat = path.stat()
    except OSError:
        return -1, 0.0
    return stat.st_size, stat.st_mtime


def _under(path: str, root: str) -> bool:
    return path == root or Path(root) in Path(path).parents
