"""Objaverse-LVIS as OpenShape's release evaluates on it: 46,832 objects of 1,156 categories.

    meta_data/split/lvis.json     [{"uid": UID, "group": "000-000", "category": "Band_Aid", "data_path": ...}, ...]
    Objaverse/000-000/UID.npy     see ``openshape``; only xyz, rgb and the image features are used

From github.com/Colin97/OpenShape_code, ``src/data.py``, class ObjaverseLVIS. Y up as stored. The caption is the category in words;
text features of categories are a file of their own there (``lvis_cat_name_pt_feat.npy``) and are not a sample's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Literal

from trivium.data.readers.openshape import image_features_of, load_object, located, points_of_object
from trivium.data.readers.reader import Reader, read_rows
from trivium.data.samples import Sample


class ObjaverseLVIS(Reader):
    """The objects of ``lvis.json``, in its order. ``category`` is as written there."""

    layout: ClassVar[str] = "objaverse-lvis"
    normals: ClassVar[Literal["face", "estimated"]] = "estimated"

    def __init__(self, folder: str | Path, split: str | Path, *, num_points: int = 10_000) -> None:
        """
        Raises:
            DatasetError: a split that is missing or of another form.
        """
        self.folder, self.num_points = Path(folder), num_points
        self.rows = read_rows(Path(split), ("uid", "category", "data_path"))

    @property
    def categories(self) -> list[str]:
        """Sorted, as the official evaluation numbers them."""
        return sorted({row["category"] for row in self.rows})

    def __len__(self) -> int:
        return len(self.rows)

    def name(self, index: int) -> tuple[str, str]:
        return self.rows[index]["uid"], self.rows[index]["data_path"]

    def read(self, index: int) -> Sample:
        row = self.rows[index]
        id, category, path = row["uid"], row["category"], located(self.folder, row["data_path"])
        data = load_object(path)
        return Sample(
            id=id,
            points=points_of_object(data, self.num_points, id, path),
            captions=(category.replace("_", " ").lower(),),
            category=category,
            image_features=image_features_of(data, path),
        )

    def about(self) -> dict[str, Any]:
        return {**super().about(), "num_points": self.num_points}
