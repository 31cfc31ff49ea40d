"""``qianche new``, ``qianche publish`` and ``qianche play --timeline``, as a trainer types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import scenarios
from common.errors import QiancheError, UsageError
from kiosk.own_scenarios import NotProved
from qianche.cli import app
from scenarios.schema import json_schema
from sim.check.perfect_trainee import perfect_trainee


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QIANCHE_LANG", "zh")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    if isinstance(done.exception, QiancheError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.output


def test_a_new_scenario_has_its_schema_beside_it(tmp_path: Path) -> None:
    run("new", "our-store", "--template", "warehouse")
    assert scenarios.load(tmp_path / "our-store.yaml").scenario.place == "warehouse"
    assert json.loads((tmp_path / "scenario.schema.json").read_text("utf-8")) == json_schema()
    with pytest.raises(UsageError):
        run("new", "our-store")


def test_a_copy_of_the_bank_is_ones_own(tmp_path: Path) -> None:
    (tmp_path / "scenario.schema.json").write_text("{}", "utf-8")
    run("new", "our-scaffold", "--copy", "falling-object-struck")
    assert scenarios.load(tmp_path / "our-scaffold.yaml").scenario.id == "our-scaffold"
    assert (tmp_path / "scenario.schema.json").read_text("utf-8") == "{}", "what is there is left alone"


def test_publishing_says_where_it_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.check.prove", lambda context: iter([perfect_trainee(context)]))
    run("new", "our-store", "--template", "warehouse")
    said = run("publish", "our-store.yaml", "--author", "王师傅", "--data", str(tmp_path / "data"))
    path = tmp_path / "data" / "van" / "own" / "our-store" / "our-store.yaml"
    assert "第1版" in said and str(path) in said.replace("\n", "")
    assert scenarios.load(path).scenario.author == "王师傅"

    file = tmp_path / "our-store.yaml"
    file.write_text(file.read_text("utf-8").replace("window: [0, 40]", "window: [0, 1.5]", 1), "utf-8")
    with pytest.raises(NotProved):
        run("publish", "our-store.yaml", "--author", "王师傅", "--data", str(tmp_path / "data"))


def test_a_timeline_is_a_table_or_json() -> None:
    arguments = ("play", "falling-object-struck", "--timeline", "--trainee", "absent")
    table = run(*arguments)
    assert "事故发生" in table and "未通过" in table
    told = json.loads(run(*arguments, "--json"))
    assert (told["outcome"], told["passed"]) == ("accident", False)
    assert {"time", "scene_time", "kind", "subject", "text"} == set(told["rows"][0])
