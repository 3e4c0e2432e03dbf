"""FusionBERT's recipe (sec. 3.3): shapes are aligned to frozen towers, then views are fused for the frozen shapes.

Both stages see a table of precomputed features, one row an object; see ``data.table``.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.data.clouds import training_cloud
from trivium.data.identity import digest
from trivium.data.table import FeatureTable
from trivium.errors import ConfigError, WeightsError
from trivium.models.fusionbert import FusionBERT, FusionBERTConfig
from trivium.training.config import structured
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, gathered, make_fabric
from trivium.training.losses import info_nce, inverse, labelled_nce, temperature
from trivium.training.weights import write_weights

if TYPE_CHECKING:
    from lightning.fabric import Fabric

VALIDATED_VIEWS = 3
RECIPES = {name: Path(__file__).parent / "recipes" / f"fusionbert-{name}.toml" for name in ("mini", "paper")}


@dataclass(frozen=True, kw_only=True)
class ShapesConfig:
    """Stage 1: eq. 8 to 10."""

    loop: LoopConfig = LoopConfig(steps=1000, learning_rate=5e-4)
    objects: int = 128  # a batch, on each device
    num_points: int = 1024  # drawn anew each time
    colorless_share: float = 0.5
    color_fill: float = 0.8  # sec. 3.2
    jitter: float = 0.004
    text_weight: float = 1.0

    def __post_init__(self) -> None:
        check_contrast("shapes", self.objects)


@dataclass(frozen=True, kw_only=True)
class ViewsConfig:
    """Stage 2: eq. 11."""

    loop: LoopConfig = LoopConfig(steps=1000, learning_rate=1e-4)
    objects: int = 256  # a batch, on each device
    fewest_views: int = 1
    most_views: int = 6

    def __post_init__(self) -> None:
        check_contrast("views", self.objects)
        if not 1 <= self.fewest_views <= self.most_views:
            raise ConfigError(f"views go from {self.fewest_views} to {self.most_views}, expected 1 <= fewest <= most")


@dataclass(frozen=True, kw_only=True)
class TrainFusionBERTConfig:
    out: Path
    features: Path  # a table of features: trivium data table
    validation: Path | None = None
    held_back: float = 0.0  # share of the objects that stage 1 does not see and from which alone stage 2 learns
    model: FusionBERTConfig = FusionBERTConfig()
    shapes: ShapesConfig = ShapesConfig()
    views: ViewsConfig = ViewsConfig()
    devices: int = 1
    precision: str = "bf16-mixed"
    threads: int = 2
    seed: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.held_back < 1:
            raise ConfigError(f"held_back is {self.held_back}, expected a share from 0 up to below 1")


def train_fusionbert(config: TrainFusionBERTConfig) -> FusionBERT:
    """Both stages; killed, the same call goes on where it was.

    Raises:
        ConfigError: before anything is trained: tables that do not fit the model, each other or the size of a batch; or
            the folder has a run with another configuration.
    """
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    fabric = make_fabric(config.out, devices=config.devices, precision=config.precision)
    table = FeatureTable.open(config.features)
    validation = FeatureTable.open(config.validation) if config.validation else None
    _check(config, table, validation, fabric.world_size)
    identity = {k: v for k, v in asdict(config).items() if k not in ("out", "threads")}
    identity["objects trained on"] = digest([table.ids, table.model])
    model = FusionBERT(config.model)
    align_shapes(fabric, model, table, config, identity, validation)
    fuse_views(fabric, model, table, config, identity, validation)
    if fabric.is_global_zero:
        write_run(model, config, table.model)
    return model


def _check(config: TrainFusionBERTConfig, table: FeatureTable, validation: FeatureTable | None, devices: int) -> None:
    """
    Raises:
        ConfigError: see ``train_fusionbert``.
    """
    if table.dim != config.model.joint_dim:
        raise ConfigError(
            f"{config.features} has features of {table.dim} numbers, the model expects {config.model.joint_dim}: "
            f"set model.aggregator.width={table.dim}"
        )
    known, fresh = _split(len(table), config)
    for stage, objects, batch in (("shapes", known, config.shapes.objects), ("views", fresh, config.views.objects)):
        if batch * devices > len(objects):
            raise ConfigError(
                f"a batch of stage '{stage}' needs {batch * devices} different objects, and {len(objects)} of the "
                f"{len(table)} are for it: set a smaller {stage}.objects, or another held_back (it is {config.held_back})"
            )
    if validation is not None:
        table.check_fits(validation, str(config.validation))
        if not (validation.views >= VALIDATED_VIEWS).any():
            raise ConfigError(f"{config.validation} has no object with {VALIDATED_VIEWS} pictures to validate on")


# Stage 1


class _Shapes(nn.Module):
    """The half of the model that stage 1 trains, and its temperatures."""

    def __init__(self, model: FusionBERT) -> None:
        super().__init__()
        self.points, self.image_adapter, self.text_adapter = model.points, model.image_adapter, model.text_adapter
        self.shapes = model.shapes
        self.image_scale = temperature(0.07)
        self.text_scale = temperature(0.07)

    def forward(self, clouds: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        image, text = self.shapes(clouds)
        return image, text, inverse(self.image_scale), inverse(self.text_scale)


@dataclass(frozen=True)
class _ShapeBatch:
    clouds: Tensor  # (B, N, 9)
    images: Tensor  # (B, D) of one picture each
    texts: Tensor  # (B, D) of one caption each
    captions: Tensor  # (B,) numbers; the same for the same words


def align_shapes(
    fabric: Fabric, model: FusionBERT, table: FeatureTable, config: TrainFusionBERTConfig, identity: dict[str, Any],
    validation: FeatureTable | None,
) -> None:  # fmt: skip
    """Stage 1, in place: a cloud must find the feature of any picture of its object and of its words."""
    c = config.shapes
    known, _ = _split(len(table), config)

    def batch(number: int) -> _ShapeBatch:
        rng = np.random.default_rng([config.seed, 1, number, fabric.global_rank])
        rows = known[_turn(len(known), c.objects, number, fabric, config.seed)]
        bare = rng.random(len(rows)) < c.colorless_share
        clouds = np.stack(
            [
                training_cloud(
                    table.points[i], c.num_points, colorless=b, color_fill=c.color_fill, jitter=c.jitter, rng=rng
                )
                for i, b in zip(rows, bare, strict=True)
            ]
        )
        view = (rng.random(len(rows)) * table.views[rows]).astype(int)
        words = (rng.random(len(rows)) * table.captions[rows]).astype(int)
        return _ShapeBatch(
            *(fabric.to_device(torch.from_numpy(x)) for x in (
                clouds, table.images[rows, view].astype(np.float32), table.texts[rows, words].astype(np.float32),
                table.caption_ids[rows, words],
            ))
        )  # fmt: skip

    def loss(module: Any, b: _ShapeBatch) -> Losses:
        image, text, image_scale, text_scale = module(b.clouds)
        image, text, pictures, words = (
            gathered(fabric, x) for x in (image, text, normalize(b.images, dim=1), normalize(b.texts, dim=1))
        )
        ids = gathered(fabric, b.captions[:, None].double())  # exact for any number of captions
        by_image = info_nce(image, pictures, image_scale)
        by_text = labelled_nce(text, words, ids == ids.T, text_scale)
        found = (image.detach() @ pictures.T).argmax(1).eq(torch.arange(len(image), device=image.device))
        total = by_image + c.text_weight * by_text
        return {"loss": total, "image": by_image, "text": by_text, "R@1 in batch": found.float().mean()}

    run = Run(config.out, "shapes", c.loop, identity, c.objects * fabric.world_size)
    check = None if validation is None else lambda m: recall_of_shapes(model, validation, c)
    fit(fabric, _Shapes(model), run, batch=batch, loss=loss, validate=check)


def _split(count: int, config: TrainFusionBERTConfig) -> tuple[np.ndarray, np.ndarray]:
    """The objects of stage 1 and of stage 2.

    An encoder knows the shapes it was trained on better than any others: their rows are where their pictures are. With few
    objects, an aggregator that learns from those alone finds nothing to mend that other shapes would need.
    """
    order = np.random.default_rng([config.seed, 8]).permutation(count)
    held = round(count * config.held_back)
    known, fresh = np.sort(order[held:]), np.sort(order[:held])
    return known, fresh if held else known


def _turn(objects: int, count: int, number: int, fabric: Fabric, seed: int) -> np.ndarray:
    """Which of so many objects are in a batch: every epoch a new order, none twice; the devices share a batch."""
    share = count * fabric.world_size
    epoch, place = divmod(number, objects // share)
    start = place * share + fabric.global_rank * count
    return np.random.default_rng([seed, 9, epoch]).permutation(objects)[start : start + count]


# Stage 2


class _Views(nn.Module):
    def __init__(self, model: FusionBERT) -> None:
        super().__init__()
        self.aggregator = model.aggregator
        self.pictures = model.pictures
        self.scale = temperature(0.07)

    def forward(self, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        return self.pictures(features, mask), inverse(self.scale)


@dataclass(frozen=True)
class _ViewBatch:
    features: Tensor  # (B, V, D)
    mask: Tensor  # (B, V)
    shapes: Tensor  # (B, D) rows of the frozen encoder


def fuse_views(
    fabric: Fabric, model: FusionBERT, table: FeatureTable, config: TrainFusionBERTConfig, identity: dict[str, Any],
    validation: FeatureTable | None,
) -> None:  # fmt: skip
    """Stage 2, in place: the fused row of some pictures must find the frozen row of its object."""
    c = config.views
    _, fresh = _split(len(table), config)
    frozen = {fill: shape_rows(model, table, config.shapes, colorless=fill, objects=fresh) for fill in (False, True)}

    def batch(number: int) -> _ViewBatch:
        rng = np.random.default_rng([config.seed, 2, number, fabric.global_rank])
        which = _turn(len(fresh), c.objects, number, fabric, config.seed + 1)
        rows = fresh[which]
        features = np.zeros((len(rows), c.most_views, table.dim), np.float32)
        mask = np.zeros((len(rows), c.most_views), bool)
        for i, row in enumerate(rows):
            count = min(int(rng.integers(c.fewest_views, c.most_views + 1)), int(table.views[row]))
            features[i, :count] = table.images[row, rng.choice(table.views[row], count, replace=False)]
            mask[i, :count] = True
        colorless = torch.from_numpy(rng.random(len(rows)) < config.shapes.colorless_share)
        shapes = torch.where(colorless[:, None], frozen[True][which], frozen[False][which])
        return _ViewBatch(*(fabric.to_device(x) for x in (torch.from_numpy(features), torch.from_numpy(mask), shapes)))

    def loss(module: Any, b: _ViewBatch) -> Losses:
        fused, scale = module(b.features, b.mask)
        fused, shapes = gathered(fabric, fused), gathered(fabric, b.shapes)
        found = (fused.detach() @ shapes.T).argmax(1).eq(torch.arange(len(fused), device=fused.device))
        return {"loss": info_nce(fused, shapes, scale), "R@1 in batch": found.float().mean()}

    run = Run(config.out, "views", c.loop, identity, c.objects * fabric.world_size)
    check = None if validation is None else lambda m: recall_of_views(model, validation, config.shapes)
    fit(fabric, _Views(model), run, batch=batch, loss=loss, validate=check)


@torch.no_grad()  # not inference mode: stage 2 learns against these rows
def shape_rows(
    model: FusionBERT, table: FeatureTable, config: ShapesConfig, *, colorless: bool, objects: np.ndarray | None = None,
    batch: int = 64,
) -> Tensor:  # fmt: skip
    """(N, D) rows of the stored clouds of some objects, or of all, for comparison with pictures."""
    model.eval()
    device = next(model.parameters()).device
    plain = np.random.default_rng(0)
    chosen = np.arange(len(table)) if objects is None else objects
    rows = []
    for start in range(0, len(chosen), batch):
        stored = table.points[chosen[start : start + batch]].astype(np.float32)
        picked = plain.choice(stored.shape[1], min(config.num_points, stored.shape[1]), replace=False)
        clouds = stored[:, picked]
        unknown = np.isnan(clouds[..., 3:6]) | colorless
        clouds[..., 3:6] = np.where(unknown, config.color_fill, clouds[..., 3:6])
        with torch.autocast(device.type, torch.bfloat16):
            rows.append(model.shapes(torch.from_numpy(clouds).to(device))[0].cpu())
    return torch.cat(rows)


# Validation


def recall_of_shapes(model: FusionBERT, table: FeatureTable, config: ShapesConfig) -> dict[str, float]:
    """R@1 of single pictures among the shapes, with and without their colours."""
    pictures, truth = _some_pictures(table, 1)
    return {
        name: _recall(normalize(pictures[:, 0], dim=1), shape_rows(model, table, config, colorless=bare), truth)
        for name, bare in (("R@1", False), ("R@1 without colours", True))
    }


def recall_of_views(model: FusionBERT, table: FeatureTable, config: ShapesConfig) -> dict[str, float]:
    """R@1 of some fused pictures among the shapes."""
    pictures, truth = _some_pictures(table, VALIDATED_VIEWS)
    device = next(model.parameters()).device
    fused = model.pictures(pictures.to(device)).cpu()
    return {"R@1": _recall(fused, shape_rows(model, table, config, colorless=False), truth)}


def _some_pictures(table: FeatureTable, count: int) -> tuple[Tensor, Tensor]:
    """Features (N, count, D) of some pictures of every object that has so many, and the objects' numbers (N,)."""
    rows = np.flatnonzero(table.views >= count)
    rng = np.random.default_rng(0)
    picked = np.stack([table.images[i, rng.choice(table.views[i], count, replace=False)] for i in rows])
    return torch.from_numpy(picked.astype(np.float32)), torch.from_numpy(rows)


def _recall(queries: Tensor, shapes: Tensor, truth: Tensor) -> float:
    return round(float((queries @ shapes.T).argmax(1).eq(truth).float().mean()), 4)


def write_run(model: FusionBERT, config: TrainFusionBERTConfig, towers: str) -> None:
    """``fusionbert.safetensors`` in float32, and ``fusionbert.json``: the configuration, and whose features these were."""
    tensors = model.state_dict()
    if not config.model.adapters:  # both names are one layer
        tensors = {k: v for k, v in tensors.items() if not k.startswith("text_adapter.")}
    write_weights(config.out, "fusionbert", tensors, {"config": asdict(config), "towers": towers})


def read_run(folder: Path) -> tuple[FusionBERT, TrainFusionBERTConfig, str]:
    """A trained model, the configuration that it was trained with, and the fingerprint of its frozen towers.

    Raises:
        WeightsError: the folder holds no finished run, or its weights are not those of its configuration.
        ConfigError: its configuration is of another version.
    """
    from trivium.models.checkpoints import read_config as read_json
    from trivium.models.checkpoints import read_tensors

    about = read_json(folder / "fusionbert.json")
    config = structured(TrainFusionBERTConfig, about.get("config", {}))
    model = FusionBERT(config.model)
    tensors = read_tensors(folder / "fusionbert.safetensors")
    if not config.model.adapters:
        tensors |= {k.replace("image_", "text_", 1): v for k, v in tensors.items() if k.startswith("image_adapter.")}
    try:
        model.load_state_dict(tensors)
    except RuntimeError as error:
        raise WeightsError(f"{folder} does not hold the weights that its configuration promises: {error}") from error
    return model.eval(), config, str(about.get("towers", ""))
