import numpy as np
import pytest
import torch

from trivium.encoders import images, points
from trivium.encoders.images import (
    CLIPImageConfig,
    DINOv2Config,
    DINOv3Config,
    EVAImageConfig,
    SigLIPImageConfig,
    SLIPImageConfig,
    ViT,
    ViTConfig,
)
from trivium.encoders.points import (
    MichelangeloConfig,
    PointBERT,
    PointBERTConfig,
    PointMLPConfig,
    PointNet2Config,
    PointNeXtConfig,
    PointTransformerConfig,
    PPATConfig,
    Uni3DConfig,
    VecSetConfig,
)
from trivium.encoders.points.grouping import (
    _in_balls_on_cpu,
    ball_query,
    farthest_loop,
    farthest_points,
    group,
    in_balls,
)
from trivium.encoders.points.patches import fold_batch_norms
from trivium.encoders.points.pointnet2 import Level
from trivium.encoders.text import (
    CLIPTextConfig,
    CLIPTexts,
    SigLIPTextConfig,
    SigLIPTexts,
    StaticText,
    StaticTextConfig,
)
from trivium.errors import ShapeError
from trivium.geometry import farthest_point_sampling

TINY_VIT = ViTConfig(width=32, depth=2, heads=2, out_dim=24)
TINY_POINTS = PointBERTConfig(width=32, depth=2, heads=2, num_groups=16, group_size=8, out_dim=24)


def seeded(build):
    torch.manual_seed(0)
    return build().eval()


CASES = {  # a tiny one of every encoder, and the shape of what it takes
    ViT: (lambda: ViT(TINY_VIT), (3, 64, 64)),
    PointBERT: (lambda: PointBERT(TINY_POINTS), (128, 9)),
    points.PointPatchTransformer: (
        lambda: points.PointPatchTransformer(
            PPATConfig(width=32, depth=2, heads=2, hidden=64, patch_width=24, num_groups=16, group_size=8, out_dim=24)
        ),
        (128, 6),
    ),
    points.PointTransformer: (
        lambda: points.PointTransformer(
            PointTransformerConfig(width=32, depth=2, heads=2, patch_width=24, num_groups=16, group_size=8, out_dim=24)
        ),
        (128, 3),
    ),
    points.Uni3D: (
        lambda: points.Uni3D(
            Uni3DConfig(
                width=32, depth=2, heads=2, hidden=40, mlp="gated-norm", num_groups=16, group_size=8, out_dim=24
            )
        ),
        (128, 6),
    ),
    points.PointNet2: (
        lambda: points.PointNet2(
            PointNet2Config(
                levels=(Level(num_groups=16, radii=(0.5, 1.0), group_sizes=(8, 8), widths=((16, 24), (16, 32))),),
                whole=(32, 48),
                hidden=(32, 24),
                features_first=True,
                out_dim=24,
            )
        ),
        (128, 3),
    ),
    points.PointMLP: (
        lambda: points.PointMLP(PointMLPConfig(num_points=64, width=8, neighbors=(8,) * 4, hidden=(32,), out_dim=24)),
        (128, 3),
    ),
    points.PointNeXt: (
        lambda: points.PointNeXt(
            PointNeXtConfig(blocks=(1, 2, 1), strides=(1, 4, 1), width=8, radius=0.5, head=(32,), out_dim=24)
        ),
        (128, 6),
    ),
    points.VecSet: (
        lambda: points.VecSet(
            VecSetConfig(num_latents=16, latent_width=24, width=32, depth=1, heads=2, head_dim=16),
        ),
        (128, 3),
    ),
    points.Michelangelo: (
        lambda: points.Michelangelo(
            MichelangeloConfig(num_latents=8, latent_width=4, width=32, heads=2, depth=1, decoder_depth=1, out_dim=24)
        ),
        (128, 6),
    ),
    images.CLIPImages: (
        lambda: images.CLIPImages(
            CLIPImageConfig(image_size=32, patch=16, width=32, depth=2, heads=2, hidden=64, out_dim=24)
        ),
        (3, 32, 32),
    ),
    images.SLIPImages: (
        lambda: images.SLIPImages(SLIPImageConfig(image_size=32, patch=16, width=32, depth=2, heads=2)),
        (3, 32, 32),
    ),
    images.EVAImages: (
        lambda: images.EVAImages(
            EVAImageConfig(image_size=28, width=32, depth=2, heads=2, hidden=64, out_dim=24),
        ),
        (3, 28, 28),
    ),
    images.SigLIPImages: (
        lambda: images.SigLIPImages(
            SigLIPImageConfig(image_size=32, patch=16, width=32, depth=2, heads=2, hidden=64),
        ),
        (3, 32, 32),
    ),
    images.DINOv2: (
        lambda: images.DINOv2(DINOv2Config(image_size=56, width=32, depth=2, heads=2, hidden=64, registers=2)),
        (3, 28, 42),
    ),
    images.DINOv3: (
        lambda: images.DINOv3(DINOv3Config(width=32, depth=2, heads=2, hidden=64)),
        (3, 32, 48),
    ),
}
PLACES = {points.Pointwise, images.DenseHead}  # give a vector for every place: see test_dense.py
WORDS, SETS = {points.PointTokenizer}, {points.VecSet}  # what gives words or sets of vectors, not one vector
HALVES = {points.VecSet, points.Michelangelo}  # autoencoders: the decoder does not learn from an embedding


def test_every_encoder_has_a_case():
    exported = [getattr(room, name) for room in (points, images) for name in room.__all__]
    networks = {x for x in exported if isinstance(x, type) and issubclass(x, torch.nn.Module)}
    assert networks - WORDS - PLACES == set(CASES)


@pytest.mark.parametrize("name", CASES, ids=lambda c: c.__name__)
def test_encoder_contract(name):
    build, shape = CASES[name]
    encoder = seeded(build)
    batch = torch.randn(3, *shape, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        out = encoder(batch)
        assert out.shape == ((3, 16, 24) if name in SETS else (3, encoder.out_dim)) and out.isfinite().all()
        torch.testing.assert_close(encoder(batch[:1]), out[:1], atol=1e-5, rtol=1e-4)  # no leak across the batch
        assert (out[0] - out[1]).abs().max() > 1e-4


@pytest.mark.parametrize("name", sorted(set(CASES) - HALVES, key=lambda c: c.__name__), ids=lambda c: c.__name__)
def test_every_parameter_learns(name):
    build, shape = CASES[name]
    encoder = seeded(build).train()
    out = encoder(torch.randn(4, *shape))
    (out * torch.randn(out.shape)).sum().backward()
    unused = {n for n, p in encoder.named_parameters() if p.grad is None or not p.grad.abs().sum() > 0}
    assert unused <= {"net.embeddings.mask_token"}


TEXT_SIZE = {"context": 8, "vocabulary": 50, "width": 32, "depth": 2, "heads": 2, "hidden": 64, "out_dim": 24}
TEXT_CASES = {
    CLIPTexts: lambda: CLIPTexts(CLIPTextConfig(**TEXT_SIZE)),
    SigLIPTexts: lambda: SigLIPTexts(SigLIPTextConfig(**TEXT_SIZE)),
}


@pytest.mark.parametrize("name", TEXT_CASES, ids=lambda c: c.__name__)
def test_text_encoder_contract(name):
    encoder = seeded(TEXT_CASES[name])
    ids = torch.tensor([[48, 1, 2, 3, 49, 0, 0, 0], [48, 4, 49, 0, 0, 0, 0, 0], [48, 9, 8, 7, 6, 5, 4, 49]])
    with torch.inference_mode():
        out = encoder(ids)
        assert out.shape == (3, encoder.out_dim) and out.isfinite().all()
        torch.testing.assert_close(encoder(ids[:1]), out[:1], atol=1e-5, rtol=1e-4)
        assert (out[0] - out[1]).abs().max() > 1e-4
        padded = ids.clone()
        padded[0, 5:] = 1
        same = bool((encoder(padded)[0] - out[0]).abs().max() < 1e-5)
        assert same == (name is CLIPTexts), "nothing counts behind CLIP's end of text; SigLIP reads its padding"


def test_vit_runs_at_other_sizes():
    vit = ViT(TINY_VIT)
    assert vit.tokens(torch.zeros(1, 3, 96, 64)).shape == (1, 6 * 4, 32)


def test_points_may_come_in_any_order_after_the_first():
    """Farthest point sampling starts at point 0; the rest is a set."""
    encoder = seeded(CASES[PointBERT][0])
    cloud = torch.randn(1, 128, 9, generator=torch.Generator().manual_seed(1))
    order = torch.cat(
        [torch.zeros(1, dtype=torch.long), 1 + torch.randperm(127, generator=torch.Generator().manual_seed(2))]
    )
    torch.testing.assert_close(encoder(cloud), encoder(cloud[:, order]), atol=1e-4, rtol=1e-3)


def test_a_patch_is_the_maximum_over_points_that_know_their_patch():
    """MiniPointNet, written out point by point: [maximum of all, own] through the second network."""
    net = seeded(CASES[PointBERT][0]).patch
    patches = torch.randn(2, 3, 8, 9, generator=torch.Generator().manual_seed(0))
    for b, g in np.ndindex(2, 3):
        local = torch.stack([net.local(point) for point in patches[b, g]])
        whole = local.max(0).values
        naive = torch.stack([net.both(torch.cat([whole, point])) for point in local]).max(0).values
        torch.testing.assert_close(net(patches)[b, g], naive, atol=1e-5, rtol=1e-4)


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


@pytest.mark.parametrize("strict", [False, True])
def test_ball_query_is_its_definition(strict):
    """Naive twin: the first points by index within the radius, padded with the first of them."""
    points = torch.rand(2, 60, 3, generator=torch.Generator().manual_seed(0))
    centers = points[:, ::10]
    found = ball_query(points, centers, 0.4, 7, strict=strict)
    for b in range(2):
        for g, center in enumerate(centers[b]):
            squared = (points[b] - center).square().sum(1)
            inside = [i for i, d in enumerate(squared) if (d < 0.16 if strict else d <= 0.16)][:7]
            assert found[b, g].tolist() == inside + inside[:1] * (7 - len(inside))


@pytest.mark.parametrize("strict", [False, True])
def test_balls_of_the_tree_are_those_of_all_pairs(strict):
    points = torch.rand(2, 90, 3, generator=torch.Generator().manual_seed(0))
    points[1, :27] = torch.cartesian_prod(*[torch.arange(3) * 0.25] * 3)  # some at exactly the radius
    naive = in_balls(points, points[:, :30], 0.25, strict=strict)
    for tree, pairs in zip(_in_balls_on_cpu(points, points[:, :30], 0.25, strict=strict), naive, strict=True):
        assert torch.equal(tree, pairs)


@pytest.mark.parametrize("skip_origin", [False, True])
def test_farthest_points_on_a_cpu_are_those_of_the_loop(skip_origin):
    points = torch.randn(2, 200, 3, generator=torch.Generator().manual_seed(0)) * 0.2
    assert torch.equal(
        farthest_points(points, 30, skip_origin=skip_origin), farthest_loop(points, 30, skip_origin=skip_origin)
    )


def test_folded_batch_norms_give_the_same():
    encoder = seeded(CASES[points.PointPatchTransformer][0])
    for module in encoder.modules():
        if isinstance(module, torch.nn.BatchNorm1d):
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 2)
    cloud = torch.randn(2, 128, 6)
    with torch.inference_mode():
        before = encoder(cloud)
        torch.testing.assert_close(fold_batch_norms(encoder)(cloud), before, atol=1e-5, rtol=1e-4)
    assert not any(isinstance(m, torch.nn.BatchNorm1d) for m in encoder.modules())


def test_static_text_averages_its_table():
    text = StaticText(StaticTextConfig(vocabulary=10, width=4, out_dim=6))
    text.table.copy_(torch.arange(40).view(10, 4).half())
    rows = text.average([[1], [2, 3], []])
    mean = (text.table[2] + text.table[3]).float() / 2
    torch.testing.assert_close(rows[1], mean / mean.norm())
    assert rows[2].abs().sum() == 0
    assert text(rows).shape == (3, 6)


@pytest.mark.parametrize(
    "network", [points.PointPatchTransformer, points.Uni3D, points.PointTransformer, points.PointMLP]
)
@pytest.mark.parametrize(
    ("count", "value", "says"), [(7, 0.5, "a cloud of 7 points, expected"), (128, torch.nan, "NaN")]
)
def test_a_cloud_must_have_points_enough_and_finite_ones(network, count, value, says):
    build, (_, channels) = CASES[network]
    with pytest.raises(ShapeError, match=says):
        seeded(build)(torch.full((1, count, channels), value))


@pytest.mark.gpu
@pytest.mark.parametrize("skip_origin", [False, True])
def test_the_kernel_chooses_what_numpy_chooses(skip_origin):
    points = torch.randint(-9, 10, (3, 700, 3), generator=torch.Generator().manual_seed(0)) / 8  # many equally far
    expected = farthest_points(points, 200, skip_origin=skip_origin)
    assert torch.equal(farthest_points(points.cuda(), 200, skip_origin=skip_origin).cpu(), expected)
