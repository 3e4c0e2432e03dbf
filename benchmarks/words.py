"""Descriptions as queries: ``python benchmarks/words.py [--model mini] [--count 250]``.

The fixed benchmark of 1,000 procedural shapes that nothing was trained on: 800 with other seeds, 200 of other categories. Each is
described in three lengths, and looked for among all of them.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy as np

from trivium.data.readers import BenchmarkShapes
from trivium.models import load_model
from trivium.procedural import generate

LENGTHS = ("short: 'a chair'", "medium: and one trait", "long: all traits and colours")


def row_of(name: str, weights: str | None, category: str, seed: int) -> np.ndarray:
    import torch

    torch.set_num_threads(1)
    return load_model(name, weights=weights).encode_shapes([generate(category, seed=seed).mesh])[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="mini")
    parser.add_argument("--weights", help="a folder that 'trivium train mini' has written")
    parser.add_argument("--count", type=int, default=250, help="of the 1,000, evenly")
    given = parser.parse_args()
    names = [name.rsplit("-", 1) for name in (BenchmarkShapes().name(i)[0] for i in range(1000))]
    chosen = [(category, int(seed)) for category, seed in names[:: max(1, 1000 // given.count)]]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        encode = partial(row_of, given.model, given.weights)
        gallery = np.stack(list(pool.map(encode, *zip(*chosen, strict=True), chunksize=16)))
    model = load_model(given.model, weights=given.weights)
    captions = [generate(category, seed=seed).captions for category, seed in chosen]
    categories = np.array([category for category, _ in chosen])
    print(f"{len(chosen)} shapes | R@1 | R@5 | first one is of the category")
    for length, texts in zip(LENGTHS, zip(*((c.short, c.medium, c.long) for c in captions), strict=True), strict=True):
        scores = model.encode_texts(texts) @ gallery.T
        before = (scores > scores.diagonal()[:, None]).sum(1)
        kind = categories[scores.argmax(1)] == categories
        print(f"{length} | " + " | ".join(f"{100 * np.mean(n):.1f}" for n in (before < 1, before < 5, kind)))


if __name__ == "__main__":
    main()
