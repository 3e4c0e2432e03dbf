"""Cached views to training pictures: light, frame, background, occluder, camera faults. All on batches of tensors."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample, interpolate, normalize

from trivium.rendering import UNKNOWN_GREY


@dataclass(frozen=True, kw_only=True)
class QueryAugmentation:
    """How far a query picture is from a clean render; each ``share`` is a probability."""

    clutter_share: float = 0.65  # the rest gets a plain colour
    company_share: float = 0.2  # another object beside or behind
    occluder_share: float = 0.3
    before_share: float = 0.0  # another object before it
    faults_share: float = 0.8  # colour cast, exposure, contrast, blur, grain
    shine_share: float = 0.3  # a highlight, as on glaze and plastic
    jpeg_share: float = 0.3  # compressed with a quality from 15 to 80
    lens: float = 0.06  # barrel and pincushion distortion, standard deviation
    grey_share: float = 0.1
    scale: tuple[float, float] = (0.7, 1.6)
    shift: float = 0.15  # of the half width
    turn: float = 0.15  # radians, standard deviation

    def eased(self, difficulty: float) -> QueryAugmentation:
        """The same with every probability and range scaled by ``difficulty`` in [0, 1]; at 0 queries are clean."""
        scale = (self.scale[0] ** difficulty, self.scale[1] ** difficulty)
        others = {f.name: getattr(self, f.name) * difficulty for f in fields(self) if f.name != "scale"}
        return QueryAugmentation(scale=scale, **others)


def query_pictures(
    views: Tensor, backgrounds: Tensor, size: int, config: QueryAugmentation, rng: torch.Generator
) -> Tensor:
    """Photo-like pictures (B, 3, size, size) in [0, 1].

    Args:
        views: (B, S, S, 7) uint8 rows of a render cache; they also stand beside each other.
        backgrounds: (B, S, S, 3) uint8, one for each view; the occluder shows its neighbour's.
    """
    b = len(views)
    low, high = (torch.tensor(x).log() for x in config.scale)
    scale = torch.exp(low + (high - low) * torch.rand(b, generator=rng))
    layers = _moved(_channels_first(views), size, scale, config.shift, config.turn, rng, lens=config.lens)
    mask = layers[:, 6:7]
    picture = _lit(layers, _random_shade(layers, rng)) + _random_shine(layers, rng) * _chance(
        b, config.shine_share, rng
    )
    behind = _moved(_channels_first(backgrounds), size, 1 + torch.rand(b, generator=rng), 0.3, 0.0, rng, "reflection")
    plain = torch.rand(b, 3, 1, 1, generator=rng)
    plain[torch.rand(b, generator=rng) < 0.4] = 1.0
    cluttered = _chance(b, config.clutter_share, rng)
    scene = cluttered * behind + (1 - cluttered) * plain
    things = torch.cat([picture, mask], 1)
    other = _moved(things.roll(b // 3 + 1, 0), size, 0.4 + 0.6 * torch.rand(b, generator=rng), 1.2, 0.3, rng)
    scene = torch.lerp(scene, other[:, :3], other[:, 3:] * _chance(b, config.company_share, rng))
    picture = torch.lerp(scene, picture, mask)
    cover = _cover(b, size, rng) * _chance(b, config.occluder_share, rng)
    tint = torch.rand(b, 3, 1, 1, generator=rng)
    picture = torch.lerp(picture, 0.5 * behind.roll(1, 0) + 0.5 * tint, cover)
    if config.before_share:  # nothing is drawn at random without it, so that recipes that lack it see what they saw
        nearer = _moved(things.roll(b // 5 + 1, 0), size, 0.4 + 0.6 * torch.rand(b, generator=rng), 0.8, 0.3, rng)
        picture = torch.lerp(picture, nearer[:, :3], nearer[:, 3:] * _chance(b, config.before_share, rng))
    return _compressed(_faults(picture, config, rng), config.jpeg_share, rng)


def gallery_pictures(views: Tensor, size: int, *, grey: Tensor, rng: torch.Generator, in_place: bool = False) -> Tensor:
    """What an index renders (B, 3, size, size): white background, plain light; ``grey`` (B,) drops the colours.

    Framed a little differently each time, unless ``in_place``.
    """
    b, loose = len(views), 0.0 if in_place else 1.0
    scale = 1 + loose * (0.2 * torch.rand(b, generator=rng) - 0.1)
    layers = _moved(_channels_first(views), size, scale, 0.03 * loose, 0.0, rng)
    layers[:, :3] = torch.where(grey[:, None, None, None], torch.tensor(UNKNOWN_GREY), layers[:, :3])
    towards = normalize(torch.tensor([-0.4, -0.7, -0.6]), dim=0).expand(b, 3)
    shade = 0.5 + 0.5 * _lambert(layers, towards)
    mask = layers[:, 6:7]
    return (_lit(layers, shade) * mask + (1 - mask)).clamp(0, 1)


def _channels_first(pixels: Tensor) -> Tensor:
    return pixels.permute(0, 3, 1, 2).float() / 255


def _chance(b: int, share: float, rng: torch.Generator) -> Tensor:
    """(B, 1, 1, 1) ones with a probability of ``share``, else zeros."""
    return (torch.rand(b, 1, 1, 1, generator=rng) < share).float()


def _moved(
    layers: Tensor, size: int, scale: Tensor, shift: float, turn: float, rng: torch.Generator, beyond: str = "zeros",
    *, lens: float = 0.0,
) -> Tensor:  # fmt: skip
    """Zoomed by ``scale`` (B,), turned and shifted at random, resampled to (size, size); ``beyond`` is the padding.

    ``lens`` is the standard deviation of k in r (1 + k r^2), by which straight lines bend.
    """
    b = len(layers)
    angle = torch.randn(b, generator=rng) * turn
    c, s = angle.cos() / scale, angle.sin() / scale
    offset = (torch.rand(b, 2, generator=rng) * 2 - 1) * shift
    theta = torch.stack([torch.stack([c, -s, offset[:, 0]], 1), torch.stack([s, c, offset[:, 1]], 1)], 1)
    grid = affine_grid(theta, [b, layers.shape[1], size, size], align_corners=False)
    if lens:
        bend = torch.randn(b, 1, 1, 1, generator=rng) * lens
        grid = grid * (1 + bend * grid.square().sum(3, keepdim=True))
    return grid_sample(layers, grid, padding_mode=beyond, align_corners=False)


def _lambert(layers: Tensor, towards: Tensor) -> Tensor:
    """(B, 1, H, W) cosine between surface normal and a light direction (B, 3) in camera axes."""
    normals = (layers[:, 3:6] * 255 - 128) / 127
    return torch.einsum("bchw,bc->bhw", normals, towards)[:, None].clamp(min=0)


def _random_shade(layers: Tensor, rng: torch.Generator) -> Tensor:
    b = len(layers)
    shade = 0.3 + 0.4 * torch.rand(b, 1, 1, 1, generator=rng)
    for _ in range(2):
        towards = torch.randn(b, 3, generator=rng)
        towards[:, 2] = -towards[:, 2].abs() - 0.2
        towards[:, 1] -= 0.4
        shade = shade + _lambert(layers, normalize(towards, dim=1)) * torch.rand(b, 1, 1, 1, generator=rng) * 0.5
    return shade


def _random_shine(layers: Tensor, rng: torch.Generator) -> Tensor:
    """(B, 1, H, W) a white highlight where the surface mirrors a light towards the camera (Blinn 1977)."""
    b = len(layers)
    halfway = torch.randn(b, 3, generator=rng) * 0.5 + torch.tensor([0.0, -0.3, -1.0])
    sharpness = torch.exp(1.5 + 2.5 * torch.rand(b, 1, 1, 1, generator=rng))
    strength = torch.rand(b, 1, 1, 1, generator=rng) * 0.6
    inside = layers[:, 6:7] > 0.99  # at an edge, resampling has mixed the normals with nothing
    return _lambert(layers, normalize(halfway, dim=1)) ** sharpness * strength * inside


def _lit(layers: Tensor, shade: Tensor) -> Tensor:
    return (layers[:, :3] * shade).clamp(0, 1)


def _cover(b: int, size: int, rng: torch.Generator) -> Tensor:
    """(B, 1, size, size) half planes and ellipses that hide a part of the picture, never its very centre."""
    axis = torch.linspace(-1, 1, size)
    y, x = axis[None, :, None], axis[None, None, :]
    angle = torch.rand(b, 1, 1, generator=rng) * 6.2832
    along = x * angle.cos() + y * angle.sin()
    plane = along > 0.05 + 0.5 * torch.rand(b, 1, 1, generator=rng)
    center, radius = 0.6 * torch.rand(b, 1, 1, generator=rng) + 0.2, 0.15 + 0.3 * torch.rand(b, 1, 1, generator=rng)
    across = -x * angle.sin() + y * angle.cos()
    disc = (along - center) ** 2 + (across * (0.5 + torch.rand(b, 1, 1, generator=rng))) ** 2 < radius**2
    use_plane = torch.rand(b, 1, 1, generator=rng) < 0.5
    return torch.where(use_plane, plane, disc).float()[:, None]


def _faults(picture: Tensor, config: QueryAugmentation, rng: torch.Generator) -> Tensor:
    b = len(picture)

    def noise(*shape: int) -> Tensor:
        return torch.randn(*shape, generator=rng)

    faulty = _chance(b, config.faults_share, rng)
    gamma = torch.exp(noise(b, 1, 1, 1) * 0.3 * faulty)
    cast = torch.exp(noise(b, 3, 1, 1) * 0.15 * faulty)
    picture = picture.clamp(1e-3, 1) ** gamma * cast
    mean = picture.mean((1, 2, 3), keepdim=True)
    picture = (picture - mean) * torch.exp(noise(b, 1, 1, 1) * 0.2 * faulty) + mean
    grey = picture.mean(1, keepdim=True)
    saturation = (1 + noise(b, 1, 1, 1) * 0.3 * faulty).clamp(0, 2) * (1 - _chance(b, config.grey_share, rng))
    picture = grey + (picture - grey) * saturation
    soft = interpolate(interpolate(picture, scale_factor=0.4, mode="area"), size=picture.shape[-2:], mode="bilinear")
    blur = torch.rand(b, 1, 1, 1, generator=rng) * _chance(b, 0.35, rng) * faulty
    picture = picture * (1 - blur) + soft * blur
    grain = noise(*picture.shape) * (torch.rand(b, 1, 1, 1, generator=rng) * 0.05 * faulty)
    return (picture + grain).clamp(0, 1)


def _compressed(picture: Tensor, share: float, rng: torch.Generator) -> Tensor:
    """A share of the pictures once through JPEG."""
    chosen = torch.nonzero(torch.rand(len(picture), generator=rng) < share)[:, 0]
    quality = torch.randint(15, 81, (len(picture),), generator=rng)
    for i in chosen.tolist():
        pixels, file = (picture[i] * 255).byte().permute(1, 2, 0).numpy(), io.BytesIO()
        Image.fromarray(pixels).save(file, "JPEG", quality=int(quality[i]))
        picture[i] = torch.from_numpy(np.array(Image.open(file))).permute(2, 0, 1) / 255
    return picture
