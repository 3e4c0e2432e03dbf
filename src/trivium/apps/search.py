"""The verb *search*: photos, words and a shape file, told apart and searched together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from trivium.errors import LoadError, QueryError

if TYPE_CHECKING:
    from trivium.retrieval import Hit, Library


@dataclass(frozen=True, kw_only=True)
class Query:
    """What is searched for: any one of these, or a mix. Several images are views of one object."""

    text: str | None = None
    images: tuple[Path, ...] = ()
    shape: Path | None = None
    without: str | None = None  # words to subtract

    def to_json(self) -> dict[str, object]:
        images, shape = [str(p) for p in self.images], str(self.shape) if self.shape else None
        return {"text": self.text, "images": images, "shape": shape, "without": self.without}


@dataclass(frozen=True, kw_only=True)
class SearchOptions:
    """How it is searched; the fields are those of ``Library.search``."""

    filter: tuple[str, ...] = ()
    weights: Mapping[str, float] | None = None
    names: bool = False
    rerank: Literal["pose"] | None = None
    top_k: int | None = None  # None: as many as the library gives by default


def split_query(arguments: Sequence[str], *, without: str | None = None) -> Query:
    """Tells photos, one shape file and words apart by file name; words that stand apart become one text.

    An argument that ends like a picture or a model is a file and must exist; every other one is words, unless a file
    of that name exists: such a file would be ignored silently, so it is refused.

    Raises:
        LoadError: missing-file, or unsupported-format for an existing file of another kind.
        QueryError: two shape files.
    """
    from trivium.io import IMAGE_SUFFIXES, SHAPE_SUFFIXES

    words: list[str] = []
    images: list[Path] = []
    shapes: list[Path] = []
    for argument in arguments:
        path = Path(argument)
        suffix = path.suffix.lower()
        if suffix not in IMAGE_SUFFIXES | SHAPE_SUFFIXES:
            if suffix and _is_file(path):
                known = " ".join(sorted(IMAGE_SUFFIXES | SHAPE_SUFFIXES))
                raise LoadError("unsupported-format", f"{path} is neither a picture nor a 3D model; known are {known}")
            words.append(argument)
            continue
        if not _is_file(path):
            kind = "picture" if suffix in IMAGE_SUFFIXES else "3D model"
            raise LoadError("missing-file", f"no such file: {path} (its ending '{suffix}' says that it is a {kind})")
        (images if suffix in IMAGE_SUFFIXES else shapes).append(path)
    if len(shapes) > 1:
        raise QueryError(f"got {len(shapes)} shape files ({', '.join(map(str, shapes))}), expected one at most")
    text = " ".join(" ".join(words).split())
    return Query(text=text or None, images=tuple(images), shape=shapes[0] if shapes else None, without=without)


def search(
    library: Library,
    query: Query,
    options: SearchOptions = SearchOptions(),
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Hit]:
    """The hits of a query, best first.

    Raises:
        QueryError: an empty query, an unknown filter or weight.
        LoadError: a picture or shape of the query that cannot be read.
    """
    from trivium.retrieval import TOP_K

    return library.search(
        text=query.text,
        images=list(query.images) or None,
        shape=query.shape,
        without=query.without,
        weights=options.weights,
        filter=list(options.filter) or None,
        names=options.names,
        rerank=options.rerank,
        progress=progress,
        top_k=TOP_K if options.top_k is None else options.top_k,
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a sentence too long for a file name, or with a null character
        return False
