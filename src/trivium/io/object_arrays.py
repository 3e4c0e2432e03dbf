"""Arrays of objects in npy files, and pickles of arrays, read without running anything that is in them.

Data sets of the field are stored as pickled dicts of arrays; ``numpy.load(allow_pickle=True)`` would run whatever code a
file brings along. Here a pickle may hold arrays, dtypes and scalars of numpy, dicts, lists, tuples, text, bytes, numbers and
None, and nothing else: every opcode is checked before the first is run, and the few names that numpy writes lead to
stand-ins of ours that only keep what they were given, so that not even numpy sees a state that was made up.
"""

from __future__ import annotations

import io
import math
import pickle
import pickletools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from trivium.errors import LoadError
from trivium.io.limits import Limits, check_bytes

_MAX_DEPTH = 16
_KINDS = "biufcSUO"  # of arrays: bool, whole numbers, floats, complex, bytes, text, objects
_OPCODES = frozenset(
    "PROTO FRAME STOP MARK POP POP_MARK DUP NONE NEWTRUE NEWFALSE BININT BININT1 BININT2 LONG1 LONG4 BINFLOAT INT LONG FLOAT "
    "BINUNICODE SHORT_BINUNICODE BINUNICODE8 UNICODE BINBYTES SHORT_BINBYTES BINBYTES8 BYTEARRAY8 EMPTY_DICT EMPTY_LIST "
    "EMPTY_TUPLE TUPLE TUPLE1 TUPLE2 TUPLE3 DICT LIST APPEND APPENDS SETITEM SETITEMS PUT BINPUT LONG_BINPUT GET BINGET "
    "LONG_BINGET MEMOIZE GLOBAL STACK_GLOBAL REDUCE BUILD".split()
)


def load_object_array(path: str | Path, *, limits: Limits | None = None) -> Any:
    """What an ``.npy`` file holds; for one that holds a single object, as ``numpy.save(dict)`` writes, that object.

    Raises:
        LoadError: missing-file, limit-exceeded, unreadable; unsafe-content if it asks for more than plain values.
    """
    path = Path(path)
    check_bytes(path, limits or Limits())
    data = path.read_bytes()
    stream = io.BytesIO(data)
    try:
        version = np.lib.format.read_magic(stream)
        read_header = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}[
            version
        ]
        shape, _, dtype = read_header(stream)
        if not dtype.hasobject:
            if math.prod(shape) * dtype.itemsize > len(data):  # believed only as far as there are bytes
                raise ValueError(f"its header promises {shape} {dtype}")
            return np.load(io.BytesIO(data), allow_pickle=False)
    except (ValueError, KeyError, SyntaxError, TypeError, EOFError) as error:
        raise LoadError("unreadable", f"{path.name} is not a numpy file: {error}") from error
    value = _restricted(data[stream.tell() :], path.name)
    return value.item() if isinstance(value, np.ndarray) and value.shape == () else value


def load_pickled_arrays(path: str | Path, *, limits: Limits | None = None) -> Any:
    """What a pickle of arrays and plain containers holds.

    Raises:
        LoadError: as ``load_object_array``.
    """
    path = Path(path)
    check_bytes(path, limits or Limits())
    return _restricted(path.read_bytes(), path.name)


def _restricted(data: bytes, name: str) -> Any:
    _check_opcodes(data, name)
    try:
        return _plain(_Unpickler(io.BytesIO(data), name).load(), {}, 0)
    except LoadError:
        raise
    except MemoryError as error:
        raise LoadError("limit-exceeded", f"{name} asks for more memory than there is") from error
    except Exception as error:  # a made-up pickle can raise anything; that it raised is all there is to say
        raise LoadError("unreadable", f"{name} is damaged: {error!r}") from error


def _check_opcodes(data: bytes, name: str) -> None:
    """Only what plain values need; and no memo slot beyond the number of opcodes: the table would be as long."""
    try:
        for count, (opcode, argument, _) in enumerate(pickletools.genops(data), 1):
            if opcode.name not in _OPCODES:
                raise LoadError("unsafe-content", f"{name} holds {opcode.name}, which plain arrays never need")
            if opcode.name.endswith("PUT") and int(argument or 0) > count:
                raise LoadError("unsafe-content", f"{name} fills memo slot {argument} after {count} operations")
    except LoadError:
        raise
    except Exception as error:  # ValueError mostly, and what decoding a made-up argument raises
        raise LoadError("unreadable", f"{name} is cut off or not a pickle: {error}") from error


class _Dtype:
    """A dtype as pickled: its letter and size, then its byte order."""

    def __init__(self, letters: str, *_: object) -> None:
        if not isinstance(letters, str) or not re.fullmatch(r"[a-zA-Z?]\d{0,9}", letters):
            raise ValueError(f"no dtype {letters!r:.40}")
        self.letters, self.order = letters, "="

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        _, order, subdtype, names, fields, *_rest = state
        if any(x is not None for x in (subdtype, names, fields)) or order not in ("<", ">", "|", "="):
            raise ValueError("a dtype with fields")
        self.order = order

    def dtype(self) -> np.dtype[Any]:
        made = np.dtype(self.order.replace("|", "=") + self.letters)
        if made.kind not in _KINDS:
            raise ValueError(f"a dtype of kind {made.kind}")
        return made


class _Array:
    """An array as pickled: shape, dtype, and bytes or a list of objects."""

    def __init__(self, *_: object) -> None:
        self.parts: tuple[tuple[int, ...], _Dtype, bool, Any] | None = None

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        _, shape, dtype, fortran, content = state
        self.parts = (shape, dtype, fortran, content)


class _FromBuffer(_Array):
    """An array as protocol 5 pickles it."""

    def __init__(self, content: Any, dtype: Any, shape: Any, order: Any) -> None:
        self.parts = (shape, dtype, order == "F", content)


class _Scalar:
    def __init__(self, dtype: Any, content: Any = b"") -> None:
        self.dtype, self.content = dtype, content


def _latin1(text: str, encoding: str) -> bytes:
    if encoding not in ("latin1", "latin-1"):
        raise ValueError(f"bytes encoded as {encoding!r:.40}")
    return text.encode("latin1")


class _Name:
    """What a name in a pickle leads to. No attributes can be set on it, so that a file cannot change it for the next."""

    __slots__ = ("_make",)
    _make: Callable[..., Any]

    def __init__(self, make: Callable[..., Any]) -> None:
        object.__setattr__(self, "_make", make)

    def __call__(self, *arguments: Any) -> Any:
        return self._make(*arguments)

    def __setattr__(self, *_: object) -> None:
        raise ValueError("a file tries to change its reader")

    def __setstate__(self, *_: object) -> None:
        raise ValueError("a file tries to change its reader")


_NUMPY: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("multiarray _reconstruct", _Array),
    ("multiarray scalar", _Scalar),
    ("numeric _frombuffer", _FromBuffer),
)
_ALLOWED: dict[str, Callable[..., Any]] = {
    "numpy ndarray": _Array,
    "numpy dtype": _Dtype,
    "_codecs encode": _latin1,  # bytes in old protocols
    "__builtin__ bytes": lambda: b"",  # empty ones
    # before and since numpy 2
    **{f"numpy.{core}.{name}": make for core in ("core", "_core") for name, make in _NUMPY},
}


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, name: str) -> None:
        super().__init__(stream)
        self.file = name

    def find_class(self, module: str, name: str) -> Any:
        if (wanted := f"{module} {name}") not in _ALLOWED:
            raise LoadError("unsafe-content", f"{self.file} asks for {wanted.replace(' ', '.')}: it is not read")
        return _Name(_ALLOWED[wanted])


def _plain(value: Any, seen: dict[int, Any], depth: int) -> Any:
    """The value with stand-ins turned into arrays. Each object once, however often it is referred to."""
    if id(value) in seen:
        return seen[id(value)]
    if depth > _MAX_DEPTH:
        raise ValueError("it is nested too deeply, or holds itself")
    if value is None or isinstance(value, (bool, int, float, str, bytes)):
        return value
    match value:
        case dict():
            made: Any = {_plain(k, seen, depth + 1): _plain(v, seen, depth + 1) for k, v in value.items()}
        case list():
            made = [_plain(v, seen, depth + 1) for v in value]
        case tuple():
            made = tuple(_plain(v, seen, depth + 1) for v in value)
        case bytearray():
            made = bytes(value)
        case _Scalar():
            made = _scalar(value, seen, depth)
        case _Array():
            made = _array(value, seen, depth)
        case _:
            raise ValueError(f"it holds a bare {type(value).__name__.strip('_')}")
    seen[id(value)] = made
    return made


def _scalar(scalar: _Scalar, seen: dict[int, Any], depth: int) -> Any:
    dtype = scalar.dtype.dtype()
    if dtype.kind == "O":
        return _plain(scalar.content, seen, depth + 1)
    return np.frombuffer(_as_bytes(scalar.content), dtype, count=1)[0]


def _array(array: _Array, seen: dict[int, Any], depth: int) -> np.ndarray:
    if array.parts is None:
        raise ValueError("an array without content")
    shape, kept, fortran, content = array.parts
    dtype, size = kept.dtype(), math.prod(shape)
    if not all(isinstance(n, int) and n >= 0 for n in shape):
        raise ValueError(f"an array of shape {shape}")
    if dtype.kind != "O":
        return np.frombuffer(_as_bytes(content), dtype, count=size).reshape(shape, order="F" if fortran else "C")
    if not isinstance(content, list) or len(content) != size:
        raise ValueError(f"an array of shape {shape} without its {size} objects")
    made = np.empty(size, object)
    for i, item in enumerate(content):
        made[i] = _plain(item, seen, depth + 1)
    return made.reshape(shape, order="F" if fortran else "C")


def _as_bytes(content: Any) -> bytes:
    if not isinstance(content, (bytes, bytearray)):
        raise ValueError("an array without its bytes")
    return bytes(content)
