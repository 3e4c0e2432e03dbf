"""Segments and their scores: sizes count, parts are joined, and rows are compared as the definition says."""

import numpy as np
import pytest

from trivium.geometry import PointCloud, sample_surface
from trivium.geometry.furniture import take_apart
from trivium.models import load_model
from trivium.models.scenes import NAMES, Judge, SceneConfig, segments_of
from trivium.procedural import generate
from trivium.procedural.sizes import typical_sizes


@pytest.fixture(scope="module")
def judge():
    return Judge(load_model("mini"))


def test_scores_are_shares_beside_all_names(judge):
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(3, judge.model.dim)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    sizes = np.array([[0.5, 1.0, 0.5], [2.0, 0.8, 0.9], [0.3, 0.3, 0.1]], np.float32)
    words, config = judge.rows_of(["chair", "sofa"]), judge.config
    known = list(typical_sizes().values())
    named, bank = judge.rows_of(list(typical_sizes())), judge.rows_of(NAMES)

    def evidence(row, size, word):
        x, y, z = size
        logs, weights = np.log([y, max(x, z), min(x, z)]), np.exp(named @ word / config.size_words)
        likely = [
            np.exp(
                -min(
                    12, sum((a - m) ** 2 / (s**2 + config.size_spread**2) for a, m, s in zip(logs, *k, strict=True)) / 2
                )
            )
            for k in known
        ]
        return row @ word + config.size_weight * np.log(np.dot(likely, weights / weights.sum()))

    for i in range(3):
        others = sum(np.exp(evidence(rows[i], sizes[i], n) / config.softness) for n in bank)
        for j in range(2):
            asked = np.exp(evidence(rows[i], sizes[i], words[j]) / config.softness)
            assert judge.scores(rows, sizes, words)[i, j] == pytest.approx(asked / (asked + others), rel=1e-3)


def test_size_tells_things_apart_that_look_the_same(judge):
    row = np.tile(judge.rows_of(["thing"]), (2, 1))
    sizes = np.array([[0.3, 0.3, 0.06], [1.5, 2.0, 0.6]], np.float32)
    scores = judge.scores(row, sizes, judge.rows_of(["clock", "wardrobe"]))
    assert scores[0, 0] > scores[1, 0] and scores[1, 1] > scores[0, 1]


def test_a_segment_holds_each_point_once_and_no_piece_is_lost(judge):
    chair, table = generate("chair", seed=2).mesh, generate("table", seed=4).mesh
    away = np.eye(4, dtype=np.float32)
    away[0, 3] = 2.0
    rng = np.random.default_rng(0)
    parts = [sample_surface(m, 12_000, rng=rng).points for m in (chair, table.transformed(away))]
    furniture = take_apart(PointCloud(np.concatenate(parts)))
    segments = segments_of(furniture, judge)
    members = np.concatenate([s.points for s in segments])
    assert len(np.unique(members)) == len(members) > 0.97 * len(furniture.cloud)
    sides = [furniture.cloud.points[s.points][:, 0] for s in segments]
    assert all(x.max() < 1.0 or x.min() > 1.0 for x in sides)  # nothing of both
    assert len(segments) <= len(segments_of(furniture, judge, merged=False))
    for segment in segments:
        assert np.linalg.norm(segment.row) == pytest.approx(1, abs=1e-3)
        assert segment.views.shape == (judge.config.views, judge.model.dim)


def test_a_typo_in_a_config_fails():
    with pytest.raises(TypeError):
        SceneConfig(view=2)
