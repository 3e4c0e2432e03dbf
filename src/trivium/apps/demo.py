"""The verb *demo*: the whole of the main job on an empty machine, from a folder of models to a page of found ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from trivium.apps.demo_files import scan, take_photos, write_models
from trivium.apps.report import Search, write_report
from trivium.apps.search import Query, SearchOptions, search
from trivium.errors import LibraryError, QueryError
from trivium.io import load_shape, save_ply
from trivium.retrieval import Library

if TYPE_CHECKING:
    from trivium.retrieval import Item


@dataclass(frozen=True, kw_only=True)
class DemoConfig:
    """What the demo shows. Without ``models``, a folder of procedural ones is made."""

    out: Path = Path("demo-out")
    models: Path | None = None
    copies: int = 1  # procedural models of each category
    seed: int = 0
    workers: int | None = None
    top_k: int = 9  # fills the rows of the page: the best hit is shown as large as four


@dataclass(frozen=True)
class DemoResult:
    page: Path
    library: Path
    indexed: int
    searches: list[Search]

    def rank(self, search: Search) -> int | None:
        """Place of the first right hit, from 1; None if it is not among the hits."""
        return next((i for i, hit in enumerate(search.hits, 1) if hit.id in search.answers), None)


def run_demo(
    config: DemoConfig,
    *,
    tell: Callable[[str], None] = lambda message: None,
    progress: Callable[..., None] | None = None,
) -> DemoResult:
    """Makes models if there are none, indexes them, searches by photos, words, points and a mix, writes a page.

    Args:
        tell: is told what is going on, one line at a time.
        progress: called with (done, total, path) while indexing.

    Raises:
        QueryError: nothing could be indexed.
    """

    config.out.mkdir(parents=True, exist_ok=True)
    folder = config.models
    if folder is None:
        folder = config.out / "models"
        tell(f"making models in {folder}")
        write_models(folder, copies=config.copies, seed=config.seed)
    library = _own_library(config.out / "demo.trivium")
    tell(f"indexing {folder}")
    library.add([folder], workers=config.workers, progress=progress)
    items = _only(folder, library)
    tell(f"searching {len(items):,} models")
    searches = _searches(config, library, items)
    tell("writing the page")
    page = write_report(
        config.out / "report.html", searches, library, title="Three photos, a sentence, a bare point cloud"
    )
    return DemoResult(page, config.out / "demo.trivium", len(items), searches)


def _own_library(path: Path) -> Library:
    """The demo's library; that of an earlier version of the model is the demo's to make anew."""

    try:
        library = Library(path)
        library.model  # noqa: B018 (raises where the library was made with another)
        return library
    except LibraryError:
        if not (path / "meta.json").is_file():  # not a library at all: not the demo's to remove
            raise
        shutil.rmtree(path)
        return Library(path)


def _only(folder: Path, library: Library) -> list[Item]:
    """The items of the folder; those of an earlier demo with another folder leave the library."""
    root = folder.resolve()
    items = sorted(library.items(), key=lambda item: item.path)
    if others := [item.id for item in items if not Path(item.path).resolve().is_relative_to(root)]:
        library.remove(others)
    kept = [item for item in items if item.id not in set(others)]
    if not kept:
        raise QueryError(
            f"no model in {folder} could be indexed: trivium index --failed -l {library.info().path} says why"
        )
    return kept


def _searches(config: DemoConfig, library: Library, items: Sequence[Item]) -> list[Search]:
    rng = np.random.default_rng(config.seed)
    colored = [i for i in items if i.kind == "mesh" and i.textured != "no"] or list(items)
    pictured = _pick([i for i in colored if "red" not in i.name] or colored, rng)
    described, scanned = _pick(colored, rng), _pick([i for i in items if i.kind == "mesh"] or list(items), rng)
    photos, cloud = _photos(config, pictured, rng), config.out / "query-scan.ply"
    save_ply(scan(load_shape(scanned.path), rng), cloud)
    sentence, right, mark = _sentence(config, described, items)

    def ask(query: Query, title: str, note: str, answers: frozenset[str] = frozenset(), mark: str = "") -> Search:
        hits = search(library, query, SearchOptions(top_k=config.top_k))
        return Search(query=query, hits=hits, title=title, note=note, answers=answers, answer_mark=mark)

    return [
        ask(
            Query(images=tuple(photos)),
            "Three photos of one object",
            "Taken of one of the models from random sides, in front of made-up clutter.",
            frozenset({pictured.id}),
            "the object in the photos",
        ),
        ask(Query(text=sentence), "A sentence", "Compared with shapes, not with file names.", right, mark),
        ask(
            Query(shape=cloud),
            "A bare point cloud",
            "4,096 points from the surface of one of the models: no faces, no colours, no normals.",
            frozenset({scanned.id}),
            "the object that was scanned",
        ),
        ask(
            Query(images=tuple(photos[:1]), text="red"),
            "This photo, but in red",
            "A picture and a word added up. What is asked for need not exist, so nothing is marked as right.",
        ),
    ]


def _sentence(config: DemoConfig, item: Item, items: Sequence[Item]) -> tuple[str, frozenset[str], str]:
    """Words for a model, the ids they are right for, and why these are."""
    if config.models is None:  # its name is a caption of this one model
        return f"{'an' if item.name[0] in 'aeiou' else 'a'} {item.name}", frozenset({item.id}), "the model described"
    if not item.category:
        return item.name, frozenset({item.id}), "the model of this name"
    same = frozenset(i.id for i in items if i.category == item.category)
    return f"a {item.category}", same, "of this category"


def _photos(config: DemoConfig, item: Item, rng: np.random.Generator) -> list[Path]:
    paths = []
    for i, photo in enumerate(take_photos(load_shape(item.path), 3, rng), 1):
        paths.append(config.out / f"query-photo-{i}.jpg")
        photo.save(paths[-1], quality=90)
    return paths


def _pick(items: Sequence[Item], rng: np.random.Generator) -> Item:
    return items[int(rng.integers(len(items)))]
