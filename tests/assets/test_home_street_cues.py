"""What must be seen on the things of homes, streets and quays: the physical cue of each state."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from assets.builders import PropRequest, prop_builder
from assets.mesh import Model
from assets.places.residential_courtyard import MANHOLES, pierced
from assets.places.street_ground import EDGE, FOOTWAY, KERB_HEIGHT, ground_height
from assets.textures.atlas import numbers_on
from assets.textures.signs import number_of


@cache
def built(name: str, state: str, variant: str | None = None) -> Model:
    return prop_builder(name)(PropRequest(state, variant))


def points(model: Model, *kinds: str) -> np.ndarray:
    """All points of some passes (of all, when none is named)."""
    meshes = [mesh.position for kind, mesh in model.meshes.items() if not kinds or kind in kinds]
    return np.concatenate(meshes) if meshes else np.zeros((0, 3))


def shows(model: Model, sign: str) -> bool:
    return number_of(sign) in numbers_on([model])


def glowing(model: Model, red: bool = False, green: bool = False, blue: bool = False) -> np.ndarray:
    """Points of lit faces whose brightest channel is one of those asked for."""
    mesh = model.meshes.get("glow")
    if mesh is None:
        return np.zeros((0, 3))
    wanted = [channel for channel, asked in enumerate((red, green, blue)) if asked]
    return mesh.position[np.isin(mesh.colour.argmax(1), wanted)]


def test_only_a_lit_stove_has_flames_and_only_the_drowned_one_is_wet() -> None:
    lit, drowned, off = (built("home_stove", state) for state in ("lit", "flame_out_gas_on", "off"))
    assert len(glowing(lit, blue=True)) > 100
    assert "glow" not in drowned.meshes and "glow" not in off.meshes
    glass_top = 0.0855
    on_glass = [((np.abs(points(model)[:, 2] - glass_top - 0.003) < 0.003).sum()) for model in (drowned, off)]
    assert on_glass[0] > on_glass[1] + 100


def test_the_knob_of_the_drowned_burner_is_still_turned() -> None:
    """The red mark points up on a shut tap, aside on an open one; the other burner stays shut."""

    def marks(state: str) -> np.ndarray:
        mesh = built("home_stove", state).meshes["opaque"]
        red = (mesh.colour[:, 0] > 0.6) & (mesh.colour[:, 1] < 0.1)
        return mesh.position[red & (mesh.position[:, 1] > 0.2)]

    for state, turned in (("off", False), ("lit", True), ("flame_out_gas_on", True)):
        left = marks(state)
        left = left[left[:, 0] < 0] - (-0.19, 0, 0.04)
        assert (np.ptp(left[:, 0]) > np.ptp(left[:, 2])) == turned


def test_a_slipped_flue_leaves_the_collar_open() -> None:
    collar = np.array([0.0, -0.01])
    pipes = {state: points(built("gas_water_heater", state), "opaque") for state in ("flue_ok", "flue_off")}
    beside = {state: p[(p[:, 2] > 0.66) & (p[:, 2] < 0.80)] for state, p in pipes.items()}
    nearest = {state: np.hypot(*(p[:, :2] - collar).T).min() for state, p in beside.items()}
    assert nearest["flue_ok"] < 0.06 and nearest["flue_off"] > 0.12
    assert shows(built("gas_water_heater", "flue_off"), "soot_plume")


def test_an_open_window_has_a_free_half() -> None:
    def panes(state: str) -> np.ndarray:
        return points(built("window_unit", state, "plain"), "glass")[:, 0]

    assert np.ptp(panes("closed")) > 1.0
    assert np.ptp(panes("open")) < 0.75


@pytest.mark.parametrize("name", ["radar_monitor", "voice_screen"])
def test_an_unplugged_device_is_dark_and_shows_its_plug(name: str) -> None:
    on, off = built(name, "on"), built(name, "unplugged")
    assert "glow" in on.meshes and on.lamps
    assert "glow" not in off.meshes and not off.lamps
    brass = off.meshes["opaque"].surface[:, 1] > 0.9
    assert brass.sum() >= 16, "the bare pins of the plug"


def test_the_call_cord_is_out_of_reach_from_the_floor_when_tied_up() -> None:
    mount = 1.8
    assert mount + points(built("sos_cord", "hanging_to_floor"))[:, 2].min() < 0.1
    assert mount + points(built("sos_cord", "tied_up"))[:, 2].min() > 1.5


def test_a_missing_grab_bar_leaves_only_what_is_flat_on_the_wall() -> None:
    assert points(built("grab_bar", "fitted"))[:, 1].max() > 0.03
    assert points(built("grab_bar", "missing"))[:, 1].max() < -0.03


def test_the_curled_mat_stands_up() -> None:
    assert points(built("bath_mat", "curled"))[:, 2].max() > 0.03
    assert points(built("bath_mat", "flat_suction"))[:, 2].max() < 0.02


def test_a_swollen_battery_bulges_and_its_label_is_split() -> None:
    def width(state: str) -> float:
        p = points(built("ebike_battery", state, "battery"))
        return float(np.ptp(p[(np.abs(p[:, 0]) < 0.16) & (p[:, 2] > 0.03), 1]))

    assert width("swollen") > width("ok") + 0.05
    assert shows(built("ebike_battery", "swollen", "battery"), "battery_label_cracked")
    assert shows(built("ebike_battery", "ok", "battery"), "battery_label")


def test_the_flats_panel_has_its_rcd_or_knife_switches() -> None:
    assert shows(built("dist_box", "rcd", "home"), "home_rcd_face")
    assert not shows(built("dist_box", "no_rcd", "home"), "home_rcd_face")


def test_the_site_box_is_still_the_default() -> None:
    assert points(built("dist_box", "closed_locked"))[:, 2].max() > 1.4


@pytest.mark.parametrize("variant", ["box", "tipper"])
def test_turn_lamps_burn_on_the_signalled_side(variant: str) -> None:
    off, both, right = (
        glowing(built("truck_heavy", s, variant), red=True) for s in ("lights_off", "hazard_lights", "indicator_right")
    )
    assert len(off) == 0
    assert both[:, 0].min() < -0.9 and both[:, 0].max() > 0.9
    assert len(right) and right[:, 0].min() > 0.5
    assert right[:, 1].max() > 4 and right[:, 1].min() < -4, "in front and behind"


def test_the_opening_door_stands_out_into_the_lane_on_the_left() -> None:
    assert points(built("car_sedan", "parked"))[:, 0].min() > -1.2
    assert points(built("car_sedan", "door_opening"))[:, 0].min() < -1.6
    assert points(built("car_sedan", "door_opening"))[:, 0].max() < 1.2


def test_the_helmet_hangs_at_the_mirror_only_when_not_worn() -> None:
    def yellow(state: str) -> np.ndarray:
        mesh = built("ebike", state).meshes["opaque"]
        return mesh.position[(mesh.colour[:, 0] > 0.6) & (mesh.colour[:, 2] < 0.1) & (mesh.colour[:, 1] > 0.4)]

    hanging = yellow("helmet_on_bar")
    assert len(hanging) > 100 and hanging[:, 0].max() < 0 and 0.5 < hanging[:, 2].mean() < 1.1
    assert len(yellow("ok")) == 0


def test_one_colour_of_a_signal_burns() -> None:
    for phase, channels in (("red", {"red": True}), ("amber", {"red": True}), ("green", {"green": True})):
        model = built("traffic_light", phase)
        assert len(glowing(model, **channels)) == len(points(model, "glow")) > 0
    heights = {phase: points(built("traffic_light", phase), "glow")[:, 2].max() for phase in ("red", "amber", "green")}
    assert heights["red"] > heights["amber"] > heights["green"]


def test_an_open_manhole_can_be_looked_down() -> None:
    def in_the_way(state: str) -> int:
        p = points(built("manhole", state))
        return int(((np.hypot(p[:, 0], p[:, 1]) < 0.3) & (p[:, 2] > -2.5)).sum())

    assert in_the_way("open") == 0
    assert in_the_way("covered") > 0
    assert points(built("manhole", "open"))[:, 2].min() < -3.2


def test_worn_rope_springs_out_where_its_strands_have_parted() -> None:
    def spread(state: str) -> float:
        p = points(built("mooring_rope", state))
        return float(np.ptp(p[(p[:, 1] > 1.9) & (p[:, 1] < 2.6), 0]))

    assert spread("worn") > 0.2 > 0.1 > spread("ok")


def test_the_bare_gangway_lacks_net_and_one_rope() -> None:
    rigged, bare = built("gangway", "net_rigged"), built("gangway", "no_net")
    assert "veil" in rigged.meshes and "veil" not in bare.meshes
    hand_rope = [
        ((p[:, 1] < -0.3) & (p[:, 2] > 1.1) & (np.abs(p[:, 0]) < 0.6)).sum() for p in (points(rigged), points(bare))
    ]
    assert hand_rope[0] > hand_rope[1]


def test_the_missing_lifebuoy_leaves_its_hooks() -> None:
    def orange(state: str) -> int:
        colour = built("lifebuoy", state).meshes["opaque"].colour
        return int(((colour[:, 0] > 0.8) & (colour[:, 1] > 0.1) & (colour[:, 1] < 0.2)).sum())

    assert orange("ok") > 200 and orange("missing") == 0
    assert points(built("lifebuoy", "missing"))[:, 1].max() > 0.06


def test_courtyard_ground_is_open_over_the_shafts() -> None:
    mesh = pierced((8, 18), (6, 10), MANHOLES, 0.36)
    corners = mesh.position[mesh.faces]
    for x, y in MANHOLES:
        low, high = corners[..., :2].min(1), corners[..., :2].max(1)
        over = ((low < (x, y)) & (high > (x, y))).all(1)
        for a, b, c in corners[over][..., :2]:
            turns = [np.cross(q - p, np.array([x, y]) - p) for p, q in ((a, b), (b, c), (c, a))]
            assert min(turns) < 0, "a triangle covers the shaft"


def test_footways_lie_above_the_road_and_corners_are_round() -> None:
    x = np.array([0.0, -30.0, -30.0, EDGE + 0.3, EDGE + 5.0])
    y = np.array([0.0, -EDGE + 0.1, -EDGE - FOOTWAY / 2, EDGE + 0.3, EDGE + 5.0])
    assert ground_height(x, y).tolist() == [0.0, 0.0, KERB_HEIGHT, 0.0, KERB_HEIGHT]
