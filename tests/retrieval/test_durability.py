"""What disks, clocks and other processes do to a library while it is used."""

import os
import subprocess
import threading
from pathlib import Path

import numpy as np
import pytest

from standin import StandIn
from trivium.errors import LibraryError
from trivium.io import save_glb
from trivium.procedural import generate
from trivium.retrieval import Library, store

GREY = np.full((8, 8, 3), 128, np.uint8)


@pytest.fixture
def models(tmp_path):
    folder = tmp_path / "models"
    folder.mkdir()
    for i in range(12):
        save_glb(generate("stool", seed=i).mesh, folder / f"m{i:02d}.glb")
    return folder


@pytest.fixture
def disk(tmp_path):
    """A disk of two megabytes of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here: root on Linux can")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def intact(library: Library, count: int) -> None:
    assert len(library) == count and library.verify().sound
    assert len(library.search(images=GREY, top_k=100)) == count


def test_a_full_disk_loses_nothing_and_is_gone_on_from(models, disk, monkeypatch):
    monkeypatch.setattr(store, "BATCH", 2)
    path = disk / "a.trivium"
    Library(path, StandIn()).add(models / "m00.glb", workers=1)
    filler = disk / "filler"
    with filler.open("wb") as file:
        free = os.statvfs(disk)
        file.write(bytes(free.f_bavail * free.f_frsize - 60_000))
    with pytest.raises(LibraryError, match=r"cannot be written.*make space"):
        Library(path, StandIn()).add(models, workers=1)
    left = Library(path, StandIn())
    intact(left, len(left))
    assert "m00" in {Path(i.path).stem for i in left.items()}
    filler.unlink()
    Library(path, StandIn()).add(models, workers=1)
    intact(Library(path, StandIn()), 12)


def test_a_library_that_cannot_be_written_to_can_be_searched(models, disk):
    path = disk / "a.trivium"
    Library(path, StandIn()).add(models / "m00.glb", workers=1)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    library = Library(path, StandIn())
    intact(library, 1)
    with pytest.raises(LibraryError, match="cannot be written"):
        library.add(models, workers=1)
    intact(Library(path, StandIn()), 1)


def test_files_that_vanish_while_indexing_are_named(models, tmp_path):
    def vanish(done, total, path):
        if done == 1:
            (models / "m07.glb").unlink()

    library = Library(tmp_path / "a.trivium", StandIn())
    report = library.add(models, workers=1, progress=vanish)
    assert [(Path(f.path).stem, f.code) for f in report.failed] == [("m07", "missing-file")]
    intact(library, 11)


def test_files_that_change_while_indexing_are_indexed_again(models, tmp_path):
    def change(done, total, path):
        if done == 3:
            save_glb(generate("chair", seed=5).mesh, models / "m00.glb")

    library = Library(tmp_path / "a.trivium", StandIn())
    library.add(models, workers=1, progress=change)
    again = library.add(models, workers=1)
    assert again.updated == 1 and again.unchanged == 11
    intact(library, 12)


@pytest.mark.parametrize("when", [0, 86_400, 4_102_444_800])
def test_clocks_that_go_wrong_hide_no_change(models, tmp_path, when):
    """A time in 1970 or in 2100 is another time, whichever way the clock went."""
    library = Library(tmp_path / "a.trivium", StandIn())
    library.add(models, workers=1)
    save_glb(generate("chair", seed=5).mesh, models / "m00.glb")
    os.utime(models / "m00.glb", (when, when))
    assert library.add(models, workers=1).updated == 1
    assert library.add(models, workers=1).unchanged == 12


@pytest.mark.parametrize("fault", ["doubled", "bad_vectors", "without_picture"])
def test_what_is_faulty_is_found_and_mended(models, tmp_path, fault):
    library = Library(tmp_path / "a.trivium", StandIn())
    library.add(models, workers=1)
    inside, item = library._store, library.items()[0]
    row = inside.vectors([item.id])[1]
    if fault == "doubled":
        inside.put_vectors([item], row)
    elif fault == "bad_vectors":
        inside._table("items").delete(f"id = '{item.id}'")
        inside.put_vectors([item], row * 2)
    else:
        inside._table("pictures").delete(f"id = '{item.id}'")
    report = library.verify()
    found = {name: getattr(report, name) for name in ("doubled", "bad_vectors", "without_picture")}
    assert not report.sound and found == dict.fromkeys(found, ()) | {fault: (item.id,)}
    assert library.repair(workers=1) == report
    intact(library, 12)
    assert library.search_embedding(row[0], top_k=1)[0].score > 0.999


def test_readers_see_a_whole_library_while_it_is_written_and_tidied(models, tmp_path, monkeypatch):
    monkeypatch.setattr(store, "BATCH", 1)
    path = tmp_path / "a.trivium"
    Library(path, StandIn()).add(models / "m00.glb", workers=1)
    done, seen, faults = threading.Event(), [], []

    def read():
        reader = Library(path, StandIn())
        while not done.is_set():
            try:
                hits = reader.search(images=GREY, top_k=100)
                seen.append(len(hits))
                for hit in hits[:2]:
                    assert reader.thumbnail(hit.id)
            except Exception as error:
                faults.append(error)
                return

    reading = [threading.Thread(target=read) for _ in range(2)]
    for thread in reading:
        thread.start()
    writer = Library(path, StandIn())
    writer.add(models, workers=1)
    for _ in range(3):
        writer._store.tidy()
    done.set()
    for thread in reading:
        thread.join()
    assert not faults and min(seen) >= 1 and max(seen) > 1, faults
    intact(writer, 12)
