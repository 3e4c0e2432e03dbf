"""What a server allows."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

from trivium.errors import ConfigError
from trivium.io import Limits

MiB = 1 << 20
SHORTEST_TOKEN = 16


def upload_limits() -> Limits:
    """Stricter than for files of one's own: whoever sent it may mean harm."""
    return Limits(
        max_bytes=64 * MiB, max_faces=2_000_000, max_seconds=20.0, max_memory=2048 * MiB, max_archive_bytes=256 * MiB
    )


@dataclass(frozen=True, kw_only=True)
class ServerConfig:
    """
    Raises:
        ConfigError: a host beyond this machine without a token, unless ``open_to_all`` says that this is meant.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None  # asked of every request but /v1/health
    open_to_all: bool = False
    allow_changes: bool = False  # add, update and remove
    page: bool = True
    requests_at_once: int = 16  # of those that cost something; the next one gets 429
    uploads_at_once: int = 32  # bodies that are on their way in
    max_body: int = 64 * MiB
    silence_seconds: float = 10.0  # between two pieces of a body
    body_seconds: float = 60.0  # for all of it
    limits: Limits = field(default_factory=upload_limits)  # of a shape or picture that is sent

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise ConfigError(f"the token has {len(self.token)} characters, expected {SHORTEST_TOKEN} or more")
        if not self.is_local and self.token is None and not self.open_to_all:
            raise ConfigError(
                f"anybody who can reach {self.host} could search this library: give a token, "
                "or say in so many words that this is meant"
            )
        if self.requests_at_once < 1 or self.uploads_at_once < 1 or self.max_body < 1024:
            raise ConfigError(f"got {self}, expected at least 1 request, 1 upload and bodies of 1024 bytes")

    @property
    def is_local(self) -> bool:
        """Only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def address(self) -> str:
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"
