"""FusionBERT's tables on our benchmark: ``python benchmarks/fusionbert_tables.py OUT --collection DIR``.

Everything from shapes to tables: shards of shapes to train on, to validate on, and to be tested on (the fixed benchmark and
the packs by other authors; plain pictures and cluttered ones), features of mini, two-stage training with and without
normals for three seeds, and then tables 1 and 2, the views curve, and what the adapters add. Killed, the same command goes on.
Hours on two cores.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from trivium.data.build import BuildConfig, build_shards
from trivium.data.objects import VALIDATION_PACKS
from trivium.data.readers import BenchmarkShapes, ModelFolder, ProceduralShapes, Reader
from trivium.data.samples import SampleConfig
from trivium.data.table import FeatureTable, table_of_shards
from trivium.evaluation.fusionbert import TABLES, Measured, drawn
from trivium.models import load_model
from trivium.training.config import read_config
from trivium.training.features import add_features
from trivium.training.fusionbert import RECIPES, TrainFusionBERTConfig, train_fusionbert

HELD_OUT = tuple(f"*/{pack}*__*" for pack in VALIDATION_PACKS)
SAMPLE = SampleConfig(num_points=2048)
TRAINING = replace(SAMPLE, photo_share=0.5)
VARIANTS = {  # folder of runs -> name of a run -> what is changed
    "runs": {"normals": [], "no normals": ["model.points.in_channels=6"]},
    "runs without adapters": {"normals": ["model.adapters=false"]},
}


def readers(collection: Path | None, shapes: int) -> dict[str, list[Reader]]:
    """Data sets by name. Training and validation differ in their seeds; the benchmark has seeds and categories of its own."""
    cluttered = replace(SAMPLE, photo_share=1.0)
    found: dict[str, list[Reader]] = {
        "train": [ProceduralShapes(shapes, replace(TRAINING, seed=0))],
        "validation": [ProceduralShapes(438, replace(TRAINING, seed=500_000))],
        "benchmark": [BenchmarkShapes(SAMPLE)],
        "benchmark, cluttered": [BenchmarkShapes(cluttered)],
    }
    if collection is not None:
        found["train"].append(ModelFolder(collection / "objects", TRAINING, leave_out=[p[2:] for p in HELD_OUT]))
        for name, sampling in (("packs", SAMPLE), ("packs, cluttered", cluttered)):
            found[name] = [ModelFolder(collection, sampling, only=HELD_OUT)]
    return found


def table_of(name: str, parts: list[Reader], out: Path) -> FeatureTable:
    folder = out / "tables" / name
    if (folder / "objects.json").is_file():
        return FeatureTable.open(folder)
    model, featured = load_model("mini"), []
    for i, reader in enumerate(parts):
        shards, features = out / "shards" / f"{name} {i}", out / "features" / f"{name} {i}"
        print(f"{name}: {len(reader)} objects", flush=True)
        report = build_shards(reader, shards, BuildConfig())
        for failure in report.failed:
            print(f"  left out: {failure.id}: {failure.message}")
        add_features(shards, features, model)
        featured.append(features)
    return table_of_shards(featured, folder)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("out", type=Path)
    asked.add_argument(
        "--collection", type=Path, help="real models with a manifest; procedural shapes alone without it"
    )
    asked.add_argument("--shapes", type=int, default=6132, help="procedural shapes to train on: 14 of each category")
    asked.add_argument("--seeds", type=int, default=3)
    asked.add_argument("--parts", type=int, default=1, help="train this share of the runs only, beside other processes")
    asked.add_argument("--part", type=int, default=0, help="which share, from 0")
    asked.add_argument("--set", nargs="*", default=[], metavar="KEY=VALUE", help="changes to the recipe mini")
    given = asked.parse_args()
    tables = {n: table_of(n, parts, given.out) for n, parts in readers(given.collection, given.shapes).items()}
    todo = [
        (seed, folder, name, changes)
        for seed in range(given.seeds)
        for folder, runs in VARIANTS.items()
        for name, changes in runs.items()
    ]
    for seed, folder, name, changes in todo[given.part :: given.parts]:
        out = given.out / folder / f"{name} {seed}"
        if not (out / "fusionbert.json").is_file():
            print(f"training: {out}", flush=True)
            train_fusionbert(read_config(TrainFusionBERTConfig, RECIPES["mini"], [
                f'out="{out}"', f'features="{given.out / "tables" / "train"}"',
                f'validation="{given.out / "tables" / "validation"}"', f"seed={seed}", *changes, *given.set,
            ]))  # fmt: skip
    if given.parts > 1:
        return
    tested = {n: t for n, t in tables.items() if n not in ("train", "validation")}
    for name in ("1", "2", "views"):
        lines = TABLES[name](given.out / "runs", tested)
        shown(f"Table {name}", lines)
        if name == "views":
            drawn(lines, given.out / "views.png")
    for folder in VARIANTS:
        shown(f"Adapters: {folder}", [m for m in TABLES["1"](given.out / folder, tested) if m.method == "FusionBERT"])


def shown(title: str, lines: list[Measured]) -> None:
    print(f"\n## {title}\n\n| data | method | pictures | runs | queries | R@1 | R@3 | R@5 | R@10 |\n|{'---|' * 9}")
    for m in lines:
        recalls = " | ".join(f"{a:.1f} ± {b:.1f}" for a, b in m.recall.values())
        print(f"| {m.dataset} | {m.method} | {m.views} | {m.runs} | {m.queries} | {recalls} |")


if __name__ == "__main__":
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    main()
