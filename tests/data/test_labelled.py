"""Labelled clouds of folders: classes and splits by folders, what fails, and classes that lack an example."""

import numpy as np
import pytest

from trivium.data.labelled import LabelledClouds, folder_of_classes, labelled_split
from trivium.data.readers import ModelFolder, ProceduralShapes
from trivium.data.samples import SampleConfig
from trivium.errors import DatasetError
from trivium.io import save_glb
from trivium.procedural import generate

SAMPLE = SampleConfig(num_points=64, num_views=0)


def write(folder, **counts):
    """write(folder, chair=3): so many chairs in folder/chair."""
    for name, count in counts.items():
        place = folder / name.replace("__", "/")
        place.mkdir(parents=True)
        for seed in range(count):
            save_glb(generate(name.split("__")[0], seed=seed).mesh, place / f"{seed}.glb")
    return folder


def test_each_class_is_split_by_chance_and_always_the_same(tmp_path):
    reader = folder_of_classes(write(tmp_path / "m", chair=4, mug=2), SAMPLE)
    found = labelled_split(reader, test_share=0.25)
    assert found.train.names == ("chair", "mug") and not found.failed
    assert np.bincount(found.train.labels).tolist() == [3, 1] and np.bincount(found.test.labels).tolist() == [1, 1]
    assert found.train.points.shape == (4, 64, 9)
    np.testing.assert_array_equal(labelled_split(reader).test.points, found.test.points)


@pytest.mark.parametrize("layout", ["chair__{}", "{}"])
def test_folders_called_train_and_test_say_what_is_for_what(layout, tmp_path):
    """As ModelNet has it, and the other way round."""
    for split, count in (("train", 3), ("test", 2)):
        for name in ("chair", "mug"):
            place = tmp_path / (f"{name}/{split}" if layout.startswith("chair") else f"{split}/{name}")
            place.mkdir(parents=True)
            for seed in range(count):
                save_glb(generate(name, seed=seed).mesh, place / f"{split}{seed}.glb")
    found = labelled_split(ModelFolder(tmp_path, SAMPLE))
    assert found.train.names == ("chair", "mug")
    assert np.bincount(found.train.labels).tolist() == [3, 3] and np.bincount(found.test.labels).tolist() == [2, 2]


def test_what_cannot_be_read_is_told_and_the_rest_is_used(tmp_path):
    write(tmp_path, chair=2, mug=2)
    (tmp_path / "chair" / "broken.glb").write_bytes(b"glTF no more")
    (tmp_path / "mug" / "nan.obj").write_text("v 0 0 nan\nv 1 0 0\nv 0 1 0\nf 1 2 3\n")
    found = labelled_split(folder_of_classes(tmp_path, SAMPLE))
    assert sorted(f.id for f in found.failed) == ["chair/broken.glb", "mug/nan.obj"] and len(found.train) == 2


def test_a_class_that_lacks_an_example_is_named(tmp_path):
    write(tmp_path / "one", chair=2, mug=1)
    with pytest.raises(DatasetError, match="'mug' has no example to be asked: give each class two"):
        labelled_split(folder_of_classes(tmp_path / "one", SAMPLE))
    write(tmp_path / "empty", chair=2, mug=2)
    (tmp_path / "empty" / "lamp").mkdir()
    with pytest.raises(DatasetError, match=r"the class 'lamp' in .* has no models"):
        folder_of_classes(tmp_path / "empty", SAMPLE)
    (tmp_path / "empty" / "lamp" / "broken.stl").write_bytes(b"solid")
    with pytest.raises(DatasetError, match="nothing in the class 'lamp' can be read"):
        labelled_split(folder_of_classes(tmp_path / "empty", SAMPLE))
    write(tmp_path / "alone", chair=3)
    with pytest.raises(DatasetError, match=r"got 1 classes \(chair\), expected a folder for each of two"):
        labelled_split(folder_of_classes(tmp_path / "alone", SAMPLE))


def test_shares_are_of_every_class_and_grow():
    labels = np.repeat([0, 1, 2], [20, 10, 2])
    data = LabelledClouds(np.arange(32, dtype=np.float32).reshape(32, 1, 1), labels, ("a", "b", "c"))
    small, large = (data.share(share, seed=3) for share in (0.1, 0.5))
    assert np.bincount(small.labels).tolist() == [2, 1, 1] and np.bincount(large.labels).tolist() == [10, 5, 1]
    assert set(small.points.ravel()) <= set(large.points.ravel())
    assert set(data.share(0.1, seed=4).points.ravel()) != set(small.points.ravel())
    assert len(data.share(1.0, seed=0)) == 32


def test_made_up_shapes_of_chosen_categories():
    reader = ProceduralShapes(4, SAMPLE, categories=["banana", "chair"])
    assert [s.category for s in reader] == ["banana", "chair", "banana", "chair"]
    assert reader.about()["categories"] == ["banana", "chair"] and "categories" not in ProceduralShapes(1).about()
    with pytest.raises(DatasetError, match="no procedural shapes of bananna"):
        ProceduralShapes(4, SAMPLE, categories=["bananna"])
