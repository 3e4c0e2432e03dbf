"""``trivium plot``"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from trivium.cli.output import progress_bar, say

if TYPE_CHECKING:
    from trivium.geometry import Shape

plot = typer.Typer(no_args_is_help=True, help="Draw what a model knows.")


@plot.callback()
def _group() -> None:
    """Draw what a model knows."""


@plot.command()
def embeddings(
    out: Annotated[Path, typer.Option("--out", "-o", help="What to draw: a .png, or a .html with names and zoom.")],
    folder: Annotated[Path | None, typer.Argument(help="A folder of models.", show_default=False)] = None,
    library: Annotated[str | None, typer.Option("--library", "-l", help="The rows of a library instead.")] = None,
    procedural: Annotated[int | None, typer.Option(min=5, help="So many made-up shapes instead.")] = None,
    categories: Annotated[
        str | None, typer.Option(help="Of these: 'chair,table'; of the ten that no model is trained on if not given.")
    ] = None,
    model: Annotated[str, typer.Option(help="Whose rows.")] = "mini",
    weights: Annotated[Path | None, typer.Option(help="A folder or file of weights; for cg3d its run.")] = None,
    beside: Annotated[
        str | None,
        typer.Option(help="A second map: 'untrained' or 'unprompted' for a CG3D run, or the name of another model."),
    ] = None,
    seen: Annotated[str, typer.Option("--of", help="shapes, or pictures of them.")] = "shapes",
    method: Annotated[str, typer.Option(help="tsne, pca or umap.")] = "tsne",
) -> None:
    """A map of embeddings, coloured by class: what is alike for a model is near.

    \b
    trivium plot embeddings --library my.trivium --out map.html
    trivium plot embeddings models/ --model mini --beside openshape-pointbert-vitb32-rgb --out map.png
    trivium plot embeddings --procedural 300 --model cg3d --weights run/ --beside untrained --out before-after.png
    """
    from trivium.apps.embeddings import beside as variant
    from trivium.apps.embeddings import (
        draw_map,
        encoded,
        map_of,
        rows_of_library,
        shapes_made_up,
        shapes_of_folder,
        write_map_page,
    )
    from trivium.models import load_model

    if sum(x is not None for x in (folder, library, procedural)) != 1:
        raise typer.BadParameter("give a folder of models, --library or --procedural, one of them")
    if out.suffix.lower() not in (".png", ".html"):
        raise typer.BadParameter(f"got --out {out}, expected a .png or a .html")
    if seen not in ("shapes", "pictures"):
        raise typer.BadParameter(f"got --of {seen}, expected shapes or pictures")
    if library is not None:
        from trivium.retrieval import Library

        if beside is not None:
            raise typer.BadParameter("--beside needs shapes to encode: give their folder instead of --library")
        opened = Library(library)
        things, own = rows_of_library(opened)
        rows, titles, title = [own], [opened.info().model], Path(library).name
    else:
        first = load_model(model, weights=weights) if weights else load_model(model)
        models, titles = [first], [model]
        if beside in ("untrained", "unprompted"):
            models, titles = [variant(first, beside), first], [f"{model}, {beside}", model]  # type: ignore[arg-type]
        elif beside is not None:
            models, titles = [first, load_model(beside)], [model, beside]
        names = [c.strip() for c in categories.split(",") if c.strip()] if categories else []
        shapes: Iterator[tuple[str, str, Shape]] = (
            shapes_of_folder(folder) if folder is not None else shapes_made_up(procedural or 0, names)
        )
        with progress_bar("shapes") as progress:
            things, rows = encoded(shapes, models, seen=seen, progress=progress, total=procedural or 0)  # type: ignore[arg-type]
        source = folder.absolute().name if folder is not None else "Made-up shapes"
        title = source if seen == "shapes" else f"{source}, as pictures"
    made = map_of(title, things, rows, titles, method)  # type: ignore[arg-type]
    draw_map(made, out) if out.suffix.lower() == ".png" else write_map_page(made, out)
    for panel in made.panels:
        say(panel.title)
    typer.echo(out)
