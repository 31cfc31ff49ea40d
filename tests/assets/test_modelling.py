"""The modelling kit: closed shapes look outward, sizes are metres, textures are laid evenly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.mesh import Mesh
from assets.modelling import (
    ball,
    bolt,
    box,
    cable,
    cloth,
    extrude,
    grid,
    lathe,
    lattice,
    mirrored,
    pitched,
    profile,
    rock,
    rod,
    rounded_box,
    sagging,
    sheet,
    sign_bent,
    sign_flat,
    sign_quad,
    smooth,
    stud,
    torus,
    tube,
    volume,
    wire_panel,
)  # fmt: skip
from assets.modelling.heights import HeightField, sampled
from assets.modelling.loft import Skin, loft, superellipse
from assets.modelling.materials import CABLE_BLACK, SOIL, STEEL, STONE, WOOD
from assets.textures.names import layer_index
from assets.textures.signs import number_of

SHAPES: dict[str, tuple[Mesh, float]] = {
    "box": (box(1, 2, 3, STEEL), 6.0),
    "rounded box": (rounded_box(1, 1, 1, STEEL, radius=0.1, segments=24), 0.975),
    "tube": (tube(smooth([(0, 0, 0), (1, 0, 0), (2, 0, 0)]), 0.1, STEEL, sides=48), np.pi * 0.02),
    "rod": (rod((0, 0, 0), (0, 3, 4), 0.1, STEEL, sides=48), np.pi * 0.05),
    "lathe": (lathe([(0, 0), (1, 0), (1, 1), (0, 1)], STEEL, sides=64), np.pi),
    "ball": (ball(1, STEEL, sides=48), 4 / 3 * np.pi),
    "torus": (torus(1, 0.1, STEEL, sides=48, section=24), 2 * np.pi**2 * 0.01),
    "extrude": (extrude([(0, 0), (0, 1), (1, 0)], 2, STEEL), 1.0),
    "extrude with a hole": (
        extrude([(0, 0), (2, 0), (2, 2), (0, 2)], 1, STEEL, holes=[[(0.5, 0.5), (1.5, 0.5), (1.5, 1.5), (0.5, 1.5)]]),
        3.0,
    ),
    "profile": (profile([(0, 0), (1, 0), (1, 1), (0, 1)], 3, STEEL), 3.0),
    "sheet": (sheet([(0, 0), (1, 0)], 0.01, 2, STEEL), 0.02),
    "mirrored": (mirrored(box(1, 2, 3, STEEL)), 6.0),
    "pitched": (pitched(box(1, 2, 3, STEEL), (1, 1, 1)), 6.0),
    "turned": (box(1, 2, 3, STEEL).placed(5, 6, 7, h=30, p=40, r=50), 6.0),
}


@pytest.mark.parametrize("name", SHAPES)
def test_closed_shapes_have_their_volume_outward(name: str) -> None:
    mesh, wanted = SHAPES[name]
    assert volume(mesh) == pytest.approx(wanted, rel=0.03)


@pytest.mark.parametrize(
    "mesh",
    [
        bolt(0.01, 0.01),
        stud(0.004, 0.03),
        rock(0.1, 3, STONE),
        lattice((0, 0, 0), (0, 0, 5), 1, 1, STEEL),
        cable([(0, 0, 0), (1, 0, 0)], 0.01, CABLE_BLACK),
    ],
)
def test_small_shapes_look_outward(mesh: Mesh) -> None:
    assert volume(mesh) > 0
    assert np.allclose(np.linalg.norm(mesh.normal, axis=1), 1, atol=1e-3)


@settings(max_examples=60, deadline=None)
@given(*(st.floats(0.02, 4) for _ in range(3)), st.floats(0.001, 0.5), st.floats(0.1, 2))
def test_any_box_is_closed_and_as_large_as_said(w: float, d: float, h: float, bevel: float, step: float) -> None:
    mesh = box(w, d, h, STEEL, bevel=bevel, grid=step)
    size = mesh.position.max(0) - mesh.position.min(0)
    assert np.allclose(size, (w, d, h), atol=1e-4)
    assert mesh.position[:, 2].min() == pytest.approx(0, abs=1e-5)
    assert 0.5 * w * d * h < volume(mesh) <= w * d * h * 1.001


def test_corners_of_a_box_stay_sharp_and_a_tube_stays_round() -> None:
    flat = box(1, 1, 1, STEEL, bevel=0.001)
    faces = np.abs(flat.normal).max(1)
    assert (faces > 0.8).mean() > 0.3
    round_ = lathe([(1, 0), (1, 1)], STEEL, sides=24)
    radial = round_.position[:, :2] / np.linalg.norm(round_.position[:, :2], axis=1, keepdims=True)
    assert np.allclose((radial * round_.normal[:, :2]).sum(1), 1, atol=1e-3)


def test_texture_is_one_tile_to_the_metre_times_scale() -> None:
    for scale in (1.0, 4.0):
        mesh = box(2, 1, 1, WOOD.but(scale=scale), bevel=0.001, grid=9)
        top = mesh.normal[:, 2] > 0.99
        assert np.ptp(mesh.uvl[top, 0]) == pytest.approx(2 * scale, rel=0.02)
        assert set(mesh.uvl[:, 2]) == {layer_index("wood")}
    turned = box(2, 1, 1, WOOD.but(turned=True), bevel=0.001, grid=9)
    assert np.ptp(turned.uvl[turned.normal[:, 2] > 0.99, 1]) == pytest.approx(2, rel=0.02)


def test_a_cable_lies_on_the_ground() -> None:
    mesh = cable([(0, 0, 0), (1, 0, 0), (2, 0, 0)], 0.02, CABLE_BLACK, ground=lambda x, y: x * 0.1)
    lowest = mesh.position[:, 2] - mesh.position[:, 0] * 0.1
    assert -0.006 < lowest.min() < 0.002


def test_a_rope_sags_in_its_middle() -> None:
    line = sagging((0, 0, 2), (4, 0, 2), 0.5, 21)
    assert line[10, 2] == pytest.approx(1.5) and line[0, 2] == line[-1, 2] == 2


def test_signs_are_read_from_the_front() -> None:
    mesh = sign_quad("当心触电", 0.4, 0.5)
    assert np.allclose(mesh.normal, (0, 1, 0))
    left = mesh.position[:, 0] > 0  # to the left of one who stands before it and looks to -y
    assert np.all(mesh.uvl[left, 0] == 0) and np.all(mesh.uvl[~left, 0] == 1)
    high = mesh.position[:, 2] > 0.25
    assert np.all(mesh.uvl[high, 1] == 1) and np.all(mesh.uvl[~high, 1] == 0)
    assert np.all(mesh.uvl[:, 2] == number_of("当心触电"))
    lying = sign_flat("当心触电", 0.4, 0.5)
    assert np.allclose(lying.normal, (0, 0, 1), atol=1e-6) and np.allclose(lying.position[:, 2], 0, atol=1e-6)
    arc = np.radians(np.linspace(45, 135, 7))
    bent = sign_bent("white", np.stack([np.cos(arc), np.sin(arc)], axis=1), 0.2)
    assert (bent.normal * bent.position)[:, :2].sum(1).min() > 0.9


def test_open_surfaces_face_where_they_should() -> None:
    ground = grid((0, 2), (0, 3), 0.5, lambda x, y: x * 0 + 1, SOIL)
    assert np.allclose(ground.normal, (0, 0, 1)) and np.allclose(ground.position[:, 2], 1)
    assert np.allclose(wire_panel(2, 1).normal, (0, 1, 0))
    square = np.array([[(0, 0, 0), (1, 0, 0)], [(0, 1, 0), (1, 1, 0)]], float)
    assert cloth(square, SOIL, two_sided=True).triangles == 2 * cloth(square, SOIL).triangles


@settings(max_examples=50, deadline=None)
@given(st.floats(-3, 9), st.floats(-3, 9))
def test_heights_between_grid_points(x: float, y: float) -> None:
    def plane(px: np.ndarray, py: np.ndarray) -> np.ndarray:
        return 0.3 * px - 0.2 * py + 1

    field = sampled(plane, (0, 0, 6, 6), 0.5, 3)
    assert isinstance(field, HeightField)
    assert float(field(np.array([x]), np.array([y]))[0]) == pytest.approx(plane(x, y), abs=1e-5)


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
