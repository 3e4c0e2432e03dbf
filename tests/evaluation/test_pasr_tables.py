from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from standin import tiny_pasr
from trivium.data.occlusion import LEVELS
from trivium.data.posed_photos import PosedPhoto
from trivium.errors import ConfigError
from trivium.evaluation.pasr import TABLES, Answer, evaluate_pasr, methods_of, summary
from trivium.evaluation.pasr_pictures import SIDE, draw_pasr
from trivium.evaluation.posed_scenes import (
    PoseTestConfig,
    gallery_of,
    photo_gallery,
    photo_queries,
    pose_error,
    pose_queries,
    scenes_of,
)
from trivium.geometry import Pose, PoseGrid
from trivium.geometry.symmetry import ANY, Symmetry
from trivium.io import load_image, save_glb
from trivium.models import load_model
from trivium.procedural import UNSEEN, generate

CONFIG = PoseTestConfig(procedural=10, queries=3, size=64)


@pytest.fixture(scope="module")
def gallery():
    return gallery_of(CONFIG)


def test_a_tenth_of_the_gallery_is_of_unseen_categories(gallery):
    assert [s.group for s in gallery] == ["procedural"] * 9 + ["unseen"]
    assert all((s.category in UNSEEN) == (s.group == "unseen") for s in gallery)
    assert len({s.key for s in gallery}) == 10
    assert {s.key for s in gallery_of(PoseTestConfig(procedural=10, seed=1))}.isdisjoint(s.key for s in gallery)


def test_queries_are_of_the_groups_that_are_asked_for(gallery):
    config = replace(CONFIG, groups=("unseen",), levels=("L0",))
    assert [gallery[q.index].group for q in pose_queries(gallery, config)] == ["unseen"]
    with pytest.raises(ConfigError, match="no group other; there are: procedural, unseen, packs"):
        replace(CONFIG, groups=("other",))
    with pytest.raises(ConfigError, match="no level L9"):
        replace(CONFIG, levels=("L0", "L9"))
    with pytest.raises(ConfigError, match="10 shapes has no packs"):
        scenes_of(replace(CONFIG, groups=("packs",)))


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


def test_groups_have_lines_of_their_own():
    answers = [answer("L0", 1, 5), replace(answer("L0", 9, 80), group="unseen")]
    lines = summary(answers, by_group=True)
    assert [(line.group, line.queries, line.top1) for line in lines] == [
        ("all", 2, 50), (answers[0].group, 1, 100), ("unseen", 1, 0),
    ]  # fmt: skip


def test_no_pose_is_no_number():
    line = summary([answer("L0", 1, 5, symmetric=True)])[0]
    assert np.isnan([line.within_30, line.median, line.known_median]).all() and line.top1 == 100
    assert line.to_json()["median"] is None and line.to_json()["top1"] == 100


@pytest.fixture(scope="module")
def few():
    config = replace(CONFIG, procedural=4, queries=2, levels=("L0", "L2"))
    return config, gallery_of(config)


@pytest.mark.parametrize("table", TABLES)
def test_every_method_of_a_table_answers_every_query(few, table, monkeypatch):
    monkeypatch.setattr(PoseGrid, "angles", lambda self: np.zeros((3, 3), np.float32))
    config, gallery = few
    told = []
    methods_of = TABLES[table](gallery, tiny_pasr(), load_model("mini"))
    queries = list(pose_queries(gallery, config))
    answers = evaluate_pasr(gallery, queries, methods_of, progress=lambda *step: told.append(step))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    methods = list(dict.fromkeys(a.method for a in answers))
    assert len(answers) == len(methods) * 2 * 2 and all(1 <= a.rank <= len(gallery) for a in answers)
    lines = summary(answers)
    assert [(line.method, line.level) for line in lines] == [(m, lv) for m in methods for lv in config.levels]


def test_lines_of_several_models_carry_their_names(few, monkeypatch):
    monkeypatch.setattr(PoseGrid, "angles", lambda self: np.zeros((3, 3), np.float32))
    two = methods_of("models", few[1], {"a": tiny_pasr(), "b": tiny_pasr()}, load_model("mini"))
    assert list(two) == ["a: initial search", "a: pose inference", "b: initial search", "b: pose inference"]
    assert "initial search" in methods_of("models", few[1], {"a": tiny_pasr()}, load_model("mini"))


def test_pictures_show_features_and_finds(few, tmp_path, monkeypatch):
    monkeypatch.setattr(PoseGrid, "angles", lambda self: np.zeros((3, 3), np.float32))
    config, gallery = few
    files = draw_pasr(tiny_pasr(), gallery, list(pose_queries(gallery, config)), tmp_path / "drawn")
    sizes = {file.name: load_image(file).shape for file in files}
    assert sizes["features.png"] == (2 * SIDE, 4 * SIDE, 3)
    assert sizes["found-L0.png"] == sizes["found-L2.png"] == (2 * SIDE, 5 * SIDE, 3)  # the query and all four shapes


def test_photos_whose_poses_are_known_are_queries_too(tmp_path):
    """A gallery of their models, and squares around their boxes; a photo in which something is hidden is left out."""
    save_glb(generate("chair", seed=0).mesh, tmp_path / "chair.glb")
    photo = np.full((60, 100, 3), 90, np.uint8)
    photo[20:40, 50:90] = 200
    Image.fromarray(photo).save(tmp_path / "photo.png")
    known = PosedPhoto(
        tmp_path / "photo.png", tmp_path / "chair.glb", "chair", Pose(1.0, 0.2), (50, 20, 90, 40), hidden=False
    )
    gone = replace(known, model=tmp_path / "gone.glb")
    photos = [known, replace(known, hidden=True), gone]
    gallery = photo_gallery(photos)
    assert [shape.category for shape in gallery] == ["chair"]
    queries = list(photo_queries(photos, gallery, replace(CONFIG, levels=("L0", "L3"))))
    assert [(q.index, q.level, q.pose) for q in queries] == [(0, "L0", known.pose), (0, "L3", known.pose)]
    clean, hidden = (q.picture for q in queries)
    side = clean.shape[0]
    assert (clean[side // 2, side // 2] > 190).all() and (clean[2, 2] < 100).all() and (clean != hidden).any()
