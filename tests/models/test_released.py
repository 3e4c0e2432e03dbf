"""The way from a published file to an embedding, with tiny networks in the true layouts of the files."""

import dataclasses
import pickle
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch.nn.functional import normalize
from typer.testing import CliRunner

from trivium.encoders.images import CLIPImageConfig
from trivium.encoders.points import PointTransformerConfig, PPATConfig
from trivium.encoders.text import CLIPTextConfig
from trivium.errors import QueryError, ShapeError, WeightsError
from trivium.geometry import Mesh, PointCloud, Surface, sample_surface
from trivium.models import hub, load_model, pairs, released, zoo
from trivium.models.duoduoclip import duoduoclip_network
from trivium.models.openshape import openshape_network
from trivium.models.preprocess import picture_tensor
from trivium.models.tamm import tamm_network
from trivium.models.towers import clip_network
from trivium.models.ulip import ulip_pointbert_network
from trivium.procedural.solids import box, to_mesh

OPENSHAPE = PPATConfig(width=32, depth=1, heads=2, hidden=64, patch_width=24, num_groups=8, group_size=8, out_dim=16)
PICTURES = CLIPImageConfig(image_size=32, patch=16, width=32, depth=2, heads=2, hidden=64, out_dim=16)
WORDS = ("a", "red", "chair")
TEXTS = CLIPTextConfig(context=6, vocabulary=len(WORDS) + 3, width=32, depth=1, heads=2, hidden=64, out_dim=16)
G14 = "openshape-pointbert-vitg14-rgb"


def openshape_names(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Our tensors under the names that OpenShape's files use."""
    mlp = {f"ppat.sa.mlp_{k}.{i}": f"patch.{3 * i + j}" for i in range(3) for j, k in enumerate(("convs", "bns"))}
    block = {
        "0.norm": "norm1", "0.fn.to_qkv": "attention.qkv", "0.fn.to_out.0": "attention.out", "1.norm": "norm2",
        "1.fn.net.0": "mlp.0", "1.fn.net.3": "mlp.2",
    }  # fmt: skip
    names = mlp | {f"ppat.transformer.layers.0.{a}": f"blocks.0.{b}" for a, b in block.items()}
    names |= {"ppat.cls_token": "cls", "ppat.lift.0": "lift.0", "ppat.lift.2": "lift.1", "proj": "head"}
    return {
        f"{official}{k.removeprefix(mine)}": v
        for official, mine in names.items()
        for k, v in tensors.items()
        if k == mine or k.startswith(f"{mine}.")
    }


def transformers_names(tensors: dict[str, torch.Tensor], images: str = "images") -> dict[str, torch.Tensor]:
    """Tensors of a pair under the names of ``transformers``."""
    return {k.removeprefix(f"{images}.net.").removeprefix("texts.net."): v for k, v in tensors.items()}


def seeded(network, seed=0) -> torch.nn.Module:
    torch.manual_seed(seed)
    module = network.build().eval()
    for m in module.modules():  # batch norms that do something
        if isinstance(m, torch.nn.BatchNorm1d):
            m.running_mean.normal_()
            m.running_var.uniform_(0.5, 2)
    return module


def write_tokenizer(path) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    ids = {"<pad>": 0, **{w: i + 1 for i, w in enumerate(WORDS)}, "<start>": len(WORDS) + 1, "<end>": len(WORDS) + 2}
    tokenizer = Tokenizer(models.WordLevel(ids, unk_token="<pad>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = [(t, ids[t]) for t in ("<start>", "<end>")]
    tokenizer.post_processor = processors.TemplateProcessing(single="<start> $A <end>", special_tokens=special)
    path.parent.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(path))


@pytest.fixture(autouse=True)
def machine(tmp_path, monkeypatch) -> Iterator[None]:
    """A machine with an empty folder of weights, and small networks in the rows of the table."""
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path / "weights"))
    pair = dataclasses.replace(
        pairs.VIT_BIGG14_LAION, network=clip_network(PICTURES, TEXTS), context=TEXTS.context, dim=16,
        parts=(released.Part(file=hub.WeightsFile(repo="tiny/clip", file="open_clip.safetensors", megabytes=1)),),
    )  # fmt: skip
    spec = {"num_points": 128, "image_size": 32}
    changes = {
        G14: {"network": openshape_network(OPENSHAPE), "dim": 16, "towers": pair},
        "tamm-pointbert-ensemble": {
            "network": tamm_network(OPENSHAPE, hidden=24, out_dim=16), "dim": 32, "towers": pair,
        },
        "duoduoclip": {
            "network": duoduoclip_network(PICTURES, TEXTS, first=1), "dim": 16,
            "towers": dataclasses.replace(pair, parts=()),
        },
        "clip-vit-b32-laion2b": {
            "network": pair.network, "dim": 16, "towers": dataclasses.replace(pair, parts=()),
        },
    }  # fmt: skip
    for name, change in changes.items():
        entry = zoo.MODELS[name]
        points = 0 if entry.input.num_points == 0 else spec["num_points"]
        size = {"view_size": 32} if not points else {}
        given = dataclasses.replace(entry.input, num_points=points, image_size=32, **size)
        weights = dataclasses.replace(entry.weights, sha256=None)
        monkeypatch.setitem(zoo.MODELS, name, dataclasses.replace(entry, input=given, weights=weights, **change))
    yield


@pytest.fixture
def mesh() -> Mesh:
    return to_mesh(box(1, 2, 3).moved(4, 0, 0))


def save(path, value) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(value, path)


def put_openshape(path, seed=0) -> torch.nn.Module:
    network = seeded(openshape_network(OPENSHAPE), seed)
    tensors = {f"module.{k}": v for k, v in openshape_names(network.state_dict()).items()}
    save(path, {"state_dict": tensors | {"module.logit_scale": torch.tensor(2.66)}, "epoch": 3})
    return network


def put_towers(entry) -> torch.nn.Module:
    pair = seeded(clip_network(PICTURES, TEXTS), 1)
    path = entry.towers.parts[0].file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.clone().contiguous() for k, v in transformers_names(pair.state_dict()).items()}, path)
    write_tokenizer(entry.towers.tokenizer.path)
    return pair


def test_a_mesh_takes_openshapes_own_way(mesh):
    """Naive twin of its preprocessing: 0.4 grey, the mean in the middle, the farthest point at 1, y and z swapped."""
    network = put_openshape(zoo.MODELS[G14].weights.path)
    points = sample_surface(mesh, 128, rng=np.random.default_rng(0)).points
    points = points - points.mean(0)
    points = points / np.sqrt((points**2).sum(1)).max()
    cloud = np.concatenate([points[:, [0, 2, 1]], np.full_like(points, 0.4)], 1)
    with torch.inference_mode():
        expected = normalize(network(torch.from_numpy(cloud)[None]), dim=1).numpy()
    model = load_model(G14)
    np.testing.assert_allclose(model.encode_shapes([mesh]), expected, atol=1e-5)
    assert (model.name, model.dim, model.weights) == (G14, 16, None)


def test_the_swap_of_axes_is_a_mirror(mesh):
    put_openshape(zoo.MODELS[G14].weights.path)
    spec = zoo.MODELS[G14].input
    assert spec.swap_yz and not zoo.MODELS["openshape-pointbert-vitl14-rgb"].input.swap_yz
    rows = load_model(G14).prepare_shape(mesh).points
    size = np.ptp(rows[:, :3], axis=0)
    assert size.argmax() == 1  # the box is longest along z, which is now y


def test_colours_of_a_cloud_are_seen(mesh):
    put_openshape(zoo.MODELS[G14].weights.path)
    model = load_model(G14)
    bare = sample_surface(mesh, 200, rng=np.random.default_rng(1))
    colored = PointCloud(bare.points, np.tile(np.float32([1, 0, 0]), (200, 1)))
    grey = PointCloud(bare.points, np.full((200, 3), 0.4, np.float32))
    a, b, c = model.encode_shapes([bare, colored, grey])
    np.testing.assert_allclose(a, c, atol=1e-6)
    assert abs(a - b).max() > 1e-4


def test_pictures_and_words_go_through_the_towers():
    put_openshape(zoo.MODELS[G14].weights.path)
    pair = put_towers(zoo.MODELS[G14])
    model = load_model(G14)
    pictures = [np.random.default_rng(i).integers(0, 255, (40, 40, 3), np.uint8) for i in range(2)]
    with torch.inference_mode():
        rows = normalize(pair.images(picture_tensor(pictures, zoo.MODELS[G14].input)), dim=1)
        words = normalize(pair.texts(torch.tensor([[4, 2, 3, 5, 0, 0]])), dim=1)
    np.testing.assert_allclose(model.encode_images(pictures), rows.numpy(), atol=1e-5)
    np.testing.assert_allclose(model.encode_images([pictures]), normalize(rows.mean(0), dim=0)[None].numpy(), atol=1e-5)
    np.testing.assert_allclose(model.encode_texts(["Red chair"]), words.numpy(), atol=1e-5)
    with pytest.raises(QueryError, match="no words"):
        model.encode_texts(["  "])
    with pytest.raises(QueryError, match=r"9 tokens, .* reads 6 at most"):
        model.encode_texts(["a red chair a red chair a"])


def test_tamm_scores_are_the_papers(mesh):
    """cos(TAA, text) + 0.5 cos(IAA, text) for words; IAA alone for pictures."""
    entry = zoo.MODELS["tamm-pointbert-ensemble"]
    network = seeded(entry.network)
    state = network.state_dict()
    below = lambda p: {k.removeprefix(p): v for k, v in state.items() if k.startswith(p)}  # noqa: E731
    save(
        entry.weights.path,
        {
            "state_dict": {f"module.{k}": v for k, v in openshape_names(below("model.")).items()},
            "image_alignment_adapter": {f"module.{k}": v for k, v in below("image.").items()},
            "text_alignment_adapter": {f"module.{k}": v for k, v in below("text.").items()},
            "logit_scale": torch.tensor(1.0),
        },
    )
    pair = put_towers(entry)
    model = load_model(entry.name)
    row = model.encode_shapes([mesh])[0]
    with torch.inference_mode():
        image, text = network(torch.from_numpy(model.prepare_shape(mesh).points)[None])
        words = normalize(pair.texts(torch.tensor([[4, 3, 5, 0, 0, 0]])), dim=1)[0]
    taa, iaa = normalize(text[0], dim=0), normalize(image[0], dim=0)
    score = float(taa @ words + 0.5 * (iaa @ words))
    assert model.encode_texts(["chair"])[0] @ row == pytest.approx(score / np.sqrt(1.25 * 2), abs=1e-5)
    picture = model.encode_images([np.zeros((32, 32, 3), np.uint8)])[0]
    assert np.linalg.norm(picture) == pytest.approx(1) and not picture[:16].any()


@pytest.mark.parametrize("name", ["duoduoclip", "clip-vit-b32-laion2b"])
def test_models_of_views_see_a_shape_as_its_pictures(name, mesh):
    entry = zoo.MODELS[name]
    state = seeded(entry.network).state_dict()
    images = "views.tower" if name == "duoduoclip" else "images"
    prefix = "duoduoclip." if name == "duoduoclip" else ""
    tensors = {prefix + k: v.contiguous() for k, v in transformers_names(state, images).items()}
    if prefix:
        save(entry.weights.path, {"state_dict": tensors | {"contrastive_loss.logit_scale": torch.ones(1)}})
    else:
        entry.weights.path.parent.mkdir(parents=True)
        save_file(tensors, entry.weights.path)
    write_tokenizer(entry.towers.tokenizer.path)
    model = load_model(name)
    prepared = model.prepare_shape(mesh)
    assert len(prepared.views) == 12 and prepared.points.size == 0
    row = model.encode_shapes([mesh])
    np.testing.assert_allclose(row, model.encode_images([list(prepared.views.images)]), atol=1e-6)
    assert model.encode_texts(["a chair"]).shape == row.shape == (1, 16)
    alone = model.encode_images(list(prepared.views.images)).mean(0)
    difference = abs(row[0] - alone / np.linalg.norm(alone)).max()
    assert difference > 1e-4 if name == "duoduoclip" else difference < 1e-6  # its views see each other


def test_a_missing_file_says_what_where_and_how(tmp_path):
    with pytest.raises(WeightsError) as caught:
        load_model(G14)
    for part in ("model.pt", "388 MB", "OpenShape/openshape-pointbert-vitg14-rgb", str(tmp_path / "weights"), "fetch"):
        assert part in str(caught.value)
    with pytest.raises(WeightsError, match=r"no file of weights at .*there\.pt: .* wants model.pt"):
        load_model(G14, weights=tmp_path / "there.pt")
    with pytest.raises(WeightsError, match="no model 'openshape-vitg14'; there is openshape-pointbert"):
        load_model("openshape-vitg14")


def test_shapes_need_no_towers_and_words_say_what_is_missing(mesh):
    put_openshape(zoo.MODELS[G14].weights.path)
    model = load_model(G14)
    assert model.encode_shapes([mesh]).shape == (1, 16)
    with pytest.raises(WeightsError, match=r"for words,.*tokenizer\.json"):
        model.encode_texts(["a chair"])
    with pytest.raises(WeightsError, match=r"for pictures and words,.*open_clip\.safetensors \(1 MB, from tiny/clip"):
        model.encode_images([np.zeros((9, 9, 3), np.uint8)])


def test_another_systems_file_is_refused(tmp_path):
    network = seeded(ulip_pointbert_network(PointTransformerConfig(width=32, depth=1, heads=2, num_groups=8)))
    save(
        tmp_path / "ulip.pt", {"state_dict": {f"module.point_encoder.{k}": v for k, v in network.state_dict().items()}}
    )
    with pytest.raises(WeightsError, match="unknown tensors"):
        load_model(G14, weights=tmp_path / "ulip.pt")
    save(tmp_path / "adam.pt", {"optimizer": {}, "epoch": 1})
    with pytest.raises(WeightsError, match="holds no weights"):
        load_model(G14, weights=tmp_path / "adam.pt")


def test_what_runs_leave_in_their_files_does_not_matter(tmp_path, mesh):
    """ULIP's hold the options of the run and numbers of numpy beside the tensors."""
    import argparse

    network = put_openshape(tmp_path / "a.pt")
    tensors = {f"module.{k}": v for k, v in openshape_names(network.state_dict()).items()}
    rest = {"args": argparse.Namespace(lr=1e-3), "best_acc1": np.float64(50.6), "epoch": np.int64(3)}
    save(tmp_path / "b.pt", {"state_dict": tensors} | rest)
    a, b = (load_model(G14, weights=tmp_path / f"{x}.pt").encode_shapes([mesh]) for x in "ab")
    np.testing.assert_array_equal(a, b)


def test_a_published_hash_is_checked(monkeypatch):
    entry = zoo.MODELS[G14]
    put_openshape(entry.weights.path)
    expected = dataclasses.replace(entry, weights=dataclasses.replace(entry.weights, sha256="0" * 64))
    monkeypatch.setitem(zoo.MODELS, G14, expected)
    with pytest.raises(WeightsError, match="is not the published file: its sha256 is"):
        load_model(G14)


def test_the_published_hash_of_a_tower_is_checked(monkeypatch):
    put_openshape(zoo.MODELS[G14].weights.path)
    entry = zoo.MODELS[G14]
    put_towers(entry)
    wrong = dataclasses.replace(entry.towers.parts[0].file, sha256="0" * 64)
    towers = dataclasses.replace(entry.towers, parts=(released.Part(file=wrong),))
    monkeypatch.setitem(zoo.MODELS, G14, dataclasses.replace(entry, towers=towers))
    with pytest.raises(WeightsError, match="is not the published file"):
        load_model(G14).encode_texts(["a chair"])


def test_a_file_that_is_here_already_is_checked_when_it_is_fetched(tmp_path):
    (tmp_path / "w.pt").write_text("something else")
    with pytest.raises(WeightsError, match="is not the published file"):
        hub.fetch(hub.WeightsFile(repo="a/b", file="w.pt", folder=tmp_path, sha256="0" * 64))


def test_a_file_is_converted_once(tmp_path, mesh, monkeypatch):
    path = tmp_path / "model.pt"
    put_openshape(path)
    first = load_model(G14, weights=path)
    kept = list((tmp_path / "weights" / "converted").iterdir())
    assert len(kept) == 1 and kept[0].suffix == ".safetensors"
    with monkeypatch.context() as patch:
        patch.setattr(released, "read_official", lambda *_: pytest.fail("read again"))
        again = load_model(G14, weights=path)
    np.testing.assert_array_equal(first.encode_shapes([mesh]), again.encode_shapes([mesh]))
    assert first.fingerprint == again.fingerprint
    put_openshape(path, seed=5)
    changed = load_model(G14, weights=path)
    assert changed.fingerprint != first.fingerprint
    assert abs(changed.encode_shapes([mesh]) - first.encode_shapes([mesh])).max() > 1e-3


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path, mesh, monkeypatch, caplog):
    put_openshape(tmp_path / "model.pt")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path / "file"))
    assert load_model(G14, weights=tmp_path / "model.pt").encode_shapes([mesh]).shape == (1, 16)
    assert "not kept converted" in caplog.text


def test_releases_of_the_same_name_are_told_by_their_tensors(tmp_path, monkeypatch, mesh):
    small = PointTransformerConfig(width=32, depth=1, heads=2, patch_width=24, num_groups=8, group_size=8, out_dim=16)
    large = dataclasses.replace(small, in_channels=6, depth=2, out_dim=24)
    networks = {c: dataclasses.replace(ulip_pointbert_network(c), convert=dict) for c in (small, large)}
    early = dataclasses.replace(
        zoo.MODELS["ulip2-pointbert-xyz"], network=networks[small], dim=16,
        input=dataclasses.replace(zoo.MODELS["ulip2-pointbert-xyz"].input, num_points=64),
    )  # fmt: skip
    late = dataclasses.replace(
        zoo.MODELS["ulip2-pointbert"], network=networks[large], dim=24, alike=(early,),
        input=dataclasses.replace(zoo.MODELS["ulip2-pointbert"].input, num_points=64),
    )  # fmt: skip
    monkeypatch.setitem(zoo.MODELS, "ulip2-pointbert", late)
    for config, name, dim in ((large, "ulip2-pointbert", 24), (small, "ulip2-pointbert-xyz", 16)):
        save(tmp_path / f"{dim}.pt", {"state_dict": seeded(networks[config]).state_dict()})
        for _ in range(2):  # converted, then from the cache
            model = load_model("ulip2-pointbert", weights=tmp_path / f"{dim}.pt")
            assert (model.name, model.dim, model.encode_shapes([mesh]).shape) == (name, dim, (1, dim))


def test_shapes_that_cannot_be_encoded(mesh):
    put_openshape(zoo.MODELS[G14].weights.path)
    model = load_model(G14)
    with pytest.raises(ShapeError, match="a cloud of 3 points, expected 16 or more"):
        model.encode_shapes([PointCloud(np.eye(3, dtype=np.float32))])
    broken = Surface(np.full((3, 3), np.nan, np.float32), np.array([[0, 1, 2]]))
    with pytest.raises(ShapeError, match="NaN or infinite"):
        model.encode_shapes([Mesh((broken,))])


def test_a_model_travels_to_other_processes_by_name(tmp_path, mesh):
    put_openshape(tmp_path / "model.pt")
    model = load_model(G14, weights=tmp_path / "model.pt")
    sent = pickle.dumps(model)
    assert len(sent) < 1000
    twin = pickle.loads(sent)
    assert twin.fingerprint == model.fingerprint
    np.testing.assert_array_equal(twin.encode_shapes([mesh]), model.encode_shapes([mesh]))


def test_a_library_remembers_the_file_it_was_made_with(tmp_path, mesh):
    from trivium import Library
    from trivium.cli import app
    from trivium.io import save_glb

    (tmp_path / "models").mkdir()
    save_glb(mesh, tmp_path / "models" / "box.glb")
    put_openshape(tmp_path / "model.pt")
    words = [
        "index",
        tmp_path / "models",
        "-l",
        tmp_path / "l.trivium",
        "--model",
        G14,
        "--weights",
        tmp_path / "model.pt",
    ]
    assert CliRunner().invoke(app, [str(w) for w in words]).exit_code == 0
    library = Library(tmp_path / "l.trivium")
    assert library.model.name == G14
    assert library.search(shape=tmp_path / "models" / "box.glb")[0].score == pytest.approx(1, abs=1e-5)


def slip_names(pair: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Towers that stand for SLIP's, under their own names and behind the prefixes of ULIP's files."""
    return {f"visual.{k}": v for k, v in pair.state_dict().items()}


def test_shapes_words_and_pictures_come_from_one_file(tmp_path, monkeypatch, mesh):
    """ULIP's files hold the towers too: each part is converted by itself, in any order, twice."""
    config = PointTransformerConfig(width=32, depth=1, heads=2, patch_width=24, num_groups=8, group_size=8, out_dim=16)
    pair = clip_network(PICTURES, TEXTS)
    own = dataclasses.replace(pair, convert=lambda t: {k[7:]: v for k, v in t.items() if k.startswith("visual.")})
    shapes = dataclasses.replace(
        ulip_pointbert_network(config), convert=lambda t: {k: v for k, v in t.items() if not k.startswith("visual.")}
    )
    entry = zoo.MODELS["ulip-pointbert"]
    towers = dataclasses.replace(entry.towers, network=own, context=TEXTS.context, dim=16)
    small = dataclasses.replace(entry.input, num_points=64, thinned_from=128, image_size=32)
    for name in ("ulip-pointbert", "ulip-pointmlp"):
        row = dataclasses.replace(entry, name=name, network=shapes, dim=16, input=small, towers=towers)
        monkeypatch.setitem(zoo.MODELS, name, row)
    save(tmp_path / "ulip.pt", {"state_dict": seeded(shapes).state_dict() | slip_names(seeded(pair, 1))})
    write_tokenizer(towers.tokenizer.path)
    for name in ("ulip-pointbert", "ulip-pointmlp", "ulip-pointbert"):  # one file under two names as well
        model = load_model(name, weights=tmp_path / "ulip.pt")
        assert model.name == name
        assert model.encode_shapes([mesh]).shape == (1, 16)
        assert model.encode_texts(["a red chair"]).shape == (1, 16)
        assert model.encode_images([np.zeros((32, 32, 3), np.uint8)]).shape == (1, 16)


def test_towers_of_half_precision_work():
    put_openshape(zoo.MODELS[G14].weights.path)
    entry = zoo.MODELS[G14]
    pair = put_towers(entry)
    path = entry.towers.parts[0].file.path
    half = {k: v.half().contiguous() for k, v in transformers_names(pair.state_dict()).items()}
    save_file(half, path)
    model = load_model(G14)
    assert model.encode_images([np.zeros((9, 9, 3), np.uint8)]).dtype == np.float32
    assert model.encode_texts(["a chair"]).dtype == np.float32


def test_a_damaged_conversion_is_made_anew(tmp_path, mesh):
    put_openshape(tmp_path / "model.pt")
    first = load_model(G14, weights=tmp_path / "model.pt").encode_shapes([mesh])
    (kept,) = (tmp_path / "weights" / "converted").iterdir()
    for damage in (b"", b"garbage", kept.read_bytes()[:200]):
        kept.write_bytes(damage)
        np.testing.assert_array_equal(load_model(G14, weights=tmp_path / "model.pt").encode_shapes([mesh]), first)


def test_weights_that_are_not_finite_are_refused(tmp_path):
    network = put_openshape(tmp_path / "a.pt")
    tensors = openshape_names(network.state_dict())
    save(tmp_path / "nan.pt", {"state_dict": tensors | {"proj.bias": torch.full((16,), torch.nan)}})
    with pytest.raises(
        WeightsError, match=r"nan\.pt has numbers that are NaN or infinite, first of them in head\.bias"
    ):
        load_model(G14, weights=tmp_path / "nan.pt")


def test_errors_name_the_file_and_the_model(tmp_path):
    network = put_openshape(tmp_path / "a.pt")
    tensors = openshape_names(network.state_dict())
    save(tmp_path / "b.pt", {"state_dict": tensors | {"decoder.weight": torch.zeros(2)}})
    with pytest.raises(WeightsError, match=rf"b\.pt does not fit {G14}: 1 unknown tensors, first of them: decoder"):
        load_model(G14, weights=tmp_path / "b.pt")


def test_a_module_built_meanwhile_in_another_thread_is_left_alone():
    import threading

    stop, bad = threading.Event(), []

    def build():
        while not stop.is_set():
            bad.extend(p for p in torch.nn.Linear(2, 2).parameters() if p.is_meta)

    other = threading.Thread(target=build)
    other.start()
    for _ in range(20):
        openshape_network(OPENSHAPE)._empty()
    stop.set()
    other.join()
    assert not bad


def test_a_mesh_of_which_a_part_has_no_colour_gets_the_fill_of_the_spec():
    put_openshape(zoo.MODELS[G14].weights.path)
    bare, red = to_mesh(box(1, 1, 1)).surfaces[0], to_mesh(box(1, 1, 1).moved(3, 0, 0)).surfaces[0]
    mixed = Mesh((dataclasses.replace(bare, color=None), dataclasses.replace(red, color=(1.0, 0.0, 0.0))))
    colors = load_model(G14).prepare_shape(mixed).points[:, 3:]
    assert {tuple(c) for c in np.unique(colors.round(3), axis=0).tolist()} == {(0.4, 0.4, 0.4), (1.0, 0.0, 0.0)} or (
        np.allclose(np.unique(colors, axis=0), [[0.4] * 3, [1, 0, 0]])
    )


@pytest.mark.parametrize(
    ("shape", "says"),
    [
        (np.zeros((50, 3), np.float32), "got a ndarray, expected a path, a Mesh or a PointCloud: wrap points"),
        (PointCloud(np.full((50, 3), 7, np.float32)), "no shape to see"),
    ],
)
def test_what_is_no_shape(shape, says):
    put_openshape(zoo.MODELS[G14].weights.path)
    with pytest.raises(ShapeError, match=says):
        load_model(G14).encode_shapes([shape])


def test_sorted_clouds_are_seen_like_shuffled_ones(mesh):
    """A ball query takes the first points by index: files that are sorted must not be seen in another way."""
    put_openshape(zoo.MODELS[G14].weights.path)
    model = load_model(G14)
    points = sample_surface(mesh, 3000, rng=np.random.default_rng(1)).points
    in_order = model.prepare_shape(PointCloud(points[np.lexsort(points.T)])).points
    steps = np.linalg.norm(np.diff(in_order[:, :3], axis=0), axis=1)
    assert np.median(steps) > 0.3  # neighbours in the array are not neighbours in space


def test_thinned_points_are_spread_evenly(mesh):
    from scipy.spatial import cKDTree

    from trivium.models.preprocess import InputSpec, point_rows

    gaps = {}
    for dense in (0, 2048):
        spec = InputSpec(num_points=512, thinned_from=dense, channels=("position",), center="mean")
        rows = point_rows(mesh, spec)
        gaps[dense] = cKDTree(rows).query(rows, 2)[0][:, 1].min()
    assert gaps[2048] > 3 * gaps[0]
