"""Pumps: the submersible dewatering pump with and without its PE connection, and those of process lines."""

from __future__ import annotations

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model
from assets.modelling import Assembly, bolt, box, cable, lathe, pitched, ring, rounded_box, smooth, stud, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, DARK_STEEL, RUBBER, STEEL, Material, painted
from assets.props.parts.electrical_parts import PE_WIRE
from assets.props.process_pump import process_pump
from assets.props.split_sheath import taped_core

BODY = painted(0.02, 0.17, 0.27, 0.36, 0.2)
HOSE = Material((0.03, 0.10, 0.34), "fabric", 0.62, 0.0, 0.5, scale=6.0)
PE_STUD = (0.0, 0.132, 0.425)
"""Where the PE stud stands out of the head, to the front."""


@prop("pump_unit")
def pump_unit(request: PropRequest) -> Model:
    """A submersible pump of 1.5 kW, its hose off over the ground to its left; or a process pump by variant."""
    if request.variant not in (None, "submersible"):
        return process_pump(request.state, request.variant)
    parts = Assembly()
    parts.add(*_casing())
    _handle(parts)
    _delivery(parts)
    parts.add(box(0.098, 0.022, 0.074, BODY, bevel=0.004).placed(0, 0.128, 0.225))
    parts.sign("pump_plate", 0.09, 0.063, 0, 0.1395, 0.2305)
    _earth(parts, request.state)
    _float_switch(parts, raised=request.state in ("running", "no_pe"))
    return parts.model()


def _casing() -> list[Mesh]:
    """Strainer foot, ribbed motor, bolted head."""
    body = [
        (0, 0.0),
        (0.13, 0.0),
        (0.138, 0.008),
        (0.138, 0.028),
        (0.122, 0.036),
        (0.122, 0.105),
        (0.138, 0.112),
        (0.138, 0.136),
        (0.116, 0.148),
        (0.116, 0.398),
        (0.134, 0.408),
        (0.134, 0.434),
        (0.126, 0.448),
        (0.085, 0.470),
        (0.05, 0.485),
        (0, 0.488),
    ]
    slot = box(0.012, 0.012, 0.056, BLACK_PLASTIC, bevel=0.002).placed(0, 0.120, 0.042)
    rib = box(0.008, 0.026, 0.236, BODY, bevel=0.003, wear=0.7).placed(0, 0.122, 0.155)
    head_bolt = bolt(0.010, 0.013).placed(0, 0.113, 0.436)
    gland = [(0, 0.475), (0.022, 0.475), (0.024, 0.495), (0.016, 0.500), (0.015, 0.525), (0, 0.530)]
    return [
        lathe(body, BODY, sides=32, split=38, wear=0.15),
        ring(slot, 18),
        ring(rib, 20, start=9),
        ring(head_bolt, 6, start=30),
        lathe(gland, RUBBER, sides=14).placed(0.05, 0.05, -0.03),
    ]


def _handle(parts: Assembly) -> None:
    bow = [
        (-0.105, -0.02, 0.435),
        (-0.108, -0.02, 0.53),
        (-0.07, -0.02, 0.585),
        (0.07, -0.02, 0.585),
        (0.108, -0.02, 0.53),
        (0.105, -0.02, 0.435),
    ]
    parts.add(tube(smooth(bow, 6), 0.010, STEEL, sides=9, wear=0.3))
    grip = [(-0.06, -0.02, 0.5855), (0.06, -0.02, 0.5855)]
    parts.add(tube(np.array(grip), 0.0155, RUBBER, sides=10))


def _delivery(parts: Assembly) -> None:
    """Elbow, hose tail with two clamps, and the lay-flat hose that runs off over the ground."""
    x = -0.208
    elbow = smooth([(-0.11, -0.04, 0.08), (-0.17, -0.055, 0.08), (-0.205, -0.065, 0.115), (x, -0.066, 0.19)], 6)
    parts.add(tube(elbow, 0.033, BODY, sides=14))
    coupling = [(0, 0), (0.050, 0), (0.050, 0.016), (0.036, 0.020), (0.036, 0.09), (0, 0.09)]
    parts.add(lathe(coupling, STEEL, sides=18).placed(x, -0.066, 0.185))
    clamp = lathe([(0, 0), (0.0415, 0), (0.0415, 0.010), (0, 0.010)], STEEL, sides=18)
    parts.add(*(clamp.placed(x, -0.066, z) for z in (0.232, 0.252)))
    rising = [
        (x, -0.066, 0.215),
        (-0.212, -0.075, 0.33),
        (-0.27, -0.14, 0.385),
        (-0.40, -0.28, 0.27),
        (-0.50, -0.42, 0.07),
    ]
    lying = [(-0.62, -0.55), (-1.2, -0.75), (-1.9, -0.55), (-2.8, -0.9), (-3.6, -0.75)]
    line = smooth([*rising, *((px, py, 0.030) for px, py in lying)], 8)
    parts.add(tube(line, 0.0385, HOSE, sides=12, squash=(1.12, 0.80), split=50))


def _earth(parts: Assembly, state: str) -> None:
    """The PE stud at the head, and the green-yellow core on it or cut back and taped."""
    x, y, z = PE_STUD
    parts.add(rounded_box(0.055, 0.022, 0.045, BODY, radius=0.006, segments=8).placed(x, y - 0.006, z - 0.022))
    outward = (0.0, 1.0, 0.0)
    parts.add(pitched(stud(0.0042, 0.030, BRASS), outward).placed(x, y + 0.004, z))
    parts.add(
        pitched(lathe([(0, 0), (0.0105, 0), (0.0105, 0.0015), (0, 0.0015)], STEEL, sides=14), outward).placed(
            x, y + 0.0055, z
        )
    )
    symbol = Material((0.86, 0.87, 0.86), "paint", 0.4)
    for k, w in enumerate((0.012, 0.008, 0.004)):
        bar = box(w, 0.0015, 0.0022, symbol, bevel=0.0003)
        parts.add(bar.placed(x + 0.020, y + 0.0052, z - 0.006 - 0.004 * k))
    leave = (0.052, 0.060, 0.492)
    if state == "no_pe":
        path = np.array(
            [leave, (0.062, 0.095, 0.505), (0.060, 0.135, 0.492), (0.050, 0.160, 0.462), (0.048, 0.166, 0.442)]
        )
        parts.add(*taped_core(path, 0.0042, PE_WIRE))
        return
    if state == "pe_fitted":
        tag = (0.058, 0.122, 0.470)
        parts.add(box(0.052, 0.003, 0.034, PE_WIRE, bevel=0.001).placed(*tag))
        parts.sign("pe_tag", 0.048, 0.030, tag[0], tag[1] + 0.0022, tag[2] + 0.002)
    path = [leave, (0.062, 0.10, 0.500), (0.050, 0.150, 0.472), (0.022, 0.158, 0.438), (0.006, 0.1475, z)]
    parts.add(tube(smooth(path, 6), 0.0042, PE_WIRE, sides=8))
    parts.add(
        pitched(lathe([(0, 0), (0.0095, 0), (0.0095, 0.002), (0, 0.002)], BRASS, sides=12), outward).placed(
            x, y + 0.009, z
        )
    )
    parts.add(pitched(bolt(0.0078, 0.006, STEEL), outward).placed(x, y + 0.012, z))


def _float_switch(parts: Assembly, *, raised: bool) -> None:
    """The float that starts and stops the pump: up while there is water."""
    z = 0.33 if raised else 0.10
    parts.add(
        rounded_box(0.075, 0.045, 0.10, Material((0.75, 0.25, 0.02), "paint", 0.4), radius=0.018, segments=12).placed(
            0.20, -0.06, z, r=-25 if raised else 70
        )
    )
    tail = [
        (0.02, -0.05, 0.47),
        (0.12, -0.07, 0.46),
        (0.17, -0.07, 0.40 if raised else 0.25),
        (0.195, -0.062, z + 0.07),
    ]
    parts.add(cable(tail, 0.006, RUBBER))
    parts.add(lathe([(0, 0.455), (0.014, 0.455), (0.014, 0.485), (0, 0.49)], DARK_STEEL, sides=10).placed(0.02, -0.05))
