"""How commands speak: tables to a terminal, tab-separated lines to a pipe, JSON, CSV, progress and errors on stderr."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer

ERROR, SOME_FAILED, INTERRUPTED = 3, 4, 130

LibraryPath = Annotated[
    str, typer.Option("--library", "-l", envvar="TRIVIUM_LIBRARY", help="The library, a folder like my.trivium.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="CSV with a header on stdout.")]


def fail(message: str, code: int) -> typer.Exit:
    """One line on stderr; raise what is returned."""
    typer.echo(f"error: {printable(message)}", err=True)
    return typer.Exit(code)


def say(message: str) -> None:
    """A remark on stderr, so that stdout stays data."""
    typer.echo(printable(message), err=True)


def printable(value: object) -> str:
    """Text without control characters: a file name must not move the cursor of a terminal or break a line."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(value).replace("\n", " "))


def show_json(value: object) -> None:
    """Paths become text; whatever else JSON lacks is a bug."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_plain))


def show_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def show_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table with rules to a terminal; tab-separated lines, complete and unwrapped, to anything else."""
    cells = [[printable("" if value is None else value) for value in row] for row in rows]
    if not sys.stdout.isatty():
        for row in [list(columns), *cells]:
            typer.echo("\t".join(row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for i, name in enumerate(columns):
        numeric = bool(rows) and all(isinstance(row[i], (int, float)) for row in rows)
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))  # Text: brackets in a name are not markup
    Console().print(table)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[..., None] | None]:
    """A callback (done, total, ...) that moves a bar on stderr; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)

        def move(done: int, total: int, *_: object) -> None:
            bar.update(task, completed=done, total=total)

        yield move


def _plain(value: Any) -> Any:
    if hasattr(value, "__fspath__"):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
