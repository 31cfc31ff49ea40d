"""Work permits on a clipboard: hot work, blind plate, confined space; in order, out of date or unsigned."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, box, cable, rod, tube
from assets.modelling.materials import BLACK_PLASTIC, STEEL, Material, plastic

BOARD = Material((0.42, 0.28, 0.16), "plywood", 0.6, 0.0, 0.2)
SHEET = Material((0.88, 0.88, 0.85), "paint", 0.7)


@prop("permit_form")
def permit_form(request: PropRequest) -> Model:
    """A form 0.21 x 0.3 m on its clipboard, upright, read from +y; a pen hangs on a string."""
    parts = Assembly()
    parts.add(box(0.235, 0.006, 0.335, BOARD, bevel=0.002).placed(0, -0.006, -0.012))
    parts.add(
        *(
            box(0.208, 0.001, 0.294, SHEET, bevel=0.0002).placed(0.002 * k, -0.0015 + 0.0008 * k, 0.002 * k, r=0.6 * k)
            for k in range(3)
        )
    )
    parts.sign(f"permit_{request.variant or 'hot_work'}_{request.state}", 0.205, 0.29, 0, 0.0016, 0.004)
    parts.add(
        box(0.10, 0.008, 0.028, STEEL, bevel=0.002).placed(0, 0.004, 0.288),
        rod((-0.05, 0.008, 0.312), (0.05, 0.008, 0.312), 0.006, STEEL, sides=8),
    )
    parts.add(
        tube(
            [(-0.02, 0.006, 0.314), (-0.02, 0.012, 0.333), (0.02, 0.012, 0.333), (0.02, 0.006, 0.314)],
            0.003,
            STEEL,
            sides=6,
        )
    )
    parts.add(cable([(0.10, 0.0, 0.31), (0.125, 0.004, 0.25), (0.128, 0.006, 0.17)], 0.0012, BLACK_PLASTIC, sides=4))
    parts.add(rod((0.128, 0.006, 0.17), (0.130, 0.007, 0.04), 0.004, plastic(0.04, 0.12, 0.5), sides=8))
    return parts.model()
