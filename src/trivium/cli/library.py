"""``trivium info``, ``remove``, ``verify``, ``repair``: looking after a library."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from trivium.cli.index import show_failures
from trivium.cli.output import ERROR, AsJson, LibraryPath, progress_bar, say, show_json, show_table


def info(
    library: LibraryPath,
    failed: Annotated[
        bool, typer.Option("--failed", help="List the files that could not be indexed, and why.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """What is in a library, and which model made it.

    \b
    trivium info -l my.trivium
    trivium info -l my.trivium --failed
    """
    from trivium.retrieval import Library

    opened = Library(library)
    facts = asdict(opened.info())
    if as_json:
        show_json(facts | ({"failures": [asdict(f) for f in opened.failed()]} if failed else {}))
    elif failed:
        show_failures(opened.failed())
    else:
        show_table(("what", "value"), [(name, _cell(value)) for name, value in facts.items()])


def remove(
    things: Annotated[list[str], typer.Argument(metavar="ID|PATH...", help="Ids or paths of indexed files.")],
    library: LibraryPath,
    as_json: AsJson = False,
) -> None:
    """Take files out of a library. The files themselves are never touched.

    \b
    trivium remove models/old-chair.glb -l my.trivium
    """
    from trivium.retrieval import Library

    count = Library(library).remove(things)
    show_json({"removed": count}) if as_json else say(f"{count:,} removed")


def verify(
    library: LibraryPath,
    as_json: AsJson = False,
) -> None:
    """Check a library against itself and against the files on disk. Exit code 3 if it is not sound.

    \b
    trivium verify -l my.trivium
    """
    from trivium.retrieval import Library

    report = Library(library).verify()
    if as_json:
        show_json(asdict(report) | {"sound": report.sound})
    else:
        findings = {k: v for k, v in asdict(report).items() if isinstance(v, tuple)}
        rows = [(what.replace("_", " "), thing) for what, things in findings.items() for thing in things]
        if rows:
            show_table(("finding", "id or path"), rows)
        say(f"{report.items:,} items; {'sound' if report.sound else 'not sound: trivium repair mends it'}")
    if not report.sound:
        raise typer.Exit(ERROR)


def repair(
    library: LibraryPath,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; all cores if not given.")] = None,
    as_json: AsJson = False,
) -> None:
    """Forget what is faulty in a library, and index those files anew. Files are never touched.

    \b
    trivium repair -l my.trivium
    """
    from trivium.retrieval import Library

    opened = Library(library)
    with progress_bar("repairing") as progress:
        found = opened.repair(workers=workers, progress=progress)
    after = opened.verify()
    faulty = sorted({*found.doubled, *found.bad_vectors, *found.without_picture})
    if as_json:
        show_json({"faulty": faulty, "items": after.items, "sound": after.sound})
    else:
        say(f"{len(faulty):,} faulty; {after.items:,} items now, {'sound' if after.sound else 'not sound'}")
    if not after.sound:
        raise typer.Exit(ERROR)


def _cell(value: object) -> object:
    return ", ".join(f"{k} {v}" for k, v in value.items()) if isinstance(value, dict) else value
