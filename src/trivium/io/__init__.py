"""Bytes <-> shapes and images: every file checked, limited, Y up and sRGB on the way in."""

from trivium.io.formats import FORMATS, SHAPE_SUFFIXES, Format, source_transform
from trivium.io.images import IMAGE_SUFFIXES, load_image, to_webp
from trivium.io.limits import Limits
from trivium.io.loading import load_mesh, load_point_cloud, load_shape
from trivium.io.writing import save_glb, save_ply, to_glb

__all__ = [
    "FORMATS",
    "IMAGE_SUFFIXES",
    "SHAPE_SUFFIXES",
    "Format",
    "Limits",
    "load_image",
    "load_mesh",
    "load_point_cloud",
    "load_shape",
    "save_glb",
    "save_ply",
    "source_transform",
    "to_glb",
    "to_webp",
]
