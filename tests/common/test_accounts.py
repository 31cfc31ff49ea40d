"""Accounts: passwords, sessions, and who may what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from common.clock import ManualClock
from common.web.accounts import Accounts, AccountWrong, User

SECRET = bytes(32)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def accounts(tmp_path: Path, clock: ManualClock) -> Iterator[Accounts]:
    accounts = Accounts(tmp_path / "accounts.sqlite", clock, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    yield accounts
    accounts.close()


def test_name_and_password_together_open(accounts: Accounts) -> None:
    password = accounts.create("李雷", "officer")
    assert accounts.verify("李雷", password) == User("李雷", "officer")
    assert accounts.verify(" 李雷 ", password) == User("李雷", "officer")
    for name, given in (("李雷", password + "x"), ("李雷", ""), ("韩梅梅", password), ("", "")):
        assert accounts.verify(name, given) is None


def test_every_first_password_is_another(accounts: Accounts) -> None:
    passwords = {accounts.create(f"crew-{number}", "crew") for number in range(20)}
    assert len(passwords) == 20
    assert all(len(each) == 19 for each in passwords)


def test_a_wrong_account_is_refused_and_said_why(accounts: Accounts) -> None:
    accounts.create("crew", "crew")
    for name, role in (
        ("crew", "crew"),
        ("ｃｒｅｗ", "crew"),
        ("", "crew"),
        ("x" * 41, "crew"),
        ("a\nb", "crew"),
        ("b", "king"),
    ):
        with pytest.raises(AccountWrong):
            accounts.create(name, role)


def test_an_admin_may_everything_others_their_own() -> None:
    assert User("a", "admin").may("duty")
    assert User("b", "bureau").may("officer", "bureau")
    assert not User("c", "crew").may("officer", "bureau")


def test_a_session_lasts_twelve_hours(accounts: Accounts, clock: ManualClock) -> None:
    accounts.create("crew", "crew")
    token = accounts.open_session(User("crew", "crew"), SECRET)
    clock.wind(12 * 3600 - 1)
    assert accounts.user_of_session(token, SECRET) == User("crew", "crew")
    clock.wind(1)
    assert accounts.user_of_session(token, SECRET) is None


def test_a_session_ends_when_closed_and_is_worth_nothing_under_another_secret(accounts: Accounts) -> None:
    accounts.create("crew", "crew")
    token, other = (accounts.open_session(User("crew", "crew"), SECRET) for _ in range(2))
    assert accounts.user_of_session(token, bytes([1] * 32)) is None
    accounts.close_session(token, SECRET)
    assert accounts.user_of_session(token, SECRET) is None
    assert accounts.user_of_session(other, SECRET) is not None


def test_a_new_password_ends_every_session(accounts: Accounts) -> None:
    first = accounts.create("crew", "crew")
    token = accounts.open_session(User("crew", "crew"), SECRET)
    accounts.change_password("crew", "正确的马电池订书钉一二三")
    assert accounts.user_of_session(token, SECRET) is None
    assert accounts.verify("crew", first) is None
    assert accounts.verify("crew", "正确的马电池订书钉一二三")
    assert accounts.verify("crew", accounts.reset("crew"))
    with pytest.raises(AccountWrong):
        accounts.change_password("crew", "short")
    with pytest.raises(AccountWrong):
        accounts.reset("nobody")


def test_neither_passwords_nor_tokens_are_in_the_file(accounts: Accounts, tmp_path: Path) -> None:
    password = accounts.create("crew", "crew")
    token = accounts.open_session(User("crew", "crew"), SECRET)
    for file in tmp_path.iterdir():
        content = file.read_bytes()
        assert password.encode() not in content
        assert token.encode() not in content


def test_accounts_outlive_the_process(accounts: Accounts, tmp_path: Path, clock: ManualClock) -> None:
    password = accounts.create("crew", "crew")
    token = accounts.open_session(User("crew", "crew"), SECRET)
    again = Accounts(tmp_path / "accounts.sqlite", clock)
    assert again.find("crew") == again.verify("crew", password) == again.user_of_session(token, SECRET)
    again.close()
