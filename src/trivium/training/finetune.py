"""Supervised fine-tuning (CG3D, sec. 3.4.4): is a trained point encoder a better start than a random one, and how much so with few data?

Every start learns from several shares of the data (fig. 5), each with several seeds; beside it, a linear probe on what the
encoder knows before it learns more (tables 4 and 5).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from trivium.data.clouds import CloudAugmentation, augmented_cloud, training_cloud
from trivium.data.identity import digest
from trivium.data.labelled import LabelledClouds, LabelledSplit
from trivium.data.shards import replace_text
from trivium.encoders.points import channels_of
from trivium.errors import ConfigError, require
from trivium.models.cg3d import load_cg3d
from trivium.models.mini import load_mini
from trivium.models.shape_classifier import NAME, ClassifierConfig, ClassifierNetwork, about_classifier
from trivium.training.loop import LoopConfig, Losses, Run, fit, make_fabric, weights_digest
from trivium.training.weights import write_weights

log = logging.getLogger(__name__)
SCRATCH = "random weights"


@dataclass(frozen=True, kw_only=True)
class FinetuneConfig:
    """The paper's PointTransformer by default (sec. 4.2); every share of the data gets as many steps."""

    out: Path
    loop: LoopConfig = LoopConfig(steps=300, learning_rate=2e-4, weight_decay=0.05, warmup=20)
    objects: int = 32  # a batch; fewer where a share has no more
    shares: tuple[float, ...] = (0.1, 0.2, 0.3, 0.5, 1.0)  # of the training data (fig. 5)
    seeds: tuple[int, ...] = (0, 1, 2)
    label_smoothing: float = 0.1
    augmentation: CloudAugmentation = field(default_factory=CloudAugmentation)
    colorless_share: float = 0.5
    precision: str = "bf16-mixed"
    threads: int = 2

    def __post_init__(self) -> None:
        if not self.shares or not all(0 < share <= 1 for share in self.shares) or not self.seeds or self.objects < 2:
            raise ConfigError(f"got {self}: expected shares above 0 and up to 1, a seed or more, and 2 objects or more")


@dataclass(frozen=True)
class Start:
    """A point encoder and its weights; None are random ones."""

    name: str
    encoder: str  # a name of ``encoders.points.ENCODERS``
    settings: dict[str, Any]
    dim: int
    num_points: int
    color_fill: float
    weights: dict[str, Tensor] | None

    def from_scratch(self) -> Start:
        """The same encoder, its rival."""
        return replace(self, name=SCRATCH, weights=None)

    def config(self, names: tuple[str, ...]) -> ClassifierConfig:
        return ClassifierConfig(
            names=names, encoder=self.encoder, settings=self.settings, dim=self.dim, num_points=self.num_points,
            color_fill=self.color_fill,
        )  # fmt: skip

    def network(self, names: tuple[str, ...], *, seed: int) -> ClassifierNetwork:
        torch.manual_seed(seed)
        network = ClassifierNetwork(self.config(names))
        if self.weights is not None:
            network.points.load_state_dict(self.weights)
        return network


def start_of(run: Path | None) -> Start:
    """The point encoder of a CG3D run, or mini's where none is given.

    Raises:
        WeightsError: the folder holds no finished run.
    """
    if run is None:
        mini = load_mini()
        settings = {k: v for k, v in asdict(mini.config.points).items() if k != "out_dim"}
        spec, weights = mini.config.input, mini.points.float().state_dict()
        return Start("mini", "pointbert", settings, mini.dim, spec.num_points, spec.color_fill, weights)
    model = load_cg3d(run)
    c, weights = model.config, model.networks.points.state_dict()
    return Start("CG3D", c.encoder, c.settings, model.dim, c.num_points, c.color_fill, weights)


@dataclass(frozen=True)
class Outcome:
    """One line of the table: accuracy in percent over the seeds."""

    start: str
    how: str  # "fine-tuned" or "linear probe"
    share: float
    objects: int  # learned from
    accuracies: tuple[float, ...]

    @property
    def mean(self) -> float:
        return float(np.mean(self.accuracies))

    @property
    def spread(self) -> float:
        return float(np.std(self.accuracies))


def finetune(
    start: Start, data: LabelledSplit, config: FinetuneConfig, *, progress: Callable[[int, int], None] | None = None
) -> list[Outcome]:
    """Both starts, all shares, all seeds; killed, the same call goes on. Writes the classifier and the lines as JSON.

    The classifier in ``out`` is the one that began with ``start``, saw all data of the largest share, and the first seed: not the
    best by the test, which then would not be one.

    Raises:
        ConfigError: the folder has runs with another configuration or other data.
    """
    torch.set_num_threads(config.threads)
    starts = [start, start.from_scratch()]
    jobs = [(s, share, seed) for s in starts for share in config.shares for seed in config.seeds]
    tuned: dict[tuple[str, float], list[float]] = {}
    probed: dict[tuple[str, float], list[float]] = {}
    kept = (start.name, max(config.shares), config.seeds[0])
    for done, (begin, share, seed) in enumerate(jobs, 1):
        part = data.train.share(share, seed=seed)
        network = begin.network(data.train.names, seed=seed)
        probed.setdefault((begin.name, share), []).append(_probe(network, part, data.test, config, begin))
        tuned.setdefault((begin.name, share), []).append(_tune(network, part, data.test, config, begin, share, seed))
        if (begin.name, share, seed) == kept:
            write_weights(config.out, NAME, network.state_dict(), about_classifier(begin.config(data.train.names)))
        if progress:
            progress(done, len(jobs))
    sizes = {share: len(data.train.share(share, seed=config.seeds[0])) for share in config.shares}
    outcomes = [
        Outcome(name, how, share, sizes[share], tuple(found))
        for how, all_found in (("fine-tuned", tuned), ("linear probe", probed))
        for (name, share), found in all_found.items()
    ]
    replace_text(config.out / "finetune.json", json.dumps([asdict(o) for o in outcomes], indent=1) + "\n")
    return outcomes


def _tune(
    network: ClassifierNetwork, train: LabelledClouds, test: LabelledClouds, config: FinetuneConfig, start: Start,
    share: float, seed: int,
) -> float:  # fmt: skip
    """Trains in place; accuracy in percent on what it never saw."""
    out = config.out / "runs" / f"{start.name} {share:g} {seed}"
    fabric = make_fabric(out, precision=config.precision)
    count = min(config.objects, len(train))

    def batch(number: int) -> tuple[Tensor, Tensor]:
        rng = np.random.default_rng([seed, number])
        chosen = rng.choice(len(train), count, replace=False)
        clouds = np.stack([_cloud(train.points[i], start, config, rng) for i in chosen])
        seen = clouds[..., : channels_of(network.points)]
        return fabric.to_device(torch.from_numpy(seen)), fabric.to_device(torch.from_numpy(train.labels[chosen]))

    def loss(module: Any, pair: tuple[Tensor, Tensor]) -> Losses:
        logits = module(pair[0])
        hit = logits.argmax(1).eq(pair[1]).float().mean()
        return {"loss": cross_entropy(logits, pair[1], label_smoothing=config.label_smoothing), "hit": hit}

    identity = {k: v for k, v in asdict(config).items() if k not in ("out", "threads", "shares", "seeds")}
    identity |= {"first weights": weights_digest(network), "labels": digest([train.names, train.labels.tolist()])}
    run = Run(out, NAME, config.loop, identity, count)
    fit(fabric, network, run, batch=batch, loss=loss)
    return 100 * float((_outputs(network, test, start).argmax(1).numpy() == test.labels).mean())


def _cloud(stored: np.ndarray, start: Start, config: FinetuneConfig, rng: np.random.Generator) -> np.ndarray:
    rows = training_cloud(
        stored, start.num_points, colorless=bool(rng.random() < config.colorless_share), color_fill=start.color_fill,
        jitter=config.augmentation.jitter, shrink=0.0, rng=rng,
    )  # fmt: skip
    return augmented_cloud(rows, config.augmentation, rng)


def _probe(
    network: ClassifierNetwork, train: LabelledClouds, test: LabelledClouds, config: FinetuneConfig, start: Start
) -> float:
    """Accuracy in percent of a logistic regression on the frozen encoder's rows, each number scaled by its spread."""
    linear = require("sklearn.linear_model", "train")
    scaling = require("sklearn.preprocessing", "train")
    pipeline = require("sklearn.pipeline", "train")
    learned = pipeline.make_pipeline(scaling.StandardScaler(), linear.LogisticRegression(max_iter=1000, C=0.1))
    learned.fit(_outputs(network.points, train, start).numpy(), train.labels)
    return 100 * float(learned.score(_outputs(network.points, test, start).numpy(), test.labels))


@torch.no_grad()
def _outputs(network: nn.Module, clouds: LabelledClouds, start: Start, *, batch: int = 64) -> Tensor:
    """What a network makes of clouds as they are, (N, outputs)."""
    network.eval()
    points = network.points if isinstance(network, ClassifierNetwork) else network
    device, found = next(network.parameters()).device, []
    for first in range(0, len(clouds), batch):
        part = clouds.points[first : first + batch, : start.num_points].copy()
        colors = part[..., 3:6]
        colors[np.isnan(colors)] = start.color_fill
        part = part[..., : channels_of(points)]  # type: ignore[arg-type]
        with torch.autocast(device.type, torch.bfloat16):
            found.append(network(torch.from_numpy(part).to(device)).float().cpu())
    return torch.cat(found)


def draw_outcomes(outcomes: Sequence[Outcome], picture: Path) -> None:
    """Accuracy over the share of the data, a line for each start: fig. 5, with the linear probes beside it."""
    plots = require("matplotlib.pyplot", "train")
    figure, fields = plots.subplots(1, 2, figsize=(9, 3.8), sharey=True)
    for axes, how in zip(fields, ("fine-tuned", "linear probe"), strict=True):
        for start, color in zip(_names(outcomes), ("#0b6e99", "#b5651d"), strict=False):
            own = sorted((o for o in outcomes if (o.start, o.how) == (start, how)), key=lambda o: o.share)
            shares, means, spreads = ([getattr(o, k) for o in own] for k in ("share", "mean", "spread"))
            shares = [100 * share for share in shares]
            axes.errorbar(shares, means, spreads, marker="o", markersize=4, capsize=3, color=color, label=start)
        axes.set(title=how, xlabel="training data (%)", ylim=(0, 103))
        axes.grid(alpha=0.25)
        axes.spines[["top", "right"]].set_visible(False)
    fields[0].set_ylabel("accuracy (%)")
    fields[0].legend(frameon=False, loc="lower right")
    figure.tight_layout()
    figure.savefig(picture, dpi=110)
    plots.close(figure)


def _names(outcomes: Iterable[Outcome]) -> list[str]:
    return list(dict.fromkeys(o.start for o in outcomes))
