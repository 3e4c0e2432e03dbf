"""Weights that a recipe has trained, as files: NAME.safetensors, and its configuration beside it as NAME.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from trivium.data.shards import replace_text
from trivium.models.checkpoints import STEP

SMALL = 4096  # numbers: below it, nothing is saved


def write_weights(folder: Path, name: str, tensors: Mapping[str, Tensor], about: Mapping[str, Any]) -> None:
    """What ``models.checkpoints`` reads with ``read_tensors`` and ``read_config``. Nobody ever sees half a file."""
    partial = folder / ".weights.part"
    save_file({k: v.detach().cpu().contiguous() for k, v in tensors.items()}, partial)
    partial.replace(folder / f"{name}.safetensors")
    replace_text(folder / f"{name}.json", json.dumps(about, default=str, indent=1) + "\n")


def in_bfloat16(networks: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    """The tensors of some networks, each under its name: what ``models.checkpoints.load_strictly`` reads."""
    return {f"{name}.{k}": v.bfloat16() for name, network in networks.items() for k, v in network.state_dict().items()}


def in_int8(networks: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    """The same in half of the space: each row of a large matrix in steps of a 127th of its largest number."""
    tensors: dict[str, Tensor] = {}
    for key, value in in_bfloat16(networks).items():
        if value.dim() < 2 or value.numel() < SMALL:
            tensors[key] = value
            continue
        rows = value.float().flatten(1)
        step = rows.abs().amax(1).clamp(min=1e-12) / 127
        tensors[key] = (rows / step[:, None]).round().to(torch.int8).view_as(value)
        tensors[key + STEP] = step
    return tensors
