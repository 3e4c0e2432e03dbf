"""CG3D's table 3 and its forgetting on our shapes: ``python benchmarks/cg3d_tables.py OUT --small --collection DIR``.

Renders once, trains every variant for every seed with the recipe ``mini``, and prints who names what without training: procedural
shapes of unseen seeds, and of categories that nothing was trained on, among all categories of the run and those; pictures like
careless photos; models by other authors and photos, each among their own categories. Killed, the same command goes on.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import replace
from pathlib import Path

from trivium.data.objects import VALIDATION_PACKS, procedural_objects
from trivium.data.readers import ModelFolder, ProceduralShapes
from trivium.data.render_cache import RenderCache, build_cache
from trivium.data.samples import SampleConfig
from trivium.evaluation.cg3d import NamedThings, photos_of, things_of, zero_shot_table
from trivium.models.cg3d import open_towers
from trivium.procedural import CATEGORIES, UNSEEN
from trivium.training.cg3d import RECIPES, TrainCG3DConfig, fit_cg3d
from trivium.training.config import read_config

VARIANTS: dict[str, list[str]] = {
    "image loss": ["text_weight=0.0", "model.tower=frozen"],
    "text loss": ["image_weight=0.0", "model.tower=frozen"],
    "both": ["model.tower=frozen"],
    "both, prompts": ["model.tower=prompts"],
    "both, tower tuned": ["model.tower=tuned", "tower.learning_rate=0.01"],
}
SMALL = [  # minutes of one core for a run
    "objects=64", "model.num_points=512", "model.settings.width=128", "model.settings.depth=4",
    "model.settings.num_groups=32", "model.settings.group_size=16", "cache.num_points=1024", "threads=1",
]  # fmt: skip
TEST_SEED = 600_000


def asked_things(known: list[str], collection: Path | None) -> dict[str, NamedThings]:
    sampling = SampleConfig(num_points=1024, num_views=1, seed=TEST_SEED)
    labels = sorted({*known, *UNSEEN})
    many = max(len(known), min(450, 6 * len(known)))
    careless = replace(sampling, photo_share=1.0)
    found = {
        "unseen seeds": things_of(ProceduralShapes(many, sampling, categories=known), labels),
        "unseen categories": things_of(ProceduralShapes(200, sampling, categories=UNSEEN), labels),
        "unseen seeds, like photos": replace(
            things_of(ProceduralShapes(many, careless, categories=known), labels), clouds=None
        ),
    }
    if collection is not None:
        packs = tuple(f"*/{pack}*__*" for pack in VALIDATION_PACKS)
        found["models by other authors"] = things_of(ModelFolder(collection, sampling, only=packs))
        with (collection / "photos" / "photos.csv").open(newline="", encoding="utf-8") as file:
            found["photos"] = photos_of([row for row in csv.DictReader(file) if row["category"]], collection)
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=Path)
    asked.add_argument("--collection", type=Path, help="real models with a manifest, and photos")
    asked.add_argument("--seeds", type=int, default=3)
    asked.add_argument("--every", type=int, default=1, help="take every so-manieth category only")
    asked.add_argument("--shapes", type=int, default=24, help="of each category, to train on")
    asked.add_argument(
        "--steps", type=int, default=3000, help="of the point encoder; a tower that learns has its own besides"
    )
    asked.add_argument("--small", action="store_true", help="a smaller encoder, fewer points, a smaller batch")
    asked.add_argument("--only", nargs="*", default=list(VARIANTS), choices=list(VARIANTS), metavar="VARIANT")
    asked.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="changes to the recipe mini")
    given = asked.parse_args()
    known = sorted(set(CATEGORIES) - set(UNSEEN))[:: given.every]

    def config(variant: str, seed: int) -> TrainCG3DConfig:
        steps = given.steps if "model.tower=frozen" in VARIANTS[variant] else 2 * given.steps
        own = [f'out="{given.out / "runs" / f"{variant} {seed}"}"', f"seed={seed}", f"loop.steps={steps}"]
        small = SMALL if given.small else []
        return read_config(TrainCG3DConfig, RECIPES["mini"], [*own, *small, *VARIANTS[variant], *given.set])

    objects = list(procedural_objects(len(known) * given.shapes, seed=0, categories=known))
    cache: RenderCache = build_cache(objects, given.out / "cache", config("both", 0).cache)
    for seed in range(given.seeds):
        for variant in given.only:
            wanted = config(variant, seed)
            if not (wanted.out / "cg3d.json").is_file():
                print(f"training: {variant}, seed {seed}", flush=True)
                fit_cg3d(wanted, open_towers(wanted.model.towers), cache)
    runs = {variant: [config(variant, seed).out for seed in range(given.seeds)] for variant in given.only}
    print("\n| things | seen | labels | count | who | runs | top-1 | top-5 |\n|---|---|---|---|---|---|---|---|")
    for line in zero_shot_table(runs, asked_things(known, given.collection)):
        shares = " | ".join(f"{mean:.1f} ± {spread:.1f}" for mean, spread in line.accuracy.values())
        print(
            f"| {line.things} | {line.seen} | {line.labels} | {line.count} | {line.method} | {line.runs} | {shares} |"
        )


if __name__ == "__main__":
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
