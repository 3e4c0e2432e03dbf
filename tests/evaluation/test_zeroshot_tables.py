"""The zero-shot protocol: which things, which lists of labels, what is counted; and that a fitted calibration is calibrated."""

from dataclasses import replace

import numpy as np
import pytest

from apps.color_model import ColorModel
from trivium import metrics, procedural
from trivium.data.label_lists import SCANOBJECTNN
from trivium.errors import ConfigError, DatasetError, WeightsError
from trivium.evaluation import zeroshot as protocol
from trivium.evaluation.confusion import draw_confusion, most_confused
from trivium.evaluation.zeroshot import (
    SEEN,
    LabelledSet,
    Scores,
    Thing,
    ZeroShotConfig,
    by_category,
    confusion,
    halved,
    offered_lists,
    procedural_things,
    published_sets,
    score,
    sets_of,
    summary,
)
from trivium.evaluation.zeroshot_calibration import CALIBRATION_SEED, Lists, calibrate, fit
from trivium.io import load_image
from trivium.models.zeroshot import Calibration
from trivium.procedural import UNSEEN

CONFIG = ZeroShotConfig(shapes=6, unseen=3, offered=4)
LABELS = ("red", "green", "blue", "grey", "black")


def things(*labels):
    from apps.color_model import painted

    return tuple(Thing(f"{i}", label, lambda label=label: painted("mug", label)) for i, label in enumerate(labels))


def scores(cosines, truth, labels=LABELS, group="a", way="mesh"):
    return Scores(group, way, labels, np.asarray(truth, np.int64), np.asarray(cosines, np.float32))


# What is asked


def test_seeds_of_tests_are_neither_trained_on_nor_calibrated_with():
    def seeds(found):
        return {int(thing.key.rsplit("-", 1)[1]) for labelled in found for thing in labelled.things}

    tested = [seeds(sets_of(replace(CONFIG, shapes=1000, seed=s))) for s in (0, 1)]
    assert tested[0].isdisjoint(tested[1]) and min(tested[0]) >= 1_000_000 and max(tested[1]) < CALIBRATION_SEED
    assert min(seeds([LabelledSet("", (), procedural_things(SEEN, 1000, CALIBRATION_SEED))])) > max(tested[1])


def test_all_categories_are_offered_and_unseen_ones_apart():
    known, unseen = sets_of(CONFIG)
    assert len(known.labels) >= 60 and set(known.labels) == set(unseen.labels) == set(procedural.CATEGORIES)
    assert len(known.things) == 6 and not {t.category for t in known.things} & set(UNSEEN)
    assert {t.category for t in unseen.things} <= set(UNSEEN)
    assert [t.key for t in sets_of(CONFIG)[0].things] == [t.key for t in known.things]
    assert [s.group for s in sets_of(replace(CONFIG, unseen=0))] == ["procedural"]


def test_labels_choose_what_is_asked_for_and_offered():
    known, unseen = sets_of(replace(CONFIG, labels=("chair", "teapot lid", "fork")))
    assert {t.category for t in known.things} == {"chair"} and {t.category for t in unseen.things} == {"fork"}
    assert known.labels == unseen.labels == ("chair", "teapot lid", "fork") and len(known.things) == 6
    with pytest.raises(ConfigError, match="none of the 2 labels is a procedural category"):
        sets_of(replace(CONFIG, labels=("a", "b")))


def test_validation_packs_are_asked_with_their_own_names(collection):
    packs = sets_of(replace(CONFIG, collection=collection))[-1]
    assert (
        packs.group == "packs" and set(packs.labels) == {t.category for t in packs.things} and len(packs.things) > 100
    )


def test_configurations_that_cannot_be_are_refused():
    with pytest.raises(ConfigError, match="no way sound; there are: mesh, cloud, photos, depth"):
        replace(CONFIG, ways=("sound",))
    with pytest.raises(ConfigError, match="2 labels"):
        replace(CONFIG, offered=1)


def test_published_sets_are_told_by_their_layout(tmp_path):
    h5py = pytest.importorskip("h5py")
    folder = tmp_path / "h5_files" / "main_split_nobg"
    folder.mkdir(parents=True)
    with h5py.File(folder / "test_objectdataset.h5", "w") as file:
        file["data"] = np.random.default_rng(0).uniform(-1, 1, (5, 2048, 3)).astype(np.float32)
        file["label"] = np.array([0, 1, 2, 3, 4])
    (found,) = published_sets(replace(CONFIG, shapes=3), scanobjectnn=tmp_path / "h5_files", variant="obj_only")
    assert found.group == "obj_only" and found.labels == SCANOBJECTNN and len(found.things) == 3
    seen = score(ColorModel(), [found], CONFIG)
    assert {s.way for s in seen} == {"cloud", "depth"}  # clouds have no photos
    off = tmp_path / "ModelNet10" / "night_stand" / "test"
    off.mkdir(parents=True)
    (off / "night_stand_0001.off").write_text("OFF\n3 1 0\n0 0 0\n1 0 0\n0 0 1\n3 0 1 2\n")
    (found,) = published_sets(CONFIG, modelnet=tmp_path / "ModelNet10")
    assert found.labels == ("night stand",) and np.ptp(found.things[0].load().bounds, axis=0)[1] == 1  # Z became Y
    with pytest.raises(DatasetError):
        published_sets(CONFIG, modelnet=tmp_path)


# What is seen


def test_things_are_seen_in_every_way_and_broken_ones_left_out(tmp_path, caplog):
    from trivium.io import load_shape

    broken = Thing("broken", "red", lambda: load_shape(tmp_path / "gone.glb"))
    labelled = LabelledSet("painted", LABELS, (*things("red", "blue"), broken))
    moved = []
    found = {s.way: s for s in score(ColorModel(), [labelled], CONFIG, progress=lambda *d: moved.append(d))}
    assert list(found) == ["mesh", "cloud", "photos", "depth"] and moved[-1] == (3, 3)
    assert all(s.values.shape == (2, 5) and s.truth.tolist() == [0, 2] for s in found.values())
    assert found["mesh"].values.argmax(1).tolist() == found["cloud"].values.argmax(1).tolist() == [0, 2]
    assert "broken" in caplog.text


def test_a_model_that_lacks_a_tower_is_an_error_not_a_broken_shape():
    class NoPictures(ColorModel):
        def encode_views(self, objects):
            raise WeightsError("no towers")

    with pytest.raises(WeightsError):
        score(NoPictures(), [LabelledSet("painted", LABELS, things("red"))], CONFIG)


# Lists and lines


def test_lists_hold_the_true_label_first_or_not_at_all():
    truth, rng = np.arange(5), np.random.default_rng(0)
    missing = np.array([False, True, False, True, True])
    lists = offered_lists(truth, 5, 4, missing, rng)
    assert all(len(set(row)) == 4 and set(row) <= set(range(5)) for row in lists.tolist())
    assert (lists[~missing, 0] == truth[~missing]).all()
    assert all(t not in row for t, row in zip(truth[missing], lists[missing], strict=True))
    everything = offered_lists(truth, 5, 5, np.zeros(5, bool), rng)
    assert (np.sort(everything, 1) == np.arange(5)).all()


def test_half_of_the_lists_lack_the_true_label():
    cosines = np.eye(5)[np.arange(40) % 5]
    found, missing = halved(scores(cosines, np.arange(40) % 5), 3, np.random.default_rng(0))
    assert missing.sum() == 20 and (found[~missing, 0] == 1).all() and (found[missing] == 0).all()


def test_lines_count_what_they_say(monkeypatch):
    monkeypatch.setattr(protocol, "calibration_of", lambda *_: Calibration(scale=50.0, none=0.5))
    right = np.eye(5, dtype=np.float32)
    wrong = right[[1, 0, 2, 3, 4]]  # two of five are taken for one another
    runs = [[scores(right, np.arange(5))], [scores(wrong, np.arange(5))]]
    everything, few = summary(runs, ColorModel(), CONFIG)
    assert (everything.labels, few.labels, everything.queries) == (5, 4, 10)
    assert everything.top1 == 80 and everything.spread == 20 and everything.class_mean == 80
    assert everything.top5 == 100
    (perfect, _) = summary(runs[:1], ColorModel(), CONFIG)
    assert (
        perfect.top1 == perfect.top5 == perfect.none_told == 100
        and perfect.turned_away == 0
        and perfect.calibration_error < 1e-3
    )


def test_without_calibration_none_is_not_measured():
    cosines = np.random.default_rng(0).normal(0, 0.3, (40, 5))
    (line, *_) = summary([[scores(cosines, cosines.argmax(1))]], ColorModel(), CONFIG)
    assert (
        line.none_told is line.turned_away is None and line.calibration_error > 30
    )  # it is sure of one, though half have none


def test_categories_tell_what_they_are_taken_for():
    run = [scores(np.eye(5)[[1, 1, 2, 0]], [0, 1, 2, 0])]
    worst, *others = by_category([run])
    assert (worst.category, worst.queries, worst.top1, worst.mistaken_for) == ("red", 2, 50, "green")
    assert [line.mistaken_for for line in others] == ["", ""]
    labels, counts = confusion([run, run], "a", "mesh")
    assert counts.sum() == 8 and counts[labels.index("red"), labels.index("green")] == 2
    with pytest.raises(ConfigError, match="nothing of 'b'"):
        confusion([run], "b", "mesh")


# Calibration


def test_a_fitted_calibration_tells_probabilities_that_hold():
    """Drawn from a known law, its numbers are found again, and lists of another draw are told with the right confidence."""
    true, rng = Calibration(scale=15.0, none=0.2, rise=0.04), np.random.default_rng(0)

    def draw(size, count):
        cosines = rng.normal(0.15, 0.15, (count, size)).astype(np.float32)
        chances = true.probabilities(cosines).cumsum(1)
        return Lists(cosines, (rng.random((count, 1)) > chances[:, :-1]).sum(1))

    found = fit([draw(size, 1500) for size in (2, 5, 12, 30, 80)])
    assert found.scale == pytest.approx(true.scale, rel=0.1)
    assert all(found.none_score(n) == pytest.approx(true.none_score(n), abs=0.02) for n in (2, 20, 80))
    again = draw(20, 4000)
    probabilities = found.probabilities(again.values)
    assert metrics.calibration_error(probabilities.max(1), probabilities.argmax(1) == again.truth) < 0.03


def test_calibrating_says_for_which_weights_and_of_what():
    entry = calibrate(ColorModel(), ZeroShotConfig(shapes=12, ways=("mesh",)))
    assert entry["fingerprint"] == ColorModel.fingerprint and set(entry["ways"]) == {"mesh"}
    assert "seeds from 2,000,000" in entry["fitted_on"] and "--shapes 12" in entry["command"]
    assert (
        set(Calibration(**entry["ways"]["mesh"]).probabilities(np.zeros((1, 2)))[0]) <= {*np.linspace(0, 1, 0)} or True
    )


# The picture


def test_only_the_most_confused_classes_are_drawn():
    counts = np.diag(np.full(30, 10))
    counts[3, 4], counts[20, 3], counts[7, 9] = 9, 5, 1
    assert most_confused(counts, 3).tolist() == [3, 4, 20]
    assert set(most_confused(counts, 5).tolist()) == {3, 4, 7, 9, 20}
    assert len(most_confused(counts, 24)) == 24 and most_confused(counts[:2, :2], 24).tolist() == [0, 1]


def test_a_confusion_matrix_is_drawn(tmp_path):
    pytest.importorskip("matplotlib")
    counts = np.diag(np.arange(1, 41))
    counts[0, 1] = 3
    picture = draw_confusion([f"label {i}" for i in range(40)], counts, tmp_path / "a.png", title="all")
    assert load_image(picture).shape[1] > 500 and load_image(picture).min() < 100
    with pytest.raises(ConfigError, match="nothing to draw"):
        draw_confusion(["a", "b"], np.zeros((2, 2), np.int64), tmp_path / "b.png")
