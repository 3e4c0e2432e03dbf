"""Photos of real things beside their CAD model, in the manner of FusionBERT's Industrial Machinery Part set (sec. 4.1).

    FOLDER/
      flange-07/          any name: the object's id, and in words its caption
        part.step         one file that ``trivium.io`` reads, any name; of several the first by name
        front.jpg         photos: jpg, jpeg, png or webp, any names and sizes; one or more
        IMG_0412.PNG
        caption.txt       optional: one caption a line, before that of the name
        photos/           optional: if there is a folder of this name, photos are taken from it alone (textures lie elsewhere)
      brackets/b-12/...   folders may be nested: an object is a folder that holds a model; its parents are its category

The set itself (374 parts, photos, texts, CAD models) is not published, so this layout is ours. ``trivium.io`` brings each model to Y
up by its format (step and stl are Z up). A photo keeps all it shows: it is padded to a square with its border's colour.
"""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from trivium.data.identity import digest
from trivium.data.readers.reader import Reader
from trivium.data.samples import Sample, SampleConfig, sample_of_shape
from trivium.errors import DatasetError, LoadError
from trivium.io import load_image, load_shape
from trivium.io.folders import plain_name, shape_files
from trivium.io.images import squared

_PHOTOS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_MAX_CAPTION_BYTES = 1 << 16


class PhotosAndCad(Reader):
    """Objects with photos as views. ``config.num_views`` is not used: every photo is a view."""

    layout: ClassVar[str] = "photos-and-cad"

    def __init__(self, folder: str | Path, config: SampleConfig = SampleConfig()) -> None:
        """
        Raises:
            DatasetError: no folder, or no model in it.
        """
        self.folder, self.config = Path(os.path.abspath(folder)), config
        models: dict[str, Path] = {}
        for file in sorted(shape_files(self.folder)):
            models.setdefault(file.parent.relative_to(self.folder).as_posix(), file)
        self.models = sorted((id, file) for id, file in models.items() if id != ".")
        if not self.models:
            raise DatasetError(
                f"no folder in {folder} holds a 3D model: each object needs a folder with one and photos"
            )

    def __len__(self) -> int:
        return len(self.models)

    def name(self, index: int) -> tuple[str, str]:
        id, file = self.models[index]
        return id, str(file)

    def read(self, index: int) -> Sample:
        id, file = self.models[index]
        photos = _photos(file.parent)
        views = np.stack([self._photo(photo) for photo in photos])
        config = SampleConfig(**(asdict(self.config) | {"num_views": 0}))
        words = (*_captions(file.parent), plain_name(file.parent))
        shape = sample_of_shape(load_shape(file), config, id=id)
        return Sample(
            id=id,
            points=shape.points,
            views=views,
            captions=tuple(dict.fromkeys(words)),
            category=Path(id).parent.name,
        )

    def about(self) -> dict[str, Any]:
        used = {k: v for k, v in asdict(self.config).items() if k not in ("num_views", "photo_share")}
        folders = {id: sorted(p.name for p in file.parent.rglob("*")) for id, file in self.models}
        return {**super().about(), **used, "files": digest(folders)}

    def _photo(self, path: Path) -> NDArray[np.uint8]:
        size = (self.config.view_size, self.config.view_size)
        image = Image.fromarray(squared(load_image(path)))
        return np.asarray(image.resize(size, Image.Resampling.BICUBIC, reducing_gap=3.0))


def _photos(folder: Path) -> list[Path]:
    folder = folder / "photos" if (folder / "photos").is_dir() else folder
    photos = sorted(p for p in folder.iterdir() if p.suffix.lower() in _PHOTOS and p.is_file())
    if not photos:
        raise LoadError("missing-file", f"there are no photos in {folder}: jpg, png or webp are looked for")
    return photos


def _captions(folder: Path) -> list[str]:
    path = folder / "caption.txt"
    if not path.is_file():
        return []
    try:
        lines = path.read_bytes()[:_MAX_CAPTION_BYTES].decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LoadError("unreadable", f"{path} is not UTF-8 text: {error}") from error
    return [line.strip() for line in lines if line.strip()]
