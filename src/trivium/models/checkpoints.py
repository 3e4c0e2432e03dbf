"""Weights on disk: safetensors with a JSON beside them, loaded strictly.

Released pickles are read in torch's safe mode, which builds tensors and plain values and runs nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import pickle
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from trivium.errors import WeightsError

CONVERSION = 1  # raise it when a network's tensors get other names or shapes: published files are then converted anew


def read_config(path: Path) -> dict[str, Any]:
    """The JSON beside a weights file.

    Raises:
        WeightsError: the file is missing or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WeightsError(f"no {path.name} in {path.parent}: weights need their configuration beside them") from error
    except ValueError as error:
        raise WeightsError(f"{path} is not valid JSON: {error}") from error


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a safetensors file.

    Raises:
        WeightsError: the file is missing, truncated or not safetensors.
    """
    if not path.is_file():
        raise WeightsError(f"no weights at {path}; train them with 'trivium train mini' or give weights=FILE")
    try:
        return load_file(path)
    except SafetensorError as error:
        raise WeightsError(f"{path} is not a readable safetensors file: {error}") from error


def load_strictly(module: nn.Module, tensors: dict[str, Tensor], prefix: str) -> None:
    """Fills ``module`` from the tensors under ``prefix.``: every key must be there, none may be left over.

    Raises:
        WeightsError: keys or shapes that do not fit.
    """
    mine = {k.removeprefix(f"{prefix}."): v for k, v in tensors.items() if k.startswith(f"{prefix}.")}
    try:
        module.load_state_dict(mine, strict=True)
    except RuntimeError as error:
        raise WeightsError(f"the weights do not fit the architecture of '{prefix}': {error}") from error


def read_official(path: Path, entries: Mapping[str, str]) -> dict[str, Tensor]:
    """The tensors of a released file, ``.safetensors`` or a pickle that holds nothing but tensors and plain values.

    Args:
        entries: which entries of the file hold tensors, and the prefix that theirs get: {"state_dict": ""}. The file
            itself, where none of them is in it. The prefix ``module.`` of parallel training is taken off.

    Raises:
        WeightsError: missing, truncated, not a checkpoint, or a pickle with code in it (which is never run).
    """
    found: dict[str, Any] = dict(read_tensors(path)) if path.suffix == ".safetensors" else _read_pickle(path)
    inner = {name: found[name] for name in entries if isinstance(found.get(name), Mapping)}
    parts = [(entries[name], tensors) for name, tensors in inner.items()] or [("", found)]
    out = {
        prefix + key.removeprefix("module."): value
        for prefix, tensors in parts
        for key, value in tensors.items()
        if isinstance(value, Tensor)
    }
    if not out:
        wanted = ", ".join(entries) or "tensors"
        raise WeightsError(f"{path} holds no weights: got entries {sorted(map(str, found))[:8]}, expected {wanted}")
    return out


@dataclass(frozen=True)
class Converted:
    """Tensors under our names, and what they were made from."""

    release: str  # the name of the row in the zoo
    sha256: str  # of the published file; of several, of their hashes
    tensors: dict[str, Tensor]


def converted(paths: Sequence[Path], make: Callable[[], tuple[str, dict[str, Tensor]]], folder: Path) -> Converted:
    """Published files under our names: what ``make`` gives, made once and kept as safetensors in ``folder``.

    A file that changes is converted anew.
    """
    stats = [(str(p.resolve()), p.stat().st_size, p.stat().st_mtime_ns) for p in paths]
    kept = folder / f"{hashlib.sha256(json.dumps([CONVERSION, stats]).encode()).hexdigest()[:24]}.safetensors"
    if not kept.is_file():
        release, tensors = make()
        hashes = [sha256(p) for p in paths]
        whole = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
        try:
            _write_whole(kept, tensors, {"release": release, "sha256": whole})
        except OSError as error:  # no space, or a folder that cannot be written: only the time is lost
            logging.getLogger(__name__).warning("%s is not kept converted: %s", paths[0], error)
            return Converted(release, whole, tensors)
    with safe_open(kept, "pt") as file:
        said = file.metadata()
    return Converted(said["release"], said["sha256"], read_tensors(kept))


def _write_whole(path: Path, tensors: Mapping[str, Tensor], metadata: dict[str, str]) -> None:
    """All or nothing: a process that is killed leaves no half file under the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.partial")
    try:
        save_file({k: v.detach().clone().contiguous() for k, v in tensors.items()}, partial, metadata)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _read_pickle(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise WeightsError(f"no weights at {path}")
    try:
        with warnings.catch_warnings(), torch.serialization.safe_globals(_harmless()):
            warnings.filterwarnings("ignore", "Detected pickle protocol", UserWarning)  # refused below if it matters
            found = torch.load(path, map_location="cpu", weights_only=True, mmap=_is_zip(path))  # noqa: TID251 (safe mode)
    except pickle.UnpicklingError as error:
        raise WeightsError(
            f"{path} is not a file of plain tensors, and what else it holds may be code, which is not run: "
            f"save its state_dict as .safetensors with the software that made it ({str(error).splitlines()[0]})"
        ) from error
    except (RuntimeError, EOFError, OSError, ValueError, KeyError) as error:
        raise WeightsError(f"{path} is truncated or not a checkpoint: {error}") from error
    if not isinstance(found, dict):
        raise WeightsError(f"{path} holds a {type(found).__name__}, expected a dictionary of tensors")
    return found


def _harmless() -> list[Any]:
    """What released files hold beside tensors and may be built: the options of a run, and numbers of numpy."""
    scalar = np._core.multiarray.scalar  # type: ignore[attr-defined]
    kinds = [type(np.dtype(kind)) for kind in ("f2", "f4", "f8", "i4", "i8", "u1", "?")]
    return [argparse.Namespace, (scalar, "numpy.core.multiarray.scalar"), scalar, np.dtype, *kinds]


def _is_zip(path: Path) -> bool:
    """Files of torch 1.6 and newer are; only they can be mapped into memory."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


RenameTable = Sequence[tuple[str, str | None]]


def renamed(tensors: Mapping[str, Tensor], table: RenameTable) -> dict[str, Tensor]:
    """Tensors under our names. The first pattern that matches the start of a key decides; None drops the tensor.

    Raises:
        WeightsError: a key that the table does not know: this is the checkpoint of something else.
    """
    out, unknown = {}, []
    for key, value in tensors.items():
        for pattern, replacement in table:
            if match := re.match(pattern, key):
                if replacement is not None:
                    out[match.expand(replacement) + key[match.end() :]] = value
                break
        else:
            unknown.append(key)
    if unknown:
        raise WeightsError(f"{len(unknown)} unknown tensors, first of them: {', '.join(sorted(unknown)[:5])}")
    return out


def fitted(tensors: Mapping[str, Tensor], module: nn.Module) -> dict[str, Tensor]:
    """Tensors whose shapes differ from the module's only by axes of length 1, such as 1x1 convolutions, reshaped to it."""
    wanted = {k: v.shape for k, v in module.state_dict().items()}

    def fit(key: str, value: Tensor) -> Tensor:
        shape = wanted.get(key, value.shape)
        same = [n for n in value.shape if n != 1] == [n for n in shape if n != 1]
        return value.reshape(shape) if same else value

    return {k: fit(k, v) for k, v in tensors.items()}


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def inference_dtype() -> torch.dtype:
    """bfloat16 where the processor multiplies it natively (2 to 3.6 times faster), else float32."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return torch.float32
    return torch.bfloat16 if "amx_bf16" in flags or "avx512_bf16" in flags else torch.float32
