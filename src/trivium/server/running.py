"""Runs a server until it is told to stop, and then lets what has begun end."""

from __future__ import annotations

import asyncio
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trivium.errors import require
from trivium.server.app import create_app
from trivium.server.config import ServerConfig

DRAIN_SECONDS = 20
HEADER_SECONDS = 15.0


def run_server(library: str | Path, config: ServerConfig, *, started: Callable[[str], None] | None = None) -> None:
    """Serves until SIGINT or SIGTERM; requests that are being worked on are answered first.

    Args:
        started: called with the address once it answers.

    Raises:
        LibraryError: no library there, or one that cannot be opened.
        OSError: the port is taken.
    """
    uvicorn = require("uvicorn", "server")
    # NiceGUI looks for its server among all objects there are, and one of torch's complains of being looked at.
    warnings.filterwarnings("ignore", "`torch.distributed.reduce_op` is deprecated", FutureWarning)
    app = create_app(library, config)
    settings = uvicorn.Config(
        app, host=config.host, port=config.port, log_level="warning", http=_patient_protocol(), server_header=False,
        timeout_keep_alive=5, timeout_graceful_shutdown=DRAIN_SECONDS, proxy_headers=False, ws_max_size=1 << 20,
    )  # fmt: skip
    server = _server(settings)

    async def serve() -> None:
        running = asyncio.create_task(server.serve())
        while not server.started and not running.done():
            await asyncio.sleep(0.02)
        if server.started and started is not None:
            port = server.servers[0].sockets[0].getsockname()[1]
            started(config.address.replace(f":{config.port}", f":{port}") if config.port == 0 else config.address)
        await running

    asyncio.run(serve())


def _server(settings: Any) -> Any:
    """uvicorn's server, for which being told to stop is no failure: it returns instead of raising the signal again."""

    class Server(require("uvicorn", "server").Server):  # type: ignore[misc]
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
            try:
                yield
            finally:
                for number, handler in before.items():
                    signal.signal(number, handler)

    return Server(settings)


def _patient_protocol() -> type[Any]:
    """HTTP as uvicorn speaks it, for clients that say what they want within a while.

    uvicorn itself would wait for ever for the end of a header, and so let a few slow clients hold all connections.
    """
    protocol = require("uvicorn.protocols.http.h11_impl", "server").H11Protocol

    class PatientProtocol(protocol):  # type: ignore[misc,valid-type]
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._asked = self.loop.call_later(HEADER_SECONDS, self._give_up)

        def handle_events(self) -> None:
            super().handle_events()
            if self.cycle is not None:
                self._asked.cancel()

        def connection_lost(self, exc: Exception | None) -> None:
            self._asked.cancel()
            super().connection_lost(exc)

        def _give_up(self) -> None:
            if self.cycle is None and self.transport is not None and not self.transport.is_closing():
                self.transport.close()

    return PatientProtocol
