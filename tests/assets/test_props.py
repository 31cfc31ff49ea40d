"""Every prop of the registry in every variant and state: sound geometry, the size it says, no look like another."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from assets.builders import PropRequest, prop_builder
from assets.mesh import PASSES, Mesh, Model, joined, model_of
from assets.modelling import box
from assets.modelling.materials import RED_PAINT, STEEL
from assets.props_cache import prop_model
from assets.textures.names import LAYER_NAMES
from assets.textures.signs import all_signs
from scenarios.registry import registry

SIZE_TOLERANCE, SMALLEST_DIFFERENCE = 0.2, 0.04
VISIBLE = 1e-4
"""Square metres: two looks that differ by less cannot be told apart by a trainee."""


class Look(NamedTuple):
    name: str
    request: PropRequest

    def __str__(self) -> str:
        return ".".join(filter(None, (self.name, self.request.variant, self.request.state)))


def looks_of(name: str) -> list[Look]:
    entry = registry().props[name]
    sign = next(iter(registry().signs)) if entry.sign else None
    return [
        Look(name, PropRequest(state, variant, sign))
        for variant in entry.variants or (None,)
        for state in entry.states_of(variant)
    ]


LOOKS = [look for name in registry().props for look in looks_of(name)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_look_is_sound(look: Look) -> None:
    """One test for all that is asked of a look, so that it is built once."""
    model = prop_model(look.name, look.request)
    assert model.meshes, f"{look} has nothing to see"
    for name, mesh in model.meshes.items():
        assert_numbers_are_sound(f"{look}, pass {name}", name, mesh)
        if name in ("opaque", "glow"):
            assert_faces_look_outward(f"{look}, pass {name}", mesh)
    assert_size_is_as_said(look, model)
    most, triangles = registry().props[look.name].triangles, model.triangles
    assert triangles <= most, f"{look} has {triangles} triangles, more than {most}"


@pytest.mark.parametrize("name", [name for name in registry().props if len(looks_of(name)) > 1])
def test_looks_can_be_told_apart(name: str) -> None:
    looks = looks_of(name)
    surfaces = [surface(prop_model(name, look.request)) for look in looks]
    for k, one in enumerate(looks):
        for other, its in zip(looks[:k], surfaces, strict=False):
            differs = difference(surfaces[k], its)
            assert differs > VISIBLE, f"{one} looks like {other}: they differ by {differs * 1e4:.2f} square centimetres"


def assert_numbers_are_sound(what: str, name: str, mesh: Mesh) -> None:
    assert name in PASSES
    for field in ("position", "normal", "uvl", "colour", "surface"):
        assert np.isfinite(getattr(mesh, field)).all(), f"{what}: {field} is not finite"
    assert mesh.triangles > 0, f"{what}: no triangles"
    assert mesh.faces.min() >= 0 and mesh.faces.max() < len(mesh.position), f"{what}: a face has no such point"
    lengths = np.linalg.norm(mesh.normal, axis=1)
    assert np.allclose(lengths, 1, atol=1e-3), f"{what}: normals from {lengths.min():.3f} to {lengths.max():.3f} long"
    for field in ("colour", "surface"):
        values = getattr(mesh, field)
        assert values.min() >= 0 and values.max() <= 1, f"{what}: {field} from {values.min()} to {values.max()}"
    known = set(all_signs()) if name == "sign" else set(range(len(LAYER_NAMES)))
    assert set(np.unique(mesh.uvl[:, 2]).astype(int).tolist()) <= known, f"{what}: no such sign or texture layer"


def assert_faces_look_outward(what: str, mesh: Mesh) -> None:
    """Closed parts have positive volume; nearly all faces agree with their normals."""
    volumes = closed_volumes(mesh)
    assert (volumes > -1e-9).all(), f"{what}: {(volumes <= -1e-9).sum()} closed parts are inside out"
    a, b, c = (mesh.position[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    facing = np.einsum("ij,ij->i", np.cross(b - a, c - a), mesh.normal[mesh.faces].mean(1))
    share = (facing > -1e-12).mean()
    assert share > 0.985, f"{what}: {100 * (1 - share):.1f} % of the faces look against their normals"


def assert_size_is_as_said(look: Look, model: Model) -> None:
    said = np.array(registry().props[look.name].reach_of(look.request.variant, look.request.state))
    points = np.concatenate([mesh.position for mesh in model.meshes.values()])
    size = points.max(0) - points.min(0)
    right = np.abs(size - said) <= np.maximum(SIZE_TOLERANCE * said, SMALLEST_DIFFERENCE)
    assert right.all(), f"{look} fills {size.round(2).tolist()} m; the registry says {said.tolist()} (size or reaches)"


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


Surface = tuple[np.ndarray, np.ndarray]
"""A number for each triangle by place, colour and texture, sorted; and its area in square metres."""


def surface(model: Model) -> Surface:
    numbers, areas = [], []
    for name, mesh in model.meshes.items():
        corner = mesh.position[mesh.faces]
        middle = np.round(corner.mean(1) / 1e-3)
        tint = np.round(mesh.colour[mesh.faces].mean(1) / 0.01)
        texture = np.column_stack([mesh.uvl[mesh.faces[:, 0], 2], np.full(mesh.triangles, PASSES.index(name))])
        rows = np.column_stack([middle, tint, texture]).astype(np.int64)
        mixed = rows @ np.array([73856093, 19349663, 83492791, 2654435, 40503, 9176, 50331653, 12582917])
        numbers.append(mixed)
        areas.append(np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1) / 2)
    return np.concatenate(numbers), np.concatenate(areas)


def difference(one: Surface, other: Surface) -> float:
    """Square metres of what is in one of two looks and not in the other."""
    return sum(float(areas[~np.isin(mine, its)].sum()) for (mine, areas), (its, _) in ((one, other), (other, one)))


def test_a_model_is_the_same_each_time() -> None:
    build = prop_builder("steel_bundle")
    assert build is not None
    once, again = (build(PropRequest("one_sling")).meshes["opaque"] for _ in range(2))
    assert np.array_equal(once.position, again.position) and np.array_equal(once.colour, again.colour)


def test_the_measure_of_difference() -> None:
    """A look and itself are one; two square centimetres painted another colour are seen."""
    plate = model_of(("opaque", box(0.2, 0.01, 0.2, STEEL, bevel=0.002)))
    chip = box(0.014, 0.01, 0.014, RED_PAINT, bevel=0.002).placed(0, 0.002, 0.1)
    assert difference(surface(plate), surface(plate)) == 0
    assert difference(surface(plate), surface(model_of(("opaque", joined([plate.meshes["opaque"], chip]))))) > 2e-4
