"""A library that is killed: every acknowledged item is there once, nothing is half there, search works, and it goes on.

The trials here are a sample; ``make test-slow`` runs all writes and 200 random moments, and docs/reliability.md has the numbers.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from retrieval.crashing import DIED
from trivium.io import save_glb
from trivium.procedural import generate

PROGRAM = Path(__file__).with_name("crashing.py")
MODELS = 10


@pytest.fixture(scope="module")
def trial(tmp_path_factory):
    """Runs one; gives its exit status, how many items had been acknowledged, and how long it took."""
    root = tmp_path_factory.mktemp("crash")
    for i in range(MODELS):
        path = root / "models" / f"m{i}.glb"
        path.parent.mkdir(exist_ok=True)
        save_glb(generate("stool", seed=i).mesh, path)
    (root / "models" / "broken.glb").write_bytes(b"glTF nothing")
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(root / "models")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def run(**settings) -> tuple[int, int, float]:
            library = root / "a.trivium"
            for left in (library, Path(f"{library}.log")):
                shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
            process.stdin.write(json.dumps({"library": str(library), **settings}) + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert "error" not in answer, answer["error"]
            assert not answer["wrong"], (settings, answer["wrong"])
            return answer["status"], answer["acknowledged"], answer["seconds"]

        yield run
        process.stdin.close()


@pytest.fixture(scope="module")
def undisturbed(trial):
    return trial()


def test_undisturbed_all_is_acknowledged(undisturbed):
    assert undisturbed[:2] == (0, MODELS)


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("at", [1, 3, 5, 8, 14])
def test_it_survives_its_nth_write(trial, at, moment):
    assert trial(at=at, moment=moment)[0] == DIED


@pytest.mark.parametrize("seed", range(4))
def test_it_survives_being_killed_at_any_moment(trial, undisturbed, seed):
    trial(kill_after=undisturbed[2] * float(np.random.default_rng(seed).random()))


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before", "after"])
def test_it_survives_every_write(trial, moment):
    at, acknowledged = 1, []
    while (found := trial(at=at, moment=moment))[0] == DIED:
        acknowledged.append(found[1])
        at += 1
    assert at > 12 and acknowledged == sorted(acknowledged) and acknowledged[-1] == MODELS


@pytest.mark.slow
def test_it_survives_200_random_moments(trial, undisturbed):
    rng = np.random.default_rng(0)
    found = [trial(kill_after=undisturbed[2] * float(rng.random())) for _ in range(200)]
    assert len({acknowledged for _, acknowledged, _ in found}) >= 3  # it was hit early, in the middle and late
