"""What FusionBERT's parts cost: ``python benchmarks/fusionbert.py``.

Pictures and clouds a second through mini on all cores; milliseconds of the aggregator at the paper's size on one thread,
beside the time to read its weights once, which no code can beat; on a GPU, where there is one, the paper's three parts.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import torch

from trivium.encoders.aggregator import AggregatorConfig, ViewAggregator
from trivium.encoders.points import PointBERT, PointBERTConfig
from trivium.geometry import PointCloud
from trivium.models import load_model

PAPER_MS = {"3 pictures by CLIP ViT-bigG": 313.85, "aggregator, 3 views": 193.14, "10,000 points": 15.55}  # on an H20


def median_ms(run: Callable[[], object], repeats: int = 9) -> float:
    run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return float(np.median(times))


def throughput() -> None:
    model, rng = load_model("mini"), np.random.default_rng(0)
    pictures = [rng.integers(0, 255, (224, 224, 3), np.uint8) for _ in range(48)]
    clouds = [PointCloud(rng.normal(size=(2048, 3)).astype(np.float32)) for _ in range(24)]
    prepared = [model.prepare_shape(c) for c in clouds]
    by_picture = median_ms(lambda: model.encode_images([pictures]), 5) / len(pictures)
    by_cloud = median_ms(lambda: model.encode_prepared(prepared), 5) / len(clouds)
    print(f"mini on {torch.get_num_threads()} cores: {1000 / by_picture:.0f} pictures/s (target 40), "
          f"{1000 / by_cloud:.0f} clouds of 2,048 points/s (target 40)")  # fmt: skip


def aggregator() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    net = ViewAggregator(AggregatorConfig()).eval()
    weights = [p for p in net.parameters() if p.dim() == 2]
    size = sum(p.numel() for p in weights) * 4 / 1e6
    with torch.inference_mode():
        floor = median_ms(lambda: [w.sum() for w in weights])
        print(
            f"aggregator at the paper's size, one thread, float32; its {size:.0f} MB of weights are read in {floor:.1f} ms"
        )
        for views in (1, 3, 12):
            x = torch.randn(1, views, net.config.width)
            print(
                f"  {views:2} views {median_ms(lambda x=x: net(x)):6.1f} ms" + ("   (target 5)" if views == 3 else "")
            )


def gpu() -> None:
    if not torch.cuda.is_available():
        print("no GPU was there: nothing measured on one")
        return
    net = ViewAggregator(AggregatorConfig()).eval().to("cuda", torch.bfloat16)
    points = PointBERT(PointBERTConfig(out_dim=1280)).eval().to("cuda", torch.bfloat16)
    views, cloud = torch.randn(1, 3, 1280, device="cuda").bfloat16(), torch.randn(1, 10_000, 9, device="cuda")

    def timed(run: Callable[[], object]) -> float:
        def whole() -> None:
            run()
            torch.cuda.synchronize()

        return median_ms(whole, 30)

    with torch.inference_mode():
        for name, run in (("aggregator, 3 views", lambda: net(views)), ("10,000 points", lambda: points(cloud))):
            print(f"{name}: {timed(run):.2f} ms (paper, another GPU: {PAPER_MS[name]} ms)")


if __name__ == "__main__":
    throughput()
    aggregator()
    gpu()
