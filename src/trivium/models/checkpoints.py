"""Weights on disk: safetensors with a JSON beside them, loaded strictly. Nothing here unpickles."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from trivium.errors import WeightsError


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
    from safetensors import SafetensorError
    from safetensors.torch import load_file

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
