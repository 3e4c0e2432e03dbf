"""``trivium train mini``: render once, distil the token table, train image and text, train points, write the weights."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from trivium.data.objects import procedural_objects, real_objects
from trivium.data.render_cache import CacheConfig, RenderCache, build_cache
from trivium.data.shards import replace_text
from trivium.encoders.images import ViT
from trivium.encoders.points import PointBERT
from trivium.encoders.text import StaticText
from trivium.models.mini import WEIGHTS, Mini, MiniConfig, load_mini
from trivium.training.distill_text import distill
from trivium.training.image_text import ImageText, ImageTextConfig, train_image_text
from trivium.training.points import PointsConfig, train_points

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class TrainMiniConfig:
    """The whole run. ``collection`` is a folder of real models with a manifest; without it, only procedural shapes."""

    out: Path
    collection: Path | None = None
    num_procedural: int = 10512  # 24 of each category
    cache: CacheConfig = field(default_factory=CacheConfig)
    image_text: ImageTextConfig = field(default_factory=ImageTextConfig)
    points: PointsConfig = field(default_factory=PointsConfig)
    model: MiniConfig = field(default_factory=MiniConfig)
    seed: int = 0  # of the objects and the first weights; the three parts have their own
    threads: int = 2


def train_mini(config: TrainMiniConfig, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Trains mini and returns the folder with its weights. Killed, the same call goes on where it was."""
    from tokenizers import Tokenizer

    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    config.out.mkdir(parents=True, exist_ok=True)
    cache = _cache(config, progress)
    text = StaticText(config.model.text)
    tokenizer_file = _copy_table(text, config)
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    towers = ImageText(ViT(config.model.image), text)
    train_image_text(towers, tokenizer, cache, config.out, config.image_text)
    points = PointBERT(config.model.points)
    train_points(points, towers.image.eval(), cache, config.out, config.points)
    _write(config, {"image": towers.image, "text": text, "points": points})
    return config.out


def _cache(config: TrainMiniConfig, progress: Callable[[int, int], None] | None) -> RenderCache:
    objects = list(procedural_objects(config.num_procedural, seed=config.seed))
    if config.collection is not None:
        objects = real_objects(config.collection, validation=False) + objects
    cache = build_cache(objects, config.out / "cache", config.cache, progress=progress)
    failed = [row for row in cache.objects if not row["views"]]
    log.info(
        "%d objects, %d views, %d objects failed: %s",
        len(cache.objects),
        len(cache.views),
        len(failed),
        [r["key"] for r in failed],
    )
    return cache


def _copy_table(text: StaticText, config: TrainMiniConfig) -> Path:
    """Fills the token table: the packaged one if it is there, else distilled anew. Returns the tokenizer file."""
    from safetensors.torch import load_file, save_file

    table, tokenizer = config.out / "mini-table.safetensors", config.out / "mini-tokenizer.json"
    if not table.is_file() and (WEIGHTS / table.name).is_file():
        shutil.copy(WEIGHTS / table.name, table)
        shutil.copy(WEIGHTS / tokenizer.name, tokenizer)
    if not table.is_file():
        rows, source = distill(config.model.text.width)
        shutil.copy(source, tokenizer)
        save_file({"text.table": rows.contiguous()}, table)
    text.table.copy_(load_file(table)["text.table"])
    return tokenizer


def _write(config: TrainMiniConfig, towers: dict[str, torch.nn.Module]) -> None:
    """All weights but the table in bfloat16, and the configuration beside them; read back once as a check."""
    from safetensors.torch import save_file

    tensors: dict[str, Tensor] = {}
    for prefix, tower in towers.items():
        tensors |= {f"{prefix}.{k}": v.detach().bfloat16().contiguous() for k, v in tower.state_dict().items()}
    tensors.pop("text.table")
    save_file(tensors, config.out / ".weights.part")
    (config.out / ".weights.part").replace(config.out / f"{Mini.name}.safetensors")
    replace_text(config.out / f"{Mini.name}.json", json.dumps(config.model.to_json(), indent=1) + "\n")
    log.info("wrote %s, fingerprint %s", config.out, load_mini(config.out).fingerprint)
