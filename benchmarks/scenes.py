"""How long a scanned room takes, the first time and after: ``python benchmarks/scenes.py``."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

from trivium.apps.scene import ask_scene, cached_scene
from trivium.io import save_ply
from trivium.models import load_model
from trivium.models.scenes import Judge
from trivium.procedural.rooms import room

WORDS = ("bookshelf", "sofa", "lamp", "table", "chair")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=1_000_000)
    parser.add_argument("--rooms", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    model = load_model("mini")
    first, again = [], []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(arguments.rooms):
            file = Path(folder) / f"{seed}.ply"
            save_ply(room(seed=seed).scan(arguments.points, rng=np.random.default_rng(seed)).cloud, file)
            start = time.perf_counter()
            ask_scene(cached_scene(file, model, folder=Path(folder)), WORDS[0], Judge(model))
            first.append(time.perf_counter() - start)
            judge = Judge(model)
            for word in WORDS:
                start = time.perf_counter()
                ask_scene(cached_scene(file, model, folder=Path(folder)), word, judge)
                again.append(time.perf_counter() - start)
    print(f"{arguments.rooms} rooms of {arguments.points:,} points, {arguments.threads} threads; medians")
    print(f"first query: {np.median(first):.1f} s; the next: {np.median(again):.3f} s (the longest {max(again):.3f})")


if __name__ == "__main__":
    main()
