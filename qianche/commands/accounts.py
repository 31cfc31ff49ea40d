"""``qianche account``: who may log in to the staff pages, as what, and which part they see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from common.settings import load_settings
from qianche.console import both, lang, out, print_json

if TYPE_CHECKING:
    from common.web.accounts import Accounts, Role

app = typer.Typer(help=both("cli.account.help"), no_args_is_help=True)
Name = Annotated[str, typer.Argument(help=both("cli.argument.account"))]
Scope = Annotated[list[str] | None, typer.Option(help=both("cli.account.scope"))]
Data = Annotated[Path | None, typer.Option(help=both("cli.account.data"))]
Json = Annotated[bool, typer.Option("--json", help=both("cli.option.json"))]


@app.command("add", help=both("cli.account.add"))
def add(
    name: Name,
    role: Annotated[str, typer.Option(help=both("cli.option.role"))] = "trainer",
    scope: Scope = None,
    data: Data = None,
    json: Json = False,
) -> None:
    with _accounts(data) as accounts:
        _show(name, accounts.create(name, cast("Role", role), _checked(role, scope or [])), json)


@app.command("list", help=both("cli.account.list"))
def list_all(data: Data = None, json: Json = False) -> None:
    from common.moments import iso, to_us
    from common.text import text

    with _accounts(data) as accounts:
        listed = accounts.listed()
    rows = [
        {
            "name": each.user.name,
            "role": each.user.role,
            "scope": list(each.user.scope),
            "closed": None if each.closed is None else iso(to_us(each.closed)),
        }
        for each in listed
    ]
    if json:
        print_json(rows)
        return
    for row in rows:
        parts = [row["name"], f"{row['role']} {text('web.role.' + row['role'], lang())}", *row["scope"]]
        out.print("  ".join([*parts, *([f"✗ {row['closed']}"] if row["closed"] else [])]), markup=False, soft_wrap=True)


@app.command("change", help=both("cli.account.change"))
def change(
    name: Name,
    role: Annotated[str | None, typer.Option(help=both("cli.option.role"))] = None,
    scope: Scope = None,
    data: Data = None,
) -> None:
    with _accounts(data) as accounts:
        user = accounts.find(name)
        checked = _checked(role or (user.role if user else ""), scope) if scope else None
        accounts.change(name, role=cast("Role | None", role), scope=checked)


@app.command("password", help=both("cli.account.password"))
def password(name: Name, data: Data = None, json: Json = False) -> None:
    with _accounts(data) as accounts:
        _show(name, accounts.reset(name), json)


@app.command("close", help=both("cli.account.close"))
def close(name: Name, data: Data = None) -> None:
    with _accounts(data) as accounts:
        accounts.close_account(name)


@app.command("reopen", help=both("cli.account.reopen"))
def reopen(name: Name, data: Data = None) -> None:
    with _accounts(data) as accounts:
        accounts.reopen_account(name)


@contextmanager
def _accounts(data: Path | None) -> Iterator[Accounts]:
    from common.clock import SystemClock
    from common.web.accounts import ACCOUNTS_FILE, Accounts

    folder = load_settings(data).data
    folder.mkdir(parents=True, exist_ok=True)
    accounts = Accounts(folder / ACCOUNTS_FILE, SystemClock())
    try:
        yield accounts
    finally:
        accounts.close()


def _checked(role: str, scope: list[str]) -> list[str]:
    """The scope, with credit codes that can be some where it consists of companies."""
    from ledger.people.credit_code import check_credit_code

    return [check_credit_code(each) for each in scope] if role == "officer" else scope


def _show(name: str, given: str, json: bool) -> None:
    if json:
        print_json({"name": name, "password": given})
    else:
        out.print(given, markup=False)
