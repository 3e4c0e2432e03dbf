"""``trivium serve``"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trivium.cli.output import say


def serve(
    library: Annotated[str, typer.Argument(envvar="TRIVIUM_LIBRARY", help="The library, a folder like my.trivium.")],
    host: Annotated[str | None, typer.Option(help="Whom to listen to: only this machine if not given.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = None,
    token: Annotated[
        str | None, typer.Option(envvar="TRIVIUM_TOKEN", help="What everybody has to know; better in a file.")
    ] = None,
    token_file: Annotated[Path | None, typer.Option(help="A file whose first line is the token.")] = None,
    open_to_all: Annotated[
        bool, typer.Option("--open-to-all", help="Let anybody in who can reach --host, without a token.")
    ] = False,
    allow_changes: Annotated[
        bool, typer.Option("--allow-changes", help="Let requests update the library and forget items.")
    ] = False,
    no_page: Annotated[bool, typer.Option("--no-page", help="The API alone.")] = False,
) -> None:
    """Serve a library: an API under /v1, and a page to search with.

    \b
    trivium serve my.trivium
    trivium serve my.trivium --host 0.0.0.0 --token-file secret.txt
    """
    from trivium.errors import require

    require("fastapi", "server")
    from trivium.server.config import ServerConfig
    from trivium.server.running import run_server

    if token is not None and token_file is not None:
        raise typer.BadParameter("give one of --token and --token-file")
    if token_file is not None:
        token = next(iter(token_file.read_text(encoding="utf-8").splitlines()), "").strip()
    given = {"host": host, "port": port, "token": token}
    config = ServerConfig(
        open_to_all=open_to_all, allow_changes=allow_changes, page=not no_page,
        **{k: v for k, v in given.items() if v is not None},  # type: ignore[arg-type]
    )  # fmt: skip

    def started(address: str) -> None:
        typer.echo(address)
        say("Ctrl-C stops it" + ("; open the page as /?token=TOKEN" if config.token else ""))

    run_server(library, config, started=started)
