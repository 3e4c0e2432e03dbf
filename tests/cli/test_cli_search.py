import csv
import io
import json
import re

import pytest
from PIL import Image

import trivium.models.pasr
from standin import tiny_pasr
from trivium.io import load_image
from trivium.models import MODELS


def test_words_find_their_colour_as_json(run, library):
    done = run("search", "a", "red", "thing", "-l", library, "--json")
    assert done.exit_code == 0 and done.stderr == ""
    document = json.loads(done.stdout)
    assert document["query"] == {"text": "a red thing", "images": [], "shape": None, "without": None}
    first = document["hits"][0]
    assert (first["rank"], first["name"], first["kind"]) == (1, "red mug", "mesh") and first["path"].endswith(
        "red-mug.glb"
    )
    scores = [hit["score"] for hit in document["hits"]]
    assert len(scores) == 4 and scores == sorted(scores, reverse=True)


def test_photos_and_shapes_are_queries(run, library, models, tmp_path):
    photo = tmp_path / "photo.png"
    Image.new("RGB", (60, 40), (20, 20, 200)).save(photo)
    for query, name in ((photo, "blue car"), (models / "green-chair.glb", "green chair")):
        assert json.loads(run("search", query, "-l", library, "--json").stdout)["hits"][0]["name"] == name


def test_csv_is_csv(run, library):
    rows = list(csv.DictReader(io.StringIO(run("search", "blue", "-l", library, "--csv").stdout)))
    assert [int(r["rank"]) for r in rows] == [1, 2, 3, 4]
    assert rows[0]["name"] == "blue car" and float(rows[0]["score"]) <= 1


def test_a_pipe_gets_whole_lines_split_by_tabs(run, library):
    lines = run("search", "blue", "-l", library, "-k", 2).stdout.splitlines()
    assert lines[0].split("\t")[:3] == ["rank", "score", "name"] and len(lines) == 3
    assert lines[1].split("\t")[2] == "blue car" and lines[1].endswith("blue-car.glb")


def test_options_reach_the_library(run, library):
    def names(*options):
        return [h["name"] for h in json.loads(run("search", "blue", "-l", library, "--json", *options).stdout)["hits"]]

    assert names("--filter", "name~mug", "--filter", "faces>0") == ["red mug"]
    assert names("--top-k", "1") == ["blue car"]
    assert names("--without", "blue", "--weight", "without=3")[-1] == "blue car"
    assert names("--names")[0] == "blue car"


def test_nothing_found_is_not_an_error(run, library):
    done = run("search", "blue", "-l", library, "--filter", "faces<0")
    assert (done.exit_code, done.stdout) == (0, "") and "nothing was found" in done.stderr
    assert json.loads(run("search", "blue", "-l", library, "--filter", "faces<0", "--json").stdout)["hits"] == []


def test_html_page_beside_the_table(run, library, tmp_path):
    page = tmp_path / "found.html"
    done = run("search", "blue", "-l", library, "--html", page, "--json")
    assert done.exit_code == 0 and str(page) in done.stderr
    json.loads(done.stdout)
    assert page.read_text().count("<article") == 4


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["search"], 2, "Missing argument"),
        (["search", "blue"], 2, "--library"),
        (["search", "blue", "-l", "{library}", "--json", "--csv"], 2, "one of --json and --csv"),
        (["search", "blue", "-l", "{library}", "--rerank", "size"], 2, "expected pose"),
        (["search", "blue", "-l", "{library}", "--rerank", "pose"], 3, "give images"),
        (["search", "blue", "-l", "{library}", "--weight", "images"], 2, "--weight images"),
        (["search", "blue", "-l", "{library}", "-k", "0"], 2, "--top-k"),
        (["search", "blue", "-l", "{library}", "--weight", "smell=2"], 3, "no weight"),
        (["search", "blue", "-l", "{library}", "--filter", "smell=sweet"], 3, "no field 'smell'"),
        (["search", " ", "-l", "{library}"], 3, "the query is empty"),
        (["search", "gone.jpg", "-l", "{library}"], 3, "no such file: gone.jpg"),
        (["search", "blue", "-l", "nowhere.trivium"], 3, "nowhere.trivium"),
    ],
)
def test_wrong_usage_is_2_and_an_error_is_one_line_and_3(run, library, arguments, code, says):
    done = run(*(a.format(library=library) for a in arguments))
    assert (done.exit_code, done.stdout) == (code, ""), done.output
    assert says in done.stderr
    if code == 3:
        assert done.stderr.startswith("error: ") and done.stderr.count("\n") == 1


def test_library_can_come_from_the_environment(run, library, monkeypatch):
    monkeypatch.setenv("TRIVIUM_LIBRARY", str(library))
    assert run("search", "blue").exit_code == 0


@pytest.mark.skipif(not MODELS["mini"].is_here, reason="the weights of mini are not packaged yet")
def test_mini_finds_a_shape_by_itself(models, tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from trivium.cli import app

    path = str(tmp_path / "mini.trivium")
    assert CliRunner().invoke(app, ["index", str(models), "-l", path, "--workers", "1"]).exit_code == 4
    done = CliRunner().invoke(app, ["search", str(models / "blue-car.glb"), "-l", path, "--json"])
    assert json.loads(done.stdout)["hits"][0]["name"] == "blue car"


@pytest.fixture
def photo(tmp_path):
    Image.new("RGB", (40, 30), (200, 20, 20)).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def posing(monkeypatch):
    """The command line with a tiny pose model."""
    monkeypatch.setattr(trivium.models.pasr, "load_pasr", tiny_pasr)


def test_a_ranking_by_pose_tells_from_where(run, library, posing, photo):
    table = run("search", photo, "-l", library, "--rerank", "pose").stdout.splitlines()
    assert table[0].split("\t")[-1] == "seen from" and re.fullmatch(r"\d+/-?\d+", table[1].split("\t")[-1])
    hit = json.loads(run("search", photo, "-l", library, "--rerank", "pose", "--json").stdout)["hits"][0]
    assert 0 <= hit["poses"][0]["azimuth"] < 360 and "overlays" not in hit


def test_photos_that_no_model_fits_are_said_to_be_so(run, library, posing, photo, monkeypatch):
    said = "no model fits the photos in any pose"
    monkeypatch.setattr(trivium.models.framing, "DOUBTFUL", 1.1)
    assert said in run("search", photo, "-l", library, "--rerank", "pose").stderr
    monkeypatch.setattr(trivium.models.framing, "DOUBTFUL", -1.1)
    assert said not in run("search", photo, "-l", library, "--rerank", "pose").stderr
    assert said not in run("search", photo, "-l", library).stderr


def test_an_overlay_that_is_no_picture_is_refused_before_anything_is_done(run, tmp_path):
    done = run("pose", tmp_path / "none.jpg", tmp_path / "none.glb", "--overlay", tmp_path / "check")
    assert done.exit_code == 2 and "check.png" in done.stderr


def test_a_pose_is_told_and_drawn(run, library, posing, photo, tmp_path):
    model = json.loads(run("search", photo, "-l", library, "--json").stdout)["hits"][0]["path"]
    done = run("pose", photo, model, "--overlay", tmp_path / "over.png", "--json")
    found = json.loads(done.stdout)
    assert {"azimuth", "elevation", "roll", "score", "framing", "doubtful"} <= found.keys()
    assert load_image(tmp_path / "over.png").shape == (320, 320, 3)
    assert run("pose", photo, model).stdout.splitlines()[0].split("\t") == ["azimuth", "elevation", "roll", "score"]
    assert run("pose", photo, model, "--box", "2,2,20,20", "--json").exit_code == 0
    assert run("pose", photo, model, "--box", "2,2").exit_code == 3
    assert run("pose", tmp_path / "none.jpg", model).exit_code == 3
