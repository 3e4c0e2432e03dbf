"""What goes over the wire; FastAPI makes the documentation of these."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from trivium.apps.classify import Recognition
from trivium.apps.pictures import data_uri
from trivium.models.framing import PhotoPose
from trivium.retrieval import Failure, Hit, Item
from trivium.server.queries import SavedQuery


class ItemOut(BaseModel):
    """One indexed file."""

    id: str
    name: str
    category: str
    licence: str
    path: str = Field(description="Of the file, on the server's machine.")
    kind: str = Field(description="mesh or points")
    format: str
    textured: str = Field(description="yes, colours or no")
    faces: int
    points: int
    size: float = Field(description="Largest extent, in the file's units.")
    bytes: int
    thumbnail: str = Field(description="Address of a WebP picture, 224 x 224.")
    turntable: str = Field(description="Address of a WebP strip: 12 pictures of 160 x 160, one every 30 degrees.")
    model: str = Field(description="Address of the model as GLB, whatever its file's format.")

    @classmethod
    def of(cls, item: Item) -> ItemOut:
        return cls.model_validate(vars(item) | _addresses(item.id))


class FramingOut(BaseModel):
    left: float
    top: float
    side: float


class PoseOut(BaseModel):
    """How a photo shows a model."""

    azimuth: float = Field(description="Degrees; 0 looks at the front, 90 at the side towards +X.")
    elevation: float = Field(description="Degrees above the horizon.")
    roll: float = Field(description="Degrees by which the picture is turned clockwise.")
    distance: float = Field(description="Of the camera, in radii of the model's bounding ball.")
    score: float = Field(description="Mean cosine of what is seen and what would be, from -1 to 1.")
    doubtful: bool = Field(description="Whether photos of other things fit this model as well.")
    framing: FramingOut = Field(description="The square of the photo that was compared, in its pixels.")
    overlay: str = Field(description="The model over that square: a data address of a WebP.")

    @classmethod
    def of(cls, seen: PhotoPose, overlay: bytes) -> PoseOut:
        return cls.model_validate(seen.to_json() | {"overlay": data_uri(overlay)})


class PointOut(BaseModel):
    """What a pixel shows."""

    pixel: tuple[float, float]
    point: tuple[float, float, float] | None = Field(
        description="In the model's own coordinates, Y up; null where the photo does not show it."
    )
    triangle: int | None = Field(description="Of the mesh.")
    score: float = Field(description="How well photo and model agree there, from -1 to 1.")


class PixelOut(BaseModel):
    """Where a photo shows a point."""

    point: tuple[float, float, float]
    pixel: tuple[float, float]
    visible: bool = Field(description="Else the model itself is before it, or it lies outside of the photo.")


class ClickedOut(BaseModel):
    """The part that a pixel is on."""

    pixel: tuple[float, float]
    faces: list[int] = Field(
        description="Of the mesh, numbered through all its pieces; those that are not seen included."
    )
    mask: str = Field(
        description="What is seen of it, white, in a picture as large as the photo: a data address of a WebP."
    )


class MatchOut(BaseModel):
    """What was asked of a photo and a model, in the order of asking."""

    pixels: list[PointOut]
    points: list[PixelOut]
    parts: list[ClickedOut]
    fit: float = Field(description="How well photo and model agree in all, from -1 to 1.")
    doubtful: bool = Field(description="Whether photos of other things fit this model as well.")


class HitOut(BaseModel):
    """One search result, best first."""

    id: str
    score: float
    name: str
    category: str
    licence: str
    path: str
    kind: str
    textured: str
    faces: int
    size: float
    thumbnail: str
    turntable: str
    model: str
    poses: list[PoseOut] = Field(default=[], description="One for each photo, after a re-ranking by pose.")

    @classmethod
    def of(cls, hit: Hit) -> HitOut:
        poses = [PoseOut.of(seen, picture) for seen, picture in zip(hit.poses, hit.overlays, strict=True)]
        return cls.model_validate(hit.to_json() | _addresses(hit.id) | {"poses": poses})


class SearchOut(BaseModel):
    hits: list[HitOut]
    offset: int
    took_ms: float


class ItemsOut(BaseModel):
    items: list[ItemOut]
    total: int
    offset: int


class FailureOut(BaseModel):
    path: str
    code: str = Field(description="Stable; the documentation lists all.")
    message: str

    @classmethod
    def of(cls, failure: Failure) -> FailureOut:
        return cls(path=failure.path, code=failure.code, message=failure.message)


class LabelOut(BaseModel):
    label: str
    score: float = Field(
        description="Cosine of what was sent and the words, less how crowded the place of the words is; comparable within one answer only."
    )
    probability: float = Field(description="Of all labels, and of none of them, together 1.")
    none_of_these: float | None = Field(
        description="Probability that no label fits, the same for all; null where the model was not calibrated for it."
    )

    @classmethod
    def all_of(cls, found: Recognition) -> list[LabelOut]:
        none = None if found.none is None else found.none.probability
        return [cls(label=g.label, score=g.score, probability=g.probability, none_of_these=none) for g in found.guesses]


class LibraryOut(BaseModel):
    model: str
    items: int
    failed: int
    categories: dict[str, int]
    formats: dict[str, int]
    accepts: list[str] = Field(description="Endings of 3D files that can be searched with.")
    allows_changes: bool


class MapPoint(BaseModel):
    id: str
    name: str
    category: str
    x: float
    y: float


class MapOut(BaseModel):
    points: list[MapPoint] = Field(description="x and y from 0 to 1; what looks alike lies together.")


class PartOut(BaseModel):
    name: str
    address: str


class SavedOut(BaseModel):
    id: str
    images: list[PartOut]
    shape: PartOut | None

    @classmethod
    def of(cls, id: str, saved: SavedQuery) -> SavedOut:
        base = f"/v1/queries/{id}"
        images = [PartOut(name=p.name, address=f"{base}/images/{i}") for i, p in enumerate(saved.images)]
        shape = PartOut(name=saved.shape.name, address=f"{base}/shape") if saved.shape else None
        return cls(id=id, images=images, shape=shape)


class JobOut(BaseModel):
    id: str
    kind: str
    state: str = Field(description="running, done, failed or cancelled")
    done: int
    total: int
    message: str
    result: dict[str, Any]
    started: float
    ended: float | None


class ErrorDetail(BaseModel):
    code: str = Field(description="Stable, for programs.")
    message: str = Field(description="A sentence for people: what happened and what to do.")


class ErrorOut(BaseModel):
    error: ErrorDetail


def _addresses(id: str) -> dict[str, str]:
    item = f"/v1/items/{id}"
    return {"thumbnail": f"{item}/thumbnail", "turntable": f"{item}/turntable", "model": f"{item}/model.glb"}
