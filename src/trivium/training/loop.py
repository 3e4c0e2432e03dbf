"""The training loop, one for all recipes: a recipe is a module, a batch for every number, and a loss.

Batches are functions of their number, so that a run that was killed goes on as if nothing had happened.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import torch
from torch import Tensor, nn

from trivium.data.identity import differences
from trivium.errors import ConfigError, TriviumError, require

if TYPE_CHECKING:
    from lightning.fabric import Fabric

log = logging.getLogger(__name__)
B = TypeVar("B")
Losses = Mapping[str, Tensor]  # the first is what is made smaller; the others are told


@dataclass(frozen=True, kw_only=True)
class LoopConfig:
    steps: int
    learning_rate: float
    weight_decay: float = 0.05
    warmup: int = 50  # steps; then half a cosine to zero
    clip: float = 1.0  # norm of the gradient
    accumulate: int = 1  # batches a step, on each device; a contrast is within one of them
    log_every: int = 20
    save_every: int = 100
    validate_every: int = 100

    def __post_init__(self) -> None:
        counts = (self.steps, self.accumulate, self.log_every, self.save_every, self.validate_every)
        if min(counts) < 1 or self.warmup < 0 or self.learning_rate <= 0 or self.clip <= 0:
            raise ConfigError(f"got {self}: steps and the like must be 1 or more, rate and clip above 0")


def make_fabric(out: Path, *, devices: int | str = 1, precision: str = "bf16-mixed") -> Fabric:
    """Device, precision and processes; ``out/log`` is for tensorboard.

    Raises:
        ConfigError: a precision that there is not.
    """
    lightning = require("lightning.fabric", "train")
    loggers = require("lightning.fabric.loggers", "train")
    logger = loggers.TensorBoardLogger(out, name="log", version="")
    try:
        fabric = lightning.Fabric(accelerator="auto", devices=devices, precision=precision, loggers=[logger])
    except ValueError as error:
        raise ConfigError(f"precision '{precision}' on {devices} devices: {error}") from error
    fabric.launch()
    return fabric


@dataclass(frozen=True)
class Run:
    """What is trained where. Another ``identity`` is another run, which does not go on from this one's checkpoint."""

    out: Path
    name: str  # of the checkpoint: out/NAME.ckpt
    config: LoopConfig
    identity: dict[str, Any]  # the whole configuration, as plain values
    samples: int  # in a batch, over all devices: for the line about throughput

    @property
    def checkpoint(self) -> Path:
        return self.out / f"{self.name}.ckpt"

    @property
    def best(self) -> Path:
        return self.out / f"{self.name}-best.ckpt"


def fit(
    fabric: Fabric,
    module: nn.Module,
    run: Run,
    *,
    batch: Callable[[int], B],
    loss: Callable[[Any, B], Losses],
    validate: Callable[[nn.Module], dict[str, float]] | None = None,
    optimizers: Sequence[torch.optim.Optimizer] = (),
) -> nn.Module:
    """Trains ``module`` in place and returns it with its best weights by ``validate``, or its last without.

    Args:
        batch: the batch of a number 0, 1, 2, ...; on each device of its own. A step has ``accumulate`` of them.
        validate: numbers about the module; the first decides which weights are best.
        optimizers: take turns, a step each, with the learning rates that they have times the schedule: batch and loss know by
            a batch's number whose turn it is. AdamW over everything that learns, where none are given.

    Raises:
        ConfigError: the run that would go on had another configuration; says what differs.
        TriviumError: a checkpoint cannot be written (the one before is intact), or cannot be read.
    """
    config = run.config
    given = optimizers or [adamw([p for p in module.parameters() if p.requires_grad], config)]
    full_rates = [[group["lr"] for group in optimizer.param_groups] for optimizer in given]
    wrapped, *turns = fabric.setup(module, *given)
    # Named so that checkpoints of one optimizer stay what they were.
    state = {"model": wrapped} | {f"optimizer{i or ''}": optimizer for i, optimizer in enumerate(turns)}
    step, best = _resume(fabric, run, state) if run.checkpoint.is_file() else (0, -math.inf)
    started, first = time.monotonic(), step
    while step < config.steps:
        wrapped.train()
        optimizer, rates = turns[step % len(turns)], full_rates[step % len(turns)]
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule(step, config)
        for part in range(config.accumulate):
            last, number = part == config.accumulate - 1, step * config.accumulate + part
            torch.manual_seed(number * fabric.world_size + fabric.global_rank)  # dropout, too, is a function of it
            with fabric.no_backward_sync(wrapped, enabled=not last):
                losses = loss(wrapped, batch(number))
                fabric.backward(next(iter(losses.values())) / config.accumulate)
        fabric.clip_gradients(wrapped, optimizer, max_norm=config.clip)
        optimizer.step()
        module.zero_grad(set_to_none=True)  # all of it: what waits for its turn must not gather gradients
        step += 1
        if step % config.log_every == 0:
            rate = (step - first) * config.accumulate * run.samples / (time.monotonic() - started)
            _tell(fabric, run, step, {k: float(v.detach()) for k, v in losses.items()} | {"samples a second": rate})
        if validate is not None and (step % config.validate_every == 0 or step == config.steps):
            found = _validated(validate, module)
            _tell(fabric, run, step, {f"validation {k}": v for k, v in found.items()})
            if next(iter(found.values())) > best:
                best = next(iter(found.values()))
                _save(fabric, run.best, {"model": wrapped, "step": step})
        if step % config.save_every == 0 or step == config.steps:
            told = {"step": step, "best": best, "identity": json.dumps(run.identity, default=str)}
            _save(fabric, run.checkpoint, state | told)
    if run.best.is_file() and validate is not None:
        fabric.load(run.best, {"model": wrapped})
    return module


def adamw(parameters: Sequence[nn.Parameter], config: LoopConfig) -> torch.optim.Optimizer:
    return torch.optim.AdamW(parameters, lr=config.learning_rate, weight_decay=config.weight_decay, betas=(0.9, 0.98))


def _tell(fabric: Fabric, run: Run, step: int, values: dict[str, float]) -> None:
    """To tensorboard, and as a line of the log."""
    fabric.log_dict({f"{run.name}/{k}": v for k, v in values.items()}, step)
    told = "  ".join(f"{k} {v:.4g}" for k, v in values.items())
    log.info("%s %d/%d  %s", run.name, step, run.config.steps, told)


def check_contrast(recipe: str, objects: int) -> None:
    """
    Raises:
        ConfigError: a batch of fewer than two objects.
    """
    if objects < 2:
        raise ConfigError(
            f"{recipe}.objects is {objects}, expected 2 or more: a contrast needs something to differ from"
        )


def weights_digest(module: nn.Module) -> str:
    """A short name of all weights, for the identity of a run."""
    found = hashlib.sha256()
    for name, tensor in module.state_dict().items():
        found.update(name.encode() + tensor.detach().cpu().contiguous().flatten().view(torch.uint8).numpy().tobytes())
    return found.hexdigest()[:12]


def schedule(step: int, config: LoopConfig) -> float:
    """Factor of the learning rate: linear warm-up, then half a cosine to zero."""
    if step < config.warmup:
        return (step + 1) / config.warmup
    return 0.5 * (1 + math.cos(math.pi * (step - config.warmup) / max(1, config.steps - config.warmup)))


def gathered(fabric: Fabric, rows: Tensor) -> Tensor:
    """Rows (B, D) of all processes, in the order of their ranks, with their gradients.

    Every process then has the loss of the joint batch, and the mean of their gradients is that of one process.
    """
    if fabric.world_size == 1:
        return rows
    everything = fabric.all_gather(rows, sync_grads=True)
    assert isinstance(everything, Tensor)
    return everything.flatten(0, 1)


def _validated(validate: Callable[[nn.Module], dict[str, float]], module: nn.Module) -> dict[str, float]:
    module.eval()
    with torch.inference_mode():
        return validate(module)


def _resume(fabric: Fabric, run: Run, state: dict[str, Any]) -> tuple[int, float]:
    """Fills module and optimizers; the step to go on with, and the best of a validation so far."""
    try:
        found = fabric.load(run.checkpoint)  # filled in below, once it is known to be of this run
        before, step, best = json.loads(found["identity"]), int(found["step"]), float(found["best"])
    except Exception as error:  # torch raises half a dozen types on damaged files
        raise TriviumError(f"{run.checkpoint} is damaged ({type(error).__name__}): delete it to begin anew") from error
    if changed := differences(before, json.loads(json.dumps(run.identity, default=str))):
        raise ConfigError(
            f"{run.checkpoint} was made with another configuration ({'; '.join(changed)}): "
            "go on with the first one, or train into another folder"
        )
    fabric.load(run.checkpoint, state)
    log.info("going on from %s at step %d", run.checkpoint, step)
    return step, best


def _save(fabric: Fabric, path: Path, state: dict[str, Any]) -> None:
    """All or nothing: without space, the checkpoint before stays."""
    partial = path.with_suffix(".partial")
    try:
        fabric.save(partial, state)
        if fabric.is_global_zero:
            partial.replace(path)
    except (OSError, RuntimeError) as error:  # torch says RuntimeError when a file cannot grow
        partial.unlink(missing_ok=True)
        before = f"{path} is intact" if path.is_file() else "there was none before"
        raise TriviumError(
            f"the checkpoint cannot be written ({error}); {before}. If the disk is full, make space, then start again"
        ) from error
    fabric.barrier()
