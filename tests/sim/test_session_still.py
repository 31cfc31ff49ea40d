"""Effects that go on are stilled: those that are meant fade away within a second, the rest stay."""

from __future__ import annotations

import pytest
from short_scenario import with_storyboard

from sim.session import Session

GAS_AT_BOX = {"effect": {"name": "gas", "at": "box", "seconds": 600}}
GAS_AT_POINT = {"effect": {"name": "gas", "at": [6, 10, 1], "seconds": 600}}
JET = {"effect": {"name": "steam", "along": [[1, 2, 3], [1, 2, 4]], "seconds": 600}}


def strengths(time: float, *steps: tuple[float, dict]) -> dict[tuple[str, tuple], float]:
    """How strong each effect is at a session time, by name and start, when these actions are done at their times."""
    session = Session(with_storyboard(*({"when": {"time": when}, "do": [action]} for when, action in steps)))
    session.advance(time)
    return {(each.name, each.at or each.along[0]): each.strength for each in session.state().effects}


AT_BOX, AT_POINT, JET_START = ("gas", (0, 10, 0)), ("gas", (6, 10, 1)), ("steam", (1, 2, 3))


def test_what_is_stilled_fades_within_a_second_and_stays_away() -> None:
    story = (1, GAS_AT_BOX), (4, {"still": {"effect": "gas"}})
    assert strengths(3.9, *story) == {AT_BOX: 1.0}
    assert strengths(4.25, *story) == {AT_BOX: pytest.approx(0.75)}
    assert strengths(5, *story) == strengths(30, *story) == {}


@pytest.mark.parametrize(
    ("still", "left"),
    [
        ({"effect": "gas"}, {JET_START}),
        ({"effect": "steam"}, {AT_BOX, AT_POINT}),
        ({"effect": "gas", "at": "box"}, {AT_POINT, JET_START}),
        ({"effect": "gas", "at": [6.3, 10.4, 1]}, {AT_BOX, JET_START}),
        ({"effect": "steam", "at": [1, 2, 3.5]}, {AT_BOX, AT_POINT}),
        ({"effect": "gas", "at": [3, 10, 0]}, {AT_BOX, AT_POINT, JET_START}),
        ({"effect": "gas", "at": "ann"}, {AT_BOX, AT_POINT, JET_START}),
    ],
)
def test_only_what_is_meant_is_stilled(still: dict, left: set) -> None:
    assert strengths(6, (1, GAS_AT_BOX), (1, GAS_AT_POINT), (1, JET), (4, {"still": still})).keys() == left


def test_it_can_begin_again() -> None:
    story = (1, GAS_AT_BOX), (4, {"still": {"effect": "gas"}}), (4.5, GAS_AT_POINT), (4.6, {"still": {"effect": "gas"}})
    assert strengths(5.1, *story) == {AT_POINT: pytest.approx(0.5)}
    assert strengths(9, *story, (8, GAS_AT_BOX)) == {AT_BOX: 1.0}
