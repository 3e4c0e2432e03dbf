"""The interface of every aligned system: shapes, images and texts to unit rows of one space."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from trivium.errors import QueryError, ShapeError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_shape
from trivium.models.preprocess import PreparedShape

if TYPE_CHECKING:
    from PIL.Image import Image

    ImageLike = str | Path | bytes | Image | NDArray[np.uint8]
Embeddings = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class ShapeRows:
    """A shape as one row, and as the rows of its single views where a model has such."""

    row: NDArray[np.float32]  # (dim,)
    views: NDArray[np.float32]  # (V, dim); V is 0 for a model or a shape that has none


@dataclass(frozen=True, eq=False)
class PhotoRows:
    """Pictures of one object as one row, and one by one where a model's shapes have rows of single views."""

    row: NDArray[np.float32]  # (dim,)
    photos: NDArray[np.float32]  # (P, dim); P is 0 for a model whose shapes have no such rows


class AlignedModel(ABC):
    """Text, images and 3D shapes in one space. All results are float32 numpy with rows of length 1."""

    name: str
    dim: int
    weights: str | None = None  # a file, or mini's folder, that replaces the published weights; libraries remember it
    fingerprint: str  # of model, weights, InputSpec and preprocessing: rows of different ones are never compared

    @abstractmethod
    def prepare_shape(self, shape: Mesh | PointCloud) -> PreparedShape:
        """Renders and samples: the part of ``encode_shapes`` that needs no network."""

    @abstractmethod
    def encode_prepared(self, prepared: Sequence[PreparedShape]) -> Embeddings:
        """(N, dim)"""

    def encode_with_views(self, prepared: PreparedShape) -> ShapeRows:
        """One shape, and its single views in the space of single pictures: none here, a model may have some."""
        return ShapeRows(self.encode_prepared([prepared])[0], np.zeros((0, self.dim), np.float32))

    @abstractmethod
    def encode_views(self, objects: Sequence[Sequence[ImageLike]]) -> Embeddings:
        """(N, dim): one row per object from one or several pictures of it."""

    def encode_photos(self, views: Sequence[ImageLike]) -> PhotoRows:
        """Pictures of one object, for comparison with what ``encode_with_views`` gives."""
        return PhotoRows(self.encode_views([views])[0], np.zeros((0, self.dim), np.float32))

    @abstractmethod
    def encode_texts(self, texts: Sequence[str]) -> Embeddings:
        """(N, dim)

        Raises:
            QueryError: an empty text.
        """

    def known_looks(self) -> Embeddings:
        """(K, dim) rows of what things of known names look like; none here, a model may remember some."""
        return np.zeros((0, self.dim), np.float32)

    def encode_shapes(self, shapes: Sequence[str | Path | Mesh | PointCloud]) -> Embeddings:
        """(N, dim) from files, meshes or point clouds.

        Raises:
            LoadError: a file that cannot be read.
        """
        rows = [self.encode_prepared([self.prepare_shape(self._shape(s))]) for s in shapes]
        return np.concatenate(rows) if rows else np.zeros((0, self.dim), np.float32)

    def encode_images(self, objects: Sequence[ImageLike | Sequence[ImageLike]]) -> Embeddings:
        """(N, dim): each object is one picture or several views of it.

        Raises:
            LoadError: a picture that cannot be read.
            QueryError: an object without pictures.
        """
        groups: list[Sequence[ImageLike]] = [o if isinstance(o, (list, tuple)) else [o] for o in objects]  # type: ignore[list-item]
        if empty := [i for i, group in enumerate(groups) if not group]:
            raise QueryError(f"object {empty[0]} has no pictures: give each object one or several")
        return self.encode_views(groups) if groups else np.zeros((0, self.dim), np.float32)

    @staticmethod
    def _shape(shape: str | Path | Mesh | PointCloud) -> Mesh | PointCloud:
        if isinstance(shape, (str, Path)):
            return load_shape(shape)
        if not isinstance(shape, (Mesh, PointCloud)):
            raise ShapeError(
                f"got a {type(shape).__name__}, expected a path, a Mesh or a PointCloud: wrap points (N, 3) as PointCloud(points)"
            )
        return shape
