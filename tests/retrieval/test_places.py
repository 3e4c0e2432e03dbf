"""A library and its models may be moved, together or apart, and stay what they are."""

import shutil

import pytest

from standin import StandIn
from trivium.geometry import Mesh
from trivium.io import save_glb
from trivium.procedural.solids import box, to_surface
from trivium.retrieval import Library


def write(path, height):
    path.parent.mkdir(parents=True, exist_ok=True)
    save_glb(Mesh((to_surface(box(1, height, 1), color=(1.0, 0, 0)),), path.stem), path)


@pytest.fixture
def work(tmp_path):
    """A folder with models, a broken file and the library of them, and a model elsewhere."""
    for i in range(3):
        write(tmp_path / "work" / "models" / f"box {i}.glb", 1.0 + i)
    (tmp_path / "work" / "models" / "broken.glb").write_bytes(b"not a model")
    write(tmp_path / "elsewhere" / "far.glb", 7.0)
    library = Library(tmp_path / "work" / "my.trivium", StandIn())
    library.add([tmp_path / "work" / "models", tmp_path / "elsewhere"], workers=1)
    return tmp_path / "work"


def seen(library):
    return {i.id: i.path for i in library.items()}


def test_moved_with_its_models_it_finds_them_and_knows_them(work, tmp_path):
    before = seen(Library(work / "my.trivium", StandIn()))
    shutil.move(work, tmp_path / "other" / "disk")
    library = Library(tmp_path / "other" / "disk" / "my.trivium", StandIn())
    after = seen(library)
    assert set(after) == set(before)
    assert sorted(after.values()) == sorted(
        [*(str(tmp_path / "other" / "disk" / "models" / f"box {i}.glb") for i in range(3)), str(tmp_path / "elsewhere" / "far.glb")]
    )  # fmt: skip
    assert library.verify().files_missing == ()
    assert [f.path for f in library.failed()] == [str(tmp_path / "other" / "disk" / "models" / "broken.glb")]
    report = library.update(workers=1)
    assert (report.unchanged, report.skipped, report.total) == (4, 1, 5)
    hit = library.search(text="box", filter=f"path={tmp_path}/other/disk/models/box 1.glb")[0]
    assert hit.name == "box 1" and library.remove([hit.path]) == 1 and len(library) == 3


def test_moved_alone_it_still_finds_its_models(work, tmp_path):
    before = seen(Library(work / "my.trivium", StandIn()))
    shutil.move(work / "my.trivium", tmp_path / "libraries" / "my.trivium")
    library = Library(tmp_path / "libraries" / "my.trivium", StandIn())
    assert seen(library) == before
    assert library.update(workers=1).unchanged == 4 and seen(library) == before
    write(work / "models" / "new.glb", 9.0)
    assert library.update(workers=1).added == 1
    assert seen(Library(tmp_path / "libraries" / "my.trivium", StandIn())).keys() > before.keys()


def test_within_its_own_models_it_may_be_moved_alone_too(work, tmp_path):
    inside = Library(work / "models" / "my.trivium", StandIn())
    inside.add(work / "models", workers=1)
    before = seen(inside)
    shutil.move(work / "models" / "my.trivium", tmp_path / "my.trivium")
    library = Library(tmp_path / "my.trivium", StandIn())
    assert library.update(workers=1).unchanged == 3 and seen(library) == before
    shutil.move(tmp_path / "my.trivium", work / "models" / "my.trivium")
    shutil.move(work / "models", tmp_path / "renamed")
    assert set(seen(Library(tmp_path / "renamed" / "my.trivium", StandIn()))) == set(before)


def test_a_relative_path_to_the_library_means_the_same(work, monkeypatch):
    before = seen(Library(work / "my.trivium", StandIn()))
    monkeypatch.chdir(work / "models")
    library = Library("../my.trivium", StandIn())
    assert library.update(workers=1).unchanged == 4 and seen(library) == before
