"""A library over HTTP: REST under /v1, and the page. Adapters only: parse, call, show."""

from trivium.server.client import Client
from trivium.server.config import ServerConfig

__all__ = ["Client", "ServerConfig"]
