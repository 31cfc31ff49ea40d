"""``qianche ledger new-key``: another key for the personal data that lies encrypted in the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from common.settings import load_settings
from qianche.console import both, say


def register(app: typer.Typer) -> None:
    """Add the command of this module to those of the ledger."""
    app.command("new-key", help=both("people.rotation.help"))(new_key)


def new_key(
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    finish: Annotated[bool, typer.Option("--finish", help=both("people.rotation.finish"))] = False,
) -> None:
    from ledger.database import open_ledger
    from ledger.keyring import KeyFiles, Keyring
    from ledger.people.rotation import encrypt_again

    settings = load_settings(data)
    folder = settings.data / "ledger"
    database = open_ledger(folder, settings.ledger_database)
    try:
        source = KeyFiles(folder)
        keyring = Keyring(source)
        if not finish:
            keyring.renew()
        count = encrypt_again(database, keyring)
    finally:
        database.close()
    say("people.rotation.done", number=source.current(), count=count)
