"""Point cloud encoders: one file a network, shared pieces in ``grouping`` and ``patches``."""

from trivium.encoders.points.dvae import DVAEConfig, PointTokenizer
from trivium.encoders.points.michelangelo import Michelangelo, MichelangeloConfig
from trivium.encoders.points.openshape import PointPatchTransformer, PPATConfig
from trivium.encoders.points.pointbert import PointBERT, PointBERTConfig
from trivium.encoders.points.pointmlp import PointMLP, PointMLPConfig
from trivium.encoders.points.pointnet2 import PointNet2, PointNet2Config
from trivium.encoders.points.pointnext import PointNeXt, PointNeXtConfig
from trivium.encoders.points.pointtransformer import PointTransformer, PointTransformerConfig
from trivium.encoders.points.pointwise import Pointwise, PointwiseConfig
from trivium.encoders.points.registry import ENCODERS, build_encoder, channels_of
from trivium.encoders.points.uni3d import Uni3D, Uni3DConfig
from trivium.encoders.points.vecset import VecSet, VecSetConfig

__all__ = [
    "ENCODERS",
    "DVAEConfig",
    "Michelangelo",
    "MichelangeloConfig",
    "PPATConfig",
    "PointBERT",
    "PointBERTConfig",
    "PointMLP",
    "PointMLPConfig",
    "PointNeXt",
    "PointNeXtConfig",
    "PointNet2",
    "PointNet2Config",
    "PointPatchTransformer",
    "PointTokenizer",
    "PointTransformer",
    "PointTransformerConfig",
    "Pointwise",
    "PointwiseConfig",
    "Uni3D",
    "Uni3DConfig",
    "VecSet",
    "VecSetConfig",
    "build_encoder",
    "channels_of",
]
