"""Point clouds as queries: do clouds of held-out models find their models? ``python benchmarks/clouds.py COLLECTION``.

With colours and normals, with colours, and bare (positions alone), among models with their colours and without.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from trivium.data.objects import real_objects
from trivium.geometry import PointCloud, sample_surface
from trivium.models import load_model

POINTS = 4096
TOP = (1, 5, 10)


def clouds_of(cloud: PointCloud) -> dict[str, PointCloud]:
    colored = replace(cloud, normals=None)
    return {"colours and normals": cloud, "colours": colored, "bare": colored.without_color()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path, help="a folder with manifest.csv")
    parser.add_argument("--weights", help="a folder that 'trivium train mini' has written")
    arguments = parser.parse_args()
    model = load_model("mini", weights=arguments.weights)
    models, queries = [], []
    for i, held_out in enumerate(real_objects(arguments.collection, validation=True)):
        mesh = held_out.load()
        models.append(model.encode_shapes([mesh, mesh.without_color()]))
        clouds = clouds_of(sample_surface(mesh, POINTS, rng=np.random.default_rng(i)))
        queries.append(model.encode_shapes(list(clouds.values())))
    gallery, rows = np.stack(models), np.stack(queries)
    print(f"{len(gallery)} models; clouds of {POINTS:,} points | among | " + " | ".join(f"R@{k}" for k in TOP))
    for q, query in enumerate(clouds):
        for g, among in enumerate(("with colours", "without")):
            scores = rows[:, q] @ gallery[:, g].T
            before = (scores > scores.diagonal()[:, None]).sum(1)
            print(f"{query:20} | {among:12} | " + " | ".join(f"{100 * np.mean(before < k):.1f}" for k in TOP))


if __name__ == "__main__":
    main()
