"""Colour of a geometry as its file tells it: textures, vertex, face and material colours, all brought to sRGB."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from trimesh.visual.color import DEFAULT_COLOR
from trimesh.visual.material import MultiMaterial, PBRMaterial, SimpleMaterial

from trivium.geometry.shapes import Array
from trivium.io.images import IMAGE_FORMATS, check_pixels, shrink_on_decode, to_rgb
from trivium.io.limits import Limits
from trivium.io.srgb import linear_to_srgb

Color = tuple[float, float, float]


@dataclass
class Palette:
    """What is needed to read the colours of one file, and the textures decoded so far."""

    limits: Limits
    linear_materials: bool = False
    linear_vertices: bool = False
    factors: dict[str | None, Any] = field(default_factory=dict)  # exact base colours by material
    textured: frozenset[str | None] = frozenset()  # names of materials that ask for a texture
    missing_textures: bool = False  # the file asked for a picture that is not there
    decoded: dict[int, NDArray[np.uint8] | None] = field(default_factory=dict)

    def texture(self, image: Image.Image | None) -> NDArray[np.uint8] | None:
        """(H, W, 3) of a picture still undecoded, None if it is absent, damaged or too large."""
        if image is None or image.format not in (*IMAGE_FORMATS, "MPO"):  # trimesh's stand-in for "none" has no format
            return None
        if id(image) not in self.decoded:
            self.decoded[id(image)] = _decode(image, self.limits)
        return self.decoded[id(image)]


def look_of(geometry: dict[str, Any], num_vertices: int, num_faces: int, palette: Palette) -> dict[str, Any]:
    """The colour fields of a ``Surface`` from the arguments that a trimesh reader made."""
    visual = geometry.get("visual")
    material = getattr(visual, "material", None)
    if isinstance(material, MultiMaterial):
        return _look_of_many(visual, num_faces, palette)
    color, image = _material(material, palette)
    texture, uv = palette.texture(image), getattr(visual, "uv", None)
    if texture is not None and uv is not None and np.shape(uv) == (num_vertices, 2):
        tint = None if color is None or min(color) > 0.999 else color
        return {"texture": texture, "uv": np.nan_to_num(np.asarray(uv, np.float32)), "color": tint}
    if image is not None and texture is None and image.format is not None:
        color = None  # the factor only tints a texture that is lost
    raw = geometry.get("vertex_colors")
    if raw is None and visual is not None:
        raw = visual.vertex_attributes.get("color")
    colors = vertex_colors(raw, num_vertices, palette)
    if colors is not None:
        return {"vertex_colors": colors * np.asarray(color, np.float32) if color is not None else colors}
    faces = unit_colors(geometry.get("face_colors"), num_faces)
    if faces is not None:
        return {"face_colors": faces}
    return {"color": color}


def vertex_colors(raw: Any, count: int, palette: Palette) -> Array | None:
    """(count, 3) sRGB or None."""
    colors = unit_colors(raw, count)
    return linear_to_srgb(colors) if colors is not None and palette.linear_vertices else colors


def unit_colors(raw: Any, count: int) -> Array | None:
    """(count, 3) in [0, 1] from bytes, shorts or floats (also floats that go to 255); None if there are none."""
    if raw is None or np.ndim(raw) != 2 or len(raw) != count or np.shape(raw)[1] < 3 or not count:
        return None
    values = np.asarray(raw)[:, :3]
    if values.dtype.kind in "ui":
        scale = 65535.0 if values.dtype.itemsize == 2 else 255.0
    else:
        values = np.nan_to_num(values.astype(np.float32))
        scale = 255.0 if values.max() > 1.001 else 1.0
    return np.clip(values.astype(np.float32) / scale, 0, 1)


def _material(material: Any, palette: Palette) -> tuple[Color | None, Image.Image | None]:
    """Base colour (sRGB) and base texture; the colour is None if the file does not give one."""
    if isinstance(material, SimpleMaterial):
        # the reader puts this very object where the file names no colour; with a texture it is no tint
        known = material.diffuse is not DEFAULT_COLOR and material.image is None
        factor, image = (material.diffuse if known else None), material.image
    elif isinstance(material, PBRMaterial):
        factor, image = material.baseColorFactor, material.baseColorTexture
    else:
        return None, None
    if image is None and (
        material.name in palette.textured
        or (palette.missing_textures and factor is not None and np.all(np.asarray(factor)[:3] == 255))
    ):
        return None, None  # its texture is missing
    if factor is None:
        return None, image
    factor = palette.factors.get(material.name, np.asarray(factor) / 255)  # trimesh rounds to bytes
    rgb = np.asarray(factor, np.float32)[:3]
    red, green, blue = (float(x) for x in (linear_to_srgb(rgb) if palette.linear_materials else rgb))
    return (red, green, blue), image


def _look_of_many(visual: Any, num_faces: int, palette: Palette) -> dict[str, Any]:
    """Materials per face (STEP) become face colours; unknown if one of them is."""
    colors = [_material(m, palette)[0] for m in visual.material.materials]
    index = np.asarray(visual.face_materials if visual.face_materials is not None else [], np.int64)
    if not colors or None in colors or len(index) != num_faces:
        return {}
    return {"face_colors": np.asarray(colors, np.float32)[index]}


def _decode(image: Image.Image, limits: Limits) -> NDArray[np.uint8] | None:
    side = limits.max_texture_side
    try:
        shrink_on_decode(image, limits, side)
        check_pixels(image, "the texture", limits)
        rgb = to_rgb(image)
        if max(rgb.size) > side:
            rgb.thumbnail((side, side), Image.Resampling.BOX)
        return np.asarray(rgb)
    except Exception:  # a model with a broken texture is still a model
        return None
