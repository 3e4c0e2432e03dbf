"""CG3D (Hegde et al. 2023): point encoders aligned to frozen image and text towers, the image tower tuned with deep prompts.

The published encoders are aligned to SLIP. Their own zero-shot evaluation compares with text features that are not of length 1;
rows here always are, so that a class whose texts are long there does not win for it, and accuracies differ from the
published ones. ``CG3D`` is what ``trivium train cg3d`` has trained: any point encoder, on any towers.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.encoders.points import build_encoder, channels_of, pointmlp, pointtransformer
from trivium.encoders.prompts import prompted
from trivium.errors import ConfigError, WeightsError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_image
from trivium.models import checkpoints
from trivium.models.aligned import AlignedModel, Embeddings
from trivium.models.checkpoints import renamed
from trivium.models.mini import Mini
from trivium.models.networks import Network
from trivium.models.preprocess import (
    IMAGENET_PICTURES,
    PREPROCESSING,
    Channel,
    InputSpec,
    PreparedShape,
    picture_tensor,
    prepare_shape,
)
from trivium.models.released import Released

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

INPUT = replace(IMAGENET_PICTURES, num_points=8192, thinned_from=16_384, channels=("position",), center="mean")

POINT_TRANSFORMER = pointtransformer.PointTransformerConfig(num_groups=64, head_bias=True, classes=55)
POINTMLP = pointmlp.PointMLPConfig(hidden=(), head_bias=True, skip_origin=True)


def cg3d_pointtransformer_network(config: pointtransformer.PointTransformerConfig) -> Network:
    return Network(
        lambda: pointtransformer.PointTransformer(config), lambda t: renamed(t, pointtransformer.OFFICIAL_KEYS)
    )


# What is trained here

Tower = Literal["frozen", "prompts", "tuned"]
CHANNELS: tuple[Channel, ...] = ("position", "color", "normal")


@dataclass(frozen=True, kw_only=True)
class CG3DConfig:
    """Architecture and conventions of one set of weights; stored as JSON beside them."""

    encoder: str = "pointbert"  # a name of ``encoders.points.ENCODERS``
    settings: dict[str, Any] = field(default_factory=dict)  # of its configuration; its width of rows is the towers'
    towers: str = "mini"  # a model whose pictures and words share a space
    tower: Tower = (
        "prompts"  # what is tuned of the image tower: nothing, prompts in it, or all of it (what sec. 3.3 warns of)
    )
    prompts: int = 5  # tokens in each layer (sec. 4.2)
    image_size: int | None = None  # pixels; None: as the towers have it
    num_points: int = 1024
    color_fill: float = 0.6  # for points of unknown colour

    def __post_init__(self) -> None:
        if self.tower not in get_args(Tower):
            raise ConfigError(f"tower is '{self.tower}', expected one of: {', '.join(get_args(Tower))}")
        if self.prompts < 1 or self.num_points < 16 or (self.image_size is not None and self.image_size < 16):
            raise ConfigError(f"got {self}: expected at least 1 prompt, 16 points and 16 pixels")


@dataclass(frozen=True, eq=False)
class Towers:
    """An image tower as tensors go through it, and a model that knows words."""

    model: AlignedModel
    images: nn.Module  # pictures (B, 3, S, S), standardized, to (B, dim)
    pictures: InputSpec  # only what is said of pictures counts


def open_towers(name: str) -> Towers:
    """The towers of a model of the zoo: of mini, or of a published pair.

    Raises:
        ConfigError: a model whose image tower is not one by itself.
        WeightsError: no such model, or its weights are not on this machine.
    """
    from trivium.models.zoo import load_model

    model = load_model(name)
    if isinstance(model, Mini):
        return Towers(model, model.image, model.config.input)
    if isinstance(model, Released) and hasattr(model.towers, "images"):
        return Towers(model, model.towers.images, model.entry.input)
    raise ConfigError(f"{name} has no towers that CG3D could learn from: give mini, or a pair such as slip-vit-b16")


class CG3DNetworks(nn.Module):
    """The networks that are trained: points, and prompts in the image tower or the tower itself."""

    def __init__(self, config: CG3DConfig, towers: Towers) -> None:
        super().__init__()
        self.points = build_encoder(config.encoder, config.settings, out_dim=towers.model.dim)
        images = copy.deepcopy(towers.images).float().requires_grad_(config.tower == "tuned")
        self.images = prompted(images, config.prompts) if config.tower == "prompts" else images

    def train(self, mode: bool = True) -> CG3DNetworks:
        """The image tower stays as it is used: its batch norms keep what they have measured."""
        super().train(mode)
        self.images.eval()
        return self

    def shapes(self, clouds: Tensor) -> Tensor:
        """(B, dim) unit rows of clouds (B, N, C): eq. 1, whose projection is the encoder's last layer."""
        return normalize(self.points(clouds).float(), dim=1)

    def pictures(self, pictures: Tensor) -> Tensor:
        """(B, dim) unit rows of pictures (B, 3, S, S): eq. 2."""
        return normalize(self.images(pictures).float(), dim=1)

    def own_tensors(self) -> dict[str, Tensor]:
        """What is not the towers' own: the tensors of a file of weights."""
        learned = {f"images.{name}" for name, p in self.images.named_parameters() if p.requires_grad}
        return {k: v for k, v in self.state_dict().items() if k.startswith("points.") or k in learned}


class CG3D(AlignedModel):
    """A trained run: a shape by its points, a picture by the tuned tower, words by the frozen one. Built by ``load_cg3d``."""

    name = "cg3d"

    def __init__(self, config: CG3DConfig, networks: CG3DNetworks, towers: Towers, fingerprint: str) -> None:
        self.config, self.networks, self.towers, self.fingerprint = config, networks.eval(), towers, fingerprint
        self.dim = towers.model.dim
        self.input = replace(
            towers.pictures,
            image_size=config.image_size or towers.pictures.image_size,
            ring_views=0, extra_views=(), num_points=config.num_points, thinned_from=0, color_fill=config.color_fill,
            channels=CHANNELS[: channels_of(networks.points) // 3], center="box", swap_yz=False,
        )  # fmt: skip

    def __reduce__(self) -> tuple[Any, ...]:
        """Hooks do not travel between processes; workers open the folder by themselves."""
        return load_cg3d, (Path(self.weights or ""),)

    def prepare_shape(self, shape: Mesh | PointCloud) -> PreparedShape:
        return prepare_shape(shape, self.input)

    @torch.inference_mode()
    def encode_prepared(self, prepared: Sequence[PreparedShape]) -> Embeddings:
        # One by one, as everywhere: the arithmetic then never depends on what else is in the batch.
        return self._stacked([self.networks.shapes(torch.from_numpy(p.points)[None])[0] for p in prepared])

    @torch.inference_mode()
    def encode_views(self, objects: Sequence[Sequence[ImageLike]]) -> Embeddings:
        return self._stacked([self._picture_row([load_image(picture) for picture in views]) for views in objects])

    def encode_texts(self, texts: Sequence[str]) -> Embeddings:
        return self.towers.model.encode_texts(texts)

    def known_looks(self) -> Embeddings:
        return self.towers.model.known_looks()

    def _picture_row(self, pictures: Sequence[np.ndarray]) -> Tensor:
        return normalize(self.networks.pictures(picture_tensor(pictures, self.input)).mean(0), dim=0)

    def _stacked(self, rows: list[Tensor]) -> Embeddings:
        return torch.stack(rows).numpy() if rows else np.zeros((0, self.dim), np.float32)


def load_cg3d(folder: Path) -> CG3D:
    """What ``trivium train cg3d`` has written: ``cg3d.json`` and ``cg3d.safetensors``.

    Raises:
        WeightsError: a file is missing or does not fit, or the towers that it was trained on are others now.
    """
    about = checkpoints.read_config(folder / "cg3d.json")
    try:
        config, trained_on = CG3DConfig(**about["model"]), str(about["towers"])
    except (KeyError, TypeError, ConfigError) as error:
        raise WeightsError(f"{folder / 'cg3d.json'} is not the configuration of a CG3D run: {error}") from error
    towers = open_towers(config.towers)
    if towers.model.fingerprint != trained_on:
        raise WeightsError(
            f"{folder} was trained on the towers of {config.towers} {trained_on}, and those here are "
            f"{towers.model.fingerprint}: train it anew, or bring those towers back"
        )
    networks, file = CG3DNetworks(config, towers), folder / "cg3d.safetensors"
    tensors, expected = checkpoints.read_tensors(file), networks.own_tensors()
    if odd := sorted(tensors.keys() ^ expected.keys()):
        raise WeightsError(
            f"{file} does not hold the tensors that its configuration promises: {', '.join(odd[:3])} ..."
        )
    try:
        networks.load_state_dict(tensors, strict=False)  # the frozen towers are there already
    except RuntimeError as error:
        raise WeightsError(f"{file} does not fit its configuration: {error}") from error
    fingerprint = checkpoints.fingerprint(f"{CG3D.name} {trained_on}", PREPROCESSING, config, [file])
    model = CG3D(config, networks, towers, fingerprint)
    model.weights = str(folder.absolute())
    return model
