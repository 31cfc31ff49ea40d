"""The page of all accounts: administrators look after them, auditors see them and who changed what."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends
from nicegui import ui

from common.moments import shown_moment
from common.web.account_forms import change_dialog, close_dialog, new_dialog, password_dialog
from common.web.accounts import Account, Accounts, Change
from common.web.areas import Area
from common.web.forms import facts, search_field, telling
from common.web.frame import Frame, page_frame
from common.web.login import accounts_of, require_role
from common.web.scope_choices import scope_choices
from common.web.tables import Column, PagedTable, Rows
from common.web.users import SCOPED_ROLES, Role, User

PATH = "/accounts"
READERS: tuple[Role, ...] = ("admin", "auditor")
AREA = Area(PATH, "web.accounts.title", "manage_accounts", READERS)
_COLUMNS = [
    Column("name", "web.accounts.name", cell="link"),
    Column("role", "web.accounts.role"),
    Column("scope", "web.accounts.scope"),
    Column("state", "web.accounts.state", cell="tag"),
]
_TRAIL = [
    Column("at", "web.accounts.at"),
    Column("by", "web.accounts.by"),
    Column("action", "web.accounts.action"),
    Column("account", "web.accounts.account"),
    Column("scope", "web.accounts.scope"),
]


def register_pages() -> None:
    """Make the page known to NiceGUI."""
    ui.page(PATH)(all_accounts)


def all_accounts(user: Annotated[User, Depends(require_role(*READERS))], name: str = "") -> None:
    """All accounts; above them the one that is asked for by ``name``."""
    accounts = accounts_of(ui.context.client.request)
    listed = accounts.listed()
    with page_frame("web.accounts.title") as frame:
        for each in listed:
            if each.user.name == name:
                _card(frame, accounts, each, user)
        with ui.row().classes("tools"):
            searched = search_field(frame, "web.accounts.search")
            if user.may("admin"):
                ui.space()
                dialog = new_dialog(frame, accounts, user)
                new = ui.button(frame.say("web.accounts.new"), icon="add", on_click=dialog.open)
                new.props("unelevated no-caps")
        rows = [_cells(frame, each) for each in listed]

        def found(offset: int, limit: int) -> tuple[Rows, int]:
            wanted = (searched.value or "").strip().casefold()
            matching = [row for row in rows if wanted in f"{row['name']} {row['role']} {row['scope']}".casefold()]
            return matching[offset : offset + limit], len(matching)

        searched.on_value_change(PagedTable(frame, _COLUMNS, found).reload)
        ui.label(frame.say("web.accounts.trail")).classes("section-title")

        def changes(offset: int, limit: int) -> tuple[Rows, int]:
            found, total = accounts.changes(offset, limit)
            return [_trail_cells(frame, offset + k, each) for k, each in enumerate(found)], total

        PagedTable(frame, _TRAIL, changes, page_size=10)


def _card(frame: Frame, accounts: Accounts, account: Account, user: User) -> None:
    cells = _cells(frame, account)
    with ui.card().classes("card"):
        with ui.row().classes("tools"):
            ui.label(account.user.name).classes("person-name")
            ui.space()
            if user.may("admin"):
                _actions(frame, accounts, account, user)
        facts(
            frame,
            {
                "web.accounts.role": cells["role"],
                "web.accounts.scope": cells["scope"],
                "web.accounts.state": cells["state"]["text"],
            },
        )


def _actions(frame: Frame, accounts: Accounts, account: Account, user: User) -> None:
    name = account.user.name

    def reopen() -> None:
        with telling(frame):
            accounts.reopen_account(name, user.name)
            ui.navigate.reload()

    change = change_dialog(frame, accounts, account.user, user)
    ui.button(frame.say("web.accounts.change"), on_click=change.open).props("outline no-caps")
    if account.closed is None:
        renew, close = (build(frame, accounts, account.user, user) for build in (password_dialog, close_dialog))
        ui.button(frame.say("web.accounts.password"), on_click=renew.open).props("outline no-caps")
        ui.button(frame.say("web.accounts.close"), on_click=close.open).props("outline no-caps color=negative")
    else:
        ui.button(frame.say("web.accounts.reopen"), on_click=reopen).props("outline no-caps")


def _cells(frame: Frame, account: Account) -> dict[str, Any]:
    return {
        "id": account.user.name,
        "href": f"{PATH}?{urlencode({'name': account.user.name})}",
        "name": account.user.name,
        "role": frame.say(f"web.role.{account.user.role}"),
        "scope": _scope(frame, account.user),
        "state": _state(frame, account),
    }


def _trail_cells(frame: Frame, place: int, change: Change) -> dict[str, Any]:
    return {
        "id": place,
        "at": shown_moment(change.at),
        "by": change.by or frame.say("web.accounts.console"),
        "action": frame.say(f"web.accounts.actions.{change.action}"),
        "account": f"{change.user.name} · {frame.say(f'web.role.{change.user.role}')}",
        "scope": _scope(frame, change.user),
    }


def _state(frame: Frame, account: Account) -> dict[str, str]:
    sees_nothing = account.user.role in SCOPED_ROLES and not account.user.scope
    kind, name = ("wait", "no_scope") if sees_nothing else ("good", "open")
    if account.closed is not None:
        kind, name = "bad", "is_closed"
    return {"kind": kind, "text": frame.say(f"web.accounts.{name}")}


def _scope(frame: Frame, user: User) -> str:
    """What somebody sees, in words."""
    if user.role not in SCOPED_ROLES:
        return "–"
    choices = scope_choices(ui.context.client.request).get(user.role)
    known = choices.known() if choices else {}
    shown = [known.get(each, each) for each in user.scope]
    return ("、" if frame.lang == "zh" else ", ").join(shown) or "–"
