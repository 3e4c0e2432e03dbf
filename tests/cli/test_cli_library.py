import json
import shutil

import pytest


@pytest.fixture
def copy(models, tmp_path):
    return shutil.copytree(models, tmp_path / "models")


def test_index_tells_what_it_did_and_which_files_failed(run, copy, tmp_path):
    library = tmp_path / "my.trivium"
    first = run("index", copy, "-l", library, "--workers", 1)
    assert first.exit_code == 4 and "4 added, 1 failed" in first.stderr
    assert first.stdout.splitlines()[1].startswith("unreadable\t") and "broken.glb" in first.stdout
    again = run("index", copy, "-l", library, "--json")
    report = json.loads(again.stdout)
    assert again.exit_code == 0 and (report["added"], report["unchanged"], report["skipped"], report["failed"]) == (
        0,
        4,
        1,
        [],
    )
    assert "1 failed before" in run("index", copy, "-l", library).stderr
    for command in (("index", "--failed"), ("info", "--failed")):
        listed = run(*command, "-l", library)
        assert listed.exit_code == 0 and listed.stdout.startswith("code\tpath\tmessage\nunreadable\t")
        document = json.loads(run(*command, "-l", library, "--json").stdout)
        assert [f["code"] for f in document["failures" if command[0] == "info" else "failed"]] == ["unreadable"]


def test_index_takes_metadata(run, copy, tmp_path):
    (tmp_path / "about.csv").write_text("path,name,category\nmodels/red-mug.glb,Grandmother's mug,cup\n")
    library = tmp_path / "my.trivium"
    run("index", copy / "red-mug.glb", "-l", library, "--metadata", tmp_path / "about.csv")
    hit = json.loads(run("search", "red", "-l", library, "--json").stdout)["hits"][0]
    assert (hit["name"], hit["category"]) == ("Grandmother's mug", "cup")


def test_info(run, library):
    facts = json.loads(run("info", "-l", library, "--json").stdout)
    assert (facts["items"], facts["failed"], facts["formats"], facts["model"]) == (4, 1, {"glb": 4}, "mini")
    assert "items\t4" in run("info", "-l", library).stdout


def test_remove_by_path_and_id_leaves_files_alone(run, copy, tmp_path):
    library = tmp_path / "my.trivium"
    run("index", copy, "-l", library, "--workers", 1)
    hits = json.loads(run("search", "red", "-l", library, "--json").stdout)["hits"]
    done = run("remove", hits[0]["id"], hits[1]["path"], "no-such-id", "-l", library, "--json")
    assert json.loads(done.stdout) == {"removed": 2}
    assert json.loads(run("info", "-l", library, "--json").stdout)["items"] == 2
    assert len(list(copy.iterdir())) == 5


def test_verify_finds_faults_and_repairs_them(run, copy, tmp_path, monkeypatch):
    library = tmp_path / "my.trivium"
    run("index", copy, "-l", library, "--workers", 1)
    sound = run("verify", "-l", library)
    assert sound.exit_code == 0 and "4 items; sound" in sound.stderr
    (copy / "red-mug.glb").unlink()
    moved = run("verify", "-l", library)  # the user's business: told, but no fault of the library
    assert moved.exit_code == 0 and "files missing\t" in moved.stdout
    from trivium.retrieval.places import Places
    from trivium.retrieval.store import LanceStore

    store = LanceStore(library / "store", 4, Places(tmp_path))
    store._table("pictures").delete(f"id = '{store.items()[0].id}'")
    assert run("verify", "-l", library).exit_code == 3
    assert json.loads(run("verify", "-l", library, "--json").stdout)["sound"] is False
    mended = run("repair", "-l", library, "--workers", 1)
    assert mended.exit_code == 0 and "1 faulty; 4 items now, sound" in mended.stderr
    assert json.loads(run("repair", "-l", library, "--json").stdout) == {"faulty": [], "items": 4, "sound": True}
    assert run("verify", "-l", library).exit_code == 0


@pytest.mark.parametrize("command", [["info"], ["remove", "x"], ["verify"], ["index", "--failed"]])
def test_looking_at_no_library_is_an_error_and_makes_none(run, command, tmp_path):
    path = tmp_path / "nothing.trivium"
    done = run(*command, "-l", path)
    assert done.exit_code == 3 and str(path) in done.stderr
    assert not path.exists()


def test_index_needs_something_to_index(run, tmp_path):
    assert run("index", "-l", tmp_path / "x.trivium").exit_code == 2
    gone = run("index", tmp_path / "gone", "-l", tmp_path / "x.trivium")
    assert gone.exit_code == 3 and "gone" in gone.stderr
