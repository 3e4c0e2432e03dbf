import pytest
from typer.testing import CliRunner

import trivium.models
from apps.color_model import ColorModel, write_painted
from trivium.apps import pictures
from trivium.cli import app
from trivium.retrieval import Library


@pytest.fixture(scope="session")
def models(tmp_path_factory):
    """Four models of one colour each, and a file that is broken."""
    return write_painted(tmp_path_factory.mktemp("cli") / "models")


@pytest.fixture(scope="session")
def library(models):
    path = models.parent / "painted.trivium"
    Library(path, ColorModel()).add(models, workers=1)
    return path


@pytest.fixture
def run(monkeypatch):
    """Runs the command line with the stand-in for mini: run("search", "red", "-l", path)."""
    monkeypatch.setattr(trivium.models, "load_model", lambda *_, **__: ColorModel())
    monkeypatch.setattr(pictures, "FRAME_SIZE", 32)
    monkeypatch.delenv("TRIVIUM_LIBRARY", raising=False)
    return lambda *arguments: CliRunner().invoke(app, [str(a) for a in arguments])
