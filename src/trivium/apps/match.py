"""The verb *match*: which point of a model a pixel shows, which pixels show a point, which parts of two models are the same.

    matcher = Matcher()
    laid = matcher.lay("photo.jpg", "chair.glb")       # about a second; what follows is quick
    laid.pixel((120, 80)).point                        # where on the chair
    part = laid.part("mask.png")                       # its faces
    part = laid.part(laid.grow([(120, 80)]))           # those of the part under a click
    matcher.transfer(part, "other_chair.glb").faces    # and those of another chair

Coordinates are the file's, Y up; pixels are x and y from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from trivium.errors import QueryError, ShapeError
from trivium.geometry import Mesh, PointCloud, unit_sphere
from trivium.io import load_image, load_shape

if TYPE_CHECKING:
    from trivium.geometry import Shape
    from trivium.geometry.shapes import Array, IntArray
    from trivium.models.aligned import ImageLike
    from trivium.models.correspondence import Correspondence, KnownShape, LaidPhoto
    from trivium.models.framing import Box
    from trivium.models.segment_anything import SegmentAnything

Pixel = tuple[float, float]
Point = tuple[float, float, float]
OFF_THE_MODEL = 0.15  # of the unit ball: a point that is farther from the surface is not of the model


@dataclass(frozen=True, eq=False)
class PointOfPixel:
    """What a pixel shows."""

    pixel: Pixel
    point: Point | None  # none where the photo does not show the model
    triangle: int | None  # of the mesh
    score: float  # how well photo and model agree at the pixel, -1 to 1
    heat: PointCloud  # points of the model, the redder the more they look like the place

    def to_json(self) -> dict[str, Any]:
        point = None if self.point is None else [round(x, 5) for x in self.point]
        return {"pixel": list(self.pixel), "point": point, "triangle": self.triangle, "score": round(self.score, 4)}


@dataclass(frozen=True, eq=False)
class PixelOfPoint:
    """Where a photo shows a point."""

    point: Point
    pixel: Pixel
    visible: bool  # else the model itself is before it, or it lies outside of the photo

    def to_json(self) -> dict[str, Any]:
        return {"point": list(self.point), "pixel": [round(x, 1) for x in self.pixel], "visible": self.visible}


@dataclass(frozen=True, eq=False)
class Part:
    """Some faces of a mesh."""

    mesh: Mesh
    known: KnownShape
    faces: IntArray  # of mesh.triangles

    def colored(self) -> Mesh:
        """The mesh in grey, the part in pink."""
        from trivium.models.parts import painted

        return painted(self.mesh, self.faces)


@dataclass(frozen=True, eq=False)
class PointMap:
    """Points of one model and their partners on another."""

    source: Array  # (N, 3)
    target: Array  # (N, 3) a partner for each
    target_points: Array  # (M, 3) all of the other model's, among which partners were looked for
    scores: Array  # (N,) how much they are alike
    turned: float  # degrees around the vertical by which the first was turned to fit

    def colored(self) -> tuple[PointCloud, PointCloud]:
        """Both as clouds in which partners have one colour: that of their place on the first."""
        from trivium.geometry import nearest_neighbors

        low, high = self.source.min(0), self.source.max(0)
        colors = ((self.source - low) / np.maximum(high - low, 1e-9)).clip(0, 1).astype(np.float32)
        partner = nearest_neighbors(self.target_points, self.target, 1)[:, 0]
        return PointCloud(self.source, colors), PointCloud(self.target_points, colors[partner])


class Laid:
    """A photo laid on a model: ask it for as many pixels, points and parts as you like."""

    def __init__(self, shape: Shape, laid: LaidPhoto) -> None:
        self.shape, self.laid = shape, laid
        self.to_ball = unit_sphere(shape)

    @property
    def fit(self) -> float:
        """How well photo and model agree in all."""
        return self.laid.seen.score

    @property
    def doubtful(self) -> bool:
        """Whether the photo hardly fits the model: it may show something else."""
        return self.laid.seen.doubtful

    def pixel(self, pixel: Pixel) -> PointOfPixel:
        """
        Raises:
            QueryError: a pixel outside of the photo.
        """
        at = self._checked(pixel)
        located = self.laid.locate(at[None])
        there = bool(located.there[0])
        heat = PointCloud(_to_file(self.shape, self.laid.known.places.points), _glow(self.laid.heat(at)))
        return PointOfPixel(
            pixel=pixel,
            point=_point(_to_file(self.shape, located.points)[0]) if there else None,
            triangle=int(located.triangles[0]) if there and isinstance(self.shape, Mesh) else None,
            score=float(located.scores[0]),
            heat=heat,
        )

    def point(self, point: Point) -> PixelOfPoint:
        """
        Raises:
            QueryError: a point that is not on the model.
        """
        place = (self.to_ball @ np.array([*point, 1.0], np.float32))[:3]
        on_it = self.laid.known.features.points
        if not np.isfinite(place).all() or np.linalg.norm(on_it - place, axis=1).min() > OFF_THE_MODEL:
            low, high = (_point(corner) for corner in self.shape.bounds)
            raise QueryError(f"the point is {point}, expected one on the model, which goes from {low} to {high}")
        found = self.laid.project(place[None])
        return PixelOfPoint(point, (float(found.pixels[0, 0]), float(found.pixels[0, 1])), bool(found.visible[0]))

    def grow(self, pixels: Sequence[Pixel], *, sam: SegmentAnything | None = None) -> NDArray[np.uint8]:
        """A mask (H, W) of the part of the object that pixels are on, 255 in it and 0 beside: what ``part`` takes.

        Args:
            pixels: one, or several of which the parts are put together.
            sam: asked for the mask, of all pixels as one thing; without it the click grows by colour, surface and features.

        Raises:
            QueryError: no pixel, one outside of the photo, or one beside the object.
        """
        if not pixels:
            raise QueryError("there is no click, expected one pixel or more: x,y from the upper left corner")
        at = np.stack([self._checked(pixel) for pixel in pixels])
        for pixel, there in zip(pixels, self.laid.locate(at).there, strict=True):
            if not there:
                raise QueryError(
                    f"no object at {pixel[0]:g},{pixel[1]:g}: click on it, or look at 'trivium pose' whether it was found"
                )
        mask = self.laid.grown(at) if sam is None else sam.mask(self.laid.photo, [(x, y) for x, y in at.tolist()])
        return mask.astype(np.uint8) * 255

    def part(self, mask: ImageLike) -> Part:
        """The faces that a mask of the photo covers (white is in), and those behind them that belong to them.

        Raises:
            QueryError: a mask of another size than the photo, an empty one, or one beside the model.
            ShapeError: a point cloud, which has no faces.
            LoadError: a mask that cannot be read.
        """
        shown = load_image(mask)
        height, width = self.laid.photo.shape[:2]
        if shown.shape[:2] != (height, width):
            raise QueryError(
                f"the mask has {shown.shape[1]} x {shown.shape[0]} pixels, expected {width} x {height}, as the photo has"
            )
        return self._part(shown.mean(2) > 127)

    def _part(self, mask: NDArray[np.bool_]) -> Part:
        from trivium.models.parts import part_of

        if not isinstance(self.shape, Mesh):
            raise ShapeError("parts are made of faces, and a point cloud has none: give a mesh")
        faces = np.flatnonzero(part_of(self.laid, mask))
        if not len(faces):
            raise QueryError("nothing of the model is there, or the mask is empty: look at 'trivium pose' first")
        return Part(self.shape, self.laid.known, faces)

    def _checked(self, pixel: Pixel) -> Array:
        """(2,) the middle of the pixel."""
        height, width = self.laid.photo.shape[:2]
        if not (0 <= pixel[0] < width and 0 <= pixel[1] < height):
            raise QueryError(f"the pixel is {pixel[0]:g},{pixel[1]:g}, expected x,y in a photo of {width} x {height}")
        return np.array(pixel, np.float32) + 0.5


class Matcher:
    """Lays photos on models, and models on each other.

    Raises of its methods:
        LoadError: a file that cannot be read.
        ShapeError: a model without surface, of too few points, or with coordinates that are not finite.
        QueryError: a box that is not within the photo.
    """

    def __init__(self, engine: Correspondence | None = None) -> None:
        from trivium.models.correspondence import Correspondence
        from trivium.models.pasr import load_pasr
        from trivium.models.tango3d import load_tango

        self.engine = engine or Correspondence(load_pasr(), load_tango())

    def lay(self, photo: ImageLike, shape: str | Path | Shape, *, box: Box | None = None) -> Laid:
        """``photo`` on ``shape``, in the pose that explains it best; the pose comes with it.

        Args:
            box: where in the photo: left, top, right, bottom in pixels; all of it if not given.
        """
        from trivium.apps.pose import check_box

        picture = load_image(photo)
        check_box(box, picture)
        loaded = _loaded(shape)
        return Laid(loaded, self.engine.lay(picture, self.engine.know(loaded), box=box))

    def shapes(self, source: str | Path | Shape, target: str | Path | Shape) -> PointMap:
        """Which point of ``target`` each of some points of ``source`` is."""
        one, other = _loaded(source), _loaded(target)
        first, second = self.engine.know(one), self.engine.know(other)
        found = self.engine.between(first, second)
        partners = second.places.points[found.partner]
        return PointMap(
            source=_to_file(one, first.places.points), target=_to_file(other, partners),
            target_points=_to_file(other, second.places.points), scores=found.scores, turned=found.turned,
        )  # fmt: skip

    def transfer(self, part: Part, shape: str | Path | Mesh) -> Part:
        """The same part of another model."""
        from trivium.models.parts import transferred

        loaded = _loaded(shape)
        if not isinstance(loaded, Mesh):
            raise ShapeError("parts are made of faces, and a point cloud has none: give a mesh")
        known = self.engine.know(loaded)
        inside = np.zeros(len(part.mesh.triangles), bool)
        inside[part.faces] = True
        faces = transferred(inside, part.known, self.engine.between(known, part.known))
        return Part(loaded, known, np.flatnonzero(faces))


def _loaded(shape: str | Path | Shape) -> Shape:
    return load_shape(shape) if isinstance(shape, (str, Path)) else shape


def _to_file(shape: Shape, points: Array) -> Array:
    """(N, 3) from the unit ball to where the file has them."""
    back = np.linalg.inv(unit_sphere(shape).astype(np.float64))
    return (points @ back[:3, :3].T + back[:3, 3]).astype(np.float32)


def _point(values: Array) -> Point:
    x, y, z = (round(float(v), 5) for v in values)
    return x, y, z


def _glow(heat: Array) -> Array:
    """(N, 3) from grey to red."""
    cold, hot = np.array([0.75, 0.75, 0.78]), np.array([0.95, 0.1, 0.1])
    return (cold + heat[:, None] * (hot - cold)).astype(np.float32)
