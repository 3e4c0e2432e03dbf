"""Any folder of 3D models, with or without a ``manifest.csv``.

    FOLDER/**/*.glb ...   every format that ``trivium.io`` reads
    manifest.csv          optional, there or one folder above: path, name, category, and captions if it has them

Captions are the category and the name; a column ``caption`` comes first. Without a manifest the name comes from the file's,
the category from its folder's. ``trivium.io`` brings each file to Y up.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, ClassVar

from trivium.data.readers.reader import Reader
from trivium.data.samples import Sample, SampleConfig, sample_of_shape
from trivium.errors import DatasetError
from trivium.io import load_shape
from trivium.io.folders import nearby_metadata, plain_name, shape_files


class ModelFolder(Reader):
    """The models below a folder, sorted by path. Ids are paths relative to the folder.

    ``only`` and ``leave_out`` are patterns of those paths, in which ``*`` is anything, folders too: files are read that
    match one of ``only``, if there are any, and none of ``leave_out``.
    """

    layout: ClassVar[str] = "models"

    def __init__(
        self,
        folder: str | Path,
        config: SampleConfig = SampleConfig(),
        *,
        only: Sequence[str] = (),
        leave_out: Sequence[str] = (),
    ) -> None:
        """
        Raises:
            DatasetError: no folder, or no models in it, or none that the patterns leave.
        """
        self.folder, self.config = Path(os.path.abspath(folder)), config
        if not self.folder.is_dir():
            raise DatasetError(f"{folder} is not a folder")
        self.files = sorted(path.relative_to(self.folder).as_posix() for path in shape_files(self.folder))
        if not self.files:
            raise DatasetError(f"there are no 3D models in {folder}")
        found = len(self.files)
        self.files = [f for f in self.files if (not only or _matches(f, only)) and not _matches(f, leave_out)]
        if not self.files:
            patterns = f"only {list(only) or '*'}, leaving out {list(leave_out)}"
            raise DatasetError(f"none of the {found} models in {folder} is left by the patterns: {patterns}")
        self.metadata = nearby_metadata(self.folder)

    def __len__(self) -> int:
        return len(self.files)

    def name(self, index: int) -> tuple[str, str]:
        return self.files[index], str(self.folder / self.files[index])

    def read(self, index: int) -> Sample:
        id, path = self.name(index)
        row = self.metadata.get(path, {})
        parent = Path(id).parent.name
        category = row.get("category") or parent
        words = (row.get("caption"), category, row.get("name") or plain_name(Path(path)))
        captions = tuple(dict.fromkeys(w.strip() for w in words if w and w.strip()))
        return sample_of_shape(load_shape(path), self.config, id=id, captions=captions, category=category)

    def about(self) -> dict[str, Any]:
        said = {id: self.metadata.get(str(self.folder / id)) for id in self.files}
        digest = hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
        return {**super().about(), **asdict(self.config), "manifest": digest[:12]}


def _matches(path: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
