"""Point-BERT's tokenizer (Yu et al. 2022, sec. 3.1): each patch of a cloud becomes one of 8,192 words."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import leaky_relu

from trivium.encoders.points.grouping import gather, group, nearest_points
from trivium.encoders.points.patches import PATCH_KEYS, PatchPointNet


@dataclass(frozen=True, kw_only=True)
class DVAEConfig:
    patch_width: int = 256
    num_groups: int = 64
    group_size: int = 32
    vocabulary: int = 8192
    token_width: int = 256


OFFICIAL_KEYS = (
    *PATCH_KEYS,
    (r"codebook", "codebook"),
    (r"dgcnn_1\.input_trans\.", "graph.lift."),
    *((rf"dgcnn_1\.layer{i}\.0\.", f"graph.layers.{i - 1}.linear.") for i in range(1, 5)),
    *((rf"dgcnn_1\.layer{i}\.1\.", f"graph.layers.{i - 1}.norm.") for i in range(1, 5)),
    (r"dgcnn_1\.layer5\.0\.", "graph.out."),
    (r"dgcnn_1\.layer5\.1\.", "graph.norm."),
    (r"dgcnn_2\.|decoder\.", None),  # the decoder: not needed to tokenize
)


class EdgeConv(nn.Module):
    """One layer of a dynamic graph CNN (Wang et al. 2019) on given neighbours: max over [neighbour - self, self]."""

    def __init__(self, before: int, after: int, *, groups: int = 4) -> None:
        super().__init__()
        self.linear = nn.Linear(2 * before, after, bias=False)
        self.norm = nn.GroupNorm(groups, after)

    def forward(self, x: Tensor, neighbors: Tensor) -> Tensor:
        """(B, G, after) from x (B, G, before) and indices (B, G, K)."""
        to_neighbor, to_self = self.linear.weight.chunk(2, 1)
        # W [n - s, s] = A n + (B - A) s, so both products are made once a point instead of once an edge.
        edges = gather(x @ to_neighbor.T, neighbors) + (x @ (to_self - to_neighbor).T)[:, :, None]
        return leaky_relu(self.norm(edges.movedim(-1, 1)), 0.2).amax(-1).transpose(1, 2)


class DGCNN(nn.Module):
    """Tokens (B, G, before) on centres (B, G, 3) to (B, G, after), over the graph of the 4 nearest centres."""

    NEIGHBORS = 4

    def __init__(self, before: int, after: int) -> None:
        super().__init__()
        self.lift = nn.Linear(before, 128)
        self.layers = nn.ModuleList(EdgeConv(a, b) for a, b in ((128, 256), (256, 512), (512, 512), (512, 1024)))
        self.out = nn.Linear(256 + 512 + 512 + 1024, after, bias=False)
        self.norm = nn.GroupNorm(4, after)

    def forward(self, x: Tensor, centers: Tensor) -> Tensor:
        neighbors = nearest_points(centers, centers, self.NEIGHBORS)  # of the centres, in every layer
        x, seen = self.lift(x), []
        for layer in self.layers:
            x = layer(x, neighbors)
            seen.append(x)
        x = self.out(torch.cat(seen, -1)).transpose(1, 2)
        return leaky_relu(self.norm(x), 0.2).transpose(1, 2)


class PointTokenizer(nn.Module):
    """Clouds (B, N, 3) to words (B, G): the encoder half of the discrete VAE."""

    def __init__(self, config: DVAEConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.vocabulary
        self.patch = PatchPointNet(3, config.patch_width)
        self.graph = DGCNN(config.patch_width, config.vocabulary)
        self.codebook = nn.Parameter(torch.randn(config.vocabulary, config.token_width))

    def patches(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Centres (B, G, 3) and what their patches look like (B, G, patch_width)."""
        inside, centers = group(cloud, self.config.num_groups, self.config.group_size, skip_origin=True)
        return centers, self.patch(inside)

    def logits(self, cloud: Tensor) -> Tensor:
        """(B, G, vocabulary)"""
        centers, x = self.patches(cloud)
        return self.graph(x, centers)

    def forward(self, cloud: Tensor) -> Tensor:
        return self.logits(cloud).argmax(-1)
