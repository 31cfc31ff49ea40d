"""Accounts: passwords, sessions, and who may what."""

from __future__ import annotations

import sqlite3
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


def test_a_role_that_sees_a_part_says_which_and_loses_it_with_the_role(accounts: Accounts) -> None:
    accounts.create("qu", "district", [" 武侯区 ", "锦江区", "武侯区"])
    assert accounts.find("qu") == User("qu", "district", ("武侯区", "锦江区"))
    assert accounts.change("qu", scope=["锦江区"]).scope == ("锦江区",)
    assert accounts.widen("qu", "青羊区").scope == ("锦江区", "青羊区")
    assert accounts.narrow("qu", "锦江区").scope == ("青羊区",)
    assert accounts.change("qu", role="officer") == User("qu", "officer")
    assert accounts.change("qu", role="district", scope=["成华区"]).scope == ("成华区",)
    assert accounts.change("qu", role="bureau") == User("qu", "bureau")
    for role, scope in (("bureau", ["武侯区"]), ("district", ["x" * 41]), ("district", ["a\nb", ""]), ("king", [])):
        with pytest.raises(AccountWrong):
            accounts.change("qu", role=role, scope=scope)
    with pytest.raises(AccountWrong):
        accounts.create("many", "officer", [f"code-{number}" for number in range(51)])
    assert accounts.find("qu") == User("qu", "bureau")


def test_a_new_role_holds_in_the_session_that_is_open(accounts: Accounts) -> None:
    accounts.create("qu", "bureau")
    token = accounts.open_session(User("qu", "bureau"), SECRET)
    accounts.change("qu", role="district", scope=["武侯区"])
    assert accounts.user_of_session(token, SECRET) == User("qu", "district", ("武侯区",))


def test_a_closed_account_is_out_and_its_name_stays_taken(accounts: Accounts) -> None:
    password = accounts.create("crew", "crew")
    token = accounts.open_session(User("crew", "crew"), SECRET)
    accounts.close_account("crew")
    assert accounts.verify("crew", password) is accounts.user_of_session(token, SECRET) is None
    with pytest.raises(AccountWrong):
        accounts.create("crew", "admin")
    accounts.reopen_account("crew")
    assert accounts.verify("crew", password) == User("crew", "crew")
    assert accounts.user_of_session(token, SECRET) is None, "sessions ended when it was closed"
    for change in (accounts.close_account, accounts.reopen_account):
        with pytest.raises(AccountWrong):
            change("nobody")


def test_somebody_always_looks_after_the_accounts(accounts: Accounts) -> None:
    accounts.create("first", "admin")
    for attempt in (lambda: accounts.close_account("first"), lambda: accounts.change("first", role="crew")):
        with pytest.raises(AccountWrong):
            attempt()
    accounts.create("second", "admin")
    accounts.close_account("second")
    with pytest.raises(AccountWrong):
        accounts.close_account("first")
    accounts.reopen_account("second")
    accounts.change("first", role="crew")
    assert [(each.user.name, each.user.role) for each in accounts.listed()] == [("first", "crew"), ("second", "admin")]


def test_the_trail_says_who_did_what_and_holds_no_password(accounts: Accounts, clock: ManualClock) -> None:
    password = accounts.create("qu", "district", ["武侯区"], by="boss")
    clock.wind(60)
    accounts.change("qu", scope=["锦江区"], by="boss")
    accounts.change("qu", scope=["锦江区"], by="boss")
    accounts.change_password("qu", "long enough password")
    accounts.close_account("qu")
    changes, total = accounts.changes(0, 3)
    assert [(each.by, each.action, each.user.scope) for each in changes] == [
        (None, "closed", ("锦江区",)),
        ("qu", "password", ("锦江区",)),
        ("boss", "changed", ("锦江区",)),
    ]
    assert total == 4, "what changes nothing is no change"
    (first,), _ = accounts.changes(3, 1)
    assert (first.action, first.user.scope, (changes[0].at - first.at).seconds) == ("added", ("武侯区",), 60)
    assert password not in str(changes)


def test_accounts_of_the_last_release_are_taken_over(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / "accounts.sqlite"
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with sqlite3.connect(path) as before:
        before.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)")
        before.execute("INSERT INTO schema_version VALUES (1)")
        before.execute(
            "CREATE TABLE accounts (name VARCHAR(40) PRIMARY KEY, role VARCHAR(10) NOT NULL, "
            "password_hash VARCHAR(200) NOT NULL)"
        )
        before.execute("INSERT INTO accounts VALUES ('crew', 'admin', ?)", (cheap.hash("long enough password"),))
    before.close()
    for _ in range(2):
        accounts = Accounts(path, clock, cheap)
        assert accounts.verify("crew", "long enough password") == User("crew", "admin")
        accounts.close()
