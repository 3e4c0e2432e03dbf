"""Words and numbers of zero-shot recognition: prompts, ensembles, probabilities; and the calibration that is shipped."""

import json

import numpy as np
import pytest

from standin import StandIn
from trivium.errors import QueryError, WeightsError
from trivium.models import load_model, zeroshot
from trivium.models.zeroshot import (
    CLIP_SCALE,
    DEPTH_PROMPTS,
    PACKAGED,
    PROMPTS,
    WAYS,
    Calibration,
    LabelRows,
    answers,
    calibration_of,
    keep_calibration,
    label_rows,
    own_calibrations,
    read_calibrations,
    with_article,
)


@pytest.fixture(autouse=True)
def no_own_calibrations(monkeypatch, tmp_path):
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path))


@pytest.mark.parametrize(
    ("label", "said"),
    [("chair", "a chair"), ("apple", "an apple"), ("Armchair", "an Armchair"), ("hourglass", "an hourglass"),
     ("unicycle", "a unicycle"), ("umbrella", "an umbrella"), ("USB stick", "a USB stick"), ("xbox", "an xbox")],
)  # fmt: skip
def test_articles(label, said):
    assert with_article(label) == said


def test_a_label_is_the_mean_of_its_prompts_in_its_own_words():
    model = StandIn()
    for way, prompts in (("mesh", PROMPTS), ("depth", DEPTH_PROMPTS)):
        naive = []
        for label in ("Eames chair", "{odd}"):
            texts = [p.replace("{a}", with_article(label)) if "{a}" in p else p.replace("{}", label) for p in prompts]
            mean = sum(model.encode_texts([text])[0] for text in texts) / len(texts)
            naive.append(mean / np.linalg.norm(mean))
        np.testing.assert_allclose(label_rows(model, ["Eames chair", "{odd}"], way).rows, naive, atol=1e-6)
    assert "this is {a}" in PROMPTS and any("depth map" in prompt for prompt in DEPTH_PROMPTS)


def test_labels_lose_a_share_of_how_crowded_their_place_is(monkeypatch):
    model, rng = StandIn(), np.random.default_rng(0)
    looks = rng.normal(size=(20, model.dim)).astype(np.float32)
    looks /= np.linalg.norm(looks, axis=1, keepdims=True)
    alone = label_rows(model, ["chair", "mug"], "mesh")
    assert not alone.crowding.any()  # a model that remembers nothing
    monkeypatch.setattr(model, "known_looks", lambda: looks)
    known = label_rows(model, ["chair", "mug"], "mesh")
    for label in range(2):
        nearest = sorted((float(known.rows[label] @ look) for look in looks), reverse=True)[: zeroshot.NEIGHBORS]
        assert known.crowding[label] == pytest.approx(np.mean(nearest), abs=1e-6)
        expected = looks @ known.rows[label] - zeroshot.CROWDING * np.mean(nearest)
        np.testing.assert_allclose(known.scores(looks)[:, label], expected, atol=1e-6)


def test_a_new_name_is_not_outdone_by_a_known_one_that_lies_near_to_everything():
    """The thing is a little nearer to the known label; but so is all that the model has ever seen."""
    known, new, thing = np.array([1.0, 0, 0]), np.array([0, 1.0, 0]), np.array([0.6, 0.5, 0.62])
    labels = LabelRows(np.stack([known, new]).astype(np.float32), np.array([0.8, 0.3], np.float32))
    assert labels.scores(thing[None].astype(np.float32)).argmax(1) == 1


def test_a_label_without_words_is_refused():
    with pytest.raises(QueryError, match="no words"):
        label_rows(load_model("mini"), ["chair", "\u200b"], "mesh")


def test_probabilities_are_a_softmax_in_which_none_takes_part():
    cosines = np.array([[0.3, 0.1, -0.2], [0.1, 0.1, 0.1]])
    fitted = Calibration(scale=20.0, none=0.1, rise=0.05)
    none = 0.1 + 0.05 * np.log(3)
    for row, found in zip(cosines, fitted.probabilities(cosines), strict=True):
        odds = [np.exp(20 * c) for c in (*row, none)]
        np.testing.assert_allclose(found, np.array(odds) / sum(odds), rtol=1e-9)
    assert fitted.probabilities(cosines)[1].argmax() == 3  # below the threshold
    unknown = Calibration(scale=20.0).probabilities(cosines)
    assert (unknown[:, 3] == 0).all() and unknown.sum(1) == pytest.approx(1)
    assert np.isfinite(Calibration(scale=1e4, none=0.0).probabilities(cosines)).all()


def test_none_is_the_answer_only_when_it_is_sure():
    probabilities = np.array([[0.02, 0.08, 0.9], [0.1, 0.2, 0.7], [0.6, 0.3, 0.1]])
    assert answers(probabilities).tolist() == [2, 1, 0]
    assert answers(probabilities, sure=0.7).tolist() == [2, 2, 0]


def test_a_model_without_calibration_has_clips_scale_and_no_none():
    assert calibration_of(StandIn(), "mesh") == Calibration(scale=CLIP_SCALE)


def test_the_shipped_calibration_is_that_of_the_shipped_weights():
    """New weights of mini need a new one: trivium evaluate zeroshot --calibrate, then copy what it kept here."""
    model = load_model("mini")
    for way in WAYS:
        found = calibration_of(model, way)
        assert found.none is not None and 5 < found.scale < CLIP_SCALE
    (entry,) = [e for e in read_calibrations(PACKAGED) if e["fingerprint"] == model.fingerprint]
    assert entry["command"].startswith("trivium evaluate zeroshot --calibrate") and "seeds from" in entry["fitted_on"]


def test_own_calibrations_come_first_and_are_replaced():
    model = StandIn()
    for scale in (7.0, 8.0):
        entry = {"fingerprint": model.fingerprint, "ways": {"mesh": {"scale": scale, "none": 0.2, "rise": 0.0}}}
        keep_calibration(entry, own_calibrations())
    assert calibration_of(model, "mesh") == Calibration(scale=8.0, none=0.2)
    assert calibration_of(model, "photos") == Calibration(scale=CLIP_SCALE)
    assert len(json.loads(own_calibrations().read_text())) == 1


def test_a_damaged_file_of_calibrations_is_told():
    own_calibrations().write_text("{")
    with pytest.raises(WeightsError, match=r"calibrations\.json cannot be read"):
        zeroshot.calibration_of(StandIn(), "mesh")
