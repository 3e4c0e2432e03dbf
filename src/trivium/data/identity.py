"""What makes a run, or a folder of results, the same as before: plain values, compared and named."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def differences(old: dict[str, Any], new: dict[str, Any], above: str = "") -> list[str]:
    """What two configurations (``dataclasses.asdict``) do not have in common: "loop.steps: 100 -> 200"."""
    found = []
    for key in sorted(old.keys() | new.keys()):
        a, b = old.get(key), new.get(key)
        if isinstance(a, dict) and isinstance(b, dict):
            found += differences(a, b, f"{above}{key}.")
        elif a != b:
            found.append(f"{above}{key}: {a} -> {b}")
    return found


def digest(value: Any) -> str:
    """A short name of plain values: the same for the same."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:12]
