"""The recipes on a handful of shapes: they learn, and a killed run goes on as if nothing had happened."""

import logging
import math
import re
from dataclasses import replace

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from trivium.data.augmentation import QueryAugmentation
from trivium.data.objects import procedural_objects
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.encoders.images import ViT, ViTConfig
from trivium.encoders.points import PointBERT, PointBERTConfig
from trivium.encoders.text import StaticText, StaticTextConfig
from trivium.errors import ConfigError
from trivium.models.mini import WEIGHTS
from trivium.training import image_text, points
from trivium.training.image_text import ImageText, ImageTextConfig, is_name, train_image_text
from trivium.training.loop import LoopConfig
from trivium.training.points import PointsConfig, train_points

pytest.importorskip("lightning", reason="training needs the extra [train]")
OBJECTS = 8
LOOP = LoopConfig(steps=4, learning_rate=1e-3, warmup=1, save_every=2, log_every=1)
IMAGE_TEXT = ImageTextConfig(loop=LOOP, sizes=((1.0, 32),), objects=OBJECTS)
POINTS = PointsConfig(loop=LOOP, objects=OBJECTS, num_points=64, image_size=32)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    objects = list(procedural_objects(OBJECTS, seed=0))
    config = CacheConfig(size=32, views_procedural=4, num_points=96, num_backgrounds=2 * OBJECTS)
    return build_cache(objects, tmp_path_factory.mktemp("cache"), config)


@pytest.fixture(scope="module")
def tokenizer():
    loaded = Tokenizer.from_file(str(WEIGHTS / "mini-tokenizer.json"))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def towers() -> ImageText:
    torch.manual_seed(0)
    text = StaticText(StaticTextConfig(width=16, out_dim=16))
    text.table.copy_(torch.randn(text.table.shape))
    return ImageText(ViT(ViTConfig(width=32, depth=1, stem_depth=1, heads=2, out_dim=16)), text)


def point_tower() -> PointBERT:
    torch.manual_seed(0)
    return PointBERT(PointBERTConfig(width=32, depth=1, heads=2, num_groups=8, group_size=8, out_dim=16))


def killed_at(step: int, module, name: str, monkeypatch) -> None:
    """Lets ``module.name`` be called ``step`` times, then dies."""
    real, calls = getattr(module, name), []

    def dying(*args, **kwargs):
        calls.append(1)
        if len(calls) > step:
            raise KeyboardInterrupt
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, dying)


def assert_same_weights(a: torch.nn.Module, b: torch.nn.Module) -> None:
    for (name, x), y in zip(a.state_dict().items(), b.state_dict().values(), strict=True):
        torch.testing.assert_close(x, y, msg=name, atol=1e-6, rtol=1e-5)


def test_image_text_killed_and_resumed_is_the_run_that_was_not_killed(cache, tokenizer, tmp_path, monkeypatch):
    straight = train_image_text(towers(), tokenizer, cache, tmp_path / "a", IMAGE_TEXT)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        killed_at(3, image_text, "_choose", patch)
        train_image_text(towers(), tokenizer, cache, tmp_path / "b", IMAGE_TEXT)
    resumed = train_image_text(towers(), tokenizer, cache, tmp_path / "b", IMAGE_TEXT)
    assert_same_weights(straight, resumed)


def test_points_killed_and_resumed_is_the_run_that_was_not_killed(cache, tmp_path, monkeypatch):
    image = towers().image.eval()
    straight = train_points(point_tower(), image, cache, tmp_path / "a", POINTS)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        killed_at(3 * OBJECTS, points, "training_cloud", patch)
        train_points(point_tower(), image, cache, tmp_path / "b", POINTS)
    resumed = train_points(point_tower(), image, cache, tmp_path / "b", POINTS)
    assert_same_weights(straight, resumed)


def test_image_text_learns(cache, tokenizer, tmp_path, caplog):
    """Eight shapes are told apart after some steps, as pictures and by their names."""
    caplog.set_level(logging.INFO)
    loop = replace(LOOP, steps=100, warmup=10, log_every=50)
    config = replace(IMAGE_TEXT, loop=loop, augmentation=QueryAugmentation().eased(0))
    train_image_text(towers(), tokenizer, cache, tmp_path, config)
    last = caplog.messages[-1]
    told = {k: float(v) for k, v in re.findall(r"([A-Za-z@1 ]+?) ([\d.e+-]+)(?:  |$)", last.split("  ", 1)[1])}
    assert told["find"] < 0.8 * math.log(OBJECTS), last
    assert told["names"] < 0.7 * math.log(len({n for row in cache.objects for n in row["captions"] if is_name(n)})), (
        last
    )


def test_words_are_true_of_all_objects_that_they_name(cache, tokenizer):
    """An image is not pushed away from a word that is true of it, whoever brought the word into the batch."""
    draw = image_text._Batches(cache, tokenizer, towers().text, IMAGE_TEXT)
    batch = draw(0)
    assert batch.same.diagonal().all() and batch.named.any(1).all()
    assert len(draw.names) == batch.named.shape[1] and not any(n.startswith("a ") for n in draw.names)
    names = {row["category"]: set(row["captions"]) for row in cache.objects}
    assert all(category in own for category, own in names.items())


@pytest.mark.parametrize("kind", [ImageTextConfig, PointsConfig])
def test_a_batch_of_one_is_no_contrast(kind):
    with pytest.raises(ConfigError, match="objects is 1, expected 2 or more"):
        kind(objects=1)


def test_no_object_is_twice_in_a_batch(cache, tokenizer):
    """It would be its own rival. Without real models there is one pool to draw from."""
    rows = image_text._Batches(cache, tokenizer, towers().text, IMAGE_TEXT).rows
    real = [dict(row, key=f"pack/{i}") for i, row in enumerate(rows[:2])]
    for number in range(20):
        for given, count in ((rows, len(rows)), (rows + real, len(rows)), (rows + real, len(rows) + 2)):
            chosen = image_text._choose(given, count, np.random.default_rng(number), near_share=0.5)
            assert len({row["key"] for row in chosen}) == count
    with pytest.raises(ConfigError, match="needs 99 different objects"):
        image_text._choose(rows, 99, np.random.default_rng(0), near_share=0.5)


@pytest.mark.parametrize("changed", ["objects", "first weights"])
def test_a_run_of_other_objects_or_another_seed_does_not_go_on(changed, cache, tokenizer, tmp_path):
    train_image_text(towers(), tokenizer, cache, tmp_path, IMAGE_TEXT)
    model, given = towers(), cache
    if changed == "objects":
        given = replace(cache, objects=[dict(row, key=f"other {row['key']}") for row in cache.objects])
    else:
        torch.nn.init.normal_(model.text.linear.weight)
    with pytest.raises(ConfigError, match=changed):
        train_image_text(model, tokenizer, given, tmp_path, IMAGE_TEXT)


def test_points_of_another_image_tower_do_not_go_on(cache, tmp_path):
    image = towers().image.eval()
    train_points(point_tower(), image, cache, tmp_path, POINTS)
    torch.nn.init.normal_(next(image.parameters()))
    with pytest.raises(ConfigError, match="image tower"):
        train_points(point_tower(), image, cache, tmp_path, POINTS)


def test_accumulated_batches_are_of_one_step(cache, tokenizer, tmp_path):
    """The sizes of pictures follow the steps, not the batches: the last batches of a run still have one."""
    config = replace(IMAGE_TEXT, loop=replace(LOOP, accumulate=2), sizes=((0.5, 32), (1.0, 48)))
    draw = image_text._Batches(cache, tokenizer, towers().text, config)
    assert [draw(n).pictures.shape[-1] for n in range(8)] == [32] * 4 + [48] * 4
