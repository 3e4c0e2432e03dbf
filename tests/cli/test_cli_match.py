"""``trivium match``: what it prints and writes, and how it refuses."""

import json

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from trivium.cli import app
from trivium.geometry import Mesh, PointCloud, Pose, normalized
from trivium.io import load_shape, save_glb
from trivium.procedural import generate
from trivium.rendering import render_views


def run(*arguments):
    return CliRunner().invoke(app, ["match", *map(str, arguments)])


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A mug, its photo, and a mask of the photo's upper half."""
    folder = tmp_path_factory.mktemp("match")
    mesh = generate("mug", seed=3).mesh
    view = render_views(normalized(mesh), Pose(0.9, 0.3).camera(160))
    save_glb(mesh, folder / "mug.glb")
    Image.fromarray(view.images[0]).save(folder / "photo.png")
    upper = view.mask[0] & (np.arange(160) < 80)[:, None]
    Image.fromarray(upper.astype(np.uint8) * 255).save(folder / "mask.png")
    return folder


def test_a_pixel_and_the_heat_around_it(files):
    answer = run("pixel", files / "photo.png", files / "mug.glb", "80,90", "--heat", files / "heat.ply", "--json")
    assert answer.exit_code == 0
    found = json.loads(answer.stdout)
    assert found.keys() == {"pixel", "point", "triangle", "score", "fit", "doubtful"} and len(found["point"]) == 3
    assert isinstance(load_shape(files / "heat.ply"), PointCloud)
    point = ",".join(map(str, found["point"]))
    rows = json.loads(run("point", files / "mug.glb", point, files / "photo.png", "--json").stdout)
    assert rows[0]["visible"] and np.abs(np.subtract(rows[0]["pixel"], [80, 90])).max() < 4
    assert "visible\tfit" in run("point", files / "mug.glb", point, files / "photo.png").stdout


def test_a_pixel_of_the_background_is_told(files):
    answer = run("pixel", files / "photo.png", files / "mug.glb", "1,1")
    assert answer.exit_code == 0 and "no object at 1,1" in answer.stderr


def test_parts_and_shapes_are_written(files):
    answer = run(
        "part",
        files / "photo.png",
        files / "mask.png",
        files / "mug.glb",
        "-o",
        files / "part.glb",
        "--to",
        files / "mug.glb",
    )
    assert answer.exit_code == 0, answer.stderr
    assert isinstance(load_shape(files / "part.glb"), Mesh) and (files / "part-mug.glb").is_file()
    assert run("shapes", files / "mug.glb", files / "mug.glb", "-o", files / "map").exit_code == 0
    assert {f.name for f in (files / "map").iterdir()} == {"1-mug.ply", "2-mug.ply"}


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("pixel", "photo.png", "mug.glb", "80"), 3, "x,y from the upper left corner"),
        (("pixel", "photo.png", "mug.glb", "800,3"), 3, "expected x,y in a photo of 160 x 160"),
        (("pixel", "photo.png", "mug.glb", "80,90", "--heat", "heat.txt"), 2, "ends in .ply or .glb"),
        (("pixel", "photo.png", "none.glb", "80,90"), 3, "none.glb"),
        (("point", "mug.glb", "1,2", "photo.png"), 3, "x,y,z of the model"),
        (("part", "photo.png", "mug.glb", "mug.glb", "-o", "a.glb"), 3, "mug.glb"),
        (("part", "photo.png", "mask.png", "mug.glb", "-o", "a.obj"), 2, "ends in .glb"),
    ],
)
def test_what_cannot_be_done_is_one_line(files, monkeypatch, arguments, code, says):
    monkeypatch.chdir(files)
    answer = run(*arguments)
    assert answer.exit_code == code and says in " ".join(answer.stderr.replace("│", " ").split())
