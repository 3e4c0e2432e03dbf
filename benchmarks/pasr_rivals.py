"""PASR beside a network that regresses the pose: ``python benchmarks/pasr_rivals.py TRAINING``.

TRAINING is a folder that ``trivium train pasr`` has written: the rival learns from the same pictures (40 minutes of one core, less beside a GPU), and is
kept there. The pose counts given the right shape, of shapes without symmetry.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from trivium.data.render_cache import RenderCache
from trivium.evaluation.pasr import SEARCHES, BySynthesis, Known
from trivium.evaluation.posed_scenes import PoseQuery, PoseTestConfig, gallery_of, pose_error, pose_queries
from trivium.geometry import Pose
from trivium.models.pasr import PASR_INPUT, load_pasr
from trivium.models.preprocess import picture_tensor
from trivium.training.pose_regressor import REGRESSOR, train_pose_regressor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training", type=Path)
    parser.add_argument("--shapes", type=int, default=100)
    parser.add_argument("--workers", type=int, default=0, help="processes that make pictures; worth it beside a GPU")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    recipe = replace(REGRESSOR, workers=arguments.workers)
    regressor = train_pose_regressor(RenderCache.open(arguments.training / "cache"), arguments.training, recipe)
    model = load_pasr()
    config = PoseTestConfig(procedural=arguments.shapes, seed=arguments.seed)
    gallery = [shape for shape in gallery_of(config) if shape.symmetry.trivial]
    known = Known(model, gallery)
    searches = {name: BySynthesis(known, search) for name, search in SEARCHES.items()}

    def poses(query: PoseQuery) -> Iterator[tuple[str, Pose]]:
        """Who says that the object of a picture is seen in which pose."""
        with torch.inference_mode():
            rotation = regressor(picture_tensor([query.picture], PASR_INPUT))[0]
        yield "regressor", Pose.of_rotation(rotation.numpy())
        for name, search in searches.items():
            yield name, search.pose_of(query.picture, query.index)

    errors: dict[tuple[str, str], list[float]] = {}
    for query in pose_queries(gallery, config):
        for name, found in poses(query):
            off = pose_error(found, query.pose, gallery[query.index].symmetry)
            errors.setdefault((name, query.level), []).append(off)
    print("method           | level | pictures | within 30 | within 10 | median error")
    for (name, level), off_by in sorted(errors.items()):
        within = [100 * np.mean(np.array(off_by) < degrees) for degrees in (30, 10)]
        print(
            f"{name:16} | {level}    | {len(off_by):8} | {within[0]:9.1f} | {within[1]:9.1f} | {np.median(off_by):.1f}"
        )


if __name__ == "__main__":
    main()
