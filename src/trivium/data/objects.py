"""Which objects a model is trained on: real models of a collection with a manifest, and procedural shapes."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from trivium import procedural
from trivium.data.texturing import recolored, retextured
from trivium.errors import LoadError
from trivium.geometry import Mesh
from trivium.io import load_mesh

VALIDATION_PACKS = ("gazebo", "ycb", "scan", "classic")  # by other authors than the rest: never trained on


@dataclass(frozen=True)
class TrainingObject:
    """One thing to learn to tell from all others.

    ``captions`` are true of it: names first, then descriptions.
    ``look`` is "own", or how its surface was changed to make a new instance of the same geometry.
    """

    key: str
    source: str  # file of a real model, or category of a procedural one
    category: str
    captions: tuple[str, ...]
    seed: int
    look: str = "own"  # own | textured | recolored
    real: bool = False

    def load(self) -> Mesh:
        """The mesh in its own units.

        Raises:
            LoadError: a real model that cannot be read.
        """
        mesh = load_mesh(Path(self.source)) if self.real else procedural.generate(self.source, seed=self.seed).mesh
        rng = np.random.default_rng([self.seed, 7])
        return {
            "own": lambda: mesh,
            "textured": lambda: retextured(mesh, rng),
            "recolored": lambda: recolored(mesh, rng),
        }[self.look]()


def pack_of(path: str | Path) -> str:
    """ "objects/ycb__mug.glb" -> "ycb": the part of the file name before the double underscore."""
    return Path(path).name.split("__")[0]


def read_manifest(collection: Path) -> list[dict[str, str]]:
    """Rows of ``manifest.csv``; ``path`` is relative to the collection.

    Raises:
        LoadError: no manifest there.
    """
    manifest = collection / "manifest.csv"
    if not manifest.is_file():
        raise LoadError("missing-file", f"no manifest.csv in {collection}: it must list path, name, category, licence")
    with manifest.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def real_objects(collection: Path, *, validation: bool) -> list[TrainingObject]:
    """The real models of a collection, by pack: those to train on, or those to validate on.

    For training, each comes a second time with another surface: a new instance of the same geometry.
    """
    objects = []
    for index, row in enumerate(read_manifest(collection)):
        held_out = any(pack_of(row["path"]).startswith(p) for p in VALIDATION_PACKS)
        if held_out != validation:
            continue
        path, names = str(collection / row["path"]), names_of(row["category"])
        captions = tuple(dict.fromkeys((*names, row["name"])))
        objects.append(TrainingObject(row["path"], path, row["category"], captions, index, real=True))
        if not validation:
            look = "textured" if index % 2 else "recolored"
            objects.append(TrainingObject(f"{row['path']}#{look}", path, row["category"], names, index, look, True))
    return objects


def names_of(category: str) -> tuple[str, ...]:
    """The category and, where the procedural shapes know them, other names of the same thing."""
    known = procedural.CATEGORIES.get(category)
    return (category, *(known.also if known else ()))


def procedural_objects(count: int, *, seed: int, categories: Collection[str] | None = None) -> Iterable[TrainingObject]:
    """``count`` procedural objects, every third with a printed texture; of all categories but ``UNSEEN``, or of those given."""
    names = sorted(set(procedural.CATEGORIES) - set(procedural.UNSEEN) if categories is None else categories)
    for i in range(count):
        name, number = names[i % len(names)], seed + i // len(names)
        look = "textured" if i // len(names) % 3 == 2 else "own"
        captions = names_of(name)
        if look == "own":
            made = procedural.generate(name, seed=number).captions
            captions = (*captions, made.short, made.medium, made.long)
        yield TrainingObject(f"{name}-{number}-{look}", name, name, captions, number, look)


def training_objects(procedural_count: int, collection: Path | None, *, seed: int) -> list[TrainingObject]:
    """What a shipped model learns from: the real models of a collection, if there is one, then procedural ones."""
    real = [] if collection is None else real_objects(collection, validation=False)
    return real + list(procedural_objects(procedural_count, seed=seed))
