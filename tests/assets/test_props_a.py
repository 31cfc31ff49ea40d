"""The props of the temporary-power scenario: shape, size, winding, and the physical cues of their states."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from assets.builders import PROPS, PropRequest, load_builders
from assets.mesh import PASSES, Mesh, Model
from assets.textures.names import LAYER_NAMES
from assets.textures.signs import number_of
from scenarios.registry import registry

NAMES = (
    "dist_box", "switch_box", "cable_run", "decal", "pump_unit", "work_light", "steel_bundle", "sign_board",
    "notice_board", "extinguisher_pair", "barrier_fence", "hand_trolley",
)  # fmt: skip
REACHING = {
    "dist_box-open": (1.1, 0.77, 1.58),  # doors stand open
    "switch_box": (0.79, 0.75, 1.47),  # door and rain roof
    "cable_run-feed-ok": (5.06, 3.39, 0.3),  # tails up into the boxes
    "cable_run-twin-doubled": (0.29, 0.41, 1.11),
    "cable_run-twin-ok": (0.38, 0.57, 1.11),  # with the coil on the ground
    "cable_run-road-crushed": (5.2, 0.37, 0.04),
    "cable_run-road-ok": (5.2, 0.48, 0.06),  # with the ramp
    "cable_run-over": (4.86, 0.14, 0.12),
    "pump_unit": (3.95, 1.15, 0.6),  # with its hose
    "steel_bundle-two_slings": (4.2, 0.5, 2.07),
    "steel_bundle-one_sling": (4.4, 0.5, 2.37),
    "steel_bundle-on_ground": (4.2, 0.72, 0.35),
    "steel_bundle-strapped": (4.2, 0.9, 0.28),
    "steel_bundle-strap_loose": (4.6, 0.9, 1.21),
    "barrier_fence-open": (1.35, 1.95, 1.11),
    "barrier_fence-fallen": (2.05, 1.17, 0.4),
    "hand_trolley": (0.6, 1.0, 1.1),  # a shovel stands in the sand
}
"""Sizes by case or prop that differ from the registry's, which gives footprints and tells reach in notes."""


def _requests() -> list[tuple[str, PropRequest]]:
    props = registry().props
    return [
        (name, PropRequest(state, variant))
        for name in NAMES
        for variant in props[name].variants or (None,)
        for state in props[name].states_of(variant)
    ]


REQUESTS = _requests()


@cache
def built(name: str, state: str, variant: str | None = None) -> Model:
    load_builders()
    return PROPS[name](PropRequest(state, variant))


def of(case: tuple[str, PropRequest]) -> Model:
    return built(case[0], case[1].state, case[1].variant)


def named(case: tuple[str, PropRequest]) -> str:
    return "-".join(filter(None, (case[0], case[1].variant, case[1].state)))


def points_of(model: Model) -> np.ndarray:
    return np.concatenate([mesh.position for mesh in model.meshes.values()])


def signed_volume(mesh: Mesh) -> float:
    a, b, c = (mesh.position[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6)


def shows(model: Model, sign: str) -> bool:
    """Whether a sign is on the model."""
    return bool((model.meshes["sign"].uvl[:, 2] == number_of(sign)).any())


@pytest.mark.parametrize("case", REQUESTS, ids=named)
def test_geometry_is_sound(case: tuple[str, PropRequest]) -> None:
    model = of(case)
    assert 50 < model.triangles < 15_000
    for name, mesh in model.meshes.items():
        assert name in PASSES
        for array in (mesh.position, mesh.normal, mesh.uvl, mesh.colour, mesh.surface):
            assert np.isfinite(array).all()
        assert mesh.faces.min() >= 0 and mesh.faces.max() < len(mesh.position)
        assert np.allclose(np.linalg.norm(mesh.normal, axis=1), 1, atol=1e-3)
        assert mesh.colour.min() >= 0 and mesh.colour.max() <= 1
        assert mesh.surface.min() >= 0 and mesh.surface.max() <= 1
        if name != "sign":
            assert set(np.unique(mesh.uvl[:, 2])) <= set(range(len(LAYER_NAMES)))


@pytest.mark.parametrize("case", REQUESTS, ids=named)
def test_size_is_what_the_registry_says(case: tuple[str, PropRequest]) -> None:
    name, request = case
    either = f"{name}-{request.variant}"
    said = REACHING.get(named(case)) or REACHING.get(either) or REACHING.get(name)
    wanted = np.array(said or registry().props[name].size_of(request.variant))
    points = points_of(of(case))
    size = points.max(0) - points.min(0)
    assert (np.abs(size - wanted) <= np.maximum(0.2 * wanted, 0.04)).all(), f"{size.round(2)} instead of {wanted}"


@pytest.mark.parametrize("case", REQUESTS, ids=named)
def test_faces_look_outward(case: tuple[str, PropRequest]) -> None:
    """Solid things have positive volume, and faces agree with their normals."""
    for name, mesh in of(case).meshes.items():
        if name in ("opaque", "glow"):
            assert signed_volume(mesh) > 0
        a, b, c = (mesh.position[mesh.faces[:, k]].astype(np.float64) for k in range(3))
        facing = np.einsum("ij,ij->i", np.cross(b - a, c - a), mesh.normal[mesh.faces].mean(1))
        assert (facing > -1e-12).mean() > 0.985


def test_states_can_be_told_apart() -> None:
    looks: dict[tuple, str] = {}
    for case in REQUESTS:
        model = of(case)
        arrays = [(key, m.position.tobytes(), m.colour.tobytes(), m.uvl.tobytes()) for key, m in model.meshes.items()]
        look = (case[0], case[1].variant, *arrays)
        assert look not in looks, f"{named(case)} looks like {looks.get(look)}"
        looks[look] = named(case)


def test_a_model_is_the_same_each_time() -> None:
    load_builders()
    once, again = (PROPS["steel_bundle"](PropRequest("one_sling")) for _ in range(2))
    assert np.array_equal(once.meshes["opaque"].position, again.meshes["opaque"].position)
    assert np.array_equal(once.meshes["opaque"].colour, again.meshes["opaque"].colour)


def test_the_rcd_is_in_its_slot_only_where_fitted() -> None:
    for state in ("ok", "locked_tagged"):
        assert shows(built("switch_box", state), "rcd_face")
    for state in ("no_rcd", "no_rcd_locked"):
        assert not shows(built("switch_box", state), "rcd_face")
    assert shows(built("switch_box", "locked_tagged"), "lockout_tag")
    assert not shows(built("switch_box", "ok"), "lockout_tag")


def copper(model: Model) -> np.ndarray:
    """Points of bare copper: metal, and red rather than grey."""
    mesh = model.meshes["opaque"]
    red = (mesh.colour[:, 0] > 1.8 * mesh.colour[:, 1]) & (mesh.colour[:, 1] > mesh.colour[:, 2])
    return mesh.position[red & (mesh.surface[:, 1] > 0.5)]


def test_copper_shows_for_fifteen_centimetres_at_the_split_and_nowhere_else() -> None:
    bare = copper(built("cable_run", "copper_showing", "pump"))
    length = np.linalg.norm(bare[:, :2].max(0) - bare[:, :2].min(0))
    assert 0.10 < length < 0.20
    assert np.hypot(*(bare[:, :2].mean(0) - (0.6, -1.0))) < 0.03
    assert bare[:, 2].max() > 0.015, "strands stand out of the sheath"
    assert len(copper(built("cable_run", "ok", "pump"))) == 0
    assert len(copper(built("switch_box", "no_rcd"))) > 100
    assert len(copper(built("switch_box", "ok"))) == 0


def test_the_cable_is_flattened_where_wheels_cross_it() -> None:
    def height(state: str, x: float) -> float:
        points = built("cable_run", state, "road").meshes["opaque"].position
        near = points[(np.abs(points[:, 0] - x) < 0.03) & (np.abs(points[:, 1]) < 0.14)]
        return float(near[:, 2].max())

    assert height("crushed", -0.95) < 0.75 * height("crushed", -2.2)
    under = built("cable_run", "ok", "road").meshes["opaque"].position
    assert under[np.abs(under[:, 0]) < 1.3][:, 2].max() > 0.05, "a ramp lies over it"


def test_the_pe_core_reaches_its_stud_unless_it_is_cut() -> None:
    from assets.props.electrical_parts import PE_WIRE
    from assets.props.pump_unit import PE_STUD

    def gap(state: str) -> float:
        mesh = built("pump_unit", state).meshes["opaque"]
        wire = mesh.position[(np.abs(mesh.colour - np.array(PE_WIRE.colour)) < 1e-3).all(1)]
        return float(np.linalg.norm(wire - np.array(PE_STUD), axis=1).min())

    assert gap("no_pe") > 0.04
    for state in ("running", "off", "pe_fitted"):
        assert gap(state) < 0.02


def test_two_cables_or_one_under_the_terminal() -> None:
    assert built("cable_run", "doubled", "twin").triangles > built("cable_run", "ok", "twin").triangles


def test_lamps_shine_only_when_on() -> None:
    for variant in registry().props["work_light"].variants:
        lit, dark = built("work_light", "on", variant), built("work_light", "off", variant)
        assert lit.lamps and "glow" in lit.meshes
        assert not dark.lamps and "glow" not in dark.meshes


def test_the_inspection_card_says_what_its_state_is() -> None:
    for state in ("filled", "blank", "expired"):
        assert shows(built("notice_board", state), f"inspection_card_{state}")


def test_boards_carry_the_sign_that_was_asked_for() -> None:
    load_builders()
    for variant in ("on_wall", "on_post", "route", "road"):
        for name in registry().signs:
            assert shows(PROPS["sign_board"](PropRequest("ok", variant, name)), name)


def test_one_sling_hangs_askew_and_pipes_slide() -> None:
    level = built("steel_bundle", "two_slings").meshes["opaque"].position
    askew = built("steel_bundle", "one_sling").meshes["opaque"].position
    pipes = askew[askew[:, 2] < 0.9]
    low, high = pipes[pipes[:, 0] < -1.8][:, 2].mean(), pipes[pipes[:, 0] > 1.8][:, 2].mean()
    assert abs(high - low) > 0.4
    assert abs(level[:, 0].min() + 2.07) < 0.05 and np.abs(askew[:, 0]).max() > 2.1
