"""``qianche ledger new-key`` and ``new-log-key``: other keys for personal data at rest, and for the log."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from common.settings import load_settings
from qianche.console import both, say


def register(app: typer.Typer) -> None:
    """Add the commands of this module to those of the ledger."""
    app.command("new-key", help=both("people.rotation.help"))(new_key)
    app.command("new-log-key", help=both("transparency.keys.help"))(new_log_key)


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


def new_log_key(data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None) -> None:
    from common.clock import SystemClock
    from ledger.database import open_ledger
    from ledger.transparency.key_change import change_log_key
    from qianche.ledger_settings import ledger_settings

    settings = load_settings(data)
    ledger = ledger_settings(settings)
    database = open_ledger(ledger.data, ledger.database)
    try:
        keys = change_log_key(ledger.log_key, database, SystemClock())
    finally:
        database.close()
    say("transparency.keys.changed", size=keys.former[-1].until, vkey=keys.current.shown())
