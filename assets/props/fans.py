"""Fans: the local fan of a heading, a portable blower, a wall unit, a supply fan; and the mine's fabric duct."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, bolt, box, cable, cloth, lathe, ring, rod, rounded_box, smooth, torus, tube
from assets.modelling.materials import (
    BLACK_PLASTIC,
    DARK_STEEL,
    GREY_PLASTIC,
    RUBBER,
    SAFETY_YELLOW,
    STEEL,
    WHITE_PLASTIC,
    Material,
    painted,
)

FAN_BLUE = painted(0.05, 0.19, 0.34, 0.45, 0.4)
DUCT_CLOTH = Material((0.62, 0.30, 0.04), "fabric", 0.75, 0.0, 0.6, scale=5.0)
LIT_GREEN = Material((0.1, 0.9, 0.2), "paint", 0.3)
DARK_LAMP = Material((0.05, 0.10, 0.05), "paint", 0.3)


@prop("blower_fan")
def blower_fan(request: PropRequest) -> Model:
    """Variants: ``mine`` local fan on a frame, blowing to +y; ``portable`` with its duct rolled or laid out;
    ``wall_unit`` an air conditioner on a wall at y -0.11; ``supply`` a fresh-air fan in a wall.

    ``running``: lamp lit, strips blowing. The duct of the mine fan is a ``duct_pipe``.
    """
    parts = Assembly()
    variant = request.variant or "mine"
    {"mine": _mine, "portable": _portable, "wall_unit": _wall_unit, "supply": _supply}[variant](
        parts, request.state == "running"
    )
    return parts.model()


def _impeller(radius: float, blades: int, running: bool) -> Mesh:
    """Blades about z; twice as many while it runs, as the eye closes them up."""
    hub = lathe([(0, -0.05), (radius * 0.3, -0.05), (radius * 0.3, 0.03), (0, 0.07)], DARK_STEEL, sides=16)
    count = blades * 2 if running else blades
    blade = (
        box(radius * 0.68, radius * 0.30, 0.008, STEEL.shade(0.7), bevel=0.002).placed(r=0, p=32).placed(radius * 0.62)
    )
    return joined([hub, ring(blade, count)])


def _guard(radius: float, rings: int = 5) -> Mesh:
    """A wire guard over an opening, in the plane z = 0."""
    parts = [torus(radius * (k + 1) / rings, 0.004, STEEL.shade(0.6), sides=24, section=4) for k in range(rings)]
    parts += [
        rod((0, 0, 0.004), (radius * np.cos(a), radius * np.sin(a), 0.004), 0.004, STEEL.shade(0.6), sides=4)
        for a in np.radians(range(0, 360, 45))
    ]
    return joined(parts)


def _mine(parts: Assembly, running: bool) -> None:
    """A twin-stage explosion-proof fan 1.7 m long on a skid frame: bell mouth at -y, starter with its lamp on top."""
    radius, z = 0.33, 0.48
    shell = [
        (radius * 1.28, -0.86),
        (radius * 1.1, -0.80),
        (radius, -0.70),
        (radius, 0.66),
        (radius + 0.03, 0.67),
        (radius + 0.03, 0.70),
        (radius, 0.70),
        (radius - 0.012, 0.70),
        (radius - 0.012, -0.70),
        (radius * 1.26, -0.85),
    ]
    parts.add(lathe(shell, FAN_BLUE, sides=30, split=35, wear=0.3).placed(p=-90).placed(0, 0, z))
    for y in (-0.68, -0.25, 0.2):
        parts.add(
            lathe(
                [(radius, -0.025), (radius + 0.035, -0.025), (radius + 0.035, 0.025), (radius, 0.025)],
                FAN_BLUE.shade(0.85),
                sides=30,
            )
            .placed(p=-90)
            .placed(0, y, z)
        )
        nuts = ring(bolt(0.010, 0.012).placed(radius + 0.02, 0, 0.026), 10)
        parts.add(nuts.placed(p=-90).placed(0, y, z))
    parts.add(
        _impeller(radius * 0.9, 8, running).placed(p=90).placed(0, -0.62, z),
        _guard(radius * 1.15).placed(p=90).placed(0, -0.85, z),
    )
    for x in (-0.30, 0.30):
        parts.add(box(0.08, 1.5, 0.09, DARK_STEEL, bevel=0.012, grid=0.6).placed(x, 0, 0.0))
        parts.add(*(box(0.06, 0.10, 0.16, DARK_STEEL, bevel=0.012).placed(x * 0.72, y, 0.08) for y in (-0.45, 0.45)))
    parts.add(*(box(0.66, 0.09, 0.07, DARK_STEEL, bevel=0.012).placed(0, y, 0.02) for y in (-0.6, 0.0, 0.6)))
    parts.add(
        rounded_box(0.30, 0.24, 0.34, painted(0.30, 0.05, 0.03, 0.45, 0.4), radius=0.03).placed(
            0.12, 0.15, z + radius - 0.02
        )
    )
    lamp = lathe([(0, 0), (0.022, 0), (0.022, 0.012), (0, 0.018)], LIT_GREEN if running else DARK_LAMP, sides=12)
    parts.add(lamp.placed(r=90).placed(0.275, 0.19, z + radius + 0.22), to="glow" if running else "opaque")
    parts.sign("fan_plate", 0.42, 0.105, 0.3425, -0.02, z - 0.05, turn=-90)
    parts.sign("fan_plate", 0.42, 0.105, -0.3425, -0.02, z - 0.05, turn=90)
    arrow = painted(0.8, 0.78, 0.7)
    parts.add(
        box(0.006, 0.30, 0.05, arrow, bevel=0.001).placed(0.338, -0.02, z + 0.12),
        box(0.006, 0.30, 0.05, arrow, bevel=0.001).placed(-0.338, -0.02, z + 0.12),
    )
    parts.add(
        cable(
            [(0.2, 0.1, z + radius + 0.05), (0.42, -0.1, z + 0.1), (0.45, -0.5, 0.1), (0.3, -1.2, 0.03)], 0.018, RUBBER
        )
    )


def _riser(parts: Assembly, running: bool) -> None:
    """The duct's first length, from the fan up to where it hangs at (0.17, 2.2, 2.12); flat when there is no air."""
    way = [
        (0, 0.68, 0.48),
        (0.0, 0.86, 0.50),
        (0.08, 1.35, 1.15),
        (0.16, 1.80, 1.95),
        (0.17, 2.02, 2.11),
        (0.17, 2.2, 2.12),
    ]
    line = smooth(way, 4)
    radius = np.linspace(0.335, DUCT_R, len(line)) * (1 + 0.02 * (np.arange(len(line)) % 2))
    parts.add(
        tube(line, radius, DUCT_CLOTH, sides=18, squash=(1.0, 1.0) if running else (0.75, 0.22), split=50, caps=False)
    )


def _portable(parts: Assembly, running: bool) -> None:
    """A yellow confined-space blower with its handle; its duct laid out along +y, or folded before it."""
    parts.add(
        lathe(
            [(0.20, -0.20), (0.215, -0.18), (0.215, 0.18), (0.20, 0.20), (0.19, 0.20), (0.19, -0.20)],
            SAFETY_YELLOW,
            sides=28,
            split=35,
        )
        .placed(p=-90)
        .placed(0, 0, 0.26)
    )
    parts.add(
        _impeller(0.17, 6, running).placed(p=90).placed(0, -0.05, 0.26),
        *(_guard(0.19, 4).placed(p=90).placed(0, y, 0.26) for y in (-0.19, 0.19)),
    )
    parts.add(
        *(box(0.05, 0.34, 0.13, BLACK_PLASTIC, bevel=0.012).placed(x) for x in (-0.15, 0.15)),
        tube([(0, -0.12, 0.46), (0, -0.12, 0.53), (0, 0.12, 0.53), (0, 0.12, 0.46)], 0.014, BLACK_PLASTIC, sides=8),
    )
    parts.add(
        box(0.13, 0.10, 0.10, BLACK_PLASTIC, bevel=0.012).placed(0.22, 0, 0.22),
        cable([(0.26, 0, 0.22), (0.4, -0.1, 0.03), (0.6, -0.5, 0.02), (0.45, -1.0, 0.02)], 0.009, RUBBER),
    )
    if running:
        y = np.linspace(0.2, 2.4, 45)
        line = np.stack([0.12 * np.sin(y * 1.4), y, np.maximum(0.26 - 0.09 * (y - 0.2), 0.13)], -1)
        parts.add(tube(line, 0.125 + 0.010 * (np.arange(45) % 2), DUCT_CLOTH, sides=16, split=40, caps=False))
    else:
        for k in range(9):
            parts.add(
                torus(0.13, 0.016, DUCT_CLOTH, sides=24, section=6).placed(p=-90).placed(-0.02, 0.30 + 0.026 * k, 0.15)
            )
        parts.add(
            tube(
                [(-0.15, 0.42, 0.15), (0, 0.45, 0.30), (0.15, 0.42, 0.15)],
                0.012,
                BLACK_PLASTIC,
                sides=5,
                squash=(1.6, 0.4),
            )
        )


def _wall_unit(parts: Assembly, running: bool) -> None:
    """A split air conditioner 0.85 m wide, its flap open and display lit when running."""
    parts.add(rounded_box(0.85, 0.21, 0.29, WHITE_PLASTIC, radius=0.05).placed(0, 0, 0.0))
    flap = box(0.74, 0.008, 0.075, WHITE_PLASTIC, bevel=0.003)
    parts.add(
        flap.placed(p=-55 if running else -8).placed(0, 0.10, 0.025 if running else 0.03),
        box(0.72, 0.012, 0.05, BLACK_PLASTIC, bevel=0.002).placed(0, 0.092, 0.03),
    )
    parts.add(
        *(box(0.76, 0.006, 0.006, GREY_PLASTIC, bevel=0.001).placed(0, -0.07 + 0.03 * k, 0.288) for k in range(5))
    )
    display = box(0.10, 0.004, 0.03, LIT_GREEN if running else BLACK_PLASTIC, bevel=0.001).placed(-0.30, 0.106, 0.11)
    parts.add(display, to="glow" if running else "opaque")
    parts.add(cable([(0.38, -0.08, 0.02), (0.40, -0.09, -0.2), (0.41, -0.09, -0.9)], 0.022, WHITE_PLASTIC))


def _supply(parts: Assembly, running: bool) -> None:
    """A fresh-air axial fan 0.7 m in its wall frame with a louvre; strips of cloth blow out while it runs."""
    ring_shape = [(0.30, -0.14), (0.335, -0.14), (0.335, 0.14), (0.30, 0.14), (0.30, -0.14)]
    parts.add(
        lathe(ring_shape, FAN_BLUE.coloured(0.30, 0.32, 0.33), sides=30, split=35).placed(p=-90).placed(0, 0, 0.36)
    )
    parts.add(
        *(box(0.74, 0.06, 0.05, DARK_STEEL, bevel=0.008).placed(0, 0, z) for z in (0.0, 0.68)),
        *(box(0.05, 0.06, 0.73, DARK_STEEL, bevel=0.008).placed(x) for x in (-0.35, 0.35)),
    )
    parts.add(
        _impeller(0.28, 6, running).placed(p=90).placed(0, 0, 0.36), _guard(0.31).placed(p=90).placed(0, 0.15, 0.36)
    )
    for x in (-0.12, 0.0, 0.12):
        u = np.linspace(0, 1, 7)
        sway = 0.32 * u if running else 0.02 * u
        drop = 0.06 * np.sin(u * 6) if running else -0.30 * u
        strip = np.stack(
            [np.stack([x + s * 0.012 + 0.02 * np.sin(5 * u), 0.16 + sway, 0.40 + drop], -1) for s in (-1, 1)]
        )
        parts.add(cloth(strip, Material((0.7, 0.05, 0.03), "fabric", 0.8, scale=6.0), two_sided=True))


DUCT_R = 0.40


def fabric_duct(state: str) -> Model:
    """A mine's fabric duct 0.8 m across and 10 m long along x, hung from a wire at z 0.55; its axis at z 0.

    ``ok`` full and round; ``torn`` with a flapping slit 1 m long at x 0..1; ``flat`` collapsed, without air.
    """
    parts = Assembly()
    x = np.linspace(-5, 5, 65)
    angle = np.linspace(np.pi / 2, np.pi / 2 + 2 * np.pi, 23)
    gx, ga = np.meshgrid(x, angle, indexing="ij")
    seam = (
        1 - 0.035 * np.exp(-((((gx + 5) % 2.5) / 0.06) ** 2)) - 0.035 * np.exp(-((((gx + 5) % 2.5 - 2.5) / 0.06) ** 2))
    )
    wrinkle = 1 + 0.012 * np.sin(gx * 9 + 3 * np.sin(ga)) + 0.008 * np.sin(gx * 23 + ga * 4)
    radius = DUCT_R * seam * wrinkle
    y, z = radius * np.cos(ga), radius * np.sin(ga)
    if state == "flat":
        fold = 0.09 + 0.03 * np.sin(gx * 1.3)
        y = np.cos(ga) * fold * (1 + 0.5 * np.sin(gx * 3 + ga))
        z = 0.40 - (1 - np.sin(ga)) * 0.52 + 0.04 * np.sin(gx * 2.5)
    points = np.stack([gx, y, z], -1)
    mesh = cloth(points, DUCT_CLOTH, split=50, two_sided=state == "torn")
    if state == "torn":
        mesh = _slit(mesh)
        parts.add(*_flaps())
    parts.add(mesh)
    if state != "torn":
        parts.add(
            *(cloth(points[end][:, ::-1], DUCT_CLOTH.shade(0.6), split=50) for end in (slice(0, 9), slice(-9, None)))
        )
    parts.add(rod((-5, 0, 0.56), (5, 0, 0.56), 0.004, STEEL.shade(0.5), sides=4, grid=2.0))
    for at in np.arange(-4.75, 5, 0.5):
        top = 0.41 if state == "flat" else DUCT_R
        parts.add(
            tube(
                [(at, 0, top - 0.01), (at + 0.01, 0, (top + 0.56) / 2), (at, 0, 0.565)],
                0.005,
                STEEL.shade(0.5),
                sides=4,
            )
        )
    for at in (-4.98, -2.5, 0.0, 2.5, 4.98):
        if state != "flat":
            parts.add(torus(DUCT_R * 0.975, 0.008, DARK_STEEL, sides=32, section=5).placed(r=90).placed(at))
    return parts.model()


def _in_slit(x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Inside the slit: on the side towards -y (the roadway's middle when hung on its left), a metre long."""
    angle = np.degrees(np.arctan2(z, -y))
    half = 13 * np.sin(np.pi * np.clip(x, 0, 1)) + 2 * np.sin(x * 31)
    return (x > 0) & (x < 1) & (np.abs(angle + 18) < half) & (y < 0)


def _slit(mesh: Mesh) -> Mesh:
    middle = mesh.position[mesh.faces].mean(1)
    kept = ~_in_slit(*middle.T)
    return Mesh(mesh.faces[kept], mesh.position, mesh.normal, mesh.uvl, mesh.colour, mesh.surface)


def _flaps() -> list[Mesh]:
    """The torn edges blown outward."""
    found = []
    for base, lift in ((-6.0, 0.10), (-30.0, -0.22)):
        u, v = np.meshgrid(np.linspace(0.05, 0.95, 15), np.linspace(0, 1, 5))
        a = np.radians(base + 0 * u)
        out = 0.02 + (0.13 * np.sin(np.pi * u) + 0.03 * np.sin(u * 25)) * v
        y = -(DUCT_R + out) * np.cos(a)
        z = (DUCT_R + out * 0.4) * np.sin(a) + lift * v * np.sin(np.pi * u)
        found.append(cloth(np.stack([u, y, z], -1), DUCT_CLOTH.shade(0.85), two_sided=True))
    return found
