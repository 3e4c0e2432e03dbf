import json
from dataclasses import replace

import numpy as np
import pytest
from typer.testing import CliRunner

from trivium.cli import app
from trivium.data.table import FeatureTable
from trivium.errors import QueryError

pytest.importorskip("lightning", reason="training needs the extra [train]")

from training.test_fusionbert import DIM, LOOP, MODEL, OBJECTS, config, make_table
from trivium.evaluation.fusionbert import ablation, comparison, curve, pictures_of, read_runs
from trivium.training.fusionbert import train_fusionbert


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Two seeds with normals, one without, hardly trained; and the table they were trained on."""
    folder = tmp_path_factory.mktemp("runs")
    make_table(folder / "table")
    for name, model, seed in (("a", MODEL, 0), ("b", MODEL, 1), ("c", MODEL.without_normals(), 0)):
        given = replace(config(folder / "runs" / name, folder / "table", seed=seed), model=model, validation=None)
        given = replace(given, shapes=replace(given.shapes, loop=replace(LOOP, steps=2)))
        train_fusionbert(replace(given, views=replace(given.views, loop=replace(LOOP, steps=2))))
    return folder / "runs", {"balls": FeatureTable.open(folder / "table")}


def test_the_ablation_has_the_four_lines_of_the_paper(measured):
    lines = ablation(*measured)
    assert [m.method for m in lines[:4]] == ["neither", "MVVA", "NA3DE", "MVVA and NA3DE"]
    assert [m.runs for m in lines[:4]] == [1, 1, 2, 2]
    assert {m.dataset for m in lines} == {"balls", "balls without colours"}
    for line in lines:
        recalls = [line.recall[k][0] for k in (1, 3, 5, 10)]
        assert recalls == sorted(recalls) and 0 <= recalls[0] and recalls[-1] <= 100


def test_the_comparison_has_one_picture_and_three(measured):
    lines = comparison(*measured)
    assert {(m.method, m.views) for m in lines} == {
        (method, views) for method in ("FusionBERT", "without normals, mean pooling") for views in (1, 3)
    }


def test_the_curve_ends_where_objects_run_out_of_pictures(measured):
    lines = curve(*measured)
    assert [m.views for m in lines if m.method == "FusionBERT"] == [1, 2, 3, 4, 5]  # none has more than five


def test_pictures_are_drawn_the_same_way_every_time(measured):
    (table,) = measured[1].values()
    queries, truth = pictures_of(table, 3)
    again, _ = pictures_of(table, 3)
    assert queries.equal(again) and queries.shape == (len(truth), 3, DIM) and len(truth) <= 3 * OBJECTS
    assert (np.bincount(truth)[table.views >= 3] == 3).all()


def test_no_runs_is_an_error(tmp_path, measured):
    with pytest.raises(QueryError, match="no finished run below"):
        ablation(tmp_path, measured[1])


def test_the_command_line_prints_and_draws(measured, tmp_path):
    runs, _ = measured
    base = ["evaluate", "fusionbert", str(runs), "--data", f"balls={runs.parent / 'table'}"]
    printed = CliRunner().invoke(app, [*base, "--table", "views", "--picture", str(tmp_path / "curve.png")])
    assert printed.exit_code == 0, printed.output
    assert printed.stdout.splitlines()[0].split("\t")[:3] == ["data", "method", "views"]
    assert (tmp_path / "curve.png").stat().st_size > 5000
    assert len(json.loads(CliRunner().invoke(app, [*base, "--table", "2", "--json"]).stdout)) == 8
    assert CliRunner().invoke(app, [*base, "--table", "3"]).exit_code == 2
    assert CliRunner().invoke(app, base[:3]).exit_code == 2


def test_a_table_of_other_towers_is_refused(measured):
    folder, tables = measured
    with pytest.raises(QueryError, match=r"by model another, the run .* was trained on 16"):
        ablation(folder, {"balls": replace(tables["balls"], model="another")})


def test_every_stored_point_is_used(measured):
    """Not as many as one recipe happens to have."""
    run = read_runs(measured[0])[0]
    (table,) = measured[1].values()
    seen = []
    real, run.model.points.forward = run.model.points.forward, lambda cloud: seen.append(cloud.shape[1]) or real(cloud)
    run.shapes(table, bare=False)
    assert set(seen) == {table.points.shape[1]}
