"""Recipes from files: nested frozen dataclasses that fail on a typo."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from trivium.errors import ConfigError, require

T = TypeVar("T")


def read_config(kind: type[T], file: Path | None, changes: Sequence[str] = ()) -> T:
    """A configuration from a TOML file and changes like ``loop.steps=100``, the changes last.

    Args:
        kind: a dataclass, whose fields may be dataclasses.

    Raises:
        ConfigError: a file that is not there or is not TOML, an unknown key, a value of the wrong type.
    """
    values = _read(file) if file is not None else {}
    for change in changes:
        key, equals, text = change.partition("=")
        if not equals:
            raise ConfigError(f"'{change}' changes nothing: write key=value, like loop.steps=100")
        _put(values, key.strip().split("."), _value(text.strip()))
    return structured(kind, values)


def structured(kind: type[T], values: dict[str, Any]) -> T:
    """A configuration from plain values, like those of ``dataclasses.asdict``.

    Raises:
        ConfigError: an unknown key, a missing one, a value of the wrong type.
    """
    _check_keys(kind, values, "")
    cattrs = require("cattrs", "train")
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Path, lambda value, _: Path(value))
    for plain in (int, float, bool, str):
        converter.register_structure_hook(plain, _exactly)
    try:
        return converter.structure(values, kind)
    except (cattrs.BaseValidationError, cattrs.StructureHandlerNotFoundError) as error:
        reasons = cattrs.transform_error(error, kind.__name__, _reason)
        raise ConfigError("; ".join(reasons)) from error


def _exactly(value: Any, kind: type) -> Any:
    """No "yes" for a truth, no 0.5 for a count; an int may stand for a float."""
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        raise ValueError(f"got {value!r}, expected {kind.__name__}")
    return value


def _reason(error: BaseException, kind: type | None) -> str:
    from cattrs.v import format_exception

    return str(error) if isinstance(error, ValueError) else format_exception(error, kind)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"no configuration at {file}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} is not TOML: {error}") from error


def _value(text: str) -> Any:
    """As TOML reads it; what it cannot read is a word."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _put(values: dict[str, Any], keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        values = values.setdefault(key, {})
        if not isinstance(values, dict):
            raise ConfigError(f"'{key}' is a value, not a group of them")
    values[keys[-1]] = value


def _check_keys(kind: Any, values: dict[str, Any], above: str) -> None:
    """Unknown keys, named by their whole path and with those that there are."""
    known = {f.name for f in fields(kind)}
    kinds = get_type_hints(kind)
    for key, value in values.items():
        if key not in known:
            raise ConfigError(f"unknown key '{above}{key}'; there are: {', '.join(sorted(known))}")
        if is_dataclass(kinds[key]) and isinstance(value, dict):
            _check_keys(kinds[key], value, f"{above}{key}.")
