"""The lorries of 18 t: the box truck with a burst tyre and its doors open, and the tipper in traffic."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.builders import PropRequest, prop
from assets.mesh import Mesh, Model, joined, model_of
from assets.props.parts.truck_cab_fittings import CAB_PAINT
from assets.props.parts.wheels import LORRY_RADIUS, burst_lorry_wheel, inner_lorry_wheel, lorry_wheel
from assets.props.truck_body import box_body, chassis, tail
from assets.props.truck_cab import FRONT_AXLE, REAR_AXLE, Part, cab, front_lamps
from assets.props.truck_tipper import TIPPER_PAINT, tipper_body

SIGNALS = {"lights_off": (), "hazard_lights": (-1, 1), "indicator_right": (1,)}
"""Which sides' turn lamps are lit: -1 left, 1 right."""
SECOND_AXLE = REAR_AXLE + 1.36


@prop("truck_heavy")
def truck_heavy(request: PropRequest) -> Model:
    """A lorry 2.5 x 10 m; ``box``: right door and tail open, left rear tyre burst; ``tipper``: sound, heaped, shut."""
    lit = SIGNALS[request.state]
    lamp_parts, lamps = front_lamps(lit)
    tipper = request.variant == "tipper"
    tail_parts, tail_lamps = tail(lit, high_markers=not tipper)
    if tipper:
        body = [*_repainted(cab(False, False)), *tipper_body(), ("opaque", _tipper_wheels())]
    else:
        body = [*cab(True, True), *box_body(), ("opaque", _wheels())]
    return model_of(*body, *lamp_parts, *chassis(REAR_AXLE), *tail_parts, lamps=lamps + tail_lamps)


def _repainted(parts: tuple[Part, ...]) -> list[Part]:
    """The cab in the tipper's colour, without the haulier's name on its door."""
    done: list[Part] = []
    for kind, mesh in parts:
        if kind == "opaque":
            blue = np.abs(mesh.colour - np.asarray(CAB_PAINT.colour, np.float32)).max(1) < 1e-4
            colour = np.where(blue[:, None], np.asarray(TIPPER_PAINT.colour, np.float32), mesh.colour)
            mesh = replace(mesh, colour=colour.astype(np.float32))
        if kind != "sign" or np.abs(mesh.position[:, 0]).max() < 1.2:
            done.append((kind, mesh))
    return done


def _tipper_wheels() -> Mesh:
    """Single wheels in front, twin wheels on the two rear axles."""
    front, inner = lorry_wheel(), inner_lorry_wheel()
    wheels = [front.placed(1.05, FRONT_AXLE, LORRY_RADIUS), front.placed(-1.05, FRONT_AXLE, LORRY_RADIUS, h=180)]
    for axle in (REAR_AXLE, SECOND_AXLE):
        for side, turn in ((1, 0), (-1, 180)):
            wheels += [
                front.placed(side * 1.085, axle, LORRY_RADIUS, h=turn),
                inner.placed(side * 0.775, axle, LORRY_RADIUS, h=turn),
            ]
    return joined(wheels)


def _wheels() -> Mesh:
    front = lorry_wheel()
    inner_wheel = inner_lorry_wheel()
    outer, inner = 1.085, 0.775
    wheels = [front.placed(1.05, FRONT_AXLE, LORRY_RADIUS), front.placed(-1.05, FRONT_AXLE, LORRY_RADIUS, h=180)]
    wheels += [front.placed(outer, REAR_AXLE, LORRY_RADIUS), inner_wheel.placed(inner, REAR_AXLE, LORRY_RADIUS)]
    wheels += [
        burst_lorry_wheel().placed(-outer, REAR_AXLE, LORRY_RADIUS - 0.04, h=180),
        inner_wheel.placed(-inner, REAR_AXLE, LORRY_RADIUS, h=180),
    ]
    return joined(wheels)
