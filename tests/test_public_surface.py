import subprocess
import sys
import time

import pytest

import trivium

SURFACE = {
    "Hit", "Library", "LibraryError", "LoadError", "Mesh", "MissingDependencyError", "PointCloud", "QueryError", "ShapeError",
    "TriviumError", "WeightsError", "__version__", "load_image", "load_model", "load_shape",
}  # fmt: skip
HEAVY = ("torch", "lancedb", "trimesh", "scipy", "embreex", "numpy")


def test_public_names_are_a_contract():
    assert set(trivium.__all__) == SURFACE
    assert all(getattr(trivium, name) is not None for name in SURFACE)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = trivium.nothing_like_it


@pytest.mark.parametrize("what", ["import trivium", "from trivium.cli import main; sys.argv[1:] = ['--help']; main()"])
def test_starting_is_fast_and_imports_nothing_heavy(what):
    code = f"import sys, atexit; atexit.register(lambda: print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr)); {what}"
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        seconds.append(time.perf_counter() - start)
        assert done.stderr.strip() == "[]", done.stderr
    assert min(seconds) < 0.5, seconds
