"""A trainer's .glb becomes a prop: upright, on its foot, with its colours; what is broken is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assets.modelling.finish import volume
from assets.own_model import TEXTURED_EDGE, OwnModelBroken, own_model
from tests.glb_writer import block, write_glb


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIANCHE_CACHE", str(tmp_path / "cache"))


def test_a_model_stands_upright_on_the_middle_of_its_foot(tmp_path: Path) -> None:
    points, faces = block(0.4, 1.5, 0.8)
    points[:, 2] += np.where(points[:, 1] > 1, 0.1, 0)  # its top leans to the front
    moved = {"translation": [3, 7, -2]}
    model = own_model(str(write_glb(tmp_path / "press.glb", points, faces, node=moved)))
    mesh = model.meshes["opaque"]
    low, high = mesh.position.min(0), mesh.position.max(0)
    assert np.allclose(high - low, (0.4, 0.9, 1.5), atol=1e-5)
    assert np.allclose((low + high)[:2] / 2, 0, atol=1e-5) and low[2] == pytest.approx(0, abs=1e-6)
    top = mesh.position[mesh.position[:, 2] > 1]
    assert top[:, 1].max() > mesh.position[mesh.position[:, 2] < 0.1][:, 1].max() + 0.05, "+z of the file is the front"
    assert volume(mesh) == pytest.approx(0.4 * 1.5 * 0.8, rel=0.01)
    facing = np.cross(*(mesh.position[mesh.faces[:, k]] - mesh.position[mesh.faces[:, 0]] for k in (1, 2)))
    assert (np.einsum("ij,ij->i", facing, mesh.normal[mesh.faces].mean(1)) > 0).all()


@pytest.mark.parametrize("scale", [(1, 1, 1), (-1, 1, 1), (2, 0.5, 1)])
def test_a_mirrored_or_stretched_model_is_not_inside_out(tmp_path: Path, scale: tuple[float, float, float]) -> None:
    model = own_model(str(write_glb(tmp_path / "a.glb", *block(0.4, 1.0, 0.6), node={"scale": list(scale)})))
    mesh = model.meshes["opaque"]
    assert volume(mesh) == pytest.approx(0.24 * abs(np.prod(scale)), rel=0.01)
    assert np.allclose(np.linalg.norm(mesh.normal, axis=1), 1, atol=1e-5)


def test_colour_roughness_and_metal_come_from_the_material(tmp_path: Path) -> None:
    look = {
        "pbrMetallicRoughness": {"baseColorFactor": [0.8, 0.1, 0.05, 1], "roughnessFactor": 0.3, "metallicFactor": 0.6}
    }
    mesh = own_model(str(write_glb(tmp_path / "a.glb", *block(1, 1, 1), material=look))).meshes["opaque"]
    assert np.allclose(mesh.colour, (0.8, 0.1, 0.05), atol=0.01)
    assert np.allclose(mesh.surface[:, :2], (0.3, 0.6), atol=1e-6)


def test_a_texture_is_seen(tmp_path: Path) -> None:
    """A board, left half white and right half black as one reads it."""
    points = np.array([(-0.5, 0, 0), (0.5, 0, 0), (0.5, 0.5, 0), (-0.5, 0.5, 0)], float)
    uv = np.array([(0, 1), (1, 1), (1, 0), (0, 0)], float)
    picture = np.zeros((16, 32, 3), np.uint8)
    picture[:, :16] = 255
    look = {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}
    path = write_glb(
        tmp_path / "board.glb", points, np.array([(0, 1, 2), (0, 2, 3)]), uv=uv, picture=picture, material=look
    )
    mesh = own_model(str(path)).meshes["opaque"]
    assert np.allclose(mesh.normal, (0, 1, 0), atol=1e-5)
    left = mesh.position[:, 0] > 0.05  # to the left of one who stands before it
    right = mesh.position[:, 0] < -0.05
    assert mesh.colour[left].min() > 0.95 and mesh.colour[right].max() < 0.05
    edges = mesh.position[mesh.faces] - mesh.position[np.roll(mesh.faces, 1, axis=1)]
    assert np.linalg.norm(edges, axis=2).max() <= TEXTURED_EDGE


def test_what_glows_and_what_is_glass(tmp_path: Path) -> None:
    lamp = {"emissiveFactor": [1, 0.8, 0.2]}
    assert set(own_model(str(write_glb(tmp_path / "lamp.glb", *block(1, 1, 1), material=lamp))).meshes) == {"glow"}
    pane = {"alphaMode": "BLEND", "pbrMetallicRoughness": {"baseColorFactor": [0.2, 0.3, 0.3, 0.3]}}
    assert set(own_model(str(write_glb(tmp_path / "pane.glb", *block(1, 1, 1), material=pane))).meshes) == {"glass"}


def test_another_content_is_another_model(tmp_path: Path) -> None:
    path = write_glb(tmp_path / "a.glb", *block(1, 1, 1))
    first = own_model.__wrapped__(str(path))
    write_glb(path, *block(1, 2, 1))
    assert own_model.__wrapped__(str(path)).meshes["opaque"].position[:, 2].max() > 1.9
    assert first.meshes["opaque"].position[:, 2].max() < 1.1


def test_a_broken_inside_is_told(tmp_path: Path) -> None:
    path = write_glb(tmp_path / "broken.glb", *block(1, 1, 1))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(OwnModelBroken) as told:
        own_model(str(path))
    assert "broken.glb" in told.value.message("zh")
    with pytest.raises(OwnModelBroken):
        own_model(str(tmp_path / "nowhere.glb"))
