"""mini: the model in the wheel. A small vision transformer, a static text encoder, a small normal-aware Point-BERT.

A mesh is encoded by what it looks like, the mean of its rendered views, as DuoduoCLIP does; a point cloud by its points, as
FusionBERT does. Several photos of an object are averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import normalize

from trivium.encoders.images import ViT, ViTConfig
from trivium.encoders.points import PointBERT, PointBERTConfig
from trivium.encoders.text import NameMemory, NameMemoryConfig, StaticText, StaticTextConfig, tokenize
from trivium.errors import QueryError, WeightsError
from trivium.geometry import Mesh, PointCloud
from trivium.io import load_image
from trivium.models import checkpoints
from trivium.models.aligned import AlignedModel, Embeddings, PhotoRows, ShapeRows
from trivium.models.preprocess import PREPROCESSING, InputSpec, PreparedShape, picture_tensor, prepare_shape

if TYPE_CHECKING:
    from trivium.models.aligned import ImageLike

WEIGHTS = Path(__file__).parent / "weights"
SMALL_POINTBERT = PointBERTConfig(width=192, depth=6, heads=4, num_groups=64, group_size=32, out_dim=256)

MINI_INPUT = InputSpec(
    extra_views=((45.0, 55.0), (135.0, 55.0), (225.0, 55.0), (315.0, 55.0), (30.0, -20.0), (210.0, -20.0))
)


@dataclass(frozen=True, kw_only=True)
class MiniConfig:
    """Architecture and conventions of one set of weights; stored as JSON beside them."""

    image: ViTConfig = field(default_factory=ViTConfig)
    text: StaticTextConfig = field(default_factory=StaticTextConfig)
    names: NameMemoryConfig = field(default_factory=NameMemoryConfig)
    points: PointBERTConfig = SMALL_POINTBERT
    input: InputSpec = MINI_INPUT
    points_share: float = 0.0  # of a mesh's row; the rest are its views
    version: str = "v1.1"

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> MiniConfig:
        """Raises WeightsError on a key that this version does not know."""
        try:
            spec = {k: checkpoints.tuples(v) for k, v in data["input"].items()}
            parts = {
                "image": ViTConfig(**data["image"]),
                "text": StaticTextConfig(**data["text"]),
                "names": NameMemoryConfig(**data.get("names", {})),  # weights before v1.1 remember none
                "points": PointBERTConfig(**data["points"]),
                "input": InputSpec(**spec),
            }
            return cls(**(data | parts))
        except (KeyError, TypeError) as error:
            raise WeightsError(f"the configuration beside the weights is not one of mini: {error}") from error

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


class Mini(AlignedModel):
    """See the module's docstring. Built by ``load_mini``."""

    name = "mini"

    def __init__(self, config: MiniConfig, tensors: dict[str, Tensor], tokenizer: object, fingerprint: str) -> None:
        self.config, self.tokenizer, self.fingerprint = config, tokenizer, fingerprint
        self.dim = config.image.out_dim
        self.dtype = checkpoints.inference_dtype()
        self.image, self.text, self.points = ViT(config.image), StaticText(config.text), PointBERT(config.points)
        self.names = NameMemory(config.names)
        for prefix in ("image", "text", "points", *(["names"] if config.names.count else [])):
            checkpoints.load_strictly(getattr(self, prefix), tensors, prefix)
        self.image = self.image.to(self.dtype).eval()
        self.points = self.points.to(self.dtype).eval()
        self.text = self.text.eval()  # float32: it costs nothing

    def prepare_shape(self, shape: Mesh | PointCloud) -> PreparedShape:
        return prepare_shape(shape, self.config.input)

    @torch.inference_mode()
    def encode_prepared(self, prepared: Sequence[PreparedShape]) -> Embeddings:
        # One shape at a time: the arithmetic then never depends on what else is in the batch.
        rows = [self.encode_with_views(p).row for p in prepared]
        return np.stack(rows) if rows else np.zeros((0, self.dim), np.float32)

    @torch.inference_mode()
    def encode_with_views(self, prepared: PreparedShape) -> ShapeRows:
        points = normalize(self.points(torch.from_numpy(prepared.points)[None])[0].float(), dim=0)
        if prepared.views is None or not isinstance(prepared.shape, Mesh):
            return ShapeRows(points.numpy(), np.zeros((0, self.dim), np.float32))
        views, share = self._view_rows(list(prepared.views.images)), self.config.points_share
        row = normalize(_mean(views) * (1 - share) + points * share, dim=0)
        return ShapeRows(row.numpy(), views.numpy())

    @torch.inference_mode()
    def encode_views(self, objects: Sequence[Sequence[ImageLike]]) -> Embeddings:
        pictures = [[load_image(picture) for picture in views] for views in objects]
        return _rows([_mean(self._view_rows(views)) for views in pictures], self.dim)

    @torch.inference_mode()
    def encode_photos(self, views: Sequence[ImageLike]) -> PhotoRows:
        rows = self._view_rows([load_image(picture) for picture in views])
        return PhotoRows(_mean(rows).numpy(), rows.numpy())

    @torch.inference_mode()
    def encode_texts(self, texts: Sequence[str]) -> Embeddings:
        ids = tokenize(self.tokenizer, texts)
        if empty := [t for t, row in zip(texts, ids, strict=True) if not row]:
            raise QueryError(f"there are no words in {empty[0]!r}")
        return _rows([self.names(normalize(self.text(self.text.average([row])), dim=1))[0] for row in ids], self.dim)

    def known_looks(self) -> Embeddings:
        return self._looks

    @cached_property
    @torch.inference_mode()
    def _looks(self) -> Embeddings:
        return self.names.looks().numpy()

    def _view_rows(self, pictures: Sequence[np.ndarray]) -> Tensor:
        """(V, dim) unit rows of single pictures."""
        return normalize(self.image(picture_tensor(pictures, self.config.input).to(self.dtype)).float(), dim=1)


def _mean(rows: Tensor) -> Tensor:
    return normalize(rows.mean(0), dim=0)


def _rows(rows: list[Tensor], dim: int) -> Embeddings:
    return torch.stack(rows).numpy().astype(np.float32) if rows else np.zeros((0, dim), np.float32)


def load_mini(folder: Path = WEIGHTS) -> Mini:
    """The packaged model, or one that ``trivium train mini --out FOLDER`` has written.

    A folder holds ``mini.json``, ``mini.safetensors``, ``mini-table.safetensors`` (the token table, which training
    does not change), ``mini-tokenizer.json`` and, if names are remembered, ``mini-names.safetensors``.

    Raises:
        WeightsError: a file that is missing or does not fit.
    """
    from tokenizers import Tokenizer

    config = MiniConfig.from_json(checkpoints.read_config(folder / "mini.json"))
    parts = ["mini", "mini-table", *(["mini-names"] if config.names.count else [])]
    files = [folder / f"{part}.safetensors" for part in parts]
    tensors = {k: v for file in files for k, v in checkpoints.read_tensors(file).items()}
    tokenizer = Tokenizer.from_file(str(folder / "mini-tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = Mini(config, tensors, tokenizer, checkpoints.fingerprint(Mini.name, PREPROCESSING, config, files))
    model.weights = None if folder == WEIGHTS else str(folder.absolute())
    return model
