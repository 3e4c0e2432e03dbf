import numpy as np
import pytest

from trivium.errors import LoadError
from trivium.io import Limits
from trivium.io.hdf5 import read_hdf5

h5py = pytest.importorskip("h5py")


def test_arrays_come_back_and_missing_ones_are_left_out(tmp_path):
    values = np.arange(24, dtype=np.float32).reshape(2, 4, 3)
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file.create_dataset("data", data=values, compression="gzip")
    found = read_hdf5(tmp_path / "a.h5", ["data", "normal"])
    assert list(found) == ["data"]
    np.testing.assert_array_equal(found["data"], values)


def test_nothing_leads_out_of_a_file(tmp_path):
    with h5py.File(tmp_path / "secret.h5", "w") as file:
        file["data"] = np.zeros(3)
    (tmp_path / "raw").write_bytes(b"\0" * 24)
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file["linked"] = h5py.ExternalLink(str(tmp_path / "secret.h5"), "data")
        file["soft"] = h5py.SoftLink("/linked")
        file.create_dataset("raw", (3,), "f8", external=[(str(tmp_path / "raw"), 0, 24)])
        layout = h5py.VirtualLayout((3,), "f8")
        layout[:] = h5py.VirtualSource(str(tmp_path / "secret.h5"), "data", (3,))
        file.create_virtual_dataset("virtual", layout)
    for name in ("linked", "soft", "raw", "virtual"):
        with pytest.raises(LoadError, match="store the array itself") as caught:
            read_hdf5(tmp_path / "a.h5", [name])
        assert caught.value.code == "unsafe-path"


def test_what_is_no_array_of_numbers_is_refused(tmp_path):
    with h5py.File(tmp_path / "a.h5", "w") as file:
        file.create_group("data")
        file["label"] = ["chair", "table"]
        file.create_dataset("huge", (1 << 20, 1 << 10), "f4", chunks=(1 << 10, 1), compression="gzip")
    for name, code, says in (
        ("data", "unreadable", "no array of numbers"),
        ("label", "unreadable", "no array of numbers"),
        ("huge", "limit-exceeded", "unpacks to 4,294,967,296 bytes"),
    ):
        with pytest.raises(LoadError, match=says) as caught:
            read_hdf5(tmp_path / "a.h5", [name])
        assert caught.value.code == code


def test_damaged_files_are_told(tmp_path):
    whole = tmp_path / "a.h5"
    with h5py.File(whole, "w") as file:
        file["data"] = np.random.default_rng(0).random((64, 3))
    (tmp_path / "cut.h5").write_bytes(whole.read_bytes()[:1200])
    (tmp_path / "text.h5").write_text("no HDF5")
    for name, code in (("cut.h5", "unreadable"), ("text.h5", "unreadable"), ("gone.h5", "missing-file")):
        with pytest.raises(LoadError) as caught:
            read_hdf5(tmp_path / name, ["data"])
        assert caught.value.code == code
    with pytest.raises(LoadError, match="at most 100"):
        read_hdf5(whole, ["data"], limits=Limits(max_bytes=100))
