import io
import json
import tarfile
from collections import Counter

import numpy as np
import pytest

from data.tiny_reader import tiny_sample
from trivium.data.samples import Sample
from trivium.data.shard_format import ShardLimits, members_of
from trivium.data.shards import ReadOrder, read_index, read_shard, read_shards, shard_name, write_shards
from trivium.errors import DatasetError, ShapeError

COUNT, PER_SHARD = 23, 4
IDS = [f"thing/{i}.glb" for i in range(COUNT)]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shards")
    write_shards((tiny_sample(i) for i in range(COUNT)), folder, samples_per_shard=PER_SHARD, made_by={"by": "hand"})
    return folder


@pytest.fixture
def copy(written, tmp_path):
    for file in written.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def ids(samples):
    return [s.id for s in samples]


def entries(path):
    with tarfile.open(path) as tar:
        return tar.getmembers()


def damages(folder, **options):
    found = []
    return ids(read_shards(folder, on_damage=found.append, **options)), found


# Round trips


@pytest.mark.parametrize(("views", "image_dim", "captions"), [(3, 5, 2), (1, None, 0), (0, None, 1)])
def test_what_was_written_is_read(tmp_path, views, image_dim, captions):
    sample = tiny_sample(1, views=views, image_dim=image_dim, captions=captions)
    index = write_shards([sample, tiny_sample(2, views=views, image_dim=image_dim, captions=captions)], tmp_path)
    back = next(read_shards(tmp_path))
    assert (back.id, back.captions, back.category) == (sample.id, sample.captions, sample.category)
    np.testing.assert_allclose(back.points, sample.points, atol=5e-4)
    assert back.points.dtype == np.float32 and np.isnan(back.points[:, 3:6]).all()
    assert (back.views is None) == (views == 0) and (back.image_features is None) == (image_dim is None)
    if views:
        assert back.views.shape == sample.views.shape and back.views.dtype == np.uint8
    if image_dim:
        np.testing.assert_allclose(back.image_features, sample.image_features, atol=2e-3)
        np.testing.assert_allclose(back.text_features, sample.text_features, atol=2e-3)
    assert (index.total, index.image_dim, index.text_dim) == (2, image_dim, image_dim)


def test_views_keep_their_colours(tmp_path):
    smooth = np.linspace(0, 255, 32 * 32 * 3).reshape(1, 32, 32, 3).astype(np.uint8)
    write_shards([Sample(id="a", points=np.zeros((1, 9), np.float32), views=smooth)], tmp_path)
    back = next(read_shards(tmp_path)).views
    assert np.abs(back.astype(int) - smooth).mean() < 4


def test_the_index_says_what_is_there(written):
    index = read_index(written)
    assert index.total == COUNT and index.made_by == {"by": "hand"}
    assert list(index.samples.values()) == [4, 4, 4, 4, 4, 3]
    assert sorted(index.samples) == [p.name for p in sorted(written.glob("*.tar"))]
    assert ids(read_shards(written)) == IDS
    assert ids(read_shards(sorted(written.glob("*.tar")))) == IDS  # a list needs no index


def test_the_same_samples_give_the_same_bytes(written, tmp_path):
    write_shards((tiny_sample(i) for i in range(COUNT)), tmp_path, samples_per_shard=PER_SHARD)
    for shard in written.glob("*.tar"):
        assert (tmp_path / shard.name).read_bytes() == shard.read_bytes()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it leaves its files to the collector
def test_webdataset_reads_our_shards(written):
    webdataset = pytest.importorskip("webdataset", reason="needs the extra [train]")
    found = list(webdataset.WebDataset(str(written / shard_name(0)), shardshuffle=False))
    assert [json.loads(s["json"])["id"] for s in found] == IDS[:4]
    assert np.load(io.BytesIO(found[0]["points.npy"]), allow_pickle=False).shape == (16, 9)


def test_a_shard_has_its_name_only_when_it_is_whole(tmp_path):
    def failing():
        yield from (tiny_sample(i) for i in range(6))
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError):
        write_shards(failing(), tmp_path, samples_per_shard=4)
    assert [p.name for p in tmp_path.iterdir()] == [shard_name(0)]
    with pytest.raises(DatasetError, match="there are shards in"):
        write_shards([], tmp_path)


# Each sample once


@pytest.mark.parametrize("seed", [None, 0, 1])
@pytest.mark.parametrize("world_size", [1, 2, 3])
@pytest.mark.parametrize("buffer", [1, 5, 1000])
def test_every_sample_exactly_once_an_epoch(written, seed, world_size, buffer):
    for epoch in (0, 1):
        orders = [
            ReadOrder(seed=seed, epoch=epoch, buffer=buffer, rank=r, world_size=world_size) for r in range(world_size)
        ]
        parts = [ids(read_shards(written, order)) for order in orders]
        assert Counter(i for part in parts for i in part) == Counter(IDS)
        assert all(parts)


def test_seeds_repeat_and_epochs_differ(written):
    def order(**options):
        return ids(read_shards(written, ReadOrder(**options)))

    assert order(seed=3, epoch=1) == order(seed=3, epoch=1)
    assert len({tuple(order(seed=s, epoch=e)) for s in (3, 4) for e in (0, 1)}) == 4
    by_shard = order(seed=3, buffer=1)
    assert by_shard != IDS and order(seed=3, buffer=1000) != by_shard


def test_samples_of_different_shards_mix(written):
    first = ids(read_shards(written, ReadOrder(seed=0, buffer=12)))[:4]
    assert len({IDS.index(i) // PER_SHARD for i in first}) > 1


def test_more_processes_than_shards_are_refused(written):
    with pytest.raises(DatasetError, match="6 shards for 7 processes"):
        read_shards(written, ReadOrder(rank=6, world_size=7))
    with pytest.raises(DatasetError, match="rank"):
        ReadOrder(rank=2, world_size=2)
    with pytest.raises(TypeError):
        ReadOrder(shuffle=True)


# Damage


def test_a_truncated_shard_gives_what_is_whole_and_is_named(copy, caplog):
    """Cut inside an entry, between entries of a sample, between samples, and inside the second sample."""
    path = copy / shard_name(2)
    data, offsets = path.read_bytes(), [m.offset for m in entries(path)]  # 3 members a sample
    cuts = {offsets[7] + 600: 2, offsets[7]: 2, offsets[6]: 2, offsets[9]: 3, offsets[3] + 9: 1}
    for cut, whole in cuts.items():
        path.write_bytes(data[:cut])
        found, (damage,) = damages(copy)
        assert found == [i for i in IDS if i not in IDS[8 + whole : 12]], cut
        assert (damage.shard, damage.code, damage.read, damage.lost) == (str(path), "truncated", whole, 4 - whole)
    assert shard_name(2) in caplog.text and "cut off" in caplog.text


def test_a_cut_at_the_end_mark_loses_nothing_without_being_silent(copy):
    path = copy / shard_name(0)
    end = entries(path)[-1]
    path.write_bytes(path.read_bytes()[: end.offset_data + (end.size + 511) // 512 * 512])
    found, (damage,) = damages(copy)
    assert found == IDS and damage.lost == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"not a tar file", bytes(range(256)) * 40, bytes(512 * 20)],
    ids=["empty", "text", "noise", "zeros"],
)
def test_a_garbage_shard_is_skipped_and_named(copy, content):
    (copy / shard_name(1)).write_bytes(content)
    found, (damage,) = damages(copy)
    assert found == IDS[:4] + IDS[8:]
    assert damage.shard.endswith(shard_name(1)) and (damage.read, damage.lost) == (0, 4)


def test_garbage_in_the_middle_ends_a_shard(copy):
    path = copy / shard_name(1)
    data, third = bytearray(path.read_bytes()), entries(path)[6].offset
    data[third : third + 512] = b"\xff" * 512
    path.write_bytes(data)
    found, (damage,) = damages(copy)
    assert found == IDS[:6] + IDS[8:] and damage.lost == 2 and "no tar header" in damage.message


def test_a_missing_shard_is_named(copy):
    (copy / shard_name(5)).unlink()
    found, (damage,) = damages(copy)
    assert found == IDS[:20] and damage.code == "missing" and damage.lost == 3 and shard_name(5) in damage.message


def written_by_hand(path, *groups):
    with tarfile.open(path, "w", format=tarfile.USTAR_FORMAT) as tar:
        for key, members in groups:
            for name, data in members.items():
                entry = data if isinstance(data, tarfile.TarInfo) else tarfile.TarInfo(f"{key}.{name}")
                content = b"" if isinstance(data, tarfile.TarInfo) else data
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))


def pickled_points():
    buffer = io.BytesIO()
    np.save(buffer, np.array([[{}] * 9]), allow_pickle=True)
    return buffer.getvalue()


def huge_header():
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "<f2", "fortran_order": False, "shape": (1 << 40, 9)})
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("member", "data"),
    [
        ("points.npy", b"\x93NUMPY garbage"),
        ("points.npy", pickled_points()),
        ("points.npy", huge_header()),
        ("view00.webp", b"RIFF no picture"),
        ("json", b"{"),
        ("json", b'{"id": 7, "category": "", "captions": [], "members": []}'),
        ("points.npy", None),
        ("view00.webp", None),
    ],
)
def test_a_bad_sample_is_left_out_and_named(tmp_path, member, data):
    members = members_of(tiny_sample(1))
    bad = {k: v for k, v in {**members, member: data}.items() if v is not None}
    good = [(f"k{i}", members_of(tiny_sample(i))) for i in (0, 2)]
    written_by_hand(tmp_path / "a.tar", good[0], ("bad", bad), good[1])
    found, (damage,) = damages([tmp_path / "a.tar"])
    assert found == [IDS[0], IDS[2]]
    assert (damage.code, damage.lost) == ("bad-sample", 1) and "sample bad" in damage.message


def test_links_and_large_members_end_a_shard(tmp_path):
    link = tarfile.TarInfo("k1.json")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    good = ("k0", members_of(tiny_sample(0)))
    written_by_hand(tmp_path / "a.tar", good, ("k1", {"json": link}))
    found, (damage,) = damages([tmp_path / "a.tar"])
    assert found == [IDS[0]] and "no plain file" in damage.message
    written_by_hand(tmp_path / "b.tar", good, ("k1", {"json": b" " * 5000}))
    problems = []
    limited = read_shard(tmp_path / "b.tar", limits=ShardLimits(max_member_bytes=4000), on_damage=problems.append)
    assert ids(limited) == [IDS[0]] and "5,000 bytes" in problems[0].message


@pytest.mark.parametrize(
    "text", [None, "[]", "{}", '{"samples": {"../x.tar": 1}}', '{"samples": {"a": "b"}}', "no json"]
)
def test_a_folder_without_a_good_index_is_refused(tmp_path, text):
    if text is not None:
        (tmp_path / "index.json").write_text(text)
    with pytest.raises(DatasetError, match=r"index|index\.json"):
        read_shards(tmp_path)


def test_a_newer_format_is_refused(copy):
    index = json.loads((copy / "index.json").read_text())
    (copy / "index.json").write_text(json.dumps({**index, "format": 2}))
    with pytest.raises(DatasetError, match="format 2, this version reads 1"):
        read_shards(copy)


# Samples


def test_samples_that_do_not_fit_together_are_refused():
    points = np.zeros((4, 9), np.float32)
    wrong = [
        {"points": points[:, :6]},
        {"points": points[:0]},
        {"points": points.astype(np.float64)},
        {"views": np.zeros((2, 8, 8), np.uint8)},
        {"views": np.zeros((2, 8, 8, 3), np.uint8), "image_features": np.zeros((3, 5), np.float32)},
        {"captions": ("a",), "text_features": np.zeros((2, 5), np.float32)},
    ]
    for fields in wrong:
        with pytest.raises(ShapeError, match="'x'"):
            Sample(id="x", **{"points": points, **fields})


def test_features_of_two_sizes_are_refused(tmp_path):
    with pytest.raises(DatasetError, match="image features of 6 numbers, those before have 5"):
        write_shards([tiny_sample(0, image_dim=5), tiny_sample(1, image_dim=6)], tmp_path)
