"""Long work, one piece at a time, with progress that anybody may ask for."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from trivium.errors import TriviumError

log = logging.getLogger(__name__)
KEPT = 50  # finished jobs that are remembered
Progress = Callable[[int, int, str], None]


class Cancelled(Exception):
    """Raised inside of a job that is to stop."""


class Busy(TriviumError):
    """Another job is running."""


@dataclass(eq=False)
class Job:
    """``state`` is running, done, failed or cancelled."""

    id: str
    kind: str
    state: str = "running"
    done: int = 0
    total: int = 0
    message: str = ""
    result: dict[str, Any] = field(default_factory=dict)
    started: float = field(default_factory=time.time)
    ended: float | None = None
    stop: threading.Event = field(default_factory=threading.Event, repr=False)

    def to_json(self) -> dict[str, Any]:
        return {key: value for key, value in vars(self).items() if key != "stop"}


class Jobs:
    """All jobs of a server, the newest last."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def start(self, kind: str, work: Callable[[Progress], dict[str, Any]]) -> Job:
        """Runs ``work`` in a thread; it calls its argument with done, total and what it is at.

        Raises:
            Busy: one is running.
        """
        with self._lock:
            if running := next((j for j in self._jobs.values() if j.state == "running"), None):
                raise Busy(f"the job {running.id} ({running.kind}) is running: wait for it, or cancel it")
            job = Job(secrets.token_hex(6), kind)
            self._jobs[job.id] = job
            for old in list(self._jobs)[:-KEPT]:
                del self._jobs[old]
        thread = threading.Thread(target=self._run, args=(job, work), name=f"trivium-job-{job.id}", daemon=True)
        self._threads = [t for t in self._threads if t.is_alive()] + [thread]
        thread.start()
        return job

    def all(self) -> list[Job]:
        return list(self._jobs.values())

    def get(self, id: str) -> Job | None:
        return self._jobs.get(id)

    def cancel(self, job: Job) -> None:
        """It ends after the file that it is at; what is done stays."""
        job.stop.set()

    def close(self, seconds: float = 10.0) -> None:
        """Cancels what runs and waits a while for it."""
        for job in self.all():
            self.cancel(job)
        for thread in self._threads:
            thread.join(seconds)

    def _run(self, job: Job, work: Callable[[Progress], dict[str, Any]]) -> None:
        def progress(done: int, total: int, message: str) -> None:
            job.done, job.total, job.message = done, total, message
            if job.stop.is_set():
                raise Cancelled

        try:
            job.result = work(progress)
            job.state, job.message = "done", ""
        except Cancelled:
            job.state, job.message = "cancelled", "stopped; what was done stays"
        except TriviumError as error:
            job.state, job.message = "failed", str(error)
        except Exception:
            log.exception("the job %s failed", job.id)
            job.state, job.message = "failed", "something went wrong inside; the server's log says what"
        finally:
            job.ended = time.time()
