"""Loose rock and heaped earth: slabs in roof and rib, a muck pile, an overhang, boulders, spoil at an edge."""

from __future__ import annotations

import numpy as np
from manifold3d import Manifold

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, cloth, rock, solid
from assets.modelling.materials import SOIL, Material, painted
from assets.modelling.roughness import broken

GREY_ROCK = Material((0.66, 0.62, 0.56), "rock", 0.9, 0.0, 1.0)
PALE_ROCK = Material((0.58, 0.565, 0.53), "rock", 0.92, 0.0, 1.0, scale=0.7)
CRACK = painted(0.008, 0.008, 0.008, 0.95, 0.0)


def _slab(w: float, d: float, thick: float, seed: int, material: Material) -> Mesh:
    """An angular slab, its broad faces level, standing on z = 0."""
    rng = np.random.default_rng(seed)
    angle = np.sort(rng.uniform(0, 2 * np.pi, 11))
    reach = rng.uniform(0.82, 1.08, 11)
    low = np.column_stack(
        [np.cos(angle) * reach * w / 2, np.sin(angle) * reach * d / 2, rng.uniform(0, 0.12 * thick, 11)]
    )
    high = low * (1.08, 1.08, 0) + np.column_stack([np.zeros(11), np.zeros(11), thick * rng.uniform(0.8, 1.0, 11)])
    return solid(Manifold.hull_points(np.vstack([low, high])), material, split=20, grid=0.3)


@prop("rock_block")
def rock_block(request: PropRequest) -> Model:
    """Variants: ``slab`` in a roof (z 0 its underside), ``rib`` on a wall, muck ``pile``, ``overhang``, ``boulder``."""
    parts = Assembly()
    builders = {"slab": _roof_slab, "rib": _rib_slab, "pile": _pile, "overhang": _overhang, "boulder": _boulder}
    builders[request.variant or "boulder"](parts, request.state)
    return parts.model()


def _roof_slab(parts: Assembly, state: str) -> None:
    """A slab 1.2 m long; ``loose`` hangs 6 cm low, a black crack on three sides; ``fallen`` lies broken on z 0."""
    if state == "fallen":
        for k, (x, y, size, turn) in enumerate(
            ((-0.32, 0.1, 0.7, 15), (0.38, -0.12, 0.62, -30), (0.1, 0.5, 0.4, 60), (-0.1, -0.5, 0.34, 10))
        ):
            parts.add(_slab(size, size * 0.8, 0.22, 40 + k, GREY_ROCK).placed(x, y, 0.0, h=turn, p=4 * k, r=-5))
        parts.add(_chips(34, 0.45, 5))
        return
    drop = -0.06 if state == "loose" else 0.0
    body = _slab(1.2, 0.9, 0.50, 31, GREY_ROCK.shade(1.06))
    parts.add(body.placed(0, 0, drop, r=2.5 if drop else 0))
    if drop:
        parts.add(_crack_round(body, drop))
        for k in range(5):
            parts.add(rock(0.03, k, GREY_ROCK).placed(-0.5 + 0.22 * k, 0.35 - 0.1 * (k % 3), -0.03))


def _crack_round(body: Mesh, drop: float) -> Mesh:
    """The open crack above the slab: a dark band between it and the sound rock, on all sides but one."""
    outline = body.position[:, :2].astype(float)
    angle = np.radians(np.linspace(-70, 250, 34))
    reach = np.array([max(0.0, (outline @ (np.cos(a), np.sin(a))).max()) for a in angle])
    rng = np.random.default_rng(8)
    wide = 0.035 + 0.05 * rng.random(len(angle))
    low, high, top = 0.24 + drop, 0.44, 0.56
    inner = np.column_stack([np.cos(angle) * (reach - 0.01), np.sin(angle) * (reach - 0.01), np.full(len(angle), low)])
    outer = np.column_stack([np.cos(angle) * (reach + wide), np.sin(angle) * (reach + wide), np.full(len(angle), high)])
    side = np.column_stack([np.cos(angle) * (reach - 0.03), np.sin(angle) * (reach - 0.03), np.full(len(angle), top)])
    return cloth(np.stack([outer, inner, side]), CRACK, two_sided=True)


def _rib_slab(parts: Assembly, state: str) -> None:
    """A slab on a wall at -x; ``loose`` leans out 10 degrees over an open crack."""
    lean = 10.0 if state == "loose" else 0.0
    slab = _slab(1.1, 0.9, 0.22, 33, GREY_ROCK).placed(r=-90).placed(-0.12, 0, 0)
    slab = slab.placed(0, 0, 0.0)
    if state == "fallen":
        parts.add(_slab(1.0, 0.8, 0.22, 33, GREY_ROCK).placed(0.35, 0, 0, r=8), _chips(22, 0.35, 6))
        return
    parts.add(slab.placed(0, 0, 0.45, r=lean))
    if lean:
        gap = np.array(
            [
                [(-0.26, y, 0.20 + 0.02 * np.sin(17 * y)) for y in (-0.34, 0.0, 0.34)],
                [(-0.10, y, 0.82 + 0.03 * np.sin(23 * y)) for y in (-0.30, 0.0, 0.30)],
            ]
        )
        parts.add(cloth(gap, CRACK, two_sided=True))
        parts.add(*(rock(0.03, 20 + k, GREY_ROCK).placed(0.1 + 0.05 * k, -0.3 + 0.15 * k, -0.02) for k in range(4)))


def _pile(parts: Assembly, _state: str) -> None:
    """A settled heap of blasted rock 1.4 m across and 0.8 m high, at its natural slope."""
    parts.add(_mound(1.5, 1.6, 0.75, 51, GREY_ROCK.but(texture="gravel"), 0.16))
    rng = np.random.default_rng(52)
    for k in range(46):
        a, r = rng.uniform(0, 6.28), 0.78 * np.sqrt(rng.random())
        z = 0.72 * (1 - (r / 0.82) ** 1.6)
        size = rng.uniform(0.05, 0.17)
        parts.add(
            rock(size, k, GREY_ROCK.shade(rng.uniform(0.85, 1.1))).placed(
                r * np.cos(a), r * np.sin(a), z + size * 0.2, h=rng.uniform(0, 360)
            )
        )


def _overhang(parts: Assembly, state: str) -> None:
    """A block 1.2 m deep in an upper face, its front to +y; ``loose`` undercut and cracked off."""
    block = _slab(1.7, 1.2, 1.0, 34, PALE_ROCK)
    parts.add(block.placed(0, 0.05, 0.0, p=-6 if state == "loose" else 0))
    parts.add(_slab(1.3, 0.9, 0.5, 35, PALE_ROCK.shade(0.95)).placed(0.3, -0.35, -0.45))
    if state == "loose":
        gap = np.array([[(-0.8, -0.42, 1.02), (0.8, -0.42, 1.04)], [(-0.85, -0.60, 0.86), (0.85, -0.60, 0.86)]])
        parts.add(cloth(gap, CRACK, two_sided=True))
        parts.add(*(rock(0.09, k, PALE_ROCK).placed(-0.5 + 0.2 * k, 0.45, -0.2 - 0.05 * (k % 3)) for k in range(6)))


def _boulder(parts: Assembly, state: str) -> None:
    """A single boulder of 0.9 m; ``fallen`` has chips about it."""
    parts.add(rock(0.46, 17, GREY_ROCK).placed(0, 0, 0.24))
    if state == "fallen":
        parts.add(_chips(16, 0.35, 7))


def _chips(count: int, spread: float, seed: int) -> Mesh:
    rng = np.random.default_rng(seed)
    return joined(
        [
            rock(rng.uniform(0.015, 0.06), k, GREY_ROCK).placed(
                rng.normal(0, spread), rng.normal(0, spread), 0.015, h=rng.uniform(0, 360)
            )
            for k in range(count)
        ]
    )


def _mound(w: float, d: float, h: float, seed: int, material: Material, rough: float) -> Mesh:
    """A heap about the origin, ``w`` x ``d`` at its foot."""
    turn, share = np.meshgrid(np.linspace(0, 2 * np.pi, 41), np.array([1.06, 1.0, 0.85, 0.68, 0.5, 0.33, 0.17, 0.0]))
    bulge = 1 + 0.13 * np.sin(turn * 3 + seed) + 0.07 * np.sin(turn * 5 + 2 * seed)
    x, y = w / 2 * share * bulge * np.cos(turn), d / 2 * share * bulge * np.sin(turn)
    z = (
        h * np.clip(1 - share, 0, 1) ** 0.85
        + rough * (broken(x + 3, y + 3, seed, blocks=44) - 0.4) * np.clip(1.05 - share, 0, 0.4) * 2.5
    )
    z = np.where(share > 1.03, -0.03, z)
    return cloth(np.stack([x, y, z], -1), material, split=30)


@prop("soil_heap")
def soil_heap(_request: PropRequest) -> Model:
    """Dug earth 3.0 x 2.5 x 1.2 m; crumbs have rolled out to +x, as towards a pit."""
    parts = Assembly()
    parts.add(_mound(3.0, 2.5, 1.2, 61, SOIL, 0.35))
    rng = np.random.default_rng(62)
    clods = [rock(1.0, 70 + k, Material((0.80, 0.68, 0.55), "soil", 0.95)) for k in range(6)]
    for k in range(90):
        if k < 50:
            a, r = rng.uniform(0, 6.28), rng.uniform(0.2, 1.0)
            x, y, z = 1.5 * r * np.cos(a), 1.25 * r * np.sin(a), 1.15 * (1 - r**1.6)
        else:
            x, y, z = 1.35 + abs(rng.normal(0, 0.22)), rng.normal(0, 0.6), 0.0
        size = float(np.clip(rng.lognormal(-2.9, 0.5), 0.02, 0.16))
        parts.add(
            clods[k % 6].placed(scale=size).placed(float(x), float(y), float(z) + size * 0.2, h=rng.uniform(0, 360))
        )
    return parts.model()
