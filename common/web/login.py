"""Logging in: who a request comes from, and what that person may open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Form, HTTPException, Request
from fastapi.responses import RedirectResponse
from starlette.requests import HTTPConnection

from common.web.accounts import Accounts, AccountWrong, Role, User
from common.web.areas import areas_of
from common.web.headers import Guard
from common.web.language import local_path
from common.web.language import router as language_router
from common.web.plain_page import wants_page
from common.web.scope import KnowsSite, site_state
from common.web.throttle import Throttle
from common.web.users import spelled

__all__ = ["Accounts", "User", "accounts_of", "current_user", "install", "require_role"]

COOKIE = "qianche_session"
FAILURES_PER_PERSON, FAILURES_PER_ADDRESS, FAILURES_PER_NAME = 5, 30, 100


class Login:
    """The accounts of a site and the secret that its sessions are keyed with."""

    def __init__(self, accounts: Accounts, secret: bytes) -> None:
        self.accounts = accounts
        self.throttle = Throttle(accounts.clock)
        self._secret = secret

    def user(self, token: str | None) -> User | None:
        return self.accounts.user_of_session(token, self._secret) if token else None

    def begin(self, user: User) -> str:
        return self.accounts.open_session(user, self._secret)

    def end(self, token: str) -> None:
        self.accounts.close_session(token, self._secret)


def install(app: FastAPI, accounts: Accounts, secret: bytes) -> None:
    """Give ``app`` log-ins: sessions, languages, security headers, and the forms' targets.

    ``secret`` (32 bytes) keys the sessions; another one ends them all.
    """
    app.include_router(router)
    app.include_router(language_router)
    app.state.login = Login(accounts, secret)
    app.add_middleware(KnowsSite, site=app)
    app.add_middleware(Guard)


def current_user(request: HTTPConnection) -> User | None:
    """Who sent this request or opened this socket, if they are logged in."""
    login: Login = site_state(request).login
    return login.user(request.cookies.get(COOKIE))


def accounts_of(request: HTTPConnection) -> Accounts:
    """The accounts of the site that ``request`` came to."""
    login: Login = site_state(request).login
    return login.accounts


def require_role(*roles: Role) -> Callable[[Request], User]:
    """A dependency for pages and APIs that lets only these roles (and admins) in.

    Someone who opens a page is sent to log in; a program is answered 401 or 403.
    """

    def check(request: Request) -> User:
        user = current_user(request)
        if user is not None and user.may(*roles):
            return user
        if request.method == "GET" and wants_page(request):
            raise HTTPException(303, headers={"Location": login_url(request, denied=user is not None)})
        raise HTTPException(401 if user is None else 403)

    return check


def login_url(request: HTTPConnection, *, denied: bool) -> str:
    """The log-in page that leads back to what was asked for; ``denied`` says that this user may not see it."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return "/login?" + urlencode({"next": asked, **({"said": "denied"} if denied else {})})


router = APIRouter(include_in_schema=False)


@router.post("/login")
def log_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=1000)],
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> RedirectResponse:
    """Begin a session, or lead back to the form and say why not."""
    login: Login = site_state(request).login
    address = request.client.host if request.client else "?"
    counted = spelled(name)  # the accounts know it in any spelling, so failures count for all of them together
    limits = {
        f"person {counted} {address}": FAILURES_PER_PERSON,
        f"address {address}": FAILURES_PER_ADDRESS,
        f"name {counted}": FAILURES_PER_NAME,
    }
    if login.throttle.wait_s(limits) > 0:
        return _back_to_form(next, "wait")
    user = login.accounts.verify(name, password)
    if user is None:
        login.throttle.failed(*limits)
        return _back_to_form(next, "wrong")
    login.throttle.succeeded(f"person {counted} {address}")
    answer = RedirectResponse(_where_to(user, local_path(next), request), status_code=303)
    _set_session(answer, login.begin(user), request)
    return answer


@router.post("/logout")
def log_out(request: Request) -> RedirectResponse:
    """End the session."""
    login: Login = site_state(request).login
    if token := request.cookies.get(COOKIE):
        login.end(token)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


@router.post("/account/password")
def change_password(
    request: Request,
    old: Annotated[str, Form(max_length=1000)],
    new: Annotated[str, Form(max_length=1000)],
) -> RedirectResponse:
    """Set a new password for whoever is logged in, who must know the old one."""
    login: Login = site_state(request).login
    user = current_user(request)
    if user is None:
        return _back_to_form("/account", None)
    key = f"change {user.name}"
    if login.throttle.wait_s({key: FAILURES_PER_PERSON}) > 0:
        return RedirectResponse("/account?said=wait", status_code=303)
    if login.accounts.verify(user.name, old) is None:
        login.throttle.failed(key)
        return RedirectResponse("/account?said=wrong", status_code=303)
    try:
        login.accounts.change_password(user.name, new)
    except AccountWrong:
        return RedirectResponse("/account?said=length", status_code=303)
    answer = RedirectResponse("/account?said=changed", status_code=303)
    _set_session(answer, login.begin(user), request)
    return answer


def _where_to(user: User, next_page: str, request: Request) -> str:
    """The page that was asked for; for someone who asked for none, the first part of the site that is theirs."""
    if next_page != "/":
        return next_page
    return next((area.path for area in areas_of(request) if user.may(*area.roles)), "/account")


def _set_session(answer: RedirectResponse, token: str, request: Request) -> None:
    answer.set_cookie(COOKIE, token, httponly=True, samesite="lax", secure=request.url.scheme == "https")


def _back_to_form(next_page: str, said: str | None) -> RedirectResponse:
    query = {"next": local_path(next_page), **({"said": said} if said else {})}
    return RedirectResponse("/login?" + urlencode(query), status_code=303)
