"""Wire-rope slings: hung from a hook or racked, whole or with broken wires."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined
from assets.modelling import Assembly, box, rod, tube
from assets.modelling.materials import DARK_STEEL, RUSTY_STEEL, STEEL, Material, painted
from assets.props.parts.ropes import WIRE, WIRE_BRIGHT

SLING_R = 0.010


@prop("wire_sling")
def wire_sling(request: PropRequest) -> Model:
    """A wire-rope sling 3 m long. Variants: ``hung`` from a hook at z 0 in two legs down to z -1.4; ``rack`` in coils.

    ``broken_wires``: bird-caged and with broken wires standing out at z -0.7 of one leg, no tag.
    """
    parts = Assembly()
    if request.variant == "rack":
        _racked(parts)
        return parts.model()
    for side in (-1, 1):
        foot = (side * 0.52, 0.0, -1.38)
        worn = request.state == "broken_wires" and side < 0
        _leg(parts, (side * 0.03, 0, 0.0), foot, worn)
    if request.state == "ok_tagged":
        parts.add(
            box(0.09, 0.004, 0.13, painted(0.1, 0.4, 0.2, 0.4), bevel=0.001).placed(0.20, 0.02, -0.60),
            rod((0.20, 0.01, -0.46), (0.22, 0.0, -0.40), 0.002, STEEL, sides=4),
        )
        parts.sign("sling_tag", 0.084, 0.12, 0.20, 0.0232, -0.595)
    return parts.model()


def _rope(points: np.ndarray, material: Material = WIRE) -> Mesh:
    """Rope of six strands: a twisted six-lobed section along a line."""
    p = np.asarray(points, float)
    strands = []
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    fine = np.linspace(0, along[-1], max(8, int(along[-1] / 0.035)))
    line = np.stack([np.interp(fine, along, p[:, k]) for k in range(3)], -1)
    side = np.cross(np.gradient(line, axis=0), (0.0, 1.0, 0.02))
    side /= np.linalg.norm(side, axis=1)[:, None]
    other = np.cross(np.gradient(line, axis=0), side)
    other /= np.linalg.norm(other, axis=1)[:, None]
    for k in range(4):
        turn = fine / 0.13 * 2 * np.pi + k * np.pi / 2
        strands.append(
            tube(
                line + 0.55 * SLING_R * (side * np.cos(turn)[:, None] + other * np.sin(turn)[:, None]),
                SLING_R * 0.55,
                material,
                sides=4,
                caps=False,
            )
        )
    return joined(strands)


def _eye(at: np.ndarray, towards: np.ndarray) -> list[Mesh]:
    """A pressed eye with its thimble at ``at`` and the ferrule where it joins the rope."""
    ahead = (towards - at) / np.linalg.norm(towards - at)
    aside = np.array([-ahead[2], 0, ahead[0]])
    t = np.linspace(0.12 * np.pi, 1.88 * np.pi, 15)
    loop = np.array([at + ahead * (0.11 * (1 + np.cos(a))) + aside * 0.055 * np.sin(a) for a in t])
    ferrule = rod(at + ahead * 0.21, at + ahead * 0.31, 0.019, STEEL, sides=10)
    return [
        tube(loop, SLING_R * 0.95, WIRE, sides=7),
        tube(loop, SLING_R * 1.25, STEEL, sides=6, squash=(1.0, 0.6)),
        ferrule,
    ]


def _leg(parts: Assembly, top: tuple[float, float, float], foot: tuple[float, float, float], worn: bool) -> None:
    a, b = np.array(top), np.array(foot)
    parts.add(*_eye(a, b), *_eye(b, a))
    line = np.array([a + (b - a) * t for t in np.linspace(0.14, 0.86, 12)])
    if not worn:
        parts.add(_rope(line))
        return
    middle = a + (b - a) * 0.5
    parts.add(_rope(line[:5]), _rope(line[7:]))
    ahead = (b - a) / np.linalg.norm(b - a)
    aside = np.array([-ahead[2], 0, ahead[0]])
    deep = np.array([0.0, 1.0, 0.0])
    start, end = line[4], line[7]
    for k in range(7):
        turn = np.linspace(0, 1.1, 13) * np.pi + k * 2 * np.pi / 7
        bulge = 0.006 + 0.030 * np.sin(np.linspace(0, np.pi, 13))
        axis = start + (end - start) * np.linspace(0, 1, 13)[:, None]
        cage = axis + bulge[:, None] * (aside * np.cos(turn)[:, None] + deep * np.sin(turn)[:, None])
        parts.add(tube(cage, 0.0045, WIRE_BRIGHT if k % 3 == 0 else RUSTY_STEEL, sides=5))
    rng = np.random.default_rng(12)
    for _ in range(16):
        at = middle + ahead * rng.uniform(-0.16, 0.16)
        angle = rng.uniform(0, 2 * np.pi)
        out = aside * np.cos(angle) + deep * np.sin(angle)
        tip = at + out * rng.uniform(0.03, 0.07) + ahead * rng.uniform(-0.04, 0.04)
        parts.add(tube([at, at + out * 0.02, tip], 0.0012, WIRE_BRIGHT, sides=3))


def _racked(parts: Assembly) -> None:
    """Three slings in coils on the pegs of a rack 1.0 m wide, oiled and dark, each with its tag."""
    parts.add(
        *(
            box(0.06, 0.05, 1.3, painted(0.05, 0.2, 0.4), bevel=0.008, grid=0.6).placed(x, -0.10, -0.75)
            for x in (-0.5, 0.5)
        ),
        box(1.06, 0.05, 0.08, painted(0.05, 0.2, 0.4), bevel=0.008).placed(0, -0.10, 0.45),
    )
    for x in (-0.32, 0.0, 0.32):
        parts.add(rod((x, -0.08, 0.36), (x, 0.14, 0.40), 0.018, DARK_STEEL, sides=8))
        for j in range(3):
            t = np.linspace(0, 2 * np.pi, 29)
            loop = np.stack(
                [
                    x + (0.15 + 0.008 * j) * np.sin(t),
                    np.full(29, 0.0 + 0.03 * j),
                    0.40 - 0.30 * (1 - np.cos(t)) * (1 + 0.02 * j),
                ],
                -1,
            )
            parts.add(tube(loop, SLING_R, WIRE.shade(0.45), sides=6))
        parts.add(box(0.09, 0.004, 0.13, painted(0.1, 0.4, 0.2, 0.4), bevel=0.001).placed(x, 0.10, -0.12))
        parts.sign("sling_tag_5t", 0.084, 0.12, x, 0.1032, -0.115)
