"""Any data set to a folder of shards, with several processes. Killed, it goes on with the shard it was at."""

from __future__ import annotations

import hashlib
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import connection, get_context
from pathlib import Path

from trivium.data.readers.reader import FailedObject, Reader, read_or_fail
from trivium.data.samples import Sample
from trivium.data.shard_folder import ShardFolder
from trivium.data.shards import SAMPLES_PER_SHARD, ShardIndex, write_shard
from trivium.errors import DatasetError

Progress = Callable[[int, int], None]  # objects done, objects in all


@dataclass(frozen=True, kw_only=True)
class BuildConfig:
    samples_per_shard: int = SAMPLES_PER_SHARD
    workers: int | None = None  # processes; None: one a core; 1: none but this one

    def __post_init__(self) -> None:
        if self.samples_per_shard < 1 or (self.workers is not None and self.workers < 1):
            raise DatasetError(f"got {self}, expected 1 or more of each")


@dataclass(frozen=True)
class BuildReport:
    """``failed`` are all objects that are not in the shards, those of earlier runs included."""

    folder: Path
    index: ShardIndex
    failed: tuple[FailedObject, ...]


@dataclass(frozen=True)
class _Job:
    """Objects ``start`` to ``stop`` of the reader become one shard."""

    number: int
    start: int
    stop: int
    deadly: frozenset[int] = frozenset()  # objects that killed the process that read them


def build_shards(
    reader: Reader, folder: str | Path, config: BuildConfig = BuildConfig(), *, progress: Progress | None = None
) -> BuildReport:
    """All objects of ``reader`` as shards in ``folder``. An object that fails is written down and left out.

    The same reader and ``samples_per_shard`` give the same shards, byte for byte, with any number of workers. A script
    that calls this with workers needs ``if __name__ == "__main__"``, as all of multiprocessing.

    Raises:
        DatasetError: the folder was begun with another data set, or is in use.
    """
    target = ShardFolder(Path(folder))
    size, total = config.samples_per_shard, len(reader)
    jobs = [_Job(n, start, min(start + size, total)) for n, start in enumerate(range(0, total, size))]
    plan = {"source": reader.about(), "objects": _names_hash(reader), "samples_per_shard": size}
    with target.opened(plan):
        for stale in target.path.glob("receipts/reading-*"):
            stale.unlink()
        todo = [job for job in jobs if not target.is_done(job.number)]
        done = total - sum(job.stop - job.start for job in todo)
        for job in _run(todo, reader, target, config.workers or os.cpu_count() or 1):
            done += job.stop - job.start
            if progress:
                progress(done, total)
        index, failed = target.write_index(len(jobs), {"source": reader.about()})
    return BuildReport(target.path, index, tuple(failed))


def _names_hash(reader: Reader) -> str:
    """Of ids and files, in order: a plan is another one if an object is added, renamed or moved."""
    digest = hashlib.sha256()
    for index in range(len(reader)):
        digest.update(repr(reader.name(index)).encode())
    return digest.hexdigest()


def _build(job: _Job, reader: Reader, target: ShardFolder) -> None:
    failed: list[FailedObject] = []
    part = write_shard(_readable(job, reader, target, failed), target.path, job.number)
    target.finish(job.number, part, failed)
    _marker(target, job).unlink(missing_ok=True)


def _readable(job: _Job, reader: Reader, target: ShardFolder, failed: list[FailedObject]) -> Iterator[Sample]:
    marker = _marker(target, job)
    for index in range(job.start, job.stop):
        marker.write_text(str(index))
        outcome = _died(reader, index) if index in job.deadly else read_or_fail(reader, index)
        if isinstance(outcome, Sample):
            yield outcome
        else:
            failed.append(outcome)


def _died(reader: Reader, index: int) -> FailedObject:
    id, path = reader.name(index)
    message = "the process that read it died: out of memory, or a crash in a reader"
    return FailedObject(id=id, path=path, code="reader-died", message=message)


def _marker(target: ShardFolder, job: _Job) -> Path:
    """Says which object is being read: if the process dies, that one is to blame."""
    return target.path / "receipts" / f"reading-{job.number:06d}"


def _run(jobs: Iterable[_Job], reader: Reader, target: ShardFolder, workers: int) -> Iterator[_Job]:
    """Jobs as they are done, in any order. If a process dies, its shard is made again without the object it died of."""
    waiting = deque(jobs)
    if workers == 1:
        for job in waiting:
            _build(job, reader, target)
            yield job
        return
    suspected: set[int] = set()
    while waiting:
        lost: list[_Job] = []
        for job, is_done in _run_pool(waiting, reader, target, min(workers, len(waiting))):
            if is_done:
                yield job
            else:
                lost.append(job)
        waiting.extend(_without_culprits(lost, reader, target, suspected))


def _without_culprits(lost: list[_Job], reader: Reader, target: ShardFolder, suspected: set[int]) -> Iterator[_Job]:
    """The jobs that were in flight when a process died. What each was reading is read once more, alone.

    An object is to blame if it kills that process as well, or if it was being read at two deaths: then it may need more
    memory than there is beside the others.
    """
    reading = {job: int(marker.read_text()) for job in lost if (marker := _marker(target, job)).is_file()}
    if lost and (not reading or any(index in job.deadly for job, index in reading.items())):
        raise DatasetError("the processes that build shards die, and not of an object: build with 1 worker to see why")
    for job in lost:
        index = reading.get(job)
        if index is not None:
            _marker(target, job).unlink()
            if index in suspected or not _survives(reader, index):
                job = replace(job, deadly=job.deadly | {index})
            suspected.add(index)
        yield job


def _survives(reader: Reader, index: int) -> bool:
    process = get_context("spawn").Process(target=read_or_fail, args=(reader, index), daemon=True)
    process.start()
    process.join()
    return process.exitcode in (0, 1)  # 1: an exception, which is not for here


def _run_pool(queue: deque[_Job], reader: Reader, target: ShardFolder, workers: int) -> Iterator[tuple[_Job, bool]]:
    """Drains the queue until it is empty or the pool breaks; jobs in flight then come back as not done."""
    running: dict[Future[None], _Job] = {}
    context = get_context("spawn")
    lifeline, theirs = context.Pipe()
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_start_worker, initargs=(reader, target, theirs)
    ) as pool:
        try:
            while queue or running:
                while queue and len(running) < 2 * workers:
                    future = pool.submit(_work, queue[0])
                    running[future] = queue.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    future.result()
                    yield running.pop(future), True
        except BrokenProcessPool:
            for job in running.values() if running else [queue.popleft()]:
                yield job, False
        except BaseException:  # Ctrl-C: shards that are half made are made again, so nobody needs to wait for them
            lifeline.close()
            raise


_SOURCE: tuple[Reader, ShardFolder]


def _start_worker(reader: Reader, target: ShardFolder, lifeline: connection.Connection) -> None:
    global _SOURCE
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_die_with_parent, args=(lifeline,), daemon=True).start()
    _SOURCE = (reader, target)


def _die_with_parent(lifeline: connection.Connection) -> None:
    """A worker whose parent was killed would wait for work for ever. Only the parent holds the other end of this pipe."""
    connection.wait([lifeline])
    os._exit(1)


def _work(job: _Job) -> None:
    _build(job, *_SOURCE)
