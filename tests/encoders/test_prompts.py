"""Deep prompts in a tower without a class token; of SLIP's, the naive twin is in tests/models/test_towers.py."""

import pytest
import torch

from trivium.encoders.images import ViT, ViTConfig
from trivium.encoders.images.vit import sine_positions
from trivium.encoders.prompts import DeepPrompts, prompted

TINY = ViTConfig(width=32, depth=3, heads=2, out_dim=24)


@pytest.fixture
def tower():
    torch.manual_seed(0)
    return ViT(TINY).requires_grad_(False).eval()


def pictures(size=48):
    return torch.randn(2, 3, size, size, generator=torch.Generator().manual_seed(1))


def naive(tower, prompts, images):
    """Eq. 8 layer by layer: prompts go in, what became of them is thrown away, and the mean is of the patches alone."""
    grid = tower.stem(images)
    x = grid.flatten(2).transpose(1, 2) + sine_positions(grid.shape[2], grid.shape[3], TINY.width)
    for layer, own in zip(tower.blocks, prompts, strict=True):
        x = layer(torch.cat([own.expand(len(x), -1, -1), x], 1))[:, len(own) :]
    return tower.center(tower.head(tower.norm(x).mean(1)))


@pytest.mark.parametrize("size", [32, 48])
def test_a_vit_with_prompts_is_its_naive_twin(tower, size):
    with torch.no_grad():
        plain = tower(pictures(size))
        deep = DeepPrompts(tower, count=4)
        deep.prompts.mul_(50)
        copy = ViT(TINY).eval()
        copy.load_state_dict(tower.state_dict())
        expected = naive(copy, deep.prompts, pictures(size))
        torch.testing.assert_close(deep(pictures(size)), expected)
        assert deep.tower.tokens(pictures(size)).shape == (2, (size // 16) ** 2, 32)
        assert not torch.allclose(deep(pictures(size)), plain, atol=1e-3)


def test_only_prompts_learn(tower):
    deep = DeepPrompts(tower, count=5)
    deep(pictures()).square().mean().backward()
    assert [name for name, p in deep.named_parameters() if p.grad is not None] == ["prompts"]
    assert deep.prompts.shape == (3, 5, 32) and bool((deep.prompts.grad != 0).any(-1).all())  # of every layer


def test_what_cannot_be_prompted_is_said():
    with pytest.raises(TypeError, match="got a Linear, expected one of: SLIPImages, ViT"):
        prompted(torch.nn.Sequential(torch.nn.Linear(2, 2)), 5)
