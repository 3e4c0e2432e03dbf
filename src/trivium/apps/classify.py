"""The verb *classify*: which of some labels fits a shape or photos best, without training, and whether any does."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from trivium.apps.labels import Labels
from trivium.errors import LoadError, QueryError, ShapeError
from trivium.geometry import Mesh
from trivium.io import IMAGE_SUFFIXES, load_shape
from trivium.io.folders import picture_files, shape_files
from trivium.models.zeroshot import SURE, Way, calibration_of, label_rows
from trivium.rendering import depth_maps

if TYPE_CHECKING:
    from trivium.geometry import Shape
    from trivium.models.aligned import AlignedModel, Embeddings, ImageLike

Through = Literal["model", "depth"]
THROUGH: tuple[Through, ...] = get_args(Through)
NONE = "none of these"


@dataclass(frozen=True)
class Guess:
    """A label with its probability, and the score that it comes from: a cosine, less how crowded the place of the label is."""

    label: str
    probability: float
    score: float


@dataclass(frozen=True)
class Recognition:
    """All labels, the best first. Their probabilities and that of ``none`` add up to 1."""

    guesses: tuple[Guess, ...]
    none: Guess | None  # "none of these"; None for a model that was not calibrated for it
    sure: float = SURE  # the probability from which it is the answer

    @property
    def label(self) -> str | None:
        """The best label, or None if it is surely none of them."""
        return None if self.ranked[0] is self.none else self.guesses[0].label

    @property
    def ranked(self) -> tuple[Guess, ...]:
        """The answer, then the other labels and "none of these", the most probable first."""
        if self.none is None:
            return self.guesses
        answer = self.none if self.none.probability >= self.sure else self.guesses[0]
        others = [guess for guess in (*self.guesses, self.none) if guess is not answer]
        return (answer, *sorted(others, key=lambda guess: -guess.probability))

    def to_json(self, top_k: int) -> dict[str, Any]:
        guesses = [asdict(guess) for guess in self.guesses[:top_k]]
        none = None if self.none is None else self.none.probability
        return {"label": self.label, "none_of_these": none, "guesses": guesses}


@dataclass(frozen=True)
class FileAnswer:
    """What one file shows, or why that cannot be told."""

    path: Path
    found: Recognition | None
    code: str | None = None  # one of ``errors.LOAD_CODES``
    message: str | None = None

    def to_json(self, top_k: int) -> dict[str, Any]:
        found = self.found.to_json(top_k) if self.found else {}
        return {"path": str(self.path), **found, "error": self.code, "message": self.message}


@dataclass(frozen=True)
class Asked:
    """What is to be classified: a shape, photos that show one object, or many files, each by itself."""

    kind: Literal["shape", "photos", "many"]
    files: tuple[Path, ...]


class Classifier:
    """Names things with some labels. The words are encoded once.

    ``through="depth"`` looks at depth maps of a shape's points with the tower for pictures, as PointCLIP does.
    """

    def __init__(self, model: AlignedModel, labels: Labels, *, through: Through = "model", sure: float = SURE) -> None:
        """
        Args:
            sure: the probability from which "none of these" is the answer.

        Raises:
            QueryError: a label without words, or a probability that is none.
        """
        if not 0 <= sure <= 1:
            raise QueryError(f"got {sure} for the probability of 'none of these', expected 0 to 1")
        self.model, self.labels, self.through, self.sure = model, labels, through, sure
        self._rows = functools.cache(lambda way: label_rows(model, labels.names, way))

    def shape(self, shape: str | Path | Shape) -> Recognition:
        """
        Raises:
            LoadError: a file that cannot be read.
            ShapeError: a shape without area, of too few points, or with coordinates that are not finite.
        """
        loaded = load_shape(shape) if isinstance(shape, (str, Path)) else shape
        if self.through == "depth":
            return self._named("depth", self.model.encode_images([list(depth_maps(loaded))]))
        return self._named("mesh" if isinstance(loaded, Mesh) else "cloud", self.model.encode_shapes([loaded]))

    def photos(self, photos: Sequence[ImageLike]) -> Recognition:
        """From one or several photos of one object.

        Raises:
            LoadError: a photo that cannot be read.
            QueryError: no photos, or a classifier that looks through depth maps.
        """
        if self.through == "depth":
            raise QueryError("depth maps are drawn of shapes, got photos: leave out 'through depth'")
        return self._named("photos", self.model.encode_images([list(photos)]))

    def _named(self, way: Way, row: Embeddings) -> Recognition:
        scores = self._rows(way).scores(row)[0]
        calibration = calibration_of(self.model, way)
        *probabilities, left = calibration.probabilities(scores[None])[0].tolist()
        order = np.argsort(-scores, kind="stable").tolist()
        guesses = tuple(Guess(self.labels.names[i], probabilities[i], float(scores[i])) for i in order)
        none = calibration.none_score(len(scores))
        return Recognition(guesses, None if none is None else Guess(NONE, left, none), self.sure)


def classify(
    model: AlignedModel,
    labels: Sequence[str],
    *,
    images: Sequence[ImageLike] | None = None,
    shape: str | Path | Shape | None = None,
) -> Recognition:
    """What a shape, or some photos of one object, are; for many of them make a ``Classifier``.

    Raises:
        QueryError: fewer than two different labels, or not exactly one of pictures and shape.
        LoadError, ShapeError: a picture or shape that cannot be read or used.
    """
    different = Labels.of(labels)
    if (shape is None) == (not images):
        raise QueryError("give either pictures of one object or a shape to classify")
    classifier = Classifier(model, different)
    return classifier.shape(shape) if shape is not None else classifier.photos(images or [])


def classify_files(
    classifier: Classifier, files: Sequence[Path], *, progress: Callable[[int, int], None] | None = None
) -> Iterator[FileAnswer]:
    """What each file shows, a shape or a photo; one that cannot be read or used is told, and the others go on."""
    for done, file in enumerate(files, 1):
        try:
            photo = file.suffix.lower() in IMAGE_SUFFIXES
            yield FileAnswer(file, classifier.photos([file]) if photo else classifier.shape(file))
        except LoadError as error:
            yield FileAnswer(file, None, error.code, str(error))
        except (ShapeError, OSError) as error:
            yield FileAnswer(file, None, "unreadable", str(error))
        if progress:
            progress(done, len(files))


def sort_out(things: Sequence[Path]) -> Asked:
    """One shape file; pictures, which then show one object; several shape files, or folders with all below them.

    Of a folder its shape files are meant; of one without any its pictures, for beside shapes those are textures.

    Raises:
        QueryError: pictures mixed with shapes or folders, or a folder with neither.
    """
    pictures = [thing for thing in things if thing.suffix.lower() in IMAGE_SUFFIXES and not thing.is_dir()]
    if pictures and len(pictures) < len(things):
        raise QueryError("got photos together with shapes or folders: ask for them one after the other")
    if pictures:
        return Asked("photos", tuple(things))
    if len(things) == 1 and not things[0].is_dir():
        return Asked("shape", tuple(things))
    files = [file for thing in things for file in (_files_of(thing) if thing.is_dir() else [thing])]
    return Asked("many", tuple(dict.fromkeys(files)))


def _files_of(folder: Path) -> list[Path]:
    found = sorted(shape_files(folder)) or sorted(picture_files(folder))
    if not found:
        raise QueryError(f"there are neither 3D models nor pictures in {folder}")
    return found
