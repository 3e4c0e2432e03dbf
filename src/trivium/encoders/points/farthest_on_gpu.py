"""Farthest points in one kernel, on a GPU with Triton: as tensor operations, each point would cost eight launches."""

from __future__ import annotations

import torch
import triton
import triton.language as tl
from torch import Tensor

LARGEST = 16384  # points of a cloud: more do not fit the registers of a block


@triton.jit
def _farthest(points, chosen, n, count, nothing_within, block: tl.constexpr):  # type: ignore[no-untyped-def]
    """One program a cloud."""
    cloud = tl.program_id(0).to(tl.int64)
    own = tl.arange(0, block)
    there = own < n
    at = points + (cloud * n + own) * 3
    x, y, z = (tl.load(at, mask=there), tl.load(at + 1, mask=there), tl.load(at + 2, mask=there))
    far = tl.where(there & (x * x + y * y + z * z > nothing_within), float("inf"), -1.0)
    last = tl.zeros((), tl.int32)
    for i in range(1, count):
        to = points + (cloud * n + last) * 3
        dx, dy, dz = x - tl.load(to), y - tl.load(to + 1), z - tl.load(to + 2)
        far = tl.minimum(far, dx * dx + dy * dy + dz * dz)
        farthest, which = tl.max(far, 0, return_indices=True, return_indices_tie_break_left=True)
        last = tl.where(farthest >= 0, which, 0)
        tl.store(chosen + cloud * count + i, last.to(tl.int64))


def farthest_of_clouds(points: Tensor, count: int, *, nothing_within: float) -> Tensor:
    """(B, count) indices of points (B, N, 3), N up to ``LARGEST``, as ``grouping.farthest_points`` has them.

    Args:
        nothing_within: squared distance from the origin up to which no point is chosen after the first; below zero, all may be.
    """
    b, n, _ = points.shape
    chosen = torch.zeros(b, count, dtype=torch.long, device=points.device)
    block = triton.next_power_of_2(n)
    with torch.cuda.device(points.device):  # kernels go to the current one
        _farthest[(b,)](
            points.detach().float().contiguous(), chosen, n, count, nothing_within,
            block=block, num_warps=max(1, min(16, block // 256)),
        )  # fmt: skip
    return chosen
