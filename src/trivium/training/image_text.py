"""Recipe of mini's image and text towers: two-view instance contrast over cluttered backgrounds, and image-text contrast.

For each object of a batch: two photo-like *queries* and two clean *gallery* views. A query must find the mean of its
object's gallery views among those of all objects (that is what a search does), its twin query, and its words.
"""

from __future__ import annotations

import logging
import math
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.data.augmentation import QueryAugmentation, gallery_pictures, query_pictures
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT
from trivium.encoders.text import StaticText, tokenize
from trivium.errors import require
from trivium.training.losses import info_nce, labelled_nce

log = logging.getLogger(__name__)
PROMPTS = ("{}", "a {}", "a photo of a {}", "a 3D model of a {}", "a picture of a {}", "the {}")


@dataclass(frozen=True, kw_only=True)
class ImageTextConfig:
    steps: int = 1000
    sizes: tuple[tuple[float, int], ...] = ((0.5, 64), (0.85, 96), (1.0, 128))  # until this share of the steps: pixels
    easy_share: float = 0.3  # of the steps, in which backgrounds, occluders and faults come in little by little
    objects: int = 128  # a batch; four pictures each
    learning_rate: float = 1e-3
    weight_decay: float = 0.05
    warmup: int = 50
    text_weight: float = 1.0
    twin_weight: float = 0.5
    grey_share: float = 0.25  # objects whose gallery views lose their colours
    augmentation: QueryAugmentation = field(default_factory=QueryAugmentation)
    seed: int = 0
    log_every: int = 10
    save_every: int = 50


class ImageText(nn.Module):
    """The two towers and their temperatures."""

    def __init__(self, image: ViT, text: StaticText) -> None:
        super().__init__()
        self.image, self.text = image, text
        self.image_scale = nn.Parameter(torch.tensor(math.log(1 / 0.1)))
        self.text_scale = nn.Parameter(torch.tensor(math.log(1 / 0.1)))

    def forward(self, pictures: Tensor, averaged: Tensor) -> tuple[Tensor, Tensor]:
        """Unit rows of pictures (B, 3, H, W) in [0, 1] and of averaged token vectors (C, width)."""
        images = self.image(standardized(pictures).to(memory_format=torch.channels_last))
        return normalize(images.float(), dim=1), normalize(self.text(averaged).float(), dim=1)


def standardized(pictures: Tensor) -> Tensor:
    return (pictures - 0.5) / 0.25


def train_image_text(
    model: ImageText,
    tokenizer: object,
    cache: RenderCache,
    out: Path,
    config: ImageTextConfig,
    *,
    validation: RenderCache | None = None,
) -> ImageText:
    """Trains in place; resumes from ``out/image_text.ckpt`` when it is there."""
    fabric = require("lightning", "train").Fabric(accelerator="auto", devices=1, precision="bf16-mixed")
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=config.learning_rate, weight_decay=config.weight_decay, betas=(0.9, 0.98)
    )
    wrapped, optimizer = fabric.setup(model, optimizer)
    checkpoint, step = out / "image_text.ckpt", 0
    if checkpoint.is_file():
        state = fabric.load(checkpoint, {"model": wrapped, "optimizer": optimizer})
        step = int(state["step"])
    started = time.monotonic()
    while step < config.steps:
        rng = torch.Generator().manual_seed(config.seed * 1_000_003 + step)  # by step, so a resumed run is the same run
        for group in optimizer.param_groups:
            group["lr"] = config.learning_rate * _schedule(step, config)
        batch = _batch(cache, tokenizer, model.text, config, step, rng)
        loss, parts = _loss(wrapped, batch, config)
        optimizer.zero_grad(set_to_none=True)
        fabric.backward(loss)
        fabric.clip_gradients(wrapped, optimizer, max_norm=1.0)
        optimizer.step()
        with torch.no_grad():
            model.image_scale.clamp_(max=math.log(100))
            model.text_scale.clamp_(max=math.log(100))
        step += 1
        if step % config.log_every == 0:
            log.info("image-text step %d/%d  %.0f s  %s", step, config.steps, time.monotonic() - started, parts)
        if step % config.save_every == 0 or step == config.steps:
            fabric.save(checkpoint, {"model": wrapped, "optimizer": optimizer, "step": step})
            if validation is not None:
                size = _size(config, step - 1)
                log.info("image-text step %d  validation at %d px %s", step, size, validate(model, validation, size))
    return model


@dataclass(frozen=True)
class _Batch:
    pictures: Tensor  # (4N, 3, H, W): queries, queries, gallery, gallery
    words: Tensor  # (N, width) averaged token vectors
    same: Tensor  # (N, N) rows whose words are equally true


def _loss(model: Any, batch: _Batch, config: ImageTextConfig) -> tuple[Tensor, dict[str, float]]:
    images, words = model(batch.pictures, batch.words)
    query_a, query_b, gallery_a, gallery_b = images.chunk(4)
    gallery = normalize(gallery_a + gallery_b, dim=1)
    scale, text_scale = model.image_scale.exp(), model.text_scale.exp()
    find = (info_nce(query_a, gallery, scale) + info_nce(query_b, gallery, scale)) / 2
    twin = info_nce(query_a, query_b, scale)
    text = (
        labelled_nce(query_a, words, batch.same, text_scale) + labelled_nce(gallery, words, batch.same, text_scale)
    ) / 2
    hit = (
        (query_a.detach() @ gallery.detach().T)
        .argmax(1)
        .eq(torch.arange(len(gallery), device=gallery.device))
        .float()
        .mean()
    )
    loss = find + config.twin_weight * twin + config.text_weight * text
    parts = {"find": find, "twin": twin, "text": text, "R@1 in batch": hit, "scale": scale}
    return loss, {k: round(float(v.detach()), 3) for k, v in parts.items()}


def _schedule(step: int, config: ImageTextConfig) -> float:
    """Factor of the learning rate: linear warm-up, then half a cosine to zero."""
    if step < config.warmup:
        return (step + 1) / config.warmup
    return 0.5 * (1 + math.cos(math.pi * (step - config.warmup) / max(1, config.steps - config.warmup)))


def _size(config: ImageTextConfig, step: int) -> int:
    """Pixels of the pictures at a step."""
    return next(pixels for share, pixels in config.sizes if step < share * config.steps)


def _batch(
    cache: RenderCache, tokenizer: object, text: StaticText, config: ImageTextConfig, step: int, rng: torch.Generator
) -> _Batch:
    rows = [row for row in cache.objects if row["views"] >= 4]
    numpy_rng = np.random.default_rng([config.seed, step])
    size = _size(config, step)
    difficulty = min(1.0, step / max(1.0, config.easy_share * config.steps))
    augmentation = config.augmentation.eased(difficulty)
    chosen = _choose(rows, config.objects, numpy_rng, near_share=0.5 * difficulty)
    picked = np.stack([row["first"] + numpy_rng.choice(row["views"], 4, replace=False) for row in chosen])
    views = torch.from_numpy(np.stack([cache.views[i] for i in picked.T.reshape(-1)]))
    queries, gallery = views.chunk(2)
    behind = torch.from_numpy(
        cache.backgrounds[np.sort(numpy_rng.choice(len(cache.backgrounds), len(queries), replace=False))]
    )
    behind = behind[torch.randperm(len(behind), generator=rng)]
    grey = torch.rand(len(chosen), generator=rng) < config.grey_share
    pictures = torch.cat(
        [
            query_pictures(queries, behind, size, augmentation, rng),
            gallery_pictures(gallery, size, grey=grey.repeat(2), rng=rng),
        ]
    )
    words, labels = _words(chosen, numpy_rng)
    same = torch.tensor([[a == b for b in labels] for a in labels])
    return _Batch(pictures, text.average(tokenize(tokenizer, words)), same)


def _choose(rows: list[dict], count: int, rng: np.random.Generator, *, near_share: float) -> list[dict]:
    """Half real, half procedural; in a share of batches from few categories, so that neighbours must be told apart."""
    chosen: list[dict] = []
    real = [r for r in rows if "/" in r["key"]]
    made = [r for r in rows if "/" not in r["key"]]
    for pool, share in ((real, count // 2), (made, count - count // 2)):
        pool = pool or rows
        if rng.random() < near_share:
            categories = sorted({r["category"] for r in pool})
            few = set(rng.choice(categories, min(len(categories), max(8, len(categories) // 8)), replace=False))
            near = [r for r in pool if r["category"] in few]
            pool = near if len(near) >= share else pool
        chosen += [pool[i] for i in rng.choice(len(pool), share, replace=len(pool) < share)]
    return chosen


def _words(chosen: list[dict], rng: np.random.Generator) -> tuple[list[str], list[str]]:
    """A text for each object, and the label that says whose texts are interchangeable."""
    by_category = rng.random() < 0.5
    words, labels = [], []
    for row in chosen:
        caption = row["category"] if by_category else row["captions"][int(rng.integers(len(row["captions"])))]
        labels.append(caption)
        prompt = PROMPTS[int(rng.integers(len(PROMPTS)))] if not caption.startswith(("a ", "an ")) else "{}"
        words.append(prompt.format(caption))
    return words, labels


@torch.inference_mode()
def validate(model: ImageText, cache: RenderCache, size: int) -> dict[str, float]:
    """R@1 of single queries against the mean of all other views, on objects that were never trained on."""
    rng = torch.Generator().manual_seed(1)
    rows = [row for row in cache.objects if row["views"] >= 4]
    gallery, clean, hard = [], [], []
    plain = QueryAugmentation(
        clutter_share=0, occluder_share=0, faults_share=0, grey_share=0, scale=(1, 1), shift=0, turn=0
    )
    model.eval()
    with torch.autocast("cpu", torch.bfloat16):
        for row in rows:
            views = torch.from_numpy(np.array(cache.views[row["first"] : row["first"] + row["views"]]))
            behind = torch.from_numpy(
                np.array(cache.backgrounds[(row["first"] + np.arange(2)) % len(cache.backgrounds)])
            )
            pictures = torch.cat(
                [
                    query_pictures(views[:2], behind, size, plain, rng),
                    query_pictures(views[:2], behind, size, QueryAugmentation(clutter_share=1, occluder_share=0), rng),
                    gallery_pictures(views[2:], size, grey=torch.zeros(len(views) - 2, dtype=torch.bool), rng=rng),
                ]
            )
            z = normalize(model.image(standardized(pictures).to(memory_format=torch.channels_last)).float(), dim=1)
            clean.append(z[:2])
            hard.append(z[2:4])
            gallery.append(normalize(z[4:].mean(0), dim=0))
    model.train()
    keys = torch.stack(gallery)
    truth = torch.arange(len(keys)).repeat_interleave(2)
    return {
        n: round(float((torch.cat(q) @ keys.T).argmax(1).eq(truth).float().mean()), 3)
        for n, q in (("clean", clean), ("hard", hard))
    }
