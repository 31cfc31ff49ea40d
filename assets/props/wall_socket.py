"""Sockets of a home: on the wall (with or without splash cover, or as a switch), and the movable plug board."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, ball, box, cable, lathe, rounded_box, sign_flat, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, CABLE_BLACK, WHITE_PLASTIC, Material, plastic

PLATE = plastic(0.82, 0.82, 0.79, 0.3)
YELLOWED = plastic(0.70, 0.64, 0.46, 0.45)
CLEAR = Material((0.60, 0.66, 0.68), "paint", 0.08, 0.0, 0.0)
WATER = Material((0.55, 0.60, 0.62), "paint", 0.03, 0.0, 0.0)
SCORCH = Material((0.10, 0.065, 0.04), "grease", 0.9, 0.0, 0.04)
LED_RED = plastic(1.0, 0.08, 0.04)


@prop("wall_socket")
def wall_socket(request: PropRequest) -> Model:
    """A plate 86 mm square on the wall at y -0.015: socket, socket with cover, wet bare socket, or a double switch."""
    parts = Assembly()
    plate = YELLOWED if request.state == "bare" else PLATE
    parts.add(
        rounded_box(0.086, 0.012, 0.086, plate, radius=0.004, segments=10).placed(0, -0.009, 0.002),
        rounded_box(0.064, 0.010, 0.064, plate.shade(0.96), radius=0.003, segments=8).placed(0, -0.006, 0.013),
    )
    if request.state == "switch":
        for x, lean in ((-0.0155, 4), (0.0155, -4)):
            parts.add(
                rounded_box(0.029, 0.008, 0.058, PLATE, radius=0.003, segments=8).placed(x, -0.001, 0.016, p=lean)
            )
            parts.add(box(0.010, 0.002, 0.003, plastic(0.2, 0.6, 0.3), bevel=0.0006).placed(x, 0.0042, 0.064))
        parts.sign("switch_words", 0.036, 0.012, 0, -0.0026, 0.0025)
        return parts.model()
    parts.sign("socket_holes", 0.058, 0.058, 0, -0.0004, 0.016)
    if request.state == "splash_cover":
        _splash_cover(parts)
    if request.state == "bare":
        _wet(parts)
    return parts.model()


def _splash_cover(parts: Assembly) -> None:
    """A hinged clear box over the socket, closed."""
    parts.add(box(0.092, 0.010, 0.092, PLATE.shade(0.9), bevel=0.003).placed(0, -0.006, -0.001))
    shell = [
        box(0.088, 0.003, 0.088, CLEAR, bevel=0.001).placed(0, 0.033, 0.001),
        *(box(0.003, 0.034, 0.088, CLEAR, bevel=0.001).placed(x, 0.016, 0.001) for x in (-0.0425, 0.0425)),
        *(box(0.082, 0.034, 0.003, CLEAR, bevel=0.001).placed(0, 0.016, z) for z in (0.001, 0.086)),
    ]
    parts.add(*shell, to="glass")
    parts.add(
        tube([(-0.03, 0.006, 0.0905), (0.03, 0.006, 0.0905)], 0.003, PLATE, sides=8),
        rounded_box(0.024, 0.006, 0.008, PLATE, radius=0.002, segments=8).placed(0, 0.036, 0.002),
    )


def _wet(parts: Assembly) -> None:
    """Drops on the plate and the wall, a run below, a brown trace round the slots."""
    rng = np.random.default_rng(8)
    for _ in range(30):
        x, z = rng.uniform(-0.04, 0.04), rng.uniform(0.004, 0.085)
        y = -0.0002 if abs(x) < 0.031 and 0.014 < z < 0.076 else -0.0028
        parts.add(ball(rng.uniform(0.0014, 0.0030), WATER, sides=6).placed(x, y, z))
    for x in (-0.026, 0.004, 0.022):
        run = [(x, -0.004, 0.01), (x + 0.002, -0.013, -0.012), (x, -0.0135, -0.06 - 0.4 * abs(x))]
        parts.add(tube(smooth(run, 3), 0.0014, WATER, sides=6, squash=(1, 0.5)), to="glass")


def flat_plug(tint: Material) -> Mesh:
    """A moulded plug sitting in a socket whose face is z = 0, its cable leaving to -y."""
    return joined(
        [
            rounded_box(0.034, 0.036, 0.026, tint, radius=0.008, segments=8).placed(0, 0, 0.0),
            tube([(0, -0.016, 0.016), (0, -0.034, 0.016)], 0.006, tint, sides=8),
        ]
    )


@prop("plug_board")
def plug_board(request: PropRequest) -> Model:
    """A plug board 0.35 m long, ``overloaded`` with plugs and adaptors; ``wet`` lies in water, two plugs in."""
    parts = Assembly()
    wet = request.state == "wet"
    parts.add(
        rounded_box(0.35, 0.058, 0.036, WHITE_PLASTIC if not wet else YELLOWED, radius=0.008, segments=8).placed(
            0, 0, 0.0
        )
    )
    spots = (-0.125, -0.06, 0.005, 0.07)
    for x in spots:
        parts.add(sign_flat("socket_holes", 0.046, 0.046).placed(x, 0, 0.0366), to="sign")
    parts.add(
        rounded_box(0.024, 0.018, 0.008, plastic(0.6, 0.04, 0.03, 0.3), radius=0.003, segments=8).placed(
            0.145, 0, 0.034
        ),
        to="opaque" if request.state == "ok" else "glow",
    )
    parts.add(
        cable(
            [(-0.175, 0, 0.018), (-0.24, 0.02, 0.01), (-0.34, -0.02, 0.006), (-0.46, 0.03, 0.006)],
            0.0055,
            WHITE_PLASTIC,
            on_ground=True,
            sides=7,
        )
    )
    if request.state != "ok":
        _plugged(parts, spots, wet)
    if wet:
        _in_water(parts)
    return parts.model()


def _plugged(parts: Assembly, spots: tuple[float, ...], wet: bool) -> None:
    """Plugs with their cables going off to -y; overloaded, an adaptor on an adaptor and a scorched socket."""
    chosen = spots[1:3] if wet else spots
    for k, x in enumerate(chosen):
        tint = (BLACK_PLASTIC, plastic(0.55, 0.56, 0.57), BLACK_PLASTIC, WHITE_PLASTIC)[k]
        lift = 0.036
        if not wet and k == 2:
            parts.add(
                rounded_box(0.046, 0.046, 0.05, WHITE_PLASTIC, radius=0.008, segments=8).placed(x, 0, lift),
                flat_plug(BLACK_PLASTIC).placed(x + 0.036, 0, lift + 0.026, r=90),
            )
            lift += 0.05
            parts.add(
                cable(
                    [(x + 0.055, -0.03, 0.06), (x + 0.07, -0.09, 0.03), (x + 0.10, -0.2, 0.006)],
                    0.004,
                    CABLE_BLACK,
                    sides=6,
                )
            )
        parts.add(flat_plug(tint).placed(x, 0, lift))
        end = (x + 0.05 * (k - 1.2), -0.26 - 0.03 * k, 0.005)
        parts.add(
            cable(
                [(x, -0.034, lift + 0.016), (x, -0.07, lift), (x + 0.02 * (k - 1), -0.13, 0.008), end],
                0.0042,
                tint,
                sides=6,
            )
        )
    if not wet:
        parts.add(
            lathe([(0, 0), (0.03, 0), (0.018, 0.0006), (0, 0.0008)], SCORCH, sides=16).placed(
                spots[0] + 0.02, 0.004, 0.0362
            )
        )


def _in_water(parts: Assembly) -> None:
    """A film of water round the board and drops all over it."""
    rng = np.random.default_rng(30)
    film = lathe(
        [(0, 0.0), (0.26, 0.0), (0.265, 0.001), (0.25, 0.0025), (0, 0.003)],
        Material((0.12, 0.13, 0.13), "paint", 0.03, 0.0, 0.0),
        sides=30,
        split=80,
    )
    position = film.position * np.array([1.05, 0.62, 1.0], np.float32)
    angle = np.arctan2(position[:, 1], position[:, 0])
    position[:, :2] *= (1 + 0.12 * np.sin(angle * 3 + 2) + 0.07 * np.sin(angle * 8))[:, None].astype(np.float32)
    parts.add(Mesh(film.faces, position.astype(np.float32), film.normal, film.uvl, film.colour, film.surface))
    for _ in range(46):
        parts.add(
            ball(rng.uniform(0.0018, 0.0042), WATER, sides=6).placed(
                rng.uniform(-0.165, 0.165), rng.uniform(-0.025, 0.025), 0.036
            )
        )
    for _ in range(14):
        parts.add(
            ball(rng.uniform(0.002, 0.004), WATER, sides=6).placed(
                rng.uniform(-0.165, 0.165), 0.029, rng.uniform(0.008, 0.03)
            )
        )
