"""What stands before every request: who may ask, how much, how slowly, and what every answer carries.

Plain ASGI, so that a body is counted while it arrives and not after.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from trivium.server.config import ServerConfig

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "trivium_token"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
OPEN_PATHS = frozenset({"/v1/health"})  # say nothing but that the server lives
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# The page's framework compiles templates in the browser and writes styles into elements; nothing comes from elsewhere.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' blob:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"geolocation=(), microphone=(), camera=()"),
)


class _Refused(Exception):
    def __init__(self, status: int, code: str, message: str) -> None:
        self.status, self.code, self.message = status, code, message


class Guard:
    """Wraps an app. Refusals are JSON as all errors of the API: ``{"error": {"code", "message"}}``."""

    def __init__(self, app: App, config: ServerConfig) -> None:
        self.app, self.config = app, config
        self._arriving: set[_Body] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        try:
            self._admit(scope)
        except _Refused as refused:
            return await self._refuse(scope, send, refused)
        if scope["type"] == "websocket":
            return await self.app(scope, receive, send)
        if (token := self._token_in_address(scope)) is not None:
            return await self._remember(scope, send, token)
        await self._pass_on(scope, receive, send)

    # -- who may ask --------------------------------------------------------------------------------------------

    def _admit(self, scope: Scope) -> None:
        headers = _headers(scope)
        host = headers.get("host", "")
        if self.config.is_local and _name_of(host) not in LOCAL_NAMES:
            # A page elsewhere may have made its own name point to this machine (DNS rebinding).
            raise _Refused(
                421, "wrong-host", f"this server answers to {', '.join(sorted(LOCAL_NAMES))}, not to '{host}'"
            )
        origin = headers.get("origin")
        unsafe = scope["type"] == "websocket" or scope["method"] not in SAFE_METHODS
        foreign = origin is not None and urlsplit(origin).netloc != host
        if unsafe and (foreign or headers.get("sec-fetch-site") in ("cross-site", "same-site")):
            raise _Refused(403, "cross-site", "this request comes from a page of another site: it is not answered")
        if self.config.token is not None and scope["path"] not in OPEN_PATHS and not self._knows_token(scope, headers):
            message = "a token is needed: send 'Authorization: Bearer TOKEN', or open the page as /?token=TOKEN"
            raise _Refused(401, "token-needed", message)

    def _knows_token(self, scope: Scope, headers: dict[str, str]) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        candidates = [
            given if scheme.lower() == "bearer" else "",
            _cookie(headers),
            self._token_in_address(scope) or "",
        ]
        return any(hmac.compare_digest(c.encode(), (self.config.token or "").encode()) for c in candidates)

    def _token_in_address(self, scope: Scope) -> str | None:
        """Of the page alone: it is kept as a cookie and taken out of the address at once."""
        if self.config.token is None or scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            return None
        return next(iter(parse_qs(scope["query_string"].decode("latin-1")).get("token", [])), None)

    async def _remember(self, scope: Scope, send: Send, token: str) -> None:
        cookie = SimpleCookie({COOKIE: token})
        for name, value in (("httponly", True), ("samesite", "Strict"), ("path", "/")):
            cookie[COOKIE][name] = value
        headers = [(b"location", b"/"), (b"set-cookie", cookie.output(header="").strip().encode()), *HEADERS]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    # -- how much, how slowly -----------------------------------------------------------------------------------

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Calls the app, whose answer does not count once its body was refused."""
        promised = _headers(scope).get("content-length", "0")
        if not promised.isdigit() or int(promised) > self.config.max_body:
            return await self._refuse(scope, send, _too_large(self.config))
        body = _Body(receive, self.config)
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if body.refused is not None and not started:
                return
            if message["type"] == "http.response.start":
                started = True
                own = {name.lower() for name, _ in message["headers"]}
                message = {**message, "headers": [*message["headers"], *(h for h in HEADERS if h[0] not in own)]}
            await send(message)

        if scope["method"] not in SAFE_METHODS:
            if len(self._arriving) >= self.config.uploads_at_once:
                busy = _Refused(429, "busy", "too many requests are being sent at once: try again in a second")
                return await self._refuse(scope, send, busy)
            self._arriving.add(body)
            body.when_there = lambda: self._arriving.discard(body)
        try:
            await self.app(scope, body.receive, sending)
        except _Refused:
            pass
        finally:
            self._arriving.discard(body)
        if body.refused is not None and not started:
            await self._refuse(scope, send, body.refused)

    async def _refuse(self, scope: Scope, send: Send, refused: _Refused) -> None:
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        body = json.dumps({"error": {"code": refused.code, "message": refused.message}}).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode()), *HEADERS]
        if refused.status in (408, 413):
            headers.append((b"connection", b"close"))  # what is left of the body is not read
        if refused.status == 429:
            headers.append((b"retry-after", b"1"))
        if refused.status == 401:
            headers.append((b"www-authenticate", b"Bearer"))
        await send({"type": "http.response.start", "status": refused.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


class _Body:
    """The body of one request on its way in: counted and timed."""

    def __init__(self, receive: Receive, config: ServerConfig) -> None:
        self._receive, self._config = receive, config
        self._deadline = time.monotonic() + config.body_seconds
        self._bytes, self._whole = 0, False
        self.refused: _Refused | None = None
        self.when_there: Callable[[], None] = lambda: None

    async def receive(self) -> Message:
        """
        Raises:
            _Refused: too much, or too slow.
        """
        if self._whole:
            return await self._receive()  # only the end of the connection can come now, and may take its time
        left = min(self._config.silence_seconds, self._deadline - time.monotonic())
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, left))
        except TimeoutError:
            self.refused = _Refused(408, "too-slow", "the body of the request came too slowly: it was not waited for")
            raise self.refused from None
        self._bytes += len(message.get("body", b""))
        if self._bytes > self._config.max_body:
            self.refused = _too_large(self._config)
            raise self.refused
        if not message.get("more_body", False):
            self._whole = True
            self.when_there()
        return message


def _too_large(config: ServerConfig) -> _Refused:
    return _Refused(413, "too-large", f"the request is larger than {config.max_body:,} bytes: send smaller files")


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def _name_of(host: str) -> str:
    """[::1]:80 is called ::1."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _cookie(headers: dict[str, str]) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
