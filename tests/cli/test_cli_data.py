import json

import pytest

from trivium.data.shards import read_index, read_shards
from trivium.io import save_glb
from trivium.procedural import generate

SMALL = ("--views", "2", "--view-size", "16", "--points", "64", "--workers", "1")


@pytest.fixture
def stools(tmp_path):
    (tmp_path / "models").mkdir()
    save_glb(generate("stool", seed=0).mesh, tmp_path / "models" / "stool.glb")
    return tmp_path / "models"


def test_build_makes_shards_of_a_folder_and_names_what_failed(run, stools, tmp_path):
    (stools / "broken.glb").write_bytes(b"glTF")
    done = run("data", "build", stools, "--out", tmp_path / "out", *SMALL)
    assert done.exit_code == 4 and "1 samples in 1 shards, 1 failed" in done.stderr
    assert done.stdout.splitlines()[1].startswith("unreadable\tbroken.glb\t")
    assert [s.id for s in read_shards(tmp_path / "out")] == ["stool.glb"]


def test_build_makes_procedural_shapes_as_json(run, tmp_path):
    done = run(
        "data",
        "build",
        "--procedural",
        3,
        "--seed",
        5,
        "--out",
        tmp_path / "out",
        "--samples-per-shard",
        2,
        "--json",
        *SMALL,
    )
    assert done.exit_code == 0, done.output
    answer = json.loads(done.stdout)
    assert (answer["samples"], answer["shards"], answer["failed"]) == (3, 2, [])
    made_by = read_index(tmp_path / "out").made_by["source"]
    assert (made_by["seed"], made_by["num_views"], made_by["layout"]) == (5, 2, "procedural")


def test_features_go_to_a_folder_beside(run, stools, tmp_path):
    run("data", "build", stools, "--out", tmp_path / "shards", *SMALL)
    done = run("data", "features", tmp_path / "shards", "--model", "painter")
    assert done.exit_code == 0, done.output
    assert next(read_shards(tmp_path / "shards-painter")).image_features.shape[0] == 2


def test_some_models_of_a_folder(run, stools, tmp_path):
    for name in ("chair", "ycb__cup"):
        save_glb(generate("stool", seed=1).mesh, stools / f"{name}.glb")

    def built(folder, *options):
        done = run("data", "build", stools, "--out", tmp_path / folder, *SMALL, *options)
        assert done.exit_code == 0, done.output
        return [s.id for s in read_shards(tmp_path / folder)]

    assert built("a", "--leave-out", "*ycb__*", "--leave-out", "chair*") == ["stool.glb"]
    assert built("b", "--only", "*ycb__*", "--only", "ch*") == ["chair.glb", "ycb__cup.glb"]
    done = run("data", "build", stools, "--out", tmp_path / "c", "--only", "table*")
    assert done.exit_code == 3 and "none of the 3 models" in done.stderr and "table*" in done.stderr


WRONG = (
    [],
    ["models", "--procedural", "3"],
    ["models", "--layout", "openshape"],
    ["--procedural", "3", "--only", "chairs/*"],
    ["--procedural", "3", "--photo-share", "1.5"],
)


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_exit_2(run, tmp_path, arguments):
    assert run("data", "build", *arguments, "--out", tmp_path / "out").exit_code == 2


def test_a_folder_that_is_not_there_is_exit_3(run, tmp_path):
    done = run("data", "build", tmp_path / "none", "--out", tmp_path / "out")
    assert done.exit_code == 3 and "is not a folder" in done.stderr
    done = run("data", "features", tmp_path, "--model", "mini")
    assert done.exit_code == 3 and "index.json" in done.stderr


@pytest.mark.parametrize("layout", ["photos-and-cad", "modelnet40"])
def test_other_layouts_are_looked_for(run, tmp_path, layout):
    done = run("data", "build", tmp_path, "--layout", layout, "--out", tmp_path / "out")
    assert done.exit_code == 3 and str(tmp_path) in done.stderr


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["models", "--split", "train"], "--split"),
        (["--procedural", "3", "--leave-out", "x"], "--leave-out"),
        (["models", "--layout", "photos-and-cad", "--views", "3"], "--views"),
        (["models", "--layout", "openshape", "--split", "x.json", "--seed", "1"], "--seed"),
    ],
)
def test_options_that_would_change_nothing_are_refused(run, tmp_path, arguments, option):
    done = run("data", "build", *arguments, "--out", tmp_path / "out")
    assert done.exit_code == 2 and option in done.stderr and "changes nothing" in done.stderr
