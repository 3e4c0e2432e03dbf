"""The released training data of OpenShape, which TAMM, ULIP-2's Objaverse part and FusionBERT use too.

    meta_data/split/train_no_lvis.json   [{"dataset": "Objaverse", "group": "000-000", "id": UID, "data_path": ...}, ...]
    meta_data/gpt4_filtering.json        {UID: {"flag": "N" if the object's own text says nothing, ...}, ...}
    Objaverse/000-000/UID.npy ...        and ShapeNet/, ABO/, 3D-FUTURE/: one pickled dict an object

    xyz, rgb             (10000, 3) in [-1, 1] and [0, 1]; Y up as stored, so nothing is turned here (OpenShape's own code swaps
                         y and z when it trains, which mirrors: a matter of the checkpoint's InputSpec, not of the data)
    image_feat           (12, D) of 12 renderings; thumbnail_feat (D,) or (1, D), Objaverse only
    text                 list of texts; text_feat list of {"original": (1, D), "prompt_avg": (1, D)}
    blip_caption         text; blip_caption_feat one such dict (TAMM's copy: a list of one); msft_caption likewise
    retrieval_text       list of texts; retrieval_text_feat list of {"original": (1, D)}

From github.com/Colin97/OpenShape_code (README "Data", ``src/data.py``) and alanzhangcs/Tamm_Code (``data.py``). ``data_path``
names places on the authors' machine (/mnt/data/..., objaverse-processed/merged_for_training_final/...): it is searched for below
the folder given, by as many of its last parts as it takes. The release has no normals: they are estimated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar, Literal

import numpy as np

from trivium.data.identity import digest
from trivium.data.readers.reader import Reader, read_json, read_rows, rows_of_cloud
from trivium.data.samples import Sample
from trivium.errors import DatasetError, LoadError
from trivium.geometry.shapes import Array
from trivium.io.object_arrays import load_object_array

Wording = Literal["prompt_avg", "original"]


@dataclass(frozen=True, kw_only=True)
class OpenShapeConfig:
    """Which parts of the release become captions and features, as OpenShape's ``train.yaml`` has it by default."""

    num_points: int = 10_000
    texts: tuple[str, ...] = ("text", "caption", "retrieval_text")
    wording: Wording = "prompt_avg"  # of text and captions; retrieved texts exist as "original" only

    def __post_init__(self) -> None:
        if unknown := set(self.texts) - {"text", "caption", "retrieval_text"}:
            raise DatasetError(f"no texts called {sorted(unknown)}; there are text, caption, retrieval_text")


class OpenShapeRelease(Reader):
    """The objects of one split. ``image_features`` are the 12 renderings', then the thumbnail's if there is one."""

    layout: ClassVar[str] = "openshape"
    normals: ClassVar[Literal["face", "estimated"]] = "estimated"

    def __init__(
        self,
        folder: str | Path,
        split: str | Path,
        config: OpenShapeConfig = OpenShapeConfig(),
        *,
        filtering: str | Path | None = None,
    ) -> None:
        """
        Args:
            folder: where Objaverse/, ShapeNet/, ABO/ and 3D-FUTURE/ were unpacked.
            split: one of ``meta_data/split/*.json``.
            filtering: ``meta_data/gpt4_filtering.json``: texts flagged "N" are left out.

        Raises:
            DatasetError: a list that is missing or of another form.
        """
        self.folder, self.config = Path(folder), config
        self.rows = read_rows(Path(split), ("dataset", "id", "data_path"))
        flags = read_json(Path(filtering)) if filtering else {}
        self.useless_text = {uid for uid, answer in flags.items() if answer.get("flag") == "N"}

    def __len__(self) -> int:
        return len(self.rows)

    def name(self, index: int) -> tuple[str, str]:
        return self.rows[index]["id"], self.rows[index]["data_path"]

    def read(self, index: int) -> Sample:
        row, id = self.rows[index], self.rows[index]["id"]
        path = located(self.folder, row["data_path"])
        data = load_object(path)
        captions, features = self._texts(data, row, path)
        return Sample(
            id=id,
            points=points_of_object(data, self.config.num_points, id, path),
            captions=captions,
            image_features=image_features_of(data, path),
            text_features=features,
        )

    def about(self) -> dict[str, Any]:
        return {
            **super().about(),
            **asdict(self.config),
            "filtered": digest(sorted(self.useless_text)),
            "features": "OpenCLIP ViT-bigG-14, laion2b_s39b_b160k",
        }

    def _texts(self, data: dict[str, Any], row: dict[str, str], path: Path) -> tuple[tuple[str, ...], Array | None]:
        try:
            pairs = [(text, feature) for text, feature in self._worded(data, row) if text]
            if odd := next((text for text, _ in pairs if not isinstance(text, str)), None):
                raise TypeError(f"{odd!r:.40} is no text")
            pairs = [(text, feature) for text, feature in pairs if text.strip()]
            if any(feature is None for _, feature in pairs):
                raise ValueError("a text without a feature")
            rows = [np.asarray(feature, np.float32).reshape(-1) for _, feature in pairs]
            return tuple(text for text, _ in pairs), np.stack(rows) if rows else None
        except (TypeError, ValueError) as error:
            raise LoadError("unreadable", f"texts and text features of {path} do not fit together: {error}") from error

    def _worded(self, data: dict[str, Any], row: dict[str, str]) -> Iterator[tuple[str, Any]]:
        """Texts with their features, as OpenShape chooses them: of Objaverse only the first own text, and if it is any use."""
        wording = self.config.wording
        if "text" in self.config.texts:
            own = list(zip(data.get("text", ()), data.get("text_feat", ()), strict=True))
            if row["dataset"] == "Objaverse":
                own = [] if row["id"] in self.useless_text else own[:1]
            yield from ((text, _feature(answer, wording)) for text, answer in own)
        if "caption" in self.config.texts:
            for name in ("blip_caption", "msft_caption"):
                if data.get(name):
                    yield data[name], _feature(data.get(f"{name}_feat"), wording)
        if "retrieval_text" in self.config.texts:
            found = zip(data.get("retrieval_text", ()), data.get("retrieval_text_feat", ()), strict=True)
            yield from ((text, _feature(answer, "original")) for text, answer in found)


def located(folder: Path, data_path: str) -> Path:
    """The file that a ``data_path`` of the authors' machine means below ``folder``; the likeliest place if it is nowhere.

    Raises:
        LoadError: unsafe-path, if it would lead out of the folder.
    """
    parts = [p for p in PurePosixPath(data_path).parts if p != "/"]
    if ".." in parts or not parts:
        raise LoadError("unsafe-path", f"'{data_path}' is no path inside a data set")
    candidates = [folder.joinpath(*parts[-n:]) for n in range(min(3, len(parts)), 0, -1)]  # DATASET/GROUP/ID.npy
    return next((c for c in candidates if c.is_file()), candidates[0])


def load_object(path: Path) -> dict[str, Any]:
    """The dict of one object's file.

    Raises:
        LoadError: see ``io.object_arrays.load_object_array``; or it holds something else.
    """
    data = load_object_array(path)
    if not isinstance(data, dict):
        raise LoadError("unreadable", f"{path} holds a {type(data).__name__}, expected a dict with xyz and rgb")
    return data


def points_of_object(data: dict[str, Any], num_points: int, id: str, path: Path) -> Array:
    """(num_points, 9) of the ``xyz`` and ``rgb`` of an object.

    Raises:
        LoadError: no points, or something else than numbers.
        ShapeError: points and colours that do not fit together.
    """
    if not is_given(xyz := data.get("xyz")):
        raise LoadError("no-geometry", f"{path} has no xyz")
    rgb = _numbers(data["rgb"], "rgb", path) if is_given(data.get("rgb")) else None
    return rows_of_cloud(_numbers(xyz, "xyz", path), rgb, num_points, id)


def image_features_of(data: dict[str, Any], path: Path) -> Array | None:
    """(V, D): the renderings', then the thumbnail's.

    Raises:
        LoadError: rows of different sizes, or something else than numbers.
    """
    keys = [key for key in ("image_feat", "thumbnail_feat") if is_given(data.get(key))]
    given = [np.atleast_2d(_numbers(data[key], key, path)) for key in keys]
    try:
        return np.concatenate(given) if given else None
    except ValueError as error:
        raise LoadError("unreadable", f"image features of {path} do not fit together: {error}") from error


def is_given(value: Any) -> bool:
    """An array with something in it; OpenShape's files hold empty ones, too."""
    return value is not None and (not hasattr(value, "__len__") or len(value) > 0)


def _numbers(value: Any, name: str, path: Path) -> Array:
    try:
        return np.asarray(value, np.float32)
    except (TypeError, ValueError) as error:
        raise LoadError("unreadable", f"{name} of {path} is no array of numbers: {error}") from error


def _feature(answer: Any, wording: Wording) -> Any:
    """The row of one wording; TAMM's copy wraps that of a caption in a list."""
    if isinstance(answer, list) and len(answer) == 1:
        answer = answer[0]
    return answer.get(wording) if isinstance(answer, dict) else answer
