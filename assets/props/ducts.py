"""The steel duct: sound, gaping at a joint, greasy or burning."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import Assembly, Material, bolt, box, cloth, lathe, plastic, ring, rod, smooth, tube
from assets.modelling.materials import DARK_STEEL, STEEL
from assets.props.fans import fabric_duct

DUCT = Material((0.74, 0.75, 0.76), "galvanised", 0.42, 0.6, 0.3)
SILVER_DUST = Material((0.60, 0.61, 0.63), "sand", 0.75, 0.25, 0.5, scale=5.0)
GREASE = Material((0.30, 0.16, 0.045), "grease", 0.22, 0.0, 0.6, scale=2.0)
RADIUS = 0.20
JOINT_X = 1.0


@prop("duct_pipe")
def duct_pipe(request: PropRequest) -> Model:
    """4 m of steel duct along x, its lowest line at z = 0, hung from above; ``joint_open`` gapes at x +1.0,
    ``greasy`` has an open access door with grease, ``fire`` burns inside it. ``fabric`` is the mine's (``fans``)."""
    if request.variant == "fabric":
        return fabric_duct(request.state)
    parts = Assembly()
    opened = request.state == "joint_open"
    joints = (-1.0, JOINT_X)
    ends = (-2.0, *joints, 2.0)
    for k, (a, b) in enumerate(zip(ends, ends[1:], strict=False)):
        piece = _length(b - a)
        sag = 3.2 if opened and k == 2 else 0.0
        parts.add(
            piece.placed(r=0)
            .placed((b - a) / 2 + (0.045 if sag else 0), 0, 0)
            .placed(r=sag)
            .placed(a, 0, RADIUS - (0.03 if sag else 0))
        )
    _hangers(parts)
    if opened:
        _leak(parts)
    if request.state in ("greasy", "fire"):
        _access_door(parts, burning=request.state == "fire")
    return parts.model()


def _length(length: float) -> Mesh:
    """A seamed length of duct with an angle flange at each end, its middle at the origin, along x."""
    half = length / 2
    outline = [(RADIUS - 0.002, -half)]
    for z in np.arange(-half + 0.25, half - 0.1, 0.25):
        outline += [(RADIUS, z - 0.012), (RADIUS + 0.006, z), (RADIUS, z + 0.012)]
    outline.append((RADIUS - 0.002, half))
    skin = lathe(outline, DUCT, sides=22, split=40)
    inside = lathe([(RADIUS - 0.006, half), (RADIUS - 0.006, -half)], DUCT.shade(0.25), sides=18)
    rims = []
    for z, turn in ((-half, 180), (half, 0)):
        rim = lathe(
            [
                (RADIUS - 0.004, -0.030),
                (RADIUS + 0.035, -0.030),
                (RADIUS + 0.035, -0.002),
                (RADIUS - 0.004, -0.002),
                (RADIUS - 0.004, -0.030),
            ],
            DUCT.shade(0.75),
            sides=22,
        )
        rims.append(
            joined([rim, ring(bolt(0.007, 0.0056).placed(x=RADIUS + 0.018), 8).placed(p=180).placed(z=-0.03)])
            .placed(p=turn)
            .placed(z=z)
        )
    return joined([skin, inside, *rims]).placed(r=90)


def _hangers(parts: Assembly) -> None:
    for x in (-1.5, 0.0, 1.6):
        band = lathe(
            [
                (RADIUS + 0.004, -0.02),
                (RADIUS + 0.008, -0.02),
                (RADIUS + 0.008, 0.02),
                (RADIUS + 0.004, 0.02),
                (RADIUS + 0.004, -0.02),
            ],
            DARK_STEEL,
            sides=22,
        )
        parts.add(
            band.placed(r=90).placed(x, 0, RADIUS),
            rod((x, 0, 2 * RADIUS), (x, 0, 2 * RADIUS + 0.9), 0.007, STEEL, sides=5),
        )


def _leak(parts: Assembly) -> None:
    """Silver dust caked round the open joint, a jet's streak and what has fallen on the flange."""
    rng = np.random.default_rng(5)
    x0 = JOINT_X + 0.01
    parts.add(
        lathe(
            [(RADIUS - 0.03, 0), (RADIUS + 0.012, 0.004), (RADIUS + 0.012, 0.028), (RADIUS - 0.03, 0.03)],
            Material((0.02, 0.02, 0.02), "paint", 0.9),
            sides=18,
        )
        .placed(r=90)
        .placed(x0 - 0.02, 0, RADIUS)
    )
    for k in range(26):
        t = rng.uniform(-2.6, -0.5)
        at = (x0 + rng.uniform(-0.05, 0.06), (RADIUS + 0.02) * np.cos(t), RADIUS + (RADIUS + 0.02) * np.sin(t))
        parts.add(_crumb(rng.uniform(0.012, 0.03), k).placed(*at))
    fan = np.array(
        [
            [(x0 + w * 0.05 * (1 + 3 * s), -0.20 - 0.5 * s, 0.12 - 0.34 * s * s) for w in np.linspace(1, -1, 5)]
            for s in np.linspace(0, 1, 6)
        ]
    )
    parts.add(cloth(fan, SILVER_DUST.coloured(0.75, 0.76, 0.78)), to="glass")


def _crumb(size: float, seed: int) -> Mesh:
    rng = np.random.default_rng(seed)
    outline = [(0, -size * 0.5), (size * rng.uniform(0.8, 1.2), -size * 0.2), (size, size * 0.2), (0, size * 0.5)]
    return lathe(outline, SILVER_DUST, sides=6, split=70).placed(h=rng.uniform(0, 90), p=rng.uniform(-40, 40))


def _access_door(parts: Assembly, *, burning: bool) -> None:
    """A hatch at x -0.1 on the front, its lid hanging; grease runs from it, or flame shows inside."""
    hole = box(0.34, 0.05, 0.22, Material((0.02, 0.015, 0.01), "grease", 0.5), bevel=0.004).placed(
        -0.1, RADIUS - 0.035, 0.09
    )
    lid = box(0.36, 0.012, 0.24, DUCT.shade(0.8), bevel=0.004)
    parts.add(hole, lid.placed(-0.1, RADIUS + 0.03, -0.20, p=-14))
    rng = np.random.default_rng(8)
    for k in range(15):
        x = rng.uniform(-0.27, 0.07)
        low = rng.uniform(-0.26, -0.02)
        run = [
            (x, RADIUS - 0.005, 0.10),
            (x + 0.01, RADIUS + 0.004, 0.03),
            (x, RADIUS * 0.75, low * 0.4 + 0.0),
            (x + 0.004, RADIUS * 0.72, low),
        ]
        parts.add(tube(smooth(run, 3), [0.006 + 0.004 * (k % 2)] * 9 + [0.011], GREASE, sides=5))
    for t in np.radians(np.arange(200, 340, 9)):
        parts.add(
            rod(
                (-1.9, (RADIUS + 0.003) * np.cos(t), RADIUS + (RADIUS + 0.003) * np.sin(t)),
                (1.9, (RADIUS + 0.003) * np.cos(t), RADIUS + (RADIUS + 0.003) * np.sin(t)),
                0.012,
                GREASE.shade(0.8),
                sides=4,
            )
        )
    if burning:
        parts.add(
            *_flames(-0.1, RADIUS - 0.02, 0.10, 0.3, 5), *_flames(JOINT_X, 0.0, 2 * RADIUS - 0.02, 0.2, 9), to="glow"
        )
        parts.lamp(Lamp((-0.1, RADIUS + 0.3, 0.3), colour=(1.0, 0.45, 0.12), power=3.0))


def _flames(x: float, y: float, z: float, spread: float, seed: int) -> list[Mesh]:
    rng = np.random.default_rng(seed)
    tongues = []
    for k in range(9):
        high = rng.uniform(0.12, 0.34)
        tongue = lathe(
            [(0, 0), (0.035, high * 0.2), (0.028, high * 0.5), (0, high)],
            plastic(1.0, 0.32 + 0.2 * (k % 3), 0.04),
            sides=7,
            split=80,
        )
        tongues.append(
            tongue.placed(
                x + rng.uniform(-spread / 2, spread / 2),
                y + rng.uniform(0, 0.05),
                z,
                p=rng.uniform(-25, 5),
                r=rng.uniform(-15, 15),
            )
        )
    return tongues
