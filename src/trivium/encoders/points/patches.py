"""A patch of points to one token: the mini-PointNet that Point-BERT and its heirs share."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

# Official names -> ours: (pattern, replacement) pairs for ``models.checkpoints.renamed``; None drops the tensor.
PATCH_KEYS = (
    (r"encoder\.first_conv\.(\d)\.", r"patch.local.\1."),
    (r"encoder\.second_conv\.(\d)\.", r"patch.both.\1."),
)


POINTS_AT_A_TIME = 2048


class ChannelNorm(nn.BatchNorm1d):
    """Batch norm over the last axis of (..., C)."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.reshape(-1, x.shape[-1])).view(x.shape)


class PatchPointNet(nn.Module):
    """Patches (B, G, M, in_channels) to tokens (B, G, out): two shared MLPs, each ended by a maximum over the points.

    Point-BERT (Yu et al. 2022), sec. 3.1. The second MLP sees each point beside the maximum of its patch.
    """

    def __init__(self, in_channels: int, out: int, *, hidden: tuple[int, int, int] = (128, 256, 512)) -> None:
        super().__init__()
        first, middle, last = hidden
        self.local = nn.Sequential(
            nn.Linear(in_channels, first), ChannelNorm(first), nn.ReLU(inplace=True), nn.Linear(first, middle)
        )
        self.both = nn.Sequential(
            nn.Linear(2 * middle, last), ChannelNorm(last), nn.ReLU(inplace=True), nn.Linear(last, out)
        )

    def forward(self, patches: Tensor) -> Tensor:
        return in_pieces(self._tokens, patches)

    def _tokens(self, patches: Tensor) -> Tensor:
        lift, entry, out = (cast(nn.Linear, layer) for layer in (self.local[-1], self.both[0], self.both[-1]))
        x = self.local[:-1](patches.to(self.dtype))
        whole = _largest(lift, x)
        for_whole, for_point = entry.weight.chunk(2, 1)
        # Nothing bends between ``lift`` and ``entry``: what both do to a point is one product, of half the size.
        y = linear(x, for_point @ lift.weight)
        y += linear(whole, for_whole, linear(lift.bias, for_point, entry.bias))[:, :, None]
        return _largest(out, self.both[1:-1](y))

    @property
    def dtype(self) -> torch.dtype:
        return next(self.parameters()).dtype


def _largest(layer: nn.Linear, x: Tensor) -> Tensor:
    """(B, G, out): the maximum over the points of ``layer``, whose bias can wait until there is one row a patch."""
    return linear(x, layer.weight).amax(2) + layer.bias


def in_pieces(tokens: Callable[..., Tensor], patches: Tensor, *beside: Tensor) -> Tensor:
    """``tokens`` of patches (B, G, M, ...), a few patches at a time: what is in between then stays in a CPU's cache.

    What stands ``beside`` them, (B, G, ...), is cut alike. Only where it is the same and pays off: without gradient,
    on a CPU. Batch norms must be in inference mode.
    """
    if patches.device.type != "cpu" or torch.is_grad_enabled():
        return tokens(patches, *beside)
    few = max(1, POINTS_AT_A_TIME // (len(patches) * patches.shape[2]))
    parts = zip(*(x.split(few, 1) for x in (patches, *beside)), strict=True)
    return torch.cat([tokens(*part) for part in parts], 1)


def fold_batch_norms(module: nn.Module) -> nn.Module:
    """Puts every ``ChannelNorm`` that follows a linear layer into that layer, in place; for inference only."""
    for child in module.modules():
        if not isinstance(child, nn.Sequential):
            continue
        layers = list(child)
        for i in range(len(layers) - 1):
            layer, norm = layers[i], layers[i + 1]
            if isinstance(layer, nn.Linear) and isinstance(norm, ChannelNorm):
                child[i], child[i + 1] = _folded(layer, norm), nn.Identity()
    return module


@torch.no_grad()
def _folded(layer: nn.Linear, norm: ChannelNorm) -> nn.Linear:
    assert norm.running_mean is not None and norm.running_var is not None
    factor = norm.weight / (norm.running_var + norm.eps).sqrt()
    folded = nn.Linear(layer.in_features, layer.out_features, device=layer.weight.device, dtype=layer.weight.dtype)
    bias = torch.zeros_like(norm.bias) if layer.bias is None else layer.bias
    folded.weight.copy_(layer.weight * factor[:, None])
    folded.bias.copy_((bias - norm.running_mean) * factor + norm.bias)
    return folded
