"""``trivium scene``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trivium.cli.output import AsJson, say, show_json, show_table

TOP = 5


def scene(
    room: Annotated[Path, typer.Argument(help="A scan or a model of a room: PLY, GLB, OBJ ...")],
    queries: Annotated[
        list[str], typer.Argument(help="What to look for: words, or photos. Several are answered one by one.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="The room with the finds in colour: a .ply or .glb. For the first query."),
    ] = None,
    boxes: Annotated[Path | None, typer.Option(help="Boxes of the finds of all queries, as JSON.")] = None,
    picture: Annotated[
        Path | None, typer.Option(help="A picture of the room and the finds of the first query.")
    ] = None,
    method: Annotated[str, typer.Option(help="How the room is cut: ours, or kmeans as the paper does.")] = "ours",
    top: Annotated[int, typer.Option(min=1, help="Finds that are told and coloured.")] = TOP,
    up: Annotated[str | None, typer.Option(help="The axis that points up, y or z; guessed if not given.")] = None,
    metres: Annotated[float | None, typer.Option(help="Of one unit of the file: 0.001; guessed if not given.")] = None,
    model: Annotated[str, typer.Option(help="Name of the model.")] = "mini",
    cache: Annotated[Path | None, typer.Option(help="Where indexed rooms are kept.")] = None,
    as_json: AsJson = False,
) -> None:
    """Where in a room is what you ask for, by words or by a photo.

    \b
    trivium scene room.ply bookshelf
    trivium scene room.glb "office chair" desk --boxes boxes.json
    trivium scene room.ply photo.jpg --picture found.png --out found.glb
    """
    from PIL import Image

    from trivium.apps.scene import ask_scene, cached_scene, painted, read_scene
    from trivium.io import save_glb, save_ply
    from trivium.models import load_model
    from trivium.models.scenes import Judge

    writers = {".ply": save_ply, ".glb": save_glb}
    if method not in ("ours", "kmeans"):
        raise typer.BadParameter(f"no method '{method}'; there are: ours, kmeans")
    if up not in (None, "y", "z"):
        raise typer.BadParameter(f"got --up {up}, expected y or z")
    if out is not None and out.suffix.lower() not in writers:
        raise typer.BadParameter(f"got --out {out}, expected a .ply or .glb")
    if picture is not None and picture.suffix.lower() not in Image.registered_extensions():
        raise typer.BadParameter(f"got --picture {picture}, expected a picture such as found.png")
    if blank := [query for query in queries if not query.strip()]:
        raise typer.BadParameter(f"got {blank[0]!r} to look for, expected a word or a photo")
    loaded = load_model(model)
    indexed = cached_scene(room, loaded, method=method, up=up, metres=metres, folder=cache)  # type: ignore[arg-type]
    judge = Judge(loaded)
    answers = [ask_scene(indexed, query, judge) for query in queries]
    for note in indexed.notes:
        say(note)
    if out is not None:
        cloud = read_scene(room, up=up, metres=metres).cloud  # type: ignore[arg-type]
        writers[out.suffix.lower()](painted(cloud, indexed.owner, answers[0], top=top), out)
        say(f"coloured: {out}")
    if picture is not None:
        from trivium.apps.scene_picture import draw_scene

        Image.fromarray(draw_scene(indexed, answers[0], top=top)).save(picture)
        say(f"picture: {picture}")
    found = [answer.to_json(top) for answer in answers]
    if boxes is not None:
        import json

        boxes.write_text(json.dumps(found, indent=2), encoding="utf-8")
        say(f"boxes: {boxes}")
    if as_json:
        show_json({"segments": len(indexed.segments), "notes": list(indexed.notes), "answers": found})
        return
    columns = ("query", "rank", "score", "points", "center", "size", "yaw")
    show_table(columns, [
        [answer.query, *(_cell(hit.to_json()[c]) for c in columns[1:])] for answer in answers for hit in answer.hits[:top]
    ])  # fmt: skip


def _cell(value: object) -> object:
    return " ".join(f"{x:.2f}" for x in value) if isinstance(value, list) else value
