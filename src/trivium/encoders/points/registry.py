"""The encoders that make one vector of a cloud, by name: what recipes choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from torch import nn

from trivium.encoders.points import pointnet2, uni3d
from trivium.encoders.points.openshape import PointPatchTransformer, PPATConfig
from trivium.encoders.points.pointbert import PointBERT, PointBERTConfig
from trivium.encoders.points.pointmlp import PointMLP, PointMLPConfig
from trivium.encoders.points.pointnext import PointNeXt, PointNeXtConfig
from trivium.encoders.points.pointtransformer import PointTransformer, PointTransformerConfig
from trivium.errors import ConfigError

ENCODERS: dict[str, tuple[Any, type[nn.Module]]] = {  # what settings change, and the network
    "openshape": (PPATConfig(), PointPatchTransformer),
    "pointbert": (PointBERTConfig(), PointBERT),
    "pointmlp": (PointMLPConfig(), PointMLP),
    "pointnet2": (pointnet2.SSG, pointnet2.PointNet2),
    "pointnext": (PointNeXtConfig(), PointNeXt),
    "pointtransformer": (PointTransformerConfig(), PointTransformer),
    "uni3d": (uni3d.SIZES["ti"], uni3d.Uni3D),
}


def build_encoder(name: str, settings: Mapping[str, Any], *, out_dim: int) -> nn.Module:
    """An encoder with first weights: clouds (B, N, ``channels_of``) to (B, out_dim).

    Args:
        settings: of its configuration; lists stand for tuples.

    Raises:
        ConfigError: no such encoder, or settings that it does not have.
    """
    if name not in ENCODERS:
        raise ConfigError(f"no point encoder '{name}'; there are: {', '.join(sorted(ENCODERS))}")
    config, network = ENCODERS[name]
    known = sorted({f.name for f in fields(config)} - {"out_dim"})
    if unknown := sorted(set(settings) - set(known)):
        raise ConfigError(f"{name} has no setting {', '.join(unknown)}; there are: {', '.join(known)}")
    try:
        return network(replace(config, **{k: _tuples(v) for k, v in settings.items()}, out_dim=out_dim))
    except (TypeError, ValueError, RuntimeError) as error:
        raise ConfigError(f"{name} cannot be built with {dict(settings)}: {error}") from error


def channels_of(encoder: nn.Module) -> int:
    """Columns of its clouds: 3 are positions, 6 colours as well, 9 normals as well."""
    own = getattr(encoder.config, "in_channels", 3)
    return 3 + own if isinstance(encoder, PointNeXt) else own  # its positions do not count


def _tuples(value: Any) -> Any:
    return tuple(_tuples(v) for v in value) if isinstance(value, list) else value
