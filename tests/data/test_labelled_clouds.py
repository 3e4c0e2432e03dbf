"""Readers of HDF5 sets, each on a few clouds in the layout, and by the file names, of the published set."""

import numpy as np
import pytest

from trivium.data.label_lists import MODELNET10, MODELNET40, SCANOBJECTNN
from trivium.data.readers import ModelNet40HDF5, ScanObjectNN
from trivium.errors import DatasetError, LoadError, ShapeError

h5py = pytest.importorskip("h5py")


def standing(count, seed=0):
    """(count, 2048, 3): twice as high (Y) as wide, as the sets store things that stand."""
    return (np.random.default_rng(seed).uniform(-1, 1, (count, 2048, 3)) * (0.4, 0.8, 0.3)).astype(np.float32)


def write(path, labels, *, normals=False, **more):
    path.parent.mkdir(parents=True, exist_ok=True)
    with h5py.File(path, "w") as file:
        file["data"] = standing(len(labels))
        file["label"] = np.asarray(labels)
        if normals:
            file["normal"] = np.tile(np.float32([0, 1, 0]), (len(labels), 2048, 1))
        for name, array in more.items():
            file[name] = array
    return path


@pytest.fixture
def modelnet(tmp_path):
    folder = tmp_path / "modelnet40_ply_hdf5_2048"
    for part, files in (("train", 2), ("test", 2)):
        for i in range(files):
            labels = np.array([[MODELNET40.index("night stand")], [i]], np.uint8)  # (N, 1), as there
            write(folder / f"ply_data_{part}{i}.h5", labels, normals=True, faceId=np.zeros((2, 2048), np.int32))
        lines = [f"data/modelnet40_ply_hdf5_2048/ply_data_{part}{i}.h5\n" for i in range(files)]
        (folder / f"{part}_files.txt").write_text("".join(lines))
    (folder / "shape_names.txt").write_text("".join(f"{name.replace(' ', '_')}\n" for name in MODELNET40))
    return folder


@pytest.fixture
def scans(tmp_path):
    folder = tmp_path / "h5_files"
    for name, labels in (
        ("main_split_nobg/test_objectdataset.h5", [0]),
        ("main_split/test_objectdataset.h5", [4]),
        ("main_split/test_objectdataset_augmentedrot_scale75.h5", [14, 9]),
        ("main_split/training_objectdataset.h5", [1, 2, 3]),
    ):
        write(folder / name, np.array(labels, np.int32), mask=np.zeros((len(labels), 2048), np.int32))
    return folder


def test_modelnet40_is_read_file_after_file(modelnet):
    reader = ModelNet40HDF5(modelnet, "test", num_points=512)
    assert [reader.category(i) for i in range(len(reader))] == ["night stand", "airplane", "night stand", "bathtub"]
    assert [reader.name(i)[0] for i in (1, 2)] == ["ply_data_test0-00001", "ply_data_test1-00000"]
    samples = list(reader)
    assert [s.category for s in samples] == [reader.category(i) for i in range(4)]
    assert samples[0].points.shape == (512, 9) and samples[0].captions == ("night stand",)
    assert np.isnan(samples[0].points[:, 3:6]).all()  # no colours
    assert (samples[0].points[:, 6:9] == [0, 1, 0]).all()  # the normals of the file
    assert reader.about()["part"] == "test"


def test_what_is_high_in_the_file_is_high_here(modelnet, scans):
    for reader in (ModelNet40HDF5(modelnet, "train"), ScanObjectNN(scans, "test", "obj_only")):
        extent = np.ptp(reader.read(0).points[:, :3], axis=0)
        assert extent[1] > extent[0] > extent[2]
        np.testing.assert_array_equal(reader.shape(0).points, standing(1)[0])  # as stored


@pytest.mark.parametrize(
    ("variant", "names"), [("obj_only", ["bag"]), ("obj_bg", ["chair"]), ("pb_t50_rs", ["toilet", "table"])]
)
def test_scanobjectnn_has_three_variants(scans, variant, names):
    reader = ScanObjectNN(scans, "test", variant)
    assert [reader.category(i) for i in range(len(reader))] == names
    assert all(np.isfinite(s.points[:, 6:9]).all() for s in reader)  # estimated
    assert reader.about()["normals"] == "estimated" and reader.about()["variant"] == variant
    assert len(ScanObjectNN(scans, "train", "obj_bg")) == 3


def test_folders_that_are_laid_out_otherwise_are_refused(modelnet, scans, tmp_path):
    with pytest.raises(DatasetError, match="expected one of obj_only"):
        ScanObjectNN(scans, "test", "hardest")
    with pytest.raises(DatasetError, match="main_split_nobg in it"):
        ScanObjectNN(tmp_path, "test", "obj_bg")
    with pytest.raises(DatasetError, match="expected train or test"):
        ModelNet40HDF5(modelnet, "val")
    with pytest.raises(DatasetError, match=r"test_files\.txt cannot be read"):
        ModelNet40HDF5(tmp_path, "test")
    (modelnet / "ply_data_test1.h5").unlink()
    with pytest.raises(LoadError, match=r"ply_data_test1\.h5"):
        ModelNet40HDF5(modelnet, "test")


def test_arrays_that_do_not_fit_are_refused(scans):
    path = scans / "main_split" / "test_objectdataset.h5"
    write(path, np.array([15]))
    with pytest.raises(DatasetError, match=r"labels in .* go from 15 to 15, expected 0 to 14"):
        ScanObjectNN(scans, "test", "obj_bg")
    with h5py.File(path, "w") as file:
        file["label"], file["data"] = np.array([1, 2]), np.zeros((2, 2048, 2), np.float32)
    with pytest.raises(LoadError, match=r"'data' in .* is \(2, 2048, 2\), expected \(2, points, 3\)"):
        ScanObjectNN(scans, "test", "obj_bg").read(0)
    with h5py.File(path, "w") as file:
        file["label"], file["data"] = np.array([1]), np.full((1, 2048, 3), np.nan, np.float32)
    with pytest.raises(ShapeError, match="NaN"):
        ScanObjectNN(scans, "test", "obj_bg").read(0)
    with h5py.File(path, "w") as file:
        file["data"] = standing(1)
    with pytest.raises(DatasetError, match="no array 'label'"):
        ScanObjectNN(scans, "test", "obj_bg")


def test_lists_have_the_published_lengths():
    assert (len(MODELNET10), len(MODELNET40), len(SCANOBJECTNN)) == (10, 40, 15)
    assert set(MODELNET10) <= set(MODELNET40) and list(MODELNET40) == sorted(MODELNET40)
