"""Re-ranking with a tiny untrained model: what is promised here is what is kept, not the ranking."""

import logging
from pathlib import Path

import numpy as np
import pytest
import torch

from standin import StandIn
from trivium.encoders.images import DenseHeadConfig, ViTConfig
from trivium.encoders.points import PointNeXtConfig, Pointwise, PointwiseConfig
from trivium.geometry import PoseGrid
from trivium.io import save_glb
from trivium.models.pasr import PASR, DenseTower, PASRConfig, Raster
from trivium.models.pose_inference import LOWEST, PoseConfig
from trivium.models.preprocess import InputSpec
from trivium.procedural import generate
from trivium.retrieval import Library
from trivium.retrieval.rerank import PoseReranker

CONFIG = PoseConfig(grid=PoseGrid(elevations=1, azimuths=4, rolls=1), refined=2, steps=2)
PHOTO = np.random.default_rng(0).integers(0, 256, (50, 70, 3), dtype=np.uint8)


def tiny(fingerprint: str = "one") -> PASR:
    torch.manual_seed(0)
    backbone = PointNeXtConfig(
        in_channels=9, width=8, strides=(1, 2, 2, 2), blocks=(1, 1, 1, 1), neighbors=8, radius=0.4
    )
    config = PASRConfig(
        image=ViTConfig(width=32, depth=1, heads=2, stem_depth=1, out_dim=16),
        head=DenseHeadConfig(width=32, depth=1, heads=2, out_dim=12),
        points=PointwiseConfig(backbone=backbone, out_dim=12),
        raster=Raster(size=4, radius=0.3, per_pixel=8),
        input=InputSpec(image_size=32, ring_views=0, num_points=128),
    )
    return PASR(
        config, DenseTower(config.image, config.head), Pointwise(config.points), torch.eye(12)[:, :6], fingerprint
    )


@pytest.fixture
def library(tmp_path) -> Library:
    folder = tmp_path / "models"
    folder.mkdir()
    for i, name in enumerate(("stool", "mug", "car")):
        save_glb(generate(name, seed=i).mesh, folder / f"{name}.glb")
    library = Library(tmp_path / "a.trivium", StandIn())
    library.add(folder, workers=1)
    return library


def test_every_item_gets_a_score_and_a_pose_for_each_photo(library, tmp_path):
    ranked = PoseReranker(tmp_path / "pose", tiny(), CONFIG).rank([PHOTO, PHOTO[::-1]], library.items())
    assert {r.item.id for r in ranked} == {i.id for i in library.items()}
    assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)
    assert all(len(r.poses) == 2 and -1 <= r.score <= 1 for r in ranked)


def test_a_shape_is_read_once(library, tmp_path):
    reranker, items = PoseReranker(tmp_path / "pose", tiny(), CONFIG), library.items()
    first = reranker.rank([PHOTO], items)
    for item in items:
        Path(item.path).unlink()
    again = reranker.rank([PHOTO], items)
    assert [(r.item.id, r.score, r.poses) for r in again] == [(r.item.id, r.score, r.poses) for r in first]


def test_what_is_gone_comes_last_and_has_no_pose(library, tmp_path, caplog):
    items = library.items()
    Path(items[1].path).unlink()
    with caplog.at_level(logging.WARNING):
        ranked = PoseReranker(tmp_path / "pose", tiny(), CONFIG).rank([PHOTO], items)
    assert (ranked[-1].item, ranked[-1].score, ranked[-1].poses) == (items[1], LOWEST, ())
    assert items[1].path in caplog.text


def test_nothing_left_to_compare_is_an_answer_too(library, tmp_path):
    items = library.items()
    for item in items:
        Path(item.path).unlink()
    ranked = PoseReranker(tmp_path / "pose", tiny(), CONFIG).rank([PHOTO], items)
    assert [r.score for r in ranked] == [LOWEST] * 3
    assert PoseReranker(tmp_path / "pose", tiny(), CONFIG).rank([PHOTO], []) == []


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_what_is_damaged_is_made_anew(library, tmp_path, damage):
    reranker, items = PoseReranker(tmp_path / "pose", tiny(), CONFIG), library.items()
    first = reranker.rank([PHOTO], items)
    for file in reranker.folder.iterdir():
        file.write_bytes(file.read_bytes()[:2000] if damage is None else damage)
    again = reranker.rank([PHOTO], items)
    assert [(r.item.id, r.score) for r in again] == [(r.item.id, r.score) for r in first]


def test_another_model_or_other_poses_use_nothing_of_it(library, tmp_path):
    known = PoseReranker(tmp_path / "pose", tiny("one"), CONFIG)
    known.rank([PHOTO], library.items())
    for other in (PoseReranker(tmp_path / "pose", tiny("two"), CONFIG), PoseReranker(tmp_path / "pose", tiny("one"))):
        assert other.folder != known.folder and not other.folder.exists()


def test_a_folder_that_may_not_be_written_is_searched_all_the_same(library, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("read-only file system")))
    with caplog.at_level(logging.WARNING):
        ranked = PoseReranker(tmp_path / "pose", tiny(), CONFIG).rank([PHOTO], library.items())
    assert len(ranked) == 3 and "read-only file system" in caplog.text
    assert not list((tmp_path / "pose").rglob("*.part"))


def test_a_file_that_has_changed_since_is_compared_as_it_is_and_kept_under_no_name(library, tmp_path):
    """Its hash is that of what was indexed: what is kept under it would be taken for the file of before."""
    reranker, items = PoseReranker(tmp_path / "pose", tiny(), CONFIG), library.items()
    changed = items[0]
    save_glb(generate("guitar", seed=5).mesh, Path(changed.path))
    assert len(reranker.rank([PHOTO], items)) == 3
    kept = {file.stem for file in reranker.folder.glob("*.npz")}
    assert kept == {item.sha256 for item in items} - {changed.sha256}
