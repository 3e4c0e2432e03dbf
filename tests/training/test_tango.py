"""tango-mini on a handful of shapes: every stage learns, goes on where it was killed, and the weights come back."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch.nn.functional import normalize

from models.test_towers import tensors, timm_shapes
from trivium.data.objects import procedural_objects
from trivium.data.occupancy import OccupancyConfig
from trivium.data.render_cache import CacheConfig, build_cache
from trivium.encoders.points import VecSet, VecSetConfig
from trivium.errors import ConfigError, ShapeError, WeightsError
from trivium.geometry import PointCloud, Pose, unit_sphere
from trivium.geometry.symmetry import ANY, Symmetry
from trivium.models.pasr import FoundationTower
from trivium.models.preprocess import InputSpec
from trivium.models.tango3d import HeadConfig, TangoConfig, full_size, load_tango
from trivium.procedural import generate
from trivium.rendering import render_views
from trivium.training.alignment import (
    AlignmentConfig,
    PairBatches,
    Pairs,
    dense_losses,
    squared_up_to_symmetry,
    visible_points,
)
from trivium.training.loop import LoopConfig
from trivium.training.shape_vae import ShapeVAEConfig, iou
from trivium.training.tango3d import TrainTangoConfig, occupied, train_tango

pytest.importorskip("lightning", reason="training needs the extra [train]")
LOOP = LoopConfig(steps=4, learning_rate=1e-3, warmup=1, save_every=2, log_every=1)
CACHE = CacheConfig(size=32, views_procedural=4, num_points=96, num_backgrounds=8)
STAGE = AlignmentConfig(loop=LOOP, size=32, objects=3, num_points=64, pairs=8, elsewhere=8)
MODEL = TangoConfig(
    tokens=VecSetConfig(channels=6, num_latents=16, latent_width=8, width=32, depth=1, heads=2, head_dim=16),
    patches=HeadConfig(width=32, depth=1, heads=2), points=HeadConfig(width=32, depth=1, heads=2), out_dim=12,
    input=InputSpec(image_size=32, ring_views=0, num_points=128),
)  # fmt: skip


def recipe(out, **changes):
    return replace(
        TrainTangoConfig(
            out=out, num_procedural=6, num_occupied=4, cache=CACHE, occupancy=OccupancyConfig(num_points=64),
            vae=ShapeVAEConfig(loop=LOOP, objects=3, num_points=64, queries=32), dense=STAGE,
            together=replace(STAGE, whole=1.0), model=MODEL, threads=1,
        ),
        **changes,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return train_tango(recipe(tmp_path_factory.mktemp("tango")))


def test_the_weights_come_back_and_every_stage_has_learned(folder):
    model, before = load_tango(folder), load_tango(folder / "after-dense")
    chair = generate("chair", seed=3).mesh
    known = model.features_of(chair)
    assert known.features.shape == (4096, 12) and np.isfinite(known.features).all()
    assert not np.array_equal(known.features, before.features_of(chair).features)
    maps = model.map_of([np.zeros((40, 50, 3), np.uint8)])
    assert maps.shape == (1, 12, 4, 4) and torch.allclose(maps.norm(dim=1), torch.ones(1, 4, 4), atol=1e-3)
    rows = model.encode_shapes([chair])
    assert rows.shape == (1, 256) and np.isclose(np.linalg.norm(rows), 1, atol=1e-4)
    assert model.fingerprint != before.fingerprint


def test_before_whole_objects_are_learned_rows_are_those_of_mini(folder):
    model = load_tango(folder / "after-dense")
    chair = generate("chair", seed=3).mesh
    assert np.allclose(model.encode_shapes([chair]), model.mini.encode_shapes([chair]), atol=1e-5)
    photo = np.full((30, 30, 3), 90, np.uint8)
    assert np.allclose(model.encode_images([photo]), model.mini.encode_images([photo]), atol=1e-5)


def test_the_same_command_again_changes_nothing_and_another_configuration_is_refused(folder):
    before = load_tango(folder).fingerprint
    assert load_tango(train_tango(recipe(folder))).fingerprint == before
    with pytest.raises(ConfigError, match="spread"):
        train_tango(recipe(folder, dense=replace(STAGE, spread=0.1)))


def test_a_run_from_scratch_has_no_autoencoder(tmp_path):
    out = train_tango(recipe(tmp_path, joint=True))
    assert load_tango(out).encode_shapes([generate("mug", seed=0).mesh]).shape == (1, 256)
    assert not (tmp_path / "vae.ckpt").exists() and (tmp_path / "joint.ckpt").is_file()


def test_damaged_weights_are_refused(folder, tmp_path):
    for name in ("tango-mini.json", "tango-mini.safetensors"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    text = (tmp_path / "tango-mini.json").read_text()
    (tmp_path / "tango-mini.json").write_text(text.replace('"out_dim": 12', '"out_dim": 13'))
    with pytest.raises(WeightsError, match="patches"):
        load_tango(tmp_path)
    (tmp_path / "tango-mini.json").write_text(text.replace('"neighbors"', '"neighbours"'))
    with pytest.raises(WeightsError, match="neighbours"):
        load_tango(tmp_path)


def test_a_shape_without_numbers_or_with_less_than_its_tokens(folder):
    model = load_tango(folder)
    with pytest.raises(ShapeError, match="NaN"):
        model.features_of(PointCloud(np.full((50, 3), np.nan, np.float32)))
    few = model.features_of(PointCloud(np.random.default_rng(0).normal(size=(20, 3)).astype(np.float32)))
    assert np.isfinite(few.features).all()


def as_published(vae):
    """The tensors of ours under the names of 3DShape2VecSet's file."""
    names = {
        "embed.linear.": "point_embed.mlp.", "embed.": "point_embed.", "look.": "cross_attend_blocks.0.",
        "think.": "cross_attend_blocks.1.", "ask.": "decoder_cross_attn.", "occupancy.": "to_outputs.",
        "lift.": "proj.", "mean.": "mean_fc.", "logvar.": "logvar_fc.",
    }  # fmt: skip
    inner = {
        ".attention.query.": ".fn.to_q.", ".attention.key_value.": ".fn.to_kv.", ".attention.out.": ".fn.to_out.",
        ".up.": ".fn.net.0.", ".down.": ".fn.net.2.",
    }  # fmt: skip
    out = {}
    for key, value in vae.state_dict().items():
        for ours, theirs in names.items():
            if key.startswith(ours):
                key = theirs + key.removeprefix(ours)
                break
        for ours, theirs in inner.items():
            key = key.replace(ours, theirs)
        out[key] = value.contiguous()
    return out


def test_on_published_towers_the_heads_alone_are_learned(tmp_path):
    """DINOv2's smallest and an autoencoder, both with weights of chance: what is written does not hold them."""
    file, vae = tmp_path / "tower.safetensors", tmp_path / "kl_d32.safetensors"
    save_file(tensors(timm_shapes(384, 12, 1536, 37 * 37 + 1, 14, scaled=True)), file)
    torch.manual_seed(0)
    published = VecSet(VecSetConfig(latent_width=8, width=32, depth=1))
    save_file(as_published(published), vae)
    model = full_size(FoundationTower(name="dinov2_vits14", weights=str(file)), 28, vae)
    assert model.tokens == published.config and model.tower_width == 384
    model = replace(model, patches=MODEL.patches, points=MODEL.points, input=replace(model.input, num_points=512))
    stages = {name: replace(getattr(recipe(tmp_path), name), size=28, num_points=512) for name in ("dense", "together")}
    out = train_tango(recipe(tmp_path / "run", model=model, **stages))
    loaded = load_tango(out)
    assert loaded.features_of(generate("mug", seed=0).mesh).features.shape == (4096, 64)
    assert torch.equal(loaded.network.vae.mean.weight, published.mean.weight)
    assert loaded.map_of([np.zeros((30, 30, 3), np.uint8)]).shape == (1, 64, 2, 2)
    assert (out / "tango-mini.safetensors").stat().st_size < 1e6
    vae.unlink()
    with pytest.raises(WeightsError, match="kl_d32"):
        load_tango(out)


def test_what_is_no_autoencoder_is_said(tmp_path):
    save_file({"weight": torch.zeros(3)}, tmp_path / "other.safetensors")
    with pytest.raises(WeightsError, match="not an autoencoder of 3DShape2VecSet"):
        full_size(FoundationTower(name="dinov2_vits14", weights=""), 28, tmp_path / "other.safetensors")


def test_what_is_said_to_be_visible_is_what_a_ray_hits(tmp_path):
    cache = build_cache(list(procedural_objects(3, seed=1)), tmp_path, replace(CACHE, size=96, num_points=1024))
    for number, row in enumerate(cache.objects):
        category, seed, look = row["key"].rsplit("-", 2)
        if look != "own":
            continue
        mesh = generate(category, seed=int(seed)).mesh
        mesh = mesh.transformed(unit_sphere(mesh))
        azimuth, elevation, roll, fov = row["poses"][0]
        true = render_views(mesh, Pose(azimuth, elevation, roll, fov, margin=1.0).camera(96))
        cloud = torch.from_numpy(cache.points[number].astype(np.float32))[None]
        angles, view = (
            torch.tensor([[azimuth, elevation, roll]]),
            torch.from_numpy(np.array(cache.views[row["first"]]))[None],
        )
        seen, visible = visible_points(cloud, angles, torch.tensor([fov]), view)
        x, y = ((1 - seen[0, visible[0], :2].numpy()) / 2 * 96).astype(int).clip(0, 95).T
        hit = true.points[0][y, x]
        away = np.linalg.norm(hit - cloud[0, visible[0], :3].numpy(), axis=1)
        assert visible.float().mean() > 0.05 and (away < 0.1).mean() > 0.85


def test_distances_count_to_the_nearest_of_the_places_that_are_alike():
    rng = np.random.default_rng(0)
    points, cloud = (torch.from_numpy(rng.normal(size=(n, 3)).astype(np.float32)) for n in (5, 7))
    for symmetry in (Symmetry(), Symmetry(y=4), Symmetry(y=ANY, x=2)):
        turned = torch.from_numpy(symmetry.rotations())
        naive = torch.stack([
            torch.stack([((turned @ p) - q).square().sum(1).min() for q in cloud]) for p in points
        ])  # fmt: skip
        assert torch.allclose(squared_up_to_symmetry(points, cloud, symmetry), naive, atol=1e-4)
    ball = squared_up_to_symmetry(points, cloud, Symmetry(ANY, ANY, ANY))
    assert torch.allclose(ball, (points.norm(dim=1)[:, None] - cloud.norm(dim=1)).square())


def test_features_that_know_their_place_lose_least():
    """Maps that say where they are, and points that do, against points that say where another one is."""
    rng = torch.Generator().manual_seed(0)
    cloud = torch.rand(2, 32, 9, generator=rng) * 2 - 1
    chosen = torch.stack([torch.randperm(32, generator=rng)[:8] for _ in range(2)])
    features = normalize(torch.randn(2, 32, 16, generator=rng), dim=2)
    places = torch.rand(2, 8, 2, generator=rng) * 1.6 - 0.8
    squared = torch.stack(
        [squared_up_to_symmetry(c[i, :3], c[:, :3], Symmetry()) for c, i in zip(cloud, chosen, strict=True)]
    )
    batch = Pairs(
        cloud, torch.zeros(2, 3, 8, 8), places, chosen, torch.ones(2, 8, dtype=torch.bool), squared,
        torch.tensor([0, 1]), torch.zeros(2, 4),
    )  # fmt: skip
    maps = torch.zeros(2, 16, 64, 64)
    for picture in range(2):
        for place, point in zip(places[picture], chosen[picture], strict=True):
            x, y = ((place + 1) / 2 * 64).long()
            maps[picture, :, y - 2 : y + 3, x - 2 : x + 3] = features[picture, point][:, None, None]
    config = replace(STAGE, objects=2, views=1)
    right = dense_losses(maps, features, batch, torch.tensor(20.0), config)
    wrong = dense_losses(maps, features.roll(1, 1), batch, torch.tensor(20.0), config)
    assert right["loss"] < 0.7 * wrong["loss"] and right["within 10 %"] > 0.8 > wrong["within 10 %"]


def test_a_batch_is_a_function_of_its_number(tmp_path):
    cache = build_cache(list(procedural_objects(6, seed=0)), tmp_path, CACHE)
    rows = torch.zeros(6, 256)
    first, again, other = (PairBatches(cache, rows, STAGE)(n) for n in (3, 3, 4))
    assert torch.equal(first.pictures, again.pictures) and torch.equal(first.points, again.points)
    assert not torch.equal(first.pictures, other.pictures)
    assert first.places.shape == (6, 8, 2) and first.squared.shape == (3, 16, 64)


def test_iou_of_nothing_and_of_halves():
    a, b = torch.tensor([[True, True, False], [False] * 3]), torch.tensor([[True, False, False], [False] * 3])
    assert iou(a, b).tolist() == [0.5, 1.0]


def test_the_autoencoder_learns_from_closed_procedural_shapes_alone():
    objects = list(procedural_objects(9, seed=0))
    chosen = occupied(objects, 3)
    assert len(chosen) == 3 and all(objects[i].look == "own" for i in chosen)
