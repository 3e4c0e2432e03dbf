"""Re-ranking with a tiny untrained model: what is promised here is what is kept, not the ranking."""

import logging
import os
from pathlib import Path

import numpy as np
import pytest

from standin import StandIn, tiny_pasr
from trivium.errors import QueryError
from trivium.geometry import PoseGrid
from trivium.io import load_image, save_glb
from trivium.models.pose_inference import LOWEST, PoseConfig
from trivium.procedural import generate
from trivium.retrieval import Library, rerank
from trivium.retrieval.rerank import PoseReranker

CONFIG = PoseConfig(grid=PoseGrid(elevations=1, azimuths=4, rolls=1), refined=2, steps=2)
PHOTO = np.random.default_rng(0).integers(0, 256, (50, 70, 3), dtype=np.uint8)


@pytest.fixture
def library(tmp_path) -> Library:
    folder = tmp_path / "models"
    folder.mkdir()
    for i, name in enumerate(("stool", "mug", "car")):
        save_glb(generate(name, seed=i).mesh, folder / f"{name}.glb")
    library = Library(tmp_path / "a.trivium", StandIn())
    library.add(folder, workers=1)
    return library


def test_every_item_gets_a_score_and_a_pose_for_each_photo(library, tmp_path):
    ranked = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG).rank([PHOTO, PHOTO[::-1]], library.items())
    assert {r.item.id for r in ranked} == {i.id for i in library.items()}
    assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)
    assert all(len(r.poses) == 2 and -1 <= r.score <= 1 for r in ranked)


def test_a_shape_is_read_once(library, tmp_path, monkeypatch):
    reranker, items = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG), library.items()
    first = reranker.rank([PHOTO], items)
    monkeypatch.setattr(rerank, "load_shape", lambda *_: pytest.fail("read twice"))
    Path(items[0].path).touch()  # another time, the same bytes
    again = reranker.rank([PHOTO], items)
    assert [(r.item.id, r.score, r.poses) for r in again] == [(r.item.id, r.score, r.poses) for r in first]


@pytest.mark.parametrize("known_before", [False, True])
def test_what_is_gone_comes_last_and_has_no_pose(library, tmp_path, caplog, known_before):
    items, reranker = library.items(), PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG)
    if known_before:
        reranker.rank([PHOTO], items)
    Path(items[1].path).unlink()
    with caplog.at_level(logging.WARNING):
        ranked = reranker.rank([PHOTO], items)
    assert (ranked[-1].item, ranked[-1].score, ranked[-1].poses) == (items[1], LOWEST, ())
    assert items[1].path in caplog.text


def test_nothing_left_to_compare_is_an_answer_too(library, tmp_path):
    items = library.items()
    for item in items:
        Path(item.path).unlink()
    ranked = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG).rank([PHOTO], items)
    assert [r.score for r in ranked] == [LOWEST] * 3
    assert PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG).rank([PHOTO], []) == []


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"PK\x03\x04\xff\xff\x01\x00", None])
def test_what_is_damaged_is_made_anew(library, tmp_path, damage):
    reranker, items = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG), library.items()
    first = reranker.rank([PHOTO], items)
    for file in reranker.folder.iterdir():
        file.write_bytes(file.read_bytes()[:2000] if damage is None else damage)
    again = reranker.rank([PHOTO], items)
    assert [(r.item.id, r.score) for r in again] == [(r.item.id, r.score) for r in first]


def test_another_model_or_other_poses_use_nothing_of_it(library, tmp_path):
    known = PoseReranker(tmp_path / "pose", tiny_pasr("one"), CONFIG)
    known.rank([PHOTO], library.items())
    for other in (
        PoseReranker(tmp_path / "pose", tiny_pasr("two"), CONFIG),
        PoseReranker(tmp_path / "pose", tiny_pasr("one")),
    ):
        assert other.folder != known.folder and not other.folder.exists()


def test_a_folder_that_may_not_be_written_is_searched_all_the_same(library, tmp_path, monkeypatch, caplog):
    refuse = lambda *_, **__: (_ for _ in ()).throw(OSError("read-only file system"))  # noqa: E731
    monkeypatch.setattr(Path, "replace", refuse)
    with caplog.at_level(logging.WARNING):
        ranked = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG).rank([PHOTO], library.items())
    assert len(ranked) == 3 and "read-only file system" in caplog.text
    assert not list((tmp_path / "pose").rglob("*.part"))
    monkeypatch.setattr(Path, "unlink", refuse)
    assert len(PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG).rank([PHOTO], library.items())) == 3


def test_what_killed_processes_left_is_removed_after_a_while(library, tmp_path):
    reranker = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG)
    reranker.folder.mkdir(parents=True)
    old, new = reranker.folder / "a.1.part", reranker.folder / "b.2.part"
    for file in (old, new):
        file.write_bytes(b"half")
    os.utime(old, (1, 1))
    reranker.rank([PHOTO], library.items())
    assert not old.exists() and new.exists()


@pytest.mark.parametrize("known_before", [False, True])
def test_a_file_that_has_changed_since_is_compared_as_it_is_and_kept_under_no_name(library, tmp_path, known_before):
    """Its hash is that of what was indexed: what is kept under it would be taken for the file of before."""
    reranker, items = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG), library.items()
    before = {r.item.id: r.score for r in reranker.rank([PHOTO], items)} if known_before else {}
    changed = items[0]
    save_glb(generate("guitar", seed=5).mesh, Path(changed.path))
    now = {r.item.id: r.score for r in reranker.rank([PHOTO], items)}
    assert len(now) == 3 and now[changed.id] != before.get(changed.id)
    if not known_before:
        kept = {file.stem for file in reranker.folder.glob("*.npz")}
        assert kept == {item.sha256 for item in items} - {changed.sha256}


@pytest.fixture
def posing(library) -> Library:
    """The library with a tiny pose model."""
    return Library(library.path, StandIn(), pose_model=tiny_pasr())


def test_a_search_that_is_ranked_by_pose_tells_poses_and_shows_them(posing):
    hits = posing.search(images=[PHOTO, PHOTO[::-1]], rerank="pose", top_k=2)
    assert len(hits) == 2 and hits[0].score >= hits[1].score
    for hit in hits:
        assert len(hit.poses) == len(hit.overlays) == 2
        assert load_image(hit.overlays[0]).shape == (320, 320, 3)
        assert hit.to_json()["poses"][0].keys() >= {"azimuth", "elevation", "roll", "score", "framing"}
    assert (posing.path / "poses").is_dir()
    assert "poses" not in posing.search(images=PHOTO)[0].to_json()


@pytest.mark.parametrize("known_before", [False, True])
def test_a_model_whose_file_is_gone_is_found_without_a_pose(posing, known_before):
    if known_before:
        posing.search(images=PHOTO, rerank="pose")
    for item in posing.items():
        Path(item.path).unlink()
    hits = posing.search(images=PHOTO, rerank="pose")
    assert len(hits) == 3 and not any(hit.poses or hit.overlays for hit in hits)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"text": "a mug", "rerank": "pose"}, "give images"),
        ({"images": PHOTO, "text": "mug", "names": True, "rerank": "pose"}, "names=True"),
        ({"images": PHOTO, "rerank": "position"}, "rerank is 'position'"),
    ],
)
def test_a_ranking_that_cannot_be_says_why(posing, asked, says):
    with pytest.raises(QueryError, match=says):
        posing.search(**asked)


def test_who_waits_is_told_how_far_it_is(posing):
    told = []
    posing.search(images=PHOTO, rerank="pose", progress=lambda *step: told.append(step))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_what_other_weights_made_is_not_used_and_that_is_said(library, tmp_path, caplog):
    PoseReranker(tmp_path / "pose", tiny_pasr("one"), CONFIG).rank([PHOTO], library.items())
    other = PoseReranker(tmp_path / "pose", tiny_pasr("two"), CONFIG)
    with caplog.at_level(logging.WARNING):
        other.rank([PHOTO], library.items())
        assert "other weights" in caplog.text and len(list(other.folder.glob("*.npz"))) == 3
        caplog.clear()
        other.rank([PHOTO], library.items())
        assert not caplog.text


def test_only_the_newest_shapes_are_kept(library, tmp_path, monkeypatch):
    monkeypatch.setattr(rerank, "KEPT", 2)
    reranker = PoseReranker(tmp_path / "pose", tiny_pasr(), CONFIG)
    assert len(reranker.rank([PHOTO], library.items())) == 3 and len(list(reranker.folder.glob("*.npz"))) == 2
