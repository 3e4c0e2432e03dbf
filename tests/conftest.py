import os
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")


SHARED = Path(__file__).parents[2] / "shared"  # beside the checkout


def pytest_addoption(parser):
    parser.addoption(
        "--parity-dir",
        type=Path,
        default=SHARED / "parity",
        help="folder of official outputs: NAME.json, NAME.safetensors",
    )


@pytest.fixture(scope="session")
def collection() -> Path:
    """The folder of real models beside the checkout, or the one that TRIVIUM_COLLECTION names."""
    folder = Path(os.environ.get("TRIVIUM_COLLECTION", SHARED / "collection"))
    if not (folder / "manifest.csv").is_file():
        pytest.skip(f"no collection of real models at {folder}: set TRIVIUM_COLLECTION to run this")
    return folder
