"""Labels as people give them: a list with commas, a file, or the name of a benchmark's list."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trivium.data.label_lists import MODELNET10, MODELNET40, SCANOBJECTNN
from trivium.errors import LoadError, QueryError

LISTS = {"modelnet10": MODELNET10, "modelnet40": MODELNET40, "scanobjectnn": SCANOBJECTNN}
LVIS = "lvis-1156"  # not ours to pass on: it is read from the file that OpenShape publishes
_FILES = (".txt", ".json")


@dataclass(frozen=True)
class Labels:
    """Two or more different labels, in their own words, and those that were given again."""

    names: tuple[str, ...]
    repeated: tuple[str, ...] = ()

    @classmethod
    def of(cls, given: Iterable[str]) -> Labels:
        """Labels that differ in spaces or capitals alone are one; the first spelling is kept.

        Raises:
            QueryError: fewer than two different ones.
        """
        kept: dict[str, str] = {}
        repeated: dict[str, None] = {}
        for label in (" ".join(text.split()) for text in given):
            if label and label.casefold() in kept:
                repeated[label] = None
            elif label:
                kept[label.casefold()] = label
        if len(kept) < 2:
            got = f"only '{next(iter(kept.values()))}'" if kept else "none"
            raise QueryError(f"got {got} for a label, expected two or more different ones to choose from")
        return cls(tuple(kept.values()), tuple(repeated))


def parse_labels(text: str) -> Labels:
    """What ``--labels`` takes: "chair,table,lamp", a file, or the name of a list.

    A file is UTF-8, one label a line; or JSON (``.json``): a list of texts, or of objects with a ``category``, as OpenShape's
    ``meta_data/split/lvis.json``, whose categories are taken once each, sorted, with spaces for underscores.

    Raises:
        QueryError: fewer than two different labels, or a list that must be read from a file.
        LoadError: a file that is missing, not UTF-8, or of another form.
    """
    name = text.strip()
    if name.lower() in LISTS:
        return Labels.of(LISTS[name.lower()])
    path = Path(name)
    if "," not in name and (path.suffix.lower() in _FILES or path.is_file()):
        return Labels.of(_read(path))
    if name.lower() == LVIS:
        raise QueryError(
            f"the names of {LVIS} are not part of this package: download meta_data.zip of the data set OpenShape/openshape-training-data "
            "from Hugging Face, and give its split/lvis.json as the labels"
        )
    return Labels.of(name.split(","))


def _read(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise LoadError("missing-file", f"there is no file of labels {path}") from error
    except UnicodeDecodeError as error:
        raise LoadError(
            "unreadable",
            f"{path} is not UTF-8 (byte {error.start + 1:,} is {error.object[error.start]:#04x}): save it as UTF-8",
        ) from error
    except OSError as error:
        raise LoadError("unreadable", f"{path} cannot be read: {error.strerror}") from error
    return _from_json(path, text) if path.suffix.lower() == ".json" else text.splitlines()


def _from_json(path: Path, text: str) -> list[str]:
    try:
        entries: Any = json.loads(text)
    except ValueError as error:
        raise LoadError("unreadable", f"{path} is not JSON: {error}") from error
    if isinstance(entries, list) and all(isinstance(e, str) for e in entries):
        return entries
    if isinstance(entries, list) and all(isinstance(e, dict) and isinstance(e.get("category"), str) for e in entries):
        return sorted({e["category"].replace("_", " ") for e in entries})
    raise LoadError("unreadable", f"{path} must be a list of texts, or of objects that have a category")
