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
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from trivium.errors import WeightsError

STEP = ".int8-step"  # ends the name of the steps (rows,) of a matrix that is stored in bytes
CONVERSION = 1  # raise it when a network's tensors get other names or shapes: published files are then converted anew


def read_config(path: Path) -> dict[str, Any]:
    """The JSON beside a weights file.

    Raises:
        WeightsError: the file is missing or is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise WeightsError(f"no {path.name} in {path.parent}: weights need their configuration beside them") from error
    except ValueError as error:
        raise WeightsError(f"{path} is not valid JSON: {error}") from error


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a safetensors file.

    Raises:
        WeightsError: the file is missing, truncated or not safetensors.
    """
    if not path.is_file():
        raise WeightsError(f"no weights at {path}")
    try:
        found = load_file(path)
    except SafetensorError as error:
        raise WeightsError(f"{path} is not a readable safetensors file: {error}") from error
    for key in [k for k in found if k.endswith(STEP)]:  # stored in bytes, by ``training.weights.in_int8``
        step, rows = found.pop(key), found[key.removesuffix(STEP)]
        found[key.removesuffix(STEP)] = (rows.flatten(1) * step[:, None]).view_as(rows)
    return found


def fingerprint(name: str, preprocessing: object, config: object, files: Sequence[Path]) -> str:
    """A short name of all that features depend on: rows of one fingerprint may be compared."""
    identity = [name, str(preprocessing), repr(config), *(sha256(file) for file in files)]
    return hashlib.sha256("|".join(identity).encode()).hexdigest()[:16]


def tuples(value: Any) -> Any:
    """Lists, within lists too, as tuples: JSON knows no others."""
    return tuple(tuples(v) for v in value) if isinstance(value, list) else value


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
    kind = _kind(path)
    found: dict[str, Any] = dict(read_tensors(path)) if kind == "safetensors" else _read_pickle(path)
    inner = {name: found[name] for name in entries if isinstance(found.get(name), Mapping)}
    parts = [(entries[name], tensors) for name, tensors in inner.items()] or [("", found)]
    out: dict[str, Tensor] = {}
    for prefix, tensors in parts:
        for key, value in tensors.items():
            if not isinstance(value, Tensor):
                continue
            name = prefix + str(key).removeprefix("module.")
            if name in out or value.layout != torch.strided:
                why = "is in it twice" if name in out else "is sparse"
                raise WeightsError(f"{path} cannot be read: the tensor '{name}' {why}")
            out[name] = value
    if not out:
        wanted = ", ".join(entries) or "tensors"
        raise WeightsError(f"{path} holds no weights: got entries {sorted(map(str, found))[:8]}, expected {wanted}")
    return out


def _kind(path: Path) -> Literal["safetensors", "pickle"]:
    """By the first bytes; the suffix may say anything.

    Raises:
        WeightsError: neither: a page of a web site, a pointer to a file, nothing at all.
    """
    if not path.is_file():
        what = "it is a folder" if path.is_dir() else "there is no such file"
        raise WeightsError(f"no weights at {path}: {what}")
    with path.open("rb") as file:
        start = file.read(64)
    if start[8:9] == b"{":
        return "safetensors"
    if start[:4] == b"PK\x03\x04" or start[:1] == b"\x80":
        return "pickle"
    if start.lstrip()[:1] == b"<":
        what = "a web page: the site asked something before it would give the file"
    elif start.startswith(b"version https://git-lfs"):
        what = "a pointer of git-lfs: fetch the file itself with 'git lfs pull'"
    else:
        what = "truncated or not a checkpoint" if start else "empty"
    raise WeightsError(f"{path} is {what}")


@dataclass(frozen=True)
class Converted:
    """Tensors under our names, and what they were made from."""

    release: str  # the name of the row in the zoo
    sha256: str  # of the published file; of several, of their hashes
    tensors: dict[str, Tensor]


def converted(
    paths: Sequence[Path], make: Callable[[], tuple[str, dict[str, Tensor]]], folder: Path, *, what: str
) -> Converted:
    """Published files under our names: what ``make`` gives, made once and kept as safetensors in ``folder``.

    A file that changes is converted anew, and so is a conversion that was damaged.

    Args:
        what: is made of the files; one file may hold a network for shapes and towers.

    Raises:
        WeightsError: numbers in the files that are not finite.
    """
    stats = [(str(p.resolve()), s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for p in paths for s in [p.stat()]]
    key = hashlib.sha256(json.dumps([CONVERSION, what, stats]).encode()).hexdigest()[:24]
    kept = folder / f"{key}.safetensors"
    if (found := _kept(kept)) is not None:
        return found
    hashes = [sha256(p) for p in paths]
    whole = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
    release, tensors = make()
    if bad := [k for k, v in tensors.items() if v.is_floating_point() and not bool(v.isfinite().all())]:
        raise WeightsError(
            f"{paths[0]} has numbers that are NaN or infinite, first of them in {bad[0]}: fetch it again"
        )
    tensors = {k: _own(v) for k, v in tensors.items()}
    try:
        _write_whole(kept, tensors, {"release": release, "sha256": whole})
    except (OSError, SafetensorError) as error:  # no space, or a folder that cannot be written: only time is lost
        logging.getLogger(__name__).warning("%s is not kept converted: %s", paths[0], error)
    return _kept(kept) or Converted(release, whole, tensors)  # read back: rows then never depend on who converted


def _kept(path: Path) -> Converted | None:
    """None where there is nothing, or nothing that can be read."""
    if not path.is_file():
        return None
    try:
        with safe_open(path, "pt") as file:
            said = file.metadata()
        return Converted(said["release"], said["sha256"], load_file(path))
    except (SafetensorError, OSError, KeyError, TypeError):
        return None


def _write_whole(path: Path, tensors: Mapping[str, Tensor], metadata: dict[str, str]) -> None:
    """All or nothing: a process that is killed leaves no half file under the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".partial", dir=path.parent)
    partial = Path(name)
    try:
        save_file(dict(tensors), partial, metadata)
        os.fsync(handle)
        partial.replace(path)
    finally:
        os.close(handle)
        partial.unlink(missing_ok=True)


def _own(tensor: Tensor) -> Tensor:
    """The tensor in memory of its own: safetensors refuses views of another."""
    shared = tensor.untyped_storage().nbytes() != tensor.numel() * tensor.element_size()
    return tensor.detach().clone().contiguous() if shared or not tensor.is_contiguous() else tensor.detach()


def _read_pickle(path: Path) -> dict[str, Any]:
    try:
        with warnings.catch_warnings(), torch.serialization.safe_globals(_harmless()):
            warnings.filterwarnings("ignore", "Detected pickle protocol", UserWarning)  # refused below if it matters
            found = torch.load(path, map_location="cpu", weights_only=True, mmap=_is_zip(path))  # noqa: TID251 (safe mode)
    except pickle.UnpicklingError as error:
        refused = re.search(r"GLOBAL (\S+)", str(error))
        holds = f"a {refused[1]}" if refused else "something else"
        raise WeightsError(
            f"{path} is not a file of plain tensors: it holds {holds}, which may be code and is not run. "
            "Save its state_dict as .safetensors with the software that made it"
        ) from error
    except (RuntimeError, EOFError, OSError, ValueError, KeyError, IndexError, AttributeError) as error:
        script = " TorchScript archives are not read: save its state_dict." if "TorchScript" in str(error) else ""
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise WeightsError(f"{path} is truncated or not a checkpoint.{script} ({reason})") from error
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


def filled_strictly(module: nn.Module, tensors: Mapping[str, Tensor], kind: str) -> nn.Module:
    """``module`` with these tensors for its own: none may be missing, left over or of another shape.

    Raises:
        WeightsError: says how many do not fit, and which first; ``kind`` says what was expected.
    """
    wanted = {k: tuple(v.shape) for k, v in module.state_dict().items()}
    missing = sorted(k for k in wanted.keys() - tensors.keys() if not k.endswith("num_batches_tracked"))
    left = sorted(tensors.keys() - wanted.keys())
    other = [k for k in sorted(wanted.keys() & tensors.keys()) if tuple(tensors[k].shape) != wanted[k]]
    if missing or left or other:
        told = [
            f"{len(names)} {what} ({', '.join(names[:3])})"
            for names, what in ((missing, "missing"), (left, "unknown"))
            if names
        ]
        if other:
            got = f"{other[0]}: got {tuple(tensors[other[0]].shape)}, expected {wanted[other[0]]}"
            told.append(f"{len(other)} of other shapes ({got})")
        raise WeightsError(f"this is not a checkpoint of {kind}: of its {len(wanted)} tensors, {'; '.join(told)}")
    module.load_state_dict(tensors, strict=True, assign=True)
    return module.eval()


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
