"""The model without a library: your arrays, words and pictures as rows of one space:  python examples/embed_your_own.py"""

import numpy as np
from PIL import Image

import trivium
from trivium.geometry import Surface, normalized, orbit_cameras, sample_surface
from trivium.procedural import generate
from trivium.rendering import render_views

NAMES = ("car", "mug", "tree")


def pyramid() -> trivium.Mesh:
    """A mesh from plain arrays. Y is up; colours are sRGB in [0, 1], and None where they are not known."""
    vertices = np.array([(-1, 0, -1), (1, 0, -1), (1, 0, 1), (-1, 0, 1), (0, 1.5, 0)], np.float32)
    faces = np.array([(0, 1, 2), (0, 2, 3), (1, 0, 4), (2, 1, 4), (3, 2, 4), (0, 3, 4)])
    return trivium.Mesh((Surface(vertices, faces, color=(0.9, 0.8, 0.5)),), name="pyramid")


def main() -> None:
    model = trivium.load_model("mini")
    meshes = [generate(name, seed=7).mesh for name in NAMES]
    scan = sample_surface(meshes[0], 4096, rng=np.random.default_rng(0))
    cloud = trivium.PointCloud(scan.points)  # a bare scan: no colours, no normals

    shapes = model.encode_shapes([*meshes, pyramid(), cloud])  # (5, D) float32, rows of length 1
    texts = model.encode_texts([f"a {name}" for name in NAMES])  # (3, D)
    cameras = orbit_cameras(np.array([0.6, 2.5]), 0.4, size=224)
    views = [[Image.fromarray(p) for p in render_views(normalized(mesh), cameras).images] for mesh in meshes]
    pictures = model.encode_images(views)  # (3, D): one row an object, from two pictures each

    columns = [*NAMES, "pyramid", "car (points)"]
    print(f"{model.name}: shapes {shapes.shape}, texts {texts.shape}, pictures {pictures.shape}, {shapes.dtype}")
    for title, rows in (("words", texts), ("pictures", pictures)):
        print(f"\n{title:10}" + "".join(f"{column:>14}" for column in columns))
        for name, row in zip(NAMES, rows @ shapes.T, strict=True):  # dot products of unit rows are cosines
            print(f"{name:10}" + "".join(f"{score:14.3f}" for score in row))


if __name__ == "__main__":
    main()
