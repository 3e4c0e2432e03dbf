"""Data sets to shards: what fails, what is killed, what is resumed."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.tiny_reader import TinyReader
from trivium.data import build
from trivium.data.build import BuildConfig, build_shards
from trivium.data.readers import ModelFolder
from trivium.data.samples import SampleConfig
from trivium.data.shard_folder import ShardFolder
from trivium.data.shards import read_shards, shard_name
from trivium.errors import LOAD_CODES, DatasetError
from trivium.io import save_glb
from trivium.procedural import generate

ALONE = BuildConfig(samples_per_shard=3, workers=1)
PAIR = BuildConfig(samples_per_shard=3, workers=2)


def shards_of(folder):
    return {p.name: p.read_bytes() for p in sorted(Path(folder).glob("shard-*.tar"))}


def ids(folder):
    return [int(s.id.split("/")[1].split(".")[0]) for s in read_shards(folder)]


def test_a_data_set_becomes_shards(tmp_path):
    seen = []
    report = build_shards(TinyReader(10), tmp_path, ALONE, progress=lambda *done: seen.append(done))
    assert ids(tmp_path) == list(range(10)) and report.failed == ()
    assert list(report.index.samples.values()) == [3, 3, 3, 1]
    assert report.index.made_by["source"] == {"layout": "tiny", "normals": "face", "salt": 0}
    assert seen == [(3, 10), (6, 10), (9, 10), (10, 10)]


def test_failures_are_written_down_and_not_fatal(tmp_path):
    reader = TinyReader(10, broken=(1, 6, 7, 8))
    report = build_shards(reader, tmp_path, ALONE)
    assert ids(tmp_path) == [0, 2, 3, 4, 5, 9]
    assert sorted(shards_of(tmp_path)) == [shard_name(0), shard_name(1), shard_name(3)]  # nothing left of shard 2
    rows = list(csv.DictReader((tmp_path / "failures.csv").read_text().splitlines()))
    assert [r["id"] for r in rows] == [f.id for f in report.failed] == [f"thing/{i}.glb" for i in (1, 6, 7, 8)]
    assert rows[0]["code"] == "unreadable" and rows[0]["path"] == "/somewhere/1.glb"
    assert build_shards(reader, tmp_path, ALONE).failed == report.failed  # also when nothing is left to do


def test_another_plan_is_refused(tmp_path):
    build_shards(TinyReader(4), tmp_path, ALONE)
    for reader, config, what in (
        (TinyReader(4, salt=1), ALONE, "source.salt: 0 -> 1"),
        (TinyReader(5), ALONE, "objects: "),
        (TinyReader(4), BuildConfig(samples_per_shard=2, workers=1), "samples_per_shard: 3 -> 2"),
    ):
        with pytest.raises(DatasetError, match=f"begun with another plan .*{what}"):
            build_shards(reader, tmp_path, config)
    with pytest.raises(TypeError):
        BuildConfig(shards=3)
    with pytest.raises(DatasetError, match="workers=0"):
        BuildConfig(workers=0)


def test_shards_of_others_are_left_alone(tmp_path):
    (tmp_path / shard_name(0)).write_bytes(b"precious")
    with pytest.raises(DatasetError, match="not made here"):
        build_shards(TinyReader(4), tmp_path, ALONE)
    assert (tmp_path / shard_name(0)).read_bytes() == b"precious"


def test_two_builds_do_not_share_a_folder(tmp_path):
    with ShardFolder(tmp_path).opened({}), pytest.raises(DatasetError, match="another process"):
        build_shards(TinyReader(4), tmp_path, ALONE)


def test_a_shard_that_was_deleted_is_made_again(tmp_path):
    build_shards(TinyReader(10), tmp_path, ALONE)
    before = shards_of(tmp_path)
    (tmp_path / shard_name(1)).unlink()
    build_shards(TinyReader(10), tmp_path, ALONE)
    assert shards_of(tmp_path) == before


BUILD_AND_HANG = """
import sys
from data.tiny_reader import TinyReader
from trivium.data.build import BuildConfig, build_shards

if __name__ == "__main__":
    build_shards(TinyReader(20, hang_at=10), sys.argv[1], BuildConfig(samples_per_shard=3, workers=2))
"""


def path_to_tests():
    here = Path(__file__).parents[1]
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(Path(build.__file__).parents[2])])}


def children(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(p) for p in listed.read_text().split()] if listed.is_file() else []


def is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_build_killed_by_force_goes_on(tmp_path):
    """kill -9 in the middle of shard 3; nothing of it is left under its name, and what was done is not done again."""
    script = tmp_path / "script.py"
    script.write_text(BUILD_AND_HANG)
    out = tmp_path / "out"
    process = subprocess.Popen([sys.executable, str(script), str(out)], env=path_to_tests())
    reading = out / "receipts" / "reading-000003"
    deadline = time.monotonic() + 60
    while not (reading.is_file() and reading.read_text() == "10") and time.monotonic() < deadline:
        time.sleep(0.05)
    orphans = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (out / "index.json").exists() and shard_name(3) not in shards_of(out)
    assert shard_name(0) in shards_of(out)
    with pytest.raises(DatasetError, match="run it to its end"):
        read_shards(out)
    kept = {p.name: p.stat().st_mtime_ns for p in out.glob("*.tar")}
    while any(map(is_alive, orphans)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, orphans)), "workers outlive their parent"
    build_shards(TinyReader(20), out, ALONE)
    assert ids(out) == list(range(20)) and not list(out.glob(".*.part"))
    assert {n: t for n, t in ((p.name, p.stat().st_mtime_ns) for p in out.glob("*.tar")) if n in kept} == kept
    build_shards(TinyReader(20), tmp_path / "straight", ALONE)
    assert shards_of(out) == shards_of(tmp_path / "straight")


def test_an_object_that_kills_its_reader_is_left_out(tmp_path):
    report = build_shards(TinyReader(6, deadly=(4,)), tmp_path / "out", PAIR)
    assert ids(tmp_path / "out") == [0, 1, 2, 3, 5]
    assert [(f.id, f.code) for f in report.failed] == [("thing/4.glb", "reader-died")]
    alone = build_shards(TinyReader(6, broken=(4,)), tmp_path / "alone", ALONE)
    assert shards_of(tmp_path / "out") == shards_of(tmp_path / "alone")  # workers change nothing
    assert alone.failed[0].id == report.failed[0].id


def test_ctrl_c_does_not_wait_for_shards_that_are_half_made(tmp_path):
    def interrupt(*_):
        raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        build_shards(TinyReader(20, hang_at=10), tmp_path, PAIR, progress=interrupt)
    assert time.monotonic() - started < 60  # the object hangs for 600 s


def test_workers_that_cannot_start_are_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(build, "_start_worker", os._exit)
    with pytest.raises(DatasetError, match="build with 1 worker"):
        build_shards(TinyReader(7), tmp_path, PAIR)


def test_a_folder_of_models_with_broken_files(tmp_path):
    models = tmp_path / "models"
    (models / "stools").mkdir(parents=True)
    for seed in range(2):
        save_glb(generate("stool", seed=seed).mesh, models / "stools" / f"stool_{seed}.glb")
    (models / "broken.glb").write_bytes(b"glTF" + bytes(30))
    (models / "flat.stl").write_text("solid flat\nendsolid flat\n")
    config = SampleConfig(num_points=64, num_views=12, view_size=16)
    report = build_shards(ModelFolder(models, config), tmp_path / "out", BuildConfig(workers=1))
    assert sorted(Path(f.path).name for f in report.failed) == ["broken.glb", "flat.stl"]
    assert {f.code for f in report.failed} <= set(LOAD_CODES)
    samples = list(read_shards(tmp_path / "out"))
    assert [s.id for s in samples] == ["stools/stool_0.glb", "stools/stool_1.glb"]
    assert samples[0].views.shape == (12, 16, 16, 3) and samples[0].captions == ("stools", "stool 0")
