"""CG3D's recipe (Hegde et al. 2023, sec. 3.1 to 3.3): points learn from pictures and words, a tuned image tower from words.

Triplets of cloud, picture and caption; all of one class in a batch are positives. In one iteration the point encoder takes a
step (eq. 7), in the next the prompts in the frozen image tower do (eq. 9), each with an optimizer of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from trivium.data.augmentation import gallery_pictures
from trivium.data.clouds import CloudAugmentation, augmented_cloud, training_cloud
from trivium.data.identity import digest
from trivium.data.objects import names_of, training_objects
from trivium.data.render_cache import CacheConfig, RenderCache, build_cache
from trivium.encoders.points import channels_of
from trivium.errors import ConfigError
from trivium.models.aligned import AlignedModel
from trivium.models.cg3d import CG3D, CG3DConfig, CG3DNetworks, Towers, open_towers
from trivium.training.ahead import Ahead
from trivium.training.image_text import PROMPTS
from trivium.training.loop import LoopConfig, Losses, Run, adamw, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import labelled_nce
from trivium.training.weights import write_weights

RECIPES = {name: Path(__file__).parent / "recipes" / f"cg3d-{name}.toml" for name in ("mini", "paper")}
TEMPLATES = (*PROMPTS, "this is a {}", "a point cloud of a {}")  # "standard templates" (sec. 4.1)


@dataclass(frozen=True, kw_only=True)
class TowerOptimizer:
    """SGD for the prompts, or for the whole image tower; its rate falls as that of the points (sec. 4.2)."""

    learning_rate: float = 2e-3
    weight_decay: float = 1e-4
    momentum: float = 0.9

    def __post_init__(self) -> None:
        if self.learning_rate <= 0 or self.weight_decay < 0 or not 0 <= self.momentum < 1:
            raise ConfigError(f"got {self}: expected a rate above 0, a decay from 0 and a momentum from 0 to below 1")


@dataclass(frozen=True, kw_only=True)
class TrainCG3DConfig:
    """The whole run. ``collection`` is a folder of real models with a manifest; without it, only procedural shapes."""

    out: Path
    collection: Path | None = None
    num_procedural: int = 5256  # 12 of each category
    cache: CacheConfig = CacheConfig()
    model: CG3DConfig = CG3DConfig()
    loop: LoopConfig = LoopConfig(steps=1000, learning_rate=1e-3)  # of both; the rate is of AdamW, for the points
    tower: TowerOptimizer = TowerOptimizer()
    objects: int = 32  # a batch
    image_weight: float = 1.0  # of eq. 4 in eq. 7; 0 leaves it out
    text_weight: float = 1.0  # of eq. 5
    temperature: float = 0.07  # tau of eq. 6
    augmentation: CloudAugmentation = CloudAugmentation()
    colorless_share: float = 0.5
    guessed_share: float = 0.5  # of the clouds have normals as estimated for scans
    precision: str = "bf16-mixed"
    threads: int = 2
    workers: int = 0  # processes that make batches; as many as there are cores beside a GPU
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("cg3d", self.objects)
        if min(self.image_weight, self.text_weight) < 0 or self.image_weight + self.text_weight == 0:
            raise ConfigError("image_weight and text_weight must not be negative, and one of them above 0")
        if self.temperature <= 0:
            raise ConfigError(f"temperature is {self.temperature}, expected more than 0")


def train_cg3d(config: TrainCG3DConfig, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Renders once, trains, and returns the folder that ``load_cg3d`` reads. Killed, the same call goes on where it was.

    Raises:
        ConfigError: an encoder that there is not, or the folder has a run with another configuration.
        WeightsError: the towers are not on this machine.
    """
    towers = open_towers(config.model.towers)  # what is missing is said before anything is rendered
    CG3DNetworks(config.model, towers)
    objects = training_objects(config.num_procedural, config.collection, seed=config.seed)
    return fit_cg3d(config, towers, build_cache(objects, config.out / "cache", config.cache, progress=progress))


def fit_cg3d(config: TrainCG3DConfig, towers: Towers, cache: RenderCache) -> Path:
    """``train_cg3d`` on objects that are rendered already."""
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    fabric = make_fabric(config.out, precision=config.precision)
    networks = _Rows(config.model, towers)
    batches = _Batches(cache, towers, config, channels_of(networks.points))
    draw = Ahead(batches, config.loop.steps * config.loop.accumulate, config.workers)

    def loss(module: Any, b: _Batch) -> Losses:
        same = b.classes[:, None] == b.classes
        shapes, images = module(b.clouds, b.pictures)
        if shapes is None:  # eq. 9, without the second logarithm that is printed there
            return {"prompts" if config.model.tower == "prompts" else "tower": _contrast(images, b.texts, same, config)}
        parts = {}
        if config.image_weight:
            parts["image"] = _contrast(shapes, images, same, config)  # eq. 4
        if config.text_weight:
            parts["text"] = _contrast(shapes, b.texts, same, config)  # eq. 5
        weights = {"image": config.image_weight, "text": config.text_weight}
        return {"loss": torch.stack([weights[k] * v for k, v in parts.items()]).sum(), **parts}  # eq. 7

    optimizers = [adamw(list(networks.points.parameters()), config.loop)]
    if config.model.tower != "frozen":
        learned, c = [p for p in networks.images.parameters() if p.requires_grad], config.tower
        optimizers.append(torch.optim.SGD(learned, c.learning_rate, c.momentum, weight_decay=c.weight_decay))
    identity = {k: v for k, v in asdict(config).items() if k not in ("out", "threads", "workers", "collection")}
    identity |= {"objects trained on": digest(cache.objects), "towers": towers.model.fingerprint}
    identity |= {"first weights": weights_digest(networks.points)}
    run = Run(config.out, CG3D.name, config.loop, identity, config.objects)
    fit(fabric, networks, run, batch=lambda n: draw(n).to(fabric.device), loss=loss, optimizers=optimizers)
    about = {"model": asdict(config.model), "towers": towers.model.fingerprint, "training": asdict(config)}
    write_weights(config.out, CG3D.name, networks.own_tensors(), about)
    return config.out


def _contrast(a: Tensor, b: Tensor, same: Tensor, config: TrainCG3DConfig) -> Tensor:
    """Eq. 6 both ways: the mean over all positives of a row, and over the rows of a batch."""
    return labelled_nce(a, b, same, 1 / config.temperature)


class _Rows(CG3DNetworks):
    """The networks as the loop calls them: of clouds, of pictures, or of both."""

    def forward(self, clouds: Tensor | None, pictures: Tensor | None) -> tuple[Tensor | None, Tensor | None]:
        with torch.set_grad_enabled(clouds is None):  # the loss of the points never reaches the tower
            images = None if pictures is None else self.pictures(pictures)
        return (None if clouds is None else self.shapes(clouds)), images


@dataclass(frozen=True)
class _Batch:
    """Without clouds it is the image tower's turn; without pictures nobody looks at them."""

    clouds: Tensor | None  # (B, N, C)
    pictures: Tensor | None  # (B, 3, S, S)
    texts: Tensor  # (B, D)
    classes: Tensor  # (B,) numbers

    def to(self, device: torch.device) -> _Batch:
        parts = (self.clouds, self.pictures, self.texts, self.classes)
        return _Batch(*(None if x is None else x.to(device) for x in parts))  # type: ignore[arg-type]


class _Batches:
    """The batch of a number: a resumed run sees what the first would have seen."""

    def __init__(self, cache: RenderCache, towers: Towers, config: TrainCG3DConfig, channels: int) -> None:
        """
        Raises:
            ConfigError: there are fewer objects than a batch needs.
        """
        self.cache, self.config, self.channels = cache, config, channels
        self.spec = towers.pictures
        self.usable = np.array([i for i, row in enumerate(cache.objects) if row["views"]])
        if config.objects > len(self.usable):
            raise ConfigError(
                f"a batch needs {config.objects} different objects and there are {len(self.usable)}: set a smaller one"
            )
        self.classes, self.words = caption_rows(towers.model, [row["category"] for row in cache.objects])

    def __call__(self, number: int) -> _Batch:
        c = self.config
        rng, torch_rng = (
            np.random.default_rng([c.seed, number]),
            torch.Generator().manual_seed(c.seed * 1_000_003 + number),
        )
        chosen = rng.choice(self.usable, c.objects, replace=False)
        of_tower = c.model.tower != "frozen" and number // c.loop.accumulate % 2 == 1  # the second optimizer's turn
        texts = [self.words[k][rng.integers(len(self.words[k]))] for k in self.classes[chosen]]
        return _Batch(
            None if of_tower else self._clouds(chosen, rng),
            self._pictures(chosen, rng, torch_rng) if of_tower or c.image_weight else None,
            torch.from_numpy(np.stack(texts)),
            torch.from_numpy(self.classes[chosen]),
        )

    def _clouds(self, chosen: np.ndarray, rng: np.random.Generator) -> Tensor:
        c = self.config
        clouds = []
        for i in chosen:
            bare, guessed = rng.random(2) < (c.colorless_share, c.guessed_share)
            rows = training_cloud(
                self.cache.points[i], c.model.num_points, colorless=bool(bare), guessed=bool(guessed),
                color_fill=c.model.color_fill, jitter=c.augmentation.jitter, shrink=0.0, rng=rng,
            )  # fmt: skip
            clouds.append(augmented_cloud(rows, c.augmentation, rng)[:, : self.channels])
        return torch.from_numpy(np.stack(clouds))

    def _pictures(self, chosen: np.ndarray, rng: np.random.Generator, torch_rng: torch.Generator) -> Tensor:
        rows = [self.cache.objects[i] for i in chosen]
        views = np.stack([self.cache.views[row["first"] + rng.integers(row["views"])] for row in rows])
        size = self.config.model.image_size or self.spec.image_size
        grey = torch.zeros(len(views), dtype=torch.bool)
        pictures = gallery_pictures(torch.from_numpy(views), size, grey=grey, rng=torch_rng)
        mean, std = (torch.tensor(v).view(3, 1, 1) for v in (self.spec.image_mean, self.spec.image_std))
        return ((pictures - mean) / std).contiguous(memory_format=torch.channels_last)


def caption_rows(model: AlignedModel, categories: Sequence[str]) -> tuple[np.ndarray, list[np.ndarray]]:
    """A number for each object's category (N,), and for each category the unit rows (T, D) of its captions: eq. 3.

    Captions are all names of a category in all templates, encoded once: the text tower never learns.
    """
    names = sorted(set(categories))
    number = {name: i for i, name in enumerate(names)}
    texts = [[template.format(word) for word in names_of(name) for template in TEMPLATES] for name in names]
    rows = iter(model.encode_texts([text for group in texts for text in group]))
    return np.array([number[c] for c in categories]), [np.stack([next(rows) for _ in group]) for group in texts]
