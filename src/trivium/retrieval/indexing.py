"""One file to one record; and many files over worker processes that may die."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from trivium.errors import LoadError, ShapeError
from trivium.geometry import Mesh, Shape, Views, normalized, orbit_cameras
from trivium.io import load_shape, to_webp
from trivium.rendering import render_views
from trivium.retrieval.records import Failure, Item, Record

if TYPE_CHECKING:
    from trivium.models.aligned import AlignedModel

READER = "1"  # raise it when reading or rendering improves: files that failed are tried again
FRAMES, FRAME_SIZE, THUMBNAIL_SIZE = 12, 160, 224
SECONDS_A_FILE = 120
SMALL_RUN = 16  # files; below, starting processes costs more than it saves, unless they are asked for


@dataclass(frozen=True)
class Job:
    """A file to index, and what is known of it beforehand."""

    path: str
    id: str
    name: str
    category: str
    licence: str


Outcome = Record | Failure


def index_file(job: Job, model: AlignedModel) -> Outcome:
    """Loads, renders, embeds. Whatever is wrong with the file becomes a Failure; only our own faults raise."""
    path = Path(job.path)
    size, mtime = 0, 0.0
    try:
        stat = path.stat()
        size, mtime = stat.st_size, stat.st_mtime
        with _time_limit(SECONDS_A_FILE):
            shape = load_shape(path)
            prepared = model.prepare_shape(shape)
            rows = model.encode_with_views(prepared)
            views = prepared.views if prepared.views is not None else _turntable_views(shape)
        if not np.isfinite(rows.row).all():
            raise LoadError("unreadable", "the model gives no finite embedding for it")
    except OSError as error:
        return Failure(path=job.path, code="missing-file", message=str(error), bytes=size, mtime=mtime, reader=READER)
    except LoadError as error:
        return Failure(path=job.path, code=error.code, message=str(error), bytes=size, mtime=mtime, reader=READER)
    except ShapeError as error:
        return Failure(path=job.path, code="unreadable", message=str(error), bytes=size, mtime=mtime, reader=READER)
    item = Item(
        id=job.id, path=job.path, name=job.name, category=job.category, licence=job.licence, bytes=size, mtime=mtime,
        sha256=file_hash(path), format=path.suffix.lower().lstrip("."), **_facts(shape),
    )  # fmt: skip
    return Record(item, rows.row, rows.views, _thumbnail(views.images[1]), _strip(views))


def file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _facts(shape: Shape) -> dict[str, Any]:
    low, high = shape.bounds
    size = float((high - low).max())
    if isinstance(shape, Mesh):
        textured = "yes" if shape.is_textured else "colours" if shape.has_color else "no"
        return {"kind": "mesh", "faces": shape.num_faces, "points": 0, "size": size, "textured": textured}
    return {
        "kind": "points",
        "faces": 0,
        "points": len(shape),
        "size": size,
        "textured": "no" if shape.colors is None else "colours",
    }


def _turntable_views(shape: Shape) -> Views:
    cameras = orbit_cameras(np.radians(np.arange(FRAMES) * 360 / FRAMES), np.radians(20), size=THUMBNAIL_SIZE)
    return render_views(normalized(shape), cameras)


def _thumbnail(picture: np.ndarray) -> bytes:
    size = (THUMBNAIL_SIZE, THUMBNAIL_SIZE)
    return to_webp(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS), quality=80, method=2)


def _strip(views: Views) -> bytes:
    frames = [
        np.asarray(Image.fromarray(v).resize((FRAME_SIZE, FRAME_SIZE), Image.Resampling.BOX))
        for v in views.images[:FRAMES]
    ]
    return to_webp(np.concatenate(frames, 1), quality=75, method=2)


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """LoadError "timeout" after so many seconds. Only in a main thread of a POSIX system: elsewhere no limit."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise LoadError("timeout", f"it took longer than {seconds} s to index")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def index_files(jobs: Sequence[Job], model: AlignedModel, workers: int | None) -> Iterator[tuple[Job, Outcome]]:
    """Outcomes as they come, in any order.

    A worker that dies takes nothing down: the files that were in flight are tried again one at a time, and the one
    that kills its worker alone too is recorded as "reader-died".
    """
    if workers is None:
        workers = (os.cpu_count() or 1) if len(jobs) >= SMALL_RUN else 1
    if workers <= 1:
        for job in jobs:
            yield job, index_file(job, model)
        return
    waiting, suspects = deque(jobs), deque[Job]()
    while waiting or suspects:
        alone = bool(suspects)
        queue = deque([suspects.popleft()]) if alone else waiting
        lost: list[Job] = []
        for job, outcome in _run_pool(queue, model, 1 if alone else workers):
            if outcome is None:
                lost.append(job)
            else:
                yield job, outcome
        if alone and lost:
            yield lost[0], _died(lost[0])
        else:
            suspects.extend(lost)


def _run_pool(queue: deque[Job], model: AlignedModel, workers: int) -> Iterator[tuple[Job, Outcome | None]]:
    """Drains the queue until it is empty or the pool breaks; jobs in flight then come back with None."""
    running: dict[Future[Outcome], Job] = {}
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(model,)
    ) as pool:
        try:
            while queue or running:
                while queue and len(running) < 2 * workers:
                    with _main_not_imported():
                        future = pool.submit(_work, queue[0])
                    running[future] = queue.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    outcome = future.result()
                    yield running.pop(future), outcome
        except BrokenProcessPool:
            if not running:  # it broke while the next job was handed in: that job is still in the queue
                return
            for job in running.values():
                yield job, None


@contextmanager
def _main_not_imported() -> Iterator[None]:
    """Workers need nothing of the user's script; without this they would run it again, ``Library.add`` and all."""
    main = sys.modules["__main__"]
    hidden = {name: main.__dict__.get(name) for name in ("__file__", "__spec__")}
    main.__dict__.update(__file__=None, __spec__=None)
    try:
        yield
    finally:
        main.__dict__.update(hidden)


_MODEL: AlignedModel


def _start_worker(model: AlignedModel) -> None:
    import torch

    global _MODEL
    torch.set_num_threads(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    _MODEL = model


def _work(job: Job) -> Outcome:
    return index_file(job, _MODEL)


def _died(job: Job) -> Failure:
    path = Path(job.path)
    stat = path.stat() if path.is_file() else None
    return Failure(
        path=job.path, code="reader-died", message="its worker process died twice: out of memory, or a crash in a reader",
        bytes=stat.st_size if stat else 0, mtime=stat.st_mtime if stat else 0.0, reader=READER,
    )  # fmt: skip
