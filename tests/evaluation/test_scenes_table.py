"""Scene querying measured: overlaps by definition, a perfect cut is perfect, and the table adds up."""

import numpy as np
import pytest

from trivium.errors import ConfigError, ShapeError
from trivium.evaluation.scenes import (
    METHODS,
    SceneFind,
    SceneTestConfig,
    _overlaps,
    evaluate_scenes,
    mean_of_seeds,
    rooms_to_ask,
    scene_summary,
)
from trivium.models import load_model


def test_overlaps_match_the_definition():
    rng = np.random.default_rng(0)
    owner, instances = rng.integers(-1, 3, 200), rng.integers(-1, 4, 200)
    found = _overlaps(owner, instances, 3, 4)
    for s in range(3):
        for i in range(4):
            a, b = set(np.flatnonzero(owner == s)), set(np.flatnonzero(instances == i))
            assert found[s, i] == pytest.approx(len(a & b) / len(a | b))


def test_rooms_are_the_same_for_a_seed_and_others_for_another():
    one, again, other = (next(iter(rooms_to_ask(SceneTestConfig(num_points=30_000, seed=s)))) for s in (0, 0, 1))
    assert np.array_equal(one.scene.cloud.points, again.scene.cloud.points)
    assert set(one.photos) == set(one.visible) and one.photos[one.visible[0]].shape == (224, 224, 3)
    assert one.scene.categories != other.scene.categories


def test_a_perfect_cut_covers_what_is_there_and_kmeans_does_not():
    config = SceneTestConfig(rooms=1, num_points=100_000, methods=("true instances", "paper"), photos=False)
    truth, paper = scene_summary(evaluate_scenes(config, load_model("mini")))
    assert truth.method == "true instances" and truth.cut > 80 > paper.cut
    assert truth.hit > paper.hit and truth.words == paper.words > 5


def test_a_room_in_which_nothing_is_found_counts_as_missed(monkeypatch):
    def nothing(*_):
        raise ShapeError("there is nothing in the room")

    monkeypatch.setitem(METHODS, "unmerged", nothing)
    config = SceneTestConfig(rooms=1, num_points=30_000, methods=("unmerged", "paper"))
    missed, paper = scene_summary(evaluate_scenes(config, load_model("mini")))
    assert (missed.words, missed.photos, missed.things) == (paper.words, paper.photos, paper.things)
    assert missed.hit == missed.hit_25 == missed.by_photo == missed.cut == 0


def find(overlap, inside=True, kind="word", method="ours"):
    return SceneFind(method=method, kind=kind, query="chair", overlap=overlap, inside=inside, seconds=1.0)


def test_the_table_counts():
    finds = [find(0.6), find(0.5), find(0.3, False), find(0.0, False), find(0.7, kind="photo"), find(0.4, kind="cut")]
    (line,) = scene_summary(finds)
    assert (line.words, line.hit, line.hit_25, line.inside) == (4, 50.0, 75.0, 50.0)
    assert (line.photos, line.by_photo, line.things, line.cut) == (1, 100.0, 1, 0.0)
    ((mean, spread),) = mean_of_seeds([[line], scene_summary([find(0.9)])])
    assert mean.hit == 75.0 and spread == 25.0


def test_an_unknown_method_is_said():
    with pytest.raises(ConfigError, match="no method magic"):
        SceneTestConfig(methods=("magic",))
