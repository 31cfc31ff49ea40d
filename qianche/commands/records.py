"""``qianche score`` and ``qianche replay``: what a log says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qianche.console import both, lang, print_json, progress_bar, say
from qianche.report import print_score


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("score", help=both("cli.score"))(score)
    app.command("replay", help=both("cli.replay"))(replay)


def score(
    log: Annotated[Path, typer.Argument(help=both("cli.argument.log"))],
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from scoring import score_file

    result = score_file(log)
    if json:
        print_json({"score": result.total, **result.model_dump(mode="json")})
    else:
        print_score(result)


def replay(
    log: Annotated[Path, typer.Argument(help=both("cli.argument.log"))],
    out: Annotated[Path | None, typer.Option(help=both("cli.option.out"))] = None,
    at: Annotated[list[float] | None, typer.Option(help=both("cli.option.at"), min=0)] = None,
) -> None:
    if out is None:
        from sim.display.window import replay_window

        replay_window(log, lang())
        return
    from sim.display.replay_stills import replay_stills

    with progress_bar("cli.progress.pictures") as progress:
        for path in replay_stills(log, out, at or (), progress):
            say("cli.written", path=path)
