"""Names to models: one readable table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trivium.errors import WeightsError
from trivium.models.aligned import AlignedModel
from trivium.models.mini import WEIGHTS, load_mini


@dataclass(frozen=True, kw_only=True)
class ModelEntry:
    """One row of ``trivium models``."""

    name: str
    summary: str
    licence: str
    dim: int
    folder: Path  # where its weights are, or would be
    load: Callable[[Path], AlignedModel]

    @property
    def is_here(self) -> bool:
        """Whether the weights are on this machine."""
        return (self.folder / f"{self.name}.safetensors").is_file()


MODELS: dict[str, ModelEntry] = {
    entry.name: entry
    for entry in (
        ModelEntry(
            name="mini",
            summary="small, in the wheel, offline on a laptop CPU: text, photos, meshes and point clouds",
            licence="Apache-2.0 (training data: CC0, CC-BY and MIT models, see the model card)",
            dim=256,
            folder=WEIGHTS,
            load=load_mini,
        ),
    )
}


def load_model(name: str = "mini", *, weights: str | Path | None = None) -> AlignedModel:
    """A model by name; ``weights`` is a folder that replaces the packaged ones.

    Raises:
        WeightsError: no such model, or its weights are missing or do not fit.
    """
    if name not in MODELS:
        raise WeightsError(f"no model '{name}'; there are: {', '.join(MODELS)}")
    entry = MODELS[name]
    return entry.load(Path(weights) if weights is not None else entry.folder)
