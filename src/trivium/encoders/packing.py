"""Projections of query, key and value: some files keep them packed, others apart."""

from __future__ import annotations

from collections.abc import Mapping

import torch
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


def join_qkv(tensors: Mapping[str, Tensor], parts: tuple[str, str, str], packed: str) -> dict[str, Tensor]:
    """Joins ``...query.weight`` and ``.bias``, and those of the other ``parts``, into ``...packed``."""
    out = dict(tensors)
    for key in tensors:
        stem, _, kind = key.rpartition(".")
        if stem.endswith(f".{parts[0]}"):
            start = stem.removesuffix(parts[0])
            out[f"{start}{packed}.{kind}"] = torch.cat([out.pop(f"{start}{part}.{kind}") for part in parts])
    return out


def with_key_bias(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Makes one ``...qkv.bias`` of EVA's ``...q_bias`` and ``...v_bias``. Keys have none: zeros stand for it."""
    out = dict(tensors)
    for key, q in tensors.items():
        if key.endswith(".q_bias"):
            start = key.removesuffix("q_bias")
            out[f"{start}qkv.bias"] = torch.cat([out.pop(key), torch.zeros_like(q), out.pop(f"{start}v_bias")])
    return out
