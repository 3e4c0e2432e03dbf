"""Pose inference beside the literal algorithm: the same answers, and how long they take. ``python benchmarks/pasr.py``.

The literal one draws every candidate from every pose for every picture, and refines one candidate after the other. What a
library keeps of each shape (``Templates``) is made once, and is timed apart.
"""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from trivium.evaluation.literal_pasr import literal_refinement, literal_search
from trivium.evaluation.pasr import Known
from trivium.evaluation.posed_scenes import PoseTestConfig, gallery_of, pose_queries
from trivium.models.pasr import PASR, load_pasr
from trivium.models.pose_inference import PAPER, PoseConfig, PoseInference


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, help="a folder that 'trivium train pasr' has written")
    parser.add_argument("--candidates", type=int, default=100)
    parser.add_argument("--queries", type=int, default=20, help="that both answer, of each seed; one a shape at most")
    parser.add_argument("--seed", type=int, action="append", help="of shapes and pictures; may be given several times")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--paper", action="store_true", help="the paper's closer look: one start, no pyramid")
    parser.add_argument("--device", default="cpu", help="cuda for a GPU")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    model = (load_pasr(arguments.weights) if arguments.weights else load_pasr()).to(arguments.device)
    closer = PAPER if arguments.paper else PoseConfig()
    rows = []
    for seed in arguments.seed or [0]:
        config = PoseTestConfig(procedural=arguments.candidates, queries=arguments.queries, levels=("L0",), seed=seed)
        rows += compared(model, config, closer)
        print(f"seed {seed} is done: {len(rows)} queries", flush=True)
    same1, same10, search, whole, slow_search, slow_refinement = np.array(rows, float).T
    print(
        f"{len(rows)} queries among {arguments.candidates} shapes x {len(PoseConfig().grid)} poses, "
        f"{arguments.device if arguments.device != 'cpu' else f'{arguments.threads} threads'}"
    )
    print("closer look: " + ("the paper's" if arguments.paper else f"{closer.starts} starts, pyramid {closer.pyramid}"))
    print(f"same first: {100 * same1.mean():.0f} %; same first ten: {100 * same10.mean():.0f} %")
    for name, quick, literal_time in (
        ("search", search, slow_search), ("refinement", whole - search, slow_refinement),
        ("both", whole, slow_search + slow_refinement),
    ):  # fmt: skip
        a, b = np.median(quick), np.median(literal_time)
        print(f"{name:10}: {a:.3f} s, literal {b:.3f} s: {b / a:.0f} times as fast (medians)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB")


def compared(model: PASR, config: PoseTestConfig, closer: PoseConfig) -> list[list[float]]:
    """For each query whether both find the same first and the same first ten, then seconds: ours without and with the closer
    look, the literal search, and its closer look."""
    gallery = gallery_of(config)
    known = Known(model, gallery)
    inference = PoseInference(model.basis, model.config.raster, closer)
    searching = PoseInference(model.basis, model.config.raster, replace(closer, refined=0))
    made = time.perf_counter()
    templates = known.templates(inference)
    print(f"templates of a shape, once: {(time.perf_counter() - made) / len(gallery):.2f} s")
    rows = []
    queries = list(pose_queries(gallery, config))
    for warm_up, query in [(True, queries[0]), *((False, q) for q in queries)]:
        photo = model.map_of([query.picture])[0]
        times = [time.perf_counter()]
        searching.infer(photo, known.features, templates)
        times.append(time.perf_counter())
        ours = inference.infer(photo, known.features, templates)
        times.append(time.perf_counter())
        searched = literal_search(photo, known.features, model.config.raster, closer)
        times.append(time.perf_counter())
        literal = literal_refinement(photo, known.features, searched, model.config.raster, closer)
        times.append(time.perf_counter())
        if warm_up:
            continue
        found = [[p.index for p in answer] for answer in (ours, literal)]
        rows.append([found[0][0] == found[1][0], set(found[0][:10]) == set(found[1][:10]), *np.diff(times)])
    return rows


if __name__ == "__main__":
    main()
