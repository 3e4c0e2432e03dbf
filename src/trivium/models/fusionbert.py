"""FusionBERT (2026): several photos as one row, and a normal-aware encoder of shapes.

Frozen towers give a feature for each picture and each text. Shapes are aligned to them first (sec. 3.3, eq. 10); then the
aggregator learns to make one row of several pictures that finds the right shape (eq. 11).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.adapters import AlignmentAdapter
from trivium.encoders.aggregator import AggregatorConfig, ViewAggregator
from trivium.encoders.points import PointBERT, PointBERTConfig
from trivium.errors import ShapeError


@dataclass(frozen=True, kw_only=True)
class FusionBERTConfig:
    """The paper's by default, on features of CLIP ViT-bigG."""

    points: PointBERTConfig = PointBERTConfig(out_dim=None)  # sec. 3.2
    aggregator: AggregatorConfig = AggregatorConfig()  # sec. 3.1
    adapters: bool = True  # IAA and TAA after TAMM; False: one projection for both
    adapter_hidden: int = 1024

    @property
    def joint_dim(self) -> int:
        """Of the frozen towers' features, and of all rows."""
        return self.aggregator.width

    def without_normals(self) -> FusionBERTConfig:
        """The ablation of table 2: Point-BERT on positions and colours."""
        return replace(self, points=replace(self.points, in_channels=6))


class FusionBERT(nn.Module):
    """The networks that are trained; the frozen towers are elsewhere."""

    def __init__(self, config: FusionBERTConfig) -> None:
        super().__init__()
        self.config = config
        width, joint = config.points.width, config.joint_dim
        self.points = PointBERT(replace(config.points, out_dim=None))
        self.aggregator = ViewAggregator(config.aggregator)
        if config.adapters:
            self.image_adapter: nn.Module = AlignmentAdapter(width, config.adapter_hidden, joint, dropout=0.5)
            self.text_adapter: nn.Module = AlignmentAdapter(width, config.adapter_hidden, joint, dropout=0.2)
        else:
            self.image_adapter = nn.Linear(width, joint)
            self.text_adapter = self.image_adapter

    def shapes(self, clouds: Tensor) -> tuple[Tensor, Tensor]:
        """Unit rows (B, joint_dim) of clouds (B, N, 9), for comparison with pictures and with texts.

        Raises:
            ShapeError: clouds with too few channels.
        """
        channels = self.config.points.in_channels
        if clouds.shape[-1] < channels:
            raise ShapeError(f"clouds have {clouds.shape[-1]} channels, expected {channels}: position, colour, normal")
        token = self.points(clouds[..., :channels])
        return self._row(self.image_adapter(token)), self._row(self.text_adapter(token))

    def pictures(self, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """One unit row (B, joint_dim) of the frozen tower's features (B, V, joint_dim) of several pictures."""
        return self.aggregator(normalize(features.float(), dim=2), mask)

    @staticmethod
    def _row(x: Tensor) -> Tensor:
        return normalize(x.float(), dim=1)


def mean_pooled(features: Tensor, mask: Tensor | None = None) -> Tensor:
    """The rival of the aggregator: the mean of unit features (B, V, C), over the views that are there."""
    unit = normalize(features.float(), dim=2)
    return normalize(unit.mean(1) if mask is None else (unit * mask[..., None]).sum(1), dim=1)
