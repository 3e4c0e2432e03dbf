"""``trivium evaluate``"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trivium.cli.output import AsJson, progress_bar, say, show_json, show_table

if TYPE_CHECKING:
    from trivium.evaluation import Report

evaluate = typer.Typer(no_args_is_help=True, help="Measure a model.")


@evaluate.callback()
def _group() -> None:
    """Measure a model."""


@evaluate.command()
def collection(
    directory: Annotated[Path, typer.Argument(help="A folder of 3D models, best with a manifest.csv.")],
    model: Annotated[str, typer.Option(help="Name of the model.")] = "mini",
    weights: Annotated[str | None, typer.Option(help="A folder of weights instead of the packaged ones.")] = None,
    protocol: Annotated[list[str] | None, typer.Option(help="clean, hard, nocolor or occluded. Repeatable.")] = None,
    views: Annotated[list[int] | None, typer.Option(help="Photos a query. Repeatable.")] = None,
    packs: Annotated[str | None, typer.Option(help="Only files whose name begins so: ycb,gazebo")] = None,
    seed: Annotated[int | None, typer.Option(help="Of the cameras and backgrounds.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes; all cores if not given.")] = None,
    as_json: AsJson = False,
) -> None:
    """Find every model of a folder among all of them by pictures from random sides, and print the recalls.

    \b
    trivium evaluate collection models/ --protocol hard --views 1 --views 3
    trivium evaluate collection models/ --packs ycb,gazebo --json
    """
    from trivium.evaluation import EvaluateConfig, ModelMethod, evaluate_collection

    given = {
        "protocols": tuple(protocol) if protocol else None,
        "views": tuple(views) if views else None,
        "packs": tuple(packs.split(",")) if packs else None,
        "seed": seed,
        "workers": workers,
    }
    config = EvaluateConfig(directory=directory, **{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]
    with progress_bar("models") as progress:
        report = evaluate_collection(config, [ModelMethod(model, weights)], progress=progress)
    show_json(report.to_json()) if as_json else _show(report)


def _show(report: Report) -> None:
    ranks = list(report.rows[0].recall) if report.rows else []
    columns = ["method", "protocol", "views", "pack", "queries", *(f"R@{k}" for k in ranks)]
    show_table(columns, [[r.method, r.protocol, r.views, r.pack, r.queries, *r.recall.values()] for r in report.rows])
    if text := report.text:
        columns = ["categories", "models", "top-1", "top-5", "P@5", "P@5 at best", "mAP"]
        show_table(columns, [list(asdict(text).values())])
    for path, why in report.failed.items():
        say(f"left out: {path}: {why}")


@evaluate.command()
def fusionbert(
    runs: Annotated[
        Path, typer.Argument(help="A folder with trained runs in it; those of several seeds are averaged.")
    ],
    table: Annotated[str, typer.Option(help="1: comparison, 2: ablation, views: one to twelve pictures.")] = "2",
    data: Annotated[
        list[str] | None, typer.Option(metavar="NAME=FOLDER", help="A table of features to measure on. Repeatable.")
    ] = None,
    picture: Annotated[Path | None, typer.Option(help="Where to draw the curve of --table views, a .png.")] = None,
    as_json: AsJson = False,
) -> None:
    """The tables of FusionBERT: pictures that look for the shape they show.

    \b
    trivium evaluate fusionbert runs/ --table 2 --data held-out=tables/validation
    """
    from dataclasses import asdict

    from trivium.data.table import FeatureTable
    from trivium.evaluation.fusionbert import TABLES, drawn

    if table not in TABLES:
        raise typer.BadParameter(f"no table '{table}'; there are: {', '.join(TABLES)}")
    named = [entry.partition("=") for entry in data or []]
    if not named or not all(equals for _, equals, _ in named):
        raise typer.BadParameter("say what to measure on: --data NAME=FOLDER")
    lines = TABLES[table](runs, {name: FeatureTable.open(Path(folder)) for name, _, folder in named})
    if picture is not None:
        drawn(lines, picture)
    if as_json:
        show_json([asdict(line) for line in lines])
        return
    ranks = list(lines[0].recall) if lines else []
    show_table(
        ["data", "method", "views", "runs", "queries", *(f"R@{k}" for k in ranks)],
        [
            [m.dataset, m.method, m.views, m.runs, m.queries, *(f"{a:.1f} ± {b:.1f}" for a, b in m.recall.values())]
            for m in lines
        ],
    )


@evaluate.command()
def pasr(
    collection: Annotated[
        Path | None,
        typer.Option(help="A folder of real models with a manifest.csv: its validation packs join the gallery."),
    ] = None,
    pix3d: Annotated[Path | None, typer.Option(help="Instead of made-up scenes: a folder with Pix3D.")] = None,
    pascal3d: Annotated[Path | None, typer.Option(help="The same with Pascal3D+.")] = None,
    table: Annotated[
        str,
        typer.Option(
            help="main: all methods; steps: of the inference; poses: of the search; models: of all --weights."
        ),
    ] = "main",
    weights: Annotated[
        list[Path] | None, typer.Option(help="A folder that 'trivium train pasr' has written. Repeatable.")
    ] = None,
    seed: Annotated[list[int] | None, typer.Option(help="Of shapes, poses and scenes. Repeatable.")] = None,
    shapes: Annotated[int, typer.Option(min=2, help="Procedural shapes in the gallery.")] = 300,
    queries: Annotated[int | None, typer.Option(min=1, help="Shapes that are asked for; all if not given.")] = None,
    level: Annotated[list[str] | None, typer.Option(help="L0 to L3: how much is hidden. Repeatable.")] = None,
    group: Annotated[
        list[str] | None, typer.Option(help="Ask for these alone: procedural, unseen or packs. Repeatable.")
    ] = None,
    by_group: Annotated[bool, typer.Option("--by-group", help="Lines for each group as well.")] = False,
    symmetric: Annotated[
        bool, typer.Option("--symmetric", help="Count the poses of symmetric shapes as well.")
    ] = False,
    keep: Annotated[Path | None, typer.Option(help="Every answer to every query, as JSON, in this file.")] = None,
    pictures: Annotated[
        Path | None, typer.Option(help="Instead of a table: draw features and finds of some queries into this folder.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The tables of PASR: which model a picture shows, and from where, with more and more of it hidden.

    \b
    trivium evaluate pasr --collection models/ --seed 0 --seed 1 --seed 2 --queries 100
    trivium evaluate pasr --table poses --level L0
    """
    from trivium.data.posed_photos import read_pascal3d, read_pix3d
    from trivium.evaluation.pasr import TABLES, evaluate_pasr, methods_of, summary
    from trivium.evaluation.pasr_pictures import draw_pasr
    from trivium.evaluation.posed_scenes import GROUPS, LEVELS, PoseTestConfig, scenes_of
    from trivium.models import load_model
    from trivium.models.pasr import load_pasr

    if table not in TABLES:
        raise typer.BadParameter(f"no table '{table}'; there are: {', '.join(TABLES)}")
    if keep is not None and not keep.absolute().parent.is_dir():
        raise typer.BadParameter(f"got --keep {keep}, but there is no folder {keep.absolute().parent}")
    if pictures is not None:
        queries = queries or 8
    config = PoseTestConfig(
        collection=collection, procedural=shapes, queries=queries,
        levels=tuple(level or LEVELS), groups=tuple(group or GROUPS),
    )  # fmt: skip
    models, rival = {str(f): load_pasr(f) for f in weights or ()} or {"pasr-mini": load_pasr()}, load_model("mini")
    photos = read_pix3d(pix3d) if pix3d else read_pascal3d(pascal3d) if pascal3d else None
    answers = []
    for number in seed or [0]:
        gallery, asked = scenes_of(replace(config, seed=number), photos)
        if pictures is not None:
            for file in draw_pasr(next(iter(models.values())), gallery, asked, pictures):
                typer.echo(file)
            return
        with progress_bar(f"seed {number}") as progress:
            answers += evaluate_pasr(gallery, asked, methods_of(table, gallery, models, rival), progress=progress)
        if keep is not None:
            keep.write_text(json.dumps([a.to_json() for a in answers]), encoding="utf-8")
    lines = summary(answers, by_group=by_group, poses_of=(lambda _: True) if symmetric else lambda a: not a.symmetric)
    if as_json:
        show_json([line.to_json() for line in lines])
        return
    rows = [list(asdict(line).values()) for line in lines]
    show_table(list(asdict(lines[0])), [[f"{v:.1f}" if isinstance(v, float) else v for v in row] for row in rows])


@evaluate.command()
def tango(
    collection: Annotated[
        Path | None,
        typer.Option(help="A folder of models with a manifest.csv: its validation packs are asked for too."),
    ] = None,
    table: Annotated[
        str,
        typer.Option(
            help="pixels: to points; reverse: points to pixels; cycle: there and back; parts: of masks; shapes: to shapes; "
            "whole: which shape it is; tokens: how much of a shape they hold."
        ),
    ] = "pixels",
    seed: Annotated[list[int] | None, typer.Option(help="Of shapes, poses, scenes and pixels. Repeatable.")] = None,
    shapes: Annotated[int, typer.Option(min=2, help="Procedural shapes.")] = 300,
    unseen_share: Annotated[
        float, typer.Option(min=0, max=1, help="Of these, of categories that no model was trained on.")
    ] = 0.1,
    queries: Annotated[int | None, typer.Option(min=1, help="Shapes that are asked about; all if not given.")] = None,
    pixels: Annotated[int, typer.Option(min=1, help="Pixels or points of each picture or shape; not of parts.")] = 32,
    weights: Annotated[
        Path | None, typer.Option(help="A folder of 'trivium train tango' instead of the packaged weights.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """The tables of Tango3D: which point of a model, or of another of its category, is a pixel, a point or a part.

    \b
    trivium evaluate tango --collection models/ --seed 0 --seed 1 --seed 2 --queries 60
    trivium evaluate tango --table parts --queries 40
    """
    from trivium.errors import ConfigError
    from trivium.evaluation.posed_scenes import PoseTestConfig
    from trivium.evaluation.tango import TABLES, Models
    from trivium.models.pasr import WEIGHTS, load_pasr
    from trivium.models.tango3d import load_tango

    if table not in TABLES:
        raise typer.BadParameter(f"no table '{table}'; there are: {', '.join(TABLES)}")
    errors: list[Any] = []
    models = Models(load_pasr(), load_tango(weights or WEIGHTS))
    for number in seed or [0]:
        config = PoseTestConfig(
            collection=collection, procedural=shapes, unseen_share=unseen_share, queries=queries, levels=("L0",),
            seed=number,
        )  # fmt: skip
        with progress_bar(f"seed {number}") as progress:
            errors += TABLES[table].measure(config, models, pixels, progress)
    if not errors:
        raise ConfigError(f"nothing to ask for in {shapes} shapes: raise --shapes or --queries")
    lines = [asdict(line) for line in TABLES[table].summary(errors)]
    if as_json:
        show_json(lines)
        return
    show_table(list(lines[0]), [[f"{v:.1f}" if isinstance(v, float) else v for v in line.values()] for line in lines])


@evaluate.command()
def zeroshot(
    model: Annotated[str, typer.Option(help="Name of the model.")] = "mini",
    weights: Annotated[
        Path | None, typer.Option(help="A file (for mini, a folder) to use instead of the model's published weights.")
    ] = None,
    collection: Annotated[
        Path | None,
        typer.Option(help="A folder of models with a manifest.csv: its validation packs are asked for too."),
    ] = None,
    modelnet: Annotated[
        Path | None,
        typer.Option(help="Instead: ModelNet10, ModelNet40 (OFF) or modelnet40_ply_hdf5_2048, its test half."),
    ] = None,
    scanobjectnn: Annotated[Path | None, typer.Option(help="Instead: the folder h5_files, its test half.")] = None,
    variant: Annotated[str, typer.Option(help="Of ScanObjectNN: obj_only, obj_bg or pb_t50_rs.")] = "pb_t50_rs",
    way: Annotated[
        list[str] | None, typer.Option(help="mesh (views and points), cloud, photos, depth (PointCLIP). Repeatable.")
    ] = None,
    seed: Annotated[list[int] | None, typer.Option(help="Of shapes, photos and lists. Repeatable.")] = None,
    shapes: Annotated[int, typer.Option(min=1, help="Of known categories, or of a published set.")] = 120,
    unseen: Annotated[int, typer.Option(min=0, help="Of categories that no model was trained on.")] = 40,
    offered: Annotated[int, typer.Option(min=2, help="Labels drawn by chance, beside the lines for all.")] = 64,
    labels: Annotated[
        str | None, typer.Option(help="Offer only these, and ask for procedural shapes of them; as in classify.")
    ] = None,
    categories: Annotated[bool, typer.Option("--by-category", help="Instead: a line for each category.")] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Draw what is taken for what into this .png; of the first set and way.")
    ] = None,
    calibrate: Annotated[
        bool,
        typer.Option("--calibrate", help="Instead: fit the model's probabilities and 'none of these', and keep them."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Zero-shot recognition: of which category a shape or photo is, by names alone; and whether any of them fits.

    \b
    trivium evaluate zeroshot --seed 0 --seed 1 --seed 2 --collection models/
    trivium evaluate zeroshot --scanobjectnn h5_files/ --variant obj_only --way cloud --way depth
    trivium evaluate zeroshot --way mesh --labels modelnet40 --picture confused.png
    trivium evaluate zeroshot --calibrate --shapes 240
    """
    from trivium.apps.labels import parse_labels
    from trivium.evaluation.confusion import draw_confusion
    from trivium.evaluation.zeroshot import (
        ZeroShotConfig,
        by_category,
        confusion,
        published_sets,
        score,
        sets_of,
        summary,
    )
    from trivium.evaluation.zeroshot_calibration import calibrate as fit_calibration
    from trivium.models import load_model
    from trivium.models.zeroshot import keep_calibration, own_calibrations

    config = ZeroShotConfig(shapes=shapes, unseen=unseen, collection=collection, offered=offered)
    if labels:
        config = replace(config, labels=parse_labels(labels).names)
    if way:
        config = replace(config, ways=tuple(way))  # type: ignore[arg-type]
    if picture is not None and (picture.suffix.lower() != ".png" or not picture.absolute().parent.is_dir()):
        raise typer.BadParameter(f"got --picture {picture}, expected a .png in a folder that exists")
    loaded = load_model(model, weights=weights)
    if calibrate:
        with progress_bar("shapes") as progress:
            entry = fit_calibration(loaded, config, progress=progress)
        keep_calibration(entry, own_calibrations())
        say(f"kept in {own_calibrations()}")
        show_json(entry)
        return
    runs = []
    for number in seed or [0]:
        own = replace(config, seed=number)
        with progress_bar(f"seed {number}") as progress:
            sets = published_sets(own, modelnet=modelnet, scanobjectnn=scanobjectnn, variant=variant) or sets_of(own)
            runs.append(score(loaded, sets, own, progress=progress))
    if picture is not None:
        first = runs[0][0]
        draw_confusion(*confusion(runs, first.group, first.way), picture, title=f"{first.group}, seen as {first.way}")
        say(f"picture: {picture}")
    lines = [asdict(line) for line in (by_category(runs) if categories else summary(runs, loaded, config))]
    if as_json:
        show_json(lines)
        return
    show_table(list(lines[0]), [[f"{v:.1f}" if isinstance(v, float) else v for v in line.values()] for line in lines])


@evaluate.command()
def scenes(
    collection: Annotated[
        Path | None, typer.Option(help="Furnish rooms with the models of this folder; it has a manifest.csv.")
    ] = None,
    scans: Annotated[
        Path | None, typer.Option(help="Instead of made-up rooms: a folder with rooms of S3DIS or scans of ScanNet.")
    ] = None,
    rooms: Annotated[int, typer.Option(min=1, help="Rooms of each seed, or scans at most.")] = 50,
    seed: Annotated[list[int] | None, typer.Option(help="Of rooms and scans. Repeatable.")] = None,
    method: Annotated[
        list[str] | None, typer.Option(help="ours, unmerged, hdbscan, kmeans, paper or 'true instances'. Repeatable.")
    ] = None,
    clusters: Annotated[float | None, typer.Option(help="Of k-means, for each thing in the room.")] = None,
    points: Annotated[int | None, typer.Option(min=1000, help="Of a scan.")] = None,
    photos: Annotated[bool, typer.Option(help="Ask for each thing by a photo as well.")] = True,
    model: Annotated[str, typer.Option(help="Name of the model.")] = "mini",
    as_json: AsJson = False,
) -> None:
    """Which thing in a furnished room is what a word or a photo asks for; the paper's k-means beside it.

    \b
    trivium evaluate scenes --seed 0 --seed 1 --seed 2
    trivium evaluate scenes --collection models/ --rooms 20
    """
    from trivium.evaluation.scenes import SceneTestConfig, evaluate_scenes, mean_of_seeds, scene_summary
    from trivium.models import load_model

    given = {
        "methods": tuple(method) if method else None,
        "clusters": clusters,
        "num_points": points,
        "rooms": rooms,
        "collection": collection,
        "scans": scans,
        "photos": photos,
    }
    config = SceneTestConfig(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]
    loaded, tables = load_model(model), []
    for number in seed or [0]:
        with progress_bar(f"seed {number}") as progress:
            tables.append(scene_summary(evaluate_scenes(replace(config, seed=number), loaded, progress=progress)))
    lines = [line.to_json() | {"hit_deviation": spread} for line, spread in mean_of_seeds(tables)]
    if as_json:
        show_json(lines)
        return
    show_table(list(lines[0]), [[f"{v:.1f}" if isinstance(v, float) else v for v in line.values()] for line in lines])
