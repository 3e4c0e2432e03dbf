"""The page: a search box, results, models to turn, a map. It talks to the API like any other client.

NiceGUI brings Vue and three.js, so that nothing is loaded from elsewhere; the page's own parts are the modules beside this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trivium.errors import require

if TYPE_CHECKING:
    from fastapi import FastAPI

HERE = Path(__file__).parent


def add_page(app: FastAPI) -> None:
    """Puts the page at / of an app that has its other routes already."""
    ui = require("nicegui", "server").ui

    class Trivium(ui.element, component=HERE / "page.js", esm={"trivium-page": str(HERE / "modules")}):  # type: ignore[misc,name-defined,call-arg]
        """All of the page; see modules/app.js."""

    @ui.page("/", title="trivium", favicon=HERE / "icon.svg", response_timeout=30)
    def index() -> None:
        ui.add_css((HERE / "page.css").read_text(encoding="utf-8"))
        Trivium()

    ui.run_with(app, title="trivium", dark=None, tailwind=False, show_welcome_message=False)
