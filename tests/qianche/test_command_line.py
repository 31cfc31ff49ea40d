"""The command line as a person and a program meet it, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from common.clock import SystemClock
from common.web.accounts import ACCOUNTS_FILE, Accounts
from scenarios import load

START = "from qianche.cli import main; main()"
KEYS = {"scenario", "outcome", "score", "passed", "hazards_found", "hazards_total", "false_alarms", "log"}


def qianche(*arguments: object, lang: str = "zh") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"QIANCHE_LANG": lang, "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=False,
    )


def played(scenario: str, trainee: str, log: Path) -> dict[str, object]:
    done = qianche("play", scenario, "--display", "none", "--trainee", trainee, "--log", log, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_perfect_averts_absent_does_not_random_fails(tmp_path: Path) -> None:
    scenario = "electrocution-temporary-power"
    perfect = played(scenario, "perfect", tmp_path / "perfect.jsonl")
    absent = played(scenario, "absent", tmp_path / "absent.jsonl")
    random = played(scenario, "random", tmp_path / "random.jsonl")
    assert set(perfect) == KEYS
    assert perfect["score"] >= 95
    assert perfect["passed"]
    assert perfect["outcome"] == "averted"
    assert perfect["hazards_found"] == perfect["hazards_total"] == len(load(scenario).scenario.hazards)
    assert (absent["outcome"], absent["hazards_found"], absent["passed"]) == ("accident", 0, False)
    assert not random["passed"]
    assert Path(perfect["log"]).is_file()


def test_a_log_scores_the_same_every_time_and_not_at_all_once_touched(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    result = played("falling-object-struck", "random", log)
    first, second = qianche("score", log, "--json"), qianche("score", log, "--json")
    assert first.stdout == second.stdout
    assert json.loads(first.stdout)["score"] == result["score"]

    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    refused = qianche("score", log, "--json")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert "log.jsonl" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_log_can_be_played_again(tmp_path: Path) -> None:
    first = played("falling-object-struck", "random", tmp_path / "first.jsonl")
    again = played("falling-object-struck", str(tmp_path / "first.jsonl"), tmp_path / "again.jsonl")
    assert {**first, "log": ""} == {**again, "log": ""}


def test_an_unknown_scenario_is_told_with_the_one_meant(tmp_path: Path) -> None:
    done = qianche("play", "falling-object-stuck", "--display", "none", lang="en")
    assert done.returncode == 2
    assert "falling-object-struck" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_scenario_is_told_by_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    text = load("falling-object-struck").path.read_text("utf-8").replace("prop: safety_net", "prop: safty_net", 1)
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "safty_net" in each)
    broken.write_text(text, "utf-8")
    done = qianche("check", broken, "--json", lang="en")
    assert done.returncode == 1
    (proof,) = json.loads(done.stdout)["scenarios"]
    assert not proof["passed"]
    fault = next(each for each in proof["faults"] if each["found"] == "safty_net")
    assert (fault["line"], fault["kind"], fault["hint"]) == (line, "reference", "safety_net")


def test_a_headset_that_is_not_there_is_said_with_what_to_install() -> None:
    done = qianche("play", "falling-object-struck", "--display", "vr", lang="en")
    assert done.returncode == 3
    assert "OpenXR" in done.stderr


def test_a_new_scenario_is_valid_and_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "my-own.yaml"
    assert qianche("new", "my-own", "--out", path).returncode == 0
    assert load(path).scenario.id == "my-own"
    again = qianche("new", "my-own", "--out", path)
    assert again.returncode == 2
    assert "my-own.yaml" in again.stderr


def test_help_comes_in_both_languages() -> None:
    told = qianche("--help").stdout
    assert "整车" in told
    assert "whole van" in " ".join(told.replace("│", " ").split())


def test_a_credential_is_made_for_a_client(tmp_path: Path) -> None:
    done = qianche("ledger", "credential", "add", "bureau", "--scope", "read", "--data", tmp_path, "--json")
    made = json.loads(done.stdout)
    assert (made["name"], made["scope"]) == ("bureau", "read")
    assert made["key"]
    assert made["secret"]


def test_an_account_is_made_for_a_trainer(tmp_path: Path) -> None:
    made = json.loads(qianche("account", "add", "li", "--data", tmp_path, "--json").stdout)
    accounts = Accounts(tmp_path / ACCOUNTS_FILE, SystemClock())
    try:
        trainer = accounts.verify("li", made["password"])
        assert trainer is not None and trainer.may("trainer") and not trainer.may("crew")
        renewed = json.loads(qianche("account", "password", "li", "--data", tmp_path, "--json").stdout)
        assert accounts.verify("li", made["password"]) is None
        assert accounts.verify("li", renewed["password"]) is not None
    finally:
        accounts.close()
    refused = qianche("account", "add", "wang", "--role", "king", "--data", tmp_path)
    assert refused.returncode == 2 and "king" in refused.stderr
