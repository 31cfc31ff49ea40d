"""Which things are drawn anew, and which stand."""

from __future__ import annotations

from sim.state import ThingState
from sim.world.changes import changing_things, states_used
from sim.world.compose import compose
from tests.sim.small_world import SmallLibrary, both, small_scenario


def test_a_prop_that_no_action_touches_is_static() -> None:
    world = compose(small_scenario(), SmallLibrary())
    assert world.static_props == ("crate",)
    assert changing_things(world.scenario) == {"sign"}


def test_states_are_found_in_every_corner_of_a_scenario() -> None:
    storyboard = [{"when": {"time": 3}, "do": [{"state": {"prop": "crate", "state": "open"}}]}]
    scenario = small_scenario(storyboard=storyboard)
    assert states_used(scenario, "crate") == (None, "open")
    assert states_used(scenario, "sign") == ("broken", "ok")
    assert compose(scenario, SmallLibrary()).states("crate") == ("plain", "open")


def test_a_prop_stands_until_it_is_moved() -> None:
    world = compose(small_scenario(), SmallLibrary())
    first = world.first_state("sign")
    assert world.stands("sign", ThingState(first.position, first.heading, "ok"))
    assert not world.stands("sign", ThingState((0, 4, 1.5), first.heading, "ok"))


def test_a_lamp_that_is_dimmed_is_drawn_anew() -> None:
    storyboard = [{"when": {"time": 3}, "do": [{"light": {"what": "crate", "level": 0.2}}]}]
    world = compose(small_scenario(storyboard=storyboard), SmallLibrary())
    assert "crate" in world.changing
    assert "crate" not in world.standing_props


def test_height_zero_means_on_the_ground() -> None:
    world = compose(small_scenario(), SmallLibrary())
    assert world.base((1.0, 2.0, 0.0)) == (1.0, 2.0, world.ground(1.0, 2.0))
    assert world.base((1.0, 2.0, 3.0)) == (1.0, 2.0, 3.0)


def test_replay_lines_and_says_do_not_count_as_changes() -> None:
    scenario = small_scenario(storyboard=[{"when": {"time": 1}, "do": [{"say": {"text": both("hello")}}]}])
    assert changing_things(scenario) == {"sign"}
