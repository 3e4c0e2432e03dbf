"""One shape of every procedural category on one picture: python examples/contact_sheet.py [OUT.webp]"""

import sys

import numpy as np
from PIL import Image, ImageDraw

from trivium.geometry import normalized, orbit_cameras
from trivium.procedural import CATEGORIES, generate
from trivium.rendering import render_views

COLUMNS, TILE, SEED = 13, 112, 4


def tile(category: str) -> Image.Image:
    camera = orbit_cameras(np.radians(35), np.radians(25), size=2 * TILE)
    views = render_views(normalized(generate(category, seed=SEED).mesh), camera)
    picture = Image.new("RGB", (TILE, TILE + 14), "white")
    picture.paste(Image.fromarray(views.images[0]).resize((TILE, TILE), Image.Resampling.BOX), (0, 0))
    ImageDraw.Draw(picture).text((TILE / 2, TILE + 6), category, fill="black", anchor="mm")
    return picture


def main(out: str = "contact-sheet.webp") -> None:
    names = sorted(CATEGORIES, key=lambda n: (CATEGORIES[n].family, n))
    rows = -(-len(names) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * TILE, rows * (TILE + 14)), "white")
    for i, name in enumerate(names):
        sheet.paste(tile(name), ((i % COLUMNS) * TILE, (i // COLUMNS) * (TILE + 14)))
    sheet.save(out, quality=85)
    print(f"{len(names)} categories of {len({c.family for c in CATEGORIES.values()})} families: {out}")


if __name__ == "__main__":
    main(*sys.argv[1:])
