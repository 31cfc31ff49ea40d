"""What an administrator fills in to make, change and close accounts."""

from __future__ import annotations

from nicegui import ui

from common.web.accounts import Accounts
from common.web.forms import field, form_dialog
from common.web.frame import Frame
from common.web.scope_choices import scope_choices
from common.web.users import ROLES, SCOPED_ROLES, User


def new_dialog(frame: Frame, accounts: Accounts, by: User) -> ui.dialog:
    """A dialog that makes an account and tells its password."""

    def save() -> None:
        password = accounts.create(name.value, part.role, part.scope or (), by.name)
        _tell_password(frame, name.value, password)

    with form_dialog(frame, frame.say("web.accounts.new"), save) as dialog:
        name = field(frame, "web.accounts.name")
        part = PartFields(frame, User("", "officer"))
    return dialog


def change_dialog(frame: Frame, accounts: Accounts, user: User, by: User) -> ui.dialog:
    """A dialog that gives an account another role or scope."""

    def save() -> None:
        accounts.change(user.name, role=part.role, scope=part.scope, by=by.name)
        ui.navigate.reload()

    with form_dialog(frame, user.name, save) as dialog:
        part = PartFields(frame, user)
    return dialog


def close_dialog(frame: Frame, accounts: Accounts, user: User, by: User) -> ui.dialog:
    """A dialog that says what closing an account means, and closes it."""

    def save() -> None:
        accounts.close_account(user.name, by.name)
        ui.navigate.reload()

    with form_dialog(frame, user.name, save, "web.accounts.close") as dialog:
        ui.label(frame.say("web.accounts.close_hint")).classes("soft")
    return dialog


def password_dialog(frame: Frame, accounts: Accounts, user: User, by: User) -> ui.dialog:
    """A dialog that gives an account a new password and tells it."""

    def save() -> None:
        _tell_password(frame, user.name, accounts.reset(user.name, by.name))

    with form_dialog(frame, user.name, save, "web.accounts.password") as dialog:
        ui.label(frame.say("web.accounts.password_hint")).classes("soft")
    return dialog


def _tell_password(frame: Frame, name: str, password: str) -> None:
    """Show a password until it is noted; the page behind is shown anew then."""
    with ui.dialog(value=True).props("persistent"), ui.card().classes("card form-dialog"):
        ui.label(frame.say("web.accounts.password_told", name=name))
        ui.label(password).classes("person-name numbers").props("data-password")
        ui.button(frame.say("web.accounts.done"), on_click=ui.navigate.reload).props("unelevated no-caps")


class PartFields:
    """A role, and for roles that see a part only, which part."""

    def __init__(self, frame: Frame, known: User) -> None:
        self._frame = frame
        self._choices = scope_choices(ui.context.client.request)
        self._scope: ui.select | None = None
        roles = {role: frame.say(f"web.role.{role}") for role in ROLES}
        self._role = ui.select(roles, value=known.role, label=frame.say("web.accounts.role"))
        self._role.props("outlined dense").classes("w-full")
        self._meaning = ui.label().classes("soft")
        self._part = ui.column().classes("w-full gap-1")
        self._role.on_value_change(lambda: self._show(()))
        self._show(known.scope)

    @property
    def role(self) -> str:
        """The role that is chosen."""
        return self._role.value

    @property
    def scope(self) -> list[str] | None:
        """The part that is chosen; None where there is nothing to choose from."""
        return None if self._scope is None else self._scope.value

    def _show(self, chosen: tuple[str, ...]) -> None:
        self._meaning.text = self._frame.say(f"web.role_means.{self.role}")
        self._part.clear()
        self._scope = None
        choices = self._choices.get(self.role)
        if self.role not in SCOPED_ROLES or choices is None:
            return
        known = choices.known()
        options = known | {
            each: self._frame.say("web.accounts.unknown", value=each) for each in chosen if each not in known
        }
        with self._part:
            self._scope = ui.select(
                list(options) if choices.others_too else options,
                value=list(chosen),
                label=self._frame.say(choices.title_key),
                multiple=True,
                with_input=True,
                new_value_mode="add-unique" if choices.others_too else None,
            )
            self._scope.props("outlined dense use-chips").classes("w-full")
            ui.label(self._frame.say("web.accounts.scope_hint")).classes("soft")
