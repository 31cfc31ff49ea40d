"""The physical cues of temporary power: missing protection, bare copper, a cut earth wire, a crushed cable."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest
from assets.mesh import Model
from assets.props_cache import prop_model
from assets.textures.atlas import numbers_on
from assets.textures.signs import number_of
from scenarios.registry import registry


def built(name: str, state: str, variant: str | None = None) -> Model:
    return prop_model(name, PropRequest(state, variant))


def shows(model: Model, sign: str) -> bool:
    return number_of(sign) in numbers_on([model])


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
    from assets.props.parts.electrical_parts import PE_WIRE
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
