import json

import pytest

import trivium.evaluation
from trivium.apps import demo_files
from trivium.evaluation import Report
from trivium.evaluation.collection import Row, TextRow
from trivium.procedural import CATEGORIES


def test_demo_prints_a_table_and_where_the_page_is(run, tmp_path, monkeypatch):
    monkeypatch.setattr(demo_files, "CATEGORIES", {name: CATEGORIES[name] for name in ("chair", "mug")})
    plain = run("demo", "--out", tmp_path, "--workers", 1)
    assert plain.exit_code == 0 and len(plain.stdout.splitlines()) == 5
    assert str(tmp_path / "report.html") in plain.stderr
    document = json.loads(run("demo", "--out", tmp_path, "--workers", 1, "--json").stdout)
    assert document["page"] == str(tmp_path / "report.html") and document["indexed"] == 4
    assert document["searches"][0]["search"] == "Three photos of one object"


def test_models_are_listed(run):
    assert run("models").stdout.startswith("name\tdim\tweights\tlicence\tsummary\nmini\t256\t")
    (entry,) = json.loads(run("models", "mini", "--json").stdout)
    assert entry["name"] == "mini" and entry["dim"] == 256


@pytest.fixture
def evaluated(monkeypatch):
    """Records the configuration, and returns a small report."""
    seen = []

    def evaluate(config, methods, *, progress=None):
        seen.append((config, methods))
        rows = [Row("mini", "clean", 1, "all", 4, {1: 50.0, 5: 100.0})]
        return Report(rows, TextRow(2, 4, 50.0, 100.0, 20.0, 61.5), {"a.glb": "unreadable: no"})

    monkeypatch.setattr(trivium.evaluation, "evaluate_collection", evaluate)
    return seen


def test_evaluate_passes_options_and_restates_no_default(run, evaluated, tmp_path):
    run("evaluate", "collection", tmp_path)
    config, methods = evaluated[0]
    assert config == trivium.evaluation.EvaluateConfig(directory=tmp_path) and methods[0].name == "mini"
    run(
        "evaluate",
        "collection",
        tmp_path,
        "--protocol",
        "hard",
        "--views",
        1,
        "--views",
        2,
        "--packs",
        "ycb,scan",
        "--seed",
        3,
    )
    config, _ = evaluated[1]
    assert (config.protocols, config.views, config.packs, config.seed) == (("hard",), (1, 2), ("ycb", "scan"), 3)


def test_evaluate_prints_tables_or_json(run, evaluated, tmp_path):
    done = run("evaluate", "collection", tmp_path)
    assert "mini\tclean\t1\tall\t4\t50.0\t100.0" in done.stdout and "2\t4\t50.0\t100.0\t20.0\t61.5" in done.stdout
    assert "a.glb" in done.stderr
    assert json.loads(run("evaluate", "collection", tmp_path, "--json").stdout)["rows"][0]["recall"] == {
        "1": 50.0,
        "5": 100.0,
    }
