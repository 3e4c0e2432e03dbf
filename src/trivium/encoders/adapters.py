"""TAMM's adapters (Zhang et al. 2024): from one shape feature to the spaces of images and of texts."""

from __future__ import annotations

from torch import Tensor, nn


class AlignmentAdapter(nn.Module):
    """IAA and TAA: (B, before) to (B, after). The norm and GELU come after the last layer too."""

    def __init__(self, before: int = 512, hidden: int = 1024, after: int = 1280, *, dropout: float = 0.5) -> None:
        super().__init__()
        self.out_dim = after
        self.classifier = nn.Sequential(
            nn.Linear(before, hidden),
            nn.BatchNorm1d(hidden),
            nn.GELU(),
            nn.Dropout(dropout),
            nn.Linear(hidden, after),
            nn.BatchNorm1d(after),
            nn.GELU(),
            nn.Dropout(dropout),
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.classifier(x)


class ImageAdapter(nn.Module):
    """CIA (after CLIP-Adapter): a little of an image feature is replaced by what a bottleneck makes of it."""

    def __init__(self, width: int = 1280, *, reduction: int = 4, share: float = 0.2) -> None:
        super().__init__()
        self.out_dim, self.share = width, share
        inner = width // reduction
        self.fc = nn.Sequential(
            nn.Linear(width, inner, bias=False), nn.ReLU(), nn.Linear(inner, width, bias=False), nn.ReLU()
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.share * self.fc(x) + (1 - self.share) * x
