"""Photos and shapes that somebody searched with, kept for a while so that a search can be shared by its address."""

from __future__ import annotations

import io
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
from PIL import Image

from trivium.server.config import MiB

MOST_BYTES = 128 * MiB
MOST = 200
SIDE = 1600  # pixels of a kept photo


@dataclass(frozen=True)
class Part:
    name: str  # to show; no file is ever called so
    data: bytes


@dataclass(frozen=True)
class SavedQuery:
    images: tuple[Part, ...]
    shape: Part | None

    @property
    def size(self) -> int:
        return sum(len(p.data) for p in (*self.images, *([self.shape] if self.shape else [])))


class SavedQueries:
    """The newest ones, in memory, under names that nobody guesses."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, SavedQuery] = OrderedDict()
        self._lock = threading.Lock()

    def save(self, images: Sequence[tuple[str, np.ndarray]], shape: tuple[str, bytes] | None) -> str:
        """Photos are written anew: without where and when they were taken, and as nothing but a picture."""
        parts = tuple(Part(_shown(name), _jpeg(pixels)) for name, pixels in images)
        id = secrets.token_urlsafe(9)
        with self._lock:
            self._kept[id] = SavedQuery(parts, Part(_shown(shape[0]), shape[1]) if shape else None)
            while len(self._kept) > 1 and (
                len(self._kept) > MOST or sum(q.size for q in self._kept.values()) > MOST_BYTES
            ):
                self._kept.popitem(last=False)
        return id

    def get(self, id: str) -> SavedQuery | None:
        with self._lock:
            if id in self._kept:
                self._kept.move_to_end(id)
            return self._kept.get(id)


def _shown(name: str) -> str:
    return "".join(c for c in PurePath(name.replace("\\", "/")).name if c.isprintable())[:80] or "unnamed"


def _jpeg(pixels: np.ndarray) -> bytes:
    picture, file = Image.fromarray(pixels), io.BytesIO()
    picture.thumbnail((SIDE, SIDE))
    picture.save(file, "JPEG", quality=92)
    return file.getvalue()
