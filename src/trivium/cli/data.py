"""``trivium data``"""

from __future__ import annotations

from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trivium.cli.output import SOME_FAILED, AsJson, progress_bar, say, show_json, show_table

if TYPE_CHECKING:
    from trivium.data.readers import Reader

data = typer.Typer(no_args_is_help=True, help="Make training data.")


class Layout(StrEnum):
    """How a folder is laid out."""

    models = "models"
    photos_and_cad = "photos-and-cad"
    modelnet40 = "modelnet40"
    openshape = "openshape"


@data.callback()
def _group() -> None:
    """Make training data: shards of points, views and captions, and features of frozen models."""


@data.command()
def build(
    out: Annotated[Path, typer.Option(help="Folder for the shards.")],
    folder: Annotated[Path | None, typer.Argument(help="A folder of models.", show_default=False)] = None,
    procedural: Annotated[int | None, typer.Option(min=1, help="Make so many shapes instead.")] = None,
    benchmark: Annotated[
        bool, typer.Option("--benchmark", help="The 1,000 shapes that models are compared on.")
    ] = False,
    layout: Annotated[
        Layout, typer.Option(help="How the folder is laid out; the docs say what each means.")
    ] = Layout.models,
    split: Annotated[str | None, typer.Option(help="openshape: its JSON list. modelnet40: train or test.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="models: paths like 'chairs/*'. May be given again.")] = None,
    leave_out: Annotated[list[str] | None, typer.Option(help="models: paths to leave out, in the same way.")] = None,
    views: Annotated[int | None, typer.Option(min=0, help="Renderings of each object.")] = None,
    view_size: Annotated[int | None, typer.Option(min=8, help="Their width and height, in pixels.")] = None,
    photo_share: Annotated[
        float | None, typer.Option(min=0, max=1, help="Of the views: like careless photos, not on white.")
    ] = None,
    points: Annotated[int | None, typer.Option(min=1, help="Points on each object.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Of views, points, and procedural shapes.")] = None,
    samples_per_shard: Annotated[int | None, typer.Option(min=1, help="Objects in one file.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; all cores if not given.")] = None,
    as_json: AsJson = False,
) -> None:
    """Turn models into shards to train on. Killed, the same command goes on.

    \b
    trivium data build models/ --out shards/
    trivium data build --procedural 5000 --seed 1 --out shards/
    trivium data build --benchmark --out benchmark/
    trivium data build parts/ --layout photos-and-cad --out shards/
    """
    given: dict[str, Any] = {
        "views": views, "view_size": view_size, "photo_share": photo_share, "points": points, "seed": seed,
        "split": split, "only": only, "leave_out": leave_out,
    }  # fmt: skip
    reader = _reader(folder, procedural, benchmark, layout, {k: v for k, v in given.items() if v not in (None, [])})
    from trivium.data.build import BuildConfig, build_shards

    config = BuildConfig(workers=workers)
    if samples_per_shard is not None:
        config = replace(config, samples_per_shard=samples_per_shard)
    with progress_bar("objects") as progress:
        report = build_shards(reader, out, config, progress=progress)
    if as_json:
        counts = {"samples": report.index.total, "shards": len(report.index.samples)}
        show_json({"folder": out, **counts, "failed": [asdict(f) for f in report.failed]})
    else:
        if report.failed:
            show_table(("code", "id", "message"), [(f.code, f.id, f.message) for f in report.failed])
        say(f"{report.index.total:,} samples in {len(report.index.samples):,} shards, {len(report.failed):,} failed")
    if report.failed:
        raise typer.Exit(SOME_FAILED)


@data.command()
def features(
    folder: Annotated[Path, typer.Argument(help="Shards with views, made by trivium data build.")],
    model: Annotated[str, typer.Option(help="Whose image and text towers; trivium models lists them.")],
    out: Annotated[
        Path | None, typer.Option(help="Folder for the new shards; FOLDER-MODEL if not given.", show_default=False)
    ] = None,
    weights: Annotated[
        Path | None, typer.Option(help="A file (for mini, a folder) to use instead of the published.")
    ] = None,
    keep_views: Annotated[bool, typer.Option("--keep-views", help="Keep the pictures as well.")] = False,
    as_json: AsJson = False,
) -> None:
    """Run a model's frozen towers over shards, once, and write shards with the features.

    \b
    trivium data features shards/ --model openshape-pointbert-vitg14-rgb
    """
    from trivium.models import load_model
    from trivium.training.features import FeaturesConfig, add_features

    folder = folder.absolute()
    target = out or folder.with_name(f"{folder.name}-{model}")
    loaded = load_model(model, weights=weights) if weights else load_model(model)
    with progress_bar("shards") as progress:
        report = add_features(folder, target, loaded, FeaturesConfig(keep_views=keep_views), progress=progress)
    if as_json:
        dims = {"image_dim": report.index.image_dim, "text_dim": report.index.text_dim}
        show_json(
            {"folder": target, "samples": report.index.total, **dims, "failed": [asdict(f) for f in report.failed]}
        )
    else:
        if report.failed:
            show_table(("code", "id", "message"), [(f.code, f.id, f.message) for f in report.failed])
        say(f"{report.index.total:,} samples in {target}")
    if report.failed:
        raise typer.Exit(SOME_FAILED)


@data.command()
def table(
    shards: Annotated[
        list[Path], typer.Argument(help="Folders of shards with features, made by trivium data features.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the table.")],
) -> None:
    """Lay the features of all samples out as arrays, from which FusionBERT's batches are drawn at random.

    \b
    trivium data table shards-mini/ --out table/
    trivium data table real-mini/ procedural-mini/ --out table/
    """
    from trivium.data.table import table_of_shards

    made = table_of_shards(shards, out)
    say(f"{len(made):,} objects with features of {made.dim} numbers in {out}")


SAMPLING = {
    "views": "num_views",
    "view_size": "view_size",
    "photo_share": "photo_share",
    "points": "num_points",
    "seed": "seed",
}


def _reader(
    folder: Path | None, procedural: int | None, benchmark: bool, layout: Layout, given: dict[str, Any]
) -> Reader:
    """What is read, with all options that are given; those that would change nothing are refused."""
    if (folder is not None) + (procedural is not None) + benchmark != 1:
        raise typer.BadParameter("give a folder of models, or --procedural COUNT, or --benchmark")
    from trivium.data import readers
    from trivium.data.samples import SampleConfig

    sampling = replace(SampleConfig(), **{field: given[o] for o, field in SAMPLING.items() if o in given})

    def check(what: str, *others: str, unused: tuple[str, ...] = ()) -> None:
        known = ({*SAMPLING, *others}) - set(unused)
        if useless := sorted(set(given) - known):
            raise typer.BadParameter(f"--{useless[0].replace('_', '-')} changes nothing for {what}")

    if folder is None:
        check("shapes that are made up")
        return readers.BenchmarkShapes(sampling) if benchmark else readers.ProceduralShapes(procedural or 0, sampling)
    match layout:
        case Layout.models:
            check("a folder of models", "only", "leave_out")
            patterns = {key: given[key] for key in ("only", "leave_out") if key in given}
            return readers.ModelFolder(folder, sampling, **patterns)
        case Layout.photos_and_cad:
            check("photos and CAD", unused=("views", "photo_share"))
            return readers.PhotosAndCad(folder, sampling)
        case Layout.modelnet40:
            check("modelnet40", "split")
            return readers.ModelNet40Meshes(folder, given.get("split", "train"), sampling)
    if "split" not in given:
        raise typer.BadParameter("the layout openshape needs --split FILE.json")
    check("openshape", "split", unused=("views", "view_size", "photo_share", "seed"))
    return readers.OpenShapeRelease(folder, given["split"], readers.OpenShapeConfig(num_points=sampling.num_points))
