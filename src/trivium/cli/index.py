"""``trivium index``"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trivium.cli.output import SOME_FAILED, AsJson, LibraryPath, progress_bar, say, show_json, show_table

if TYPE_CHECKING:
    from trivium.retrieval import AddReport, Failure

FolderList = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FOLDER...", help="Folders (with all below them) or files.", show_default=False),
]


def index(
    library: LibraryPath,
    folders: FolderList = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; all cores if not given.")] = None,
    metadata: Annotated[
        Path | None, typer.Option(help="A CSV with a column path, and name, category, licence.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="For a new library: which model describes the shapes.")] = None,
    weights: Annotated[
        Path | None, typer.Option(help="A file (for mini, a folder) to use instead of the model's published weights.")
    ] = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="List the files that could not be indexed, and why.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Add folders of 3D models to a library. Unchanged files are skipped; killed, the same command goes on.

    \b
    trivium index models/ --library my.trivium
    trivium index models/ scans/ -l my.trivium --metadata models/manifest.csv --workers 8
    trivium index --failed -l my.trivium
    """
    if not folders and not failed:
        raise typer.BadParameter("give folders or files to index, or --failed to see what failed before")
    from trivium.models import load_model
    from trivium.retrieval import Library

    opened = Library(library, load_model(model or "mini", weights=weights) if weights else model)
    report = None
    if folders:
        with progress_bar("models") as progress:
            report = opened.add(folders, workers=workers, metadata=metadata, progress=progress)
    failures = opened.failed() if failed else list(report.failed) if report else []
    if as_json:
        counts = {k: v for k, v in asdict(report).items() if k != "failed"} if report else {}
        show_json({**counts, "failed": [asdict(f) for f in failures]})
    else:
        show_failures(failures)
        if report:
            _tell(report, library)
    if report and report.failed:
        raise typer.Exit(SOME_FAILED)


def show_failures(failures: Sequence[Failure]) -> None:
    if failures:
        show_table(("code", "path", "message"), [(f.code, f.path, f.message) for f in failures])


def _tell(report: AddReport, library: str) -> None:
    counts = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "failed": len(report.failed),
    }
    say(", ".join(f"{number:,} {what}" for what, number in counts.items() if number or what == "added"))
    if report.skipped:
        say(f"{report.skipped:,} failed before and did not change: trivium index --failed -l {library}")
