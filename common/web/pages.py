"""The pages of the frame itself: logging in, one's own account, and what a wrong turn leads to."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Request, Response
from fastapi.exception_handlers import http_exception_handler
from nicegui import app as nicegui_app
from nicegui import ui

from common.text import text
from common.web.accounts import MIN_PASSWORD, ROLES, User
from common.web.frame import Frame, page_frame
from common.web.language import language_of, local_path
from common.web.login import require_role
from common.web.plain_page import plain_page, wants_page
from common.web.theme import apply_theme


def register_pages() -> None:
    """Make the pages known to NiceGUI."""
    ui.page("/login")(log_in)
    ui.page("/account")(account)
    nicegui_app.on_page_exception(page_failed)
    nicegui_app.add_exception_handler(404, not_found)


def log_in(next: str = "/", said: str = "") -> None:
    """The form that begins a session."""
    with page_frame("web.log_in.title") as frame, ui.card().classes("card form-card"):
        _say(frame, {"wrong": "bad", "wait": "wait", "denied": "wait"}, "web.log_in", said)
        with ui.element("form").props('method="post" action="/login"'):
            ui.element("input").props("type=hidden name=next").props["value"] = local_path(next)
            _field(frame.say("web.log_in.name"), "name", "text", "username")
            _field(frame.say("web.log_in.password"), "password", "password", "current-password")
            ui.button(frame.say("web.log_in.do")).props('type="submit" unelevated no-caps')


def account(user: Annotated[User, Depends(require_role(*ROLES))], said: str = "") -> None:
    """Who one is, and a new password."""
    with page_frame("web.account.title") as frame, ui.card().classes("card form-card"):
        ui.label(" · ".join((user.name, frame.say(f"web.role.{user.role}"), *user.scope))).classes("soft")
        _say(frame, {"changed": "good", "wrong": "bad", "wait": "wait", "length": "bad"}, "web.account", said)
        with ui.element("form").props('method="post" action="/account/password"'):
            _field(frame.say("web.account.old"), "old", "password", "current-password")
            _field(frame.say("web.account.new", least=MIN_PASSWORD), "new", "password", "new-password")
            ui.button(frame.say("web.account.change")).props('type="submit" unelevated no-caps')


def page_failed(exception: Exception) -> None:
    """What a visitor sees when a page broke; the details are in the service's own log.

    A page that answers with a status, that there is no such thing or that it lies elsewhere, did not break.
    """
    if isinstance(exception, HTTPException):
        raise exception
    lang = language_of(ui.context.client.request)
    apply_theme(lang)
    with ui.column().classes("page-content"):
        ui.label(text("web.page_failed.title", lang)).classes("page-title")
        ui.label(text("web.page_failed.what_now", lang))


async def not_found(request: Request, exception: Exception) -> Response:
    """What a wrong address leads to: a plain page for people, JSON for programs."""
    if not wants_page(request):
        return await http_exception_handler(request, HTTPException(404, getattr(exception, "detail", None)))
    return plain_page(request, "web.not_found", 404)


def _say(frame: Frame, kinds: dict[str, str], area: str, said: str) -> None:
    if said in kinds:
        ui.label(frame.say(f"{area}.said.{said}")).classes(f"notice notice-{kinds[said]}")


def _field(label: str, name: str, kind: str, autocomplete: str) -> None:
    ui.input(label).props(f'outlined name="{name}" type="{kind}" autocomplete="{autocomplete}" required')
