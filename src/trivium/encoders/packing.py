"""Tensors of open_clip, timm and DINO files to those of ``transformers``: one projection each for query, key and value."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor


def split_qkv(tensors: Mapping[str, Tensor], packed: str) -> dict[str, Tensor]:
    """Splits ``...packed.weight`` and ``.bias`` into ``...q_proj``, ``k_proj`` and ``v_proj``."""
    out: dict[str, Tensor] = {}
    for key, value in tensors.items():
        stem, _, kind = key.rpartition(".")
        if stem.endswith(packed):
            for name, part in zip("qkv", value.chunk(3), strict=True):
                out[f"{stem.removesuffix(packed)}{name}_proj.{kind}"] = part
        else:
            out[key] = value
    return out
