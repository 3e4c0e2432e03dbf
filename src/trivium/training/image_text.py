"""Recipe of mini's image and text towers: two-view instance contrast over cluttered backgrounds, and image-text contrast.

For each object of a batch: two photo-like *queries* and two clean *gallery* views. A query must find the mean of its
object's gallery views among those of all objects (that is what a search does), its twin query, its words among those of
the batch, and its names among all names that there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from trivium.data.augmentation import QueryAugmentation, gallery_pictures, query_pictures
from trivium.data.identity import digest
from trivium.data.render_cache import RenderCache
from trivium.encoders.images import ViT
from trivium.encoders.text import StaticText, tokenize
from trivium.errors import ConfigError
from trivium.training.loop import LoopConfig, Losses, Run, check_contrast, fit, make_fabric, weights_digest
from trivium.training.losses import info_nce, inverse, labelled_nce, naming_loss, temperature

PROMPTS = ("{}", "a {}", "a photo of a {}", "a 3D model of a {}", "a picture of a {}", "the {}")


@dataclass(frozen=True, kw_only=True)
class ImageTextConfig:
    loop: LoopConfig = LoopConfig(steps=2400, learning_rate=1e-3, log_every=10, save_every=50)
    sizes: tuple[tuple[float, int], ...] = ((0.6, 64), (0.9, 96), (1.0, 128))  # until this share of the steps: pixels
    easy_share: float = 0.15  # of the steps, in which backgrounds, occluders and faults come in little by little
    objects: int = 128  # a batch; four pictures each
    text_weight: float = 1.0
    names_weight: float = 0.5
    twin_weight: float = 0.5
    grey_share: float = 0.25  # objects whose gallery views lose their colours
    augmentation: QueryAugmentation = field(default_factory=QueryAugmentation)
    seed: int = 0

    def __post_init__(self) -> None:
        check_contrast("image_text", self.objects)


class ImageText(nn.Module):
    """The two towers and their temperatures."""

    def __init__(self, image: ViT, text: StaticText) -> None:
        super().__init__()
        self.image, self.text = image, text
        self.image_scale, self.text_scale = temperature(0.1), temperature(0.1)

    def forward(self, pictures: Tensor, averaged: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Unit rows of pictures (B, 3, H, W) in [0, 1] and of averaged token vectors (C, width), and the logit factors."""
        images = self.image(standardized(pictures).to(memory_format=torch.channels_last))
        words = self.text(averaged)
        scales = inverse(self.image_scale), inverse(self.text_scale)
        return normalize(images.float(), dim=1), normalize(words.float(), dim=1), *scales


def standardized(pictures: Tensor) -> Tensor:
    return (pictures - 0.5) / 0.25


def train_image_text(
    model: ImageText, tokenizer: object, cache: RenderCache, out: Path, config: ImageTextConfig
) -> ImageText:
    """Trains in place; goes on from ``out/image_text.ckpt`` when it is there.

    Raises:
        ConfigError: that checkpoint is of another configuration, other objects or other first weights.
    """
    fabric = make_fabric(out)
    draw = _Batches(cache, tokenizer, model.text, config)

    def loss(module: Any, batch: _Batch) -> Losses:
        images, words, scale, text_scale = module(batch.pictures, batch.words)
        words, names = words[: len(batch.same)], words[len(batch.same) :]
        query_a, query_b, gallery_a, gallery_b = images.chunk(4)
        gallery = normalize(gallery_a + gallery_b, dim=1)
        find = (info_nce(query_a, gallery, scale) + info_nce(query_b, gallery, scale)) / 2
        twin = info_nce(query_a, query_b, scale)
        looks = torch.cat([query_a, gallery])
        text = labelled_nce(looks, words, batch.same.repeat(2, 1), text_scale)
        named = naming_loss(looks, names, batch.named.repeat(2, 1), text_scale)
        total = find + config.twin_weight * twin + config.text_weight * text + config.names_weight * named
        hit = (query_a.detach() @ gallery.detach().T).argmax(1).eq(torch.arange(len(gallery), device=gallery.device))
        return {
            "loss": total, "find": find, "twin": twin, "text": text, "names": named,
            "R@1 in batch": hit.float().mean(), "scale": scale, "text scale": text_scale,
        }  # fmt: skip

    identity = asdict(config) | {"objects trained on": digest(cache.objects), "first weights": weights_digest(model)}
    run = Run(out, "image_text", config.loop, identity, 4 * config.objects)
    fit(fabric, model, run, batch=lambda number: draw(number).to(fabric.device), loss=loss)
    return model


@dataclass(frozen=True)
class _Batch:
    pictures: Tensor  # (4N, 3, H, W): queries, queries, gallery, gallery
    words: Tensor  # (N + W, width) averaged token vectors: a text for each object, then all names
    same: Tensor  # (N, N) which texts are true of which object
    named: Tensor  # (N, W) which names are

    def to(self, device: torch.device) -> _Batch:
        return _Batch(*(x.to(device) for x in (self.pictures, self.words, self.same, self.named)))


class _Batches:
    """The batch of a number: a resumed run sees what the first would have seen."""

    def __init__(self, cache: RenderCache, tokenizer: object, text: StaticText, config: ImageTextConfig) -> None:
        self.cache, self.tokenizer, self.text, self.config = cache, tokenizer, text, config
        self.rows = [row for row in cache.objects if row["views"] >= 4]
        self.names = sorted({name for row in self.rows for name in row["captions"] if is_name(name)})

    def __call__(self, number: int) -> _Batch:
        config, step = self.config, number // self.config.loop.accumulate
        rng, numpy_rng = (
            torch.Generator().manual_seed(config.seed * 1_000_003 + number),
            np.random.default_rng([config.seed, number]),
        )
        difficulty = min(1.0, step / max(1.0, config.easy_share * config.loop.steps))
        chosen = _choose(self.rows, config.objects, numpy_rng, near_share=0.5 * difficulty)
        pictures = self._pictures(chosen, step, config.augmentation.eased(difficulty), rng, numpy_rng)
        words = _words(chosen, numpy_rng)
        true = [set(row["captions"]) for row in chosen]
        prompt = PROMPTS[int(numpy_rng.integers(len(PROMPTS)))]
        texts = [_prompted(word, numpy_rng) for word in words] + [prompt.format(name) for name in self.names]
        return _Batch(
            pictures,
            self.text.average(tokenize(self.tokenizer, texts)),
            torch.tensor([[word in own for word in words] for own in true]),
            torch.tensor([[name in own for name in self.names] for own in true]),
        )

    def _pictures(
        self, chosen: list[dict], step: int, augmentation: QueryAugmentation, rng: torch.Generator,
        numpy_rng: np.random.Generator,
    ) -> Tensor:  # fmt: skip
        cache, config = self.cache, self.config
        size = next(pixels for share, pixels in config.sizes if step < share * config.loop.steps)
        picked = np.stack([row["first"] + numpy_rng.choice(row["views"], 4, replace=False) for row in chosen])
        queries, gallery = torch.from_numpy(np.stack([cache.views[i] for i in picked.T.reshape(-1)])).chunk(2)
        behind = numpy_rng.choice(len(cache.backgrounds), len(queries), replace=False)
        backgrounds = torch.from_numpy(np.stack([cache.backgrounds[i] for i in behind]))
        grey = torch.rand(len(chosen), generator=rng) < config.grey_share
        return torch.cat(
            [
                query_pictures(queries, backgrounds, size, augmentation, rng),
                gallery_pictures(gallery, size, grey=grey.repeat(2), rng=rng),
            ]
        )


def is_name(caption: str) -> bool:
    """A name can follow "a photo of a". A description has its own article, and "hex nut m6" is a file's name."""
    return not caption.startswith(("a ", "an ")) and not any(c.isdigit() for c in caption)


def _prompted(caption: str, rng: np.random.Generator) -> str:
    prompt = PROMPTS[int(rng.integers(len(PROMPTS)))]
    return prompt.format(caption) if is_name(caption) else caption


def _choose(rows: list[dict], count: int, rng: np.random.Generator, *, near_share: float) -> list[dict]:
    """Half real, half procedural as far as there are so many; none twice, which would be its own rival.

    A share of the batches is from few categories, so that neighbours must be told apart.

    Raises:
        ConfigError: there are fewer objects than a batch needs.
    """
    if len(rows) < count:
        raise ConfigError(f"a batch needs {count} different objects and there are {len(rows)}: set a smaller batch")
    chosen: list[dict] = []
    real = [r for r in rows if "/" in r["key"]]
    made = [r for r in rows if "/" not in r["key"]]
    from_real = min(len(real), max(count // 2, count - len(made)))
    for pool, share in ((real, from_real), (made, count - from_real)):
        if rng.random() < near_share:
            categories = sorted({r["category"] for r in pool})
            few = set(rng.choice(categories, min(len(categories), max(8, len(categories) // 8)), replace=False))
            near = [r for r in pool if r["category"] in few]
            pool = near if len(near) >= share else pool
        chosen += [pool[i] for i in rng.choice(len(pool), share, replace=False)]
    return chosen


def _words(chosen: Sequence[dict], rng: np.random.Generator) -> list[str]:
    """A text for each object: in half of the batches the name of its category, else any of its captions."""
    if rng.random() < 0.5:
        return [row["category"] for row in chosen]
    return [row["captions"][int(rng.integers(len(row["captions"])))] for row in chosen]
