"""Texture layers tile and are what the renderer expects; signs are in the atlas and can be read."""

from __future__ import annotations

import numpy as np
import pytest

from assets.mesh import joined
from assets.modelling import sign_quad
from assets.textures.atlas import GAP, atlas_of, sign_picture
from assets.textures.layers import layer_stack
from assets.textures.names import LAYER_NAMES, layer_index
from assets.textures.noise import cells, fractal
from assets.textures.pen import BLACK, WHITE, Pen
from assets.textures.signs import draw_sign, number_of, sign, sign_aspect, sign_named, sign_names
from scenarios.registry import registry


@pytest.fixture(scope="module")
def layers() -> dict[str, np.ndarray]:
    names, images = layer_stack()
    assert names == LAYER_NAMES and images.shape == (len(names), 512, 512, 4) and images.dtype == np.uint8
    return dict(zip(names, images.astype(np.float32), strict=True))


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_layers_tile(layers: dict[str, np.ndarray], name: str) -> None:
    """Across the border texels differ no more than they do inside (judged by the worst inner row or column)."""
    image = layers[name]
    for axis in (0, 1):
        inside = np.abs(np.diff(image, axis=axis)).mean(axis=tuple({0, 1, 2} - {axis}))
        border = np.abs(np.take(image, 0, axis) - np.take(image, -1, axis)).mean()
        assert border <= inside.max() * 1.15 + 1


@pytest.mark.parametrize("name", [name for name in LAYER_NAMES if name not in ("noise",)])
def test_layers_have_detail_and_middling_brightness(layers: dict[str, np.ndarray], name: str) -> None:
    rgb = layers[name][..., :3]
    assert rgb.std() > 2
    assert 60 < rgb.mean() < 215
    assert np.ptp(layers[name][..., 3]) > 10


def test_nets_are_open_between_their_threads(layers: dict[str, np.ndarray]) -> None:
    wire = layers["wire"][..., 3]
    assert (wire < 10).mean() > 0.6 and (wire > 200).mean() > 0.05
    assert 0.35 < layers["net"][..., 3].mean() / 255 < 0.9


def test_unknown_layer() -> None:
    with pytest.raises(KeyError):
        layer_index("velvet")


def test_noise_tiles_and_keeps_its_range() -> None:
    field = fractal(1.2, 3)
    assert field.shape == (512, 512) and field.min() >= 0 and field.max() <= 1
    assert abs(field.mean() - 0.5) < 0.03
    assert np.array_equal(field, fractal(1.2, 3)) and not np.array_equal(field, fractal(1.2, 4))
    pattern = cells(8, 1)
    assert (pattern.second >= pattern.nearest).all()
    assert len(np.unique(pattern.owner)) == 64


def test_every_sign_of_the_registry_is_drawn() -> None:
    assert set(registry().signs) <= set(sign_names())


def test_an_atlas_holds_the_signs_asked_for_side_by_side_with_a_margin() -> None:
    names = ("当心触电", "white", "hazard_stripes", "plate_lorry", "exit_gantry", "hook_load")
    atlas = atlas_of({number_of(name) for name in names})
    height, width = atlas.picture.shape[:2]
    taken = np.zeros((height, width), bool)
    assert atlas.rects.keys() == {number_of(name) for name in names}
    for name in names:
        u0, v0, u1, v1 = atlas.rects[number_of(name)]
        x0, x1 = round(u0 * width), round(u1 * width)
        y0, y1 = round((1 - v1) * height), round((1 - v0) * height)
        assert not taken[y0 - GAP : y1 + GAP, x0 - GAP : x1 + GAP].any(), name
        taken[y0 - GAP : y1 + GAP, x0 - GAP : x1 + GAP] = True
        assert np.array_equal(atlas.picture[y0:y1, x0:x1], np.asarray(draw_sign(name)))


def test_a_mesh_is_laid_on_its_signs_in_the_atlas() -> None:
    names = ("当心触电", "white")
    mesh = joined([sign_quad(name, 1, 1) for name in names])
    atlas = atlas_of([number_of(name) for name in names])
    laid = atlas.laid(mesh)
    for k, name in enumerate(names):
        u0, v0, u1, v1 = atlas.rects[number_of(name)]
        corners = laid.uvl[4 * k : 4 * k + 4, :2]
        assert np.allclose(corners.min(0), (u0, v0), atol=1e-6) and np.allclose(corners.max(0), (u1, v1), atol=1e-6)
    assert np.array_equal(laid.position, mesh.position)
    with pytest.raises(KeyError):
        atlas.laid(sign_quad("hook_load", 1, 1))


def test_a_sign_keeps_its_number_in_a_float() -> None:
    numbers = [number_of(name) for name in sign_names()]
    assert len(set(numbers)) == len(numbers)
    assert np.array_equal(np.array(numbers, np.float32).astype(int), numbers)


def test_a_sign_comes_from_the_cache_as_it_was_drawn() -> None:
    assert np.array_equal(sign_picture("hook_load"), np.asarray(draw_sign("hook_load")))
    with pytest.raises(KeyError):
        sign_picture("不存在")


def test_a_sign_has_both_ground_and_writing() -> None:
    for name in registry().signs:
        picture = np.asarray(draw_sign(name)).astype(int)
        solid = picture[picture[..., 3] > 200][:, :3]
        assert len(solid) > 0.4 * picture.shape[0] * picture.shape[1], "a triangle fills almost half of its square"
        assert np.ptp(solid.mean(1)) > 120, "dark on light, or light on dark"


def test_a_sign_is_drawn_once_only() -> None:
    with pytest.raises(ValueError, match="drawn twice"):
        sign("当心触电", 10, 10)(lambda pen: None)
    with pytest.raises(KeyError):
        sign_named("不存在")
    assert sign_aspect("white") == 1


def test_text_shrinks_to_fit() -> None:
    pen = Pen(200, 60)
    pen.fill(WHITE)
    pen.text(100, 30, "很长很长很长的一行文字", 40, BLACK, fit=180)
    ink = np.asarray(pen.picture())[..., 0] < 128
    columns = np.flatnonzero(ink.any(0))
    assert columns[0] >= 8 and columns[-1] <= 192
