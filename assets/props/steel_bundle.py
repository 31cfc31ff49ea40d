"""A bundle of scaffold pipes: stored on timbers, slung, strapped on a lorry."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, lathe, profile, smooth, torus, tube, varied
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, WEBBING, WOOD

PIPE = 0.024
LENGTH = 4.0
ROWS = (8, 9, 8, 7, 5)
"""Pipes in each layer from below."""
HOOK = np.array([0.0, 0.0, 2.0])
"""Where the slings meet: the hook."""


@prop("steel_bundle")
def steel_bundle(request: PropRequest) -> Model:
    """About forty pipes of 48 mm, 4 m long, lying along x."""
    parts = Assembly()
    _STATES[request.state](parts)
    return parts.model()


def _places() -> list[tuple[float, float]]:
    """Where each pipe lies in the section: y, and z over the bottom of the bundle."""
    pitch = 2 * PIPE + 0.001
    rows = enumerate(ROWS)
    return [((i - (n - 1) / 2) * pitch, PIPE + k * pitch * 0.866) for k, n in rows for i in range(n)]


def _pipe(length: float, rng: np.random.Generator) -> Mesh:
    """One pipe along x about the origin, open at its ends."""
    outer = [(-length / 2, 0.0, 0.0), (0.0, rng.uniform(-0.002, 0.002), 0.0), (length / 2, 0.0, 0.0)]
    mouth = [(0.0195, 0.05), (0.0195, 0.0), (PIPE, 0.0), (PIPE, 0.004)]
    end = lathe(mouth, RUSTY_STEEL.shade(0.75), sides=9)
    body = tube(np.array(outer), PIPE, RUSTY_STEEL, sides=9, caps=False)
    dark = lathe([(0.0, 0.02), (0.0195, 0.02)], DARK_STEEL.shade(0.2), sides=9).placed(p=180)
    ends = [joined([end, dark]).placed(side * length / 2, 0, 0, h=0, r=-90 * side) for side in (-1, 1)]
    return varied(joined([body, *ends]), rng, 0.18)


def _pipes(slide: dict[int, float] | None = None, seed: int = 4) -> Mesh:
    """All pipes on z = 0; ``slide`` moves single ones along x."""
    rng = np.random.default_rng(seed)
    slide = slide or {}
    moved = []
    for k, (y, z) in enumerate(_places()):
        moved.append(_pipe(LENGTH, rng).placed(slide.get(k, rng.uniform(-0.07, 0.07)), y, z))
    return joined(moved)


def _round_bundle(x: float, radius: float) -> NDArray:
    """A closed line once round the bundle at ``x``, on z = 0 below."""
    high, half = 0.215, 0.225
    corners = [
        (0, -0.0),
        (half * 0.86, 0.0),
        (half + 0.01, 0.045),
        (half * 0.72, high - 0.05),
        (half * 0.5, high + 0.004),
        (0, high + 0.012),
        (-half * 0.5, high + 0.004),
        (-half * 0.72, high - 0.05),
        (-half - 0.01, 0.045),
        (-half * 0.86, 0.0),
        (0, 0.0),
    ]
    return smooth([(x, y, z + (radius if z > 0 else -radius)) for y, z in corners], 4)


def _wires(parts: Assembly, base: float) -> None:
    """Binding wire, twice round, at three places."""
    for x in (-1.35, 0.05, 1.4):
        parts.add(
            *(
                tube(_round_bundle(x + dx, 0.003), 0.0032, DARK_STEEL, sides=5, caps=False).placed(z=base)
                for dx in (0, 0.012)
            )
        )


def _on_ground(parts: Assembly) -> None:
    rng = np.random.default_rng(9)
    parts.add(
        *(
            varied(box(0.11, 0.72, 0.12, WOOD.but(turned=True), bevel=0.012, wear=0.4), rng).placed(x)
            for x in (-1.3, 0.0, 1.3)
        )
    )
    parts.add(_pipes().placed(z=0.12))
    _wires(parts, 0.12)


def _sling(parts: Assembly, x: float, lean: float, top: NDArray) -> None:
    """A wire rope choked round the bundle at ``x`` and drawn to ``top``; ``lean`` lifts the bundle's ends."""
    rope = STEEL.but(texture="copper", colour=(0.50, 0.50, 0.49), scale=30.0, roughness=0.5)
    z = -x * np.tan(np.radians(lean))
    loop = _round_bundle(0.0, 0.010)
    parts.add(tube(loop, 0.010, rope, sides=7, caps=False).placed(x, 0, z, p=0, r=lean))
    crown = np.array([x, 0.0, z + 0.235])
    parts.add(tube(np.linspace(crown, top, 6), 0.010, rope, sides=7))
    parts.add(torus(0.035, 0.009, rope, sides=14, section=6).placed(*crown, p=90, h=0))
    parts.add(
        lathe([(0, 0), (0.016, 0), (0.016, 0.07), (0, 0.07)], STEEL, sides=10).placed(*(crown + (top - crown) * 0.06))
    )


def _two_slings(parts: Assembly) -> None:
    parts.add(_pipes())
    _wires(parts, 0.0)
    for x in (-1.0, 1.0):
        _sling(parts, x, 0.0, HOOK)
    _ring(parts)


def _ring(parts: Assembly) -> None:
    """The link on which the slings hang from the hook."""
    parts.add(torus(0.065, 0.012, STEEL, sides=18, section=8).placed(*(HOOK - (0, 0, 0.03)), p=90))


TILT = 9.0


def _one_sling(parts: Assembly) -> None:
    """One sling a little off the middle: the bundle hangs askew and pipes have begun to slide."""
    slide = {k: -0.18 - 0.05 * (k % 4) for k in range(5, 20, 3)}
    parts.add(_pipes(slide).placed(r=TILT))
    for x in (-1.35, 1.4):
        wire = tube(_round_bundle(x, 0.003), 0.0032, DARK_STEEL, sides=5, caps=False)
        parts.add(wire.placed(r=TILT))
    _sling(parts, 0.10, TILT, HOOK)
    _ring(parts)


def _strap(parts: Assembly, x: float) -> None:
    """An orange ratchet strap over the bundle, down to the floor on both sides."""
    half, high = 0.23, 0.215
    over = [
        (-half - 0.22, 0.0),
        (-half + 0.06, high - 0.01),
        (0, high + 0.008),
        (half - 0.06, high - 0.01),
        (half + 0.22, 0.0),
    ]
    flat = _webbing(over)
    parts.add(flat.placed(x, 0, 0, h=90))
    parts.add(box(0.07, 0.15, 0.045, STEEL, bevel=0.008).placed(x, half + 0.10, 0.055, p=-38))
    parts.add(box(0.09, 0.03, 0.02, DARK_STEEL, bevel=0.005).placed(x, half + 0.17, 0.05, p=-38))


def _webbing(line: list[tuple[float, float]]) -> Mesh:
    """Webbing 50 mm wide along a line in x, z."""
    points = smooth(np.array(line), 5)
    tangent = np.gradient(points, axis=0)
    normal = np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
    normal *= 0.0015 / np.linalg.norm(normal, axis=1)[:, None]
    outline = np.concatenate([points + normal, (points - normal)[::-1]])
    return profile([tuple(p) for p in outline], 0.05, WEBBING, split=50)


def _battens(parts: Assembly) -> None:
    parts.add(*(box(0.09, 0.62, 0.05, WOOD, bevel=0.008).placed(x, 0, -0.05) for x in (-1.4, 0.0, 1.4)))


def _strapped(parts: Assembly) -> None:
    parts.add(_pipes())
    _battens(parts)
    _wires(parts, 0.0)
    for x in (-1.2, 1.2):
        _strap(parts, x)


def _strap_loose(parts: Assembly) -> None:
    """The strap at the tail has come off its hook: it hangs 0.9 m down there, and three pipes have slid out."""
    top = len(_places())
    parts.add(_pipes({top - 1: -0.50, top - 3: -0.42, top - 8: -0.50}))
    _battens(parts)
    _wires(parts, 0.0)
    _strap(parts, 1.2)
    over = [(-0.24, 0.16), (0.0, 0.228), (0.20, 0.20), (0.30, 0.02), (0.33, -0.30), (0.30, -0.62), (0.34, -0.90)]
    parts.add(_webbing(over).placed(-1.93, 0, 0, h=90))
    hook = [(0, 0, 0), (0, 0, -0.05), (0, 0.03, -0.075), (0, 0.055, -0.05)]
    parts.add(tube(smooth(hook, 5), 0.006, STEEL, sides=7).placed(-1.93, 0.34, -0.90))
    parts.add(box(0.07, 0.045, 0.14, STEEL, bevel=0.008).placed(-1.93, 0.325, -0.42))


_STATES = {
    "on_ground": _on_ground,
    "two_slings": _two_slings,
    "one_sling": _one_sling,
    "strapped": _strapped,
    "strap_loose": _strap_loose,
}
