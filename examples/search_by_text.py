"""Find models by what they look like, in words:  python examples/search_by_text.py

File names are not compared: every model here is called model-1.glb, model-2.glb ...
"""

import tempfile
from pathlib import Path

import trivium
from trivium.io import save_glb
from trivium.procedural import generate

CATEGORIES = ("chair", "mug", "car", "hammer", "tree", "airplane", "guitar", "house")


def write_models(folder: Path) -> dict[str, str]:
    """Stands in for your folder. Returns what is really in each file."""
    captions = {}
    for number, category in enumerate(CATEGORIES, 1):
        shape = generate(category, seed=7)
        path = folder / f"model-{number}.glb"
        save_glb(shape.mesh, path)
        captions[path.name] = shape.captions.short
    return captions


def main(folder: Path) -> None:
    captions = write_models(folder)
    library = trivium.Library(folder / "models.trivium")
    report = library.add(folder, workers=1)
    print(f"{report.added} models indexed")
    for words in ("a car", "a tree", "an airplane"):
        print(f"\n{words}")
        for hit in library.search(text=words, top_k=3):
            print(f"  {hit.score:.3f}  {Path(hit.path).name}  ({captions[Path(hit.path).name]})")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary))
