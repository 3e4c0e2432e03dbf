"""The nearest points of every pixel in one kernel: what ``splatting.splat`` finds by sorting, on a GPU.

Needs Triton, which comes with PyTorch for GPUs on Linux; nothing is compiled before it is used.
"""

from __future__ import annotations

import torch
import triton
import triton.language as tl
from torch import Tensor

LARGEST = 8192  # points of a cloud: more do not fit the registers of a block


@triton.jit
def _nearest(  # type: ignore[no-untyped-def]
    points, columns, rows, found, n, height, width, squared_radius, per_pixel: tl.constexpr, block: tl.constexpr
):  # fmt: skip
    """One program a pixel: all points of its cloud at once, then the nearest again and again."""
    pixel = tl.program_id(0).to(tl.int64)
    cloud, place = pixel // (height * width), pixel % (height * width)
    x, y = tl.load(columns + place % width), tl.load(rows + place // width)
    own = tl.arange(0, block)
    there = own < n
    at = points + (cloud * n + own) * 3
    across = tl.load(at, mask=there, other=float("inf")) - x
    down = tl.load(at + 1, mask=there, other=float("inf")) - y
    depth = tl.load(at + 2, mask=there, other=-1.0)
    depth = tl.where((depth >= 0) & (across * across + down * down < squared_radius), depth, float("inf"))
    nearest, which = tl.min(depth, 0, return_indices=True, return_indices_tie_break_left=True)
    k = 0
    while (k < per_pixel) & (nearest < float("inf")):
        tl.store(found + pixel * per_pixel + k, cloud * n + which)
        depth = tl.where(own == which, float("inf"), depth)
        nearest, which = tl.min(depth, 0, return_indices=True, return_indices_tie_break_left=True)
        k += 1


def nearest_of_pixels(points: Tensor, columns: Tensor, rows: Tensor, *, radius: float, per_pixel: int) -> Tensor:
    """(B, H, W, per_pixel) indices of points (B, N, 3), N up to ``LARGEST``, as ``Splats.indices`` has them.

    Args:
        columns, rows: (W,) x and (H,) y of the pixels' centres.
    """
    (b, n, _), height, width = points.shape, len(rows), len(columns)
    found = torch.full((b, height, width, per_pixel), -1, dtype=torch.long, device=points.device)
    if found.numel():
        block = triton.next_power_of_2(n)
        with torch.cuda.device(points.device):  # kernels go to the current one
            _nearest[(b * height * width,)](
                points.detach().float().contiguous(), columns, rows, found, n, height, width, radius**2,
                per_pixel=per_pixel, block=block, num_warps=max(1, min(8, block // 256)),
            )  # fmt: skip
    return found
