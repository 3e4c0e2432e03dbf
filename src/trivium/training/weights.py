"""Weights that a recipe has trained, as files: NAME.safetensors, and its configuration beside it as NAME.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from safetensors.torch import save_file
from torch import Tensor, nn

from trivium.data.shards import replace_text


def write_weights(folder: Path, name: str, tensors: Mapping[str, Tensor], about: Mapping[str, Any]) -> None:
    """What ``models.checkpoints`` reads with ``read_tensors`` and ``read_config``. Nobody ever sees half a file."""
    partial = folder / ".weights.part"
    save_file({k: v.detach().cpu().contiguous() for k, v in tensors.items()}, partial)
    partial.replace(folder / f"{name}.safetensors")
    replace_text(folder / f"{name}.json", json.dumps(about, default=str, indent=1) + "\n")


def in_bfloat16(networks: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    """The tensors of some networks, each under its name: what ``models.checkpoints.load_strictly`` reads."""
    return {f"{name}.{k}": v.bfloat16() for name, network in networks.items() for k, v in network.state_dict().items()}
