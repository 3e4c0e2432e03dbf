"""CG3D's tables: labels in all templates, ranks of the true names, and lines over runs."""

from dataclasses import asdict

import numpy as np
import pytest
import torch

from standin import StandIn
from trivium.data.readers import ProceduralShapes
from trivium.data.samples import SampleConfig
from trivium.errors import QueryError
from trivium.models.cg3d import CG3D, CG3DConfig, CG3DNetworks, open_towers

pytest.importorskip("lightning", reason="runs need the extra [train]")

from trivium.evaluation.cg3d import NamedThings, label_rows, ranks_of_names, rows_of_clouds, things_of, zero_shot_table
from trivium.geometry import PointCloud
from trivium.training.cg3d import TEMPLATES
from trivium.training.weights import write_weights

SETTINGS = {"width": 32, "depth": 1, "heads": 2, "num_groups": 8, "group_size": 8}


def write_run(folder, tower, seed):
    """An untrained run: its answers are real ones, only not good ones."""
    folder.mkdir(parents=True)
    config, towers = CG3DConfig(settings=SETTINGS, tower=tower, image_size=32, num_points=64), open_towers("mini")
    torch.manual_seed(seed)
    tensors = CG3DNetworks(config, towers).own_tensors()
    write_weights(folder, CG3D.name, tensors, {"model": asdict(config), "towers": towers.model.fingerprint})
    return folder


@pytest.fixture(scope="module")
def things() -> NamedThings:
    sampling = SampleConfig(num_points=96, num_views=1, view_size=48)
    return things_of(
        ProceduralShapes(6, sampling, categories=["chair", "mug", "tree"]), ["chair", "mug", "tree", "car"]
    )


def test_a_label_is_the_mean_of_its_templates():
    model = StandIn()
    rows = label_rows(model, ["chair", "mug"])
    own = model.encode_texts([t.format("mug") for t in TEMPLATES]).mean(0)
    np.testing.assert_allclose(rows[1], own / np.linalg.norm(own), atol=1e-6)


def test_ranks_are_of_the_true_names(things):
    model = StandIn()
    truth = np.array([things.labels.index(c) for c in things.categories])
    right = label_rows(model, things.labels)[truth]
    assert ranks_of_names(model, right, things).tolist() == [1] * 6
    assert ranks_of_names(model, -right, things).tolist() == [4] * 6


def test_things_without_labels_are_asked_among_their_own():
    sampling = SampleConfig(num_points=16, num_views=0)
    found = things_of(ProceduralShapes(3, sampling, categories=["mug", "chair"]))
    assert found.labels == ("chair", "mug") and found.categories == ("chair", "mug", "chair") and not found.pictures

    class Empty(ProceduralShapes):
        def __len__(self):
            return 0

    with pytest.raises(QueryError, match="no shape with a category"):
        things_of(Empty(1, sampling))


def test_lines_are_means_over_runs_and_a_frozen_tower_is_measured_once(tmp_path, things):
    runs = {
        tower: [write_run(tmp_path / f"{tower}{seed}", tower, seed) for seed in (0, 1)]
        for tower in ("frozen", "prompts")
    }
    lines = {(line.seen, line.method): line for line in zero_shot_table(runs, {"things": things})}
    assert {key: line.runs for key, line in lines.items()} == {
        ("points", "frozen"): 2, ("points", "prompts"): 2, ("pictures", "frozen tower"): 1, ("pictures", "prompted tower"): 2,
    }  # fmt: skip
    line = lines["points", "frozen"]
    assert (line.labels, line.count) == (4, 6) and 0 <= line.accuracy[1][0] <= line.accuracy[5][0] == 100


def test_many_at_once_are_what_one_by_one_are(tmp_path, things):
    from trivium.models import load_model

    model = load_model("cg3d", weights=write_run(tmp_path / "run", "frozen", 0))
    cloud = things.clouds[0, :64]
    alone = PointCloud(cloud[:, :3], cloud[:, 3:6], cloud[:, 6:9])
    spec = model.input
    assert spec.channels == ("position", "color", "normal") and spec.ring_views == 0
    many = rows_of_clouds(model, things.clouds[:, :64])
    one = model.networks.shapes(torch.from_numpy(np.concatenate([alone.points, alone.colors, alone.normals], 1))[None])
    np.testing.assert_allclose(many[0], one[0].detach().numpy(), atol=1e-5)
