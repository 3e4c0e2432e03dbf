"""Contrastive losses: pure functions of unit rows."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, log_softmax


def info_nce(a: Tensor, b: Tensor, scale: Tensor | float) -> Tensor:
    """Symmetric InfoNCE (van den Oord et al. 2018; FusionBERT eq. 8-9): row i of ``a`` belongs to row i of ``b``.

    Args:
        a, b: (B, D) unit rows.
        scale: inverse temperature.
    """
    logits = scale * a @ b.T
    target = torch.arange(len(a), device=a.device)
    return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2


def labelled_nce(a: Tensor, b: Tensor, same: Tensor, scale: Tensor | float) -> Tensor:
    """InfoNCE with several right answers: the mean log-likelihood of all that are the same (Khosla et al. 2020).

    Args:
        a, b: (B, D), (C, D) unit rows.
        same: (B, C) true where row and column belong together; each row and column needs at least one.
    """
    logits = scale * a @ b.T

    def one_way(rows: Tensor, positive: Tensor) -> Tensor:
        return -((log_softmax(rows, 1) * positive).sum(1) / positive.sum(1)).mean()

    weights = same.to(logits.dtype)
    return (one_way(logits, weights) + one_way(logits.T, weights.T)) / 2
