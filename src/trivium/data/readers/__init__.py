"""Data sets, one file each. All are a ``Reader``: they have a length, name their objects and give ``Sample``s."""

from trivium.data.readers.labelled_clouds import LabelledClouds, ModelNet40HDF5, ScanObjectNN
from trivium.data.readers.model_folder import ModelFolder
from trivium.data.readers.modelnet40 import ModelNet40Clouds, ModelNet40Meshes
from trivium.data.readers.objaverse_lvis import ObjaverseLVIS
from trivium.data.readers.openshape import OpenShapeConfig, OpenShapeRelease
from trivium.data.readers.photos_and_cad import PhotosAndCad
from trivium.data.readers.procedural_shapes import BenchmarkShapes, ProceduralShapes
from trivium.data.readers.reader import FailedObject, Reader, read_or_fail

__all__ = [
    "BenchmarkShapes",
    "FailedObject",
    "LabelledClouds",
    "ModelFolder",
    "ModelNet40Clouds",
    "ModelNet40HDF5",
    "ModelNet40Meshes",
    "ObjaverseLVIS",
    "OpenShapeConfig",
    "OpenShapeRelease",
    "PhotosAndCad",
    "ProceduralShapes",
    "Reader",
    "ScanObjectNN",
    "read_or_fail",
]
