import numpy as np
import pytest
import torch

from trivium.encoders.images import ViT, ViTConfig
from trivium.encoders.points import PointBERT, PointBERTConfig
from trivium.encoders.points.grouping import farthest_points, group
from trivium.encoders.text import StaticText, StaticTextConfig
from trivium.geometry import farthest_point_sampling

TINY_VIT = ViTConfig(width=32, depth=2, heads=2, out_dim=24)
TINY_POINTS = PointBERTConfig(width=32, depth=2, heads=2, num_groups=16, group_size=8, out_dim=24)


def seeded(build):
    torch.manual_seed(0)
    return build().eval()


CASES = {
    "vit": (lambda: seeded(lambda: ViT(TINY_VIT)), (3, 64, 64)),
    "pointbert": (lambda: seeded(lambda: PointBERT(TINY_POINTS)), (128, 9)),
}


@pytest.mark.parametrize("name", CASES)
def test_encoder_contract(name):
    build, shape = CASES[name]
    encoder = build()
    batch = torch.randn(3, *shape, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        out = encoder(batch)
        assert out.shape == (3, encoder.out_dim) and out.isfinite().all()
        torch.testing.assert_close(encoder(batch[:1]), out[:1], atol=1e-5, rtol=1e-4)  # no leak across the batch
        assert (out[0] - out[1]).abs().max() > 1e-4


def test_every_parameter_learns():
    for build, shape in CASES.values():
        encoder = build().train()
        out = encoder(torch.randn(4, *shape))
        (out * torch.randn(out.shape)).sum().backward()
        assert all(p.grad is not None and p.grad.abs().sum() > 0 for p in encoder.parameters())


def test_vit_runs_at_other_sizes():
    vit = CASES["vit"][0]()
    assert vit.tokens(torch.zeros(1, 3, 96, 64)).shape == (1, 6 * 4, 32)


def test_points_may_come_in_any_order_after_the_first():
    """Farthest point sampling starts at point 0; the rest is a set."""
    encoder = CASES["pointbert"][0]()
    cloud = torch.randn(1, 128, 9, generator=torch.Generator().manual_seed(1))
    order = torch.cat(
        [torch.zeros(1, dtype=torch.long), 1 + torch.randperm(127, generator=torch.Generator().manual_seed(2))]
    )
    torch.testing.assert_close(encoder(cloud), encoder(cloud[:, order]), atol=1e-4, rtol=1e-3)


def test_tensor_and_compiled_farthest_points_agree():
    points = np.random.default_rng(0).normal(size=(300, 3)).astype(np.float32)
    torch_choice = farthest_points(torch.from_numpy(points)[None], 20)[0].numpy()
    np.testing.assert_array_equal(torch_choice, farthest_point_sampling(points, 20))


def test_groups_are_the_nearest_points():
    cloud = torch.randn(1, 50, 4, generator=torch.Generator().manual_seed(0))
    patches, centers = group(cloud, 5, 7)
    for g in range(5):
        distances = (cloud[0, :, :3] - centers[0, g]).norm(dim=1).sort().values[:7]
        torch.testing.assert_close(patches[0, g, :, :3].norm(dim=1).sort().values, distances, atol=1e-5, rtol=1e-5)


def test_static_text_averages_its_table():
    text = StaticText(StaticTextConfig(vocabulary=10, width=4, out_dim=6))
    text.table.copy_(torch.arange(40).view(10, 4).half())
    rows = text.average([[1], [2, 3], []])
    mean = (text.table[2] + text.table[3]).float() / 2
    torch.testing.assert_close(rows[1], mean / mean.norm())
    assert rows[2].abs().sum() == 0
    assert text(rows).shape == (3, 6)
