"""A model without weights, for tests of what stands on models: it knows the mean colour of things, and five colour words."""

import hashlib
from dataclasses import replace

import numpy as np

from trivium.geometry import Mesh
from trivium.io import load_image, save_glb
from trivium.models import AlignedModel, InputSpec, PreparedShape
from trivium.models.preprocess import point_rows
from trivium.procedural import generate

COLORS = {
    "red": (0.8, 0.05, 0.05),
    "green": (0.05, 0.7, 0.1),
    "blue": (0.1, 0.1, 0.8),
    "grey": (0.5, 0.5, 0.5),
    "black": (0.02, 0.02, 0.02),
}


class ColorModel(AlignedModel):
    name, dim, fingerprint, weights = "mini", 4, hashlib.sha256(b"color").hexdigest()[:16], None

    def prepare_shape(self, shape):
        return PreparedShape(shape, None, point_rows(shape, InputSpec(num_points=256)))

    def encode_prepared(self, prepared):
        return self._rows([p.points[:, 3:6].mean(0) for p in prepared])

    def encode_views(self, objects):
        return self._rows([np.mean([self._seen(load_image(p)) for p in views], 0) for views in objects])

    def encode_texts(self, texts):
        return self._rows([next((c for word, c in COLORS.items() if word in t), (0.5, 0.5, 0.5)) for t in texts])

    @staticmethod
    def _seen(picture):
        pixels = picture.reshape(-1, 3) / 255
        thing = pixels[(pixels < 0.97).any(1)]
        return thing.mean(0) if len(thing) else np.ones(3)

    @staticmethod
    def _rows(colors):
        rows = np.concatenate([np.asarray(colors) - 0.3, np.full((len(colors), 1), 0.1)], 1)
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def painted(category, color):
    """A procedural mesh in one colour."""
    mesh = generate(category, seed=1).mesh
    return Mesh(tuple(replace(s, color=COLORS[color], face_colors=None) for s in mesh.surfaces), category)


def write_painted(folder):
    """red-mug.glb, green-chair.glb, blue-car.glb, grey-table.glb, and one that is broken."""
    folder.mkdir(parents=True, exist_ok=True)
    for category, color in (("mug", "red"), ("chair", "green"), ("car", "blue"), ("table", "grey")):
        save_glb(painted(category, color), folder / f"{color}-{category}.glb")
    (folder / "broken.glb").write_bytes(b"glTF nothing")
    return folder
