"""Dust and its extraction: the steel duct, the bag collector, the compressed-air gun that should not be there."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Lamp, Mesh, Model, joined
from assets.modelling import Assembly, Material, box, cloth, lathe, painted, plastic, rod, rounded_box, smooth, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    BLUE_PAINT,
    BRASS,
    DARK_STEEL,
    RED_PAINT,
    STEEL,
)
from assets.props.machine_parts import (
    LIT_GREEN,
    MACHINE_CREAM,
    UNLIT,
    bolted_ring,
    handwheel,
    motor,
    push_button,
    railing,
)
from assets.props.fans import fabric_duct

DUCT = Material((0.74, 0.75, 0.76), "galvanised", 0.42, 0.6, 0.3)
SILVER_DUST = Material((0.60, 0.61, 0.63), "sand", 0.75, 0.25, 0.5, scale=5.0)
GREASE = Material((0.30, 0.16, 0.045), "grease", 0.22, 0.0, 0.6, scale=2.0)
COLLECTOR = painted(0.30, 0.40, 0.46, 0.45, 0.3)
AIR_HOSE = plastic(0.03, 0.22, 0.55, 0.4)
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
        parts.add(piece.placed(r=0).placed((b - a) / 2 + (0.045 if sag else 0), 0, 0).placed(r=sag).placed(a, 0, RADIUS - (0.03 if sag else 0)))
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
        rim = lathe([(RADIUS - 0.004, -0.030), (RADIUS + 0.035, -0.030), (RADIUS + 0.035, -0.002), (RADIUS - 0.004, -0.002), (RADIUS - 0.004, -0.030)], DUCT.shade(0.75), sides=22)
        rims.append(joined([rim, bolted_ring(RADIUS + 0.018, 8, 0.007).placed(p=180).placed(z=-0.03)]).placed(p=turn).placed(z=z))
    return joined([skin, inside, *rims]).placed(r=90)


def _hangers(parts: Assembly) -> None:
    for x in (-1.5, 0.0, 1.6):
        band = lathe([(RADIUS + 0.004, -0.02), (RADIUS + 0.008, -0.02), (RADIUS + 0.008, 0.02), (RADIUS + 0.004, 0.02), (RADIUS + 0.004, -0.02)], DARK_STEEL, sides=22)
        parts.add(band.placed(r=90).placed(x, 0, RADIUS), rod((x, 0, 2 * RADIUS), (x, 0, 2 * RADIUS + 0.9), 0.007, STEEL, sides=5))


def _leak(parts: Assembly) -> None:
    """Silver dust caked round the open joint, a jet's streak and what has fallen on the flange."""
    rng = np.random.default_rng(5)
    x0 = JOINT_X + 0.01
    parts.add(lathe([(RADIUS - 0.03, 0), (RADIUS + 0.012, 0.004), (RADIUS + 0.012, 0.028), (RADIUS - 0.03, 0.03)], Material((0.02, 0.02, 0.02), "paint", 0.9), sides=18).placed(r=90).placed(x0 - 0.02, 0, RADIUS))
    for k in range(26):
        t = rng.uniform(-2.6, -0.5)
        at = (x0 + rng.uniform(-0.05, 0.06), (RADIUS + 0.02) * np.cos(t), RADIUS + (RADIUS + 0.02) * np.sin(t))
        parts.add(_crumb(rng.uniform(0.012, 0.03), k).placed(*at))
    fan = np.array([[(x0 + w * 0.05 * (1 + 3 * s), -0.20 - 0.5 * s, 0.12 - 0.34 * s * s) for w in np.linspace(1, -1, 5)] for s in np.linspace(0, 1, 6)])
    parts.add(cloth(fan, SILVER_DUST.coloured(0.75, 0.76, 0.78)), to="glass")


def _crumb(size: float, seed: int) -> Mesh:
    rng = np.random.default_rng(seed)
    outline = [(0, -size * 0.5), (size * rng.uniform(0.8, 1.2), -size * 0.2), (size, size * 0.2), (0, size * 0.5)]
    return lathe(outline, SILVER_DUST, sides=6, split=70).placed(h=rng.uniform(0, 90), p=rng.uniform(-40, 40))


def _access_door(parts: Assembly, *, burning: bool) -> None:
    """A hatch at x -0.1 on the front, its lid hanging; grease runs from it, or flame shows inside."""
    hole = box(0.34, 0.05, 0.22, Material((0.02, 0.015, 0.01), "grease", 0.5), bevel=0.004).placed(-0.1, RADIUS - 0.035, 0.09)
    lid = box(0.36, 0.012, 0.24, DUCT.shade(0.8), bevel=0.004)
    parts.add(hole, lid.placed(-0.1, RADIUS + 0.03, -0.20, p=-14))
    rng = np.random.default_rng(8)
    for k in range(15):
        x = rng.uniform(-0.27, 0.07)
        low = rng.uniform(-0.26, -0.02)
        run = [(x, RADIUS - 0.005, 0.10), (x + 0.01, RADIUS + 0.004, 0.03), (x, RADIUS * 0.75, low * 0.4 + 0.0), (x + 0.004, RADIUS * 0.72, low)]
        parts.add(tube(smooth(run, 3), [0.006 + 0.004 * (k % 2)] * 9 + [0.011], GREASE, sides=5))
    for t in np.radians(np.arange(200, 340, 9)):
        parts.add(rod((-1.9, (RADIUS + 0.003) * np.cos(t), RADIUS + (RADIUS + 0.003) * np.sin(t)), (1.9, (RADIUS + 0.003) * np.cos(t), RADIUS + (RADIUS + 0.003) * np.sin(t)), 0.012, GREASE.shade(0.8), sides=4))
    if burning:
        parts.add(*_flames(-0.1, RADIUS - 0.02, 0.10, 0.3, 5), *_flames(JOINT_X, 0.0, 2 * RADIUS - 0.02, 0.2, 9), to="glow")
        parts.lamp(Lamp((-0.1, RADIUS + 0.3, 0.3), colour=(1.0, 0.45, 0.12), power=3.0))


def _flames(x: float, y: float, z: float, spread: float, seed: int) -> list[Mesh]:
    rng = np.random.default_rng(seed)
    tongues = []
    for k in range(9):
        high = rng.uniform(0.12, 0.34)
        tongue = lathe([(0, 0), (0.035, high * 0.2), (0.028, high * 0.5), (0, high)], plastic(1.0, 0.32 + 0.2 * (k % 3), 0.04), sides=7, split=80)
        tongues.append(tongue.placed(x + rng.uniform(-spread / 2, spread / 2), y + rng.uniform(0, 0.05), z, p=rng.uniform(-25, 5), r=rng.uniform(-15, 15)))
    return tongues


@prop("dust_collector")
def dust_collector(request: PropRequest) -> Model:
    """A bag collector 2 x 2 x 4 m on legs over its ash bin; ``ok`` with a vent panel and an isolation valve,
    ``indoor_no_vent`` with a blank wall where the panel should be and a plain inlet."""
    vented = request.state == "ok"
    parts = Assembly()
    for x in (-0.82, 0.82):
        parts.add(*(box(0.14, 0.14, 1.75, DARK_STEEL, bevel=0.01, grid=0.6).placed(x, y) for y in (-0.62, 0.62)))
        parts.add(*(box(0.28, 0.28, 0.02, DARK_STEEL, bevel=0.004).placed(x, y) for y in (-0.62, 0.62)))
    parts.add(box(1.8, 1.4, 1.60, COLLECTOR, bevel=0.02, grid=0.5, wear=0.3).placed(0, 0, 1.70))
    parts.add(_hopper())
    for z in (1.72, 2.25, 2.78, 3.24):
        parts.add(*(box(1.84, 0.05, 0.06, COLLECTOR.shade(0.85), bevel=0.006, grid=0.6).placed(0, y, z) for y in (-0.71, 0.71)))
        parts.add(*(box(0.05, 1.40, 0.06, COLLECTOR.shade(0.85), bevel=0.006, grid=0.6).placed(x, 0, z) for x in (-0.91, 0.91)))
    _front(parts, vented)
    _top(parts)
    _inlet(parts, vented)
    _ash(parts)
    return parts.model()


def _hopper() -> Mesh:
    """The square hopper under the body, with its slide gate."""
    rings = [(0.87, 0.67, 1.70), (0.16, 0.16, 0.86), (0.16, 0.16, 0.70)]
    corners = [(1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1)]
    points = np.array([[(x * a, y * b, z) for x, y in corners] for a, b, z in rings])
    gate = box(0.46, 0.40, 0.05, DARK_STEEL, bevel=0.006).placed(0, 0.03, 0.80)
    return joined([cloth(points[::-1, ::-1][::-1], COLLECTOR.shade(0.95), split=20, two_sided=True), gate])


def _front(parts: Assembly, vented: bool) -> None:
    if vented:
        parts.add(box(1.02, 0.03, 0.82, RED_PAINT, bevel=0.008).placed(-0.22, 0.71, 2.34), box(0.90, 0.02, 0.70, DUCT.shade(0.9), bevel=0.03, grid=0.3).placed(-0.22, 0.728, 2.40))
        bolts = [(x, z) for x in np.linspace(-0.70, 0.26, 7) for z in (2.365, 3.135)] + [(x, z) for x in (-0.70, 0.26) for z in np.linspace(2.5, 3.0, 4)]
        parts.add(*(lathe([(0, 0), (0.012, 0), (0.012, 0.01), (0, 0.01)], STEEL, sides=6).placed(p=-90).placed(x, 0.725, z) for x, z in bolts))
        parts.sign("vent_panel", 0.60, 0.225, -0.22, 0.7395, 2.64)
    parts.add(box(0.42, 0.10, 0.56, MACHINE_CREAM, bevel=0.012).placed(0.62, 0.75, 1.95 if vented else 1.95))
    for k, lit in enumerate((True, False)):
        push_button(parts, 0.55 + 0.12 * k, 0.80, 2.36, LIT_GREEN if lit else UNLIT, lit=lit)
    parts.sign("collector_label", 0.30, 0.20, 0.62, 0.8015, 2.06)
    parts.add(lathe([(0, 0), (0.05, 0), (0.05, 0.03), (0, 0.03)], STEEL, sides=16).placed(p=-90).placed(0.62, 0.71, 2.72))
    parts.sign("pressure_dial", 0.085, 0.085, 0.62, 0.7415, 2.68)


def _top(parts: Assembly) -> None:
    """Pulse-jet header with its valves, fan and outlet, a railing."""
    parts.add(rod((-0.75, 0.45, 3.52), (0.4, 0.45, 3.52), 0.10, BLUE_PAINT, sides=14, grid=0.5))
    for x in np.linspace(-0.62, 0.28, 5):
        parts.add(lathe([(0, 0), (0.05, 0), (0.05, 0.08), (0.03, 0.11), (0, 0.11)], DARK_STEEL, sides=12).placed(x, 0.45, 3.60))
        parts.add(tube(smooth([(x, 0.40, 3.55), (x, 0.25, 3.52), (x, 0.18, 3.34)], 4), 0.025, DUCT, sides=7))
    spiral = [(0.40 - 0.012 * k) for k in range(3)]
    parts.add(lathe([(0, -0.16), (spiral[0], -0.16), (spiral[0], 0.16), (0, 0.16)], COLLECTOR.shade(1.1), sides=24).placed(p=90).placed(0.42, -0.30, 3.72))
    parts.add(box(0.40, 0.30, 0.5, COLLECTOR.shade(1.1), bevel=0.01).placed(0.62, -0.30, 3.66), motor(0.42, 0.14).placed(h=90).placed(0.42, -0.60, 3.56))
    parts.add(box(1.7, 1.3, 0.05, COLLECTOR.shade(0.8), bevel=0.01, grid=0.6).placed(0, 0, 3.30))
    for a, b in (((-0.88, -0.68, 3.3), (-0.88, 0.68, 3.3)), ((-0.88, 0.68, 3.3), (0.88, 0.68, 3.3))):
        parts.add(railing(a, b, high=0.7, toe=False))


def _inlet(parts: Assembly, vented: bool) -> None:
    """The inlet pipe at -x with its isolation valve, or plain."""
    parts.add(rod((-1.0, 0, 2.1), (-0.9, 0, 2.1), 0.26, DUCT, sides=20), rod((-1.05, 0, 2.1), (-1.0, 0, 2.1), 0.29, DUCT.shade(0.8), sides=20))
    if vented:
        parts.add(rod((-1.45, 0, 2.1), (-1.05, 0, 2.1), 0.24, RED_PAINT, sides=20), handwheel(0.12, BLACK_PLASTIC).placed(-1.25, 0, 2.42), rod((-1.25, 0, 2.3), (-1.25, 0, 2.42), 0.03, STEEL))
        parts.sign("isolation_valve", 0.26, 0.13, -1.25, 0.245, 2.04)


def _ash(parts: Assembly) -> None:
    """A sleeve under the gate, and the ladder at the side."""
    parts.add(tube([(0, 0, 0.74), (0, 0, 0.60), (0, 0, 0.50)], [0.15, 0.14, 0.17], Material((0.35, 0.34, 0.30), "fabric", 0.9), sides=16, caps=False))
    for y in (-0.2, 0.2):
        parts.add(rod((0.98, y, 0.1), (0.98, y, 3.9), 0.02, DARK_STEEL, sides=6, grid=0.8))
    parts.add(*(rod((0.98, -0.2, z), (0.98, 0.2, z), 0.013, DARK_STEEL, sides=5) for z in np.arange(0.35, 3.8, 0.3)))


@prop("air_gun")
def air_gun(request: PropRequest) -> Model:
    """A blow gun 0.2 m on its 4 m coil hose from the floor; ``hanging`` on its hook, or ``in_use`` with its
    nozzle to +y and down. The grip is at the origin."""
    parts = Assembly()
    gun = Assembly()
    gun.add(rounded_box(0.03, 0.042, 0.12, BLUE_PAINT, radius=0.013, segments=10).placed(0, 0, -0.11))
    gun.add(rounded_box(0.034, 0.12, 0.045, DARK_STEEL, radius=0.014, segments=10).placed(0, 0.03, 0.0))
    gun.add(tube(smooth([(0, 0.09, 0.024), (0, 0.15, 0.022), (0, 0.21, 0.005)], 4), 0.006, BRASS, sides=7))
    gun.add(tube(smooth([(0, 0.055, 0.0), (0, 0.058, -0.035), (0, 0.035, -0.075)], 4), 0.005, STEEL, sides=6))
    gun.add(lathe([(0, 0), (0.012, 0), (0.012, 0.03), (0, 0.03)], BRASS, sides=8).placed(0, 0, -0.14))
    used = request.state == "in_use"
    parts.include(gun, 0, 0, 0, p=-24 if used else 0)
    start = np.array([0, -0.055 if used else 0.0, -0.135])
    turns = np.linspace(0, 16 * 2 * np.pi, 200)
    spiral = np.column_stack([0.035 * np.cos(turns), -0.16 + 0.035 * np.sin(turns) - turns * 0.002, -0.30 - turns / turns[-1] * 0.52])
    tail = np.array([(0.05, -0.42, -0.90), (0.12, -0.62, -0.988), (0.30, -0.9, -0.988), (0.10, -1.2, -0.988), (0.3, -1.5, -0.988)])
    parts.add(tube(smooth([start, start + [0, -0.03, -0.08], spiral[0]], 4), 0.006, AIR_HOSE, sides=6), tube(spiral, 0.006, AIR_HOSE, sides=5))
    parts.add(tube(smooth([spiral[-1], *tail], 6), 0.007, AIR_HOSE, sides=6))
    if not used:
        parts.add(tube(smooth([(0, 0.02, 0.05), (0, 0.0, 0.075), (0, -0.05, 0.07), (0, -0.06, 0.0)], 4), 0.004, STEEL, sides=6))
    return parts.model()


