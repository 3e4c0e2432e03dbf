import numpy as np
import pytest

from trivium.data.occlusion import LEVELS
from trivium.evaluation.pasr import Answer, PoseTestConfig, gallery_of, pose_error, pose_queries, summary
from trivium.geometry import Pose
from trivium.geometry.symmetry import ANY, Symmetry
from trivium.procedural import UNSEEN

CONFIG = PoseTestConfig(procedural=10, queries=3, size=64)


@pytest.fixture(scope="module")
def gallery():
    return gallery_of(CONFIG)


def test_a_tenth_of_the_gallery_is_of_unseen_categories(gallery):
    assert [s.group for s in gallery] == ["procedural"] * 9 + ["unseen"]
    assert all((s.category in UNSEEN) == (s.group == "unseen") for s in gallery)
    assert len({s.key for s in gallery}) == 10
    assert {s.key for s in gallery_of(PoseTestConfig(procedural=10, seed=1))}.isdisjoint(s.key for s in gallery)


def test_the_levels_show_the_same_scene(gallery):
    queries = list(pose_queries(gallery, CONFIG))
    assert len(queries) == 3 * len(LEVELS)
    for i in range(0, len(queries), 4):
        same = queries[i : i + 4]
        assert [q.level for q in same] == list(LEVELS) and len({q.index for q in same}) == 1
        assert all(q.pose == same[0].pose for q in same)
        changed = [(q.picture != same[0].picture).any(2).mean() for q in same]
        assert changed[0] == 0 < min(changed[1:])
    again = list(pose_queries(gallery, CONFIG))
    assert all((a.picture == b.picture).all() for a, b in zip(queries, again, strict=True))


def test_an_error_is_that_to_the_nearest_pose_that_looks_the_same():
    here, turned = Pose(0.3, 0.2), Pose(0.3 + np.pi / 2, 0.2)
    assert pose_error(here, here, Symmetry()) == pytest.approx(0, abs=0.1)
    assert pose_error(turned, here, Symmetry()) == pytest.approx(90, abs=0.1)
    assert pose_error(turned, here, Symmetry(y=4)) == pytest.approx(0, abs=0.1)
    assert pose_error(turned, here, Symmetry(y=2)) == pytest.approx(90, abs=0.1)
    assert pose_error(Pose(2.0, 0.2), here, Symmetry(y=ANY)) < 5.1
    assert pose_error(Pose(0.3, 0.7), here, Symmetry(y=ANY)) == pytest.approx(np.degrees(0.5), abs=5.1)


def test_a_ball_looks_the_same_from_everywhere():
    assert pose_error(Pose(0.3, 0.2), Pose(2.0, 1.0, 0.4), Symmetry(ANY, ANY, ANY)) == 0
    assert Symmetry(y=ANY).everywhere is False


def answer(level: str, rank: int, error: float, symmetric: bool = False) -> Answer:
    return Answer(
        method="m", level=level, group="procedural", symmetric=symmetric, rank=rank, category=rank < 3, error=error,
        known=error / 2,
    )  # fmt: skip


def test_a_summary_counts_what_it_says():
    answers = [answer("L0", 1, 5), answer("L0", 4, 50), answer("L0", 9, 20), answer("L0", 1, 170, symmetric=True)]
    line = summary([*answers, answer("L3", 2, 80)])[0]
    assert (line.level, line.queries, line.top1, line.top5, line.category) == ("L0", 4, 50, 75, 50)
    assert line.within_30 == pytest.approx(200 / 3) and line.within_10 == pytest.approx(100 / 3) and line.median == 20
    assert line.known_within_30 == 100 and line.known_median == 10
    everything = summary(answers, poses_of=lambda a: True)[0]
    assert everything.within_30 == 50 and everything.median == 35


def test_no_pose_is_no_number():
    line = summary([answer("L0", 1, 5, symmetric=True)])[0]
    assert np.isnan([line.within_30, line.median, line.known_median]).all() and line.top1 == 100
