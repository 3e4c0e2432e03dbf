"""The command line: parse, call an app, show. No logic here, and no import that is slow before a command runs.

Exit codes: 0 done (also when nothing was found), 2 wrong usage, 3 an error that says what to do, 4 some files could not
be used (the others are), 130 interrupted.
"""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from trivium import __version__
from trivium.cli.classify import classify
from trivium.cli.data import data
from trivium.cli.demo import demo
from trivium.cli.evaluate import evaluate
from trivium.cli.finetune import finetune
from trivium.cli.index import index
from trivium.cli.library import info, remove, repair, verify
from trivium.cli.match import match
from trivium.cli.models import models
from trivium.cli.output import ERROR, INTERRUPTED, fail
from trivium.cli.plot import plot
from trivium.cli.pose import pose
from trivium.cli.scene import scene
from trivium.cli.search import search
from trivium.cli.serve import serve
from trivium.cli.train import train
from trivium.errors import TriviumError


class Commands(TyperGroup):
    """Runs a command; an error raised on purpose becomes one line, not a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except TriviumError as error:
            raise fail(str(error), ERROR) from error
        except BrokenPipeError:
            raise
        except OSError as error:
            raise fail(f"the system refused: {error}; what is written so far is safe", ERROR) from error
        except KeyboardInterrupt as error:
            resumable = ctx.invoked_subcommand in ("index", "data", "demo", "train", "finetune")
            hint = "; the same command goes on where this stopped" if resumable else ""
            raise fail(f"interrupted{hint}", INTERRUPTED) from error


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
for command in (
    index, search, classify, pose, scene, serve, info, remove, verify, repair, models, demo, finetune,
):  # fmt: skip
    app.command()(command)
app.add_typer(data, name="data")
app.add_typer(evaluate, name="evaluate")
app.add_typer(plot, name="plot")
app.add_typer(train, name="train")
app.add_typer(match, name="match")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"trivium {__version__}")
        raise typer.Exit


@app.callback()
def trivium(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Search folders of 3D models by photos, words or a shape. Offline.

    \b
    trivium demo                                             see it work
    trivium index models/ --library my.trivium
    trivium search photo.jpg --library my.trivium
    trivium search "a red office chair" --library my.trivium --html found.html
    """


def main() -> None:
    """Entry point of the ``trivium`` command."""
    app()
