"""A shape and words in one query, and filters on what is known of each file:  python examples/mix_and_filter.py"""

import csv
import tempfile
from pathlib import Path

import trivium
from trivium.io import save_glb
from trivium.procedural import generate


def write_models(folder: Path) -> None:
    """Three each of four kinds of things, and a manifest.csv that the library reads by itself."""
    with (folder / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(("path", "name", "category", "licence"))
        for category in ("chair", "car", "mug", "tree"):
            for number in (1, 2, 3):
                shape, path = generate(category, seed=number), folder / f"{category}-{number}.glb"
                save_glb(shape.mesh, path)
                rows.writerow((path.name, shape.captions.short, category, "CC0-1.0" if number == 1 else "MIT"))


def show(title: str, hits: list[trivium.Hit]) -> None:
    print(f"\n{title}")
    for hit in hits:
        print(f"  {hit.score:.3f}  {Path(hit.path).name:12} {hit.name}, {hit.faces:,} faces, {hit.licence}")


def main(folder: Path) -> None:
    write_models(folder)
    library = trivium.Library(folder / "models.trivium")
    library.add(folder, workers=1)
    like = folder / "chair-1.glb"
    show("like this chair", library.search(shape=like, top_k=3))
    show("like this chair, but red", library.search(shape=like, text="red", weights={"text": 0.5}, top_k=3))
    show("like this chair, but no chair", library.search(shape=like, without="chair", filter="name!=a chair", top_k=3))
    show("cars with few faces", library.search(text="a car", filter=["category=car", "faces<=820"], top_k=3))
    show("free to use without naming anyone", library.search(text="a mug", filter="licence=CC0-1.0", top_k=3))
    try:
        library.search(text="a mug", filter="colour=red")
    except trivium.QueryError as error:
        print(f"\na filter that does not exist: {error}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary))
