"""Filters that people type: ``category=chair``, ``faces<=5000``, ``path~office``. Parsed, checked, quoted; never pasted."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence

from trivium.errors import QueryError

TEXT_FIELDS = ("id", "path", "name", "category", "licence", "kind", "format", "textured", "sha256")
NUMBER_FIELDS = ("faces", "points", "size", "bytes", "mtime")
_PATTERN = re.compile(r"^\s*(\w+)\s*(<=|>=|!=|=|<|>|~)\s*(.*?)\s*$", re.DOTALL)


def to_sql(filter: str | Sequence[str] | None, stored: Callable[[str], str] = str) -> str | None:
    """A condition for the store, or None.

    Args:
        filter: expressions, all of which must hold; a string may hold several, separated by commas.
        stored: an absolute path as the store has it.

    Raises:
        QueryError: an unknown field or operator, or a number that is none.
    """
    if filter is None:
        return None
    expressions = filter.split(",") if isinstance(filter, str) else list(filter)
    conditions = [_condition(e, stored) for e in expressions if e.strip()]
    return " AND ".join(conditions) or None


def _condition(expression: str, stored: Callable[[str], str]) -> str:
    match = _PATTERN.match(expression)
    known = f"fields: {', '.join((*TEXT_FIELDS, *NUMBER_FIELDS))}; operators: = != < <= > >= ~ (contains)"
    if not match:
        raise QueryError(f"the filter {expression!r} is not FIELD OPERATOR VALUE; {known}")
    field, operator, value = match.groups()
    if field in NUMBER_FIELDS:
        if operator == "~":
            raise QueryError(f"{field} is a number: use = != < <= > >= with it, not ~")
        try:
            number = float(value)
        except ValueError as error:
            raise QueryError(f"{field} needs a number, got {value!r}") from error
        if number != number or number in (float("inf"), float("-inf")):
            raise QueryError(f"{field} needs a finite number, got {value!r}")
        return f"CAST({field} AS DOUBLE) {operator} {number!r}"  # the store compares no fraction with a whole column
    if field in TEXT_FIELDS:
        if operator == "~":
            return f"contains(lower({field}), {_quoted(value.lower())})"
        if operator not in ("=", "!="):
            raise QueryError(f"{field} is text: use = != or ~ (contains) with it, not {operator}")
        if field == "path" and os.path.isabs(value):
            value = stored(value)
        return f"{field} {operator} {_quoted(value)}"
    raise QueryError(f"no field '{field}'; {known}")


def _quoted(value: str) -> str:
    if "\x00" in value:
        raise QueryError("a filter value must not contain a zero byte")
    return "'" + value.replace("'", "''") + "'"


def any_of(field: str, values: Sequence[str]) -> str:
    """SQL: the text field has one of the values."""
    return f"{field} IN ({', '.join(_quoted(v) for v in values)})"
