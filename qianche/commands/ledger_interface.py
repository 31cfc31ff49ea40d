"""``qianche ledger openapi``: the programs' interface, for those who write programs against it."""

from __future__ import annotations

import typer

from qianche.console import both, lang, print_json


def register(app: typer.Typer) -> None:
    """Add the command of this module to those of the ledger."""
    app.command("openapi", help=both("operation.interface.help"))(openapi)


def openapi() -> None:
    from ledger.operation.interface import interface

    print_json(interface(lang()))
