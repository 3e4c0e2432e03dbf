"""Search time, recall, memory and disk of the store: ``python benchmarks/store.py [--rows 100000 1000000] [--dim 512]``.

Rows are synthetic: unit vectors in clusters that fill 48 of the dimensions, as real embeddings do, with a little noise.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

import numpy as np

from trivium.retrieval.places import Places
from trivium.retrieval.records import Item
from trivium.retrieval.store import LanceStore

TARGET_MS, TARGET_RECALL, K, QUERIES = 50.0, 0.95, 10, 100


def clustered(rows: int, dim: int, rng: np.random.Generator, *, inner: int = 48, clusters: int = 1000) -> np.ndarray:
    """(rows, dim) float32 unit rows."""
    basis = np.linalg.qr(rng.normal(size=(dim, inner)))[0].T.astype(np.float32)
    centers = rng.normal(size=(clusters, inner)).astype(np.float32)
    out = np.empty((rows, dim), np.float32)
    for start in range(0, rows, 50_000):
        n = min(50_000, rows - start)
        local = centers[rng.integers(clusters, size=n)] + 0.5 * rng.normal(size=(n, inner)).astype(np.float32)
        part = local @ basis + 0.01 * rng.normal(size=(n, dim)).astype(np.float32)
        out[start : start + n] = part / np.linalg.norm(part, axis=1, keepdims=True)
    return out


def synthetic_item(i: int) -> Item:
    return Item(
        id=f"{i:012x}", path=f"/models/{i}.glb", name=f"model {i}", category=f"category {i % 97}", licence="", kind="mesh",
        format="glb", textured="no", faces=i % 50_000, points=0, size=1.0, bytes=1, mtime=0.0, sha256="",
    )  # fmt: skip


def measure(rows: int, dim: int) -> None:
    rng = np.random.default_rng(0)
    vectors = clustered(rows + QUERIES, dim, rng)
    vectors, queries = vectors[:rows], vectors[rows:]
    with tempfile.TemporaryDirectory() as folder:
        store = LanceStore(Path(folder), dim, Places(Path(folder)))
        start = time.perf_counter()
        for first in range(0, rows, 50_000):
            part = vectors[first : first + 50_000]
            store.put_vectors([synthetic_item(first + i) for i in range(len(part))], part)
        inserted = time.perf_counter()
        store.tidy()
        built = time.perf_counter()
        exact = np.argpartition(-(queries @ vectors.T), K, axis=1)[:, :K]
        for filter in (None, "faces < 1000"):
            allowed = np.arange(rows) if filter is None else np.flatnonzero(np.arange(rows) % 50_000 < 1000)
            if filter:
                exact = allowed[np.argpartition(-(queries @ vectors[allowed].T), K, axis=1)[:, :K]]
            store.nearest(queries[0], K, filter)
            times, recall = [], []
            for query, truth in zip(queries, exact, strict=True):
                t = time.perf_counter()
                found = store.nearest(query, K, filter)
                times.append((time.perf_counter() - t) * 1000)
                recall.append(len({int(n.item.id, 16) for n in found} & set(truth.tolist())) / K)
            p50, p95, mean = np.median(times), np.percentile(times, 95), np.mean(recall)
            verdict = "reached" if p50 <= TARGET_MS and mean >= TARGET_RECALL else "MISSED"
            print(f"{rows:9,} {filter or 'no filter':14} {p50:8.1f} {p95:8.1f} {mean:9.3f}   {verdict}", flush=True)
        disk = sum(f.stat().st_size for f in Path(folder).rglob("*") if f.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"          insert {inserted - start:.0f} s, index {built - inserted:.0f} s, {disk / 1e6:,.0f} MB on disk, "
        f"{memory:.1f} GB memory at most (of it {(vectors.nbytes + queries.nbytes) / 1e9:.1f} GB are the rows themselves)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--dim", type=int, default=512)
    options = parser.parse_args()
    print(f"     rows filter           p50 ms   p95 ms  recall@{K}   target {TARGET_MS:.0f} ms, {TARGET_RECALL}")
    for rows in options.rows:
        measure(rows, options.dim)


if __name__ == "__main__":
    main()
