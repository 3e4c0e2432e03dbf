"""Run by test_loop.py: two processes, half of a batch each; writes the gradient that both then have."""

import json
import sys
from pathlib import Path

import torch
from lightning.fabric import Fabric
from torch.nn.functional import normalize

from trivium.training.loop import gathered
from trivium.training.losses import info_nce


def work(fabric: Fabric, out: Path) -> None:
    torch.manual_seed(0)
    module = fabric.setup(torch.nn.Linear(4, 3))
    pair = torch.randn(2, 8, 4, generator=torch.Generator().manual_seed(fabric.global_rank))
    a, b = (gathered(fabric, normalize(module(x), dim=1)) for x in pair)
    fabric.backward(info_nce(a, b, 5.0))
    if fabric.is_global_zero:
        (out / "gradient.json").write_text(json.dumps(module.module.weight.grad.tolist()))
    fabric.barrier()


if __name__ == "__main__":
    both = Fabric(accelerator="cpu", devices=2, strategy="ddp_spawn")
    both.launch(work, Path(sys.argv[1]))
