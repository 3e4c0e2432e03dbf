"""trivium classify and trivium evaluate zeroshot, with the model of colours."""

import csv
import io
import json

import numpy as np
import pytest
from PIL import Image

from trivium.apps import classify as verb
from trivium.models import zeroshot
from trivium.models.zeroshot import Calibration


@pytest.fixture(autouse=True)
def own_place(monkeypatch, tmp_path):
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path / "weights"))


@pytest.fixture
def photos(tmp_path):
    files = [tmp_path / "front.png", tmp_path / "side.png"]
    for file in files:
        Image.fromarray(np.full((20, 20, 3), (200, 20, 20), np.uint8)).save(file)
    return files


def test_one_shape_or_photos_get_a_table_of_labels(run, models, photos):
    for things in ([models / "red-mug.glb"], photos):
        done = run("classify", *things, "--labels", "blue,red,green", "--top", 2)
        header, first, second = done.stdout.splitlines()
        assert done.exit_code == 0 and header == "rank\tlabel\tprobability\tscore"
        assert first.startswith("1\tred\t") and second.startswith("2\t")
        assert "not calibrated for this model" in done.stderr
    told = json.loads(run("classify", *photos, "--labels", "blue,red", "--json").stdout)
    assert told["label"] == "red" and told["none_of_these"] is None and len(told["guesses"]) == 2


def test_none_of_these_stands_in_its_place(run, models, monkeypatch):
    monkeypatch.setattr(verb, "calibration_of", lambda *_: Calibration(scale=30.0, none=0.8))
    done = run("classify", models / "red-mug.glb", "--labels", "blue,green", "--csv")
    (first, *_) = csv.DictReader(io.StringIO(done.stdout))
    assert first["label"] == "none of these" and float(first["probability"]) > 0.5 and done.stderr == ""


def test_a_folder_gets_a_line_for_each_file_and_the_code_of_those_that_fail(run, models):
    done = run("classify", models, "--labels", "red,green,blue,grey", "--csv")
    rows = {row["path"].rsplit("/", 1)[1]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert done.exit_code == 4 and "1 of 5 files could not be used" in done.stderr
    assert {name: row["label"] for name, row in rows.items()} == {
        "red-mug.glb": "red", "green-chair.glb": "green", "blue-car.glb": "blue", "grey-table.glb": "grey", "broken.glb": "",
    }  # fmt: skip
    assert rows["broken.glb"]["error"] == "unreadable" and "broken.glb" in rows["broken.glb"]["message"]
    best = rows["red-mug.glb"]
    assert best["runner-up"] and float(best["probability"]) >= float(best["its probability"]) and best["error"] == ""
    as_json = run("classify", models, "--labels", "red,green", "--json", "--top", 1)
    entries = json.loads(as_json.stdout)
    assert as_json.exit_code == 4 and len(entries) == 5 and sum(e["error"] is not None for e in entries) == 1
    assert run("classify", models / "red-mug.glb", models / "blue-car.glb", "--labels", "red,blue").exit_code == 0


def test_depth_maps_can_be_looked_at_instead(run, models):
    done = run("classify", models / "red-mug.glb", "--labels", "black,grey,red", "--through", "depth")
    assert done.exit_code == 0 and done.stdout.splitlines()[1].split("\t")[1] != "red"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("red-mug.glb", "--labels", "red"), 3, "only 'red'"),
        (("red-mug.glb", "--labels", "lvis-1156"), 3, "split/lvis.json"),
        (("red-mug.glb", "--labels", "gone.txt"), 3, "no file of labels"),
        (("gone.glb", "--labels", "red,blue"), 3, "no such file"),
        (("broken.glb", "--labels", "red,blue"), 3, "broken.glb"),
        (("red-mug.glb", "--labels", "red,blue", "--through", "glass"), 2, "model or depth"),
        (("red-mug.glb", "--labels", "red,blue", "--json", "--csv"), 2, "--json"),
    ],
)
def test_bad_input_is_one_line(run, models, arguments, code, says):
    done = run("classify", models / arguments[0], *arguments[1:])
    assert done.exit_code == code and says in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr and done.stdout == ""


def test_labels_that_are_given_twice_are_merged_and_said(run, models):
    done = run("classify", models / "red-mug.glb", "--labels", "red,blue, Red")
    assert len(done.stdout.splitlines()) == 3 and "merged: Red" in done.stderr


def test_zeroshot_is_measured_and_drawn(run, tmp_path):
    asked = ("evaluate", "zeroshot", "--shapes", 3, "--unseen", 1, "--way", "cloud", "--seed", 0, "--seed", 1)
    done = run(*asked, "--picture", tmp_path / "confused.png", "--json")
    lines = json.loads(done.stdout)
    assert [(line["group"], line["labels"]) for line in lines][1::2] == [("procedural", 64), ("unseen", 64)]
    assert lines[0]["queries"] == 6 and lines[0]["none_told"] is None
    assert (tmp_path / "confused.png").stat().st_size > 5000
    table = run(*asked, "--by-category").stdout.splitlines()
    assert table[0] == "group\tway\tcategory\tqueries\ttop1\tmistaken_for" and len(table) > 6
    assert run(*asked, "--picture", tmp_path / "confused.txt").exit_code == 2
    assert run("evaluate", "zeroshot", "--way", "sound").exit_code == 3


def test_a_calibration_is_kept_where_classify_finds_it(run, models):
    done = run("evaluate", "zeroshot", "--calibrate", "--shapes", 12, "--way", "mesh")
    assert json.loads(done.stdout)["ways"].keys() == {"mesh"} and zeroshot.own_calibrations().is_file()
    told = json.loads(run("classify", models / "red-mug.glb", "--labels", "red,blue", "--json").stdout)
    assert told["none_of_these"] is not None
