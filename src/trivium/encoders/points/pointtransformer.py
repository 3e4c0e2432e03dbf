"""Point-BERT's point transformer (Yu et al. 2022), as ULIP, ULIP-2 and CG3D use it."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from trivium.encoders.points.grouping import group
from trivium.encoders.points.patches import PATCH_KEYS, PatchPointNet
from trivium.encoders.transformer import Block


@dataclass(frozen=True, kw_only=True)
class PointTransformerConfig:
    in_channels: int = 3  # 3: position; 6: position and colour
    width: int = 384
    depth: int = 12
    heads: int = 6
    patch_width: int = 256  # of a patch before the transformer
    num_groups: int = 512
    group_size: int = 32
    out_dim: int = 512
    head_bias: bool = False
    classes: int | None = None  # of the second head that CG3D's files have


OFFICIAL_KEYS = (  # without the wrapping ``point_encoder.``
    *PATCH_KEYS,
    (r"cls_token", "cls"),
    (r"cls_pos", "cls_position"),
    (r"reduce_dim\.", "lift."),
    (r"pos_embed\.", "position."),
    (r"blocks\.blocks\.(\d+)\.norm", r"blocks.\1.norm"),
    (r"blocks\.blocks\.(\d+)\.attn\.qkv\.", r"blocks.\1.attention.qkv."),
    (r"blocks\.blocks\.(\d+)\.attn\.proj\.", r"blocks.\1.attention.out."),
    (r"blocks\.blocks\.(\d+)\.mlp\.fc1\.", r"blocks.\1.mlp.0."),
    (r"blocks\.blocks\.(\d+)\.mlp\.fc2\.", r"blocks.\1.mlp.2."),
    (r"norm\.", "norm."),
    (r"projection\.", "head."),  # CG3D
    (r"cls_head_finetune\.", "class_head."),  # CG3D
)


class PointTransformer(nn.Module):
    """Clouds (B, N, in_channels) to one vector (B, out_dim): class token beside the maximum of the patches, projected."""

    def __init__(self, config: PointTransformerConfig) -> None:
        super().__init__()
        self.config = config
        self.out_dim = config.out_dim
        w = config.width
        self.patch = PatchPointNet(config.in_channels, config.patch_width)
        self.lift = nn.Linear(config.patch_width, w)
        self.position = nn.Sequential(nn.Linear(3, 128), nn.GELU(), nn.Linear(128, w))
        self.cls = nn.Parameter(torch.randn(w) * 0.02)
        self.cls_position = nn.Parameter(torch.randn(w) * 0.02)
        self.blocks = nn.ModuleList(Block(w, config.heads, 4 * w, qkv_bias=False) for _ in range(config.depth))
        self.norm = nn.LayerNorm(w)
        self.head = nn.Linear(2 * w, config.out_dim, bias=config.head_bias)
        if config.classes is not None:
            self.class_head = nn.Sequential(
                nn.Linear(2 * w, 256), nn.ReLU(), nn.Dropout(0.5), nn.Linear(256, config.classes)
            )

    def patches(self, cloud: Tensor) -> tuple[Tensor, Tensor]:
        """Centres (B, G, 3) and what their patches look like (B, G, patch_width)."""
        inside, centers = group(cloud, self.config.num_groups, self.config.group_size, skip_origin=True)
        return centers.to(self.cls.dtype), self.patch(inside)

    def tokens(self, cloud: Tensor) -> Tensor:
        """(B, 1 + G, width): the class token, then one token a patch, after the transformer and its norm."""
        centers, x = self.patches(cloud)
        b = len(x)
        x = torch.cat([self.cls.expand(b, 1, -1), self.lift(x)], 1)
        position = torch.cat([self.cls_position.expand(b, 1, -1), self.position(centers)], 1)
        for block in self.blocks:
            x = block(x + position)  # positions are added before every block
        return self.norm(x)

    def features(self, cloud: Tensor) -> Tensor:
        """(B, 2 width): the class token, then the maximum of the patch tokens."""
        x = self.tokens(cloud)
        return torch.cat([x[:, 0], x[:, 1:].amax(1)], -1)

    def class_logits(self, cloud: Tensor) -> Tensor:
        """(B, classes) of CG3D's fine-tuned classifier."""
        return self.class_head(self.features(cloud))

    def forward(self, cloud: Tensor) -> Tensor:
        return self.head(self.features(cloud))
