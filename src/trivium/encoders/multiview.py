"""Multi-view attention (DuoduoCLIP, Lee et al. 2025): the later layers of an image tower see all views of an object."""

from __future__ import annotations

from typing import Any

from torch import Tensor, nn

from trivium.encoders.images.clip import CLIPImages


class MultiView(nn.Module):
    """A tower whose layers from ``first`` on attend across views. Adds no parameter and changes none.

    Views (B, F, 3, H, W) to one vector (B, out_dim): the mean of the views' class tokens, projected.
    """

    def __init__(self, tower: CLIPImages, *, first: int) -> None:
        super().__init__()
        self.tower, self.out_dim = tower, tower.out_dim
        self.views = 1
        for layer in tower.layers[first:]:
            attention = tower.attention(layer)
            attention.register_forward_pre_hook(self._together, with_kwargs=True)
            attention.register_forward_hook(self._apart)

    def forward(self, views: Tensor) -> Tensor:
        b, f = views.shape[:2]
        self.views = f
        try:
            pooled = self.tower.pooled(views.flatten(0, 1))
        finally:
            self.views = 1
        return self.tower.net.visual_projection(pooled.view(b, f, -1).mean(1))

    def _together(self, module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """(B F, T, C) to (B, F T, C): attention does not care about the order of tokens."""
        x = kwargs["hidden_states"]
        return args, kwargs | {"hidden_states": x.reshape(-1, self.views * x.shape[1], x.shape[2])}

    def _apart(self, module: nn.Module, args: tuple[Any, ...], result: tuple[Tensor, Any]) -> Any:
        x, weights = result
        return x.reshape(x.shape[0] * self.views, -1, x.shape[2]), weights
