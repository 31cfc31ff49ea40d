"""Props of sites and mines: what a state says is to be seen on its model; grounds lie where the places say."""

from __future__ import annotations

import numpy as np
import pytest

from assets.builders import PropRequest, prop_builder
from assets.mesh import Mesh, Model
from assets.places.mine_ground import SUMP, SUMP_DEPTH, floor_height
from assets.places.mine_roadway import COAL_FLOOR
from assets.places.pit_ground import DEPTH, PIT
from assets.places.pit_ground import ground_height as pit_height
from assets.places.quarry_ground import CREST, DROP, FACE_TOP
from assets.places.quarry_ground import ground_height as quarry_height
from assets.props.parts.roadway_arch import CROWN, HALF, section_line, steel_arch


def built(name: str, state: str, variant: str | None = None) -> Model:
    build = prop_builder(name)
    assert build is not None
    return build(PropRequest(state, variant))


def points(model: Model) -> np.ndarray:
    return np.concatenate([mesh.position for mesh in model.meshes.values()])


def middles(mesh: Mesh) -> np.ndarray:
    return mesh.position[mesh.faces].mean(1)


def test_plywood_leaves_a_gap_over_the_opening_and_mesh_does_not() -> None:
    ply = points(built("hole_cover", "loose_ply"))
    cover = points(built("hole_cover", "fixed_marked"))
    on_board = ply[ply[:, 2] < 0.03]
    sheet = on_board[np.abs(on_board[:, 0]) < 0.5]
    assert sheet[:, 1].max() < 0.45, "the plywood should leave the edge of the opening at y 0.5 bare"
    assert cover[:, 1].max() >= 0.59


def test_a_rail_without_its_parts_lacks_just_those() -> None:
    whole, no_board, bare = (built("guardrail_2m", state) for state in ("ok", "no_toeboard", "missing"))
    assert "sign" in whole.meshes and "sign" not in no_board.meshes
    assert points(no_board)[:, 2].max() > 1.15
    assert points(bare)[:, 2].max() < 0.15
    assert points(built("guardrail_2m", "posts_only"))[:, 2].max() > 1.15


def test_the_scaffold_planks_show_what_is_wrong_with_them() -> None:
    def deck(state: str) -> np.ndarray:
        mid = middles(built("scaffold_bay", state).meshes["opaque"])
        return mid[np.abs(mid[:, 2] - 1.98) < 0.06]

    assert deck("projecting_plank")[:, 0].max() > 1.3 > deck("ok")[:, 0].max()
    inside = deck("planks_gap")
    strip = inside[(np.abs(inside[:, 1]) < 0.12) & (np.abs(inside[:, 0]) < 0.8)]
    assert len(strip) == 0, "there should be daylight between the planks"


def test_a_loose_plate_hangs_off_the_rock() -> None:
    def plate(state: str) -> float:
        mesh = built("steel_arch", state, "plate").meshes["opaque"]
        wide = mesh.position[np.hypot(mesh.position[:, 0], mesh.position[:, 1]) > 0.09]
        return float(wide[:, 2].max())

    assert plate("ok") - plate("plate_loose") == pytest.approx(0.05, abs=0.005)


def test_the_arch_stands_in_the_clear_section() -> None:
    arch = steel_arch()
    assert np.isfinite(arch.position).all()
    x, z = np.abs(arch.position[:, 0]), arch.position[:, 2]
    legs = (z > 0.1) & (z < 1.0)
    assert x[legs].min() > HALF - 0.05
    assert CROWN - 0.1 < z.max() < CROWN + 0.2
    assert np.isfinite(section_line(0.05, 21, foot=0.95)).all()


def test_the_torn_duct_is_open_on_the_side_of_the_roadway() -> None:
    def side(state: str) -> int:
        mid = middles(built("duct_pipe", state, "fabric").meshes["opaque"])
        near = np.abs(np.degrees(np.arctan2(mid[:, 2], -mid[:, 1])) + 18) < 6
        slit = (mid[:, 0] > 0.3) & (mid[:, 0] < 0.7) & (mid[:, 1] < 0)
        ring = np.hypot(mid[:, 1], mid[:, 2]) < 0.415
        return int((near & slit & ring).sum())

    assert side("ok") > 3 and side("torn") == 0


def test_the_duct_collapses_without_air() -> None:
    full, flat = (np.ptp(points(built("duct_pipe", state, "fabric"))[:, 1]) for state in ("ok", "flat"))
    assert flat < 0.6 * full


def test_open_holes_show_the_cartridge_and_a_misfire_its_leads() -> None:
    def orange(state: str) -> int:
        colour = built("blast_hole_row", state).meshes["opaque"].colour
        return int(((colour[:, 0] > 0.7) & (colour[:, 1] < 0.3) & (colour[:, 1] > 0.15)).sum())

    assert orange("stemmed") == 0
    assert orange("unstemmed") == 3 * orange("misfire_leads") > 0
    leads = built("blast_hole_row", "misfire_leads").meshes["opaque"].colour
    assert ((leads[:, 2] > 0.5) & (leads[:, 0] < 0.1)).any(), "a blue lead"


def test_a_jetting_hole_throws_water_back_a_metre() -> None:
    water = built("rock_drill", "jetting", "probe").meshes["glass"].position
    assert water[:, 1].min() < 1.2 and water[:, 1].max() > 2.2
    assert "glass" not in built("rock_drill", "idle", "probe").meshes


def test_a_fan_that_runs_shows_its_lamp_and_a_dark_detector_none() -> None:
    assert "glow" in built("blower_fan", "running", "mine").meshes
    assert "glow" not in built("blower_fan", "off", "mine").meshes
    assert "glow" in built("gas_detector_portable", "alarm", "hand").meshes
    assert "glow" not in built("gas_detector_portable", "dark", "hand").meshes


def test_the_guard_bar_lies_over_the_road_or_points_up() -> None:
    closed, opened = (points(built("barrier_fence", state, "road_bar")) for state in ("closed", "open"))
    assert closed[:, 0].max() > 3.9
    assert opened[:, 2].max() > 5 and opened[:, 0].max() < 1.5


def test_the_cutter_of_the_roadheader_rises_to_cut() -> None:
    def cutter(state: str) -> float:
        found = points(built("roadheader", state))
        return float(found[found[:, 1] > 4.2][:, 2].mean())

    assert cutter("cutting") > cutter("idle") + 0.5


def test_the_tension_crack_gapes_wider() -> None:
    def width(state: str) -> float:
        dark = built("decal", state, "tension").meshes["opaque"]
        black = dark.position[dark.colour.max(1) < 0.05]
        return float(np.percentile(np.abs(black[:, 1]), 90))

    assert width("crack_wide") > width("crack")
    assert np.ptp(points(built("decal", "crack", "tension"))[:, 0]) > 5.8


def test_the_pit_is_as_deep_as_said_and_the_ground_level_at_its_edge() -> None:
    x0, x1, y0, y1 = PIT
    x, y = np.meshgrid(np.linspace(x0 + 2.6, x1 - 0.5, 30), np.linspace(y0 + 0.5, y1 - 0.5, 20))
    assert np.abs(pit_height(x, y) + DEPTH).max() < 0.35
    assert np.abs(pit_height(np.linspace(0, 18, 50), np.full(50, 12.5))).max() < 0.2


def test_the_quarry_drops_at_its_crest_and_rises_at_its_face() -> None:
    x = np.linspace(-12, 12, 25)
    assert np.abs(quarry_height(x, np.full(25, 50.0))).max() < 0.3
    assert (quarry_height(x, np.full(25, CREST + 12)) < -DROP + 1.5).all()
    assert quarry_height(np.array([-17.0]), np.array([40.0]))[0] > FACE_TOP - 1.5
    road = quarry_height(np.full(60, 2.0), np.linspace(-185, 40, 60))
    assert np.abs(road).max() < 0.2


def test_the_roadway_floor_is_level_beside_its_sump() -> None:
    height = floor_height(COAL_FLOOR)
    walkway = height(np.full(100, 0.8), np.linspace(0, 29, 100))
    assert np.abs(walkway).max() < 0.09
    x0, x1, y0, y1 = SUMP
    low = float(height(np.array([(x0 + x1) / 2]), np.array([(y0 + y1) / 2]))[0])
    assert -SUMP_DEPTH <= low <= -0.1
