"""One broken file for each kind of fault: the right line and column, the right words, nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.errors import ScenarioInvalid
from scenarios.loader import load

BROKEN = Path(__file__).parent / "broken"

EXPECTED = {
    "tab": [(26, 1, "tab", "syntax", "制表符", "tab cannot indent")],
    "duplicate-key": [(31, 3, "duplicate_key", "syntax", "“my_box”写了两次，第一次在第30行", "first in line 30")],
    "encoding": [(1, 6, "encoding", "syntax", "另存为UTF-8", "Save it as UTF-8")],
    "alias": [(18, 18, "alias", "limit", "锚点和别名", "&warning")],
    "missing-key": [(44, 3, "missing_key", "shape", "缺少“why”", "“why” is missing")],
    "unknown-key": [(55, 5, "unknown_key", "shape", "是不是“window”？", "Did you mean “window”?")],
    "wrong-type": [(40, 13, "not_number", "shape", "应是数字，却是 二十", "Expected a number, found 二十")],
    "two-actions": [(104, 11, "exactly_one_key", "shape", "move, pose, state", "Exactly one of these")],
    "unknown-prop": [(30, 18, "unknown_prop", "reference", "是不是“switch_box”？", "no prop “swich_box”")],
    "unknown-state": [(61, 38, "unknown_new_state", "reference", "ok, no_rcd", "Did you mean “ok”?")],
    "unknown-target": [(64, 13, "unknown_thing", "reference", "没有名为“my_lmap”", "Did you mean “my_lamp”?")],
    "never-asked": [(69, 3, "never_asked", "rule", "“d1”从未提出", "“d1” is never asked")],
    "window": [(55, 17, "window_after_accident", "rule", "第75秒才关闭，而事故在第60秒", "at 75 s")],
    "several": [
        (22, 8, "unknown_place", "reference", "是不是“construction-floor/yard”？", "no place"),
        (31, 40, "unknown_variant", "reference", "是不是“flood”？", "no variant “floood”"),
        (57, 15, "out_of_range", "shape", "应 <= 5", "must be <= 5"),
    ],
}


def test_every_broken_file_is_expected() -> None:
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_broken_file_is_told_where_and_what(name: str) -> None:
    with pytest.raises(ScenarioInvalid) as caught:
        load(BROKEN / f"{name}.yaml")
    faults = caught.value.faults
    assert [(fault.line, fault.column, fault.code, fault.kind) for fault in faults] == [
        expected[:4] for expected in EXPECTED[name]
    ]
    for fault, (line, column, _, _, zh, en) in zip(faults, EXPECTED[name], strict=True):
        for lang, words in (("zh", zh), ("en", en)):
            assert fault.message(lang).startswith(f"{fault.file}:{line}:{column}: ")
            assert words in fault.message(lang)
            assert fault.message(lang) in caught.value.message(lang)
        assert fault.file.endswith(f"{name}.yaml")


@pytest.mark.parametrize("name", [name for name, faults in EXPECTED.items() if faults[0][3] != "syntax"])
def test_the_position_is_that_of_the_wrong_words(name: str) -> None:
    """The column of a fault is where its found word begins, read independently of the loader."""
    path = BROKEN / f"{name}.yaml"
    with pytest.raises(ScenarioInvalid) as caught:
        load(path)
    lines = path.read_text("utf-8").splitlines()
    for fault in caught.value.faults:
        rest = lines[fault.line - 1][fault.column - 1 :]
        if fault.code in ("missing_key", "never_asked"):
            assert rest.startswith(str(fault.path[-1 if fault.code == "never_asked" else -2]))
        elif fault.code not in ("exactly_one_key", "alias"):
            assert rest.startswith(fault.found)
