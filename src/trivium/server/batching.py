"""Requests that come at the same time go through the model together.

A ``BatchedModel`` stands where a model stands; a library that is given one never knows. Whoever asks waits; one thread
takes all who are waiting and asks the model once for all of them.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from trivium.geometry import Mesh, PointCloud
from trivium.io import load_image
from trivium.models.aligned import AlignedModel, Embeddings, ShapeRows
from trivium.models.preprocess import PreparedShape

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

MOST = 32  # who are served at once
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class _Request:
    """``call`` sees the things of all requests of the same ``kind``, one after the other."""

    kind: str
    things: list[Any]
    call: Callable[[list[Any]], Embeddings]
    answer: Future[Embeddings] = field(default_factory=Future)


class BatchedModel(AlignedModel):
    """The same rows as ``model`` gives, safe to ask from many threads. ``close`` ends its thread."""

    def __init__(self, model: AlignedModel) -> None:
        self.model = model
        self.name, self.dim, self.weights, self.fingerprint = model.name, model.dim, model.weights, model.fingerprint
        self._waiting: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="trivium-model", daemon=True)
        self._thread.start()

    def prepare_shape(self, shape: Mesh | PointCloud) -> PreparedShape:
        return self.model.prepare_shape(shape)

    def encode_prepared(self, prepared: Sequence[PreparedShape]) -> Embeddings:
        return self._ask("shapes", list(prepared), self.model.encode_prepared)

    def encode_with_views(self, prepared: PreparedShape) -> ShapeRows:
        return self.model.encode_with_views(prepared)

    def encode_views(self, objects: Sequence[Sequence[ImageLike]]) -> Embeddings:
        decoded = [[load_image(picture) for picture in views] for views in objects]  # here: faults are the asker's own
        return self._ask("views", decoded, self.model.encode_views)

    def encode_texts(self, texts: Sequence[str]) -> Embeddings:
        return self._ask("texts", list(texts), self.model.encode_texts)

    def close(self) -> None:
        self._waiting.put(None)
        self._thread.join()

    def _ask(self, kind: str, things: list[Any], call: Callable[[list[Any]], Embeddings]) -> Embeddings:
        if not things:
            return np.zeros((0, self.dim), np.float32)
        request = _Request(kind, things, call)
        self._waiting.put(request)
        return request.answer.result()

    def _serve(self) -> None:
        while (first := self._waiting.get()) is not None:
            group, ended = [first], False
            while len(group) < MOST and not self._waiting.empty():
                following = self._waiting.get()
                if following is None:
                    ended = True
                    break
                group.append(following)
            for kind in dict.fromkeys(r.kind for r in group):
                _answer([r for r in group if r.kind == kind])
            if ended:
                return


def _answer(requests: Sequence[_Request]) -> None:
    """All at once; if that fails, one by one, so that nobody gets another's error."""
    try:
        rows = requests[0].call([thing for r in requests for thing in r.things])
    except Exception as error:
        if len(requests) == 1:
            requests[0].answer.set_exception(error)
            return
        for request in requests:
            _answer([request])
        return
    start = 0
    for request in requests:
        request.answer.set_result(rows[start : start + len(request.things)])
        start += len(request.things)
