"""Published systems: a network for shapes, and the frozen image and text towers that it was aligned to."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.points.patches import fold_batch_norms
from trivium.errors import QueryError, ShapeError, WeightsError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_image
from trivium.models.aligned import AlignedModel, Embeddings
from trivium.models.checkpoints import converted, read_official
from trivium.models.hub import WeightsFile, check_sha256, require_files, weights_folder
from trivium.models.networks import Network, Tensors, unwrapped
from trivium.models.preprocess import PREPROCESSING, InputSpec, PreparedShape, picture_tensor, prepare_shape

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike


@dataclass(frozen=True, kw_only=True)
class Part:
    """Tensors of one file: which of its entries hold them, and the prefix that each entry's get (``read_official``)."""

    file: WeightsFile | None  # None: the file of the model that the towers belong to
    entries: Mapping[str, str] = field(default_factory=lambda: {"state_dict": ""})
    below: str = ""  # only what has this prefix, without it


@dataclass(frozen=True, kw_only=True)
class TowersEntry:
    """A pair of frozen towers: pictures and words to one space. ``network`` builds a module with ``images`` and ``texts``."""

    name: str
    dim: int
    licence: str
    source: str
    network: Network
    parts: tuple[Part, ...]
    pictures: InputSpec  # the conventions for pictures; those for shapes are the model's
    tokenizer: WeightsFile
    context: int = 77  # tokens; shorter texts are padded with zeros

    @property
    def files(self) -> tuple[WeightsFile, ...]:
        return (*(p.file for p in self.parts if p.file is not None), self.tokenizer)


@dataclass(frozen=True, kw_only=True)
class ModelEntry:
    """One row of ``trivium models``."""

    name: str
    summary: str
    licence: str
    source: str  # paper and code
    dim: int
    input: InputSpec
    weights: WeightsFile
    load: Callable[[ModelEntry, Path | None], AlignedModel]
    network: Network | None = None  # of shapes; None for mini, whose folder says how it is built
    entries: Mapping[str, str] = field(default_factory=lambda: {"state_dict": ""})
    below: str = ""  # of the file's tensors, only those with this prefix, without it
    towers: TowersEntry | None = None
    alike: tuple[ModelEntry, ...] = ()  # releases that go by the same name: tensor shapes tell which one a file is

    @property
    def files(self) -> tuple[WeightsFile, ...]:
        """All that it can use: its own file first, which is enough for shapes."""
        return (self.weights, *(self.towers.files if self.towers else ()))

    @property
    def is_here(self) -> bool:
        """Whether its own weights are on this machine."""
        return self.weights.is_here


class Released(AlignedModel):
    """A published system in its own conventions, in float32. Built by ``load_released``.

    The towers may be a hundred times the size of the network for shapes: they are loaded when words or pictures come.
    """

    def __init__(self, entry: ModelEntry, network: nn.Module, path: Path, sha256: str) -> None:
        self.entry, self.path = entry, path
        self.name, self.dim = entry.name, entry.dim
        self.network = fold_batch_norms(network.float())
        self.weights = None if path == entry.weights.path else str(path.absolute())
        towers = entry.towers.files if entry.towers else ()
        identity = "|".join((entry.name, str(PREPROCESSING), repr(entry.input), sha256, repr(towers)))
        self.fingerprint = hashlib.sha256(identity.encode()).hexdigest()[:16]
        self._towers: nn.Module | None = None
        self._tokenizer: Any = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Worker processes load the file by themselves, and share its pages."""
        return _load_again, (self.entry.name, self.weights)

    # The official conventions; a system that differs overrides these three

    def shape_row(self, points: Tensor) -> Tensor:
        """(dim,) from points (N, C), not yet of length 1."""
        return self.network(points[None])[0]

    def image_row(self, pictures: Tensor) -> Tensor:
        """(dim,) from one or several pictures (V, 3, H, W) of an object: the mean of their directions."""
        tower = self.towers.images.float()  # files of half precision; a tower at a time, for some are very large
        return normalize(torch.cat([tower(p[None]) for p in pictures]), dim=1).mean(0)

    def text_rows(self, ids: Tensor) -> Tensor:
        """(B, dim) from token ids (B, T)."""
        return normalize(self.towers.texts.float()(ids), dim=1)

    # AlignedModel

    def prepare_shape(self, shape: Mesh | PointCloud) -> PreparedShape:
        return prepare_shape(shape, self.entry.input)

    @torch.inference_mode()
    def encode_prepared(self, prepared: Sequence[PreparedShape]) -> Embeddings:
        return self._rows([self._encode_one(p) for p in prepared])

    @torch.inference_mode()
    def encode_views(self, objects: Sequence[Sequence[ImageLike]]) -> Embeddings:
        return self._rows([self._pictures([load_image(picture) for picture in views]) for views in objects])

    @torch.inference_mode()
    def encode_texts(self, texts: Sequence[str]) -> Embeddings:
        return self._rows([self.text_rows(self._ids(text))[0] for text in texts])

    def _encode_one(self, prepared: PreparedShape) -> Tensor:
        if self.entry.input.num_points:
            return self.shape_row(torch.from_numpy(prepared.points))
        assert prepared.views is not None, "a model that sees neither points nor views"
        return self._pictures(list(prepared.views.images))

    def _pictures(self, pictures: Sequence[np.ndarray]) -> Tensor:
        return self.image_row(picture_tensor(pictures, self.entry.input))

    def _rows(self, rows: list[Tensor]) -> Embeddings:
        if not rows:
            return np.zeros((0, self.dim), np.float32)
        found = normalize(torch.stack(rows), dim=1).numpy()
        if not np.isfinite(found).all() or not (abs(found).sum(1) > 0).all():
            raise ShapeError(f"{self.name} has no finite row for it: are its numbers of a sensible size?")
        return found

    # The towers

    @property
    def towers(self) -> Any:
        """A module with ``images`` and ``texts``, loaded when it is first asked for.

        Raises:
            WeightsError: they are not on this machine.
        """
        if self._towers is None:
            entry = self._towers_entry()
            self._towers = load_towers(entry, self.path, self.name) if entry.parts else self.network
        return self._towers

    def _towers_entry(self) -> TowersEntry:
        if self.entry.towers is None:
            raise WeightsError(f"{self.name} has no towers for pictures and words: it compares shapes only")
        return self.entry.towers

    def _ids(self, text: str) -> Tensor:
        """(1, context)

        Raises:
            QueryError: an empty text, or one longer than the tower can read.
        """
        if not isinstance(text, str) or not text.strip():
            raise QueryError(f"there are no words in {text!r}")
        entry = self._towers_entry()
        if self._tokenizer is None:
            self._tokenizer = load_tokenizer(entry, self.name)
        ids = self._tokenizer.encode(text.lower().encode(errors="replace").decode()).ids
        if len(ids) > entry.context:
            raise QueryError(f"the text has {len(ids)} tokens, {self.name} reads {entry.context} at most: shorten it")
        return torch.tensor([ids + [0] * (entry.context - len(ids))])


def load_released(
    entry: ModelEntry, weights: Path | None, system: Callable[[ModelEntry, nn.Module, Path, str], Released] = Released
) -> Released:
    """A row of the zoo, from its published file or the file ``weights`` of the same layout.

    Raises:
        WeightsError: the file is missing, damaged, of another system, or holds what may be code.
    """
    path = entry.weights.path
    if weights is not None:
        path = weights.expanduser()
    else:
        require_files([entry.weights], entry.name, entry.name)
    rows = {row.name: row for row in (entry, *entry.alike)}

    def make() -> tuple[str, dict[str, Tensor]]:
        if weights is None:
            check_sha256(entry.weights)
        tensors = unwrapped(entry.below, read_official(path, entry.entries))
        row = _fitting(list(rows.values()), tensors)
        with _telling(path, entry.name):
            return row.name, _network(row).filled(tensors).state_dict()

    if not path.is_file():
        raise WeightsError(
            f"no file of weights at {path}: {entry.name} wants {entry.weights.file} of {entry.weights.origin}"
        )
    found = converted([path], make, weights_folder() / "converted", what=f"shapes: {', '.join(rows)}")
    row = rows[found.release]
    return system(row, _network(row).refilled(found.tensors), path, found.sha256)


def _fitting(rows: Sequence[ModelEntry], tensors: Tensors) -> ModelEntry:
    """The row whose network takes the tensors; the first where none does: it then says why."""
    shapes = {k: v.to("meta") for k, v in tensors.items()}
    for row in rows[1:]:
        with torch.device("meta"), contextlib.suppress(WeightsError):
            _network(row).filled(shapes)
            return row
    return rows[0]


@contextlib.contextmanager
def _telling(path: Path, name: str) -> Iterator[None]:
    """Errors say which file, and for which model it was read."""
    try:
        yield
    except WeightsError as error:
        raise WeightsError(f"{path} does not fit {name}: {error}") from error


def _network(row: ModelEntry) -> Network:
    assert row.network is not None, f"{row.name} is not a published file"
    return row.network


def load_towers(entry: TowersEntry, own: Path, name: str) -> nn.Module:
    """The towers of the model ``name``, whose own file is ``own``.

    Raises:
        WeightsError: a file of theirs is missing, damaged or something else.
    """
    require_files([p.file for p in entry.parts if p.file is not None], f"{name}, for pictures and words,", name)
    paths = [own if p.file is None else p.file.path for p in entry.parts]

    def make() -> tuple[str, dict[str, Tensor]]:
        tensors: dict[str, Tensor] = {}
        for part, path in zip(entry.parts, paths, strict=True):
            if part.file is not None:
                check_sha256(part.file)
            tensors |= unwrapped(part.below, read_official(path, part.entries))  # later parts stand in for earlier ones
        with _telling(paths[-1], entry.name):
            return entry.name, entry.network.filled(tensors).state_dict()

    found = converted(paths, make, weights_folder() / "converted", what=f"towers: {entry.name}")
    return entry.network.refilled(found.tensors)


def load_tokenizer(entry: TowersEntry, name: str) -> Any:
    """
    Raises:
        WeightsError: its file is missing or is not a tokenizer's.
    """
    from tokenizers import Tokenizer

    require_files([entry.tokenizer], f"{name}, for words,", name)
    try:
        tokenizer = Tokenizer.from_file(str(entry.tokenizer.path))
    except Exception as error:  # the library raises nothing more precise
        raise WeightsError(f"{entry.tokenizer.path} is not a tokenizer: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _load_again(name: str, weights: str | None) -> AlignedModel:
    from trivium.models.zoo import load_model

    return load_model(name, weights=weights)
