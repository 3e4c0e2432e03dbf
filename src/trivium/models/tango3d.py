"""Tango3D: one space in which a pixel's patch and a point of a surface are near when they are the same place, and a picture and a
shape when they are the same object.

A picture becomes the patch tokens of a geometry-aware tower, a shape the tokens of an autoencoder, each at a place of its surface.
A head on each side brings its tokens into one space: there a dot product says *same place*. Whole objects are compared in mini's space;
what the tokens of either side add to mini's row is learned beside, and begins as nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.images.vit import sine_positions
from trivium.encoders.points.pointwise import interpolated
from trivium.encoders.points.vecset import PointEmbedding, VecSet, VecSetConfig
from trivium.encoders.transformer import Block
from trivium.errors import ShapeError, WeightsError
from trivium.geometry import Mesh, PointCloud, Shape
from trivium.geometry.shapes import Array
from trivium.io import load_image
from trivium.models import checkpoints
from trivium.models.aligned import AlignedModel, Embeddings, PhotoRows, ShapeRows
from trivium.models.mini import Mini, load_mini
from trivium.models.networks import vecset_network
from trivium.models.pasr import (
    PASR_INPUT,
    WEIGHTS,
    FoundationTower,
    PASRConfig,
    PointFeatures,
    build_tower,
    foundation_config,
    load_pasr,
)
from trivium.models.preprocess import PREPROCESSING, InputSpec, PreparedShape, picture_tensor, point_rows

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

SMALL_VECSET = VecSetConfig(channels=6, num_latents=256, latent_width=32, width=192, depth=4, heads=4, head_dim=48)


@dataclass(frozen=True, kw_only=True)
class HeadConfig:
    """Of either side."""

    width: int = 192
    depth: int = 3
    heads: int = 4
    mlp_ratio: int = 4


@dataclass(frozen=True, kw_only=True)
class TangoConfig:
    """Architecture and conventions of one set of weights; stored as JSON beside them."""

    foundation: FoundationTower | None = None  # a published image tower in the place of pasr-mini's
    autoencoder: str | None = None  # a published file of 3DShape2VecSet, with ``tokens`` as large; it stays where it is
    tokens: VecSetConfig = SMALL_VECSET
    patches: HeadConfig = field(default_factory=HeadConfig)
    points: HeadConfig = field(default_factory=HeadConfig)
    tower_width: int = 192  # of the picture's tokens
    out_dim: int = 64
    whole_dim: int = 256  # of mini's rows
    neighbors: int = 3  # tokens that a point's feature is interpolated from
    temperature: float = 0.01  # of their squared distances
    input: InputSpec = replace(PASR_INPUT, num_points=2048)
    version: str = "v1"

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> TangoConfig:
        """Raises WeightsError on a key that this version does not know."""
        try:
            parts = {
                "foundation": FoundationTower(**data["foundation"]) if data["foundation"] else None,
                "tokens": VecSetConfig(**data["tokens"]),
                "patches": HeadConfig(**data["patches"]),
                "points": HeadConfig(**data["points"]),
                "input": InputSpec(**{k: checkpoints.tuples(v) for k, v in data["input"].items()}),
            }
            return cls(**(data | parts))
        except (KeyError, TypeError) as error:
            raise WeightsError(f"the configuration beside the weights is not one of tango: {error}") from error

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def placeless(self) -> TangoConfig:
        """The same wherever published files lie: what fingerprints and runs go by."""
        foundation = self.foundation and replace(self.foundation, weights="")
        return replace(self, foundation=foundation, autoencoder=self.autoencoder and "")


class TokenHead(nn.Module):
    """Tokens (B, T, before) that already know where they are, looking at each other: (B, T, width)."""

    def __init__(self, before: int, config: HeadConfig) -> None:
        super().__init__()
        w = config.width
        self.lift = nn.Linear(before, w)
        self.blocks = nn.ModuleList(Block(w, config.heads, config.mlp_ratio * w) for _ in range(config.depth))
        self.norm = nn.LayerNorm(w)

    def forward(self, tokens: Tensor, places: Tensor) -> Tensor:
        x = self.lift(tokens) + places
        for block in self.blocks:
            x = block(x)
        return self.norm(x)


class PatchSide(nn.Module):
    """Tokens of a picture (B, C, G, G) to unit maps (B, out_dim, G, G), and what they add to the picture's row (B, whole_dim)."""

    def __init__(self, config: TangoConfig) -> None:
        super().__init__()
        self.head = TokenHead(config.tower_width, config.patches)
        self.out = nn.Linear(config.patches.width, config.out_dim)
        self.whole = _nothing_yet(config.patches.width, config.whole_dim)

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        rows, columns = tokens.shape[2:]
        places = sine_positions(rows, columns, self.out.in_features).to(tokens)
        x = self.head(tokens.flatten(2).transpose(1, 2), places)
        maps = normalize(self.out(x).float(), dim=2).transpose(1, 2).unflatten(2, (rows, columns))
        return maps, self.whole(x.mean(1)).float()


class PointSide(nn.Module):
    """Tokens of a shape to unit features of any of its points (B, N, out_dim), and what they add to its row (B, whole_dim)."""

    def __init__(self, config: TangoConfig) -> None:
        super().__init__()
        w = config.points.width
        self.config = config
        self.place = PointEmbedding(w, octaves=4)
        self.head = TokenHead(config.tokens.width, config.points)
        self.beside = nn.Linear(config.tokens.channels, w, bias=False) if config.tokens.channels else None
        self.out = nn.Sequential(nn.Linear(w, 2 * w), nn.GELU(), nn.Linear(2 * w, config.out_dim))
        self.whole = _nothing_yet(w, config.whole_dim)

    def forward(self, centers: Tensor, tokens: Tensor, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """
        Args:
            centers, tokens: (B, M, 3) and (B, M, C), of ``VecSet.located_tokens``.
            cloud: (B, N, 3 + channels) the points that are asked for.
        """
        c = self.config
        x = self.head(tokens, self.place(centers))
        points = cloud[..., :3].contiguous()
        own = interpolated(centers.contiguous(), x, points, c.neighbors, c.temperature) + self.place(points)
        if self.beside is not None:
            own = own + self.beside(cloud[..., 3:])
        return normalize(self.out(own).float(), dim=2), self.whole(x.mean(1)).float()


def _nothing_yet(before: int, after: int) -> nn.Linear:
    linear = nn.Linear(before, after)
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    return linear


class TangoNetwork(nn.Module):
    """All that is trained: the shapes' tokens, and both sides' heads."""

    def __init__(self, config: TangoConfig) -> None:
        super().__init__()
        self.vae = VecSet(config.tokens)
        self.patches, self.points = PatchSide(config), PointSide(config)

    def of_points(self, seen: Tensor, asked: Tensor) -> tuple[Tensor, Tensor]:
        """Features of the points ``asked`` (B, N, 3 + channels), and of the whole, of clouds ``seen`` (B, S, 3 + channels)."""
        centers, tokens = self.vae.located_tokens(seen)
        return self.points(centers, tokens, asked)


class Tango(AlignedModel):
    """See the module's docstring. Built by ``load_tango``."""

    name = "tango-mini"

    def __init__(
        self, config: TangoConfig, tower: nn.Module, network: TangoNetwork, mini: Mini, fingerprint: str
    ) -> None:
        self.config, self.dim, self.fingerprint = config, config.whole_dim, fingerprint
        self.tower, self.network, self.mini = tower.eval(), network.eval(), mini

    @torch.inference_mode()
    def map_of(self, pictures: Sequence[ImageLike]) -> Tensor:
        """(B, D, G, G) unit feature maps of square crops of pictures."""
        return self._patches([load_image(p) for p in pictures])[0]

    @torch.inference_mode()
    def features_of(self, shape: Shape) -> PointFeatures:
        """
        Raises:
            ShapeError: too few points, a mesh without area, coordinates that are not finite.
        """
        if not np.isfinite(shape.bounds).all():
            raise ShapeError(f"'{shape.name}' has coordinates that are NaN or infinite: remove or repair them")
        rows = point_rows(shape, replace(self.config.input, num_points=PASR_INPUT.num_points))
        features = self._points(rows[: self.config.input.num_points], rows)[0]
        return PointFeatures(rows[:, :3].copy(), features.half().numpy())

    def prepare_shape(self, shape: Mesh | PointCloud) -> PreparedShape:
        return self.mini.prepare_shape(shape)

    @torch.inference_mode()
    def encode_prepared(self, prepared: Sequence[PreparedShape]) -> Embeddings:
        rows = [self.encode_with_views(p).row for p in prepared]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)

    @torch.inference_mode()
    def encode_with_views(self, prepared: PreparedShape) -> ShapeRows:
        found = self.mini.encode_with_views(prepared)
        row = _unit(found.row + self._points(prepared.points, prepared.points[:1])[1].numpy())
        if not len(found.views) or prepared.views is None:
            return ShapeRows(row, found.views)
        return ShapeRows(row, _unit(found.views + self._patches(list(prepared.views.images))[1].numpy()))

    @torch.inference_mode()
    def encode_views(self, objects: Sequence[Sequence[ImageLike]]) -> Embeddings:
        rows = [self.encode_photos(views).row for views in objects]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)

    @torch.inference_mode()
    def encode_photos(self, views: Sequence[ImageLike]) -> PhotoRows:
        pictures = [load_image(view) for view in views]
        photos = _unit(self.mini.encode_photos(pictures).photos + self._patches(pictures)[1].numpy())
        return PhotoRows(_unit(photos.mean(0)), photos)

    def encode_texts(self, texts: Sequence[str]) -> Embeddings:
        return self.mini.encode_texts(texts)

    def known_looks(self) -> Embeddings:
        return self.mini.known_looks()

    def _patches(self, pictures: Sequence[np.ndarray]) -> tuple[Tensor, Tensor]:
        """Of single pictures: maps (B, D, G, G), and what they add to mini's rows (B, dim)."""
        tensor = picture_tensor(pictures, self.config.input)
        return self.network.patches(self.tower.tokens(tensor).float())  # type: ignore[operator]

    def _points(self, seen: Array, asked: Array) -> tuple[Tensor, Tensor]:
        """Of rows (S, C) and (N, C) of points of one shape: features (N, D) of those asked for, and what all add to mini's row (dim,)."""
        width = 3 + self.config.tokens.channels
        clouds = (torch.from_numpy(np.ascontiguousarray(rows[:, :width]))[None] for rows in (seen, asked))
        features, whole = self.network.of_points(*clouds)
        return features[0], whole[0]


def _unit(rows: Array) -> Array:
    return (rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)).astype(np.float32)


def build_tango(config: TangoConfig) -> tuple[nn.Module, TangoNetwork]:
    """The frozen tower of pictures, and the network: its weights are those of chance, but a published autoencoder's.

    Raises:
        WeightsError: a published file that is missing or of something else.
    """
    network = TangoNetwork(config)
    tower = load_pasr().tower if config.foundation is None else build_tower(PASRConfig(foundation=config.foundation))
    if config.autoencoder is not None:
        tensors = checkpoints.read_official(Path(config.autoencoder), {"model": ""})
        filled = vecset_network(config.tokens).filled(tensors)
        assert isinstance(filled, VecSet)
        network.vae = filled
    return tower, network


def full_size(tower: FoundationTower, image_size: int, autoencoder: Path) -> TangoConfig:
    """The configuration on a published tower (DINOv2, DINOv3) and a published autoencoder (3DShape2VecSet, kl_d512_m512_l512 and alike).

    Raises:
        WeightsError: no such tower, a size that is no multiple of its patches, or a file that is no such autoencoder.
    """
    pictures = foundation_config(tower, image_size)
    tensors = checkpoints.read_official(autoencoder, {"model": ""})
    if "mean_fc.weight" not in tensors:
        raise WeightsError(
            f"{autoencoder} is not an autoencoder of 3DShape2VecSet with latents of a distribution (kl_...)"
        )
    latent, width = tensors["mean_fc.weight"].shape
    depth = len({key.split(".")[1] for key in tensors if key.startswith("layers.")})
    return TangoConfig(
        foundation=tower, autoencoder=str(autoencoder), tokens=VecSetConfig(latent_width=latent, width=width, depth=depth),
        patches=HeadConfig(width=384, heads=6), points=HeadConfig(width=384, heads=6),
        tower_width=pictures.points.out_dim, input=replace(pictures.input, num_points=2048),
    )  # fmt: skip


def load_tango(folder: Path = WEIGHTS, name: str = Tango.name) -> Tango:
    """The packaged model, or one that ``trivium train tango --out FOLDER`` has written. It stands on mini and pasr-mini.

    Raises:
        WeightsError: a file that is missing or does not fit.
    """
    config = TangoConfig.from_json(checkpoints.read_config(folder / f"{name}.json"))
    files = [folder / f"{name}.safetensors"]
    tensors = checkpoints.read_tensors(files[0])
    tower, network = build_tango(config)
    checkpoints.load_strictly(network.patches, tensors, "patches")
    checkpoints.load_strictly(network.points, tensors, "points")
    if config.autoencoder is None:
        checkpoints.load_strictly(network.vae, tensors, "vae")
    files += [Path(f) for f in (config.autoencoder, config.foundation and config.foundation.weights) if f]
    if config.foundation is None:
        files.append(WEIGHTS / "pasr-mini.safetensors")
    mini = load_mini()
    fingerprint = checkpoints.fingerprint(name, (PREPROCESSING, mini.fingerprint), config.placeless, files)
    model = Tango(config, tower, network, mini, fingerprint)
    model.weights = None if folder == WEIGHTS else str(folder.absolute())
    return model
