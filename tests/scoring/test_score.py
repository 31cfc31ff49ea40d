"""The whole score: its parts, whether it is a pass, and that anyone gets the same from the log."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sessions import LOADED, RIGHT, SCENARIO, flag, header, log_of, row, scored, written

import scenarios
import scoring
from common.text import LANGS
from scoring.formula import band
from scoring.total import one_place
from sim.log import Log, LogDamaged
from sim.log.events import Choose, Do, End, Flag, Go, Stop
from sim.play import play_headless
from sim.session.wheel import PROBLEMS
from sim.trainees import scripted

THINGS = [*SCENARIO.props, *SCENARIO.actors, ""]
ALL = [flag(1 + number / 2, name) for number, name in enumerate(SCENARIO.hazards) if name != "moving-live-pump"]
LIU = flag(71, "moving-live-pump")
CHAIN_BUT_ONE_MISSED = [it for it in ALL if it.target not in ("cable_pump", "switch_box")]
LOCK = Do(t=78.0, deed="lock-out")
AID = Choose(t=90.0, decision="d2", option="a")


def is_key(hazard: str) -> bool:
    return SCENARIO.hazards[hazard].key


RIGHT_WAY = [
    *(
        lambda t, name=name: flag(t, name)
        for name in sorted(SCENARIO.hazards, key=lambda it: not SCENARIO.hazards[it].key)
    ),
    *(lambda t, name=name: Do(t=t, deed=name) for name, deed in SCENARIO.deeds.items() if deed.right),
    *(lambda t, name=name: Choose(t=t, decision=name, option="a") for name in SCENARIO.decisions),
    *(lambda t: Go(t=t) for _ in SCENARIO.debrief.right_way),
]


def test_everything_right_is_a_hundred() -> None:
    score = scored(*ALL, LIU, RIGHT, LOCK, AID)
    assert (score.total, score.passed, score.outcome) == (100.0, True, "averted")
    assert (score.hazards_found, score.hazards_total, score.false_alarms) == (7, 7, 0)


def test_nothing_done_is_nothing() -> None:
    score = scored()
    assert (score.total, score.passed, score.outcome, score.hazards_found) == (0.0, False, "accident", 0)


def test_decisions_share_thirty_points() -> None:
    score = scored(RIGHT, AID.model_copy(update={"option": "b", "t": 130.0}))
    assert [(it.id, it.status, it.earned) for it in score.decisions] == [("d1", "right", 15.0), ("d2", "wrong", 0.0)]
    assert score.measures["decisions"] == 15.0


def test_a_decision_never_asked_does_not_count() -> None:
    score = scored(Stop(t=78.0, by="trainee"))
    assert [(it.status, it.worth) for it in score.decisions] == [("timed_out", 30.0), ("not_asked", 0.0)]
    assert (score.outcome, score.passed) == ("stopped", False)


def test_without_any_decision_hazards_make_the_whole_score() -> None:
    score = scored(*ALL, Stop(t=20.0, by="trainee"))
    assert [it.worth for it in score.decisions] == [0.0, 0.0]
    assert sum(it.worth for it in score.hazards) == pytest.approx(100, abs=0.01)


def test_the_first_false_alarm_is_free_the_others_cost_two_and_no_more_than_twenty() -> None:
    wrong = [name for name in THINGS[:-1] if name not in {it.target for it in SCENARIO.hazards.values()}]
    costs = []
    for count in (0, 1, 2, 5, 14):
        alarms = [Flag(t=20.0 + n, target=name, problem="can-fall") for n, name in enumerate(wrong[:count])]
        score = scored(*ALL, LIU, RIGHT, LOCK, AID, *alarms)
        assert score.false_alarms == len(score.alarms) == count
        costs.append(100 - score.total)
    assert costs == [0, 0, 2, 8, 20]


def test_a_lure_is_explained() -> None:
    (alarm,) = scored(Flag(t=3.0, target="dist_box", problem="live-electricity")).alarms
    assert (alarm.kind, alarm.cost) == ("lure", 0.0)
    assert SCENARIO.lures[0].why.zh in alarm.explanation.zh and SCENARIO.lures[0].why.en in alarm.explanation.en


def test_what_was_flagged_by_mistake_has_a_name() -> None:
    labels = [
        scored(Flag(t=3.0, target=target, problem="can-fall")).alarms[0].label.zh
        for target in ("extinguishers", "chen", "", "unheard of")
    ]
    assert labels[1:] == ["小陈", "空处", "空处"] and "灭火器" in labels[0]


@pytest.mark.parametrize(
    ("events", "passed", "because"),
    [
        ([*ALL, LIU, RIGHT, LOCK, AID], True, "合格"),
        ([*ALL, LIU, Choose(t=76.0, decision="d1", option="b")], False, "发生了事故"),
        ([RIGHT, AID], False, "未达到 60 分"),
        ([*ALL, LIU, RIGHT, Stop(t=79.0, by="crew")], False, "中途结束"),
        ([*ALL, LIU, RIGHT, Stop(t=200.0, by="trainee")], True, "合格"),
        ([*ALL, LIU, Choose(t=76.0, decision="d1", option="b"), Stop(t=77.0, by="crew")], False, "发生了事故"),
        (
            [*CHAIN_BUT_ONE_MISSED, LIU, RIGHT, LOCK, AID.model_copy(update={"t": 125.0})],
            False,
            "3 项隐患只准确找出 1 项",
        ),
    ],
)
def test_the_pass_and_what_stands_against_it(events: list, passed: bool, because: str) -> None:
    score = scored(*events)
    assert score.passed is passed
    assert because in score.explanation.zh
    if "因果链" in score.explanation.zh:
        assert score.total >= 60


def test_the_redo_is_recorded_and_changes_nothing() -> None:
    log = log_of()
    without = scoring.score(log, SCENARIO)
    debrief = log.end.t - 60
    redone = scored(Go(t=debrief + 1), *(step(debrief + 2 + number) for number, step in enumerate(RIGHT_WAY)))
    assert (redone.total, redone.hazards_found, redone.redo_finished) == (without.total, 0, True)


def test_the_figures_for_telling_lures_from_hazards() -> None:
    good = scored(*ALL, LIU, RIGHT, LOCK, AID).measures
    eager = [Flag(t=30.0 + n, target=lure.target, problem="can-fall") for n, lure in enumerate(SCENARIO.lures)]
    spray = scored(*ALL, LIU, RIGHT, LOCK, AID, *eager).measures
    blind = scored().measures
    assert good["d_prime"] > 2.5 > 1 > spray["d_prime"]
    assert spray["bias"] < 0 < blind["bias"] and abs(blind["d_prime"]) < 1
    assert good["recognition_rate"] == 1.0 and blind["recognition_rate"] == 0.0


def test_every_row_is_explained_in_both_languages() -> None:
    score = scored(*ALL[:3], flag(40.0, "pump-pe-open", "can-fall"), Flag(t=50.0, target="", problem="can-fall"), RIGHT)
    for rows in (score.hazards, score.alarms, score.decisions, (score,)):
        for each in rows:
            for lang in LANGS:
                said = getattr(each.explanation, lang)
                assert said.strip() and "{" not in said and "None" not in said


def test_a_score_is_the_same_from_the_file_twice_and_in_another_process(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", log_of(*ALL, LIU, RIGHT, input="touch"))
    one, other = scoring.score_file(path), scoring.score_file(path)
    assert one == other and one.formula == scoring.FORMULA
    code = (
        "import pathlib, scoring, sys;"
        "score = scoring.score_file(pathlib.Path(sys.argv[1]));"
        "sys.stdout.buffer.write(score.model_dump_json().encode())"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True)
    assert run.stdout.decode() == one.model_dump_json()
    assert scoring.Score.model_validate_json(one.model_dump_json()) == one
    assert json.loads(run.stdout)["hazards"][0]["explanation"]["zh"]


def test_a_log_with_one_changed_byte_is_not_scored(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", log_of(*ALL, LIU, RIGHT))
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"t":71.0', b'"t":70.0'))
    with pytest.raises(LogDamaged):
        scoring.score_file(path)


def test_another_scenario_or_another_edition_of_it_is_refused() -> None:
    log = log_of()
    with pytest.raises(scoring.OtherScenario):
        scoring.score(log, scenarios.load("falling-object-struck").scenario)
    changed = SCENARIO.model_copy(update={"minutes": 4.0})
    with pytest.raises(scoring.OtherScenario):
        scoring.score(log, changed)


def test_an_unfinished_log_is_not_scored() -> None:
    with pytest.raises(scoring.Unfinished):
        scoring.score(Log(header(), (), None, False), SCENARIO)


def test_a_log_that_does_not_fit_this_engine_is_refused() -> None:
    log = log_of()
    for end in (log.end.t - 1, log.end.t + 1):
        with pytest.raises(scoring.DoesNotFit):
            scoring.score(Log(log.header, log.events, End(t=end, digest=""), False), SCENARIO)


@pytest.mark.parametrize("name", scenarios.bank()[::8])
def test_no_random_trainee_passes(name: str, tmp_path: Path) -> None:
    loaded = scenarios.load(name)
    for seed in range(25):
        trainee = scripted("random", loaded.scenario, seed)
        result = play_headless(loaded, trainee, tmp_path / f"{seed}.jsonl", scorer=scoring.score, seed=seed)
        assert not result.passed and result.score < 60


@pytest.mark.parametrize("name", scenarios.bank())
def test_a_played_session_gives_the_result_of_its_log(name: str, tmp_path: Path) -> None:
    loaded = scenarios.load(name)
    path = tmp_path / "a.jsonl"
    result = play_headless(loaded, scripted("perfect", loaded.scenario), path, scorer=scoring.score)
    score = scoring.score_file(path)
    assert (
        (result.score, result.passed, result.outcome)
        == (score.total, score.passed, score.outcome)
        == (
            100.0,
            True,
            "averted",
        )
    )
    count = len(loaded.scenario.hazards)
    assert (result.hazards_found, result.hazards_total, result.false_alarms, result.log) == (count, count, 0, str(path))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 100_000), st.sampled_from(THINGS), st.sampled_from(PROBLEMS)), max_size=30))
def test_any_score_adds_up(flags: list[tuple[int, str, str]]) -> None:
    score = scored(*(Flag(t=ms / 1000, target=target, problem=problem) for ms, target, problem in flags), RIGHT)
    assert 0 <= score.total <= 100 and round(score.total, 1) == score.total
    earned = sum(it.earned for it in (*score.hazards, *score.decisions)) - sum(it.cost for it in score.alarms)
    assert score.total == pytest.approx(max(0, earned), abs=0.06)
    assert score.hazards_found == sum(it.status in ("found", "wrong_reason") for it in score.hazards)
    assert all(it.points in (0, 0.4, 0.8, 1, 1.2, 1.6, 2, 3, 4, 5) for it in score.hazards)


def test_bands_are_those_of_the_method() -> None:
    values = [321, 320, 160, 159, 70, 69, 20, 19]
    assert [band(d)[0] for d in values] == [
        "extreme", "high", "high", "marked", "marked", "general", "general", "slight",
    ]  # fmt: skip


def test_rounding_is_half_to_even() -> None:
    from fractions import Fraction

    assert [float(one_place(Fraction(n, 100))) for n in (5, 15, 25, 35)] == [0.0, 0.2, 0.2, 0.4]
    assert row(scored(), "moving-live-pump").label == LOADED.scenario.hazards["moving-live-pump"].label
