"""The proofs hold for the bank, and each fails, with its place in the file, for a scenario made to fail it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import yaml

import scenarios
import scoring
from common.text import LANGS
from sim.check import CHECKS, CheckContext, CheckResult, prove

ELECTROCUTION = scenarios.load("electrocution-temporary-power")


def test_every_proof_holds_and_says_what_it_measured() -> None:
    context = CheckContext(ELECTROCUTION, scoring.score)
    results = list(prove(context, CHECKS))
    assert [result.check for result in results] == [check.__name__ for check in CHECKS]
    assert [result for result in results if not result.passed] == []
    figures = {result.check: result.figures for result in results}
    assert figures["perfect_trainee"]["score"] == 100.0
    assert figures["absent_trainee"]["accident_at"] == context.scenario.accident.at
    assert figures["wrong_options"]["options"] == 4
    assert figures["random_trainee"]["highest_score"] < 60


def broken(tmp_path: Path, change: Callable[[dict], None]) -> CheckContext:
    """The first scenario of the bank, changed, in a file of its own."""
    plain = ELECTROCUTION.scenario.model_dump(mode="json", by_alias=True, exclude_unset=True)
    change(plain)
    path = tmp_path / "broken.yaml"
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return CheckContext(scenarios.load(path), scoring.score)


def failing(context: CheckContext, check: str) -> CheckResult:
    (result,) = prove(context, [each for each in CHECKS if each.__name__ == check])
    assert not result.passed and result.findings
    for finding in result.findings:
        assert finding.file.endswith("broken.yaml")
        assert all(getattr(finding.text, lang) for lang in LANGS)
    return result


def line_of(result: CheckResult) -> str:
    """What stands on the line of the first finding."""
    finding = result.findings[0]
    return Path(finding.file).read_text("utf-8").splitlines()[finding.line - 1].strip()


def test_an_accident_that_comes_too_early_is_shown(tmp_path: Path) -> None:
    def too_early(plain: dict) -> None:
        plain["storyboard"].append({"when": {"time": 90}, "do": [{"accident": True}]})

    result = failing(broken(tmp_path, too_early), "absent_trainee")
    assert line_of(result) == "at: 110.0" and "90" in result.findings[0].text.en


def test_an_accident_that_never_comes_is_shown(tmp_path: Path) -> None:
    def averted_anyway(plain: dict) -> None:
        plain["storyboard"].append({"when": {"time": 90}, "do": [{"avert": True}]})

    failing(broken(tmp_path, averted_anyway), "absent_trainee")


def test_an_accident_that_cannot_be_averted_is_shown(tmp_path: Path) -> None:
    def never(plain: dict) -> None:
        """By a decision that is asked only when it is too late."""
        plain["accident"]["unless"] = {"chosen": "d2.a"}

    result = failing(broken(tmp_path, never), "perfect_trainee")
    assert any("happens even to the perfect" in finding.text.en for finding in result.findings)


def test_a_window_too_short_to_find_anything_is_shown(tmp_path: Path) -> None:
    def too_short(plain: dict) -> None:
        plain["hazards"]["moving-live-pump"]["window"] = [70, 70.5]

    result = failing(broken(tmp_path, too_short), "perfect_trainee")
    assert "带电移动水泵" in result.findings[0].text.zh
    assert result.figures["score"] < 95


def test_a_fatal_option_without_its_accident_is_shown(tmp_path: Path) -> None:
    def saved_by_itself(plain: dict) -> None:
        plain["decisions"]["d1"]["options"]["b"]["do"] = [{"avert": True}]

    result = failing(broken(tmp_path, saved_by_itself), "wrong_options")
    assert any("at once" in finding.text.en for finding in result.findings)


def test_text_too_long_to_be_read_is_shown(tmp_path: Path) -> None:
    def too_long(plain: dict) -> None:
        plain["decisions"]["d1"]["ask"]["zh"] = "怎么办" * 30

    result = failing(broken(tmp_path, too_long), "text_lengths")
    assert line_of(result).startswith("zh: 怎么办") and "90" in result.findings[0].text.zh


def test_too_many_flashes_are_shown(tmp_path: Path) -> None:
    def flashing(plain: dict) -> None:
        for tenth in range(5):
            step = {"after": 1 + tenth / 10, "do": [{"effect": {"name": "flash", "seconds": 0.1}}]}
            plain["accident"]["steps"].append(step)

    result = failing(broken(tmp_path, flashing), "flashes")
    assert result.figures["most_in_a_second"] >= 5


def test_a_score_that_random_trainees_reach_is_shown(tmp_path: Path) -> None:
    def lenient(log: object, scenario: object) -> scoring.Score:
        return scoring.score(log, scenario).model_copy(update={"passed": True})

    context = CheckContext(broken(tmp_path, lambda plain: None).loaded, lenient)
    result = failing(context, "random_trainee")
    assert len(result.findings) == 20


def test_a_result_can_be_printed_as_json() -> None:
    for result in prove(CheckContext(ELECTROCUTION, scoring.score), CHECKS[-2:]):
        printed = json.loads(json.dumps(result.as_json()))
        assert printed["check"] == result.check and set(printed["title"]) == set(LANGS)
