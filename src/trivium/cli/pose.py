"""``trivium pose``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trivium.cli.output import AsJson, say, show_json, show_table


def pose(
    photo: Annotated[Path, typer.Argument(help="A photo of the object.")],
    model: Annotated[Path, typer.Argument(help="Its 3D model.")],
    box: Annotated[
        str | None, typer.Option(help="Where in the photo: left,top,right,bottom in pixels. All of it if not given.")
    ] = None,
    overlay: Annotated[
        Path | None, typer.Option("--overlay", "-o", help="Draw the model over the photo into this picture.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """From where a photo shows a model: azimuth, elevation and roll, in degrees.

    \b
    trivium pose photo.jpg mug.glb
    trivium pose photo.jpg mug.glb --overlay check.png
    trivium pose desk.jpg mug.glb --box 310,220,480,400
    """
    from PIL import Image

    from trivium.apps.pose import find_pose, parse_box

    if overlay is not None and overlay.suffix.lower() not in Image.registered_extensions():
        raise typer.BadParameter(f"got --overlay {overlay}, expected a picture such as check.png")
    answer = find_pose(photo, model, box=parse_box(box) if box else None)
    found = answer.seen.to_json()
    if overlay is not None:
        Image.fromarray(answer.overlay).save(overlay)
        say(f"overlay: {overlay}")
    if as_json:
        show_json(found)
        return
    columns = ("azimuth", "elevation", "roll", "score")
    show_table(columns, [[found[c] for c in columns]])
    if answer.seen.doubtful:
        say("the photo hardly fits this model: it may show something else, or too little of it")
