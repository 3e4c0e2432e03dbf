"""Point cloud encoders: one file a network, shared pieces in ``grouping`` and ``patches``."""

from trivium.encoders.points.dvae import DVAEConfig, PointTokenizer
from trivium.encoders.points.openshape import PointPatchTransformer, PPATConfig
from trivium.encoders.points.pointbert import PointBERT, PointBERTConfig
from trivium.encoders.points.pointtransformer import PointTransformer, PointTransformerConfig
from trivium.encoders.points.uni3d import Uni3D, Uni3DConfig

__all__ = [
    "DVAEConfig",
    "PPATConfig",
    "PointBERT",
    "PointBERTConfig",
    "PointPatchTransformer",
    "PointTokenizer",
    "PointTransformer",
    "PointTransformerConfig",
    "Uni3D",
    "Uni3DConfig",
]
