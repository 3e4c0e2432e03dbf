"""trivium: text, photos and 3D shapes in one space.

    import trivium
    model = trivium.load_model("mini")
    library = trivium.Library("my-assets.trivium", model=model)
    library.add("models/")
    library.search(text="office chair", images=["photo.jpg"], top_k=10)

Names are imported when they are first used, so that ``import trivium`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from trivium.errors import (
    LibraryError,
    LoadError,
    MissingDependencyError,
    QueryError,
    ShapeError,
    TriviumError,
    WeightsError,
)

if TYPE_CHECKING:
    from trivium.geometry import Mesh, PointCloud
    from trivium.io import load_image, load_shape
    from trivium.models import load_model
    from trivium.retrieval import Hit, Library

__version__ = "0.1.0"
__all__ = [
    "Hit",
    "Library",
    "LibraryError",
    "LoadError",
    "Mesh",
    "MissingDependencyError",
    "PointCloud",
    "QueryError",
    "ShapeError",
    "TriviumError",
    "WeightsError",
    "__version__",
    "load_image",
    "load_model",
    "load_shape",
]
_HOMES = {
    "Hit": "retrieval",
    "Library": "retrieval",
    "Mesh": "geometry",
    "PointCloud": "geometry",
    "load_image": "io",
    "load_model": "models",
    "load_shape": "io",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'trivium' has no attribute '{name}'")
    return getattr(import_module(f"trivium.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
