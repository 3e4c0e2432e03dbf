"""Aligned systems: text, images and shapes to one space."""

from trivium.models.aligned import AlignedModel
from trivium.models.hub import WeightsFile, fetch, require_files
from trivium.models.preprocess import InputSpec, PreparedShape
from trivium.models.released import ModelEntry
from trivium.models.zoo import MODELS, find_entry, load_model

__all__ = [
    "MODELS",
    "AlignedModel",
    "InputSpec",
    "ModelEntry",
    "PreparedShape",
    "WeightsFile",
    "fetch",
    "find_entry",
    "load_model",
    "require_files",
]
