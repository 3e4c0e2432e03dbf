"""``trivium models``"""

from __future__ import annotations

from typing import Annotated

import typer

from trivium.cli.output import AsJson, show_json, show_table


def models(
    name: Annotated[str | None, typer.Argument(help="One model; all of them without it.")] = None,
    as_json: AsJson = False,
) -> None:
    """The models there are, and whether their weights are on this machine.

    \b
    trivium models
    trivium models mini --json
    """
    from trivium.errors import WeightsError
    from trivium.models import MODELS

    if name is not None and name not in MODELS:
        raise WeightsError(f"no model '{name}'; there are: {', '.join(MODELS)}")
    chosen = [MODELS[name]] if name is not None else list(MODELS.values())
    rows = [
        {
            "name": m.name,
            "dim": m.dim,
            "weights": str(m.folder) if m.is_here else None,
            "licence": m.licence,
            "summary": m.summary,
        }
        for m in chosen
    ]
    if as_json:
        show_json(rows)
    else:
        show_table(list(rows[0]), [[row[c] if c != "weights" or row[c] else "missing" for c in row] for row in rows])
