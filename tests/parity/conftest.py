from pathlib import Path

import pytest

DEFAULT = Path(__file__).parents[3] / "shared" / "parity"


def pytest_addoption(parser):
    parser.addoption("--parity-dir", type=Path, default=DEFAULT, help="folder of NAME.json + NAME.safetensors fixtures")
