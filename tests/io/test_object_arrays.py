"""Pickled arrays are read, code in them is not run. What is refused here would run with allow_pickle=True."""

import os
import pickle
import pickletools
import struct

import numpy as np
import pytest

from trivium.errors import LoadError
from trivium.io import Limits
from trivium.io.object_arrays import load_object_array, load_pickled_arrays

XYZ = np.random.default_rng(0).normal(size=(7, 3))
OBJECT = {
    "id": "uid",
    "xyz": XYZ,
    "rgb": np.asfortranarray(XYZ.astype(np.float32)),
    "half": XYZ.astype(np.float16),
    "bytes": (XYZ > 0).astype(np.uint8),
    "flags": XYZ > 0,
    "big endian": XYZ.astype(">f4"),
    "empty": np.zeros((0, 3)),
    "scalar": np.float32(2.5),
    "zero-d": np.array(7),
    "words": np.array(["stool", "é"]),
    "text": ["a stool", ""],
    "text_feat": [{"original": np.ones((1, 4)), "prompt_avg": None}],
    "nested": np.array([{"a": np.arange(3)}, None, "x"], dtype=object),
    "numbers": (1, -(2**70), 2.5, True, b"raw", b""),
}
OBJECT["again"] = OBJECT["xyz"]


def same(a, b):
    if isinstance(b, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in b)
    if isinstance(b, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(same, a, b))
    if isinstance(b, np.ndarray):
        if b.dtype == object:
            return a.shape == b.shape and all(map(same, a.ravel(), b.ravel()))
        return a.dtype == b.dtype and np.array_equal(a, b)
    return type(a) is type(b) and a == b


def code_of(load, path, **options):
    with pytest.raises(LoadError) as caught:
        load(path, **options)
    assert path.name in str(caught.value)
    return caught.value.code


def test_what_numpy_saves_is_read(tmp_path):
    np.save(tmp_path / "object.npy", OBJECT, allow_pickle=True)
    assert same(load_object_array(tmp_path / "object.npy"), OBJECT)
    clouds = np.empty(2, object)
    clouds[:] = [{"xyz": XYZ}, {"xyz": XYZ[:2]}]
    np.save(tmp_path / "clouds.npy", clouds, allow_pickle=True)
    assert same(load_object_array(tmp_path / "clouds.npy"), clouds)
    np.save(tmp_path / "plain.npy", XYZ)
    assert same(load_object_array(tmp_path / "plain.npy"), XYZ)


@pytest.mark.parametrize("protocol", range(6))
def test_every_protocol_is_read(tmp_path, protocol):
    (tmp_path / "a.pkl").write_bytes(pickle.dumps(OBJECT, protocol))
    back = load_pickled_arrays(tmp_path / "a.pkl")
    assert same(back, OBJECT) and back["again"] is back["xyz"]


def test_names_of_numpy_1_are_read(tmp_path):
    data = pickle.dumps({"xyz": XYZ, "n": np.float64(2)}, 3).replace(
        b"numpy._core.multiarray", b"numpy.core.multiarray"
    )
    (tmp_path / "old.pkl").write_bytes(data)
    assert same(load_pickled_arrays(tmp_path / "old.pkl"), {"xyz": XYZ, "n": np.float64(2)})


class Runs:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: {"xyz": XYZ, "text": [x]}], ids=["bare", "hidden"])
def test_code_is_refused_and_not_run(tmp_path, protocol, wrap):
    proof = tmp_path / "was-run"
    evil = wrap(Runs(os.system, f"touch {proof}"))
    (tmp_path / "evil.pkl").write_bytes(pickle.dumps(evil, protocol))
    assert code_of(load_pickled_arrays, tmp_path / "evil.pkl") == "unsafe-content"
    np.save(tmp_path / "evil.npy", np.array([evil], dtype=object), allow_pickle=True)
    assert code_of(load_object_array, tmp_path / "evil.npy") == "unsafe-content"
    assert not proof.exists()
    pickle.loads((tmp_path / "evil.pkl").read_bytes())  # the ordinary way runs it: the test tests something
    assert proof.exists()


@pytest.mark.parametrize(
    "evil",
    [Runs(eval, "1"), Runs(np.load, "x.npy", None, True), Runs(getattr, "", "upper"), Runs(np.memmap, "x"), object(), {1}, XYZ.dtype.type],
    ids=["eval", "numpy.load", "getattr", "memmap", "object", "set", "class"],
)  # fmt: skip
def test_nothing_but_plain_values_is_read(tmp_path, evil):
    (tmp_path / "a.pkl").write_bytes(pickle.dumps([XYZ, evil], 4))
    assert code_of(load_pickled_arrays, tmp_path / "a.pkl") == "unsafe-content"


def test_a_dtype_with_fields_is_refused(tmp_path):
    (tmp_path / "a.pkl").write_bytes(pickle.dumps(np.zeros(2, [("x", "f4")])))
    assert code_of(load_pickled_arrays, tmp_path / "a.pkl") == "unreadable"


@pytest.mark.parametrize(
    "shape", [b"J\x00\x00\x00\x7f", b"J\xff\xff\xff\xff", b"X\x01\x00\x00\x00a"], ids=["huge", "-1", "text"]
)
def test_a_shape_that_its_bytes_do_not_fill_is_refused(tmp_path, shape):
    data = pickle.dumps(np.zeros(1), 3)
    marked = next(
        p for o, a, p in pickletools.genops(data) if o.name == "BININT1" and a == 1 and data[p + 2 :][:1] == b"\x85"
    )
    (tmp_path / "a.pkl").write_bytes(data[:marked] + shape + data[marked + 2 :])
    assert code_of(load_pickled_arrays, tmp_path / "a.pkl") == "unreadable"


@pytest.mark.parametrize(
    "body",
    [
        b"cnumpy\nndarray\n}X\x01\x00\x00\x00aK\x01sb.",  # attributes for what a name leads to
        b"cnumpy\nndarray\n.",  # the name itself
        b"cnumpy\nndarray\n)R.",  # an array that was never filled
        b"]q\x00h\x00a.",  # a list that holds itself
        b"(" * 50 + b"l" * 50 + b".",  # nested deeply
        b"K\x01K\x02.",  # more than one value
        b".",
        b"",
    ],
)
def test_made_up_pickles_are_errors(tmp_path, body):
    (tmp_path / "a.pkl").write_bytes(b"\x80\x03" + body)
    if body == b"K\x01K\x02.":
        assert load_pickled_arrays(tmp_path / "a.pkl") == 2  # as pickle has it: the last one
    else:
        assert code_of(load_pickled_arrays, tmp_path / "a.pkl") == "unreadable"


def test_a_huge_memo_is_refused(tmp_path):
    """Slot 2**32 - 1 would make a table of 64 GB before anything else happens."""
    (tmp_path / "a.pkl").write_bytes(b"\x80\x03Nr" + struct.pack("<I", 2**32 - 1) + b".")
    assert code_of(load_pickled_arrays, tmp_path / "a.pkl") == "unsafe-content"


def test_references_to_references_are_not_multiplied_out(tmp_path):
    data = []
    for _ in range(14):
        data = [data, data, data, data]
    (tmp_path / "a.pkl").write_bytes(pickle.dumps(data))
    assert len(load_pickled_arrays(tmp_path / "a.pkl")) == 4  # 4**14 if each were copied


def test_truncated_files_are_errors(tmp_path):
    np.save(tmp_path / "a.npy", OBJECT, allow_pickle=True)
    data = (tmp_path / "a.npy").read_bytes()
    for length in (1, 9, 60, 130, len(data) // 2, len(data) - 1):
        (tmp_path / "a.npy").write_bytes(data[:length])
        assert code_of(load_object_array, tmp_path / "a.npy") == "unreadable"


def test_missing_large_and_lying_files_are_errors(tmp_path):
    path = tmp_path / "a.npy"
    assert code_of(load_object_array, path) == "missing-file"
    np.save(path, XYZ)
    assert code_of(load_object_array, path, limits=Limits(max_bytes=100)) == "limit-exceeded"
    path.write_bytes(path.read_bytes().replace(b"(7, 3)", b"(9**9)"))
    assert code_of(load_object_array, path) == "unreadable"
    np.save(path, XYZ)
    path.write_bytes(path.read_bytes().replace(b"(7, 3), }    ", b"(7000000, 3)}"))
    assert code_of(load_object_array, path) == "unreadable"
