"""``trivium models``"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from trivium.cli.output import AsJson, show_json, show_table

if TYPE_CHECKING:
    from trivium.models import ModelEntry


def models(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[fetch] [NAME]", help="One model; all without it.")
    ] = None,
    shapes_only: Annotated[
        bool, typer.Option("--shapes-only", help="Fetch what encodes shapes; not the towers for pictures and words.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """The models there are, what one needs, and getting its weights.

    \b
    trivium models
    trivium models openshape-pointbert-vitg14-rgb
    trivium models fetch ulip-pointbert
    """
    from trivium.models import MODELS, find_entry

    match words or []:
        case []:
            rows = [_facts(entry) for entry in MODELS.values()]
            if as_json:
                show_json(rows)
            else:
                columns = ["name", "dim", "here", "licence", "summary"]
                show_table(columns, [[(r | {"here": "yes" if r["weights"] else ""})[c] for c in columns] for r in rows])
        case ["fetch", name]:
            _fetch(find_entry(name), shapes_only=shapes_only)
        case ["fetch"]:
            raise typer.BadParameter("fetch which model? 'trivium models' lists them")
        case [name]:
            facts = _facts(find_entry(name)) | _needs(find_entry(name))
            if as_json:
                show_json([facts])
            else:
                _show_one(facts)
        case more:
            raise typer.BadParameter(f"one name, or fetch and one name; got {' '.join(more)}")


def _facts(entry: ModelEntry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "summary": entry.summary,
        "dim": entry.dim,
        "weights": str(entry.weights.path) if entry.is_here else None,
        "licence": entry.licence,
        "source": entry.source,
    }


def _needs(entry: ModelEntry) -> dict[str, Any]:
    from dataclasses import asdict

    towers = entry.towers
    files = [
        {
            "file": f.file,
            "from": f.origin,
            "megabytes": f.megabytes,
            "sha256": f.sha256,
            "here": f.is_here,
            "path": str(f.path),
        }
        for f in entry.files
    ]
    pair = {"name": towers.name, "licence": towers.licence, "source": towers.source} if towers else None
    return {"input": asdict(entry.input), "towers": pair, "files": files}


def _show_one(facts: dict[str, Any]) -> None:
    towers = facts["towers"]
    told = {k: facts[k] for k in ("name", "summary", "dim", "licence", "source")}
    if towers is not None:
        told["towers"] = f"{towers['name']} ({towers['licence']}; {towers['source']})"
    told["input"] = ", ".join(f"{k} {v}" for k, v in facts["input"].items() if v not in ((), None))
    show_table(["", ""], [[k, str(v)] for k, v in told.items()])
    columns = ["file", "from", "MB", "sha256", "on this machine"]
    show_table(
        columns,
        [
            [f["file"], f["from"], f["megabytes"] or "?", (f["sha256"] or "unknown")[:12],
             f["path"] if f["here"] else f"no: goes to {f['path']}"]
            for f in facts["files"]
        ],
    )  # fmt: skip


def _fetch(entry: ModelEntry, *, shapes_only: bool) -> None:
    from trivium.models import fetch

    for file in entry.files[:1] if shapes_only else entry.files:
        typer.echo(fetch(file))
