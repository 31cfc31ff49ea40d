"""Cables of the yard, each on its own course. Their frame is the scene's, shifted to where they are placed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, box, cable, frames, laid, lathe, profile, rock, rod, sheet, smooth, tube
from assets.modelling.materials import (
    BRASS,
    CABLE_BLACK,
    CERAMIC,
    DARK_STEEL,
    PVC_WHITE,
    SAFETY_YELLOW,
    STEEL,
    Material,
)
from assets.modelling.sweeps import ring_mesh
from assets.props.home_cables import flying_lead, sewer_cable
from assets.props.parts.electrical_parts import PHASES
from assets.props.split_sheath import split_cable
from assets.props.switch_box import BREAKER_X, RAIL_Z

RADIUS = 0.015
CABLE_GREY = CABLE_BLACK.but(colour=(0.30, 0.31, 0.32))
WATER = -0.008
"""Height of the cable's middle where it lies in the puddle: its lower half is under water."""


@prop("cable_run")
def cable_run(request: PropRequest) -> Model:
    """One of the courses: feed, twin, road, pump, over, hooks along a wall, and hung below a strut."""
    parts = Assembly()
    _COURSES[request.variant or "feed"](parts, request.state)
    return parts.model()


def _feed(parts: Assembly, state: str) -> None:
    """From the switch box to the distribution box in white PVC channel, clipped down at every joint."""
    corners = [(-2.5, -1.7), (-1.9, -1.05), (-0.1, 0.05), (1.7, 1.35), (2.5, 1.6)]
    for a, b in zip(corners, corners[1:], strict=False):
        length = float(np.hypot(b[0] - a[0], b[1] - a[1]))
        heading = float(np.degrees(np.arctan2(b[1] - a[1], b[0] - a[0]))) - 90
        pieces = max(1, round(length / 1.0))
        for k in range(pieces):
            t = (k + 0.5) / pieces
            at = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
            parts.add(_channel(length / pieces - 0.006).placed(*at, 0.0, h=heading))
            if k:
                joint = (a[0] + (b[0] - a[0]) * k / pieces, a[1] + (b[1] - a[1]) * k / pieces)
                parts.add(_saddle().placed(*joint, 0.0, h=heading))
    for end, up in (((-2.5, -1.7), (-2.45, -1.60)), ((2.5, 1.6), (2.4, 1.62))):
        parts.add(
            cable([(*up, 0.03), (*end, 0.05), (end[0], end[1], 0.14), (end[0], end[1], 0.30)], 0.016, CABLE_BLACK)
        )


def _channel(length: float) -> Mesh:
    """A length of floor channel along y with a domed lid."""
    dome = [
        (-0.055, 0),
        (-0.052, 0.006),
        (-0.036, 0.034),
        (-0.02, 0.042),
        (0.02, 0.042),
        (0.036, 0.034),
        (0.052, 0.006),
        (0.055, 0),
    ]
    return profile(dome, length, PVC_WHITE, split=40)


def _saddle() -> Mesh:
    line = [
        (-0.085, 0.002),
        (-0.06, 0.002),
        (-0.042, 0.036),
        (-0.022, 0.046),
        (0.022, 0.046),
        (0.042, 0.036),
        (0.06, 0.002),
        (0.085, 0.002),
    ]
    return sheet(line, 0.003, 0.03, STEEL)


def _twin(parts: Assembly, state: str) -> None:
    """The loads' cable ends at the breaker: two under the same screws, or one and a coil on the ground."""
    floor, inside = 0.0, 0.09
    terminal_z = RAIL_Z - 0.80 - 0.055
    screws = [(-BREAKER_X - 0.0185 * (1.5 - k), 0.13, terminal_z) for k in range(3)]
    ends = [(CABLE_BLACK, 0.155, -0.035)]
    if state == "doubled":
        ends.append((CABLE_GREY, 0.085, 0.04))
    for material, x, sway in ends:
        throat = (x, inside, 0.055)
        parts.add(
            tube(smooth([(x, inside - 0.005, floor - 0.06), (x, inside, 0.0), throat], 5), RADIUS, material, sides=10)
        )
        for k, screw in enumerate(screws):
            fan = [throat, (x + 0.006 * (k - 1), inside + 0.008, 0.12), (screw[0], 0.115, screw[2] - 0.05), screw]
            parts.add(tube(smooth(fan, 5), 0.0046, PHASES[k], sides=7))
        down = [
            (x, inside - 0.005, -0.05),
            (x + sway * 0.3, 0.03, -0.25),
            (x + sway, -0.06, -0.62),
            (x + sway * 1.5, -0.12, -0.77),
            (0.02 + sway * 3, -0.26, -0.787),
        ]
        parts.add(cable(down, RADIUS, material))
    for screw in screws:
        parts.add(lathe([(0, -0.008), (0.0065, -0.008), (0.0065, 0.006), (0, 0.008)], BRASS, sides=8).placed(*screw))
    if state == "ok":
        parts.add(_coil().placed(0.16, -0.30, -0.80))


def _coil() -> Mesh:
    """A cable coiled on the ground, its end taped."""
    turn = np.linspace(0, 3.4 * 2 * np.pi, 80)
    radius = 0.11 + 0.016 * np.sin(turn * 0.37)
    line = np.stack([radius * np.cos(turn), radius * np.sin(turn), 0.012 + 0.0072 * turn / np.pi], axis=1)
    return tube(line, RADIUS * 0.9, CABLE_GREY, sides=7)


ROAD_COURSE = (
    (-2.6, 0.20),
    (-2.0, 0.10),
    (-1.35, -0.02),
    (-0.9, 0.06),
    (-0.2, 0.02),
    (0.45, 0.08),
    (1.0, -0.02),
    (1.7, 0.06),
    (2.6, -0.10),
)


def _road(parts: Assembly, state: str) -> None:
    """Across the cart track: flattened by wheels, or sound under a ramp."""
    line = laid(smooth([(x, y, 0) for x, y in ROAD_COURSE], 10), RADIUS)
    if state == "ok":
        parts.add(tube(line, RADIUS, CABLE_BLACK, sides=10))
        for k in range(3):
            _ramp(parts, -1.0 + 0.8 * k, 0.03)
        return
    for wheel in (-0.95, 0.55):
        line[:, 2] -= 0.006 * np.exp(-(((line[:, 0] - wheel) / 0.16) ** 2))
    flat = sum(np.exp(-(((line[:, 0] - wheel) / 0.20) ** 2)) for wheel in (-0.95, 0.55))
    parts.add(_squeezed(line, np.clip(flat, 0, 1)))
    for wheel in (-0.95, 0.55):
        _wheel_marks(parts, line, wheel)


def _squeezed(line: NDArray, flat: NDArray) -> Mesh:
    """A cable pressed flat where ``flat`` (per point) is 1: two and a half times as wide, a third as high."""
    _, right, up = frames(line)
    angle = np.arange(12) / 12 * 2 * np.pi
    wide, high = RADIUS * (1 + 1.5 * flat), RADIUS * (1 - 0.66 * flat)
    ring = line[:, None] + right[:, None] * (np.cos(angle)[None, :] * wide[:, None])[..., None]
    ring = ring + up[:, None] * (np.sin(angle)[None, :] * high[:, None])[..., None]
    return ring_mesh(ring, CABLE_BLACK)


def _wheel_marks(parts: Assembly, line: NDArray, wheel: float) -> None:
    """Pale scuffs and cuts pressed into the flat place, and clods of mud thrown up beside it."""
    near = line[np.abs(line[:, 0] - wheel) < 0.19]
    scuff = CABLE_BLACK.but(colour=(0.20, 0.17, 0.14), roughness=0.9)
    for k, point in enumerate(near[::2]):
        parts.add(
            box(0.009, 0.042, 0.0022, scuff, bevel=0.0008).placed(
                point[0], point[1], point[2] + 0.004, h=18 * (-1) ** k
            )
        )
    clod = Material((0.62, 0.52, 0.42), "mud", 0.9, 0.0, 0.8, scale=2.0)
    rng = np.random.default_rng(int(wheel * 100) % 97)
    for k in range(12):
        x, y = wheel + rng.uniform(-0.20, 0.20), rng.choice((-1, 1)) * rng.uniform(0.06, 0.17)
        parts.add(rock(rng.uniform(0.012, 0.030), k, clod).placed(x, y + 0.02, 0.002, h=rng.uniform(0, 180)))


def _ramp(parts: Assembly, x: float, y: float) -> None:
    """A section of cable protector: black rubber, yellow lid, 0.8 m wide across the track."""
    black = [(-0.24, 0), (0.24, 0), (0.24, 0.006), (0.11, 0.052), (-0.11, 0.052), (-0.24, 0.006)]
    tunnel = [(-0.03, 0), (-0.03, 0.03), (0.03, 0.03), (0.03, 0)]
    rubber = CABLE_BLACK.but(texture="rubber", roughness=0.7, bump=0.4)
    parts.add(profile(black, 0.796, rubber, holes=[[(px, pz - 0.0005) for px, pz in tunnel]]).placed(x, y, h=90))
    parts.add(box(0.79, 0.20, 0.012, SAFETY_YELLOW, bevel=0.004, wear=0.6).placed(x, y, 0.048))
    for side in (-1, 1):
        parts.add(
            *(
                box(0.09, 0.02, 0.006, SAFETY_YELLOW, bevel=0.002).placed(
                    x + dx, y + side * 0.17, 0.027, p=-side * 19.5
                )
                for dx in (-0.26, 0, 0.26)
            )
        )


PUMP_COURSE = ((-1.1, 2.1), (-0.95, 1.6), (-0.55, 1.15), (-0.62, 0.7), (-0.15, 0.25), (0.15, -0.35), (0.42, -0.72))
SPLIT = np.array([0.6, -1.0, WATER])


def _pump(parts: Assembly, state: str) -> None:
    """From the switch box into the puddle, past the split, up to the pump's gland."""
    ahead = np.array([0.55, -0.835, 0.0])
    ahead /= np.linalg.norm(ahead)
    before, after = SPLIT - ahead * 0.10, SPLIT + ahead * 0.10
    dry = laid([(x, y, 0) for x, y in PUMP_COURSE], RADIUS)
    dry[-1, 2], dry[-2, 2] = WATER + 0.004, RADIUS * 0.6
    wet = [
        after + ahead * 0.14,
        (0.93, -1.36, WATER),
        (1.12, -1.50, WATER + 0.002),
        (1.30, -1.60, 0.05),
        (1.355, -1.66, 0.26),
        (1.36, -1.71, 0.42),
        (1.352, -1.742, 0.475),
        (1.35, -1.75, 0.45),
    ]
    parts.add(cable(np.vstack([dry, before - ahead * 0.05, before]), RADIUS, CABLE_BLACK, sides=10))
    parts.add(cable(np.vstack([after, after + ahead * 0.05, *wet]), RADIUS, CABLE_BLACK, sides=10))
    if state == "copper_showing":
        parts.add(
            *split_cable(np.array([before, SPLIT - ahead * 0.03, SPLIT + ahead * 0.03, after]), RADIUS * 1.04, seed=5)
        )
    else:
        parts.add(tube(np.array([before, SPLIT, after]), RADIUS, CABLE_BLACK, sides=10))


def _over(parts: Assembly, state: str) -> None:
    """Along the wall on insulators on brackets, with a slight sag."""
    posts = np.linspace(-2.4, 2.4, 7)
    points: list[tuple[float, float, float]] = []
    for k, x in enumerate(posts):
        parts.add(box(0.05, 0.05, 0.12, DARK_STEEL, bevel=0.004).placed(x, 0.085, -0.03))
        parts.add(rod((x, 0.07, 0.0), (x, 0.0, 0.0), 0.008, STEEL, sides=6))
        parts.add(_insulator().placed(x, 0.0, -0.01))
        points.append((x, 0.0, 0.058))
        if k + 1 < len(posts):
            points.append(((x + posts[k + 1]) / 2, 0.0, 0.010))
    parts.add(tube(smooth(points, 6), RADIUS, CABLE_BLACK, sides=8))
    for x in posts:
        parts.add(rod((x - 0.02, 0.0, 0.058), (x + 0.02, 0.0, 0.058), RADIUS * 1.25, BRASS, sides=8))


def _insulator() -> Mesh:
    """A white ceramic shackle insulator, upright, with a groove for the cable at its head."""
    skirt = [
        (0, 0),
        (0.024, 0),
        (0.030, 0.008),
        (0.020, 0.018),
        (0.020, 0.024),
        (0.032, 0.032),
        (0.022, 0.044),
        (0.018, 0.05),
        (0.024, 0.058),
        (0.020, 0.068),
        (0, 0.070),
    ]
    return lathe(skirt, CERAMIC, sides=14, split=60)


def _hooks(parts: Assembly, _state: str) -> None:
    """A power cable and a signal cable on hooks along x, 5 m, before a wall at y -0.12; whole sheaths."""
    stations = np.linspace(-2.5, 2.5, 6)
    for z, radius, material in ((0.0, 0.024, CABLE_BLACK), (-0.11, 0.015, CABLE_GREY)):
        line = []
        for a, b in zip(stations, stations[1:], strict=False):
            t = np.linspace(0, 1, 8)[:-1]
            line += [(a + (b - a) * s, 0.0, z - 0.05 * 4 * s * (1 - s)) for s in t]
        parts.add(tube(np.array([*line, (2.5, 0.0, z)]), radius, material, sides=9))
    for x in stations:
        parts.add(rod((x, -0.11, 0.16), (x, -0.11, -0.22), 0.011, DARK_STEEL, sides=6))
        for z in (0.0, -0.11):
            hook = [(x, -0.11, z + 0.02), (x, -0.03, z - 0.03), (x, 0.025, z - 0.028), (x, 0.042, z + 0.01)]
            parts.add(tube(smooth(hook, 4), 0.008, DARK_STEEL, sides=6))


def _strut(parts: Assembly, _state: str) -> None:
    """A pump's cable along x, 5 m, hung on insulators from a wire rope, off the wet floor."""
    stations = np.linspace(-2.5, 2.5, 7)
    parts.add(rod((-2.5, 0, 0.14), (2.5, 0, 0.14), 0.005, STEEL, sides=5, grid=1.0))
    line = []
    for a, b in zip(stations, stations[1:], strict=False):
        line += [(a + (b - a) * s, 0.0, -0.06 * 4 * s * (1 - s)) for s in np.linspace(0, 1, 7)[:-1]]
    parts.add(tube(np.array([*line, (2.5, 0.0, 0.0)]), RADIUS, CABLE_BLACK, sides=9))
    for x in stations:
        parts.add(
            _insulator().placed(x, 0.0, 0.02),
            tube([(x, 0, 0.05), (x + 0.01, 0, 0.10), (x, 0, 0.145)], 0.003, STEEL, sides=5),
        )


_COURSES = {
    "feed": _feed,
    "twin": _twin,
    "road": _road,
    "pump": _pump,
    "over": _over,
    "hooks": _hooks,
    "strut": _strut,
    "flying": flying_lead,
    "reel": sewer_cable,
}
