import hashlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

import trivium.evaluation
import trivium.evaluation.pasr
import trivium.evaluation.posed_scenes
import trivium.training.pasr
from trivium.apps import demo_files
from trivium.evaluation import Report
from trivium.evaluation.collection import Row, TextRow
from trivium.evaluation.pasr import Answer
from trivium.models import MODELS
from trivium.procedural import CATEGORIES
from trivium.training.pasr import TrainPASRConfig


def test_demo_prints_a_table_and_where_the_page_is(run, tmp_path, monkeypatch):
    monkeypatch.setattr(demo_files, "CATEGORIES", {name: CATEGORIES[name] for name in ("chair", "mug")})
    plain = run("demo", "--out", tmp_path, "--workers", 1)
    assert plain.exit_code == 0 and len(plain.stdout.splitlines()) == 5
    assert str(tmp_path / "report.html") in plain.stderr
    document = json.loads(run("demo", "--out", tmp_path, "--workers", 1, "--json").stdout)
    assert document["page"] == str(tmp_path / "report.html") and document["indexed"] == 2
    assert document["searches"][0]["search"] == "Three photos of one object"


def test_models_are_listed(run, monkeypatch, tmp_path):
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path))
    first, *rows = run("models").stdout.splitlines()
    assert first == "name\tdim\there\tsees\tsummary\tlicence" and rows[0].startswith("mini\t256\tyes\t")
    assert [row.split("\t")[0] for row in rows] == list(MODELS)
    assert rows[1].startswith("tango-mini\t256\tyes\t")
    assert all(row.split("\t")[2] == "" for row in rows[2:])
    (entry,) = json.loads(run("models", "mini", "--json").stdout)
    assert entry["name"] == "mini" and entry["dim"] == 256 and entry["weights"].endswith("mini.safetensors")


def test_a_model_tells_what_it_needs(run, monkeypatch, tmp_path):
    monkeypatch.setenv("TRIVIUM_WEIGHTS", str(tmp_path))
    told = run("models", "openshape-pointbert-vitg14-rgb").stdout
    wanted = (
        "a mirror image",
        "10,000 points with color",
        "model.pt, 388 MB",
        "34949c162aca01b6",
        str(tmp_path),
        "missing",
        "bigg14",
    )
    assert [part for part in wanted if part not in told] == []
    (entry,) = json.loads(run("models", "openshape-pointbert-vitg14-rgb", "--json").stdout)
    assert entry["weights"] is None and entry["input"]["color_fill"] == 0.4
    assert [f["here"] for f in entry["files"]] == [False, False, False]
    unknown = run("models", "openshape")
    assert unknown.exit_code != 0
    assert run("models", "fetch").exit_code == 2 and run("models", "a", "b", "c").exit_code == 2


class Hub(BaseHTTPRequestHandler):
    """As much of a hub as a download needs."""

    files: ClassVar[dict[str, bytes]] = {}

    def do_HEAD(self):
        self.answer(body=False)

    def do_GET(self):
        self.answer(body=True)

    def answer(self, *, body):
        data = self.files.get(self.path)
        if data is None:
            self.send_response(404)
            self.send_header("X-Error-Code", "EntryNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
        self.send_header("X-Repo-Commit", "0" * 40)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *_):
        pass


@pytest.fixture
def hub():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_weights_are_fetched_from_the_hub_and_checked(hub, tmp_path):
    """In a process of its own: the address of the hub is read once."""
    Hub.files = {
        "/zhihao406/tamm-models/resolve/main/tamm_pointbert_ensemble.pt": b"weights",
        "/BAAI/Uni3D/resolve/main/modelzoo/uni3d-ti/model.pt": b"something else",
    }

    def fetch(name):
        environment = os.environ | {
            "HF_ENDPOINT": hub,
            "TRIVIUM_WEIGHTS": str(tmp_path / "w"),
            "HF_HUB_DISABLE_XET": "1",
        }
        command = [sys.executable, "-m", "trivium", "models", "fetch", name, "--shapes-only"]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    done = fetch("tamm-pointbert-ensemble")
    assert done.returncode == 0, done.stderr
    path = tmp_path / "w" / "zhihao406" / "tamm-models" / "tamm_pointbert_ensemble.pt"
    assert done.stdout.strip() == str(path) and path.read_bytes() == b"weights"
    other = fetch("uni3d-ti")
    assert other.returncode == 3 and "is not the published file" in other.stderr
    gone = fetch("duoduoclip")
    assert gone.returncode == 3 and "could not be fetched" in gone.stderr and "put it by hand" in gone.stderr
    by_hand = fetch("cg3d-pointmlp-1024")
    assert by_hand.returncode == 3 and "Put it there by hand" in by_hand.stderr


@pytest.fixture
def evaluated(monkeypatch):
    """Records the configuration, and returns a small report."""
    seen = []

    def evaluate(config, methods, *, progress=None):
        seen.append((config, methods))
        rows = [Row("mini", "clean", 1, "all", 4, {1: 50.0, 5: 100.0})]
        return Report(rows, TextRow(2, 4, 50.0, 100.0, 20.0, 40.0, 61.5), {"a.glb": "unreadable: no"})

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
    assert "mini\tclean\t1\tall\t4\t50.0\t100.0" in done.stdout and "2\t4\t50.0\t100.0\t20.0\t40.0\t61.5" in done.stdout
    assert "a.glb" in done.stderr
    assert json.loads(run("evaluate", "collection", tmp_path, "--json").stdout)["rows"][0]["recall"] == {
        "1": 50.0,
        "5": 100.0,
    }


@pytest.fixture
def trained(monkeypatch):
    """The configurations that 'trivium train pasr' would train with."""
    asked = []

    def train(config, *, progress=None):
        asked.append(config)
        return config.out

    monkeypatch.setattr(trivium.training.pasr, "train_pasr", train)
    return asked


def test_train_pasr_passes_options_and_restates_no_default(run, trained, tmp_path):
    assert run("train", "pasr", "--out", tmp_path).exit_code == 0
    assert trained[0] == TrainPASRConfig(out=tmp_path)
    run("train", "pasr", "--out", tmp_path, "--steps", 7, "--workers", 3, "--seed", 5)
    config = trained[1]
    assert (config.tower.loop.steps, config.tower.workers, config.points.workers) == (7, 3, 3)
    assert config.seed == config.cache.seed == config.tower.seed == config.points.seed == 5


def test_train_pasr_with_a_published_tower(run, trained, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tower = ("--image-tower", "dinov2_vits14", "--tower-weights", "dinov2.pth")
    assert run("train", "pasr", "--out", tmp_path, *tower, "--steps", 7).exit_code == 0
    config = trained[0]
    assert config.points.loop.steps == 7 and config.points.contrast == 0
    assert config.model.foundation.weights == str(tmp_path / "dinov2.pth")  # wherever it is used from later
    elsewhere = replace(config.model, foundation=replace(config.model.foundation, weights="/other/dinov2.pth"))
    assert elsewhere != config.model and elsewhere.placeless == config.model.placeless
    assert run("train", "pasr", "--out", tmp_path, *tower[:2]).exit_code == 2
    assert run("train", "pasr", "--out", tmp_path, "--image-size", 448).exit_code == 2
    assert len(trained) == 1


def test_evaluate_pasr_tells_groups_and_keeps_answers(run, monkeypatch, tmp_path):
    answer = Answer(
        method="m", level="L0", group="unseen", symmetric=False, rank=1, category=True, error=3.0, known=float("nan")
    )
    given = []

    def scenes(config, photos=None):
        given.append(config)
        return [], []

    monkeypatch.setattr(trivium.evaluation.posed_scenes, "scenes_of", scenes)
    monkeypatch.setattr(trivium.evaluation.pasr, "methods_of", lambda *_: {})
    monkeypatch.setattr(trivium.evaluation.pasr, "evaluate_pasr", lambda *_, **__: [answer])
    kept = tmp_path / "answers.json"
    done = run(
        "evaluate", "pasr", "--seed", 3, "--seed", 4, "--level", "L0", "--group", "unseen", "--by-group", "--keep", kept
    )
    assert done.exit_code == 0, done.output
    assert [c.seed for c in given] == [3, 4] and given[0].levels == ("L0",) and given[0].groups == ("unseen",)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert [line[:5] for line in lines[1:]] == [["m", "L0", "all", "2", "100.0"], ["m", "L0", "unseen", "2", "100.0"]]
    assert [a["known"] for a in json.loads(kept.read_text())] == [None, None]
    assert run("evaluate", "pasr", "--keep", tmp_path / "no" / "a.json").exit_code == 2 and len(given) == 2


def test_steps_of_towers_that_stay_are_refused(run, tmp_path):
    refused = run("train", "mini", "--out", tmp_path / "out", "--names-only", "--steps", 5)
    assert refused.exit_code == 2 and "--names-only" in refused.stderr and not (tmp_path / "out").exists()
