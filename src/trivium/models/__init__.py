"""Aligned systems: text, images and shapes to one space."""

from trivium.models.aligned import AlignedModel
from trivium.models.preprocess import InputSpec, PreparedShape
from trivium.models.zoo import MODELS, ModelEntry, load_model

__all__ = ["MODELS", "AlignedModel", "InputSpec", "ModelEntry", "PreparedShape", "load_model"]
