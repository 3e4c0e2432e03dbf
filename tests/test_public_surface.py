"""The public names are a contract: changing them is a decision, not an accident."""

import importlib.metadata

import pytest

import trivium

SURFACE = [
    "Hit", "Library", "LibraryError", "LoadError", "Mesh", "MissingDependencyError", "PointCloud", "QueryError",
    "ShapeError", "TriviumError", "WeightsError", "__version__", "load_image", "load_model", "load_shape",
]  # fmt: skip


def test_public_names():
    assert trivium.__all__ == SURFACE == dir(trivium)


@pytest.mark.parametrize("name", SURFACE)
def test_every_public_name_is_what_it_says(name):
    thing = getattr(trivium, name)
    assert name == "__version__" or thing.__name__ == name
    if isinstance(thing, type) and issubclass(thing, Exception):
        assert issubclass(thing, trivium.TriviumError)


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = trivium.nothing_like_it


def test_the_version_is_that_of_the_package():
    assert trivium.__version__ == importlib.metadata.version("trivium")
