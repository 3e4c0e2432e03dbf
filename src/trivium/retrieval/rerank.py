"""Re-ranking by pose: of the shapes that a search finds, which one, seen from where, would give this photo?

What PASR knows of a shape without any photo is kept in the library's folder, under the model's fingerprint and the hash of
the shape's file. It is made when a shape first is among the candidates, and made anew when file or model are others.
"""

from __future__ import annotations

import logging
import time
import uuid
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from trivium.errors import TriviumError
from trivium.io import load_image, load_shape
from trivium.models.framing import PhotoPose, posed_in
from trivium.models.pasr import PASR, PointFeatures
from trivium.models.pose_inference import LOWEST, PoseConfig, PoseInference, Templates
from trivium.retrieval.indexing import file_hash
from trivium.retrieval.records import Item

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

log = logging.getLogger(__name__)
RERANKED = 50  # shapes that a search compares with photos pose by pose
POSE_SHARE = 0.8  # of the score after that; the rest is that of the search before
AN_HOUR = 3600
KEPT = 2000  # shapes, of which the newest stay: about 2 MB each


@dataclass(frozen=True, eq=False)
class Reranked:
    """An item, how well it explains the photos, and how each shows it; no poses if its file cannot be read any more."""

    item: Item
    score: float
    poses: tuple[PhotoPose, ...]


def with_pose(searched: float, posed: float) -> float:
    """The score of a shape after a re-ranking: of that of the search before, and of how well a pose explains the photos."""
    return POSE_SHARE * posed + (1 - POSE_SHARE) * searched


class PoseReranker:
    """Compares photos with candidates, and keeps what it learns of them below ``folder``."""

    def __init__(self, folder: Path, model: PASR, config: PoseConfig = PoseConfig()) -> None:
        self.model = model
        self.inference = PoseInference(model.basis, model.config.raster, config)
        self.folder = folder / f"{model.fingerprint}-{config.digest}"

    def rank(
        self, photos: Sequence[ImageLike], items: Sequence[Item], *, progress: Callable[[int, int], None] | None = None
    ) -> list[Reranked]:
        """Items by how well they explain all photos; what cannot be read any more comes last.

        Raises:
            LoadError: a photo that cannot be read.
        """
        pictures = [load_image(photo) for photo in photos]
        self._say_if_others_are_kept()
        known, shapes, templates = [], [], []
        for done, item in enumerate(items, 1):
            if (found := self._known(item)) is not None:
                known.append(item)
                shapes.append(found[0])
                templates.append(found[1])
            if progress:
                progress(done, len(items))
        self._forget_the_oldest()
        if not known:
            return [Reranked(item, LOWEST, ()) for item in items]
        answers = [posed_in(photo, self.model, self.inference, shapes, templates) for photo in pictures]
        ranked = [
            Reranked(item, float(np.mean([p.score for p in own])), own)
            for item, own in zip(known, zip(*answers, strict=True), strict=True)
        ]
        ranked.sort(key=lambda r: -r.score)
        there = {item.id for item in known}
        return ranked + [Reranked(item, LOWEST, ()) for item in items if item.id not in there]

    def _known(self, item: Item) -> tuple[PointFeatures, Templates] | None:
        file = self.folder / f"{item.sha256}.npz"
        try:
            unchanged = _is_as_indexed(item)
            if unchanged and (kept := _read(file)) is not None:
                return kept
            shape = self.model.features_of(load_shape(item.path))
        except (TriviumError, OSError) as error:
            log.warning("left out: %s: %s", item.path, error)
            return None
        templates = self.inference.templates(shape)
        if unchanged:  # else the name would be that of another file
            self._keep(file, shape, templates)
        return shape, templates

    def _say_if_others_are_kept(self) -> None:
        if not self.folder.exists() and self.folder.parent.is_dir() and any(self.folder.parent.iterdir()):
            log.warning(
                "%s holds what other weights or other poses made of shapes: it is not used, and may be deleted",
                self.folder.parent,
            )

    def _forget_the_oldest(self) -> None:
        with suppress(OSError):  # another search tidies at the same time
            files = sorted(self.folder.glob("*.npz"), key=lambda file: file.stat().st_mtime)
            for file in files[:-KEPT]:
                file.unlink(missing_ok=True)
            for left in self.folder.glob("*.part"):  # of a process that was killed
                if time.time() - left.stat().st_mtime > AN_HOUR:
                    left.unlink(missing_ok=True)

    def _keep(self, file: Path, shape: PointFeatures, templates: Templates) -> None:
        """Whole or not at all. A library that may not be written is searched all the same, only slower."""
        partial = file.with_suffix(f".{uuid.uuid4().hex}.part")  # another thread may keep the same
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with partial.open("wb") as out:
                np.savez(
                    out, points=shape.points, features=shape.features, values=templates.values, counts=templates.counts
                )
            partial.replace(file)
        except OSError as error:
            with suppress(OSError):  # read-only disks refuse even this
                partial.unlink(missing_ok=True)
            log.warning("%s cannot be kept (%s): it is made anew by the next search", file, error)


def _is_as_indexed(item: Item) -> bool:
    """Whether the file still is the one that was indexed: by size and time, and by its bytes where these differ.

    Raises:
        OSError: it is gone.
    """
    path = Path(item.path)
    stat = path.stat()
    return (stat.st_size, stat.st_mtime) == (item.bytes, item.mtime) or file_hash(path) == item.sha256


def _read(file: Path) -> tuple[PointFeatures, Templates] | None:
    """What ``_keep`` wrote; None if it never did, or the file is damaged."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            return PointFeatures(kept["points"], kept["features"]), Templates(kept["values"], kept["counts"])
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, TriviumError, zipfile.BadZipFile, zlib.error):
        return None
