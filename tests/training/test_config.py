from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from trivium.data.identity import differences
from trivium.errors import ConfigError
from trivium.training.config import read_config

pytest.importorskip("cattrs", reason="training needs the extra [train]")


@dataclass(frozen=True, kw_only=True)
class Loop:
    steps: int = 10
    rate: float = 0.1


@dataclass(frozen=True, kw_only=True)
class Recipe:
    out: Path
    loop: Loop = Loop()
    sizes: tuple[int, ...] = (1, 2)
    name: str = "x"
    fast: bool = False
    limit: int | None = None


def test_a_file_and_changes(tmp_path):
    (tmp_path / "r.toml").write_text('out = "a"\nsizes = [3]\n[loop]\nsteps = 5\n')
    found = read_config(Recipe, tmp_path / "r.toml", ["loop.rate=1", "name=b c", "fast=true", "limit=4"])
    assert found == Recipe(out=Path("a"), loop=Loop(steps=5, rate=1.0), sizes=(3,), name="b c", fast=True, limit=4)


@pytest.mark.parametrize(
    ("text", "changes", "says"),
    [
        ('out = "a"\nnane = "b"', [], "unknown key 'nane'; there are: .*name"),
        ('out = "a"\n[loop]\nstep = 3', [], r"unknown key 'loop\.step'; there are: rate, steps"),
        ('out = "a"', ["loop.stepz=3"], r"unknown key 'loop\.stepz'"),
        ('out = "a"', ["loop.steps=many"], "got 'many', expected int"),
        ('out = "a"', ["loop.steps=1.5"], "expected int"),
        ('out = "a"', ["fast=1"], "expected bool"),
        ('out = "a"', ["loop.steps"], "changes nothing: write key=value"),
        ("", [], "out"),
        ("out = ", [], "is not TOML"),
    ],
)
def test_a_typo_fails_at_once(text, changes, says, tmp_path):
    (tmp_path / "r.toml").write_text(text)
    with pytest.raises(ConfigError, match=says):
        read_config(Recipe, tmp_path / "r.toml", changes)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"no configuration at .*gone\.toml"):
        read_config(Recipe, tmp_path / "gone.toml")


def test_differences_name_the_whole_path():
    a, b = Recipe(out=Path("a")), Recipe(out=Path("a"), loop=Loop(steps=20), name="y")
    assert differences(asdict(a), asdict(b)) == ["loop.steps: 10 -> 20", "name: x -> y"]
    assert differences(asdict(a), asdict(a)) == []
