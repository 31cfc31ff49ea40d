"""``qianche account``: who may log in, as what, and which part they see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from common.errors import DataError
from common.web.accounts import AccountWrong
from qianche.commands.accounts import app
from tests.ledger.rosters import company

CODE = company().credit_code


def account(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--data", str(folder)], catch_exceptions=False)


def listed(folder: Path) -> list[tuple[str, str, list[str], bool]]:
    rows = json.loads(account(folder, "list", "--json").stdout)
    return [(row["name"], row["role"], row["scope"], row["closed"] is not None) for row in rows]


def test_a_part_is_given_and_changed(tmp_path: Path) -> None:
    account(tmp_path, "add", "qu", "--role", "district", "--scope", "武侯区", "--scope", "锦江区")
    account(tmp_path, "add", "li", "--role", "officer", "--scope", f" {CODE.lower()} ")
    assert listed(tmp_path) == [("li", "officer", [CODE], False), ("qu", "district", ["武侯区", "锦江区"], False)]
    account(tmp_path, "change", "qu", "--scope", "青羊区")
    account(tmp_path, "change", "li", "--role", "bureau")
    assert listed(tmp_path) == [("li", "bureau", [], False), ("qu", "district", ["青羊区"], False)]
    account(tmp_path, "change", "li", "--role", "officer", "--scope", CODE)
    assert listed(tmp_path)[0] == ("li", "officer", [CODE], False)
    assert f"li  officer 企业安全员  {CODE}" in account(tmp_path, "list").stdout


def test_an_account_is_closed_and_reopened(tmp_path: Path) -> None:
    account(tmp_path, "add", "li")
    account(tmp_path, "close", "li")
    assert listed(tmp_path) == [("li", "trainer", [], True)]
    account(tmp_path, "reopen", "li")
    assert listed(tmp_path) == [("li", "trainer", [], False)]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("add", "li", "--role", "officer", "--scope", "武侯区"), DataError),
        (("add", "li", "--role", "officer", "--scope", CODE[:-1] + "Z"), DataError),
        (("add", "li", "--role", "bureau", "--scope", "武侯区"), AccountWrong),
        (("change", "nobody", "--role", "crew"), AccountWrong),
        (("close", "nobody"), AccountWrong),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, words: tuple[str, ...], fault: type[Exception]) -> None:
    with pytest.raises(fault):
        account(tmp_path, *words)
    assert listed(tmp_path) == []
