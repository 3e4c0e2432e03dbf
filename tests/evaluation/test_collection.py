import csv
import json

import numpy as np
import pytest

from trivium.errors import QueryError
from trivium.evaluation import EvaluateConfig, ModelMethod, evaluate_collection
from trivium.evaluation.collection import find_entries
from trivium.evaluation.queries import PROTOCOLS, queries_of
from trivium.geometry import PointCloud
from trivium.io import save_glb, save_ply
from trivium.procedural import generate


class MeanColor:
    """The simplest method there is: the mean colour of what is not white."""

    name = "mean colour"

    def describe_shape(self, shape):
        return self.describe_pictures(queries_of(shape, "gallery", 4, seed=9, protocols=("clean",))["clean"]).mean(0)

    def describe_pictures(self, pictures):
        return np.stack(
            [p[(p < 250).any(2)].mean(0) if (p < 250).any() else np.zeros(3) for p in pictures.astype(float)]
        )

    def scores(self, queries, gallery):
        return -np.linalg.norm(np.stack([q.mean(0) for q in queries])[:, None] - np.stack(gallery)[None], axis=2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("models")
    rows = []
    for i, name in enumerate(["mug", "chair", "car", "table"]):
        save_glb(generate(name, seed=i).mesh, root / f"{'ab'[i % 2]}__{name}.glb")
        rows.append({"path": f"{'ab'[i % 2]}__{name}.glb", "name": name, "category": name, "licence": "CC0-1.0"})
    (root / "a__broken.glb").write_bytes(b"glTF nothing")
    with (root / "manifest.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return root


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_queries_are_seeded_by_file_name(protocol):
    mesh = generate("stool", seed=0).mesh
    pictures = [
        queries_of(mesh, p, 2, seed=s, protocols=(protocol,))[protocol]
        for p, s in (("x", 0), ("y/x", 0), ("z", 0), ("x", 1))
    ]
    assert pictures[0].shape == (2, 224, 224, 3)
    np.testing.assert_array_equal(pictures[0], pictures[1])
    assert (pictures[0] != pictures[2]).any() and (pictures[0] != pictures[3]).any()


def test_unknown_protocol_and_empty_folder_are_refused(tmp_path):
    with pytest.raises(QueryError, match="clean"):
        EvaluateConfig(directory=tmp_path, protocols=("sunny",))
    with pytest.raises(QueryError, match="no 3D files"):
        find_entries(EvaluateConfig(directory=tmp_path))


def test_packs_select_files(folder):
    assert {e.path.name for e in find_entries(EvaluateConfig(directory=folder, packs=("b",)))} == {
        "b__chair.glb",
        "b__table.glb",
    }


def test_table_has_a_row_for_all_and_each_pack_and_is_json(folder):
    config = EvaluateConfig(directory=folder, protocols=("clean", "nocolor"), views=(1, 2), repeats=1, workers=1)
    report = evaluate_collection(config, [ModelMethod("mini"), MeanColor()])
    assert len(report.rows) == 2 * 2 * 2 * 3 and list(report.failed) == [str(folder / "a__broken.glb")]
    assert {r.pack for r in report.rows} == {"all", "a", "b"}
    for row in report.rows:
        values = list(row.recall.values())
        assert values == sorted(values) and 0 <= values[0] <= values[-1] <= 100
    assert report.text is not None and report.text.categories == 4
    json.dumps(report.to_json())
    clean = [r.recall[1] for r in report.rows if (r.method, r.protocol, r.pack) == ("mean colour", "clean", "all")]
    bare = [r.recall[1] for r in report.rows if (r.method, r.protocol, r.pack) == ("mean colour", "nocolor", "all")]
    assert sum(bare) < sum(clean)  # a method that lives on colour must lose it


@pytest.mark.parametrize("wrong", [{"views": (0,)}, {"views": ()}, {"views": (1, -1)}, {"repeats": 0}])
def test_queries_without_pictures_are_refused(tmp_path, wrong):
    with pytest.raises(QueryError, match="expected each to be 1 or more"):
        EvaluateConfig(directory=tmp_path, **wrong)


def test_a_folder_without_a_usable_file_says_why(tmp_path):
    (tmp_path / "broken.glb").write_bytes(b"glTF nothing")
    save_ply(PointCloud(np.random.default_rng(0).random((3, 3)).astype(np.float32)), tmp_path / "few.ply")
    with pytest.raises(QueryError, match="none of the 2 files"):
        evaluate_collection(EvaluateConfig(directory=tmp_path, workers=1, views=(1,)), [ModelMethod("mini")])


def test_a_shape_without_views_does_not_change_how_others_are_scored():
    rng = np.random.default_rng(0)

    def unit(*shape):
        rows = rng.normal(size=shape)
        return rows / np.linalg.norm(rows, axis=-1, keepdims=True)

    method, queries, meshes, cloud = ModelMethod("mini"), [unit(2, 8)], [unit(5, 8), unit(5, 8)], unit(1, 8)
    alone, mixed = method.scores(queries, meshes), method.scores(queries, [meshes[0], cloud, meshes[1]])
    np.testing.assert_allclose(mixed[:, [0, 2]], alone)
    np.testing.assert_allclose(mixed[0, 1], (queries[0] @ cloud[0]).mean())  # each photo by itself, as with views
