"""``trivium scene`` in all forms of its answer, and what it refuses."""

import json

import numpy as np
import pytest

from trivium.geometry import PointCloud, sample_surface
from trivium.io import load_image, load_point_cloud, save_ply
from trivium.procedural import generate


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Two things, 2 m apart, one red and one blue."""
    parts, colors = [], []
    for i, name in enumerate(("chair", "cabinet")):
        points = sample_surface(generate(name, seed=2).mesh, 6000, rng=np.random.default_rng(0)).points
        parts.append(points + np.array([2 * i, 0, 0], np.float32))
        colors.append(np.tile(np.array([[0.9, 0.05, 0.05], [0.05, 0.05, 0.9]][i], np.float32), (6000, 1)))
    path = tmp_path_factory.mktemp("scene") / "room.ply"
    save_ply(PointCloud(np.concatenate(parts), np.concatenate(colors)), path)
    return path


@pytest.fixture
def ask(run, tmp_path):
    return lambda *arguments: run("scene", *arguments, "--cache", tmp_path / "kept", "--up", "y")


def test_a_scene_is_answered_as_a_table_and_as_json(ask, room):
    lines = ask(room, "red", "blue", "--top", 1)
    assert lines.exit_code == 0, lines.output
    rows = [line.split("\t") for line in lines.stdout.splitlines()]
    assert rows[0] == ["query", "rank", "score", "points", "center", "size", "yaw"]
    assert [row[:2] for row in rows[1:]] == [["red", "1"], ["blue", "1"]]
    told = json.loads(ask(room, "red", "--json").stdout)
    assert set(told) == {"segments", "notes", "answers"} and told["answers"][0]["query"] == "red"
    hit = told["answers"][0]["hits"][0]
    assert set(hit) == {"rank", "segment", "score", "points", "center", "size", "yaw"}


def test_finds_are_written(ask, room, tmp_path):
    files = {name: tmp_path / name for name in ("found.ply", "found.glb", "boxes.json", "found.png")}
    for out in ("found.ply", "found.glb"):
        asked = ask(room, "red", "-o", files[out], "--boxes", files["boxes.json"], "--picture", files["found.png"])
        assert asked.exit_code == 0, asked.output
    ply, glb = (load_point_cloud(files[name]) for name in ("found.ply", "found.glb"))
    assert len(ply) == len(glb) == 12_000
    orange = (ply.colors[:, 0] > 0.9) & (ply.colors[:, 2] < 0.1)
    assert 0.1 < orange.mean() < 0.9
    assert json.loads(files["boxes.json"].read_text())[0]["hits"][0]["rank"] == 1
    assert load_image(files["found.png"]).shape == (720, 960, 3)


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        (["--method", "magic"], 2, "no method 'magic'"),
        (["--out", "found.step"], 2, "expected a .ply or .glb"),
        (["--picture", "found.txt"], 2, "expected a picture"),
        (["--metres", "-1"], 3, "expected a positive number"),
        (["gone.jpg"], 3, "no such file"),
    ],
)
def test_what_cannot_be_asked_is_one_line(ask, room, more, code, said):
    asked = ask(room, "red", *more)
    assert asked.exit_code == code and said in " ".join(asked.output.split())


def test_what_is_no_scene_is_one_line(ask, tmp_path):
    save_ply(PointCloud(np.eye(3, dtype=np.float32)), tmp_path / "three.ply")
    asked = ask(tmp_path / "three.ply", "red")
    assert asked.exit_code == 3 and "3 points, expected 200" in asked.output and asked.output.count("\n") == 1
