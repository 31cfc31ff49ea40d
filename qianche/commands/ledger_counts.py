"""``qianche ledger recount``: supervision's sums, counted anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from common.settings import load_settings
from qianche.console import both, print_json, say


def register(app: typer.Typer) -> None:
    """Add the command of this module to those of the ledger."""
    app.command("recount", help=both("supervision.recount.help"))(recount)


def recount(
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from ledger.database import open_ledger
    from ledger.supervision.recount import recount as recount_all

    settings = load_settings(data)
    database = open_ledger(settings.data / "ledger", settings.ledger_database)
    try:
        result = recount_all(database)
    finally:
        database.close()
    if json:
        print_json(vars(result))
    elif result.good:
        say("supervision.recount.good", completions=result.completions)
    else:
        figures = {"differing": result.differing, "moved": result.other_employer}
        say("supervision.recount.bad", completions=result.completions, **figures)
    if not result.good:
        raise typer.Exit(1)
