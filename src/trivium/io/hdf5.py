"""Arrays of HDF5 files, read without following anything that leads out of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trivium.errors import LoadError, require
from trivium.io.limits import Limits, check_bytes

_NUMBERS = "biuf"


def read_hdf5(path: str | Path, names: Sequence[str], *, limits: Limits | None = None) -> dict[str, NDArray[Any]]:
    """The arrays called ``names`` at the top of a file; those that it lacks are left out.

    Raises:
        LoadError: missing-file, limit-exceeded, unreadable; unsafe-path if an array lies in another file.
        MissingDependencyError: without h5py.
    """
    h5py, path, limits = require("h5py", "train"), Path(path), limits or Limits()
    check_bytes(path, limits)
    try:
        with h5py.File(path, "r") as file:
            return {name: _array(h5py, file, name, path, limits) for name in names if name in file.keys()}
    except LoadError:
        raise
    except Exception as error:  # the library raises OSError, KeyError, RuntimeError ... on damaged files
        raise LoadError("unreadable", f"{path.name} is no HDF5 file, or is damaged: {error}") from error


def _array(h5py: Any, file: Any, name: str, path: Path, limits: Limits) -> NDArray[Any]:
    if not isinstance(file.get(name, getlink=True), h5py.HardLink):
        raise LoadError("unsafe-path", f"'{name}' of {path.name} is a link to somewhere else: store the array itself")
    found = file[name]
    if not isinstance(found, h5py.Dataset) or found.dtype.kind not in _NUMBERS:
        raise LoadError("unreadable", f"'{name}' of {path.name} is no array of numbers")
    if found.is_virtual or found.external:
        raise LoadError("unsafe-path", f"'{name}' of {path.name} lies in another file: store the array itself")
    size = math.prod(found.shape) * found.dtype.itemsize  # a few compressed bytes may claim any number
    if size > limits.max_bytes:
        raise LoadError(
            "limit-exceeded", f"'{name}' of {path.name} unpacks to {size:,} bytes, at most {limits.max_bytes:,}"
        )
    return np.asarray(found[()])
