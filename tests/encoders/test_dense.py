"""Features of places: in pictures and on shapes."""

import numpy as np
import pytest
import torch

from trivium.encoders.images import DenseHead, DenseHeadConfig, ViT, ViTConfig
from trivium.encoders.points import PointNeXtConfig, Pointwise, PointwiseConfig
from trivium.encoders.points.pointwise import interpolated
from trivium.errors import ConfigError

TOWER = ViTConfig(width=32, depth=2, heads=2, out_dim=24)
SMALL = PointwiseConfig(
    backbone=PointNeXtConfig(
        in_channels=9, width=8, strides=(1, 2, 2, 2), blocks=(1, 1, 1, 1), neighbors=8, radius=0.4
    ),
    out_dim=12,
)


def cloud(b: int = 2, n: int = 96) -> torch.Tensor:
    generator = torch.Generator().manual_seed(0)
    return torch.cat([torch.rand(b, n, 3, generator=generator) * 2 - 1, torch.rand(b, n, 6, generator=generator)], -1)


@pytest.mark.parametrize(("height", "width"), [(64, 64), (32, 96)])
def test_a_picture_has_a_vector_for_every_eight_pixels(height, width):
    torch.manual_seed(0)
    tower, head = ViT(TOWER).eval(), DenseHead(DenseHeadConfig(width=32, depth=1, heads=2, out_dim=12), TOWER).eval()
    fine, coarse = tower.pyramid(torch.randn(2, 3, height, width))
    assert fine.shape == (2, 16, height // 8, width // 8) and coarse.shape == (2, 64, height // 16, width // 16)
    assert head(fine, coarse).shape == (2, 12, height // 8, width // 8)


def test_the_pyramid_is_what_the_tower_sees_on_its_way():
    torch.manual_seed(0)
    tower, pictures = ViT(TOWER).eval(), torch.randn(2, 3, 64, 64)
    _, coarse = tower.pyramid(pictures)
    assert torch.allclose(coarse[:, :32], tower.stem(pictures))
    assert torch.allclose(coarse[:, 32:].flatten(2).transpose(1, 2), tower.tokens(pictures), atol=1e-6)


def test_every_point_has_a_vector_and_gradients_reach_all_weights():
    torch.manual_seed(0)
    net = Pointwise(SMALL)
    found = net(cloud())
    assert found.shape == (2, 96, 12) and found.isfinite().all()
    found.square().sum().backward()
    assert [n for n, p in net.named_parameters() if p.grad is None] == []


def test_order_of_points_does_not_matter():
    """Beyond what farthest points and balls take first: the first point stays first, and balls hold all they can."""
    torch.manual_seed(0)
    one = cloud(1, 24)
    order = torch.cat([torch.zeros(1, dtype=torch.long), torch.randperm(23) + 1])
    small = PointwiseConfig(
        backbone=PointNeXtConfig(in_channels=9, width=8, strides=(1, 2), blocks=(1, 1), radius=0.4), stages=(-1,)
    )
    net = Pointwise(small).eval()
    assert torch.allclose(net(one)[:, order], net(one[:, order]), atol=1e-5)


def test_interpolation_is_its_equations():
    """Eq. 2-5, point by point."""
    generator = torch.Generator().manual_seed(0)
    centers, features = torch.rand(1, 20, 3, generator=generator), torch.randn(1, 20, 5, generator=generator)
    points = torch.rand(1, 15, 3, generator=generator)
    found = interpolated(centers, features, points, 3, 0.05)
    for i in range(15):
        squared = ((points[0, i] - centers[0]) ** 2).sum(1)
        near = np.argsort(squared.numpy())[:3]
        weights = np.exp(-squared[near].numpy() / 0.05)
        expected = (weights[:, None] / weights.sum() * features[0, near].numpy()).sum(0)
        np.testing.assert_allclose(found[0, i].numpy(), expected, rtol=1e-4, atol=1e-5)


def test_fewer_centres_than_neighbours_are_enough():
    assert interpolated(torch.zeros(1, 1, 3), torch.ones(1, 1, 4), torch.rand(1, 6, 3), 3, 0.05).eq(1).all()


@pytest.mark.parametrize("stages", [(), (0,), (-5,)])
def test_stages_that_there_are_not_are_refused(stages):
    with pytest.raises(ConfigError, match="expected numbers from -4 to -1"):
        PointwiseConfig(backbone=SMALL.backbone, stages=stages)
