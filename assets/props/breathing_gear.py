"""What a miner carries for bad air: the self-rescuer, and the portable gas detector of any trade."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, box, cable, lathe, rod, rounded_box, torus, tube
from assets.modelling.materials import BLACK_PLASTIC, STEEL, WEBBING, Material, plastic

CANISTER = Material((0.62, 0.63, 0.62), "galvanised", 0.35, 0.7, 0.2)
STRAP = WEBBING.but(colour=(0.05, 0.06, 0.05))
BODY_YELLOW = plastic(0.88, 0.48, 0.01, 0.4)
ALARM_RED = Material((1.0, 0.06, 0.03), "paint", 0.3)
ALARM_DARK = Material((0.22, 0.02, 0.02), "paint", 0.25)


@prop("self_rescuer")
def self_rescuer(request: PropRequest) -> Model:
    """A compressed-oxygen self-rescuer; ``on_hook``: hung by its belt on a hook in a wall at y -0.08."""
    parts = Assembly()
    shell = [
        (0, 0),
        (0.052, 0),
        (0.06, 0.008),
        (0.062, 0.03),
        (0.062, 0.105),
        (0.065, 0.11),
        (0.065, 0.122),
        (0.062, 0.127),
        (0.062, 0.175),
        (0.052, 0.19),
        (0, 0.195),
    ]
    body = lathe(shell, CANISTER, sides=24, split=40, wear=0.4)
    body.position[:, 1] *= 0.75
    parts.add(body)
    parts.add(
        box(0.05, 0.016, 0.06, ALARM_RED, bevel=0.004).placed(0, 0.05, 0.088),
        rod((-0.018, 0.06, 0.10), (0.018, 0.06, 0.10), 0.004, STEEL, sides=6),
    )
    seal = [(0.03, 0.045, 0.12), (0.045, 0.05, 0.115), (0.05, 0.047, 0.10)]
    parts.add(tube(seal, 0.0015, ALARM_RED, sides=4))
    parts.sign("rescuer_label", 0.072, 0.062, 0, 0.0475, 0.018)
    parts.add(
        *(box(0.02, 0.10, 0.012, STRAP, bevel=0.003).placed(x, 0, z) for x in (-0.055, 0.055) for z in (0.04, 0.15))
    )
    for x in (-0.062, 0.062):
        parts.add(torus(0.016, 0.003, STEEL, sides=12, section=5).placed(r=90).placed(x, 0, 0.165))
    if request.state == "on_hook":
        belt = [(-0.062, 0, 0.17), (-0.055, -0.03, 0.27), (0.0, -0.055, 0.365), (0.055, -0.03, 0.27), (0.062, 0, 0.17)]
        parts.add(tube(belt, 0.010, STRAP, sides=6, squash=(1.6, 0.3)))
        parts.add(
            tube(
                [(0, -0.085, 0.40), (0, -0.04, 0.40), (0, -0.02, 0.37), (0, -0.025, 0.345), (0, -0.045, 0.345)],
                0.007,
                STEEL.shade(0.6),
                sides=7,
            )
        )
        parts.add(box(0.06, 0.01, 0.09, STEEL.shade(0.6), bevel=0.002).placed(0, -0.085, 0.36))
        parts.add(box(0.10, 0.003, 0.045, Material((0.8, 0.8, 0.76), "paint", 0.5), bevel=0.001).placed(0, -0.06, 0.42))
        parts.sign("rescuer_name", 0.096, 0.042, 0, -0.058, 0.4215)
    else:
        parts.add(box(0.40, 0.045, 0.05, STRAP, bevel=0.006).placed(0, -0.055, 0.15))
        parts.add(rod((-0.2, -0.055, 0.155), (-0.2, -0.055, 0.195), 0.005, STEEL, sides=6))
    return parts.model()


@prop("gas_detector_portable")
def gas_detector_portable(request: PropRequest) -> Model:
    """A four-gas detector 0.08 x 0.04 x 0.15 m, its screen to +y: readings, red alarm, or dark.

    Variants: ``hand`` alone, ``charger`` in its cradle, ``bag`` in an open pouch, ``stray_current`` a blaster's meter.
    """
    parts = Assembly()
    lit = request.state != "dark"
    alarm = request.state == "alarm"
    case = rounded_box(0.074, 0.036, 0.13, BODY_YELLOW, radius=0.012, segments=12)
    parts.add(case, rounded_box(0.078, 0.030, 0.05, BLACK_PLASTIC, radius=0.012).placed(0, -0.002, 0.085))
    if request.variant == "stray_current":
        screen = "meter_stray" if lit else "detector_dark"
    else:
        screen = "detector_alarm" if alarm else "detector_ok" if lit else "detector_dark"
    parts.add(box(0.058, 0.006, 0.046, BLACK_PLASTIC, bevel=0.002).placed(0, 0.0175, 0.07))
    parts.sign(screen, 0.052, 0.039, 0, 0.0208, 0.0735)
    for k in range(4):
        x, z = -0.019 + 0.038 * (k % 2), 0.022 + 0.024 * (k // 2)
        parts.add(
            lathe([(0, 0), (0.010, 0), (0.010, 0.003), (0.007, 0.0035), (0, 0.002)], BLACK_PLASTIC, sides=12)
            .placed(p=-90)
            .placed(x, 0.018, z)
        )
    bar = box(0.05, 0.012, 0.010, ALARM_RED if alarm else ALARM_DARK, bevel=0.003).placed(0, 0.012, 0.125)
    parts.add(bar, to="glow" if alarm else "opaque")
    parts.add(box(0.02, 0.006, 0.06, STEEL, bevel=0.002).placed(0, -0.022, 0.06))
    if request.variant == "stray_current":
        for x, ink in ((-0.02, (0.7, 0.04, 0.03)), (0.02, (0.03, 0.03, 0.03))):
            lead = plastic(*ink)
            parts.add(
                cable(
                    [(x, 0, 0.132), (x * 1.5, 0.01, 0.17), (x * 5, 0.06, 0.14), (x * 7, 0.12, 0.02)],
                    0.0025,
                    lead,
                    sides=5,
                ),
                rod((x * 7, 0.12, 0.03), (x * 7.3, 0.14, -0.06), 0.004, lead, sides=6),
            )
    else:
        loop = [(0, -0.01, 0.13), (0.02, -0.02, 0.155), (0.05, -0.03, 0.12), (0.06, -0.02, 0.06)]
        parts.add(cable(loop, 0.0018, BLACK_PLASTIC, sides=4))
    if request.variant == "charger":
        parts.add(
            rounded_box(0.10, 0.07, 0.035, BLACK_PLASTIC, radius=0.01).placed(0, -0.004, -0.006),
            box(0.10, 0.02, 0.10, BLACK_PLASTIC, bevel=0.006).placed(0, -0.034, 0),
        )
        parts.add(
            cable([(0.05, -0.03, 0.01), (0.10, -0.04, -0.01), (0.13, -0.06, -0.12)], 0.003, BLACK_PLASTIC, sides=5)
        )
    if request.variant == "bag":
        pouch = Material((0.04, 0.05, 0.07), "fabric", 0.9, 0.0, 0.5, scale=6.0)
        parts.add(
            rounded_box(0.10, 0.065, 0.095, pouch, radius=0.015).placed(0, -0.004, -0.01),
            box(0.10, 0.006, 0.09, pouch, bevel=0.002).placed(p=-35).placed(0, -0.034, 0.085),
        )
    return parts.model()
