"""Contrastive losses: pure functions of unit rows."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, log_softmax


def temperature(value: float) -> nn.Parameter:
    """A learnable temperature, as the logarithm of its inverse."""
    return nn.Parameter(torch.tensor(math.log(1 / value)))


def inverse(temperature: Tensor) -> Tensor:
    """The factor of the logits: at most 100, as CLIP has it (Radford et al. 2021, sec. 2.5)."""
    return temperature.clamp(max=math.log(100)).exp()


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


def naming_loss(rows: Tensor, words: Tensor, true: Tensor, scale: Tensor | float) -> Tensor:
    """Cross-entropy of rows over a vocabulary of which several words may be true, shared evenly among them.

    Args:
        rows, words: (B, D), (W, D) unit rows.
        true: (B, W) which words are true of which row; a row without any does not count, and zero is the loss of none.
    """
    weights = true.to(rows.dtype)
    likely = (log_softmax(scale * rows @ words.T, 1) * weights).sum(1) / weights.sum(1).clamp(min=1)
    return -likely.sum() / true.any(1).sum().clamp(min=1)
