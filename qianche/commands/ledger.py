"""``qianche ledger``: the ledger alone, its log, and the credentials of its client programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from common.settings import load_settings
from common.text import text
from qianche.commands import (
    ledger_backup,
    ledger_certificates,
    ledger_counts,
    ledger_interface,
    ledger_keys,
    ledger_log,
)
from qianche.commands.services import serving
from qianche.console import both, lang, out, print_json, say

app = serving("ledger")
credential = typer.Typer(help=both("cli.ledger.credential"), no_args_is_help=True)
app.add_typer(credential, name="credential")
ledger_log.register(app)
ledger_certificates.register(app)
ledger_keys.register(app)
ledger_counts.register(app)
ledger_backup.register(app)
ledger_interface.register(app)


@credential.command("add", help=both("cli.ledger.add"))
def add(
    name: Annotated[str, typer.Argument(help=both("cli.argument.credential"))],
    scope: Annotated[str, typer.Option(help=both("cli.option.scope"))] = "write",
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from ledger.credentials import add as add_credential

    settings = load_settings(data)
    key, secret = add_credential(settings.data / "ledger", name, scope, settings.ledger_database)
    if json:
        print_json({"name": name, "scope": scope, "key": key, "secret": secret})
    else:
        out.print(f"key    {key}\nsecret {secret}", markup=False)


@credential.command("list", help=both("cli.ledger.list"))
def list_all(
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from common.moments import iso
    from ledger.credentials import listed

    settings = load_settings(data)
    rows = [
        {
            "key": each.client.key,
            "name": each.client.name,
            "scope": each.client.scope,
            "revoked": None if each.revoked_us is None else iso(each.revoked_us),
        }
        for each in listed(settings.data / "ledger", settings.ledger_database)
    ]
    if json:
        print_json(rows)
        return
    for row in rows:
        ended = "" if row["revoked"] is None else text("cli.ledger.revoked", lang(), moment=row["revoked"])
        line = f"{row['key']}  {row['scope']:<16}  {row['name']}  {ended}"
        out.print(line.rstrip(), markup=False, soft_wrap=True)


@credential.command("revoke", help=both("cli.ledger.revoke"))
def revoke(
    key: Annotated[str, typer.Argument(help=both("cli.argument.credential_key"))],
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
) -> None:
    from ledger.credentials import revoke as revoke_credential

    settings = load_settings(data)
    revoke_credential(settings.data / "ledger", key, settings.ledger_database)
    say("cli.ledger.gone", credential=key)
