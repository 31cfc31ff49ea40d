"""The ring round what was just found."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.display.headset.desk.findings import SPREAD_SECONDS, Findings
from sim.world.compose import compose
from tests.sim.display.headset_wearer import SIGN, Wearer
from tests.sim.small_world import SmallLibrary, moment, small_scenario


def test_a_ring_spreads_once_round_what_was_found() -> None:
    world = compose(small_scenario(), SmallLibrary())
    findings = Findings(world, moment())
    assert findings.pulses(moment(), 10.0) == ()
    found = moment(flagged=("sign-broken",))
    first, later = findings.pulses(found, 10.1)[0], findings.pulses(found, 10.1 + 0.4 * SPREAD_SECONDS)[0]
    assert first.at == later.at == world.aim_point(found, "sign")
    assert (first.spread, later.spread) == (0.0, pytest.approx(0.4))
    assert findings.pulses(found, 10.2 + SPREAD_SECONDS) == ()
    assert findings.pulses(found, 20.0) == ()


def test_what_was_found_before_is_not_told_again() -> None:
    found = moment(flagged=("sign-broken",))
    findings = Findings(compose(small_scenario(), SmallLibrary()), found)
    assert findings.pulses(found, 0.0) == ()


def test_who_finds_a_hazard_sees_the_ring_and_who_is_wrong_does_not(tmp_path: Path) -> None:
    def rings(answer: str, folder: Path) -> list[int]:
        wearer = Wearer(folder)
        wearer.begin()
        wearer.mean(SIGN)
        wearer.choose(answer)
        shown = [wearer.frame() for _ in range(4)]
        for each in shown:
            for pulse in each.pulses:
                assert pulse.at == pytest.approx(SIGN, abs=0.5)
        return [len(each.pulses) for each in shown]

    assert rings("damaged or missing", tmp_path / "right") == [1, 1, 1, 1]
    assert rings("Nothing", tmp_path / "wrong") == [0, 0, 0, 0]
