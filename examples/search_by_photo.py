"""Find the model of an object from three photos of it:  python examples/search_by_photo.py

The photos are made here: views from random sides in front of clutter. Yours come from a phone.
"""

import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

import trivium
from trivium.geometry import Mesh, normalized, orbit_cameras
from trivium.io import save_glb
from trivium.procedural import generate
from trivium.rendering import cluttered_background, composite, render_views

CATEGORIES = ("chair", "mug", "car", "hammer", "tree", "airplane", "guitar", "house")


def take_photos(mesh: Mesh, folder: Path, rng: np.random.Generator) -> list[Path]:
    azimuths, elevations = rng.uniform(0, 2 * np.pi, 3), rng.uniform(0.2, 0.7, 3)  # radians
    views = render_views(normalized(mesh), orbit_cameras(azimuths, elevations, size=448))
    paths = []
    for i, (picture, mask) in enumerate(zip(views.images, views.mask, strict=True), 1):
        paths.append(folder / f"photo-{i}.jpg")
        Image.fromarray(composite(picture, mask, cluttered_background(rng, size=448))).save(paths[-1])
    return paths


def main(folder: Path) -> None:
    for category in CATEGORIES:
        save_glb(generate(category, seed=7).mesh, folder / f"{category}.glb")
    library = trivium.Library(folder / "models.trivium")
    library.add(folder, workers=1)
    photos = take_photos(generate("airplane", seed=7).mesh, folder, np.random.default_rng(0))
    for given in (photos[:1], photos):  # more sides of one object: a surer answer
        print(f"{len(given)} photo(s) of an airplane")
        for hit in library.search(images=given, top_k=3):
            print(f"  {hit.score:.3f}  {Path(hit.path).name}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(temporary))
