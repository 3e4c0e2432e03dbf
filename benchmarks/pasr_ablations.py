"""Models for the tables of PASR's towers and stages (Tables 9 and 10): ``python benchmarks/pasr_ablations.py TRAINING``.

TRAINING is a folder that ``trivium train pasr`` has written. With its render cache, a few hundred steps each: points of other
stages of PointNeXt against its tower; and towers beside fresh points, mini's as it is below a new head, or trained on. Ends with
the command that compares them.
"""

from __future__ import annotations

import argparse
import logging
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import normalize

from trivium.data.render_cache import RenderCache
from trivium.encoders.points import Pointwise
from trivium.models.mini import load_mini
from trivium.models.pasr import PASR, DenseTower, PASRConfig, load_pasr
from trivium.training.pasr import AGAINST_FROZEN, TOGETHER, write_pasr
from trivium.training.synthesis import SynthesisConfig, train_synthesis

STAGES = {"last-stage": (-1,), "last-two-stages": (-2, -1), "last-three-stages": (-3, -2, -1)}


class HeadAlone(DenseTower):
    """mini's tower as it is; the head learns."""

    def forward(self, pictures: Tensor) -> Tensor:
        with torch.no_grad():
            levels = self.image.pyramid(pictures)
        return normalize(self.head(*levels).float(), dim=1)

    def train(self, mode: bool = True) -> HeadAlone:
        super().train(mode)
        self.image.eval()
        return self


TOWERS = {"mini-as-it-is": HeadAlone, "mini-trained-on": DenseTower}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training", type=Path)
    parser.add_argument("--steps", type=int, default=300, help="of each model")
    parser.add_argument("--objects", type=int, default=32, help="a batch: fewer are faster, and have fewer rivals")
    parser.add_argument("--workers", type=int, default=0, help="processes that make pictures; worth it beside a GPU")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    cache, folder = RenderCache.open(arguments.training / "cache"), arguments.training / "ablations"
    folder = folder / f"{arguments.steps}-steps-of-{arguments.objects}-seed-{arguments.seed}"

    def short(stage: SynthesisConfig) -> SynthesisConfig:
        loop = replace(stage.loop, steps=arguments.steps)
        return replace(stage, loop=loop, objects=arguments.objects, seed=arguments.seed, workers=arguments.workers)

    whole = load_pasr(arguments.training)
    for name, stages in STAGES.items():
        model = replace(whole.config, points=replace(whole.config.points, stages=stages))
        torch.manual_seed(arguments.seed)
        made(folder / name, model, whole.tower, cache, short(AGAINST_FROZEN))
    for name, tower in TOWERS.items():
        torch.manual_seed(arguments.seed)
        fresh = tower(whole.config.image, whole.config.head)
        fresh.image.load_state_dict(load_mini().image.float().state_dict())
        made(folder / name, whole.config, fresh, cache, short(TOGETHER))
    options = " ".join(f"--weights {folder / name}" for name in (*STAGES, *TOWERS))
    print(f"trivium evaluate pasr --table models {options} --queries 50")


def made(out: Path, model: PASRConfig, tower: torch.nn.Module, cache: RenderCache, stage: SynthesisConfig) -> None:
    if (out / f"{PASR.name}.safetensors").is_file():
        return
    out.mkdir(parents=True, exist_ok=True)
    points = Pointwise(model.points)
    train_synthesis("model", tower, points, cache, out, model, stage)
    write_pasr(out, model, tower, points, cache)


if __name__ == "__main__":
    main()
