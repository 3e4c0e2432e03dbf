"""The networks of released checkpoints: how each is built, and how the tensors of its file become ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn.modules.module import register_module_parameter_registration_hook

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
        """Parameters without memory, buffers as they are: drawing those of the largest towers takes half a minute."""
        handle = register_module_parameter_registration_hook(_without_memory)  # type: ignore[arg-type]
        try:
            return self.build()
        finally:
            handle.remove()


def _without_memory(_: nn.Module, __: str, parameter: nn.Parameter) -> nn.Parameter:
    return nn.Parameter(parameter.to("meta"), requires_grad=parameter.requires_grad)


def _assigned(module: nn.Module, tensors: Tensors) -> nn.Module:
    try:
        module.load_state_dict(tensors, strict=True, assign=True)
    except RuntimeError as error:
        raise WeightsError(f"this is not a checkpoint of {type(module).__name__}: {error}") from error
    return module.eval()


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
