import os
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def collection() -> Path:
    """The folder of real models beside the checkout, or the one that TRIVIUM_COLLECTION names."""
    folder = Path(os.environ.get("TRIVIUM_COLLECTION", Path(__file__).parents[2] / "shared" / "collection"))
    if not (folder / "manifest.csv").is_file():
        pytest.skip(f"no collection of real models at {folder}: set TRIVIUM_COLLECTION to run this")
    return folder
