"""Starting costs nothing: heavy packages are imported where they are used."""

import subprocess
import sys
import time

import pytest

HEAVY = ("torch", "lancedb", "pyarrow", "trimesh", "scipy", "embreex", "PIL", "numpy")
MOST_SECONDS, RUNS = 0.5, 5


def run(statement: str) -> tuple[float, list[str]]:
    """Seconds of a fresh interpreter, and the heavy packages that the statement imports."""
    told = f"[print(m, file=sys.stderr) for m in {HEAVY} if m in sys.modules]"
    start = time.perf_counter()
    code = f"import atexit, sys; atexit.register(lambda: {told}); {statement}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    seconds = time.perf_counter() - start
    assert done.returncode == 0, done.stderr
    return seconds, done.stderr.split()


@pytest.mark.parametrize(
    "statement", ["import trivium", "from trivium.cli import main; sys.argv = ['trivium', '--help']; main()"]
)
def test_starting_is_fast_and_imports_nothing_heavy(statement):
    runs = [run(statement) for _ in range(RUNS)]
    assert [heavy for _, heavy in runs] == [[]] * RUNS
    assert min(seconds for seconds, _ in runs) < MOST_SECONDS, runs


def test_a_heavy_import_would_be_seen():
    assert "numpy" in run("import trivium; trivium.Mesh")[1]
