"""Pictures from paths, bytes, PIL and arrays: upright, over white, limited, and only known formats."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from trivium.errors import LoadError
from trivium.io import IMAGE_SUFFIXES, Limits, load_image


def picture(mode: str = "RGB") -> Image.Image:
    pixels = np.zeros((20, 30, 3), np.uint8)
    pixels[:, :15] = (200, 30, 60)
    pixels[:, 15:] = (10, 120, 240)
    return Image.fromarray(pixels).convert(mode)


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("suffix", sorted(IMAGE_SUFFIXES))
def test_every_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    picture().save(path)
    image = load_image(path)
    assert (image.shape, image.dtype) == ((20, 30, 3), np.uint8)
    np.testing.assert_allclose(image[10, 3].astype(int), (200, 30, 60), atol=12)


def test_all_kinds_of_sources_agree(tmp_path: Path) -> None:
    picture().save(tmp_path / "a.png")
    expected = np.asarray(picture())
    for source in (tmp_path / "a.png", str(tmp_path / "a.png"), encoded(picture(), "PNG"), picture(), expected):
        np.testing.assert_array_equal(load_image(source), expected)


def test_exif_orientation() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: show it rotated by 90 degrees clockwise
    image = load_image(encoded(picture(), "JPEG", exif=exif, quality=95))
    assert image.shape == (30, 20, 3)
    np.testing.assert_allclose(image[3, 10].astype(int), (200, 30, 60), atol=12)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_transparency_becomes_white(mode: str) -> None:
    image = picture().quantize(4) if mode == "P" else picture(mode)
    if mode == "P":
        data = encoded(image, "PNG", transparency=image.getpixel((0, 0)))
    else:
        image.putalpha(Image.fromarray(np.where(np.arange(30) < 15, 0, 255)[None].repeat(20, 0).astype(np.uint8)))
        data = encoded(image, "PNG")
    pixels = load_image(data)
    assert (pixels[:, :15] == 255).all()
    assert (pixels[:, 15:] != 255).any()


def test_sixteen_bit_grey_is_scaled() -> None:
    grey = Image.fromarray(np.full((4, 4), 32768, np.uint16))
    assert abs(int(load_image(encoded(grey, "PNG"))[0, 0, 0]) - 127) <= 1


def test_rgba_array_and_bad_arrays() -> None:
    array = np.zeros((4, 5, 4), np.uint8)
    assert (load_image(array) == 255).all()
    for bad in (np.zeros((4, 5), np.float32), np.zeros((4, 5, 2), np.uint8), np.zeros((0, 5, 3), np.uint8)):
        with pytest.raises(LoadError) as caught:
            load_image(bad)
        assert caught.value.code == "unreadable"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        bytes(1000),
        b"%!PS-Adobe-3.0 EPSF",
        encoded(picture(), "PNG")[:60],
        encoded(picture(), "JPEG")[:400],
    ],
)
def test_unreadable(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(data)
    for source in (data, tmp_path / "a.png"):
        with pytest.raises(LoadError) as caught:
            load_image(source)
        assert caught.value.code == "unreadable"


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no such file") as caught:
        load_image(tmp_path / "none.png")
    assert caught.value.code == "missing-file"


def test_limits_are_checked_before_decoding(monkeypatch) -> None:
    data = encoded(picture(), "PNG")
    monkeypatch.setattr(Image.Image, "convert", lambda *_: pytest.fail("decoded"))
    with pytest.raises(LoadError, match="30 x 20") as caught:
        load_image(data, limits=Limits(max_pixels=599))
    assert caught.value.code == "limit-exceeded"


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_giant_headers_are_refused_without_a_warning(side: int) -> None:
    data = bytearray(encoded(picture(), "PNG"))
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    with pytest.raises(LoadError) as caught:
        load_image(bytes(data))
    assert caught.value.code == "limit-exceeded"


def test_large_jpegs_of_phones_are_reduced_while_decoding() -> None:
    data = encoded(picture().resize((600, 400)), "JPEG")
    assert load_image(data, limits=Limits(max_pixels=100_000)).shape == (200, 300, 3)
