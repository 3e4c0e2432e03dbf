"""``trivium classify``"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trivium.cli.output import SOME_FAILED, AsCsv, AsJson, progress_bar, say, show_csv, show_json, show_table

if TYPE_CHECKING:
    from trivium.apps.classify import FileAnswer, Recognition

FILE_COLUMNS = ("path", "label", "probability", "runner-up", "its probability", "error", "message")


def classify(
    things: Annotated[
        list[Path], typer.Argument(help="A shape file, photos of one object, several shape files, or folders.")
    ],
    labels: Annotated[
        str,
        typer.Option(
            help="chair,table,...; a UTF-8 file, one a line; modelnet10, modelnet40 or scanobjectnn; lvis.json of OpenShape."
        ),
    ],
    through: Annotated[
        str, typer.Option(help="model; or depth: depth maps of a shape's points, seen as pictures (PointCLIP).")
    ] = "model",
    none: Annotated[
        float | None,
        typer.Option(help='The probability from which "none of these" is the answer; 1: never.', show_default="0.9"),
    ] = None,
    top_k: Annotated[int, typer.Option("--top", min=1, help="How many labels; in a table of files always two.")] = 5,
    model: Annotated[str, typer.Option(help="Name of the model.")] = "mini",
    weights: Annotated[
        Path | None, typer.Option(help="A file (for mini, a folder) to use instead of the model's published weights.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Which of some labels fits a shape or photos best, without training; "none of these" if none does.

    \b
    trivium classify shape.glb --labels chair,table,lamp
    trivium classify front.jpg side.jpg --labels words.txt --top 3
    trivium classify scan.ply --labels scanobjectnn --through depth
    trivium classify models/ --labels modelnet40 --csv
    """
    from trivium.apps.classify import THROUGH, Classifier, classify_files, sort_out
    from trivium.apps.labels import parse_labels
    from trivium.models import load_model

    if as_json and as_csv:
        raise typer.BadParameter("give one of --json and --csv")
    if through not in THROUGH:
        raise typer.BadParameter(f"--through is '{through}', expected {' or '.join(THROUGH)}")
    known = parse_labels(labels)
    if known.repeated:
        say(f"given more than once, and merged: {', '.join(known.repeated)}")
    asked = sort_out(things)
    settings = {"through": through} | ({} if none is None else {"sure": none})
    classifier = Classifier(load_model(model, weights=weights), known, **settings)  # type: ignore[arg-type]
    if asked.kind != "many":
        found = classifier.photos(asked.files) if asked.kind == "photos" else classifier.shape(asked.files[0])
        _show_one(found, top_k, as_json=as_json, as_csv=as_csv)
        return
    with progress_bar("files") as progress:
        answers = list(classify_files(classifier, asked.files, progress=progress))
    _show_files(answers, top_k, as_json=as_json, as_csv=as_csv)
    if failed := sum(answer.found is None for answer in answers):
        say(f"{failed:,} of {len(answers):,} files could not be used")
        raise typer.Exit(SOME_FAILED)


def _show_one(found: Recognition, top_k: int, *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        show_json(found.to_json(top_k))
        return
    columns = ("rank", "label", "probability", "score")
    rows = [(i, g.label, f"{g.probability:.3f}", f"{g.score:.4f}") for i, g in enumerate(found.ranked[:top_k], 1)]
    show_csv(columns, rows) if as_csv else show_table(columns, rows)
    if found.none is None:
        say('not calibrated for this model: read the order, not the probabilities; "none of these" is never said')


def _show_files(answers: Sequence[FileAnswer], top_k: int, *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        show_json([answer.to_json(top_k) for answer in answers])
        return
    rows = [_row(answer) for answer in answers]
    show_csv(FILE_COLUMNS, rows) if as_csv else show_table(FILE_COLUMNS, rows)


def _row(answer: FileAnswer) -> list[object]:
    if answer.found is None:
        return [answer.path, None, None, None, None, answer.code, answer.message]
    first, second = answer.found.ranked[:2]
    return [answer.path, first.label, f"{first.probability:.3f}", second.label, f"{second.probability:.3f}", None, None]
