"""Deep visual prompts (Jia et al. 2022), as CG3D tunes an image tower with them (eq. 8)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from trivium.encoders.images.slip import SLIPImages
from trivium.encoders.images.vit import ViT


class DeepPrompts(nn.Module):
    """A tower with learned tokens behind its class token, or before its patches where it has none.

    They are put in before the first layer and replaced before each other. A tower that reads its class token alone keeps them to
    the end; behind the last layer of one that means its tokens they are taken out. The tower's own parameters stay as they
    are. Pictures (B, 3, H, W) to what the tower makes of them, (B, out_dim).
    """

    def __init__(self, tower: SLIPImages | ViT, *, count: int = 5) -> None:
        super().__init__()
        self.tower, self.out_dim, self.count = tower, tower.out_dim, count
        self.prompts = nn.Parameter(torch.randn(len(tower.layers), count, tower.config.width) * 0.02)
        for number, layer in enumerate(tower.layers):
            layer.register_forward_pre_hook(self._prompting(number), with_kwargs=True)
        if not tower.class_tokens:
            tower.layers[-1].register_forward_hook(lambda module, args, out: self._without(out))

    def tokens(self, images: Tensor) -> Tensor:
        """(B, T, width): the class token, the prompts and the patches, normed; without class token, the patches."""
        return self.tower.tokens(images)

    def forward(self, images: Tensor) -> Tensor:
        return self.tower(images)

    def _prompting(self, number: int) -> Any:
        def hook(module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            x, *rest = args
            x = x if number == 0 else self._without(x)
            before, prompts = self.tower.class_tokens, self.prompts[number].expand(len(x), -1, -1)
            return (torch.cat([x[:, :before], prompts.to(x.dtype), x[:, before:]], 1), *rest), kwargs

        return hook

    def _without(self, x: Tensor) -> Tensor:
        before = self.tower.class_tokens
        return torch.cat([x[:, :before], x[:, before + self.count :]], 1)


def prompted(images: nn.Module, count: int) -> nn.Module:
    """A tower, or a tower and its projection (``models.towers.SLIP``), with prompts in it.

    Raises:
        TypeError: no tower that can be prompted.
    """
    if isinstance(images, nn.Sequential):
        tower, *behind = images
        return nn.Sequential(prompted(tower, count), *behind)
    if not isinstance(images, (SLIPImages, ViT)):
        raise TypeError(f"got a {type(images).__name__}, expected one of: SLIPImages, ViT")
    return DeepPrompts(images, count=count)
