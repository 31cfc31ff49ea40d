"""The physical cues of chemical plant, kitchen and boiler room, and that the doors of their kits are open."""

from __future__ import annotations

import numpy as np
import pytest

from assets.builders import PropRequest
from assets.mesh import Model
from assets.props.gauges import WATER
from assets.props.process_valves import TAPE_ORANGE
from assets.props.stove_range import FLAME, GAS_FLAME
from assets.props_cache import place_of, prop_model
from assets.textures.atlas import numbers_on
from assets.textures.signs import number_of

DOORWAYS = {
    "pharma-workshop": ((2.0, 0.0), (14.0, 6.0)),
    "electronics-line": ((0.0, 5.0), (16.0, 5.0)),
    "hotel-kitchen": ((2.0, 0.0), (10.0, 2.0)),
    "boiler-room": ((2.0, 0.0), (10.0, 6.0)),
}
"""Where the registry says that each kit's doors are."""


def built(name: str, state: str, variant: str | None = None) -> Model:
    return prop_model(name, PropRequest(state, variant))


def shows(model: Model, sign: str) -> bool:
    return number_of(sign) in numbers_on([model])


def of_colour(model: Model, colour: tuple[float, float, float], kind: str = "opaque") -> np.ndarray:
    """The points of one pass that have a colour."""
    mesh = model.meshes.get(kind)
    if mesh is None:
        return np.zeros((0, 3))
    return mesh.position[(np.abs(mesh.colour - np.array(colour)) < 2e-3).all(1)]


def test_the_pointer_of_a_valve_rises_as_it_opens_and_only_a_locked_one_is_tagged() -> None:
    states = ("closed_unlocked", "part_open", "open")
    heights = [of_colour(built("manual_valve", s, "gate"), TAPE_ORANGE.colour)[:, 2].mean() for s in states]
    assert heights[0] + 0.02 < heights[1] < heights[2] - 0.02
    assert shows(built("manual_valve", "closed_locked", "gate"), "valve_lock_tag")
    assert not shows(built("manual_valve", "closed_unlocked", "gate"), "valve_lock_tag")


def test_soap_bubbles_stand_on_a_leaking_packing_only() -> None:
    assert "glass" in built("manual_valve", "part_open", "weeping").meshes
    assert "glass" not in built("manual_valve", "part_open", "gate").meshes


def test_only_a_blinded_flange_carries_its_number() -> None:
    assert shows(built("pipe_flange", "blinded_tagged"), "blind_tag")
    for state in ("ok", "weeping", "no_blind"):
        assert not shows(built("pipe_flange", state), "blind_tag")


def test_the_root_valve_of_a_safety_valve_is_along_the_pipe_or_across_it() -> None:
    from assets.props.parts.pipework import HANDWHEEL_RED

    def reach(state: str) -> np.ndarray:
        grip = of_colour(built("safety_valve", state, "process"), HANDWHEEL_RED.colour)
        return np.ptp(grip, axis=0)

    assert reach("ok")[2] > 2 * reach("ok")[0]
    assert reach("root_closed")[0] > 2 * reach("root_closed")[2]


@pytest.mark.parametrize(
    ("variant", "state", "face"),
    [
        ("reactor", "high", "dial_reactor_high"),
        ("boiler", "normal", "dial_boiler_normal"),
        ("boiler", "high", "dial_boiler_high"),
        ("line", "residual", "dial_line_residual"),
    ],
)
def test_a_dial_has_the_face_of_its_state(variant: str, state: str, face: str) -> None:
    assert shows(built("gauge", state, variant), face)


def test_without_variant_a_gauge_is_still_the_recorder_of_a_lorry() -> None:
    assert shows(built("gauge", "high"), "tachograph_red")
    assert shows(built("gauge", "normal"), "tachograph_rested")


def test_water_stands_in_the_level_glass_only_when_there_is_some() -> None:
    water = of_colour(built("gauge", "level_ok", "level"), WATER.colour)
    assert np.ptp(water[:, 2]) == pytest.approx(0.17, abs=0.01)
    assert len(of_colour(built("gauge", "level_empty", "level"), WATER.colour)) == 0


def test_the_drive_of_a_stirring_reactor_has_its_lamp_lit() -> None:
    assert "glow" in built("reactor", "normal").meshes
    assert "glow" not in built("reactor", "agitator_stopped").meshes


def test_detectors_say_what_they_measure() -> None:
    assert shows(built("gas_detector_fixed", "alarm", "co"), "reading_co_alarm")
    assert "glass" in built("gas_detector_fixed", "bagged", "lel").meshes, "film over the sensor"
    assert "glow" in built("gas_detector_fixed", "ok", "home").meshes
    assert "glow" not in built("gas_detector_fixed", "unplugged", "home").meshes


def test_extinguishers_are_full_low_or_gone() -> None:
    for variant in ("stand", "wall", "cart"):
        assert shows(built("extinguisher_pair", "ok", variant), "pressure_dial")
        assert shows(built("extinguisher_pair", "low_pressure", variant), "pressure_dial_low")
        assert not shows(built("extinguisher_pair", "missing", variant), "extinguisher_label")


def test_fire_stands_over_the_wok_until_it_is_covered() -> None:
    def top(state: str, colour: tuple[float, float, float]) -> float:
        flames = of_colour(built("stove_range", state), colour, "glow")
        return float(flames[:, 2].max()) if len(flames) else 0.0

    assert top("oil_fire", FLAME.colour) > 1.3
    assert 0.8 < top("oil_smoking", GAS_FLAME.colour) < 1.1
    for state in ("off", "covered"):
        model = built("stove_range", state)
        assert "glow" not in model.meshes and not model.lamps


@pytest.mark.parametrize("name", DOORWAYS)
def test_nothing_of_the_kit_stands_in_its_doorways(name: str) -> None:
    mesh = place_of(name).model.meshes["opaque"]
    middles = mesh.position[mesh.faces].mean(1)
    for x, y in DOORWAYS[name]:
        near = (np.abs(middles[:, 0] - x) < 0.42) & (np.abs(middles[:, 1] - y) < 0.42)
        assert not (near & (middles[:, 2] > 0.05) & (middles[:, 2] < 2.0)).any()
