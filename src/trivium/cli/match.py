"""``trivium match``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trivium.cli.output import AsJson, say, show_json, show_table

match = typer.Typer(no_args_is_help=True, help="Which point is which: of photos and models, and of two models.")
Photo = Annotated[Path, typer.Argument(help="A photo of the object.")]
Model = Annotated[Path, typer.Argument(help="Its 3D model, or another of its kind.")]
InPhoto = Annotated[
    str | None,
    typer.Option("--box", help="Where in the photo: left,top,right,bottom in pixels. All of it if not given."),
]
DOUBTFUL = "the photo hardly fits this model: it may show something else, or too little of it"


@match.command()
def pixel(
    photo: Photo,
    model: Model,
    at: Annotated[str, typer.Argument(help="The pixel: x,y from the upper left corner.")],
    box: InPhoto = None,
    heat: Annotated[
        Path | None, typer.Option(help="Points of the model, the redder the more alike: a .ply or .glb.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Which point of a model a pixel of a photo shows, in the model's own coordinates (Y up).

    \b
    trivium match pixel photo.jpg chair.glb 120,80 --heat heat.ply
    """
    from trivium.apps.match import Matcher
    from trivium.apps.pose import parse_box, parse_pixel
    from trivium.io import save_glb, save_ply

    x, y = parse_pixel(at)
    suffix = _suffix(heat, ".ply", ".glb")
    laid = Matcher().lay(photo, model, box=parse_box(box) if box else None)
    found = laid.pixel((x, y))
    if heat is not None:
        (save_ply if suffix == ".ply" else save_glb)(found.heat, heat)
        say(f"heat: {heat}")
    if laid.doubtful:
        say(DOUBTFUL)
    if as_json:
        show_json(found.to_json() | {"fit": round(laid.fit, 4), "doubtful": laid.doubtful})
    elif found.point is None:
        say(f"no object at {x:g},{y:g} (fit of the photo {laid.fit:.2f})")
    else:
        show_table(("x", "y", "z", "score", "fit"), [[*found.point, round(found.score, 2), round(laid.fit, 2)]])


@match.command()
def point(
    model: Model,
    at: Annotated[str, typer.Argument(help="A point of the model in its own coordinates (Y up): x,y,z.")],
    photos: Annotated[list[Path], typer.Argument(help="Photos of it.")],
    as_json: AsJson = False,
) -> None:
    """Which pixels show a point of a model, in each of some photos; or that none does.

    \b
    trivium match point chair.glb 0.2,0.45,0.1 front.jpg side.jpg
    """
    from trivium.apps.match import Matcher
    from trivium.apps.pose import parse_point
    from trivium.io import load_shape

    place, matcher, shape, rows = parse_point(at), Matcher(), load_shape(model), []
    for photo in photos:
        laid = matcher.lay(photo, shape)
        found = laid.point(place).to_json()
        rows.append({"photo": str(photo), **found, "fit": round(laid.fit, 4), "doubtful": laid.doubtful})
    if as_json:
        show_json(rows)
        return
    lines = [[r["photo"], *r["pixel"], "yes" if r["visible"] else "no", r["fit"]] for r in rows]
    show_table(("photo", "x", "y", "visible", "fit"), lines)
    if any(r["doubtful"] for r in rows):
        say(DOUBTFUL)


@match.command()
def shapes(
    source: Annotated[Path, typer.Argument(help="A 3D model.")],
    target: Annotated[Path, typer.Argument(help="Another of its kind.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="A folder for both as clouds: partners have one colour.")],
) -> None:
    """Which point of one model is which point of another.

    \b
    trivium match shapes chair.glb stool.glb --out map/
    """
    from trivium.apps.match import Matcher
    from trivium.io import save_ply

    found = Matcher().shapes(source, target)
    out.mkdir(parents=True, exist_ok=True)
    for name, cloud in zip((f"1-{source.stem}.ply", f"2-{target.stem}.ply"), found.colored(), strict=True):
        save_ply(cloud, out / name)
        say(f"written: {out / name}")


@match.command()
def part(
    photo: Photo,
    model: Model,
    out: Annotated[Path, typer.Option("--out", "-o", help="The model in grey, the part in pink: a .glb.")],
    click: Annotated[
        list[str], typer.Option(help="A pixel of the part: x,y from the upper left corner. Repeatable.")
    ] = [],  # noqa: B006
    mask: Annotated[
        Path | None, typer.Option(help="Instead of clicks: a picture as large as the photo, white where the part is.")
    ] = None,
    sam: Annotated[
        Path | None, typer.Option(help="A folder with the weights of SAM, which then makes the mask of the clicks.")
    ] = None,
    keep_mask: Annotated[
        Path | None, typer.Option(help="Where to write the mask of the clicks, to look at or to retouch: a .png.")
    ] = None,
    to: Annotated[
        list[Path], typer.Option(help="Another model, to find the same part of: beside --out, by its name. Repeatable.")
    ] = [],  # noqa: B006
    box: InPhoto = None,
    as_json: Annotated[bool, typer.Option("--json", help="The faces of each model as JSON on stdout.")] = False,
) -> None:
    """Which faces of a model are the part that is clicked in a photo, or under a mask of it; and which these are on other models.

    \b
    trivium match part photo.jpg chair.glb --click 120,80 --out seat.glb --to stool.glb
    trivium match part photo.jpg chair.glb --mask seat.png --out seat.glb
    """
    from PIL import Image

    from trivium.apps.match import Matcher
    from trivium.apps.pose import parse_box, parse_pixel
    from trivium.io import load_image, save_glb
    from trivium.models.segment_anything import load_sam

    if bool(click) == (mask is not None):
        raise typer.BadParameter("give the part by --click x,y or by --mask FILE, one of them")
    if mask is not None and (sam or keep_mask):
        raise typer.BadParameter("--sam and --keep-mask go with --click, not with --mask")
    _suffix(out, ".glb")
    _suffix(keep_mask, ".png")
    pixels = [parse_pixel(at) for at in click]
    segments = load_sam(sam) if sam else None
    matcher = Matcher()
    laid = matcher.lay(photo, model, box=parse_box(box) if box else None)
    if laid.doubtful:
        say(DOUBTFUL)
    shown = load_image(mask) if mask is not None else laid.grow(pixels, sam=segments)
    if keep_mask is not None:
        Image.fromarray(shown).save(keep_mask)
        say(f"mask: {keep_mask}")
    first = laid.part(shown)
    parts = [(model, first, out)]
    parts += [(other, matcher.transfer(first, other), out.with_stem(f"{out.stem}-{other.stem}")) for other in to]
    for _, found, file in parts:
        save_glb(found.colored(), file)
        say(f"written: {file}")
    if as_json:
        show_json([{"model": m, "written": file, "faces": found.faces.tolist()} for m, found, file in parts])
        return
    rows = [[str(m), len(found.faces), len(found.mesh.triangles), str(file)] for m, found, file in parts]
    show_table(("model", "faces", "of", "file"), rows)


def _suffix(file: Path | None, *known: str) -> str:
    """In small letters.

    Raises:
        BadParameter: another one.
    """
    suffix = "" if file is None else file.suffix.lower()
    if file is not None and suffix not in known:
        raise typer.BadParameter(f"got {file}, expected a file that ends in {' or '.join(known)}")
    return suffix
