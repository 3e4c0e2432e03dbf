"""Every error that trivium raises on purpose.

TriviumError
├── LoadError               a file cannot become a shape or an image (has a stable ``code``)
├── ShapeError              arrays that do not fit together: got, expected, what to do
├── QueryError              an empty query, an unknown filter
├── LibraryError            a library that cannot be opened, or was made with another model
├── ConfigError             a key or value that a configuration cannot have
├── DatasetError            training data that cannot be read or written as a whole: layout, plan, index
├── WeightsError            model weights that are missing or do not fit
└── MissingDependencyError  an optional package is needed: names the extra that brings it
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Literal, get_args

LoadCode = Literal[
    "missing-file",  # no such file
    "unsupported-format",  # no reader for this extension
    "unreadable",  # truncated, garbage, or not what its extension says
    "limit-exceeded",  # more bytes, faces or pixels than the limits allow
    "timeout",  # the isolated reader took too long
    "reader-died",  # the isolated reader was killed or crashed
    "unsafe-path",  # the file points outside its own folder
    "unsafe-content",  # the file asks to run code while it is read
    "not-finite",  # NaN or infinite coordinates
    "no-geometry",  # neither faces nor points
    "zero-area",  # faces, but all of area zero
    "missing-dependency",  # an optional reader is not installed
]
LOAD_CODES: tuple[str, ...] = get_args(LoadCode)


class TriviumError(Exception):
    """Base of all errors raised on purpose."""


class LoadError(TriviumError):
    """A file cannot become a shape or an image. ``code`` is stable and stored in libraries."""

    def __init__(self, code: LoadCode, message: str) -> None:
        super().__init__(message)
        self.code: LoadCode = code

    def __reduce__(self) -> tuple[type[LoadError], tuple[LoadCode, str]]:
        return LoadError, (self.code, str(self))  # both arguments, so it crosses process borders


class ShapeError(TriviumError, ValueError):
    """Arrays that do not fit together."""


class QueryError(TriviumError, ValueError):
    """A search that cannot be run as asked."""


class LibraryError(TriviumError):
    """A library that cannot be opened or used."""


class ConfigError(TriviumError, ValueError):
    """A configuration with a key or value that it cannot have, or another one than the run that goes on."""


class DatasetError(TriviumError):
    """Training data that cannot be read or written as a whole."""


class WeightsError(TriviumError):
    """Model weights that are missing or do not fit the architecture."""


class MissingDependencyError(TriviumError, ImportError):
    """An optional package is needed."""


def require(module: str, extra: str) -> ModuleType:
    """Import an optional ``module``, or say which extra of trivium brings it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingDependencyError(
            f"{module.split('.')[0]} is needed here: pip install 'trivium[{extra}]'"
        ) from error
