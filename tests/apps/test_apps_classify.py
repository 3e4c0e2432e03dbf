"""The verb classify: labels in all their forms, and answers by a model of colours, and by mini."""

import json

import numpy as np
import pytest

from apps.color_model import ColorModel, painted, write_painted
from trivium.apps import classify as verb
from trivium.apps.classify import NONE, Classifier, classify, classify_files, sort_out
from trivium.apps.labels import Labels, parse_labels
from trivium.data.label_lists import MODELNET40
from trivium.errors import LoadError, QueryError, ShapeError
from trivium.geometry import PointCloud, sample_surface
from trivium.models import load_model
from trivium.models.zeroshot import Calibration
from trivium.procedural import generate
from trivium.rendering import depth_maps

COLORS = ("red", "green", "blue")


@pytest.fixture
def folder(tmp_path):
    return write_painted(tmp_path / "models")


def photo(*color):
    return np.full((20, 20, 3), color, np.uint8)


# Labels


def test_labels_that_differ_in_spaces_or_capitals_are_one():
    found = Labels.of(["Chair", " CHAIR ", "side  table", "", "side table", "lamp"])
    assert found.names == ("Chair", "side table", "lamp") and found.repeated == ("CHAIR", "side table")
    for few in ([], ["chair", "CHAIR"], ["", " "]):
        with pytest.raises(QueryError, match="two or more different"):
            Labels.of(few)


def test_labels_come_from_lists_files_and_names(tmp_path):
    assert parse_labels("chair, table,chair").names == ("chair", "table")
    assert parse_labels("ModelNet40").names == MODELNET40
    words = tmp_path / "words.txt"
    words.write_text("\ufeffStuhl\r\nwastebasket, round\r\n\r\nRöhre\r\n", encoding="utf-8")
    assert parse_labels(str(words)).names == ("Stuhl", "wastebasket, round", "Röhre")
    (tmp_path / "list.json").write_text('["b", "a"]')
    assert parse_labels(str(tmp_path / "list.json")).names == ("b", "a")
    rows = [
        {"uid": "1", "category": "bat_(animal)"},
        {"uid": "2", "category": "Band_Aid"},
        {"uid": "3", "category": "Band_Aid"},
    ]
    (tmp_path / "lvis.json").write_text(json.dumps(rows))  # as OpenShape's split
    found = parse_labels(str(tmp_path / "lvis.json"))
    assert found.names == ("Band Aid", "bat (animal)") and not found.repeated


def test_label_files_that_cannot_be_used_are_told(tmp_path):
    (tmp_path / "latin.txt").write_bytes("Tür\nTisch\n".encode("latin-1"))
    with pytest.raises(LoadError, match=r"latin\.txt is not UTF-8 \(byte 2 is 0xfc\): save it as UTF-8"):
        parse_labels(str(tmp_path / "latin.txt"))
    (tmp_path / "wide.txt").write_bytes("chair\ntable\n".encode("utf-16"))
    with pytest.raises(LoadError, match="not UTF-8"):
        parse_labels(str(tmp_path / "wide.txt"))
    with pytest.raises(LoadError, match="no file of labels") as caught:
        parse_labels(str(tmp_path / "gone.txt"))
    assert caught.value.code == "missing-file"
    for text, says in (("{", "not JSON"), ('{"a": 1}', "list of texts"), ('["a", 1]', "list of texts")):
        (tmp_path / "odd.json").write_text(text)
        with pytest.raises(LoadError, match=says):
            parse_labels(str(tmp_path / "odd.json"))
    with pytest.raises(QueryError, match=r"split/lvis\.json"):
        parse_labels("lvis-1156")
    with pytest.raises(QueryError, match="only 'chair'"):
        parse_labels("chair")


# Answers


def test_the_nearest_words_come_first_with_cosines_and_probabilities():
    found = classify(ColorModel(), COLORS, images=[photo(20, 180, 30)])
    assert found.guesses[0].label == "green" == found.label
    assert [g.score for g in found.guesses] == sorted((g.score for g in found.guesses), reverse=True)
    assert sum(g.probability for g in found.guesses) == pytest.approx(1) and found.none is None
    assert classify(ColorModel(), COLORS, shape=painted("mug", "red")).label == "red"


def test_none_of_these_is_said_below_its_threshold(monkeypatch):
    monkeypatch.setattr(verb, "calibration_of", lambda *_: Calibration(scale=30.0, none=0.8))
    right = classify(ColorModel(), COLORS, images=[photo(20, 20, 180)])
    assert right.label == "blue" and right.ranked[0] == right.guesses[0] and right.none.label == NONE
    neither = classify(ColorModel(), ("red", "green"), images=[photo(20, 20, 180)])
    assert neither.label is None and neither.ranked[0] is neither.none
    assert sum(g.probability for g in neither.ranked) == pytest.approx(1)
    unsure = Classifier(ColorModel(), Labels.of(("red", "green")), sure=1.0).photos([photo(20, 20, 180)])
    assert unsure.label == unsure.ranked[0].label != NONE and unsure.ranked[1] is unsure.none  # likelier, and not sure
    told = neither.to_json(1)
    assert told["label"] is None and told["none_of_these"] > 0.9 and len(told["guesses"]) == 1


def test_each_way_of_seeing_has_its_own_calibration(monkeypatch):
    asked = []
    monkeypatch.setattr(verb, "calibration_of", lambda _, way: asked.append(way) or Calibration(scale=1.0))
    mesh, labels = painted("mug", "red"), Labels.of(COLORS)
    cloud = sample_surface(mesh, 500, rng=np.random.default_rng(0))
    Classifier(ColorModel(), labels).shape(mesh)
    Classifier(ColorModel(), labels).shape(cloud)
    Classifier(ColorModel(), labels).photos([photo(1, 2, 3), photo(3, 2, 1)])
    Classifier(ColorModel(), labels, through="depth").shape(cloud)
    assert asked == ["mesh", "cloud", "photos", "depth"]


def test_depth_maps_are_seen_as_pictures():
    model, mesh = ColorModel(), painted("mug", "red")
    seen = Classifier(model, Labels.of(["red", "grey", "black"]), through="depth").shape(mesh)
    row = model.encode_images([list(depth_maps(mesh))])[0]
    assert seen.guesses[0].score == pytest.approx(float((model.encode_texts(["grey", "black"]) @ row).max()), abs=1e-3)
    with pytest.raises(QueryError, match="depth maps are drawn of shapes"):
        Classifier(model, Labels.of(COLORS), through="depth").photos([photo(1, 2, 3)])


def test_what_cannot_be_classified_is_told(tmp_path):
    model = ColorModel()
    with pytest.raises(QueryError, match="either pictures of one object or a shape"):
        classify(model, COLORS)
    with pytest.raises(QueryError, match="either pictures of one object or a shape"):
        classify(model, COLORS, images=[photo(1, 2, 3)], shape=painted("mug", "red"))
    with pytest.raises(LoadError, match="no such file"):
        classify(model, COLORS, shape=tmp_path / "gone.glb")
    with pytest.raises(ShapeError, match="NaN"):
        classify(model, COLORS, shape=PointCloud(np.full((20, 3), np.nan, np.float32)))
    with pytest.raises(ShapeError, match="10 points"):
        classify(model, COLORS, shape=PointCloud(np.random.default_rng(0).random((10, 3)).astype(np.float32)))


def test_a_file_that_fails_is_a_line_and_the_others_go_on(folder):
    classifier = Classifier(ColorModel(), Labels.of(COLORS))
    (folder / "few.xyz").write_text("0 0 0\n1 0 0\n0 1 0\n")  # read, but too few points to see a shape
    seen = []
    answers = list(classify_files(classifier, sort_out([folder]).files, progress=lambda *done: seen.append(done)))
    told = {a.path.name: a.found.label if a.found else a.code for a in answers}
    assert told["red-mug.glb"] == "red" and told["green-chair.glb"] == "green" and told["blue-car.glb"] == "blue"
    assert told["broken.glb"] == told["few.xyz"] == "unreadable"
    assert seen == [(i + 1, 6) for i in range(6)]
    failed = next(a for a in answers if a.path.name == "broken.glb").to_json(3)
    assert failed["error"] == "unreadable" and "broken.glb" in failed["message"] and "label" not in failed


def test_what_is_meant_by_files_and_folders(folder, tmp_path):
    from PIL import Image

    one, other = folder / "red-mug.glb", folder / "blue-car.glb"
    pictures = tmp_path / "photos"
    pictures.mkdir()
    for name in ("a.png", "b.JPG"):
        Image.fromarray(photo(1, 2, 3)).save(pictures / name)
    (folder / "texture.png").write_bytes((pictures / "a.png").read_bytes())
    assert sort_out([one]).kind == "shape"
    assert sort_out([one, other, one]) == verb.Asked("many", (one, other))
    assert sort_out([pictures / "a.png"]).kind == sort_out([pictures / "a.png", pictures / "b.JPG"]).kind == "photos"
    assert len(sort_out([folder]).files) == 5  # beside shapes, pictures are textures
    assert [f.name for f in sort_out([pictures]).files] == ["a.png", "b.JPG"] and sort_out([pictures]).kind == "many"
    with pytest.raises(QueryError, match="one after the other"):
        sort_out([one, pictures / "a.png"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(QueryError, match="neither 3D models nor pictures"):
        sort_out([tmp_path / "empty"])


def test_mini_names_things_by_shape_cloud_and_photo():
    model, labels = load_model("mini"), Labels.of(["car", "airplane", "chair", "bed", "bird"])
    classifier = Classifier(model, labels)
    for name in ("car", "airplane"):
        mesh = generate(name, seed=1_999_999).mesh
        found = classifier.shape(mesh)
        assert found.label == name and found.none is not None and found.none.probability < 0.3
    assert classifier.shape(sample_surface(mesh, 4000, rng=np.random.default_rng(0))).guesses[0].label == "airplane"
