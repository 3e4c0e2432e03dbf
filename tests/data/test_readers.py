"""Each reader on a data set of a few kB in its true layout, written here."""

import json
import logging
import pickle

import numpy as np
import pytest
from PIL import Image

from trivium.data.readers import (
    BenchmarkShapes,
    ModelFolder,
    ModelNet40Clouds,
    ModelNet40Meshes,
    ObjaverseLVIS,
    OpenShapeConfig,
    OpenShapeRelease,
    PhotosAndCad,
    ProceduralShapes,
)
from trivium.data.samples import SampleConfig
from trivium.errors import DatasetError, LoadError
from trivium.geometry import z_up_to_y_up
from trivium.io import save_glb
from trivium.procedural import UNSEEN, generate

TINY = SampleConfig(num_points=64, num_views=2, view_size=16)
DIM = 4
PLACE = "/mnt/data/objaverse-processed/merged_for_training_final"  # as in the official split files


def unit_rows(n, seed):
    return np.random.default_rng(seed).normal(size=(n, DIM)).astype(np.float32)


def cloud(seed, n=80):
    """Twice as high (y) as wide."""
    return (np.random.default_rng(seed).uniform(-0.4, 0.4, (n, 3)) * [1, 2, 1]).astype(np.float32)


def text_feat(seed, wordings=("original", "prompt_avg")):
    return {w: unit_rows(1, [seed, i]) for i, w in enumerate(wordings)}


def openshape_object(seed, **changed):
    return {
        "dataset": "Objaverse",
        "group": "000-000",
        "id": f"uid{seed}",
        "xyz": cloud(seed),
        "rgb": np.random.default_rng(seed).random((80, 3)).astype(np.float32),
        "image_feat": unit_rows(12, 1),
        "thumbnail_feat": unit_rows(1, 2),
        "text": ["first", "second"],
        "text_feat": [text_feat(3), text_feat(4)],
        "blip_caption": "from blip",
        "blip_caption_feat": text_feat(5),
        "msft_caption": "",
        "msft_caption_feat": [],
        "retrieval_text": ["found a", "found b"],
        "retrieval_text_feat": [text_feat(6, ["original"]), text_feat(7, ["original"])],
        **changed,
    }


def save_object(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, data, allow_pickle=True)


@pytest.fixture
def openshape(tmp_path):
    """Objaverse with a thumbnail, an object whose text says nothing, ABO without colours, and one that is not there."""
    release = tmp_path / "release"
    save_object(release / "Objaverse/000-000/uid0.npy", openshape_object(0))
    save_object(release / "Objaverse/000-000/uid1.npy", openshape_object(1, blip_caption_feat=[text_feat(5)]))
    other = openshape_object(2, dataset="ABO", rgb=np.full((80, 3), 0.4))
    del other["thumbnail_feat"]
    save_object(release / "ABO/uid2.npy", other)
    names = ["Objaverse/000-000/uid0", "Objaverse/000-000/uid1", "ABO/uid2", "ShapeNet/02691156/gone"]
    rows = [
        {"dataset": n.split("/")[0], "group": n.split("/")[1], "id": n.split("/")[-1], "data_path": f"{PLACE}/{n}.npy"}
        for n in names
    ]
    (release / "meta_data/split").mkdir(parents=True)
    (release / "meta_data/split/train_all.json").write_text(json.dumps(rows))
    flags = {"uid0": {"flag": "Y"}, "uid1": {"flag": "N"}}
    (release / "meta_data/gpt4_filtering.json").write_text(json.dumps(flags))
    return release


def opened(release, **options):
    meta = release / "meta_data"
    config = OpenShapeConfig(num_points=64, **options)
    return OpenShapeRelease(release, meta / "split/train_all.json", config, filtering=meta / "gpt4_filtering.json")


# OpenShape


def test_openshape_objects_are_read(openshape):
    reader = opened(openshape)
    assert len(reader) == 4
    sample = reader.read(0)
    assert sample.id == "uid0" and sample.views is None
    assert sample.captions == ("first", "from blip", "found a", "found b")
    data = openshape_object(0)
    expected = [data["text_feat"][0]["prompt_avg"], data["blip_caption_feat"]["prompt_avg"]]
    expected += [f["original"] for f in data["retrieval_text_feat"]]
    np.testing.assert_array_equal(sample.text_features, np.concatenate(expected))
    np.testing.assert_array_equal(sample.image_features, np.concatenate([data["image_feat"], data["thumbnail_feat"]]))


def test_openshape_points_stay_y_up_in_the_unit_ball(openshape):
    points = opened(openshape).read(0).points
    assert points.shape == (64, 9) and points.dtype == np.float32
    assert 0.9 < np.linalg.norm(points[:, :3], axis=1).max() <= 1 + 1e-6
    extent = np.ptp(points[:, :3], axis=0)
    assert extent[1] > 1.6 * extent[0] and extent[1] > 1.6 * extent[2]
    given = cloud(0)
    place = (points[:, None, :3] * np.linalg.norm(given - (given.min(0) + given.max(0)) / 2, axis=1).max()) + (
        given.min(0) + given.max(0)
    ) / 2
    nearest = np.abs(place - given[None]).max(2)
    assert nearest.min(1).max() < 1e-5  # the stored points, none mirrored
    np.testing.assert_array_equal(points[:, 3:6], openshape_object(0)["rgb"][nearest.argmin(1)])
    np.testing.assert_allclose(np.linalg.norm(points[:, 6:], axis=1), 1, atol=1e-5)


def test_openshape_text_that_says_nothing_is_left_out(openshape):
    reader = opened(openshape)
    assert reader.read(1).captions == ("from blip", "found a", "found b")  # its caption's features are in a list
    assert reader.read(2).captions == ("first", "second", "from blip", "found a", "found b")  # not Objaverse: all
    assert opened(openshape, texts=("caption",)).read(0).captions == ("from blip",)
    original = opened(openshape, texts=("caption",), wording="original").read(0)
    np.testing.assert_array_equal(original.text_features, openshape_object(0)["blip_caption_feat"]["original"])


def test_openshape_grey_fill_is_unknown_colour(openshape):
    sample = opened(openshape).read(2)
    assert np.isnan(sample.points[:, 3:6]).all() and len(sample.image_features) == 12


def test_a_missing_file_is_named_and_the_others_are_read(openshape, caplog):
    reader = opened(openshape)
    with pytest.raises(LoadError, match=r"ShapeNet/02691156/gone\.npy") as caught:
        reader.read(3)
    assert caught.value.code == "missing-file"
    with caplog.at_level(logging.WARNING):
        assert [s.id for s in reader] == ["uid0", "uid1", "uid2"]
    assert "gone" in caplog.text and "missing-file" in caplog.text


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"xyz": np.zeros((0, 3))}, "no-geometry"),
        ({"image_feat": [[1.0, 2.0]]}, "unreadable"),
        ({"text_feat": [{}, {}]}, "unreadable"),
        ({"text_feat": [text_feat(3)]}, "unreadable"),
        (
            {"text": ["only"], "text_feat": [{}], "blip_caption": "", "retrieval_text": [], "retrieval_text_feat": []},
            "unreadable",
        ),
        ({"retrieval_text_feat": [text_feat(1, ["prompt_avg"])]}, "unreadable"),
        ({"xyz": [[0, 0, 0], [0, 1]]}, "unreadable"),
        ({"rgb": "red"}, "unreadable"),
        ({"image_feat": {"a": 1}}, "unreadable"),
        ({"blip_caption": b"bytes"}, "unreadable"),
    ],
)
def test_openshape_objects_with_faults_have_a_code(openshape, changed, code):
    save_object(openshape / "Objaverse/000-000/uid0.npy", openshape_object(0, **changed))
    with pytest.raises(LoadError, match=r"uid0\.npy") as caught:
        opened(openshape).read(0)
    assert caught.value.code == code


def test_a_split_cannot_lead_out_of_the_folder(openshape):
    split = openshape / "meta_data/split/train_all.json"
    split.write_text(json.dumps([{"dataset": "ABO", "id": "x", "data_path": "../../secret.npy"}]))
    reader = opened(openshape)
    with pytest.raises(LoadError) as caught:
        reader.read(0)
    assert caught.value.code == "unsafe-path" and list(reader) == []


@pytest.mark.parametrize("text", [None, "{", "{}", '[{"id": "a"}]', '["a"]'])
def test_a_split_of_another_form_is_refused(tmp_path, text):
    if text is not None:
        (tmp_path / "split.json").write_text(text)
    with pytest.raises(DatasetError, match=r"split\.json"):
        OpenShapeRelease(tmp_path, tmp_path / "split.json")


def test_unknown_options_are_refused():
    with pytest.raises(DatasetError, match="capton"):
        OpenShapeConfig(texts=("capton",))
    with pytest.raises(TypeError):
        OpenShapeConfig(text="caption")


# Objaverse-LVIS


def test_objaverse_lvis_is_read(openshape):
    rows = [{"uid": f"uid{i}", "group": "000-000", "category": c} for i, c in enumerate(["Band_Aid", "apple"])]
    for row in rows:
        row["data_path"] = f"/mnt/data/Objaverse/000-000/{row['uid']}.npy"
    (openshape / "lvis.json").write_text(json.dumps(rows))
    reader = ObjaverseLVIS(openshape, openshape / "lvis.json", num_points=64)
    assert (len(reader), reader.categories) == (2, ["Band_Aid", "apple"])
    first = reader.read(0)
    assert (first.id, first.category, first.captions) == ("uid0", "Band_Aid", ("band aid",))
    assert first.image_features.shape == (13, DIM) and first.text_features is None
    np.testing.assert_array_equal(first.points, opened(openshape).read(0).points)


# ModelNet40


@pytest.mark.parametrize("suffix", [".npy", ".pkl"])
def test_modelnet40_clouds_are_read(tmp_path, suffix):
    clouds = np.empty(2, object)
    clouds[:] = [{"xyz": cloud(i), "rgb": np.full((80, 3), 100)} for i in range(2)]
    path = tmp_path / f"test_pc{suffix}"
    if suffix == ".npy":
        np.save(path, clouds, allow_pickle=True)
    else:
        path.write_bytes(pickle.dumps(list(clouds)))
    rows = [{"name": f"night_stand_{i:04d}", "category": "night_stand"} for i in range(2)]
    (tmp_path / "test_split.json").write_text(json.dumps(rows))
    reader = ModelNet40Clouds(path, tmp_path / "test_split.json", num_points=64)
    samples = list(reader)
    assert [s.id for s in samples] == ["night_stand_0000", "night_stand_0001"]
    assert samples[0].captions == ("night stand",) and samples[0].category == "night_stand"
    assert np.isnan(samples[0].points[:, 3:6]).all()
    assert np.ptp(samples[0].points[:, 1]) > 1.6 * np.ptp(samples[0].points[:, 0])
    (tmp_path / "test_split.json").write_text(json.dumps(rows[:1]))
    with pytest.raises(LoadError, match="list of 1 clouds"):
        ModelNet40Clouds(path, tmp_path / "test_split.json").read(0)


OFF = """OFF{}8 12 0
0 0 0
1 0 0
1 2 0
0 2 0
0 0 4
1 0 4
1 2 4
0 2 4
3 0 2 1
3 0 3 2
3 4 5 6
3 4 6 7
3 0 1 5
3 0 5 4
3 2 3 7
3 2 7 6
3 1 2 6
3 1 6 5
3 0 4 7
3 0 7 3
"""  # a box 1 wide, 2 deep, 4 high, Z up


def test_modelnet40_meshes_are_read_and_turned(tmp_path):
    for number, (part, after) in enumerate(
        [("train", "\n"), ("test", "\n"), ("test", "")]
    ):  # "OFF8 12 0" is in the real one
        folder = tmp_path / "ModelNet40" / "night_stand" / part
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"night_stand_{number:04d}.off").write_text(OFF.format(after))
    reader = ModelNet40Meshes(tmp_path / "ModelNet40", "test", TINY)
    samples = [reader.read(i) for i in range(len(reader))]
    assert [s.id for s in samples] == ["night_stand_0001", "night_stand_0002"]
    sample = samples[0]
    assert sample.captions == ("night stand",) and sample.views.shape == (2, 16, 16, 3)
    extent = np.ptp(sample.points[:, :3], axis=0)
    assert extent[1] > extent[2] > extent[0]  # high, deep, wide
    turn = z_up_to_y_up()[:3, :3]
    assert np.linalg.det(turn) == pytest.approx(1)
    np.testing.assert_array_equal(turn @ [1, 2, 3], [1, 3, -2])  # as the docstring says
    assert np.isnan(sample.points[:, 3:6]).all()
    with pytest.raises(DatasetError, match="train or test"):
        ModelNet40Meshes(tmp_path / "ModelNet40", "val")
    with pytest.raises(DatasetError, match="CATEGORY"):
        ModelNet40Meshes(tmp_path, "test")


# Photos and CAD


def test_photos_and_cad_are_read(tmp_path):
    flange, bracket = tmp_path / "flange-07", tmp_path / "brackets" / "b_12"
    for folder, model in ((flange, "part.glb"), (bracket, "x.GLB")):
        folder.mkdir(parents=True)
        save_glb(generate("stool", seed=1).mesh, folder / model)
    Image.new("RGB", (40, 20), (255, 0, 0)).save(flange / "front.jpg")
    Image.new("RGB", (20, 40), (0, 0, 255)).save(flange / "IMG_2.PNG")
    (flange / "caption.txt").write_text("a steel flange\n\n")
    Image.new("RGB", (9, 9)).save(bracket / "texture.png")
    (bracket / "photos").mkdir()
    Image.new("RGB", (9, 9), (0, 255, 0)).save(bracket / "photos" / "a.webp")
    (tmp_path / "empty-1").mkdir()
    save_glb(generate("stool", seed=1).mesh, tmp_path / "empty-1" / "part.glb")
    reader = PhotosAndCad(tmp_path, TINY)
    assert [reader.name(i)[0] for i in range(len(reader))] == ["brackets/b_12", "empty-1", "flange-07"]
    b, f = reader.read(0), reader.read(2)
    assert f.captions == ("a steel flange", "flange 07") and (b.captions, b.category) == (("b 12",), "brackets")
    assert f.views.shape == (2, 16, 16, 3) and b.views.shape == (1, 16, 16, 3)  # photos/ alone, not the texture
    assert f.views[0, 8, 8, 2] > 200 and f.views[1, 8, 8, 0] > 200 and f.points.shape == (64, 9)
    with pytest.raises(LoadError, match=r"no photos in .*empty-1") as caught:
        reader.read(1)
    assert caught.value.code == "missing-file"
    with pytest.raises(DatasetError, match="no folder in"):
        PhotosAndCad(flange / "photos")


# Folders of models, procedural shapes


def test_a_folder_of_models_with_and_without_a_manifest(tmp_path):
    (tmp_path / "chairs").mkdir()
    save_glb(generate("stool", seed=1).mesh, tmp_path / "chairs" / "pack__round-stool_01.glb")
    bare = ModelFolder(tmp_path, TINY).read(0)
    assert bare.id == "chairs/pack__round-stool_01.glb"
    assert (bare.captions, bare.category) == (("chairs", "round stool 01"), "chairs")
    before = ModelFolder(tmp_path, TINY).about()["manifest"]
    (tmp_path / "manifest.csv").write_text("path,name,category\nchairs/pack__round-stool_01.glb,round stool,stool\n")
    listed = ModelFolder(tmp_path, TINY).read(0)
    assert (listed.captions, listed.category) == (("stool", "round stool"), "stool")
    assert ModelFolder(tmp_path, TINY).about()["manifest"] != before  # other captions: another plan
    np.testing.assert_array_equal(listed.points, bare.points)
    np.testing.assert_array_equal(listed.views, bare.views)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetError, match="no 3D models"):
        ModelFolder(tmp_path / "empty", TINY)


def test_procedural_shapes_are_seeded_and_captioned():
    a, b = ProceduralShapes(3, TINY), ProceduralShapes(3, SampleConfig(**{**vars(TINY), "seed": 1}))
    first = a.read(2)
    np.testing.assert_array_equal(first.points, ProceduralShapes(300, TINY).read(2).points)
    assert first.id != b.read(2).id and not np.array_equal(first.points, b.read(2).points)
    assert first.category in first.captions[0] and len(first.captions) >= 2
    assert first.views.shape == (2, 16, 16, 3) and not np.array_equal(*first.views)


def test_the_benchmark_is_fixed_and_apart_from_what_is_trained_on():
    benchmark, training = BenchmarkShapes(TINY), ProceduralShapes(5000, TINY)
    names = [benchmark.name(i)[0] for i in range(len(benchmark))]
    assert len(names) == len(set(names)) == 1000
    trained = {training.name(i)[0] for i in range(len(training))}
    assert not trained & set(names)
    categories = [name.rpartition("-")[0] for name in names]
    assert set(categories[800:]) == set(UNSEEN) and len(UNSEEN) == 10
    assert not set(UNSEEN) & {name.rpartition("-")[0] for name in trained}
    assert names[0] == "air conditioner-1000000" and names[800] == "banana-1000000"
    sample = benchmark.read(800)
    assert sample.category == "banana" and sample.captions
    with pytest.raises(DatasetError, match="reach those of the benchmark"):
        ProceduralShapes(5, SampleConfig(seed=1_000_000))
