"""PASR beside a network that regresses the pose: ``python benchmarks/pasr_rivals.py TRAINING``.

TRAINING is a folder that ``trivium train pasr`` has written: the rival learns from the same pictures (40 minutes of two cores, less beside a GPU), and is
kept there. The pose counts given the right shape, of shapes without symmetry.
"""

from __future__ import annotations

import argparse
import logging
from dataclasses import replace
from pathlib import Path

from trivium.data.render_cache import RenderCache
from trivium.evaluation.pasr import SEARCHES, BySynthesis, GlobalEmbedding, Known, Regressed, evaluate_pasr, summary
from trivium.evaluation.posed_scenes import PoseTestConfig, gallery_of, pose_queries
from trivium.models import load_model
from trivium.models.pasr import PASR_INPUT, load_pasr
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
    gallery = gallery_of(config)
    known, whole = Known(model, gallery), GlobalEmbedding(load_model("mini"), gallery)
    methods = {
        "regressor": Regressed(whole, regressor, PASR_INPUT),
        **{name: BySynthesis(known, config) for name, config in SEARCHES.items()},
    }
    print("method           | level | within 30 | within 10 | median error")
    for line in summary(evaluate_pasr(gallery, list(pose_queries(gallery, config)), methods)):
        print(
            f"{line.method:16} | {line.level}    | {line.known_within_30:9.1f} | {line.known_within_10:9.1f} "
            f"| {line.known_median:.1f}"
        )


if __name__ == "__main__":
    main()
