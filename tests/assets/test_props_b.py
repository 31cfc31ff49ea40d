"""The props of the falling-object and motorway scenarios: shape, size, winding, and that states can be told apart."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from assets.builders import PROPS, PropRequest, load_builders
from assets.mesh import PASSES, Mesh, Model
from assets.modelling.loft import Skin, loft, superellipse
from assets.textures.names import LAYER_NAMES
from scenarios.registry import registry

NAMES = (
    "scaffold_bay", "brick_stack", "safety_net", "safety_shed", "loose_tool", "tower_crane", "crane_hook", "ppe_rack",
    "truck_heavy", "car_sedan", "warning_triangle", "gauge", "traffic_cone", "phone_post",
)  # fmt: skip
REACHING = {
    "scaffold_bay": (1.9, 1.25, 3.2),  # rails stand 1.2 m above the deck
    "safety_net-torn": (3.0, 0.33, 6.0),  # the flap hangs outside
    "tower_crane": (3.1, 52.0, 37.2),  # jibs and tower head
    "crane_hook": (1.4, 1.2, 16.2),  # ropes and trolley
    "truck_heavy": (3.75, 10.1, 3.6),  # the right door and the mirrors
    "car_sedan": (2.12, 4.62, 1.5),  # with its mirrors
    "brick_stack-loose-cleared": (0.75, 0.37, 0.4),  # moved back from the edge
    "ppe_rack-vest_bag-taken": (0.4, 0.1, 0.39),  # the empty bag is slack
}
"""Sizes by prop or by case that differ from the registry's, which gives footprints and tells reach in notes."""
TRIANGLES = {
    "truck_heavy": 26_000,
    "car_sedan": 21_000,
    "tower_crane": 12_000,
    "safety_shed": 9_000,
    "ppe_rack": 11_000,
}


def _requests() -> list[tuple[str, PropRequest]]:
    return [
        (name, PropRequest(state, variant))
        for name in NAMES
        for variant in registry().props[name].variants or (None,)
        for state in registry().props[name].states_of(variant)
    ]


REQUESTS = _requests()


@cache
def built(name: str, request: PropRequest) -> Model:
    load_builders()
    return PROPS[name](request)


def named(case: tuple[str, PropRequest]) -> str:
    name, request = case
    return "-".join(filter(None, (name, request.variant, request.state)))


def points_of(model: Model) -> np.ndarray:
    return np.concatenate([mesh.position for mesh in model.meshes.values()])


def closed_volumes(mesh: Mesh) -> np.ndarray:
    """The signed volume of every connected part all of whose edges are used once in each direction."""
    keys = np.round(mesh.position / 2e-5).astype(np.int64)
    _, point = np.unique(keys, axis=0, return_inverse=True)
    corner = point.ravel()[mesh.faces].astype(np.int64)
    count = int(corner.max()) + 1
    links = np.concatenate([corner[:, [0, 1]], corner[:, [1, 2]]])
    parts, label = connected_components(coo_matrix((np.ones(len(links)), links.T), (count, count)), directed=False)
    edges = np.concatenate([corner[:, [0, 1]], corner[:, [1, 2]], corner[:, [2, 0]]])
    there, back = edges[:, 0] * count + edges[:, 1], edges[:, 1] * count + edges[:, 0]
    lonely = ~np.isin(there, back)
    open_parts = np.zeros(parts, bool)
    open_parts[label[edges[lonely, 0]]] = True
    a, b, c = (mesh.position[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    volumes = np.bincount(label[corner[:, 0]], np.einsum("ij,ij->i", a, np.cross(b, c)) / 6, parts)
    used = np.bincount(label[corner[:, 0]], minlength=parts) >= 8
    return volumes[~open_parts & used]


@pytest.mark.parametrize("case", REQUESTS, ids=named)
def test_geometry_is_sound(case: tuple[str, PropRequest]) -> None:
    model = built(*case)
    assert model.triangles > 50
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
    said = np.array(REACHING.get(named(case)) or REACHING.get(name) or registry().props[name].size_of(request.variant))
    points = points_of(built(name, request))
    size = points.max(0) - points.min(0)
    assert (np.abs(size - said) <= np.maximum(0.2 * said, 0.03)).all(), f"{size.round(2)} instead of {said}"


@pytest.mark.parametrize("case", REQUESTS, ids=named)
def test_faces_look_outward(case: tuple[str, PropRequest]) -> None:
    """Closed parts have positive volume; nearly all faces agree with their normals."""
    model = built(*case)
    for name in ("opaque", "glow"):
        mesh = model.meshes.get(name)
        if mesh is None:
            continue
        volumes = closed_volumes(mesh)
        assert (volumes > -1e-9).all(), volumes.min()
        a, b, c = (mesh.position[mesh.faces[:, k]].astype(np.float64) for k in range(3))
        facing = np.einsum("ij,ij->i", np.cross(b - a, c - a), mesh.normal[mesh.faces].mean(1))
        assert (facing > -1e-12).mean() > 0.985


@pytest.mark.parametrize("name", NAMES)
def test_triangles_stay_in_budget(name: str) -> None:
    for each, request in REQUESTS:
        if each == name:
            assert built(name, request).triangles <= TRIANGLES.get(name, 7_000)


def test_states_differ_in_shape_or_colour() -> None:
    for name in NAMES:
        looks: dict[tuple, str] = {}
        for each, request in REQUESTS:
            if each != name:
                continue
            model = built(name, request)
            look = tuple(
                (key, mesh.position.tobytes(), mesh.colour.tobytes(), mesh.uvl.tobytes())
                for key, mesh in model.meshes.items()
            )
            assert look not in looks, f"{named((name, request))} looks like {looks.get(look)}"
            looks[look] = named((name, request))


def test_bricks_stand_out_over_the_edge_until_cleared() -> None:
    edge = 0.24

    def reach(state: str) -> float:
        return float(points_of(built("brick_stack", PropRequest(state, "loose")))[:, 1].max())

    assert reach("at_edge") == pytest.approx(edge + 0.06, abs=0.012)
    assert reach("cleared") < edge - 0.05
    fewer = built("brick_stack", PropRequest("one_fallen", "loose")).triangles
    assert fewer < built("brick_stack", PropRequest("at_edge", "loose")).triangles


def test_toe_board_is_missing_only_where_it_should_be() -> None:
    def just_above_deck(state: str) -> bool:
        mesh = built("scaffold_bay", PropRequest(state)).meshes["opaque"]
        boards = mesh.position[(mesh.position[:, 2] > 2.12) & (mesh.position[:, 2] < 2.2)]
        return bool((np.abs(boards[:, 0]) > 0.85).any() and len(boards) > 8 and (boards[:, 1] > 0.4).any())

    assert just_above_deck("ok")
    assert not just_above_deck("no_toeboard")


def test_torn_net_lets_a_brick_through() -> None:
    def covered(state: str) -> bool:
        mesh = built("safety_net", PropRequest(state)).meshes["veil"]
        middle = mesh.position[mesh.faces].mean(1)
        return bool(((np.abs(middle[:, 0] - 0.4) < 0.35) & (np.abs(middle[:, 2] - 2.2) < 0.3)).any())

    assert covered("ok")
    assert not covered("torn")


def test_hazard_lights_glow_amber_to_both_ends() -> None:
    assert "glow" not in built("truck_heavy", PropRequest("lights_off")).meshes
    lit = built("truck_heavy", PropRequest("hazard_lights"))
    ends = lit.meshes["glow"].position[:, 1]
    assert ends.min() < -4.9 and ends.max() > 4.8
    red, green, blue = lit.meshes["glow"].colour.mean(0)
    assert red > green > blue
    assert {lamp.position[1] > 0 for lamp in lit.lamps} == {True, False}


def test_truck_is_open_where_the_scenario_needs_it() -> None:
    """Nothing stands in the right door's opening nor inside the box."""
    points = points_of(built("truck_heavy", PropRequest("lights_off")))
    x, y, z = points.T
    doorway = (np.abs(x - 1.22) < 0.05) & (y > 3.35) & (y < 4.0) & (z > 1.35) & (z < 2.5)
    assert not doorway.any()
    box_inside = (np.abs(x) < 1.1) & (y < 2.5) & (z > 1.36) & (z < 3.3)
    assert not box_inside.any()


def test_driving_car_shines_ahead() -> None:
    lamps = built("car_sedan", PropRequest("driving")).lamps
    assert sum(lamp.direction[1] > 0.9 and lamp.cone < 90 for lamp in lamps) == 2
    assert not built("car_sedan", PropRequest("parked")).lamps


def test_loft_is_closed_and_a_skin_grows_with_its_offset() -> None:
    def body(offset: float) -> object:
        rings = [
            np.column_stack(
                [(flat := superellipse(1 + offset, -0.5 - offset, 0.5 + offset))[:, 0], np.full(32, y), flat[:, 1]]
            )
            for y in (-1 - offset, 0, 1 + offset)
        ]
        return loft(rings)

    skin = Skin(body)
    assert 3.5 < skin.nominal.volume() < 4.0
    assert skin.body(0.1).volume() > skin.nominal.volume() > skin.body(-0.1).volume()
    assert 0 < skin.layer(0.0, -0.02).volume() < 0.3
