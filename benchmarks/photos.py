"""Photographs and generated pictures of a collection, searched among all of its models.

python benchmarks/photos.py COLLECTION --library photos.trivium [--model mini]
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from trivium import Library
from trivium.data.objects import read_manifest
from trivium.models import load_model

TOP = (1, 5, 20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collection", type=Path, help="a folder with manifest.csv and photos/photos.csv")
    parser.add_argument("--library", type=Path, required=True, help="of its models; made or brought up to date first")
    parser.add_argument("--weights", help="a folder that 'trivium train mini' has written")
    arguments = parser.parse_args()
    root = arguments.collection.resolve()
    library = Library(arguments.library, load_model("mini", weights=arguments.weights))
    library.add(root)
    category_of = {str(root / row["path"]): row["category"] for row in read_manifest(root)}
    with (root / "photos" / "photos.csv").open(newline="", encoding="utf-8") as file:
        photos = list(csv.DictReader(file))
    found: dict[str, list[tuple[int, int]]] = {"real": [], "generated": []}
    for photo in photos:
        models = [str(root / m) for m in photo["matching_models"].split(";") if m]
        categories = {photo["category"], *(category_of[m] for m in models)}
        hits = library.search(images=str(root / photo["path"]), top_k=max(TOP))
        same = _place([h.path in models for h in hits])
        kind = _place([h.category in categories for h in hits])
        found[photo["kind"]].append((same, kind))
        told = ", ".join(h.name for h in hits[:3])
        print(f"{Path(photo['path']).stem:42} object {same or '-':>3}  category {kind or '-':>3}  first: {told}")
    for name, places in found.items():
        for what, column in (("object", 0), ("category", 1)):
            at = np.array([p[column] for p in places])
            shares = "  ".join(f"in {k}: {np.mean((at > 0) & (at <= k)):.0%}" for k in TOP)
            print(f"{name} ({len(places)}), {what:8}  {shares}")


def _place(right: list[bool]) -> int:
    """Of the first right one, from 1; 0 if there is none."""
    return right.index(True) + 1 if any(right) else 0


if __name__ == "__main__":
    main()
