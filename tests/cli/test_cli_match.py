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
        files / "mug.glb",
        "--mask",
        files / "mask.png",
        "-o",
        files / "part.glb",
        "--to",
        files / "mug.glb",
    )
    assert answer.exit_code == 0, answer.stderr
    assert isinstance(load_shape(files / "part.glb"), Mesh) and (files / "part-mug.glb").is_file()
    assert run("shapes", files / "mug.glb", files / "mug.glb", "-o", files / "map").exit_code == 0
    assert {f.name for f in (files / "map").iterdir()} == {"1-mug.ply", "2-mug.ply"}


def test_a_click_is_a_part_and_its_mask_can_be_kept(files):
    kept = files / "kept.png"
    given = ("part", files / "photo.png", files / "mug.glb", "-o", files / "clicked.glb", "--json")
    answer = run(*given, "--click", "80,90", "--keep-mask", kept)
    assert answer.exit_code == 0, answer.stderr
    mask = np.asarray(Image.open(kept))
    assert mask.shape == (160, 160) and mask[90, 80] == 255 and mask[1, 1] == 0
    faces = json.loads(answer.stdout)[0]["faces"]
    assert faces and json.loads(run(*given, "--mask", kept).stdout)[0]["faces"] == faces


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("pixel", "photo.png", "mug.glb", "80"), 3, "x,y from the upper left corner"),
        (("pixel", "photo.png", "mug.glb", "800,3"), 3, "expected x,y in a photo of 160 x 160"),
        (("pixel", "photo.png", "mug.glb", "80,90", "--heat", "heat.txt"), 2, "ends in .ply or .glb"),
        (("pixel", "photo.png", "none.glb", "80,90"), 3, "none.glb"),
        (("point", "mug.glb", "1,2", "photo.png"), 3, "x,y,z of the model"),
        (("part", "photo.png", "mug.glb", "--mask", "mug.glb", "-o", "a.glb"), 3, "mug.glb"),
        (("part", "photo.png", "mug.glb", "--mask", "mask.png", "-o", "a.obj"), 2, "ends in .glb"),
        (("part", "photo.png", "mug.glb", "-o", "a.glb"), 2, "--click x,y or by --mask FILE, one of them"),
        (("part", "photo.png", "mug.glb", "--mask", "mask.png", "--click", "80,90", "-o", "a.glb"), 2, "one of them"),
        (("part", "photo.png", "mug.glb", "--mask", "mask.png", "--sam", "sam", "-o", "a.glb"), 2, "go with --click"),
        (("part", "photo.png", "mug.glb", "--click", "80", "-o", "a.glb"), 3, "x,y from the upper left corner"),
        (("part", "photo.png", "mug.glb", "--click", "1,1", "-o", "a.glb"), 3, "no object at 1,1"),
        (
            ("part", "photo.png", "mug.glb", "--click", "1,900", "-o", "a.glb"),
            3,
            "expected x,y in a photo of 160 x 160",
        ),
        (("part", "photo.png", "mug.glb", "--click", "80,90", "--sam", "sam", "-o", "a.glb"), 3, "from https://"),
        (
            ("part", "photo.png", "mug.glb", "--click", "80,90", "--keep-mask", "m.jpg", "-o", "a.glb"),
            2,
            "ends in .png",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(files, monkeypatch, arguments, code, says):
    monkeypatch.chdir(files)
    answer = run(*arguments)
    assert answer.exit_code == code and says in " ".join(answer.stderr.replace("│", " ").split())
