"""``trivium train``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trivium.cli.output import progress_bar

OutFolder = Annotated[Path, typer.Option("--out", help="Folder for caches, checkpoints and weights.")]
Collection = Annotated[
    Path | None,
    typer.Option(
        "--collection", help="A folder of real models with a manifest.csv; procedural shapes only without it."
    ),
]
Seed = Annotated[int | None, typer.Option("--seed", help="Of everything random.")]

train = typer.Typer(no_args_is_help=True, help="Train a model.")


@train.callback()
def _group() -> None:
    """Train a model."""


@train.command()
def mini(
    out: OutFolder,
    collection: Collection = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Of the image and text towers.")] = None,
    names_only: Annotated[
        bool, typer.Option("--names-only", help="Keep the towers of the package; learn the looks of names alone.")
    ] = False,
    seed: Seed = None,
) -> None:
    """Train the default model. Killed, the same command goes on where it was.

    \b
    trivium train mini --out training/ --collection models/
    trivium train mini --out training/ --collection models/ --names-only
    """
    import logging
    from dataclasses import replace

    from trivium.training.mini import TrainMiniConfig, train_mini

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if names_only and steps is not None:
        raise typer.BadParameter("--steps is of the towers, which --names-only keeps as they are: leave one out")
    config = TrainMiniConfig(out=out, collection=collection, names_only=names_only)
    if seed is not None:
        parts = {name: replace(getattr(config, name), seed=seed) for name in ("cache", "image_text", "points")}
        config = replace(config, seed=seed, **parts)
    if steps is not None:
        towers = config.image_text
        config = replace(config, image_text=replace(towers, loop=replace(towers.loop, steps=steps)))
    with progress_bar("objects") as progress:
        folder = train_mini(config, progress=progress)
    typer.echo(folder)


@train.command()
def pasr(
    out: OutFolder,
    collection: Collection = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Of tower and points together.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that make pictures; worth it beside a GPU.")] = 0,
    seed: Seed = None,
    image_tower: Annotated[
        str | None,
        typer.Option(help="A published tower in the place of mini's, frozen: dinov2_vits14, dinov3_vitb16 ..."),
    ] = None,
    tower_weights: Annotated[Path | None, typer.Option(help="Its published file.")] = None,
    image_size: Annotated[int | None, typer.Option(help="Pixels that it sees; 224 if not given.")] = None,
) -> None:
    """Train the model that finds poses. Killed, the same command goes on where it was.

    \b
    trivium train pasr --out training/ --collection models/ --workers 14
    trivium train pasr --out dino/ --image-tower dinov2_vits14 --tower-weights dinov2_vits14_pretrain.pth
    """
    import logging
    from dataclasses import replace

    from trivium.models.pasr import FoundationTower, foundation_config
    from trivium.training.pasr import TrainPASRConfig, against_foundation, train_pasr

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    config = TrainPASRConfig(out=out, collection=collection)
    if steps is not None:
        config = replace(config, tower=replace(config.tower, loop=replace(config.tower.loop, steps=steps)))
    if (image_tower is None) != (tower_weights is None) or (image_size and not image_tower):
        raise typer.BadParameter("--image-tower and --tower-weights belong together, and --image-size to them")
    if image_tower and tower_weights:
        tower, size = FoundationTower(name=image_tower, weights=str(tower_weights.absolute())), image_size or 224
        alone = against_foundation(size) if steps is None else against_foundation(size, steps)
        config = replace(config, model=foundation_config(tower, size), points=alone)
    stages = {name: replace(getattr(config, name), workers=workers) for name in ("tower", "points")}
    config = replace(config, **stages)
    if seed is not None:
        parts = {name: replace(getattr(config, name), seed=seed) for name in ("cache", "tower", "points")}
        config = replace(config, seed=seed, **parts)
    with progress_bar("objects") as progress:
        folder = train_pasr(config, progress=progress)
    typer.echo(folder)


@train.command()
def tango(
    out: OutFolder,
    collection: Collection = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Of pixels and points alone, the second stage.")] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that make pictures; worth it beside a GPU.")] = 0,
    joint: Annotated[bool, typer.Option("--joint", help="All at once from the start, to compare with.")] = False,
    seed: Seed = None,
    image_tower: Annotated[
        str | None, typer.Option(help="A published tower in the place of pasr-mini's: dinov2_vits14, dinov3_vitb16 ...")
    ] = None,
    tower_weights: Annotated[Path | None, typer.Option(help="Its published file.")] = None,
    autoencoder: Annotated[
        Path | None, typer.Option(help="A published file of 3DShape2VecSet, instead of the first stage: kl_d512_...pth")
    ] = None,
    image_size: Annotated[int | None, typer.Option(help="Pixels that the tower sees; 224 if not given.")] = None,
) -> None:
    """Train the model that finds the point of a pixel, in three stages. Killed, the same command goes on where it was.

    \b
    trivium train tango --out training/ --collection models/
    trivium train tango --out big/ --image-tower dinov2_vits14 --tower-weights dinov2_vits14_pretrain.pth \\
        --autoencoder kl_d512_m512_l512.pth
    """
    import logging
    from dataclasses import replace

    from trivium.models.pasr import FoundationTower
    from trivium.models.tango3d import full_size
    from trivium.training.tango3d import TrainTangoConfig, train_tango

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    config = TrainTangoConfig(out=out, collection=collection, joint=joint)
    if len({image_tower is None, tower_weights is None, autoencoder is None}) > 1 or (image_size and not image_tower):
        raise typer.BadParameter(
            "--image-tower, --tower-weights and --autoencoder belong together, and --image-size to them"
        )
    size = config.dense.size
    if image_tower and tower_weights and autoencoder:
        size = image_size or 224
        tower = FoundationTower(name=image_tower, weights=str(tower_weights.absolute()))
        config = replace(config, model=full_size(tower, size, autoencoder.absolute()))
    stages = {name: replace(getattr(config, name), workers=workers, size=size) for name in ("dense", "together")}
    config = replace(config, **stages)
    if steps is not None:
        config = replace(config, dense=replace(config.dense, loop=replace(config.dense.loop, steps=steps)))
    if seed is not None:
        parts = {name: replace(getattr(config, name), seed=seed) for name in ("cache", "vae", "dense", "together")}
        config = replace(config, seed=seed, **parts)
    with progress_bar("objects") as progress:
        folder = train_tango(config, progress=progress)
    typer.echo(folder)


@train.command()
def fusionbert(
    config: Annotated[str, typer.Option(help="A TOML file, or the name of a recipe in the package: mini, paper.")],
    changes: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Changes to it, like shapes.loop.steps=100.")
    ] = None,
) -> None:
    """Train FusionBERT on a table of features, in two stages. Killed, the same command goes on where it was.

    \b
    trivium train fusionbert --config mini out=run/ features=table/ validation=held-out/
    trivium train fusionbert --config my.toml shapes.loop.learning_rate=3e-4 devices=4
    """
    import logging

    from trivium.training.config import read_config
    from trivium.training.fusionbert import RECIPES, TrainFusionBERTConfig, train_fusionbert

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if config not in RECIPES and not Path(config).is_file():
        raise typer.BadParameter(f"'{config}' is neither a file nor one of the package's recipes: {', '.join(RECIPES)}")
    found = read_config(TrainFusionBERTConfig, RECIPES.get(config, Path(config)), changes or [])
    train_fusionbert(found)
    typer.echo(found.out)


@train.command()
def cg3d(
    config: Annotated[str, typer.Option(help="A TOML file, or the name of a recipe in the package: mini, paper.")],
    changes: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Changes to it, like loop.steps=1000.")
    ] = None,
) -> None:
    """Train a point encoder on pictures and words, and prompts in the image tower. Killed, the same command goes on.

    \b
    trivium train cg3d --config mini out=run/ collection=models/
    trivium train cg3d --config mini out=run/ model.encoder=pointmlp 'model.settings={width=32}' model.tower=frozen
    """
    import logging

    from trivium.training.cg3d import RECIPES, TrainCG3DConfig, train_cg3d
    from trivium.training.config import read_config

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if config not in RECIPES and not Path(config).is_file():
        raise typer.BadParameter(f"'{config}' is neither a file nor one of the package's recipes: {', '.join(RECIPES)}")
    found = read_config(TrainCG3DConfig, RECIPES.get(config, Path(config)), changes or [])
    with progress_bar("objects") as progress:
        folder = train_cg3d(found, progress=progress)
    typer.echo(folder)
