"""The proofs of deeds and exercises hold for a good example, and fail, with their place, for a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import scenarios
import scoring
from assets.mesh import Mesh
from scenarios.loader import LoadedScenario
from scenarios.source import read_source
from scenarios.starter import starter
from sim.check import Check, CheckContext, CheckResult, prove
from sim.check.deeds import deeds
from sim.check.deeds_in_sight import deeds_in_sight
from sim.check.exercises import exercises
from sim.check.flashes import flashes
from sim.check.text_lengths import text_lengths
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, both, box, small_scenario

PRESS = {
    "ask": both("按压"), "beats_per_minute": [100, 120], "beats": 30, "limit": 40,
    "good": {"then": both("按得好")}, "poor": {"then": both("没按好")},
}  # fmt: skip


def good(plain: dict) -> None:
    """A right deed, one that the accident offers, two wrong ones, and an exercise that a step of it starts."""
    plain["deeds"] = {
        "lock": {"target": "my_box", "text": both("上锁"), "right": True, "when": {"chosen": "d1.a"}},
        "open": {"target": "my_lamp", "text": both("打开"), "then": both("没有必要")},
        "switch-on": {"target": "my_box", "text": both("合闸"), "when": {"time": 5}, "do": [{"accident": True}]},
    }
    after = {"after": {"what": "accident", "seconds": 1}}
    plain["deeds"]["cut"] = {"target": "my_box", "text": both("断电"), "right": True, "when": after}
    plain["exercises"] = {"press": PRESS}
    plain["accident"]["steps"][-1]["do"].append({"exercise": "press"})


def result_of(folder: Path, change: Callable[[dict], None], check: Check) -> CheckResult:
    plain = read_source(starter("specimen").encode("utf-8"), "specimen.yaml").data
    good(plain)
    change(plain)
    path = folder / "specimen.yaml"
    path.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    (result,) = prove(CheckContext(scenarios.load(path), scoring.score), [check])
    return result


@pytest.mark.parametrize("check", [deeds, exercises, flashes, text_lengths])
def test_the_good_example_is_proved(check: Check, tmp_path: Path) -> None:
    assert result_of(tmp_path, lambda plain: None, check).passed


def never_near(plain: dict) -> None:
    plain["deeds"]["lock"]["when"] = {"near": {"to": "my_lamp", "metres": 0.01}}


def after_the_debrief(plain: dict) -> None:
    plain["deeds"]["cut"]["when"]["after"]["seconds"] = 600


def wrong_one_never_offered(plain: dict) -> None:
    plain["deeds"]["open"]["when"] = {"near": {"to": "my_lamp", "metres": 0.01}}


def averted_first(plain: dict) -> None:
    plain["deeds"]["switch-on"]["do"].insert(0, {"avert": True})


def no_time_for_all_beats(plain: dict) -> None:
    plain["exercises"]["press"]["limit"] = 18


def waits_for_ever(plain: dict) -> None:
    del plain["accident"]["steps"][-1]["do"][-1]
    asking = {"when": {"looked_at": {"what": "my_lamp", "seconds": 3000}}, "do": [{"exercise": "press"}]}
    plain["storyboard"].append(asking)


def flashing(plain: dict) -> None:
    plain["deeds"]["open"]["do"] = [{"effect": {"name": "flash", "seconds": 0.1}} for _ in range(4)]


def long_winded(plain: dict) -> None:
    plain["deeds"]["open"]["text"] = both("打开" * 20)


@pytest.mark.parametrize(
    ("change", "check", "line", "words"),
    [
        (never_near, deeds, "target: my_box", "never comes to be done"),
        (after_the_debrief, deeds, "target: my_box", "never comes to be done"),
        (wrong_one_never_offered, deeds, "target: my_lamp", "never comes to be done"),
        (averted_first, deeds, "- avert: true", "should bring on the accident"),
        (no_time_for_all_beats, exercises, "then:", "cannot be done well"),
        (waits_for_ever, exercises, "ask:", "never begins"),
        (flashing, flashes, "target: my_lamp", "4 flashes"),
        (long_winded, text_lengths, "zh: 打开打开", "40 characters"),
    ],
)
def test_a_bad_example_is_blamed_on_its_place(change, check, line: str, words: str, tmp_path: Path) -> None:
    result = result_of(tmp_path, change, check)
    (finding, *_) = result.findings
    assert words in finding.text.en
    assert Path(finding.file).read_text("utf-8").splitlines()[finding.line - 1].strip().startswith(line)


@pytest.mark.parametrize(("walls", "passed"), [([], True), ([box(14, 0.2, 5).placed(0, 2, 0)], False)])
def test_what_a_deed_is_done_to_must_be_seen(walls: list[Mesh], passed: bool) -> None:
    mend = {"target": "sign", "text": both("mend"), "right": True}
    scenario = small_scenario(deeds={"mend": mend})
    source = read_source(b"deeds:\n  mend:\n    target: sign\n", "small.yaml")
    context = CheckContext(LoadedScenario(scenario, Path("small.yaml"), "sha256:0", source), scoring.score)
    context.__dict__["world"] = compose(scenario, SmallLibrary(walls))
    result = deeds_in_sight(context)
    assert result.passed == passed
    assert [finding.line for finding in result.findings] == ([] if passed else [3])
