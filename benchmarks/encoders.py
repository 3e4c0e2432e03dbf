"""Milliseconds a cloud of every point encoder at full size, on one thread: ``python benchmarks/encoders.py [NAME ...]``.

Weights are random: time does not depend on them. Beside each stands what the official code took, scaled by how fast this
machine multiplies two 2048 x 2048 matrices (103 GFLOP/s where that was measured); the targets are a half of it in float32
and a quarter in bfloat16, with a cosine of 0.9995 between the two. ``floor`` is the part of the official time that our
matrix products alone would take in float32 at that speed: a target below it is out of reach on this hardware.

With a GPU, milliseconds a cloud in bfloat16 follow, alone and in batches of 64, farthest points and neighbours included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.functional import cosine_similarity
from torch.utils.flop_counter import FlopCounterMode

from trivium.encoders import images, points
from trivium.encoders.multiview import MultiView
from trivium.encoders.points import openshape, pointnet2, uni3d
from trivium.encoders.points.patches import fold_batch_norms

OFFICIAL_GFLOPS = 103.0
L14 = openshape.PPATConfig(hidden=1024, patch_width=128, num_groups=64, radius=0.4, group_size=256, out_dim=768)


@dataclass(frozen=True)
class Case:
    build: Callable[[], nn.Module]
    shape: tuple[int, ...]  # of one cloud, or of the views of one object
    official_ms: float


CASES = {
    "openshape G14": Case(lambda: points.PointPatchTransformer(openshape.SCALINGS[4]), (10_000, 6), 402),
    "openshape L14": Case(lambda: points.PointPatchTransformer(L14), (10_000, 6), 81),
    "uni3d-ti": Case(lambda: points.Uni3D(uni3d.SIZES["ti"]), (10_000, 6), 750),
    "uni3d-s": Case(lambda: points.Uni3D(uni3d.SIZES["s"]), (10_000, 6), 959),
    "uni3d-b": Case(lambda: points.Uni3D(uni3d.SIZES["b"]), (10_000, 6), 1417),
    "ulip pointbert": Case(lambda: points.PointTransformer(points.PointTransformerConfig()), (8192, 3), 595),
    "ulip-2 pointbert": Case(
        lambda: points.PointTransformer(points.PointTransformerConfig(in_channels=6, depth=18, out_dim=1280)),
        (10_000, 6),
        746,
    ),
    "pointmlp": Case(lambda: points.PointMLP(points.PointMLPConfig()), (1024, 3), 524),
    "pointnet++ ssg": Case(lambda: points.PointNet2(pointnet2.SSG), (8192, 3), 179),
    "pointnet++ msg": Case(lambda: points.PointNet2(pointnet2.MSG), (8192, 3), 550),
    "duoduoclip": Case(lambda: MultiView(images.CLIPImages(images.CLIPImageConfig()), first=6), (12, 3, 224, 224), 849),
}


def median_ms(run: Callable[..., Tensor], *inputs: Tensor, repeats: int = 7) -> float:
    wait = torch.cuda.synchronize if inputs[0].is_cuda else lambda: None
    run(*inputs)
    times = []
    for _ in range(repeats):
        wait()
        start = time.perf_counter()
        run(*inputs)
        wait()
        times.append((time.perf_counter() - start) * 1000)
    return float(np.median(times))


def gflops(size: int = 2048) -> float:
    a = torch.randn(size, size)
    return 2 * size**3 / median_ms(torch.matmul, a, a) / 1e6


@torch.no_grad()
def gflop(net: nn.Module, x: Tensor) -> float:
    """Of all matrix products, those of attention too: the counter does not see inside the fused kernel."""
    with FlopCounterMode(display=False) as counter, sdpa_kernel(SDPBackend.MATH):
        net(x)
    return counter.get_total_flops() / 1e9


def sample(shape: tuple[int, ...]) -> Tensor:
    """A cloud on the unit sphere with colours in [0, 1], or pictures."""
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(1, *shape, generator=generator)
    if len(shape) == 2:
        x[..., :3] /= x[..., :3].norm(dim=-1, keepdim=True)
        x[..., 3:] = torch.rand(1, shape[0], shape[1] - 3, generator=generator)
    return x


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(CASES)}")
    names = parser.parse_args().names or list(CASES)
    torch.set_num_threads(1)
    speed = gflops()
    print(f"float32 matmul on one thread: {speed:.0f} GFLOP/s (official times: at {OFFICIAL_GFLOPS:.0f})")
    print("encoder             official   floor   float32    of it            bfloat16   of it            cosine")
    for name in names:
        case = CASES[name]
        official = case.official_ms * OFFICIAL_GFLOPS / speed
        torch.manual_seed(0)
        net = fold_batch_norms(case.build().eval())
        x = sample(case.shape)
        with torch.inference_mode():
            ours, slow = net(x), median_ms(net, x)
            half = net.bfloat16()
            y = x.bfloat16() if len(case.shape) == 4 else x
            rounded, fast = half(y).float(), median_ms(half, y)
        cosine = float(cosine_similarity(ours, rounded).min())
        floor = gflop(case.build().eval(), x) / speed * 1000
        verdicts = ["reached" if t <= official * share else "MISSED " for t, share in ((slow, 0.5), (fast, 0.25))]
        print(
            f"{name:18} {official:7.0f} ms  {floor / official:6.2f} {slow:6.0f} ms   {slow / official:5.2f}  {verdicts[0]}"
            f" {fast:9.0f} ms   {fast / official:5.2f}  {verdicts[1]}   {cosine:.5f}",
            flush=True,
        )
    if not torch.cuda.is_available():
        print("no GPU was there: nothing measured on one")
        return
    print("\nencoder, bfloat16 on a GPU        1 cloud   of 64")
    for name in names:
        case = CASES[name]
        net = fold_batch_norms(case.build().eval()).to("cuda", torch.bfloat16)
        x = sample(case.shape).to("cuda", torch.bfloat16 if len(case.shape) == 4 else torch.float32)
        with torch.inference_mode():
            alone, together = (median_ms(net, x.expand(n, *x.shape[1:]).contiguous()) / n for n in (1, 64))
        print(f"{name:30} {alone:8.2f} ms {together:6.2f} ms", flush=True)


if __name__ == "__main__":
    main()
