"""The examples run and print what they promise; so does the README."""

import re
import runpy
import shlex
from pathlib import Path

import numpy as np
import pytest
import typer
from PIL import Image

from trivium.cli import app
from trivium.io import save_glb
from trivium.models import MODELS
from trivium.procedural import CATEGORIES, generate

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(path.name for path in (ROOT / "examples").glob("*.py"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
needs_weights = pytest.mark.skipif(
    not MODELS["mini"].is_here, reason="the weights of mini are not in this checkout: trivium train mini makes them"
)


@pytest.fixture
def run(capsys):
    def run_example(name):
        runpy.run_path(str(ROOT / "examples" / name), run_name="__main__")
        return capsys.readouterr().out

    return run_example


def section(output, title):
    """The indented lines below a title."""
    lines = output.split(f"{title}\n", 1)[1].split("\n")
    return [line for line in lines[: next(i for i, line in enumerate(lines) if not line.startswith("  "))] if line]


@needs_weights
def test_search_by_text(run):
    output = run("search_by_text.py")
    assert "8 models indexed" in output
    for title in ("a car", "a tree", "an airplane"):
        assert len(section(output, f"\n{title}")) == 3


@needs_weights
def test_search_by_photo(run):
    output = run("search_by_photo.py")
    for title in ("1 photo(s) of an airplane", "3 photo(s) of an airplane"):
        assert len(section(output, title)) == 3


@needs_weights
def test_mix_and_filter(run):
    output = run("mix_and_filter.py")
    assert "1.000  chair-1.glb" in section(output, "like this chair")[0]
    assert len(section(output, "like this chair, but red")) == 3
    assert all("chair-" not in line for line in section(output, "like this chair, but no chair"))
    cars = section(output, "cars with few faces")
    assert cars and all("car-" in line for line in cars)
    assert all("CC0-1.0" in line for line in section(output, "free to use without naming anyone"))
    assert "no field 'colour'" in output


@needs_weights
def test_embed_your_own(run):
    dim = MODELS["mini"].dim
    head, words, pictures = run("embed_your_own.py").split("\n\n")
    assert head == f"mini: shapes (5, {dim}), texts (3, {dim}), pictures (3, {dim}), float32"
    assert words.split()[0] == "words" and len(words.splitlines()) == 4
    scores = np.array([line.split()[1:4] for line in pictures.splitlines()[1:4]], float)
    assert (scores.argmax(1) == range(3)).all()  # two clean views of a mesh are nearest to that mesh


def test_contact_sheet(run, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.argv", ["contact_sheet.py", str(tmp_path / "sheet.webp")])
    assert f"{len(CATEGORIES)} categories" in run("contact_sheet.py")
    with Image.open(tmp_path / "sheet.webp") as sheet:
        assert sheet.width == 13 * 112 and sheet.height >= len(CATEGORIES) / 13 * 112


def test_every_example_is_short_and_has_its_test():
    for name in EXAMPLES:
        assert len((ROOT / "examples" / name).read_text(encoding="utf-8").splitlines()) < 60, name
        assert f"test_{name.removesuffix('.py')}" in globals(), f"{name} has no test here"


@needs_weights
def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    (tmp_path / "models").mkdir()
    for category in ("chair", "mug"):
        save_glb(generate(category, seed=1).mesh, tmp_path / "models" / f"{category}.glb")
    for name in ("front", "side", "back", "photo"):
        Image.new("RGB", (64, 64), "white").save(tmp_path / f"{name}.jpg")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    assert len(names["library"]) == 2 and names["hits"]


def commands():
    for page in PAGES:
        for block in re.findall(r"```\w*\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            for line in block.splitlines():
                command = re.split(r"\s[|#]\s", line)[0].strip()
                if command.startswith("trivium "):
                    yield pytest.param(command, id=f"{page.name}: {command}")


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_on_the_pages_exists(command):
    words, known = shlex.split(command)[1:], typer.main.get_command(app)
    while hasattr(known, "commands"):
        assert words[0] in known.commands, f"no command {words[0]}"
        known, words = known.commands[words[0]], words[1:]
    known.make_context(known.name, words)  # raises UsageError on an unknown option
