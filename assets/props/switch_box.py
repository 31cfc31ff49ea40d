"""The third-level switch box, its door open on what is inside."""

from __future__ import annotations

from assets.builders import PropRequest, prop
from assets.mesh import Model
from assets.modelling import Assembly, block, bolt, box, extrude, lathe, rod, rounded_box, sheet, shell, smooth, tube
from assets.modelling.materials import BLACK_PLASTIC, BRASS, COPPER, DARK_STEEL, RED_PAINT, STEEL, WHITE_PLASTIC
from assets.props.parts.electrical_parts import LINING, PE_WIRE, PHASES, SHEET, device, hinge, rain_roof

BOX_FLOOR = 0.80
"""Height of the switch box's floor over the ground."""
_BOX = (0.50, 0.25, 0.60)
ISOLATOR_X, RCD_X, BREAKER_X = 0.155, 0.035, -0.12
RAIL_Z = BOX_FLOOR + 0.36


@prop("switch_box")
def switch_box(request: PropRequest) -> Model:
    """Third-level switch box on its stand, door open; the state says whether an RCD is in its slot."""
    w, d, h = _BOX
    locked = request.state in ("no_rcd_locked", "locked_tagged")
    parts = Assembly()
    _stand(parts)
    _switch_case(parts)
    parts.add(box(w - 0.06, 0.01, h - 0.07, LINING, bevel=0.003).placed(0, -0.10, BOX_FLOOR + 0.035))
    hat = [(-0.0175, 0.006), (-0.012, 0.006), (-0.012, 0), (0.012, 0), (0.012, 0.006), (0.0175, 0.006)]
    parts.add(sheet(hat, 0.0015, w - 0.09, STEEL).placed(h=90).placed(0, -0.092, RAIL_Z, p=-90))
    device(parts, ISOLATOR_X, -0.085, RAIL_Z - 0.075, 0.10, 0.15, "knife_switch_face", on=not locked)
    device(parts, BREAKER_X, -0.085, RAIL_Z - 0.06, 0.085, 0.12, "breaker_face")
    if request.state in ("ok", "locked_tagged"):
        device(parts, RCD_X, -0.085, RAIL_Z - 0.075, 0.115, 0.15, "rcd_face")
        _links(parts)
    else:
        _bare_jumper(parts)
    _wiring(parts)
    _terminal_bars(parts)
    if locked:
        _lock_and_tag(parts)
    parts.include(_switch_door(), -w / 2, d / 2, BOX_FLOOR, h=118)
    return parts.model()


def _stand(parts: Assembly) -> None:
    """Four angle-iron legs with braces and feet."""
    angle = [(0, 0), (0.035, 0), (0.035, 0.004), (0.004, 0.004), (0.004, 0.035), (0, 0.035)]
    for x, y, turn in ((-0.235, -0.11, 0), (0.235, -0.11, 90), (0.235, 0.11, 180), (-0.235, 0.11, 270)):
        parts.add(extrude(angle, BOX_FLOOR, DARK_STEEL).placed(x, y, h=turn))
        parts.add(box(0.08, 0.08, 0.008, DARK_STEEL, bevel=0.002).placed(x, y))
    parts.add(*(rod((-0.225, y, 0.22), (0.225, y, 0.22), 0.009, DARK_STEEL, sides=6) for y in (-0.10, 0.10)))
    parts.add(*(rod((x, -0.10, 0.22), (x, 0.10, 0.22), 0.009, DARK_STEEL, sides=6) for x in (-0.225, 0.225)))


def _switch_case(parts: Assembly) -> None:
    """The sheet-metal case, open to the front, its roof and the glands in its floor."""
    w, d, h = _BOX
    parts.add(shell(block(w, d, h, z=BOX_FLOOR), block(w - 0.02, d, h - 0.02, 0, 0.012, BOX_FLOOR + 0.01), SHEET))
    lip = block(w, 0.012, h, 0, d / 2 - 0.006, BOX_FLOOR)
    parts.add(shell(lip, block(w - 0.06, 0.03, h - 0.06, 0, d / 2, BOX_FLOOR + 0.03), SHEET))
    parts.add(rain_roof(w + 0.02, d + 0.04, SHEET).placed(z=BOX_FLOOR + h + 0.004))
    nut = [(0, -0.02), (0.022, -0.02), (0.024, -0.012), (0.024, 0.0), (0.03, 0.0), (0.03, 0.012), (0, 0.012)]
    gland = lathe(nut, BLACK_PLASTIC, sides=8, split=30)
    parts.add(*(gland.placed(x, 0.02, BOX_FLOOR + 0.004) for x in (-0.15, -0.09, 0.0, 0.165)))


def _terminals(x: float, spread: float, z: float) -> list[tuple[float, float, float]]:
    """Where the four screws of a device are reached."""
    return [(x + spread * (1.5 - k), -0.034, z) for k in range(4)]


def _links(parts: Assembly) -> None:
    """Proper insulated links: isolator to RCD, RCD to breaker."""
    for start_x, end_x, spread in ((ISOLATOR_X, RCD_X, 0.026), (RCD_X, BREAKER_X, 0.022)):
        starts = _terminals(start_x, spread, RAIL_Z - 0.066)
        ends = _terminals(end_x, spread, RAIL_Z - 0.066 if start_x == ISOLATOR_X else RAIL_Z + 0.05)
        for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
            drop = -0.03 - 0.008 * k
            middle = (start[0] + end[0]) / 2
            path = [
                start,
                (start[0], -0.02, start[2] + drop * 0.6),
                (middle, -0.012, min(start[2], end[2]) + drop),
                (end[0], -0.02, end[2] + drop * 0.6),
                end,
            ]
            parts.add(tube(smooth(path, 5), 0.005, PHASES[k], sides=6))


def _bare_jumper(parts: Assembly) -> None:
    """The empty slot: bare copper bent over it, from the isolator's outgoing to the breaker's incoming screws."""
    starts = _terminals(ISOLATOR_X, 0.022, RAIL_Z - 0.062)
    ends = _terminals(BREAKER_X, 0.0187, RAIL_Z + 0.048)
    screw = lathe([(0, 0), (0.005, 0), (0.005, 0.006), (0, 0.006)], BRASS, sides=8).placed(p=-90)
    for k, (start, end) in enumerate(zip(starts, ends, strict=True)):
        low = 0.012 * (3 - k)
        path = [
            start,
            (start[0] - 0.004, -0.016, start[2] - 0.024 - low * 0.5),
            (RCD_X + 0.050, -0.005 + 0.004 * k, RAIL_Z - 0.062 - low),
            (RCD_X + 0.010, 0.006, RAIL_Z - 0.030 + 0.022 * k),
            (RCD_X - 0.055, -0.005, RAIL_Z + 0.062 + 0.011 * k),
            (end[0] + 0.006, -0.020, end[2] + 0.028 + 0.006 * k),
            end,
        ]
        parts.add(tube(smooth(path, 6), 0.0038, COPPER, sides=7), screw.placed(*start), screw.placed(*end))


def _wiring(parts: Assembly) -> None:
    """Incoming wires up the reader's left side to the isolator's head, PE to its bar."""
    for k, (material, top) in enumerate(zip(PHASES, _terminals(ISOLATOR_X, 0.022, RAIL_Z + 0.062), strict=True)):
        x = 0.226 - 0.011 * k
        path = [
            (0.165, 0.02, BOX_FLOOR + 0.015),
            (x, -0.04, BOX_FLOOR + 0.10),
            (x, -0.05, RAIL_Z + 0.05),
            (x - 0.012, -0.045, RAIL_Z + 0.118 + 0.008 * k),
            (top[0], -0.030, RAIL_Z + 0.110),
            top,
        ]
        parts.add(tube(smooth(path, 5), 0.0055, material, sides=6))
    pe = [(0.165, 0.02, BOX_FLOOR + 0.015), (0.15, -0.03, BOX_FLOOR + 0.08), (0.115, -0.06, BOX_FLOOR + 0.125)]
    parts.add(tube(smooth(pe, 5), 0.0055, PE_WIRE, sides=6))


def _terminal_bars(parts: Assembly) -> None:
    """The N bar on blue and the PE bar on green-yellow feet, at the bottom of the plate."""
    for z, foot in ((0.19, PHASES[3]), (0.11, PE_WIRE)):
        parts.add(box(0.20, 0.012, 0.014, BRASS, bevel=0.002).placed(0.05, -0.072, BOX_FLOOR + z))
        block_of = box(0.016, 0.022, 0.022, foot, bevel=0.002)
        parts.add(*(block_of.placed(0.05 + dx, -0.085, BOX_FLOOR + z - 0.004) for dx in (-0.095, 0.095)))
        screw = bolt(0.005, 0.005, STEEL).placed(p=-90)
        parts.add(*(screw.placed(-0.02 + 0.028 * k, -0.066, BOX_FLOOR + z + 0.007) for k in range(6)))


def _lock_and_tag(parts: Assembly) -> None:
    """A red padlock through the isolator's handle, and its tag."""
    x, y, z = ISOLATOR_X, 0.012, RAIL_Z - 0.01
    parts.add(rounded_box(0.042, 0.022, 0.046, RED_PAINT, radius=0.006, segments=8).placed(x, y, z - 0.068))
    bow = smooth([(-0.014, 0, -0.03), (-0.014, 0, 0.0), (0, 0, 0.016), (0.014, 0, 0.0), (0.014, 0, -0.03)], 4)
    parts.add(tube(bow, 0.004, STEEL, sides=6).placed(x, y, z))
    cord = smooth([(0, 0, -0.05), (0.012, 0.012, -0.075), (0.004, 0.02, -0.10)], 4)
    parts.add(tube(cord, 0.0014, BLACK_PLASTIC, sides=4).placed(x, y, z))
    parts.add(box(0.106, 0.003, 0.174, WHITE_PLASTIC, bevel=0.001).placed(x - 0.01, y + 0.022, z - 0.275))
    parts.sign("lockout_tag", 0.104, 0.170, x - 0.01, y + 0.0250, z - 0.273)


def _switch_door() -> Assembly:
    """The door, hinged at x = 0, reaching to +x, its outside at +y."""
    w, high = 0.49, 0.585
    door = Assembly()
    door.add(box(w, 0.012, high, SHEET, bevel=0.005).placed(w / 2, 0.008, 0.008))
    seal = block(w - 0.03, 0.008, high - 0.03, w / 2, -0.002, 0.023)
    door.add(shell(seal, block(w - 0.05, 0.03, high - 0.05, w / 2, 0, 0.033), BLACK_PLASTIC))
    door.add(box(w - 0.09, 0.004, high - 0.09, SHEET.shade(0.92), bevel=0.001).placed(w / 2, 0.0, 0.053))
    door.add(rod((w - 0.045, 0.028, 0.25), (w - 0.045, 0.028, 0.36), 0.008, STEEL))
    door.add(*(rod((w - 0.045, 0.0, z), (w - 0.045, 0.028, z), 0.006, STEEL, sides=6) for z in (0.265, 0.345)))
    door.add(*(hinge(0.05).placed(0.0, 0.012, z) for z in (0.10, 0.49)))
    door.sign("switch_label", 0.20, 0.20, w / 2, 0.0152, 0.32)
    door.sign("当心触电", 0.14, 0.175, w / 2, 0.0152, 0.10)
    door.sign("wiring_diagram", 0.19, 0.25, w / 2, -0.0032, 0.17, turn=180)
    return door
