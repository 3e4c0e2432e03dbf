"""Tampered files by the thousand: ``python benchmarks/fuzz.py [COLLECTION] [--count 10000]``.

The same trials as the test suite's, and more of them, also of real models. Stops at the first fault and names its seed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "io"))

from test_fuzz import tried


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("collection", type=Path, nargs="?")
    asked.add_argument("--count", type=int, default=10_000)
    given = asked.parse_args()
    for what, models in (("files of every format", None), ("and of real models", given.collection)):
        if what.startswith("and") and models is None:
            continue
        with tempfile.TemporaryDirectory() as folder:
            started = time.monotonic()
            counts = tried(Path(folder), range(given.count), models)
            told = ", ".join(f"{count} {found}" for found, count in counts.most_common())
            print(f"{given.count:,} tampered {what} in {time.monotonic() - started:.0f} s, no fault: {told}")


if __name__ == "__main__":
    main()
