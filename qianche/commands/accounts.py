"""``qianche account``: who may log in to the van's staff pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from common.settings import load_settings
from qianche.console import both, out, print_json

if TYPE_CHECKING:
    from common.web.accounts import Accounts, Role

app = typer.Typer(help=both("cli.account.help"), no_args_is_help=True)


@app.command("add", help=both("cli.account.add"))
def add(
    name: Annotated[str, typer.Argument(help=both("cli.argument.account"))],
    role: Annotated[str, typer.Option(help=both("cli.option.role"))] = "trainer",
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    _show(name, _accounts(data).create(name, cast("Role", role)), json)


@app.command("password", help=both("cli.account.password"))
def password(
    name: Annotated[str, typer.Argument(help=both("cli.argument.account"))],
    data: Annotated[Path | None, typer.Option(help=both("cli.option.data"))] = None,
    json: Annotated[bool, typer.Option("--json", help=both("cli.option.json"))] = False,
) -> None:
    _show(name, _accounts(data).reset(name), json)


def _accounts(data: Path | None) -> Accounts:
    from common.clock import SystemClock
    from common.web.accounts import ACCOUNTS_FILE, Accounts

    folder = load_settings(data).data
    folder.mkdir(parents=True, exist_ok=True)
    return Accounts(folder / ACCOUNTS_FILE, SystemClock())


def _show(name: str, given: str, json: bool) -> None:
    if json:
        print_json({"name": name, "password": given})
    else:
        out.print(given, markup=False)
