"""CG3D's table 3 and its forgetting on our shapes: ``python benchmarks/cg3d_tables.py OUT --collection DIR``.

Renders once, trains every variant for every seed with the recipe ``mini`` at a small size, and prints who names what without
training: the fixed benchmark of procedural shapes (unseen seeds, and categories that nothing was trained on) among all
categories and among every seventh, models by other authors, and photos. Killed, the same command goes on.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import replace
from pathlib import Path

from trivium.data.objects import VALIDATION_PACKS, training_objects
from trivium.data.readers import BenchmarkShapes, ModelFolder
from trivium.data.render_cache import RenderCache, build_cache
from trivium.data.samples import SampleConfig
from trivium.evaluation.cg3d import NamedThings, photos_of, procedural_labels, things_of, zero_shot_table
from trivium.models.cg3d import open_towers
from trivium.procedural import CATEGORIES, UNSEEN
from trivium.training.cg3d import RECIPES, TrainCG3DConfig, fit_cg3d
from trivium.training.config import read_config

# As many steps of the points in all: where a tower learns too, every other step is its own.
VARIANTS: dict[str, list[str]] = {
    "image loss": ["text_weight=0.0", "model.tower=frozen"],
    "text loss": ["image_weight=0.0", "model.tower=frozen"],
    "both": ["model.tower=frozen"],
    "both, prompts": ["model.tower=prompts"],
    "both, tower tuned": ["model.tower=tuned", "tower.learning_rate=0.01"],
}
SMALL = [
    "num_procedural=5256", "objects=64", "model.num_points=512", "model.settings.width=128", "model.settings.depth=4",
    "model.settings.num_groups=32", "model.settings.group_size=16", "model.image_size=64", "cache.size=80",
    "cache.num_points=1024", "threads=1",
]  # fmt: skip


def asked_things(collection: Path | None) -> dict[str, NamedThings]:
    sampling = SampleConfig(num_points=1024, num_views=1)
    everything = things_of(BenchmarkShapes(sampling), procedural_labels())
    few = sorted(set(CATEGORIES) - set(UNSEEN))[::7]
    known = [c not in UNSEEN for c in everything.categories]
    found = {
        "unseen seeds": chosen(everything, known),
        "unseen seeds, every seventh category": replace(
            chosen(everything, [c in few for c in everything.categories]), labels=tuple(few)
        ),
        "unseen categories": chosen(everything, [not k for k in known]),
    }
    if collection is not None:
        packs = tuple(f"*/{pack}*__*" for pack in VALIDATION_PACKS)
        found["models by other authors"] = things_of(ModelFolder(collection, sampling, only=packs))
        with (collection / "photos" / "photos.csv").open(newline="", encoding="utf-8") as file:
            found["photos"] = photos_of([row for row in csv.DictReader(file) if row["category"]], collection)
    return found


def chosen(things: NamedThings, kept: list[bool]) -> NamedThings:
    assert things.clouds is not None
    categories = tuple(c for c, k in zip(things.categories, kept, strict=True) if k)
    pictures = [p for p, k in zip(things.pictures, kept, strict=True) if k]
    return replace(things, categories=categories, clouds=things.clouds[kept], pictures=pictures)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=Path)
    asked.add_argument("--collection", type=Path, help="real models with a manifest, and photos")
    asked.add_argument("--seeds", type=int, default=3)
    asked.add_argument("--steps", type=int, default=300, help="of the point encoder")
    asked.add_argument("--only", nargs="*", default=list(VARIANTS), choices=list(VARIANTS), metavar="VARIANT")
    asked.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="changes to the recipe mini")
    given = asked.parse_args()

    def config(variant: str, seed: int) -> TrainCG3DConfig:
        steps = given.steps if "model.tower=frozen" in VARIANTS[variant] else 2 * given.steps
        out = given.out / "runs" / f"{variant} {seed}"
        own = [f'out="{out}"', f"seed={seed}", f"loop.steps={steps}", *SMALL, *VARIANTS[variant], *given.set]
        return read_config(TrainCG3DConfig, RECIPES["mini"], own)

    first = config("both", 0)
    objects = training_objects(first.num_procedural, None, seed=0)
    cache: RenderCache = build_cache(objects, given.out / "cache", first.cache)
    for seed in range(given.seeds):
        for variant in given.only:
            if not (config(variant, seed).out / "cg3d.json").is_file():
                print(f"training: {variant}, seed {seed}", flush=True)
                wanted = config(variant, seed)
                fit_cg3d(wanted, open_towers(wanted.model.towers), cache)
    runs = {variant: [config(variant, seed).out for seed in range(given.seeds)] for variant in given.only}
    print("\n| things | seen | labels | count | variant | runs | top-1 | top-5 |\n|---|---|---|---|---|---|---|---|")
    for line in zero_shot_table(runs, asked_things(given.collection)):
        shares = " | ".join(f"{mean:.1f} ± {spread:.1f}" for mean, spread in line.accuracy.values())
        print(
            f"| {line.things} | {line.seen} | {line.labels} | {line.count} | {line.method} | {line.runs} | {shares} |"
        )


if __name__ == "__main__":
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
