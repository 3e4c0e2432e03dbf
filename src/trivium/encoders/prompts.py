"""Deep visual prompts (Jia et al. 2022), as CG3D tunes SLIP's image tower with them."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from trivium.encoders.images.slip import SLIPImages


class DeepPrompts(nn.Module):
    """A tower with learned tokens behind its class token: put in before the first layer, replaced before each other.

    The tower's own parameters stay as they are. Pictures (B, 3, H, W) to the class token (B, width).
    """

    def __init__(self, tower: SLIPImages, *, count: int = 5) -> None:
        super().__init__()
        self.tower, self.out_dim = tower, tower.out_dim
        self.prompts = nn.Parameter(torch.randn(len(tower.layers), count, tower.config.width) * 0.02)
        for number, layer in enumerate(tower.layers):
            layer.register_forward_pre_hook(self._prompting(number), with_kwargs=True)

    def tokens(self, images: Tensor) -> Tensor:
        """(B, 1 + count + patches, width), normed."""
        return self.tower.tokens(images)

    def forward(self, images: Tensor) -> Tensor:
        return self.tower(images)

    def _prompting(self, number: int) -> Any:
        def hook(module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            x, *rest = args
            prompts = self.prompts[number].expand(len(x), -1, -1)
            behind = x[:, 1:] if number == 0 else x[:, 1 + prompts.shape[1] :]
            return (torch.cat([x[:, :1], prompts, behind], 1), *rest), kwargs

        return hook
