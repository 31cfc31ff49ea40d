"""Rooms lit by baked lamps: bright under the lamp, shaded under a table, dark behind a closed wall."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assets.mesh import Lamp, Mesh, joined, model_of
from assets.place import Place
from sim.world.bake import bake
from sim.world.compose import World, compose
from sim.world.light_field import LightField
from sim.world.refine import refined
from tests.sim.small_world import RED, SmallLibrary, box, small_place, small_scenario

UP = np.array([[0, 0, 1]], np.float32)
CEILING = Lamp((0, 0, 2.8), (0, 0, -1), (1, 1, 1), power=4, cone=170, baked=True, size=0.3)
EXTENT = (-3, -3, 3, 3)


def room(colour: tuple[float, float, float] = (0.6, 0.6, 0.6)) -> list[Mesh]:
    """Four walls and a ceiling round 6 x 6 x 3 m, 0.2 m thick."""
    walls = [box(0.2, 6.4, 3, colour).placed(x, 0, 0) for x in (-3.1, 3.1)]
    walls += [box(6, 0.2, 3, colour).placed(0, y, 0) for y in (-3.1, 3.1)]
    return [*walls, box(6.4, 6.4, 0.2, colour).placed(0, 0, 3)]


class Indoors(SmallLibrary):
    """The small world with a lamp under its ceiling."""

    lamps: tuple[Lamp, ...] = (CEILING,)

    def place(self, name: str) -> Place:
        made = small_place(self.walls)
        model = model_of(*(("opaque", wall) for wall in self.walls), lamps=self.lamps)
        return replace(made, model=model, extent=EXTENT)


def indoors(*things: Mesh, colour: tuple[float, float, float] = (0.6, 0.6, 0.6)) -> World:
    return compose(small_scenario(), Indoors([*room(colour), *things]))


def on_floor(world: World, x: float, y: float, height: float = 0.01) -> np.ndarray:
    return LightField(world).irradiance(np.array([[x, y, height]], np.float32), UP, 96)[0]


def test_a_lamp_lights_a_closed_room_and_nothing_comes_through_its_walls() -> None:
    lit = on_floor(indoors(), 1.0, 0.0)
    dark = compose(small_scenario(), SmallLibrary(room()))
    assert lit.mean() > 0.3
    assert on_floor(dark, 1.0, 0.0).mean() < 0.02


def test_it_is_shady_under_a_table_and_softly_so_at_its_edge() -> None:
    world = indoors(box(1.6, 1.6, 0.05).placed(0, 0, 0.8))
    under, edge, beside = (on_floor(world, x, 0.0).mean() for x in (0.0, 1.12, 2.2))
    assert under < 0.5 * beside
    assert under < edge < 1.2 * beside


def test_walls_hand_on_their_colour_to_the_floor() -> None:
    red, grey = on_floor(indoors(colour=RED), 2.0, 0.0), on_floor(indoors(), 2.0, 0.0)
    assert red[0] / red[2] > 1.3 * grey[0] / grey[2]


def test_a_lamp_is_not_shaded_by_its_own_housing() -> None:
    plain, housed = indoors(), indoors(box(0.5, 0.5, 0.1).placed(0, 0, 2.72))
    assert on_floor(housed, 0.3, 0.0).mean() > 0.8 * on_floor(plain, 0.3, 0.0).mean()


def test_a_wall_of_two_triangles_shows_the_light_fall_off() -> None:
    world = indoors()
    light, mesh = bake(world, rays=16).vertices["opaque"], world.static_model.meshes["opaque"]
    inner = (np.abs(mesh.position[:, 0] - 3.0) < 0.01) & (mesh.normal[:, 0] < -0.9) & (mesh.position[:, 1] < 2.9)
    high = inner & (np.abs(mesh.position[:, 2] - 2.2) < 0.4) & (np.abs(mesh.position[:, 1]) < 1)
    corner = inner & (mesh.position[:, 2] < 0.4) & (mesh.position[:, 1] < -2.4)
    assert high.sum() > 3
    assert light[high].mean() > 1.15 * light[corner].mean()


def test_light_on_an_even_wall_has_no_grains() -> None:
    world = indoors()
    light, mesh = bake(world, rays=16).vertices["opaque"].mean(1), world.static_model.meshes["opaque"]
    wall = (np.abs(mesh.position[:, 0] - 3.0) < 0.01) & (mesh.normal[:, 0] < -0.9)
    wall &= (np.abs(mesh.position[:, 1]) < 1.5) & (np.abs(mesh.position[:, 2] - 1.2) < 0.7)
    y, z = mesh.position[wall, 1], mesh.position[wall, 2]
    terms = np.column_stack([np.ones_like(y), y, z, y * y, z * z, y * z, y**3, z**3, y * y * z, y * z * z])
    even = terms @ np.linalg.lstsq(terms, light[wall], rcond=None)[0]
    assert np.abs(light[wall] - even).mean() < 0.03 * light[wall].mean()


@pytest.mark.parametrize("finest", [2.0, 0.5])
def test_cut_faces_cover_the_same_area_face_the_same_way_and_leave_no_gap(finest: float) -> None:
    mesh = joined([box(5, 3, 2), box(1, 1, 1).placed(4, 4, 1)])
    cut = refined(mesh, EXTENT, finest)
    assert cut.triangles > mesh.triangles

    def crosses(each: Mesh) -> np.ndarray:
        a, b, c = (each.position[each.faces[:, k]].astype(float) for k in range(3))
        return np.cross(b - a, c - a) / 2

    assert np.linalg.norm(crosses(cut), axis=1).sum() == pytest.approx(np.linalg.norm(crosses(mesh), axis=1).sum())
    facing = np.einsum("ij,ij->i", crosses(cut), cut.normal[cut.faces[:, 0]])
    assert (facing > 0).all()
    _, count = np.unique(_edges(cut), axis=0, return_counts=True)
    assert (count == 2).all()


def _edges(mesh: Mesh) -> np.ndarray:
    """Every face's edges (3 m, 2) between welded corners, the lower number first."""
    _, welded = np.unique(np.round(mesh.position * 1e4).astype(int), axis=0, return_inverse=True)
    faces = welded.reshape(-1)[mesh.faces]
    return np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)


def test_cutting_stays_within_its_budget() -> None:
    wall = box(60, 60, 30)
    assert refined(wall, (-30, -30, 30, 30), 0.2, most_added=2000).triangles <= wall.triangles + 2000
