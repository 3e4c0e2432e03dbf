"""Puts a server together: library, routes, page, errors, and the guard around all of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi_offline import FastAPIOffline
from starlette.exceptions import HTTPException

from trivium import __version__
from trivium.errors import LibraryError, LoadError, MissingDependencyError, TriviumError
from trivium.server.config import ServerConfig
from trivium.server.engine import Engine, NotThere, Overloaded, request_id
from trivium.server.guard import Guard
from trivium.server.jobs import Busy
from trivium.server.routes import Forbidden, router

log = logging.getLogger(__name__)
TRYING_AGAIN = "1"  # second
STATUS: tuple[tuple[type[TriviumError], int, str], ...] = (  # the first that fits
    (NotThere, 404, "not-found"),
    (Overloaded, 429, "busy"),
    (Busy, 409, "busy"),
    (Forbidden, 403, "no-changes"),
    (LibraryError, 409, "library"),
    (MissingDependencyError, 501, "missing-dependency"),
    (TriviumError, 422, "cannot-be-done"),
)


def create_app(library: str | Path, config: ServerConfig = ServerConfig()) -> FastAPI:
    """A server of one library, to be run by any ASGI server.

    Raises:
        LibraryError: no library there, or one that cannot be opened.
    """
    engine = Engine(library, config)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        await asyncio.to_thread(engine.close)

    app = FastAPIOffline(  # FastAPI's own page of the API would be loaded from the internet
        title="trivium",
        version=__version__,
        description="Find 3D models by photos, words, a shape or a mix of them.",
        docs_url="/v1/docs",
        static_url="/v1/docs/static",
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        lifespan=lifespan,
    )
    app.state.engine = engine
    app.include_router(router)
    if config.page:
        from trivium.server.page import add_page

        add_page(app)
    for kind in (TriviumError, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, _handled)

    @app.middleware("http")
    async def counted(request: Request, call_next: Any) -> Any:
        response = await call_next(request)
        route = getattr(request.scope.get("route"), "path", "other")
        engine.metrics.answered(route if route.startswith("/v1") else "page", response.status_code)
        return response

    app.add_middleware(Guard, config=config)
    return app


async def _handled(request: Request, error: Exception) -> JSONResponse:
    """Every error as one sentence, and a code for programs; never a stack trace."""
    headers: dict[str, str] = {}
    status: int
    code: str
    if isinstance(error, LoadError):
        status, code, message = (413 if error.code == "limit-exceeded" else 422), error.code, str(error)
    elif isinstance(error, TriviumError):
        status, code = next((s, c) for kind, s, c in STATUS if isinstance(error, kind))
        message = str(error)
        if status == 429:
            headers["retry-after"] = TRYING_AGAIN
    elif isinstance(error, RequestValidationError):
        told = [f"{'.'.join(map(str, e['loc'][1:])) or 'request'}: {e['msg']}" for e in error.errors()[:3]]
        status, code, message = 422, "bad-request", "; ".join(told)
    elif isinstance(error, HTTPException):
        status, code, message = error.status_code, _code_of(error.status_code), str(error.detail)
    else:
        id = request_id()
        log.error("request %s failed: %s %s", id, request.method, request.url.path, exc_info=error)
        status, code = 500, "fault"
        message = f"something went wrong inside; tell the number {id} to whoever runs this server: its log says what"
    return JSONResponse({"error": {"code": code, "message": message}}, status, headers)


def _code_of(status: int) -> str:
    return HTTPStatus(status).phrase.lower().replace(" ", "-")
