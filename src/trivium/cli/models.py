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

    if shapes_only and (words or [""])[0] != "fetch":
        raise typer.BadParameter("--shapes-only goes with fetch NAME")
    match words or []:
        case []:
            rows = [_facts(entry) for entry in MODELS.values()]
            if as_json:
                show_json(rows)
            else:
                columns = ["name", "dim", "here", "sees", "summary", "licence"]
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
        "sees": entry.input.shapes_in_words,
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
            "size": f.size,
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
    given, towers = facts["input"], facts["towers"]
    rows = [[key, facts[key]] for key in ("name", "summary", "source", "licence", "dim", "sees")]
    if given["num_points"]:
        axes = "y and z swapped, a mirror image" if given["swap_yz"] else "y up"
        fill = f"; unknown color {given['color_fill']}" if "color" in given["channels"] else ""
        rows.append(["points", f"{axes}; unit ball around the {given['center']}{fill}"])
    mean, std = (", ".join(f"{x:.3f}" for x in given[key]) for key in ("image_mean", "image_std"))
    size = given["image_size"]
    rows.append(["pictures", f"{size} x {size}, {given['image_fit']}; mean {mean}; deviation {std}"])
    if towers is not None:
        rows.append(["towers", f"{towers['name']}: {towers['source']}; {towers['licence']}"])
    for file in facts["files"]:
        rows.append(["file", f"{file['file']}, {file['size']}, from {file['from']}"])
        rows.append(["  sha256", file["sha256"] or "not published"])
        rows.append(["  " + ("here" if file["here"] else "missing"), file["path"]])
    show_table(["", ""], rows)


def _fetch(entry: ModelEntry, *, shapes_only: bool) -> None:
    """All that can be had; then an error that says what must be fetched by hand."""
    from trivium.models import fetch, require_files

    files = entry.files[:1] if shapes_only else entry.files
    for file in files:
        if file.is_here or file.page is None:
            typer.echo(fetch(file))
    require_files(files, entry.name, entry.name)
