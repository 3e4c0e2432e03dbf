import numpy as np
import pytest
import torch

from trivium.errors import ShapeError
from trivium.geometry import Pose, orbit_rotations
from trivium.rendering.splatting import alpha_composited, norm_weighted, rotations_of, seen_from, splat


def cloud(b=2, n=60, seed=0) -> torch.Tensor:
    points = torch.rand(b, n, 3, generator=torch.Generator().manual_seed(seed)) * 2.6 - 1.3
    points[..., 2] = points[..., 2] + 1  # some are behind
    return points


def naive(points, size, radius, per_pixel):
    """Every pixel looks at every point."""
    height, width = size
    shorter = min(size)
    out = torch.full((len(points), height, width, per_pixel), -1)
    for b, own in enumerate(points):
        for row in range(height):
            for column in range(width):
                x = width / shorter * (1 - (2 * column + 1) / width)
                y = height / shorter * (1 - (2 * row + 1) / height)
                squared = (own[:, 0] - x) ** 2 + (own[:, 1] - y) ** 2
                seen = [i for i in range(len(own)) if own[i, 2] >= 0 and squared[i] < radius**2]
                for k, i in enumerate(sorted(seen, key=lambda i: float(own[i, 2]))[:per_pixel]):
                    out[b, row, column, k] = b * len(own) + i
    return out


@pytest.mark.parametrize(("size", "radius"), [((8, 8), 0.33), ((5, 9), 0.2), ((9, 4), 0.7), ((6, 6), 0.05)])
def test_it_is_its_definition(size, radius):
    points = cloud()
    assert torch.equal(splat(points, size, radius=radius, per_pixel=3).indices, naive(points, size, radius, 3))


def test_of_equal_points_the_first_is_kept():
    points = torch.tensor([[[0.0, 0, 1]] * 3])
    assert splat(points, (1, 1), radius=0.5, per_pixel=2).indices.flatten().tolist() == [0, 1]


def test_empty_pixels_are_zero_and_say_so():
    splats = splat(torch.tensor([[[0.0, 0.0, -1.0]]]), (3, 3), radius=0.5, per_pixel=2)
    assert (splats.indices == -1).all() and (splats.depth == -1).all() and (splats.squared == -1).all()
    assert not norm_weighted(splats, torch.ones(1, 4)).any() and not alpha_composited(splats, torch.ones(1, 4)).any()


@pytest.mark.parametrize("compose", [norm_weighted, alpha_composited])
def test_gradients_are_those_of_finite_differences(compose):
    """To features, and to a pose: a turn of all points about the axis of view."""
    points, features = cloud(1, 40).double(), torch.randn(40, 3, dtype=torch.double)

    def picture(angle, features):
        c, s, zero, one = torch.cos(angle), torch.sin(angle), torch.zeros_like(angle), torch.ones_like(angle)
        turn = torch.stack([c, -s, zero, s, c, zero, zero, zero, one]).view(3, 3)
        return compose(splat(points @ turn.T, (6, 6), radius=0.4, per_pixel=5), features)

    angle = torch.tensor(0.1, dtype=torch.double, requires_grad=True)
    assert torch.autograd.gradcheck(picture, (angle, features.requires_grad_()), eps=1e-7, atol=1e-5)


def test_points_must_be_clouds():
    with pytest.raises(ShapeError, match=r"\(4, 3\), expected \(B, N, 3\)"):
        splat(torch.zeros(4, 3), (2, 2), radius=0.1, per_pixel=1)


def test_a_camera_sees_what_the_renderer_sees():
    """Pixels of ``Pose.camera`` and coordinates of ``seen_from`` are the same places."""
    pose = Pose(0.7, 0.4, -0.2, fov=0.9, margin=1.2)
    points = torch.rand(1, 50, 3, generator=torch.Generator().manual_seed(1)) - 0.5
    angles = torch.tensor([[pose.azimuth, pose.elevation, pose.roll]])
    seen = seen_from(points, angles, fov=pose.fov, margin=pose.margin)[0]
    pixels, depth = pose.camera(100).project(points[0].numpy())
    np.testing.assert_allclose(50 - 50 * seen[:, :2].numpy(), pixels[0], atol=1e-3)
    np.testing.assert_allclose(seen[:, 2].numpy(), depth[0], rtol=1e-5)


def test_rotations_are_those_of_the_cameras_and_have_gradients():
    angles = torch.randn(20, 3, generator=torch.Generator().manual_seed(0), dtype=torch.double)
    np.testing.assert_allclose(rotations_of(angles).numpy(), orbit_rotations(*angles.numpy().T), atol=1e-6)
    assert torch.autograd.gradcheck(rotations_of, angles.requires_grad_())


def test_a_camera_inside_the_shape_sees_what_is_in_front_of_it_alone():
    points = torch.tensor([[[0.0, 0, 1], [0, 0, -1]]])
    seen = seen_from(points, torch.zeros(1, 3), fov=3.0, margin=0.5)  # half a radius away
    splats = splat(seen, (3, 3), radius=0.5, per_pixel=4)
    assert seen.isfinite().all() and sorted(splats.indices.unique().tolist()) == [-1, 1]


@pytest.mark.gpu
def test_the_kernel_finds_what_sorting_finds():
    generator = torch.Generator().manual_seed(0)
    points = torch.randint(-20, 21, (3, 700, 3), generator=generator) / 16  # many at the same depth, and on edges
    on_cpu = splat(points, (6, 8), radius=0.3, per_pixel=5)
    on_gpu = splat(points.cuda(), (6, 8), radius=0.3, per_pixel=5)
    assert torch.equal(on_cpu.indices, on_gpu.indices.cpu())
    torch.testing.assert_close(on_cpu.weights, on_gpu.weights.cpu())
