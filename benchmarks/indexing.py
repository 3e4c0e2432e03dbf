"""Models indexed per second, everything included: ``python benchmarks/indexing.py DIR [--files 120] [--workers N]``.

A random part of the folder is indexed into a fresh library. "Everything" is reading, rendering, embedding, thumbnails and
writing; the few seconds that worker processes take to start are printed apart.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

import numpy as np

from trivium.io import SHAPE_SUFFIXES
from trivium.retrieval import Library

TARGET = 3.0  # models a second


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    files = sorted(p for p in options.directory.rglob("*") if p.suffix.lower() in SHAPE_SUFFIXES)
    chosen = np.random.default_rng(0).permutation(len(files))[: options.files]
    times = [time.perf_counter()]
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder) / "bench.trivium", "mini")
        report = library.add(
            [files[i] for i in chosen], workers=options.workers, progress=lambda *_: times.append(time.perf_counter())
        )
        end = time.perf_counter()
        size = library.info().bytes_on_disk
    first = min(2 * (options.workers or 1), len(times) - 1)  # the first of each worker waits for the model to load
    gaps = np.diff(times[first:])
    steady = len(gaps) / (times[-1] - times[first])
    print(
        f"{report.added} indexed, {len(report.failed)} failed, {options.workers} workers, {size / 1e6:.1f} MB on disk"
    )
    print(f"whole run, start of the workers included: {len(chosen) / (end - times[0]):.2f} models/s")
    print(
        f"once the workers run: {steady:.2f} models/s (target {TARGET:.0f}: {'reached' if steady >= TARGET else 'MISSED'})"
    )
    print(f"time between two models: median {np.median(gaps):.3f} s, 95 % below {np.percentile(gaps, 95):.3f} s")


if __name__ == "__main__":
    main()
