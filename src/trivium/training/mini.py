"""``trivium train mini``: render once, distil the token table, train image and text, train points, remember names, write the
weights."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from trivium.data.objects import training_objects
from trivium.data.render_cache import CacheConfig, RenderCache, build_cache
from trivium.data.shards import replace_text
from trivium.encoders.images import ViT
from trivium.encoders.points import PointBERT
from trivium.encoders.text import NameMemoryConfig, StaticText
from trivium.models.checkpoints import read_config
from trivium.models.mini import WEIGHTS, Mini, MiniConfig, load_mini
from trivium.training.distill_text import distill
from trivium.training.image_text import ImageText, ImageTextConfig, train_image_text
from trivium.training.names import NamesConfig, looks_of_names, remember
from trivium.training.points import PointsConfig, train_points, view_targets
from trivium.training.weights import in_bfloat16, write_weights

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
    names: NamesConfig = field(default_factory=NamesConfig)
    names_only: bool = False  # the towers stay those of the package
    model: MiniConfig = field(default_factory=MiniConfig)
    seed: int = 0  # of the objects and the first weights; the three parts have their own
    threads: int = 2


def train_mini(config: TrainMiniConfig, *, progress: Callable[[int, int], None] | None = None) -> Path:
    """Trains mini and returns the folder with its weights. Killed, the same call goes on where it was."""
    torch.set_num_threads(config.threads)
    torch.manual_seed(config.seed)
    config.out.mkdir(parents=True, exist_ok=True)
    objects = training_objects(config.num_procedural, config.collection, seed=config.seed)
    cache = build_cache(objects, config.out / "cache", config.cache, progress=progress)
    if config.names_only:
        for file in ("mini.json", "mini.safetensors", "mini-table.safetensors", "mini-tokenizer.json"):
            shutil.copy(WEIGHTS / file, config.out)
        about = MiniConfig.from_json(read_config(config.out / "mini.json"))
        about = replace(about, names=NameMemoryConfig(), version=config.model.version)
        replace_text(config.out / "mini.json", json.dumps(about.to_json(), indent=1) + "\n")
    else:
        _train_towers(config, cache)
    _learn_names(config, cache)
    log.info("wrote %s, fingerprint %s", config.out, load_mini(config.out).fingerprint)
    return config.out


def _train_towers(config: TrainMiniConfig, cache: RenderCache) -> None:
    from tokenizers import Tokenizer

    text = StaticText(config.model.text)
    tokenizer_file = _copy_table(text, config)
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    towers = ImageText(ViT(config.model.image), text)
    train_image_text(towers, tokenizer, cache, config.out, config.image_text)
    points = PointBERT(config.model.points)
    train_points(points, towers.image.eval(), cache, config.out, config.points)
    tensors = in_bfloat16({"image": towers.image, "text": text, "points": points})
    tensors.pop("text.table")  # in a file of its own, which training does not change
    write_weights(config.out, Mini.name, tensors, config.model.to_json())


def _learn_names(config: TrainMiniConfig, cache: RenderCache) -> None:
    """Beside towers that are in ``config.out`` and remember nothing yet."""
    towers, c = load_mini(config.out), config.names
    seen = view_targets(towers.image.float(), cache, c.image_size, grey=False, views=c.views)
    names, looks = looks_of_names([row["captions"] for row in cache.objects], seen)
    memory = remember(torch.from_numpy(towers.encode_texts(names)), looks, c)
    tensors = {f"names.{key}": value.half() for key, value in memory.state_dict().items()}
    save_file(tensors, config.out / "mini-names.safetensors")
    about = replace(towers.config, names=memory.config)
    replace_text(config.out / "mini.json", json.dumps(about.to_json(), indent=1) + "\n")


def _copy_table(text: StaticText, config: TrainMiniConfig) -> Path:
    """Fills the token table: the packaged one if it is there, else distilled anew. Returns the tokenizer file."""
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
