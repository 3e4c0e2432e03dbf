"""The networks of released checkpoints: how each is built, and how the tensors of its file become ours."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn.modules.module import register_module_parameter_registration_hook

from trivium.encoders.points import dvae, pointmlp, pointnext, vecset
from trivium.errors import WeightsError
from trivium.models.checkpoints import filled_strictly, fitted, renamed

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
        kind = type(module).__name__
        try:
            ours = fitted(self.convert(tensors), module)
        except KeyError as error:
            raise WeightsError(f"this is not a checkpoint of {kind}: {error} is missing") from error
        except (RuntimeError, IndexError, ValueError) as error:
            raise WeightsError(f"this is not a checkpoint of {kind}: a tensor has another shape ({error})") from error
        return filled_strictly(module, ours, kind)

    def refilled(self, tensors: Tensors) -> nn.Module:
        """The network with its own ``state_dict`` in it."""
        module = self._empty()
        return filled_strictly(module, tensors, type(module).__name__)

    def _empty(self) -> nn.Module:
        """Parameters without memory, buffers as they are: drawing those of the largest towers takes half a minute."""
        _building.now = True
        try:
            return self.build()
        finally:
            _building.now = False


class _Building(threading.local):
    now = False


_building = _Building()


def _without_memory(_: nn.Module, __: str, parameter: nn.Parameter) -> nn.Parameter | None:
    """Only in the thread that builds: the hook sees the modules of the whole process."""
    if not _building.now:
        return None
    return nn.Parameter(parameter.to("meta"), requires_grad=parameter.requires_grad)


register_module_parameter_registration_hook(_without_memory)  # type: ignore[arg-type]


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
