"""``trivium search``"""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trivium.apps.search import Query, SearchOptions
from trivium.cli.output import AsCsv, AsJson, LibraryPath, progress_bar, say, show_csv, show_json, show_table

if TYPE_CHECKING:
    from trivium.retrieval import Hit

COLUMNS = ("rank", "score", "name", "category", "licence", "faces", "size", "path")


def search(
    query: Annotated[
        list[str], typer.Argument(help="Photos of one object, words, a shape file: any of them, in any order.")
    ],
    library: LibraryPath,
    top_k: Annotated[
        int | None, typer.Option("--top-k", "-k", min=1, help="How many hits.", show_default="as Library.search")
    ] = None,
    filter: Annotated[
        list[str], typer.Option("--filter", "-f", help="Such as category=chair, faces<=5000, path~office. Repeatable.")
    ] = [],  # noqa: B006
    without: Annotated[str | None, typer.Option(help="Words to subtract.")] = None,
    weight: Annotated[
        list[str], typer.Option(help="Such as images=2; of text, images, shape, without. Repeatable.")
    ] = [],  # noqa: B006
    names: Annotated[bool, typer.Option("--names", help="Also search the words in names.")] = False,
    rerank: Annotated[
        str | None, typer.Option(help="pose: ask of the first hits from where they would give the photos.")
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write the hits as a page into this file.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find models by photos, words, a shape, or a mix.

    \b
    trivium search front.jpg side.jpg back.jpg -l my.trivium
    trivium search "a red office chair" -l my.trivium --filter "faces<=20000"
    trivium search photo.jpg "in red" --without blue -l my.trivium --html found.html
    trivium search old-part.stl -l my.trivium --json
    trivium search half-hidden.jpg -l my.trivium --rerank pose
    """
    if as_json and as_csv:
        raise typer.BadParameter("give one of --json and --csv")
    if rerank not in (None, "pose"):
        raise typer.BadParameter(f"--rerank is '{rerank}', expected pose")
    options = SearchOptions(
        filter=tuple(filter), weights=_weights(weight), names=names, rerank="pose" if rerank else None, top_k=top_k
    )
    from trivium.apps.search import search as run
    from trivium.apps.search import split_query
    from trivium.retrieval import Library

    asked = split_query(query, without=without)
    opened = Library(library)
    with progress_bar("poses") if rerank else nullcontext() as progress:
        hits = run(opened, asked, options, progress=progress)
    _show(asked, hits, as_json=as_json, as_csv=as_csv)
    if html is not None:
        from trivium.apps.report import Search, write_report

        say(f"page: {write_report(html, [Search(query=asked, hits=hits, options=options)], opened)}")


def _show(query: Query, hits: list[Hit], *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        rows = [{"rank": rank, **hit.to_json()} for rank, hit in enumerate(hits, 1)]
        show_json({"query": query.to_json(), "hits": rows})
        return
    table: list[tuple[object, ...]] = [
        (i, f"{h.score:.4f}", h.name, h.category, h.licence, h.faces, f"{h.size:.4g}", h.path)
        for i, h in enumerate(hits, 1)
    ]
    columns: tuple[str, ...] = COLUMNS
    if any(h.poses for h in hits):
        columns, table = (*COLUMNS, "seen from"), [(*row, _seen_from(h)) for row, h in zip(table, hits, strict=True)]
    if as_csv:
        show_csv(columns, table)
    elif hits:
        show_table(columns, table)
    else:
        say("nothing was found")
    poses = [seen for hit in hits for seen in hit.poses]
    if poses and all(seen.doubtful for seen in poses):
        say("no model fits the photos in any pose: they may show something else, or too little of it")


def _seen_from(hit: Hit) -> str:
    """Azimuth and elevation in each photo, in degrees."""
    return "; ".join(f"{p['azimuth']:.0f}/{p['elevation']:.0f}" for p in (seen.to_json() for seen in hit.poses))


def _weights(pairs: list[str]) -> dict[str, float] | None:
    weights = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        try:
            weights["images" if name == "image" else name] = float(value)
        except ValueError as error:
            raise typer.BadParameter(f"got --weight {pair}, expected a name and a number such as images=2") from error
    return weights or None
