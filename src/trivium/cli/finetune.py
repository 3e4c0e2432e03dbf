"""``trivium finetune``"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from trivium.cli.output import SOME_FAILED, AsJson, progress_bar, say, show_json, show_table


def finetune(
    out: Annotated[Path, typer.Option("--out", help="Folder for the classifier, the table and the runs.")],
    folder: Annotated[
        Path | None,
        typer.Argument(help="A folder of models for each class, split by folders train and test, or by chance."),
    ] = None,
    procedural: Annotated[int | None, typer.Option(min=4, help="Make so many shapes instead.")] = None,
    categories: Annotated[str | None, typer.Option(help="Of the made ones: 'chair,table'; all if not given.")] = None,
    start: Annotated[
        Path | None, typer.Option(help="A folder of 'trivium train cg3d' to begin with; mini's points if not given.")
    ] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Of each run.")] = None,
    learning_rate: Annotated[float | None, typer.Option(help="Of AdamW.")] = None,
    share: Annotated[list[float] | None, typer.Option(help="Of the training data; 0.1 to 1. Repeatable.")] = None,
    seed: Annotated[list[int] | None, typer.Option(min=0, help="Of shares and first weights. Repeatable.")] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Of the processor.")] = None,
    as_json: AsJson = False,
) -> None:
    """Train a classifier of shapes, from a trained point encoder and from random weights, on more and more of the data.

    Prints accuracies of both, and of a linear probe; writes them as finetune.json and finetune.png beside the classifier. Killed,
    the same command goes on.

    \b
    trivium finetune models/ --out classifier/
    trivium finetune models/ --start cg3d-run/ --share 0.1 --share 1 --out classifier/
    trivium finetune --procedural 640 --categories banana,bottle,cactus,fork --out classifier/
    """
    import logging
    from dataclasses import replace

    from trivium.data.labelled import folder_of_classes, labelled_split
    from trivium.data.readers import ProceduralShapes, Reader
    from trivium.data.samples import SampleConfig
    from trivium.training.finetune import FinetuneConfig, draw_outcomes, start_of
    from trivium.training.finetune import finetune as train

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    if (folder is None) == (procedural is None):
        raise typer.BadParameter("give a folder of models or --procedural, one of them")
    given: dict[str, Any] = {"shares": tuple(share or ()), "seeds": tuple(seed or ()), "threads": threads}
    config = FinetuneConfig(out=out, **{k: v for k, v in given.items() if v})
    changed: dict[str, Any] = {"steps": steps, "learning_rate": learning_rate}
    config = replace(config, loop=replace(config.loop, **{k: v for k, v in changed.items() if v is not None}))
    begin = start_of(start)
    # Not the first seeds, which encoders are trained on.
    sampling = SampleConfig(num_points=max(1024, begin.num_points), num_views=0, seed=700_000)
    chosen = [c.strip() for c in categories.split(",")] if categories else None
    reader: Reader = (
        folder_of_classes(folder, sampling)
        if folder is not None
        else ProceduralShapes(procedural or 0, sampling, categories=chosen)
    )
    with progress_bar("shapes") as progress:
        data = labelled_split(reader, progress=progress)
    for failure in data.failed:
        say(f"left out: {failure.id}: {failure.message}")
    with progress_bar("runs") as progress:
        outcomes = train(begin, data, config, progress=progress)
    draw_outcomes(outcomes, out / "finetune.png")
    if as_json:
        show_json([asdict(o) | {"mean": o.mean, "spread": o.spread} for o in outcomes])
    else:
        columns = ["start", "how", "data", "shapes", "runs", "accuracy"]
        show_table(columns, [
            [o.start, o.how, f"{100 * o.share:g} %", o.objects, len(o.accuracies), f"{o.mean:.1f} ± {o.spread:.1f}"]
            for o in outcomes
        ])  # fmt: skip
        say(f"classifier, table and picture: {out}")
    if data.failed:
        raise typer.Exit(SOME_FAILED)
