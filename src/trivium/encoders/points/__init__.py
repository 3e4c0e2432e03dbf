"""Point cloud encoders."""

from trivium.encoders.points.pointbert import PointBERT, PointBERTConfig

__all__ = ["PointBERT", "PointBERTConfig"]
