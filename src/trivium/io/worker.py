"""The isolated reader: risky formats are parsed in a child process with limited time and memory.

Parent: ``read_isolated(path, limits)``. Child: ``python -m trivium.io.worker PATH RESULT LIMITS``, which writes the
shape as plain arrays (npz without pickles) or the code of its LoadError. A fresh process for each file costs about
a second; in return it needs no ``if __name__ == "__main__"`` in user scripts and works inside daemonic pool workers.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from trivium.errors import LoadError
from trivium.geometry import Mesh, PointCloud, Shape, Surface
from trivium.io.limits import Limits

_ARRAYS = (
    "vertices",
    "faces",
    "texture",
    "uv",
    "vertex_colors",
    "face_colors",
    "transforms",  # of a Surface
    "points",
    "colors",
    "normals",  # of a PointCloud
)
_STARTUP_SECONDS = 30.0  # imports on a busy machine do not count as reading


def read_isolated(path: Path, limits: Limits) -> Shape:
    """``reading.read_shape`` in a child process that is killed when it takes too long or too much.

    Raises:
        LoadError: what the child found wrong with the file, or timeout, or reader-died.
    """
    with tempfile.TemporaryDirectory(prefix="trivium-read-") as folder:
        result, log = Path(folder) / "shape.npz", Path(folder) / "log.txt"
        arguments = [str(path.resolve()), str(result), json.dumps(asdict(limits))]
        try:
            with log.open("wb") as errors:
                code = subprocess.run(
                    [sys.executable, "-P", "-m", "trivium.io.worker", *arguments],
                    env=_environment(folder),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    timeout=limits.max_seconds + _STARTUP_SECONDS,
                    check=False,
                ).returncode
        except subprocess.TimeoutExpired as error:
            raise _too_slow(path, limits) from error
        if code == 0:
            return _unpack(path, result)
        if code == -signal.SIGALRM:
            raise _too_slow(path, limits)
        why = f"signal {-code}" if code < 0 else f"exit {code}"
        last = log.read_text(errors="replace").strip().rsplit("\n", 1)[-1][:300]
        raise LoadError("reader-died", f"the reader of {path.name} died ({why}) {last}".rstrip())


def _too_slow(path: Path, limits: Limits) -> LoadError:
    return LoadError(
        "timeout",
        f"reading {path.name} took longer than {limits.max_seconds:g} s: simplify the file or raise Limits.max_seconds",
    )


def _environment(folder: str) -> dict[str, str]:
    package = str(Path(__file__).resolve().parents[2])  # also importable where it was not installed
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    threads = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}  # their stacks count as memory
    return {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(paths), "TMPDIR": folder}


def _pack(shape: Shape, file: Path) -> None:
    meta: dict[str, Any] = {"name": shape.name}
    owners: tuple[Surface | PointCloud, ...] = (shape,) if isinstance(shape, PointCloud) else shape.surfaces
    if isinstance(shape, Mesh):
        meta["surfaces"] = [{"name": s.name, "color": s.color} for s in shape.surfaces]
    arrays = {f"{i}.{n}": v for i, o in enumerate(owners) for n in _ARRAYS if (v := getattr(o, n, None)) is not None}
    np.savez(file, meta=np.array(json.dumps(meta)), **arrays)


def _unpack(path: Path, file: Path) -> Shape:
    with np.load(file, allow_pickle=False) as stored:
        arrays = {key: stored[key] for key in stored.files}
    meta = json.loads(str(arrays.pop("meta")))
    if "code" in meta:
        raise LoadError(meta["code"], meta["message"])
    fields: list[dict[str, Any]] = [{} for _ in meta.get("surfaces", [meta])]
    for key, value in arrays.items():
        index, name = key.split(".")
        fields[int(index)][name] = value
    if "surfaces" not in meta:
        return PointCloud(**fields[0], name=meta["name"])
    surfaces = (
        Surface(**f, name=m["name"], color=None if m["color"] is None else tuple(m["color"]))
        for f, m in zip(fields, meta["surfaces"], strict=True)
    )
    return Mesh(tuple(surfaces), meta["name"])


def _confine(limits: Limits) -> None:
    """From here on this process dies by itself when it takes too long, and fails to allocate too much."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.max_seconds)
    if sys.platform == "linux":  # macOS does not enforce an address space limit
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.max_memory, limits.max_memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main(path: str, result: str, limits_json: str) -> None:
    from trivium.io.reading import read_shape  # imported before the clock starts

    limits = Limits(**json.loads(limits_json))
    _confine(limits)
    try:
        _pack(read_shape(Path(path), limits), Path(result))
    except LoadError as error:
        np.savez(result, meta=np.array(json.dumps({"code": error.code, "message": str(error)})))


if __name__ == "__main__":
    _main(*sys.argv[1:])
