"""Poses by synthesis, on shapes whose features are made up: the picture is then what the shape itself draws."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch.nn.functional import normalize

from trivium.errors import ConfigError
from trivium.evaluation.literal_pasr import literal_inference
from trivium.geometry import Pose, PoseGrid
from trivium.models.pasr import PointFeatures, Raster, alignment, drawn
from trivium.models.pose_inference import PAPER, PoseConfig, PoseInference, distinct, principal

RASTER = Raster(size=12, radius=0.12, per_pixel=8)
CONFIG = PoseConfig(grid=PoseGrid(elevations=3, azimuths=8, rolls=2), refined=3, steps=40, starts=2)
WIDTH = 24


def shape(seed: int, points: int = 600) -> PointFeatures:
    """Points in a lopsided box; features are waves of the place, so that neighbours are alike."""
    rng = np.random.default_rng(seed)
    places = (rng.uniform(-1, 1, (points, 3)) * [0.7, 0.4, 0.5]).astype(np.float32)
    waves = rng.normal(0, 2.0, (3, WIDTH)), rng.uniform(0, 6, WIDTH)
    return PointFeatures(places, np.sin(places @ waves[0] + waves[1]).astype(np.float16))


def picture(shape: PointFeatures, pose: Pose, noise: float = 0.0, seed: int = 0) -> torch.Tensor:
    """(D, G, G) what the shape draws, before nothing at all."""
    angles = torch.tensor([[pose.azimuth, pose.elevation, pose.roll]])
    points, features = torch.from_numpy(shape.points)[None], torch.from_numpy(shape.features).float()[None]
    maps, _ = drawn(points, features, angles, RASTER, fov=pose.fov, margin=pose.margin)
    generator = torch.Generator().manual_seed(seed)
    return normalize(normalize(maps, dim=1) + noise * torch.randn(maps.shape, generator=generator), dim=1)[0]


@pytest.fixture(scope="module")
def library():
    """Six shapes, a search that knows them, and their templates."""
    shapes = [shape(seed) for seed in range(6)]
    basis = principal(torch.from_numpy(np.concatenate([s.features for s in shapes]).astype(np.float32)), 16)
    inference = PoseInference(basis, RASTER, CONFIG)
    return shapes, inference, [inference.templates(s) for s in shapes]


def test_alignment_is_the_mean_cosine_over_what_is_drawn():
    generator = torch.Generator().manual_seed(0)
    photo = normalize(torch.randn(5, 4, 4, generator=generator), dim=0)
    maps, seen = torch.randn(2, 5, 4, 4, generator=generator), torch.rand(2, 4, 4, generator=generator) < 0.5
    for b in range(2):
        cosines = [
            float(torch.cosine_similarity(photo[:, i, j], maps[b, :, i, j], dim=0))
            for i in range(4) for j in range(4) if seen[b, i, j]
        ]  # fmt: skip
        assert alignment(photo, maps, seen)[b] == pytest.approx(np.mean(cosines), abs=1e-6)
        more = sum(cosines) / (len(cosines) + 0.25 * 16)  # a quarter of the picture fits not at all
        assert alignment(photo, maps, seen, 0.25)[b] == pytest.approx(more, abs=1e-6)
    assert alignment(photo, maps, torch.zeros_like(seen), 0.25).tolist() == [-1, -1]


def test_a_fit_of_few_pixels_counts_less():
    photo = normalize(torch.ones(3, 8, 8), dim=0)
    seen = torch.zeros(2, 8, 8, dtype=torch.bool)
    seen[0, :1, :2], seen[1, :6, :6] = True, True
    few, many = alignment(photo, torch.stack([photo] * 2), seen, 0.03)
    assert few < 0.6 < 0.9 < many
    assert alignment(photo, torch.stack([photo] * 2), seen) == pytest.approx([1.0, 1.0])


def test_poses_that_are_one_are_looked_at_once():
    poses = torch.tensor(
        [[0.5, 0.2, 0.1], [0.5 + 2 * torch.pi, 0.2, 0.1], [0.5, -0.2, 0.1], [0.5, 0.2, 0.1 + 2e-2], [0.5, 0.2, 0.1]]
    )
    assert distinct(poses).tolist() == poses[[0, 2, 3]].tolist()
    two = torch.tensor([[0.0, 0.0, 0.0], [0.2, 0.0, 0.0]])  # whose neighbours at 0.1 have nine in common
    around = torch.cartesian_prod(*[torch.tensor([-0.1, 0.0, 0.1])] * 3)
    assert len(distinct((two[:, None] + around).flatten(0, 1))) == 54 - 9


def test_templates_score_nearly_as_drawing_does(library):
    shapes, inference, templates = library
    photo = picture(shapes[1], Pose(0.5, 0.3), noise=0.05)
    coarse = inference.coarse_scores(photo[None], templates)[0]
    exact = inference.exact_scores(photo, shapes, np.tile(np.arange(len(CONFIG.grid)), (len(shapes), 1)))
    assert coarse.shape == exact.shape == (6, 48)
    assert np.abs(coarse - exact).max() < 0.15 and np.corrcoef(coarse.ravel(), exact.ravel())[0, 1] > 0.99


@pytest.mark.parametrize("seed", range(4))
def test_shape_and_pose_are_found(library, seed):
    shapes, inference, templates = library
    rng = np.random.default_rng(seed)
    true, angles = int(rng.integers(6)), rng.uniform([0, -0.2, -0.2], [6.28, 1.0, 0.2])
    photo = picture(shapes[true], Pose(*(float(a) for a in angles)), noise=0.1, seed=seed)
    first = inference.infer(photo, shapes, templates)[0]
    assert first.index == true and first.score > first.searched
    off = np.array([first.pose.azimuth, first.pose.elevation, first.pose.roll]) - angles
    assert (np.abs((off + np.pi) % (2 * np.pi) - np.pi) < 0.2).all()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "config", [CONFIG, replace(PAPER, grid=CONFIG.grid, refined=3, steps=40)], ids=["ours", "the paper's"]
)
def test_it_finds_what_the_literal_algorithm_finds(library, seed, config):
    shapes, inference, templates = library
    photo = picture(shapes[seed], Pose(1.0 + seed, 0.2), noise=0.3, seed=seed)
    ours = PoseInference(inference.basis, RASTER, config).infer(photo, shapes, templates)
    literal = literal_inference(photo, shapes, RASTER, config)
    assert [p.index for p in ours[:3]] == [p.index for p in literal[:3]]
    near = 0.03 if config.pyramid else 0.01
    for a, b in zip(ours[:3], literal[:3], strict=True):
        assert a.score == pytest.approx(b.score, abs=near) and a.searched == pytest.approx(b.searched, abs=1e-4)


def test_finer_poses_fit_better_than_those_of_the_grid(library):
    shapes, inference, _ = library
    true = Pose(0.6, 0.3, 0.05)
    photo = picture(shapes[0], true)
    starts = inference.grid[
        inference.exact_scores(photo, shapes[:1], np.arange(len(CONFIG.grid))[None])[0].argsort()[-2:].copy()
    ]
    finer = inference.finer(photo, shapes[:1], starts[None])
    assert finer.shape == (1, CONFIG.pyramid[-1], 3)
    scores = [
        float(alignment(photo, *drawn(*inference._stacked(shapes[:1]), own[None], RASTER, fov=CONFIG.fov, margin=CONFIG.margin), CONFIG.prior))
        for own in (*starts, *finer[0])
    ]  # fmt: skip
    assert max(scores[2:]) > max(scores[:2])
    off = finer[0, 0].numpy() - [true.azimuth, true.elevation, true.roll]
    assert np.abs(off).max() < 0.1


def test_finer_poses_are_as_many_as_are_kept_and_no_copies(library):
    shapes, inference, _ = library
    wide = PoseInference(inference.basis, RASTER, replace(CONFIG, pyramid=(4, 4, 4)))
    start = inference.grid[:1]
    starts = torch.cat([start, start + torch.from_numpy(CONFIG.grid.spacing / 3)])  # they share neighbours
    finer = wide.finer(picture(shapes[0], Pose(0.6, 0.3)), shapes[:1], starts[None])[0]
    assert len(finer) == len(distinct(finer)) == 4


def test_a_closer_look_never_makes_it_worse(library):
    shapes, inference, _ = library
    one, start = shapes[0], torch.tensor([[0.4, 0.2, 0.0], [3.0, 0.5, 0.1]])
    photo = picture(one, Pose(0.4, 0.2))
    points, features = torch.from_numpy(one.points)[None], torch.from_numpy(one.features).float()[None]
    at = alignment(photo, *drawn(points, features, start, RASTER, fov=CONFIG.fov, margin=CONFIG.margin), CONFIG.prior)
    angles, scores = inference.refine(photo, [one, one], start)
    assert (scores >= at.numpy() - 1e-6).all() and np.isfinite(angles).all()
    assert np.allclose(angles[0], start[0], atol=0.05)  # it was there already


def test_a_picture_that_is_no_number_gives_poses_and_scores_that_are(library):
    shapes, inference, templates = library
    for posed in inference.infer(torch.full((WIDTH, 12, 12), torch.nan), shapes, templates):
        assert np.isfinite([posed.score, posed.pose.azimuth, posed.pose.elevation, posed.pose.roll]).all()


def test_one_point_and_one_shape_are_enough(library):
    _, inference, _ = library
    lonely = PointFeatures(np.zeros((1, 3), np.float32), np.ones((1, WIDTH), np.float16))
    found = inference.infer(picture(shape(0), Pose(0, 0)), [lonely], [inference.templates(lonely)])
    assert len(found) == 1 and np.isfinite(found[0].score)


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts": 5},
        {"starts": 0},
        {"pyramid": (2, 0)},
        {"refined": -1},
        {"steps": -1},
        {"prior": -0.1},
        {"refined": 31},
        {"rescored": 0, "refined": 0},
    ],
)
def test_a_closer_look_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ConfigError, match="expected 1 to 'tried' starts"):
        replace(PoseConfig(), **wrong)


def test_templates_are_of_their_grid_and_camera():
    others = (replace(CONFIG, grid=PoseGrid()), replace(CONFIG, fov=0.5), replace(CONFIG, margin=1.3))
    assert len({c.digest for c in (CONFIG, *others)}) == 4
    assert replace(CONFIG, steps=7, starts=1, refined=2).digest == CONFIG.digest


@pytest.mark.gpu
def test_a_gpu_finds_what_the_processor_finds(library):
    shapes, inference, templates = library
    photo = picture(shapes[2], Pose(0.5, 0.3), noise=0.1)
    there = PoseInference(inference.basis.cuda(), RASTER, CONFIG)
    for a, b in zip(
        there.infer(photo.cuda(), shapes, templates), inference.infer(photo, shapes, templates), strict=True
    ):
        assert a.index == b.index and a.score == pytest.approx(b.score, abs=5e-3)
    for a, b in zip(there.templates(shapes[0]).values, templates[0].values, strict=True):
        assert np.abs(a.astype(int) - b).max() <= 2
