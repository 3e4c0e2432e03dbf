import csv
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from standin import DIM, StandIn
from trivium.errors import LibraryError, LoadError, QueryError
from trivium.geometry import Mesh, PointCloud
from trivium.io import save_glb, save_ply
from trivium.procedural.solids import box, sphere, to_surface
from trivium.retrieval import Library
from trivium.retrieval.meta import FORMAT

COLORS = {"red": (1.0, 0.0, 0.0), "green": (0.0, 1.0, 0.0), "blue": (0.0, 0.0, 1.0)}


def write_box(path, color, *, height=1.0, name=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    save_glb(Mesh((to_surface(box(1, height, 1), color=color),), name or path.stem), path)
    return path


@pytest.fixture
def models(tmp_path):
    folder = tmp_path / "models"
    for name, color in COLORS.items():
        for height in (1, 3):
            write_box(folder / "boxes" / f"{name}_box_{height}.glb", color, height=float(height))
    save_glb(Mesh((to_surface(sphere(1), color=(1.0, 0.0, 0.0)),)), folder / "red_ball.glb")
    save_ply(PointCloud(np.random.default_rng(0).random((50, 3)).astype(np.float32)), folder / "scan.ply")
    return folder


@pytest.fixture
def library(models, tmp_path):
    made = Library(tmp_path / "lib.trivium", StandIn())
    made.add(models)
    return made


def test_add_finds_everything_below_and_says_what_it_did(models, tmp_path):
    library = Library(tmp_path / "lib.trivium", StandIn())
    seen = []
    report = library.add(models, progress=lambda done, total, path: seen.append((done, total)))
    assert (report.added, report.updated, report.unchanged, report.failed) == (8, 0, 0, ())
    assert seen[-1] == (8, 8) and len(library) == 8
    again = library.add(models)
    assert (again.added, again.unchanged) == (0, 8)


def test_items_know_their_file(library):
    scan = next(i for i in library.items() if i.path.endswith("scan.ply"))
    assert (scan.kind, scan.points, scan.faces, scan.textured, scan.format) == ("points", 50, 0, "no", "ply")
    tall = next(i for i in library.items() if i.path.endswith("red_box_3.glb"))
    assert (tall.kind, tall.name, tall.category, tall.textured) == ("mesh", "red box 3", "boxes", "colours")
    assert tall.size == pytest.approx(3.0) and tall.faces == 16


def test_a_manifest_beside_the_files_is_used(models, tmp_path):
    with (models / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["path", "name", "category", "licence"], ["red_ball.glb", "a fine ball", "toy", "CC0-1.0"]])
    library = Library(tmp_path / "lib.trivium", StandIn())
    library.add(models)
    assert [(i.name, i.licence) for i in library.items("category=toy")] == [("a fine ball", "CC0-1.0")]


def test_a_manifest_without_paths_is_refused(models, tmp_path):
    (tmp_path / "bad.csv").write_text("a,b\n1,2\n")
    with pytest.raises(LoadError, match="path"):
        Library(tmp_path / "lib.trivium", StandIn()).add(models, metadata=tmp_path / "bad.csv")


def test_search_by_picture_words_shape_and_mix(library, models):
    red = Image.new("RGB", (20, 20), (255, 0, 0))
    assert {h.name.split()[0] for h in library.search(images=red, top_k=3)} == {"red"}
    assert library.search(shape=models / "red_ball.glb")[0].name == "red ball"
    assert library.search(shape=models / "red_ball.glb")[0].score == pytest.approx(1, abs=1e-4)
    assert len(library.search(text="anything", top_k=2)) == 2
    mix = library.search(images=[red, red], shape=models / "boxes" / "green_box_1.glb", weights={"images": 3.0})
    assert mix[0].name.startswith("red")


def test_scores_fall_and_match_the_embeddings(library):
    hits = library.search(text="chair", top_k=8)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    ids, rows = library.embeddings()
    query = StandIn().encode_texts(["chair"])[0]
    best = dict(zip(ids, rows @ query, strict=True))
    assert all(h.score == pytest.approx(best[h.id], abs=1e-5) for h in hits)


def test_without_takes_away(library):
    model = StandIn()
    rows = dict(zip(*library.embeddings(), strict=True))
    plain = library.search(text="a", top_k=8)
    less = library.search(text="a", without="b", weights={"without": 1.0}, top_k=8)
    wanted = model.encode_texts(["a"])[0] - model.encode_texts(["b"])[0]
    assert [h.id for h in less] == sorted(rows, key=lambda i: -float(rows[i] @ wanted))
    assert [h.id for h in less] != [h.id for h in plain]


def test_names_are_a_second_opinion(library):
    named = library._store.named("blue box", 50)
    assert {i.name for i in named[:2]} == {"blue box 1", "blue box 3"} and len(named) == 6
    near = [h.id for h in library.search(text="blue box", top_k=50)]
    score = {id: (61 / (60 + near.index(id) + 1)) / 2 for id in near}
    for place, item in enumerate(named, 1):
        score[item.id] += (61 / (60 + place)) / 2
    hits = library.search(text="blue box", names=True, top_k=8)
    assert [h.score for h in hits] == pytest.approx(sorted(score.values(), reverse=True), abs=1e-5)
    assert all(h.score == pytest.approx(score[h.id], abs=1e-5) for h in hits)
    with pytest.raises(QueryError, match="give text"):
        library.search(images=Image.new("RGB", (4, 4)), names=True)


@pytest.mark.parametrize(
    ("filter", "count"),
    [
        ("category=boxes", 6), ("kind=points", 1), ("name~RED", 3), ("size>2.5", 3), ("size<=2.5,kind=mesh", 4),
        (["category=boxes", "name!=red box 1"], 5), ("textured=no", 1), ("format=glb", 7), ("category=it's", 0), (None, 8),
    ],
)  # fmt: skip
def test_filters(library, filter, count):
    assert len(library.search(text="x", filter=filter, top_k=50)) == count == len(library.items(filter))


@pytest.mark.parametrize(
    "filter", ["colour=red", "faces=many", "faces~3", "name<3", "nonsense", "faces=nan", "name=x\x00", "1=1 OR name=x"]
)
def test_unknown_filters_are_refused(library, filter):
    with pytest.raises(QueryError):
        library.search(text="x", filter=[filter])


def test_filters_cannot_be_injected(library):
    for value in ("x' OR '1'='1", "x'; DROP TABLE items; --", "' OR ''='"):
        assert library.items([f"name={value}"]) == []
        assert library.items([f"path~{value}"]) == []
    assert len(library) == 8


@pytest.mark.parametrize("query", [{}, {"text": "  "}, {"text": [], "images": []}, {"without": "red"}])
def test_empty_queries_are_refused(library, query):
    with pytest.raises(QueryError, match="empty"):
        library.search(**query)


def test_bad_queries_are_refused(library, tmp_path):
    with pytest.raises(QueryError, match="top_k"):
        library.search(text="x", top_k=0)
    with pytest.raises(QueryError, match="too many"):
        library.search(images=[Image.new("RGB", (4, 4))] * 13)
    with pytest.raises(QueryError, match="weight"):
        library.search(text="x", weights={"colour": 1})
    (tmp_path / "no.png").write_bytes(b"\x89PNG no")
    with pytest.raises(LoadError):
        library.search(images=tmp_path / "no.png")
    with pytest.raises(QueryError, match="expected"):
        library.search_embedding(np.zeros(DIM))
    with pytest.raises(QueryError, match="cancel"):
        library.search(text="x", without="x", weights={"without": 1.0})


def test_search_embedding_is_search(library):
    row = StandIn().encode_texts(["stool"])[0]
    assert library.search_embedding(row * 7) == library.search(text="stool")


def test_pictures_are_kept(library, models):
    for item in library.items():
        thumbnail, strip = (
            Image.open(__import__("io").BytesIO(b)) for b in (library.thumbnail(item.id), library.turntable(item.id))
        )
        assert thumbnail.size == (224, 224) and strip.size == (12 * 160, 160)
        assert np.asarray(thumbnail).std() > 5
    with pytest.raises(LibraryError, match="no item"):
        library.thumbnail("nothing")


def test_failures_are_recorded_and_tried_again_only_after_a_change(library, models):
    broken = models / "broken.glb"
    broken.write_bytes(b"glTF\x02\x00")
    report = library.add(models)
    assert [(Path(f.path).name, f.code) for f in report.failed] == [("broken.glb", "unreadable")]
    assert [f.code for f in library.failed()] == ["unreadable"] and len(library) == 8
    assert library.add(models).skipped == 1
    assert len(library.add(models, retry_failed=True).failed) == 1
    write_box(broken, (0.0, 1.0, 1.0))
    assert library.add(models).added == 1 and library.failed() == []


def test_a_new_reader_tries_failures_again(library, models, monkeypatch):
    (models / "broken.glb").write_bytes(b"glTF\x02\x00")
    library.add(models)
    monkeypatch.setattr("trivium.retrieval.library.READER", "2")
    assert len(library.add(models).failed) == 1


def test_changed_files_are_embedded_anew_under_the_same_id(library, models):
    before = {i.path: i for i in library.items()}
    path = write_box(models / "boxes" / "red_box_1.glb", (0.0, 0.0, 1.0), height=5.0)
    report = library.add(models)
    assert (report.updated, report.unchanged) == (1, 7)
    after = {i.path: i for i in library.items()}
    assert after[str(path)].id == before[str(path)].id and after[str(path)].sha256 != before[str(path)].sha256
    assert library.search(shape=path)[0].score == pytest.approx(1, abs=1e-4)


def test_a_file_that_breaks_is_no_longer_found(library, models):
    (models / "red_ball.glb").write_bytes(b"no more")
    assert len(library.add(models).failed) == 1
    assert len(library) == 7 and not library.items("name=red ball")


def test_a_copy_is_its_own_item_and_needs_no_second_embedding(library, models, monkeypatch):
    shutil.copy(models / "red_ball.glb", models / "copy.glb")
    os.utime(models / "boxes" / "red_box_1.glb")  # touched, not changed
    monkeypatch.setattr(StandIn, "encode_prepared", lambda *_: pytest.fail("it was embedded again"))
    report = library.add(models)
    assert (report.added, report.updated) == (1, 1)
    ids, rows = library.embeddings([i.id for i in library.items("sha256=" + library.items("name=copy")[0].sha256)])
    assert len(ids) == 2
    np.testing.assert_array_equal(rows[0], rows[1])


def test_update_follows_the_folder(library, models):
    (models / "red_ball.glb").unlink()
    write_box(models / "new.glb", (0.5, 0.5, 0.5))
    report = library.update()
    assert report.added == 1 and len(library) == 8
    assert not library.items("name=red ball")
    shutil.move(models, models.with_name("unplugged"))
    library.update()
    assert len(library) == 8  # a folder that is not there at all loses nothing


def test_remove_by_id_and_path_leaves_files_alone(library, models):
    ball = library.items("name=red ball")[0]
    assert library.remove([ball.id, models / "scan.ply", "unknown"]) == 2
    assert len(library) == 6 and (models / "scan.ply").exists() and Path(ball.path).exists()


def test_verify_finds_faults_and_repairs_them(library, models):
    assert library.verify().sound
    (models / "red_ball.glb").unlink()
    os.utime(models / "scan.ply", (1, 1))
    report = library.verify()
    assert report.sound and len(report.files_missing) == len(report.files_changed) == 1
    for gone in (False, True):  # the file is indexed anew if it is there
        victim = next(i for i in library.items() if "box" in i.path)
        library._store._table("pictures").delete(f"id = '{victim.id}'")
        if gone:
            Path(victim.path).unlink()
        assert library.verify().without_picture == (victim.id,)
        before = len(library)
        assert library.repair(workers=1).without_picture == (victim.id,)
        assert library.verify().sound and len(library) == before - gone
        assert gone or victim.name == next(i for i in library.items() if i.id == victim.id).name


def test_another_model_is_refused_with_advice(library):
    with pytest.raises(LibraryError, match=r"index the files anew.*"):
        Library(library.path, StandIn(version="2"))
    with pytest.raises(LibraryError, match="stand-in"):
        Library(library.path, "mini")


def test_what_is_no_library_is_never_written_to(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    with pytest.raises(LibraryError, match="not a library"):
        Library(tmp_path / "photos", StandIn())
    assert [p.name for p in (tmp_path / "photos").iterdir()] == ["a.jpg"]
    with pytest.raises(LibraryError, match="trivium index"):
        Library(tmp_path / "nowhere.trivium", StandIn()).search(text="x")
    assert not (tmp_path / "nowhere.trivium").exists()


@pytest.mark.parametrize("damage", ["{", '{"format": 99}', "{}"])
def test_damaged_and_newer_libraries_are_refused(library, damage):
    (library.path / "meta.json").write_text(damage)
    with pytest.raises(LibraryError, match=r"damaged|newer"):
        Library(library.path, StandIn())


def test_missing_paths_are_an_error_before_anything_is_made(tmp_path):
    with pytest.raises(LoadError, match="nothing at"):
        Library(tmp_path / "lib.trivium", StandIn()).add(tmp_path / "nowhere")
    assert not (tmp_path / "lib.trivium").exists()


def test_one_writer_at_a_time_readers_always(library, models):
    code = (
        "import sys, time; from trivium.retrieval import Library; from standin import StandIn; "
        f"l = Library({str(library.path)!r}, StandIn()); c = l._writer(); c.__enter__(); print('locked', flush=True); time.sleep(60)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment)
    try:
        assert holder.stdout.readline() == b"locked\n"
        with pytest.raises(LibraryError, match="another process"):
            library.add(models)
        assert len(library.search(text="x", top_k=50)) == 8
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
    assert library.add(models).unchanged == 8  # the lock died with its process


def test_a_worker_that_dies_takes_nothing_down(tmp_path):
    folder = tmp_path / "models"
    for i in range(12):
        write_box(folder / f"box{i}.glb", (i / 12, 0.0, 0.0), name="killer" if i == 5 else "")
    library = Library(tmp_path / "lib.trivium", StandIn(die_on="box5"))
    report = library.add(folder, workers=2)
    assert report.added == 11
    assert [(Path(f.path).name, f.code) for f in report.failed] == [("box5.glb", "reader-died")]


INDEX = """
import sys
from standin import StandIn
from trivium.retrieval import Library
Library(sys.argv[1], StandIn()).add(sys.argv[2], workers=1, progress=lambda d, t, p: print(d, flush=True))
"""


@pytest.mark.parametrize("kill_after", [0, 5, 40, 75])
def test_killed_at_any_moment_it_opens_and_goes_on(tmp_path, kill_after):
    folder = tmp_path / "models"
    for i in range(80):
        write_box(folder / f"box{i}.glb", (i / 80, 0.3, 0.0), height=1 + i / 7)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.Popen(
        [sys.executable, "-c", INDEX, str(tmp_path / "l.trivium"), str(folder)], stdout=subprocess.PIPE, env=environment
    )
    done = 0
    while done < kill_after:
        done = int(run.stdout.readline())
    run.kill()
    run.wait()
    run.stdout.close()
    library = Library(tmp_path / "l.trivium", StandIn())
    written = len(library)
    assert written >= max(0, done - 32)  # at most one batch was not yet acknowledged
    if library.exists:
        assert library.verify().sound
    report = library.add(folder)
    assert report.unchanged == written and report.added == 80 - written
    assert len(library) == 80 == len({i.id for i in library.items()}) and library.verify().sound


def test_info_counts(library):
    info = library.info()
    assert (info.items, info.failed, info.model, info.dim) == (8, 0, "stand-in", DIM)
    assert info.formats == {"glb": 7, "ply": 1} and info.categories["boxes"] == 6 and info.bytes_on_disk > 1000


def test_a_reader_sees_what_another_object_writes(library, models):
    reader = Library(library.path, StandIn())
    assert len(reader) == 8
    write_box(models / "late.glb", (0.2, 0.9, 0.9))
    library.add(models)
    assert len(reader) == 9 and json.loads((library.path / "meta.json").read_text())["format"] == FORMAT


def test_an_empty_folder_makes_an_empty_library(tmp_path):
    (tmp_path / "empty").mkdir()
    library = Library(tmp_path / "lib.trivium", StandIn())
    started = time.monotonic()
    assert library.add(tmp_path / "empty").total == 0
    assert library.search(text="x") == [] and library.items() == [] and time.monotonic() - started < 10
