"""From shards with features to a table, and back."""

import numpy as np
import pytest

from trivium.data import table as table_module
from trivium.data.samples import Sample
from trivium.data.shards import write_shards
from trivium.data.table import FeatureTable, table_of_shards, write_table
from trivium.errors import ConfigError


def sample(i: int, **more) -> Sample:
    rng = np.random.default_rng(i)
    count = 1 + i % 3
    features = {
        "image_features": rng.normal(size=(count, 8)).astype(np.float32),
        "text_features": rng.normal(size=(2, 8)).astype(np.float32),
    }
    points = rng.random((50 + i, 9)).astype(np.float32)
    return Sample(id=f"o{i}", points=points, captions=("same", f"own {i}"), category="c", **(features | more))


def test_a_table_has_what_the_shards_have(tmp_path):
    samples = [sample(i) for i in range(7)]
    write_shards(samples, tmp_path / "shards", samples_per_shard=3)
    table = table_of_shards([tmp_path / "shards"], tmp_path / "table")
    assert table.ids == tuple(s.id for s in samples) and table.dim == 8
    for i, s in enumerate(samples):
        assert table.views[i] == len(s.image_features) and table.captions[i] == 2
        np.testing.assert_allclose(table.images[i, : table.views[i]], s.image_features, atol=2e-3)
        np.testing.assert_allclose(table.texts[i], s.text_features, atol=2e-3)
        assert not table.images[i, table.views[i] :].any()
        assert {tuple(p) for p in np.asarray(table.points[i])} <= {tuple(p) for p in s.points.astype(np.float16)}
    assert (table.caption_ids[:, 0] == table.caption_ids[0, 0]).all()
    assert len(set(table.caption_ids[:, 1].tolist())) == 7


def test_samples_without_features_are_left_out(tmp_path):
    bare = sample(1, image_features=None, text_features=None)
    write_shards([sample(0), bare, sample(2)], tmp_path / "shards")
    assert table_of_shards([tmp_path / "shards"], tmp_path / "table").ids == ("o0", "o2")
    write_shards([bare], tmp_path / "none")
    with pytest.raises(ConfigError, match=r"no sample in .* has features of pictures and captions"):
        table_of_shards([tmp_path / "none"], tmp_path / "table2")


def test_several_folders_make_one_table_if_their_features_fit(tmp_path):
    write_shards([sample(0), sample(1)], tmp_path / "a")
    write_shards([sample(2)], tmp_path / "b")
    table = table_of_shards([tmp_path / "a", tmp_path / "b"], tmp_path / "table")
    assert table.ids == ("o0", "o1", "o2")
    assert len(set(table.caption_ids[:, 0].tolist())) == 1  # the same words have the same number in both
    wider = sample(3, image_features=np.ones((1, 9), np.float32), text_features=np.ones((2, 9), np.float32))
    write_shards([wider], tmp_path / "c")
    with pytest.raises(ConfigError, match=r"features of \[8, 9\] numbers cannot stand in one table"):
        table_of_shards([tmp_path / "a", tmp_path / "c"], tmp_path / "table2")


def test_texts_of_another_width_are_refused(tmp_path):
    """One number would be spread over the row without a word."""
    write_shards([sample(0, text_features=np.ones((2, 1), np.float32))], tmp_path / "shards")
    with pytest.raises(ConfigError, match=r"features of \[1, 8\] numbers"):
        table_of_shards([tmp_path / "shards"], tmp_path / "table")


def test_features_of_two_models_do_not_mix(tmp_path):
    for name in ("a", "b"):
        write_shards([sample(0)], tmp_path / name, made_by={"features": {"fingerprint": name}})
    a, b = (table_of_shards([tmp_path / name], tmp_path / f"table-{name}") for name in ("a", "b"))
    assert (a.model, b.model) == ("a", "b")
    with pytest.raises(ConfigError, match=r"features of 2 models \(a, b\)"):
        table_of_shards([tmp_path / "a", tmp_path / "b"], tmp_path / "table")
    with pytest.raises(ConfigError, match="other has features of 8 numbers by model b, expected 8 by a"):
        a.check_fits(b, "other")


@pytest.mark.parametrize("written", ["shards", "memory"])
def test_a_table_that_is_half_written_over_is_no_table(written, tmp_path, monkeypatch):
    write_shards([sample(0), sample(1)], tmp_path / "shards")
    table_of_shards([tmp_path / "shards"], tmp_path / "table")

    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(table_module, "_finished", die)
    with pytest.raises(KeyboardInterrupt):
        if written == "shards":
            table_of_shards([tmp_path / "shards"], tmp_path / "table")
        else:
            rows = [np.ones((1, 8))]
            write_table(
                tmp_path / "table", points=np.zeros((1, 4, 9)), images=rows, texts=rows, captions=[("x",)], ids=["x"],
                categories=["x"],
            )  # fmt: skip
    with pytest.raises(ConfigError, match=r"objects\.json missing"):
        FeatureTable.open(tmp_path / "table")


def test_a_damaged_list_of_objects_is_said_to_be(tmp_path):
    write_shards([sample(0)], tmp_path / "shards")
    table_of_shards([tmp_path / "shards"], tmp_path / "table")
    for text in ("[", "[]", '{"objects": [{}], "model": ""}'):
        (tmp_path / "table" / "objects.json").write_text(text)
        with pytest.raises(ConfigError, match="damaged or of an older version"):
            FeatureTable.open(tmp_path / "table")
