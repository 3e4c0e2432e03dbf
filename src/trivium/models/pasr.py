"""PASR (shape retrieval by analysis-by-synthesis): which shape, seen from where, would give this picture?

A picture becomes a map of features, a shape a cloud of points with features of the same kind. Drawn from a pose, the
points give a map too (eq. 7); the better it fits the picture's, on the pixels that it covers, the better shape and pose (eq. 8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.images import ViT, ViTConfig
from trivium.encoders.images.dense import DenseHead, DenseHeadConfig
from trivium.encoders.points import PointNeXtConfig, Pointwise, PointwiseConfig
from trivium.errors import ShapeError, WeightsError
from trivium.geometry import Shape
from trivium.io import load_image
from trivium.models import checkpoints
from trivium.models.networks import Network
from trivium.models.preprocess import IMAGENET_PICTURES, PREPROCESSING, InputSpec, picture_tensor, point_rows
from trivium.models.towers import DENSE
from trivium.rendering.splatting import norm_weighted, seen_from, splat

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

WEIGHTS = Path(__file__).parent / "weights"
PASR_INPUT = InputSpec(image_size=128, ring_views=0, num_points=4096)


@dataclass(frozen=True, kw_only=True)
class Raster:
    """How points are drawn (supp. A). Lengths in units of half the picture."""

    size: int = 16  # pixels: as many as the picture's map has
    radius: float = 0.08
    per_pixel: int = 16


@dataclass(frozen=True, kw_only=True)
class FoundationTower:
    """A published image tower in the place of mini's, as the paper has it: its patches, frozen."""

    name: str  # of ``models.towers.DENSE``: dinov2_vits14, dinov3_vitb16 ...
    weights: str  # the published file; it stays where it is


@dataclass(frozen=True, kw_only=True)
class PASRConfig:
    """Architecture and conventions of one set of weights; stored as JSON beside them."""

    foundation: FoundationTower | None = None  # then image and head are not used
    image: ViTConfig = field(default_factory=ViTConfig)
    head: DenseHeadConfig = field(default_factory=DenseHeadConfig)
    points: PointwiseConfig = field(default_factory=PointwiseConfig)
    raster: Raster = field(default_factory=Raster)
    input: InputSpec = PASR_INPUT
    version: str = "v1"

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> PASRConfig:
        """Raises WeightsError on a key that this version does not know."""
        try:
            spec, points = ({k: checkpoints.tuples(v) for k, v in data[part].items()} for part in ("input", "points"))
            backbone = {k: checkpoints.tuples(v) for k, v in points.pop("backbone").items()}
            parts = {
                "image": ViTConfig(**data["image"]),
                "head": DenseHeadConfig(**data["head"]),
                "points": PointwiseConfig(**points, backbone=PointNeXtConfig(**backbone)),
                "raster": Raster(**data["raster"]),
                "input": InputSpec(**spec),
                "foundation": FoundationTower(**data["foundation"]) if data["foundation"] else None,
            }
            return cls(**(data | parts))
        except (KeyError, TypeError) as error:
            raise WeightsError(f"the configuration beside the weights is not one of pasr: {error}") from error

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def placeless(self) -> PASRConfig:
        """The same wherever the file of a published tower lies: what fingerprints and runs go by."""
        return self if self.foundation is None else replace(self, foundation=replace(self.foundation, weights=""))


@dataclass(frozen=True, eq=False)
class PointFeatures:
    """What is known of a shape before any picture: points of the unit ball (N, 3) and a feature (N, D) for each."""

    points: NDArray[np.float32]
    features: NDArray[np.float16]

    def __post_init__(self) -> None:
        if len(self.points) != len(self.features) or self.points.shape[1:] != (3,) or self.features.ndim != 2:
            raise ShapeError(
                f"points {self.points.shape} and features {self.features.shape}: expected (N, 3) and (N, D)"
            )


class DenseTower(nn.Module):
    """mini's image tower with a dense head: standardized pictures (B, 3, H, W) to unit maps (B, D, H/8, W/8)."""

    def __init__(self, image: ViTConfig, head: DenseHeadConfig) -> None:
        super().__init__()
        self.image, self.head = ViT(image), DenseHead(head, image)

    def forward(self, pictures: Tensor) -> Tensor:
        return normalize(self.head(*self.image.pyramid(pictures)).float(), dim=1)

    def tokens(self, pictures: Tensor) -> Tensor:
        """(B, width, H/8, W/8): what the map is projected from."""
        fine, coarse = self.image.pyramid(pictures)
        return self.head.tokens(fine, coarse).transpose(1, 2).unflatten(2, fine.shape[2:])


class PatchFeatures(nn.Module):
    """A published tower's patches: standardized pictures (B, 3, H, W) to unit maps (B, width, H/patch, W/patch)."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__()
        self.net = net

    def forward(self, pictures: Tensor) -> Tensor:
        return normalize(self.tokens(pictures).float(), dim=1)

    def tokens(self, pictures: Tensor) -> Tensor:
        """(B, width, H/patch, W/patch)"""
        return self.net.patches(pictures)  # type: ignore[operator]


def foundation_config(tower: FoundationTower, image_size: int) -> PASRConfig:
    """The configuration of points that learn from a published tower, which sees pictures of ``image_size`` pixels.

    Raises:
        WeightsError: no such tower, or a size that is no multiple of its patches.
    """
    with torch.device("meta"):
        net: Any = _network(tower).build().config
    if image_size % net.patch:
        raise WeightsError(f"pictures of {image_size} pixels do not fit {tower.name}: give a multiple of {net.patch}")
    size = image_size // net.patch
    return PASRConfig(
        foundation=tower, points=PointwiseConfig(out_dim=net.width), raster=Raster(size=size, radius=1.28 / size),
        input=replace(IMAGENET_PICTURES, image_size=image_size, image_fit="pad", num_points=PASR_INPUT.num_points),
    )  # fmt: skip


def build_tower(config: PASRConfig) -> nn.Module:
    """mini's tower without weights, or a published one with its own.

    Raises:
        WeightsError: a published file that is missing or of something else.
    """
    if config.foundation is None:
        return DenseTower(config.image, config.head)
    file = Path(config.foundation.weights)
    return PatchFeatures(_network(config.foundation).filled(checkpoints.read_official(file, {}))).requires_grad_(False)


def _network(tower: FoundationTower) -> Network:
    if tower.name not in DENSE:
        raise WeightsError(f"there is no dense tower '{tower.name}'; there are: {', '.join(DENSE)}")
    return DENSE[tower.name]


class PASR:
    """See the module's docstring. Built by ``load_pasr``."""

    name = "pasr-mini"

    def __init__(
        self, config: PASRConfig, tower: nn.Module, points: nn.Module, basis: Tensor, fingerprint: str
    ) -> None:
        self.config, self.fingerprint = config, fingerprint
        self.tower, self.points = tower.eval(), points.eval()
        self.basis = basis  # (D, R) the directions that a search looks at first

    def to(self, device: str | torch.device) -> PASR:
        """Itself, moved as a network is: "cuda" for a GPU."""
        self.tower.to(device)
        self.points.to(device)
        self.basis = self.basis.to(device)
        return self

    @torch.no_grad()  # not inference mode: a closer look takes gradients of what these maps are compared with
    def map_of(self, pictures: Sequence[ImageLike]) -> Tensor:
        """(B, D, G, G) unit feature maps of square crops of pictures."""
        tensor = picture_tensor([load_image(p) for p in pictures], self.config.input)
        return self.tower(tensor.to(self.basis.device)).float()

    @torch.inference_mode()
    def features_of(self, shape: Shape) -> PointFeatures:
        """
        Raises:
            ShapeError: too few points, a mesh without area, coordinates that are not finite.
        """
        if not np.isfinite(shape.bounds).all():
            raise ShapeError(f"'{shape.name}' has coordinates that are NaN or infinite: remove or repair them")
        rows = point_rows(shape, self.config.input)
        features = self.points(torch.from_numpy(rows)[None].to(self.basis.device))[0]
        return PointFeatures(rows[:, :3].copy(), features.half().cpu().numpy())


def load_pasr(folder: Path = WEIGHTS, name: str = PASR.name) -> PASR:
    """The packaged model, or one that ``trivium train pasr --out FOLDER`` has written: NAME.json and NAME.safetensors.

    Raises:
        WeightsError: a file that is missing or does not fit.
    """
    config = PASRConfig.from_json(checkpoints.read_config(folder / f"{name}.json"))
    file = folder / f"{name}.safetensors"
    tensors = checkpoints.read_tensors(file)
    tower, points = build_tower(config), Pointwise(config.points)
    files = [file]
    if config.foundation is None:
        checkpoints.load_strictly(tower, tensors, "tower")
    else:
        files.append(Path(config.foundation.weights))
    checkpoints.load_strictly(points, tensors, "points")
    fingerprint = checkpoints.fingerprint(name, PREPROCESSING, config.placeless, files)
    return PASR(config, tower, points, tensors["basis"].float(), fingerprint)


def drawn(
    points: Tensor, features: Tensor, angles: Tensor, raster: Raster, *, fov: float | Tensor, margin: float
) -> tuple[Tensor, Tensor]:
    """Eq. 7: features as a camera sees them, (B, D, G, G), and which pixels have any, (B, G, G).

    Args:
        points, features: (B, N, 3) in the unit ball and (B, N, D); or (1, N, 3) and (1, N, D), one shape from all poses.
        angles: (B, 3) azimuth, elevation, roll in radians; gradients flow to them, and to the features.
        fov, margin: of the camera; see ``geometry.Pose``.
    """
    seen = seen_from(points, angles, fov=fov, margin=margin)
    splats = splat(seen, (raster.size, raster.size), radius=raster.radius, per_pixel=raster.per_pixel)
    if len(features) < len(seen):
        own = torch.where(splats.indices < 0, -1, splats.indices % features.shape[1])
        splats = replace(splats, indices=own)
    return norm_weighted(splats, features.flatten(0, 1)), splats.indices[..., 0] >= 0


def alignment(photo: Tensor, maps: Tensor, seen: Tensor, prior: float = 0.0) -> Tensor:
    """1 - L of eq. 8, (B,): the mean cosine of a picture's unit map and what is drawn, over the pixels ``seen``; -1 of none.

    Args:
        photo: (D, H, W), or (B, D, H, W) one for each. maps, seen: (B, D, H, W) and (B, H, W), from ``drawn``.
        prior: a share of the picture whose pixels count as well, with a cosine of 0. The mean of few pixels is a matter of
            luck, and among many shapes and poses a thin one is lucky; the paper has no such prior.
    """
    cosine = (photo * normalize(maps, dim=1)).sum(1)
    count = seen.flatten(1).sum(1)
    mean = (cosine * seen).flatten(1).sum(1) / (count.clamp(min=1) + prior * seen[0].numel())
    return torch.where(count > 0, mean, torch.full_like(mean, -1.0))
