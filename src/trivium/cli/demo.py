"""``trivium demo``"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trivium.cli.output import AsJson, progress_bar, say, show_json, show_table

if TYPE_CHECKING:
    from trivium.apps.demo import DemoResult


def demo(
    out: Annotated[
        Path | None,
        typer.Option(help="Folder for models, library and page; demo-out if not given.", show_default=False),
    ] = None,
    models: Annotated[Path | None, typer.Option(help="Use this folder of models instead of made-up ones.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; all cores if not given.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Of the models made and the objects searched for.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make models, index them, find them by photos, words and points, and write a page. Takes a few minutes, no network.

    \b
    trivium demo
    trivium demo --models my-models/ --out look/
    """
    from trivium.apps.demo import DemoConfig, run_demo

    given = {"out": out, "models": models, "workers": workers, "seed": seed}
    config = replace(DemoConfig(), **{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]
    with progress_bar("models") as progress:
        result = run_demo(config, tell=say, progress=progress)
    _show(result, as_json=as_json)


def _show(result: DemoResult, *, as_json: bool) -> None:
    columns = ("search", "best hit", "score", "the right one is")
    rows = []
    for search in result.searches:
        best, rank = search.hits[0], result.rank(search)
        place = (
            "not known"
            if not search.answers
            else f"number {rank}"
            if rank
            else f"not among the first {len(search.hits)}"
        )
        rows.append((search.title, best.name, f"{best.score:.3f}", place))
    if as_json:
        found = [dict(zip(columns, row, strict=True)) for row in rows]
        show_json({"page": result.page, "library": result.library, "indexed": result.indexed, "searches": found})
        return
    show_table(columns, rows)
    say(f"open {result.page.resolve()} in a browser; search on with trivium search WORDS -l {result.library}")
