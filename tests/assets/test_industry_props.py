"""What states of the workshops', the warehouse's and the steel shop's props must show, and where their kits stand."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from assets.builders import PropRequest
from assets.mesh import Mesh, Model
from assets.place import Place
from assets.props_cache import place_of, prop_model
from scenarios.registry import registry

KITS = (
    "factory-hall/press",
    "factory-hall/gallery",
    "factory-hall/stone",
    "factory-hall/polish",
    "factory-hall/heavy",
    "warehouse",
    "steel-shop",
)
STARTS = {
    "factory-hall/press": (6.0, 3.0),
    "factory-hall/gallery": (3.0, 3.0),
    "factory-hall/stone": (9.0, 2.0),
    "factory-hall/polish": (3.0, 4.0),
    "factory-hall/heavy": (5.0, 3.0),
    "warehouse": (2.0, 6.0),
    "steel-shop": (4.0, 3.5),
}


def look(name: str, state: str, variant: str | None = None) -> Model:
    return prop_model(name, PropRequest(state, variant))


@cache
def kit(name: str) -> Place:
    return place_of(name)


def within(mesh: Mesh, low: tuple[float, float, float], high: tuple[float, float, float]) -> np.ndarray:
    """Which vertices of a mesh (bool) lie in a box."""
    return ((mesh.position >= low) & (mesh.position <= high)).all(1)


def colours(mesh: Mesh, low: tuple[float, float, float], high: tuple[float, float, float]) -> np.ndarray:
    return mesh.colour[within(mesh, low, high)]


def test_by_passed_light_curtain_is_dark_and_has_a_blue_wire() -> None:
    post = (-0.72, 0.6, 1.6), (-0.6, 0.7, 1.8)
    box = (0.69, 0.2, 0.9), (0.9, 0.5, 1.4)
    sound, bypassed = look("power_press", "running"), look("power_press", "curtain_bypassed")
    assert within(sound.meshes["glow"], *post).any() and not within(bypassed.meshes["glow"], *post).any()

    def blue(model: Model) -> int:
        found = colours(model.meshes["opaque"], *box)
        return int(((found[:, 2] > 0.5) & (found[:, 0] < 0.1)).sum())

    assert blue(bypassed) > 20 and blue(sound) == 0


def test_stopped_press_has_its_block_between_bed_and_slide() -> None:
    def red(state: str) -> int:
        found = colours(look("power_press", state).meshes["opaque"], (-0.45, 0.35, 0.9), (-0.25, 0.55, 1.4))
        return int((found[:, 0] > 8 * found[:, 1]).sum())

    assert red("stopped") > 20 and red("running") == 0


@pytest.mark.parametrize(("state", "height"), [("parked_safe", 0.03), ("driving", 0.18), ("parked_forks_up_key", 1.20)])
def test_forks_are_where_the_state_says(state: str, height: float) -> None:
    points = look("forklift", state).meshes["opaque"].position
    tips = points[points[:, 1] > 1.6]
    assert abs(float(tips[:, 2].min()) - height) < 0.02


def test_key_hangs_in_the_switch_only_when_left_there() -> None:
    switch = (0.27, 0.38, 0.84), (0.34, 0.44, 1.0)
    assert within(look("forklift", "parked_forks_up_key").meshes["opaque"], *switch).any()
    assert not within(look("forklift", "parked_safe").meshes["opaque"], *switch).any()


def test_bent_upright_leaves_its_line_and_its_beam_sags() -> None:
    beside_post = (1.15, 0.25, 0.2), (1.235, 0.50, 0.42)

    def blue(state: str) -> int:
        found = colours(look("shelf_rack", state).meshes["opaque"], *beside_post)
        return int((found[:, 2] > 2 * found[:, 0]).sum())

    def beam(state: str) -> float:
        mesh = look("shelf_rack", state).meshes["opaque"]
        front = within(mesh, (-0.3, 0.40, 1.2), (0.3, 0.50, 1.55)) & (mesh.colour[:, 0] > 5 * mesh.colour[:, 2])
        return float(mesh.position[front][:, 2].min())

    assert blue("upright_bent") > 5 and blue("ok") == 0
    assert beam("ok") - beam("upright_bent") > 0.03


def test_over_high_load_hides_what_a_driver_sees_ahead() -> None:
    def top(state: str) -> float:
        return float(look("pallet_goods", state, "cartons").meshes["opaque"].position[:, 2].max())

    assert top("ok") <= 1.55 and top("overheight") > 2.05


def test_slack_cord_lies_on_the_floor() -> None:
    def lowest_cord(state: str) -> float:
        mesh = look("estop_station", state, "cord").meshes["opaque"]
        red = (
            (mesh.colour[:, 0] > 8 * mesh.colour[:, 1])
            & (mesh.colour[:, 0] > 0.5)
            & (np.abs(mesh.position[:, 0]) < 2.2)
        )
        return float(mesh.position[red][:, 2].min())

    assert lowest_cord("ok") > 0.85 and lowest_cord("cord_slack") < 0.02


def test_lock_hangs_on_the_handle_only_when_locked() -> None:
    def red_below_handle(state: str) -> int:
        mesh = look("isolator", state, "wall").meshes["opaque"]
        below = within(mesh, (-0.09, 0.11, 0.12), (-0.03, 0.16, 0.19))
        return int((below & (mesh.colour[:, 0] > 8 * mesh.colour[:, 1])).sum())

    assert red_below_handle("locked_tagged") > 10
    assert red_below_handle("on") == red_below_handle("off") == 0


def test_red_spot_is_a_third_of_a_metre_beside_a_trunnion() -> None:
    glow = look("ladle", "red_spot").meshes["glow"]
    spot = glow.position[glow.position[:, 2] < 2.0]
    assert 0.4 < np.ptp(spot[:, 2]) < 0.7 and abs(float(spot[:, 2].mean()) - 1.45) < 0.1
    towards = spot[:, :2].mean(0) / np.linalg.norm(spot[:, :2].mean(0))
    assert towards == pytest.approx((-0.8, 0.6), abs=0.06)
    assert not (look("ladle", "ok").meshes["glow"].position[:, 2] < 2.0).any()


def test_scrap_stands_over_the_rim_of_the_unusable_pot() -> None:
    points = look("slag_pot", "filled_scrap").meshes["opaque"].position
    assert points[np.hypot(points[:, 0], points[:, 1]) < 0.9][:, 2].max() > 2.25
    clean = look("slag_pot", "dry_empty").meshes["opaque"].position
    assert clean[np.hypot(clean[:, 0], clean[:, 1]) < 0.8][:, 2].max() < 1.0


def test_exit_light_is_dark_over_a_blocked_door() -> None:
    assert look("exit_door", "ok", "works").lamps and not look("exit_door", "blocked", "works").lamps


def test_vent_panel_is_missing_from_the_indoor_collector() -> None:
    panel = (-0.8, 0.68, 2.3), (0.35, 0.78, 3.2)

    def red(state: str) -> int:
        found = colours(look("dust_collector", state).meshes["opaque"], *panel)
        return int((found[:, 0] > 8 * found[:, 1]).sum())

    assert red("ok") > 20 and red("indoor_no_vent") == 0


@pytest.mark.parametrize("name", KITS)
def test_kit_is_in_budget_and_its_start_is_free(name: str) -> None:
    place = kit(name)
    assert place.extent == tuple(registry().places[name].extent)
    assert place.model.triangles + place.ground.mesh.triangles < 180_000
    assert place.ground.splat.dtype == np.uint8 and place.ground.splat.shape[2] == 4
    assert np.linalg.norm(place.light.sun_direction) == pytest.approx(1, abs=0.01)
    x, y = STARTS[name]
    points = np.concatenate([mesh.position for kind, mesh in place.model.meshes.items() if kind != "sign"])
    near = np.hypot(points[:, 0] - x, points[:, 1] - y) < 0.3
    assert not (near & (points[:, 2] > 0.4) & (points[:, 2] < 1.9)).any(), "something stands where the trainee starts"


@pytest.mark.parametrize("name", [name for name in KITS if name.startswith("factory-hall")])
def test_south_door_is_open_and_the_hall_has_a_roof(name: str) -> None:
    points = kit(name).model.meshes["opaque"].position
    doorway = (
        (np.abs(points[:, 0] - 10.0) < 1.5) & (np.abs(points[:, 1]) < 0.3) & (points[:, 2] > 0.4) & (points[:, 2] < 3.9)
    )
    assert not doorway.any()
    over = (points[:, 2] > 8.5) & (points[:, 0] > 0) & (points[:, 0] < 20) & (points[:, 1] > 0) & (points[:, 1] < 16)
    assert over.sum() > 200


def test_crane_rails_lie_where_cranes_run() -> None:
    for name, rails, z in (("factory-hall/heavy", (0.9, 15.1), 7.0), ("steel-shop", (2.0, 18.0), 12.0)):
        points = kit(name).model.meshes["opaque"].position
        for y in rails:
            rail = points[(np.abs(points[:, 1] - y) < 0.07) & (np.abs(points[:, 2] - z) < 0.03)]
            assert len(rail) > 10, f"{name} has no rail at y {y}"


def test_emergency_pit_is_a_metre_deep() -> None:
    place = kit("steel-shop")
    depth = place.ground_height(np.array([18.0, 18.0]), np.array([10.0, 6.0]))
    assert depth == pytest.approx([-1.0, 0.0], abs=0.01)


def test_aisles_of_the_warehouse_are_free() -> None:
    points = kit("warehouse").model.meshes["opaque"].position
    high = (points[:, 2] > 0.3) & (points[:, 2] < 4.0)
    main = high & (points[:, 1] > 7.1) & (points[:, 1] < 10.9) & (points[:, 0] > 1.0) & (points[:, 0] < 23.0)
    assert not main.any()
    for x in (6.0, 12.0, 18.0):
        cross = high & (np.abs(points[:, 0] - x) < 1.3) & (points[:, 1] > 1.0) & (points[:, 1] < 17.0)
        assert not cross.any(), f"the cross aisle at x {x} is not free"
