"""Logging in over HTTP: cookies, roles, guessing, requests from other sites, languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from argon2 import PasswordHasher
from fastapi import Depends, FastAPI, WebSocket
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketDenialResponse

from common.clock import ManualClock
from common.web.accounts import Accounts
from common.web.areas import Area, add_area
from common.web.language import local_path
from common.web.login import User, current_user, install, require_role
from common.web.theme import FONT_PATH, STATIC_PATH, serve_theme

HTML = {"Accept": "text/html"}


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def accounts(tmp_path: Path, clock: ManualClock) -> Iterator[Accounts]:
    accounts = Accounts(tmp_path / "accounts.sqlite", clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    yield accounts
    accounts.close()


@pytest.fixture
def browser(accounts: Accounts) -> TestClient:
    app = FastAPI()
    install(app, accounts, bytes(32))
    serve_theme(app)
    add_area(app, Area("/crew", "web.account.title", "person", ("crew",)))

    @app.get("/crew")
    def crew(user: Annotated[User, Depends(require_role("crew"))]) -> str:
        return user.name

    @app.post("/crew/stop")
    def stop(user: Annotated[User, Depends(require_role("crew"))]) -> str:
        return user.name

    @app.websocket("/stream")
    async def stream(socket: WebSocket) -> None:
        await socket.accept()
        user = current_user(socket)
        await socket.send_text(user.name if user else "nobody")

    return TestClient(app, follow_redirects=False)


def log_in(browser: TestClient, name: str, password: str, next_page: str = "/crew") -> str:
    answer = browser.post("/login", data={"name": name, "password": password, "next": next_page})
    assert answer.status_code == 303
    return answer.headers["location"]


def test_from_the_page_to_the_form_and_back(browser: TestClient, accounts: Accounts) -> None:
    password = accounts.create("crew-1", "crew")
    assert browser.get("/crew").status_code == 401
    sent_to = browser.get("/crew?tab=2", headers=HTML)
    assert sent_to.status_code == 303
    assert sent_to.headers["location"] == "/login?next=%2Fcrew%3Ftab%3D2"
    assert log_in(browser, "crew-1", password, "/crew?tab=2") == "/crew?tab=2"
    assert browser.get("/crew").json() == "crew-1"
    browser.post("/logout")
    assert browser.get("/crew").status_code == 401


def test_without_a_wish_one_comes_to_ones_own_part(browser: TestClient, accounts: Accounts) -> None:
    crew, duty = accounts.create("crew-1", "crew"), accounts.create("duty-1", "duty")
    assert log_in(browser, "crew-1", crew, "/") == "/crew"
    assert log_in(browser, "duty-1", duty, "/") == "/account"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: TestClient, accounts: Accounts) -> None:
    answer = browser.post("/login", data={"name": "crew-1", "password": accounts.create("crew-1", "crew")})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie


def test_another_role_is_turned_away(browser: TestClient, accounts: Accounts) -> None:
    log_in(browser, "duty-1", accounts.create("duty-1", "duty"))
    assert browser.get("/crew").status_code == 403
    assert "said=denied" in browser.get("/crew", headers=HTML).headers["location"]
    log_in(browser, "boss", accounts.create("boss", "admin"))
    assert browser.get("/crew").json() == "boss"


def test_guessing_is_stopped_for_a_quarter_of_an_hour(
    browser: TestClient, accounts: Accounts, clock: ManualClock
) -> None:
    password = accounts.create("crew-1", "crew")
    for _ in range(5):
        assert "said=wrong" in log_in(browser, "crew-1", "guess")
    assert "said=wait" in log_in(browser, "crew-1", password)
    clock.wind(901)
    assert log_in(browser, "crew-1", password) == "/crew"


def test_one_address_cannot_try_many_names(browser: TestClient, accounts: Accounts) -> None:
    password = accounts.create("crew-1", "crew")
    for number in range(30):
        log_in(browser, f"name-{number}", "guess")
    assert "said=wait" in log_in(browser, "crew-1", password)


def test_other_spellings_of_a_name_are_no_further_tries(browser: TestClient, accounts: Accounts) -> None:
    password = accounts.create("crew-1", "crew")
    for spelling in ("crew-1", " crew-1", "ｃrew-1", "crew-1  ", "crew－1"):
        assert "said=wrong" in log_in(browser, spelling, "guess")
    assert "said=wait" in log_in(browser, "crew-1", password)


def test_a_closed_account_is_logged_out(browser: TestClient, accounts: Accounts) -> None:
    log_in(browser, "crew-1", accounts.create("crew-1", "crew"))
    assert browser.get("/crew").status_code == 200
    accounts.close_account("crew-1")
    assert browser.get("/crew").status_code == 401


def test_a_right_password_forgives_ones_slips(browser: TestClient, accounts: Accounts) -> None:
    password = accounts.create("crew-1", "crew")
    for _ in range(3):
        for _ in range(4):
            log_in(browser, "crew-1", "slip")
        assert log_in(browser, "crew-1", password) == "/crew"


def test_changes_asked_for_by_other_sites_are_refused(browser: TestClient, accounts: Accounts) -> None:
    log_in(browser, "crew-1", accounts.create("crew-1", "crew"))
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        assert browser.post("/crew/stop", headers=headers).status_code == 403
        assert browser.get("/crew", headers=headers).status_code == 200
    for headers in ({}, {"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin"}):
        assert browser.post("/crew/stop", headers=headers).status_code == 200


def test_a_socket_knows_who_opened_it_and_is_closed_to_other_sites(browser: TestClient, accounts: Accounts) -> None:
    log_in(browser, "crew-1", accounts.create("crew-1", "crew"))
    with browser.websocket_connect("/stream", headers={"Origin": "http://testserver"}) as socket:
        assert socket.receive_text() == "crew-1"
    with (
        pytest.raises(WebSocketDenialResponse),
        browser.websocket_connect("/stream", headers={"Origin": "https://evil.example"}),
    ):
        pass


@pytest.mark.parametrize("next_page", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", ""])
def test_nobody_is_led_off_the_site(browser: TestClient, accounts: Accounts, next_page: str) -> None:
    assert local_path(next_page) == "/"
    assert log_in(browser, "crew-1", accounts.create("crew-1", "crew"), next_page) == "/crew"
    answer = browser.get("/web/language", params={"to": "en", "back": next_page})
    assert answer.headers["location"] == "/"


def test_the_language_is_remembered(browser: TestClient) -> None:
    answer = browser.get("/web/language", params={"to": "en", "back": "/crew?x=1"})
    assert answer.headers["location"] == "/crew?x=1"
    assert browser.cookies["qianche_lang"] == "en"
    assert browser.get("/web/language", params={"to": "fr"}).status_code == 422


def test_a_new_password_needs_the_old_one(browser: TestClient, accounts: Accounts) -> None:
    password = accounts.create("crew-1", "crew")
    assert browser.post("/account/password", data={"old": "a", "new": "b"}).headers["location"].startswith("/login")
    log_in(browser, "crew-1", password)

    def change(old: str, new: str) -> str:
        return browser.post("/account/password", data={"old": old, "new": new}).headers["location"]

    assert change("wrong", "long enough password").endswith("said=wrong")
    assert change(password, "short").endswith("said=length")
    assert change(password, "long enough password").endswith("said=changed")
    assert browser.get("/crew").json() == "crew-1", "the one who changed it stays logged in"
    assert accounts.verify("crew-1", "long enough password")


def test_every_answer_carries_the_security_headers(browser: TestClient) -> None:
    for path in ("/crew", "/none", f"{STATIC_PATH}/frame.css"):
        headers = browser.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'self'" in headers["content-security-policy"]


def test_fonts_and_styles_come_from_this_machine_alone(browser: TestClient) -> None:
    css = browser.get(f"{STATIC_PATH}/frame.css").text
    assert "http" not in css
    font = browser.get(f"{FONT_PATH}/NotoSansSC-Regular.otf")
    assert font.status_code == 200 and font.content[:4] == b"OTTO"
