import json
from dataclasses import replace

import numpy as np
import pytest

from data.tiny_reader import tiny_sample
from standin import DIM, StandIn
from trivium.data.samples import Sample
from trivium.data.shards import ReadOrder, read_index, read_shards, shard_name, write_shards
from trivium.errors import DatasetError, QueryError
from trivium.training import features
from trivium.training.features import FeaturesConfig, add_features


@pytest.fixture
def shards(tmp_path):
    samples = [tiny_sample(i, views=3, captions=i % 3) for i in range(7)]
    write_shards(samples, tmp_path / "shards", samples_per_shard=3, made_by={"source": {"layout": "tiny"}})
    return tmp_path / "shards"


def test_every_view_and_caption_gets_its_own_row(shards, tmp_path):
    model = StandIn()
    report = add_features(shards, tmp_path / "out", model, FeaturesConfig(batch=2))
    before, after = list(read_shards(shards)), list(read_shards(tmp_path / "out"))
    assert [s.id for s in after] == [s.id for s in before] and report.failed == ()
    for old, new in zip(before, after, strict=True):
        assert new.views is None and new.captions == old.captions
        np.testing.assert_array_equal(new.points, old.points)
        np.testing.assert_allclose(new.image_features, model.encode_images(list(old.views)), atol=1e-3)
        if old.captions:
            np.testing.assert_allclose(new.text_features, model.encode_texts(old.captions), atol=1e-3)
        else:
            assert new.text_features is None
    index = read_index(tmp_path / "out")
    assert (index.image_dim, index.text_dim, index.total) == (DIM, DIM, 7)
    assert index.made_by["source"] == {"layout": "tiny"}
    assert index.made_by["features"] == {"name": "stand-in", "fingerprint": "stand-in-1", "keep_views": False}


def test_views_are_kept_on_demand(shards, tmp_path):
    add_features(shards, tmp_path / "out", StandIn(), FeaturesConfig(keep_views=True))
    first = next(read_shards(tmp_path / "out", ReadOrder()))
    assert first.views.shape == (3, 8, 8, 3) and first.image_features.shape == (3, DIM)


def test_killed_it_goes_on_with_the_shard_it_was_at(shards, tmp_path, monkeypatch):
    real, calls = features.write_shard, []

    def dying(*arguments):
        calls.append(arguments[2])
        if calls == [0, 1]:
            raise KeyboardInterrupt
        return real(*arguments)

    monkeypatch.setattr(features, "write_shard", dying)
    with pytest.raises(KeyboardInterrupt):
        add_features(shards, tmp_path / "out", StandIn())
    with pytest.raises(DatasetError, match=r"another plan .features.fingerprint: stand-in-1 -> stand-in-2"):
        add_features(shards, tmp_path / "out", StandIn(version="2"))
    add_features(shards, tmp_path / "out", StandIn())
    assert calls == [0, 1, 1, 2] and read_index(tmp_path / "out").total == 7


def test_a_damaged_shard_is_reported(shards, tmp_path):
    path = shards / shard_name(1)
    path.write_bytes(path.read_bytes()[:3000])
    report = add_features(shards, tmp_path / "out", StandIn())
    (failed,) = report.failed
    assert (failed.id, failed.path, failed.code) == (shard_name(1), str(path), "unreadable")
    lost = 7 - report.index.total
    assert lost in (1, 2, 3) and f"{lost} samples lost" in failed.message
    assert shard_name(1) in (tmp_path / "out" / "failures.csv").read_text()
    assert add_features(shards, tmp_path / "out", StandIn()).failed == report.failed  # nothing is forgotten later


def test_one_caption_that_cannot_be_read_costs_one_sample(shards, tmp_path):
    class Strict(StandIn):
        def encode_texts(self, texts):
            if any("two" in text for text in texts):
                raise QueryError("'two' has too many words")
            return super().encode_texts(texts)

    samples = [
        replace(tiny_sample(i, views=1, captions=0), captions=(word,)) for i, word in enumerate(("one", "two", "three"))
    ]
    write_shards(samples, tmp_path / "words")
    report = add_features(tmp_path / "words", tmp_path / "out", Strict())
    assert [(f.id, f.code) for f in report.failed] == [(samples[1].id, "unusable-caption")]
    assert [s.id for s in read_shards(tmp_path / "out")] == [samples[0].id, samples[2].id]


def test_what_cannot_be_done_is_refused(shards, tmp_path):
    with pytest.raises(DatasetError, match="another folder"):
        add_features(shards, shards, StandIn())
    write_shards([Sample(id="bare", points=np.zeros((1, 9), np.float32))], tmp_path / "bare")
    with pytest.raises(DatasetError, match="'bare' has no views"):
        add_features(tmp_path / "bare", tmp_path / "out", StandIn())
    with pytest.raises(DatasetError, match="batch of 0"):
        FeaturesConfig(batch=0)
    assert "shard-000000.tar" in json.loads((shards / "index.json").read_text())["samples"]
