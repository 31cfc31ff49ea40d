"""``qianche ledger``: the ledger alone, and the credentials of its client programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from common.settings import load_settings
from qianche.commands.services import serving
from qianche.console import both, out, print_json

app = serving("ledger")
credential = typer.Typer(help=both("cli.ledger.credential"), no_args_is_help=True)
app.add_typer(credential, name="credential")


@credential.command("add", help=both("cli.ledger.add"))
def add(
    name: Annotated[str, typer.Argument(help=both("cli.argument.credential"))],
    scope: Annotated[str, typer.Option(help=both("cli.option.scope"))] = "write",
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    from ledger.credentials import add as add_credential

    key, secret = add_credential(load_settings(data).data / "ledger", name, scope)
    if json:
        print_json({"name": name, "scope": scope, "key": key, "secret": secret})
    else:
        out.print(f"key    {key}\nsecret {secret}", markup=False)
