"""Numbers for Prometheus, of one server."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from trivium.errors import require

if TYPE_CHECKING:
    from trivium.server.engine import Engine

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """A registry of its own, so that two servers in a process do not meet."""

    def __init__(self, engine: Engine) -> None:
        prometheus = require("prometheus_client", "server")
        self._text = prometheus.generate_latest
        self.content_type: str = prometheus.CONTENT_TYPE_LATEST
        self.registry = prometheus.CollectorRegistry()
        self._time = prometheus.Histogram(
            "trivium_work_seconds", "Time a piece of work took", ["kind"], buckets=SECONDS, registry=self.registry
        )
        self._answers = prometheus.Counter(
            "trivium_answers", "Answers by route and status", ["route", "status"], registry=self.registry
        )
        active = prometheus.Gauge("trivium_active_requests", "Requests being worked on", registry=self.registry)
        active.set_function(lambda: engine.active)
        items = prometheus.Gauge("trivium_items", "Items in the library", registry=self.registry)
        items.set_function(lambda: len(engine.library))

    @asynccontextmanager
    async def timed(self, kind: str) -> AsyncIterator[None]:
        started = time.perf_counter()
        try:
            yield
        finally:
            self._time.labels(kind).observe(time.perf_counter() - started)

    def answered(self, route: str, status: int) -> None:
        """``route`` is a pattern, never an address: addresses are without end."""
        self._answers.labels(route, str(status)).inc()

    def text(self) -> bytes:
        found: bytes = self._text(self.registry)
        return found
