"""REST, version 1: parse, call the engine, show."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, File, Form, Query, Request, Response, UploadFile

from trivium import __version__
from trivium.apps.match import Laid, Pixel
from trivium.apps.pictures import data_uri
from trivium.errors import QueryError, TriviumError
from trivium.io import SHAPE_SUFFIXES, load_image, to_webp
from trivium.retrieval import Hit
from trivium.retrieval.query import MAX_VIEWS
from trivium.server.engine import Engine, NotThere
from trivium.server.schemas import (
    ClickedOut,
    ErrorOut,
    FailureOut,
    HitOut,
    ItemOut,
    ItemsOut,
    JobOut,
    LabelOut,
    LibraryOut,
    MapOut,
    MapPoint,
    MatchOut,
    PixelOut,
    PointOut,
    PoseOut,
    SavedOut,
    SearchOut,
)

MOST_HITS = 2000
FEW_HITS = 24
A_WHILE = "private, max-age=300"

Words = Annotated[list[str] | None, Form(description="What it looks like; several texts are averaged.")]
Without = Annotated[list[str] | None, Form(description="Words to take away from the query.")]
Pictures = Annotated[list[UploadFile] | None, File(description="1 to 12 photos of one object.")]
Shape = Annotated[UploadFile | None, File(description="A 3D file; its name tells the format.")]
OnePicture = Annotated[UploadFile, File(description="A photo of the object.")]
OfLibrary = Annotated[str | None, Form(description="Instead of a shape: the id of an item of the library.")]
InPhoto = Annotated[
    str | None, Form(description="Where in the photo: left,top,right,bottom in pixels. All of it if not given.")
]
Weights = Annotated[str | None, Form(description='JSON, such as {"text": 0.5, "images": 2}.')]
Filters = Annotated[list[str] | None, Form(description="Such as category=chair, faces<=5000, path~office.")]
Many = Annotated[int, Form(ge=1, le=MOST_HITS)]
Offset = Annotated[int, Form(ge=0, le=MOST_HITS)]

router = APIRouter(
    prefix="/v1",
    responses={
        code: {"model": ErrorOut, "description": what}
        for code, what in (
            (401, "A token is needed."),
            (404, "There is no such item or job."),
            (413, "Larger than allowed."),
            (422, "Cannot be done as asked; the message says why."),
            (429, "Too busy: try again in a second."),
        )
    },
)


class Forbidden(TriviumError):
    """The server was started without leave to change the library."""


def engine_of(request: Request) -> Engine:
    found: Engine = request.app.state.engine
    return found


def changes_of(request: Request) -> Engine:
    engine = engine_of(request)
    if not engine.config.allow_changes:
        raise Forbidden("this server does not change its library: start it with --allow-changes")
    return engine


Serving = Annotated[Engine, Depends(engine_of)]
Changing = Annotated[Engine, Depends(changes_of)]


# Search


@router.get("/search", tags=["search"], summary="Search by words")
async def search_words(
    engine: Serving,
    text: Annotated[list[str], Query(min_length=1, description="What it looks like.")],
    without: Annotated[list[str] | None, Query()] = None,
    filter: Annotated[list[str] | None, Query()] = None,
    names: Annotated[bool, Query(description="Also search names, categories and file names.")] = False,
    top_k: Annotated[int, Query(ge=1, le=MOST_HITS)] = FEW_HITS,
    offset: Annotated[int, Query(ge=0, le=MOST_HITS)] = 0,
) -> SearchOut:
    """For words alone: an address to share."""

    def find() -> list[Hit]:
        return engine.library.search(text=text, without=without, filter=filter, names=names, top_k=offset + top_k)

    return await _answer(engine, "search words", find, offset)


@router.post("/search", tags=["search"], summary="Search by words, photos, a shape, or a mix")
async def search(
    engine: Serving,
    text: Words = None,
    images: Pictures = None,
    shape: Shape = None,
    without: Without = None,
    weights: Weights = None,
    filter: Filters = None,
    names: Annotated[bool, Form(description="Also search names, categories and file names.")] = False,
    rerank: Annotated[
        Literal["pose"] | None, Form(description="Ask of the first hits from where they would give the photos.")
    ] = None,
    top_k: Many = FEW_HITS,
    offset: Offset = 0,
) -> SearchOut:
    pictures, file = await _bytes(images), await _named_bytes(shape)

    def find() -> list[Hit]:
        return engine.library.search(
            text=[t for t in text or [] if t.strip()] or None,
            images=[load_image(p, limits=engine.config.limits) for p in pictures] or None,
            shape=engine.shape_of_upload(*file) if file else None,
            without=[w for w in without or [] if w.strip()] or None,
            weights=_weights(weights),
            filter=filter,
            names=names,
            rerank=rerank,
            top_k=offset + top_k,
        )

    kind = "search poses" if rerank else "search shape" if file else "search photos" if pictures else "search words"
    return await _answer(engine, kind, find, offset)


@router.post("/queries", tags=["search"], status_code=201, summary="Keep photos and a shape, to share a search")
async def save_query(engine: Serving, images: Pictures = None, shape: Shape = None) -> SavedOut:
    """In memory, the newest 200; gone when the server stops."""
    files, file = [await _named_bytes(i) for i in images or []], await _named_bytes(shape)

    def save() -> SavedOut:
        limits = engine.config.limits
        photos = [(f[0], load_image(f[1], limits=limits)) for f in files if f][:MAX_VIEWS]
        if not photos and file is None:
            raise QueryError("there are neither photos nor a shape to keep")
        id = engine.queries.save(photos, file)
        return SavedOut.of(id, engine.saved_query(id))

    return await engine.run("save query", save)


@router.get("/queries/{id}", tags=["search"], summary="What was kept")
async def saved_query(engine: Serving, id: str) -> SavedOut:
    return SavedOut.of(id, engine.saved_query(id))


@router.get("/queries/{id}/images/{number}", tags=["search"], response_class=Response, summary="One of its photos")
async def saved_image(engine: Serving, id: str, number: int) -> Response:
    images = engine.saved_query(id).images
    if not 0 <= number < len(images):
        raise NotThere(f"there are {len(images)} photos, counted from 0")
    return Response(images[number].data, media_type="image/jpeg", headers={"cache-control": A_WHILE})


@router.get("/queries/{id}/shape", tags=["search"], response_class=Response, summary="Its shape, as it was sent")
async def saved_shape(engine: Serving, id: str) -> Response:
    shape = engine.saved_query(id).shape
    if shape is None:
        raise NotThere("this search had no shape")
    headers = {"cache-control": A_WHILE, "content-disposition": "attachment"}
    return Response(shape.data, media_type="application/octet-stream", headers=headers)


@router.post("/classify", tags=["search"], summary="Which of some labels fits photos or a shape best")
async def classify(
    engine: Serving,
    labels: Annotated[list[str] | None, Form(description="All categories of the library if none are given.")] = None,
    images: Pictures = None,
    shape: Shape = None,
    top_k: Many = 5,
) -> list[LabelOut]:
    from trivium.apps.classify import classify as run

    pictures, file = await _bytes(images), await _named_bytes(shape)

    def guess() -> list[LabelOut]:
        known = [w for w in labels or [] if w.strip()] or [c for c in engine.library.info().categories if c]
        found = run(
            engine.model,
            known,
            images=[load_image(p, limits=engine.config.limits) for p in pictures] or None,
            shape=engine.shape_of_upload(*file) if file else None,
        )
        return LabelOut.all_of(found)[:top_k]

    return await engine.run("classify", guess)


@router.post("/pose", tags=["search"], summary="In which pose a photo shows a model")
async def pose(
    engine: Serving,
    image: OnePicture,
    shape: Shape = None,
    item: OfLibrary = None,
    box: InPhoto = None,
) -> PoseOut:
    from trivium.apps.pose import find_pose, parse_box

    picture, file = await image.read(), await _named_bytes(shape)

    def find() -> PoseOut:
        where = parse_box(box) if box else None
        known = engine.one_shape(file, item)
        photo = load_image(picture, limits=engine.config.limits)
        answer = find_pose(photo, known, box=where, model=engine.library.pose_model)
        return PoseOut.of(answer.seen, to_webp(answer.overlay))

    return await engine.run("pose", find)


@router.post(
    "/match", tags=["search"], summary="Which points and parts of a model pixels of a photo show, and the other way"
)
async def match(
    engine: Serving,
    image: OnePicture,
    pixels: Annotated[list[str] | None, Form(description="Each x,y from the upper left corner. Repeatable.")] = None,
    points: Annotated[list[str] | None, Form(description="Each x,y,z of the model, Y up. Repeatable.")] = None,
    parts: Annotated[
        list[str] | None, Form(description="Each a click on a part, x,y as pixels are. Repeatable.")
    ] = None,
    shape: Shape = None,
    item: OfLibrary = None,
    box: InPhoto = None,
) -> MatchOut:
    from trivium.apps.pose import parse_box, parse_pixel, parse_point

    picture, file = await image.read(), await _named_bytes(shape)

    def find() -> MatchOut:
        asked, places = [parse_pixel(p) for p in pixels or []], [parse_point(p) for p in points or []]
        clicks = [parse_pixel(p) for p in parts or []]
        laid = engine.laid(picture, file, item, parse_box(box) if box else None)
        return MatchOut(
            pixels=[PointOut.model_validate(laid.pixel(pixel).to_json()) for pixel in asked],
            points=[PixelOut.model_validate(laid.point(point).to_json()) for point in places],
            parts=[_clicked(laid, click) for click in clicks],
            fit=laid.fit,
            doubtful=laid.doubtful,
        )

    return await engine.run("match", find)


def _clicked(laid: Laid, click: Pixel) -> ClickedOut:
    mask = laid.grow([click])
    faces = laid.part(mask).faces.tolist()
    return ClickedOut(pixel=click, faces=faces, mask=data_uri(to_webp(mask, lossless=True)))


# Items


@router.get("/items", tags=["items"], summary="All items, by path")
async def items(
    engine: Serving,
    filter: Annotated[list[str] | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_HITS)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> ItemsOut:
    found = await engine.run("items", lambda: engine.library.items(filter))
    return ItemsOut(items=[ItemOut.of(i) for i in found[offset : offset + limit]], total=len(found), offset=offset)


@router.get("/items/{id}", tags=["items"], summary="One item")
async def item(engine: Serving, id: str) -> ItemOut:
    return ItemOut.of(await engine.run("item", lambda: engine.item(id)))


@router.get("/items/{id}/thumbnail", tags=["items"], response_class=Response, summary="Its picture, WebP")
async def thumbnail(engine: Serving, id: str) -> Response:
    return await _picture(engine, id, "thumbnail")


@router.get("/items/{id}/turntable", tags=["items"], response_class=Response, summary="Its pictures from around, WebP")
async def turntable(engine: Serving, id: str) -> Response:
    return await _picture(engine, id, "turntable")


@router.get("/items/{id}/model.glb", tags=["items"], response_class=Response, summary="The model as GLB")
async def glb(engine: Serving, id: str) -> Response:
    data = await engine.run("model", lambda: engine.glb(id))
    return Response(data, media_type="model/gltf-binary", headers={"cache-control": A_WHILE})


@router.get("/items/{id}/similar", tags=["items"], summary="Items like this one")
async def similar(engine: Serving, id: str, top_k: Annotated[int, Query(ge=1, le=MOST_HITS)] = FEW_HITS) -> SearchOut:
    return await _answer(engine, "similar", lambda: engine.similar(id, top_k), 0)


@router.get("/map", tags=["items"], summary="All items in the plane: what looks alike lies together")
async def collection_map(engine: Serving) -> MapOut:
    """The two directions in which the rows differ most; of a very large library, a part."""
    places = await engine.run("map", engine.map)
    return MapOut(points=[MapPoint(id=i.id, name=i.name, category=i.category, x=x, y=y) for i, x, y in places])


@router.post("/items", tags=["changes"], status_code=201, summary="Keep a 3D file and index it")
async def add(
    engine: Changing,
    file: Annotated[UploadFile, File(description="A 3D file; its name tells the format and is then forgotten.")],
    name: Annotated[str, Form()] = "",
    category: Annotated[str, Form()] = "",
    licence: Annotated[str, Form()] = "",
) -> ItemOut:
    """The file is kept in the library's own folder. Sent again, it is the same item, with the new name."""
    sent = Path(file.filename or "").name, await file.read()
    return ItemOut.of(await engine.run("add", lambda: engine.add(sent, name=name, category=category, licence=licence)))


@router.delete("/items/{id}", tags=["changes"], summary="Forget an item; its file stays, unless it was sent here")
async def remove(engine: Changing, id: str) -> dict[str, int]:
    return {"removed": await engine.run("remove", lambda: engine.remove(id))}


@router.get("/failed", tags=["items"], summary="Files that could not be indexed, and why")
async def failed(engine: Serving) -> list[FailureOut]:
    return [FailureOut.of(f) for f in await engine.run("failed", engine.library.failed)]


# The server


@router.get("/library", tags=["server"], summary="What the library holds")
async def library(engine: Serving) -> LibraryOut:
    info = await engine.run("library", engine.library.info)
    return LibraryOut(
        model=info.model, items=info.items, failed=info.failed, categories=info.categories, formats=info.formats,
        accepts=sorted(SHAPE_SUFFIXES), allows_changes=engine.config.allow_changes,
    )  # fmt: skip


@router.post("/jobs/update", tags=["changes"], status_code=202, summary="Index what is new or changed")
async def update(engine: Changing) -> JobOut:
    """In all folders that were added; items whose file is gone are forgotten. The answer comes at once."""
    return JobOut(**engine.update())


@router.get("/jobs", tags=["server"], summary="Long work, the newest last")
async def jobs(engine: Serving) -> list[JobOut]:
    return [JobOut(**job.to_json()) for job in engine.jobs.all()]


@router.get("/jobs/{id}", tags=["server"], summary="How far a job is")
async def job(engine: Serving, id: str) -> JobOut:
    return JobOut(**_job(engine, id).to_json())


@router.delete("/jobs/{id}", tags=["changes"], summary="Stop a job; what is done stays")
async def cancel(engine: Changing, id: str) -> JobOut:
    found = _job(engine, id)
    engine.jobs.cancel(found)
    return JobOut(**found.to_json())


@router.get("/health", tags=["server"], summary="Whether the server lives; needs no token")
async def health() -> dict[str, str]:
    return {"status": "ok", "version": __version__}


@router.get("/metrics", tags=["server"], response_class=Response, summary="Numbers for Prometheus")
async def metrics(engine: Serving) -> Response:
    return Response(engine.metrics.text(), media_type=engine.metrics.content_type)


# Inside


async def _answer(engine: Engine, kind: str, find: Any, offset: int) -> SearchOut:
    started = time.perf_counter()
    hits = await engine.run(kind, find)
    took = (time.perf_counter() - started) * 1000
    return SearchOut(hits=[HitOut.of(h) for h in hits[offset:]], offset=offset, took_ms=round(took, 1))


async def _picture(engine: Engine, id: str, kind: str) -> Response:
    """Small and asked for by the dozen: these are not counted as work."""
    data = await engine.look_up(lambda: engine.picture(id, kind))
    return Response(data, media_type="image/webp", headers={"cache-control": A_WHILE})


async def _bytes(files: list[UploadFile] | None) -> list[bytes]:
    return [await file.read() for file in files or [] if file.filename or file.size]


async def _named_bytes(file: UploadFile | None) -> tuple[str, bytes] | None:
    return (
        None
        if file is None or not (file.filename or file.size)
        else (Path(file.filename or "").name, await file.read())
    )


def _weights(text: str | None) -> dict[str, float] | None:
    if not text:
        return None
    try:
        found = json.loads(text)
        return {str(k): float(v) for k, v in found.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise QueryError(f'weights are {text[:80]!r}, expected JSON such as {{"text": 0.5, "images": 2}}') from error


def _job(engine: Engine, id: str) -> Any:
    found = engine.jobs.get(id)
    if found is None:
        raise NotThere(f"there is no job '{id[:40]}'")
    return found
