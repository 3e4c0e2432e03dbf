"""Search results as one HTML file: nothing is loaded from anywhere, so it can be mailed, archived or opened offline.

A policy inside the page forbids every request and every script but its own; all text of users is escaped.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from trivium.apps.pictures import Turntable, data_uri, shrunk_photo, turntable_of
from trivium.apps.search import Query, SearchOptions
from trivium.errors import TriviumError
from trivium.io import load_shape

if TYPE_CHECKING:
    from trivium.retrieval import Hit, Library


@dataclass(frozen=True, kw_only=True)
class Search:
    """What was asked and what was found: one section of the page."""

    query: Query
    hits: Sequence[Hit]
    options: SearchOptions = field(default_factory=SearchOptions)
    title: str = ""  # empty: made from the query
    note: str = ""
    answers: frozenset[str] = frozenset()  # ids known to be right, marked with ``answer_mark``
    answer_mark: str = "the one in question"


def write_report(path: str | Path, searches: Sequence[Search], library: Library, *, title: str = "Search") -> Path:
    """Writes the page of some searches in one library.

    Raises:
        LoadError: a photo or shape of a query that cannot be read.
        OSError: the page cannot be written.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report_page(searches, library, title=title), encoding="utf-8")
    return path


def report_page(searches: Sequence[Search], library: Library, *, title: str = "Search") -> str:
    """The page as text. Turntables are rendered from the files; where one is gone, the library's small one is shown."""
    tables = turntables([hit for search in searches for hit in search.hits], library)
    script = _resource("report.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    info = library.info()
    return Template(_resource("report.html")).substitute(
        script_hash=f"sha256-{digest}",
        title=escape(title),
        css=_resource("report.css"),
        script=script,
        facts=escape(f"{info.items:,} models in {Path(info.path).name}, described by the model “{info.model}”"),
        sections="\n".join(_section(i, search, tables) for i, search in enumerate(searches, 1)),
    )


def turntables(hits: Sequence[Hit], library: Library) -> dict[str, Turntable]:
    """A turntable for each id, made once however many searches found it; on all cores."""

    def make(hit: Hit) -> Turntable:
        try:
            return turntable_of(load_shape(hit.path))
        except TriviumError:  # moved, or broken since it was indexed
            return Turntable(library.turntable(hit.id))

    unique = {hit.id: hit for hit in hits}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(unique, pool.map(make, unique.values()), strict=True))


def describe(query: Query) -> str:
    """A heading for a query: "Three photos and words"."""
    counts = "no one two three four five six seven eight nine ten eleven twelve".split()
    number = len(query.images)
    parts = [f"{counts[number] if number < len(counts) else number} photo{'s' * (number > 1)}"] if number else []
    parts += ["words"] if query.text else []
    parts += ["a shape"] if query.shape else []
    listing = " and ".join(parts) if len(parts) < 3 else f"{parts[0]}, {parts[1]} and {parts[2]}"
    return (listing or "everything").capitalize()


def _section(number: int, search: Search, tables: dict[str, Turntable]) -> str:
    best = max((hit.score for hit in search.hits), default=0.0)
    cards = [_card(rank, hit, best, search, tables[hit.id]) for rank, hit in enumerate(search.hits, 1)]
    found = f'<div class="hits">{"".join(cards)}</div>' if cards else '<p class="nothing">Nothing was found.</p>'
    return (
        f'<section class="search"><div class="query"><p class="numeral">{_roman(number)}</p>'
        f"<h2>{escape(search.title or describe(search.query))}</h2>{_query(search)}</div>{found}</section>"
    )


def _query(search: Search) -> str:
    query, parts = search.query, []
    if query.images:
        pictures = "".join(
            f'<img src="{data_uri(shrunk_photo(path))}" alt="Photo {i} of the query">'
            for i, path in enumerate(query.images, 1)
        )
        parts.append(f'<div class="photos{" many" * (len(query.images) > 4)}">{pictures}</div>')
    if query.shape:
        parts.append(_stage(turntable_of(load_shape(query.shape)), f"the shape of the query, {query.shape.name}"))
    if query.text:
        parts.append(f'<p class="words">“{escape(query.text)}”</p>')
    if query.without:
        parts.append(f'<p class="words without">without “{escape(query.without)}”</p>')
    if chips := [*search.options.filter, *(f"{k} × {v:g}" for k, v in (search.options.weights or {}).items())]:
        parts.append(f'<p class="chips">{"".join(f"<span>{escape(chip)}</span>" for chip in chips)}</p>')
    if search.note:
        parts.append(f'<p class="note">{escape(search.note)}</p>')
    return "".join(parts)


def _card(rank: int, hit: Hit, best: float, search: Search, table: Turntable) -> str:
    share = min(1.0, max(0.0, hit.score / best)) if best > 0 else 0.0
    answer = f'<p class="answer">{escape(search.answer_mark)}</p>' if hit.id in search.answers else ""
    return (
        f'<article class="card">{_stage(table, hit.name)}<div class="label">'
        f'<p class="line"><span class="rank">{rank}</span><span class="category">{escape(hit.category or "")}</span>'
        f'<span class="score" title="score">{hit.score:.3f}</span></p>'
        f'<div class="bar" style="--share:{share:.3f}"></div>'
        f'<h3>{escape(hit.name)}</h3>{answer}<dl class="details">{_details(hit)}</dl>{_seen(hit)}'
        f'<p class="path">{_path(Path(hit.path))}</p></div></article>'
    )


def _details(hit: Hit) -> str:
    rows = [("Kind", "point cloud", "") if hit.kind == "points" else ("Faces", f"{hit.faces:,}", " faces")]
    rows += [("Largest side", f"{hit.size:.3g}", " across")] if hit.size else []
    rows += [("Licence", hit.licence, "")] if hit.licence else []
    return "".join(
        f'<div><dt>{term}</dt><dd>{escape(value)}<span class="unit">{unit}</span></dd></div>'
        for term, value, unit in rows
    )


def _seen(hit: Hit) -> str:
    """After a re-ranking by pose: the model over each photo, and from where it was taken."""
    figures = []
    for number, (seen, picture) in enumerate(zip(hit.poses, hit.overlays, strict=True), 1):
        told = seen.to_json()
        place = f"{told['azimuth']:.0f}° around, {told['elevation']:.0f}° up"
        figures.append(
            f'<figure><img src="{data_uri(picture)}" alt="{escape(hit.name)} over photo {number}">'
            f"<figcaption>{place}</figcaption></figure>"
        )
    return f'<div class="seen">{"".join(figures)}</div>' if figures else ""


def _path(path: Path) -> str:
    """The end of a path for a card and all of it for the dialog, with places where a line may break."""
    short, full = (
        escape(p).replace("/", "/<wbr>").replace("_", "_<wbr>") for p in ("/".join(path.parts[-2:]), str(path))
    )
    return f'<span class="short">{short}</span><span class="full">{full}</span>'


def _stage(table: Turntable, name: str) -> str:
    return (
        f'<button type="button" class="stage" data-strip="{data_uri(table.strip)}" data-frames="{table.frames}" '
        f'data-start="{table.start}" aria-label="Look closer at {escape(name)}; arrow keys turn it">'
        f'<img src="{data_uri(table.still())}" alt="{escape(name)}"><canvas></canvas></button>'
    )


def _roman(number: int) -> str:
    out = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out, number = out + letters, number - value
    return out


def _resource(name: str) -> str:
    return files("trivium.apps").joinpath(name).read_text(encoding="utf-8")
