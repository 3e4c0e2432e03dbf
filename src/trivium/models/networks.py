"""The networks of released checkpoints: how each is built, and how the tensors of its file become ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from trivium.encoders.points import dvae, pointmlp, pointnext, vecset
from trivium.errors import WeightsError
from trivium.models.checkpoints import fitted, renamed

Tensors = Mapping[str, Tensor]


@dataclass(frozen=True)
class Network:
    """``convert`` takes the tensors of a published file, wrapping prefixes removed, to those of ``build()``."""

    build: Callable[[], nn.Module]
    convert: Callable[[Tensors], dict[str, Tensor]]

    def filled(self, tensors: Tensors) -> nn.Module:
        """The network with the tensors of a published file in it, ready for use.

        Raises:
            WeightsError: tensors that are unknown, missing or of another shape.
        """
        module = self._empty()
        try:
            return _assigned(module, fitted(self.convert(tensors), module))
        except KeyError as error:
            raise WeightsError(f"this is not a checkpoint of {type(module).__name__}: {error} is missing") from error

    def refilled(self, tensors: Tensors) -> nn.Module:
        """The network with its own ``state_dict`` in it."""
        return _assigned(self._empty(), tensors)

    def _empty(self) -> nn.Module:
        with _NoRandomNumbers():
            return self.build()


def _assigned(module: nn.Module, tensors: Tensors) -> nn.Module:
    try:
        module.load_state_dict(tensors, strict=True, assign=True)
    except RuntimeError as error:
        raise WeightsError(f"this is not a checkpoint of {type(module).__name__}: {error}") from error
    return module.eval()


class _NoRandomNumbers(TorchFunctionMode):
    """Leaves parameters as they were allocated: those of the largest towers take half a minute to draw, for nothing."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func in (Tensor.normal_, Tensor.uniform_):
            return args[0]
        return func(*args, **(kwargs or {}))


def below(prefix: str, tensors: Tensors) -> dict[str, Tensor]:
    """The tensors whose names start with ``prefix``, without it."""
    return {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}


def unwrapped(prefix: str, tensors: Tensors) -> Tensors:
    """``below``, or all tensors where none has the prefix: files that somebody saved again often lack it."""
    return below(prefix, tensors) or tensors


def pointmlp_network(config: pointmlp.PointMLPConfig) -> Network:
    return Network(lambda: pointmlp.PointMLP(config), lambda t: renamed(t, pointmlp.OFFICIAL_KEYS))


def pointnext_network(config: pointnext.PointNeXtConfig) -> Network:
    return Network(lambda: pointnext.PointNeXt(config), lambda t: renamed(t, pointnext.OFFICIAL_KEYS))


def tokenizer_network(config: dvae.DVAEConfig) -> Network:
    return Network(lambda: dvae.PointTokenizer(config), lambda t: renamed(t, dvae.OFFICIAL_KEYS))


def vecset_network(config: vecset.VecSetConfig) -> Network:
    return Network(
        lambda: vecset.VecSet(config), lambda t: renamed(renamed(t, vecset.OFFICIAL_KEYS), vecset.INNER_KEYS)
    )
