"""A supervised classifier of shapes: a point encoder and a linear layer, as ``trivium finetune`` trains it (CG3D, sec. 3.4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from trivium.encoders.points import build_encoder, channels_of
from trivium.errors import ConfigError, WeightsError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_shape
from trivium.models import checkpoints
from trivium.models.cg3d import CHANNELS
from trivium.models.preprocess import InputSpec, prepare_shape

NAME = "classifier"


@dataclass(frozen=True, kw_only=True)
class ClassifierConfig:
    """Architecture and conventions of one set of weights; stored as JSON beside them."""

    names: tuple[str, ...]  # of the classes, in the order of the outputs
    encoder: str  # a name of ``encoders.points.ENCODERS``
    dim: int  # of what the encoder makes of a cloud
    settings: dict[str, Any] = field(default_factory=dict)
    num_points: int = 1024
    color_fill: float = 0.6

    def __post_init__(self) -> None:
        if len(set(self.names)) != len(self.names) or len(self.names) < 2:
            raise ConfigError(f"got the classes {list(self.names)}, expected two or more, all different")


class ClassifierNetwork(nn.Module):
    """Clouds (B, N, C) to logits (B, classes)."""

    def __init__(self, config: ClassifierConfig) -> None:
        super().__init__()
        self.points = build_encoder(config.encoder, config.settings, out_dim=config.dim)
        self.head = nn.Sequential(nn.LayerNorm(config.dim), nn.Linear(config.dim, len(config.names)))

    def forward(self, clouds: Tensor) -> Tensor:
        return self.head(self.points(clouds).float())


class ShapeClassifier:
    """Shapes to probabilities of the classes that it was trained on. Built by ``load_classifier``."""

    def __init__(self, config: ClassifierConfig, network: ClassifierNetwork) -> None:
        self.config, self.names, self.network = config, config.names, network.eval()
        self.input = InputSpec(
            ring_views=0, num_points=config.num_points, color_fill=config.color_fill,
            channels=CHANNELS[: channels_of(network.points) // 3],
        )  # fmt: skip

    @torch.inference_mode()
    def probabilities(self, shapes: Sequence[str | Path | Mesh | PointCloud]) -> NDArray[np.float32]:
        """(N, classes), each row with the sum 1.

        Raises:
            LoadError: a file that cannot be read.
            ShapeError: a shape that has too few points, or none that are finite.
        """
        rows = [self._logits(load_shape(s) if isinstance(s, (str, Path)) else s).softmax(0) for s in shapes]
        return torch.stack(rows).numpy() if rows else np.zeros((0, len(self.names)), np.float32)

    def classify(self, shape: str | Path | Mesh | PointCloud, *, top_k: int = 5) -> list[tuple[str, float]]:
        """The ``top_k`` best classes with their probabilities, best first."""
        row = self.probabilities([shape])[0]
        return [(self.names[i], float(row[i])) for i in np.argsort(-row, kind="stable")[:top_k]]

    def _logits(self, shape: Mesh | PointCloud) -> Tensor:
        return self.network(torch.from_numpy(prepare_shape(shape, self.input).points)[None])[0]


def load_classifier(folder: Path) -> ShapeClassifier:
    """What ``trivium finetune`` has written: ``classifier.json`` and ``classifier.safetensors``.

    Raises:
        WeightsError: a file is missing or does not fit.
    """
    about = checkpoints.read_config(folder / f"{NAME}.json")
    try:
        config = ClassifierConfig(**(about | {"names": tuple(about["names"])}))
        network = ClassifierNetwork(config)
    except (KeyError, TypeError, ConfigError) as error:
        raise WeightsError(f"{folder / NAME}.json is not the configuration of a classifier: {error}") from error
    tensors = checkpoints.read_tensors(folder / f"{NAME}.safetensors")
    try:
        network.load_state_dict(tensors)
    except RuntimeError as error:
        raise WeightsError(f"{folder / NAME}.safetensors does not fit its configuration: {error}") from error
    return ShapeClassifier(config, network)


def about_classifier(config: ClassifierConfig) -> dict[str, Any]:
    """The JSON beside the weights."""
    return asdict(config)
